"""Markdown out: in the order of the rules, and read back to the same plan."""

import pytest
from hypothesis import given

from vstbpn import strategies
from vstbpn.dates import PartialDate
from vstbpn.exporting.markdown import to_markdown
from vstbpn.plans.header import Header
from vstbpn.plans.outline import Item, Outline, Section
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import Passage
from vstbpn.vocabulary import DocumentFamily, ItemMark, SectionStyle


class TestReadBack:
    """What is written is read back."""

    def test_the_example_plans(self, example_plans: dict[str, str]) -> None:
        for text in example_plans.values():
            plan = read(text).plan
            assert plan is not None
            assert read(to_markdown(plan)).plan == plan

    @given(strategies.plans())
    def test_any_plan_is_written(self, plan: Plan) -> None:
        written = to_markdown(plan)
        assert plan.title is None or plan.title in written
        assert read(written).source == written


class TestHeader:
    """What stands above the body."""

    def test_a_draft_keeps_its_blanks(self) -> None:
        header = Header(
            symbol=DocumentSymbol.parse("/KH-SGDĐT"),
            place=Passage(text="An Giang"),
            date=PartialDate(year=2026),
            type="Kế hoạch",
        )
        written = to_markdown(Plan(header=header))
        assert "Số: /KH-SGDĐT" in written
        assert "*An Giang, ngày    tháng    năm 2026*" in written

    @pytest.mark.parametrize(
        ("date", "words"),
        [
            (PartialDate(year=2026, month=4), "ngày    tháng 4 năm 2026"),
            (PartialDate(month=4, day=5), "ngày 05 tháng 4 năm    "),
            (PartialDate(year=2026, month=4, day=5), "ngày 05 tháng 4 năm 2026"),
        ],
    )
    def test_a_date_in_words(self, date: PartialDate, words: str) -> None:
        assert f"*Huế, {words}*" in to_markdown(Plan(header=Header(place=Passage(text="Huế"), date=date)))

    def test_the_party_writes_no_colon(self) -> None:
        header = Header(family=DocumentFamily.PARTY, symbol=DocumentSymbol.parse("05-KH/ĐU"))
        assert to_markdown(Plan(header=header)) == "Số 05-KH/ĐU"

    def test_the_decision_it_came_with(self) -> None:
        header = Header(type="Kế hoạch", attached_to=Passage(text="Kèm theo Quyết định số 12/QĐ-UBND"))
        assert to_markdown(Plan(header=header)) == "# KẾ HOẠCH\n\n*(Kèm theo Quyết định số 12/QĐ-UBND)*"


class TestOutline:
    """Sections, paragraphs and items."""

    def test_levels_become_headings_and_items_keep_their_marks(self) -> None:
        plus = Item(mark=ItemMark.PLUS, text="Tổ một")
        dash = Item(mark=ItemMark.DASH, text="Các tổ:", items=(plus,))
        below = Section(
            marker="1.", style=SectionStyle.ARABIC, number="1", level=2, items=(Item(text="Nhà trường phổ biến."), dash)
        )
        bare = Section(marker="2.", style=SectionStyle.ARABIC, number="2", level=2)
        top = Section(
            marker="I.", style=SectionStyle.ROMAN, number="I", level=1, title="NỘI DUNG", sections=(below, bare)
        )
        assert to_markdown(Plan(outline=Outline(sections=(top,)))).split("\n\n") == [
            "## I. NỘI DUNG",
            "1. Nhà trường phổ biến.",
            "- Các tổ:",
            "  + Tổ một",
            "2.",
        ]

    def test_the_closing_stands_once(self) -> None:
        last = Item(text="Các tổ thực hiện./.")
        top = Section(marker="I.", style=SectionStyle.ROMAN, number="I", level=1, title="NỘI DUNG", items=(last,))
        plan = Plan(outline=Outline(sections=(top,)), closing=Passage(text="Các tổ thực hiện./."))
        assert to_markdown(plan).count("./.") == 1
        assert to_markdown(Plan(closing=Passage(text="Trên đây là Kế hoạch./."))) == "Trên đây là Kế hoạch./."
