"""Rules of the header as a whole (STR): what is missing, what stands in the wrong place, what the title says.

Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1 to II.5.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.reading.lines import Line
from vstbpn.reading.regions import BASIS, NATIONAL, PARTY
from vstbpn.reading.type_lines import type_of_line
from vstbpn.references.symbols.symbol import read_symbol
from vstbpn.text import clean, comparison_key
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.structure.head import below_type, head_of, number_line_of
from vstbpn.validation.rules.structure.national_title import NATIONAL_TITLE_RULES
from vstbpn.validation.rules.structure.own_series import OWN_SERIES_RULES, stands_upside_down
from vstbpn.validation.rules.structure.place_and_date import PLACE_AND_DATE_RULES
from vstbpn.validation.rules.structure.symbol_line import SYMBOL_LINE_RULES
from vstbpn.values import Span
from vstbpn.vocabulary import DocumentType

_BELOW = 800
_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(r"S[ốỐ]\s{0,3}:\s{0,20}(?=[0-9])")
_PLACE_AND_DATE = re.compile(
    r"[^\W\d_][^,;:\d\n]{1,40},\s{0,2}ngày\s{1,9}[0-9]{1,2}\s{1,9}tháng\s{1,9}[0-9]{1,2}\s{1,9}năm\s{1,9}[0-9]{4}"
)
_ITEM = re.compile(r"(?:[IVX]{1,4}|[0-9]{1,2}|[A-Z])[.)/]\s|(?:PHẦN|Phần|CHƯƠNG|Chương|Điều)\s")
_OPENS_BODY = re.compile(
    r"(?:[-+–]\s{0,3})?Căn\s{1,3}cứ\s|Kính\s{1,3}gửi\s?:|(?:I|A|1)[.)/]\s|(?:PHẦN|Phần)\s|Điều\s1[.:]"
)
_MOST_LINES = 8
_OF_AN_EVENT = frozenset({DocumentType.PROGRAMME, DocumentType.MINUTES, DocumentType.INVITATION})
"""Types below whose title the place and day of a meeting may stand."""

_TITLED = frozenset({
    DocumentType.PLAN, DocumentType.PROGRAMME, DocumentType.ACTION_PROGRAMME, DocumentType.DECISION,
    DocumentType.DIRECTIVE, DocumentType.RESOLUTION, DocumentType.GUIDANCE, DocumentType.REPORT, DocumentType.NOTICE,
    DocumentType.SCHEME, DocumentType.OPTION, DocumentType.SUBMISSION,
})  # fmt: skip
"""Types that always tell below them what they are about."""

_YEAR_OF_WORK = re.compile(
    r"(?:v/v |về (?:việc )?)?(?:thực hiện |triển khai |tổ chức |thực hiện và |triển khai thực hiện )?(?:các )?"
    r"(?:công tác|hoạt động|nhiệm vụ|chương trình công tác|phong trào|tháng hành động)\s[^\d]{0,400}?năm (?P<year>[0-9]{4})"
)
_LOOKS_BACK = re.compile(
    r"tổng kết|sơ kết|đánh giá|kiểm điểm|khắc phục|kết luận|luật|pháp lệnh|nghị quyết|nghị định|quyết toán|"
    r"kiểm tra|thanh tra|kiểm toán|giám sát|kiểm kê|xét|khen thưởng|báo cáo|điều tra|khảo sát|bổ sung|điều chỉnh|kỷ niệm|"
    r"công bố|xếp loại|xếp hạng|bình chọn|phân loại|tồn đọng|kết quả|học|quý|tháng [0-9]"
)


_INSERTED = re.compile(r"S[ốỐ]\W{0,8}[0-9]{1,5}[ ]?(?:[^\W\d_]|bis)[ ]?[/-][ ]?[^\W\d_]")
"""A number with a letter, as a document gets that is put into the register between two others: "Số: 12A/KH-UBND"."""


class _Misplaced(NamedTuple):
    """What of number and date stands below the type."""

    number: Span | None = None
    date: Span | None = None


def no_number(plan: Plan, context: Context) -> Iterator[Finding]:
    """The number is blank, or there is no number and symbol at all."""
    if plan.symbol is not None and plan.symbol.number is not None:
        return
    head = head_of(plan, context) if plan.symbol is None else None
    if head is not None and _INSERTED.search(head.text):
        return
    if plan.header.attached_to is None and context.shared(_below, plan).number is None:
        yield Finding.of("STR004", pointer="/header/symbol", span=plan.header.symbol_span or plan.header.span)


def no_date(plan: Plan, context: Context) -> Iterator[Finding]:
    """The date of issue is missing or has a blank in it."""
    if plan.date is not None and plan.date.is_complete:
        return
    if plan.header.attached_to is None and context.shared(_below, plan).date is None:
        yield Finding.of("STR005", pointer="/header/date", span=plan.header.date_span or plan.header.span)


def no_issuer(plan: Plan, _: Context) -> Iterator[Finding]:
    """Nobody is named as issuer."""
    if plan.issuer is None and plan.header.attached_to is None:
        yield Finding.of("STR011", pointer="/header/issuer", span=plan.header.span)


def parts_out_of_order(plan: Plan, context: Context) -> Iterator[Finding]:
    """Parts of the header that stand where others belong."""
    yield from below_the_type(plan, context)
    yield from _superior_below(plan)


def _superior_below(plan: Plan) -> Iterator[Finding]:
    """The body whose symbol it is stands above the one that is over it: a department above its people's committee."""
    above, below = plan.header.superior, plan.header.issuer
    if above is None or below is None or plan.header.attached_to is not None or not stands_upside_down(plan):
        return
    span = below.span
    if above.span is not None and span is not None and above.span.start < span.end:
        span = Span(above.span.start, span.end)
    args = {"above": above.text, "below": below.text}
    yield Finding.of("STR014", args=args, pointer="/header/superior", span=span, variant="superior")


def below_the_type(plan: Plan, context: Context) -> Iterator[Finding]:
    """Number, or place and date, stand below the type: however a header was flattened, they stand above it."""
    misplaced = context.shared(_below, plan)
    if misplaced.number is not None:
        yield Finding.of("STR014", pointer="/header/symbol", span=misplaced.number)
    if misplaced.date is not None:
        yield Finding.of("STR014", pointer="/header/date", span=misplaced.date, variant="date")


def _below(plan: Plan, context: Context) -> _Misplaced:
    """Number and date between the type and the body, where none stand above the type."""
    header = plan.header
    if header.attached_to is not None or (header.symbol is not None and header.date_span is not None):
        return _Misplaced()
    below = below_type(plan, context, _BELOW)
    if below is None or NATIONAL.search(below.text) or PARTY.search(below.text):
        # What stands above is the cover, and the header comes below it.
        return _Misplaced()
    number = date = None
    kind = DocumentType.named(plan.type or "")
    for line in list(_LINE.finditer(below.text))[:_MOST_LINES]:
        words = line[0].strip()
        start = line.start() + line[0].find(words)
        # "Thực hiện …" opens a basis, and a title as well.
        if (BASIS.match(words) and not (plan.title or "").startswith(clean(words))) or _ITEM.match(words):
            break
        if words and type_of_line(below.text, Line(start, start + len(words), 0, False, False)):  # A tuple.
            return _Misplaced()
        if header.symbol is None and number is None and _is_number(words):
            number = below.span(start, start + len(words))
        elif header.symbol is not None and header.date_span is None and date is None and kind not in _OF_AN_EVENT:
            date = below.span(start, start + len(words)) if _PLACE_AND_DATE.fullmatch(words) else None
    return _Misplaced(number, date)


def _is_number(words: str) -> bool:
    """Whether a line holds a number and symbol and nothing else."""
    word = _NUMBER.match(words)
    found = read_symbol(words, word.end(), len(words), marked=True) if word else None
    return found is not None and found.end == len(words)


def no_title(plan: Plan, context: Context) -> Iterator[Finding]:
    """The body begins right under the type: nothing tells what the document is about."""
    header = plan.header
    if header.title is not None or header.attached_to is not None or plan.type is None:
        return
    if DocumentType.named(plan.type) not in _TITLED or not _has_a_header(plan, context):
        return
    below = below_type(plan, context, _BELOW)
    first = _LINE.search(below.text.lstrip("\n .:*-–_#>")) if below is not None else None
    if first is not None and _OPENS_BODY.match(first[0]):
        yield Finding.of("STR023", args={"type": plan.type}, pointer="/header/title", span=header.type_span)


def _has_a_header(plan: Plan, context: Context) -> bool:
    """Whether a header stands above the type, so that it is no heading inside a text."""
    head = head_of(plan, context)
    return number_line_of(plan, context) is not None or (head is not None and NATIONAL.search(head.text) is not None)


def year_is_over(plan: Plan, context: Context) -> Iterator[Finding]:
    """The work of a year is planned in a document issued when that year was over."""
    title, issued = plan.title, plan.date.year if plan.date is not None else None
    if title is None or issued is None or not plan.is_plan:
        return
    key = comparison_key(clean(title))
    found = _YEAR_OF_WORK.fullmatch(key)
    if found is None or int(found["year"]) >= issued or _LOOKS_BACK.search(key):
        return
    span = plan.header.title.span if plan.header.title is not None else None
    words = context.text(span)
    if span is not None and words is not None and words.rstrip().endswith(found["year"]):
        end = span.start + len(words.rstrip())
        span = Span(end - len(found["year"]), end)
    yield Finding.of("STR024", args={"year": found["year"], "issued": issued}, pointer="/header/title", span=span)


_NATIONAL = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
_DAY = "Hưng Yên, ngày 05 tháng 3 năm 2026\n\n"
_NUMBER_OF_IT = "Số: 15/KH-SYT\n\n"
_ISSUER = "UBND TỈNH HƯNG YÊN\nSỞ Y TẾ\n\n"
_WHOLE = f"{_ISSUER}{_NATIONAL}{_NUMBER_OF_IT}{_DAY}KẾ HOẠCH\nCông tác nữ công năm 2026\n\nI. MỤC ĐÍCH\n"

HEADER_RULES = (
    Rule(code="STR004", inspect=no_number, violating=_WHOLE.replace("Số: 15", "Số:   "), conforming=_WHOLE),
    Rule(code="STR005", inspect=no_date, violating=_WHOLE.replace("ngày 05", "ngày   "), conforming=_WHOLE),
    Rule(code="STR011", inspect=no_issuer, violating=_WHOLE.removeprefix(_ISSUER), conforming=_WHOLE),
    Rule(
        code="STR014",
        inspect=parts_out_of_order,
        violating=_WHOLE.replace(_NUMBER_OF_IT, "").replace("KẾ HOẠCH\n", "KẾ HOẠCH\nSố: 15/KH-SYT\n"),
        conforming=_WHOLE,
    ),
    Rule(
        code="STR023",
        inspect=no_title,
        violating=_WHOLE.replace("Công tác nữ công năm 2026\n", ""),
        conforming=_WHOLE,
    ),
    Rule(
        code="STR024",
        inspect=year_is_over,
        violating=_WHOLE.replace("năm 2026\n\nI", "năm 2024\n\nI"),
        conforming=_WHOLE,
    ),
    *NATIONAL_TITLE_RULES,
    *SYMBOL_LINE_RULES,
    *OWN_SERIES_RULES,
    *PLACE_AND_DATE_RULES,
)
