"""Every shipped rule has an example that breaks it and one that keeps it, and its examples are told without a hole."""

import re

import pytest

from vstbpn.findings import Finding
from vstbpn.reading.reading import read
from vstbpn.references.acts.acts import Acts
from vstbpn.validation.checking import check
from vstbpn.validation.rule import Rule
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.vocabulary import LANGUAGES

CATALOGUES = {"REF009": Acts(acts=Acts.bundled().acts)}
"""The catalogues of those rules that do not speak with the bundled one."""


def found_in(rule: Rule, text: str) -> tuple[Finding, ...]:
    return check(read(text), catalogue=CATALOGUES.get(rule.code)).findings


@pytest.mark.parametrize("rule", list(DEFAULT_RULES), ids=lambda rule: rule.code)
class TestExamples:
    """A rule is held by what it shows."""

    def test_the_violating_one_breaks_it(self, rule: Rule) -> None:
        assert rule.violating
        assert rule.code in {finding.code for finding in found_in(rule, rule.violating)}

    def test_the_conforming_one_keeps_it(self, rule: Rule) -> None:
        assert rule.conforming
        assert rule.code not in {finding.code for finding in found_in(rule, rule.conforming)}

    def test_what_is_found_is_told_without_a_hole(self, rule: Rule) -> None:
        for finding in found_in(rule, rule.violating):
            for language in LANGUAGES:
                for words in (finding.title(language), finding.message(language), finding.remedy(language)):
                    assert words
                    assert not re.search(r"[{}]", words), words
                    assert words == words.strip()

    def test_what_is_given_is_used(self, rule: Rule) -> None:
        """An argument of a finding stands in its words, in both languages."""
        for finding in (one for one in found_in(rule, rule.violating) if one.code == rule.code):
            for language in LANGUAGES:
                words = f"{finding.message(language)} {finding.remedy(language)}"
                assert [name for name, value in finding.args if name != "type" and value not in words] == []

    def test_why_is_told(self, rule: Rule) -> None:
        assert rule.info.why.vi
        assert rule.info.why.en
        assert rule.info.why.vi != rule.info.why.en
