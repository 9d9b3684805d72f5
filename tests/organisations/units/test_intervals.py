"""Half-open stretches of days."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError
from vstbpn.organisations.units.intervals import ALWAYS, Bounds, bounds, check_interval, holds, plain_day, stretch_words
from vstbpn.organisations.units.unit import DatedName

EVE, DAY, AFTER = datetime.date(2025, 6, 30), datetime.date(2025, 7, 1), datetime.date(2026, 1, 1)
STRETCHES = st.tuples(st.dates(), st.dates()).map(lambda days: Bounds(*days))


class TestHalfOpen:
    """A stretch holds on its first day and no longer on its end."""

    def test_holds_from_the_first_day_on(self) -> None:
        assert (holds(DAY, None, EVE), holds(DAY, None, DAY)) == (False, True)

    def test_no_longer_holds_on_its_end(self) -> None:
        assert (holds(None, DAY, EVE), holds(None, DAY, DAY)) == (True, False)

    @given(st.dates(), st.dates(), st.dates())
    def test_two_that_meet_partition_time(self, one: datetime.date, other: datetime.date, day: datetime.date) -> None:
        first, second = sorted([one, other])
        assert [holds(None, first, day), holds(first, second, day), holds(second, None, day)].count(True) == 1

    def test_a_time_of_a_day_lies_where_its_day_does(self) -> None:
        name = DatedName(unit="a", name="A", start=DAY)
        assert name.holds(datetime.datetime(2025, 7, 1, 8, 0))  # noqa: DTZ001  # A time without a zone.
        with pytest.raises(InvalidValueError, match="expected a"):
            name.holds("2025-07-01")  # type: ignore[arg-type]  # What a careless script passes.

    def test_one_of_no_day_is_refused(self) -> None:
        for start, end in ((DAY, DAY), (AFTER, DAY)):
            with pytest.raises(InvalidValueError, match="first day out"):
                check_interval(start, end)

    @pytest.mark.parametrize(
        ("start", "end"), [(None, datetime.date.min), (datetime.date.max, None), (DAY, datetime.date.max)]
    )
    def test_the_ends_of_time_are_open_sides(self, start: datetime.date | None, end: datetime.date | None) -> None:
        with pytest.raises(InvalidValueError, match="leave a side open"):
            check_interval(start, end)

    def test_a_time_of_day_is_no_side(self) -> None:
        with pytest.raises(InvalidValueError, match=r"datetime\.date"):
            check_interval(datetime.datetime(2025, 7, 1, 8, 0), None)  # noqa: DTZ001  # A time without a zone.


class TestBounds:
    """Open sides are filled in, so that stretches compare."""

    def test_of_a_fact(self) -> None:
        assert bounds(DatedName(unit="a", name="A")) == ALWAYS
        assert bounds(DatedName(unit="a", name="A", start=EVE, end=DAY)) == Bounds(EVE, DAY)

    @given(STRETCHES, STRETCHES, st.dates())
    def test_what_two_share(self, one: Bounds, other: Bounds, day: datetime.date) -> None:
        shared = one.within(other)
        assert (shared.start <= day < shared.end) == (one.start <= day < one.end and other.start <= day < other.end)
        assert shared.is_empty or shared.start < shared.end

    def test_in_words(self) -> None:
        assert str(ALWAYS) == "at all times"
        assert str(Bounds(DAY, AFTER)) == "from 2025-07-01 to 2025-12-31"
        assert stretch_words(DAY, None) == "since 2025-07-01"


class TestPlainDay:
    """Days are dates without a time."""

    def test_a_time_is_cut_to_its_day(self) -> None:
        assert plain_day(datetime.datetime(2025, 7, 1, 8, 0)) == DAY  # noqa: DTZ001  # A time without a zone.

    def test_anything_else_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="expected a"):
            plain_day("2025-07-01")  # type: ignore[arg-type]  # What a careless script passes.
