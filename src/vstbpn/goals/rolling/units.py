"""The units whose figures are added up (các đơn vị được tổng hợp): those of a line on a day, or a flat list of ids."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property, partial
from itertools import compress
from operator import or_
from typing import TYPE_CHECKING

from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.goals.rolling.expecting import ExpectedOf, Expecting, read_expecting
from vstbpn.goals.rolling.faults import Fault
from vstbpn.organisations.figures.absences import misplaced, suggested
from vstbpn.organisations.figures.expecting import kinds_like
from vstbpn.organisations.figures.figures import id_of
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import OrganisationUnit

if TYPE_CHECKING:
    from vstbpn.organisations.snapshot import Snapshot

_MOST_COMPARED = 5_000
"""Among how many ids a near one is looked for; among more it would take long."""

_ALL_INDICATORS = -1
_SUGGESTED = 10


class FlatUnits:
    """Units of which nothing is known but their ids (danh sách phẳng).

    Args:
        expecting: Who is expected to report.
        ids: The ids of all; by default of those who were named as expected.
    """

    def __init__(self, expecting: Expecting, ids: Sequence[str] | None = None) -> None:
        self._expecting = expecting
        named = dict.fromkeys(unit for wanted in expecting.named for unit in wanted.ids)
        self.ids: Sequence[str] = tuple(named) if ids is None else ids

    @classmethod
    def of(cls, expected: ExpectedOf | None, known: Collection[str]) -> "FlatUnits":
        """The units expected to report, of indicators of which these are known.

        Raises:
            InvalidValueError: They are no units or ids.
            NotFoundError: There is no such indicator.
        """
        expecting = read_expecting(expected, known, lambda _: [])
        if any(wanted.kinds for wanted in expecting.named):
            reason = "without a snapshot nobody knows the units of a kind or level: name the units"
            raise InvalidValueError("expected", "kinds or levels", reason)
        return cls(expecting)

    @property
    def indicators(self) -> Iterable[str]:
        """The indicators of which it was said who reports them."""
        return self._expecting.indicators

    def with_ids(self, ids: Sequence[str]) -> "FlatUnits":
        """The same with those that reported."""
        return FlatUnits(self._expecting, ids)

    @cached_property
    def ordered(self) -> tuple[str, ...]:
        """The ids, sorted: who reports first is chance."""
        return tuple(sorted(self.ids))

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Some of the ids in the order they are shown in."""
        return tuple(sorted(ids))

    def expected(self, indicator: str | None, given: bytearray) -> bytearray:
        """Who is expected to report an indicator, by place, where ``given`` gave figures."""
        named = self._expecting.flags(indicator, self.ids, lambda wanted: wanted.ids)
        return given if named is None else named

    def depth(self, unit: OrganisationUnit | str) -> int:
        """How many units a unit is under: none.

        Raises:
            NotFoundError: There is no such unit.
        """
        self.stretch(unit)
        return 0

    def stretch(self, unit: OrganisationUnit | str | None) -> tuple[int, int]:
        """The place of a unit and the one behind it; of no unit the whole row.

        Raises:
            NotFoundError: There is no such unit.
        """
        if unit is None:
            return 0, len(self.ids)
        place = self._places.get(id_of(unit))
        if place is None:
            raise _not_found("unit", unit, self.ids)
        return place, place + 1

    @cached_property
    def _places(self) -> dict[str | None, int]:
        return {unit: place for place, unit in enumerate(self.ids)}


class LineUnits:
    """The units of a line of a snapshot (các đơn vị trên một tuyến), each before those under it.

    Args:
        snapshot: The units of a day.
        line: The line.
        expected: Who is expected to report.
        known: The ids of the indicators; empty where any is taken.

    Raises:
        FiguresError: Expected units are not there.
        NotFoundError: There is no such indicator.
    """

    def __init__(
        self, snapshot: "Snapshot", line: Line, expected: ExpectedOf | None, known: Collection[str] = ()
    ) -> None:
        self._snapshot = snapshot
        self._line = line
        self._row = snapshot.row(line)
        self._likes: tuple[bytearray, bytearray] | None = None
        self._leaves: dict[frozenset[str], bytearray] = {}
        self._expecting = read_expecting(expected, known, partial(misplaced, snapshot, line))

    @property
    def indicators(self) -> Iterable[str]:
        """The indicators of which it was said who reports them."""
        return self._expecting.indicators

    @property
    def ids(self) -> Sequence[str]:
        """The ids."""
        return self._row.ids

    @property
    def ordered(self) -> tuple[str, ...]:
        """The ids in the order of the line."""
        return tuple(self._row.ids)

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Some of the ids, which are in order."""
        return tuple(ids)

    def expected(self, indicator: str | None, given: bytearray) -> bytearray:
        """Who is expected to report an indicator, by place: who was named, or those that gave figures and their like."""
        named = self._expecting.flags(indicator, self.ids, self._row.wanted)
        if named is not None:
            return named
        # Most indicators are reported by the same units, or by units of the same kinds.
        if self._likes is None or self._likes[0] != given:
            like = frozenset(kinds_like(set(compress(self._row.kinds, given))))
            if like not in self._leaves:
                self._leaves[like] = bytearray(map(like.__contains__, self._row.leaf_kinds))
            leaves = self._leaves[like]
            whole = int.from_bytes(given) | int.from_bytes(leaves)
            self._likes = given, leaves if whole == int.from_bytes(leaves) else bytearray(map(or_, given, leaves))
        return self._likes[1]

    def depth(self, unit: OrganisationUnit | str) -> int:
        """How many units a unit is under.

        Raises:
            NotFoundError: The unit hangs on no tree of the line.
        """
        return self._depths[self.stretch(unit)[0]]

    @cached_property
    def _depths(self) -> Sequence[int]:
        depths: list[int] = []
        above: list[int] = []
        for place, end in enumerate(self._row.ends):
            while above and above[-1] <= place:
                above.pop()
            depths.append(len(above))
            above.append(end)
        return depths

    def stretch(self, unit: OrganisationUnit | str | None) -> tuple[int, int]:
        """The place of a unit, and behind which place all below it ends; of no unit the whole row.

        Raises:
            NotFoundError: The unit hangs on no tree of the line.
        """
        if unit is None:
            return 0, len(self.ids)
        place = self._row.places.get(id_of(unit) or "")
        if place is None:
            raise _not_found(f"unit on the {self._line.value} line on {self._snapshot.date}", unit, self.ids)
        return place, self._row.ends[place]

    def absences(self, strangers: Iterable[str]) -> Iterator[Fault]:
        """The faults of units with figures that are not on the line."""
        day = f"{self._snapshot.date:%d/%m/%Y}"
        for unit in strangers:
            near = ", ".join(suggested(self._snapshot, self._line, unit)[:_SUGGESTED])
            words = {"unit": unit, "date": day, "suggestion": near}
            yield Fault(_ALL_INDICATORS, unit, "GOL017", tuple(words.items()))


def _not_found(what: str, unit: object, ids: Sequence[str]) -> NotFoundError:
    wanted = id_of(unit)
    near = [] if wanted is None or len(ids) > _MOST_COMPARED else get_close_matches(wanted, ids)
    return NotFoundError(what, shown(unit if wanted is None else wanted), near)
