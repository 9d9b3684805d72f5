"""Organisations in time (tổ chức theo thời gian): units, their dated names, codes and links, and what changed them."""

from vstbpn.organisations.bundled import bundled as bundled
from vstbpn.organisations.directory import Directory as Directory
from vstbpn.organisations.kinds import Level as Level
from vstbpn.organisations.kinds import Line as Line
from vstbpn.organisations.kinds import UnitKind as UnitKind
from vstbpn.organisations.names import UnitName as UnitName
from vstbpn.organisations.names import leading_unit as leading_unit
from vstbpn.organisations.names import read_unit_name as read_unit_name
from vstbpn.organisations.snapshot import Snapshot as Snapshot
from vstbpn.organisations.unit import ChangeEvent as ChangeEvent
from vstbpn.organisations.unit import DatedCode as DatedCode
from vstbpn.organisations.unit import DatedName as DatedName
from vstbpn.organisations.unit import EventKind as EventKind
from vstbpn.organisations.unit import Link as Link
from vstbpn.organisations.unit import OrganisationUnit as OrganisationUnit
