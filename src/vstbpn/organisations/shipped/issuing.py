"""The units that rows of the table of issuers stand for: their names, and the letters of their symbols as codes."""

import datetime
from collections.abc import Callable, Mapping
from functools import cache

from vstbpn.catalogue.evidence import weakest
from vstbpn.catalogue.tables import Confidence, IssuerRow, issuers
from vstbpn.catalogue.unit_tables import IssuerUnitRow, issuer_units
from vstbpn.organisations.shipped.cells import following, is_full
from vstbpn.organisations.units.facts import Facts
from vstbpn.organisations.units.kinds import UnitKind
from vstbpn.organisations.units.unit import DatedCode, DatedName, OrganisationUnit

SYMBOL = "symbol"
"""The scheme of the letters by which a body stands in the symbols of documents."""


def issuing_units(
    directory: str,
    first_day: Callable[[str, str], datetime.date | None],
    day_after: Callable[[str], datetime.date | None],
) -> Facts:
    """Units, names and codes of a directory, from the rows of the issuers that are its units.

    Args:
        directory: The name of the directory in the table ``issuer-units``.
        first_day: The first day of a unit, of its id and the cell of the issuer.
        day_after: The first day out, of the cell of the issuer.
    """
    bodies: dict[tuple[str, str], list[tuple[IssuerUnitRow, IssuerRow]]] = {}
    for row in issuer_units():
        if row.directory == directory:
            issuer = issuers_by_letters()[row.abbreviation]
            bodies.setdefault((row.unit, row.name or issuer.name_vi), []).append((row, issuer))
    units: dict[str, OrganisationUnit] = {}
    names, codes = [], []
    for (unit, name), writings in bodies.items():
        row, issuer = writings[0]
        kind = UnitKind.of(row.kind)
        units[unit] = OrganisationUnit(id=unit, kind=kind)
        start = next(filter(None, (first_day(unit, issuer.valid_from) for _, issuer in writings)), None)
        end = next(filter(None, (day_after(issuer.valid_to) for _, issuer in writings)), following(kind.row.valid_to))
        names.append(
            DatedName(
                unit=unit, name=name, start=start, end=end, source=issuer.source, confidence=issuer_confidence(issuer)
            )
        )
        codes += [
            DatedCode(
                unit=unit,
                scheme=SYMBOL,
                code=row.code,
                start=start,
                end=end,
                source=issuer.source,
                confidence=issuer_confidence(issuer),
            )
            for row, issuer in writings
            if row.code
        ]
    return Facts(units=tuple(units.values()), names=names, codes=codes)


@cache
def issuers_by_letters() -> Mapping[str, IssuerRow]:
    """The rows of the issuers by their abbreviation."""
    return {row.abbreviation: row for row in issuers()}


def issuer_confidence(row: IssuerRow) -> Confidence:
    """How sure a row of the issuers is.

    At most in part where its note tells of own knowledge, where it gives no full days, or where it is a symbol of former
    times without the day it ended.
    """
    is_former = "older" in row.note and not row.valid_to
    is_sure = "own knowledge" not in row.note and is_full(row.valid_from) and is_full(row.valid_to) and not is_former
    return row.confidence if is_sure else weakest(row.confidence, Confidence.PARTLY)
