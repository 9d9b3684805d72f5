"""Lines of a document, without mark-up, and the paragraphs they form.

Texts come with one paragraph a line, hard-wrapped, indented as in a printed page, or cut by a page break: where a
paragraph ends is read from the shape of the lines and from the markers that open them.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from vstbpn.reading.markers import opens_item, read_marker
from vstbpn.text import Folded
from vstbpn.vocabulary import SectionStyle

_LINE = re.compile(r"[^\n]+")
_TAB = re.compile("\t")
_PREFIX = re.compile(r"[ >]*(?:#{1,6}[ #]*)?")
_RULE = re.compile(r"[-–—_=*.:~ ]+")
# A wide gap after "Số:", "ngày" or "tháng" is a blank to be filled in, not the space between two columns.
_COLUMNS = re.compile(r"(?<! )(?<!Số)(?<!Số:)(?<!Số :)(?<!ngày)(?<!tháng) {5,}(?=[^\s/])")
_RIGHT_OF_A_TAB = 40
"""The column that stands behind a tab, wherever the tab stops were."""

# What stands in the right column of a header, or in its left one beside the place and date.
_HEADER_CELL = re.compile(
    r"C[ỘO]NG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|Độc\s+lập\s*[-–]|ĐẢNG\s+CỘNG\s+SẢN|[Ss]ố\s?:?\s?[0-9./…]|"
    r"[^\W\d_][^,;:\d]{1,48}(?:\s[0-9]{1,2}(?:,\s[^\W\d_][^,;:\d]{1,40}(?:\s[0-9]{1,2})?)?)?,\s{0,2}ngày",
    re.IGNORECASE,
)
_NATIONAL_CELL = re.compile(
    r"(?<=[^\W\d_]) (?=C[ỘO]NG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ|Độc\s+lập\s*[-–]\s*Tự\s+do|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM$)"
)
_FINAL = ".;:!?…"
_YEAR_AT_END = re.compile(r"[0-9]{4}$|giai đoạn$")
_NUMBER_FOLLOWS = re.compile(r"(?:[0-9]{4}|giai đoạn|(?<![^\W\d_])(?:năm|tháng|ngày|[Ss]ố|khoản|Điều))$")
_NUMBER_CUT_OFF = re.compile(
    r"(?<![^\W\d_])(?:(?:từ|đến|tới|trước|sau|trong|vào|hết|sang|và|cuối|đầu|giữa)\s(?:tháng|ngày|quý)|"
    r"(?<!điều )(?<!tài )khoản|Điều|Mục|(?:hoạch|định|quyết|văn|thị|trình|tư|luận|điện)\ssố)$"
)
"""Words of which the number stands on the next line, where it looks like the number of an item."""

_NUMBER_WITH_A_DOT = re.compile(r"[0-9]{1,3}[.)] ")
_PROVISION = re.compile(r"(?<![^\W\d_])(?:Điều|khoản|điểm)\s[0-9a-zđ]{1,6}$")
_ACT = re.compile(r"(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị)(?![^\W\d_])")
_WRAPPED_RANGE = re.compile(r"[-–] ?[0-9]{4}")
_OPENERS = re.compile(
    r"(?:-\s{0,3})?(?:Căn cứ|Thực hiện (?!ng)|Theo đề nghị|Xét đề nghị|Nơi nhận|Kính gửi|Số\s?:|QUYẾT ĐỊNH|Trên đây)"
)
_PAGE_NUMBER = re.compile(r"[-–] ?[0-9]{1,3} ?[-–]|[0-9]{1,3}")
_WORDS_BELOW = re.compile(r" *\n *[^\W\d_]")
_BLANK_LINE = re.compile(r"[ ]*\n[ ]*(?:\n|$)")
_INDENT_OF_A_PARAGRAPH = 3
_INDENT_OF_A_PAGE_NUMBER = 10
_WIDEST_WRAP = 140
_FEWEST_CUTS, _SHARE_OF_CUTS = 2, 0.25
_HEADER_LINES = 40


class Line(NamedTuple):
    """A line with text on it: where its text begins and ends, how far it is indented, whether a blank line is above."""

    start: int
    end: int
    indent: int
    after_blank: bool
    heading: bool


def split_lines(text: str) -> list[Line]:
    """The lines that hold more than blanks and ornaments; the columns of a printed header become lines of their own."""
    lines: list[Line] = []
    last_end = -1
    for match in _LINE.finditer(text):
        prefix = _PREFIX.match(text, match.start(), match.end())
        start = prefix.end() if prefix else match.start()
        end = match.end()
        while end > start and text[end - 1] == " ":
            end -= 1
        if start == end or (_RULE.fullmatch(text, start, end) and not _is_bare_dash(text, match.start(), start, end)):
            continue
        after_blank = last_end < 0 or text.count("\n", last_end, match.start()) > 1
        if after_blank and end - start < 8 and _is_page_number(text, match.start(), start, end):
            continue
        heading = "#" in text[match.start() : start]
        line = Line(start, end, start - match.start(), after_blank, heading)
        if len(lines) < _HEADER_LINES and "     " in text[start:end]:
            lines.extend(split_columns(text, line))
        else:
            lines.append(line)
        last_end = end
    return lines


def _is_bare_dash(text: str, line_start: int, start: int, end: int) -> bool:
    """Whether a line holds one dash whose words stand right below; a dash in the cell of a table stands for nothing."""
    return (
        end - start == 1
        and text[start] in "-–"
        and start - line_start != 1
        and _WORDS_BELOW.match(text, end) is not None
    )


def _is_page_number(text: str, line_start: int, start: int, end: int) -> bool:
    """Whether a line holds a page number and nothing else, set off by blank lines or far to the right."""
    return _PAGE_NUMBER.fullmatch(text, start, end) is not None and (
        start - line_start >= _INDENT_OF_A_PAGE_NUMBER or _BLANK_LINE.match(text, end) is not None
    )


def with_header_cells(folded: Folded, lines: list[Line]) -> list[Line]:
    """The lines, of which those of a header that a table flattened are cut into their cells."""
    head = [cell for line in lines[:_HEADER_LINES] for cell in _header_cells(folded, line)]
    return [*head, *lines[_HEADER_LINES:]]


def _header_cells(folded: Folded, line: Line) -> Iterator[Line]:
    """The cells of a line of the header: cut by tabs, and where the national title follows a body's name."""
    text = folded.text
    cells = list(tab_columns(folded, line))
    if len(cells) > 1 and any(_HEADER_CELL.match(text, cell.start, cell.end) for cell in cells):
        yield from cells
        return
    gap = _NATIONAL_CELL.search(text, line.start, line.end)
    if gap is not None and text[line.start : gap.start()].isupper():
        yield line._replace(end=gap.start())
        line = line._replace(start=gap.end(), indent=_RIGHT_OF_A_TAB)
    yield line


def tab_columns(folded: Folded, line: Line) -> Iterator[Line]:
    """The cells of a line that tabs cut; a tab behind a dash or a number opens no column."""
    text = folded.text
    start, indent = line.start, line.indent
    for tab in _tabs_between_columns(folded, line):
        if tab < start or not _is_worded(text, start, tab):
            continue
        end = tab
        while text[end - 1] == " ":
            end -= 1
        yield Line(start, end, indent, line.after_blank, line.heading)
        start, indent = tab, _RIGHT_OF_A_TAB
        while text[start] == " ":
            start += 1
    yield Line(start, line.end, indent, line.after_blank, line.heading)


def _tabs_between_columns(folded: Folded, line: Line) -> list[int]:
    """The places of the tabs on a line; none where every blank is a tab, which is just how the file writes blanks."""
    place = folded.span(line.start, line.end)
    words = place.of(folded.source)
    if "\t" not in words or " " not in words:
        return []
    return [folded.index(place.start + tab.start()) for tab in _TAB.finditer(words)]


def _is_worded(text: str, start: int, end: int) -> bool:
    """Whether a cell holds words, not just the mark or number that opens an item."""
    marker = read_marker(text, start, end, bare=True)
    return sum(letter.isalpha() for letter in text[start:end]) > 1 and (marker is None or marker.text_start < end)


def split_columns(text: str, line: Line) -> Iterator[Line]:
    """The cells of a line that a wide gap cuts; ``indent`` is the column each begins in."""
    start, first = line.start, line.start - line.indent
    for gap in _COLUMNS.finditer(text, line.start, line.end):
        if gap.start() > start:
            yield Line(start, gap.start(), start - first, line.after_blank, line.heading)
        start = gap.end()
    yield Line(start, line.end, start - first, line.after_blank, line.heading)


class Paragraph(NamedTuple):
    """A run of lines that belong together: where it begins and ends."""

    start: int
    end: int
    heading: bool


def join_lines(text: str, lines: list[Line]) -> list[Paragraph]:
    """Join the lines of a body into paragraphs."""
    if not lines:
        return []
    width = _wrapping_width(text, lines)
    paragraphs = [Paragraph(lines[0].start, lines[0].end, lines[0].heading)]
    for above, line in pairwise(lines):
        if _opens_paragraph(text, paragraphs[-1], above, line, width):
            paragraphs.append(Paragraph(line.start, line.end, line.heading))
        else:
            paragraphs[-1] = paragraphs[-1]._replace(end=line.end)
    return paragraphs


def _wrapping_width(text: str, lines: list[Line]) -> int | None:
    """The width the text is wrapped at, or None where each line is a paragraph.

    In wrapped text many lines go on below with a small letter; a page of short paragraphs has hardly any such.
    """
    lengths = sorted(line.end - line.start + min(line.indent, 8) for line in lines)
    width = lengths[int(len(lengths) * 0.95)] if len(lengths) > 1 else lengths[0]
    if width > _WIDEST_WRAP:
        return None
    breaks = [(text[above.end - 1], text[line.start]) for above, line in pairwise(lines) if not line.after_blank]
    cut = sum(last not in _FINAL and first.islower() for last, first in breaks)
    words = sum(first.isalnum() for _, first in breaks)
    return width if cut >= _FEWEST_CUTS and cut >= words * _SHARE_OF_CUTS else None


def _opens_paragraph(text: str, paragraph: Paragraph, above: Line, line: Line, width: int | None) -> bool:
    first, last = text[line.start], text[above.end - 1]
    if _is_wrapped_range(text, above, line) or _is_number_cut_off(text, above, line, width):
        return False
    if _is_bare_marker(text, paragraph):
        return line.after_blank or line.heading
    if (
        line.heading
        or opens_item(text, line.start, line.end)
        or read_marker(text, line.start, line.end, bare=True) is not None
    ):
        return True
    goes_on = first.islower() or (
        first.isdigit() and _NUMBER_FOLLOWS.search(text, max(above.start, above.end - 10), above.end) is not None
    )
    open_end = last.isalnum() or last in ",-–("
    if line.after_blank:
        # A page break cuts a sentence: it goes on below with a small letter.
        return not (goes_on and open_end and not line.heading)
    if paragraph.heading and not first.islower():
        return True
    if line.indent >= _INDENT_OF_A_PARAGRAPH and not (first.islower() and open_end):
        return True
    if _OPENERS.match(text, line.start, line.end) and not (
        width and open_end and above.end - above.start > width * 0.8
    ):
        return True
    if (goes_on and last not in ".;:!?") or _is_provision_of(text, above, line):
        return False
    if width is None:
        return True
    full = above.end - above.start + min(above.indent, 8) >= width * (0.85 if last in _FINAL else 0.55)
    short_first_line = above.start == paragraph.start and last not in _FINAL
    return not (full or (short_first_line and _same_case(text, above, line)))


def _same_case(text: str, above: Line, line: Line) -> bool:
    return text[above.start : above.end].isupper() == text[line.start : line.end].isupper()


def _is_wrapped_range(text: str, above: Line, line: Line) -> bool:
    """Whether the line goes on a range of years that the line above began: "giai đoạn 2026" / "- 2030"."""
    return bool(
        not line.after_blank
        and _WRAPPED_RANGE.match(text, line.start, line.end)
        and _YEAR_AT_END.search(text, max(above.start, above.end - 10), above.end)
    )


def _is_number_cut_off(text: str, above: Line, line: Line, width: int | None) -> bool:
    """Whether what looks like an item's number belongs to the full line above: "… từ tháng" / "3. Các đơn vị …"."""
    return (
        width is not None
        and not line.after_blank
        and _NUMBER_WITH_A_DOT.match(text, line.start, line.end) is not None
        and above.end - above.start + min(above.indent, 8) >= width * 0.7
        and _NUMBER_CUT_OFF.search(text, max(above.start, above.end - 20), above.end) is not None
    )


def _is_provision_of(text: str, above: Line, line: Line) -> bool:
    """Whether the line names the act whose provision ends the line above: "… khoản 2 Điều 5" / "Luật Bình đẳng giới"."""
    return bool(
        _ACT.match(text, line.start, line.end)
        and (cited := _PROVISION.search(text, max(above.start, above.end - 24), above.end))
        and cited.start() > above.start
    )


def _is_bare_marker(text: str, paragraph: Paragraph) -> bool:
    """Whether nothing stands in the paragraph so far but a marker or a dash, whose words follow on the next line."""
    if paragraph.end - paragraph.start > 12:
        return False
    marker = read_marker(text, paragraph.start, paragraph.end, bare=True)
    if marker and marker.style is SectionStyle.APPENDIX:
        return False
    at = marker.end if marker else paragraph.start + (1 if text[paragraph.start] in "-–+*•" else 0)
    return paragraph.start < at == paragraph.end
