"""Figures in words for people (viết số): through Babel, in the manner of each language, with all their digits."""

from decimal import Context, Decimal, localcontext

_SPARE_DIGITS = 60


def write_number(value: Decimal, language: str) -> str:
    """A number with all its digits, as the language groups and points them.

    Zeros behind the last decimal are no part of the number, and are not written.

    >>> write_number(Decimal("1234.5"), "vi"), write_number(Decimal("1234.5"), "en"), write_number(Decimal("1.50"), "vi")
    ('1.234,5', '1,234.5', '1,5')
    """
    from babel.numbers import format_decimal  # Slow to load, and reading targets needs none of it.

    # The caller's own context may round, or have fewer digits than the number.
    digits = len(value.as_tuple().digits) + abs(value.adjusted())
    with localcontext(Context(prec=digits + _SPARE_DIGITS, traps=[])):
        return str(format_decimal(value, locale=language, decimal_quantization=False))
