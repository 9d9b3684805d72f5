"""Units that hang under themselves on some day (vòng lặp trực thuộc), found by halving time again and again.

A stretch of days in which links start or end is cut in two at the middle one of these days. In each part a unit with one
link alone that holds throughout is passed over: what hangs under it hangs as well under what it hangs under. So a part
holds no more than what changes in it, however many units there are, and rings whose links start or end on thousands of
days are found as fast as others.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import attrgetter
from typing import NamedTuple

from vstbpn.organisations.units.intervals import ALWAYS, Bounds, bounds
from vstbpn.organisations.units.unit import Link

_CHILD, _PARENT = attrgetter("child"), attrgetter("parent")


class Ring(NamedTuple):
    """Units that hang under each other in a ring.

    Args:
        link: The link that closes it: the last of its links to start.
        date: The first day it is there.
        units: Its units, from that link's child upwards, without that one again at the end.
    """

    link: Link
    date: datetime.date
    units: Sequence[str]


class _Edge(NamedTuple):
    """A link, or a link and those above it that hold throughout the stretch looked into."""

    child: str
    top: str
    days: Bounds
    link: Link


_Upwards = Mapping[str, Sequence[_Edge]]


def rings(links: Sequence[Link], lives: Mapping[str, Bounds]) -> Iterator[Ring]:
    """The rings among links of one line, by the first day each is there.

    A link counts on the days on which both of its units stand. A unit is told in one ring alone: whether it is in others
    shows when that one is mended.
    """
    upper = _that_may_be_in_rings(links)
    if upper:
        edges = [
            _Edge(link.child, link.parent, bounds(link).within(lives[link.child]).within(lives[link.parent]), link)
            for link in upper
        ]
        yield from _Search({id(link): place for place, link in enumerate(upper)}).within(edges, ALWAYS)


def _that_may_be_in_rings(links: Sequence[Link]) -> list[Link]:
    """Links that may be part of a ring, whatever their days: those under which nothing hangs are taken away again and again."""
    above = set(map(_PARENT, links))
    upper = list(compress(links, map(above.__contains__, map(_CHILD, links))))
    upwards: dict[str, list[str]] = defaultdict(list)
    for link in upper:
        upwards[link.child].append(link.parent)
    hanging = Counter(parent for parents in upwards.values() for parent in parents)
    bottom = [child for child in upwards if not hanging[child]]
    for child in bottom:
        # The list grows while it is gone through: a unit joins it when the last one under it has.
        for parent in upwards.pop(child):
            hanging[parent] -= 1
            if not hanging[parent] and parent in upwards:
                bottom.append(parent)
    return [link for link in upper if link.child in upwards]


class _Search:
    """What is known of the links while time is cut into parts, which are looked into by their order."""

    def __init__(self, order: Mapping[int, int]) -> None:
        """``order`` numbers the links by what they are."""
        self._order = order
        self._told: set[str] = set()
        # The one link of each unit that is passed over.
        self._passed: dict[str, Link] = {}

    def within(self, edges: Iterable[_Edge], days: Bounds) -> Iterator[Ring]:
        """The rings on some of the days that were not told yet."""
        upwards: dict[str, list[_Edge]] = defaultdict(list)
        for edge in edges:
            held = edge.days.within(days)
            if not held.is_empty and edge.child not in self._told and edge.top not in self._told:
                upwards[edge.child].append(edge._replace(days=held))
        passed = {child: held for child, held in upwards.items() if len(held) == 1 and held[0].days == days}
        yield from self._rings(passed, days.start)
        self._passed.update((child, held[0].link) for child, held in passed.items())
        tops = _tops({child: held[0].top for child, held in passed.items() if child not in self._told})
        left = [
            edge._replace(top=tops.get(edge.top, edge.top))
            for child, held in upwards.items()
            if child not in passed
            for edge in held
        ]
        below = {edge.child for edge in left}
        left = [edge for edge in left if edge.top in below]
        changes = sorted(day for edge in left for day in edge.days if days.start < day < days.end)
        if changes:
            middle = changes[len(changes) // 2]
            yield from self.within(left, Bounds(days.start, middle))
            yield from self.within(left, Bounds(middle, days.end))
        else:
            several = defaultdict(list)
            for edge in left:
                several[edge.child].append(edge)
            yield from self._rings(several, days.start)

    def _rings(self, upwards: _Upwards, date: datetime.date) -> Iterator[Ring]:
        """The rings of edges that all hold on a day, and from then on for as long as each other."""
        open_ = {child: iter(edges) for child, edges in upwards.items()}
        for child in upwards:
            # The way walked: the units, and the edge that leads away from each.
            walked: dict[str, _Edge | None] = {child: None} if child in open_ else {}
            while walked:
                unit = next(reversed(walked))
                edge = next((edge for edge in open_[unit] if edge.top in open_), None)
                if edge is None:
                    # What lies above leads into no ring.
                    del open_[unit], walked[unit]
                    continue
                walked[unit] = edge
                if edge.top not in walked:
                    walked[edge.top] = None
                    continue
                found: list[_Edge] = []
                while edge.top in walked:
                    unit, last = walked.popitem()
                    del open_[unit]
                    found += [last] if last else []
                yield self._ring(found[::-1], date)

    def _ring(self, edges: Iterable[_Edge], date: datetime.date) -> Ring:
        """The ring of some edges, with the units that were passed over on the way."""
        links: list[Link] = []
        for edge in edges:
            links.append(edge.link)
            while links[-1].parent != edge.top:
                links.append(self._passed[links[-1].parent])
        self._told.update(link.child for link in links)
        closing = max(range(len(links)), key=lambda place: (bounds(links[place]).start, -self._order[id(links[place])]))
        links = links[closing:] + links[:closing]
        return Ring(links[0], date, [link.child for link in links])


def _tops(upwards: Mapping[str, str]) -> dict[str, str]:
    """What each unit hangs under in the end, by what each hangs under, where no ring is among them."""
    tops: dict[str, str] = {}
    for child in upwards:
        walked = []
        unit = child
        while unit in upwards and unit not in tops:
            walked.append(unit)
            unit = upwards[unit]
        tops.update(dict.fromkeys(walked, tops.get(unit, unit)))
    return tops
