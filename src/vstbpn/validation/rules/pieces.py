"""What the rules of letters walk through: the piece of the source a document stands in, made uniform once for all of them."""

import re
from collections.abc import Iterator
from functools import cached_property

from vstbpn.plans.plan import Plan
from vstbpn.text import Folded, fold
from vstbpn.validation.rule import Context
from vstbpn.values import Span

_USUAL = (
    "\t\n\r -~\u00a0-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u0255\u0257-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e"
    "\u20ab"
)
_ODD = re.compile(f"[^{_USUAL}]")
"""Letters that are none of those Vietnamese texts are written with: most texts hold none, which is quickly seen."""

_LEGACY = "DOC003"
_ANNEX = re.compile(r"\n[ ]{0,40}(?:PHỤ LỤC|MẪU|BIỂU|Phụ lục|Mẫu số|Biểu số|Biểu mẫu)(?![^\W\d_])")


class Piece:
    """The piece of the source that a document stands in (phần văn bản gốc).

    Args:
        source: The whole source.
        span: The place of the document in it.
        legacy: The passages of the source that are written with letters of a legacy encoding, so that signs and letters of
            Western Europe stand for others there.
    """

    def __init__(self, source: str, span: Span, *, legacy: tuple[Span, ...] = ()) -> None:
        self.start = span.start
        self.legacy = legacy
        self.text = source if len(span) == len(source) else span.of(source)

    @property
    def is_partly_legacy(self) -> bool:
        """Whether there is such a passage."""
        return bool(self.legacy)

    def is_in_legacy(self, at: int) -> bool:
        """Whether a place in the piece is within such a passage."""
        return any(self.start + at in span for span in self.legacy)

    @cached_property
    def odd(self) -> frozenset[str]:
        """The characters in it that Vietnamese texts are not written with."""
        return frozenset(_ODD.findall(self.text))

    @cached_property
    def folded(self) -> Folded:
        """It, made uniform."""
        return fold(self.text)

    def span(self, start: int, end: int) -> Span:
        """The place in the source of a place in the piece."""
        return Span(self.start + start, self.start + end)

    def folded_span(self, start: int, end: int) -> Span:
        """The place in the source of a place in the uniform text."""
        place = self.folded.span(start, end)
        return Span(self.start + place.start, self.start + place.end)


def _piece_of(plan: Plan, context: Context) -> Piece:
    source = context.source or ""
    span = plan.span or Span(0, len(source))
    legacy = tuple(one.span for one in context.noticed if one.code == _LEGACY and one.span is not None)
    return Piece(source, Span(min(span.start, len(source)), min(span.end, len(source))), legacy=legacy)


def piece(plan: Plan, context: Context) -> Piece | None:
    """The piece of the source a plan stands in; None where there is none, or all of it is written in a legacy encoding."""
    if not context.source or any(
        finding.code == _LEGACY and (finding.span is None or len(finding.span) == len(context.source))
        for finding in context.noticed
    ):
        return None
    return context.shared(_piece_of, plan)


def body_of(plan: Plan, found: Piece) -> tuple[int, int]:
    """Where in the uniform text the numbered sections stand, up to recipients, signature or the first appendix."""
    folded = found.folded
    headings = [section.heading for section in plan.outline.sections if section.heading is not None]
    if not headings:
        return 0, 0
    length = len(found.text)
    first = _within(headings[0].start - found.start, length)
    places = [plan.recipients_span, *_signature(plan)]
    ends = [place.start for place in places if place is not None and place.start > headings[0].start]
    last = _within(min(ends) - found.start, length) if ends else length
    start, end = folded.index(first), folded.index(last)
    annex = _ANNEX.search(folded.text, start, end) if end > start else None
    return start, max(start, annex.start() if annex else end)


def _signature(plan: Plan) -> Iterator[Span | None]:
    if plan.signature is not None:
        yield plan.signature.span


def _within(place: int, length: int) -> int:
    return max(0, min(place, length))
