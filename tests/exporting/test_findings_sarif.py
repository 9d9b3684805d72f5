"""Findings as SARIF 2.1.0, held against the official schema."""

import json
from pathlib import Path
from typing import Any

import pytest
from checked_files import PLAN, checked, checked_files, finding_at
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # It ships no types.

from vstbpn.exporting.findings.checked import CheckedFile
from vstbpn.exporting.findings.sarif import findings_to_sarif, uri
from vstbpn.findings import Edit, Finding, RuleInfo, rule_codes
from vstbpn.messages.wording import Wording
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Span
from vstbpn.version import VERSION
from vstbpn.vocabulary import Severity

SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft7Validator(SCHEMA, format_checker=Draft7Validator.FORMAT_CHECKER)


def log_of(*files: CheckedFile, language: str = "vi") -> dict[str, Any]:
    """The log of files, which is valid."""
    log: dict[str, Any] = json.loads(findings_to_sarif(files, language).encode("utf-8"))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    return log


def run_of(*files: CheckedFile, language: str = "vi") -> dict[str, Any]:
    (run,) = log_of(*files, language=language)["runs"]
    return dict(run)


def results_of(*files: CheckedFile) -> list[dict[str, Any]]:
    return list(run_of(*files)["results"])


def file_of(source: str, *findings: Finding, name: str = "a.txt") -> CheckedFile:
    return CheckedFile(name=name, source=source, findings=findings)


class TestSchema:
    """What is written is valid SARIF."""

    def test_the_schema_is_the_official_one(self) -> None:
        Draft7Validator.check_schema(SCHEMA)
        assert SCHEMA["$id"].startswith("https://raw.githubusercontent.com/oasis-tcs/sarif-spec/")
        assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{}]})

    def test_nothing_found(self) -> None:
        run = run_of(CheckedFile(name="a.txt", source="a"))
        assert run["results"] == []
        assert run["artifacts"] == [{"location": {"uri": "a.txt"}}]
        assert run["tool"]["driver"]["rules"] == []

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_every_rule(self, language: str) -> None:
        files = [checked(rule.violating, f"{rule.code}.txt") for rule in DEFAULT_RULES]
        run = run_of(*files, language=language)
        told = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        # REF009 speaks only with a catalogue of one's own.
        assert {rule.code for rule in DEFAULT_RULES} - {"REF009"} <= told
        assert all("{" not in result["message"]["text"] for result in run["results"])

    @pytest.mark.parametrize("code", rule_codes())
    def test_every_code_of_the_table(self, code: str) -> None:
        (rule,) = run_of(file_of("a", Finding.of(code)))["tool"]["driver"]["rules"]
        assert rule["id"] == code
        assert "{" not in rule["shortDescription"]["text"]

    @given(st.lists(checked_files(), max_size=3), st.sampled_from(["vi", "en"]))
    def test_any_report(self, files: list[CheckedFile], language: str) -> None:
        run = run_of(*files, language=language)
        found = [(file, finding) for file in files for finding in file.findings]
        for (file, finding), result in zip(found, run["results"], strict=True):
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
            if finding.span is not None and finding.span.end <= len(file.source):
                assert region_of(result, file.source) == finding.span.of(file.source)


def region_of(result: dict[str, Any], source: str) -> str:
    """The words at a result's place, which offsets, lines and snippet all name alike."""
    region = result["locations"][0]["physicalLocation"]["region"]
    by_offset = source[region["charOffset"] : region["charOffset"] + region["charLength"]]
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    end = starts[region["endLine"] - 1] + region["endColumn"] - 1
    assert source[start:end] == by_offset == region["snippet"]["text"]
    return by_offset


class TestRun:
    """Who found it, and how columns are counted."""

    def test_tool(self) -> None:
        run = run_of(checked(PLAN))
        assert run["tool"]["driver"]["name"] == "vstbpn"
        assert run["tool"]["driver"]["version"] == VERSION
        assert run["columnKind"] == "unicodeCodePoints"

    def test_a_rule_is_told_once_with_its_severity_and_reason(self) -> None:
        run = run_of(checked(PLAN), checked(PLAN, "b.txt"), language="en")
        rules = run["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules)
        (zero,) = [rule for rule in rules if rule["id"] == "STR010"]
        assert zero["name"] == "NumberBelow10WithoutAZero"
        assert zero["shortDescription"]["text"] == "Number below 10 without a zero"
        assert zero["defaultConfiguration"] == {"level": "warning"}
        assert "Decree No. 30/2020/NĐ-CP" in zero["help"]["markdown"]

    def test_a_rule_of_ones_own(self) -> None:
        title, message = Wording(vi="Thiếu điện thoại"), Wording(vi="chưa ghi điện thoại")
        own = RuleInfo(code="OFF001", severity=Severity.INFO, title=title, message=message)
        run = run_of(file_of("a", Finding(code="OFF001", own=own)))
        assert run["results"][0]["level"] == "note"
        assert run["tool"]["driver"]["rules"][0]["shortDescription"]["text"] == "Thiếu điện thoại"

    def test_a_file_given_twice_is_one_artifact(self) -> None:
        assert len(run_of(checked(PLAN), checked(PLAN))["artifacts"]) == 1


class TestResults:
    """Where a finding stands, and what mends it."""

    def test_without_a_place_it_is_of_the_file(self) -> None:
        (result,) = results_of(file_of("a", Finding.of("STR004", pointer="/header/symbol")))
        (location,) = result["locations"]
        assert location["physicalLocation"] == {"artifactLocation": {"uri": "a.txt"}}
        assert location["logicalLocations"] == [{"fullyQualifiedName": "/header/symbol"}]

    def test_a_fix_replaces_the_words(self) -> None:
        edits = (Edit(span=Span(9, 12), text="SNV"), Edit(span=Span(4, 4), text="0"))
        (result,) = results_of(file_of("Số: 5/KH-SYT\r\n", finding_at(4, 12, *edits, number="5")))
        ((change,),) = [fix["artifactChanges"] for fix in result["fixes"]]
        text = "Số: 5/KH-SYT\r\n"
        for replacement in reversed(change["replacements"]):
            region = replacement["deletedRegion"]
            start, end = region["charOffset"], region["charOffset"] + region["charLength"]
            text = text[:start] + replacement["insertedContent"]["text"] + text[end:]
        assert text == "Số: 05/KH-SNV\r\n"

    def test_a_byte_order_mark_is_not_counted(self) -> None:
        results = results_of(file_of("\ufeffSố 5", finding_at(4, 5, number="5"), finding_at(0, 5, number="5")))
        one, whole = (result["locations"][0]["physicalLocation"]["region"] for result in results)
        assert (one["startColumn"], one["charOffset"], one["snippet"]["text"]) == (4, 3, "5")
        assert (whole["charOffset"], whole["charLength"], whole["snippet"]["text"]) == (0, 4, "Số 5")

    def test_without_edits_there_is_no_fix(self) -> None:
        (result,) = results_of(file_of("a", finding_at(0, 1, number="5")))
        assert "fixes" not in result

    def test_braces_and_links_in_words_are_told_as_they_are(self) -> None:
        (result,) = results_of(file_of("a", finding_at(0, 1, code="REF003", written="{0}", expected="[a](b)")))
        text = result["message"]["text"]
        assert "{0}" not in text.replace("{{0}}", "")
        assert "[a](" not in text.replace("\\[a\\](", "")


class TestFingerprints:
    """They outlive what is written elsewhere."""

    @staticmethod
    def prints(source: str) -> set[str]:
        results = results_of(checked(source))
        return {result["partialFingerprints"]["vstbpnFinding/v1"] for result in results}

    def test_lines_before_and_behind_change_nothing(self) -> None:
        assert self.prints(PLAN) == self.prints(f"\n\n{PLAN}\n") == self.prints(PLAN.replace("\n", "\r\n"))

    def test_each_is_of_one_finding(self) -> None:
        findings = [finding_at(0, 1, number="5"), finding_at(2, 3, number="5"), finding_at(4, 5, number="6")]
        results = results_of(file_of("5 5 6", *findings))
        prints = [result["partialFingerprints"]["vstbpnFinding/v1"] for result in results]
        assert len(set(prints)) == 3
        assert prints[0].partition(":")[0] == prints[1].partition(":")[0]

    def test_words_changed_are_another(self) -> None:
        assert self.prints(PLAN) != self.prints(PLAN.replace("Số: 5", "Số: 6"))


class TestUris:
    """Names of files as URIs."""

    @pytest.mark.parametrize(
        ("name", "written"),
        [
            ("a.txt", "a.txt"),
            ("-", "-"),
            ("a b/c%d.txt", "a%20b/c%25d.txt"),
            ("a:b.txt", "a%3Ab.txt"),
            ("/a/b.txt", "file:///a/b.txt"),
            ("d:/b.txt", "file:///d:/b.txt"),
            ("ệ", "%E1%BB%87"),
            ("\udcff", "%ED%B3%BF"),
        ],
    )
    def test_uris(self, name: str, written: str) -> None:
        assert uri(name) == written
