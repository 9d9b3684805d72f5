"""Strategies of national targets and of the strategies that set them."""

import datetime

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from vstbpn.catalogue.tables import Confidence
from vstbpn.goals.national.comparison import NationalComparison, compare
from vstbpn.goals.national.frame import NationalFrame
from vstbpn.goals.national.strategy import NationalStrategy, StrategyKind
from vstbpn.goals.national.target import NationalTarget
from vstbpn.strategies.dates import year_ranges
from vstbpn.strategies.references import references
from vstbpn.strategies.targets import targets

_FIRST, _LAST = datetime.date(2010, 1, 1), datetime.date(2045, 12, 31)
_SOURCES = ("https://example.org/chien-luoc", "báo cáo của Chính phủ")


@st.composite
def national_targets(draw: DrawFn, *, strategy: str = "28/NQ-CP@2021") -> NationalTarget:
    """National targets (chỉ tiêu quốc gia) of one strategy, with sources and days that may be unknown.

    Use: ``@given(strategies.national_targets())``.
    """
    first, last = sorted(draw(st.lists(st.dates(_FIRST, _LAST), min_size=2, max_size=2)))
    goal = draw(st.integers(1, 9))
    return NationalTarget(
        target=draw(targets()),
        act=draw(references()),
        strategy=strategy,
        goal=str(goal),
        number=f"{goal}.{draw(st.integers(1, 9))}{draw(st.sampled_from(['', 'a', 'b']))}",
        population_en=draw(st.sampled_from(["", "women", "state agencies and local authorities"])),
        valid_from=draw(st.sampled_from([None, first])),
        valid_to=draw(st.sampled_from([None, last])),
        sources=tuple(draw(st.lists(st.sampled_from(_SOURCES), max_size=2, unique=True))),
        confidence=draw(st.sampled_from(list(Confidence))),
        note=draw(st.sampled_from(["", "một nguồn ghi năm 2021"])),
    )


@st.composite
def national_strategies(draw: DrawFn) -> NationalStrategy:
    """National strategies (chiến lược quốc gia) and programmes with up to four targets.

    Use: ``@given(strategies.national_strategies())``.
    """
    act = draw(references())
    id_ = draw(st.sampled_from(["28/NQ-CP@2021", "2351/QĐ-TTg", "15/KH-UBND@An Giang-2024"]))
    return NationalStrategy(
        id=id_,
        act=act,
        kind=draw(st.sampled_from(list(StrategyKind))),
        period=draw(st.none() | year_ranges()),
        title=act.title or "",
        targets=tuple(draw(st.lists(national_targets(strategy=id_), max_size=4))),
    )


@st.composite
def national_comparisons(draw: DrawFn) -> NationalComparison:
    """How targets stand beside national ones (kết quả so với chỉ tiêu quốc gia): more, less, alike, not to be compared.

    Use: ``@given(strategies.national_comparisons())``.
    """
    national = draw(national_targets())
    alike = [national.target]
    if national.target.value is not None and national.target.value_max is None:
        alike.append(attrs.evolve(national.target, value=national.target.value + 1))  # type: ignore[misc]  # Target is a class made by frozen.
    others = draw(st.lists(national_targets(), max_size=1))
    return compare(draw(st.sampled_from(alike) | targets()), national, candidates=(national, *others))


@st.composite
def national_frames(draw: DrawFn, *, most: int = 2) -> NationalFrame:
    """Frames of national targets (khung mục tiêu quốc gia) of a few strategies and programmes; ``most`` is their number.

    Use: ``@given(strategies.national_frames())``.
    """
    held = draw(st.lists(national_strategies(), max_size=most, unique_by=lambda strategy: strategy.id))
    return NationalFrame(strategies=tuple(held))
