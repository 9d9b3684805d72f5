"""Typical units without names of places (mô hình tổ chức): one Sở of each kind, one division, one school."""

import datetime

from vstbpn.catalogue.unit_tables import unit_events
from vstbpn.organisations.shipped.cells import combined, day, month_after
from vstbpn.organisations.shipped.issuing import issuing_units
from vstbpn.organisations.shipped.kind_links import kind_links
from vstbpn.organisations.shipped.told import further_names, ids
from vstbpn.organisations.units.facts import Facts


def typical_facts(central: Facts) -> Facts:
    """The typical units of provinces, districts, communes and schools, with their links to each other and upwards."""
    taken_over = {
        target: row.date
        for row in unit_events()
        for target in ids(row.targets)
        if target not in ids(row.sources)
    }  # fmt: skip

    def first_day(unit: str, cell: str) -> datetime.date | None:
        return day(cell) or (taken_over.get(unit) if cell else None)

    bodies = issuing_units("typical", first_day, month_after)
    named = combined(bodies, further_names("typical", ()))
    return combined(named, Facts(links=kind_links(named.units, combined(central, named))))
