"""Strategies of the calendar in documents: deadlines, reporting periods, campaigns and feast days."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.calendars.mentions.deadline import RECURRENCES, Deadline
from vstbpn.calendars.mentions.occasion import CampaignMention, ObservanceMention
from vstbpn.calendars.mentions.period import PeriodMention
from vstbpn.calendars.occasions.observances import observances
from vstbpn.dates import PartialDate
from vstbpn.strategies.dates import partial_dates
from vstbpn.strategies.duties import reporting_periods
from vstbpn.strategies.values import places
from vstbpn.strategies.words import CAMPAIGNS, DEADLINE_DUTIES, UNITS
from vstbpn.values import Passage
from vstbpn.vocabulary import Relation


@st.composite
def deadlines(draw: DrawFn, *, real: bool = True) -> Deadline:
    """Deadlines (thời hạn): on a day, in a month or year, recurring, or relative; of somebody to somebody, or of nobody named.

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
        who=draw(st.none() | _units()),
        to_whom=draw(st.none() | _units()),
        period=draw(st.none() | period_mentions()),
        recurring=draw(st.sampled_from(RECURRENCES)) if recurs else None,
        impossible=impossible,
        text=due.vi if due else "trước ngày 31/6/2026" if impossible else "trong vòng 10 ngày",
        span=draw(places()),
    )


def _units() -> SearchStrategy[Passage]:
    return st.builds(Passage, text=st.sampled_from(UNITS), span=places())


@st.composite
def campaign_mentions(draw: DrawFn, *, real: bool = True) -> CampaignMention:
    """Campaigns named in a document (tháng hành động, tuần lễ), with the days the State has set where it has set them.

    Unless they are to be ``real``, some begin or end on a day that does not exist ("31/6").

    Use: ``@given(strategies.campaign_mentions())``.
    """
    name = draw(st.sampled_from(CAMPAIGNS))
    start, end = PartialDate(month=11, day=15), PartialDate(month=12, day=15)
    if name != CAMPAIGNS[0]:
        first = draw(st.integers(1, 27))
        start, end = PartialDate(month=6, day=first), PartialDate(month=6, day=draw(st.integers(first, 30)))
    if not real and draw(st.booleans()):
        known = draw(st.sampled_from([(None, None), (None, end), (start, None)]))
        return CampaignMention(
            name=name,
            start=known[0],
            end=known[1],
            impossible=True,
            text="từ ngày 31/6 đến ngày 31/9",
            span=draw(places()),
        )
    return CampaignMention(name=name, start=start, end=end, text=name, span=draw(places()))


@st.composite
def observance_mentions(draw: DrawFn, *, real: bool = True) -> ObservanceMention:
    """Feast days named in a document (ngày kỷ niệm), of the bundled table or not.

    Unless they are to be ``real``, some are on a day that does not exist ("31/9").

    Use: ``@given(strategies.observance_mentions())``.
    """
    if not real and draw(st.booleans()):
        return ObservanceMention(impossible=True, text="Ngày Phụ nữ Việt Nam 31/9", span=draw(places()))
    known = draw(st.none() | st.sampled_from(observances()))
    day = PartialDate(month=draw(st.integers(1, 12)), day=draw(st.integers(1, 28)))
    if known is not None and isinstance(known.day, PartialDate):
        day = known.day
    return ObservanceMention(
        observance=known.id if known else None, day=day, text=known.name if known else day.vi, span=draw(places())
    )


@st.composite
def period_mentions(draw: DrawFn) -> PeriodMention:
    """Reporting periods named in a document (kỳ báo cáo), of a year or of each.

    Use: ``@given(strategies.period_mentions())``.
    """
    period = draw(reporting_periods())
    number = draw(st.none() | st.just(period.number))
    year = draw(st.none() | st.just(period.year))
    each = year is None and draw(st.booleans())
    return PeriodMention(kind=period.kind, number=number, year=year, each=each, text=period.vi, span=draw(places()))
