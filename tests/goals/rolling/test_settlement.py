"""Figures settled for all units at once are those that come out when each unit is looked at alone, step by step."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.goals.observing.indicator import Collection, Indicator
from vstbpn.goals.observing.observation import Observation, Sex, reporting_period
from vstbpn.goals.rolling import settlement
from vstbpn.goals.rolling.faults import Fault
from vstbpn.goals.rolling.gathering import Column, blank
from vstbpn.goals.rolling.over_time import Whole
from vstbpn.goals.rolling.periods import Cover, last_of, months_of, sum_of
from vstbpn.goals.rolling.rollup import RollUp, roll_up
from vstbpn.goals.rolling.rules import FEMALE, MALE, SEXES, TOTAL, UNSPECIFIED, Figure, Rules, added

SHARE = Indicator(id="share", name="tỷ lệ cơ quan có lãnh đạo nữ", unit="%")
OF_WOMEN = Indicator(id="women", name="tỷ lệ nữ thạc sĩ", unit="%", share_of=Sex.FEMALE)
OF_MEN = Indicator(id="men", name="tỷ lệ nam", unit="‰", share_of=Sex.MALE, collection=Collection.END)
CLUBS = Indicator(id="clubs", name="số câu lạc bộ", unit="câu lạc bộ")
STAFF = Indicator(id="staff", name="số cán bộ", unit="người", collection=Collection.END)
INDICATORS = (SHARE, OF_WOMEN, OF_MEN, CLUBS, STAFF)
QUARTERS = tuple(f"2025-Q{quarter}" for quarter in range(1, 5))
PERIODS = ("2025", "2025-H1", "2025-H2", "2025-9M", *QUARTERS, "2025-11")

Told = dict[str, dict[str, list[Figure]]]
"""What one unit told, by period and sex; of one sex there may be several figures."""


class Alone:
    """One unit's figures, settled step by step."""

    def __init__(self, rules: Rules, unit: str, told: Told) -> None:
        self.rules = rules
        self.unit = unit
        self.faults: list[Fault] = []
        self.missing: set[int] = set()
        self.usable = {period: self._check(period, by_sex) for period, by_sex in told.items()}
        self.figures = {period: {sex: several[0] for sex, several in by_sex.items()} for period, by_sex in told.items()}

    def tell(self, code: str, period: str, **args: str) -> None:
        self.faults.append(self.rules.fault(code, self.unit, args, period))

    def _check(self, period: str, by_sex: Mapping[str, Sequence[Figure]]) -> bool:
        usable = True
        for sex, several in by_sex.items():
            if len(several) > 1:
                self.tell("GOL012", period, count=str(len(several)), sex=sex)
                usable = usable and len(set(several)) == 1
        every = [figure for several in by_sex.values() for figure in several]
        if any((figure.denominator is not None) is not self.rules.is_due for figure in every):
            self.tell("GOL013" if self.rules.is_due else "GOL019", period)
            usable = False
        if usable:
            self._check_split(period, {sex: several[0] for sex, several in by_sex.items()})
        return usable

    def _check_split(self, period: str, figures: Mapping[str, Figure]) -> None:
        if TOTAL not in figures:
            return
        total, split = figures[TOTAL], added(figures[sex] for sex in SEXES if sex in figures)
        if FEMALE in figures and MALE in figures:
            agree = split == total
        else:
            agree = split.numerator <= total.numerator and (split.denominator or 0) <= (total.denominator or 0)
        if not agree:
            self.tell("GOL010", period, parts=self.rules.words(split), total=self.rules.words(total))

    def whole(self) -> dict[str, Figure] | None:
        """The figures of the whole period by sex, the total among them; None if they cannot be used."""
        if self.rules.is_last:
            end = last_of(self.rules.period, frozenset(self.figures)).reach
            self.figures = {
                period: figures
                for period, figures in self.figures.items()
                if last_of(self.rules.period, frozenset({period})).reach == end
            }
        whole = self._over_time()
        if whole is None:
            return None
        if self.rules.share_of is not None:
            of_all = whole[TOTAL].numerator
            whole = {sex: Figure(figure.numerator, of_all) for sex, figure in whole.items()}
            whole[TOTAL] = whole[self.rules.share_of]
        return whole

    def _over_time(self) -> dict[str, Figure] | None:
        covers: dict[str, Cover] = {}
        whole: dict[str, Figure] = {}
        wrong: tuple[str, str, str] | None = None
        for sex, series in self._series():
            cover = (last_of if self.rules.is_last else sum_of)(self.rules.period, frozenset(series))
            figures = [figure for period in cover.chosen if (figure := series[period]) is not None]
            if len(figures) < len(cover.chosen):
                return None
            covers[sex], whole[sex] = cover, added(figures)
            if sex != UNSPECIFIED and cover.missing:
                self.tell("GOL015", self.rules.period, missing=", ".join(cover.missing))
            wrong = wrong or self._disagreeing(cover, series)
        if wrong is not None:
            self.tell("GOL016", wrong[0], parts=wrong[1], whole=wrong[2])
        if self.rules.share_of is not None and (lacking := self._lacking(covers)):
            self.tell("GOL014", self.rules.period, sex=lacking)
            return None
        for sex in [TOTAL] if TOTAL in covers else [FEMALE, MALE]:
            for stretch in covers[sex].missing if sex in covers else ():
                self.missing.update(months_of(reporting_period(stretch)))
        if TOTAL not in whole:
            whole[TOTAL] = added(whole.values())
        else:
            self._compare(covers, whole)
        return whole

    def _series(self) -> Iterator[tuple[str, dict[str, Figure | None]]]:
        has_totals = any(TOTAL in figures for figures in self.figures.values())
        if has_totals:
            yield (
                TOTAL,
                {
                    period: (figures.get(TOTAL) or added(figures.values())) if self.usable[period] else None
                    for period, figures in self.figures.items()
                    if not self.usable[period] or TOTAL in figures or {FEMALE, MALE} <= figures.keys()
                },
            )
        for sex in SEXES:
            series = {
                period: figures[sex] if self.usable[period] else None
                for period, figures in self.figures.items()
                if sex in figures and (self.usable[period] or not has_totals)
            }
            if series:
                yield sex, series

    def _disagreeing(self, cover: Cover, series: Mapping[str, Figure | None]) -> tuple[str, str, str] | None:
        for period, others in cover.checks:
            whole, parts = series[period], [figure for other in others if (figure := series[other]) is not None]
            if whole is not None and len(parts) == len(others) and added(parts) != whole:
                return period, self.rules.words(added(parts)), self.rules.words(whole)
        return None

    def _lacking(self, covers: Mapping[str, Cover]) -> str | None:
        sex = self.rules.share_of or ""
        other = MALE if sex == FEMALE else FEMALE
        counted, against = covers.get(sex), covers.get(TOTAL) or covers.get(other)
        if counted is None:
            return sex
        if against is None or counted.reach > against.reach:
            return f"{other}, {TOTAL}"
        return None if counted.reach == against.reach else sex

    def _compare(self, covers: Mapping[str, Cover], whole: Mapping[str, Figure]) -> None:
        total = covers[TOTAL]
        split = [covers[sex] for sex in (FEMALE, MALE) if sex in covers]
        if any(cover.chosen != total.chosen and cover.reach == total.reach for cover in split):
            comparable = {sex: figure for sex, figure in whole.items() if covers[sex].reach <= total.reach}
            self._check_split(self.rules.period, comparable)


class OneByOne(NamedTuple):
    """Stands in for what checks figures and brings them together, and looks at each unit alone."""

    kept: dict[str, Any]

    def checker(self, _: Rules, __: Sequence[str], ___: list[Fault]) -> "OneByOne":
        return self

    def unusable(self, _: object, several: Mapping[tuple[str, str, int], list[Figure]]) -> dict[str, set[int]]:
        self.kept["several"] = several
        return {}

    def bring_together(
        self,
        rules: Rules,
        by_period: Mapping[str, Mapping[str, Column]],
        _: object,
        ids: Sequence[str],
        faults: list[Fault],
    ) -> Whole:
        whole = Whole({TOTAL: blank(len(ids))}, {}, bytearray(len(ids)))
        for place, unit in enumerate(ids):
            told: Told = {}
            for period, columns in by_period.items():
                for sex, column in columns.items():
                    if column.told[place]:
                        one = [Figure(column.numerators[place], column.denominators[place])]
                        figures = self.kept["several"].get((period, sex, place), one)
                        told.setdefault(period, {})[sex] = figures
            if not told:
                continue
            alone = Alone(rules, unit, told)
            for sex, figure in (alone.whole() or {}).items():
                column = whole.columns.setdefault(sex, blank(len(ids)))
                column.told[place], column.numerators[place] = 1, figure.numerator
                column.denominators[place] = figure.denominator or 0
            for month in alone.missing:
                whole.missing.setdefault(month, bytearray(len(ids)))[place] = 1
            faults += alone.faults
        return whole


def same(observations: Sequence[Observation], indicators: Sequence[Indicator], period: str) -> RollUp:
    """Roll up, and hold it against what comes out one by one."""
    at_once = roll_up(observations, indicators=indicators, period=period)
    with pytest.MonkeyPatch.context() as patch:
        slow = OneByOne({})
        patch.setattr(settlement, "Checker", slow.checker)
        patch.setattr(settlement, "bring_together", slow.bring_together)
        one_by_one = roll_up(observations, indicators=indicators, period=period)
    assert at_once.findings == one_by_one.findings
    assert list(at_once.items()) == list(one_by_one.items())
    for key in at_once.indicators:
        assert at_once.missing(key) == one_by_one.missing(key)
        assert at_once.total(key) == one_by_one.total(key)
    return at_once


few = st.integers(0, 3)
counts = few | st.decimals(0, 9, places=1)


@st.composite
def reports(draw: st.DrawFn, periods: Sequence[str], units: str = "abcdef") -> list[Observation]:
    """Observations of units that told more or less the same: few are missing, told twice or of another kind."""
    indicators = draw(st.lists(st.sampled_from(INDICATORS), min_size=1, max_size=3, unique_by=lambda each: each.id))
    sexes = draw(st.sampled_from([[Sex.TOTAL], [Sex.FEMALE, Sex.MALE], [Sex.FEMALE, Sex.TOTAL], list(Sex)]))
    is_usual = draw(st.sampled_from([st.just(True), st.integers(0, 9).map(bool), st.booleans()]))
    number = draw(st.sampled_from([st.just(1), few, counts]))
    made = []
    for unit in units:
        for indicator in indicators:
            due = indicator == SHARE
            for period in periods:
                for sex in sexes:
                    for _ in range(1 if draw(is_usual) else draw(st.integers(0, 2))):
                        against = draw(number) + 3 if due is draw(is_usual) else None
                        made.append(
                            Observation(
                                numerator=draw(number),
                                denominator=against,
                                period=period,
                                unit=unit,
                                indicator=indicator.id,
                                sex=sex,
                            )
                        )
    return made


class TestAtOnce:
    @given(st.lists(st.sampled_from(PERIODS), min_size=1, max_size=4, unique=True).flatmap(reports))
    def test_is_the_same_as_one_by_one(self, observations: list[Observation]) -> None:
        same(observations, INDICATORS, "2025")

    @given(st.lists(st.sampled_from(PERIODS), min_size=1, max_size=4, unique=True).flatmap(reports))
    def test_is_the_same_where_nothing_is_known_of_the_indicators(self, observations: list[Observation]) -> None:
        same(observations, (), "2025")

    @given(reports(QUARTERS, "abcd"))
    def test_is_the_same_over_quarters(self, observations: list[Observation]) -> None:
        same(observations, INDICATORS, "2025")

    @given(
        st.lists(
            st.builds(
                Observation,
                numerator=counts,
                denominator=st.none() | st.integers(1, 9),
                period=st.sampled_from(PERIODS),
                unit=st.sampled_from("abc"),
                indicator=st.sampled_from([each.id for each in INDICATORS]),
                sex=st.sampled_from(list(Sex)),
            ),
            max_size=60,
        )
    )
    def test_is_the_same_of_anything(self, observations: list[Observation]) -> None:
        same(observations, INDICATORS, "2025")


def told(unit: str, sexes: str = "FM", periods: Sequence[str] = QUARTERS, count: int = 1) -> list[Observation]:
    return [
        Observation(numerator=count, period=period, unit=unit, sex=Sex("_T" if sex == "T" else sex))  # type: ignore[call-arg]  # Members are found by their values.
        for period in periods
        for sex in sexes
    ]


class TestUsualOddities:
    """What some units do in any year."""

    def test_a_quarter_is_missing(self) -> None:
        rolled = same([*told("a"), *told("b"), *told("c", periods=QUARTERS[1:])], [CLUBS], "2025")
        assert rolled.total(unit="c").numerator == 6
        assert [(finding.code, dict(finding.args)["unit"]) for finding in rolled.findings] == [("GOL015", "c")]
        assert (rolled.total().gaps, rolled.total(unit="a").gaps) == (("2025-Q1",), ())

    def test_one_sex_alone(self) -> None:
        rolled = same([*told("a"), *told("b", "F")], [CLUBS], "2025")
        assert (rolled.findings, rolled.total().numerator) == ((), 12)
        rolled = same([*told("a"), *told("b", "F")], [OF_WOMEN], "2025")
        assert [(finding.code, dict(finding.args)["unit"]) for finding in rolled.findings] == [("GOL014", "b")]

    def test_a_total_beside_its_parts(self) -> None:
        beside = [*told("b"), *told("b", "T", count=2)]
        rolled = same([*told("a"), *beside], [CLUBS], "2025")
        assert (rolled.findings, rolled.total().numerator) == ((), 16)
        rolled = same([*told("a"), *beside], [OF_WOMEN], "2025")
        assert (rolled.findings, rolled.total().denominator) == ((), 16)
