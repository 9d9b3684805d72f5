"""The turns of many units' duties, streamed in order of their days."""

import datetime
import tracemalloc
from collections.abc import Iterator
from itertools import islice, pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.duties.due import DueDay, DueMonth, DueWorkingDays
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.duties.occurrence import Occurrence
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.duties.streaming import occurrences_of
from vstbpn.calendars.reporting.period import PeriodKind
from vstbpn.calendars.reporting.windows import DataWindow
from vstbpn.errors import InvalidValueError
from vstbpn.values import evolve

START, END = datetime.date(2025, 1, 1), datetime.date(2027, 12, 31)
THIRTY_YEARS = datetime.date(2054, 12, 31)


def duties(units: int) -> Iterator[Obligation]:
    """Each unit reports every half-year and every year."""
    half = Obligation(
        who="", to_whom="Sở GDĐT", what="báo cáo", period=PeriodKind.HALF, window=DataWindow.bundled("nd-09-2019"),
        due=DueDay(day=14), roll=Roll.FOLLOWING,
    )  # fmt: skip
    year = evolve(half, period=PeriodKind.YEAR, due=DueWorkingDays(days=2))
    for number in range(units):
        for one in (half, year):
            yield evolve(one, who=f"Trường số {number}")


def naively(obligations: list[Obligation]) -> list[tuple[Obligation, Occurrence]]:
    pairs = [(obligation, turn) for obligation in obligations for turn in obligation.occurrences(START, END)]
    return sorted(pairs, key=lambda pair: pair[1].effective_due)


class TestOrder:
    @given(st.lists(strategies.obligations(), max_size=8))
    def test_it_is_what_sorting_all_gives(self, obligations: list[Obligation]) -> None:
        streamed = list(occurrences_of(iter(obligations), START, END))
        assert all(before.effective_due <= after.effective_due for (_, before), (_, after) in pairwise(streamed))
        assert sorted(map(repr, streamed)) == sorted(map(repr, naively(obligations)))

    @given(strategies.obligations(), st.lists(st.tuples(*[st.none() | st.dates(START, END)] * 2), max_size=8))
    def test_of_one_schedule_it_is_that_order_itself(
        self, obligation: Obligation, stretches: list[tuple[datetime.date | None, datetime.date | None]]
    ) -> None:
        obligations = [
            evolve(obligation, what=f"báo cáo {number}", start=start, end=end)
            for number, (start, end) in enumerate(stretches)
            if start is None or end is None or start < end
        ]
        assert list(occurrences_of(obligations, START, END)) == naively(obligations)

    def test_on_one_day_those_that_agree_come_in_the_order_given(self) -> None:
        found = islice(occurrences_of(duties(3), START, END), 3)
        assert [obligation.who for obligation, _ in found] == ["Trường số 0", "Trường số 1", "Trường số 2"]


class TestSharing:
    def test_units_that_agree_share_their_turns(self) -> None:
        (_, one), (_, other) = islice(occurrences_of(duties(2), START, END), 2)
        assert one is other

    def test_equal_rules_need_not_be_one_object(self) -> None:
        one, other = (
            Obligation(who=who, to_whom="Sở", what="báo cáo", period=PeriodKind.YEAR, due=DueMonth(months_after=1))
            for who in "AB"
        )
        (_, first), (_, second) = islice(occurrences_of([one, other], START, END), 2)
        assert first is second

    def test_duties_are_gone_through_once(self) -> None:
        assert len(list(occurrences_of(duties(2), START, END))) == 2 * (6 + 3)

    def test_nobody_has_none(self) -> None:
        assert not list(occurrences_of([], START, END))


class TestFaults:
    """They are told at once, before anything is asked for."""

    def test_a_stretch_turned_round(self) -> None:
        with pytest.raises(InvalidValueError):
            occurrences_of([], END, START)

    @pytest.mark.parametrize("year", [1, 1904, 2097, 9999])
    def test_wild_years(self, year: int) -> None:
        with pytest.raises(InvalidValueError):
            occurrences_of([], datetime.date(year, 1, 1), END)

    def test_what_are_no_obligations(self) -> None:
        with pytest.raises(InvalidValueError, match="expected values of Obligation"):
            occurrences_of(["Trường"], START, END)  # type: ignore[list-item]  # What callers without types do.


class TestMemory:
    def test_what_comes_out_is_not_held(self) -> None:
        """Of a duty thirty years long no more is held than of one three years long, but what merging takes."""
        obligations = list(duties(2_000))
        list(occurrences_of(obligations[:1], START, END))

        def peak(last: datetime.date) -> int:
            tracemalloc.start()
            for _ in occurrences_of(obligations, START, last):
                pass
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            return most

        peak(THIRTY_YEARS)  # Holidays of all years are known from here on.
        assert peak(THIRTY_YEARS) < 1.5 * peak(END) + 50_000


def seconds(obligations: list[Obligation], last: datetime.date) -> float:
    start = process_time()
    for _ in occurrences_of(obligations, START, last):
        pass
    return process_time() - start


def least_seconds(several: tuple[list[Obligation], ...], last: datetime.date) -> list[float]:
    """The least time of each; they take turns, so that a busy spell of the machine befalls all of them."""
    taken = [[seconds(obligations, last) for obligations in several] for _ in range(5)]
    return [min(times) for times in zip(*taken, strict=True)]


class TestLinearTime:
    def test_time_grows_with_what_comes_out(self) -> None:
        once, twice = least_seconds((list(duties(5_000)), list(duties(10_000))), THIRTY_YEARS)
        assert twice <= 2.6 * once

    def test_units_that_come_and_go_cost_what_they_hand_in(self) -> None:
        """Each stands for one year of thirty, and all of them never at once."""
        monthly = Obligation(who="", to_whom="Sở", what="báo cáo", period=PeriodKind.MONTH, due=DueMonth())
        passing = [
            evolve(monthly, start=day, end=day + datetime.timedelta(days=365))
            for day in (START + datetime.timedelta(days=number % 10_000) for number in range(20_000))
        ]
        once, twice = least_seconds((passing[:10_000], passing), THIRTY_YEARS)
        assert twice <= 2.8 * once
