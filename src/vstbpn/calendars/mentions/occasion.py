"""Campaigns and feast days as a document words them."""

import attrs

from vstbpn.dates import PartialDate
from vstbpn.values import Span, frozen


@frozen
class CampaignMention:
    """A campaign (tháng hành động, tuần lễ, chiến dịch) named in a document with its dates.

    >>> str(CampaignMention(name="Tuần lễ Áo dài", start=PartialDate(month=3, day=1), end=PartialDate(month=3, day=8)).end)
    '--03-08'
    """

    name: str
    start: PartialDate
    end: PartialDate
    text: str = ""
    span: Span | None = attrs.field(default=None, eq=False)


@frozen
class ObservanceMention:
    """A feast day (ngày kỷ niệm) named in a document.

    ``observance`` is the id in the bundled table, or None for a day it does not hold.
    """

    observance: str | None = None
    day: PartialDate
    text: str = ""
    span: Span | None = attrs.field(default=None, eq=False)
