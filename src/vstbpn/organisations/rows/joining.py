"""Facts joined that hold in stretches beside each other (nối các khoảng thời gian liền nhau)."""

import datetime
from collections.abc import Sequence
from itertools import compress
from typing import Any, NamedTuple

from vstbpn.catalogue.evidence import together, weakest
from vstbpn.catalogue.tables import Confidence
from vstbpn.organisations.units.intervals import FIRST

Day = datetime.date | None


class Stretches(NamedTuple):
    """Facts by columns: of which unit and of what value each is, when it holds, and the place of its row."""

    units: Sequence[str]
    values: Sequence[str]
    starts: Sequence[Day]
    ends: Sequence[Day]
    sources: Sequence[str]
    confidences: Sequence[Confidence]
    places: Sequence[int]
    lasts: Sequence[int]
    """The places of the rows in which they end; as ``places`` but for those joined."""

    def kept(self, keep: Sequence[bool]) -> "Stretches":
        """Those marked."""
        columns: dict[str, Any] = {name: list(compress(column, keep)) for name, column in self._asdict().items()}
        return Stretches(**columns)


def joined(facts: Stretches, repeated: set[str]) -> Stretches:
    """The facts, with those made one that are about one unit, of one value, and hold right after each other.

    What is joined keeps all its sources and the weakest confidence. Only units among ``repeated`` are looked into.
    """
    if not repeated:
        return facts
    order = [place for place, unit in enumerate(facts.units) if unit in repeated]
    order.sort(key=[start or FIRST for start in facts.starts].__getitem__)
    keep = [True] * len(facts.units)
    ends, sources, confidences = list(facts.ends), list(facts.sources), list(facts.confidences)
    lasts = list(facts.lasts)
    # Sources are put together once a fact, since one may be made of thousands of rows.
    told_by: dict[int, list[str]] = {}
    units, values, starts = facts.units, facts.values, facts.starts
    open_: dict[tuple[str, str, datetime.date], int] = {}
    for place in order:
        unit, value, start = units[place], values[place], starts[place]
        before = None if start is None else open_.pop((unit, value, start), None)
        if before is None:
            before = place
        else:
            keep[place] = False
            ends[before], lasts[before] = ends[place], lasts[place]
            told_by.setdefault(before, [sources[before]]).append(sources[place])
            confidences[before] = weakest(confidences[before], confidences[place])
        end = ends[before]
        if end is not None:
            open_[unit, value, end] = before
    for place, cells in told_by.items():
        sources[place] = together(cells)
    return facts._replace(ends=ends, sources=sources, confidences=confidences, lasts=lasts).kept(keep)
