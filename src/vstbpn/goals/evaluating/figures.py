"""The figures an evaluation rests on (số liệu đánh giá): given as observations or added up already, year by year."""

import datetime
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.errors import InvalidValueError, shown
from vstbpn.findings import Finding
from vstbpn.goals.evaluating.covering import months_told
from vstbpn.goals.observing.indicator import Indicator
from vstbpn.goals.observing.observation import Observation, reporting_period
from vstbpn.goals.rolling.aggregate import Aggregate
from vstbpn.goals.rolling.faults import UNNAMED
from vstbpn.goals.rolling.periods import left_open, lies_within, whole_of
from vstbpn.goals.rolling.rollup import roll_up
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import is_share
from vstbpn.values import evolve

Given = Iterable[Observation] | Aggregate
"""Figures of one indicator: observations, or their sum."""

_Observed = tuple[Observation, ...] | Aggregate


class YearTotal(NamedTuple):
    """The sum of the figures of one year (số liệu của năm), and what is wrong with them."""

    aggregate: Aggregate
    findings: tuple[Finding, ...] = ()


class Figures(NamedTuple):
    """The figures of one indicator by year.

    Args:
        by_year: What was observed in each year, in order.
        indicator: What was counted, if that is known.
        named: The indicators the observations name, if they name several.
        period: The period asked for.
        reporting, expected: Where nothing was observed, how many units reported, which is none, of how many.
    """

    by_year: Mapping[int, _Observed]
    indicator: Indicator | None
    named: tuple[str, ...] = ()
    period: ReportingPeriod | None = None
    reporting: int = 0
    expected: int = 0

    def total(self, year: int) -> YearTotal:
        """The sum of a year's figures: of the period asked for, else of the one they are of, or of the whole year.

        Where all are of a school year it is that of the school year. Of terms beside months, quarters and halves the
        calendar's are summed.
        """
        observed = self.by_year[year]
        if isinstance(observed, Aggregate):
            return YearTotal(observed)
        periods = {observation.period for observation in observed}
        if self.period is not None:
            whole = str(self.period)
        else:
            whole = periods.pop() if len(periods) == 1 else whole_of(periods) or f"{year:04}"
        indicators = () if self.indicator is None else (self.indicator,)
        rolled = roll_up(observed, indicators=indicators, period=whole)
        return YearTotal(rolled.total(), rolled.findings)

    def shared(self, target: Target) -> "Figures":
        """The same, known to be of a target's share where that can be told: no part of it is more than the whole."""
        if self.indicator is not None or self.named or not is_share(target.unit) or target.is_change:
            return self
        observed = [one for given in self.by_year.values() if not isinstance(given, Aggregate) for one in given]
        if not observed or any(one.denominator is None for one in observed):
            return self
        return self._replace(indicator=Indicator.of(target, observed[0].indicator or UNNAMED))


def figures_of(
    what: str, given: Given, indicator: Indicator | None, period: ReportingPeriod | None, on: datetime.date | None
) -> Figures:
    """Sort figures by year; those of another indicator, outside the period, or of a time after the day are left out.

    Raises:
        InvalidValueError: They are no observations; it says ``what`` they were to be.
    """
    if isinstance(given, Aggregate):
        return _of_aggregate(given, indicator, period, on)
    by_year: dict[int, list[Observation]] = {}
    named: dict[str, None] = {}
    for observation in _observations(what, given):
        if observation.indicator is not None:
            if indicator is not None and observation.indicator != indicator.id:
                continue
            named[observation.indicator] = None
        if _counts(observation.period, period, on):
            by_year.setdefault(reporting_period(observation.period).year, []).append(observation)
    sorted_years = {year: _named_alike(by_year[year], named) for year in sorted(by_year)}
    return Figures(sorted_years, indicator, tuple(named) if len(named) > 1 else (), period)


def _named_alike(observed: list[Observation], named: Iterable[str]) -> _Observed:
    """Observations that name no indicator are of the one that the others name."""
    ids = tuple(named)
    if len(ids) != 1 or all(observation.indicator is not None for observation in observed):
        return tuple(observed)
    return tuple(evolve(observation, indicator=ids[0]) for observation in observed)


def _of_aggregate(
    given: Aggregate, indicator: Indicator | None, period: ReportingPeriod | None, on: datetime.date | None
) -> Figures:
    own = given.indicator
    named = () if own is None or indicator is None or own.id == indicator.id else (indicator.id, own.id)
    observed: dict[int, _Observed] = {}
    nobody_reported = given.expected > 0 and given.reporting == 0
    if given.period is not None and not nobody_reported and _counts(given.period, period, on):
        observed[reporting_period(given.period).year] = _brought_to(given, period, indicator or own)
    reported = (0, given.expected) if given.period is None or nobody_reported else (0, 0)
    return Figures(observed, indicator or own, named, period, *reported)


def _brought_to(given: Aggregate, asked: ReportingPeriod | None, indicator: Indicator | None) -> Aggregate:
    """A sum as that of the period asked for, with what is missing of it."""
    if asked is None or given.period == str(asked):
        return given
    return evolve(given, period=str(asked), gaps=left_open(str(asked), months_told(given, indicator)))


def _counts(period: str, asked: ReportingPeriod | None, on: datetime.date | None) -> bool:
    """Whether figures of a period lie in the one asked for, and were counted by the day."""
    if asked is None and on is None:
        return True
    own = reporting_period(period)
    if asked is not None and not lies_within(own, asked):
        return False
    return on is None or own.start <= on


def _observations(what: str, given: object) -> Iterable[Observation]:
    if not isinstance(given, Iterable) or isinstance(given, str):
        raise InvalidValueError(what, shown(given), "expected observations, or an Aggregate as RollUp.total gives")
    for observation in given:
        if not isinstance(observation, Observation):
            raise InvalidValueError(what, shown(observation), "expected each to be an Observation")
        yield observation
