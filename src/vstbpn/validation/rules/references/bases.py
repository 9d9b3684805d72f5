"""Rules of legal bases (REF): cited whole, one to a line, each line closed. Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.a."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vstbpn.findings import Edit, Finding
from vstbpn.plans.basis import LegalBasis
from vstbpn.plans.plan import Plan
from vstbpn.references.finding.mention import Mention
from vstbpn.text import composed
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.references.cited_dates import impossible_dates
from vstbpn.validation.rules.references.mentions import (
    BY_NAME,
    WIDEST_LOOK,
    NumberKey,
    cited_bases,
    number_key,
    piece,
    written,
)
from vstbpn.values import Span
from vstbpn.vocabulary import BasisKind

_OPENING = re.compile(r"(?:[-+–]\s{0,3})?(?:Căn|Thực|Triển)\s(?:cứ|hiện|khai\sthực\shiện)(?:\s(?:vào|theo))?\s*")
_BEHIND_SEMICOLON = re.compile(r";[ ]{0,4}\Z|;[ ]{0,4}[Cc]ăn\scứ(?:\s(?:vào|theo))?\s{0,4}\Z")
_BEFORE_ACT = 24
_LAWS = frozenset(kind.vi for kind in BY_NAME)
_LONGEST = 1200
_MARKS = " \t\r\n\u00a0*_\\\u200b"
_BETWEEN = f"{_MARKS}-–+>|"
_CLOSERS = ";.,"
_LAST_LETTERS = "”\"’')]»\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
_LONGEST_OPENING = 60
"""An opening without an act is no basis, however its letters are typed; their marks may stand apart."""
_RUNS_ON = re.compile(r"[.;,]\s+[^\W\d_]+(?:\s[^\W\d_]+){0,12}?\s(?:xây\sdựng|ban\shành)\s(?:kế\shoạch|Kế\shoạch)")
_SENTENCE = re.compile(r"[.!?:]\s+[^\W\d_]")
_AMENDING = re.compile(r"(?:^|\s)sửa đổi(?![^\W_])", re.IGNORECASE)
_JOINING = frozenset([",", "và", ", và"])
_LAST_WORD = re.compile(r"[^\s*_]{1,40}$")
_OPENS_MORE = re.compile(
    r"(?:Theo|Trên\scơ\ssở|Xét|Sau\skhi|Nhằm|Để|Thực|Triển|Hướng|Được|Tiếp|Và)(?![^\W_])", re.IGNORECASE
)


def not_cited_whole(plan: Plan, context: Context) -> Iterator[Finding]:
    """A basis lacks its date, its issuer or its title, and the act was not cited whole before."""
    if context.source is None:
        return
    before = _first_places(plan)
    misdated = {plan.mentions[number].span.start for number in context.shared(impossible_dates, plan)}
    for pointer, basis, mention in context.shared(cited_bases, plan):
        reference = mention.reference
        symbol = reference.symbol
        if symbol is None or basis.kind is BasisKind.AT_PROPOSAL or reference.type in _LAWS:
            continue
        if before.get(number_key(symbol), mention.span.start) < mention.span.start:
            continue
        missing = _missing(basis, mention, context)
        if missing and mention.span.start not in misdated:
            yield Finding.of(
                "REF014",
                args={"written": written(mention)},
                pointer=pointer,
                span=mention.span,
                variant="-".join(missing) if len(missing) < 3 else "",
            )


def _first_places(plan: Plan) -> dict[NumberKey, int]:
    """Where each number is first cited with its date: from there on a short mention is enough."""
    found: dict[NumberKey, int] = {}
    for mention in plan.mentions:
        if mention.reference.symbol is not None and mention.reference.date is not None:
            found.setdefault(number_key(mention.reference.symbol), mention.span.start)
    return found


def _missing(basis: LegalBasis, mention: Mention, context: Context) -> list[str]:
    """The parts a basis lacks for sure: where words follow that reading did not understand, they may be there."""
    if basis.span is None or not (_opens(basis, mention, context) or _follows_semicolon(mention, context)):
        return []
    whole = mention.whole
    rest = piece(context, whole.end, min(basis.span.end, whole.end + _LONGEST))
    if rest is None or rest.text.strip(" \n")[:1] not in {"", ";", "."}:
        return []
    reference = mention.reference
    missing = []
    if reference.date is None:
        missing.append("date")
    if reference.issuer is None and (reference.symbol is None or "QH" not in reference.symbol.code):
        missing.append("issuer")
    if reference.title is None:
        missing.append("title")
    return missing


def _opens(basis: LegalBasis, mention: Mention, context: Context) -> bool:
    if basis.span is None or basis.span.start > mention.whole.start:
        return False
    words = piece(context, basis.span.start, min(mention.whole.start, basis.span.start + 60))
    return words is not None and _OPENING.fullmatch(words.text) is not None


def _follows_semicolon(mention: Mention, context: Context) -> bool:
    """Whether an act stands right behind a semicolon in its line, with or without words that open a basis."""
    start = mention.whole.start
    before = piece(context, start - _BEFORE_ACT, start)
    return before is not None and _BEHIND_SEMICOLON.search(before.text) is not None


def several_on_one_line(plan: Plan, context: Context) -> Iterator[Finding]:
    """A line holds several bases, with a semicolon, a comma or "và" between them; told once of each line."""
    told: LegalBasis | None = None
    line: LegalBasis | None = None
    before: Mention | None = None
    numbered = sorted(
        mention.span.start for basis in plan.bases for mention in basis.mentions if mention.reference.symbol is not None
    )
    for pointer, basis, mention in context.shared(cited_bases, plan):
        first, line, before = before if basis is line else None, basis, mention
        if basis.kind is not BasisKind.BASED_ON or basis is told or _amends(mention, first):
            continue
        if _follows_semicolon(mention, context) or (first and _are_joined(first, mention, numbered, context)):
            told = basis
            yield Finding.of("REF016", args={"written": written(mention)}, pointer=pointer, span=mention.span)


def _amends(mention: Mention, first: Mention | None) -> bool:
    """Whether an act amends the one before it, beside which it is usually cited."""
    name = mention.reference.name or mention.reference.title or ""
    return first is not None and _AMENDING.search(name) is not None


def _are_joined(first: Mention, second: Mention, numbered: Sequence[int], context: Context) -> bool:
    """Whether two acts of one type, both cited whole, stand in a row with nothing but a comma or "và" between them.

    Where the title of the first names an act by its number, the second may be another of those.
    """
    one, other, title = first.reference, second.reference, first.title_span
    if one.document_type is None or one.document_type is not other.document_type or title is None or second.shared:
        return False
    if one.symbol is None or one.date is None or other.symbol is None or other.date is None:
        return False
    at = bisect_left(numbered, title.start)
    if at < len(numbered) and numbered[at] < title.end:
        return False
    end = first.whole.end
    between = piece(context, end, min(second.whole.start, end + WIDEST_LOOK))
    return between is not None and between.text.strip() in _JOINING


class _Line(NamedTuple):
    """A basis in a list of bases: where its words end, the mark behind them, and what follows.

    ``is_last``: no basis does. ``ends_block``: one that opens otherwise does, "Thực hiện …" after "Căn cứ …".
    """

    number: int
    start: int
    end: int
    mark: str
    is_last: bool
    ends_block: bool = False


def closing_mark(plan: Plan, context: Context) -> Iterator[Finding]:
    """A basis does not end with a semicolon, or the last one not with a full stop."""
    for line in _lines(plan, context):
        expected = "." if line.is_last else ";"
        # The lines of one opening may be taken for a list of their own, which ends with a full stop.
        if line.mark == expected or (line.ends_block and line.mark == "."):
            continue
        place = Span(line.end, line.end + len(line.mark))
        words = piece(context, max(line.start, line.end - 40), place.end)
        match = _LAST_WORD.search(words.text) if words is not None else None
        span = words.span(*match.span()) if words is not None and match is not None else place
        yield Finding.of(
            "REF015",
            args={"written": match[0] if match else line.mark, "expected": expected},
            pointer=f"/bases/{line.number}",
            span=span,
            edits=(Edit(span=place, text=expected),),
            variant="last" if line.is_last else "",
        )


def _lines(plan: Plan, context: Context) -> Iterator[_Line]:
    """The bases that stand in a list, one after the other on lines of their own, so far as they are nothing more."""
    source = context.source
    if source is None:
        return
    follows = False
    for number, basis in enumerate(plan.bases):
        ended, follows_one = _ended(basis, source), follows
        if basis.span is None or ended is None or _may_be_the_party_s(plan, basis.span, source):
            follows = False
            continue
        end, mark = ended
        after = plan.bases[number + 1].span if number + 1 < len(plan.bases) else None
        follows = after is not None and after.start > end and not source[end + len(mark) : after.start].strip(_BETWEEN)
        if follows:
            ends_block = plan.bases[number + 1].kind is not basis.kind
            yield _Line(number, basis.span.start, end, mark, is_last=False, ends_block=ends_block)
        elif follows_one and after is None and _begins_a_sentence(source, end + len(mark)):
            yield _Line(number, basis.span.start, end, mark, is_last=True)


def _may_be_the_party_s(plan: Plan, span: Span, source: str) -> bool:
    """Whether a basis has a dash before it where nothing tells whose document it is: the Party writes bases so."""
    return plan.header.family is None and source[max(0, span.start - 4) : span.start].rstrip().endswith(("-", "–"))


def _ended(basis: LegalBasis, source: str) -> tuple[int, str] | None:
    """Where the words of a basis end, and the mark behind them; None for one that is more than a basis."""
    span = basis.span
    if span is None or span.end > len(source) or span.end - span.start > _LONGEST:
        return None
    end = span.end
    while end < len(source) and end < span.end + 4 and source[end] in "*_;.,:":
        end += 1
    words = source[span.start : end].rstrip(_MARKS)
    body = words.rstrip(_CLOSERS + _MARKS)
    marks = "".join(letter for letter in words[len(body) :] if letter in _CLOSERS)
    if not body or len(marks) > 1 or not (body[-1].isalnum() or body[-1] in _LAST_LETTERS):
        return None
    if len(body) < _LONGEST_OPENING and _OPENING.fullmatch(composed(body)) is not None:
        return None
    if _RUNS_ON.search(composed(words)) or _SENTENCE.search(composed(body)):
        return None
    # The mark may stand behind the sign that ends italics: "năm 2025*;".
    at = span.start + (words.rindex(marks) if marks else len(body))
    return at, marks


def _begins_a_sentence(source: str, at: int) -> bool:
    """Whether a new paragraph begins behind a place, with a capital, and is no basis in other words."""
    ahead = source[at : at + 120]
    rest = ahead.lstrip(_MARKS)
    gap = ahead[: len(ahead) - len(rest)]
    return "\n" in gap and rest[:1].isupper() and _OPENS_MORE.match(composed(rest)) is None


_HEAD = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\n"
_LAW = "Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006"
_PLAN = "Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh"
_END = "\n\nTrường Mầm non Hoa Mai ban hành Kế hoạch như sau:\n"
BASIS_RULES = (
    Rule(
        code="REF014",
        inspect=not_cited_whole,
        violating=f"{_HEAD}Căn cứ Kế hoạch số 15/KH-UBND của Ủy ban nhân dân tỉnh về công tác bình đẳng giới;\n",
        conforming=f"{_HEAD}Căn cứ {_PLAN} về công tác bình đẳng giới;\n",
    ),
    Rule(
        code="REF015",
        inspect=closing_mark,
        violating=f"{_HEAD}{_LAW}\nCăn cứ {_PLAN} về công tác bình đẳng giới.{_END}",
        conforming=f"{_HEAD}{_LAW};\nCăn cứ {_PLAN} về công tác bình đẳng giới.{_END}",
    ),
    Rule(
        code="REF016",
        inspect=several_on_one_line,
        violating=f"{_HEAD}{_LAW}; {_PLAN} về công tác bình đẳng giới.{_END}",
        conforming=f"{_HEAD}{_LAW};\nCăn cứ {_PLAN} về công tác bình đẳng giới.{_END}",
    ),
)
"""Rules of legal bases (REF)."""
