"""Explaining rules."""

import pytest

from vstbpn.errors import InvalidValueError
from vstbpn.findings import Finding, Ground, RuleInfo
from vstbpn.messages.wording import Wording
from vstbpn.references.citing.reference import Reference
from vstbpn.validation.explaining import explain, headline, is_fixable, told_ground
from vstbpn.validation.report import Report
from vstbpn.validation.rule import Rule
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.vocabulary import DocumentFamily, Severity


def rule(code: str) -> Rule:
    (found,) = DEFAULT_RULES.select(code)
    return found


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("one", list(DEFAULT_RULES), ids=lambda one: one.code)
def test_every_rule_is_explained(one: Rule, language: str) -> None:
    page = explain(one, language)
    assert page.startswith(f"# {one.code}: ")
    assert one.violating.strip("\n") in page
    assert one.conforming.strip("\n") in page
    told = page.replace(one.violating.strip("\n"), "").replace(one.conforming.strip("\n"), "")
    assert "{" not in told
    assert (told.count("\n# "), told.count("\n## ")) == (0, 4)


class TestParts:
    """What a page tells."""

    def test_what_is_found_in_the_example_is_told(self) -> None:
        page = explain(rule("STR010"), "en")
        assert "- the number “5” is below 10 and has no zero before it → write “05”" in page
        assert "- Severity: warning\n- Mending: can be mended for sure" in page

    def test_languages(self) -> None:
        assert "## Ví dụ sai" in explain(rule("STR010"))
        assert "## Breaks the rule" in explain(rule("STR010"), "en")
        with pytest.raises(InvalidValueError):
            explain(rule("STR010"), "fr")

    def test_grounds(self) -> None:
        ground = Ground(basis=Reference.parse("Điều 8 Nghị định số 30/2020/NĐ-CP"), family=DocumentFamily.PARTY)
        assert told_ground(ground, "en") == "Article 8 of Decree No. 30/2020/NĐ-CP (documents of the Party)"
        assert told_ground(Ground()) == "lẽ thường, không dẫn điều khoản nào (mọi văn bản)"
        assert told_ground(Ground(), is_first=False).endswith("(mọi văn bản khác)")

    def test_a_rule_of_ones_own_without_examples(self) -> None:
        own = RuleInfo(code="OFF001", severity=Severity.INFO, message=Wording(vi="chưa ghi *điện thoại*"), grounds=())
        page = explain(Rule(code="OFF001", inspect=lambda _plan, _context: (), own=own))
        assert page == (
            "# OFF001\n\nPhát hiện: chưa ghi \\*điện thoại\\*\n\n"
            "- Mức độ: lưu ý\n- Cách sửa: người soạn thảo tự sửa, vì phải biết ý định của văn bản"
        )

    def test_an_example_with_fences_is_fenced_by_longer_ones(self) -> None:
        own = RuleInfo(code="OFF001", message=Wording(vi="x"))
        one = Rule(code="OFF001", inspect=lambda _plan, _context: (), own=own, violating="````\nx", conforming="x")
        assert "`````text\n````\nx\n`````" in explain(one)

    def test_headlines(self) -> None:
        assert headline(rule("STR010"), "en") == "STR010: Number below 10 without a zero"

    def test_what_can_be_mended(self) -> None:
        assert is_fixable(rule("STR010"))
        assert not is_fixable(rule("STR008"))


class TestReport:
    """What a report counts."""

    REPORT = Report(findings=(Finding.of("CAL003"), Finding.of("STR004"), Finding.of("STR004"), Finding.of("GOL002")))

    def test_severities(self) -> None:
        counted = self.REPORT.by_severity()
        assert (len(self.REPORT.errors), len(self.REPORT.warnings), len(self.REPORT.notes)) == (1, 2, 1)
        assert list(counted.items()) == [(Severity.ERROR, 1), (Severity.WARNING, 2), (Severity.INFO, 1)]

    def test_codes(self) -> None:
        assert list(self.REPORT.by_code().items()) == [("CAL003", 1), ("GOL002", 1), ("STR004", 2)]
        assert len(self.REPORT.of("STR", "CAL")) == 3
        assert not self.REPORT.of("REF")

    def test_what_can_be_mended(self) -> None:
        assert self.REPORT.fixable == ()

    def test_a_language_there_is_not(self) -> None:
        with pytest.raises(InvalidValueError):
            self.REPORT.render("fr")
