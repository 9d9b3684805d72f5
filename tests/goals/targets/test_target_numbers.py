"""Figures for people: all digits, as each language groups and points them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.goals.targets.numbers import write_number
from vstbpn.text import parse_decimal

FIGURES = st.decimals(0, 10**15 - 1, allow_nan=False, allow_infinity=False, places=6) | st.integers(0, 10**15 - 1).map(
    Decimal
)


class TestManners:
    @pytest.mark.parametrize(
        ("value", "vietnamese", "english"),
        [
            ("0", "0", "0"),
            ("1.5", "1,5", "1.5"),
            ("1.50", "1,5", "1.5"),
            ("999", "999", "999"),
            ("1000", "1.000", "1,000"),
            ("1E+3", "1.000", "1,000"),
            ("1234567.123456", "1.234.567,123456", "1,234,567.123456"),
            ("0.000001", "0,000001", "0.000001"),
        ],
    )
    def test_of_each_language(self, value: str, vietnamese: str, english: str) -> None:
        assert write_number(Decimal(value), "vi") == vietnamese
        assert write_number(Decimal(value), "en") == english


class TestDigits:
    @given(FIGURES)
    def test_none_is_lost(self, value: Decimal) -> None:
        assert Decimal(write_number(value, "en").replace(",", "")) == value
        assert Decimal(write_number(value, "vi").replace(".", "").replace(",", ".")) == value

    @given(FIGURES)
    def test_vietnamese_ones_are_read_back(self, value: Decimal) -> None:
        assert parse_decimal(write_number(value, "vi")) == value
