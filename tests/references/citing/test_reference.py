"""A reference as a value: reading, writing, comparing."""

import datetime
from typing import Any

import pytest

from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.references.citing.reference import Reference
from vstbpn.references.issuers import tables
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import evolve
from vstbpn.vocabulary import DocumentType, SymbolStyle

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
        "text",
        [
            "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
            "Nghị định số 30/2020/NĐ-CP của Chính phủ ngày 05/3/2020, về công tác văn thư",
            "Nghị định số 30/2020/NĐ-CP về công tác văn thư ngày 05 tháng 3 năm 2020 của Chính phủ",
            "Nghị định số 30/2020/NĐ-CP “về công tác văn thư” ngày 05/3/2020 của Chính phủ",
            'Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ "về công tác văn thư"',
            "**Nghị định** số 30/2020/NĐ-CP ngày 05/3/2020\ncủa Chính phủ về công tác văn thư**",
        ],
    )
    def test_the_title_wherever_it_stands(self, text: str) -> None:
        reference = Reference.parse(text)
        assert reference.title == "về công tác văn thư"
        assert reference.date == PartialDate(year=2020, month=3, day=5)
        assert reference.issuer == "Chính phủ"
        assert str(reference) == (
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
        )

    def test_acts_named_in_a_title_belong_to_it(self) -> None:
        title = "sửa đổi, bổ sung một số điều của Nghị định số 30/2020/NĐ-CP và Luật Trẻ em"
        assert Reference.parse(f"Nghị định số 12/2026/NĐ-CP {title}").title == title

    def test_a_quoted_title_holds_no_date_and_no_issuer(self) -> None:
        reference = Reference.parse("Kế hoạch số 5/2026/KH-UBND “Tháng hành động ngày 15/11/2026 của Chính phủ”")
        assert reference.title == "Tháng hành động ngày 15/11/2026 của Chính phủ"
        assert (reference.date, reference.issuer) == (None, None)

    @pytest.mark.parametrize(
        "text", ["số 15/UBND-VX", "số 12/QĐ-UBND ngày 05 tháng 3 năm 2020 của Bộ Y tế về công tác văn thư"]
    )
    def test_a_number_without_a_type(self, text: str) -> None:
        reference = Reference.parse(text)
        assert reference.type is None
        assert reference.raw == text.partition(" ngày")[0]
        assert str(reference) == text
        assert Reference.parse(f"  {text}\n") == reference


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

    @pytest.mark.parametrize(
        "text", ["Quyết định số 9/QĐ-UBND ngày 05/3/2020 của UBND tỉnh", "Quyết định số 9/QĐ-UBND ngày 05/3/2020 về A"]
    )
    def test_so_do_issuer_and_title_as_written(self, text: str) -> None:
        other = "Quyết định số 9/QĐ-UBND ngày 05/3/2020 của Ủy ban nhân dân tỉnh"
        assert Reference.parse(text) != Reference.parse(other)

    def test_no_table_is_read_for_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tables, "known_names", None)
        one = Reference(symbol=DocumentSymbol.parse("9/QĐ-UBND"), issuer="Bộ Chưa Ai Biết")
        assert one == Reference(symbol=DocumentSymbol.parse("09/QĐ-UBND"), issuer="BỘ CHƯA AI BIẾT")
        assert len({one, one}) == 1


class TestSameAct:
    FULL = "Kế hoạch số 09/KH-UBND ngày 05/3/2020 của UBND tỉnh An Giang về công tác văn thư"

    @pytest.mark.parametrize(
        "text",
        [
            FULL,
            "Kế hoạch số 9/KH-UBND",
            "khoản 2 Điều 5 Kế hoạch số 9/KH-UBND năm 2020",
            "KẾ HOẠCH số 9/KH-UBND của Ủy ban nhân dân tỉnh An Giang",
            "số 9/KH-UBND ngày 05/3/2020 của UBND tỉnh",
        ],
    )
    def test_a_shorter_mention_is_of_it(self, text: str) -> None:
        one, other = Reference.parse(self.FULL), Reference.parse(text)
        assert one.same_act_as(other)
        assert other.same_act_as(one)

    @pytest.mark.parametrize(
        "text",
        [
            "Quyết định số 9/KH-UBND",
            "Kế hoạch số 10/KH-UBND",
            "Kế hoạch số 9/KH-SYT",
            "Kế hoạch số 9/KH-UBND năm 2021",
            "Kế hoạch số 9/KH-UBND ngày 06/3/2020",
            "Kế hoạch số 9/KH-UBND của UBND tỉnh Gia Lai",
            "Luật Trẻ em",
        ],
    )
    def test_one_that_tells_another_thing_is_not(self, text: str) -> None:
        one, other = Reference.parse(self.FULL), Reference.parse(text)
        assert not one.same_act_as(other)
        assert not other.same_act_as(one)

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("Luật Trẻ em", "luật Trẻ em năm 2016", True),
            ("Luật Trẻ em số 102/2016/QH13", "Luật Trẻ em năm 2016", True),
            ("Bộ luật Lao động năm 2019", "Bộ luật Lao động năm 2012", False),
            ("Luật Trẻ em", "Luật Thanh niên", False),
            ("Luật Trẻ em năm 2016", "Luật số 102/2016/QH13", False),
        ],
    )
    def test_named_acts(self, one: str, other: str, same: bool) -> None:
        assert Reference.parse(one).same_act_as(Reference.parse(other)) is same

    def test_drafts_are_the_same_if_equal_alone(self) -> None:
        draft = Reference(type="Kế hoạch", symbol=DocumentSymbol(code="KH-SYT", style=SymbolStyle.STATE))
        assert draft.same_act_as(draft)
        assert not draft.same_act_as(evolve(draft, title="về công tác văn thư"))

    def test_the_key(self) -> None:
        assert Reference.parse(self.FULL).key == ("kế hoạch", "9", "KH-UBND", 2020, "an giang", None)
        assert Reference.parse("Luật Trẻ em năm 2016").key == ("luật", None, None, 2016, None, "luật trẻ em")
        assert Reference.parse("Nghị định số 30/2020/NĐ-CP").key.year == 2020


class TestValue:
    def test_the_issuer_in_full(self) -> None:
        symbol = DocumentSymbol.parse("9/KH-UBND")
        assert Reference(symbol=symbol, issuer="UBND tỉnh").canonical_issuer == "Ủy ban nhân dân tỉnh"
        assert Reference(symbol=symbol).canonical_issuer is None

    def test_neither_symbol_nor_name_raises(self) -> None:
        with pytest.raises(InvalidValueError):
            Reference(type="Quyết định", provisions=(Provision(article="5"),))

    def test_the_type_as_a_member(self) -> None:
        assert Reference.parse("kế hoạch số 5/KH-UBND").document_type is DocumentType.PLAN
        assert Reference.parse("Bản án số 15/2021/HS-ST").document_type is None
        assert Reference(symbol=DocumentSymbol.parse("15/UBND-VX")).document_type is None


class TestWrongParts:
    """A symbol and a date given as text or as a day of the standard library are told at once, with how to mend it."""

    @pytest.mark.parametrize(
        ("fields", "what", "shown", "remedy"),
        [
            ({"symbol": "30/2020/NĐ-CP"}, "symbol", "30/2020/NĐ-CP", "DocumentSymbol.parse"),
            ({"symbol": 5}, "symbol", "int", "DocumentSymbol.parse"),
            ({"name": "Luật Trẻ em", "date": "2020-03-05"}, "date", "2020-03-05", "PartialDate.parse reads"),
            ({"name": "Luật Trẻ em", "date": datetime.date(2020, 3, 5)}, "date", "date", "PartialDate.of makes one"),
        ],
    )
    def test_each(self, fields: dict[str, Any], what: str, shown: str, remedy: str) -> None:
        with pytest.raises(InvalidValueError, match=remedy) as caught:
            Reference(**fields)
        assert (caught.value.what, caught.value.value) == (what, shown)

    @pytest.mark.parametrize("other", ["Luật Trẻ em", None, 5])
    def test_another_that_is_no_reference(self, other: Any) -> None:  # noqa: ANN401  # The wrong kind of value.
        with pytest.raises(InvalidValueError, match=r"Reference\.parse reads one"):
            Reference(name="Luật Trẻ em").same_act_as(other)


class TestNamesWithoutTheirType:
    """The name of a law given without its type is written with it, and means the same act."""

    @pytest.mark.parametrize(
        ("kind", "name", "written"),
        [
            ("Luật", "Trẻ em", "Luật Trẻ em"),
            ("luật", "Luật Trẻ em", "Luật Trẻ em"),
            ("Luật", "LUẬT TRẺ EM", "LUẬT TRẺ EM"),
            ("Luật", "Bộ luật Lao động", "Bộ luật Lao động"),
            ("Pháp lệnh", "Dân số", "Pháp lệnh Dân số"),
            ("Đề án", "938", "938"),
            (None, "Trẻ em", "Trẻ em"),
        ],
    )
    def test_each(self, kind: str | None, name: str, written: str) -> None:
        assert str(Reference(type=kind, name=name)) == written

    def test_it_means_the_same_act(self) -> None:
        given = Reference(type="Luật", name="Trẻ em")
        assert given.same_act_as(Reference.parse("Luật Trẻ em năm 2016"))
        assert given.format("en") == "Law “Trẻ em”"
