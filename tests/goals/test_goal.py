"""Goals: a heading with its targets."""

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
            qualitative=("Đa số phụ nữ được tập huấn",),
        )
        assert goal.years == (2025, 2030)

    def test_its_place_is_not_compared(self) -> None:
        assert Goal(title="A", span=Span(0, 3)) == Goal(title="A")
