"""What cannot be told of a directory while cells of its tables are unread (chưa kiểm tra được): faults that only follow."""

import datetime
from collections.abc import Iterable
from itertools import chain

import attrs

from vstbpn.organisations.checking.faults import DirectoryFault, FaultKind
from vstbpn.organisations.units.events import ChangeEvent
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit

_OF_LINES = {FaultKind.GAP, FaultKind.OVERLAP}


@attrs.define
class Doubts:
    """What the cells that could not be read leave open.

    A fault that hangs on any of it is not told: it may go away when the cell is mended.

    Args:
        lost: The tables of which rows, or columns they need, are not there.
        known: Units whose rows could not be read, but their ids.
        lives: Units of which it is open when they stand.
        any_life: Whether that is open for all, since a name could be of any.
        hung: Units whose links along a line (by its value; None for all lines) are open. None for a unit: all units.
        ended: Units that an event unread may have ended.
        end_days: The days of events whose units are open; None for an event of any day.
    """

    lost: set[str] = attrs.field(factory=set)
    known: set[str] = attrs.field(factory=set)
    lives: set[str] = attrs.field(factory=set)
    any_life: bool = False
    hung: set[tuple[str | None, str | None]] = attrs.field(factory=set)
    ended: set[str] = attrs.field(factory=set)
    end_days: set[datetime.date | None] = attrs.field(factory=set)

    def told(self, faults: Iterable[DirectoryFault]) -> list[DirectoryFault]:
        """The faults that are there whatever the unread cells hold."""
        return [fault for fault in faults if not self._follows(fault)]

    def _follows(self, fault: DirectoryFault) -> bool:
        """Whether a fault may go away when unread cells are mended."""
        if fault.kind is FaultKind.REPEATED_UNIT:
            return False
        if fault.kind is FaultKind.UNKNOWN_UNIT:
            return "units" in self.lost or unknown_unit(fault) in self.known
        if fault.kind is FaultKind.CYCLE:
            ring = fault.message.rpartition(": ")[2].split(" -> ")
            return not self.lives.isdisjoint(ring)
        units = units_of(fault.fact)
        if self.any_life or not self.lives.isdisjoint(units):
            return True
        if fault.kind is FaultKind.NO_EVENT:
            return self._may_have_an_event(fault.fact)
        if isinstance(fault.fact, Link) and fault.kind in _OF_LINES:
            line = str(fault.fact.line.value)
            open_ = {(fault.fact.child, line), (fault.fact.child, None), (None, line), (None, None)}
            return not self.hung.isdisjoint(open_)
        return False

    def _may_have_an_event(self, name: object) -> bool:
        days = {None, name.end if isinstance(name, DatedName) else None}
        return "events" in self.lost or not self.ended.isdisjoint(units_of(name)) or not self.end_days.isdisjoint(days)


def units_of(fact: object) -> set[str]:
    """The units a fact is about."""
    match fact:
        case OrganisationUnit():
            return {fact.id}
        case DatedName() | DatedCode():
            return {fact.unit}
        case Link():
            return {fact.child, fact.parent}
        case DatedRole():
            return {fact.unit} if fact.holder_unit is None else {fact.unit, fact.holder_unit}
        case ChangeEvent():
            return set(chain(fact.sources, fact.targets))
        case _:
            return set()


def unknown_unit(fault: DirectoryFault) -> str | None:
    """Which unit of its fact a fault about an unknown unit means."""
    return next((unit for unit in units_of(fault.fact) if fault.message.endswith(f"unknown unit {unit!r}")), None)
