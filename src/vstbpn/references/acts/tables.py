"""Acts and relations from tables of the caller's own (bảng văn bản), and back; every fault of a table told at once."""

import csv
import datetime
import io
import json
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Any, NamedTuple

from vstbpn.catalogue.cells import day_expected, read_day
from vstbpn.catalogue.sources import Source, csv_rows, json_data, read_text
from vstbpn.catalogue.tables import ActLink, Confidence
from vstbpn.errors import CatalogueError, ParseError
from vstbpn.references.acts.act import NAMED_TYPES, Act, joined_symbol
from vstbpn.references.acts.cells import CITATIONS, citations, is_citation, type_expected
from vstbpn.references.acts.columns import COLUMNS, RELATION_COLUMNS, RELATIONS, column_of, hint
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.vocabulary import ActRelation, Term

_DATES = ("date_issued", "effective_from", "effective_to")
_NO_LIST = "expected a list of acts, or an object with 'acts' and 'relations', found one with neither"
_ACTS, _LINKS = "acts", "relations"


class ReadActs(NamedTuple):
    """What a table gives: acts, and how they bear on each other."""

    acts: tuple[Act, ...]
    links: tuple[ActLink, ...]


class _Row(NamedTuple):
    """A row or object: its place in words, and its cells by column."""

    place: str
    cells: Mapping[str, str]


def read_csv(source: Source) -> ReadActs:
    """Acts from a CSV table.

    Raises:
        CatalogueError: Everything in it that does not hold.
    """
    return _read(*_csv_table(source, _ACTS, (*COLUMNS, *RELATIONS), ("type", "symbol", "title")))


def read_relations_csv(source: Source) -> tuple[ActLink, ...]:
    """Relations from a CSV table.

    Raises:
        CatalogueError: Everything in it that does not hold.
    """
    rows, faults = _csv_table(source, _LINKS, RELATION_COLUMNS, RELATION_COLUMNS[:3])
    links = [link for row in rows if (link := _link(row, faults))]
    if faults:
        raise CatalogueError(_LINKS, faults)
    return tuple(links)


def read_json(source: Source) -> ReadActs:
    """Acts and relations from JSON.

    Raises:
        CatalogueError: Everything in it that does not hold.
    """
    data = json_data(read_text(source, _ACTS), _ACTS)
    faults: list[str] = []
    given = data if isinstance(data, dict) else {_ACTS: data}
    faults += [f"unknown key {key!r}{hint(key, (_ACTS, _LINKS))}" for key in given if key not in {_ACTS, _LINKS}]
    if not given.keys() & {_ACTS, _LINKS}:
        faults.append(_NO_LIST)
    rows = list(_objects(given.get(_ACTS, []), "act", (*COLUMNS, *RELATIONS), faults))
    link_rows = list(_objects(given.get(_LINKS, []), "relation", RELATION_COLUMNS, faults))
    links = [link for row in link_rows if (link := _link(row, faults))]
    read = _read(rows, faults)
    return ReadActs(read.acts, (*read.links, *links))


def write_csv(acts: Iterable[Act]) -> str:
    """Acts as a table that ``read_csv`` reads."""
    return _written(COLUMNS, map(_cells, acts))


def write_relations_csv(links: Iterable[ActLink]) -> str:
    """Relations as a table that ``read_relations_csv`` reads."""
    return _written(RELATION_COLUMNS, map(_link_cells, links))


def write_json(acts: Iterable[Act], links: Iterable[ActLink]) -> str:
    """Acts and relations as JSON that ``read_json`` reads; what is not known is left out."""
    data = {
        _ACTS: [{key: cell for key, cell in _cells(act).items() if cell} for act in acts],
        _LINKS: [{key: cell for key, cell in _link_cells(link).items() if cell} for link in links],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def catalogue_faults(acts: Sequence[Act], links: Sequence[ActLink]) -> list[str]:
    """What does not hold between the acts of a catalogue: two of one id, one that bears on itself, a circle."""
    counts: dict[str, int] = defaultdict(int)
    for act in acts:
        counts[act.id] += 1
    faults = [f"{count} acts have the id {id_!r}" for id_, count in counts.items() if count > 1]
    faults += [f"{link.act!r} {link.relation.value} itself" for link in links if link.act == link.other]
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for link in links:
        if link.relation in {ActRelation.REPLACES, ActRelation.FOLLOWS} and link.act != link.other:
            sorter.add(link.act, link.other)
    try:
        sorter.prepare()
    except CycleError as error:
        faults.append(f"acts replace each other in a circle: {', '.join(sorted(set(error.args[1])))}")
    return faults


def _csv_table(
    source: Source, table: str, columns: Sequence[str], needed: Sequence[str]
) -> tuple[list[_Row], list[str]]:
    rows = csv_rows(read_text(source, table), table)
    _, header = next(rows, (1, []))
    names = [column_of(name) for name in header]
    faults = [
        f"unknown column {given!r}{hint(given, columns)}"
        for name, given in zip(names, header, strict=True)
        if name and name not in columns
    ]
    faults += [f"there is no column {name!r}" for name in needed if name not in names]
    faults += [
        f"there are {names.count(name)} columns {name!r}" for name in dict.fromkeys(names) if names.count(name) > 1
    ]
    if faults:
        # Rows read under wrong names would only add faults that are none.
        raise CatalogueError(table, faults)
    read = []
    for number, cells in rows:
        if any(cells[len(names) :]):
            faults.append(f"row {number} has {len(cells)} cells, and the header {len(names)}")
            continue
        by_column: dict[str, str] = dict(zip(names, cells, strict=False))
        read.append(_Row(f"row {number}, column", by_column))
    return read, faults


def _objects(data: object, what: str, columns: Sequence[str], faults: list[str]) -> Iterator[_Row]:
    if not isinstance(data, list):
        faults.append(f"expected a list of {what}s, found {_kind(data)}")
        return
    for number, value in enumerate(data, 1):
        place = f"{what} {number}"
        if not isinstance(value, dict):
            faults.append(f"{place}: expected an object, found {_kind(value)}")
            continue
        cells: dict[str, str] = {}
        for given, cell in value.items():
            key = column_of(str(given))
            if key not in columns:
                faults.append(f"{place}: unknown key {given!r}{hint(given, columns)}")
            elif isinstance(cell, list) and key in RELATIONS and all(isinstance(one, str) for one in cell):
                cells[key] = ";".join(cell)
            elif cell is None or isinstance(cell, str):
                cells[key] = cell or ""
            else:
                faults.append(f"{place}, key {given!r}: expected a text, found {_kind(cell)}")
        yield _Row(f"{place}, key", cells)


def _kind(value: Any) -> str:  # noqa: ANN401  # JSON data of any shape.
    kinds = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), f"the number {value}"[:60])


def _read(rows: Iterable[_Row], faults: list[str]) -> ReadActs:
    read = [(act, row) for row in rows if (act := _act(row, faults)) is not None]
    places: dict[str, list[str]] = defaultdict(list)
    for act, row in read:
        places[act.id].append(row.place.partition(",")[0])
    links = [link for act, row in read for link in _links_of(act, row, places, faults)]
    faults += [_same_id(id_, where) for id_, where in places.items() if len(where) > 1]
    if faults:
        raise CatalogueError(_ACTS, faults)
    return ReadActs(tuple(act for act, _ in read), tuple(links))


def _same_id(id_: str, places: Sequence[str]) -> str:
    remedy = f"give each one of its own in 'id', with place or year, as in {id_.partition('@')[0] + '@An Giang-2024'!r}"
    return f"{' and '.join(places)} have the same id {id_!r}: {remedy}, or leave one out"


def _act(row: _Row, faults: list[str]) -> Act | None:
    before = len(faults)
    cell = row.cells.get

    def fault(column: str, expected: str) -> None:
        faults.append(f"{row.place} {column!r}: expected {expected}, found {cell(column, '')!r}")

    for column, example in (("type", 'a type such as "Quyết định"'), ("title", "what the act is about, or its name")):
        if not cell(column):
            fault(column, example)
    symbol = _symbol(row, fault)
    if expected := type_expected(cell("type", ""), symbol):
        fault("type", expected)
    days = {column: _day(row, column, fault) for column in _DATES}
    confidence = _term(cell("confidence", ""), Confidence, Confidence.UNCONFIRMED)
    if confidence is None:
        fault("confidence", f"one of {', '.join(one.value for one in Confidence)}")
    issued, first, last = (days[column] for column in _DATES)
    starts = [day for day in (issued, first) if day]
    if last and starts and last < max(starts):
        fault("effective_to", f"a day no earlier than {max(starts)}")
    if symbol is not None and symbol.year and issued and issued.year != symbol.year:
        fault("date_issued", f"a day of {symbol.year}, the year in the number")
    if len(faults) > before:
        return None
    return Act.of(
        cell("type", ""),
        symbol,
        cell("title", ""),
        id=cell("id") or (cell("symbol") if symbol is None else None) or None,
        date_issued=issued,
        issuer=cell("issuer", ""),
        effective_from=first,
        effective_to=last,
        source=cell("source", ""),
        confidence=confidence or Confidence.UNCONFIRMED,
        note=cell("note", ""),
    )


def _symbol(row: _Row, fault: Callable[[str, str], None]) -> DocumentSymbol | None:
    """The number and symbol; an act with a name and no number, such as a constitution, has none."""
    number, symbol = row.cells.get("number", ""), row.cells.get("symbol", "")
    try:
        found = joined_symbol(number, symbol) if number else DocumentSymbol.parse(symbol)
    except ParseError:
        if number or row.cells.get("type") not in NAMED_TYPES:
            fault("symbol", "a number and symbol such as 30/2020/NĐ-CP or 21-CT/TW")
        return None
    if found.number is None:
        fault("symbol", "a number before the symbol, as in 15/KH-UBND")
    return found


def _day(row: _Row, column: str, fault: Callable[[str, str], None]) -> datetime.date | None:
    cell = row.cells.get(column, "")
    day = read_day(cell)
    if cell and day is None:
        fault(column, day_expected(cell))
    return day


def _term(cell: str, kind: type[Term], default: Any) -> Any:  # noqa: ANN401  # A member of any list of terms.
    if not cell:
        return default
    return next((member for member in kind if member.value == cell), None)


def _links_of(act: Act, row: _Row, ids: Container[str], faults: list[str]) -> Iterator[ActLink]:
    for name, relation in RELATIONS.items():
        for other in citations(row.cells.get(name, ""), ids):
            if other not in ids and not is_citation(other):
                faults.append(f"{row.place} {name!r}: expected {CITATIONS}, found {other!r}")
            yield ActLink(act=act.id, relation=relation, other=other, source=act.source, confidence=act.confidence)


def _link(row: _Row, faults: list[str]) -> ActLink | None:
    cell = row.cells.get
    relation = RELATIONS.get(cell("relation", ""))
    confidence = _term(cell("confidence", ""), Confidence, Confidence.UNCONFIRMED)
    found = len(faults)
    for column, expected in (("act", "an id or a number and symbol"), ("other", "an id or a number and symbol")):
        if not cell(column):
            faults.append(f"{row.place} {column!r}: expected {expected}, found ''")
    if relation is None:
        faults.append(f"{row.place} 'relation': expected one of {', '.join(RELATIONS)}, found {cell('relation', '')!r}")
    if confidence is None:
        known = ", ".join(one.value for one in Confidence)
        faults.append(f"{row.place} 'confidence': expected one of {known}, found {cell('confidence', '')!r}")
    if relation is None or len(faults) > found:
        return None
    return ActLink(
        act=cell("act", ""),
        relation=relation,
        other=cell("other", ""),
        source=cell("source", ""),
        confidence=confidence,
        note=cell("note", ""),
    )


def _cells(act: Act) -> dict[str, str]:
    return {
        "id": act.id,
        "type": act.type,
        "number": "",
        "symbol": act.symbol.canonical if act.symbol else "",
        **{column: (day.isoformat() if (day := getattr(act, column)) else "") for column in _DATES},
        "issuer": act.issuer,
        "title": act.title,
        "source": act.source,
        "confidence": act.confidence.value,
        "note": act.note,
    }


def _link_cells(link: ActLink) -> dict[str, str]:
    return {
        "act": link.act,
        "relation": link.relation.value,
        "other": link.other,
        "source": link.source,
        "confidence": link.confidence.value,
        "note": link.note,
    }


def _written(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
