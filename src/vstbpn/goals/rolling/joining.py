"""Figures of several units made those of one (gộp số liệu các đơn vị), sex by sex."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from vstbpn.errors import InvalidValueError
from vstbpn.goals.observing.observation import Count, Observation, ObservationStatus, Sex
from vstbpn.values import evolve

Portion = int | Fraction
"""Which part of a unit's figures another one holds; 1 for all."""

BySex = dict[Sex, list[Observation]]
"""What a unit reported by sex; of one sex there may be several figures, one of which is wrong."""

_LEAST_SURE = (ObservationStatus.ESTIMATED, ObservationStatus.PROVISIONAL, ObservationStatus.NORMAL)
_MOST_DECIMALS = 12


class Joined(NamedTuple):
    """What became of the figures of some units (số liệu đã gộp).

    Args:
        parts: Which part of each unit's figures.
        told: What they told, each of the same sexes.
    """

    parts: Mapping[str, Portion]
    told: Mapping[str, BySex]

    def observations(self, unit: str) -> Iterator[Observation]:
        """The sums, as observations of one unit.

        Raises:
            InvalidValueError: A part of a count is no decimal.
        """
        for sex in Sex:
            figures = [
                (by_sex[sex], self.parts[origin]) for origin, by_sex in sorted(self.told.items()) if sex in by_sex
            ]
            # What was told twice by one of the units is so of their sum.
            for number in range(max((len(several) for several, _ in figures), default=0)):
                yield _sum([(several[min(number, len(several) - 1)], part) for several, part in figures], unit)


def joined(parts: Mapping[str, Portion], told: Mapping[str, BySex]) -> Joined | None:
    """The figures of some units, made ready to be added; None where what they told does not go together.

    Units that told of the same sexes go together (some of whom not specified may be nobody), and those of which each
    told its total, or women and men, which make it. All have denominators, or none.
    """
    by_unit = {unit: told[unit] for unit in parts}
    every = [observation for by_sex in by_unit.values() for several in by_sex.values() for observation in several]
    if len({observation.denominator is None for observation in every}) > 1:
        return None
    sexes = [by_sex.keys() - {Sex.UNSPECIFIED} for by_sex in by_unit.values()]
    if all(of_unit == sexes[0] for of_unit in sexes):
        return Joined(parts, by_unit)
    if not all(Sex.TOTAL in of_unit or {Sex.FEMALE, Sex.MALE} <= of_unit for of_unit in sexes):
        return None
    common = set.intersection(*map(set, sexes)) - {Sex.TOTAL}
    return Joined(
        parts,
        {unit: {Sex.TOTAL: _total(by_sex), **{sex: by_sex[sex] for sex in common}} for unit, by_sex in by_unit.items()},
    )


def _total(by_sex: BySex) -> list[Observation]:
    """The totals that were told, or the sums of the sexes."""
    if Sex.TOTAL in by_sex:
        return by_sex[Sex.TOTAL]
    count = max(map(len, by_sex.values()))
    layers = ([several[min(number, len(several) - 1)] for several in by_sex.values()] for number in range(count))
    return [evolve(_sum([(figure, 1) for figure in layer], layer[0].unit), sex=Sex.TOTAL) for layer in layers]


def _sum(figures: Sequence[tuple[Observation, Portion]], unit: str) -> Observation:
    """The sum of some observations, all with a denominator or all without, each in part."""
    first = figures[0][0]
    sources = sorted({observation.source for observation, _ in figures if observation.source})
    denominators = [(figure.denominator, part) for figure, part in figures if figure.denominator is not None]
    return evolve(
        first,
        numerator=_count([(figure.numerator, part) for figure, part in figures], unit),
        denominator=_count(denominators, unit) if denominators else None,
        unit=unit,
        status=min((figure.status for figure, _ in figures), key=_LEAST_SURE.index),
        source="; ".join(sources) or None,
        span=first.span if len(figures) == 1 else None,
    )


def _count(parts: Iterable[tuple[Count, Portion]], unit: str) -> Count:
    """The sum of parts of some counts."""
    whole = sum((Fraction(count) * part for count, part in parts), Fraction(0))
    if whole.denominator == 1:
        return whole.numerator
    for places in range(1, _MOST_DECIMALS + 1):
        tenths = whole * 10**places
        if tenths.denominator == 1:
            return Decimal((0, tuple(map(int, str(tenths.numerator))), -places))
    reason = f"what {unit!r} gets is no number of at most {_MOST_DECIMALS} decimals: give shares that divide the counts"
    raise InvalidValueError("shares", str(whole), reason)
