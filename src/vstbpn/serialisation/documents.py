"""Documents in JSON (tài liệu JSON): the envelope, its version, and strict reading of it.

The outside is fixed: ``{"$schema": …, "format": "vstbpn/plan", "version": "2.1", …}``. Minor versions add, major versions
break. Those before are still read; of a newer minor version what is not known is kept, and written back. Keys stand in the
order of the fields.
"""

import re
from typing import Any, TypeVar, overload

from vstbpn.errors import DecodeError, InvalidValueError, Problem
from vstbpn.plans.plan import Plan
from vstbpn.serialisation.json_text import read_with, write_data
from vstbpn.serialisation.kinds import DocumentKind, kind_of
from vstbpn.serialisation.migrations import migrated

T = TypeVar("T")

ENVELOPE = ("$schema", "format", "version")
_VERSION = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})")


def to_json(value: object, *, indent: int | None = None) -> str:
    """A plan or another document as JSON (tài liệu dạng JSON); ``from_json`` is its inverse.

    Numbers of targets are decimals in quotes, dates ISO or EDTF; what is at its default is left out. The same value gives the
    same text always and everywhere.

    Args:
        value: A ``Plan``, or a value of another of the ``KINDS`` of documents: ``Reading``, ``Report``, ``Directory``,
            ``Reference``, ``Act``, ``Goal``, ``Observation``, ``Obligation``, ``Occurrence`` …
        indent: How many blanks each level is indented by; None for one line.

    Raises:
        InvalidValueError: What is given is no document, or the indentation none.

    >>> to_json(Plan())
    '{"$schema":"urn:vstbpn:schema:plan:2.1","format":"vstbpn/plan","version":"2.1"}'
    """
    kind = kind_of(type(value))
    document = document_of(value, kind)
    return write_data({"$schema": kind.schema_of(document["version"]), **document}, indent=indent)


def document_of(value: object, kind: DocumentKind) -> dict[str, Any]:
    """A value with format and version, as plain JSON data."""
    from vstbpn.serialisation.codec import unstructure
    from vstbpn.serialisation.under_way import keeping_unknown

    with keeping_unknown() as versions:
        data = unstructure(value)
    return {"format": kind.format, "version": _version_for(kind, versions), **data}


def _version_for(kind: DocumentKind, versions: list[str]) -> str:
    """The version a document is written in: that of the newest unknown part in it, for an older one may not hold it."""
    newest = kind.version
    for told in versions:
        name, _, version = told.partition(" ")
        if name != kind.format or not _VERSION.fullmatch(version):
            reason = f"it holds parts of a newer version of {name}, and only such a document can; value_from_json(value_to_json(value), {kind.cls.__name__}) leaves them out"
            raise InvalidValueError("document", kind.format, reason)
        newest = max(newest, version, key=_numbers)
    return newest


@overload
def from_json(text: str | bytes) -> Plan: ...
@overload
def from_json(text: str | bytes, kind: type[T]) -> T: ...
def from_json(text: str | bytes, kind: type[Any] = Plan) -> Any:
    """Read a plan, or another document, from JSON; the inverse of ``to_json``.

    Strict: no value is converted, no key is unknown or repeated. Documents of older versions are read as newer ones; the
    faults of such a document are told by their places in the newer one, which are the same but where it was changed. Of a
    newer minor version, keys that are not known are kept with the values they belong to, and ``to_json`` writes them back.

    Args:
        text: The JSON.
        kind: The class of the value: ``Plan``, ``Reading``, ``Directory`` …

    Raises:
        DecodeError: Every fault, with its JSON pointer, what was expected and what was found; of what has ten thousand of them
            the rest is not looked at.
        InvalidValueError: Values of that class are no documents.

    >>> from_json('{"format": "vstbpn/plan", "version": "1.0", "header": {"type": 5, "date": "2025-02-30"}}')
    Traceback (most recent call last):
    vstbpn.errors.DecodeError: 2 problems in the document
      /header/date: expected a date such as 2021-04-12, 2021-04-XX, 2021 or --06-15 that the calendar has, found "2025-02-30"
      /header/type: expected a text, found 5
    """
    document_kind = kind_of(kind)
    return read_with(text, lambda data: value_of(data, document_kind))


def value_of(document: object, kind: DocumentKind) -> Any:  # noqa: ANN401  # A value of the kind's class.
    """The value that a document of a kind holds.

    Raises:
        DecodeError: Every fault of the document.
    """
    from vstbpn.serialisation.codec import structure
    from vstbpn.serialisation.problems import shown_in_json

    if not isinstance(document, dict):
        raise DecodeError([Problem("", "an object", shown_in_json(document))])
    problems = _envelope_problems(document, kind)
    if any(problem.pointer != "/$schema" for problem in problems):
        # What a document of another format or version may hold is not known.
        raise DecodeError(problems)
    version: str = document["version"]
    data = {key: value for key, value in document.items() if key not in ENVELOPE}
    newer = f"{kind.format} {version}" if _numbers(version) > _numbers(kind.version) else None
    try:
        value = structure(migrated(data, kind.name, _numbers(version)[0]), kind.cls, newer)
    except DecodeError as error:
        raise DecodeError([*problems, *error.problems]) from None
    if problems:
        raise DecodeError(problems)
    return value


def _envelope_problems(document: dict[str, Any], kind: DocumentKind) -> list[Problem]:
    from vstbpn.serialisation.problems import MISSING, shown_in_json

    problems = []
    if document.get("format") != kind.format:
        problems.append(Problem("/format", f'"{kind.format}"', shown_in_json(document.get("format", MISSING))))
    version = document.get("version", MISSING)
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        problems.append(Problem("/version", f'a version such as "{kind.version}"', shown_in_json(version)))
    elif not problems and not 1 <= _numbers(version)[0] <= kind.major:
        expected = f"a version from 1.0 up to {kind.major}.x, the newest that this release of the library knows"
        problems.append(Problem("/version", expected, shown_in_json(version)))
    if not isinstance(document.get("$schema", ""), str):
        problems.append(Problem("/$schema", "a text", shown_in_json(document["$schema"])))
    return problems


def _numbers(version: str) -> tuple[int, int]:
    major, _, minor = version.partition(".")
    return int(major), int(minor)
