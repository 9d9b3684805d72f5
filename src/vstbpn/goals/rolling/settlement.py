"""The figures of all units for one indicator (số liệu của một chỉ số), settled."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import gt
from typing import NamedTuple

from vstbpn.goals.observing.indicator import Collection
from vstbpn.goals.observing.observation import Count
from vstbpn.goals.rolling.amounts import in_parts, writer
from vstbpn.goals.rolling.checking import Checker, Columns
from vstbpn.goals.rolling.faults import UNNAMED, Fault
from vstbpn.goals.rolling.gathering import Column, Double
from vstbpn.goals.rolling.over_time import bring_together
from vstbpn.goals.rolling.rules import SEXES, TOTAL, Figure, Rules, added
from vstbpn.goals.rolling.sums import Asked, Settled
from vstbpn.goals.rolling.vectors import either, places
from vstbpn.goals.targets.units import SHARES
from vstbpn.organisations.figures.figures import Amounts

Doubles = Mapping[Double, Sequence[tuple[Count, Count | None]]]
"""All figures of one period, sex and place where there are several, as they were told."""


class Settlement(NamedTuple):
    """The figures of one indicator, settled over all units (số liệu đã kiểm tra).

    Args:
        settled: Those that can be used.
        units: How counts of numerators and of denominators are given back.
        faults: What is wrong with the figures.
    """

    settled: Settled
    units: tuple[Amounts, Amounts]
    faults: list[Fault]


def settle(asked: Asked, by_period: Mapping[str, Columns], doubles: Doubles, ids: Sequence[str]) -> Settlement:
    """The figures of one indicator, checked and brought to the whole period; counts are put in parts of one size."""
    columns = [column for of_period in by_period.values() for column in of_period.values()]
    told = [figure for figures in doubles.values() for figure in figures]
    counted, against = [count for count, _ in told], [count for _, count in told]
    numerators = in_parts([*(column.numerators for column in columns), counted])
    denominators = in_parts([*(column.denominators for column in columns), against])
    # Of the share of a sex all counts are numerators.
    units = (numerators, numerators if asked.share_of else denominators)
    figures: Iterator[Figure] = map(Figure, counted, against)  # type: ignore[arg-type]  # They are whole numbers of parts now.
    several = {double: [next(figures) for _ in given] for double, given in doubles.items()}
    rules, faults = _rules(asked, columns, several, units), list[Fault]()
    unusable = Checker(rules, ids, faults).unusable(by_period, several)
    whole, missing, partial = bring_together(rules, by_period, unusable, ids, faults)
    _tell_above(rules, whole, ids, faults)
    size = len(ids)
    settled = Settled(
        told=whole[TOTAL].told if TOTAL in whole else either([column.told for column in whole.values()], size),
        total=whole.get(TOTAL),
        sexes={sex: whole[sex] for sex in SEXES if sex in whole},
        given=either([column.told for column in columns], size),
        missing=missing,
        partial=partial,
        has_denominators=rules.is_due or rules.share_of is not None,
    )
    return Settlement(settled, units, faults)


def _rules(
    asked: Asked,
    columns: Sequence[Column],
    several: Mapping[Double, Sequence[Figure]],
    units: tuple[Amounts, Amounts],
) -> Rules:
    indicator = asked.indicator
    if indicator is None:
        is_due = _have_denominators(columns, several)
    else:
        is_due = indicator.scale is not None and indicator.share_of is None
    return Rules(
        number=asked.number,
        name=asked.key or UNNAMED,
        period=asked.period,
        is_due=is_due,
        share_of=asked.share_of,
        is_share=indicator is not None and indicator.unit in SHARES,
        is_last=indicator is not None and indicator.collection is Collection.END,
        parts=(units[0].parts, units[1].parts),
        write=(writer(units[0]), writer(units[1])),
    )


def _have_denominators(columns: Sequence[Column], several: Mapping[Double, Sequence[Figure]]) -> bool:
    """Whether at least as many units give denominators throughout as give none.

    Which of several figures came first is chance, so all of them are asked.
    """
    without = [column.denominators.count(None) for column in columns]
    again = {figure.denominator is None for figures in several.values() for figure in figures}
    if not any(without) and True not in again:
        return bool(columns)
    if False not in again and all(
        count == column.told.count(1) for count, column in zip(without, columns, strict=True)
    ):
        return False
    having: dict[int, set[bool]] = {}
    for told, _, denominators in columns:
        for place in compress(range(len(told)), told):
            having.setdefault(place, set()).add(denominators[place] is not None)
    for (_, _, place), figures in several.items():
        having[place].update(figure.denominator is not None for figure in figures)
    votes = list(having.values())
    return votes.count({True}) >= votes.count({False})


def _tell_above(rules: Rules, whole: Mapping[str, Column], ids: Sequence[str], faults: list[Fault]) -> None:
    """Tell of units that their total, or else the first sex of which it is so, has a numerator above its denominator."""
    # Of the share of a sex there is nothing else than what its total says.
    looked_at = [TOTAL] if rules.share_of is not None else [TOTAL, *SEXES]
    columns = {sex: whole[sex] for sex in looked_at if sex in whole}
    for place in _above(rules, columns.values()):
        figures = {
            sex: Figure(column.numerators[place], column.denominators[place])
            for sex, column in columns.items()
            if column.told[place]
        }
        if TOTAL not in figures:
            figures = {TOTAL: added(figures.values()), **figures}
        above = next(figure for figure in figures.values() if rules.is_above(figure))
        numerator, denominator = rules.numbers(above)
        faults.append(rules.fault("GOL011", ids[place], {"numerator": numerator, "denominator": denominator}))


def _above(rules: Rules, columns: Iterable[Column]) -> set[int]:
    """The places with a numerator above its denominator, where it is a share."""
    above: set[int] = set()
    if not rules.is_share:
        return above
    for column in columns:
        numerators, denominators = column.numerators, column.denominators
        if rules.parts[0] != rules.parts[1]:
            numerators = [count * rules.parts[1] for count in numerators]
            denominators = [count * rules.parts[0] for count in denominators]
        # Hardly ever is one above, so that places are looked for only then.
        if any(map(gt, numerators, denominators)):
            above.update(places(map(gt, numerators, denominators)))
    return above
