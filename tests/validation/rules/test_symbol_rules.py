"""Rules of symbols: where a damaged one is sure to be mended, and what is told of by another rule."""

import unicodedata

import pytest

from vstbpn.findings import Finding
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.fixing import fix
from vstbpn.validation.shipped import DEFAULT_RULES

HEAD = "KẾ HOẠCH\nCông tác năm 2026\n\n"


def found(text: str, code: str) -> tuple[Finding, ...]:
    return check(read(HEAD + text), rules=DEFAULT_RULES.select(code)).findings


class TestTypeAgainstSymbol:
    """REF001: the type says one thing, the symbol another."""

    def test_letters_of_another_type(self) -> None:
        assert found("Thực hiện Công văn số 15/KH-TC của Phòng Tổ chức cán bộ;\n", "REF001")

    def test_letters_that_are_all_the_issuers(self) -> None:
        assert not found("Thực hiện Công văn số 15/KH-TC của Phòng Kế hoạch - Tài chính;\n", "REF001")


class TestDamagedSymbol:
    """REF003: blanks and dashes inside a symbol."""

    @pytest.mark.parametrize(
        ("symbol", "expected"),
        [("75/KH- UBND", "75/KH-UBND"), ("75/KH–UBND", "75/KH-UBND"), ("75/KH\u2011UBND", "75/KH-UBND")],
    )
    def test_blanks_and_dashes_are_mended(self, symbol: str, expected: str) -> None:
        text = f"Thực hiện Kế hoạch số {symbol} của Ủy ban nhân dân tỉnh;\n"
        (finding,) = found(text, "REF003")
        assert finding.span is not None
        assert finding.span.of(HEAD + text) == symbol
        (edit,) = finding.edits
        assert edit.text == expected
        fixed = fix(HEAD + text, rules=DEFAULT_RULES.select("REF003"))
        assert expected in fixed.text
        assert not fixed.report.findings

    def test_a_decomposed_text_is_mended_too(self) -> None:
        text = unicodedata.normalize("NFD", f"{HEAD}Thực hiện Nghị định số 144/2021/NĐ- CP của Chính phủ;\n")
        fixed = fix(text, rules=DEFAULT_RULES.select("REF003"))
        assert "144/2021/NĐ-CP của" in unicodedata.normalize("NFC", fixed.text)

    @pytest.mark.parametrize("symbol", ["36 VSTBPN&BĐG", "12/QĐ-TTG", "30/2020/ND-CP"])
    def test_what_needs_knowledge_is_told_and_left(self, symbol: str) -> None:
        (finding,) = found(f"Thực hiện Công văn số {symbol} về bình đẳng giới;\n", "REF003")
        assert finding.edits == ()

    @pytest.mark.parametrize(
        "words",
        ["Kế hoạch số 75/KH-UBND", "Kế hoạch số 75/KH-\nUBND", "CHỈ THỊ SỐ 27/CT-TTG", "Nghị quyết số 27/NQ- TW"],
    )
    def test_what_conforms_or_is_told_otherwise(self, words: str) -> None:
        assert found(f"Thực hiện {words};\n", "REF003") == ()

    def test_a_letter_of_another_alphabet_is_told_by_the_rule_of_letters(self) -> None:
        text = "Thực hiện Thông tư số 32/2020/TT-BGD\u00d0T của Bộ Giáo dục và Đào tạo;\n"
        assert [
            finding.code for finding in check(read(HEAD + text), rules=DEFAULT_RULES.select("REF003", "DOC005"))
        ] == ["DOC005"]
        plan = read(HEAD + text).plan
        assert plan is not None
        assert [finding.code for finding in check(plan, rules=DEFAULT_RULES.select("REF003"))] == ["REF003"]

    @pytest.mark.parametrize(
        "words",
        [
            "Sửa “số 75/KH- UBND” thành “số 75/KH-UBND”.",
            "Tại mục I, thay cụm từ “Kế hoạch số 75/KH- UBND của Ủy ban nhân dân tỉnh” bằng cụm từ “Kế hoạch”.",
            "Sửa “số 75/KH-UBND” thành “số 75/KH- UBND”.",
        ],
    )
    def test_a_wording_that_is_spoken_of(self, words: str) -> None:
        assert not found(f"{words}\n", "REF003")

    def test_a_quotation_that_is_no_such_wording(self) -> None:
        assert found("Triển khai chủ đề “Học tập Kế hoạch số 75/KH- UBND của Ủy ban nhân dân tỉnh” tại xã.\n", "REF003")

    def test_without_the_source_nothing_is_mended(self) -> None:
        plan = read(f"{HEAD}Thực hiện Kế hoạch số 75/KH- UBND của Ủy ban nhân dân tỉnh;\n").plan
        assert plan is not None
        (finding,) = check(plan, rules=DEFAULT_RULES.select("REF003"))
        assert finding.edits == ()


class TestStyles:
    """REF002 and REF007 suggest, and mend nothing: who wrote it may have meant another body."""

    @pytest.mark.parametrize(("words", "code"), [("Chỉ thị số 07/CT-TU", "REF002"), ("Đề án số 938-ĐA/CP", "REF007")])
    def test_they_have_no_edits(self, words: str, code: str) -> None:
        (finding,) = found(f"Thực hiện {words};\n", code)
        assert not finding.is_fixable
        assert finding.variant == ""

    def test_the_act_of_that_number_and_title_is_named(self) -> None:
        title = "“Tuyên truyền, giáo dục, vận động, hỗ trợ phụ nữ tham gia giải quyết một số vấn đề xã hội liên quan đến phụ nữ”"
        (finding,) = found(f"Thực hiện Đề án số 938-ĐA/CP {title};\n", "REF007")
        assert finding.variant == "act"
        assert "“Quyết định số 938/QĐ-TTg”" in finding.remedy("vi")
        (finding,) = found("Thực hiện Đề án số 938-ĐA/CP “Hỗ trợ phụ nữ khởi nghiệp giai đoạn 2017-2025”;\n", "REF007")
        assert "“938/ĐA-CP”" in finding.remedy("vi")
