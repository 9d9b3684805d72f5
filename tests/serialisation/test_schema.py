"""The published JSON Schemas: sound, said in full, the same as what the classes say, and usable outside of Python."""

import importlib.util
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # It ships no types.

from vstbpn.errors import NotFoundError
from vstbpn.serialisation.kinds import KINDS
from vstbpn.serialisation.schema import json_schema

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "schema"
HOW_TO_MEND = "docs/schema is not what the classes say; mend it by: python tools/schemas.py"
PUBLISHED: dict[str, dict[str, Any]] = {
    path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("*.schema.json"))
}

TERM = re.compile(r"\([^()]*[^\x00-\x7f][^()]*(?:\([^()]*\)[^()]*)*\)")
"""Words of Vietnamese in brackets; hardly any are written in ASCII alone."""
MARK_UP = re.compile(r"`|:[a-z]+:|\*\*|>>>|\bNone\b|\b(?:True|False)\b")
PYTHON_ONLY = re.compile(r"\\[wWdDsSZAB]|\(\?[P>#aiLmsux]|[*+?}]\+")
"""What patterns of Python have that those of ECMAScript lack, or mean otherwise."""
RE2_LACKS = re.compile(r"\(\?<?[=!]|(?<!\\)(?:\\\\)*\\[1-9uU]")
"""Looking around and back, and escapes of four digits: what the patterns of RE2 lack, and with them Go's."""
MOST_REPEATS = 1000
"""What RE2 repeats at most."""


def schemas(schema: Any, pointer: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:  # noqa: ANN401  # JSON data.
    """A schema and all in it, each with its pointer."""
    if isinstance(schema, dict):
        yield pointer, schema
        for key, value in schema.items():
            if key in {"properties", "$defs"}:
                for name, inner in value.items():
                    yield from schemas(inner, f"{pointer}/{key}/{name}")
            elif key not in {"default", "const", "enum", "description"}:
                yield from schemas(value, f"{pointer}/{key}")
    elif isinstance(schema, list):
        for number, inner in enumerate(schema):
            yield from schemas(inner, f"{pointer}/{number}")


def definitions(schema: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The definitions of a schema, and what it is of itself."""
    return {str(schema["title"]): schema, **schema.get("$defs", {})}


def generated() -> dict[str, str]:
    """What the tool that writes the files would write."""
    spec = importlib.util.spec_from_file_location("schemas_tool", ROOT / "tools" / "schemas.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    files: dict[str, str] = module.schema_files()
    return files


each_schema = pytest.mark.parametrize("name", PUBLISHED)
each_kind = pytest.mark.parametrize("name", KINDS)


class TestPublished:
    """The committed files are what the classes say, one for each kind."""

    def test_they_are_generated(self) -> None:
        files = generated()
        committed = {path.name: path.read_bytes().decode() for path in FOLDER.iterdir()}
        assert sorted(committed) == sorted(files), HOW_TO_MEND
        assert [name for name, text in files.items() if committed[name] != text] == [], HOW_TO_MEND

    def test_every_kind_has_one(self) -> None:
        assert set(PUBLISHED) == {*KINDS, "annotation"}

    @each_kind
    def test_its_name_tells_kind_and_version(self, name: str) -> None:
        assert PUBLISHED[name]["$id"] == KINDS[name].schema
        assert PUBLISHED[name]["properties"]["format"] == {
            "const": KINDS[name].format,
            "description": "What the document is.",
        }
        assert PUBLISHED[name]["properties"]["version"]["const"] == KINDS[name].version

    def test_other_kinds_are_refused(self) -> None:
        with pytest.raises(NotFoundError) as caught:
            json_schema("plans")
        assert "plan" in caught.value.candidates


@each_schema
class TestSound:
    """Each is a valid schema of 2020-12, whole in itself."""

    def test_the_metaschema_takes_it(self, name: str) -> None:
        assert PUBLISHED[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(PUBLISHED[name])

    def test_every_reference_is_to_a_definition_and_every_definition_is_referred_to(self, name: str) -> None:
        referred = {schema["$ref"] for _, schema in schemas(PUBLISHED[name]) if "$ref" in schema}
        assert referred == {f"#/$defs/{label}" for label in PUBLISHED[name].get("$defs", ())}

    def test_references_stand_alone(self, name: str) -> None:
        # Generators of types make a second type of a definition that is referred to with keywords beside.
        assert [pointer for pointer, schema in schemas(PUBLISHED[name]) if "$ref" in schema and len(schema) > 1] == []

    def test_nothing_unknown_is_taken(self, name: str) -> None:
        objects = [
            one for one in definitions(PUBLISHED[name]).values() if one.get("type") == "object" and "oneOf" not in one
        ]
        assert all(one["additionalProperties"] is False for one in objects)

    def test_defaults_are_valid(self, name: str) -> None:
        root = {"$schema": PUBLISHED[name]["$schema"], "$defs": PUBLISHED[name].get("$defs", {})}
        for pointer, schema in schemas(PUBLISHED[name]):
            if "default" in schema:
                errors = list(Draft202012Validator({**root, **schema}).iter_errors(schema["default"]))
                assert not errors, pointer


@each_schema
class TestWords:
    """Descriptions are in English with the Vietnamese term, and true of JSON."""

    def test_every_definition_has_its_term(self, name: str) -> None:
        without = [label for label, one in definitions(PUBLISHED[name]).items() if not TERM.search(one["description"])]
        assert without == []

    def test_every_property_is_described(self, name: str) -> None:
        # A key that takes one text alone tells all by itself.
        without = [
            f"{label}.{key}"
            for label, one in definitions(PUBLISHED[name]).items()
            for key, value in one.get("properties", {}).items()
            if "description" not in value and "const" not in value and not self.is_place(value)
        ]
        assert without == []

    @staticmethod
    def is_place(schema: Mapping[str, Any]) -> bool:
        """Whether it takes a span, or null: of them their own definition tells enough."""
        bare = {key: value for key, value in schema.items() if key != "default"}
        place = {"$ref": "#/$defs/Span"}
        return bare in ({"anyOf": [place, {"type": "null"}]}, {"allOf": [place]}, place)

    def test_they_hold_no_mark_up_and_nothing_of_python(self, name: str) -> None:
        for pointer, schema in schemas(PUBLISHED[name]):
            for key in ("description", "$comment"):
                words = schema.get(key, "")
                assert not MARK_UP.search(words), f"{pointer}/{key}: {words}"
                assert words == words.strip(), f"{pointer}/{key}"


@each_schema
class TestPatterns:
    """Patterns mean the same in Python, in ECMAScript with the flag u, and in RE2."""

    def test_they_are_portable(self, name: str) -> None:
        for pointer, schema in schemas(PUBLISHED[name]):
            if (pattern := schema.get("pattern")) is not None:
                re.compile(pattern)
                assert not PYTHON_ONLY.search(pattern), f"{pointer}: {pattern}"
                assert not RE2_LACKS.search(pattern), f"{pointer}: {pattern}"

    def test_they_repeat_no_more_often_than_re2_does(self, name: str) -> None:
        for pointer, schema in schemas(PUBLISHED[name]):
            for most in re.findall(r"\{(?:[0-9]+,)?([0-9]+)\}", schema.get("pattern", "")):
                assert int(most) <= MOST_REPEATS, pointer


class TestTheTest:
    """Its own patterns find what they are to find."""

    @pytest.mark.parametrize("pattern", [r"\d", r"\w+", r"a++", r"(?P<x>a)", r"(?>a)", r"\Z"])
    def test_what_python_alone_knows(self, pattern: str) -> None:
        assert PYTHON_ONLY.search(pattern)

    @pytest.mark.parametrize("pattern", ["(?=a)", "(?!a)", "(?<=a)", "(?<!a)", r"(a)\1", r"\u3000"])
    def test_what_re2_lacks(self, pattern: str) -> None:
        assert RE2_LACKS.search(pattern)

    @pytest.mark.parametrize("pattern", [r"(?:a|b)*", r"[^\x00]", r"a\.b", r"a\\u", r"^[0-9]{1,3}$"])
    def test_what_all_know(self, pattern: str) -> None:
        assert not PYTHON_ONLY.search(pattern)
        assert not RE2_LACKS.search(pattern)

    @pytest.mark.parametrize(("words", "has_one"), [("A plan (kế hoạch).", True), ("A plan (SDMX).", False)])
    def test_terms(self, words: str, has_one: bool) -> None:  # A parameter of a test.
        assert bool(TERM.search(words)) is has_one
