"""Paragraphs of a plain text and the headings over them (đoạn văn, đề mục), as far as targets need them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vstbpn.goals.years import find_years
from vstbpn.text import POINT_LETTERS, roman_value

_NUMBERED = (
    r"(?:phần|chương|mục|điều)\s+(?:[0-9]{1,3}|[ivxlc]{1,7})\b|[ivxlc]{1,7}[.)-](?=\s)|[a-z]\.(?=\s)|(?:[0-9]{1,2}\.){1,4}(?=\s)"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=\s[^\W\d_])|[0-9]{1,2}[)/]|[a-zđ]\)|(?:mục\s+tiêu|chỉ\s+tiêu|nhiệm\s+vụ)\s+[0-9]{1,2}(?:\.[0-9]{1,2})*"
)
# A dash before a year is the dash of a period, broken over two lines.
_BULLET = r"[-–](?=\s)(?!\s+(?:19|20)[0-9]{2}\b)|[+•*·](?=\s)|#{1,6}(?=\s)"
_BREAK = re.compile(rf"\n(?=[ ]{{0,20}}(?:\n|{_BULLET}|{_NUMBERED}))", re.IGNORECASE)
_MARKER = re.compile(rf"\s*(?:#{{1,6}}\s+)?(?P<bullet>{_BULLET})?\s*(?P<number>{_NUMBERED})?", re.IGNORECASE)
_GOALS = re.compile(
    r"(?P<other>kết\s+quả|đánh\s+giá|tình\s+hình|thực\s+trạng|nhiệm\s+vụ|giải\s+pháp|kinh\s+phí|tổ\s+chức|chương\s+trình\s+mục\s+tiêu)|(?P<goals>mục\s+tiêu|chỉ\s+tiêu)",
    re.IGNORECASE,
)
_GOAL_ITEM = re.compile(
    r"[\s\-–+•*#]{0,8}(?:[0-9.]{1,8}\s*)?(?:mục\s+tiêu|chỉ\s+tiêu)\s*(?:[0-9.]{1,6}\s*)?[:.]", re.IGNORECASE
)
_OF_A_YEAR = re.compile(r"năm\s+(?P<year>(?:19|20)[0-9]{2})(?![0-9]|\s?[-–]\s?[0-9])", re.IGNORECASE)
_DIGIT = re.compile("[0-9]")
_ROMAN = re.compile(r"[ivxlc]{1,7}[.)-]|[A-ZĐ]\.", re.IGNORECASE)
_LONGEST_HEADING = 220
_LONGEST_BARE_HEADING = 80
_PART, _ROMAN_RANK, _ARABIC, _LETTER, _GOAL, _INTRODUCTION, _BULLET_RANK = 0, 1, 2, 6, 6, 7, 9
_BULLETS = {"*": _BULLET_RANK - 1, "+": _BULLET_RANK + 1}
_RESULTS = re.compile(r"kết|đánh|tình|thực", re.IGNORECASE)


class Setting(NamedTuple):
    """What the headings over a paragraph say: whether of goals, and by which year."""

    in_goals: bool = False
    in_results: bool = False
    year: int | None = None


def setting_under(heading: str, outer: Setting) -> Setting:
    """What holds under a heading that stands in a setting itself.

    >>> setting_under("CHỈ TIÊU ĐẾN NĂM 2030", Setting())
    Setting(in_goals=True, in_results=False, year=2030)
    >>> setting_under("Kết quả thực hiện mục tiêu", Setting()).in_goals
    False
    """
    word = _GOALS.search(heading)
    year = next((year.year for year in find_years(heading, 0, len(heading), named=True)), None)
    if year is None and word is not None and word["goals"] and (stated := _OF_A_YEAR.search(heading, word.end())):
        year = int(stated["year"])
    return Setting(
        in_goals=outer.in_goals if word is None else word["goals"] is not None,
        in_results=outer.in_results if word is None else _RESULTS.match(word[0]) is not None,
        year=year or outer.year,
    )


class _Heading(NamedTuple):
    rank: int
    ordinal: int
    setting: Setting


def paragraphs(text: str) -> Iterator[tuple[int, int, Setting]]:
    """The paragraphs of folded text that hold a digit, each with what its headings say.

    A paragraph ends at a blank line or where a line begins with a bullet or a number. A heading is a short numbered
    paragraph without a full stop; a short paragraph that ends with a colon leads in those behind it. A heading
    holds until the next one of its rank or above.
    """
    headings: tuple[_Heading, ...] = ()
    start = 0
    while start < len(text):
        stop = _BREAK.search(text, start)
        end = stop.start() if stop else len(text)
        if end > start:
            headings = _under(text, start, end, headings)
            if _DIGIT.search(text, start, end):
                setting = headings[-1].setting if headings else Setting()
                yield start, end, setting._replace(in_goals=setting.in_goals or is_goal_item(text, start, end))
        start = end + 1


def is_goal_item(text: str, start: int, end: int) -> bool:
    """Whether a paragraph says itself that it is a goal ("Chỉ tiêu 1: …")."""
    return _GOAL_ITEM.match(text, start, end) is not None


def _under(text: str, start: int, end: int, above: tuple[_Heading, ...]) -> tuple[_Heading, ...]:
    """The headings that hold behind a paragraph, given those that held over it."""
    marker = _MARKER.match(text, start, end)
    number = marker["number"] if marker else None
    bullet = marker["bullet"] if marker else None
    body = text[start:end].strip() if end - start <= _LONGEST_HEADING else ""
    rank = _rank(number, bullet, body)
    if rank is None:
        return above
    ordinal = _ordinal(number)
    if not _is_heading(body, number):
        closing = next((index for index, held in enumerate(above) if _closes(rank, ordinal, held)), len(above))
        return above[:closing]
    kept = tuple(held for held in above if held.rank < rank)
    outer = kept[-1].setting if kept else Setting()
    setting = setting_under(body, outer)
    if number is None and not body.endswith(":") and not setting.in_goals:
        # A bare line of prose that names a year sets none for what follows.
        setting = setting._replace(year=outer.year)
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
    """How high a paragraph stands, 0 the highest; None for one without a marker that is no heading."""
    if number is not None:
        word = number.split()[0].casefold()
        if word in {"phần", "chương"}:
            return _PART
        if word in {"mục", "chỉ", "nhiệm"} and len(number.split()) > 2:
            return _GOAL
        if _ROMAN.fullmatch(number) or word == "mục":
            return _ROMAN_RANK
        if number[0].isdigit():
            return _ARABIC + number.strip(".").count(".")
        return _ARABIC if word == "điều" else _LETTER
    if bullet is not None and not bullet.startswith("#"):
        return _BULLETS.get(bullet, _BULLET_RANK)
    if body.endswith(":"):
        return _INTRODUCTION
    if len(body) > _LONGEST_BARE_HEADING or body.endswith((".", ";", ",")):
        return None
    if body.isupper():
        return _ROMAN_RANK
    return _INTRODUCTION if _GOALS.search(body) else None


def _is_heading(body: str, number: str | None) -> bool:
    if not body or "%" in body:
        return False
    return not body.endswith((".", ";", ",")) or (number is not None and number[0] in "MmCc" and " " in number)
