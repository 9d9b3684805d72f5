"""The schema of annotations agrees with strict reading."""

import copy
import json
import re
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # It has no types of its own.
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.reading.reading import read
from vstbpn.serialisation.annotations.kinds import KINDS, key_rows
from vstbpn.serialisation.annotations.reading import faults_of
from vstbpn.serialisation.annotations.schema import annotation_schema
from vstbpn.serialisation.annotations.writing import Annotation, annotate

VALIDATOR = jsonschema.Draft202012Validator(annotation_schema())
VALUES: list[Any] = [
    None, True, 0, -1, 5, 2026, 1.5, "", "x", "60", "--06-15", "2020-2025", ">=", "-", [], ["x"], [5], {}, {"article": "5"},
]  # fmt: skip


@pytest.fixture(scope="module")
def annotations(department_plan: str) -> dict[str, Annotation]:
    """One annotation of each kind."""
    return {one["kind"]: one for one in annotate(read(department_plan))}


class TestAgreement:
    """What is read is valid, and the other way round, but for what the schema tells it cannot say."""

    def test_it_is_a_schema(self) -> None:
        jsonschema.Draft202012Validator.check_schema(annotation_schema())
        assert json.loads(json.dumps(annotation_schema())) == annotation_schema()

    def test_every_annotation_is_valid(self, department_plan: str) -> None:
        for one in annotate(read(department_plan)):
            VALIDATOR.validate(one)
            VALIDATOR.validate({"file": "a.txt", **one})

    @pytest.mark.parametrize("kind", KINDS)
    def test_on_every_key_with_other_values(self, kind: str, annotations: dict[str, Annotation]) -> None:
        one = annotations[kind]
        for key in [*one, "file", "more"]:
            for value in VALUES:
                changed = {**one, key: value}
                if key in {"start", "end", "text"} and not VALIDATOR.is_valid(changed):
                    assert faults_of(changed)
                elif key not in {"start", "end", "text"}:
                    assert VALIDATOR.is_valid(changed) == (not faults_of(changed)), (key, value)

    @pytest.mark.parametrize("kind", KINDS)
    def test_without_any_key(self, kind: str, annotations: dict[str, Annotation]) -> None:
        for key in annotations[kind]:
            changed = {name: value for name, value in annotations[kind].items() if name != key}
            assert VALIDATOR.is_valid(changed) == (not faults_of(changed))

    @given(st.data())
    def test_on_provisions_and_periods(self, data: st.DataObject) -> None:
        key = st.sampled_from(["article", "clause_to", "kind", "number", "year", "each", "text", "verse"])
        inner = data.draw(st.dictionaries(key, st.sampled_from(VALUES), max_size=5))
        reference = annotate(read("Theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP."))[0]
        deadline = next(
            one
            for one in annotate(read("KẾ HOẠCH\nx\n\nI. A\n\nBáo cáo trước ngày 15/6/2026."))
            if one["kind"] == "deadline"
        )
        for changed in ({**reference, "provisions": [inner]}, {**deadline, "period": inner}):
            assert VALIDATOR.is_valid(changed) == (not faults_of(changed))

    @pytest.mark.parametrize("value", ["2021-02-30", "2021-13"])
    def test_days_that_the_calendar_has_not(self, value: str, annotations: dict[str, Annotation]) -> None:
        changed = copy.deepcopy(annotations["deadline"]) | {"due": value}
        assert not VALIDATOR.is_valid(changed)
        assert faults_of(changed)

    def test_what_it_cannot_say_is_told(self, annotations: dict[str, Annotation]) -> None:
        changed = copy.deepcopy(annotations["deadline"]) | {"text": "x"}
        assert VALIDATOR.is_valid(changed)
        assert faults_of(changed)
        assert "code points" in annotation_schema()["$comment"]


def test_every_key_says_what_it_is_with_its_vietnamese_term() -> None:
    assert all("(" in says for _, _, says in key_rows())


def test_the_docs_tell_the_keys_of_each_kind() -> None:
    page = (Path(__file__).parents[3] / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")
    told = {}
    for kind, keys in re.findall(r"^\| `(\w+)` \| (.+) \|$", page.partition("## Annotations")[2], re.MULTILINE):
        outside = re.sub(r"\([^)]*\)", "", keys)
        always, _, added = outside.partition(";")
        told[kind] = (re.findall(r"`(\w+)`", always), re.findall(r"`(\w+)`", added))
    assert told == {
        kind.name: (
            [key.name for key in kind.keys if key.required],
            [key.name for key in kind.keys if not key.required],
        )
        for kind in KINDS.values()
    }
