"""Strategies of the calendar: deadlines, campaigns and feast days in documents, periods, duties to report."""

import datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.calendars.deadlines import (
    RECURRENCES,
    BeforePolicy,
    CampaignMention,
    Deadline,
    ObservanceMention,
)
from vstbpn.calendars.obligations import DueDay, DueMonth, DueRule, DueWorkingDays, Obligation, Roll, Window
from vstbpn.calendars.observances import observances
from vstbpn.calendars.periods import PeriodKind, ReportingPeriod
from vstbpn.calendars.working_days import Swap
from vstbpn.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from vstbpn.strategies.dates import partial_dates
from vstbpn.strategies.values import places
from vstbpn.strategies.words import CAMPAIGNS, DEADLINE_DUTIES, UNITS
from vstbpn.vocabulary import Relation


@st.composite
def deadlines(draw: DrawFn, *, real: bool = True) -> Deadline:
    """Deadlines (thời hạn): on a day, in a month or year, recurring, or relative.

    Unless they are to be ``real``, some name a day that does not exist ("31/6").

    Use: ``@given(strategies.deadlines())``.
    """
    impossible = not real and draw(st.booleans())
    due = None if impossible else draw(st.none() | partial_dates())
    recurs = due is not None and due.year is None
    return Deadline(
        due=due,
        relation=draw(st.sampled_from(list(Relation))),
        what=draw(st.none() | st.sampled_from(DEADLINE_DUTIES)),
        recurring=draw(st.sampled_from(RECURRENCES)) if recurs else None,
        impossible=impossible,
        text=due.vi if due else "trước ngày 31/6/2026" if impossible else "trong vòng 10 ngày",
        span=draw(places()),
    )


@st.composite
def campaign_mentions(draw: DrawFn) -> CampaignMention:
    """Campaigns named in a document (tháng hành động, tuần lễ), with the days the State has set where it has set them.

    Use: ``@given(strategies.campaign_mentions())``.
    """
    name = draw(st.sampled_from(CAMPAIGNS))
    start, end = PartialDate(month=11, day=15), PartialDate(month=12, day=15)
    if name != CAMPAIGNS[0]:
        first = draw(st.integers(1, 27))
        start, end = PartialDate(month=6, day=first), PartialDate(month=6, day=draw(st.integers(first, 30)))
    return CampaignMention(name=name, start=start, end=end, text=name, span=draw(places()))


@st.composite
def observance_mentions(draw: DrawFn) -> ObservanceMention:
    """Feast days named in a document (ngày kỷ niệm), of the bundled table or not.

    Use: ``@given(strategies.observance_mentions())``.
    """
    known = draw(st.none() | st.sampled_from(observances()))
    day = known.day if known is not None else PartialDate(month=draw(st.integers(1, 12)), day=draw(st.integers(1, 28)))
    return ObservanceMention(
        observance=known.id if known else None, day=day, text=known.name if known else day.vi, span=draw(places())
    )


@st.composite
def reporting_periods(draw: DrawFn) -> ReportingPeriod:
    """Reporting periods (kỳ báo cáo): months, quarters, halves, nine months, years.

    Use: ``@given(strategies.reporting_periods())``.
    """
    kind = draw(st.sampled_from(list(PeriodKind)))
    year = draw(st.integers(FIRST_YEAR, LAST_YEAR))
    return ReportingPeriod(kind=kind, year=year, number=draw(st.integers(1, kind.per_year)))


def swaps() -> SearchStrategy[Swap]:
    """Days off worked for by others (hoán đổi ngày làm việc).

    Use: ``@given(strategies.swaps())``.
    """
    days = st.dates(datetime.date(2015, 1, 1), datetime.date(2035, 12, 1))
    return st.tuples(days, st.integers(1, 14)).map(
        lambda pair: Swap(day_off=pair[0], day_worked=pair[0] + datetime.timedelta(days=pair[1]))
    )


def windows() -> SearchStrategy[Window]:
    """Windows (thời gian chốt số liệu): the calendar's, or cut off on an earlier day.

    Use: ``@given(strategies.windows())``.
    """
    return st.builds(Window, cut_off_day=st.none() | st.integers(1, 27))


def due_rules() -> SearchStrategy[DueRule]:
    """How a due day is found (hạn nộp): a day, a month, or a number of working days.

    Use: ``@given(strategies.due_rules())``.
    """
    months = st.integers(0, 2)
    days = st.builds(
        DueDay, day=st.integers(1, 31), months_after=months, before=st.none() | st.sampled_from(list(BeforePolicy))
    )
    return st.one_of(days, st.builds(DueMonth, months_after=months), st.builds(DueWorkingDays, days=st.integers(1, 20)))


def obligations() -> SearchStrategy[Obligation]:
    """Duties to report (chế độ báo cáo).

    Use: ``@given(strategies.obligations())``.
    """
    return st.builds(
        Obligation,
        who=st.sampled_from(UNITS),
        to_whom=st.sampled_from(UNITS),
        what=st.sampled_from(DEADLINE_DUTIES),
        period=st.sampled_from(list(PeriodKind)),
        window=windows(),
        due=due_rules(),
        roll=st.sampled_from(list(Roll)),
        basis=st.sampled_from([None, "Nghị định 09/2019/NĐ-CP, Điều 12"]),
    )
