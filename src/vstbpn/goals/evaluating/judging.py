"""Evaluating (đánh giá): hold what was observed against a target."""

import datetime
from fractions import Fraction
from typing import NamedTuple

from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.errors import InvalidValueError, shown
from vstbpn.goals.evaluating.bounds import Bounds, good_side, is_good
from vstbpn.goals.evaluating.comparing import compared_year
from vstbpn.goals.evaluating.covering import missing_of, moves_of
from vstbpn.goals.evaluating.evaluation import Evaluation
from vstbpn.goals.evaluating.figures import Figures, Given, YearTotal, figures_of
from vstbpn.goals.evaluating.levels import Refusal, change, level
from vstbpn.goals.evaluating.terms import Exact, day_of, least_of, tolerance_of, year_of
from vstbpn.goals.evaluating.timing import Timing, timed
from vstbpn.goals.evaluating.verdicts import Reason, Verdict
from vstbpn.goals.evaluating.wording import errors_of
from vstbpn.goals.observing.indicator import Indicator
from vstbpn.goals.observing.observation import reporting_period
from vstbpn.goals.targets.target import Target
from vstbpn.values import evolve
from vstbpn.vocabulary import Comparator, Direction, When

_ANSWERS = frozenset({Verdict.MET, Verdict.NOT_MET})


class _Terms(NamedTuple):
    """By what terms figures are held against the target."""

    target: Target
    baseline: Figures | None
    tolerance: Fraction | None
    least: Fraction | None
    on: datetime.date | None


def evaluate(
    target: Target,
    observations: Given,
    *,
    on: datetime.date | None = None,
    period: ReportingPeriod | str | None = None,
    indicator: Indicator | None = None,
    baseline: Given | None = None,
    tolerance: Exact | None = None,
    least_coverage: Exact | None = None,
    year: int | None = None,
) -> Evaluation:
    """Hold observations against a target (đánh giá chỉ tiêu).

    Numerators and denominators are added, percentages never averaged.

    Which side is the good one is told by the comparator; of a plain "đạt" by the target's direction, else by the
    indicator's. Where neither tells, more is better, but for 0 ("không để xảy ra"), under which nothing lies.

    Figures of a part of the year tell shares and ratios as good as they are, with what is ``missing``. Counts grow in the
    rest of it: what has been reached or exceeded stays so, of what has not nothing can be said.

    A target due by a year is decided by the figures of that year. On a day before 31 December of it, and where figures
    of earlier years are all there is, it is ``NOT_DUE``, and ``actual`` and ``margin`` tell how far things are. A target
    for each year, or from a year on, is held against the year asked for. Without a year any period is as good.

    What is told of a time that ends after the day of the evaluation, such as the sum of a whole year in the middle of it,
    cannot be known in full on that day. It decides nothing: the answer is ``NOT_DUE``, and its words say up to when the
    figures are. Figures as they were on a day are those of ``roll_up(..., on=day)``.

    The size of a change ("giảm 50% số vụ") is held against what has changed since the ``baseline``: in % by the relative
    change, in "lần" by how many times as much (of a fall, as little) it is, in anything else by the difference. Where the
    clause names the year compared with ("so với năm 2025"), the baseline is to be of that year.

    Args:
        target: What is to be reached.
        observations: What was counted, of one indicator; each unit once, or once a sex, in each period. Or their sum.
        on: The day of the evaluation; figures of times that begin after it are left out. By default the figures tell
            whether the target is due.
        period: The period asked about, or its id; by default the year the target and the figures tell.
        indicator: What was counted; observations that name another indicator are left out.
        baseline: The figures a change is measured from, of one earlier period.
        tolerance: How far a result may lie from an "about" target ("khoảng"), in its unit.
        least_coverage: How many of the expected units must have reported, from 0 to 1.
        year: The year the target is due in where its own words tell none, such as the year of the plan that sets it; it
            changes nothing for others. A target for each year without a last one is held against that year.

    Raises:
        InvalidValueError: Something else was given than that; there is no such period or year; the tolerance or the
            coverage is no exact number, or out of bounds.

    >>> from vstbpn.goals import Observation
    >>> target = Target.parse("ít nhất 60% cơ quan có lãnh đạo chủ chốt là nữ vào năm 2025")
    >>> half = [Observation(numerator=29, denominator=50, period="2025-H1", unit="a")]
    >>> print(evaluate(target, half))
    chưa đạt: 58% so với ít nhất 60%, còn thiếu 2 điểm phần trăm; chưa đủ số liệu 6 tháng cuối năm 2025; 1/1 đơn vị báo cáo
    >>> evaluate(target, half, on=datetime.date(2025, 7, 1)).verdict
    Verdict.NOT_DUE
    """
    if not isinstance(target, Target):
        raise InvalidValueError("target", shown(target), "expected a Target")
    if indicator is not None and not isinstance(indicator, Indicator):
        raise InvalidValueError("indicator", shown(indicator), "expected an Indicator")
    day, due = day_of(on), year_of(year)
    asked = _period(period)
    figures = figures_of("observations", observations, indicator, asked, day).shared(target)
    earlier = None if baseline is None else figures_of("baseline", baseline, indicator, None, None)
    held = target
    if due is not None and target.year is None and target.when is When.BY:
        held = evolve(target, year=due)
    terms = _Terms(held, earlier, tolerance_of(tolerance), least_of(least_coverage), day)
    if target.value is None:
        return Evaluation(target=target, verdict=Verdict.NOT_ASSESSABLE, reason=Reason.QUALITATIVE, on=day)
    if figures.named:
        reason, args = _several_indicators(figures)
        return Evaluation(target=target, verdict=Verdict.NOT_ASSESSABLE, reason=reason, args=args, on=day)
    timing = timed(target, tuple(figures.by_year), None if asked is None else asked.year, day, due)
    if timing.year is not None:
        answer = _in_time(_answer(terms, figures, timing.year), timing)
        return answer if held is target else evolve(answer, target=target)
    assert timing.verdict is not None  # noqa: S101  # Narrows the type: without a year nothing else decides.
    return Evaluation(
        target=target,
        verdict=timing.verdict,
        reason=timing.reason,
        args=timing.args,
        on=day,
        reporting=figures.reporting,
        expected=figures.expected,
    )


def _in_time(answer: Evaluation, timing: Timing) -> Evaluation:
    """An answer on figures as it counts on the day of the evaluation."""
    if timing.verdict is not None:
        return evolve(answer, verdict=timing.verdict, reason=timing.reason, args=timing.args)
    if answer.is_ahead and answer.verdict in _ANSWERS:
        return evolve(answer, verdict=Verdict.NOT_DUE, reason=Reason.LATER_FIGURES)
    return answer


def _period(period: ReportingPeriod | str | None) -> ReportingPeriod | None:
    return period if period is None or isinstance(period, ReportingPeriod) else reporting_period(period)


def _answer(terms: _Terms, figures: Figures, year: int) -> Evaluation:
    """What the figures of a year come to, and whether they meet the target."""
    target, total = terms.target, figures.total(year)
    aggregate = total.aggregate
    indicator = figures.indicator
    answer = Evaluation(
        target=target,
        # Replaced by the answer, or else told.
        verdict=Verdict.NOT_ASSESSABLE,
        reason=Reason.FAULTY_FIGURES,
        period=aggregate.period,
        on=terms.on,
        reporting=aggregate.reporting,
        expected=aggregate.expected,
        findings=total.findings,
    )
    before = _before(terms)
    if isinstance(before, Refusal):
        return _refused(answer, before)
    if before is not None:
        answer = evolve(answer, findings=(*total.findings, *before.findings))
    if errors_of(answer.findings):
        return answer
    answer = evolve(answer, missing=missing_of(target, aggregate, indicator))
    earlier = None if before is None else before.aggregate
    actual = level(target, aggregate, indicator) if earlier is None else change(target, earlier, aggregate, indicator)
    if isinstance(actual, Refusal):
        return _refused(answer, actual)
    side = good_side(target, None if indicator is None else indicator.direction)
    told = evolve(answer, actual=actual, direction=side)
    if refusal := _uncovered(terms, total):
        return _refused(told, refusal)
    return _held(terms, told, moves_of(target, earlier, aggregate, indicator))


def _refused(answer: Evaluation, refusal: Refusal) -> Evaluation:
    return evolve(answer, reason=refusal.reason, args=refusal.args)


def _several_indicators(figures: Figures) -> Refusal:
    return Refusal(Reason.SEVERAL_INDICATORS, (("found", ", ".join(figures.named)),))


def _before(terms: _Terms) -> YearTotal | Refusal | None:
    """The figures a change is measured from; None where the target is no change."""
    if not terms.target.is_change:
        return None
    if terms.baseline is None or not terms.baseline.by_year:
        return Refusal(Reason.NO_BASELINE)
    if terms.baseline.named:
        return _several_indicators(terms.baseline)
    years = tuple(terms.baseline.by_year)
    if len(years) > 1:
        return Refusal(Reason.SEVERAL_YEARS, (("found", ", ".join(map(str, years))),))
    named = compared_year(terms.target.text)
    if named not in {None, years[0]}:
        return Refusal(Reason.OTHER_BASELINE, (("year", str(named)), ("found", str(years[0]))))
    return terms.baseline.total(years[0])


def _uncovered(terms: _Terms, total: YearTotal) -> Refusal | None:
    """Why too few units have reported, if they have."""
    aggregate, least = total.aggregate, terms.least
    if not least or (aggregate.coverage or 0) >= least:
        return None
    args = {"reporting": aggregate.reporting, "expected": aggregate.expected, "least": least}
    return Refusal(Reason.LOW_COVERAGE, tuple((name, str(value)) for name, value in args.items()))


def _held(terms: _Terms, answer: Evaluation, moves: frozenset[Direction]) -> Evaluation:
    """The verdict on a figure that is known, and can still move."""
    target, actual = terms.target, answer.actual
    assert actual is not None  # noqa: S101  # Narrows the type; the caller has it.
    if target.comparator is Comparator.ABOUT and terms.tolerance is None:
        return _refused(answer, Refusal(Reason.NO_TOLERANCE))
    bounds = Bounds.of(target, answer.direction, terms.tolerance)
    margin = bounds.margin(actual)
    if not bounds.is_settled(actual, moves):
        return evolve(answer, margin=margin, reason=Reason.PART_OF_THE_TIME)
    verdict = Verdict.MET if is_good(target, margin) else Verdict.NOT_MET
    return evolve(answer, verdict=verdict, margin=margin, reason=None)
