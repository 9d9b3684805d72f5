"""What figures come to in a target's unit (mức đạt được): a level, or the size of a change."""

from fractions import Fraction
from typing import NamedTuple

from vstbpn.goals.evaluating.covering import are_as_long, is_relative, months_told
from vstbpn.goals.evaluating.verdicts import Reason
from vstbpn.goals.observing.indicator import Indicator
from vstbpn.goals.observing.observation import reporting_period
from vstbpn.goals.rolling.aggregate import Aggregate
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import RATIOS, scale_of
from vstbpn.vocabulary import Direction


class Refusal(NamedTuple):
    """Why figures tell nothing about a target."""

    reason: Reason
    args: tuple[tuple[str, str], ...] = ()


def level(target: Target, aggregate: Aggregate, indicator: Indicator | None) -> Fraction | Refusal:
    """The level reached, in the target's unit.

    >>> target = Target.parse("không quá 115 bé trai/100 bé gái")
    >>> level(target, Aggregate(period="2025", numerator=1130, denominator=1000), None)
    Fraction(113, 1)
    """
    if indicator is not None and indicator.unit != target.unit:
        return Refusal(Reason.OTHER_UNIT, (("target", target.unit), ("indicator", indicator.unit)))
    return _in_unit(target.unit, aggregate)


def _in_unit(unit: str, aggregate: Aggregate) -> Fraction | Refusal:
    scale = scale_of(unit)
    if scale is None:
        return Fraction(aggregate.numerator)
    if aggregate.denominator is None:
        return Refusal(Reason.NO_DENOMINATOR, (("unit", unit),))
    return Refusal(Reason.ZERO_DENOMINATOR) if aggregate.share is None else aggregate.share * scale


def change(target: Target, before: Aggregate, now: Aggregate, indicator: Indicator | None) -> Fraction | Refusal:
    """How much has changed, in the target's unit; above 0 where it changed in the direction wanted.

    >>> target = Target.parse("giảm 50% số vụ bạo lực gia đình vào năm 2025")
    >>> change(target, Aggregate(period="2020", numerator=80), Aggregate(period="2025", numerator=30), None)
    Fraction(125, 2)
    """
    if refusal := _unlike(target, before, now, indicator):
        return refusal
    if is_relative(target):
        return _relative(target, _plain(before), _plain(now))
    first, last = level(target, before, indicator), level(target, now, indicator)
    if isinstance(first, Refusal):
        return first
    if isinstance(last, Refusal):
        return last
    return first - last if target.direction is Direction.LOWER else last - first


def _relative(target: Target, before: Fraction | None, now: Fraction | None) -> Fraction | Refusal:
    """How much has changed of what there was before: as a share of it, or how many times as much it is."""
    if before is None or now is None:
        return Refusal(Reason.ZERO_DENOMINATOR)
    if not before:
        return Refusal(Reason.ZERO_BASELINE)
    falls = target.direction is Direction.LOWER
    if target.unit not in RATIOS:
        return (before - now if falls else now - before) / before * (scale_of(target.unit) or 1)
    if not falls:
        return now / before
    return before / now if now else Refusal(Reason.NOTHING_LEFT)


def _plain(aggregate: Aggregate) -> Fraction | None:
    """The share, or the count where there is no denominator; what it is scaled by falls out of a ratio."""
    return Fraction(aggregate.numerator) if aggregate.denominator is None else aggregate.share


def _unlike(target: Target, before: Aggregate, now: Aggregate, indicator: Indicator | None) -> Refusal | None:
    """Why two sums cannot be compared, if they cannot."""
    assert before.period is not None  # noqa: S101  # Narrows the type: what was not observed is told before.
    assert now.period is not None  # noqa: S101  # As above.
    if reporting_period(before.period).start >= reporting_period(now.period).start:
        return Refusal(Reason.LATE_BASELINE, (("baseline", before.period), ("period", now.period)))
    if (before.denominator is None) != (now.denominator is None):
        return Refusal(Reason.UNLIKE_BASELINE)
    if not are_as_long(target, before, now, indicator):
        months = (("now", now), ("before", before))
        return Refusal(
            Reason.UNEQUAL_PERIODS, tuple((name, str(len(months_told(of, indicator)))) for name, of in months)
        )
    if now.denominator is None and before.coverage != now.coverage:
        # A count falls where fewer units report; a share need not.
        counted = (("now", now), ("before", before))
        return Refusal(Reason.UNEQUAL_COVERAGE, tuple((name, f"{of.reporting}/{of.expected}") for name, of in counted))
    return None
