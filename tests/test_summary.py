"""The summary of a reading for people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError
from vstbpn.reading.reading import read
from vstbpn.summary import summarise

DRAFT = """SỞ NỘI VỤ
Số: /KH-SNV
Hải Dương, ngày   tháng 4 năm 2025

KẾ HOẠCH
Công tác bình đẳng giới năm 2025

Căn cứ Nghị quyết số 28/NQ-CP ngày 03/3/2021 của Chính phủ;
Căn cứ tình hình thực tế;

I. MỤC TIÊU
Mục tiêu 1: Tăng tỷ lệ nữ lãnh đạo
- Ít nhất 60% đơn vị có lãnh đạo là nữ.
Mục tiêu 2: Phòng ngừa bạo lực
- Không để xảy ra bạo lực.

II. NHIỆM VỤ
1. Sở Nội vụ
- Tham mưu, tổng hợp.
- Báo cáo trước ngày 15/6/2025.
2. Truyền thông
- Treo băng rôn hưởng ứng Ngày Phụ nữ Việt Nam 20/10./.

Nơi nhận:
- UBND tỉnh (bc);
- Lưu: VT.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Trần Thị Ví Dụ
"""


def part(summary: str, heading: str) -> list[str]:
    """The lines listed under a heading."""
    lines = summary.splitlines()
    start = lines.index(f"  {heading}:") + 1
    end = next((number for number in range(start, len(lines)) if not lines[number].startswith("    ")), len(lines))
    return [line.removeprefix("    ") for line in lines[start:end]]


class TestVietnamese:
    def test_title_and_header(self) -> None:
        lines = summarise(read(DRAFT)).splitlines()
        assert lines[:4] == [
            "KẾ HOẠCH: Công tác bình đẳng giới năm 2025",
            "  Cơ quan ban hành      SỞ NỘI VỤ",
            "  Số, ký hiệu           /KH-SNV (chưa có số)",
            "  Ngày ban hành         tháng 4 năm 2025 (để trống)",
        ]

    def test_bases_as_the_rules_write_them(self) -> None:
        assert part(summarise(read(DRAFT)), "Căn cứ") == [
            "- Nghị quyết số 28/NQ-CP ngày 03 tháng 3 năm 2021 của Chính phủ",
            "- Căn cứ tình hình thực tế;",
        ]

    def test_targets_stand_under_their_goal(self) -> None:
        assert part(summarise(read(DRAFT)), "Mục tiêu, chỉ tiêu") == [
            "- Mục tiêu 1: Tăng tỷ lệ nữ lãnh đạo",
            "  - Ít nhất 60% đơn vị có lãnh đạo là nữ",
            "- Mục tiêu 2: Phòng ngừa bạo lực",
            "  - Không để xảy ra bạo lực",
        ]

    def test_a_goal_without_any_says_so(self) -> None:
        summary = summarise(read(DRAFT.replace("- Không để xảy ra bạo lực.\n", "")))
        assert part(summary, "Mục tiêu, chỉ tiêu")[-1] == "  - (không có chỉ tiêu bằng số)"

    def test_a_milestone_says_whom_it_is_about(self) -> None:
        milestones = "Ít nhất 60% xã có lãnh đạo là nữ vào năm 2027 và 75% vào năm 2030."
        summary = summarise(read(DRAFT.replace("Ít nhất 60% đơn vị có lãnh đạo là nữ.", milestones)))
        assert "xã có lãnh đạo là nữ" in part(summary, "Mục tiêu, chỉ tiêu")[2]

    def test_tasks_are_counted_by_unit(self) -> None:
        assert part(summarise(read(DRAFT)), "Nhiệm vụ theo đơn vị") == ["- Sở Nội vụ: 2", "- (không ghi đơn vị): 1"]

    def test_deadlines_campaigns_and_recipients(self) -> None:
        summary = summarise(read(DRAFT))
        assert len(part(summary, "Thời hạn")) == 1
        assert part(summary, "Tháng hành động, ngày kỷ niệm") == ["- Ngày Phụ nữ Việt Nam 20/10"]
        assert part(summary, "Nơi nhận") == ["- UBND tỉnh (bc)"]

    def test_signature_and_findings(self) -> None:
        *_, signature, findings = summarise(read(DRAFT)).splitlines()
        assert signature == "  Người ký              KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC, Trần Thị Ví Dụ"
        assert "vstbpn check" in findings

    def test_a_plan_without_fault(self, kindergarten_plan: str) -> None:
        assert summarise(read(kindergarten_plan)).splitlines()[-1].endswith("không có vấn đề")


class TestEnglish:
    def test_its_words(self) -> None:
        summary = summarise(read(DRAFT), "en")
        assert "  Issued by             SỞ NỘI VỤ" in summary.splitlines()
        assert part(summary, "Legal bases")[0] == "- Resolution No. 28/NQ-CP of 3 March 2021 of the Government"


class TestOtherTexts:
    def test_what_is_no_plan_is_said_first(self) -> None:
        summary = summarise(read("Hội Phụ nữ xã tổ chức tọa đàm."))
        assert summary.startswith("Văn bản này không phải là kế hoạch.\n\nVĂN BẢN KHÔNG RÕ TÊN LOẠI\n")

    def test_an_empty_text(self) -> None:
        assert summarise(read("")).count("\n") == 0

    def test_every_document_of_a_text(self) -> None:
        summary = summarise(
            read(
                f"QUYẾT ĐỊNH\nBan hành Kế hoạch\n\nĐiều 1. Ban hành kèm theo Kế hoạch./.\n\n{DRAFT[DRAFT.index('KẾ') :]}"
            )
        )
        assert [line for line in summary.splitlines() if line.startswith(("QUYẾT", "KẾ"))] == [
            "QUYẾT ĐỊNH: Ban hành Kế hoạch",
            "KẾ HOẠCH: Công tác bình đẳng giới năm 2025",
        ]

    def test_long_lines_are_cut(self) -> None:
        summary = summarise(read("KẾ HOẠCH\nCông tác\n\nI. " + "NỘI DUNG " * 60))
        assert max(map(len, summary.splitlines())) < 120
        assert "…" in summary


class TestLanguage:
    @pytest.mark.parametrize("language", ["fr", "", "VI"])
    def test_another_than_the_two(self, language: str) -> None:
        with pytest.raises(InvalidValueError, match="language"):
            summarise(read(DRAFT), language)


class TestLaws:
    @given(st.text(max_size=120), st.sampled_from(["vi", "en"]))
    def test_any_text_has_a_summary(self, source: str, language: str) -> None:
        assert summarise(read(source), language) or not read(source).findings
