"""Values alone in JSON (giá trị dạng JSON): references, mentions, symbols, targets … without a plan around them.

The keys are the fields, as in the JSON of a plan, and reading is as strict; there is no envelope.
"""

from typing import Any, TypeVar, get_args, get_origin

import attrs

from vstbpn.errors import InvalidValueError
from vstbpn.serialisation.json_text import read_with, write_data
from vstbpn.vocabulary import Term

T = TypeVar("T")

_EXPECTED = "expected a value of this library, such as a Reference, or a tuple of values of one class"
_EXPECTED_KIND = "expected a class of this library, such as Reference, or a tuple of one, such as tuple[Mention, ...]"
_NOT_TOLD_APART = "it holds what JSON cannot hold; write what it holds one by one"


def value_to_json(value: object, *, indent: int | None = None) -> str:
    """A value of the library as JSON, or a tuple of values of one class; ``value_from_json`` is its inverse.

    Numbers of targets are decimals in quotes, dates ISO or EDTF; what is at its default is left out. So is what was kept of a
    document of a newer version, for there is no envelope here to tell that version.

    Args:
        value: A ``Reference``, ``Mention``, ``DocumentSymbol``, ``Provision``, ``Target`` … or a tuple of such values,
            as ``find_references`` gives it.
        indent: How many blanks each level is indented by; None for one line.

    Raises:
        InvalidValueError: What is given is none of these.

    >>> from vstbpn.references.finding.scanning import find_references
    >>> from vstbpn.references.provisions.provision import Provision
    >>> value_to_json(Provision(article="5", clause="2"))
    '{"article":"5","clause":"2"}'
    >>> print(value_to_json(find_references("Căn cứ Luật Trẻ em;")))
    [{"reference":{"type":"Luật","name":"Luật Trẻ em","raw":"Luật Trẻ em"},"span":{"start":7,"end":18},...}]
    """
    from vstbpn.serialisation.codec import unstructure

    _check(value)
    return write_data(unstructure(value), indent=indent)


def value_from_json(text: str | bytes, kind: type[T]) -> T:
    """Read a value from JSON; the inverse of ``value_to_json``.

    Strict, as ``from_json``: no value is converted, no key is unknown or repeated.

    Args:
        text: The JSON.
        kind: The class of the value, or ``tuple[Mention, ...]`` for a tuple of values of that class.

    Raises:
        DecodeError: Every fault, with its JSON pointer, what was expected and what was found.
        InvalidValueError: The kind is no class of the library.

    >>> from vstbpn.references.citing.reference import Reference
    >>> from vstbpn.references.provisions.provision import Provision
    >>> value_from_json('{"article": "5", "clause": "2"}', Provision)
    Provision(article='5', clause='2')
    >>> value_from_json('[{"article": "5"}, {"article": 6}]', tuple[Provision, ...])
    Traceback (most recent call last):
    vstbpn.errors.DecodeError: 1 problem in the document
      /1/article: expected a text, found 6
    """
    from vstbpn.serialisation.codec import is_codable, structure

    element: Any = get_args(kind)[0] if _is_tuple(kind) else kind
    if not _is_of_the_library(element):
        raise InvalidValueError("kind", _class_name(kind), _EXPECTED_KIND)
    if not is_codable(element):
        raise InvalidValueError("kind", element.__name__, _NOT_TOLD_APART)
    return read_with(text, lambda data: structure(data, kind))


def _check(value: object) -> None:
    from vstbpn.serialisation.codec import is_codable

    values = value if type(value) is tuple else (value,)
    kinds = {type(one) for one in values}
    if len(kinds) > 1 or not all(map(_is_of_the_library, kinds)):
        raise InvalidValueError("value", _name(value), _EXPECTED)
    if not all(is_codable(kind) for kind in kinds):  # type: ignore[arg-type]  # Classes can be hashed; mypy doubts it of type[Any].
        raise InvalidValueError("value", _name(value), _NOT_TOLD_APART)


def _name(value: object) -> str:
    if type(value) is not tuple:
        return type(value).__name__
    return f"tuple of {', '.join(sorted({type(one).__name__ for one in value}))}"


def _class_name(kind: object) -> str:
    return kind.__name__ if isinstance(kind, type) else str(kind)[:60]


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple and len(get_args(kind)) == 2 and get_args(kind)[1] is ...


def _is_of_the_library(kind: object) -> bool:
    if not isinstance(kind, type) or not kind.__module__.startswith("vstbpn."):
        return False
    return attrs.has(kind) or (issubclass(kind, Term) and kind is not Term)
