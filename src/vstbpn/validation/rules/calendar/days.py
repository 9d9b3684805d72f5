"""A rule of the calendar (CAL): days that do not exist."""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator

from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.text import comparison_key
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.pieces import piece
from vstbpn.validation.rules.references.cited_dates import impossible_dates
from vstbpn.values import Span

_DAY = re.compile(
    r"(?<![0-9])(?P<d>[0-9l]{1,2}) ?(?:[/.-]| (?:của )?tháng) ?(?P<m>[0-9l]{1,2})(?![0-9])(?: ?(?:[/.-]|,? năm) ?(?P<y>[0-9]{4}))?"
)
_MONTH = re.compile(r"tháng (?P<m>[0-9]{1,2})(?![0-9])(?: ?(?:[/-]|,? năm) ?(?P<y>[0-9]{4}))?")
_YEAR = re.compile(r"(?<![0-9])(?P<y>[0-9]{4})(?![0-9])")
_FEBRUARY, _MONTHS, _MOST_DAYS = 2, 12, 31


_WHOLE_DATE = re.compile(
    r"(?<![0-9/.,-])(?P<d>[0-9]{1,2})(?P<sep>[ ]?[/-][ ]?)(?P<m>[0-9]{1,2})(?P=sep)(?P<y>(?:19|20)[0-9]{2})(?![0-9]|[/-][\w])"
)
_WORDED_DATE = re.compile(
    r"(?<=gày )(?P<d>[0-9]{1,2})[ \n]{1,3}tháng[ \n]{1,3}(?P<m>[0-9]{1,2}),?[ \n]{1,3}năm[ \n]{1,3}(?P<y>(?:19|20)[0-9]{2})(?![0-9])"
)
_ANCHOR = re.compile(r"[23](?:(?<=2)9|(?<=3)[0-9])(?=[ ]?[/-]|[ \n]{1,3}tháng)")
_MONTH_ANCHOR = re.compile(r"/(?=[ ]?1[3-9][ ]?/)")
"""What no impossible date can be without: a day late in its month, or a month after the twelfth."""
_LATE_MONTH = re.compile(r"háng[ \n]{1,3}1[3-9]")
_BACK = 6


def impossible_day(plan: Plan, context: Context) -> Iterator[Finding]:
    """A day that its month does not have: of a deadline, a campaign or a feast, or of any date that is written in full."""
    told = tuple(_impossible_moments(plan))
    yield from told
    found = piece(plan, context)
    if found is None:
        return
    # The dates that acts are cited with have a rule of their own (REF021).
    cited = (date.span for date in context.shared(impossible_dates, plan).values())
    taken = sorted(
        [*(finding.span for finding in told if finding.span is not None), *cited], key=lambda span: span.start
    )
    starts = [span.start for span in taken]
    for match in _impossible_dates(found.folded.text):
        span = found.folded_span(match.start(), match.end())
        before = bisect_left(starts, span.end)
        if not any(_touches(span, other) for other in taken[max(0, before - 2) : before]):
            variant, args = _fault(match[0])
            written = " ".join(match[0].split())
            yield Finding.of("CAL002", args={"written": written, **args}, span=span, variant=variant)


def _impossible_dates(text: str) -> Iterator[re.Match[str]]:
    """The dates written in full that are none of the calendar, in reading order."""
    done = 0
    anchors = sorted(match.span() for pattern in (_ANCHOR, _MONTH_ANCHOR) for match in pattern.finditer(text))
    for start, end in anchors:
        low = max(done, start - _BACK)
        match = _WHOLE_DATE.search(text, low, end + _LONGEST) or _WORDED_DATE.search(text, low, end + _LONGEST)
        if match is not None and match.start() <= start < match.end():
            done = match.end()
            if not _exists(match) and _is_a_date(text, match):
                yield match
    if _LATE_MONTH.search(text):
        yield from (
            match for match in _WORDED_DATE.finditer(text) if int(match["m"]) > _MONTHS and int(match["d"]) < _LATE
        )


_LONGEST, _LATE = 40, 29


def _exists(match: re.Match[str]) -> bool:
    day, month, year = int(match["d"]), int(match["m"]), int(match["y"])
    return 1 <= month <= _MONTHS and 1 <= day <= monthrange(year, month)[1]


def _is_a_date(text: str, match: re.Match[str]) -> bool:
    """Whether figures are meant for a date: a first or second part far out of range are those of a symbol or a telephone number."""
    if match.re is _WORDED_DATE or text[max(0, match.start() - 5) : match.start()].casefold().endswith("ngày "):
        return True
    return match["sep"].strip() == "/" and 0 < int(match["d"]) <= _MOST_DAYS and 0 < int(match["m"]) <= _MONTHS


def _touches(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end


def _impossible_moments(plan: Plan) -> Iterator[Finding]:
    """The deadlines, campaigns and feast days whose day does not exist, or whose year is out of range."""
    told = [
        *(
            (f"/deadlines/{number}", told.impossible, told.text, told.span)
            for number, told in enumerate(plan.deadlines)
        ),
        *(
            (f"/campaigns/{number}", told.impossible, told.text, told.span)
            for number, told in enumerate(plan.campaigns)
        ),
        *(
            (f"/observances/{number}", told.impossible, told.text, told.span)
            for number, told in enumerate(plan.observances)
        ),
    ]
    for pointer, impossible, text, span in told:
        if impossible:
            variant, args = _fault(text)
            yield Finding.of("CAL002", args={"written": text, **args}, pointer=pointer, span=span, variant=variant)


def _fault(text: str) -> tuple[str, dict[str, str]]:
    """Which wording of the rule fits the first impossible date of some words, and what it needs."""
    key = comparison_key(text)
    for match in (*_DAY.finditer(key), *_MONTH.finditer(key), *_YEAR.finditer(key)):
        parts = match.groupdict()
        day, month, year = (_number(parts.get(name)) for name in "dmy")
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            return "year", {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
        if month is not None and not 1 <= month <= _MONTHS:
            return "month", {}
        if day is None or month is None:
            continue
        days = monthrange(year or 2000, month)[1]
        if not 1 <= day <= days:
            return _fault_of_day(day, month, days, year)
    return "", {}


def _fault_of_day(day: int, month: int, days: int, year: int | None) -> tuple[str, dict[str, str]]:
    name = _written(month=month)
    # The days of February depend on the year.
    args = {"month": f"{name}/{year}" if year and month == _FEBRUARY else name, "days": str(days)}
    if not days < day <= _MOST_DAYS:
        return "day", args
    # December has all 31 days, so the next month is of the same year.
    return "overrun", {**args, "last": f"{days}/{name}", "next": f"01/{_written(month=month + 1)}"}


def _written(*, month: int) -> str:
    """The number of a month, 1 and 2 with a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4)."""
    return f"{month:02}" if month <= _FEBRUARY else str(month)


def _number(figures: str | None) -> int | None:
    """A number of which scanned text may have an l for a 1."""
    return int(figures.replace("l", "1")) if figures else None


_PLAN = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nI. TỔ CHỨC THỰC HIỆN\n\n"

DAY_RULES = (
    Rule(
        code="CAL002",
        inspect=impossible_day,
        violating=f"{_PLAN}Các đơn vị gửi báo cáo trước ngày 31/6/2026.\n",
        conforming=f"{_PLAN}Các đơn vị gửi báo cáo trước ngày 30/6/2026.\n",
    ),
)
