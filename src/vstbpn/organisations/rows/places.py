"""Where the facts of a directory were read from (vị trí trong bảng): its faults get table, row and column."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from vstbpn.organisations.checking.faults import DirectoryFault, FaultKind
from vstbpn.organisations.rows.columns import TABLES
from vstbpn.organisations.rows.doubts import unknown_unit
from vstbpn.organisations.rows.tables import Table
from vstbpn.organisations.units.events import ChangeEvent
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit

Place = int | tuple[int, int] | Mapping[str, int]
"""The place of a row; of the first and the last row of a fact of several; of the rows of the units of an event."""


class Group(NamedTuple):
    """Facts read from the same columns of a table, with the places of their rows.

    ``columns`` tells what of a fact stands in which column; ``other`` is the column of all else.
    """

    table: Table
    facts: Sequence[object]
    places: Sequence[Place]
    columns: Mapping[str, str]
    other: str


class _Origin(NamedTuple):
    group: Group
    place: Place


def placed(faults: Iterable[DirectoryFault], groups: Iterable[Group]) -> list[DirectoryFault]:
    """The faults with their places, in the order of tables and rows; each is told once."""
    origins = {
        id(fact): _Origin(group, place)
        for group in groups
        for fact, place in zip(group.facts, group.places, strict=True)
    }
    found = _without_echoes([_placed(fault, origins.get(id(fault.fact))) for fault in faults])
    order = {(fault.table, fault.row, fault.column, fault.message): fault for fault in found}
    return sorted(order.values(), key=_rank)


def _without_echoes(faults: list[DirectoryFault]) -> list[DirectoryFault]:
    """The faults without those that only repeat for links and codes that two rows of a unit overlap, or leave a gap."""
    told = {
        (fault.row, fault.kind)
        for fault in faults
        if fault.table == "units" and isinstance(fault.fact, DatedName) and fault.kind in _OF_ROWS
    }
    if not told:
        return faults
    return [
        fault
        for fault in faults
        if fault.table != "units"
        or not isinstance(fault.fact, Link | DatedCode)
        or (fault.row, _OF_ROWS.get(fault.kind, fault.kind)) not in told
        or (fault.kind is FaultKind.SHARED_CODE and " twice " not in fault.message)
    ]


_OF_ROWS = {
    FaultKind.GAP: FaultKind.GAP,
    FaultKind.OVERLAP: FaultKind.OVERLAP,
    FaultKind.SHARED_CODE: FaultKind.OVERLAP,
}
"""What is told of links or codes where the stretches of two rows do not fit, and what is told of the names."""


def _rank(fault: DirectoryFault) -> tuple[int, int]:
    """By table and row; facts that were there before come last."""
    return TABLES.index(fault.table) if fault.table is not None else len(TABLES), fault.row or 0


def _placed(fault: DirectoryFault, origin: _Origin | None) -> DirectoryFault:
    if origin is None:
        return fault
    group, place = origin
    table, part = group.table, _part(fault)
    column = group.columns.get(part, group.other)
    if isinstance(place, tuple):
        place = place[part == "end"]
    elif not isinstance(place, int):
        place = next((row for unit, row in place.items() if repr(unit) in fault.message), next(iter(place.values())))
    if column not in table.given:
        column = group.other
    return fault._replace(table=table.name, row=table.rows[place], column=table.given.get(column))


def _part(fault: DirectoryFault) -> str:
    """What of the fact the fault is about."""
    if fault.kind is FaultKind.UNKNOWN_UNIT:
        return _unknown_part(fault.fact, unknown_unit(fault))
    part = _PARTS.get(type(fault.fact))
    return "" if part is None else part(fault)


def _unknown_part(fact: object, unit: str | None) -> str:
    match fact:
        case Link():
            return "child" if fact.child == unit else "parent"
        case DatedRole():
            return "unit" if fact.unit == unit else "holder_unit"
        case ChangeEvent():
            return "sources" if unit in fact.sources else "targets"
        case _:
            return "unit"


def _part_of_unit(fault: DirectoryFault) -> str:
    return {FaultKind.NO_NAME: "name", FaultKind.ENDED_KIND: "kind"}.get(fault.kind, "unit")


def _part_of_name(fault: DirectoryFault) -> str:
    return "end" if fault.kind is FaultKind.NO_EVENT else "start"


def _part_of_link(fault: DirectoryFault) -> str:
    end = fault.fact.end if isinstance(fault.fact, Link) else None
    if fault.kind is FaultKind.GAP:
        return "end" if end is not None and f" {end} " in fault.message else "start"
    if fault.kind is FaultKind.OUTSIDE_LIFE:
        return "start" if end is None else "end"
    parts = {FaultKind.OUTLIVES_PARENT: "end", FaultKind.OVERLAP: "start"}
    return parts.get(fault.kind, "parent")


def _part_of_event(fault: DirectoryFault) -> str:
    if " is among its sources" in fault.message:
        return "sources"
    return "date" if "still bears a name" in fault.message else "targets"


_PARTS: Mapping[type, Callable[[DirectoryFault], str]] = {
    OrganisationUnit: _part_of_unit,
    DatedName: _part_of_name,
    DatedCode: lambda _: "code",
    Link: _part_of_link,
    ChangeEvent: _part_of_event,
}
