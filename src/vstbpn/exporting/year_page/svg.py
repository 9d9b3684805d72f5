"""A year as a picture (lịch năm dạng hình): twelve months, and beneath them what falls due, on one page of A4.

The picture needs nothing else, reads without its colours, and is the same whenever it is made.
"""

import datetime
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vstbpn.calendars.agenda.entry import CalendarEntry
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.exporting.entry_words import WEEKDAYS, day_words, month_name
from vstbpn.exporting.year_page.entries import NOTHING, Row, check_year, headings, rows_of_year
from vstbpn.exporting.year_page.letters import fitted, room
from vstbpn.exporting.year_page.marks import Mark, Marks, mark_of, marks_of
from vstbpn.lines import xml_safe
from vstbpn.plans.plan import Plan
from vstbpn.vocabulary import Language, check_language

# A4 upright at 96 points an inch.
_WIDTH, _HEIGHT, _MARGIN = 794, 1123, 37
_ACROSS = _WIDTH - 2 * _MARGIN
_MONTHS_ACROSS, _MONTHS_DOWN, _CELL, _HEAD, _WEEKS = 4, 3, 24, 38, 6
_MONTH_WIDTH = 7 * _CELL
_MONTH_STEP = (_ACROSS - _MONTH_WIDTH) // (_MONTHS_ACROSS - 1)
_GAP, _LEGEND = 8, 60
_COLUMN_GAP = 28
_COLUMN = (_ACROSS - _COLUMN_GAP) // 2
_INDENT = 18
_LOWEST_LINE, _HIGHEST_LINE = 21, 27

# Sizes of letters, in tenths of a pixel.
_TITLE, _SUBTITLE, _SMALL, _PLAIN, _NOTE = 200, 110, 95, 110, 98

_INK, _QUIET, _RULE, _REST, _WHITE = "#1f2933", "#52606d", "#d5dbe1", "#eef1f4", "#fff"
_NAVY, _RED, _PALE_RED, _PURPLE = "#1b4b82", "#b3261e", "#fbe4e1", "#7048a8"
_BARS = ("#0b7a5b", "#c8801d")

_STYLE = (
    "text{font-family:system-ui,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',Arial,sans-serif;font-size:11px;"
    f"fill:{_INK}}}.t{{font-size:20px;font-weight:600}}.m{{font-size:12px;font-weight:600;fill:{_NAVY}}}"
    f".d{{font-size:10px;text-anchor:middle}}.w{{font-size:8.5px;text-anchor:middle;fill:{_QUIET}}}"
    f".q{{fill:{_QUIET}}}.n{{font-size:9.8px;fill:{_QUIET}}}.l{{font-size:9.5px;fill:{_QUIET}}}.b{{font-weight:600}}"
    f".r{{fill:{_RED};font-weight:600}}.i{{fill:{_WHITE};font-weight:600}}.h{{fill:{_NAVY};font-weight:600}}"
    f".c{{font-size:8px;font-weight:600;text-anchor:middle;fill:{_NAVY}}}"
)

_COUNTS = {
    "vi": "{deadlines} hạn, {campaigns} đợt hoạt động, {observances} ngày kỷ niệm",
    "en": "Deadlines: {deadlines}; campaigns: {campaigns}; observances: {observances}",
}


def year_to_svg(
    entries: Iterable[CalendarEntry],
    year: int,
    days: WorkCalendar | None = None,
    *,
    document: Plan | str | None = None,
    title: str | None = None,
    lang: Language = "vi",
) -> str:
    """A year as a picture in SVG (lịch năm dạng hình), one page of A4, longer only if the year holds very much.

    Days of rest stand on grey, public holidays and days off by swap are red, deadlines are filled boxes with their number
    where a day has several (with a red edge on a public holiday), and campaigns are bars beneath their days. Each entry is told in words below.

    Args:
        entries: What ``Plan.calendar`` gives, or any other entries; those of other years are left out.
        year: The year.
        days: The working days; by default those of state offices.
        document: The document that orders them, or its name.
        title: The heading; by default the year.
        lang: ``"vi"`` or ``"en"``.

    Raises:
        InvalidValueError: The year is out of range, or there are no words in that language.

    >>> picture = year_to_svg([], 2026)
    >>> picture.count("Tháng "), "Lịch năm 2026" in picture
    (12, True)
    """
    check_language(lang)
    check_year(year)
    top, source = headings(year, title, document, lang)
    working = days or WorkCalendar.bundled()
    rows = rows_of_year(entries, year, lang, working)
    marks = marks_of(rows, year, working)
    counted = _counted(rows, lang)
    drawing = _Drawing()
    drawing.down(_MARGIN - 4)
    drawing.words(top, "t", _TITLE, 24, bold=True)
    drawing.words(source, "q", _SUBTITLE, 15)
    drawing.down(14)
    told = _Columns.of(rows)
    spare = _HEIGHT - _MARGIN - drawing.y - _LEGEND - told.height - _MONTHS_DOWN * (_HEAD + _GAP)
    line = min(max(spare // (_MONTHS_DOWN * _WEEKS), _LOWEST_LINE), _HIGHEST_LINE)
    _grid(drawing, marks, year, line, lang)
    _legend(drawing, rows, marks, lang)
    _list(drawing, told, marks, lang)
    height = max(_HEIGHT, drawing.y + _MARGIN)
    size = f'width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" xml:lang="{lang}">',
        f"<title>{xml_safe(top)}</title>",
        f"<desc>{xml_safe(f'{source}. {counted}' if source else counted)}</desc>",
        f"<style>{_STYLE}</style>",
        f'<rect width="{_WIDTH}" height="{height}" fill="{_WHITE}"/>',
        *drawing.parts,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


class _Drawing:
    """Parts of a picture, drawn from the top down."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.y = 0

    def down(self, by: int) -> None:
        """Go on further below."""
        self.y += by

    def add(self, part: str) -> None:
        self.parts.append(part)

    def add_all(self, parts: Iterable[str]) -> None:
        self.parts.extend(parts)

    def text(self, x: int, words: str, style: str, y: int | None = None) -> None:
        """A line of words, its feet where the drawing is, or at another height."""
        self.add(f'<text x="{x}" y="{self.y if y is None else y}" class="{style}">{xml_safe(words)}</text>')

    def words(self, words: str, style: str, size: int, height: int, *, bold: bool = False) -> None:
        """Words from the margin on, in as many lines as they need."""
        for line in fitted(words, _ACROSS, size, bold=bold) if words else ():
            self.down(height)
            self.text(_MARGIN, line, style)


def _counted(rows: Iterable[Row], language: str) -> str:
    kinds = [row.entry.kind.value for row in rows]
    return _COUNTS[language].format(
        **{f"{kind}s": kinds.count(kind) for kind in ("deadline", "campaign", "observance")}
    )


def _grid(drawing: _Drawing, marks: Marks, year: int, line: int, language: Language) -> None:
    """Twelve months, four in a row, their weeks so many pixels high."""
    step = _HEAD + _WEEKS * line + _GAP
    for month in range(1, 13):
        down, across = divmod(month - 1, _MONTHS_ACROSS)
        left, top = _MARGIN + across * _MONTH_STEP, drawing.y + down * step
        drawing.text(left + 2, month_name(month, language), "m", top + 14)
        drawing.add(f'<path d="M{left} {top + 20} h{_MONTH_WIDTH}" stroke="{_RULE}"/>')
        for weekday, name in enumerate(WEEKDAYS[language]):
            drawing.text(left + weekday * _CELL + _CELL // 2, name, "w", top + 32)
        first, length = monthrange(year, month)
        cells = []
        for number in range(length):
            week, weekday = divmod(first + number, 7)
            place = left + weekday * _CELL, top + _HEAD + week * line
            cells.append(_Cell(datetime.date(year, month, number + 1), *place, line))
        # What is drawn later covers what is drawn before: nothing may lie on the mark of the day before.
        for cell in cells:
            drawing.add_all(_ground(marks, cell))
        for cell in cells:
            drawing.add_all(_day(marks, cell, language))
    drawing.down(_MONTHS_DOWN * step)


class _Cell(NamedTuple):
    """The place of a day."""

    day: datetime.date
    x: int
    y: int
    height: int

    @property
    def middle(self) -> int:
        """Half way down, but for the bars at its foot."""
        return self.y + (self.height - 5) // 2


def _ground(marks: Marks, cell: _Cell) -> Iterator[str]:
    """What lies under a day that is not worked."""
    if cell.day in marks.rest:
        fill = _PALE_RED if cell.day in marks.holidays else _REST
        yield f'<rect x="{cell.x}" y="{cell.y}" width="{_CELL}" height="{cell.height}" fill="{fill}"/>'


def _day(marks: Marks, cell: _Cell, language: Language) -> Iterator[str]:
    """A day: its sign and its number, the bars beneath it, and what a reader is told who points at it."""
    x = cell.x
    rows, bars = marks.rows.get(cell.day, ()), marks.bars.get(cell.day, {})
    holiday = marks.holidays.get(cell.day)
    told = [*(f"{getattr(row.entry.kind, language)}: {row.name}" for row in rows), *(row.name for row in bars.values())]
    told += [holiday] if holiday else []
    if told:
        yield f"<g><title>{xml_safe(' · '.join([day_words(cell.day, language), *told]))}</title>"
    shown = _signs(marks, cell.day)
    for mark in shown:
        yield _sign(mark, x + 3, cell.middle - 7, is_holiday=holiday is not None)
    styles = {Mark.DEADLINE: "d i", Mark.NO_DAY: "d h"}
    style = next((styles[mark] for mark in shown if mark in styles), "d" if holiday is None else "d r")
    yield f'<text x="{x + _CELL // 2}" y="{cell.middle + 4}" class="{style}">{cell.day.day}</text>'
    for lane in sorted(bars):
        yield _bar(bars[lane], cell, _BARS[lane], 3 * lane)
    due = sum(mark_of(row) is not Mark.OBSERVANCE for row in rows)
    if due > 1:
        yield f'<circle cx="{x + 22}" cy="{cell.middle - 6}" r="5" fill="{_WHITE}" stroke="{_NAVY}"/>'
        yield f'<text x="{x + 22}" y="{cell.middle - 3}" class="c">{due if due < 10 else "+"}</text>'
    if told:
        yield "</g>"


def _signs(marks: Marks, day: datetime.date) -> list[Mark]:
    """The box of a day, and the ring about it."""
    kinds = {mark_of(row) for row in marks.rows.get(day, ())}
    boxes: list[Mark] = [mark for mark in (Mark.DEADLINE, Mark.NO_DAY) if mark in kinds]
    if not boxes and day in marks.moved:
        boxes = [Mark.MOVED]
    return boxes[:1] + ([Mark.OBSERVANCE] if Mark.OBSERVANCE in kinds else [])


def _sign(mark: Mark, x: int, y: int, *, is_holiday: bool = False) -> str:
    """The box or ring of a day, 18 wide and 14 high; the box of a deadline hides a red number and has a red edge instead."""
    if mark is Mark.OBSERVANCE:
        return f'<rect x="{x - 1}" y="{y - 0.5}" width="20" height="15.5" rx="7.7" fill="none" stroke="{_PURPLE}" stroke-width="1.6"/>'
    edge = f'stroke="{_RED}" stroke-width="2"' if is_holiday else ""
    open_edge = edge or f'stroke="{_NAVY}" stroke-width="1.6"'
    look = {
        Mark.DEADLINE: f'fill="{_NAVY}" {edge}'.rstrip(),
        Mark.NO_DAY: f'fill="{_WHITE}" {open_edge}',
        Mark.MOVED: f'fill="none" stroke="{_NAVY}" stroke-dasharray="2 2"',
    }[mark]
    return f'<rect x="{x}" y="{y}" width="18" height="14" rx="3" {look}/>'


def _bar(row: Row, cell: _Cell, colour: str, down: int) -> str:
    """The bar of a campaign at the foot of a day; its ends are a little short of those of the day."""
    start, end = (2 if cell.day == row.first else 0), (2 if cell.day == row.last else 0)
    width, y = _CELL - start - end, cell.y + cell.height - 6 + down
    return f'<rect x="{cell.x + start}" y="{y}" width="{width}" height="2" fill="{colour}"/>'


def _legend(drawing: _Drawing, rows: Sequence[Row], marks: Marks, language: Language) -> None:
    """What the marks mean that the page has."""
    seen = {mark_of(row) for row in rows}
    lanes = sorted(set(marks.lanes.values()))
    seen |= {Mark.MOVED} if marks.moved else set()
    seen |= {Mark.HOLIDAY} if marks.holidays else set()
    drawing.add(f'<path d="M{_MARGIN} {drawing.y} H{_WIDTH - _MARGIN}" stroke="{_RULE}"/>')
    drawing.down(18)
    x = _MARGIN
    for mark in (mark for mark in Mark if mark in seen):
        words = str(getattr(mark, language))
        length = 24 + room(words, _SMALL) + 16
        if x > _MARGIN and x + length > _WIDTH - _MARGIN:
            x = _MARGIN
            drawing.down(18)
        drawing.add(_glyph(mark, x, drawing.y - 11, lanes))
        drawing.text(x + 24, words, "l")
        x += length
    drawing.down(10)
    drawing.add(f'<path d="M{_MARGIN} {drawing.y} H{_WIDTH - _MARGIN}" stroke="{_RULE}"/>')


def _glyph(mark: Mark, x: int, y: int, lanes: Iterable[int]) -> str:
    """The sign of a mark, as the legend shows it."""
    if mark is Mark.CAMPAIGN:
        return "".join(
            f'<rect x="{x}" y="{y + 4 + 4 * lane}" width="18" height="2" fill="{_BARS[lane]}"/>' for lane in lanes
        )
    if mark is Mark.HOLIDAY:
        return f'<rect x="{x}" y="{y}" width="18" height="14" fill="{_PALE_RED}"/><text x="{x + 9}" y="{y + 11}" class="d r">1</text>'
    return _sign(mark, x, y)


class _Told(NamedTuple):
    """An entry in words: lines with their styles."""

    row: Row
    lines: tuple[tuple[str, str], ...]

    @property
    def height(self) -> int:
        """How much room it needs."""
        return sum(_HEIGHTS[style] for _, style in self.lines) + 6

    @classmethod
    def of(cls, row: Row, across: int) -> "_Told":
        """An entry whose words have so many pixels."""
        lines = [(line, "p") for line in fitted(row.name, across, _PLAIN)]
        for words in (row.parties, "; ".join(row.remarks)):
            lines += [(line, "n") for line in fitted(words, across, _NOTE)] if words else []
        return cls(row, tuple(lines))


_HEIGHTS: Mapping[str, int] = {"p": 14, "n": 12}


class _Columns(NamedTuple):
    """Every entry in words, in two columns of about the same height; their dates have so many pixels."""

    dates: int
    columns: tuple[tuple[_Told, ...], ...]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "_Columns":
        dates = max((room(row.days, _PLAIN, bold=True) for row in rows), default=0) + 8
        told = tuple(_Told.of(row, _COLUMN - _INDENT - dates) for row in rows)
        half = _half([entry.height for entry in told])
        return cls(dates, (told[:half], told[half:]))

    @property
    def height(self) -> int:
        """How much room the higher column needs."""
        return max(sum(entry.height for entry in column) for column in self.columns)


def _list(drawing: _Drawing, told: _Columns, marks: Marks, language: Language) -> None:
    """Every entry in words."""
    drawing.down(12)
    if not told.columns[0]:
        drawing.words(NOTHING[language], "q", _PLAIN, 15)
        return
    top = drawing.y
    for place, column in enumerate(told.columns):
        drawing.y = top
        for entry in column:
            x = _MARGIN + place * (_COLUMN + _COLUMN_GAP)
            drawing.add(_small_sign(mark_of(entry.row), x, drawing.y + 5, _BARS[marks.lanes.get(entry.row, 0)]))
            _entry(drawing, entry, x + _INDENT, told.dates)
    drawing.y = top + told.height


def _half(heights: Sequence[int]) -> int:
    """How many entries stand in the first column, so that neither is much higher than the other."""
    whole, above = sum(heights), 0
    best, highest = len(heights), whole
    for count, height in enumerate(heights, start=1):
        above += height
        if max(above, whole - above) < highest:
            best, highest = count, max(above, whole - above)
    return best


def _entry(drawing: _Drawing, told: _Told, x: int, dates: int) -> None:
    """An entry: its days and its words."""
    drawing.text(x, told.row.days, "b", drawing.y + 14)
    for words, style in told.lines:
        drawing.down(_HEIGHTS[style])
        drawing.text(x + dates, words, "n" if style == "n" else "p")
    drawing.down(6)


def _small_sign(mark: Mark, x: int, y: int, bar: str) -> str:
    """The sign before an entry."""
    if mark is Mark.CAMPAIGN:
        return f'<rect x="{x}" y="{y + 3}" width="12" height="3" fill="{bar}"/>'
    look = {
        Mark.DEADLINE: f'rx="2" fill="{_NAVY}"',
        Mark.NO_DAY: f'rx="2" fill="{_WHITE}" stroke="{_NAVY}" stroke-width="1.6"',
        Mark.OBSERVANCE: f'rx="5" fill="none" stroke="{_PURPLE}" stroke-width="1.6"',
        Mark.HOLIDAY: f'fill="{_RED}"',
    }[mark]
    return f'<rect x="{x + 1}" y="{y}" width="10" height="10" {look}/>'
