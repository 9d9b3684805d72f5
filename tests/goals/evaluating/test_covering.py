"""Figures of a part of the time: what they decide, what they leave open, and that it is told."""

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.goals.evaluating.bounds import Bounds
from vstbpn.goals.evaluating.covering import missing_of, months_told
from vstbpn.goals.evaluating.evaluation import Evaluation
from vstbpn.goals.evaluating.judging import evaluate
from vstbpn.goals.evaluating.verdicts import Reason, Verdict
from vstbpn.goals.observing.indicator import Collection, Indicator
from vstbpn.goals.observing.observation import Observation
from vstbpn.goals.rolling.aggregate import Aggregate
from vstbpn.goals.rolling.rollup import roll_up
from vstbpn.goals.targets.target import Target
from vstbpn.values import evolve
from vstbpn.vocabulary import Comparator, Direction, When

MOST = Target.parse("không quá 10 vụ vào năm 2025")
MANY = 10**9
COUNTED = [comparator for comparator in Comparator if comparator is not Comparator.QUALITATIVE]
NEITHER: frozenset[Direction] = frozenset()
EITHER = frozenset(Direction)


def observed(count: int, period: str, unit: str = "a", whole: int | None = None) -> Observation:
    return Observation(numerator=count, denominator=whole, period=period, unit=unit)


def judged(text: str, count: int, period: str = "2025-H1", **terms: Any) -> Evaluation:  # noqa: ANN401  # Terms of any kind.
    return evaluate(Target.parse(f"{text} vào năm 2025"), [observed(count, period)], **terms)


def is_open(answer: Evaluation) -> bool:
    return (answer.verdict, answer.reason) == (Verdict.NOT_ASSESSABLE, Reason.PART_OF_THE_TIME)


class TestCounts:
    """Of a sum each further month adds to what there is."""

    @pytest.mark.parametrize(
        ("text", "met", "not_met", "left_open"),
        [
            ("ít nhất 10 vụ", (10, 11), (), (0, 9)),
            ("trên 10 vụ", (11,), (), (9, 10)),
            ("không quá 10 vụ", (), (11,), (0, 10)),
            ("dưới 10 vụ", (), (10, 11), (0, 9)),
            ("đạt 10 vụ", (10, 11), (), (0, 9)),
            ("từ 10 đến 20 vụ", (), (21,), (0, 10, 20)),
            ("khoảng 10 vụ", (), (13,), (0, 8, 10, 12)),
        ],
    )
    def test_what_is_reached_or_exceeded_stays_so(
        self, text: str, met: tuple[int, ...], not_met: tuple[int, ...], left_open: tuple[int, ...]
    ) -> None:
        assert {judged(text, count, tolerance=2).verdict for count in met} <= {Verdict.MET}
        assert {judged(text, count, tolerance=2).verdict for count in not_met} <= {Verdict.NOT_MET}
        assert all(is_open(judged(text, count, tolerance=2)) for count in left_open)

    def test_none_at_all(self) -> None:
        none = Target(comparator=Comparator.EQUAL, value=Decimal(0), unit="vụ", year=2025)
        assert is_open(evaluate(none, [observed(0, "2025-H1")]))
        assert evaluate(none, [observed(1, "2025-H1")]).verdict is Verdict.NOT_MET

    def test_how_far_things_are_is_told(self) -> None:
        answer = judged("không quá 10 vụ", 6)
        assert (answer.actual, answer.margin, answer.missing) == (Fraction(6), Fraction(4), ("2025-H2",))
        assert answer.explain("vi") == (
            "không đánh giá được: mới có số liệu của một phần thời gian; hiện 6 vụ so với không quá 10 vụ, thấp hơn 4 vụ; "
            "chưa đủ số liệu 6 tháng cuối năm 2025; 1/1 đơn vị báo cáo"
        )
        assert "; figures of 2025-H2 are incomplete; " in answer.explain("en")

    def test_an_answer_tells_what_it_does_not_rest_on(self) -> None:
        answer = judged("ít nhất 10 vụ", 12, "2025-Q2")
        assert (answer.verdict, answer.missing) == (Verdict.MET, ("2025-Q1", "2025-H2"))
        assert "; chưa đủ số liệu quý I năm 2025, 6 tháng cuối năm 2025; " in answer.explain("vi")

    def test_the_whole_year_decides(self) -> None:
        answer = judged("không quá 10 vụ", 6, "2025")
        assert (answer.verdict, answer.missing) == (Verdict.MET, ())

    def test_before_the_day_it_is_not_due(self) -> None:
        for count in (6, 12):
            answer = judged("không quá 10 vụ", count, on=datetime.date(2025, 7, 1))
            assert (answer.verdict, answer.reason) == (Verdict.NOT_DUE, Reason.DUE_LATER)
            assert answer.missing == ("2025-H2",)
        assert is_open(judged("không quá 10 vụ", 6, on=datetime.date(2026, 1, 1)))

    @pytest.mark.parametrize(
        "target",
        [
            evolve(MOST, year=None, when=When.EACH_YEAR),
            evolve(MOST, when=When.EACH_YEAR),
            evolve(MOST, year=2020, when=When.ONWARDS),
        ],
    )
    def test_each_year_is_a_whole_one(self, target: Target) -> None:
        assert is_open(evaluate(target, [observed(6, "2025-9M")]))
        assert evaluate(target, [observed(12, "2025-9M")]).verdict is Verdict.NOT_MET

    def test_a_share_of_nothing_due_is_refused_before(self) -> None:
        assert judged("không quá 10% hộ", 6).reason is Reason.NO_DENOMINATOR

    def test_a_count_out_of_others_is_a_sum_too(self) -> None:
        assert is_open(evaluate(MOST, [observed(6, "2025-H1", whole=30)]))


class TestNoYear:
    """A target that names no time is for any period as it is."""

    PLAIN = evolve(MOST, year=None)

    def test_the_period_of_the_figures(self) -> None:
        answer = evaluate(self.PLAIN, [observed(6, "2025-H1")])
        assert (answer.verdict, answer.missing) == (Verdict.MET, ())

    def test_or_the_one_asked_about(self) -> None:
        for given_ in ([observed(6, "2025-H1")], Aggregate(period="2025-H1", numerator=6)):
            answer = evaluate(self.PLAIN, given_, period="2025")
            assert is_open(answer)
            assert (answer.period, answer.missing) == ("2025", ("2025-H2",))

    def test_or_the_year_that_several_are_of(self) -> None:
        quarters = [observed(2, "2025-Q1"), observed(2, "2025-Q2")]
        assert is_open(evaluate(self.PLAIN, quarters))
        assert evaluate(self.PLAIN, quarters, period="2025-H1").verdict is Verdict.MET


class TestSomeUnits:
    """Figures of the year that some units reported a part of."""

    GIVEN = (observed(3, "2025", "a"), observed(3, "2025-H1", "b"), observed(3, "2025-Q4", "b"))

    def test_what_is_missing_of_any(self) -> None:
        answer = evaluate(MOST, self.GIVEN)
        assert is_open(answer)
        assert (answer.actual, answer.missing) == (Fraction(9), ("2025-Q3",))
        assert [finding.code for finding in answer.findings] == ["GOL015"]

    def test_sums_tell_it_too(self) -> None:
        rolled = roll_up(self.GIVEN, period="2025")
        assert is_open(evaluate(MOST, rolled.total()))
        assert is_open(evaluate(MOST, rolled.total(unit="b")))
        assert evaluate(MOST, rolled.total(unit="a")).verdict is Verdict.MET


class TestNoSums:
    """Shares, ratios and how things stand at the end are taken for those of the whole time."""

    def test_shares_have_an_answer(self) -> None:
        target = Target.parse("không quá 10% hộ vào năm 2025")
        for count, verdict in ((5, Verdict.MET), (15, Verdict.NOT_MET)):
            answer = evaluate(target, [observed(count, "2025-H1", whole=100)])
            assert (answer.verdict, answer.missing) == (verdict, ("2025-H2",))
            assert "chưa đủ số liệu 6 tháng cuối năm 2025" in answer.explain()

    def test_counts_at_the_end(self) -> None:
        clubs = Indicator(id="1", name="câu lạc bộ", unit="vụ", collection=Collection.END)
        answer = evaluate(MOST, [observed(6, "2025-Q2")], indicator=clubs)
        assert (answer.verdict, answer.missing) == (Verdict.MET, ("2025-H2",))
        assert evaluate(MOST, [observed(6, "2025-Q4")], indicator=clubs).missing == ()
        total = Aggregate(indicator=clubs, period="2025", numerator=6, gaps=("2025-Q4",))
        assert (months_told(total, clubs), missing_of(MOST, total, clubs)) == (frozenset(range(1, 10)), ("2025-Q4",))


def changed(  # noqa: PLR0917  # Each tells something else.
    direction: Direction, unit: str, value: int, now: int, period: str, before: str, comparator: Comparator, **terms: Any  # noqa: ANN401  # Terms of any kind.
) -> Evaluation:  # fmt: skip
    target = Target(
        comparator=comparator, value=Decimal(value), unit=unit, direction=direction, is_change=True, year=2025
    )
    return evaluate(target, [observed(now, period)], baseline=[observed(100, before)], **terms)


class TestChanges:
    """As counts grow a rise grows, and a fall shrinks."""

    @pytest.mark.parametrize(
        ("direction", "comparator", "now", "verdict"),
        [
            (Direction.LOWER, Comparator.AT_LEAST, 30, None),
            (Direction.LOWER, Comparator.AT_LEAST, 60, Verdict.NOT_MET),
            (Direction.LOWER, Comparator.AT_MOST, 30, None),
            (Direction.LOWER, Comparator.AT_MOST, 60, Verdict.MET),
            (Direction.RAISE, Comparator.EQUAL, 160, Verdict.MET),
            (Direction.RAISE, Comparator.EQUAL, 140, None),
            (Direction.RAISE, Comparator.AT_MOST, 160, Verdict.NOT_MET),
            (Direction.RAISE, Comparator.AT_MOST, 140, None),
        ],
    )
    @pytest.mark.parametrize("unit", ["%", "vụ"])
    def test_since_a_whole_year(
        self, direction: Direction, comparator: Comparator, now: int, verdict: Verdict | None, unit: str
    ) -> None:
        answer = changed(direction, unit, 50, now, "2025-9M", "2020", comparator)
        assert is_open(answer) if verdict is None else answer.verdict is verdict

    def test_of_as_long_a_time_they_are_ratios(self) -> None:
        answer = changed(Direction.LOWER, "%", 50, 30, "2025-H1", "2020-H1", Comparator.EQUAL)
        assert (answer.verdict, answer.missing) == (Verdict.MET, ("2025-H2",))

    @pytest.mark.parametrize("now", [30, 60])
    def test_differences_may_become_larger_or_smaller(self, now: int) -> None:
        assert is_open(changed(Direction.LOWER, "vụ", 50, now, "2025-H1", "2020-H1", Comparator.EQUAL))

    @pytest.mark.parametrize(
        ("period", "before"), [("2025", "2020-H1"), ("2025-Q1", "2020-H1"), ("2025-H1", "2020-Q1")]
    )
    def test_of_other_times_they_are_not_compared(self, period: str, before: str) -> None:
        answer = changed(Direction.LOWER, "%", 50, 30, period, before, Comparator.EQUAL)
        assert answer.reason is Reason.UNEQUAL_PERIODS
        months = {"2025": "12", "2025-H1": "6", "2020-H1": "6", "2025-Q1": "3", "2020-Q1": "3"}
        assert answer.args == (("now", months[period]), ("before", months[before]))
        assert f"{months[before]} tháng" in answer.explain()

    def test_shares_are(self) -> None:
        target = Target.parse("giảm 10% tỷ lệ hộ nghèo vào năm 2025")
        assert target.is_change
        answer = evaluate(target, [observed(3, "2025-H1", whole=10)], baseline=[observed(5, "2020", whole=10)])
        assert (answer.verdict, answer.missing) == (Verdict.MET, ("2025-H2",))

    def test_quarters_where_no_year_is_named(self) -> None:
        target = Target.parse("giảm 50% số vụ bạo lực")
        answer = evaluate(target, [observed(3, "2025-Q2")], baseline=[observed(9, "2025-Q1")])
        assert (answer.verdict, answer.missing) == (Verdict.MET, ())


class TestBounds:
    @pytest.mark.parametrize(
        ("text", "actual", "moves", "settled"),
        [
            ("ít nhất 10 vụ", 12, {Direction.LOWER}, False),
            ("ít nhất 10 vụ", 8, {Direction.LOWER}, True),
            ("không quá 10 vụ", 8, {Direction.LOWER}, True),
            ("không quá 10 vụ", 12, {Direction.LOWER}, False),
            ("từ 10 đến 20 vụ", 8, {Direction.LOWER}, True),
            ("từ 10 đến 20 vụ", 15, {Direction.LOWER}, False),
            ("từ 10 đến 20 vụ", 25, {Direction.LOWER}, False),
        ],
    )
    def test_what_can_still_change(self, text: str, actual: int, moves: set[Direction], settled: bool) -> None:
        target = Target.parse(text)
        side = Direction.LOWER if target.comparator is Comparator.AT_MOST else Direction.RAISE
        bounds = Bounds.of(target, side)
        assert bounds.is_settled(Fraction(actual), frozenset(moves)) is settled
        assert bounds.is_settled(Fraction(actual), NEITHER)
        assert not bounds.is_settled(Fraction(actual), EITHER)


class TestLaws:
    @given(
        st.sampled_from(COUNTED),
        st.none() | st.sampled_from(list(Direction)),
        st.integers(0, 50),
        st.integers(1, 20),
        st.integers(0, 80),
        st.integers(0, 80),
    )
    def test_what_counts_decide_in_part_they_decide_in_whole(  # noqa: PLR0917  # Hypothesis hands in one for each strategy.
        self, comparator: Comparator, direction: Direction | None, value: int, length: int, part: int, rest: int
    ) -> None:
        high = Decimal(value + length) if comparator is Comparator.BETWEEN else None
        target = Target(
            comparator=comparator, value=Decimal(value), value_max=high, unit="vụ", direction=direction, year=2025
        )
        first = observed(part, "2025-H1")
        early = evaluate(target, [first], tolerance=3)
        wholes = [
            evaluate(target, [first, observed(more, "2025-H2")], tolerance=3).verdict
            for more in (rest, 0, max(0, value - part), MANY)
        ]
        assert Verdict.NOT_ASSESSABLE not in wholes
        if is_open(early):
            assert len(set(wholes)) == 2
        else:
            assert set(wholes) == {early.verdict}

    @given(
        st.sampled_from([one for one in COUNTED if one is not Comparator.BETWEEN]),
        st.sampled_from(list(Direction)),
        st.sampled_from(["%", "lần", "vụ"]),
        st.integers(0, 150),
        st.integers(1, 300),
        st.integers(0, 300),
    )
    def test_and_so_do_changes(  # noqa: PLR0917  # As above.
        self, comparator: Comparator, direction: Direction, unit: str, value: int, part: int, rest: int
    ) -> None:
        early = changed(direction, unit, value, part, "2025-H1", "2020", comparator, tolerance=3)
        late = changed(direction, unit, value, part + rest, "2025", "2020", comparator, tolerance=3)
        assert is_open(early) or early.verdict is late.verdict

    @given(st.sets(st.integers(1, 12), min_size=1))
    def test_months_are_told_or_missing(self, months: set[int]) -> None:
        given_ = [observed(1, f"2025-{month:02}") for month in months]
        total = roll_up(given_, period="2025").total()
        assert months_told(total, None) == months
        missing = missing_of(MOST, total, None)
        assert missing == total.gaps
        assert evaluate(MOST, given_).missing == missing
