"""What is read from the tables of a directory so far (kết quả đọc bảng): facts, whence they are, and what stays open."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import attrs

from vstbpn.organisations.checking.faults import DirectoryFault
from vstbpn.organisations.rows.cells import Cells
from vstbpn.organisations.rows.doubts import Doubts
from vstbpn.organisations.rows.places import Group, Place
from vstbpn.organisations.rows.tables import Rows, read_table
from vstbpn.organisations.rows.unknown import Bearers, bearers_of
from vstbpn.organisations.units.facts import Facts
from vstbpn.organisations.units.intervals import Bounds
from vstbpn.text import comparison_key
from vstbpn.values import many

_LONGEST_NAME = 400


class BlankName(NamedTuple):
    """A row without a name, of a unit that has one in other rows."""

    cells: Cells
    place: int
    unit: str
    days: Bounds


@attrs.define
class TablesRead:
    """What is read so far.

    Args:
        before: The facts that are there before any table is read.
        faults: What is wrong with cells and columns.
        doubts: What these leave open.
        groups: The facts of each table (``Facts`` names them), with their places.
        loose: As ``groups``, facts whose days could not be read: of these only the units are looked into.
        blanks: Rows of units that lack a name.
    """

    before: Facts = attrs.field(factory=Facts)
    faults: list[DirectoryFault] = attrs.field(factory=list)
    doubts: Doubts = attrs.field(factory=Doubts)
    groups: dict[str, list[Group]] = attrs.field(factory=lambda: {kind: [] for kind in Facts._fields})
    loose: dict[str, list[Group]] = attrs.field(factory=lambda: {kind: [] for kind in Facts._fields})
    blanks: list[BlankName] = attrs.field(factory=list)
    _bearers: Bearers = attrs.field(factory=dict)
    _groups_looked_into: int = -1

    def cells(self, table: str, rows: Rows) -> Cells:
        """The cells of a table, after what is wrong with its columns and rows was told."""
        read = read_table(table, rows, self.faults)
        if not read.is_whole:
            self.doubts.lost.add(table)
        return Cells(read, self.faults, self.bearers)

    def bearers(self, name: str) -> Sequence[str]:
        """The ids of the units read so far that bear a name on any day."""
        # Few ask, so that the names are only gone through for who does.
        if self._groups_looked_into != len(self.groups["names"]):
            self._groups_looked_into = len(self.groups["names"])
            self._bearers = bearers_of((*self.before.names, *self.facts.names))
        return self._bearers.get(comparison_key(name[:_LONGEST_NAME]), ())

    @property
    def facts(self) -> Facts:
        """All facts but the loose ones."""
        return _facts(self.groups)

    @property
    def loose_facts(self) -> Facts:
        """The loose facts."""
        return _facts(self.loose)

    @property
    def all_groups(self) -> list[Group]:
        """All groups of facts, loose ones among them."""
        return [group for groups in (self.groups, self.loose) for of_kind in groups.values() for group in of_kind]

    def add(self, kind: str, group: Group) -> None:
        """Add facts of a table."""
        if group.facts:
            self.groups[kind].append(group)

    def make(  # noqa: PLR0917  # Internal; each is told apart by its type.
        self,
        kind: str,
        cells: Cells,
        cls: type[Any],
        columns: dict[str, Sequence[Any]],
        places: Sequence[Place],
        group: tuple[dict[str, str], str],
        unread: Collection[int] = (),
        undated: Collection[int] = (),
    ) -> None:
        """Make facts from columns, and add them.

        Args:
            kind: Which of ``Facts`` they are.
            cells: The cells they were read from.
            cls: Their class.
            columns: The fields by columns.
            places: The place of the row of each.
            group: In which columns the fields stand, as ``Group`` has it.
            unread: The places of rows that give no fact.
            undated: The places of rows whose days could not be read.
        """
        if unread or undated:
            loose = [number for number, place in enumerate(places) if place in undated and place not in unread]
            kept = [number for number, place in enumerate(places) if place not in unread and place not in undated]
            if loose:
                picked = {name: _pick(column, loose) for name, column in columns.items()}
                facts = many(cls, **picked)
                self.loose[kind].append(Group(cells.table, facts, _pick(places, loose), *group))
            columns = {name: _pick(column, kept) for name, column in columns.items()}
            places = _pick(places, kept)
        self.add(kind, Group(cells.table, many(cls, **columns), places, *group))


def _pick(column: Sequence[Any], numbers: Sequence[int]) -> list[Any]:
    return [column[number] for number in numbers]


def _facts(groups: dict[str, list[Group]]) -> Facts:
    return Facts(*(_all_of(groups[kind]) for kind in Facts._fields))


def _all_of(groups: Sequence[Group]) -> tuple[Any, ...]:
    """The facts of some groups; of one group they are handed on as they are."""
    if len(groups) == 1:
        return tuple(groups[0].facts)
    return tuple(fact for group in groups for fact in group.facts)
