"""Dates as plans write them: whole, partial (EDTF) and recurring; and periods (giai đoạn)."""

import datetime
import re
from calendar import monthrange

import attrs

from vstbpn.errors import InvalidValueError, ParseError, shown
from vstbpn.values import Span, frozen

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years the library deals with. The State the documents come from was founded in 1945."""

_MONTH_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]  # Babel would need a date; a partial date has none.
_EDTF = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?")
_RECURRING = re.compile(r"--(?:(\d\d)(?:-(\d\d))?|-(\d\d))")


@frozen
class PartialDate:
    """A date of which parts may be unknown (ngày tháng có thể còn để trống), as in a draft's "ngày   tháng 4 năm 2021".

    Written in EDTF (ISO 8601-2): ``2021-04-12``, ``2021-04-XX``, ``2021``, ``2021-XX-12``. Without a year it recurs:
    ``--06-15`` (each 15 June), ``--06`` (each June), ``---10`` (the 10th of each month).

    >>> PartialDate.parse("2021-04-XX")
    PartialDate(year=2021, month=4)
    >>> PartialDate(year=2020, month=3, day=5).vi
    'ngày 05 tháng 3 năm 2020'
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.year is not None and not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise InvalidValueError("year", shown(self.year), f"years run from {FIRST_YEAR} to {LAST_YEAR}")
        if self.month is not None and not 1 <= self.month <= 12:
            raise InvalidValueError("month", shown(self.month), "a year has 12 months")
        if self.day is not None and not 1 <= self.day <= self._days():
            raise InvalidValueError("day", shown(self.day), f"that month has {self._days()} days")
        if self.year is None and self.month is None and self.day is None:
            raise InvalidValueError("date", "XXXX", "at least one of year, month and day must be known")

    def _days(self) -> int:
        return monthrange(self.year or 2000, self.month)[1] if self.month else 31

    @classmethod
    def of(cls, date: datetime.date) -> "PartialDate":
        """The partial date of which every part is known."""
        return cls(year=date.year, month=date.month, day=date.day)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read EDTF; the inverse of ``str``.

        Raises:
            ParseError: The text is no such date.
        """
        if text.isascii():
            if match := _RECURRING.fullmatch(text):
                month, day, day_alone = (int(part) if part else None for part in match.groups())
                return cls._made(text, None, month, day_alone if day is None else day)
            if match := _EDTF.fullmatch(text):
                return cls._made(text, *(None if part is None or "X" in part else int(part) for part in match.groups()))
        raise ParseError(text, Span(0, len(text)), "expected a date such as 2021-04-12, 2021-04-XX, 2021 or --06-15")

    @classmethod
    def _made(cls, text: str, year: int | None, month: int | None, day: int | None) -> "PartialDate":
        try:
            return cls(year=year, month=month, day=day)
        except InvalidValueError as error:
            raise ParseError(text, Span(0, len(text)), str(error)) from None

    def __str__(self) -> str:
        if self.year is None:
            if self.month is None:
                return f"---{self.day:02}"
            return f"--{self.month:02}" if self.day is None else f"--{self.month:02}-{self.day:02}"
        if self.day is not None:
            return f"{self.year:04}-{'XX' if self.month is None else f'{self.month:02}'}-{self.day:02}"
        return f"{self.year:04}" if self.month is None else f"{self.year:04}-{self.month:02}"

    @property
    def edtf(self) -> str:
        """The date with XX for each unknown part, as the header of a draft leaves it."""
        if self.year is None:
            return str(self)
        return f"{self.year:04}-{'XX' if self.month is None else f'{self.month:02}'}-{'XX' if self.day is None else f'{self.day:02}'}"

    @property
    def is_complete(self) -> bool:
        """Whether year, month and day are all known."""
        return None not in (self.year, self.month, self.day)

    def to_date(self) -> datetime.date | None:
        """The calendar date, or None where a part is unknown."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return datetime.date(self.year, self.month, self.day)

    def earliest(self) -> datetime.date | None:
        """The first day it may be, or None for one that recurs."""
        return None if self.year is None else datetime.date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> datetime.date | None:
        """The last day it may be, or None for one that recurs."""
        if self.year is None:
            return None
        month = self.month or 12
        return datetime.date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def vi(self) -> str:
        """Official Vietnamese, days below 10 and months 1 and 2 with a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4)."""
        parts = []
        if self.day is not None:
            parts.append(f"ngày {self.day:02}")
        if self.month is not None:
            parts.append(f"tháng {self.month:02}" if self.month <= 2 else f"tháng {self.month}")
        if self.year is not None:
            parts.append(f"năm {self.year}")
        return " ".join(parts)

    @property
    def en(self) -> str:
        """The date in English (``5 March 2020``)."""
        month = _MONTH_NAMES[self.month - 1] if self.month else None
        return " ".join(str(part) for part in (self.day, month, self.year) if part is not None)


@frozen
class YearRange:
    """A run of years (giai đoạn), both ends included: ``giai đoạn 2016-2020``.

    >>> YearRange.parse("2016-2020").vi
    'giai đoạn 2016 - 2020'
    """

    start: int = attrs.field()
    end: int = attrs.field()

    def __attrs_post_init__(self) -> None:
        if not FIRST_YEAR <= self.start <= self.end <= LAST_YEAR:
            raise InvalidValueError(
                "range of years", f"{shown(self.start)}-{shown(self.end)}", "the first year comes before the last"
            )

    @classmethod
    def parse(cls, text: str) -> "YearRange":
        """Read ``2016-2020`` (hyphen or dash, blanks allowed); the inverse of ``str``.

        Raises:
            ParseError: The text is no range of years.
        """
        match = re.fullmatch(r"([0-9]{4})\s*[-–—]\s*([0-9]{4})", text)
        if match and FIRST_YEAR <= int(match[1]) <= int(match[2]) <= LAST_YEAR:
            return cls(start=int(match[1]), end=int(match[2]))
        raise ParseError(text, Span(0, len(text)), "expected two years such as 2016-2020")

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"

    @property
    def vi(self) -> str:
        """Official Vietnamese."""
        return f"giai đoạn {self.start} - {self.end}"

    def __contains__(self, year: int) -> bool:
        return self.start <= year <= self.end


_GAP = r"[….\s]{0,60}"  # What a draft leaves to be filled in; bounded, so that no run of blanks takes long.
_WORDS = re.compile(
    r"(?:ngày\s{1,60})?(?:"
    r"(?P<d1>[0-9]{1,2})\s{0,9}[/.-]\s{0,9}(?P<m1>[0-9]{1,2})\s{0,9}[/.-]\s{0,9}(?P<y1>[0-9]{4})(?![0-9/])"
    r"|(?P<d2>[0-9]{1,2})\s{1,9}tháng\s{1,9}(?P<m2>[0-9] ?[0-9]?)\s{0,9},?\s{0,9}năm\s{1,9}(?P<y2>[0-9]{4})(?![0-9])"
    rf"|{_GAP}tháng\s{{1,60}}(?P<m3>[0-9]{{1,2}})?{_GAP}năm\s{{1,9}}(?P<y3>[0-9]{{4}})(?![0-9])"
    rf"|{_GAP}tháng{_GAP}năm(?:{_GAP}[….])?)",
    re.IGNORECASE,
)


def read_date(text: str, start: int = 0) -> tuple[PartialDate | None, int] | None:
    """Read a date in Vietnamese words or figures at ``start`` of folded text.

    Returns the date (None where every part is blank) and where it ends; None where no date stands there.
    Reads ``08/02/2021``, ``ngày 29 tháng 11 năm 2006`` and a draft's ``ngày   tháng 4 năm 2021``.

    >>> read_date("ngày 20 tháng 01 năm 2018 của Ban Bí thư")
    (PartialDate(year=2018, month=1, day=20), 25)
    """
    match = _WORDS.match(text, start)
    if not match:
        return None
    day = match["d1"] or match["d2"]
    month = match["m1"] or match["m2"] or match["m3"]
    year = match["y1"] or match["y2"] or match["y3"]
    if year is None:
        return (None, match.end()) if match["d1"] is None else None
    try:
        date = PartialDate(
            year=int(year),
            month=int(month.replace(" ", "")) if month else None,
            day=int(day) if day else None,
        )
    except InvalidValueError:
        return None
    return date, match.end()
