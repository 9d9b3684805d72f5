"""Duties to report: windows, due days, rolling, and the turns they give."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.calendars.deadlines import BeforePolicy
from vstbpn.calendars.obligations import (
    CALENDAR,
    DECREE_09_2019,
    DueDay,
    DueMonth,
    DueRule,
    DueWorkingDays,
    Obligation,
    Occurrence,
    Precision,
    Roll,
    Window,
)
from vstbpn.calendars.periods import PeriodKind, ReportingPeriod, periods
from vstbpn.calendars.working_days import WorkCalendar
from vstbpn.errors import InvalidValueError

DUE_RULES = st.one_of(
    st.builds(
        DueDay,
        day=st.integers(1, 31),
        months_after=st.integers(0, 24),
        before=st.none() | st.sampled_from(BeforePolicy),
    ),
    st.builds(DueMonth, months_after=st.integers(0, 24)),
    st.builds(DueWorkingDays, days=st.integers(1, 250)),
)
WINDOWS = st.builds(Window, cut_off_day=st.none() | st.integers(1, 27))
START, END = datetime.date(2025, 1, 1), datetime.date(2026, 12, 31)


def duty(
    due: DueRule, period: PeriodKind = PeriodKind.HALF, window: Window = DECREE_09_2019, roll: Roll = Roll.NONE
) -> Obligation:
    return Obligation(
        who="Trường THCS Nguyễn Du",
        to_whom="UBND phường",
        what="báo cáo",
        period=period,
        window=window,
        due=due,
        roll=roll,
    )


def turns(obligation: Obligation, start: datetime.date = START, end: datetime.date = END) -> list[Occurrence]:
    return list(obligation.occurrences(start, end))


class TestWindows:
    """Nghị định 09/2019/NĐ-CP, Điều 12."""

    @pytest.mark.parametrize(
        ("period", "start", "end"),
        [
            ("2026-01", "2025-12-15", "2026-01-14"),
            ("2026-Q2", "2026-03-15", "2026-06-14"),
            ("2026-H1", "2025-12-15", "2026-06-14"),
            ("2026-H2", "2026-06-15", "2026-12-14"),
            ("2026-9M", "2025-12-15", "2026-09-14"),
            ("2026", "2025-12-15", "2026-12-14"),
        ],
    )
    def test_cut_offs_of_the_decree(self, period: str, start: str, end: str) -> None:
        assert tuple(map(str, DECREE_09_2019.of(ReportingPeriod.parse(period)))) == (start, end)

    def test_of_the_calendar(self) -> None:
        period = ReportingPeriod.parse("2026-Q1")
        assert CALENDAR.of(period) == (period.start, period.end)

    @given(WINDOWS, st.sampled_from([kind for kind in PeriodKind if kind is not PeriodKind.NINE_MONTHS]))
    def test_successive_ones_meet(self, window: Window, kind: PeriodKind) -> None:
        for before, after in pairwise(window.of(period) for period in periods(kind, 2023, 2025)):
            assert after[0] - before[1] == datetime.timedelta(days=1)

    @pytest.mark.parametrize("day", [0, 28, -1])
    def test_a_cut_off_is_a_day_each_month_has(self, day: int) -> None:
        with pytest.raises(InvalidValueError):
            Window(cut_off_day=day)


class TestDueDays:
    """The day by the wording."""

    def test_before_leaves_the_day_out(self) -> None:
        found = turns(duty(DueDay(day=15, before=BeforePolicy.DAY_BEFORE)))
        assert [str(turn.nominal_due) for turn in found] == ["2025-06-14", "2025-12-14", "2026-06-14", "2026-12-14"]

    def test_the_other_reading_keeps_it(self) -> None:
        assert str(turns(duty(DueDay(day=15, before=BeforePolicy.SAME_DAY)))[0].nominal_due) == "2025-06-15"

    def test_a_day_past_the_end_of_the_month_is_its_last(self) -> None:
        found = turns(duty(DueDay(day=31, months_after=2), PeriodKind.YEAR))
        assert [str(turn.nominal_due) for turn in found] == ["2025-02-28", "2026-02-28"]

    def test_a_month_is_due_on_its_last_day(self) -> None:
        turn = turns(duty(DueMonth()))[0]
        assert (str(turn.nominal_due), turn.precision) == ("2025-06-30", Precision.MONTH)

    def test_working_days_after_the_cut_off(self) -> None:
        """Two working days after Sunday 14/6/2026."""
        found = turns(duty(DueWorkingDays(days=2)), datetime.date(2026, 6, 1))
        assert str(found[0].nominal_due) == "2026-06-16"

    @pytest.mark.parametrize(
        ("rule", "field", "value"),
        [
            (DueDay, "day", 0),
            (DueDay, "day", 32),
            (DueWorkingDays, "days", 0),
            (DueWorkingDays, "days", 251),
            (DueMonth, "months_after", -1),
            (DueMonth, "months_after", 25),
        ],
    )
    def test_wild_rules_are_refused(self, rule: type, field: str, value: int) -> None:
        with pytest.raises(InvalidValueError):
            rule(**{field: value})


class TestRolls:
    """A due day off moves as the roll says."""

    @pytest.mark.parametrize(
        ("roll", "effective"),
        [(Roll.NONE, "2026-06-14"), (Roll.FOLLOWING, "2026-06-15"), (Roll.PRECEDING, "2026-06-12")],
    )
    def test_a_sunday(self, roll: Roll, effective: str) -> None:
        found = turns(duty(DueDay(day=14), roll=roll), datetime.date(2026, 1, 1), datetime.date(2026, 6, 30))
        assert [str(turn.effective_due) for turn in found] == [effective]

    @given(DUE_RULES, WINDOWS, st.sampled_from(PeriodKind), st.sampled_from([Roll.FOLLOWING, Roll.PRECEDING]))
    def test_lands_on_a_working_day(self, due: DueRule, window: Window, kind: PeriodKind, roll: Roll) -> None:
        days = WorkCalendar.bundled()
        assert all(days.is_working_day(turn.effective_due) for turn in turns(duty(due, kind, window, roll)))


class TestOccurrences:
    """The turns of a duty."""

    @given(DUE_RULES, WINDOWS, st.sampled_from(PeriodKind))
    def test_are_ordered_and_do_not_overlap(self, due: DueRule, window: Window, kind: PeriodKind) -> None:
        for before, after in pairwise(turns(duty(due, kind, window))):
            assert before.window_end < after.window_start
            assert before.nominal_due < after.nominal_due
            assert before.effective_due <= after.effective_due

    @given(DUE_RULES, WINDOWS, st.sampled_from(PeriodKind))
    def test_none_is_left_out_at_the_joint_of_two_stretches(
        self, due: DueRule, window: Window, kind: PeriodKind
    ) -> None:
        obligation, joint = duty(due, kind, window), datetime.date(2025, 12, 31)
        halves = turns(obligation, START, joint) + turns(obligation, datetime.date(2026, 1, 1), END)
        assert halves == turns(obligation)

    def test_years_not_announced_are_provisional(self) -> None:
        found = turns(duty(DueMonth(), PeriodKind.YEAR), START, datetime.date(2027, 12, 31))
        assert [turn.provisional for turn in found] == [False, False, True]

    def test_no_turn_in_a_stretch_turned_round(self) -> None:
        assert turns(duty(DueMonth()), END, START) == []

    @pytest.mark.parametrize("wild", [datetime.date.min, datetime.date.max])
    def test_wild_stretches_are_refused_at_once(self, wild: datetime.date) -> None:
        with pytest.raises(InvalidValueError):
            duty(DueMonth()).occurrences(wild, END)
        with pytest.raises(InvalidValueError):
            duty(DueMonth()).occurrences(START, wild)

    @given(DUE_RULES, st.sampled_from(PeriodKind))
    def test_the_last_years_are_within_reach(self, due: DueRule, kind: PeriodKind) -> None:
        end = datetime.date(2097, 12, 31)
        assert turns(duty(due, kind, roll=Roll.FOLLOWING), datetime.date(2097, 1, 1), end)
