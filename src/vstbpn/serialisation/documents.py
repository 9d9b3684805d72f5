"""Documents in JSON: the envelope, its version, and strict reading of it.

The outside is fixed: ``{"$schema": …, "format": "vstbpn/plan", "version": "2.1", …}``. Minor versions add, major versions
break, and those before are still read; keys stand in the order of the fields.
"""

import json
import re
from typing import Any

from vstbpn.errors import DecodeError, InvalidValueError, Problem
from vstbpn.plans.plan import Plan
from vstbpn.serialisation.json_text import Repeated, read_data, write_data
from vstbpn.serialisation.migrations import migrated

FORMAT = "vstbpn/plan"
VERSION = "2.1"
SCHEMA = f"urn:vstbpn:schema:plan:{VERSION}"
_NO_PLAN = "expected a Plan; vstbpn.serialisation.value_to_json writes references and other values"
_ENVELOPE = ("$schema", "format", "version")
_KNOWN = re.compile(r"(?P<major>[1-2])\.(?:0|[1-9][0-9]{0,8})")
"""The versions that are read: the major one it writes, and those before."""


def to_json(plan: Plan, *, indent: int | None = None) -> str:
    """A plan as JSON (kế hoạch dạng JSON); ``from_json`` is its inverse.

    Numbers of targets are decimals in quotes, dates ISO or EDTF; what is at its default is left out.

    Raises:
        InvalidValueError: What is given is no plan.

    >>> to_json(Plan())
    '{"$schema": "urn:vstbpn:schema:plan:2.1", "format": "vstbpn/plan", "version": "2.1"}'
    """
    from vstbpn.serialisation.codec import unstructure

    if not isinstance(plan, Plan):
        raise InvalidValueError("plan", type(plan).__name__, _NO_PLAN)
    document = {"$schema": SCHEMA, "format": FORMAT, "version": VERSION, **unstructure(plan)}
    return write_data(document, indent=indent)


def from_json(text: str | bytes) -> Plan:
    """Read a plan from JSON; the inverse of ``to_json``.

    Strict: no value is converted, no key is unknown or repeated. Documents of older versions are read as newer ones; the
    faults of such a document are told by their places in the newer one, which are the same but where it was changed.

    Raises:
        DecodeError: Every fault, with its JSON pointer, what was expected and what was found.

    >>> from_json('{"format": "vstbpn/plan", "version": "1.0", "header": {"type": 5, "date": "2025-02-30"}}')
    Traceback (most recent call last):
    vstbpn.errors.DecodeError: 2 problems in the document
      /header/date: expected a possible value (invalid day '30': that month has 28 days), found "2025-02-30"
      /header/type: expected a text, found 5
    """
    from vstbpn.serialisation.codec import structure

    document = read_data(text)
    if not isinstance(document, dict):
        raise DecodeError([Problem("", "an object", type(document).__name__)])
    problems = _envelope_problems(document)
    if any(problem.pointer != "/$schema" for problem in problems):
        # What a document of another format or version may hold is not known.
        raise DecodeError(problems)
    data = {key: value for key, value in document.items() if key not in _ENVELOPE}
    try:
        plan = structure(migrated(data, _major(document["version"])), Plan)
    except DecodeError as error:
        raise DecodeError([*problems, *error.problems]) from None
    if problems:
        raise DecodeError(problems)
    return plan


def _envelope_problems(document: dict[str, Any]) -> list[Problem]:
    problems = []
    if document.get("format") != FORMAT:
        problems.append(Problem("/format", f'"{FORMAT}"', _shown(document.get("format"))))
    version = document.get("version")
    if not isinstance(version, str) or not _KNOWN.fullmatch(version):
        problems.append(Problem("/version", f'"{VERSION}"', _shown(version)))
    if not isinstance(document.get("$schema", ""), str):
        problems.append(Problem("/$schema", "a text", _shown(document["$schema"])))
    return problems


def _major(version: str) -> int:
    return int(version.partition(".")[0])


def _shown(value: object) -> str:
    return str(value) if isinstance(value, Repeated) else json.dumps(value, ensure_ascii=False, default=str)[:60]
