"""The duties to report that a plan sets (chế độ báo cáo theo kế hoạch), made from its deadlines."""

import datetime
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import attrs

from vstbpn.calendars.duties.due import DueDay, DueMonth
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.mentions.deadline import BeforePolicy, Deadline
from vstbpn.calendars.reporting.checks import check_is
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod
from vstbpn.calendars.reporting.windows import CALENDAR, DataWindow
from vstbpn.errors import InvalidValueError
from vstbpn.plans.lasting import since, years_of_deadline
from vstbpn.plans.turns import PlanDeadline, deadlines_of, last_day, only_year, period_of, turns
from vstbpn.text import comparison_key
from vstbpn.values import evolve, frozen
from vstbpn.vocabulary import Relation

if TYPE_CHECKING:
    from vstbpn.plans.plan import Plan

_Due = DueDay | DueMonth

_REPORTS = re.compile(r"báo cáo|thống kê|số liệu|kết quả")
"""What of the words of a duty tells that something is to be reported."""

_ANY_YEAR = 2025
"""A year in which to look at the turns of what comes back; it comes back the same in each."""


def rules_of(window: DataWindow | Iterable[DataWindow]) -> tuple[DataWindow, ...]:
    """The rules told, one or some.

    Raises:
        InvalidValueError: There is something else among them.
    """
    told: object = window
    rules = tuple(told) if isinstance(told, Iterable) and not isinstance(told, str) else (told,)
    for rule in rules:
        check_is("window", rule, DataWindow, 'DataWindow.bundled("nd-09-2019")')
    return rules


@frozen
class DutyReading:
    """How a plan's duties to report are to be read (cách hiểu chế độ báo cáo)."""

    windows: tuple[DataWindow, ...] = ()
    roll: Roll = attrs.field(default=Roll.NONE, converter=Roll.of)
    before: BeforePolicy = attrs.field(default=BeforePolicy.DAY_BEFORE, converter=BeforePolicy.of)


@frozen
class _Duty:
    """A duty as one deadline sets it: for one period of a year, or for all, and in which years.

    ``first`` and ``last`` are the years it holds for, None where that is open: those its due day lies in where it
    comes ``once``, else those of its periods. ``since`` is the first day on which what comes back is owed.
    """

    obligation: Obligation
    once: bool
    since: datetime.date | None = None
    first: int | None
    last: int | None


def duties_of_plan(plan: "Plan", reading: DutyReading) -> tuple[Obligation, ...]:
    """The duties to report of a plan, as ``Plan.obligations`` gives them."""
    merged: dict[_Duty, list[int]] = {}
    for told in deadlines_of(plan):
        if not is_report(told):
            continue
        for duty in _duties(told, plan, reading):
            alone = evolve(duty, obligation=evolve(duty.obligation, numbers=()))
            merged.setdefault(alone, []).extend(duty.obligation.numbers)
    return tuple(_bounded(duty, tuple(sorted(set(numbers)))) for duty, numbers in merged.items())


def is_report(told: PlanDeadline) -> bool:
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
        period = period_of(turn, len(falling_due))
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
                first, last = years = years_of_deadline(plan, deadline, period.kind)
                issued = since(plan, deadline, years)
                yield _Duty(obligation=obligation, once=False, since=issued, first=first, last=last)


def _due(turn: Deadline, deadline: Deadline, period: ReportingPeriod, before: BeforePolicy) -> _Due:
    """The rule by which the due day of a turn follows from its period."""
    named, day = turn.due, deadline.due.day if deadline.due is not None else None
    if turn.relation is Relation.BEFORE:
        if (
            turn.start is not None
            and named is not None
            and (turn.start.earliest() or datetime.date.max) < (named.earliest() or datetime.date.max)
        ):
            named, day = turn.start, deadline.start.day if deadline.start is not None else None
        last = last_day(turn, deadline, before)
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
        window=_window(reading.windows, period.kind),
        due=due,
        roll=reading.roll,
        basis=_basis(plan),
    )


def _window(rules: tuple[DataWindow, ...], kind: PeriodKind) -> DataWindow:
    """The first of the rules that bounds such periods, or else the calendar."""
    return next((rule for rule in rules if rule.covers(kind)), CALENDAR)


def _basis(plan: "Plan") -> str | None:
    """The plan that orders it, by its number: "Kế hoạch số 15/KH-SGDĐT"."""
    symbol = plan.symbol
    return f"{plan.type or 'Văn bản'} số {symbol}" if symbol is not None and symbol.number else None


def _bounded(duty: _Duty, numbers: tuple[int, ...]) -> Obligation:
    """The obligation for its numbers, from the first day it stands to the first day it stands no more."""
    is_all = len(numbers) == duty.obligation.period.per_year
    told = evolve(duty.obligation, numbers=() if is_all else numbers)
    start = None if duty.first is None else _end_of_year(told, duty.first - 1, once=duty.once)
    end = None if duty.last is None else _end_of_year(told, duty.last, once=duty.once)
    if duty.since is not None:
        start = duty.since if start is None else max(start, duty.since)
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
