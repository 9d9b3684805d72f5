"""Documents of newer versions: a newer major is refused, a newer minor read, and what is not known of it written back."""

import copy
import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from document_kinds import STRATEGIES, outcome_both_ways, problems_both_ways, without_orjson
from vstbpn.errors import InvalidValueError
from vstbpn.goals.targets.goal import Goal
from vstbpn.plans.header import Header
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import Reading
from vstbpn.serialisation.documents import from_json, to_json
from vstbpn.serialisation.kinds import KINDS, DocumentKind
from vstbpn.serialisation.values import value_from_json, value_to_json
from vstbpn.values import UNKNOWN, Passage, evolve

DATA = Path(__file__).parent / "data"
EACH_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
CLOSED = {"start", "end"}
"""The keys of spans, which are made too often to have room for anything more."""

HUGE = 10**300
SOME = {"priority": "cao", "weights": [1, 2, {"each": None}], "on": True, "sum": HUGE}
"""What a newer version may add."""


def newer(kind: DocumentKind) -> str:
    """A minor version that comes after the newest of a kind."""
    return f"{kind.major}.{int(kind.version.partition('.')[2]) + 7}"


def plan_of(version: str, **fields: Any) -> str:  # noqa: ANN401  # JSON values of any kind.
    """The JSON of a plan of a version."""
    return json.dumps({"format": "vstbpn/plan", "version": version, **fields}, ensure_ascii=False)


def with_more(data: Any, count: Iterator[int]) -> Any:  # noqa: ANN401  # JSON data of any shape.
    """Data with one more key in every object that has room for it."""
    if isinstance(data, list):
        return [with_more(one, count) for one in data]
    if not isinstance(data, dict):
        return data
    more = {} if set(data) == CLOSED and type(data["start"]) is int else {f"more{next(count)}": SOME}
    return {**{key: with_more(one, count) for key, one in data.items()}, **more}


def stored_newer(kind: DocumentKind) -> str:
    """The stored document of a kind as a newer minor version might write it."""
    data = json.loads((DATA / f"{kind.name}-{kind.version}.json").read_bytes())
    more = with_more({**data, "version": newer(kind)}, iter(range(10_000)))
    return json.dumps(more, ensure_ascii=False, separators=(",", ":"))


NEWER = newer(KINDS["plan"])
GOAL = {"title": "Trong lĩnh vực lao động", "priority": "cao"}


class TestNewerMajor:
    """What another major version holds is not known, so it is refused, and nothing else said of it."""

    @EACH_KIND
    @pytest.mark.parametrize("further", [1, 2, 900])
    def test_it_is_refused(self, kind: DocumentKind, further: int) -> None:
        version = f"{kind.major + further}.0"
        text = json.dumps({"format": kind.format, "version": version, "nothing": 1.5})
        (problem,) = problems_both_ways(lambda: from_json(text, kind.cls))
        assert problem.pointer == "/version"
        assert (
            problem.expected
            == f"a version from 1.0 up to {kind.major}.x, the newest that this release of the library knows"
        )
        assert problem.found == f'"{version}"'


class TestNewerMinor:
    """It is read, and written back as it was."""

    @EACH_KIND
    def test_unknown_keys_at_every_depth_are_written_back(self, kind: DocumentKind) -> None:
        text = stored_newer(kind)
        assert text.count('"more') >= 1
        written = to_json(from_json(text, kind.cls))
        given, again = json.loads(text), json.loads(written)
        assert {**again, "$schema": None} == {**given, "$schema": None}
        assert again["version"] == newer(kind)

    @EACH_KIND
    def test_reading_and_writing_twice_changes_nothing_more(self, kind: DocumentKind) -> None:
        once = to_json(from_json(stored_newer(kind), kind.cls))
        assert to_json(from_json(once, kind.cls)) == once

    @EACH_KIND
    def test_it_is_the_same_with_orjson_and_without(self, kind: DocumentKind) -> None:
        text = stored_newer(kind)
        outcome_both_ways(lambda: from_json(text, kind.cls))
        for indent in (None, 0, 2, 3):
            fast = to_json(from_json(text, kind.cls), indent=indent)
            with without_orjson():
                assert to_json(from_json(text, kind.cls), indent=indent) == fast

    @EACH_KIND
    def test_the_values_are_those_without_what_is_not_known(self, kind: DocumentKind) -> None:
        plain = from_json((DATA / f"{kind.name}-{kind.version}.json").read_bytes(), kind.cls)
        assert from_json(stored_newer(kind), kind.cls) == plain

    @EACH_KIND
    def test_any_document_survives_with_more(self, kind: DocumentKind) -> None:
        @settings(max_examples=4, suppress_health_check=list(HealthCheck))
        @given(STRATEGIES[kind.name](), st.data())
        def survives(value: Any, data: st.DataObject) -> None:  # noqa: ANN401  # A value of the kind's class.
            numbers = data.draw(st.integers(0, 99))
            more = with_more({**json.loads(to_json(value)), "version": newer(kind)}, iter(range(numbers, 100_000)))
            again = from_json(json.dumps(more), kind.cls)
            assert again == value
            written = json.loads(to_json(again))
            assert {**written, "$schema": None} == {**more, "$schema": None}

        survives()

    def test_what_is_not_known_stands_after_what_is(self) -> None:
        text = plan_of(NEWER, zeal=1, goals=[{"priority": "cao", "title": "Một", "zeal": 2}], alpha=2)
        assert to_json(from_json(text)) == (
            f'{{"$schema":"urn:vstbpn:schema:plan:{NEWER}","format":"vstbpn/plan",'
            f'"version":"{NEWER}","goals":[{{"title":"Một","priority":"cao","zeal":2}}],"zeal":1,"alpha":2}}'
        )

    def test_without_unknown_parts_it_becomes_a_document_of_this_version(self) -> None:
        plan = from_json(plan_of(NEWER, header={"type": "Kế hoạch"}))
        assert json.loads(to_json(plan))["version"] == KINDS["plan"].version


class TestChangedValues:
    """What is not known stays with the value it belongs to."""

    def test_after_a_change_elsewhere(self) -> None:
        plan = from_json(plan_of(NEWER, urgent=True, goals=[GOAL]))
        changed = evolve(plan, header=Header(type="Kế hoạch"))
        data = json.loads(to_json(changed))
        assert (data["version"], data["urgent"], data["goals"]) == (NEWER, True, [GOAL])
        assert data["header"] == {"type": "Kế hoạch"}

    def test_a_part_moved_to_another_plan(self) -> None:
        (goal,) = from_json(plan_of(NEWER, goals=[GOAL])).goals
        data = json.loads(to_json(Plan(goals=(goal,))))
        assert (data["version"], data["goals"]) == (NEWER, [GOAL])

    def test_the_newest_of_several_versions_is_written(self) -> None:
        (one,) = from_json(plan_of("2.9", goals=[GOAL])).goals
        (other,) = from_json(plan_of("2.11", goals=[GOAL])).goals
        assert json.loads(to_json(Plan(goals=(one, other))))["version"] == "2.11"
        assert json.loads(to_json(Plan(goals=(other, one))))["version"] == "2.11"

    def test_a_part_moved_to_another_kind_of_document(self) -> None:
        plan = from_json(plan_of(NEWER, goals=[GOAL]))
        expected = "it holds parts of a newer version of vstbpn/plan, and only such a document can"
        with pytest.raises(InvalidValueError, match=rf"{expected}; value_from_json\(value_to_json\(value\), Goal\)"):
            to_json(plan.goals[0])
        known = value_from_json(value_to_json(plan.goals[0]), Goal)
        assert from_json(to_json(known), Goal) == plan.goals[0]
        with pytest.raises(InvalidValueError, match=expected):
            to_json(Reading(source="", documents=(plan,)))

    def test_left_out_on_purpose(self) -> None:
        (goal,) = from_json(plan_of(NEWER, goals=[GOAL])).goals
        assert json.loads(to_json(evolve(goal, unknown=None)))["title"] == GOAL["title"]

    def test_alone_they_are_left_out_for_no_envelope_would_tell_their_version(self) -> None:
        (goal,) = from_json(plan_of(NEWER, goals=[GOAL])).goals
        assert value_to_json(goal) == '{"title":"Trong lĩnh vực lao động"}'
        assert value_from_json(value_to_json(goal), Goal) == goal


class TestWhatIsKept:
    """JSON that every version might write: no number with a fraction, no key twice, nothing too deep."""

    @pytest.mark.parametrize(
        ("part", "pointer", "found"),
        [
            ("NaN", "/more", "NaN"),
            ("Infinity", "/more", "Infinity"),
            ("1.5", "/more", "1.5"),
            ("1e2", "/more", "100.0"),
            ("-0.0", "/more", "-0.0"),
            ('[1,{"a":[2.5]}]', "/more/1/a/0", "2.5"),
            ('{"a":1,"a":1}', "/more/a", "the key twice or more"),
            ('[{"b":{"a":1,"\\u0061":1}}]', "/more/0/b/a", "the key twice or more"),
        ],
    )
    def test_anything_else_is_told_in_its_place(self, part: str, pointer: str, found: str) -> None:
        text = plan_of(NEWER, header={"type": "Kế hoạch"})[:-1] + f', "more": {part}, "fine": [1]}}'
        (problem,) = problems_both_ways(lambda: from_json(text))
        assert (problem.pointer, problem.found) == (pointer, found)
        assert problem.expected.startswith("a text, a whole number, true, false, null, a list or an object")

    def test_an_unknown_key_that_stands_twice(self) -> None:
        text = plan_of(NEWER)[:-1] + ', "more": 1, "more": 1}'
        (problem,) = problems_both_ways(lambda: from_json(text))
        assert (problem.pointer, problem.found) == ("/more", "the key twice or more")

    @pytest.mark.parametrize("part", ["[" * 400 + "]" * 400, '{"a":' * 200 + "1" + "}" * 200, "[" * 160 + "]" * 160])
    def test_nothing_too_deep(self, part: str) -> None:
        text = plan_of(NEWER)[:-1] + f', "more": {part}}}'
        (problem,) = problems_both_ways(lambda: from_json(text))
        assert "nested no deeper than 160" in problem.expected

    @pytest.mark.parametrize("part", ["[" * 150 + "]" * 150, '{"a":' * 150 + "1" + "}" * 150])
    def test_what_is_deep_but_not_too_deep_is_kept_and_hides_no_other_fault(self, part: str) -> None:
        text = plan_of(NEWER)[:-1] + f', "goals": [{{"title": "Một", "targets": [], "more": {part}}}]'
        assert json.loads(to_json(from_json(text + "}"))) == {
            **json.loads(text + "}"),
            "$schema": KINDS["plan"].schema_of(NEWER),
        } | {"goals": [{"title": "Một", "more": json.loads(part)}]}
        (problem,) = problems_both_ways(lambda: from_json(text + ', "header": {"type": 5}}'))
        assert problem.pointer == "/header/type"

    @pytest.mark.parametrize("number", [2**31, 2**63 - 1, 2**63, -(2**63) - 1, 2**64 - 1, 2**64, 10**4000, -HUGE])
    def test_whole_numbers_of_any_length_stay_as_they_are(self, number: int) -> None:
        text = plan_of(NEWER, more=[number])
        outcome_both_ways(lambda: from_json(text))
        assert json.loads(to_json(from_json(text)))["more"] == [number]

    @pytest.mark.parametrize("words", ["\ud800", "\x00", "\u2028", '"\\', "\U0001f389", "kế hoạch"])
    def test_texts_stay_as_they_are(self, words: str) -> None:
        text = json.dumps({"format": "vstbpn/plan", "version": NEWER, words: {words: words}})
        outcome_both_ways(lambda: from_json(text))
        assert json.loads(to_json(from_json(text)))[words] == {words: words}

    def test_the_key_that_keeps_the_version_is_refused(self) -> None:
        text = plan_of(NEWER, **{"$version": "vstbpn/plan 9.9", "more": 1})
        (problem,) = problems_both_ways(lambda: from_json(text))
        assert (problem.pointer, problem.expected) == ("/$version", "no such key")

    def test_a_key_named_unknown_is_one_like_any_other(self) -> None:
        text = plan_of(NEWER, unknown={"unknown": "x"})
        assert json.loads(to_json(from_json(text)))["unknown"] == {"unknown": "x"}

    def test_values_of_fields_are_held_to_what_this_version_knows(self) -> None:
        text = plan_of(NEWER, more=1, header={"date": "2025-02-30", "more": 2}, bases=5)
        assert [problem.pointer for problem in problems_both_ways(lambda: from_json(text))] == [
            "/bases",
            "/header/date",
        ]


class TestClosed:
    """Spans, texts and numbers have no room for more."""

    def test_spans(self) -> None:
        text = plan_of(NEWER, span={"start": 0, "end": 1, "line": 2})
        (problem,) = problems_both_ways(lambda: from_json(text))
        assert (problem.pointer, problem.expected) == ("/span/line", "no such key")

    @pytest.mark.parametrize("part", [{"day": 1}, ["2025"], 2025])
    def test_texts(self, part: object) -> None:
        text = plan_of(NEWER, header={"date": part})
        (problem,) = problems_both_ways(lambda: from_json(text))
        assert problem.pointer == "/header/date"


class TestKnownVersions:
    """In a document of a version that is known, a key that is not is a fault."""

    @EACH_KIND
    def test_unknown_keys_are_faults(self, kind: DocumentKind) -> None:
        data = json.loads((DATA / f"{kind.name}-{kind.version}.json").read_bytes())
        text = json.dumps({**data, "more": 1})
        (problem,) = problems_both_ways(lambda: from_json(text, kind.cls))
        assert (problem.pointer, problem.expected, problem.found) == ("/more", "no such key", "1")

    @pytest.mark.parametrize("version", ["1.0", "1.1", "1.99", "2.0", "2.1"])
    def test_in_older_ones_too(self, version: str) -> None:
        (problem,) = problems_both_ways(lambda: from_json(plan_of(version, goals=[GOAL])))
        assert problem.pointer == "/goals/0/priority"

    @pytest.mark.parametrize("part", [None, "{}", '{"$version": "vstbpn/plan 2.9"}', {}, 5])
    def test_the_field_that_keeps_them_is_no_key(self, part: object) -> None:
        (problem,) = problems_both_ways(lambda: from_json(plan_of("2.1", unknown=part)))
        assert (problem.pointer, problem.expected) == ("/unknown", "no such key")

    @pytest.mark.parametrize("key", ["unknown", "$version", "more"])
    def test_values_alone_have_no_version(self, key: str) -> None:
        text = json.dumps({"text": "Sở Y tế", key: "x"})
        (problem,) = problems_both_ways(lambda: value_from_json(text, Passage))
        assert (problem.pointer, problem.expected) == (f"/{key}", "no such key")


class TestTheField:
    """What is kept is no part of what a value is."""

    def test_it_is_compared_hashed_and_shown_nowhere_it_is_not(self) -> None:
        plain, more = (
            from_json(plan_of("2.1", goals=[{"title": "Một"}])),
            from_json(plan_of(NEWER, goals=[{"title": "Một", "x": 1}])),
        )
        assert plain == more
        assert hash(plain) == hash(more)
        assert UNKNOWN not in repr(plain)
        assert getattr(plain.goals[0], UNKNOWN) is None
        assert getattr(more.goals[0], UNKNOWN) == f'{{"$version":"vstbpn/plan {NEWER}","x":1}}'

    def test_copies_keep_it(self) -> None:
        plan = from_json(plan_of(NEWER, goals=[GOAL]))
        for again in (
            pickle.loads(pickle.dumps(plan)),  # noqa: S301  # Our own bytes.
            copy.deepcopy(plan),
            eval(repr(plan), {"Plan": Plan, "Goal": Goal}),  # noqa: S307  # Our own text.
        ):  # Our own.
            assert to_json(again) == to_json(plan)

    @pytest.mark.parametrize(
        "words",
        [
            "",
            "{",
            "[]",
            "5",
            "null",
            "{}",
            '{"more": 1}',
            '{"$version": 5}',
            '{"$version": "vstbpn/plan"}',
            '{"$version": "vstbpn/plan x", "a": 1}',
            '{"$version": "vstbpn/plan 2.x"}',
            '{"$version": "vstbpn/plan 2.9", "a": NaN}',
            '{"$version": "vstbpn/plan 2.9", "a": [1.5]}',
            "[" * 100_000,
            "1" * 5000,
            5,
            {"a": 1},
        ],
    )
    def test_what_nobody_could_have_read_is_not_written(self, words: Any) -> None:  # noqa: ANN401  # The wrong kind of value.
        with pytest.raises(InvalidValueError):
            to_json(Plan(**{UNKNOWN: words}))

    def test_what_this_version_has_come_to_know_is_not_written_over(self) -> None:
        kept = '{"$version":"vstbpn/plan 2.0","header":5,"more":1}'
        plan = evolve(Plan(header=Header(type="Kế hoạch")), unknown=kept)
        assert json.loads(to_json(plan)) | {"$schema": None} == {
            "$schema": None,
            "format": "vstbpn/plan",
            "version": KINDS["plan"].version,
            "header": {"type": "Kế hoạch"},
            "more": 1,
        }
