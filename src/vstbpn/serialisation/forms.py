"""The JSON forms (dạng JSON) of what values are made of: texts, numbers, days, terms.

Each form says once what it looks like, in words for errors and in keywords for the schema, and how it is read and written.
"""

import datetime
import operator
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

import attrs

from vstbpn.calendars.occasions.lunar_day import LunarDay
from vstbpn.dates import PartialDate, YearRange
from vstbpn.errors import VstbpnError
from vstbpn.vocabulary import Term

_MOST_DIGITS = 1_000
_MOST_DIGITS_OF_FRACTION = 6_100
"""More than any value takes, and few enough to be read in no time."""

# The patterns mean the same in Python and in ECMAScript, so that the schema says exactly what is read.
_DECIMAL = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_FRACTION = "-?(?:0|[1-9][0-9]*)(?:/[1-9][0-9]*)?"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
_DAY_OF_YEAR = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_LEAP = "(?:0[48]|[2468][048]|[13579][26])"
_DATE = (
    f"(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{{2}}|[1-9][0-9]{{3}})-{_DAY_OF_YEAR}"
    f"|(?:[0-9]{{2}}{_LEAP}|(?:0[48]|[2468][048]|[13579][26])00)-02-29"
)
_YEAR = "(?:19|20|21)[0-9]{2}"
_EDTF = (
    f"{_YEAR}(?:-(?:{_MONTH}|XX)(?:-XX)?)?|{_YEAR}-(?:{_DAY_OF_YEAR}|XX-{_DAY})|(?:(?:19|20|21){_LEAP}|2000)-02-29"
    f"|XXXX-(?:{_MONTH}(?:-XX)?|{_DAY_OF_YEAR}|02-29|XX-{_DAY})|--(?:{_MONTH}|{_DAY_OF_YEAR}|02-29)|---{_DAY}"
)
_YEARS = f"{_YEAR}-{_YEAR}"
_LUNAR = "(?:[1-9]|[12][0-9]|30)/(?:[1-9]|1[0-2]) âm lịch"


PLAIN = frozenset({str, int, bool})
"""Kinds of values that are JSON data already."""


class UnexpectedError(VstbpnError):
    """JSON data of another form than expected."""

    def __init__(self, expected: str, value: object) -> None:
        super().__init__(expected, value)
        self.expected = expected
        self.value = value


@attrs.frozen
class Form:
    """How values of one kind look in JSON.

    Args:
        expected: What is expected, in words.
        schema: The same as keywords of JSON Schema.
        read: Makes the value of JSON data, or raises ``UnexpectedError``; cattrs gives it the kind as well.
        write: Makes JSON data of the value; None where the value is JSON data itself.
        term: What it is called in Vietnamese, where it has a definition of its own in the schema.
        beyond: What the keywords cannot say, as a sentence.
    """

    expected: str
    schema: Mapping[str, Any]
    read: Callable[..., Any]
    write: Callable[[Any], Any] | None = None
    term: str = ""
    beyond: str = ""


def form_of(kind: Any) -> Form | None:  # noqa: ANN401  # A class or a union of classes.
    """The JSON form of a kind of value, or None where it is an object or a list.

    >>> form_of(int).expected, form_of(PartialDate).write(PartialDate(month=6, day=15))
    ('a whole number', '--06-15')
    """
    form = _FORMS.get(kind)
    if form is None and isinstance(kind, type) and issubclass(kind, Term):
        return _term(kind)
    return form


def _plain(expected: str, kind: type, name: str) -> Form:
    def read(data: Any, _: Any = None) -> Any:  # noqa: ANN401  # JSON data of any shape.
        if type(data) is not kind:
            raise UnexpectedError(expected, data)
        return data

    return Form(expected, {"type": name}, read)


def _text(
    expected: str,
    pattern: str,
    make: Callable[[str], Any],
    write: Callable[[Any], str],
    term: str,
    *,
    beyond: str = "",
    **further: Any,  # noqa: ANN401  # JSON values of any kind.
) -> Form:
    """What JSON holds as a text that a pattern matches whole."""
    compiled = re.compile(pattern)
    longest: int = further.get("maxLength", _MOST_DIGITS)

    @lru_cache(maxsize=1024)  # Documents say the same days again and again.
    def made(text: str) -> Any:  # noqa: ANN401  # A value of any class.
        if not compiled.fullmatch(text):
            raise UnexpectedError(expected, text)
        try:
            return make(text)
        except VstbpnError as error:
            raise UnexpectedError(expected, text) from error
        except ValueError:  # Python reads no whole number of thousands of digits.
            raise UnexpectedError(expected, text) from None

    def read(data: Any, _: Any = None) -> Any:  # noqa: ANN401  # JSON data of any shape.
        # What is too long is not even looked at, for numbers and patterns take their time.
        if type(data) is not str or len(data) > longest:
            raise UnexpectedError(expected, data)
        return made(data)

    return Form(expected, {"type": "string", "pattern": f"^(?:{pattern})$", **further}, read, write, term, beyond)


def _either(*forms: Form) -> Form:
    """One of several forms that no data have in common."""
    expected = ", or ".join(form.expected for form in forms)

    def read(data: Any, _: Any = None) -> Any:  # noqa: ANN401  # JSON data of any shape.
        for form in forms:
            try:
                return form.read(data)
            except UnexpectedError:
                continue
        raise UnexpectedError(expected, data)

    def write(value: Any) -> Any:  # noqa: ANN401  # A value of one of the kinds.
        form = form_of(type(value))
        return value if form is None or form.write is None else form.write(value)

    return Form(expected, {"anyOf": [dict(form.schema) for form in forms]}, read, write)


@cache
def _term(kind: type[Term]) -> Form:
    members = {member.value: member for member in kind}
    expected = "one of " + ", ".join(f'"{value}"' for value in members)

    def read(data: Any, _: Any = None) -> Any:  # noqa: ANN401  # JSON data of any shape.
        # Asked of texts alone: lists and objects have no hash.
        member = members.get(data) if type(data) is str else None
        if member is None:
            raise UnexpectedError(expected, data)
        return member

    return Form(expected, {"enum": list(members)}, read, _value_of)


_value_of = operator.attrgetter("_value_")
"""The value of a term; ``term.value`` is slower by a call of Python's."""


_INTEGER = _plain("a whole number", int, "integer")
_NUMBER = _text(
    'a decimal number in quotes, such as "99.5"',
    _DECIMAL,
    Decimal,
    lambda value: f"{value:f}",
    "số thập phân",
    maxLength=_MOST_DIGITS,
)
_PARTIAL_DATE = _text(
    "a date such as 2021-04-12, 2021-04-XX, 2021 or --06-15 that the calendar has",
    _EDTF,
    PartialDate.parse,
    str,
    "ngày tháng, có thể thiếu phần",
)
_LUNAR_DAY = _text('a day of the lunar year such as "10/3 âm lịch"', _LUNAR, LunarDay.parse, str, "ngày âm lịch")

_FORMS: Mapping[Any, Form] = {
    str: _plain("a text", str, "string"),
    int: _INTEGER,
    bool: _plain("true or false", bool, "boolean"),
    Decimal: _NUMBER,
    Fraction: _text(
        'a fraction in quotes, such as "187/3"', _FRACTION, Fraction, str, "phân số", maxLength=_MOST_DIGITS_OF_FRACTION
    ),
    int | Decimal: _either(_INTEGER, _NUMBER),
    datetime.date: _text(
        "a date such as 2025-02-01 that the calendar has",
        _DATE,
        datetime.date.fromisoformat,
        datetime.date.isoformat,
        "ngày",
        format="date",
    ),
    PartialDate: _PARTIAL_DATE,
    YearRange: _text(
        "two years such as 2016-2020",
        _YEARS,
        YearRange.parse,
        str,
        "giai đoạn",
        beyond="The first year is none after the last.",
    ),
    LunarDay: _LUNAR_DAY,
    PartialDate | LunarDay: _either(_PARTIAL_DATE, _LUNAR_DAY),
}
