"""Numbers with their units: fractions, scales, points, ages of a life, ranges, and numbers said twice."""

import unicodedata
from decimal import Decimal

import pytest

from vstbpn.goals.finding.figures import find_figures
from vstbpn.goals.finding.scanning import find_targets, read_clause
from vstbpn.goals.finding.tokens import find_tokens
from vstbpn.goals.targets.target import Target


def figures(text: str) -> list[tuple[str, str]]:
    return [(str(target.value), target.unit) for target in find_targets(f"II. CHỈ TIÊU\n\n- {text}.")]


class TestFractions:
    @pytest.mark.parametrize(
        ("text", "figure"),
        [
            ("Ít nhất 1/3 số xã có sân vận động", ("1", "/3")),
            ("2/3 số chi hội có nữ chi hội trưởng", ("2", "/3")),
            ("Đạt 3/4 số hộ", ("3", "/4")),
            ("12/15 xã có trạm truyền thanh", ("12", "/15")),
            ("Tỷ lệ nữ đạt 1/3", ("1", "/3")),
            ("Một phần ba số thôn có tủ sách", ("1", "/3")),
            ("Quá nửa số thôn có tủ sách", ("1", "/2")),
            ("Giảm một nửa số vụ bạo hành", ("1", "/2")),
        ],
    )
    def test_are_shares(self, text: str, figure: tuple[str, str]) -> None:
        assert figures(text) == [figure]

    @pytest.mark.parametrize(
        "text",
        [
            "Tổ chức tọa đàm dịp 1/6",
            "Mít tinh ngày 2/9 cho thiếu nhi",
            "Tập huấn từ 1/3 đến 5/3",
            "Trước 1/12 hoàn thành hồ sơ",
            "Trực 24/24 giờ, đường dây nóng 24/7",
            "Thông báo số 2/3 của Sở",
            "Ngày 1/3/2027 khai giảng",
            "Nghị quyết được thông qua khi có 2/3 số đại biểu có mặt biểu quyết tán thành",
            "Triển khai tại 5/9 phường",
            "Có 5/4 số hộ",
        ],
    )
    def test_days_symbols_and_votes_are_none(self, text: str) -> None:
        assert figures(text) == []

    def test_outside_goals_they_are_compared(self) -> None:
        assert [target.unit for target in find_targets("Phấn đấu ít nhất 1/3 số tổ có nữ tổ trưởng.")] == ["/3"]
        assert list(find_targets("Đến nay 7/9 thôn có điện.")) == []
        assert list(find_targets("Đoàn kiểm tra 7/9 thôn, tỷ lệ hài lòng cao.")) == []

    @pytest.mark.parametrize("text", ["ít nhất 1/3 số xã", "Đến năm 2027, trên 2/3 số hộ có nước máy", "đạt 1/2"])
    def test_are_read_back(self, text: str) -> None:
        target = Target.parse(text)
        assert Target.parse(str(target)) == target

    def test_whom_they_are_about_stands_behind(self) -> None:
        assert Target.parse("ít nhất 1/3 số xã có sân vận động").population == "số xã có sân vận động"


class TestNumbersSaidTwice:
    @pytest.mark.parametrize(
        ("text", "figure", "population"),
        [
            ("Có ít nhất 02 (hai) tổ tự quản", ("2", "tổ"), "tự quản"),
            ("Đạt 50% (năm mươi phần trăm) hộ", ("50", "%"), "hộ"),
            ("Đạt năm mươi phần trăm (50%) hộ", ("50", "%"), "hộ"),
            ("Có tối thiểu 100.000 (một trăm nghìn) lượt người xem", ("100000", "lượt người"), "xem"),
        ],
    )
    def test_are_one(self, text: str, figure: tuple[str, str], population: str) -> None:
        (target,) = read_clause(text)
        assert (str(target.value), target.unit, target.population) == (*figure, population)


class TestScales:
    @pytest.mark.parametrize(
        ("text", "figure"),
        [
            ("Có trên 15,5 nghìn học viên", ("15500", "học viên")),
            ("Thu hút ít nhất 2 triệu lượt khách", ("2000000", "lượt khách")),
            ("Có 8 điều dưỡng/vạn dân", ("8", "/10.000")),
            ("Có 8 điều dưỡng/1 vạn dân", ("8", "/10.000")),
        ],
    )
    def test_are_numbers(self, text: str, figure: tuple[str, str]) -> None:
        assert figures(text) == [figure]

    @pytest.mark.parametrize(
        "text", ["Thu ít nhất 2 triệu đồng", "Vốn tối thiểu 3 nghìn tỷ đồng", "Có ít nhất 999999999999 triệu hộ"]
    )
    def test_money_and_what_no_target_holds_are_none(self, text: str) -> None:
        assert figures(text) == []


class TestPointsAndLives:
    def test_points_of_a_percentage(self) -> None:
        assert figures("Tỷ lệ lao động nữ qua đào tạo tăng 1,5 điểm %") == [("1.5", "điểm phần trăm")]
        assert figures("Tăng ít nhất 2 điểm phần trăm") == [("2", "điểm phần trăm")]

    def test_so_many_a_year(self) -> None:
        (target,) = read_clause("Giảm 0,2 điểm %/năm")
        assert target.when.value == "each-year"

    @pytest.mark.parametrize(
        ("text", "figure"),
        [
            ("Tuổi thọ trung bình đạt 75,5 tuổi", ("75.5", "tuổi")),
            ("Số năm sống khỏe đạt tối thiểu 66 năm", ("66", "năm")),
        ],
    )
    def test_years_of_a_life(self, text: str, figure: tuple[str, str]) -> None:
        assert figures(text) == [figure]

    @pytest.mark.parametrize("text", ["Tuyển người ít nhất 22 tuổi", "Có tối thiểu 5 năm công tác"])
    def test_other_years_are_none(self, text: str) -> None:
        assert figures(text) == []


class TestRangesOfThings:
    def test_without_blanks(self) -> None:
        (target,) = read_clause("Kết nghĩa với 2-3 chi hội vùng cao")
        assert (str(target.value), str(target.value_max), target.unit) == ("2", "3", "chi hội vùng cao")

    @pytest.mark.parametrize("text", ["Dịp 20-10 các tổ dự thi", "Đoạn 2021-2025 các xã thi", "Mã 12/3-5 tổ thi"])
    def test_dates_and_symbols_are_none(self, text: str) -> None:
        assert figures(text) == []


class TestUnusualLetters:
    @pytest.mark.parametrize("noun", ["İn", "times", "ŉn", "ﬁn", "ǆ", "per", "数"])
    def test_never_fail(self, noun: str) -> None:
        text = f"Có ít nhất 5 {noun}, một {noun}"
        assert [target.value for target in find_targets(f"II. CHỈ TIÊU\n\n- {text}.")] in ([5], [])

    def test_decomposed_text_gives_the_same(self) -> None:
        text = "Ít nhất một phần ba số xã, 02 (hai) tổ"
        composed = [(token.value, token.unit) for token in find_tokens(text, 0, len(text))]
        assert composed == [(Decimal(1), "/3"), (Decimal(2), "tổ")]
        assert figures(unicodedata.normalize("NFD", text)) == figures(text)


class TestFractionsOfOneWhole:
    @pytest.mark.parametrize(
        "text", ["Đạt 1/3 - 2/3 số xã", "Từ 1/3 đến 2/3 số xã", "Tỷ lệ đạt 1/3 - 2/3", "Tỷ lệ đạt từ 1/3 đến 2/3"]
    )
    def test_a_range(self, text: str) -> None:
        (figure,) = find_figures(text, 0, len(text))
        assert (figure.value, figure.value_max, figure.unit) == (Decimal(1), Decimal(2), "/3")

    @pytest.mark.parametrize(
        "text",
        [
            "Tăng tỷ lệ hộ từ 1/4 lên ít nhất 3/4",
            "Tăng tỷ lệ hộ từ 1/4 năm 2025 lên 3/4",
            "Tăng tỷ lệ hộ từ 1/4 (năm 2025) lên khoảng 3/4",
        ],
    )
    def test_a_baseline(self, text: str) -> None:
        (figure,) = find_figures(text, 0, len(text))
        assert (figure.value, figure.baseline, figure.unit) == (Decimal(3), Decimal(1), "/4")

    @pytest.mark.parametrize(
        "text", ["tập huấn từ 1/3 đến 2/3", "trực từ 2/9 đến 4/9, nghỉ", "từ 1/3 đến 5/3", "ngày 1/3 - 2/3"]
    )
    def test_days_are_none(self, text: str) -> None:
        assert list(find_figures(text, 0, len(text))) == []


class TestOutOf:
    def test_so_many_people(self) -> None:
        text = "Đạt 30 giường bệnh trên 10.000 dân"
        (figure,) = find_figures(text, 0, len(text))
        assert (figure.value, figure.unit) == (Decimal(30), "/10.000")

    @pytest.mark.parametrize("text", ["5 xã có trên 10.000 dân", "cấp 5 thẻ cho trên 1.000 người"])
    def test_others_are_counts(self, text: str) -> None:
        assert "/" not in "".join(figure.unit for figure in find_figures(text, 0, len(text)))

    @pytest.mark.parametrize("rate", ["5/1.000.000 người", "5/1000000 người"])
    def test_a_million(self, rate: str) -> None:
        (figure,) = find_figures(f"dưới {rate}", 0, len(rate) + 5)
        assert figure.unit == "/1.000.000"

    def test_large_numbers(self) -> None:
        text = "ít nhất 1.234.567.890.123 cây"
        (figure,) = find_figures(text, 0, len(text))
        assert figure.value == 1_234_567_890_123
