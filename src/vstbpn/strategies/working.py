"""Strategies of working days and occasions: swaps, work calendars, lunar days, feast days, campaigns."""

import datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.calendars.occasions.campaign import Campaign, CampaignRun, Theme
from vstbpn.calendars.occasions.lunar_day import LunarDay
from vstbpn.calendars.occasions.observance import Observance
from vstbpn.calendars.working.reasons import DayReason, DayReasonKind
from vstbpn.calendars.working.sectors import Sector
from vstbpn.calendars.working.swaps import SATURDAY, Swap
from vstbpn.calendars.working.work_calendar import LAST_WORK_YEAR, WorkCalendar
from vstbpn.catalogue.tables import Confidence
from vstbpn.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from vstbpn.strategies.words import CAMPAIGNS

_FIRST_DAY, _LAST_DAY = datetime.date(2015, 1, 1), datetime.date(2035, 12, 1)
_FEASTS = ("Ngày Quốc tế Phụ nữ", "Ngày Phụ nữ Việt Nam", "Ngày Gia đình Việt Nam", "Ngày thành lập trường")
_THEMES = ("chấm dứt bạo lực đối với phụ nữ và trẻ em", "bình đẳng giới và an toàn trong kỷ nguyên số")
_ACTS = (None, "9859/VPCP-KGVX", "28/NQ-CP")
_IDS = ("8-3", "20-10", "gio-to", "thang-hanh-dong")


@st.composite
def swaps(draw: DrawFn) -> Swap:
    """Days off worked for by a Saturday or Sunday nearby (hoán đổi ngày làm việc), announced or only proposed.

    Use: ``@given(strategies.swaps())``.
    """
    day_off = draw(st.dates(_FIRST_DAY, _LAST_DAY).filter(lambda date: date.weekday() < SATURDAY))
    weeks, weekend_day = draw(st.integers(-2, 2)), draw(st.sampled_from([SATURDAY, SATURDAY + 1]))
    return Swap(
        day_off=day_off,
        day_worked=day_off + datetime.timedelta(days=7 * weeks + weekend_day - day_off.weekday()),
        basis=draw(st.sampled_from(_ACTS)),
        confirmed=draw(st.booleans()),
        sectors=draw(st.sampled_from([(Sector.STATE,), (Sector.OTHER,), (Sector.STATE, Sector.OTHER)])),
    )


def work_calendars() -> SearchStrategy[WorkCalendar]:
    """Calendars of working days (lịch làm việc) with a few swaps, of state offices or others.

    Use: ``@given(strategies.work_calendars())``.
    """
    return st.builds(
        WorkCalendar,
        swaps=st.lists(swaps(), max_size=4).map(tuple),
        announced_until=st.integers(2015, LAST_WORK_YEAR),
        sector=st.sampled_from(list(Sector)),
    )


@st.composite
def day_reasons(draw: DrawFn) -> DayReason:
    """Why days are off or worked out of turn (lý do nghỉ, làm bù).

    Use: ``@given(strategies.day_reasons())``.
    """
    calendar = draw(work_calendars())
    swapped = [day for swap in calendar.swaps for day in swap.days]
    days = st.sampled_from(swapped) if swapped else st.dates(_FIRST_DAY, _LAST_DAY)
    return calendar.why(draw(days)) or DayReason(kind=DayReasonKind.WEEKLY_REST, name=DayReasonKind.WEEKLY_REST.vi)


def lunar_days() -> SearchStrategy[LunarDay]:
    """Days of the lunar year (ngày âm lịch).

    Use: ``@given(strategies.lunar_days())``.
    """
    return st.builds(LunarDay, month=st.integers(1, 12), day=st.integers(1, 30))


def observances() -> SearchStrategy[Observance]:
    """Feast days (ngày kỷ niệm) of the common and of the lunar year.

    Use: ``@given(strategies.observances())``.
    """
    return st.builds(
        Observance,
        id=st.sampled_from(_IDS),
        name=st.sampled_from(_FEASTS),
        day=_days_of_the_year() | lunar_days(),
        since=st.none() | st.integers(1945, 2035),
        basis=st.sampled_from(_ACTS),
        confidence=st.sampled_from(list(Confidence)),
    )


def themes() -> SearchStrategy[Theme]:
    """Themes (chủ đề) of campaigns.

    Use: ``@given(strategies.themes())``.
    """
    return st.builds(Theme, year=st.integers(2016, 2035), title=st.sampled_from(_THEMES))


def campaigns() -> SearchStrategy[Campaign]:
    """Campaigns held each year (tháng hành động), some of them past the end of the year.

    Use: ``@given(strategies.campaigns())``.
    """
    return st.builds(
        Campaign,
        id=st.sampled_from(_IDS),
        name=st.sampled_from(CAMPAIGNS),
        start=_days_of_the_year(),
        end=_days_of_the_year(),
        since=st.none() | st.integers(1945, 2035),
        themes=st.lists(themes(), max_size=3, unique_by=lambda theme: theme.year).map(tuple),
        basis=st.sampled_from(_ACTS),
    )


@st.composite
def campaign_runs(draw: DrawFn) -> CampaignRun:
    """Campaigns in one year (đợt của một năm).

    Use: ``@given(strategies.campaign_runs())``.
    """
    campaign = draw(campaigns())
    return campaign.in_year(draw(st.integers(campaign.since or FIRST_YEAR, LAST_YEAR - 1)))


def _days_of_the_year() -> SearchStrategy[PartialDate]:
    return st.builds(PartialDate, month=st.integers(1, 12), day=st.integers(1, 28))
