"""Feast days of one's own."""

import datetime
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.occasions.lunar_day import LunarDay
from vstbpn.calendars.occasions.observance import Observance
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, NotFoundError, VstbpnError

LEAP = Observance(id="29-2", name="Ngày nhuận", day=PartialDate(month=2, day=29))
FEAST = Observance(id="gio-to", name="Giỗ Tổ Hùng Vương", day=LunarDay(month=3, day=10))


class TestCommonYears:
    """Feast days of the common calendar."""

    def test_a_day_no_year_has_is_refused(self) -> None:
        assert LEAP.on(2024) == datetime.date(2024, 2, 29)
        for year in (2023, 1, 9999):
            with pytest.raises(InvalidValueError):
                LEAP.on(year)

    def test_a_year_without_it_has_none(self) -> None:
        assert LEAP.dates_in(2023) == ()
        assert LEAP.dates_in(2024) == (datetime.date(2024, 2, 29),)
        with pytest.raises(InvalidValueError):
            LEAP.dates_in(9999)

    @pytest.mark.parametrize("day", ["2026-03-08", "--03", "---10", "2026"])
    def test_what_is_no_day_of_each_year_is_refused(self, day: str) -> None:
        with pytest.raises(InvalidValueError, match="month and a day without a year"):
            Observance(id="x", name="x", day=PartialDate.parse(day))


class TestLunarYears:
    """Feast days of the lunar calendar."""

    def test_a_feast_of_spring(self) -> None:
        """The bundled table's days of Giỗ Tổ."""
        assert str(FEAST.on(2026)) == "2026-04-26"
        assert FEAST.dates_in(2027) == (datetime.date(2027, 4, 16),)

    def test_it_was_not_kept_before_its_first_lunar_year(self) -> None:
        """The twelfth month of a lunar year falls in the next one's January: that of 2024 does not count."""
        feast = Observance(id="x", name="Ông Công, ông Táo", day=LunarDay(month=12, day=2), since=2025)
        everyone = Observance(id="y", name="Ông Công, ông Táo", day=LunarDay(month=12, day=2))
        assert feast.dates_in(2024) == ()
        assert everyone.dates_in(2025) == (datetime.date(2025, 1, 1),)
        assert feast.dates_in(2025) == ()
        assert feast.dates_in(2026) == everyone.dates_in(2026) == (datetime.date(2026, 1, 20),)
        with pytest.raises(NotFoundError):
            feast.on(2024)

    @pytest.mark.parametrize("year", [1900, 2101])
    def test_wild_years_are_refused(self, year: int) -> None:
        for ask in (FEAST.on, FEAST.dates_in):
            with pytest.raises(InvalidValueError):
                ask(year)


@given(strategies.observances(), st.integers())
def test_no_year_raises_another_error(observance: Observance, year: int) -> None:
    for ask in (observance.on, observance.dates_in):
        with suppress(VstbpnError):
            ask(year)


@given(strategies.observances(), st.integers(1902, 2099))
def test_the_days_of_a_year_are_those_it_is_kept_on(observance: Observance, year: int) -> None:
    for date in observance.dates_in(year):
        assert date.year == year
        lunar_year = year if observance.since == year or observance.on(year) == date else year - 1
        assert observance.on(lunar_year) == date


class TestHugeYears:
    """Years of thousands of figures are refused as others are."""

    def test_they_are_refused(self) -> None:
        huge = 10**5000
        lunar = LunarDay(month=3, day=10)
        feast = Observance(id="gio-to", name="Giỗ Tổ Hùng Vương", day=lunar)
        for asked in (feast.on, feast.dates_in, lunar.on):
            with pytest.raises(InvalidValueError, match="year"):
                asked(huge)
        with pytest.raises(NotFoundError, match="year"):
            Observance(id="a", name="b", day=PartialDate(month=1, day=1), since=huge).on(2026)
        for month, day in ((huge, 1), (1, huge)):
            with pytest.raises(InvalidValueError, match="lunar"):
                LunarDay(month=month, day=day)
