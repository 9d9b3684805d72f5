"""How long what a plan sets holds (thời gian thực hiện): the years of the plan, and what outlasts them."""

import datetime
import re
from typing import TYPE_CHECKING

from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod
from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.text import comparison_key

if TYPE_CHECKING:
    from vstbpn.plans.plan import Plan

Years = tuple[int | None, int | None]
"""The first and the last year something holds for; None where that side is open."""

_OF_A_YEAR = re.compile(
    r"(?<!đến )(?<!từ )(?<!tháng [0-9] )(?<!tháng [0-9]{2} )năm ([0-9]{4})(?![0-9]|\s?[-–—]\s?[0-9])"
)
_OF_YEARS = re.compile(r"(?<![0-9/])([0-9]{4})(?:\s?[-–—]\s?|,? đến (?:hết )?(?:năm )?)([0-9]{4})(?![0-9/])")
_UNTIL = re.compile(r"đến (?:hết )?năm ([0-9]{4})(?![0-9])")
_NEXT_YEAR = re.compile(r"(?<!\w)năm (?:sau|kế tiếp|kế sau|tiếp theo|tiếp sau|liền sau|liền kề)(?! trước)(?!\w)")
_EACH_YEAR = re.compile(r"(?<!\w)(?:(?:hàng|hằng|mỗi|mọi) năm|thường niên)(?!\w)")


def years_of_plan(plan: "Plan") -> Years:
    """The first and the last year a plan is for, by its title ("năm 2026", "giai đoạn 2021-2025", "đến năm 2030").

    A title that names none leaves the end open, and the plan begins in the year of its date.
    """
    title = comparison_key(plan.title or "")
    issued = plan.date.year if plan.date is not None else None
    if told := _OF_A_YEAR.findall(title):
        found: Years = (int(told[-1]), int(told[-1]))
    elif run := _OF_YEARS.search(title):
        found = int(run[1]), int(run[2])
    elif until := _UNTIL.search(title):
        found = issued, int(until[1])
    else:
        found = issued, None
    first, last = found
    if any(year is not None and not FIRST_YEAR <= year <= LAST_YEAR for year in found):
        return issued, None
    return (first, last) if first is None or last is None or first <= last else (issued, None)


def is_within(years: Years, year: int) -> bool:
    """Whether a year is one of those."""
    first, last = years
    return (first is None or first <= year) and (last is None or year <= last)


def is_next_year(deadline: Deadline) -> bool:
    """Whether it falls in the year after the plan's: "trước ngày 15/01 năm sau", "năm kế tiếp", "năm tiếp theo liền kề"."""
    return _NEXT_YEAR.search(comparison_key(deadline.text)) is not None


def outlasts(deadline: Deadline) -> bool:
    """Whether it goes on after a plan of one year: what is owed "hằng năm".

    Readers call yearly all that has a day and a month and comes back, "định kỳ 6 tháng (trước ngày 15/6)" and "năm sau" too; so
    where there are words, they have to say it.
    """
    if deadline.recurring != "yearly":
        return False
    period = deadline.period.text if deadline.period is not None else ""
    words = comparison_key(f"{deadline.text} ; {deadline.what or ''} ; {period}")
    return not deadline.text or _EACH_YEAR.search(words) is not None


def comes_back(deadline: Deadline) -> bool:
    """Whether its words say that it comes back; "trước ngày 15/6" alone is a day of the plan's year."""
    if is_next_year(deadline) and not outlasts(deadline):
        return False
    each = deadline.period is not None and deadline.period.each
    return deadline.recurring is not None or each or (deadline.due is not None and deadline.due.month is None)


def years_of_deadline(plan: "Plan", deadline: Deadline, kind: PeriodKind | None) -> Years:
    """The years that what has no year of its own holds for: those of the plan; "hằng năm" outlasts a plan of one year."""
    first, last = years_of_plan(plan)
    if first is not None and last == first + 1 and kind is not None and kind.is_of_schools:
        return first, first
    return (first, None) if first == last and outlasts(deadline) else (first, last)


def since(plan: "Plan", deadline: Deadline, years: Years) -> datetime.date | None:
    """The first day on which what comes back is owed: that of the plan, unless all its years were over by then."""
    issued = plan.date.earliest() if plan.date is not None else None
    if issued is None or not comes_back(deadline):
        return None
    return issued if years[1] is None or issued.year <= years[1] else None


def stands(plan: "Plan", turn: Deadline, told: Deadline, last: datetime.date, period: ReportingPeriod | None) -> bool:
    """Whether a turn of a deadline without a year is one of the plan's, as ``Plan.obligations`` bounds them.

    A report belongs to the years of the plan by its period, so that the last one may be due after them; but none is
    due before they begin.

    Args:
        plan: The plan.
        turn: The deadline as it falls due in a year.
        told: The deadline as the plan has it.
        last: The last day in time.
        period: What is reported on, if anything.
    """
    years = years_of_deadline(plan, told, period.kind if period is not None else None)
    issued = since(plan, told, years)
    if issued is not None and last < issued:
        return False
    if period is not None:
        year = period.year
    elif is_next_year(told) and turn.due is not None and turn.due.year is not None:
        year = turn.due.year - 1
    else:
        year = last.year
    first, until = years
    began = first is None or (first <= last.year and first <= year)
    return began and (until is None or last.year <= until or year <= until)
