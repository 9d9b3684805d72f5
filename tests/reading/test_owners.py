"""Deadlines whose sentences name nobody are owed by whoever their heading or task names."""

import vstbpn
from vstbpn.plans.plan import Plan

HEAD = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\n"


def read(text: str) -> Plan:
    plan = vstbpn.read(HEAD + text).plan
    assert plan
    return plan


def owners(text: str) -> list[str | None]:
    return [deadline.who.text if deadline.who else None for deadline in read(text).deadlines]


class TestOwners:
    """Who owes what under a heading."""

    def test_are_named_by_the_heading(self) -> None:
        text = "III. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Nội vụ\n\n- Báo cáo UBND huyện trước ngày 15/12/2026."
        assert owners(text) == ["Phòng Nội vụ"]

    def test_of_a_paragraph_are_named_by_the_heading_too(self) -> None:
        text = (
            "III. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Nội vụ\n\nTổng hợp kết quả, báo cáo UBND huyện trước ngày 15/12/2026."
        )
        assert owners(text) == ["Phòng Nội vụ"]

    def test_named_in_the_sentence_stay(self) -> None:
        text = "III. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Nội vụ\n\n- Các khoa báo cáo Phòng trước ngày 15/12/2026."
        assert owners(text) == ["Các khoa"]

    def test_are_not_those_it_is_owed_to(self) -> None:
        text = "III. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Nội vụ\n\n- Báo cáo gửi về Phòng Nội vụ trước ngày 15/12/2026."
        assert owners(text) == [None]

    def test_of_a_heading_are_not_those_of_the_duties_of_others_below_it(self) -> None:
        text = (
            "III. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Kinh tế\n\n- Lập dự toán trước ngày 12/4/2026.\n\n"
            "1.1. Trách nhiệm của đối tượng kê khai\n\n- Nộp tờ khai trước ngày 20/4/2026.\n\n"
            "1.2. Trách nhiệm của Chi cục Thống kê\n\n- Công bố số liệu trước ngày 25/4/2026."
        )
        assert owners(text) == ["Phòng Kinh tế", None, "Chi cục Thống kê"]
        assert [task.unit.text if task.unit else None for task in read(text).tasks] == owners(text)

    def test_are_the_same_in_the_task_and_the_plan(self) -> None:
        plan = read(
            "III. NHIỆM VỤ\n\n1. Kiện toàn Ban chỉ đạo\n\n- Đơn vị chủ trì: Phòng Nội vụ.\n- Thời gian hoàn thành: Trước ngày 31/3/2026."
        )
        (deadline,) = plan.deadlines
        assert deadline.who
        assert deadline.who.text == "Phòng Nội vụ"
        assert [due for task in plan.tasks for due in task.deadlines] == [deadline]


def test_periods_of_a_document() -> None:
    plan = read("I. BÁO CÁO\n\n- Báo cáo 6 tháng đầu năm, báo cáo năm 2026 về Phòng Nội vụ.")
    assert [period.text for period in plan.periods] == ["6 tháng đầu năm", "năm 2026"]
