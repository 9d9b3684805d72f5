"""The library's own errors. Each carries fields, so that a tool need not read the message.

Whatever a user hands in, nothing else than these leaves the library.
"""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from vstbpn.values import Span

_EXCERPT = 72
_SHOWN = 60
_MOST_PROBLEMS = 100
"""How many problems a message lists; the error has them all."""
_LONGEST_POINTER = 300


class VstbpnError(Exception):
    """The base of every error of this library."""


class ParseError(VstbpnError, ValueError):
    """A text is not the value it was taken for.

    Args:
        text: The whole text given.
        span: The place in it that could not be read.
        reason: What was wrong there and what was expected, as a clause.

    >>> print(ParseError("12 KH-UBND", Span(2, 3), "expected '/' or '-' between number and symbol"))
    expected '/' or '-' between number and symbol
      12 KH-UBND
        ^
    """

    def __init__(self, text: str, span: Span, reason: str) -> None:
        super().__init__(text, span, reason)
        self.text = text
        self.span = span
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.reason}\n{caret(self.text, self.span)}"


def shown(value: object) -> str:
    """What was given instead of something else, in short: a text or a small whole number as it is, else its type.

    >>> shown("2025-07-01"), shown(24), shown([1, 2])
    ('2025-07-01', '24', 'list')
    """
    if isinstance(value, str):
        return value[:_SHOWN]
    if value is None or (type(value) is int and value.bit_length() <= _SHOWN):
        return str(value)
    return type(value).__name__


class InvalidValueError(VstbpnError, ValueError):
    """A value was to be made that cannot be.

    >>> print(InvalidValueError("month", "13", "a year has 12 months"))
    invalid month '13': a year has 12 months
    """

    def __init__(self, what: str, value: str, reason: str) -> None:
        super().__init__(what, value, reason)
        self.what = what
        self.value = value
        self.reason = reason

    def __str__(self) -> str:
        return f"invalid {self.what} {self.value!r}: {self.reason}"


class Problem(NamedTuple):
    """One fault in a serialised document: where (RFC 6901), what was expected and what was found."""

    pointer: str
    expected: str
    found: str

    def __str__(self) -> str:
        pointer = self.pointer or "(document)"
        if len(pointer) > _LONGEST_POINTER:
            pointer = f"{pointer[:_LONGEST_POINTER]}…"
        return _printable(f"{pointer}: expected {self.expected}, found {self.found}")


class DecodeError(VstbpnError, ValueError):
    """A serialised document could not be read. All its faults are in ``problems``; the message lists the first hundred.

    Args:
        problems: The faults, each with its place.
        line: The number of the line the document stood in, from 1, where there were several.

    >>> print(DecodeError([Problem("/header/date", "a date", "20250201")]))
    1 problem in the document
      /header/date: expected a date, found 20250201
    """

    def __init__(self, problems: Sequence[Problem], line: int | None = None) -> None:
        self.problems = tuple(problems)
        self.line = line
        super().__init__(self.problems, line)

    def __str__(self) -> str:
        count = len(self.problems)
        place = "the document" if self.line is None else f"line {self.line}"
        head = f"{count} problem{'s' if count != 1 else ''} in {place}"
        lines = [head, *(f"  {problem}" for problem in self.problems[:_MOST_PROBLEMS])]
        if count > _MOST_PROBLEMS:
            lines.append(f"  and {count - _MOST_PROBLEMS} more")
        return "\n".join(lines)


class UnusableInputError(VstbpnError):
    """The bytes given are no text the library can read.

    Args:
        what: What they are ("a Word document (.docx)").
        advice: What the user can do about it.
    """

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what, advice)
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        return f"this is {self.what}: {self.advice}"


class CatalogueError(VstbpnError):
    """Rows of a table do not hold together. All faults are in ``faults``."""

    def __init__(self, table: str, faults: Sequence[str]) -> None:
        self.table = table
        self.faults = tuple(faults)
        super().__init__(table, self.faults)

    def __str__(self) -> str:
        return "\n".join([f"{self.table}: {len(self.faults)} fault(s)", *(f"  {fault}" for fault in self.faults)])


class NotFoundError(VstbpnError, LookupError):
    """Nothing of that name or code is known; ``candidates`` are near misses or the several that fit.

    Where what was asked for was there once, or goes by another name, ``reason`` says so, and ``candidates`` are what it is
    to be found by instead.
    """

    def __init__(self, what: str, key: str, candidates: Sequence[str] = (), reason: str | None = None) -> None:
        self.what = what
        self.key = key
        self.candidates = tuple(candidates)
        self.reason = reason
        super().__init__(what, key, self.candidates, reason)

    def __str__(self) -> str:
        if self.reason is not None:
            return f"no {self.what} {self.key!r}: {self.reason}"
        hint = f" (did you mean {', '.join(self.candidates)}?)" if self.candidates else ""
        return f"no {self.what} {self.key!r}{hint}"


def caret(text: str, span: Span, *, indent: str = "  ") -> str:
    """The line of ``text`` where ``span`` starts, with carets under it; long lines are cut around it.

    >>> print(caret("Số: /KH-SGDĐT", Span(4, 13)))
      Số: /KH-SGDĐT
          ^^^^^^^^^
    """
    start = min(span.start, len(text))
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    left = max(line_start, start - _EXCERPT // 2)
    right = min(line_end, left + _EXCERPT)
    before, shown = text[left:start], text[left:right]
    marked = text[start : min(max(span.end, start + 1), right)]
    head = "…" if left > line_start else ""
    tail = "…" if right < line_end else ""
    return f"{indent}{head}{_flat(shown)}{tail}\n{indent}{' ' * (_width(before) + len(head))}{'^' * max(1, _width(marked))}"


def _printable(text: str) -> str:
    """The text as one line that any terminal takes: what cannot be printed as Python would escape it."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


def _flat(text: str) -> str:
    """The text as one printable line."""
    return "".join(character if character.isprintable() else " " for character in text)


def _width(text: str) -> int:
    """Columns a text takes in a terminal: combining marks take none, wide characters two."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
