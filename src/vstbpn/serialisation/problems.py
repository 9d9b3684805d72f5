"""What does not fit in JSON data, gathered and told with JSON pointers (lỗi giải mã)."""

import json
from collections.abc import Iterator

from vstbpn.errors import InvalidValueError, Problem, VstbpnError
from vstbpn.serialisation.forms import UnexpectedError

_SHOWN = 60
_MOST_BITS = 4 * _SHOWN
_LONGEST_REASON = 400

Fault = tuple[str | int, VstbpnError]
"""The key or the number of a part, and what is wrong with it."""


class _Missing:
    """What stands for a key that is not there."""

    def __str__(self) -> str:
        return "nothing"


MISSING = _Missing()


class GatheredError(VstbpnError):
    """Several parts of an object or a list do not fit."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = faults


def problems_of(error: VstbpnError, data: object, pointer: str = "") -> Iterator[Problem]:
    """The faults of JSON data, each with its pointer.

    Args:
        error: What was raised when they were read.
        data: The data.
        pointer: Where they stand in the document.
    """
    if isinstance(error, GatheredError):
        for key, inner in error.faults:
            yield from problems_of(inner, _below(data, key), f"{pointer}/{escaped(str(key))}")
    elif isinstance(error, UnexpectedError):
        yield Problem(pointer, error.expected, shown_in_json(error.value))
    elif isinstance(error, InvalidValueError):
        # What a class says of a field that is told by its own key: the reason alone may fit several.
        key = error.what.replace(" ", "_")
        found = shown_in_json(data[key]) if isinstance(data, dict) and key in data else _found(error.value)
        yield Problem(pointer, f"a possible value ({error.what}: {_cut(error.reason, _LONGEST_REASON)})", found)
    else:
        # A table tells all its faults at once, and some tell names in full.
        for reason in getattr(error, "faults", None) or [str(getattr(error, "reason", error))]:
            expected = f"a possible value ({_cut(reason, _LONGEST_REASON)})"
            yield Problem(pointer, expected, shown_in_json(getattr(error, "value", data)))


def _found(value: str) -> str:
    """What an error says was given; nothing was where that is None."""
    return "nothing" if value in {"None", ""} else shown_in_json(value)


def shown_in_json(value: object) -> str:
    """A value in short, as JSON would write it."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return "a giant number"  # Python writes none of more than some thousands of digits.
    if value is None or isinstance(value, str | bool | float):
        text = json.dumps(value[: _SHOWN + 1] if isinstance(value, str) else value, ensure_ascii=False)
    else:
        text = str(value)
    return _cut(text, _SHOWN)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def _below(data: object, key: str | int) -> object:
    if isinstance(data, dict):
        return data.get(str(key))
    if isinstance(data, list) and isinstance(key, int) and key < len(data):
        return data[key]
    return None


def escaped(key: str) -> str:
    """A key as a part of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")
