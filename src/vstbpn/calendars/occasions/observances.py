"""The feast days and campaigns of the bundled table."""

from functools import cache

from vstbpn.calendars.occasions.campaign import Campaign, CampaignRun, Theme
from vstbpn.calendars.occasions.observance import Observance
from vstbpn.catalogue.tables import CalendarRow, calendar
from vstbpn.dates import PartialDate
from vstbpn.errors import NotFoundError

NATIONAL_CAMPAIGN = "thang-hanh-dong"
"""The id of the national Action Month for gender equality."""


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

    >>> observance("28-6").name
    'Ngày Gia đình Việt Nam'
    """
    for found in observances():
        if found.id == id:
            return found
    raise NotFoundError("observance", id, tuple(known.id for known in observances()))


def campaign(id: str) -> Campaign:  # noqa: A002  # The field is called so.
    """The campaign of that id.

    Raises:
        NotFoundError: There is none.

    >>> str(campaign("16-ngay").in_year(2026))
    '2026-11-25..2026-12-10'
    """
    for found in campaigns():
        if found.id == id:
            return found
    raise NotFoundError("campaign", id, tuple(known.id for known in campaigns()))


def observance_on(day: PartialDate) -> Observance | None:
    """The feast day of the bundled table that is kept on a day of the year, whatever the year.

    >>> observance_on(PartialDate.parse("2023-11-25")).name
    'Ngày Thế giới xóa bỏ bạo lực đối với phụ nữ'
    """
    for found in observances():
        kept = found.day
        if isinstance(kept, PartialDate) and (kept.month, kept.day) == (day.month, day.day):
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
    return campaign(NATIONAL_CAMPAIGN).in_year(year)


@cache
def _bundled() -> tuple[tuple[Observance, ...], tuple[Campaign, ...]]:
    rows = sorted((row for row in calendar() if row.kind == "observance"), key=lambda row: row.start)
    return (
        tuple(_observance(row) for row in rows if row.start == row.end),
        tuple(_campaign(row) for row in rows if row.start != row.end),
    )


def _observance(row: CalendarRow) -> Observance:
    return Observance(
        id=row.id,
        name=row.name_vi,
        day=_day(row.start),
        since=_year(row.valid_from),
        basis=row.legal_basis or None,
        source=row.source or None,
        confidence=row.confidence,
    )


def _campaign(row: CalendarRow) -> Campaign:
    return Campaign(
        id=row.id,
        name=row.name_vi,
        start=_day(row.start),
        end=_day(row.end),
        since=_year(row.valid_from),
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


def _year(cell: str) -> int | None:
    return int(cell[:4]) if cell else None
