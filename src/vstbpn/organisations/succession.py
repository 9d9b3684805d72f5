"""What became of units (kế thừa giữa các đơn vị): who took over what, event by event."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from vstbpn.organisations.units.events import ChangeEvent

Moves = Mapping[str, tuple[str, ...]]


class Succession:
    """The events of a directory in order of their days. Events of one day happen at once.

    ``Moves`` tell for each source of a day to whom it went over, in the order of the events; to nobody if it was
    dissolved. Who is in no event of a day stays what it is.
    """

    __slots__ = ("_backward", "_forward")

    def __init__(self, events: Iterable[ChangeEvent]) -> None:
        takers: dict[datetime.date, dict[str, dict[str, None]]] = {}
        for event in events:
            if event.kind.moves:
                moves = takers.setdefault(event.date, {})
                for source in event.sources:
                    moves.setdefault(source, {}).update(dict.fromkeys(event.targets))
        self._forward: tuple[tuple[datetime.date, Moves], ...] = tuple(
            (date, MappingProxyType({source: tuple(targets) for source, targets in takers[date].items()}))
            for date in sorted(takers)
        )
        self._backward: tuple[tuple[datetime.date, Moves, Moves], ...] = tuple(
            (date, forward, _reversed(forward)) for date, forward in self._forward
        )

    def between(self, first: datetime.date, last: datetime.date) -> Iterator[tuple[datetime.date, Moves]]:
        """The days with moves after ``first`` and up to ``last``, in order."""
        return ((date, moves) for date, moves in self._forward if first < date <= last)

    def after(self, unit: str, first: datetime.date, last: datetime.date) -> set[str]:
        """Who holds on ``last`` what a unit held on ``first``, though some may not stand."""
        held = {unit}
        for _, moves in self.between(first, last):
            # Few of those held move on one day, so the others are not gone through.
            leaving = moves.keys() & held
            held -= leaving
            held.update(*(moves[source] for source in leaving))
        return held

    def before(self, unit: str, first: datetime.date, last: datetime.date) -> set[str]:
        """Who held on ``first`` what a unit holds on ``last``; the inverse of ``after``."""
        held = {unit}
        for date, moves, givers in reversed(self._backward):
            if first < date <= last:
                taking = givers.keys() & held
                held -= moves.keys() & held
                held.update(*(givers[taker] for taker in taking))
        return held


def _reversed(moves: Moves) -> Moves:
    givers: dict[str, list[str]] = {}
    for source, targets in moves.items():
        for target in targets:
            givers.setdefault(target, []).append(source)
    return {target: tuple(sources) for target, sources in givers.items()}
