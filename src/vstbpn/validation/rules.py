"""The machinery of validation: a rule, what it is given, and sets of rules."""

import datetime
from collections.abc import Callable, Iterable, Iterator

import attrs

from vstbpn.catalogue.tables import RuleRow
from vstbpn.findings import Finding, rule_row
from vstbpn.plans.plan import Plan
from vstbpn.references.acts.acts import Acts
from vstbpn.values import evolve, frozen
from vstbpn.vocabulary import DocumentFamily


@frozen
class Context:
    """What a rule may consult besides the plan (bối cảnh kiểm tra).

    Args:
        acts: The catalogue of acts.
        on: The day the plan is judged by, or None where no day is known.
    """

    acts: Acts = attrs.field(factory=Acts.bundled)
    on: datetime.date | None = None


Inspect = Callable[[Plan, Context], Iterable[Finding]]


@frozen
class Rule:
    """A rule (quy tắc): its code, and the function that finds its violations.

    Wording, severity, legal basis and validity of the shipped rules stand in the table of rules under the same code; a
    rule of your own brings them as ``wording``.

    >>> rule = Rule(code="STR011", inspect=lambda plan, context: [] if plan.issuer else [Finding.of("STR011")])
    >>> rule.row.severity.value
    'warning'
    """

    code: str
    inspect: Inspect
    wording: RuleRow | None = None

    @property
    def row(self) -> RuleRow:
        """The rule's wording, severity, basis and validity.

        Raises:
            NotFoundError: The code is in no table, and the rule brings no wording.
        """
        return self.wording or rule_row(self.code)

    def findings(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """What the rule finds, with its wording."""
        for finding in self.inspect(plan, context):
            yield evolve(finding, wording=self.wording) if self.wording and finding.code == self.code else finding

    def applies_to(self, plan: Plan, on: datetime.date | None) -> bool:
        """Whether the rule holds for a document of that family on that day, or without end where no day is known."""
        row = self.row
        family = plan.header.family or DocumentFamily.STATE
        if row.family and row.family != family.value:
            return False
        if on is None:
            return row.until is None
        return (row.since is None or on >= row.since) and (row.until is None or on <= row.until)


@frozen
class RuleSet:
    """An immutable set of rules (bộ quy tắc), kept in the order of their codes."""

    rules: tuple[Rule, ...] = attrs.field(
        default=(), converter=lambda rules: tuple(sorted(rules, key=lambda rule: rule.code))
    )

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def with_rules(self, *rules: Rule) -> "RuleSet":
        """A set with more rules; a rule of the same code takes the place of the one there."""
        codes = {rule.code for rule in rules}
        return RuleSet(rules=(*(rule for rule in self.rules if rule.code not in codes), *rules))

    def select(self, *prefixes: str) -> "RuleSet":
        """The rules whose code begins with one of the prefixes (``STR``, ``REF001``)."""
        return RuleSet(rules=tuple(rule for rule in self.rules if rule.code.startswith(prefixes)))

    def ignore(self, *prefixes: str) -> "RuleSet":
        """The rules whose code begins with none of the prefixes."""
        return RuleSet(rules=tuple(rule for rule in self.rules if not rule.code.startswith(prefixes)))
