"""Organisations in time (tổ chức theo thời gian): units, their dated names, codes and links, and what changed them.

Names are loaded when they are first used: who reads the names of units in prose loads no directory.
"""

from typing import TYPE_CHECKING

from vstbpn.lazy import loader

if TYPE_CHECKING:
    from vstbpn.organisations.checking.faults import DirectoryError as DirectoryError
    from vstbpn.organisations.checking.faults import DirectoryFault as DirectoryFault
    from vstbpn.organisations.checking.faults import FaultKind as FaultKind
    from vstbpn.organisations.directory import Directory as Directory
    from vstbpn.organisations.figures.figures import FigureFault as FigureFault
    from vstbpn.organisations.figures.figures import FiguresError as FiguresError
    from vstbpn.organisations.figures.rolling_up import Total as Total
    from vstbpn.organisations.figures.rolling_up import Totals as Totals
    from vstbpn.organisations.figures.shares import SharesNeededError as SharesNeededError
    from vstbpn.organisations.figures.shares import Split as Split
    from vstbpn.organisations.names.unit_name import UnitName as UnitName
    from vstbpn.organisations.names.unit_name import leading_unit as leading_unit
    from vstbpn.organisations.names.unit_name import read_unit_name as read_unit_name
    from vstbpn.organisations.shipped.directory import bundled as bundled
    from vstbpn.organisations.shipped.directory import typical as typical
    from vstbpn.organisations.snapshot import Snapshot as Snapshot
    from vstbpn.organisations.units.events import ChangeEvent as ChangeEvent
    from vstbpn.organisations.units.events import EventKind as EventKind
    from vstbpn.organisations.units.facts import Facts as Facts
    from vstbpn.organisations.units.kinds import Level as Level
    from vstbpn.organisations.units.kinds import Line as Line
    from vstbpn.organisations.units.kinds import UnitKind as UnitKind
    from vstbpn.organisations.units.unit import DatedCode as DatedCode
    from vstbpn.organisations.units.unit import DatedName as DatedName
    from vstbpn.organisations.units.unit import DatedRole as DatedRole
    from vstbpn.organisations.units.unit import Link as Link
    from vstbpn.organisations.units.unit import OrganisationUnit as OrganisationUnit
    from vstbpn.organisations.units.unit import RoleKind as RoleKind

_HOMES = {
    "ChangeEvent": "units.events",
    "DatedCode": "units.unit",
    "DatedName": "units.unit",
    "DatedRole": "units.unit",
    "Directory": "directory",
    "DirectoryError": "checking.faults",
    "DirectoryFault": "checking.faults",
    "EventKind": "units.events",
    "Facts": "units.facts",
    "FaultKind": "checking.faults",
    "FigureFault": "figures.figures",
    "FiguresError": "figures.figures",
    "Level": "units.kinds",
    "Line": "units.kinds",
    "Link": "units.unit",
    "OrganisationUnit": "units.unit",
    "RoleKind": "units.unit",
    "SharesNeededError": "figures.shares",
    "Snapshot": "snapshot",
    "Split": "figures.shares",
    "Total": "figures.rolling_up",
    "Totals": "figures.rolling_up",
    "UnitKind": "units.kinds",
    "UnitName": "names.unit_name",
    "bundled": "shipped.directory",
    "leading_unit": "names.unit_name",
    "read_unit_name": "names.unit_name",
    "typical": "shipped.directory",
}

__all__ = [
    "ChangeEvent",
    "DatedCode",
    "DatedName",
    "DatedRole",
    "Directory",
    "DirectoryError",
    "DirectoryFault",
    "EventKind",
    "Facts",
    "FaultKind",
    "FigureFault",
    "FiguresError",
    "Level",
    "Line",
    "Link",
    "OrganisationUnit",
    "RoleKind",
    "SharesNeededError",
    "Snapshot",
    "Split",
    "Total",
    "Totals",
    "UnitKind",
    "UnitName",
    "bundled",
    "leading_unit",
    "read_unit_name",
    "typical",
]


__getattr__ = loader(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
