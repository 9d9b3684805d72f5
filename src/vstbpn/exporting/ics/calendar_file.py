"""Calendar files (tệp lịch, .ics): RFC 5545 with the name of RFC 7986, and nothing of one program's own."""

import datetime
from collections.abc import Iterable, Iterator, Mapping

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.errors import InvalidValueError, shown
from vstbpn.exporting.entries import Days, shown_days
from vstbpn.exporting.entry_words import document_words
from vstbpn.exporting.extras import need
from vstbpn.exporting.ics.events import Manner, event, task
from vstbpn.exporting.ics.former import Former, cancelled, follow, read_former
from vstbpn.exporting.ics.identity import EVENT, TASK, document_key, numbered, uid
from vstbpn.goals.targets.numbers import check_language
from vstbpn.goals.targets.target import Language
from vstbpn.lines import one_line
from vstbpn.organisations.units.intervals import plain_day
from vstbpn.plans.plan import Plan

_MOST_DAYS = 3650
_NO_STAMP = datetime.date(1970, 1, 1)


def to_ics(
    entries: Iterable[CalendarEntry],
    *,
    document: Plan | str | None = None,
    name: str | None = None,
    previous: bytes | str | None = None,
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
    what did not stays as it is, and what is gone is told as cancelled. An event stays the same one (``UID``) when its
    date, the rule for days off or other entries change; if its words, its issuer or the number of the document
    do, it is another one.

    Args:
        entries: What ``Plan.calendar`` gives, or any other entries.
        document: The document that orders them, or its name; it tells its events from those of other documents.
        name: What the calendar is called; by default the title of the document.
        previous: The calendar file made before, of the same document and the same year.
        reminders: How many days before a deadline a reminder comes.
        hour: At which hour of that day.
        todos: Whether deadlines are to stand in the list of tasks too.
        stamp: The day this was said; by default the date of the document.
        lang: ``"vi"`` or ``"en"``.

    Raises:
        MissingExtraError: The package ``icalendar`` is not installed.
        UnusableInputError: ``previous`` is no calendar file, or damaged.
        InvalidValueError: There are no words in that language, or a number of days or hours is out of range.

    >>> day = datetime.date(2026, 6, 12)
    >>> report = CalendarEntry(kind=EntryKind.DEADLINE, start=day, end=day, what="Báo cáo 6 tháng đầu năm")
    >>> lines = to_ics([report], document="Kế hoạch năm 2026").decode().split("\r\n")
    >>> [line for line in lines if line.startswith(("SUMMARY", "DTSTART", "DTEND", "UID"))]
    ['SUMMARY:Hạn: Báo cáo 6 tháng đầu năm', 'DTSTART;VALUE=DATE:20260612', 'DTEND;VALUE=DATE:20260613', 'UID:...@vstbpn']
    """
    check_language(lang)
    source = document_words(document, lang)
    manner = Manner(lang, _reminders(reminders), _hour(hour), source, _stamp(document, stamp))
    need("icalendar", what="writing calendar files", extra="ics")
    from icalendar import Calendar, Event, Todo

    former = dict(read_former(previous))
    parts: list[tuple[Days, str, Event | Todo]] = []
    for entry, of_event, of_task in _named(entries, document, former):
        parts.append((shown_days(entry), of_event, event(entry, of_event, manner)))
        if todos and entry.kind is EntryKind.DEADLINE:
            parts.append((shown_days(entry), of_task, task(entry, of_task, manner)))
    for _, name_of_part, part in parts:
        if name_of_part in former:
            follow(part, former.pop(name_of_part), manner.stamp)
    calendar = Calendar()
    calendar.add("prodid", f"-//vstbpn//vstbpn//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    title = one_line(name or (document.title or "" if isinstance(document, Plan) else "") or source)
    if title:
        calendar.add("name", title)
    for *_, part in sorted(parts, key=lambda row: row[:2]):
        calendar.add_component(part)
    for part in cancelled((former[gone] for gone in sorted(former)), manner.stamp):
        calendar.add_component(part)
    written: bytes = calendar.to_ical()
    return written


def _named(
    entries: Iterable[CalendarEntry], document: Plan | str | None, former: Mapping[str, Former]
) -> Iterator[tuple[CalendarEntry, str, str]]:
    """Each entry with the UID of its event and that of its task."""
    told = document_key(document)
    events = {known: event.days for known, event in former.items() if event.component.name == "VEVENT"}
    for entry, key, number in numbered(entries, told, events):
        yield entry, uid(told, key, number, EVENT), uid(told, key, number, TASK)


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
