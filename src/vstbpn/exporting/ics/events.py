"""Events and tasks of a calendar file (sự kiện, việc cần làm), as the package ``icalendar`` has them."""

import datetime
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.errors import InvalidValueError
from vstbpn.exporting.entries import shown_days
from vstbpn.exporting.entry_words import WORDS, name_of, parties, remarks
from vstbpn.lines import one_line

if TYPE_CHECKING:
    from icalendar import Alarm, Event, Todo

    Part = TypeVar("Part", Event, Todo)

_ONE_DAY = datetime.timedelta(days=1)


class Manner(NamedTuple):
    """How events are written (cách ghi).

    Args:
        language: ``vi`` or ``en``.
        reminders: How many days before a deadline its reminders come.
        hour: At which hour of their day they come.
        source: The document, in words.
        stamp: When the document said so.
    """

    language: str
    reminders: tuple[int, ...]
    hour: int
    source: str
    stamp: datetime.datetime


def event(entry: CalendarEntry, uid: str, manner: Manner) -> "Event":
    """An entry as an event of whole days, which leaves the days free: a deadline is no appointment."""
    from icalendar import Event

    made = Event()
    first, last = shown_days(entry)
    _tell(made, entry, uid, manner)
    made.add("dtstart", first)
    made.add("dtend", _day_after(last))
    made.add("transp", "TRANSPARENT")
    made.add("status", "TENTATIVE" if entry.provisional else "CONFIRMED")
    for days in manner.reminders if entry.kind is EntryKind.DEADLINE else ():
        made.add_component(_alarm(entry, days, manner))
    return made


def task(entry: CalendarEntry, uid: str, manner: Manner) -> "Todo":
    """A deadline as a task. Its event alone reminds of it: every client reads events, and many pass over tasks."""
    from icalendar import Todo

    made = Todo()
    _tell(made, entry, uid, manner)
    made.add("due", entry.due)
    made.add("status", "NEEDS-ACTION")
    return made


def summary(entry: CalendarEntry, language: str) -> str:
    """What stands in the calendar.

    >>> day = datetime.date(2026, 6, 12)
    >>> summary(CalendarEntry(kind=EntryKind.DEADLINE, start=day, end=day, what="Báo cáo", who="Các tổ"), "vi")
    'Hạn: Báo cáo (Các tổ)'
    """
    words = WORDS[language]
    name = name_of(entry, language)
    told = words["due"].format(what=name) if entry.kind is EntryKind.DEADLINE else name
    notes = [note for note in (parties(entry), words["provisional-mark"] if entry.provisional else "") if note]
    return f"{told} ({'; '.join(notes)})" if notes else told


def description(entry: CalendarEntry, manner: Manner) -> str:
    """All that is known of an entry, a line each."""
    words = WORDS[manner.language]
    lines = [name_of(entry, manner.language)]
    for label, party in (("who", entry.who), ("to_whom", entry.to_whom)):
        if party:
            lines.append(f"{words[label]}: {one_line(party)}")
    lines += (f"{remark[:1].upper()}{remark[1:]}" for remark in remarks(entry, manner.language))
    if one_line(entry.text):
        lines.append(words["text"].format(text=one_line(entry.text)))
    if manner.source:
        lines.append(words["source"].format(source=manner.source))
    return "\n".join(lines)


def _tell(made: "Event | Todo", entry: CalendarEntry, uid: str, manner: Manner) -> None:
    """What events and tasks say alike."""
    made.add("uid", uid)
    made.add("dtstamp", manner.stamp)
    made.add("sequence", 0)
    made.add("summary", summary(entry, manner.language))
    made.add("description", description(entry, manner))
    made.add("categories", [str(getattr(entry.kind, manner.language))])


def _day_after(day: datetime.date) -> datetime.date:
    if day == datetime.date.max:
        raise InvalidValueError("end", str(day), "an event ends before the day after its last one, and there is none")
    return day + _ONE_DAY


def _alarm(entry: CalendarEntry, days: int, manner: Manner) -> "Alarm":
    from icalendar import Alarm

    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", summary(entry, manner.language))
    made.add("trigger", datetime.timedelta(days=-days, hours=manner.hour))
    return made
