"""The links that follow from the kinds of units: for each kind the first superior the table names for the day."""

from collections.abc import Iterator, Mapping, Sequence

from vstbpn.catalogue.evidence import weakest
from vstbpn.catalogue.tables import Confidence
from vstbpn.catalogue.unit_tables import UnitKindParentRow, unit_kind_parents
from vstbpn.organisations.checking.checks import lives_of
from vstbpn.organisations.shipped.cells import following
from vstbpn.organisations.units.facts import Facts
from vstbpn.organisations.units.intervals import FIRST, LAST, Bounds
from vstbpn.organisations.units.kinds import Level, Line, UnitKind
from vstbpn.organisations.units.unit import DatedName, Link, OrganisationUnit

EDUCATION = "giáo dục và đào tạo"
"""The field of the schools."""

_WITH_FIELDS = frozenset({UnitKind.MINISTRY, UnitKind.MINISTERIAL_AGENCY, UnitKind.DEPARTMENT, UnitKind.DIVISION})
"""Kinds of which there is one for each field: what hangs under them is of the same field."""

_ALONE = frozenset(
    {UnitKind.GOVERNMENT, UnitKind.PROVINCE_COMMITTEE, UnitKind.DISTRICT_COMMITTEE, UnitKind.COMMUNE_COMMITTEE}
)
"""Kinds of which a directory of typical units holds one."""


def parent_row(kind: UnitKind, line: Line, parent: UnitKind) -> UnitKindParentRow:
    """The row of the table that says that units of a kind may hang under those of another along a line."""
    return next(row for row in _rows(kind, line) if row.parent == parent.value)


def _rows(kind: UnitKind, line: Line) -> Iterator[UnitKindParentRow]:
    return (row for row in unit_kind_parents() if row.kind == kind.value and row.line == line.value)


def kind_links(units: Sequence[OrganisationUnit], facts: Facts) -> list[Link]:
    """The links of typical units, along the professional and the territorial line.

    On each day a unit hangs under the first of the kinds the table names, of which there is a unit that fits: the one
    there is, or the one of the same field. A link is left out if its parent ends before the child does.
    """
    kin = _Kin(facts)
    return [
        link
        for unit in units
        for line in (Line.PROFESSIONAL, Line.TERRITORIAL)
        for link in _links_of(unit, line, kin)
    ]  # fmt: skip


class _Kin:
    """Who stands when, under which name, and who is of which kind."""

    def __init__(self, facts: Facts) -> None:
        self.lives: Mapping[str, Bounds] = lives_of(facts.names)
        self.names: Mapping[str, DatedName] = {name.unit: name for name in facts.names}
        self.of_kind: dict[str, list[OrganisationUnit]] = {}
        for unit in facts.units:
            self.of_kind.setdefault(str(unit.kind.value), []).append(unit)

    def field(self, unit: OrganisationUnit) -> str | None:
        """The field a unit works in; of a vocational centre it is not known, and committees have none."""
        if unit.kind in _WITH_FIELDS:
            return self.names[unit.id].name.partition(" ")[2].casefold()
        is_school = unit.kind.level is Level.SCHOOL and unit.kind is not UnitKind.VOCATIONAL_EDUCATION_CENTRE
        return EDUCATION if is_school else None

    def parent(self, unit: OrganisationUnit, kind: UnitKind) -> str | None:
        """The unit of a kind that a unit can hang under; None where there is none or it is not known which."""
        others = self.of_kind.get(str(kind.value), [])
        if kind in _ALONE:
            return next((other.id for other in others), None)
        field = self.field(unit)
        if field is None or kind not in _WITH_FIELDS:
            return None
        return next((other.id for other in others if self.field(other) == field), None)


def _links_of(unit: OrganisationUnit, line: Line, kin: _Kin) -> Iterator[Link]:
    taken: list[Bounds] = []
    for row in _rows(unit.kind, line):
        days = Bounds(row.valid_from or FIRST, following(row.valid_to) or LAST).within(kin.lives[unit.id])
        kind = UnitKind.of(row.parent)
        parent = kin.parent(unit, kind)
        if parent is None or not all(days.within(other).is_empty for other in taken):
            continue
        held = days.within(kin.lives[parent])
        if held.is_empty or held.end != days.end:
            continue
        taken.append(held)
        by_name = kind in _WITH_FIELDS and kin.field(unit) != EDUCATION
        yield Link(
            child=unit.id,
            parent=parent,
            line=line,
            start=None if held.start == FIRST else held.start,
            end=None if held.end == LAST else held.end,
            source=row.source,
            # That two bodies of one field belong together follows from their names alone, but for education.
            confidence=weakest(
                row.confidence,
                kin.names[unit.id].confidence,
                kin.names[parent].confidence,
                Confidence.PARTLY if by_name else Confidence.CONFIRMED,
            ),
        )
