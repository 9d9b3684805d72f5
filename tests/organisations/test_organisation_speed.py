"""A country of 50 000 units is built, asked and rolled up in time linear in its size, and beside bare dictionaries.

The country and the dictionaries are those of ``benchmarks``, which measures more and beside tree libraries.
"""

from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from conftest import ROOT
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.snapshot import Snapshot

LINEAR, TRIES = 2.2, 8


def benchmark(name: str) -> ModuleType:
    """A module of the benchmarks, which are scripts and no package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        return import_module(name)


BARE, COUNTRY, TIMING, ORGANISATIONS = map(benchmark, ("bare", "country", "timing", "organisations"))
DAY = ORGANISATIONS.DAY


@cache
def country(share: int) -> Any:  # noqa: ANN401  # The tables of the benchmarks.
    return COUNTRY.country(share)


@cache
def directory(share: int) -> Directory:
    made: Directory = ORGANISATIONS.from_rows(country(share))
    return made


def figures(share: int) -> dict[str, int]:
    return {f"truong-{number}": number % 90 for number in range(COUNTRY.SCHOOLS // share) if number % 10}


def within(most: float, action: Callable[[], object], bare: Callable[[], object]) -> bool:
    """Whether an action takes at most so many times what another takes; other work adds to it, but hardly each time."""

    def once() -> bool:
        own, other = TIMING.least_seconds([action, bare], 15)
        return bool(own <= most * other)

    return any(once() for _ in range(TRIES))


def today(share: int) -> Snapshot:
    return directory(share).at(DAY)


class TestLinearTime:
    """Four times the units take four times the time."""

    @pytest.mark.parametrize(
        "work",
        [
            lambda share: ORGANISATIONS.from_rows(country(share)),
            lambda share: Directory(**directory(share).facts._asdict()),
            lambda share: today(share).forest("territorial"),
            lambda share: today(share).roll_up(figures(share), "territorial"),
            lambda share: directory(share).to_rows(),
            lambda share: Directory(names=directory(share).names, units=directory(share).units, events=directory(share).events)
            .at(DAY)
            .find_by_name("Trường MN Hoa Sen 24"),
        ],
        ids=["from rows", "from facts", "a snapshot", "a roll-up", "to rows", "names"],
    )  # fmt: skip
    def test_of(self, work: Callable[[int], object]) -> None:
        # Parts of the country that fit into the caches of a processor: where one is outgrown, time jumps whatever is done.
        assert within(LINEAR**2, partial(work, 12), partial(work, 48))

    @pytest.mark.parametrize("shape", ["chain", "star"])
    def test_of_odd_trees(self, shape: str) -> None:
        def rows(size: int) -> list[dict[str, str]]:
            parents = ["" if not unit else str(unit - 1 if shape == "chain" else 0) for unit in range(size)]
            return [{"id": str(unit), "name": f"Đơn vị {unit}", "party": parents[unit]} for unit in range(size)]

        half, whole = rows(10_000), rows(20_000)
        assert within(LINEAR, partial(Directory.from_rows, whole), partial(Directory.from_rows, half))
        deepest = Directory.from_rows(whole).at(DAY)
        assert len(deepest.descendants("0", "party")) == len(whole) - 1
        assert len(deepest.ancestors(str(len(whole) - 1), "party")) == (len(whole) - 1 if shape == "chain" else 1)


class TestLinearTimeIsShort:
    """Beside dictionaries written by hand, which check nothing: no bound in seconds fits all machines."""

    def test_building(self) -> None:
        facts, by_hand = directory(1).facts._asdict(), partial(ORGANISATIONS.by_hand, country(1))
        assert within(5, lambda: Directory(**facts), by_hand)

    def test_ancestors(self) -> None:
        snapshot, parents = today(1), BARE.parents_at(BARE.dated_parents(country(1)), "territorial", DAY)
        asked = [f"truong-{number}" for number in range(10_000)]
        assert snapshot.ancestors(asked[0], "territorial")[-1].id == BARE.ancestors(parents, asked[0])[-1]
        assert within(
            3,
            lambda: [snapshot.ancestors(unit, "territorial") for unit in asked],
            lambda: [BARE.ancestors(parents, unit) for unit in asked],
        )

    def test_descendants(self) -> None:
        snapshot, parents = today(1), BARE.parents_at(BARE.dated_parents(country(1)), "territorial", DAY)
        children = BARE.children_of(parents)
        all_below = partial(snapshot.descendants, "viet-nam", "territorial")
        assert {unit.id for unit in all_below()} == set(BARE.descendants(children, "viet-nam"))
        assert within(3, all_below, partial(BARE.descendants, children, "viet-nam"))
        # One of 34 provinces is found without walking the rest.
        assert within(0.2, partial(snapshot.descendants, "tinh-7", "territorial"), all_below)

    def test_a_whole_roll_up(self) -> None:
        snapshot, parents = today(1), BARE.parents_at(BARE.dated_parents(country(1)), "territorial", DAY)
        given = figures(1)
        totals, bare = snapshot.roll_up(given, "territorial"), BARE.roll_up(parents, given)
        assert all(totals[unit].value == bare.get(unit.id, 0) for unit in totals)
        assert within(3, partial(snapshot.roll_up, given, "territorial"), partial(BARE.roll_up, parents, given))
