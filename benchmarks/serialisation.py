"""How fast plans are written as JSON and read back, beside pydantic v2: ``python benchmarks/serialisation.py [ROUNDS]``.

One plan whose JSON has about 40 kB, read from a text of the project's own; the extra ``fast`` must be installed. Each figure
is the median of many interleaved runs in one process, as a multiple of pydantic's speed (above 1 is faster) and then in
milliseconds, which are those of the machine. All sides take and give the same texts, and the runs begin by making sure of
it: what each writes the other reads, and what breaks a rule of the model both refuse.
"""

import json
import statistics
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import orjson
import pydantic
from timing import seconds

from vstbpn import DecodeError, Plan, from_json, read, to_json
from vstbpn.serialisation import json_text

ROUNDS = 41
REPEATS = 30
HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent / "docs" / "examples" / "truong-mam-non-2026.txt"
BEFORE = "\n\nIII. NỘI DUNG THỰC HIỆN"
FURTHER_GOALS = """

4. Đối với tổ chức Công đoàn và hoạt động hè năm 2026

a) Đến năm 2030, ít nhất 70% đoàn viên công đoàn nữ được tham gia hoạt động thể thao, văn nghệ của nhà trường.
b) Giai đoạn 2026 - 2030, tổ chức ít nhất 02 buổi/năm nói chuyện chuyên đề về sức khỏe sinh sản theo điểm a khoản 2 Điều 5 \
Nghị định số 80/2017/NĐ-CP ngày 17 tháng 7 năm 2017 của Chính phủ."""

Action = Callable[[], object]

BROKEN: tuple[tuple[str, str], ...] = (
    ('"level":1', '"level":"1"'),
    ('"level":1', '"level":40'),
    ('"level":1', '"level":true'),
    ('"level":1', '"levels":1'),
    ('"date":"2026-03-09"', '"date":"2026-02-30"'),
    ('"date":"2026-03-09"', '"date":20260309'),
    ('"style":"roman"', '"style":"romans"'),
    ('"comparator":">="', '"comparator":"qualitative"'),
    ('"value":"90"', '"value":90'),
    ('"value":"90"', '"value":"ninety"'),
    ('"code":"NĐ-CP"', '"code":"--"'),
    ('"heading":{"start":', '"heading":{"start":-'),
)
"""Pieces of the plan's JSON, and what neither side takes in their place."""


def plan() -> Plan:
    """The plan that is written and read."""
    head, found, rest = EXAMPLE.read_text(encoding="utf-8").partition(BEFORE)
    (document,) = read(head + FURTHER_GOALS + found + rest).documents
    return document


def pydantic_plan(build: str) -> ModuleType:
    """The plan as pydantic's ``models``, or as its ``dataclasses`` with slots."""
    name = f"pydantic_plan_{build}"
    spec = spec_from_file_location(name, HERE / "pydantic_plan.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(name)
    module = module_from_spec(spec)
    sys.modules[name] = module  # Where pydantic looks for the classes that annotations name.
    vars(module)["BUILD"] = build
    spec.loader.exec_module(module)
    return module


@contextmanager
def without_the_extra() -> Iterator[None]:
    """While it lasts, the library works as where orjson is not installed."""
    found = json_text._fast  # noqa: SLF001  # There is no public way, since nothing but the speed depends on it.
    json_text._fast = lambda: None  # type: ignore[assignment]  # noqa: SLF001
    try:
        yield
    finally:
        json_text._fast = found  # noqa: SLF001


def repeated(action: Action) -> Action:
    """An action done several times, for one of a fraction of a millisecond is hard to measure."""

    def run() -> None:
        for _ in range(REPEATS):
            action()

    return run


def plainly(action: Action) -> Action:
    """An action without the extra."""

    def run() -> None:
        with without_the_extra():
            action()

    return run


def medians(actions: dict[str, Action], rounds: int) -> dict[str, float]:
    """The median time of each action in milliseconds; they take turns."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(rounds):
        for name, action in actions.items():
            taken[name].append(seconds(action))
    return {name: 1000 * statistics.median(times) / REPEATS for name, times in taken.items()}


def make_sure(document: Plan, sides: dict[str, ModuleType]) -> None:
    """Look whether both sides write the same and read what the other wrote, and refuse the same."""
    ours = to_json(document)
    with without_the_extra():
        same(to_json(document), ours)
        same(from_json(ours), document)
    same(from_json(ours), document)
    for theirs in sides.values():
        written = theirs.dump(theirs.load(ours))
        same(json.loads(written), json.loads(ours))
        same(from_json(written), document)
        same(theirs.load(written), theirs.load(ours))
    for piece, wrong in BROKEN:
        broken = ours.replace(piece, wrong, 1)
        if broken == ours:
            raise LookupError(piece)
        refused(from_json, DecodeError, broken, wrong)
        for theirs in sides.values():
            refused(theirs.load, pydantic.ValidationError, broken, wrong)


def same(found: object, expected: object) -> None:
    """Stop where two things differ."""
    if found != expected:
        raise ValueError(f"found {str(found)[:200]!r}, expected {str(expected)[:200]!r}")


def refused(load: Callable[[str], object], error: type[Exception], text: str, wrong: str) -> None:
    """Stop where a text is read without an error."""
    try:
        load(text)
    except error:
        return
    raise ValueError(f"a plan with {wrong} was read")


def main() -> None:
    """Print how fast each side writes and reads the plan."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    document = plan()
    models, dataclasses = pydantic_plan("models"), pydantic_plan("dataclasses")
    make_sure(document, {"models": models, "dataclasses": dataclasses})
    text = to_json(document)
    raw = text.encode()
    data = json.loads(text)
    as_model, as_dataclass = models.load(raw), dataclasses.load(raw)
    print(
        f"{len(raw)} bytes of JSON: {len(document.outline)} sections, {len(document.goals)} goals, "
        f"{len(document.targets)} targets, {len(document.tasks)} tasks, {len(document.mentions)} mentions; "
        f"pydantic {pydantic.VERSION}, orjson {orjson.__version__}, Python {sys.version.split()[0]}"
    )
    dumps: dict[str, Action] = {
        "vstbpn[fast]": lambda: to_json(document),
        "vstbpn": plainly(lambda: to_json(document)),
        "pydantic models": lambda: models.dump(as_model),
        "pydantic dataclasses": lambda: dataclasses.dump(as_dataclass),
        "orjson alone": lambda: orjson.dumps(data),
        "json alone": lambda: json.dumps(data, ensure_ascii=False, separators=(",", ":")),
    }
    loads: dict[str, Action] = {
        "vstbpn[fast]": lambda: from_json(raw),
        "vstbpn": plainly(lambda: from_json(raw)),
        "pydantic models": lambda: models.load(raw),
        "pydantic dataclasses": lambda: dataclasses.load(raw),
        "orjson alone": lambda: orjson.loads(raw),
        "json alone": lambda: json.loads(raw),
    }
    actions = {("dump", name): repeated(action) for name, action in dumps.items()}
    actions |= {("load", name): repeated(action) for name, action in loads.items()}
    taken = medians({" ".join(key): action for key, action in actions.items()}, rounds)
    for what in ("dump", "load"):
        print(f"\n{what:22}{'of models':>12}{'of dataclasses':>16}{'ms':>9}")
        of_models, of_dataclasses = taken[f"{what} pydantic models"], taken[f"{what} pydantic dataclasses"]
        for name in dumps:
            one = taken[f"{what} {name}"]
            print(f"{name:22}{of_models / one:10.2f} ×{of_dataclasses / one:14.2f} ×{one:9.3f}")


if __name__ == "__main__":
    main()
