"""Paragraphs of a plain text and the headings over them (đoạn văn, đề mục), as far as targets need them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vstbpn.goals.finding.numbers import may_hold_figure
from vstbpn.goals.finding.settings import Setting, names_goals, setting_of_title, setting_under
from vstbpn.text import POINT_LETTERS, roman_value

_NUMBERED = (
    r"(?:phần|chương|mục|đi[ềê]u)\s+(?:[0-9]{1,3}|[ivxlc]{1,7})\b|[ivxlc]{1,7}[.)-](?=\s)|[a-z]\.(?=\s)|(?:[0-9]{1,2}\.){1,4}(?=\s)|(?:[0-9]{1,2}|[a-zđ])-(?=\s)"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=\s[^\W\d_])|[0-9]{1,2}[)/]|[a-zđ]\)|(?:mục\s+tiêu|chỉ\s+tiêu|nhiệm\s+vụ)\s+[0-9]{1,2}(?:\.[0-9]{1,2})*"
)
# A dash before a year is the dash of a period, broken over two lines.
_BULLET = r"[-–](?=\s)(?!\s+(?:19|20)[0-9]{2}\b)|[+•*·](?=\s)|#{1,6}(?=\s)"
_BREAK = re.compile(rf"\n(?=[ ]{{0,20}}(?:\n|{_BULLET}|{_NUMBERED}))", re.IGNORECASE)
_MARKER = re.compile(rf"\s*(?:#{{1,6}}\s+)?(?P<bullet>{_BULLET})?\s*(?P<number>{_NUMBERED})?", re.IGNORECASE)
_GOAL_ITEM = re.compile(
    r"[\s\-–+•*#]{0,8}(?:[0-9.]{1,8}\s*)?(?:mục\s+tiêu|chỉ\s+tiêu)\s*(?:[0-9.]{1,6}\s*)?[:.]", re.IGNORECASE
)
_ROMAN = re.compile(r"[ivxlc]{1,7}[.)-]", re.IGNORECASE)
_CAPITAL_LETTER = re.compile(r"(?![IVX])[A-ZĐ][.-]")
_IS_NUMBERED = re.compile(rf"(?:#{{1,6}}\s+)?(?:{_NUMBERED})", re.IGNORECASE)
_LONGEST_HEADING = 220
_LONGEST_BARE_HEADING = 80
_TITLE_RANK, _PART, _CAPITAL, _ARTICLE_RANK, _ROMAN_RANK = -4, -3, -2, -1, 0
_ARABIC, _LETTER, _GOAL, _INTRODUCTION, _BULLET_RANK = 2, 6, 6, 7, 9
_BULLETS = {"*": _BULLET_RANK - 1, "+": _BULLET_RANK + 1}
_BASIS = re.compile(r"\s*(?:Căn\s+cứ|Xét|Theo\s+đề\s+nghị)\s")
# The number of a page between blank lines, inside a sentence.
_PAGE = re.compile(
    r"(?<![\s.;:!?…])\n[ ]{0,80}\n[ ]{0,80}(?:[-–]{1,2}[ ]?)?[0-9]{1,3}(?:[ ]?[-–]{1,2})?[ ]{0,80}\n(?:[ ]{0,80}\n)?[ ]{0,80}(?=[^\W\d_])"
)
_SENTENCE_END = re.compile(r"[.!?]\s")


def joined_pages(text: str) -> str:
    r"""The text with the page numbers filled up that stand inside a sentence, each character in its place.

    >>> joined_pages("số hộ\n\n- 3 -\n\ncó nước sạch").split()
    ['số', 'hộ', 'có', 'nước', 'sạch']
    """

    def blank(match: re.Match[str]) -> str:
        return " " * len(match[0]) if text[match.end()].islower() else match[0]

    return _PAGE.sub(blank, text)


class _Heading(NamedTuple):
    rank: int
    ordinal: int
    setting: Setting


def paragraphs(text: str) -> Iterator[tuple[int, int, Setting]]:
    """The paragraphs of folded text that may hold a figure, each with what its headings say.

    A paragraph ends at a blank line or where a line begins with a bullet or a number. A heading is a short numbered
    paragraph without a full stop; a short paragraph that ends with a colon leads in those behind it. A heading
    holds until the next one of its rank or above.
    """
    headings: tuple[_Heading, ...] = ()
    start = stop = 0
    while start < len(text):
        if stop <= start:
            found = _BREAK.search(text, start)
            stop = found.start() if found else len(text)
        end = _heading_end(text, start, stop)
        if end > start:
            headings = _under(text, start, end, headings)
            if may_hold_figure(text, start, end) and not _BASIS.match(text, start, end):
                setting = headings[-1].setting if headings else Setting()
                yield start, end, setting
        start = end + 1


def _heading_end(text: str, start: int, end: int) -> int:
    """Where the first line of a paragraph ends, if that is a heading above the rest; else where the paragraph ends."""
    line_end = text.find("\n", start, min(end, start + _LONGEST_BARE_HEADING))
    below = text[line_end + 1 : line_end + 2]
    if line_end < 0 or not (below.isupper() or below.isdigit()):
        return end
    line = text[start:line_end].strip()
    if not line or line[-1] in ".,;" or "%" in line:
        return end
    is_heading = line.isupper() or (names_goals(line) and (line[-1] == ":" or _IS_NUMBERED.match(line)))
    return line_end if is_heading else end


def is_goal_item(text: str, start: int, end: int) -> bool:
    """Whether a paragraph says itself that it is a goal ("Chỉ tiêu 1: …")."""
    return _GOAL_ITEM.match(text, start, end) is not None


def _under(text: str, start: int, end: int, above: tuple[_Heading, ...]) -> tuple[_Heading, ...]:
    """The headings that hold behind a paragraph, given those that held over it."""
    marker = _MARKER.match(text, start, end)
    number = marker["number"] if marker else None
    bullet = marker["bullet"] if marker else None
    body = text[start:end].strip() if end - start <= _LONGEST_HEADING else ""
    if marker is None or not (marker["number"] or marker["bullet"]):
        titled = setting_of_title(body)
        if titled is not None:
            return (_Heading(_TITLE_RANK, 0, titled),)
    rank = _rank(number, bullet, body)
    if rank is None:
        return above
    ordinal = _ordinal(number)
    if not _is_heading(body, number):
        closing = next((index for index, held in enumerate(above) if _closes(rank, ordinal, held)), len(above))
        return above[:closing]
    kept = tuple(held for held in above if held.rank < rank)
    outer = kept[-1].setting if kept else Setting()
    if number is None and body.endswith(":"):
        # What leads a list in is the last sentence before it.
        body = _SENTENCE_END.split(body)[-1]
    setting = setting_under(body, outer)
    if number is None and not body.endswith(":") and not setting.in_goals:
        # A bare line of prose that names a year sets none for what follows.
        setting = setting._replace(year=outer.year, when=outer.when)
    return (*kept, _Heading(rank, ordinal, setting))


def _closes(rank: int, ordinal: int, held: _Heading) -> bool:
    """Whether an item closes a heading: the next of its kind, a bullet a bullet, a number what is numbered below it.

    Another number of the same kind is an item under the heading that begins its own count.
    """
    if rank == held.rank:
        return rank >= _INTRODUCTION or ordinal == held.ordinal + 1
    return rank < held.rank < _INTRODUCTION


def _ordinal(number: str | None) -> int:
    """The last number of a marker, or its place in the alphabet; 0 for none."""
    last = number.strip(" .)/-").replace(".", " ").split()[-1] if number else ""
    if last.isdigit():
        return int(last)
    return roman_value(last.upper()) or (POINT_LETTERS.find(last) + 1 if last else 0)


def _rank(number: str | None, bullet: str | None, body: str) -> int | None:
    """How high a paragraph stands, the lower the higher; None for one without a marker that is no heading."""
    if number is not None:
        return _rank_of_number(number)
    if bullet is not None and not bullet.startswith("#"):
        return _BULLETS.get(bullet, _BULLET_RANK)
    if body.endswith(":"):
        return _INTRODUCTION
    if len(body) > _LONGEST_BARE_HEADING or body.endswith((".", ";", ",")):
        return None
    if body.isupper():
        return _ROMAN_RANK
    return _INTRODUCTION if names_goals(body) else None


def _rank_of_number(number: str) -> int:
    word = number.split(maxsplit=1)[0].casefold()
    if word in {"phần", "chương"}:
        return _PART
    if word in {"mục", "chỉ", "nhiệm"} and len(number.split()) > 2:  # "Mục tiêu 1", not "Mục 1".
        return _GOAL
    if number[0].islower() and number[-1] == ")":
        return _LETTER  # "c)" is no Roman number.
    if _CAPITAL_LETTER.fullmatch(number):
        return _CAPITAL
    if word in {"điều", "điêu"}:
        return _ARTICLE_RANK
    if word == "mục":
        return _CAPITAL
    if _ROMAN.fullmatch(number):
        return _ROMAN_RANK
    if number[0].isdigit():
        return _ARABIC + number.strip(".").count(".")
    return _LETTER


def _is_heading(body: str, number: str | None) -> bool:
    if not body or "%" in body:
        return False
    return not body.endswith((".", ";", ",")) or (number is not None and number[0] in "MmCc" and " " in number)
