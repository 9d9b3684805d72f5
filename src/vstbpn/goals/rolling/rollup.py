"""Roll-up (tổng hợp số liệu): observations added up over units, periods and sexes, with how many units reported."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.findings import Finding
from vstbpn.goals.observing.indicator import Indicator
from vstbpn.goals.observing.observation import Observation, reporting_period
from vstbpn.goals.rolling.aggregate import Aggregate
from vstbpn.goals.rolling.expecting import ExpectedOf
from vstbpn.goals.rolling.faults import Fault, findings_of
from vstbpn.goals.rolling.gathering import Gathered, Gatherer, Key
from vstbpn.goals.rolling.periods import day_of, lies_within, whole_of
from vstbpn.goals.rolling.settlement import settle
from vstbpn.goals.rolling.sums import Asked, Shared, Sums
from vstbpn.goals.rolling.units import FlatUnits, LineUnits
from vstbpn.goals.rolling.vectors import marked
from vstbpn.organisations.figures.figures import id_of
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import OrganisationUnit
from vstbpn.text import composed

if TYPE_CHECKING:
    from vstbpn.organisations.snapshot import Snapshot

_SHOWN = 10


class RollUp:
    """What observations come to (bảng tổng hợp số liệu), made by ``roll_up``; it does not change.

    ``findings`` are what is wrong with the figures, by indicator, unit and code; ``period`` is the id of the period they
    are of, None where nothing was observed.

    >>> rolled = roll_up([Observation(numerator=31, denominator=50, period="2025", unit="so-y-te")])
    >>> rolled
    <RollUp of 2025: 1 of 1 reporting, 1 unit, 0 findings>
    >>> rolled.total(unit="so-y-te").share
    Fraction(31, 50)
    """

    __slots__ = ("_sums", "_units", "findings", "period")

    def __init__(
        self,
        units: FlatUnits | LineUnits,
        sums: Mapping[Key, Sums],
        period: str | None,
        findings: tuple[Finding, ...],
    ) -> None:
        self._units = units
        self._sums = sums
        self.period: str | None = period
        self.findings: tuple[Finding, ...] = findings

    @property
    def indicators(self) -> tuple[str | None, ...]:
        """The ids of the indicators (chỉ số); None stands for what was observed without naming one."""
        return tuple(self._sums)

    @property
    def units(self) -> tuple[str, ...]:
        """The ids of the units: in the order of the line, each before those under it; sorted where there is no line."""
        return self._units.ordered

    def total(self, indicator: Indicator | str | None = None, unit: OrganisationUnit | str | None = None) -> Aggregate:
        """What a unit and all below it come to (số tổng hợp); without a unit the sum of all.

        Args:
            indicator: The indicator, or its id; it may be left out where there is only one.
            unit: The unit, or its id.

        Raises:
            NotFoundError: There is no such indicator or unit; the candidates come near, or are those there are.
            InvalidValueError: There are several indicators, and none was named.
        """
        sums = self._sums_of(indicator)
        start, end = self._units.stretch(unit)
        return sums.aggregate(None if unit is None else id_of(unit), start, end)

    def missing(
        self, indicator: Indicator | str | None = None, unit: OrganisationUnit | str | None = None
    ) -> tuple[str, ...]:
        """Who was expected and has no figure that can be used (đơn vị chưa báo cáo): of the unit and all below it, by id.

        A unit with figures of a part of the period counts as reporting, and is not among them: ``incomplete`` tells of it.

        Takes and raises as ``total``; ordered as ``units``.
        """
        sums = self._sums_of(indicator)
        start, end = self._units.stretch(unit)
        return self._units.in_order(sums.missing(self._units.ids, start, end))

    def incomplete(
        self, indicator: Indicator | str | None = None, unit: OrganisationUnit | str | None = None
    ) -> tuple[str, ...]:
        """Whose figures are used though some of the period is missing (đơn vị báo cáo thiếu kỳ): those with GOL015.

        Where the figures of a unit cannot be used at all, it is one of ``missing`` instead, whatever else it lacks.

        Takes and raises as ``total``; ordered as ``units``.

        >>> rolled = roll_up([Observation(numerator=3, period="2026-Q1", unit="a")], period="2026-H1", expected=["a", "b"])
        >>> rolled.missing(), rolled.incomplete()
        (('b',), ('a',))
        """
        sums = self._sums_of(indicator)
        start, end = self._units.stretch(unit)
        return self._units.in_order(sums.incomplete(self._units.ids, start, end))

    def items(self) -> Iterator[tuple[str, str | None, Aggregate]]:
        """All units in order, each with the id of each indicator and what they come to."""
        for unit in self._units.ordered:
            start, end = self._units.stretch(unit)
            for key, sums in self._sums.items():
                yield unit, key, sums.aggregate(unit, start, end)

    def depth(self, unit: OrganisationUnit | str) -> int:
        """How many units a unit is under on the line (cấp thụt dòng): by how much a table indents its row.

        Raises:
            NotFoundError: There is no such unit.
            InvalidValueError: None was given.
        """
        if unit is None:
            raise InvalidValueError("unit", "None", "expected a unit or its id: all units together have no depth")
        return self._units.depth(unit)

    def __repr__(self) -> str:
        told = [_counted(len(self._units.ids), "unit"), _counted(len(self.findings), "finding")]
        if len(self._sums) == 1:
            total = self.total()
            told.insert(0, f"{total.reporting} of {total.expected} reporting")
        else:
            told.insert(0, _counted(len(self._sums), "indicator"))
        return f"<RollUp of {self.period or 'nothing'}: {', '.join(told)}>"

    def _sums_of(self, indicator: object) -> Sums:
        wanted = indicator.id if isinstance(indicator, Indicator) else composed(indicator)
        if wanted is None and len(self._sums) == 1:
            return next(iter(self._sums.values()))
        if isinstance(wanted, str | None) and wanted in self._sums:
            return self._sums[wanted]
        ids = [key for key in self._sums if key is not None]
        if wanted is None:
            raise InvalidValueError(
                "indicator", "None", f"there are {len(ids)}, say which one: {', '.join(ids[:_SHOWN])}"
            )
        near = get_close_matches(wanted, ids) if isinstance(wanted, str) else []
        raise NotFoundError("indicator", shown(wanted), near or ids[:_SHOWN])


def roll_up(
    observations: Iterable[Observation],
    snapshot: "Snapshot | None" = None,
    line: Line | str | None = None,
    *,
    indicators: Iterable[Indicator] | Mapping[str, Indicator] = (),
    period: ReportingPeriod | str | None = None,
    on: datetime.date | None = None,
    expected: ExpectedOf | None = None,
) -> RollUp:
    """Add up observations over units, periods and sexes (tổng hợp số liệu). Percentages are never averaged.

    What a unit tells of one indicator is used or left out as a whole; who is left out does not count as reporting. All
    that is wrong is a finding:

    - One sex told of twice (GOL012): it is used if the figures are equal.
    - A denominator missing (GOL013), or one that is not due (GOL019): left out. One is due of a share, rate or ratio, but not of
      the share of a sex. Without an indicator, what most units do is due.
    - The count of a sex missing that its share is made of (GOL014): left out.
    - Sexes that do not make their total, or one that is above it (GOL010): the total is used. Where none is told, it is
      the sum of the sexes.
    - More than the whole, where it is a share (GOL011): used.
    - A unit that is not on the line (GOL017), or an indicator that is not known (GOL018): left out.

    Shorter periods make a longer one. Where figures are summed, as many months as can be are taken from as few periods
    as can be; months nobody told of are GOL015, parts that do not make their whole GOL016, and the whole is used. Of
    figures that tell how things stand at the end (``Collection.END``) those that end last are used; that they end before
    the period does is GOL015.

    Args:
        observations: What was observed. They are gone through once and not kept, so a generator will do.
        snapshot: The units of a day; without it the units are a flat list, nobody above anybody.
        line: The line of the snapshot to add up along.
        indicators: What is counted. Without them each indicator the observations name is added up as it is.
        period: Which period to add up; by default the one all observations are of. Others are passed over, parts of it
            are put together.
        on: The day from which it is looked at. Observations of periods that end after it are left out, as if they were
            not reported yet, and nothing is told of them: what September brought does not count on 30 June. By default
            nothing is left out.
        expected: Who was to report: units and ids; with a snapshot also kinds and levels, as in ``Snapshot.roll_up``. By
            default whoever told of an indicator, and with a snapshot the units like them with none below them. A mapping
            from indicators or their ids says it of each; the default holds for those it does not name.

    Raises:
        InvalidValueError: Something else was given; observations are of several periods, and ``period`` does not say
            which; ``on`` is no date; there is a snapshot and no line, or no such line; or two indicators have one id.
        FiguresError: Expected units are not on the line.
        NotFoundError: ``expected`` names an indicator that is not one of ``indicators``.

    >>> rolled = roll_up([Observation(numerator=3, denominator=10, period="2025", unit="a"),
    ...                   Observation(numerator=9, denominator=90, period="2025", unit="b")], expected=["a", "b", "c"])
    >>> rolled.total().share, rolled.total().coverage, rolled.missing()
    (Fraction(3, 25), Fraction(2, 3), ('c',))
    """
    known = _by_id(indicators)
    of = _Period(period, None if on is None else day_of("on", on))
    units = _units(snapshot, line, expected, known)
    gatherer = Gatherer(units.ids, is_closed=snapshot is not None, known=known, takes=of.takes)
    gathered = gatherer.gather(observations)
    whole = of.one()
    if isinstance(units, FlatUnits):
        units = units.with_ids(gathered.ids)
    keys: Sequence[Key] = tuple(known) or _named({*gathered.columns, *units.indicators})
    sums: dict[Key, Sums] = {}
    shared = Shared()
    faults = _faults(units, gathered, known)
    for number, key in enumerate(keys):
        asked = Asked(number, key, None if key is None else known.get(key), whole or "")
        # Columns are dropped once they are settled, since they take more room than sums.
        row = gathered.rows.get(key)
        ids = gathered.ids if row is None else [gathered.ids[place] for place in row]
        settlement = settle(asked, gathered.columns.pop(key, {}), gathered.several.get(key, {}), ids)
        faults += settlement.faults
        given = settlement.settled.given if row is None else marked(row, len(gathered.ids))
        expected_ = units.expected(key, given)
        sums[key] = Sums(asked, settlement.settled, expected_, settlement.units, row, shared)
    return RollUp(units, sums, whole, findings_of(faults))


def _named(keys: Iterable[Key]) -> Sequence[Key]:
    """The indicators that were named, in order; where none was, there is one without a name."""
    return sorted(keys, key=lambda key: (key is not None, key)) or (None,)


def _faults(units: FlatUnits | LineUnits, gathered: Gathered, known: Mapping[str, Indicator]) -> list[Fault]:
    """What could not be put in any column."""
    faults = list(units.absences(gathered.strangers)) if isinstance(units, LineUnits) else []
    ids = ", ".join(known)
    for unit, period, key in gathered.unknown:
        words = {"unit": unit, "period": period, "indicator": key or "", "known": ids}
        faults.append(Fault(len(known), unit, "GOL018", tuple(words.items())))
    return faults


class _Period:
    """The period asked about: the one that was given, or the one all observations are of; as it is known on a day."""

    def __init__(self, period: ReportingPeriod | str | None, on: datetime.date | None) -> None:
        text = str(period) if isinstance(period, ReportingPeriod) else period
        self._given = None if text is None else reporting_period(text)
        self._on = on
        self._seen: set[str] = set()

    def takes(self, period: str) -> bool:
        """Whether observations of a period are added up."""
        if self._on is not None and reporting_period(period).end > self._on:
            return False
        if self._given is not None:
            return lies_within(reporting_period(period), self._given)
        self._seen.add(period)
        return len(self._seen) == 1

    def one(self) -> str | None:
        """Its id; None where nothing was observed.

        Raises:
            InvalidValueError: The observations are of several.
        """
        if self._given is not None:
            return str(self._given)
        if len(self._seen) > 1:
            raise InvalidValueError("period", "None", _which(sorted(self._seen)))
        return next(iter(self._seen), None)


def _which(periods: Sequence[str]) -> str:
    """How to say which of several periods is meant."""
    listed = f"{', '.join(periods[:_SHOWN])}{', …' if len(periods) > _SHOWN else ''}"
    year = whole_of(periods)
    whole = f", or the whole, period='{year}'" if year is not None else ", or a year of them"
    return f"the observations are of several ({listed}): say which one with period={whole}"


def _units(
    snapshot: object, line: Line | str | None, expected: ExpectedOf | None, known: Mapping[str, Indicator]
) -> FlatUnits | LineUnits:
    if snapshot is None:
        if line is not None:
            raise InvalidValueError("line", shown(line), "a line is one of a snapshot: give the snapshot too")
        return FlatUnits.of(expected, known)
    from vstbpn.organisations.snapshot import Snapshot  # Whoever adds up a flat list needs no directory.

    if not isinstance(snapshot, Snapshot):
        raise InvalidValueError("snapshot", shown(snapshot), "expected the units of a day, as in directory.at(date)")
    return LineUnits(snapshot, _line(line), expected, known)


def _line(line: Line | str | None) -> Line:
    if line is None:
        lines = ", ".join(str(each.value) for each in Line)
        raise InvalidValueError("line", "None", f"say along which line of the snapshot: {lines}")
    return Line.of(line)


def _by_id(indicators: object) -> dict[str, Indicator]:
    given = indicators.values() if isinstance(indicators, Mapping) else indicators
    if not isinstance(given, Iterable):
        raise InvalidValueError("indicators", shown(given), "expected several values of Indicator")
    by_id: dict[str, Indicator] = {}
    for indicator in given:
        if not isinstance(indicator, Indicator):
            raise InvalidValueError("indicators", shown(indicator), "expected values of Indicator")
        if by_id.setdefault(indicator.id, indicator) != indicator:
            raise InvalidValueError("indicators", indicator.id, "two of them have this id")
    if isinstance(indicators, Mapping) and list(indicators) != list(by_id):
        raise InvalidValueError("indicators", shown(next(iter(indicators))), "expected a mapping from their ids")
    return by_id


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
