"""What checking costs, beside reading, in the same run."""

from collections.abc import Callable, Mapping

import pytest

from growth import assert_linear, seconds
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check

TRIES = 6


def long_plan(example_plans: Mapping[str, str], copies: int) -> str:
    """A plan whose sections come many times over."""
    text = example_plans["so-gddt-2024"]
    head, body = text.split("\n\nI. ", 1)
    body, ending = body.split("\n\nNơi nhận", 1)
    return f"{head}\n\nI. {body * copies}\n\nNơi nhận{ending}"


class TestLinearTime:
    """Checking costs at most what reading does, and grows as the text does."""

    def test_it_costs_at_most_the_time_of_reading(self, example_plans: Mapping[str, str]) -> None:
        texts = list(example_plans.values())
        readings = [read(text) for text in texts]
        for reading in readings:
            check(reading)
        for _ in range(TRIES):
            reading_time = seconds(lambda: [read(text) for text in texts])
            checking_time = seconds(lambda: [check(reading) for reading in readings])
            if checking_time <= reading_time:
                return
        pytest.fail(f"checking takes {checking_time / reading_time:.2f} times as long as reading")

    def test_twice_the_text_takes_twice_the_time(self, example_plans: Mapping[str, str]) -> None:
        def prepare(copies: int) -> Callable[[], object]:
            reading = read(long_plan(example_plans, copies))
            return lambda: check(reading)

        assert_linear(prepare, 20, 80)
