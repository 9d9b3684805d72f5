"""What a figure counts: a noun with the words that qualify it."""

import pytest

from vstbpn.goals.finding.scanning import find_targets, read_clause
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import check_unit
from vstbpn.vocabulary import When


def only(text: str) -> Target:
    (target,) = read_clause(text)
    return target


class TestBehindASubjectOrVerb:
    @pytest.mark.parametrize(
        ("text", "unit", "population", "written"),
        [
            (
                "Mở ít nhất 3 lớp bơi an toàn trong năm 2028",
                "lớp bơi an toàn",
                "Mở",
                "Đến năm 2028, mở ít nhất 3 lớp bơi an toàn",
            ),
            (
                "Mỗi năm thành lập ít nhất hai tổ may gia công",
                "tổ may gia công",
                "thành lập",
                "Hằng năm, thành lập ít nhất 2 tổ may gia công",
            ),
            (
                "Năm 2028, toàn huyện không quá 7 vụ ngược đãi trẻ em",
                "vụ ngược đãi trẻ em",
                "toàn huyện",
                "Đến năm 2028, toàn huyện có không quá 7 vụ ngược đãi trẻ em",
            ),
            (
                "Toàn huyện có không quá 7 vụ ngược đãi trẻ em",
                "vụ ngược đãi trẻ em",
                "Toàn huyện",
                "Toàn huyện có không quá 7 vụ ngược đãi trẻ em",
            ),
            ("Mỗi ấp có ít nhất 01 tủ sách", "tủ sách", "Mỗi ấp", "Mỗi ấp có ít nhất 1 tủ sách"),
            (
                "Mỗi quý có ít nhất 03 tin, bài về an toàn giao thông",
                "tin, bài về an toàn giao thông",
                "Mỗi quý",
                "Mỗi quý có ít nhất 3 tin, bài về an toàn giao thông",
            ),
            (
                "Mỗi tổ chức có ít nhất 2 phó chủ tịch là nữ",
                "phó chủ tịch là nữ",
                "Mỗi tổ chức",
                "Mỗi tổ chức có ít nhất 2 phó chủ tịch là nữ",
            ),
            (
                "Hỗ trợ ít nhất 12 căn nhà ở cho hộ nghèo",
                "căn nhà ở",
                "Hỗ trợ",
                "Hỗ trợ ít nhất 12 căn nhà ở",
            ),
            (
                "Toàn xã có ít nhất 5 sản phẩm OCOP 3 sao tại chợ",
                "sản phẩm OCOP 3 sao",
                "Toàn xã",
                "Toàn xã có ít nhất 5 sản phẩm OCOP 3 sao",
            ),
            (
                "Tổ chức ít nhất 2 buổi/năm nói chuyện chuyên đề",
                "buổi nói chuyện chuyên đề",
                "Tổ chức",
                "Hằng năm, tổ chức ít nhất 2 buổi nói chuyện chuyên đề",
            ),
        ],
    )
    def test_the_unit_is_the_whole_noun(self, text: str, unit: str, population: str, written: str) -> None:
        target = only(text)
        assert (target.unit, target.population, str(target)) == (unit, population, written)
        check_unit(unit)
        assert Target.parse(written) == target
        assert Target.parse(target.format("en"), "en") == target

    @pytest.mark.parametrize(
        ("text", "unit"),
        [
            ("Mỗi ấp có ít nhất 2 tổ đạt 90% điểm", "tổ"),
            ("Mỗi ấp có ít nhất 2 tổ hòa giải của", "tổ hòa giải"),
            ("Mỗi ấp có ít nhất 2 tổ hòa giải trở lên", "tổ hòa giải"),
            ("Mỗi ấp có ít nhất 2 trường đạt chuẩn mức độ 2", "trường đạt chuẩn mức độ 2"),
            ("Mỗi ấp có ít nhất 2 quầy hàng từ thiện từ ngân sách xã", "quầy hàng từ thiện"),
            ("Mỗi ấp có ít nhất 2 tổ hòa giải, 3 nhà văn hóa", "tổ hòa giải"),
            ("Mỗi ấp có ít nhất 2 tổ", "tổ"),
        ],
    )
    def test_it_ends_where_something_else_begins(self, text: str, unit: str) -> None:
        assert read_clause(text)[0].unit == unit

    def test_the_clause_holds_all_of_it(self) -> None:
        text = "Mỗi quý có ít nhất 03 tin, bài về an toàn giao thông"
        assert only(text).text == text


class TestWithNothingBefore:
    def test_the_words_behind_are_whom_it_is_about(self) -> None:
        target = only("Ít nhất 3 lớp bơi an toàn")
        assert (target.unit, target.population) == ("lớp", "bơi an toàn")


class TestMilestones:
    def test_share_the_unit(self) -> None:
        text = "II. CHỈ TIÊU\n\n- Mở ít nhất 3 lớp bơi an toàn năm 2027 và ít nhất 5 lớp năm 2028."
        assert [(target.unit, target.population, target.year) for target in find_targets(text)] == [
            ("lớp bơi an toàn", "Mở", 2027),
            ("lớp bơi an toàn", "Mở", 2028),
        ]


class TestYearly:
    def test_is_due_each_year(self) -> None:
        assert only("Tổ chức ít nhất 2 buổi/năm nói chuyện chuyên đề").when is When.EACH_YEAR
        assert only("Tổ chức ít nhất 2 buổi/năm").unit == "buổi/năm"


class TestBareYearAtTheEnd:
    @pytest.mark.parametrize(
        ("text", "population", "year"),
        [
            ("40% tổ trưởng là nữ năm 2028", "tổ trưởng là nữ", 2028),
            ("1/4 chợ có phòng cho mẹ và bé năm 2028", "chợ có phòng cho mẹ và bé", 2028),
            ("Hoàn thành 100% kế hoạch năm 2028", "kế hoạch năm 2028", None),
            ("Hoàn thành 100% kế hoạch trồng rừng năm 2028", "kế hoạch trồng rừng năm 2028", None),
            ("Số tổ viên tăng 6% so với năm 2024", "Số tổ viên", None),
        ],
    )
    def test_is_when_it_is_due(self, text: str, population: str, year: int | None) -> None:
        target = only(text)
        assert (target.population, target.year) == (population, year)
        assert Target.parse(str(target)) == target


class TestFallingRanges:
    def test_are_ranges(self) -> None:
        target = only("Từ 70% đến 50% ấp có nữ trưởng ấp")
        assert (str(target.value), str(target.value_max), target.population) == ("50", "70", "ấp có nữ trưởng ấp")

    @pytest.mark.parametrize(
        "text", ["Tỷ lệ hộ cận nghèo giảm từ 9% đến 6%", "Giảm tỷ lệ hộ cận nghèo từ 9% đến dưới 6%"]
    )
    def test_lead_from_a_baseline_where_something_is_lowered(self, text: str) -> None:
        target = only(text)
        assert (str(target.baseline), str(target.value), target.is_change) == ("9", "6", False)
        assert Target.parse(str(target)) == target
