"""Duties to report that come back each period, and the days they fall on."""

import datetime
from calendar import monthrange
from collections.abc import Iterator

import attrs

from vstbpn.calendars.deadlines import BeforePolicy
from vstbpn.calendars.periods import PeriodKind, ReportingPeriod, periods
from vstbpn.calendars.working_days import FIRST_WORK_YEAR, LAST_WORK_YEAR, WorkCalendar
from vstbpn.errors import InvalidValueError
from vstbpn.values import frozen
from vstbpn.vocabulary import Term

FIRST_YEAR, LAST_YEAR = FIRST_WORK_YEAR + 3, LAST_WORK_YEAR - 3
"""The years of due days; the periods they belong to may reach three years further."""

_ONE_DAY = datetime.timedelta(days=1)


class Roll(Term):
    """Where a due day goes that is no working day (cách dời hạn)."""

    NONE = ("none", "giữ nguyên", "stays")
    FOLLOWING = ("following", "ngày làm việc tiếp theo", "next working day")
    PRECEDING = ("preceding", "ngày làm việc liền trước", "preceding working day")

    def apply(self, date: datetime.date, days: WorkCalendar) -> datetime.date:
        """The day after rolling.

        Raises:
            InvalidValueError: The day is outside the years of the calendar.
        """
        if self is Roll.FOLLOWING:
            return days.following(date)
        return days.preceding(date) if self is Roll.PRECEDING else date


class Precision(Term):
    """How exactly a due day is known (độ chính xác)."""

    DAY = ("day", "ngày", "day")
    MONTH = ("month", "tháng", "month")


@frozen
class Window:
    """The stretch of data a report covers (thời gian chốt số liệu): the calendar's, or one cut off on an earlier day.

    With a cut-off day of 14 the year's data run from 15/12 of the year before to 14/12.

    >>> first, last = DECREE_09_2019.of(ReportingPeriod.parse("2026-H1"))
    >>> str(first), str(last)
    ('2025-12-15', '2026-06-14')
    """

    cut_off_day: int | None = attrs.field(default=None)
    basis: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.cut_off_day is not None and not 1 <= self.cut_off_day <= 27:
            raise InvalidValueError(
                "cut-off day", str(self.cut_off_day), "every month has the days 1 to 27 and one more"
            )

    def of(self, period: ReportingPeriod) -> tuple[datetime.date, datetime.date]:
        """The first and the last day of a period's data."""
        if self.cut_off_day is None:
            return period.start, period.end
        month_before = period.start - _ONE_DAY
        return month_before.replace(day=self.cut_off_day + 1), period.end.replace(day=self.cut_off_day)


CALENDAR = Window()
"""Data of the whole calendar period."""

DECREE_09_2019 = Window(cut_off_day=14, basis="Nghị định 09/2019/NĐ-CP, Điều 12")
"""The cut-off of state reports (khoản 1 month, 2 quarter, 3 half, 4 year). Nine months follow it by provincial rule."""


@frozen
class DueDay:
    """Due on a day of a month (hạn vào một ngày): ``months_after`` the last month of the period; a day past the month's end is its last.

    ``before`` is the reading of "trước ngày", or None where the day itself is meant ("chậm nhất ngày").

    >>> str(DueDay(day=15, before=BeforePolicy.DAY_BEFORE).of(ReportingPeriod.parse("2026-H1")))
    '2026-06-14'
    """

    day: int = attrs.field()
    months_after: int = 0
    before: BeforePolicy | None = None

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.day <= 31:
            raise InvalidValueError("day", str(self.day), "a month has 31 days at most")
        _check_months(self.months_after)

    def of(self, period: ReportingPeriod) -> datetime.date:
        """The last day in time for a period."""
        year, month = _month_after(period, self.months_after)
        date = datetime.date(year, month, min(self.day, monthrange(year, month)[1]))
        return self.before.last_day(date) if self.before else date


@frozen
class DueMonth:
    """Due some time in a month (hạn trong tháng): "vào tháng 6"; its last day stands for it."""

    months_after: int = 0

    def __attrs_post_init__(self) -> None:
        _check_months(self.months_after)

    def of(self, period: ReportingPeriod) -> datetime.date:
        """The last day of the month due for a period."""
        year, month = _month_after(period, self.months_after)
        return datetime.date(year, month, monthrange(year, month)[1])


@frozen
class DueWorkingDays:
    """Due a number of working days after the data are cut off (hạn theo ngày làm việc).

    At least one lies between cut-off and sending (Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5 điểm b).
    """

    days: int = attrs.field()

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.days <= 250:
            raise InvalidValueError("working days", str(self.days), "expected 1 to 250")


DueRule = DueDay | DueMonth | DueWorkingDays
"""How a due day is found."""


def _check_months(months: int) -> None:
    if not 0 <= months <= 24:
        raise InvalidValueError("months after the period", str(months), "expected 0 to 24")


def _month_after(period: ReportingPeriod, months: int) -> tuple[int, int]:
    years, month = divmod(period.last_month - 1 + months, 12)
    return period.year + years, month + 1


@frozen
class Occurrence:
    """One turn of a duty to report (một kỳ báo cáo): period, window of its data, and the day it is due.

    ``nominal_due`` is the last day by the wording, ``effective_due`` the day after rolling; ``provisional`` where the
    days off of that year are not announced yet.
    """

    period: ReportingPeriod
    window_start: datetime.date
    window_end: datetime.date
    nominal_due: datetime.date
    effective_due: datetime.date
    precision: Precision = Precision.DAY
    provisional: bool = False


@frozen
class Obligation:
    """A duty to report that comes back each period (chế độ báo cáo).

    >>> duty = Obligation(
    ...     who="Trường Mầm non Hoa Sen", to_whom="UBND phường", what="báo cáo công tác bình đẳng giới",
    ...     period=PeriodKind.HALF, window=DECREE_09_2019, due=DueDay(day=15, before=BeforePolicy.DAY_BEFORE),
    ...     roll=Roll.PRECEDING,
    ... )
    >>> [str(turn.effective_due) for turn in duty.occurrences(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))]
    ['2026-06-12', '2026-12-14']
    """

    who: str
    to_whom: str
    what: str
    period: PeriodKind
    window: Window = CALENDAR
    due: DueRule
    roll: Roll = Roll.NONE
    basis: str | None = None

    def occurrences(
        self, start: datetime.date, end: datetime.date, days: WorkCalendar | None = None
    ) -> Iterator[Occurrence]:
        """The turns whose nominal due day lies from ``start`` through ``end``, in order.

        Raises:
            InvalidValueError: A day is outside the years of the calendar.
        """
        for date in (start, end):
            if not FIRST_YEAR <= date.year <= LAST_YEAR:
                reason = f"occurrences are known from {FIRST_YEAR} to {LAST_YEAR}"
                raise InvalidValueError("day", str(date), reason)
        return self._occurrences(start, end, days or WorkCalendar.bundled())

    def _occurrences(self, start: datetime.date, end: datetime.date, days: WorkCalendar) -> Iterator[Occurrence]:
        # A due day is at the earliest the day before the last month of its period, and at the latest two years after it.
        for period in periods(self.period, start.year - 3, end.year + 1):
            window_start, window_end = self.window.of(period)
            nominal = self._nominal(period, window_end, days)
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
                    precision=Precision.MONTH if isinstance(self.due, DueMonth) else Precision.DAY,
                    provisional=days.is_provisional(effective.year),
                )

    def _nominal(self, period: ReportingPeriod, window_end: datetime.date, days: WorkCalendar) -> datetime.date:
        if isinstance(self.due, DueWorkingDays):
            return days.add_working_days(window_end, self.due.days)
        return self.due.of(period)
