"""The two directories the library ships: what there is, and what is typical."""

from functools import cache

from vstbpn.organisations.directory import Directory
from vstbpn.organisations.shipped.cells import combined
from vstbpn.organisations.shipped.central import central_facts
from vstbpn.organisations.shipped.provinces import province_facts
from vstbpn.organisations.shipped.told import told_of
from vstbpn.organisations.shipped.typical_units import typical_facts
from vstbpn.organisations.units.facts import Facts


@cache
def bundled() -> Directory:
    """The central bodies, the provinces and their people's committees, with what befell them (danh bạ kèm theo thư viện).

    Ministries hang under the Government by profession, provinces and their committees by territory. The National
    Committee for the Advancement of Women has its heads and standing bodies as roles. Each fact has its source, and
    tells how sure it is.

    It is made for documents from 2008 on: of the ministries that ended in 2007 the tables tell no day, so they are not
    in it, and beginnings that are not confirmed are open.

    >>> import datetime
    >>> from vstbpn.organisations.units.kinds import UnitKind
    >>> before, after = (bundled().at(datetime.date(2025, month, 1)) for month in (6, 7))
    >>> [sum(unit.kind is UnitKind.PROVINCE for unit in snapshot.units) for snapshot in (before, after)]
    [63, 34]
    >>> [unit.id for unit in bundled().successors("ubnd-tinh-kien-giang", datetime.date(2025, 7, 1))]
    ['ubnd-tinh-an-giang-2025']
    """
    return _directory(combined(central_facts(), province_facts()))


@cache
def typical() -> Directory:
    """The central bodies and typical units without names of places (mô hình tổ chức).

    There is one people's committee of each level, one Sở and one division of each kind, one school of each, and the
    committees for the advancement of women of a province, a district, a Sở and a school. It answers questions about
    kinds of units, such as what became of the Sở of a province or what schools hang under, and is not a list of real ones.

    Its days are less sure than those of ``bundled``. Of the departments that ended in 2025 the tables tell the month
    alone, which was not the same in every province: here they end with its last day. A unit of which the tables tell
    the year alone begins when those it follows ended. Such facts are never marked as confirmed.

    >>> import datetime
    >>> [unit.id for unit in typical().successors("so-ldtbxh", datetime.date(2025, 3, 1))]
    ['so-gddt', 'so-nv', 'so-yt']
    >>> for year in (2024, 2026):
    ...     print(*(unit.id for unit in typical().at(datetime.date(year, 9, 1)).ancestors("truong-mam-non", "territorial")))
    ubnd-cap-huyen ubnd-cap-tinh chinh-phu
    ubnd-cap-xa ubnd-cap-tinh chinh-phu
    """
    central = central_facts()
    return _directory(combined(central, typical_facts(central)))


def _directory(facts: Facts) -> Directory:
    """A directory of facts and of what else the tables tell of their units."""
    whole = combined(facts, told_of(facts.units))
    return Directory(
        units=tuple(whole.units),
        names=tuple(whole.names),
        codes=tuple(whole.codes),
        links=tuple(whole.links),
        roles=tuple(whole.roles),
        events=tuple(whole.events),
    )
