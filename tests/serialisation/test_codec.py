"""Values to plain JSON data and back: what plans do not show of it."""

import datetime
import inspect
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import DecodeError
from vstbpn.organisations.units.unit import DatedName
from vstbpn.plans.outline import Item
from vstbpn.serialisation.codec import structure, unstructure

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
        assert (problem.pointer, problem.expected) == ("/start", "a date such as 2025-02-01")

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
