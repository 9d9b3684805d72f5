"""Outlines: sections, their numbers and paths."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import InvalidValueError, NotFoundError
from vstbpn.plans.outline import DEEPEST, Item, Outline, Section
from vstbpn.vocabulary import ItemMark, SectionStyle


def section(
    marker: str, style: SectionStyle, level: int = 1, *below: Section, title: str | None = "Tên mục"
) -> Section:
    number = marker.strip(".:) ").split(" ", maxsplit=1)[-1].removeprefix("tiêu ")
    return Section(marker=marker, style=style, number=number, level=level, title=title, sections=below)


def nested(depth: int) -> Item:
    item = Item(text="Nội dung")
    for _ in range(depth - 1):
        item = Item(mark=ItemMark.PLUS, text="Nội dung", items=(item,))
    return item


GOAL = section("Mục tiêu 1:", SectionStyle.GOAL, 3)
PART_GOAL = section("Mục tiêu 1.2:", SectionStyle.GOAL, 3)
LETTER = section("đ)", SectionStyle.LETTER, 3, title=None)
OUTLINE = Outline(
    sections=(
        section("I.", SectionStyle.ROMAN, 1, section("1.", SectionStyle.ARABIC, 2, LETTER)),
        section("II.", SectionStyle.ROMAN, 1, section("2.1.", SectionStyle.DECIMAL, 2, GOAL, PART_GOAL)),
    )
)


class TestItem:
    """Items nest, but not without end."""

    def test_the_deepest(self) -> None:
        assert nested(DEEPEST).text == "Nội dung"

    def test_one_too_deep(self) -> None:
        with pytest.raises(InvalidValueError, match="no deeper than 32"):
            nested(DEEPEST + 1)

    @pytest.mark.parametrize("items", [[], [Item(text="Nội dung")], ("Nội dung",), "Nội dung", 5])
    def test_what_is_no_tuple_of_items(self, items: Any) -> None:  # noqa: ANN401  # The wrong kind of value.
        with pytest.raises(InvalidValueError, match="expected a tuple of items"):
            Item(text="Nội dung", items=items)


class TestSection:
    """A section has a level, and what is below it deeper ones."""

    @pytest.mark.parametrize("level", [0, -1, DEEPEST + 1])
    def test_levels_that_cannot_be(self, level: int) -> None:
        with pytest.raises(InvalidValueError, match="levels run from 1 to 32"):
            section("I.", SectionStyle.ROMAN, level)

    @pytest.mark.parametrize("level", [1, 2])
    def test_below_stand_deeper_ones(self, level: int) -> None:
        with pytest.raises(InvalidValueError, match="stand deeper ones"):
            section("I.", SectionStyle.ROMAN, 2, section("1.", SectionStyle.ARABIC, level))

    @pytest.mark.parametrize(
        ("marker", "style", "label"),
        [
            ("II.", SectionStyle.ROMAN, "II"),
            ("2.1.", SectionStyle.DECIMAL, "1"),
            ("đ)", SectionStyle.LETTER, "đ"),
            ("Điều 3.", SectionStyle.ARTICLE, "3"),
            ("Mục tiêu 1:", SectionStyle.GOAL, "Mục tiêu 1"),
        ],
    )
    def test_labels(self, marker: str, style: SectionStyle, label: str) -> None:
        assert section(marker, style).label == label

    @pytest.mark.parametrize(
        ("marker", "style", "ordinal"),
        [
            ("IV.", SectionStyle.ROMAN, 4),
            ("12.", SectionStyle.ARABIC, 12),
            ("2.3.", SectionStyle.DECIMAL, 3),
            ("d)", SectionStyle.LETTER, 4),
            ("đ)", SectionStyle.LETTER, 5),
            ("f)", SectionStyle.LETTER, None),
            ("C.", SectionStyle.UPPER_LETTER, 3),
            ("Đ.", SectionStyle.UPPER_LETTER, 5),
            ("Chương II", SectionStyle.CHAPTER, 2),
            ("Phần thứ hai", SectionStyle.PART, None),
            ("Mục tiêu 3:", SectionStyle.GOAL, 3),
        ],
    )
    def test_ordinals(self, marker: str, style: SectionStyle, ordinal: int | None) -> None:
        assert section(marker, style).ordinal == ordinal

    def test_a_number_too_long_to_count(self) -> None:
        endless = Section(marker="9.", style=SectionStyle.ARABIC, number="9" * 5000, level=1)
        assert endless.ordinal is None

    def test_the_heading_as_one_line(self) -> None:
        assert section("I.", SectionStyle.ROMAN, title="MỤC ĐÍCH").heading_text == "I. MỤC ĐÍCH"
        assert LETTER.heading_text == "đ)"


class TestOutline:
    """Sections are walked in reading order and found by path."""

    def test_walking(self) -> None:
        markers = ["I.", "1.", "đ)", "II.", "2.1.", "Mục tiêu 1:", "Mục tiêu 1.2:"]
        assert [one.marker for one in OUTLINE] == markers
        assert [one.marker for one in OUTLINE.walk()] == markers
        assert len(OUTLINE) == 7

    def test_paths(self) -> None:
        paths = ["I", "I.1", "I.1.đ", "II", "II.1", "II.1.Mục tiêu 1", "II.1.Mục tiêu 1.2"]
        assert [path for path, _ in OUTLINE.paths()] == paths

    @pytest.mark.parametrize("path", ["I.1.đ", "I/1/đ", " I . 1 . đ "])
    def test_finding(self, path: str) -> None:
        assert OUTLINE.find(path) is LETTER

    def test_a_goal_keeps_the_dot_of_its_number(self) -> None:
        assert OUTLINE.find("II.1.Mục tiêu 1") is GOAL
        assert OUTLINE.find("II.1.Mục tiêu 1.2") is PART_GOAL

    @pytest.mark.parametrize(
        ("path", "candidates"),
        [
            ("III", ("I", "II")),
            ("", ("I", "II")),
            (".", ("I", "II")),
            ("I.2", ("1",)),
            ("I.1.đ.1", ()),
            ("II.1.Mục tiêu 2", ("Mục tiêu 1", "Mục tiêu 1.2")),
            ("II.1.", ("Mục tiêu 1", "Mục tiêu 1.2")),
        ],
    )
    def test_a_path_to_nothing_names_what_is_there(self, path: str, candidates: tuple[str, ...]) -> None:
        with pytest.raises(NotFoundError, match="section") as caught:
            OUTLINE.find(path)
        assert caught.value.candidates == candidates

    def test_nothing_is_found_in_an_empty_outline(self) -> None:
        with pytest.raises(NotFoundError):
            Outline().find("I")

    @given(strategies.outlines())
    def test_each_path_leads_to_its_section(self, outline: Outline) -> None:
        for path, found in outline.paths():
            assert outline.find(path) is found

    @given(strategies.outlines(), st.text(max_size=12))
    def test_any_path_finds_or_is_not_found(self, outline: Outline, path: str) -> None:
        try:
            assert outline.find(path) in list(outline)
        except NotFoundError as error:
            assert error.key == path  # noqa: PT017  # Both ends are right.
