"""Numbers and symbols of documents: a class a clause of their grammar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError, ParseError, VstbpnError
from vstbpn.references.symbol import BLANK, DASH, DOT, MISSING_MARK, DocumentSymbol, read_symbol
from vstbpn.vocabulary import SymbolStyle

WRITTEN = [
    # written, number, year, code, style
    ("30/2020/NĐ-CP", "30", 2020, "NĐ-CP", SymbolStyle.STATE_NORMATIVE),
    ("191/2009/TT-BTC", "191", 2009, "TT-BTC", SymbolStyle.STATE_NORMATIVE),
    ("73/2006/QH11", "73", 2006, "QH11", SymbolStyle.STATE_NORMATIVE),
    ("35/2024/UBTVQH15", "35", 2024, "UBTVQH15", SymbolStyle.STATE_NORMATIVE),
    ("04/2012/PL-UBTVQH13", "04", 2012, "PL-UBTVQH13", SymbolStyle.STATE_NORMATIVE),
    ("17/2025/QĐ-CTUBND", "17", 2025, "QĐ-CTUBND", SymbolStyle.STATE_NORMATIVE),
    ("15/2011/NQ-HĐND8", "15", 2011, "NQ-HĐND8", SymbolStyle.STATE_NORMATIVE),
    ("66.7/2025/NQ-CP", "66.7", 2025, "NQ-CP", SymbolStyle.STATE_NORMATIVE),
    ("30a/2008/NQ-CP", "30a", 2008, "NQ-CP", SymbolStyle.STATE_NORMATIVE),
    ("01/2019/TTLT-BGDĐT-BNV", "01", 2019, "TTLT-BGDĐT-BNV", SymbolStyle.STATE_NORMATIVE),
    ("71/2014/TTLT/BTC-BNV", "71", 2014, "TTLT/BTC-BNV", SymbolStyle.STATE_NORMATIVE),
    ("2351/QĐ-TTg", "2351", None, "QĐ-TTg", SymbolStyle.STATE),
    ("112/KH-UBND", "112", None, "KH-UBND", SymbolStyle.STATE),
    ("133/TTr-SKHCN", "133", None, "TTr-SKHCN", SymbolStyle.STATE),
    ("08/VBHN-BGDĐT", "08", None, "VBHN-BGDĐT", SymbolStyle.STATE),
    ("53/HD-ĐCT", "53", None, "HD-ĐCT", SymbolStyle.STATE),
    ("/KH-STTTT", None, None, "KH-STTTT", SymbolStyle.STATE),
    ("8935/BNV-CTTN&BĐG", "8935", None, "BNV-CTTN&BĐG", SymbolStyle.DISPATCH),
    ("5512/BGDĐT-GDTrH", "5512", None, "BGDĐT-GDTrH", SymbolStyle.DISPATCH),
    ("12/SGD&ĐT", "12", None, "SGD&ĐT", SymbolStyle.DISPATCH),
    ("21-CT/TW", "21", None, "CT/TW", SymbolStyle.PARTY),
    ("06-CT/TƯ", "06", None, "CT/TƯ", SymbolStyle.PARTY),
    ("29-HD/TWĐTN-VP", "29", None, "HD/TWĐTN-VP", SymbolStyle.PARTY),
    ("27-CTr/HU", "27", None, "CTr/HU", SymbolStyle.PARTY),
    ("646-TTg", "646", None, "TTg", SymbolStyle.OLD),
    ("85-CP", "85", None, "CP", SymbolStyle.OLD),
    ("1900-TTg", "1900", None, "TTg", SymbolStyle.OLD),
    ("163-HĐBT", "163", None, "HĐBT", SymbolStyle.OLD),
]


class TestForms:
    @pytest.mark.parametrize(("written", "number", "year", "code", "style"), WRITTEN)
    def test_each_written_form_is_taken_apart(
        self, written: str, number: str | None, year: int | None, code: str, style: SymbolStyle
    ) -> None:
        symbol = DocumentSymbol.parse(written)
        assert (symbol.number, symbol.year, symbol.code, symbol.style) == (number, year, code, style)
        assert symbol.repairs == ()

    @pytest.mark.parametrize("written", [row[0] for row in WRITTEN])
    def test_str_and_canonical_read_back(self, written: str) -> None:
        symbol = DocumentSymbol.parse(written)
        assert str(symbol) == written
        assert symbol.canonical == written
        assert DocumentSymbol.parse(symbol.canonical) == symbol

    @pytest.mark.parametrize("prefix", ["Số: ", "Số ", "số ", "SỐ: ", "  Số:", ""])
    def test_the_word_so_may_stand_before(self, prefix: str) -> None:
        assert DocumentSymbol.parse(f"{prefix}15/KH-SGDĐT").canonical == "15/KH-SGDĐT"

    def test_repr_evaluates_back(self) -> None:
        symbol = DocumentSymbol.parse("30/2020/NĐ-CP")
        assert eval(repr(symbol), {"DocumentSymbol": DocumentSymbol, "SymbolStyle": SymbolStyle}) == symbol  # noqa: S307  # The text is our own repr.


class TestParts:
    @pytest.mark.parametrize(
        ("written", "type_code", "issuers"),
        [
            ("30/2020/NĐ-CP", "NĐ", ("CP",)),
            ("01/2019/TTLT-BGDĐT-BNV", "TTLT", ("BGDĐT", "BNV")),
            ("8935/BNV-CTTN&BĐG", None, ("BNV", "CTTN&BĐG")),
            ("73/2006/QH11", None, ("QH11",)),
            ("29-HD/TWĐTN-VP", "HD", ("TWĐTN", "VP")),
            ("20/TTLB", None, ("TTLB",)),
        ],
    )
    def test_type_and_issuers(self, written: str, type_code: str | None, issuers: tuple[str, ...]) -> None:
        symbol = DocumentSymbol.parse(written)
        assert symbol.type_code == type_code
        assert symbol.issuer_codes == issuers


class TestEquality:
    def test_leading_zeros_do_not_count(self) -> None:
        assert DocumentSymbol.parse("09/CT-UBND") == DocumentSymbol.parse("9/CT-UBND")
        assert hash(DocumentSymbol.parse("09/CT-UBND")) == hash(DocumentSymbol.parse("9/CT-UBND"))

    def test_zero_stays_a_number(self) -> None:
        assert DocumentSymbol.parse("00/KH-UBND") != DocumentSymbol.parse("/KH-UBND")

    def test_casing_is_significant(self) -> None:
        assert DocumentSymbol.parse("27/CT-TTg") != DocumentSymbol.parse("27/CT-TTG")

    def test_state_and_party_writing_differ(self) -> None:
        assert DocumentSymbol.parse("07/CT-TU") != DocumentSymbol.parse("07-CT/TU")


class TestRepairs:
    @pytest.mark.parametrize(
        ("written", "canonical", "repairs"),
        [
            ("365/KH- VSTBPN&BĐG", "365/KH-VSTBPN&BĐG", (BLANK,)),
            ("365/ KH-VSTBPN", "365/KH-VSTBPN", (BLANK,)),
            ("365 /KH-VSTBPN", "365/KH-VSTBPN", (BLANK,)),
            ("25 / KH - UBND", "25/KH-UBND", (BLANK,)),
            ("4216/UBND- NC", "4216/UBND-NC", (BLANK,)),
            ("36 VSTBPN&BĐG", "36/VSTBPN&BĐG", (MISSING_MARK,)),
            ("298 KH/TWĐTN", "298-KH/TWĐTN", (MISSING_MARK,)),
            ("2232/QĐ–TTg", "2232/QĐ-TTg", (DASH,)),
            ("128/LĐTBXH – BĐG", "128/LĐTBXH", ()),
            ("22/CV.SNV", "22/CV-SNV", (DOT,)),
            ("507/SLĐT BXH-PCTNXH ngày", "507/SLĐTBXH-PCTNXH", (BLANK,)),
            ("10-\n\nNQ/TW", "10-NQ/TW", (BLANK,)),
        ],
    )
    def test_damage_is_mended_and_told(self, written: str, canonical: str, repairs: tuple[str, ...]) -> None:
        found = read_symbol(written, 0, len(written), marked=True)
        assert found is not None
        assert found.symbol.canonical == canonical
        assert found.symbol.repairs == repairs
        assert found.symbol.raw == written[: found.end]

    @pytest.mark.parametrize("written", ["365 /KH-VSTBPN", "36 VSTBPN", "12/2020 KH", "646-CB"])
    def test_nothing_is_mended_where_no_word_says_a_symbol_follows(self, written: str) -> None:
        found = read_symbol(written, 0, len(written), marked=False)
        assert found is None

    def test_the_issuer_in_lower_case(self) -> None:
        assert DocumentSymbol.parse("822/QĐ-ttg").code == "QĐ-ttg"

    def test_a_short_word_after_a_blank_and_a_hyphen_is_no_part_of_the_code(self) -> None:
        found = read_symbol("15/KH- X", 0, 8, marked=True)
        assert found is not None
        assert found.symbol.code == "KH"

    @pytest.mark.parametrize("word", ["VỀ việc", "NGÀY 5", "và", "của"])
    def test_a_common_word_is_no_part_of_the_code(self, word: str) -> None:
        text = f"15/KH-UBND {word}"
        found = read_symbol(text, 0, len(text), marked=True)
        assert found is not None
        assert found.symbol.canonical == "15/KH-UBND"


class TestNoSymbol:
    @pytest.mark.parametrize(
        "text",
        ["", "15", "/", "15/", "15/kh-ubnd", "KH-UBND", "24/100", "2/Dự án 5", "15–", "12/1800/NĐ-CP", "7-2020/NĐ-CP", "2021-UBND",
         "15/KH-UBND và", "15/KH-UBND-", "12 AB", "12-Ab", "1234567/QĐ-TTg"],
    )  # fmt: skip
    def test_other_texts_raise(self, text: str) -> None:
        with pytest.raises(ParseError):
            DocumentSymbol.parse(text)

    def test_the_error_points_at_what_is_too_much(self) -> None:
        with pytest.raises(ParseError, match="nothing after the symbol") as caught:
            DocumentSymbol.parse("15/KH-UBND kèm phụ lục")
        assert caught.value.span.start == 10


class TestConstruction:
    @pytest.mark.parametrize(
        ("number", "year", "code"),
        [
            ("15b2", None, "KH-X"),
            ("abc", None, "KH-X"),
            ("15", None, "KH UBND"),
            ("15", None, ""),
            ("15", 1800, "NĐ-CP"),
        ],
    )
    def test_ill_formed_parts_raise(self, number: str, year: int | None, code: str) -> None:
        with pytest.raises(InvalidValueError):
            DocumentSymbol(number=number, year=year, code=code, style=SymbolStyle.STATE)

    def test_the_canonical_form_stands_in_for_a_raw_one(self) -> None:
        symbol = DocumentSymbol(number="5", code="CT/TW", style=SymbolStyle.PARTY)
        assert str(symbol) == "5-CT/TW"


class TestAnyText:
    @given(st.text(alphabet="0123456789abđ/–-.& \nKHQĐTTgUBND:Số", max_size=40) | st.text(max_size=40))
    def test_nothing_but_library_errors(self, text: str) -> None:
        try:
            symbol = DocumentSymbol.parse(text)
        except VstbpnError:
            return
        assert DocumentSymbol.parse(str(symbol)) == symbol
        assert DocumentSymbol.parse(symbol.canonical) == symbol
