"""When a target is due, and the figures of which year decide."""

import datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.dates import YearRange
from vstbpn.goals.evaluating.evaluation import Evaluation
from vstbpn.goals.evaluating.judging import evaluate
from vstbpn.goals.evaluating.verdicts import Reason, Verdict
from vstbpn.goals.observing.indicator import Collection, Indicator
from vstbpn.goals.observing.observation import Observation
from vstbpn.goals.rolling.aggregate import Aggregate
from vstbpn.goals.targets.target import Target
from vstbpn.values import evolve
from vstbpn.vocabulary import When

D = datetime.date
PLAIN = Target.parse("ít nhất 60% hộ")
BY_2025 = evolve(PLAIN, year=2025)
EACH_YEAR = evolve(PLAIN, when=When.EACH_YEAR)
UNTIL_2025 = evolve(EACH_YEAR, year=2025)
FROM_2025 = evolve(BY_2025, when=When.ONWARDS)


def judged(target: Target, *periods: str, **terms: Any) -> Evaluation:  # noqa: ANN401  # Terms of any kind.
    """Half of ten in the first period, three in five in the next, and so on."""
    parts = range(5, 5 + len(periods))
    return evaluate(
        target,
        [
            Observation(numerator=part, denominator=10, period=period, unit="a")
            for part, period in zip(parts, periods, strict=True)
        ],
        **terms,
    )


def told(answer: Evaluation) -> tuple[Verdict, Reason | None, dict[str, str]]:
    return answer.verdict, answer.reason, dict(answer.args)


class TestByAYear:
    def test_figures_of_the_year_decide(self) -> None:
        answer = judged(BY_2025, "2024", "2025", "2026")
        assert (answer.verdict, answer.actual, answer.period) == (Verdict.MET, Fraction(60), "2025")

    @pytest.mark.parametrize("target", [BY_2025, evolve(BY_2025, period=YearRange(start=2021, end=2025))])
    def test_it_is_due_on_the_last_day_of_the_year(self, target: Target) -> None:
        assert judged(target, "2025", on=D(2025, 12, 31)).verdict is Verdict.NOT_MET
        assert judged(target, "2025", on=D(2026, 3, 1)).verdict is Verdict.NOT_MET
        answer = judged(target, "2025", on=D(2025, 12, 30))
        assert told(answer) == (Verdict.NOT_DUE, Reason.DUE_LATER, {"year": "2025"})
        assert (answer.actual, answer.margin) == (Fraction(50), Fraction(-10))

    def test_before_that_the_latest_figures_tell_how_far_things_are(self) -> None:
        answer = judged(BY_2025, "2022", "2023", "2025", on=D(2024, 5, 1))
        assert (answer.verdict, answer.actual, answer.period) == (Verdict.NOT_DUE, Fraction(60), "2023")

    def test_before_that_nothing_need_be_known(self) -> None:
        answer = judged(BY_2025, on=D(2024, 5, 1))
        assert (answer.verdict, answer.actual) == (Verdict.NOT_DUE, None)
        assert judged(BY_2025, "2025", on=D(2024, 5, 1)).actual is None

    def test_what_was_counted_later_is_left_out(self) -> None:
        answer = judged(BY_2025, "2025-Q1", "2025-Q3", on=D(2025, 6, 30))
        assert (answer.verdict, answer.actual, answer.period) == (Verdict.NOT_DUE, Fraction(50), "2025-Q1")

    def test_earlier_figures_alone(self) -> None:
        answer = judged(BY_2025, "2022", "2023")
        assert told(answer) == (Verdict.NOT_DUE, Reason.EARLIER_FIGURES, {"year": "2025", "found": "2023"})
        assert answer.actual == 60

    def test_earlier_figures_alone_when_it_is_due(self) -> None:
        answer = judged(BY_2025, "2022", "2023", on=D(2026, 1, 15))
        assert told(answer) == (Verdict.NO_DATA, Reason.OTHER_YEARS, {"year": "2025", "found": "2022, 2023"})
        assert answer.actual is None

    @pytest.mark.parametrize("periods", [("2026",), ("2024", "2026")])
    def test_later_figures_tell_that_it_is_due(self, periods: tuple[str, ...]) -> None:
        answer = judged(BY_2025, *periods)
        assert told(answer) == (Verdict.NO_DATA, Reason.OTHER_YEARS, {"year": "2025", "found": ", ".join(periods)})

    def test_no_figures_when_it_is_due(self) -> None:
        assert told(judged(BY_2025, on=D(2025, 12, 31))) == (Verdict.NO_DATA, Reason.NO_FIGURES, {})

    def test_another_year_asked_about(self) -> None:
        answer = judged(BY_2025, "2023", "2025", period="2023")
        assert (answer.verdict, answer.actual) == (Verdict.NOT_DUE, Fraction(50))
        answer = judged(BY_2025, "2023", "2025", period="2023", on=D(2026, 1, 1))
        assert (answer.verdict, answer.actual) == (Verdict.NOT_DUE, Fraction(50))
        assert judged(BY_2025, "2026", period="2026").verdict is Verdict.NO_DATA

    def test_a_datetime_is_a_day(self) -> None:
        day = datetime.datetime(2025, 6, 1, tzinfo=datetime.UTC)
        assert judged(BY_2025, "2025", on=day).verdict is Verdict.NOT_DUE


class TestPeriodsOfTheYear:
    def test_shorter_ones_are_summed(self) -> None:
        answer = judged(BY_2025, "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4")
        assert (answer.period, answer.actual, answer.findings) == ("2025", Fraction(65), ())

    def test_or_the_last_counts(self) -> None:
        indicator = Indicator(id="1", name="hộ", unit="%", collection=Collection.END)
        answer = judged(BY_2025, "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", indicator=indicator)
        assert (answer.period, answer.actual) == ("2025", Fraction(80))

    def test_what_is_missing_is_told(self) -> None:
        answer = judged(BY_2025, "2025-Q1", "2025-Q2")
        assert (answer.verdict, answer.actual) == (Verdict.NOT_MET, Fraction(55))
        assert [finding.code for finding in answer.findings] == ["GOL015"]

    @pytest.mark.parametrize("period", ["2025-9M", "2025-H1", "2025-06"])
    def test_a_single_one_stays_what_it_is(self, period: str) -> None:
        answer = judged(BY_2025, period)
        assert (answer.period, answer.verdict) == (period, Verdict.NOT_MET)

    @pytest.mark.parametrize("period", ["2025-H1", ReportingPeriod.parse("2025-H1")])
    def test_a_part_of_the_year_asked_about(self, period: ReportingPeriod | str) -> None:
        answer = judged(BY_2025, "2025-Q1", "2025-Q2", "2025-Q3", period=period)
        assert (answer.period, answer.actual, answer.findings) == ("2025-H1", Fraction(55), ())

    def test_a_sum_of_another_period_is_no_answer(self) -> None:
        total = Aggregate(period="2025", numerator=1, denominator=2, reporting=1, expected=2)
        answer = evaluate(BY_2025, total, period="2025-H1")
        assert (answer.verdict, answer.reporting, answer.expected) == (Verdict.NO_DATA, 0, 0)


class TestAnyYear:
    """Without a year in the target any one period is as good."""

    def test_the_only_year_decides(self) -> None:
        assert judged(PLAIN, "2019").verdict is Verdict.NOT_MET
        assert judged(PLAIN, "2019", on=D(2019, 12, 31)).verdict is Verdict.NOT_MET

    def test_but_not_before_it_is_over(self) -> None:
        answer = judged(PLAIN, "2019", on=D(2019, 3, 1))
        assert told(answer) == (Verdict.NOT_DUE, Reason.LATER_FIGURES, {})
        assert (answer.actual, answer.until, answer.is_ahead) == (Fraction(50), D(2019, 12, 31), True)
        assert judged(PLAIN, "2019-Q1", on=D(2019, 3, 31)).verdict is Verdict.NOT_MET
        assert not judged(PLAIN, "2019").is_ahead

    def test_several_years_need_a_word(self) -> None:
        answer = judged(PLAIN, "2024", "2025")
        assert told(answer) == (Verdict.NOT_ASSESSABLE, Reason.SEVERAL_YEARS, {"found": "2024, 2025"})
        assert judged(PLAIN, "2024", "2025", period="2024").actual == 50
        assert judged(PLAIN, "2024", "2025", on=D(2026, 2, 1)).actual == 60

    def test_none_of_the_year_asked_about(self) -> None:
        assert told(judged(PLAIN, "2024", period="2023")) == (Verdict.NO_DATA, Reason.NO_FIGURES, {})


class TestEachYear:
    def test_any_year_is_held_against_it(self) -> None:
        assert judged(EACH_YEAR, "2019").verdict is Verdict.NOT_MET
        assert judged(EACH_YEAR, "2019", "2020", period="2020").verdict is Verdict.MET
        assert judged(EACH_YEAR, "2019", "2020").reason is Reason.SEVERAL_YEARS

    def test_when_that_year_is_over(self) -> None:
        answer = judged(EACH_YEAR, "2019", on=D(2019, 12, 30))
        assert told(answer) == (Verdict.NOT_DUE, Reason.DUE_LATER, {"year": "2019"})
        assert answer.actual == 50
        assert judged(EACH_YEAR, "2019", on=D(2019, 12, 31)).verdict is Verdict.NOT_MET

    def test_until_its_last(self) -> None:
        assert judged(UNTIL_2025, "2025").verdict is Verdict.NOT_MET
        answer = judged(UNTIL_2025, "2026")
        assert told(answer) == (Verdict.NOT_ASSESSABLE, Reason.AFTER_LAST_YEAR, {"year": "2025", "found": "2026"})

    def test_from_the_first_of_its_period(self) -> None:
        target = evolve(UNTIL_2025, period=YearRange(start=2021, end=2025))
        assert judged(target, "2021").verdict is Verdict.NOT_MET
        answer = judged(target, "2020")
        assert told(answer) == (Verdict.NOT_DUE, Reason.BEFORE_FIRST_YEAR, {"year": "2021", "found": "2020"})


class TestYearGiven:
    """The year of the plan counts where the target's own words tell none."""

    def test_it_is_due_in_that_year(self) -> None:
        for periods in (("2025",), ("2024", "2025", "2026")):
            answer = judged(PLAIN, *periods, year=2025)
            assert (answer.period, answer.target, answer.reason) == ("2025", PLAIN, None)
        assert told(judged(PLAIN, "2025", year=2026)) == (
            Verdict.NOT_DUE, Reason.EARLIER_FIGURES, {"year": "2026", "found": "2025"}
        )  # fmt: skip
        assert told(judged(PLAIN, "2026", year=2026, on=D(2026, 7, 1))) == (
            Verdict.NOT_DUE, Reason.DUE_LATER, {"year": "2026"}
        )  # fmt: skip
        assert judged(PLAIN, "2026", year=2025).verdict is Verdict.NO_DATA

    def test_parts_of_it_are_parts(self) -> None:
        most = Target.parse("không quá 10 vụ")
        half = [Observation(numerator=6, period="2025-H1", unit="a")]
        assert evaluate(most, half).verdict is Verdict.MET
        answer = evaluate(most, half, year=2025)
        assert (answer.reason, answer.missing, answer.target) == (Reason.PART_OF_THE_TIME, ("2025-H2",), most)

    def test_each_year_is_held_against_it(self) -> None:
        assert judged(EACH_YEAR, "2024", "2025", "2026", year=2025).period == "2025"
        assert judged(EACH_YEAR, "2026", year=2025).reason is Reason.OTHER_YEARS
        yearly = Target.parse("ít nhất 2 buổi/năm")
        counts = [Observation(numerator=2, period=period, unit="a") for period in ("2024", "2025")]
        assert evaluate(yearly, counts, year=2025).verdict is Verdict.MET

    @pytest.mark.parametrize("target", [BY_2025, UNTIL_2025, FROM_2025])
    def test_words_count_more(self, target: Target) -> None:
        for period in ("2024", "2025", "2026"):
            assert judged(target, period, year=2026) == judged(target, period)

    def test_targets_without_a_figure(self) -> None:
        assert judged(Target.parse("đa số hộ"), "2025", year=2025).reason is Reason.QUALITATIVE


class TestOnwards:
    def test_from_its_year_on(self) -> None:
        assert judged(FROM_2025, "2025").verdict is Verdict.NOT_MET
        assert judged(FROM_2025, "2030").verdict is Verdict.NOT_MET

    def test_not_before(self) -> None:
        answer = judged(FROM_2025, "2024")
        assert told(answer) == (Verdict.NOT_DUE, Reason.BEFORE_FIRST_YEAR, {"year": "2025", "found": "2024"})
        assert answer.actual == 50

    def test_without_figures(self) -> None:
        assert judged(FROM_2025).verdict is Verdict.NO_DATA


YEARS = st.integers(2019, 2031)


class TestLaws:
    @given(YEARS, st.sets(YEARS, max_size=4), st.none() | st.dates(D(2018, 1, 1), D(2032, 12, 31)))
    def test_by_a_year(self, due: int, years: set[int], on: datetime.date | None) -> None:
        answer = judged(evolve(PLAIN, year=due), *map(str, sorted(years)), on=on)
        known = {year for year in years if on is None or D(year, 1, 1) <= on}
        if on is not None and on < D(due, 12, 31):
            verdict, period = {Verdict.NOT_DUE}, max(known, default=None)
        elif due in known:
            verdict, period = {Verdict.MET, Verdict.NOT_MET}, due
        elif on is None and known and max(known) < due:
            verdict, period = {Verdict.NOT_DUE}, max(known)
        else:
            verdict, period = {Verdict.NO_DATA}, None
        assert answer.verdict in verdict
        assert answer.period == (None if period is None else str(period))
        assert (answer.actual is None) is (period is None)

    @given(YEARS, st.sets(YEARS, min_size=1, max_size=4), st.dates(D(2018, 1, 1), D(2032, 12, 31)), st.booleans())
    def test_of_each_year(self, year: int, years: set[int], on: datetime.date, until: bool) -> None:
        answer = judged(evolve(UNTIL_2025 if until else FROM_2025, year=year), *map(str, sorted(years)), on=on)
        known = {told_of for told_of in years if D(told_of, 1, 1) <= on}
        latest = max(known, default=None)
        if latest is None:
            assert answer.verdict is Verdict.NO_DATA
        elif until and latest > year:
            assert answer.reason is Reason.AFTER_LAST_YEAR
        elif not until and latest < year:
            assert answer.reason is Reason.BEFORE_FIRST_YEAR
        elif on < D(latest, 12, 31):
            assert answer.reason is Reason.DUE_LATER
        else:
            assert answer.verdict in {Verdict.MET, Verdict.NOT_MET}
        assert answer.period == (None if latest is None else str(latest))
