"""Finding units by name as written (tìm đơn vị theo tên): an index of all names, and what a name means in a context.

A name is looked up by its exact key, then by ever looser ones: without "và" and the rank of provinces ("Sở GDĐT An
Giang"), without the territory around ("UBND xã Vĩnh Trạch" of "…, tỉnh An Giang") or any rank. In a context, names
less their place are understood too ("UBND tỉnh", "Sở").
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from vstbpn.errors import NotFoundError
from vstbpn.organisations.names.keys import fresh_key, loose_key, name_key, with_capitals
from vstbpn.organisations.names.places import NameParts, is_province, parts_of, province_names, without_province_rank
from vstbpn.organisations.units.kinds import Level, Line, UnitKind
from vstbpn.organisations.units.unit import DatedName, OrganisationUnit

if TYPE_CHECKING:
    from vstbpn.organisations.snapshot import Snapshot

_Names = Sequence[DatedName]
_Units = tuple[OrganisationUnit, ...]
_ByKey = Mapping[str, _Names]

_HEADS = frozenset({"sở", "phòng", "bộ", "ban", "trường"})
"""Bodies that are named by this word alone where it is plain which is meant."""

_OTHER_WORDS = {"nhà trường": "trường"}

_OWNER = re.compile(
    r" (?:(?:trực )?thuộc |của )?(?=(?:sở|bộ|phòng|ban|ủy ban nhân dân|nhà trường|trường|trung tâm)(?!\S))"
)
"""Where the name of a part of a body goes over to that of the body."""

_BODY_AROUND = re.compile(r" (?:(?:trực )?thuộc |của )?(?=(?:sở|bộ|ủy ban nhân dân)(?!\S))")
"""The same in a name of a directory; schools and the like bear such words in names of their own."""


class _Loose(NamedTuple):
    """The names by their loose keys: whole, without a part of their place, and without their place."""

    whole: _ByKey
    bare: _ByKey
    short: _ByKey


class NameIndex:
    """All names of a directory by their keys (chỉ mục tên), of whatever time. Made once; snapshots pick what holds."""

    def __init__(self, names: Iterable[DatedName]) -> None:
        exact: dict[str, list[DatedName]] = defaultdict(list)
        for dated in names:
            exact[fresh_key(dated.name)].append(dated)
        self.exact: _ByKey = dict(exact)

    @cached_property
    def loose(self) -> _Loose:
        """The names by their loose keys, made when the first name is asked for that no exact key fits."""
        whole: dict[str, list[DatedName]] = defaultdict(list)
        bare: dict[str, list[DatedName]] = defaultdict(list)
        short: dict[str, list[DatedName]] = defaultdict(list)
        for key, names in self.exact.items():
            loose = loose_key(key)
            parts = parts_of(loose)
            whole[without_province_rank(loose)] += names
            for form in _bare_forms(parts):
                bare[form] += names
            for form in _short_forms(parts):
                short[form] += names
        return _Loose(dict(whole), dict(bare), dict(short))

    def layers(self, text: str) -> Iterator[_Names]:
        """The names a text may mean, the surest first: by exact key, as a whole, without a part of their place."""
        key = name_key(text)
        yield self.exact.get(key, ())
        yield from self.loose_layers(loose_key(key))

    def loose_layers(self, loose: str) -> Iterator[_Names]:
        """The names a loose key may mean, the surest first."""
        form = without_province_rank(loose)
        yield self.loose.whole.get(form, ())
        yield self.loose.bare.get(form, ())


def _bare_forms(parts: NameParts) -> set[str]:
    """A name without the territory around its own, and without its rank, where that leaves no province's name."""
    if not parts.rank or not parts.place:
        return set()
    forms = set()
    if parts.outer:
        forms.add(_joined(parts.head, parts.rank, parts.place))
    if parts.place not in province_names() and not parts.place[0].isdigit():
        forms.add(_joined(parts.head, parts.place))
    return forms


def _short_forms(parts: NameParts) -> set[str]:
    """A name without its place: with the rank ("ủy ban nhân dân tỉnh"), without it, and the body's first word alone."""
    forms = {_joined(parts.head, parts.rank), parts.head} if parts.rank or parts.place else set()
    if owner := _BODY_AROUND.search(parts.head, 1):
        forms.add(parts.head[: owner.start()])
    first = parts.head.partition(" ")[0]
    return (forms | {first} if first in _HEADS else forms) - {""}


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def find_at_any_time(index: NameIndex, text: str) -> Iterator[str]:
    """The ids of the units a name means that bear it or once bore it, surest keys alone."""
    for written in _writings(text):
        found = next(filter(None, index.layers(written)), ())
        if found:
            return (dated.unit for dated in found)
    return iter(())


def _writings(text: str) -> Iterator[str]:
    """A name as written, and, to be looked at if that is none, with its small abbreviations in capitals."""
    yield text
    capitals = with_capitals(text)
    if capitals != text:
        yield capitals


class _Context(NamedTuple):
    """Where a name is understood: the units themselves, those above by their distance, the province."""

    above: tuple[frozenset[str], ...]
    province: str | None


class Finder:
    """Finds the units of one day by name."""

    def __init__(self, snapshot: "Snapshot") -> None:
        self._snapshot = snapshot
        self._index = snapshot.directory.name_index
        self._province_of: dict[str, str | None] = {}

    def find(self, text: str, within: OrganisationUnit | str | None) -> _Units:
        """The units a name means; in a context the nearest ones."""
        context = None if within is None else self._context(within)
        for written in _writings(text):
            found = self._find_within(written, context) if context else self._first(self._index.layers(written))
            if found:
                return found
        key = loose_key(name_key(text))
        return self._find_by_its_place(key) or self._find_by_its_owner(key, context)

    def named(self, text: str, within: OrganisationUnit | str | None) -> OrganisationUnit:
        """The one unit a name means."""
        found = self.find(text, within)
        if len(found) == 1:
            return found[0]
        near = [unit.id for unit in found] or self._near_misses(text)
        described = [f"{unit} ({self._snapshot.name(unit)})" for unit in near[:_MOST_TOLD]]
        raise NotFoundError(f"unit on {self._snapshot.date}", text[:60], described)

    def _standing(self, names: _Names) -> _Units:
        """The units that bear one of the names on the day, each once."""
        date = self._snapshot.date
        bearers = dict.fromkeys(dated.unit for dated in names if dated.holds(date))
        return tuple(map(self._snapshot.unit, bearers))

    def _find_within(self, text: str, context: _Context) -> _Units:
        key = loose_key(name_key(text))
        full = [*map(self._standing, self._index.layers(text))]
        short = self._standing(self._index.loose.short.get(_OTHER_WORDS.get(key, key), ()))
        found = self._nearest([*full, short], context)
        if found:
            return found
        told = parts_of(key).province
        for layer in full:
            # Elsewhere lies what a name means that tells its own place, or what lies in no province.
            kept = tuple(unit for unit in layer if told or self._may_lie_in(unit, context))
            if kept:
                return kept
        return ()

    def _lies_in(self, unit: OrganisationUnit, context: _Context) -> bool:
        """Whether a unit lies in the province; an office inside another body is not meant by whoever is outside."""
        return unit.kind.level is not Level.UNIT and self._province(unit.id) == context.province

    def _may_lie_in(self, unit: OrganisationUnit, context: _Context) -> bool:
        return unit.kind.level is not Level.UNIT and (
            context.province is None or self._province(unit.id) in {None, context.province}
        )

    def _find_by_its_place(self, key: str) -> _Units:
        """The units whose names lack the place a text adds: "Sở Nội vụ" under "UBND tỉnh An Giang"."""
        parts = parts_of(key)
        for name, place in (
            (_joined(parts.head, parts.rank, parts.place), parts.outer),
            (parts.head, _joined(parts.rank, parts.place)),
        ):
            context = self._context_of_place(place) if name and place else None
            if context is not None:
                # Not the names that are short for more: no "UBND tỉnh An Giang" is one of a commune there.
                found = self._nearest([*map(self._standing, self._index.loose_layers(name))], context)
                if found:
                    return found
        return ()

    def _find_by_its_owner(self, key: str, context: _Context | None) -> _Units:
        """The units under the one that a text adds: "Phòng TCCB" under the Sở of "Phòng TCCB Sở"."""
        for joint in islice(_OWNER.finditer(key, 1), _MOST_OWNERS):
            name, owner = key[: joint.start()], key[joint.end() :]
            if name in _HEADS:
                continue
            owners = self._find_within(owner, context) if context else self._first(self._index.loose_layers(owner))
            if len(owners) == 1:
                above, outside = frozenset({owners[0].id}), set[str]()
                for layer in (*self._index.loose_layers(name), self._index.loose.short.get(name, ())):
                    units = self._standing(layer)
                    if found := tuple(unit for unit in units if self._hangs_under(unit.id, above, outside)):
                        return found
        return ()

    def _first(self, layers: Iterable[_Names]) -> _Units:
        """The units of the surest layer that has any."""
        return next(filter(None, map(self._standing, layers)), ())

    def _nearest(self, layers: Sequence[_Units], context: _Context) -> _Units:
        """The units that lie nearest: itself, then above, then below, then in the province; of these the surest."""
        for ids in context.above:
            for layer in layers:
                if found := tuple(unit for unit in layer if unit.id in ids):
                    return found
        outside: set[str] = set()
        for layer in layers:
            if found := tuple(unit for unit in layer if self._hangs_under(unit.id, context.above[0], outside)):
                return found
        if context.province is not None:
            for layer in layers:
                if found := tuple(unit for unit in layer if self._lies_in(unit, context)):
                    return found
        return ()

    def _context(self, within: OrganisationUnit | str) -> _Context:
        if isinstance(within, OrganisationUnit):
            return self._context_of([self._snapshot.unit(within.id)], None)
        key = loose_key(name_key(within))
        if within in self._snapshot:
            return self._context_of([self._snapshot.unit(within)], None)
        if units := self.find(within, None):
            return self._context_of(units, None)
        context = self._context_of_place(key)
        if context is None:
            raise NotFoundError(f"unit or place on {self._snapshot.date}", within[:60], self._near_misses(within))
        return context

    def _context_of_place(self, place: str) -> _Context | None:
        """The context that a place's loose key names; None where no unit bears its name and it is no province."""
        units = self._first(self._index.loose_layers(place))
        name = without_province_rank(place)
        province = name if is_province("", name) else None
        return self._context_of(units, province) if units or province else None

    def _context_of(self, units: Iterable[OrganisationUnit], province: str | None) -> _Context:
        level = self._with_seats({unit.id for unit in units} | set(self._seats.get(province or "", ())))
        province = province or next(filter(None, map(self._province, sorted(level))), None)
        above, seen = [frozenset(level)], set(level)
        while level := self._with_seats({parent for unit in level for parent in self._parents(unit)}) - seen:
            above.append(frozenset(level))
            seen |= level
        return _Context(tuple(above), province)

    def _parents(self, unit: str) -> Iterator[str]:
        return (parents[unit].id for parents in self._parents_by_line if unit in parents)

    def _with_seats(self, units: set[str]) -> set[str]:
        """Units with whatever belongs to them: a province with its people's committee, and the other way round."""
        provinces = (self._province_of_seat[unit] for unit in units if unit in self._province_of_seat)
        return units.union(*(self._seats[province] for province in provinces))

    def _hangs_under(self, unit: str, goals: frozenset[str], outside: set[str]) -> bool:
        """Whether a unit hangs under one of others along any lines; ``outside`` keeps the ones that do not."""
        seen: set[str] = set()
        waiting = {*self._parents(unit)}
        while waiting := self._with_seats(waiting) - seen - outside:
            if not waiting.isdisjoint(goals):
                return True
            seen |= waiting
            waiting = {parent for one in waiting for parent in self._parents(one)}
        outside |= seen
        return False

    def _province(self, unit: str) -> str | None:
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
            level = {parent for one in level for parent in self._parents(one)} - seen.keys()
        return next(filter(None, (self._parts(one).province for one in seen)), None)

    def _parts(self, unit: str) -> NameParts:
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
        named = ((unit, self._parts(unit)) for unit in seats)
        return {unit: parts.province or parts.place for unit, parts in named if parts.province or parts.place}

    @cached_property
    def _seats(self) -> Mapping[str, frozenset[str]]:
        seats: dict[str, set[str]] = defaultdict(set)
        for unit, province in self._province_of_seat.items():
            seats[province].add(unit)
        return {province: frozenset(units) for province, units in seats.items()}

    def _near_misses(self, text: str) -> list[str]:
        """The ids of the units whose names are most like a text."""
        loose = loose_key(name_key(text))[:_LONGEST_COMPARED]
        words = Counter(loose.split(" "))
        date = self._snapshot.date
        alike: list[tuple[int, str, str]] = []
        for key, names in self._index.exact.items():
            shared = len(words.keys() & key.split(" "))
            if shared:
                alike += [(2 * shared - key.count(" "), key, dated.unit) for dated in names if dated.holds(date)]
        likest = sorted(
            (-SequenceMatcher(None, loose, loose_key(key)).ratio(), unit)
            for _, key, unit in nlargest(_MOST_COMPARED, alike)
        )
        least = max(_ALIKE, -likest[0][0] - _MUCH_LESS_ALIKE) if likest else _ALIKE
        return [unit for unlike, unit in likest if -unlike >= least][:_MOST_NEAR]


_LONGEST_COMPARED = 200
_MOST_COMPARED = 40
_MOST_OWNERS = 6
_MOST_NEAR, _MOST_TOLD = 5, 12
_ALIKE, _MUCH_LESS_ALIKE = 0.6, 0.15
