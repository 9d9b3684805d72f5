"""Which of the periods a unit reported make up a longer one (kỳ báo cáo gộp), and what of it is missing."""

import datetime
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod
from vstbpn.errors import InvalidValueError, shown
from vstbpn.goals.observing.observation import reporting_period
from vstbpn.organisations.units.intervals import plain_day

_KINDS_OF_GAPS = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF)
_KINDS_OF_SCHOOL_GAPS = (PeriodKind.TERM,)


class Cover(NamedTuple):
    """Which figures make the figure of a period (các kỳ được dùng).

    Args:
        chosen: The periods whose figures are used, in order of time, by their ids.
        missing: The stretches of the whole nothing is known of.
        reach: What the figures are of: the months summed, or the month at whose end they were taken.
        checks: Periods that others make up as well: each with the parts that must agree with it.
    """

    chosen: tuple[str, ...]
    missing: tuple[str, ...]
    reach: frozenset[int]
    checks: tuple[tuple[str, tuple[str, ...]], ...]


def day_of(name: str, date: object) -> datetime.date:
    """The day that was given under a name; a datetime is cut to its day.

    Raises:
        InvalidValueError: It is no date.

    >>> day_of("on", datetime.date(2026, 6, 30))
    datetime.date(2026, 6, 30)
    """
    if not isinstance(date, datetime.date):
        raise InvalidValueError(name, shown(date), "expected a day, as in datetime.date(2026, 6, 30)")
    return plain_day(date)


def lies_within(period: ReportingPeriod, whole: ReportingPeriod) -> bool:
    """Whether a period is the whole or a part of it. School years and terms lie in school years alone.

    >>> lies_within(reporting_period("2025-Q2"), reporting_period("2025-H1"))
    True
    """
    if (period.year, period.kind.is_of_schools) != (whole.year, whole.kind.is_of_schools):
        return False
    return whole.first_month <= period.first_month and period.last_month <= whole.last_month


def whole_of(periods: Iterable[str]) -> str | None:
    """The year, or the school year, that all of some periods lie in; None where they lie in several.

    >>> whole_of(["2025-Q1", "2025-H2"]), whole_of(["2025-2026-T1", "2025-2026-T2"]), whole_of(["2025", "2025-2026"])
    ('2025', '2025-2026', None)
    """
    wholes = {(period.kind.is_of_schools, period.year) for period in map(reporting_period, periods)}
    if len(wholes) != 1:
        return None
    is_of_schools, year = wholes.pop()
    return str(ReportingPeriod(kind=PeriodKind.SCHOOL_YEAR if is_of_schools else PeriodKind.YEAR, year=year))


@lru_cache(maxsize=4096)
def sum_of(whole: str, told: frozenset[str]) -> Cover:
    """How periods that were told of add up to a whole: as much of it as can be, from as few and as long ones as can be.

    >>> cover = sum_of("2025", frozenset({"2025-H1", "2025-Q1", "2025-Q2", "2025-Q4"}))
    >>> cover.chosen, cover.missing, cover.checks
    (('2025-H1', '2025-Q4'), ('2025-Q3',), (('2025-H1', ('2025-Q1', '2025-Q2')),))
    """
    given = [reporting_period(period) for period in sorted(told)]
    chosen = _best(reporting_period(whole), given)
    months = frozenset(month for period in chosen for month in months_of(period))
    checks = []
    for period in given:
        others = _best(period, [other for other in given if other != period and lies_within(other, period)])
        if sum(other.months for other in others) == period.months:
            checks.append((str(period), tuple(map(str, others))))
    return Cover(tuple(map(str, chosen)), left_open(whole, months), months, tuple(checks))


@lru_cache(maxsize=4096)
def last_of(whole: str, told: frozenset[str]) -> Cover:
    """Which of the periods that were told of tells how it was last: the one that ends last, of several the longest.

    >>> cover = last_of("2025", frozenset({"2025-H1", "2025-Q2", "2025-Q1"}))
    >>> cover.chosen, cover.missing, cover.checks
    (('2025-H1',), ('2025-H2',), (('2025-H1', ('2025-Q2',)),))
    """
    given = sorted(map(reporting_period, told), key=lambda period: (-period.last_month, -period.months))
    last, *others = [period for period in given if period.last_month == given[0].last_month]
    before = frozenset(range(1, last.last_month + 1))
    checks = tuple((str(last), (str(other),)) for other in others)
    return Cover((str(last),), left_open(whole, before), frozenset({last.last_month}), checks)


def months_of(period: ReportingPeriod) -> range:
    """The numbers of the months of a period, counted from January of its year."""
    return range(period.first_month, period.last_month + 1)


@lru_cache(maxsize=4096)
def left_open(whole: str, months: frozenset[int]) -> tuple[str, ...]:
    """The stretches of a period that some months of it leave open, as halves, quarters and months, or as terms.

    >>> left_open("2025", frozenset({1, 2, 3, 5}))
    ('2025-04', '2025-06', '2025-H2')
    """
    period = reporting_period(whole)
    shorter = (
        ReportingPeriod(kind=kind, year=period.year, number=number)
        for kind in (_KINDS_OF_SCHOOL_GAPS if period.kind.is_of_schools else _KINDS_OF_GAPS)
        for number in range(1, kind.per_year + 1)
    )
    if not months:
        return (whole,)
    return tuple(map(str, _best(period, [part for part in shorter if months.isdisjoint(months_of(part))])))


def _best(whole: ReportingPeriod, given: Iterable[ReportingPeriod]) -> list[ReportingPeriod]:
    """Those of some periods that cover most of a whole without overlapping: the fewest that do, longer ones first."""
    starting: dict[int, list[ReportingPeriod]] = {}
    for period in given:
        starting.setdefault(period.first_month, []).append(period)
    end = whole.last_month + 1
    # From each month on: how many months are covered, by how few periods, and by which.
    best: dict[int, tuple[tuple[int, int], list[ReportingPeriod]]] = {end: ((0, 0), [])}
    for month in reversed(months_of(whole)):
        best[month] = best[month + 1]
        for period in sorted(starting.get(month, ()), key=lambda period: period.months):
            if period.last_month < end:
                (covered, pieces), rest = best[period.last_month + 1]
                rank = (covered + period.months, pieces - 1)
                if rank >= best[month][0]:
                    best[month] = rank, [period, *rest]
    return best[whole.first_month][1]
