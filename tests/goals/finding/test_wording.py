"""Whom a target is about, what its figure is a share of, and where it is to go."""

import pytest

from vstbpn.goals.finding.scanning import find_targets
from vstbpn.goals.targets.target import Target
from vstbpn.vocabulary import Comparator, Direction


def only(text: str) -> Target:
    (target,) = find_targets(f"II. CHỈ TIÊU\n\n- {text}.")
    return target


class TestShareOfWhat:
    @pytest.mark.parametrize(
        ("text", "population"),
        [
            ("Du lịch chiếm 12% GRDP", "Du lịch (GRDP)"),
            ("Tỷ lệ phủ sóng đạt 99% dân số", "Tỷ lệ phủ sóng (dân số)"),
            ("Tỷ lệ nữ tiến sĩ đạt 30% trên tổng số tiến sĩ", "Tỷ lệ nữ tiến sĩ trên tổng số tiến sĩ"),
            ("Lao động nữ chiếm 45% trong tổng số việc làm mới", "Lao động nữ trong tổng số việc làm mới"),
            ("Tỷ lệ hộ nghèo đạt 4% vào năm 2028", "Tỷ lệ hộ nghèo"),
            ("Sản lượng tăng 4% so với năm 2023", "Sản lượng"),
            ("Tỷ lệ hộ khá đạt 4% trở lên", "Tỷ lệ hộ khá"),
        ],
    )
    def test_stands_behind_its_subject(self, text: str, population: str) -> None:
        target = only(text)
        assert target.population == population
        assert Target.parse(str(target)) == target


class TestWhatIsActedOn:
    @pytest.mark.parametrize(
        ("text", "population"),
        [
            ("Mỗi chi hội giúp ít nhất 02 hộ nghèo do phụ nữ làm chủ", "Mỗi chi hội giúp"),
            ("Dạy nghề cho khoảng 3.000 lao động nông thôn", "Dạy nghề cho"),
            ("Kết nạp từ 15 đến 18 đảng viên mới", "Kết nạp"),
            ("Dự phòng cho gần 30% người có nguy cơ", "Dự phòng cho người có nguy cơ"),
            ("Kết nạp tối thiểu 20 đảng viên", "Kết nạp"),
            ("Mỗi xã có ít nhất 02 sân chơi trẻ em", "Mỗi xã"),
            ("Hoàn thành 100% kế hoạch giao quân", "kế hoạch giao quân"),
        ],
    )
    def test_stands_behind_its_verb(self, text: str, population: str) -> None:
        target = only(text)
        assert target.population == population
        assert Target.parse(str(target)) == target

    def test_a_rate_alone_tells_it(self) -> None:
        assert only("Đạt 9 bác sĩ/10.000 dân").population == "bác sĩ"


class TestDirections:
    @pytest.mark.parametrize(
        ("text", "direction", "is_change"),
        [
            ("Giảm tỷ lệ hộ nghèo từ 1 - 1,5%", Direction.LOWER, True),
            ("Tăng số buổi sinh hoạt ít nhất 5%", Direction.RAISE, True),
            ("Giảm tỷ lệ hộ nghèo dưới 3%", Direction.LOWER, False),
            ("Giảm tỷ lệ hộ nghèo còn 3%", Direction.LOWER, False),
            ("Nâng tỷ lệ hộ khá 60%", Direction.RAISE, False),
            ("Tốc độ tăng dân số đạt 1%", None, False),
            ("Số buổi sinh hoạt tăng gấp đôi", Direction.RAISE, True),
        ],
    )
    def test_by_so_much_or_to_a_level(
        self, text: str, direction: Direction | None, is_change: bool
    ) -> None:  # A parameter of a table.
        target = only(text)
        assert (target.direction, target.is_change) == (direction, is_change)

    def test_what_is_not_to_be_let_happen(self) -> None:
        assert only("Không để tỷ lệ tái nghèo vượt 1%").comparator is Comparator.AT_MOST


class TestBaselines:
    @pytest.mark.parametrize(
        ("text", "baseline", "value"),
        [
            ("Giảm tỷ lệ thấp còi từ 22% năm 2023 xuống còn 17% vào năm 2028", "22", "17"),
            ("Số cặp tảo hôn giảm từ 40 cặp xuống còn 25 cặp", "40", "25"),
            ("Giảm tử vong từ 45 ca xuống dưới 40 ca/100.000 trẻ", "45", "40"),
            ("Giảm số ca mắc từ 90 ca năm 2023 xuống dưới 50 ca/năm", "90", "50"),
            ("Nâng tỷ lệ từ 30 lên 40%", "30", "40"),
        ],
    )
    def test_are_no_targets(self, text: str, baseline: str, value: str) -> None:
        target = only(text)
        assert (str(target.baseline), str(target.value)) == (baseline, value)


class TestSpans:
    @pytest.mark.parametrize(
        ("text", "clause"),
        [
            ("Sản lượng tăng 4% so với cuối năm 2023", "Sản lượng tăng 4% so với cuối năm 2023"),
            ("Phần đầu đạt 95% trường, lớp có nữ lãnh đạo", "Phần đầu đạt 95% trường, lớp có nữ lãnh đạo"),
        ],
    )
    def test_run_as_far_as_the_words(self, text: str, clause: str) -> None:
        assert only(text).text == clause


class TestSubjects:
    @pytest.mark.parametrize(
        ("text", "populations"),
        [
            ("Nhân viên: 100% đạt chuẩn, trong đó trên chuẩn 20%", ["Nhân viên đạt chuẩn", "Nhân viên trên chuẩn"]),
            ("Học lực: Giỏi 18%, khá 60%", ["Học lực Giỏi", "Học lực khá"]),
            ("Phấn đấu: 70% có vườn rau", ["có vườn rau"]),
            ("Huy động 96% trẻ 5 tuổi ra lớp", ["Huy động trẻ 5 tuổi ra lớp"]),
            ("90% trẻ được cân đo, không để xảy ra ngộ độc", ["trẻ được cân đo"]),
            ("Tổ chức ít nhất 02 lần/năm giao lưu thể thao", ["Tổ chức giao lưu thể thao"]),
            ("Tỷ lệ người từ 65 tuổi trở lên đạt khoảng 12%", ["Tỷ lệ người từ 65 tuổi trở lên"]),
            (
                "Tỷ số giới tính khi sinh không quá 111 bé trai/100 bé gái vào năm 2027, không quá 109 bé trai/100 bé gái vào năm 2030",
                ["Tỷ số giới tính khi sinh"] * 2,
            ),
        ],
    )
    def test_belong_to_their_figures(self, text: str, populations: list[str]) -> None:
        assert [target.population for target in find_targets(f"II. CHỈ TIÊU\n\n- {text}.")] == populations

    def test_what_the_whole_is_does_not_hide_a_milestone(self) -> None:
        made = find_targets(
            "II. CHỈ TIÊU\n\n- Giảm tỷ lệ nghỉ học xuống còn 5% trên tổng số trẻ vào năm 2027 và 4% vào năm 2030."
        )
        assert [(str(target.value), target.direction) for target in made] == [
            ("5", Direction.LOWER),
            ("4", Direction.LOWER),
        ]
