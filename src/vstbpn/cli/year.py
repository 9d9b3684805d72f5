"""The command that shows what falls in a year, or falls due soon, and writes it as a calendar file."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from vstbpn.calendars.agenda.entry import CalendarEntry
from vstbpn.calendars.agenda.national import national_calendar
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.mentions.deadline import BeforePolicy
from vstbpn.cli.files import bytes_of
from vstbpn.cli.shared import (
    DAY_FORMS,
    FILE_HELP,
    UNUSABLE,
    Form,
    Lang,
    Language,
    Shape,
    day,
    fail,
    note,
    plan_and_text,
    put,
    usable,
)
from vstbpn.cli.year_notes import changes_note, empty_days_note, empty_year_note, other_years_note, undated_notes
from vstbpn.errors import InvalidValueError, UnusableInputError, VstbpnError, shown
from vstbpn.exporting.entries import shown_days, shown_order
from vstbpn.exporting.ics.calendar_file import to_ics
from vstbpn.exporting.ics.changes import changes
from vstbpn.exporting.ics.former import advice_of_command
from vstbpn.exporting.year_page.markdown import year_to_markdown
from vstbpn.exporting.year_page.svg import year_to_svg
from vstbpn.exporting.year_text import year_to_text
from vstbpn.lines import harmless_name
from vstbpn.plans.lasting import years_of_plan
from vstbpn.plans.plan import Plan

_STRETCH = re.compile(r"([0-9]+)\s?([dw]?)")
_DAYS = {"": 1, "d": 1, "w": 7}
_MOST_DIGITS = 4
_REMINDERS = (7, 1)


class _Source(NamedTuple):
    """Where entries come from: a plan in a file and its text, or the State's calendar, which is in none."""

    file: str
    plan: Plan | None = None
    text: str = ""


class _Way(NamedTuple):
    """How days are counted and shown."""

    roll: Roll
    before: BeforePolicy
    lang: Language


class _Found(NamedTuple):
    """What a source sets for a year, or for a stretch of days."""

    source: _Source
    year: int
    entries: tuple[CalendarEntry, ...]


def calendar(  # noqa: PLR0917  # One parameter for each option.
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]...", help=f"{FILE_HELP} Without one: the national holidays, feast days and campaigns."
        ),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option("--year", help="The year; by default that of the plan, without a plan the present one."),
    ] = None,
    due_within: Annotated[
        str | None,
        typer.Option("--due-within", metavar="DAYS", help="Only what falls within so many days from now: 30d, 4w."),
    ] = None,
    on: Annotated[
        datetime.datetime | None,
        typer.Option("--on", help="The day that is now.", formats=DAY_FORMS, metavar="DATE", show_default="today"),
    ] = None,
    roll: Annotated[
        Roll,
        typer.Option(
            "--roll",
            help="Where a last day goes that is no working day: none, following, preceding.",
            parser=Roll.of,
            metavar="ROLL",
        ),
    ] = Roll.NONE,
    before: Annotated[
        BeforePolicy,
        typer.Option(
            "--before",
            help='How "trước ngày" is read: day-before or same-day.',
            parser=BeforePolicy.of,
            metavar="READING",
        ),
    ] = BeforePolicy.DAY_BEFORE,
    ics: Annotated[
        str | None, typer.Option("--ics", metavar="OUT", help="Write a calendar file there (needs the extra ics).")
    ] = None,
    previous: Annotated[
        str | None,
        typer.Option("--previous", metavar="OLD", help="The calendar file made before, which this one follows."),
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            "--document",
            metavar="NAME",
            help="What the plan is known by in calendar files, instead of issuer and number: for a draft without a number.",
        ),
    ] = None,
    todos: Annotated[
        bool, typer.Option("--todos", help="Put deadlines in the list of tasks of the calendar file too.")
    ] = False,
    remind: Annotated[
        list[int] | None,
        typer.Option(
            "--remind",
            metavar="DAYS",
            help="How many days before a deadline the calendar reminds of it; may be given several times.",
            show_default="7 and 1",
        ),
    ] = None,
    form: Shape = Form.TEXT,
    lang: Lang = Language.VI,
) -> None:
    """Show what plans set for a year: deadlines, campaigns and feast days, each on its day.

    With --due-within, only what falls within so many days from now, over all files.
    """
    names = files or []
    for_files = {
        "--previous": previous is not None,
        "--document": document is not None,
        "--todos": todos,
        "--remind": bool(remind),
    }
    _refuse_idle(year=year, due_within=due_within, ics=ics is not None, for_files=for_files, form=form)
    _refuse_several(names, ics=ics is not None, form=form)
    way = _Way(roll, before, lang)
    now = day(on) or datetime.date.today()  # noqa: DTZ011  # A day of whoever asks; no time zone is meant.
    until = None if due_within is None else _later(now, _days(due_within))
    # Where one file alone is asked for, there is nothing to go on with without it.
    sources = list(_sources(names)) if names else [_Source("calendar")]
    if until is None:
        found = [_whole_year(source, year, now, way) for source in sources]
    else:
        found = [_Found(source, now.year, tuple(_within(source, now, until, way))) for source in sources]
    if ics is not None:
        for one in found:
            _write(ics, one, _FileOptions(previous, document, todos, remind, whole_year=until is None), lang)
    elif form is not Form.TEXT:
        for one in found:
            put(_page(one, form, lang))
    else:
        _list(found, lang, named=len(names) > 1)
        _tell_beside(found, now, until, way)
    if len(sources) < len(names):
        raise typer.Exit(UNUSABLE)


def _refuse_idle(
    *, year: int | None, due_within: str | None, ics: bool, for_files: Mapping[str, bool], form: Form
) -> None:
    """Refuse options that would do nothing, or harm, beside the others: nobody is to believe that they were heeded."""
    if due_within is not None:
        if form is not Form.TEXT:
            fail("--due-within", "shows lines of text; leave --format out, or ask for a whole --year")
        if year is not None:
            fail(
                "--due-within",
                "counts from now, whatever the year; leave --year out, or say with --on which day is now",
            )
        if for_files["--previous"]:
            fail("--previous", "goes with a whole --year: beside --due-within all that falls later would be cancelled")
    if ics and form is not Form.TEXT:
        fail("--ics", "writes a calendar file and shows nothing; leave --format out")
    idle = next((option for option, is_given in for_files.items() if is_given and not ics), None)
    if idle is not None:
        fail(idle, "is for calendar files; say with --ics where to write one")


def _refuse_several(files: Sequence[str], *, ics: bool, form: Form) -> None:
    if len(files) > 1 and ics:
        fail("--ics", "a calendar file is of one plan: give one FILE")
    if len(files) > 1 and form is not Form.TEXT:
        fail("--format", f"a page is of one plan: give one FILE with --format {form.value}")


def _sources(files: Sequence[str]) -> Iterator[_Source]:
    """The plans that can be read; of each other file is said why it cannot."""
    for file in files:
        with suppress(typer.Exit):  # The reason was told; the other files are shown nevertheless.
            yield _Source(file, *plan_and_text(file))


def _whole_year(source: _Source, asked: int | None, now: datetime.date, way: _Way) -> _Found:
    year = asked
    if year is None:
        year = now.year if source.plan is None else _year_of(source.plan, now)
    return _Found(source, year, usable(source.file, lambda: _of_year(source, year, way)))


def _year_of(plan: Plan, now: datetime.date) -> int:
    """The year a plan is for: of several the present one, or else the first."""
    first, last = years_of_plan(plan)
    if first is not None and last is not None and first <= now.year <= last:
        return now.year
    return first or plan.year or now.year


def _of_year(source: _Source, year: int, way: _Way) -> tuple[CalendarEntry, ...]:
    if source.plan is None:
        return national_calendar(year)
    return source.plan.calendar(year, roll=way.roll, before=way.before)


def _within(source: _Source, now: datetime.date, until: datetime.date, way: _Way) -> Iterator[CalendarEntry]:
    """What falls between two days: a deadline by its last day in time, all else by any of its days."""
    told = set()
    # A day off at the end of a year may move what is due into the next one.
    for year in range(now.year - 1, until.year + 1):
        for entry in _whole_year(source, year, now, way).entries:
            first, last = shown_days(entry)
            if entry not in told and now <= last and first <= until:
                told.add(entry)
                yield entry


def _days(words: str) -> int:
    match = _STRETCH.fullmatch(words.strip().lower())
    if match is None:
        fail("--due-within", f"cannot read {shown(words)}: expected a number of days or weeks, such as 30d or 4w")
    digits = match[1].lstrip("0") or "0"
    if len(digits) > _MOST_DIGITS:
        fail("--due-within", f"{shown(words)} is too much: the most is 9999d (days) or 9999w (weeks)")
    return int(digits) * _DAYS[match[2]]


def _later(now: datetime.date, days: int) -> datetime.date:
    try:
        return now + datetime.timedelta(days=days)
    except OverflowError:
        fail("--due-within", f"the calendar ends before {days} days from {now}")


def _page(found: _Found, form: Form, lang: Language) -> str:
    source, year, entries = found
    page = {Form.MARKDOWN: year_to_markdown, Form.SVG: year_to_svg}[form]
    return usable(source.file, lambda: page(entries, year, document=source.plan, lang=lang.value)).rstrip("\n")


def _list(found: Sequence[_Found], lang: Language, *, named: bool) -> None:
    """One list of all that was found, in the order of days; where there are several files, each line names its own."""
    rows = [(one.source.file, entry) for one in found for entry in one.entries]
    rows.sort(key=lambda row: shown_order(row[1]))
    if rows:
        lines = year_to_text([entry for _, entry in rows], lang.value).split("\n")
        for (file, _), line in zip(rows, lines, strict=True):
            put(f"{harmless_name(file)}: {line}" if named else line)


def _tell_beside(found: Sequence[_Found], now: datetime.date, until: datetime.date | None, way: _Way) -> None:
    """Tell what has no place among the lines, and that there are none."""
    language = way.lang.value
    if until is not None:
        if found and not any(one.entries for one in found):
            note(empty_days_note(now, until, language))
        return
    for source, year, entries in found:
        if not entries:
            note(f"{source.file}: {empty_year_note(year, language)}")
        if source.plan is None:
            continue
        for line, told in undated_notes(source.plan, source.text, language):
            note(f"{source.file}{'' if line is None else f':{line}'}: {told}")
        elsewhere = other_years_note(source.plan, year, entries, partial(_of_year, source, way=way), language)
        if elsewhere is not None:
            note(f"{source.file}: {elsewhere}")


class _FileOptions(NamedTuple):
    """How a calendar file is to be written."""

    previous: str | None
    document: str | None
    todos: bool
    remind: list[int] | None
    whole_year: bool


def _write(out: str, found: _Found, asked: _FileOptions, lang: Language) -> None:
    """Write a calendar file, and tell what it changes."""
    previous, plan = asked.previous, found.source.plan
    former = None if previous is None else usable(previous, partial(bytes_of, previous))
    issued = None if plan is None or plan.date is None else plan.date.earliest()
    try:
        file = to_ics(
            found.entries,
            document=asked.document or plan,
            name=None if plan is None else plan.title,
            previous=former,
            years=[found.year] if asked.whole_year else None,
            reminders=asked.remind or _REMINDERS,
            todos=asked.todos,
            stamp=issued,
            lang=lang.value,
        )
    except UnusableInputError as error:  # Of what is read here only the former file can be damaged.
        fail(previous or out, f"this is {error.what}: {advice_of_command(error)}")
    except InvalidValueError as error:
        fail("--remind" if error.what == "reminder" else out, str(error))
    except VstbpnError as error:
        fail(out, str(error))
    usable(out, lambda: Path(out).write_bytes(file))
    events, tasks = (changes(file, former, tasks=of_tasks) for of_tasks in (False, True))
    note(f"{out}: {changes_note(events, tasks, lang.value)}")
