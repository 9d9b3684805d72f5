"""A year as lines of text, one entry each, for the terminal and for what reads lines."""

from collections.abc import Iterable

from vstbpn.calendars.agenda.entry import CalendarEntry
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.exporting.entries import shown_days, shown_order
from vstbpn.exporting.entry_words import WEEKDAYS, day_words, name_of, parties, remarks
from vstbpn.lines import padded, width
from vstbpn.vocabulary import check_language


def year_to_text(entries: Iterable[CalendarEntry], lang: str = "vi", *, days: WorkCalendar | None = None) -> str:
    """Entries as lines (lịch dạng dòng chữ): the day, the day of the week, what it is, who owes it to whom, remarks.

    They are in the order of the first day shown: a campaign stands where it begins. Stretches have no day of the week.

    Args:
        entries: The entries, in any order.
        lang: ``vi`` or ``en``.
        days: The working days, to tell what falls on a day off; by default those of state offices.

    Raises:
        InvalidValueError: There is no such language.

    >>> import datetime
    >>> from vstbpn.calendars import EntryKind
    >>> day = datetime.date(2026, 6, 12)
    >>> print(year_to_text([CalendarEntry(kind=EntryKind.DEADLINE, start=day, end=day, what="Báo cáo", who="Các tổ")]))
    12/6/2026  T6  hạn  Báo cáo [Các tổ]
    """
    check_language(lang)
    rows = [_row(entry, lang, days or WorkCalendar.bundled()) for entry in sorted(entries, key=shown_order)]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)][:-1]
    return "\n".join(
        "  ".join([*(padded(cell, width) for cell, width in zip(row, widths, strict=False) if width), row[-1]])
        for row in rows
    )


def _row(entry: CalendarEntry, lang: str, working: WorkCalendar) -> tuple[str, ...]:
    first, last = shown_days(entry)
    days, weekday = day_words(last, lang), WEEKDAYS[lang][last.weekday()]
    if first != last:
        weekday = ""
        days = f"{day_words(first, lang, year=first.year != last.year)} – {days}"
    bearers = parties(entry)
    told = "; ".join(remarks(entry, lang, brief=True, days=working))
    what = f"{name_of(entry, lang)}{f' [{bearers}]' if bearers else ''}{f' ({told})' if told else ''}"
    return days, weekday, getattr(entry.kind, lang), what
