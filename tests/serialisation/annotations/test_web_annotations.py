"""W3C Web Annotations: out, in, and in their place again after an edit."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from growth import assert_linear
from vstbpn import strategies
from vstbpn.errors import DecodeError, InvalidValueError
from vstbpn.reading.reading import read
from vstbpn.serialisation.annotations.web import CONTEXT, to_web, to_web_page
from vstbpn.serialisation.annotations.web_reading import read_web
from vstbpn.serialisation.annotations.writing import annotate

SOURCE = "https://example.org/ke-hoach.txt"
TEXT = "Theo Luật Trẻ em và Nghị quyết số 28/NQ-CP của Chính phủ."


def web(text: str = TEXT) -> list[dict[str, Any]]:
    return list(to_web(annotate(read(text)), text, SOURCE))


class TestOut:
    """As the recommendation of W3C has it."""

    def test_the_form(self) -> None:
        one = web()[0]
        assert (one["@context"], one["type"]) == (CONTEXT, "Annotation")
        assert one["target"] == {
            "source": SOURCE,
            "selector": [
                {"type": "TextPositionSelector", "start": 5, "end": 16},
                {
                    "type": "TextQuoteSelector",
                    "exact": "Luật Trẻ em",
                    "prefix": "Theo ",
                    "suffix": " và Nghị quyết số 28/NQ-CP của C",
                },
            ],
        }
        tag, further = one["body"]
        assert tag == {"type": "TextualBody", "purpose": "tagging", "value": "reference"}
        assert further["format"] == "application/json"
        assert json.loads(further["value"])["name"] == "Luật Trẻ em"

    def test_ids_are_stable_and_no_two_alike(self, department_plan: str) -> None:
        ids = [one["id"] for one in web(department_plan)]
        assert ids == [one["id"] for one in web(department_plan)]
        assert len(set(ids)) == len(ids)
        assert all(name.startswith("urn:uuid:") for name in ids)

    def test_an_id_outlives_corrections_but_not_another_source(self) -> None:
        annotations = annotate(read(TEXT))
        corrected = [{**one, "issuer": "Chính phủ"} for one in annotations]
        assert [one["id"] for one in to_web(corrected, TEXT, SOURCE)] == [one["id"] for one in web()]
        assert next(to_web(annotations, TEXT, f"{SOURCE}?2"))["id"] != web()[0]["id"]

    def test_several_days_in_the_same_words(self) -> None:
        one = {
            "kind": "deadline", "start": 0, "end": 4, "text": "Theo", "due": "2026-06-15", "relation": "before", "what": None,
        }  # fmt: skip
        first, second = to_web([one, {**one, "due": "2026-12-15"}], TEXT, SOURCE)
        assert first["id"] != second["id"]

    def test_no_two_ids_are_alike_wherever_they_stand(self) -> None:
        first, second = annotate(read(TEXT))
        ids = [one["id"] for one in to_web([first, second, first], TEXT, SOURCE)]
        assert len(set(ids)) == 3
        assert ids[:2] == [one["id"] for one in web()]
        assert ids == [one["id"] for one in to_web([first, second, first], TEXT, SOURCE)]
        assert [ids[0], ids[2]] == [one["id"] for one in to_web([first, first], TEXT, SOURCE)]

    def test_a_page(self) -> None:
        page = to_web_page(annotate(read(TEXT)), TEXT, SOURCE)
        assert [page["type"], page["startIndex"], page["partOf"]["total"]] == ["AnnotationPage", 0, 2]
        assert page["@context"] == CONTEXT
        assert all("@context" not in item for item in page["items"])
        named = to_web_page([], TEXT, SOURCE, identifier="https://example.org/annotations/")
        assert named["partOf"]["id"] == "https://example.org/annotations/"

    @pytest.mark.parametrize("source", ["ke-hoach.txt", "https://a b", "", None, "https://a\n"])
    def test_a_source_that_is_no_iri(self, source: Any) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
        with pytest.raises(InvalidValueError, match="IRI"):
            to_web([], TEXT, source)

    def test_annotations_of_another_text(self) -> None:
        with pytest.raises(InvalidValueError, match="other words"):
            list(to_web(annotate(read(TEXT)), f"x{TEXT}", SOURCE))

    @pytest.mark.parametrize("given_", [None, "x", {"kind": "task"}, 5])
    def test_what_is_no_annotations(self, given_: Any) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
        with pytest.raises(InvalidValueError):
            to_web(given_, TEXT, SOURCE)

    def test_what_is_no_text_or_no_annotation(self) -> None:
        wrong: Any = 5
        with pytest.raises(InvalidValueError, match="text"):
            to_web([], wrong, SOURCE)
        with pytest.raises(DecodeError):
            list(to_web([wrong], TEXT, SOURCE))


class TestIn:
    """What was written is read, in each of its forms."""

    @settings(max_examples=10)
    @given(strategies.plan_texts())
    def test_round_trip(self, text: str) -> None:
        annotations = annotate(read(text))
        for data in (
            to_web(annotations, text, SOURCE),
            to_web_page(annotations, text, SOURCE),
            json.dumps(to_web_page(annotations, text, SOURCE), indent=1),
            "\n".join(map(json.dumps, to_web(annotations, text, SOURCE))).encode(),
        ):
            found = read_web(data, text)
            assert list(found.annotations) == annotations
            assert (found.moved, found.problems) == (0, ())

    def test_other_forms(self) -> None:
        one = web()[0]
        collection = {"type": "AnnotationCollection", "first": to_web_page(annotate(read(TEXT)), TEXT, SOURCE)}
        assert len(read_web(collection, TEXT).annotations) == 2
        assert len(read_web(one, TEXT).annotations) == 1
        assert read_web("", TEXT).annotations == ()
        position, quotation = one["target"]["selector"]
        for selector in (position, quotation, [position], {**quotation, "prefix": ""}):
            changed = {**one, "target": {**one["target"], "selector": selector}}
            assert read_web(changed, TEXT).annotations[0]["start"] == 5

    def test_of_one_source_among_several(self) -> None:
        other = {**web()[0], "target": {**web()[0]["target"], "source": "https://example.org/khac.txt"}}
        assert len(read_web([*web(), other], TEXT, source=SOURCE).annotations) == 2
        assert len(read_web([*web(), other], TEXT).annotations) == 3

    @pytest.mark.parametrize("described", [SOURCE, {"id": SOURCE, "format": "text/plain"}])
    def test_forms_of_other_tools(self, described: object) -> None:
        one = web()[0]
        position, quotation = one["target"]["selector"]
        selectors = [
            {**position, "type": ["TextPositionSelector"]},
            {**quotation, "type": ["TextQuoteSelector", "x:y"]},
        ]
        tag, further = one["body"]
        other = {
            **one,
            "type": ["Annotation", "x:Note"],
            "body": [{**tag, "purpose": ["tagging"]}, {**further, "format": ["application/json"]}],
            "target": [{"source": described, "selector": selectors}],
        }
        page = {"type": ["AnnotationPage"], "items": [other]}
        for data in (other, [other], page, {"type": ["AnnotationCollection"], "first": page}):
            for source in (SOURCE, None):
                assert read_web(data, TEXT, source=source) == read_web([one], TEXT)
            assert read_web(data, TEXT, source=f"{SOURCE}?2").annotations == ()

    def test_of_several_targets_that_of_the_source(self) -> None:
        one = web()[0]
        elsewhere = ["https://example.org/khac.txt", {"source": {"id": "https://example.org/khac.txt"}}]
        both = {**one, "target": [*elsewhere, one["target"]]}
        assert read_web([both], TEXT, source=SOURCE) == read_web([one], TEXT)
        assert read_web([{**one, "target": elsewhere}], TEXT, source=SOURCE).annotations == ()
        with pytest.raises(DecodeError, match=r"/0/target: .* one alone, found a list"):
            read_web([both], TEXT)

    @pytest.mark.parametrize("told", [{}, {"source": {}}, {"source": {"id": 5}}, {"source": 5}, {"source": [SOURCE]}])
    def test_a_source_that_is_not_told_is_not_passed_over(self, told: dict[str, Any]) -> None:
        one = {**web()[0], "target": {**told, "selector": web()[0]["target"]["selector"]}}
        with pytest.raises(DecodeError) as caught:
            read_web([one], TEXT, source=SOURCE)
        assert [problem.pointer for problem in caught.value.problems] == ["/0/target/source"]
        with pytest.raises(DecodeError, match="/0/target/0/source"):
            read_web([{**one, "target": [one["target"]]}], TEXT, source=SOURCE)
        assert len(read_web([one], TEXT).annotations) == 1

    @pytest.mark.parametrize("data", ['"abc"', "5", "true", b'"abc"', bytearray(b"1.5")])
    def test_json_of_something_else_is_one_problem(self, data: Any) -> None:  # noqa: ANN401  # JSON of several kinds.
        with pytest.raises(DecodeError) as caught:
            read_web(data, TEXT)
        ((pointer, expected, _),) = caught.value.problems
        assert (pointer, expected) == ("", "a Web Annotation, a list or a page of them")

    def test_bytes_that_may_change(self) -> None:
        assert read_web(bytearray(json.dumps(web()).encode()), TEXT) == read_web(web(), TEXT)
        lines = "\n".join(map(json.dumps, web()))
        assert read_web(bytearray(lines.encode()), TEXT) == read_web(web(), TEXT)

    def test_a_file_is_to_be_read_first(self) -> None:
        wrong: list[Any] = [io.BytesIO(b"[]"), io.StringIO("[]")]
        wrong[1].close()
        for file in wrong:
            with pytest.raises(InvalidValueError, match="read"):
                read_web(file, TEXT)

    @pytest.mark.parametrize(
        ("change", "pointer"),
        [
            ({"type": "Note"}, "/0/type"),
            ({"target": "https://example.org"}, "/0/target"),
            ({"target": {"source": SOURCE}}, "/0/target/selector"),
            ({"target": {"source": SOURCE, "selector": ["x", None]}}, "/0/target/selector"),
            ({"target": []}, "/0/target"),
            ({"target": [[]]}, "/0/target"),
            ({"type": []}, "/0/type"),
            ({"target": {"selector": {"type": "TextPositionSelector", "start": 5, "end": 5}}}, "/0/target/selector"),
            ({"target": {"selector": {"type": "TextQuoteSelector", "exact": 5}}}, "/0/target/selector"),
            ({"target": {"selector": {"type": "TextQuoteSelector", "exact": ""}}}, "/0/target/selector"),
            ({"body": None}, "/0/body"),
            ({"body": {"type": "TextualBody", "purpose": "tagging", "value": "verse"}}, "/0/body"),
            ({"body": [web()[0]["body"][0], {"format": "application/json", "value": "{"}]}, "/0/body"),
            ({"body": [web()[0]["body"][0], {"format": "application/json", "value": "[]"}]}, "/0/body"),
            ({"body": [web()[0]["body"][0], {"format": "application/json", "value": "{}"}]}, "/0/body/type"),
        ],
    )
    def test_what_is_none(self, change: dict[str, Any], pointer: str) -> None:
        with pytest.raises(DecodeError) as caught:
            read_web([{**web()[0], **change}], TEXT)
        assert caught.value.problems[0].pointer == pointer

    def test_keys_of_the_place_do_not_stand_in_the_body(self) -> None:
        one = web()[0]
        further = json.dumps({**json.loads(one["body"][1]["value"]), "start": 3})
        with pytest.raises(DecodeError, match="/0/body/start"):
            read_web([{**one, "body": [one["body"][0], {**one["body"][1], "value": further}]}], TEXT)

    @pytest.mark.parametrize(
        "data", ["{", "{}\n{", "{}\n\n[", b"\xff", "5", "[" * 100_000, {"items": 5}, {}, [5], "[[]]"]
    )
    def test_what_is_no_json_of_these(self, data: Any) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
        with pytest.raises((DecodeError, InvalidValueError)):
            read_web(data, TEXT)

    @pytest.mark.parametrize("arguments", [(5, TEXT), ([], 5)])
    def test_wrong_kinds_of_arguments(self, arguments: Any) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
        with pytest.raises(InvalidValueError):
            read_web(*arguments)
        with pytest.raises(InvalidValueError):
            read_web([], TEXT, source=arguments[0] or arguments[1])

    def test_every_fault_is_told(self) -> None:
        wrong: Any = 5
        with pytest.raises(DecodeError) as caught:
            read_web([{}, web()[0], wrong], TEXT)
        assert [problem.pointer for problem in caught.value.problems] == ["/0/type", "/0/target", "/2"]


class TestEdits:
    """Where the text was edited since, the quotation finds the place, or it is told that none is certain."""

    def test_what_moved(self) -> None:
        found = read_web(web(), f"Điều 1. {TEXT}")
        assert [one["text"] for one in found.annotations] == ["Luật Trẻ em", "Nghị quyết số 28/NQ-CP"]
        assert (found.moved, found.problems) == (2, ())

    def test_what_was_edited_itself(self) -> None:
        found = read_web(web(), TEXT.replace("28/NQ-CP", "29/NQ-CP"))
        assert [one["text"] for one in found.annotations] == ["Luật Trẻ em"]
        ((pointer, _, reason),) = found.problems
        assert (pointer, reason) == ("/1", "its words are not in the text")

    def test_what_stands_twice_now(self) -> None:
        found = read_web(web()[:1], f"Nay {TEXT} {TEXT}")
        assert not found.annotations
        assert found.problems[0].found == "it stands at 2 places"

    def test_a_position_alone_behind_the_end(self) -> None:
        one = {**web()[1], "target": {"selector": web()[1]["target"]["selector"][0]}}
        assert read_web([one], "Theo").problems[0].pointer == "/0"

    def test_words_are_those_of_the_text(self, department_plan: str) -> None:
        half = len(department_plan) // 2
        edited = f"Dự thảo\n{department_plan[:half]} (bổ sung) {department_plan[half:]}"
        annotations = web(department_plan)
        found = read_web(annotations, edited)
        assert len(found.annotations) + len(found.problems) == len(annotations)
        assert len(found.problems) < 10
        assert all(edited[one["start"] : one["end"]] == one["text"] for one in found.annotations)
        assert [one["start"] for one in found.annotations] == sorted(one["start"] for one in found.annotations)


def test_linear_time_where_all_is_gone() -> None:
    """Each quotation that is lost must not cost a walk through the text."""
    one = web()[0]

    def prepare(size: int) -> Callable[[], object]:
        text = "ab" * 50 * size
        quotations = [
            {"type": "TextQuoteSelector", "exact": f"abababc{number}", "prefix": "zz"} for number in range(size)
        ]
        lost = [{**one, "target": {"source": SOURCE, "selector": quotation}} for quotation in quotations]
        return lambda: read_web(lost, text)

    assert_linear(prepare, 1500, 9000)
