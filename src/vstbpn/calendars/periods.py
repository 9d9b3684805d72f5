"""Reporting periods: the stretch of the calendar a report is about."""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator

import attrs

from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.values import Span, frozen
from vstbpn.vocabulary import Term


class PeriodKind(Term):
    """How long a reporting period is (loại kỳ báo cáo)."""

    MONTH = ("month", "tháng", "month")
    QUARTER = ("quarter", "quý", "quarter")
    HALF = ("half", "6 tháng", "half-year")
    NINE_MONTHS = ("nine-months", "9 tháng", "nine months")
    YEAR = ("year", "năm", "year")

    @property
    def months(self) -> int:
        """How many months such a period has."""
        return _MONTHS[self]

    @property
    def per_year(self) -> int:
        """How many such periods a year has; nine months are counted once, from January."""
        return 12 // _MONTHS[self]


_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}
_ID = re.compile(r"([0-9]{4})(?:-(?:([0-9]{2})|Q([1-4])|H([12])|(9M)))?")


@frozen
class ReportingPeriod:
    """A reporting period (kỳ báo cáo): a month, quarter, half, nine months or year.

    Written ``2026-06``, ``2026-Q2``, ``2026-H1``, ``2026-9M`` or ``2026``.

    Raises:
        InvalidValueError: There is no such period.

    >>> period = ReportingPeriod.parse("2026-Q2")
    >>> period.vi, str(period.start), str(period.end)
    ('quý II năm 2026', '2026-04-01', '2026-06-30')
    """

    kind: PeriodKind
    year: int = attrs.field()
    number: int = 1

    def __attrs_post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise InvalidValueError("year", str(self.year), f"years run from {FIRST_YEAR} to {LAST_YEAR}")
        if not 1 <= self.number <= self.kind.per_year:
            reason = f"a year has {self.kind.per_year} of the kind {self.kind.value!r}"
            raise InvalidValueError("period", str(self.number), reason)

    @classmethod
    def parse(cls, text: str) -> "ReportingPeriod":
        """Read an id; the inverse of ``str``.

        Raises:
            ParseError: The text is no such id.
        """
        match = _ID.fullmatch(text)
        if match:
            year, month, quarter, half, nine = match.groups()
            try:
                if month:
                    return cls(kind=PeriodKind.MONTH, year=int(year), number=int(month))
                if quarter:
                    return cls(kind=PeriodKind.QUARTER, year=int(year), number=int(quarter))
                if half:
                    return cls(kind=PeriodKind.HALF, year=int(year), number=int(half))
                return cls(kind=PeriodKind.NINE_MONTHS if nine else PeriodKind.YEAR, year=int(year))
            except InvalidValueError as error:
                raise ParseError(text, Span(0, len(text)), str(error)) from None
        raise ParseError(text, Span(0, len(text)), "expected 2026-06, 2026-Q2, 2026-H1, 2026-9M or 2026")

    def __str__(self) -> str:
        suffix = {
            PeriodKind.MONTH: f"-{self.number:02}",
            PeriodKind.QUARTER: f"-Q{self.number}",
            PeriodKind.HALF: f"-H{self.number}",
            PeriodKind.NINE_MONTHS: "-9M",
            PeriodKind.YEAR: "",
        }
        return f"{self.year:04}{suffix[self.kind]}"

    @property
    def first_month(self) -> int:
        """The number of its first month."""
        return 1 + (self.number - 1) * self.kind.months

    @property
    def last_month(self) -> int:
        """The number of its last month."""
        return self.first_month + self.kind.months - 1

    @property
    def start(self) -> datetime.date:
        """Its first day in the calendar."""
        return datetime.date(self.year, self.first_month, 1)

    @property
    def end(self) -> datetime.date:
        """Its last day in the calendar."""
        return datetime.date(self.year, self.last_month, monthrange(self.year, self.last_month)[1])

    @property
    def vi(self) -> str:
        """Official Vietnamese: ``6 tháng đầu năm 2026``."""
        words = {
            PeriodKind.MONTH: f"tháng {self.number} ",
            PeriodKind.QUARTER: f"quý {('I', 'II', 'III', 'IV')[(self.number - 1) % 4]} ",
            PeriodKind.HALF: f"6 tháng {'đầu' if self.number == 1 else 'cuối'} ",
            PeriodKind.NINE_MONTHS: "9 tháng đầu ",
            PeriodKind.YEAR: "",
        }
        return f"{words[self.kind]}năm {self.year}"


def periods(kind: PeriodKind, first_year: int, last_year: int) -> Iterator[ReportingPeriod]:
    """All periods of a kind from one year through another, in order; years the library does not know have none.

    >>> [str(period) for period in periods(PeriodKind.HALF, 2025, 2026)]
    ['2025-H1', '2025-H2', '2026-H1', '2026-H2']
    """
    for year in range(max(first_year, FIRST_YEAR), min(last_year, LAST_YEAR) + 1):
        for number in range(1, kind.per_year + 1):
            yield ReportingPeriod(kind=kind, year=year, number=number)
