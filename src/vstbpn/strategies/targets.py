"""Strategies of targets: every shape one can have, in words that are read back in both languages."""

import re
from decimal import Decimal
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.dates import YearRange
from vstbpn.goals.targets.target import Target
from vstbpn.strategies.values import places
from vstbpn.strategies.words import (
    COUNTED,
    COUNTED_BY,
    COUNTED_YEARLY,
    MEASURED,
    MOVED,
    QUALITATIVE,
    RELATED,
    SHARED,
    SHARED_BY,
)
from vstbpn.values import evolve
from vstbpn.vocabulary import Comparator, Direction, When

_WHOLE = Decimal(100)
_MOST = 10**15 - 1
_SINGLE = tuple(
    comparator for comparator in Comparator if comparator not in {Comparator.BETWEEN, Comparator.QUALITATIVE}
)
_RATES = ("/100", "/1.000", "/10.000", "/100.000", "/1.000.000")
_YEARS = st.integers(2010, 2045)
_PERIODS = st.builds(lambda start, length: YearRange(start=start, end=start + length), _YEARS, st.integers(1, 10))


# How far up or down a figure is to be moved is told from the good side: nobody plans to lower something to more than 5%.
_MOVED_TO = {
    Direction.RAISE: tuple(one for one in _SINGLE if one not in {Comparator.AT_MOST, Comparator.LESS_THAN}),
    Direction.LOWER: tuple(one for one in _SINGLE if one not in {Comparator.AT_LEAST, Comparator.MORE_THAN}),
}
_UNWANTED = re.compile(r"bỏ học|tảo hôn|suy dinh dưỡng|tử vong|giới tính khi sinh|làm việc nhà|^bạo lực")


class _Measure(NamedTuple):
    """What a figure is in, how large it may be, and whom it is about; ``counts`` where things are counted."""

    unit: str
    largest: int
    decimals: int
    whom: str | None
    is_behind: bool = False
    counts: bool = False


def targets() -> SearchStrategy[Target]:
    """Targets (chỉ tiêu) of every shape; ``parse`` reads each back, from Vietnamese and from English.

    Shares, fractions, rates, ratios and counts; levels, ranges, levels to be moved to with and without a baseline, sizes
    of changes; by a year, in a period, in each year, from a year on, at no time named; and words without a figure. Whom
    they are about is drawn from what plans say, among them groups with a threshold ("con dưới 16 tuổi"), names with
    capitals, and nobody. So much a year ("buổi/năm") is due in each year.

    Use: ``@given(strategies.targets())``.
    """
    return measured_targets() | qualitative_targets()


def measured_targets() -> SearchStrategy[Target]:
    """Targets with a figure."""
    return _measured().flatmap(_dated).flatmap(_placed)


def qualitative_targets() -> SearchStrategy[Target]:
    """Targets in words alone."""
    words = st.sampled_from(QUALITATIVE)
    made = words.map(lambda told: Target(comparator=Comparator.QUALITATIVE, value=None, population=told))
    return made.flatmap(_dated).flatmap(_placed)


@st.composite
def _shares(draw: DrawFn) -> _Measure:
    """Shares and fractions: of a group told behind them, or of what stands before them."""
    unit = draw(st.sampled_from(["%", "%", "‰", "/2", "/3", "/4", "/10"]))
    largest, decimals = (100, draw(st.integers(0, 6))) if unit in "%‰" else (int(unit[1:]) - 1, 0)
    if draw(st.booleans()):
        return _Measure(unit, largest, decimals, draw(st.sampled_from((None, *SHARED_BY))), is_behind=True)
    return _Measure(unit, largest, decimals, draw(st.sampled_from((*MOVED, *SHARED))))


@st.composite
def _rates(draw: DrawFn) -> _Measure:
    """Rates out of so many, and ratios of one thing to another."""
    unit = draw(st.sampled_from((*_RATES, *RELATED)))
    return _Measure(unit, 9999, draw(st.integers(0, 3)), draw(st.sampled_from((None, *RELATED.get(unit, MEASURED)))))


@st.composite
def _counts(draw: DrawFn) -> _Measure:
    """Things counted: those that words behind them tell, or those of a place or office."""
    largest = draw(st.sampled_from((20, 5_000, 2_000_000, _MOST)))
    if draw(st.booleans()):
        noun = draw(st.sampled_from(tuple(COUNTED)))
        whom = draw(st.sampled_from((None, *COUNTED[noun])))
        return _Measure(noun, largest, 0, whom, is_behind=True, counts=True)
    noun = draw(st.sampled_from((*COUNTED, *COUNTED_YEARLY)))
    return _Measure(noun, largest, 0, draw(st.sampled_from(COUNTED_BY)), counts=True)


@st.composite
def _measured(draw: DrawFn) -> Target:
    """A level, a range, a move or a change, as there are one, two or three figures for it."""
    measure = draw(_shares() | _rates() | _counts())
    figures = sorted(draw(_figures(measure)))
    direction = draw(st.none() | st.sampled_from(_directions(measure.whom)))
    baseline = None
    if direction is not None and not measure.counts and len(figures) > 1 and draw(st.booleans()):
        baseline = figures.pop(0 if direction is Direction.RAISE else -1)
    is_change = direction is not None and baseline is None and (measure.counts or draw(st.booleans()))
    is_range = len(figures) > 1
    single = _SINGLE if direction is None else _MOVED_TO[Direction.RAISE if is_change else direction]
    comparator = Comparator.BETWEEN if is_range else draw(st.sampled_from(single))
    if comparator is Comparator.MORE_THAN and figures[0] == _WHOLE and not is_change:
        comparator = Comparator.AT_LEAST  # No share is more than the whole.
    return Target(
        comparator=comparator,
        value=figures[0],
        value_max=figures[-1] if is_range else None,
        unit=measure.unit,
        direction=direction,
        is_change=is_change,
        population=measure.whom,
        when=When.EACH_YEAR if measure.unit in COUNTED_YEARLY else When.BY,
        baseline=baseline,
        text=f"1 {measure.unit} {measure.whom}" if measure.is_behind else "",
    )


def _directions(whom: str | None) -> tuple[Direction, ...]:
    """Where it may be wanted: what does harm is to go down, and what does good up."""
    if whom is None:
        return tuple(Direction)
    return (Direction.LOWER if _UNWANTED.search(whom) else Direction.RAISE,)


def _figures(measure: _Measure) -> SearchStrategy[list[Decimal]]:
    scale = 10**measure.decimals
    figure = st.integers(1, measure.largest * scale).map(lambda number: Decimal(number) / scale)
    return st.lists(figure, min_size=1, max_size=3, unique=True)


@st.composite
def _dated(draw: DrawFn, target: Target) -> Target:
    period = draw(st.none() | _PERIODS)
    if period is not None:
        when = draw(st.sampled_from((target.when, When.EACH_YEAR)))
        return evolve(target, period=period, year=period.end, when=when)
    year = draw(st.none() | _YEARS)
    later = (When.EACH_YEAR,) if year is None else (When.EACH_YEAR, When.ONWARDS)
    return evolve(target, year=year, when=draw(st.sampled_from((target.when, *later))))


@st.composite
def _placed(draw: DrawFn, target: Target) -> Target:
    return evolve(target, text=str(target), span=draw(places()))
