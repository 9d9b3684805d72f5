"""Texts fitted into lines (dòng chữ): made harmless, measured, wrapped and padded, for the terminal, Markdown and XML."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

# Other marks mean nothing inside a line, or nothing without these.
_SPECIAL = re.compile(r"[\\`*_\[\]|~$@]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ENTITY = re.compile("[&<>]")
# Tabs, line ends and page breaks are of texts; a carriage return that ends no line writes over what stands before it.
_STEERING = re.compile(r"\r(?!\n)|[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_STEERING_IN_NAMES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_STANDS_FOR_IT = "\ufffd"


def one_line(text: str) -> str:
    r"""A text as one line of what can be printed, its letters composed.

    >>> one_line("Trường\tMầm non\n8\x07")
    'Trường Mầm non 8'
    """
    shown = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(unicodedata.normalize("NFC", shown).split())


def harmless(text: str) -> str:
    r"""A text without the characters that steer a terminal; its lines, blanks and letters stay.

    >>> harmless("Sở\x1b[31m Y tế\r\n")
    'Sở�[31m Y tế\r\n'
    """
    return _STEERING.sub(_STANDS_FOR_IT, text)


def harmless_name(name: str) -> str:
    r"""A name of a file, a key or the like on one line, without characters that steer a terminal or turn what follows.

    >>> harmless_name("kế  hoạch\x1b\n.txt")
    'kế  hoạch��.txt'
    """
    return _STEERING_IN_NAMES.sub(_STANDS_FOR_IT, name)


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


def wrapped(text: str, columns: int, room: Callable[[str], int] = _columns) -> list[str]:
    """A line broken into several, none longer than so many columns; at blanks where it has any. At least one.

    ``room`` tells what a character takes, where lines are measured by another unit than columns.

    >>> wrapped("Trường Mầm non Hoa Sen", 11), wrapped("", 5)
    (['Trường Mầm', 'non Hoa Sen'], [''])
    """
    lines: list[str] = []
    filled, blank = 0, room(" ")
    for word in text.split():
        for piece in _pieces(word, columns, room):
            needed = sum(map(room, piece))
            if lines and filled + blank + needed <= columns:
                lines[-1] += f" {piece}"
                filled += blank + needed
            else:
                lines.append(piece)
                filled = needed
    return lines or [""]


def _pieces(word: str, columns: int, room: Callable[[str], int]) -> Iterator[str]:
    """A word in pieces that fit; whole where it does."""
    start = taken = 0
    for place, character in enumerate(word):
        needed = room(character)
        if taken + needed > columns and place > start:
            yield word[start:place]
            start, taken = place, 0
        taken += needed
    yield word[start:]


def markdown_safe(line: str) -> str:
    r"""A line in which Markdown finds no marks of its own.

    >>> print(markdown_safe("Phòng A|B <i> *C*"))
    Phòng A\|B &lt;i&gt; \*C\*
    """
    return _ENTITY.sub(lambda match: _ENTITIES[match[0]], _SPECIAL.sub(r"\\\g<0>", line))


def xml_safe(text: str) -> str:
    r"""A text as one line that XML takes between two tags.

    >>> xml_safe("Sở Y tế & Sở Nội vụ\x00")
    'Sở Y tế &amp; Sở Nội vụ'
    """
    return escape(one_line(text))
