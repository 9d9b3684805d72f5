"""The provinces (tỉnh, thành phố trực thuộc trung ương), their people's committees, and their mergers."""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Sequence

from vstbpn.catalogue.evidence import together, weakest
from vstbpn.catalogue.tables import Confidence, ProvinceRow, provinces
from vstbpn.organisations.shipped.cells import combined, day_after
from vstbpn.organisations.shipped.central import GOVERNMENT
from vstbpn.organisations.shipped.issuing import issuers_by_letters
from vstbpn.organisations.shipped.kind_links import parent_row
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.facts import Facts
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import DatedCode, DatedName, Link, OrganisationUnit
from vstbpn.references.issuers.names import canonical_issuer
from vstbpn.values import evolve

PROVINCES_OF_2025 = datetime.date(2025, 7, 1)
"""The day the 34 provinces of Nghị quyết 202/2025/QH15 began work."""

GSO = "gso"
"""The scheme of the provinces' codes; those since 1 July 2025 are given by Quyết định 19/2025/QĐ-TTg."""


def slug(name: str) -> str:
    """A name without accents, as the ids are made.

    >>> slug("Tỉnh Bà Rịa - Vũng Tàu")
    'tinh-ba-ria-vung-tau'
    """
    plain = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "-".join(re.findall(r"[a-z0-9]+", "".join(letter for letter in plain if not unicodedata.combining(letter))))


def province_facts() -> Facts:
    """The provinces and their people's committees, all under the Government on the territorial line."""
    names, codes, events = _histories(provinces())
    territories = Facts(
        units=_units(names, UnitKind.PROVINCE),
        names=names,
        codes=codes,
        links=_links(names, UnitKind.PROVINCE),
        events=events,
    )
    return combined(territories, _committees(names, events))


def _histories(
    rows: Iterable[ProvinceRow],
) -> tuple[list[DatedName], list[DatedCode], list[ChangeEvent]]:
    names: list[DatedName] = []
    codes: list[DatedCode] = []
    events: list[ChangeEvent] = []
    mergers: dict[tuple[str, datetime.date], list[ProvinceRow]] = {}
    renamings: list[tuple[ProvinceRow, datetime.date]] = []
    for row in rows:
        unit, end = slug(row.old_name), day_after(row.valid_to)
        if end is not None and end != PROVINCES_OF_2025 and row.old_gso_code == row.new_code:
            # A province's earlier name: it did not end with the 63, and its code lived on.
            renamings.append((row, end))
            continue
        names.append(_name(unit, row.old_name, [row], end=end))
        if row.old_gso_code:
            codes.append(_code(unit, row.old_gso_code, row, end=end))
        if end is not None:
            mergers.setdefault((row.successor, end), []).append(row)
    for (successor, date), merged in mergers.items():
        former, target = [slug(row.old_name) for row in merged], slug(successor)
        if any(name.unit == target and name.end is None for name in names):
            former.append(target)
        else:
            target = f"{target}-{date.year}"
            names.append(_name(target, successor, merged, start=date))
            codes.append(_code(target, merged[0].new_code, merged[0], start=date))
        events.append(_event(merged, date, EventKind.MERGE, former, target))
    for row, date in renamings:
        unit = _rename(names, row, date)
        events.append(_event([row], date, EventKind.RENAME, [unit], unit))
    return names, codes, events


def _rename(names: list[DatedName], row: ProvinceRow, date: datetime.date) -> str:
    """Give the unit that stands today, and is returned, two names: the row's, and from a day on its successor's."""
    earlier = row.old_name.split(" (")[0]
    place = next(
        place for place, name in enumerate(names) if name.end is None and name.name in {earlier, row.successor}
    )
    name = names[place]
    told = {
        "source": together([name.source, row.source]),
        "confidence": weakest(name.confidence, row.confidence),
    }
    names[place] = evolve(name, name=earlier, end=date, **told)
    names.append(evolve(name, name=row.successor, start=date, **told))
    return name.unit


def _name(
    unit: str,
    name: str,
    rows: Sequence[ProvinceRow],
    *,
    start: datetime.date | None = None,
    end: datetime.date | None = None,
) -> DatedName:
    return DatedName(
        unit=unit,
        name=name,
        start=start,
        end=end,
        source=together(row.source for row in rows),
        confidence=weakest(*(row.confidence for row in rows)),
    )


def _code(
    unit: str, code: str, row: ProvinceRow, *, start: datetime.date | None = None, end: datetime.date | None = None
) -> DatedCode:
    return DatedCode(
        unit=unit, scheme=GSO, code=code, start=start, end=end, source=row.source, confidence=row.confidence
    )


def _event(
    rows: Sequence[ProvinceRow], date: datetime.date, kind: EventKind, former: Iterable[str], target: str
) -> ChangeEvent:
    return ChangeEvent(
        date=date,
        kind=kind,
        sources=tuple(former),
        targets=(target,),
        legal_basis=rows[0].legal_basis.split(" ")[0],
        source=together(row.source for row in rows),
        confidence=weakest(*(row.confidence for row in rows)),
    )


def _units(names: Iterable[DatedName], kind: UnitKind) -> tuple[OrganisationUnit, ...]:
    return tuple(OrganisationUnit(id=unit, kind=kind) for unit in dict.fromkeys(name.unit for name in names))


def _links(names: Iterable[DatedName], kind: UnitKind) -> list[Link]:
    """That units of a kind hang under the Government on the territorial line as long as they stand."""
    row = parent_row(kind, Line.TERRITORIAL, UnitKind.GOVERNMENT)
    days: dict[str, tuple[datetime.date | None, datetime.date | None]] = {}
    for name in names:  # In the order of their days, for each unit.
        days[name.unit] = days.get(name.unit, (name.start, None))[0], name.end
    return [
        Link(
            child=unit,
            parent=GOVERNMENT,
            line=Line.TERRITORIAL,
            start=start,
            end=end,
            source=row.source,
            confidence=row.confidence,
        )
        for unit, (start, end) in days.items()
    ]


def _committees(names: Iterable[DatedName], events: Iterable[ChangeEvent]) -> Facts:
    """The people's committee of each province: named after it, and changed with it, which the tables tell of all together."""
    source = issuers_by_letters()["UBND"].source
    own = [
        evolve(
            name,
            unit=_committee(name.unit),
            name=canonical_issuer(f"Ủy ban nhân dân {name.name}"),
            source=together([name.source, source]),
            confidence=weakest(name.confidence, Confidence.PARTLY),
        )
        for name in names
    ]
    return Facts(
        units=_units(own, UnitKind.PROVINCE_COMMITTEE),
        names=own,
        links=_links(own, UnitKind.PROVINCE_COMMITTEE),
        events=[
            evolve(
                event,
                sources=tuple(map(_committee, event.sources)),
                targets=tuple(map(_committee, event.targets)),
                source=together([event.source, source]),
                confidence=weakest(event.confidence, Confidence.PARTLY),
                note="with the provinces",
            )
            for event in events
        ],
    )


def _committee(province: str) -> str:
    """The id of a province's people's committee."""
    return f"ubnd-{province}"
