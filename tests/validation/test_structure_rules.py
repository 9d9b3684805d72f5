"""The rules of structure, each with what violates it and what conforms."""

import pytest

from vstbpn.findings import Finding
from vstbpn.plans.ending import Recipient, Signature
from vstbpn.plans.header import Header
from vstbpn.plans.outline import Outline, Section
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Passage, Span, evolve
from vstbpn.vocabulary import DocumentFamily, SectionStyle

ATTACHED = Passage(text="Kèm theo Quyết định số 12/QĐ-SYT")
STYLES = {
    "I": SectionStyle.ROMAN,
    "1": SectionStyle.ARABIC,
    "a": SectionStyle.LETTER,
    "A": SectionStyle.UPPER_LETTER,
}


def found(plan: Plan, code: str) -> tuple[Finding, ...]:
    """What one rule finds."""
    return check(plan, rules=DEFAULT_RULES.select(code)).findings


def section(marker: str, style: SectionStyle, level: int = 1, below: tuple[Section, ...] = ()) -> Section:
    number = marker.strip(".:)").rsplit(" ", 1)[-1]
    return Section(
        marker=marker, style=style, number=number, level=level, title="Tên mục", sections=below, heading=Span(0, 9)
    )


def outlined(*markers: str, style: SectionStyle) -> Plan:
    return Plan(outline=Outline(sections=tuple(section(marker, style) for marker in markers)))


def headed(**parts: object) -> Plan:
    return Plan(header=Header(**parts))  # type: ignore[arg-type]  # Parts of a header.


class TestNumberingGap:
    """STR001: a number is left out."""

    @pytest.mark.parametrize(
        ("style", "markers", "marker", "missing"),
        [
            (SectionStyle.ROMAN, ("I.", "III."), "III", "II"),
            (SectionStyle.ROMAN, ("II.", "VI."), "VI", "III–V"),
            (SectionStyle.ARABIC, ("1.", "2.", "4."), "4", "3"),
            (SectionStyle.LETTER, ("đ)", "g)"), "g", "e"),
            (SectionStyle.LETTER, ("a)", "đ)"), "đ", "b–d"),
            (SectionStyle.UPPER_LETTER, ("A.", "C."), "C", "B"),
            (SectionStyle.DECIMAL, ("2.1.", "2.3."), "3", "2.2"),
            (SectionStyle.DECIMAL, ("2.1.", "2.4."), "4", "2.2–2.3"),
            (SectionStyle.ARTICLE, ("Điều 1.", "Điều 3."), "3", "2"),
            (SectionStyle.CHAPTER, ("Chương I", "Chương IV"), "IV", "II–III"),
            (SectionStyle.GOAL, ("Mục tiêu 1:", "Mục tiêu 3:"), "Mục tiêu 3", "2"),
        ],
    )
    def test_what_violates_it(self, style: SectionStyle, markers: tuple[str, ...], marker: str, missing: str) -> None:
        (finding,) = found(outlined(*markers, style=style), "STR001")
        args = dict(finding.args)
        assert (args["marker"], args["missing"]) == (marker, missing)
        assert finding.pointer == f"/outline/sections/{len(markers) - 1}"
        assert finding.span == Span(0, 9)

    @pytest.mark.parametrize(
        ("style", "markers"),
        [
            (SectionStyle.ROMAN, ("I.", "II.", "III.")),
            (SectionStyle.ARABIC, ("3.", "4.")),
            (SectionStyle.ARABIC, ("4.", "1.")),
            (SectionStyle.LETTER, ("d)", "đ)", "e)")),
            (SectionStyle.LETTER, ("e)", "g)")),
            (SectionStyle.LETTER, ("c)", "d)", "e)")),  # The letters of other languages are told by STR026.
            (SectionStyle.DECIMAL, ("1.3.", "2.1.")),
            (SectionStyle.PART, ("Phần thứ nhất", "Phần thứ ba")),
            (SectionStyle.ROMAN, ()),
        ],
    )
    def test_what_conforms(self, style: SectionStyle, markers: tuple[str, ...]) -> None:
        assert found(outlined(*markers, style=style), "STR001") == ()

    def test_goals_of_two_kinds_are_counted_apart(self) -> None:
        plan = outlined("Mục tiêu 1:", "Chỉ tiêu 3:", "Mục tiêu 2:", style=SectionStyle.GOAL)
        assert found(plan, "STR001") == ()

    def test_deep_in_the_outline(self) -> None:
        below = tuple(section(marker, SectionStyle.ARABIC, 2) for marker in ("1.", "3."))
        plan = Plan(
            outline=Outline(sections=(section("I.", SectionStyle.ROMAN), section("II.", SectionStyle.ROMAN, 1, below)))
        )
        (finding,) = found(plan, "STR001")
        assert finding.pointer == "/outline/sections/1/sections/1"

    def test_in_a_text(self) -> None:
        text = "KẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC ĐÍCH\n\nIII. TỔ CHỨC THỰC HIỆN\n"
        plan = read(text).plan
        assert plan is not None
        (finding,) = found(plan, "STR001")
        assert finding.span is not None
        assert finding.span.of(text) == "III. TỔ CHỨC THỰC HIỆN"
        assert finding.message("en") == "section III follows I: II is missing"


class TestMarkerWithoutDot:
    """STR002: a number ends without its dot, where others of its style have it."""

    def test_what_violates_it(self) -> None:
        (finding,) = found(outlined("1.1.", "1.2", style=SectionStyle.DECIMAL), "STR002")
        assert finding.remedy("vi") == "viết “1.2.”"
        assert finding.pointer == "/outline/sections/1"

    @pytest.mark.parametrize("markers", [("1.1.", "1.2."), ("1.1", "1.2"), ("1)", "2)"), ()])
    def test_what_conforms(self, markers: tuple[str, ...]) -> None:
        assert found(outlined(*markers, style=SectionStyle.DECIMAL), "STR002") == ()

    def test_a_blank_marker_is_no_number(self) -> None:
        blank = Section(marker="", style=SectionStyle.ARABIC, number="", level=1)
        plan = Plan(outline=Outline(sections=(section("1.", SectionStyle.ARABIC), blank)))
        assert found(plan, "STR002") == ()


class TestNumberRepeated:
    """STR003: two sections side by side bear one number."""

    @pytest.mark.parametrize(
        ("style", "markers"),
        [
            (SectionStyle.ROMAN, ("I.", "II.", "II.")),
            (SectionStyle.LETTER, ("a)", "a)")),
            (SectionStyle.DECIMAL, ("1.1.", "1.1.")),
        ],
    )
    def test_what_violates_it(self, style: SectionStyle, markers: tuple[str, ...]) -> None:
        (finding,) = found(outlined(*markers, style=style), "STR003")
        assert finding.pointer == f"/outline/sections/{len(markers) - 1}"

    @pytest.mark.parametrize(
        ("style", "markers"),
        [
            (SectionStyle.ROMAN, ("I.", "II.")),
            (SectionStyle.LETTER, ("d)", "đ)")),
            (SectionStyle.DECIMAL, ("1.1.", "2.1.")),
            (SectionStyle.GOAL, ("Mục tiêu 1:", "Chỉ tiêu 1:")),
        ],
    )
    def test_what_conforms(self, style: SectionStyle, markers: tuple[str, ...]) -> None:
        assert found(outlined(*markers, style=style), "STR003") == ()

    def test_each_level_counts_anew(self) -> None:
        below = (section("1.", SectionStyle.ARABIC, 2),)
        plan = Plan(
            outline=Outline(sections=tuple(section(marker, SectionStyle.ROMAN, 1, below) for marker in ("I.", "II.")))
        )
        assert found(plan, "STR003") == ()


class TestNoNumber:
    """STR004: the number is blank, or there is none at all."""

    @pytest.mark.parametrize("symbol", [None, DocumentSymbol.parse("/KH-SYT")])
    def test_what_violates_it(self, symbol: DocumentSymbol | None) -> None:
        (finding,) = found(headed(symbol=symbol, symbol_span=Span(3, 9)), "STR004")
        assert (finding.pointer, finding.span) == ("/header/symbol", Span(3, 9))

    def test_what_conforms(self) -> None:
        assert found(headed(symbol=DocumentSymbol.parse("15/KH-SYT")), "STR004") == ()
        assert found(headed(attached_to=ATTACHED), "STR004") == ()


class TestNoDate:
    """STR005: the date is missing or has a blank in it."""

    @pytest.mark.parametrize("line", ["", "An Giang, ngày   tháng 4 năm 2026", "An Giang, ngày   tháng   năm 2026"])
    def test_what_violates_it(self, line: str) -> None:
        plan = read(f"SỞ Y TẾ\n\n{line}\n\nKẾ HOẠCH\nCông tác gia đình năm 2026\n").plan
        assert plan is not None
        (finding,) = found(plan, "STR005")
        assert finding.pointer == "/header/date"

    def test_what_conforms(self) -> None:
        plan = read("SỞ Y TẾ\n\nAn Giang, ngày 05 tháng 4 năm 2026\n\nKẾ HOẠCH\nCông tác gia đình\n").plan
        assert plan is not None
        assert found(plan, "STR005") == ()
        assert found(headed(attached_to=ATTACHED), "STR005") == ()


class TestNoClosingMark:
    """STR006: the body ends without a mark."""

    def test_what_violates_it(self) -> None:
        assert [finding.pointer for finding in found(Plan(), "STR006")] == ["/closing"]

    def test_what_conforms(self) -> None:
        assert found(Plan(closing=Passage(text="Trên đây là Kế hoạch./.")), "STR006") == ()

    def test_the_party_asks_for_none(self) -> None:
        assert found(headed(family=DocumentFamily.PARTY), "STR006") == ()


class TestWrongClosingMark:
    """STR007: the body ends with a mark, but not with ``./.``."""

    @pytest.mark.parametrize(
        ("text", "mark"),
        [("thực hiện.", "."), ("thực hiện/.", "/."), ("thực hiện.//.", ".//."), ("thực hiện;", ";"), ("", "")],
    )
    def test_what_violates_it(self, text: str, mark: str) -> None:
        (finding,) = found(Plan(closing=Passage(text=text, span=Span(1, 9))), "STR007")
        assert finding.args == (("mark", mark),)
        assert finding.span == Span(1, 9)

    def test_what_conforms(self) -> None:
        assert found(Plan(closing=Passage(text="nghiêm túc thực hiện./.")), "STR007") == ()
        assert found(Plan(), "STR007") == ()

    def test_the_party_asks_for_none(self) -> None:
        plan = Plan(header=Header(family=DocumentFamily.PARTY), closing=Passage(text="thực hiện."))
        assert found(plan, "STR007") == ()


class TestNoRecipients:
    """STR008: Nơi nhận is missing or has no line."""

    def test_what_violates_it(self) -> None:
        (finding,) = found(Plan(recipients_span=Span(5, 14)), "STR008")
        assert finding.span == Span(5, 14)

    def test_what_conforms(self) -> None:
        assert found(Plan(recipients=(Recipient(name="VT", archive=True),)), "STR008") == ()
        assert found(headed(attached_to=ATTACHED), "STR008") == ()


class TestNoSignature:
    """STR009: nobody signs."""

    def test_what_violates_it(self) -> None:
        assert [finding.pointer for finding in found(Plan(), "STR009")] == ["/signature"]

    def test_what_conforms(self) -> None:
        assert found(Plan(signature=Signature(positions=(Passage(text="HIỆU TRƯỞNG"),))), "STR009") == ()
        assert found(headed(attached_to=ATTACHED), "STR009") == ()


class TestNumberWithoutZero:
    """STR010: a number below 10 stands without its zero."""

    def test_what_violates_it(self) -> None:
        (finding,) = found(headed(symbol=DocumentSymbol.parse("5/KH-SYT")), "STR010")
        assert finding.remedy("vi") == "viết “05”"

    @pytest.mark.parametrize("symbol", ["05/KH-SYT", "15/KH-SYT", "/KH-SYT"])
    def test_what_conforms(self, symbol: str) -> None:
        assert found(headed(symbol=DocumentSymbol.parse(symbol)), "STR010") == ()

    def test_the_party_asks_for_none(self) -> None:
        plan = headed(symbol=DocumentSymbol.parse("5-KH/TU"), family=DocumentFamily.PARTY)
        assert found(plan, "STR010") == ()


class TestNoIssuer:
    """STR011: nobody is named as issuer."""

    def test_what_violates_it(self) -> None:
        (finding,) = found(headed(span=Span(0, 40)), "STR011")
        assert (finding.pointer, finding.span) == ("/header/issuer", Span(0, 40))

    def test_what_conforms(self) -> None:
        assert found(headed(issuer=Passage(text="SỞ Y TẾ")), "STR011") == ()
        assert found(headed(attached_to=ATTACHED), "STR011") == ()


class TestSince:
    """The rules of the decree of 2020 hold for documents of its day and later; what is sense holds for all."""

    @pytest.mark.parametrize(("date", "count"), [("04 tháng 3 năm 2020", 0), ("05 tháng 3 năm 2020", 1)])
    def test_it(self, date: str, count: int) -> None:
        plan = read(f"SỞ Y TẾ\n\nAn Giang, ngày {date}\n\nKẾ HOẠCH\nCông tác gia đình\n").plan
        assert plan is not None
        (finding,) = found(plan, "STR004")
        assert (finding.basis is not None) is bool(count)
        assert len(found(evolve(plan, closing=None), "STR006")) == count
