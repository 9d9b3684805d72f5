"""Goals: the sections that set them, their targets, and their items without a number."""

import pytest

from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.vocabulary import Comparator, When


def plan_of(body: str) -> Plan:
    return read(f"KẾ HOẠCH\nCông tác bình đẳng giới năm 2025\n\n{body}").documents[0]


def goals(body: str) -> list[tuple[str | None, str, list[str]]]:
    return [(goal.marker, goal.title, [str(target.value) for target in goal.targets]) for goal in plan_of(body).goals]


class TestNumberedGoals:
    BODY = (
        "I. MỤC TIÊU\nMục tiêu 1: Tăng tỷ lệ nữ lãnh đạo\n- Ít nhất 60% đơn vị có lãnh đạo là nữ;\n- Tỷ lệ nữ cấp ủy đạt 50%.\n"
        "Mục tiêu 2: Phòng ngừa bạo lực\n- Không để xảy ra bạo lực học đường.\n"
    )

    def test_one_for_each(self) -> None:
        assert goals(self.BODY) == [
            ("Mục tiêu 1", "Tăng tỷ lệ nữ lãnh đạo", ["60", "50"]),
            ("Mục tiêu 2", "Phòng ngừa bạo lực", []),
        ]

    def test_items_without_a_number_are_kept(self) -> None:
        (words,) = plan_of(self.BODY).goals[1].qualitative
        assert (words.comparator, words.population) == (Comparator.QUALITATIVE, "Không để xảy ra bạo lực học đường")

    def test_items_below_items(self) -> None:
        assert goals("I. MỤC TIÊU\nMục tiêu 1: Tăng\n- Cán bộ nữ:\n+ Trên 30% được bồi dưỡng;\n") == [
            ("Mục tiêu 1", "Tăng", ["30"])
        ]


class TestTitledSections:
    def test_set_goals_where_they_hold_targets(self) -> None:
        assert goals(
            "I. MỤC TIÊU\n1. Mục tiêu chung\nBảo đảm bình đẳng.\n2. Mục tiêu cụ thể\n- Đạt 60% nữ tham gia.\n"
        ) == [(None, "Mục tiêu cụ thể", ["60"])]

    def test_numbered_paragraphs_belong_to_the_goal_above(self) -> None:
        assert goals(
            "I. CHỈ TIÊU\n1. Đối với giáo viên\na) Ít nhất 90% được bồi dưỡng.\nb) Trên 50% là đảng viên.\n"
        ) == [(None, "Đối với giáo viên", ["90", "50"])]

    def test_the_year_of_a_heading_holds_for_its_targets(self) -> None:
        plan = plan_of(
            "I. MỤC TIÊU\n1. Mục tiêu đến năm 2027\n- Đạt 60% nữ tham gia.\n2. Mục tiêu đến năm 2030\n- Đạt 75%.\n"
        )
        assert [target.year for target in plan.targets] == [2027, 2030]


class TestGoalsInWordsAlone:
    """Items without a figure are targets too, where they tell how many or stand under a numbered goal."""

    def words(self, body: str) -> list[tuple[str | None, int | None, When]]:
        return [
            (target.population, target.year, target.when) for goal in plan_of(body).goals for target in goal.qualitative
        ]

    def test_time_and_marker_are_no_part_of_the_words(self) -> None:
        assert self.words(
            "I. MỤC TIÊU\nMục tiêu 1: Bố trí cán bộ\n- Đến năm 2027, các xã bố trí đủ cộng tác viên.\n"
            "- Hằng năm, lồng ghép giới vào chương trình giảng dạy;\n"
        ) == [
            ("các xã bố trí đủ cộng tác viên", 2027, When.BY),
            ("lồng ghép giới vào chương trình giảng dạy", None, When.EACH_YEAR),
        ]

    def test_the_year_of_the_heading_is_theirs(self) -> None:
        assert self.words("I. CHỈ TIÊU ĐẾN NĂM 2030\n- Hầu hết thôn bản có tổ hòa giải.\n") == [
            ("Hầu hết thôn bản có tổ hòa giải", 2030, When.BY)
        ]

    @pytest.mark.parametrize(
        "words",
        [
            "Đa số nữ công nhân được nghe nói chuyện chuyên đề",
            "Toàn bộ nhà trường niêm yết quy tắc ứng xử",
            "Phấn đấu không có vụ bạo hành trẻ mầm non",
            "Không để xảy ra việc phân biệt đối xử",
            "Trang bị đầy đủ tài liệu cho tuyên truyền viên",
        ],
    )
    def test_words_of_degree_make_one_under_any_goal(self, words: str) -> None:
        assert self.words(f"I. MỤC TIÊU\n- {words}.\n") == [(words, None, When.BY)]

    @pytest.mark.parametrize(
        "words",
        [
            "Nâng cao nhận thức của cán bộ về giới",
            "Giúp học sinh hiểu đầy đủ về quyền trẻ em",
            "Chọn cử người đủ điều kiện đi học",
            "Ít nhất 20% lãnh đạo là nữ",
        ],
    )
    def test_other_words_make_none(self, words: str) -> None:
        assert self.words(f"I. MỤC TIÊU\n- {words}.\n") == []

    def test_outside_goals_there_are_none(self) -> None:
        assert self.words("I. NHIỆM VỤ\n- Đa số cán bộ tham gia tập huấn.\n") == []

    def test_what_leads_in_a_list_is_none(self) -> None:
        assert self.words("I. MỤC TIÊU\nMục tiêu 1: Tăng\n- Trong trường học:\n+ Xây dựng quy tắc ứng xử;\n") == [
            ("Xây dựng quy tắc ứng xử", None, When.BY)
        ]

    def test_their_place_is_that_of_their_words(self) -> None:
        source = "KẾ HOẠCH\nCông tác\n\nI. MỤC TIÊU\n- **Đa số** hội viên biết chữ;\n"
        (goal,) = read(source).documents[0].goals
        (target,) = goal.qualitative
        assert target.span is not None
        assert target.span.of(source).endswith("hội viên biết chữ")
        assert read(source).documents[0].targets == ()


class TestTargetsAsTitles:
    """A numbered target may be the title of its section."""

    BODY = (
        "Mục tiêu 1: Bảo đảm bình đẳng trong gia đình\n"
        "Chỉ tiêu 1: Rút ngắn khoảng cách thời gian làm việc nhà xuống 1,6 lần vào năm 2027 và 1,4 lần vào năm 2030.\n"
        "Chỉ tiêu 2: Đa số ông bố tham gia lớp làm cha mẹ.\n"
    )

    def test_with_a_figure(self) -> None:
        assert [(str(target.value), target.year) for target in plan_of(self.BODY).targets] == [
            ("1.6", 2027),
            ("1.4", 2030),
        ]

    def test_in_words(self) -> None:
        assert [target.population for goal in plan_of(self.BODY).goals for target in goal.qualitative] == [
            "Đa số ông bố tham gia lớp làm cha mẹ"
        ]


class TestSpans:
    def test_of_a_target(self) -> None:
        source = "KẾ HOẠCH\nCông tác\n\nI. MỤC TIÊU\n- Ít nhất **60%** cán bộ là nữ;\n"
        (target,) = read(source).documents[0].targets
        assert target.span is not None
        assert "60%" in target.span.of(source)


class TestNestedParagraphs:
    def test_letters_under_a_numbered_paragraph_belong_to_the_goal_above_both(self) -> None:
        assert goals(
            "I. CHỈ TIÊU\n1. Phấn đấu đạt các chỉ tiêu. Cụ thể như sau.\na) Ít nhất 90% được bồi dưỡng.\nb) Trên 50% là nữ.\n"
        ) == [(None, "CHỈ TIÊU", ["90", "50"])]

    def test_a_titled_section_under_a_numbered_paragraph_sets_its_own(self) -> None:
        assert goals(
            "I. CHỈ TIÊU\n1. Phấn đấu đạt các chỉ tiêu. Cụ thể như sau.\na) Đối với giáo viên\n- Đạt 90%.\n2. Đạt 10% nữ.\n"
        ) == [(None, "CHỈ TIÊU", ["10"]), (None, "Đối với giáo viên", ["90"])]
