"""Reporting periods: their ids, their days, their Vietnamese."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod, periods
from vstbpn.errors import InvalidValueError, ParseError


class TestIds:
    """An id names a period, and parse and str are inverses."""

    @given(strategies.reporting_periods())
    def test_parse_is_the_inverse_of_str(self, period: ReportingPeriod) -> None:
        assert ReportingPeriod.parse(str(period)) == period

    @pytest.mark.parametrize(
        ("text", "start", "end", "vi"),
        [
            ("2026-06", (2026, 6, 1), (2026, 6, 30), "tháng 6 năm 2026"),
            ("2024-02", (2024, 2, 1), (2024, 2, 29), "tháng 2 năm 2024"),
            ("2026-Q4", (2026, 10, 1), (2026, 12, 31), "quý IV năm 2026"),
            ("2026-H1", (2026, 1, 1), (2026, 6, 30), "6 tháng đầu năm 2026"),
            ("2026-H2", (2026, 7, 1), (2026, 12, 31), "6 tháng cuối năm 2026"),
            ("2026-9M", (2026, 1, 1), (2026, 9, 30), "9 tháng đầu năm 2026"),
            ("2026", (2026, 1, 1), (2026, 12, 31), "năm 2026"),
            ("2025-2026", (2025, 9, 1), (2026, 8, 31), "năm học 2025-2026"),
            ("2025-2026-T1", (2025, 9, 1), (2026, 1, 31), "học kỳ I năm học 2025-2026"),
            ("2025-2026-T2", (2026, 2, 1), (2026, 8, 31), "học kỳ II năm học 2025-2026"),
        ],
    )
    def test_days_and_words(self, text: str, start: tuple[int, int, int], end: tuple[int, int, int], vi: str) -> None:
        period = ReportingPeriod.parse(text)
        assert (period.start, period.end, period.vi) == (datetime.date(*start), datetime.date(*end), vi)

    @pytest.mark.parametrize("text", ["", "2026-13", "2026-Q5", "2026-H3", "1899", "2026-6", "٢٠٢٦", "2026-10M", "2025-2027", "2025-2025",
                                      "2025-2026-T3", "2199-2200", "2026-00", "0000", "9999"])  # fmt: skip
    def test_other_texts_are_refused(self, text: str) -> None:
        with pytest.raises(ParseError):
            ReportingPeriod.parse(text)

    @given(st.text(max_size=12))
    def test_any_text_gives_a_period_or_a_parse_error(self, text: str) -> None:
        try:
            period = ReportingPeriod.parse(text)
        except ParseError:
            return
        assert str(period) == text


class TestLimits:
    """What cannot be is refused."""

    @pytest.mark.parametrize(("year", "number"), [(0, 1), (1, 1), (9999, 1), (2026, 0), (2026, 5)])
    def test_wild_numbers(self, year: int, number: int) -> None:
        with pytest.raises(InvalidValueError):
            ReportingPeriod(kind=PeriodKind.QUARTER, year=year, number=number)

    def test_numbers_too_long_to_be_shown(self) -> None:
        with pytest.raises(InvalidValueError, match="'int'"):
            ReportingPeriod(kind=PeriodKind.YEAR, year=10**5000)
        with pytest.raises(InvalidValueError, match="'int'"):
            ReportingPeriod(kind=PeriodKind.MONTH, year=2026, number=10**5000)


class TestSuccession:
    """The periods of a kind fill the year in order."""

    @given(st.sampled_from([kind for kind in PeriodKind if kind is not PeriodKind.NINE_MONTHS]))
    def test_each_begins_the_day_after_the_last(self, kind: PeriodKind) -> None:
        for before, after in pairwise(periods(kind, 2023, 2025)):
            assert after.start - before.end == datetime.timedelta(days=1)

    def test_years_out_of_reach_have_none(self) -> None:
        assert not list(periods(PeriodKind.MONTH, 1, 1899))
        assert not list(periods(PeriodKind.MONTH, 2200, 9999))

    @pytest.mark.parametrize("kind", list(PeriodKind))
    def test_next_goes_through_all_of_a_kind_and_previous_back(self, kind: PeriodKind) -> None:
        for before, after in pairwise(periods(kind, 1900, 2199)):
            assert before.next() == after
            assert after.previous() == before

    @pytest.mark.parametrize("kind", list(PeriodKind))
    def test_there_is_none_before_the_first_and_after_the_last(self, kind: PeriodKind) -> None:
        first, *_, last = periods(kind, 1900, 2199)
        with pytest.raises(InvalidValueError):
            first.previous()
        with pytest.raises(InvalidValueError):
            last.next()


class TestDays:
    """A day lies in one period of a kind."""

    @given(strategies.reporting_periods(), st.data())
    def test_the_period_of_a_day_is_the_one_that_contains_it(
        self, period: ReportingPeriod, data: st.DataObject
    ) -> None:
        day = data.draw(st.dates(period.start, period.end))
        assert period.contains(day)
        assert ReportingPeriod.of(period.kind, day) == period

    @given(strategies.reporting_periods())
    def test_the_days_beside_it_are_of_others(self, period: ReportingPeriod) -> None:
        assert not period.contains(period.start - datetime.timedelta(days=1))
        assert not period.contains(period.end + datetime.timedelta(days=1))

    def test_a_moment_is_cut_to_its_day(self) -> None:
        night = datetime.datetime(2026, 6, 30, 23, 59)  # noqa: DTZ001  # There are no time zones here.
        assert str(ReportingPeriod.of(PeriodKind.HALF, night)) == "2026-H1"
        assert ReportingPeriod.parse("2026-H1").contains(night)

    def test_august_is_of_the_school_year_before(self) -> None:
        assert str(ReportingPeriod.of(PeriodKind.SCHOOL_YEAR, datetime.date(2026, 8, 31))) == "2025-2026"
        assert str(ReportingPeriod.of(PeriodKind.TERM, datetime.date(2026, 9, 1))) == "2026-2027-T1"

    @pytest.mark.parametrize(
        ("kind", "day"),
        [
            (PeriodKind.NINE_MONTHS, datetime.date(2026, 10, 1)),
            (PeriodKind.MONTH, datetime.date.min),
            (PeriodKind.YEAR, datetime.date.max),
            (PeriodKind.SCHOOL_YEAR, datetime.date(1900, 8, 31)),
            (PeriodKind.TERM, datetime.date.min),
        ],
    )
    def test_some_days_are_of_none(self, kind: PeriodKind, day: datetime.date) -> None:
        with pytest.raises(InvalidValueError):
            ReportingPeriod.of(kind, day)

    @given(strategies.reporting_periods())
    def test_they_are_plain_dates(self, period: ReportingPeriod) -> None:
        assert (type(period.start), type(period.end)) == (datetime.date, datetime.date)


class TestOrder:
    """Periods are in order of their first day, the shorter one first."""

    @given(strategies.reporting_periods(), strategies.reporting_periods())
    def test_it_is_that_of_their_days(self, one: ReportingPeriod, other: ReportingPeriod) -> None:
        assert (one < other) == ((one.start, one.end) < (other.start, other.end))
        assert (one <= other) == (one < other or one == other)

    def test_of_all_kinds(self) -> None:
        ids = ["2025-2026-T1", "2025-2026", "2026-01", "2026-Q1", "2026-H1", "2026-9M", "2026", "2026-02", "2026-H2"]
        assert list(map(str, sorted(map(ReportingPeriod.parse, reversed(ids))))) == ids

    def test_against_nothing_else(self) -> None:
        with pytest.raises(TypeError):
            assert ReportingPeriod.parse("2026") < "2026"  # type: ignore[operator]  # It is what is refused.


class TestEnglish:
    @pytest.mark.parametrize(
        ("text", "en"),
        [
            ("2026-06", "June 2026"),
            ("2026-Q4", "fourth quarter of 2026"),
            ("2026-H2", "second half of 2026"),
            ("2026-9M", "first nine months of 2026"),
            ("2026", "2026"),
            ("2025-2026", "school year 2025-2026"),
            ("2025-2026-T2", "second term of the school year 2025-2026"),
        ],
    )
    def test_words(self, text: str, en: str) -> None:
        assert ReportingPeriod.parse(text).en == en
