"""The markers that open numbered sections and items (ký hiệu đề mục).

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (Phần, Chương, Mục, Điều, khoản, điểm; I, 1, a); for the Party
Hướng dẫn 36-HD/VPTW (``I-``). The point letters have đ after d and lack f, j, w, z.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from vstbpn.text import CAPITAL, roman_value
from vstbpn.vocabulary import ItemMark, SectionStyle


class Marker(NamedTuple):
    """A marker: its style, the number in it, the word before the number if any, and where it and its blanks end."""

    style: SectionStyle
    number: str
    word: str
    start: int
    end: int
    text_start: int


_WORDED = re.compile(
    r"(?P<word>PHỤ LỤC|Phụ lục|PHẦN|Phần|CHƯƠNG|Chương|MỤC TIÊU|Mục tiêu|CHỈ TIÊU|Chỉ tiêu|NHIỆM VỤ|Nhiệm vụ|TIỂU MỤC|Tiểu mục|MỤC|Mục|ĐIỀU|Điều)"
    r"\s{1,3}(?P<number>(?:(?:THỨ|thứ|Thứ)\s{1,3}[^\W\d_]{2,5}|[IVXLC]{1,7}|[0-9]{1,3}[a-zđ]?(?:\.[0-9A-ZĐ]{1,4}){0,4}))"
    r"(?![\w%])\s{0,2}(?P<mark>[.:)–-]?)(?=\s|$|[^\W\d_])"
)
_APPENDIX = re.compile(r"(?P<word>PHỤ LỤC|Phụ lục)\s*")
_ROMAN = re.compile(r"(?P<number>[IVXLC]{1,7})\s{0,2}(?P<mark>[.:/)–-])(?=\s{0,3}[^\s.]|\s*$)")
_ARABIC = re.compile(r"(?P<number>[0-9]{1,3})\s{0,2}(?P<mark>[.)](?=\s|[^\W\d_]|$)|/(?=\s|$)|-(?=\s[^\W\d_]))")
_DECIMAL = re.compile(r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){1,4})(?P<mark>[.)]?)(?=\s|[^\W\d_]|$)")
_UNDOTTED = re.compile(rf"(?P<number>[0-9]{{1,2}}) (?={CAPITAL}[^\W\d_]{{0,8}}[ :])")
_LETTER = re.compile(r"(?P<number>[a-zđ])\s?(?P<mark>[).]|/(?=\s))(?=\s|[^\W\d_]{2}|$)")
_UPPER = re.compile(r"(?P<number>[A-EG-IK-VXYĐ])(?P<mark>[.)])(?=\s)")
_ACT = re.compile(
    r"(?:Hiến\s+pháp|Bộ\s+luật|Luật|Pháp\s+lệnh|Nghị\s+(?:quyết|định)|Quyết\s+định|Thông\s+tư|Quy\s+(?:chế|định)|Kế\s+hoạch|"
    r"Chương\s+trình|Đề\s+án)(?![^\W\d_])"
)
"""The type of an act: after a bare "Điều 5" it makes a reference of what looked like a heading."""
_BLANKS = re.compile(r"\s*")
_STYLES = {
    "phụ lục": SectionStyle.APPENDIX,
    "phần": SectionStyle.PART,
    "chương": SectionStyle.CHAPTER,
    "mục": SectionStyle.HEADED_SECTION,
    "tiểu mục": SectionStyle.HEADED_SECTION,
    "điều": SectionStyle.ARTICLE,
    "mục tiêu": SectionStyle.GOAL,
    "chỉ tiêu": SectionStyle.GOAL,
    "nhiệm vụ": SectionStyle.GOAL,
}
_ITEM = re.compile(r"[-–—+*•▪◦●■·\uf02d\uf0b7](?=\s|[^\W\d_]|[“\"(])")
_MARKS = {"+": ItemMark.PLUS, "*": ItemMark.STAR, "-": ItemMark.DASH, "–": ItemMark.DASH, "—": ItemMark.DASH}
_OPENING = "“\"'‘(«["


def read_marker(text: str, start: int, end: int, *, bare: bool = False) -> Marker | None:
    """The marker that opens ``text[start:end]``, or None.

    Args:
        text: Folded text.
        start: Where the paragraph begins.
        end: Where it ends.
        bare: Whether a marker is taken that no words follow, as when they stand on the next line.
    """
    first = text[start]
    if first == "P" and (match := _APPENDIX.fullmatch(text, start, end)):
        return Marker(SectionStyle.APPENDIX, "", match["word"], start, match.end("word"), end)
    if first in "PCMNĐT" and (match := _WORDED.match(text, start, end)):
        return _worded(text, match, end, bare=bare)
    if first in "IVXLC" and (match := _ROMAN.match(text, start, end)):
        return _roman(text, match, end, bare=bare)
    if first.isdigit():
        if match := _DECIMAL.match(text, start, end):
            return _made(text, match, SectionStyle.DECIMAL, end, bare=bare)
        if match := _ARABIC.match(text, start, end):
            return _made(text, match, SectionStyle.ARABIC, end, bare=bare)
        return None
    if match := _LETTER.match(text, start, end):
        if match["mark"] == "." and not text[match.end() : match.end() + 3].lstrip()[:1].isupper():
            return None
        return _made(text, match, SectionStyle.LETTER, end, bare=bare)
    if match := _UPPER.match(text, start, end):
        return _made(text, match, SectionStyle.UPPER_LETTER, end, bare=bare)
    return None


def with_undotted(
    text: str, starts: Sequence[int], ends: Sequence[int], markers: Sequence[Marker | None]
) -> list[Marker | None]:
    """The markers of paragraphs, with those that lost their dot: "2 Yêu cầu" between "1. Mục đích" and "3. Nội dung".

    Args:
        text: Folded text.
        starts: Where each paragraph begins.
        ends: Where each paragraph ends.
        markers: The marker of each paragraph, or None.
    """
    found = list(markers)
    # What number comes next below each paragraph, in the list it stands in; 0 where the list ends.
    following = [0] * len(found)
    for place in range(len(found) - 2, -1, -1):
        below = found[place + 1]
        following[place] = following[place + 1] if below is None else _number_in_list(below, following[place + 1])
    last = 0
    for place, marker in enumerate(found):
        if marker is not None:
            last = _number_in_list(marker, last)
        elif last and text[starts[place]].isdigit() and (match := _UNDOTTED.match(text, starts[place], ends[place])):
            number = int(match["number"])
            if number == last + 1 and following[place] in {0, number + 1}:
                found[place] = Marker(
                    SectionStyle.ARABIC, match["number"], "", match.start(), match.end("number"), match.end()
                )
                last = number
    return found


def _number_in_list(marker: Marker, otherwise: int) -> int:
    """The number of an Arabic marker; 0 at one of a higher level, which ends its list; else what it was."""
    if marker.style is SectionStyle.ARABIC:
        return int(marker.number)
    return otherwise if marker.style in {SectionStyle.DECIMAL, SectionStyle.LETTER} else 0


def _worded(text: str, match: re.Match[str], end: int, *, bare: bool) -> Marker | None:
    word = " ".join(match["word"].casefold().split())
    style = _STYLES[word]
    number = " ".join(match["number"].split())
    text_start = _BLANKS.match(text, match.end(), end).end()  # type: ignore[union-attr]  # The pattern matches the empty text.
    following = text[text_start] if text_start < end else ""
    if not match["mark"] and _ACT.match(text, text_start, end):
        return None
    # "Điều 3 của Luật …" or "Mục tiêu 1 và 2" goes on with a small letter: that is prose, not a heading.
    if following and not (following.isupper() or following.isdigit() or following in _OPENING):
        return None
    if style is SectionStyle.GOAL and not match["mark"] and not bare:
        return None
    if style is SectionStyle.HEADED_SECTION and not match["mark"] and following and not text[text_start:end].isupper():
        return None
    return Marker(style, number, match["word"], match.start(), match.end(), text_start)


def _roman(text: str, match: re.Match[str], end: int, *, bare: bool) -> Marker | None:
    if roman_value(match["number"]) is None:
        return None
    if match["number"] in {"C", "L", "CC", "XC"}:
        if match["mark"] not in ".)":
            return None
        return _made(text, match, SectionStyle.UPPER_LETTER, end, bare=bare)
    return _made(text, match, SectionStyle.ROMAN, end, bare=bare)


def _made(text: str, match: re.Match[str], style: SectionStyle, end: int, *, bare: bool) -> Marker | None:
    text_start = _BLANKS.match(text, match.end(), end).end()  # type: ignore[union-attr]  # The pattern matches the empty text.
    if text_start == end:
        return Marker(style, match["number"], "", match.start(), match.end(), text_start) if bare else None
    following = text[text_start]
    if style is not SectionStyle.LETTER and not (following.isupper() or following.isdigit() or following in _OPENING):
        return None
    if style is SectionStyle.DECIMAL and following.isdigit() and not match["mark"]:
        return None
    return Marker(style, match["number"], "", match.start(), match.end(), text_start)


def opens_item(text: str, start: int, end: int) -> bool:
    """Whether a dash, plus or bullet opens ``text[start:end]``."""
    return _ITEM.match(text, start, end) is not None


def item_mark(character: str) -> ItemMark:
    """The kind of item a character opens."""
    return _MARKS.get(character, ItemMark.DOT)
