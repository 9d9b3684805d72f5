"""What observations come to (số tổng hợp): sums of counts, the share they make, and how many units reported."""

from decimal import Decimal
from fractions import Fraction

import attrs

from vstbpn.constraints import Constraint, differing, each, told, whole_number
from vstbpn.errors import InvalidValueError, shown
from vstbpn.goals.observing.indicator import Indicator
from vstbpn.goals.observing.observation import PERIOD_TAKEN, Sex, reporting_period
from vstbpn.goals.targets.kinds import MOST_DIGITS, check_kind
from vstbpn.values import frozen

Number = int | Decimal
"""A sum of counts; exact."""

_LARGEST = 10**MOST_DIGITS

_UNITS = "expected how many units: a whole number from 0 up"


def _is_sum(number: object) -> bool:
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        return False
    if isinstance(number, Decimal) and not number.is_finite():
        return False
    return bool(number >= 0) and _digits(number) <= MOST_DIGITS


def _sum_taken(name: str) -> Constraint:
    # JSON holds a sum as a whole number, or as a decimal number in quotes. How many digits it has is left to the words.
    keywords = {"minimum": 0, "pattern": r"^(?:(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|-0(?:\.0+)?)$"}
    return Constraint(
        name, f"sums of counts are 0 or more, of at most {MOST_DIGITS} digits", _is_sum, keywords, is_whole=False
    )


# Tables have hundreds of thousands of sums, so that what their fields take is asked in one go.
_SEX_TAKEN = Constraint(
    "sex",
    "expected women, men, or those whose sex is not specified",
    lambda sex: isinstance(sex, Sex) and sex is not Sex.TOTAL,
    {"enum": [sex.value for sex in Sex if sex is not Sex.TOTAL]},
)
_NUMERATOR_TAKEN, _DENOMINATOR_TAKEN = _sum_taken("numerator"), _sum_taken("denominator")
_REPORTING_TAKEN, _EXPECTED_TAKEN = (
    whole_number("reporting", 0, None, _UNITS),
    whole_number("expected", 0, None, _UNITS),
)


@frozen
class Part:
    """The part of one sex in a sum (phần theo giới tính).

    Args:
        sex: Women, men, or those whose sex is not specified.
        numerator, denominator: The sums over the units that told of this sex.
        reporting: How many units did.

    Raises:
        InvalidValueError: A sum or number of units is negative, no exact number or of more digits than can be shown, or the
            sex is that of all.

    >>> Part(sex=Sex.FEMALE, numerator=12, denominator=16, reporting=2).share
    Fraction(3, 4)
    """

    sex: Sex = attrs.field(metadata=told(_SEX_TAKEN))
    numerator: Number = attrs.field(default=0, metadata=told(_NUMERATOR_TAKEN))
    denominator: Number | None = attrs.field(default=None, metadata=told(_DENOMINATOR_TAKEN))
    reporting: int = attrs.field(default=0, metadata=told(_REPORTING_TAKEN))

    def __attrs_post_init__(self) -> None:
        if self.sex is Sex.TOTAL or not isinstance(self.sex, Sex):
            _SEX_TAKEN.check(self.sex)
        _check_numbers(self.numerator, self.denominator)
        if type(self.reporting) is not int or self.reporting < 0:
            _REPORTING_TAKEN.check(self.reporting)

    @property
    def share(self) -> Fraction | None:
        """The numerator of the denominator, 1 for all; None without a denominator, or where it is 0."""
        return Fraction(self.numerator) / Fraction(self.denominator) if self.denominator else None


_PARTS_TAKEN = differing("parts", Part, lambda part: part.sex.value, "each sex has one part")
_GAPS_TAKEN = each(PERIOD_TAKEN, what="gaps")


@frozen
class Aggregate:
    """What the observations of a unit and all below it come to (số tổng hợp), for one indicator and period.

    Args:
        indicator: What was counted; None where nothing says so.
        period: The period, by its id; None where nothing was observed.
        unit: The unit, by its id; None for the sum of all units.
        numerator: The sum of the numerators; of the share of a sex, the count of that sex.
        denominator: The sum of the denominators; of the share of a sex, the count of all; None for a plain count.
        parts: The sums of each sex some unit told of, women first.
        reporting: How many of the expected units reported.
        expected: How many units were expected to report.
        gaps: The stretches of the period that figures of some of the units are missing of, by their ids.

    Raises:
        InvalidValueError: A sum or number of units is negative, no exact number or of more digits than can be shown; more
            units reported than were expected; one sex has two parts; there is no such period; or a field is of another kind.

    >>> masters = Indicator(id="3.1", name="tỷ lệ nữ thạc sĩ", unit="%", share_of=Sex.FEMALE)
    >>> total = Aggregate(indicator=masters, period="2025", numerator=31, denominator=50, reporting=3, expected=4)
    >>> total.value, total.coverage
    (Fraction(62, 1), Fraction(3, 4))
    """

    indicator: Indicator | None = None
    period: str | None = attrs.field(default=None, metadata=told(PERIOD_TAKEN))
    unit: str | None = None
    numerator: Number = attrs.field(default=0, metadata=told(_NUMERATOR_TAKEN))
    denominator: Number | None = attrs.field(default=None, metadata=told(_DENOMINATOR_TAKEN))
    parts: tuple[Part, ...] = attrs.field(default=(), metadata=told(_PARTS_TAKEN))
    reporting: int = attrs.field(default=0, metadata=told(_REPORTING_TAKEN))
    expected: int = attrs.field(default=0, metadata=told(_EXPECTED_TAKEN))
    gaps: tuple[str, ...] = attrs.field(default=(), metadata=told(_GAPS_TAKEN))

    def __attrs_post_init__(self) -> None:
        _check_numbers(self.numerator, self.denominator)
        if self.indicator is not None and type(self.indicator) is not Indicator:
            check_kind("indicator", self.indicator, Indicator)
        if self.unit is not None and type(self.unit) is not str:
            check_kind("unit", self.unit, str)
        if type(self.parts) is not tuple or type(self.gaps) is not tuple:
            check_kind("parts", self.parts, tuple)
            check_kind("gaps", self.gaps, tuple)
        for part in self.parts:
            if type(part) is not Part:
                check_kind("parts", part, Part)
        reporting, expected = self.reporting, self.expected
        # Tables have hundreds of thousands of sums, so what is usual is asked first.
        if not (type(reporting) is type(expected) is int and 0 <= reporting <= expected):
            _REPORTING_TAKEN.check(reporting)
            _EXPECTED_TAKEN.check(expected)
            raise InvalidValueError("reporting", shown(reporting), f"only {shown(expected)} were expected to report")
        # Sexes are told apart by their values: members of an enumeration take longer to hash.
        if len(self.parts) > 1 and len({part.sex._value_ for part in self.parts}) < len(self.parts):
            raise InvalidValueError("parts", shown(self.parts), "each sex has one part")
        if self.period is not None:
            reporting_period(self.period)
        for gap in self.gaps:
            reporting_period(gap)

    @property
    def share(self) -> Fraction | None:
        """The numerator of the denominator, 1 for all (tỷ lệ); None without a denominator, or where it is 0."""
        return Fraction(self.numerator) / Fraction(self.denominator) if self.denominator else None

    @property
    def value(self) -> Fraction | None:
        """The figure in the indicator's unit: 62 for 62 %; None where nothing was counted or what it needs is missing.

        Without an indicator it is the count, or the share where there is a denominator.
        """
        if self.period is None:
            return None
        scale = None if self.indicator is None else self.indicator.scale
        if self.denominator is None:
            return Fraction(self.numerator) if scale is None else None
        return None if self.share is None else self.share * (scale or 1)

    @property
    def coverage(self) -> Fraction | None:
        """Units reporting of units expected (độ bao phủ); None where none is expected."""
        return Fraction(self.reporting, self.expected) if self.expected else None

    def part(self, sex: Sex) -> Part | None:
        """The part of one sex; None where no unit told of it."""
        return next((part for part in self.parts if part.sex is sex), None)


def _check_numbers(numerator: Number, denominator: Number | None) -> None:
    if type(numerator) is not int or not 0 <= numerator < _LARGEST:
        _check_number("numerator", numerator)
    if denominator is not None and (type(denominator) is not int or not 0 <= denominator < _LARGEST):
        _check_number("denominator", denominator)


def _check_number(name: str, number: object) -> None:
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise InvalidValueError(name, shown(number), "sums are exact: expected an int or a Decimal")
    if isinstance(number, Decimal) and not number.is_finite():
        raise InvalidValueError(name, shown(number), "expected a finite number")
    if number < 0:
        raise InvalidValueError(name, shown(number), "sums of counts are 0 or more")
    if _digits(number) > MOST_DIGITS:
        raise InvalidValueError(name, shown(number), f"expected a number of at most {MOST_DIGITS} digits")


def _digits(number: Number) -> int:
    """How many digits a finite number has, written out; of a whole one that there are too many is enough."""
    if isinstance(number, int):
        return MOST_DIGITS + 1 if number >= _LARGEST else 1
    exponent = int(number.as_tuple().exponent)
    return max(number.adjusted(), exponent, 0) + max(-exponent, 0) + 1
