"""The plan as a whole: what it tells at a glance, and its year."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.deadlines import CampaignMention, Deadline, ObservanceMention
from vstbpn.calendars.scanning import find_deadlines
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.goals.targets.goal import Goal
from vstbpn.goals.targets.target import Target
from vstbpn.plans.header import Header
from vstbpn.plans.plan import CalendarEntry, Plan
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import Passage, Span
from vstbpn.vocabulary import Relation


def due(date: str, start: str | None = None, what: str = "báo cáo") -> Deadline:
    return Deadline(
        due=PartialDate.parse(date),
        start=PartialDate.parse(start) if start else None,
        relation=Relation.BY,
        what=what,
    )


def stretches(plan: Plan, year: int) -> list[tuple[str, str]]:
    return [(str(entry.start), str(entry.end)) for entry in plan.calendar(year)]


class TestAtAGlance:
    """The parts of the header, and what goals and text hold."""

    def test_what_stands_in_the_header(self) -> None:
        header = Header(
            superior=Passage(text="UBND TỈNH HẢI DƯƠNG"),
            issuer=Passage(text="SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
            symbol=DocumentSymbol.parse("15/KH-SGDĐT"),
            date=PartialDate.parse("2024-03-05"),
            type="Kế hoạch",
            title=Passage(text="Công tác bình đẳng giới"),
            place=Passage(text="Hải Dương"),
        )
        plan = Plan(header=header)
        assert plan.place == "Hải Dương"
        assert (plan.superior, plan.issuer) == ("UBND TỈNH HẢI DƯƠNG", "SỞ GIÁO DỤC VÀ ĐÀO TẠO")
        assert (str(plan.symbol), str(plan.date)) == ("15/KH-SGDĐT", "2024-03-05")
        assert (plan.type, plan.title) == ("Kế hoạch", "Công tác bình đẳng giới")

    def test_a_blank_plan(self) -> None:
        plan = Plan()
        parts = (plan.superior, plan.issuer, plan.symbol, plan.date, plan.type, plan.title, plan.year, plan.place)
        assert parts == (None,) * 8
        assert not plan.is_plan

    @pytest.mark.parametrize(
        ("kind", "plans"),
        [
            ("Kế hoạch", True),
            ("Chương trình", True),
            ("Chương trình hành động", True),
            ("Quyết định", False),
            ("", False),
        ],
    )
    def test_types_that_plan(self, kind: str, plans: bool) -> None:  # A column of the table.
        assert Plan(header=Header(type=kind)).is_plan is plans

    def test_targets_and_references_in_reading_order(self) -> None:
        targets = [Target.parse(f"ít nhất {value}% cơ quan có lãnh đạo là nữ") for value in (60, 70, 80)]
        references = [Reference.parse(text) for text in ("Luật Trẻ em", "Nghị quyết số 28/NQ-CP")]
        plan = Plan(
            goals=(Goal(title="Một", targets=tuple(targets[:2])), Goal(title="Hai", targets=tuple(targets[2:]))),
            mentions=tuple(Mention(reference=reference, span=Span(0, 1)) for reference in references),
        )
        assert list(plan.targets) == targets
        assert list(plan.references) == references


class TestNumberedTargets:
    """A target's number is that of its goal and its place in it; goals are counted where their markers do not tell."""

    TARGET = Target.parse("đạt 50% nữ lãnh đạo")

    def numbers(self, *markers: str | None) -> list[str]:
        goals = tuple(Goal(marker=marker, title="Chính trị", targets=(self.TARGET, self.TARGET)) for marker in markers)
        plan = Plan(goals=goals)
        assert tuple(plan.numbered_targets.values()) == plan.targets
        return list(plan.numbered_targets)

    def test_markers_tell_the_number(self) -> None:
        assert self.numbers("Mục tiêu 3", "MỤC TIÊU 07") == ["3.1", "3.2", "7.1", "7.2"]

    @pytest.mark.parametrize("markers", [(None, "Mục tiêu 5"), ("Mục tiêu 5", "Mục tiêu 5"), ("Mục tiêu", None)])
    def test_goals_are_counted(self, markers: tuple[str | None, ...]) -> None:
        assert self.numbers(*markers) == ["1.1", "1.2", "2.1", "2.2"]

    def test_a_plan_without_goals_has_none(self) -> None:
        assert dict(Plan().numbered_targets) == {}


class TestYear:
    """The year is the date's, or else the first of the title."""

    @pytest.mark.parametrize(
        ("date", "title", "year"),
        [
            ("2024-03", "Công tác năm 2025", 2024),
            (None, "Công tác năm 2025", 2025),
            (None, "Công tác giai đoạn 2021-2025", 2021),
            ("--03-05", "Công tác năm 2025", 2025),
            (None, "Công tác gia đình", None),
            (None, "Trồng ٢٠٢٥ cây", None),
        ],
    )
    def test_it(self, date: str | None, title: str, year: int | None) -> None:
        header = Header(date=PartialDate.parse(date) if date else None, title=Passage(text=title))
        assert Plan(header=header).year == year


class TestCalendar:
    """What ends in a year, in order of the last day."""

    def test_a_day_a_month_and_a_year(self) -> None:
        plan = Plan(deadlines=(due("2026"), due("2026-04"), due("2026-06-15")))
        assert stretches(plan, 2026) == [
            ("2026-04-01", "2026-04-30"),
            ("2026-06-15", "2026-06-15"),
            ("2026-01-01", "2026-12-31"),
        ]

    def test_another_year_has_none_of_it(self) -> None:
        assert stretches(Plan(deadlines=(due("2026-06-15"),)), 2025) == []

    def test_what_recurs_each_year(self) -> None:
        plan = Plan(deadlines=(due("--06-15"), due("--11")))
        assert stretches(plan, 2025) == [("2025-06-15", "2025-06-15"), ("2025-11-01", "2025-11-30")]

    def test_what_recurs_each_month(self) -> None:
        months = stretches(Plan(deadlines=(due("---10"),)), 2026)
        assert months == [(f"2026-{month:02}-10",) * 2 for month in range(1, 13)]

    def test_a_month_without_the_day_is_left_out(self) -> None:
        assert len(stretches(Plan(deadlines=(due("---31"),)), 2026)) == 7
        assert stretches(Plan(deadlines=(due("--02-29"),)), 2025) == []
        assert stretches(Plan(deadlines=(due("--02-29"),)), 2024) == [("2024-02-29", "2024-02-29")]

    def test_a_stretch(self) -> None:
        plan = Plan(deadlines=(due("2026-12-15", "2026-11-15"),))
        assert stretches(plan, 2026) == [("2026-11-15", "2026-12-15")]

    def test_a_stretch_that_began_the_year_before(self) -> None:
        dated = Plan(deadlines=(due("2026-06-14", "2025-12-15"),))
        assert stretches(dated, 2026) == [("2025-12-15", "2026-06-14")]
        assert stretches(dated, 2025) == []
        yearly = Plan(deadlines=(due("--06-14", "--12-15"),))
        assert stretches(yearly, 2026) == [("2025-12-15", "2026-06-14")]

    def test_a_stretch_written_the_wrong_way_round_is_its_last_day(self) -> None:
        assert stretches(Plan(deadlines=(due("2026-06-14", "2026-07-01"),)), 2026) == [("2026-06-14", "2026-06-14")]

    def test_what_is_due_before_a_day_ends_on_the_day_before(self) -> None:
        plan = Plan(deadlines=(Deadline(due=PartialDate.parse("2026-01-01"), relation=Relation.BEFORE),))
        assert stretches(plan, 2025) == [("2025-12-31", "2025-12-31")]
        assert stretches(plan, 2026) == []

    def test_what_is_due_before_the_first_of_each_month(self) -> None:
        months = stretches(Plan(deadlines=(Deadline(due=PartialDate.parse("---01"), relation=Relation.BEFORE),)), 2026)
        assert (len(months), months[0][1], months[-1][1]) == (12, "2026-01-31", "2026-12-31")

    def test_what_is_relative_has_no_day(self) -> None:
        assert Plan(deadlines=(Deadline(relation=Relation.BY),)).calendar(2026) == ()

    def test_kinds_and_words(self) -> None:
        start, end = PartialDate.parse("--11-15"), PartialDate.parse("--12-15")
        plan = Plan(
            deadlines=(
                Deadline(due=PartialDate.parse("2026-12-20"), relation=Relation.BEFORE, text="trước 20/12/2026"),
            ),
            campaigns=(CampaignMention(name="Tháng hành động", start=start, end=end, text="Tháng hành động 2026"),),
            observances=(ObservanceMention(day=PartialDate.parse("--10-20"), text="Ngày 20/10"),),
        )
        assert [(entry.kind, entry.what) for entry in plan.calendar(2026)] == [
            ("observance", "Ngày 20/10"),
            ("campaign", "Tháng hành động"),
            ("deadline", "trước 20/12/2026"),
        ]

    def test_an_observance_goes_by_its_bundled_name(self) -> None:
        day = PartialDate.parse("--11-25")
        named = ObservanceMention(observance="25-11", day=day, text="ngày 25 tháng 11")
        unknown = ObservanceMention(observance="none-such", day=day, text="Ngày hội của xã 25/11")
        assert [entry.what for entry in Plan(observances=(named, unknown)).calendar(2026)] == [
            "Ngày Thế giới xóa bỏ bạo lực đối với phụ nữ",
            "Ngày hội của xã 25/11",
        ]

    def test_a_quarter_runs_from_its_first_day(self) -> None:
        (deadline,) = find_deadlines("Trình Ủy ban nhân dân tỉnh trong quý III năm 2024.")
        assert stretches(Plan(deadlines=(deadline,)), 2024) == [("2024-07-01", "2024-09-30")]

    @pytest.mark.parametrize(("words", "last"), [("quý III/2026", "2026-06-30"), ("quý IV hằng năm", "2026-09-30")])
    def test_before_a_quarter_is_before_its_first_day(self, words: str, last: str) -> None:
        (deadline,) = find_deadlines(f"Ban hành kế hoạch trước {words}.")
        assert stretches(Plan(deadlines=(deadline,)), 2026) == [(last, last)]

    def test_the_same_day_said_twice_is_one_entry(self) -> None:
        assert len(Plan(deadlines=(due("2026-06-15"), due("2026-06-15"))).calendar(2026)) == 1

    @pytest.mark.parametrize("year", [0, 1899, 2200])
    def test_years_out_of_range(self, year: int) -> None:
        with pytest.raises(InvalidValueError, match="years run from 1900 to 2199"):
            Plan().calendar(year)

    @given(st.lists(strategies.deadlines(), max_size=4), st.integers(1900, 2199))
    def test_entries_end_in_the_year_in_order(self, deadlines: list[Deadline], year: int) -> None:
        entries = Plan(deadlines=tuple(deadlines)).calendar(year)
        assert [entry.end for entry in entries] == sorted(entry.end for entry in entries)
        for entry in entries:
            assert isinstance(entry, CalendarEntry)
            assert entry.start <= entry.end
            assert entry.end.year == year

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.plans(), st.integers(2020, 2030))
    def test_plans_have_a_calendar(self, plan: Plan, year: int) -> None:
        assert all(isinstance(entry.start, datetime.date) for entry in plan.calendar(year))
