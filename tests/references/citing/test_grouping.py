"""The mentions of each act of a document together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import InvalidValueError
from vstbpn.references.citing.grouping import group_mentions
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.references.finding.scanning import find_references
from vstbpn.values import Span


def grouped(*texts: str) -> list[list[int]]:
    """Which references come together, by their number in the list."""
    mentions = [
        Mention(reference=Reference.parse(text), span=Span(number, number + 1)) for number, text in enumerate(texts)
    ]
    return [[mention.span.start for mention in group] for group in group_mentions(mentions)]


class TestGroups:
    def test_full_and_short(self) -> None:
        full = "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ"
        assert grouped(full, "Luật Trẻ em", "Điều 8 Nghị định số 30/2020/NĐ-CP", full) == [[0, 2, 3], [1]]

    def test_short_before_full(self) -> None:
        assert grouped("Kế hoạch số 5/KH-UBND", "Kế hoạch số 05/KH-UBND ngày 05/3/2020") == [[0, 1]]

    def test_a_short_one_goes_with_the_nearest_before(self) -> None:
        one, other = "Kế hoạch số 5/KH-UBND ngày 05/3/2020", "Kế hoạch số 5/KH-UBND ngày 06/4/2021"
        short = "Kế hoạch số 5/KH-UBND"
        assert grouped(one, short, other, short, one, short) == [[0, 1, 4, 5], [2, 3]]

    def test_what_one_of_the_group_told_counts_for_all(self) -> None:
        texts = (
            "Kế hoạch số 5/KH-UBND",
            "Kế hoạch số 5/KH-UBND của UBND tỉnh An Giang",
            "Kế hoạch số 5/KH-UBND năm 2020",
            "Kế hoạch số 5/KH-UBND của UBND tỉnh Lào Cai",
            "Kế hoạch số 5/KH-UBND ngày 05/3/2021 của UBND tỉnh An Giang",
        )
        assert grouped(*texts) == [[0, 1, 2], [3], [4]]

    def test_months_and_days_count(self) -> None:
        texts = ("Công văn số 5/UBND-VX ngày 05/3/2020", "Công văn số 5/UBND-VX ngày 06/3/2020")
        assert grouped(*texts) == [[0], [1]]

    def test_a_law_by_name_and_by_number(self) -> None:
        texts = ("Luật số 102/2016/QH13", "Luật Trẻ em số 102/2016/QH13", "Luật Trẻ em", "Luật Trẻ em năm 2004")
        assert grouped(*texts) == [[0, 1, 2], [3]]

    def test_what_has_no_number_yet(self) -> None:
        assert grouped("Kế hoạch số /KH-UBND", "Kế hoạch số /KH-UBND", "Kế hoạch số /KH-SYT") == [[0, 1], [2]]

    def test_none(self) -> None:
        assert group_mentions(()) == ()
        assert group_mentions(iter(find_references("Luật Trẻ em"))) == (find_references("Luật Trẻ em"),)


class TestLaws:
    @settings(max_examples=40)
    @given(st.lists(strategies.mentions(), max_size=8))
    def test_each_mention_stands_in_one_group(self, mentions: list[Mention]) -> None:
        groups = group_mentions(mentions)
        assert sorted(map(id, (mention for group in groups for mention in group))) == sorted(map(id, mentions))

    @settings(max_examples=40)
    @given(st.lists(strategies.mentions(), min_size=1, max_size=5))
    def test_the_same_mentions_again_join_the_groups(self, mentions: list[Mention]) -> None:
        assert len(group_mentions([*mentions, *mentions])) == len(group_mentions(mentions))


class TestWrongValues:
    @pytest.mark.parametrize("given_", [None, 5, "Luật Trẻ em", [Reference.parse("Luật Trẻ em")]])
    def test_they_raise(self, given_: object) -> None:
        with pytest.raises(InvalidValueError, match="expected mentions, as find_references gives them"):
            group_mentions(given_)  # type: ignore[arg-type]  # Wrong kinds on purpose.
