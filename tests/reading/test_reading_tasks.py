"""Tasks: which items ask for work, whose it is, with whom and until when."""

from itertools import pairwise

import pytest

from vstbpn.plans.outline import Item
from vstbpn.plans.task import Task
from vstbpn.reading.reading import read
from vstbpn.reading.tasks import _Part, _passages
from vstbpn.text import clean, fold
from vstbpn.values import Span

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

    @pytest.mark.parametrize(
        "partners",
        [
            ["Sở Nội vụ tỉnh An Giang", "Sở Nội vụ", "các đơn vị", "đơn vị"],
            ["đơn vị", "Đơn vị phối hợp", "Sở Y tế", "Sở Y tế"],
            ["Sở  Nội vụ\ntỉnh An Giang", "tỉnh", "Sở"],
        ],
    )
    def test_each_stands_at_its_own_place(self, partners: list[str]) -> None:
        """Names may be parts of others, or of the words before them, and stand there with other blanks."""
        source = (
            f"{HEAD}II. NHIỆM VỤ\n1. Truyền thông\n- Tổ chức hội nghị.\n- Đơn vị chủ trì:  đơn vị.\n"
            f"- Đơn vị phối hợp: {'; '.join(partners)}.\n"
        )
        (task,) = read(source).documents[0].tasks
        assert [partner.text for partner in task.partners] == [" ".join(partner.split()) for partner in partners]
        spans = [partner.span for partner in task.partners if partner.span is not None]
        assert [span.of(source) for span in spans] == partners
        assert all(one.end < other.start for one, other in pairwise(spans))
        assert task.unit is not None
        assert task.unit.span is not None
        assert task.unit.span.start == source.index("đơn vị.\n")

    def test_one_too_far_into_an_item_stands_in_the_whole_of_it(self) -> None:
        text = f"Đơn vị phối hợp:{' ' * 1200}Sở Y tế"
        item = Item(text=clean(text), span=Span(0, len(text)))
        (partner,) = _passages(fold(text), item, [_Part("Sở Y tế", 17)])
        assert (partner.text, partner.span) == ("Sở Y tế", item.span)

    def test_complete_the_heading_where_no_task_is_between(self) -> None:
        source = f"{HEAD}II. NHIỆM VỤ\n1. Truyền thông\nĐơn vị chủ trì: Văn phòng Sở.\nĐơn vị phối hợp: Sở Nội vụ.\n"
        (task,) = read(source).documents[0].tasks
        assert (task.text, str(task.unit), list(map(str, task.partners))) == (
            "Truyền thông",
            "Văn phòng Sở",
            ["Sở Nội vụ"],
        )
        assert task.span is not None
        assert task.span.of(source) == "1. Truyền thông"

    @pytest.mark.parametrize(
        "label", ["Chủ trì", "Người thực hiện", "Bộ phận phụ trách", "Phân công", "Phân công thực hiện"]
    )
    def test_labels_need_not_name_a_body(self, label: str) -> None:
        (task,) = tasks_of(f"II. NHIỆM VỤ\n1. Truyền thông\n- Tổ chức hội nghị.\n- {label}: Văn phòng Sở.\n")
        assert str(task.unit) == "Văn phòng Sở"

    def test_what_names_no_unit_is_a_task(self) -> None:
        first, second = tasks_of("II. NHIỆM VỤ\n1. Truyền thông\n- Hội nghị.\n- Chủ trì: xây dựng kế hoạch.\n")
        assert (first.unit, second.text, second.unit) == (None, "Chủ trì: xây dựng kế hoạch.", None)

    def test_the_dot_of_a_rank_cut_short_ends_nothing(self) -> None:
        partners = "UBND TP. Huế; UBND Q. 8; UBND tỉnh An Giang"
        (task,) = tasks_of(f"II. NHIỆM VỤ\n1. Truyền thông\n- Hội nghị.\n- Đơn vị phối hợp: {partners}. Xong.\n")
        assert [str(partner) for partner in task.partners] == partners.split("; ")


class TestWhatATaskHolds:
    def test_its_deadlines_and_references(self) -> None:
        (task,) = tasks_of("II. NHIỆM VỤ\n1. Báo cáo\n- Báo cáo theo Công văn số 12/SNV-CTTN trước ngày 15/6/2025.\n")
        assert [str(deadline.due) for deadline in task.deadlines] == ["2025-06-15"]
        assert [mention.reference.symbol.canonical for mention in task.mentions if mention.reference.symbol] == [
            "12/SNV-CTTN"
        ]
