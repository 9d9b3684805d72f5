"""Duties to report that come back each period, and the days they fall on."""

import datetime
from collections.abc import Iterator
from typing import Any

import attrs

from vstbpn.calendars.duties.due import DueDay, DueMonth, DueRule, DueWorkingDays
from vstbpn.calendars.duties.occurrence import Occurrence, Precision
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.reporting.checks import check_is
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod, periods
from vstbpn.calendars.reporting.windows import CALENDAR, DataWindow
from vstbpn.calendars.working.work_calendar import FIRST_WORK_YEAR, LAST_WORK_YEAR, WorkCalendar
from vstbpn.constraints import each, told, whole_number
from vstbpn.errors import InvalidValueError, shown
from vstbpn.organisations.units.intervals import END_TAKEN, START_TAKEN, check_interval, plain_day
from vstbpn.organisations.units.unit import id_taken
from vstbpn.text import composed
from vstbpn.values import frozen

FIRST_YEAR, LAST_YEAR = FIRST_WORK_YEAR + 4, LAST_WORK_YEAR - 4
"""The years of due days; the periods they belong to may reach further."""

# A due day lies at most so many years after the year of its period, and before it: a school year ends in the next year,
# named days may lie a year off, and to them come 24 months, or 250 working days; "before the 1st" takes a year more.
_YEARS_BEFORE, _YEARS_AFTER = 6, 2

_ONE_DAY = datetime.timedelta(days=1)
_LONGEST_WAY = datetime.timedelta(days=731)
"""No due day lies further from the cut-off it is counted from in working days."""


_Windowed = tuple[ReportingPeriod, datetime.date, datetime.date]


_NUMBERS_TAKEN = each(
    whole_number("number", 1, 12, "expected whole numbers, counted from 1 to 12 at most, each told of once"),
    distinct=True,
)


def _in_order(numbers: Any) -> Any:  # noqa: ANN401  # What is no tuple of numbers is told by the check of the field.
    fits = isinstance(numbers, tuple | list) and all(type(number) is int for number in numbers)
    return tuple(sorted(numbers)) if fits else numbers


def _day_or_none(date: datetime.date | None) -> datetime.date | None:
    return None if date is None else plain_day(date)


@frozen
class Obligation:
    """A duty to report that comes back each period (chế độ báo cáo).

    Args:
        who, to_whom: Who owes the report to whom, in words; None where that is not known.
        what: What is to be reported.
        period: The kind of period it comes back with.
        numbers: Which periods of a year it is for; empty for all: (1,) of a half-year is "báo cáo 6 tháng đầu năm".
        window: The rule that bounds the data.
        due: When it is due.
        roll: What becomes of a due day that is no working day.
        basis: What orders it.
        start, end: The first day the duty stands, and the first day it stands no more; None where it is open. A turn is of
            the duty if its nominal due day lies between them. A datetime is cut to its day.
        unit, to_unit: The ids in a ``Directory`` of those who owe it and those it is owed to, for ``hand_over``.

    Raises:
        InvalidValueError: A field is none of what it may be; it ends no later than it starts; its window says nothing of
            such periods; or a year has no periods of the kind with such numbers.

    >>> from vstbpn.calendars import BeforePolicy, DueDay
    >>> duty = Obligation(
    ...     who="Trường Mầm non Hoa Sen", to_whom="UBND phường", what="báo cáo công tác bình đẳng giới",
    ...     period=PeriodKind.HALF, window=DataWindow.bundled("nd-09-2019"), due=DueDay(day=15, before=BeforePolicy.DAY_BEFORE),
    ...     roll=Roll.PRECEDING,
    ... )
    >>> [str(turn.effective_due) for turn in duty.occurrences(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))]
    ['2026-06-12', '2026-12-14']
    """

    who: str | None = None
    to_whom: str | None = None
    what: str
    period: PeriodKind = attrs.field(converter=PeriodKind.of)
    numbers: tuple[int, ...] = attrs.field(default=(), converter=_in_order, validator=_NUMBERS_TAKEN)
    window: DataWindow = CALENDAR
    due: DueRule
    roll: Roll = attrs.field(default=Roll.NONE, converter=Roll.of)
    basis: str | None = None
    start: datetime.date | None = attrs.field(default=None, converter=_day_or_none, metadata=told(START_TAKEN))
    end: datetime.date | None = attrs.field(default=None, converter=_day_or_none, metadata=told(END_TAKEN))
    unit: str | None = attrs.field(
        default=None, converter=composed, validator=attrs.validators.optional(id_taken("unit"))
    )
    to_unit: str | None = attrs.field(
        default=None, converter=composed, validator=attrs.validators.optional(id_taken("to_unit"))
    )

    def __attrs_post_init__(self) -> None:
        check_is("window", self.window, DataWindow, 'DataWindow.bundled("nd-09-2019")')
        check_is("due", self.due, (DueDay, DueMonth, DueWorkingDays), "DueDay(day=15)")
        check_interval(self.start, self.end)
        if not self.window.covers(self.period):
            raise self.window.refusal("period", self.period.value, self.period)
        for number in self.numbers:
            if number > self.period.per_year:
                reason = f"a year has {self.period.per_year} of the kind {self.period.value!r}, counted from 1"
                raise InvalidValueError("number", shown(number), reason)

    def occurrences(
        self, start: datetime.date, end: datetime.date, days: WorkCalendar | None = None
    ) -> Iterator[Occurrence]:
        """The turns whose nominal due day lies from ``start`` through ``end``, in order; their data do not overlap.

        Args:
            start: The first nominal due day; a datetime is cut to its day.
            end: The last one.
            days: The working days; by default those of the bundled calendar.

        Raises:
            InvalidValueError: A day is outside the years 1905 to 2096 or no date, or ``end`` lies before ``start``.
        """
        first, last = stretch(start, end)
        # The duty itself may be shorter than what is asked for.
        if self.start is not None:
            first = max(first, self.start)
        if self.end is not None:
            last = min(last, self.end - _ONE_DAY)
        return self._occurrences(first, last, days or WorkCalendar.bundled())

    def _occurrences(self, start: datetime.date, end: datetime.date, days: WorkCalendar) -> Iterator[Occurrence]:
        precision = Precision.MONTH if isinstance(self.due, DueMonth) else Precision.DAY
        counted = isinstance(self.due, DueWorkingDays)
        may_move = counted or self.roll is not Roll.NONE
        for period, window_start, window_end in self._periods_near(start, end):
            nominal = (
                days.add_working_days(window_end, self.due.days)
                if isinstance(self.due, DueWorkingDays)
                else self.due.of(period)
            )
            if nominal > end:
                return
            if nominal >= start:
                effective = self.roll.apply(nominal, days)
                yield Occurrence(
                    period=period,
                    window_start=window_start,
                    window_end=window_end,
                    nominal_due=nominal,
                    effective_due=effective,
                    precision=precision,
                    provisional=may_move and days.is_provisional(window_end if counted else nominal, effective),
                )

    def _periods_near(self, start: datetime.date, end: datetime.date) -> Iterator[_Windowed]:
        """The periods of the duty that may be due between two days, with the first and the last day of their data."""
        if start > end:
            return
        for period in periods(self.period, start.year - _YEARS_BEFORE, end.year + _YEARS_AFTER):
            if self.numbers and period.number not in self.numbers:
                continue
            window_start, window_end = self.window.of(period)
            # Working days are known of some years alone, so they are counted only where the result may be asked for.
            if not isinstance(self.due, DueWorkingDays) or start - _LONGEST_WAY <= window_end < end:
                yield period, window_start, window_end


def stretch(start: datetime.date, end: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of what is asked for, as plain dates.

    Raises:
        InvalidValueError: A day is outside the years of due days or no date, or ``end`` lies before ``start``.
    """
    first, last = plain_day(start), plain_day(end)
    for date in (first, last):
        if not FIRST_YEAR <= date.year <= LAST_YEAR:
            raise InvalidValueError("day", str(date), f"occurrences are known from {FIRST_YEAR} to {LAST_YEAR}")
    if last < first:
        raise InvalidValueError("end", str(last), f"it lies before the start, {first}; give the earlier day first")
    return first, last
