"""Plans in JSON: the envelope, exact writing, and strict reading that tells every fault with its place."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.dates import PartialDate, YearRange
from vstbpn.errors import DecodeError, InvalidValueError, Problem
from vstbpn.plans.header import Header
from vstbpn.plans.outline import Item, Outline, Section
from vstbpn.plans.plan import Plan
from vstbpn.serialisation.documents import from_json, to_json
from vstbpn.serialisation.kinds import kind_named
from vstbpn.values import Passage, Span, fields_of, frozen
from vstbpn.vocabulary import SectionStyle

DATA = Path(__file__).parent / "data"
SCHEMA, FORMAT, VERSION = (kind := kind_named("plan")).schema, kind.format, kind.version
STORED = DATA / f"plan-{VERSION}.json"
ENVELOPE = {"$schema": SCHEMA, "format": FORMAT, "version": VERSION}
SECTION = {"marker": "I.", "style": "roman", "number": "I", "level": 1}
PLAN_FIELDS = [field.name for field in fields_of(Plan)]
TARGET = {"comparator": ">=", "value": "60", "unit": "%"}


def document(**fields: Any) -> str:  # noqa: ANN401  # JSON values of any kind.
    """The JSON of a plan with such fields."""
    return json.dumps({**ENVELOPE, **fields})


def with_words(words: str) -> str:
    """The JSON of a plan whose span starts at those words, which ``json.dumps`` would not write."""
    return document()[:-1] + f', "span": {{"start": {words}, "end": 1}}}}'


def problems(text: str | bytes) -> list[tuple[str, str, str]]:
    """The faults of a document."""
    with pytest.raises(DecodeError) as caught:
        from_json(text)
    return [(problem.pointer, problem.expected, problem.found) for problem in caught.value.problems]


def pointers(text: str | bytes) -> list[str]:
    """The places of the faults of a document."""
    return [pointer for pointer, _, _ in problems(text)]


class TestWriting:
    """The envelope comes first, fields in their order, and what is at its default is left out."""

    def test_an_empty_plan_is_its_envelope(self) -> None:
        assert json.loads(to_json(Plan())) == ENVELOPE

    def test_keys_stand_in_the_order_of_the_fields(self) -> None:
        text = to_json(from_json(STORED.read_bytes()))
        data = json.loads(text)
        assert list(data)[:3] == ["$schema", "format", "version"]
        assert list(data)[3:] == [name for name in PLAN_FIELDS if name in data]
        assert list(data["mentions"][1]["reference"]["symbol"]) == ["number", "year", "code", "style", "raw", "repairs"]

    def test_letters_are_written_as_they_are(self) -> None:
        assert "Kế hoạch" in to_json(Plan(header=Header(type="Kế hoạch")))

    def test_what_utf_8_cannot_say_is_escaped(self) -> None:
        plan = Plan(header=Header(type="Kế hoạch \ud800"))
        text = to_json(plan)
        assert text.encode()
        assert from_json(text) == plan

    def test_indentation(self) -> None:
        assert to_json(Plan(), indent=2).startswith('{\n  "$schema"')

    def test_a_header_of_places_alone_is_written(self) -> None:
        again = from_json(to_json(Plan(header=Header(span=Span(0, 9)))))
        assert again.header.span == Span(0, 9)

    def test_no_plan_at_all(self) -> None:
        nothing: Any = None
        with pytest.raises(InvalidValueError, match="the plan of a reading is None where the text is no plan"):
            to_json(nothing)

    def test_what_a_derived_class_has_is_not_lost(self) -> None:
        @frozen
        class Marked(Header):
            mark: str

        with pytest.raises(InvalidValueError, match="Marked instead of Header"):
            to_json(Plan(header=Marked(mark="x")))

    def test_a_class_of_another_library_is_none_of_ours(self) -> None:
        other = type("Plan", (), {"__module__": "plans.plan"})
        with pytest.raises(InvalidValueError, match="documents are of the classes"):
            to_json(other())

    @pytest.mark.parametrize("value", [b"x", object(), float("inf")])
    def test_what_a_field_may_not_hold(self, value: Any) -> None:  # noqa: ANN401  # As above.
        with pytest.raises(InvalidValueError, match="a field holds what"):
            to_json(Plan(tasks=value))

    @pytest.mark.parametrize("value", ["kế hoạch", Header(), 5, Plan, (Plan(),)])
    def test_only_documents_are_written(self, value: Any) -> None:  # noqa: ANN401  # The wrong kind of value.
        with pytest.raises(
            InvalidValueError, match=r"documents are of the classes Plan, .*value_to_json writes other values"
        ):
            to_json(value)


class TestReading:
    """Text and bytes of UTF-8 are read."""

    def test_bytes(self) -> None:
        assert from_json(document(header={"type": "Kế hoạch"}).encode()) == Plan(header=Header(type="Kế hoạch"))

    @pytest.mark.parametrize("text", ["\ufeff" + document(), ("\ufeff" + document()).encode()])
    def test_a_byte_order_mark_is_no_fault(self, text: str | bytes) -> None:
        assert from_json(text) == Plan()

    def test_the_schema_may_be_left_out(self) -> None:
        assert from_json(json.dumps({"format": FORMAT, "version": VERSION})) == Plan()

    def test_null_is_what_an_optional_value_is_without(self) -> None:
        assert from_json(document(header={"type": None, "date": None})) == Plan()

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.plans())
    def test_every_plan_survives(self, plan: Plan) -> None:
        assert from_json(to_json(plan, indent=1).encode()) == plan


class TestStoredDocument:
    """A document stored by any version goes on being read, with everything it holds."""

    @pytest.mark.parametrize("path", sorted(DATA.glob("plan-*.json")), ids=lambda path: path.stem)
    def test_it_is_read(self, path: Path) -> None:
        plan = from_json(path.read_bytes())
        assert plan.title == "Công tác bình đẳng giới năm 2026"
        assert str(plan.date) == "2026-04"
        assert [str(target.value) for target in plan.targets] == ["60", "1.50", "10"]
        assert plan.goals[0].targets[0].period == YearRange(start=2026, end=2030)
        assert plan.tasks[0].deadlines[0].due == PartialDate(month=6, day=15)
        assert plan.outline.find("I.1").items == (Item(text="Rà soát số liệu."),)
        assert plan.mentions[1].provisions_span == Span(280, 299)

    def test_it_is_written_the_same(self) -> None:
        text = STORED.read_text(encoding="utf-8")
        assert to_json(from_json(text), indent=2) + "\n" == text

    def test_it_holds_every_field(self) -> None:
        used = {(kind.__name__, name) for kind, name in _fields_in_use(from_json(STORED.read_bytes()))}
        kinds = {kind for kind, _ in _fields_in_use(from_json(STORED.read_bytes()))}
        every = {(kind.__name__, field.name) for kind in kinds for field in fields_of(kind)}
        assert every - used == set()


def _fields_in_use(value: object) -> Iterator[tuple[Any, str]]:
    """The classes of a value and all below it, with those of their fields that hold something."""
    kind = type(value)
    if isinstance(value, tuple):
        for one in value:
            yield from _fields_in_use(one)
    elif attrs.has(kind) and kind not in {PartialDate, YearRange}:
        for field in attrs.fields(kind):
            inner = getattr(value, field.name)
            if inner not in (None, (), "", False):
                yield kind, field.name
            yield from _fields_in_use(inner)


class TestNoCoercion:
    """Nothing is made of one kind that is of another."""

    @pytest.mark.parametrize(
        ("value", "shown"), [(5, "5"), (True, "true"), (1.5, "1.5"), ([], "a list"), ({}, "an object"), ("5", '"5"')]
    )
    def test_a_whole_number(self, value: Any, shown: str) -> None:  # noqa: ANN401  # JSON values of any kind.
        if value == 5 and value is not True:
            assert from_json(document(span={"start": value, "end": 9})).span == Span(5, 9)
            return
        assert problems(document(span={"start": value, "end": 9})) == [("/span/start", "a whole number", shown)]

    @pytest.mark.parametrize("value", [1.0, 0.0])
    def test_a_whole_number_with_a_point_is_none(self, value: float) -> None:
        assert pointers(document(outline={"sections": [{**SECTION, "level": value}]})) == ["/outline/sections/0/level"]

    @pytest.mark.parametrize(
        ("value", "shown"), [(5, "5"), (True, "true"), (False, "false"), (0.5, "0.5"), (["a"], "a list")]
    )
    def test_a_text(self, value: Any, shown: str) -> None:  # noqa: ANN401  # JSON values of any kind.
        assert problems(document(header={"type": value})) == [("/header/type", "a text", shown)]

    @pytest.mark.parametrize(("value", "shown"), [(1, "1"), (0, "0"), ("true", '"true"'), (None, "null")])
    def test_true_or_false(self, value: Any, shown: str) -> None:  # noqa: ANN401  # JSON values of any kind.
        text = document(recipients=[{"name": "VT", "archive": value}])
        assert problems(text) == [("/recipients/0/archive", "true or false", shown)]

    @pytest.mark.parametrize(
        "value", [60, 60.5, True, "6e1", "060", "+60", "60.", ".5", "60,5", "٦٠", "NaN", "1" * 1001]
    )
    def test_a_decimal(self, value: Any) -> None:  # noqa: ANN401  # JSON values of any kind.
        text = document(goals=[{"title": "Một", "targets": [{**TARGET, "value": value}]}])
        ((pointer, expected, _),) = problems(text)
        assert (pointer, expected) == ("/goals/0/targets/0/value", 'a decimal number in quotes, such as "99.5"')

    @pytest.mark.parametrize("value", [">", "AT_LEAST", "ít nhất", None, 5])
    def test_a_word_of_a_closed_list(self, value: Any) -> None:  # noqa: ANN401  # JSON values of any kind.
        ((pointer, expected, _),) = problems(document(bases=[{"kind": value, "text": "Căn cứ"}]))
        assert (pointer, expected) == ("/bases/0/kind", 'one of "based-on", "implementing", "at-proposal"')

    @pytest.mark.parametrize("value", [{"0": {}}, "[]", None, 5, True])
    def test_a_list(self, value: Any) -> None:  # noqa: ANN401  # JSON values of any kind.
        ((pointer, expected, _),) = problems(document(bases=value))
        assert (pointer, expected) == ("/bases", "a list")

    @pytest.mark.parametrize("value", [[], "{}", None, 5])
    def test_an_object(self, value: Any) -> None:  # noqa: ANN401  # JSON values of any kind.
        ((pointer, expected, _),) = problems(document(header=value))
        assert (pointer, expected) == ("/header", "an object")


class TestDates:
    """Dates are EDTF as the library writes it, and days that exist."""

    @pytest.mark.parametrize("value", ["2025-02-01", "2025-02", "2025-02-XX", "2025", "--06-15", "---10"])
    def test_those_that_are(self, value: str) -> None:
        assert from_json(document(header={"date": value})).date == PartialDate.parse(value)

    @pytest.mark.parametrize(
        "value",
        [
            "20250201",
            "2025-W05-1",
            "2025-032",
            "2025-2-1",
            "01/02/2025",
            "2025-02-01T00:00",
            " 2025",
            "",
            "٢٠٢٥",
            2025,
            None,
        ],
    )
    def test_those_that_are_none(self, value: Any) -> None:  # noqa: ANN401  # JSON values of any kind.
        if value is None:
            assert from_json(document(header={"date": value})).date is None
            return
        assert pointers(document(header={"date": value})) == ["/header/date"]

    @pytest.mark.parametrize("value", ["2025-02-30", "2025-13", "1899", "0000-01-01", "--00"])
    def test_days_that_do_not_exist(self, value: str) -> None:
        ((pointer, expected, found),) = problems(document(header={"date": value}))
        assert (pointer, found) == ("/header/date", f'"{value}"')
        assert expected.endswith("that the calendar has")

    @pytest.mark.parametrize("value", ["2030-2026", "2026", "2026-30", "1000-1001"])
    def test_runs_of_years(self, value: str) -> None:
        target = {**TARGET, "year": 2030, "period": value}
        text = document(goals=[{"title": "Một", "targets": [target]}])
        assert pointers(text) == ["/goals/0/targets/0/period"]


class TestKeys:
    """Keys are those of the fields: none unknown, none missing, none twice."""

    def test_unknown_ones(self) -> None:
        assert problems(document(ten="kế hoạch", header={"titel": None})) == [
            ("/header/titel", 'no such key (did you mean "title"?)', "null"),
            ("/ten", "no such key", '"kế hoạch"'),
        ]

    def test_a_pointer_escapes_tilde_and_slash(self) -> None:
        assert pointers(document(**{"a/b": 1, "m~n": 2, "~1": 3})) == ["/a~1b", "/m~0n", "/~01"]

    def test_missing_ones(self) -> None:
        assert problems(document(outline={"sections": [{"marker": "I.", "number": "I"}]})) == [
            ("/outline/sections/0/level", "a value", "nothing"),
            ("/outline/sections/0/style", "a value", "nothing"),
        ]

    def test_those_that_stand_twice(self) -> None:
        text = document()[:-1] + ', "header": {"type": "Kế hoạch", "type": "Kế hoạch"}, "bases": [], "bases": 5}'
        assert problems(text) == [
            ("/bases", "a list", "the key twice or more"),
            ("/header/type", "a text", "the key twice or more"),
        ]

    def test_those_of_the_envelope_that_stand_twice(self) -> None:
        text = document()[:-1] + f', "version": "{VERSION}", "format": "{FORMAT}"}}'
        assert problems(text) == [
            ("/format", f'"{FORMAT}"', "the key twice or more"),
            ("/version", f'a version such as "{VERSION}"', "the key twice or more"),
        ]

    def test_an_unknown_one_that_stands_twice(self) -> None:
        assert problems(document()[:-1] + ', "x": 1, "x": 2}') == [("/x", "no such key", "the key twice or more")]

    def test_the_names_of_classes_are_no_keys(self) -> None:
        assert pointers(document(__class__="Plan", _span=None)) == ["/__class__", "/_span"]


class TestRange:
    """Values are those that can be; the fault is told of the field, or of the object where it concerns several fields."""

    @pytest.mark.parametrize(
        ("fields", "pointer", "reason"),
        [
            ({"span": {"start": 5, "end": 1}}, "/span", "a span starts at 0 or later"),
            ({"span": {"start": -5, "end": 1}}, "/span", "a span starts at 0 or later"),
            ({"outline": {"sections": [{**SECTION, "level": 99}]}}, "/outline/sections/0/level", "levels run from 1 to 32"),
            ({"outline": {"sections": [{**SECTION, "sections": [SECTION]}]}}, "/outline/sections/0", "stand deeper ones"),
            ({"header": {"symbol": {"code": "", "style": "state"}}}, "/header/symbol/code", "letters"),
            ({"header": {"symbol": {"number": "x", "code": "KH", "style": "state"}}}, "/header/symbol/number", "digits"),
            ({"goals": [{"title": "", "targets": [{**TARGET, "unit": ""}]}]}, "/goals/0/targets/0", "needs a unit"),
            ({"goals": [{"title": "", "targets": [{**TARGET, "value": "-1"}]}]}, "/goals/0/targets/0/value", "run from 0"),
            ({"deadlines": [{"relation": "by", "recurring": "daily"}]}, "/deadlines/0/recurring", "one of yearly"),
            ({"mentions": [{"reference": {}, "span": {"start": 0, "end": 1}}]}, "/mentions/0/reference", "by symbol or by name"),
        ],
    )  # fmt: skip
    def test_it(self, fields: dict[str, Any], pointer: str, reason: str) -> None:
        ((place, expected, _),) = problems(document(**fields))
        assert place == pointer
        assert reason in expected
        assert not expected.startswith("expected")


class TestNumbers:
    """JSON has no NaN and no infinity."""

    @pytest.mark.parametrize(
        ("words", "shown"),
        [("NaN", "NaN"), ("Infinity", "Infinity"), ("-Infinity", "-Infinity"), ("1e999", "Infinity")],
    )
    def test_they_are_refused_in_their_place(self, words: str, shown: str) -> None:
        assert problems(with_words(words)) == [("/span/start", "a whole number", shown)]

    @pytest.mark.parametrize("key", ["format", "version", "$schema", "bases", "header", "closing", "unknown"])
    def test_they_are_refused_everywhere(self, key: str) -> None:
        text = json.dumps({**ENVELOPE, key: float("nan")})
        assert pointers(text) == [f"/{key}"]

    def test_a_number_too_long_to_read(self) -> None:
        assert len(problems(with_words("9" * 10_000))) == 1

    def test_a_long_number_is_shown_in_short(self) -> None:
        ((_, _, found),) = problems(with_words("9" * 4000))
        assert len(found) < 80


class TestNesting:
    """A document too deep is refused, whatever it nests."""

    @pytest.mark.parametrize("depth", [200, 400, 900, 5000, 100_000])
    @pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("[", ""), ('{"a":', "}"), ('{"items":[', "]}")])
    def test_brackets(self, opening: str, closing: str, depth: int) -> None:
        text = opening * depth + ("0" if "a" in opening else "") + closing * depth
        assert len(problems(document()[:-1] + f', "bases": {text}}}')) == 1

    @pytest.mark.parametrize("depth", [33, 40, 70, 75, 80, 100, 200, 450])
    def test_items(self, depth: int) -> None:
        text = '{"text": "Nội dung"}'
        for _ in range(depth - 1):
            text = f'{{"text": "Nội dung", "items": [{text}]}}'
        section = json.dumps(SECTION)[:-1] + f', "items": [{text}]}}'
        assert len(problems(document()[:-1] + f', "outline": {{"sections": [{section}]}}}}')) == 1

    def test_the_deepest_plan_survives(self) -> None:
        item = Item(text="Nội dung", span=Span(0, 1))
        for _ in range(31):
            item = Item(text="Nội dung", items=(item,))
        section: Section | None = None
        for level in range(32, 0, -1):
            section = Section(
                marker="I.", style=SectionStyle.ROMAN, number="I", level=level, items=(item,), sections=(section,) if section else ()
            )  # fmt: skip
        assert section is not None
        plan = Plan(outline=Outline(sections=(section,)))
        assert from_json(to_json(plan)) == plan


class TestNoJson:
    """What is no JSON, no UTF-8 or no object is a fault of the whole."""

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " ",
            "{",
            "kế hoạch",
            "{'format': 1}",
            document() + " {}",
            document()[:-1] + ",}",
            '{"a": "\n"}',
            "[1,]",
            "nul",
        ],
    )
    def test_no_json(self, text: str) -> None:
        ((pointer, expected, _),) = problems(text)
        assert (pointer, expected) == ("", "JSON")

    @pytest.mark.parametrize(
        ("data", "first"),
        [(b"\xff\xfe", 0), (b'{"format": "\xe1\xba"}', 12), (b"\x80", 0), (document().encode("utf-16"), 0)],
    )
    def test_no_utf_8(self, data: bytes, first: int) -> None:
        assert problems(data) == [("", "UTF-8", f"bytes that are none, the first at {first}")]

    @pytest.mark.parametrize("text", ["[]", "5", '"a"', "null", "true", "NaN"])
    def test_no_object(self, text: str) -> None:
        ((pointer, expected, _),) = problems(text)
        assert (pointer, expected) == ("", "an object")

    @pytest.mark.parametrize("value", [None, 5, {}, ["{}"], Plan()])
    def test_no_text(self, value: Any) -> None:  # noqa: ANN401  # The wrong kind of value.
        assert pointers(value) == [""]

    @given(st.text(max_size=60) | st.binary(max_size=60))
    def test_anything_else_is_refused_in_order(self, text: str | bytes) -> None:
        with pytest.raises(DecodeError):
            from_json(text)

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "span", "items"]), inner)
            ),
            max_leaves=8,
        ),
        st.sampled_from(PLAN_FIELDS),
    )
    def test_any_data_in_any_field_are_read_or_refused(self, data: Any, key: str) -> None:  # noqa: ANN401  # JSON values of any kind.
        try:
            plan = from_json(document(**{key: data}))
        except DecodeError as error:
            assert all(problem.pointer.startswith(f"/{key}") for problem in error.problems)  # noqa: PT017  # Both ends are right.
        else:
            assert from_json(to_json(plan)) == plan


class TestEnvelope:
    """The format is the plan's; a newer minor version is read, another major one refused."""

    @pytest.mark.parametrize("name", ["vstbpn/directory", "", "VSTBPN/PLAN", None, 5])
    def test_another_format(self, name: Any) -> None:  # noqa: ANN401  # JSON values of any kind.
        assert pointers(json.dumps({**ENVELOPE, "format": name})) == ["/format"]

    @pytest.mark.parametrize("version", ["1.0", "1.1", "1.7", "2.0", "2.3", "2.12"])
    def test_minor_versions_are_read(self, version: str) -> None:
        assert from_json(json.dumps({**ENVELOPE, "version": version})) == Plan()

    @pytest.mark.parametrize(
        "version", ["3.0", "0.9", "10.0", "1", "1.", "1.x", "1.0.0", "1.01", "-1.0", " 1.0", "", None, 1, 1.0, "١.٠"]
    )
    def test_other_versions_are_refused(self, version: Any) -> None:  # noqa: ANN401  # JSON values of any kind.
        assert pointers(json.dumps({**ENVELOPE, "version": version})) == ["/version"]

    def test_a_bare_object(self) -> None:
        assert problems("{}") == [
            ("/format", f'"{FORMAT}"', "nothing"),
            ("/version", f'a version such as "{VERSION}"', "nothing"),
        ]

    def test_the_schema_is_a_text(self) -> None:
        assert problems(json.dumps({**ENVELOPE, "$schema": 5})) == [("/$schema", "a text", "5")]
        assert from_json(json.dumps({**ENVELOPE, "$schema": "urn:example"})) == Plan()

    def test_nothing_is_said_of_what_another_version_holds(self) -> None:
        assert pointers(json.dumps({**ENVELOPE, "version": "3.0", "header": 5})) == ["/version"]


class TestAllAtOnce:
    """Every fault is told, in the order of the places."""

    def test_it(self) -> None:
        text = json.dumps(
            {
                **ENVELOPE,
                "$schema": 1,
                "header": {"date": "20250201", "type": 5, "family": "x", "a/b": 1},
                "bases": [{"kind": "based-on", "text": "Căn cứ"}, {"text": 1}, 7],
                "tasks": {},
                "outline": {"sections": [{**SECTION, "level": 0}]},
            }
        )
        assert pointers(text) == [
            "/$schema",
            "/bases/1/kind",
            "/bases/1/text",
            "/bases/2",
            "/header/a~1b",
            "/header/date",
            "/header/family",
            "/header/type",
            "/outline/sections/0/level",
            "/tasks",
        ]

    def test_it_reads_as_a_list(self) -> None:
        with pytest.raises(DecodeError) as caught:
            from_json(document(header={"type": 5}, bases=None))
        assert str(caught.value) == (
            "2 problems in the document\n"
            "  /bases: expected a list, found null\n"
            "  /header/type: expected a text, found 5"
        )
        assert caught.value.problems[1] == Problem("/header/type", "a text", "5")

    def test_a_pointer_leads_to_the_fault(self) -> None:
        passage = Passage(text="SỞ Y TẾ")
        data = json.loads(to_json(Plan(header=Header(issuer=passage))))
        data["header"]["issuer"]["text"] = 5
        (pointer,) = pointers(json.dumps(data))
        value: Any = data
        for key in pointer.split("/")[1:]:
            value = value[key]
        assert value == 5
