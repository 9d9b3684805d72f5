"""Reporting periods: the stretch of the calendar a report is about."""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator
from functools import total_ordering

import attrs

from vstbpn.constraints import told, whole_number
from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.errors import InvalidValueError, ParseError, shown
from vstbpn.organisations.units.intervals import plain_day
from vstbpn.values import Span, evolve, frozen
from vstbpn.vocabulary import Term


class PeriodKind(Term):
    """How long a reporting period is (loại kỳ báo cáo)."""

    MONTH = ("month", "tháng", "month")
    QUARTER = ("quarter", "quý", "quarter")
    HALF = ("half", "6 tháng", "half-year")
    NINE_MONTHS = ("nine-months", "9 tháng", "nine months")
    YEAR = ("year", "năm", "year")
    TERM = ("term", "học kỳ", "term")
    SCHOOL_YEAR = ("school-year", "năm học", "school year")

    @property
    def per_year(self) -> int:
        """How many such periods a year has; nine months are counted once, from January."""
        return len(_MONTHS[self])

    @property
    def is_of_schools(self) -> bool:
        """Whether it is of the school year, not of the calendar's."""
        return self in {PeriodKind.TERM, PeriodKind.SCHOOL_YEAR}


# First and last month of each period, counted from January of its year; those of a school year go on into the next.
_MONTHS = {
    PeriodKind.MONTH: tuple((month, month) for month in range(1, 13)),
    PeriodKind.QUARTER: ((1, 3), (4, 6), (7, 9), (10, 12)),
    PeriodKind.HALF: ((1, 6), (7, 12)),
    PeriodKind.NINE_MONTHS: ((1, 9),),
    PeriodKind.YEAR: ((1, 12),),
    PeriodKind.TERM: ((9, 13), (14, 20)),
    PeriodKind.SCHOOL_YEAR: ((9, 20),),
}
_ROMAN = ("I", "II", "III", "IV")
_ORDINALS = ("first", "second", "third", "fourth")
_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ID = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:(?P<month>[0-9]{2})|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<nine>9M)"
    r"|(?P<next>[0-9]{4})(?:-T(?P<term>[12]))?))?"
)
YEAR_TAKEN = whole_number("year", FIRST_YEAR, LAST_YEAR, f"years run from {FIRST_YEAR} to {LAST_YEAR}")
NUMBER_TAKEN = whole_number("period", 1, 12, "a year has 12 months at most, counted from 1")
"""What the fields of a period take, whatever its kind; they are told, since a class that is made so often checks them at once."""

_FORMS = "2026-06, 2026-Q2, 2026-H1, 2026-9M, 2026, 2025-2026 or 2025-2026-T1"


@total_ordering
@frozen
class ReportingPeriod:
    """A reporting period (kỳ báo cáo): a month, quarter, half, nine months or year, a school year or a term of one.

    Written ``2026-06``, ``2026-Q2``, ``2026-H1``, ``2026-9M``, ``2026``, ``2025-2026`` (a school year) or
    ``2025-2026-T1`` (its first term). The ``year`` of a school year is the one it begins in.

    The days of a school year are set each year by the Ministry and the province, and no bundled table holds them. Here it runs from
    1 September to 31 August, and its second term from 1 February, so that school years and terms meet without gap;
    whoever knows better days gives a ``DataWindow`` that names them.

    Periods are in order of their first day, and of those that begin together the shorter one goes before.

    Args:
        kind: How long it is.
        year: Its year, or the one it begins in.
        number: Which of its kind in the year, from 1.

    Raises:
        InvalidValueError: There is no such period: a year has no period of the kind with that number, or a school year begins
            in the last year there is.

    >>> period = ReportingPeriod.parse("2026-Q2")
    >>> period.vi, str(period.start), str(period.end)
    ('quý II năm 2026', '2026-04-01', '2026-06-30')
    >>> ReportingPeriod.parse("2025-2026-T1").vi
    'học kỳ I năm học 2025-2026'
    """

    kind: PeriodKind
    year: int = attrs.field(metadata=told(YEAR_TAKEN))
    number: int = attrs.field(default=1, metadata=told(NUMBER_TAKEN))

    def __attrs_post_init__(self) -> None:
        last = LAST_YEAR - self.kind.is_of_schools
        if type(self.year) is not int or not FIRST_YEAR <= self.year <= last:
            raise InvalidValueError("year", shown(self.year), f"years run from {FIRST_YEAR} to {last}")
        if type(self.number) is not int or not 1 <= self.number <= self.kind.per_year:
            reason = f"a year has {self.kind.per_year} of the kind {self.kind.value!r}"
            raise InvalidValueError("period", shown(self.number), reason)

    @classmethod
    def of(cls, kind: PeriodKind, date: datetime.date) -> "ReportingPeriod":
        """The period of a kind that a day lies in; a datetime is cut to its day.

        Raises:
            InvalidValueError: It lies in none: nine months end in September, and years run from 1900 to 2199.

        >>> str(ReportingPeriod.of(PeriodKind.QUARTER, datetime.date(2026, 6, 14)))
        '2026-Q2'
        >>> str(ReportingPeriod.of(PeriodKind.TERM, datetime.date(2026, 1, 15)))
        '2025-2026-T1'
        """
        day = plain_day(date)
        # A day before the school year begins is of the one that began the year before.
        years_back = kind.is_of_schools and day.month < _MONTHS[kind][0][0]
        month = day.month + 12 * years_back
        for number, (first, last) in enumerate(_MONTHS[kind], 1):
            if first <= month <= last:
                return cls(kind=kind, year=day.year - years_back, number=number)
        raise InvalidValueError("day", str(day), "nine months run from January to September; no such period holds it")

    @classmethod
    def parse(cls, text: str) -> "ReportingPeriod":
        """Read an id; the inverse of ``str``. For Vietnamese words there is ``period_in_words``.

        Raises:
            ParseError: The text is no such id.
        """
        match = _ID.fullmatch(text)
        if match is None:
            raise ParseError(text, Span(0, len(text)), f"expected {_FORMS}")
        year = int(match["year"])
        if match["next"] and int(match["next"]) != year + 1:
            reason = f"a school year ends in the year after it begins: {year:04}-{year + 1:04}"
            raise ParseError(text, Span(0, len(text)), reason)
        kind, number = _kind_and_number(match)
        try:
            return cls(kind=kind, year=year, number=number)
        except InvalidValueError as error:
            raise ParseError(text, Span(0, len(text)), str(error)) from None

    def __str__(self) -> str:
        year = f"{self.year:04}"
        school_year = f"{year}-{self.year + 1:04}"
        return {
            PeriodKind.MONTH: f"{year}-{self.number:02}",
            PeriodKind.QUARTER: f"{year}-Q{self.number}",
            PeriodKind.HALF: f"{year}-H{self.number}",
            PeriodKind.NINE_MONTHS: f"{year}-9M",
            PeriodKind.YEAR: year,
            PeriodKind.TERM: f"{school_year}-T{self.number}",
            PeriodKind.SCHOOL_YEAR: school_year,
        }[self.kind]

    @property
    def first_month(self) -> int:
        """Its first month, counted from January of its year."""
        return _MONTHS[self.kind][self.number - 1][0]

    @property
    def last_month(self) -> int:
        """Its last month, counted from January of its year: that of a school year is the 20th."""
        return _MONTHS[self.kind][self.number - 1][1]

    @property
    def months(self) -> int:
        """How many months it has."""
        return self.last_month - self.first_month + 1

    @property
    def start(self) -> datetime.date:
        """Its first day in the calendar."""
        return first_of_month(self.year, self.first_month)

    @property
    def end(self) -> datetime.date:
        """Its last day in the calendar."""
        return last_of_month(self.year, self.last_month)

    @property
    def vi(self) -> str:
        """Official Vietnamese: ``6 tháng đầu năm 2026``."""
        roman = _ROMAN[(self.number - 1) % 4]
        words = {
            PeriodKind.MONTH: f"tháng {self.number} năm",
            PeriodKind.QUARTER: f"quý {roman} năm",
            PeriodKind.HALF: f"6 tháng {'đầu' if self.number == 1 else 'cuối'} năm",
            PeriodKind.NINE_MONTHS: "9 tháng đầu năm",
            PeriodKind.YEAR: "năm",
            PeriodKind.TERM: f"học kỳ {roman} năm học",
            PeriodKind.SCHOOL_YEAR: "năm học",
        }
        return f"{words[self.kind]} {self.year}{f'-{self.year + 1}' if self.kind.is_of_schools else ''}"

    @property
    def en(self) -> str:
        """English: ``first half of 2026``.

        >>> ReportingPeriod.parse("2026-Q2").en, ReportingPeriod.parse("2025-2026-T1").en
        ('second quarter of 2026', 'first term of the school year 2025-2026')
        """
        ordinal = _ORDINALS[(self.number - 1) % 4]
        words = {
            PeriodKind.MONTH: _MONTH_NAMES[self.number - 1],
            PeriodKind.QUARTER: f"{ordinal} quarter of",
            PeriodKind.HALF: f"{ordinal} half of",
            PeriodKind.NINE_MONTHS: "first nine months of",
            PeriodKind.YEAR: "",
            PeriodKind.TERM: f"{ordinal} term of the school year",
            PeriodKind.SCHOOL_YEAR: "school year",
        }
        return f"{words[self.kind]} {self.year}{f'-{self.year + 1}' if self.kind.is_of_schools else ''}".lstrip()

    def contains(self, date: datetime.date) -> bool:
        """Whether a day lies in it; a datetime is cut to its day.

        Raises:
            InvalidValueError: ``date`` is no date.

        >>> ReportingPeriod.parse("2026-H1").contains(datetime.date(2026, 6, 30))
        True
        """
        return self.start <= plain_day(date) <= self.end

    def next(self) -> "ReportingPeriod":
        """The one of its kind that follows.

        Raises:
            InvalidValueError: It would lie past the last year.

        >>> str(ReportingPeriod.parse("2026-Q4").next()), str(ReportingPeriod.parse("2026-9M").next())
        ('2027-Q1', '2027-9M')
        """
        if self.number < self.kind.per_year:
            return evolve(self, number=self.number + 1)
        return evolve(self, year=self.year + 1, number=1)

    def previous(self) -> "ReportingPeriod":
        """The one of its kind that goes before.

        Raises:
            InvalidValueError: It would lie before the first year.

        >>> str(ReportingPeriod.parse("2025-2026-T1").previous())
        '2024-2025-T2'
        """
        if self.number > 1:
            return evolve(self, number=self.number - 1)
        return evolve(self, year=self.year - 1, number=self.kind.per_year)

    def __lt__(self, other: "ReportingPeriod") -> bool:
        if not isinstance(other, ReportingPeriod):
            return NotImplemented
        return self._order < other._order

    @property
    def _order(self) -> tuple[int, int]:
        """Its first and last month, counted from year 0: no two periods share both."""
        return self.year * 12 + self.first_month, self.year * 12 + self.last_month


def _kind_and_number(match: re.Match[str]) -> tuple[PeriodKind, int]:
    for group, kind in (
        ("month", PeriodKind.MONTH),
        ("quarter", PeriodKind.QUARTER),
        ("half", PeriodKind.HALF),
        ("term", PeriodKind.TERM),
    ):
        if match[group]:
            return kind, int(match[group])
    if match["next"]:
        return PeriodKind.SCHOOL_YEAR, 1
    return (PeriodKind.NINE_MONTHS if match["nine"] else PeriodKind.YEAR), 1


def first_of_month(year: int, month: int) -> datetime.date:
    """The first day of a month counted from January of a year: month 13 is the next January, month 0 the last December."""
    years, index = divmod(month - 1, 12)
    return datetime.date(year + years, index + 1, 1)


def last_of_month(year: int, month: int) -> datetime.date:
    """The last day of a month counted from January of a year."""
    return day_of_month(year, month, 31)


def day_of_month(year: int, month: int, day: int) -> datetime.date:
    """A day of a month counted from January of a year; a day past the month's end is its last."""
    first = first_of_month(year, month)
    return first.replace(day=min(day, monthrange(first.year, first.month)[1]))


def periods(kind: PeriodKind, first_year: int, last_year: int) -> Iterator[ReportingPeriod]:
    """All periods of a kind from one year through another, in order; years the library does not know have none.

    >>> [str(period) for period in periods(PeriodKind.HALF, 2025, 2026)]
    ['2025-H1', '2025-H2', '2026-H1', '2026-H2']
    """
    for year in range(max(first_year, FIRST_YEAR), min(last_year, LAST_YEAR - kind.is_of_schools) + 1):
        for number in range(1, kind.per_year + 1):
            yield ReportingPeriod(kind=kind, year=year, number=number)
