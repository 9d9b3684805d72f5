"""Rules of the closing mark (STR). Nghị định 30/2020/NĐ-CP, Phụ lục III (models); for the Party Hướng dẫn 36-HD/VPTW."""

import re
from collections.abc import Iterator

from vstbpn.findings import Edit, Finding
from vstbpn.plans.plan import Plan
from vstbpn.text import composed, fold
from vstbpn.validation.rule import Context, Rule
from vstbpn.values import Span

_END_MARK = "./."
_TAIL = 60
_LONGEST_MARK = 6
_MARK = re.compile(r"[./;,][./;, ]{0,12}$")
_WORD_AT_END = re.compile(r"[^\W_][)”\"]?$")
_ORNAMENTS = " \t\r\n\u00a0\u200b\ufeff*_#>|"
_LINE_END = re.compile(r"[\n\r]")
_PARTY = re.compile(r"ĐẢNG\s+CỘNG\s+SẢN")
_OTHER_ENDING = re.compile(
    r"Nơi\s+nhận|NƠI\s+NHẬN|PHỤ\s+LỤC|Phụ\s+lục|CỘNG\s+H(?:ÒA|OÀ)|[\n\r][\s*#|>]{0,40}(?:TM|KT|TL|TUQ)\."
)


def no_closing_mark(plan: Plan, context: Context) -> Iterator[Finding]:
    """The body ends without a mark."""
    if plan.closing is None:
        stop = _full_stop_above_the_ending(plan, context)
        edits = (Edit(span=stop, text=_END_MARK),) if stop else ()
        yield Finding.of("STR006", pointer="/closing", span=stop or last_paragraph(plan), edits=edits)


def last_paragraph(plan: Plan) -> Span | None:
    """The last paragraph of the body, where what is missing at its end should stand; None where it is not known."""
    section = next(reversed(plan.outline.sections), None)
    while section is not None and section.sections:
        section = section.sections[-1]
    if section is None:
        return None
    item = next(reversed(section.items), None)
    while item is not None and item.items:
        item = item.items[-1]
    return section.heading if item is None else item.span


def _full_stop_above_the_ending(plan: Plan, context: Context) -> Span | None:
    """The full stop that ends the body right above recipients or signature, where both tell that the text is whole."""
    last = max((section.span.end for section in plan.outline.sections if section.span), default=0)
    places = [plan.recipients_span, plan.signature.span if plan.signature else None]
    starts = [place.start for place in places if place is not None]
    if context.source is None or not starts or not last:
        return None
    at = min(starts)
    while at > 0 and context.source[at - 1] in _ORNAMENTS:
        at -= 1
    words = context.source[max(0, at - 3) : at]
    return Span(at - 1, at) if words[-1:] == "." and words[-2:-1].isalnum() and at <= last else None


def wrong_closing_mark(plan: Plan, context: Context) -> Iterator[Finding]:
    """The body ends with a mark, but not with ``./.``."""
    if plan.closing is None or _END_MARK in plan.closing.text[-_LONGEST_MARK:]:
        return
    found = _MARK.search(plan.closing.text[-_TAIL:])
    span, edits = _mending(plan, context)
    if found is not None:
        yield Finding.of("STR007", args={"mark": found[0].strip()}, pointer="/closing", span=span, edits=edits)
    else:
        yield Finding.of("STR007", args={"mark": ""}, pointer="/closing", span=span, edits=edits, variant="none")


def _mending(plan: Plan, context: Context) -> tuple[Span | None, tuple[Edit, ...]]:
    """Where the mark stands, or the last letter where there is none, and what puts the right one there."""
    span = plan.closing.span if plan.closing else None
    words = context.text(span)
    if words is None or span is None:
        return span, ()
    cut = max(0, len(words) - _TAIL)
    folded = fold(words[cut:])
    text = folded.text.rstrip()
    found = _MARK.search(text)
    if found is not None:
        place = folded.span(found.start(), len(text))
        at = Span(span.start + cut + place.start, span.start + cut + place.end)
        return at, (Edit(span=at, text=_END_MARK),)
    if not text:
        return span, ()
    place = folded.span(len(text) - 1, len(text))
    at = Span(span.start + cut + place.start, span.start + cut + place.end)
    # A text that breaks off has no mark either: that it goes on with its ending tells that it is whole.
    is_whole = bool(plan.recipients or plan.signature) and _WORD_AT_END.search(text) is not None
    return at, (Edit(span=Span(at.end, at.end), text=_END_MARK),) if is_whole else ()


def mark_in_the_middle(plan: Plan, context: Context) -> Iterator[Finding]:
    """The mark of the end stands once more within the body, which goes on and ends with its own."""
    closing = plan.closing
    first = plan.outline.sections[0].span if plan.outline.sections else None
    if context.source is None or closing is None or closing.span is None or first is None:
        return
    if not closing.text.endswith(_END_MARK):
        return
    start, end = first.start, closing.span.start
    at = context.source.find(_END_MARK, start, end)
    if at < 0 or _OTHER_ENDING.search(composed(context.source[at:end])) is not None:
        return
    line_end = _LINE_END.search(context.source, at, end)
    if line_end is not None and not context.source[at + len(_END_MARK) : line_end.start()].strip(_ORNAMENTS):
        yield Finding.of("STR042", pointer="/outline", span=Span(at, at + len(_END_MARK)))


def state_mark_in_a_party_document(plan: Plan, context: Context) -> Iterator[Finding]:
    """A document of the Party that ends with the mark of State documents: it ends with a full stop."""
    head, closing = context.text(plan.header.span), plan.closing
    if head is None or closing is None or closing.span is None or not closing.text.endswith(_END_MARK):
        return
    if _PARTY.search(fold(head).text.upper()) is None:
        return
    span, _ = _mending_of_the_end(closing.span, context)
    edits = (Edit(span=span, text="."),) if span is not None else ()
    yield Finding.of("STR043", pointer="/closing", span=span or closing.span, edits=edits)


def _mending_of_the_end(span: Span, context: Context) -> tuple[Span | None, str]:
    """Where ``./.`` stands at the end of a passage, and the words there."""
    words = context.text(span) or ""
    at = words.rfind(_END_MARK, max(0, len(words) - _TAIL))
    return (Span(span.start + at, span.start + at + len(_END_MARK)), words) if at >= 0 else (None, words)


_BODY = "KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Mở lớp tập huấn.\n\n"
_END = "\n\nNơi nhận:\n- Lưu: VT.\n"
_PARTY_HEAD = (
    "ĐẢNG CỘNG SẢN VIỆT NAM\n\nĐẢNG ỦY XÃ AN BÌNH\n*\nSố 12-KH/ĐU\n\nKẾ HOẠCH\nCông tác năm 2026\n\nI- MỤC ĐÍCH\n\n"
)

CLOSING_RULES = (
    Rule(
        code="STR006",
        inspect=no_closing_mark,
        violating=f"KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Mở lớp tập huấn.{_END}",
        conforming=f"KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Mở lớp tập huấn./.{_END}",
    ),
    Rule(
        code="STR007",
        inspect=wrong_closing_mark,
        violating=f"{_BODY}Trên đây là Kế hoạch công tác năm 2026/.{_END}",
        conforming=f"{_BODY}Trên đây là Kế hoạch công tác năm 2026./.{_END}",
    ),
    Rule(
        code="STR042",
        inspect=mark_in_the_middle,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Mở lớp./.\n\nII. TỔ CHỨC THỰC HIỆN\n\n- Báo cáo kết quả./.\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Mở lớp.\n\nII. TỔ CHỨC THỰC HIỆN\n\n- Báo cáo kết quả./.\n",
    ),
    Rule(
        code="STR043",
        inspect=state_mark_in_a_party_document,
        violating=f"{_PARTY_HEAD}- Nâng cao nhận thức./.\n",
        conforming=f"{_PARTY_HEAD}- Nâng cao nhận thức.\n",
    ),
)
