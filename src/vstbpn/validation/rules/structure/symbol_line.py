"""Rules of the document's own number and symbol (STR): Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; the Party's guidance on form."""

import re
from collections.abc import Iterator

from vstbpn.findings import Edit, Finding
from vstbpn.plans.plan import PLAN_TYPES, Plan
from vstbpn.reading.regions import PARTY
from vstbpn.references.symbols.issuing_bodies import BodyKind
from vstbpn.references.symbols.repairs import BLANK, DASH, ETH, repairs_in
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.references.symbols.type_pairs import type_contradicts, type_of_code
from vstbpn.text import fold
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.structure.head import NumberLine, head_of, number_line_of
from vstbpn.validation.rules.structure.own_series import may_abbreviate
from vstbpn.values import Span
from vstbpn.vocabulary import DocumentFamily, DocumentType, SymbolStyle

_MECHANICAL = frozenset({BLANK, DASH, ETH})
"""Damage that is mended without knowing what was meant."""

_BEFORE_THE_MARK = re.compile(r"\s{1,3}(?=[/-])")
_WIDEST_HEADER = 700
_OTHER_TYPE = re.compile(r"(?:^|\n) {0,60}(?P<words>[^\W\d_]{2,6} [^\W\d_]{2,6})(?= )")


def number_without_zero(plan: Plan, context: Context) -> Iterator[Finding]:
    """A number below 10 stands without its zero."""
    number = plan.symbol.number if plan.symbol else None
    if number is None or number not in set("123456789"):
        return
    span = plan.header.symbol_span
    written = context.text(span)
    sure = span is not None and written is not None and written.startswith(number)
    edits = (Edit(span=Span(span.start, span.start), text="0"),) if sure and span is not None else ()
    yield Finding.of("STR010", args={"number": number}, pointer="/header/symbol", span=span, edits=edits)


def no_colon(plan: Plan, context: Context) -> Iterator[Finding]:
    """A State document has no colon after "Số"."""
    line = number_line_of(plan, context)
    if line is None or ":" in line.gap or plan.header.family is DocumentFamily.PARTY:
        return
    if _kind_of(plan) is BodyKind.PARTY:
        return
    at = line.head.span(line.word_end - 2, line.word_end)
    yield Finding.of("STR015", pointer="/header/symbol", span=at, edits=(Edit(span=Span(at.end, at.end), text=":"),))


def colon_of_the_state(plan: Plan, context: Context) -> Iterator[Finding]:
    """A Party document has a colon after "Số"."""
    line = number_line_of(plan, context)
    if line is None or ":" not in line.gap or plan.header.family is not DocumentFamily.PARTY:
        return
    kind = _kind_of(plan)
    if kind is BodyKind.PARTY or (kind is None and PARTY.search(line.head.text)):
        start, colon = line.word_end - 2, line.word_end + line.gap.index(":") + 1
        rest = "" if line.gap[line.gap.index(":") + 1 :] or line.start == colon + 1 else " "
        edit = Edit(span=line.head.span(line.word_end, colon), text=rest)
        yield Finding.of("STR016", pointer="/header/symbol", span=line.head.span(start, colon), edits=(edit,))


def _kind_of(plan: Plan) -> BodyKind | None:
    return plan.symbol.issuer_kind if plan.symbol is not None else None


def damaged_number(plan: Plan, context: Context) -> Iterator[Finding]:
    """The number and symbol were mended in reading: blanks, dashes, a slash that is missing, letters without marks."""
    symbol, line = plan.symbol, number_line_of(plan, context)
    if symbol is None or line is None or plan.header.symbol_span is None:
        return
    written = context.text(plan.header.symbol_span) or ""
    repairs = {*symbol.repairs, *repairs_in(written)}
    # A line end inside a symbol is the page's doing, not the writer's.
    if not repairs or "\n" in line.head.text[line.start : line.end]:
        return
    blank_alone = repairs == {BLANK} and _without_blank_before_mark(fold(written).text) == symbol.canonical
    yield Finding.of(
        "STR017",
        args={"written": " ".join(written.split()), "expected": symbol.canonical},
        pointer="/header/symbol",
        span=plan.header.symbol_span,
        edits=_mended(symbol, plan.header.symbol_span, repairs),
        variant="blank" if blank_alone else "",
    )


def _without_blank_before_mark(written: str) -> str:
    """The words without the blank that a number stamped into a form leaves before the slash."""
    return _BEFORE_THE_MARK.sub("", written, count=1)


def _mended(symbol: DocumentSymbol, span: Span, repairs: set[str]) -> tuple[Edit, ...]:
    return (Edit(span=span, text=symbol.canonical),) if repairs <= _MECHANICAL else ()


def type_against_own_symbol(plan: Plan, context: Context) -> Iterator[Finding]:
    """The type says one thing, the abbreviation in the document's own symbol another: KẾ HOẠCH numbered 12/CTr-UBND."""
    symbol, stated, type_span = plan.symbol, plan.type, plan.header.type_span
    if symbol is None or stated is None or plan.header.attached_to is not None:
        return
    kind = DocumentType.named(stated)
    if symbol.style is SymbolStyle.DISPATCH and kind in PLAN_TYPES and plan.header.type_span is not None:
        yield from _without_type(plan, kind)
        return
    shown = type_of_code(symbol.type_code)
    if shown is None or not type_contradicts(stated, symbol.type_code):
        return
    # "145/CT-KH" may be a dispatch of an office whose letters are those of a type (Cục Thuế).
    if kind is None or kind.abbreviation is None or kind.abbreviation in symbol.issuer_codes:
        return
    # Nor does "15/KH-TC" of a Phòng Kế hoạch - Tài chính name a type.
    if plan.issuer is not None and may_abbreviate(symbol.code, plan.issuer):
        return
    line = number_line_of(plan, context)
    if type_span is not None and context.source is not None and (line is None or _is_another_header(plan, line)):
        return
    yield Finding.of(
        "STR018",
        args={
            "type": stated,
            "symbol": symbol.canonical,
            "code": symbol.type_code,
            "shown": shown.vi,
            "expected": kind.abbreviation,
        },
        pointer="/header/symbol",
        span=plan.header.symbol_span,
    )


def _without_type(plan: Plan, kind: DocumentType) -> Iterator[Finding]:
    """A plan that is numbered as a dispatch is: the symbol lacks the abbreviation of the type, or runs on it without a hyphen."""
    first, hyphen, _ = plan.symbol.code.partition("-") if plan.symbol is not None else ("", "", "")
    # "KHPH-", "KHLN-": joint plans have abbreviations of their own.
    is_typed = hyphen and kind.abbreviation is not None and first.startswith(kind.abbreviation)
    if plan.symbol is not None and kind.abbreviation is not None and not is_typed:
        args = {"type": kind.vi, "symbol": plan.symbol.canonical, "expected": kind.abbreviation}
        span = plan.header.symbol_span
        yield Finding.of("STR018", args=args, pointer="/header/symbol", span=span, variant="untyped")


def _is_another_header(plan: Plan, line: NumberLine) -> bool:
    """Whether the number belongs to a document above: the type stands far below, or another type stands between."""
    between = line.head.text[line.end :]
    if len(between) > _WIDEST_HEADER:
        return True
    kinds = (DocumentType.named(found["words"]) for found in _OTHER_TYPE.finditer(between))
    return any(kind is not None and kind.vi != plan.type for kind in kinds)


def other_systems_style(plan: Plan, context: Context) -> Iterator[Finding]:
    """A State organ numbers as the Party does (05-KH/UBND), or a Party organ as the State does (05/KH-TU)."""
    symbol = plan.symbol
    if symbol is None or plan.header.attached_to is not None:
        return
    expected = symbol.suggestion or _as_the_party_numbers(plan, symbol)
    if expected is None:
        return
    if head_of(plan, context) is not None and number_line_of(plan, context) is None:
        return
    yield Finding.of(
        "STR020",
        args={"written": symbol.canonical, "expected": expected.canonical},
        pointer="/header/symbol",
        span=plan.header.symbol_span,
        variant="party" if expected.style is SymbolStyle.PARTY else "",
    )


def _as_the_party_numbers(plan: Plan, symbol: DocumentSymbol) -> DocumentSymbol | None:
    """The number and symbol of a document under the Party's name that is numbered as the State does, whoever the body is."""
    kind, hyphen, body = symbol.code.partition("-")
    if plan.header.family is not DocumentFamily.PARTY or symbol.style is not SymbolStyle.STATE or not hyphen:
        return None
    if type_of_code(kind) is None or "-" in body or "/" in body:
        return None
    return DocumentSymbol(number=symbol.number, code=f"{kind}/{body}", style=SymbolStyle.PARTY)


_STATE = (
    "UBND TỈNH HƯNG YÊN\nSỞ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "{}\n\nHưng Yên, ngày 05 tháng 3 năm 2026\n\n{}\nCông tác nữ công\n"
)
_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM\n\nTỈNH ỦY HƯNG YÊN\n*\n\n{}\n\nHưng Yên, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác nữ công\n"

SYMBOL_LINE_RULES = (
    Rule(
        code="STR010",
        inspect=number_without_zero,
        violating=_STATE.format("Số: 5/KH-SYT", "KẾ HOẠCH"),
        conforming=_STATE.format("Số: 05/KH-SYT", "KẾ HOẠCH"),
    ),
    Rule(
        code="STR015",
        inspect=no_colon,
        violating=_STATE.format("Số 15/KH-SYT", "KẾ HOẠCH"),
        conforming=_STATE.format("Số: 15/KH-SYT", "KẾ HOẠCH"),
    ),
    Rule(
        code="STR016",
        inspect=colon_of_the_state,
        violating=_PARTY.format("Số: 15-KH/TU"),
        conforming=_PARTY.format("Số 15-KH/TU"),
    ),
    Rule(
        code="STR017",
        inspect=damaged_number,
        violating=_STATE.format("Số: 15/KH – SYT", "KẾ HOẠCH"),
        conforming=_STATE.format("Số: 15/KH-SYT", "KẾ HOẠCH"),
    ),
    Rule(
        code="STR018",
        inspect=type_against_own_symbol,
        violating=_STATE.format("Số: 15/CTr-SYT", "KẾ HOẠCH"),
        conforming=_STATE.format("Số: 15/CTr-SYT", "CHƯƠNG TRÌNH"),
    ),
    Rule(
        code="STR020",
        inspect=other_systems_style,
        violating=_STATE.format("Số: 15-KH/SYT", "KẾ HOẠCH"),
        conforming=_STATE.format("Số: 15/KH-SYT", "KẾ HOẠCH"),
    ),
)
