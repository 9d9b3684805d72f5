"""What the tables tell of units one by one: further names, links that do not follow from kinds, events, roles."""

from collections.abc import Collection, Iterable

from vstbpn.catalogue.unit_tables import committee_roles, unit_events, unit_links, unit_names
from vstbpn.organisations.shipped.cells import following
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.facts import Facts
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import DatedName, DatedRole, Link, OrganisationUnit, RoleKind


def further_names(directory: str, held: Collection[str]) -> Facts:
    """Names of a directory that the issuers do not hold, and the units among them that are not held yet."""
    rows = [row for row in unit_names() if row.directory == directory]
    return Facts(
        units=[OrganisationUnit(id=row.unit, kind=UnitKind.of(row.kind)) for row in rows if row.unit not in held],
        names=[
            DatedName(
                unit=row.unit,
                name=row.name,
                start=row.valid_from,
                end=following(row.valid_to),
                source=row.source,
                confidence=row.confidence,
            )
            for row in rows
        ],
    )


def told_of(units: Iterable[OrganisationUnit]) -> Facts:
    """Links, roles and events of which a directory holds all units."""
    held = {unit.id for unit in units}
    links = [
        Link(
            child=row.child,
            parent=row.parent,
            line=Line.of(row.line),
            start=row.valid_from,
            end=following(row.valid_to),
            source=row.source,
            confidence=row.confidence,
        )
        for row in unit_links()
        if {row.child, row.parent} <= held
    ]
    roles = [
        DatedRole(
            unit=row.unit,
            kind=RoleKind.of(row.kind),
            holder=row.holder,
            holder_unit=row.holder_unit or None,
            start=row.valid_from,
            end=following(row.valid_to),
            source=row.source,
            confidence=row.confidence,
            note=row.note,
        )
        for row in committee_roles()
        if row.unit in held
    ]
    events = [
        ChangeEvent(
            date=row.date,
            kind=EventKind.of(row.kind),
            sources=ids(row.sources),
            targets=ids(row.targets),
            legal_basis=row.legal_basis or None,
            source=row.source,
            confidence=row.confidence,
            note=row.note,
        )
        for row in unit_events()
        if {*ids(row.sources), *ids(row.targets)} <= held
    ]
    return Facts(links=links, roles=roles, events=events)


def ids(cell: str) -> tuple[str, ...]:
    """The ids of a cell.

    >>> ids("bo-nnptnt; bo-tnmt")
    ('bo-nnptnt', 'bo-tnmt')
    """
    return tuple(filter(None, cell.split("; ")))
