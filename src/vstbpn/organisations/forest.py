"""The trees of one line on one day (cây đơn vị): who hangs directly under whom, and all that is below."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType

from vstbpn.organisations.units.unit import OrganisationUnit

_ID = attrgetter("id")


class Forest:
    """Who hangs under whom along a line, children in the order their links were given. It does not change.

    What is below a unit is found by walking down from it, so that the rest of the line costs nothing. The parents it is
    made of are kept as they are; who gives them changes them no longer.
    """

    __slots__ = ("_children", "_parents", "_roots", "_seen_children", "_seen_parents")

    def __init__(self, units: Mapping[str, OrganisationUnit], parents: dict[str, OrganisationUnit]) -> None:
        children: dict[str, list[OrganisationUnit]] = defaultdict(list)
        for parent, child in zip(map(_ID, parents.values()), map(units.__getitem__, parents), strict=True):
            children[parent].append(child)
        # Its own steps take the dictionaries; those who ask for them get a view, which is slower and cannot be changed.
        self._parents = parents
        self._children = {unit: tuple(of_unit) for unit, of_unit in children.items()}
        self._roots = tuple(units[unit] for unit in children if unit not in parents)
        self._seen_parents = MappingProxyType(parents)
        self._seen_children = MappingProxyType(self._children)

    @property
    def parents(self) -> Mapping[str, OrganisationUnit]:
        """What each unit hangs under, by id."""
        return self._seen_parents

    @property
    def children(self) -> Mapping[str, tuple[OrganisationUnit, ...]]:
        """What hangs directly under each unit that has anything under it, by id."""
        return self._seen_children

    @property
    def roots(self) -> tuple[OrganisationUnit, ...]:
        """The units others hang under and that hang under none."""
        return self._roots

    def above(self, unit: str) -> tuple[OrganisationUnit, ...]:
        """The units above one, the nearest first."""
        parents = self._parents
        above = []
        step = parents.get(unit)
        while step is not None:
            above.append(step)
            step = parents.get(step.id)
        return tuple(above)

    def below(self, units: Sequence[OrganisationUnit]) -> list[OrganisationUnit]:
        """The given units and all that hang under them, each before those under it (preorder)."""
        children = self._children
        waiting = list(reversed(units))
        order = []
        while waiting:
            unit = waiting.pop()
            order.append(unit)
            if unit.id in children:
                waiting += reversed(children[unit.id])
        return order

    def preorder(self) -> tuple[list[OrganisationUnit], list[int], list[int]]:
        """All units of the line, each before those under it; behind which place each one's ends; and who has any below.

        The last are places too. In one walk, so that each unit is looked up once: of tens of thousands that takes longest.
        """
        children = self._children
        waiting: list[OrganisationUnit | None] = list(reversed(self._roots))
        order: list[OrganisationUnit] = []
        above: list[int] = []
        opened: list[int] = []
        ends: dict[int, int] = {}
        while waiting:
            unit = waiting.pop()
            if unit is None:
                # All below the unit that was opened last has been gone through.
                ends[opened.pop()] = len(order)
                continue
            order.append(unit)
            below = children.get(unit.id)
            if below is not None:
                opened.append(len(order) - 1)
                above.append(len(order) - 1)
                waiting.append(None)
                waiting += reversed(below)
        stretches = list(range(1, len(order) + 1))
        for place, end in ends.items():
            stretches[place] = end
        return order, stretches, above

    def with_depths(
        self, units: Iterable[OrganisationUnit], most: int | None = None
    ) -> Iterator[tuple[OrganisationUnit, int]]:
        """As ``below``, each with how far under the first ones it is; no farther down than ``most``."""
        waiting = [(unit, 0) for unit in units][::-1]
        while waiting:
            unit, depth = waiting.pop()
            yield unit, depth
            if depth != most:
                waiting += [(child, depth + 1) for child in reversed(self._children.get(unit.id, ()))]
