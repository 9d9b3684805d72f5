"""Rules of the wording of references: capitals of provisions, type words written twice."""

import unicodedata
from typing import Literal

import pytest

from vstbpn.findings import Finding
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.fixing import fix
from vstbpn.validation.shipped import DEFAULT_RULES

Form = Literal["NFC", "NFD"]
HEAD = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\n"


def found(words: str, code: str, head: str = HEAD) -> tuple[Finding, ...]:
    return check(read(f"{head}{words}\n"), rules=DEFAULT_RULES.select(code)).findings


class TestProvisionCase:
    """REF019: Điều with a capital, khoản and điểm without."""

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_each_is_told_and_mended(self, form: Form) -> None:
        words = unicodedata.normalize(form, f"{HEAD}Theo Điểm a, Khoản 2, điều 5 Luật Bình đẳng giới thì báo cáo.\n")
        mended = unicodedata.normalize(form, f"{HEAD}Theo điểm a, khoản 2, Điều 5 Luật Bình đẳng giới thì báo cáo.\n")
        rules = DEFAULT_RULES.select("REF019")
        findings = check(read(words), rules=rules).findings
        spans = [finding.span.of(words) for finding in findings if finding.span]
        assert [unicodedata.normalize("NFC", span) for span in spans] == ["Điểm", "Khoản", "điều"]
        assert fix(words, rules=rules).text == mended

    @pytest.mark.parametrize(
        "words",
        [
            "Theo điểm a khoản 2 Điều 5 Luật Bình đẳng giới thì báo cáo.",
            "Khoản 2 Điều 5 Luật Bình đẳng giới quy định về báo cáo.",
            "Thực hiện như sau: Điểm a khoản 2 Điều 5 Luật Trẻ em.",
            "- Khoản 2 Điều 5 Luật Bình đẳng giới;",
            "Việc điều 5 cán bộ thực hiện Luật Bình đẳng giới.",
        ],
    )
    def test_what_conforms(self, words: str) -> None:
        assert found(words, "REF019") == ()

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    @pytest.mark.parametrize(
        "words",
        [
            "Tại mục I, thay cụm từ “khoản 2, điều 5 Luật Đất đai” bằng cụm từ “khoản 2 Điều 5 Luật Đất đai”.",
            "Sửa «theo Khoản 2 Điều 5 Luật Đất đai» cho đúng.",
            'Bỏ "điều 5 Luật Đất đai" tại mục II.',
            "Sửa ‘theo Khoản 2 Điều 5 Luật Đất đai’ cho đúng.",
        ],
    )
    def test_a_wording_that_is_spoken_of(self, words: str, form: Form) -> None:
        assert found(unicodedata.normalize(form, words), "REF019") == ()

    @pytest.mark.parametrize(
        "words",
        [
            "Chuyên đề “khoản 2, điều 5 Luật Đất đai” cho cán bộ.",
            "Sửa “cụm từ” theo khoản 2, điều 5 Luật Đất đai cho “đúng”.",
            "Sửa “mục I theo khoản 2, điều 5 Luật Đất đai cho đúng.",
        ],
    )
    def test_a_wording_of_its_own(self, words: str) -> None:
        assert len(found(words, "REF019")) == 1

    def test_a_document_of_the_party_or_of_before_is_not_judged(self) -> None:
        words = "Theo Khoản 2 Điều 5 Luật Bình đẳng giới thì báo cáo."
        old = "SỞ Y TẾ\n\nAn Giang, ngày 12 tháng 3 năm 2018\n\nKẾ HOẠCH\nCông tác năm 2018\n\n"
        assert found(words, "REF019", old) == ()
        party = "TỈNH ỦY AN GIANG\n*\nSố 15-KH/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nKẾ HOẠCH\nCông tác năm 2026\n\n"
        assert found(words, "REF019", party) == ()


class TestDoubledType:
    """REF020: a type word twice."""

    @pytest.mark.parametrize(
        ("words", "twice"),
        [
            ("Căn cứ Kế hoạch Kế hoạch số 365/KH-UBND;", "Kế hoạch "),
            ("Căn cứ kế hoạch kế hoạch số 365/KH-UBND;", "kế hoạch "),
            ("1. Kế hoạch Kế hoạch số 365/KH-UBND;", "Kế hoạch "),
            ("Căn cứ Kế\u00a0hoạch\u00a0Kế hoạch số 365/KH-UBND;", "Kế\u00a0hoạch\u00a0"),
            ("Thực hiện Thông báo Thông báo số 15/TB-UBND;", "Thông báo "),
        ],
    )
    def test_one_is_left_out(self, words: str, twice: str) -> None:
        (finding,) = found(words, "REF020")
        assert finding.span is not None
        assert finding.span.of(HEAD + words) == twice
        fixed = fix(HEAD + words, rules=DEFAULT_RULES.select("REF020"))
        assert fixed.text == HEAD + words.replace(twice, "", 1)
        assert not fixed.report.findings

    @pytest.mark.parametrize(
        "words",
        [
            "Căn cứ Kế hoạch số 365/KH-UBND;",
            "Sở Y tế thông báo Thông báo số 15/TB-UBND;",
            "Các đơn vị báo cáo Báo cáo số 15/BC-SYT;",
            "Căn cứ các Kế hoạch, Kế hoạch số 365/KH-UBND;",
            "Xây dựng kế hoạch\nKế hoạch số 365/KH-UBND;",
            "Căn cứ số 365/KH-UBND;",
            # The cells of a table.
            "1\tKế hoạch\tKế hoạch số 365/KH-UBND ngày 15/01/2026",
            "1  Kế hoạch  Kế hoạch số 365/KH-UBND ngày 15/01/2026",
            "1 Kế hoạch Kế hoạch số 365/KH-UBND ngày 15/01/2026",
            "Tên loại: Kế hoạch\u00a0 Kế hoạch số 365/KH-UBND;",
            "Kế hoạch\nKế hoạch số 365/KH-UBND;",
            # A part of the sentence before the name of an act.
            "Căn cứ kế hoạch Kế hoạch số 365/KH-UBND;",
            "Sở Y tế lập kế hoạch Kế hoạch số 3/KH-UBND;",
            "Bộ Tư pháp xây dựng luật Luật Đất đai;",
            "PHÊ DUYỆT KẾ HOẠCH Kế hoạch số 3/KH-UBND;",
            "Sửa “Kế hoạch Kế hoạch số 365/KH-UBND” thành “Kế hoạch số 365/KH-UBND”;",
        ],
    )
    def test_what_conforms(self, words: str) -> None:
        assert found(words, "REF020") == ()
