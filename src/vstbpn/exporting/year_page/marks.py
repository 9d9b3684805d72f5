"""What the days of a year are marked with (đánh dấu ngày), and how the marks look."""

import datetime
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vstbpn.calendars.agenda.entry import EntryKind
from vstbpn.calendars.duties.occurrence import Precision
from vstbpn.calendars.working.work_calendar import FIRST_WORK_YEAR, LAST_WORK_YEAR, WorkCalendar
from vstbpn.exporting.year_page.entries import Row
from vstbpn.vocabulary import Term

LANES = 2
"""How many bars have room under a day; later campaigns share the last."""

_ONE_DAY = datetime.timedelta(days=1)


class Mark(Term):
    """What a day is marked as (dấu)."""

    DEADLINE = ("deadline", "hạn", "deadline")
    NO_DAY = ("no-day", "hạn theo tháng hoặc tuần", "deadline set by the month or week")
    MOVED = ("moved", "hạn trước khi chuyển", "deadline before it was moved")
    OBSERVANCE = ("observance", "ngày kỷ niệm", "observance")
    CAMPAIGN = ("campaign", "đợt hoạt động", "campaign")
    HOLIDAY = ("holiday", "ngày nghỉ lễ, nghỉ hoán đổi", "public holiday, swapped day off")


class Marks(NamedTuple):
    """What stands on the days of a year.

    Args:
        rest: The days that are not worked.
        holidays: Those of them that are no weekend, with their names.
        rows: What ends on a day: deadlines and feast days.
        moved: The days that deadlines were moved from.
        bars: In which lanes campaigns run on a day, and which they are.
        lanes: The lane of each campaign.
    """

    rest: frozenset[datetime.date]
    holidays: Mapping[datetime.date, str]
    rows: Mapping[datetime.date, tuple[Row, ...]]
    moved: frozenset[datetime.date]
    bars: Mapping[datetime.date, Mapping[int, Row]]
    lanes: Mapping[Row, int]


def mark_of(row: Row) -> Mark:
    """How an entry is drawn."""
    if row.entry.kind is EntryKind.DEADLINE:
        return Mark.NO_DAY if row.entry.precision in {Precision.WEEK, Precision.MONTH} else Mark.DEADLINE
    return {
        EntryKind.CAMPAIGN: Mark.CAMPAIGN,
        EntryKind.OBSERVANCE: Mark.OBSERVANCE,
        EntryKind.HOLIDAY: Mark.HOLIDAY,
    }[row.entry.kind]


def marks_of(rows: Iterable[Row], year: int, days: WorkCalendar) -> Marks:
    """The marks of a year. Where no public holidays are known of a year, weekends alone are days of rest."""
    rest, holidays = _rest(year, days)
    told: dict[datetime.date, list[Row]] = {}
    bars: dict[datetime.date, dict[int, Row]] = {}
    moved: set[datetime.date] = set()
    lanes: dict[Row, int] = {}
    free = [datetime.date.min] * LANES
    for row in rows:
        mark = mark_of(row)
        if mark is Mark.HOLIDAY:
            for day in _stretch(row):
                holidays[day] = row.name
                rest.add(day)
        elif mark is Mark.CAMPAIGN or row.first < row.last:
            lane = next((lane for lane in range(LANES) if free[lane] < row.first), LANES - 1)
            free[lane] = max(free[lane], row.last)
            lanes[row] = lane
            for day in _stretch(row):
                bars.setdefault(day, {}).setdefault(lane, row)
        else:
            told.setdefault(row.last, []).append(row)
            if row.entry.moved_to is not None and row.entry.moved_to != row.entry.end:
                moved.add(row.entry.end)
    return Marks(
        frozenset(rest), holidays, {day: tuple(those) for day, those in told.items()}, frozenset(moved), bars, lanes
    )


def _rest(year: int, days: WorkCalendar) -> tuple[set[datetime.date], dict[datetime.date, str]]:
    opening = datetime.date(year, 1, 1)
    all_days = [opening + _ONE_DAY * number for number in range(365)]
    all_days += [datetime.date(year, 12, 31)] if all_days[-1].day == 30 else []
    if not FIRST_WORK_YEAR <= year <= LAST_WORK_YEAR:
        return {day for day in all_days if day.weekday() > 4}, {}
    rest = {day for day in all_days if not days.is_working_day(day)}
    return rest, {day: days.holiday(day) or "" for day in rest if days.holiday(day) or day.weekday() <= 4}


def _stretch(row: Row) -> Iterable[datetime.date]:
    return (row.first + _ONE_DAY * number for number in range((row.last - row.first).days + 1))
