"""Numbers in words (số viết bằng chữ), as far as targets are written with them: "hai mươi phần trăm", "một phần ba"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_ONES = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_AFTER_TENS = {**_ONES, "mốt": 1, "lăm": 5, "nhăm": 5}
del _AFTER_TENS["năm"]  # "hai mươi năm" are twenty years.
_TEN = 10
_HUNDRED = 100
_THOUSAND = 1000
_WORDS = (*_AFTER_TENS, "năm", "không", "mười", "mươi", "trăm", "linh", "lẻ", "nghìn", "ngàn")
_WORD = rf"(?:{'|'.join(_WORDS)})(?!\w)"
NUMERAL = rf"{_WORD}(?:\s{{1,3}}(?:phẩy\s{{1,3}})?{_WORD}){{0,11}}"
"""A pattern for words of numbers; which of them are a number ``read_number`` tells."""
SPELLED_INSIDE = rf"\s?{NUMERAL}(?:\s{{1,3}}phần\s{{1,3}}trăm|\s?%)?\s?\)"
SPELLED = rf"\({SPELLED_INSIDE}"
"""A pattern for a number said once more in words, in brackets: "02 (hai) câu lạc bộ"."""

_PARTS = rf"(?:{'|'.join(_ONES)}|mười)"
# "một phần năm 2025", "một phần tư liệu" and "một phần sáu tháng" are parts of something else.
_PART = (
    rf"{_PARTS}(?!\w|\s{{1,3}}(?:[0-9]|học|nay|sau|trước|qua|tháng|năm|ngày|giờ|tuần|liệu|nhân|tưởng|vấn|pháp|cách))"
)
_TIMES = {"đôi": Decimal(2), "rưỡi": Decimal("1.5")}
_CLEARLY = (
    r"ít\s{1,3}nhất|nhiều\s{1,3}nhất|tối\s{1,3}thiểu|tối\s{1,3}đa|không\s{1,3}(?:quá|dưới|ít\s{1,3}hơn)|khoảng|gấp"
)
_ANCHOR = re.compile(
    rf"(?<!\w)(?:phần\s{{1,3}}(?:(?P<percent>trăm)(?!\w)|(?P<parts>{_PART}))"
    r"|(?P<half>(?:(?:một|phân)\s{1,3})?nửa)(?!\w|\s{1,3}(?:đầu|cuối|năm|thế|đời|giờ|ngày|tháng|nhiệm|còn|kia|sau|trước|buổi))"
    r"|gấp\s{1,3}(?P<times>đôi|rưỡi)(?!\w)"
    rf"|(?:{_CLEARLY})\s{{1,3}}(?P<count>{NUMERAL})(?=\s{{1,3}}(?!(?:nửa|phần)(?!\w))[^\W\d_])"
    rf"|(?:trên|hơn)\s{{1,3}}(?P<many>(?:{'|'.join(_ONES)})\s{{1,3}}(?:mươi|trăm|nghìn|ngàn)(?:\s{{1,3}}{_WORD}){{0,9}})(?=\s{{1,3}}[^\W\d_]))",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?<!\w)(?P<numeral>{NUMERAL})\s{{1,3}}\Z", re.IGNORECASE)
_ONE_BEFORE = re.compile(rf"(?<!\w)(?P<numeral>{_PARTS})\s{{1,3}}\Z", re.IGNORECASE)
_IN_DIGITS = re.compile(r"\s?\(\s?[0-9]{1,6}(?:[.,/][0-9]{1,3})?\s?%?\s?\)")
_WINDOW = 60
_DIGIT = re.compile("[0-9]")
# Figures in words stand beside one of these; most prose holds none, and literals are looked for quickly.
_GATE = re.compile(r"(?:phần|nửa|Nửa|nhất|thiểu|đa|quá|dưới|hơn|khoảng|trên|gấp)\s")


class Spelled(NamedTuple):
    """A number in words where it stands; ``unit`` is "%", "lần" or "/3", or "" where the noun behind it is counted."""

    start: int
    end: int
    value: Decimal
    unit: str


def may_hold_figure(text: str, start: int, end: int) -> bool:
    """Whether digits, or words that may be a figure, stand in a stretch of folded text."""
    if _DIGIT.search(text, start, end):
        return True
    return _GATE.search(text, start, end) is not None and _ANCHOR.search(text, start, end) is not None


def spelled_numbers(text: str, start: int, end: int) -> Iterator[Spelled]:
    """The figures in words in folded text, in order.

    Such words are taken for a figure only before "phần trăm", in fractions, and before what a comparing word counts:
    in other prose "năm" is a year, and "một" an article.

    >>> text = "ít nhất một phần ba số xã, hai mươi lăm phần trăm số hộ"
    >>> [(found.value, found.unit) for found in spelled_numbers(text, 0, len(text))]
    [(Decimal('1'), '/3'), (Decimal('25'), '%')]
    """
    if _GATE.search(text, start, end) is None:
        return
    for match in _ANCHOR.finditer(text, start, end):
        found = _spelled(text, start, match)
        if found is not None:
            aside = _IN_DIGITS.match(text, found.end, end)
            yield found._replace(end=aside.end()) if aside else found


def _spelled(text: str, start: int, match: re.Match[str]) -> Spelled | None:
    kind = match.lastgroup or ""
    if kind == "half":
        return Spelled(match.start(), match.end(), Decimal(1), "/2")
    if kind == "times":
        return Spelled(match.start(kind), match.end(kind), _TIMES[match[kind].casefold()], "lần")
    if kind in {"count", "many"}:
        value = read_number(match[kind])
        return None if value is None else Spelled(match.start(kind), match.end(kind), value, "")
    pattern = _BEFORE if kind == "percent" else _ONE_BEFORE
    before = pattern.search(text, max(start, match.start() - _WINDOW), match.start())
    value = read_number(before["numeral"]) if before else None
    if before is None or value is None:
        return None
    if kind == "percent":
        return Spelled(before.start(), match.end(), value, "%")
    parts = read_number(match["parts"])
    if parts is None or not 0 < value <= parts or parts == 1:
        return None
    return Spelled(before.start(), match.end(), value, f"/{parts}")


def read_number(words: str) -> Decimal | None:
    """The number some words say, below a million; None where they say none.

    >>> read_number("hai mươi lăm"), read_number("một nghìn hai trăm linh năm"), read_number("mười hai phẩy năm")
    (Decimal('25'), Decimal('1205'), Decimal('12.5'))
    >>> read_number("hai mươi năm") is None
    True
    """
    whole, _, decimals = " ".join(words.casefold().split()).partition(" phẩy ")
    value = _whole(whole.split())
    if value is None:
        return None
    if not decimals:
        return Decimal(value)
    digit = {**_ONES, "không": 0}.get(decimals)
    return None if digit is None else Decimal(f"{value}.{digit}")


def _whole(words: list[str]) -> int | None:
    for at, word in enumerate(words):
        if word in {"nghìn", "ngàn"}:
            thousands, rest = _below_thousand(words[:at]), words[at + 1 :]
            below = _below_thousand(rest) if rest else 0
            return None if not thousands or below is None else thousands * _THOUSAND + below
    return _below_thousand(words)


def _below_thousand(words: list[str]) -> int | None:
    if len(words) > 1 and words[1] == "trăm":
        hundreds = 0 if words[0] == "không" else _ONES.get(words[0])
        rest = words[2:]
        if hundreds is None:
            return None
        if not rest:
            return hundreds * _HUNDRED or None
        below = _ONES.get(rest[1]) if rest[0] in {"linh", "lẻ"} and len(rest) == 2 else _tens(rest)
        return None if below is None else hundreds * _HUNDRED + below
    if not words:
        return None
    return _ones(words) if len(words) == 1 else _tens(words)


def _ones(words: list[str]) -> int | None:
    return _TEN if words == ["mười"] else _ONES.get(words[0])


def _tens(words: list[str]) -> int | None:
    """Ten and above: "mười lăm", "hai mươi", "hai mươi mốt"."""
    if words[0] == "mười":
        tens, rest = 1, words[1:]
    elif len(words) > 1 and words[1] == "mươi" and words[0] in _ONES and words[0] != "một":
        tens, rest = _ONES[words[0]], words[2:]
    else:
        return None
    if not rest:
        return tens * _TEN
    ones = _AFTER_TENS.get(rest[0]) if len(rest) == 1 else None
    return None if ones is None else tens * _TEN + ones
