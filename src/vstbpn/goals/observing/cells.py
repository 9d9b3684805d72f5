"""The cells of a table of observations (ô của bảng số liệu), read as values."""

import re
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.calendars.reporting.words import period_in_words
from vstbpn.errors import InvalidValueError, ParseError, VstbpnError, shown
from vstbpn.goals.observing.observation import Count, Observation, ObservationStatus, Sex, reporting_period
from vstbpn.organisations.units.unit import OrganisationUnit, is_id, unit_id
from vstbpn.text import comparison_key, composed, parse_decimal
from vstbpn.vocabulary import Term

Word = TypeVar("Word", bound=Term)

_SEXES = {
    "f": Sex.FEMALE, "m": Sex.MALE, "_t": Sex.TOTAL, "_u": Sex.UNSPECIFIED, "t": Sex.TOTAL, "u": Sex.UNSPECIFIED,
    "tổng": Sex.TOTAL, "tổng số": Sex.TOTAL, "cả hai": Sex.TOTAL, "không rõ": Sex.UNSPECIFIED, "women": Sex.FEMALE,
    "men": Sex.MALE,
}  # fmt: skip
_SHARES = re.compile(r"[%‰]|phần trăm|phần nghìn")
_ENGLISH_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_THREE_DIGITS = re.compile(r"[0-9]{1,18}\.[0-9]{3}")
_LONGEST_COUNT = 60


class UnreadableError(VstbpnError):
    """A cell cannot be read (ô không đọc được); its arguments are what is wrong, and the remedy."""


def read_count(cell: object, field: str) -> Count | None:
    """A count, as Vietnamese documents write it; None where the cell is blank.

    Raises:
        UnreadableError: It is none.

    >>> read_count("1.234", "numerator"), read_count("1.234,5", "numerator"), read_count(" ", "denominator")
    (1234, Decimal('1234.5'), None)
    """
    count: object = cell
    if isinstance(cell, float) and cell.is_integer():
        # Tables of measurements write whole numbers with a point where some cells are blank.
        count = int(cell)
    elif isinstance(cell, str):
        text = cell.strip()
        if not text:
            return None
        if len(text) > _LONGEST_COUNT:
            raise UnreadableError(f"{shown(cell)!r} is too long", "write a number from 0 up, such as 1234 or 1.234")
        if _SHARES.search(text.casefold()):
            raise UnreadableError(f"{shown(cell)!r} is a share", "give counts, not percentages")
        if _ENGLISH_THOUSANDS.fullmatch(text):
            raise UnreadableError(
                f"cannot tell what {shown(cell)!r} means", "write 1234 or 1.234, and 1,5 for one and a half"
            )
        try:
            count = parse_decimal(text)
        except ParseError:
            raise UnreadableError(
                f"cannot read {shown(cell)!r}", "write a number from 0 up, such as 1234 or 1.234"
            ) from None
    # Of 1E+999999 a whole number would take very long.
    if isinstance(count, Decimal) and _is_short(count) and count == count.to_integral_value():
        count = int(count)
    try:
        made = Observation(**{"numerator": 0, "period": "2025", "unit": "x", field: count})  # type: ignore[arg-type]  # It checks what it is given.
    except InvalidValueError as error:
        # Of a number with a point it is told which one, since it is to be found in the table.
        found = repr(float(cell)) if isinstance(cell, float) else repr(shown(cell))
        raise UnreadableError(f"cannot read {found}", error.reason) from None
    return made.numerator if field == "numerator" else made.denominator


def thousands_in_doubt(cells: Collection[object]) -> list[str]:
    """Which cells of a column of counts may be thousands or not, beside others that are: "0.500" beside "1.500".

    >>> thousands_in_doubt(["1.500", "0.500", "1,5"]), thousands_in_doubt(["0.500", "1.5"])
    (['0.500'], [])
    """
    texts = [cell for cell in cells if isinstance(cell, str) and _THREE_DIGITS.fullmatch(cell.strip())]
    doubtful = [text for text in texts if not _THOUSANDS.fullmatch(text.strip())]
    return doubtful if len(doubtful) < len(texts) else []


def _is_short(count: Decimal) -> bool:
    return count.is_finite() and (not count or abs(count.adjusted()) < _LONGEST_COUNT)


def read_unit(cell: object) -> str:
    """The id of a unit. Raises as ``read_count``."""
    text = cell.id if isinstance(cell, OrganisationUnit) else read_text(cell)
    if text is None:
        raise UnreadableError("the cell is blank", "write the id of the unit")
    if not is_id(unit_id(text)):
        raise UnreadableError(f"{shown(text)!r} is no id", "write the id of the unit, which is one word without blanks")
    return unit_id(text)


def read_period(cell: object) -> str:
    """The id of a period, given by it or in Vietnamese words. Raises as ``read_count``."""
    text = str(cell) if isinstance(cell, ReportingPeriod) else read_text(cell)
    remedy = "write 2025, 2025-H1, 2025-Q1, 2025-9M or 2025-06, or in words, such as quý I/2025"
    if text is None:
        raise UnreadableError("the cell is blank", remedy)
    try:
        return str(reporting_period(text))
    except InvalidValueError:
        named = period_in_words(text)
    if named is None:
        raise UnreadableError(f"cannot read {shown(text)!r} as a period", remedy)
    return str(named)


def read_text(cell: object) -> str | None:
    """A text, or a whole number as one; None where the cell is blank. Raises as ``read_count``."""
    if isinstance(cell, str):
        return " ".join(str(composed(cell)).split()) or None
    if isinstance(cell, int) and not isinstance(cell, bool) and abs(cell) < 10**18:
        return str(int(cell))
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 10**15:
        return str(int(cell))
    raise UnreadableError(f"cannot read {shown(cell)!r}", "write a text")


def read_term(cell: object, words: Mapping[str, Word], blank: Word) -> Word:
    """The member of a closed list. Raises as ``read_count``."""
    if isinstance(cell, type(blank)):
        return cell
    text = read_text(cell)
    if text is None:
        return blank
    found = words.get(comparison_key(text[:60]))
    if found is None:
        values = ", ".join(f"{word.value} ({word.vi})" for word in type(blank))
        raise UnreadableError(f"cannot read {shown(text)!r}", f"write one of {values}")
    return found


def _words_of(terms: type[Word]) -> dict[str, Word]:
    return {comparison_key(name): term for term in terms for name in (str(term.value), term.vi, term.en)}


_SEX_WORDS = _words_of(Sex) | _SEXES
_STATUS_WORDS = _words_of(ObservationStatus)

READERS: Mapping[str, Callable[[Any], Any]] = {
    "indicator": read_text,
    "unit": read_unit,
    "period": read_period,
    "sex": lambda cell: read_term(cell, _SEX_WORDS, Sex.TOTAL),
    "numerator": lambda cell: _needed(read_count(cell, "numerator")),
    "denominator": lambda cell: read_count(cell, "denominator"),
    "status": lambda cell: read_term(cell, _STATUS_WORDS, ObservationStatus.NORMAL),
    "source": read_text,
}
"""What reads the cells of each column."""


def _needed(count: Count | None) -> Count:
    if count is None:
        raise UnreadableError(
            "the cell is blank", "write how many were counted, 0 if none; leave the row out if nobody knows"
        )
    return count
