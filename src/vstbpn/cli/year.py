"""The command that shows what falls in a year, or falls due soon, and writes it as a calendar file."""

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from vstbpn.calendars.agenda.entry import CalendarEntry
from vstbpn.calendars.agenda.national import national_calendar
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.mentions.deadline import BeforePolicy
from vstbpn.cli.shared import DAY_FORMS, FILE_HELP, Form, Lang, Language, Shape, day, fail, plan_in, put, usable
from vstbpn.errors import UnusableInputError, VstbpnError, shown
from vstbpn.exporting.entries import shown_days
from vstbpn.exporting.ics.calendar_file import to_ics
from vstbpn.exporting.year_page.markdown import year_to_markdown
from vstbpn.exporting.year_page.svg import year_to_svg
from vstbpn.exporting.year_text import year_to_text
from vstbpn.plans.plan import Plan

_STRETCH = re.compile(r"([0-9]{1,4})\s?([dw]?)")
_DAYS = {"": 1, "d": 1, "w": 7}


class _Source(NamedTuple):
    """Where entries come from: a plan in a file, or the State's calendar, which is in none."""

    file: str
    plan: Plan | None


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
    todos: Annotated[
        bool, typer.Option("--todos", help="Put deadlines in the list of tasks of the calendar file too.")
    ] = False,
    form: Shape = Form.TEXT,
    lang: Lang = Language.VI,
) -> None:
    """Show what plans set for a year: deadlines, campaigns and feast days, each on its day.

    With --due-within, only what falls within so many days from now, over all files.
    """
    _refuse_idle(
        year=year, due_within=due_within, ics=ics is not None, previous=previous is not None, todos=todos, form=form
    )
    sources = [_Source(file, plan_in(file)) for file in files or ()] or [_Source("calendar", None)]
    now = day(on) or datetime.date.today()  # noqa: DTZ011  # A day of whoever asks; no time zone is meant.
    if due_within is None:
        years = [_year(source, year, now) for source in sources]
        found = [_of_year(source, which, roll, before) for source, which in zip(sources, years, strict=True)]
    else:
        until = _later(now, _days(due_within))
        years = [now.year for _ in sources]
        found = [tuple(_within(source, now, until, roll, before)) for source in sources]
    if ics is not None:
        _write(ics, sources, found, previous, todos=todos, lang=lang)
        return
    for source, which, entries in zip(sources, years, found, strict=True):
        text = _shown(source, entries, which, form, lang)
        if len(sources) > 1 and text:
            put(f"{source.file}:")
        if text:
            put(text)


def _refuse_idle(
    *, year: int | None, due_within: str | None, ics: bool, previous: bool, todos: bool, form: Form
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
        if previous:
            fail("--previous", "goes with a whole --year: beside --due-within all that falls later would be cancelled")
    if ics and form is not Form.TEXT:
        fail("--ics", "writes a calendar file and shows nothing; leave --format out")
    if not ics and (previous or todos):
        fail("--previous" if previous else "--todos", "is for calendar files; say with --ics where to write one")


def _year(source: _Source, asked: int | None, now: datetime.date) -> int:
    if asked is not None:
        return asked
    return now.year if source.plan is None else source.plan.year or now.year


def _of_year(source: _Source, year: int, roll: Roll, before: BeforePolicy) -> tuple[CalendarEntry, ...]:
    if source.plan is None:
        return usable(source.file, lambda: national_calendar(year))
    plan = source.plan
    return usable(source.file, lambda: plan.calendar(year, roll=roll, before=before))


def _within(
    source: _Source, now: datetime.date, until: datetime.date, roll: Roll, before: BeforePolicy
) -> Iterator[CalendarEntry]:
    """What falls between two days: a deadline by its last day in time, all else by any of its days."""
    told = set()
    # A day off at the end of a year may move what is due into the next one.
    for year in range(now.year - 1, until.year + 1):
        for entry in _of_year(source, year, roll, before):
            first, last = shown_days(entry)
            if entry not in told and now <= last and first <= until:
                told.add(entry)
                yield entry


def _days(words: str) -> int:
    match = _STRETCH.fullmatch(words.strip().lower())
    if match is None:
        fail("--due-within", f"cannot read {shown(words)}: expected a number of days or weeks, such as 30d or 4w")
    return int(match[1]) * _DAYS[match[2]]


def _later(now: datetime.date, days: int) -> datetime.date:
    try:
        return now + datetime.timedelta(days=days)
    except OverflowError:
        fail("--due-within", f"the calendar ends before {days} days from {now}")


def _shown(source: _Source, entries: Sequence[CalendarEntry], year: int, form: Form, lang: Language) -> str:
    if form is Form.TEXT:
        # What a day off moved stands where it went.
        return year_to_text(sorted(entries, key=_last_shown), lang.value)
    page = {Form.MARKDOWN: year_to_markdown, Form.SVG: year_to_svg}[form]
    return usable(source.file, lambda: page(entries, year, document=source.plan, lang=lang.value)).rstrip("\n")


def _last_shown(entry: CalendarEntry) -> datetime.date:
    return shown_days(entry)[1]


def _write(
    out: str,
    sources: Sequence[_Source],
    found: Sequence[Sequence[CalendarEntry]],
    previous: str | None,
    *,
    todos: bool,
    lang: Language,
) -> None:
    if len(sources) > 1:
        fail(out, "a calendar file is of one plan: give one FILE with --ics")
    former = None if previous is None else usable(previous, Path(previous).read_bytes)
    document = sources[0].plan
    try:
        file = to_ics(found[0], document=document, previous=former, todos=todos, lang=lang.value)
    except UnusableInputError as error:  # Of what is read here only the former file can be damaged.
        fail(previous or out, str(error))
    except VstbpnError as error:
        fail(out, str(error))
    usable(out, lambda: Path(out).write_bytes(file))
