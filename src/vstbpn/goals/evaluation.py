"""Evaluation (đánh giá): is a target met by what was observed, and by how much."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from vstbpn.errors import InvalidValueError
from vstbpn.goals.observation import Observation, fault_of
from vstbpn.goals.target import Target
from vstbpn.values import frozen
from vstbpn.vocabulary import Comparator, Direction, Term

_LARGEST = 10**15
_MOST_DECIMALS = 20
_RATIOS = frozenset({"lần", "con/phụ nữ", "con/bà mẹ"})


class Verdict(Term):
    """The answer of an evaluation (kết luận)."""

    MET = ("met", "đạt", "met")
    NOT_MET = ("not-met", "chưa đạt", "not met")
    NO_DATA = ("no-data", "chưa có số liệu", "no data")
    NOT_ASSESSABLE = ("not-assessable", "không đánh giá được", "not assessable")


@frozen
class Evaluation:
    """Whether a target is met (kết quả đánh giá).

    Args:
        verdict: The answer.
        actual: What the observations come to, in the target's unit; exact.
        margin: How far on the good side of the target, in its unit; negative on the wrong side.
        reason: Why there is no answer, as a clause; "" where there is one.
    """

    verdict: Verdict
    actual: Fraction | None = None
    margin: Fraction | None = None
    reason: str = ""


def scale_of(unit: str) -> int | None:
    """By what a share is multiplied to be in a unit; None for a unit that counts.

    >>> scale_of("%"), scale_of("/100.000"), scale_of("lần"), scale_of("hộ")
    (100, 100000, 1, None)
    """
    if unit in _RATIOS:
        return 1
    if unit in {"%", "‰"}:
        return 100 if unit == "%" else 1000
    digits = unit[1:].replace(".", "")
    return int(digits) if unit.startswith("/") and digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def evaluate(
    target: Target, observations: Iterable[Observation], *, tolerance: Decimal | int | None = None
) -> Evaluation:
    """Hold observations against a target.

    Numerators and denominators are added, percentages never averaged. A plain "đạt" is met from the good side: at or
    above the figure, or at or below it where the clause says "giảm".

    Args:
        target: What is to be reached.
        observations: What was counted, of one period; each unit once, or once a sex.
        tolerance: How far a result may lie from an "about" target ("khoảng"), in its unit.

    Raises:
        InvalidValueError: The tolerance is negative or no number.

    >>> target = Target.parse("ít nhất 60% cơ quan có lãnh đạo chủ chốt là nữ vào năm 2025")
    >>> evaluate(target, [Observation(numerator=31, denominator=50, period="2025", unit="a")])
    Evaluation(verdict=Verdict.MET, actual=Fraction(62, 1), margin=Fraction(2, 1))
    """
    within = None if tolerance is None else Decimal(tolerance)
    if within is not None and not (
        within.is_finite() and 0 <= within < _LARGEST and within.adjusted() > -_MOST_DECIMALS
    ):
        raise InvalidValueError("tolerance", f"{within:g}", "a tolerance is a number from 0 up")
    given = tuple(observations)
    if target.value is None:
        return _unanswered("the target has no figure")
    if target.is_change:
        return _unanswered("the figure is the size of a change, and counts of one period tell a level")
    if not given:
        return Evaluation(verdict=Verdict.NO_DATA, reason="there are no observations")
    if fault := fault_of(given):
        return _unanswered(f"the observations cannot be added: {fault}")
    scale = scale_of(target.unit)
    if scale is not None and given[0].denominator is None:
        return _unanswered(f"a target in {target.unit} needs denominators")
    actual = sum((Fraction(observation.numerator) for observation in given), Fraction(0))
    if scale is not None:
        actual *= scale / sum((Fraction(observation.denominator or 0) for observation in given), Fraction(0))
    return _compared(target, Fraction(target.value), actual, within)


def _unanswered(reason: str) -> Evaluation:
    return Evaluation(verdict=Verdict.NOT_ASSESSABLE, reason=reason)


def _compared(target: Target, value: Fraction, actual: Fraction, tolerance: Decimal | None) -> Evaluation:
    comparator = target.comparator
    if comparator is Comparator.ABOUT and tolerance is None:
        return Evaluation(
            verdict=Verdict.NOT_ASSESSABLE, actual=actual, reason="'khoảng' needs a tolerance to be held against"
        )
    if comparator is Comparator.ABOUT:
        margin = Fraction(tolerance or 0) - abs(actual - value)
    elif comparator is Comparator.BETWEEN:
        margin = min(actual - value, Fraction(target.value_max or 0) - actual)
    elif _wants_less(target):
        margin = value - actual
    else:
        margin = actual - value
    strict = comparator in {Comparator.MORE_THAN, Comparator.LESS_THAN}
    met = margin > 0 if strict else margin >= 0
    return Evaluation(verdict=Verdict.MET if met else Verdict.NOT_MET, actual=actual, margin=margin)


def _wants_less(target: Target) -> bool:
    if target.comparator is Comparator.EQUAL:
        return target.direction is Direction.LOWER
    return target.comparator in {Comparator.AT_MOST, Comparator.LESS_THAN}
