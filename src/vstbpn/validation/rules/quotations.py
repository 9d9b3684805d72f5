"""The quotation marks of a document taken as pairs, once for all rules, and the quotations that run over several lines.

What stands in such a quotation (the sections of a plan that is amended, an article of a law) is not the document's own.
"""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from vstbpn.plans.plan import Plan
from vstbpn.validation.rule import Context
from vstbpn.validation.rules.pieces import piece
from vstbpn.values import Span

_QUOTES = re.compile('["“”„]')
_PARTED = re.compile(r"\n[ ]{0,40}\n|[.;:!?…][\"”]?[ ]{0,9}\n|\n[ ]{0,40}(?:[-+•*–]|[0-9IVX]{1,4}[.)]|[a-zđ]\))")
"""Where one paragraph ends and another begins; lines wrapped by hand are one paragraph."""
_LONGEST_QUOTE = 4000
"""How many characters a quotation may have; what is open longer was never closed."""
_OPENERS = "([{“‘\"'«-–—/"
_CLOSERS = ")]}”’\"'».,;:!?…/-–—"
_BEGINS_LINES = re.compile(r"(?:\A|[\n:])[ >]{0,40}\Z")
_ENDS_LINE = re.compile(r"[.,;:/)]{0,4}[ ]{0,9}(?:\n|\Z)")
"""Where a straight mark may open and close a quotation of several paragraphs: at a line's start or after ":", at a line's end."""
_LONGEST_INDENT = 41
_FIGURES_NO_YEAR = re.compile(r"(?<![0-9])(?!(?:19|20)[0-9]{2}\Z)[0-9]{1,6}\Z")
_MOST_KEPT, _DEEPEST = 2000, 50
"""How many marks astray are looked at in a text, and how many may be open at once."""


class Stray(NamedTuple):
    """A mark that has no partner, stands the wrong way round, or is of another kind than its partner.

    ``instead``: the mark to write in its place, where that is sure. ``is_unsure``: nothing is told of it.
    """

    at: int
    is_turned: bool = False
    instead: str = ""
    is_unsure: bool = False


class QuotationMarks(NamedTuple):
    """The quotation marks of a document (dấu ngoặc kép).

    ``strays``: the first marks astray, in their order, at their places in the uniform text. ``more``: how many others there
    are. ``starts`` and ``ends``: where in the source the outermost quotations stand that run over a line end, in order.
    """

    strays: tuple[Stray, ...] = ()
    more: int = 0
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def hold(self, place: Span | None) -> bool:
        """Whether a place in the source begins within a quotation that runs over a line end."""
        if place is None or not self.starts:
            return False
        number = bisect_right(self.starts, place.start) - 1
        return number >= 0 and place.start < self.ends[number]


def quotation_marks(plan: Plan, context: Context) -> QuotationMarks:
    """The quotation marks of the piece of the source a plan stands in; none where there is no source."""
    return context.shared(_quotation_marks, plan)


def _quotation_marks(plan: Plan, context: Context) -> QuotationMarks:
    found = piece(plan, context)
    if found is None or not any(mark in found.text for mark in '"“”„'):
        return QuotationMarks()
    taking = _Taking(found.folded.text)
    strays, more = first_strays(taking.strays())
    places = [found.folded_span(start, end) for start, end in taking.over_lines]
    return QuotationMarks(strays, more, tuple(place.start for place in places), tuple(place.end for place in places))


def first_strays(strays: Iterable[Stray]) -> tuple[tuple[Stray, ...], int]:
    """The first strays in their order, as many as are looked at, and how many more there are."""
    coming = iter(strays)
    kept = tuple(sorted(islice(coming, _MOST_KEPT)))
    return kept, sum(1 for stray in coming if not stray.is_unsure)


class Breaks:
    """Where paragraphs end, looked up in the order of the text, so that it is walked through once."""

    def __init__(self, text: str) -> None:
        self._coming = (match.start() for match in _PARTED.finditer(text))
        self._next: int | None = 0
        self._last = -1

    def last_before(self, at: int) -> int:
        """The last end of a paragraph before a place; places are asked for in their order."""
        while self._next is not None and self._next < at:
            self._last, self._next = self._next, next(self._coming, None)
        return self._last


class _Open(NamedTuple):
    at: int
    mark: str
    is_turned: bool = False


class _Taking:
    """The marks of a text, taken one after another as partners."""

    def __init__(self, text: str) -> None:
        self.over_lines: list[tuple[int, int]] = []
        self._text = text
        self._waiting: deque[_Open] = deque()
        self._breaks = Breaks(text)

    def strays(self) -> Iterator[Stray]:
        """Every mark astray; when all are taken, ``over_lines`` holds the outermost quotations over several lines."""
        waiting = self._waiting
        for match in _QUOTES.finditer(self._text):
            at = match.start()
            while waiting and self._is_over(waiting[-1], at):
                yield Stray(waiting.pop().at)
            yield from self._taken(at)
            if len(waiting) > _DEEPEST:
                yield Stray(waiting.popleft().at)
        for left in waiting:
            yield Stray(left.at)

    def _taken(self, at: int) -> Iterator[Stray]:
        """Take a mark as the partner of the last one open, or open another; what cannot be either is a stray."""
        text, waiting = self._text, self._waiting
        mark = text[at]
        if mark == '"':
            yield from self._straight_taken(at)
        elif mark == "“" and waiting and waiting[-1].mark == "“" and stands_at_end(text, at):
            self._closed(at)
            yield Stray(at, is_turned=True)
        elif mark in "“„":
            waiting.append(_Open(at, mark))
        elif waiting:
            opened = self._closed(at)
            if opened.is_turned:
                yield Stray(opened.at, is_turned=True)
            elif opened.mark == '"':
                yield _mixed(text, opened.at, "“", certain=not waiting and mark == "”")
        elif _stands_at_start(text, at):
            waiting.append(_Open(at, mark, is_turned=True))
        else:
            yield Stray(at)

    def _straight_taken(self, at: int) -> Iterator[Stray]:
        """Take a straight mark, which may open or close."""
        text, waiting = self._text, self._waiting
        if waiting and (waiting[-1].mark == '"' or not _stands_at_start(text, at)):
            opened = self._closed(at)
            if opened.mark != '"':
                certain = not waiting and self._breaks.last_before(at) < opened.at
                yield _mixed(text, at, "”", certain=certain)
        elif not text[at - 1 : at].isdigit():
            # After figures it is the sign of inches or seconds.
            waiting.append(_Open(at, '"'))

    def _closed(self, at: int) -> _Open:
        """Close what was opened last."""
        opened = self._waiting.pop()
        if self._text.find("\n", opened.at, at) >= 0:
            while self.over_lines and self.over_lines[-1][0] > opened.at:
                self.over_lines.pop()
            self.over_lines.append((opened.at, at + 1))
        return opened

    def _is_over(self, opened: _Open, at: int) -> bool:
        """Whether what was opened cannot be closed at a place or after it."""
        if at - opened.at > _LONGEST_QUOTE:
            return True
        if not (opened.mark == '"' or opened.is_turned) or self._breaks.last_before(at) <= opened.at:
            return False
        return opened.is_turned or not self._goes_on(opened.at, at)

    def _goes_on(self, start: int, at: int) -> bool:
        """Whether a straight mark still stands open in another paragraph: others are quoted within, or it is closed."""
        text = self._text
        if _BEGINS_LINES.search(text, max(0, start - _LONGEST_INDENT), start) is None:
            return False
        if text[at] != '"':
            return text[at] != "”"
        return stands_at_end(text, at) and _ENDS_LINE.match(text, at + 1) is not None


def _mixed(text: str, at: int, instead: str, *, certain: bool) -> Stray:
    """A straight mark whose partner is a curly one; after figures that are no year it may be the sign of inches."""
    fits = _stands_at_start(text, at) if instead == "“" else stands_at_end(text, at)
    if certain and fits and _FIGURES_NO_YEAR.search(text, max(0, at - 6), at) is None:
        return Stray(at, instead=instead)
    return Stray(at, is_unsure=True)


def _stands_at_start(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before.strip() or before in _OPENERS) and after.isalnum()


def stands_at_end(text: str, at: int) -> bool:
    """Whether a mark stands where a quotation ends: after a word, before a blank or a sign that closes."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return bool(before.strip()) and before not in "([{“‘" and (not after.strip() or after in _CLOSERS)
