"""Labels of provisions (số thứ tự của điều khoản): the levels, which label each bears, and the order of labels.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II: phần and chương bear Roman numerals, mục, tiểu mục, điều and khoản
Arabic ones, điểm letters in the order of the Vietnamese alphabet. Documents that are not normative acts mix them.
"""

import re
from functools import lru_cache

from vstbpn.text import POINT_LETTERS, roman_numeral, roman_value

LEVELS = ("appendix", "part", "chapter", "section", "subsection", "article", "clause", "point", "item")
"""The levels of a provision, the highest first."""
RANK = {level: rank for rank, level in enumerate(LEVELS)}
"""How deep a level lies, 0 for the highest."""
VIETNAMESE = {
    "appendix": "Phụ lục", "part": "Phần", "chapter": "Chương", "section": "Mục", "subsection": "Tiểu mục",
    "article": "Điều", "clause": "khoản", "point": "điểm", "item": "tiết",
}  # fmt: skip
"""The word of each level as official Vietnamese writes it: capitals down to Điều (Nghị định 30/2020/NĐ-CP)."""
ENGLISH = {
    "appendix": "Appendix", "part": "Part", "chapter": "Chapter", "section": "Section", "subsection": "Subsection",
    "article": "Article", "clause": "clause", "point": "point", "item": "item",
}  # fmt: skip
"""The word of each level in English."""
ENGLISH_PLURAL = {level: f"{word}s" for level, word in ENGLISH.items()} | {"appendix": "Appendices"}
"""The word of each level in English, of several."""
ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
"""The ordinals of parts (``Phần thứ nhất``), the first first."""

_LOW = "a number such as 5 or 5a, or a letter (a, b, c, d, đ, e, g … without f, j, w, z)"
_HIGH_LABELS = "a number, a Roman numeral or a capital letter"
LABELS_OF = {
    "appendix": _HIGH_LABELS, "part": f"{_HIGH_LABELS}, or 'thứ nhất' and so on", "chapter": _HIGH_LABELS,
    "section": _HIGH_LABELS, "subsection": _HIGH_LABELS, "article": "a number such as 5 or 5a",
    "clause": _LOW, "point": _LOW, "item": _LOW,
}  # fmt: skip
"""What labels each level bears, in words."""

_LETTER = f"[{POINT_LETTERS}]"
_NUMBER = rf"0?[1-9][0-9]{{0,2}}{_LETTER}?(?:\.[0-9]{{1,3}}{_LETTER}?){{0,4}}"
# Articles of the codification (Bộ pháp điển) name the kind of their source: "Điều 8.2.LQ.9".
_CODIFIED = r"[1-9][0-9]?\.[0-9]{1,3}\.(?:LQ|PL|NQ|NĐ|QĐ|TT|TL|CT)(?:\.[0-9]{1,3}){1,3}"
# A numeral up to 399 that is one: IIX is none. It is written without a look ahead, which validators of other languages lack.
_TENS, _ONES = "XC|XL|LX{0,3}|X{1,3}", "IX|IV|VI{0,3}|I{1,3}"
_NUMERAL = f"(?:C{{1,3}}(?:{_TENS})?(?:{_ONES})?|(?:{_TENS})(?:{_ONES})?|{_ONES})"
_ROMAN = rf"{_NUMERAL}{_LETTER}?(?:\.[0-9]{{1,3}}){{0,3}}"
_SMALL = rf"{_LETTER}[0-9]{{0,2}}"
_CAPITAL = r"[A-ZĐ][0-9]{0,2}(?:\.(?:[0-9]{1,3}|[IVX]{1,5})){0,3}"
_HIGH = f"{_NUMBER}|{_ROMAN}|{_CAPITAL}"
_ORDINAL = f"thứ (?:{'|'.join(ORDINALS)})"
SHAPES = {
    "appendix": f"(?:{_HIGH})?",
    "part": f"{_HIGH}|{_ORDINAL}",
    "chapter": f"{_HIGH}|{_ORDINAL}",
    "section": f"{_HIGH}|{_SMALL}",
    "subsection": f"{_HIGH}|{_SMALL}",
    "article": f"{_CODIFIED}|{_NUMBER}|{_ROMAN}",
    "clause": f"{_NUMBER}|{_SMALL}",
    "point": f"{_NUMBER}|{_SMALL}",
    "item": f"{_NUMBER}|{_SMALL}",
}
"""What labels each level bears, as a pattern that means the same in ECMAScript; the only appendix of an act has none."""
_SHAPE = {level: re.compile(shape) for level, shape in SHAPES.items()}
_ROMAN_PIECE = re.compile(rf"([IVXLC]+)({_LETTER}?)")
_PIECE = re.compile(rf"([0-9]*)({_LETTER}?)([0-9]*)")
_CAPITALS = "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ"
_NOT_ROMAN_ALONE = frozenset("CL")
"""Letters that name an appendix C or L sooner than the hundredth or fiftieth."""

Key = tuple[tuple[int, int, int, int], ...]
"""What labels of one level are ordered by."""


@lru_cache(maxsize=4096)
def is_label(level: str, label: str) -> bool:
    """Whether a level can bear a label.

    >>> is_label("point", "đ"), is_label("point", "f"), is_label("chapter", "IIX"), is_label("article", "5a")
    (True, False, False, True)
    """
    return _SHAPE[level].fullmatch(label) is not None


@lru_cache(maxsize=4096)
def label_key(label: str) -> Key:
    """What a label is ordered by: numbers and Roman numerals by value, then letters, đ after d and 5a after 5.

    >>> sorted(["10", "9", "đ", "e", "d", "5a", "5", "6"], key=label_key)
    ['5', '5a', '6', '9', '10', 'd', 'đ', 'e']
    """
    if label.startswith("thứ "):
        return ((0, ORDINALS.index(label[4:]) + 1, 0, 0),)
    return tuple(_piece_key(piece) for piece in label.split(".")) if label else ()


def _piece_key(piece: str) -> tuple[int, int, int, int]:
    roman = _ROMAN_PIECE.fullmatch(piece)
    value = roman_value(roman[1]) if roman and piece not in _NOT_ROMAN_ALONE else None
    if roman and value is not None:
        return (0, value, _letter(roman[2]), 0)
    parts = _PIECE.fullmatch(piece)
    if parts is None:
        # A capital letter, or the letters of a codified article.
        return (2, _CAPITALS.find(piece[0]), int(piece[1:] or 0) if piece[1:].isdigit() else 0, 0)
    number, letter, further = parts.groups()
    return (0, int(number), _letter(letter), 0) if number else (1, _letter(letter), int(further or 0), 0)


def _letter(letter: str) -> int:
    return POINT_LETTERS.index(letter) + 1 if letter else 0


def is_range(first: str, last: str) -> bool:
    """Whether one label stands before another of the same kind.

    >>> is_range("d", "đ"), is_range("5", "5a"), is_range("9", "5"), is_range("a", "5")
    (True, True, False, False)
    """
    begin, end = label_key(first), label_key(last)
    return bool(begin and end) and begin[0][0] == end[0][0] and begin < end


def members(first: str, last: str) -> tuple[str, ...]:
    """The labels of a range, or nothing where they cannot be told: between 5a and 9b the act decides.

    >>> members("c", "e"), members("II", "IV"), members("5a", "9b")
    (('c', 'd', 'đ', 'e'), ('II', 'III', 'IV'), ())
    """
    if first.isdecimal() and last.isdecimal():
        width = len(first) if first.startswith("0") else 0
        return tuple(str(number).zfill(width) for number in range(int(first), int(last) + 1))
    if first in POINT_LETTERS and last in POINT_LETTERS and first and last:
        return tuple(POINT_LETTERS[POINT_LETTERS.index(first) : POINT_LETTERS.index(last) + 1])
    begin, end = roman_value(first), roman_value(last)
    if begin is not None and end is not None and not {first, last} & _NOT_ROMAN_ALONE:
        return tuple(roman_numeral(number) for number in range(begin, end + 1))
    if first in _CAPITALS and last in _CAPITALS and len(first) == len(last) == 1:
        letters = [letter for letter in _CAPITALS if letter not in "FJWZ"]
        return tuple(
            letter for letter in letters if _CAPITALS.index(first) <= _CAPITALS.index(letter) <= _CAPITALS.index(last)
        )
    return ()
