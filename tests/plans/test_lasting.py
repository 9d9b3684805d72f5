"""How long what a plan sets holds: the years of its title, what outlasts them, what falls in the year after."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.finding.deadlines import find_deadlines
from vstbpn.calendars.mentions.deadline import BeforePolicy, Deadline
from vstbpn.calendars.mentions.occasion import CampaignMention, ObservanceMention
from vstbpn.dates import PartialDate
from vstbpn.plans.header import Header
from vstbpn.plans.lasting import is_next_year, outlasts
from vstbpn.plans.plan import Plan
from vstbpn.values import Passage, evolve
from vstbpn.vocabulary import Relation

OF_2026 = "Công tác bình đẳng giới năm 2026"


def plan_of(*words: str, title: str = OF_2026, date: str | None = "2026-01-20") -> Plan:
    header = Header(title=Passage(text=title), date=PartialDate.parse(date) if date else None)
    return Plan(header=header, deadlines=tuple(found for text in words for found in find_deadlines(text)))


def ends(plan: Plan, first: int = 2024, last: int = 2031) -> list[str]:
    return [str(entry.end) for year in range(first, last + 1) for entry in plan.calendar(year)]


def dues(plan: Plan, first: int = 2024, last: int = 2031) -> list[str]:
    start, end = datetime.date(first, 1, 1), datetime.date(last, 12, 31)
    return sorted(str(turn.nominal_due) for duty in plan.obligations() for turn in duty.occurrences(start, end))


class TestAgreement:
    """The calendar holds the turns of the duties, and no others."""

    @pytest.mark.parametrize(
        "words",
        [
            "Các trường báo cáo trước ngày 05 hằng tháng.",
            "Các trường báo cáo trước ngày 31 hằng tháng.",
            "Các trường báo cáo chậm nhất ngày 20 của tháng cuối quý.",
            "Các trường báo cáo 6 tháng trước ngày 15/6.",
            "Các trường báo cáo trước ngày 15/01 hằng năm.",
            "Các trường gửi báo cáo năm trước ngày 15/01.",
            "Các trường gửi báo cáo năm trước ngày 15/01 năm sau.",
            "Các trường báo cáo kết quả trước ngày 15/01 năm sau.",
            "Các trường báo cáo kết quả trước ngày 01/01 năm kế tiếp.",
            "Các trường báo cáo quý IV trước ngày 10/01 năm tiếp theo.",
            "Các trường gửi báo cáo năm 2026 trước ngày 15/01 năm sau.",
            "Các trường gửi báo cáo hằng năm trước ngày 15/01 năm sau.",
        ],
    )
    @pytest.mark.parametrize("date", [None, "2025-12-28", "2026-01-20", "2026-10-19", "2027-03-01"])
    @pytest.mark.parametrize("title", [OF_2026, "Kế hoạch giai đoạn 2025 - 2027", "Kế hoạch đến năm 2028", "Công tác"])
    def test_of_one_duty(self, words: str, date: str | None, title: str) -> None:
        plan = plan_of(words, date=date, title=title)
        assert ends(plan) == dues(plan)


class TestYears:
    """What has no year belongs to those of the plan."""

    def test_a_monthly_report_begins_with_the_plan_and_ends_with_its_year(self) -> None:
        found = ends(plan_of("Các trường báo cáo trước ngày 05 hằng tháng."))
        assert (len(found), found[0], found[-1]) == (12, "2026-02-04", "2027-01-04")

    def test_what_comes_back_and_is_no_report(self) -> None:
        assert ends(plan_of("Họp giao ban trước ngày 10 hằng tháng.")) == [
            f"2026-{month:02}-09" for month in range(2, 13)
        ]

    @pytest.mark.parametrize("each", ["hằng năm", "hàng năm"])
    def test_each_year_goes_on(self, each: str) -> None:
        found = ends(plan_of(f"Tổ chức hội nghị trước ngày 15/6 {each}."))
        assert found == [f"{year}-06-14" for year in range(2026, 2032)]

    def test_another_rhythm_does_not(self) -> None:
        plan = plan_of("Các trường báo cáo định kỳ 6 tháng (trước ngày 15/6) và báo cáo năm (trước ngày 15/12).")
        assert ends(plan) == dues(plan) == ["2026-06-14", "2026-12-14"]

    @pytest.mark.parametrize("date", [None, "2025-12-28", "2026-11-25"])
    def test_a_day_without_a_year_whenever_the_plan_is_dated(self, date: str | None) -> None:
        plan = evolve(
            plan_of("Hoàn thành trước ngày 15/6.", date=date),
            observances=(ObservanceMention(day=PartialDate.parse("--10-20"), text="Ngày 20/10"),),
            campaigns=(
                CampaignMention(name="Đợt", start=PartialDate.parse("--12-15"), end=PartialDate.parse("--01-14")),
            ),
        )
        assert ends(plan) == ["2026-06-14", "2026-10-20", "2027-01-14", "2027-01-14"]
        assert {str(entry.start) for entry in plan.calendar(2027)} == {"2026-12-15"}

    def test_without_years_it_begins_with_that_of_the_date(self) -> None:
        plan = plan_of("Hoàn thành trước ngày 15/6.", title="Công tác", date="2027-11-25")
        assert ends(plan) == [f"{year}-06-14" for year in range(2027, 2032)]

    def test_without_either_it_is_open(self) -> None:
        plan = plan_of("Hoàn thành trước ngày 15/6.", title="Công tác", date=None)
        assert ends(plan) == [f"{year}-06-14" for year in range(2024, 2032)]


class TestNextYear:
    """The words "năm sau" mean the year after each of the plan's."""

    @pytest.mark.parametrize(
        "words",
        ["năm sau", "của năm sau", "năm kế tiếp", "năm tiếp theo", "của năm tiếp theo liền kề", "năm liền kề"],
    )
    def test_in_words(self, words: str) -> None:
        plan = plan_of(f"Các trường gửi báo cáo năm trước ngày 15/01 {words}.")
        assert ends(plan) == dues(plan) == ["2027-01-14"]
        (entry,) = plan.calendar(2027)
        assert str(entry.period) == "2026"

    def test_of_some_years(self) -> None:
        plan = plan_of("Gửi báo cáo năm trước ngày 15/01 năm sau.", title="Kế hoạch giai đoạn 2026 - 2028")
        assert ends(plan) == dues(plan) == ["2027-01-14", "2028-01-14", "2029-01-14"]

    def test_late_in_the_next_year_it_is_still_about_the_plans(self) -> None:
        (entry,) = plan_of("Gửi báo cáo năm trước ngày 15/12 năm sau.").calendar(2027)
        assert (str(entry.end), str(entry.period)) == ("2027-12-14", "2026")

    def test_a_school_year(self) -> None:
        plan = plan_of(
            "Báo cáo năm học trước ngày 15/6 năm sau.", title="Kế hoạch năm học 2025-2026", date="2025-09-01"
        )
        assert ends(plan) == ["2026-06-14"]

    def test_what_is_no_report(self) -> None:
        assert ends(plan_of("Hoàn thành trước ngày 15/01 năm sau.")) == ["2027-01-14"]

    @pytest.mark.parametrize("text", ["năm trước liền kề", "năm liền kề trước đó", "năm 2026", "", "10 năm saunhau"])
    def test_other_words(self, text: str) -> None:
        assert not is_next_year(Deadline(relation=Relation.BY, text=text))

    def test_the_last_year_has_none_after_it(self) -> None:
        (deadline,) = find_deadlines("Gửi báo cáo năm 2199 trước ngày 15/01 năm sau.")
        plan = Plan(deadlines=(deadline,))
        assert plan.calendar(2199) == ()
        assert plan.obligations() == ()

    def test_the_first_year_has_none_before_it(self) -> None:
        (deadline,) = find_deadlines("Các trường báo cáo kết quả trước ngày 15/01 năm sau.")
        (entry,) = Plan(deadlines=(deadline,)).calendar(1900)
        assert entry.period is None


class TestOutlasting:
    """What is said of each year, or made so by hand."""

    def test_it(self) -> None:
        assert outlasts(Deadline(relation=Relation.BY, recurring="yearly"))
        assert outlasts(Deadline(relation=Relation.BY, recurring="yearly", text="15/6", what="Hằng năm, báo cáo"))
        assert not outlasts(Deadline(relation=Relation.BY, recurring="yearly", text="trước ngày 15/6"))
        assert not outlasts(Deadline(relation=Relation.BY, recurring="monthly", text="hằng năm"))


class TestShortMonths:
    """Before a day is by the day that goes before it, also where the month has neither."""

    @pytest.mark.parametrize(
        ("day", "ends_of_months"),
        [
            (29, ["2026-02-28", "2026-03-28", "2026-04-28"]),
            (30, ["2026-02-28", "2026-03-29", "2026-04-29"]),
            (31, ["2026-02-28", "2026-03-30", "2026-04-30"]),
            (1, ["2026-02-28", "2026-03-31", "2026-04-30"]),
        ],
    )
    def test_months(self, day: int, ends_of_months: list[str]) -> None:
        plan = plan_of(f"Các trường báo cáo trước ngày {day:02} hằng tháng.", date="2026-02-15")
        assert ends(plan)[:3] == dues(plan)[:3] == ends_of_months

    def test_a_leap_year(self) -> None:
        plan = plan_of("Các trường báo cáo trước ngày 30 hằng tháng.", title="Kế hoạch năm 2028", date="2028-02-01")
        assert ends(plan)[0] == dues(plan)[0] == "2028-02-29"

    def test_the_day_itself_in_time(self) -> None:
        plan = plan_of("Các trường báo cáo trước ngày 31 hằng tháng.", date="2026-04-01")
        entries = plan.calendar(2026, before=BeforePolicy.SAME_DAY)
        assert [str(entry.end) for entry in entries][:2] == ["2026-04-30", "2026-05-31"]

    def test_before_a_stretch(self) -> None:
        deadline = Deadline(
            due=PartialDate.parse("--03-10"),
            start=PartialDate.parse("--02-29"),
            relation=Relation.BEFORE,
            what="Báo cáo",
        )
        plan = Plan(deadlines=(deadline,))
        assert ends(plan, 2027, 2028) == dues(plan, 2027, 2028) == ["2027-02-28", "2028-02-28"]


class TestLaws:
    """What holds of every plan."""

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.plans(), st.integers(1906, 2095), st.sampled_from(list(BeforePolicy)))
    def test_turns_of_duties_stand_in_the_calendar(self, plan: Plan, year: int, before: BeforePolicy) -> None:
        told = {entry.end for entry in plan.calendar(year, before=before)}
        for duty in plan.obligations(before=before):
            turns = duty.occurrences(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
            assert {turn.nominal_due for turn in turns} <= told
