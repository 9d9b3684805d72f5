"""Rules of what was left or put too much while typing (DOC): places to be filled in, blanks."""

import re
from collections.abc import Iterator

from vstbpn.findings import Edit, Finding
from vstbpn.plans.plan import Plan
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.pieces import body_of, piece

_DOTS = r"(?:\.{4,200}|…[.…]{1,200}|_{4,200})"
_LEFT_OPEN = re.compile(
    rf"(?:ngày|tháng|năm|số|ông|bà|chí|là|tại|gồm)[ :]{{0,3}}(?P<after>{_DOTS}|(?:\.{{2,3}}|…)(?=[ ]?(?:/|tháng|năm)))"
    rf"|(?P<listed>[xX]{{1,2}}/[xX]{{1,2}}/(?:[12][0-9]{{3}}|[xX]{{2,4}}))"
    rf"|(?P<bracketed>\[[ ]?(?:\.{{2,60}}|…[.…]{{0,60}}|_{{2,60}})[ ]?\])"
    rf"|(?P<alone>{_DOTS})(?=[ ]?/)"
    r"|(?<![0-9,;.…_])(?<![0-9,;][ ])(?P<amount>\.{2,200}|…[.…]{0,200}|_{2,200})(?=[ ]?(?:%|(?:triệu|tỷ|tỉ|nghìn)[ ]đồng))"
)
_FEW, _FEW_WORDS = 60, 6


def places_left_open(plan: Plan, context: Context) -> Iterator[Finding]:
    """A plan that has its number and date still holds a place of its template to be filled in; forms in appendices may."""
    found = piece(plan, context)
    if found is None or plan.symbol is None or plan.symbol.number is None:
        return
    if (
        plan.date is None
        or not plan.date.is_complete
        or not any(s in found.text for s in ("..", "…", "__", "xx/", "XX/"))
    ):
        return
    text = found.folded.text
    start, end = body_of(plan, found)
    for match in _LEFT_OPEN.finditer(text, start, end):
        name = match.lastgroup or "alone"
        before = text[max(start, match.start() - _FEW) : match.end()].split("\n")[-1]
        args = {"written": " ".join(before.split()[-_FEW_WORDS:])}
        yield Finding.of("DOC011", args=args, span=found.folded_span(match.start(name), match.end(name)))


_BEFORE_MARK = re.compile(r"(?<=[^\W_]|[)”\"%])[ ]{1,3}(?=[,;:](?:\s|$)|\.(?:\s|$))")
_TWO_BLANKS = re.compile(r"(?<=[^\W\d_]|[,;])[ ]{2,3}(?=[^\W\d_])")
_SPACED = re.compile(r" [ ,;:.]")
_SHORTEST_LINE, _MOST_IN_LINE = 40, 2
"""A line of prose has so many characters, and hardly ever more such places; columns are aligned by blanks in many."""


def blanks_too_many(plan: Plan, context: Context) -> Iterator[Finding]:
    """A blank stands before a comma, semicolon, colon or full stop, or there are two between words of the sections."""
    found = piece(plan, context)
    if found is None or not _SPACED.search(found.text):
        return
    text = found.folded.text
    start, end = body_of(plan, found)
    places: list[tuple[int, int, str]] = []
    done = start
    for anchor in _SPACED.finditer(text, start, end):
        if anchor.start() < done:
            continue
        low, high = _line(text, anchor.start(), start, end)
        done = high
        places += _in_line(text, low, high)
    if not places:
        return
    edits = tuple(Edit(span=found.folded_span(a, b), text=blank) for a, b, blank in places)
    first = places[0]
    low, high = _line(text, first[0], start, end)
    words = " ".join(text[max(low, first[0] - 20) : first[0]].split()[-3:])
    after = text[first[1] : min(high, first[1] + 20)].split()
    args = {"count": len(edits), "words": f"{words}{text[first[0] : first[1]]}{after[0] if after else ''}"}
    yield Finding.of("DOC012", args=args, span=edits[0].span, edits=edits)


def _line(text: str, at: int, low: int, high: int) -> tuple[int, int]:
    first = text.rfind("\n", low, at) + 1
    last = text.find("\n", at, high)
    return max(first, low), high if last < 0 else last


def _in_line(text: str, low: int, high: int) -> list[tuple[int, int, str]]:
    if high - low < _SHORTEST_LINE:
        return []
    found = [(match.start(), match.end(), "") for match in _BEFORE_MARK.finditer(text, low, high)]
    double = [(match.start(), match.end(), " ") for match in _TWO_BLANKS.finditer(text, low, high)]
    return found + double if len(double) <= _MOST_IN_LINE else found


BLANK_RULES = (
    Rule(
        code="DOC011",
        inspect=places_left_open,
        violating="Số: 12/KH-SYT\nAn Giang, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Gửi báo cáo trước ngày ..../..../2026.\n",
        conforming="Số: 12/KH-SYT\nAn Giang, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Gửi báo cáo trước ngày 15/6/2026.\n",
    ),
    Rule(
        code="DOC012",
        inspect=blanks_too_many,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Tuyên truyền , phổ biến pháp luật về bình đẳng giới.\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Tuyên truyền, phổ biến pháp luật về bình đẳng giới.\n",
    ),
)
