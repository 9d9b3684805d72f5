"""Working days: holidays, swaps, and counting."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.working.reasons import DayReasonKind
from vstbpn.calendars.working.sectors import Sector
from vstbpn.calendars.working.swaps import Swap
from vstbpn.calendars.working.work_calendar import FIRST_WORK_YEAR, LAST_WORK_YEAR, WorkCalendar
from vstbpn.errors import InvalidValueError, VstbpnError
from vstbpn.values import evolve

DAYS = WorkCalendar.bundled()
OTHERS = WorkCalendar.bundled(Sector.OTHER)
SOME_DAY = st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 12, 31))
A_DAY = datetime.timedelta(days=1)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


class TestKnownDays:
    """Days that everybody can look up."""

    @pytest.mark.parametrize(
        ("due", "rolled"), [("2024-06-15", "2024-06-17"), ("2024-12-15", "2024-12-16"), ("2025-06-15", "2025-06-16")]
    )
    def test_due_days_at_weekends_move_to_monday(self, due: str, rolled: str) -> None:
        """Bộ luật Dân sự 2015, Điều 148 khoản 5: a time limit ends on the next working day."""
        assert DAYS.following(day(due)) == day(rolled)

    def test_the_day_of_culture_is_off_in_2026(self) -> None:
        """Nghị quyết 28/2026/QH16: off since 1 July 2026, first kept on Tuesday 24 November 2026."""
        assert not DAYS.is_working_day(day("2026-11-24"))
        assert not OTHERS.is_working_day(day("2026-11-24"))
        assert DAYS.is_working_day(day("2025-11-24"))

    def test_the_swap_of_january_2026_binds_state_offices(self) -> None:
        """12729/VPCP-KGVX of 25 December 2025: 2 January off, Saturday 10 January worked."""
        off, worked = day("2026-01-02"), day("2026-01-10")
        assert (DAYS.is_working_day(off), DAYS.is_working_day(worked)) == (False, True)
        assert (OTHERS.is_working_day(off), OTHERS.is_working_day(worked)) == (True, False)

    def test_the_swap_of_august_2026_binds_state_offices(self) -> None:
        """9441/TB-BNV of 16 October 2025: 31 August off, Saturday 22 August worked."""
        off, worked = day("2026-08-31"), day("2026-08-22")
        assert (DAYS.is_working_day(off), DAYS.is_working_day(worked)) == (False, True)
        assert (OTHERS.is_working_day(off), OTHERS.is_working_day(worked)) == (True, False)

    def test_tet_of_2026(self) -> None:
        """9441/TB-BNV of 16 October 2025: off from 16 to 20 February, nine days in a row with the weekends."""
        assert not any(DAYS.is_working_day(datetime.date(2026, 2, number)) for number in range(14, 23))
        assert DAYS.preceding(day("2026-02-22")) == day("2026-02-13")
        assert DAYS.following(day("2026-02-14")) == day("2026-02-23")

    @pytest.mark.parametrize(
        ("feast", "tet"),
        [
            ("2020-04-02", "2020-01-25"),
            ("2021-04-21", "2021-02-12"),
            ("2022-04-10", "2022-02-01"),
            ("2023-04-29", "2023-01-22"),
            ("2024-04-18", "2024-02-10"),
            ("2025-04-07", "2025-01-29"),
            ("2026-04-26", "2026-02-17"),
            ("2027-04-16", "2027-02-06"),
            ("2028-04-04", "2028-01-26"),
            ("2029-04-23", "2029-02-13"),
            ("2030-04-12", "2030-02-02"),
        ],
    )
    def test_lunar_feasts_are_off(self, feast: str, tet: str) -> None:
        """The lunar days of the bundled table: PyPI holidays 0.109, holidays/countries/vietnam.py."""
        assert DAYS.holiday(day(feast)) == "Ngày Giỗ Tổ Hùng Vương"
        assert DAYS.holiday(day(tet)) == "Tết Nguyên Đán"
        assert not DAYS.is_working_day(day(feast))
        assert not DAYS.is_working_day(day(tet))

    @pytest.mark.parametrize(("rest", "moved"), [("2026-04-26", "2026-04-27"), ("2022-01-01", "2022-01-03")])
    def test_a_weekly_rest_on_a_holiday_moves(self, rest: str, moved: str) -> None:
        """Bộ luật Lao động 2019, Điều 111 khoản 3: it moves to the next working day."""
        assert DAYS.holiday(day(moved)) == f"{DAYS.holiday(day(rest))} (nghỉ bù)"
        assert not DAYS.is_working_day(day(moved))
        assert DAYS.following(day(rest)) == day(moved) + A_DAY


class TestSwaps:
    """Swaps lie over the holidays."""

    @pytest.mark.parametrize(
        "swap", [swap for swap in DAYS.swaps if swap.confirmed], ids=lambda swap: str(swap.day_off)
    )
    def test_both_days_change_for_state_offices_alone(self, swap: Swap) -> None:
        assert not DAYS.is_working_day(swap.day_off)
        assert DAYS.is_working_day(swap.day_worked)
        assert OTHERS.is_working_day(swap.day_off)
        assert not OTHERS.is_working_day(swap.day_worked)

    def test_a_proposal_changes_nothing(self) -> None:
        (proposed,) = [swap for swap in DAYS.swaps if not swap.confirmed]
        assert DAYS.is_working_day(proposed.day_off)
        assert not DAYS.is_working_day(proposed.day_worked)

    def test_without_swaps_the_law_alone_stands(self) -> None:
        assert not WorkCalendar().is_working_day(day("2014-12-27"))
        assert WorkCalendar().is_working_day(day("2026-08-31"))

    def test_more_can_be_laid_over(self) -> None:
        swap = Swap(day_off=day("2027-02-03"), day_worked=day("2027-02-20"))
        more = DAYS.with_swaps(swap)
        assert more.is_working_day(swap.day_worked)
        assert not more.is_working_day(swap.day_off)
        assert DAYS.is_working_day(swap.day_off)
        assert more.announced_until == DAYS.announced_until
        assert DAYS.with_swaps(swap, announced_until=2027).announced_until == 2027

    def test_one_that_shares_a_day_replaces_the_earlier(self) -> None:
        """A corrected announcement: the Saturday first named is a day of rest again."""
        first = Swap(day_off=day("2027-02-03"), day_worked=day("2027-02-20"))
        second = evolve(first, day_worked=day("2027-02-27"))
        both = DAYS.with_swaps(first, second)
        assert not both.is_working_day(day("2027-02-20"))
        assert both.is_working_day(day("2027-02-27"))
        assert not both.is_working_day(day("2027-02-03"))

    def test_a_proposal_leaves_what_is_announced(self) -> None:
        proposal = Swap(day_off=day("2026-08-31"), day_worked=day("2026-08-29"), confirmed=False)
        days = DAYS.with_swaps(proposal)
        assert days.is_working_day(day("2026-08-22"))
        assert all(map(days.is_provisional, (day("2026-08-22"), day("2026-08-29"), day("2026-08-31"))))

    def test_those_of_other_employers_bind_them_alone(self) -> None:
        swap = Swap(day_off=day("2026-03-06"), day_worked=day("2026-03-14"), sectors=(Sector.OTHER,))
        assert not OTHERS.with_swaps(swap).is_working_day(day("2026-03-06"))
        assert DAYS.with_swaps(swap).is_working_day(day("2026-03-06"))

    def test_a_day_of_a_holiday_may_be_given_back(self) -> None:
        """Where Tết is announced otherwise than reckoned: 4 February 2027 worked, 11 February off."""
        given_back = Swap(day_off=day("2027-02-11"), day_worked=day("2027-02-04"))
        days = DAYS.with_swaps(given_back)
        assert days.is_working_day(day("2027-02-04"))
        assert not days.is_working_day(day("2027-02-11"))

    def test_a_day_worked_anyway_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="worked anyway"):
            DAYS.with_swaps(Swap(day_off=day("2027-03-04"), day_worked=day("2027-03-05")))

    @given(st.lists(strategies.swaps(), min_size=1, max_size=5))
    def test_the_last_announced_stands(self, swaps: list[Swap]) -> None:
        last = evolve(swaps[-1], confirmed=True, sectors=(Sector.STATE,))
        days = DAYS.with_swaps(*swaps[:-1], last)
        assert not days.is_working_day(last.day_off)
        assert days.is_working_day(last.day_worked)

    @given(strategies.work_calendars(), SOME_DAY)
    def test_other_days_are_as_the_law_has_them(self, days: WorkCalendar, date: datetime.date) -> None:
        if not any(date in swap.days for swap in days.swaps):
            assert days.is_working_day(date) == WorkCalendar().is_working_day(date)

    def test_a_sector_may_be_told_by_its_value(self) -> None:
        assert WorkCalendar.bundled("other") is OTHERS  # type: ignore[arg-type]  # It is read all the same.
        with pytest.raises(InvalidValueError):
            WorkCalendar.bundled("party")  # type: ignore[arg-type]  # The error is what is tested.


class TestProvisional:
    """Days off may change until they are announced."""

    def test_years(self) -> None:
        assert not DAYS.is_provisional(2026)
        assert DAYS.is_provisional(2027)
        assert DAYS.is_provisional(9999)

    def test_days(self) -> None:
        """The swap of 23 and 28 November 2026 is only proposed."""
        assert DAYS.is_provisional(day("2026-11-23"))
        assert DAYS.is_provisional(day("2026-11-28"))
        assert not DAYS.is_provisional(day("2026-11-24"))
        assert DAYS.is_provisional(day("2027-06-01"))
        assert not DAYS.is_provisional(datetime.date.min)

    def test_stretches_either_way(self) -> None:
        for first, last in (("2026-11-22", "2026-11-24"), ("2026-11-29", "2026-11-27"), ("2026-12-31", "2027-01-04")):
            assert DAYS.is_provisional(day(first), day(last))
            assert DAYS.is_provisional(day(last), day(first))
        assert not DAYS.is_provisional(day("2026-11-24"), day("2026-11-27"))

    def test_a_proposal_to_state_offices_leaves_others_alone(self) -> None:
        assert not OTHERS.is_provisional(day("2026-11-23"))

    def test_a_proposal_announced_is_settled(self) -> None:
        (proposed,) = [swap for swap in DAYS.swaps if not swap.confirmed]
        settled = DAYS.with_swaps(evolve(proposed, confirmed=True))
        assert not any(map(settled.is_provisional, proposed.days))
        assert not settled.is_working_day(day("2026-11-23"))


class TestReasons:
    """From a day to why it is off or worked."""

    def test_holidays_name_their_provision(self) -> None:
        """Bộ luật Lao động 45/2019/QH14 stands since 1 January 2021; of older codes no article is told."""
        expected = {
            "2026-04-30": "Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1",
            "2026-02-17": "Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1",
            "2026-04-27": "Bộ luật Lao động 2019, Điều 111 khoản 3",
            "2026-11-24": "Nghị quyết 28/2026/QH16",
            "2019-04-30": None,
        }
        for text, basis in expected.items():
            reason = DAYS.why(day(text))
            assert reason is not None
            assert (reason.kind, reason.basis) == (DayReasonKind.HOLIDAY, basis)
            assert reason.source
            assert reason.name == DAYS.holiday(day(text))

    def test_swaps_name_their_act_and_source(self) -> None:
        off, worked = DAYS.why(day("2026-08-31")), DAYS.why(day("2026-08-22"))
        assert off is not None
        assert worked is not None
        assert (off.kind, worked.kind) == (DayReasonKind.SWAPPED_OFF, DayReasonKind.SWAPPED_WORKED)
        assert off.swap == worked.swap
        assert off.basis == worked.basis == "9441/TB-BNV (2025-10-16); 9859/VPCP-KGVX (2025-10-13)"
        assert "holidays 0.109" in (off.source or "")
        assert (off.is_worked, worked.is_worked) == (False, True)

    def test_weekly_rest_and_ordinary_days(self) -> None:
        sunday = DAYS.why(day("2026-11-22"))
        assert sunday is not None
        assert str(sunday) == "nghỉ hằng tuần"
        assert DAYS.why(day("2026-11-20")) is None

    def test_a_swap_only_proposed(self) -> None:
        """The day it would make a day off is worked as yet; the Saturday it would have worked is one of rest."""
        (proposed,) = [swap for swap in DAYS.swaps if not swap.confirmed]
        reason, rest = DAYS.why(proposed.day_off), DAYS.why(proposed.day_worked)
        assert reason is not None
        assert (reason.kind, reason.swap, reason.source) == (DayReasonKind.PROPOSED, proposed, proposed.source)
        assert reason.is_worked
        assert DAYS.is_working_day(proposed.day_off)
        assert rest is not None
        assert rest.kind is DayReasonKind.WEEKLY_REST
        assert OTHERS.why(proposed.day_off) is None
        settled = DAYS.with_swaps(evolve(proposed, confirmed=True)).why(proposed.day_off)
        assert settled is not None
        assert settled.kind is DayReasonKind.SWAPPED_OFF

    @given(strategies.work_calendars(), SOME_DAY)
    def test_there_is_one_where_a_day_is_off(self, days: WorkCalendar, date: datetime.date) -> None:
        reason = days.why(date)
        assert days.is_working_day(date) == (reason is None or reason.is_worked)


class TestRolling:
    """Bộ luật Dân sự 2015, Điều 148 khoản 5, and its contrary."""

    @given(strategies.work_calendars(), SOME_DAY)
    def test_lands_on_the_nearest_working_day(self, days: WorkCalendar, date: datetime.date) -> None:
        after, before = days.following(date), days.preceding(date)
        assert before <= date <= after
        assert days.is_working_day(after)
        assert days.is_working_day(before)
        assert (after == date) == (before == date) == days.is_working_day(date)
        assert days.following(after) == after
        assert days.preceding(before) == before
        between = (before + A_DAY * number for number in range(1, (after - before).days))
        assert not any(map(days.is_working_day, between))


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

    @given(strategies.work_calendars(), SOME_DAY, st.integers(1, 40))
    def test_there_and_back(self, days: WorkCalendar, date: datetime.date, n: int) -> None:
        start = days.following(date)
        assert days.add_working_days(days.add_working_days(start, n), -n) == start
        assert days.add_working_days(days.add_working_days(start, -n), n) == start


class TestDays:
    """A date goes in and a date comes out."""

    def test_a_moment_is_cut_to_its_day(self) -> None:
        moment = datetime.datetime(2026, 8, 31, 23, 59)  # noqa: DTZ001  # No time zone: a moment is cut to its day.
        assert not DAYS.is_working_day(moment)
        assert DAYS.is_provisional(datetime.datetime(2026, 11, 23, 8))  # noqa: DTZ001  # As above.
        for result in (DAYS.following(moment), DAYS.preceding(moment), DAYS.add_working_days(moment, 1)):
            assert type(result) is datetime.date
        assert DAYS.why(moment) == DAYS.why(moment.date())
        assert DAYS.holiday(moment) is None

    def test_what_is_no_day_is_refused(self) -> None:
        for ask in (DAYS.is_working_day, DAYS.following, DAYS.holiday, DAYS.why, DAYS.is_provisional):
            with pytest.raises(InvalidValueError):
                ask("2026-08-31")  # type: ignore[arg-type]  # The error is what is tested.


class TestLimits:
    """The lunar tables have a first and a last year."""

    @pytest.mark.parametrize("date", [datetime.date.min, datetime.date.max, day("1900-12-31"), day("2101-01-01")])
    def test_wild_days_are_refused(self, date: datetime.date) -> None:
        for ask in (DAYS.is_working_day, DAYS.following, DAYS.preceding, DAYS.holiday, DAYS.why):
            with pytest.raises(InvalidValueError, match="from 1901 to 2100"):
                ask(date)
        with pytest.raises(InvalidValueError):
            DAYS.add_working_days(date, 1)

    @pytest.mark.parametrize("year", [0, -1, 1900, 2101, 10**30])
    def test_wild_years_have_no_holidays(self, year: int) -> None:
        with pytest.raises(InvalidValueError):
            DAYS.public_holidays(year)

    def test_the_edges(self) -> None:
        assert DAYS.is_working_day(datetime.date(FIRST_WORK_YEAR, 1, 3))
        assert DAYS.is_working_day(datetime.date(LAST_WORK_YEAR, 12, 31))
        with pytest.raises(VstbpnError):
            DAYS.add_working_days(datetime.date(LAST_WORK_YEAR, 12, 31), 10**30)
        with pytest.raises(VstbpnError):
            DAYS.preceding(datetime.date(FIRST_WORK_YEAR, 1, 1))


class TestLinearTime:
    """Streams of due days ask about millions of days."""

    def test_a_hundred_thousand_days(self) -> None:
        dates = [datetime.date(2015, 1, 1) + A_DAY * (number % 9000) for number in range(100_000)]
        DAYS.following(dates[0])
        many = evolve(DAYS, swaps=DAYS.swaps * 20)
        many.following(dates[0])
        for days in (DAYS, many):
            begun = time.perf_counter()
            for date in dates:
                days.is_working_day(date)
                days.following(date)
            assert time.perf_counter() - begun < 2
