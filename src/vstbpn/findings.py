"""Findings: faults as values (phát hiện). The code and its arguments are the truth; the wording is looked up."""

from collections.abc import Mapping
from functools import cache

import attrs

from vstbpn.catalogue.tables import RuleRow, rules
from vstbpn.errors import NotFoundError
from vstbpn.references.citing.reference import Reference
from vstbpn.values import Span, frozen
from vstbpn.vocabulary import Severity, check_language


@frozen
class Finding:
    """A fault reported (phát hiện).

    Args:
        code: The rule's code, stable and never reused: STR structure, REF references, ORG organisations, GOL goals,
            CAL calendar, DOC document.
        args: What the wording needs, as pairs of name and text.
        pointer: The place in the plan (RFC 6901).
        span: The place in the source.
        replacement: What to write at ``span`` instead, where that is sure.
        wording: The row of a rule that is not in the bundled table.

    >>> finding = Finding.of("STR002", args={"marker": "1.4"}, pointer="/outline/sections/0")
    >>> finding.message("en"), finding.remedy("vi")
    ('the marker “1.4” lacks its dot', 'viết “1.4.”')
    >>> finding.basis.symbol.canonical
    '30/2020/NĐ-CP'
    """

    code: str
    args: tuple[tuple[str, str], ...] = ()
    pointer: str = ""
    span: Span | None = attrs.field(default=None, eq=False)
    replacement: str | None = None
    wording: RuleRow | None = attrs.field(default=None, eq=False)

    @classmethod
    def of(
        cls,
        code: str,
        *,
        args: Mapping[str, object] | None = None,
        pointer: str = "",
        span: Span | None = None,
        replacement: str | None = None,
    ) -> "Finding":
        """Make a finding; arguments may be any values, of which the text is kept."""
        pairs = tuple((name, str(value)) for name, value in (args or {}).items())
        return cls(code=code, args=pairs, pointer=pointer, span=span, replacement=replacement)

    @property
    def row(self) -> RuleRow:
        """The wording, severity and basis of its rule."""
        return self.wording or rule_row(self.code)

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.row.severity

    @property
    def basis(self) -> Reference | None:
        """The provision the rule rests on, or None where it is a matter of sense."""
        return _parsed_basis(self.row.basis)

    def title(self, language: str = "vi") -> str:
        """The rule's name in ``vi`` or ``en``."""
        return self._worded("title", language)

    def message(self, language: str = "vi") -> str:
        """What is wrong, in ``vi`` or ``en``."""
        return self._worded("message", language)

    def remedy(self, language: str = "vi") -> str:
        """How to mend it, in ``vi`` or ``en``."""
        return self._worded("fix", language)

    def _worded(self, part: str, language: str) -> str:
        check_language(language)
        other = "en" if language == "vi" else "vi"
        template: str = getattr(self.row, f"{part}_{language}") or getattr(self.row, f"{part}_{other}")
        return template.format_map(_Arguments(self.args))

    def __str__(self) -> str:
        return f"{self.code} {self.message()}"


class _Arguments(dict[str, str]):
    """Arguments of a wording; one that is missing shows its name."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


@cache
def _rows() -> Mapping[str, RuleRow]:
    return {row.code: row for row in rules()}


def rule_row(code: str) -> RuleRow:
    """The wording and legal basis of a rule.

    Raises:
        NotFoundError: There is no such rule.
    """
    row = _rows().get(code)
    if row is None:
        raise NotFoundError("rule", code, [known for known in _rows() if known[:3] == code[:3]])
    return row


def rule_basis(code: str) -> Reference | None:
    """The provision a rule rests on, as a typed reference.

    Raises:
        NotFoundError: There is no such rule.
    """
    return _parsed_basis(rule_row(code).basis)


@cache
def _parsed_basis(basis: str) -> Reference | None:
    return Reference.parse(basis) if basis else None
