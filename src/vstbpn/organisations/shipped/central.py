"""The central bodies (cơ quan trung ương), and that the ministries hang under the Government."""

import datetime

from vstbpn.catalogue.evidence import weakest
from vstbpn.organisations.shipped.cells import combined, day, day_after
from vstbpn.organisations.shipped.issuing import issuing_units
from vstbpn.organisations.shipped.kind_links import parent_row
from vstbpn.organisations.shipped.told import further_names
from vstbpn.organisations.units.facts import Facts
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import Link

CABINET_OF_2025 = datetime.date(2025, 3, 1)
"""The day the ministries of Nghị quyết 176/2025/QH15 began work."""

GOVERNMENT = "chinh-phu"
"""The id of the Government."""


def central_facts() -> Facts:
    """The central bodies of the tables; those that ended on a day that is not known are left out."""
    bodies = issuing_units("central", lambda _, cell: day(cell), day_after)
    bodies = combined(bodies, further_names("central", {unit.id for unit in bodies.units}))
    named = {name.unit: name for name in bodies.names}
    links = []
    for unit in bodies.units:
        if unit.kind in {UnitKind.MINISTRY, UnitKind.MINISTERIAL_AGENCY}:
            row, name = parent_row(unit.kind, Line.PROFESSIONAL, UnitKind.GOVERNMENT), named[unit.id]
            links.append(
                Link(
                    child=unit.id,
                    parent=GOVERNMENT,
                    line=Line.PROFESSIONAL,
                    start=name.start,
                    end=name.end,
                    source=row.source,
                    confidence=weakest(row.confidence, name.confidence),
                )
            )
    return combined(bodies, Facts(links=links))
