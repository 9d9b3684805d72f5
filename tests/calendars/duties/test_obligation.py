"""Duties to report: due days, rolling, and the turns they give."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.duties.due import DueDay, DueMonth, DueRule, DueWorkingDays
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.duties.occurrence import Occurrence, Precision
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.mentions.deadline import BeforePolicy
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod, periods
from vstbpn.calendars.reporting.windows import CALENDAR, DataWindow
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.errors import InvalidValueError
from vstbpn.values import evolve

DECREE_09_2019 = DataWindow.bundled("nd-09-2019")
START, END = datetime.date(2025, 1, 1), datetime.date(2026, 12, 31)


def duty(
    due: DueRule, period: PeriodKind = PeriodKind.HALF, window: DataWindow = DECREE_09_2019, roll: Roll = Roll.NONE
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
            (DueMonth, "months_after", -13),
            (DueMonth, "months_after", 25),
            (DueDay, "day", -1),
            (DueDay, "day", 10**30),
            (DueWorkingDays, "days", 10**30),
        ],
    )
    def test_wild_rules_are_refused(self, rule: type, field: str, value: int) -> None:
        with pytest.raises(InvalidValueError):
            rule(**{field: value})

    def test_day_30_of_february_is_its_last(self) -> None:
        """It is a rule for every month; a date written wrong is found in the text that holds it."""
        found = turns(duty(DueDay(day=30), PeriodKind.MONTH))
        assert [str(turn.nominal_due) for turn in found[1::12]] == ["2025-02-28", "2026-02-28"]
        leap = turns(duty(DueDay(day=30), PeriodKind.MONTH), datetime.date(2024, 2, 1), datetime.date(2024, 3, 1))
        assert [str(turn.nominal_due) for turn in leap] == ["2024-02-29"]

    @pytest.mark.parametrize(
        ("day", "period", "due"),
        [
            (31, "2026-04", "2026-04-30"),
            (30, "2026-04", "2026-04-29"),
            (31, "2026-02", "2026-02-28"),
            (30, "2026-02", "2026-02-28"),
            (29, "2026-02", "2026-02-28"),
            (30, "2028-02", "2028-02-29"),
            (29, "2028-02", "2028-02-28"),
            (1, "2026-03", "2026-02-28"),
            (1, "2026-01", "2025-12-31"),
        ],
    )
    def test_before_a_day_is_by_the_one_that_goes_before(self, day: int, period: str, due: str) -> None:
        rule = DueDay(day=day, before=BeforePolicy.DAY_BEFORE)
        assert str(rule.of(ReportingPeriod.parse(period))) == due

    def test_the_month_after_december_is_january(self) -> None:
        found = turns(duty(DueDay(day=5, months_after=1), PeriodKind.YEAR))
        assert [(str(turn.period), str(turn.nominal_due)) for turn in found] == [
            ("2024", "2025-01-05"), ("2025", "2026-01-05"),
        ]  # fmt: skip

    def test_a_report_may_be_due_before_its_period_ends(self) -> None:
        """A month before the period's last one: "báo cáo năm trước ngày 15/11"."""
        found = turns(duty(DueDay(day=15, months_after=-1, before=BeforePolicy.DAY_BEFORE), PeriodKind.YEAR))
        assert [str(turn.nominal_due) for turn in found] == ["2025-11-14", "2026-11-14"]

    def test_the_earliest_due_day_is_found(self) -> None:
        """Before the first of the month a year before January of 2027 is the last of 2025."""
        due = DueDay(day=1, months_after=-12, before=BeforePolicy.DAY_BEFORE)
        found = turns(duty(due, PeriodKind.MONTH), datetime.date(2025, 12, 31), datetime.date(2025, 12, 31))
        assert [str(turn.period) for turn in found] == ["2027-01"]

    def test_the_latest_due_day_is_found(self) -> None:
        found = turns(duty(DueMonth(months_after=24), PeriodKind.SCHOOL_YEAR, CALENDAR))
        assert [(str(turn.period), str(turn.nominal_due)) for turn in found] == [
            ("2022-2023", "2025-08-31"), ("2023-2024", "2026-08-31"),
        ]  # fmt: skip


class TestRolls:
    """A due day off moves as the roll says."""

    @pytest.mark.parametrize(
        ("roll", "effective"),
        [(Roll.NONE, "2026-06-14"), (Roll.FOLLOWING, "2026-06-15"), (Roll.PRECEDING, "2026-06-12")],
    )
    def test_a_sunday(self, roll: Roll, effective: str) -> None:
        found = turns(duty(DueDay(day=14), roll=roll), datetime.date(2026, 1, 1), datetime.date(2026, 6, 30))
        assert [str(turn.effective_due) for turn in found] == [effective]

    @pytest.mark.parametrize(
        ("nominal", "effective"),
        [("2024-06-15", "2024-06-17"), ("2024-12-15", "2024-12-16"), ("2025-06-15", "2025-06-16")],
    )
    def test_days_off_move_to_the_next_working_day(self, nominal: str, effective: str) -> None:
        """Bộ luật Dân sự 2015, Điều 148 khoản 5; the days are a Saturday and two Sundays."""
        day = datetime.date.fromisoformat(nominal)
        (turn,) = turns(duty(DueDay(day=15), roll=Roll.FOLLOWING), day, day)
        assert str(turn.effective_due) == effective

    @given(strategies.obligations())
    def test_lands_on_a_working_day(self, obligation: Obligation) -> None:
        days = WorkCalendar.bundled()
        if obligation.roll is not Roll.NONE:
            assert all(days.is_working_day(turn.effective_due) for turn in turns(obligation))
        for turn in turns(obligation):
            forwards, backwards = turn.effective_due >= turn.nominal_due, turn.effective_due <= turn.nominal_due
            assert {Roll.NONE: forwards and backwards, Roll.FOLLOWING: forwards, Roll.PRECEDING: backwards}[
                obligation.roll
            ]


class TestOccurrences:
    """The turns of a duty."""

    @given(strategies.obligations())
    def test_are_ordered_and_do_not_overlap(self, obligation: Obligation) -> None:
        for before, after in pairwise(turns(obligation, datetime.date(2020, 1, 1))):
            assert before.period < after.period
            assert before.window_end < after.window_start
            assert before.nominal_due <= after.nominal_due
            assert before.effective_due <= after.effective_due

    @given(strategies.obligations())
    def test_none_is_left_out_at_the_joint_of_two_stretches(self, obligation: Obligation) -> None:
        joint = datetime.date(2025, 12, 31)
        halves = turns(obligation, START, joint) + turns(obligation, datetime.date(2026, 1, 1), END)
        assert halves == turns(obligation)

    @given(strategies.obligations(), st.dates(START, END))
    def test_one_is_due_for_each_period_whose_day_lies_within(self, obligation: Obligation, day: datetime.date) -> None:
        """Worked out from each period there is, one by one."""
        if isinstance(obligation.due, DueWorkingDays):
            return
        expected = [
            period
            for period in periods(obligation.period, 2015, 2035)
            if (not obligation.numbers or period.number in obligation.numbers)
            and START <= obligation.due.of(period) <= day
            and (obligation.start is None or obligation.start <= obligation.due.of(period))
            and (obligation.end is None or obligation.due.of(period) < obligation.end)
        ]
        assert [turn.period for turn in turns(obligation, START, day)] == expected

    @given(strategies.obligations())
    def test_all_days_are_plain_dates(self, obligation: Obligation) -> None:
        start = datetime.datetime(2025, 1, 1, 12)  # noqa: DTZ001  # There are no time zones here.
        for turn in obligation.occurrences(start, END):
            for day in (turn.window_start, turn.window_end, turn.nominal_due, turn.effective_due):
                assert type(day) is datetime.date

    def test_a_moment_is_cut_to_its_day(self) -> None:
        late = datetime.datetime(2026, 6, 14, 23, 59)  # noqa: DTZ001  # There are no time zones here.
        assert len(turns(duty(DueDay(day=14)), late, late)) == 1

    def test_what_may_still_move_is_provisional(self) -> None:
        found = turns(duty(DueMonth(), PeriodKind.YEAR, roll=Roll.FOLLOWING), START, datetime.date(2030, 12, 31))
        assert [turn.provisional for turn in found[:2]] == [False, False]
        assert found[-1].provisional

    def test_what_does_not_depend_on_days_off_is_never_provisional(self) -> None:
        assert not any(turn.provisional for turn in turns(duty(DueMonth()), START, datetime.date(2090, 1, 1)))

    def test_days_counted_depend_on_days_off(self) -> None:
        assert turns(duty(DueWorkingDays(days=2)), datetime.date(2090, 1, 1), datetime.date(2091, 1, 1))[0].provisional

    def test_a_stretch_turned_round_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="give the earlier day first"):
            duty(DueMonth()).occurrences(END, START)

    @pytest.mark.parametrize(
        "wild", [datetime.date.min, datetime.date.max, datetime.date(1904, 12, 31), datetime.date(2097, 1, 1)]
    )
    def test_wild_stretches_are_refused_at_once(self, wild: datetime.date) -> None:
        with pytest.raises(InvalidValueError, match="1905 to 2096"):
            duty(DueMonth()).occurrences(wild, END)
        with pytest.raises(InvalidValueError, match="1905 to 2096"):
            duty(DueMonth()).occurrences(START, wild)

    def test_a_stretch_of_no_days_is_refused(self) -> None:
        with pytest.raises(InvalidValueError):
            duty(DueMonth()).occurrences("2026-01-01", END)  # type: ignore[arg-type]  # What callers without types do.

    @pytest.mark.parametrize("year", [1905, 2096])
    @given(strategies.obligations())
    def test_the_first_and_last_years_are_within_reach(self, year: int, obligation: Obligation) -> None:
        open_ended = evolve(obligation, start=None, end=None, numbers=())
        assert turns(open_ended, datetime.date(year, 1, 1), datetime.date(year, 12, 31))


class TestNumbers:
    """A duty may be for some periods of a year alone."""

    def test_of_the_first_half_alone(self) -> None:
        found = turns(evolve(duty(DueMonth()), numbers=(1,)))
        assert [str(turn.period) for turn in found] == ["2025-H1", "2026-H1"]

    def test_in_whatever_order(self) -> None:
        assert evolve(duty(DueMonth(), PeriodKind.QUARTER), numbers=(3, 1)).numbers == (1, 3)

    @pytest.mark.parametrize("numbers", [(0,), (3,), (1, 1), (10**30,), ("1",), (True, 7)])
    def test_a_half_year_has_two(self, numbers: tuple[int, ...]) -> None:
        with pytest.raises(InvalidValueError, match=r"the kind 'half'|told of once|whole numbers"):
            evolve(duty(DueMonth()), numbers=numbers)


class TestTheTimeItStands:
    """A turn is of the duty if its nominal due day lies from its start on and before its end."""

    def test_half_open(self) -> None:
        held = evolve(duty(DueDay(day=14)), start=datetime.date(2025, 6, 14), end=datetime.date(2026, 6, 14))
        assert [str(turn.nominal_due) for turn in turns(held)] == ["2025-06-14", "2025-12-14"]

    def test_it_is_the_wording_that_counts_not_the_day_it_moves_to(self) -> None:
        ended = evolve(duty(DueDay(day=14), roll=Roll.FOLLOWING), end=datetime.date(2026, 6, 15))
        assert str(turns(ended)[-1].effective_due) == "2026-06-15"

    @pytest.mark.parametrize("day", ["2024-01-01", "2028-01-01"])
    def test_none_where_it_does_not_stand(self, day: str) -> None:
        edge = datetime.date.fromisoformat(day)
        side = {"end": edge} if edge < START else {"start": edge}
        assert turns(evolve(duty(DueMonth()), **side)) == []

    @pytest.mark.parametrize("end", [datetime.date(2024, 12, 31), START])
    def test_it_holds_at_least_a_day(self, end: datetime.date) -> None:
        with pytest.raises(InvalidValueError, match="the end is the first day out"):
            evolve(duty(DueMonth()), start=START, end=end)

    def test_a_moment_is_cut_to_its_day(self) -> None:
        night = datetime.datetime(2025, 1, 1, 23)  # noqa: DTZ001  # There are no time zones here.
        assert evolve(duty(DueMonth()), start=night).start == START


class TestFaults:
    """What cannot be is refused, and the error tells what can."""

    def test_a_window_that_says_nothing_of_the_period(self) -> None:
        with pytest.raises(InvalidValueError, match="khanh-hoa-2023"):
            duty(DueMonth(), PeriodKind.NINE_MONTHS)

    @pytest.mark.parametrize("field", ["unit", "to_unit"])
    def test_units_are_ids(self, field: str) -> None:
        with pytest.raises(InvalidValueError, match="an id is one word"):
            evolve(duty(DueMonth()), **{field: "Phòng GDĐT"})

    def test_a_window_that_ends_before_it_starts(self) -> None:
        with pytest.raises(InvalidValueError, match="it lies before its start"):
            Occurrence(
                period=ReportingPeriod.parse("2026-H1"),
                window_start=END,
                window_end=START,
                nominal_due=END,
                effective_due=END,
            )
