"""Days in the cells of a table."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.catalogue.cells import DAY, day_expected, day_first, day_trouble, has_short_year, read_day


class TestDays:
    """Spreadsheets of either country."""

    @pytest.mark.parametrize(
        "cell", ["2020-03-05", "05/3/2020", "5/03/2020", "2020-03-05 00:00:00", "2020-03-05T00:00"]
    )
    def test_are_read_as_written(self, cell: str) -> None:
        assert read_day(cell) == datetime.date(2020, 3, 5)

    @pytest.mark.parametrize("cell", ["", "2020", "20200305", "31/4/2020", "2020-13-01", "0999-01-01", "٢٠٢٠-03-05"])
    def test_others_are_none(self, cell: str) -> None:
        assert read_day(cell) is None

    @given(st.text())
    def test_any_cell_has_an_answer(self, cell: str) -> None:
        assert read_day(cell) is None or day_expected(cell) == DAY

    def test_a_time_is_told(self) -> None:
        assert day_expected("2020-03-05 08:30") == f"{DAY}, without a time"

    @pytest.mark.parametrize(
        ("cell", "trouble"),
        [
            ("31/4/2025", "April has 30 days"),
            ("2100-02-29", "February 2100 has 28 days"),
            ("07/13/2025", "there is no month 13"),
            ("1/7/25", "the year has two digits"),
            ("00/7/2025", "there is no day 0"),
            ("01/01/1492", "the year is not from 1900 to 2199"),
            ("01/01/2025", ""),
            ("hôm qua", ""),
        ],
    )
    def test_why_it_is_none_is_told(self, cell: str, trouble: str) -> None:
        assert day_trouble(cell) == trouble

    @given(st.from_regex(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True))
    def test_what_is_written_like_a_day_is_one_or_has_a_reason(self, cell: str) -> None:
        is_three = len(cell.rpartition("/")[2]) == 3
        assert is_three or (read_day(cell) is None) == bool(day_trouble(cell))
        assert has_short_year(cell) <= (day_first(cell) is None)
