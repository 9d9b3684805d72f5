"""Entries of a year made ready for a way out (mốc trong năm để xuất bản)."""

import datetime

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind

Days = tuple[datetime.date, datetime.date]

_KINDS = tuple(EntryKind)


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


def shown_order(entry: CalendarEntry) -> tuple[datetime.date, datetime.date, int, str]:
    """The order of entries in a list: by the first day shown, so that a campaign stands where it begins.

    >>> day = datetime.date
    >>> month = CalendarEntry(kind=EntryKind.CAMPAIGN, start=day(2026, 11, 15), end=day(2026, 12, 15), what="Tháng hành động")
    >>> report = CalendarEntry(kind=EntryKind.DEADLINE, start=day(2026, 12, 1), end=day(2026, 12, 1), what="Báo cáo")
    >>> [entry.what for entry in sorted([report, month], key=shown_order)]
    ['Tháng hành động', 'Báo cáo']
    """
    return *shown_days(entry), _KINDS.index(entry.kind), entry.what
