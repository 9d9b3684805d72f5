"""What must hold of the links of a directory (kiểm tra quan hệ trực thuộc): one tree on each line, on every day.

A directory has tens of thousands of links and few sorts of them: schools of one kind that moved on the same days. So each
sort is looked into once, and its links are only gone through where something is wrong.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from vstbpn.organisations.checking.faults import DirectoryFault, FaultKind
from vstbpn.organisations.units.intervals import LAST, Bounds, Dated, bounds
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import Link, OrganisationUnit

_Lives = Mapping[str, Bounds]
_Shape = tuple[int, int, datetime.date | None, datetime.date | None]
_CHILD, _PARENT, _START, _END, _KIND = map(attrgetter, ("child", "parent", "start", "end", "kind"))


class _Sort(NamedTuple):
    """What units have in common for these checks: when they stand, and of what kind they are."""

    life: Bounds
    kind: UnitKind


def line_faults(
    links: Sequence[Link], by_id: Mapping[str, OrganisationUnit], lives: _Lives, loose: Sequence[Link] = ()
) -> Iterator[DirectoryFault]:
    """What is wrong with the links, line by line.

    The units of all links must be there, and stand on some days; but for the parents of ``loose`` ones, which only count
    where it is asked whether a unit hangs under any.
    """
    sorts, sort_of = _sorts(by_id, lives)
    by_line: dict[int, list[Link]] = {id(line): [] for line in Line}  # Members of enumerations hash slowly.
    for link in links:
        by_line.setdefault(id(link.line), []).append(link)
    for line in Line:
        if of_line := by_line[id(line)]:
            yield from _link_faults(of_line, line, sorts, sort_of)
            yield from _coverage_faults(
                [*of_line, *(link for link in loose if link.line is line)], line, sorts, sort_of
            )
            yield from cycle_faults(of_line)


def _sorts(by_id: Mapping[str, OrganisationUnit], lives: _Lives) -> tuple[list[_Sort], dict[str, int]]:
    """The sorts of units there are, and the number of each unit's: numbers compare faster than what they stand for."""
    if not lives.keys() <= by_id.keys():
        lives = {unit_id: life for unit_id, life in lives.items() if unit_id in by_id}
    # Units share their lives and kinds, so which objects these are tells the sort, and is told faster than what they hold.
    kinds = map(id, map(_KIND, map(by_id.__getitem__, lives)))
    keys = zip(map(id, lives.values()), kinds, strict=True)
    sort_of = dict(zip(lives, map(_Numbers().__getitem__, keys), strict=True))
    one_of_each = dict(zip(sort_of.values(), sort_of, strict=True))
    return [_Sort(lives[one], by_id[one].kind) for _, one in sorted(one_of_each.items())], sort_of


class _Numbers(dict[tuple[int, int], int]):
    """Numbers keys as they come, from 0 on."""

    def __missing__(self, key: tuple[int, int]) -> int:
        self[key] = number = len(self)
        return number


def _link_faults(
    links: Sequence[Link], line: Line, sorts: Sequence[_Sort], sort_of: Mapping[str, int]
) -> Iterator[DirectoryFault]:
    """Links of no day, to parents that do not stand or are of a kind that cannot hold the child."""
    wrong = {}
    # The set keeps one shape of each, so that no more is held than there are sorts.
    for shape in set(_shapes(links, sort_of)):
        child, parent, start, end = shape
        held = Bounds(start or datetime.date.min, end or LAST)
        if found := _shape_fault(sorts[child], sorts[parent], held, line):
            wrong[shape] = found
    if wrong:
        for link, shape in zip(links, _shapes(links, sort_of), strict=True):
            if shape in wrong:
                kind, message, remedy = wrong[shape]
                words = message.format(child=repr(link.child), parent=repr(link.parent))
                yield DirectoryFault(
                    kind=kind, message=words, remedy=remedy.format(parent=repr(link.parent)), fact=link
                )


def _shapes(links: Sequence[Link], sort_of: Mapping[str, int]) -> Iterator[_Shape]:
    """Of each link the sorts of its units and its days."""
    number = sort_of.__getitem__
    children, parents = map(number, map(_CHILD, links)), map(number, map(_PARENT, links))
    return zip(children, parents, map(_START, links), map(_END, links), strict=True)


def _shape_fault(child: _Sort, parent: _Sort, held: Bounds, line: Line) -> tuple[FaultKind, str, str] | None:
    """What is wrong with a link of two sorts: the kind of fault, a message and a remedy with the ids in braces."""
    days = held.within(child.life)
    link = f"{{child}} hangs under {{parent}} ({line.value})"
    if days.is_empty:
        return (
            FaultKind.OUTSIDE_LIFE,
            f"{link} {held}, but stands {child.life}",
            "mend the days of the link, or those of the unit",
        )
    if days.within(parent.life) != days:
        return (
            FaultKind.OUTLIVES_PARENT,
            f"{link} {days}, but {{parent}} stands {parent.life}",
            "end the link with {parent} and hang the unit under what took its place",
        )
    for day in _days_of_change(child.kind, line, days):
        if not child.kind.may_stand_under(parent.kind, line, day):
            able = ", ".join(kind.en for kind in child.kind.parents(line, day))
            instead = f"hang it under a unit that can hold it then ({able})" if able else "end the link before that day"
            on = "" if day == datetime.date.min else f" on {day}"
            return (
                FaultKind.WRONG_PARENT,
                f"{link}, but a {child.kind.en} cannot hang under a {parent.kind.en}{on}",
                f"{instead}, or mend the kind of one of them",
            )
    return None


def _days_of_change(kind: UnitKind, line: Line, days: Bounds) -> Iterator[datetime.date]:
    """The first day of a stretch, and those in it from which units of a kind may hang under others."""
    yield days.start
    yield from (day for day in kind.days_of_change(line) if days.start < day < days.end)


def _coverage_faults(
    links: Sequence[Link], line: Line, sorts: Sequence[_Sort], sort_of: Mapping[str, int]
) -> Iterator[DirectoryFault]:
    """Units under two others on one day, and those under none for a time though they hang on the line else."""
    several: dict[str, list[Link]] = defaultdict(list)
    single = links
    if len(set(map(_CHILD, links))) < len(links):
        counts = Counter(map(_CHILD, links))
        single = [link for link in links if counts[link.child] == 1]
        for link in links:
            if counts[link.child] > 1:
                several[link.child].append(link)
    for link in single:
        if link.end is not None:
            yield from _end_fault(link, link.end, line, sorts[sort_of[link.child]])
    for child, of_child in several.items():
        reaching = of_child[-1]
        if not follow_each_other(of_child):
            of_child.sort(key=bounds)
            reaching = of_child[0]
            for link in of_child[1:]:
                yield from _seam_fault(reaching, link, sorts[sort_of[child]].life)
                reaching = link if bounds(link).end > bounds(reaching).end else reaching
        if reaching.end is not None:
            yield from _end_fault(reaching, reaching.end, line, sorts[sort_of[child]])


def follow_each_other(facts: Sequence[Dated]) -> bool:
    """Whether each fact starts on the day on which the one before it ends, as they mostly do."""
    return all(fact.end is not None and fact.end == then.start for fact, then in pairwise(facts))


def _seam_fault(first: Link, then: Link, life: Bounds) -> Iterator[DirectoryFault]:
    """What is wrong where one link of a unit follows another."""
    one, other = bounds(first).within(life), bounds(then).within(life)
    if one.is_empty or other.is_empty:
        return
    if other.start < one.end:
        yield DirectoryFault(
            kind=FaultKind.OVERLAP,
            message=f"{then.child!r} hangs under {first.parent!r} and {then.parent!r} at the same time ({then.line.value})",
            remedy="end the one link where the other starts",
            fact=then,
        )
    elif other.start > one.end:
        yield _gap(then, Bounds(one.end, other.start))


def _end_fault(link: Link, end: datetime.date, line: Line, child: _Sort) -> Iterator[DirectoryFault]:
    """A unit that stands on after its last link, on a line it still belongs to."""
    if child.life.start < end < child.life.end and child.kind.belongs_on(line, end):
        yield _gap(link, Bounds(end, child.life.end))


def _gap(link: Link, days: Bounds) -> DirectoryFault:
    return DirectoryFault(
        kind=FaultKind.GAP,
        message=f"{link.child!r} hangs under no unit {days} ({link.line.value})",
        remedy="add the link that is missing, or stretch the one beside it",
        fact=link,
    )


def cycle_faults(links: Iterable[Link]) -> Iterator[DirectoryFault]:
    """Units that hang under themselves on some day, along one line.

    A ring closes on the day its last link starts. So only the links that start on a day are followed upwards on it, and
    only those that could be part of any ring.
    """
    upwards: dict[str, list[Link]] = defaultdict(list)
    starting: dict[datetime.date, list[Link]] = defaultdict(list)
    for link in _in_rings(list(links)):
        upwards[link.child].append(link)
        starting[link.start or datetime.date.min].append(link)
    for date in sorted(starting):
        cleared: set[str] = set()
        for link in starting[date]:
            ring = _ring(link.child, date, upwards, cleared)
            if ring:
                since = "" if date == datetime.date.min else f" from {date}"
                yield DirectoryFault(
                    kind=FaultKind.CYCLE,
                    message=f"cycle on the {link.line.value} line{since}: {' -> '.join(ring)}",
                    remedy="take one of these links away, or mend its days",
                    fact=link,
                )


def _in_rings(links: Sequence[Link]) -> list[Link]:
    """The links that may be part of a ring, whatever their days: those under which nothing hangs are taken away again and again."""
    above = {link.parent for link in links}
    upper = [link for link in links if link.child in above]
    upwards: dict[str, list[str]] = defaultdict(list)
    for link in upper:
        upwards[link.child].append(link.parent)
    hanging = Counter(parent for parents in upwards.values() for parent in parents)
    bottom = [child for child in upwards if not hanging[child]]
    for child in bottom:
        # The list grows while it is gone through: a unit joins it when the last one under it has.
        for parent in upwards.pop(child):
            hanging[parent] -= 1
            if not hanging[parent] and parent in upwards:
                bottom.append(parent)
    return [link for link in upper if link.child in upwards]


def _ring(child: str, date: datetime.date, upwards: Mapping[str, Sequence[Link]], cleared: set[str]) -> list[str]:
    """The units of the ring reached from a unit on a day, if any; what leads nowhere is noted in ``cleared``."""
    path: dict[str, None] = {}
    unit: str | None = child
    while unit is not None and unit not in cleared:
        if unit in path:
            walked = list(path)
            cleared.update(walked)
            return [*walked[walked.index(unit) :], unit]
        path[unit] = None
        unit = next((link.parent for link in upwards.get(unit, ()) if link.holds(date)), None)
    cleared.update(path)
    return []
