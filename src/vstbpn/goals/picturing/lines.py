"""Texts fitted into lines (dòng chữ): made harmless, measured in columns, wrapped and padded."""

import unicodedata
from collections.abc import Iterator


def one_line(text: str) -> str:
    r"""A text as one line of what can be printed, its letters composed.

    >>> one_line("Trường\tMầm non\n8\x07")
    'Trường Mầm non 8'
    """
    shown = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(unicodedata.normalize("NFC", shown).split())


def width(text: str) -> int:
    """The columns a line takes in a terminal: combining marks take none, wide characters two.

    >>> width("Sở Y tế"), width("女性")
    (7, 4)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """A line filled up with blanks, behind it or before it.

    >>> padded("Sở", 4), padded("62%", 5, right=True)
    ('Sở  ', '  62%')
    """
    blanks = " " * (columns - width(text))
    return blanks + text if right else text + blanks


def wrapped(text: str, columns: int) -> list[str]:
    """A line broken into several, none longer than so many columns; at blanks where it has any. At least one.

    >>> wrapped("Trường Mầm non Hoa Sen", 11), wrapped("", 5)
    (['Trường Mầm', 'non Hoa Sen'], [''])
    """
    lines: list[str] = []
    filled = 0
    for word in text.split():
        for piece in _pieces(word, columns):
            needed = width(piece)
            if lines and filled + 1 + needed <= columns:
                lines[-1] += f" {piece}"
                filled += 1 + needed
            else:
                lines.append(piece)
                filled = needed
    return lines or [""]


def _pieces(word: str, columns: int) -> Iterator[str]:
    """A word in pieces that fit; whole where it does."""
    start = taken = 0
    for place, character in enumerate(word):
        needed = _columns(character)
        if taken + needed > columns and place > start:
            yield word[start:place]
            start, taken = place, 0
        taken += needed
    yield word[start:]
