"""Exact numbers in words."""

import decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.goals.evaluating.numbers import decimals_for, figure, number

FRACTIONS = st.fractions() | st.builds(Fraction, st.integers(-(10**40), 10**40), st.integers(1, 10**40))


class TestNumbers:
    @pytest.mark.parametrize(
        ("value", "vi", "en"),
        [
            (Fraction(0), "0", "0"),
            (Fraction(1234567, 2), "617.283,5", "617,283.5"),
            (Fraction(-1, 3), "-0,33", "-0.33"),
            (Fraction(1, 8), "0,12", "0.12"),
            (Fraction(10**30), "1" + ".000" * 10, "1" + ",000" * 10),
        ],
    )
    def test_each_language_has_its_marks(self, value: Fraction, vi: str, en: str) -> None:
        assert (number(value, "vi"), number(value, "en")) == (vi, en)

    @given(FRACTIONS, st.integers(0, 30))
    def test_they_are_rounded_half_to_even(self, value: Fraction, decimals: int) -> None:
        written = number(value, "en", decimals).replace(",", "")
        assert Fraction(written) == round(value, decimals)

    def test_whatever_arithmetic_the_caller_has_set(self) -> None:
        with decimal.localcontext(decimal.Context(prec=2, traps=[decimal.Inexact])):
            assert number(Fraction(7654321, 100), "vi") == "76.543,21"

    @given(FRACTIONS)
    def test_a_difference_is_seen(self, difference: Fraction) -> None:
        decimals = decimals_for(difference)
        assert (round(difference, decimals) != 0) == (difference != 0)
        assert decimals == 2 or round(difference, decimals - 1) == 0


class TestUnits:
    @pytest.mark.parametrize(
        ("unit", "vi", "en"),
        [
            ("%", "1,5%", "1.5%"),
            ("‰", "1,5‰", "1.5‰"),
            ("", "1,5", "1.5"),
            ("/100.000", "1,5/100.000", "1.5 per 100,000"),
            ("lần", "1,5 lần", "1.5 times"),
            ("con/phụ nữ", "1,5 con/phụ nữ", "1.5 children per woman"),
            ("hộ", "1,5 hộ", "1.5 hộ"),
            ("/3", "1,5/3", "1.5/3"),
            ("con/bà mẹ", "1,5 con/bà mẹ", "1.5 children per mother"),
            ("per", "1,5 per", "1.5 “per”"),
        ],
    )
    def test_figures(self, unit: str, vi: str, en: str) -> None:
        assert (figure(Fraction(3, 2), unit, "vi"), figure(Fraction(3, 2), unit, "en")) == (vi, en)
