"""Numbers and symbols of documents: a class a clause of their grammar."""

import unicodedata
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import InvalidValueError, ParseError, VstbpnError
from vstbpn.references.symbols.issuing_bodies import BodyKind
from vstbpn.references.symbols.repairs import BLANK, CASE, DASH, DOT, ETH, MARKS, MISSING_MARK, UNDERSCORE
from vstbpn.references.symbols.symbol import DocumentSymbol, read_symbol
from vstbpn.values import evolve
from vstbpn.vocabulary import SymbolStyle

WRITTEN = [
    # written, number, year, code, style
    ("30/2020/NĐ-CP", "30", 2020, "NĐ-CP", SymbolStyle.STATE_NORMATIVE),
    ("191/2009/TT-BTC", "191", 2009, "TT-BTC", SymbolStyle.STATE_NORMATIVE),
    ("73/2006/QH11", "73", 2006, "QH11", SymbolStyle.LEGISLATURE),
    ("35/2024/UBTVQH15", "35", 2024, "UBTVQH15", SymbolStyle.LEGISLATURE),
    ("04/2012/PL-UBTVQH13", "04", 2012, "PL-UBTVQH13", SymbolStyle.LEGISLATURE),
    ("17/2025/QĐ-CTUBND", "17", 2025, "QĐ-CTUBND", SymbolStyle.STATE_NORMATIVE),
    ("15/2011/NQ-HĐND8", "15", 2011, "NQ-HĐND8", SymbolStyle.COUNCIL),
    ("66.7/2025/NQ-CP", "66.7", 2025, "NQ-CP", SymbolStyle.STATE_NORMATIVE),
    ("30a/2008/NQ-CP", "30a", 2008, "NQ-CP", SymbolStyle.STATE_NORMATIVE),
    ("01/2019/TTLT-BGDĐT-BNV", "01", 2019, "TTLT-BGDĐT-BNV", SymbolStyle.JOINT),
    ("71/2014/TTLT/BTC-BNV", "71", 2014, "TTLT/BTC-BNV", SymbolStyle.JOINT),
    ("2351/QĐ-TTg", "2351", None, "QĐ-TTg", SymbolStyle.STATE),
    ("112/KH-UBND", "112", None, "KH-UBND", SymbolStyle.STATE),
    ("133/TTr-SKHCN", "133", None, "TTr-SKHCN", SymbolStyle.STATE),
    ("08/VBHN-BGDĐT", "08", None, "VBHN-BGDĐT", SymbolStyle.CONSOLIDATED),
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
    ("46-L/CTN", "46", None, "L/CTN", SymbolStyle.OLD),
    ("10-LCT/HĐNN8", "10", None, "LCT/HĐNN8", SymbolStyle.OLD),
    ("20-TT/LB", "20", None, "TT/LB", SymbolStyle.OLD),
    ("05/TT-LB", "05", None, "TT-LB", SymbolStyle.JOINT),
    ("507/SLĐTBXH-PCTNXH", "507", None, "SLĐTBXH-PCTNXH", SymbolStyle.DISPATCH),
    ("4379/C06-P2", "4379", None, "C06-P2", SymbolStyle.DISPATCH),
    ("22/CV-SNV", "22", None, "CV-SNV", SymbolStyle.DISPATCH),
    ("86-CV/VPTU", "86", None, "CV/VPTU", SymbolStyle.PARTY),
    ("18/2006/NQ-HĐND", "18", 2006, "NQ-HĐND", SymbolStyle.COUNCIL),
    ("05/NQ-HĐND", "05", None, "NQ-HĐND", SymbolStyle.COUNCIL),
    ("12/HĐND-VP", "12", None, "HĐND-VP", SymbolStyle.DISPATCH),
    ("1365/NQ-UBTVQH15", "1365", None, "NQ-UBTVQH15", SymbolStyle.LEGISLATURE),
    ("125/VBHN-VPQH", "125", None, "VBHN-VPQH", SymbolStyle.CONSOLIDATED),
    ("57-KH/TU", "57", None, "KH/TU", SymbolStyle.PARTY),
    ("05-QC/BTCTU-BDVTU", "05", None, "QC/BTCTU-BDVTU", SymbolStyle.PARTY),
    ("933/QĐ-TLĐ", "933", None, "QĐ-TLĐ", SymbolStyle.STATE),
    ("60/HD-BTV", "60", None, "HD-BTV", SymbolStyle.STATE),
    ("-KH/TU", None, None, "KH/TU", SymbolStyle.PARTY),
    ("12/ABC-XYZ&Q", "12", None, "ABC-XYZ&Q", SymbolStyle.DISPATCH),
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
            ("22/CV-SNV", "CV", ("SNV",)),
            ("12/2020/NQ", "NQ", ()),
        ],
    )
    def test_type_and_issuers(self, written: str, type_code: str | None, issuers: tuple[str, ...]) -> None:
        symbol = DocumentSymbol.parse(written)
        assert symbol.type_code == type_code
        assert symbol.issuer_codes == issuers

    @pytest.mark.parametrize(
        ("written", "drafting"),
        [
            ("8935/BNV-CTTN&BĐG", ("CTTN&BĐG",)),
            ("22/CV-SNV-VP", ("VP",)),
            ("12/SGD&ĐT", ()),
            ("05-QC/BTCTU-BDVTU", ()),
            ("2351/QĐ-TTg", ()),
        ],
    )
    def test_the_drafting_unit_shows_in_a_dispatch_alone(self, written: str, drafting: tuple[str, ...]) -> None:
        assert DocumentSymbol.parse(written).drafting_codes == drafting

    @pytest.mark.parametrize(
        ("written", "kind"),
        [
            ("30/2020/NĐ-CP", BodyKind.STATE),
            ("21-CT/TW", BodyKind.PARTY),
            ("53/HD-ĐCT", BodyKind.MASS),
            ("29-HD/TWĐTN-VP", BodyKind.MASS),
            ("12/KH-XYZ", None),
            ("12/2020/NQ", None),
        ],
    )
    def test_the_kind_of_the_issuer(self, written: str, kind: BodyKind | None) -> None:
        assert DocumentSymbol.parse(written).issuer_kind is kind


class TestNotYetNumbered:
    @pytest.mark.parametrize(
        ("written", "raw", "canonical"),
        [
            ("/KH-STTTT", "/KH-STTTT", "/KH-STTTT"),
            ("   /KH-STTTT", "/KH-STTTT", "/KH-STTTT"),
            ("Số: …/KH-UBND", "…/KH-UBND", "/KH-UBND"),
            (".../KH-SGDĐT", ".../KH-SGDĐT", "/KH-SGDĐT"),
            ("Số …… /KH-SGDĐT", "…… /KH-SGDĐT", "/KH-SGDĐT"),
            ("____/KH-SGDĐT", "____/KH-SGDĐT", "/KH-SGDĐT"),
            ("…-KH/TU", "…-KH/TU", "-KH/TU"),
            ("/2020/TT-BNV", "/2020/TT-BNV", "/2020/TT-BNV"),
        ],
    )
    def test_dots_stand_for_the_number(self, written: str, raw: str, canonical: str) -> None:
        symbol = DocumentSymbol.parse(written)
        assert (str(symbol), symbol.canonical, symbol.repairs) == (raw, canonical, ())
        assert not symbol.is_numbered
        assert DocumentSymbol.parse(str(symbol)) == symbol

    def test_a_number_given_is_one(self) -> None:
        assert DocumentSymbol.parse("00/KH-UBND").is_numbered

    def test_dots_are_read_only_where_a_symbol_is_expected(self) -> None:
        assert read_symbol("…/KH-UBND", 0, 9, marked=False) is None
        assert read_symbol("…/KH-UBND", 0, 9, marked=True) is not None


class TestSuggestion:
    """Where style and body contradict, the symbol is kept and the other style is suggested."""

    @pytest.mark.parametrize(
        ("written", "suggested"),
        [
            ("07/CT-TU", "07-CT/TU"),
            ("/KH-TU", "-KH/TU"),
            ("15/QC-BTCTU-BDVTU", "15-QC/BTCTU-BDVTU"),
            ("938-ĐA/CP", "938/ĐA-CP"),
            ("12-NQ/HĐND", "12/NQ-HĐND"),
            ("4155QĐ/ BTP", "4155/QĐ-BTP"),
        ],
    )
    def test_what_contradicts(self, written: str, suggested: str) -> None:
        symbol = DocumentSymbol.parse(written)
        assert symbol.suggestion == DocumentSymbol.parse(suggested)
        assert str(symbol.suggestion) == suggested
        assert str(symbol) == written
        assert symbol != symbol.suggestion

    @pytest.mark.parametrize(
        "written",
        ["07-CT/TU", "938/ĐA-CP", "12/TU-VP", "29-HD/TWĐTN-VP", "53/HD-ĐCT", "46-L/CTN", "12/KHLT-TU-UBND", "12/KH-ABC",
         "12-KH/ABC", "12/2020/QĐ-TU", "12/QC-TU-UBND", "646-TTg"],
    )  # fmt: skip
    def test_what_does_not(self, written: str) -> None:
        assert DocumentSymbol.parse(written).suggestion is None

    @given(strategies.document_symbols())
    def test_what_is_suggested_needs_no_suggestion(self, symbol: DocumentSymbol) -> None:
        suggestion = symbol.suggestion
        if suggestion is not None:
            assert suggestion.suggestion is None
            assert DocumentSymbol.parse(str(suggestion)) == suggestion


class TestAnyForm:
    """Any form of Unicode is taken; what was written stays."""

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_composed_and_decomposed(self, form: Literal["NFC", "NFD"]) -> None:
        written = unicodedata.normalize(form, "06-CT/TƯ")
        symbol = DocumentSymbol.parse(f"Số {written}")
        assert (symbol.code, symbol.raw, symbol.repairs) == ("CT/TƯ", written, ())
        assert str(DocumentSymbol.parse(str(symbol))) == written

    @pytest.mark.parametrize(
        ("written", "canonical", "repairs"),
        [
            ("12/Q\u00d0-UBND", "12/QĐ-UBND", (ETH,)),
            ("12/KH-SGD\u0189T", "12/KH-SGDĐT", (ETH,)),
            ("12/QĐ\u2011TTg", "12/QĐ-TTg", (DASH,)),
            ("12/QĐ\u2212TTg", "12/QĐ-TTg", (DASH,)),
            ("21\u2011CT/TW", "21-CT/TW", (DASH,)),
            ("15/KH-\u00a0UBND", "15/KH-UBND", (BLANK,)),
            ("12/Q\u00d0\u2011TTG", "12/QĐ-TTg", (CASE, DASH, ETH)),
            ("12/QĐ-\u200bUBND", "12/QĐ-UBND", ()),
        ],
    )
    def test_letters_that_only_look_right(self, written: str, canonical: str, repairs: tuple[str, ...]) -> None:
        symbol = DocumentSymbol.parse(f" Số: {written}")
        assert (symbol.canonical, symbol.raw, symbol.repairs) == (canonical, written, repairs)
        assert DocumentSymbol.parse(str(symbol)) == symbol == DocumentSymbol.parse(canonical)

    def test_emphasis_is_no_part_of_it(self) -> None:
        assert DocumentSymbol.parse("**12/QĐ-UBND**").raw == "12/QĐ-UBND"

    @given(strategies.document_symbols(damaged=True))
    def test_what_is_written_with_damage_is_read_back(self, symbol: DocumentSymbol) -> None:
        again = DocumentSymbol.parse(str(symbol))
        assert (again, str(again), again.style) == (symbol, str(symbol), symbol.style)
        assert again.repairs == symbol.repairs
        assert DocumentSymbol.parse(unicodedata.normalize("NFD", str(symbol))) == symbol


class TestEquality:
    def test_leading_zeros_do_not_count(self) -> None:
        assert DocumentSymbol.parse("09/CT-UBND") == DocumentSymbol.parse("9/CT-UBND")
        assert hash(DocumentSymbol.parse("09/CT-UBND")) == hash(DocumentSymbol.parse("9/CT-UBND"))

    def test_zero_stays_a_number(self) -> None:
        assert DocumentSymbol.parse("00/KH-UBND") != DocumentSymbol.parse("/KH-UBND")

    def test_casing_is_significant(self) -> None:
        assert DocumentSymbol.parse("27/CT-ThU") != DocumentSymbol.parse("27/CT-THU")

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
            ("300/UBND_VX", "300/UBND-VX", (UNDERSCORE,)),
            ("4567/QĐ-UBND.ĐTXD", "4567/QĐ-UBND.ĐTXD", ()),
            ("1234/UBND.VX", "1234/UBND.VX", ()),
            ("2232/QĐ–TTg", "2232/QĐ-TTg", (DASH,)),
            ("128/LĐTBXH – BĐG", "128/LĐTBXH", ()),
            ("22/CV.SNV", "22/CV-SNV", (DOT,)),
            ("507/SLĐT BXH-PCTNXH ngày", "507/SLĐTBXH-PCTNXH", (BLANK,)),
            ("10-\n\nNQ/TW", "10-NQ/TW", (BLANK,)),
            ("365/KH-VSTBPN & BĐG", "365/KH-VSTBPN&BĐG", (BLANK,)),
            ("30/2020/ NĐ-CP", "30/2020/NĐ-CP", (BLANK,)),
            ("21–CT/TW", "21-CT/TW", (DASH,)),
            ("646–TTg", "646-TTg", (DASH,)),
            ("4155QĐ/ BTP", "4155-QĐ/BTP", (MISSING_MARK, BLANK)),
            ("30/2020/ND-CP", "30/2020/NĐ-CP", (MARKS,)),
            ("12/QD-UBND", "12/QĐ-UBND", (MARKS,)),
            ("05/NQ-HDND8", "05/NQ-HĐND8", (MARKS,)),
            ("12/QD- SGDDT", "12/QĐ-SGDĐT", (BLANK, MARKS)),
            ("27/CT-TTG", "27/CT-TTg", (CASE,)),
            ("822/QĐ-ttg", "822/QĐ-TTg", (CASE,)),
            ("12/TTR-SYT", "12/TTr-SYT", (CASE,)),
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

    def test_what_cannot_be_told_is_left(self) -> None:
        assert DocumentSymbol.parse("12/HD-UBND").repairs == ()
        assert DocumentSymbol.parse("12/BGDĐT-GDDT").code == "BGDĐT-GDDT"

    def test_letters_are_mended_whatever_stands_before(self) -> None:
        found = read_symbol("30/2020/ND-CP", 0, 13, marked=False)
        assert found is not None
        assert found.symbol.canonical == "30/2020/NĐ-CP"

    def test_a_short_word_after_a_blank_and_a_hyphen_is_no_part_of_the_code(self) -> None:
        found = read_symbol("15/KH- X", 0, 8, marked=True)
        assert found is not None
        assert found.symbol.code == "KH"

    @pytest.mark.parametrize("word", ["VỀ việc", "NGÀY 5", "và", "của", "VÀ ngày 5", "THEO-A"])
    def test_a_common_word_is_no_part_of_the_code(self, word: str) -> None:
        text = f"15/KH-UBND {word}"
        found = read_symbol(text, 0, len(text), marked=True)
        assert found is not None
        assert found.symbol.canonical == "15/KH-UBND"


class TestNoSymbol:
    @pytest.mark.parametrize(
        "text",
        ["", "15", "/", "15/", "15/kh-ubnd", "KH-UBND", "24/100", "2/Dự án 5", "15–", "12/1800/NĐ-CP", "7-2020/NĐ-CP", "2021-UBND",
         "15/KH-UBND và", "15/KH-UBND-", "12 AB", "12-Ab", "1234567/QĐ-TTg", "12A/KH-UBND", "12/A3"],
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
            ("15", None, "kh-UBND"),
            ("15", None, "KH-ubnd"),
            ("15", None, "KH_UBND"),
            ("15", None, "A3"),
        ],
    )
    def test_ill_formed_parts_raise(self, number: str, year: int | None, code: str) -> None:
        with pytest.raises(InvalidValueError):
            DocumentSymbol(number=number, year=year, code=code, style=SymbolStyle.STATE)

    @pytest.mark.parametrize(
        ("part", "what"),
        [
            ({"number": 15}, "document number"),
            ({"number": ["15"]}, "document number"),
            ({"number": "15\n"}, "document number"),
            ({"year": "2020"}, "year of a symbol"),
            ({"year": True}, "year of a symbol"),
            ({"year": 2020.0}, "year of a symbol"),
            ({"code": None}, "symbol"),
            ({"code": ["KH-UBND"]}, "symbol"),
        ],
    )
    def test_parts_of_another_type_are_told(self, part: dict[str, Any], what: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            DocumentSymbol(**{"number": "15", "code": "KH-UBND", "style": SymbolStyle.STATE, **part})
        assert caught.value.what == what

    def test_a_style_with_a_hyphen_has_no_year(self) -> None:
        with pytest.raises(InvalidValueError, match="'party' has none"):
            DocumentSymbol(number="15", year=2020, code="CT/TW", style=SymbolStyle.PARTY)

    def test_of_the_style_the_mark_is_compared(self) -> None:
        symbol = DocumentSymbol.parse("73/2006/QH11")
        assert evolve(symbol, style=SymbolStyle.STATE_NORMATIVE) == symbol
        assert hash(evolve(symbol, style=SymbolStyle.STATE_NORMATIVE)) == hash(symbol)

    def test_the_canonical_form_stands_in_for_a_raw_one(self) -> None:
        symbol = DocumentSymbol(number="5", code="CT/TW", style=SymbolStyle.PARTY)
        assert str(symbol) == "5-CT/TW"


class TestAnyText:
    @given(st.text(alphabet="0123456789abđ/–-.&… _|\u2011\u00d0\nKHQĐTTgUBNDC:Số", max_size=40) | st.text(max_size=40))
    def test_nothing_but_library_errors(self, text: str) -> None:
        try:
            symbol = DocumentSymbol.parse(text)
        except VstbpnError:
            return
        assert DocumentSymbol.parse(str(symbol)) == symbol
        assert DocumentSymbol.parse(symbol.canonical) == symbol
