"""What a plan sets for a year: on which days, whose it is, what it is about."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.calendars.duties.occurrence import Precision
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.finding.deadlines import find_deadlines
from vstbpn.calendars.mentions.deadline import BeforePolicy, Deadline
from vstbpn.calendars.mentions.occasion import CampaignMention, ObservanceMention
from vstbpn.calendars.mentions.period import PeriodMention
from vstbpn.calendars.reporting.period import PeriodKind
from vstbpn.calendars.working.swaps import Swap
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.plans.header import Header
from vstbpn.plans.plan import Plan
from vstbpn.plans.task import Task
from vstbpn.values import Passage, Span, evolve
from vstbpn.vocabulary import Relation

SCHOOLS, OFFICE = Passage(text="Các trường"), Passage(text="Phòng Giáo dục và Đào tạo")


def due(  # noqa: PLR0917  # What a deadline is told by, in the order of the words.
    date: str,
    start: str | None = None,
    what: str = "báo cáo",
    relation: Relation = Relation.BY,
    recurring: str | None = None,
    period: PeriodMention | None = None,
    text: str = "",
) -> Deadline:
    return Deadline(
        due=PartialDate.parse(date),
        start=PartialDate.parse(start) if start else None,
        relation=relation,
        what=what,
        recurring=recurring,
        period=period,
        text=text,
    )


def before(date: str) -> Deadline:
    return due(date, relation=Relation.BEFORE)


def campaign(start: str, end: str, name: str = "Tuần lễ Áo dài") -> CampaignMention:
    return CampaignMention(name=name, start=PartialDate.parse(start), end=PartialDate.parse(end), text=f"{start}-{end}")


def stretches(plan: Plan, year: int) -> list[tuple[str, str]]:
    return [(str(entry.start), str(entry.end)) for entry in plan.calendar(year)]


def only(plan: Plan, year: int = 2026, roll: Roll = Roll.NONE, days: WorkCalendar | None = None) -> CalendarEntry:
    (entry,) = plan.calendar(year, roll=roll, days=days)
    return entry


class TestDates:
    """A deadline stands on its last day, or over the stretch it names."""

    def test_a_day_a_month_and_a_year(self) -> None:
        plan = Plan(deadlines=(due("2026"), due("2026-04"), due("2026-06-15")))
        assert stretches(plan, 2026) == [
            ("2026-04-01", "2026-04-30"),
            ("2026-06-15", "2026-06-15"),
            ("2026-01-01", "2026-12-31"),
        ]

    def test_another_year_has_none_of_it(self) -> None:
        plan = Plan(deadlines=(due("2026-06-15"),))
        assert stretches(plan, 2025) == stretches(plan, 2027) == []

    def test_a_stretch(self) -> None:
        plan = Plan(deadlines=(due("2026-12-15", "2026-11-15"),))
        assert stretches(plan, 2026) == [("2026-11-15", "2026-12-15")]

    @pytest.mark.parametrize("year", [2025, 2026])
    def test_a_stretch_belongs_to_each_year_it_touches(self, year: int) -> None:
        dated = Plan(deadlines=(due("2026-06-14", "2025-12-15"),))
        assert stretches(dated, year) == [("2025-12-15", "2026-06-14")]
        assert stretches(dated, 2024) == stretches(dated, 2027) == []

    @pytest.mark.parametrize("year", [2021, 2024, 2030])
    def test_so_does_one_of_many_years(self, year: int) -> None:
        assert stretches(Plan(deadlines=(due("2030", "2021"),)), year) == [("2021-01-01", "2030-12-31")]

    def test_a_yearly_stretch_over_the_turn_of_the_year(self) -> None:
        yearly = Plan(deadlines=(due("--06-14", "--12-15"),))
        assert stretches(yearly, 2026) == [("2025-12-15", "2026-06-14"), ("2026-12-15", "2027-06-14")]

    @pytest.mark.parametrize(
        ("start", "last", "found"),
        [
            ("2025-12-15", "--06-14", ("2025-12-15", "2026-06-14")),  # The year stands once, at the start.
            ("--12-15", "2026-06-14", ("2025-12-15", "2026-06-14")),
            ("--03", "2026", ("2026-03-01", "2026-12-31")),
            ("---05", "2026-06-20", ("2026-06-05", "2026-06-20")),
            ("---25", "2026-06-05", ("2026-05-25", "2026-06-05")),
            ("--06-15", "2026-06-14", ("2025-06-15", "2026-06-14")),
        ],
    )
    def test_stretches_with_one_year(self, start: str, last: str, found: tuple[str, str]) -> None:
        plan = Plan(deadlines=(due(last, start),))
        assert stretches(plan, 2026) == [found]
        assert stretches(plan, 2028) == []

    def test_a_stretch_written_the_wrong_way_round_is_its_last_day(self) -> None:
        assert stretches(Plan(deadlines=(due("2026-06-14", "2026-07-01"),)), 2026) == [("2026-06-14", "2026-06-14")]
        plan = Plan(campaigns=(campaign("2026-12-15", "2026-11-15"),))
        assert stretches(plan, 2026) == [("2026-11-15", "2026-11-15")]

    def test_the_first_year_has_no_year_before(self) -> None:
        assert stretches(Plan(deadlines=(due("--06-14", "--12-15"),)), 1900)[0] == ("1900-06-14", "1900-06-14")
        assert stretches(Plan(deadlines=(before("1900-01-01"),)), 1900) == []

    def test_what_is_due_before_a_day_ends_on_the_day_before(self) -> None:
        plan = Plan(deadlines=(before("2026-01-01"),))
        assert stretches(plan, 2025) == [("2025-12-31", "2025-12-31")]
        assert stretches(plan, 2026) == []
        (entry,) = plan.calendar(2026, before=BeforePolicy.SAME_DAY)
        assert str(entry.end) == "2026-01-01"

    def test_a_quarter_runs_from_its_first_day(self) -> None:
        (deadline,) = find_deadlines("Trình Ủy ban nhân dân tỉnh trong quý III năm 2024.")
        assert stretches(Plan(deadlines=(deadline,)), 2024) == [("2024-07-01", "2024-09-30")]

    @pytest.mark.parametrize(("words", "last"), [("quý III/2026", "2026-06-30"), ("quý IV hằng năm", "2026-09-30")])
    def test_before_a_quarter_is_before_its_first_day(self, words: str, last: str) -> None:
        (deadline,) = find_deadlines(f"Ban hành kế hoạch trước {words}.")
        assert stretches(Plan(deadlines=(deadline,)), 2026) == [(last, last)]


class TestRecurrence:
    """What comes back is there each time it does."""

    def ends(self, deadline: Deadline, year: int = 2026) -> list[str]:
        return [str(entry.end) for entry in Plan(deadlines=(deadline,)).calendar(year)]

    def test_each_year(self) -> None:
        plan = Plan(deadlines=(due("--06-15"), due("--11")))
        assert stretches(plan, 2025) == [("2025-06-15", "2025-06-15"), ("2025-11-01", "2025-11-30")]

    @pytest.mark.parametrize("recurring", [None, "monthly"])
    def test_each_month(self, recurring: str | None) -> None:
        assert self.ends(due("---10", recurring=recurring)) == [f"2026-{month:02}-10" for month in range(1, 13)]

    def test_a_month_without_the_day_has_it_on_its_last(self) -> None:
        assert self.ends(due("---31", recurring="monthly"))[:4] == [
            "2026-01-31",
            "2026-02-28",
            "2026-03-31",
            "2026-04-30",
        ]
        assert self.ends(due("--02-29")) == ["2026-02-28"]
        assert self.ends(due("--02-29"), 2024) == ["2024-02-29"]

    @pytest.mark.parametrize(
        ("date", "recurring", "months"),
        [
            ("--03-20", "quarterly", [3, 6, 9, 12]),
            ("--12-20", "quarterly", [3, 6, 9, 12]),
            ("--01-20", "quarterly", [1, 4, 7, 10]),
            ("---20", "quarterly", [3, 6, 9, 12]),
            ("--06-20", "half-yearly", [6, 12]),
            ("---20", "half-yearly", [6, 12]),
            ("--01-20", "monthly", list(range(1, 13))),
            ("--06-20", "yearly", [6]),
        ],
    )
    def test_each_quarter_and_half(self, date: str, recurring: str, months: list[int]) -> None:
        assert self.ends(due(date, recurring=recurring)) == [f"2026-{month:02}-20" for month in months]

    @pytest.mark.parametrize(
        ("words", "days"),
        [
            ("ngày 20 của tháng cuối quý", ["03-20", "06-20", "09-20", "12-20"]),
            ("ngày 31 tháng cuối cùng của mỗi quý", ["03-31", "06-30", "09-30", "12-31"]),
            ("ngày 05 của tháng đầu quý tiếp theo", ["01-05", "04-05", "07-05", "10-05"]),
            ("ngày 30 tháng thứ hai của quý", ["02-28", "05-30", "08-30", "11-30"]),
            ("ngày 32 tháng cuối quý", []),
            ("ngày 05 của quý sau", []),
        ],
    )
    def test_a_day_of_each_quarter(self, words: str, days: list[str]) -> None:
        deadline = Deadline(relation=Relation.BY, what="báo cáo", recurring="quarterly", text=f"chậm nhất {words}")
        assert self.ends(deadline) == [f"2026-{day}" for day in days]
        assert bool(Plan(deadlines=(deadline,)).undated_deadlines) is not bool(days)

    def test_quarters_as_stretches(self) -> None:
        plan = Plan(deadlines=(due("--03", "--01", recurring="quarterly"),))
        assert stretches(plan, 2026)[1] == ("2026-04-01", "2026-06-30")

    def test_days_of_each_month_as_stretches(self) -> None:
        plan = Plan(deadlines=(due("---05", "---25", recurring="monthly"),))
        assert stretches(plan, 2026)[0] == ("2025-12-25", "2026-01-05")
        assert stretches(plan, 2026)[-1] == ("2026-12-25", "2027-01-05")

    def test_before_the_first_of_each_month(self) -> None:
        ends = self.ends(before("---01"))
        assert (len(ends), ends[0], ends[-1]) == (12, "2026-01-31", "2026-12-31")

    def test_a_year_of_the_period_is_the_deadlines_too(self) -> None:
        year = PeriodMention(kind=PeriodKind.YEAR, year=2026)
        plan = Plan(deadlines=(due("--12-15", period=year), due("--01-15", period=year)))
        assert stretches(plan, 2026) == [("2026-12-15", "2026-12-15")]
        assert stretches(plan, 2027) == [("2027-01-15", "2027-01-15")]
        assert stretches(plan, 2028) == []
        quarters = PeriodMention(kind=PeriodKind.QUARTER, year=2026)
        assert stretches(Plan(deadlines=(due("--12-15", period=quarters),)), 2027) == []
        each = Plan(deadlines=(due("--12-15", period=year, recurring="yearly"),))
        assert len(each.calendar(2030)) == 1


class TestUndated:
    """What falls on no day of the calendar is told apart, not lost."""

    WITHOUT_DAY = (
        Deadline(relation=Relation.DURING, text="trong vòng 10 ngày"),
        Deadline(relation=Relation.BY, recurring="half-yearly"),
        Deadline(relation=Relation.BY, impossible=True, text="trước ngày 31/6"),
        due("---05", recurring="weekly"),
        due("---05", recurring="yearly"),
    )

    def test_no_year_lists_it(self) -> None:
        plan = Plan(deadlines=self.WITHOUT_DAY)
        assert plan.calendar(2026) == ()
        assert plan.undated_deadlines == self.WITHOUT_DAY

    def test_what_has_a_day_is_not_of_them(self) -> None:
        plan = Plan(deadlines=(due("2026-06-15"), *self.WITHOUT_DAY, due("--06"), due("---10"), due("2026")))
        assert plan.undated_deadlines == self.WITHOUT_DAY

    @given(strategies.deadlines(real=False))
    def test_each_deadline_is_here_or_in_some_year(self, deadline: Deadline) -> None:
        plan = Plan(deadlines=(deadline,))
        year = deadline.due.year if deadline.due is not None and deadline.due.year is not None else 2026
        listed = [entry for one in {max(year - 1, 1900), year} for entry in plan.calendar(one)]
        if deadline.relation is Relation.BEFORE and year == 1900:
            return
        assert bool(listed) is not bool(plan.undated_deadlines)


class TestWhose:
    """Who owes what is due to whom: by the deadline's sentence, or else by its task."""

    def test_the_sentence_names_them(self) -> None:
        deadline = evolve(due("2026-06-15"), who=SCHOOLS, to_whom=OFFICE)
        task = Task(text="Báo cáo", unit=Passage(text="Văn phòng"), deadlines=(deadline,))
        entry = only(Plan(deadlines=(deadline,), tasks=(task,)))
        assert (entry.who, entry.to_whom) == ("Các trường", "Phòng Giáo dục và Đào tạo")

    def test_the_task_names_them(self) -> None:
        deadline = evolve(due("2026-06-15"), span=Span(40, 55))
        # The deadline of a task may have been filled in further; its place is the same.
        task = Task(text="Báo cáo", unit=SCHOOLS, deadlines=(evolve(deadline, what="gửi báo cáo"),))
        entry = only(Plan(deadlines=(deadline,), tasks=(Task(text="Khác", unit=OFFICE), task)))
        assert (entry.who, entry.to_whom, entry.pointer) == ("Các trường", None, "/deadlines/0")

    def test_of_nested_tasks_the_innermost_that_names_one(self) -> None:
        deadline = evolve(due("2026-06-15"), span=Span(40, 55))
        outer, inner = (Task(text="Báo cáo", unit=unit, deadlines=(deadline,)) for unit in (OFFICE, SCHOOLS))
        bare = evolve(inner, unit=None)
        assert only(Plan(deadlines=(deadline,), tasks=(outer, inner))).who == "Các trường"
        assert only(Plan(deadlines=(deadline,), tasks=(outer, bare))).who == "Phòng Giáo dục và Đào tạo"
        assert only(Plan(deadlines=(deadline,), tasks=(bare,))).who is None

    def test_equal_deadlines_of_two_tasks(self) -> None:
        deadline = due("2026-06-15")
        tasks = tuple(Task(text="Báo cáo", unit=unit, deadlines=(deadline,)) for unit in (OFFICE, SCHOOLS))
        plan = Plan(deadlines=(deadline, deadline), tasks=tasks)
        assert [entry.who for entry in plan.calendar(2026)] == ["Phòng Giáo dục và Đào tạo", "Các trường"]

    def test_a_deadline_of_a_task_alone(self) -> None:
        task = Task(text="Gửi danh sách", unit=SCHOOLS, deadlines=(evolve(due("2026-06-15"), what=None),))
        entry = only(Plan(tasks=(Task(text="Khác"), task)))
        assert (entry.who, entry.what, entry.pointer) == ("Các trường", "Gửi danh sách", "/tasks/1/deadlines/0")

    def test_words_of_last_resort(self) -> None:
        bare = Deadline(due=PartialDate.parse("2026-12-20"), relation=Relation.BEFORE, text="trước 20/12/2026")
        assert only(Plan(deadlines=(bare,))).what == "trước 20/12/2026"


class TestPeriod:
    """The period a report is about, by its words and its day."""

    @pytest.mark.parametrize(
        ("kind", "number", "date", "period"),
        [
            ("half", 1, "2026-06-15", "2026-H1"),
            ("half", None, "2026-06-15", "2026-H1"),
            ("half", None, "2026-12-15", "2026-H2"),
            ("half", 2, "2026-01-10", "2025-H2"),
            ("year", None, "2026-12-15", "2026"),
            ("year", None, "2027-01-15", "2026"),
            ("nine-months", 1, "2026-09-15", "2026-9M"),
            ("quarter", None, "2026-03-20", "2026-Q1"),
            ("quarter", None, "2026-04-05", "2026-Q1"),
            ("quarter", 4, "2026-12-20", "2026-Q4"),
            ("month", None, "2026-03-25", "2026-03"),
            ("month", None, "2026-03-15", "2026-03"),
            ("month", None, "2026-03-05", "2026-02"),
            ("month", None, "2026-01-05", "2025-12"),
            ("school-year", None, "2026-06", "2025-2026"),
            ("term", 1, "2026-01-15", "2025-2026-T1"),
            ("term", None, "2026-05-25", "2025-2026-T2"),
        ],
    )
    def test_where_the_words_leave_it_open(self, kind: str, number: int | None, date: str, period: str) -> None:
        mention = PeriodMention(kind=PeriodKind.of(kind), number=number)
        entry = only(Plan(deadlines=(due(date, period=mention),)), int(date[:4]))
        assert str(entry.period) == period

    @pytest.mark.parametrize(
        ("year", "number", "date", "period"),
        [
            (2025, 1, "2026-06-15", "2025-H1"),
            (2026, None, "2026-06-15", "2026-H1"),
            (2026, None, "2027-01-15", "2026-H2"),
            (2027, 1, "2026-06-15", "2027-H1"),
            (2027, None, "2026-06-15", "None"),
        ],
    )
    def test_where_they_name_the_year(self, year: int, number: int | None, date: str, period: str) -> None:
        mention = PeriodMention(kind=PeriodKind.HALF, number=number, year=year)
        entry = only(Plan(deadlines=(due(date, period=mention),)), int(date[:4]))
        assert str(entry.period) == period

    def test_what_comes_back_has_the_like_period_each_time(self) -> None:
        mention = PeriodMention(kind=PeriodKind.YEAR, year=2026)
        plan = Plan(deadlines=(due("--12-15", recurring="yearly", period=mention),))
        assert [str(only(plan, year).period) for year in (2026, 2030)] == ["2026", "2030"]

    def test_each_turn_has_its_own(self) -> None:
        mention = PeriodMention(kind=PeriodKind.QUARTER, each=True)
        plan = Plan(deadlines=(due("---20", recurring="quarterly", period=mention),))
        assert [str(entry.period) for entry in plan.calendar(2026)] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]


class TestPrecision:
    """A day is told from a month, a quarter, half a year and a year."""

    @pytest.mark.parametrize(
        ("date", "start", "precision"),
        [
            ("2026-06-15", None, Precision.DAY),
            ("2026-06-15", "2026-04", Precision.DAY),
            ("2026", "2026-11-10", Precision.DAY),
            ("2026-06", None, Precision.MONTH),
            ("2026-09", "2026-07", Precision.QUARTER),
            ("2026-12", "2026-07", Precision.HALF),
            ("2026-12", "2026-01", Precision.YEAR),
            ("2026-10", "2026-08", Precision.MONTH),
            ("2026-06", "2026-08", Precision.MONTH),
            ("2026-09", "2025-07", Precision.MONTH),
            ("2026", None, Precision.YEAR),
        ],
    )
    def test_it(self, date: str, start: str | None, precision: Precision) -> None:
        assert only(Plan(deadlines=(due(date, start),))).precision is precision

    @pytest.mark.parametrize(
        ("words", "relation", "precision", "days"),
        [
            ("trong tuần đầu tháng 6/2026", Relation.DURING, Precision.WEEK, ("2026-06-01", "2026-06-07")),
            ("tuần thứ hai tháng 6/2026", Relation.BY, Precision.WEEK, ("2026-06-08", "2026-06-14")),
            ("trước tuần thứ hai tháng 6/2026", Relation.BEFORE, Precision.WEEK, ("2026-06-07", "2026-06-07")),
            ("tuần cuối tháng 6/2026", Relation.DURING, Precision.WEEK, ("2026-06-24", "2026-06-30")),
            ("giữa tháng 6/2026", Relation.DURING, Precision.DAY, ("2026-06-15", "2026-06-15")),
            ("cuối tháng 6/2026", Relation.BY, Precision.DAY, ("2026-06-30", "2026-06-30")),
            ("đầu tháng 6/2026", Relation.DURING, Precision.MONTH, ("2026-06-01", "2026-06-30")),
        ],
    )
    def test_a_part_of_a_month(
        self, words: str, relation: Relation, precision: Precision, days: tuple[str, str]
    ) -> None:
        told = Deadline(due=PartialDate.parse("2026-06"), relation=relation, text=words)
        entry = only(Plan(deadlines=(told,)))
        assert (entry.precision, str(entry.start), str(entry.end)) == (precision, *days)

    def test_a_stretch_of_months_that_ends_in_a_week(self) -> None:
        start, end = PartialDate.parse("2026-04"), PartialDate.parse("2026-06")
        told = Deadline(due=end, start=start, relation=Relation.DURING, text="từ tháng 4 đến tuần đầu tháng 6/2026")
        entry = only(Plan(deadlines=(told,)))
        assert (entry.precision, str(entry.start), str(entry.end)) == (Precision.WEEK, "2026-04-01", "2026-06-07")


class TestRoll:
    """A last day that is no working day moves, if it is to."""

    @pytest.mark.parametrize(
        ("roll", "moved"), [(Roll.NONE, None), (Roll.FOLLOWING, "2026-06-15"), (Roll.PRECEDING, "2026-06-12")]
    )
    def test_a_sunday(self, roll: Roll, moved: str | None) -> None:
        entry = only(Plan(deadlines=(before("2026-06-15"),)), roll=roll)
        assert str(entry.end) == "2026-06-14"
        assert entry.moved_to == (moved and datetime.date.fromisoformat(moved))

    def test_a_working_day_stays(self) -> None:
        assert only(Plan(deadlines=(due("2026-06-15"),)), roll=Roll.FOLLOWING).moved_to is None

    def test_days_of_your_own(self) -> None:
        days = WorkCalendar.bundled().with_swaps(
            Swap(day_off=datetime.date(2026, 6, 15), day_worked=datetime.date(2026, 6, 13))
        )
        entry = only(Plan(deadlines=(due("2026-06-15"),)), roll=Roll.PRECEDING, days=days)
        assert str(entry.moved_to) == "2026-06-13"

    def test_what_moves_into_another_year_is_of_both(self) -> None:
        plan = Plan(deadlines=(due("2022-12-31"), due("2027-01-01")))
        for year in (2022, 2023):
            assert str(only(plan, year, Roll.FOLLOWING).moved_to) == "2023-01-03"
        for year in (2026, 2027):
            assert str(only(plan, year, Roll.PRECEDING).moved_to) == "2026-12-31"
        assert plan.calendar(2023) == plan.calendar(2026) == ()

    def test_years_whose_days_off_are_not_announced(self) -> None:
        plan = Plan(deadlines=(due("--06-15"),))
        assert only(plan, 2090, Roll.FOLLOWING).provisional
        assert not only(plan, 2026, Roll.FOLLOWING).provisional
        assert not only(plan, 2090).provisional

    @pytest.mark.parametrize("year", [1900, 2101])
    def test_years_whose_working_days_are_not_known(self, year: int) -> None:
        plan = Plan(deadlines=(due("--06-15"), due("--12-31"), due("--01-01")))
        assert len(plan.calendar(year)) == 3
        with pytest.raises(InvalidValueError, match="1901 to 2100"):
            plan.calendar(year, roll=Roll.FOLLOWING)

    @pytest.mark.parametrize("year", [1901, 2100])
    @pytest.mark.parametrize("roll", list(Roll))
    def test_the_first_and_the_last_of_them(self, year: int, roll: Roll) -> None:
        plan = Plan(deadlines=(due("--06-15"), due("--12-31"), due("--01-01")))
        assert len(plan.calendar(year, roll=roll)) >= 3


class TestOccasions:
    """Campaigns and feast days."""

    MONTH = "Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới"

    def test_kinds_and_words(self) -> None:
        plan = Plan(
            deadlines=(before("2026-12-20"),),
            campaigns=(campaign("--11-15", "--12-15", "Tháng hành động"),),
            observances=(ObservanceMention(day=PartialDate.parse("--10-20"), text="Ngày 20/10"),),
        )
        assert [(entry.kind, entry.what) for entry in plan.calendar(2026)] == [
            (EntryKind.OBSERVANCE, "Ngày 20/10"),
            (EntryKind.CAMPAIGN, "Tháng hành động"),
            (EntryKind.DEADLINE, "báo cáo"),
        ]

    def test_a_campaign_over_the_turn_of_the_year(self) -> None:
        plan = Plan(campaigns=(campaign("2026-12-15", "2027-01-14"),))
        assert stretches(plan, 2026) == stretches(plan, 2027) == [("2026-12-15", "2027-01-14")]
        yearly = Plan(campaigns=(campaign("--12-15", "--01-14"),))
        assert stretches(yearly, 2026) == [("2025-12-15", "2026-01-14"), ("2026-12-15", "2027-01-14")]

    def test_the_theme_of_the_year_it_begins_in(self) -> None:
        plan = Plan(campaigns=(campaign("--11-15", "--12-15", self.MONTH),))
        theme = only(plan, 2025).theme
        assert theme is not None
        assert theme.startswith("bình đẳng giới và an toàn")
        assert only(plan, 1950).theme is None
        assert only(plan, 2150).theme is None

    def test_other_campaigns_have_none(self) -> None:
        assert only(Plan(campaigns=(campaign("--11-15", "--12-15"),)), 2025).theme is None

    def test_a_short_name_means_what_the_plan_is_about(self) -> None:
        short = campaign("--11-15", "--12-15", "Tháng hành động")
        header = Header(title=Passage(text="Công tác bình đẳng giới năm 2025"))
        assert only(Plan(header=header, campaigns=(short,)), 2025).theme is not None
        assert only(Plan(campaigns=(short,)), 2025).theme is None

    def test_a_campaign_without_a_name(self) -> None:
        assert only(Plan(campaigns=(campaign("--03-01", "--03-08", ""),))).what == "--03-01---03-08"

    def test_a_feast_goes_by_its_bundled_name(self) -> None:
        day = PartialDate.parse("--11-25")
        named = ObservanceMention(observance="25-11", day=day, text="ngày 25 tháng 11")
        unknown = ObservanceMention(observance="none-such", day=day, text="Ngày hội của xã 25/11")
        assert [entry.what for entry in Plan(observances=(named, unknown)).calendar(2026)] == [
            "Ngày Thế giới xóa bỏ bạo lực đối với phụ nữ",
            "Ngày hội của xã",
        ]

    @pytest.mark.parametrize(
        ("day", "year", "count"),
        [("2026-03-08", 2026, 1), ("2026-03-08", 2025, 0), ("--02-29", 2025, 0), ("--02-29", 2024, 1), ("---15", 2026, 12)],
    )  # fmt: skip
    def test_the_days_of_feasts(self, day: str, year: int, count: int) -> None:
        plan = Plan(observances=(ObservanceMention(day=PartialDate.parse(day), text="Ngày hội"),))
        assert len(plan.calendar(year)) == count


class TestOneEntry:
    """The same duty of the same people on the same days is one entry; the first place is told."""

    def test_said_twice(self) -> None:
        twice = (due("2026-06-15", text="ngày 15/6/2026"), due("2026-06-15", text="ngày 15 tháng 6 năm 2026"))
        entry = only(Plan(deadlines=twice))
        assert (entry.pointer, entry.text) == ("/deadlines/0", "ngày 15/6/2026")

    def test_dated_and_recurring(self) -> None:
        plan = Plan(
            deadlines=(due("--06-15", recurring="yearly"), due("2026-06-15"), due("--12-15", recurring="half-yearly"))
        )
        assert [str(entry.end) for entry in plan.calendar(2026)] == ["2026-06-15", "2026-12-15"]

    def test_other_people_other_words_other_days(self) -> None:
        one = due("2026-06-15")
        others = (
            evolve(one, who=SCHOOLS),
            evolve(one, to_whom=OFFICE),
            evolve(one, what="gửi danh sách"),
            due("2026-06-16"),
        )
        assert len(Plan(deadlines=(one, *others)).calendar(2026)) == 5

    def test_the_period_is_told_though_one_of_them_tells_none(self) -> None:
        plan = Plan(deadlines=(due("2026-06-15"), due("--06-15", recurring="half-yearly")))
        assert str(plan.calendar(2026)[0].period) == "2026-H1"
        named = (due("2026-06-15", period=PeriodMention(kind=kind)) for kind in (PeriodKind.HALF, PeriodKind.QUARTER))
        assert [str(entry.period) for entry in Plan(deadlines=tuple(named)).calendar(2026)] == ["2026-H1", "2026-Q2"]


class TestUnnamedPeriods:
    """A report that comes back is about the latest period of which half is over, though no words name it."""

    @pytest.mark.parametrize(
        ("date", "recurring", "periods"),
        [
            ("---05", "monthly", ["2025-12", "2026-01"]),
            ("---20", "monthly", ["2026-01", "2026-02"]),
            ("---20", None, ["2026-01", "2026-02"]),
            ("---20", "quarterly", ["2026-Q1", "2026-Q2"]),
            ("--01-10", "quarterly", ["2025-Q4", "2026-Q1"]),
            ("--06-15", "half-yearly", ["2026-H1", "2026-H2"]),
            ("--01-10", "half-yearly", ["2025-H2", "2026-H1"]),
            ("--06-15", "yearly", ["None"]),
            ("--06-15", None, ["None"]),
        ],
    )
    def test_it(self, date: str, recurring: str | None, periods: list[str]) -> None:
        entries = Plan(deadlines=(due(date, recurring=recurring),)).calendar(2026)
        assert [str(entry.period) for entry in entries[:2]] == periods

    def test_what_is_no_report_has_none(self) -> None:
        entries = Plan(deadlines=(due("---05", what="họp giao ban", recurring="monthly"),)).calendar(2026)
        assert {entry.period for entry in entries} == {None}


class TestLaws:
    """What holds of every plan and year."""

    @pytest.mark.parametrize("year", [0, 1899, 2200, -5, 10**30])
    def test_years_out_of_range(self, year: int) -> None:
        with pytest.raises(InvalidValueError, match="years run from 1900 to 2199"):
            Plan().calendar(year)

    @given(
        st.lists(strategies.deadlines(real=False), max_size=4),
        st.lists(st.tuples(strategies.partial_dates(), strategies.partial_dates()), max_size=2),
        st.integers(1901, 2100),
        st.sampled_from(list(Roll)),
        st.sampled_from(list(BeforePolicy)),
    )
    def test_entries_touch_the_year_in_order(
        self,
        deadlines: list[Deadline],
        campaigns: list[tuple[PartialDate, PartialDate]],
        year: int,
        roll: Roll,
        policy: BeforePolicy,
    ) -> None:
        told = tuple(CampaignMention(name="Chiến dịch", start=start, end=end) for start, end in campaigns)
        stretched = tuple(evolve(deadline, start=campaigns[0][0]) for deadline in deadlines if campaigns)
        plan = Plan(deadlines=(*deadlines, *stretched), campaigns=told)
        days = WorkCalendar.bundled()
        entries = plan.calendar(year, roll=roll, before=policy)
        assert entries == plan.calendar(year, roll=roll, before=policy)
        assert [entry.end for entry in entries] == sorted(entry.end for entry in entries)
        assert len(set(entries)) == len(entries)
        for entry in entries:
            assert all(type(day) is datetime.date for day in (entry.start, entry.end, entry.due))
            assert entry.start <= entry.end
            assert min(entry.start, entry.due).year <= year <= max(entry.end, entry.due).year
            if entry.moved_to is not None:
                assert roll is not Roll.NONE
                assert days.is_working_day(entry.moved_to)
                assert not days.is_working_day(entry.end)

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.plans(), st.integers(1900, 2199))
    def test_plans_have_a_calendar(self, plan: Plan, year: int) -> None:
        assert all(isinstance(entry.start, datetime.date) for entry in plan.calendar(year))


class TestHugeYears:
    """Years of thousands of figures are refused as others are."""

    @pytest.mark.parametrize("roll", Roll)
    def test_they_are_refused(self, roll: Roll) -> None:
        with pytest.raises(InvalidValueError, match="year"):
            Plan().calendar(10**5000, roll=roll)

    def test_so_are_numbers_of_periods(self) -> None:
        with pytest.raises(InvalidValueError, match="period"):
            PeriodMention(kind=PeriodKind.MONTH, number=10**5000)
