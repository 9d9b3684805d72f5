"""Reporting periods: their ids, their days, their Vietnamese."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.calendars.periods import PeriodKind, ReportingPeriod, periods
from vstbpn.errors import InvalidValueError, ParseError


@st.composite
def some_period(draw: st.DrawFn) -> ReportingPeriod:
    kind = draw(st.sampled_from(PeriodKind))
    number = draw(st.integers(1, kind.per_year))
    return ReportingPeriod(kind=kind, year=draw(st.integers(1900, 2199)), number=number)


class TestIds:
    """An id names a period, and parse and str are inverses."""

    @given(some_period())
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
        ],
    )
    def test_days_and_words(self, text: str, start: tuple[int, int, int], end: tuple[int, int, int], vi: str) -> None:
        period = ReportingPeriod.parse(text)
        assert (period.start, period.end, period.vi) == (datetime.date(*start), datetime.date(*end), vi)

    @pytest.mark.parametrize("text", ["", "2026-13", "2026-Q5", "2026-H3", "1899", "2026-6", "٢٠٢٦", "2026-10M"])
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

    @pytest.mark.parametrize(("year", "number"), [(1, 1), (9999, 1), (2026, 0), (2026, 5)])
    def test_wild_numbers(self, year: int, number: int) -> None:
        with pytest.raises(InvalidValueError):
            ReportingPeriod(kind=PeriodKind.QUARTER, year=year, number=number)


class TestSuccession:
    """The periods of a kind fill the year in order."""

    @given(st.sampled_from([kind for kind in PeriodKind if kind is not PeriodKind.NINE_MONTHS]))
    def test_each_begins_the_day_after_the_last(self, kind: PeriodKind) -> None:
        for before, after in pairwise(periods(kind, 2023, 2025)):
            assert after.start - before.end == datetime.timedelta(days=1)

    def test_years_out_of_reach_have_none(self) -> None:
        assert not list(periods(PeriodKind.MONTH, 1, 1899))
        assert not list(periods(PeriodKind.MONTH, 2200, 9999))
