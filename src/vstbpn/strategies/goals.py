"""Strategies of goals, and of what is observed."""

import datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.goals.evaluating.evaluation import Evaluation
from vstbpn.goals.evaluating.judging import evaluate
from vstbpn.goals.observing.indicator import Collection, Indicator
from vstbpn.goals.observing.observation import Observation, ObservationStatus, Sex
from vstbpn.goals.rolling.aggregate import Aggregate, Part
from vstbpn.goals.rolling.rollup import roll_up
from vstbpn.goals.targets.goal import Goal
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import is_count
from vstbpn.strategies.targets import measured_targets, qualitative_targets, targets
from vstbpn.strategies.values import places
from vstbpn.strategies.words import GOAL_TITLES
from vstbpn.vocabulary import Comparator, Direction

_INDICATORS = (
    ("tỷ lệ cơ quan có lãnh đạo chủ chốt là nữ", "%", None),
    ("tỷ lệ nữ thạc sĩ", "%", Sex.FEMALE),
    ("tỷ số giới tính khi sinh", "/100", None),
    ("số câu lạc bộ", "câu lạc bộ", None),
)


@st.composite
def goals(draw: DrawFn, *, measurable: bool = False) -> Goal:
    """Goals (mục tiêu) with one to three targets, or with words alone.

    Where they are to be ``measurable``, each has a target with a figure.

    Use: ``@given(strategies.goals())``.
    """
    return Goal(
        marker=draw(st.none() | st.integers(1, 20).map("Mục tiêu {}".format)),
        title=draw(st.sampled_from(GOAL_TITLES)),
        targets=tuple(
            draw(st.lists(measured_targets().filter(_is_clear), min_size=1 if measurable else 0, max_size=3))
        ),
        qualitative=tuple(draw(st.lists(qualitative_targets(), max_size=1))),
        span=draw(places()),
    )


def _is_clear(target: Target) -> bool:
    """Whether words tell it to be a target among others: a number of things ("đạt 20 hộ") may as well be a fact."""
    return target.comparator is not Comparator.EQUAL or not is_count(target.unit)


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
        status=draw(st.sampled_from(list(ObservationStatus))),
        source=draw(st.sampled_from([None, "báo cáo năm"])),
        span=draw(places()),
    )


@st.composite
def indicators(draw: DrawFn) -> Indicator:
    """Indicators (chỉ số): shares, the share of women, ratios and plain counts.

    Use: ``@given(strategies.indicators())``.
    """
    name, unit, share_of = draw(st.sampled_from(_INDICATORS))
    return Indicator(
        id=draw(st.sampled_from(["1", "1.1", "3.2"])),
        name=name,
        name_en=draw(st.sampled_from(["", "an indicator"])),
        unit=unit,
        share_of=share_of,
        collection=draw(st.sampled_from(list(Collection))),
        direction=draw(st.none() | st.sampled_from(list(Direction))),
    )


@st.composite
def aggregates(draw: DrawFn) -> Aggregate:
    """What observations come to (số tổng hợp), of an indicator or of none: of some units, or of one that told nothing.

    Use: ``@given(strategies.aggregates())``.
    """
    known = draw(st.lists(indicators(), max_size=1))
    told = draw(st.lists(observations(period=st.sampled_from(["2025", "2025-Q2", "2025-H2"])), max_size=8))
    return roll_up(told, indicators=known, period="2025", expected=["so-y-te", "so-noi-vu"]).total(
        unit=draw(st.sampled_from([None, "so-y-te", "so-noi-vu"]))
    )


@st.composite
def aggregate_parts(draw: DrawFn) -> Part:
    """The parts of one sex in a sum (phần theo giới tính).

    Use: ``@given(strategies.aggregate_parts())``.
    """
    denominator = draw(st.none() | st.integers(0, 1000) | st.decimals(0, 1000, places=1))
    return Part(
        sex=draw(st.sampled_from([Sex.FEMALE, Sex.MALE, Sex.UNSPECIFIED])),
        numerator=draw(st.integers(0, 1000) | st.decimals(0, 1000, places=1)) if denominator != 0 else 0,
        denominator=denominator,
        reporting=draw(st.integers(1, 50)),
    )


@st.composite
def evaluations(draw: DrawFn) -> Evaluation:
    """Evaluations (kết quả đánh giá) of targets by figures of their own year, of the one before, or of no year.

    Use: ``@given(strategies.evaluations())``.
    """
    target = draw(targets())
    year = target.year or draw(st.integers(2015, 2035))
    period = st.sampled_from([str(year), f"{year}-H1", str(year - 1)])
    return evaluate(
        target,
        draw(st.lists(observations(period=period), max_size=3)),
        on=draw(st.none() | st.just(datetime.date(year, 6, 30))),
        baseline=draw(st.none() | st.lists(observations(period=st.just(str(year - 5))), max_size=1)),
        tolerance=draw(st.none() | st.integers(0, 5)),
        least_coverage=draw(st.none() | st.fractions(0, 1, max_denominator=10)),
    )
