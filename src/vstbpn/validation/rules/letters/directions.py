"""Which marks of writing direction (dấu hướng chữ) are to be left: those about letters that are read from right to left."""

import re
from bisect import bisect_left
from collections.abc import Sequence

_CLOSER_OF = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_OF_ANY_LINE = re.compile("[\u202a-\u202e\u2066-\u2069\n\r\u2029]")
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")


def directions_kept(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The places of marks that are not to be deleted, of those within some runs of invisible characters.

    Of a pair both are kept or neither. They are kept where one of them is in no run, or a letter that is read from right
    to left stands between; a mark without a partner is kept where such a letter stands on its line.
    """
    letters = [match.start() for match in _FROM_THE_RIGHT.finditer(text)]
    starts = [start for start, _ in spans]
    kept: set[int] = set()

    def is_deleted(at: int) -> bool:
        number = bisect_left(starts, at + 1) - 1
        return number >= 0 and at < spans[number][1]

    for first, last, low, high in _pairs(text):
        places = {first, last} - {-1}
        if _holds(letters, low, high) or not all(map(is_deleted, places)):
            kept |= places
    return frozenset(kept)


def _holds(places: Sequence[int], low: int, high: int) -> bool:
    at = bisect_left(places, low)
    return at < len(places) and places[at] < high


def _pairs(text: str) -> Sequence[tuple[int, int, int, int]]:
    """Opening and closing marks, the one that is missing as -1, with the passage whose letters matter for them."""
    found: list[tuple[int, int, int, int]] = []
    alone: list[int] = []
    waiting: dict[str, list[int]] = {"\u202c": [], "\u2069": []}
    line = 0
    for match in _OF_ANY_LINE.finditer(text):
        at, mark = match.start(), match[0]
        if mark in _CLOSER_OF:
            waiting[_CLOSER_OF[mark]].append(at)
        elif mark in waiting:
            if waiting[mark]:
                first = waiting[mark].pop()
                found.append((first, at, first, at))
            else:
                alone.append(at)
        else:
            found += _left_alone(alone, waiting, line, at)
            line = at
    found += _left_alone(alone, waiting, line, len(text))
    return found


def _left_alone(
    alone: list[int], waiting: dict[str, list[int]], line: int, end: int
) -> list[tuple[int, int, int, int]]:
    places = [*alone, *(place for opened in waiting.values() for place in opened)]
    alone.clear()
    for opened in waiting.values():
        opened.clear()
    return [(place, -1, line, end) for place in places]
