"""Which event of a calendar file is which (định danh sự kiện): the same from run to run and from machine to machine.

An event is told by the document that orders it, by what it orders of whom and by its year, never by its day, by where a
day off moved it, or by what else the document says. Where one document words one duty several times in a year, they are
counted by date; where a former file is known, what stands on the same days keeps its number.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID, uuid5

from vstbpn.calendars.agenda.entry import CalendarEntry
from vstbpn.exporting.entries import Days, shown_days
from vstbpn.lines import one_line
from vstbpn.plans.plan import Plan
from vstbpn.text import comparison_key

DOMAIN = "@vstbpn"
"""What the UIDs of this library end in."""

_NAMESPACE = UUID("5e0b9a4c-52f4-5c0e-9d53-0f6f3c7d6a21")
_HALF, _QUARTER = 6, 3

EVENT, TASK, CALENDAR = "event", "task", "calendar"
"""What has a UID: an event of the calendar, a task of the list of tasks, and the calendar of a document itself."""

Key = tuple[str, ...]


def document_key(document: Plan | str | None) -> Key:
    """What tells a document: issuer, its superior, symbol and year; of a draft without a number its title.

    >>> document_key("Kế  hoạch năm 2026")
    ('name', 'kế hoạch năm 2026')
    """
    if document is None:
        return ()
    if isinstance(document, str):
        return "name", _key(document)
    year = str(document.year or "")
    issued = _key(document.superior), _key(document.issuer)
    if document.symbol is not None and document.symbol.is_numbered:
        return "symbol", *issued, _key(document.symbol.canonical), str(document.symbol.year or year)
    return "title", *issued, _key(document.title), year


def entry_key(entry: CalendarEntry) -> Key:
    """What tells an entry of a document: kind, who, what and period, and which turn it is of what comes back.

    >>> from datetime import date
    >>> from vstbpn.calendars.agenda.entry import EntryKind
    >>> day = date(2026, 6, 12)
    >>> entry_key(CalendarEntry(kind=EntryKind.DEADLINE, start=day, end=day, what="Báo cáo", recurring="half-yearly"))
    ('deadline', '', 'báo cáo', '', '2026-H1')
    """
    return entry.kind.value, _key(entry.who), _key(entry.what), str(entry.period or ""), _turn(entry)


def _turn(entry: CalendarEntry) -> str:
    """Which turn it is: what comes back has one in each week, month, quarter, half or year, all else one in a year."""
    day = entry.end
    year = f"{day.year:04}"
    if entry.recurring == "weekly":
        return f"{day.isocalendar().year:04}-W{day.isocalendar().week:02}"
    if entry.recurring == "monthly":
        return f"{year}-{day.month:02}"
    if entry.recurring == "quarterly":
        return f"{year}-Q{(day.month - 1) // _QUARTER + 1}"
    if entry.recurring == "half-yearly":
        return f"{year}-H{(day.month - 1) // _HALF + 1}"
    # The files of two years are made one after the other, and neither may take the other's event for its own.
    return year


def _key(words: str | None) -> str:
    return comparison_key(one_line(words or ""))


def uid(document: Key, entry: Key, number: int, part: str) -> str:
    """The UID of an event: a name-based UUID (RFC 4122), as RFC 7986 advises, under this library's name."""
    return f"{uuid5(_NAMESPACE, json.dumps([document, entry, number, part]))}{DOMAIN}"


def calendar_uid(document: Key) -> str:
    """The UID of a document's calendar (RFC 7986, 5.3), which tells whose events a file holds.

    >>> calendar_uid(document_key("Kế hoạch năm 2026"))
    '...@vstbpn'
    """
    return uid(document, (), 1, CALENDAR)


def numbered(
    entries: Iterable[CalendarEntry], document: Key, former: Mapping[str, Days | None]
) -> Iterator[tuple[CalendarEntry, Key, int]]:
    """Each entry with its key and which of several it is, counted by date.

    Args:
        entries: The entries.
        document: What tells the document.
        former: The first and last day of each event of the former file by UID.
    """
    groups: dict[Key, list[CalendarEntry]] = defaultdict(list)
    for entry in entries:
        groups[entry_key(entry)].append(entry)
    for key, group in groups.items():
        if len(group) > 1:
            group.sort(key=_order)
        known = list(_known_days(document, key, former))
        free = dict.fromkeys(range(1, len(known) + len(group) + 1))
        at: dict[Days | None, list[int]] = defaultdict(list)
        for number in range(len(known), 0, -1):
            at[known[number - 1]].append(number)
        staying = {place: at[days].pop() for place, days in enumerate(map(shown_days, group)) if at.get(days)}
        for number in staying.values():
            del free[number]
        unused = iter(free)
        for place, entry in enumerate(group):
            yield entry, key, staying[place] if place in staying else next(unused)


def _known_days(document: Key, key: Key, former: Mapping[str, Days | None]) -> Iterator[Days | None]:
    """The days of the events of a key in the former file; what is gone stays there as cancelled, so that no number lacks."""
    number = 1
    while former and (name := uid(document, key, number, EVENT)) in former:
        yield former[name]
        number += 1


def _order(entry: CalendarEntry) -> tuple[str, ...]:
    """An order of entries that does not depend on how they are given."""
    days = (entry.end, entry.start, entry.due)
    words = (entry.to_whom, entry.text, entry.theme)
    return (*(day.isoformat() for day in days), *map(_key, words), repr(entry))
