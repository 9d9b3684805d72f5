"""Boards for a terminal (bảng tiến độ trên màn hình): under each target a bar for each unit."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from math import floor
from typing import NamedTuple

from vstbpn.errors import InvalidValueError, shown
from vstbpn.goals.picturing.axis import Axis, axis_of, marks
from vstbpn.goals.picturing.board import ProgressBoard, ProgressCell
from vstbpn.goals.picturing.captions import Caption, caption, indent_of, key, name_of, summary, title, whole_heading
from vstbpn.goals.picturing.words import WORDS
from vstbpn.lines import padded, width, wrapped
from vstbpn.vocabulary import check_language

_NARROWEST = 40
_BAR = 24
_SHORTEST_BAR = 12
_SHORTEST_NAME = 20
_LONGEST_NAME = 48
_GAP = "  "
_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
_FULL, _EMPTY, _MARK = "█", "·", "┃"


def text_of(board: ProgressBoard, language: str, columns: int | None) -> str:
    """A board as lines of text.

    Raises:
        InvalidValueError: There are no words in that language, or the width is none.
    """
    check_language(language)
    if columns is not None and (type(columns) is not int or columns < _NARROWEST):
        raise InvalidValueError("width", shown(columns), f"expected how many columns there are, {_NARROWEST} at least")
    lines = [*_fitted(title(board, language), columns), ""]
    if not board.rows or not board.columns:
        lines += _fitted(WORDS[language]["nothing"], columns)
    else:
        captions = [[caption(cell, language) for cell in row.cells] for row in board.rows]
        names = [_Name(indent_of(row) * len(_GAP), name_of(row, language)) for row in board.rows]
        for place in range(len(board.columns)):
            lines += _fitted(whole_heading(board, place, language), columns)
            lines += _block(board, place, names, [of_row[place] for of_row in captions], columns)
        lines += _fitted(f"{summary(board, language)}.", columns)
        meanings = key((told for of_row in captions for told in of_row), language, mark=_MARK)
        lines += _fitted(f"{meanings}.", columns)
    return "\n".join(line.rstrip() for line in lines)


def _fitted(line: str, columns: int | None) -> list[str]:
    return [line] if columns is None else wrapped(line, columns)


class _Name(NamedTuple):
    """What a unit is called, and by how many columns that is set in."""

    indent: int
    name: str

    @property
    def width(self) -> int:
        return self.indent + width(self.name)

    def wrapped(self, columns: int) -> list[str]:
        """The name in lines."""
        indent = min(self.indent, columns // 2)
        return [" " * indent + line for line in wrapped(self.name, columns - indent)]


def _block(
    board: ProgressBoard, place: int, names: Sequence[_Name], captions: Sequence[Caption], columns: int | None
) -> Iterator[str]:
    """The bars of all units under one target."""
    cells = [row.cells[place] for row in board.rows]
    actuals = (cell.evaluation.actual for cell in cells)
    axis = axis_of(board.columns[place].target, (actual for actual in actuals if actual is not None))
    layout = _Layout(names, captions, columns)
    for name, cell, told in zip(names, cells, captions, strict=True):
        yield from layout.row(name, partial(_bar, cell, axis), told)
    yield ""


class _Layout:
    """How the parts of a block are laid out: side by side, or in a narrow terminal the bars below the names."""

    def __init__(self, names: Sequence[_Name], captions: Sequence[Caption], columns: int | None) -> None:
        self._figure = max(width(told.figure) for told in captions)
        self._verdict = max(width(_verdict(told)) for told in captions)
        self._coverage = max(width(told.marked) for told in captions)
        self._columns = columns
        self._name = max(1, min(max(name.width for name in names), _LONGEST_NAME))
        self._bar = _BAR
        self._is_wide = True
        if columns is not None:
            room = columns - len(_GAP) * 2 - len(_GAP) * 3 - self._figure - self._verdict - self._coverage
            self._is_wide = room - _SHORTEST_BAR >= min(self._name, _SHORTEST_NAME)
            self._name = min(self._name, room - _SHORTEST_BAR) if self._is_wide else columns - len(_GAP)
            self._bar = min(_BAR, room - self._name if self._is_wide else room - len(_GAP))

    def row(self, name: _Name, bar: Callable[[int], str], told: Caption) -> Iterator[str]:
        """The lines of one unit."""
        names = name.wrapped(self._name)
        if self._is_wide:
            yield _GAP + _GAP.join([padded(names[0], self._name), bar(self._bar), *self._words(told)])
            names = names[1:]
        for line in names:
            yield _GAP + line
        if not self._is_wide:
            yield from self._below(bar, told)

    def _below(self, bar: Callable[[int], str], told: Caption) -> Iterator[str]:
        """What stands below a name: in one line, or where that is too long the words below the bar."""
        if self._bar >= _SHORTEST_BAR:
            yield _GAP * 2 + _GAP.join([bar(self._bar), *self._words(told)])
            return
        assert self._columns is not None  # noqa: S101  # Narrows the type: without a width all stands side by side.
        yield _GAP * 2 + bar(_BAR)
        for line in wrapped(f"{told.figure} {_verdict(told)} {told.marked}", self._columns - len(_GAP) * 2):
            yield _GAP * 2 + line

    def _words(self, told: Caption) -> Iterator[str]:
        """What stands behind a bar, in columns."""
        yield padded(told.figure, self._figure, right=True)
        yield padded(_verdict(told), self._verdict)
        yield padded(told.marked, self._coverage, right=True)


def _verdict(told: Caption) -> str:
    return f"{told.sign} {told.word}"


def _bar(cell: ProgressCell, axis: Axis, length: int) -> str:
    """A bar of block characters, with marks where the target lies."""
    actual = cell.evaluation.actual
    eighths = 0 if actual is None else max(0, round(axis.at(actual) * length * 8) - round(axis.zero * length * 8))
    whole, part = divmod(min(eighths, length * 8), 8)
    start = min(round(axis.zero * length), length)
    drawn = _EMPTY * start + _FULL * whole + _EIGHTHS[part]
    characters = list(drawn[:length].ljust(length, _EMPTY))
    for mark in marks(cell.evaluation.target):
        characters[_place(axis.at(mark), length)] = _MARK
    return "".join(characters)


def _place(at: Fraction, length: int) -> int:
    return max(0, min(length - 1, floor(at * length)))
