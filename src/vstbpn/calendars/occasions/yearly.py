"""Days that come back each year."""

import datetime

from vstbpn.calendars.reporting.checks import of_type
from vstbpn.constraints import Constraint
from vstbpn.dates import PartialDate
from vstbpn.errors import shown

EXPECTED = "expected a month and a day without a year, as in --11-25"
DAY_PATTERN = "^--[0-9]{2}-[0-9]{2}$"


def is_of_each_year(day: object) -> bool:
    """Whether it is a day of each year: a month and a day without a year.

    >>> is_of_each_year(PartialDate(month=11, day=25)), is_of_each_year(PartialDate(month=11))
    (True, False)
    """
    return isinstance(day, PartialDate) and day.year is None and day.month is not None and day.day is not None


def shown_day(day: object) -> str:
    """A day as an error shows it, whatever else may stand in its place."""
    return str(day) if isinstance(day, PartialDate) else shown(day)


IS_PARTIAL_DATE = of_type("day of the year", PartialDate, 'PartialDate.parse("--12-15")')
DAY_OF_THE_YEAR = Constraint(
    "day of the year", EXPECTED, is_of_each_year, {"pattern": DAY_PATTERN}, is_whole=True, shows=shown_day
)
"""Takes days of each year."""


def in_year(day: PartialDate, year: int) -> datetime.date:
    """A day of the year in one year.

    Raises:
        InvalidValueError: The year is none the library deals with, or has no such day.

    >>> in_year(PartialDate(month=11, day=15), 2026)
    datetime.date(2026, 11, 15)
    """
    found = PartialDate(year=year, month=day.month, day=day.day)
    return datetime.date(year, found.month or 1, found.day or 1)
