"""The facts of a directory as tables (ghi danh bạ ra bảng), which ``Directory.from_rows`` reads back."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from vstbpn.errors import InvalidValueError
from vstbpn.organisations.checking.checks import Facts
from vstbpn.vocabulary import Term

_WRITTEN = {
    "units": ("id", "kind"),
    "names": ("unit", "name", "start", "end", "source", "confidence"),
    "codes": ("unit", "scheme", "code", "start", "end", "source", "confidence"),
    "links": ("child", "parent", "line", "start", "end", "source", "confidence"),
    "roles": ("unit", "kind", "holder", "holder_unit", "start", "end", "source", "confidence", "note"),
    "events": ("date", "kind", "sources", "targets", "legal_basis", "source", "confidence", "note"),
}
"""The columns of each table, in the order they are written; each is a field of the fact."""


def write_rows(facts: Facts) -> dict[str, list[dict[str, Any]]]:
    """The six tables, each fact a row.

    Raises:
        InvalidValueError: The id of a unit in an event holds a semicolon, which stands between ids.
    """
    return {table: [_row(fact, columns) for fact in getattr(facts, table)] for table, columns in _WRITTEN.items()}


def write_csv(facts: Facts) -> dict[str, str]:
    """The six tables as CSV texts.

    Raises:
        InvalidValueError: The id of a unit in an event holds a semicolon, which stands between ids.
    """
    return {table: _text(rows, _WRITTEN[table]) for table, rows in write_rows(facts).items()}


def _row(fact: object, columns: Sequence[str]) -> dict[str, Any]:
    return {column: _cell(getattr(fact, column)) for column in columns}


def _cell(value: object) -> object:
    if isinstance(value, Term):
        return value.value
    if isinstance(value, tuple):
        for unit in value:
            if ";" in unit:
                raise InvalidValueError("id", unit[:60], "ids in events are written with semicolons between them")
        return "; ".join(value)
    return value


def _text(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
