"""What else is given to an evaluation (điều kiện đánh giá): the day, the year and exact numbers, each checked by its name."""

import datetime
from decimal import Decimal
from fractions import Fraction

from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.errors import InvalidValueError, shown
from vstbpn.goals.targets.kinds import MOST_DIGITS, is_long
from vstbpn.organisations.units.intervals import plain_day

Exact = int | Decimal | Fraction
"""A number without rounding."""

_LARGEST = 10**15
_MOST_DECIMALS = 20


def day_of(on: datetime.date | None) -> datetime.date | None:
    """The day of an evaluation, if there is one; a datetime is cut to its day.

    Raises:
        InvalidValueError: It is no date.
    """
    if on is not None and not isinstance(on, datetime.date):
        raise InvalidValueError("on", shown(on), "expected a datetime.date")
    return None if on is None else plain_day(on)


def year_of(year: int | None) -> int | None:
    """The year a target is due in, if one is given.

    Raises:
        InvalidValueError: It is no year.
    """
    if year is not None and (type(year) is not int or not FIRST_YEAR <= year <= LAST_YEAR):
        raise InvalidValueError("year", shown(year), f"expected a whole number from {FIRST_YEAR} to {LAST_YEAR}")
    return year


def tolerance_of(tolerance: Exact | None) -> Fraction | None:
    """How far a result may lie from an "about" target, as a fraction.

    Raises:
        InvalidValueError: It is not exact, below 0 or too large.
    """
    return _exact("tolerance", tolerance, _LARGEST)


def least_of(least_coverage: Exact | None) -> Fraction | None:
    """How many of the expected units must have reported, as a fraction.

    Raises:
        InvalidValueError: It is not exact, below 0 or above 1.
    """
    return _exact("least_coverage", least_coverage, 1)


def _exact(what: str, value: Exact | None, largest: int) -> Fraction | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        raise InvalidValueError(what, shown(value), "expected an exact number: an int, a Decimal or a Fraction")
    # The exponent is asked first: of 1E-999999 a fraction would take very long.
    if isinstance(value, Decimal) and not (value.is_finite() and (not value or value.adjusted() > -_MOST_DECIMALS)):
        raise InvalidValueError(what, f"{value:g}", f"expected a number with at most {_MOST_DECIMALS} decimals")
    if not 0 <= value <= largest:
        raise InvalidValueError(what, shown(value), f"expected a number from 0 to {largest}")
    if value and is_long(Fraction(value)):
        raise InvalidValueError(what, shown(value), f"expected a number of at most {MOST_DIGITS} digits")
    # A 0 may have an exponent of which a fraction would take very long.
    return Fraction(value) if value else Fraction(0)
