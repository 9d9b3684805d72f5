"""What rules of the header look at (phần mở đầu): its words made uniform, with the way back to the source."""

import re
from typing import NamedTuple

from vstbpn.plans.plan import Plan
from vstbpn.text import Folded, fold
from vstbpn.validation.rule import Context
from vstbpn.values import Span

_FARTHEST = 1500
"""How far above the number, the date or the type a header may begin; a text above that is something else."""

_NUMBER_WORD = re.compile(r"(?<![^\W_])(?P<word>S[ốỐ])(?P<gap>\s{0,3}:?\s{0,40})(?:[.…_]{1,40}\s{0,8})?\Z")
_WIDEST_GAP = 110
_GOES_ON = re.compile(r" {0,3}[^\W\d_]")


class Head(NamedTuple):
    """A header: its text from ``begin`` of the source on, made uniform."""

    folded: Folded
    begin: int

    @property
    def text(self) -> str:
        """Its words made uniform."""
        return self.folded.text

    def span(self, start: int, end: int) -> Span:
        """The place in the source of ``text[start:end]``."""
        span = self.folded.span(start, end)
        return Span(self.begin + span.start, self.begin + span.end)

    def place(self, origin: int) -> int | None:
        """The place in ``text`` of a place in the source; None where that lies outside."""
        if not self.begin <= origin <= self.begin + len(self.folded.source):
            return None
        return self.folded.index(origin - self.begin)


class NumberLine(NamedTuple):
    """Where a document's own number stands: its word "Số", what stands between, and the number and symbol."""

    head: Head
    word_end: int
    gap: str
    start: int
    end: int


def head_of(plan: Plan, context: Context) -> Head | None:
    """The header above the type, or all of it where it has no type; None where the source is not known."""
    return context.shared(_head, plan)


def number_line_of(plan: Plan, context: Context) -> NumberLine | None:
    """Where the document's own number stands; None where what was read may be the number of an act that is cited."""
    return context.shared(_number_line, plan)


def below_type(plan: Plan, context: Context, size: int) -> Head | None:
    """What stands below the type, no more than so many characters; None where there is no type, or no source."""
    source, type_span = context.source, plan.header.type_span
    if source is None or type_span is None:
        return None
    end = type_span.end + size if plan.span is None else min(plan.span.end, type_span.end + size)
    return Head(fold(source[type_span.end : max(end, type_span.end)]), type_span.end)


def _head(plan: Plan, context: Context) -> Head | None:
    header, source = plan.header, context.source
    if source is None or header.span is None:
        return None
    end = header.type_span.start if header.type_span is not None else header.span.end
    inside = (span.start for span in (header.symbol_span, header.date_span) if span is not None)
    begin = max(header.span.start, min((*inside, end)) - _FARTHEST)
    return Head(fold(source[begin:end]), begin) if begin < end else None


def _number_line(plan: Plan, context: Context) -> NumberLine | None:
    head, span = head_of(plan, context), plan.header.symbol_span
    if head is None or span is None or plan.header.attached_to is not None:
        return None
    start, end = head.place(span.start), head.place(span.end)
    if start is None or end is None:
        return None
    word = _NUMBER_WORD.search(head.text, max(0, start - _WIDEST_GAP), start)
    after = _GOES_ON.match(head.text, end)
    # "Số 12/KH-UBND ngày 05/3/2026 của …" cites another document.
    if word is None or (after is not None and after[0][-1].islower()):
        return None
    return NumberLine(head, word.end("word"), word["gap"], start, end)
