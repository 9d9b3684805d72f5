"""Days in the cells of a table (ngày trong bảng), as spreadsheets of either country write them."""

import datetime
import re
from calendar import monthrange

from vstbpn.dates import FIRST_YEAR, LAST_YEAR

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
"""The years that days in cells are held to, where a table has no others."""

DAY = "a day such as 2021-03-05 or 05/3/2021"

_DAY = re.compile(
    r"(?:(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})|(?P<d2>[0-9]{1,2})/(?P<m2>[0-9]{1,2})/(?P<y2>[0-9]{4}))"
    # Spreadsheets write days as midnight.
    r"(?:[ T]0{1,2}:00(?::00(?:\.0{1,6})?)?)?"
)
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LAST_MONTH, _FEBRUARY = 12, 2
_TIME = re.compile(r".{8,10}[ T][0-9]{1,2}:[0-9]{2}.{0,20}")


def read_day(cell: str, years: range = YEARS) -> datetime.date | None:
    """A day as spreadsheets of either country write it, or None; also where its year is none of ``years``.

    >>> read_day("05/3/2020") == read_day("2020-03-05 00:00:00")
    True
    """
    numbers = _numbers(cell)
    if numbers is None:
        return None
    try:
        day = datetime.date(*numbers)
    except ValueError:
        return None
    return day if day.year in years else None


def _numbers(cell: str) -> tuple[int, int, int] | None:
    """The year, month and day that a cell holds, whether there is such a day or not."""
    match = _DAY.fullmatch(cell)
    if match is None:
        return None
    year, month, day = (int(match[name] or match[f"{name}2"]) for name in "ymd")
    return year, month, day


def day_trouble(cell: str, years: range = YEARS) -> str:
    """Why a cell that is written like a day is none; empty where it is not written like one.

    >>> day_trouble("31/4/2025"), day_trouble("07/13/2025"), day_trouble("1/7/25")
    ('April has 30 days', 'there is no month 13', 'the year has two digits')
    """
    if has_short_year(cell):
        return "the year has two digits"
    numbers = _numbers(cell)
    if numbers is None or read_day(cell, years) is not None:
        return ""
    year, month, day = numbers
    if year not in years:
        return f"the year is not from {years[0]} to {years[-1]}"
    if not 1 <= month <= _LAST_MONTH:
        return f"there is no month {month}"
    of_year = f" {year}" if month == _FEBRUARY else ""
    return f"{_MONTHS[month - 1]}{of_year} has {monthrange(year, month)[1]} days" if day else "there is no day 0"


def has_short_year(cell: str) -> bool:
    """Whether a cell is written like a day of a year in two digits.

    >>> has_short_year("1/7/25"), has_short_year("1/7/2025")
    (True, False)
    """
    return _SHORT_YEAR.fullmatch(cell) is not None


def day_first(cell: str, years: range = YEARS) -> str | None:
    """The day that a cell means which writes the month before it; None where that makes no day, or it is one already.

    >>> day_first("07/13/2025"), day_first("32/13/2025")
    ('13/7/2025', None)
    """
    numbers = _numbers(cell)
    if numbers is None or "/" not in cell or read_day(cell, years) is not None:
        return None
    year, month, day = numbers
    swapped = f"{month}/{day}/{year}"
    return swapped if read_day(swapped, years) is not None else None


def day_expected(cell: str) -> str:
    """What was expected where no day was read."""
    return f"{DAY}, without a time" if _TIME.fullmatch(cell) else DAY
