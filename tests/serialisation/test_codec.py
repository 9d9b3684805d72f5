"""Values to plain JSON data and back: what plans do not show of it."""

import datetime
import inspect
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import DecodeError, InvalidValueError, Problem
from vstbpn.organisations.units.unit import DatedName
from vstbpn.plans.outline import Item, Outline, Section
from vstbpn.plans.plan import Plan
from vstbpn.serialisation.codec import structure, unstructure
from vstbpn.serialisation.documents import to_json
from vstbpn.vocabulary import SectionStyle

NAME = {"unit": "so-y-te", "name": "Sở Y tế"}


class TestOtherValues:
    """Every value that holds no choice of classes is written and read."""

    @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.one_of(
            strategies.change_events(),
            strategies.dated_codes(),
            strategies.dated_names(),
            strategies.findings(),
            strategies.items(),
            strategies.links(),
            strategies.organisation_units(),
            strategies.passages(),
            strategies.references(),
            strategies.reporting_periods(),
            strategies.spans(),
            strategies.swaps(),
            strategies.targets(),
            strategies.data_windows(),
        )
    )
    def test_it_survives(self, value: Any) -> None:  # noqa: ANN401  # A value of any class.
        assert structure(unstructure(value), type(value)) == value


class TestDays:
    """Complete dates are ISO dates, written in full."""

    def test_one(self) -> None:
        name = structure({**NAME, "start": "2025-02-01"}, DatedName)
        assert name.start == datetime.date(2025, 2, 1)
        assert unstructure(name) == {**NAME, "start": "2025-02-01"}

    @pytest.mark.parametrize(
        "value", ["20250201", "2025-W05-6", "2025-02-30", "2025-2-1", "2025-02-01T00:00", "", 2025, True, "٢٠٢٥-٠٢-٠١"]
    )
    def test_those_that_are_none(self, value: object) -> None:
        with pytest.raises(DecodeError) as caught:
            structure({**NAME, "start": value}, DatedName)
        (problem,) = caught.value.problems
        assert (problem.pointer, problem.expected) == ("/start", "a date such as 2025-02-01 that the calendar has")

    def test_an_interval_that_holds_no_day(self) -> None:
        with pytest.raises(DecodeError, match="it ends after its start"):
            structure({**NAME, "start": "2025-02-01", "end": "2025-02-01"}, DatedName)


class TestDepth:
    """A stack that is nearly full makes no other error."""

    @pytest.mark.parametrize("room", [60, 90, 120, 200, 300])
    def test_in_deep_calls(self, room: int) -> None:
        item = Item(text="Nội dung")
        for _ in range(30):
            item = Item(text="Nội dung", items=(item,))
        data = unstructure(item)

        def deeper(frames: int) -> object:
            if frames:
                return deeper(frames - 1)
            try:
                return structure(data, Item)
            except DecodeError as error:
                return error

        used = len(inspect.stack(0))
        result = deeper(sys.getrecursionlimit() - used - room)
        assert result == item or isinstance(result, DecodeError)

    @pytest.mark.parametrize("room", range(20, 300, 7))
    def test_with_a_fault_at_the_bottom(self, room: int) -> None:
        data: dict[str, object] = {"text": 5}
        for _ in range(30):
            data = {"text": "Nội dung", "items": [data]}
        pointer = "/items/0" * 30 + "/text"

        def deeper(frames: int) -> tuple[Problem, ...]:
            if frames:
                return deeper(frames - 1)
            with pytest.raises(DecodeError) as caught:
                structure(data, Item)
            return caught.value.problems

        used = len(inspect.stack(0))
        (problem,) = deeper(sys.getrecursionlimit() - used - room - 20)
        assert problem.pointer in {pointer, ""}

    @pytest.mark.parametrize("room", range(20, 300, 7))
    def test_of_writing(self, room: int) -> None:
        item = Item(text="Nội dung")
        for _ in range(30):
            item = Item(text="Nội dung", items=(item,))
        plan = Plan(
            outline=Outline(
                sections=(Section(marker="I.", style=SectionStyle.ROMAN, number="I", level=1, items=(item,)),)
            )
        )
        written = to_json(plan)

        def deeper(frames: int) -> str:
            if frames:
                return deeper(frames - 1)
            try:
                return to_json(plan)
            except InvalidValueError as error:
                return error.reason

        used = len(inspect.stack(0))
        assert deeper(sys.getrecursionlimit() - used - room) in {written, "it is nested too deeply to be written"}
