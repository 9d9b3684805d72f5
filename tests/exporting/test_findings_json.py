"""Findings as JSON."""

import json

from checked_files import PLAN, checked, checked_files
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.exporting.findings.checked import CheckedFile
from vstbpn.exporting.findings.findings_json import findings_to_json
from vstbpn.findings import Finding
from vstbpn.version import VERSION

KEYS = [
    "code", "variant", "severity", "title", "message", "remedy", "arguments", "pointer", "span", "region", "basis",
    "fixable", "edits",
]  # fmt: skip


class TestDocument:
    """One document, its keys in a fixed order."""

    def test_head(self) -> None:
        data = json.loads(findings_to_json([CheckedFile(name="a.txt", source="a")]))
        assert data == {
            "format": "vstbpn/findings",
            "version": "1.0",
            "tool": {"name": "vstbpn", "version": VERSION},
            "files": [{"name": "a.txt", "findings": []}],
        }

    def test_findings(self) -> None:
        file = checked(PLAN)
        (told,) = json.loads(findings_to_json([file]))["files"]
        assert [finding["code"] for finding in told["findings"]] == [finding.code for finding in file.findings]
        assert all(list(finding) == KEYS for finding in told["findings"])

    def test_a_finding(self) -> None:
        (told,) = json.loads(findings_to_json([checked(PLAN)]))["files"]
        (zero,) = [finding for finding in told["findings"] if finding["code"] == "STR010"]
        assert zero["severity"] == "warning"
        assert zero["message"]["vi"] != zero["message"]["en"]
        assert zero["remedy"]["en"] == "write “05”"
        assert zero["region"]["start"] == {"line": 5, "column": 5}
        assert zero["basis"]["number"] == "30"
        assert zero["basis"]["vi"].startswith("khoản 3 Mục II")
        assert zero["fixable"]
        text = PLAN
        for edit in zero["edits"]:
            text = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
        assert "Số: 05/KH-SNV" in text

    def test_letters_stand_as_they_are(self) -> None:
        assert "cảnh báo" not in findings_to_json([checked(PLAN)])  # Severities are words of the format.
        assert "nhỏ hơn 10" in findings_to_json([checked(PLAN)])

    def test_what_is_not_known_is_null(self) -> None:
        file = CheckedFile(name="a.txt", source="", findings=(Finding.of("CAL003", args={"written": "x"}),))
        (finding,) = json.loads(findings_to_json([file]))["files"][0]["findings"]
        assert (finding["span"], finding["region"], finding["basis"], finding["edits"]) == (None, None, None, [])


@given(st.lists(checked_files(), max_size=3))
def test_any_report_is_json_that_can_be_written(files: list[CheckedFile]) -> None:
    data = json.loads(findings_to_json(files).encode("utf-8"))
    assert [file["name"] for file in data["files"]] == [file.name for file in files]
    for file, told in zip(files, data["files"], strict=True):
        lines = file.source.split("\n")
        for finding, one in zip(file.findings, told["findings"], strict=True):
            assert dict(finding.args) == one["arguments"]
            if finding.span is not None and finding.span.end <= len(file.source):
                start, end = one["region"]["start"], one["region"]["end"]
                words = lines[start["line"] - 1 : end["line"]]
                words[-1] = words[-1][: end["column"] - 1]
                words[0] = words[0][start["column"] - 1 :]
                assert "\n".join(words) == finding.span.of(file.source)
