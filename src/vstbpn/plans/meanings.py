"""What the words for a unit mean in a plan (nghĩa của tên đơn vị trong kế hoạch): as of its day, from whoever speaks."""

import datetime
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from vstbpn.errors import NotFoundError
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.names.hints import ended_by_name
from vstbpn.organisations.names.keys import canonical_name, loose_key, name_key
from vstbpn.organisations.names.kinds import kind_of_key
from vstbpn.organisations.names.places import level_of_rank, parts_of
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.units.kinds import Level, Line, UnitKind
from vstbpn.organisations.units.unit import OrganisationUnit
from vstbpn.references.issuers.localities import DISTRICT, CitingDocument, province_of, read_locality

if TYPE_CHECKING:
    from vstbpn.plans.plan import Plan

_Units = tuple[OrganisationUnit, ...]
_TERRITORIES = frozenset({UnitKind.PROVINCE, UnitKind.DISTRICT, UnitKind.COMMUNE})
_LOW_LEVELS = frozenset({Level.DISTRICT, Level.COMMUNE})
_OWN = re.compile(r"(?:.{0,80}\s)?(?:sở|bộ|phòng|ban|trường|cơ quan|đơn vị)", re.IGNORECASE)
_TELLS_WHOSE = re.compile(r"\s(?:thuộc|của|sở|bộ|ubnd|ủy ban|uỷ ban|trường)\s", re.IGNORECASE)


class Meanings:
    """What the words for units in one plan mean, on each of the days it may be of."""

    def __init__(self, plan: "Plan", directory: Directory, on: datetime.date | None) -> None:
        days = days_of(plan) if on is None else (on,)
        self._province = _province(plan)
        self._readings = tuple(_Reading(plan, directory.at(day), self._province) for day in days)
        self._found: dict[str, _Units] = {}
        self.issuer = _united(reading.issuer for reading in self._readings)
        self.superior = _united(reading.superior for reading in self._readings)

    def meant(self, text: str) -> _Units:
        """The units some words may mean."""
        if text not in self._found:
            self._found[text] = _united(reading.meant(text) for reading in self._readings)
        return self._found[text]

    def ended(self, text: str) -> _Units:
        """The units that bore the name once, where none does on the days of the plan."""
        return ended_by_name(self._readings[-1].snapshot, text, self._province)


def _united(found: Iterable[_Units]) -> _Units:
    return tuple(dict.fromkeys(unit for units in found for unit in units))


def days_of(plan: "Plan") -> tuple[datetime.date, ...]:
    """The days a plan is meant as of: its date; where only its month or its year is known, the first and the last of it.

    A plan that tells no year is meant as of when all that is known has happened.
    """
    date = plan.date
    first, last = (None, None) if date is None else (date.earliest(), date.latest())
    if first is None or last is None:
        year = plan.year
        if not year:
            return (datetime.date.max,)
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return (first,) if first == last else (first, last)


def _province(plan: "Plan") -> str | None:
    """The province a plan comes from; the place it was issued at tells it unless a central body speaks."""
    province = province_of(plan)
    if province is not None or plan.place is None or any(map(_is_central, (plan.issuer, plan.superior))):
        return province
    return province_of(CitingDocument(issuer="Ủy ban nhân dân", place=canonical_name(plan.place)))


def _is_central(body: str | None) -> bool:
    kind = None if body is None else kind_of_key(name_key(body))
    return kind is not None and kind.level is Level.CENTRAL


class _Reading:
    """What the words for units in a plan mean on one day."""

    def __init__(self, plan: "Plan", snapshot: Snapshot, province: str | None) -> None:
        self.snapshot = snapshot
        province = province if _is_known(snapshot, province) else None
        superior = self._find(plan.superior, province)
        above = superior[0] if len(superior) == 1 else province
        self._lacks_place = len(superior) != 1 and _is_low(plan.superior)
        issuer = self._under(self._find(plan.issuer, above), superior, plan.issuer)
        self._context = issuer[0] if len(issuer) == 1 else above
        self._is_issuer_unknown = len(issuer) != 1
        self._lacks_place |= self._is_issuer_unknown and _is_low(plan.issuer)
        # A place alone ("TỈNH AN GIANG" in a line of its own) is no body, but tells where the others are.
        self.superior, self.issuer = _bodies(superior), _bodies(issuer)

    def meant(self, text: str) -> _Units:
        found = self._find(text, self._context)
        return self._without_others_own(text, found) if found and self._is_issuer_unknown else found

    def _find(self, text: str | None, within: OrganisationUnit | str | None) -> _Units:
        return () if text is None else self.snapshot.find_by_name(text, within=within)

    def _under(self, found: _Units, superior: _Units, text: str | None) -> _Units:
        """The units of the issuer's name that may be the issuer: not one under another body like its superior."""
        if self._lacks_place and text is not None:
            return tuple(unit for unit in found if self._tells_place(text, unit))
        if len(superior) != 1:
            return found
        return tuple(unit for unit in found if not self._hangs_under_another(unit, superior[0]))

    def _hangs_under_another(self, unit: OrganisationUnit, superior: OrganisationUnit) -> bool:
        above = {one for line in Line for one in self.snapshot.ancestors(unit, line)}
        return superior not in above and any(one.kind is superior.kind for one in above - {unit})

    def _without_others_own(self, text: str, found: _Units) -> _Units:
        """What is left where the issuer is not known: "Sở", "Văn phòng", "UBND phường" are its own, not its neighbours'."""
        if _OWN.fullmatch(text):
            return ()
        tells_whose = _TELLS_WHOSE.search(text) is not None
        return tuple(
            unit
            for unit in found
            if (tells_whose or unit.kind.level is not Level.UNIT) and self._tells_place(text, unit)
        )

    def _tells_place(self, text: str, unit: OrganisationUnit) -> bool:
        """Whether some words tell where a unit below the province is; those above need no telling."""
        level, place = self._level_and_place(unit)
        if level not in _LOW_LEVELS and not (level is Level.SCHOOL and self._lacks_place):
            return True
        key = loose_key(name_key(text))
        return bool(parts_of(key).place) or (place != "" and f" {place} " in f" {key} ")

    def _level_and_place(self, unit: OrganisationUnit) -> tuple[Level | None, str]:
        parts = parts_of(loose_key(name_key(self.snapshot.name(unit))))
        return unit.kind.level or level_of_rank(parts.rank, parts.place), parts.place


def _is_known(snapshot: Snapshot, province: str | None) -> bool:
    """Whether a province's name makes a context: towns that gave theirs to one of old are written of still."""
    try:
        snapshot.find_by_name("", within=province)
    except NotFoundError:
        return False
    return True


def _bodies(units: _Units) -> _Units:
    return tuple(unit for unit in units if unit.kind not in _TERRITORIES)


def _is_low(body: str | None) -> bool:
    """Whether a name tells of a district's or a commune's body."""
    where = None if body is None else read_locality(body)
    return where is not None and where.level >= DISTRICT
