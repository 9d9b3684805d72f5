"""Which units are meant by ids that name none (mã không có trong danh bạ): near ones, and names written for ids."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from vstbpn.organisations.checking.checks import describe
from vstbpn.organisations.checking.faults import DirectoryFault, FaultKind
from vstbpn.organisations.rows.cells import name_of_units
from vstbpn.organisations.units.unit import DatedName
from vstbpn.text import comparison_key

Bearers = Mapping[str, Sequence[str]]
"""The ids of the units that bear a name, by its key."""

_HINTED, _NEAR, _LONGEST = 5, 0.75, 60
_DIGITS = re.compile("[0-9]+")


def bearers_of(names: Iterable[DatedName]) -> Bearers:
    """Whose names these are."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name in names:
        found[comparison_key(name.name)][name.unit] = None
    return {key: tuple(units) for key, units in found.items()}


def with_units_meant(
    faults: Sequence[DirectoryFault], ids: Iterable[str], names: Sequence[DatedName]
) -> list[DirectoryFault]:
    """The faults, those about the first few unknown ids with the unit that is meant, if one is near.

    Ids that only differ in their numbers are not near each other: those of schools are mostly counted.
    """
    unknown = dict.fromkeys(unit for fault in faults if (unit := _unknown(fault)) is not None)
    if not unknown:
        return list(faults)
    known = dict.fromkeys(ids)
    bearers = bearers_of(name for name in names if name.unit in known)
    by_numbers: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for unit in known:
        by_numbers[tuple(_DIGITS.findall(unit))].setdefault(unit.casefold(), unit)
    meant: dict[str, tuple[str, str]] = {}
    looked_into = 0
    for unit in unknown:
        called = name_of_units(unit, bearers.get(comparison_key(unit), ()))
        if called:
            meant[unit] = called, "write its id"
        elif looked_into < _HINTED and len(unit) <= _LONGEST:
            looked_into += 1
            near_by = by_numbers.get(tuple(_DIGITS.findall(unit)), {})
            near = get_close_matches(unit.casefold(), list(near_by), n=1, cutoff=_NEAR)
            if near:
                meant[unit] = "", f"did you mean {near_by[near[0]]!r}?"
    return [_meant(fault, meant) for fault in faults]


def _unknown(fault: DirectoryFault) -> str | None:
    return fault.units[0] if fault.kind is FaultKind.UNKNOWN_UNIT else None


def _meant(fault: DirectoryFault, meant: Mapping[str, tuple[str, str]]) -> DirectoryFault:
    found = meant.get(_unknown(fault) or "")
    if found is None:
        return fault
    called, remedy = found
    message = f"{describe(fault.fact)}: {called}" if called else fault.message
    return fault._replace(message=message, remedy=remedy)
