"""Turns of duties to report as entries of a calendar."""

import datetime
from collections.abc import Iterable, Iterator

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.calendars.duties.due import DueDay, DueMonth
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.duties.occurrence import Occurrence, Precision
from vstbpn.calendars.duties.streaming import occurrences_of
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.vocabulary import Relation


def report_entries(
    obligations: Iterable[Obligation], start: datetime.date, end: datetime.date, days: WorkCalendar | None = None
) -> Iterator[CalendarEntry]:
    """The turns of duties as entries of a calendar, in order of their effective due days (lịch nộp báo cáo).

    Takes and raises as ``occurrences_of``.

    >>> from vstbpn.calendars.duties.rolling import Roll
    >>> from vstbpn.calendars.reporting.period import PeriodKind
    >>> duty = Obligation(
    ...     who="Trường Mầm non Hoa Sen", to_whom="UBND phường", what="báo cáo công tác bình đẳng giới", period=PeriodKind.HALF,
    ...     due=DueDay(day=14), roll=Roll.FOLLOWING,
    ... )
    >>> for entry in report_entries([duty], datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)):
    ...     print(entry.end, entry.due, entry.period.vi)
    2026-06-14 2026-06-15 6 tháng đầu năm 2026
    2026-12-14 2026-12-14 6 tháng cuối năm 2026
    """
    return (report_entry(obligation, turn) for obligation, turn in occurrences_of(obligations, start, end, days))


def report_entry(obligation: Obligation, occurrence: Occurrence) -> CalendarEntry:
    """One turn of a duty as an entry of a calendar: a deadline, which of a month begins with its first day."""
    last, effective = occurrence.nominal_due, occurrence.effective_due
    return CalendarEntry(
        kind=EntryKind.DEADLINE,
        start=last.replace(day=1) if occurrence.precision is Precision.MONTH else last,
        end=last,
        what=obligation.what,
        who=obligation.who,
        to_whom=obligation.to_whom,
        moved_to=effective if effective != last else None,
        precision=occurrence.precision,
        relation=_relation(obligation),
        period=occurrence.period,
        provisional=occurrence.provisional,
    )


def _relation(obligation: Obligation) -> Relation:
    if isinstance(obligation.due, DueMonth):
        return Relation.DURING
    return Relation.BEFORE if isinstance(obligation.due, DueDay) and obligation.due.before else Relation.BY
