"""The rules of numbering: gaps, repeats, dots, mixed styles, letters, Markdown headings."""

import re
import unicodedata

import pytest

from vstbpn.findings import Finding
from vstbpn.plans.outline import Outline, Section
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.fixing import fix
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.vocabulary import LANGUAGES, SectionStyle

HEAD = "KẾ HOẠCH\nCông tác gia đình năm 2026\n\n"


def found(text: str, code: str) -> tuple[Finding, ...]:
    """What one rule finds in a text; it is told without a hole."""
    findings = check(read(text), rules=DEFAULT_RULES.select(code)).findings
    for finding in findings:
        for language in LANGUAGES:
            assert not re.search(r"[{}]", finding.message(language) + finding.remedy(language))
    return findings


def mended(text: str, code: str) -> str:
    """A text after what one rule can mend; the rule finds nothing more."""
    done = fix(text, rules=DEFAULT_RULES.select(code))
    assert not done.report.findings
    return done.text


def lettered(letters: str) -> str:
    points = "\n\n".join(f"{letter}) Việc cần làm;" for letter in letters)
    return f"{HEAD}I. NỘI DUNG\n\n{points}\n"


def place(finding: Finding, text: str) -> str:
    assert finding.span is not None
    return finding.span.of(text)


class TestGap:
    """STR001: a number is left out."""

    def test_a_heading_is_told_whole(self) -> None:
        text = f"{HEAD}II. NỘI DUNG\n\n- Mở lớp.\n\nVI. TỔ CHỨC THỰC HIỆN\n\n- Báo cáo.\n"
        (finding,) = found(text, "STR001")
        assert place(finding, text) == "VI. TỔ CHỨC THỰC HIỆN"
        assert "III–V" in finding.message("vi")

    def test_of_a_paragraph_the_marker_is_told(self) -> None:
        text = f"{HEAD}I. NỘI DUNG\n\n1. Mở lớp; báo cáo kết quả.\n\n3. Tổ chức thi; trao giải.\n"
        (finding,) = found(text, "STR001")
        assert place(finding, text) == "3."

    @pytest.mark.parametrize(
        "body",
        [
            "1. Mục A\n\n1) một việc;\n\n2) hai việc;\n\n3) ba việc.\n\n2. Mục B\n\n1) một;\n\n2) hai.\n\n3. Mục C\n\n- x.\n",
            "1. Nội dung\n\n- x\n\n2. kinh phí thực hiện\n\n- x\n\n3. Báo cáo\n\n- x.\n",
            "1. Một\n\n2. Hai\n\n1. Một\n\n2. Hai\n",
            "Mục tiêu 1: Chính trị\n\n- x\n\nChỉ tiêu 3: Việc làm\n\n- x\n\nMục tiêu 2: Giáo dục\n\n- x\n",
            "A. MỘT\n\n- x\n\nB. HAI\n\n- x\n\nC. BA\n\n- x\n\nD. BỐN\n\n- x\n\nE. NĂM\n\n- x\n",
        ],
    )
    def test_no_gap(self, body: str) -> None:
        assert not found(f"{HEAD}I. NỘI DUNG\n\n{body}", "STR001")
        assert not found(f"{HEAD}{body}", "STR003")

    def test_a_repeat_is_told_once(self) -> None:
        text = f"{HEAD}1. Lớp A\n\n- x\n\n2. Lớp B\n\n- x\n\n2. Lớp C\n\n- x\n\n4. Lớp D\n\n- x\n"
        assert not found(text, "STR001")
        (finding,) = found(text, "STR003")
        assert place(finding, text) == "2. Lớp C"


class TestDot:
    """STR002: a marker without its dot; the dot is put right behind the number."""

    @pytest.mark.parametrize("mark", ["1.2 Tập huấn", "**1.2** Tập huấn", "**1.2 Tập huấn**"])
    def test_it_is_mended(self, mark: str) -> None:
        text = f"{HEAD}I. NỘI DUNG\n\n1.1. Tuyên truyền\n\n{mark}\n"
        (finding,) = found(text, "STR002")
        assert place(finding, text) == "1.2"
        assert mended(text, "STR002") == text.replace("1.2", "1.2.")

    def test_without_a_source_there_is_nothing_to_mend(self) -> None:
        plan = read(f"{HEAD}I. NỘI DUNG\n\n1.1. Tuyên truyền\n\n1.2 Tập huấn\n").plan
        assert plan is not None
        (finding,) = check(plan, rules=DEFAULT_RULES.select("STR002")).findings
        assert not finding.edits


class TestOtherNumbering:
    """STR025: one among its siblings is numbered in another way."""

    @pytest.mark.parametrize(
        ("body", "marker"),
        [
            ("I. MỤC ĐÍCH\n\n- x\n\n2. NỘI DUNG\n\n- x\n\nIII. TỔ CHỨC THỰC HIỆN\n\n- x\n", "2."),
            ("1. Việc chung\n\na) Một việc;\n\n2) Hai việc;\n\nc) Ba việc.\n\n2. Việc riêng\n\n- x.\n", "2)"),
        ],
    )
    def test_another_style_instead_of_a_gap(self, body: str, marker: str) -> None:
        (finding,) = found(HEAD + body, "STR025")
        assert place(finding, HEAD + body) == marker
        assert finding.severity.value == "warning"
        assert not finding.edits
        assert not found(HEAD + body, "STR001")

    @pytest.mark.parametrize(("wrong", "right"), [("2)", "2."), ("2/", "2.")])
    def test_another_mark_is_mended(self, wrong: str, right: str) -> None:
        text = f"{HEAD}1. Lớp A\n\n- x\n\n{wrong} Lớp B\n\n- x\n\n3. Lớp C\n\n- x\n"
        (finding,) = found(text, "STR025")
        assert (place(finding, text), finding.severity.value) == (wrong, "info")
        assert mended(text, "STR025") == text.replace(wrong, right)

    @pytest.mark.parametrize(
        "body",
        [
            "I. MỤC ĐÍCH\n\n1. Một\n\n- x\n\n2. Hai\n\n- x\n\nIII. TỔ CHỨC THỰC HIỆN\n\n- x\n",
            "1. Lớp A\n\n1) một;\n\n2) hai;\n\n3) ba.\n\n2. Lớp B\n\n- x\n\n3. Lớp C\n\n- x\n",
            "1) Lớp A\n\n2) Lớp B\n\n3) Lớp C\n",
            "1.1. Lớp A\n\n1.2 Lớp B\n\n1.3. Lớp C\n",
        ],
    )
    def test_nothing_else(self, body: str) -> None:
        assert not found(HEAD + body, "STR025")


class TestForeignLetter:
    """STR026: points lettered by another alphabet, told once for a list."""

    @pytest.mark.parametrize(
        ("letters", "marker"),
        [("abcdefg", "e)"), ("đefg", "f)"), ("hijk", "j)"), ("uvwx", "w)"), ("abw", "w)"), ("abjc", "j)")],
    )
    def test_it(self, letters: str, marker: str) -> None:
        text = lettered(letters)
        (finding,) = found(text, "STR026")
        assert place(finding, text) == marker
        assert not found(text, "STR001")

    def test_a_page_number_may_stand_before_it(self) -> None:
        text = f"{HEAD}I. NỘI DUNG\n\na) Treo băng rôn.\n\nb) Mở lớp.\n\n{' ' * 60}2\n\nw) Viết bài.\n\nII. KINH PHÍ\n"
        (finding,) = found(text, "STR026")
        assert place(finding, text) == "w)"
        assert "c)" in finding.message("vi")

    def test_of_two_strange_letters_one_is_told(self) -> None:
        assert len(found(lettered("abwz"), "STR026")) == 1
        assert not found(lettered("wz"), "STR026")

    def test_each_list_is_told(self) -> None:
        body = "1. A\n\nd) x;\n\ne) y.\n\n2. B\n\nd) x;\n\ne) y.\n"
        assert len(found(HEAD + body, "STR026")) == 2

    @pytest.mark.parametrize("letters", ["abcdđeghi", "dđeg", "dðe", "dde", "ab", "eg"])
    def test_the_alphabet_of_the_decree(self, letters: str) -> None:
        text = lettered(letters)
        assert not found(text, "STR026")
        assert not found(unicodedata.normalize("NFD", text), "STR026")

    def test_another_gap_is_a_gap(self) -> None:
        assert not found(lettered("adg"), "STR026")
        assert len(found(lettered("adg"), "STR001")) == 2


class TestHeadingOfAnotherDepth:
    """STR027: headings of one level with unlike numbers of "#"."""

    def test_what_most_have_is_put_there(self) -> None:
        text = f"# {HEAD}## I. MỤC ĐÍCH\n\n- x\n\n#### **II. NỘI DUNG**\n\n- x\n\n## III. KINH PHÍ\n\n- x\n"
        (finding,) = found(text, "STR027")
        assert place(finding, text) == "####"
        assert mended(text, "STR027") == text.replace("####", "##")

    def test_where_none_is_usual_nothing_is_mended(self) -> None:
        text = f"# {HEAD}#### I. MỤC ĐÍCH\n\n- x\n\n### II. NỘI DUNG\n\n- x\n"
        (finding,) = found(text, "STR027")
        assert place(finding, text) == "###"
        assert not finding.edits

    def test_levels_are_held_apart(self) -> None:
        text = f"# {HEAD}## I. MỤC ĐÍCH\n\n### 1. Mục đích\n\n- x\n\n## II. NỘI DUNG\n\n### 1. Mở lớp\n\n- x\n"
        assert not found(text, "STR027")

    def test_some_without_any(self) -> None:
        text = f"# {HEAD}## I. MỤC ĐÍCH\n\n- x\n\n**II. NỘI DUNG**\n\n- vị trí số #1\n\n## III. KINH PHÍ\n\n- x\n"
        assert not found(text, "STR027")


class TestPlansByHand:
    """Sections without places and with strange numbers are no reason to break down."""

    def test_it(self) -> None:
        styles = list(SectionStyle)
        sections = tuple(
            Section(marker=marker, style=style, number=marker, level=1)
            for marker in ("", "e", "d", "2)")
            for style in styles
        )
        plan = Plan(outline=Outline(sections=sections))
        for code in ("STR001", "STR002", "STR003", "STR025", "STR026", "STR027"):
            for source in (None, "# 1. Mục đích"):
                report = check(plan, rules=DEFAULT_RULES.select(code), source=source)
                assert all(finding.code == code for finding in report)


class TestOrder:
    """STR001: what is not missing but stands elsewhere is told as out of order, once."""

    @pytest.mark.parametrize(
        ("markers", "told"),
        [
            ("I II IV III V", [("III", "order")]),
            ("I III II", [("II", "order")]),
            ("III II I", [("II", "order")]),
            ("I II I II III", []),
            ("I II VI", [("VI", "")]),
            ("I IV II III", [("II", "order")]),
        ],
    )
    def test_it(self, markers: str, told: list[tuple[str, str]]) -> None:
        body = "".join(f"{marker}. NỘI DUNG\n\n- Tập huấn.\n\n" for marker in markers.split())
        report = check(read(f"KẾ HOẠCH\nCông tác năm 2026\n\n{body}"), rules=DEFAULT_RULES.select("STR001"))
        assert [(dict(finding.args)["marker"], finding.variant) for finding in report] == told
