"""``vstbpn rule``: rules explained and listed."""

import json

import pytest
from typer.testing import CliRunner, Result

from vstbpn.cli.app import app
from vstbpn.findings import rule_codes
from vstbpn.validation.explaining import explain
from vstbpn.validation.shipped import DEFAULT_RULES


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["rule", *arguments])


class TestOne:
    """A rule is explained."""

    def test_as_it_is_in_the_docs(self) -> None:
        (rule,) = DEFAULT_RULES.select("STR010")
        result = run("STR010")
        assert (result.exit_code, result.stdout) == (0, f"{explain(rule)}\n")
        assert run("str010", "--lang", "en").stdout == f"{explain(rule, 'en')}\n"

    def test_several_follow_each_other(self) -> None:
        lines = run("STR010", "REF003", "STR010").stdout.splitlines()
        assert [line.split(":")[0] for line in lines if line.startswith("# ")] == ["# STR010", "# REF003"]

    def test_faults_of_figures_are_explained_too(self) -> None:
        result = run("GOL012", "--lang", "en")
        assert result.exit_code == 0
        assert result.stdout.startswith("# GOL012: Reported twice\n")

    @pytest.mark.parametrize(
        ("code", "told"),
        [
            ("STR999", "vstbpn: there is no rule 'STR999'; did you mean STR?\n"),
            ("REF0099", "vstbpn: there is no rule 'REF0099'; did you mean REF009?\n"),
            ("qqqq", "vstbpn: there is no rule 'QQQQ'; vstbpn rule lists all there are\n"),
        ],
    )
    def test_there_is_none(self, code: str, told: str) -> None:
        result = run(code)
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)

    def test_the_others_are_explained_all_the_same(self) -> None:
        result = run("STR998", "STR010")
        assert result.exit_code == 2
        assert result.stdout.startswith("# STR010")


class TestAll:
    """Without a code all are listed, by family."""

    def test_list(self) -> None:
        lines = run("--lang", "en").stdout.splitlines()
        assert lines[0] == "DOC: the document as a whole"
        assert [line[:3] for line in lines if not line.startswith(" ")] == ["DOC", "STR", "REF", "ORG", "GOL", "CAL"]
        assert sorted(line.split()[0] for line in lines if line.startswith(" ")) == sorted(rule_codes())
        assert "  STR010  [*]  warning   Number below 10 without a zero" in lines

    def test_of_one_family(self) -> None:
        result = run("ref", "STR010", "--lang", "en")
        assert result.exit_code == 0
        assert result.stdout.startswith("# STR010")
        lines = result.stdout.splitlines()
        listed = lines[lines.index("REF: references and bases") + 1 :]
        assert [line.split()[0] for line in listed] == [code for code in rule_codes() if code.startswith("REF")]
        data = json.loads(run("REF", "--format", "json").stdout)
        assert [rule["code"] for rule in data["rules"]] == [line.split()[0] for line in listed]

    def test_nothing_begins_with_nothing(self) -> None:
        assert (run("").exit_code, run("").stdout) == (2, "")

    def test_the_mark_is_explained_beside(self) -> None:
        assert run("--lang", "en").stderr == "[*] vstbpn check --fix mends it; vstbpn rule CODE explains a rule\n"
        assert run().stderr == "[*] sửa được bằng vstbpn check --fix; xem giải thích một quy tắc: vstbpn rule MÃ\n"


class TestJson:
    """Rules for other programs."""

    def test_one(self) -> None:
        data = json.loads(run("STR010", "--format", "json").stdout)
        assert data["format"] == "vstbpn/rules"
        (rule,) = data["rules"]
        assert list(rule) == [
            "code", "severity", "title", "message", "remedy", "why", "grounds", "violating", "conforming", "fixable",
        ]  # fmt: skip
        assert (rule["code"], rule["severity"], rule["fixable"]) == ("STR010", "warning", True)
        (ground, *_) = rule["grounds"]
        assert (ground["family"], ground["since"], ground["until"]) == ("state", "2020-03-05", None)
        assert ground["basis"]["code"] == "NĐ-CP"

    def test_all(self) -> None:
        data = json.loads(run("--format", "json").stdout)
        assert [rule["code"] for rule in data["rules"]] == list(rule_codes())

    def test_none(self) -> None:
        assert run("STR999", "--format", "json").stdout == ""
