"""Which entries stand on the page of a year (các mốc của năm), in which order, and what is said of each."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.errors import InvalidValueError, shown
from vstbpn.exporting.entries import shown_days
from vstbpn.exporting.entry_words import WEEKDAYS, day_words, document_words, name_of, parties, remarks
from vstbpn.lines import one_line
from vstbpn.plans.plan import Plan

TITLES = {"vi": "Lịch năm {year}", "en": "Calendar of {year}"}
NOTHING = {"vi": "Không có mốc nào trong năm.", "en": "Nothing falls into this year."}


class Row(NamedTuple):
    """One entry on the page of a year (dòng).

    Args:
        entry: The entry.
        first, last: The days it takes in that year.
        days: These in words, with what of it lies outside the year.
        name: What it is about.
        parties: Who owes it to whom.
        remarks: What is to be known of its days.
    """

    entry: CalendarEntry
    first: datetime.date
    last: datetime.date
    days: str
    name: str
    parties: str
    remarks: tuple[str, ...]


def check_year(year: int) -> None:
    """Refuse a year there are no months of.

    Raises:
        InvalidValueError: It is out of range.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidValueError("year", shown(year), f"years run from {FIRST_YEAR} to {LAST_YEAR}")


def rows_of_year(
    entries: Iterable[CalendarEntry], year: int, language: str, days: WorkCalendar | None = None
) -> tuple[Row, ...]:
    """The entries that lie in a year, in the order of their days; what would read the same stands once.

    With the working days, deadlines on days off say so.
    """
    opening, closing = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    rows: dict[tuple[object, ...], Row] = {}
    for entry in entries:
        first, last = shown_days(entry)
        if last < opening or first > closing:
            continue
        name = name_of(entry, language)
        row = Row(
            entry=entry,
            first=max(first, opening),
            last=min(last, closing),
            days=_days(first, last, year, language),
            name=f"{name[:1].upper()}{name[1:]}",
            parties=parties(entry),
            remarks=tuple(remarks(entry, language, brief=True, days=days)),
        )
        rows.setdefault((entry.kind, *row[1:]), row)
    order = list(EntryKind)
    return tuple(sorted(rows.values(), key=lambda row: (row.first, row.last, order.index(row.entry.kind), *row[3:])))


def headings(year: int, title: str | None, document: Plan | str | None, language: str) -> tuple[str, str]:
    """The title of the page, and the document in words beneath it."""
    return one_line(title or "") or TITLES[language].format(year=year), document_words(document, language)


def _days(first: datetime.date, last: datetime.date, year: int, language: str) -> str:
    """A day as in "T6, 12/6"; of a stretch both ends, with the year where it is another one."""
    if first == last:
        return f"{WEEKDAYS[language][first.weekday()]}, {day_words(first, language, year=False)}"
    return "–".join(day_words(day, language, year=day.year != year) for day in (first, last))
