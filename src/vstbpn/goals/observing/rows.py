"""Observations read from tables (đọc số liệu từ bảng): rows of mappings, or CSV."""

import math
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, TypeGuard

from vstbpn.catalogue.sources import Source, csv_rows, read_text
from vstbpn.errors import CatalogueError, shown
from vstbpn.goals.observing.cells import READERS, UnreadableError, thousands_in_doubt
from vstbpn.goals.observing.columns import NEEDED, CellFault, ObservationsError, column_of, header_faults
from vstbpn.goals.observing.observation import Observation
from vstbpn.values import many

Rows = Source | Iterable[Mapping[str, Any]]
"""A table: rows that map columns to cells, or what a CSV table is read from."""

_TOLD = 3
"""How many equal faults of a column are told one by one."""

_PLAIN = frozenset({str, int, type(None)})
_COUNTS = frozenset({"numerator", "denominator"})
_AS_CSV = "write it as CSV in UTF-8"
_AS_ROWS = "give rows that map columns to cells, or a path, text, bytes or open file of a CSV table"


def observations_from_rows(rows: Rows) -> tuple[Observation, ...]:
    r"""Read observations from a table: rows that map columns to cells, or CSV as a path, text, bytes or open file.

    Columns are named in English or Vietnamese: ``unit`` (đơn vị), ``period`` (kỳ) and ``numerator`` (tử số, số lượng) are
    needed, ``indicator`` (chỉ số, chỉ tiêu), ``sex`` (giới tính), ``denominator`` (mẫu số, tổng số), ``status`` (tình trạng) and
    ``source`` (nguồn) may be there. Running numbers and notes are passed over. Counts are numbers or texts as
    Vietnamese documents write them ("1.234", "1.234,5"); sexes F, M, _T, _U or nữ, nam, chung, tổng; periods ids
    ("2026-Q1") or words ("Quý I/2026", "6 tháng đầu năm 2026", "Tháng 3/2026", "Năm 2026").

    Args:
        rows: The table.

    Raises:
        ObservationsError: Everything wrong in the table, each fault with its row, column and how to mend it. Of many
            equal cells of a column only the first rows are told one by one, with the number of the others.

    >>> observations_from_rows("đơn vị;kỳ;giới tính;số lượng\nmn-8;2025-H1;nữ;1.204\n")
    (Observation(numerator=1204, period='2025-H1', unit='mn-8', sex=Sex.FEMALE),)
    """
    faults: list[CellFault] = []
    table = _from_text(rows, faults) if _is_source(rows) else _from_mappings(rows, faults)
    faults += header_faults(table.header)
    if faults:
        raise ObservationsError(faults)
    names = {column_of(name): place for place, name in enumerate(table.header)}
    read = {column: _read(table, column, names[column], faults) for column in READERS if column in names}
    if "denominator" in read:
        _check_nothing(table, names["denominator"], read, faults)
    if faults:
        raise ObservationsError(sorted(faults, key=lambda fault: fault.row or 0))
    return many(Observation, **read)


class _Table(NamedTuple):
    """A table by columns: how its header names them, their cells, and the number of each row."""

    header: Sequence[Any]
    columns: Sequence[Sequence[Any]]
    rows: Sequence[int]


def _is_source(rows: object) -> TypeGuard[Source]:
    return isinstance(rows, str | bytes | bytearray | os.PathLike) or hasattr(rows, "read")


def _from_text(source: Source, faults: list[CellFault]) -> _Table:
    try:
        text = source + "\n" if isinstance(source, str) and _is_header(source) else source
        read = list(csv_rows(read_text(text, "observations"), "observations"))
    except CatalogueError as error:
        raise ObservationsError([CellFault(None, None, fault, _AS_CSV) for fault in error.faults]) from None
    if not read:
        return _Table((), (), ())
    (_, header), *body = read
    width = max((place for place, name in enumerate(header, 1) if name), default=0)
    header = header[:width]
    for number, cells in body:
        if any(cells[width:]):
            message = f"there are {len(cells)} cells, and the header has {width}"
            faults.append(CellFault(number, None, message, "put cells that hold the delimiter in quotation marks"))
    filled = [cells[:width] + [""] * (width - len(cells)) for _, cells in body]
    return _Table(header, list(zip(*filled, strict=True)) or [()] * width, [number for number, _ in body])


def _is_header(source: str) -> bool:
    """Whether a text of one line is a header without rows, and no path."""
    return any(mark in source for mark in ",;\t") and not os.path.exists(source)  # noqa: PTH110  # Path.exists raises an OSError where the name is too long.


def _from_mappings(given: object, faults: list[CellFault]) -> _Table:
    if isinstance(given, Mapping) or not isinstance(given, Iterable):
        raise ObservationsError([CellFault(None, None, f"expected rows, found {shown(given)}", _AS_ROWS)])
    rows = list(given)
    numbers = range(2, len(rows) + 2)
    for number, row in zip(numbers, rows, strict=True):
        if not isinstance(row, Mapping):
            faults.append(CellFault(number, None, f"expected a mapping as row, found {shown(row)}", _AS_ROWS))
    if faults:
        raise ObservationsError(faults)
    header = list(rows[0]) if rows else list(NEEDED)
    try:
        # Rows of one length that have the same keys have no others.
        if set(map(len, rows)) <= {len(header)}:
            return _Table(header, [list(map(itemgetter(key), rows)) for key in header], numbers)
    except KeyError:
        pass
    header = list(dict.fromkeys(key for row in rows for key in row))
    if header_faults(header):
        # There may be as many columns as rows.
        return _Table(header, (), numbers)
    return _Table(header, [[row.get(key) for row in rows] for key in header], numbers)


def _read(table: _Table, column: str, place: int, faults: list[CellFault]) -> list[Any]:
    """The values of a column; each cell that several rows share is read once."""
    cells, read = table.columns[place], READERS[column]
    # Cells of other types may be equal to these without being the same, as True is to 1.
    keys = cells if set(map(type, cells)) <= _PLAIN else list(map(_key, cells))
    known: dict[Any, Any] = {}
    bad: dict[Any, UnreadableError] = {}
    each = dict(zip(keys, cells, strict=True))
    for key, cell in each.items():
        try:
            known[key] = read("" if _is_blank(cell) else cell)
        except UnreadableError as error:
            bad[key] = error
            known[key] = None
    if column in _COUNTS:
        for text in thousands_in_doubt(each.values()):
            message = f"{text!r} stands beside thousands written with a point, and may be thousands or not"
            doubt = UnreadableError(message, "write 1234 or 1.234, and 1,5 for one and a half")
            bad |= {key: doubt for key in (text, _key(text)) if key in each}
    values = [known[key] for key in keys]
    if bad:
        faults += _told(str(table.header[place]), zip(table.rows, keys, strict=True), bad)
    return values


def _told(column: str, cells: Iterable[tuple[int, Any]], bad: Mapping[Any, UnreadableError]) -> Iterator[CellFault]:
    """The faults of the cells of a column, by their rows and keys; of many equal ones the first few."""
    rows: dict[Any, list[int]] = {}
    for number, key in cells:
        if key in bad:
            rows.setdefault(key, []).append(number)
    for key, numbers in rows.items():
        message, remedy = bad[key].args
        *firsts, last = numbers[:_TOLD]
        for number in firsts:
            yield CellFault(number, column, message, remedy)
        more = len(numbers) - _TOLD
        others = f" (and in {more} more row{'s' if more > 1 else ''})" if more > 0 else ""
        yield CellFault(last, column, message + others, remedy)


def _key(cell: object) -> object:
    """What a cell is known by: itself and its type, or its identity where it cannot be hashed."""
    try:
        hash(cell)
    except TypeError:
        return type(cell), id(cell)
    return type(cell), cell


def _is_blank(cell: object) -> bool:
    # Tables of measurements write "not a number" where there is none; it is not equal to itself.
    return cell is None or (isinstance(cell, float) and math.isnan(cell))


def _check_nothing(table: _Table, place: int, read: Mapping[str, Sequence[Any]], faults: list[CellFault]) -> None:
    """Tell of rows in which some are counted out of nothing."""
    if 0 not in read["denominator"]:
        return
    for number, numerator, denominator in zip(table.rows, read["numerator"], read["denominator"], strict=True):
        if denominator == 0 and numerator:
            message = f"{numerator} cannot be counted out of nothing"
            faults.append(CellFault(number, str(table.header[place]), message, "write out of how many"))
