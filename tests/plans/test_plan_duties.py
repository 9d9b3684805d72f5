"""The duties to report a plan sets: of which periods, due when, in which years, whose."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.duties.due import DueDay, DueMonth, DueRule
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.mentions.deadline import RECURRENCES, BeforePolicy, Deadline
from vstbpn.calendars.mentions.period import PeriodMention
from vstbpn.calendars.reporting.period import PeriodKind
from vstbpn.calendars.reporting.windows import CALENDAR, DataWindow
from vstbpn.dates import PartialDate
from vstbpn.plans.header import Header
from vstbpn.plans.lasting import years_of_plan
from vstbpn.plans.plan import Plan
from vstbpn.plans.task import Task
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import Passage, evolve
from vstbpn.vocabulary import Relation

BEFORE = BeforePolicy.DAY_BEFORE


def due(  # noqa: PLR0917  # What a deadline is told by, in the order of the words.
    date: str,
    kind: str | None = None,
    number: int | None = None,
    relation: Relation = Relation.BEFORE,
    recurring: str | None = None,
    year: int | None = None,
    start: str | None = None,
) -> Deadline:
    period = PeriodMention(kind=PeriodKind.of(kind), number=number, year=year) if kind else None
    return Deadline(
        due=PartialDate.parse(date),
        start=PartialDate.parse(start) if start else None,
        relation=relation,
        what="Báo cáo kết quả",
        recurring=recurring,
        period=period,
    )


def plan_of(*deadlines: Deadline, title: str = "Công tác bình đẳng giới", date: str | None = None) -> Plan:
    header = Header(title=Passage(text=title), date=PartialDate.parse(date) if date else None)
    return Plan(header=header, deadlines=deadlines)


def rules(plan: Plan, before: BeforePolicy = BEFORE) -> list[tuple[str, tuple[int, ...], DueRule]]:
    return [(duty.period.value, duty.numbers, duty.due) for duty in plan.obligations(before=before)]


def dues(duty: Obligation, first: int, last: int) -> list[str]:
    turns = duty.occurrences(datetime.date(first, 1, 1), datetime.date(last, 12, 31))
    return [str(turn.nominal_due) for turn in turns]


class TestNamedPeriods:
    """Words that name the period say what the report is about."""

    def test_half_a_year_and_a_year(self) -> None:
        plan = plan_of(due("--06-15", "half", 1), due("--12-15", "year"))
        assert rules(plan) == [
            ("half", (1,), DueDay(day=15, before=BEFORE)),
            ("year", (), DueDay(day=15, before=BEFORE)),
        ]

    def test_the_other_reading_of_before(self) -> None:
        ((_, _, rule),) = rules(plan_of(due("--06-15", "half", 1)), BeforePolicy.SAME_DAY)
        assert rule == DueDay(day=15, before=BeforePolicy.SAME_DAY)

    @pytest.mark.parametrize(
        ("deadline", "rule"),
        [
            (due("--01-15", "year"), ("year", (), DueDay(day=15, months_after=1, before=BEFORE))),
            (due("--10-05", "nine-months", relation=Relation.BY), ("nine-months", (), DueDay(day=5, months_after=1))),
            (due("--06", "school-year", relation=Relation.ON), ("school-year", (), DueMonth(months_after=-2))),
            (due("--01-10", "term", 1, Relation.BY), ("term", (1,), DueDay(day=10))),
            (due("---20", "quarter", recurring="quarterly"), ("quarter", (), DueDay(day=20, before=BEFORE))),
            (due("--01-05", "quarter", recurring="quarterly"), ("quarter", (), DueDay(day=5, months_after=1, before=BEFORE))),
            (due("---05", "month", relation=Relation.BY, recurring="monthly"), ("month", (), DueDay(day=5, months_after=1))),
            (due("---25", "month", relation=Relation.BY), ("month", (), DueDay(day=25))),
            (due("--07", "half", relation=Relation.BEFORE), ("half", (1,), DueMonth())),
            (due("--09", "half", 1, start="--07"), ("half", (1,), DueMonth())),
            (due("--09", "half", 1, Relation.DURING, start="--07"), ("half", (1,), DueMonth(months_after=3))),
            (due("--07-10", "half", 1, start="--07-05"), ("half", (1,), DueDay(day=5, months_after=1, before=BEFORE))),
        ],
    )  # fmt: skip
    def test_days_and_months(self, deadline: Deadline, rule: tuple[str, tuple[int, ...], DueRule]) -> None:
        assert rules(plan_of(deadline)) == [rule]

    def test_before_a_month_where_its_first_day_is_in_time(self) -> None:
        ((_, _, rule),) = rules(plan_of(due("--07", "half")), BeforePolicy.SAME_DAY)
        assert rule == DueDay(day=1, months_after=1)

    def test_the_halves_of_one_duty_are_one(self) -> None:
        assert rules(plan_of(due("--06-15", "half"), due("--12-15", "half"))) == [
            ("half", (), DueDay(day=15, before=BEFORE))
        ]
        assert rules(plan_of(due("--06-15", "half", recurring="half-yearly"))) == [
            ("half", (), DueDay(day=15, before=BEFORE))
        ]
        several = plan_of(*(due(f"--{month:02}-20", "quarter") for month in (9, 3, 6)))
        assert rules(several) == [("quarter", (1, 2, 3), DueDay(day=20, before=BEFORE))]

    def test_a_period_too_long_for_how_often_it_comes_is_none_of_it(self) -> None:
        assert rules(plan_of(due("---20", "half", 1, recurring="monthly"))) == [
            ("month", (), DueDay(day=20, before=BEFORE))
        ]

    def test_the_year_of_the_first_is_no_part_of_what_comes_back(self) -> None:
        assert rules(plan_of(due("--12-15", "year", year=2026, recurring="yearly"))) == [
            ("year", (), DueDay(day=15, before=BEFORE))
        ]

    def test_a_period_too_far_behind_is_left_out(self) -> None:
        assert rules(plan_of(due("2030-06-15", "year", year=2016))) == []
        assert rules(plan_of(due("2026-06-15", "half", year=2030))) == []


class TestUnnamedPeriods:
    """Where no words name it, the period is the latest of which half is over, or the year the due day falls in."""

    @pytest.mark.parametrize(
        ("deadline", "rule"),
        [
            (due("--06", relation=Relation.ON, recurring="yearly"), ("year", (), DueMonth(months_after=-6))),
            (due("--12", relation=Relation.ON, recurring="yearly"), ("year", (), DueMonth())),
            (due("--12-15"), ("year", (), DueDay(day=15, before=BEFORE))),
            (due("--01-01"), ("year", (), DueDay(day=1, months_after=-11, before=BEFORE))),
            (due("--01"), ("year", (), DueMonth(months_after=-12))),
            (due("---25", relation=Relation.BY), ("month", (), DueDay(day=25))),
            (due("---05", recurring="monthly"), ("month", (), DueDay(day=5, months_after=1, before=BEFORE))),
            (due("---14", relation=Relation.BY), ("month", (), DueDay(day=14, months_after=1))),
            (due("---15"), ("month", (), DueDay(day=15, before=BEFORE))),
            (due("--01-10", recurring="quarterly"), ("quarter", (), DueDay(day=10, months_after=1, before=BEFORE))),
            (due("--01-10", recurring="half-yearly"), ("half", (), DueDay(day=10, months_after=1, before=BEFORE))),
            (due("---31", relation=Relation.BY, recurring="monthly"), ("month", (), DueDay(day=31))),
            (due("---20", recurring="quarterly"), ("quarter", (), DueDay(day=20, before=BEFORE))),
            (
                Deadline(
                    relation=Relation.BEFORE,
                    what="Báo cáo",
                    recurring="quarterly",
                    text="trước ngày 20 của tháng cuối quý",
                ),
                ("quarter", (), DueDay(day=20, before=BEFORE)),
            ),
            (due("--02-20", recurring="quarterly"), ("quarter", (), DueDay(day=20, months_after=-1, before=BEFORE))),
            (due("--06-20", recurring="half-yearly"), ("half", (), DueDay(day=20, before=BEFORE))),
        ],
    )
    def test_how_often_it_comes_tells_the_kind(
        self, deadline: Deadline, rule: tuple[str, tuple[int, ...], DueRule]
    ) -> None:
        assert rules(plan_of(deadline)) == [rule]

    @pytest.mark.parametrize(
        "deadline",
        [
            evolve(due("--03-08"), what="Gặp mặt nữ cán bộ"),
            due("2026-06-15"),
            due("---05", recurring="weekly"),
            Deadline(relation=Relation.EVERY, what="Báo cáo", recurring="half-yearly"),
            Deadline(relation=Relation.EVERY, what="Báo cáo", period=PeriodMention(kind=PeriodKind.HALF, each=True)),
            Deadline(relation=Relation.BY, what="Báo cáo", impossible=True),
        ],
    )
    def test_what_is_no_duty_that_comes_back(self, deadline: Deadline) -> None:
        assert plan_of(deadline).obligations() == ()

    def test_words_of_the_task_tell_a_report(self) -> None:
        task = Task(text="Báo cáo tháng", deadlines=(evolve(due("---20"), what=None),))
        assert [duty.what for duty in Plan(tasks=(task,)).obligations()] == ["Báo cáo tháng"]
        named = evolve(due("---20"), what="Văn phòng")
        assert Plan(tasks=(Task(text="Họp giao ban", deadlines=(named,)),)).obligations() == ()
        told = Task(text="Văn phòng trước ngày 20 hằng tháng tổng hợp, báo cáo Chính phủ", deadlines=(named,))
        assert [duty.what for duty in Plan(tasks=(told,)).obligations()] == ["Văn phòng"]


class TestYears:
    """The duty stands in the years the plan is for; what names its year is of that year alone."""

    def test_a_dated_one(self) -> None:
        (duty,) = plan_of(due("2026-06-15", "half", 1)).obligations()
        assert (duty.start, duty.end) == (datetime.date(2026, 1, 1), datetime.date(2027, 1, 1))
        assert dues(duty, 2020, 2030) == ["2026-06-14"]

    def test_a_report_of_a_year_due_in_the_next(self) -> None:
        for deadline in (due("2027-01-15", "year"), due("--01-15", "year", year=2026)):
            (duty,) = plan_of(deadline, title="Công tác năm 2026").obligations()
            assert dues(duty, 2020, 2030) == ["2027-01-14"]
            assert duty.start == datetime.date(2027, 1, 1)

    def test_before_new_year(self) -> None:
        (duty,) = plan_of(due("2027-01-01", "year", year=2026)).obligations()
        assert duty.start == datetime.date(2026, 1, 1)
        assert dues(duty, 2020, 2030) == ["2026-12-31"]

    def test_a_plan_of_one_year(self) -> None:
        title = "Công tác bình đẳng giới năm 2026"
        monthly, yearly, plain = plan_of(
            due("---20", recurring="monthly"), due("--06-15", "half", 1, recurring="yearly"), due("--12-15", "year"), title=title
        ).obligations()  # fmt: skip
        assert len(dues(monthly, 2020, 2030)) == 12
        assert dues(yearly, 2020, 2028) == ["2026-06-14", "2027-06-14", "2028-06-14"]
        assert dues(plain, 2020, 2030) == ["2026-12-14"]

    def test_a_plan_of_some_years(self) -> None:
        (duty,) = plan_of(
            due("--12-15", "year", recurring="yearly"), title="Kế hoạch giai đoạn 2024 - 2026"
        ).obligations()
        assert dues(duty, 2020, 2030) == ["2024-12-14", "2025-12-14", "2026-12-14"]

    def test_the_last_report_of_its_years_may_be_due_after_them(self) -> None:
        (duty,) = plan_of(due("--01-15", "year"), title="Kế hoạch giai đoạn 2024 - 2026").obligations()
        assert dues(duty, 2020, 2030) == ["2025-01-14", "2026-01-14", "2027-01-14"]
        (months,) = plan_of(due("---05", "month"), title="Kế hoạch năm 2026").obligations()
        assert dues(months, 2020, 2030)[::11] == ["2026-02-04", "2027-01-04"]

    def test_it_begins_with_the_day_of_the_plan(self) -> None:
        (duty,) = plan_of(due("---20"), title="Kế hoạch năm 2026", date="2026-10-19").obligations()
        assert dues(duty, 2020, 2030) == ["2026-10-19", "2026-11-19", "2026-12-19"]
        (open_ended,) = plan_of(due("--12-15", "year", recurring="yearly"), date="2026-03").obligations()
        assert (open_ended.start, open_ended.end) == (datetime.date(2026, 3, 1), None)
        (once_a_year,) = plan_of(due("--12-15", "year"), date="2026-03").obligations()
        assert (once_a_year.start, once_a_year.end) == (datetime.date(2026, 1, 1), None)
        (late,) = plan_of(due("--12-15", "year"), title="Kế hoạch năm 2024", date="2026-03-01").obligations()
        assert dues(late, 2020, 2030) == ["2024-12-14"]

    def test_a_school_year(self) -> None:
        (duty,) = plan_of(due("--06-15", "school-year"), title="Kế hoạch năm học 2025-2026").obligations()
        assert dues(duty, 2020, 2030) == ["2026-06-14"]

    def test_a_plan_without_years(self) -> None:
        (duty,) = plan_of(due("--12-15", "year")).obligations()
        assert (duty.start, duty.end) == (None, None)

    def test_the_first_year_there_is(self) -> None:
        (duty,) = plan_of(due("--12-15", "year"), title="Kế hoạch năm 1900").obligations()
        assert (duty.start, duty.end) == (datetime.date(1900, 1, 1), datetime.date(1901, 1, 1))

    @pytest.mark.parametrize(
        ("title", "date", "years"),
        [
            ("Công tác bình đẳng giới năm 2026", "2025-12-28", (2026, 2026)),
            ("CÔNG TÁC BÌNH ĐẲNG GIỚI NĂM 2026", None, (2026, 2026)),
            ("Thực hiện Chiến lược giai đoạn 2021-2030 trên địa bàn tỉnh năm 2026", None, (2026, 2026)),
            ("Chương trình giai đoạn 2021 - 2025", "2021-03-01", (2021, 2025)),
            ("Chương trình từ năm 2021 đến năm 2025", "2021-03-01", (2021, 2025)),
            ("Chương trình giai đoạn 2021-2025, tầm nhìn đến năm 2030", None, (2021, 2025)),
            ("Chương trình đến năm 2030", "2022-03-01", (2022, 2030)),
            ("Chương trình đến năm 2030", None, (None, 2030)),
            ("Chương trình đến năm 2020", "2022-03-01", (2022, None)),
            ("Thực hiện Chỉ thị ngày 19 tháng 7 năm 2017", "2018-03-01", (2018, None)),
            ("Thực hiện Nghị quyết 12/2025-2026/NQ", "2026-03-01", (2026, None)),
            ("Công tác năm 9999", "2026-03-01", (2026, None)),
            ("Công tác gia đình", None, (None, None)),
        ],
    )
    def test_the_years_of_a_plan(self, title: str, date: str | None, years: tuple[int | None, int | None]) -> None:
        assert years_of_plan(plan_of(title=title, date=date)) == years


class TestWhose:
    """Who owes it to whom, under which window and roll, and what orders it."""

    def test_who_and_to_whom(self) -> None:
        deadline = evolve(due("--12-15", "year"), to_whom=Passage(text="Sở Nội vụ"))
        task = Task(text="Báo cáo", unit=Passage(text="Các phòng"), deadlines=(deadline,))
        (duty,) = Plan(deadlines=(deadline,), tasks=(task,)).obligations()
        assert (duty.who, duty.to_whom, duty.what) == ("Các phòng", "Sở Nội vụ", "Báo cáo kết quả")

    def test_nobody_is_made_up(self) -> None:
        header = Header(issuer=Passage(text="SỞ Y TẾ"))
        (duty,) = Plan(header=header, deadlines=(due("--12-15", "year"),)).obligations()
        assert (duty.who, duty.to_whom) == (None, None)

    def test_the_same_duty_of_two(self) -> None:
        deadline = due("--12-15", "year")
        plan = plan_of(*(evolve(deadline, who=Passage(text=who)) for who in ("Văn phòng", "Thanh tra", "Văn phòng")))
        assert [duty.who for duty in plan.obligations()] == ["Văn phòng", "Thanh tra"]

    def test_window_and_roll(self) -> None:
        window = DataWindow.bundled("nd-09-2019")
        half, term = plan_of(due("--06-15", "half", 1), due("--01-10", "term", 1)).obligations(
            window=window, roll=Roll.PRECEDING
        )
        assert (half.window, half.roll) == (window, Roll.PRECEDING)
        assert term.window == CALENDAR
        (turn,) = half.occurrences(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
        assert (str(turn.window_end), str(turn.effective_due)) == ("2026-06-14", "2026-06-12")

    def test_the_first_window_that_covers_a_period(self) -> None:
        decree, province = DataWindow.bundled("nd-09-2019"), DataWindow.bundled("khanh-hoa-2023")
        plan = plan_of(due("--06-15", "half", 1), due("--09-15", "nine-months"), due("--01-10", "term", 1))
        assert [duty.window for duty in plan.obligations(window=(decree, province))] == [decree, province, CALENDAR]
        assert [duty.window for duty in plan.obligations(window=[province, decree])] == [province, province, CALENDAR]
        assert {duty.window for duty in plan.obligations(window=())} == {CALENDAR}

    @pytest.mark.parametrize(
        ("symbol", "kind", "basis"),
        [
            ("15/KH-SGDĐT", "Kế hoạch", "Kế hoạch số 15/KH-SGDĐT"),
            ("15/KH-SGDĐT", None, "Văn bản số 15/KH-SGDĐT"),
            (None, "Kế hoạch", None),
        ],
    )
    def test_the_plan_orders_it(self, symbol: str | None, kind: str | None, basis: str | None) -> None:
        header = Header(type=kind, symbol=DocumentSymbol.parse(symbol) if symbol else None)
        (duty,) = Plan(header=header, deadlines=(due("--12-15", "year"),)).obligations()
        assert duty.basis == basis


@st.composite
def report_deadlines(draw: st.DrawFn) -> Deadline:
    """Deadlines to report by: with and without a period, a year, a recurrence, a stretch."""
    deadline = draw(strategies.deadlines())
    period = draw(st.none() | strategies.period_mentions())
    start = draw(st.none() | strategies.partial_dates())
    recurring = draw(st.none() | st.sampled_from(RECURRENCES))
    return evolve(deadline, what="Báo cáo kết quả", period=period, start=start, recurring=recurring)


class TestLaws:
    """What holds of every plan."""

    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.lists(report_deadlines(), max_size=3),
        st.sampled_from(["Công tác năm 2026", "Giai đoạn 2024 - 2030", "Công tác"]),
        st.integers(1910, 2090),
        st.sampled_from(list(BeforePolicy)),
    )
    def test_what_is_due_in_a_year_stands_in_its_calendar(
        self, deadlines: list[Deadline], title: str, year: int, before: BeforePolicy
    ) -> None:
        plan = plan_of(*deadlines, title=title)
        told = {
            entry.end: [other.period for other in plan.calendar(year, before=before) if other.end == entry.end]
            for entry in plan.calendar(year, before=before)
        }
        named = {deadline.period.kind for deadline in deadlines if deadline.period is not None}
        for duty in plan.obligations(before=before):
            for turn in duty.occurrences(datetime.date(year, 1, 1), datetime.date(year, 12, 31)):
                assert turn.nominal_due in told
                assert (
                    turn.period in told[turn.nominal_due] or duty.period not in named or None in told[turn.nominal_due]
                )

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.plans())
    def test_plans_have_duties(self, plan: Plan) -> None:
        for duty in plan.obligations(window=DataWindow.bundled("nd-09-2019")):
            assert plan.obligations() == plan.obligations()
            list(duty.occurrences(datetime.date(2026, 1, 1), datetime.date(2027, 12, 31)))
