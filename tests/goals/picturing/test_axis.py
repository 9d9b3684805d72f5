"""The scale of bars."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.goals.picturing.axis import axis_of
from vstbpn.goals.targets.target import Target


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
