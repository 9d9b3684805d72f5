"""The Vietnamese lunar calendar, against published tables."""

import datetime
import subprocess
import sys
from itertools import pairwise

import pytest
from holidays.calendars.chinese import VIETNAMESE_CALENDAR, _ChineseLunisolar

from vstbpn.calendars.occasions.lunar import lunar_months
from vstbpn.calendars.occasions.lunar_day import LunarDay
from vstbpn.catalogue import tables
from vstbpn.errors import InvalidValueError

TABLES = _ChineseLunisolar(VIETNAMESE_CALENDAR)
YEARS = range(1901, 2101)


class TestTables:
    """Each Tết and Giỗ Tổ of the Vietnamese tables of the holidays library, 1901 to 2100: there is no difference."""

    def test_tet(self) -> None:
        tet = LunarDay(month=1, day=1)
        assert [tet.on(year) for year in YEARS] == [TABLES.lunar_new_year_date(year)[0] for year in YEARS]

    def test_gio_to(self) -> None:
        feast = LunarDay(month=3, day=10)
        assert [feast.on(year) for year in YEARS] == [TABLES.hung_kings_date(year)[0] for year in YEARS]

    @pytest.mark.parametrize(
        "row", [row for row in tables.calendar() if row.kind == "lunar_date"], ids=lambda row: row.id
    )
    def test_the_bundled_table(self, row: tables.CalendarRow) -> None:
        """PyPI holidays 0.109, holidays/countries/vietnam.py; 2026 and 2027 confirmed by public sources."""
        date = datetime.date.fromisoformat(row.start)
        feast = LunarDay(month=1, day=1) if row.id.startswith("tet-") else LunarDay(month=3, day=10)
        assert feast.on(date.year) == date


class TestMonths:
    """Twelve months of 29 or 30 days, and a leap month in some years."""

    def test_years_join_without_a_gap(self) -> None:
        months = [month for year in YEARS for month in lunar_months(year)]
        for month, after in pairwise(months):
            assert month.days in {29, 30}
            assert month.start + datetime.timedelta(days=month.days) == after.start

    def test_regular_months_are_twelve_and_a_leap_one_follows_its_own(self) -> None:
        for year in YEARS:
            months = lunar_months(year)
            assert [month.number for month in months if not month.leap] == list(range(1, 13))
            for place, month in enumerate(months):
                if month.leap:
                    assert (months[place - 1].number, months[place - 1].leap) == (month.number, False)

    def test_seven_leap_months_in_nineteen_years(self) -> None:
        """The cycle of Meton, which the calendar keeps to within one."""
        for first in range(1901, 2082):
            leaps = sum(len(lunar_months(year)) - 12 for year in range(first, first + 19))
            assert leaps in {6, 7, 8}

    def test_a_leap_month_of_our_day(self) -> None:
        """2025 had a sixth month twice: from 25 June and from 25 July."""
        sixth = [month for month in lunar_months(2025) if month.number == 6]
        assert [(month.leap, str(month.start)) for month in sixth] == [(False, "2025-06-25"), (True, "2025-07-25")]

    @pytest.mark.parametrize("year", [0, 1900, 2101, 10**40])
    def test_wild_years_are_refused(self, year: int) -> None:
        with pytest.raises(InvalidValueError, match="from 1901 to 2100"):
            lunar_months(year)


def test_nothing_heavy_is_loaded() -> None:
    """Feast days and lunar days need neither the holidays library nor any other."""
    code = (
        "import sys, vstbpn.calendars as c; c.LunarDay(month=3, day=10).on(2026); c.observances();"
        "print([name for name in ('holidays', 'babel', 'cattrs', 'dateutil') if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
