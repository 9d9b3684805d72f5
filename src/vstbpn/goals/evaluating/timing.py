"""When a target is due (thời hạn đánh giá), and the figures of which year decide."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from vstbpn.goals.evaluating.verdicts import Reason, Verdict
from vstbpn.goals.targets.target import Target
from vstbpn.vocabulary import When


class Timing(NamedTuple):
    """Of which year the figures are looked at, and the verdict where it is not they that decide."""

    year: int | None
    verdict: Verdict | None = None
    reason: Reason | None = None
    args: tuple[tuple[str, str], ...] = ()


def timed(
    target: Target, years: Sequence[int], asked: int | None, on: datetime.date | None, given: int | None = None
) -> Timing:
    """Which of the years there are figures of decides.

    Args:
        target: What is to be reached, and when.
        years: The years there are figures of, in order; of those the one asked about, if one is.
        asked: The year asked about; None where the figures are to tell it.
        on: The day of the evaluation; None where the figures are to tell whether the target is due.
        given: The year it is due in where its own words tell none.
    """
    due = _due(target, given)
    return _of_a_year(target, years, on) if due is None else _by(due, years, asked, on)


def _due(target: Target, given: int | None) -> int | None:
    """The one year whose figures decide, if there is one."""
    if target.year is None:
        return given
    return target.year if target.when is When.BY else None


def _by(due: int, years: Sequence[int], asked: int | None, on: datetime.date | None) -> Timing:
    """A target due in one year: figures of that year decide, earlier ones tell how far things are."""
    latest = years[-1] if years else None
    if on is not None and not _is_over(due, on):
        return Timing(latest, Verdict.NOT_DUE, Reason.DUE_LATER, _args(year=due))
    if due in years:
        return Timing(due)
    if latest is None:
        return Timing(None, Verdict.NO_DATA, Reason.NO_FIGURES)
    if latest < due and (on is None or asked is not None):
        return Timing(latest, Verdict.NOT_DUE, Reason.EARLIER_FIGURES, _args(year=due, found=latest))
    return Timing(None, Verdict.NO_DATA, Reason.OTHER_YEARS, _args(year=due, found=_listed(years)))


def _of_a_year(target: Target, years: Sequence[int], on: datetime.date | None) -> Timing:
    """A target that any year can be held against, or any in a stretch."""
    if not years:
        return Timing(None, Verdict.NO_DATA, Reason.NO_FIGURES)
    if on is None and len(years) > 1:
        return Timing(None, Verdict.NOT_ASSESSABLE, Reason.SEVERAL_YEARS, _args(found=_listed(years)))
    year = years[-1]
    first, last = _stretch(target)
    if first is not None and year < first:
        return Timing(year, Verdict.NOT_DUE, Reason.BEFORE_FIRST_YEAR, _args(year=first, found=year))
    if last is not None and year > last:
        return Timing(year, Verdict.NOT_ASSESSABLE, Reason.AFTER_LAST_YEAR, _args(year=last, found=year))
    if on is not None and target.when is not When.BY and not _is_over(year, on):
        return Timing(year, Verdict.NOT_DUE, Reason.DUE_LATER, _args(year=year))
    return Timing(year)


def _stretch(target: Target) -> tuple[int | None, int | None]:
    """The first and the last year a target holds in."""
    if target.when is When.ONWARDS:
        return target.year, None
    return (target.period.start if target.period else None), target.year


def _is_over(year: int, on: datetime.date) -> bool:
    """Whether a year is over: its last day counts as its end, when the year is reported on."""
    return on >= datetime.date(year, 12, 31)


def _listed(years: Sequence[int]) -> str:
    return ", ".join(map(str, years))


def _args(**texts: object) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(text)) for name, text in texts.items())
