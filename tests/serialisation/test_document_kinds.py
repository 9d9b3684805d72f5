"""Every kind of document: what is written is read back, and the same value is the same text everywhere."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from document_kinds import STRATEGIES, outcome_both_ways, without_orjson
from vstbpn.errors import InvalidValueError, NotFoundError
from vstbpn.plans.plan import Plan
from vstbpn.serialisation.documents import from_json, to_json
from vstbpn.serialisation.fields import stored_fields
from vstbpn.serialisation.kinds import ANNOTATION, KINDS, DocumentKind, kind_named, kind_of
from vstbpn.values import Span

DATA = Path(__file__).parent / "data"
EACH_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
INDENTS = (None, 0, 1, 2, 4)
FEW = settings(max_examples=8, suppress_health_check=list(HealthCheck))

WRITE_ALL = """
import pathlib, sys
from vstbpn.serialisation import json_text
from vstbpn.serialisation.documents import from_json, to_json
from vstbpn.serialisation.kinds import ANNOTATION, KINDS
if sys.argv[2] == "plain":
    json_text._fast = lambda: None
for kind in KINDS.values():
    value = from_json((pathlib.Path(sys.argv[1]) / f"{kind.name}-{kind.version}.json").read_bytes(), kind.cls)
    for indent in (None, 0, 1, 2, 4):
        sys.stdout.buffer.write(to_json(value, indent=indent).encode() + b"\\n")
"""
"""A program that writes every stored document once more."""


APART: Mapping[str, set[str]] = {"target": {"is_change"}, "evaluation": {"reason"}}
"""Fields that cannot hold anything beside the others: the size of a change has no baseline, an answer no reason for none."""


def fields(cls: Any) -> list[str]:  # noqa: ANN401  # A class of values.
    """The names of the fields that JSON holds of a class."""
    return [field.name for field in stored_fields(cls)]


def stored(kind: DocumentKind) -> str:
    """The stored document of the newest version of a kind."""
    return (DATA / f"{kind.name}-{kind.version}.json").read_text(encoding="utf-8")


class TestNames:
    """Each kind has a name, a class, a format and a schema, and each is found by the others."""

    def test_every_kind_has_a_strategy(self) -> None:
        assert set(STRATEGIES) == set(KINDS)

    @EACH_KIND
    def test_they_lead_to_each_other(self, kind: DocumentKind) -> None:
        assert kind_named(kind.name) is kind
        assert kind_of(kind.cls) is kind
        assert kind.format == f"vstbpn/{kind.name}"
        assert kind.schema == f"urn:vstbpn:schema:{kind.name}:{kind.version}"

    @pytest.mark.parametrize("name", ["", "Plan", "plans", "vstbpn/plan"])
    def test_a_name_that_is_none(self, name: str) -> None:
        with pytest.raises(NotFoundError, match="no kind of document") as caught:
            kind_named(name)
        assert set(caught.value.candidates) <= {*KINDS, ANNOTATION}

    @pytest.mark.parametrize("kind", [Span, int, None, "plan", Plan(), tuple[Plan, ...], object])
    def test_a_class_without_documents(self, kind: Any) -> None:  # noqa: ANN401  # The wrong kind of value.
        with pytest.raises(InvalidValueError, match="documents are of the classes Plan, Reading, "):
            from_json("{}", kind)


class TestRoundTrips:
    """What is written is read back, and written the same."""

    @EACH_KIND
    def test_every_value_survives(self, kind: DocumentKind) -> None:
        @FEW
        @given(STRATEGIES[kind.name](), st.sampled_from(INDENTS))
        def survives(value: Any, indent: int | None) -> None:  # noqa: ANN401  # A value of the kind's class.
            text = to_json(value, indent=indent)
            again = from_json(text.encode(), kind.cls)
            assert again == value
            assert to_json(again, indent=indent) == text
            assert outcome_both_ways(lambda: from_json(text, kind.cls)) == repr(value)
            with without_orjson():
                assert to_json(value, indent=indent) == text

        survives()

    @EACH_KIND
    def test_keys_stand_in_the_order_of_the_fields(self, kind: DocumentKind) -> None:
        data = json.loads(stored(kind))
        assert list(data)[:3] == ["$schema", "format", "version"]
        assert list(data)[3:] == [name for name in fields(kind.cls) if name in data]


class TestEverywhere:
    """The same value gives the same bytes on every machine: with orjson and without, whatever the hashes of texts are."""

    def test_processes_agree(self) -> None:
        written = {self._written(way, seed) for way, seed in (("fast", "0"), ("plain", "1"), ("fast", "31415"))}
        assert len(written) == 1
        (lines,) = written
        assert lines.startswith(b'{"$schema":"urn:vstbpn:schema:plan:')

    @staticmethod
    def _written(way: str, seed: str) -> bytes:
        program = [sys.executable, "-c", WRITE_ALL, str(DATA), way]
        return subprocess.run(  # Our own program.
            program, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout


class TestStored:
    """A document stored by any version goes on being read, with everything it holds."""

    @pytest.mark.parametrize("path", sorted(DATA.glob("*.json")), ids=lambda path: path.stem)
    def test_it_is_read(self, path: Path) -> None:
        name, _, version = path.stem.rpartition("-")
        assert json.loads(path.read_bytes())["version"] == version
        value = from_json(path.read_bytes(), KINDS[name].cls)
        assert from_json(to_json(value), KINDS[name].cls) == value

    @EACH_KIND
    def test_the_newest_is_written_the_same(self, kind: DocumentKind) -> None:
        text = stored(kind)
        assert to_json(from_json(text, kind.cls), indent=2) + "\n" == text

    @EACH_KIND
    def test_the_newest_holds_every_field(self, kind: DocumentKind) -> None:
        value = from_json(stored(kind), kind.cls)
        unused = {name for name in fields(kind.cls) if getattr(value, name) in (None, (), "", False)}
        assert unused == APART.get(kind.name, set())

    def test_those_of_all_kinds_hold_every_field_of_every_part(self) -> None:
        used: dict[type[Any], set[str]] = {}
        for kind in KINDS.values():
            _note_fields(from_json(stored(kind), kind.cls), used)
        every = {(cls.__name__, name) for cls in used for name in fields(cls)}
        assert every - {(cls.__name__, name) for cls, names in used.items() for name in names} == {
            ("Evaluation", "reason")
        }


def _note_fields(value: object, used: dict[type[Any], set[str]]) -> None:
    """Note which fields hold something, in a value and all below it."""
    if isinstance(value, tuple):
        for one in value:
            _note_fields(one, used)
    elif attrs.has(type(value)) and type(value).__name__ not in {"PartialDate", "YearRange", "LunarDay"}:
        names = used.setdefault(type(value), set())
        for name in fields(type(value)):
            inner = getattr(value, name)
            if inner is not None and inner not in ((), "") and inner is not False:
                names.add(name)
                _note_fields(inner, used)
