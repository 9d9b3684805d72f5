"""A directory's facts from six tables (dựng danh bạ từ bảng): all are read, then held together, and every fault is told."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from vstbpn.organisations.checking.checks import directory_faults, lives_of
from vstbpn.organisations.checking.faults import DirectoryError, DirectoryFault, FaultKind
from vstbpn.organisations.rows.cells import Cells
from vstbpn.organisations.rows.columns import TABLES
from vstbpn.organisations.rows.endings import Endings, events_of
from vstbpn.organisations.rows.others import read_codes, read_events, read_links, read_names, read_roles
from vstbpn.organisations.rows.places import Group, placed
from vstbpn.organisations.rows.reading import TablesRead
from vstbpn.organisations.rows.tables import Rows
from vstbpn.organisations.rows.units import read_units
from vstbpn.organisations.rows.unknown import with_units_meant
from vstbpn.organisations.units.facts import Facts
from vstbpn.organisations.units.intervals import Bounds, bounds
from vstbpn.organisations.units.unit import DatedName

_READERS: Mapping[str, Callable[[TablesRead, Cells], Endings | None]] = {
    "units": read_units,
    "names": read_names,
    "codes": read_codes,
    "links": read_links,
    "roles": read_roles,
    "events": read_events,
}


class ReadFacts(NamedTuple):
    """The facts of some tables, those that were there before among them, and whence each is."""

    facts: Facts
    groups: Sequence[Group]

    def placed(self, error: DirectoryError) -> DirectoryError:
        """The error with the place of each fault."""
        return DirectoryError(_told(error.details, self.facts, self.groups))


def _told(faults: Iterable[DirectoryFault], facts: Facts, groups: Iterable[Group]) -> list[DirectoryFault]:
    """Faults as they are told: with their places, and the units that unknown ids mean."""
    return with_units_meant(placed(faults, groups), (unit.id for unit in facts.units), facts.names)


def read_facts(before: Facts, tables: Mapping[str, Rows]) -> ReadFacts:
    """The facts of tables, with those of a directory before them.

    Raises:
        DirectoryError: Cells or columns that cannot be read, and all else that is wrong whatever these hold.
    """
    reading = TablesRead(before)
    endings = None
    for name in TABLES:
        given = tables[name]
        if not (isinstance(given, tuple) and not given):
            found = _READERS[name](reading, reading.cells(name, given))
            endings = found or endings
    if endings is not None and endings.all:
        lives = lives_of((*before.names, *reading.facts.names))
        events = events_of(endings, lives)
        reading.groups["events"].insert(0, events)
    facts = reading.facts
    if any(before):
        facts = Facts(*_both(before, facts))
    if reading.blanks:
        _tell_blanks(reading, facts.names)
    if reading.faults:
        raise DirectoryError(_told([*reading.faults, *_further_faults(reading, facts)], facts, reading.all_groups))
    return ReadFacts(facts, reading.all_groups)


def _both(before: Facts, facts: Facts) -> Iterator[tuple[Any, ...]]:
    return ((*old, *new) for old, new in zip(before, facts, strict=True))


def _tell_blanks(reading: TablesRead, names: Iterable[DatedName]) -> None:
    """Tell the rows that lack a name on days on which no other row and no table of names gives the unit one."""
    held: dict[str, list[Bounds]] = {blank.unit: [] for blank in reading.blanks}
    for name in names:
        if name.unit in held:
            held[name.unit].append(bounds(name))
    named = {unit: _run_together(stretches) for unit, stretches in held.items()}
    for blank in reading.blanks:
        stretches = named[blank.unit]
        place = bisect_right(stretches, blank.days.start, key=itemgetter(0)) - 1
        if place < 0 or stretches[place].end < blank.days.end:
            blank.cells.fault(blank.place, "name", "the cell is blank", _SAME_NAME)
            reading.doubts.lives.add(blank.unit)


def _run_together(stretches: Iterable[Bounds]) -> list[Bounds]:
    """The stretches by their first day, those made one that overlap or follow right after each other."""
    found: list[Bounds] = []
    for stretch in sorted(stretches):
        if found and stretch.start <= found[-1].end:
            found[-1] = Bounds(found[-1].start, max(found[-1].end, stretch.end))
        else:
            found.append(stretch)
    return found


_SAME_NAME = "write the name the unit bears on these days, also where it is that of another row"


def _further_faults(reading: TablesRead, facts: Facts) -> list[DirectoryFault]:
    """What is wrong beside the cells that could not be read."""
    doubts = reading.doubts
    doubts.any_life |= not doubts.lost.isdisjoint({"units", "names"})
    if "links" in doubts.lost:
        doubts.hung.add((None, None))
    by_id = {unit.id: unit for unit in facts.units}
    faults = directory_faults(facts, by_id, lives_of(facts.names))
    loose = directory_faults(reading.loose_facts, by_id, lives_of(reading.loose_facts.names))
    unknown = [fault for fault in loose if fault.kind is FaultKind.UNKNOWN_UNIT]
    return doubts.told([*faults, *unknown])
