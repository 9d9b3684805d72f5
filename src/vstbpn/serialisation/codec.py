"""Values to plain JSON data and back, strictly: nothing is coerced, and every fault is told with its JSON pointer.

cattrs walks the classes; the hooks here replace its coercing ones (it would take ``5`` for ``"5"`` and ``"x"`` for True).
"""

import datetime
import json
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationNote,
    StructureHandlerNotFoundError,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from vstbpn.calendars.occasions.lunar_day import LunarDay
from vstbpn.dates import PartialDate, YearRange
from vstbpn.errors import DecodeError, Problem, VstbpnError
from vstbpn.vocabulary import Term

T = TypeVar("T")

_SHOWN = 60
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_FRACTION = re.compile(r"-?(?:0|[1-9][0-9]*)(?:/[1-9][0-9]*)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_DIGITS = 100
_MOST_DIGITS_OF_FRACTION = 400
_DEEPEST = 160
"""How deep a document nests at most: sections and items of 32 levels each, two brackets a level."""

_WRITTEN_AS_TEXT: tuple[type, ...] = (PartialDate, YearRange, LunarDay)
"""Values that JSON holds as the text their ``parse`` reads."""


class _UnexpectedError(VstbpnError):
    """A value of another kind than expected."""

    def __init__(self, expected: str, value: object) -> None:
        super().__init__(expected, value)
        self.expected = expected
        self.value = value


def unstructure(value: object) -> Any:  # noqa: ANN401  # JSON data of any shape.
    """A value as plain JSON data: dicts, lists, text, whole numbers, booleans. Fields at their default are left out."""
    return _converter().unstructure(value)


def structure(data: object, kind: type[T]) -> T:
    """Plain JSON data as a value.

    Raises:
        DecodeError: Everything in the data that does not fit, each with its JSON pointer.
    """
    if _is_deeper(data, _DEEPEST):
        raise DecodeError([_TOO_DEEP])
    try:
        return _converter().structure(data, kind)
    except (BaseValidationError, VstbpnError) as error:
        raise DecodeError(sorted(set(_problems(error, "", data)))) from None
    except RecursionError:  # The caller's own stack may be nearly full.
        raise DecodeError([_TOO_DEEP]) from None


def is_codable(kind: type) -> bool:
    """Whether values of a class can be written and read back: not where it holds what JSON would not tell apart."""
    converter = _converter()
    try:
        converter.get_unstructure_hook(kind)
        converter.get_structure_hook(kind)
    except StructureHandlerNotFoundError:
        return False
    return True


_TOO_DEEP = Problem("", "a document of sensible depth", "one nested too deeply")


def _is_deeper(data: object, depth: int) -> bool:
    """Whether data nest deeper than so many brackets; found without recursion."""
    level = [data]
    for _ in range(depth):
        level = [inner for value in level for inner in _inside(value)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True, omit_if_default=True)
    converter.register_structure_hook(str, _strictly("a text", lambda value: type(value) is str))
    converter.register_structure_hook(int, _strictly("a whole number", lambda value: type(value) is int))
    converter.register_structure_hook(bool, _strictly("true or false", lambda value: type(value) is bool))
    converter.register_structure_hook(Decimal, _decimal)
    converter.register_unstructure_hook(Decimal, lambda value: f"{value:f}")
    converter.register_structure_hook(Fraction, _fraction)
    converter.register_unstructure_hook(Fraction, str)
    # A count is a whole number, or a decimal in quotes.
    converter.register_structure_hook_func(lambda kind: kind in {int | Decimal, int | Decimal | None}, _count)
    converter.register_structure_hook(datetime.date, _date)
    converter.register_unstructure_hook(datetime.date, datetime.date.isoformat)
    for kind in _WRITTEN_AS_TEXT:
        converter.register_structure_hook(kind, _parsed)
        converter.register_unstructure_hook(kind, str)
    converter.register_structure_hook_func(lambda kind: kind == PartialDate | LunarDay, _day_of_the_year)
    converter.register_structure_hook_func(lambda kind: isinstance(kind, type) and issubclass(kind, Term), _term)
    converter.register_unstructure_hook_func(
        lambda kind: isinstance(kind, type) and issubclass(kind, Term), lambda term: term.value
    )
    converter.register_structure_hook_factory(_is_value, lambda kind: _object(converter, kind))
    converter.register_unstructure_hook_factory(_is_value, lambda kind: _plain(converter, kind))
    converter.register_structure_hook_factory(_is_sequence, lambda kind: _sequence(converter, kind))
    converter.register_unstructure_hook_func(
        _is_sequence, lambda values: [converter.unstructure(value) for value in values]
    )
    return converter


def _is_value(kind: object) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and kind not in _WRITTEN_AS_TEXT


def _is_sequence(kind: object) -> bool:
    return get_origin(kind) is tuple and len(get_args(kind)) == 2 and get_args(kind)[1] is ...


def _strictly(expected: str, fits: Callable[[object], bool]) -> Callable[[Any, Any], Any]:
    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401  # JSON data of any shape.
        if not fits(value):
            raise _UnexpectedError(expected, value)
        return value

    return hook


def _decimal(value: object, _: object) -> Decimal:
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value) or len(value) > _MOST_DIGITS:
        raise _UnexpectedError('a decimal number in quotes, such as "99.5"', value)
    return Decimal(value)


def _fraction(value: object, _: object) -> Fraction:
    if not isinstance(value, str) or not _FRACTION.fullmatch(value) or len(value) > _MOST_DIGITS_OF_FRACTION:
        raise _UnexpectedError('a fraction in quotes, such as "187/3"', value)
    return Fraction(value)


def _count(value: object, kind: object) -> int | Decimal | None:
    if type(value) is int or (value is None and kind == int | Decimal | None):
        return value
    if not isinstance(value, str):
        raise _UnexpectedError('a whole number, or a decimal number in quotes, such as "99.5"', value)
    return _decimal(value, kind)


def _date(value: object, _: object) -> datetime.date:
    # date.fromisoformat alone would take "20250201" and week dates too.
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    raise _UnexpectedError("a date such as 2025-02-01", value)


def _parsed(value: object, kind: Any) -> Any:  # noqa: ANN401  # A class with parse, and its value.
    if not isinstance(value, str):
        raise _UnexpectedError("a text", value)
    try:
        return kind.parse(value)
    except VstbpnError as error:
        reason = str(getattr(error, "reason", error))
        plain = reason.removeprefix("expected ")
        raise _UnexpectedError(plain if plain != reason else f"a possible value ({reason})", value) from None


def _day_of_the_year(value: object, _: object) -> PartialDate | LunarDay:
    # Dates of the common calendar hold no slash, days of the lunar year do ("10/3 âm lịch").
    lunar = isinstance(value, str) and "/" in value
    day: PartialDate | LunarDay = _parsed(value, LunarDay if lunar else PartialDate)
    return day


def _term(value: object, kind: type[Term]) -> Term:
    for member in kind:
        if member.value == value and isinstance(value, str):
            return member
    raise _UnexpectedError("one of " + ", ".join(f'"{member.value}"' for member in kind), value)


def _object(converter: Converter, kind: type[attrs.AttrsInstance]) -> Callable[[Any, Any], Any]:
    # A class that holds its own kind ("Section" in Section) names it in quotes.
    attrs.resolve_types(kind)
    fields = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True)

    def hook(value: Any, given: Any) -> Any:  # noqa: ANN401  # JSON data of any shape.
        if not isinstance(value, dict):
            raise _UnexpectedError("an object", value)
        return fields(value, given)

    return hook


def _plain(converter: Converter, kind: type[attrs.AttrsInstance]) -> Callable[[Any], dict[str, Any]]:
    # Spans are not compared, so that a header of spans alone equals the empty one by default, and is written all the same.
    made_new = [field.name for field in attrs.fields(kind) if isinstance(field.default, attrs.Factory)]  # type: ignore[arg-type]  # Factory is a class at run time, a function to type checkers.
    overrides: dict[str, Any] = {name: override(omit_if_default=False) for name in made_new}
    fields = make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **overrides)

    # The function made puts what is always written first; the order that is fixed is the one of the fields.
    names = [field.name for field in attrs.fields(kind)]

    def hook(value: Any) -> dict[str, Any]:  # noqa: ANN401  # A value of that class.
        made = fields(value)
        return {name: made[name] for name in names if name in made and (made[name] or name not in made_new)}

    return hook


def _sequence(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401  # A generic alias.
    # The hook of the elements is looked up when first needed: a class may hold a sequence of itself.
    element = get_args(kind)[0]

    def hook(values: Any, _: Any) -> Any:  # noqa: ANN401  # JSON data of any shape.
        if not isinstance(values, list):
            raise _UnexpectedError("a list", values)
        made, errors = [], []
        for number, value in enumerate(values):
            try:
                made.append(converter.structure(value, element))
            except Exception as error:  # noqa: BLE001  # cattrs gathers the errors of a list the same way.
                error.__notes__ = [
                    *getattr(error, "__notes__", []),
                    IterableValidationNote(f"[{number}]", number, element),
                ]
                errors.append(error)
        if errors:
            raise _ElementsError(errors)
        return tuple(made)

    return hook


class _ElementsError(VstbpnError):
    """Several elements of a list do not fit."""

    def __init__(self, exceptions: list[Exception]) -> None:
        super().__init__(exceptions)
        self.exceptions = exceptions


def _problems(error: BaseException, pointer: str, data: object) -> Iterator[Problem]:
    """The faults in an error of cattrs, each with the pointer its notes give."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            key: str | int = note.name
        elif isinstance(note, IterableValidationNote):
            key = note.index
        else:
            continue
        pointer = f"{pointer}/{_escaped(str(key))}"
        data = _below(data, key)
    inner = getattr(error, "exceptions", None)
    if inner is not None:
        for one in inner:
            yield from _problems(one, pointer, data)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield Problem(f"{pointer}/{_escaped(key)}", "no such key", _shown(_below(data, key)))
    elif isinstance(error, KeyError):
        yield Problem(pointer, "a value", "nothing")
    elif isinstance(error, _UnexpectedError):
        yield Problem(pointer, error.expected, _shown(error.value))
    else:
        reason = f"a possible value ({getattr(error, 'reason', error)})"
        yield Problem(pointer, reason, _shown(getattr(error, "value", data)))


def _below(data: object, key: str | int) -> object:
    if isinstance(data, dict):
        return data.get(key)
    if isinstance(data, list) and isinstance(key, int) and key < len(data):
        return data[key]
    return None


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _shown(value: object) -> str:
    """A value in short, as JSON would write it."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    words = (
        {True: "true", False: "false", None: "null"}.get(value) if value is None or isinstance(value, bool) else None
    )
    if isinstance(value, float):
        words = json.dumps(value)
    text = words or (f'"{value}"' if isinstance(value, str) else str(value))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
