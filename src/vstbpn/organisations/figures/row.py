"""The units of a line in one row (dãy đơn vị của một tuyến), so that whatever is below a unit is one stretch of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress
from types import MappingProxyType

from vstbpn.organisations.figures.expecting import Wanted
from vstbpn.organisations.forest import Forest
from vstbpn.organisations.units.unit import OrganisationUnit


class Row:
    """The units of a line in one row, each before those under it (các đơn vị trên một tuyến, xếp thành dãy).

    ``units`` and ``ids`` are the units and their ids; ``ends`` tells for each place behind which place all that is below
    ends; ``kinds`` holds the value of each kind, ``leaf_kinds`` the same, but blank where something is below. None changes.
    """

    def __init__(self, forest: Forest) -> None:
        units, ends, above = forest.preorder()
        self.units: Sequence[OrganisationUnit] = tuple(units)
        self.ends: Sequence[int] = tuple(ends)
        self.ids: Sequence[str] = tuple([unit.id for unit in units])
        # Kinds are told by their values: members of an enumeration take longer to hash.
        kinds = [unit.kind._value_ for unit in units]
        self.kinds: Sequence[str] = tuple(kinds)
        for place in above:
            kinds[place] = ""
        self.leaf_kinds: Sequence[str] = tuple(kinds)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each id, made when the first is asked for."""
        return MappingProxyType(dict(zip(self.ids, range(len(self.ids)), strict=True)))

    def leaves(self, kinds: Collection[str]) -> Iterator[str]:
        """The ids of the units of some kinds with none below them."""
        return compress(self.ids, map(kinds.__contains__, self.leaf_kinds))

    def wanted(self, wanted: Wanted) -> Collection[str]:
        """The ids of the units that were named, and of all on the line whose kind was."""
        if not wanted.kinds:
            return wanted.ids
        return dict.fromkeys(wanted.ids) | dict.fromkeys(compress(self.ids, map(wanted.kinds.__contains__, self.kinds)))
