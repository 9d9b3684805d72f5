"""The turns of the duties of many units, in order of their days, without holding them all."""

import datetime
import heapq
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from vstbpn.calendars.duties.obligation import Obligation, stretch
from vstbpn.calendars.duties.occurrence import Occurrence
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.errors import InvalidValueError, shown
from vstbpn.values import evolve

_EFFECTIVE = attrgetter("turn.effective_due")

_Numbered = tuple[int, Obligation]


def occurrences_of(
    obligations: Iterable[Obligation], start: datetime.date, end: datetime.date, days: WorkCalendar | None = None
) -> Iterator[tuple[Obligation, Occurrence]]:
    """The turns of many duties in order of their effective due days, one by one (lịch báo cáo của nhiều đơn vị).

    The turns themselves are not held, only the duties, which are gone through once. Those that agree in period, window
    and due day share their turns: they are worked out once, and handed out for each. On one day the duties that agree
    come one after the other, in the order they were given.

    Args:
        obligations: The duties.
        start: The first nominal due day; a datetime is cut to its day.
        end: The last one.
        days: The working days; by default those of the bundled calendar.

    Raises:
        InvalidValueError: A day is outside the years 1905 to 2096 or no date, ``end`` lies before ``start``, or something
            else than obligations was given.

    >>> from vstbpn.calendars.duties.due import DueMonth
    >>> from vstbpn.calendars.reporting.period import PeriodKind
    >>> duties = (
    ...     Obligation(who=f"Trường {school}", to_whom="Sở", what="báo cáo", period=PeriodKind.HALF, due=DueMonth())
    ...     for school in ("A", "B")
    ... )
    >>> for duty, turn in occurrences_of(duties, datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)):
    ...     print(turn.effective_due, duty.who)
    2026-06-30 Trường A
    2026-06-30 Trường B
    2026-12-31 Trường A
    2026-12-31 Trường B
    """
    first, last = stretch(start, end)
    schedules = _schedules(obligations)
    return _merged(schedules, first, last, days or WorkCalendar.bundled())


class _Turn(NamedTuple):
    """A turn, and those who have it."""

    turn: Occurrence
    bearers: list[_Numbered]


def _merged(
    schedules: list[list[Obligation]], start: datetime.date, end: datetime.date, days: WorkCalendar
) -> Iterator[tuple[Obligation, Occurrence]]:
    turns = (_turns(members, start, end, days) for members in schedules)
    for turn, bearers in heapq.merge(*turns, key=_EFFECTIVE):
        for _, obligation in bearers:
            yield obligation, turn


def _turns(members: list[Obligation], start: datetime.date, end: datetime.date, days: WorkCalendar) -> Iterator[_Turn]:
    """The turns of duties that agree, each with those that stand on its nominal due day, in the order given."""
    # Who starts first stands last, and is taken from there.
    waiting = sorted(enumerate(members), key=lambda member: member[1].start or datetime.date.min, reverse=True)
    standing: list[_Numbered] = []
    ends = any(member.end is not None for member in members)
    schedule = evolve(members[0], start=None, end=None)
    for turn in schedule.occurrences(start, end, days):
        due, starting = turn.nominal_due, []
        while waiting and (waiting[-1][1].start is None or waiting[-1][1].start <= due):
            starting.append(waiting.pop())
        if starting:
            standing = sorted([*standing, *starting], key=_place)
        if ends:
            # Each that is left out here was handed out before, so this takes no longer than what comes out.
            standing = [member for member in standing if member[1].end is None or due < member[1].end]
        if standing:
            yield _Turn(turn, standing)


def _place(member: _Numbered) -> int:
    return member[0]


def _schedules(obligations: Iterable[Obligation]) -> list[list[Obligation]]:
    """Duties by what their turns depend on, in the order they were given."""
    windows, dues = _Alike(), _Alike()
    schedules: dict[object, list[Obligation]] = {}
    for obligation in obligations:
        if not isinstance(obligation, Obligation):
            raise InvalidValueError("obligations", shown(obligation), "expected values of Obligation")
        key = (
            obligation.period._value_,
            obligation.numbers,
            windows.key(obligation.window),
            dues.key(obligation.due),
            obligation.roll._value_,
        )
        members = schedules.get(key)
        if members is None:
            schedules[key] = [obligation]
        else:
            members.append(obligation)
    return list(schedules.values())


class _Alike:
    """Tells which of many values are equal: most are the same object, which takes no comparing."""

    def __init__(self) -> None:
        self._keys: dict[int, int] = {}
        self._first: dict[object, int] = {}

    def key(self, value: object) -> int:
        """A number that equal values share; the values must be held elsewhere while this is asked."""
        key = self._keys.get(id(value))
        if key is None:
            key = self._keys[id(value)] = self._first.setdefault(value, len(self._first))
        return key
