"""What became of a report by a certain day."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.duties.occurrence import Occurrence
from vstbpn.calendars.duties.status import ReportStatus, days_late, status
from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.errors import InvalidValueError

TURN = Occurrence(
    period=ReportingPeriod.parse("2026-H1"),
    window_start=datetime.date(2025, 12, 15),
    window_end=datetime.date(2026, 6, 14),
    nominal_due=datetime.date(2026, 6, 14),
    effective_due=datetime.date(2026, 6, 15),
)
DUE = TURN.effective_due
DAYS = st.dates(datetime.date(2025, 12, 15), datetime.date(2027, 12, 31))


def june(day: int) -> datetime.date:
    return datetime.date(2026, 6, day)


class TestFourAnswers:
    @pytest.mark.parametrize(
        ("submitted_on", "on", "answer", "late"),
        [
            (None, june(14), ReportStatus.NOT_DUE, 0),
            (None, june(15), ReportStatus.NOT_DUE, 0),
            (None, june(16), ReportStatus.MISSING, 1),
            (june(10), june(12), ReportStatus.ON_TIME, 0),
            (june(15), june(15), ReportStatus.ON_TIME, 0),
            (june(15), june(30), ReportStatus.ON_TIME, 0),
            (june(16), june(16), ReportStatus.LATE, 1),
            (june(20), june(30), ReportStatus.LATE, 5),
        ],
    )
    def test_by_the_day(
        self, submitted_on: datetime.date | None, on: datetime.date, answer: ReportStatus, late: int
    ) -> None:
        assert status(TURN, submitted_on, on) is answer
        assert days_late(TURN, submitted_on, on) == late

    @pytest.mark.parametrize(("on", "answer"), [(june(15), ReportStatus.NOT_DUE), (june(18), ReportStatus.MISSING)])
    def test_what_comes_in_later_is_not_known_yet(self, on: datetime.date, answer: ReportStatus) -> None:
        assert status(TURN, june(20), on) is answer

    def test_moments_are_cut_to_their_days(self) -> None:
        night = datetime.datetime(2026, 6, 15, 23, 59)  # noqa: DTZ001  # There are no time zones here.
        assert status(TURN, night, night) is ReportStatus.ON_TIME
        assert days_late(TURN, None, night) == 0


class TestFaults:
    def test_before_the_data_begin(self) -> None:
        with pytest.raises(InvalidValueError, match="the data of 2026-H1 begin on 2025-12-15"):
            status(TURN, datetime.date(2025, 12, 14), june(30))

    def test_even_where_it_is_not_known_yet(self) -> None:
        with pytest.raises(InvalidValueError):
            days_late(TURN, datetime.date(2025, 12, 14), datetime.date(2025, 1, 1))

    def test_no_date(self) -> None:
        with pytest.raises(InvalidValueError):
            status(TURN, None, "2026-06-15")  # type: ignore[arg-type]  # What callers without types do.


class TestLaws:
    @given(strategies.occurrences(), st.none() | st.integers(0, 3000), st.integers(-100, 3000))
    def test_days_late_go_with_the_status(self, turn: Occurrence, after: int | None, on: int) -> None:
        submitted_on = None if after is None else turn.window_start + datetime.timedelta(days=after)
        day = turn.window_start + datetime.timedelta(days=on)
        answer, late = status(turn, submitted_on, day), days_late(turn, submitted_on, day)
        assert (late > 0) == (answer in {ReportStatus.LATE, ReportStatus.MISSING})
        assert late == 0 or turn.effective_due + datetime.timedelta(days=late) <= day

    @given(DAYS, DAYS)
    def test_what_is_on_time_or_late_stays_so(self, submitted_on: datetime.date, on: datetime.date) -> None:
        if submitted_on <= on:
            assert status(TURN, submitted_on, on) is status(TURN, submitted_on, submitted_on)


class TestDays:
    """Days of a turn are plain dates, whatever was given."""

    def test_a_datetime_is_cut(self) -> None:
        evening = datetime.datetime(2026, 6, 14, 23, 59, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
        turn = Occurrence(
            period=ReportingPeriod.parse("2026-H1"),
            window_start=datetime.date(2025, 12, 15),
            window_end=evening,
            nominal_due=evening,
            effective_due=evening,
        )
        assert {type(day) for day in (turn.window_end, turn.nominal_due, turn.effective_due)} == {datetime.date}
