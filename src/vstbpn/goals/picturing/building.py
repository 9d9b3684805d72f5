"""Making a board (lập bảng tiến độ): every unit held against every target."""

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.findings import Finding
from vstbpn.goals.evaluating.evaluation import Evaluation
from vstbpn.goals.evaluating.judging import evaluate
from vstbpn.goals.evaluating.terms import Exact, day_of, least_of, tolerance_of, year_of
from vstbpn.goals.evaluating.verdicts import Reason, Verdict
from vstbpn.goals.evaluating.wording import errors_of
from vstbpn.goals.picturing.board import ProgressBoard, ProgressCell, ProgressColumn, ProgressRow
from vstbpn.goals.rolling.aggregate import Aggregate
from vstbpn.goals.rolling.faults import UNNAMED
from vstbpn.goals.rolling.rollup import RollUp
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import is_count
from vstbpn.organisations.units.unit import OrganisationUnit, unit_id
from vstbpn.values import evolve

if TYPE_CHECKING:
    from vstbpn.organisations.snapshot import Snapshot

Targets = Mapping[str, Target] | Mapping[None, Target] | Mapping[str | None, Target]
"""Targets by the id of the indicator each is held against; None for one without a name."""


def progress_board(
    targets: Targets,
    rollup: RollUp,
    units: Iterable[OrganisationUnit | str | None] | None = None,
    *,
    names: "Mapping[str, str] | Snapshot | None" = None,
    on: datetime.date | None = None,
    baseline: RollUp | None = None,
    tolerance: Exact | None = None,
    least_coverage: Exact | None = None,
    year: int | None = None,
) -> ProgressBoard:
    """Hold units against targets (lập bảng tiến độ), to be shown as a table or a picture.

    Args:
        targets: The targets by the id of the indicator each is held against; None where the roll-up has one without a
            name.
        rollup: What was counted.
        units: The units to show, in this order; None among them is the sum of all. By default all that have figures for
            one of the targets, of their own or below them, but for those at the top that have no others than the one
            below them, and the sum where none stands for it.
        names: What the units are called, by their ids, or a snapshot that tells it; those it leaves out go by their ids.
        on: The day of the evaluation. What was counted up to it is what ``roll_up(..., on=day)`` adds up; a sum of a time
            that ends after it cannot be known in full on that day, and decides nothing.
        baseline: The roll-up of the earlier period that changes are measured from; it may lack units and indicators.
        tolerance: How far a result may lie from an "about" target, as ``evaluate`` takes it.
        least_coverage: How many of the expected units must have reported, as ``evaluate`` takes it.
        year: The year targets are due in whose own words tell none, as ``evaluate`` takes it.

    Raises:
        NotFoundError: The roll-up has no such indicator or unit.
        InvalidValueError: Something else was given than that, or ``evaluate`` refuses it.

    >>> from vstbpn.goals import Observation, roll_up
    >>> counts = [Observation(numerator=31, denominator=50, period="2025", unit="so-y-te", indicator="1.1")]
    >>> board = progress_board({"1.1": Target.parse("ít nhất 60% nữ vào năm 2025")}, roll_up(counts))
    >>> board.rows[0].cells[0].evaluation.verdict
    Verdict.MET
    """
    if not isinstance(targets, Mapping):
        raise InvalidValueError("targets", shown(targets), "expected a mapping of the ids of indicators to targets")
    for indicator, target in targets.items():
        if not isinstance(indicator, str | None):
            raise InvalidValueError("targets", shown(indicator), "expected the ids of indicators, or None")
        if not isinstance(target, Target):
            raise InvalidValueError("targets", shown(target), "expected each to be a Target")
    for what, given in (("rollup", rollup), ("baseline", rollup if baseline is None else baseline)):
        if not isinstance(given, RollUp):
            raise InvalidValueError(what, shown(given), "expected what roll_up gives")
    # A board without cells evaluates nothing, and refuses the same.
    day, due, near, least = day_of(on), year_of(year), tolerance_of(tolerance), least_of(least_coverage)
    faults = _faults(rollup)
    chosen = _chosen(targets, rollup, faults) if units is None else _ids(units)
    naming = _Naming(names)

    def cell(indicator: str | None, target: Target, unit: str | None) -> ProgressCell:
        aggregate = rollup.total(indicator, unit)
        earlier = _earlier(baseline, target, indicator, unit)
        evaluation = evaluate(
            target, aggregate, on=day, baseline=earlier, tolerance=near, least_coverage=least, year=due
        )
        found = () if unit is None else tuple(faults.get((unit, indicator or UNNAMED), ()))
        return ProgressCell(evaluation=_noting(evaluation, found), aggregate=aggregate)

    columns = tuple(_column(indicator, target, rollup.total(indicator), due) for indicator, target in targets.items())
    depths = [0 if unit is None else rollup.depth(unit) for unit in chosen]
    top = min((depth for unit, depth in zip(chosen, depths, strict=True) if unit is not None), default=0)
    rows = tuple(
        ProgressRow(
            unit=unit,
            name="" if unit is None else naming.name(unit),
            depth=max(0, depth - top),
            cells=tuple(cell(indicator, target, unit) for indicator, target in targets.items()),
        )
        for unit, depth in zip(chosen, depths, strict=True)
    )
    return ProgressBoard(columns=columns, rows=rows, period=rollup.period)


class _Naming:
    """What units are called."""

    def __init__(self, names: "Mapping[str, str] | Snapshot | None") -> None:
        from vstbpn.organisations.snapshot import Snapshot  # Boards are made without any directory, too.

        self._snapshot = names if isinstance(names, Snapshot) else None
        self._names: Mapping[str, str] = names if isinstance(names, Mapping) else {}
        if names is not None and self._snapshot is None and not isinstance(names, Mapping):
            raise InvalidValueError("names", shown(names), "expected a mapping of ids to names, or a snapshot")

    def name(self, unit: str) -> str:
        if self._snapshot is not None:
            return self._snapshot.name(unit) if unit in self._snapshot else unit
        name = self._names.get(unit, unit)
        if not isinstance(name, str):
            raise InvalidValueError("name", shown(name), "names are texts")
        return name or unit


def _ids(units: Iterable[OrganisationUnit | str | None]) -> tuple[str | None, ...]:
    if isinstance(units, str) or not isinstance(units, Iterable):
        raise InvalidValueError("units", shown(units), "expected several units or their ids")
    return tuple(None if unit is None else unit_id(unit) for unit in units)


def _faults(rollup: RollUp) -> Mapping[tuple[str, str], list[Finding]]:
    """What is wrong with the own figures of a unit, by the unit and the indicator."""
    faults: dict[tuple[str, str], list[Finding]] = {}
    for finding in rollup.findings:
        told = dict(finding.args)
        faults.setdefault((told.get("unit", ""), told.get("indicator", "")), []).append(finding)
    return faults


def _noting(evaluation: Evaluation, found: tuple[Finding, ...]) -> Evaluation:
    """An evaluation with what is wrong with the figures; figures that cannot be used are there all the same."""
    if not found:
        return evaluation
    if evaluation.verdict is Verdict.NO_DATA and errors_of(found):
        verdict, reason = Verdict.NOT_ASSESSABLE, Reason.FAULTY_FIGURES
        return evolve(evaluation, verdict=verdict, reason=reason, args=(), findings=found)
    return evolve(evaluation, findings=(*evaluation.findings, *found))


def _chosen(targets: Iterable[str | None], rollup: RollUp, faults: Iterable[tuple[str, str]]) -> tuple[str | None, ...]:
    """The units that have figures, and the sum of all where none of them stands for it."""
    indicators = tuple(targets)
    shown_ids = {indicator or UNNAMED for indicator in indicators}
    faulty = {unit for unit, indicator in faults if indicator in shown_ids}

    def counted(unit: str | None) -> list[tuple[int, int]]:
        totals = (rollup.total(indicator, unit) for indicator in indicators)
        return [(total.reporting, total.expected) for total in totals]

    whole = counted(None)
    found: list[str | None] = []
    top: str | None = None
    for unit in rollup.units:
        if unit not in faulty and all(rollup.total(indicator, unit).period is None for indicator in indicators):
            continue
        own = counted(unit)
        if own == whole:
            # Who has the figures of all as well stands below, and adds nothing to them.
            if top is not None and found == [top] and top not in faulty:
                found.clear()
            top = unit
        found.append(unit)
    return tuple(found) if top is not None else (*found, None)


def _earlier(baseline: RollUp | None, target: Target, indicator: str | None, unit: str | None) -> Aggregate | None:
    """What a unit had before; nothing where it was not there, or nobody counted."""
    if baseline is None or not target.is_change:
        return None
    try:
        return baseline.total(indicator, unit)
    except NotFoundError:
        return None


def _column(indicator: str | None, target: Target, total: Aggregate, due: int | None) -> ProgressColumn:
    year = due if target.year is None else None
    known = total.indicator
    if known is not None:
        return ProgressColumn(indicator=indicator, target=target, name=known.name, name_en=known.name_en, year=year)
    noun = target.unit if is_count(target.unit) else ""
    name = target.population or noun or indicator or target.text
    return ProgressColumn(indicator=indicator, target=target, name=name, year=year)
