"""What is told of a year beside its lines, on standard error: what has no place in it, and what a calendar file changes."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from vstbpn.calendars.agenda.entry import CalendarEntry
from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.errors import InvalidValueError
from vstbpn.exporting.entry_words import day_words
from vstbpn.exporting.ics.changes import Changes
from vstbpn.lines import one_line
from vstbpn.plans.plan import Plan
from vstbpn.plans.turns import deadlines_of, only_year

_WORDS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "undated": "thời hạn không định ngày: {words}",
        "impossible": "thời hạn ghi một ngày không có thật: {words}",
        "other-year": "{count} thời hạn rơi vào năm khác: {years}",
        "other-years": "{count} thời hạn rơi vào năm khác: {years}",
        "empty-year": "không có mốc nào trong năm {year}",
        "empty-days": "không có mốc nào từ {first} đến {last}",
        "new": "{count} mới",
        "changed": "{count} thay đổi",
        "cancelled": "{count} hủy",
        "unchanged": "{count} như trước",
        "nothing": "không có mốc nào",
        "tasks": "việc cần làm: {told}",
    },
    "en": {
        "undated": "a deadline on no day of the calendar: {words}",
        "impossible": "a deadline on a day that does not exist: {words}",
        "other-year": "{count} deadline falls in another year: {years}",
        "other-years": "{count} deadlines fall in other years: {years}",
        "empty-year": "nothing falls in {year}",
        "empty-days": "nothing falls between {first} and {last}",
        "new": "{count} new",
        "changed": "{count} changed",
        "cancelled": "{count} cancelled",
        "unchanged": "{count} as before",
        "nothing": "nothing to tell",
        "tasks": "tasks: {told}",
    },
}


def undated_notes(plan: Plan, text: str, language: str) -> Iterator[tuple[int | None, str]]:
    """The deadlines that no year lists: the line each stands on, and what is to be said of it."""
    for deadline in plan.undated_deadlines:
        line = None if deadline.span is None else text.count("\n", 0, deadline.span.start) + 1
        words = _WORDS[language]["impossible" if deadline.impossible else "undated"]
        yield line, words.format(words=_words_of(deadline))


def _words_of(deadline: Deadline) -> str:
    what = one_line(deadline.what or "")
    return f"“{one_line(deadline.text)}”{f' ({what})' if what else ''}"


def other_years_note(
    plan: Plan,
    year: int,
    entries: Iterable[CalendarEntry],
    of_year: Callable[[int], Sequence[CalendarEntry]],
    language: str,
) -> str | None:
    """How many deadlines fall in other years than the one shown, and which; None where none do.

    Args:
        plan: The plan.
        year: The year shown.
        entries: What is shown.
        of_year: What the plan sets for another year.
        language: ``vi`` or ``en``.
    """
    shown = {entry.pointer for entry in entries}
    hidden: set[str] = set()
    near: set[int] = set()
    for told in deadlines_of(plan):
        if told.pointer not in shown:
            hidden.add(told.pointer)
            # What names no year, as "trước ngày 15/01 năm sau", is looked for about the year shown.
            named = only_year(told.deadline) or year
            # "Trước ngày 01/01" falls in the year before, and a day off may move what is due into the next one.
            near |= {named - 1, named, named + 1}
    near.discard(year)
    found: dict[str | None, int] = {}
    for other in sorted(near):
        with suppress(InvalidValueError):  # It is out of range, or days are to be moved and its working days not known.
            for entry in of_year(other):
                if entry.pointer in hidden and entry.due.year == other:
                    found.setdefault(entry.pointer, other)
    if not found:
        return None
    years = ", ".join(map(str, sorted(set(found.values()))))
    return _WORDS[language]["other-year" if len(found) == 1 else "other-years"].format(count=len(found), years=years)


def empty_year_note(year: int, language: str) -> str:
    """That a year holds nothing."""
    return _WORDS[language]["empty-year"].format(year=year)


def empty_days_note(first: datetime.date, last: datetime.date, language: str) -> str:
    """That nothing falls in a stretch of days."""
    first_words, last_words = (day_words(day, language) for day in (first, last))
    return _WORDS[language]["empty-days"].format(first=first_words, last=last_words)


def changes_note(events: Changes, tasks: Changes, language: str) -> str:
    """What a calendar file tells: "2 changed, 1 cancelled, 19 as before"."""
    words = _WORDS[language]
    told = [_counted(counts, words) for counts in (events, tasks)]
    parts = [told[0] or words["nothing"], words["tasks"].format(told=told[1]) if told[1] else ""]
    return "; ".join(part for part in parts if part)


def _counted(counts: Changes, words: Mapping[str, str]) -> str:
    return ", ".join(words[name].format(count=count) for name, count in counts._asdict().items() if count)
