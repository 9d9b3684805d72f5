"""Texts fitted into lines, and the scale of bars."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.goals.picturing.axis import axis_of
from vstbpn.goals.picturing.lines import one_line, padded, width, wrapped
from vstbpn.goals.targets.target import Target


class TestLines:
    @given(st.text())
    def test_a_line_is_printable_and_stays(self, text: str) -> None:
        line = one_line(text)
        assert line.isprintable()
        assert one_line(line) == line

    @given(st.text(st.sampled_from("aệ女e\u0302 ")), st.integers(2, 12))
    def test_wrapped_lines_fit_and_lose_nothing(self, text: str, columns: int) -> None:
        lines = wrapped(text, columns)
        assert "".join(lines).replace(" ", "") == "".join(text.split())
        assert max(map(width, lines)) <= columns

    @given(st.text(st.sampled_from("aệ女\u0302")), st.integers(0, 30))
    def test_padded_lines_fill_their_columns(self, text: str, columns: int) -> None:
        wanted = max(columns, width(text))
        assert width(padded(text, columns)) == width(padded(text, columns, right=True)) == wanted

    def test_a_character_wider_than_the_line(self) -> None:
        assert wrapped("女性", 1) == ["女", "性"]


class TestAxis:
    @pytest.mark.parametrize(
        ("text", "actuals", "low", "high"),
        [
            ("ít nhất 60% hộ", [62], 0, 100),
            ("ít nhất 60% hộ", [], 0, 100),
            ("ít nhất 60% hộ", [100], 0, 100),
            ("ít nhất 60% hộ", [150], 0, 162),
            ("dưới 5% hộ", [2], 0, Fraction(27, 5)),
            ("ít nhất 50 hộ", [100], 0, 108),
            ("giảm 50% số vụ", [-100, 75], -108, 81),
            ("đa số hộ", [], 0, 1),
        ],
    )
    def test_all_figures_have_room(self, text: str, actuals: list[int], low: Fraction, high: Fraction) -> None:
        axis = axis_of(Target.parse(text), map(Fraction, actuals))
        assert (axis.low, axis.high) == (low, high)

    @given(st.lists(st.fractions()), st.integers(0, 1000))
    def test_places_lie_between_0_and_1(self, actuals: list[Fraction], value: int) -> None:
        axis = axis_of(Target.parse(f"ít nhất {value} hộ"), actuals)
        for figure in (Fraction(value), *actuals, Fraction(0)):
            assert 0 <= axis.at(figure) <= 1
        assert axis.zero == axis.at(Fraction(0))
