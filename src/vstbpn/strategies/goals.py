"""Strategies of goals: targets, goals, observations."""

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.dates import YearRange
from vstbpn.goals.goal import Goal
from vstbpn.goals.observation import Observation, Sex
from vstbpn.goals.target import Target
from vstbpn.strategies.values import places
from vstbpn.strategies.words import GOAL_TITLES, MEASURED, MOVED, QUALITATIVE, SHARED_BY
from vstbpn.values import evolve
from vstbpn.vocabulary import Comparator, Direction

_WHOLE = Decimal(100)
_SINGLE = tuple(comparator for comparator in Comparator if comparator is not Comparator.BETWEEN)


def targets() -> SearchStrategy[Target]:
    """Targets (chỉ tiêu): shares, levels to be moved to, changes, ratios, words without a figure; ``parse`` reads each back.

    Whom a target is about is drawn from phrases without figures and without years: those would be read as parts of the
    target.

    Use: ``@given(strategies.targets())``.
    """
    return st.one_of(_shares(), _moves(), _changes(), _ratios(), _qualitative()).flatmap(_dated).flatmap(_placed)


def _percentages() -> SearchStrategy[Decimal]:
    return st.integers(1, 1000).map(lambda tenths: Decimal(tenths) / 10)


def _levels(comparator: Comparator) -> SearchStrategy[Decimal]:
    """Percentages to compare with: "trên 100%" is said of the whole, which nothing is more than."""
    return _percentages().filter(lambda value: comparator is not Comparator.MORE_THAN or value < _WHOLE)


@st.composite
def _shares(draw: DrawFn) -> Target:
    whom = draw(st.sampled_from(SHARED_BY))
    if draw(st.integers(0, 5)) == 0:
        low, high = sorted(draw(st.lists(_percentages(), min_size=2, max_size=2, unique=True)))
        return Target(comparator=Comparator.BETWEEN, value=low, value_max=high, unit="%", population=whom)
    comparator = draw(st.sampled_from(_SINGLE))
    return Target(comparator=comparator, value=draw(_levels(comparator)), unit="%", population=whom)


@st.composite
def _moves(draw: DrawFn) -> Target:
    """Levels to be raised or lowered to, from a baseline on the other side or from wherever they are."""
    low, high = sorted(
        draw(st.lists(_percentages().filter(lambda value: value < _WHOLE), min_size=2, max_size=2, unique=True))
    )
    direction = draw(st.sampled_from(list(Direction)))
    value, baseline = (low, high) if direction is Direction.LOWER else (high, low)
    return Target(
        comparator=draw(st.sampled_from(_SINGLE)),
        value=value,
        unit="%",
        direction=direction,
        population=draw(st.sampled_from(MOVED)),
        baseline=draw(st.sampled_from([None, baseline])),
    )


@st.composite
def _changes(draw: DrawFn) -> Target:
    comparator = draw(st.sampled_from(_SINGLE))
    return Target(
        comparator=comparator,
        value=draw(_levels(comparator)),
        unit="%",
        direction=draw(st.sampled_from(list(Direction))),
        is_change=True,
        population=draw(st.sampled_from(MOVED)),
    )


@st.composite
def _ratios(draw: DrawFn) -> Target:
    comparator = draw(st.sampled_from(_SINGLE))
    return Target(
        comparator=comparator,
        value=draw(_levels(comparator)),
        unit=draw(st.sampled_from(["/100", "/100.000"])),
        population=draw(st.sampled_from(MEASURED)),
    )


def _qualitative() -> SearchStrategy[Target]:
    return st.sampled_from(QUALITATIVE).map(
        lambda words: Target(comparator=Comparator.EQUAL, value=None, population=words)
    )


@st.composite
def _dated(draw: DrawFn, target: Target) -> Target:
    year = draw(st.none() | st.integers(2010, 2045))
    if year is not None and draw(st.booleans()):
        return evolve(target, period=YearRange(start=year, end=year + 4), year=year + 4)
    return evolve(target, year=year)


@st.composite
def _placed(draw: DrawFn, target: Target) -> Target:
    return evolve(target, text=str(target), span=draw(places()))


@st.composite
def goals(draw: DrawFn, *, measurable: bool = False) -> Goal:
    """Goals (mục tiêu) with one to three targets, or with words alone.

    Where they are to be ``measurable``, each has a target with a figure.

    Use: ``@given(strategies.goals())``.
    """
    fewest = 1 if measurable else 0
    wanted = targets().filter(lambda target: target.value is not None) if measurable else targets()
    return Goal(
        marker=draw(st.none() | st.integers(1, 20).map("Mục tiêu {}".format)),
        title=draw(st.sampled_from(GOAL_TITLES)),
        targets=tuple(draw(st.lists(wanted, min_size=fewest, max_size=3))),
        qualitative=tuple(draw(st.lists(st.sampled_from(QUALITATIVE), max_size=1))),
        span=draw(places()),
    )


@st.composite
def observations(draw: DrawFn, *, period: SearchStrategy[str] | None = None) -> Observation:
    """Observations (số liệu): counts of which the numerator is no larger than the denominator, or plain counts.

    Periods are drawn from ``period``; by default they are years.

    Use: ``@given(strategies.observations(period=st.just("2025")))``.
    """
    denominator = draw(st.none() | st.integers(1, 100_000))
    return Observation(
        numerator=draw(st.integers(0, 100_000 if denominator is None else denominator)),
        denominator=denominator,
        period=draw(st.integers(2015, 2035).map(str) if period is None else period),
        unit=draw(st.sampled_from(["so-y-te", "truong-mam-non-hoa-sen", "phuong-hoa-lu"])),
        sex=draw(st.sampled_from(list(Sex))),
        source=draw(st.sampled_from([None, "báo cáo năm"])),
        span=draw(places()),
    )
