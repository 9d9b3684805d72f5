"""The plan as a whole: what it tells at a glance, its numbered targets, the year it is of."""

import pytest

from vstbpn.dates import PartialDate
from vstbpn.goals.targets.goal import Goal
from vstbpn.goals.targets.target import Target
from vstbpn.plans.header import Header
from vstbpn.plans.plan import Plan
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import Passage, Span


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
