"""All units as they stood on one day (trạng thái tổ chức tại một ngày)."""

import datetime
from collections.abc import Iterable, Mapping

from vstbpn.errors import NotFoundError
from vstbpn.organisations.kinds import Line
from vstbpn.organisations.names import name_key
from vstbpn.organisations.unit import OrganisationUnit


class _Forest:
    """The trees of one line: who hangs under whom, and all units in preorder so that a subtree is one slice."""

    __slots__ = ("_ends", "_order", "_places", "children", "parents")

    def __init__(self, units: Iterable[str], parents: Mapping[str, str]) -> None:
        self.parents = parents
        self.children: dict[str, list[str]] = {}
        for child, parent in parents.items():
            self.children.setdefault(parent, []).append(child)
        self._order: list[str] = []
        self._places: dict[str, int] = {}
        self._ends: dict[str, int] = {}
        for unit in units:
            if unit not in parents and unit in self.children:
                self._walk(unit)

    def _walk(self, root: str) -> None:
        stack = [(root, False)]
        while stack:
            unit, is_left = stack.pop()
            if is_left:
                self._ends[unit] = len(self._order)
                continue
            self._places[unit] = len(self._order)
            self._order.append(unit)
            stack.append((unit, True))
            stack.extend((child, False) for child in reversed(self.children.get(unit, ())))

    def below(self, unit: str) -> list[str]:
        """The units under one, in preorder."""
        place = self._places.get(unit)
        return [] if place is None else self._order[place + 1 : self._ends[unit]]


class Snapshot:
    """All units on one day (trạng thái tổ chức tại một ngày), made by ``Directory.at``; it does not change.

    Units are given by id or as they are. Links to units that do not stand on the day are left out.
    """

    __slots__ = ("_by_key", "_codes", "_forests", "_names", "_parents", "_units", "date")

    def __init__(
        self,
        date: datetime.date,
        units: Mapping[str, OrganisationUnit],
        names: Mapping[str, str],
        parents: Mapping[Line, Mapping[str, str]],
        codes: Mapping[tuple[str, str], str],
    ) -> None:
        self.date = date
        self._units = units
        self._names = names
        self._parents = parents
        self._codes = codes
        self._forests: dict[Line, _Forest] = {}
        self._by_key: dict[str, list[OrganisationUnit]] | None = None

    def __repr__(self) -> str:
        return f"<Snapshot of {self.date}: {len(self._units)} units>"

    def __contains__(self, unit: object) -> bool:
        return (unit.id if isinstance(unit, OrganisationUnit) else unit) in self._units

    @property
    def units(self) -> tuple[OrganisationUnit, ...]:
        """The units that stand on the day."""
        return tuple(self._units.values())

    def unit(self, unit_id: str) -> OrganisationUnit:
        """The unit of that id.

        Raises:
            NotFoundError: No such unit stands on the day.
        """
        return self._units[self._id(unit_id)]

    def name(self, unit: OrganisationUnit | str) -> str:
        """The name the unit bears on the day.

        Raises:
            NotFoundError: The unit does not stand on the day.
        """
        return self._names[self._id(unit)]

    def codes(self, unit: OrganisationUnit | str, scheme: str) -> tuple[str, ...]:
        """The codes the unit bears in a scheme on the day, most often one.

        Raises:
            NotFoundError: The unit does not stand on the day.
        """
        wanted = self._id(unit)
        return tuple(code for (of, code), bearer in self._codes.items() if of == scheme and bearer == wanted)

    def parent(self, unit: OrganisationUnit | str, line: Line | str) -> OrganisationUnit | None:
        """The unit it hangs under along a line (cơ quan cấp trên trực tiếp).

        Raises:
            NotFoundError: The unit does not stand on the day.
            InvalidValueError: There is no such line.
        """
        above = self._parents.get(Line.of(line), {}).get(self._id(unit))
        return None if above is None else self._units[above]

    def children(self, unit: OrganisationUnit | str, line: Line | str) -> tuple[OrganisationUnit, ...]:
        """The units that hang directly under it along a line (đơn vị trực thuộc). Raises as ``parent``."""
        wanted = self._id(unit)
        return tuple(self._units[child] for child in self._forest(line).children.get(wanted, ()))

    def ancestors(self, unit: OrganisationUnit | str, line: Line | str) -> tuple[OrganisationUnit, ...]:
        """The units above it along a line, the nearest first (các cấp trên). Raises as ``parent``."""
        parents = self._parents.get(Line.of(line), {})
        above = []
        step = parents.get(self._id(unit))
        while step is not None:
            above.append(self._units[step])
            step = parents.get(step)
        return tuple(above)

    def descendants(self, unit: OrganisationUnit | str, line: Line | str) -> tuple[OrganisationUnit, ...]:
        """All units below it along a line, each before those under it (các cấp dưới). Raises as ``parent``."""
        wanted = self._id(unit)
        return tuple(self._units[below] for below in self._forest(line).below(wanted))

    def find_by_name(self, text: str) -> tuple[OrganisationUnit, ...]:
        """The units of that name on the day, however abbreviated or spelt; none or several are answers too.

        >>> from vstbpn.organisations.bundled import bundled
        >>> bundled().at(datetime.date(2020, 6, 1)).find_by_name("Bộ LĐ-TB&XH")
        (OrganisationUnit(id='bo-ldtbxh', kind=UnitKind.MINISTRY),)
        """
        if self._by_key is None:
            by_key: dict[str, list[OrganisationUnit]] = {}
            for unit, name in self._names.items():
                by_key.setdefault(name_key(name), []).append(self._units[unit])
            self._by_key = by_key
        return tuple(self._by_key.get(name_key(text), ()))

    def find_by_code(self, scheme: str, code: str) -> OrganisationUnit | None:
        """The unit that bears a code on the day, if any.

        >>> from vstbpn.organisations.bundled import bundled
        >>> before, after = (bundled().at(datetime.date(2025, month, 1)) for month in (6, 7))
        >>> before.name(before.find_by_code("gso", "24")), after.name(after.find_by_code("gso", "24"))
        ('Tỉnh Bắc Giang', 'Tỉnh Bắc Ninh')
        """
        bearer = self._codes.get((scheme, code))
        return None if bearer is None else self._units[bearer]

    def _id(self, unit: OrganisationUnit | str) -> str:
        wanted = unit.id if isinstance(unit, OrganisationUnit) else unit
        if wanted not in self._units:
            raise NotFoundError(f"unit on {self.date}", wanted)
        return wanted

    def _forest(self, line: Line | str) -> _Forest:
        line = Line.of(line)
        if line not in self._forests:
            self._forests[line] = _Forest(self._units, self._parents.get(line, {}))
        return self._forests[line]
