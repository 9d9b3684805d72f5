"""Where lines are read from (nguồn dòng): a path, a text, bytes, an open file, or lines."""

import codecs
import io
import os
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from vstbpn.errors import InvalidValueError, UnusableInputError, shown

Lines = str | bytes | bytearray | os.PathLike[str] | IO[str] | IO[bytes] | Iterable[str | bytes]
"""What lines are read from: a path, a text that holds line ends or begins with a bracket, bytes, an open file, or lines."""

_NO_LINES = "expected a path, a text, bytes, an open file or lines"


def each_line(source: Any) -> Generator[str | bytes, None, None]:  # noqa: ANN401  # What is no source is told.
    """The lines of a source, one by one.

    Raises:
        InvalidValueError: It is none.
        UnusableInputError: A file opened as text is none in UTF-8.
        OSError: The file cannot be read.
    """
    if isinstance(source, str) and ("\n" in source or source.lstrip("\ufeff \t\r")[:1] in {"", "{", "["}):
        source = io.StringIO(source)
    elif isinstance(source, bytes | bytearray):
        source = io.BytesIO(source)
    if isinstance(source, str | os.PathLike):
        with _opened(source) as opened:
            yield from opened
    elif isinstance(source, Iterable) and not getattr(source, "closed", False):
        yield from _each(source)
    else:
        raise InvalidValueError("lines", shown(source), _NO_LINES)


def _opened(path: str | os.PathLike[str]) -> IO[bytes]:
    try:
        return Path(path).open("rb")
    except (TypeError, ValueError):  # A path of bytes, or with a letter that no path has.
        raise InvalidValueError("path", shown(path), "expected the path of a file") from None


def _each(lines: Iterable[Any]) -> Iterator[str | bytes]:
    iterator = iter(lines)
    while True:
        try:
            line = next(iterator)
        except StopIteration:
            return
        except UnicodeDecodeError as error:  # A file that was opened as text.
            advice = f"open the file as bytes, or give its path ({error.reason})"
            raise UnusableInputError("no text in UTF-8", advice) from None
        except ValueError:
            if not getattr(lines, "closed", False):
                raise  # It is of whoever makes the lines.
            raise InvalidValueError(
                "lines", shown(lines), "the file was closed before it was read to its end"
            ) from None
        yield line


def is_blank(line: object) -> bool:
    """Whether a line holds nothing but what JSON takes for blanks; an empty file may still begin with its mark."""
    if isinstance(line, str):
        return not line.removeprefix("\ufeff").strip(" \t\r\n")
    return isinstance(line, bytes | bytearray) and not line.removeprefix(codecs.BOM_UTF8).strip(b" \t\r\n")
