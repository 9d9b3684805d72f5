"""Days of the lunar year."""

import datetime
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.occasions.lunar import lunar_months
from vstbpn.calendars.occasions.lunar_day import LunarDay
from vstbpn.errors import InvalidValueError, ParseError, VstbpnError


class TestRules:
    """Which day a feast is kept on."""

    def test_the_thirtieth_of_a_short_month_is_its_last_day(self) -> None:
        """The day called "30 Tết" is New Year's Eve: of 30 days before the Tết of 2024, of 29 before those of 2025 and 2026."""
        eve = LunarDay(month=12, day=30)
        for year in (2024, 2025, 2026):
            assert eve.on(year - 1) == LunarDay(month=1, day=1).on(year) - datetime.timedelta(days=1)
        assert LunarDay(month=12, day=29).on(2025) == eve.on(2025)
        assert LunarDay(month=12, day=29).on(2023) < eve.on(2023)

    def test_it_is_kept_in_the_regular_month(self) -> None:
        """The sixth month of 2025 came twice."""
        assert LunarDay(month=6, day=15).on(2025) == datetime.date(2025, 7, 9)

    @given(strategies.lunar_days(), st.integers(1901, 2100))
    def test_it_lies_in_its_month(self, day: LunarDay, year: int) -> None:
        date = day.on(year)
        (month,) = [month for month in lunar_months(year) if month.number == day.month and not month.leap]
        assert 0 <= (date - month.start).days < month.days
        assert date.year in {year, year + 1}


class TestYearsOfTheCommonCalendar:
    """A lunar day comes once in most years, and near New Year twice or not at all."""

    @given(strategies.lunar_days(), st.integers(1902, 2099))
    def test_years_share_out_the_days(self, day: LunarDay, year: int) -> None:
        found = [*day.dates_in(year), *day.dates_in(year + 1)]
        assert found == sorted(set(found))
        assert set(found) >= {date for date in (day.on(year),) if date.year in {year, year + 1}}

    def test_twice_and_not_at_all(self) -> None:
        day = LunarDay(month=11, day=20)
        counts = {len(day.dates_in(year)) for year in range(1902, 2101)}
        assert counts == {0, 1, 2}

    @pytest.mark.parametrize("year", [0, 1901, 2101, 10**40])
    def test_wild_years_are_refused(self, year: int) -> None:
        with pytest.raises(InvalidValueError, match="from 1902 to 2100"):
            LunarDay(month=3, day=10).dates_in(year)


class TestWords:
    """How it is written."""

    def test_the_words(self) -> None:
        day = LunarDay(month=1, day=5)
        assert (str(day), day.vi, day.en) == ("5/1 âm lịch", "ngày 05 tháng 01 âm lịch", "day 5 of lunar month 1")

    @given(strategies.lunar_days())
    def test_parse_is_the_inverse_of_str(self, day: LunarDay) -> None:
        assert LunarDay.parse(str(day)) == day

    def test_shorter_words(self) -> None:
        assert LunarDay.parse("10/03 AL") == LunarDay.parse("10/3 Âm lịch") == LunarDay(month=3, day=10)

    @pytest.mark.parametrize(
        "text", ["", "10/3", "0/3 âm lịch", "31/3 âm lịch", "1/13 âm lịch", "1/3 dương lịch", "١/3 âm lịch"]
    )
    def test_others_are_refused(self, text: str) -> None:
        with pytest.raises(ParseError):
            LunarDay.parse(text)

    @given(st.text())
    def test_no_text_raises_another_error(self, text: str) -> None:
        with suppress(VstbpnError):
            LunarDay.parse(text)


@pytest.mark.parametrize(("month", "day"), [(0, 1), (13, 1), (1, 0), (1, 31), (-3, 10), (10**30, 1)])
def test_no_such_day(month: int, day: int) -> None:
    with pytest.raises(InvalidValueError, match="lunar"):
        LunarDay(month=month, day=day)
