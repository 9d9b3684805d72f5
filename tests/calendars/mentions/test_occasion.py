"""Campaigns and feast days as documents word them."""

import pytest
from hypothesis import given

from vstbpn import strategies
from vstbpn.calendars.mentions.occasion import CampaignMention, ObservanceMention
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.plans.plan import Plan
from vstbpn.serialisation.documents import from_json, to_json
from vstbpn.validation.checking import check

DAY = PartialDate(month=6, day=1)


class TestImpossible:
    """What is no day of the calendar is None, and told to be impossible."""

    @pytest.mark.parametrize(
        ("start", "end", "impossible"), [(DAY, None, False), (None, DAY, False), (None, None, False), (DAY, DAY, True)]
    )
    def test_a_campaign_has_both_days_unless_it_is(
        self, start: PartialDate | None, end: PartialDate | None, impossible: bool
    ) -> None:
        with pytest.raises(InvalidValueError, match="unless one of them is impossible"):
            CampaignMention(name="Tuần lễ Áo dài", start=start, end=end, impossible=impossible)

    @pytest.mark.parametrize(("day", "impossible"), [(None, False), (DAY, True)])
    def test_a_feast_has_a_day_unless_it_is(self, day: PartialDate | None, impossible: bool) -> None:
        with pytest.raises(InvalidValueError, match="unless the day is impossible"):
            ObservanceMention(day=day, impossible=impossible)

    @given(strategies.campaign_mentions(real=False), strategies.observance_mentions(real=False))
    def test_it_is_kept_and_reported(self, campaign: CampaignMention, feast: ObservanceMention) -> None:
        plan = Plan(campaigns=(campaign,), observances=(feast,))
        assert from_json(to_json(plan)) == plan
        codes = [finding.code for finding in check(plan).findings]
        assert codes.count("CAL002") == campaign.impossible + feast.impossible
        entries = {entry.pointer for entry in plan.calendar(2026)}
        assert ("/campaigns/0" in entries, "/observances/0" in entries) == (
            not campaign.impossible,
            not feast.impossible,
        )
