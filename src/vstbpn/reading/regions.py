"""The regions of a text: which lines are header, title, body and ending of each document it holds.

A decision and the plan it carries stand in one text: each type line ("KẾ HOẠCH", alone or before the title) opens a
document. A blank form attached to a plan stays in the plan's appendices.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from vstbpn.reading.appendices import ANNEX, ANNEX_ALONE, FORM, FORM_BODY, is_blank_form
from vstbpn.reading.lines import Line
from vstbpn.reading.markers import opens_item, read_marker
from vstbpn.reading.signing import is_signing, signs
from vstbpn.reading.type_lines import TypeLine, is_prose, read_type_line, title_type, type_of_line
from vstbpn.text import CAPITAL
from vstbpn.vocabulary import SectionStyle

NATIONAL = re.compile(
    r"C[ỘO]NG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|CHỦ\s+NGHĨA\s+VIỆT\s+NAM|Độc\s+lập\s*[-–]\s*Tự\s+do", re.IGNORECASE
)
PARTY = re.compile(r"ĐẢNG\s+CỘNG\s+SẢN", re.IGNORECASE)
NUMBER_LINE = re.compile(r"[Ss]ố\s?:|[Ss]ố\s+[0-9./…-]")
BASIS = re.compile(
    r"(?:[-+–]\s{0,3})?(?P<words>Căn\s+cứ|Theo\s+đề\s+nghị|Xét(?:\s+đề\s+nghị)?|Thực\s+hiện|Triển\s+khai\s+thực\s+hiện|Theo)(?![^\W\d_])"
)
RECIPIENTS = re.compile(r"Nơi\s+nhận|NƠI\s+NHẬN|Nơi\s+gửi")
ATTACHED = re.compile(r"\(?\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo\s")
CLOSING = re.compile(r"Trên\s+đây\s+là\s")
END_MARK = re.compile(r"\./|/\.")
_PLACE_AND_DATE = re.compile(
    rf"[^\W\d_][^,;.\n]{{1,40}},\s*ngày.{{0,12}}tháng|{CAPITAL}[^\W\d_]{{0,6}}(?: {CAPITAL}[^\W\d_]{{0,6}}){{1,4}} {{1,3}}ngày [0-9]{{1,2}} tháng [0-9]{{1,2}} năm [0-9]{{4}}$"
)
_ATTACHED_WINDOW = 900
_HEADER_BEFORE = 14
_LONGEST_SIGNATURE = 8
_CARRYING = re.compile(r"[Kk]èm\s+theo\s+(?:Quyết|Nghị|Công|Tờ|Thông|Chỉ)\s")
_GOES_ON = re.compile(
    r"(?:^|\s)(?:THỰC\s+HIỆN|BAN\s+HÀNH|TRIỂN\s+KHAI|PHÊ\s+DUYỆT|XÂY\s+DỰNG|VỀ(?:\s+VIỆC)?|CỦA|VÀ|THEO|SỞ|BAN|PHÒNG|VỤ|CỤC|TRƯỜNG|[Vv]ề\s+việc|"
    r"[Bb]an\s+hành|[Tt]hực\s+hiện)$|[,–-]$"
)
_BODY_NAME = re.compile(
    r"(?:[ỦU][ỶY]|UỶ)\s+BAN|UBND|HĐND|HỘI\s|SỞ\s|BỘ\s|PHÒNG\s|TRƯỜNG\s|BAN\s|CHI\s+(?:CỤC|BỘ)\s|ĐẢNG\s+[BỦU]|LIÊN\s+ĐOÀN|CÔNG\s+ĐOÀN"
)
_LONGEST_ISSUER = 4
_SHORT_QUALIFIER = 3
"""How many words behind the type ("PHỐI HỢP", "CÔNG TÁC TUẦN") still leave the title to the line below a blank one."""

_STYLES_OF_AN_ANNEX = frozenset({SectionStyle.PART, SectionStyle.CHAPTER, SectionStyle.ROMAN, SectionStyle.ARTICLE})


_LONGEST_ANNEX_HEADING = 24


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


def _type_lines(text: str, lines: list[Line]) -> list[int]:
    """The lines that open a document; a later one does only where the one before has ended or carries it."""
    found: list[int] = []
    ended, in_header, header, form = False, True, False, -1
    for number, line in enumerate(lines):
        named = read_type_line(text, line) if text[line.start].isupper() or text[line.start] == "(" else None
        if named is not None and named.title is not None and not text[named.start : named.end].isupper() and not header:
            named = None
        if named is not None and not found:
            opens = _opens_first(text, lines, number, named) and (named.title is None or in_header)
        elif named is not None:
            opens = _opens_later(text, lines, number, named, ended=ended) and not (
                form >= 0 and is_blank_form(text, lines, form, number)
            )
        else:
            opens = False
        if opens:
            found.append(number)
            ended, form = False, -1
        elif not ended and (
            RECIPIENTS.match(text, line.start, line.end)
            or END_MARK.search(text, max(line.start, line.end - 4), line.end)
        ):
            ended = True
        elif ended and FORM.match(text, line.start, line.end):
            form = number
        header = header or NUMBER_LINE.match(text, line.start, line.end) is not None
        in_header = in_header and number < _HEADER_BEFORE * 2 and not is_prose(text, line)
    return found


def _opens_first(text: str, lines: list[Line], number: int, named: TypeLine) -> bool:
    """Whether a line names the type of the first document: a heading such as "Kế hoạch" deep in a text does not."""
    if named.title is None:
        return text[named.start : named.end].isupper() or number < _HEADER_BEFORE
    if number and not lines[number].after_blank and _leads_on(text, lines[number - 1]):
        return False
    # Below the type stand title and body; the name of a body stands above number, date and type.
    for line in lines[number + 1 : number + _HEADER_BEFORE]:
        if _opens_body(text, line) or is_prose(text, line):
            break
        below = read_type_line(text, line)
        if NUMBER_LINE.match(text, line.start, line.end) or (below is not None and below.title is None):
            return False
    return True


def _leads_on(text: str, line: Line) -> bool:
    """Whether a line goes on below: the title of another document, of which "KẾ HOẠCH …" is the second line."""
    words = text[line.start : line.end]
    return _GOES_ON.search(words) is not None or title_type(words) is not None or type_of_line(text, line) is not None


def _opens_later(text: str, lines: list[Line], number: int, named: TypeLine, *, ended: bool) -> bool:
    """Whether a line opens a document after another: what is more than a type needs a header above or its act below."""
    line = lines[number]
    if not text[named.start : named.end].isupper():
        return False
    if named.title is None:
        return ended or _is_attached(text, line)
    if _leads_on(text, lines[number - 1]):
        return False
    for above in lines[max(0, number - 4) : number]:
        if ANNEX.match(text, above.start, above.end):
            return False
    header = any(
        NATIONAL.search(text, above.start, above.end) or PARTY.match(text, above.start, above.end)
        for above in lines[max(0, number - 4) : number]
    )
    if ended and header:
        return True
    for below in lines[number + 1 : number + 6]:
        if ATTACHED.match(text, below.start, below.end):
            return _CARRYING.search(text, below.start, min(len(text), below.end + 40)) is not None
        if _opens_body(text, below) or is_prose(text, below):
            break
    return False


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
    first = _issuer_above(text, lines, above, first)
    # Beside the national title stands the body that issues, where a table was flattened.
    while first > above + 1 and "\n" not in text[lines[first - 1].end : lines[first].start]:
        first -= 1
    return first


def _issuer_above(text: str, lines: list[Line], above: int, first: int) -> int:
    """The first line of the body's name that stands, set off by a blank line, right above the national title."""
    number = first
    while number > above + 1 and not lines[number].after_blank and first - number < _LONGEST_ISSUER:
        number -= 1
        if not text[lines[number].start : lines[number].end].isupper():
            return first
    named = number < first and lines[number].after_blank and _BODY_NAME.match(text, lines[number].start) is not None
    return number if named else first


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
    return words.isupper() or _PLACE_AND_DATE.match(words) is not None


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


def _title_end(text: str, lines: list[Line], type_line: int, end: int) -> int:
    number = type_line + 1
    named = read_type_line(text, lines[type_line])
    begun = named is not None and named.title is not None
    words_behind = len(text[named.title : lines[type_line].end].split()) if named and named.title is not None else 0
    taken = int(words_behind > _SHORT_QUALIFIER)
    while number < end:
        line = lines[number]
        words = text[line.start : line.end]
        if ATTACHED.match(words):
            number = _past_bracket(text, lines, number, end)
            taken += 1
            continue
        if (taken and line.after_blank) or (begun and is_prose(text, line) and (taken or words[-1] in ".;:")):
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
    """The first line of the ending: recipients or signature, whichever stands first; the first appendix if there is none."""
    closed = annex = None
    for number in range(body, end):
        line = lines[number]
        if annex is None and line.end - line.start <= _LONGEST_ANNEX_HEADING and _heads_annex(text, lines, number, end):
            annex = number
            # Behind the mark that closes the text, the recipients of a form are not the document's.
            if closed is not None and number - closed <= 2:
                return number
        if RECIPIENTS.match(text, line.start, line.end):
            return _signature_above(text, lines, body, number)
        if END_MARK.search(text, max(line.start, line.end - 4), line.end):
            closed = number
        elif closed is not None and number - closed <= 2 and (is_signing(text, line) or signs(text, lines, number)):
            return number
    for number in range(max(body, end - 8), end):
        if is_signing(text, lines[number]) and not BASIS.match(text, lines[min(number + 1, end - 1)].start):
            return number
    return annex if annex is not None and annex > body else end


def _heads_annex(text: str, lines: list[Line], number: int, end: int) -> bool:
    """Whether a line is the heading of an appendix: "Phụ lục I" alone, set off, with a title in capitals below."""
    line = lines[number]
    if not line.after_blank or not ANNEX_ALONE.fullmatch(text, line.start, line.end) or number + 1 >= end:
        return False
    below = lines[number + 1]
    return text[below.start : below.end].isupper() or ATTACHED.match(text, below.start, below.end) is not None


def _signature_above(text: str, lines: list[Line], body: int, recipients: int) -> int:
    """The first line of a signature that stands right above the recipients, or the recipients' own line."""
    first = recipients
    for number in range(recipients - 1, max(body, recipients - _LONGEST_SIGNATURE) - 1, -1):
        words = text[lines[number].start : lines[number].end]
        if is_signing(text, lines[number]):
            first = number
        elif not (words.isupper() or words.istitle() or words.startswith("(")):
            break
    return first


def _annex_start(text: str, lines: list[Line], ending: int, end: int) -> int:
    """The first line after the signature that belongs to an appendix: its heading, or a section of its own."""
    if ending < end and ANNEX_ALONE.fullmatch(text, lines[ending].start, lines[ending].end):
        return ending
    for number in range(ending + 1, end):
        line = lines[number]
        if ANNEX.match(text, line.start, line.end) or FORM.match(text, line.start, line.end):
            return number
        marker = read_marker(text, line.start, line.end) if line.after_blank else None
        if marker is not None and marker.style in _STYLES_OF_AN_ANNEX:
            return number
    return end


def without_form_heads(text: str, lines: list[Line]) -> list[Line]:
    """The lines of appendices but for the head of each blank form: bodies, number, date and type say nothing there."""
    kept: list[Line] = []
    number = 0
    while number < len(lines):
        past = _past_form_head(text, lines, number)
        if past is None:
            kept.append(lines[number])
            number += 1
            continue
        if (
            kept
            and ANNEX.match(text, kept[-1].start, kept[-1].end)
            and not FORM_BODY.match(text, lines[number].start, lines[number].end)
        ):
            kept.append(lines[number])
        number = past
    return kept


def _past_form_head(text: str, lines: list[Line], form: int) -> int | None:
    """The first line past the title of the blank form that a line heads, or None if it heads none."""
    if not FORM.match(text, lines[form].start, lines[form].end):
        return None
    for number in range(form + 1, min(len(lines), form + _HEADER_BEFORE)):
        line = lines[number]
        if read_marker(text, line.start, line.end) is not None or opens_item(text, line.start, line.end):
            return None
        if type_of_line(text, line) is not None:
            return _title_end(text, lines, number, len(lines)) if is_blank_form(text, lines, form, number) else None
    return None
