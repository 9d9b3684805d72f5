"""Codec and schema agree: a document is valid exactly where it is read, but for exceptions that are listed with their reasons."""

import json
import os
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # It ships no types.

from json_mutations import View, mutated
from schema_exceptions import REFUSED, verdict
from test_strategies import VALUES
from vstbpn import strategies
from vstbpn.errors import DecodeError
from vstbpn.goals.observing.observation import Observation
from vstbpn.plans.outline import Outline, Section
from vstbpn.plans.plan import Plan
from vstbpn.serialisation.documents import from_json, to_json
from vstbpn.serialisation.kinds import KINDS, DocumentKind, kind_named
from vstbpn.serialisation.schema import json_schema
from vstbpn.vocabulary import SectionStyle

DOCUMENTS = int(os.environ.get("VSTBPN_SCHEMA_DOCUMENTS", "8"))
"""How many documents of each kind are made; more in a longer run."""
OBSERVATION = Observation(numerator=31, denominator=50, period="2025", unit="so-gddt")
MUTANTS = 30
"""How many ways each is changed in."""
FEW = settings(
    max_examples=DOCUMENTS, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@cache
def validator(name: str) -> Any:  # noqa: ANN401  # A class without types.
    """The validator of a kind."""
    return Draft202012Validator(json_schema(name))


@cache
def view(name: str) -> View:
    """The schema of a kind, for those who change documents."""
    return View(json_schema(name))


def documents(kind: DocumentKind) -> st.SearchStrategy[str]:
    """Documents of a kind."""
    return VALUES[kind.cls.__name__]().map(to_json)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
class TestEveryKind:
    """What the schema says of good documents, and of such as have something wrong in them."""

    def test_what_the_library_writes_is_valid(self, kind: DocumentKind) -> None:
        @FEW
        @given(documents(kind))
        def law(text: str) -> None:
            validator(kind.name).validate(json.loads(text))

        law()

    def test_valid_is_what_is_read(self, kind: DocumentKind) -> None:
        @FEW
        @given(documents(kind), st.integers(0, 2**32))
        def law(text: str, seed: int) -> None:
            random = Random(seed)  # noqa: S311  # Nothing is to be kept secret.
            good = json.loads(text)
            for _ in range(MUTANTS):
                self.hold(mutated(good, view(kind.name), random), kind)

        law()

    @staticmethod
    def hold(document: Any, kind: DocumentKind) -> None:  # noqa: ANN401  # JSON data.
        """Hold one document to the law."""
        found = verdict(document, kind, view(kind.name))
        if validator(kind.name).is_valid(document):
            assert not found.unexplained, (found.unexplained, document)
        else:
            assert not found.is_read or found.is_other_version, document


def plan(**fields: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON data.
    """A plan as JSON data."""
    return {**json.loads(to_json(Plan())), **fields}


def is_valid(document: object, name: str = "plan") -> bool:
    """Whether the schema takes a document."""
    return bool(validator(name).is_valid(document))


def is_read(document: object, name: str = "plan") -> bool:
    """Whether the decoder takes a document."""
    return not verdict(document, kind_named(name), view(name)).problems


class TestExceptions:
    """Each exception is a true one: here the two differ, and nowhere else."""

    def test_rules_on_several_fields(self) -> None:
        document = plan(span={"start": 7, "end": 3})
        assert is_valid(document)
        assert not is_read(document)
        assert "ends before it starts" in json_schema("plan")["$defs"]["Span"]["$comment"]

    def test_rules_that_can_be_said_in_part(self) -> None:
        document = {**json.loads(to_json(OBSERVATION)), "period": "2020-2016"}
        assert is_valid(document, "observation")
        assert not is_read(document, "observation")
        assert " period: " in json_schema("observation")["$comment"]

    def test_whole_numbers_with_a_point(self) -> None:
        document = plan(span={"start": 1.0, "end": 3})
        assert is_valid(document)
        assert not is_read(document)

    def test_a_last_line_end(self) -> None:
        document = plan(header={"date": "2025-02-01\n"})
        assert is_valid(document)
        assert not is_read(document)

    def test_older_versions(self) -> None:
        assert not is_valid(plan(version="1.0"))
        assert is_read(plan(version="1.0"))

    def test_newer_minor_versions(self) -> None:
        document = plan(version="2.9", colour="red")
        assert not is_valid(document)
        assert is_read(document)

    def test_depth(self) -> None:
        item: dict[str, Any] = {"mark": "-", "text": "a"}
        for _ in range(90):
            item = {"mark": "-", "text": "a", "items": [item]}
        section = {"marker": "I.", "style": "roman", "number": "I", "level": 1, "items": [item]}
        document = plan(outline={"sections": [section]})
        assert is_valid(document)
        assert [problem.pointer for problem in verdict(document, kind_named("plan"), view("plan")).problems] == [""]

    @pytest.mark.parametrize(
        ("text", "pointer"),
        [
            ('{"format": "vstbpn/plan", "version": "2.1", "version": "2.1"}', "/version"),
            ('{"format": "vstbpn/plan", "version": "2.1", "span": {"start": 0, "end": 1, "end": 2}}', "/span/end"),
        ],
    )
    def test_what_parsers_do_not_tell(self, text: str, pointer: str) -> None:
        assert is_valid(json.loads(text))
        with pytest.raises(DecodeError) as caught:
            from_json(text)
        assert [problem.pointer for problem in caught.value.problems] == [pointer]

    def test_they_are_told_with_reasons(self) -> None:
        assert all(allowed.reason.endswith(".") for allowed in REFUSED.values())


class TestTheTest:
    """The law would hold of anything, were all faults explained away or all mutants valid."""

    @pytest.mark.parametrize(
        "fields",
        [
            {"colour": "red"},
            {"header": {"date": "2025-02-30"}},
            {"header": {"title": 5}},
            {"span": {"start": -1, "end": 3}},
            {"outline": {"sections": [{"marker": "I.", "style": "roman", "number": "I", "level": 33}]}},
        ],
    )
    def test_faults_of_one_field_are_not_explained_away(self, fields: dict[str, Any]) -> None:
        document = plan(**fields)
        assert verdict(document, kind_named("plan"), view("plan")).problems
        assert not is_valid(document)

    def test_mutants_are_of_both_sorts(self) -> None:
        section = Section(marker="I.", style=SectionStyle.ROMAN, number="I", level=1, title="Mục đích")
        good = json.loads(to_json(Plan(outline=Outline(sections=(section,)))))
        random = Random(1)  # noqa: S311  # As above.
        valid = sum(is_valid(mutated(good, view("plan"), random)) for _ in range(200))
        assert 20 < valid < 180

    @given(strategies.goals(), st.integers(0, 2**32))
    @settings(max_examples=20)
    def test_the_good_document_stays_as_it_is(self, goal: Any, seed: int) -> None:  # noqa: ANN401  # A goal.
        good = json.loads(to_json(goal))
        mutated(good, view("goal"), Random(seed))  # noqa: S311  # As above.
        assert good == json.loads(to_json(goal))
