"""The rules of the ending: closing mark, recipients, signature."""

import re
import unicodedata
from typing import Literal

import pytest

from vstbpn.findings import Finding
from vstbpn.plans.ending import Recipient, Signature
from vstbpn.plans.header import Header
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.fixing import fix
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Passage, Span
from vstbpn.vocabulary import LANGUAGES, DocumentFamily, SigningPrefix

HEAD = "KẾ HOẠCH\nCông tác gia đình năm 2026\n\n"
BODY = f"{HEAD}I. NỘI DUNG\n\n- Mở lớp tập huấn./.\n\n"
SIGNED = "\nGIÁM ĐỐC\n\nLê Thị Ví Dụ\n"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM\n\nĐẢNG ỦY XÃ AN BÌNH\n*\nSố 12-KH/ĐU\n\n"
CODES = ("STR006", "STR007", *(f"STR0{number}" for number in range(32, 45)))


def found(text: str, code: str) -> tuple[Finding, ...]:
    """What one rule finds in a text; it is told without a hole."""
    findings = check(read(text), rules=DEFAULT_RULES.select(code)).findings
    for finding in findings:
        for language in LANGUAGES:
            assert not re.search(r"[{}]", finding.message(language) + finding.remedy(language))
    return findings


def mended(text: str, code: str) -> str:
    """A text after what one rule can mend; the rule finds nothing more."""
    done = fix(text, rules=DEFAULT_RULES.select(code))
    assert not done.report.findings
    return done.text


def place(finding: Finding, text: str) -> str:
    assert finding.span is not None
    return finding.span.of(text)


def listed(*lines: str) -> str:
    return BODY + "Nơi nhận:\n" + "\n".join(lines) + "\n" + SIGNED


def signed(block: str, issuer: str = "SỞ Y TẾ\n\n") -> str:
    return f"{issuer}{BODY}Nơi nhận:\n- Lưu: VT.\n\n{block}\n"


class TestClosingMark:
    """STR006, STR007: the body ends in "./."."""

    def test_a_full_stop_above_the_ending_becomes_the_mark(self) -> None:
        text = listed("- Lưu: VT.").replace("./.", ".")
        (finding,) = found(text, "STR006")
        assert place(finding, text) == "."
        assert mended(text, "STR006") == listed("- Lưu: VT.")

    @pytest.mark.parametrize("text", [f"{HEAD}I. NỘI DUNG\n\n- Mở lớp.\n", listed("- Lưu: VT.").replace("./.", "")])
    def test_of_what_may_be_cut_off_nothing_is_mended(self, text: str) -> None:
        (finding,) = found(text, "STR006")
        assert not finding.edits

    @pytest.mark.parametrize(
        ("end", "mark"), [("/.", "/."), (".", "."), (". /.", ". /."), (";", ";"), ("./", "./"), ("", "6")]
    )
    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_another_mark_is_mended(self, end: str, mark: str, form: Literal["NFC", "NFD"]) -> None:
        text = listed("- Lưu: VT.").replace("./.", f".\n\n*Trên đây là Kế hoạch năm 2026{end}*")
        text = unicodedata.normalize(form, text)
        (finding,) = found(text, "STR007")
        assert place(finding, text) == mark
        assert "2026./.*" in mended(text, "STR007")

    def test_a_sentence_cut_off_is_not_mended(self) -> None:
        (finding,) = found(f"{HEAD}I. NỘI DUNG\n\n- Mở lớp.\n\nTrên đây là Kế hoạch công tác", "STR007")
        assert not finding.edits

    def test_the_party_ends_with_a_full_stop(self) -> None:
        text = f"{PARTY}{HEAD}I- MỤC ĐÍCH\n\n- Nâng cao nhận thức./.\n\nNơi nhận:\n- Lưu Đảng ủy.\n"
        (finding,) = found(text, "STR043")
        assert (place(finding, text), finding.severity.value) == ("./.", "info")
        assert mended(text, "STR043") == text.replace("./.", ".")
        for code in ("STR006", "STR007"):
            assert not found(text.replace("./.", "."), code)

    def test_a_union_of_youth_is_not_the_party(self) -> None:
        text = f"{PARTY}{HEAD}I- MỤC ĐÍCH\n\n- x./.\n".replace("ĐẢNG CỘNG SẢN VIỆT NAM", "ĐOÀN THANH NIÊN")
        assert not found(text, "STR043")

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_in_the_middle(self, end: str) -> None:
        text = f"{HEAD}I. NỘI DUNG\n\n- Mở lớp./.\n\nII. TỔ CHỨC THỰC HIỆN\n\n- Báo cáo./.\n".replace("\n", end)
        (finding,) = found(text, "STR042")
        assert finding.span is not None
        assert finding.span.start == text.index("./.")

    @pytest.mark.parametrize("between", ["Nơi nhận:\n- Lưu: VT.\n\n", "PHỤ LỤC\n\n"])
    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_two_documents_have_two_ends(self, between: str, form: Literal["NFC", "NFD"]) -> None:
        text = f"{HEAD}I. NỘI DUNG\n\n- Mở lớp./.\n\n{between}II. TỔ CHỨC THỰC HIỆN\n\n- Báo cáo./.\n"
        assert not found(unicodedata.normalize(form, text), "STR042")


class TestWhoIsOnTheList:
    """STR032, STR033, STR034: archive, repeats, superior."""

    def test_no_archive(self) -> None:
        text = listed("- UBND tỉnh;", "- Các phòng thuộc Sở.")
        (finding,) = found(text, "STR032")
        assert place(finding, text) == "Các phòng thuộc Sở."

    @pytest.mark.parametrize("last", ["- Lưu: VT.", "- Lưu VT, TCCB.", "- VT, TCCB.", "- Các phòng; lưu: VT."])
    def test_it_is_kept(self, last: str) -> None:
        assert not found(listed("- UBND tỉnh;", last), "STR032")

    def test_of_a_list_cut_off_nothing_is_said(self) -> None:
        assert not found(f"{BODY}Nơi nhận:\n- UBND tỉnh;\n- Sở Nội vụ;", "STR032")

    def test_the_party_writes_no_vt(self) -> None:
        text = f"{PARTY}{HEAD}I- MỤC ĐÍCH\n\n- x.\n\nNơi nhận:\n- Tỉnh ủy,\n- Lưu Đảng ủy.\n\nT/M ĐẢNG ỦY\nPHÓ BÍ THƯ\n\nLê Dụ\n"
        for code in CODES:
            assert not found(text, code)
        (finding,) = found(text.replace("- Lưu Đảng ủy.", "- Các chi bộ."), "STR032")
        assert finding.basis is not None
        assert "VPTW" in str(finding.basis)

    @pytest.mark.parametrize("second", ["- UBND  Tỉnh;", "- UBND tỉnh (để báo cáo);"])
    def test_one_twice(self, second: str) -> None:
        text = listed("- UBND tỉnh;", second, "- Lưu: VT.")
        (finding,) = found(text, "STR033")
        assert finding.pointer == "/recipients/1"

    def test_what_stands_under_others_is_told_apart(self) -> None:
        text = listed("- VP Tỉnh ủy:", "+ Lãnh đạo Ban;", "- VP UBND tỉnh:", "+ Lãnh đạo Ban;", "- Lưu: VT.")
        assert not found(text, "STR033")

    @pytest.mark.parametrize(
        ("superior", "line", "count"),
        [
            ("UBND TỈNH AN GIANG", "- Các phòng thuộc Sở;", 1),
            ("UBND TỈNH AN GIANG", "- UBND các xã, phường;", 1),
            ("UBND TỈNH AN GIANG", "- UBND tỉnh (để báo cáo);", 0),
            ("UBND TỈNH AN GIANG", "- TT. Tỉnh ủy, HĐND, UBND tỉnh;", 0),
            ("ỦY BAN NHÂN DÂN TỈNH AN GIANG", "- Chủ tịch, các PCT UBND tỉnh;", 0),
            ("BỘ Y TẾ", "- Bộ Y tế (b/c);", 0),
            ("BỘ Y TẾ", "- Lãnh đạo Bộ;", 0),
            ("BỘ Y TẾ", "- Các khoa, phòng;", 1),
            ("BỘ Y TẾ", "- Như trên;", 0),
        ],
    )
    def test_the_superior(self, superior: str, line: str, count: int) -> None:
        text = f"{superior}\nSỞ Y TẾ\n\nSố: 15/KH-SYT\n\n" + listed(line, "- Lưu: VT.")
        assert len(found(text, "STR034")) == count


class TestFormOfTheList:
    """STR035, STR036: dashes, semicolons, the full stop, the last line."""

    def test_ends_are_told_once_and_mended(self) -> None:
        text = listed("- UBND tỉnh", "- Sở Nội vụ (b/c).", "- Các phòng;", "- Lưu: VT.")
        (finding,) = found(text, "STR035")
        assert place(finding, text) == "UBND tỉnh"
        assert dict(finding.args)["count"] == "2"
        assert mended(text, "STR035") == listed("- UBND tỉnh;", "- Sở Nội vụ (b/c);", "- Các phòng;", "- Lưu: VT.")

    @pytest.mark.parametrize("last", ["- Lưu: VT, QLN (2b)", "- Lưu: VT, QLN (2b);"])
    def test_the_last_ends_with_a_full_stop(self, last: str) -> None:
        text = listed("- UBND tỉnh;", last)
        (finding,) = found(text, "STR035")
        assert finding.variant == "last"
        assert mended(text, "STR035") == listed("- UBND tỉnh;", "- Lưu: VT, QLN (2b).")

    def test_dashes_are_put_there(self) -> None:
        text = listed("UBND tỉnh;", "Các phòng;", "Lưu: VT.")
        (finding,) = found(text, "STR035")
        assert finding.variant == "dash"
        assert mended(text, "STR035") == listed("- UBND tỉnh;", "- Các phòng;", "- Lưu: VT.")

    @pytest.mark.parametrize(
        "lines",
        [
            ("- UBND tỉnh, các sở,", "ban, ngành;", "- Lưu: VT,", "TCCB."),
            ("- VPUB:", "+ Lãnh đạo;", "- Lưu: VT."),
            ("- Tỉnh ủy,", "- Huyện ủy,", "- Lưu Tỉnh ủy."),
            ("UBND tỉnh, các sở,", "ban, ngành;", "Lưu: VT."),
            ("* UBND tỉnh;", "* Lưu: VT."),
            ("- **UBND tỉnh;**", "- *Lưu: VT.*"),
        ],
    )
    def test_nothing_is_wrong(self, lines: tuple[str, ...]) -> None:
        assert not found(listed(*lines), "STR035")

    def test_two_columns(self) -> None:
        text = (
            f"{BODY}Nơi nhận:                                TM. ỦY BAN NHÂN DÂN\n- UBND tỉnh;                                KT. CHỦ TỊCH\n"
            "- Các phòng thuộc                             PHÓ CHỦ TỊCH\nSở;\n- Lưu: VT.                                 Lê Văn Dụ\n"
        )
        for code in CODES:
            assert not found(text, code)

    @pytest.mark.parametrize("gap", ["   ", "        ", "            ", "\t", " \t ", "\u00a0\u00a0\u00a0"])
    @pytest.mark.parametrize("lines", [("- Các phòng", "- Lưu: VT."), ("- Các phòng,", "- Lưu: VT")])
    def test_two_columns_near_each_other(self, gap: str, lines: tuple[str, str]) -> None:
        text = listed(f"- UBND tỉnh{gap}KT. CHỦ TỊCH", f"{lines[0]}{gap}PHÓ CHỦ TỊCH", f"{lines[1]}{gap}Lê Văn Dụ")
        assert not found(text, "STR035")

    def test_a_tab_behind_the_dash(self) -> None:
        text = listed("-\tUBND tỉnh", "-\tCác phòng;", "-\tLưu: VT.")
        assert mended(text, "STR035") == text.replace("tỉnh", "tỉnh;")

    def test_before_the_decree_nothing_is_said(self) -> None:
        text = "SỞ Y TẾ\n\nAn Giang, ngày 05 tháng 4 năm 2018\n\n" + listed("- UBND tỉnh", "- Lưu: VT")
        assert not found(text, "STR035")

    def test_the_archive_is_the_last(self) -> None:
        text = listed("- UBND tỉnh;", "- Lưu: VT;", "- Các phòng.")
        (finding,) = found(text, "STR036")
        assert place(finding, text) == "Lưu: VT;"
        assert not found(listed("- UBND tỉnh;", "- Lưu: VT;", "+ Phòng Kế toán."), "STR036")


class TestAuthorityAndPosition:
    """STR037: the prefix fits the position."""

    @pytest.mark.parametrize(
        ("block", "issuer", "variant"),
        [
            ("KT. GIÁM ĐỐC\nGIÁM ĐỐC\n\nLê Văn Dụ", "SỞ Y TẾ\n\n", ""),
            ("PHÓ GIÁM ĐỐC\n\nLê Văn Dụ", "SỞ Y TẾ\n\n", "deputy"),
            ("THỨ TRƯỞNG\n\nLê Văn Dụ", "BỘ Y TẾ\n\n", "deputy"),
            ("TM. ỦY BAN NHÂN DÂN\nPHÓ CHỦ TỊCH\n\nLê Văn Dụ", "ỦY BAN NHÂN DÂN XÃ AN BÌNH\n\n", "deputy"),
            ("TM. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Văn Dụ", "SỞ Y TẾ\n\n", "person"),
            ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn Dụ", "ỦY BAN NHÂN DÂN XÃ AN BÌNH\n\n", "collective"),
        ],
    )
    def test_it(self, block: str, issuer: str, variant: str) -> None:
        (finding,) = found(signed(block, issuer), "STR037")
        assert finding.variant == variant
        assert not finding.edits

    @pytest.mark.parametrize(
        ("block", "issuer"),
        [
            ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn Dụ", "ỦY BAN NHÂN DÂN XÃ AN BÌNH\n\n"),
            ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Dụ", "ỦY BAN NHÂN DÂN XÃ AN BÌNH\n\n"),
            ("KT.GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Văn Dụ", "SỞ Y TẾ\n\n"),
            ("TL. GIÁM ĐỐC\nPHÓ CHÁNH VĂN PHÒNG\n\nLê Văn Dụ", "SỞ Y TẾ\n\n"),
            ("PHÓ GIÁM ĐỐC PHỤ TRÁCH\n\nLê Văn Dụ", "SỞ Y TẾ\n\n"),
            ("TRƯỞNG BAN\nPHÓ GIÁM ĐỐC SỞ Y TẾ\n\nLê Văn Dụ", "BAN VSTBPN\n\n"),
            ("PHÓ TRƯỞNG BAN\n\nLê Văn Dụ", "BAN CHỈ ĐẠO\n\n"),
            ("TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH\n\nLê Văn Dụ", "HỘI LIÊN HIỆP PHỤ NỮ TỈNH AN GIANG\n\n"),
            ("TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN\nPHÓ CHỦ TỊCH\n\nLê Văn Dụ", "HỘI ĐỒNG NHÂN DÂN XÃ AN BÌNH\n\n"),
            ("HIỆU TRƯỞNG\n\nLê Văn Dụ", "TRƯỜNG MẦM NON HOA MAI\n\n"),
        ],
    )
    def test_it_fits(self, block: str, issuer: str) -> None:
        assert not found(signed(block, issuer), "STR037")

    def test_a_decision_of_the_chair_is_his_own(self) -> None:
        text = signed("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn Dụ", "ỦY BAN NHÂN DÂN XÃ AN BÌNH\n\n")
        (plan,) = read(text.replace("KẾ HOẠCH", "QUYẾT ĐỊNH")).documents
        assert not check(plan, rules=DEFAULT_RULES.select("STR037"))


class TestFormOfThePrefix:
    """STR038, STR039: dots for the State, slashes for the Party."""

    def test_slashes_in_a_state_document(self) -> None:
        text = NATION + signed("**T/M. ỦY BAN NHÂN DÂN**\n**K/T CHỦ TỊCH**\nPHÓ CHỦ TỊCH\n\nLê Văn Dụ")
        assert [place(finding, text) for finding in found(text, "STR038")] == ["T/M.", "K/T"]
        assert mended(text, "STR038") == text.replace("T/M.", "TM.").replace("K/T", "KT.")

    def test_dots_in_a_document_of_the_party(self) -> None:
        text = f"{PARTY}{HEAD}I- MỤC ĐÍCH\n\n- x.\n\nNơi nhận:\n- Lưu Đảng ủy.\n\nTM. ĐẢNG ỦY\nPHÓ BÍ THƯ\n\nLê Dụ\n"
        (finding,) = found(text, "STR038")
        assert finding.variant == "party"
        assert mended(text, "STR038") == text.replace("TM.", "T/M")

    @pytest.mark.parametrize("head", ["", NATION + "HỘI LIÊN HIỆP PHỤ NỮ TỈNH AN GIANG\n\n"])
    def test_where_the_family_is_not_sure(self, head: str) -> None:
        assert not found(head + signed("T/M BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH\n\nLê Văn Dụ", ""), "STR038")

    def test_a_dot_is_put_there(self) -> None:
        text = signed("TM ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn Dụ")
        (finding,) = found(text, "STR039")
        assert place(finding, text) == "TM"
        assert mended(text, "STR039") == text.replace("TM ", "TM. ")

    @pytest.mark.parametrize("name", ["TM Anh Đào", "TL Văn Dụ", "KT D. Dụ"])
    def test_letters_that_begin_a_name(self, name: str) -> None:
        assert not found(signed(f"KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n{name}"), "STR039")


class TestName:
    """STR040, STR041: the name, and nothing before it."""

    @pytest.mark.parametrize("title", ["ThS.", "TS.", "PGS.TS.", "GS.TS."])
    def test_a_title_before_it(self, title: str) -> None:
        text = signed(f"GIÁM ĐỐC\n\n{title} Lê Văn Dụ", "SỞ NỘI VỤ\n\n")
        (finding,) = found(text, "STR040")
        assert place(finding, text) == title
        assert not finding.edits

    @pytest.mark.parametrize("issuer", ["TRƯỜNG ĐẠI HỌC AN GIANG\n\n", "SỞ Y TẾ\n\n", ""])
    def test_bodies_with_a_rule_of_their_own(self, issuer: str) -> None:
        assert not found(signed("GIÁM ĐỐC\n\nTS. Lê Văn Dụ", issuer), "STR040")

    def test_a_name_alone(self) -> None:
        assert not found(signed("GIÁM ĐỐC\n\nTSần Thị Thoa", "SỞ NỘI VỤ\n\n"), "STR040")

    @pytest.mark.parametrize(
        ("block", "day", "count"),
        [
            ("GIÁM ĐỐC", "05", 1),
            ("GIÁM ĐỐC", "    ", 0),
            ("GIÁM ĐỐC\n\nLÊ VĂN DỤ", "05", 0),
            ("GIÁM ĐỐC\n\nLê Dụ", "05", 0),
        ],
    )
    def test_no_name(self, block: str, day: str, count: int) -> None:
        head = f"SỞ Y TẾ\n\nSố: 15/KH-SYT\n\nAn Giang, ngày {day} tháng 4 năm 2026\n\n"
        assert len(found(signed(block, head), "STR041")) == count


class TestPlansByHand:
    """Parts without words and places are no reason to break down."""

    @pytest.mark.parametrize("family", [None, DocumentFamily.STATE, DocumentFamily.PARTY])
    @pytest.mark.parametrize("span", [None, Span(0, 0), Span(3, 900)])
    @pytest.mark.parametrize("words", ["", ".", "KT. CHỦ TỊCH", "PHÓ GIÁM ĐỐC"])
    def test_it(self, family: DocumentFamily | None, span: Span | None, words: str) -> None:
        passage = Passage(text=words, span=span)
        plan = Plan(
            header=Header(family=family, type="Kế hoạch", issuer=passage, superior=passage, span=span),
            closing=passage,
            recipients=tuple(Recipient(name=words, archive=archive, span=span) for archive in (False, True, False)),
            recipients_span=span,
            signature=Signature(
                prefixes=(SigningPrefix.COLLECTIVE, SigningPrefix.FOR_HEAD),
                on_behalf_of=(words,),
                positions=(passage,),
                name=passage,
                span=span,
            ),
            span=span,
        )
        for source in (None, "", "KT GIÁM ĐỐC\nT/M ỦY BAN"):
            report = check(plan, rules=DEFAULT_RULES.select("STR"), source=source)
            assert "DOC099" not in {finding.code for finding in report}


class TestAgenciesLedByOne:
    """An agency that one person leads has no "TM."."""

    @pytest.mark.parametrize("whom", ["SỞ Y TẾ", "BỘ NỘI VỤ", "PHÒNG VĂN HÓA - XÃ HỘI"])
    def test_what_violates_it(self, whom: str) -> None:
        (finding,) = found(f"{BODY}Nơi nhận:\n- Lưu: VT.\n\nTM. {whom}\nGIÁM ĐỐC\n\nLê Thị Ví Dụ\n", "STR037")
        assert finding.variant == "agency"

    @pytest.mark.parametrize("whom", ["BAN CHỈ ĐẠO", "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG TRƯỜNG", "BỘ CHÍNH TRỊ"])
    def test_what_conforms(self, whom: str) -> None:
        assert found(f"{BODY}Nơi nhận:\n- Lưu: VT.\n\nTM. {whom}\nCHỦ TỊCH\n\nLê Thị Ví Dụ\n", "STR037") == ()


def test_a_name_in_the_other_column_is_the_signers() -> None:
    text = f"{BODY}Nơi nhận:      KT. GIÁM ĐỐC\n- UBND tỉnh;      PHÓ GIÁM ĐỐC\n- Lưu: VT.      Lê Thị Ví Dụ\n"
    plan = read(text).plan
    assert plan is not None
    assert plan.signature is not None
    assert plan.signature.prefixes == (SigningPrefix.FOR_HEAD,)
    assert plan.signature.name is not None
    assert plan.signature.name.text == "Lê Thị Ví Dụ"
    assert [recipient.name for recipient in plan.recipients] == ["UBND tỉnh", "VT"]
    assert found(text, "STR035") == ()


class TestWhereWhatIsMissingShouldStand:
    """STR006, STR008, STR009: what is not there is told at its place, if that is known."""

    @pytest.mark.parametrize(
        ("text", "code", "words"),
        [
            (f"{HEAD}I. NỘI DUNG\n\n- Mở lớp\n- Viết bài\n", "STR006", "Viết bài"),
            (f"{HEAD}I. NỘI DUNG\n\n1. Mở lớp\n\n- Tập huấn:\n+ Tại xã\n", "STR006", "Tại xã"),
            (f"{HEAD}I. NỘI DUNG\n", "STR006", "I. NỘI DUNG"),
            (f"{BODY}KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Thị Ví Dụ\n", "STR008", "KT. GIÁM ĐỐC"),
            (f"{BODY}**KT. GIÁM ĐỐC**\n\n**PHÓ GIÁM ĐỐC**\n\n**Lê Thị Ví Dụ**\n", "STR008", "KT. GIÁM ĐỐC"),
            (f"{BODY}Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n", "STR009", "Nơi nhận:"),
        ],
    )
    def test_it(self, text: str, code: str, words: str) -> None:
        (finding,) = found(text, code)
        assert place(finding, text) == words

    @pytest.mark.parametrize("code", ["STR006", "STR008", "STR009"])
    def test_nothing_is_guessed(self, code: str) -> None:
        (finding,) = check(Plan(), rules=DEFAULT_RULES.select(code))
        assert finding.span is None


class TestUnions:
    """STR038: a union bears the national title and writes its prefixes as the State does."""

    HEAD = "LIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG\n\n{title}Số: 12/KH-LĐLĐ\n\nAn Giang, ngày 22 tháng 9 năm {year}\n\n"
    SIGNED = "Nơi nhận:\n- Lưu: VT.\n\n**T/M BAN THƯỜNG VỤ**\n\n**PHÓ CHỦ TỊCH**\n\n**Lê Thị Ví Dụ**\n"

    def text(self, title: str = NATION, year: int = 2025) -> str:
        return self.HEAD.format(title=title, year=year) + BODY + self.SIGNED

    def test_the_slash_is_told_and_mended(self) -> None:
        (finding,) = found(self.text(), "STR038")
        assert place(finding, self.text()) == "T/M"
        assert mended(self.text(), "STR038") == self.text().replace("T/M", "TM.")

    def test_not_without_the_title_nor_before_its_rules(self) -> None:
        assert not found(self.text(title=""), "STR038")
        assert not found(self.text(year=2023), "STR038")

    def test_other_bodies_have_rules_of_their_own(self) -> None:
        assert not found(self.text().replace("LIÊN ĐOÀN LAO ĐỘNG", "TỈNH ĐOÀN"), "STR038")


class TestArchiveOfTheParty:
    """STR044: a document of the Party is kept by the committee's office, and not at "VT"."""

    LIST = "- Mở lớp.\n\nNơi nhận:\n- Thường trực Tỉnh ủy,\n- {}.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nLê Văn Dụ\n"

    @pytest.mark.parametrize("line", ["Lưu: VT", "Lưu: VT, VPĐU", "Lưu VT"])
    def test_it_is_told_and_left_to_the_clerk(self, line: str) -> None:
        text = f"{PARTY}{HEAD}I- NỘI DUNG\n\n{self.LIST.format(line)}"
        (finding,) = found(text, "STR044")
        assert place(finding, text) == "VT"
        assert finding.severity.value == "info"
        assert not finding.is_fixable

    @pytest.mark.parametrize("line", ["Lưu Đảng ủy", "Lưu Văn phòng Đảng ủy", "Lưu VTVP"])
    def test_the_committee_is_right(self, line: str) -> None:
        assert not found(f"{PARTY}{HEAD}I- NỘI DUNG\n\n{self.LIST.format(line)}", "STR044")

    def test_the_state_keeps_at_vt(self) -> None:
        assert not found(f"{NATION}{BODY}Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n{SIGNED}", "STR044")
