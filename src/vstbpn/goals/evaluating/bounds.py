"""Between which bounds a result is to lie (giới hạn của chỉ tiêu), and how far on the good side of them it does."""

from fractions import Fraction
from typing import NamedTuple

from vstbpn.goals.targets.target import Target
from vstbpn.vocabulary import Comparator, Direction


def is_good(target: Target, margin: Fraction) -> bool:
    """Whether a target is met by a margin: more or less than a figure it is by more than nothing.

    >>> is_good(Target.parse("trên 60% hộ"), Fraction(0)), is_good(Target.parse("ít nhất 60% hộ"), Fraction(0))
    (False, True)
    """
    return margin > 0 if target.comparator.is_strict else margin >= 0


def good_side(target: Target, of_indicator: Direction | None) -> Direction | None:
    """Where a result is to lie; None where it is to lie near the figure, or between two.

    Args:
        target: What is to be reached.
        of_indicator: Which way is better for its indicator, if that is known.
    """
    if target.comparator in {Comparator.BETWEEN, Comparator.ABOUT}:
        return None
    if target.comparator.side is not None:
        return target.comparator.side
    if target.is_change:
        return Direction.RAISE  # A change is told in the direction wanted.
    return target.direction or of_indicator or (Direction.RAISE if target.value else Direction.LOWER)


class Bounds(NamedTuple):
    """Between which figures a result is to lie (giới hạn); None where it may lie as far as it will.

    >>> bounds = Bounds.of(Target.parse("từ 50% đến 60% hộ"), None)
    >>> bounds.margin(Fraction(58)), bounds.margin(Fraction(49))
    (Fraction(2, 1), Fraction(-1, 1))
    """

    target: Target
    low: Fraction | None
    high: Fraction | None

    @classmethod
    def of(cls, target: Target, side: Direction | None, tolerance: Fraction | None = None) -> "Bounds":
        """The bounds of a target: on its good side there is none, and about a figure there is a tolerance."""
        assert target.value is not None  # noqa: S101  # Narrows the type; callers have asked.
        value = Fraction(target.value)
        if tolerance is not None and target.comparator is Comparator.ABOUT:
            return cls(target, value - tolerance, value + tolerance)
        if target.value_max is not None:
            return cls(target, value, Fraction(target.value_max))
        return cls(target, None, value) if side is Direction.LOWER else cls(target, value, None)

    def margin(self, actual: Fraction) -> Fraction:
        """How far on the good side of the nearer bound a result lies; below 0 on the wrong side."""
        return min(margin for margin in (self._above_low(actual), self._below_high(actual)) if margin is not None)

    def is_settled(self, actual: Fraction, moves: frozenset[Direction]) -> bool:
        """Whether the answer on a result stays what it is wherever the result can still move.

        >>> most = Bounds.of(Target.parse("không quá 10 vụ"), Direction.LOWER)
        >>> [most.is_settled(Fraction(cases), frozenset({Direction.RAISE})) for cases in (6, 12)]
        [False, True]
        """
        above, below = self._above_low(actual), self._below_high(actual)
        if above is not None and not is_good(self.target, above):
            return Direction.RAISE not in moves
        if below is not None and not is_good(self.target, below):
            return Direction.LOWER not in moves
        can_leave = (above is not None and Direction.LOWER in moves) or (below is not None and Direction.RAISE in moves)
        return not can_leave

    def _above_low(self, actual: Fraction) -> Fraction | None:
        return None if self.low is None else actual - self.low

    def _below_high(self, actual: Fraction) -> Fraction | None:
        return None if self.high is None else self.high - actual
