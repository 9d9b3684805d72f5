"""Rules of the calendar (CAL): the Action Month, days that do not exist, stretches the wrong way round."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping

from vstbpn.calendars.mentions.occasion import CampaignMention
from vstbpn.calendars.occasions.campaign import Campaign
from vstbpn.calendars.occasions.observances import NATIONAL_CAMPAIGN, campaigns
from vstbpn.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from vstbpn.findings import Finding, rule_row
from vstbpn.plans.plan import Plan
from vstbpn.plans.year import is_national
from vstbpn.text import comparison_key
from vstbpn.validation.rules import Context, Rule
from vstbpn.values import evolve

_LONE_DAY = re.compile(r"(?:từ )?(?:ngày )?[0-9]{1,2} ?(?:đến|tới|[-–]) ")
"""The beginning of a stretch whose first day shares the month of the last: "từ ngày 20 đến ngày 15 tháng 11"."""


_DAY = re.compile(
    r"(?<![0-9])(?P<d>[0-9l]{1,2}) ?(?:[/.-]| (?:của )?tháng) ?(?P<m>[0-9l]{1,2})(?![0-9])(?: ?(?:[/.-]|,? năm) ?(?P<y>[0-9]{4}))?"
)
_MONTH = re.compile(r"tháng (?P<m>[0-9]{1,2})(?![0-9])(?: ?(?:[/-]|,? năm) ?(?P<y>[0-9]{4}))?")
_YEAR = re.compile(r"(?<![0-9])(?P<y>[0-9]{4})(?![0-9])")
_FEBRUARY, _MONTHS, _MOST_DAYS = 2, 12, 31
_WORDINGS: Mapping[str, Mapping[str, str]] = {
    "year": {
        "title_vi": "Năm ngoài phạm vi",
        "title_en": "Year out of range",
        "message_vi": "“{written}”: năm nằm ngoài các năm được xử lý, từ {first} đến {last}",
        "message_en": "“{written}”: the year is none of those dealt with, {first} to {last}",
        "fix_vi": "kiểm tra lại năm",
        "fix_en": "check the year",
    },
    "month": {
        "fix_vi": "một năm có 12 tháng: sửa lại tháng",
        "fix_en": "a year has 12 months: correct the month",
    },
    "overrun": {
        "fix_vi": "tháng {month} có {days} ngày: {last} hay {next}?",
        "fix_en": "month {month} has {days} days: {last} or {next}?",
    },
    "day": {
        "fix_vi": "tháng {month} có {days} ngày: sửa lại ngày",
        "fix_en": "month {month} has {days} days: correct the day",
    },
}
"""What is said of an impossible day beyond the wording of its rule, by what is wrong with it."""


def campaign_dates(plan: Plan, _: Context) -> Iterator[Finding]:
    """The Action Month for gender equality runs between the same days all over the country, since its first year.

    What is written without a day ("trong tháng 11") is held against it as far as it goes; years are the plan's own affair,
    which may look back on the month of another.
    """
    national = next(known for known in campaigns() if known.id == NATIONAL_CAMPAIGN)
    days = _day_of_the_year(national.start), _day_of_the_year(national.end)
    for number, campaign in enumerate(plan.campaigns):
        year = (campaign.start.year if campaign.start is not None else None) or plan.year
        if year is not None and national.since is not None and year < national.since:
            continue
        if not is_national(plan, campaign) or not _differs(campaign, national):
            continue
        yield Finding.of(
            "CAL001",
            args={"written": campaign.text, "expected": f"từ ngày {days[0]} đến ngày {days[1]}"},
            pointer=f"/campaigns/{number}",
            span=campaign.span,
        )


def _day_of_the_year(date: PartialDate) -> str:
    """A day as plans write it without its year (``15/11``); parts that are blank stay so."""
    return "/".join(str(part or "…") for part in (date.day, date.month))


def _differs(campaign: CampaignMention, national: Campaign) -> bool:
    """Whether the first or the last day differs, as far as month and day are written and possible."""
    pairs = ((campaign.start, national.start), (campaign.end, national.end))
    return any(
        (date.month not in {None, known.month}) or (date.day not in {None, known.day})
        for date, known in pairs
        if date is not None
    )


def impossible_day(plan: Plan, _: Context) -> Iterator[Finding]:
    """A deadline, a campaign or a feast day names a day that its month does not have, or a year out of range."""
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
            fault, args = _fault(text)
            finding = Finding.of("CAL002", args={"written": text, **args}, pointer=pointer, span=span)
            yield evolve(finding, wording=evolve(rule_row("CAL002"), **_WORDINGS[fault])) if fault else finding


def _fault(text: str) -> tuple[str | None, dict[str, str]]:
    """What is wrong with the first impossible date of some words, and what is to be told about it."""
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
    return None, {}


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


def ends_before_it_starts(plan: Plan, _: Context) -> Iterator[Finding]:
    """A campaign, or the stretch of a deadline, ends before it starts."""
    stretches = [
        *(
            (f"/campaigns/{place}", told.start, told.end, told.text, told.span)
            for place, told in enumerate(plan.campaigns)
        ),
        *(
            (f"/deadlines/{place}", told.start, told.due, told.text, told.span)
            for place, told in enumerate(plan.deadlines)
        ),
    ]
    for pointer, start, end, text, span in stretches:
        if start is not None and end is not None and _is_reversed(start, end, text):
            yield Finding.of("CAL003", args={"written": text or f"{start} - {end}"}, pointer=pointer, span=span)


def _is_reversed(start: PartialDate, end: PartialDate, text: str) -> bool:
    """Whether a stretch runs backwards; one without years may run over the turn of the year (from 15/12 to 14/01)."""
    first, last = start.earliest(), end.latest()
    if first is not None and last is not None and last < first:
        return True
    if start.month is None or start.month != end.month or (start.day or 0) <= (end.day or 31):
        return False
    return _LONE_DAY.match(comparison_key(text)) is not None


CALENDAR_RULES = (
    Rule(code="CAL001", inspect=campaign_dates),
    Rule(code="CAL002", inspect=impossible_day),
    Rule(code="CAL003", inspect=ends_before_it_starts),
)
