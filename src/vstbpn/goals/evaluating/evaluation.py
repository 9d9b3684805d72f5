"""What an evaluation comes to (kết quả đánh giá): the verdict, the exact margin, and why."""

import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from vstbpn.calendars.reporting.period import last_of_month
from vstbpn.constraints import Constraint, each, told
from vstbpn.errors import InvalidValueError, shown
from vstbpn.findings import Finding
from vstbpn.goals.evaluating.bounds import is_good
from vstbpn.goals.evaluating.verdicts import Reason, Verdict
from vstbpn.goals.observing.observation import PERIOD_TAKEN, reporting_period
from vstbpn.goals.rolling.periods import months_of
from vstbpn.goals.targets.kinds import check_kind, check_pairs, check_tuple, is_long
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import RATIOS
from vstbpn.values import frozen
from vstbpn.vocabulary import Direction

if TYPE_CHECKING:
    from vstbpn.vocabulary import Language

_ANSWERS = frozenset({Verdict.MET, Verdict.NOT_MET})
_MOST_DIGITS = 3000
"""Enough for the change between any two sums."""

_LARGEST = 10**_MOST_DIGITS


def _is_result(value: object) -> bool:
    return type(value) is Fraction and max(abs(value.numerator), value.denominator) < _LARGEST


def _result_taken(name: str) -> Constraint:
    # A fraction in quotes: a sign, two numbers and the stroke between them.
    longest = 2 * _MOST_DIGITS + 2
    expected = f"expected a number of at most {_MOST_DIGITS} digits"
    return Constraint(name, expected, _is_result, {"maxLength": longest}, is_whole=False)


def _is_count(count: object) -> bool:
    return type(count) is int and count >= 0 and not is_long(count)


def _units_taken(name: str) -> Constraint:
    expected = "expected how many units: a whole number from 0 up"
    return Constraint(name, expected, _is_count, {"minimum": 0}, is_whole=False)


@frozen
class Evaluation:
    """Whether a target is met (kết quả đánh giá), by how much, and why not where nothing can be said; made by ``evaluate``.

    Args:
        target: What is to be reached.
        verdict: The answer.
        actual: What the figures come to, in the target's unit, exact; the size of the change where the target is one.
        margin: How far on the good side of the target, in its unit; negative on the wrong side.
        direction: Which side that is; None where there is none (a range, "khoảng").
        reason: Why the target is neither met nor missed; None where it is one of the two.
        args: What the words of the reason need, as pairs of name and text.
        period: The period whose figures were held against the target, by its id.
        on: The day of the evaluation, if one was given.
        missing: The stretches of the time the target is for that figures are missing of, by their ids.
        reporting: How many of the units expected have reported.
        expected: How many were expected.
        findings: What is wrong with the figures.

    Raises:
        InvalidValueError: A verdict of met or not met has no margin, has a reason, or is not the one its margin tells; another
            verdict has no reason; there is a margin without a figure; one part is of another kind, or a number has more
            digits than can be shown.

    >>> from vstbpn.goals import Observation, evaluate
    >>> target = Target.parse("ít nhất 60% cơ quan có lãnh đạo chủ chốt là nữ vào năm 2025")
    >>> evaluation = evaluate(target, [Observation(numerator=31, denominator=50, period="2025", unit="a")])
    >>> evaluation.verdict, evaluation.actual, evaluation.margin
    (Verdict.MET, Fraction(62, 1), Fraction(2, 1))
    >>> print(evaluation)
    đạt: 62% so với ít nhất 60%, vượt 2 điểm phần trăm; 1/1 đơn vị báo cáo
    """

    target: Target
    verdict: Verdict
    actual: Fraction | None = attrs.field(default=None, metadata=told(_result_taken("actual")))
    margin: Fraction | None = attrs.field(default=None, metadata=told(_result_taken("margin")))
    direction: Direction | None = None
    reason: Reason | None = None
    args: tuple[tuple[str, str], ...] = ()
    period: str | None = attrs.field(default=None, metadata=told(PERIOD_TAKEN))
    on: datetime.date | None = None
    missing: tuple[str, ...] = attrs.field(default=(), metadata=told(each(PERIOD_TAKEN, what="missing")))
    reporting: int = attrs.field(default=0, validator=_units_taken("reporting"))
    expected: int = attrs.field(default=0, validator=_units_taken("expected"))
    findings: tuple[Finding, ...] = ()

    def __attrs_post_init__(self) -> None:
        self._check_kinds()
        for what, value in (("actual", self.actual), ("margin", self.margin)):
            if value is not None and type(value) is not Fraction:
                raise InvalidValueError(what, shown(value), "results are exact: expected a Fraction")
            if value is not None and not _is_result(value):
                raise InvalidValueError(what, shown(value), f"expected a number of at most {_MOST_DIGITS} digits")
        if self.margin is not None and self.actual is None:
            raise InvalidValueError("actual", "None", "a margin is that of a figure")
        if self.on is not None and type(self.on) is not datetime.date:
            raise InvalidValueError("on", shown(self.on), "expected a datetime.date")
        for stretch in self.missing:
            reporting_period(stretch)
        if self.verdict in _ANSWERS:
            self._check_answer()
        elif self.reason is None:
            raise InvalidValueError("reason", "None", f"say why it is {self.verdict.en}")

    def _check_kinds(self) -> None:
        check_kind("target", self.target, Target)
        check_kind("verdict", self.verdict, Verdict)
        check_kind("direction", self.direction, Direction, is_optional=True)
        check_kind("reason", self.reason, Reason, is_optional=True)
        check_pairs("args", self.args)
        if self.period is not None:
            reporting_period(self.period)
        check_tuple("missing", self.missing, str)
        check_tuple("findings", self.findings, Finding)

    def _check_answer(self) -> None:
        if self.margin is None:
            raise InvalidValueError("margin", "None", "a target is met, or is not, by a margin")
        if self.reason is not None:
            raise InvalidValueError("reason", self.reason.value, "an answer has its margin for a reason")
        if is_good(self.target, self.margin) is not (self.verdict is Verdict.MET):
            raise InvalidValueError("verdict", self.verdict.value, "the margin tells the other one")

    @property
    def until(self) -> datetime.date | None:
        """The last day the figures tell of (số liệu tính đến); None where there are none.

        >>> from vstbpn.goals import Observation, evaluate
        >>> evaluate(Target.parse("không quá 10 vụ"), [Observation(numerator=6, period="2025-H1", unit="a")]).until
        datetime.date(2025, 6, 30)
        """
        if self.period is None:
            return None
        period = reporting_period(self.period)
        missing = (stretch for stretch in map(reporting_period, self.missing) if stretch.year == period.year)
        told = set(months_of(period)).difference(*map(months_of, missing))
        return last_of_month(period.year, max(told, default=period.last_month))

    @property
    def is_ahead(self) -> bool:
        """Whether the figures are of a time that ends after the day of the evaluation: on it they cannot be known in full."""
        return self.on is not None and self.until is not None and self.until > self.on

    @property
    def progress(self) -> Fraction | None:
        """How much of the way to the target is done (tiến độ): 1 where it is reached, below 0 where it has been left.

        The way begins at the target's baseline; where there is none a figure to be raised begins at 0, and a change where
        nothing has changed. None where nothing tells where it begins.

        >>> from vstbpn.goals import Observation, evaluate
        >>> target = Target.parse("giảm tỷ lệ hộ nghèo từ 23% xuống 18% vào năm 2025")
        >>> evaluate(target, [Observation(numerator=20, denominator=100, period="2024", unit="a")]).progress
        Fraction(3, 5)
        """
        target = self.target
        if self.actual is None or target.value is None:
            return None
        start = self._start()
        if start is None:
            return None
        falls = not target.is_change and target.direction is Direction.LOWER
        aim = Fraction(target.value_max if falls and target.value_max is not None else target.value)
        return None if aim == start else (self.actual - start) / (aim - start)

    def _start(self) -> Fraction | None:
        """Where the way to the target begins."""
        target = self.target
        if target.baseline is not None:
            return Fraction(target.baseline)
        if target.is_change:
            # What has not changed is once as much as it was.
            return Fraction(1 if target.unit in RATIOS else 0)
        return Fraction(0) if self.direction is Direction.RAISE else None

    def explain(self, language: "Language" = "vi") -> str:
        """The answer in words, for people: numbers are rounded here, and only here.

        Raises:
            InvalidValueError: There are no words in that language.

        >>> from vstbpn.goals import Observation, evaluate
        >>> target = Target.parse("tỷ lệ nữ tiến sĩ đạt trên 30% vào năm 2025")
        >>> evaluation = evaluate(target, [Observation(numerator=2, denominator=7, period="2025", unit="a")])
        >>> evaluation.explain("en")
        'not met: 28.57% as against more than 30%, short by 1.43 percentage points; 1/1 units have reported'
        """
        from vstbpn.goals.evaluating.wording import explained  # It words evaluations, so it imports this module.

        return explained(self, language)

    def __str__(self) -> str:
        return self.explain()
