"""Roll-up (tổng hợp số liệu): the sum over units, with how many of them reported."""

from collections.abc import Collection, Iterable
from fractions import Fraction

from vstbpn.errors import InvalidValueError
from vstbpn.goals.observation import Observation, fault_of
from vstbpn.values import frozen


@frozen
class RollUp:
    """The sum of the observations of several units (tổng hợp), and its coverage.

    Args:
        numerator: The sum of the numerators; exact.
        denominator: The sum of the denominators, or None for plain counts.
        reporting: The expected units that reported, sorted.
        missing: The expected units that did not, sorted.
        unexpected: Units that reported without being expected, sorted; they are not in the sum.
    """

    numerator: Fraction = Fraction(0)
    denominator: Fraction | None = None
    reporting: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unexpected: tuple[str, ...] = ()

    @property
    def share(self) -> Fraction | None:
        """The share (tỷ lệ), from 0 to 1 for parts of a whole; None without denominators."""
        return self.numerator / self.denominator if self.denominator else None

    @property
    def coverage(self) -> Fraction | None:
        """Units reporting of units expected (độ bao phủ); None where none is expected."""
        expected = len(self.reporting) + len(self.missing)
        return Fraction(len(self.reporting), expected) if expected else None


def roll_up(observations: Iterable[Observation], expected: Collection[str]) -> RollUp:
    """Add up the observations of the expected units.

    Raises:
        InvalidValueError: They cannot be added: several periods, a unit counted twice, denominators only in part.

    >>> total = roll_up([Observation(numerator=3, denominator=10, period="2025", unit="a"),
    ...                  Observation(numerator=9, denominator=90, period="2025", unit="b")], {"a", "b", "c"})
    >>> total.share, total.coverage, total.missing
    (Fraction(3, 25), Fraction(2, 3), ('c',))
    """
    given = tuple(observations)
    units = frozenset(expected)
    counted = tuple(observation for observation in given if observation.unit in units)
    if fault := fault_of(counted):
        raise InvalidValueError("observations", f"{len(counted)} of them", f"they cannot be added: {fault}")
    reporting = {observation.unit for observation in counted}
    with_denominator = bool(counted) and counted[0].denominator is not None
    return RollUp(
        numerator=sum((Fraction(observation.numerator) for observation in counted), Fraction(0)),
        denominator=sum((Fraction(observation.denominator or 0) for observation in counted), Fraction(0))
        if with_denominator
        else None,
        reporting=tuple(sorted(reporting)),
        missing=tuple(sorted(units - reporting)),
        unexpected=tuple(sorted({observation.unit for observation in given} - units)),
    )
