"""What a table of the caller's own is read from (nguồn bảng): a path, a text, bytes or an open file; UTF-8 in all of them."""

import csv
import io
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from vstbpn.errors import CatalogueError, InvalidValueError

Source = str | bytes | os.PathLike[str] | IO[str] | IO[bytes]
"""What a table is read from: a path, a text that holds line ends, bytes, or an open file."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS = 'save it as UTF-8 (in a spreadsheet: "CSV UTF-8")'
_NO_SOURCE = "expected a path, a text, bytes or an open file"
_DELIMITERS = ",;\t"
_FIRST_LINE = re.compile(r"[^\r\n]*")


def read_text(source: Source, table: str) -> str:
    """The text of a source. A ``str`` with a line end in it, or a bracket before it, is the text itself, any other a path.

    Raises:
        CatalogueError: It cannot be opened, or is not UTF-8.
        InvalidValueError: It is no source.
    """
    if isinstance(source, bytes | bytearray):
        return _decoded(bytes(source), table)
    if isinstance(source, str) and (
        not source.strip() or "\n" in source or "\r" in source or source.lstrip()[0] in "{["
    ):
        return _plain(source, table)
    if not isinstance(source, str | os.PathLike) and not hasattr(source, "read"):
        raise InvalidValueError("source", type(source).__name__, _NO_SOURCE)
    try:
        # A path may hold what no path can, such as a NUL, and a file may have been closed.
        found: object = source.read() if hasattr(source, "read") else Path(source).read_bytes()
    except (OSError, ValueError, TypeError) as error:
        raise CatalogueError(table, [f"cannot be opened: {error}"]) from None
    if isinstance(found, bytes):
        return _decoded(found, table)
    if isinstance(found, str):
        return _plain(found, table)
    raise CatalogueError(table, [f"cannot be read: expected text or bytes, found {type(found).__name__}"])


def _decoded(data: bytes, table: str) -> str:
    if data.startswith(_UTF16):
        raise CatalogueError(table, [f"is in UTF-16: {_SAVE_AS}"])
    try:
        return _plain(data.decode("utf-8-sig"), table)
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise CatalogueError(table, [f"row {row} is not UTF-8 (byte {data[error.start]:#04x}): {_SAVE_AS}"]) from None


def _plain(text: str, table: str) -> str:
    if "\x00" in text:
        raise CatalogueError(table, [f"holds NUL characters, as text in UTF-16 does: {_SAVE_AS}"])
    return text.removeprefix("\ufeff")


def csv_rows(text: str, table: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV text that hold anything, each with its number as a spreadsheet counts it, the header being 1.

    The delimiter is the one of comma, semicolon and tab that the header holds most of.

    Raises:
        CatalogueError: The text is no CSV.
    """
    header = _FIRST_LINE.match(text.lstrip("\r\n"))[0]  # type: ignore[index]  # It matches any text.
    delimiter = max(_DELIMITERS, key=header.count)
    number = 0
    try:
        # Lines end with CR, LF or both; the further line ends that Python knows may stand in cells.
        lines = io.StringIO(text, newline="")
        for number, cells in enumerate(csv.reader(lines, delimiter=delimiter, strict=True), 1):
            if any(cell.strip() for cell in cells):
                yield number, [" ".join(cell.split()) for cell in cells]
    except csv.Error as error:
        raise CatalogueError(table, [f"row {number + 1} is no CSV: {error}"]) from None


def json_data(text: str, table: str) -> Any:  # noqa: ANN401  # JSON data of any shape.
    """The data of a JSON text.

    Raises:
        CatalogueError: The text is no JSON.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CatalogueError(table, [f"is no JSON: {error}"]) from None
