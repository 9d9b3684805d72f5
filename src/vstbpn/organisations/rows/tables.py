"""Tables taken apart into columns (bảng tính theo cột), whatever they are read from."""

import os
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from vstbpn.catalogue.sources import Source, csv_rows, read_text
from vstbpn.errors import CatalogueError, InvalidValueError
from vstbpn.organisations.checking.faults import DirectoryFault, FaultKind
from vstbpn.organisations.rows.columns import (
    FIRST_DAY_OUT,
    LAST_DAY,
    NEEDED,
    column_of,
    is_column,
    is_passed_over,
    is_vietnamese,
    listed,
    remedy_for,
    remedy_for_any,
    shown,
)

Rows = Source | Iterable[Mapping[str, Any]]
"""A table: rows that map columns to cells, or what a CSV table is read from."""

Column = Sequence[Any]

_SHOWN, _HINTED = 60, 100
_NO_TABLE = "give rows that map columns to cells, or a path, text, bytes or open file of a CSV table"
_NO_ROW = "give each row as a mapping of columns to cells, as csv.DictReader does"


class Table(NamedTuple):
    """A table by columns.

    Args:
        name: Which of the six it is.
        columns: The cells of each column.
        given: How its header writes each column.
        rows: The number of each row, as a spreadsheet counts them.
        broken: The places of rows that have more cells than the header has columns.
        is_whole: Whether every row of it and each column it cannot do without was found.
    """

    name: str
    columns: Mapping[str, Column]
    given: Mapping[str, str]
    rows: Sequence[int]
    broken: frozenset[int] = frozenset()
    is_whole: bool = True

    def fault(self, place: int | None, column: str | None, message: str, remedy: str) -> DirectoryFault:
        """A fault in a cell, a row or the whole table."""
        return DirectoryFault(
            kind=FaultKind.TABLE if place is None and column is None else FaultKind.CELL,
            message=message,
            remedy=remedy,
            table=self.name,
            row=None if place is None else self.rows[place],
            column=None if column is None else self.given.get(column, column),
        )


def read_table(name: str, given: Rows, faults: list[DirectoryFault]) -> Table:
    """A table by columns; what is wrong with its columns and rows as such joins ``faults``."""
    nothing = Table(name, {}, {}, (), is_whole=False)
    try:
        if isinstance(given, str | bytes | bytearray | os.PathLike) or hasattr(given, "read"):
            return _from_text(name, read_text(given, name), faults)  # type: ignore[arg-type]  # As the line above tells.
        rows = _rows(given)
    except InvalidValueError as error:
        faults.append(nothing.fault(None, None, f"expected rows, found {error.value}", _NO_TABLE))
        return nothing
    except CatalogueError as error:
        for fault in error.faults:
            message, _, remedy = fault.partition(": ")
            faults.append(nothing.fault(None, None, message, remedy or "write it as CSV in UTF-8"))
        return nothing
    return _from_rows(name, rows, faults)


def _rows(given: object) -> list[Any]:
    if isinstance(given, Mapping) or not isinstance(given, Iterable):
        raise InvalidValueError("table", type(given).__name__, _NO_TABLE)
    if isinstance(given, list):
        return given
    try:
        return list(given)
    except Exception as error:  # noqa: BLE001  # Rows may come from anywhere, such as a generator over a database.
        raise CatalogueError("table", [f"the rows cannot be read: {type(error).__name__}: {error}"[:200]]) from None


def _from_text(name: str, text: str, faults: list[DirectoryFault]) -> Table:
    rows = list(csv_rows(text, name))
    header = rows[0][1] if rows else []
    while header and not header[-1]:
        header = header[:-1]
    body = rows[1:]
    width = len(header)
    broken = frozenset(place for place, (_, cells) in enumerate(body) if any(cells[width:]))
    filled = [cells[:width] + [""] * (width - len(cells)) for _, cells in body]
    columns = list(zip(*filled, strict=True)) if filled else [()] * width
    table = _with_columns(name, header, columns, [number for number, _ in body], faults)
    faults += [
        table.fault(place, None, f"there are {len(body[place][1])} cells, and the header has {width}", _TOO_MANY)
        for place in sorted(broken)
    ]
    return table._replace(broken=broken)


_TOO_MANY = "put cells that hold the delimiter in quotation marks"


def _from_rows(name: str, rows: list[Any], faults: list[DirectoryFault]) -> Table:
    numbers: Sequence[int] = range(2, len(rows) + 2)
    whole = True
    if set(map(type, rows)) - {dict}:
        read = [_as_dict(row) for row in rows]
        wrong = [place for place, row in enumerate(read) if row is None]
        odd = Table(name, {}, {}, numbers)
        if wrong and len(wrong) == len(rows):
            # The rows are of another make, which is one fault and not one a row.
            message = f"expected mappings as rows, found {type(rows[0]).__name__}"
            faults.append(odd.fault(None, None, message, _NO_ROW))
            return Table(name, {}, {}, (), is_whole=False)
        for place in wrong:
            message = f"expected a mapping as row, found {type(rows[place]).__name__}"
            faults.append(odd.fault(place, None, message, _NO_ROW))
        whole = not wrong
        numbers = [number for number, row in zip(numbers, read, strict=True) if row is not None]
        rows = [row for row in read if row is not None]
    if not rows:
        return Table(name, {}, {}, (), is_whole=whole)
    keys: list[Any] = list(rows[0])
    try:
        # Rows of one length that have the same keys have no others.
        columns: list[Column] | None = [list(map(itemgetter(key), rows)) for key in keys]
    except KeyError:
        columns = None
    if columns is None or set(map(len, rows)) != {len(keys)}:
        keys, columns = _ragged(name, rows)
    broken: frozenset[int] = frozenset()
    if None in keys:
        # So csv.DictReader names the cells beyond the header.
        broken = frozenset(place for place, row in enumerate(rows) if _has_cells(row.get(None)))
        del columns[keys.index(None)]
        keys.remove(None)
    table = _with_columns(name, keys, columns, numbers, faults)
    faults += [
        table.fault(place, None, f"there are more cells than the {len(keys)} of the header", _TOO_MANY)
        for place in sorted(broken)
    ]
    return table._replace(broken=broken, is_whole=whole and table.is_whole)


def _ragged(name: str, rows: Sequence[Mapping[Any, Any]]) -> tuple[list[Any], list[Column]]:
    """The columns of rows that do not have the same keys; those that are none hold only the cells there are.

    Each row may have keys of its own, so that columns as long as the table would be too many.
    """
    held: dict[Any, list[Any]] = {}
    for row in rows:
        for key, cell in row.items():
            held.setdefault(key, []).append(cell)
    seen: set[str] = set()
    columns: list[Column] = []
    for key, cells in held.items():
        column = column_of(name, " ".join(key.split())[:_SHOWN]) if isinstance(key, str) else ""
        is_whole = key is None or (is_column(name, column) and column not in seen)
        columns.append([row.get(key) for row in rows] if is_whole else cells)
        seen.add(column)
    return list(held), columns


def _as_dict(row: object) -> dict[Any, Any] | None:
    if type(row) is dict:
        return row
    if not isinstance(row, Mapping):
        return None
    try:
        return dict(row)
    except Exception:  # noqa: BLE001  # A mapping of the caller's may do anything; if it does not map, it is no row.
        return None


def _has_cells(cells: object) -> bool:
    """Whether a column, or what goes beyond the header, holds a cell that is not blank."""
    if not isinstance(cells, list | tuple):
        return cells is not None
    return any(cell is not None and not (isinstance(cell, str) and not cell.strip()) for cell in cells)


def _with_columns(
    name: str, header: Sequence[object], columns: Sequence[Column], rows: Sequence[int], faults: list[DirectoryFault]
) -> Table:
    """The table, with what is wrong with its columns told."""
    texts = [
        " ".join(given.split())[:_SHOWN] if isinstance(given, str) else f"({type(given).__name__})" for given in header
    ]
    names = [column_of(name, text) if isinstance(given, str) else "" for given, text in zip(header, texts, strict=True)]
    present: dict[str, str] = {}
    by_column: dict[str, Column] = {}
    vietnamese = is_vietnamese(name, texts)
    unknown, known, any_ = 0, set(names), remedy_for_any(name, vietnamese=vietnamese)

    def fault(column: str | None, message: str, remedy: str) -> None:
        faults.append(DirectoryFault(FaultKind.COLUMN, message, remedy, table=name, column=column))

    for column, text, cells in zip(names, texts, columns, strict=True):
        if column in present:
            fault(text, f"there are two columns {column!r}", "leave one of them out")
        elif is_column(name, column):
            present[column], by_column[column] = text, cells
        elif not is_passed_over(name, column) and (text or _has_cells(cells)):
            # To look for what is near takes long, and helps nobody where no column is one.
            unknown += 1
            near = remedy_for(name, text, known, vietnamese=vietnamese) if unknown <= _HINTED else ""
            fault(text, "unknown column", near or any_)
    needed = [column for column in NEEDED[name] if column not in present]
    for column in needed:
        called = shown(name, column, vietnamese=vietnamese)
        fault(None, f"there is no column {called!r}", f"add it; the columns are {listed(name, vietnamese=vietnamese)}")
    by_last = [present[column] for column in LAST_DAY if column in present]
    by_out = [present[column] for column in FIRST_DAY_OUT if column in present]
    if by_last and by_out:
        found = " and ".join(map(repr, by_last + by_out))
        fault(by_out[0], f"stretches are told in two ways, {found}", f"use {_PAIRS}")
        for kept, left_out in zip(LAST_DAY, FIRST_DAY_OUT, strict=True):
            if kept in by_column:
                by_column.pop(left_out, None)
    return Table(name, by_column, present, rows, is_whole=not needed)


_PAIRS = "'valid_from' and 'valid_to' (the last day), or 'start' and 'end' (the first day out)"
