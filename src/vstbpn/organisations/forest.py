"""The trees of one line on one day (cây đơn vị): who hangs directly under whom, and all that is below."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vstbpn.organisations.units.unit import OrganisationUnit


class Forest:
    """Who hangs under whom along a line, children in the order their links were given.

    What is below a unit is found by walking down from it, so that the rest of the line costs nothing.
    """

    __slots__ = ("children", "parents", "roots")

    def __init__(self, units: Mapping[str, OrganisationUnit], parents: Mapping[str, OrganisationUnit]) -> None:
        self.parents = parents
        self.children: dict[str, list[OrganisationUnit]] = {}
        for child, parent in parents.items():
            if parent.id in self.children:
                self.children[parent.id].append(units[child])
            else:
                self.children[parent.id] = [units[child]]
        self.roots: tuple[OrganisationUnit, ...] = tuple(units[unit] for unit in self.children if unit not in parents)

    def below(self, units: Sequence[OrganisationUnit]) -> list[OrganisationUnit]:
        """The given units and all that hang under them, each before those under it (preorder)."""
        children = self.children
        waiting = list(reversed(units))
        order = []
        while waiting:
            unit = waiting.pop()
            order.append(unit)
            if unit.id in children:
                waiting += reversed(children[unit.id])
        return order

    def with_depths(self, units: Iterable[OrganisationUnit]) -> Iterator[tuple[OrganisationUnit, int]]:
        """As ``below``, each with how far under the first ones it is."""
        waiting = [(unit, 0) for unit in units][::-1]
        while waiting:
            unit, depth = waiting.pop()
            yield unit, depth
            waiting += [(child, depth + 1) for child in reversed(self.children.get(unit.id, ()))]
