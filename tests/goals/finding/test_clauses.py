"""Clauses of several figures: lists, colons, lines, brackets, and figures that only tell which ones are meant."""

import pytest

from vstbpn.goals.finding.scanning import find_targets
from vstbpn.goals.targets.target import Target


def found(text: str) -> list[Target]:
    return list(find_targets(f"II. CHỈ TIÊU\n\n- {text}"))


def figures(text: str) -> list[tuple[str, str, str | None]]:
    return [(target.comparator.value, str(target.value), target.population) for target in found(text)]


class TestColons:
    def test_one_joins_a_figure_to_its_subject(self) -> None:
        (target,) = found("Tỷ lệ hộ có nhà tạm: dưới 2%.")
        assert (target.population, target.text) == ("Tỷ lệ hộ có nhà tạm", "Tỷ lệ hộ có nhà tạm: dưới 2%")

    def test_years_may_stand_between(self) -> None:
        text = "Tỷ lệ che phủ rừng: năm 2026 đạt 52%, năm 2028 đạt 54%."
        assert [(target.population, target.year) for target in found(text)] == [
            ("Tỷ lệ che phủ rừng", 2026),
            ("Tỷ lệ che phủ rừng", 2028),
        ]

    def test_one_leads_in_what_follows(self) -> None:
        assert figures("Phấn đấu như sau: 90% hộ dùng nước máy.") == [("=", "90", "hộ dùng nước máy")]
        assert figures("Đến năm 2028: 90%.") == [("=", "90", None)]

    def test_counts_of_one(self) -> None:
        assert figures("Giải thể thao cấp tỉnh: ít nhất 12 giải.") == [(">=", "12", "Giải thể thao cấp tỉnh")]


class TestLists:
    def test_plain_labels_go_on(self) -> None:
        assert figures("Xếp loại giỏi 18%, khá 62%, trung bình dưới 5%.") == [
            ("=", "18", "Xếp loại giỏi"),
            ("=", "62", "khá"),
            ("<", "5", "trung bình"),
        ]

    def test_a_label_with_a_comparison(self) -> None:
        text = "Tỷ lệ tham gia bảo hiểm của khối phường đạt 95%, khối xã không thấp hơn 88%; nhà trẻ từ 40% trở lên, mẫu giáo từ 90% trở lên."
        assert [value for _, value, _ in figures(text)] == ["95", "88", "40", "90"]

    @pytest.mark.parametrize(
        "text",
        [
            "100% hộ được vay vốn, được bù 3% lãi suất cho vay",
            "70% cơ quan, đơn vị có 30% nữ trở lên có nữ lãnh đạo",
        ],
    )
    def test_what_is_part_of_a_sentence_does_not(self, text: str) -> None:
        assert len(found(text)) == 1

    def test_things_counted_go_on(self) -> None:
        text = "Xây dựng ít nhất 06 tổ hòa giải, mỗi ấp không dưới 01 tổ nữ."
        assert [(str(target.value), target.unit) for target in found(text)] == [("6", "tổ hòa giải"), ("1", "tổ nữ")]

    def test_a_part_of_them_does(self) -> None:
        text = "Ít nhất 85% ấp có tổ hòa giải, trong đó thành lập tối thiểu 04 (bốn) tổ do nữ đứng đầu."
        assert [(str(target.value), target.unit) for target in found(text)] == [("85", "%"), ("4", "tổ do nữ đứng đầu")]

    def test_each_one_is_a_new_subject(self) -> None:
        text = "100% giáo viên dùng bài giảng điện tử, mỗi giáo viên dự giờ tối thiểu 15 tiết."
        assert [target.value for target in found(text)] == [100, 15]

    def test_a_milestone_may_follow_a_semicolon(self) -> None:
        text = "50% nạn nhân được tư vấn; phấn đấu đạt 70% vào năm 2029."
        assert [(target.population, target.year) for target in found(text)] == [
            ("nạn nhân được tư vấn", None),
            ("nạn nhân được tư vấn", 2029),
        ]

    def test_rates_share_their_comparator(self) -> None:
        text = "Tỷ số giới tính khi sinh không vượt quá 112 bé trai/100 bé gái vào năm 2026 và 110 bé trai/100 bé gái vào năm 2029."
        assert [(target.comparator.value, str(target.value)) for target in found(text)] == [
            ("<=", "112"),
            ("<=", "110"),
        ]


class TestLines:
    def test_one_that_begins_as_targets_do_is_a_sentence(self) -> None:
        text = "Tỷ lệ lây truyền dưới 3%\nTừ năm 2027 trở đi, tỷ lệ ấy không quá 1%."
        assert [target.year for target in found(text)] == [None, 2027]

    def test_a_broken_sentence_is_one(self) -> None:
        assert figures("Tỷ lệ hộ dùng\nnước máy đạt\n80%.") == [("=", "80", "Tỷ lệ hộ dùng nước máy")]


class TestChangesOfSomethingElse:
    def test_begin_their_own_clause(self) -> None:
        (target,) = found("Phấn đấu duy trì nền nếp, giảm 5% số vụ va chạm.")
        assert (target.population, target.text) == ("số vụ va chạm", "giảm 5% số vụ va chạm")

    def test_what_changed_may_stand_before(self) -> None:
        (target,) = found("Số vụ va chạm trên đường, giảm 5% so với năm 2023.")
        assert target.population == "Số vụ va chạm trên đường"

    def test_years_before_it_belong_to_it(self) -> None:
        (target,) = found("Phấn đấu đến năm 2028, giảm 5% số vụ va chạm.")
        assert (target.year, target.text) == (2028, "Phấn đấu đến năm 2028, giảm 5% số vụ va chạm")


class TestBrackets:
    def test_a_part_named_in_one_is_a_target(self) -> None:
        text = "Hằng năm giảm 6% (vùng cao giảm 4%) hộ nghèo."
        assert [target.value for target in found(text)] == [6, 4]

    @pytest.mark.parametrize(
        "text",
        [
            "Tỷ lệ trẻ sinh nhẹ cân (dưới 2.500 gam) đạt 4%.",
            "Tỷ lệ mẫu nước đạt chuẩn (trên 20 mẫu) là 4%.",
        ],
    )
    def test_a_definition_is_none(self, text: str) -> None:
        assert [target.value for target in found(text)] == [4]


class TestThresholds:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Cơ quan có tỷ lệ 30% viên chức nữ trở lên, nhất thiết phải có nữ lãnh đạo, đạt 90%.", 90),
            ("Doanh nghiệp có từ 500 lao động nữ trở lên đều có phòng y tế, đạt ít nhất 85%.", 85),
            ("Tỷ lệ xã có trên 10 hộ nghèo không quá 5%.", 5),
            ("Tỷ lệ trẻ em từ đủ 6 tuổi đến dưới 16 tuổi biết bơi đạt 45%.", 45),
        ],
    )
    def test_tell_which_ones_are_meant(self, text: str, value: int) -> None:
        assert [target.value for target in found(text)] == [value]

    def test_none_left_is_no_count(self) -> None:
        assert found("Không còn xã dưới 15 chỉ số.") == []

    def test_they_stay_in_the_population(self) -> None:
        (target,) = found("Ít nhất 65% người từ 60 tuổi trở lên được lập hồ sơ sức khỏe.")
        assert target.population == "người từ 60 tuổi trở lên được lập hồ sơ sức khỏe"
