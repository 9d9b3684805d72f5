"""Nominal due days as rules of RFC 5545: the same days as the occurrences have."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.duties.due import DueDay, DueMonth, DueWorkingDays
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.duties.recurrence import recurrence
from vstbpn.calendars.mentions.deadline import BeforePolicy
from vstbpn.calendars.reporting.period import PeriodKind
from vstbpn.errors import InvalidValueError
from vstbpn.values import evolve

START, END = datetime.date(2023, 1, 1), datetime.date(2029, 12, 31)


def days_of(obligation: Obligation) -> list[datetime.date]:
    first, last = (datetime.datetime.combine(day, datetime.time()) for day in (START, END))
    rules = recurrence(obligation, START)
    return sorted(day.date() for rule in rules for day in rule.between(first, last, inc=True))


class TestDays:
    """The days that come out are those of the occurrences."""

    @given(strategies.obligations(), st.integers(1, 31), st.sampled_from([None, *BeforePolicy]), st.integers(-3, 3))
    def test_they_are_the_nominal_due_days(
        self, obligation: Obligation, day: int, before: BeforePolicy | None, months: int
    ) -> None:
        duty = evolve(obligation, due=DueDay(day=day, before=before, months_after=months))
        assert days_of(duty) == [turn.nominal_due for turn in duty.occurrences(START, END)]

    @given(strategies.obligations(), st.integers(-3, 3))
    def test_months_end_on_their_last_day(self, obligation: Obligation, months: int) -> None:
        duty = evolve(obligation, due=DueMonth(months_after=months))
        assert days_of(duty) == [turn.nominal_due for turn in duty.occurrences(START, END)]

    def test_the_last_of_february(self) -> None:
        duty = Obligation(what="báo cáo", period=PeriodKind.MONTH, numbers=(2,), due=DueDay(day=30))
        assert [str(day) for day in days_of(duty)][:2] == ["2023-02-28", "2024-02-29"]

    @pytest.mark.parametrize(
        ("day", "due"), [(29, ["02-28", "02-28"]), (30, ["02-28", "02-29"]), (31, ["02-28", "02-29"])]
    )
    def test_before_a_day_that_february_has_not(self, day: int, due: list[str]) -> None:
        rule = DueDay(day=day, before=BeforePolicy.DAY_BEFORE)
        duty = Obligation(what="báo cáo", period=PeriodKind.MONTH, numbers=(2,), due=rule)
        assert [f"{day:%m-%d}" for day in days_of(duty)][:2] == due

    def test_before_the_first_is_the_month_before(self) -> None:
        duty = Obligation(what="báo cáo", period=PeriodKind.YEAR, due=DueDay(day=1, before=BeforePolicy.DAY_BEFORE))
        assert str(days_of(duty)[0]) == "2023-11-30"


class TestRules:
    """Each is one rule of a year, without a time zone."""

    def test_half_years(self) -> None:
        duty = Obligation(what="báo cáo", period=PeriodKind.HALF, due=DueDay(day=15))
        (rule,) = recurrence(duty, START)
        assert str(rule).endswith("RRULE:FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15")
        assert rule[0].tzinfo is None

    def test_it_ends_with_the_duty(self) -> None:
        duty = Obligation(what="báo cáo", period=PeriodKind.YEAR, due=DueMonth(), end=datetime.date(2025, 12, 31))
        (rule,) = recurrence(duty, START)
        assert [day.year for day in rule] == [2023, 2024]

    def test_working_days_are_none(self) -> None:
        duty = Obligation(what="báo cáo", period=PeriodKind.YEAR, due=DueWorkingDays(days=2))
        with pytest.raises(InvalidValueError, match="ask for its occurrences"):
            recurrence(duty, START)
