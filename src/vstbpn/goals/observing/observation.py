"""Observations (số liệu): what was counted, where, when and of which sex."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

import attrs

from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.constraints import Constraint, told
from vstbpn.errors import InvalidValueError, ParseError, shown
from vstbpn.organisations.units.unit import OrganisationUnit, unit_id
from vstbpn.text import composed
from vstbpn.values import Span, frozen
from vstbpn.vocabulary import Term

Count = int | Decimal

_LARGEST = 10**18
_MOST_DECIMALS = 12
_MOST_ZEROS = 17


class Sex(Term):
    """The sex of those counted (giới tính), by the SDMX code list CL_SEX.

    >>> Sex("F").vi
    'nữ'
    """

    FEMALE = ("F", "nữ", "female")
    MALE = ("M", "nam", "male")
    TOTAL = ("_T", "chung", "total")
    UNSPECIFIED = ("_U", "không xác định", "not specified")


class ObservationStatus(Term):
    """How sure a figure is (tình trạng số liệu), by the SDMX code list CL_OBS_STATUS.

    >>> ObservationStatus.PROVISIONAL.value, ObservationStatus.PROVISIONAL.vi
    ('P', 'sơ bộ')
    """

    NORMAL = ("A", "chính thức", "normal value")
    ESTIMATED = ("E", "ước tính", "estimated value")
    PROVISIONAL = ("P", "sơ bộ", "provisional value")


_COUNTS = f"counts stay below 10^18, with at most {_MOST_DECIMALS} decimals"


def _is_count(count: object) -> bool:
    if isinstance(count, int):
        return not isinstance(count, bool) and 0 <= count < _LARGEST
    return (
        isinstance(count, Decimal)
        and count.is_finite()
        and 0 <= count < _LARGEST
        and -_MOST_DECIMALS <= _exponent(count) <= _MOST_ZEROS
    )


def _count_taken(name: str) -> Constraint:
    # JSON holds a count as a whole number, or as a decimal number in quotes; a sum may have come to "-0.0".
    digits = rf"(?:0|[1-9][0-9]{{0,17}})(?:\.[0-9]{{1,{_MOST_DECIMALS}}})?|-0(?:\.0{{1,{_MOST_DECIMALS}}})?"
    keywords = {"minimum": 0, "exclusiveMaximum": _LARGEST, "pattern": f"^(?:{digits})$"}
    return Constraint(name, f"counts are 0 or more and {_COUNTS.removeprefix('counts ')}", _is_count, keywords)


def _is_period(period: object) -> bool:
    if not isinstance(period, str):
        return False
    try:
        _parsed(period)
    except InvalidValueError:
        return False
    return True


_YEAR_PATTERN = "(?:19|2[01])[0-9]{2}"
PERIOD_TAKEN = Constraint(
    "period",
    "expected the id of a period, such as 2025, 2025-H1, 2025-Q1, 2025-06 or 2025-2026",
    _is_period,
    # That a school year ends in the year after it begins is more than a pattern can say.
    {
        "pattern": f"^{_YEAR_PATTERN}(?:-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]|9M|{_YEAR_PATTERN}(?:-T[12])?))?$",
    },
    is_whole=False,
)
"""Takes ids of reporting periods; ``reporting_period`` refuses others, and says why."""


def _unit(unit: OrganisationUnit | str) -> str:
    return unit if type(unit) is str and unit.isascii() else unit_id(unit)


@frozen
class Observation:
    """A figure observed (số liệu): counts, never percentages, so that it can be added up.

    Args:
        numerator: How many were counted ("31 cơ quan có lãnh đạo chủ chốt là nữ"); SDMX's OBS_VALUE.
        denominator: Out of how many; None for a plain count. Where there was nobody to count both are 0.
        period: The reporting period counted, by its id ("2025", "2025-H1", "2025-Q1", "2025-06", "2025-2026", "2025-2026-T1");
            SDMX's TIME_PERIOD.
        unit: The reporting organisation, or its id.
        indicator: What was counted, by the id of the indicator; None where all observations are of one.
        sex: Of which sex.
        status: How sure the figure is.
        source: Where the figure comes from.
        span: Where it stood.

    Raises:
        InvalidValueError: A count is negative, no exact number or too large, some are counted out of nothing, there is no
            such period, or a field holds something else.

    >>> Observation(numerator=31, denominator=50, period="2025", unit="so-y-te")
    Observation(numerator=31, denominator=50, period='2025', unit='so-y-te')
    """

    numerator: Count = attrs.field(metadata=told(_count_taken("numerator")))
    denominator: Count | None = attrs.field(default=None, metadata=told(_count_taken("denominator")))
    period: str = attrs.field(metadata=told(PERIOD_TAKEN))
    unit: str = attrs.field(converter=_unit)
    indicator: str | None = None
    sex: Sex = Sex.TOTAL
    status: ObservationStatus = ObservationStatus.NORMAL
    source: str | None = None
    span: Span | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        # Observations are made by the million, so what is usual is asked first.
        if type(self.numerator) is not int or not 0 <= self.numerator < _LARGEST:
            _check_count("numerator", self.numerator)
        if self.denominator is not None and not (type(self.denominator) is int and 0 < self.denominator < _LARGEST):
            _check_count("denominator", self.denominator)
            if self.denominator == 0 and self.numerator > 0:
                raise InvalidValueError("denominator", "0", f"{self.numerator} cannot be counted out of nothing")
        if type(self.sex) is not Sex or type(self.status) is not ObservationStatus:
            _check_terms(self.sex, self.status)
        indicator = self.indicator
        if type(indicator) is not str or self.source is not None or not indicator.isascii():
            _check_texts(indicator, self.source)
            # A text is the same however its letters were typed.
            object.__setattr__(self, "indicator", composed(indicator))
            object.__setattr__(self, "source", composed(self.source))
        reporting_period(self.period)


def several(observations: object) -> Iterable[Any]:
    """What may be several observations; what they are is not looked at.

    Raises:
        InvalidValueError: They are no collection.
    """
    if isinstance(observations, Iterable) and not isinstance(observations, str | bytes | bytearray | Mapping):
        return observations
    raise InvalidValueError("observations", shown(observations), "expected several values of Observation")


def each(observations: object) -> Iterator[Observation]:
    """Observations, one by one.

    Raises:
        InvalidValueError: Something else was given.
    """
    for observation in several(observations):
        if not isinstance(observation, Observation):
            raise InvalidValueError("observations", shown(observation), "expected values of Observation")
        yield observation


def reporting_period(period: str) -> ReportingPeriod:
    """The reporting period of an id.

    Raises:
        InvalidValueError: There is no such period.

    >>> reporting_period("2025-H1").vi
    '6 tháng đầu năm 2025'
    """
    if not isinstance(period, str):
        raise InvalidValueError("period", shown(period), "expected an id such as 2025, 2025-H1, 2025-Q1 or 2025-06")
    return _parsed(period)


@lru_cache(maxsize=4096)
def _parsed(period: str) -> ReportingPeriod:
    try:
        return ReportingPeriod.parse(period)
    except ParseError as error:
        raise InvalidValueError("period", shown(period), error.reason) from None


def _check_terms(sex: object, status: object) -> None:
    for name, term, kind in (("sex", sex, Sex), ("status", status, ObservationStatus)):
        if not isinstance(term, kind):
            values = ", ".join(f"{kind.__name__}.{member.name}" for member in kind)
            raise InvalidValueError(name, shown(term), f"expected one of {values}")


def _check_texts(indicator: object, source: object) -> None:
    for name, text, expected in (("indicator", indicator, "the id of an indicator"), ("source", source, "a text")):
        if not isinstance(text, str | None):
            raise InvalidValueError(name, shown(text), f"expected {expected}, or None")


def _check_count(name: str, count: Count) -> None:
    if isinstance(count, bool) or not isinstance(count, int | Decimal):
        raise InvalidValueError(name, shown(count), "counts are exact: expected an int or a Decimal")
    if isinstance(count, Decimal) and not count.is_finite():
        raise InvalidValueError(name, str(count), "expected a finite number")
    if count < 0:
        raise InvalidValueError(name, str(count) if count > -_LARGEST else "-…", "counts are 0 or more")
    if not _is_count(count):
        raise InvalidValueError(name, "…", _COUNTS)


def _exponent(count: Decimal) -> int:
    return int(count.as_tuple().exponent)
