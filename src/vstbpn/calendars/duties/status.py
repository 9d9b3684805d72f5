"""What became of a report by a certain day."""

import datetime

from vstbpn.calendars.duties.occurrence import Occurrence
from vstbpn.errors import InvalidValueError
from vstbpn.organisations.units.intervals import plain_day
from vstbpn.vocabulary import Term


class ReportStatus(Term):
    """What became of a report (tình trạng báo cáo) by a certain day."""

    NOT_DUE = ("not-due", "chưa đến hạn", "not due yet")
    ON_TIME = ("on-time", "đúng hạn", "on time")
    LATE = ("late", "trễ hạn", "late")
    MISSING = ("missing", "quá hạn chưa gửi", "missing")


def status(occurrence: Occurrence, submitted_on: datetime.date | None, on: datetime.date) -> ReportStatus:
    """What became of a report by a day (tình trạng báo cáo).

    The last day counts whole, until midnight (Bộ luật Dân sự 2015, Điều 148; its clause is not confirmed): what is handed in on the effective due day is on
    time. What is handed in after the day asked about is not known on it. Datetimes are cut to their days.

    Args:
        occurrence: The turn.
        submitted_on: The day it was handed in; None where it was not.
        on: The day asked about.

    Raises:
        InvalidValueError: It was handed in before the first day of its data, or one of the days is no date.

    >>> from vstbpn.calendars.reporting.period import ReportingPeriod
    >>> turn = Occurrence(
    ...     period=ReportingPeriod.parse("2026-H1"), window_start=datetime.date(2025, 12, 15), window_end=datetime.date(2026, 6, 14),
    ...     nominal_due=datetime.date(2026, 6, 14), effective_due=datetime.date(2026, 6, 15),
    ... )
    >>> status(turn, None, datetime.date(2026, 6, 15)), status(turn, None, datetime.date(2026, 6, 16))
    (ReportStatus.NOT_DUE, ReportStatus.MISSING)
    >>> status(turn, datetime.date(2026, 6, 15), datetime.date(2026, 7, 1))
    ReportStatus.ON_TIME
    """
    handed_in, day = _known(occurrence, submitted_on, on)
    if handed_in is None:
        return ReportStatus.MISSING if day > occurrence.effective_due else ReportStatus.NOT_DUE
    return ReportStatus.LATE if handed_in > occurrence.effective_due else ReportStatus.ON_TIME


def days_late(occurrence: Occurrence, submitted_on: datetime.date | None, on: datetime.date) -> int:
    """How many days after its effective due day a report came in, or has not come in by a day (số ngày chậm); 0 in time.

    They are days of the calendar, not working days. Takes and raises as ``status``.

    >>> from vstbpn.calendars.reporting.period import ReportingPeriod
    >>> turn = Occurrence(
    ...     period=ReportingPeriod.parse("2026-H1"), window_start=datetime.date(2025, 12, 15), window_end=datetime.date(2026, 6, 14),
    ...     nominal_due=datetime.date(2026, 6, 14), effective_due=datetime.date(2026, 6, 15),
    ... )
    >>> days_late(turn, datetime.date(2026, 6, 18), datetime.date(2026, 7, 1)), days_late(turn, None, datetime.date(2026, 6, 16))
    (3, 1)
    """
    handed_in, day = _known(occurrence, submitted_on, on)
    return max(0, ((handed_in or day) - occurrence.effective_due).days)


def _known(
    occurrence: Occurrence, submitted_on: datetime.date | None, on: datetime.date
) -> tuple[datetime.date | None, datetime.date]:
    """The day it was handed in, so far as that is known on the day asked about, and that day."""
    day = plain_day(on)
    if submitted_on is None:
        return None, day
    handed_in = plain_day(submitted_on)
    if handed_in < occurrence.window_start:
        reason = f"the data of {occurrence.period} begin on {occurrence.window_start}; is it another period's report?"
        raise InvalidValueError("day of submission", str(handed_in), reason)
    return (handed_in if handed_in <= day else None), day
