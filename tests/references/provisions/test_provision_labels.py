"""The labels of provisions: which level bears which, and their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.references.provisions.labels import LEVELS, ORDINALS, is_label, is_range, label_key, members
from vstbpn.text import POINT_LETTERS, roman_numeral

LABELS = (
    st.integers(1, 999).map(str)
    | st.sampled_from(POINT_LETTERS)
    | st.integers(1, 89).map(roman_numeral)
    | st.tuples(st.integers(1, 999), st.sampled_from(POINT_LETTERS)).map(lambda parts: f"{parts[0]}{parts[1]}")
    | st.sampled_from(ORDINALS).map("thứ {}".format)
)


class TestWhatALevelBears:
    @pytest.mark.parametrize(
        ("level", "label"),
        [
            ("article", "5"), ("article", "5a"), ("article", "100đ"), ("article", "05"), ("article", "8.2.LQ.9"),
            ("article", "XX"), ("clause", "2"), ("clause", "2a"), ("clause", "1.2"), ("clause", "a"), ("point", "a"),
            ("point", "đ"), ("point", "b1"), ("point", "2.1"), ("item", "a"), ("item", "1"), ("section", "II.3"),
            ("section", "1.2"), ("section", "A"), ("section", "B.II"), ("section", "a"), ("chapter", "XIV"),
            ("chapter", "IIa"), ("part", "thứ nhất"), ("part", "A"), ("appendix", "02"), ("appendix", "I"),
            ("appendix", "A1"), ("appendix", ""), ("subsection", "1"),
        ],
    )  # fmt: skip
    def test_well_formed(self, level: str, label: str) -> None:
        assert is_label(level, label)

    @pytest.mark.parametrize(
        ("level", "label"),
        [
            ("article", "0"), ("article", "000"), ("article", "1000"), ("article", "a"), ("article", "5f"),
            ("article", ""), ("article", "năm"), ("article", "A"), ("clause", "II"), ("point", "f"), ("point", "A"),
            ("point", "w"), ("point", "ab"), ("chapter", "IIX"), ("chapter", "VV"), ("part", "thứ"),
            ("part", "thứ mấy"), ("section", "thứ nhất"), ("article", "5\n"), ("article", "٥"), ("chapter", " I"),
        ],
    )  # fmt: skip
    def test_ill_formed(self, level: str, label: str) -> None:
        assert not is_label(level, label)

    @given(st.sampled_from(LEVELS), st.text(max_size=8))
    def test_any_text_has_an_answer(self, level: str, label: str) -> None:
        if is_label(level, label):
            assert isinstance(label_key(label), tuple)


class TestOrder:
    @pytest.mark.parametrize(
        "labels",
        [
            list(POINT_LETTERS),
            ["1", "2", "5", "5a", "5b", "5đ", "6", "10"],
            ["I", "II", "IV", "V", "IX", "X"],
            ["1.1", "1.2", "1.10", "2"],
            ["b", "b1", "b2", "c"],
            ["A", "B", "C", "D", "Đ", "E", "L", "M"],
            ["II.1", "II.3", "III.1"],
            ["thứ nhất", "thứ hai", "thứ ba", "thứ mười"],
            ["8.2.LQ.9", "8.2.LQ.10"],
            ["A1", "A2"],
        ],
    )
    def test_labels_stand_as_in_an_act(self, labels: list[str]) -> None:
        mixed = labels[::-2] + labels[-2::-2]
        assert sorted(mixed, key=label_key) == labels

    @given(LABELS, LABELS)
    def test_a_range_runs_one_way(self, first: str, last: str) -> None:
        assert not (is_range(first, last) and is_range(last, first))

    def test_a_range_is_of_one_kind(self) -> None:
        assert not is_range("a", "5")
        assert not is_range("", "5")


class TestMembers:
    @pytest.mark.parametrize(
        ("first", "last", "each"),
        [
            ("1", "4", ("1", "2", "3", "4")),
            ("09", "11", ("09", "10", "11")),
            ("a", "e", ("a", "b", "c", "d", "đ", "e")),
            ("I", "III", ("I", "II", "III")),
            ("A", "E", ("A", "B", "C", "D", "Đ", "E")),
            ("5", "7a", ()),
            ("b1", "b3", ()),
            ("1.1", "1.3", ()),
        ],
    )
    def test_they_are_told_where_they_can_be(self, first: str, last: str, each: tuple[str, ...]) -> None:
        assert members(first, last) == each

    @given(st.integers(1, 400), st.integers(1, 30))
    def test_they_stand_in_order(self, first: int, count: int) -> None:
        each = members(str(first), str(first + count))
        assert len(each) == count + 1
        assert sorted(each, key=label_key) == list(each)
