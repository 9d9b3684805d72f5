"""Which part of its time figures tell of (thời gian có số liệu), and where a result can still move when the rest is told."""

from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod
from vstbpn.goals.observing.indicator import Collection, Indicator
from vstbpn.goals.observing.observation import reporting_period
from vstbpn.goals.rolling.aggregate import Aggregate
from vstbpn.goals.rolling.periods import left_open, months_of
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import is_count, is_share
from vstbpn.vocabulary import Direction, When

_TIMES = "lần"


def months_told(aggregate: Aggregate, indicator: Indicator | None) -> frozenset[int]:
    """The months of its year that a sum tells of; how things stand at the end of one tells of those before it.

    >>> sorted(months_told(Aggregate(period="2025-H1", numerator=6, gaps=("2025-Q1",)), None))
    [4, 5, 6]
    """
    period = reporting_period(_period(aggregate))
    months = set(months_of(period))
    if _is_last(indicator):
        months.update(range(1, period.first_month))
    return frozenset(months.difference(*(months_of(reporting_period(gap)) for gap in aggregate.gaps)))


def time_of(target: Target, aggregate: Aggregate) -> str:
    """The id of the time figures are to tell of: the whole year or school year, but for a target that names no time.

    >>> time_of(Target.parse("không quá 10 vụ vào năm 2025"), Aggregate(period="2025-H1", numerator=6))
    '2025'
    """
    period = _period(aggregate)
    if target.when is When.BY and target.year is None:
        return period
    reported = reporting_period(period)
    kind = PeriodKind.SCHOOL_YEAR if reported.kind.is_of_schools else PeriodKind.YEAR
    return str(ReportingPeriod(kind=kind, year=reported.year))


def missing_of(target: Target, aggregate: Aggregate, indicator: Indicator | None) -> tuple[str, ...]:
    """The stretches of that time that figures are missing of, by their ids.

    >>> missing_of(Target.parse("không quá 10 vụ vào năm 2025"), Aggregate(period="2025-H1", numerator=6), None)
    ('2025-H2',)
    """
    time = time_of(target, aggregate)
    months = months_told(aggregate, indicator)
    return () if months.issuperset(months_of(reporting_period(time))) else left_open(time, months)


def is_sum(target: Target, aggregate: Aggregate, indicator: Indicator | None) -> bool:
    """Whether figures are counts that are added up over time, so that each further month adds to them."""
    return not _is_last(indicator) and (is_count(target.unit) or aggregate.denominator is None)


def moves_of(
    target: Target, before: Aggregate | None, now: Aggregate, indicator: Indicator | None
) -> frozenset[Direction]:
    """Where a result can still move when what is missing is told.

    Counts grow, and with them a rise, while a fall shrinks. Shares and ratios, and how things stood at the end of a part of
    the time, are taken for those of the whole. So is the relative change of counts since as long a time before; their
    difference may become larger or smaller.

    Args:
        target: What is to be reached.
        before: The figures a change is measured from; None where the target is no change.
        now: The figures.
        indicator: What was counted, if that is known.
    """
    if not missing_of(target, now, indicator) or not is_sum(target, now, indicator):
        return frozenset()
    if before is None:
        return frozenset({Direction.RAISE})
    if len(months_told(before, indicator)) == len(months_told(now, indicator)):
        return frozenset() if is_relative(target) else frozenset(Direction)
    return frozenset({Direction.LOWER if target.direction is Direction.LOWER else Direction.RAISE})


def are_as_long(target: Target, before: Aggregate, now: Aggregate, indicator: Indicator | None) -> bool:
    """Whether counts can be compared: those before are of as many months as those now, or as those now are to be."""
    if not is_sum(target, now, indicator):
        return True
    months = len(months_told(before, indicator))
    return months in {len(months_told(now, indicator)), len(months_of(reporting_period(time_of(target, now))))}


def is_relative(target: Target) -> bool:
    """Whether the size of a change is told as a part of what there was, or as a number of times."""
    return is_share(target.unit) or target.unit == _TIMES


def _is_last(indicator: Indicator | None) -> bool:
    return indicator is not None and indicator.collection is Collection.END


def _period(aggregate: Aggregate) -> str:
    assert aggregate.period is not None  # noqa: S101  # Narrows the type: what was not observed is told before.
    return aggregate.period
