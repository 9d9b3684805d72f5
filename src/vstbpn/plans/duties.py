"""The duties to report that a plan sets (chế độ báo cáo theo kế hoạch), made from its deadlines."""

import datetime
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from vstbpn.calendars.duties.due import DueDay, DueMonth
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.mentions.deadline import BeforePolicy, Deadline
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod
from vstbpn.calendars.reporting.windows import CALENDAR, DataWindow
from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.errors import InvalidValueError
from vstbpn.plans.turns import PlanDeadline, deadlines_of, only_year, period_reported, turns
from vstbpn.text import comparison_key
from vstbpn.values import evolve, frozen
from vstbpn.vocabulary import Relation

if TYPE_CHECKING:
    from vstbpn.plans.plan import Plan

_Due = DueDay | DueMonth

_REPORTS = re.compile(r"báo cáo|thống kê|số liệu|kết quả")
"""What of the words of a duty tells that something is to be reported."""

_KINDS = {
    "monthly": PeriodKind.MONTH,
    "quarterly": PeriodKind.QUARTER,
    "half-yearly": PeriodKind.HALF,
    "yearly": PeriodKind.YEAR,
}
_ANY_YEAR = 2025
"""A year in which to look at the turns of what comes back; it comes back the same in each."""

_OF_A_YEAR = re.compile(
    r"(?<!đến )(?<!từ )(?<!tháng [0-9] )(?<!tháng [0-9]{2} )năm ([0-9]{4})(?![0-9]|\s?[-–—]\s?[0-9])"
)
_OF_YEARS = re.compile(r"(?<![0-9/])([0-9]{4})(?:\s?[-–—]\s?|,? đến (?:hết )?(?:năm )?)([0-9]{4})(?![0-9/])")
_UNTIL = re.compile(r"đến (?:hết )?năm ([0-9]{4})(?![0-9])")


@frozen
class DutyReading:
    """How a plan's duties to report are to be read (cách hiểu chế độ báo cáo)."""

    window: DataWindow = CALENDAR
    roll: Roll = Roll.NONE
    before: BeforePolicy = BeforePolicy.DAY_BEFORE


@frozen
class _Duty:
    """A duty as one deadline sets it: for one period of a year, or for all, and in which years.

    ``first`` and ``last`` are the years it holds for, None where that is open: those its due day lies in where it
    comes ``once``, else those of its periods.
    """

    obligation: Obligation
    once: bool
    first: int | None
    last: int | None


def duties_of_plan(plan: "Plan", reading: DutyReading) -> tuple[Obligation, ...]:
    """The duties to report of a plan, as ``Plan.obligations`` gives them."""
    merged: dict[_Duty, list[int]] = {}
    for told in deadlines_of(plan):
        if not _is_report(told):
            continue
        for duty in _duties(told, plan, reading):
            alone = evolve(duty, obligation=evolve(duty.obligation, numbers=()))
            merged.setdefault(alone, []).extend(duty.obligation.numbers)
    issued = plan.date.earliest() if plan.date is not None else None
    return tuple(_bounded(duty, tuple(sorted(set(numbers))), issued) for duty, numbers in merged.items())


def _is_report(told: PlanDeadline) -> bool:
    """Whether a deadline is one to report by: it names the period reported on, or comes back and speaks of a report."""
    deadline = told.deadline
    if deadline.period is not None:
        return True
    comes_back = deadline.due is not None and deadline.due.year is None and only_year(deadline) is None
    if not comes_back:
        return False
    task = told.task.text if told.task is not None else ""
    # Of a task, which may order more than this, only the plain word tells.
    return _REPORTS.search(comparison_key(f"{told.what} {deadline.text}")) is not None or "báo cáo" in comparison_key(
        task
    )


def _duties(told: PlanDeadline, plan: "Plan", reading: DutyReading) -> Iterator[_Duty]:
    deadline = told.deadline
    year = only_year(deadline)
    falling_due = list(turns(deadline, _ANY_YEAR if year is None else year))
    for turn in falling_due:
        period = _period(turn, len(falling_due))
        if period is None:
            continue
        # A period that lies too many years behind its due day is none that comes back.
        with suppress(InvalidValueError):
            due = _due(turn, deadline, period, reading.before)
            obligation = _obligation(told, plan, period, due, reading)
            if year is not None:
                day = due.of(period)
                yield _Duty(obligation=obligation, once=True, first=day.year, last=day.year)
            else:
                first, last = _years(plan, deadline, period.kind)
                yield _Duty(obligation=obligation, once=False, first=first, last=last)


def _period(turn: Deadline, turns_a_year: int) -> ReportingPeriod | None:
    """The period a turn is about: the one its words name, or else the month, quarter, half or year it falls in."""
    day = turn.due.latest() if turn.due is not None else None
    if day is None:
        return None
    # "Báo cáo 6 tháng" in a sentence of each month does not name what each month's report is about.
    if turn.period is not None and turns_a_year <= turn.period.kind.per_year:
        return period_reported(turn.period, day)
    # "Trước ngày 10" without a month comes each month.
    often = turn.recurring or ("monthly" if turns_a_year > 1 else "yearly")
    kind = _KINDS.get(often, PeriodKind.YEAR)
    months = 12 // kind.per_year
    return ReportingPeriod(kind=kind, year=day.year, number=(day.month - 1) // months + 1)


def _due(turn: Deadline, deadline: Deadline, period: ReportingPeriod, before: BeforePolicy) -> _Due:
    """The rule by which the due day of a turn follows from its period."""
    named, day = turn.due, deadline.due.day if deadline.due is not None else None
    if turn.relation is Relation.BEFORE:
        if (
            turn.start is not None
            and named is not None
            and (turn.start.earliest() or datetime.date.max) < (named.earliest() or datetime.date.max)
        ):
            named, day = turn.start, turn.start.day
        last = turn.last_day(before)
        if day is None and last is not None:
            # Before June is by the end of May, or by 1 June for whom that day is in time.
            months = _months_after(period, last.year, last.month)
            return (
                DueMonth(months_after=months)
                if before is BeforePolicy.DAY_BEFORE
                else DueDay(day=1, months_after=months)
            )
    year = named.year if named is not None and named.year is not None else period.year
    month = named.month if named is not None and named.month is not None else 12
    months = _months_after(period, year, month)
    if day is None:
        return DueMonth(months_after=months)
    return DueDay(day=day, months_after=months, before=before if turn.relation is Relation.BEFORE else None)


def _months_after(period: ReportingPeriod, year: int, month: int) -> int:
    return 12 * (year - period.year) + month - period.last_month


def _obligation(
    told: PlanDeadline, plan: "Plan", period: ReportingPeriod, due: _Due, reading: DutyReading
) -> Obligation:
    return Obligation(
        who=told.who,
        to_whom=told.to_whom,
        what=told.what,
        period=period.kind,
        numbers=(period.number,) if period.kind.per_year > 1 else (),
        window=reading.window if reading.window.covers(period.kind) else CALENDAR,
        due=due,
        roll=reading.roll,
        basis=_basis(plan),
    )


def _basis(plan: "Plan") -> str | None:
    """The plan that orders it, by its number: "Kế hoạch số 15/KH-SGDĐT"."""
    symbol = plan.symbol
    return f"{plan.type or 'Văn bản'} số {symbol}" if symbol is not None and symbol.number else None


def _years(plan: "Plan", deadline: Deadline, kind: PeriodKind) -> tuple[int | None, int | None]:
    """The years a duty that comes back holds for: those of the plan; "hằng năm" outlasts a plan of one year."""
    first, last = years_of_plan(plan)
    if first is not None and last == first + 1 and kind.is_of_schools:
        return first, first
    if deadline.recurring == "yearly" and first == last:
        return first, None
    return first, last


def years_of_plan(plan: "Plan") -> tuple[int | None, int | None]:
    """The first and the last year a plan is for, by its title ("năm 2026", "giai đoạn 2021-2025", "đến năm 2030").

    A title that names none leaves the end open, and the plan begins in the year of its date.
    """
    title = comparison_key(plan.title or "")
    issued = plan.date.year if plan.date is not None else None
    if told := _OF_A_YEAR.findall(title):
        found: tuple[int | None, int | None] = (int(told[-1]), int(told[-1]))
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


def _bounded(duty: _Duty, numbers: tuple[int, ...], issued: datetime.date | None) -> Obligation:
    """The obligation for its numbers, from the first day it stands to the first day it stands no more.

    What comes back is owed from the day the plan was issued.
    """
    is_all = len(numbers) == duty.obligation.period.per_year
    told = evolve(duty.obligation, numbers=() if is_all else numbers)
    start = None if duty.first is None else _end_of_year(told, duty.first - 1, once=duty.once)
    end = None if duty.last is None else _end_of_year(told, duty.last, once=duty.once)
    if issued is not None and not duty.once and (end is None or issued < end):
        start = issued if start is None else max(start, issued)
    return evolve(told, start=start, end=end)


def _end_of_year(told: Obligation, year: int, *, once: bool) -> datetime.date:
    """The first day after a year and after all that is due for its periods: "báo cáo năm" of 2026 may be due in 2027."""
    new_year = datetime.date(year + 1, 1, 1)
    number = max(told.numbers, default=told.period.per_year)
    with suppress(InvalidValueError):
        period = ReportingPeriod(kind=told.period, year=year, number=number)
        if not once and isinstance(told.due, DueDay | DueMonth):
            return max(new_year, told.due.of(period) + datetime.timedelta(days=1))
    return new_year
