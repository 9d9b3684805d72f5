"""Mending: what is sure is done, nothing else is touched, and doing it twice changes nothing more."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import UnusableInputError
from vstbpn.findings import Edit, Finding, RuleInfo
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.fixing import fix, with_edits
from vstbpn.validation.rule import Context, Rule, RuleSet
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Span

DRAFT = """SỞ Y TẾ
Số: 5/KH- SYT
An Giang, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Công tác gia đình năm 2026

I. MỤC ĐÍCH
1. Nâng cao nhận thức của Ðảng viên.
2 Bảo đảm tiết kiệm.
III. TỔ CHỨC THỰC HIỆN
Phòng Tổ chức cán bộ theo dõi, báo cáo kết quả thực hiện trước ngày 31/6/2026/.
"""

PLAN = "KẾ HOẠCH\nCông tác gia đình năm 2026\n"

SLOW = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def edits_of(text: str) -> int:
    return len(check(read(text)).fixable)


class TestFix:
    """What is sure is written into the text; what is not is told and left."""

    def test_it(self) -> None:
        fixed = fix(DRAFT)
        assert fixed.source == DRAFT
        assert fixed.text == DRAFT.replace("5/KH- SYT", "05/KH-SYT").replace("Ðảng", "Đảng").replace(
            "2 Bảo", "2. Bảo"
        ).replace("2026/.", "2026./.")
        assert {finding.code for finding in fixed.done} == {"STR010", "STR017", "DOC005", "STR002", "STR007"}
        assert {"CAL002", "STR001"} <= {finding.code for finding in fixed.report}

    def test_a_text_in_which_nothing_is_sure_is_the_same(self) -> None:
        text = "KẾ HOẠCH\nCông tác gia đình năm 2026\n\nI. MỤC ĐÍCH\nNâng cao nhận thức.\n\nIII. NỘI DUNG\nTập huấn.\n"
        fixed = fix(text)
        assert fixed.text is text
        assert fixed.done == ()

    def test_only_the_rules_that_are_asked_for(self) -> None:
        fixed = fix(DRAFT, rules=DEFAULT_RULES.select("STR010"))
        assert fixed.text == DRAFT.replace("5/KH", "05/KH")
        assert fixed.report.ok

    def test_what_is_no_text(self) -> None:
        with pytest.raises(UnusableInputError):
            fix(b"K\xe1")  # type: ignore[arg-type]  # The error is what is tested.

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    @pytest.mark.parametrize("ends", ["\n", "\r\n"])
    def test_forms_and_line_ends(self, form: str, ends: str) -> None:
        text = unicodedata.normalize(form, DRAFT).replace("\n", ends)  # type: ignore[arg-type]  # One of the forms.
        fixed = fix(text)
        assert fixed.text == fix(DRAFT).text.replace("\n", ends)
        assert fix(fixed.text).text == fixed.text


class TestLaws:
    """Twice is as once; nothing fixable is left; what was mended is not told again."""

    @SLOW
    @given(strategies.plan_texts())
    def test_of_plans(self, text: str) -> None:
        fixed = fix(text)
        assert edits_of(fixed.text) == 0
        assert fix(fixed.text).text == fixed.text
        assert fixed.report == check(read(fixed.text))

    @SLOW
    @given(st.text(alphabet='aAđĐÐ \n\t“”".,;:/-–Số0123456789()IVX\u0301\u0323\u200b\u00ad\u0430', max_size=120))
    def test_of_any_text(self, text: str) -> None:
        fixed = fix(f"SỞ Y TẾ\nSố: 5/KH-SYT\n\nKẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC ĐÍCH\n{text}")
        assert edits_of(fixed.text) == 0

    @pytest.mark.parametrize("rule", list(DEFAULT_RULES), ids=lambda rule: rule.code)
    def test_of_the_examples_of_the_rules(self, rule: Rule) -> None:
        """Where a rule mends its example, it finds nothing there any more, and no error has come."""
        before = check(read(rule.violating))
        fixed = fix(rule.violating)
        assert fixed.report.fixable == ()
        assert {finding.code for finding in fixed.report.errors} <= {finding.code for finding in before.errors}
        if any(finding.is_fixable for finding in before if finding.code == rule.code):
            alone = fix(rule.violating, rules=RuleSet(rules=(rule,)))
            assert not any(finding.is_fixable for finding in alone.report)

    def test_of_the_example_plans(self, example_plans: Mapping[str, str]) -> None:
        for text in example_plans.values():
            assert fix(text).text == text


class TestEdits:
    """Edits that touch each other are not done at once, and a rule that is never content does not go on for ever."""

    @staticmethod
    def rule_of(code: str, *edits: tuple[int, int, str]) -> Rule:
        def inspect(_: Plan, context: Context) -> list[Finding]:
            if context.source is None or context.source.startswith("x"):
                return []
            made = tuple(Edit(span=Span(start, end), text=text) for start, end, text in edits)
            return [Finding.of(code, span=made[0].span, edits=made)]

        return Rule(code=code, inspect=inspect, own=RuleInfo(code=code))

    def test_several_edits_of_one_finding_are_done_together(self) -> None:
        assert with_edits("abcdef", [Edit(span=Span(4, 5), text="E"), Edit(span=Span(0, 1), text="xA")]) == "xAbcdEf"

    def test_what_overlaps_waits_for_the_next_look(self) -> None:
        """The first is done again and again, since it is never content; the second never gets its turn, nor does half of it."""
        first, second = self.rule_of("OFF001", (2, 4, "--")), self.rule_of("OFF002", (3, 5, "++"), (0, 0, "x"))
        fixed = fix(PLAN, rules=RuleSet(rules=(first, second)))
        assert {finding.code for finding in fixed.done} == {"OFF001"}
        assert fixed.text == f"{PLAN[:2]}--{PLAN[4:]}"

    def test_the_next_look(self) -> None:
        first, second = self.rule_of("OFF001", (0, 1, "x")), self.rule_of("OFF002", (1, 2, "y"))
        fixed = fix(f" {PLAN}", rules=RuleSet(rules=(first, second)))
        assert [finding.code for finding in fixed.done] == ["OFF001"]
        assert fixed.report.ok

    def test_one_that_is_never_content_ends(self) -> None:
        fixed = fix(PLAN, rules=RuleSet(rules=(self.rule_of("OFF001", (14, 14, "!")),)))
        assert 1 < len(fixed.done) <= 100
        assert fixed.report.fixable

    @pytest.mark.parametrize(
        "edits", [((1000, 2000, "X"),), ((0, 5, "X"), (3, 8, "Y"))], ids=["outside", "overlapping"]
    )
    def test_nonsense_is_not_done(self, edits: tuple[tuple[int, int, str], ...]) -> None:
        fixed = fix(PLAN, rules=RuleSet(rules=(self.rule_of("OFF001", *edits),)))
        assert fixed.text == PLAN
        assert fixed.done == ()

    def test_what_is_left_is_told_of_the_text_as_it_is_now(self) -> None:
        """Also where the last look mended something."""
        fixed = fix(PLAN, rules=RuleSet(rules=(self.rule_of("OFF001", (14, 14, "!")),)))
        assert fixed.report == check(read(fixed.text), rules=RuleSet(rules=(self.rule_of("OFF001", (14, 14, "!")),)))


@pytest.mark.corpus
class TestRealDocuments:
    """Of real documents too nothing fixable is left, and only what was told is changed."""

    def test_it(self, corpus: Path) -> None:
        for path in sorted(corpus.glob("*/*.txt")):
            text = path.read_bytes().decode("utf-8")
            fixed = fix(text)
            assert edits_of(fixed.text) == 0
            assert fix(fixed.text).text == fixed.text
            assert bool(fixed.done) is (fixed.text != text)
