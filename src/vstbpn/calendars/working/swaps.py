"""Announced swaps: a working day off, and a day of rest worked for it."""

import datetime
from functools import cache

import attrs

from vstbpn.calendars.working.sectors import Sector
from vstbpn.calendars.working.statutory import FIRST_WORK_YEAR, LAST_WORK_YEAR
from vstbpn.catalogue.tables import CalendarRow, Confidence, calendar
from vstbpn.constraints import Constraint, each
from vstbpn.errors import InvalidValueError, shown
from vstbpn.organisations.units.intervals import plain_day
from vstbpn.values import frozen

SATURDAY = 5
"""The first day of the weekly rest, as ``datetime.date.weekday`` counts."""


def _lies_in_work_years(day: object) -> bool:
    return isinstance(day, datetime.date) and FIRST_WORK_YEAR <= day.year <= LAST_WORK_YEAR


def _is_no_weekend(day: object) -> bool:
    return isinstance(day, datetime.date) and day.weekday() < SATURDAY


_DAY_TAKEN = Constraint(
    "day",
    f"working days are known from {FIRST_WORK_YEAR} to {LAST_WORK_YEAR}",
    _lies_in_work_years,
    {"pattern": "^(?:19(?:0[1-9]|[1-9][0-9])|20[0-9]{2}|2100)-[0-9]{2}-[0-9]{2}$"},
    shows=str,
)
_DAY_OFF_TAKEN = Constraint(
    "day off",
    "it is a Saturday or Sunday, a day of rest already; were the two days mixed up?",
    _is_no_weekend,
    {},
    is_whole=False,
    shows=str,
)
_SECTOR_TAKEN = Constraint(
    "sectors",
    "expected at least one sector, each once",
    lambda sector: isinstance(sector, Sector),
    {},
    shows=lambda sector: sector.value if isinstance(sector, Sector) else shown(sector),
)
_SECTORS_TAKEN = each(_SECTOR_TAKEN, distinct=True, at_least=1)


@frozen
class Swap:
    """A day off worked for by another (hoán đổi ngày làm việc), as the Prime Minister or the ministry announced it.

    Args:
        day_off: The working day that becomes a day off.
        day_worked: The day of rest that is worked for it; a Saturday as a rule, or a day of a holiday given back.
        basis: The act that announced it.
        source: Where that was read.
        confirmed: False for a proposal: it changes no day, but makes both provisional.
        sectors: Whom it binds: state offices, unless told. In the calendar of another sector it changes nothing.

    Raises:
        InvalidValueError: Both days are one, the day off is a Saturday or Sunday, the swap binds nobody, or a day lies
            outside the years whose days off are known.

    >>> Swap(day_off=datetime.date(2026, 1, 10), day_worked=datetime.date(2026, 1, 2))
    Traceback (most recent call last):
    vstbpn.errors.InvalidValueError: invalid day off '2026-01-10': it is a Saturday or Sunday, a day of rest already; ...
    """

    day_off: datetime.date = attrs.field(converter=plain_day, validator=[_DAY_TAKEN, _DAY_OFF_TAKEN])
    day_worked: datetime.date = attrs.field(converter=plain_day, validator=_DAY_TAKEN)
    basis: str | None = None
    source: str | None = None
    confirmed: bool = True
    sectors: tuple[Sector, ...] = attrs.field(default=(Sector.STATE,), validator=_SECTORS_TAKEN)

    def __attrs_post_init__(self) -> None:
        if self.day_off == self.day_worked:
            raise InvalidValueError("day worked", str(self.day_worked), "the day off is worked for on another day")

    @property
    def days(self) -> tuple[datetime.date, datetime.date]:
        """The day off and the day worked."""
        return self.day_off, self.day_worked


@cache
def bundled_swaps() -> tuple[Swap, ...]:
    """The swaps of the bundled table, each with its source, the earlier ones first.

    >>> len([swap for swap in bundled_swaps() if swap.day_off.year == 2026])
    3
    """
    return tuple(sorted(map(_swap, _rows("working_day_swap")), key=lambda swap: swap.day_off))


@cache
def last_announced_year() -> int:
    """The last year whose days off are settled: the announcement of its swaps, or of its Tết, is in the bundled table."""
    announced = [swap.day_off.year for swap in bundled_swaps() if swap.confirmed]
    announced += [int(row.start[:4]) for row in _rows("public_holiday") if row.recurrence.startswith("once")]
    return max(announced)


def _rows(kind: str) -> list[CalendarRow]:
    return [row for row in calendar() if row.kind == kind]


def _swap(row: CalendarRow) -> Swap:
    return Swap(
        day_off=datetime.date.fromisoformat(row.start),
        day_worked=datetime.date.fromisoformat(row.end),
        basis=row.legal_basis or None,
        source=row.source or None,
        confirmed=row.confidence is Confidence.CONFIRMED,
    )
