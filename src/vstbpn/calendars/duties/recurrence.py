"""The nominal due days of a duty as a rule of RFC 5545, for programs that reckon with those."""

import datetime
from calendar import monthrange
from collections import defaultdict
from typing import TYPE_CHECKING

from vstbpn.calendars.duties.due import DueDay, DueWorkingDays
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.mentions.deadline import BeforePolicy
from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.errors import InvalidValueError
from vstbpn.organisations.units.intervals import plain_day

if TYPE_CHECKING:
    from dateutil.rrule import rrule

_FEBRUARY = 2
_SHORTEST_MONTH = 28
_COMMON_YEAR = 2025
_ONE_DAY = datetime.timedelta(days=1)


def recurrence(obligation: Obligation, start: datetime.date) -> "tuple[rrule, ...]":
    """The nominal due days of a duty from a day on, as rules of recurrence (quy tắc lặp lại, RFC 5545).

    One rule for each day of the month: a report due on the 31st has its own for months of 30 days and for February.
    What comes out of them are datetimes at midnight, as ``dateutil`` has no dates; they have no time zone. Days off are not
    reckoned with: no rule of RFC 5545 knows Tết. For effective days there is ``Obligation.occurrences``.

    Args:
        obligation: The duty.
        start: The first day looked at; a datetime is cut to its day.

    Raises:
        InvalidValueError: The duty is due a number of working days after its data are cut off, which is no such rule.

    >>> from vstbpn.calendars.reporting.period import PeriodKind
    >>> duty = Obligation(what="báo cáo", period=PeriodKind.HALF, due=DueDay(day=15, before=BeforePolicy.DAY_BEFORE))
    >>> (rule,) = recurrence(duty, datetime.date(2026, 1, 1))
    >>> print(rule)
    DTSTART:20260101T000000
    RRULE:FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=14
    >>> [str(day.date()) for day in rule[:3]]
    ['2026-06-14', '2026-12-14', '2027-06-14']
    """
    from dateutil.rrule import YEARLY, rrule

    first = max(plain_day(start), obligation.start or datetime.date.min)
    until = None if obligation.end is None else _midnight(obligation.end - _ONE_DAY)
    return tuple(
        rrule(YEARLY, dtstart=_midnight(first), bymonth=sorted(months), bymonthday=day, until=until)
        for day, months in sorted(_months_by_day(obligation).items())
    )


def _months_by_day(obligation: Obligation) -> dict[int, set[int]]:
    """The months of a year in which something falls due, by the day of the month; days below 0 are counted from its end."""
    found: dict[int, set[int]] = defaultdict(set)
    for number in obligation.numbers or range(1, obligation.period.per_year + 1):
        period = ReportingPeriod(kind=obligation.period, year=_COMMON_YEAR, number=number)
        month, day = _day_of_year(obligation, period)
        found[day].add(month)
    return found


def _day_of_year(obligation: Obligation, period: ReportingPeriod) -> tuple[int, int]:
    """The month and the day on which the report of a period falls due each year."""
    due = obligation.due
    if isinstance(due, DueWorkingDays):
        reason = "a number of working days is no rule of recurrence; ask for its occurrences"
        raise InvalidValueError("due", f"{due.days} working days", reason)
    month = (period.last_month + due.months_after - 1) % 12 + 1
    if not isinstance(due, DueDay):
        return month, -1
    day = due.day - (due.before is BeforePolicy.DAY_BEFORE)
    if day == 0:
        return (month - 2) % 12 + 1, -1
    if day > _SHORTEST_MONTH and month == _FEBRUARY:
        return month, -1
    return month, min(day, monthrange(_COMMON_YEAR, month)[1])


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time())
