"""What a year holds for the whole country: public holidays, feast days, campaigns."""

import datetime
from collections.abc import Iterator

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.calendars.agenda.names import name_without_date
from vstbpn.calendars.occasions.observances import campaigns, observances
from vstbpn.calendars.working.reasons import DayReasonKind
from vstbpn.calendars.working.work_calendar import WorkCalendar

_ONE_DAY = datetime.timedelta(days=1)
_IN_LIEU = " (nghỉ bù)"
_TET, _NEW_YEAR = "Tết Nguyên Đán", "Tết Dương lịch"


def national_calendar(year: int, days: WorkCalendar | None = None) -> tuple[CalendarEntry, ...]:
    """What a year holds for the whole country (lịch cả nước), in order of the last day, as a plan's calendar is.

    Public holidays, each feast one stretch with the days off in lieu that join it; days off by announced swaps; feast
    days; and campaigns with the theme of the year, where known. Days off of a year not announced yet are provisional.

    Args:
        year: The year.
        days: Whose days off; None for those of state offices by the bundled table.

    Raises:
        InvalidValueError: The year is outside 1901 to 2100.

    >>> for entry in national_calendar(2026)[:4]:
    ...     print(entry.start, entry.end, entry.what)
    2026-01-01 2026-01-01 Tết Dương lịch
    2026-01-02 2026-01-02 Nghỉ hoán đổi, làm bù ngày 10/01/2026
    2026-02-16 2026-02-20 Tết Nguyên Đán
    2026-03-08 2026-03-08 Ngày Quốc tế Phụ nữ
    """
    days = days or WorkCalendar.bundled()
    entries = [*_holidays(year, days), *_swapped(year, days), *_observances(year), *_campaigns(year)]
    return tuple(sorted(entries, key=_order))


def _order(entry: CalendarEntry) -> tuple[datetime.date, datetime.date, str, str]:
    return entry.end, entry.start, entry.kind.value, entry.what


def _holidays(year: int, days: WorkCalendar) -> Iterator[CalendarEntry]:
    stretches: list[tuple[str, datetime.date, datetime.date]] = []
    for date, name in days.public_holidays(year).items():
        feast = _feast(name)
        if stretches and stretches[-1][2] + _ONE_DAY == date and _feast(stretches[-1][0]) == feast:
            stretches[-1] = feast, stretches[-1][1], date
        else:
            # A day in lieu that stands alone says that it is one.
            stretches.append((name if name.endswith(_IN_LIEU) else feast, date, date))
    for what, start, end in stretches:
        yield _day_off(what, start, end, days)


def _feast(name: str) -> str:
    """Which feast a day off belongs to: all days of Tết are one, and a day in lieu is its holiday's."""
    feast = name.removesuffix(_IN_LIEU)
    return _TET if "Tết" in feast and feast != _NEW_YEAR else feast


def _swapped(year: int, days: WorkCalendar) -> Iterator[CalendarEntry]:
    for swap in days.swaps:
        reason = days.why(swap.day_off) if swap.day_off.year == year else None
        if reason and reason.kind is DayReasonKind.SWAPPED_OFF and reason.swap == swap:
            yield _day_off(f"Nghỉ hoán đổi, làm bù ngày {_written(swap.day_worked)}", swap.day_off, swap.day_off, days)


def _written(date: datetime.date) -> str:
    """A day in figures, with zeros where Nghị định 30/2020/NĐ-CP puts them: before days under 10, months 1 and 2."""
    month = f"{date.month:02}" if date.month < 3 else str(date.month)
    return f"{date.day:02}/{month}/{date.year}"


def _day_off(what: str, start: datetime.date, end: datetime.date, days: WorkCalendar) -> CalendarEntry:
    provisional = days.is_provisional(start, end)
    return CalendarEntry(kind=EntryKind.HOLIDAY, start=start, end=end, what=what, provisional=provisional)


def _observances(year: int) -> Iterator[CalendarEntry]:
    for observance in observances():
        for date in observance.dates_in(year):
            yield CalendarEntry(
                kind=EntryKind.OBSERVANCE, start=date, end=date, what=name_without_date(observance.name)
            )


def _campaigns(year: int) -> Iterator[CalendarEntry]:
    for campaign in campaigns():
        if campaign.since is None or campaign.since <= year:
            run = campaign.in_year(year)
            yield CalendarEntry(
                kind=EntryKind.CAMPAIGN,
                start=run.start,
                end=run.end,
                what=name_without_date(campaign.name),
                theme=run.theme.title if run.theme else None,
            )
