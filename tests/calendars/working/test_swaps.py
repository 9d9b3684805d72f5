"""Swaps, and those of the bundled table."""

import datetime

import holidays
import pytest
from hypothesis import given

from vstbpn import strategies
from vstbpn.calendars.working.sectors import Sector
from vstbpn.calendars.working.swaps import Swap, bundled_swaps, last_announced_year
from vstbpn.errors import InvalidValueError

FRIDAY, SATURDAY = datetime.date(2026, 1, 2), datetime.date(2026, 1, 10)


class TestConstruction:
    """What is no swap is refused, with what to mend."""

    def test_the_days(self) -> None:
        assert Swap(day_off=FRIDAY, day_worked=SATURDAY).days == (FRIDAY, SATURDAY)

    def test_one_day_for_itself(self) -> None:
        with pytest.raises(InvalidValueError, match="on another day"):
            Swap(day_off=FRIDAY, day_worked=FRIDAY)

    @pytest.mark.parametrize("rest", [SATURDAY, SATURDAY + datetime.timedelta(days=1)])
    def test_a_day_off_at_a_weekend(self, rest: datetime.date) -> None:
        with pytest.raises(InvalidValueError, match="mixed up"):
            Swap(day_off=rest, day_worked=FRIDAY)

    @pytest.mark.parametrize("year", [1, 1900, 2101, 9999])
    def test_wild_years(self, year: int) -> None:
        with pytest.raises(InvalidValueError, match="from 1901 to 2100"):
            Swap(day_off=datetime.date(year, 3, 1), day_worked=SATURDAY)
        with pytest.raises(InvalidValueError, match="from 1901 to 2100"):
            Swap(day_off=FRIDAY, day_worked=datetime.date(year, 3, 1))

    @pytest.mark.parametrize("sectors", [(), (Sector.STATE, Sector.STATE)])
    def test_sectors(self, sectors: tuple[Sector, ...]) -> None:
        with pytest.raises(InvalidValueError, match="at least one sector"):
            Swap(day_off=FRIDAY, day_worked=SATURDAY, sectors=sectors)

    def test_moments_are_cut_to_their_days(self) -> None:
        morning = datetime.datetime(2026, 1, 2, 8)  # noqa: DTZ001  # No time zone: a moment is cut to its day.
        assert Swap(day_off=morning, day_worked=SATURDAY) == Swap(day_off=FRIDAY, day_worked=SATURDAY)

    @given(strategies.swaps())
    def test_strategies_give_a_weekday_for_a_weekend(self, swap: Swap) -> None:
        assert swap.day_off.weekday() < 5 <= swap.day_worked.weekday()


class TestBundled:
    """The swaps of the bundled table."""

    def test_each_names_its_source_and_binds_state_offices(self) -> None:
        assert all(swap.source and swap.sectors == (Sector.STATE,) for swap in bundled_swaps())

    def test_those_of_2018_and_later_name_their_act(self) -> None:
        assert all(swap.basis for swap in bundled_swaps() if swap.confirmed and swap.day_off.year >= 2018)

    def test_they_come_in_order_and_share_no_day(self) -> None:
        assert list(bundled_swaps()) == sorted(bundled_swaps(), key=lambda swap: swap.day_off)
        days = [date for swap in bundled_swaps() for date in swap.days]
        assert len(set(days)) == len(days)

    def test_they_hold_all_that_the_library_knows(self) -> None:
        """PyPI holidays, holidays/countries/vietnam.py: what it calls days off in place of others."""
        table = holidays.country_holidays("VN", years=range(1995, 2101), language="vi", expand=False)
        ours = {
            (swap.day_off, f"Ngày nghỉ (thay cho ngày {swap.day_worked:%d/%m/%Y})")
            for swap in bundled_swaps()
            if swap.confirmed
        }
        theirs = {(date, name) for date, name in table.items() if "thay cho" in name}
        assert len(theirs) >= 12
        assert theirs <= ours
        assert table.weekend_workdays <= {swap.day_worked for swap in bundled_swaps()}

    def test_the_year_announced(self) -> None:
        """9441/TB-BNV of 16 October 2025 settled 2026; nothing of 2027 is announced yet."""
        assert last_announced_year() == 2026
