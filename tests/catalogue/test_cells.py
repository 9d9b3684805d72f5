"""Days in the cells of a table."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.catalogue.cells import DAY, day_expected, read_day


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
