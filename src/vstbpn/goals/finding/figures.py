"""Figures in a clause (con số): a number, its unit and the words that hold it against something."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from vstbpn.goals.finding.comparing import (
    COMPARING,
    FROM,
    LEADING,
    and_more,
    comparing_word,
    is_changed,
    is_reached,
    lead_of,
    moved,
)
from vstbpn.goals.finding.tokens import Token, find_tokens
from vstbpn.vocabulary import Comparator, Direction

_RANGE = re.compile(r"\s{0,3}(?:[-–—]|(?:đến|tới)\s(?:dưới\s)?)\s{0,3}", re.IGNORECASE)
_MOVING = re.compile(
    rf"[^.;:]{{0,40}}?\b(xuống|lên|còn)\s{{1,3}}(?P<lead>(?:(?:còn|đạt|mức|{LEADING})\s{{1,3}}){{0,3}})",
    re.IGNORECASE,
)
_FALLING = re.compile(rf"\s{{1,3}}(?:đến|tới)\s{{1,3}}(?P<lead>(?:(?:mức|{LEADING})\s{{1,3}}){{0,3}})", re.IGNORECASE)
_LOWERED = re.compile(
    r"(?<!\w)(?:giảm(?!\s{1,3}nghèo)|rút\s{1,3}ngắn|thu\s{1,3}hẹp|hạ)(?!\w)[^.;,:]{0,80}\Z", re.IGNORECASE
)
_LOWERED_WINDOW = 100


class Figure(NamedTuple):
    """A figure and what the words beside it say; ``lead`` is where these words begin.

    ``compared`` tells whether a word compares it, ``reached`` whether a verb joins it to what stands before it,
    ``yearly`` whether it is so much a year ("1,5%/năm").
    """

    lead: int
    start: int
    end: int
    comparator: Comparator
    compared: bool
    reached: bool
    value: Decimal
    value_max: Decimal | None
    unit: str
    counts: bool
    direction: Direction | None
    is_change: bool
    baseline: Decimal | None
    yearly: bool = False

    @property
    def is_bounded(self) -> bool:
        """Whether words set a bound ("ít nhất", "không quá", "trở lên"): what is known is not told so."""
        return self.comparator in {Comparator.AT_LEAST, Comparator.AT_MOST}


def find_figures(text: str, start: int, end: int) -> Iterator[Figure]:
    """The figures with a unit in folded text, in order; ranges and "từ X xuống Y" are one figure each.

    A number with a noun counts things; time, money and numbering are left out.
    """
    last: Token | None = None
    for token in _ranged(text, start, end):
        if last and (moving := _moving(text, start, last, token)):
            yield _figure(text, start, token, baseline=last, moving=moving)
            last = None
            continue
        if last and last.unit:
            yield _figure(text, start, last)
        last = token
    if last and last.unit:
        yield _figure(text, start, last)


def _ranged(text: str, start: int, end: int) -> Iterator[Token]:
    """The numbers of a text, two that make a range as one."""
    last: Token | None = None
    for token in find_tokens(text, start, end):
        if last and (_make_range(text, last, token) or _make_falling_range(text, start, last, token)):
            low, high = sorted((last.value, token.value))
            last = token._replace(start=last.start, value=low, value_max=high)
            continue
        if last:
            yield last
        last = token
    if last:
        yield last


def _make_range(text: str, first: Token, second: Token) -> bool:
    return first.value < second.value and _are_joined(text, first, second)


def _make_falling_range(text: str, start: int, first: Token, second: Token) -> bool:
    """Whether a range is told from its upper end: "từ 60% đến 40% xã", and not "giảm từ 60% đến 40%"."""
    if first.value <= second.value or not _are_joined(text, first, second):
        return False
    return _is_from(text, start, first) and not _is_lowered(text, start, first)


def _is_from(text: str, start: int, token: Token) -> bool:
    return FROM.search(text, lead_of(text, start, token.start), token.start) is not None


def _is_lowered(text: str, start: int, token: Token) -> bool:
    return _LOWERED.search(text, max(start, token.start - _LOWERED_WINDOW), token.start) is not None


def _are_joined(text: str, first: Token, second: Token) -> bool:
    return (
        bool(second.unit)
        and first.unit in {"", second.unit}
        and first.value_max is None
        and _RANGE.fullmatch(text, first.end, second.start) is not None
    )


def _moving(text: str, start: int, first: Token, second: Token) -> re.Match[str] | None:
    """The words between a baseline and where it is to go."""
    if not second.unit or first.value_max is not None or not _same_measure(text, first, second):
        return None
    moving = _MOVING.fullmatch(text, first.end, second.start)
    if moving is None and first.value > second.value and _is_lowered(text, start, first):
        moving = _FALLING.fullmatch(text, first.end, second.start)  # "giảm từ 60% đến 40%"
    return moving if moving and _is_from(text, start, first) else None


def _same_measure(text: str, first: Token, second: Token) -> bool:
    """Whether a figure is in the unit of a later one, or leaves it to that one: "từ 23 ca xuống 18 ca/1.000 phụ nữ"."""
    if first.unit in {"", second.unit}:
        return True
    if not first.counts or not (second.counts or second.unit.startswith("/")):
        return False
    return _noun_of(text, first) == _noun_of(text, second)


def _noun_of(text: str, token: Token) -> str:
    """The first word behind the number of a figure."""
    words = text[token.start : token.end].split(maxsplit=2)
    return words[1].casefold().partition("/")[0] if len(words) > 1 else ""


def _figure(
    text: str, start: int, token: Token, *, baseline: Token | None = None, moving: re.Match[str] | None = None
) -> Figure:
    """A figure with what the words around it say; with a baseline, ``moving`` are the words behind that one."""
    lead = lead_of(text, start, baseline.start if baseline else token.start)
    said = moving[0] if moving else text[lead : token.start]
    comparator, compared = _comparator(text, token, moving["lead"] if moving else said)
    return Figure(
        lead=lead,
        start=token.start,
        end=token.end,
        comparator=comparator,
        compared=compared,
        reached=moving is not None or is_reached(said),
        value=token.value,
        value_max=token.value_max,
        unit=token.unit,
        counts=token.counts,
        direction=moved(said) or (Direction.LOWER if moving else None),
        is_change=moving is None and is_changed(said),
        baseline=baseline.value if baseline else None,
        yearly=token.yearly,
    )


def _comparator(text: str, token: Token, said: str) -> tuple[Comparator, bool]:
    """What the words before and after a figure say, and whether any of them compares."""
    if token.value_max is not None:
        return Comparator.BETWEEN, True
    if more := and_more(text, token.end):
        return (Comparator.AT_LEAST if more["up"] else Comparator.AT_MOST), True
    word = comparing_word(said)
    if word is not None:
        # Nothing is more than the whole: "trên 100% địa bàn" is a place.
        if not (word == "trên" and token.unit == "%" and token.value >= 100):
            return COMPARING[word], True
    elif FROM.search(said):
        return Comparator.AT_LEAST, True
    return Comparator.EQUAL, False
