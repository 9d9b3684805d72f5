"""Documents in JSON: the envelope, its version, and strict reading of it.

The outside is fixed: ``{"$schema": …, "format": "vstbpn/plan", "version": "1.1", …}``. Minor versions add, major versions
break; keys stand in the order of the fields.
"""

import json
import re
from typing import Any

from vstbpn.errors import DecodeError, InvalidValueError, Problem
from vstbpn.plans.plan import Plan

FORMAT = "vstbpn/plan"
VERSION = "1.1"
SCHEMA = f"urn:vstbpn:schema:plan:{VERSION}"
_ENVELOPE = ("$schema", "format", "version")
_SAME_MAJOR = re.compile(rf"{VERSION.partition('.')[0]}\.(?:0|[1-9][0-9]{{0,8}})")


def to_json(plan: Plan, *, indent: int | None = None) -> str:
    """A plan as JSON (kế hoạch dạng JSON); ``from_json`` is its inverse.

    Numbers of targets are decimals in quotes, dates ISO or EDTF; what is at its default is left out.

    Raises:
        InvalidValueError: What is given is no plan.

    >>> to_json(Plan())
    '{"$schema": "urn:vstbpn:schema:plan:1.1", "format": "vstbpn/plan", "version": "1.1"}'
    """
    from vstbpn.serialisation.codec import unstructure

    if not isinstance(plan, Plan):
        raise InvalidValueError("plan", type(plan).__name__, "expected a Plan")
    document = {"$schema": SCHEMA, "format": FORMAT, "version": VERSION, **unstructure(plan)}
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    # A lone surrogate cannot be written in UTF-8; JSON can still say it in ASCII.
    return text if _is_writable(text) else json.dumps(document, ensure_ascii=True, indent=indent)


def from_json(text: str | bytes) -> Plan:
    """Read a plan from JSON; the inverse of ``to_json``.

    Strict: no value is converted, no key is unknown or repeated.

    Raises:
        DecodeError: Every fault, with its JSON pointer, what was expected and what was found.

    >>> from_json('{"format": "vstbpn/plan", "version": "1.0", "header": {"type": 5, "date": "2025-02-30"}}')
    Traceback (most recent call last):
    vstbpn.errors.DecodeError: 2 problems in the document
      /header/date: expected a possible value (invalid day '30': that month has 28 days), found "2025-02-30"
      /header/type: expected a text, found 5
    """
    from vstbpn.serialisation.codec import structure

    document = _parsed(text)
    problems = _envelope_problems(document)
    if any(problem.pointer != "/$schema" for problem in problems):
        # What a document of another format or version may hold is not known.
        raise DecodeError(problems)
    try:
        plan = structure({key: value for key, value in document.items() if key not in _ENVELOPE}, Plan)
    except DecodeError as error:
        raise DecodeError([*problems, *error.problems]) from None
    if problems:
        raise DecodeError(problems)
    return plan


class _Repeated:
    """What stands for the values of a key given twice: nothing that is expected anywhere, so that it is told in its place."""

    def __str__(self) -> str:
        return "the key twice or more"


def _is_writable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _parsed(text: str | bytes) -> dict[str, Any]:
    if isinstance(text, bytes | bytearray):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError:
            raise DecodeError([Problem("", "UTF-8", "bytes that are none")]) from None
    if not isinstance(text, str):
        raise DecodeError([Problem("", "a text or bytes", type(text).__name__)])
    try:
        # NaN and Infinity become numbers, which no field takes: so they are refused in their place.
        document = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_members)
    except RecursionError:
        raise DecodeError([Problem("", "a document of sensible depth", "one nested too deeply")]) from None
    except ValueError as error:
        raise DecodeError([Problem("", "JSON", str(error))]) from None
    if not isinstance(document, dict):
        raise DecodeError([Problem("", "an object", type(document).__name__)])
    return document


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The members of an object; a key given twice has no value."""
    made: dict[str, Any] = {}
    for key, value in pairs:
        made[key] = _Repeated() if key in made else value
    return made


def _envelope_problems(document: dict[str, Any]) -> list[Problem]:
    problems = []
    if document.get("format") != FORMAT:
        problems.append(Problem("/format", f'"{FORMAT}"', _shown(document.get("format"))))
    version = document.get("version")
    if not isinstance(version, str) or not _SAME_MAJOR.fullmatch(version):
        problems.append(Problem("/version", f'"{VERSION}"', _shown(version)))
    if not isinstance(document.get("$schema", ""), str):
        problems.append(Problem("/$schema", "a text", _shown(document["$schema"])))
    return problems


def _shown(value: object) -> str:
    return str(value) if isinstance(value, _Repeated) else json.dumps(value, ensure_ascii=False, default=str)[:60]
