"""Days of the lunar year on which feasts are kept."""

import datetime
import re

import attrs

from vstbpn.calendars.occasions.lunar import FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, lunar_months
from vstbpn.errors import InvalidValueError, ParseError, shown
from vstbpn.values import Span, frozen

_WRITTEN = re.compile(r"([0-9]{1,2})/([0-9]{1,2}) (?:âm lịch|AL|ÂL)", re.IGNORECASE)


@frozen
class LunarDay:
    """A day of the lunar year (ngày âm lịch): Giỗ Tổ on the 10th of the third month, Tết on the first of the first.

    It is kept in the regular month, never in a leap one of the same number. In a month of 29 days the 30th is kept on the
    29th, as "30 Tết" is on the last day of the year.

    Raises:
        InvalidValueError: A lunar year has no such day.

    >>> death_day = LunarDay(month=3, day=10)
    >>> str(death_day.on(2026)), death_day.vi
    ('2026-04-26', 'ngày 10 tháng 3 âm lịch')
    """

    month: int
    day: int = attrs.field()

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.month <= 12:
            raise InvalidValueError(
                "lunar month", shown(self.month), "a lunar year has 12 months, its leap month aside"
            )
        if not 1 <= self.day <= 30:
            raise InvalidValueError("lunar day", shown(self.day), "a lunar month has 30 days at most")

    @classmethod
    def parse(cls, text: str) -> "LunarDay":
        """Read "10/3 âm lịch" (or "10/3 AL"); the inverse of ``str``.

        Raises:
            ParseError: The text is no such day.

        >>> LunarDay.parse("10/3 âm lịch")
        LunarDay(month=3, day=10)
        """
        match = _WRITTEN.fullmatch(text)
        try:
            if match:
                return cls(day=int(match[1]), month=int(match[2]))
        except InvalidValueError as error:
            raise ParseError(text, Span(0, len(text)), str(error)) from None
        raise ParseError(text, Span(0, len(text)), 'expected a day of the lunar year such as "10/3 âm lịch"')

    def on(self, year: int) -> datetime.date:
        """The day it falls on in the lunar year that begins with the Tết of ``year``.

        The days of the twelfth month, and some of the eleventh, fall in the following year of the common calendar.

        Raises:
            InvalidValueError: The year is outside 1901 to 2100.

        >>> str(LunarDay(month=12, day=30).on(2025))
        '2026-02-16'
        """
        month = next(month for month in lunar_months(year) if month.number == self.month and not month.leap)
        return month.start + datetime.timedelta(days=min(self.day, month.days) - 1)

    def dates_in(self, year: int) -> tuple[datetime.date, ...]:
        """The days it falls on from 1 January to 31 December of a year: one, and around New Year now and then two or none.

        Raises:
            InvalidValueError: The year is outside 1902 to 2100.

        >>> [str(date) for date in LunarDay(month=12, day=5).dates_in(2025)]
        ['2025-01-04']
        """
        if not FIRST_LUNAR_YEAR < year <= LAST_LUNAR_YEAR:
            reason = f"the lunar days of a whole year are known from {FIRST_LUNAR_YEAR + 1} to {LAST_LUNAR_YEAR}"
            raise InvalidValueError("year", shown(year), reason)
        return tuple(date for date in (self.on(year - 1), self.on(year)) if date.year == year)

    def __str__(self) -> str:
        return f"{self.day}/{self.month} âm lịch"

    @property
    def vi(self) -> str:
        """Official Vietnamese, days below 10 and months 1 and 2 with a zero."""
        month = f"{self.month:02}" if self.month <= 2 else str(self.month)
        return f"ngày {self.day:02} tháng {month} âm lịch"

    @property
    def en(self) -> str:
        """The day in English."""
        return f"day {self.day} of lunar month {self.month}"
