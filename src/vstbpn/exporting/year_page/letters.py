"""How wide letters are (bề rộng chữ), so that words in a picture run into nothing, whatever typeface draws them."""

import unicodedata
from functools import cache

from vstbpn.lines import wrapped

EM = 100
"""What the width of letters is told in: hundredths of their size."""

_BOLD = 117

# Advances in DejaVu Sans, the widest of the usual typefaces, rounded up.
_WIDTHS = {
    30: "ijl'",
    34: "I .,:;|’‘",
    42: "ftJ()[]/\\-",
    46: 'r"!',
    56: "sczL?“”*–",
    60: "xkvy",
    64: "abdeghnopquđơFEST0123456789",
    71: "ABCKPRVXYZư_$",
    80: "DĐGHNOQU&",
    84: "w→+<>=~^#",
    88: "MƯ",
    100: "mWƠ%@",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


@cache
def letter_room(letter: str) -> int:
    """What a letter takes, in hundredths of its size; tone marks take nothing.

    >>> letter_room("ệ") == letter_room("e"), letter_room("\u0302")
    (True, 0)
    """
    if unicodedata.category(letter) in {"Mn", "Me"}:
        return 0
    known = _WIDTH_OF.get(letter)
    if known is not None:
        return known
    # Marks come off one by one: "Ờ" is as wide as "Ơ", which is wider than "O".
    base = unicodedata.decomposition(letter).partition(" ")[0]
    return letter_room(chr(int(base, 16))) if base and not base.startswith("<") else EM


def room(text: str, size: int, *, bold: bool = False) -> int:
    """What a line takes, in pixels, rounded up, at a size in tenths of a pixel.

    >>> room("Tháng 6", 110), room("Tháng 6", 110, bold=True)
    (46, 54)
    """
    hundredths = sum(map(letter_room, text)) * (_BOLD if bold else EM)
    return -(-hundredths * size // (EM * EM * 10))


def fitted(text: str, across: int, size: int, *, bold: bool = False) -> list[str]:
    """A text in lines no longer than so many pixels."""
    return wrapped(text, across * EM * EM * 10 // (size * (_BOLD if bold else EM)), letter_room)
