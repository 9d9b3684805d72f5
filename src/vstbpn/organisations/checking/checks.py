"""What must hold of the facts of a directory together (kiểm tra danh bạ). Every fault is told, not the first alone."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from operator import attrgetter
from typing import NamedTuple, TypeVar

from vstbpn.organisations.checking.faults import DirectoryFault, FaultKind
from vstbpn.organisations.checking.line_checks import follow_each_other, line_faults
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.intervals import FIRST, LAST, Bounds, Dated, bounds
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit

Fact = TypeVar("Fact", bound=Dated)
Lives = Mapping[str, Bounds]

_DAY = datetime.timedelta(days=1)
_UNIT, _KIND, _CHILD, _PARENT, _START, _END = map(attrgetter, ("unit", "kind", "child", "parent", "start", "end"))


class Facts(NamedTuple):
    """All facts of a directory."""

    units: Sequence[OrganisationUnit] = ()
    names: Sequence[DatedName] = ()
    codes: Sequence[DatedCode] = ()
    links: Sequence[Link] = ()
    roles: Sequence[DatedRole] = ()
    events: Sequence[ChangeEvent] = ()


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
    faults = [*_unit_faults(facts.units, by_id, lives), *_unknown_faults(facts, by_id, lives)]
    known, links, loose = lives, facts.links, []
    if faults:
        known = {unit: life for unit, life in lives.items() if unit in by_id}
        loose = [link for link in links if link.child in known and link.parent not in known]
        links = [link for link in links if link.child in known and link.parent in known]
    faults += _name_faults(facts.names)
    faults += _code_faults(facts.codes, known)
    faults += line_faults(links, by_id, known, loose)
    faults += _event_faults(facts.events, facts.names, known)
    return faults


def _unit_faults(
    units: Sequence[OrganisationUnit], by_id: Mapping[str, OrganisationUnit], lives: Lives
) -> Iterator[DirectoryFault]:
    """Ids given twice, units that bear no name on any day, and those that stand when there are none of their kind."""
    if len(by_id) != len(units):
        seen: set[str] = set()
        for unit in units:
            if unit.id in seen:
                yield DirectoryFault(
                    kind=FaultKind.REPEATED_UNIT,
                    message=f"unit {unit.id!r} is given twice",
                    remedy="give each unit once, or the second one an id of its own",
                    fact=unit,
                )
            seen.add(unit.id)
    for nameless in [unit for unit in by_id if unit not in lives] if not by_id.keys() <= lives.keys() else ():
        yield DirectoryFault(
            kind=FaultKind.NO_NAME,
            message=f"unit {nameless!r} has no name",
            remedy="give the name it bears, and from when",
            fact=by_id[nameless],
        )
    # Members of enumerations hash slowly, so their values stand for them.
    kinds = {kind._value_: kind for kind in map(_KIND, units)}
    ended = [kind for kind in kinds.values() if kind.row.valid_from or kind.row.valid_to]
    for unit in [unit for unit in units if unit.kind in ended] if ended else ():
        if unit.id in lives:
            yield from _kind_fault(unit, lives[unit.id])


def _kind_fault(unit: OrganisationUnit, life: Bounds) -> Iterator[DirectoryFault]:
    row = unit.kind.row
    last = row.valid_to
    if last is not None and life.end > last + _DAY:
        yield DirectoryFault(
            kind=FaultKind.ENDED_KIND,
            message=f"unit {unit.id!r} stands {life}, but there is no {unit.kind.en} after {last}",
            remedy=f"end it on {last}, with an event that says what became of it, or give it another kind",
            fact=unit,
        )
    if row.valid_from is not None and FIRST < life.start < row.valid_from:
        yield DirectoryFault(
            kind=FaultKind.ENDED_KIND,
            message=f"unit {unit.id!r} stands {life}, but there is no {unit.kind.en} before {row.valid_from}",
            remedy="mend its first day, or give it another kind",
            fact=unit,
        )


def _unknown_faults(facts: Facts, by_id: Mapping[str, OrganisationUnit], lives: Lives) -> Iterator[DirectoryFault]:
    """Facts about units that are not there."""
    # Mostly all are there, which is told at once.
    if lives.keys() <= by_id.keys() and all(map(by_id.__contains__, _mentioned(facts))):
        return
    mentioned: Iterable[tuple[object, Iterable[str]]] = (
        *((name, (name.unit,)) for name in facts.names if name.unit not in by_id),
        *((code, (code.unit,)) for code in facts.codes if code.unit not in by_id),
        *((link, (link.child, link.parent)) for link in facts.links if link.child not in by_id or link.parent not in by_id),
        *((role, filter(None, (role.unit, role.holder_unit))) for role in facts.roles),
        *((event, dict.fromkeys(event.sources + event.targets)) for event in facts.events),
    )  # fmt: skip
    for fact, units in mentioned:
        for unit in units:
            if unit not in by_id:
                yield DirectoryFault(
                    kind=FaultKind.UNKNOWN_UNIT,
                    message=f"{describe(fact)}: unknown unit {unit!r}",
                    remedy="add that unit, or write the id of one that is there",
                    fact=fact,
                )


def _mentioned(facts: Facts) -> Iterator[str]:
    """The units that facts other than names are about."""
    roles = ((role.unit, role.holder_unit or role.unit) for role in facts.roles)
    events = (event.sources + event.targets for event in facts.events)
    links = chain(map(_CHILD, facts.links), map(_PARENT, facts.links))
    return chain(map(_UNIT, facts.codes), links, *roles, *events)


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
                yield DirectoryFault(
                    kind=FaultKind.OVERLAP,
                    message=f"unit {name.unit!r} is named {reaching.name!r} and {name.name!r} at the same time",
                    remedy="end the one name where the other starts",
                    fact=name,
                )
            elif starting > ending:
                yield DirectoryFault(
                    kind=FaultKind.GAP,
                    message=f"unit {name.unit!r} bears no name {Bounds(ending, starting)}",
                    remedy="close the gap, or give the later unit an id of its own",
                    fact=name,
                )
            reaching = name if bounds(name).end > bounds(reaching).end else reaching


def _code_faults(codes: Sequence[DatedCode], lives: Lives) -> Iterator[DirectoryFault]:
    """One code that two units bear in one scheme on one day; each bears it only while it stands."""
    for group in _repeated([f"{code.scheme}\x00{code.code}" for code in codes], codes):
        held = [(bounds(code).within(lives[code.unit]), code) for code in group if code.unit in lives]
        held = sorted((days for days in held if not days[0].is_empty), key=lambda days: days[0])
        for (reaching, first), (days, code) in pairwise(held):
            if days.start < reaching.end:
                bearers = f"{first.unit!r} and {code.unit!r}" if first.unit != code.unit else f"{code.unit!r} twice"
                yield DirectoryFault(
                    kind=FaultKind.SHARED_CODE,
                    message=f"code {code.scheme} {code.code} is borne by {bearers} {days.within(reaching)}",
                    remedy="mend one of the codes, or the days it is borne",
                    fact=code,
                )


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
                )
            elif life is not None and event.kind is EventKind.CREATE and FIRST < life.start != event.date:
                yield DirectoryFault(
                    kind=FaultKind.WRONG_EVENT,
                    message=f"{describe(event)}: {target!r} stands {life}",
                    remedy="mend the day of the event, or the first day of that unit",
                    fact=event,
                )
    ended = [(unit, life) for unit, life in lives.items() if life.end != LAST and (unit, life.end) not in gone]
    last_name = {name.unit: name for name in names if name.end is not None} if ended else {}
    for unit, life in ended:
        yield DirectoryFault(
            kind=FaultKind.NO_EVENT,
            message=f"unit {unit!r} ends on {life.end - _DAY} and no event says what became of it",
            remedy=f"add an event on {life.end} (merge, split or abolish) with it among the sources",
            fact=last_name[unit],
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
        )
    elif is_gone and event.date < life.end:
        yield DirectoryFault(
            kind=FaultKind.WRONG_EVENT,
            message=f"unit {source!r} ended on {event.date} but still bears a name on that day",
            remedy="end its name on that day, or name it among the targets if it lives on",
            fact=event,
        )
