"""Values of the wrong type are refused at once, and the error says what is expected."""

import datetime
from collections.abc import Callable

import pytest

from vstbpn.calendars.duties.due import DueDay, DueMonth, DueWorkingDays
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.mentions.deadline import BeforePolicy
from vstbpn.calendars.occasions.campaign import Campaign
from vstbpn.calendars.reporting.checks import check_is, of_type, tuple_of
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod
from vstbpn.calendars.reporting.windows import CALENDAR, CutOff, DataWindow, NamedDays
from vstbpn.calendars.working.sectors import Sector
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.errors import InvalidValueError
from vstbpn.plans.plan import Plan

# Callers without types are what is tested: mypy would refuse each of these calls.
BUILD: dict[str, Callable[[], object]] = {
    "expected one of month": lambda: Obligation(what="x", period="hlf", due=DueDay(day=15)),  # type: ignore[arg-type]  # As above.
    "DueDay or DueMonth or DueWorkingDays, as in DueDay": lambda: Obligation(what="x", period=PeriodKind.HALF, due=15),  # type: ignore[arg-type]  # As above.
    "expected one of none, following, preceding": lambda: Obligation(
        what="x",
        period=PeriodKind.HALF,
        due=DueDay(day=15),
        roll="next",  # type: ignore[arg-type]  # As above.
    ),
    "type DataWindow": lambda: Obligation(what="x", period=PeriodKind.HALF, due=DueDay(day=15), window="nd-09-2019"),  # type: ignore[arg-type]  # As above.
    "type int, as in 15": lambda: DueDay(day="15"),  # type: ignore[arg-type]  # As above.
    "type int, as in 1": lambda: DueMonth(months_after="1"),  # type: ignore[arg-type]  # As above.
    "type int, as in 2": lambda: DueWorkingDays(days=2.5),  # type: ignore[arg-type]  # As above.
    "same-day": lambda: DueDay(day=15, before="before"),  # type: ignore[arg-type]  # As above.
    "type int, as in 14": lambda: CutOff(kind=PeriodKind.HALF, day="14"),  # type: ignore[arg-type]  # As above.
    "months before.*type int": lambda: CutOff(kind=PeriodKind.HALF, day=14, months_before=None),  # type: ignore[arg-type]  # As above.
    "type ReportingPeriod": lambda: CALENDAR.of("2026-H1"),  # type: ignore[arg-type]  # As above.
    "ReportingPeriod.parse": lambda: NamedDays(
        period="2026-H1",  # type: ignore[arg-type]  # As above.
        start=datetime.date(2026, 1, 1),
        end=datetime.date(2026, 6, 1),
    ),
    "period kind": lambda: CALENDAR.covers("halves"),  # type: ignore[arg-type]  # As above.
    "PartialDate.parse": lambda: Campaign(id="dong", name="Đợt", start="15/12", end="14/1"),  # type: ignore[arg-type]  # As above.
    "type int, as in 2026": lambda: Plan().calendar("2026"),  # type: ignore[arg-type]  # As above.
    "expected one of none, following": lambda: Plan().calendar(2026, roll="back"),  # type: ignore[arg-type]  # As above.
    "before policy": lambda: Plan().calendar(2026, before="back"),  # type: ignore[arg-type]  # As above.
    "WorkCalendar.bundled": lambda: Plan().calendar(2026, days=[]),  # type: ignore[arg-type]  # As above.
    "window 'nd-09-2019'": lambda: Plan().obligations(window="nd-09-2019"),  # type: ignore[arg-type]  # As above.
    "window '9'": lambda: Plan().obligations(window=[CALENDAR, 9]),  # type: ignore[list-item]  # As above.
    "invalid window 'None'": lambda: Plan().obligations(window=None),  # type: ignore[arg-type]  # As above.
    "invalid sector": lambda: WorkCalendar(sector="party"),  # type: ignore[arg-type]  # As above.
}


class TestWrongTypes:
    """Nothing is built of them."""

    @pytest.mark.parametrize("words", BUILD)
    def test_they_are_refused(self, words: str) -> None:
        with pytest.raises(InvalidValueError, match=words):
            BUILD[words]()

    @pytest.mark.parametrize("value", [True, "1", 1.0, None])
    def test_none_of_them_is_a_number(self, value: object) -> None:
        with pytest.raises(InvalidValueError, match="type int, as in 1"):
            check_is("day", value, int, "1")


class TestTermsByValue:
    """Terms may be given by their values."""

    def test_of_a_duty(self) -> None:
        told = Obligation(what="x", period="half", due=DueDay(day=15, before="day-before"), roll="following")  # type: ignore[arg-type]  # It is read all the same.
        due = DueDay(day=15, before=BeforePolicy.DAY_BEFORE)
        assert told == Obligation(what="x", period=PeriodKind.HALF, due=due, roll=Roll.FOLLOWING)

    def test_of_a_window_and_a_calendar(self) -> None:
        window = DataWindow(cut_offs=(CutOff(kind="half", day=14),))  # type: ignore[arg-type]  # It is read all the same.
        assert str(window.of(ReportingPeriod.parse("2026-H1"))[1]) == "2026-06-14"
        assert window.covers("half")  # type: ignore[arg-type]  # It is read all the same.
        assert WorkCalendar(sector="other").sector is Sector.OTHER  # type: ignore[arg-type]  # It is read all the same.


class TestConstraints:
    """What stands before the constraint of a field refuses what is of another type."""

    @pytest.mark.parametrize("value", ["15", True, None, 1.5])
    def test_of_a_type(self, value: object) -> None:
        with pytest.raises(InvalidValueError, match="expected a value of type int, as in 15"):
            of_type("day", int, "15").check(value)

    @pytest.mark.parametrize("value", [[1], (1, "2"), (True,), None, "12"])
    def test_tuples_of_a_type(self, value: object) -> None:
        with pytest.raises(InvalidValueError, match="expected a tuple of values of type int"):
            tuple_of("days", int).check(value)

    def test_what_is_of_it_goes_through(self) -> None:
        of_type("day", (int, str), "15").check("15")
        tuple_of("days", int).check((1, 2))
