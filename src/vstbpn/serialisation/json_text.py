"""JSON text (văn bản JSON) to plain data and back, strictly: UTF-8, no key twice, nothing nested without end.

Where the extra ``fast`` is installed orjson does the work; bytes, data and errors are the same. It takes what the standard
library refuses (a key twice) and makes other numbers (a float of a long whole one), so that what it read is taken only where
no key went missing and all of it fits; otherwise the standard library reads once more, and tells what is wrong.
"""

import json
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any, TypeVar

from vstbpn.errors import DecodeError, InvalidValueError, Problem, shown

T = TypeVar("T")

_TOO_DEEP = Problem("", "a document of sensible depth", "one nested too deeply")
_TOO_LARGE = Problem("", "a document that fits into memory", "one that does not")
_LARGEST_FAST = 16_000_000
"""What is larger the standard library reads: orjson takes a dozen times the room, and where that is not to be had it crashes."""

_READ_FAST = frozenset({str, bytes, bytearray})
_WIDEST = 16
"""What is indented is for people to look at; more than this nobody asks for but by mistake."""


class Repeated:
    """What stands for the values of a key given twice: nothing that is expected anywhere, so that it is told in its place."""

    def __str__(self) -> str:
        return "the key twice or more"


def write_data(data: object, *, indent: int | None = None) -> str:
    """Plain data as JSON, letters as they are; without indentation no blank stands between its parts.

    Raises:
        InvalidValueError: The indentation is none, or the data are no JSON data.

    >>> write_data({"type": "Kế hoạch", "level": 1})
    '{"type":"Kế hoạch","level":1}'
    """
    if indent is not None and (type(indent) is not int or not 0 <= indent <= _WIDEST):
        raise InvalidValueError("indent", shown(indent), f"expected None or a number of blanks from 0 to {_WIDEST}")
    orjson = _fast()
    if orjson is not None and indent in {None, 2}:
        try:
            text: str = orjson.dumps(data, option=orjson.OPT_INDENT_2 if indent else None).decode("utf-8")
        except TypeError:
            pass  # It knows no number beyond 64 bits and no lone surrogate.
        else:
            return text
    try:
        return _written(data, indent)
    except RecursionError:  # The caller's own stack may be nearly full.
        raise InvalidValueError("value", type(data).__name__, "it is nested too deeply to be written") from None
    except (TypeError, ValueError) as error:
        raise InvalidValueError("value", type(data).__name__, f"a field holds what JSON has not: {error}") from None


def _written(data: object, indent: int | None) -> str:
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators, allow_nan=False)
    # A lone surrogate cannot be written in UTF-8; JSON can still say it in ASCII.
    return text if _is_writable(text) else json.dumps(data, ensure_ascii=True, indent=indent, separators=separators)


def _is_writable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def read_with(text: str | bytes, make: Callable[[Any], T]) -> T:
    """What a function makes of the data of a JSON text.

    Raises:
        DecodeError: The text is no JSON, or the function refuses the data.
    """
    orjson = _fast()
    if orjson is not None and type(text) in _READ_FAST and len(text) <= _LARGEST_FAST:
        try:
            raw = text.encode("utf-8") if isinstance(text, str) else text
            data = orjson.loads(raw)
            if not _lost_keys(raw, orjson.dumps(data)):
                return make(data)
        except (DecodeError, TypeError, ValueError):
            pass  # What is wrong is told below.
    return make(read_data(text))


def read_data(text: str | bytes) -> Any:  # noqa: ANN401  # JSON data of any shape.
    """The plain data of a JSON text; a key given twice has ``Repeated`` for its value.

    Raises:
        DecodeError: It is no JSON, or not in UTF-8.
    """
    if isinstance(text, bytes | bytearray):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DecodeError([Problem("", "UTF-8", f"bytes that are none, the first at {error.start}")]) from None
    if not isinstance(text, str):
        raise DecodeError([Problem("", "a text or bytes", type(text).__name__)])
    try:
        # NaN and Infinity become numbers, which no field takes: so they are refused in their place.
        return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_members)
    except RecursionError:
        raise DecodeError([_TOO_DEEP]) from None
    except MemoryError:
        raise DecodeError([_TOO_LARGE]) from None
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        where = f"{error.msg.removesuffix(' at')} at {line}column {error.colno}"
        raise DecodeError([Problem("", "JSON", where)]) from None
    except ValueError:
        # Python makes no whole number of more digits, since that takes quadratic time.
        raise DecodeError([Problem("", "numbers of sensible length", "one of thousands of digits")]) from None


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The members of an object; a key given twice has no value."""
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            made[key] = Repeated()
        seen.add(key)
    return made


@cache
def _fast() -> ModuleType | None:
    """The module of the extra ``fast``, where that is installed."""
    try:
        import orjson
    except ImportError:
        return None
    return orjson


def _lost_keys(raw: bytes, again: bytes) -> bool:
    """Whether a text may hold more keys than what was read of it, written again: then a key stood twice.

    Each key has its colon; all others stand in texts, and are the same in both unless one was written as an escape.
    """
    if raw == again:
        return False
    return raw.count(b":") != again.count(b":") or (b"\\" in raw and b"\\u003" in raw)
