"""The facts of a directory as tables (ghi danh bạ ra bảng), which ``Directory.from_rows`` reads back."""

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from vstbpn.errors import InvalidValueError
from vstbpn.organisations.checking.checks import describe
from vstbpn.organisations.units.facts import Facts
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


def write_rows(facts: Facts, beside: object = None) -> dict[str, list[dict[str, Any]]]:
    """The six tables, each fact a row, but for those of a directory beside.

    Days before 1800 and after 2199 are written, but tables that hold them are refused when they are read, whether as
    dates or as texts: they are mostly slips of the pen.

    Raises:
        InvalidValueError: The id of a unit in an event holds a semicolon, which stands between ids; or what is beside is
            no directory, or holds a fact that is not among these, so that both together would not make these.
    """
    own = _without(facts, beside)
    return {table: [_row(fact, columns) for fact in getattr(own, table)] for table, columns in _WRITTEN.items()}


def write_csv(facts: Facts, beside: object = None) -> dict[str, str]:
    """The six tables as CSV texts.

    Raises:
        InvalidValueError: As for ``write_rows``.
    """
    return {table: _text(rows, _WRITTEN[table]) for table, rows in write_rows(facts, beside).items()}


def _without(facts: Facts, beside: object) -> Facts:
    if beside is None:
        return facts
    other = getattr(beside, "facts", None)
    if not isinstance(other, Facts):
        raise InvalidValueError("beside", type(beside).__name__, "expected a Directory")
    return Facts(*map(_beside, facts, other))


def _beside(own: Sequence[Any], other: Sequence[Any]) -> tuple[Any, ...]:
    counts = Counter(other)
    left = []
    for fact in own:
        # A fact may be told twice, so that they are counted.
        if counts[fact]:
            counts[fact] -= 1
        else:
            left.append(fact)
    missing = next((fact for fact, count in counts.items() if count), None)
    if missing is not None:
        raise InvalidValueError(
            "beside", describe(missing)[:60], "expected a directory whose facts are all in this one"
        )
    return tuple(left)


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
