"""Checking a plan (kiểm tra kế hoạch)."""

import datetime

from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.errors import InvalidValueError
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.references.acts.acts import Acts
from vstbpn.validation.calendar_rules import CALENDAR_RULES
from vstbpn.validation.goal_rules import GOAL_RULES
from vstbpn.validation.reference_rules import REFERENCE_RULES
from vstbpn.validation.report import Report
from vstbpn.validation.rules import Context, RuleSet
from vstbpn.validation.structure_rules import STRUCTURE_RULES

DEFAULT_RULES = RuleSet(rules=(*STRUCTURE_RULES, *REFERENCE_RULES, *GOAL_RULES, *CALENDAR_RULES))
"""Every rule the library ships."""


_NO_PLAN = "expected a Plan; of a reading take .plan, which is None where .findings say that the text is no plan"


def check(
    plan: Plan,
    *,
    rules: RuleSet | None = None,
    acts: Acts | None = None,
    on: datetime.date | None = None,
) -> Report:
    """Check a plan against the rules that hold for it.

    Args:
        plan: The plan; any is checked, however incomplete.
        rules: The rules; all that are shipped by default.
        acts: The catalogue of acts to hold references against; the bundled one by default.
        on: The day to judge by. By default the plan's date; where that is blank, the last day of its year; where no
            year is known either, the rules in force without end, and no act is taken for expired.

    Raises:
        InvalidValueError: What is given is no plan.

    Returns:
        The findings in the order they stand in the text, then by code.

    >>> sorted({finding.code for finding in check(Plan(), on=datetime.date(2026, 1, 1))})
    ['STR004', 'STR005', 'STR006', 'STR008', 'STR009', 'STR011']
    """
    if not isinstance(plan, Plan):
        raise InvalidValueError("plan", type(plan).__name__, _NO_PLAN)
    day = on or _day_of(plan)
    context = Context(acts=Acts.bundled() if acts is None else acts, on=day)
    findings = [
        finding
        for rule in (DEFAULT_RULES if rules is None else rules)
        if rule.applies_to(plan, day)
        for finding in rule.findings(plan, context)
    ]
    return Report(findings=tuple(sorted(findings, key=_place)))


def _day_of(plan: Plan) -> datetime.date | None:
    """The day a plan is judged by where none is given: its date, else the last day of its year, else none."""
    day = plan.date.latest() if plan.date is not None else None
    if day is not None or plan.year is None or not FIRST_YEAR <= plan.year <= LAST_YEAR:
        return day
    return datetime.date(plan.year, 12, 31)


def _place(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.span
    return (span.start if span else -1, span.end if span else -1, finding.code, finding.pointer)
