"""How the units of a table ended (đơn vị kết thúc): the events its rows tell of."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from vstbpn.catalogue.evidence import together, weakest
from vstbpn.catalogue.tables import Confidence
from vstbpn.organisations.checking.faults import with_article
from vstbpn.organisations.rows.cells import Cells, Days, Words, terms_of
from vstbpn.organisations.rows.doubts import Doubts
from vstbpn.organisations.rows.places import Group
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.intervals import Bounds

_COLUMNS = ("event", "successors", "legal_basis")


class Ending(NamedTuple):
    """How one unit ended."""

    unit: str
    date: datetime.date
    kind: EventKind
    successors: tuple[str, ...]
    legal_basis: str
    source: str
    confidence: Confidence
    place: int


class Endings(NamedTuple):
    """How the units of a table ended, and its cells."""

    cells: Cells
    all: Sequence[Ending]


@cache
def _words() -> Words[EventKind]:
    return {word: kind for word, kind in terms_of(EventKind).items() if isinstance(kind, EventKind) and kind.moves}


_NO_EVENTS = {
    EventKind.CREATE: "leave the cell blank: the first day of the unit tells it",
    EventKind.RENAME: "leave the cell blank: a renaming needs no event, only a row with the other name from that day on",
    EventKind.RECODE: "leave the cell blank: a new code needs no event, only a row with it from that day on",
    EventKind.REPARENT: "leave the cell blank: a new superior needs no event, only a row with it from that day on",
}


@cache
def _hints() -> Mapping[str, str]:
    """What to do about events that do not end a unit, by what they are called."""
    found = {word: _NO_EVENTS[kind] for word, kind in terms_of(EventKind).items() if kind in _NO_EVENTS}
    return found | {"renamed": _NO_EVENTS[EventKind.RENAME], "thay đổi tên": _NO_EVENTS[EventKind.RENAME]}


_NO_EVENT = "write merge, split or abolish"
_OTHER_ACTS = "if the unit ended; the act of a renaming or of a new superior stands in the table of events"


def read_endings(cells: Cells, ids: Sequence[str], ends: Days, left_out: set[int], doubts: Doubts) -> Endings:
    """How the units of a table ended; what could not be read joins ``doubts``."""
    if not any(column in cells.table.columns for column in _COLUMNS):
        return Endings(cells, ())
    kinds, successors = cells.terms("event", _words(), hints=_hints()), cells.id_lists("successors")
    bases, sources, confidences = cells.texts("legal_basis"), cells.texts("source"), cells.confidences()
    texts = cells.texts("event")
    found = []
    unread = left_out | cells.bad_in("event", "successors")
    for place, (kind, taking, basis) in enumerate(zip(kinds, successors, bases, strict=True)):
        if not (texts[place] or taking or basis):
            continue
        date, shape = ends[place], None if kind is None else _misfit(kind, taking)
        if place in unread:
            doubts.ended.add(ids[place])
        elif kind is None or date is None or shape:
            doubts.ended.add(ids[place])
            if kind is None:
                given = "successors are" if taking else "a legal basis is"
                message = f"the cell is blank, but {given} given"
                remedy = _NO_EVENT if taking else f"{_NO_EVENT} {_OTHER_ACTS}"
                cells.fault(place, "event", message, remedy)
            elif date is None:
                doubts.lives.add(ids[place])
                message = f"{with_article(kind.en)} is given, but no last day"
                cells.fault(place, "event", message, "write the last day of the unit, or leave the event out")
            elif shape:
                message, remedy = shape
                cells.fault(place, "successors", message, remedy)
        else:
            found.append(Ending(ids[place], date, kind, taking, basis, sources[place], confidences[place], place))
    return Endings(cells, found)


def _misfit(kind: EventKind, successors: Sequence[str]) -> tuple[str, str] | None:
    """What is wrong with the successors of a unit, and what to do; None where they fit the event."""
    count = len(successors)
    if kind is EventKind.MERGE and count != 1:
        return f"a merger is into one unit, found {count}", "write the unit it went into, or split as event"
    if kind is EventKind.SPLIT and not count:
        return "a split is into at least one unit, found none", "write the units that took it over"
    if kind is EventKind.ABOLISH and count:
        return (
            f"after a dissolution nobody takes over, found {count}",
            "leave them out, or write merge or split as event",
        )
    return None


def events_of(endings: Endings, lives: Mapping[str, Bounds]) -> Group:
    """The events, with the row of each unit that ended.

    Units merged on one day into one unit make one event. That unit is among its sources if it stood the day before.
    """
    groups: dict[object, list[Ending]] = {}
    for ending in endings.all:
        is_merger = ending.kind is EventKind.MERGE
        groups.setdefault((ending.date, ending.successors) if is_merger else ending.place, []).append(ending)
    events = [_event(of_one, lives) for of_one in groups.values()]
    places = [{ending.unit: ending.place for ending in of_one} for of_one in groups.values()]
    _, last = endings.cells.stretch_columns()
    columns = {"sources": "id", "targets": "successors", "date": last}
    return Group(endings.cells.table, events, places, columns, "event")


def _event(endings: Sequence[Ending], lives: Mapping[str, Bounds]) -> ChangeEvent:
    first = endings[0]
    sources = dict.fromkeys(ending.unit for ending in endings)
    if first.kind is EventKind.MERGE:
        sources.update(dict.fromkeys(_standing_before(first.successors, first.date, lives)))
    return ChangeEvent(
        date=first.date,
        kind=first.kind,
        sources=tuple(sources),
        targets=first.successors,
        legal_basis=together(ending.legal_basis for ending in endings) or None,
        source=together(ending.source for ending in endings),
        confidence=weakest(*(ending.confidence for ending in endings)),
    )


def _standing_before(units: Iterable[str], date: datetime.date, lives: Mapping[str, Bounds]) -> list[str]:
    return [unit for unit in units if unit in lives and lives[unit].start < date <= lives[unit].end]
