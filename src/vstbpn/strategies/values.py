"""Strategies of what every value is made of: spans, passages, sentences."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.strategies.words import DUTIES, PURPOSES
from vstbpn.values import Passage, Span


@st.composite
def spans(draw: DrawFn, *, limit: int = 10_000) -> Span:
    """Spans (khoảng ký tự) in a text of ``limit`` code points.

    Use: ``@given(strategies.spans(limit=80))``.
    """
    start = draw(st.integers(0, limit))
    return Span(start, draw(st.integers(start, limit)))


def places() -> SearchStrategy[Span | None]:
    """Where a value stood, or None for one that no text was read for.

    Use: ``st.builds(MyValue, span=strategies.places())``.
    """
    return st.none() | spans()


@st.composite
def passages(draw: DrawFn, *, text: SearchStrategy[str] | None = None) -> Passage:
    """Passages (đoạn chữ): the words of ``text``, by default a sentence of a plan.

    Use: ``@given(strategies.passages())``.
    """
    return Passage(text=draw(sentences() if text is None else text), span=draw(places()))


def sentences() -> SearchStrategy[str]:
    """Sentences of plans (câu văn), without a mark at their end.

    Use: ``@given(strategies.sentences())``.
    """
    return st.sampled_from(PURPOSES + DUTIES)
