"""The directory the library ships: the provinces and the ministries, as the bundled tables have them.

Beginnings the tables do not confirm are left open, so for days long ago the directory tells too much; it is made for
documents from 2007 on. It holds no districts, communes or schools: those are a user's to add with
``Directory.with_facts``.

An id is a name without accents, for ministries their abbreviation; it does not follow later renamings. A province
founded in 2025 bears the name of one before it and is another unit, of another extent, so its id adds the year:
``tinh-an-giang`` until 30 June 2025, ``tinh-an-giang-2025`` since.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from vstbpn.catalogue.tables import Confidence, IssuerRow, ProvinceRow, issuers, provinces
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.kinds import Line, UnitKind
from vstbpn.organisations.unit import ChangeEvent, DatedCode, DatedName, EventKind, Link, OrganisationUnit
from vstbpn.values import evolve

CABINET_OF_2025 = datetime.date(2025, 3, 1)
"""The day the ministries of Nghị quyết 176/2025/QH15 began work."""

PROVINCES_OF_2025 = datetime.date(2025, 7, 1)
"""The day the 34 provinces of Nghị quyết 202/2025/QH15 began work."""

GSO = "gso"
"""The scheme of the provinces' codes; those since 1 July 2025 are given by Quyết định 19/2025/QĐ-TTg."""

SYMBOL = "symbol"
"""The scheme of the letters by which a central body stands in the symbols of documents."""


@cache
def bundled() -> Directory:
    """The provinces and the central bodies with what befell them (danh bạ kèm theo thư viện).

    >>> before, after = (bundled().at(datetime.date(2025, month, 1)) for month in (6, 7))
    >>> [sum(unit.kind is UnitKind.PROVINCE for unit in snapshot.units) for snapshot in (before, after)]
    [63, 34]
    """
    return _with_central_bodies(_with_provinces(Directory(), provinces()), issuers())


def slug(name: str) -> str:
    """A name without accents, as the ids are made.

    >>> slug("Tỉnh Bà Rịa - Vũng Tàu")
    'tinh-ba-ria-vung-tau'
    """
    plain = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "-".join(re.findall(r"[a-z0-9]+", "".join(letter for letter in plain if not unicodedata.combining(letter))))


def _day(cell: str) -> datetime.date | None:
    """The day of a cell; None for an empty cell and for a bare year or month, which tells no day."""
    return datetime.date.fromisoformat(cell) if len(cell) == len("2025-07-01") else None


def _day_after(cell: str) -> datetime.date | None:
    last = _day(cell)
    return None if last is None else last + datetime.timedelta(days=1)


def _with_provinces(directory: Directory, rows: Iterable[ProvinceRow]) -> Directory:
    names: list[DatedName] = []
    codes: list[DatedCode] = []
    events: list[ChangeEvent] = []
    mergers: dict[tuple[str, datetime.date], list[ProvinceRow]] = {}
    renamings: list[tuple[ProvinceRow, datetime.date]] = []
    for row in rows:
        unit, end = slug(row.old_name), _day_after(row.valid_to)
        if end is not None and end != PROVINCES_OF_2025 and row.old_gso_code == row.new_code:
            # A province's earlier name: it did not end with the 63, and its code lived on.
            renamings.append((row, end))
            continue
        names.append(DatedName(unit=unit, name=row.old_name, end=end))
        if row.old_gso_code:
            codes.append(DatedCode(unit=unit, scheme=GSO, code=row.old_gso_code, end=end))
        if end is not None:
            mergers.setdefault((row.successor, end), []).append(row)
    for (successor, date), merged in mergers.items():
        sources, target = [slug(row.old_name) for row in merged], slug(successor)
        if any(name.unit == target and name.end is None for name in names):
            sources.append(target)
        else:
            target = f"{target}-{date.year}"
            names.append(DatedName(unit=target, name=successor, start=date))
            codes.append(DatedCode(unit=target, scheme=GSO, code=merged[0].new_code, start=date))
        events.append(_province_event(merged[0], date, EventKind.MERGE, sources, target))
    for row, date in renamings:
        unit = _rename(names, row, date)
        events.append(_province_event(row, date, EventKind.RENAME, [unit], unit))
    units = [OrganisationUnit(id=unit, kind=UnitKind.PROVINCE) for unit in dict.fromkeys(name.unit for name in names)]
    return directory.with_facts(units=units, names=names, codes=codes, events=events)


def _rename(names: list[DatedName], row: ProvinceRow, date: datetime.date) -> str:
    """Give the unit that stands today, and is returned, two names: the row's, and from a day on its successor's."""
    earlier = row.old_name.split(" (")[0]
    place = next(
        place for place, name in enumerate(names) if name.end is None and name.name in {earlier, row.successor}
    )
    name = names[place]
    names[place] = evolve(name, name=earlier, end=date)
    names.append(evolve(name, name=row.successor, start=date))
    return name.unit


def _province_event(
    row: ProvinceRow, date: datetime.date, kind: EventKind, sources: Iterable[str], target: str
) -> ChangeEvent:
    return ChangeEvent(
        date=date,
        kind=kind,
        sources=tuple(sources),
        targets=(target,),
        legal_basis=row.legal_basis.split(" ")[0],
        confidence=row.confidence,
    )


_CENTRAL = {
    "CP": UnitKind.GOVERNMENT,
    "TTg": UnitKind.PRIME_MINISTER,
    "VPCP": UnitKind.MINISTERIAL_AGENCY,
    "TTCP": UnitKind.MINISTERIAL_AGENCY,
    "NHNN": UnitKind.MINISTERIAL_AGENCY,
    "UBDT": UnitKind.MINISTERIAL_AGENCY,
}
_MERGER, _SPLIT = EventKind.MERGE, EventKind.SPLIT
_READ, _UNCHECKED = Confidence.CONFIRMED, Confidence.UNCONFIRMED
_CABINET = (
    (_MERGER, ("bo-nnptnt", "bo-tnmt"), ("bo-nnmt",), _READ, ""),
    (_MERGER, ("bo-khdt", "bo-tc"), ("bo-tc",), _READ, ""),
    (_MERGER, ("bo-gtvt", "bo-xd"), ("bo-xd",), _READ, ""),
    (_MERGER, ("uy-ban-dan-toc",), ("bo-dttg",), _READ, "the committee became a ministry"),
    (_SPLIT, ("bo-nv",), ("bo-nv", "bo-dttg"), _READ, "religious affairs"),
    (_SPLIT, ("bo-tttt",), ("bo-khcn", "bo-vhttdl"), _READ, "the press to Bộ Văn hóa, Thể thao và Du lịch"),
    (_SPLIT, ("bo-ldtbxh",), ("bo-nv",), _READ, "gender equality, labour, employment"),
    (_SPLIT, ("bo-ldtbxh",), ("bo-gddt",), _UNCHECKED, "vocational education"),
    (_SPLIT, ("bo-ldtbxh",), ("bo-yt",), _UNCHECKED, "social protection and children"),
    (_SPLIT, ("bo-ldtbxh",), ("bo-nnmt",), _UNCHECKED, "poverty reduction"),
    (_SPLIT, ("bo-ldtbxh",), ("bo-ca",), _UNCHECKED, "drug rehabilitation"),
)
"""What happened on 1 March 2025, as the notes of the bundled issuers tell it; each part with its own confidence."""


def _with_central_bodies(directory: Directory, rows: Iterable[IssuerRow]) -> Directory:
    """With the Government and its ministries; bodies that ended before 2025 are left out, since no day is known."""
    bodies: dict[str, list[IssuerRow]] = {}
    for row in rows:
        is_ministry = row.name_vi.startswith("Bộ ") and row.level == "central"
        if (is_ministry or row.abbreviation in _CENTRAL) and row.valid_to != "2007":
            bodies.setdefault(row.name_vi, []).append(row)
    units, names, codes, links = [], [], [], []
    for name, writings in bodies.items():
        kind = _CENTRAL.get(writings[0].abbreviation, UnitKind.MINISTRY)
        unit = f"bo-{slug(writings[0].abbreviation[1:])}" if kind is UnitKind.MINISTRY else slug(name)
        start = next(filter(None, (_day(row.valid_from) for row in writings)), None)
        end = next(filter(None, (_day_after(row.valid_to) for row in writings)), None)
        units.append(OrganisationUnit(id=unit, kind=kind))
        names.append(DatedName(unit=unit, name=name, start=start, end=end))
        codes += [DatedCode(unit=unit, scheme=SYMBOL, code=row.abbreviation, start=start, end=end) for row in writings]
        if kind in {UnitKind.MINISTRY, UnitKind.MINISTERIAL_AGENCY}:
            links.append(Link(child=unit, parent="chinh-phu", line=Line.PROFESSIONAL, start=start, end=end))
    events = [
        ChangeEvent(
            date=CABINET_OF_2025,
            kind=kind,
            sources=sources,
            targets=targets,
            legal_basis="176/2025/QH15",
            confidence=confidence,
            note=note,
        )
        for kind, sources, targets, confidence, note in _CABINET
    ]
    return directory.with_facts(units=units, names=names, codes=codes, links=links, events=events)
