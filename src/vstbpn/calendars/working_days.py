"""Working days: public holidays, weekly rest and the announced swaps of one for the other."""

import datetime
from collections.abc import Mapping
from functools import cache

import attrs

from vstbpn.catalogue.tables import CalendarRow, Confidence, calendar
from vstbpn.errors import InvalidValueError
from vstbpn.values import evolve, frozen

FIRST_WORK_YEAR, LAST_WORK_YEAR = 1901, 2100
"""The years whose lunar feasts are known to the tables of the ``holidays`` library."""

_ONE_DAY = datetime.timedelta(days=1)


@frozen
class Swap:
    """A day off worked for by another (hoán đổi ngày làm việc), as the Prime Minister or the ministry announced it."""

    day_off: datetime.date
    day_worked: datetime.date
    basis: str | None = None
    source: str | None = None
    confirmed: bool = True


@frozen
class WorkCalendar:
    """Which days are worked (lịch làm việc) by those who rest on Saturday and Sunday.

    Holidays come from the ``holidays`` library (Bộ luật Lao động 45/2019/QH14, Điều 112, with the days off in lieu of
    Điều 111 khoản 3; Nghị quyết 28/2026/QH16); over them lie the swaps given. Swaps not confirmed are not applied.

    >>> days = WorkCalendar.bundled()
    >>> days.is_working_day(datetime.date(2026, 1, 2)), days.is_working_day(datetime.date(2026, 1, 10))
    (False, True)
    """

    swaps: tuple[Swap, ...] = ()
    announced_until: int = attrs.field(default=LAST_WORK_YEAR)

    @classmethod
    def bundled(cls) -> "WorkCalendar":
        """The calendar with the swaps of the bundled table."""
        return _bundled()

    def with_swaps(self, *swaps: Swap) -> "WorkCalendar":
        """The same calendar with more swaps; a later one stands over an earlier one."""
        return evolve(self, swaps=(*self.swaps, *swaps))

    def is_provisional(self, year: int) -> bool:
        """Whether the days off of a year are not announced yet (dự kiến), so that swaps may still change it."""
        return year > self.announced_until

    def is_working_day(self, date: datetime.date) -> bool:
        """Whether a day is worked.

        Raises:
            InvalidValueError: The day is outside the years the lunar tables cover.
        """
        _check(date)
        for swap in reversed(self.swaps):
            if swap.confirmed and date in {swap.day_off, swap.day_worked}:
                return date == swap.day_worked
        days_off, days_worked = _known(date.year)
        return date in days_worked if date.weekday() >= 5 else date not in days_off

    def holiday(self, date: datetime.date) -> str | None:
        """The Vietnamese name of the holiday a day is, or None for any other day.

        Raises:
            InvalidValueError: The day is outside the years the lunar tables cover.

        >>> WorkCalendar.bundled().holiday(datetime.date(2026, 11, 24))
        'Ngày Văn hóa Việt Nam'
        """
        _check(date)
        return _known(date.year)[0].get(date)

    def following(self, date: datetime.date) -> datetime.date:
        """The day itself if it is worked, else the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5).

        Raises:
            InvalidValueError: The day is outside the years the lunar tables cover.

        >>> str(WorkCalendar.bundled().following(datetime.date(2026, 11, 22)))
        '2026-11-23'
        """
        return self._rolled(date, _ONE_DAY)

    def preceding(self, date: datetime.date) -> datetime.date:
        """The day itself if it is worked, else the working day before, as many offices prefer.

        Raises:
            InvalidValueError: The day is outside the years the lunar tables cover.
        """
        return self._rolled(date, -_ONE_DAY)

    def add_working_days(self, date: datetime.date, n: int) -> datetime.date:
        """The ``n``-th working day after a day, which itself is not counted (Bộ luật Dân sự 2015, Điều 147); before it if ``n`` is negative.

        Raises:
            InvalidValueError: The result is outside the years the lunar tables cover.

        >>> str(WorkCalendar.bundled().add_working_days(datetime.date(2025, 12, 31), 2))
        '2026-01-06'
        """
        step = _ONE_DAY if n > 0 else -_ONE_DAY
        _check(date)
        left = abs(n)
        while left:
            date = _check(date + step)
            left -= self.is_working_day(date)
        return date

    def _rolled(self, date: datetime.date, step: datetime.timedelta) -> datetime.date:
        while not self.is_working_day(date):
            date += step
        return date


def _check(date: datetime.date) -> datetime.date:
    if not FIRST_WORK_YEAR <= date.year <= LAST_WORK_YEAR:
        reason = f"working days are known from {FIRST_WORK_YEAR} to {LAST_WORK_YEAR}"
        raise InvalidValueError("day", str(date), reason)
    return date


@cache
def _known(year: int) -> tuple[Mapping[datetime.date, str], frozenset[datetime.date]]:
    """The days off of a year with their names, and its worked Saturdays and Sundays, as the library has them."""
    import holidays

    # A swap may pair days of two years, and the library files it under one of them.
    years = range(max(year - 1, FIRST_WORK_YEAR), min(year + 1, LAST_WORK_YEAR) + 1)
    table = holidays.country_holidays("VN", years=years, language="vi", expand=False)
    days_off = {date: name for date, name in table.items() if date.year == year}
    return days_off, frozenset(date for date in table.weekend_workdays if date.year == year)


@cache
def _bundled() -> WorkCalendar:
    rows = calendar()
    swaps = tuple(_swap(row) for row in rows if row.kind == "working_day_swap")
    # The days off of a year are settled by the announcement of its swaps and of its Tết.
    announced = [swap.day_off.year for swap in swaps if swap.confirmed]
    announced += [
        int(row.start[:4]) for row in rows if row.kind == "public_holiday" and row.recurrence.startswith("once")
    ]
    return WorkCalendar(swaps=swaps, announced_until=max(announced))


def _swap(row: CalendarRow) -> Swap:
    return Swap(
        day_off=datetime.date.fromisoformat(row.start),
        day_worked=datetime.date.fromisoformat(row.end),
        basis=row.legal_basis or None,
        source=row.source or None,
        confirmed=row.confidence is Confidence.CONFIRMED,
    )
