"""Findings as workflow commands of GitHub Actions."""

import re

import pytest
from checked_files import checked_files, finding_at
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.exporting.findings.checked import CheckedFile
from vstbpn.exporting.findings.github import findings_to_github
from vstbpn.findings import Finding

COMMAND = re.compile(r"::(error|warning|notice) (file=[^,:\r\n]*(?:,\w+=[^,:\r\n]*)*)::([^\r\n]+)")


def command(source: str, finding: Finding, name: str = "a.txt") -> tuple[str, dict[str, str], str]:
    written = findings_to_github([CheckedFile(name=name, source=source, findings=(finding,))], "en")
    match = COMMAND.fullmatch(written)
    assert match is not None, written
    return match[1], dict(one.split("=", 1) for one in match[2].split(",")), match[3]


class TestCommands:
    """One line each, with its place, title and message."""

    def test_all_of_it(self) -> None:
        kind, properties, message = command("a\nSố: 5", finding_at(6, 7, number="5"))
        assert kind == "warning"
        assert properties == {
            "file": "a.txt", "line": "2", "col": "5", "endLine": "2", "endColumn": "6",
            "title": "STR010 Number below 10 without a zero",
        }  # fmt: skip
        assert message.split("%0A")[1] == "→ write “05”"

    @pytest.mark.parametrize(("code", "kind"), [("CAL003", "error"), ("STR004", "warning"), ("GOL002", "notice")])
    def test_severities(self, code: str, kind: str) -> None:
        assert command("a", Finding.of(code))[0] == kind

    def test_over_several_lines_columns_are_left_out(self) -> None:
        _, properties, _ = command("ab\ncd", finding_at(1, 4, number="5"))
        assert (properties["line"], properties["endLine"]) == ("1", "2")
        assert "col" not in properties

    def test_marks_of_the_format_are_escaped(self) -> None:
        _, properties, message = command("a", finding_at(0, 1, number="5%\r\n::error::"), name="a,b:c%.txt")
        assert properties["file"] == "a%2Cb%3Ac%25.txt"
        assert "5%25%0D%0A::error::" in message

    def test_names_and_words_cannot_steer_the_terminal(self) -> None:
        _, properties, message = command("a", finding_at(0, 1, number="\x1b[31m5\x08\x9b"), name="a\x07.txt")
        assert properties["file"] == "a\ufffd.txt"
        assert "\ufffd[31m5\ufffd\ufffd" in message


@given(st.lists(checked_files(), max_size=3), st.sampled_from(["vi", "en"]))
def test_any_report_is_a_command_a_finding(files: list[CheckedFile], language: str) -> None:
    written = findings_to_github(files, language)
    commands = written.split("\n") if written else []
    assert len(commands) == sum(len(file.findings) for file in files)
    assert all(COMMAND.fullmatch(one) for one in commands)
