"""Goals: a heading with its targets."""

import pytest

from vstbpn.errors import InvalidValueError
from vstbpn.goals import Goal, Target
from vstbpn.values import Span


class TestGoal:
    def test_years_of_its_targets_in_order(self) -> None:
        goal = Goal(
            marker="Mục tiêu 1",
            title="Tăng tỷ lệ nữ lãnh đạo",
            targets=(
                Target.parse("đạt 75% cơ quan vào năm 2030"),
                Target.parse("đạt 60% cơ quan vào năm 2025"),
                Target.parse("đạt 5% cơ quan"),
                Target.parse("đạt 62% đơn vị vào năm 2025"),
            ),
            qualitative=(Target.parse("Đến năm 2028, đa số phụ nữ được tập huấn"),),
        )
        assert goal.years == (2025, 2028, 2030)

    def test_its_place_is_not_compared(self) -> None:
        assert Goal(title="A", span=Span(0, 3)) == Goal(title="A")

    @pytest.mark.parametrize("target", [Target.parse("đạt 5% hộ"), "đa số hộ", None])
    def test_its_targets_in_words_have_no_figure(self, target: object) -> None:
        with pytest.raises(InvalidValueError, match=r"no figure|expected a Target"):
            Goal(title="A", qualitative=(target,))  # type: ignore[arg-type]  # What the error is about.
