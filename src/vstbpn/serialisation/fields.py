"""The fields of a class as JSON holds them (trường dữ liệu): what the codec and the schema both go by."""

import operator
import types
from functools import cache, reduce
from typing import Any, Union, get_args, get_origin

import attrs

from vstbpn.values import fields_of


@cache
def stored_fields(kind: type[attrs.AttrsInstance]) -> tuple["attrs.Attribute[Any]", ...]:
    """The fields of a class that JSON holds, in order: those it is made of, and not what it computes for itself."""
    # A class that holds its own kind ("Section" in Section) names it in quotes.
    attrs.resolve_types(kind)
    return tuple(field for field in fields_of(kind) if field.init)


def type_of(field: "attrs.Attribute[Any]") -> tuple[Any, bool]:
    """The type of a field without None, and whether it may be None."""
    parts = get_args(field.type) if is_union(field.type) else (field.type,)
    kinds = [part for part in parts if part is not type(None)]
    return reduce(operator.or_, kinds), len(kinds) < len(parts)


def is_union(kind: object) -> bool:
    """Whether it is one of several types."""
    return get_origin(kind) in {Union, types.UnionType}


def telling_keys(classes: tuple[type, ...]) -> dict[str | None, type]:
    """The key of each class that tells its objects from those of the others: each of its objects has it, and no other.

    Under None stands the class that has none.
    """
    told: dict[str | None, type] = {}
    for cls in classes:
        others = {field.name for other in classes if other is not cls for field in fields_of(other)}
        own = [field.name for field in fields_of(cls) if field.default is attrs.NOTHING and field.name not in others]
        told[own[0] if own else None] = cls
    return told
