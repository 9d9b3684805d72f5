"""The command line: read a document, check it, annotate it.

Exit codes of ``check``: 0 nothing found, 1 findings, 2 unusable input; of the others 0, or 2 for unusable input.
"""

import datetime
import json
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple, NoReturn, TypeVar

import typer

from vstbpn.errors import UnusableInputError, VstbpnError, caret
from vstbpn.findings import Finding
from vstbpn.goals.observing.choosing import indicators_for
from vstbpn.goals.observing.observation import Observation, reporting_period
from vstbpn.goals.observing.rows import observations_from_rows
from vstbpn.goals.picturing.board import ProgressBoard
from vstbpn.goals.picturing.building import progress_board
from vstbpn.goals.rolling.carrying import carry
from vstbpn.goals.rolling.rollup import RollUp, roll_up
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.figures.shares import SharesNeededError
from vstbpn.organisations.shipped.directory import bundled
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.units.kinds import Line
from vstbpn.plans.plan import Plan
from vstbpn.reading.decoding import decode
from vstbpn.reading.reading import Reading, read
from vstbpn.serialisation.annotations import annotate as annotations_of
from vstbpn.serialisation.documents import to_json
from vstbpn.summary import summarise
from vstbpn.text import parse_decimal
from vstbpn.validation.check import check as check_plan
from vstbpn.version import VERSION

T = TypeVar("T")

app = typer.Typer(
    name="vstbpn",
    help="Read and check Vietnamese administrative plans (kế hoạch).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

FINDINGS, UNUSABLE = 1, 2


class Form(StrEnum):
    """How progress is shown."""

    TEXT = "text"
    MARKDOWN = "markdown"
    SVG = "svg"


class Language(StrEnum):
    """The language of the output."""

    VI = "vi"
    EN = "en"


File = Annotated[str, typer.Argument(metavar="FILE", help="A text file in UTF-8 or UTF-16; - reads standard input.")]
Lang = Annotated[Language, typer.Option("--lang", help="The language of the output.")]


def _show_version(asked: bool) -> None:
    if asked:
        _print(f"vstbpn {VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read and check Vietnamese administrative plans (kế hoạch)."""


@app.command(name="read")
def read_command(
    file: File,
    as_json: Annotated[bool, typer.Option("--json", help="Print the plan as JSON instead of a summary.")] = False,
    lang: Lang = Language.VI,
) -> None:
    """Show what a document holds: issuer, number, bases, goals, tasks, deadlines."""
    reading = _reading(file)
    if not as_json:
        _print(summarise(reading, lang.value))
        return
    if reading.plan is None:
        _fail(file, reading.findings[0].message(lang.value) if reading.findings else "no plan")
    _print(to_json(reading.plan, indent=2))


@app.command()
def check(file: File, lang: Lang = Language.VI) -> None:
    """Check a plan: one finding each, with its place, its rule and what to write instead."""
    reading = _reading(file)
    documents = reading.documents if reading.plan is not None else ()
    findings = [*reading.findings, *(finding for document in documents for finding in check_plan(document))]
    for finding in findings:
        _print(_line(file, reading.source, finding, lang.value))
    if findings:
        raise typer.Exit(FINDINGS)


@app.command()
def annotate(file: File) -> None:
    """Print what was found as JSON Lines: one annotation a line, with code point offsets."""
    for annotation in annotations_of(_reading(file)):
        _print(json.dumps(annotation, ensure_ascii=False))


@app.command()
def progress(  # noqa: PLR0917  # One parameter for each option.
    file: File,
    figures: Annotated[str, typer.Argument(metavar="FIGURES", help="A CSV table of what was counted.")],
    units: Annotated[
        str | None, typer.Option("--units", help="A CSV table of the units and what they hang under.")
    ] = None,
    line: Annotated[
        Line, typer.Option("--line", help="The line the units hang on.", parser=Line.of, metavar="LINE")
    ] = Line.PROFESSIONAL,
    under: Annotated[
        str | None, typer.Option("--under", help="The id of a unit: show it and the units right below it.")
    ] = None,
    on: Annotated[
        datetime.datetime | None,
        typer.Option("--on", help="The day of the evaluation.", formats=["%Y-%m-%d", "%d/%m/%Y"], metavar="DATE"),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option("--period", help="The period to add up, such as 2025 or 2025-H1; by default the year of FIGURES."),
    ] = None,
    baseline: Annotated[
        str | None, typer.Option("--baseline", help="The earlier period in FIGURES that changes are measured from.")
    ] = None,
    tolerance: Annotated[
        str | None, typer.Option("--tolerance", help="How far from it a target of about (khoảng) is met, such as 2.5.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How to show it.")] = Form.TEXT,
    lang: Lang = Language.VI,
) -> None:
    """Hold what was counted against the targets of a plan, and show the progress of each unit.

    FIGURES has the columns indicator, unit, period, sex, numerator, denominator; an indicator is the number of a target:
    3.2 is the second one of goal 3. UNITS is a table as Directory.from_rows reads it, added to the bundled units.
    """
    plan = _plan(file)
    observations = _usable(figures, lambda: observations_from_rows(Path(figures)))
    directory = None if units is None else _usable(units, lambda: bundled().with_rows(Path(units)))
    asked = _Asked(plan, observations, directory, line, under, on.date() if on else None, period, baseline, tolerance)
    board, findings = _usable(figures, lambda: _progress(asked))
    for finding in findings:
        sys.stderr.write(
            f"{figures}: {finding.code}: {finding.message(lang.value)}\n  → {finding.remedy(lang.value)}\n"
        )
    shown = {Form.TEXT: board.to_text, Form.MARKDOWN: board.to_markdown, Form.SVG: board.to_svg}[form]
    _print(shown(lang.value).rstrip("\n"))


class _Asked(NamedTuple):
    """What progress is asked for."""

    plan: Plan
    observations: tuple[Observation, ...]
    directory: Directory | None
    line: Line
    under: str | None
    on: datetime.date | None
    period: str | None
    baseline: str | None
    tolerance: str | None


def _progress(asked: _Asked) -> tuple[ProgressBoard, tuple[Finding, ...]]:
    """The board of a plan's targets, and what is wrong with the figures."""
    targets = asked.plan.numbered_targets
    tolerance = None if asked.tolerance is None else parse_decimal(asked.tolerance)
    year = asked.plan.year
    period = asked.period or _year_of(asked.observations)
    if asked.directory is None:
        rollup = _added(asked, asked.observations, None, period)
        earlier = _added(asked, asked.observations, None, asked.baseline) if asked.baseline else None
        rows = None if asked.under is None else [asked.under]
        board = progress_board(targets, rollup, rows, on=asked.on, year=year, baseline=earlier, tolerance=tolerance)
        return board, rollup.findings
    day = asked.on or max((_end(observation) for observation in asked.observations), default=datetime.date.max)
    snapshot = asked.directory.at(day)
    observations = _carried(asked.observations, asked.directory, day)
    rollup = _added(asked, observations, snapshot, period)
    earlier = _added(asked, observations, snapshot, asked.baseline) if asked.baseline else None
    units = None if asked.under is None else [snapshot.unit(asked.under), *snapshot.children(asked.under, asked.line)]
    board = progress_board(
        targets, rollup, units, names=snapshot, on=asked.on, year=year, baseline=earlier, tolerance=tolerance
    )
    return board, rollup.findings


def _added(
    asked: _Asked, observations: tuple[Observation, ...], snapshot: Snapshot | None, period: str | None
) -> RollUp:
    indicators = indicators_for(asked.plan.numbered_targets, observations)
    line = None if snapshot is None else asked.line
    return roll_up(observations, snapshot, line, indicators=indicators, period=period, on=asked.on)


def _carried(
    observations: tuple[Observation, ...], directory: Directory, day: datetime.date
) -> tuple[Observation, ...]:
    """The observations by the units of a day; as they are where a unit was divided, for the roll-up to tell of it."""
    known = tuple(observation for observation in observations if _end(observation) <= day)
    try:
        return carry(known, directory, on=day)
    except SharesNeededError:
        return known


def _year_of(observations: tuple[Observation, ...]) -> str | None:
    """The year all observations lie in; None where they are of one period, or of several years."""
    periods = {observation.period for observation in observations}
    years = {str(reporting_period(period).year) for period in periods}
    return years.pop() if len(years) == 1 and len(periods) > 1 else None


def _end(observation: Observation) -> datetime.date:
    return reporting_period(observation.period).end


def _usable(file: str, read: Callable[[], T]) -> T:
    """What is read from a file; where it cannot be, say so and stop."""
    try:
        return read()
    except (VstbpnError, OSError) as error:
        _fail(file, getattr(error, "strerror", None) or str(error))


def run() -> None:
    """Run the command line on this process's arguments."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A terminal set to another encoding would stop at the first Vietnamese letter.
            reconfigure(encoding="utf-8", errors="backslashreplace")
    app()


def _plan(file: str) -> Plan:
    reading = _reading(file)
    if reading.plan is None:
        _fail(file, reading.findings[0].message("en") if reading.findings else "no plan")
    return reading.plan


def _reading(file: str) -> Reading:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        _fail(file, getattr(error, "strerror", None) or str(error))
    try:
        return read(decode(data))
    except UnusableInputError as error:
        _fail(file, str(error))


def _line(file: str, source: str, finding: Finding, language: str) -> str:
    """A finding as ``file:line:column: code severity: message``, its source line with a caret, remedy and basis."""
    start = finding.span.start if finding.span else 0
    line = source.count("\n", 0, start) + 1
    column = start - (source.rfind("\n", 0, start) + 1) + 1
    severity = finding.severity.vi if language == "vi" else finding.severity.en
    parts = [f"{file}:{line}:{column}: {finding.code} {severity}: {finding.message(language)}"]
    if finding.span is not None and len(finding.span) < len(source):
        parts.append(caret(source, finding.span))
    basis = f" ({finding.basis.format(language)})" if finding.basis else ""
    parts.append(f"  → {finding.remedy(language)}{basis}")
    return "\n".join(parts)


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _fail(file: str, reason: str) -> NoReturn:
    sys.stderr.write(f"vstbpn: {file}: {reason}\n")
    raise typer.Exit(UNUSABLE)
