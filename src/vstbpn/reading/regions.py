"""The regions of a text: which lines are header, title, body and ending of each document it holds.

A decision and the plan it carries stand in one text: each type line ("KẾ HOẠCH" alone on a line) opens a document.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from vstbpn.reading.lines import Line
from vstbpn.reading.markers import opens_item, read_marker
from vstbpn.text import clean
from vstbpn.vocabulary import DocumentType, SectionStyle

NATIONAL = re.compile(
    r"C[ỘO]NG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|CHỦ\s+NGHĨA\s+VIỆT\s+NAM|Độc\s+lập\s*[-–]\s*Tự\s+do", re.IGNORECASE
)
PARTY = re.compile(r"ĐẢNG\s+CỘNG\s+SẢN", re.IGNORECASE)
NUMBER_LINE = re.compile(r"[Ss]ố\s?:|[Ss]ố\s+[0-9./…-]")
BASIS = re.compile(
    r"(?:[-+–]\s{0,3})?(?P<words>Căn\s+cứ|Theo\s+đề\s+nghị|Xét(?:\s+đề\s+nghị)?|Thực\s+hiện|Triển\s+khai\s+thực\s+hiện|Theo)(?![^\W\d_])"
)
RECIPIENTS = re.compile(r"Nơi\s+nhận|NƠI\s+NHẬN|Nơi\s+gửi")
SIGNING = re.compile(
    r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|Q)\.?\s+[^\W\d_]|"
    r"(?:PHÓ\s+)?(?:QUYỀN\s+)?(?:GIÁM\s+ĐỐC|CHỦ\s+TỊCH|HIỆU\s+TRƯỞNG|TRƯỞNG\s+(?:BAN|PHÒNG)|BỘ\s+TRƯỞNG|THỨ\s+TRƯỞNG|"
    r"THỦ\s+TƯỚNG|BÍ\s+THƯ|CHÁNH\s+VĂN\s+PHÒNG|CỤC\s+TRƯỞNG|VỤ\s+TRƯỞNG|TỔNG\s+GIÁM\s+ĐỐC|VIỆN\s+TRƯỞNG|CHÁNH\s+THANH\s+TRA)"
    r"(?![^\W\d_])"
)
ATTACHED = re.compile(r"\(?\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo\s")
ENACTING = re.compile(r"QUYẾT\s+ĐỊNH\s*:|QUYẾT\s+NGHỊ\s*:")
CLOSING = re.compile(r"Trên\s+đây\s+là\s")
END_MARK = re.compile(r"\./|/\.")
_ATTACHED_WINDOW = 900
_HEADER_BEFORE = 14
_LONGEST_SIGNATURE = 8
_ANNEX = re.compile(r"(?:PHỤ\s+LỤC|Phụ\s+lục|BIỂU\s+MẪU|DANH\s+MỤC|DANH\s+SÁCH)(?![^\W\d_])")
_STYLES_OF_AN_ANNEX = frozenset({SectionStyle.PART, SectionStyle.CHAPTER, SectionStyle.ROMAN, SectionStyle.ARTICLE})


class Region(NamedTuple):
    """One document's lines: indices into the list of lines, half-open, in order; appendices stand after the ending."""

    start: int
    type_line: int | None
    title_end: int
    ending: int
    annex: int
    end: int


def find_regions(text: str, lines: list[Line]) -> list[Region]:
    """Cut the lines into documents and each document into its regions."""
    if not lines:
        return []
    types = _type_lines(text, lines)
    starts = [0, *(_header_start(text, lines, above, line) for above, line in pairwise(types))]
    regions = []
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        type_line = types[number] if number < len(types) else None
        body = _body_start(text, lines, start, type_line, end)
        ending = _ending_start(text, lines, body, end)
        regions.append(Region(start, type_line, body, ending, _annex_start(text, lines, ending, end), end))
    return regions


def type_of_line(text: str, line: Line) -> DocumentType | None:
    """The type of document a line names and nothing else, or None."""
    if line.end - line.start > 40:
        return None
    words = text[line.start : line.end]
    kind = DocumentType.named(clean(words))
    return kind if kind is not None and (words.isupper() or words.istitle() or words[0].isupper()) else None


def _type_lines(text: str, lines: list[Line]) -> list[int]:
    """The lines that open a document; a later one does only where the one before has ended or carries it."""
    found: list[int] = []
    ended = False
    for number, line in enumerate(lines):
        if line.end - line.start <= 40 and text[line.start].isupper() and type_of_line(text, line) is not None:
            if not found:
                # A heading such as "Kế hoạch" deep in a text opens no document.
                if text[line.start : line.end].isupper() or number < _HEADER_BEFORE:
                    found.append(number)
                    ended = False
            elif text[line.start : line.end].isupper() and (ended or _is_attached(text, line)):
                found.append(number)
                ended = False
        elif not ended and (
            RECIPIENTS.match(text, line.start, line.end)
            or END_MARK.search(text, max(line.start, line.end - 4), line.end)
        ):
            ended = True
    return found


def _is_attached(text: str, line: Line) -> bool:
    return re.compile(r"[Kk]èm\s+theo\s").search(text, line.end, line.end + _ATTACHED_WINDOW) is not None


def _header_start(text: str, lines: list[Line], above: int, type_line: int) -> int:
    """Where the header above a later type line begins: at its national title, number or place line, or at the type.

    It lies below the type line of the document above.
    """
    first = type_line
    for number in range(type_line - 1, max(above, type_line - _HEADER_BEFORE), -1):
        line = lines[number]
        words = text[line.start : line.end]
        if NATIONAL.search(words) or PARTY.match(words) or NUMBER_LINE.match(words):
            first = number
        elif not words.isupper() and first == type_line and not re.search(r"ngày.{0,12}tháng", words):
            break
    # Beside the national title stands the body that issues, where a table was flattened.
    while first > above + 1 and "\n" not in text[lines[first - 1].end : lines[first].start]:
        first -= 1
    return first


def _body_start(text: str, lines: list[Line], start: int, type_line: int | None, end: int) -> int:
    """The first line after header, type and title."""
    if type_line is not None:
        return _title_end(text, lines, type_line, end)
    number = start
    while number < min(end, start + _HEADER_BEFORE * 2) and (
        _is_header_line(text, lines[number]) or _goes_on_subject(text, lines, start, number)
    ):
        number += 1
    if number == start and number < end and _is_title(text, lines[number]):
        number += 1
    return number


def _is_header_line(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    if (
        NATIONAL.search(words)
        or PARTY.match(words)
        or NUMBER_LINE.match(words)
        or words.startswith(("V/v", "Kính gửi"))
    ):
        return True
    if read_marker(text, line.start, line.end) is not None or opens_item(text, line.start, line.end):
        return False
    if BASIS.match(words):
        return False
    return words.isupper() or re.match(r"[^\W\d_][^,;.\n]{1,40},\s*ngày.{0,12}tháng", words) is not None


def _goes_on_subject(text: str, lines: list[Line], start: int, number: int) -> bool:
    """Whether a line goes on the subject (V/v …) of a dispatch: it begins with a small letter right under it."""
    while number > start and text[lines[number].start].islower() and not lines[number].after_blank:
        number -= 1
        if text.startswith("V/v", lines[number].start):
            return True
    return False


def _is_title(text: str, line: Line) -> bool:
    """Whether a first line opens with a type and reads as a title: "Kế hoạch hoạt động … năm 2021"."""
    words = text[line.start : line.end]
    return len(words) < 300 and words[-1] not in ".;:" and title_type(words) is not None


def title_type(words: str) -> DocumentType | None:
    """The type whose name opens a title, or None."""
    syllables = words.split()
    for count in (4, 3, 2):
        if len(syllables) > count and (kind := DocumentType.named(" ".join(syllables[:count]))):
            return kind
    return None


def _title_end(text: str, lines: list[Line], type_line: int, end: int) -> int:
    number = type_line + 1
    taken = 0
    while number < end:
        line = lines[number]
        words = text[line.start : line.end]
        if ATTACHED.match(words):
            number = _past_bracket(text, lines, number, end)
            taken += 1
            continue
        if taken and line.after_blank:
            break
        if (_opens_body(text, line) and (taken or not _is_worded_like_a_task(words))) or len(words) > 600:
            break
        number, taken = number + 1, taken + 1
    if number < end and ATTACHED.match(text, lines[number].start, lines[number].end):
        number = _past_bracket(text, lines, number, end)
    return number


def _is_worded_like_a_task(words: str) -> bool:
    """Whether a line under the type is the title though it opens as a basis may: "Thực hiện công tác … năm 2021"."""
    return (
        words.startswith(("Thực hiện", "Triển khai"))
        and words[-1] not in ";.:,"
        and not re.search(r"[Ss]ố\s+[0-9]", words)
    )


def _past_bracket(text: str, lines: list[Line], number: int, end: int) -> int:
    """Past the lines of a bracketed "(Kèm theo …)"."""
    for following in range(number, min(end, number + 6)):
        if ")" in text[lines[following].start : lines[following].end]:
            return following + 1
    return number + 1


def _opens_body(text: str, line: Line) -> bool:
    return (
        read_marker(text, line.start, line.end) is not None
        or opens_item(text, line.start, line.end)
        or BASIS.match(text, line.start, line.end) is not None
        or text.startswith("Kính gửi", line.start)
    )


def _ending_start(text: str, lines: list[Line], body: int, end: int) -> int:
    """The first line of the ending: recipients or signature, whichever stands first."""
    closed = None
    for number in range(body, end):
        line = lines[number]
        if RECIPIENTS.match(text, line.start, line.end):
            return _signature_above(text, lines, body, number)
        if END_MARK.search(text, max(line.start, line.end - 4), line.end):
            closed = number
        elif closed is not None and number - closed <= 2 and _is_signing(text, line):
            return number
    for number in range(max(body, end - 8), end):
        if _is_signing(text, lines[number]) and not BASIS.match(text, lines[min(number + 1, end - 1)].start):
            return number
    return end


def _signature_above(text: str, lines: list[Line], body: int, recipients: int) -> int:
    """The first line of a signature that stands right above the recipients, or the recipients' own line."""
    first = recipients
    for number in range(recipients - 1, max(body, recipients - _LONGEST_SIGNATURE) - 1, -1):
        words = text[lines[number].start : lines[number].end]
        if _is_signing(text, lines[number]):
            first = number
        elif not (words.isupper() or words.istitle() or words.startswith("(")):
            break
    return first


def _annex_start(text: str, lines: list[Line], ending: int, end: int) -> int:
    """The first line after the signature that belongs to an appendix: its heading, or a section of its own."""
    for number in range(ending + 1, end):
        line = lines[number]
        if _ANNEX.match(text, line.start, line.end):
            return number
        marker = read_marker(text, line.start, line.end) if line.after_blank else None
        if marker is not None and marker.style in _STYLES_OF_AN_ANNEX:
            return number
    return end


def _is_signing(text: str, line: Line) -> bool:
    match = SIGNING.match(text, line.start, line.end)
    return (
        match is not None
        and (line.end - line.start) < 160
        and text[line.start : min(line.end, line.start + 6)].upper() == text[line.start : min(line.end, line.start + 6)]
    )
