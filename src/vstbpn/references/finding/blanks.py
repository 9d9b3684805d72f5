"""What may stand between the words of a reference (khoảng trống): blanks and one line end, never a blank line."""

import re

_OPTIONAL = r"(?:[ ]{0,12}\n?[ ]{0,12})"
_SPACE = rf"(?:(?=[ \n]){_OPTIONAL})"
BLANK_LINE = re.compile(r"\n *\n")


def spaced(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    r"""Compile a pattern in which a blank stands for blanks or a wrapped line's end, and ``~`` for the same or nothing.

    >>> spaced("của Chính phủ").fullmatch("của\nChính  phủ") is not None
    True
    >>> spaced("của Chính phủ").fullmatch("của\n\nChính phủ") is None
    True
    """
    return re.compile(pattern.replace(" ", _SPACE).replace("~", _OPTIONAL), flags)


def has_blank_line(text: str, start: int, end: int) -> bool:
    r"""Whether a blank line stands between two places of folded text.

    >>> has_blank_line("Luật\n \nTrẻ em", 4, 7)
    True
    """
    return BLANK_LINE.search(text, start, end) is not None
