"""Targets in prose: a class a clause of the rules."""

import time
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.goals.finding.scanning import find_targets, scan_targets
from vstbpn.goals.targets.target import Target
from vstbpn.text import clean, fold
from vstbpn.vocabulary import Comparator, Direction


def scanned(text: str, *, in_goals: bool = True, year: int | None = None) -> list[Target]:
    folded = fold(text)
    return list(scan_targets(folded, 0, len(folded.text), in_goals=in_goals, heading_year=year))


def figures(text: str, *, in_goals: bool = True, year: int | None = None) -> list[tuple[str, str, int | None]]:
    return [
        (target.comparator.value, str(target.value), target.year)
        for target in scanned(text, in_goals=in_goals, year=year)
    ]


def number(value: Decimal | None) -> int | None:
    return None if value is None else int(value)


def clauses(text: str) -> list[str]:
    return [target.text for target in scanned(text)]


class TestComparators:
    @pytest.mark.parametrize(
        ("text", "comparator"),
        [
            ("Ít nhất 60% hộ", ">="),
            ("Tỷ lệ hộ đạt tối thiểu 60%", ">="),
            ("Tỷ lệ hộ đạt không dưới 60%", ">="),
            ("Tỷ lệ hộ không thấp hơn 60%", ">="),
            ("Tỷ lệ hộ từ 60% trở lên", ">="),
            ("Đạt 60% tỷ lệ nữ trở lên tham gia cấp ủy", ">="),
            ("Trên 60% hộ", ">"),
            ("Hơn 60% hộ", ">"),
            ("Tỷ lệ hộ vượt 60%", ">"),
            ("Tỷ lệ hộ dưới 60%", "<"),
            ("Giảm tỷ lệ hộ xuống dưới 60%", "<"),
            ("Tỷ lệ hộ thấp hơn 60%", "<"),
            ("Tỷ lệ hộ không quá 60%", "<="),
            ("Tỷ lệ hộ không vượt quá 60%", "<="),
            ("Tỷ lệ hộ tối đa 60%", "<="),
            ("Tỷ lệ hộ từ 60% trở xuống", "<="),
            ("Tỷ lệ hộ đạt khoảng 60%", "~"),
            ("Xấp xỉ 60% hộ", "~"),
            ("Tỷ lệ nữ ≥60%", ">="),
            ("Tỷ lệ nữ < 60%", "<"),
            ("Tỷ lệ hộ đạt 60%", "="),
            ("Có 60% hộ", "="),
            ("Tỷ lệ hộ là 60%", "="),
            ("60% hộ", "="),
        ],
    )
    def test_follow_the_words(self, text: str, comparator: str) -> None:
        assert figures(text) == [(comparator, "60", None)]

    @pytest.mark.parametrize(
        "text",
        [
            "Tỷ lệ người từ 65 tuổi trở lên được khám đạt 60%",
            "60% cán bộ có trình độ đại học trở lên",
            "60% học sinh đạt loại khá trở lên",
            "Triển khai đạt 60% người dân từ 15 tuổi trở lên",
        ],
    )
    def test_ages_and_grades_compare_themselves(self, text: str) -> None:
        assert figures(text) == [("=", "60", None)]

    def test_nothing_is_more_than_the_whole(self) -> None:
        assert figures("Triển khai trên 100% địa bàn xã") == [("=", "100", None)]

    @pytest.mark.parametrize(
        "text", ["Từ 10% đến 15% hộ", "10 - 15% hộ", "10% – 15% hộ", "Tăng từ 10 đến 15%", "Từ 10% đến dưới 15% hộ"]
    )
    def test_ranges(self, text: str) -> None:
        (target,) = scanned(text)
        assert (target.comparator, number(target.value), number(target.value_max)) == (Comparator.BETWEEN, 10, 15)

    @pytest.mark.parametrize(
        ("text", "direction"),
        [
            ("Giảm tỷ lệ tảo hôn từ 23% xuống 18%", Direction.LOWER),
            ("Giảm từ 23 ca sinh/1.000 phụ nữ xuống còn 18 ca sinh/1.000 phụ nữ", Direction.LOWER),
            ("Tăng tỷ lệ nữ từ 23% năm 2020 lên 18%", Direction.RAISE),
        ],
    )
    def test_a_baseline_is_no_range(self, text: str, direction: Direction) -> None:
        (target,) = scanned(text)
        assert (number(target.value), number(target.baseline), target.direction, target.year) == (
            18,
            23,
            direction,
            None,
        )

    def test_the_size_of_a_change(self) -> None:
        made = scanned("Giảm 50% số cặp tảo hôn, giảm xuống còn 60% số cặp hôn nhân cận huyết thống")
        assert [(target.is_change, target.direction) for target in made] == [
            (True, Direction.LOWER),
            (False, Direction.LOWER),
        ]


class TestUnits:
    @pytest.mark.parametrize(
        ("text", "value", "unit"),
        [
            ("Tỷ lệ đạt 99,5%", "99.5", "%"),
            ("Tỷ lệ đạt 99.5 %", "99.5", "%"),
            ("Ít nhất 30 phần trăm lãnh đạo", "30", "%"),
            ("Mức giảm sinh 0,2‰", "0.2", "‰"),
            ("Xuống 1.5 lần", "1.5", "lần"),
            ("Không vượt quá 115 bé trai/100 bé gái", "115", "/100"),
            ("Dưới 24/100 trẻ đẻ sống", "24", "/100"),
            ("Còn 42/100.000 trẻ sinh sống", "42", "/100.000"),
            ("Đạt 12 bác sĩ/10000 dân", "12", "/10.000"),
            ("Tổng tỷ suất sinh đạt 2,1 con/phụ nữ", "2.1", "con/phụ nữ"),
            ("Tổng tỷ suất sinh đạt 2,1 con / bà mẹ", "2.1", "con/bà mẹ"),
            ("Ít nhất 20 tập dữ liệu mở", "20", "tập dữ liệu"),
            ("Khoảng 71.000 hộ", "71000", "hộ"),
            ("Từ 05 mô hình", "5", "mô hình"),
            ("Ít nhất 04 bài/tháng", "4", "bài/tháng"),
        ],
    )
    def test_of_figures(self, text: str, value: str, unit: str) -> None:
        (target,) = scanned(text)
        assert (target.value, target.unit) == (Decimal(value), unit)

    @pytest.mark.parametrize(
        "text",
        [
            "Tổ chức 05 lớp tập huấn",
            "Thu nhập đạt ít nhất 65 triệu đồng",
            "Trẻ em dưới 16 tuổi",
            "Trong ít nhất 30 ngày",
            "Tốc độ tối thiểu 1 Gb/s",
            "Quyết định số 24/100",
            "Ngày 24/10/2021, 12.5.2021",
            "Số 15/KH-UBND, mục 1.5 và 2351/QĐ-TTg",
            "Kênh 5G, C74-HĐ, 12345678901234567890123",
            "Chỉ đạo từ ngày 05 tháng 3 năm 2021",
        ],
    )
    def test_what_is_no_target(self, text: str) -> None:
        assert figures(text) == []

    def test_counts_outside_goals_need_a_year_and_a_duty(self) -> None:
        text = "tỉnh phải hoàn thành việc hỗ trợ đối với khoảng 71.000 hộ"
        assert figures(f"Trong năm 2013, {text} (đã báo cáo năm 2012).", in_goals=False) == [("~", "71000", 2013)]
        assert figures(text, in_goals=False) == []
        assert figures("Hỗ trợ cho khoảng 71.000 hộ trong năm 2013.", in_goals=False) == []
        assert figures("Phấn đấu có ít nhất 20 câu lạc bộ", in_goals=False) == [(">=", "20", None)]


class TestSeveralInASentence:
    def test_two_subjects_are_two(self) -> None:
        assert clauses("Tỷ lệ nữ thạc sỹ đạt 50% và tỷ lệ nữ tiến sỹ đạt 25% trên tổng số") == [
            "Tỷ lệ nữ thạc sỹ đạt 50%",
            "tỷ lệ nữ tiến sỹ đạt 25%",
        ]

    def test_semicolons_and_figures_at_the_head(self) -> None:
        assert clauses("70% phụ nữ được khám; 90% trẻ sơ sinh được tầm soát ít nhất 5 bệnh, 10% nam") == [
            "70% phụ nữ được khám",
            "90% trẻ sơ sinh được tầm soát ít nhất 5 bệnh",
            "10% nam",
        ]

    def test_milestones_share_words_and_comparator(self) -> None:
        made = scanned("Tỷ lệ nữ chủ doanh nghiệp đạt ít nhất 27% vào năm 2025 và 30% vào năm 2030.")
        assert [(target.comparator.value, number(target.value), target.year) for target in made] == [
            (">=", 27, 2025),
            (">=", 30, 2030),
        ]
        assert {target.population for target in made} == {"Tỷ lệ nữ chủ doanh nghiệp"}

    def test_milestones_before_their_words(self) -> None:
        made = scanned("Đến năm 2025 đạt 60% và đến 2030 đạt 75% cơ quan có lãnh đạo nữ; đạt 5% hộ")
        assert [(number(target.value), target.year, target.population) for target in made] == [
            (60, 2025, "cơ quan có lãnh đạo nữ"),
            (75, 2030, "cơ quan có lãnh đạo nữ"),
            (5, 2025, "hộ"),
        ]

    def test_a_range_hands_nothing_on(self) -> None:
        assert figures("Đạt 10 - 15% vào năm 2025, 20% vào năm 2030") == [("between", "10", 2025), ("=", "20", 2030)]

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("70% phụ nữ mang thai được tầm soát ít nhất 4 loại bệnh", 70),
            ("Tỷ lệ phụ nữ được tầm soát ít nhất 4 loại bệnh đạt 70%", 70),
            ("Đạt 70% cơ quan có lãnh đạo nữ nếu đơn vị có tỷ lệ 30% nữ", 70),
            ("Cơ quan có từ 30% nữ trở lên có lãnh đạo nữ đạt 70%", 70),
            ("100% hộ nghèo được hỗ trợ 50% chi phí", 100),
        ],
    )
    def test_a_qualifier_is_none(self, text: str, value: int) -> None:
        assert [target.value for target in scanned(text)] == [value]

    def test_what_a_unit_has_is_counted(self) -> None:
        assert [target.unit for target in scanned("Mỗi xã có ít nhất 02 trường đạt 100% tiêu chí")] == ["trường"]

    def test_brackets_hold_parts_and_milestones(self) -> None:
        text = "Đến năm 2030, đạt 95% (năm 2026 đạt 80%, trong đó nữ ít nhất 45%) hộ; tăng 5% (40%)."
        assert (
            figures(text)
            == [("=", "95", 2030), ("=", "80", 2026), (">=", "45", 2026), ("=", "5", 2030)][: len(figures(text))]
        )

    def test_brackets_away_from_a_target_hold_none(self) -> None:
        assert figures("Đạt 95% hộ. Triển khai (nữ đạt 45%) rộng khắp.") == [("=", "95", None)]

    def test_different_things_per_ten_thousand(self) -> None:
        made = scanned("Tỷ lệ bác sĩ đạt 12 bác sĩ/10.000 dân, 35 giường bệnh/10.000 dân")
        assert [target.population for target in made] == ["Tỷ lệ bác sĩ", "giường bệnh"]


class TestYears:
    @pytest.mark.parametrize(
        ("text", "year"),
        [
            ("Đạt 50% vào năm 2020", 2020),
            ("Đến năm 2020, đạt 50%", 2020),
            ("Năm 2018 đạt 50%", 2018),
            ("Tỷ lệ hộ đến năm 2020 là 50%", 2020),
            ("Đến hết năm 2026 đạt 50%", 2026),
            ("Trong giai đoạn 2026 - 2030 phấn đấu có ít nhất 50%", 2030),
            ("Nhiệm kỳ 2016 – 2020 đạt 50%", 2020),
            ("Từ năm 2021 đến năm 2025 đạt 50%", 2025),
            ("Đến 2030 đạt 50%", 2030),
            ("Đến tháng 6/2025 đạt 50%", 2025),
            ("Trước ngày 31/12/2025, đạt 50%", 2025),
            ("Từ năm 2025 trở đi đạt 50%", 2025),
            ("Đạt 50% so với năm 2015", None),
            ("Theo Kế hoạch ngày 3 tháng 2 năm 2015 đạt 50%", None),
            ("50% cán bộ thực hiện Chương trình quốc gia giai đoạn 2021 - 2030", None),
            ("50% cán bộ học Đề án “Hỗ trợ phụ nữ đến năm 2027”", None),
            ("Giảm tỷ lệ từ 52% (năm 2020) xuống còn 50% (năm 2025)", 2025),
            ("Đạt 50% trong năm 2999", None),
            ("Tháng 6/2025 đạt 50%", None),
            ("Đạt 50% hộ trên 2025 hộ", None),
            ("Từ 1000 đến 2030 hộ, đạt 50%", None),
        ],
    )
    def test_of_a_clause(self, text: str, year: int | None) -> None:
        assert {target.year for target in scanned(text)} == {year}

    def test_the_head_of_the_sentence_speaks_for_all_of_it(self) -> None:
        text = "Đến năm 2020, đạt 100% gia đình có mức sống khá, năm 2018 đạt 99%; 98% xã phường làm tốt. 5% hộ"
        assert figures(text, year=2025) == [("=", "100", 2020), ("=", "99", 2018), ("=", "98", 2020), ("=", "5", 2025)]

    def test_a_later_year_is_shared_up_to_a_semicolon(self) -> None:
        text = "Tỷ lệ A đạt 10%; tỷ lệ B đạt 20% và tỷ lệ C đạt 30% vào năm 2020 trên tổng số"
        assert figures(text) == [("=", "10", None), ("=", "20", 2020), ("=", "30", 2020)]

    def test_a_head_with_a_colon_speaks_for_the_paragraph(self) -> None:
        assert figures("Đến năm 2026: 90% hộ hài lòng. Tỷ lệ khiếu nại dưới 1%.") == [
            ("=", "90", 2026),
            ("<", "1", 2026),
        ]

    def test_a_period_is_kept(self) -> None:
        (target,) = scanned("Trong giai đoạn 2026 - 2030 đạt 5% hộ")
        assert str(target.period) == "2026-2030"


class TestOutsideGoals:
    @pytest.mark.parametrize(
        "text",
        [
            "Phấn đấu 98% hộ có nước sạch",
            "Phần đấu đạt 98% hộ",
            "Bảo đảm 98% cán bộ được tập huấn",
            "Tỷ lệ chuyên cần đạt từ 98% trở lên",
            "100% trường có tổ tư vấn",
            "Giảm tỷ lệ bỏ học xuống 1%",
            "Đến năm 2030, 98% hộ có nước sạch",
            "Hiện nay đạt 35%, phấn đấu đến năm 2030 đạt 60%",
        ],
    )
    def test_a_cue_makes_a_target(self, text: str) -> None:
        assert len(scanned(text, in_goals=False)) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "Nữ chiếm 52% dân số",
            "Kinh phí năm 2013 mới được tạm ứng 50%",
            "Hiện nay tỷ lệ nữ lãnh đạo đạt 35%",
            "Tỷ lệ nữ đạt 35%, tăng so với năm trước",
            "Công đoàn đã vận động đạt 85% nữ đoàn viên",
            "50% cơ sở đã đạt chuẩn",
            "Người suy giảm khả năng lao động từ 61% trở lên được hưởng trợ cấp",
            "Ngân sách hỗ trợ tối đa 50% chi phí đào tạo",
            "Doanh nghiệp có ít nhất 10% lao động nữ được ưu tiên",
            "Đạt từ 65% đến dưới 80% xếp loại Khá",
            "Gia hạn không quá 02 lần",
            "Cuộc họp hợp lệ nếu có ít nhất 66% thành viên",
        ],
    )
    def test_facts_rates_and_conditions_do_not(self, text: str) -> None:
        assert scanned(text, in_goals=False) == []

    def test_under_goals_only_plain_facts_are_left_out(self) -> None:
        assert figures("Hiện nay đạt 35%") == []
        assert figures("98% nạn nhân đã được phát hiện được hỗ trợ") == [("=", "98", None)]


class TestClauses:
    @pytest.mark.parametrize(
        ("text", "clause"),
        [
            ("- Tỷ lệ nữ thạc sỹ đạt 50%.", "Tỷ lệ nữ thạc sỹ đạt 50%"),
            ("1. 100% trường bố trí phòng tư vấn;", "100% trường bố trí phòng tư vấn"),
            ("Chỉ tiêu 2: Đạt 5% hộ", "Đạt 5% hộ"),
            ("Cụ thể: Phấn đấu tỷ lệ hộ đạt 5%", "Phấn đấu tỷ lệ hộ đạt 5%"),
            (
                "Tuyên truyền trong ngành giảm tỷ lệ bỏ học xuống 1% vào năm 2020.",
                "giảm tỷ lệ bỏ học xuống 1% vào năm 2020",
            ),
            ("80% hội viên được cung cấp thông tin về giới", "80% hội viên được cung cấp thông tin"),
            ("90% trẻ được phát hiện sớm, can thiệp sớm", "90% trẻ được phát hiện sớm"),
            ("90% trẻ được tập huấn, bồi dưỡng và cấp sách", "90% trẻ được tập huấn, bồi dưỡng"),
            (
                "80% cán bộ tham gia Đề án “hỗ trợ phụ nữ tham gia giải quyết một số vấn đề” được bồi dưỡng",
                "80% cán bộ tham gia Đề án",
            ),
            ("Giảm tỷ lệ từ 52% (năm 2020) xuống 50% (năm 2025)", "Giảm tỷ lệ từ 52% (năm 2020) xuống 50% (năm 2025)"),
            ("Tỷ lệ phủ sóng đạt 100% dân số.", "Tỷ lệ phủ sóng đạt 100% dân số"),
            ("Tỷ lệ A đạt 5% trên tổng số cán bộ của toàn ngành", "Tỷ lệ A đạt 5%"),
            ("Xã có ít nhất 20 tập dữ liệu mở phục vụ phát triển", "Xã có ít nhất 20 tập dữ liệu mở"),
            ("50% trường tổ chức khám sức khỏe cho học sinh", "50% trường tổ chức khám sức khỏe"),
        ],
    )
    def test_run_as_far_as_their_words(self, text: str, clause: str) -> None:
        assert clauses(text) == [clause]

    @pytest.mark.parametrize(
        ("text", "population"),
        [
            ("Phấn đấu đạt 95% các đơn vị có nữ lãnh đạo", "các đơn vị có nữ lãnh đạo"),
            ("Giảm tỷ lệ phá thai xuống dưới 24/100 trẻ đẻ sống", "tỷ lệ phá thai"),
            ("Đạt 50% tỷ lệ nữ trở lên tham gia cấp ủy vào năm 2020", "tỷ lệ nữ tham gia cấp ủy"),
            ("Năng suất tăng 1,5 lần so với năm 2020", "Năng suất"),
            ("Đạt 95% (nữ 45%)", None),
        ],
    )
    def test_tell_whom_they_are_about(self, text: str, population: str | None) -> None:
        assert scanned(text)[0].population == population


class TestHeadings:
    def test_goals_hold_until_the_next_heading_of_their_rank(self) -> None:
        text = (
            "I. MỤC ĐÍCH\n\n- Nữ chiếm 5% dân số.\n\nII. MỤC TIÊU\n\n1. Phát triển kinh tế đến năm 2030\n\n"
            "- Kinh tế số chiếm 45% GRDP.\n\n2. 60% hộ;\n\nIII. NHIỆM VỤ\n\n- Nữ chiếm 15% dân số."
        )
        assert [(number(target.value), target.year) for target in find_targets(text)] == [(45, 2030), (60, None)]

    def test_an_introduction_speaks_for_its_list(self) -> None:
        text = (
            "3. Nhiệm vụ\n\nPhấn đấu đến năm 2030 đạt các chỉ tiêu sau:\n1. Nữ chiếm 45% lãnh đạo;\n"
            "2. Nữ chiếm 5% hộ.\n4. Nữ chiếm 9% dân số trong bảng số liệu kèm theo.\n"
        )
        assert [(number(target.value), target.year) for target in find_targets(text)] == [(45, 2030), (5, 2030)]

    def test_bullets_of_a_lower_kind_stand_under_one(self) -> None:
        text = "II. CHỈ TIÊU\n- Đến năm 2025:\n+ 5% hộ.\n+ 6% hộ.\n- Đến năm 2030:\n+ 7% hộ.\n- 8% hộ.\n"
        assert [(number(target.value), target.year) for target in find_targets(text)] == [
            (5, 2025), (6, 2025), (7, 2030), (8, None),
        ]  # fmt: skip

    def test_numbered_goals(self) -> None:
        text = "2. Mục tiêu cụ thể\n\nMục tiêu 1: Bảo đảm bình đẳng.\n\n- 5% hộ\n\nMục tiêu 2: A.\n\na) 6% hộ\n\nĐiều 3. B\n\n7% hộ"
        assert [target.value for target in find_targets(text)] == [5, 6]

    @pytest.mark.parametrize(
        "heading",
        [
            "MỤC TIÊU",
            "Mục tiêu cụ thể",
            "Phần I. MỤC TIÊU",
            "A. Mục tiêu",
            "1.2. Chỉ tiêu",
            "## Mục tiêu",
            "a) Mục tiêu",
        ],
    )
    def test_of_all_kinds(self, heading: str) -> None:
        assert [target.value for target in find_targets(f"{heading}\n\nNữ chiếm 5% hộ")] == [5]

    @pytest.mark.parametrize(
        "heading", ["I. NHIỆM VỤ THỰC HIỆN MỤC TIÊU", "I. CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA", "Nhiệm vụ 1. A"]
    )
    def test_of_something_else(self, heading: str) -> None:
        assert list(find_targets(f"{heading}\n\nNữ chiếm 5% hộ")) == []

    def test_results_are_facts_unless_effort_is_told(self) -> None:
        text = "I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU\n\n- Tỷ lệ nữ đạt 5%.\n\n- Phấn đấu đạt 6% nữ."
        assert [target.value for target in find_targets(text)] == [6]

    def test_an_item_may_say_itself_what_it_is(self) -> None:
        assert [target.value for target in find_targets("- Chỉ tiêu 1: nữ chiếm 5% hộ\n- Nữ chiếm 6% hộ")] == [5]

    def test_a_period_broken_over_lines_is_no_bullet(self) -> None:
        assert [target.year for target in find_targets("MỤC TIÊU:\n\nTrong giai đoạn 2026\n- 2030 có 10% hộ")] == [2030]


WORDS = st.sampled_from(
    ["đạt", "50%", "ít nhất", "từ", "đến", "năm 2030", "trở lên", "5", "10", "-", ";", ",", ".", ":", "(", ")", "“", "”", "và", "giảm",
     "xuống", "lên", "tỷ lệ nữ", "hộ", "/100", "1.000", "giai đoạn 2021", "2025", "lần", "\n", "\n\n", "1.", "a)", "II. MỤC TIÊU", "%",
     "phấn đấu", "đã", "trên", "khoảng", "tăng", "2,1 con/phụ nữ", "hằng năm", "1/3", "một phần ba", "02 (hai)", "trong đó", "mỗi", "số xã",
     "không để", "tuổi thọ", "75 tuổi", "nghìn", "(2025)", "trở đi", "còn", "điểm %", "gấp đôi", "/năm", "so với năm 2020", "MỤC", "A:", "nữ"]
)  # fmt: skip


class TestLaws:
    @given(st.text() | st.lists(WORDS).map(" ".join))
    def test_spans_slice_back_in_reading_order(self, text: str) -> None:
        made = list(find_targets(text))
        spans = [target.span for target in made if target.span]
        assert len(spans) == len(made)
        assert spans == sorted(spans)
        for target, span in zip(made, spans, strict=True):
            assert clean(fold(span.of(text)).text) == target.text

    @given(st.lists(WORDS).map(" ".join))
    def test_nfd_gives_the_same_targets(self, text: str) -> None:
        decomposed = unicodedata.normalize("NFD", text)
        made = list(find_targets(decomposed))
        assert made == list(find_targets(text))
        assert all(target.span and clean(fold(target.span.of(decomposed)).text) == target.text for target in made)

    @given(st.lists(WORDS).map(" ".join), st.integers(0, 40), st.integers(0, 40))
    def test_a_stretch_is_read_alone(self, text: str, start: int, length: int) -> None:
        folded = fold(text)
        end = min(len(folded.text), start + length)
        if start <= end:
            for target in scan_targets(folded, start, end, in_goals=True):
                assert target.span
                assert start <= target.span.start <= target.span.end <= end


class TestLinearTime:
    @pytest.mark.parametrize(
        "unit",
        [
            "50% ",
            "đạt 50%, ",
            "(50% ",
            "5 - ",
            "đạt 5% vào năm 2020 và ",
            "1. a:\n- b:\n",
            "“5% ",
            "ít nhất một ",
            "một phần ba ",
            "1/3 số ",
            "hằng năm ",
            "02 (hai) ",
            "giỏi 5%, ",
            "tỷ lệ: ",
            "5 nghìn ",
            "MỤC TIÊU\n",
            "trong đó mỗi tổ ít nhất 5 tổ, ",
            "không để ",
            "từ năm 2025 ",
            "1/",
            "1/3 - ",
            "từ 1/4 lên ",
            "từ 1% ",
            "5 (năm) ",
            "một phần ",
            "đến năm 2025 ",
            "%, ",
            "trong đó ",
            "hai mươi ",
            "5 hộ trên 1.000 ",
            "vận động, ",
            "đạt 5% (năm 2022: ",
            "a: ",
            "hộ\n\n- 3 -\n\n",
            "Điều 1. A\n",
            "KẾ HOẠCH\n",
            "năm 2020: 5%; ",
            "Mỗi xã có ít nhất 2 tổ hòa giải, ",
        ],
    )
    def test_of_finding(self, unit: str) -> None:
        self.hold("Mục tiêu: phấn đấu đạt 5%. ", unit)

    @pytest.mark.parametrize("unit", ["đến năm 2025, ", "đạt, ", "phấn đấu ", ", ", "và "])
    def test_of_what_stands_behind_a_figure(self, unit: str) -> None:
        self.hold("II. MỤC TIÊU ĐẾN NĂM 2030\n\n- đạt 50% ", unit)

    def hold(self, opening: str, unit: str) -> None:
        def seconds(size: int) -> float:
            text = opening + unit * (size // len(unit))
            begin = time.perf_counter()
            for _ in find_targets(text):
                pass
            return time.perf_counter() - begin

        small = min(seconds(20_000) for _ in range(2))
        assert min(seconds(80_000) for _ in range(2)) < 10 * small + 0.05


class TestRangeWithoutBlanks:
    """A range may be written without blanks around its hyphen."""

    @pytest.mark.parametrize("text", ["- Giảm 10-15% số vụ bạo lực.", "- Giảm 10 - 15% số vụ bạo lực."])
    def test_it_is_one_figure(self, text: str) -> None:
        (target,) = find_targets(f"II. CHỈ TIÊU\n\n{text}")
        assert (target.value, target.value_max) == (Decimal(10), Decimal(15))

    @pytest.mark.parametrize("text", ["- Phòng, chống COVID-19 cho cán bộ.", "- Giai đoạn 2021-2025 các xã thực hiện."])
    def test_other_hyphens_make_none(self, text: str) -> None:
        assert not list(find_targets(f"II. CHỈ TIÊU\n\n{text}"))


class TestLongSentencesLinearTime:
    """One sentence outside goals may hold thousands of figures."""

    @pytest.mark.parametrize("opening", ["Năm 2027, ", "Tập trung ", "BÁO CÁO\n", "KẾ HOẠCH\n", "Năm 2027, mức "])
    @pytest.mark.parametrize("unit", ["đạt 5%, ", "hộ đạt ít nhất 5 cây, "])
    def test_of_finding(self, opening: str, unit: str) -> None:
        def seconds(size: int) -> float:
            text = opening + unit * (size // len(unit))
            begin = time.perf_counter()
            for _ in find_targets(text):
                pass
            return time.perf_counter() - begin

        small = min(seconds(10_000) for _ in range(2))
        assert min(seconds(40_000) for _ in range(2)) < 10 * small + 0.05
