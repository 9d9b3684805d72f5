"""Findings: faults as values (phát hiện). The code and its arguments are the truth; the wording is looked up."""

import datetime
from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import cast

import attrs

from vstbpn.catalogue.tables import GroundRow, RuleRow, rule_grounds, rules
from vstbpn.constraints import such_that
from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.messages.catalogues import said
from vstbpn.messages.wording import Wording
from vstbpn.references.citing.reference import Reference
from vstbpn.values import Span, frozen, short_repr
from vstbpn.vocabulary import LANGUAGES, DocumentFamily, Severity


def _reference(basis: Reference | str | None) -> Reference | None:
    return (_parsed(basis) if basis else None) if isinstance(basis, str) else basis


def _wording(words: Wording | str) -> Wording:
    return Wording.of(words)


def _is_fillable(text: object) -> bool:
    """Whether the braces of a text hold names and nothing else, so that filling it in cannot fail."""
    if not isinstance(text, str):
        return False
    try:
        fields = [field for _, *field in Formatter().parse(text) if field[0] is not None]
    except ValueError:
        return False
    return all(isinstance(name, str) and name.isidentifier() and not spec and not more for name, spec, more in fields)


def _is_wording(words: object) -> bool:
    return isinstance(words, Wording) and _is_fillable(words.vi) and _is_fillable(words.en)


def _at_fault(words: object) -> str:
    """The text of a wording whose braces hold something else."""
    if not isinstance(words, Wording):
        return shown(words)
    return shown(words.en if _is_fillable(words.vi) else words.vi)


# What is beyond ASCII is taken for a letter of a name.
_FILLABLE = r"^(?:[^{}]|\{\{|\}\}|\{[^\x00-@\[-\^`{-\x7F][^\x00-/:-@\[-\^`{-\x7F]*:?\})*$"
_WORDING = such_that(
    "wording",
    _is_wording,
    "braces hold the name of an argument and nothing else; a brace that is meant is written twice",
    {"properties": {language: {"type": "string", "pattern": _FILLABLE} for language in LANGUAGES}},
    _at_fault,
)


@cache
def _parsed(basis: str) -> Reference:
    return Reference.parse(basis)


@attrs.frozen(kw_only=True, repr=False)
class Ground:  # Made by attrs itself: of it type checkers know that a field takes what its converter does.
    """What a rule rests on, for whom and how long (cơ sở của quy tắc).

    Args:
        basis: The provision, as a reference or its words; None where the rule is a matter of sense.
        family: The documents it holds for; None for all.
        since: Its first day, or None.
        until: Its last day, or None.

    >>> ground = Ground(basis="Điều 8 Nghị định số 30/2020/NĐ-CP", since=datetime.date(2020, 3, 5))
    >>> ground.holds(DocumentFamily.STATE, datetime.date(2018, 1, 1))
    False
    """

    basis: Reference | None = attrs.field(default=None, converter=_reference)
    family: DocumentFamily | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    unknown: str | None = attrs.field(default=None, eq=False)

    __repr__ = short_repr

    def holds(self, family: DocumentFamily, on: datetime.date | None) -> bool:
        """Whether it holds for a document of a family on a day; where no day is known, whether it holds without end."""
        if self.family is not None and self.family is not family:
            return False
        if on is None:
            return self.until is None
        return (self.since is None or on >= self.since) and (self.until is None or on <= self.until)


@attrs.frozen(kw_only=True, repr=False)
class RuleInfo:
    """What there is to say of a rule (thông tin của quy tắc); texts may hold names in braces for a finding's arguments.

    Args:
        code: Its code, stable and never reused.
        severity: How grave what it finds is.
        title: Its name.
        message: What is wrong.
        remedy: How to mend it.
        why: What it is good for, for who looks it up.
        grounds: What it rests on; the first that holds for a document is told. By default it is a matter of sense, and
            holds for all documents at all times.

    Texts are ``Wording``, or one text for every language.

    Raises:
        InvalidValueError: A text is none, or has braces that hold something else than a name.

    >>> info = RuleInfo(code="OFF001", title="Thiếu điện thoại", message="{office} chưa ghi số điện thoại")
    >>> info.message.vi
    '{office} chưa ghi số điện thoại'
    """

    code: str
    severity: Severity = Severity.WARNING
    title: Wording = attrs.field(default=Wording(), converter=_wording, validator=_WORDING)
    message: Wording = attrs.field(default=Wording(), converter=_wording, validator=_WORDING)
    remedy: Wording = attrs.field(default=Wording(), converter=_wording, validator=_WORDING)
    why: Wording = attrs.field(default=Wording(), converter=_wording, validator=_WORDING)
    grounds: tuple[Ground, ...] = (Ground(),)
    unknown: str | None = attrs.field(default=None, eq=False)

    __repr__ = short_repr

    def ground(self, family: DocumentFamily, on: datetime.date | None) -> Ground | None:
        """What it rests on for a document of a family on a day; None where it does not hold for it."""
        return next((ground for ground in self.grounds if ground.holds(family, on)), None)


@frozen
class Edit:
    """A piece of a text to be written otherwise (sửa): what stands at ``span`` gives way to ``text``.

    Args:
        span: The place in the source.
        text: What is to stand there.

    >>> Edit(span=Span(4, 5), text="05").applied_to("Số: 5/KH-UBND")
    'Số: 05/KH-UBND'
    """

    span: Span
    text: str

    def applied_to(self, source: str) -> str:
        """The source with this one edit done."""
        return f"{source[: self.span.start]}{self.text}{source[self.span.end :]}"


@frozen
class Finding:
    """A fault reported (phát hiện).

    Args:
        code: The rule's code, stable and never reused: STR structure, REF references, ORG organisations, GOL goals,
            CAL calendar, DOC document.
        args: What the wording needs, as pairs of name and text.
        pointer: The place in the plan (RFC 6901).
        span: The place in the source.
        edits: What mends it, where that is sure.
        variant: Which of a rule's wordings is meant, where it has several.
        basis: The provision that is broken, or None where it is a matter of sense.
        own: What there is to say of a rule that is not in the bundled table.

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
    edits: tuple[Edit, ...] = attrs.field(default=(), eq=False)
    variant: str = ""
    basis: Reference | None = attrs.field(default=None, eq=False)
    own: RuleInfo | None = attrs.field(default=None, eq=False)

    @classmethod
    def of(
        cls,
        code: str,
        *,
        args: Mapping[str, object] | None = None,
        pointer: str = "",
        span: Span | None = None,
        edits: tuple[Edit, ...] = (),
        variant: str = "",
    ) -> "Finding":
        """Make a finding; arguments may be any values, of which the text is kept.

        The basis is the first one of the bundled table; who checks a document puts in the one that holds for it.
        """
        pairs = tuple((name, str(value)) for name, value in (args or {}).items())
        basis = _first_basis(code)
        return cls(code=code, args=pairs, pointer=pointer, span=span, edits=edits, variant=variant, basis=basis)

    @property
    def info(self) -> RuleInfo:
        """What there is to say of its rule.

        Raises:
            NotFoundError: There is no such rule.
        """
        return self.own or rule_info(self.code, self.variant)

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.info.severity

    @property
    def is_fixable(self) -> bool:
        """Whether it is known for sure how to mend it."""
        return bool(self.edits)

    def title(self, language: str = "vi") -> str:
        """The rule's name in ``vi`` or ``en``."""
        return self._filled(self.info.title, language)

    def message(self, language: str = "vi") -> str:
        """What is wrong, in ``vi`` or ``en``."""
        return self._filled(self.info.message, language)

    def remedy(self, language: str = "vi") -> str:
        """How to mend it, in ``vi`` or ``en``."""
        return self._filled(self.info.remedy, language)

    def _filled(self, words: Wording, language: str) -> str:
        return words.in_language(language).format_map(_Arguments(self.args))

    def __str__(self) -> str:
        return f"{self.code} {self.message()}"


def hold_finding(finding: object) -> None:
    """Refuse a finding that nobody could show or mend: of no known rule, without a proper place, with edits at odds.

    Args:
        finding: What a rule gave.

    Raises:
        InvalidValueError: It is no finding, or what it holds does not fit.
        NotFoundError: Its code is in no table, and it brings nothing of its own.
    """
    if not isinstance(finding, Finding):
        raise InvalidValueError("finding", shown(finding), "a rule gives findings: Finding.of(code, …)")
    # Rules are written by anybody, with or without a type checker.
    pointer, edits, span = cast("tuple[object, object, object]", (finding.pointer, finding.edits, finding.span))
    if not isinstance(pointer, str) or not isinstance(edits, tuple) or not isinstance(span, Span | None):
        raise InvalidValueError("finding", finding.code, "expected a text as pointer, a Span or None, a tuple of edits")
    _ = finding.info
    done = 0
    for edit in sorted(finding.edits, key=_start_of):
        if edit.span.start < done or not isinstance(cast("object", edit.text), str):
            raise InvalidValueError("edits", finding.code, "edits of one finding hold texts and lie apart")
        done = edit.span.end


def _start_of(edit: object) -> int:
    if not isinstance(edit, Edit) or not isinstance(cast("object", edit.span), Span):
        raise InvalidValueError("edit", shown(edit), "expected Edit(span=Span(start, end), text=…)")
    return edit.span.start


class _Arguments(dict[str, str]):
    """Arguments of a wording; one that is missing shows its name."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


@cache
def _rows() -> Mapping[tuple[str, str], RuleRow]:
    return {(row.code, row.variant): row for row in rules()}


@cache
def _grounds() -> Mapping[str, tuple[Ground, ...]]:
    found: dict[str, list[Ground]] = {}
    for row in rule_grounds():
        found.setdefault(row.code, []).append(_ground(row))
    return {code: tuple(grounds) for code, grounds in found.items()}


def _ground(row: GroundRow) -> Ground:
    family = DocumentFamily.of(row.family) if row.family else None
    return Ground(basis=_reference(row.basis), family=family, since=row.since, until=row.until)


@cache
def rule_info(code: str, variant: str = "") -> RuleInfo:
    """What there is to say of a bundled rule; what is said otherwise in a variant of it, as it is said there.

    Raises:
        NotFoundError: There is no such rule.

    >>> rule_info("REF006").severity
    Severity.WARNING
    """
    row = _rows().get((code, ""))
    if row is None:
        raise NotFoundError("rule", code, [known for known, _ in _rows() if code and known[:3] == code[:3]])
    other = _rows().get((code, variant), row)
    return RuleInfo(
        code=code,
        severity=other.severity or row.severity or Severity.WARNING,
        title=said(other.title or row.title, code),
        message=said(other.message or row.message, code),
        remedy=said(other.remedy or row.remedy, code),
        why=said(other.why or row.why, code),
        grounds=_grounds().get(code, ()),
    )


def rule_codes() -> tuple[str, ...]:
    """The codes of the bundled table, in their order (mã quy tắc)."""
    return tuple(sorted({code for code, _ in _rows()}))


def rule_variants(code: str) -> tuple[str, ...]:
    """The cases in which a rule of the bundled table says something otherwise (biến thể).

    >>> rule_variants("CAL002")
    ('year', 'month', 'overrun', 'day')
    """
    return tuple(variant for known, variant in _rows() if known == code and variant)


@cache
def _first_basis(code: str) -> Reference | None:
    return next((ground.basis for ground in _grounds().get(code, ())), None)
