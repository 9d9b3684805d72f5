"""The line that names the type: alone, with a qualifier, with the whole title, in a draft."""

import pytest

from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read

HEAD = (
    "UBND TỈNH HÀ NAM\n{body}\nSố: 12/KH-SNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Hà Nam, ngày 09 tháng 02 năm 2026\n\n"
)
END = (
    "\nI. MỤC TIÊU\n1. Nâng cao nhận thức.\nII. KẾ HOẠCH THỰC HIỆN\n1. Các đơn vị thực hiện.\nKẾ HOẠCH KINH PHÍ\n"
    "Kinh phí lấy từ ngân sách./.\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nLê Văn Ba\n"
)


def documents(title: str, body: str = "SỞ NỘI VỤ", after: str = "") -> tuple[Plan, ...]:
    return read(HEAD.format(body=body) + title + END + after).documents


def named(title: str, body: str = "SỞ NỘI VỤ") -> tuple[str | None, str | None, str | None]:
    (plan,) = documents(title, body)
    return plan.type, plan.title, plan.issuer


class TestTypeWithMore:
    @pytest.mark.parametrize(
        ("title", "kind", "words"),
        [
            ("KẾ HOẠCH HÀNH ĐỘNG\nVì phụ nữ năm 2026\n", "Kế hoạch", "HÀNH ĐỘNG Vì phụ nữ năm 2026"),
            ("KẾ HOẠCH LIÊN TỊCH\n\nVề công tác nữ\n", "Kế hoạch", "LIÊN TỊCH Về công tác nữ"),
            ("KẾ HOẠCH (ĐIỀU CHỈNH)\nCông tác nữ\n", "Kế hoạch", "(ĐIỀU CHỈNH) Công tác nữ"),
            ("KẾ HOẠCH THÁNG 3\nCông tác nữ\n", "Kế hoạch", "THÁNG 3 Công tác nữ"),
            ("KẾ HOẠCH TRIỂN KHAI CÔNG TÁC NỮ\nNĂM 2026\n", "Kế hoạch", "TRIỂN KHAI CÔNG TÁC NỮ NĂM 2026"),
            ("KẾ HOẠCH Triển khai công tác nữ\nnăm 2026\n", "Kế hoạch", "Triển khai công tác nữ năm 2026"),
            ("Kế hoạch triển khai công tác nữ năm 2026\n", "Kế hoạch", "triển khai công tác nữ năm 2026"),
            ("CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026\n", "Chương trình", "CÔNG TÁC NĂM 2026"),
            ("CHƯƠNG TRÌNH HÀNH ĐỘNG VÌ TRẺ EM NĂM 2026\n", "Chương trình hành động", "VÌ TRẺ EM NĂM 2026"),
        ],
    )
    def test_the_type_opens_the_document_and_the_rest_is_title(self, title: str, kind: str, words: str) -> None:
        assert named(title) == (kind, words, "SỞ NỘI VỤ")

    def test_the_span_holds_the_type_alone(self) -> None:
        source = HEAD.format(body="SỞ NỘI VỤ") + "KẾ HOẠCH PHỐI HỢP\nCông tác nữ\n" + END
        header = read(source).documents[0].header
        assert header.type_span is not None
        assert header.title is not None
        assert header.title.span is not None
        assert header.type_span.of(source) == "KẾ HOẠCH"
        assert header.title.span.of(source) == "PHỐI HỢP\nCông tác nữ"

    @pytest.mark.parametrize(
        "below",
        [
            "Để thực hiện công tác năm 2026, Sở Nội vụ ban hành kế hoạch như sau:\n",
            "\nTrong năm qua công tác nữ đã tốt.\n",
        ],
    )
    def test_prose_below_is_no_title(self, below: str) -> None:
        assert named("KẾ HOẠCH TRIỂN KHAI CÔNG TÁC NỮ NĂM 2026\n" + below)[1] == "TRIỂN KHAI CÔNG TÁC NỮ NĂM 2026"


class TestDraft:
    @pytest.mark.parametrize(
        "title",
        [
            "DỰ THẢO KẾ HOẠCH\nCông tác nữ\n",
            "(DỰ THẢO)\nKẾ HOẠCH\nCông tác nữ\n",
            "DỰ THẢO LẦN 2\nKẾ HOẠCH\nCông tác nữ\n",
            "KẾ HOẠCH\n(Dự thảo)\nCông tác nữ\n",
        ],
    )
    def test_the_word_draft_is_neither_body_nor_title(self, title: str) -> None:
        assert named(title) == ("Kế hoạch", "Công tác nữ", "SỞ NỘI VỤ")


class TestNoTypeLine:
    @pytest.mark.parametrize(
        ("body", "issuer"),
        [
            ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"),
            ("PHÒNG\nKẾ HOẠCH TỔNG HỢP", "KẾ HOẠCH TỔNG HỢP"),
            ("SỞ\nKẾ HOẠCH VÀ ĐẦU TƯ", "KẾ HOẠCH VÀ ĐẦU TƯ"),
        ],
    )
    def test_the_name_of_a_body(self, body: str, issuer: str) -> None:
        assert named("BÁO CÁO\nCông tác nữ\n", body) == ("Báo cáo", "Công tác nữ", issuer)

    @pytest.mark.parametrize(
        ("title", "kind"),
        [
            ("BÁO CÁO\nKẾT QUẢ THỰC HIỆN\nKẾ HOẠCH HÀNH ĐỘNG NĂM 2025\n", "Báo cáo"),
            ("QUYẾT ĐỊNH\nVề việc ban hành\nKẾ HOẠCH HÀNH ĐỘNG NĂM 2025\n", "Quyết định"),
            ("BÁO CÁO KẾT QUẢ THỰC HIỆN\nKẾ HOẠCH HÀNH ĐỘNG NĂM 2025\n", None),
        ],
    )
    def test_the_second_line_of_another_title(self, title: str, kind: str | None) -> None:
        assert named(title)[0] == kind

    @pytest.mark.parametrize(
        "annex",
        [
            "\nPHỤ LỤC\nKẾ HOẠCH KINH PHÍ NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-SNV)\nTT | Việc | Tiền\n",
            "\nKẾ HOẠCH KINH PHÍ NĂM 2026\n(Kèm theo Kế hoạch số 12/KH-SNV)\nTT | Việc | Tiền\n",
            "\nKẾ HOẠCH TỔ CHỨC CÁC LỚP\nI. LỚP THỨ NHẤT\n",
        ],
    )
    def test_a_heading_in_an_appendix(self, annex: str) -> None:
        assert len(documents("KẾ HOẠCH\nCông tác nữ\n", after=annex)) == 1

    def test_a_heading_in_a_body_without_header(self) -> None:
        (plan,) = read("II. NHIỆM VỤ\n1. Các đơn vị thực hiện.\nKẾ HOẠCH KINH PHÍ NĂM 2026\n").documents
        assert plan.type is None


class TestFurtherDocument:
    def test_a_decision_carries_a_plan_with_a_qualifier(self) -> None:
        carried = (
            "\nỦY BAN NHÂN DÂN\nPHƯỜNG HÀ LIÊN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
            "KẾ HOẠCH HÀNH ĐỘNG\nCông tác nữ\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 09/02/2026)\n\nI. MỤC TIÊU\nTốt hơn.\n"
        )
        decision, plan = documents("QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch công tác nữ\n", after=carried)
        assert decision.signature is not None
        assert [position.text for position in decision.signature.positions] == ["GIÁM ĐỐC"]
        assert (plan.type, plan.title) == ("Kế hoạch", "HÀNH ĐỘNG Công tác nữ")
        assert plan.issuer == "ỦY BAN NHÂN DÂN PHƯỜNG HÀ LIÊN"

    def test_the_act_below_is_enough(self) -> None:
        carried = "\nKẾ HOẠCH HÀNH ĐỘNG\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 09/02/2026)\n\nI. MỤC TIÊU\nTốt hơn.\n"
        assert len(documents("QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\n", after=carried)) == 2

    def test_two_plans_one_after_the_other(self) -> None:
        second = "\n" + HEAD.format(body="SỞ Y TẾ") + "KẾ HOẠCH TRIỂN KHAI CÔNG TÁC NĂM 2026\n" + END
        assert [plan.issuer for plan in documents("KẾ HOẠCH\nCông tác nữ\n", after=second)] == ["SỞ NỘI VỤ", "SỞ Y TẾ"]


class TestBlankForm:
    FORM = (
        "TÊN CƠ QUAN CẤP TRÊN\nTÊN ĐƠN VỊ\nSố: …../BC-…\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "…, ngày … tháng … năm …\n\nBÁO CÁO\nKết quả công tác năm …\n\nI. KẾT QUẢ\n1. …\nNơi nhận:\n- ……;\n- Lưu: VT.\n"
    )

    @pytest.mark.parametrize("heading", ["\nMẫu số 01\n\n", "\nPHỤ LỤC II\nMẪU BÁO CÁO\n", "\nPHỤ LỤC\n", "\n"])
    def test_a_form_stays_with_its_plan(self, heading: str) -> None:
        (plan,) = documents("KẾ HOẠCH\nCông tác nữ\n", after=heading + self.FORM)
        assert plan.signature is not None
        assert [position.text for position in plan.signature.positions] == ["GIÁM ĐỐC"]
        assert [recipient.name for recipient in plan.recipients] == ["UBND tỉnh", "VT"]
        assert not any("TÊN" in item.text for section in plan.outline for item in section.items)

    def test_the_title_of_the_form_is_the_appendix_title(self) -> None:
        (plan,) = documents("KẾ HOẠCH\nCông tác nữ\n", after="\nPHỤ LỤC II\nMẪU BÁO CÁO\n" + self.FORM)
        assert "MẪU BÁO CÁO" in [section.title for section in plan.outline]

    def test_a_document_filled_in_after_a_form_is_one(self) -> None:
        second = "\nMẫu số 01\nSố lượng | Ghi chú\n\n" + HEAD.format(body="SỞ Y TẾ") + "BÁO CÁO\nCông tác nữ\n" + END
        assert len(documents("KẾ HOẠCH\nCông tác nữ\n", after=second)) == 2

    def test_a_form_without_a_type_line(self) -> None:
        assert len(documents("KẾ HOẠCH\nCông tác nữ\n", after="\nMẫu số 01\nHọ và tên\n1. Ngày sinh\n")) == 1
        assert len(documents("KẾ HOẠCH\nCông tác nữ\n", after="\nMẫu số 01\nHọ và tên\n")) == 1
