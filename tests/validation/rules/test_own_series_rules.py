"""The rule of whose symbol it is: a body known for another than the issuer."""

import pytest

from vstbpn.findings import Finding
from vstbpn.plans.header import Header
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Passage


def document(bodies: str, number: str, kind: str = "KẾ HOẠCH") -> str:
    """A document of some bodies."""
    return (
        f"{bodies}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"Số: {number}\n\nHưng Yên, ngày 05 tháng 3 năm 2024\n\n{kind}\nCông tác nữ công\n\nI. MỤC ĐÍCH\n"
    )


def found(text: str) -> tuple[Finding, ...]:
    """What the rule finds in a text."""
    return check(read(text), rules=DEFAULT_RULES.select("STR019")).findings


class TestAnotherBody:
    """STR019: the symbol's body is known, and is not the issuer."""

    @pytest.mark.parametrize(
        ("bodies", "number", "variant"),
        [
            ("UBND TỈNH HƯNG YÊN\nSỞ Y TẾ", "15/KH-SNV", ""),
            ("UBND THÀNH PHỐ HẢI PHÒNG\nỦY BAN NHÂN DÂN QUẬN LÊ CHÂN", "15/KH-VSTBPN&BĐG", ""),
            ("UBND HUYỆN VĂN GIANG\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "15/KH-SGDĐT", ""),
            ("PHÒNG GDĐT VĂN GIANG\nTRƯỜNG MẦM NON HOA HỒNG", "15/KH-UBND", ""),
            ("UBND TỈNH HƯNG YÊN\nSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "15/KH-SNNPTNT", ""),
            ("UBND TỈNH HƯNG YÊN\nSỞ Y TẾ", "15/KH-UBND", "superior"),
            ("SỞ GIÁO DỤC VÀ ĐÀO TẠO\nBAN VÌ SỰ TIẾN BỘ CỦA PHỤ NỮ", "15/KH-SGDĐT", "superior"),
        ],
    )
    def test_it_is_told(self, bodies: str, number: str, variant: str) -> None:
        text = document(bodies, number)
        (finding,) = found(text)
        assert finding.span is not None
        assert finding.span.of(text) == number
        assert (finding.variant, finding.severity.value) == (variant, "warning")
        assert not finding.is_fixable

    @pytest.mark.parametrize(
        ("bodies", "number"),
        [
            ("UBND TỈNH HƯNG YÊN\nSỞ Y TẾ", "15/KH-SYT"),
            ("UBND TỈNH HƯNG YÊN\nSỞ GD&ĐT", "15/KH-SGDĐT"),
            ("UBND TỈNH HƯNG YÊN\nSỞ GIÁO DỤC VÀ ĐÀO TẠO", "15/KH-SGD&ĐT"),
            ("UBND TỈNH HƯNG YÊN\nSỞ NÔNG NGHIỆP VÀ PTNT", "15/KH-SNNPTNT"),
            ("UBND TỈNH HƯNG YÊN\nSỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "15/KH-SLĐTBXH"),
            ("UBND TỈNH HƯNG YÊN\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "15/KH-SVHTTDL"),
            ("UBND TỈNH HƯNG YÊN\nSỞ NGOẠI VỤ", "15/KH-SNgV"),
            ("BỘ GIÁO DỤC VÀ ĐÀO TẠO", "15/KH-BGDĐT"),
            ("THỦ TƯỚNG CHÍNH PHỦ", "15/CT-TTg"),
            ("CHÍNH PHỦ", "15/NQ-CP"),
            ("ỦY BAN NHÂN DÂN\nTỈNH HƯNG YÊN", "15/KH-UBND"),
            ("UBND XÃ PHỤNG CÔNG", "15/KH-UBND"),
            ("UBND XÃ PHỤNG CÔNG\nPHÒNG VĂN HÓA - XÃ HỘI", "15/KH-VHXH"),
            ("UBND TỈNH HƯNG YÊN\nVĂN PHÒNG UBND", "15/KH-VPUBND"),
            ("HỘI ĐỒNG NHÂN DÂN TỈNH HƯNG YÊN\nBAN VĂN HÓA - XÃ HỘI", "15/KH-BVHXH"),
            ("SỞ GIÁO DỤC VÀ ĐÀO TẠO\nBAN VÌ SỰ TIẾN BỘ CỦA PHỤ NỮ", "15/KH-BVSTBPN"),
            ("UBND TỈNH HƯNG YÊN\nBAN VSTBPN VÀ BÌNH ĐẲNG GIỚI", "15/KH-VSTBPN&BĐG"),
            # Letters of the issuer's own choice, or of bodies of several kinds.
            ("PHÒNG GDĐT VĂN GIANG\nTRƯỜNG MẦM NON HOA HỒNG", "15/KH-MNHH"),
            ("UBND TỈNH HƯNG YÊN\nSỞ Y TẾ", "15/KH-BCĐ"),
            ("UBND TỈNH HƯNG YÊN\nSỞ Y TẾ", "15/KH-NVY"),
            # A dispatch names its drafting unit second; a joint plan names several.
            ("UBND TỈNH HƯNG YÊN\nSỞ Y TẾ", "15/SYT-VP"),
            ("UBND TỈNH HƯNG YÊN\nSỞ Y TẾ", "15/KHLT-SYT-SNV"),
        ],
    )
    def test_its_own_or_not_certain(self, bodies: str, number: str) -> None:
        assert not found(document(bodies, number))

    def test_a_plan_without_its_source(self) -> None:
        header = Header(issuer=Passage(text="SỞ Y TẾ"), symbol=DocumentSymbol.parse("15/KH-SNV"))
        assert check(Plan(header=header), rules=DEFAULT_RULES.select("STR019")).findings

    def test_a_plan_issued_with_a_decision(self) -> None:
        header = Header(
            issuer=Passage(text="SỞ Y TẾ"),
            symbol=DocumentSymbol.parse("15/KH-SNV"),
            attached_to=Passage(text="Kèm theo Quyết định số 12/QĐ-SNV"),
        )
        assert not check(Plan(header=header), rules=DEFAULT_RULES.select("STR019")).findings
