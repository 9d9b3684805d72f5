"""The command that prints the schema of a kind of document."""

import json

import pytest
from typer.testing import CliRunner

from vstbpn.cli.app import app
from vstbpn.serialisation.annotations.schema import annotation_schema
from vstbpn.serialisation.kinds import KINDS
from vstbpn.serialisation.schema import json_schema

RUNNER = CliRunner()


class TestSchema:
    """It prints what the library gives, and nothing else."""

    @pytest.mark.parametrize("kind", sorted(KINDS))
    def test_of_a_document(self, kind: str) -> None:
        result = RUNNER.invoke(app, ["schema", kind])
        assert result.exit_code == 0
        assert json.loads(result.stdout) == json_schema(kind)

    def test_of_annotations(self) -> None:
        assert json.loads(RUNNER.invoke(app, ["schema", "annotation"]).stdout) == annotation_schema()


class TestList:
    """Without a kind, all are listed, one a line."""

    def test_it(self) -> None:
        result = RUNNER.invoke(app, ["schema"])
        assert result.exit_code == 0
        assert result.stdout.split() == [*KINDS, "annotation"]


class TestNoSuchKind:
    """What is no kind is told in one line, with those there are."""

    def test_it(self) -> None:
        result = RUNNER.invoke(app, ["schema", "plann"])
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.startswith("vstbpn: no kind of document 'plann' (did you mean plan")
