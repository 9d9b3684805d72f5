"""Annotations read back: strictly, every fault at once, one line in memory."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import assert_linear
from vstbpn import strategies
from vstbpn.errors import DecodeError, InvalidValueError, UnusableInputError, VstbpnError
from vstbpn.reading.reading import read
from vstbpn.serialisation.annotations.reading import read_annotations
from vstbpn.serialisation.annotations.writing import Annotation, annotate

TEXT = "Theo Luật Trẻ em và Nghị quyết số 28/NQ-CP."
BASIS = {"kind": "legal_basis", "start": 0, "end": 4, "text": "Theo", "introduced_by": "Căn cứ"}


def written(annotations: list[Annotation]) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in annotations)


def faults(line: object, source: str | None = None) -> list[tuple[str, str]]:
    """Pointer and what was found of each fault of one line."""
    text = line if isinstance(line, str | bytes) else json.dumps(line)
    with pytest.raises(DecodeError) as caught:
        list(read_annotations([text], source))
    return [(problem.pointer, problem.found) for problem in caught.value.problems]


class TestRoundTrip:
    """What was written is read as it was."""

    def test_of_an_example(self, department_plan: str) -> None:
        annotations = annotate(read(department_plan))
        assert list(read_annotations(written(annotations), department_plan)) == annotations

    @settings(max_examples=15)
    @given(strategies.plan_texts())
    def test_of_any_plan(self, text: str) -> None:
        annotations = annotate(read(text))
        assert list(read_annotations(written(annotations), text)) == annotations

    def test_from_an_open_file_from_lines_and_from_bytes(self) -> None:
        annotations = annotate(read(TEXT))
        lines = written(annotations)
        for given_ in (
            io.StringIO(lines),
            io.BytesIO(lines.encode()),
            lines.splitlines(),
            lines.encode(),
            f"\ufeff{lines}",
        ):
            assert list(read_annotations(given_, TEXT)) == annotations

    def test_from_a_path_and_from_any_bytes(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_text(written([BASIS]), encoding="utf-8")
        line = path.read_bytes()
        sources: list[Any] = [path, str(path), bytearray(line), [bytearray(line)], [b"\xef\xbb\xbf\r\n", line]]
        for given_ in sources:
            assert list(read_annotations(given_)) == [BASIS]

    @pytest.mark.parametrize("mark", ["\ufeff", ["\ufeff\n"], b"\xef\xbb\xbf", [bytearray(b"\xef\xbb\xbf\n")]])
    def test_a_mark_alone_is_an_empty_line(self, mark: Any) -> None:  # noqa: ANN401  # Lines of several kinds.
        assert list(read_annotations(mark)) == []

    def test_files_that_cannot_be_read(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_text(written([BASIS]), encoding="utf-8")
        with path.open(encoding="utf-8") as file:
            lines = read_annotations(file)
        with pytest.raises(InvalidValueError, match="open file"):
            list(lines)
        path.write_text('{"text": "\xe9"}\n', encoding="latin-1")
        with path.open(encoding="utf-8") as file, pytest.raises(UnusableInputError, match="UTF-8"):
            list(read_annotations(file))
        with pytest.raises(DecodeError, match="UTF-8"):
            list(read_annotations(path))

    def test_empty_lines_are_passed_over(self) -> None:
        assert list(read_annotations(f"\n{written([BASIS])}\n  \r\n")) == [BASIS]
        assert list(read_annotations("")) == []

    def test_of_several_files(self) -> None:
        lines = [json.dumps({"file": name, **BASIS}) for name in ("a.txt", "b.txt")]
        assert [one["file"] for one in read_annotations(lines, {"a.txt": "Theo", "b.txt": "Theo ý"})] == [
            "a.txt",
            "b.txt",
        ]

    def test_what_was_written_before_keys_were_added(self) -> None:
        line = {
            "kind": "target", "start": 0, "end": 4, "text": "Theo",
            "comparator": ">=", "value": "60", "value_max": None, "unit": "%", "year": 2025,
        }  # fmt: skip
        assert list(read_annotations([json.dumps(line)])) == [line]


class TestStrictness:
    """Nothing is converted, nothing unknown, nothing missing."""

    @pytest.mark.parametrize(
        ("change", "pointer", "found"),
        [
            ({"start": "0"}, "/start", '"0"'),
            ({"start": True}, "/start", "true"),
            ({"start": 0.0}, "/start", "0.0"),
            ({"start": -1}, "/start", "-1"),
            ({"start": 4}, "/end", "4"),
            ({"end": 9}, "/text", "4"),
            ({"text": ""}, "/text", '""'),
            ({"introduced_by": "Theo"}, "/introduced_by", '"Theo"'),
            ({"more": []}, "/more", "a list"),
            ({"a/b~": {}}, "/a~1b~0", "an object"),
            ({"kind": "verse"}, "/kind", '"verse"'),
            ({"kind": ["task"]}, "/kind", "a list"),
            ({"start": 10**5000}, "", None),
            ({"start": 10**300}, "/end", "4"),
        ],
    )
    def test_of_keys(self, change: dict[str, Any], pointer: str, found: str | None) -> None:
        data = {**BASIS, **change}
        line = json.dumps(data) if change.get("start") != 10**5000 else json.dumps(BASIS).replace("0", "1" * 5000)
        ((where, what),) = faults(line)
        assert where == pointer
        assert found is None or what == found

    @pytest.mark.parametrize("key", list(BASIS))
    def test_of_missing_keys(self, key: str) -> None:
        without = {name: value for name, value in BASIS.items() if name != key}
        assert (f"/{key}", "nothing") in faults(without)

    @pytest.mark.parametrize(
        ("kind", "key", "value"),
        [
            ("reference", "provisions", [{"article": 5}]),
            ("reference", "provisions", [{}]),
            ("reference", "provisions", [{"verse": "5"}]),
            ("reference", "provisions", {"article": "5"}),
            ("reference", "year", "2020"),
            ("reference", "year", 20),
            ("reference", "date", "20250201"),
            ("reference", "date", "2025-02-30"),
            ("reference", "mark", "+"),
            ("target", "value", 60),
            ("target", "value", "6e1"),
            ("target", "value", "NaN"),
            ("target", "period", "2030-2026"),
            ("target", "is_change", 0),
            ("deadline", "relation", None),
            ("deadline", "period", {"kind": "half"}),
            ("section", "level", 0),
            ("section", "level", 33),
        ],
    )
    def test_of_values(self, kind: str, key: str, value: object, department_plan: str) -> None:
        one = next(one for one in annotate(read(department_plan)) if one["kind"] == kind)
        assert all(pointer.startswith(f"/{key}") for pointer, _ in faults({**one, key: value}))

    @pytest.mark.parametrize(
        "line",
        [
            "{", "[]", "null", "5", '"kind"', '{"start": NaN}', '{"start": Infinity}', "{} {}", "[" * 100_000, b"\xff{}",
            '{"kind": "task", "kind": "task"}', '{"kind": "\\ud800"}',
        ],
    )  # fmt: skip
    def test_of_lines(self, line: str | bytes) -> None:
        assert faults(line)

    def test_a_key_twice_is_told_in_its_place(self) -> None:
        told = faults(json.dumps(BASIS)[:-1] + ', "introduced_by": "Căn cứ"}')
        assert told == [("/introduced_by", "the key twice or more")]

    @given(st.text() | st.binary())
    def test_of_anything(self, line: str | bytes) -> None:
        try:
            list(read_annotations([line]))
        except VstbpnError:
            return


class TestPlaces:
    """Where the source is given, the words stand there."""

    def test_words_that_stand_elsewhere(self) -> None:
        assert faults(BASIS, "Xem Luật Trẻ em") == [("/text", '"Theo"')]

    def test_a_place_behind_the_end(self) -> None:
        assert faults(BASIS, "The") == [("/end", "4")]

    def test_of_a_file_whose_text_is_not_there(self) -> None:
        with pytest.raises(DecodeError, match=r'/file: .* found "b.txt"'):
            list(read_annotations([json.dumps({"file": "b.txt", **BASIS})], {"a.txt": "Theo"}))
        with pytest.raises(DecodeError, match=r"/file: .* found nothing"):
            list(read_annotations([json.dumps(BASIS)], {"a.txt": "Theo"}))


class TestFaults:
    """All of a line are told at once, with its number; those of the other lines, too, if asked for."""

    LINES = tuple(
        json.dumps(one) for one in (BASIS, {**BASIS, "start": "x", "end": "y"}, BASIS, {**BASIS, "kind": "verse"})
    )

    def test_of_a_line(self) -> None:
        found = read_annotations(self.LINES)
        assert next(found) == BASIS
        with pytest.raises(DecodeError) as caught:
            next(found)
        assert [problem.pointer for problem in caught.value.problems] == ["/start", "/end"]
        assert caught.value.line == 2
        assert str(caught.value).startswith("2 problems in line 2\n")

    def test_of_several_lines(self) -> None:
        errors: list[DecodeError] = []
        assert list(read_annotations(self.LINES, on_error=errors.append)) == [BASIS, BASIS]
        assert [error.line for error in errors] == [2, 4]

    def test_all_are_told(self) -> None:
        assert len(faults({**BASIS, **{f"key {number}": 1 for number in range(2000)}})) == 2000

    @pytest.mark.parametrize("given_", [None, 5, {"kind": "task"}])
    def test_what_is_no_lines(self, given_: Any) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
        with pytest.raises(InvalidValueError, match="JSON Lines"):
            read_annotations(given_)

    def test_what_is_no_function_for_errors(self) -> None:
        wrong: Any = "x"
        with pytest.raises(InvalidValueError, match="on_error"):
            read_annotations(["{}"], on_error=wrong)

    def test_what_is_no_line_or_source(self) -> None:
        wrong: Any = [5]
        with pytest.raises(DecodeError, match="a text or bytes"):
            list(read_annotations(wrong))
        with pytest.raises(InvalidValueError, match="source"):
            read_annotations("", wrong)


def test_linear_time() -> None:
    line = json.dumps(BASIS)

    def prepare(size: int) -> Any:  # noqa: ANN401  # A function without arguments.
        return lambda: sum(1 for _ in read_annotations(line for _ in range(size)))

    assert_linear(prepare, 2000, 8000)
