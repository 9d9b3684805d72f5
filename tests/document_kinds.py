"""What the tests of documents share: the strategy of each kind, and reading and writing without the extra ``fast``."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from hypothesis.strategies import SearchStrategy

from vstbpn import strategies
from vstbpn.errors import DecodeError, Problem
from vstbpn.serialisation import json_text

STRATEGIES: Mapping[str, Callable[[], SearchStrategy[Any]]] = {
    "plan": strategies.plans,
    "reading": strategies.readings,
    "report": strategies.reports,
    "finding": strategies.findings,
    "reference": strategies.references,
    "mention": strategies.mentions,
    "act": strategies.acts,
    "directory": strategies.directories,
    "unit": strategies.organisation_units,
    "goal": strategies.goals,
    "target": strategies.targets,
    "indicator": strategies.indicators,
    "observation": strategies.observations,
    "evaluation": strategies.evaluations,
    "national-strategy": strategies.national_strategies,
    "obligation": strategies.obligations,
    "occurrence": strategies.occurrences,
    "calendar-entry": strategies.calendar_entries,
}
"""The strategy of the values of each kind of document."""


@contextmanager
def without_orjson() -> Iterator[None]:
    """While it lasts, JSON is read and written as where the extra ``fast`` is not installed."""
    fast = json_text._fast  # What the extra goes through has no public switch.
    json_text._fast = lambda: None  # type: ignore[assignment]  # As above; it stands for the cached function.
    try:
        yield
    finally:
        json_text._fast = fast  # As above.


def outcome(read: Callable[[], object]) -> object:
    """What is read, as its repr, or the problems told; any other error is one of the test."""
    try:
        return repr(read())
    except DecodeError as error:
        return error.problems


def outcome_both_ways(read: Callable[[], object]) -> object:
    """What comes of reading, which must be the same with orjson and without."""
    fast = outcome(read)
    with without_orjson():
        plain = outcome(read)
    assert fast == plain
    return fast


def problems_both_ways(read: Callable[[], object]) -> tuple[Problem, ...]:
    """The problems told, with orjson and without."""
    found = outcome_both_ways(read)
    assert isinstance(found, tuple), f"it was read: {str(found)[:200]}"
    return found
