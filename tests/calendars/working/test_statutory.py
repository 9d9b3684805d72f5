"""The days off by law."""

import datetime

import holidays
import pytest

from vstbpn.calendars.working.statutory import check_work_year, holiday_basis, statutory_holidays
from vstbpn.catalogue import tables
from vstbpn.errors import InvalidValueError


class TestHolidays:
    """Bộ luật Lao động 45/2019/QH14, Điều 112; Nghị quyết 28/2026/QH16."""

    def test_twelve_paid_days_since_2026(self) -> None:
        """Eleven days by Điều 112, the twelfth is 24/11; days in lieu come on top."""
        for year in (2022, 2026):  # Years whose Tết falls on working days.
            paid = [name for name in statutory_holidays(year).values() if "nghỉ bù" not in name]
            assert len(paid) == (11 if year < 2026 else 12)

    def test_they_come_in_order(self) -> None:
        for year in range(1901, 2101):
            days = list(statutory_holidays(year))
            assert days == sorted(days)
            assert {date.year for date in days} == {year}

    def test_none_is_a_swap(self) -> None:
        """The swaps of the library are left out, and nothing else of it."""
        for year in range(1995, 2101):
            table = holidays.country_holidays("VN", years=year, language="vi", expand=False)
            expected = {date: name for date, name in table.items() if "thay cho" not in name}
            assert dict(statutory_holidays(year)) == expected

    def test_the_announced_days_of_tet(self) -> None:
        """The bundled table has the announcement for 2026."""
        for row in tables.calendar():
            if row.kind == "public_holiday" and row.recurrence.startswith("once"):
                first, last = map(datetime.date.fromisoformat, (row.start, row.end))
                for number in range((last - first).days + 1):
                    date = first + datetime.timedelta(days=number)
                    assert date in statutory_holidays(date.year)

    def test_the_lunar_days_of_the_bundled_table(self) -> None:
        for row in tables.calendar():
            if row.kind == "lunar_date":
                date = datetime.date.fromisoformat(row.start)
                assert date in statutory_holidays(date.year)

    def test_others_cannot_change_them(self) -> None:
        with pytest.raises(TypeError):
            statutory_holidays(2026)[datetime.date(2026, 1, 5)] = "x"  # type: ignore[index]  # The error is what is tested.


class TestBasis:
    """The provision by which a holiday is off."""

    def test_before_the_code_of_2019(self) -> None:
        assert holiday_basis(datetime.date(2020, 12, 31), "x") is None
        assert (
            holiday_basis(datetime.date(2021, 1, 1), "Tết Dương lịch")
            == "Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1"
        )


class TestYears:
    """The years known."""

    @pytest.mark.parametrize("year", [0, 1900, 2101, 10**40])
    def test_others_are_refused(self, year: int) -> None:
        with pytest.raises(InvalidValueError, match="from 1901 to 2100"):
            statutory_holidays(year)

    def test_a_day_is_given_back(self) -> None:
        date = datetime.date(1901, 1, 1)
        assert check_work_year(date) is date

    def test_years_of_thousands_of_figures_are_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="year"):
            statutory_holidays(10**5000)
