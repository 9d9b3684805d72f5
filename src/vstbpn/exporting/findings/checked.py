"""What there is to show of a check: each file with its text and findings, and where in its lines they stand."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from vstbpn.findings import Finding
from vstbpn.values import Span, frozen


@frozen
class CheckedFile:
    """A file that was checked (tệp đã kiểm tra).

    Args:
        name: What it is called, as a path with slashes; ``-`` for standard input.
        source: Its text.
        findings: What was found in it.

    >>> CheckedFile(name="ke-hoach.txt", source="Số: 5/KH-SYT").findings
    ()
    """

    name: str
    source: str
    findings: tuple[Finding, ...] = ()


class Position(NamedTuple):
    """A place between two characters as editors count it: line and column from 1, columns in code points."""

    line: int
    column: int


class Region(NamedTuple):
    """A stretch of a text: offsets, and the positions of its first character and behind its last."""

    span: Span
    start: Position
    end: Position


class Lines:
    r"""The lines of a text, found once; a line ends with a line feed, before which a carriage return may stand.

    A byte order mark is no part of the first line: editors do not count it.

    >>> Lines("Số: 5/KH-SYT\r\nKẾ HOẠCH").region(Span(14, 16)).start
    Position(line=2, column=1)
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.first = int(source.startswith("\ufeff"))
        """Where the text begins: behind its byte order mark."""
        self._starts = list(_starts(source, self.first))

    def position(self, offset: int) -> Position:
        """The position of an offset; what lies behind the text is taken for its end."""
        offset = max(self.first, min(offset, len(self.source)))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def region(self, span: Span) -> Region:
        """Where a span stands; what of it lies behind the text is left out."""
        end = max(self.first, min(span.end, len(self.source)))
        inside = Span(max(self.first, min(span.start, end)), end)
        return Region(inside, self.position(inside.start), self.position(inside.end))

    def around(self, span: Span, reach: int) -> tuple[str, Span]:
        """The line a span begins on, or what of it is within so many characters; and the span in it.

        So a finding in a text of one endless line costs no more than another.
        """
        line, column = self.position(span.start)
        start = self._starts[line - 1] + column - 1
        left = max(self._starts[line - 1], start - reach)
        right = self._starts[line] if line < len(self._starts) else len(self.source)
        shown = self.source[left : min(right, start + reach)].rstrip("\r\n")
        end = min(max(span.end, start), left + len(shown))
        return shown, Span(min(start - left, len(shown)), max(end - left, min(start - left, len(shown))))


def _starts(source: str, first: int) -> Iterable[int]:
    """Where the lines of a text begin."""
    start = first
    while True:
        yield start
        start = source.find("\n", start) + 1
        if not start:
            return
