"""What must hold of the facts of a directory together (kiểm tra danh bạ). Every fault is told, not the first alone."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from vstbpn.organisations.checking.faults import DirectoryFault, FaultKind
from vstbpn.organisations.checking.line_checks import follow_each_other, line_faults
from vstbpn.organisations.checking.sorts import Sort, Sorts, sorts_of
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.facts import Facts
from vstbpn.organisations.units.intervals import ALWAYS, FIRST, LAST, Bounds, Dated, bounds
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit

Fact = TypeVar("Fact", bound=Dated)
Lives = Mapping[str, Bounds]

_DAY = datetime.timedelta(days=1)
_UNIT, _CHILD, _PARENT, _START, _END = map(attrgetter, ("unit", "child", "parent", "start", "end"))


def lives_of(names: Sequence[DatedName]) -> dict[str, Bounds]:
    """From when to when each unit stands: from the first day of its first name to the last day of its last one."""
    stretches = _Stretches()
    days = zip(map(_START, names), map(_END, names), strict=True)
    lives = dict(zip(map(_UNIT, names), map(stretches.__getitem__, days), strict=True))
    if len(lives) < len(names):
        for group in _repeated(list(map(_UNIT, names)), names):
            held = [bounds(name) for name in group]
            life = Bounds(min(one.start for one in held), max(one.end for one in held))
            lives[group[0].unit] = stretches[life]
    return lives


class _Stretches(dict[tuple[datetime.date | None, datetime.date | None], Bounds]):
    """Stretches by their days, each made once: most units share theirs with many others."""

    def __missing__(self, days: tuple[datetime.date | None, datetime.date | None]) -> Bounds:
        self[days] = stretch = Bounds(days[0] or FIRST, days[1] or LAST)
        return stretch


def directory_faults(facts: Facts, by_id: Mapping[str, OrganisationUnit], lives: Lives) -> list[DirectoryFault]:
    """Everything that does not hold; lines and events are looked into only for units that are there."""
    sorts = sorts_of(by_id, lives)
    faults = [
        *_unit_faults(facts.units, by_id, lives),
        *_kind_faults(by_id, sorts),
        *_unknown_faults(facts, by_id, lives),
    ]
    known, links, loose = lives, facts.links, []
    if faults:
        known = {unit: life for unit, life in lives.items() if unit in by_id}
        loose = [link for link in links if link.child in known and link.parent not in known]
        links = [link for link in links if link.child in known and link.parent in known]
    faults += _name_faults(facts.names)
    faults += _code_faults(facts.codes, known)
    faults += line_faults(links, sorts, known, loose)
    faults += _event_faults(facts.events, facts.names, known)
    return faults


def _unit_faults(
    units: Sequence[OrganisationUnit], by_id: Mapping[str, OrganisationUnit], lives: Lives
) -> Iterator[DirectoryFault]:
    """Ids given twice, and units that bear no name on any day."""
    if len(by_id) != len(units):
        seen: set[str] = set()
        for unit in units:
            if unit.id in seen:
                yield DirectoryFault(
                    kind=FaultKind.REPEATED_UNIT,
                    message=f"unit {unit.id!r} is given twice",
                    remedy="give each unit once, or the second one an id of its own",
                    fact=unit,
                    units=(unit.id,),
                    part="id",
                )
            seen.add(unit.id)
    for nameless in [unit for unit in by_id if unit not in lives] if not by_id.keys() <= lives.keys() else ():
        yield DirectoryFault(
            kind=FaultKind.NO_NAME,
            message=f"unit {nameless!r} has no name",
            remedy="give the name it bears, and from when",
            fact=by_id[nameless],
            units=(nameless,),
            part="name",
        )


def _kind_faults(by_id: Mapping[str, OrganisationUnit], sorts: Sorts) -> Iterator[DirectoryFault]:
    """Units that stand when there are none of their kind."""
    wrong = {number: sort.life for number, sort in enumerate(sorts.all) if _outlives_kind(sort)}
    for unit, number in sorts.of.items() if wrong else ():
        if number in wrong:
            yield from _kind_fault(by_id[unit], wrong[number])


def _outlives_kind(sort: Sort) -> bool:
    row, life = sort.kind.row, sort.life
    is_after = row.valid_to is not None and life.end > row.valid_to + _DAY
    return is_after or (row.valid_from is not None and FIRST < life.start < row.valid_from)


def _kind_fault(unit: OrganisationUnit, life: Bounds) -> Iterator[DirectoryFault]:
    row = unit.kind.row
    last = row.valid_to
    if last is not None and life.end > last + _DAY:
        yield DirectoryFault(
            kind=FaultKind.ENDED_KIND,
            message=f"unit {unit.id!r} stands {life}, but there is no {unit.kind.en} after {last}",
            remedy=f"end it on {last}, with an event that says what became of it, or give it another kind",
            fact=unit,
            units=(unit.id,),
            part="kind",
        )
    if row.valid_from is not None and FIRST < life.start < row.valid_from:
        yield DirectoryFault(
            kind=FaultKind.ENDED_KIND,
            message=f"unit {unit.id!r} stands {life}, but there is no {unit.kind.en} before {row.valid_from}",
            remedy="mend its first day, or give it another kind",
            fact=unit,
            units=(unit.id,),
            part="kind",
        )


def _unknown_faults(facts: Facts, by_id: Mapping[str, OrganisationUnit], lives: Lives) -> Iterator[DirectoryFault]:
    """Facts about units that are not there."""
    # Mostly all are there, which is told at once.
    if lives.keys() <= by_id.keys() and all(map(by_id.__contains__, _mentioned(facts))):
        return
    for fact, units in _units_by_parts(facts):
        for unit, part in units.items():
            if unit not in by_id:
                yield DirectoryFault(
                    kind=FaultKind.UNKNOWN_UNIT,
                    message=f"{describe(fact)}: unknown unit {unit!r}",
                    remedy="add that unit, or write the id of one that is there",
                    fact=fact,
                    units=(unit,),
                    part=part,
                )


def _units_by_parts(facts: Facts) -> Iterator[tuple[object, dict[str, str]]]:
    """Each fact with the units it is about, and the field that names each first."""
    for name in facts.names:
        yield name, {name.unit: "unit"}
    for code in facts.codes:
        yield code, {code.unit: "unit"}
    for link in facts.links:
        yield link, {link.child: "child"} | ({link.parent: "parent"} if link.parent != link.child else {})
    for role in facts.roles:
        holder = {role.holder_unit: "holder_unit"} if role.holder_unit else {}
        yield role, {role.unit: "unit"} | {unit: part for unit, part in holder.items() if unit != role.unit}
    for event in facts.events:
        sources = dict.fromkeys(event.sources, "sources")
        yield event, sources | {unit: "targets" for unit in event.targets if unit not in sources}


def _mentioned(facts: Facts) -> Iterator[str]:
    """The units that facts other than names are about."""
    roles = ((role.unit, role.holder_unit or role.unit) for role in facts.roles)
    events = (event.sources + event.targets for event in facts.events)
    parents = set(map(_PARENT, facts.links))  # Few units have others under them.
    return chain(map(_UNIT, facts.codes), map(_CHILD, facts.links), parents, *roles, *events)


def describe(fact: object) -> str:
    """A fact in few words, as messages name it."""
    match fact:
        case DatedName():
            return f"name {fact.name!r} of {fact.unit!r}"
        case DatedCode():
            return f"code {fact.scheme} {fact.code} of {fact.unit!r}"
        case Link():
            return f"link {fact.child} -> {fact.parent} ({fact.line.value})"
        case DatedRole():
            return f"{fact.kind.value} of {fact.unit!r}"
        case ChangeEvent():
            return f"event {fact.kind.value} on {fact.date}"
        case _:
            return str(fact)


def _repeated(keys: Sequence[str], facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    """The facts of each key that more than one fact has, by their first day."""
    if len(set(keys)) == len(keys):
        return
    several = {key for key, count in Counter(keys).items() if count > 1}
    groups: dict[str, list[Fact]] = defaultdict(list)
    for key, fact in zip(keys, facts, strict=True):
        if key in several:
            groups[key].append(fact)
    for group in groups.values():
        if not follow_each_other(group):
            group.sort(key=bounds)
        yield group


def _name_faults(names: Sequence[DatedName]) -> Iterator[DirectoryFault]:
    """Two names of a unit on one day, and days on which it bears none between two names."""
    for group in _repeated([name.unit for name in names], names):
        if follow_each_other(group):
            continue
        reaching = group[0]
        for name in group[1:]:
            ending, starting = reaching.end or LAST, name.start or FIRST
            if starting < ending:
                message = f"unit {name.unit!r} is named {reaching.name!r} and {name.name!r} at the same time"
                remedy = "end the one name where the other starts"
                if name.name == reaching.name:
                    shared = bounds(name).within(bounds(reaching))
                    message = f"unit {name.unit!r} is given the name {name.name!r} twice {shared}"
                    remedy = "leave the one out, or end it where the other starts"
                yield DirectoryFault(
                    kind=FaultKind.OVERLAP,
                    message=message,
                    remedy=remedy,
                    fact=name,
                    other=reaching,
                    units=(name.unit,),
                    part="start",
                )
            elif starting > ending:
                yield DirectoryFault(
                    kind=FaultKind.GAP,
                    message=f"unit {name.unit!r} bears no name {Bounds(ending, starting)}",
                    remedy="close the gap, or give the later unit an id of its own",
                    fact=name,
                    units=(name.unit,),
                    part="start",
                )
            reaching = name if bounds(name).end > bounds(reaching).end else reaching


def _code_faults(codes: Sequence[DatedCode], lives: Lives) -> Iterator[DirectoryFault]:
    """One code that two units bear in one scheme on one day; each bears it only while it stands."""
    for group in _repeated([f"{code.scheme}\x00{code.code}" for code in codes], codes):
        held = [(bounds(code).within(lives[code.unit]), code) for code in group if code.unit in lives]
        held = sorted((days for days in held if not days[0].is_empty), key=lambda days: days[0])
        reaching, first = held[0] if held else (ALWAYS, group[0])
        for days, code in held[1:]:
            if days.start < reaching.end:
                bearers = f"{first.unit!r} and {code.unit!r}" if first.unit != code.unit else f"{code.unit!r} twice"
                yield DirectoryFault(
                    kind=FaultKind.SHARED_CODE,
                    message=f"code {code.scheme} {code.code} is borne by {bearers} {days.within(reaching)}",
                    remedy="mend one of the codes, or the days it is borne",
                    fact=code,
                    other=first,
                    units=tuple(dict.fromkeys((first.unit, code.unit))),
                    part="code",
                )
            if days.end > reaching.end:
                reaching, first = days, code


def _event_faults(events: Sequence[ChangeEvent], names: Sequence[DatedName], lives: Lives) -> Iterator[DirectoryFault]:
    """Events about units that do not stand then, and units that end without any."""
    gone: set[tuple[str, datetime.date]] = set()
    for event in events:
        for source in dict.fromkeys(event.sources):
            if event.kind.moves and source not in event.targets:
                gone.add((source, event.date))
            yield from _source_fault(event, source, lives.get(source), is_gone=(source, event.date) in gone)
        for target in dict.fromkeys(event.targets):
            life = lives.get(target)
            if life is not None and not life.start <= event.date < life.end:
                yield DirectoryFault(
                    kind=FaultKind.WRONG_EVENT,
                    message=f"{describe(event)}: {target!r} takes over, but stands {life}",
                    remedy="mend the day of the event, or the days of that unit",
                    fact=event,
                    units=(target,),
                    part="targets",
                )
            elif life is not None and event.kind is EventKind.CREATE and FIRST < life.start != event.date:
                yield DirectoryFault(
                    kind=FaultKind.WRONG_EVENT,
                    message=f"{describe(event)}: {target!r} stands {life}",
                    remedy="mend the day of the event, or the first day of that unit",
                    fact=event,
                    units=(target,),
                    part="targets",
                )
    ended = [(unit, life) for unit, life in lives.items() if life.end != LAST and (unit, life.end) not in gone]
    last_name = {name.unit: name for name in names if name.end is not None} if ended else {}
    for unit, life in ended:
        yield DirectoryFault(
            kind=FaultKind.NO_EVENT,
            message=f"unit {unit!r} ends on {life.end - _DAY} and no event says what became of it",
            remedy=f"add an event on {life.end} (merge, split or abolish) with it among the sources",
            fact=last_name[unit],
            units=(unit,),
            part="end",
        )


def _source_fault(event: ChangeEvent, source: str, life: Bounds | None, *, is_gone: bool) -> Iterator[DirectoryFault]:
    if life is None:
        return
    day_before = event.date - _DAY if event.date > FIRST else event.date
    if not life.start <= day_before < life.end:
        yield DirectoryFault(
            kind=FaultKind.WRONG_EVENT,
            message=f"{describe(event)}: {source!r} is among its sources, but stands {life}",
            remedy="mend the day of the event, or the days of that unit",
            fact=event,
            units=(source,),
            part="sources",
        )
    elif is_gone and event.date < life.end:
        yield DirectoryFault(
            kind=FaultKind.WRONG_EVENT,
            message=f"unit {source!r} ended on {event.date} but still bears a name on that day",
            remedy="end its name on that day, or name it among the targets if it lives on",
            fact=event,
            units=(source,),
            part="date",
        )
