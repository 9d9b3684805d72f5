"""Where the JSON Schemas and the decoder may differ: each exception once, with its reason, for the tests and for ajv."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from json_mutations import Path, View, part_of
from vstbpn.errors import DecodeError, Problem
from vstbpn.serialisation.documents import from_json
from vstbpn.serialisation.kinds import DocumentKind


class Place(NamedTuple):
    """A place in a document."""

    part: Any
    """What stands there."""
    path: Path
    view: View


LINE_END = "line end"
"""The one exception that is Python's own, and none to other validators."""


class Allowed(NamedTuple):
    """A way in which the decoder refuses what a schema takes."""

    reason: str
    covers: Callable[[Place], bool]
    """Whether it explains a problem in a place."""


def _is_told(place: Place) -> bool:
    if any("$comment" in schema for schema in place.view.at(place.path)):
        return True
    if not place.path:
        return False
    *above, key = place.path
    named = re.compile(rf"[:.] {re.escape(str(key))}: ")
    return any(named.search(schema.get("$comment", "")) for schema in place.view.at(tuple(above)))


def _is_whole_float(place: Place) -> bool:
    return isinstance(place.part, float) and place.part.is_integer()


def _ends_a_line(place: Place) -> bool:
    # Of texts in a list the list is told of.
    parts = place.part if isinstance(place.part, list) else [place.part]
    return any(isinstance(one, str) and one.endswith("\n") for one in parts)


REFUSED: Mapping[str, Allowed] = {
    "1.0": Allowed("To JSON Schema 1.0 is a whole number; the decoder takes 1 alone.", _is_whole_float),
    LINE_END: Allowed(
        'In Python "$" also matches before a last line end; jsonschema goes by that, ECMAScript and RE2 do not.',
        _ends_a_line,
    ),
    "told in a $comment": Allowed(
        "A rule on several fields, or one that JSON Schema can say only in part: the definition tells it in its $comment.",
        _is_told,
    ),
}
"""What a schema takes and the decoder refuses, both of documents in the newest version."""

READ_ALL_THE_SAME = "A schema is of one version; the decoder also reads the versions before, and newer minor ones, whose unknown keys it keeps."
"""The one reason why the decoder reads what the schema refuses."""


class Verdict(NamedTuple):
    """What the decoder says of a document."""

    problems: tuple[Problem, ...]
    names: tuple[str | None, ...]
    """The exception that explains each problem; None where the schema should have found it."""
    is_other_version: bool

    @property
    def is_read(self) -> bool:
        """Whether the document is read."""
        return not self.problems

    @property
    def unexplained(self) -> list[Problem]:
        """The problems that the schema should have found."""
        return [problem for problem, name in zip(self.problems, self.names, strict=True) if name is None]


def verdict(document: Any, kind: DocumentKind, view: View) -> Verdict:  # noqa: ANN401  # JSON data.
    """What the decoder says of a document, and which exceptions explain that."""
    other = isinstance(document, dict) and document.get("version") != kind.version
    try:
        from_json(json.dumps(document), kind.cls)
    except DecodeError as error:
        return Verdict(error.problems, tuple(_name(problem, document, view) for problem in error.problems), other)
    return Verdict((), (), other)


def _name(problem: Problem, document: Any, view: View) -> str | None:  # noqa: ANN401  # JSON data.
    path = path_of(problem.pointer, document)
    if path is None:
        return None
    place = Place(part_of(document, path), path, view)
    return next((name for name, allowed in REFUSED.items() if allowed.covers(place)), None)


def path_of(pointer: str, document: Any) -> Path | None:  # noqa: ANN401  # JSON data.
    """The keys and numbers of a JSON pointer; None where nothing stands there."""
    path: list[str | int] = []
    for step in pointer.split("/")[1:]:
        key: str | int = step.replace("~1", "/").replace("~0", "~")
        if isinstance(document, list):
            key = int(step)
        elif not isinstance(document, dict) or key not in document:
            return None
        document = document[key]
        path.append(key)
    return tuple(path)
