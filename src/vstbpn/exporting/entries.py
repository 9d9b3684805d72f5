"""Entries of a year made ready for a way out (mốc trong năm để xuất bản)."""

import datetime

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind

Days = tuple[datetime.date, datetime.date]


def shown_days(entry: CalendarEntry) -> Days:
    """The first and the last day that an entry takes in a calendar: of a deadline the last day in time alone.

    >>> first, last = datetime.date(2024, 8, 1), datetime.date(2024, 8, 31)
    >>> days = shown_days(CalendarEntry(kind=EntryKind.DEADLINE, start=first, end=last, what="Rà soát tài liệu"))
    >>> [str(day) for day in days]
    ['2024-08-31', '2024-08-31']
    """
    if entry.kind is EntryKind.DEADLINE:
        return entry.due, entry.due
    return min(entry.start, entry.due), entry.due
