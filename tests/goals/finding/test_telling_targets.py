"""Which figures of prose are targets: nothing that is known, asked by a rule, paid or voted is one."""

import pytest

from vstbpn.goals.finding.scanning import find_targets, scan_targets
from vstbpn.reading.reading import read
from vstbpn.text import fold


def values(text: str) -> list[str]:
    return [str(target.value) for target in find_targets(text)]


def in_plan(text: str) -> list[str]:
    folded = fold(text)
    return [str(target.value) for target in scan_targets(folded, 0, len(folded.text), in_plan=True)]


class TestKnownFigures:
    """Reports and news tell what was reached, in the very words of targets."""

    @pytest.mark.parametrize(
        "text",
        [
            "Số vụ cháy giảm 7,5% so với cùng kỳ; thu hút đầu tư tăng 4,2%.",
            "Tỷ lệ trẻ đến trường đạt 97,4%, tăng 1,1% so với năm học trước.",
            "Tỷ lệ giỏi tăng 1,4%, tỷ lệ yếu giảm 0,6%.",
            "Toàn huyện có trên 85% hộ dùng nước sạch, ít nhất 4 công trình mỗi xã.",
            "Các trường chiếm 62% tổng số đơn vị, hoàn thành 104% chỉ tiêu.",
            "Khoảng 41,5% lao động nữ từng làm thêm giờ.",
            "Bà Hạnh cho biết đến năm 2024 tỷ lệ này đạt 35%.",
            "Dự báo đến năm 2034, người cao tuổi chiếm trên 19% dân số.",
            "Năm 2023, con số này đạt 2,31%, giảm 0,05 điểm phần trăm.",
            "Tỷ lệ chuyên cần đạt 98%.",
            "Theo điều tra, 100% hộ có điện; hiện 100% thôn có loa.",
            "Xã phấn đấu chưa đạt chỉ tiêu 30% đã giao.",
            "Duy trì sĩ số đạt 99,7%, đạt chỉ tiêu đề ra.",
        ],
    )
    def test_are_none(self, text: str) -> None:
        assert values(text) == []

    @pytest.mark.parametrize("title", ["BÁO CÁO", "BIÊN BẢN"])
    def test_nor_is_anything_in_a_report_but_an_effort(self, title: str) -> None:
        body = "Tổng kết năm 2024\n\nĐến năm 2024, bảo đảm 92% trẻ được tiêm chủng. Giảm tỷ lệ tảo hôn xuống 4%."
        assert values(f"{title}\n{body}") == []
        assert values(f"{title}\n{body}\n\nThời gian tới, phấn đấu 95% trẻ được tiêm chủng.") == ["95"]

    def test_goals_numbered_among_results_are_results(self) -> None:
        text = "I. KẾT QUẢ THỰC HIỆN\n1. Mục tiêu 1: Trong gia đình\n- Chỉ tiêu 1: Tỷ lệ hòa giải đạt 80%.\n"
        assert values(text) == []

    def test_among_goals_a_change_since_last_year_is_one(self) -> None:
        assert values("II. CHỈ TIÊU\n- Giảm 12% số vụ so với năm trước.\n- Tăng 5% so với cùng kỳ.") == ["12", "5"]

    def test_what_was_in_a_bracket_is_a_baseline(self) -> None:
        (target,) = find_targets("II. CHỈ TIÊU\n- Giảm tỷ lệ thấp còi còn 14% (năm 2023: 16,5%).")
        assert str(target.baseline) == "16.5"
        (target,) = find_targets("II. CHỈ TIÊU\n- Tỷ lệ nữ cấp ủy đạt 22% (năm 2023 là 18%).")
        assert (str(target.value), target.baseline) == ("22", None)


class TestRules:
    """What a rule asks for is no target, unless it says by when."""

    @pytest.mark.parametrize("title", ["THÔNG TƯ", "LUẬT", "QUY CHẾ"])
    def test_of_a_ruling_document(self, title: str) -> None:
        text = (
            f"{title}\nQuy định về trường học\n\nTối thiểu 55% giáo viên đạt mức khá. Bảo đảm 40% diện tích cây xanh."
        )
        assert values(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "Điều 8. Sân chơi\n1. Mật độ xây dựng không quá 45%; diện tích cây xanh không dưới 20%.",
            "Điều 4. Lớp học\n1. Tỷ lệ chuyên cần đạt ít nhất 90%.\n2. Bảo đảm 50% số phòng kiên cố.",
            "Điều 6. Mức khen thưởng\n1. Đối với tập thể\na) Đạt 100% hộ tham gia được thưởng.",
        ],
    )
    def test_of_an_article(self, text: str) -> None:
        assert values(text) == []

    def test_an_article_that_approves_may_set_targets(self) -> None:
        text = "Điều 1. Phê duyệt Đề án với nội dung sau:\n1. Bảo đảm 70% xã có sân chơi."
        assert values(text) == ["70"]

    def test_an_article_that_says_by_when_sets_one(self) -> None:
        assert values("Điều 5. Lộ trình\n1. Đến năm 2028, 60% xã có sân chơi.") == ["60"]

    @pytest.mark.parametrize(
        "text",
        [
            "Đến hết năm 2027, mức đóng bằng 22% thu nhập",
            "Hỗ trợ 70% đối với hộ cận nghèo",
            "Trả trước tối thiểu 20% giá trị hợp đồng",
            "Độ ẩm từ 60% đến 80%, độ bụi không quá 0,5%",
        ],
    )
    def test_money_and_norms_are_none(self, text: str) -> None:
        assert values(text) == []

    def test_the_basis_of_an_act_sets_none(self) -> None:
        assert values("Căn cứ Công văn số 5/SNV giao chỉ tiêu giảm 10% biên chế đến năm 2027;") == []


class TestOrders:
    """Prose without a heading sets a target where it orders something or names a bound for what is measured."""

    @pytest.mark.parametrize(
        "text",
        [
            "Bảo đảm 60% lớp có góc thư viện",
            "Giảm tỷ lệ hộ cận nghèo xuống 2%",
            "Tỷ lệ hộ có hố rác đạt ít nhất 60%",
            "Tỷ lệ hộ tái nghèo không vượt quá 1%",
            "Ít nhất 60% trường có vườn rau",
            "100% thôn có tổ hòa giải",
            "Năm 2027, toàn ngành tập trung nâng tỷ lệ nữ quản lý lên 45%",
        ],
    )
    def test_are_targets(self, text: str) -> None:
        assert len(values(text)) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "C. Ít nhất 35%",
            "Tăng 5%, chi giảm 3%",
            "Mỗi xã có trên 60% hộ khá",
            "Bản khó khăn là bản có tỷ lệ nghèo từ 15% trở lên",
        ],
    )
    def test_other_prose_has_none(self, text: str) -> None:
        assert values(text) == []

    def test_a_plan_needs_less(self) -> None:
        assert in_plan("Tỷ lệ chuyên cần đạt 98%") == ["98"]
        assert values("KẾ HOẠCH\nNăm học 2027\n\nI. NỘI DUNG\n- Tỷ lệ chuyên cần đạt 98%.") == ["98"]
        plan = read("KẾ HOẠCH\nNăm học 2027\n\nI. NỘI DUNG\n- Tỷ lệ chuyên cần đạt 98%.").plan
        assert plan is not None
        assert [str(target.value) for target in plan.targets] == ["98"]


class TestScannedAndWrappedTexts:
    """A sentence goes on over the end of a line or page, in a cell, in any form of the letters."""

    SENTENCE = "- Đến năm 2028, ít nhất 65% nữ quản lý{}tại trường học được bồi dưỡng."

    @pytest.mark.parametrize("joint", ["\n", "\r\n", "  ", "\n\n                 - 3 -\n\n", "\n\n12\n\n", "\x0c"])
    def test_of_a_sentence(self, joint: str) -> None:
        (target,) = find_targets("II. CHỈ TIÊU\n" + self.SENTENCE.format(joint))
        assert (str(target.value), target.year) == ("65", 2028)
        assert target.population == "nữ quản lý tại trường học được bồi dưỡng"

    def test_a_page_number_is_no_part_of_what_is_read(self) -> None:
        (target,) = find_targets("II. CHỈ TIÊU\n- Tỷ lệ hộ\n\n-- 4 --\n\ncó vườn rau đạt 65% vào năm 2028.")
        assert target.population == "Tỷ lệ hộ có vườn rau"

    def test_cells_of_a_table(self) -> None:
        table = "II. CHỈ TIÊU\n| TT | Nội dung | Mức |\n|---|---|---|\n| 1 | Tỷ lệ nữ cấp ủy đạt ít nhất 21% | 21 |\n"
        (target,) = find_targets(table)
        assert (target.text, target.population) == ("Tỷ lệ nữ cấp ủy đạt ít nhất 21%", "Tỷ lệ nữ cấp ủy")

    def test_rows_between_tabs(self) -> None:
        rows = "II. CHỈ TIÊU\n1\tTỷ lệ nữ cấp ủy\t%\t≥ 21%\n2\tTỷ lệ hộ nghèo\t(%)\t< 3%\n"
        assert [(target.population, str(target.value)) for target in find_targets(rows)] == [
            ("Tỷ lệ nữ cấp ủy", "21"),
            ("Tỷ lệ hộ nghèo", "3"),
        ]

    def test_other_spellings(self) -> None:
        made = list(find_targets("II. NHIỆM VỤ\n- Phần đầu đạt 80% trẻ đến lớp.\n- Tỉ lệ hộ khá đạt tối thiểu 40%."))
        assert [target.population for target in made] == ["trẻ đến lớp", "Tỉ lệ hộ khá"]
