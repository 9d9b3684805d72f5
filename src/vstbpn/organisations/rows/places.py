"""Where the facts of a directory were read from (vị trí trong bảng): its faults get table, row and column."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from vstbpn.organisations.checking.faults import DirectoryFault, FaultKind
from vstbpn.organisations.rows.columns import TABLES
from vstbpn.organisations.rows.tables import Table
from vstbpn.organisations.rows.texts import text_of
from vstbpn.organisations.units.unit import DatedCode, DatedName, Link

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
    found = _without_echoes([_placed(fault, origins) for fault in faults])
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
        or (fault.kind is FaultKind.SHARED_CODE and len(fault.units) > 1)
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


def _placed(fault: DirectoryFault, origins: Mapping[int, _Origin]) -> DirectoryFault:
    origin = origins.get(id(fault.fact))
    other = origins.get(id(fault.other)) if fault.other is not None else None
    if origin is not None and other is not None:
        fault = _with_other(fault, origin, other)
    elif origin is None:
        # Of two facts that clash the one that was there before has no place, whichever of them is told.
        origin = other
    if origin is None:
        return fault
    group, place = origin
    table = group.table
    column = group.columns.get(fault.part, group.other)
    if isinstance(place, tuple):
        place = place[fault.part == "end"]
    elif not isinstance(place, int):
        place = next((place[unit] for unit in fault.units if unit in place), next(iter(place.values())))
    if column not in table.given:
        column = group.other
    return fault._replace(table=table.name, row=table.rows[place], column=table.given.get(column))


def _with_other(fault: DirectoryFault, origin: _Origin, other: _Origin) -> DirectoryFault:
    """A fault of two facts that clash, with the row of the other one; a row that only repeats another is told as that."""
    table, other_table = origin.group.table, other.group.table
    if fault.kind is FaultKind.OVERLAP and table is other_table:
        pairs = product(_rows(origin), _rows(other))
        repeated = next((then for first, then in pairs if _are_alike(table, first, then)), None)
        if repeated is not None:
            return fault._replace(message=f"repeats row {table.rows[repeated]}", remedy="leave one of the two out")
    row = f"row {other_table.rows[_rows(other)[0]]}"
    where = row if table.name == other_table.name else f"{other_table.name} {row}"
    return fault._replace(message=f"{fault.message} (the other in {where})")


def _rows(origin: _Origin) -> Sequence[int]:
    """The places of the first and the last row of a fact."""
    place = origin.place
    return place if isinstance(place, tuple) else (place,) if isinstance(place, int) else tuple(place.values())


def _are_alike(table: Table, one: int, other: int) -> bool:
    """Whether two rows hold the same cells."""
    return one != other and all(text_of(cells[one]) == text_of(cells[other]) for cells in table.columns.values())
