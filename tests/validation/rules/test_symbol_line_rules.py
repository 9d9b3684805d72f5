"""The rules of the document's own number and symbol."""

import unicodedata

import pytest

from vstbpn.findings import Finding
from vstbpn.plans.header import Header
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.validation.checking import check
from vstbpn.validation.fixing import fix
from vstbpn.validation.shipped import DEFAULT_RULES


def state(line: str, kind: str = "KẾ HOẠCH", year: int = 2026) -> str:
    """A State document with a line for its number."""
    return (
        "UBND TỈNH HƯNG YÊN\nSỞ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"{line}\n\nHưng Yên, ngày 05 tháng 3 năm {year}\n\n{kind}\nCông tác nữ công\n\nI. MỤC ĐÍCH\n"
    )


def party(line: str) -> str:
    """A Party document with a line for its number."""
    return (
        "ĐẢNG CỘNG SẢN VIỆT NAM\n\nTỈNH ỦY HƯNG YÊN\n*\n\n"
        f"{line}\n\nHưng Yên, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác nữ công\n\nI. MỤC ĐÍCH\n"
    )


def found(text: str, code: str) -> tuple[Finding, ...]:
    """What one rule finds in the documents of a text, plans or not."""
    rules = DEFAULT_RULES.select(code)
    return tuple(finding for plan in read(text).documents for finding in check(plan, rules=rules, source=text).findings)


def mended(text: str, code: str) -> str:
    """A text with what one rule finds mended, of which nothing is left to be found."""
    done = fix(text, rules=DEFAULT_RULES.select(code))
    assert not done.report.findings
    return done.text


class TestZeroOfTheNumber:
    """STR010: a number below 10 has a zero."""

    @pytest.mark.parametrize("line", ["Số: {}/KH-SYT", "**Số: {}/KH-SYT**", "Số:\u00a0{}/KH-SYT"])
    def test_it_is_put_in(self, line: str) -> None:
        assert mended(state(line.format("5")), "STR010") == state(line.format("05"))

    @pytest.mark.parametrize("number", ["05", "15", "", "100"])
    def test_others_need_none(self, number: str) -> None:
        assert not found(state(f"Số: {number}/KH-SYT"), "STR010")

    def test_a_plan_without_its_source_is_not_mended(self) -> None:
        plan = Plan(header=Header(symbol=DocumentSymbol.parse("5/KH-SYT")))
        (finding,) = check(plan, rules=DEFAULT_RULES.select("STR010")).findings
        assert not finding.is_fixable


class TestColon:
    """STR015, STR016: "Số:" for the State, "Số" for the Party."""

    @pytest.mark.parametrize("number", ["15/KH-SYT", "…/KH-SYT", "02/KH-BVSTBPN"])
    def test_the_state_has_one(self, number: str) -> None:
        text = state(f"Số {number}")
        (finding,) = found(text, "STR015")
        assert finding.span is not None
        assert finding.span.of(text) == "Số"
        assert mended(text, "STR015") == state(f"Số: {number}")

    @pytest.mark.parametrize("colon", [":", " :"])
    def test_the_party_has_none(self, colon: str) -> None:
        text = party(f"Số{colon} 15-KH/TU")
        (finding,) = found(text, "STR016")
        assert finding.span is not None
        assert finding.span.of(text) == f"Số{colon}"
        assert mended(text, "STR016") == party("Số 15-KH/TU")

    def test_without_a_blank_a_blank_takes_its_place(self) -> None:
        assert mended(party("Số:15-KH/TU"), "STR016") == party("Số 15-KH/TU")

    def test_decomposed_letters(self) -> None:
        text = unicodedata.normalize("NFD", state("Số 15/KH-SYT"))
        assert unicodedata.normalize("NFC", mended(text, "STR015")) == state("Số: 15/KH-SYT")

    @pytest.mark.parametrize("text", [state("Số: 15/KH-SYT"), state("Số : 15/KH-SYT"), party("Số 15-KH/TU")])
    def test_what_is_right(self, text: str) -> None:
        assert not found(text, "STR015")
        assert not found(text, "STR016")

    def test_each_has_its_own_way(self) -> None:
        assert not found(party("Số 15-KH/TU"), "STR015")
        assert not found(state("Số: 15/KH-SYT"), "STR016")

    def test_before_the_decree_nothing_is_said(self) -> None:
        assert not found(state("Số 15/KH-SYT", year=2018), "STR015")

    def test_the_number_of_an_act_that_is_cited_is_none_of_its_own(self) -> None:
        text = "Số 12/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân tỉnh.\n\nKẾ HOẠCH\nCông tác nữ công\n\nI. MỤC ĐÍCH\n"
        assert not found(text, "STR015")

    def test_the_youth_union_is_not_the_party(self) -> None:
        text = "TRUNG ƯƠNG ĐOÀN\n***\nĐOÀN TNCS HỒ CHÍ MINH\n\nSố: 15-KH/TWĐTN\n\nKẾ HOẠCH\nCông tác\n\nI. MỤC ĐÍCH\n"
        assert not found(text, "STR016")


class TestDamage:
    """STR017: the number and symbol have blanks, dashes, letters without marks."""

    @pytest.mark.parametrize(
        "written",
        ["15/KH - SYT", "15/KH- SYT", "15/KH–SYT", "15/KH – SYT", "15/ KH-SYT", "15/KH\u2011SYT", "15 /KH-SYT"],
    )
    def test_blanks_and_dashes_are_mended(self, written: str) -> None:
        text = state(f"Số: {written}")
        (finding,) = found(text, "STR017")
        assert finding.span is not None
        assert finding.span.of(text) == written
        assert mended(text, "STR017") == state("Số: 15/KH-SYT")

    def test_a_blank_before_the_slash_is_a_trifle(self) -> None:
        (finding,) = found(state("Số: 15 /KH-SYT"), "STR017")
        assert finding.severity.value == "info"

    def test_another_blank_is_not(self) -> None:
        (finding,) = found(state("Số: 15/KH- SYT"), "STR017")
        assert finding.severity.value == "warning"

    def test_eth_is_mended(self) -> None:
        assert mended(state("Số: 15/KH-SGD\u00d0T"), "STR017") == state("Số: 15/KH-SGDĐT")

    @pytest.mark.parametrize(
        ("written", "expected"),
        [("36 VSTBPN&BĐG", "36/VSTBPN&BĐG"), ("15/KH-SGDDT", "15/KH-SGDĐT"), ("12/KH.SYT", "12/KH-SYT")],
    )
    def test_what_takes_knowledge_is_told_and_left(self, written: str, expected: str) -> None:
        (finding,) = found(state(f"Số: {written}"), "STR017")
        assert not finding.is_fixable
        assert dict(finding.args) == {"written": written, "expected": expected}

    @pytest.mark.parametrize(
        "written", ["15/KH-SYT", "/KH-SYT", "       /KH-SYT", "…/KH-SYT", "15/KH-VSTBPN&BĐG", "15/KH-\nSYT"]
    )
    def test_what_is_no_damage(self, written: str) -> None:
        assert not found(state(f"Số: {written}"), "STR017")


class TestTypeAgainstSymbol:
    """STR018: the type says one thing, the symbol another."""

    @pytest.mark.parametrize(
        ("number", "kind"),
        [
            ("15/CTr-SYT", "KẾ HOẠCH"),
            ("15/QĐ-UBND", "KẾ HOẠCH"),
            ("15/KH-SYT", "CHƯƠNG TRÌNH"),
            ("15/CT-UBND", "CHƯƠNG TRÌNH"),
            ("15/TT-SYT", "TỜ TRÌNH"),
            ("15/ĐA-SYT", "DỰ ÁN"),
            ("15/QĐ-SYT", "**KẾ HOẠCH**"),
        ],
    )
    def test_they_contradict(self, number: str, kind: str) -> None:
        text = state(f"Số: {number}", kind)
        (finding,) = found(text, "STR018")
        assert finding.span is not None
        assert finding.span.of(text) == number
        assert finding.severity.value == "error"
        assert not finding.is_fixable

    def test_the_party_too(self) -> None:
        assert found(party("Số 15-CTr/TU"), "STR018")

    @pytest.mark.parametrize(
        ("number", "kind"),
        [
            ("15/KH-SYT", "KẾ HOẠCH"),
            ("15/CTr-SYT", "CHƯƠNG TRÌNH"),
            ("15/CTr-SYT", "CHƯƠNG TRÌNH HÀNH ĐỘNG"),
            ("15/QĐ-SYT", "QUY ĐỊNH"),
            ("15/KHLT-SYT-SGDĐT", "KẾ HOẠCH"),
            ("15/KHPH-SYT-HLHPN", "KẾ HOẠCH"),
            ("15/CT-KH", "KẾ HOẠCH"),
        ],
    )
    def test_they_agree_or_nothing_is_certain(self, number: str, kind: str) -> None:
        assert not found(state(f"Số: {number}", kind), "STR018")

    def test_a_decision_and_the_plan_it_carries(self) -> None:
        text = state("Số: 15/QĐ-SYT", "QUYẾT ĐỊNH").replace(
            "I. MỤC ĐÍCH\n",
            "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác nữ công./.\n\nNơi nhận:\n- Lưu: VT.\n\n"
            "KẾ HOẠCH\nCông tác nữ công\n(Kèm theo Quyết định số 15/QĐ-SYT ngày 05/3/2026 của Sở Y tế)\n\nI. MỤC ĐÍCH\n",
        )
        assert not found(text, "STR018")

    def test_letters_that_are_all_the_issuers(self) -> None:
        text = state("Số: 15/KH-TC", "BÁO CÁO")
        assert found(text, "STR018")
        assert not found(text.replace("SỞ Y TẾ", "PHÒNG KẾ HOẠCH - TÀI CHÍNH"), "STR018")

    def test_a_decision_whose_type_was_not_set_apart(self) -> None:
        text = state("Số: 15/QĐ-SYT", "QUYẾT ĐỊNH Về việc ban hành Kế hoạch công tác\n\nKẾ HOẠCH")
        assert not found(text, "STR018")

    def test_a_plan_far_below_a_decision(self) -> None:
        text = state("Số: 15/QĐ-SYT", "Điều 1. Ban hành Kế hoạch công tác nữ công. " * 20 + "\n\nKẾ HOẠCH")
        assert not found(text, "STR018")

    def test_a_plan_without_its_source(self) -> None:
        plan = Plan(header=Header(type="Kế hoạch", symbol=DocumentSymbol.parse("15/CTr-SYT")))
        assert check(plan, rules=DEFAULT_RULES.select("STR018")).findings


class TestStyle:
    """STR020: the State's style and the Party's."""

    @pytest.mark.parametrize(
        ("text", "expected", "variant"),
        [
            (state("Số: 15-KH/SYT"), "15/KH-SYT", ""),
            (state("Số: 15-KH/UBND"), "15/KH-UBND", ""),
            (party("Số 15/KH-TU"), "15-KH/TU", "party"),
            (party("Số 15/KH-ĐU"), "15-KH/ĐU", "party"),
        ],
    )
    def test_of_the_other(self, text: str, expected: str, variant: str) -> None:
        (finding,) = found(text, "STR020")
        assert (dict(finding.args)["expected"], finding.variant) == (expected, variant)

    @pytest.mark.parametrize("text", [state("Số: 15/KH-SYT"), state("Số: 15-KH/MNHH"), party("Số 15-KH/TU")])
    def test_its_own_or_not_known(self, text: str) -> None:
        assert not found(text, "STR020")


class TestPartyBodyNobodyLists:
    """STR020: under the Party's name the number has the Party's form, whoever the body is."""

    HEAD = "TỈNH ỦY AN GIANG\nBAN TUYÊN GIÁO VÀ DÂN VẬN\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n"
    REST = "\nAn Giang, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác gia đình năm 2026\n\nI- MỤC ĐÍCH\n"

    @pytest.mark.parametrize(
        ("line", "expected"),
        [("Số 15/KH-BTGDV", "15-KH/BTGDV"), ("Số 15-KH/BTGDV", None), ("Số 15/2026/KH-BTGDV", None), ("Số /KH", None)],
    )
    def test_it(self, line: str, expected: str | None) -> None:
        report = check(read(f"{self.HEAD}{line}{self.REST}"), rules=DEFAULT_RULES.select("STR020"))
        assert [dict(finding.args)["expected"] for finding in report] == ([expected] if expected else [])


class TestSymbolWithoutTheType:
    """STR018: a plan's symbol begins with the abbreviation of its type and a hyphen."""

    HEAD = "SỞ NỘI VỤ\n{}\nBắc Ninh, ngày 05 tháng 3 năm 2026\n\n{}\nCông tác năm 2026\n"

    @pytest.mark.parametrize("line", ["Số: 17/KHSNV", "Số: 17/SNV-KH", "Số: 17/SNV", "Số: 17/ABC-SNV"])
    def test_what_violates_it(self, line: str) -> None:
        (finding,) = check(read(self.HEAD.format(line, "KẾ HOẠCH")), rules=DEFAULT_RULES.select("STR018"))
        assert (finding.variant, finding.severity.value) == ("untyped", "info")

    @pytest.mark.parametrize(("line", "kind"), [("Số: 17/KH-SNV", "KẾ HOẠCH"), ("Số: 17/SNV-VP", "THÔNG BÁO")])
    def test_what_conforms(self, line: str, kind: str) -> None:
        assert check(read(self.HEAD.format(line, kind)), rules=DEFAULT_RULES.select("STR018")).ok
