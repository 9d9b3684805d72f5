"""Campaigns of one's own, and their runs."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.occasions.campaign import Campaign, CampaignRun, Theme
from vstbpn.calendars.occasions.observances import campaign
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, NotFoundError, VstbpnError

SUMMER = Campaign(
    id="he", name="Đợt hè", start=PartialDate.parse("--06-01"), end=PartialDate.parse("--06-30"), since=2020
)
WINTER = Campaign(id="dong", name="Đợt đông", start=PartialDate.parse("--12-15"), end=PartialDate.parse("--01-14"))


class TestRuns:
    """A campaign in one year."""

    def test_past_the_end_of_the_year(self) -> None:
        run = WINTER.in_year(2026)
        assert (run.start, run.end) == (datetime.date(2026, 12, 15), datetime.date(2027, 1, 14))
        assert datetime.date(2026, 12, 31) in run
        assert datetime.date(2027, 1, 1) in run
        assert datetime.date(2027, 1, 15) not in run

    def test_one_day(self) -> None:
        day = Campaign(id="x", name="x", start=PartialDate.parse("--12-31"), end=PartialDate.parse("--12-31"))
        assert str(day.in_year(2026)) == "2026-12-31..2026-12-31"

    def test_before_the_first(self) -> None:
        with pytest.raises(NotFoundError, match="did you mean 2020"):
            SUMMER.in_year(2019)

    def test_the_theme_of_its_year(self) -> None:
        themes = (Theme(year=2020, title="an toàn"), Theme(year=2021, title="bình đẳng"))
        held = Campaign(id="he", name="Đợt hè", start=SUMMER.start, end=SUMMER.end, themes=themes)
        assert [held.in_year(year).theme for year in (2020, 2021, 2022)] == [*themes, None]

    def test_a_moment_lies_in_it(self) -> None:
        assert datetime.datetime(2026, 6, 30, 23) in SUMMER.in_year(2026)  # noqa: DTZ001  # No time zone: it is cut to its day.

    @given(strategies.campaigns(), st.integers())
    def test_no_year_raises_another_error(self, campaign: Campaign, year: int) -> None:
        try:
            run = campaign.in_year(year)
        except VstbpnError:
            return
        assert run.start.year == year

    @given(strategies.campaign_runs())
    def test_it_lasts_less_than_a_year(self, run: CampaignRun) -> None:
        assert 0 <= (run.end - run.start).days < 366
        assert run.start in run
        assert run.end in run


class TestConstruction:
    """What is no campaign is refused."""

    @pytest.mark.parametrize(("start", "end"), [("2026-06-01", "--06-30"), ("--06-01", "--06"), ("---01", "---15")])
    def test_days_of_each_year(self, start: str, end: str) -> None:
        with pytest.raises(InvalidValueError, match="month and a day without a year"):
            Campaign(id="x", name="x", start=PartialDate.parse(start), end=PartialDate.parse(end))

    def test_two_themes_of_one_year(self) -> None:
        themes = (Theme(year=2020, title="an toàn"), Theme(year=2020, title="bình đẳng"))
        with pytest.raises(InvalidValueError, match="2020"):
            Campaign(id="x", name="x", start=SUMMER.start, end=SUMMER.end, themes=themes)

    def test_a_run_that_ends_before_it_starts(self) -> None:
        with pytest.raises(InvalidValueError, match="before the start"):
            CampaignRun(campaign=SUMMER, start=datetime.date(2026, 6, 2), end=datetime.date(2026, 6, 1))


class TestDays:
    """Days of a run are plain dates, whatever was given."""

    def test_a_datetime_is_cut(self) -> None:
        evening = datetime.datetime(2026, 12, 10, 23, 59, tzinfo=datetime.UTC)
        run = CampaignRun(campaign=campaign("16-ngay"), start=datetime.date(2026, 11, 25), end=evening)
        assert type(run.end) is datetime.date
        assert evening in run


class TestHugeYears:
    """Years of thousands of figures are refused as others are."""

    def test_they_are_refused(self) -> None:
        huge = 10**5000
        with pytest.raises(InvalidValueError, match="year"):
            campaign("16-ngay").in_year(huge)
        with pytest.raises(NotFoundError, match="year"):
            campaign("thang-hanh-dong").in_year(-huge)
