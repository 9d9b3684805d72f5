"""Exact numbers in words (cách viết số): rounded for the eye alone, as each language writes them."""

import decimal
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from vstbpn.goals.targets.numbers import write_number
from vstbpn.goals.targets.units import english_after_figure, unit_after_figure

_SPARE_DIGITS = 9

DECIMALS = 2
"""Decimals shown where they are enough to tell figures apart."""


def decimals_for(difference: Fraction) -> int:
    """How many decimals show that there is a difference.

    >>> decimals_for(Fraction(2)), decimals_for(Fraction(0)), decimals_for(Fraction(-1, 3000))
    (2, 2, 4)
    """
    decimals = DECIMALS
    if difference:
        # A number below 1 has about as many zeros behind its point as its denominator is longer than its numerator.
        zeros = len(_digits(difference.denominator)) - len(_digits(difference.numerator)) - 1
        decimals = max(decimals, zeros)
        while not round(difference, decimals):
            decimals += 1
    return decimals


def number(value: Fraction, language: str, decimals: int = DECIMALS) -> str:
    """A number as the language writes it, rounded half to even; zeros behind the point are left out.

    >>> number(Fraction(4321, 2), "vi"), number(Fraction(2, 3), "en"), number(Fraction(2, 3), "vi", 4)
    ('2.160,5', '0.67', '0,6667')
    """
    return _written(_rounded(value, decimals), language)


def figure(value: Fraction, unit: str, language: str, decimals: int = DECIMALS) -> str:
    """A number with its unit.

    >>> figure(Fraction(125, 2), "%", "vi"), figure(Fraction(24), "/100.000", "en"), figure(Fraction(3, 2), "lần", "en")
    ('62,5%', '24 per 100,000', '1.5 times')
    """
    return with_unit(number(value, language, decimals), unit, language)


def with_unit(written: str, unit: str, language: str) -> str:
    """A number that is written already, with its unit, if it has one."""
    if not unit:
        return written
    return f"{written}{unit_after_figure(unit) if language == 'vi' else english_after_figure(unit)}"


def _rounded(value: Fraction, decimals: int) -> Decimal:
    scaled = round(value * 10**decimals)
    digits = _digits(scaled)
    # Made of its digits, since arithmetic on decimals rounds as the context of whoever calls says.
    return Decimal((int(scaled < 0), digits, -decimals))


def _digits(whole: int) -> tuple[int, ...]:
    # A text of it may be longer than Python allows.
    return Decimal(abs(whole)).as_tuple().digits


@lru_cache(maxsize=4096)
def _written(value: Decimal, language: str) -> str:
    # Whoever calls may have set a context that has fewer digits, or stops where any is lost.
    digits = len(value.as_tuple().digits) - int(value.as_tuple().exponent)
    with decimal.localcontext(decimal.Context(prec=digits + _SPARE_DIGITS)):
        return write_number(value, language)
