"""Where units lie on a day (vị trí của đơn vị): what is above them, in which province, at which level; and contexts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from vstbpn.organisations.names.keys import loose_key, name_key
from vstbpn.organisations.names.places import NameParts, level_of_rank, parts_of
from vstbpn.organisations.units.kinds import Level, Line, UnitKind
from vstbpn.organisations.units.unit import OrganisationUnit

if TYPE_CHECKING:
    from vstbpn.organisations.snapshot import Snapshot

TERRITORIES = frozenset({UnitKind.PROVINCE, UnitKind.DISTRICT, UnitKind.COMMUNE})
LOW_LEVELS = frozenset({Level.DISTRICT, Level.COMMUNE})
"""The levels whose units are many in a province, so that a short name tells none of them without its neighbours."""

_BODIES_OF_TERRITORIES = TERRITORIES | {
    UnitKind.PEOPLES_COUNCIL,
    UnitKind.PEOPLES_COMMITTEE,
    UnitKind.PROVINCE_COMMITTEE,
    UnitKind.DISTRICT_COMMITTEE,
    UnitKind.COMMUNE_COMMITTEE,
}


class NameContext:
    """Where a name is understood (ngữ cảnh của tên): the units themselves, those above by their distance, the province.

    Args:
        above: The units of the context, then those right above, and so on.
        own: The bodies whose parts are the context's own: itself, and for a part of a body that body.
        province: The key of the province's name.
        is_province: Whether it is a whole province, as a place or as its people's committee.

    ``is_area`` tells that it was given as a place rather than as a body.
    """

    def __init__(
        self, above: tuple[frozenset[str], ...], own: frozenset[str], province: str | None, *, is_province: bool
    ) -> None:
        self.above = above
        self.own = own
        self.province = province
        self.is_area = False
        self.is_province = is_province
        self.distances = {unit: distance for distance, level in enumerate(above) for unit in level}
        self.outside: set[str] = set()


class Surroundings:
    """The units of one day with all that is above them, on whatever line."""

    def __init__(self, snapshot: "Snapshot") -> None:
        self._snapshot = snapshot
        self._province_of: dict[str, str | None] = {}

    def context_of(self, units: Iterable[OrganisationUnit], province: str | None) -> NameContext:
        """The context some units make, or a province's name."""
        units = tuple(units)
        level = self.with_seats({unit.id for unit in units} | set(self._seats.get(province or "", ())))
        is_province = province is not None or not level.isdisjoint(self._province_of_seat)
        province = province or next(filter(None, map(self.province, sorted(level))), None)
        above, seen = [frozenset(level)], set(level)
        while level := self.with_seats({parent for unit in level for parent in self.parents(unit)}) - seen:
            above.append(frozenset(level))
            seen |= level
        are_parts = bool(units) and all(self.level(unit) is Level.UNIT for unit in units)
        own = above[0].union(*above[1:2]) if are_parts else above[0]
        return NameContext(tuple(above), own, province, is_province=is_province)

    def parents(self, unit: str) -> Iterator[str]:
        """The units right above one."""
        return (parents[unit].id for parents in self._parents_by_line if unit in parents)

    def with_seats(self, units: set[str]) -> set[str]:
        """Units with whatever belongs to them: a province with its people's committee, and the other way round."""
        provinces = (self._province_of_seat[unit] for unit in units if unit in self._province_of_seat)
        return units.union(*(self._seats[province] for province in provinces))

    def hangs_right_under(self, unit: str, bodies: Iterable[str]) -> bool:
        """Whether a unit hangs right under one of others."""
        return not self.with_seats({*self.parents(unit)}).isdisjoint(bodies)

    def common(self, unit: str, context: NameContext) -> tuple[int, frozenset[str]] | None:
        """How far above the context the nearest units are that a unit hangs under too, and these; None where none are."""
        seen: set[str] = set()
        waiting = {*self.parents(unit)}
        while waiting := self.with_seats(waiting) - seen - context.outside:
            seen |= waiting
            waiting = {parent for one in waiting for parent in self.parents(one)}
        shared = seen & context.distances.keys()
        if not shared:
            context.outside |= seen
            return None
        nearest = min(map(context.distances.__getitem__, shared))
        return nearest, frozenset(one for one in shared if context.distances[one] == nearest)

    def level(self, unit: OrganisationUnit) -> Level | None:
        """The level a unit stands at by its kind, its name or the body it hangs under; UNIT for parts of a body."""
        told = unit.kind.level or level_of_rank(*self.parts(unit.id)[1:3])
        if told is not None:
            return told
        parents = [self._snapshot.unit(parent) for parent in self.parents(unit.id)]
        bodies = [parent for parent in parents if parent.kind in _BODIES_OF_TERRITORIES]
        levels = (body.kind.level or level_of_rank(*self.parts(body.id)[1:3]) for body in bodies)
        if (level := next(filter(None, levels), None)) is not None:
            return level
        is_part = any(parent.kind.level in _WITH_PARTS for parent in parents)
        return Level.UNIT if is_part else None

    def province(self, unit: str) -> str | None:
        """The province a unit lies in: the one it hangs under, or else the one that it or who stands above it names."""
        if unit not in self._province_of:
            self._province_of[unit] = self._read_province(unit)
        return self._province_of[unit]

    def _read_province(self, unit: str) -> str | None:
        seen: dict[str, None] = {}
        level = {unit}
        while level:
            for one in sorted(level):
                if one in self._province_of_seat:
                    return self._province_of_seat[one]
                seen[one] = None
            level = {parent for one in level for parent in self.parents(one)} - seen.keys()
        return next(filter(None, (self.parts(one).province for one in seen)), None)

    def parts(self, unit: str) -> NameParts:
        """The parts of the name a unit bears."""
        return parts_of(loose_key(name_key(self._snapshot.name(unit))))

    @cached_property
    def _parents_by_line(self) -> tuple[Mapping[str, OrganisationUnit], ...]:
        return tuple(self._snapshot.forest(line).parents for line in Line)

    @cached_property
    def _province_of_seat(self) -> Mapping[str, str]:
        """The provinces and their people's committees, each with the key of the province's name."""
        seats = (
            unit.id for unit in self._snapshot.units if unit.kind in (UnitKind.PROVINCE, UnitKind.PROVINCE_COMMITTEE)
        )
        named = ((unit, self.parts(unit)) for unit in seats)
        return {unit: parts.province or parts.place for unit, parts in named if parts.province or parts.place}

    @cached_property
    def _seats(self) -> Mapping[str, frozenset[str]]:
        seats: dict[str, set[str]] = defaultdict(set)
        for unit, province in self._province_of_seat.items():
            seats[province].add(unit)
        return {province: frozenset(units) for province, units in seats.items()}


_WITH_PARTS = frozenset({Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.SCHOOL, Level.UNIT})
