"""What units have in common for the checks (nhóm đơn vị cùng loại): a directory has tens of thousands of units and few sorts."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from vstbpn.organisations.units.intervals import Bounds
from vstbpn.organisations.units.kinds import UnitKind
from vstbpn.organisations.units.unit import OrganisationUnit

_KIND = attrgetter("kind")


class Sort(NamedTuple):
    """When units stand, and of what kind they are."""

    life: Bounds
    kind: UnitKind


class Sorts(NamedTuple):
    """The sorts there are, and the number of each unit's: numbers compare faster than what they stand for."""

    all: Sequence[Sort]
    of: Mapping[str, int]


def sorts_of(by_id: Mapping[str, OrganisationUnit], lives: Mapping[str, Bounds]) -> Sorts:
    """The sorts of the units that are there and stand on some days."""
    if not lives.keys() <= by_id.keys():
        lives = {unit_id: life for unit_id, life in lives.items() if unit_id in by_id}
    # Units share their lives and kinds, so which objects these are tells the sort, and is told faster than what they hold.
    kinds = map(id, map(_KIND, map(by_id.__getitem__, lives)))
    keys = zip(map(id, lives.values()), kinds, strict=True)
    number_of = dict(zip(lives, map(_Numbers().__getitem__, keys), strict=True))
    one_of_each = dict(zip(number_of.values(), number_of, strict=True))
    return Sorts([Sort(lives[one], by_id[one].kind) for _, one in sorted(one_of_each.items())], number_of)


class _Numbers(dict[tuple[int, int], int]):
    """Numbers keys as they come, from 0 on."""

    def __missing__(self, key: tuple[int, int]) -> int:
        self[key] = number = len(self)
        return number
