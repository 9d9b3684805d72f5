"""The command that holds what was counted against the targets of a plan."""

import datetime
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from vstbpn.cli.shared import DAY_FORMS, File, Form, Lang, Language, Shape, day, note, plan_in, put, usable
from vstbpn.findings import Finding
from vstbpn.goals.observing.choosing import indicators_for
from vstbpn.goals.observing.observation import Observation, reporting_period
from vstbpn.goals.observing.rows import observations_from_rows
from vstbpn.goals.picturing.board import ProgressBoard
from vstbpn.goals.picturing.building import progress_board
from vstbpn.goals.rolling.carrying import carry
from vstbpn.goals.rolling.periods import whole_of
from vstbpn.goals.rolling.rollup import RollUp, roll_up
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.figures.shares import SharesNeededError
from vstbpn.organisations.shipped.directory import bundled
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.units.kinds import Line
from vstbpn.plans.plan import Plan
from vstbpn.text import parse_decimal


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
        typer.Option("--on", help="The day of the evaluation.", formats=DAY_FORMS, metavar="DATE"),
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
    form: Shape = Form.TEXT,
    lang: Lang = Language.VI,
) -> None:
    """Hold what was counted against the targets of a plan, and show the progress of each unit.

    FIGURES has the columns indicator, unit, period, sex, numerator, denominator; an indicator is the number of a target:
    3.2 is the second one of goal 3. UNITS is a table as Directory.from_rows reads it, added to the bundled units.
    """
    plan = plan_in(file)
    observations = usable(figures, lambda: observations_from_rows(Path(figures)))
    directory = None if units is None else usable(units, lambda: bundled().with_rows(Path(units)))
    asked = _Asked(plan, observations, directory, line, under, day(on), period, baseline, tolerance)
    board, findings = usable(figures, lambda: _progress(asked))
    for finding in findings:
        note(f"{figures}: {finding.code}: {finding.message(lang.value)}\n  → {finding.remedy(lang.value)}")
    shown = {Form.TEXT: board.to_text, Form.MARKDOWN: board.to_markdown, Form.SVG: board.to_svg}[form]
    put(shown(lang.value).rstrip("\n"))


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
    """The year or school year all observations lie in; None where they are of one period, or of several years."""
    periods = {observation.period for observation in observations}
    return whole_of(periods) if len(periods) > 1 else None


def _end(observation: Observation) -> datetime.date:
    return reporting_period(observation.period).end
