"""Goals: the sections that set them, their targets, and their items without a number."""

from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read


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
        assert plan_of(self.BODY).goals[1].qualitative == ("Không để xảy ra bạo lực học đường.",)

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
