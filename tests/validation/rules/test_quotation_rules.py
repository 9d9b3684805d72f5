"""What a document quotes over several lines is not judged as its own structure."""

import unicodedata
from collections.abc import Callable

import pytest

from growth import assert_linear
from vstbpn.plans.outline import Outline, Section
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.rule import Context
from vstbpn.validation.rules.quotations import QuotationMarks, quotation_marks
from vstbpn.validation.rules.structure.families import families
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Span
from vstbpn.vocabulary import SectionStyle

HEAD = "KẾ HOẠCH\nCông tác gia đình năm 2026\n\nI. MỤC ĐÍCH\n\n- Nâng cao nhận thức.\n\nII. NỘI DUNG\n\n"
RULES = DEFAULT_RULES.select("STR001", "STR002", "STR003", "STR025", "STR026", "STR027", "STR029", "STR031", "DOC007")
AMENDED = "1. Sửa đổi như sau:\n“II. CHỈ TIÊU\n1. Mở lớp.\n2. Báo cáo.\nIII. NHIỆM VỤ\n1. Tổ chức thi.”\n2. Đăng tải.\n3. Theo dõi.\n\n"


def codes(text: str) -> list[str]:
    return [finding.code for finding in check(read(text), rules=RULES)]


def plan_of(text: str) -> Plan:
    plan = read(text).plan
    assert plan is not None
    return plan


def numbers(text: str) -> list[list[str]]:
    """The numbers of each family."""
    return [[one.number for one in family.sections] for family in families(plan_of(text), Context(source=text))]


class TestWhatIsQuoted:
    """Sections within a quotation are left out of all that is said of numbers and headings."""

    @pytest.mark.parametrize(
        "body",
        [
            AMENDED + "III. TỔ CHỨC THỰC HIỆN\n\n- Báo cáo.\n",
            "1. Niêm yết Điều 10 của Luật:\n“Điều 10. Hành vi bị cấm\n1. Cản trở.\n2. Phân biệt.”\n2. Niêm yết Điều 4:\n“Điều 4. Mục tiêu\n1. Chung.”\n",
            "1. Phổ biến quy định:\n“1. Người đứng đầu chịu trách nhiệm.\n2. Cấp phó giúp việc.”.\n2. Thực hiện.\n",
            '1. Phổ biến quy định:\n"1. Người đứng đầu chịu trách nhiệm.\n2. Cấp phó giúp việc."\n2. Thực hiện.\n',
            "1. Bổ sung nội dung: “4. Tăng cường kiểm tra.\n5. Xử lý vi phạm.”\n2. Thực hiện.\n",
            "1. Giới thiệu Công ước:\n“a) To embody the principle;\nb) To adopt measures;\nc) To protect;\nd) To refrain;\ne) To take measures;\nf) To modify laws.”\n2. Thực hiện.\n",
            "“1. Mở lớp.\n2. Báo cáo”.\n\nIII. TỔ CHỨC THỰC HIỆN\n",
        ],
    )
    def test_nothing_is_said_of_it(self, body: str) -> None:
        assert codes(HEAD + body) == []
        assert codes(unicodedata.normalize("NFD", HEAD + body)) == []

    def test_own_sections_stand_among_those_they_are_counted_with(self) -> None:
        text = f"{HEAD}{AMENDED}III. TỔ CHỨC THỰC HIỆN\n\n1. Báo cáo.\n"
        assert numbers(text) == [["I", "II", "III"], ["1", "2", "3"], ["1"]]

    def test_the_pointers_are_those_of_the_plan(self) -> None:
        text = f"{HEAD}{AMENDED}3. Tổng hợp.\n"
        (finding,) = check(read(text), rules=DEFAULT_RULES.select("STR003"))
        sections: object = plan_of(text).outline
        for part in (finding.pointer or "").split("/")[2:]:
            sections = sections[int(part)] if isinstance(sections, tuple) else getattr(sections, part)
        assert isinstance(sections, Section)
        assert finding.span is not None
        assert sections.heading is not None
        assert finding.span.start == sections.heading.start

    def test_a_part_that_is_only_quoted_is_missing(self) -> None:
        text = (
            f"{HEAD}1. Sửa đổi như sau:\n“III. TỔ CHỨC THỰC HIỆN\n1. Mở lớp.”\n2. Đăng tải.\n\nNơi nhận:\n- Lưu: VT.\n"
        )
        found = check(read(text), rules=DEFAULT_RULES.select("STR028"))
        assert [finding.variant for finding in found] == ["organisation"]


class TestWhatIsOwn:
    """The numbering goes on over a quotation, and is judged."""

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            (AMENDED + "II. TỔ CHỨC THỰC HIỆN\n\n- Báo cáo.\n", ["STR003"]),
            (AMENDED + "5. Tổng hợp.\n", ["STR001"]),
            ("1. Phổ biến:\n“1. Mở lớp.\n2. Báo cáo.”\n1. Thực hiện.\n", ["STR003"]),
            ("1. Hưởng ứng chủ đề “Gia đình”.\n1. Thực hiện “Quy ước”.\n", ["STR003"]),
            # What is never closed holds nothing.
            ("1. Phổ biến: “Mở lớp.\n2. Báo cáo.\n2. Thực hiện.\n" + "3. Tổng hợp.\n", ["DOC007", "STR003"]),
        ],
    )
    def test_a_fault_behind_a_quotation(self, body: str, expected: list[str]) -> None:
        assert codes(HEAD + body) == expected

    def test_sections_of_another_kind_stand_below_the_last(self) -> None:
        text = f"{HEAD}1. Sửa đổi như sau:\n“II. CHỈ TIÊU\n1. Mở lớp.”\na) Đăng tải;\nb) Theo dõi.\n2. Báo cáo.\n"
        assert numbers(text) == [["I", "II"], ["1", "2"], ["a", "b"]]


class TestWithoutSource:
    """Of a plan alone nobody knows what it quotes."""

    def test_all_sections_are_its_own(self) -> None:
        plan = plan_of(HEAD + AMENDED)
        assert quotation_marks(plan, Context()) == QuotationMarks()
        assert sum(len(family.sections) for family in families(plan, Context())) == len(plan.outline)

    def test_no_section_at_all(self) -> None:
        assert [family.sections for family in families(Plan(), Context(source="“a\nb”"))] == [()]

    def test_sections_of_many_kinds_and_places(self) -> None:
        source = "“a\nb” c d"
        below = tuple(
            Section(marker=f"{n}.1.", style=SectionStyle.DECIMAL, number=f"{n}.1", level=2, heading=Span(8, 9))
            for n in range(1, 9)
        )
        above = Section(marker="I.", style=SectionStyle.ROMAN, number="I", level=1, heading=Span(1, 2), sections=below)
        plan = Plan(outline=Outline(sections=(above, above)))
        assert [len(family.sections) for family in families(plan, Context(source=source))] == [16]
        assert "DOC099" not in {finding.code for finding in check(plan, source=source)}


class TestPlaces:
    """A place is within a quotation over several lines from its first mark to its last."""

    def test_the_outermost_quotations(self) -> None:
        source = "“a\n“b\nc” d\ne” f “g” “h\ni” “k\n"
        marks = quotation_marks(Plan(), Context(source=source))
        assert [source[start:end] for start, end in zip(marks.starts, marks.ends, strict=True)] == [
            "“a\n“b\nc” d\ne”",
            "“h\ni”",
        ]
        assert marks.hold(Span(0, 1))
        assert not marks.hold(Span(marks.ends[0], len(source)))
        assert not marks.hold(None)

    @pytest.mark.parametrize(
        "unit", ["“1. Mở lớp.\n", "1. Mở lớp:\n“II. A\n1. B.”\n", '"\n', ':"a “\n', "“II. A\nx”\n1.1. B\n"]
    )
    def test_the_time_grows_with_the_text(self, unit: str) -> None:
        def prepare(size: int) -> Callable[[], object]:
            source = HEAD + unit * (size // len(unit))
            plan = plan_of(source)
            return lambda: families(plan, Context(source=source))

        assert_linear(prepare, 10_000, 40_000)
