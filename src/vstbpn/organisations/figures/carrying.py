"""Figures carried across the changes of units (quy đổi số liệu qua sắp xếp đơn vị), from one day to a later one.

Across a merger they add. Where a unit was divided, or dissolved without anyone to take over, nobody but the user knows what
part of its figure belongs where: that is told by shares.
"""

import datetime
from collections.abc import Collection, Mapping
from fractions import Fraction
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from vstbpn.errors import InvalidValueError
from vstbpn.organisations.figures.absences import absent, misplaced, refuse
from vstbpn.organisations.figures.expecting import Expected, kinds_like, read_expected
from vstbpn.organisations.figures.figures import Amounts, read_figures
from vstbpn.organisations.figures.rolling_up import Totals, reports, roll_up
from vstbpn.organisations.figures.shares import Days, PartsOf, SharesNeededError, Split, read_shares
from vstbpn.organisations.units.intervals import plain_day
from vstbpn.organisations.units.kinds import Line

if TYPE_CHECKING:
    from vstbpn.organisations.directory import Directory
    from vstbpn.organisations.snapshot import Snapshot

_KIND = attrgetter("kind._value_")


def roll_up_through_time(
    directory: "Directory",
    figures: object,
    line: Line | str,
    *,
    reported: datetime.date,
    by: object,
    on: datetime.date | None,
    shares: object,
    expected: Expected | None,
) -> Totals:
    """What ``Directory.roll_up`` gives."""
    if by == "then":
        if on is not None or shares is not None:
            given = "on" if on is not None else "shares"
            raise InvalidValueError(given, "given", "by='then' adds up the units of the day the figures are of")
        return roll_up(directory.at(reported), figures, line, expected)
    if by != "now":
        given = by if isinstance(by, str) else type(by).__name__
        raise InvalidValueError("by", given, "expected 'then' (units of that day) or 'now' (units of the day 'on')")
    if on is None:
        raise InvalidValueError("on", "None", "by='now' needs the day whose units the figures are added up over")
    first, last = plain_day(reported), plain_day(on)
    if last < first:
        raise InvalidValueError(
            "on", str(last), f"figures of {first} are carried to a later day, not to an earlier one"
        )
    return _roll_up_now(directory, figures, Line.of(line), (first, last), shares, expected)


def _roll_up_now(  # noqa: PLR0917  # The same, checked.
    directory: "Directory",
    figures: object,
    line: Line,
    stretch: tuple[datetime.date, datetime.date],
    shares: object,
    expected: Expected | None,
) -> Totals:
    first, last = stretch
    then, now = directory.at(first), directory.at(last)
    unit_faults = partial(absent, then, line)
    amounts = read_figures(figures, unit_faults)
    refuse("figures", unit_faults(amounts.counts))
    if expected is None:
        due = _who_reported_and_their_like(then, line, amounts)
    else:
        due = then.row(line).wanted(read_expected(expected, unit_faults))
    days = list(directory.succession.between(first, last))
    parts = read_shares(directory, {} if shares is None else shares, days)
    carried = amounts.divided(_carry(amounts.counts, days, parts))
    reported = _carry_reports(reports(due, amounts), days, parts)
    totals = Totals(now, line, carried, reported)
    if expected is not None:
        refuse("expected units", misplaced(now, line, reported))
    return totals


def _who_reported_and_their_like(then: "Snapshot", line: Line, amounts: Amounts) -> Collection[str]:
    """Whoever has a figure, and the units with none below them on the line that stand at the level of one that has."""
    kinds = set(map(_KIND, map(then.unit, amounts.counts)))
    return {*then.row(line).leaves(kinds_like(kinds)), *amounts.counts}


def _carry(counts: Mapping[str, int], days: Days, parts: PartsOf) -> Mapping[str, int | Fraction]:
    """Who holds how much after the last day.

    Raises:
        SharesNeededError: Some units with figures were divided or dissolved, and no shares tell of them; all are told.
    """
    held: dict[str, int | Fraction] = dict(counts)
    unshared: list[Split] = []
    for date, moves in days:
        # Events of one day happen at once: all that moves is taken out before any of it is put in.
        leaving = [(source, held.pop(source)) for source in moves.keys() & held.keys()]
        for source, count in leaving:
            takers = moves[source]
            if len(takers) == 1:
                held[takers[0]] = held.get(takers[0], 0) + count
            elif (source, date) in parts:
                for target, part in parts[source, date].items():
                    if part:
                        held[target] = held.get(target, 0) + count * part
            else:
                unshared.append(Split(source, date, takers))
                # Whoever may hold some of it is followed on, so that later divisions are told as well.
                held.update((taker, held.get(taker, 0)) for taker in takers)
    if unshared:
        raise SharesNeededError(sorted(unshared, key=lambda split: (split.date, split.source)))
    return held


def _carry_reports(reported: dict[str, bool], days: Days, parts: PartsOf) -> dict[str, bool]:
    """Who is expected after the last day: whoever one that was expected went over to; it reported if all these did."""
    for date, moves in days:
        leaving = [(source, reported.pop(source)) for source in moves.keys() & reported.keys()]
        for source, has_reported in leaving:
            for taker in moves[source] or parts.get((source, date), ()):
                reported[taker] = reported.get(taker, True) and has_reported
    return reported
