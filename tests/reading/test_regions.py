"""The regions of a text: header, title, body, ending and appendices of each document in it."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.reading.lines import split_lines
from vstbpn.reading.regions import find_regions
from vstbpn.reading.type_lines import title_type, type_of_line
from vstbpn.text import fold
from vstbpn.vocabulary import DocumentType


class Parts(NamedTuple):
    """The words of each part of a document, line by line."""

    header: list[str]
    title: list[str]
    body: list[str]
    ending: list[str]
    annex: list[str]


def parts_of(source: str) -> list[Parts]:
    text = fold(source).text
    lines = split_lines(text)
    words = [text[line.start : line.end] for line in lines]
    return [
        Parts(
            header=words[one.start : one.title_end if one.type_line is None else one.type_line],
            title=[] if one.type_line is None else words[one.type_line : one.title_end],
            body=words[one.title_end : one.ending],
            ending=words[one.ending : one.annex],
            annex=words[one.annex : one.end],
        )
        for one in find_regions(text, lines)
    ]


DECISION_AND_PLAN = """UBND TỈNH HẢI DƯƠNG
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 215/QĐ-SNV
Hải Dương, ngày 03 tháng 02 năm 2025

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch công tác bình đẳng giới năm 2025

GIÁM ĐỐC SỞ NỘI VỤ

Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006;
Theo đề nghị của Trưởng phòng Công tác thanh niên.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác bình đẳng giới năm 2025.
Điều 2. Các phòng, đơn vị chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

GIÁM ĐỐC

Trần Thị Hoa

UBND TỈNH HẢI DƯƠNG
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

KẾ HOẠCH
Công tác bình đẳng giới năm 2025
(Ban hành kèm theo Quyết định số 215/QĐ-SNV ngày 03 tháng 02
năm 2025 của Giám đốc Sở Nội vụ)

I. MỤC ĐÍCH, YÊU CẦU
Nâng cao nhận thức của công chức, viên chức.
"""


class TestDecisionAndPlan:
    def test_are_two_documents(self) -> None:
        decision, plan = parts_of(DECISION_AND_PLAN)
        assert decision.title[0] == "QUYẾT ĐỊNH"
        assert plan.title[0] == "KẾ HOẠCH"

    def test_the_enacting_formula_opens_no_document(self) -> None:
        decision, _ = parts_of(DECISION_AND_PLAN)
        assert "QUYẾT ĐỊNH:" in decision.body

    def test_the_ending_belongs_to_the_decision(self) -> None:
        decision, plan = parts_of(DECISION_AND_PLAN)
        assert decision.ending[0] == "Nơi nhận:"
        assert "Trần Thị Hoa" in decision.ending
        assert plan.ending == []

    def test_the_body_above_the_national_title_opens_the_header_of_the_plan(self) -> None:
        decision, plan = parts_of(DECISION_AND_PLAN)
        assert plan.header[:3] == ["UBND TỈNH HẢI DƯƠNG", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
        assert decision.ending[-1] == "Trần Thị Hoa"

    def test_the_national_title_opens_it_where_no_body_is_set_off_above(self) -> None:
        _, plan = parts_of(
            DECISION_AND_PLAN.replace(
                "\nUBND TỈNH HẢI DƯƠNG\nSỞ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nKẾ",
                "\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nKẾ",
            )
        )
        assert plan.header[:1] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]

    def test_the_bracket_under_the_title_belongs_to_it(self) -> None:
        _, plan = parts_of(DECISION_AND_PLAN)
        assert plan.title[-1] == "năm 2025 của Giám đốc Sở Nội vụ)"
        assert plan.body[0] == "I. MỤC ĐÍCH, YÊU CẦU"

    def test_a_type_named_amid_a_plan_opens_no_document(self) -> None:
        (plan,) = parts_of("KẾ HOẠCH\nCông tác năm 2025\n\nI. HỒ SƠ\nBÁO CÁO\nTổng hợp số liệu.\n")
        assert "BÁO CÁO" in plan.body

    def test_headers_of_two_types_close_together_do_not_overlap(self) -> None:
        first, second = parts_of("KẾ HOẠCH./.\nSố: 1\nKẾ HOẠCH\nSố: 2\nNội dung./.\nSố: 3\nBÁO CÁO\nViệc")[:2]
        assert first.title[0] == "KẾ HOẠCH"
        assert second.title[0] == "BÁO CÁO"


class TestTypeLine:
    @pytest.mark.parametrize("line", ["KẾ HOẠCH", "Kế hoạch", "KẾ  HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG"])
    def test_names_a_type_and_nothing_else(self, line: str) -> None:
        assert type_of_line(line, split_lines(line)[0]) is not None

    @pytest.mark.parametrize("line", ["KẾ HOẠCH NĂM 2025", "kế hoạch", "Kế hoạch:", "KẾ HOẠCH " + "A" * 40])
    def test_anything_more_is_no_type_line(self, line: str) -> None:
        assert type_of_line(line, split_lines(line)[0]) is None

    def test_a_heading_deep_in_a_text_is_none(self) -> None:
        source = "\n".join([*(f"Việc thứ {number}." for number in range(20)), "Kế hoạch", "Nội dung"])
        (only,) = parts_of(source)
        assert only.title == []

    @pytest.mark.parametrize(
        ("title", "kind"),
        [
            ("Kế hoạch công tác nữ công năm 2025", DocumentType.PLAN),
            ("Chương trình hành động vì trẻ em", DocumentType.ACTION_PROGRAMME),
            ("Chương trình phối hợp", DocumentType.PROGRAMME),
            ("Công tác nữ công", None),
            ("Kế hoạch", None),
        ],
    )
    def test_the_type_at_the_head_of_a_title(self, title: str, kind: DocumentType | None) -> None:
        assert title_type(title) is kind


class TestTitle:
    def test_several_lines(self) -> None:
        (plan,) = parts_of(
            "KẾ HOẠCH\nTriển khai Tháng hành động vì bình đẳng giới và phòng ngừa,\n"
            "ứng phó với bạo lực trên cơ sở giới\nnăm 2024\n----------\nCăn cứ Luật Bình đẳng giới;\n"
        )
        assert len(plan.title) == 4
        assert plan.body == ["Căn cứ Luật Bình đẳng giới;"]

    @pytest.mark.parametrize("opening", ["Thực hiện", "Triển khai thực hiện"])
    def test_worded_like_a_basis(self, opening: str) -> None:
        (plan,) = parts_of(f"KẾ HOẠCH\n{opening} công tác bình đẳng giới năm 2025\nCăn cứ Luật Bình đẳng giới;\n")
        assert plan.title[1:] == [f"{opening} công tác bình đẳng giới năm 2025"]

    def test_a_basis_under_the_type_is_no_title(self) -> None:
        (plan,) = parts_of("KẾ HOẠCH\nThực hiện Công văn số 12/SNV-CTTN của Sở Nội vụ;\nI. NỘI DUNG\n")
        assert plan.title == ["KẾ HOẠCH"]

    def test_none_at_all(self) -> None:
        (plan,) = parts_of("KẾ HOẠCH\nI. MỤC ĐÍCH\nNâng cao nhận thức.")
        assert plan.title == ["KẾ HOẠCH"]
        assert plan.body[0] == "I. MỤC ĐÍCH"

    def test_first_line_with_type_and_title_in_one(self) -> None:
        (plan,) = parts_of("Kế hoạch công tác nữ công năm 2021\n\nNăm 2021, Công đoàn trường thực hiện như sau:\n")
        assert plan.header == ["Kế hoạch công tác nữ công năm 2021"]
        assert plan.body == ["Năm 2021, Công đoàn trường thực hiện như sau:"]


class TestHeaderTable:
    SOURCE = """| **UBND HUYỆN NAM SÁCH** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** |
| **PHÒNG GIÁO DỤC VÀ ĐÀO TẠO** | **Độc lập - Tự do - Hạnh phúc** |
|---|---|
| Số: 34/KH-PGDĐT | *Nam Sách, ngày 12 tháng 4 năm 2023* |

**KẾ HOẠCH**

**Thực hiện công tác bình đẳng giới năm 2023**

Căn cứ Luật Bình đẳng giới;
"""

    def test_its_cells_are_the_header(self) -> None:
        (plan,) = parts_of(self.SOURCE)
        assert plan.header == [
            "UBND HUYỆN NAM SÁCH",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 34/KH-PGDĐT",
            "Nam Sách, ngày 12 tháng 4 năm 2023",
        ]
        assert plan.title == ["KẾ HOẠCH", "Thực hiện công tác bình đẳng giới năm 2023"]


class TestWithoutTypeLine:
    def test_the_header_of_a_dispatch_goes_through_its_addressees(self) -> None:
        (dispatch,) = parts_of(
            "SỞ NỘI VỤ\nSố: 45/SNV-CTTN\nV/v hướng dẫn thực hiện\nTháng hành động\n\n"
            "Kính gửi: UBND các huyện\n\nSở Nội vụ đề nghị:\n1. Tổ chức truyền thông;"
        )
        assert dispatch.body[0] == "Tháng hành động"

    def test_the_subject_of_a_dispatch_goes_on_with_a_small_letter(self) -> None:
        (dispatch,) = parts_of(
            "SỞ NỘI VỤ\nSố: 45/SNV-CTTN\nV/v hướng dẫn thực hiện\ncông tác năm\n2025\n"
            "Hải Dương, ngày 01 tháng 11 năm 2024\nKính gửi: UBND các huyện\n\nSở Nội vụ đề nghị:"
        )
        assert "công tác năm" in dispatch.header

    def test_prose_has_a_body_alone(self) -> None:
        (prose,) = parts_of("Sáng 08/3, Hội Phụ nữ xã tổ chức tọa đàm.\nDự buổi tọa đàm có lãnh đạo xã.")
        assert (prose.header, prose.title, len(prose.body)) == ([], [], 2)

    def test_an_empty_text_holds_no_document(self) -> None:
        assert parts_of("") == []
        assert parts_of("\n---\n") == []


class TestEnding:
    BODY = "KẾ HOẠCH\nCông tác năm 2025\n\nI. MỤC ĐÍCH\nNâng cao nhận thức"

    def test_begins_with_the_recipients(self) -> None:
        (plan,) = parts_of(f"{self.BODY}./.\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Thị Hoa")
        assert plan.ending[0] == "Nơi nhận:"

    def test_begins_with_a_signature_under_the_end_mark(self) -> None:
        (plan,) = parts_of(f"{self.BODY}./.\nTL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\nLê Bình\nNơi nhận:\n- A;")
        assert plan.ending[0] == "TL. GIÁM ĐỐC"

    def test_begins_with_a_signature_above_the_recipients_where_no_mark_ends_the_text(self) -> None:
        (plan,) = parts_of(f"{self.BODY}.\nT/M BAN CHẤP HÀNH\nPHÓ BÍ THƯ\n(Đã ký)\nLê Văn Nam\nNơi nhận\n- Tỉnh ủy.")
        assert plan.ending[0] == "T/M BAN CHẤP HÀNH"

    def test_begins_with_a_signature_near_the_end(self) -> None:
        (plan,) = parts_of(f"{self.BODY}.\nHIỆU TRƯỞNG\nTrần Thị Hoa")
        assert plan.ending == ["HIỆU TRƯỞNG", "Trần Thị Hoa"]

    def test_a_position_amid_the_text_begins_none(self) -> None:
        (plan,) = parts_of(f"{self.BODY}.\nGiám đốc Sở chịu trách nhiệm.\nHiệu trưởng các trường thực hiện.")
        assert plan.ending == []


class TestAnnex:
    def test_stands_after_the_signature(self) -> None:
        (plan,) = parts_of(
            "KẾ HOẠCH\nCông tác\n\nI. NỘI DUNG\nViệc./.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Hoa\n\n"
            "PHỤ LỤC\nDANH MỤC CHỈ TIÊU\n1. Tỷ lệ nữ\n"
        )
        assert plan.annex == ["PHỤ LỤC", "DANH MỤC CHỈ TIÊU", "1. Tỷ lệ nữ"]
        assert "Trần Hoa" in plan.ending


class TestLaws:
    LINES = (
        "KẾ HOẠCH", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", "Công tác năm 2025", "Số: 12/KH-UBND", "Nơi nhận:", "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN", "GIÁM ĐỐC", "Trần Hoa", "I. MỤC ĐÍCH", "Nội dung./.", "PHỤ LỤC", "",
        "(Kèm theo Quyết định số 1/QĐ-SNV)", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Kế hoạch công tác nữ công",
    )  # fmt: skip

    @given(st.lists(st.sampled_from(LINES), max_size=24))
    def test_regions_partition_the_lines(self, chosen: list[str]) -> None:
        text = fold("\n".join(chosen)).text
        lines = split_lines(text)
        done = 0
        for region in find_regions(text, lines):
            assert region.start == done
            assert region.start <= region.title_end <= region.ending <= region.annex <= region.end
            assert region.type_line is None or region.start <= region.type_line < region.title_end
            done = region.end
        assert done == len(lines)


class TestSlipBehindTheType:
    """A full stop or colon behind the type does not hide a plan; the line a decision decides below opens no document."""

    @pytest.mark.parametrize("line", ["KẾ HOẠCH.", "KẾ HOẠCH:", "KẾ HOẠCH :"])
    def test_of_a_plan(self, line: str) -> None:
        assert type_of_line(line, split_lines(line)[0]) is not None

    @pytest.mark.parametrize("line", ["QUYẾT ĐỊNH:", "Kế hoạch:", "QUYẾT NGHỊ:"])
    def test_of_no_plan(self, line: str) -> None:
        assert type_of_line(line, split_lines(line)[0]) is None
