"""Strategies of what is read of texts, and of texts that were mended."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.reading.reading import Block, Reading, read
from vstbpn.strategies.texts import plan_texts
from vstbpn.strategies.values import sentences
from vstbpn.validation.fixing import Fixed, fix
from vstbpn.values import Span
from vstbpn.vocabulary import BlockKind

_SLIPS = (
    ("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"), ("Số: ", "Số "), ("ngày 0", "ngày "), ("./.", "."),
    ("Điều ", "điều "),
)  # fmt: skip
"""What stands in plans, and how it is miswritten so that it is known how to mend it."""


@st.composite
def blocks(draw: DrawFn) -> Block:
    """Pieces of a source (khối) of every kind.

    Use: ``@given(strategies.blocks())``.
    """
    text = draw(sentences())
    start = draw(st.integers(0, 5000))
    return Block(kind=draw(st.sampled_from(list(BlockKind))), text=text, span=Span(start, start + len(text)))


def readings() -> SearchStrategy[Reading]:
    """What texts of small plans turn out to hold (kết quả đọc).

    Use: ``@given(strategies.readings())``.
    """
    return plan_texts().map(read)


@st.composite
def fixed_texts(draw: DrawFn) -> Fixed:
    """Texts of small plans that were mended (kết quả sửa), where there was a slip of those that clerks make.

    Use: ``@given(strategies.fixed_texts())``.
    """
    text = draw(plan_texts())
    for right, wrong in draw(st.lists(st.sampled_from(_SLIPS), min_size=1, max_size=2, unique=True)):
        text = text.replace(right, wrong)
    return fix(text)
