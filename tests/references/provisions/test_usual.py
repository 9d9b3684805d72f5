"""The quick way reads what the grammar reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.references.provisions import scanning
from vstbpn.references.provisions.scanning import FoundProvisions, read_provisions_before
from vstbpn.references.provisions.usual import usual_provisions
from vstbpn.text import POINT_LETTERS

LEADS = st.sampled_from(["", " ", ", ", "và ", " tại ", "theo "])
JOINTS = st.sampled_from([", ", " và "])


def carefully(words: str) -> FoundProvisions | None:
    """What the grammar alone reads."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanning, "usual_provisions", lambda _: None)
        scanning._read_words.cache_clear()  # What was read the quick way must not be remembered.
        found = read_provisions_before(words, 0, len(words))
    scanning._read_words.cache_clear()
    return found


@st.composite
def listed(draw: st.DrawFn) -> str:
    """Words with a list of labels at one level."""
    word, labels, above = draw(
        st.sampled_from(
            [
                ("điểm", st.sampled_from(POINT_LETTERS), " khoản 2 Điều 5"),
                ("khoản", st.integers(1, 99).map(str), " Điều 9a"),
                ("Điều", st.integers(1, 999).map(str), ""),
                ("Điểm", st.sampled_from(POINT_LETTERS), " khoản 12 Điều 50đ"),
            ]
        )
    )
    several = draw(st.lists(labels, min_size=1, max_size=6))
    text = draw(LEADS) + draw(st.sampled_from(["", "các "])) + f"{word} {several[0]}"
    for label in several[1:]:
        text += draw(JOINTS) + draw(st.sampled_from(["", f"{word} "])) + label
    return text + above + draw(st.sampled_from([" ", " của "]))


class TestTheSame:
    @given(listed())
    def test_as_the_grammar_reads(self, words: str) -> None:
        usual = usual_provisions(words)
        careful = carefully(words)
        if usual is not None:
            assert careful is not None
            assert (careful.items, careful.start, careful.end) == usual

    @pytest.mark.parametrize(
        "words",
        [
            "khoản 2 Điều 5 ", "điểm đ khoản 2 Điều 5 của ", "Điều 5a ", "khoản 1, 2 và 3 Điều 9 ", "các Điều 8, 9 và 30 của ",
            "điểm a, điểm b khoản 2 Điều 5 ", "khoản 1 và khoản 3 Điều 12 ", "Điều 5, Điều 7 và Điều 9 ",
        ],
    )  # fmt: skip
    def test_the_usual_ones_are_read_quickly(self, words: str) -> None:
        assert usual_provisions(words) is not None

    @pytest.mark.parametrize(
        "words",
        [
            "",
            "Điều 5",
            "khoản 2 Điều 0 ",
            "từ Điều 5 đến Điều 9 ",
            "điểm a, b khoản 2 và khoản 3 Điều 5 ",
            "Điều 5\n",
            "điểm f khoản 1 Điều 2 ",
        ],
    )
    def test_others_are_left_to_the_grammar(self, words: str) -> None:
        assert usual_provisions(words) is None
