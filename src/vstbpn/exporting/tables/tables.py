"""The tables there are (các bảng), and their rows."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from vstbpn.errors import InvalidValueError, shown
from vstbpn.exporting.entry_words import document_words
from vstbpn.exporting.tables.columns import Cell, Column, Row, need_year
from vstbpn.exporting.tables.documents import Documents, Named, each_document
from vstbpn.exporting.tables.duties import CALENDAR_COLUMNS, OBLIGATION_COLUMNS, calendar_of, obligations_of
from vstbpn.exporting.tables.goals import COLUMNS as GOAL_COLUMNS
from vstbpn.exporting.tables.goals import goals_of
from vstbpn.exporting.tables.references import COLUMNS as REFERENCE_COLUMNS
from vstbpn.exporting.tables.references import references_of
from vstbpn.exporting.tables.tasks import DEADLINE_COLUMNS, TASK_COLUMNS, deadlines_of_plan, tasks_of
from vstbpn.plans.plan import Plan

RowsOf = Callable[[Plan], Iterator[tuple[Cell, ...]]]

DOCUMENT_COLUMNS = (
    Column("file", str, "tệp", "the name given with the document; none where none was given"),
    Column("document", str, "văn bản", "the document in one line: type, number, date and issuer; of a draft its title"),
)
"""The columns that every table begins with."""


class Table(NamedTuple):
    """A table (bảng) that plans can be made into: its name, what it is called in Vietnamese, what a row is, its columns.

    >>> TABLES["goals"].vi, TABLES["goals"].columns[0].name, TABLES["goals"].types["value"]
    ('mục tiêu, chỉ tiêu', 'file', <class 'decimal.Decimal'>)
    """

    name: str
    vi: str
    en: str
    columns: tuple[Column, ...]

    @property
    def types(self) -> Mapping[str, type]:
        """The type of the cells of each column, in order; each cell may be None as well."""
        return {column.name: column.type for column in self.columns}

    @property
    def sql(self) -> str:
        """The columns with their types as SQL writes them, for ``create table goals (…)``.

        >>> TABLES["goals"].sql[:47]
        '"file" VARCHAR, "document" VARCHAR, "goal" VARC'
        """
        return ", ".join(f'"{column.name}" {column.sql}' for column in self.columns)


def _table(name: str, vi: str, en: str, columns: tuple[Column, ...]) -> tuple[str, Table]:
    return name, Table(name, vi, en, DOCUMENT_COLUMNS + columns)


TABLES: Mapping[str, Table] = MappingProxyType(
    dict(
        (
            _table("goals", "mục tiêu, chỉ tiêu", "a target, or a goal that has none", GOAL_COLUMNS),
            _table("tasks", "nhiệm vụ", "a task", TASK_COLUMNS),
            _table("deadlines", "thời hạn", "a deadline as it is worded", DEADLINE_COLUMNS),
            _table("calendar", "lịch năm", "what a year holds, each on its days", CALENDAR_COLUMNS),
            _table("obligations", "chế độ báo cáo", "a duty to report", OBLIGATION_COLUMNS),
            _table("references", "dẫn chiếu", "a reference where it stands", REFERENCE_COLUMNS),
        )
    )
)
"""The tables by name."""

_CALENDAR = "calendar"
_ROWS: Mapping[str, RowsOf] = {
    "goals": goals_of,
    "tasks": tasks_of,
    "deadlines": deadlines_of_plan,
    "obligations": obligations_of,
    "references": references_of,
}


def to_rows(documents: Documents, table: str, *, year: int | None = None) -> Iterator[Row]:
    """What plans hold, as flat rows (các dòng của một bảng): a dict each, for pandas, polars, DuckDB or a database.

    Every row has every column of ``TABLES[table]``, in their order. A cell is a text, a whole number, a truth value, a
    ``Decimal``, a ``datetime.date`` or None, in one column always of one type; no text is empty. Numbers are exact: all
    ``Decimal`` have 6 decimals, the most a target may have, so that no reader that takes the type of a column from its
    first rows cuts any off.

    The documents are taken one by one while the rows are asked for, so that many may be given as a generator.

    Args:
        documents: A ``Plan``; a ``Reading``, of which all documents are taken; or several of them: alone, as pairs
            (name, document), or as a mapping of names to documents. The name stands in the column ``file``.
        table: goals, tasks, deadlines, calendar, obligations or references.
        year: The year of the table ``calendar``, which needs one.

    Raises:
        InvalidValueError: There is no such table; a document is none; a year is given where none is needed, or left out
            where one is, or is out of range.

    >>> from vstbpn.goals import Goal, Target
    >>> plan = Plan(goals=(Goal(title="Chính trị", targets=(Target.parse("đạt ít nhất 62,5% nữ lãnh đạo vào năm 2030"),)),))
    >>> (row,) = to_rows([("sở/kh.txt", plan)], "goals")
    >>> row["file"], row["goal_title"], row["comparator"], row["value"], row["unit"], row["year"]
    ('sở/kh.txt', 'Chính trị', '>=', Decimal('62.500000'), '%', 2030)
    """
    columns, rows_of = _asked(table, year)
    names = [column.name for column in columns]
    return (
        dict(zip(names, cells, strict=True)) for named in each_document(documents) for cells in _cells(named, rows_of)
    )


def cells_by_document(
    documents: Documents, table: str, year: int | None = None
) -> tuple[tuple[Column, ...], Iterator[Iterator[tuple[Cell, ...]]]]:
    """The columns of a table, and the cells of its rows, those of one document after those of another."""
    columns, rows_of = _asked(table, year)
    return columns, (_cells(named, rows_of) for named in each_document(documents))


def _asked(table: str, year: int | None) -> tuple[tuple[Column, ...], RowsOf]:
    _check_table(table)
    columns = TABLES[table].columns
    if table == _CALENDAR:
        return columns, partial(calendar_of, year=need_year(year))
    if year is not None:
        raise InvalidValueError("year", shown(year), f"the table {table!r} is of no year; leave it out")
    return columns, _ROWS[table]


def _check_table(table: object) -> None:
    if not isinstance(table, str) or table not in TABLES:
        raise InvalidValueError("table", shown(table), f"expected one of {', '.join(TABLES)}")


def _cells(named: Named, rows_of: RowsOf) -> Iterator[tuple[Cell, ...]]:
    for plan in named.plans:
        document = document_words(plan, "vi")
        for cells in rows_of(plan):
            yield (named.file, document, *cells)
