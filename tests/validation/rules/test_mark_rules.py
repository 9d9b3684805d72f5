"""The rules of marks (DOC): quotation marks, brackets, tone marks, blanks, places left open."""

import unicodedata
from collections.abc import Callable
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import assert_linear
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.fixing import fix
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.vocabulary import LANGUAGES, Severity

HEAD = """SỞ Y TẾ

Số: {number}/KH-SYT

An Giang, ngày 02 tháng 3 năm 2026

KẾ HOẠCH
Công tác bình đẳng giới năm 2026

I. NỘI DUNG

"""
END = "\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\nPHỤ LỤC\nMẫu báo cáo\n\n1. Số lượng: ........\n"
RULES = DEFAULT_RULES.select("DOC007", "DOC008", "DOC009", "DOC011", "DOC012")


def whole(body: str, number: str = "12") -> str:
    return HEAD.format(number=number) + body + END


def found(body: str, code: str, number: str = "12") -> tuple[Finding, ...]:
    findings = check(read(whole(body, number)), rules=DEFAULT_RULES.select(code)).findings
    for finding in findings:
        for language in LANGUAGES:
            assert "{" not in finding.message(language) + finding.remedy(language) + finding.title(language)
    return findings


def places(body: str, code: str) -> list[tuple[str, int]]:
    """What each finding has at its place, and where that is in the body."""
    start = len(HEAD.format(number="12"))
    return [
        (finding.span.of(whole(body)), finding.span.start - start)
        for finding in found(body, code)
        if finding.span is not None
    ]


class TestQuotes:
    """DOC007: a quotation mark without its partner."""

    @pytest.mark.parametrize(
        ("body", "place"),
        [
            ("- Chủ đề “Bình đẳng giới.\n- Tập huấn.", ("“", 9)),
            ("- Chủ đề Bình đẳng giới”.", ("”", 23)),
            ("- Chủ đề “Chung tay và “Bình đẳng giới”.\n- Khác.", ("“", 9)),
            ('- Chủ đề "Bình đẳng giới.\n- Tập huấn "kỹ năng".', ('"', 9)),
        ],
    )
    def test_what_violates_it(self, body: str, place: tuple[str, int]) -> None:
        assert places(body, "DOC007") == [place]

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ("- Chủ đề “Bình đẳng giới“ năm 2026.", "- Chủ đề “Bình đẳng giới” năm 2026."),
            ("- Chủ đề ”Bình đẳng giới” năm 2026.", "- Chủ đề “Bình đẳng giới” năm 2026."),
        ],
    )
    def test_marks_the_wrong_way_round(self, body: str, expected: str) -> None:
        (finding,) = found(body, "DOC007")
        assert finding.variant == "turned"
        fixed = fix(whole(body), rules=DEFAULT_RULES.select("DOC007"))
        assert fixed.text == whole(expected)
        assert not fixed.report.findings

    @pytest.mark.parametrize(
        "body",
        [
            "- Chủ đề “Bình đẳng giới”; “An toàn”.",
            "- “Ngày hội “Gia đình hạnh phúc” năm 2026”.",
            "- “Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba”.",
            '- Màn hình “loại 43" có chân.',
            '- Màn hình 43" và màn hình 55".',
            "- Chủ đề “Bình đẳng\ngiới trong gia đình”.",
            "- Women’s Day; 30’; ‘Chung tay’.",
            '1. Sửa đổi như sau:\n"1. Mở lớp.\n2. Báo cáo kết quả."\n2. Bãi bỏ mục 5.',
            '1. Bổ sung: "4. Mở lớp.\n5. Hưởng ứng chủ đề “Gia đình”.\n6. Báo cáo.".\n2. Khác.',
        ],
    )
    def test_what_conforms(self, body: str) -> None:
        assert found(body, "DOC007") == ()

    @pytest.mark.parametrize(
        ("body", "marks"),
        [
            ('"Mở lớp.\n- Tập huấn "kỹ năng" năm 2026.', ['"']),
            ('"Mở lớp.\n- Tập huấn kỹ năng" năm 2026.', ['"', '"']),
            ('- Chủ đề "Mở lớp.\n- Tập huấn kỹ năng".', ['"', '"']),
            ('"Mở lớp.\n- Tập huấn kỹ năng”.', ['"', "”"]),
            ('"' + "Mở lớp.\n" * 600 + 'Tập huấn."', ['"', '"']),
        ],
    )
    def test_a_straight_mark_spans_paragraphs_only_from_a_start_to_the_end_of_a_line(
        self, body: str, marks: list[str]
    ) -> None:
        assert [mark for mark, _ in places(body, "DOC007")] == marks

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ('- Chủ đề “Bình đẳng giới" năm 2026.', "- Chủ đề “Bình đẳng giới” năm 2026."),
            ('- Chủ đề "Bình đẳng giới” năm 2026.', "- Chủ đề “Bình đẳng giới” năm 2026."),
            ('- Chủ đề “Bình đẳng giới năm 2026".', "- Chủ đề “Bình đẳng giới năm 2026”."),
            ('- Chủ đề “Bình đẳng giới" và "An toàn”.', "- Chủ đề “Bình đẳng giới” và “An toàn”."),
        ],
    )
    def test_marks_of_two_kinds(self, body: str, expected: str) -> None:
        for finding in found(body, "DOC007"):
            assert (finding.variant, finding.severity) == ("mixed", Severity.INFO)
        fixed = fix(whole(body), rules=DEFAULT_RULES.select("DOC007"))
        assert fixed.text == whole(expected)
        assert not fixed.report.findings

    @pytest.mark.parametrize(
        "body",
        [
            '- Chủ đề “Bình đẳng giới" và an toàn” năm 2026.',
            '- Chủ đề “Bình đẳng giới" và “An toàn.\n- Khác.',
            '- Chủ đề “Bình đẳng giới.\n- Khác" năm 2026.',
            '- “Gồm "nữ" và "nam”.',
        ],
    )
    def test_of_two_kinds_nothing_is_said_where_the_pair_is_in_doubt(self, body: str) -> None:
        assert all(finding.variant != "mixed" for finding in found(body, "DOC007"))

    @pytest.mark.parametrize(("code", "mark"), [("DOC007", "”"), ("DOC007", "“"), ("DOC008", ")"), ("DOC008", "(")])
    def test_of_very_many_the_last_one_tells_how_many_more(self, code: str, mark: str) -> None:
        findings = found(f"- Hội nghị {mark * 5000} tổng kết.\n\n- Khác.\n\n", code)
        assert [finding.variant for finding in findings].count("more") == 1
        assert len(findings) == 201
        assert findings[-1].variant == "more"
        assert dict(findings[-1].args)["count"] == "4800"

    def test_a_text_that_breaks_off(self) -> None:
        text = HEAD.format(number="12") + "- Tuyên truyền chủ đề “Bình đẳng giới và an"
        assert check(read(text), rules=RULES.select("DOC007")).findings == ()
        text = "giới và an toàn” cho phụ nữ (xã, phường) theo quy định.\n\nI. NỘI DUNG\n"
        assert check(Plan(), rules=RULES.select("DOC007"), source=text).findings == ()

    def test_marks_apart_and_emphasis(self) -> None:
        text = unicodedata.normalize("NFD", whole("- Chủ đề **“Bình đẳng giới**.\n- Khác."))
        (finding,) = check(read(text), rules=RULES.select("DOC007")).findings
        assert finding.span is not None
        assert finding.span.of(text) == "“"


class TestBrackets:
    """DOC008: a bracket without its partner."""

    @pytest.mark.parametrize(
        ("body", "place"),
        [
            ("- Gửi báo cáo (qua Phòng Tổ chức.\n\n- Khác.", ("(", 14)),
            ("- Gửi báo cáo về Sở) trước tháng 6.", (")", 19)),
            ("- Gửi (báo cáo (tháng) về Sở.\n\n- Khác.", ("(", 6)),
            ("a) Họp tại nhà (khu A, khu B.\nb) Tập huấn.\n\nKhác.", ("(", 15)),
            ("a) Họp tại nhà (khu A.\n2. Tuyên truyền\na) Tập huấn.\n\nKhác.", ("(", 15)),
        ],
    )
    def test_what_violates_it(self, body: str, place: tuple[str, int]) -> None:
        assert places(body, "DOC008") == [place]

    @pytest.mark.parametrize(
        "body",
        [
            "- Các việc: a) một; b) hai; đ) ba.\n1) Một\niii) Hai",
            "- Các nhóm (gồm: a) nữ; b) nam).",
            "- Gửi báo cáo (qua Phòng\nTổ chức cán bộ).",
            "- " + "(" + "rất dài, " * 120 + "hết).",
            "- (1) Một; (2) hai.",
            "- Thực hiện quy định (tại các điểm\na) của khoản 2.",
            "- Thực hiện quy định (điểm a,\nb) Nghị định.",
            "- Các nhóm (gồm:\na) nữ;\nb) nam).",
        ],
    )
    def test_what_conforms(self, body: str) -> None:
        assert found(body, "DOC008") == ()


class TestTones:
    """DOC009: the tone mark in two places."""

    def test_the_rarer_way_is_shown(self) -> None:
        body = "- Văn hóa, xóa nghèo, sức khỏe, văn hoá."
        assert places(body, "DOC009") == [("hoá", 36)]
        (finding,) = found(body, "DOC009")
        assert finding.message("vi") == (
            "cùng một tiếng mà dấu thanh được đặt theo hai kiểu: 1 chỗ như “hoá”, 1 chỗ như “hóa”"
        )
        assert finding.edits == ()

    @pytest.mark.parametrize(
        ("body", "words", "usual"),
        [
            ("- Ủy ban nhân dân; Ủy ban xã; Uỷ ban tỉnh.", "Uỷ", "Ủy"),
            ("- UỶ BAN; Ủy viên, ủy quyền.", "UỶ", "ỦY"),
            ("- Văn hoá; văn hoá.\n- Hóa giải mâu thuẫn.", "Hóa", "Hoá"),
            ("- Thuỷ sản; thủy lợi; thủy điện.", "Thuỷ", "Thủy"),
        ],
    )
    def test_both_spellings_are_of_one_syllable(self, body: str, words: str, usual: str) -> None:
        (finding,) = found(body, "DOC009")
        assert finding.span is not None
        assert finding.span.of(whole(body)) == words
        assert f"“{usual}”" in finding.message("vi")

    def test_capitals_and_marks_apart(self) -> None:
        text = unicodedata.normalize("NFD", whole("- ỦY BAN; Uỷ ban; ĐẢNG ỦY."))
        (finding,) = check(read(text), rules=RULES.select("DOC009")).findings
        assert finding.span is not None
        assert unicodedata.normalize("NFC", finding.span.of(text)) == "Uỷ"

    @pytest.mark.parametrize(
        "body",
        [
            "- Văn hóa, quý, quỹ, quỳ, hoàn, toán, khuỷu, ngoài.",
            "- Văn hoá, sức khoẻ, uỷ ban, quý.",
            "- Huỳnh, thúy.",
            "- Văn hóa, sức khoẻ, uỷ ban.",  # Other syllables.
            "- Tỉnh Thanh Hoá phát triển văn hóa.",
            "- Bà Nguyễn Thị Thuý, chị Thúy.",
            "- ÔNG TRẦN THUÝ; bà Thúy Hằng, thủy sản, xã Thuỷ An.",
            "- Hoà Bình vì hòa bình.",
        ],
    )
    def test_what_conforms(self, body: str) -> None:
        assert found(body, "DOC009") == ()


class TestPlacesLeftOpen:
    """DOC011: a place of a template that was not filled in."""

    @pytest.mark.parametrize(
        ("body", "place"),
        [
            ("- Theo Công văn số .../SYT.", "..."),
            ("- Họp ngày …/6/2026.", "…"),
            ("- Liên hệ đồng chí ........ để biết.", "........"),
            ("- Gửi báo cáo trước xx/xx/2026.", "xx/xx/2026"),
            ("- Đơn vị [...] chủ trì.", "[...]"),
            ("- Tỷ lệ nữ lãnh đạo đạt từ … % trở lên.", "…"),
            ("- Tỷ lệ nữ đạt ...%.", "..."),
            ("- Kinh phí ... triệu đồng.", "..."),
        ],
    )
    def test_what_violates_it(self, body: str, place: str) -> None:
        assert [words for words, _ in places(body, "DOC011")] == [place]

    @pytest.mark.parametrize(
        "body",
        [
            "- Hội thảo, tọa đàm, …",
            "- Tập huấn, v.v...",
            "- Tập huấn, hội nghị......",
            "- Đạt 30, 40, ...%.",
            "- Tăng 25…%.",
        ],
    )
    def test_what_conforms(self, body: str) -> None:
        assert found(body, "DOC011") == ()

    def test_drafts_have_them(self) -> None:
        assert found("- Theo Công văn số .../SYT.", "DOC011", number="   ") == ()


class TestBlanks:
    """DOC012: blanks too many."""

    def test_they_are_mended(self) -> None:
        body = "- Tuyên truyền , phổ biến  pháp luật về bình đẳng giới tới hội viên ."
        (finding,) = found(body, "DOC012")
        assert len(finding.edits) == 3
        fixed = fix(whole(body), rules=DEFAULT_RULES.select("DOC012"))
        assert fixed.text == whole("- Tuyên truyền, phổ biến pháp luật về bình đẳng giới tới hội viên.")
        assert not fixed.report.findings

    @pytest.mark.parametrize(
        "body",
        [
            "- Tuyên truyền, phổ biến pháp luật về bình đẳng giới ... tới hội viên.",
            "- Họ và tên    Chức vụ    Đơn vị công tác    Số điện thoại    Ghi chú",
            "Họ tên  Chức vụ  Đơn vị  Điện thoại  Ghi chú thêm của đơn vị",
            "- Ngắn , thôi.",
            # Columns.
            "- Tổng số học sinh nữ toàn trường   trong năm  học này , năm trước.",
            "- Tổng số học sinh nữ toàn trường\ttrong năm  học này , năm trước.",
            "| Tổng số học sinh nữ toàn trường | trong năm  học này , năm trước |",
            "Tổng số học sinh nữ toàn trường  Số học sinh nam của trường",
            "số học sinh nữ của toàn trường  số lớp học tập\nsố học sinh các khối còn lại    số lớp học tập",
            "số học sinh nữ của toàn trường  số lớp học tập\nsố học sinh nam của cả trường  số lớp học tập",
            # Not prose.
            "- Chạy `vstbpn check , kế hoạch  năm` để kiểm tra văn bản của đơn vị.",
            "```\n- Tuyên truyền , phổ biến  pháp luật về bình đẳng giới cho hội viên.\n```",
            "    Tuyên truyền , phổ biến  pháp luật về bình đẳng giới cho hội viên.",
            "> Tuyên truyền , phổ biến  pháp luật về bình đẳng giới cho hội viên.",
            "- Xem https://example.vn/ke-hoach , phổ biến  pháp luật về bình đẳng giới.",
            "- Gửi về địa chỉ thu@example.vn , phổ biến  pháp luật về bình đẳng giới.",
            "- Lệnh git commit --amend , phổ biến  pháp luật về bình đẳng giới.",
            # Ratios.
            "- Phấn đấu tỷ lệ các lớp đạt 3 : 2 và tỷ lệ nam : nữ bằng nhau ở các khối.",
            "- Phấn đấu cân đối số giáo viên nam : nữ ở các khối lớp của trường.",
            "- Tính tỷ lệ học sinh giỏi : học sinh khá ở các khối lớp của trường.",
            "- Trận bóng đá nữ giữa các đội: Thái Lan : Lào, tổ chức ở huyện.",
            "- Kết quả các trận đấu của đội nữ: 3 ; 2 ; 5 điểm sau khi đá đủ số trận.",
            # Another language.
            "- Khẩu hiệu « Égalité entre les femmes et les hommes » ; « Ensemble ».",
            "- Le plan pour la promotion des femmes et des hommes ; la commune.",
            # A wording that is spoken of.
            "- Sửa “tuyên truyền , phổ biến  pháp luật” thành “tuyên truyền, phổ biến pháp luật”.",
            '- Sửa "tuyên truyền , phổ biến  pháp luật" thành câu chữ đúng của văn bản.',
            "- Khẩu hiệu: “Bình đẳng giới trong gia đình và ngoài xã hội\nvì phụ nữ , vì trẻ em và vì tương lai của đất nước”.",
            # A mark put so throughout.
            "- Đọc nhịp thơ: tuyên truyền , phổ biến , vận động , giáo dục hội viên.",
            "- Tuyên truyền . . . phổ biến pháp luật về bình đẳng giới tới hội viên . .",
        ],
    )
    def test_what_conforms(self, body: str) -> None:
        assert found(body, "DOC012") == ()

    @pytest.mark.parametrize("blank", [" ", "\u00a0"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_in_every_form(self, blank: str, end: str, form: Literal["NFC", "NFD"]) -> None:
        body = "- Tuyên truyền , phổ biến  pháp luật cho hội viên gồm :\n- Các lớp tập huấn về kỹ năng cho hội viên ;\n"
        wanted = "- Tuyên truyền, phổ biến pháp luật cho hội viên gồm:\n- Các lớp tập huấn về kỹ năng cho hội viên;\n"
        text, mended = (
            unicodedata.normalize(form, whole(one)).replace(" ", blank).replace("\n", end) for one in (body, wanted)
        )
        assert fix(text, rules=DEFAULT_RULES.select("DOC012")).text == mended

    def test_a_colon_within_a_line(self) -> None:
        body = "- Thời gian tổ chức các lớp tập huấn : tháng 4 và tháng 9 năm 2026."
        assert places(body, "DOC012") == [(" ", 36)]

    def test_after_a_fence(self) -> None:
        body = "```\n- a , b\n```\n- Tuyên truyền , phổ biến pháp luật về bình đẳng giới cho hội viên."
        assert places(body, "DOC012") == [(" ", 30)]


class TestLaws:
    """What holds for all rules of marks."""

    @given(st.text('ab “”"()1)óaoá,.;\n…', max_size=80))
    def test_what_is_mended_needs_no_mending(self, body: str) -> None:
        fixed = fix(whole(body), rules=RULES)
        assert not [finding for finding in fixed.report if finding.edits]

    def test_a_plan_alone_has_no_marks(self) -> None:
        assert check(Plan(), rules=RULES).findings == ()

    @pytest.mark.parametrize(
        "piece", ['"“”', "“", "”", "(", ")", "()", "a)", "hóa hoá ", " ,", '"\n', "(\n", "(a) b)", "……/"]
    )
    def test_time_is_linear(self, piece: str) -> None:
        def prepare(size: int) -> Callable[[], object]:
            source = "(“" + piece * (size // len(piece))
            return lambda: check(Plan(), rules=RULES, source=source)

        assert_linear(prepare, 20_000, 80_000)
