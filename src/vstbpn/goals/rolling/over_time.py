"""The figures of all units brought to the whole period (đưa số liệu về cả kỳ): those who told the same, at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import ne
from typing import NamedTuple

from vstbpn.goals.rolling.checking import Columns, check_split
from vstbpn.goals.rolling.faults import Fault
from vstbpn.goals.rolling.gathering import Column, blank
from vstbpn.goals.rolling.makeup import Cells, Makeup, Pattern, makeup_of
from vstbpn.goals.rolling.rules import TOTAL, Figure, Rules
from vstbpn.goals.rolling.vectors import either, filled, mark, marked, places, summed


class _Sums(NamedTuple):
    """What some columns come to, unit by unit; without denominators where none are due."""

    numerators: list[int]
    denominators: list[int] | None

    def figure(self, number: int) -> Figure:
        return Figure(self.numerators[number], None if self.denominators is None else self.denominators[number])

    def unlike(self, other: "_Sums") -> list[int]:
        """Of which units it is not the same as another."""
        found = set(places(map(ne, self.numerators, other.numerators)))
        if self.denominators is not None and other.denominators is not None:
            found.update(places(map(ne, self.denominators, other.denominators)))
        return sorted(found)


class Whole(NamedTuple):
    """What the periods make together (số liệu cả kỳ), of each unit whose figures can be used.

    Args:
        columns: The figures by the value of the sex. The totals stand among them only if one was told, or where they are
            something else than the sums of the sexes.
        missing: By month of the period, of whom there are figures that are not of it: 1 or 0.
        partial: Of whom there are figures that are not of the whole period, or not those of each sex: 1 or 0.
    """

    columns: dict[str, Column]
    missing: dict[int, bytearray]
    partial: bytearray


def bring_together(
    rules: Rules,
    by_period: Mapping[str, Columns],
    unusable: Mapping[str, set[int]],
    ids: Sequence[str],
    faults: list[Fault],
) -> Whole:
    """What the periods make together.

    Args:
        rules: What the indicator asks.
        by_period: What was told.
        unusable: By period, the places whose figures cannot be used.
        ids: The ids of the units.
        faults: What is wrong with what they make joins these.
    """
    size = len(ids)
    needs_total = rules.share_of is not None or any(TOTAL in columns for columns in by_period.values())
    groups = _groups(by_period, unusable, size)
    whole = Whole({TOTAL: blank(size)} if needs_total else {}, {}, bytearray(size))
    for pattern, where in groups:
        makeup = makeup_of(rules, pattern)
        _tell_missing(rules, makeup, map(ids.__getitem__, where), faults)
        if makeup.gaps and makeup.cells:
            mark(whole.partial, where)
        for month in makeup.missing:
            if month not in whole.missing:
                whole.missing[month] = bytearray(size)
            mark(whole.missing[month], where)
        if len(groups) == 1:
            # Where all told the same, whole columns are added: who told nothing has 0 in each.
            alike = _Alike(rules, by_period, None, ids, needs_total=needs_total)
            told = either([column.told for columns in by_period.values() for column in columns.values()], size)
            whole.columns.update((sex, _column(told, sums)) for sex, sums in alike.whole(makeup).items())
        else:
            alike = _Alike(rules, by_period, where, [ids[place] for place in where], needs_total=needs_total)
            for sex, sums in alike.whole(makeup).items():
                if sex not in whole.columns:
                    whole.columns[sex] = blank(size)
                _put(whole.columns[sex], where, sums)
        alike.check(makeup, faults)
    return whole


def _groups(
    by_period: Mapping[str, Columns], unusable: Mapping[str, set[int]], size: int
) -> list[tuple[Pattern, list[int]]]:
    """The places of units with any figures, by what they told."""
    # Most columns are told by the same units, and need not be told apart.
    flags: dict[bytes, int] = {}
    told = {
        (period, sex): flags.setdefault(bytes(column.told), len(flags))
        for period, columns in by_period.items()
        for sex, column in columns.items()
    }
    useless = {
        period: flags.setdefault(bytes(marked(where, size)), len(flags)) for period, where in unusable.items() if where
    }
    groups: dict[tuple[int, ...], list[int]] = defaultdict(list)
    if len(flags) == 1:
        groups[1,] = places(next(iter(flags)))
    else:
        for place, tag in enumerate(zip(*flags, strict=True)):
            groups[tag].append(place)
    return [(_pattern(tag, told, useless), where) for tag, where in groups.items() if any(tag) and where]


def _pattern(tag: tuple[int, ...], told: Mapping[tuple[str, str], int], useless: Mapping[str, int]) -> Pattern:
    by_period: dict[str, set[str]] = {}
    for (period, sex), number in told.items():
        if tag[number]:
            by_period.setdefault(period, set()).add(sex)
    unusable = frozenset(period for period, number in useless.items() if tag[number])
    return Pattern({period: frozenset(sexes) for period, sexes in by_period.items()}, unusable)


class _Alike:
    """The figures of units that told the same.

    Args:
        rules: What the indicator asks.
        by_period: The figures of all units.
        where: The places of these; None for all.
        units: Their ids.
        needs_total: Whether totals are asked for that are the sums of the sexes.
    """

    def __init__(
        self,
        rules: Rules,
        by_period: Mapping[str, Columns],
        where: Sequence[int] | None,
        units: Sequence[str],
        *,
        needs_total: bool,
    ) -> None:
        self._rules = rules
        self._by_period = by_period
        self._where = where
        self._units = units
        self._needs_total = needs_total

    def whole(self, makeup: Makeup) -> dict[str, _Sums]:
        """What they come to by sex."""
        whole = {sex: self._sums(cells) for sex, cells in makeup.cells.items()}
        if whole and self._needs_total and TOTAL not in whole:
            whole[TOTAL] = _added(whole.values())
        if whole and self._rules.share_of is not None:
            of_all = whole[TOTAL].numerators
            whole = {sex: _Sums(sums.numerators, of_all) for sex, sums in whole.items()}
            whole[TOTAL] = whole[self._rules.share_of]
        return whole

    def check(self, makeup: Makeup, faults: list[Fault]) -> None:
        """Tell of periods that do not come to the same, and of sexes of other periods than the total they do not make."""
        told: set[int] = set()
        for check in makeup.checks:
            whole, parts = self._sums(check.whole), self._sums(check.parts)
            # That a total does not agree follows from its parts, and would be told again of each.
            for number in set(whole.unlike(parts)) - told:
                told.add(number)
                words = {
                    "parts": self._rules.words(parts.figure(number)),
                    "whole": self._rules.words(whole.figure(number)),
                }
                faults.append(self._rules.fault("GOL016", self._units[number], words, check.period))
        if makeup.compared:
            total, split = (
                self._sums(makeup.cells[TOTAL]),
                {sex: self._sums(makeup.cells[sex]) for sex in makeup.compared},
            )
            for number in total.unlike(_added(split.values())):
                figures = {TOTAL: total.figure(number), **{sex: sums.figure(number) for sex, sums in split.items()}}
                check_split(self._rules, self._units[number], self._rules.period, figures, faults)

    def _sums(self, cells: Cells) -> _Sums:
        columns = [self._by_period[period][sex] for period, sex in cells]
        numerators = summed([self._chosen(column.numerators) for column in columns])
        if not self._rules.is_due:
            return _Sums(numerators, None)
        return _Sums(numerators, summed([self._chosen(filled(column.denominators)) for column in columns]))

    def _chosen(self, column: list[int]) -> list[int]:
        return column if self._where is None else list(map(column.__getitem__, self._where))


def _added(several: Iterable[_Sums]) -> _Sums:
    numerators, denominators = zip(*several, strict=True)
    return _Sums(summed(numerators), None if denominators[0] is None else summed(denominators))


def _tell_missing(rules: Rules, makeup: Makeup, units: Iterable[str], faults: list[Fault]) -> None:
    """Tell of gaps in the whole period, and of shares a sex is missing for."""
    words = [("GOL015", {"missing": ", ".join(gap)}) for gap in makeup.gaps]
    if makeup.lacking is not None:
        words.append(("GOL014", {"sex": makeup.lacking}))
    if words:
        faults += [rules.fault(code, unit, args) for unit in units for code, args in words]


def _column(told: bytearray, sums: _Sums) -> Column:
    denominators = [0] * len(told) if sums.denominators is None else sums.denominators
    return Column(told, sums.numerators, denominators)


def _put(column: Column, where: Sequence[int], sums: _Sums) -> None:
    """Put the figures of some units in a column."""
    mark(column.told, where)
    for place, numerator in zip(where, sums.numerators, strict=True):
        column.numerators[place] = numerator
    if sums.denominators is not None:
        for place, denominator in zip(where, sums.denominators, strict=True):
            column.denominators[place] = denominator
