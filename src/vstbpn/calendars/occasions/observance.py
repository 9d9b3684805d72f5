"""A feast day, kept each year on a day of the common or of the lunar calendar."""

import datetime

import attrs

from vstbpn.calendars.occasions.lunar_day import LunarDay
from vstbpn.calendars.occasions.yearly import DAY_PATTERN, EXPECTED, in_year, is_of_each_year, shown_day
from vstbpn.catalogue.tables import Confidence
from vstbpn.constraints import Constraint
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.values import frozen

_DAY_TAKEN = Constraint(
    "day of the year",
    EXPECTED,
    lambda day: isinstance(day, LunarDay) or is_of_each_year(day),
    # Days of the lunar year hold a slash, those of the common one none.
    {"pattern": f"/|{DAY_PATTERN}"},
    shows=shown_day,
)


@frozen
class Observance:
    """A feast day (ngày kỷ niệm), kept each year on one day.

    Args:
        id: What it is found by.
        name: Its name.
        day: The day of the year, or of the lunar year.
        since: The first year it was kept, where known.
        basis: The act that set it.
        source: Where that was read.
        confidence: How well it is confirmed.

    Raises:
        InvalidValueError: The day is none of each year: its year is told, or its month or day are not.

    >>> from vstbpn.calendars import observance
    >>> observance("20-10").name, str(observance("20-10").day)
    ('Ngày Phụ nữ Việt Nam', '--10-20')
    >>> kings = Observance(id="gio-to", name="Giỗ Tổ Hùng Vương", day=LunarDay(month=3, day=10))
    >>> str(kings.on(2027))
    '2027-04-16'
    """

    id: str
    name: str
    day: PartialDate | LunarDay = attrs.field(validator=_DAY_TAKEN)
    since: int | None = None
    basis: str | None = None
    source: str | None = None
    confidence: Confidence = attrs.field(default=Confidence.CONFIRMED)

    def on(self, year: int) -> datetime.date:
        """The day in a year; a lunar day in the lunar year that begins with the Tết of that year.

        Raises:
            NotFoundError: It was not kept yet in that year.
            InvalidValueError: The year is none the library deals with, or has no such day (29 February).
        """
        if self.since is not None and year < self.since:
            raise NotFoundError(f"observance {self.id} of the year", shown(year), (shown(self.since),))
        return self.day.on(year) if isinstance(self.day, LunarDay) else in_year(self.day, year)

    def dates_in(self, year: int) -> tuple[datetime.date, ...]:
        """The days it is kept on from 1 January to 31 December of a year; none before it was first kept.

        There are none, too, where a year has no 29 February; a lunar day may come twice or not at all.

        Raises:
            InvalidValueError: The year is none the library deals with; of a lunar day, it is outside 1902 to 2100.

        >>> leap = Observance(id="29-2", name="Ngày nhuận", day=PartialDate(month=2, day=29))
        >>> leap.dates_in(2027), len(leap.dates_in(2028))
        ((), 1)
        """
        PartialDate(year=year)
        if self.since is not None and year < self.since:
            return ()
        if isinstance(self.day, LunarDay):
            dates = self.day.dates_in(year)
            # The last months of the lunar year before reach into January and February of the first year.
            return tuple(date for date in dates if date >= _new_year(year)) if self.since == year else dates
        try:
            return (in_year(self.day, year),)
        except InvalidValueError:
            return ()


def _new_year(year: int) -> datetime.date:
    return LunarDay(month=1, day=1).on(year)
