"""The figures of each period checked by themselves (kiểm tra số liệu từng kỳ): told once, and going together."""

from collections.abc import Iterable, Mapping, Sequence
from operator import ne

from vstbpn.goals.rolling.faults import Fault
from vstbpn.goals.rolling.gathering import Column, Double
from vstbpn.goals.rolling.rules import FEMALE, MALE, SEXES, TOTAL, BySex, Figure, Rules, added
from vstbpn.goals.rolling.vectors import filled, places, summed

Columns = Mapping[str, Column]
"""The columns of one period, by the value of the sex."""

Several = Mapping[Double, Sequence[Figure]]
"""All figures of one period, sex and place where there are several."""


class Checker:
    """Checks the figures of an indicator period by period; what is wrong joins ``faults``."""

    def __init__(self, rules: Rules, ids: Sequence[str], faults: list[Fault]) -> None:
        self._rules = rules
        self._ids = ids
        self._faults = faults

    def unusable(self, by_period: Mapping[str, Columns], several: Several) -> dict[str, set[int]]:
        """By period, the places of units whose figures cannot be used."""
        wrong: dict[str, set[int]] = {period: set() for period in by_period}
        for (period, sex, place), figures in several.items():
            self._tell("GOL012", place, period, count=str(len(figures)), sex=sex)
            if len(set(figures)) > 1:
                wrong[period].add(place)
        for period, deviating in self._deviating(by_period, several).items():
            for place in deviating:
                self._tell(self._rules.deviation, place, period)
            wrong[period] |= deviating
        for period, columns in by_period.items():
            self._check_split(period, columns, wrong[period])
        return wrong

    def _deviating(self, by_period: Mapping[str, Columns], several: Several) -> dict[str, set[int]]:
        """By period, the places of units without a denominator that is due, or with one that is not."""
        is_due = self._rules.is_due
        found: dict[str, set[int]] = {period: set() for period in by_period}
        for period, columns in by_period.items():
            for told, _, denominators in columns.values():
                if denominators.count(None) != (0 if is_due else told.count(1)):
                    found[period].update(
                        place for place in places(told) if (denominators[place] is not None) is not is_due
                    )
        for (period, _, place), figures in several.items():
            if any((figure.denominator is not None) is not is_due for figure in figures):
                found[period].add(place)
        return found

    def _check_split(self, period: str, columns: Columns, unusable: set[int]) -> None:
        for place in _suspicious(columns, is_due=self._rules.is_due):
            if place not in unusable:
                check_split(self._rules, self._ids[place], period, _figures(place, columns), self._faults)

    def _tell(self, code: str, place: int, period: str, **args: str) -> None:
        self._faults.append(self._rules.fault(code, self._ids[place], args, period))


def check_split(rules: Rules, unit: str, period: str, figures: BySex, faults: list[Fault]) -> None:
    """Tell of sexes that do not make the total they are given with, or are above it where not both are given."""
    total, split = figures[TOTAL], added(figures[sex] for sex in SEXES if sex in figures)
    if FEMALE in figures and MALE in figures:
        agree = split == total
    else:
        agree = split.numerator <= total.numerator and (split.denominator or 0) <= (total.denominator or 0)
    if not agree:
        parts, whole = rules.words(split), rules.words(total)
        faults.append(rules.fault("GOL010", unit, {"parts": parts, "total": whole}, period))


def _suspicious(columns: Columns, *, is_due: bool) -> set[int]:
    """Where a total was told and the sexes do not make it, or where only one was told, are above it."""
    sexes = {sex: columns[sex] for sex in SEXES if sex in columns}
    if TOTAL not in columns or not sexes:
        return set()
    total = columns[TOTAL]
    women, men = (columns[sex].told if sex in columns else bytes(len(total.told)) for sex in (FEMALE, MALE))

    def unlike(whole: Sequence[int], split: Sequence[int]) -> Iterable[int]:
        for place in places(map(ne, whole, split)):
            if total.told[place] and ((women[place] and men[place]) or split[place] > whole[place]):
                yield place

    found = set(unlike(total.numerators, summed([column.numerators for column in sexes.values()])))
    if is_due:
        split = summed([filled(column.denominators) for column in sexes.values()])
        found.update(unlike(filled(total.denominators), split))
    return found


def _figures(place: int, columns: Columns) -> dict[str, Figure]:
    """The figures that were told of at a place."""
    return {
        sex: Figure(numerators[place], denominators[place])
        for sex, (told, numerators, denominators) in columns.items()
        if told[place]
    }
