"""School years and their terms: they add up, what is missing is told as terms, and they do not mix with the calendar's."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod
from vstbpn.errors import InvalidValueError, VstbpnError
from vstbpn.goals.evaluating.judging import evaluate
from vstbpn.goals.evaluating.verdicts import Reason, Verdict
from vstbpn.goals.observing.indicator import Collection, Indicator
from vstbpn.goals.observing.observation import Observation
from vstbpn.goals.observing.rows import observations_from_rows
from vstbpn.goals.rolling.periods import last_of, left_open, lies_within, sum_of, whole_of
from vstbpn.goals.rolling.rollup import roll_up
from vstbpn.goals.targets.target import Target

YEAR, FIRST, SECOND = "2025-2026", "2025-2026-T1", "2025-2026-T2"
AT_MOST_10 = Target.parse("không quá 10 vụ vào năm 2025")
PERIODS = ("2024-2025-T2", YEAR, FIRST, SECOND, "2025", "2025-H2", "2025-Q4", "2025-10", "2026-H1", "2025-9M")


def told(numerator: int, period: str, unit: str = "truong-a", denominator: int | None = None) -> Observation:
    return Observation(numerator=numerator, denominator=denominator, period=period, unit=unit)


class TestSums:
    def test_terms_add_up_to_a_school_year(self) -> None:
        total = roll_up([told(3, FIRST), told(4, SECOND)], period=YEAR).total()
        assert (total.numerator, total.period, total.gaps) == (7, YEAR, ())

    def test_of_several_units(self) -> None:
        observations = [told(3, FIRST), told(4, SECOND), told(5, YEAR, "truong-b")]
        total = roll_up(observations, period=YEAR).total()
        assert (total.numerator, total.reporting, total.expected) == (12, 2, 2)

    def test_denominators_add_up_too(self) -> None:
        total = roll_up([told(3, FIRST, denominator=10), told(4, SECOND, denominator=20)], period=YEAR).total()
        assert (total.numerator, total.denominator) == (7, 30)

    def test_a_gap_is_told_as_a_term(self) -> None:
        rolled = roll_up([told(3, FIRST)], period=YEAR)
        assert rolled.total().gaps == (SECOND,)
        assert len(rolled.findings) == 1

    def test_a_year_that_its_terms_contradict_is_told(self) -> None:
        rolled = roll_up([told(3, FIRST), told(4, SECOND), told(9, YEAR)], period=YEAR)
        assert rolled.total().numerator == 9
        assert len(rolled.findings) == 1

    def test_how_things_stood_last_is_of_the_last_term(self) -> None:
        boarders = Indicator(id="ban-tru", name="số lớp bán trú", unit="lớp", collection=Collection.END)
        observations = [
            Observation(numerator=count, period=period, unit="truong-a", indicator="ban-tru")
            for count, period in ((3, FIRST), (4, SECOND))
        ]
        assert roll_up(observations, indicators=[boarders], period=YEAR).total("ban-tru").numerator == 4

    @pytest.mark.parametrize("whole", ["2025", "2026", "2026-H1"])
    def test_the_calendar_takes_no_terms(self, whole: str) -> None:
        """The second term lies from February to August of 2026, but no sum of months makes it."""
        assert roll_up([told(3, FIRST), told(4, SECOND)], period=whole).total().period is None

    @pytest.mark.parametrize("part", ["2025-Q4", "2025-10", "2026-06"])
    def test_a_school_year_takes_no_months(self, part: str) -> None:
        total = roll_up([told(3, part), told(4, FIRST)], period=YEAR).total()
        assert (total.numerator, total.gaps) == (4, (SECOND,))

    def test_which_period_is_meant_is_asked_with_the_school_year(self) -> None:
        with pytest.raises(InvalidValueError, match=f"or the whole, period='{YEAR}'"):
            roll_up([told(3, FIRST), told(4, SECOND)])
        with pytest.raises(InvalidValueError, match="or a year of them"):
            roll_up([told(3, FIRST), told(4, "2025")])

    def test_tables_write_them_in_words(self) -> None:
        rows = [
            {"đơn vị": "truong-a", "kỳ": "Học kỳ I năm học 2025 - 2026", "số lượng": 3},
            {"đơn vị": "truong-a", "kỳ": "HK2 2025-2026", "số lượng": 4},
        ]
        assert roll_up(observations_from_rows(rows), period=YEAR).total().numerator == 7


class TestCovers:
    def test_of_terms(self) -> None:
        assert sum_of(YEAR, frozenset({FIRST, SECOND})).missing == ()
        assert sum_of(YEAR, frozenset({YEAR, FIRST, SECOND})).checks == ((YEAR, (FIRST, SECOND)),)
        assert sum_of(YEAR, frozenset({SECOND})).missing == (FIRST,)
        assert last_of(YEAR, frozenset({FIRST})).missing == (SECOND,)

    def test_what_is_left_open(self) -> None:
        assert left_open(YEAR, frozenset()) == (YEAR,)
        assert left_open(YEAR, frozenset(range(9, 14))) == (SECOND,)

    def test_school_years_of_one_year_are_no_parts_of_it(self) -> None:
        calendar, school = ReportingPeriod.parse("2025"), ReportingPeriod.parse(YEAR)
        assert not lies_within(school, calendar)
        assert not lies_within(ReportingPeriod.parse("2025-Q4"), school)

    def test_the_whole_of_several_years_is_none(self) -> None:
        assert whole_of(["2024-2025-T2", FIRST]) is None
        assert whole_of([]) is None


class TestEvaluations:
    def test_terms_are_the_figures_of_their_school_year(self) -> None:
        evaluation = evaluate(AT_MOST_10, [told(3, FIRST), told(4, SECOND)])
        assert (evaluation.verdict, evaluation.actual, evaluation.period) == (Verdict.MET, Fraction(7), YEAR)
        assert str(evaluation.until) == "2026-08-31"

    def test_a_term_alone_does_not_tell(self) -> None:
        evaluation = evaluate(AT_MOST_10, [told(3, FIRST)])
        assert (evaluation.verdict, evaluation.reason) == (Verdict.NOT_ASSESSABLE, Reason.PART_OF_THE_TIME)
        assert (evaluation.missing, str(evaluation.until)) == ((SECOND,), "2026-01-31")

    def test_unless_nothing_can_mend_it(self) -> None:
        assert evaluate(AT_MOST_10, [told(11, FIRST)]).verdict is Verdict.NOT_MET

    def test_a_term_may_be_asked_for(self) -> None:
        evaluation = evaluate(Target.parse("không quá 10 vụ"), [told(3, FIRST), told(14, SECOND)], period=FIRST)
        assert (evaluation.verdict, evaluation.actual) == (Verdict.MET, Fraction(3))

    @pytest.mark.parametrize("asked", ["2026", "2026-H1"])
    def test_the_calendar_s_year_asked_for_takes_no_terms(self, asked: str) -> None:
        assert evaluate(Target.parse("không quá 10 vụ"), [told(3, SECOND)], period=asked).verdict is Verdict.NO_DATA

    def test_of_both_the_calendar_s_are_summed(self) -> None:
        evaluation = evaluate(AT_MOST_10, [told(3, "2025-H1"), told(4, "2025-H2"), told(50, FIRST)])
        assert (evaluation.actual, evaluation.period) == (Fraction(7), "2025")

    @given(
        st.lists(
            st.tuples(st.sampled_from(PERIODS), st.sampled_from(["a", "b"]), st.integers(0, 20)),
            max_size=6, unique_by=lambda one: one[:2],
        ),
        strategies.targets(),
        st.none() | st.sampled_from(PERIODS),
        st.none() | st.dates(datetime.date(2024, 1, 1), datetime.date(2027, 1, 1)),
    )  # fmt: skip
    def test_whatever_is_told_there_is_an_answer(
        self, figures: list[tuple[str, str, int]], target: Target, asked: str | None, on: datetime.date | None
    ) -> None:
        observations = [told(count, period, unit, 20) for period, unit, count in figures]
        evaluation = evaluate(target, observations, period=asked, on=on)
        assert evaluation.explain("vi")
        assert evaluation.explain("en")

    @given(
        st.lists(st.tuples(st.sampled_from(PERIODS), st.integers(0, 20)), max_size=6, unique_by=lambda one: one[0]),
        strategies.reporting_periods() | st.sampled_from(PERIODS).map(ReportingPeriod.parse),
    )
    def test_nothing_but_our_errors_leaves_a_roll_up(
        self, figures: list[tuple[str, int]], whole: ReportingPeriod
    ) -> None:
        observations = [told(count, period) for period, count in figures]
        try:
            total = roll_up(observations, period=str(whole)).total()
        except VstbpnError:
            return
        parts = [count for period, count in figures if lies_within(ReportingPeriod.parse(period), whole)]
        assert total.numerator <= sum(parts)

    @given(st.integers(1900, 2198), st.integers(0, 50), st.integers(0, 50))
    def test_terms_of_any_school_year_add_up(self, year: int, first: int, second: int) -> None:
        terms = [ReportingPeriod(kind=PeriodKind.TERM, year=year, number=number) for number in (1, 2)]
        whole = ReportingPeriod(kind=PeriodKind.SCHOOL_YEAR, year=year)
        observations = [told(count, str(term)) for term, count in zip(terms, (first, second), strict=True)]
        assert roll_up(observations, period=str(whole)).total().numerator == first + second
