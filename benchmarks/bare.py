"""What one writes by hand instead of a library: dictionaries of parents and of children."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping

from country import Country

DatedParents = dict[tuple[str, str], list[tuple[datetime.date | None, datetime.date | None, str]]]


def names(country: Country) -> dict[str, str]:
    """The name of each unit."""
    return {row["id"]: row["name"] for row in country.units}


def dated_parents(country: Country) -> DatedParents:
    """Whom each unit hangs under on a line, and from when to when."""
    parents: DatedParents = {}
    for row in country.links:
        first, last = row["valid_from"], row["valid_to"]
        start = datetime.date.fromisoformat(first) if first else None
        end = datetime.date.fromisoformat(last) if last else None
        parents.setdefault((row["line"], row["child"]), []).append((start, end, row["parent"]))
    return parents


def plain_parents(country: Country) -> dict[str, str]:
    """Whom each unit hangs under on the territorial line, whatever the day."""
    return {row["child"]: row["parent"] for row in country.links if row["line"] == "territorial"}


def parents_at(dated: DatedParents, line: str, date: datetime.date) -> dict[str, str]:
    """Whom each unit hangs under on a line on a day."""
    return {
        child: parent
        for (of, child), stretches in dated.items()
        if of == line
        for start, last, parent in stretches
        if (start is None or start <= date) and (last is None or date <= last)
    }


def ancestors(parents: Mapping[str, str], unit: str) -> list[str]:
    """The units above one, the nearest first."""
    above = []
    step = parents.get(unit)
    while step is not None:
        above.append(step)
        step = parents.get(step)
    return above


def children_of(parents: Mapping[str, str]) -> dict[str, list[str]]:
    """The units that hang directly under each."""
    children = defaultdict(list)
    for child, parent in parents.items():
        children[parent].append(child)
    return children


def descendants(children: Mapping[str, list[str]], unit: str) -> list[str]:
    """All units below one."""
    below: list[str] = []
    waiting = list(children.get(unit, ()))
    while waiting:
        step = waiting.pop()
        below.append(step)
        waiting.extend(children.get(step, ()))
    return below


def roll_up(parents: Mapping[str, str], figures: Mapping[str, int]) -> dict[str, int]:
    """The total of each unit: every figure is added to its unit and to all above it."""
    totals: dict[str, int] = defaultdict(int)
    for unit, figure in figures.items():
        step: str | None = unit
        while step is not None:
            totals[step] += figure
            step = parents.get(step)
    return totals


def counted_roll_up(
    parents: Mapping[str, str], figures: Mapping[str, int], expected: Iterable[str]
) -> dict[str, tuple[int, int, int]]:
    """As ``roll_up``, with how many units reported of how many expected, without which a total says little."""
    totals = roll_up(parents, figures)
    reporting = roll_up(parents, dict.fromkeys(figures, 1))
    wanted = roll_up(parents, dict.fromkeys(expected, 1))
    return {unit: (totals[unit], reporting[unit], count) for unit, count in wanted.items()}
