"""A reference as a value: reading, writing, comparing."""

import pytest

from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.references.provision import Provision
from vstbpn.references.reference import Reference
from vstbpn.references.symbol import DocumentSymbol
from vstbpn.vocabulary import DocumentType

WRITTEN = [
    "điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
    "Quyết định số 2351/QĐ-TTg",
    "Nghị quyết số 71-NQ/TW, ngày 22 tháng 8 năm 2025 của Bộ Chính trị",
    "Chỉ thị số 10/CT-TTg năm 2021 của Thủ tướng Chính phủ",
    "Luật Trẻ em năm 2016",
    "Bộ luật Lao động (sửa đổi) năm 2019",
    "Luật Trẻ em số 102/2016/QH13 ngày 05 tháng 4 năm 2016 của Quốc hội",
    "Hiến pháp năm 2013",
    "từ Điều 5 đến Điều 9 Luật Viên chức",
]


class TestReadingAndWriting:
    @pytest.mark.parametrize("text", WRITTEN)
    def test_they_are_inverse(self, text: str) -> None:
        reference = Reference.parse(text)
        assert str(reference) == text
        assert Reference.parse(str(reference)) == reference

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("", 0),
            ("không có gì", 0),
            ("theo Quyết định số 1/QĐ-TTg", 0),
            ("Quyết định số 1/QĐ-TTg về việc", 22),
            ("Quyết định số 1/QĐ-TTg; Luật Trẻ em", 24),
        ],
    )
    def test_parse_takes_one_reference_alone(self, text: str, place: int) -> None:
        with pytest.raises(ParseError) as caught:
            Reference.parse(text)
        assert caught.value.span.start == place


class TestStyles:
    REFERENCE = Reference(
        type="Quyết định",
        symbol=DocumentSymbol.parse("2351/QĐ-TTg"),
        date=PartialDate(year=2010, month=12, day=24),
        issuer="Thủ tướng Chính phủ",
        title="phê duyệt Chiến lược quốc gia về bình đẳng giới",
    )

    @pytest.mark.parametrize(
        ("style", "written"),
        [
            ("vi", "Quyết định số 2351/QĐ-TTg ngày 24 tháng 12 năm 2010 của Thủ tướng Chính phủ"),
            ("vi-short", "Quyết định số 2351/QĐ-TTg"),
            (
                "vi-basis",
                "Quyết định số 2351/QĐ-TTg ngày 24 tháng 12 năm 2010 của Thủ tướng Chính phủ phê duyệt Chiến lược quốc gia về bình đẳng giới",
            ),
            ("en", "Decision No. 2351/QĐ-TTg of 24 December 2010 of Thủ tướng Chính phủ"),
        ],
    )
    def test_each_style(self, style: str, written: str) -> None:
        assert self.REFERENCE.format(style) == written

    def test_an_unknown_style_raises(self) -> None:
        with pytest.raises(InvalidValueError, match="style"):
            self.REFERENCE.format("fr")

    def test_english_of_other_references(self) -> None:
        assert Reference.parse("Điều 5 Luật Trẻ em năm 2016").format("en") == "Article 5 of Luật Trẻ em năm 2016"
        assert Reference.parse("Bản án số 15/2021/HS-ST").format("en") == "Bản án No. 15/2021/HS-ST"

    def test_a_symbol_without_a_type(self) -> None:
        assert str(Reference(symbol=DocumentSymbol.parse("15/UBND-VX"))) == "số 15/UBND-VX"


class TestComparing:
    def test_the_wording_does_not_count(self) -> None:
        one = Reference.parse("Quyết định số 09/QĐ-UBND ngày 05/3/2020 của Uỷ ban nhân dân tỉnh")
        other = Reference.parse("QUYẾT ĐỊNH số 9/QĐ-UBND ngày 05 tháng 3 năm 2020 của Ủy ban nhân dân tỉnh")
        assert one == other
        assert hash(one) == hash(other)

    @pytest.mark.parametrize(
        "text",
        ["Quyết định số 9/QĐ-UBND", "Kế hoạch số 9/QĐ-UBND ngày 05/3/2020", "Quyết định số 9/QĐ-UBND ngày 06/3/2020"],
    )
    def test_type_number_and_date_do(self, text: str) -> None:
        assert Reference.parse(text) != Reference.parse("Quyết định số 9/QĐ-UBND ngày 05/3/2020")


class TestValue:
    def test_neither_symbol_nor_name_raises(self) -> None:
        with pytest.raises(InvalidValueError):
            Reference(type="Quyết định", provisions=(Provision(article="5"),))

    def test_the_type_as_a_member(self) -> None:
        assert Reference.parse("kế hoạch số 5/KH-UBND").document_type is DocumentType.PLAN
        assert Reference.parse("Bản án số 15/2021/HS-ST").document_type is None
        assert Reference(symbol=DocumentSymbol.parse("15/UBND-VX")).document_type is None
