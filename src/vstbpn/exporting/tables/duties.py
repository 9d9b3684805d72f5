"""The tables of obligations and of a year (bảng chế độ báo cáo, bảng lịch năm)."""

import datetime
from collections.abc import Iterator

from vstbpn.calendars.agenda.entry import CalendarEntry
from vstbpn.calendars.duties.due import DueDay, DueRule, DueWorkingDays
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.exporting.tables.columns import SPAN, Cell, Column, place, several, term, words
from vstbpn.plans.plan import Plan

OBLIGATION_COLUMNS = (
    Column("what", str, "nội dung", "what is to be reported"),
    Column("who", str, "đơn vị báo cáo", "who owes the report"),
    Column("to_whom", str, "nơi nhận", "whom it is owed to"),
    Column("period", str, "loại kỳ báo cáo", "the kind of period it comes back with: month, quarter, half, year …"),
    Column("numbers", str, "kỳ thứ", "which periods of a year it is for; none for all"),
    Column(
        "window", str, "quy định chốt số liệu", "the id of the rule that bounds the data; none for the calendar's days"
    ),
    Column("due_in", str, "cách tính hạn", "how the due day is told: day, month, working-days"),
    Column("due_day", int, "hạn vào ngày", "the day of the month it is due on"),
    Column(
        "months_after", int, "số tháng sau kỳ", "how many months the month due comes after the last one of the period"
    ),
    Column("working_days", int, "số ngày làm việc", "how many working days after the cut-off it is due"),
    Column(
        "before", str, "cách hiểu trước ngày", 'how "trước ngày" is read: day-before, same-day; none for the day itself'
    ),
    Column(
        "roll", str, "khi trùng ngày nghỉ", "where a due day goes that is no working day: none, following, preceding"
    ),
    Column("basis", str, "căn cứ", "what orders it"),
    Column("start", datetime.date, "từ ngày", "the first day the duty stands"),
    Column("end", datetime.date, "hết hiệu lực từ ngày", "the first day it stands no more"),
)
"""What each row of the table of obligations tells; several numbers have semicolons between them."""

CALENDAR_COLUMNS = (
    Column("kind", str, "loại mốc", "what it is: deadline, campaign, observance"),
    Column("start", datetime.date, "từ ngày", "the first day"),
    Column("end", datetime.date, "đến ngày", "the last day; of a deadline the last one in time by its wording"),
    Column("due", datetime.date, "hạn", "the last day in time, once moved from a day off"),
    Column("what", str, "nội dung", "the duty, or the name of the campaign or feast day"),
    Column("who", str, "đơn vị thực hiện", "who owes it"),
    Column("to_whom", str, "nơi nhận", "whom it is owed to"),
    Column("precision", str, "độ chính xác", "whether a day is named, or a week, month … as a whole"),
    Column(
        "relation", str, "quan hệ với mốc thời gian", "how it is tied to the day written: before, by, on, during, every"
    ),
    Column("period", str, "kỳ báo cáo", "the period a report is about: 2026-H1"),
    Column("recurring", str, "định kỳ", "how often it comes back: yearly, half-yearly, quarterly, monthly, weekly"),
    Column("theme", str, "chủ đề", "the theme of a campaign in that year"),
    Column("provisional", bool, "dự kiến", "whether it may still move, for the days off are not announced yet"),
    Column("text", str, "chữ trong văn bản", "the words of the document"),
    Column("pointer", str, "vị trí trong kế hoạch", "which part of the plan says so, as a JSON pointer (/deadlines/3)"),
    *SPAN,
)
"""What each row of the table of a year tells."""


def obligations_of(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    """The rows of a plan's duties to report, in reading order."""
    return map(_obligation, plan.obligations())


def _obligation(duty: Obligation) -> tuple[Cell, ...]:
    return (
        words(duty.what),
        words(duty.who),
        words(duty.to_whom),
        term(duty.period),
        several(duty.numbers),
        duty.window.id,
        *_due(duty.due),
        term(duty.roll),
        words(duty.basis),
        duty.start,
        duty.end,
    )


def _due(due: DueRule) -> tuple[Cell, ...]:
    if isinstance(due, DueDay):
        return "day", due.day, due.months_after, None, term(due.before)
    if isinstance(due, DueWorkingDays):
        return "working-days", None, None, due.days, None
    return "month", None, due.months_after, None, None


def calendar_of(plan: Plan, year: int) -> Iterator[tuple[Cell, ...]]:
    """The rows of what a plan sets for a year, in order of the last day."""
    return map(_entry, plan.calendar(year))


def _entry(entry: CalendarEntry) -> tuple[Cell, ...]:
    return (
        term(entry.kind),
        entry.start,
        entry.end,
        entry.due,
        words(entry.what),
        words(entry.who),
        words(entry.to_whom),
        term(entry.precision),
        term(entry.relation),
        str(entry.period) if entry.period is not None else None,
        entry.recurring,
        words(entry.theme),
        entry.provisional,
        words(entry.text),
        entry.pointer,
        *place(entry.span),
    )
