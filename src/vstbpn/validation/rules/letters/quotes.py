"""Rules of marks that stand in pairs (DOC): quotation marks and brackets."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from vstbpn.findings import Edit, Finding
from vstbpn.plans.plan import Plan
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.pieces import Piece, piece

_QUOTES = re.compile('["“”„]')
_BRACKETS = re.compile("[()]")
_PARTED = re.compile(r"\n[ ]{0,40}\n|[.;:!?…][\"”]?[ ]{0,9}\n|\n[ ]{0,40}(?:[-+•*–]|[0-9IVX]{1,4}[.)]|[a-zđ]\))")
"""Where one paragraph ends and another begins; lines wrapped by hand are one paragraph."""
_EMPTY_LINE = re.compile(r"\n[ ]{0,40}\n")
_LONGEST_QUOTE, _LONGEST_BRACKET = 4000, 600
"""How many characters a quotation, and a remark in brackets over several lines, may have; what is open longer was never closed."""
_OPENERS = "([{“‘\"'«-–—/"
_CLOSERS = ")]}”’\"'».,;:!?…/-–—"
_SHOWN, _FEW = 30, 8
_FIGURES_NO_YEAR = re.compile(r"(?<![0-9])(?!(?:19|20)[0-9]{2}\Z)[0-9]{1,6}\Z")
_MOST_KEPT, _MOST_TOLD, _DEEPEST = 2000, 200, 50
"""How many marks astray are looked at and told one by one in a text, and how many may be open at once."""


class _Open(NamedTuple):
    at: int
    mark: str
    is_turned: bool = False


class _Stray(NamedTuple):
    """A mark that has no partner, stands the wrong way round, or is of another kind than its partner.

    ``instead``: the mark to write in its place, where that is sure. ``is_unsure``: nothing is told of it.
    """

    at: int
    is_turned: bool = False
    instead: str = ""
    is_unsure: bool = False


def unpaired_quotes(plan: Plan, context: Context) -> Iterator[Finding]:
    """A quotation mark is opened and not closed, closed and not opened, or turned the wrong way."""
    found = piece(plan, context)
    if found is None or not any(mark in found.text for mark in '"“”„'):
        return
    text = found.folded.text
    strays, more = _first(_stray_quotes(text))
    # Where there are so many, nobody can say which mark belongs to which.
    told = [stray for stray in strays if not stray.instead] if more else _certain(strays, text)
    told = [stray for stray in told if not _is_cut(text, stray.at, opens=text[stray.at] in '“„"')]
    for stray in told[:_MOST_TOLD]:
        yield _quote_finding(found, text, stray)
    yield from _of_the_rest("DOC007", found, [stray.at for stray in told], more)


def _quote_finding(found: Piece, text: str, stray: _Stray) -> Finding:
    span = found.folded_span(stray.at, stray.at + 1)
    mark = text[stray.at]
    args = {"mark": mark, "words": _words_at(text, stray.at)}
    other = stray.instead
    if stray.is_turned:
        other = "”" if mark == "“" else "“"
    if not other:
        return Finding.of("DOC007", args=args, span=span, variant="" if _is_opener(text, stray.at) else "closing")
    args["expected"] = other
    variant = "turned" if stray.is_turned else "mixed"
    return Finding.of("DOC007", args=args, span=span, edits=(Edit(span=span, text=other),), variant=variant)


def _first(strays: Iterable[_Stray]) -> tuple[list[_Stray], int]:
    """The first strays in their order, as many as are looked at, and how many more there are."""
    coming = iter(strays)
    kept = sorted(islice(coming, _MOST_KEPT))
    return kept, sum(1 for stray in coming if not stray.is_unsure)


def _of_the_rest(code: str, found: Piece, places: Sequence[int], more: int) -> Iterator[Finding]:
    """One finding for all the marks that are not told one by one."""
    rest = places[_MOST_TOLD:]
    if rest:
        span = found.folded_span(rest[0], rest[0] + 1)
        yield Finding.of(code, args={"count": len(rest) + more}, span=span, variant="more")


def _certain(strays: Sequence[_Stray], text: str) -> list[_Stray]:
    """The strays without what is unsure: of two kinds of marks nothing is said in a paragraph where others are astray."""
    if not any(stray.instead or stray.is_unsure for stray in strays):
        return list(strays)
    breaks = _Breaks(text)
    paragraphs = [breaks.last_before(stray.at) for stray in strays]
    doubtful = {place for place, stray in zip(paragraphs, strays, strict=True) if not stray.instead}
    return [
        stray
        for place, stray in zip(paragraphs, strays, strict=True)
        if not stray.is_unsure and not (stray.instead and place in doubtful)
    ]


def _is_opener(text: str, at: int) -> bool:
    return text[at] in "“„" or (text[at] == '"' and not _stands_at_end(text, at))


class _Breaks:
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


def _stray_quotes(text: str) -> Iterator[_Stray]:
    waiting: deque[_Open] = deque()
    breaks = _Breaks(text)
    for match in _QUOTES.finditer(text):
        at = match.start()
        while waiting and _is_over(waiting[-1], at, breaks):
            yield _Stray(waiting.pop().at)
        yield from _taken(text, at, waiting, breaks)
        if len(waiting) > _DEEPEST:
            yield _Stray(waiting.popleft().at)
    for left in waiting:
        yield _Stray(left.at)


def _taken(text: str, at: int, waiting: deque[_Open], breaks: _Breaks) -> Iterator[_Stray]:
    """Take a mark as the partner of the last one open, or open another; what cannot be either is a stray."""
    mark = text[at]
    if mark == '"':
        yield from _straight_taken(text, at, waiting, breaks)
    elif mark == "“" and waiting and waiting[-1].mark == "“" and _stands_at_end(text, at):
        waiting.pop()
        yield _Stray(at, is_turned=True)
    elif mark in "“„":
        waiting.append(_Open(at, mark))
    elif waiting:
        opened = waiting.pop()
        if opened.is_turned:
            yield _Stray(opened.at, is_turned=True)
        elif opened.mark == '"':
            yield _mixed(text, opened.at, "“", certain=not waiting and mark == "”")
    elif _stands_at_start(text, at):
        waiting.append(_Open(at, mark, is_turned=True))
    else:
        yield _Stray(at)


def _straight_taken(text: str, at: int, waiting: deque[_Open], breaks: _Breaks) -> Iterator[_Stray]:
    """Take a straight mark, which may open or close."""
    if waiting and (waiting[-1].mark == '"' or not _stands_at_start(text, at)):
        opened = waiting.pop()
        if opened.mark != '"':
            yield _mixed(text, at, "”", certain=not waiting and breaks.last_before(at) < opened.at)
    elif not text[at - 1 : at].isdigit():
        # After figures it is the sign of inches or seconds.
        waiting.append(_Open(at, '"'))


def _mixed(text: str, at: int, instead: str, *, certain: bool) -> _Stray:
    """A straight mark whose partner is a curly one; after figures that are no year it may be the sign of inches."""
    fits = _stands_at_start(text, at) if instead == "“" else _stands_at_end(text, at)
    if certain and fits and _FIGURES_NO_YEAR.search(text, max(0, at - 6), at) is None:
        return _Stray(at, instead=instead)
    return _Stray(at, is_unsure=True)


def _is_over(opened: _Open, at: int, breaks: _Breaks) -> bool:
    """Whether what was opened cannot be closed at a place: that is too far, or in another paragraph for a straight mark."""
    if at - opened.at > _LONGEST_QUOTE:
        return True
    return (opened.mark == '"' or opened.is_turned) and breaks.last_before(at) > opened.at


def _stands_at_start(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before.strip() or before in _OPENERS) and after.isalnum()


def _stands_at_end(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return bool(before.strip()) and before not in "([{“‘" and (not after.strip() or after in _CLOSERS)


def unpaired_brackets(plan: Plan, context: Context) -> Iterator[Finding]:
    """A bracket is opened and not closed, or closed and not opened; the "a)" of a list is no fault."""
    found = piece(plan, context)
    if found is None or ("(" not in found.text and ")" not in found.text):
        return
    text = found.folded.text
    strays, more = _first(_stray_brackets(text))
    places = [stray.at for stray in strays if not _is_cut(text, stray.at, opens=text[stray.at] == "(")]
    for at in places[:_MOST_TOLD]:
        args = {"mark": text[at], "words": _words_at(text, at)}
        span = found.folded_span(at, at + 1)
        yield Finding.of("DOC008", args=args, span=span, variant="" if text[at] == "(" else "closing")
    yield from _of_the_rest("DOC008", found, places, more)


_MARKER = re.compile(r"(?:\A|[\s,;:.(“\"–/-])(?:[0-9IVXivx.]{1,6}|[^\W\d_][0-9]?)\)\Z")
"""A bracket that closes the mark of a list: "a)", "1)", "iii)"."""
_LONGEST_MARKER = 7
_ITEM = re.compile(r"[.;:…][ ]{0,9}\n[ ]{0,9}(?:[-+*•][ ]{0,3})?(?:[0-9]{1,2}|[a-zđ])\)\Z")
_LETTERED = re.compile(r"(?<!điểm)(?<!và)(?<!hoặc)(?<![,(–-])(?<![ ])[ ]{0,9}\n[ ]{0,9}[a-zđ]\)\Z")
"""After "điểm", "và" or a comma it may be a letter that is cited, at the end of a bracket that runs over two lines."""
_WIDEST_ITEM = 32


def _stray_brackets(text: str) -> Iterator[_Stray]:
    waiting: deque[int] = deque()
    closed: deque[tuple[int, int]] = deque(maxlen=_FEW)
    done = last_line = last_empty = -1
    for match in _BRACKETS.finditer(text):
        at = match.start()
        # What stands between two brackets is looked at once, however many are open.
        if (line := text.rfind("\n", max(done, 0), at)) >= 0:
            last_line, last_empty = line, _last_empty_line(text, max(done, 0), at, last_empty)
        done = at
        while waiting and (
            last_empty > waiting[-1] or (last_line > waiting[-1] and at - waiting[-1] > _LONGEST_BRACKET)
        ):
            yield _Stray(waiting.pop())
        if match[0] == "(":
            waiting.append(at)
            if len(waiting) > _DEEPEST:
                yield _Stray(waiting.popleft())
        elif not waiting:
            if not _closes_nothing(text, at, closed):
                yield _Stray(at)
        elif not _opens_item(text, at):
            closed.append((waiting.pop(), at))
    for left in waiting:
        yield _Stray(left)


def _last_empty_line(text: str, start: int, end: int, before: int) -> int:
    for empty in _EMPTY_LINE.finditer(text, start, end):
        before = empty.start()
    return before


def _closes_nothing(text: str, at: int, closed: Iterable[tuple[int, int]]) -> bool:
    """Whether a bracket may stand where none is open."""
    return _is_marker(text, at) or _is_face(text, at) or _is_spared(text, at, closed)


def _is_spared(text: str, at: int, closed: Iterable[tuple[int, int]]) -> bool:
    """Whether the mark of a list closed the bracket too early: "(gồm: a) hội nghị; b) hội thảo)"."""
    return any(
        at - end <= _LONGEST_BRACKET and _is_marker(text, end) and text[start + 1 : end - 2].strip()
        for start, end in closed
    )


def _is_marker(text: str, at: int) -> bool:
    return _MARKER.search(text[max(0, at - _LONGEST_MARKER) : at + 1]) is not None


def _opens_item(text: str, at: int) -> bool:
    """Whether a bracket closes the mark of an item: at the beginning of a line, after one that was ended or before a capital."""
    low = max(0, at - _WIDEST_ITEM)
    if _ITEM.search(text, low, at + 1):
        return True
    return text[at + 1 : at + 3].strip(" ")[:1].isupper() and _LETTERED.search(text, low, at + 1) is not None


def _is_face(text: str, at: int) -> bool:
    return text[at - 1 : at] in {":", ";"} and at > 1 and text[at - 2] == " "


def _is_cut(text: str, at: int, *, opens: bool) -> bool:
    """Whether the partner may stand in what a text leaves out: before its first line, or after one that breaks off."""
    if opens:
        if len(text) - at >= _LONGEST_BRACKET:
            return False
        rest = text[at : at + _LONGEST_BRACKET]
        return "\n" not in rest.rstrip() and rest.rstrip()[-1:] not in ".;:!?/"
    return at < _LONGEST_BRACKET and "\n" not in text[:at].lstrip() and text[:at].lstrip()[:1].islower()


def _words_at(text: str, at: int) -> str:
    """A few words of the line about a mark: from it on where it opens, up to it where it closes."""
    opens = text[at] == "(" or (text[at] != ")" and not _stands_at_end(text, at))
    window = text[at : at + _SHOWN] if opens else text[max(0, at - _SHOWN) : at + 1]
    lines = window.strip().split("\n")
    words = " ".join((lines[0] if opens else lines[-1]).split())
    if len(window) <= _SHOWN - 1 or len(lines) > 1:
        return words
    return f"{words}…" if opens else f"…{words}"


PAIR_RULES = (
    Rule(
        code="DOC007",
        inspect=unpaired_quotes,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Tuyên truyền chủ đề “Bình đẳng giới trong gia đình.\n- Tập huấn.\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Tuyên truyền chủ đề “Bình đẳng giới trong gia đình”.\n- Tập huấn.\n",
    ),
    Rule(
        code="DOC008",
        inspect=unpaired_brackets,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Gửi báo cáo (qua Phòng Tổ chức cán bộ.\n- Tập huấn.\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Gửi báo cáo (qua Phòng Tổ chức cán bộ).\n- Tập huấn.\n",
    ),
)
