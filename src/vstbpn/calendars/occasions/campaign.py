"""Campaigns held each year, with the theme of each."""

import datetime

import attrs

from vstbpn.calendars.occasions.yearly import DAY_OF_THE_YEAR, IS_PARTIAL_DATE, in_year
from vstbpn.calendars.reporting.checks import tuple_of
from vstbpn.catalogue.tables import Confidence
from vstbpn.constraints import differing
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.organisations.units.intervals import plain_day
from vstbpn.values import frozen


@frozen
class Theme:
    """The theme (chủ đề) of a campaign in one year."""

    year: int
    title: str
    source: str | None = None
    confidence: Confidence = Confidence.CONFIRMED


_THEMES_TAKEN = differing(
    "themes", Theme, lambda theme: theme.year, "one year has two themes; a campaign has one a year"
)


@frozen
class Campaign:
    """A campaign (tháng hành động), held each year from one day through another.

    Args:
        id: What it is found by.
        name: Its name.
        start, end: Its first and last day of the year; where the end comes before the start (15/12-14/1), it lies in the
            following year.
        since: The first year it was held, where known.
        themes: The themes known, one a year.
        basis: The act that set it.
        source: Where that was read.
        confidence: How well it is confirmed.

    Raises:
        InvalidValueError: Start or end is no day of each year, or two themes are of one year.

    >>> winter = Campaign(id="dong", name="Đợt cao điểm", start=PartialDate.parse("--12-15"), end=PartialDate.parse("--01-14"))
    >>> str(winter.in_year(2026))
    '2026-12-15..2027-01-14'
    """

    id: str
    name: str
    start: PartialDate = attrs.field(validator=[IS_PARTIAL_DATE, DAY_OF_THE_YEAR])
    end: PartialDate = attrs.field(validator=[IS_PARTIAL_DATE, DAY_OF_THE_YEAR])
    since: int | None = None
    themes: tuple[Theme, ...] = attrs.field(default=(), validator=[tuple_of("themes", Theme), _THEMES_TAKEN])
    basis: str | None = None
    source: str | None = None
    confidence: Confidence = attrs.field(default=Confidence.CONFIRMED)

    def in_year(self, year: int) -> "CampaignRun":
        """The campaign that starts in a year.

        Raises:
            NotFoundError: It was not held yet in that year.
            InvalidValueError: The year is none the library deals with, or has no such day (29 February).
        """
        if self.since is not None and year < self.since:
            raise NotFoundError(f"campaign {self.id} of the year", shown(year), (shown(self.since),))
        crosses = (self.end.month, self.end.day) < (self.start.month, self.start.day)
        start, end = in_year(self.start, year), in_year(self.end, year + crosses)
        theme = next((theme for theme in self.themes if theme.year == year), None)
        return CampaignRun(campaign=self, start=start, end=end, theme=theme)


@frozen
class CampaignRun:
    """A campaign in one year (đợt của một năm), from its first through its last day; no theme where none is known.

    A datetime is cut to its day.

    Raises:
        InvalidValueError: It ends before it starts, or one of its days is no date.
    """

    campaign: Campaign
    start: datetime.date = attrs.field(converter=plain_day)
    end: datetime.date = attrs.field(converter=plain_day)
    theme: Theme | None = attrs.field(default=None)

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise InvalidValueError("end", str(self.end), f"it lies before the start, {self.start}")

    def __contains__(self, date: datetime.date) -> bool:
        return self.start <= plain_day(date) <= self.end

    def __str__(self) -> str:
        return f"{self.start}..{self.end}"
