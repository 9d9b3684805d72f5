"""Calendar files (tệp lịch, .ics): RFC 5545 with the name of RFC 7986, and nothing of one program's own."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.errors import InvalidValueError, shown
from vstbpn.exporting.entries import Days, shown_days
from vstbpn.exporting.entry_words import document_words
from vstbpn.exporting.extras import need
from vstbpn.exporting.ics.events import Manner, event, task
from vstbpn.exporting.ics.former import Former, cancelled, follow, read_former, refuse_another
from vstbpn.exporting.ics.identity import EVENT, TASK, Key, calendar_uid, document_key, numbered, uid
from vstbpn.lines import one_line
from vstbpn.organisations.units.intervals import plain_day
from vstbpn.plans.plan import Plan
from vstbpn.vocabulary import Language, check_language

if TYPE_CHECKING:
    from icalendar import Calendar, Component, Event, Todo

_MOST_DAYS = 3650
_NO_STAMP = datetime.date(1970, 1, 1)


def to_ics(
    entries: Iterable[CalendarEntry],
    *,
    document: Plan | str | None = None,
    name: str | None = None,
    previous: bytes | str | None = None,
    years: Iterable[int] | None = None,
    reminders: Iterable[int] = (7, 1),
    hour: int = 0,
    todos: bool = False,
    stamp: datetime.date | None = None,
    lang: Language = "vi",
) -> bytes:
    r"""The entries of a year as a calendar file (tệp lịch), which needs the extra ``ics``.

    Each entry is an event of whole days: a deadline stands on its last day in time once moved, one set by the month only
    on the month's last day, a campaign on all its days. The same entries give the same bytes, on any day and any machine.

    Give the file made before as ``previous``, and events follow on from it: what changed gets the next ``SEQUENCE``,
    what did not stays as it is, and what is gone from the years shown is told as cancelled. Events of other years go on
    unchanged, so that one file may come to hold several years. An event stays the same one (``UID``) when its day in
    the year, the rule for days off or other entries change; if its words or its bearer do, it is another one.

    A document is told by issuer, number, symbol and year, and while it has no number by its title. For a draft that is to
    get its number later, give the same name each time as ``document``.

    Args:
        entries: What ``Plan.calendar`` gives, or any other entries.
        document: The document that orders them, or its name; it tells its events from those of other documents.
        name: What the calendar is called; by default the title of the document.
        previous: The calendar file made before of the same document.
        years: The years that the entries are all of, in which what is gone counts as cancelled; by default the year
            they share, or else those in which some lie whole. Without entries: all.
        reminders: How many days before a deadline a reminder comes.
        hour: At which hour of that day.
        todos: Whether deadlines are to stand in the list of tasks too; their events alone remind of them.
        stamp: The day this was said; by default the date of the document.
        lang: ``"vi"`` or ``"en"``.

    Raises:
        MissingExtraError: The package ``icalendar`` is not installed.
        UnusableInputError: ``previous`` is no calendar file, is damaged, or is of another document.
        InvalidValueError: There are no words in that language, or a number of days or hours is out of range.

    >>> day = datetime.date(2026, 6, 12)
    >>> report = CalendarEntry(kind=EntryKind.DEADLINE, start=day, end=day, what="Báo cáo 6 tháng đầu năm")
    >>> lines = to_ics([report], document="Kế hoạch năm 2026").decode().split("\r\n")
    >>> [line for line in lines if line.startswith(("SUMMARY", "DTSTART", "DTEND", "UID"))]
    ['UID:...@vstbpn', 'SUMMARY:Hạn: Báo cáo 6 tháng đầu năm', 'DTSTART;VALUE=DATE:20260612', 'DTEND;VALUE=DATE:20260613', 'UID:...@vstbpn']
    """
    check_language(lang)
    source = document_words(document, lang)
    manner = Manner(lang, _reminders(reminders), _hour(hour), source, _stamp(document, stamp))
    need("icalendar", what="writing calendar files", extra="ics")
    shown_entries = tuple(dict.fromkeys(entries))
    told = document_key(document)
    former = _former(previous, told, source)
    new: list[tuple[Days, str, Event | Todo]] = []
    for entry, of_event, of_task in _named(shown_entries, told, former):
        new.append((shown_days(entry), of_event, event(entry, of_event, manner)))
        if todos and entry.kind is EntryKind.DEADLINE:
            new.append((shown_days(entry), of_task, task(entry, of_task, manner)))
    for _, name_of_part, part in new:
        if name_of_part in former:
            follow(part, former.pop(name_of_part), manner.stamp)
    standing, gone = _left(former, _years(years, shown_entries))
    calendar = _headed(told, name or (document.title if isinstance(document, Plan) else None) or source, manner)
    told_of: list[Component] = [row[2] for row in sorted([*new, *standing], key=lambda row: row[:2])]
    for component in (*told_of, *cancelled(gone, manner.stamp)):
        calendar.add_component(component)
    written: bytes = calendar.to_ical()
    return written


def _headed(told: Key, title: str, manner: Manner) -> "Calendar":
    """A calendar without events: which document it is of, and what it is called."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//vstbpn//vstbpn//{manner.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("uid", calendar_uid(told))
    for known, words in (("name", one_line(title)), ("description", manner.source)):
        if words:
            calendar.add(known, words)
    return calendar


def _left(
    former: Mapping[str, Former], covered: Collection[int] | None
) -> "tuple[list[tuple[Days, str, Component]], list[Former]]":
    """What the former file holds beside the new events: what goes on in other years, and what is gone."""
    standing: list[tuple[Days, str, Component]] = []
    gone: list[Former] = []
    for known, old in sorted(former.items()):
        if old.days is None or old.is_cancelled or old.is_of(covered):
            gone.append(old)
        else:
            standing.append((old.days, known, old.component))
    return standing, gone


def _former(previous: bytes | str | None, told: Key, source: str) -> dict[str, Former]:
    """The events and tasks of the former file by UID."""
    if previous is None:
        return {}
    file = read_former(previous)
    refuse_another(file, calendar_uid(told), source)
    return dict(file.parts)


def _named(
    entries: Iterable[CalendarEntry], told: Key, former: Mapping[str, Former]
) -> Iterator[tuple[CalendarEntry, str, str]]:
    """Each entry with the UID of its event and that of its task."""
    events = {known: event.days for known, event in former.items() if event.component.name == "VEVENT"}
    for entry, key, number in numbered(entries, told, events):
        yield entry, uid(told, key, number, EVENT), uid(told, key, number, TASK)


def _years(asked: Iterable[object] | None, entries: Iterable[CalendarEntry]) -> Collection[int] | None:
    """The years in which what is gone counts as cancelled; None stands for all."""
    if asked is not None:
        wanted = set()
        for year in asked:
            if not isinstance(year, int):
                raise InvalidValueError("years", shown(year), "expected whole numbers, such as 2026")
            wanted.add(year)
        return wanted
    lying = [_years_of(entry) for entry in entries]
    if not lying:
        return None
    shared = set(lying[0]).intersection(*lying)
    # What runs over the turn of a year is not all that the years it touches hold.
    return shared or {years[0] for years in lying if len(years) == 1} or set().union(*lying)


def _years_of(entry: CalendarEntry) -> range:
    return range(min(entry.start, entry.due).year, max(entry.end, entry.due).year + 1)


def _reminders(days: Iterable[object]) -> tuple[int, ...]:
    """The days in order, the earliest reminder first."""
    wanted = set()
    for number in days:
        if not isinstance(number, int) or not 0 <= number <= _MOST_DAYS:
            raise InvalidValueError("reminder", shown(number), f"expected 0 to {_MOST_DAYS} days before")
        wanted.add(number)
    return tuple(sorted(wanted, reverse=True))


def _hour(hour: object) -> int:
    if not isinstance(hour, int) or not 0 <= hour <= 23:
        raise InvalidValueError("hour", shown(hour), "expected 0 to 23")
    return hour


def _stamp(document: Plan | str | None, stamp: datetime.date | None) -> datetime.datetime:
    """When it was said, and never now: files made of the same plan on two days are to be the same."""
    day = None if stamp is None else plain_day(stamp)
    if day is None and isinstance(document, Plan) and document.date is not None:
        day = document.date.earliest()
    return datetime.datetime.combine(day or _NO_STAMP, datetime.time(), datetime.UTC)
