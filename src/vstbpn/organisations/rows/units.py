"""The table of units (bảng đơn vị): each row is a stretch of a unit's life, with its name, codes, parents, and its end."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vstbpn.catalogue.tables import Confidence
from vstbpn.organisations.checking.faults import with_article
from vstbpn.organisations.rows.cells import Cells, Days
from vstbpn.organisations.rows.columns import CODE, LINES
from vstbpn.organisations.rows.endings import Endings, read_endings
from vstbpn.organisations.rows.joining import Stretches, joined
from vstbpn.organisations.rows.kinds import kind_of_name, read_kinds
from vstbpn.organisations.rows.places import Group, Place
from vstbpn.organisations.rows.reading import BlankName, TablesRead
from vstbpn.organisations.units.intervals import FIRST, LAST, Bounds
from vstbpn.organisations.units.kinds import UnitKind
from vstbpn.organisations.units.unit import DatedCode, DatedName, Link, OrganisationUnit, is_id
from vstbpn.values import many


class _Rows(NamedTuple):
    """What all facts of a row share."""

    ids: Sequence[str]
    starts: Days
    ends: Days
    sources: Sequence[str]
    confidences: Sequence[Confidence]
    unread: set[int]
    undated: set[int]
    repeated: set[str]


def read_units(reading: TablesRead, cells: Cells) -> Endings:
    """Read the table of units: units, names, codes and links join ``reading``; the ends come back, to be told as events."""
    ids = cells.ids("id", needed=True)
    starts, ends = cells.stretch()
    first, last = cells.stretch_columns()
    unread = cells.bad_in("id")
    undated = cells.bad_in(first, last) - unread
    seen = set(ids)
    repeated = _repeated(ids) if len(seen) < len(ids) else set()
    rows = _Rows(ids, starts, ends, cells.texts("source"), cells.confidences(), unread, undated, repeated)
    names = cells.texts("name")
    _read_units(reading, cells, rows, names)
    if repeated and not all(names):
        _note_blanks(reading, cells, rows, names)
    of_names = {"unit": "id", "start": first, "end": last}
    stretches = _stretches(rows, names)
    _make(reading, cells, stretches, rows, ("names", DatedName, "unit", "name", {}), (of_names, "name"))
    for column in cells.table.columns:
        values = cells.texts(column) if column.startswith(CODE) else cells.ids(column) if column in LINES else None
        if values is None or not any(values):
            continue
        of_column = rows._replace(unread=unread | cells.bad_in(column))
        for place in cells.bad.get(column, set()) & set(range(len(ids))):
            reading.doubts.hung.add((ids[place], column))
        stretches = _stretches(of_column, values)
        made: _Made
        if column in LINES:
            made = "links", Link, "child", "parent", {"line": LINES[column]}
        else:
            made = "codes", DatedCode, "unit", "code", {"scheme": column.removeprefix(CODE)}
        _make(reading, cells, stretches, of_column, made, ({"unit": "id", "child": "id"}, column))
    in_doubt = undated | set(cells.table.broken) | cells.bad.get("name", set())
    reading.doubts.lives.update(ids[place] for place in in_doubt)
    reading.doubts.known.update(filter(is_id, (ids[place] for place in unread)))
    reading.doubts.any_id |= bool(cells.bad.get("id"))
    return read_endings(cells, ids, ends, unread | undated, reading.doubts)


def _note_blanks(reading: TablesRead, cells: Cells, rows: _Rows, names: Sequence[str]) -> None:
    """Note the rows without a name of units that have one in other rows: it is open whether that holds there."""
    named = {unit for unit, name in zip(rows.ids, names, strict=True) if name}
    left_out = rows.unread | rows.undated | cells.bad.get("name", set())
    reading.blanks += [
        BlankName(cells, place, unit, Bounds(rows.starts[place] or FIRST, rows.ends[place] or LAST))
        for place, (unit, name) in enumerate(zip(rows.ids, names, strict=True))
        if not name and unit in named and place not in left_out
    ]


def _repeated(ids: Sequence[str]) -> set[str]:
    seen: set[str] = set()
    return {unit for unit in ids if unit in seen or seen.add(unit)}  # type: ignore[func-returns-value]  # It notes the id, and returns None.


def _stretches(rows: _Rows, values: Sequence[str]) -> Stretches:
    """What a column tells of the units, without the rows where it is blank."""
    places = range(len(rows.ids))
    every = Stretches(rows.ids, values, rows.starts, rows.ends, rows.sources, rows.confidences, places, places)
    return every if all(values) else every.kept(list(map(bool, values)))


_Made = tuple[str, type[DatedName] | type[DatedCode] | type[Link], str, str, Mapping[str, object]]


def _make(  # noqa: PLR0917  # Internal; each is told apart by its type.
    reading: TablesRead,
    cells: Cells,
    stretches: Stretches,
    rows: _Rows,
    made: _Made,
    group: tuple[dict[str, str], str],
) -> None:
    """Make the facts that a column tells: of the class, with the fields, that ``made`` names."""
    kind, cls, unit, value, fixed = made
    if rows.repeated and (rows.unread or rows.undated):
        # Rows that could not be read would be joined as if their days were known.
        left_out = rows.unread | rows.undated
        readable = stretches.kept([place not in left_out for place in stretches.places])
        loose = stretches.kept([place in rows.undated and place not in rows.unread for place in stretches.places])
        nothing: set[int] = set()
        pieces = [(joined(readable, rows.repeated), nothing, nothing), (loose, nothing, rows.undated)]
    else:
        pieces = [(joined(stretches, rows.repeated), rows.unread, rows.undated)]
    for piece, unread, undated in pieces:
        columns: dict[str, Sequence[object]] = {
            unit: piece.units,
            value: piece.values,
            "start": piece.starts,
            "end": piece.ends,
            "source": piece.sources,
            "confidence": piece.confidences,
            **{name: [one] * len(piece.units) for name, one in fixed.items()},
        }
        places: Sequence[Place] = (
            piece.places if piece.places == piece.lasts else list(zip(piece.places, piece.lasts, strict=True))
        )
        reading.make(kind, cells, cls, columns, places, group, unread, undated)


def _read_units(reading: TablesRead, cells: Cells, rows: _Rows, names: Sequence[str]) -> None:
    written = read_kinds(cells, names)
    unread = cells.bad.get("kind", set())
    reading.doubts.hung.update((rows.ids[place], None) for place in unread)
    places: Sequence[int]
    kinds: Sequence[UnitKind | None]
    if rows.repeated or rows.unread:
        places, kinds = _one_of_each(cells, rows, names, written)
        ids: Sequence[str] = [rows.ids[place] for place in places]
    elif all(written):
        ids, places, kinds = rows.ids, range(len(rows.ids)), written
    else:
        ids, places = rows.ids, range(len(rows.ids))
        kinds = [
            kind or (UnitKind.OTHER if place in unread else kind_of_name(names[place]))
            for place, kind in enumerate(written)
        ]
    facts = many(OrganisationUnit, id=ids, kind=kinds)
    reading.add("units", Group(cells.table, facts, places, {"name": "name", "kind": "kind"}, "id"))


def _one_of_each(
    cells: Cells, rows: _Rows, names: Sequence[str], written: Sequence[UnitKind | None]
) -> tuple[list[int], list[UnitKind]]:
    """The place of the first row of each unit, and its kind: the one written in any of its rows, else what a name tells."""
    firsts: dict[str, int] = {}
    kinds: dict[str, tuple[UnitKind, int]] = {}
    untold: dict[str, list[str]] = {}
    for place, (unit, kind) in enumerate(zip(rows.ids, written, strict=True)):
        if place in rows.unread:
            continue
        firsts.setdefault(unit, place)
        if kind is None:
            untold.setdefault(unit, []).append("" if place in cells.bad.get("kind", ()) else names[place])
            continue
        known, earlier = kinds.setdefault(unit, (kind, place))
        if known is not kind:
            message = f"unit {unit!r} is {with_article(kind.en)} here and {with_article(known.en)} in row {cells.table.rows[earlier]}"
            cells.fault(place, "kind", message, "give it one kind in all its rows, or the later unit an id of its own")
    for unit, called in untold.items():
        if unit not in kinds:
            told = (kind for name in called if (kind := kind_of_name(name)) is not UnitKind.OTHER)
            kinds[unit] = next(told, UnitKind.OTHER), firsts[unit]
    return list(firsts.values()), [kinds[unit][0] for unit in firsts]
