"""Strategies of dates and runs of years."""

import datetime
from calendar import monthrange

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.dates import FIRST_YEAR, LAST_YEAR, PartialDate, YearRange

FIRST_DAY, LAST_DAY = datetime.date(1946, 1, 1), datetime.date(2035, 12, 31)
"""The days complete dates are drawn from; plans of earlier and later days are not to be expected."""


@st.composite
def partial_dates(draw: DrawFn) -> PartialDate:
    """Dates of which parts may be unknown (ngày tháng có thể còn để trống), those that recur among them.

    Use: ``@given(strategies.partial_dates())``.
    """
    year = draw(st.none() | st.integers(FIRST_YEAR, LAST_YEAR))
    month = draw(st.none() | st.integers(1, 12))
    # 2000 is a leap year: 29 February recurs.
    last = monthrange(year or 2000, month)[1] if month else 31
    days = st.integers(1, last)
    day = draw(days if year is None and month is None else st.none() | days)
    return PartialDate(year=year, month=month, day=day)


def complete_dates(*, first: datetime.date = FIRST_DAY, last: datetime.date = LAST_DAY) -> SearchStrategy[PartialDate]:
    """Dates of which year, month and day are known.

    Use: ``@given(strategies.complete_dates(first=datetime.date(2026, 1, 1)))``.
    """
    return st.dates(first, last).map(PartialDate.of)


@st.composite
def year_ranges(draw: DrawFn) -> YearRange:
    """Runs of years (giai đoạn), of one year or more.

    Use: ``@given(strategies.year_ranges())``.
    """
    start = draw(st.integers(FIRST_YEAR, LAST_YEAR))
    return YearRange(start=start, end=draw(st.integers(start, LAST_YEAR)))
