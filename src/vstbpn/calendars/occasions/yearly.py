"""Days that come back each year."""

import datetime

from vstbpn.calendars.reporting.checks import check_is
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError


def check_day_of_the_year(day: PartialDate) -> None:
    """Refuse what is no day of each year.

    Raises:
        InvalidValueError: It is no partial date, its year is told, or its month or day is not.
    """
    check_is("day of the year", day, PartialDate, 'PartialDate.parse("--12-15")')
    if day.year is not None or day.month is None or day.day is None:
        raise InvalidValueError("day of the year", str(day), "expected a month and a day without a year, as in --11-25")


def in_year(day: PartialDate, year: int) -> datetime.date:
    """A day of the year in one year.

    Raises:
        InvalidValueError: The year is none the library deals with, or has no such day.

    >>> in_year(PartialDate(month=11, day=15), 2026)
    datetime.date(2026, 11, 15)
    """
    found = PartialDate(year=year, month=day.month, day=day.day)
    return datetime.date(year, found.month or 1, found.day or 1)
