"""Words that tell targets from facts, rates, votes and conditions."""

import pytest

from vstbpn.goals.finding.scanning import find_targets


def values(text: str, *, heading: str = "II. CHỈ TIÊU") -> list[str]:
    return [str(target.value) for target in find_targets(f"{heading}\n\n- {text}.")]


class TestFacts:
    @pytest.mark.parametrize(
        "text",
        [
            "Sau 4 năm, tỷ lệ hộ khá đạt 35%",
            "Qua khảo sát, 95% học viên hài lòng",
            "Tỷ lệ nữ mới đạt 12%",
            "Kinh phí mới được cấp 50%",
        ],
    )
    def test_are_no_targets(self, text: str) -> None:
        assert values(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "Tỷ lệ xã đạt chuẩn nông thôn mới đạt 80%",
            "Tỷ lệ lao động có việc làm mới đạt 80%",
            "80% công chức mới được bồi dưỡng",
        ],
    )
    def test_new_things_are_not(self, text: str) -> None:
        assert values(text) == ["80"]


class TestMoneyAndVotes:
    @pytest.mark.parametrize(
        "text",
        [
            "Hỗ trợ thêm 20% mức đóng bảo hiểm",
            "Người học được hưởng 70% học phí",
            "Nghị quyết được 100% đại biểu biểu quyết thông qua",
            "Đạt 100% số phiếu đồng ý",
        ],
    )
    def test_are_none_even_among_goals(self, text: str) -> None:
        assert values(text) == []

    def test_an_effort_for_people_is_one(self) -> None:
        assert values("80% đại biểu được tập huấn kỹ năng") == ["80"]


class TestOutsideGoals:
    @pytest.mark.parametrize(
        "text",
        [
            "Tập thể có ít nhất 70% cá nhân đạt danh hiệu thi đua",
            "Cơ quan nơi có từ 30% nữ trở lên thì phải có nữ lãnh đạo",
            "Xã đông dân là xã có mức tăng đạt 2% trở lên",
        ],
    )
    def test_standards_and_definitions_are_none(self, text: str) -> None:
        assert values(text, heading="III. QUY ĐỊNH") == []

    def test_a_goal_that_was_reached_is_none(self) -> None:
        text = "Kết nạp 30 đoàn viên, đạt 104% chỉ tiêu, 87% đoàn viên đăng ký thi đua"
        assert values(text, heading="I. KẾT QUẢ") == []


class TestScannedTexts:
    @pytest.mark.parametrize(
        ("text", "comparator"),
        [
            ("Phấn đâu 80% xã có sân chơi", "="),
            ("Tỷ lệ hộ hài lòng đạt tôi thiểu 80%", ">="),
            ("Tỷ lệ hồ sơ đúng hạn >= 80%", ">="),
            ("Tỷ lệ hồ sơ trễ hạn <= 80%", "<="),
        ],
    )
    def test_are_read(self, text: str, comparator: str) -> None:
        (target,) = find_targets(f"II. CHỈ TIÊU\n\n- {text}.")
        assert target.comparator.value == comparator
