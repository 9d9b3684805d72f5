"""The scheme of a code, told from its letters."""

import pytest

from vstbpn.references.symbols.styles import JOINT_TYPES, TYPE_CODES, segments_of, style_of
from vstbpn.vocabulary import SymbolStyle


class TestStyle:
    @pytest.mark.parametrize(
        ("code", "mark", "year", "style"),
        [
            ("NĐ-CP", "/", True, SymbolStyle.STATE_NORMATIVE),
            ("QĐ-TTg", "/", False, SymbolStyle.STATE),
            ("BNV-VP", "/", False, SymbolStyle.DISPATCH),
            ("KH", "/", False, SymbolStyle.DISPATCH),
            ("QH11", "/", True, SymbolStyle.LEGISLATURE),
            ("NQ-TVQH", "/", True, SymbolStyle.LEGISLATURE),
            ("QH-VP", "/", False, SymbolStyle.DISPATCH),
            ("ABC-QH", "/", False, SymbolStyle.DISPATCH),
            ("NQ-HĐND", "/", False, SymbolStyle.COUNCIL),
            ("BC-HĐND-VP", "/", False, SymbolStyle.STATE),
            ("VX-HĐND", "/", False, SymbolStyle.DISPATCH),
            ("TTLT/BTC-BNV", "/", True, SymbolStyle.JOINT),
            ("NQLT-CP-BTT", "/", True, SymbolStyle.JOINT),
            ("TT-LB", "/", False, SymbolStyle.JOINT),
            ("TTLB", "/", False, SymbolStyle.DISPATCH),
            ("VBHN-BTC", "/", True, SymbolStyle.CONSOLIDATED),
            ("CT/TW", "-", False, SymbolStyle.PARTY),
            ("CT/TW", "", False, SymbolStyle.PARTY),
            ("TTLT/BTC-BNV", "", False, SymbolStyle.JOINT),
            ("L/CTN", "-", False, SymbolStyle.OLD),
            ("TT/LB", "-", False, SymbolStyle.OLD),
            ("TTg", "-", False, SymbolStyle.OLD),
            ("CT/TW", "-", True, None),
            ("KTg", "-", False, None),
            ("A", "-", False, None),
        ],
    )
    def test_each(
        self, code: str, mark: str, year: bool, style: SymbolStyle | None
    ) -> None:  # A column of the table above.
        assert style_of(code, mark, year=year) is style

    def test_each_has_its_mark(self) -> None:
        assert {style for style in SymbolStyle if style.mark == "-"} == {SymbolStyle.PARTY, SymbolStyle.OLD}


class TestSegments:
    @pytest.mark.parametrize(
        "code", ["", "-", "QĐ-", "QĐ--TTg", "qđ-TTg", "QĐ-ubnd", "Dự", "A3", "KH_UBND", "KH&", "15"]
    )
    def test_what_is_not_well_formed_has_none(self, code: str) -> None:
        assert segments_of(code) == ()

    def test_a_letter_with_digits_needs_a_field_after_it(self) -> None:
        assert segments_of("C06-P2") == ("C06", "P2")


def test_joint_types_open_symbols() -> None:
    assert JOINT_TYPES < TYPE_CODES
