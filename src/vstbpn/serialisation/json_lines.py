"""Documents one a line (JSON Lines): streams of any length, each line a document with its format and version."""

import codecs
import io
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Any, TypeVar, cast, overload

from vstbpn.errors import DecodeError, InvalidValueError, Problem, UnusableInputError, shown
from vstbpn.serialisation.documents import document_of, value_of
from vstbpn.serialisation.json_text import read_with, write_data
from vstbpn.serialisation.kinds import KINDS, DocumentKind, kind_of

T = TypeVar("T")
Lines = str | bytes | os.PathLike[str] | IO[str] | IO[bytes] | Iterable[str] | Iterable[bytes]
"""What lines are read from: a path, a text that holds line ends or begins with a bracket, bytes, an open file, or lines."""

_NO_LINES = "expected a path, a text, bytes, an open file or lines"
_NO_FILE = "expected a path or a file open for writing"
_BY_FORMAT = {kind.format: kind for kind in KINDS.values()}


def dump_lines(values: Iterable[object], file: str | os.PathLike[str] | IO[str] | IO[bytes]) -> int:
    r"""Write values as documents one a line (JSON Lines); ``load_lines`` is its inverse.

    They are taken one by one, so that a generator of millions needs no more memory than one of them.

    Args:
        values: Plans, observations, obligations or values of other kinds of documents, also mixed.
        file: A path, or a file open for writing text or bytes. A file that is there is replaced.

    Returns:
        How many lines were written.

    Raises:
        InvalidValueError: A value is no document, or the file none that takes every letter.
        OSError: The file cannot be written.

    >>> import io
    >>> from vstbpn.goals.observing.observation import Observation
    >>> file = io.StringIO()
    >>> dump_lines((Observation(numerator=n, denominator=50, period="2025", unit=f"so-{n}") for n in (31, 29)), file)
    2
    >>> print(file.getvalue().splitlines()[0])
    {"format":"vstbpn/observation","version":"1.0","numerator":31,"denominator":50,"period":"2025","unit":"so-31"}
    """
    if not isinstance(values, Iterable):
        raise InvalidValueError("values", shown(values), "expected a list or a generator of values")
    count = 0
    with _open_for_writing(file) as write:
        for value in values:
            line = write_data(document_of(value, kind_of(type(value)))) + "\n"
            try:
                write(line)
            except UnicodeEncodeError as error:
                raise InvalidValueError("file", error.encoding, "open it in UTF-8, or give its path") from None
            count += 1
    return count


@contextmanager
def _open_for_writing(file: Any) -> Iterator[Callable[[str], object]]:  # noqa: ANN401  # What is no file is told.
    if isinstance(file, str | os.PathLike):
        with _opened(file, "wb") as opened:
            yield lambda text: opened.write(text.encode("utf-8"))
    elif not hasattr(file, "write") or getattr(file, "closed", False):
        raise InvalidValueError("file", shown(file), _NO_FILE)
    elif hasattr(file, "encoding"):  # All files of text have one, also those that only stand for another.
        yield file.write
    else:
        yield lambda text: file.write(text.encode("utf-8"))


def _opened(path: str | os.PathLike[str], mode: str) -> IO[bytes]:
    """The file of a path, in bytes: so line ends are the same on every machine."""
    try:
        return cast("IO[bytes]", Path(path).open(mode))
    except (TypeError, ValueError):  # A path of bytes, or with a letter that no path has.
        raise InvalidValueError("path", shown(path), "expected the path of a file") from None


@overload
def load_lines(lines: Lines, *, on_error: Callable[[DecodeError], object] | None = None) -> Iterator[Any]: ...
@overload
def load_lines(
    lines: Lines, kind: type[T], *, on_error: Callable[[DecodeError], object] | None = None
) -> Iterator[T]: ...
def load_lines(
    lines: Lines, kind: type[Any] | None = None, *, on_error: Callable[[DecodeError], object] | None = None
) -> Iterator[Any]:
    r"""Read documents one a line (JSON Lines); the inverse of ``dump_lines``.

    They come one by one, each read when it is asked for, so that a file of millions needs no more memory than its longest
    line. Empty lines are passed over.

    Args:
        lines: A path, a text, bytes, an open file, or lines.
        kind: The class of the values; without one, each line is read as what its format says.
        on_error: What to do with the error of a line; reading then goes on with the next. Without it the error is raised.

    Raises:
        DecodeError: A line is no such document; ``line`` is its number, from 1.
        InvalidValueError: What is given are no lines, or values of the class no documents.
        UnusableInputError: A file opened as text is none in UTF-8.
        OSError: The file cannot be read.

    >>> from vstbpn.goals.observing.observation import Observation
    >>> text = '{"format":"vstbpn/observation","version":"1.0","numerator":"31","denominator":50,"period":"2025","unit":"x"}\n[]\n'
    >>> try:
    ...     list(load_lines(text, Observation))
    ... except DecodeError as error:
    ...     print(error)
    ... # The numerator was a decimal in quotes; the second line is at fault.
    1 problem in line 2
      (document): expected an object, found a list
    """
    wanted = None if kind is None else kind_of(kind)
    if on_error is not None and not callable(on_error):
        raise InvalidValueError("on_error", shown(on_error), "expected a function of a DecodeError")
    return _values(lines, wanted, on_error)


def _values(
    lines: Lines, wanted: DocumentKind | None, on_error: Callable[[DecodeError], object] | None
) -> Iterator[Any]:
    # Closed here, not when the error is forgotten or the rest never asked for.
    with closing(_lines(lines)) as each:
        for number, line in enumerate(each, 1):
            if _is_blank(line):
                continue
            try:
                value = read_with(line, lambda data: value_of(data, wanted or _kind_told(data)))
            except DecodeError as error:
                told = DecodeError(error.problems, line=number)
                if on_error is None:
                    raise told from None
                on_error(told)
            else:
                yield value


def _is_blank(line: object) -> bool:
    """Whether a line holds nothing but what JSON takes for blanks; an empty file may still begin with its mark."""
    if isinstance(line, str):
        return not line.removeprefix("\ufeff").strip(" \t\r\n")
    return isinstance(line, bytes | bytearray) and not line.removeprefix(codecs.BOM_UTF8).strip(b" \t\r\n")


def _kind_told(data: object) -> DocumentKind:
    """The kind of document that data say they are."""
    from vstbpn.serialisation.problems import MISSING, shown_in_json

    if not isinstance(data, dict):
        raise DecodeError([Problem("", "an object", shown_in_json(data))])
    told = data.get("format", MISSING)
    found = _BY_FORMAT.get(told) if isinstance(told, str) else None
    if found is None:
        expected = "one of " + ", ".join(f'"{name}"' for name in _BY_FORMAT)
        raise DecodeError([Problem("/format", expected, shown_in_json(told))])
    return found


def _lines(source: Any) -> Generator[str | bytes, None, None]:  # noqa: ANN401  # What is no source is told.
    if isinstance(source, str) and ("\n" in source or source.lstrip("\ufeff \t\r")[:1] in {"", "{", "["}):
        source = io.StringIO(source)
    elif isinstance(source, bytes | bytearray):
        source = io.BytesIO(source)
    if isinstance(source, str | os.PathLike):
        with _opened(source, "rb") as opened:
            yield from opened
    elif isinstance(source, Iterable) and not getattr(source, "closed", False):
        yield from _each_line(source)
    else:
        raise InvalidValueError("lines", shown(source), _NO_LINES)


def _each_line(lines: Iterable[Any]) -> Iterator[str | bytes]:
    iterator = iter(lines)
    while True:
        try:
            line = next(iterator)
        except StopIteration:
            return
        except UnicodeDecodeError as error:  # A file that was opened as text.
            raise UnusableInputError(
                "no text in UTF-8", f"open the file as bytes, or give its path ({error.reason})"
            ) from None
        yield line
