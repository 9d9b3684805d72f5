"""Made-up histories of organisations: units that are founded, moved, merged and split, so that all facts hold together."""

import datetime
from collections.abc import Callable, Iterable

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from vstbpn.organisations.directory import Directory
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit, RoleKind
from vstbpn.strategies.words import UNITS

_LINES = (Line.PROFESSIONAL, Line.TERRITORIAL)
_KINDS = (
    UnitKind.OTHER,
    UnitKind.OFFICE,
    UnitKind.PARTY,
    UnitKind.MASS_ORGANISATION,
    UnitKind.WOMENS_ADVANCEMENT,
)
"""Kinds that may hang under each other on every line and day."""

_Day = datetime.date | None


class History:
    """A directory in the making: what stands at the moment, and the facts that are over."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        self.kinds: dict[str, UnitKind] = {}
        self.names: dict[str, tuple[str, _Day]] = {}
        self.parents: dict[tuple[Line, str], tuple[str, _Day]] = {}
        self._past_names: list[DatedName] = []
        self._past_links: list[Link] = []
        self._events: list[ChangeEvent] = []

    def directory(self) -> Directory:
        """The directory as it stands, with a code for each unit and a role for some."""
        roles = (
            DatedRole(unit=unit, kind=self.draw(st.sampled_from(RoleKind)), holder=self.draw(st.sampled_from(UNITS)))
            for unit in self.kinds
            if self.draw(st.booleans())
        )
        return Directory(
            units=tuple(OrganisationUnit(id=unit, kind=kind) for unit, kind in self.kinds.items()),
            names=(
                *self._past_names,
                *(DatedName(unit=unit, name=name, start=since) for unit, (name, since) in self.names.items()),
            ),
            codes=tuple(
                DatedCode(unit=unit, scheme="moet", code=f"{number:02}") for number, unit in enumerate(self.kinds, 1)
            ),
            links=(
                *self._past_links,
                *(
                    Link(child=unit, parent=parent, line=line, start=since)
                    for (line, unit), (parent, since) in self.parents.items()
                ),
            ),
            roles=tuple(roles),
            events=tuple(self._events),
        )

    def found(self, date: _Day) -> str:
        """A new unit, which hangs under others that stand, on some of the lines."""
        unit = self._new(date)
        for line in self.draw(st.sets(st.sampled_from(_LINES))):
            if others := [other for other in self.names if other != unit]:
                self._hang(unit, self.draw(st.sampled_from(others)), line, date)
        if date is not None:
            self._happened(date, EventKind.CREATE, (), (unit,))
        return unit

    def rename(self, date: datetime.date) -> None:
        """A unit gets another name."""
        unit = self._one()
        name = self._close_name(unit, date)
        self.names[unit] = f"{name} mới", date
        self._happened(date, EventKind.RENAME, (unit,), (unit,))

    def move(self, date: datetime.date) -> None:
        """A unit comes to hang under another."""
        unit, line = self._one(), self.draw(st.sampled_from(_LINES))
        if above := [other for other in self.names if unit not in (other, *self._above(other, line))]:
            self._hang(unit, self.draw(st.sampled_from(above)), line, date)
            self._happened(date, EventKind.REPARENT, (unit,), (unit,))

    def merge(self, date: datetime.date) -> None:
        """Two units become a new one, which takes over what hung under them."""
        if len(self.names) < 2:
            return
        sources = self.draw(st.lists(st.sampled_from(sorted(self.names)), min_size=2, max_size=2, unique=True))
        taker = self._new(date)
        for line in _LINES:
            self._hang_near(taker, sources, line, date)
            for child in self._below(sources, line):
                self._hang(child, taker, line, date)
        self._end(sources, date)
        self._happened(date, EventKind.MERGE, sources, (taker,))

    def split(self, date: datetime.date) -> None:
        """A unit becomes two new ones."""
        source = self._one()
        takers = [self._new(date), self._new(date)]
        for line in _LINES:
            for taker in takers:
                self._hang_near(taker, [source], line, date)
            for child in self._below([source], line):
                self._hang(child, self.draw(st.sampled_from(takers)), line, date)
        self._end([source], date)
        self._happened(date, EventKind.SPLIT, (source,), takers)

    def give_away(self, date: datetime.date) -> None:
        """A unit gives a part of itself to a new one, and lives on."""
        source = self._one()
        taker = self._new(date)
        for line in _LINES:
            self._hang_near(taker, [source], line, date)
        self._happened(date, EventKind.SPLIT, (source,), (source, taker))

    def abolish(self, date: datetime.date) -> None:
        """A unit is dissolved; what hung under it hangs under what was above it."""
        source = self._one()
        if any((line, source) not in self.parents and self._below([source], line) for line in _LINES):
            return
        for line in _LINES:
            for child in self._below([source], line):
                self._hang(child, self.parents[line, source][0], line, date)
        self._end([source], date)
        self._happened(date, EventKind.ABOLISH, (source,), ())

    def _one(self) -> str:
        return self.draw(st.sampled_from(sorted(self.names)))

    def _new(self, date: _Day) -> str:
        unit = f"u{len(self.kinds) + 1}"
        self.kinds[unit] = self.draw(st.sampled_from(_KINDS))
        self.names[unit] = f"{self.draw(st.sampled_from(UNITS))} {len(self.kinds)}", date
        return unit

    def _above(self, unit: str, line: Line) -> list[str]:
        above = []
        while (line, unit) in self.parents:
            unit = self.parents[line, unit][0]
            above.append(unit)
        return above

    def _below(self, units: Iterable[str], line: Line) -> list[str]:
        """What hangs directly under some units and is none of them."""
        those = set(units)
        return [child for (of, child), (parent, _) in self.parents.items() if of is line and parent in those - {child}]

    def _hang_near(self, taker: str, sources: list[str], line: Line, date: datetime.date) -> None:
        """Hang a unit under the nearest above its first source that neither is one of the sources nor hangs under one."""
        for above in self._above(sources[0], line):
            if not set(sources) & {above, *self._above(above, line)}:
                self._hang(taker, above, line, date)
                return

    def _hang(self, unit: str, parent: str, line: Line, date: _Day) -> None:
        self._close_link(unit, line, date)
        self.parents[line, unit] = parent, date

    def _end(self, units: Iterable[str], date: datetime.date) -> None:
        for unit in units:
            self._close_name(unit, date)
            for line in _LINES:
                self._close_link(unit, line, date)

    def _close_name(self, unit: str, date: datetime.date) -> str:
        name, since = self.names.pop(unit)
        self._past_names.append(DatedName(unit=unit, name=name, start=since, end=date))
        return name

    def _close_link(self, unit: str, line: Line, date: _Day) -> None:
        parent, since = self.parents.pop((line, unit), (None, None))
        if parent is not None and date is not None and since != date:
            self._past_links.append(Link(child=unit, parent=parent, line=line, start=since, end=date))

    def _happened(self, date: datetime.date, kind: EventKind, sources: Iterable[str], targets: Iterable[str]) -> None:
        self._events.append(ChangeEvent(date=date, kind=kind, sources=tuple(sources), targets=tuple(targets)))


CHANGES: tuple[Callable[[History, datetime.date], object], ...] = (
    History.found,
    History.rename,
    History.move,
    History.merge,
    History.split,
    History.give_away,
    History.abolish,
)
"""What may happen on a day."""
