"""REF018: the issuer named and the body the symbol is of."""

import pytest

from vstbpn.findings import Finding
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES

HEAD = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\n"


def found(words: str) -> tuple[Finding, ...]:
    return check(read(f"{HEAD}Căn cứ {words} về bình đẳng giới;\n"), rules=DEFAULT_RULES.select("REF018")).findings


class TestIssuerAgainstSymbol:
    """REF018: only what cannot be."""

    @pytest.mark.parametrize(
        ("cited", "issuer"),
        [
            ("Kế hoạch số 365/KH-VSTBPN&BĐG ngày 15 tháng 11 năm 2025", "Ủy ban nhân dân quận"),
            ("Công văn số 507/SLĐTBXH-BĐG ngày 09/4/2021", "Sở Tài chính"),
            ("Quyết định số 1855/QĐ-TTg ngày 11/11/2009", "Chính phủ"),
            ("Nghị định số 48/2009/NĐ-CP ngày 19/5/2009", "Thủ tướng Chính phủ"),
            ("Chỉ thị số 12-CT/TU ngày 02/3/2024", "UBND tỉnh"),
            ("Thông tư số 15/2025/TT-BGDĐT ngày 24/7/2025", "Bộ trưởng Bộ Nội vụ"),
            ("Nghị quyết số 12/NQ-HĐND ngày 10/7/2025", "Ủy ban nhân dân tỉnh"),
            ("Chỉ thị số 21-CT/TW ngày 20/01/2018", "Thủ tướng Chính phủ"),
        ],
    )
    def test_what_violates_it(self, cited: str, issuer: str) -> None:
        (finding,) = found(f"{cited} của {issuer}")
        assert finding.span is not None
        assert finding.span.of(f"{HEAD}Căn cứ {cited} của {issuer} về bình đẳng giới;\n") == issuer
        assert not finding.is_fixable

    @pytest.mark.parametrize(
        "words",
        [
            "Quyết định số 12/QĐ-UBND ngày 02/3/2024 của Chủ tịch UBND tỉnh",
            "Quyết định số 12/QĐ-CTUBND ngày 02/3/2026 của Chủ tịch Ủy ban nhân dân tỉnh An Giang",
            "Công văn số 99/SGDĐT-TCCB ngày 02/3/2024 của Sở GD&ĐT",
            "Kế hoạch số 9/KH-SLĐTBXH ngày 02/3/2024 của Sở Lao động, Thương binh và Xã hội",
            "Công văn số 12/BLĐTBXH-BĐG ngày 02/3/2024 của Bộ Nội vụ",
            "Công văn số 12/BNV-CTTN&BĐG ngày 02/3/2025 của Vụ Công tác thanh niên và Bình đẳng giới",
            "Thông tư liên tịch số 29/2013/TTLT-BTC-BLĐTBXH ngày 12/3/2013 của Bộ Lao động - Thương binh và Xã hội",
            "Kế hoạch số 12/KH-SYT-SGDĐT ngày 12/3/2025 của Sở Giáo dục và Đào tạo",
            "Thông báo số 15/TB-VPCP ngày 02/3/2025 của Chính phủ",
            "Kế hoạch số 12/KH-VSTBPN ngày 02/3/2025 của Ban Vì sự tiến bộ của phụ nữ tỉnh",
            "Hướng dẫn số 42-HD/BTCTW ngày 28/10/2025 của Ban Tổ chức Trung ương",
            "Kế hoạch số 12/KH-MNHM ngày 12/3/2025 của Trường Mầm non Hoa Mai",
            "Kết luận số 149-KL/TW ngày 10/4/2025 của Bộ Chính trị",
            "Nghị quyết số 12/NQ-HĐND8 ngày 10/7/2018 của Thường trực Hội đồng nhân dân tỉnh",
            "Công văn số 9622/STC-HCSN ngày 05/10/2012",
        ],
    )
    def test_what_conforms(self, words: str) -> None:
        assert found(words) == ()

    @pytest.mark.parametrize(("year", "count"), [(2021, 1), (2025, 0)])
    def test_who_took_a_body_s_place_may_be_named_from_then_on(self, year: int, count: int) -> None:
        text = (
            f"An Giang, ngày 12 tháng 5 năm {year}\n\nKẾ HOẠCH\nCông tác năm {year}\n\n"
            "Căn cứ Công văn số 507/SLĐTBXH-BĐG ngày 09/4/2021 của Sở Y tế về bình đẳng giới;\n"
        )
        assert len(check(read(text), rules=DEFAULT_RULES.select("REF018")).findings) == count
