"""The lines that open a signature: a signing prefix, a position known by name, or one known by its form.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7: prefix and position in capitals, the name below. Positions are too
many to list, so below the closing mark or the recipients the form alone tells one.
"""

import re

from vstbpn.reading.appendices import ANNEX, FORM
from vstbpn.reading.lines import Line
from vstbpn.reading.markers import opens_item, read_marker
from vstbpn.reading.type_lines import type_of_line

SIGNING = re.compile(
    r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|Q)\.?\s+[^\W\d_]|"
    r"(?:PHÓ\s+)?(?:QUYỀN\s+)?(?:GIÁM\s+ĐỐC|CHỦ\s+TỊCH|HIỆU\s+TRƯỞNG|TRƯỞNG\s+(?:BAN|PHÒNG)|BỘ\s+TRƯỞNG|THỨ\s+TRƯỞNG|"
    r"THỦ\s+TƯỚNG|BÍ\s+THƯ|CHÁNH\s+VĂN\s+PHÒNG|CỤC\s+TRƯỞNG|VỤ\s+TRƯỞNG|TỔNG\s+GIÁM\s+ĐỐC|VIỆN\s+TRƯỞNG|CHÁNH\s+THANH\s+TRA)"
    r"(?![^\W\d_])"
)
_HEAD_WORD = re.compile(
    r"(?<![^\W\d_])(?:TRƯỞNG|CHÁNH\s+ÁN|CHÁNH|CHỦ|TỔNG|GIÁM|CHỈ\s+HUY|CHÍNH\s+(?:ỦY|UỶ|TRỊ\s+VIÊN)|QUẢN\s+ĐỐC|BÍ\s+THƯ|NGƯỜI\s+LẬP)"
    r"(?![^\W\d_])"
)
_DEPUTY = re.compile(r"P\.\s{0,2}[^\W\d_]")
_PERSON = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|BS|CN|KS|BSCKI{1,2}|CKI{1,2})\.?\s{0,2}){0,3}(?:[^\W\d_][^\W\d_'’]{0,7}[ -]){1,4}[^\W\d_][^\W\d_'’]{0,7}"
)
_RANK = re.compile(
    r"\(|(?:[Đđ]ã\s+ký|[Kk]ý\s+tên)|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy|uý)|(?:Đại|Thượng|Trung|Thiếu)\s+(?:Tá|Úy)|[.…_-]{3,}"
)
_LONGEST_POSITION = 80


def is_signing(text: str, line: Line) -> bool:
    """Whether a line opens a signature: a prefix ("TM.", "KT.") or a position in capitals, and not a sentence."""
    match = SIGNING.match(text, line.start, line.end)
    return (
        match is not None
        and (line.end - line.start) < 160
        and text[line.start : min(line.end, line.start + 6)].upper() == text[line.start : min(line.end, line.start + 6)]
    )


def signs(text: str, lines: list[Line], number: int) -> bool:
    """Whether a line is the position of who signs, by its form: capitals that name a head, or a person's name below."""
    line = lines[number]
    words = text[line.start : line.end]
    if not words.isupper() or len(words) > _LONGEST_POSITION or ANNEX.match(words) or FORM.match(words):
        return False
    deputy = _DEPUTY.match(text, line.start, line.end) is not None
    if (not deputy and read_marker(text, line.start, line.end)) or opens_item(text, line.start, line.end):
        return False
    if (
        words.startswith("CỘNG H")
        or type_of_line(text, line) is not None
        or any(mark in words for mark in "|:;0123456789")
    ):
        return False
    if _HEAD_WORD.search(words):
        return True
    for below in lines[number + 1 : number + 4]:
        under = text[below.start : below.end]
        if not (_RANK.match(under) or (under.isupper() and len(under) <= _LONGEST_POSITION)):
            return _PERSON.fullmatch(under) is not None
    return False
