"""What must hold of the links of a directory (kiểm tra quan hệ trực thuộc): one tree on each line, on every day.

A directory has tens of thousands of links and few sorts of them: schools of one kind that moved on the same days. So each
sort is looked into once, and its links are only gone through where something is wrong.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from vstbpn.organisations.checking.faults import DirectoryFault, FaultKind, with_article
from vstbpn.organisations.checking.rings import Ring, rings
from vstbpn.organisations.checking.sorts import Sort, Sorts
from vstbpn.organisations.units.intervals import FIRST, LAST, Bounds, Dated, bounds
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import Link

_Shape = tuple[int, int, datetime.date | None, datetime.date | None]

_CHILD, _PARENT, _START, _END = map(attrgetter, ("child", "parent", "start", "end"))


def line_faults(
    links: Sequence[Link], sorts: Sorts, lives: Mapping[str, Bounds], loose: Sequence[Link] = ()
) -> Iterator[DirectoryFault]:
    """What is wrong with the links, line by line.

    The units of all links must be there, and stand on some days; but for the parents of ``loose`` ones, which only count
    where it is asked whether a unit hangs under any.
    """
    by_line, loose_by_line = _by_line(links), _by_line(loose)
    for line in Line:
        of_line, loose_ones = by_line[id(line)], loose_by_line[id(line)]
        if of_line:
            found = list(rings(of_line, lives))
            # Where units hang under themselves, that some of them cannot hang there is no more news.
            in_rings = {
                pair for ring in found for pair in zip(ring.units, (*ring.units[1:], ring.units[0]), strict=True)
            }
            for fault in _link_faults(of_line, line, sorts):
                if fault.kind is not FaultKind.WRONG_PARENT or fault.units not in in_rings:
                    yield fault
            yield from _coverage_faults([*of_line, *loose_ones], line, sorts)
            yield from map(_cycle_fault, found)
        elif loose_ones:
            yield from _coverage_faults(loose_ones, line, sorts)


def _by_line(links: Sequence[Link]) -> dict[int, list[Link]]:
    found: dict[int, list[Link]] = {id(line): [] for line in Line}  # Members of enumerations hash slowly.
    for link in links:
        found[id(link.line)].append(link)
    return found


def _link_faults(links: Sequence[Link], line: Line, sorts: Sorts) -> Iterator[DirectoryFault]:
    """Links of no day, to parents that do not stand or are of a kind that cannot hold the child."""
    wrong = {}
    # The set keeps one shape of each, so that no more is held than there are sorts.
    for shape in set(_shapes(links, sorts.of)):
        child, parent, start, end = shape
        held = Bounds(start or FIRST, end or LAST)
        if found := _shape_fault(sorts.all[child], sorts.all[parent], held, line):
            wrong[shape] = found
    if wrong:
        for link, shape in zip(links, _shapes(links, sorts.of), strict=True):
            if shape in wrong:
                fault, ids = wrong[shape], {"child": repr(link.child), "parent": repr(link.parent)}
                yield fault._replace(
                    message=fault.message.format(**ids),
                    remedy=fault.remedy.format(**ids),
                    fact=link,
                    units=(link.child, link.parent),
                )


def _shapes(links: Sequence[Link], sort_of: Mapping[str, int]) -> Iterator[_Shape]:
    """Of each link the sorts of its units and its days."""
    number = sort_of.__getitem__
    children, parents = map(number, map(_CHILD, links)), map(number, map(_PARENT, links))
    return zip(children, parents, map(_START, links), map(_END, links), strict=True)


def _shape_fault(child: Sort, parent: Sort, held: Bounds, line: Line) -> DirectoryFault | None:
    """What is wrong with a link of two sorts, with ``{child}`` and ``{parent}`` in the place of the ids."""
    days = held.within(child.life)
    link = f"{{child}} hangs under {{parent}} ({line.value})"
    if days.is_empty:
        return DirectoryFault(
            kind=FaultKind.OUTSIDE_LIFE,
            message=f"{link} {held}, but stands {child.life}",
            remedy="mend the days of the link, or those of the unit",
            part="end" if held.end <= child.life.start else "start",
        )
    if days.within(parent.life) != days:
        return DirectoryFault(
            kind=FaultKind.OUTLIVES_PARENT,
            message=f"{link} {days}, but {{parent}} stands {parent.life}",
            remedy=(
                f"start the link on {parent.life.start}, and hang the unit before under what {{parent}} followed"
                if days.start < parent.life.start
                else "end the link with {parent} and hang the unit under what took its place"
            ),
            part="end" if days.end > parent.life.end else "start",
        )
    for day in _days_of_change(child.kind, line, days):
        if not child.kind.may_stand_under(parent.kind, line, day):
            able = ", ".join(kind.en for kind in child.kind.parents(line, day))
            instead = f"hang it under a unit that can hold it then ({able})" if able else "end the link before that day"
            on = "" if day == FIRST else f" on {day}"
            return DirectoryFault(
                kind=FaultKind.WRONG_PARENT,
                message=f"{link}, but {with_article(child.kind.en)} cannot hang under {with_article(parent.kind.en)}{on}",
                remedy=f"{instead}, or mend the kind of one of them",
                part="parent",
            )
    return None


def _days_of_change(kind: UnitKind, line: Line, days: Bounds) -> Iterator[datetime.date]:
    """The first day of a stretch, and those in it from which units of a kind may hang under others."""
    yield days.start
    yield from (day for day in kind.days_of_change(line) if days.start < day < days.end)


def _coverage_faults(links: Sequence[Link], line: Line, sorts: Sorts) -> Iterator[DirectoryFault]:
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
            yield from _end_fault(link, link.end, line, sorts.all[sorts.of[link.child]])
    for child, of_child in several.items():
        reaching = of_child[-1]
        if not follow_each_other(of_child):
            of_child.sort(key=bounds)
            reaching = of_child[0]
            for link in of_child[1:]:
                yield from _seam_fault(reaching, link, sorts.all[sorts.of[child]].life)
                reaching = link if bounds(link).end > bounds(reaching).end else reaching
        if reaching.end is not None:
            yield from _end_fault(reaching, reaching.end, line, sorts.all[sorts.of[child]])


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
            units=(then.child,),
            part="start",
        )
    elif other.start > one.end:
        yield _gap(then, Bounds(one.end, other.start), "start")


def _end_fault(link: Link, end: datetime.date, line: Line, child: Sort) -> Iterator[DirectoryFault]:
    """A unit that stands on after its last link, on a line it still belongs to."""
    if child.life.start < end < child.life.end and child.kind.belongs_on(line, end):
        yield _gap(link, Bounds(end, child.life.end), "end")


def _gap(link: Link, days: Bounds, part: str) -> DirectoryFault:
    return DirectoryFault(
        kind=FaultKind.GAP,
        message=f"{link.child!r} hangs under no unit {days} ({link.line.value})",
        remedy="add the link that is missing, or stretch the one beside it",
        fact=link,
        units=(link.child,),
        part=part,
    )


def _cycle_fault(ring: Ring) -> DirectoryFault:
    since = "" if ring.date == FIRST else f" from {ring.date}"
    return DirectoryFault(
        kind=FaultKind.CYCLE,
        message=f"cycle on the {ring.link.line.value} line{since}: {' -> '.join((*ring.units, ring.units[0]))}",
        remedy="take one of these links away, or mend its days",
        fact=ring.link,
        units=tuple(ring.units),
        part="parent",
    )
