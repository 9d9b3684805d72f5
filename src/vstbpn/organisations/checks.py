"""What must hold of the facts of a directory together. Every fault is told, not the first alone."""

import datetime
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from vstbpn.organisations.unit import ChangeEvent, DatedCode, DatedName, Link, OrganisationUnit

Fact = TypeVar("Fact", DatedName, DatedCode, Link)


def unit_faults(units: Iterable[OrganisationUnit], names: Iterable[DatedName]) -> Iterator[str]:
    """Ids given twice, and units that bear no name on any day."""
    named = {name.unit for name in names}
    seen: set[str] = set()
    for unit in units:
        if unit.id in seen:
            yield f"unit {unit.id!r} is given twice"
        elif unit.id not in named:
            yield f"unit {unit.id!r} has no name"
        seen.add(unit.id)


def unknown_faults(
    known: Mapping[str, OrganisationUnit],
    names: Iterable[DatedName],
    codes: Iterable[DatedCode],
    links: Iterable[Link],
    events: Iterable[ChangeEvent],
) -> Iterator[str]:
    """Facts about units that are not there."""
    mentions = (
        *((f"name {name.name!r}", name.unit) for name in names),
        *((f"code {code.scheme} {code.code}", code.unit) for code in codes),
        *((f"link {link.child} -> {link.parent}", unit) for link in links for unit in (link.child, link.parent)),
        *(
            (f"event {event.kind.value} on {event.date}", unit)
            for event in events
            for unit in dict.fromkeys(event.sources + event.targets)
        ),
    )
    for fact, unit in mentions:
        if unit not in known:
            yield f"{fact}: unknown unit {unit!r}"


def overlap_faults(names: Iterable[DatedName], codes: Iterable[DatedCode], links: Iterable[Link]) -> Iterator[str]:
    """Two names of a unit, two bearers of a code or two parents on a line at the same time."""
    for first, second in _overlaps((name.unit, name) for name in names):
        yield f"unit {first.unit!r} is named {first.name!r} and {second.name!r} at the same time"
    for one, other in _overlaps(((code.scheme, code.code), code) for code in codes):
        yield f"code {one.scheme} {one.code} is borne by {one.unit!r} and {other.unit!r} at the same time"
    for link, again in _overlaps(((link.child, link.line), link) for link in links):
        yield f"{link.child!r} hangs under {link.parent!r} and {again.parent!r} at the same time ({link.line.value})"


def _overlaps(keyed: Iterable[tuple[Hashable, Fact]]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of facts under one key whose intervals overlap, each fact with the one before it."""
    groups: dict[Hashable, list[Fact]] = defaultdict(list)
    for key, fact in keyed:
        groups[key].append(fact)
    for facts in groups.values():
        if len(facts) == 1:
            continue
        facts.sort(key=_start)
        reaching = facts[0]
        for fact in facts[1:]:
            if reaching.end is None or _start(fact) < reaching.end:
                yield reaching, fact
            if reaching.end is not None and (fact.end is None or fact.end > reaching.end):
                reaching = fact


def _start(fact: DatedName | DatedCode | Link) -> datetime.date:
    return fact.start or datetime.date.min


def cycle_faults(links: Iterable[Link]) -> Iterator[str]:
    """Units that hang under themselves on some day.

    A ring closes on the day its last link starts. So only the links that start on a day are followed upwards on it.
    """
    upwards: dict[Hashable, list[Link]] = defaultdict(list)
    starting: dict[datetime.date, list[Link]] = defaultdict(list)
    for link in links:
        upwards[link.child, link.line].append(link)
        starting[_start(link)].append(link)
    for date in sorted(starting):
        cleared: set[Hashable] = set()
        for link in starting[date]:
            ring = _ring(link, date, upwards, cleared)
            if ring:
                since = "" if date == datetime.date.min else f" from {date}"
                yield f"cycle on the {link.line.value} line{since}: {' -> '.join(ring)}"


def _ring(
    link: Link, date: datetime.date, upwards: Mapping[Hashable, Sequence[Link]], cleared: set[Hashable]
) -> list[str]:
    """The units of the ring reached from a link on a day, if any; what leads nowhere is noted in ``cleared``."""
    path: dict[str, None] = {}
    unit: str | None = link.child
    while unit is not None and (unit, link.line) not in cleared:
        if unit in path:
            walked = list(path)
            cleared.update((step, link.line) for step in walked)
            return [*walked[walked.index(unit) :], unit]
        path[unit] = None
        unit = next((up.parent for up in upwards.get((unit, link.line), ()) if up.holds(date)), None)
    cleared.update((step, link.line) for step in path)
    return []


def ending_faults(
    days: Iterable[tuple[datetime.date, Mapping[str, Iterable[str]]]], names: Mapping[str, Sequence[DatedName]]
) -> Iterator[str]:
    """Units that an event ended and that bear a name all the same on that day."""
    for date, moves in days:
        for source, targets in moves.items():
            if source not in targets and any(name.holds(date) for name in names.get(source, ())):
                yield f"unit {source!r} ended on {date} but still bears a name on that day"
