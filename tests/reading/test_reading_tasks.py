"""Tasks: which items ask for work, whose it is, with whom and until when."""

import pytest

from vstbpn.plans.task import Task
from vstbpn.reading.reading import read

HEAD = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2025\n\n"


def tasks_of(body: str) -> tuple[Task, ...]:
    return read(HEAD + body).documents[0].tasks


def units(body: str) -> list[str | None]:
    return [task.unit.text if task.unit else None for task in tasks_of(body)]


class TestWhatIsATask:
    @pytest.mark.parametrize(
        "title", ["NHIỆM VỤ", "NỘI DUNG HOẠT ĐỘNG", "GIẢI PHÁP", "TỔ CHỨC THỰC HIỆN", "PHÂN CÔNG TRÁCH NHIỆM"]
    )
    def test_items_of_sections_that_ask_for_work(self, title: str) -> None:
        (task,) = tasks_of(f"II. {title}\n1. Truyền thông\n- Treo băng rôn, áp phích tại trụ sở.\n")
        assert (task.text, task.path) == ("Treo băng rôn, áp phích tại trụ sở.", "II.1")

    @pytest.mark.parametrize("title", ["MỤC ĐÍCH", "YÊU CẦU", "MỤC TIÊU", "CHỈ TIÊU THỰC HIỆN", "PHẠM VI, ĐỐI TƯỢNG"])
    def test_items_of_other_sections_are_none(self, title: str) -> None:
        assert tasks_of(f"I. {title}\n- Nâng cao nhận thức.\n") == ()

    def test_a_sentence_that_only_leads_to_its_items_is_none(self) -> None:
        assert [
            task.text
            for task in tasks_of("I. NHIỆM VỤ\n1. Cán bộ\n- Thực hiện các việc sau:\n+ Rà soát;\n+ Báo cáo.\n")
        ] == [
            "Rà soát;",
            "Báo cáo.",
        ]

    def test_numbered_paragraphs_are(self) -> None:
        assert [
            (task.path, task.text)
            for task in tasks_of("I. NHIỆM VỤ\n1. Cán bộ\na) Rà soát quy hoạch;\nb) Bồi dưỡng.\n")
        ] == [
            ("I.1.a", "Rà soát quy hoạch;"),
            ("I.1.b", "Bồi dưỡng."),
        ]


class TestUnit:
    def test_of_the_heading(self) -> None:
        assert (
            units("III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Chủ trì tham mưu.\n- Tổng hợp báo cáo.\n")
            == ["Sở Nội vụ"] * 2
        )

    def test_of_the_heading_with_words_after_it(self) -> None:
        assert (
            units("III. TỔ CHỨC THỰC HIỆN\n1. Phòng Tổ chức cán bộ có trách nhiệm:\na) Tham mưu;\nb) Tổng hợp.\n")
            == ["Phòng Tổ chức cán bộ"] * 2
        )

    def test_of_a_label(self) -> None:
        (task,) = tasks_of("III. TỔ CHỨC THỰC HIỆN\n3. Sở Tư pháp: Phối hợp rà soát văn bản.\n")
        assert task.unit is not None
        assert (task.unit.text, task.text) == ("Sở Tư pháp", "Phối hợp rà soát văn bản.")

    def test_of_the_subject(self) -> None:
        assert units(
            "II. NHIỆM VỤ\n1. Truyền thông\n- Sở Văn hóa, Thể thao và Du lịch xây dựng chuyên mục.\n- Treo băng rôn.\n"
        ) == [
            "Sở Văn hóa, Thể thao và Du lịch",
            None,
        ]

    def test_its_span_slices_to_its_name(self) -> None:
        source = f"{HEAD}III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Chủ trì tham mưu.\n"
        unit = read(source).documents[0].tasks[0].unit
        assert unit is not None
        assert unit.span is not None
        assert unit.span.of(source) == "Sở Nội vụ"


class TestWhoAndWhenBelow:
    BODY = (
        "II. NHIỆM VỤ\n1. Truyền thông\n- Tổ chức hội nghị.\nĐơn vị chủ trì: Văn phòng Sở.\n"
        "Đơn vị phối hợp: Phòng Tổ chức cán bộ; Công đoàn ngành.\nThời gian hoàn thành: trước ngày 30/9/2025.\n"
        "- Treo băng rôn.\n"
    )

    def test_complete_the_task_above(self) -> None:
        first, second = tasks_of(self.BODY)
        assert first.unit is not None
        assert first.unit.text == "Văn phòng Sở"
        assert [partner.text for partner in first.partners] == ["Phòng Tổ chức cán bộ", "Công đoàn ngành"]
        assert [str(deadline.due) for deadline in first.deadlines] == ["2025-09-30"]
        assert (second.unit, second.partners, second.deadlines) == (None, (), ())

    def test_complete_nothing_where_no_task_is_above(self) -> None:
        (task,) = tasks_of("II. NHIỆM VỤ\n1. Truyền thông\nĐơn vị chủ trì: Văn phòng Sở.\n")
        assert task.text == "Đơn vị chủ trì: Văn phòng Sở."


class TestWhatATaskHolds:
    def test_its_deadlines_and_references(self) -> None:
        (task,) = tasks_of("II. NHIỆM VỤ\n1. Báo cáo\n- Báo cáo theo Công văn số 12/SNV-CTTN trước ngày 15/6/2025.\n")
        assert [str(deadline.due) for deadline in task.deadlines] == ["2025-06-15"]
        assert [mention.reference.symbol.canonical for mention in task.mentions if mention.reference.symbol] == [
            "12/SNV-CTTN"
        ]
