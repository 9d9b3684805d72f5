"""What is said of a day of the year (chữ về một mốc), the same in calendar files and on pages."""

import datetime
from collections.abc import Iterator, Mapping

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.calendars.duties.occurrence import Precision
from vstbpn.calendars.working.work_calendar import FIRST_WORK_YEAR, LAST_WORK_YEAR, WorkCalendar
from vstbpn.lines import one_line
from vstbpn.plans.plan import Plan
from vstbpn.text import comparison_key
from vstbpn.vocabulary import DocumentType

WORDS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "due": "Hạn: {what}",
        "who": "Đơn vị thực hiện",
        "to_whom": "Nơi nhận",
        "stretch": "từ {start} đến {end}",
        "moved": "chuyển từ {day}",
        "month": "chỉ ấn định theo tháng: {months}",
        "no-day": "chỉ ấn định theo tháng, không nêu ngày",
        "week": "chỉ ấn định theo tuần: từ {start} đến {end}",
        "no-day-of-week": "chỉ ấn định theo tuần, không nêu ngày",
        "day-off": "rơi vào ngày nghỉ",
        "period": "kỳ báo cáo: {period}",
        "theme": "chủ đề: {theme}",
        "provisional": "dự kiến, vì lịch nghỉ của năm chưa được công bố",
        "provisional-mark": "dự kiến",
        "text": "Văn bản ghi: “{text}”",
        "source": "Căn cứ: {source}",
        "No.": "số {symbol}",
        "dated": "ngày {day}",
        "by": "của {issuer}",
        "document": "Văn bản",
        "one-month": "tháng {first}",
        "months": "từ tháng {first} đến tháng {last}",
        "whole-year": "năm {year}",
        "yearly": "hằng năm",
        "half-yearly": "6 tháng một lần",
        "quarterly": "hằng quý",
        "monthly": "hằng tháng",
        "weekly": "hằng tuần",
    },
    "en": {
        "due": "Due: {what}",
        "who": "Responsible",
        "to_whom": "Addressed to",
        "stretch": "from {start} to {end}",
        "moved": "moved from {day}",
        "month": "set by the month only: {months}",
        "no-day": "set by the month only, without a day",
        "week": "set by the week only: {start} to {end}",
        "no-day-of-week": "set by the week only, without a day",
        "day-off": "falls on a day off",
        "period": "period reported on: {period}",
        "theme": "theme: {theme}",
        "provisional": "provisional: the days off of the year are not announced yet",
        "provisional-mark": "provisional",
        "text": "Wording: “{text}”",
        "source": "Source: {source}",
        "No.": "No. {symbol}",
        "dated": "of {day}",
        "by": "issued by {issuer}",
        "document": "Document",
        "one-month": "{first}",
        "months": "{first} to {last}",
        "whole-year": "{year}",
        "yearly": "each year",
        "half-yearly": "each half-year",
        "quarterly": "each quarter",
        "monthly": "each month",
        "weekly": "each week",
    },
}
"""Phrases by what they tell."""

WEEKDAYS: Mapping[str, tuple[str, ...]] = {
    "vi": ("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
"""The days of the week in short, from Monday on."""

_LONG_WEEKDAYS: Mapping[str, tuple[str, ...]] = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FRIDAY = 4
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: datetime.date, language: str, *, year: bool = True) -> str:
    """A day in short, with zeros where Nghị định 30/2020/NĐ-CP puts them: before days under 10, months 1 and 2.

    >>> day_words(datetime.date(2026, 2, 5), "vi"), day_words(datetime.date(2026, 6, 5), "vi", year=False)
    ('05/02/2026', '05/6')
    >>> day_words(datetime.date(2026, 6, 5), "en")
    '5 Jun 2026'
    """
    if language == "vi":
        month = f"{day.month:02}" if day.month < 3 else str(day.month)
        return f"{day.day:02}/{month}{f'/{day.year}' if year else ''}"
    return f"{day.day} {_MONTHS[day.month - 1]}{f' {day.year}' if year else ''}"


def weekday_words(day: datetime.date, language: str) -> str:
    """A day with the day of its week.

    >>> weekday_words(datetime.date(2026, 6, 14), "vi")
    'Chủ nhật, 14/6/2026'
    """
    return f"{_LONG_WEEKDAYS[language][day.weekday()]}, {day_words(day, language)}"


def month_name(month: int, language: str) -> str:
    """The heading of a month."""
    return f"Tháng {month}" if language == "vi" else _LONG_MONTHS[month - 1]


def months_of(entry: CalendarEntry, language: str) -> str:
    """The months of a stretch, in words: "tháng 8/2024", "từ tháng 7/2024 đến tháng 9/2024", "năm 2025"."""
    words = WORDS[language]
    start, end = entry.start, entry.end
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return words["whole-year"].format(year=start.year)
    first, last = (
        f"{day.month}/{day.year}" if language == "vi" else f"{_MONTHS[day.month - 1]} {day.year}"
        for day in (start, end)
    )
    return words["one-month" if first == last else "months"].format(first=first, last=last)


def name_of(entry: CalendarEntry, language: str) -> str:
    """What it is about; what has no words is called by its kind."""
    return one_line(entry.what) or str(getattr(entry.kind, language))


def parties(entry: CalendarEntry) -> str:
    """Who owes it to whom, as far as its words do not say so themselves: "Các tổ → Hiệu trưởng".

    >>> day = datetime.date(2026, 6, 12)
    >>> due = CalendarEntry(kind=EntryKind.DEADLINE, start=day, end=day, what="báo cáo", who="Các tổ", to_whom="Hiệu trưởng")
    >>> parties(due)
    'Các tổ → Hiệu trưởng'
    """
    said = comparison_key(one_line(entry.what))
    who, to_whom = (one_line(words or "") for words in (entry.who, entry.to_whom))
    who, to_whom = ("" if comparison_key(words) in said else words for words in (who, to_whom))
    return f"{who} → {to_whom}".strip() if to_whom else who


def remarks(
    entry: CalendarEntry, language: str, *, brief: bool = False, days: WorkCalendar | None = None
) -> Iterator[str]:
    """What is to be known of its days: moved, on a day off, by the month only, how often, which period, its theme, provisional.

    Which days are off is known with the working days alone.
    """
    words = WORDS[language]
    if entry.moved_to is not None and entry.moved_to != entry.end:
        yield words["moved"].format(day=weekday_words(entry.end, language))
    elif days is not None and entry.kind is EntryKind.DEADLINE and is_day_off(entry.due, days):
        yield words["day-off"]
    if entry.kind is EntryKind.DEADLINE:
        yield from _stretch(entry, language)
    if entry.recurring is not None:
        yield words.get(entry.recurring) or one_line(entry.recurring)
    if entry.period is not None:
        yield words["period"].format(period=entry.period.vi if language == "vi" else entry.period)
    if entry.theme:
        yield words["theme"].format(theme=one_line(entry.theme))
    if entry.provisional:
        yield words["provisional-mark" if brief else "provisional"]


def _stretch(entry: CalendarEntry, language: str) -> Iterator[str]:
    """How exactly a deadline is set, and the stretch of days that it leaves."""
    words = WORDS[language]
    start, end = (day_words(day, language) for day in (entry.start, entry.end))
    if entry.precision is Precision.MONTH:
        is_whole = entry.start.day == 1 and entry.start < entry.end
        yield words["month"].format(months=months_of(entry, language)) if is_whole else words["no-day"]
    elif entry.precision is Precision.WEEK:
        yield words["week"].format(start=start, end=end) if entry.start < entry.end else words["no-day-of-week"]
    elif entry.start < entry.end:
        yield words["stretch"].format(start=start, end=end)


def is_day_off(day: datetime.date, days: WorkCalendar) -> bool:
    """Whether a day is not worked; of years whose public holidays are not known, weekends alone are off."""
    if not FIRST_WORK_YEAR <= day.year <= LAST_WORK_YEAR:
        return day.weekday() > _FRIDAY
    return not days.is_working_day(day)


def document_words(document: Plan | str | None, language: str) -> str:
    """A document in one line: type, symbol, date and issuer; of a draft without a number its title.

    >>> from vstbpn.plans.header import Header
    >>> from vstbpn.references.symbols.symbol import DocumentSymbol
    >>> document_words(Plan(header=Header(type="Kế hoạch", symbol=DocumentSymbol.parse("15/KH-SGDĐT"))), "vi")
    'Kế hoạch số 15/KH-SGDĐT'
    """
    if not isinstance(document, Plan):
        return one_line(document or "")
    words = WORDS[language]
    kind = document.type or words["document"]
    if language == "en" and document.type is not None:
        known = DocumentType.named(document.type)
        kind = known.en.capitalize() if known else document.type
    parts = [kind]
    if document.symbol is not None and document.symbol.is_numbered:
        parts.append(words["No."].format(symbol=document.symbol.canonical))
    elif document.title:
        parts.append(f"“{document.title}”")
    day = document.date.to_date() if document.date is not None else None
    if day is not None:
        parts.append(words["dated"].format(day=day_words(day, language)))
    if document.issuer:
        parts.append(words["by"].format(issuer=document.issuer))
    return one_line(" ".join(parts))
