"""Rules of the calendar (CAL): the Action Month and days that do not exist."""

from collections.abc import Iterator

from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.text import comparison_key
from vstbpn.validation.rules import Context, Rule

_FIRST, _LAST = (11, 15), (12, 15)
_SHORT_NAME = 3


def campaign_dates(plan: Plan, _: Context) -> Iterator[Finding]:
    """The Action Month for gender equality runs from 15 November to 15 December each year."""
    for number, campaign in enumerate(plan.campaigns):
        start, end = campaign.start, campaign.end
        # A short name ("Tháng hành động") means what the plan is about.
        about = campaign.name if len(campaign.name.split()) > _SHORT_NAME else f"{campaign.name} {plan.title or ''}"
        if "bình đẳng giới" not in comparison_key(about):
            continue
        if (start.month, start.day) == _FIRST and (end.month, end.day) == _LAST:
            continue
        yield Finding.of(
            "CAL001",
            args={"written": campaign.text, "expected": "từ ngày 15/11 đến ngày 15/12"},
            pointer=f"/campaigns/{number}",
            span=campaign.span,
        )


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
