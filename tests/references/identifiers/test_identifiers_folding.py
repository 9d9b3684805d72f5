"""Symbols, labels and names in lower-case ASCII, and the way back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.references.identifiers.folding import (
    ESCAPES,
    SHORT_WORDS,
    first_difference,
    fold_label,
    fold_symbol,
    fold_words,
    unfold_label,
    unfold_symbol,
)
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import Span
from vstbpn.vocabulary import SymbolStyle

SYMBOLS = {
    "30/2020/NĐ-CP": "30-2020-nd-cp",
    "2351/QĐ-TTg": "2351-qd-ttg",
    "15/QyĐ-ABC": "15-qyd-abc",
    "1076/CTr-BCĐ": "1076-ctr-bcd",
    "15/TTr-SGDĐT": "15-ttr-sgddt",
    "12-KH/ThU": "12--kh--thu",
    "21-CT/TW": "21--ct--tw",
    "21/CT-TW": "21-ct-tw",
    "06-CT/TƯ": "06--ct--t.uw",
    "739/BNV-CTTN&BĐG": "739-bnv-cttn.va.bdg",
    "30a/2008/NQ-CP": "30a-2008-nq-cp",
    "66.7/2025/NQ-CP": "66.7-2025-nq-cp",
    "10/2009/PL-UBTVQH12": "10-2009-pl-ubtvqh12",
    "45/2019/QH14": "45-2019-qh14",
    "646-TTg": "646--ttg",
    "29-HD/TWĐTN-VP": "29--hd--twdtn-vp",
    "55/2005/TTLT-BNV-VPCP": "55-2005-ttlt-bnv-vpcp",
    "/KH-STTTT": "-kh-stttt",
    "15/DA-ABC": "15-da-abc",
    "15/ĐA-ABC": "15-.dda-abc",
    "15/HD-ABC": "15-hd-abc",
    "15/HĐ-ABC": "15-h.dd-abc",
}

CODES = st.text("ABCDĐTUWƯÔghjơđdk&-/0129éß漢", min_size=1, max_size=12)


def symbol_of(code: str, number: str | None = "5", style: SymbolStyle = SymbolStyle.STATE) -> DocumentSymbol | None:
    try:
        return DocumentSymbol(number=number, code=code, style=style)
    except InvalidValueError:
        return None


def attempt(text: str) -> tuple[DocumentSymbol | None, ParseError | None]:
    try:
        return unfold_symbol(text), None
    except ParseError as error:
        return None, error


class TestSymbols:
    """Every symbol leads back to itself, and no two are folded alike."""

    @pytest.mark.parametrize(("symbol", "folded"), SYMBOLS.items())
    def test_known_forms(self, symbol: str, folded: str) -> None:
        assert fold_symbol(DocumentSymbol.parse(symbol)) == folded
        assert unfold_symbol(folded) == DocumentSymbol.parse(symbol)
        assert unfold_symbol(folded).canonical == symbol

    @pytest.mark.parametrize(
        ("code", "folded"),
        [("QD-TTg", "05-q.cd-ttg"), ("QĐ-TTG", "05-qd-tt.cg"), ("CTR-HDND", "05-ct.cr-h.cdnd"), ("QĐ-XYz", "05-qd-xy.lz"),
         ("KH-XYß", "05-kh-xy.x0000df"), ("QĐ-BGDDT", "05-qd-bgd.cdt"), ("TT-A&ĐX", "05-tt-a.va..ddx")],
    )  # fmt: skip
    def test_what_a_known_word_is_not(self, code: str, folded: str) -> None:
        symbol = symbol_of(code)
        assert symbol is not None
        assert fold_symbol(symbol) == folded
        assert unfold_symbol(folded).code == code

    @given(strategies.document_symbols())
    def test_they_lead_back(self, symbol: DocumentSymbol) -> None:
        folded = fold_symbol(symbol)
        assert unfold_symbol(folded) == symbol
        assert unfold_symbol(folded).code == symbol.code
        assert re.fullmatch(r"[a-z0-9.-]+", folded)

    @given(CODES, st.sampled_from([None, "5", "05", "30a", "30đ", "30d", "66.7", "0"]), st.sampled_from(SymbolStyle))
    def test_codes_made_of_anything_lead_back(self, code: str, number: str | None, style: SymbolStyle) -> None:
        symbol = symbol_of(code, number, style)
        if symbol is not None:
            assert unfold_symbol(fold_symbol(symbol)) == symbol
            assert re.fullmatch(r"[a-z0-9.-]+", fold_symbol(symbol))

    @given(strategies.document_symbols(), strategies.document_symbols())
    def test_no_two_are_folded_alike(self, one: DocumentSymbol, other: DocumentSymbol) -> None:
        assert (fold_symbol(one) == fold_symbol(other)) is (one == other)

    @given(st.text("abdtgquwlcx0123.-", max_size=14))
    def test_a_folded_symbol_has_one_spelling(self, text: str) -> None:
        symbol, fault = attempt(text)
        assert fault is None or (fault.text == text and fault.span.end <= len(text))
        assert symbol is None or fold_symbol(symbol) == text

    def test_short_words_can_be_told_apart(self) -> None:
        assert all(short.isascii() and short.isalnum() and short != word for short, word in SHORT_WORDS.items())
        assert not [word for word in SHORT_WORDS.values() if word.isascii() and word.isupper()]
        assert len(set(SHORT_WORDS.values())) == len(SHORT_WORDS)
        assert not {"va"} & set(ESCAPES)

    @pytest.mark.parametrize(
        "text", ["", "abc", "30", "30-", "30---kh", "30--2020-nd-cp", "30-2020--kh", "30-kh-", "30-q.cd.cd", "30-n.dd"]
    )
    def test_what_is_none(self, text: str) -> None:
        with pytest.raises(ParseError):
            unfold_symbol(text)


class TestLabels:
    """Labels of provisions lead back; d and đ differ, as do small letters and Roman numerals."""

    @pytest.mark.parametrize("capitals", [False, True])
    @given(label=st.text("0129abdđivxABDĐIVXLQ.é ", max_size=6))
    def test_they_lead_back(self, label: str, *, capitals: bool) -> None:
        folded = fold_label(label, capitals=capitals)
        assert unfold_label(folded, capitals=capitals) == label
        assert re.fullmatch(r"[a-z0-9.]*", folded)

    @pytest.mark.parametrize("label", ["thứ nhất", "thứ mười", "thunhat", "THUNHAT", "DD", "dd", "đd", "dđ", "ĐĐ"])
    @pytest.mark.parametrize("capitals", [False, True])
    def test_what_might_be_taken_for_something_else(self, label: str, *, capitals: bool) -> None:
        assert unfold_label(fold_label(label, capitals=capitals), capitals=capitals) == label

    @pytest.mark.parametrize("text", [".", "5.", ".q", ".li", "A", "-"])
    def test_what_is_none(self, text: str) -> None:
        with pytest.raises(ParseError):
            unfold_label(text, capitals=False)


class TestNames:
    """Names lose their accents."""

    def test_words(self) -> None:
        assert fold_words("Đắk Lắk", lead="") == ("dak", "lak")
        assert fold_words("UỶ BAN NHÂN DÂN", lead="") == fold_words("Ủy ban nhân dân", lead="")
        assert fold_words("35 Điều", lead="van") == ("van", "35", "dieu")
        assert fold_words("", lead="van") == ("van",)

    @given(st.text())
    def test_of_any_text(self, text: str) -> None:
        assert all(re.fullmatch(r"[a-z0-9]+", word) for word in fold_words(text, lead="van"))


class TestDifference:
    """The place from which two texts differ."""

    def test_it_is_in_the_first(self) -> None:
        assert first_difference("abc", "abd") == Span(2, 3)
        assert first_difference("ab", "abc") == Span(2, 2)
        assert first_difference("abc", "ab") == Span(2, 3)
