"""An act of a catalogue: what it is made of, how it is cited, when it was in force."""

import datetime

import pytest
from hypothesis import given

from vstbpn import strategies
from vstbpn.catalogue.tables import Confidence
from vstbpn.catalogue.tables import acts as rows
from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.references.acts.act import Act, joined_symbol
from vstbpn.references.issuers.localities import Locality
from vstbpn.serialisation.codec import structure, unstructure
from vstbpn.vocabulary import SymbolStyle

DAY = datetime.date(2024, 2, 1)


class TestMaking:
    """An act is made of words as written; an id is made for it where none is given."""

    @pytest.mark.parametrize(
        ("symbol", "issuer", "issued", "expected"),
        [
            ("30/2020/NĐ-CP", "Chính phủ", None, "30/2020/NĐ-CP"),
            ("45/QĐ-TTg", "Thủ tướng Chính phủ", DAY, "45/QĐ-TTg@2024"),
            ("15/KH-UBND", "UBND tỉnh An Giang", DAY, "15/KH-UBND@An Giang-2024"),
            ("22-CT/TU", "Thành ủy Hà Nội", None, "22-CT/TU@Hà Nội"),
            ("15/KH-ABC", "", None, "15/KH-ABC"),
        ],
    )
    def test_its_id(self, symbol: str, issuer: str, issued: datetime.date | None, expected: str) -> None:
        assert Act.of("Kế hoạch", symbol, "công tác", issuer=issuer, date_issued=issued).id == expected

    def test_one_without_number_is_known_by_its_name(self) -> None:
        act = Act.of("Công ước", None, "Công ước về quyền trẻ em")
        assert (act.id, act.symbol) == ("Công ước về quyền trẻ em", None)

    def test_what_is_no_symbol(self) -> None:
        with pytest.raises(ParseError):
            Act.of("Quyết định", "số 15", "ban hành Quy chế")

    @pytest.mark.parametrize(
        "fields",
        [
            {"id": ""},
            {"id": "a", "date_issued": DAY, "effective_to": DAY - datetime.timedelta(days=1)},
            {"id": "a", "effective_from": DAY, "effective_to": DAY - datetime.timedelta(days=1)},
            {"id": "a", "date_issued": datetime.date(1492, 1, 1)},
            {"id": "a", "date_issued": "2024-02-01"},
            {"id": "a", "date_issued": datetime.datetime(2024, 2, 1)},  # noqa: DTZ001  # What is refused.
            {"id": "a", "date_issued": DAY, "effective_from": "2024-02-01"},
            {"id": "a", "date_issued": DAY, "effective_to": 2024},
            {"id": 5},
            {"id": "a", "symbol": joined_symbol("30", "2020/NĐ-CP"), "date_issued": DAY},
        ],
    )
    def test_what_cannot_be(self, fields: dict[str, object]) -> None:
        with pytest.raises(InvalidValueError):
            Act(type="Nghị định", **fields)  # type: ignore[arg-type]  # The fields are of many types.

    @pytest.mark.parametrize(
        ("number", "symbol", "expected", "style"),
        [
            ("21", "CT/TW", "21-CT/TW", SymbolStyle.PARTY),
            ("72", "TTg", "72-TTg", SymbolStyle.OLD),
            ("15", "QĐ-BNV", "15/QĐ-BNV", SymbolStyle.STATE),
            ("30", "2020/NĐ-CP", "30/2020/NĐ-CP", SymbolStyle.STATE_NORMATIVE),
        ],
    )
    def test_number_and_symbol_are_joined_as_their_scheme_does(
        self, number: str, symbol: str, expected: str, style: SymbolStyle
    ) -> None:
        joined = joined_symbol(number, symbol)
        assert (joined.canonical, joined.style) == (expected, style)

    def test_a_symbol_needs_its_number(self) -> None:
        with pytest.raises(ParseError):
            joined_symbol("", "KH-UBND")

    @pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
    def test_every_bundled_row_is_one(self, row: object) -> None:
        act = Act.from_row(row)  # type: ignore[arg-type]  # A row of the table.
        assert act.symbol is None or act.id.partition("@")[0] == act.symbol.canonical

    def test_one_that_is_only_cited(self) -> None:
        act = Act.cited("279/2026/NĐ-CP")
        assert (act.type, str(act.symbol), act.title, act.confidence) == (
            "Nghị định",
            "279/2026/NĐ-CP",
            "",
            Confidence.UNCONFIRMED,
        )
        assert Act.cited("1836 và các văn bản khác").symbol is None


class TestCiting:
    """An act with a name is cited by it (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6), others by number."""

    def test_by_number(self) -> None:
        act = Act.of(
            "Nghị định",
            "30/2020/NĐ-CP",
            "về công tác văn thư",
            issuer="Chính phủ",
            date_issued=datetime.date(2020, 3, 5),
        )
        assert str(act).startswith("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ")
        assert act.reference.title == "về công tác văn thư"

    def test_by_name(self) -> None:
        act = Act.of(
            "Luật", "73/2006/QH11", "Luật Bình đẳng giới", issuer="Quốc hội", date_issued=datetime.date(2006, 11, 29)
        )
        assert str(act) == "Luật Bình đẳng giới ngày 29 tháng 11 năm 2006"

    def test_its_locality_is_its_issuer_s(self) -> None:
        act = Act.of("Kế hoạch", "15/KH-UBND", "công tác", issuer="UBND tỉnh An Giang")
        assert act.locality == Locality("An Giang", 1)
        assert Act.of("Kế hoạch", "15/KH-UBND", "công tác").locality is None


class TestInForce:
    """An act is in force from its first day through its last, so far as those are known."""

    ACT = Act.of("Luật", "10/2020/QH14", "Luật A", effective_from=DAY, effective_to=datetime.date(2024, 12, 31))

    @pytest.mark.parametrize(
        ("day", "expected"),
        [("2024-01-31", False), ("2024-02-01", True), ("2024-12-31", True), ("2025-01-01", False)],
    )
    def test_days(self, day: str, expected: bool) -> None:
        assert self.ACT.in_force(datetime.date.fromisoformat(day)) is expected

    def test_what_nobody_has_read(self) -> None:
        act = Act.of("Luật", "10/2024/QH14", "Luật A", date_issued=DAY)
        assert act.in_force(DAY) is None
        assert act.in_force(DAY - datetime.timedelta(days=1)) is False


@given(strategies.acts())
def test_an_act_survives_json(act: Act) -> None:
    assert structure(unstructure(act), Act) == act
