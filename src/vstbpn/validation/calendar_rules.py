"""Rules of the calendar (CAL): the Action Month, days that do not exist, stretches the wrong way round."""

import re
from collections.abc import Iterator

from vstbpn.calendars.occasions.observances import NATIONAL_CAMPAIGN, campaigns
from vstbpn.dates import PartialDate
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.plans.year import is_national
from vstbpn.text import comparison_key
from vstbpn.validation.rules import Context, Rule

_LONE_DAY = re.compile(r"(?:từ )?(?:ngày )?[0-9]{1,2} ?(?:đến|tới|[-–]) ")
"""The beginning of a stretch whose first day shares the month of the last: "từ ngày 20 đến ngày 15 tháng 11"."""


def campaign_dates(plan: Plan, _: Context) -> Iterator[Finding]:
    """The Action Month for gender equality runs between the same days all over the country, since its first year."""
    national = next(known for known in campaigns() if known.id == NATIONAL_CAMPAIGN)
    days = _day_of_the_year(national.start), _day_of_the_year(national.end)
    for number, campaign in enumerate(plan.campaigns):
        year = campaign.start.year or plan.year
        if year is not None and national.since is not None and year < national.since:
            continue
        if not is_national(plan, campaign):
            continue
        if (_day_of_the_year(campaign.start), _day_of_the_year(campaign.end)) == days:
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


def impossible_day(plan: Plan, _: Context) -> Iterator[Finding]:
    """A deadline names a day that its month does not have."""
    for number, deadline in enumerate(plan.deadlines):
        if deadline.impossible:
            yield Finding.of(
                "CAL002", args={"written": deadline.text}, pointer=f"/deadlines/{number}", span=deadline.span
            )


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
