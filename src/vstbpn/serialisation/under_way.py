"""The document being read or written (tài liệu đang đọc, đang ghi): what a newer version put in it, its faults, its depth."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from difflib import get_close_matches
from typing import Any

import attrs

from vstbpn.errors import InvalidValueError, Problem, VstbpnError, shown
from vstbpn.serialisation.fields import stored_fields
from vstbpn.serialisation.forms import UnexpectedError
from vstbpn.serialisation.problems import Fault, GatheredError
from vstbpn.values import UNKNOWN

DEEPEST = 160
"""How deep a document nests at most: sections and items of 32 levels each, two brackets a level."""

TOO_DEEP = Problem("", f"a document nested no deeper than {DEEPEST}", "one nested deeper")
_FEW, _SHORT, _ALIKE = 8, 40, 0.75
_KEEPABLE = "a text, a whole number, true, false, null, a list or an object with each key once"
_VERSION = "$version"
"""The key under which what is not known keeps the version it came with; no field has such a name."""

MOST_FAULTS = 10_000
"""How many faults are gathered from one document: what has more is none, and telling a million of them takes long."""

TOO_MANY = Problem("", "a document with fewer problems", "so many that the rest of it was not looked at")


@attrs.define
class Decoding:
    """A document being decoded (lần đọc dữ liệu).

    Args:
        newer: Its format and version, where that is newer than the library's, so that unknown keys are kept.
        room: How many more faults are gathered.
    """

    newer: str | None = None
    room: int = MOST_FAULTS

    def take(self, faults: list[Fault], key: str | int, error: VstbpnError) -> bool:
        """Put a fault to others; whether there is room for more."""
        faults.append((key, error.with_traceback(None)))  # A traceback holds on to all that its functions held.
        self.room -= 1
        return self.room > 0


decoding_now: ContextVar[Decoding] = ContextVar("decoding")
"""Set while the codec reads."""
_writing: ContextVar[list[str] | None] = ContextVar("writing", default=None)
"""Format and version of the unknown parts that were written; None where there is no envelope to tell them."""


@contextmanager
def keeping_unknown() -> Iterator[list[str]]:
    """While it lasts, unknown parts of newer versions are written back; the list is of the versions they are of."""
    versions: list[str] = []
    token = _writing.set(versions)
    try:
        yield versions
    finally:
        _writing.reset(token)


def is_deeper(data: object, depth: int) -> bool:
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


def keep(unknown: dict[str, Any], kind: type[attrs.AttrsInstance], made: dict[str, Any], faults: list[Fault]) -> None:
    """Keep the members that a newer version knows with the others; in a document of any other they are faults."""
    reading = decoding_now.get()
    for key, error in _faults_of_unknown(unknown, kind, reading.newer):
        if not reading.take(faults, key, error):
            break
    if not faults:
        made[UNKNOWN] = json.dumps({_VERSION: reading.newer, **unknown}, ensure_ascii=False, separators=(",", ":"))


def _faults_of_unknown(unknown: dict[str, Any], kind: type[attrs.AttrsInstance], newer: str | None) -> Iterator[Fault]:
    if newer is None or UNKNOWN not in attrs.fields_dict(kind):
        yield from (
            (key, UnexpectedError(_no_such_key(key, kind, len(unknown)), part)) for key, part in unknown.items()
        )
    elif _VERSION in unknown:
        yield _VERSION, UnexpectedError("no such key", unknown[_VERSION])
    elif is_deeper(unknown, DEEPEST):
        yield from ((key, UnexpectedError(TOO_DEEP.expected, part)) for key, part in unknown.items())
    else:
        yield from ((key, error) for key, part in unknown.items() if (error := _not_keepable(part)) is not None)


def _no_such_key(key: str, kind: type[attrs.AttrsInstance], count: int) -> str:
    """That there is no such key; of a few, and no long ones, also which may be meant."""
    if count > _FEW or len(key) > _SHORT:
        return "no such key"
    near = get_close_matches(key, [field.name for field in stored_fields(kind)], n=1, cutoff=_ALIKE)
    return f'no such key (did you mean "{near[0]}"?)' if near else "no such key"


def _not_keepable(data: object) -> VstbpnError | None:
    """The first that no version would write: a key twice, or a number with a fraction, for decimals are texts in all."""
    if isinstance(data, dict | list):
        for key, part in data.items() if isinstance(data, dict) else enumerate(data):
            if (error := _not_keepable(part)) is not None:
                return GatheredError([(key, error)])
        return None
    return None if data is None or isinstance(data, str | int) else UnexpectedError(_KEEPABLE, data)


def write_unknown(made: dict[str, Any], unknown: str) -> None:
    """Put in what a newer version wrote, where there is an envelope to tell that version."""
    versions = _writing.get()
    if versions is None:
        return
    try:
        members = dict(json.loads(unknown))
        version = str(members.pop(_VERSION))
    except (TypeError, ValueError, KeyError):
        members, version = {}, ""
    if not version or _not_keepable(members) is not None:
        raise InvalidValueError(UNKNOWN, shown(unknown), "only reading a document of a newer version sets it")
    versions.append(version)
    for key, part in members.items():
        made.setdefault(key, part)
