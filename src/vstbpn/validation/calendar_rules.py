"""Rules of the calendar (CAL): the Action Month and days that do not exist."""

from collections.abc import Iterator

from vstbpn.calendars.observances import NATIONAL_CAMPAIGN, campaigns
from vstbpn.dates import PartialDate
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.text import comparison_key
from vstbpn.validation.rules import Context, Rule

_SHORT_NAME = 3


def campaign_dates(plan: Plan, _: Context) -> Iterator[Finding]:
    """The Action Month for gender equality runs between the same days all over the country, since its first year."""
    national = next(known for known in campaigns() if known.id == NATIONAL_CAMPAIGN)
    days = _day_of_the_year(national.start), _day_of_the_year(national.end)
    for number, campaign in enumerate(plan.campaigns):
        year = campaign.start.year or plan.year
        if year is not None and national.since is not None and year < national.since:
            continue
        # A short name ("Tháng hành động") means what the plan is about.
        about = campaign.name if len(campaign.name.split()) > _SHORT_NAME else f"{campaign.name} {plan.title or ''}"
        if "bình đẳng giới" not in comparison_key(about):
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


CALENDAR_RULES = (
    Rule(code="CAL001", inspect=campaign_dates),
    Rule(code="CAL002", inspect=impossible_day),
)
