"""Words of a text with their places (tách từ), for those who train models on annotations."""

import re
from typing import NamedTuple

from vstbpn.errors import InvalidValueError, shown
from vstbpn.text import CAPITAL

_MARKS = "\u0300-\u036f"
"""Combining marks, which a decomposed text holds after its letters."""
_REST = rf"(?:[^\W_]|[{_MARKS}])*+"
_TOKEN = re.compile(
    # Numbers and symbols: 2351/QĐ-TTg, 30/2020/NĐ-CP, 21-CT/TW, 05/BNV-VP&TH.
    rf"[0-9]{{1,6}}[a-zđ]?[/-](?:[0-9]{{4}}/)?{CAPITAL}{_REST}(?:[/&-][^\W\d_]{_REST})*+"
    # Figures, days and section numbers: 99,5 and 100.000 and 15/6/2021 and 1.1.
    r"|[0-9]++(?:[.,/][0-9]++)*+"
    # Codes without a number: QĐ-TTg, GD&ĐT, TT-BYT.
    rf"|{CAPITAL}[{_MARKS}]?{CAPITAL}{_REST}(?:[/&-]{CAPITAL}{_REST})*+"
    # Syllables, and whatever else stands as one word.
    rf"|[^\W_]{_REST}"
    # Each other sign alone, with the marks upon it.
    rf"|\S[{_MARKS}]*+"
)


class Token(NamedTuple):
    """A word of a text (từ) and where it stands: ``text[start:end]``."""

    text: str
    start: int
    end: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text in order, each with its place (tách từ).

    A token is, the first that fits: a number with its symbol (``2351/QĐ-TTg``), a figure, day or section number (``99,5``,
    ``15/6/2021``, ``1.1``), a code (``GD&ĐT``), a run of letters and digits, which in Vietnamese is a syllable, or any other
    sign alone. Blanks and line ends are no tokens; everything else is in one. Nothing is changed: composed or not, the
    letters are those of the text. The time is in proportion to the text.

    Raises:
        InvalidValueError: Something else than a text was given.

    >>> [token.text for token in tokens_of("1.1. Quyết định số 2351/QĐ-TTg: đạt 99,5% trước 15/6/2021.")]
    ['1.1', '.', 'Quyết', 'định', 'số', '2351/QĐ-TTg', ':', 'đạt', '99,5', '%', 'trước', '15/6/2021', '.']
    """
    if not isinstance(text, str):
        raise InvalidValueError("text", shown(text), "expected a text")
    return tuple(Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text))
