"""Boards as pictures (biểu đồ tiến độ): one SVG that needs nothing else, and reads without its colours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from vstbpn.goals.evaluating.verdicts import Verdict
from vstbpn.goals.picturing.axis import Axis, axis_of, marks
from vstbpn.goals.picturing.board import ProgressBoard, ProgressCell
from vstbpn.goals.picturing.captions import (
    Caption,
    caption,
    heading,
    indent_of,
    key,
    name_of,
    summary,
    title,
    verdicts_of,
    wanted,
)
from vstbpn.goals.picturing.words import WORDS
from vstbpn.lines import one_line, width, wrapped, xml_safe
from vstbpn.vocabulary import Language, check_language

_MARGIN, _GAP = 24, 16
_BAR_WIDTH, _BAR_HEIGHT = 270, 12
_LINE, _ROW = 16, 28
# What a column takes at most on average in the widest of the usual typefaces: small, plain, bold and large letters, and blanks.
_SMALL, _LETTER, _BOLD, _CAPITAL, _BLANK = 7, 8, 9, 10, 5
_NARROWEST = 840
_NAME_COLUMNS = 42
_STEP = 14

_INK, _QUIET, _TRACK, _RULE = "#1f2933", "#52606d", "#edf0f3", "#d5dbe1"


class _Look(NamedTuple):
    """How a verdict is drawn: its colour, what bars are filled with, and the strokes of its sign around its middle."""

    colour: str
    fill: str
    sign: str


# What is met is dark all over, anything else pale with an outline, which tells them apart in grey too.
_LOOKS: Mapping[Verdict, _Look] = {
    Verdict.MET: _Look("#0b7a5b", "#0b7a5b", "M-2.8 .2 l2 2.2 l3.8-4.6"),
    Verdict.NOT_MET: _Look("#b8460b", "#f9d3b8", "M-2.4-2.4 l4.8 4.8 m0-4.8 l-4.8 4.8"),
    Verdict.NOT_DUE: _Look("#2b6cb0", "#cfe2f5", "M0-3.2 v3.4 l2.4 1.6"),
    Verdict.NO_DATA: _Look("#6b7683", "#fff", "M-2.8 0 h5.6"),
    Verdict.NOT_ASSESSABLE: _Look(
        "#7048a8", "#e2d6f2", "M-1.8-1.6 c0-2.4 3.6-2.2 3.6-.2 c0 1.4-1.8 1.3-1.8 2.7 m0 1.7 v.2"
    ),
}

_STYLE = (
    "text{font-family:system-ui,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',Arial,sans-serif;font-size:13px;"
    f"fill:{_INK}}}.t{{font-size:19px;font-weight:600}}.h{{font-size:14px;font-weight:600}}.q{{fill:{_QUIET};font-size:12px}}"
    ".e{text-anchor:end}.b{font-weight:600}"
)


class _Name(NamedTuple):
    """What a unit is called, in lines, how it is written, and how far from the margin."""

    lines: Sequence[str]
    style: str
    indent: int

    @property
    def length(self) -> int:
        """How much room it needs."""
        return self.indent + max(sum(map(self._room, line)) for line in self.lines)

    def _room(self, sign: str) -> int:
        if sign == " ":
            return _BLANK
        return _CAPITAL if sign.isupper() else (_BOLD if self.style else _LETTER) * width(sign)


class _Layout(NamedTuple):
    """Where the columns of the picture stand, and how wide it is: no words run into others."""

    bar: int
    figure: int
    sign: int
    word: int
    coverage: int
    width: int

    @classmethod
    def of(cls, names: Iterable[_Name], captions: Iterable[Caption]) -> "_Layout":
        """The layout in which some names and captions have room."""
        figures, words, coverages = 0, 0, 0
        for told in captions:
            figures = max(figures, width(told.figure))
            words = max(words, width(told.word))
            coverages = max(coverages, width(told.marked))
        bar = _MARGIN + max((name.length for name in names), default=0) + _GAP
        figure = bar + _BAR_WIDTH + _GAP + max(80, _BOLD * figures)
        word = figure + 34
        coverage = max(_NARROWEST - _MARGIN, word + _LETTER * words + _GAP + _BOLD * coverages)
        return cls(bar, figure, figure + 21, word, coverage, coverage + _MARGIN)

    def fitted(self, words: str, letter: int) -> list[str]:
        """Words in lines that are no longer than the picture is wide."""
        return wrapped(words, (self.width - 2 * _MARGIN) // letter)


class _Row(NamedTuple):
    """What is drawn of a unit, but for the bars."""

    label: str
    name: _Name
    cells: tuple[ProgressCell, ...]
    captions: tuple[Caption, ...]


def _rows(board: ProgressBoard, language: Language) -> Iterator[_Row]:
    """The rows in words; the sum of all stands out."""
    for row in board.rows:
        label = name_of(row, language)
        name = _Name(wrapped(label, _NAME_COLUMNS), "b" if row.unit is None else "", _STEP * indent_of(row))
        yield _Row(label, name, row.cells, tuple(caption(cell, language) for cell in row.cells))


def svg_of(board: ProgressBoard, language: Language) -> str:
    """A board as SVG.

    Raises:
        InvalidValueError: There are no words in that language.
    """
    check_language(language)
    top, counted = title(board, language), summary(board, language)
    rows = list(_rows(board, language))
    captions = [told for row in rows for told in row.captions]
    drawing = _Drawing(_Layout.of((row.name for row in rows), captions))
    drawing.down(_MARGIN - 6)
    drawing.words(top, "t")
    drawing.down(4)
    if rows and board.columns:
        drawing.words(counted, "q")
        for place in range(len(board.columns)):
            _block(drawing, board, rows, place, language)
        _legend(drawing, verdicts_of(board), key(captions, language), language)
    else:
        drawing.words(WORDS[language]["nothing"], "q")
    drawing.down(_MARGIN - 4)
    across, height = drawing.layout.width, drawing.y
    size = f'width="{across}" height="{height}" viewBox="0 0 {across} {height}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" xml:lang="{language}">',
        f"<title>{xml_safe(top)}</title>",
        f"<desc>{xml_safe(counted)}</desc>",
        f"<style>{_STYLE}</style>",
        f'<rect width="{across}" height="{height}" fill="#fff"/>',
        *drawing.parts,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


_SIZES: Mapping[str, tuple[int, int]] = {"t": (20, 13), "h": (_LINE + 2, _BOLD), "q": (_LINE + 1, _SMALL)}
"""How high lines are, and how wide letters, by the style of the words."""


class _Drawing:
    """Parts of a picture, drawn from the top down."""

    def __init__(self, layout: _Layout) -> None:
        self.layout = layout
        self.parts: list[str] = []
        self.y = 0

    def down(self, by: int) -> None:
        """Go on further below."""
        self.y += by

    def add(self, part: str) -> None:
        self.parts.append(part)

    def rule(self) -> None:
        """A line across."""
        self.add(f'<path d="M{_MARGIN} {self.y} H{self.layout.width - _MARGIN}" stroke="{_RULE}"/>')

    def text(self, x: int, words: str, style: str = "") -> None:
        """A line of words, its feet where the drawing is."""
        look = f' class="{style}"' if style else ""
        self.add(f'<text x="{x}" y="{self.y}"{look}>{xml_safe(words)}</text>')

    def words(self, words: str, style: str) -> None:
        """Words from the margin on, in as many lines as they need."""
        height, letter = _SIZES[style]
        for line in self.layout.fitted(words, letter) if words else ():
            self.down(height)
            self.text(_MARGIN, line, style)


def _block(drawing: _Drawing, board: ProgressBoard, rows: list[_Row], place: int, language: Language) -> None:
    """One target with the bars of all units."""
    column = board.columns[place]
    drawing.down(22)
    drawing.rule()
    drawing.down(6)
    drawing.words(heading(board, place, language), "h")
    drawing.words(wanted(column, language), "q")
    drawing.down(8)
    actuals = (row.cells[place].evaluation.actual for row in rows)
    axis = axis_of(column.target, (actual for actual in actuals if actual is not None))
    for row in rows:
        explained = one_line(row.cells[place].evaluation.explain(language))
        drawing.add(f"<g><title>{xml_safe(f'{row.label}: {explained}')}</title>")
        _row(drawing, row, place, axis)
        drawing.add("</g>")


def _row(drawing: _Drawing, row: _Row, place: int, axis: Axis) -> None:
    """One unit: its name, the bar, the figure, the verdict and how many reported."""
    cell, told = row.cells[place], row.captions[place]
    look = _LOOKS[cell.evaluation.verdict]
    lines = row.name.lines
    height = _ROW + _LINE * (len(lines) - 1)
    middle = drawing.y + height // 2
    drawing.down((height - _LINE * len(lines)) // 2 - 3)
    for line in lines:
        drawing.down(_LINE)
        drawing.text(_MARGIN + row.name.indent, line, row.name.style)
    drawing.y = middle + height - height // 2
    layout, feet = drawing.layout, middle + 5
    for part in _bar(cell, axis, look, layout.bar, middle):
        drawing.add(part)
    drawing.add(f'<text x="{layout.figure}" y="{feet}" class="e b">{xml_safe(told.figure)}</text>')
    drawing.add(_sign(look, layout.sign, middle))
    drawing.add(f'<text x="{layout.word}" y="{feet}">{xml_safe(told.word)}</text>')
    style = "e b" if told.is_partial else "e q"
    drawing.add(f'<text x="{layout.coverage}" y="{feet}" class="{style}">{xml_safe(told.marked)}</text>')


def _bar(cell: ProgressCell, axis: Axis, look: _Look, left: int, middle: int) -> Iterator[str]:
    """The track, the bar from 0 to the figure, and the marks of the target."""
    top = middle - _BAR_HEIGHT // 2
    actual = cell.evaluation.actual
    dashed = f' stroke="{_RULE}" stroke-dasharray="3 3"' if actual is None else ""
    track = "#fff" if actual is None else _TRACK
    yield f'<rect x="{left}" y="{top}" width="{_BAR_WIDTH}" height="{_BAR_HEIGHT}" rx="2" fill="{track}"{dashed}/>'
    goal = marks(cell.evaluation.target)
    if len(goal) > 1:
        band = f'fill="{_INK}" fill-opacity=".14"'
        yield _stretch(left, axis.at(goal[0]), axis.at(goal[1]), (top - 4, _BAR_HEIGHT + 8), band)
    if actual is not None and actual != 0:
        low, high = sorted((axis.zero, axis.at(actual)))
        drawn = f'rx="2" fill="{look.fill}" stroke="{look.colour}"'
        yield _stretch(left, low, high, (top, _BAR_HEIGHT), drawn)
    for mark in goal:
        x = _number(left + axis.at(mark) * _BAR_WIDTH)
        yield f'<path d="M{x} {top - 4} v{_BAR_HEIGHT + 8}" stroke="#fff" stroke-width="4"/>'
        yield f'<path d="M{x} {top - 4} v{_BAR_HEIGHT + 8}" stroke="{_INK}" stroke-width="2"/>'


def _stretch(left: int, low: Fraction, high: Fraction, upright: tuple[int, int], look: str) -> str:
    """A box from one place on the scale to another, ``upright`` its top and height."""
    x, length = _number(left + low * _BAR_WIDTH), _number((high - low) * _BAR_WIDTH)
    return f'<rect x="{x}" y="{upright[0]}" width="{length}" height="{upright[1]}" {look}/>'


def _sign(look: _Look, x: int, y: int) -> str:
    """The sign of a verdict: white strokes on a disc."""
    return (
        f'<g transform="translate({x} {y})"><circle r="7" fill="{look.colour}"/>'
        f'<path d="{look.sign}" fill="none" stroke="#fff" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></g>'
    )


def _legend(drawing: _Drawing, verdicts: Iterable[Verdict], meanings: str, language: Language) -> None:
    """What signs, marks and numbers mean."""
    drawing.down(20)
    drawing.rule()
    drawing.down(22)
    x = _MARGIN + 7
    for verdict in verdicts:
        drawing.add(_sign(_LOOKS[verdict], x, drawing.y - 4))
        words = str(getattr(verdict, language))
        drawing.text(x + 12, words, "q")
        x += 12 + _SMALL * width(words) + 22
    drawing.add(f'<path d="M{x} {drawing.y - 11} v14" stroke="{_INK}" stroke-width="2"/>')
    drawing.text(x + 12, WORDS[language]["mark"], "q")
    drawing.down(4)
    drawing.words(meanings, "q")


def _number(value: Fraction) -> str:
    """A length with one decimal at most, made without floats."""
    whole, tenth = divmod(round(value * 10), 10)
    return f"{whole}.{tenth}" if tenth else str(whole)
