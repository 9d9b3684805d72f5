"""Days in the cells of a table (ngày trong bảng), as spreadsheets of either country write them."""

import datetime
import re

from vstbpn.dates import FIRST_YEAR, LAST_YEAR

DAY = "a day such as 2021-03-05 or 05/3/2021"

_DAY = re.compile(
    r"(?:(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})|(?P<d2>[0-9]{1,2})/(?P<m2>[0-9]{1,2})/(?P<y2>[0-9]{4}))"
    # Spreadsheets write days as midnight.
    r"(?:[ T]0{1,2}:00(?::00(?:\.0{1,6})?)?)?"
)
_TIME = re.compile(r".{8,10}[ T][0-9]{1,2}:[0-9]{2}.{0,20}")


def read_day(cell: str) -> datetime.date | None:
    """A day as spreadsheets of either country write it, or None.

    >>> read_day("05/3/2020") == read_day("2020-03-05 00:00:00")
    True
    """
    match = _DAY.fullmatch(cell)
    if match is None:
        return None
    try:
        day = datetime.date(*(int(match[name] or match[f"{name}2"]) for name in "ymd"))
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def day_expected(cell: str) -> str:
    """What was expected where no day was read."""
    return f"{DAY}, without a time" if _TIME.fullmatch(cell) else DAY
