"""Whatever is given to what adds figures up, only errors of the library leave it."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

import pytest

from vstbpn.errors import InvalidValueError, VstbpnError
from vstbpn.goals.observing.choosing import indicators_for
from vstbpn.goals.observing.indicator import Collection, Indicator
from vstbpn.goals.observing.observation import Observation, Sex
from vstbpn.goals.observing.rows import observations_from_rows
from vstbpn.goals.rolling.carrying import carry
from vstbpn.goals.rolling.rollup import RollUp, roll_up
from vstbpn.goals.targets.target import Target
from vstbpn.organisations.directory import Directory

DAY = datetime.date(2026, 1, 1)
DIRECTORY = Directory.from_rows([{"id": "a", "kind": "commune", "name": "Xã Một", "valid_from": "2025-07-01"}])
SNAPSHOT = DIRECTORY.at(DAY)
TARGET = Target.parse("Tỷ lệ nữ thạc sĩ đạt 50% vào năm 2025")
SEEN = Observation(numerator=1, period="2025", unit="a", indicator="1")
FLAT, ON_LINE = roll_up([SEEN]), roll_up([SEEN], SNAPSHOT, "territorial")
ROW = {"unit": "a", "period": "2025", "numerator": 1}


class _Odd:
    """What neither compares nor hashes."""

    __hash__ = None  # type: ignore[assignment]  # That is what is odd.

    def __eq__(self, other: object) -> bool:
        raise TypeError


ODD: Mapping[str, Callable[[], object]] = {
    "nothing": lambda: None,
    "a number": lambda: 5,
    "a huge number": lambda: 10**5000,
    "a float": lambda: 0.5,
    "nan": lambda: float("nan"),
    "a flag": lambda: True,
    "a text": lambda: "x",
    "no words": lambda: "",
    "half a character": lambda: "\ud800",
    "bytes": lambda: b"x",
    "an object": object,
    "a class": lambda: int,
    "what does not compare": _Odd,
    "a day": lambda: DAY,
    "a sex": lambda: Sex.MALE,
    "a directory": lambda: DIRECTORY,
    "a snapshot": lambda: SNAPSHOT,
    "an empty list": list,
    "a list of nothing": lambda: [None],
    "a list of numbers": lambda: [5],
    "a list of texts": lambda: ["x"],
    "a list of objects": lambda: [object()],
    "a list of lists": lambda: [[]],
    "a list of what does not compare": lambda: [_Odd()],
    "a list of targets": lambda: [TARGET],
    "a mapping of nothing": lambda: {None: None},
    "a mapping of texts": lambda: {"x": "y"},
    "a mapping of lists": lambda: {5: []},
    "a mapping of targets": lambda: {"x": TARGET},
    "a generator of nothing": lambda: (each for each in (None,)),
    "a generator of odd things": lambda: (each for each in (5, "x", object())),
    "an observation and odd things": lambda: iter([SEEN, [1]]),
}


def use_indicator(**fields: object) -> None:
    """Make an indicator, and do with it what can be done."""
    given: dict[str, Any] = {"id": "1", "name": "x", "unit": "%", **fields}
    indicator = Indicator(**given)
    rolled = roll_up([SEEN], indicators=[indicator], expected={indicator: ["a"]})
    assert repr(indicator)
    assert all(finding.message() for finding in rolled.findings)


def use_observation(**fields: object) -> None:
    """Make an observation, and do with it what can be done."""
    given: dict[str, Any] = {**ROW, **fields}
    observation = Observation(**given)
    rolled = roll_up([observation])
    assert list(rolled.items())
    assert all(finding.message() for finding in rolled.findings)
    carry([observation], DIRECTORY, on=DAY)
    indicators_for({"1": TARGET}, [observation])


def of_fields(make: Callable[..., object], *names: str) -> Iterator[tuple[str, Callable[[Any], object]]]:
    for name in names:
        yield f"{make.__name__} {name}", partial(_with_field, make, name)


def _with_field(make: Callable[..., object], name: str, given: object) -> object:
    return make(**{name: given})


def read_row(**cells: object) -> None:
    observations_from_rows([ROW | cells])


CALLS: Mapping[str, Callable[[Any], object]] = {
    "carry observations": lambda given: carry(given, DIRECTORY, on=DAY),
    "carry directory": lambda given: carry([SEEN], given, on=DAY),
    "carry on": lambda given: carry([SEEN], DIRECTORY, on=given),
    "carry reported": lambda given: carry([SEEN], DIRECTORY, on=DAY, reported=given),
    "carry shares": lambda given: carry([SEEN], DIRECTORY, on=DAY, shares=given),
    "roll_up observations": roll_up,
    "roll_up observations on a line": lambda given: roll_up(given, SNAPSHOT, "territorial"),
    "roll_up snapshot": lambda given: roll_up([SEEN], given, "territorial"),
    "roll_up line": lambda given: roll_up([SEEN], SNAPSHOT, given),
    "roll_up line alone": lambda given: roll_up([SEEN], None, given),
    "roll_up indicators": lambda given: roll_up([SEEN], indicators=given),
    "roll_up period": lambda given: roll_up([SEEN], period=given),
    "roll_up on": lambda given: roll_up([SEEN], on=given),
    "roll_up expected": lambda given: roll_up([SEEN], expected=given),
    "roll_up expected on a line": lambda given: roll_up([SEEN], SNAPSHOT, "territorial", expected=given),
    "rows": observations_from_rows,
    "targets": lambda given: indicators_for(given, [SEEN]),
    "observations to choose by": lambda given: indicators_for({"1": TARGET}, given),
    "target of an indicator": lambda given: Indicator.of(given, "1"),
    "id of an indicator": lambda given: Indicator.of(TARGET, given),
    "sex of an indicator": lambda given: Indicator.of(TARGET, "1", share_of=given),
    "collection of an indicator": lambda given: Indicator.of(TARGET, "1", collection=given),
    **dict(of_fields(use_indicator, "id", "name", "name_en", "unit", "share_of", "collection", "direction")),
    **dict(
        of_fields(use_observation, "numerator", "denominator", "period", "unit", "indicator", "sex", "status", "source")
    ),
    **dict(of_fields(read_row, "numerator", "denominator", "period", "unit", "indicator", "sex", "status", "source")),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_only_errors_of_the_library_are_raised(call: Callable[[Any], object], odd: Callable[[], object]) -> None:
    with suppress(VstbpnError):
        call(odd())


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize("rolled", [FLAT, ON_LINE], ids=["flat", "on a line"])
def test_so_it_is_of_what_was_added_up(rolled: RollUp, odd: Callable[[], Any]) -> None:
    asked: list[Callable[..., object]] = [rolled.total, rolled.missing, rolled.incomplete]
    for ask in asked:
        for name in ("indicator", "unit"):
            with suppress(VstbpnError):
                ask(**{name: odd()})
    with suppress(VstbpnError):
        rolled.depth(odd())


class TestWhatIsSaid:
    """What was expected instead."""

    @pytest.mark.parametrize("wrong", [SNAPSHOT, None, "a", object()])
    def test_of_no_directory(self, wrong: Directory) -> None:
        with pytest.raises(InvalidValueError, match=r"expected a Directory.*snapshot\.directory"):
            carry([], wrong, on=DAY)

    def test_of_no_snapshot(self) -> None:
        wrong: Any = DIRECTORY
        with pytest.raises(InvalidValueError, match=r"expected the units of a day, as in directory.at\(date\)"):
            roll_up([], wrong, "territorial")

    @pytest.mark.parametrize("name", ["on", "reported"])
    def test_of_no_day(self, name: str) -> None:
        days: dict[str, Any] = {"on": DAY, name: "2026-01-01"}
        with pytest.raises(InvalidValueError, match=f"invalid {name} '2026-01-01': expected a day"):
            carry([], DIRECTORY, **days)

    @pytest.mark.parametrize(
        ("wrong", "expected"), [([TARGET], "a mapping"), ({5: TARGET}, "the ids"), ({"1": "đạt 50%"}, "Target")]
    )
    def test_of_no_targets(self, wrong: dict[str, Target], expected: str) -> None:
        with pytest.raises(InvalidValueError, match=f"expected.*{expected}"):
            indicators_for(wrong, [])

    @pytest.mark.parametrize("wrong", ["x", 5, {"a": SEEN}, [5], [SEEN, None]])
    def test_of_no_observations(self, wrong: list[Observation]) -> None:
        asked: list[Callable[[], object]] = [
            lambda: carry(wrong, DIRECTORY, on=DAY),
            lambda: roll_up(wrong),
            lambda: indicators_for({}, wrong),
        ]
        for ask in asked:
            with pytest.raises(InvalidValueError, match="values of Observation"):
                ask()

    @pytest.mark.parametrize(
        ("field", "expected"),
        [("sex", "Sex.FEMALE"), ("status", "ObservationStatus.NORMAL"), ("indicator", "the id"), ("source", "a text")],
    )
    def test_of_no_field_of_an_observation(self, field: str, expected: str) -> None:
        with pytest.raises(InvalidValueError, match=f"{field}.*expected.*{expected}"):
            use_observation(**{field: [1]})

    @pytest.mark.parametrize(
        ("field", "expected"),
        [("id", "a text"), ("name_en", "a text"), ("share_of", "Sex.FEMALE"), ("collection", Collection.END.name)],
    )
    def test_of_no_field_of_an_indicator(self, field: str, expected: str) -> None:
        with pytest.raises(InvalidValueError, match=f"{field}.*expected.*{expected}"):
            use_indicator(**{field: [1]})
