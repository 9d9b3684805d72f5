"""Rules of what was left or put too much while typing (DOC): places to be filled in, blanks."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from vstbpn.findings import Edit, Finding
from vstbpn.plans.plan import Plan
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.pieces import Piece, body_of, piece
from vstbpn.validation.rules.spoken_of import opener

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


_BEFORE_MARK = re.compile(r"(?<=[^\W\d_])[ ](?P<mark>[,;:.])(?:(?=[ ][^\W\d_])|[ ]?$)")
_OF_RATIO = re.compile(r"t[ỷỉ] (?:lệ|số|suất)|so với|cân bằng", re.IGNORECASE)
_SEXES = frozenset(["nam", "nữ", "trai", "gái", "bố", "mẹ", "cha", "chồng", "vợ", "thầy", "cô", "trò"])
_TWO_BLANKS = re.compile(r"(?<=[^\W\d_]|[,;])[ ]{2}(?=[^\W\d_])")
_SPACED = re.compile(r" [ ,;:.]")
_GAP = re.compile(r"[^ ]([ ]{3})")
_SHORTEST_LINE, _MOST_IN_LINE = 40, 2
"""A line of prose has so many characters, and hardly ever more such places; columns are aligned by blanks in many."""
_NO_PROSE = re.compile(r"[\t|`@\\$<>={}~^«»\u2000-\u200a\u202f\u3000]|[^ #]#|[ \u00a0]{3}|://|www\.|--|&&")
"""What tells that a line holds columns, code, a quotation, an address, a command, or French."""
_VIETNAMESE = re.compile("[ăĂđĐơƠưƯẠ-ỹ]")
_FENCE = re.compile(r"(?:^|[\n\r])[ ]{0,3}(?:```|~~~)")
_QUOTED_BEFORE = 600
_NEAR, _NEAREST = 3, 20


def blanks_too_many(plan: Plan, context: Context) -> Iterator[Finding]:
    """A blank stands before a comma, semicolon, colon or full stop, or there are two between words of the sections."""
    found = piece(plan, context)
    if found is None or ("  " not in found.text and _SPACED.search(found.folded.text) is None):
        return
    text = found.folded.text
    start, end = body_of(plan, found)
    fences = [found.folded.index(fence.end()) for fence in _FENCE.finditer(found.text)]
    places: list[tuple[int, int]] = []
    done = start
    for anchor in _SPACED.finditer(text, start, end):
        if anchor.start() < done:
            continue
        low, high = _line(text, anchor.start(), start, end)
        done = high
        if bisect_right(fences, low) % 2 == 0 and _is_prose(found, low, high):
            places += _in_line(text, low, high)
    if not places:
        return
    edits = tuple(Edit(span=found.folded_span(a, b), text="") for a, b in places)
    at = places[0][0]
    low, high = _line(text, at, start, end)
    words = " ".join(text[max(low, at - 20) : at].split()[-3:])
    after = text[at : min(high, at + 20)]
    gap = len(after) - len(after.lstrip(" "))
    args = {"count": len(edits), "words": f"{words}{' ' * gap}{(after.split() or [''])[0]}"}
    yield Finding.of("DOC012", args=args, span=edits[0].span, edits=edits)


def _line(text: str, at: int, low: int, high: int) -> tuple[int, int]:
    first = text.rfind("\n", low, at) + 1
    last = text.find("\n", at, high)
    return max(first, low), high if last < 0 else last


def _is_prose(found: Piece, low: int, high: int) -> bool:
    """Whether a line is surely a sentence in Vietnamese, and nothing else that blanks may have a meaning in."""
    text = found.folded.text
    if high - low < _SHORTEST_LINE or _VIETNAMESE.search(text, low, high) is None:
        return False
    # With what parts it from the lines around: the bar of a table ends a line of the uniform text.
    around = found.folded.span(max(0, low - 1), min(len(text), high + 1))
    return _NO_PROSE.search(found.text[around.start : around.end].rstrip().lstrip("\r\n")) is None


def _in_line(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """The blanks to be left out: of two the second."""
    marks = [
        match
        for match in _BEFORE_MARK.finditer(text, low, high)
        if not _is_quoted(text, match.start(), low)
        and not (match["mark"] == ":" and _may_be_ratio(text, match, low, high))
    ]
    kinds = Counter(match["mark"] for match in marks)
    # Who always puts a blank before a mark may count, rhyme or compare.
    found = [(one.start(), one.start() + 1) for one in marks if kinds[one["mark"]] == 1]
    double = [match for match in _TWO_BLANKS.finditer(text, low, high) if not _is_quoted(text, match.start(), low)]
    if len(double) > _MOST_IN_LINE or not all(text[match.end()].islower() for match in double):
        return found
    if any(_is_column(text, match.start() - low, low, high) for match in double):
        return found
    return found + [(match.start() + 1, match.end()) for match in double]


def _may_be_ratio(text: str, colon: re.Match[str], low: int, high: int) -> bool:
    """Whether a colon within a line may compare what stands on both sides: "nam : nữ", "Việt Nam : Lào"."""
    before = text[max(low, colon.start() - _NEAREST) : colon.start()].split()
    after = text[colon.end() : min(high, colon.end() + _NEAREST)].split()
    if not before or not after:
        return False
    words = before[-1], after[0].rstrip(",;.")
    is_of_names = all(word[:1].isupper() for word in words)
    return is_of_names or not _SEXES.isdisjoint(map(str.lower, words)) or _OF_RATIO.search(text, low, high) is not None


def _is_quoted(text: str, at: int, low: int) -> bool:
    """Whether a place is within quotation marks, which may have been opened some lines before."""
    before = text[max(0, at - _QUOTED_BEFORE) : at]
    opened = opener(text[max(low, at - _QUOTED_BEFORE) : at])
    return opened is not None or before.rfind("“") > before.rfind("”")


def _is_column(text: str, column: int, low: int, high: int) -> bool:
    """Whether the line before or after has a gap too, near the same place or wider: then columns are aligned by blanks."""
    for first, last in (
        _line(text, max(0, low - 1), 0, len(text)),
        _line(text, min(len(text), high + 1), 0, len(text)),
    ):
        at = first + column - _NEAR
        if (first, last) != (low, high) and (
            "  " in text[max(first, at) : min(last, at + 2 * _NEAR + 2)] or _GAP.search(text, first, last) is not None
        ):
            return True
    return False


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
