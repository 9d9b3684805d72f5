"""Headings over targets: which of them set goals, which tell results or conditions."""

import pytest

from vstbpn.goals.finding.scanning import find_targets
from vstbpn.goals.finding.settings import Setting, Topic, setting_before, setting_of_title, setting_under


def values(text: str) -> list[str]:
    return [str(target.value) for target in find_targets(text)]


class TestMarkers:
    def test_letters_are_no_roman_numbers(self) -> None:
        text = "II. MỤC TIÊU\n\n1. Đến năm 2028\n\na) 5% hộ.\n\nb) 6% hộ.\n\nc) 7% hộ.\n\nd) 8% hộ."
        assert [target.year for target in find_targets(text)] == [2028] * 4

    def test_those_of_the_party(self) -> None:
        assert values("II- MỤC TIÊU\n1- 5% hộ.\n2- 6% hộ.\nIII- NHIỆM VỤ\n1- 7% hộ có nghề.\n") == ["5", "6"]
        assert values("B- CHỈ TIÊU\n1- 5% hộ.\n") == ["5"]

    @pytest.mark.parametrize("heading", ["II. CHỈ TIÊU", "CHỈ TIÊU", "1. Mục tiêu cụ thể", "Mục tiêu đến năm 2028:"])
    def test_a_heading_may_stand_right_over_its_text(self, heading: str) -> None:
        assert values(f"{heading}\nNữ chiếm 5% hộ.") == ["5"]


class TestWhatIsNoGoal:
    @pytest.mark.parametrize(
        "heading",
        [
            "I. ĐẶC ĐIỂM TÌNH HÌNH",
            "1. Sự cần thiết",
            "I. TỒN TẠI, HẠN CHẾ",
            "Điều 3. Điều kiện hỗ trợ",
            "Điều 6. Tiêu chí xếp loại thi đua",
            "Điều 3. Giải thích từ ngữ",
            "4. Mức hỗ trợ",
            "Điều 4. Danh hiệu được xét tặng khi đạt các tiêu chuẩn sau:",
        ],
    )
    def test_results_and_conditions(self, heading: str) -> None:
        assert values(f"{heading}\n\n- Tỷ lệ nữ đạt 5% trở lên.") == []

    def test_an_item_named_goal_under_results(self) -> None:
        assert values("I. KẾT QUẢ\n\n1. Mục tiêu 1: Tỷ lệ nữ đạt 5%.") == []

    def test_the_subject_of_a_letter(self) -> None:
        assert setting_under("V/v giao chỉ tiêu năm 2027", Setting()) == Setting()

    def test_a_year_of_results_is_none_of_goals(self) -> None:
        assert setting_under("Bảng chỉ tiêu (thực hiện năm 2026)", Setting()).year is None


class TestIntroductions:
    def test_their_last_sentence_says_when(self) -> None:
        text = (
            "Mục tiêu chung: chấm dứt dịch bệnh vào năm 2035.\nCác chỉ tiêu đến năm 2028:\n+ Tỷ lệ xét nghiệm đạt 80%\n"
        )
        assert [target.year for target in find_targets(text)] == [2028]


class TestTitles:
    @pytest.mark.parametrize("title", ["KẾ HOẠCH", "NGHỊ QUYÊT", "ĐỀ ÁN PHÁT TRIỂN THƯ VIỆN"])
    def test_of_plans(self, title: str) -> None:
        assert setting_of_title(title) == Setting(in_plan=True)

    @pytest.mark.parametrize("title", ["BÁO CÁO", "BIÊN BẢN HỌP"])
    def test_of_reports(self, title: str) -> None:
        assert setting_of_title(title) == Setting(Topic.RESULTS)

    def test_of_rules(self) -> None:
        assert setting_of_title("THÔNG TƯ") == Setting(Topic.RULES)

    @pytest.mark.parametrize("line", ["Kế hoạch", "CHẾ ĐỘ BÁO CÁO", "V. KẾ HOẠCH", ""])
    def test_of_nothing(self, line: str) -> None:
        assert setting_of_title(line) is None

    def test_the_last_one_before_a_place_holds(self) -> None:
        text = "QUYẾT ĐỊNH\nBan hành\n\n**KẾ HOẠCH**\nNăm 2027\n\nI. A"
        assert setting_before(text, 0, len(text)) == Setting(in_plan=True)
        assert setting_before(text, 0, 20) == Setting()

    def test_a_goal_in_a_report_is_one_all_the_same(self) -> None:
        text = "BÁO CÁO\nNăm 2026\n\nI. KẾT QUẢ\n- Đạt 5% hộ.\n\nII. MỤC TIÊU NĂM 2027\n- Đạt 6% hộ."
        assert values(text) == ["6"]


class TestParts:
    @pytest.mark.parametrize("heading", ["1. Đến năm 2028", "b) Giai đoạn 2026 - 2030:", "- Đến hết năm 2027:"])
    def test_a_time_alone_leads_in_goals(self, heading: str) -> None:
        assert setting_under(heading, Setting()).in_goals

    @pytest.mark.parametrize("part", [Topic.RESULTS, Topic.WORK, Topic.RULES])
    def test_but_not_elsewhere(self, part: Topic) -> None:
        assert setting_under("Giai đoạn 2026 - 2030:", Setting(part)).topic is part

    def test_money_by_years_is_no_goal(self) -> None:
        assert values("III. KINH PHÍ\nGiai đoạn 2026 - 2030:\n- Ngân sách tỉnh: 60%.\n- Nguồn khác: 40%.") == []

    def test_the_fields_of_goals_stay_goals(self) -> None:
        goals = Setting(Topic.GOALS)
        assert setting_under("2.1. Kết quả học tập", goals).in_goals
        assert setting_under("3. Đối với các tổ chức Hội", goals).in_goals
        assert setting_under("4. Tổ chức thực hiện", goals).topic is Topic.WORK

    def test_what_is_approved_gives_no_year(self) -> None:
        heading = "Điều 1. Phê duyệt Chương trình thư viện đến năm 2030 với nội dung sau:"
        assert setting_under(heading, Setting()).year is None
        assert setting_under("Điều 2. Chỉ tiêu năm 2027", Setting()).year == 2027

    def test_capital_letters_stand_over_roman_numbers(self) -> None:
        text = "A. ĐÁNH GIÁ TÌNH HÌNH\nI. Quy mô\n- Tỷ lệ ra lớp đạt 96% trở lên.\nB. MỤC TIÊU\nI. Quy mô\n- 5% hộ.\n"
        assert values(text) == ["5"]

    def test_articles_stand_over_their_clauses(self) -> None:
        text = "Điều 2. Điều kiện vay\n1. Đối với hộ\na) Tỷ lệ góp đạt ít nhất 30%.\nĐiều 3. Chỉ tiêu\n1. Đạt 5% hộ.\n"
        assert values(text) == ["5"]

    def test_sections_named_so_stand_over_articles(self) -> None:
        text = "Mục 2\nCHỈ TIÊU\nĐiều 3. Chỉ tiêu năm 2027\n1. Đạt 5% hộ.\nMục 3\nQUY ĐỊNH CHUNG\nĐiều 4. B\n1. Đạt 6% hộ.\n"
        assert values(text) == ["5"]
