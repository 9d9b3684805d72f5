"""The tables of tasks and of deadlines (bảng nhiệm vụ, bảng thời hạn)."""

import datetime
from collections.abc import Iterator

from vstbpn.exporting.tables.columns import SPAN, Cell, Column, place, several, term, words
from vstbpn.plans.plan import Plan
from vstbpn.plans.task import Task
from vstbpn.plans.turns import deadlines_of

TASK_COLUMNS = (
    Column("path", str, "mục", "the path of the section it stands in (III.2)"),
    Column("text", str, "nhiệm vụ", "what is to be done"),
    Column("unit", str, "đơn vị thực hiện", "the unit that is to do it, as written"),
    Column("partners", str, "đơn vị phối hợp", "the units it is to be done with"),
    Column("deadlines", str, "thời hạn", "the date words of its deadlines"),
    Column(
        "due", str, "thời hạn (EDTF)", "its deadlines as dates of EDTF: 2026-06-15, 2026-06, --06-15 for each 15 June"
    ),
    Column("last_day", datetime.date, "ngày cuối", "the earliest last day in time of those that do not recur"),
    Column("references", str, "văn bản dẫn chiếu", "the acts it names, with the provisions meant"),
    *SPAN,
)
"""What each row of the table of tasks tells; several partners, deadlines or acts have semicolons between them."""

DEADLINE_COLUMNS = (
    Column("what", str, "nội dung", "the words of the duty, or else those of its task"),
    Column("who", str, "đơn vị thực hiện", "who owes it: those its sentence names, or else the unit of its task"),
    Column("to_whom", str, "nơi nhận", "whom it is owed to"),
    Column("relation", str, "quan hệ với mốc thời gian", "how it is tied to its date: before, by, on, during, every"),
    Column("start", str, "từ (EDTF)", "the first day or month of a stretch of time, as EDTF"),
    Column("due", str, "thời hạn (EDTF)", "the date: 2026-06-15, 2026-06, --06-15 for each 15 June; none if relative"),
    Column("last_day", datetime.date, "ngày cuối", "the last day in time of one that does not recur"),
    Column("recurring", str, "định kỳ", "how often it comes back: yearly, half-yearly, quarterly, monthly, weekly"),
    Column("period", str, "loại kỳ báo cáo", "the kind of period that is reported on: month, quarter, half, year …"),
    Column("period_number", int, "kỳ thứ", "which of its year, 1 for 6 tháng đầu năm"),
    Column("period_year", int, "năm của kỳ", "the year of that period"),
    Column("impossible", bool, "ngày không có thật", "whether the date written is none (31/6/2026)"),
    Column("text", str, "chữ trong văn bản", "the date words as written"),
    Column("path", str, "mục", "the path of the section its task stands in"),
    Column("pointer", str, "vị trí trong kế hoạch", "which part of the plan says so, as a JSON pointer (/deadlines/3)"),
    *SPAN,
)
"""What each row of the table of deadlines tells."""


def tasks_of(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    """The rows of a plan's tasks, in reading order."""
    return map(_task, plan.tasks)


def _task(task: Task) -> tuple[Cell, ...]:
    days = [day for deadline in task.deadlines if (day := deadline.last_day()) is not None]
    return (
        words(task.path),
        words(task.text),
        words(task.unit.text) if task.unit is not None else None,
        several(words(partner.text) for partner in task.partners),
        several(words(deadline.text) for deadline in task.deadlines),
        several(deadline.due for deadline in task.deadlines),
        min(days, default=None),
        several(mention.reference.format("vi-short") for mention in task.mentions),
        *place(task.span),
    )


def deadlines_of_plan(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    """The rows of a plan's deadlines, in reading order; then those that stand in its tasks alone."""
    for told in deadlines_of(plan):
        deadline, period = told.deadline, told.deadline.period
        yield (
            words(told.what),
            words(told.who),
            words(told.to_whom),
            term(deadline.relation),
            str(deadline.start) if deadline.start is not None else None,
            str(deadline.due) if deadline.due is not None else None,
            deadline.last_day(),
            deadline.recurring,
            term(period.kind) if period is not None else None,
            period.number if period is not None else None,
            period.year if period is not None else None,
            deadline.impossible,
            words(deadline.text),
            words(told.task.path) if told.task is not None else None,
            told.pointer,
            *place(deadline.span),
        )
