"""Letters of a symbol that lost their marks or their case."""

import pytest
from hypothesis import given

from vstbpn import strategies
from vstbpn.references.symbols.repairs import CASE, DASH, ETH, MARKS, REPAIRS, mended, repairs_in
from vstbpn.references.symbols.symbol import DocumentSymbol, as_written


class TestMended:
    @pytest.mark.parametrize(
        ("code", "whole", "repairs"),
        [
            ("ND-CP", "NĐ-CP", (MARKS,)),
            ("ND-cp", "NĐ-CP", (MARKS, CASE)),
            ("QD-TTG", "QĐ-TTg", (MARKS, CASE)),
            ("QYD/TU", "QyĐ/TU", (MARKS, CASE)),
            ("NQ-HDND8", "NQ-HĐND8", (MARKS,)),
            ("VPHDND-TH", "VPHĐND-TH", (MARKS,)),
            ("SGD&DT-VP", "SGD&ĐT-VP", (MARKS,)),
            ("KH-VSTBPN&BDG", "KH-VSTBPN&BĐG", (MARKS,)),
            ("CTR/TU", "CTr/TU", (CASE,)),
            ("BGDĐT-GDTRH", "BGDĐT-GDTrH", (CASE,)),
        ],
    )
    def test_what_can_be_nothing_else(self, code: str, whole: str, repairs: tuple[str, ...]) -> None:
        assert mended(code) == (whole, repairs)

    @pytest.mark.parametrize(
        "code", ["HD-UBND", "DA-UBND", "CT/TU", "BGDĐT-GDDT", "ND-HND", "HND-ND", "SXD-CTR", "QD", "SDTTG-VP", "QĐ-TTg"]
    )
    def test_what_may_be_something_else_is_left(self, code: str) -> None:
        assert mended(code) == (code, ())

    @given(strategies.document_symbols(damaged=True))
    def test_nothing_is_mended_twice(self, symbol: DocumentSymbol) -> None:
        assert mended(symbol.code) == (symbol.code, ())


class TestFoldedLetters:
    @pytest.mark.parametrize(
        ("source", "repairs"),
        [("12/QĐ-UBND", ()), ("12/Q\u00d0-UBND", (ETH,)), ("12/QĐ\u2011UBND", (DASH,)), ("\u0189\u2010", (DASH, ETH))],
    )
    def test_are_told(self, source: str, repairs: tuple[str, ...]) -> None:
        assert repairs_in(source) == repairs

    def test_are_added_to_what_was_mended(self) -> None:
        symbol = DocumentSymbol.parse("27/CT–TTG")
        assert as_written(symbol, "27/CT\u2011TTG").repairs == (DASH, CASE)
        assert as_written(symbol, "27/CT–TTG") is symbol


def test_names_are_told_apart() -> None:
    assert len(set(REPAIRS)) == len(REPAIRS)
