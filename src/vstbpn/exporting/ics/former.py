"""The former calendar file (tệp lịch trước): which events it held, and how the new ones follow on from them.

RFC 5545, 3.8.7.4: the sequence number of an event is raised with each change. What is gone is not left out but told as
cancelled, for a client keeps what nobody tells it to drop.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from vstbpn.errors import UnusableInputError
from vstbpn.exporting.entries import Days
from vstbpn.exporting.ics.identity import DOMAIN

if TYPE_CHECKING:
    from icalendar import Component, Event, Todo

_ONE_DAY = datetime.timedelta(days=1)
_MOST_CHANGES = 2**31 - 1

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


def read_former(previous: bytes | str | None) -> Mapping[str, Former]:
    """The events and tasks of a former file by UID; what this library did not write is passed over.

    Raises:
        UnusableInputError: It is no calendar file, or damaged.
    """
    if previous is None:
        return {}
    try:
        text = (previous if isinstance(previous, bytes) else previous.encode()).decode("utf-8-sig")
    except UnicodeError:
        raise _unusable("it is not UTF-8") from None
    found: dict[str, Former] = {}
    for component in _components(text):
        name = _written(component, "UID")
        if not name.endswith(DOMAIN):
            continue
        if name in found:
            raise _unusable(f"it holds the UID {name} twice")
        found[name] = _former(component, name)
    return found


def follow(made: "Event | Todo", former: Former, stamp: datetime.datetime) -> None:
    """Give a new event the sequence number that follows from the former one; unchanged it keeps number and stamp."""
    # Both are compared as they read, for what is written comes back a little changed where it holds backslashes.
    (read,) = _components(_in_calendar(made))
    if _contents(read) == former.contents:
        _set(made, former.sequence, former.stamp)
    else:
        _set(made, former.sequence + 1, max(former.stamp, stamp))


def cancelled(formers: Iterable[Former], stamp: datetime.datetime) -> "Iterator[Event | Todo]":
    """What is gone, told as cancelled."""
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


def _components(text: str) -> "list[Component]":
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(text)
        found = [part for part in calendar.walk() if part.name in {"VEVENT", "VTODO"}]
    except Exception as error:  # noqa: BLE001  # The package does not promise what it raises for damaged files.
        raise _unusable(str(error).partition("\n")[0][:120] or type(error).__name__) from None
    if calendar.name != "VCALENDAR":
        raise _unusable(f"it begins with {calendar.name}, not with VCALENDAR")
    return found


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
    """The first and the last day of an event, if it is one of whole days."""
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
