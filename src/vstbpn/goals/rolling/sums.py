"""The figures of an indicator added up along a row of units (cộng dồn theo dãy), so that any stretch of it is one subtraction.

The units stand in one row, each before those under it: a unit and all below it are one stretch, and its sum is the
difference of two running sums.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, compress
from operator import and_, gt
from typing import NamedTuple, cast

from vstbpn.goals.observing.indicator import Indicator
from vstbpn.goals.observing.observation import Sex, reporting_period
from vstbpn.goals.rolling.aggregate import Aggregate, Number, Part
from vstbpn.goals.rolling.gathering import Column
from vstbpn.goals.rolling.periods import left_open, months_of
from vstbpn.goals.rolling.rules import SEXES
from vstbpn.organisations.figures.figures import Amounts

Running = Sequence[int]
"""Running sums, beginning with 0."""

_LARGEST = 2**63
"""What no longer fits into eight bytes."""


class Settled(NamedTuple):
    """The figures of an indicator that can be used, by place (số liệu dùng được).

    Args:
        told: Of whom there are any: 1 or 0.
        total: The totals; None where they are the sums of the sexes throughout.
        sexes: The parts of each sex, by its value.
        given: Who told anything, whether it can be used or not.
        has_denominators: Whether there are denominators.
        missing: By month of the period, of whom there are figures that are not of it: 1 or 0.
        partial: Of whom there are figures that are not of the whole period, or not those of each sex: 1 or 0.
    """

    told: bytearray
    total: Column | None
    sexes: Mapping[str, Column]
    given: bytearray
    has_denominators: bool
    missing: Mapping[int, bytearray]
    partial: bytearray


class Asked(NamedTuple):
    """What is asked about (chỉ số và kỳ cần tổng hợp).

    Args:
        number: The place of the indicator among all.
        key: Its id, None where observations name none.
        indicator: The indicator, None where nothing is known of it.
        period: The period, by its id.
    """

    number: int
    key: str | None
    indicator: Indicator | None
    period: str

    @property
    def share_of(self) -> str | None:
        """The value of the sex whose share it is, if it is one."""
        if self.indicator is None or self.indicator.share_of is None:
            return None
        return str(self.indicator.share_of.value)


class _Sum(NamedTuple):
    """The running sums of a column: who told, the numerators, and the denominators if there are any."""

    told: Running
    numerators: Running
    denominators: Running | None


class Shared:
    """The running sums of who is expected, which are the same for many indicators."""

    def __init__(self) -> None:
        self._made: tuple[bytearray, Running] | None = None

    def running(self, flags: bytearray) -> Running:
        """The running sums of some flags; of the same ones as the last time they are kept."""
        if self._made is None or self._made[0] is not flags:
            self._made = flags, running(flags)
        return self._made[1]


class Sums:
    """The sums of one indicator over any stretch of a row of units.

    Args:
        asked: What is asked about.
        settled: The figures.
        expected: Who of all units is expected to report.
        units: How counts of numerators and of denominators are given back.
        row: Of which places the figures are, where few units told any; None for all.
        shared: Where sums over all units are shared.
    """

    __slots__ = (
        "_asked",
        "_came",
        "_due",
        "_everybody",
        "_expected",
        "_open",
        "_partial",
        "_reporting",
        "_row",
        "_sexes",
        "_told",
        "_total",
        "_units",
    )

    def __init__(  # noqa: PLR0917  # As its parts come.
        self,
        asked: Asked,
        settled: Settled,
        expected: bytearray,
        units: tuple[Amounts, Amounts],
        row: Sequence[int] | None,
        shared: Shared,
    ) -> None:
        self._row = row
        self._everybody: bytearray | None = None
        everybody, expected = expected, expected if row is None else bytearray(map(expected.__getitem__, row))
        reporting = settled.told if settled.told == expected else bytearray(map(and_, settled.told, expected))
        flags = _Flags()
        self._asked = asked
        self._units = units
        self._due = bytes(map(gt, expected, reporting))
        self._partial = bytes(settled.partial)
        self._told = flags.running(settled.told)
        self._reporting = flags.running(reporting)
        self._came = bytes(reporting)
        if row is None or everybody.count(1) == expected.count(1):
            self._expected = flags.running(expected)
        else:
            # Others are expected than those few who told of it.
            self._everybody, self._expected = everybody, shared.running(everybody)
        self._open = {month: flags.running(lacking) for month, lacking in settled.missing.items()}

        def added(column: Column) -> _Sum:
            denominators = running(column.denominators) if settled.has_denominators else None
            return _Sum(flags.running(column.told), running(column.numerators), denominators)

        self._total = None if settled.total is None else added(settled.total)
        self._sexes = {sex: added(settled.sexes[sex]) for sex in SEXES if sex in settled.sexes}

    def aggregate(self, unit: str | None, start: int, end: int) -> Aggregate:
        """What a stretch of the row comes to."""
        expected = self._expected[end] - self._expected[start] if self._everybody is not None else None
        start, end = self._within(start, end)
        reporting = self._reporting[end] - self._reporting[start]
        if expected is None:
            expected = self._expected[end] - self._expected[start]
        indicator = self._asked.indicator
        if self._told[end] == self._told[start]:
            return Aggregate(indicator=indicator, unit=unit, reporting=reporting, expected=expected)
        sexes = {sex: _between(sum_, start, end) for sex, sum_ in self._sexes.items()}
        if self._total is None:
            counts = list(sexes.values())
            numerator = sum(count for _, count, _ in counts)
            denominator = None if counts[0][2] is None else sum(count or 0 for _, _, count in counts)
        else:
            _, numerator, denominator = _between(self._total, start, end)
        return Aggregate(
            indicator=indicator,
            period=self._asked.period,
            unit=unit,
            numerator=self._number(0, numerator),
            denominator=None if denominator is None else self._number(1, denominator),
            parts=tuple(
                Part(
                    sex=Sex.of(sex),
                    numerator=self._number(0, of_sex),
                    denominator=None if out_of is None else self._number(1, out_of),
                    reporting=told,
                )
                for sex, (told, of_sex, out_of) in sexes.items()
                if told
            ),
            reporting=reporting,
            expected=expected,
            gaps=self._gaps(start, end),
        )

    def _gaps(self, start: int, end: int) -> tuple[str, ...]:
        """The stretches of the period that figures of some unit of a stretch of the row are missing of."""
        missing = {month for month, running in self._open.items() if running[end] > running[start]}
        if not missing:
            return ()
        period = self._asked.period
        return left_open(period, frozenset(months_of(reporting_period(period))) - missing)

    def missing(self, ids: Sequence[str], start: int, end: int) -> tuple[str, ...]:
        """Who of a stretch of the row was expected to report and has no figure that can be used."""
        first, last = self._within(start, end)
        if self._row is None:
            return tuple(compress(ids[start:end], self._due[start:end]))
        row = self._row[first:last]
        if self._everybody is None:
            return tuple(ids[place] for place in compress(row, self._due[first:last]))
        due = self._everybody[start:end]
        for place in compress(row, self._came[first:last]):
            due[place - start] = 0
        return tuple(compress(ids[start:end], due))

    def _within(self, start: int, end: int) -> tuple[int, int]:
        """From where to where the figures of a stretch of all units are."""
        return (start, end) if self._row is None else (bisect_left(self._row, start), bisect_left(self._row, end))

    def incomplete(self, ids: Sequence[str], start: int, end: int) -> tuple[str, ...]:
        """Who of a stretch of the row has figures that can be used, and not of the whole period."""
        start, end = self._within(start, end)
        whose = ids[start:end] if self._row is None else [ids[place] for place in self._row[start:end]]
        return tuple(compress(whose, self._partial[start:end]))

    def _number(self, which: int, count: int) -> Number:
        # Counts are whole numbers or decimals, so that their sums are too.
        return cast("Number", self._units[which].number(count))


class _Flags:
    """Running sums of flags: most columns of an indicator are told by the same units, so that one will do for all."""

    def __init__(self) -> None:
        self._made: list[tuple[bytearray, Running]] = []

    def running(self, flags: bytearray) -> Running:
        for made, sums in self._made:
            if made == flags:
                return sums
        sums = running(flags)
        self._made.append((flags, sums))
        return sums


def _between(sum_: _Sum, start: int, end: int) -> tuple[int, int, int | None]:
    told, numerators, denominators = sum_
    out_of = None if denominators is None else denominators[end] - denominators[start]
    return told[end] - told[start], numerators[end] - numerators[start], out_of


def running(counts: Iterable[int]) -> Running:
    """The running sums of some counts, in as little room as they need.

    >>> running([3, 4]).tolist()
    [0, 3, 7]
    """
    sums = list(accumulate(counts, initial=0))
    return sums if sums[-1] >= _LARGEST else array("q", sums)
