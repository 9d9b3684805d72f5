"""Campaigns and feast days as a document words them."""

import attrs

from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.values import Span, frozen


@frozen
class CampaignMention:
    """A campaign (tháng hành động, tuần lễ, chiến dịch, đợt thi đua) named in a document with its dates.

    Args:
        name: Its name as written.
        start, end: Its first and last day, month or year. That of the two which is no day of the calendar
            (31/6) is None.
        impossible: Whether one of the two is none.
        text: The words of its dates.
        span: Where they stand.

    Raises:
        InvalidValueError: Start or end is missing though the dates are possible, or both are given though not.

    >>> str(CampaignMention(name="Tuần lễ Áo dài", start=PartialDate(month=3, day=1), end=PartialDate(month=3, day=8)).end)
    '--03-08'
    """

    name: str
    start: PartialDate | None = None
    end: PartialDate | None = None
    impossible: bool = False
    text: str = ""
    span: Span | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.impossible != (self.start is None or self.end is None):
            reason = "it has a start and an end, unless one of them is impossible"
            raise InvalidValueError("campaign", f"{self.start} - {self.end}", reason)


@frozen
class ObservanceMention:
    """A feast day (ngày kỷ niệm) named in a document.

    Args:
        observance: Its id in the bundled table, or None for a day the table does not hold.
        day: Its day; None where the day written is none of the calendar ("Ngày Phụ nữ Việt Nam 31/9").
        impossible: Whether it is none.
        text: Its words, the day included where they name one.
        span: Where they stand.

    Raises:
        InvalidValueError: The day is missing though it is possible, or given though it is not.
    """

    observance: str | None = None
    day: PartialDate | None = None
    impossible: bool = False
    text: str = ""
    span: Span | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.impossible != (self.day is None):
            raise InvalidValueError("observance", str(self.day), "it has a day, unless the day is impossible")
