"""Who is expected to report (đơn vị phải báo cáo): the units, kinds and levels a caller names, or those like who reported."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from vstbpn.errors import InvalidValueError
from vstbpn.organisations.figures.absences import refuse
from vstbpn.organisations.figures.figures import FigureFault, UnitFaults
from vstbpn.organisations.units.kinds import Level, UnitKind
from vstbpn.organisations.units.unit import OrganisationUnit

Expected = Iterable[OrganisationUnit | str | UnitKind | Level]
"""Who was to report (đơn vị phải báo cáo): units or their ids, and kinds and levels, which stand for all their units."""


class Wanted(NamedTuple):
    """Who was named as expected to report (đơn vị phải báo cáo).

    Args:
        ids: The units that were named, by id.
        kinds: The values of the kinds all of whose units are expected.
    """

    ids: Collection[str]
    kinds: Collection[str]


def read_expected(expected: object, unit_faults: UnitFaults) -> Wanted:
    """Whom a caller expects to report; ``unit_faults`` tells what is wrong with the units.

    Raises:
        FiguresError: Some are neither units nor kinds nor levels, or are units that are not there; all are told.
        InvalidValueError: It is no collection of these.
    """
    if isinstance(expected, str | OrganisationUnit) or not isinstance(expected, Iterable):
        raise InvalidValueError(
            "expected",
            type(expected).__name__,
            "expected several units, their ids, kinds or levels, as in [Level.SCHOOL]",
        )
    ids: dict[str, None] = {}
    kinds: set[str] = set()
    faults = []
    for item in expected:
        if isinstance(item, str):
            ids[item] = None
        elif isinstance(item, OrganisationUnit):
            ids[item.id] = None
        elif isinstance(item, UnitKind):
            kinds.add(str(item.value))
        elif isinstance(item, Level):
            kinds |= _kinds_at([item])
        else:
            faults.append(FigureFault(type(item).__name__, "expected a unit or its id, a kind or a level"))
    refuse("expected units", faults + unit_faults(ids))
    return Wanted(ids, kinds)


def kinds_like(kinds: Iterable[str]) -> frozenset[str]:
    """The kinds that stand at the level of one of some kinds; those that stand at several levels count as one level."""
    return _kinds_at({_levels()[kind] for kind in kinds})


def _kinds_at(levels: Collection[Level | None]) -> frozenset[str]:
    return frozenset(kind for kind, level in _levels().items() if level in levels)


@cache
def _levels() -> Mapping[str, Level | None]:
    return {str(kind.value): kind.level for kind in UnitKind}
