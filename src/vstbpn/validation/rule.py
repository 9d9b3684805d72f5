"""The machinery of validation: a rule, what it is given, and sets of rules."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, cast

import attrs

from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.findings import Finding, Ground, RuleInfo, rule_info
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.shipped.directory import bundled
from vstbpn.plans.plan import Plan
from vstbpn.references.acts.acts import Acts
from vstbpn.values import Span, evolve, frozen
from vstbpn.vocabulary import DocumentFamily, Severity

T = TypeVar("T")
_NEAR = 8


@frozen
class Context:
    """What a rule may consult besides the plan (bối cảnh kiểm tra).

    Args:
        catalogue: The acts there are; the bundled ones by default.
        on: The day the plan is judged by, or None where no day is known.
        source: The text the plan was read from, where it is known. Rules of letters and layout need it.
        noticed: What the reading itself had to say.
        directory: The units there are; the bundled ones by default, loaded when a rule asks for them.
        calendar: The working days; by default those of state offices, loaded when a rule asks for them.
    """

    catalogue: Acts = attrs.field(factory=Acts.bundled)
    on: datetime.date | None = None
    source: str | None = None
    noticed: tuple[Finding, ...] = ()
    _directory: Directory | None = attrs.field(default=None, alias="directory")
    _calendar: WorkCalendar | None = attrs.field(default=None, alias="calendar")
    # Not part of the value: what rules have worked out for each other.
    _shared: dict[object, object] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    @property
    def directory(self) -> Directory:
        """The units there are."""
        return bundled() if self._directory is None else self._directory

    @property
    def calendar(self) -> WorkCalendar:
        """The working days."""
        return WorkCalendar.bundled() if self._calendar is None else self._calendar

    def text(self, span: Span | None) -> str | None:
        """The words of the source at a place, exactly as they stand; None where source or place is not known."""
        return None if self.source is None or span is None else span.of(self.source)

    def shared(self, make: Callable[[Plan, "Context"], T], plan: Plan) -> T:
        """What a function makes of the plan, made once in a check however many rules ask for it."""
        if make not in self._shared:
            self._shared[make] = make(plan, self)
        return cast("T", self._shared[make])


Inspect = Callable[[Plan, Context], Iterable[Finding]]


@frozen
class Rule:
    """A rule (quy tắc): its code, the function that finds its violations, and an example of either kind.

    What there is to say of the shipped rules (severity, words, legal basis, since when and for whom) stands in the table
    of rules under the same code; a rule of your own brings it along as ``own``.

    Args:
        code: Its code, stable and never reused.
        inspect: Given a plan and a ``Context``, the findings.
        violating: A text, or the part of one, in which the rule finds something.
        conforming: The same text as it should be.
        own: What there is to say of a rule that is not in the bundled table.

    >>> rule = Rule(code="STR011", inspect=lambda plan, context: [] if plan.issuer else [Finding.of("STR011")])
    >>> rule.severity.value, rule.info.title.en
    ('warning', 'No issuing body')
    """

    code: str
    inspect: Inspect
    violating: str = ""
    conforming: str = ""
    own: RuleInfo | None = None

    @property
    def info(self) -> RuleInfo:
        """What there is to say of it.

        Raises:
            NotFoundError: The code is in no table, and the rule brings nothing of its own.
        """
        return self.own or rule_info(self.code)

    @property
    def severity(self) -> Severity:
        """How grave what it finds is."""
        return self.info.severity

    def ground(self, plan: Plan, on: datetime.date | None) -> Ground | None:
        """What it rests on for a plan on a day (or where no day is known); None where it does not hold for the plan."""
        return self.info.ground(plan.header.family or DocumentFamily.STATE, on)

    def findings(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """What it finds in a plan; nothing where it does not hold for it."""
        ground = self.ground(plan, context.on)
        if ground is None:
            return
        for finding in self.inspect(plan, context):
            own = self.own if finding.code == self.code else finding.own
            if finding.basis != ground.basis or finding.own is not own:
                yield evolve(finding, basis=ground.basis, own=own)
            else:
                yield finding


def _in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    given: object = rules
    several = tuple(given) if isinstance(given, Iterable) else (given,)
    for rule in several:
        if not isinstance(rule, Rule):
            raise InvalidValueError("rules", shown(rule), "expected rules: Rule(code=…, inspect=…)")
    return tuple(sorted(several, key=lambda rule: rule.code))


def _symbols_of(info: RuleInfo) -> set[str]:
    """The numbers and symbols of the acts a rule rests on."""
    bases = [ground.basis for ground in info.grounds if ground.basis is not None]
    return {basis.symbol.canonical for basis in bases if basis.symbol is not None}


def _hold_prefixes(prefixes: tuple[str, ...]) -> None:
    for prefix in prefixes:
        if not isinstance(prefix, str):
            raise InvalidValueError(
                "prefix", shown(prefix), 'expected the beginnings of codes one by one: "STR", "REF001"'
            )


@frozen
class RuleSet:
    """An immutable set of rules (bộ quy tắc), kept in the order of their codes.

    >>> from vstbpn.validation.shipped import DEFAULT_RULES
    >>> "REF006" in DEFAULT_RULES, DEFAULT_RULES["REF006"].severity
    (True, Severity.WARNING)
    >>> len(DEFAULT_RULES.resting_on("30/2020/NĐ-CP")) > 40
    True
    """

    rules: tuple[Rule, ...] = attrs.field(default=(), converter=_in_order)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __contains__(self, rule: object) -> bool:
        return rule in self.rules or any(known.code == rule for known in self.rules)

    def __getitem__(self, code: str) -> Rule:
        """The rule of a code.

        Raises:
            NotFoundError: There is none in the set.
        """
        found = next((rule for rule in self.rules if rule.code == code), None)
        if found is None:
            near = [rule.code for rule in self.rules if rule.code[:3] == shown(code)[:3].upper()]
            raise NotFoundError("rule", shown(code), near[:_NEAR])
        return found

    def resting_on(self, symbol: str) -> "RuleSet":
        """The rules that rest on an act, by its number and symbol ("30/2020/NĐ-CP"), for some documents."""
        words = str(symbol).split()
        return RuleSet(rules=tuple(rule for rule in self.rules if not _symbols_of(rule.info).isdisjoint(words)))

    def __repr__(self) -> str:
        codes = f": {self.rules[0].code} to {self.rules[-1].code}" if self.rules else ""
        return f"<RuleSet of {len(self.rules)} rules{codes}>"

    def with_rules(self, *rules: Rule) -> "RuleSet":
        """A set with more rules; a rule of the same code takes the place of the one there.

        Raises:
            InvalidValueError: One of them is no rule.
        """
        rules = _in_order(rules)
        codes = {rule.code for rule in rules}
        return RuleSet(rules=(*(rule for rule in self.rules if rule.code not in codes), *rules))

    def select(self, *prefixes: str) -> "RuleSet":
        """The rules whose code begins with one of the prefixes (``STR``, ``REF001``).

        Raises:
            InvalidValueError: A prefix is no text.
        """
        _hold_prefixes(prefixes)
        return RuleSet(rules=tuple(rule for rule in self.rules if rule.code.startswith(prefixes)))

    def ignore(self, *prefixes: str) -> "RuleSet":
        """The rules whose code begins with none of the prefixes.

        Raises:
            InvalidValueError: A prefix is no text.
        """
        _hold_prefixes(prefixes)
        return RuleSet(rules=tuple(rule for rule in self.rules if not rule.code.startswith(prefixes)))
