"""Evaluating: the answers, the good side, units, changes, coverage, and exactness."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import InvalidValueError
from vstbpn.goals.evaluating.evaluation import Evaluation
from vstbpn.goals.evaluating.judging import evaluate
from vstbpn.goals.evaluating.verdicts import Reason, Verdict
from vstbpn.goals.observing.indicator import Indicator
from vstbpn.goals.observing.observation import Observation, Sex
from vstbpn.goals.rolling.aggregate import Aggregate
from vstbpn.goals.rolling.rollup import roll_up
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import scale_of
from vstbpn.values import evolve
from vstbpn.vocabulary import Comparator, Direction

COUNTS = st.lists(st.tuples(st.integers(0, 10**9), st.integers(1, 10**9)), min_size=1, max_size=5)
FIGURES = st.decimals(0, 10**6, places=3)
SHARE = Target.parse("ít nhất 60% hộ")


def counted(counts: Sequence[tuple[int, int | None]], period: str = "2025") -> list[Observation]:
    return [
        Observation(numerator=part, denominator=whole, period=period, unit=f"đơn-vị-{index}")
        for index, (part, whole) in enumerate(counts)
    ]


def judged(text: str, part: int, whole: int | None, **terms: Any) -> Evaluation:  # noqa: ANN401  # Terms of any kind.
    return evaluate(Target.parse(text), counted([(part, whole)]), **terms)


def refused(evaluation: Evaluation) -> Reason | None:
    assert evaluation.verdict is Verdict.NOT_ASSESSABLE
    return evaluation.reason


class TestComparators:
    @pytest.mark.parametrize(
        ("text", "met", "not_met"),
        [
            ("ít nhất 60% hộ", (60, 61), (59,)),
            ("trên 60% hộ", (61,), (60, 59)),
            ("không quá 60% hộ", (60, 59), (61,)),
            ("dưới 60% hộ", (59,), (60, 61)),
            ("từ 50% đến 60% hộ", (50, 55, 60), (49, 61)),
            ("đạt 60% hộ", (60, 61), (59,)),
            ("100% hộ", (100,), (99,)),
            ("giảm tỷ lệ hộ nghèo xuống 60%", (60, 59), (61,)),
            ("tăng tỷ lệ nữ lên 60%", (60, 61), (59,)),
        ],
    )
    def test_say_when_a_target_is_met(self, text: str, met: tuple[int, ...], not_met: tuple[int, ...]) -> None:
        assert {judged(text, part, 100).verdict for part in met} == {Verdict.MET}
        assert {judged(text, part, 100).verdict for part in not_met} == {Verdict.NOT_MET}

    def test_about_needs_a_tolerance(self) -> None:
        answer = judged("khoảng 60% hộ", 62, 100)
        assert (refused(answer), answer.actual, answer.margin) == (Reason.NO_TOLERANCE, Fraction(62), None)
        assert judged("khoảng 60% hộ", 62, 100, tolerance=2).verdict is Verdict.MET
        assert judged("khoảng 60% hộ", 62, 100, tolerance=Decimal("1.9")).margin == Fraction(-1, 10)
        assert judged("khoảng 60% hộ", 1, 3, tolerance=Fraction(80, 3)).margin == 0


class TestGoodSide:
    """A plain "đạt" is met from the good side: the target's, the indicator's, or above."""

    PLAIN = Target(comparator=Comparator.EQUAL, value=Decimal(30), unit="%", population="hộ")

    def side(self, target: Target, direction: Direction | None) -> Direction | None:
        indicator = Indicator(id="1", name="hộ", unit=target.unit, direction=direction)
        return evaluate(target, counted([(1, 2)]), indicator=indicator).direction

    def test_the_target_tells(self) -> None:
        lower = evolve(self.PLAIN, direction=Direction.LOWER)
        assert self.side(lower, Direction.RAISE) is Direction.LOWER

    def test_the_indicator_tells(self) -> None:
        assert self.side(self.PLAIN, Direction.LOWER) is Direction.LOWER

    def test_else_more_is_better(self) -> None:
        assert self.side(self.PLAIN, None) is Direction.RAISE

    def test_but_nothing_lies_below_0(self) -> None:
        none = Target(comparator=Comparator.EQUAL, value=Decimal(0), unit="vụ")
        assert evaluate(none, counted([(3, None)])).verdict is Verdict.NOT_MET
        assert evaluate(none, counted([(0, None)])).verdict is Verdict.MET

    def test_comparators_tell_their_own(self) -> None:
        most = evolve(self.PLAIN, comparator=Comparator.AT_MOST)
        assert self.side(most, Direction.RAISE) is Direction.LOWER

    def test_a_range_has_none(self) -> None:
        assert judged("từ 50% đến 60% hộ", 55, 100).direction is None


class TestUnits:
    def test_per_hundred(self) -> None:
        answer = judged("tỷ số không quá 115/100", 1130, 1000)
        assert (answer.verdict, answer.actual, answer.margin) == (Verdict.MET, Fraction(113), Fraction(2))

    def test_times(self) -> None:
        assert judged("giảm xuống 1,5 lần", 150, 90).margin == Fraction(-1, 6)

    def test_counts_are_added(self) -> None:
        answer = evaluate(Target.parse("ít nhất 20 câu lạc bộ"), counted([(12, None), (9, None)]))
        assert (answer.actual, answer.margin, answer.reporting) == (Fraction(21), Fraction(1), 2)

    def test_a_count_is_the_numerator(self) -> None:
        assert judged("ít nhất 20 câu lạc bộ", 12, 30).actual == 12

    def test_mixed_units(self) -> None:
        indicator = Indicator(id="1", name="hộ", unit="/100.000")
        answer = evaluate(SHARE, counted([(1, 2)]), indicator=indicator)
        assert refused(answer) is Reason.OTHER_UNIT
        assert answer.args == (("target", "%"), ("indicator", "/100.000"))

    def test_a_share_needs_denominators(self) -> None:
        assert refused(judged("đạt 5% hộ", 3, None)) is Reason.NO_DENOMINATOR

    def test_nobody_to_count(self) -> None:
        assert refused(judged("đạt 5% hộ", 0, 0)) is Reason.ZERO_DENOMINATOR


class TestNoAnswer:
    def test_without_observations(self) -> None:
        answer = evaluate(SHARE, [])
        assert (answer.verdict, answer.reason, answer.actual) == (Verdict.NO_DATA, Reason.NO_FIGURES, None)

    def test_words_without_a_figure(self) -> None:
        assert refused(judged("đa số hộ", 1, 2)) is Reason.QUALITATIVE

    def test_a_unit_counted_twice(self) -> None:
        answer = evaluate(SHARE, [*counted([(1, 2)]), *counted([(2, 2)])])
        assert refused(answer) is Reason.FAULTY_FIGURES
        assert [finding.code for finding in answer.findings] == ["GOL012"]

    def test_denominators_in_part(self) -> None:
        answer = evaluate(SHARE, counted([(1, 2), (1, None)]))
        assert refused(answer) is Reason.FAULTY_FIGURES
        assert [finding.code for finding in answer.findings] == ["GOL013"]

    def test_more_than_the_whole_is_noted(self) -> None:
        answer = judged("ít nhất 60% hộ", 3, 2)
        assert (answer.verdict, answer.actual) == (Verdict.MET, Fraction(150))
        assert [finding.code for finding in answer.findings] == ["GOL011"]

    def test_several_indicators(self) -> None:
        both = [
            Observation(numerator=1, denominator=2, period="2025", unit="a", indicator=indicator)
            for indicator in ("1.1", "3.1")
        ]
        answer = evaluate(SHARE, both)
        assert (refused(answer), answer.args) == (Reason.SEVERAL_INDICATORS, (("found", "1.1, 3.1"),))
        wanted = Indicator(id="3.1", name="hộ", unit="%")
        assert evaluate(SHARE, both, indicator=wanted).actual == 50

    def test_one_indicator_need_not_be_named_throughout(self) -> None:
        named = Observation(numerator=1, denominator=2, period="2025", unit="a", indicator="1.1")
        answer = evaluate(SHARE, [named, Observation(numerator=2, denominator=2, period="2025", unit="b")])
        assert (answer.actual, answer.reporting) == (Fraction(75), 2)


class TestAggregates:
    TOTAL = Aggregate(period="2025", numerator=31, denominator=50, reporting=3, expected=4)

    def test_a_sum_is_evaluated_as_it_is(self) -> None:
        answer = evaluate(SHARE, self.TOTAL)
        assert (answer.actual, answer.margin, answer.period) == (Fraction(62), Fraction(2), "2025")
        assert (answer.reporting, answer.expected) == (3, 4)

    @pytest.mark.parametrize("changes", [{"period": None}, {"reporting": 0, "numerator": 0, "denominator": 0}])
    def test_nothing_observed(self, changes: dict[str, Any]) -> None:
        answer = evaluate(SHARE, evolve(self.TOTAL, **changes))
        assert (answer.verdict, answer.reporting, answer.expected) == (Verdict.NO_DATA, 0, 4)

    def test_its_own_indicator_counts(self) -> None:
        women = Indicator(id="1", name="nữ", unit="‰")
        assert refused(evaluate(SHARE, evolve(self.TOTAL, indicator=women))) is Reason.OTHER_UNIT

    def test_it_is_of_the_indicator_asked_for(self) -> None:
        first, second = (Indicator(id=name, name="nữ", unit="%") for name in "12")
        answer = evaluate(SHARE, evolve(self.TOTAL, indicator=first), indicator=second)
        assert refused(answer) is Reason.SEVERAL_INDICATORS

    def test_observations_and_their_sum_give_one_answer(self) -> None:
        given = counted([(3, 10), (9, 11)])
        assert evaluate(SHARE, given) == evaluate(SHARE, roll_up(given).total())


class TestCoverage:
    TOTAL = TestAggregates.TOTAL

    @pytest.mark.parametrize("least", [Fraction(3, 4), Decimal("0.75"), 0])
    def test_enough(self, least: Fraction | Decimal | int) -> None:
        assert evaluate(SHARE, self.TOTAL, least_coverage=least).verdict is Verdict.MET

    def test_too_little(self) -> None:
        answer = evaluate(SHARE, self.TOTAL, least_coverage=Decimal("0.8"))
        assert (refused(answer), answer.actual, answer.margin) == (Reason.LOW_COVERAGE, Fraction(62), None)
        assert answer.args == (("reporting", "3"), ("expected", "4"), ("least", "4/5"))

    def test_unknown_coverage_is_none(self) -> None:
        unknown = evolve(self.TOTAL, reporting=0, expected=0)
        assert refused(evaluate(SHARE, unknown, least_coverage=Decimal("0.1"))) is Reason.LOW_COVERAGE


class TestChanges:
    FALL = Target.parse("giảm 50% số vụ bạo lực")
    NOW = Aggregate(period="2025", numerator=30)

    def before(self, count: int, **changes: Any) -> Aggregate:  # noqa: ANN401  # Fields of any kind.
        return Aggregate(**{"period": "2020", "numerator": count, **changes})

    def change(self, text: str, now: int, before: int) -> Evaluation:
        target = Target.parse(text)
        assert target.is_change
        return evaluate(target, evolve(self.NOW, numerator=now), baseline=self.before(before))

    def test_a_baseline_is_needed(self) -> None:
        assert refused(evaluate(self.FALL, self.NOW)) is Reason.NO_BASELINE
        assert refused(evaluate(self.FALL, self.NOW, baseline=[])) is Reason.NO_BASELINE

    @pytest.mark.parametrize(
        ("text", "now", "before", "actual", "verdict"),
        [
            ("giảm 50% số vụ bạo lực", 30, 80, Fraction(125, 2), Verdict.MET),
            ("giảm 50% số vụ bạo lực", 41, 80, Fraction(195, 4), Verdict.NOT_MET),
            ("giảm 50% số vụ bạo lực", 120, 80, Fraction(-50), Verdict.NOT_MET),
            ("giảm 50% số vụ bạo lực", 0, 80, Fraction(100), Verdict.MET),
            ("tăng ít nhất 10% số nữ đảng viên", 110, 100, Fraction(10), Verdict.MET),
            ("tăng trên 10% số nữ đảng viên", 110, 100, Fraction(10), Verdict.NOT_MET),
        ],
    )
    def test_percent_are_of_what_was(
        self, text: str, now: int, before: int, actual: Fraction, verdict: Verdict
    ) -> None:
        answer = self.change(text, now, before)
        assert (answer.actual, answer.verdict) == (actual, verdict)

    @pytest.mark.parametrize(("direction", "actual"), [(Direction.RAISE, Fraction(1, 2)), (Direction.LOWER, 2)])
    def test_times_are_a_ratio(self, direction: Direction, actual: Fraction) -> None:
        target = Target(comparator=Comparator.EQUAL, value=Decimal(2), unit="lần", direction=direction, is_change=True)
        assert evaluate(target, self.NOW, baseline=self.before(60)).actual == actual

    @pytest.mark.parametrize(("direction", "actual"), [(Direction.RAISE, -30), (Direction.LOWER, 30)])
    def test_counts_are_a_difference(self, direction: Direction, actual: int) -> None:
        target = Target(comparator=Comparator.EQUAL, value=Decimal(20), unit="vụ", direction=direction, is_change=True)
        assert evaluate(target, self.NOW, baseline=self.before(60)).actual == actual

    def test_shares_are_compared_as_shares(self) -> None:
        now, then = (
            Aggregate(period=period, numerator=part, denominator=100, reporting=reporting, expected=2)
            for period, part, reporting in (("2025", 30, 1), ("2020", 40, 2))
        )
        assert evaluate(self.FALL, now, baseline=then).actual == 25

    def test_rates_are_a_difference(self) -> None:
        target = Target(
            comparator=Comparator.AT_LEAST, value=Decimal(5), unit="/100", direction=Direction.LOWER, is_change=True
        )
        now, then = (
            Aggregate(period=period, numerator=part, denominator=50) for period, part in (("2025", 20), ("2020", 25))
        )
        assert evaluate(target, now, baseline=then).actual == 10
        assert refused(evaluate(target, self.NOW, baseline=self.before(60))) is Reason.NO_DENOMINATOR
        none = evolve(now, numerator=0, denominator=0)
        assert refused(evaluate(target, none, baseline=then)) is Reason.ZERO_DENOMINATOR

    def test_of_nothing_no_change_can_be_told(self) -> None:
        assert refused(evaluate(self.FALL, self.NOW, baseline=self.before(0))) is Reason.ZERO_BASELINE
        none = Aggregate(period="2025", numerator=0, denominator=0)
        assert refused(evaluate(self.FALL, none, baseline=self.before(1, denominator=2))) is Reason.ZERO_DENOMINATOR

    def test_what_has_vanished_is_no_number_of_times_less(self) -> None:
        target = Target(
            comparator=Comparator.EQUAL, value=Decimal(2), unit="lần", direction=Direction.LOWER, is_change=True
        )
        none = evolve(self.NOW, numerator=0)
        assert refused(evaluate(target, none, baseline=self.before(60))) is Reason.NOTHING_LEFT

    @pytest.mark.parametrize("period", ["2025", "2026", "2025-H2"])
    def test_a_baseline_is_of_an_earlier_time(self, period: str) -> None:
        answer = evaluate(self.FALL, self.NOW, baseline=self.before(80, period=period))
        assert refused(answer) is Reason.LATE_BASELINE

    def test_a_baseline_is_of_the_same_kind(self) -> None:
        answer = evaluate(self.FALL, self.NOW, baseline=self.before(80, denominator=90))
        assert refused(answer) is Reason.UNLIKE_BASELINE

    def test_counts_of_other_coverage_are_not_compared(self) -> None:
        some = evolve(self.NOW, reporting=2, expected=4)
        answer = evaluate(self.FALL, some, baseline=self.before(80, reporting=4, expected=4))
        assert refused(answer) is Reason.UNEQUAL_COVERAGE
        assert answer.args == (("now", "2/4"), ("before", "4/4"))
        fewer = evaluate(self.FALL, some, baseline=self.before(80, reporting=3, expected=6))
        assert fewer.verdict is Verdict.MET

    def test_a_baseline_is_of_one_year_and_indicator(self) -> None:
        years = [*counted([(80, None)], "2020"), *counted([(70, None)], "2021")]
        assert refused(evaluate(self.FALL, self.NOW, baseline=years)) is Reason.SEVERAL_YEARS
        named = [Observation(numerator=1, period="2020", unit="a", indicator=name) for name in "12"]
        assert refused(evaluate(self.FALL, self.NOW, baseline=named)) is Reason.SEVERAL_INDICATORS

    @pytest.mark.parametrize(
        ("words", "reason"),
        [
            ("so với năm 2020", None),
            ("so với cùng kỳ năm 2020", None),
            ("so với năm 2019", Reason.OTHER_BASELINE),
            ("so với thời điểm cuối năm 2019", Reason.OTHER_BASELINE),
            ("so với năm trước", None),
            ("so với năm 2019 - 2020", None),
            ("so với năm 2018, so với năm 2019", None),
        ],
    )
    def test_a_baseline_is_of_the_year_named(self, words: str, reason: Reason | None) -> None:
        target = evolve(Target.parse("giảm 50% số vụ"), text=f"giảm 50% số vụ {words}")
        now = Aggregate(period="2025", numerator=3, reporting=1, expected=1)
        answer = evaluate(target, now, baseline=evolve(now, period="2020", numerator=8))
        assert answer.reason is reason
        if reason is not None:
            assert dict(answer.args) == {"year": "2019", "found": "2020"}
            assert "chỉ tiêu so với năm 2019, số liệu gốc là của năm 2020" in answer.explain()
        assert evaluate(evolve(target, text=""), now, baseline=evolve(now, period="2020", numerator=8)).reason is None

    def test_faults_of_the_baseline_are_told(self) -> None:
        twice = [*counted([(80, None)], "2020"), *counted([(70, None)], "2020")]
        answer = evaluate(self.FALL, counted([(30, None)]), baseline=twice)
        assert refused(answer) is Reason.FAULTY_FIGURES
        assert [finding.code for finding in answer.findings] == ["GOL012"]

    def test_a_level_needs_none(self) -> None:
        assert evaluate(SHARE, TestAggregates.TOTAL, baseline=self.before(1)).actual == 62


class TestInput:
    @pytest.mark.parametrize("name", ["tolerance", "least_coverage"])
    @pytest.mark.parametrize(
        "value",
        [
            -1, True, 0.5, "1", Fraction(-1, 2), Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("1E-99"),
            pytest.param(Decimal("1E+999999"), id="huge-decimal"), pytest.param(10**5000, id="huge"),
        ],
    )  # fmt: skip
    def test_terms_are_exact_and_in_bounds(self, name: str, value: Any) -> None:  # noqa: ANN401  # Anything.
        with pytest.raises(InvalidValueError, match=f"^invalid {name} "):
            evaluate(SHARE, [], **{name: value})

    def test_coverage_is_at_most_1(self) -> None:
        with pytest.raises(InvalidValueError, match=r"from 0 to 1$"):
            evaluate(SHARE, [], least_coverage=2)

    @pytest.mark.parametrize("given", [None, 1, "abc", ["2025"], [None], {"a": 1}])
    def test_something_else_than_observations(self, given: Any) -> None:  # noqa: ANN401  # Anything.
        with pytest.raises(
            InvalidValueError, match=r"^invalid observations .* Observation|observations, or an Aggregate"
        ):
            evaluate(SHARE, given)
        with pytest.raises(InvalidValueError, match=r"^invalid baseline .*(Observation|Aggregate)"):
            evaluate(SHARE, [], baseline=given or [given])

    @pytest.mark.parametrize(
        "terms",
        [
            {"on": "2025"}, {"on": 2025}, {"period": "2025-Q5"}, {"period": 2025}, {"period": ["2025"]}, {"indicator": "1.1"},
            {"year": "2025"}, {"year": True}, {"year": 2025.0}, {"year": 0}, {"year": -1}, {"year": 10**5000}, {"baseline": 50},
        ],
    )  # fmt: skip
    def test_something_else_than_terms(self, terms: dict[str, Any]) -> None:
        (name,) = terms
        for target in (SHARE, Target.parse("đa số hộ")):
            with pytest.raises(InvalidValueError, match=f"^invalid {name} "):
                evaluate(target, [], **terms)

    def test_something_else_than_a_target(self) -> None:
        with pytest.raises(InvalidValueError, match="target"):
            evaluate("ít nhất 60%", [])  # type: ignore[arg-type]  # A text is what people will try.

    def test_observations_may_come_one_by_one(self) -> None:
        assert evaluate(SHARE, iter(counted([(1, 2)]))).actual == 50


def floats_in(value: object) -> Iterable[float]:
    """Every float inside a value."""
    if isinstance(value, float):
        yield value
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            yield from floats_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from floats_in(one)


class TestLaws:
    @given(
        COUNTS,
        FIGURES,
        st.decimals(Decimal("0.001"), 1000, places=3),
        st.sampled_from([comparator for comparator in Comparator if comparator is not Comparator.QUALITATIVE]),
        st.sampled_from((None, *Direction)),
        st.sampled_from(["%", "‰", "/100.000", "lần", "hộ"]),
        st.fractions(0, 1000),
    )
    def test_agrees_with_exact_arithmetic(  # noqa: PLR0917  # Hypothesis hands in one for each strategy.
        self,
        counts: list[tuple[int, int]],
        value: Decimal,
        length: Decimal,
        comparator: Comparator,
        direction: Direction | None,
        unit: str,
        tolerance: Fraction,
    ) -> None:
        high = value + length if comparator is Comparator.BETWEEN else None
        target = Target(comparator=comparator, value=value, value_max=high, unit=unit, direction=direction)
        answer = evaluate(target, counted(counts), tolerance=tolerance)
        part, whole = (sum(numbers) for numbers in zip(*counts, strict=True))
        scale = scale_of(unit)
        actual = Fraction(part) if scale is None else Fraction(part * scale, whole)
        low = Fraction(str(value))
        good_below = direction is Direction.LOWER or (direction is None and value == 0)
        margin = {
            Comparator.AT_LEAST: actual - low,
            Comparator.MORE_THAN: actual - low,
            Comparator.AT_MOST: low - actual,
            Comparator.LESS_THAN: low - actual,
            Comparator.EQUAL: low - actual if good_below else actual - low,
            Comparator.ABOUT: tolerance - abs(actual - low),
            Comparator.BETWEEN: min(actual - low, Fraction(str(high or 0)) - actual),
        }[comparator]
        strict = comparator in {Comparator.MORE_THAN, Comparator.LESS_THAN}
        assert answer.verdict is (Verdict.MET if margin > 0 or (margin == 0 and not strict) else Verdict.NOT_MET)
        assert (answer.actual, answer.margin) == (actual, margin)

    @given(st.integers(1, 10**9), st.integers(0, 10**9), FIGURES, st.sampled_from(list(Direction)))
    def test_changes_agree_with_exact_arithmetic(
        self, before: int, now: int, value: Decimal, direction: Direction
    ) -> None:
        target = Target(comparator=Comparator.AT_LEAST, value=value, unit="%", direction=direction, is_change=True)
        answer = evaluate(target, counted([(now, None)]), baseline=counted([(before, None)], "2020"))
        sign = 1 if direction is Direction.RAISE else -1
        assert answer.actual == Fraction(100 * sign * (now - before), before)
        assert answer.margin == answer.actual - Fraction(str(value))

    @given(
        st.integers(1, 10**9),
        st.integers(1, 10**9),
        FIGURES,
        st.sampled_from(list(Direction)),
        st.sampled_from(["%", "‰", "lần", "vụ"]),
        st.sampled_from(
            [Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.EQUAL, Comparator.ABOUT]
        ),
    )
    def test_so_do_changes_in_every_unit(  # noqa: PLR0917  # As above.
        self, before: int, now: int, value: Decimal, direction: Direction, unit: str, comparator: Comparator
    ) -> None:
        target = Target(comparator=comparator, value=value, unit=unit, direction=direction, is_change=True)
        answer = evaluate(target, counted([(now, None)]), baseline=counted([(before, None)], "2020"), tolerance=1)
        more, less = (now, before) if direction is Direction.RAISE else (before, now)
        actual = {
            "%": Fraction(100 * (more - less), before),
            "‰": Fraction(1000 * (more - less), before),
            "lần": Fraction(more, less),
            "vụ": Fraction(more - less),
        }[unit]
        above = actual - Fraction(str(value))
        margin = {Comparator.AT_MOST: -above, Comparator.ABOUT: 1 - abs(above)}.get(comparator, above)
        met = margin > 0 if comparator is Comparator.MORE_THAN else margin >= 0
        assert (answer.actual, answer.margin) == (actual, margin)
        assert answer.verdict is (Verdict.MET if met else Verdict.NOT_MET)
        assert not list(floats_in(answer))

    @given(COUNTS, st.randoms(use_true_random=False))
    def test_the_order_of_observations_does_not_matter(self, counts: list[tuple[int, int]], random: Any) -> None:  # noqa: ANN401  # A random.Random.
        given_ = counted(counts)
        shuffled = random.sample(given_, len(given_))
        assert evaluate(SHARE, given_) == evaluate(SHARE, shuffled)

    @given(COUNTS)
    def test_a_split_by_sex_changes_nothing(self, counts: list[tuple[int, int]]) -> None:
        split = [
            Observation(numerator=part, denominator=whole, period="2025", unit=f"u{place}", sex=sex)
            for place, counted_ in enumerate(counts)
            for sex, (part, whole) in (
                (Sex.FEMALE, (counted_[0] // 2, counted_[1] // 2 + 10**9)),
                (Sex.MALE, (counted_[0] - counted_[0] // 2, counted_[1] - counted_[1] // 2 + 10**9)),
            )
        ]
        answer = evaluate(SHARE, split)
        part, whole = (sum(numbers) for numbers in zip(*counts, strict=True))
        assert answer.actual == Fraction(100 * part, whole + 2 * 10**9 * len(counts))

    @given(strategies.evaluations())
    def test_no_float_anywhere(self, evaluation: Evaluation) -> None:
        assert not list(floats_in(evaluation))
        assert evaluation.progress is None or type(evaluation.progress) is Fraction
