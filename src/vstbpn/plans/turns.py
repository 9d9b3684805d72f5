"""The deadlines of a plan, the task each stands in, and the turns each has in a year (các lần đến hạn)."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vstbpn.calendars.mentions.deadline import BeforePolicy, Deadline
from vstbpn.calendars.mentions.period import PeriodMention
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod, day_of_month
from vstbpn.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from vstbpn.plans.lasting import is_next_year, outlasts
from vstbpn.plans.task import Task
from vstbpn.text import comparison_key
from vstbpn.values import Span, evolve, frozen
from vstbpn.vocabulary import Relation

if TYPE_CHECKING:
    from vstbpn.plans.plan import Plan

_STEPS = {None: 12, "yearly": 12, "half-yearly": 6, "quarterly": 3, "monthly": 1}
"""How many months pass from one turn to the next."""

_KINDS = {"monthly": PeriodKind.MONTH, "quarterly": PeriodKind.QUARTER, "half-yearly": PeriodKind.HALF}
"""What a report is about that comes back so often, where no words name it; the others are about a year."""

_DAY_OF_QUARTER = re.compile(
    r"ngày ([0-9]{1,2}) (?:của )?tháng (?:(?P<first>đầu|thứ nhất)|(?P<second>giữa|thứ hai)|(?:cuối|thứ ba))(?: tiên| cùng)?"
    r"(?: của| trong)?(?: (?:hàng|hằng|mỗi))? quý"
)
"""A day of a quarter, whose month no partial date can tell: "ngày 20 của tháng cuối quý"."""

_MOST_DAYS = 31
_MID_MONTH = 15
_MOST_YEARS_LATER = 2
"""How many years after it begins a period may be reported on."""


@frozen
class PlanDeadline:
    """A deadline of a plan (thời hạn trong kế hoạch), and the task it stands in.

    ``pointer`` says where in the plan (RFC 6901): ``/deadlines/3``.
    """

    deadline: Deadline
    pointer: str
    task: Task | None = None

    @property
    def who(self) -> str | None:
        """Who owes what is due: those its sentence names, or else the unit of its task."""
        if self.deadline.who is not None:
            return self.deadline.who.text
        return self.task.unit.text if self.task is not None and self.task.unit is not None else None

    @property
    def to_whom(self) -> str | None:
        """Whom it is owed to, as far as its sentence says."""
        return self.deadline.to_whom.text if self.deadline.to_whom is not None else None

    @property
    def what(self) -> str:
        """The words of the duty, or else those of its task, or else its date words."""
        return self.deadline.what or (self.task.text if self.task is not None else "") or self.deadline.text


def deadlines_of(plan: "Plan") -> tuple[PlanDeadline, ...]:
    """The deadlines of a plan in reading order, then those that stand in its tasks alone, as in a plan made by hand."""
    standing: dict[Span | Deadline, list[Task]] = {}
    for task in plan.tasks:
        for deadline in task.deadlines:
            standing.setdefault(_key(deadline), []).append(task)
    found: list[PlanDeadline] = []
    seen: Counter[Span | Deadline] = Counter()
    for number, deadline in enumerate(plan.deadlines):
        task_of_it = _task(standing.get(_key(deadline), []), deadline, seen[_key(deadline)])
        found.append(PlanDeadline(deadline=_placed(deadline), pointer=f"/deadlines/{number}", task=task_of_it))
        seen[_key(deadline)] += 1
    for place, task in enumerate(plan.tasks):
        for number, deadline in enumerate(task.deadlines):
            if not seen[_key(deadline)]:
                pointer = f"/tasks/{place}/deadlines/{number}"
                found.append(PlanDeadline(deadline=_placed(deadline), pointer=pointer, task=task))
    return tuple(found)


def _placed(deadline: Deadline) -> Deadline:
    """The deadline; one on a day of each quarter with a month it falls in: "ngày 20 của tháng cuối quý" with March."""
    if deadline.due is not None or deadline.impossible or deadline.recurring != "quarterly":
        return deadline
    match = _DAY_OF_QUARTER.search(comparison_key(deadline.text))
    if match is None or not 1 <= int(match[1]) <= _MOST_DAYS:
        return deadline
    # Months of 31 days, so that the day is kept: it comes every 3 months from there, both ways.
    month = 1 if match["first"] else 5 if match["second"] else 3
    return evolve(deadline, due=PartialDate(month=month, day=int(match[1])))


def _key(deadline: Deadline) -> Span | Deadline:
    return deadline if deadline.span is None else deadline.span


def _task(tasks: list[Task], deadline: Deadline, turn: int) -> Task | None:
    """The task a deadline stands in: of nested ones the innermost that names a unit, of equal deadlines each its own."""
    if not tasks:
        return None
    if deadline.span is None:
        return tasks[min(turn, len(tasks) - 1)]
    return next((task for task in reversed(tasks) if task.unit is not None), tasks[-1])


def has_day(deadline: Deadline) -> bool:
    """Whether it falls on some day of the calendar: not relative, not impossible, not weekly, not "ngày 10" of an unnamed month each year."""
    due = deadline.due
    if due is None:
        return False
    return due.year is not None or (
        deadline.recurring != "weekly" and (due.month is not None or deadline.recurring != "yearly")
    )


def only_year(deadline: Deadline) -> int | None:
    """The one year it falls in; None where it comes back, or has no day.

    A date without a year is of one year all the same where its stretch begins in a year, or where the period it
    reports on is of one: "báo cáo năm 2026 trước ngày 15/01" is due in 2027.
    """
    due, start, period = deadline.due, deadline.start, deadline.period
    if due is None or due.year is not None or not has_day(deadline):
        return due.year if due is not None else None
    if period is not None and period.year is not None and is_next_year(deadline) and not outlasts(deadline):
        # "Báo cáo năm 2026 trước ngày 15/01 năm sau": the year is told by that of the period.
        return period.year + 1
    if deadline.recurring is not None:
        return None
    if start is not None and start.year is not None:
        return _first_year_after(deadline, start.earliest())
    if period is not None and period.year is not None and due.month is not None:
        told = period.in_year(period.year)
        return _first_year_after(deadline, half_of(told[0])) if len(told) == 1 else period.year
    return None


def _first_year_after(deadline: Deadline, day: datetime.date | None) -> int | None:
    """The year of the first turn whose last day is not before a day."""
    if day is None:
        return None
    bare = evolve(deadline, start=None, period=None)
    for year in range(day.year, min(day.year + 1, LAST_YEAR) + 1):
        for turn in turns(bare, year):
            last = turn.due.latest() if turn.due else None
            if last is not None and last >= day:
                return year
    return None


def turns(deadline: Deadline, year: int) -> Iterator[Deadline]:
    """The deadline as it falls due in a year, once for each time it does, its dates with their years.

    What comes back quarterly or half-yearly and names a month comes every 3 or 6 months counted from it; what names
    a day alone comes in the last month of the quarter or half. A day past the month's end is the month's last.
    """
    due = deadline.due
    if due is None or not FIRST_YEAR <= year <= LAST_YEAR or not has_day(deadline):
        return
    if due.year is not None:
        if due.year == year:
            yield evolve(deadline, start=_begun(deadline, due))
        return
    if (only := only_year(deadline)) not in {None, year}:
        return
    opening = deadline.start.earliest() if deadline.start is not None else None
    period = deadline.period
    if only is None and period is not None:
        # What comes back reports on the like period each time, though the words name the first ("năm 2026").
        period = evolve(period, year=None)
    for month in _months(deadline):
        day = day_of_month(year, month, due.day).day if due.day is not None else None
        dated = PartialDate(year=year, month=month, day=day)
        last = dated.latest()
        if only is None or opening is None or last is None or last >= opening:
            yield evolve(deadline, due=dated, start=_begun(deadline, dated), period=period)


def last_day(turn: Deadline, told: Deadline, before: BeforePolicy) -> datetime.date | None:
    """The last day in time of a turn, by the reading of "trước ngày".

    Before the 31st is by the 30th: of a month that has no 31st the day is not cut to its last and one taken off that.
    """
    due, start = turn.due, turn.start
    if due is None or turn.relation is not Relation.BEFORE:
        return turn.last_day(before)
    named, wording = due, told.due
    if start is not None and (start.earliest() or datetime.date.max) < (due.earliest() or datetime.date.max):
        named, wording = start, told.start
    is_cut = named.day is not None and wording is not None and (wording.day or 0) > named.day
    return named.latest() if is_cut else turn.last_day(before)


def _months(deadline: Deadline) -> tuple[int, ...]:
    """The months of a year in which a deadline without a year falls due."""
    month = deadline.due.month if deadline.due is not None else None
    if month is not None:
        step = _STEPS[deadline.recurring]
        return tuple(number for number in range(1, 13) if (number - month) % step == 0)
    step = 1 if deadline.recurring is None else _STEPS[deadline.recurring]
    return tuple(range(step, 13, step))


def _begun(deadline: Deadline, dated: PartialDate) -> PartialDate | None:
    """The first day of a stretch that ends on a date: "từ 15/12 đến 14/6" began in the year before."""
    start, due = deadline.start, deadline.due
    if start is None or due is None or start.year is not None or dated.year is None:
        return start
    last_month = due.month or dated.month or 12
    is_later_in_month = (start.day or 0) > (dated.day or 31)
    apart = (last_month - start.month) % 12 if start.month is not None else 0
    # "Từ ngày 25 đến ngày 05" takes a month more, "từ 15/6 đến 14/6" a year.
    gap = apart or (1 if start.month is None else 12) * is_later_in_month
    if dated.year == FIRST_YEAR and (dated.month or 12) <= gap:
        return None
    first = day_of_month(dated.year, (dated.month or 12) - gap, start.day or 1)
    return PartialDate(year=first.year, month=first.month, day=first.day if start.day is not None else None)


def half_of(period: ReportingPeriod) -> datetime.date:
    """The day on which half of a period's months are over: 1 July of a year, the 15th of a month."""
    months, odd = divmod(period.months, 2)
    return day_of_month(period.year, period.first_month + months, _MID_MONTH if odd else 1)


def period_reported(mention: PeriodMention | None, day: datetime.date) -> ReportingPeriod | None:
    """The period that a report due on a day is about, by the words that name it (kỳ báo cáo của một lần đến hạn).

    Where they leave the year or the number open, it is the latest such period of which half is over: "báo cáo năm" due on
    15/12/2026 or 15/01/2027 is about 2026, "báo cáo tháng" due on the 5th about the month before, and a school year's
    due in June about the one that ends then.
    """
    if mention is None:
        return None
    years = (day.year - _MOST_YEARS_LATER, day.year - 1, day.year) if mention.year is None else (mention.year,)
    told = [period for year in years for period in mention.in_year(year)]
    over = [period for period in told if half_of(period) <= day]
    if over:
        return over[-1]
    return told[0] if mention.year is not None and len(told) == 1 else None


def period_of(turn: Deadline, turns_a_year: int) -> ReportingPeriod | None:
    """The period a report that is due is about: the one its words name, or else that which how often it comes tells.

    Of what comes each month, quarter or half it is the latest of which half is over: "trước ngày 05 hằng tháng" is about
    the month before. Of what comes once a year it is the year it falls in, or with "năm sau" the one before.
    """
    day = turn.due.latest() if turn.due is not None else None
    if day is None:
        return None
    # What is due in the next year is about the plan's, and so about nothing that is later than its end.
    seen = datetime.date(day.year - 1, 12, 31) if is_next_year(turn) else day
    # "Báo cáo 6 tháng" in a sentence of each month does not name what each month's report is about.
    if turn.period is not None and turns_a_year <= turn.period.kind.per_year:
        return period_reported(turn.period, day if turn.period.kind.is_of_schools else seen)
    # "Trước ngày 10" without a month comes each month.
    often = turn.recurring or ("monthly" if turns_a_year > 1 else "yearly")
    if often in _KINDS:
        return period_reported(PeriodMention(kind=_KINDS[often]), day)
    return ReportingPeriod(kind=PeriodKind.YEAR, year=seen.year) if seen.year >= FIRST_YEAR else None
