"""The former calendar file (tệp lịch trước): whose it is, which events it held, and how the new ones follow on from them.

RFC 5545, 3.8.7.4: the sequence number of an event is raised with each change. What is gone is not left out but told as
cancelled, for a client keeps what nobody tells it to drop.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from vstbpn.errors import UnusableInputError
from vstbpn.exporting.entries import Days
from vstbpn.exporting.ics.identity import DOMAIN
from vstbpn.lines import one_line

if TYPE_CHECKING:
    from icalendar import Calendar, Component, Event, Todo

_ONE_DAY = datetime.timedelta(days=1)
_MOST_CHANGES = 2**31 - 1

_OF_THIS_DOCUMENT = "give the file made before of this document"
_RENAMED = "if the document got its number or another title since, give the same name both times"

_TOLD = ("SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DUE", "CATEGORIES", "STATUS", "TRANSP")
"""What makes the contents of an event, besides its reminders."""


class Former(NamedTuple):
    """An event or task of the former file."""

    component: "Component"
    sequence: int
    stamp: datetime.datetime
    days: Days | None

    @property
    def contents(self) -> tuple[object, ...]:
        """What it says, but for when and how often that was changed."""
        return _contents(self.component)

    @property
    def is_cancelled(self) -> bool:
        """Whether it was gone already."""
        return _written(self.component, "STATUS") == "CANCELLED"

    def is_of(self, years: Collection[int] | None) -> bool:
        """Whether one of its days lies in one of these years; None stands for all years."""
        if years is None or self.days is None:
            return True
        first, last = self.days
        return any(first.year <= year <= last.year for year in years)


class FormerFile(NamedTuple):
    """A former file: the UID of its calendar, its document in words, and its events and tasks by UID."""

    calendar: str
    document: str
    parts: Mapping[str, Former]


def advice_of_command(error: UnusableInputError) -> str:
    """What a user of the command line can do about a former file that is refused, in its options instead of arguments."""
    if error.advice.startswith(_OF_THIS_DOCUMENT):
        return f"{_OF_THIS_DOCUMENT}, or leave --previous out; {_RENAMED} with --document"
    return "give the file that --ics made before, or leave --previous out"


def read_former(previous: bytes | str) -> FormerFile:
    """What a former file holds; the events that this library did not write are passed over.

    Raises:
        UnusableInputError: It is no calendar file, or damaged.
    """
    try:
        text = (previous if isinstance(previous, bytes) else previous.encode()).decode("utf-8-sig")
    except UnicodeError:
        raise _unusable("it is not UTF-8") from None
    calendar = _calendar(text)
    found: dict[str, Former] = {}
    for component in _parts(calendar):
        name = _written(component, "UID")
        if not name.endswith(DOMAIN):
            continue
        if name in found:
            raise _unusable(f"it holds the UID {name} twice")
        found[name] = _former(component, name)
    words = (one_line(str(calendar.get(name) or "")) for name in ("DESCRIPTION", "NAME"))
    return FormerFile(_written(calendar, "UID"), next(filter(None, words), ""), found)


def refuse_another(former: FormerFile, calendar: str, document: str) -> None:
    """Refuse a former file of another document, all of whose events would be told as cancelled.

    Args:
        former: The former file.
        calendar: The UID of the calendar to be made.
        document: Its document, in words.

    Raises:
        UnusableInputError: It holds events of this library, and they are of another document.
    """
    if former.calendar == calendar or not former.parts:
        return
    theirs, ours = (f"“{words}”" if words else "no document" for words in (former.document, document))
    what = f"the former calendar file of another document: it is of {theirs}, and this one of {ours}"
    if not former.calendar.endswith(DOMAIN):
        what = f"a former calendar file that does not say which document it is of, and this one is of {ours}"
    elif theirs == ours:
        what = f"the former calendar file of another document, which is called {ours} as well"
    raise UnusableInputError(
        what,
        f'{_OF_THIS_DOCUMENT}, or leave `previous` out; {_RENAMED} as document="…"',
    )


def follow(made: "Event | Todo", former: Former, stamp: datetime.datetime) -> None:
    """Give a new event the sequence number that follows from the former one; unchanged it keeps number and stamp."""
    # Both are compared as they read, for what is written comes back a little changed where it holds backslashes.
    (read,) = _parts(_calendar(_in_calendar(made)))
    if _contents(read) == former.contents:
        _set(made, former.sequence, former.stamp)
    else:
        _set(made, former.sequence + 1, max(former.stamp, stamp))


def cancelled(formers: Iterable[Former], stamp: datetime.datetime) -> "Iterator[Event | Todo]":
    """What is gone, told as cancelled; what was gone already stays as it was."""
    from icalendar import Event, Todo

    for former in formers:
        made = Todo() if former.component.name == "VTODO" else Event()
        for name in ("UID", *_TOLD):
            if name in former.component:
                made[name] = former.component[name]
        if former.is_cancelled:
            _set(made, former.sequence, former.stamp)
        else:
            _set(made, former.sequence + 1, max(former.stamp, stamp))
            made.pop("STATUS", None)
            made.add("status", "CANCELLED")
        yield made


def _set(made: "Event | Todo", sequence: int, stamp: datetime.datetime) -> None:
    for name in ("SEQUENCE", "DTSTAMP"):
        made.pop(name, None)
    made.add("sequence", sequence)
    made.add("dtstamp", stamp)


def _calendar(text: str) -> "Calendar":
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(text)
    except Exception as error:  # noqa: BLE001  # The package does not promise what it raises for damaged files.
        raise _unusable(str(error).partition("\n")[0][:120] or type(error).__name__) from None
    if calendar.name != "VCALENDAR":
        raise _unusable(f"it begins with {calendar.name}, not with VCALENDAR")
    return calendar


def _parts(calendar: "Calendar") -> "list[Component]":
    """Its events and tasks."""
    return [part for part in calendar.walk() if part.name in {"VEVENT", "VTODO"}]


def _in_calendar(made: "Event | Todo") -> str:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add_component(made)
    written: bytes = calendar.to_ical()
    return written.decode()


def _former(component: "Component", name: str) -> Former:
    if component.errors:
        raise _unusable(f"the {component.errors[0][0]} of {name} cannot be read")
    sequence = _written(component, "SEQUENCE") or "0"
    if not (sequence.isascii() and sequence.isdigit()) or len(sequence) > 10 or int(sequence) >= _MOST_CHANGES:
        raise _unusable(f"the SEQUENCE of {name} is no number of changes: {sequence[:40]!r}")
    stamp = _moment(component, "DTSTAMP")
    if not isinstance(stamp, datetime.datetime):
        raise _unusable(f"{name} has no DTSTAMP")
    if stamp.tzinfo is None:
        stamp = stamp.replace(tzinfo=datetime.UTC)
    return Former(component, int(sequence), stamp, _days(component))


def _days(component: "Component") -> Days | None:
    """The first and the last day of an event of whole days, or the day of a task."""
    if component.name == "VTODO":
        due = _moment(component, "DUE")
        return (due, due) if type(due) is datetime.date else None
    start, end = (_moment(component, name) for name in ("DTSTART", "DTEND"))
    if type(start) is datetime.date and type(end) is datetime.date and start < end:
        return start, end - _ONE_DAY
    return None


def _moment(component: "Component", name: str) -> object:
    """What a property of time says; None where it is missing."""
    return getattr(component.get(name), "dt", None)


def _contents(component: "Component") -> tuple[object, ...]:
    alarms = (part for part in component.subcomponents if part.name == "VALARM")
    return (
        component.name,
        *(_written(component, name) for name in _TOLD),
        sorted((_written(alarm, "TRIGGER"), _written(alarm, "DESCRIPTION")) for alarm in alarms),
    )


def _written(component: "Component", name: str) -> str:
    """A property as it is written; "" where it is missing."""
    value = component.get(name)
    if value is None:
        return ""
    values = value if isinstance(value, list) else [value]
    written = [one.to_ical() for one in values]
    return ",".join(one.decode() if isinstance(one, bytes) else str(one) for one in written)


def _unusable(reason: str) -> UnusableInputError:
    return UnusableInputError(
        f"no former calendar file ({reason})", "give the bytes that to_ics made before, or leave `previous` out"
    )
