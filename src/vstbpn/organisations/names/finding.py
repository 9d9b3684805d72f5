"""Finding units by name as written (tìm đơn vị theo tên): what a name means on a day, alone or in a context.

A name is looked up by its exact key, then by ever looser ones: without "và" and the rank of provinces ("Sở GDĐT An
Giang"), without the territory around ("UBND xã Vĩnh Trạch" of "…, tỉnh An Giang") or any rank. In a context, names
less their place are understood too ("UBND tỉnh", "Sở"). A wrong unit is worse than none: where a short name may be that of
many, only the context's own is meant.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from vstbpn.errors import NotFoundError
from vstbpn.organisations.names.hints import near_misses, once_borne
from vstbpn.organisations.names.index import HEADS, NameIndex, Names, find_at_any_time, joined, writings
from vstbpn.organisations.names.keys import loose_key, name_key, without_marks
from vstbpn.organisations.names.places import is_province, parts_of, without_province_rank
from vstbpn.organisations.names.surroundings import LOW_LEVELS, TERRITORIES, NameContext, Surroundings
from vstbpn.organisations.names.wording import looser
from vstbpn.organisations.units.kinds import Level, Line
from vstbpn.organisations.units.unit import OrganisationUnit

if TYPE_CHECKING:
    from vstbpn.organisations.snapshot import Snapshot

__all__ = ["Finder", "NameIndex", "find_at_any_time"]

_Units = tuple[OrganisationUnit, ...]

_OTHER_WORDS = {"nhà trường": "trường"}

_ALONE = HEADS | {"văn phòng", "thanh tra", "tổ", "khoa", "công đoàn", "chi bộ", "đảng ủy", "chi đoàn", "ban giám hiệu"}
"""Names nearly every body has a part of: only the context's own is meant."""

_OWNER = re.compile(
    r" (?:(?:trực )?thuộc |của )?(?=(?:(?<!cơ )sở|bộ|phòng|ban|ủy ban nhân dân|nhà trường|trường|trung tâm)(?!\S))"
)
"""Where the name of a part of a body goes over to that of the body."""

_PLACE = "unit or place"
_COMMITTEE = "ủy ban nhân dân"
_WITH_INITIALS = frozenset({"phòng", "ban", "vụ", "cục", "khoa", "tổ"})
_FEWEST_INITIALS = 3
_FAR = 1 << 20


class _Layer(NamedTuple):
    """The units a name may mean by one kind of key; ``short`` where it leaves out their place."""

    units: _Units
    short: bool = False


class _Asked(NamedTuple):
    """What the words asked for say of themselves: that they tell a province, or that they are a bare "Phòng"."""

    told: bool
    alone: bool


class Finder:
    """Finds the units of one day by name."""

    def __init__(self, snapshot: "Snapshot") -> None:
        self._snapshot = snapshot
        self._index: NameIndex = snapshot.directory.name_index
        self._around = Surroundings(snapshot)

    def find(self, text: str, within: OrganisationUnit | str | None) -> _Units:
        """The units a name means; in a context the nearest ones."""
        context = None if within is None else self._context(within)
        found = self._find_as_written(text, context)
        if found or self._is_known(text):
            return found
        other = looser(text)
        if other != text and (found := self._find_as_written(other, context)):
            return found
        return self._find_by_initials(text, context) or self._find_without_marks(text, context)

    def named(self, text: str, within: OrganisationUnit | str | None) -> OrganisationUnit:
        """The one unit a name means."""
        found = self.find(text, within)
        if len(found) == 1:
            return found[0]
        if found:
            several = ", ".join(f"{unit.id} ({self._snapshot.name(unit)})" for unit in found[:_MOST_TOLD])
            raise self._error(
                "unit", text, found, f"{len(found)} units are called that: {several}; say which by within"
            )
        province = None if within is None else self._context(within).province
        if once := once_borne(self._snapshot, self._index, text, province):
            reason, instead = once
            raise self._error("unit", text, instead, reason)
        short = self._index.loose.short.get(loose_key(name_key(text)), ())
        if within is None:
            found = self._standing(short)
        # What is called so elsewhere or at other times is written right: names like it would lead astray.
        raise self._error("unit", text, found if found or short else self._like(text))

    def _like(self, text: str) -> _Units:
        return tuple(map(self._snapshot.unit, near_misses(self._snapshot, self._index, text)))

    def _error(self, what: str, text: str, instead: _Units, reason: str | None = None) -> NotFoundError:
        described = [f"{unit.id} ({self._snapshot.name(unit)})" for unit in instead[:_MOST_TOLD]]
        return NotFoundError(f"{what} on {self._snapshot.date}", text[:60], described, reason)

    def _standing(self, names: Names) -> _Units:
        """The units that bear one of the names on the day, each once."""
        date = self._snapshot.date
        bearers = dict.fromkeys(dated.unit for dated in names if dated.holds(date))
        return tuple(map(self._snapshot.unit, bearers))

    def _first(self, layers: Iterable[Names]) -> _Units:
        """The units of the surest layer that has any."""
        return next(filter(None, map(self._standing, layers)), ())

    def _is_known(self, text: str) -> bool:
        """Whether a unit bears or once bore the name: then it is not guessed at by anything looser."""
        return any(names for written in writings(text) for names in self._index.layers(written))

    def _find_as_written(self, text: str, context: NameContext | None) -> _Units:
        for written in writings(text):
            found = self._find_within(written, context) if context else self._first(self._index.layers(written))
            if found:
                return found
        if context is None and self._is_known(text):
            return ()
        key = loose_key(name_key(text))
        return self._find_by_its_place(key) or self._find_by_its_owner(key, context)

    def _find_within(self, text: str, context: NameContext) -> _Units:
        key = loose_key(name_key(text))
        short = _OTHER_WORDS.get(key, key)
        layers = [_Layer(self._standing(names)) for names in self._index.layers(text)]
        layers.append(_Layer(self._standing(self._index.loose.short.get(short, ())), short=True))
        asked = _Asked(told=parts_of(key).province is not None, alone=short in _ALONE)
        return (
            self._above(layers, context) or self._below(layers, context, asked) or self._aside(layers, context, asked)
        )

    def _above(self, layers: Sequence[_Layer], context: NameContext) -> _Units:
        """The units of the context itself, or the nearest above it."""
        for ids in context.above:
            for layer in layers:
                if found := tuple(unit for unit in layer.units if unit.id in ids):
                    return found
        return ()

    def _below(self, layers: Sequence[_Layer], context: NameContext, asked: _Asked) -> _Units:
        """The units under the context, of the surest layer that has any."""
        for layer in layers:
            if found := tuple(unit for unit in layer.units if self._lies_below(unit, layer, context, asked)):
                return found
        return ()

    def _lies_below(self, unit: OrganisationUnit, layer: _Layer, context: NameContext, asked: _Asked) -> bool:
        """Whether a unit lies under the context; a part of a body lies under that body alone, and in a place by its full name."""
        level = self._around.level(unit)
        if level is Level.UNIT or asked.alone:
            if self._around.hangs_right_under(unit.id, context.own):
                return True
            if level is Level.UNIT and (layer.short or asked.alone or not context.is_area):
                return False
            if asked.alone and level is not Level.PROVINCE:
                return False
        if context.is_province and context.province == self._around.province(unit.id):
            return True
        shared = None if asked.alone else self._around.common(unit.id, context)
        return shared is not None and shared[0] == 0

    def _aside(self, layers: Sequence[_Layer], context: NameContext, asked: _Asked) -> _Units:
        """The units neither above nor under the context that may be meant: the nearest, by what they have above them in common."""
        nearest: dict[tuple[int, int], list[OrganisationUnit]] = {}
        for number, layer in enumerate(layers):
            for unit in layer.units:
                distance = self._distance(unit, layer, context, asked)
                if distance is not None:
                    nearest.setdefault((distance, number), []).append(unit)
        return tuple(nearest[min(nearest)]) if nearest else ()

    def _distance(self, unit: OrganisationUnit, layer: _Layer, context: NameContext, asked: _Asked) -> int | None:
        """How far a unit aside lies from the context; None where it is not meant."""
        level = self._around.level(unit)
        told = asked.told and not layer.short
        if level is Level.UNIT and not told:
            return None if layer.short or asked.alone else self._distance_of_part(unit, context)
        if layer.short and level not in LOW_LEVELS and not self._is_of_province(unit, level, context):
            return None
        if not told and self._is_elsewhere(unit, context):
            return None
        shared = self._around.common(unit.id, context)
        parts = self._around.parts(unit.id)
        if level in LOW_LEVELS and (layer.short or not parts.place):
            is_same_place = (parts.rank, parts.place) in self._places(context)
            is_near = shared is not None and any(self._is_low(one) for one in shared[1])
            if not (is_same_place or is_near):
                return None
        return _FAR if shared is None else shared[0]

    def _is_of_province(self, unit: OrganisationUnit, level: Level | None, context: NameContext) -> bool:
        """Whether a unit is one of the context's province as a whole, so that a short name may mean it."""
        province = self._around.province(unit.id)
        return level is not Level.SCHOOL and province is not None and province == context.province

    def _distance_of_part(self, unit: OrganisationUnit, context: NameContext) -> int | None:
        """How far above the context the body is that a part belongs to: a school's "Phòng TCCB" is that of its Sở."""
        bodies = self._around.with_seats({*self._around.parents(unit.id)})
        return min((context.distances[body] for body in bodies if body in context.distances), default=None)

    def _is_low(self, unit: str) -> bool:
        return self._around.level(self._snapshot.unit(unit)) in LOW_LEVELS

    def _is_elsewhere(self, unit: OrganisationUnit, context: NameContext) -> bool:
        """Whether a unit is known to lie in another province than the context."""
        return context.province is not None and self._around.province(unit.id) not in {None, context.province}

    def _places(self, context: NameContext) -> set[tuple[str, str]]:
        """The places of the context and of what is above it: "HĐND huyện" is that of the huyện a school lies in."""
        parts = (self._around.parts(unit) for level in context.above for unit in level)
        return {(one.rank, one.place) for one in parts if one.rank and one.place}

    def _find_by_its_place(self, key: str) -> _Units:
        """The units whose names lack the place a text adds, which is above them: "Trường Mầm non 8, Quận 8"."""
        parts = parts_of(key)
        for name, place, rank in (
            (joined(parts.head, parts.rank, parts.place), parts.outer, True),
            (parts.head, joined(parts.rank, parts.place), bool(parts.place)),
        ):
            context = self._context_of_place(place) if name and place and rank else None
            if context is None:
                continue
            context.is_area = False
            # Not the names that are short for more: no "UBND tỉnh An Giang" is one of a commune there.
            layers = [_Layer(self._standing(names)) for names in self._index.loose_layers(name)]
            asked = _Asked(told=False, alone=name in _ALONE)
            found = self._below(layers, context, asked)
            if found := tuple(unit for unit in found if self._may_lie_in(unit, parts.province)):
                return found
        return ()

    def _may_lie_in(self, unit: OrganisationUnit, province: str | None) -> bool:
        return province is None or self._around.province(unit.id) in {None, province}

    def _find_by_its_owner(self, key: str, context: NameContext | None) -> _Units:
        """The units right under the one that a text adds: "Phòng TCCB" under the Sở of "Phòng TCCB Sở"."""
        for joint in islice(_OWNER.finditer(key, 1), _MOST_OWNERS):
            name, owner = key[: joint.start()], key[joint.end() :]
            if name in HEADS:
                continue
            owners = self._find_within(owner, context) if context else self._first(self._index.loose_layers(owner))
            if len(owners) == 1:
                own = self._around.with_seats({owners[0].id})
                for layer in (*self._index.loose_layers(name), self._index.loose.short.get(name, ())):
                    units = self._standing(layer)
                    if found := tuple(unit for unit in units if self._around.hangs_right_under(unit.id, own)):
                        return found
                if found := self._with_initials(name, own):
                    return found
        return ()

    def _find_by_initials(self, text: str, context: NameContext | None) -> _Units:
        """The part of the context's body, or of the nearest above it, whose initials the text has: "Phòng GDMN"."""
        if context is None or context.is_area:
            return ()
        key = loose_key(name_key(text))
        return next(filter(None, (self._with_initials(key, ids) for ids in context.above)), ())

    def _with_initials(self, key: str, bodies: Iterable[str]) -> _Units:
        """The one part of some bodies whose name begins and whose initials are as a text says; none where several are."""
        head, *rest = key.split(" ")
        letters = "".join(rest)
        if head not in _WITH_INITIALS or len(letters) < _FEWEST_INITIALS:
            return ()
        children = {
            child.id: child
            for body in bodies
            for line in Line
            for child in self._snapshot.children(body, line)
            if self._around.level(child) is Level.UNIT
        }
        found = tuple(child for child in children.values() if _initials(self._key(child.id), head) == letters)
        return found if len(found) == 1 else ()

    def _key(self, unit: str) -> str:
        return loose_key(name_key(self._snapshot.name(unit)))

    def _find_without_marks(self, text: str, context: NameContext | None) -> _Units:
        """The one unit a name without any Vietnamese marks means."""
        if not text.isascii():
            return ()
        for written in writings(text):
            found = self._standing(self._index.unmarked.get(without_marks(loose_key(name_key(written))), ()))
            if found and context is not None:
                asked, layers = _Asked(told=False, alone=False), [_Layer(found)]
                found = (
                    self._above(layers, context)
                    or self._below(layers, context, asked)
                    or self._aside(layers, context, asked)
                )
            if len(found) == 1:
                return found
        return ()

    def _context(self, within: OrganisationUnit | str) -> NameContext:
        if isinstance(within, OrganisationUnit):
            return self._context_of((self._snapshot.unit(within.id),))
        key = loose_key(name_key(within))
        if within in self._snapshot:
            return self._context_of((self._snapshot.unit(within),))
        if units := self.find(within, None):
            return self._context_of(units)
        # A place that was merged is told, even if its name is still that of a province of old.
        for name in (within, f"{_COMMITTEE} {key}"):
            if key and (once := once_borne(self._snapshot, self._index, name)):
                reason, instead = once
                raise self._error(_PLACE, within, instead, reason)
        context = self._context_of_place(key)
        if context is None:
            raise self._error(_PLACE, within, self._like(within))
        return context

    def _context_of_place(self, place: str) -> NameContext | None:
        """The context that a place's loose key names; None where no unit or committee bears its name and it is no province."""
        parts = parts_of(place)
        own = joined(parts.head, parts.rank, parts.place)
        forms = dict.fromkeys(filter(None, (place, own)))
        names = (name for form in forms for name in (form, f"{_COMMITTEE} {form}"))
        found = next(filter(None, (self._first(self._index.loose_layers(name)) for name in names)), ())
        units = tuple(unit for unit in found if self._may_lie_in(unit, parts.province))
        name = without_province_rank(place)
        province = name if is_province("", name) else None
        return self._context_of(units, province) if units or province else None

    def _context_of(self, units: _Units, province: str | None = None) -> NameContext:
        """The context of units; a district's or commune's people's committee goes with it."""
        committees = (
            committee
            for unit in units
            if unit.kind in TERRITORIES
            for committee in self._first(self._index.loose_layers(f"{_COMMITTEE} {self._key(unit.id)}"))
            if self._may_lie_in(committee, self._around.province(unit.id))
        )
        context = self._around.context_of((*units, *committees), province)
        context.is_area = all(unit.kind in TERRITORIES for unit in units)
        return context


def _initials(key: str, head: str) -> str:
    """The initials of the words after the head of a name: ``gdmn`` of "phòng giáo dục mầm non"."""
    first, *rest = key.split(" ")
    return "".join(word[0] for word in rest) if first == head else ""


_MOST_OWNERS = 6
_MOST_TOLD = 12
