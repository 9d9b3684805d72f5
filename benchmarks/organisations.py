"""How fast a country of 50 000 units is built, asked and rolled up, beside bare dictionaries and three tree libraries.

Run with ``python benchmarks/organisations.py``; the dependency group ``benchmark`` installs the tree libraries. One that is
not installed is left out. All take turns in one run, without the garbage collector.

What is compared does not do the same work. The libraries hold one undated tree of the territorial line, the dictionaries
both lines with their days, and neither checks anything. ``from rows`` reads and checks each cell of the tables besides
building; ``from ready facts`` builds and checks as the dictionaries are built from what is there already. A roll-up of
ours tells for each unit how many reported of how many expected; ``fresh`` ones pay for the hierarchy of the day too.
"""

import datetime
import tracemalloc
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

import bare
from country import PROVINCES, SCHOOLS, Country, country
from timing import least_seconds

from vstbpn.organisations.directory import Directory
from vstbpn.organisations.snapshot import Snapshot

DAY = datetime.date(2026, 9, 1)
QUERIES = 10_000


def with_nodes(library: str, rows: Country) -> object:
    """The territorial line as nodes of anytree or bigtree, which are made alike."""
    node = import_module(library).Node
    nodes: dict[str, Any] = {"viet-nam": node("viet-nam")}
    for child, parent in _parents_first(rows):
        nodes[child] = node(child, parent=nodes[parent])
    return nodes


def with_treelib(rows: Country) -> object:
    """The territorial line as a tree of treelib."""
    tree = import_module("treelib").Tree()
    tree.create_node("viet-nam", "viet-nam")
    for child, parent in _parents_first(rows):
        tree.create_node(child, child, parent=parent)
    return tree


def _parents_first(rows: Country) -> list[tuple[str, str]]:
    return [(row["child"], row["parent"]) for row in rows.links if row["line"] == "territorial"]


def by_hand(rows: Country) -> object:
    """The names and the dated parents."""
    return bare.names(rows), bare.dated_parents(rows)


def from_rows(rows: Country) -> Directory:
    """The directory, with all its checks."""
    return Directory.from_rows(rows.units, links=rows.links, events=rows.events)


def show(title: str, base: str, actions: dict[str, Callable[[], object]], rounds: int = 5) -> None:
    """Time the actions in turns and print each beside the one called ``base``."""
    times = dict(zip(actions, least_seconds(list(actions.values()), rounds), strict=True))
    print(f"\n{title}")
    for name, taken in times.items():
        print(f"  {name:<34} {taken * 1000:9.2f} ms  {taken / times[base]:7.2f} x")


def installed(contenders: dict[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
    """Those whose library is there."""
    found = {}
    for name, build in contenders.items():
        try:
            import_module(name)
        except ImportError:
            print(f"{name} is not installed and left out")
        else:
            found[name] = build
    return found


def show_building(rows: Country) -> None:
    facts = from_rows(rows).facts
    libraries: dict[str, Callable[[], object]] = {
        "anytree": partial(with_nodes, "anytree", rows),
        "bigtree": partial(with_nodes, "bigtree", rows),
        "treelib": partial(with_treelib, rows),
    }
    actions: dict[str, Callable[[], object]] = {
        "dict of dated parents, names": partial(by_hand, rows),
        "dict of dated parents alone": partial(bare.dated_parents, rows),
        "dict of parents, one line, no dates": partial(bare.plain_parents, rows),
        "vstbpn from rows, all checks": partial(from_rows, rows),
        "vstbpn from ready facts, all checks": lambda: Directory(**facts._asdict()),
        **installed(libraries),
    }
    show("building", "dict of dated parents, names", actions, rounds=3)


def show_asking(rows: Country, directory: Directory) -> None:
    dated = bare.dated_parents(rows)
    parents = bare.parents_at(dated, "territorial", DAY)
    children = bare.children_of(parents)
    today = directory.at(DAY)
    today.forest("territorial")
    asked = [f"truong-{number * 4}" for number in range(QUERIES)]
    show(
        "a snapshot",
        "dict of parents of the day",
        {
            "dict of parents of the day": partial(bare.parents_at, dated, "territorial", DAY),
            "directory.at(day)": partial(directory.at, DAY),
            "at(day), and its territorial line": lambda: directory.at(DAY).forest("territorial"),
        },
    )
    show(
        f"{QUERIES} ancestor queries",
        "dict of parents",
        {
            "dict of parents": lambda: [bare.ancestors(parents, unit) for unit in asked],
            "snapshot.ancestors": lambda: [today.ancestors(unit, "territorial") for unit in asked],
        },
    )
    show(
        "all descendants",
        "dict of children",
        {
            "dict of children": partial(bare.descendants, children, "viet-nam"),
            "snapshot.descendants": partial(today.descendants, "viet-nam", "territorial"),
            "of one province": partial(today.descendants, "tinh-7", "territorial"),
            "of each province": lambda: [
                today.descendants(f"tinh-{number}", "territorial") for number in range(PROVINCES)
            ],
        },
    )
    show_rolling_up(today, dated)


def show_rolling_up(today: Snapshot, dated: bare.DatedParents) -> None:
    parents = bare.parents_at(dated, "territorial", DAY)
    figures = {f"truong-{number}": number % 90 for number in range(SCHOOLS) if number % 10}
    expected = [f"truong-{number}" for number in range(SCHOOLS)]
    show(
        "a whole roll-up",
        "dict of parents, totals",
        {
            "dict of parents, totals": partial(bare.roll_up, parents, figures),
            "dict of parents, totals and counts": partial(bare.counted_roll_up, parents, figures, expected),
            "snapshot.roll_up": partial(today.roll_up, figures, "territorial"),
            "fresh: dict of parents, totals": lambda: bare.roll_up(bare.parents_at(dated, "territorial", DAY), figures),
            "fresh: directory.at(day).roll_up": lambda: today.directory.at(DAY).roll_up(figures, "territorial"),
        },
    )


def show_memory(rows: Country) -> None:
    print("\nmemory")
    for name, build in {
        "dict of dated parents, names": partial(by_hand, rows),
        "vstbpn directory": partial(from_rows, rows),
        "vstbpn directory and a snapshot": lambda: (made := from_rows(rows), made.at(DAY).forest("territorial")),
    }.items():
        tracemalloc.start()
        kept = build()
        size, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        print(f"  {name:<34} {size / 1e6:7.1f} MB, at most {peak / 1e6:.1f} MB while building")
        del kept


def main() -> None:
    rows = country()
    directory = from_rows(rows)
    print(f"{directory!r}")
    show_building(rows)
    show_asking(rows, directory)
    show_memory(rows)


if __name__ == "__main__":
    main()
