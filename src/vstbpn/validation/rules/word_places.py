"""Where some words stand in the source, of which only the paragraph around them is known."""

from vstbpn.text import fold
from vstbpn.validation.rule import Context
from vstbpn.values import Span

_LONGEST = 4000


def place_within(words: str, around: Span | None, context: Context) -> Span | None:
    """The place of some words in the source; that of what is around them where they are broken there by a line or a mark."""
    # Of a line without end, in which there are as many words to look for, only the line itself is told.
    piece = context.text(around) if around is not None and len(around) <= _LONGEST else None
    if piece is None or around is None:
        return around
    folded = fold(piece)
    at = folded.text.find(words)
    if at < 0 or not words:
        return around
    found = folded.span(at, at + len(words))
    return Span(around.start + found.start, around.start + found.end)
