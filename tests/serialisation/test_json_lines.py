"""Documents one a line: any source, errors with their lines, and no more memory than a line needs."""

import gc
import gzip
import io
import json
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from document_kinds import STRATEGIES, without_orjson
from growth import assert_linear
from vstbpn.errors import DecodeError, InvalidValueError, UnusableInputError
from vstbpn.goals.observing.observation import Observation
from vstbpn.plans.header import Header
from vstbpn.plans.plan import Plan
from vstbpn.serialisation.documents import to_json
from vstbpn.serialisation.json_lines import dump_lines, load_lines
from vstbpn.serialisation.kinds import KINDS
from vstbpn.values import Passage, Span

GOOD = '{"format":"vstbpn/observation","version":"1.0","numerator":31,"period":"2025","unit":"so-y-te"}'
PLAN = '{"format":"vstbpn/plan","version":"2.1","header":{"type":"Kế hoạch"}}'
MANY, FEW = 20_000, 1_000


def observations(count: int) -> Iterator[Observation]:
    """So many observations, made one by one."""
    for number in range(count):
        yield Observation(numerator=number, denominator=count + 1, period="2025", unit=f"so-{number}")


def lines(count: int) -> Iterator[str]:
    """So many lines of observations, made one by one."""
    for number in range(count):
        yield GOOD.replace("31", str(number)) + "\n"


def dumped(*values: object) -> str:
    """The lines of values."""
    file = io.StringIO()
    assert dump_lines(values, file) == len(values)
    return file.getvalue()


def peak(work: Callable[[], object]) -> int:
    """How many bytes work takes at most beside what is there before."""
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


class TestRoundTrips:
    """What is written is read back, of every kind."""

    @pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
    def test_of_every_kind(self, kind: Any) -> None:  # noqa: ANN401  # A kind of document.
        @settings(max_examples=5, suppress_health_check=list(HealthCheck))
        @given(st.lists(STRATEGIES[kind.name](), max_size=3))
        def survive(values: list[Any]) -> None:
            text = dumped(*values)
            assert text.count("\n") == len(values)
            assert list(load_lines(text, kind.cls)) == values == list(load_lines(text.encode()))
            with without_orjson():
                assert dumped(*values) == text
                assert list(load_lines(text)) == values

        survive()

    def test_kinds_may_be_mixed(self) -> None:
        values = (*observations(2), Plan(header=Header(type="Kế hoạch")), Plan())
        assert tuple(load_lines(dumped(*values))) == values

    def test_a_line_is_a_document_with_format_and_version_and_no_schema(self) -> None:
        assert dumped(Plan()) == '{"format":"vstbpn/plan","version":"2.1"}\n'

    def test_what_parts_lines_elsewhere_stays_inside_texts(self) -> None:
        words = "một\u2028hai\u2029ba\x85bốn\x0b\x0cnăm\nsáu\r\nbảy\x1c\ud800"
        plan = Plan(header=Header(type=words, title=Passage(text="Kế hoạch")))
        text = dumped(plan, plan)
        assert text.count("\n") == 2
        for source in (text, text.encode(), io.StringIO(text), io.BytesIO(text.encode()), text.split("\n")):
            assert list(load_lines(source)) == [plan, plan]

    def test_documents_of_a_newer_version_stay_so(self) -> None:
        line = '{"format":"vstbpn/plan","version":"2.7","more":{"a":1}}\n'
        assert dumped(*load_lines(line)) == line

    def test_lines_of_to_json_are_read_too(self) -> None:
        assert list(load_lines(to_json(Plan()) + "\n")) == [Plan()]

    def test_nothing_is_nothing(self) -> None:
        assert dumped() == ""
        sources: tuple[Any, ...] = (
            "",
            b"",
            " ",
            "\ufeff",
            b"\xef\xbb\xbf",
            "\n\n",
            "\r\n \t\r\n",
            [],
            iter(()),
            io.StringIO(),
            io.BytesIO(),
        )
        for source in sources:
            assert list(load_lines(source)) == []


class TestSources:
    """Lines come from a path, a text, bytes, a file or lines."""

    TEXT = f"{GOOD}\n{PLAN}\n"

    def test_a_path(self, tmp_path: Path) -> None:
        path = tmp_path / "bình đẳng.jsonl"
        path.write_bytes(self.TEXT.encode())
        for given_path in (path, str(path)):
            assert len(list(load_lines(given_path))) == 2

    def test_files(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_bytes(self.TEXT.encode())
        with path.open(encoding="utf-8") as text, path.open("rb") as raw:
            assert list(load_lines(text)) == list(load_lines(raw)) == list(load_lines(self.TEXT))

    def test_packed_files(self, tmp_path: Path) -> None:
        path = tmp_path / "a.gz"
        with gzip.open(path, "wt", encoding="utf-8") as text:
            assert dump_lines(observations(3), text) == 3
        with gzip.open(path, "rb") as back:
            assert list(load_lines(back)) == list(observations(3))
        with gzip.open(path, "wb") as raw:
            assert dump_lines(observations(3), raw) == 3  # type: ignore[arg-type]  # A file of bytes, though not typed as one.
        with gzip.open(path, "rt", encoding="utf-8") as again:
            assert list(load_lines(again)) == list(observations(3))

    @pytest.mark.parametrize(
        "text",
        [
            f"{GOOD}\n{PLAN}\n",
            f"{GOOD}\n{PLAN}",
            f"{GOOD}\r\n{PLAN}\r\n",
            f"\ufeff{GOOD}\n{PLAN}\n",
            f"\ufeff\n{GOOD}\n{PLAN}\n",
            f"\ufeff{GOOD}\n\ufeff{PLAN}\n",
            f"\n\n{GOOD}\n \t\n\r\n{PLAN}\n\n\n",
            f"  {GOOD}  \n\t{PLAN}\t",
        ],
    )
    def test_marks_ends_and_blanks(self, text: str) -> None:
        raw = text.encode()
        sources: tuple[Any, ...] = (text, raw, bytearray(raw), text.split("\n"), raw.split(b"\n"))
        for source in sources:
            kinds = [type(value).__name__ for value in load_lines(source)]
            assert kinds == ["Observation", "Plan"]

    @pytest.mark.parametrize("text", [PLAN, f"\ufeff{PLAN}", f" {PLAN}", f"\t{PLAN}\r"])
    def test_one_line_without_an_end_is_no_path(self, text: str) -> None:
        assert len(list(load_lines(text))) == 1

    def test_lines_are_asked_for_one_by_one(self) -> None:
        asked = []

        def each() -> Iterator[str]:
            for number in range(100):
                asked.append(number)
                yield GOOD

        values = load_lines(each(), Observation)
        assert asked == []
        assert next(values).numerator == 31
        assert asked == [0]


class TestErrors:
    """Each error tells its line; without a function for it, it is raised."""

    def test_the_line_is_counted_from_one_with_the_empty_ones(self) -> None:
        with pytest.raises(DecodeError) as caught:
            list(load_lines(f"{GOOD}\n\n\n{GOOD.replace('31', 'true')}\n"))
        assert caught.value.line == 4
        assert [problem.pointer for problem in caught.value.problems] == ["/numerator"]
        assert str(caught.value).startswith("1 problem in line 4\n  /numerator: expected a whole number")

    def test_those_before_it_are_read(self) -> None:
        values = load_lines(f"{GOOD}\n{{\n{GOOD}\n")
        assert next(values).numerator == 31
        with pytest.raises(DecodeError):
            next(values)
        assert list(values) == []

    BAD: tuple[tuple[str | bytes, str, str], ...] = (
        ("{", "", "JSON"),
        ("[]", "", "an object"),
        ("5", "", "an object"),
        ("null", "", "an object"),
        ("{}", "/format", 'one of "vstbpn/plan"'),
        ('{"format":5}', "/format", "one of"),
        ('{"format":"vstbpn/plans","version":"1.0"}', "/format", "one of"),
        ('{"format":"vstbpn/plan","format":"vstbpn/plan","version":"1.0"}', "/format", "one of"),
        ('{"format":"vstbpn/plan","version":"9.0"}', "/version", "a version from 1.0 up to 2.x"),
        (PLAN.replace('"Kế hoạch"', "5"), "/header/type", "a text"),
        (PLAN[:-1], "", "JSON"),
        (PLAN + PLAN, "", "JSON"),
        ("[" * 100_000, "", "a document of sensible depth"),
        ("9" * 100_000, "", "numbers of sensible length"),
        (PLAN.encode()[:-4] + b"\xff\xfe" + PLAN.encode()[-4:], "", "UTF-8"),
        (b"\xef", "", "UTF-8"),
        ("\u00a0", "", "JSON"),
        ("\ufeff\ufeff" + PLAN, "", "JSON"),
        ('{"format":"vstbpn/plan","version":"2.1","\ud800":1}', "/\ud800", "no such key"),
    )

    @pytest.mark.parametrize(("line", "pointer", "expected"), BAD)
    @pytest.mark.parametrize("fast", [True, False])
    def test_reading_goes_on_where_there_is_a_function_for_them(
        self, line: str | bytes, pointer: str, expected: str, fast: bool
    ) -> None:
        errors: list[DecodeError] = []
        source: list[Any] = [GOOD, line, "", PLAN]
        if fast:
            values = list(load_lines(source, on_error=errors.append))
        else:
            with without_orjson():
                values = list(load_lines(source, on_error=errors.append))
        assert [type(value) for value in values] == [Observation, Plan]
        ((problem,),) = [error.problems for error in errors]
        assert errors[0].line == 2
        assert problem.pointer == pointer
        assert problem.expected.startswith(expected)

    def test_all_of_one_file(self) -> None:
        raw = b"\n".join(
            line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line for line, _, _ in self.BAD
        )
        errors: list[DecodeError] = []
        assert list(load_lines(raw, on_error=errors.append)) == []
        assert [error.line for error in errors] == list(range(1, len(self.BAD) + 1))

    def test_of_a_kind_given_other_kinds_are_errors(self) -> None:
        errors: list[DecodeError] = []
        assert len(list(load_lines([GOOD, PLAN, GOOD, "[]"], Observation, on_error=errors.append))) == 2
        assert [(error.line, *error.problems[0]) for error in errors] == [
            (2, "/format", '"vstbpn/observation"', '"vstbpn/plan"'),
            (4, "", "an object", "a list"),
        ]

    def test_lines_that_are_no_text(self) -> None:
        errors: list[DecodeError] = []
        source: Any = [5, None, GOOD, {"format": "vstbpn/plan"}, memoryview(GOOD.encode())]
        assert len(list(load_lines(source, on_error=errors.append))) == 1
        assert [(error.line, error.problems[0].expected) for error in errors] == [
            (line, "a text or bytes") for line in (1, 2, 4, 5)
        ]

    def test_what_the_function_raises_is_raised(self) -> None:
        def stop(error: DecodeError) -> None:
            raise KeyError(error.line)

        with pytest.raises(KeyError):
            list(load_lines("{\n", on_error=stop))

    def test_a_file_opened_as_text_that_is_none(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_bytes(GOOD.encode() + b"\n\xff\n")
        with path.open(encoding="utf-8") as file, pytest.raises(UnusableInputError, match="open the file as bytes"):
            list(load_lines(file))
        errors: list[DecodeError] = []
        assert len(list(load_lines(path, on_error=errors.append))) == 1
        assert errors[0].line == 2


class TestArguments:
    """What is no source, no class and no function is refused in words."""

    @pytest.mark.parametrize("source", [None, 5, 1.5, Plan(), Span(0, 1), object()])
    def test_no_source(self, source: Any) -> None:  # noqa: ANN401  # The wrong kind of value.
        with pytest.raises(InvalidValueError, match="expected a path, a text, bytes, an open file or lines"):
            list(load_lines(source))

    @pytest.mark.parametrize("kind", [5, "plan", Span, object, Plan()])
    def test_no_class(self, kind: Any) -> None:  # noqa: ANN401  # As above.
        with pytest.raises(InvalidValueError, match="documents are of the classes"):
            load_lines(GOOD, kind)

    @pytest.mark.parametrize("function", [5, "skip", []])
    def test_no_function(self, function: Any) -> None:  # noqa: ANN401  # As above.
        with pytest.raises(InvalidValueError, match="expected a function of a DecodeError"):
            load_lines(GOOD, on_error=function)

    @pytest.mark.parametrize("path", ["no\x00path", "\ud800"])
    def test_no_path(self, path: str) -> None:
        with pytest.raises(InvalidValueError, match="expected the path of a file"):
            list(load_lines(path))
        with pytest.raises(InvalidValueError, match="expected the path of a file"):
            dump_lines([], path)

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            list(load_lines(tmp_path / "none"))
        with pytest.raises(IsADirectoryError):
            list(load_lines(tmp_path))
        with pytest.raises(FileNotFoundError):
            dump_lines([], tmp_path / "none" / "none")

    def test_a_closed_file(self) -> None:
        file = io.StringIO(GOOD)
        file.close()
        with pytest.raises(InvalidValueError):
            list(load_lines(file))
        with pytest.raises(InvalidValueError):
            dump_lines([], file)

    @pytest.mark.parametrize("file", [None, 5, [], b"path", object()])
    def test_no_file_to_write(self, file: Any) -> None:  # noqa: ANN401  # As above.
        with pytest.raises(InvalidValueError, match="expected a path or a file open for writing"):
            dump_lines([Plan()], file)

    @pytest.mark.parametrize("values", [None, 5, Plan()])
    def test_no_values_and_the_file_stays(self, values: Any, tmp_path: Path) -> None:  # noqa: ANN401  # As above.
        path = tmp_path / "a.jsonl"
        path.write_text(GOOD, encoding="utf-8")
        with pytest.raises(InvalidValueError, match="expected a list or a generator of values"):
            dump_lines(values, path)
        assert path.read_text(encoding="utf-8") == GOOD

    @pytest.mark.parametrize("value", [5, "plan", Span(0, 1), (Plan(),), Plan])
    def test_values_without_documents(self, value: object) -> None:
        file = io.StringIO()
        with pytest.raises(InvalidValueError, match="documents are of the classes"):
            dump_lines([Plan(), value], file)
        assert file.getvalue().count("\n") == 1


class TestFiles:
    """What it opens it closes, and nothing else."""

    def test_when_the_reader_stops_early(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        dump_lines(observations(100), path)
        values = load_lines(path)
        next(values)
        values.close()  # type: ignore[attr-defined]  # It is a generator.
        path.unlink()
        dump_lines(observations(5), path)
        for value in load_lines(path):
            assert value.numerator == 0
            break
        gc.collect()  # A file left open would warn here, and warnings are errors.

    def test_when_an_error_is_held(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "a.jsonl"
        path.write_text("{\n" + GOOD, encoding="utf-8")
        opened: list[IO[Any]] = []
        open_path = Path.open

        def noting(self: Path, *args: Any, **kwargs: Any) -> IO[Any]:  # noqa: ANN401  # As of Path.open.
            opened.append(open_path(self, *args, **kwargs))
            return opened[-1]

        monkeypatch.setattr(Path, "open", noting)
        with pytest.raises(DecodeError) as caught:
            list(load_lines(path))
        assert caught.value.__traceback__ is not None
        assert [file.closed for file in opened] == [True]

    def test_a_file_that_was_given_stays_open(self) -> None:
        file = io.StringIO(f"{GOOD}\n{{\n")
        with pytest.raises(DecodeError):
            list(load_lines(file))
        assert not file.closed

    def test_a_generator_that_fails_midway(self, tmp_path: Path) -> None:
        def failing() -> Iterator[Plan]:
            yield Plan()
            yield Plan()
            raise LookupError("no third")

        path = tmp_path / "a.jsonl"
        with pytest.raises(LookupError, match="no third"):
            dump_lines(failing(), path)
        assert list(tmp_path.iterdir()) == []
        dump_lines([Plan()], path)
        with pytest.raises(LookupError, match="no third"):
            dump_lines(failing(), path)
        assert list(load_lines(path)) == [Plan()]

    def test_a_file_made_of_itself(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        dump_lines([Plan(), Plan(header=Header(type="Kế hoạch"))], path)
        assert dump_lines((plan for plan in load_lines(path, Plan) if plan.type), path) == 1
        assert list(load_lines(path)) == [Plan(header=Header(type="Kế hoạch"))]

    def test_a_file_closed_midway(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        dump_lines([Plan()] * 20_000, path)
        with path.open("rb") as file:
            values = load_lines(file)
            next(values)
        with pytest.raises(InvalidValueError, match="closed before it was read to its end"):
            list(values)

    def test_a_generator_of_lines_that_fails_midway(self) -> None:

        def failing_lines() -> Iterator[str]:
            yield PLAN
            raise ValueError("the line broke")

        values = load_lines(failing_lines())
        assert next(values) == Plan(header=Header(type="Kế hoạch"))
        with pytest.raises(ValueError, match="the line broke"):
            next(values)

    def test_what_is_there_is_replaced(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        dump_lines(observations(9), path)
        dump_lines([Plan()], str(path))
        assert path.read_bytes() == b'{"format":"vstbpn/plan","version":"2.1"}\n'

    def test_files_that_stand_for_others(self) -> None:
        for mode in ("w+", "w+b"):
            with tempfile.NamedTemporaryFile(mode, **({} if "b" in mode else {"encoding": "utf-8"})) as file:  # type: ignore[call-overload]  # Of either kind.
                dump_lines([Plan(header=Header(type="Kế hoạch"))], file)
                file.seek(0)
                assert list(load_lines(file)) == [Plan(header=Header(type="Kế hoạch"))]

    def test_a_file_that_cannot_hold_every_letter(self, tmp_path: Path) -> None:
        with (tmp_path / "a").open("w", encoding="cp1252") as file:
            assert dump_lines([Plan()], file) == 1
            with pytest.raises(InvalidValueError, match="open it in UTF-8, or give its path"):
                dump_lines([Plan(header=Header(type="Kế hoạch"))], file)


class TestMemory:
    """Values come and go one by one."""

    SLACK = 60_000
    """Bytes that caches of days and numbers may take."""

    def test_of_reading(self) -> None:
        work = [lambda count=count: sum(1 for _ in load_lines(lines(count))) for count in (FEW, MANY)]
        work[0]()
        assert peak(work[1]) < peak(work[0]) + self.SLACK

    def test_of_writing(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        dump_lines(observations(FEW), path)
        few = peak(lambda: dump_lines(observations(FEW), path))
        assert peak(lambda: dump_lines(observations(MANY), path)) < few + self.SLACK

    def test_of_a_file_there_and_back(self, tmp_path: Path) -> None:
        path, again = tmp_path / "a.jsonl", tmp_path / "b.jsonl"

        def copied(count: int) -> int:
            dump_lines(observations(count), path)
            return peak(lambda: dump_lines(load_lines(path), again))

        copied(FEW)
        assert copied(MANY) < copied(FEW) + self.SLACK

    def test_of_errors_passed_over(self) -> None:
        def work(count: int) -> None:
            source = (line for one in lines(count) for line in (one, "{\n", one.replace("31", "x")))
            for _ in load_lines(source, on_error=lambda error: error.line):
                pass

        work(FEW)
        assert peak(lambda: work(MANY // 4)) < peak(lambda: work(FEW)) + self.SLACK


class TestLinearTime:
    """Time grows with the lines and no faster."""

    def test_of_reading(self) -> None:
        def prepare(count: int) -> Callable[[], object]:
            text = "".join(lines(count))
            return lambda: list(load_lines(text))

        assert_linear(prepare, 500, 8000)

    def test_of_writing(self) -> None:
        assert_linear(lambda count: lambda: dump_lines(observations(count), io.StringIO()), 500, 8000)

    def test_of_one_long_line(self) -> None:
        def prepare(count: int) -> Callable[[], object]:
            line = json.dumps({"format": "vstbpn/report", "version": "1.0", "findings": [{"code": "VB101"}] * count})
            return lambda: list(load_lines(line))

        assert_linear(prepare, 500, 8000)
