"""All facts of a directory by their sorts (dữ kiện danh bạ): what it takes, holds and gives back."""

from collections.abc import Sequence
from typing import NamedTuple

from vstbpn.organisations.units.events import ChangeEvent
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit


class Facts(NamedTuple):
    """All facts of a directory (dữ kiện danh bạ): ``Directory(**facts._asdict())`` is a directory of them.

    Args:
        units: The units: an id and a kind each.
        names, codes, links, roles: What is true of them, and when.
        events: What changed them.

    >>> Facts(units=(OrganisationUnit(id="bo"),)).names
    ()
    """

    units: Sequence[OrganisationUnit] = ()
    names: Sequence[DatedName] = ()
    codes: Sequence[DatedCode] = ()
    links: Sequence[Link] = ()
    roles: Sequence[DatedRole] = ()
    events: Sequence[ChangeEvent] = ()
