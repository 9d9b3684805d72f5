"""All units with their history (danh bạ đơn vị): what stood on a day, and what became of it."""

import datetime
from collections.abc import Iterable, Mapping

import attrs

from vstbpn.errors import CatalogueError, InvalidValueError, NotFoundError
from vstbpn.organisations.checks import (
    cycle_faults,
    ending_faults,
    overlap_faults,
    unit_faults,
    unknown_faults,
)
from vstbpn.organisations.kinds import Line
from vstbpn.organisations.names import name_key
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.unit import ChangeEvent, DatedCode, DatedName, Link, OrganisationUnit
from vstbpn.values import frozen

_Moves = dict[str, set[str]]


@frozen
class Directory:
    """All units with their dated facts (danh bạ đơn vị). It does not change; ``with_facts`` returns a new one.

    A unit stands on the days it bears a name. Events of one day happen at once: their sources are the units of the day
    before.

    Raises:
        CatalogueError: The facts do not hold together; all faults are told.

    >>> school = OrganisationUnit(id="mn-8")
    >>> directory = Directory(units=(school,), names=(DatedName(unit="mn-8", name="Trường Mầm non 8"),))
    >>> directory.find("trường MN 8")
    (OrganisationUnit(id='mn-8'),)
    """

    units: tuple[OrganisationUnit, ...] = ()
    names: tuple[DatedName, ...] = ()
    codes: tuple[DatedCode, ...] = ()
    links: tuple[Link, ...] = ()
    events: tuple[ChangeEvent, ...] = ()
    _by_id: Mapping[str, OrganisationUnit] = attrs.field(init=False, eq=False)
    _names_of: Mapping[str, list[DatedName]] = attrs.field(init=False, eq=False)
    _days: tuple[tuple[datetime.date, _Moves], ...] = attrs.field(init=False, eq=False)
    _by_key: dict[str, tuple[OrganisationUnit, ...]] = attrs.field(init=False, eq=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        names_of: dict[str, list[DatedName]] = {}
        for name in self.names:
            names_of.setdefault(name.unit, []).append(name)
        # A frozen class sets its own indexes this way.
        object.__setattr__(self, "_by_id", {unit.id: unit for unit in self.units})
        object.__setattr__(self, "_names_of", names_of)
        object.__setattr__(self, "_days", _days(self.events))
        faults = [
            *unit_faults(self.units, self.names),
            *unknown_faults(self._by_id, self.names, self.codes, self.links, self.events),
            *overlap_faults(self.names, self.codes, self.links),
            *cycle_faults(self.links),
            *ending_faults(self._days, names_of),
        ]
        if faults:
            raise CatalogueError("directory", faults)

    def __repr__(self) -> str:
        return f"<Directory: {len(self.units)} units, {len(self.links)} links, {len(self.events)} events>"

    def with_facts(
        self,
        *,
        units: Iterable[OrganisationUnit] = (),
        names: Iterable[DatedName] = (),
        codes: Iterable[DatedCode] = (),
        links: Iterable[Link] = (),
        events: Iterable[ChangeEvent] = (),
    ) -> "Directory":
        """A directory with more facts.

        Raises:
            CatalogueError: The facts do not hold together with those that are there; all faults are told.
        """
        return Directory(
            units=(*self.units, *units),
            names=(*self.names, *names),
            codes=(*self.codes, *codes),
            links=(*self.links, *links),
            events=(*self.events, *events),
        )

    def unit(self, unit_id: str) -> OrganisationUnit:
        """The unit of that id, of whatever time.

        Raises:
            NotFoundError: There is none.
        """
        return self._by_id[self._id(unit_id)]

    def find(self, name: str) -> tuple[OrganisationUnit, ...]:
        """The units that bear or once bore a name, however abbreviated or spelt; none or several are answers too."""
        if not self._by_key:
            by_key: dict[str, dict[str, OrganisationUnit]] = {}
            for dated in self.names:
                by_key.setdefault(name_key(dated.name), {})[dated.unit] = self._by_id[dated.unit]
            self._by_key.update((key, tuple(units.values())) for key, units in by_key.items())
        return self._by_key.get(name_key(name), ())

    def stands(self, unit: OrganisationUnit | str, date: datetime.date) -> bool:
        """Whether a unit stands on a day.

        Raises:
            NotFoundError: There is no such unit.
        """
        day = _day(date)
        return any(name.holds(day) for name in self._names_of[self._id(unit)])

    def at(self, date: datetime.date) -> Snapshot:
        """All units as they stood on a day.

        Raises:
            InvalidValueError: ``date`` is no date.
        """
        day = _day(date)
        names = {name.unit: name.name for name in self.names if name.holds(day)}
        parents: dict[Line, dict[str, str]] = {}
        for link in self.links:
            if link.child in names and link.parent in names and link.holds(day):
                parents.setdefault(link.line, {})[link.child] = link.parent
        return Snapshot(
            date=day,
            units={unit.id: unit for unit in self.units if unit.id in names},
            names=names,
            parents=parents,
            codes={
                (code.scheme, code.code): code.unit for code in self.codes if code.unit in names and code.holds(day)
            },
        )

    def successors(
        self, unit: OrganisationUnit | str, date: datetime.date, *, since: datetime.date | None = None
    ) -> tuple[OrganisationUnit, ...]:
        """The units that on a day hold what a unit held, by id: itself where nothing befell it, several after a split.

        Args:
            unit: The unit, or its id.
            date: The day asked about.
            since: The day the unit is meant as of, for one that gave parts away and lived on; by default its first.

        Raises:
            NotFoundError: There is no such unit.

        >>> from vstbpn.organisations.bundled import bundled
        >>> [unit.id for unit in bundled().successors("bo-tttt", datetime.date(2025, 3, 1))]
        ['bo-khcn', 'bo-vhttdl']
        """
        first, last = _day(since or datetime.date.min), _day(date)
        held = {self._id(unit)}
        for day, moves in self._days:
            if first < day <= last:
                held = {taker for holder in held for taker in moves.get(holder, (holder,))}
        return self._standing(held, last)

    def predecessors(
        self, unit: OrganisationUnit | str, date: datetime.date, *, until: datetime.date | None = None
    ) -> tuple[OrganisationUnit, ...]:
        """The units that on a day held what a unit came to hold, by id; the inverse of ``successors``.

        Args:
            unit: The unit, or its id.
            date: The day asked about.
            until: The day the unit is meant as of, for one that took in others; by default its last.

        Raises:
            NotFoundError: There is no such unit.

        >>> from vstbpn.organisations.bundled import bundled
        >>> [unit.id for unit in bundled().predecessors("tinh-an-giang-2025", datetime.date(2025, 6, 30))]
        ['tinh-an-giang', 'tinh-kien-giang']
        """
        first, last = _day(date), _day(until or datetime.date.max)
        held = {self._id(unit)}
        for day, moves in reversed(self._days):
            if first < day <= last:
                givers = {giver for giver, takers in moves.items() if not held.isdisjoint(takers)}
                held = givers | {holder for holder in held if holder not in moves}
        return self._standing(held, first)

    def _standing(self, units: Iterable[str], date: datetime.date) -> tuple[OrganisationUnit, ...]:
        return tuple(self._by_id[unit] for unit in sorted(units) if self.stands(unit, date))

    def _id(self, unit: OrganisationUnit | str) -> str:
        wanted = unit.id if isinstance(unit, OrganisationUnit) else unit
        if wanted not in self._by_id:
            raise NotFoundError("unit", wanted)
        return wanted


def _day(date: datetime.date) -> datetime.date:
    """A plain date; a datetime, which does not compare with dates, is cut to its day."""
    if isinstance(date, datetime.datetime):
        return date.date()
    if isinstance(date, datetime.date):
        return date
    raise InvalidValueError("date", str(date), "expected a datetime.date")


def _days(events: Iterable[ChangeEvent]) -> tuple[tuple[datetime.date, _Moves], ...]:
    """For each day with events, in order, to whom each source went over."""
    days: dict[datetime.date, _Moves] = {}
    for event in events:
        if event.kind.moves:
            moves = days.setdefault(event.date, {})
            for source in event.sources:
                moves.setdefault(source, set()).update(event.targets)
    return tuple(sorted(days.items(), key=lambda day: day[0]))
