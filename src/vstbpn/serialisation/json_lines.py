"""Documents one a line (JSON Lines): streams of any length, each line a document with its format and version."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import IO, Any, TypeVar, overload

from vstbpn.errors import DecodeError, InvalidValueError, Problem, shown
from vstbpn.replacing import replacing
from vstbpn.serialisation.documents import document_of, value_of
from vstbpn.serialisation.json_text import read_with, write_data
from vstbpn.serialisation.kinds import KINDS, DocumentKind, kind_of
from vstbpn.serialisation.line_sources import Lines, each_line, is_blank

T = TypeVar("T")
_NO_FILE = "expected a path or a file open for writing"
_BY_FORMAT = {kind.format: kind for kind in KINDS.values()}


def dump_lines(values: Iterable[object], file: str | os.PathLike[str] | IO[str] | IO[bytes]) -> int:
    r"""Write values as documents one a line (JSON Lines); ``load_lines`` is its inverse.

    They are taken one by one, so that a generator of millions needs no more memory than one of them.

    Args:
        values: Plans, observations, obligations or values of other kinds of documents, also mixed.
        file: A path, or a file open for writing text or bytes. A file at the path is replaced when all is written, so that
            it may be the one the values come from, and stays as it was where a value is none.

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
        with replacing(file) as opened:
            yield lambda text: opened.write(text.encode("utf-8"))
    elif not hasattr(file, "write") or getattr(file, "closed", False):
        raise InvalidValueError("file", shown(file), _NO_FILE)
    elif hasattr(file, "encoding"):  # All files of text have one, also those that only stand for another.
        yield file.write
    else:
        yield lambda text: file.write(text.encode("utf-8"))


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
    with closing(each_line(lines)) as each:
        for number, line in enumerate(each, 1):
            if is_blank(line):
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
