"""What cannot be told of a directory while cells of its tables are unread (chưa kiểm tra được): faults that only follow."""

import datetime
from collections.abc import Iterable

import attrs

from vstbpn.organisations.checking.faults import DirectoryFault, FaultKind
from vstbpn.organisations.units.unit import DatedName, Link

_OF_LINES = {FaultKind.GAP, FaultKind.OVERLAP}


@attrs.define
class Doubts:
    """What the cells that could not be read leave open.

    A fault that hangs on any of it is not told: it may go away when the cell is mended.

    Args:
        lost: The tables of which rows, or columns they need, are not there.
        known: Units whose rows could not be read, but their ids.
        any_id: Whether the id of a row of units could not be read, so that it may be any.
        lives: Units of which it is open when they stand.
        any_life: Whether that is open for all, since a name could be of any.
        hung: Units whose links along a line (by its value; None for all lines) are open. None for a unit: all units.
        ended: Units that an event unread may have ended.
        end_days: The days of events whose units are open; None for an event of any day.
    """

    lost: set[str] = attrs.field(factory=set)
    known: set[str] = attrs.field(factory=set)
    any_id: bool = False
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
            return "units" in self.lost or self.any_id or not self.known.isdisjoint(fault.units)
        if fault.kind is FaultKind.CYCLE:
            return not self.lives.isdisjoint(fault.units)
        if self.any_life or not self.lives.isdisjoint(fault.units):
            return True
        if fault.kind is FaultKind.NO_EVENT:
            return self._may_have_an_event(fault)
        if isinstance(fault.fact, Link) and fault.kind in _OF_LINES:
            line = str(fault.fact.line.value)
            open_ = {(fault.fact.child, line), (fault.fact.child, None), (None, line), (None, None)}
            return not self.hung.isdisjoint(open_)
        return False

    def _may_have_an_event(self, fault: DirectoryFault) -> bool:
        days = {None, fault.fact.end if isinstance(fault.fact, DatedName) else None}
        return "events" in self.lost or not self.ended.isdisjoint(fault.units) or not self.end_days.isdisjoint(days)
