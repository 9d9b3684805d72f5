"""The columns of tables (cột của bảng): what they are called, what they hold, and of which type their cells are."""

import datetime
from collections.abc import Iterable
from decimal import Context, Decimal
from typing import NamedTuple

from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.errors import InvalidValueError, shown
from vstbpn.values import Span
from vstbpn.vocabulary import Language, Term, check_language

Cell = str | int | bool | Decimal | datetime.date | None
"""What a cell may hold; None where the plan tells nothing."""

Row = dict[str, Cell]
"""A row by the names of its columns."""

SQL_TYPES: dict[type, str] = {
    str: "VARCHAR",
    int: "BIGINT",
    bool: "BOOLEAN",
    Decimal: "DECIMAL(21, 6)",
    datetime.date: "DATE",
}
"""The type of SQL for each type of cells."""

# Figures have 15 digits before the point at most, and 6 behind it.
_SIX_DECIMALS, _EXACTLY = Decimal("0.000001"), Context(prec=40)


class Column(NamedTuple):
    """A column of a table (cột): its name, the type of its cells, what it is called in Vietnamese, and what it holds.

    >>> Column("value", Decimal, "giá trị", "the figure to be reached").heading("vi")
    'Giá trị'
    """

    name: str
    type: type
    vi: str
    en: str

    @property
    def sql(self) -> str:
        """The type of SQL that takes its cells exactly."""
        return SQL_TYPES[self.type]

    def heading(self, language: Language) -> str:
        """What stands over it: in English its name, in Vietnamese what it is called.

        Raises:
            InvalidValueError: There is no such language.
        """
        check_language(language)
        return self.name if language == "en" else self.vi[:1].upper() + self.vi[1:]


SPAN = (
    Column("span_start", int, "vị trí đầu", "where it begins in the text, in code points"),
    Column("span_end", int, "vị trí cuối", "where it ends"),
)
"""The columns of where something stands."""


def words(text: str | None) -> str | None:
    """A text, or None for one without a letter: no cell holds an empty text."""
    return text or None


def term(member: Term | None) -> str | None:
    """The value of a member of a closed list, as in JSON."""
    return None if member is None else str(member.value)


def several(parts: Iterable[object]) -> str | None:
    """Several parts as one text, each once: "Công đoàn; Đoàn Thanh niên".

    >>> several(["Công đoàn", "Đoàn Thanh niên", "Công đoàn"])
    'Công đoàn; Đoàn Thanh niên'
    """
    return "; ".join(dict.fromkeys(str(part) for part in parts if part is not None)) or None


def figure(value: Decimal | None) -> Decimal | None:
    """A figure with 6 decimals, equal to the one given: of the figures of a column all have equally many.

    A table reader that takes the type of a column from its first rows would cut off decimals of later ones.

    >>> figure(Decimal("12.5"))
    Decimal('12.500000')
    """
    return None if value is None else value.quantize(_SIX_DECIMALS, context=_EXACTLY)


def place(span: Span | None) -> tuple[int | None, int | None]:
    """The cells of a place."""
    return (None, None) if span is None else (span.start, span.end)


def need_year(year: object) -> int:
    """The year asked for.

    Raises:
        InvalidValueError: None is given, or it is out of range.
    """
    if type(year) is not int:
        raise InvalidValueError("year", shown(year), "a calendar is of one year: say which, as in year=2026")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidValueError("year", shown(year), f"years run from {FIRST_YEAR} to {LAST_YEAR}")
    return year
