r"""Tables as CSV for spreadsheets (bảng CSV), by RFC 4180.

Three things are done that a spreadsheet needs, and ``unguarded`` takes back the one that changes cells:

- The file is UTF-8 with a byte order mark, lines end with CR LF, and what holds a delimiter, a quotation mark, a line
  break or a semicolon stands in quotation marks.
- Dates are ISO (``2026-06-15``), truth values ``true`` and ``false``, numbers without blanks or zeros that tell
  nothing (``62.5``), and an empty cell is None.
- A **text** that a spreadsheet might take for a formula gets an apostrophe before it: one that begins, behind any blanks,
  with ``=``, ``+``, ``-`` or ``@`` (of full width too), and one that begins with a tab, a line break or an apostrophe.
  Numbers and dates never do.
"""

import datetime
import io
import os
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import BinaryIO, cast

from vstbpn.errors import InvalidValueError, shown
from vstbpn.exporting.tables.columns import Cell
from vstbpn.exporting.tables.documents import Documents
from vstbpn.exporting.tables.tables import cells_by_document
from vstbpn.replacing import replacing
from vstbpn.vocabulary import Language

_MARK = "\ufeff"
_FORMULA = re.compile(r"[\t\r\n']|\s*[=+\-@＝＋－＠]")
_QUOTED = re.compile(r"""[",;\t\r\n]|^\s|\s$""")
_END = "\r\n"


def to_csv(
    documents: Documents,
    table: str,
    *,
    language: Language = "en",
    decimal_comma: bool = False,
    year: int | None = None,
) -> bytes:
    r"""What plans hold, as a CSV file for spreadsheets (bảng CSV).

    Args:
        documents: As for ``to_rows``.
        table: goals, tasks, deadlines, calendar, obligations or references.
        language: The language of the headings: ``en`` for the names of the columns, ``vi`` for what they are called.
        decimal_comma: Whether to write 62,5 with semicolons between cells, for spreadsheets set to Vietnamese, which
            take the point of 62.125 for one between thousands.
        year: The year of the table ``calendar``.

    Raises:
        InvalidValueError: As for ``to_rows``, or there is no such language.

    >>> from vstbpn.goals import Goal, Target
    >>> from vstbpn.plans import Plan
    >>> plan = Plan(goals=(Goal(title="- Chính trị", targets=(Target.parse("đạt 62,5% nữ lãnh đạo"),)),))
    >>> header, row = to_csv(plan, "goals").decode("utf-8-sig").splitlines()
    >>> print(header[:38], row[:54], sep="\n")
    file,document,goal,goal_title,number,t
    ,Văn bản,,'- Chính trị,1.1,"đạt 62,5% nữ lãnh đạo",'=,
    """
    return b"".join(csv_pieces(documents, table, language=language, decimal_comma=decimal_comma, year=year))


def write_csv(
    documents: Documents,
    table: str,
    file: str | os.PathLike[str] | BinaryIO,
    *,
    language: Language = "en",
    decimal_comma: bool = False,
    year: int | None = None,
) -> None:
    """Write a CSV file document by document (ghi bảng CSV), so that of many documents one is held at a time.

    Args:
        documents: As for ``to_rows``; a generator that reads file after file, say.
        table: As for ``to_csv``.
        file: Where to write: a path, or a file open for bytes. A file at the path is replaced when all is written.
        language: As for ``to_csv``.
        decimal_comma: As for ``to_csv``.
        year: As for ``to_csv``.

    Raises:
        InvalidValueError: As for ``to_csv``; or ``file`` is neither a path nor open for bytes.
        OSError: The file cannot be written.
    """
    pieces = csv_pieces(documents, table, language=language, decimal_comma=decimal_comma, year=year)
    if isinstance(file, str | os.PathLike):
        with replacing(file) as out:
            out.writelines(pieces)
        return
    write = _write_of(file)
    for piece in pieces:
        write(piece)


def _write_of(file: object) -> Callable[[bytes], object]:
    write = getattr(file, "write", None)
    if isinstance(file, io.TextIOBase) or not callable(write):
        raise InvalidValueError("file", shown(file), 'expected a path, or a file open for bytes: open(…, "wb")')
    return cast("Callable[[bytes], object]", write)


def csv_pieces(
    documents: Documents,
    table: str,
    *,
    language: Language = "en",
    decimal_comma: bool = False,
    year: int | None = None,
) -> Iterator[bytes]:
    """The pieces of a CSV file as they come: the headings, then the rows of each document.

    Raises:
        InvalidValueError: As for ``to_csv``; where a document is none, when it comes.
    """
    columns, documents_cells = cells_by_document(documents, table, year)
    headings = tuple(column.heading(language) for column in columns)
    delimiter, point = (";", ",") if decimal_comma else (",", ".")
    return _pieces(headings, documents_cells, delimiter, point)


def _pieces(
    headings: tuple[str, ...], documents: Iterable[Iterable[tuple[Cell, ...]]], delimiter: str, point: str
) -> Iterator[bytes]:
    yield (_MARK + delimiter.join(map(_quoted, headings)) + _END).encode()
    for rows in documents:
        lines = [delimiter.join(_written(cell, point) for cell in cells) + _END for cells in rows]
        # What is no character at all cannot be written in UTF-8; the text shows where it was.
        yield "".join(lines).encode("utf-8", "backslashreplace")


def _written(cell: Cell, point: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _quoted(guarded(cell))
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        plain = f"{cell:f}"
        plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
        return _quoted(plain.replace(".", point)) if point == "," else plain
    return cell.isoformat() if isinstance(cell, datetime.date) else str(cell)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that might be is given an apostrophe.

    >>> guarded("=1+1"), guarded("- Tổ chức"), guarded("giảm -5%"), guarded("'20")
    ("'=1+1", "'- Tổ chức", 'giảm -5%', "''20")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that a cell of a CSV file was written from (chữ gốc của một ô): without the apostrophe before it.

    It is for all cells alike, for no number and no date begins with an apostrophe.

    Raises:
        InvalidValueError: Something else than a text is given.

    >>> unguarded("'- Tổ chức"), unguarded("62.5"), unguarded(guarded("'20"))
    ('- Tổ chức', '62.5', "'20")
    """
    if not isinstance(cell, str):
        raise InvalidValueError("cell", shown(cell), "expected a text")
    return cell.removeprefix("'")
