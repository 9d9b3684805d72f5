"""The scale that the bars of one target share (thang đo): from exact figures to places in the picture, without floats."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import is_share, scale_of

_ROOM = Fraction(27, 25)
_SMALL = 5


class Axis(NamedTuple):
    """A stretch of figures (thang đo) that is drawn from one end of a bar's track to the other; 0 lies in it."""

    low: Fraction
    high: Fraction

    def at(self, value: Fraction) -> Fraction:
        """Where a figure lies: 0 at the low end, 1 at the high one."""
        return (value - self.low) / (self.high - self.low)

    @property
    def zero(self) -> Fraction:
        """Where 0 lies."""
        return self.at(Fraction(0))


def axis_of(target: Target, actuals: Iterable[Fraction]) -> Axis:
    """The scale on which a target and all that was reached have room; shares are shown of the whole, unless all are small.

    >>> axis_of(Target.parse("ít nhất 60% hộ"), [Fraction(62)]).high
    Fraction(100, 1)
    """
    figures = [Fraction(0), *marks(target), *actuals]
    low, high = min(figures), max(figures)
    whole = scale_of(target.unit) if is_share(target.unit) and not target.is_change else None
    room = high * _ROOM
    if whole is not None and Fraction(whole, _SMALL) < high <= whole:
        room = Fraction(whole)
    return Axis(low * _ROOM, room or Fraction(1))


def marks(target: Target) -> tuple[Fraction, ...]:
    """The figures of a target: one, two of a range, none of words."""
    return tuple(Fraction(figure) for figure in (target.value, target.value_max) if figure is not None)
