"""The tables beside that of units (các bảng khác): names, codes, links, roles and events, a fact a row."""

from collections.abc import Sequence
from typing import Any

from vstbpn.errors import InvalidValueError
from vstbpn.organisations.checking.faults import with_article
from vstbpn.organisations.rows.cells import Cells, terms_of
from vstbpn.organisations.rows.places import Group
from vstbpn.organisations.rows.reading import TablesRead
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, RoleKind


def read_names(reading: TablesRead, cells: Cells) -> None:
    """Read the table of names."""
    units = cells.ids("unit", needed=True)
    names = cells.texts("name", needed="write the name the unit bears")
    _make(reading, cells, "names", DatedName, {"unit": units, "name": names})
    undated = cells.bad_in(*cells.stretch_columns(), "name")
    unknown = cells.bad_in("unit")
    reading.doubts.any_life |= bool(unknown)
    reading.doubts.lives.update(units[place] for place in undated - unknown)


def read_codes(reading: TablesRead, cells: Cells) -> None:
    """Read the table of codes."""
    columns: dict[str, Sequence[Any]] = {
        "unit": cells.ids("unit", needed=True),
        "scheme": cells.texts("scheme", needed="write the name of the scheme, such as gso"),
        "code": cells.texts("code", needed="write the code, or leave the row out"),
    }
    _make(reading, cells, "codes", DatedCode, columns)


def read_links(reading: TablesRead, cells: Cells) -> None:
    """Read the table of links."""
    children, parents = cells.ids("child", needed=True), cells.ids("parent", needed=True)
    lines = cells.terms("line", terms_of(Line), needed=True)
    _make(reading, cells, "links", Link, {"child": children, "parent": parents, "line": lines})
    unknown = cells.bad_in("child")
    for place in cells.bad_in("child", "parent", "line", *cells.stretch_columns()):
        line = lines[place]
        is_known = line is not None and place not in cells.table.broken
        reading.doubts.hung.add(
            (None if place in unknown else children[place], str(line.value) if line and is_known else None)
        )


def read_roles(reading: TablesRead, cells: Cells) -> None:
    """Read the table of roles."""
    columns: dict[str, Sequence[Any]] = {
        "unit": cells.ids("unit", needed=True),
        "kind": cells.terms("kind", terms_of(RoleKind), needed=True),
        "holder": cells.texts("holder", needed="write who holds the role"),
        "holder_unit": [unit or None for unit in cells.ids("holder_unit")],
        "note": cells.texts("note"),
    }
    _make(reading, cells, "roles", DatedRole, columns)


def _make(reading: TablesRead, cells: Cells, kind: str, cls: type[Any], columns: dict[str, Sequence[Any]]) -> None:
    """Make the facts of a table; where there are rows of unread days, these are made without, to be looked into loosely."""
    starts, ends = cells.stretch()
    dated = {"start": starts, "end": ends, "source": cells.texts("source"), "confidence": cells.confidences()}
    first, last = cells.stretch_columns()
    standing_in = {name: name for name in columns} | {"start": first, "end": last}
    unread = cells.bad_in(*columns)
    other = next(reversed(columns)) if kind != "roles" else "unit"
    places = range(len(cells))
    reading.make(kind, cells, cls, columns | dated, places, (standing_in, other), unread, cells.bad_in(first, last))


def read_events(reading: TablesRead, cells: Cells) -> None:
    """Read the table of events."""
    dates = cells.days("date", needed=True)
    kinds = cells.terms("kind", terms_of(EventKind), needed=True)
    sources, targets = cells.id_lists("sources"), cells.id_lists("targets")
    bases, confidences = cells.texts("legal_basis"), cells.confidences()
    said_by, notes = cells.texts("source"), cells.texts("note")
    unread = cells.bad_in("date", "kind", "sources", "targets")
    of_unread_sources = cells.bad_in("sources")
    events, places = [], []
    for place, (date, kind) in enumerate(zip(dates, kinds, strict=True)):
        if place not in unread and date is not None and kind is not None:
            try:
                event = ChangeEvent(
                    date=date,
                    kind=kind,
                    sources=sources[place],
                    targets=targets[place],
                    legal_basis=bases[place] or None,
                    source=said_by[place],
                    confidence=confidences[place],
                    note=notes[place],
                )
            except InvalidValueError as error:
                message = f"the units do not fit {with_article(kind.en)} ({error.value})"
                cells.fault(place, "kind", message, error.reason.replace("expected", "give", 1))
            else:
                events.append(event)
                places.append(place)
                continue
        reading.doubts.ended.update(sources[place])
        if place in of_unread_sources or not sources[place]:
            reading.doubts.end_days.add(None if place in cells.table.broken else date)
    columns = {"sources": "sources", "targets": "targets", "date": "date"}
    reading.add("events", Group(cells.table, events, places, columns, "kind"))
