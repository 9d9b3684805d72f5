"""Rules of place and date (STR): Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4."""

import re
from collections.abc import Iterator

from vstbpn.findings import Edit, Finding
from vstbpn.plans.plan import Plan
from vstbpn.reading.regions import NATIONAL
from vstbpn.text import comparison_key, fold
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.structure.head import Head, head_of, number_line_of
from vstbpn.values import Span
from vstbpn.vocabulary import DocumentFamily

_FIGURES = re.compile(r"(?:ngày\s{1,60})?[0-9]{1,2}\s{0,9}[/.-]")
_IN_WORDS = re.compile(
    r"ngày[….\s]{1,60}(?:(?P<day>[0-9]{1,2})\s{1,9})?tháng\s{1,9}(?P<month>[0-9](?: ?[0-9])?)(?![0-9])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_RANKS = frozenset(["tỉnh", "thành", "phố", "tp", "huyện", "quận", "thị", "xã", "trấn", "phường", "đặc", "khu", "và"])
"""Words before a name that are no part of it."""

_MOST_WORDS = 6
_MONTHS_WITH_ZERO = 2


def place_and_date_wording(plan: Plan, context: Context) -> Iterator[Finding]:
    """No comma after the place, a date in figures, or a place with a small letter: "Hà nội, ngày 05/3/2026"."""
    header, head = plan.header, head_of(plan, context)
    if head is None or header.place is None or header.place.span is None or header.date_span is None:
        return
    if header.family is DocumentFamily.PARTY or not _is_own(plan, context):
        return
    place, date = header.place.span, header.date_span
    if not place.start <= place.end <= date.start or context.source is None:
        return
    yield from _small_letters(plan, head, place)
    if "," not in context.source[place.end : date.start]:
        yield Finding.of(
            "STR021",
            args={"written": header.place.text},
            pointer="/header/place",
            span=place,
            edits=(Edit(span=Span(place.end, place.end), text=","),),
        )
    words = fold(date.of(context.source)).text
    if _FIGURES.match(words) and header.date is not None and header.date.is_complete:
        yield Finding.of(
            "STR021",
            args={"written": words, "expected": header.date.vi},
            pointer="/header/date",
            span=date,
            edits=(Edit(span=date, text=header.date.vi),),
            variant="figures",
        )


def _is_own(plan: Plan, context: Context) -> bool:
    """Whether place and date are those of the document: its number or the national title stands with them."""
    head = head_of(plan, context)
    return head is not None and (number_line_of(plan, context) is not None or NATIONAL.search(head.text) is not None)


def _small_letters(plan: Plan, head: Head, place: Span) -> Iterator[Finding]:
    start, end = head.place(place.start), head.place(place.end)
    if start is None or end is None or plan.place is None:
        return
    words = list(_WORD.finditer(head.text, start, end))
    small = [word for word in words if word[0][0].islower() and comparison_key(word[0]) not in _RANKS]
    if not small or len(words) > _MOST_WORDS or len(small) == len(words) > 2:
        return
    edits = tuple(Edit(span=head.span(word.start(), word.start() + 1), text=word[0][0].upper()) for word in small)
    expected = plan.place
    for word in small:
        expected = re.sub(rf"(?<![^\W_]){re.escape(word[0])}(?![^\W_])", word[0][0].upper() + word[0][1:], expected)
    yield Finding.of(
        "STR021",
        args={"written": plan.place, "expected": expected},
        pointer="/header/place",
        span=place,
        edits=edits,
        variant="capital",
    )


def zeros_of_date(plan: Plan, context: Context) -> Iterator[Finding]:
    """A day below 10, January or February without a zero; March to September with one."""
    head, span = head_of(plan, context), plan.header.date_span
    if head is None or span is None or plan.header.family is DocumentFamily.PARTY or not _is_own(plan, context):
        return
    at = head.place(span.start)
    found = _IN_WORDS.match(head.text, at) if at is not None else None
    if found is None:
        return
    for name, most, variant in (("day", 9, "day"), ("month", _MONTHS_WITH_ZERO, "month")):
        written = found[name]
        if written is not None and len(written) == 1 and 1 <= int(written) <= most:
            yield _zero_finding(head, found, name, f"0{written}", variant)
    month = found["month"]
    if len(month) > 1 and month[0] == "0" and int(month[-1]) > _MONTHS_WITH_ZERO:
        yield _zero_finding(head, found, "month", month[-1], "extra")


def _zero_finding(head: Head, found: re.Match[str], name: str, expected: str, variant: str) -> Finding:
    start, end = found.span(name)
    missing = len(expected) > end - start
    edit = Edit(span=head.span(start, start if missing else end - 1), text="0" if missing else "")
    return Finding.of(
        "STR022",
        args={"written": found[name], "expected": expected},
        pointer="/header/date",
        span=head.span(start, end),
        edits=(edit,),
        variant=variant,
    )


_HEADER = (
    "UBND TỈNH HƯNG YÊN\nSỞ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "Số: 15/KH-SYT\n\n{}\n\nKẾ HOẠCH\nCông tác nữ công\n"
)

PLACE_AND_DATE_RULES = (
    Rule(
        code="STR021",
        inspect=place_and_date_wording,
        violating=_HEADER.format("Hưng Yên ngày 05 tháng 3 năm 2026"),
        conforming=_HEADER.format("Hưng Yên, ngày 05 tháng 3 năm 2026"),
    ),
    Rule(
        code="STR022",
        inspect=zeros_of_date,
        violating=_HEADER.format("Hưng Yên, ngày 5 tháng 3 năm 2026"),
        conforming=_HEADER.format("Hưng Yên, ngày 05 tháng 3 năm 2026"),
    ),
)
