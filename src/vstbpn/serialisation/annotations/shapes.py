"""The shapes of the values in annotations (hình thức giá trị): each told once, for strict reading and for the schema."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from vstbpn.dates import PartialDate, YearRange
from vstbpn.errors import Problem
from vstbpn.serialisation.forms import UnexpectedError, form_of
from vstbpn.serialisation.problems import escaped, shown_in_json

_DECIMAL = re.compile("(?:0|[1-9][0-9]{0,15})(?:[.][0-9]{1,6})?")

Schema = Mapping[str, Any]
"""Keywords of JSON Schema."""


@attrs.frozen(eq=False)
class Shape:
    """How a value looks in an annotation (hình thức giá trị).

    Args:
        expected: It in words, for errors.
        accepts: Whether a value looks so; it is asked of any JSON value and raises nothing.
        schema: The same as keywords of JSON Schema.
        inside: The faults of the parts of a value that is accepted, where it has parts.
    """

    expected: str
    accepts: Callable[[Any], bool]
    schema: Schema
    inside: Callable[[Any, str], Iterator[Problem]] | None = None

    def faults(self, value: object, pointer: str) -> Iterator[Problem]:
        """What is wrong with a value that stands at a pointer."""
        if not self.accepts(value):
            yield Problem(pointer, self.expected, shown_in_json(value))
        elif self.inside is not None:
            yield from self.inside(value, pointer)


@attrs.frozen(eq=False)
class Key:
    """One key of an object (khóa): its name, its shape, and what it says.

    Args:
        name: The key.
        shape: How its value looks.
        says: What it says, in English with the Vietnamese term.
        required: Whether it is always there. Keys added later are not: annotations written before are read as well.
    """

    name: str
    shape: Shape
    says: str
    required: bool = True


def _is_text(value: object) -> bool:
    return isinstance(value, str)


TEXT = Shape("a text", _is_text, {"type": "string"})
WORDS = Shape(
    "a text that is not empty", lambda value: isinstance(value, str) and bool(value), {"type": "string", "minLength": 1}
)
TRUTH = Shape("true or false", lambda value: isinstance(value, bool), {"type": "boolean"})
DECIMAL = Shape(
    'a decimal in quotes, such as "99.5"',
    lambda value: isinstance(value, str) and _DECIMAL.fullmatch(value) is not None,
    {"type": "string", "pattern": f"^(?:{_DECIMAL.pattern})$"},
)


def _of_form(kind: type) -> Shape:
    """What looks as in every other JSON of the library."""
    form = form_of(kind)
    if form is None:  # Asked of kinds alone that have one.
        raise TypeError(kind)
    read = form.read

    def accepts(value: object) -> bool:
        try:
            read(value)
        except UnexpectedError:
            return False
        return True

    return Shape(form.expected, accepts, form.schema)


DAY = _of_form(PartialDate)
YEARS = _of_form(YearRange)


def whole(first: int, last: int | None = None) -> Shape:
    """Whole numbers from one through another.

    >>> whole(1, 32).expected, whole(1, 32).accepts(True)
    ('a whole number from 1 to 32', False)
    """

    def accepts(value: object) -> bool:
        return type(value) is int and first <= value and (last is None or value <= last)

    bounds = {"minimum": first} if last is None else {"minimum": first, "maximum": last}
    until = "on" if last is None else f"to {last}"
    return Shape(f"a whole number from {first} {until}", accepts, {"type": "integer", **bounds})


def one_of(values: Iterable[str]) -> Shape:
    """One of a few texts.

    >>> one_of(["/", "-"]).expected
    'one of "/", "-"'
    """
    allowed = tuple(values)
    words = ", ".join(f'"{value}"' for value in allowed)
    return Shape(f"one of {words}", lambda value: isinstance(value, str) and value in allowed, {"enum": list(allowed)})


def nullable(shape: Shape) -> Shape:
    """A value of a shape, or null.

    >>> nullable(TEXT).accepts(None), nullable(TEXT).expected, dict(nullable(TEXT).schema)
    (True, 'a text or null', {'type': ['string', 'null']})
    """

    def inside(value: object, pointer: str) -> Iterator[Problem]:
        if value is not None:
            yield from shape.faults(value, pointer)

    schema = dict(shape.schema)
    if "enum" in schema:
        schema["enum"] = [*schema["enum"], None]
    else:
        schema["type"] = [schema["type"], "null"]
    return Shape(
        f"{shape.expected} or null",
        lambda value: value is None or shape.accepts(value),
        schema,
        inside if shape.inside else None,
    )


def list_of(shape: Shape) -> Shape:
    """A list of values of one shape.

    >>> [problem.pointer for problem in list_of(TEXT).faults(["a", 5], "/provisions")]
    ['/provisions/1']
    """

    def inside(values: Any, pointer: str) -> Iterator[Problem]:  # noqa: ANN401  # A list, as was asked before.
        for place, value in enumerate(values):
            yield from shape.faults(value, f"{pointer}/{place}")

    schema = {"type": "array", "items": dict(shape.schema)}
    return Shape("a list", lambda value: isinstance(value, list), schema, inside)


def object_of(keys: Iterable[Key], *, at_least: int = 0) -> Shape:
    """An object with keys of its own, and no other.

    >>> shape = object_of([Key("kind", TEXT, "what it is")])
    >>> [(fault.pointer, fault.expected, fault.found) for fault in shape.faults({"knd": "half"}, "")]
    [('/kind', 'a text', 'nothing'), ('/knd', 'no such key', '"half"')]
    """
    keys = tuple(keys)

    def inside(value: Any, pointer: str) -> Iterator[Problem]:  # noqa: ANN401  # An object, as was asked before.
        yield from faults_of_keys(value, keys, pointer)

    schema = {**schema_of_keys(keys), **({"minProperties": at_least} if at_least else {})}
    expected = "an object" if not at_least else f"an object with {at_least} key or more"
    return Shape(expected, lambda value: isinstance(value, dict) and len(value) >= at_least, schema, inside)


def faults_of_keys(value: Mapping[str, Any], keys: Iterable[Key], pointer: str) -> Iterator[Problem]:
    """What is wrong with the keys of an object: missing ones, wrong values, unknown ones."""
    known = set()
    for key in keys:
        known.add(key.name)
        if key.name in value:
            yield from key.shape.faults(value[key.name], f"{pointer}/{key.name}")
        elif key.required:
            yield Problem(f"{pointer}/{key.name}", key.shape.expected, "nothing")
    for name in value:
        if name not in known:
            yield Problem(f"{pointer}/{escaped(name)}", "no such key", shown_in_json(value[name]))


def schema_of_keys(keys: Iterable[Key]) -> dict[str, Any]:
    """The keywords of JSON Schema for an object of keys and no other."""
    keys = tuple(keys)
    return {
        "type": "object",
        "properties": {key.name: {**key.shape.schema, "description": key.says} for key in keys},
        "required": [key.name for key in keys if key.required],
        "additionalProperties": False,
    }
