"""Rules of marks that stand in pairs (DOC): quotation marks and brackets."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from vstbpn.findings import Edit, Finding
from vstbpn.plans.plan import Plan
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.pieces import Piece, piece
from vstbpn.validation.rules.quotations import Breaks, Stray, first_strays, quotation_marks, stands_at_end

_BRACKETS = re.compile("[()]")
_EMPTY_LINE = re.compile(r"\n[ ]{0,40}\n")
_LONGEST_BRACKET = 600
"""How many characters a remark in brackets over several lines may have; what is open longer was never closed."""
_SHOWN, _FEW = 30, 8
_MOST_TOLD, _DEEPEST = 200, 50
"""How many marks astray are told one by one in a text, and how many brackets may be open at once."""


def unpaired_quotes(plan: Plan, context: Context) -> Iterator[Finding]:
    """A quotation mark is opened and not closed, closed and not opened, or turned the wrong way."""
    marks = quotation_marks(plan, context)
    found = piece(plan, context)
    if found is None or not marks.strays:
        return
    text, strays, more = found.folded.text, marks.strays, marks.more
    # Where there are so many, nobody can say which mark belongs to which.
    told = [stray for stray in strays if not stray.instead] if more else _certain(strays, text)
    told = [stray for stray in told if not _is_cut(text, stray.at, opens=text[stray.at] in '“„"')]
    for stray in told[:_MOST_TOLD]:
        yield _quote_finding(found, text, stray)
    yield from _of_the_rest("DOC007", found, [stray.at for stray in told], more)


def _quote_finding(found: Piece, text: str, stray: Stray) -> Finding:
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


def _of_the_rest(code: str, found: Piece, places: Sequence[int], more: int) -> Iterator[Finding]:
    """One finding for all the marks that are not told one by one."""
    rest = places[_MOST_TOLD:]
    if rest:
        span = found.folded_span(rest[0], rest[0] + 1)
        yield Finding.of(code, args={"count": len(rest) + more}, span=span, variant="more")


def _certain(strays: Sequence[Stray], text: str) -> list[Stray]:
    """The strays without what is unsure: of two kinds of marks nothing is said in a paragraph where others are astray."""
    if not any(stray.instead or stray.is_unsure for stray in strays):
        return list(strays)
    breaks = Breaks(text)
    paragraphs = [breaks.last_before(stray.at) for stray in strays]
    doubtful = {place for place, stray in zip(paragraphs, strays, strict=True) if not stray.instead}
    return [
        stray
        for place, stray in zip(paragraphs, strays, strict=True)
        if not stray.is_unsure and not (stray.instead and place in doubtful)
    ]


def _is_opener(text: str, at: int) -> bool:
    return text[at] in "“„" or (text[at] == '"' and not stands_at_end(text, at))


def unpaired_brackets(plan: Plan, context: Context) -> Iterator[Finding]:
    """A bracket is opened and not closed, or closed and not opened; the "a)" of a list is no fault."""
    found = piece(plan, context)
    if found is None or ("(" not in found.text and ")" not in found.text):
        return
    text = found.folded.text
    strays, more = first_strays(_stray_brackets(text))
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


def _stray_brackets(text: str) -> Iterator[Stray]:
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
            yield Stray(waiting.pop())
        if match[0] == "(":
            waiting.append(at)
            if len(waiting) > _DEEPEST:
                yield Stray(waiting.popleft())
        elif not waiting:
            if not _closes_nothing(text, at, closed):
                yield Stray(at)
        elif not _opens_item(text, at):
            closed.append((waiting.pop(), at))
    for left in waiting:
        yield Stray(left)


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
    opens = text[at] == "(" or (text[at] != ")" and not stands_at_end(text, at))
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
