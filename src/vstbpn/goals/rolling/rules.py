"""What an indicator asks of figures (quy tắc của chỉ số), and the figures themselves as they are added up."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from vstbpn.goals.rolling.faults import Fault

# Sexes are told by their values: members of an enumeration take longer to hash.
FEMALE, MALE, TOTAL, UNSPECIFIED = ("F", "M", "_T", "_U")
SEXES = (FEMALE, MALE, UNSPECIFIED)
"""The values of the sexes a total is split into."""


class Figure(NamedTuple):
    """A numerator and its denominator, if any; whole numbers of parts of one size."""

    numerator: int
    denominator: int | None


BySex = Mapping[str, Figure]
"""Figures by the value of the sex, the total among them."""


class Rules(NamedTuple):
    """What an indicator asks of the figures of each unit (quy tắc của chỉ số).

    Args:
        number: The place of the indicator among all.
        name: What findings call it.
        period: The period its figures are brought to, by its id.
        is_due: Whether denominators are due.
        share_of: The value of the sex whose share it is, if it is one.
        is_share: Whether no numerator may be above its denominator.
        is_last: Whether the last figure in time counts, instead of the sum.
        parts: How many parts make one, of numerators and of denominators.
        write: How findings write numerators and denominators.
    """

    number: int
    name: str
    period: str
    is_due: bool
    share_of: str | None
    is_share: bool
    is_last: bool
    parts: tuple[int, int]
    write: tuple[Callable[[int], str], Callable[[int], str]]

    @property
    def deviation(self) -> str:
        """The code of a figure that has no denominator though one is due, or has one though none is."""
        return "GOL013" if self.is_due else "GOL019"

    def fault(self, code: str, unit: str, args: Mapping[str, str], period: str | None = None) -> Fault:
        """A fault of a unit's figures."""
        named = {"indicator": self.name, "period": period or self.period, "unit": unit, **args}
        return Fault(self.number, unit, code, tuple(named.items()))

    def numbers(self, figure: Figure) -> list[str]:
        """The numerator and the denominator, if any, as findings write them."""
        return [write(count) for write, count in zip(self.write, figure, strict=True) if count is not None]

    def words(self, figure: Figure) -> str:
        """A figure as findings write it."""
        return "/".join(self.numbers(figure))

    def is_above(self, figure: Figure) -> bool:
        """Whether a figure of a share is more than the whole."""
        if not self.is_share or figure.denominator is None:
            return False
        return figure.numerator * self.parts[1] > figure.denominator * self.parts[0]


def added(figures: Iterable[Figure]) -> Figure:
    """The sum of some figures, all with a denominator or all without."""
    several = list(figures)
    denominators = [figure.denominator for figure in several if figure.denominator is not None]
    return Figure(sum(figure.numerator for figure in several), sum(denominators) if denominators else None)
