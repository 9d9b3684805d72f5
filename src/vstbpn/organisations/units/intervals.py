"""Half-open stretches of days (khoảng thời gian): from ``start`` on, and no longer on ``end``.

An open side is None: not known, or not yet over. ``bounds`` puts the first and last day there are in its place, so that
stretches compare and sort.
"""

import datetime
from typing import NamedTuple, Protocol

from vstbpn.constraints import Constraint
from vstbpn.errors import InvalidValueError, shown


class Dated(Protocol):
    """Anything that holds for a stretch of days."""

    @property
    def start(self) -> datetime.date | None:
        """The first day."""

    @property
    def end(self) -> datetime.date | None:
        """The first day it holds no longer."""


class Bounds(NamedTuple):
    """A stretch with both sides told: the earliest and the latest day there is stand for open sides."""

    start: datetime.date
    end: datetime.date

    def __str__(self) -> str:
        return stretch_words(None if self.start == FIRST else self.start, None if self.end == LAST else self.end)

    @property
    def is_empty(self) -> bool:
        """Whether it holds no day."""
        return self.start >= self.end

    def within(self, other: "Bounds") -> "Bounds":
        """The days it shares with another; empty where there are none."""
        return Bounds(max(self.start, other.start), min(self.end, other.end))


FIRST, LAST = datetime.date.min, datetime.date.max
ALWAYS = Bounds(FIRST, LAST)

_LEFT_OPEN = "leave a side open that is not known or not yet over"


def _is_start(day: object) -> bool:
    return type(day) is datetime.date and day != LAST


def _is_end(day: object) -> bool:
    return type(day) is datetime.date and FIRST < day < LAST


# The first and the last day there is stand for sides that are open.
START_TAKEN = Constraint("interval", _LEFT_OPEN, _is_start, {"not": {"const": str(LAST)}})
END_TAKEN = Constraint("interval", _LEFT_OPEN, _is_end, {"not": {"enum": [str(FIRST), str(LAST)]}})
"""What a side takes that is told; ``check_interval`` refuses all else, for facts are too many to ask of each of their sides."""


def bounds(fact: Dated) -> Bounds:
    """The stretch a fact holds for, with its open sides filled in."""
    return Bounds(fact.start or FIRST, fact.end or LAST)


def check_interval(start: datetime.date | None, end: datetime.date | None) -> None:
    """Refuse an interval that holds no day.

    Raises:
        InvalidValueError: ``end`` is not after ``start``, or one of them is no date.
    """
    for side in (start, end):
        if side is not None and type(side) is not datetime.date:
            raise InvalidValueError("interval", shown(side), "its sides are of type datetime.date, or None")
    if start is not None and end is not None and start >= end:
        raise InvalidValueError("interval", f"{start}..{end}", "it ends after its start; the end is the first day out")
    if LAST in (start, end) or end == FIRST:
        raise InvalidValueError("interval", f"{start}..{end}", _LEFT_OPEN)


def holds(start: datetime.date | None, end: datetime.date | None, date: datetime.date) -> bool:
    """Whether a day lies in a half-open interval; a datetime is cut to its day.

    Raises:
        InvalidValueError: ``date`` is no date.
    """
    day = date if type(date) is datetime.date else plain_day(date)
    return (start is None or start <= day) and (end is None or day < end)


def plain_day(date: datetime.date) -> datetime.date:
    """A plain date; a datetime, which does not compare with dates, is cut to its day.

    Raises:
        InvalidValueError: It is no date.
    """
    if isinstance(date, datetime.datetime):
        return date.date()
    if isinstance(date, datetime.date):
        return date
    raise InvalidValueError("date", shown(date), "expected a datetime.date")


def stretch_words(start: datetime.date | None, end: datetime.date | None) -> str:
    """A stretch in words, with the last day instead of the first day out.

    >>> stretch_words(None, datetime.date(2025, 7, 1)), stretch_words(datetime.date(2025, 7, 1), None)
    ('until 2025-06-30', 'since 2025-07-01')
    """
    last = None if end is None else end - datetime.timedelta(days=1)
    if start is None:
        return "at all times" if last is None else f"until {last}"
    return f"since {start}" if last is None else f"from {start} to {last}"
