"""Serialisation (tuần tự hóa): exact JSON for other tools, its schema, streams of it, and annotations."""

from typing import TYPE_CHECKING

from vstbpn.lazy import loader

if TYPE_CHECKING:
    from vstbpn.serialisation.annotations.writing import annotate as annotate
    from vstbpn.serialisation.documents import from_json as from_json
    from vstbpn.serialisation.documents import to_json as to_json
    from vstbpn.serialisation.json_lines import dump_lines as dump_lines
    from vstbpn.serialisation.json_lines import load_lines as load_lines
    from vstbpn.serialisation.kinds import KINDS as KINDS
    from vstbpn.serialisation.kinds import DocumentKind as DocumentKind
    from vstbpn.serialisation.schema import json_schema as json_schema
    from vstbpn.serialisation.values import value_from_json as value_from_json
    from vstbpn.serialisation.values import value_to_json as value_to_json

_HOMES = {
    "KINDS": "kinds",
    "DocumentKind": "kinds",
    "annotate": "annotations.writing",
    "dump_lines": "json_lines",
    "from_json": "documents",
    "json_schema": "schema",
    "load_lines": "json_lines",
    "to_json": "documents",
    "value_from_json": "values",
    "value_to_json": "values",
}

__all__ = [
    "KINDS",
    "DocumentKind",
    "annotate",
    "dump_lines",
    "from_json",
    "json_schema",
    "load_lines",
    "to_json",
    "value_from_json",
    "value_to_json",
]

__getattr__ = loader(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
