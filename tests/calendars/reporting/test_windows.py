"""Data windows: the decree's, a province's, the calendar's, and named days."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod, periods
from vstbpn.calendars.reporting.windows import CALENDAR, CutOff, DataWindow, NamedDays, data_window_rules
from vstbpn.catalogue.tables import Confidence
from vstbpn.errors import InvalidValueError, NotFoundError

DECREE = DataWindow.bundled("nd-09-2019")
KHANH_HOA = DataWindow.bundled("khanh-hoa-2023")
ONE_DAY = datetime.timedelta(days=1)


def days(window: DataWindow, period: str) -> tuple[str, str]:
    first, last = window.of(ReportingPeriod.parse(period))
    return str(first), str(last)


def named(period: str, start: str, end: str) -> NamedDays:
    return NamedDays(
        period=ReportingPeriod.parse(period),
        start=datetime.date.fromisoformat(start),
        end=datetime.date.fromisoformat(end),
    )


class TestTheDecree:
    """Nghị định 09/2019/NĐ-CP, Điều 12: khoản 1 the month, 2 the quarter, 3 the half, 4 the year."""

    @pytest.mark.parametrize(
        ("period", "start", "end"),
        [
            ("2026-01", "2025-12-15", "2026-01-14"),
            ("2026-03", "2026-02-15", "2026-03-14"),
            ("2026-Q1", "2025-12-15", "2026-03-14"),
            ("2026-Q2", "2026-03-15", "2026-06-14"),
            ("2026-H1", "2025-12-15", "2026-06-14"),
            ("2026-H2", "2026-06-15", "2026-12-14"),
            ("2026", "2025-12-15", "2026-12-14"),
            ("1900", "1899-12-15", "1900-12-14"),
        ],
    )
    def test_its_days(self, period: str, start: str, end: str) -> None:
        assert days(DECREE, period) == (start, end)

    def test_each_rests_on_its_clause(self) -> None:
        bases = {cut_off.kind: cut_off.basis for cut_off in DECREE.cut_offs}
        assert bases == {
            PeriodKind.MONTH: "Nghị định 09/2019/NĐ-CP, Điều 12 khoản 1",
            PeriodKind.QUARTER: "Nghị định 09/2019/NĐ-CP, Điều 12 khoản 2",
            PeriodKind.HALF: "Nghị định 09/2019/NĐ-CP, Điều 12 khoản 3",
            PeriodKind.YEAR: "Nghị định 09/2019/NĐ-CP, Điều 12 khoản 4",
        }
        assert all(cut_off.source for cut_off in DECREE.cut_offs)

    def test_the_clause_of_halves_was_read_in_part(self) -> None:
        confidences = {cut_off.kind: cut_off.confidence for cut_off in DECREE.cut_offs}
        assert confidences[PeriodKind.HALF] is Confidence.PARTLY
        assert confidences[PeriodKind.YEAR] is Confidence.CONFIRMED

    def test_it_has_no_nine_months_and_says_who_does(self) -> None:
        with pytest.raises(InvalidValueError, match=r"'nd-09-2019' is set for month, .*bundled\(\"khanh-hoa-2023\"\)"):
            DECREE.of(ReportingPeriod.parse("2026-9M"))

    def test_it_holds_since_its_day(self) -> None:
        assert (DECREE.whose, str(DECREE.since)) == ("Chính phủ", "2019-03-12")


class TestKhanhHoa:
    """Quyết định 01/2023/QĐ-UBND tỉnh Khánh Hòa, Điều 4."""

    def test_nine_months(self) -> None:
        assert days(KHANH_HOA, "2026-9M") == ("2025-12-15", "2026-09-14")
        (cut_off,) = (one for one in KHANH_HOA.cut_offs if one.kind is PeriodKind.NINE_MONTHS)
        assert cut_off.basis == "01/2023/QĐ-UBND tỉnh Khánh Hòa, Điều 4"

    def test_no_other_bundled_rule_has_them(self) -> None:
        assert [rule.id for rule in data_window_rules() if rule.covers(PeriodKind.NINE_MONTHS)] == ["khanh-hoa-2023"]

    def test_for_years_it_points_to_the_decree(self) -> None:
        with pytest.raises(InvalidValueError, match="nd-09-2019"):
            KHANH_HOA.of(ReportingPeriod.parse("2026"))


class TestSuccession:
    """The data of successive periods of a kind meet: none is counted twice, none is left out."""

    @given(strategies.data_windows(), strategies.reporting_periods())
    def test_they_meet(self, window: DataWindow, period: ReportingPeriod) -> None:
        # A nine months' report comes once a year, and named days leave out what the document leaves out.
        assume(period.kind is not PeriodKind.NINE_MONTHS and window.covers(period.kind) and not window.named)
        assume(period not in [*periods(period.kind, 1900, 1900)][:1])
        assert window.of(period)[0] == window.of(period.previous())[1] + ONE_DAY

    @given(strategies.data_windows(), strategies.reporting_periods())
    def test_none_overlaps_whatever_is_named(self, window: DataWindow, period: ReportingPeriod) -> None:
        assume(window.covers(period.kind))
        turns = [window.of(one) for one in periods(period.kind, period.year - 1, period.year + 1)]
        assert all(first <= last for first, last in turns)
        assert all(before[1] < after[0] for before, after in pairwise(turns))

    @given(strategies.data_windows(), strategies.reporting_periods())
    def test_they_are_plain_dates(self, window: DataWindow, period: ReportingPeriod) -> None:
        if window.covers(period.kind):
            assert [type(day) for day in window.of(period)] == [datetime.date, datetime.date]

    @given(st.integers(1, 31), st.integers(0, 12))
    def test_leap_days_are_counted_once(self, day: int, months_before: int) -> None:
        window = DataWindow.ending_on(day, months_before=months_before)
        for before, after in pairwise(window.of(month) for month in periods(PeriodKind.MONTH, 2023, 2025)):
            assert after[0] == before[1] + ONE_DAY


class TestTheCalendar:
    @given(strategies.reporting_periods())
    def test_its_days_are_the_period_s(self, period: ReportingPeriod) -> None:
        assert CALENDAR.of(period) == (period.start, period.end)
        assert CALENDAR.covers(period.kind)


class TestNamedDays:
    """Days that a document names for one period stand before any rule."""

    def test_of_a_school_year(self) -> None:
        window = DataWindow(named=(named("2025-2026", "2025-09-05", "2026-05-31"),))
        assert days(window, "2025-2026") == ("2025-09-05", "2026-05-31")
        assert days(window, "2026-2027") == ("2026-09-01", "2027-08-31")

    def test_beside_cut_offs(self) -> None:
        window = DataWindow(cut_offs=DECREE.cut_offs, named=(named("2026-H1", "2025-12-15", "2026-05-31"),))
        assert days(window, "2026-H1") == ("2025-12-15", "2026-05-31")
        assert days(window, "2026-H2") == ("2026-06-15", "2026-12-14")

    def test_of_a_kind_the_cut_offs_leave_out(self) -> None:
        window = DataWindow(cut_offs=DECREE.cut_offs, named=(named("2025-2026", "2025-09-05", "2026-05-31"),))
        assert days(window, "2025-2026") == ("2025-09-05", "2026-05-31")
        assert not window.covers(PeriodKind.SCHOOL_YEAR)
        with pytest.raises(InvalidValueError, match="CALENDAR"):
            window.of(ReportingPeriod.parse("2026-2027"))

    def test_a_moment_is_cut_to_its_day(self) -> None:
        night = datetime.datetime(2026, 5, 31, 23, 59)  # noqa: DTZ001  # There are no time zones here.
        told = NamedDays(period=ReportingPeriod.parse("2026-H1"), start=datetime.date(2026, 1, 1), end=night)
        assert type(told.end) is datetime.date

    @pytest.mark.parametrize(
        ("start", "end"), [("2026-06-01", "2026-05-31"), ("2024-12-01", "2026-05-31"), ("2026-01-01", "2028-01-01")]
    )
    def test_wild_ones_are_refused(self, start: str, end: str) -> None:
        with pytest.raises(InvalidValueError):
            named("2026-H1", start, end)

    @pytest.mark.parametrize(
        ("period", "start", "end", "beside"),
        [("2026-H1", "2026-01-01", "2026-07-01", "2026-H2"), ("2026-H2", "2026-06-30", "2026-12-31", "2026-H1")],
    )
    def test_those_that_reach_into_the_next_are_refused(self, period: str, start: str, end: str, beside: str) -> None:
        with pytest.raises(InvalidValueError, match=f"reach into those of {beside} .*; name its days as well"):
            DataWindow(named=(named(period, start, end),))

    def test_both_may_be_named(self) -> None:
        window = DataWindow(
            named=(named("2026-H1", "2026-01-01", "2026-07-15"), named("2026-H2", "2026-07-16", "2026-12-31"))
        )
        assert days(window, "2026-H2")[0] == "2026-07-16"

    def test_at_the_edges_of_the_years_known(self) -> None:
        window = DataWindow(
            named=(named("1900", "1900-02-01", "1900-12-31"), named("2199", "2199-01-01", "2199-11-30"))
        )
        assert days(window, "1900")[0] == "1900-02-01"


class TestFaults:
    @pytest.mark.parametrize("day", [0, 32, -1, 10**30])
    def test_no_month_has_such_a_day(self, day: int) -> None:
        with pytest.raises(InvalidValueError):
            DataWindow.ending_on(day)

    @pytest.mark.parametrize("months", [-1, 13, 10**30])
    def test_no_cut_off_lies_so_far_off(self, months: int) -> None:
        with pytest.raises(InvalidValueError):
            CutOff(kind=PeriodKind.YEAR, day=1, months_before=months)

    def test_a_kind_told_of_twice(self) -> None:
        cut_off = CutOff(kind=PeriodKind.YEAR, day=14)
        with pytest.raises(InvalidValueError, match="each may be told of once"):
            DataWindow(cut_offs=(cut_off, cut_off))

    def test_a_period_told_of_twice(self) -> None:
        with pytest.raises(InvalidValueError, match="each may be told of once"):
            DataWindow(named=(named("2026", "2026-01-01", "2026-10-01"), named("2026", "2026-01-01", "2026-11-01")))

    def test_an_id_nobody_has(self) -> None:
        with pytest.raises(NotFoundError, match="khanh-hoa-2023"):
            DataWindow.bundled("nd-09")
