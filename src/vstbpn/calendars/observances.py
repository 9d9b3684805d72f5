"""Feast days and campaigns of the year, from the bundled table."""

import datetime
from functools import cache

from vstbpn.catalogue.tables import CalendarRow, Confidence, calendar
from vstbpn.dates import PartialDate
from vstbpn.errors import NotFoundError
from vstbpn.values import frozen

NATIONAL_CAMPAIGN = "thang-hanh-dong"
"""The id of the national Action Month for gender equality."""


@frozen
class Observance:
    """A feast day (ngày kỷ niệm), kept each year on one day.

    >>> observance("20-10").name, str(observance("20-10").day)
    ('Ngày Phụ nữ Việt Nam', '--10-20')
    """

    id: str
    name: str
    day: PartialDate
    source: str | None = None
    confidence: Confidence = Confidence.CONFIRMED

    def on(self, year: int) -> datetime.date:
        """The day in a year.

        Raises:
            InvalidValueError: The year is none the library deals with.
        """
        return _dated(self.day, year)


@frozen
class Theme:
    """The theme (chủ đề) of a campaign in one year."""

    year: int
    title: str
    source: str | None = None
    confidence: Confidence = Confidence.CONFIRMED


@frozen
class Campaign:
    """A campaign (tháng hành động), held each year from one day through another.

    ``since`` is the first year it was held, where known.
    """

    id: str
    name: str
    start: PartialDate
    end: PartialDate
    since: int | None = None
    themes: tuple[Theme, ...] = ()
    basis: str | None = None
    source: str | None = None
    confidence: Confidence = Confidence.CONFIRMED

    def in_year(self, year: int) -> "CampaignRun":
        """The campaign of a year.

        Raises:
            NotFoundError: It was not held yet in that year.
            InvalidValueError: The year is none the library deals with.
        """
        if self.since is not None and year < self.since:
            raise NotFoundError(f"campaign {self.id} of the year", str(year), (str(self.since),))
        theme = next((theme for theme in self.themes if theme.year == year), None)
        return CampaignRun(campaign=self, start=_dated(self.start, year), end=_dated(self.end, year), theme=theme)


@frozen
class CampaignRun:
    """A campaign in one year (đợt của một năm); no theme where none is known."""

    campaign: Campaign
    start: datetime.date
    end: datetime.date
    theme: Theme | None = None

    def __contains__(self, date: datetime.date) -> bool:
        return self.start <= date <= self.end


def observances() -> tuple[Observance, ...]:
    """The feast days of the bundled table, through the year."""
    return _bundled()[0]


def campaigns() -> tuple[Campaign, ...]:
    """The campaigns of the bundled table, through the year."""
    return _bundled()[1]


def observance(id: str) -> Observance:  # noqa: A002  # The field is called so.
    """The feast day of that id.

    Raises:
        NotFoundError: There is none.
    """
    for found in observances():
        if found.id == id:
            return found
    raise NotFoundError("observance", id, tuple(known.id for known in observances()))


def observance_on(day: PartialDate) -> Observance | None:
    """The feast day kept on a day of the year, whatever the year.

    >>> observance_on(PartialDate.parse("2023-11-25")).name
    'Ngày Thế giới xóa bỏ bạo lực đối với phụ nữ'
    """
    for found in observances():
        if (found.day.month, found.day.day) == (day.month, day.day):
            return found
    return None


def national_campaign(year: int) -> CampaignRun:
    """The national Action Month (Tháng hành động vì bình đẳng giới) of a year.

    Raises:
        NotFoundError: There was none yet in that year.
        InvalidValueError: The year is none the library deals with.

    >>> run = national_campaign(2025)
    >>> str(run.start), str(run.end), run.theme.title
    ('2025-11-15', '2025-12-15', 'bình đẳng giới và an toàn cho phụ nữ và trẻ em gái trong kỷ nguyên số')
    """
    return next(campaign for campaign in campaigns() if campaign.id == NATIONAL_CAMPAIGN).in_year(year)


def _dated(day: PartialDate, year: int) -> datetime.date:
    found = PartialDate(year=year, month=day.month, day=day.day)
    return datetime.date(year, found.month or 1, found.day or 1)


@cache
def _bundled() -> tuple[tuple[Observance, ...], tuple[Campaign, ...]]:
    rows = sorted((row for row in calendar() if row.kind == "observance"), key=lambda row: row.start)
    return (
        tuple(_observance(row) for row in rows if row.start == row.end),
        tuple(_campaign(row) for row in rows if row.start != row.end),
    )


def _observance(row: CalendarRow) -> Observance:
    return Observance(
        id=row.id, name=row.name_vi, day=_day(row.start), source=row.source or None, confidence=row.confidence
    )


def _campaign(row: CalendarRow) -> Campaign:
    return Campaign(
        id=row.id,
        name=row.name_vi,
        start=_day(row.start),
        end=_day(row.end),
        since=int(row.valid_from) if row.valid_from else None,
        themes=_themes() if row.id == NATIONAL_CAMPAIGN else (),
        basis=row.legal_basis or None,
        source=row.source or None,
        confidence=row.confidence,
    )


def _themes() -> tuple[Theme, ...]:
    return tuple(
        Theme(
            year=int(row.start[:4]),
            title=row.name_vi.partition(": ")[2],
            source=row.source or None,
            confidence=row.confidence,
        )
        for row in calendar()
        if row.kind == "theme"
    )


def _day(cell: str) -> PartialDate:
    return PartialDate.parse(f"--{cell}")
