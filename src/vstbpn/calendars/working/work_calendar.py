"""Working days: public holidays, weekly rest and the announced swaps of one for the other."""

import datetime
from collections.abc import Mapping
from functools import cache, cached_property
from typing import NamedTuple

import attrs

from vstbpn.calendars.reporting.checks import tuple_of
from vstbpn.calendars.working.reasons import DayReason, DayReasonKind
from vstbpn.calendars.working.sectors import Sector
from vstbpn.calendars.working.statutory import (
    FIRST_WORK_YEAR,
    HOLIDAY_SOURCE,
    LAST_WORK_YEAR,
    check_work_year,
    holiday_basis,
    statutory_holidays,
)
from vstbpn.calendars.working.swaps import SATURDAY, Swap, bundled_swaps, last_announced_year
from vstbpn.constraints import Constraint
from vstbpn.errors import shown
from vstbpn.organisations.units.intervals import plain_day
from vstbpn.values import evolve, frozen

# Who asks about working days finds the years they are known for here, too.
__all__ = ["FIRST_WORK_YEAR", "LAST_WORK_YEAR", "WorkCalendar"]

_ONE_DAY = datetime.timedelta(days=1)


class _Overlay(NamedTuple):
    """What swaps do to days: the swap by which each is off or worked, whether it is worked, what is only proposed, and which may yet change."""

    swaps: Mapping[datetime.date, Swap]
    worked: Mapping[datetime.date, bool]
    proposed: Mapping[datetime.date, Swap]
    doubtful: frozenset[datetime.date]


def _unworkable(swaps: object) -> str | None:
    """The first thing that is no swap, or the first day worked that is worked anyway; None where there is neither."""
    if not isinstance(swaps, tuple):
        return shown(swaps)
    for swap in swaps:
        if not isinstance(swap, Swap):
            return shown(swap)
        day = swap.day_worked
        if day.weekday() < SATURDAY and day not in statutory_holidays(day.year):
            return str(day)
    return None


_SWAPS_TAKEN = Constraint(
    "day worked",
    "it is worked anyway: neither Saturday nor Sunday, and no holiday",
    lambda swaps: _unworkable(swaps) is None,
    {},
    is_whole=False,
    shows=lambda swaps: _unworkable(swaps) or "",
)


@frozen
class WorkCalendar:
    """Which days are worked (lịch làm việc) by those who rest on Saturday and Sunday.

    Holidays come from the ``holidays`` library (Bộ luật Lao động 45/2019/QH14, Điều 112, with the days off in lieu of
    Điều 111 khoản 3; Nghị quyết 28/2026/QH16); over them lie the swaps given that bind the sector. A swap that shares a
    day with earlier ones replaces them. Swaps not confirmed change no day, but make their days provisional.

    Args:
        swaps: The swaps known, later announcements after earlier ones.
        announced_until: The last year whose days off have been announced.
        sector: Whose calendar it is.

    Raises:
        InvalidValueError: A swap has a day worked that is neither a weekly rest nor a holiday.

    >>> days = WorkCalendar.bundled()
    >>> days.is_working_day(datetime.date(2026, 1, 2)), days.is_working_day(datetime.date(2026, 1, 10))
    (False, True)
    >>> others = WorkCalendar.bundled(Sector.OTHER)
    >>> others.is_working_day(datetime.date(2026, 1, 2)), others.is_working_day(datetime.date(2026, 1, 10))
    (True, False)
    """

    swaps: tuple[Swap, ...] = attrs.field(default=(), validator=[tuple_of("swaps", Swap), _SWAPS_TAKEN])
    announced_until: int = LAST_WORK_YEAR
    sector: Sector = attrs.field(default=Sector.STATE, converter=Sector.of)

    @classmethod
    def bundled(cls, sector: Sector = Sector.STATE) -> "WorkCalendar":
        """The calendar of state offices, or of other employers, with the swaps of the bundled table."""
        return _bundled(Sector.of(sector))

    def with_swaps(self, *swaps: Swap, announced_until: int | None = None) -> "WorkCalendar":
        """The same calendar with more swaps; a later one replaces earlier ones that share a day with it.

        A swap binds state offices unless its ``sectors`` say otherwise; one that does not bind the sector of this
        calendar changes none of its days. Other employers who swap days say so.

        Args:
            swaps: The swaps added.
            announced_until: The last year whose days off have now been announced; None where that is as before.

        Raises:
            InvalidValueError: A swap has a day worked that is neither a weekly rest nor a holiday.

        >>> others = WorkCalendar.bundled(Sector.OTHER)
        >>> off, worked = datetime.date(2027, 4, 15), datetime.date(2027, 4, 24)
        >>> others.with_swaps(Swap(day_off=off, day_worked=worked)).is_working_day(off)
        True
        >>> others.with_swaps(Swap(day_off=off, day_worked=worked, sectors=(Sector.OTHER,))).is_working_day(off)
        False
        """
        until = self.announced_until if announced_until is None else announced_until
        return evolve(self, swaps=(*self.swaps, *swaps), announced_until=until)

    def is_provisional(self, when: datetime.date | int, through: datetime.date | None = None) -> bool:
        """Whether days off may still change (dự kiến): of a year, of a day, or of a day through another.

        They may in a year that is not announced yet, and on the days of a swap that is only proposed. A due day counted
        or moved from one day to another depends on all days between: ask ``is_provisional(nominal, effective)``.

        >>> days = WorkCalendar.bundled()
        >>> days.is_provisional(2026), days.is_provisional(datetime.date(2026, 11, 23)), days.is_provisional(2030)
        (False, True, True)
        >>> days.is_provisional(datetime.date(2026, 11, 22), datetime.date(2026, 11, 24))
        True
        """
        if isinstance(when, int):
            return when > self.announced_until
        first = plain_day(when)
        last = first if through is None else plain_day(through)
        first, last = min(first, last), max(first, last)
        return last.year > self.announced_until or any(first <= day <= last for day in self._overlay.doubtful)

    def is_working_day(self, date: datetime.date) -> bool:
        """Whether a day is worked.

        Raises:
            InvalidValueError: The day is outside the years the lunar tables cover.
        """
        if type(date) is not datetime.date:
            date = plain_day(date)
        worked = self._overlay.worked.get(date)
        if worked is not None:
            return worked
        holidays = statutory_holidays(date.year)
        return date.weekday() < SATURDAY and date not in holidays

    def why(self, date: datetime.date) -> DayReason | None:
        """Why a day is off, or worked out of turn, with the act that orders it; None for an ordinary working day.

        A working day that a swap only proposed would make a day off has a reason of its own kind, ``PROPOSED``, with that
        swap. The Saturday that it would have worked is a weekly rest until then.

        Raises:
            InvalidValueError: The day is outside the years the lunar tables cover.

        >>> days = WorkCalendar.bundled()
        >>> print(days.why(datetime.date(2026, 1, 10)))
        làm bù (12729/VPCP-KGVX (2025-12-25))
        >>> print(days.why(datetime.date(2026, 11, 24)))
        Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)
        >>> doubtful = days.why(datetime.date(2026, 11, 23))
        >>> doubtful.kind, doubtful.is_worked, str(doubtful.swap.day_worked)
        (DayReasonKind.PROPOSED, True, '2026-11-28')
        """
        date = check_work_year(plain_day(date))
        if swap := self._overlay.swaps.get(date):
            kind = DayReasonKind.SWAPPED_OFF if date == swap.day_off else DayReasonKind.SWAPPED_WORKED
            return DayReason(kind=kind, name=kind.vi, basis=swap.basis, source=swap.source, swap=swap)
        if name := self.holiday(date):
            return DayReason(
                kind=DayReasonKind.HOLIDAY, name=name, basis=holiday_basis(date, name), source=HOLIDAY_SOURCE
            )
        if date.weekday() >= SATURDAY:
            rest = DayReasonKind.WEEKLY_REST
            return DayReason(kind=rest, name=rest.vi)
        if swap := self._overlay.proposed.get(date):
            kind = DayReasonKind.PROPOSED
            return DayReason(kind=kind, name=kind.vi, basis=swap.basis, source=swap.source, swap=swap)
        return None

    def holiday(self, date: datetime.date) -> str | None:
        """The Vietnamese name of the public holiday a day is, or None for any other day.

        Raises:
            InvalidValueError: The day is outside the years the lunar tables cover.

        >>> WorkCalendar.bundled().holiday(datetime.date(2026, 11, 24))
        'Ngày Văn hóa Việt Nam'
        """
        date = check_work_year(plain_day(date))
        return statutory_holidays(date.year).get(date)

    def public_holidays(self, year: int) -> Mapping[datetime.date, str]:
        """The public holidays of a year with their Vietnamese names, in order, days off in lieu among them.

        Raises:
            InvalidValueError: The year is outside the years the lunar tables cover.

        >>> for date, name in WorkCalendar.bundled().public_holidays(2026).items():
        ...     if date.month == 4:
        ...         print(date, name)
        2026-04-26 Ngày Giỗ Tổ Hùng Vương
        2026-04-27 Ngày Giỗ Tổ Hùng Vương (nghỉ bù)
        2026-04-30 Ngày Chiến thắng
        """
        return statutory_holidays(year)

    def following(self, date: datetime.date) -> datetime.date:
        """The day itself if it is worked, else the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5).

        Raises:
            InvalidValueError: The day is outside the years the lunar tables cover.

        >>> str(WorkCalendar.bundled().following(datetime.date(2026, 11, 22)))
        '2026-11-23'
        """
        return self._rolled(plain_day(date), _ONE_DAY)

    def preceding(self, date: datetime.date) -> datetime.date:
        """The day itself if it is worked, else the working day before, as many offices prefer.

        Raises:
            InvalidValueError: The day is outside the years the lunar tables cover.
        """
        return self._rolled(plain_day(date), -_ONE_DAY)

    def add_working_days(self, date: datetime.date, n: int) -> datetime.date:
        """The ``n``-th working day after a day, which itself is not counted (Bộ luật Dân sự 2015, Điều 147); before it if ``n`` is negative.

        Raises:
            InvalidValueError: The result is outside the years the lunar tables cover.

        >>> str(WorkCalendar.bundled().add_working_days(datetime.date(2025, 12, 31), 2))
        '2026-01-06'
        """
        step = _ONE_DAY if n > 0 else -_ONE_DAY
        date = check_work_year(plain_day(date))
        left = abs(n)
        while left:
            date = check_work_year(date + step)
            left -= self.is_working_day(date)
        return date

    def _rolled(self, date: datetime.date, step: datetime.timedelta) -> datetime.date:
        while not self.is_working_day(date):
            date += step
        return date

    @cached_property
    def _overlay(self) -> _Overlay:
        standing: list[Swap] = []
        for swap in self.swaps:
            if self.sector not in swap.sectors:
                continue
            if swap.confirmed:
                # A proposal that would change an announced swap leaves it standing.
                standing = [earlier for earlier in standing if not set(earlier.days) & set(swap.days)]
            standing.append(swap)
        announced = [swap for swap in standing if swap.confirmed]
        proposed = {day: swap for swap in standing if not swap.confirmed for day in swap.days}
        # What a proposal would replace is as doubtful as what it would bring.
        replaced = {day for swap in announced if not proposed.keys().isdisjoint(swap.days) for day in swap.days}
        return _Overlay(
            swaps={day: swap for swap in announced for day in swap.days},
            worked={day: day == swap.day_worked for swap in announced for day in swap.days},
            proposed=proposed,
            doubtful=frozenset(proposed) | replaced,
        )


@cache
def _bundled(sector: Sector) -> WorkCalendar:
    return WorkCalendar(swaps=bundled_swaps(), announced_until=last_announced_year(), sector=sector)
