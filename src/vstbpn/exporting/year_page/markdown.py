"""A year as a table in Markdown (lịch năm dạng Markdown)."""

from collections.abc import Iterable

from vstbpn.calendars.agenda.entry import CalendarEntry
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.exporting.entry_words import month_name
from vstbpn.exporting.year_page.entries import NOTHING, Row, check_year, headings, rows_of_year
from vstbpn.lines import markdown_safe, one_line
from vstbpn.plans.plan import Plan
from vstbpn.vocabulary import Language, check_language

_COLUMNS = {
    "vi": ("Ngày", "Mốc", "Nội dung", "Đơn vị thực hiện", "Nơi nhận", "Ghi chú"),
    "en": ("Day", "Kind", "What", "Responsible", "Addressed to", "Remarks"),
}
_ALWAYS = 3


def year_to_markdown(
    entries: Iterable[CalendarEntry],
    year: int,
    days: WorkCalendar | None = None,
    *,
    document: Plan | str | None = None,
    title: str | None = None,
    lang: Language = "vi",
) -> str:
    r"""A year as one table, its months as headings in it (lịch năm dạng Markdown); columns that say nothing are left out.

    What was moved from a day off or stands on one, is set by the month or week only, or is provisional (dự kiến) says so in its remarks.

    Args:
        entries: What ``Plan.calendar`` gives, or any other entries; those of other years are left out.
        year: The year.
        days: The working days; by default those of state offices.
        document: The document that orders them, or its name.
        title: The heading; by default the year.
        lang: ``"vi"`` or ``"en"``.

    Raises:
        InvalidValueError: The year is out of range, or there are no words in that language.

    >>> from datetime import date
    >>> from vstbpn.calendars.agenda.entry import EntryKind
    >>> sunday, friday = date(2026, 6, 14), date(2026, 6, 12)
    >>> report = CalendarEntry(kind=EntryKind.DEADLINE, start=sunday, end=sunday, what="Báo cáo", moved_to=friday)
    >>> print(year_to_markdown([report], 2026))
    # Lịch năm 2026
    <BLANKLINE>
    | Ngày | Mốc | Nội dung | Ghi chú |
    | --- | --- | --- | --- |
    | **Tháng 6** | | | |
    | T6, 12/6 | hạn | Báo cáo | chuyển từ Chủ nhật, 14/6/2026 |
    <BLANKLINE>
    """
    check_language(lang)
    check_year(year)
    top, source = headings(year, title, document, lang)
    rows = rows_of_year(entries, year, lang, days or WorkCalendar.bundled())
    lines = [f"# {markdown_safe(top)}", ""]
    if source:
        lines += [f"*{markdown_safe(source)}*", ""]
    if not rows:
        return "\n".join([*lines, NOTHING[lang], ""])
    table = [_cells(row, lang) for row in rows]
    shown = [place for place in range(len(_COLUMNS[lang])) if place < _ALWAYS or any(cells[place] for cells in table)]
    lines += [_line([_COLUMNS[lang][place] for place in shown]), _line(["---"] * len(shown))]
    month = 0
    for row, cells in zip(rows, table, strict=True):
        if row.first.month != month:
            month = row.first.month
            lines.append(f"| **{month_name(month, lang)}** |{' |' * (len(shown) - 1)}")
        lines.append(_line([cells[place] for place in shown]))
    return "\n".join([*lines, ""])


def _cells(row: Row, language: Language) -> list[str]:
    entry = row.entry
    cells = (
        row.days,
        str(getattr(entry.kind, language)),
        row.name,
        one_line(entry.who or ""),
        one_line(entry.to_whom or ""),
        "; ".join(row.remarks),
    )
    return [markdown_safe(cell) for cell in cells]


def _line(cells: Iterable[str]) -> str:
    return f"|{'|'.join(f' {cell} ' if cell else ' ' for cell in cells)}|"
