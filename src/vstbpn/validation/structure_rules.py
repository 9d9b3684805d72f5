"""Rules of structure (STR): numbering, header, ending. Nghị định 30/2020/NĐ-CP, Phụ lục I and III."""

from collections.abc import Iterator

from vstbpn.findings import Finding
from vstbpn.plans.outline import Section
from vstbpn.plans.plan import Plan
from vstbpn.text import POINT_LETTERS, roman_numeral, roman_value
from vstbpn.validation.rules import Context, Rule
from vstbpn.vocabulary import SectionStyle

_DOTTED = frozenset({SectionStyle.ARABIC, SectionStyle.DECIMAL})
_END_MARK = "./."


def _families(plan: Plan) -> Iterator[tuple[str, tuple[Section, ...]]]:
    """The sections that stand side by side, with the pointer of their list."""
    waiting = [("/outline/sections", plan.outline.sections)]
    while waiting:
        pointer, sections = waiting.pop()
        yield pointer, sections
        waiting.extend((f"{pointer}/{number}/sections", section.sections) for number, section in enumerate(sections))


def _pairs(plan: Plan) -> Iterator[tuple[str, Section, Section]]:
    """Each section with the one of its style before it, and its pointer."""
    for pointer, sections in _families(plan):
        last: dict[tuple[SectionStyle, str], Section] = {}
        for number, section in enumerate(sections):
            key = (section.style, _stem(section))
            if key in last:
                yield f"{pointer}/{number}", last[key], section
            last[key] = section


def _stem(section: Section) -> str:
    """What of a number must be the same among siblings: the part of ``2.1`` before its last dot, the word of a goal."""
    if section.style is SectionStyle.GOAL:
        return section.marker.rsplit(" ", 1)[0].casefold()
    return section.number.rpartition(".")[0]


def numbering_gap(plan: Plan, _: Context) -> Iterator[Finding]:
    """A number is left out: II is followed by VI."""
    for pointer, above, section in _pairs(plan):
        before, now = above.ordinal, section.ordinal
        if before is None or now is None or now <= before + 1:
            continue
        missing = _written(section, before + 1)
        if now > before + 2:
            missing += f"–{_written(section, now - 1)}"
        yield Finding.of(
            "STR001",
            args={"marker": section.label, "previous": above.label, "missing": missing},
            pointer=pointer,
            span=section.heading,
        )


def _written(section: Section, ordinal: int) -> str:
    """An ordinal in the style of a section."""
    if section.style is SectionStyle.LETTER:
        return POINT_LETTERS[ordinal - 1]
    if section.style is SectionStyle.UPPER_LETTER:
        return POINT_LETTERS[ordinal - 1].upper()
    stem, dot, last = section.number.rpartition(".")
    return f"{stem}{dot}{roman_numeral(ordinal) if roman_value(last) else ordinal}"


def number_repeated(plan: Plan, _: Context) -> Iterator[Finding]:
    """Two sections side by side bear one number."""
    for pointer, above, section in _pairs(plan):
        if above.number == section.number:
            yield Finding.of("STR003", args={"marker": section.label}, pointer=pointer, span=section.heading)


def marker_without_dot(plan: Plan, _: Context) -> Iterator[Finding]:
    """A number that ends without its dot, where others of its style have it."""
    dotted = {section.style for section in plan.outline if section.style in _DOTTED and section.marker.endswith(".")}
    for pointer, sections in _families(plan):
        for number, section in enumerate(sections):
            if section.style in dotted and section.marker[-1:].isdigit():
                yield Finding.of(
                    "STR002",
                    args={"marker": section.marker},
                    pointer=f"{pointer}/{number}",
                    span=section.heading,
                )


def no_number(plan: Plan, _: Context) -> Iterator[Finding]:
    """The number is blank, or there is no number and symbol at all."""
    if (plan.symbol is None or plan.symbol.number is None) and plan.header.attached_to is None:
        yield Finding.of("STR004", pointer="/header/symbol", span=plan.header.symbol_span or plan.header.span)


def no_date(plan: Plan, _: Context) -> Iterator[Finding]:
    """The date of issue is missing or has a blank in it."""
    if (plan.date is None or not plan.date.is_complete) and plan.header.attached_to is None:
        yield Finding.of("STR005", pointer="/header/date", span=plan.header.date_span or plan.header.span)


def no_issuer(plan: Plan, _: Context) -> Iterator[Finding]:
    """Nobody is named as issuer."""
    if plan.issuer is None and plan.header.attached_to is None:
        yield Finding.of("STR011", pointer="/header/issuer", span=plan.header.span)


def no_closing_mark(plan: Plan, _: Context) -> Iterator[Finding]:
    """The body ends without a mark."""
    if plan.closing is None:
        yield Finding.of("STR006", pointer="/closing")


def wrong_closing_mark(plan: Plan, _: Context) -> Iterator[Finding]:
    """The body ends with a mark, but not with ``./.``."""
    if plan.closing is None or plan.closing.text.endswith(_END_MARK):
        return
    text = plan.closing.text
    mark = text[len(text.rstrip("./")) :]
    yield Finding.of("STR007", args={"mark": mark or text[-1:]}, pointer="/closing", span=plan.closing.span)


def no_recipients(plan: Plan, _: Context) -> Iterator[Finding]:
    """Nơi nhận is missing or has no line."""
    if not plan.recipients and plan.header.attached_to is None:
        yield Finding.of("STR008", pointer="/recipients", span=plan.recipients_span)


def no_signature(plan: Plan, _: Context) -> Iterator[Finding]:
    """Nobody signs."""
    if plan.signature is None and plan.header.attached_to is None:
        yield Finding.of("STR009", pointer="/signature")


def number_without_zero(plan: Plan, _: Context) -> Iterator[Finding]:
    """A number below 10 stands without its zero."""
    number = plan.symbol.number if plan.symbol else None
    if number is not None and len(number) == 1:
        yield Finding.of("STR010", args={"number": number}, pointer="/header/symbol", span=plan.header.symbol_span)


STRUCTURE_RULES = (
    Rule(code="STR001", inspect=numbering_gap),
    Rule(code="STR002", inspect=marker_without_dot),
    Rule(code="STR003", inspect=number_repeated),
    Rule(code="STR004", inspect=no_number),
    Rule(code="STR005", inspect=no_date),
    Rule(code="STR006", inspect=no_closing_mark),
    Rule(code="STR007", inspect=wrong_closing_mark),
    Rule(code="STR008", inspect=no_recipients),
    Rule(code="STR009", inspect=no_signature),
    Rule(code="STR010", inspect=number_without_zero),
    Rule(code="STR011", inspect=no_issuer),
)
