"""The feast days and campaigns of the bundled table."""

import datetime

import pytest

from vstbpn.calendars.occasions.observances import (
    campaign,
    campaigns,
    national_campaign,
    observance,
    observance_on,
    observances,
)
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, NotFoundError


class TestObservances:
    """Days kept each year."""

    def test_come_through_the_year(self) -> None:
        days = [str(found.day) for found in observances()]
        assert {"--03-08", "--06-28", "--10-20", "--11-25"} <= set(days)
        assert days == sorted(set(days))

    def test_have_a_date_each_year(self) -> None:
        assert observance("8-3").on(2026) == datetime.date(2026, 3, 8)

    def test_the_day_of_families_names_its_act(self) -> None:
        """Quyết định 72/2001/QĐ-TTg set it."""
        families = observance("28-6")
        assert (families.basis, families.since) == ("72/2001/QĐ-TTg", 2001)
        with pytest.raises(NotFoundError):
            families.on(2000)
        assert families.dates_in(2000) == ()

    def test_unknown_ids_are_not_found(self) -> None:
        with pytest.raises(NotFoundError) as caught:
            observance("31-2")
        assert "8-3" in caught.value.candidates

    def test_are_found_by_their_day(self) -> None:
        found = observance_on(PartialDate(month=10, day=20))
        assert found is not None
        assert found.name == "Ngày Phụ nữ Việt Nam"
        assert observance_on(PartialDate(month=1, day=2)) is None

    def test_name_their_source(self) -> None:
        assert all(found.source for found in observances())
        assert all(found.source for found in campaigns())


class TestCampaigns:
    """Campaigns held each year."""

    def test_the_action_month_runs_a_month(self) -> None:
        run = national_campaign(2026)
        assert (run.start, run.end, run.theme) == (datetime.date(2026, 11, 15), datetime.date(2026, 12, 15), None)
        assert datetime.date(2026, 11, 24) in run
        assert datetime.date(2026, 12, 16) not in run

    def test_every_year_from_2016_to_2025_has_a_theme(self) -> None:
        themes = [national_campaign(year).theme for year in range(2016, 2026)]
        assert all(theme and theme.title and theme.source for theme in themes)

    def test_one_theme_served_four_years(self) -> None:
        themes = [national_campaign(year).theme for year in range(2021, 2025)]
        assert len({theme.title for theme in themes if theme}) == 1

    def test_there_was_none_before_2016(self) -> None:
        with pytest.raises(NotFoundError):
            national_campaign(2015)

    def test_wild_years_are_refused(self) -> None:
        with pytest.raises(InvalidValueError):
            national_campaign(9999)

    def test_are_found_by_their_id(self) -> None:
        assert campaign("thang-hanh-dong") == national_campaign(2026).campaign
        assert campaign("1-6").in_year(2014).end == datetime.date(2014, 6, 30)
        with pytest.raises(NotFoundError) as caught:
            campaign("thang-13")
        assert "16-ngay" in caught.value.candidates
