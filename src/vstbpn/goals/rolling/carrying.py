"""Observations carried across the changes of units (quy đổi số liệu qua sắp xếp đơn vị), from their period to a later day."""

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.goals.observing.observation import Observation, each, reporting_period
from vstbpn.goals.rolling.joining import BySex, Joined, Portion, joined
from vstbpn.goals.rolling.periods import day_of
from vstbpn.organisations.figures.expecting import kinds_like
from vstbpn.organisations.figures.figures import Shares
from vstbpn.organisations.figures.shares import Days, PartsOf, SharesNeededError, Split, read_shares
from vstbpn.values import evolve

if TYPE_CHECKING:
    from vstbpn.organisations.directory import Directory

_DAY = datetime.timedelta(days=1)

_Origins = Mapping[str, Portion]
"""Of which units a unit holds which part."""


class _Report(NamedTuple):
    """Of which day's units, period and indicator figures are."""

    day: datetime.date
    period: str
    indicator: str | None


_Reports = dict[_Report, dict[str, BySex]]
"""What was reported, by the ids of the units."""


def carry(
    observations: Iterable[Observation],
    directory: "Directory",
    *,
    on: datetime.date,
    reported: datetime.date | None = None,
    shares: Shares | None = None,
) -> tuple[Observation, ...]:
    """The observations as the units of a later day would have made them (quy đổi), so that they roll up over that day.

    Each is taken as one of the units of the last day of its period, or of the last day in it on which its unit stood.
    What merged since is added sex by sex; what was divided goes where ``shares`` say. Of statuses the least sure one is
    kept, of sources all.

    A sum of which a part is missing would count as complete. So figures go over only if **all** units of that level that
    became one reported, all of the same sexes, or so that the total of each is known. Else they stay with the units that
    reported: ``roll_up`` then tells that these are not there (GOL017), and the new unit does not count as reporting. Where
    the new unit has the id of one that reported, the old one is told apart from it by its day ("bo-xd@2024-12-31"). What
    was told twice of a unit stays told twice (GOL012).

    Args:
        observations: What was observed. Those of units that did not change, or are not known, stay as they are.
        directory: The units and what befell them.
        on: The day whose units the figures are carried to.
        reported: The day whose units they are of, if it is the same for all.
        shares: Which part each divided unit gave to whom, as ``Directory.roll_up`` takes them.

    Returns:
        Those that stay, in their order; then those that were carried, by day, period, indicator, unit and sex.

    Raises:
        SharesNeededError: Units with figures were divided or dissolved and have no shares. All of them are told.
        FiguresError: Shares are at fault; all faults are told.
        InvalidValueError: Something else was given, or a part of a count is no decimal, as a third of 10 is none.

    >>> from vstbpn.organisations.shipped.directory import bundled
    >>> told = [Observation(numerator=12, denominator=40, period="2024", unit="bo-gtvt"),
    ...         Observation(numerator=8, denominator=20, period="2024", unit="bo-xd")]
    >>> carry(told, bundled(), on=datetime.date(2026, 1, 1))
    (Observation(numerator=20, denominator=60, period='2024', unit='bo-xd'),)
    """
    given = list(each(observations))
    day = day_of("on", on)
    days = _Days(_directory(directory), day, None if reported is None else day_of("reported", reported))
    reports = _by_report(given, days)
    origins = _origins(reports, days, {} if shares is None else shares)
    carried: list[Observation] = []
    gone: set[tuple[_Report, str]] = set()
    another: set[tuple[_Report, str]] = set()
    for report in sorted(reports, key=lambda report: (report[:2], report.indicator is not None, report.indicator)):
        told = reports[report]
        whole, partial = _whole(report, told, origins[report.day], days)
        for unit in sorted(whole):
            carried += whole[unit].observations(unit)
            gone.update((report, origin) for origin in whole[unit].parts)
        another.update((report, unit) for unit in partial if directory.stands(unit, day))
    stay = [
        _of_day(observation, found.day) if found is not None and (found, observation.unit) in another else observation
        for observation in given
        if (found := days.report(observation)) is None or (found, observation.unit) not in gone
    ]
    return (*stay, *carried)


def _of_day(observation: Observation, day: datetime.date) -> Observation:
    """An observation of a unit as it was on a day: under its own id it would count as all the unit is of later."""
    return evolve(observation, unit=f"{observation.unit}@{day}")


def _directory(given: object) -> "Directory":
    from vstbpn.organisations.directory import Directory  # Whoever carries nothing needs no directory.

    if isinstance(given, Directory):
        return given
    reason = "expected a Directory, which knows what befell the units; a snapshot has one, as in snapshot.directory"
    raise InvalidValueError("directory", shown(given), reason)


class _Days:
    """From which day on observations are carried."""

    def __init__(self, directory: "Directory", last: datetime.date, reported: datetime.date | None) -> None:
        self.directory = directory
        self.last = last
        self._reported = reported
        self._known: dict[tuple[str, str], datetime.date | None] = {}

    def report(self, observation: Observation) -> _Report | None:
        """The report an observation is part of; None where nothing is to be carried."""
        key = observation.unit, observation.period
        if key not in self._known:
            self._known[key] = self._day(*key)
        day = self._known[key]
        return None if day is None or day >= self.last else _Report(day, observation.period, observation.indicator)

    def after(self, day: datetime.date) -> Days:
        """The days after one on which units went over to others."""
        return list(self.directory.succession.between(day, self.last))

    def before(self, unit: str, day: datetime.date) -> list[str]:
        """The units of a day of which a unit holds anything."""
        held = self.directory.succession.before(unit, day, self.last)
        return [origin for origin in held if self.directory.stands(origin, day)]

    def _day(self, unit: str, period: str) -> datetime.date | None:
        """The day whose unit is meant; None if it does not stand then."""
        start, end = reporting_period(period).start, reporting_period(period).end
        try:
            if self.directory.stands(unit, self._reported or end):
                return self._reported or end
        except NotFoundError:
            return None
        if self._reported is not None:
            return None
        ended = [date for date, moves in self.directory.succession.between(start, end) if unit in moves]
        return ended[-1] - _DAY if ended else None


def _by_report(given: Iterable[Observation], days: _Days) -> _Reports:
    reports: _Reports = {}
    for observation in given:
        report = days.report(observation)
        if report is not None:
            by_sex = reports.setdefault(report, {}).setdefault(observation.unit, {})
            by_sex.setdefault(observation.sex, []).append(observation)
    return reports


def _origins(reports: _Reports, days: _Days, shares: Shares) -> dict[datetime.date, dict[str, _Origins]]:
    """By the day reported, which part of which units with figures each unit holds on the last day.

    Raises:
        SharesNeededError: Some units were divided or dissolved, and no shares tell of them; all are told.
        FiguresError: Shares are at fault.
    """
    units: dict[datetime.date, dict[str, None]] = {}
    for report, told in reports.items():
        units.setdefault(report.day, {}).update(dict.fromkeys(told))
    parts = read_shares(days.directory, shares, days.after(min(units, default=days.last)))
    unshared: dict[Split, None] = {}
    origins = {day: _followed(reporting, days.after(day), parts, unshared) for day, reporting in units.items()}
    if unshared:
        raise SharesNeededError(sorted(unshared, key=lambda split: (split.date, split.source)))
    return origins


def _followed(units: Iterable[str], days: Days, parts: PartsOf, unshared: dict[Split, None]) -> dict[str, _Origins]:
    """Who holds which part of which units after all days."""
    held: dict[str, dict[str, Portion]] = {unit: {unit: 1} for unit in units}
    for date, moves in days:
        # Events of one day happen at once: all that moves is taken out before any of it is put in.
        leaving = [(source, held.pop(source)) for source in moves.keys() & held.keys()]
        for source, origins in leaving:
            takers: Mapping[str, Portion] = dict.fromkeys(moves[source], 1)
            if len(takers) != 1:
                if (source, date) not in parts:
                    # Whoever may hold some of it is followed on, so that later divisions are told as well.
                    unshared[Split(source, date, moves[source])] = None
                takers = parts.get((source, date), takers)
            for taker, part in takers.items():
                into = held.setdefault(taker, {})
                for origin, of_origin in origins.items():
                    if part:
                        into[origin] = into.get(origin, 0) + of_origin * part
    return {unit: origins for unit, origins in held.items() if origins}


def _whole(
    report: _Report, told: Mapping[str, BySex], origins: Mapping[str, _Origins], days: _Days
) -> tuple[dict[str, Joined], set[str]]:
    """What the units that changed hold of a report, where nothing of it is missing; and who told only parts of something."""
    whole: dict[str, Joined] = {}
    broken: set[str] = set()
    for unit, all_parts in origins.items():
        parts = {origin: part for origin, part in all_parts.items() if origin in told}
        if not parts:
            continue
        is_part = _lack(unit, report.day, parts, days)
        if parts == {unit: 1} and not is_part:
            continue
        found = None if is_part else joined(parts, told)
        if found is None:
            broken.update(parts)
        else:
            whole[unit] = found
    # What a unit told goes over as a whole or not at all.
    while cut := [unit for unit, found in whole.items() if not broken.isdisjoint(found.parts)]:
        for unit in cut:
            broken.update(whole.pop(unit).parts)
    return whole, broken


def _lack(unit: str, day: datetime.date, parts: _Origins, days: _Days) -> bool:
    """Whether units went over to one that did not report, though others of their level did."""
    kind_of = {origin: str(days.directory.unit(origin).kind.value) for origin in (*days.before(unit, day), *parts)}
    like = kinds_like({kind_of[origin] for origin in parts})
    return any(kind in like and origin not in parts for origin, kind in kind_of.items())
