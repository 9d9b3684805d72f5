"""When targets are due: by a year, in each year, from a year on."""

import pytest

from vstbpn.goals.finding.scanning import find_targets, read_clause, scan_targets
from vstbpn.goals.finding.years import find_years
from vstbpn.goals.targets.target import Target
from vstbpn.text import fold
from vstbpn.vocabulary import When


def due(text: str) -> list[tuple[int | None, When]]:
    return [(target.year, target.when) for target in read_clause(text)]


def under(headings: str, text: str) -> list[tuple[int | None, When]]:
    return [(target.year, target.when) for target in find_targets(f"{headings}\n\n{text}")]


class TestEachYear:
    @pytest.mark.parametrize(
        "text",
        [
            "Hằng năm, 98% hộ được cấp nước",
            "hàng năm 98% hộ được cấp nước",
            "Mỗi năm có 98% hộ được cấp nước",
            "Mọi năm đạt 98% hộ",
            "Phấn đấu hằng năm có 98% hộ được cấp nước",
            "98% hộ được cấp nước hằng năm",
            "Tỷ lệ hộ được cấp nước đạt 98% mỗi năm",
            "Bình quân mỗi năm tăng 2% hộ được cấp nước",
            "Hằng năm trung bình tăng 2% số hộ được cấp nước",
            "Tỷ lệ hộ được cấp nước tăng bình quân 2%/năm",
            "Có ít nhất 03 hội thi/năm",
            "Có ít nhất 03 hội thi văn nghệ cấp xã/năm",
        ],
    )
    def test_words_that_say_so(self, text: str) -> None:
        assert due(text) == [(None, When.EACH_YEAR)]

    @pytest.mark.parametrize(
        "text",
        [
            "Hằng năm đến năm 2028, giảm 3% số vụ",
            "Đến năm 2028, hằng năm giảm 3% số vụ",
            "Hằng năm, đến năm 2028 giảm 3% số vụ",
            "Hằng năm giảm 3% số vụ đến năm 2028",
        ],
    )
    def test_up_to_a_year(self, text: str) -> None:
        assert due(text) == [(2028, When.EACH_YEAR)]

    def test_in_a_run_of_years(self) -> None:
        (target,) = read_clause("Trong giai đoạn 2024 - 2028, mỗi năm giảm 3% số vụ")
        assert (target.when, str(target.period)) == (When.EACH_YEAR, "2024-2028")

    @pytest.mark.parametrize(
        "text",
        [
            "98% xã xây dựng kế hoạch hằng năm",
            "98% đơn vị nộp báo cáo hàng năm đúng hạn",
            "Đạt 98% chỉ tiêu hằng năm",
            "Mỗi năm 2028 hoặc 2029, đạt 98% hộ",
        ],
    )
    def test_what_is_called_after_its_year_is_due_once(self, text: str) -> None:
        assert [target.when for target in read_clause(text)] == [When.BY]

    def test_the_head_speaks_for_the_sentence_but_a_year_of_its_own_comes_first(self) -> None:
        text = "Hằng năm, 90% hộ có nước sạch; 80% hộ có nhà tiêu; đến năm 2027 có 70% hộ phân loại rác"
        assert due(text) == [(None, When.EACH_YEAR), (None, When.EACH_YEAR), (2027, When.BY)]

    def test_the_words_are_no_part_of_the_population(self) -> None:
        (target,) = read_clause("98% học sinh được khám mắt hằng năm")
        assert target.population == "học sinh được khám mắt"

    def test_by_how_much_each_year_is_a_change(self) -> None:
        (target,) = read_clause("Giảm tỷ lệ thất nghiệp bình quân mỗi năm 0,5 - 1%")
        assert (target.is_change, str(target.value), str(target.value_max)) == (True, "0.5", "1")


class TestOnwards:
    @pytest.mark.parametrize(
        "text",
        [
            "Từ năm 2027 trở đi, 95% trạm có nữ hộ sinh",
            "Từ năm 2027 trở về sau 95% trạm có nữ hộ sinh",
            "Từ năm 2027, 95% trạm có nữ hộ sinh",
            "Kể từ năm 2027, 95% trạm có nữ hộ sinh",
            "Đến năm 2027 và những năm tiếp theo, 95% trạm có nữ hộ sinh",
            "Năm 2027 và các năm sau, 95% trạm có nữ hộ sinh",
            "95% trạm có nữ hộ sinh từ năm 2027 trở đi",
            "Từ tháng 6/2027, 95% trạm có nữ hộ sinh",
            "Hằng năm, từ năm 2027 trở đi, 95% trạm có nữ hộ sinh",
            "Từ năm học 2027 - 2028 trở đi, 95% trạm có nữ hộ sinh",
        ],
    )
    def test_words_that_say_so(self, text: str) -> None:
        assert due(text) == [(2027, When.ONWARDS)]

    @pytest.mark.parametrize(
        ("text", "year"),
        [
            ("Từ năm 2024 đến năm 2028, 95% trạm có nữ hộ sinh", 2028),
            ("Giai đoạn 2024 - 2028 và những năm tiếp theo, 95% trạm có nữ hộ sinh", 2028),
            ("Giảm tỷ lệ từ 9% năm 2024 xuống 4% vào năm 2028", 2028),
        ],
    )
    def test_what_ends_holds_up_to_its_end(self, text: str, year: int) -> None:
        assert due(text) == [(year, When.BY)]


class TestHeadings:
    def test_a_list_of_each_year(self) -> None:
        text = "- Hằng năm:\n+ 95% lớp có cán bộ nữ.\n+ Đến năm 2027, 60% lớp có lớp trưởng nữ.\n- 90% trường có sân chơi.\n"
        assert under("II. CHỈ TIÊU ĐẾN NĂM 2029", text) == [
            (2029, When.EACH_YEAR),
            (2027, When.BY),
            (2029, When.BY),
        ]

    def test_each_year_keeps_the_year_of_the_heading(self) -> None:
        assert under("II. Chỉ tiêu năm 2026", "- Hàng năm, 95% lớp có cán bộ nữ.") == [(2026, When.EACH_YEAR)]

    def test_goals_of_each_year(self) -> None:
        assert under("II. CHỈ TIÊU HẰNG NĂM", "- 95% lớp có cán bộ nữ.") == [(None, When.EACH_YEAR)]

    def test_from_a_year_on(self) -> None:
        assert under("II. MỤC TIÊU\n\n1. Từ năm 2027 trở đi", "- 95% lớp có cán bộ nữ.") == [(2027, When.ONWARDS)]

    def test_a_year_in_brackets(self) -> None:
        assert under("Các chỉ tiêu đến cuối nhiệm kỳ (2028):", "- 95% lớp có cán bộ nữ.") == [(2028, When.BY)]

    def test_given_by_whoever_scans(self) -> None:
        folded = fold("95% lớp có cán bộ nữ")
        (target,) = scan_targets(
            folded, 0, len(folded.text), in_goals=True, heading_year=2027, heading_when=When.ONWARDS
        )
        assert (target.year, target.when) == (2027, When.ONWARDS)


class TestYearsInBrackets:
    def test_they_date_the_figure_before_them(self) -> None:
        text = "Tỷ lệ thôn có đội văn nghệ: 55% (2026), 75% (2029)."
        assert under("II. CHỈ TIÊU", text) == [(2026, When.BY), (2029, When.BY)]

    def test_one_behind_a_baseline_is_no_due_year(self) -> None:
        (target,) = find_targets("II. CHỈ TIÊU\n\n- Tỷ lệ hộ dùng nước máy tăng từ 61,5% (2021) lên 80%.")
        assert (target.year, target.baseline) == (None, Target.parse("đạt 61,5%").value)


class TestMentions:
    def test_in_order_with_what_they_say(self) -> None:
        text = "Hằng năm, đến năm 2028"
        assert [(mention.year, mention.when) for mention in find_years(text, 0, len(text))] == [
            (None, When.EACH_YEAR),
            (2028, When.BY),
        ]
