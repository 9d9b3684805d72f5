"""Observations (số liệu): what was counted, where, when and of which sex."""

from decimal import Decimal

import attrs

from vstbpn.errors import InvalidValueError
from vstbpn.values import Span, frozen
from vstbpn.vocabulary import Term

Count = int | Decimal

_LARGEST = 10**18
_MOST_DECIMALS = 12


class Sex(Term):
    """The sex of those counted (giới tính), by the SDMX code list CL_SEX.

    >>> Sex("F").vi
    'nữ'
    """

    FEMALE = ("F", "nữ", "female")
    MALE = ("M", "nam", "male")
    TOTAL = ("_T", "chung", "total")
    UNSPECIFIED = ("_U", "không xác định", "not specified")


@frozen
class Observation:
    """A figure observed (số liệu): counts, never percentages, so that it can be added up.

    Args:
        numerator: How many were counted ("31 cơ quan có lãnh đạo chủ chốt là nữ").
        denominator: Out of how many; None for a plain count.
        period: The period counted, as an id of the caller ("2025", "2025-Q1").
        unit: The reporting organisation, as an opaque id.
        sex: Of which sex.
        source: Where the figure comes from.
        span: Where it stood.

    Raises:
        InvalidValueError: A count is negative, no exact number or too large, or the denominator is zero.

    >>> Observation(numerator=31, denominator=50, period="2025", unit="so-y-te")
    Observation(numerator=31, denominator=50, period='2025', unit='so-y-te')
    """

    numerator: Count
    denominator: Count | None = None
    period: str
    unit: str
    sex: Sex = Sex.TOTAL
    source: str | None = None
    span: Span | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        _check_count("numerator", self.numerator)
        if self.denominator is not None:
            _check_count("denominator", self.denominator)
            if self.denominator == 0:
                raise InvalidValueError("denominator", "0", "a share needs something it is a share of")


def _check_count(name: str, count: Count) -> None:
    if isinstance(count, float):
        raise InvalidValueError(name, str(count), "counts are exact: expected an int or a Decimal")
    if isinstance(count, Decimal) and not count.is_finite():
        raise InvalidValueError(name, str(count), "expected a finite number")
    if count < 0:
        raise InvalidValueError(name, str(count) if count > -_LARGEST else "-…", "counts are 0 or more")
    if count >= _LARGEST or (isinstance(count, Decimal) and -int(count.as_tuple().exponent) > _MOST_DECIMALS):
        raise InvalidValueError(name, "…", f"counts stay below 10^18, with at most {_MOST_DECIMALS} decimals")


def fault_of(observations: tuple[Observation, ...]) -> str | None:
    """Why some observations cannot be added, as a clause; None where they can.

    >>> fault_of((Observation(numerator=1, period="2024", unit="a"), Observation(numerator=1, period="2025", unit="a")))
    'they are of several periods: 2024, 2025'
    """
    periods = sorted({observation.period for observation in observations})
    if len(periods) > 1:
        return f"they are of several periods: {', '.join(periods)}"
    if len({observation.denominator is None for observation in observations}) > 1:
        return "some have a denominator and some have none"
    sexes: dict[str, list[Sex]] = {}
    for observation in observations:
        sexes.setdefault(observation.unit, []).append(observation.sex)
    for unit in sorted(sexes):
        counted = sexes[unit]
        if len(set(counted)) < len(counted) or (Sex.TOTAL in counted and len(counted) > 1):
            return f"unit {unit} is counted twice"
    return None
