"""The documents that tables are made of (văn bản đưa vào bảng): one plan, what a text was read into, or many of them."""

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from vstbpn.errors import InvalidValueError, shown
from vstbpn.plans.plan import Plan


class HasDocuments(Protocol):
    """What holds documents, as a ``Reading`` does (kết quả đọc)."""

    @property
    def documents(self) -> tuple[Plan, ...]:
        """The documents, in order."""


Document = Plan | HasDocuments
Name = str | os.PathLike[str]
Documents = Document | Mapping[Any, Document] | Iterable[Document | tuple[Name, Document]]
"""A plan, a reading, or many of them: by the name of their file, as pairs of name and document, or without names."""

_EXPECTED = "expected a Plan, a Reading, pairs (name, plan) or a mapping of names to plans"


class Named(NamedTuple):
    """The documents of one file, and its name."""

    file: str | None
    plans: tuple[Plan, ...]


def each_document(documents: Documents) -> Iterator[Named]:
    """The documents of each file, one after the other as they are given, so that of many one is held at a time.

    Raises:
        InvalidValueError: Something else is given, as soon as it comes.

    >>> [(file, len(plans)) for file, plans in each_document({"a.txt": Plan(), "b.txt": Plan()})]
    [('a.txt', 1), ('b.txt', 1)]
    """
    alone = _plans(documents)
    if alone is not None:
        return iter([Named(None, alone)])
    given: object = documents.items() if isinstance(documents, Mapping) else documents
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise InvalidValueError("documents", shown(documents), _EXPECTED)
    return map(_named, given)


def _named(given: Any) -> Named:  # noqa: ANN401  # Whatever came.
    name, document = None, given
    if isinstance(given, tuple) and len(given) == 2:
        name, document = _name(given[0]) or None, given[1]
    plans = _plans(document)
    if plans is None:
        raise InvalidValueError("document", shown(document), _EXPECTED)
    return Named(name, plans)


def _name(given: object) -> str:
    name = os.fspath(given) if isinstance(given, str | os.PathLike) else None
    if not isinstance(name, str):
        raise InvalidValueError("name of a document", shown(given), "expected a text or a path")
    return name


def _plans(document: object) -> tuple[Plan, ...] | None:
    """The documents of one that was given; None if it is none. A reading is known by what it holds, being of a neighbouring room."""
    if isinstance(document, Plan):
        return (document,)
    held = getattr(document, "documents", None)
    if isinstance(held, tuple) and all(isinstance(one, Plan) for one in held):
        return held
    return None
