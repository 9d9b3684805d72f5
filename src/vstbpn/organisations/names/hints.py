"""What to tell who asked for a name in vain (gợi ý): near misses, and units that bore the name once."""

import datetime
from collections import Counter
from difflib import SequenceMatcher
from heapq import nlargest
from typing import TYPE_CHECKING

from vstbpn.organisations.names.index import HEADS, NameIndex, Names, names_at_any_time
from vstbpn.organisations.names.keys import loose_key, name_key
from vstbpn.organisations.names.places import level_of_rank, parts_of
from vstbpn.organisations.units.kinds import Level
from vstbpn.organisations.units.unit import OrganisationUnit

if TYPE_CHECKING:
    from vstbpn.organisations.snapshot import Snapshot

_Units = tuple[OrganisationUnit, ...]
_DAY = datetime.timedelta(days=1)


def near_misses(snapshot: "Snapshot", index: NameIndex, text: str) -> list[str]:
    """The ids of the units whose names are most like a text, and that are of its sort where its first word tells one."""
    loose = loose_key(name_key(text))[:_LONGEST_COMPARED]
    words = Counter(loose.split(" "))
    date = snapshot.date
    head = f"{loose.partition(' ')[0]} "
    is_known = any(key.startswith(head) for key in index.exact)
    alike: list[tuple[int, str, str]] = []
    for key, names in index.exact.items():
        shared = len(words.keys() & key.split(" "))
        if shared and (not is_known or key.startswith(head)):
            alike += [(2 * shared - key.count(" "), key, dated.unit) for dated in names if dated.holds(date)]
    likest = sorted(
        (-SequenceMatcher(None, loose, loose_key(key)).ratio(), unit)
        for _, key, unit in nlargest(_MOST_COMPARED, alike)
    )
    least = max(_ALIKE, -likest[0][0] - _MUCH_LESS_ALIKE) if likest else _ALIKE
    return [unit for unlike, unit in likest if -unlike >= least][:_MOST_NEAR]


def once_borne(
    snapshot: "Snapshot", index: NameIndex, text: str, province: str | None = None
) -> tuple[str, _Units] | None:
    """What became of the units that bore a name, in words, and those that are to be named instead; None if none did."""
    borne = _borne(index, text, province)
    if any(dated.holds(snapshot.date) for dated in borne):
        return None
    clauses, instead = [], dict[OrganisationUnit, None]()
    for unit in dict.fromkeys(dated.unit for dated in borne):
        clause, units = _what_became(snapshot, unit, _names_of(snapshot, unit))
        clauses.append(clause)
        instead |= dict.fromkeys(units)
    return ("; ".join(clauses[:_MOST_NEAR]), tuple(instead)) if clauses else None


def _borne(index: NameIndex, text: str, province: str | None) -> Names:
    """The names of whatever time a text means: whole ones, or in a province those of its own bodies less their place."""
    names = names_at_any_time(index, text)
    key = loose_key(name_key(text))
    if names or province is None or key in HEADS:
        return names
    return [dated for dated in index.loose.short.get(key, ()) if _is_of_province(dated.name, province)]


def _what_became(snapshot: "Snapshot", unit: str, names: Names) -> tuple[str, _Units]:
    first, last = names[0], names[-1]
    if unit in snapshot:
        return f"{unit} bears another name on that day: {snapshot.name(unit)}", (snapshot.unit(unit),)
    if last.end is None or last.end > snapshot.date:
        return f"{unit} ({first.name}) stands from {first.start} on", ()
    successors = snapshot.directory.successors(unit, snapshot.date, since=last.end - _DAY)
    stood = f"{unit} ({last.name}) stood until {last.end - _DAY}"
    if not successors:
        return stood, ()
    return f"{stood} and went over to {', '.join(f'{one.id} ({snapshot.name(one)})' for one in successors)}", successors


def _names_of(snapshot: "Snapshot", unit: str) -> Names:
    names = [dated for dated in snapshot.directory.names if dated.unit == unit]
    return sorted(names, key=lambda dated: dated.start or datetime.date.min)


def ended_by_name(snapshot: "Snapshot", text: str, province: str | None = None) -> _Units:
    """The units that bore a name once and stand no more on the day: why a name of old times has no unit.

    Args:
        snapshot: The units of the day.
        text: The name as written.
        province: The name of the province in which "Sở LĐTBXH" is that of the province.

    Raises:
        InvalidValueError: ``text`` is no text.

    >>> from vstbpn.organisations.shipped.directory import bundled
    >>> [unit.id for unit in ended_by_name(bundled().at(datetime.date(2026, 2, 9)), "Bộ LĐTBXH")]
    ['bo-ldtbxh']
    """
    where = None if province is None else loose_key(name_key(province))
    units = [dated.unit for dated in _borne(snapshot.directory.name_index, text, where)]
    gone = (unit for unit in dict.fromkeys(units) if unit not in snapshot and _has_ended(snapshot, unit))
    return tuple(map(snapshot.directory.unit, gone))


def _is_of_province(name: str, province: str) -> bool:
    parts = parts_of(loose_key(name_key(name)))
    return parts.province == province and level_of_rank(parts.rank, parts.place) is Level.PROVINCE


def _has_ended(snapshot: "Snapshot", unit: str) -> bool:
    last = _names_of(snapshot, unit)[-1]
    return last.end is not None and last.end <= snapshot.date


_LONGEST_COMPARED = 200
_MOST_COMPARED = 40
_MOST_NEAR = 5
_ALIKE, _MUCH_LESS_ALIKE = 0.6, 0.15
