"""Who takes a duty to report over when those who owe it, or those it is owed to, come to an end."""

import datetime
import heapq
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.organisations.checking.checks import lives_of
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.units.intervals import ALWAYS, FIRST, LAST, Bounds
from vstbpn.organisations.units.kinds import Line
from vstbpn.values import evolve

Takers = Mapping[str, str | Iterable[str]]
"""For a unit that was shared among several, by ids: which of them took the duty over."""

_ONE_DAY = datetime.timedelta(days=1)


def hand_over(obligation: Obligation, directory: Directory, *, takers: Takers | None = None) -> tuple[Obligation, ...]:
    """A duty, cut at the days its bearer or its addressee ends, and taken over by their successors (bàn giao nhiệm vụ).

    A turn is borne by those who stand on its nominal due day: the report on the first half of 2025, due on 14 June, is
    that of a Phòng Giáo dục và Đào tạo; the one on 2025, due on 14 December, is that of who took over from it on 1 July.

    Until the first cut the duty keeps its words. What is taken over is in the names that the units bear on that day. A
    unit that gives a part of itself away and lives on keeps the duty, and so does one that is renamed or moved.

    Where a unit went over to several, each of them has the duty, or each is owed the report, since no act that the
    directory knows tells which one; with these limits:

    - no unit owes a report to itself: that of a Phòng to its Sở does not go on as one of the Sở to the Sở;
    - where the old one hung under its addressee on a line, only those do who hang under theirs on it, if any does;
    - ``takers`` tells who alone took it over, where a document does.

    Where nobody takes over, from bearer or addressee, the duty ends.

    Args:
        obligation: The duty, with ``unit``, ``to_unit`` or both; without either it comes back as it is.
        directory: The units with what befell them.
        takers: Who took it over of those that a unit went over to, by ids: ``{"so-ldtbxh": ["so-nv"]}``.

    Returns:
        The duties that come of it, in order of the days they start.

    Raises:
        NotFoundError: The directory holds no such unit.
        InvalidValueError: A taker is none of those the unit went over to.

    >>> from vstbpn.calendars.duties.due import DueMonth
    >>> from vstbpn.calendars.reporting.period import PeriodKind
    >>> from vstbpn.organisations.shipped.directory import typical
    >>> duty = Obligation(
    ...     who="Phòng GDĐT", to_whom="Sở GDĐT", what="báo cáo", period=PeriodKind.HALF, due=DueMonth(),
    ...     unit="phong-gddt", to_unit="so-gddt",
    ... )
    >>> for part in hand_over(duty, typical()):
    ...     print(part.start, part.end, part.who)
    None 2025-07-01 Phòng GDĐT
    2025-07-01 None Phòng Văn hóa - Xã hội
    """
    return tuple(_Handover(directory, takers or {}).of(obligation))


def hand_over_all(
    obligations: Iterable[Obligation], directory: Directory, *, takers: Takers | None = None
) -> Iterator[Obligation]:
    """Many duties, each cut and taken over as by ``hand_over``; what they need of the directory is looked up once.

    Duties of units that merged come out of each of them, and are equal from then on where they agree in all else:
    ``dict.fromkeys`` leaves one. Takes and raises as ``hand_over``.

    >>> from vstbpn.organisations.shipped.directory import typical
    >>> list(hand_over_all([], typical()))
    []
    """
    handover = _Handover(directory, takers or {})
    return (part for obligation in obligations for part in handover.of(obligation))


class _Pair(NamedTuple):
    """Who owes a report to whom from a day on; None is who is no unit of the directory."""

    since: datetime.date
    bearer: str | None
    addressee: str | None

    @property
    def units(self) -> tuple[str | None, str | None]:
        return self.bearer, self.addressee


class _Handover:
    """Looks up in a directory who took over from whom, with what it found before."""

    def __init__(self, directory: Directory, takers: Takers) -> None:
        self._directory = directory
        self._lives = lives_of(directory.names)
        self._snapshots: dict[datetime.date, Snapshot] = {}
        self._takers = {
            directory.unit(unit).id: frozenset([those] if isinstance(those, str) else those)
            for unit, those in takers.items()
        }

    def of(self, obligation: Obligation) -> Iterator[Obligation]:
        units = obligation.unit, obligation.to_unit
        if units == (None, None):
            yield obligation
            return
        lives = [self._life(unit) for unit in units]
        first = max(obligation.start or FIRST, *(life.start for life in lives))
        last = obligation.end or LAST
        # Pairs come in order of their first day, so what is met again is going on already.
        waiting, met = [_Pair(FIRST, *units)], set[tuple[str | None, str | None]]()
        while waiting:
            pair = heapq.heappop(waiting)
            if pair.units in met:
                continue
            met.add(pair.units)
            end = min(self._life(unit).end for unit in pair.units)
            start = max(pair.since, first)
            if start < min(end, last):
                yield self._part(obligation, pair, start, min(end, last))
            if end < last:
                for after in self._after(pair, end):
                    heapq.heappush(waiting, after)

    def _part(self, obligation: Obligation, pair: _Pair, start: datetime.date, end: datetime.date) -> Obligation:
        return evolve(
            obligation,
            who=self._words(obligation.who, obligation.unit, pair.bearer, start),
            to_whom=self._words(obligation.to_whom, obligation.to_unit, pair.addressee, start),
            unit=pair.bearer,
            to_unit=pair.addressee,
            start=None if start == FIRST else start,
            end=None if end == LAST else end,
        )

    def _words(self, words: str | None, before: str | None, now: str | None, date: datetime.date) -> str | None:
        return words if now is None or now == before else self._at(date).name(now)

    def _after(self, pair: _Pair, date: datetime.date) -> Iterator[_Pair]:
        """Who owes the report to whom from the day on on which one of a pair, or both, ended."""
        pairs = [
            _Pair(date, bearer, addressee)
            for bearer in self._held_by(pair.bearer, date)
            for addressee in self._held_by(pair.addressee, date)
            if bearer is None or bearer != addressee
        ]
        lines = self._lines(pair, date - _ONE_DAY)
        below = [after for after in pairs if not lines.isdisjoint(self._lines(after, date))]
        yield from below or pairs

    def _held_by(self, unit: str | None, date: datetime.date) -> tuple[str | None, ...]:
        """Who is on a day what a unit was the day before: itself, but on the day it ends."""
        if unit is None or self._life(unit).end != date:
            return (unit,)
        after = tuple(taker.id for taker in self._directory.successors(unit, date, since=date - _ONE_DAY))
        chosen = self._takers.get(unit)
        if chosen is None:
            return after
        for taker in sorted(chosen.difference(after)):
            reason = f"{unit} went over to {', '.join(after) or 'nobody'} on {date}"
            raise InvalidValueError("taker", shown(taker), reason)
        return tuple(taker for taker in after if taker in chosen)

    def _lines(self, pair: _Pair, date: datetime.date) -> frozenset[Line]:
        """The lines on which the bearer hangs under the addressee on a day."""
        day = self._at(date)
        if pair.bearer is None or pair.addressee is None or pair.bearer not in day:
            return frozenset()
        above = self._directory.unit(pair.addressee)
        return frozenset(line for line in Line if above in day.ancestors(pair.bearer, line))

    def _at(self, date: datetime.date) -> Snapshot:
        if date not in self._snapshots:
            self._snapshots[date] = self._directory.at(date)
        return self._snapshots[date]

    def _life(self, unit: str | None) -> Bounds:
        if unit is None:
            return ALWAYS
        if unit not in self._lives:
            raise NotFoundError(
                "unit", shown(unit), reason="the directory holds no such unit, so nothing tells when it ends"
            )
        return self._lives[unit]
