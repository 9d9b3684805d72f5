"""Of which figures a unit's whole is made (cách ghép số liệu), told by what it reported of which periods and sexes.

Units that told of the same periods and sexes make their whole in the same way, whatever the figures are.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from vstbpn.goals.observing.observation import reporting_period
from vstbpn.goals.rolling.periods import Cover, last_of, months_of, sum_of
from vstbpn.goals.rolling.rules import FEMALE, MALE, SEXES, TOTAL, UNSPECIFIED, Rules

Cells = tuple[tuple[str, str], ...]
"""Figures that are added up, by period and sex."""

Stretches = tuple[str, ...]
"""Parts of a period, by their ids."""

_Series = Mapping[str, Cells | None]
"""By period, of which figures one sex is made; None where they cannot be used."""


class Pattern(NamedTuple):
    """What units told of (kỳ và giới tính đã báo cáo).

    Args:
        told: The sexes told of, by period.
        unusable: The periods whose figures cannot be used.
    """

    told: Mapping[str, frozenset[str]]
    unusable: frozenset[str]


class Check(NamedTuple):
    """A period that shorter ones make up as well (kỳ cần đối chiếu): both must come to the same."""

    period: str
    whole: Cells
    parts: Cells


class Makeup(NamedTuple):
    """Of which figures the whole of some units is made (cách ghép số liệu).

    Args:
        cells: By sex, what is added up; the total stands among them where one was told, else it is the sum of the sexes.
            Nothing if it cannot be told what it comes to.
        gaps: What of the whole is missing, of each sex of which anything is.
        missing: The months that the total is not of, or women or men are not where none was told.
        checks: Which periods are to agree.
        lacking: The sex whose count is missing for a share.
        compared: The sexes to be held against the total, since these are made of different periods; within one period
            they have been already.
    """

    cells: Mapping[str, Cells]
    gaps: Collection[Stretches]
    missing: frozenset[int] = frozenset()
    checks: Sequence[Check] = ()
    lacking: str | None = None
    compared: tuple[str, ...] = ()


def makeup_of(rules: Rules, pattern: Pattern) -> Makeup:
    """How the whole is made of what was told.

    A total is told, or made of women and men, in each period. Where none is told in any, it is the sum of what the sexes
    come to.
    """
    if rules.is_last:
        pattern = _last(rules, pattern)
    covers: dict[str, Cover] = {}
    cells: dict[str, Cells] = {}
    gaps: dict[Stretches, None] = {}
    checks: list[Check] = []
    for sex, series in _by_sex(pattern).items():
        cover = (last_of if rules.is_last else sum_of)(rules.period, frozenset(series))
        chosen = _together(series, cover.chosen)
        if chosen is None:
            return Makeup({}, gaps)
        covers[sex], cells[sex] = cover, chosen
        if sex != UNSPECIFIED and cover.missing:
            gaps[cover.missing] = None
        for period, others in cover.checks:
            whole, parts = series[period], _together(series, others)
            if whole is not None and parts is not None:
                checks.append(Check(period, whole, parts))
    lacking = None if rules.share_of is None else _lacking(rules.share_of, covers)
    if lacking is not None:
        return Makeup({}, gaps, checks=checks, lacking=lacking)
    return Makeup(cells, gaps, _missing(covers), checks, None, _compared(covers))


def _last(rules: Rules, pattern: Pattern) -> Pattern:
    """The periods that end last: how things stood on different days is not put together."""
    end = last_of(rules.period, frozenset(pattern.told)).reach
    told = {
        period: sexes
        for period, sexes in pattern.told.items()
        if last_of(rules.period, frozenset({period})).reach == end
    }
    return Pattern(told, pattern.unusable)


def _by_sex(pattern: Pattern) -> dict[str, _Series]:
    """What each sex is made of by period; totals, if any was told, come first."""
    by_sex: dict[str, _Series] = {}
    has_totals = any(TOTAL in sexes for sexes in pattern.told.values())
    if has_totals:
        by_sex[TOTAL] = {
            period: None if period in pattern.unusable else _total(period, sexes)
            for period, sexes in pattern.told.items()
            if period in pattern.unusable or TOTAL in sexes or {FEMALE, MALE} <= sexes
        }
    for sex in SEXES:
        series = {
            period: None if period in pattern.unusable else ((period, sex),)
            for period, sexes in pattern.told.items()
            # Beside totals the sexes are a split of as much as can be used.
            if sex in sexes and not (has_totals and period in pattern.unusable)
        }
        if series:
            by_sex[sex] = series
    return by_sex


def _total(period: str, sexes: frozenset[str]) -> Cells:
    return ((period, TOTAL),) if TOTAL in sexes else tuple((period, sex) for sex in SEXES if sex in sexes)


def _together(series: _Series, periods: Iterable[str]) -> Cells | None:
    """The figures of several periods; None if some cannot be used."""
    together: Cells = ()
    for period in periods:
        cells = series[period]
        if cells is None:
            return None
        together += cells
    return together


def _lacking(share_of: str, covers: Mapping[str, Cover]) -> str | None:
    """The sex whose count is missing for a share, if one is."""
    other = MALE if share_of == FEMALE else FEMALE
    counted, against = covers.get(share_of), covers.get(TOTAL) or covers.get(other)
    if counted is None:
        return share_of
    if against is None or counted.reach > against.reach:
        return f"{other}, {TOTAL}"
    return None if counted.reach == against.reach else share_of


def _missing(covers: Mapping[str, Cover]) -> frozenset[int]:
    """The months that the figure that counts is not of: the total, or women and men together."""
    counting = [covers[TOTAL]] if TOTAL in covers else [covers[sex] for sex in (FEMALE, MALE) if sex in covers]
    stretches = {stretch for cover in counting for stretch in cover.missing}
    return frozenset(month for stretch in stretches for month in months_of(reporting_period(stretch)))


def _compared(covers: Mapping[str, Cover]) -> tuple[str, ...]:
    total = covers.get(TOTAL)
    if total is None:
        return ()
    sexes = [covers[sex] for sex in (FEMALE, MALE) if sex in covers]
    if not any(cover.chosen != total.chosen and cover.reach == total.reach for cover in sexes):
        return ()
    return tuple(sex for sex in SEXES if sex in covers and covers[sex].reach <= total.reach)
