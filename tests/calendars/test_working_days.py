"""Working days: holidays, swaps, and counting."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.calendars.working_days import FIRST_WORK_YEAR, LAST_WORK_YEAR, Swap, WorkCalendar
from vstbpn.errors import InvalidValueError, VstbpnError

DAYS = WorkCalendar.bundled()
SOME_DAY = st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 12, 31))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


class TestHolidays:
    """Bộ luật Lao động 45/2019/QH14, Điều 112; Nghị quyết 28/2026/QH16."""

    @pytest.mark.parametrize(
        "text", ["2026-01-01", "2026-02-17", "2026-04-30", "2026-05-01", "2026-09-02", "2026-11-24"]
    )
    def test_are_days_off(self, text: str) -> None:
        assert not DAYS.is_working_day(day(text))
        assert DAYS.holiday(day(text))

    def test_culture_day_was_worked_before_2026(self) -> None:
        assert DAYS.is_working_day(day("2025-11-24"))
        assert DAYS.holiday(day("2025-11-24")) is None

    def test_the_announced_days_of_tet_are_off(self) -> None:
        assert not any(DAYS.is_working_day(datetime.date(2026, 2, number)) for number in range(14, 23))

    def test_rest_on_a_holiday_moves_to_the_next_working_day(self) -> None:
        """Điều 111 khoản 3: Giỗ Tổ of 2026 falls on a Sunday."""
        assert not DAYS.is_working_day(day("2026-04-27"))


class TestSwaps:
    """Announced swaps lie over the holidays."""

    @pytest.mark.parametrize(
        ("off", "worked"),
        [
            ("2018-12-31", "2019-01-05"),
            ("2024-04-29", "2024-05-04"),
            ("2025-05-02", "2025-04-26"),
            ("2026-01-02", "2026-01-10"),
            ("2026-08-31", "2026-08-22"),
        ],
    )
    def test_both_days_change(self, off: str, worked: str) -> None:
        assert not DAYS.is_working_day(day(off))
        assert DAYS.is_working_day(day(worked))

    def test_a_proposal_changes_nothing(self) -> None:
        proposed = next(swap for swap in DAYS.swaps if not swap.confirmed)
        assert DAYS.is_working_day(proposed.day_off)
        assert not DAYS.is_working_day(proposed.day_worked)

    def test_confirmed_ones_name_their_basis_and_source(self) -> None:
        assert all(swap.basis and swap.source for swap in DAYS.swaps if swap.confirmed)

    def test_more_can_be_laid_over(self) -> None:
        swap = Swap(day_off=day("2027-02-03"), day_worked=day("2027-02-20"))
        more = DAYS.with_swaps(swap)
        assert more.is_working_day(swap.day_worked)
        assert not more.is_working_day(swap.day_off)
        assert DAYS.is_working_day(swap.day_off)

    def test_the_library_knows_older_ones(self) -> None:
        assert WorkCalendar().is_working_day(day("2014-12-27"))

    def test_years_not_announced_are_provisional(self) -> None:
        assert not DAYS.is_provisional(2026)
        assert DAYS.is_provisional(2027)


class TestRolling:
    """Bộ luật Dân sự 2015, Điều 148 khoản 5, and its contrary."""

    @given(SOME_DAY)
    def test_lands_on_the_nearest_working_day(self, date: datetime.date) -> None:
        after, before = DAYS.following(date), DAYS.preceding(date)
        assert before <= date <= after
        assert DAYS.is_working_day(after)
        assert DAYS.is_working_day(before)
        assert (after == date) == (before == date) == DAYS.is_working_day(date)


class TestCounting:
    """Bộ luật Dân sự 2015, Điều 147: the first day does not count."""

    @given(SOME_DAY, st.integers(-40, 40))
    def test_counts_the_working_days_between(self, date: datetime.date, n: int) -> None:
        result = DAYS.add_working_days(date, n)
        step = datetime.timedelta(days=1 if n > 0 else -1)
        counted, at = 0, date
        while at != result:
            at += step
            counted += DAYS.is_working_day(at)
        assert counted == abs(n)
        assert n == 0 or DAYS.is_working_day(result)


class TestLimits:
    """The lunar tables have a first and a last year."""

    @pytest.mark.parametrize("date", [datetime.date.min, datetime.date.max, day("1900-12-31"), day("2101-01-01")])
    def test_wild_days_are_refused(self, date: datetime.date) -> None:
        for ask in (DAYS.is_working_day, DAYS.following, DAYS.preceding, DAYS.holiday):
            with pytest.raises(InvalidValueError):
                ask(date)
        with pytest.raises(InvalidValueError):
            DAYS.add_working_days(date, 1)

    def test_the_edges(self) -> None:
        assert DAYS.is_working_day(datetime.date(FIRST_WORK_YEAR, 1, 3))
        assert DAYS.is_working_day(datetime.date(LAST_WORK_YEAR, 12, 31))
        with pytest.raises(VstbpnError):
            DAYS.add_working_days(datetime.date(LAST_WORK_YEAR, 12, 31), 10**30)
        with pytest.raises(VstbpnError):
            DAYS.preceding(datetime.date(FIRST_WORK_YEAR, 1, 1))
