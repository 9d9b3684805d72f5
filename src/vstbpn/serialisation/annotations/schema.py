"""The JSON Schema of one annotation (lược đồ), made from the keys of the kinds."""

from typing import Any

from vstbpn.serialisation.annotations.kinds import KINDS, Kind, keys_of
from vstbpn.serialisation.annotations.shapes import schema_of_keys

SCHEMA_ID = "urn:vstbpn:schema:annotation:1.1"
"""The name of the schema; its minor version tells that keys were added."""

_BEYOND = (
    "What this schema cannot say and reading refuses all the same: start is less than end, text has end - start code points, "
    "the first year of a period is none after its last, no key stands twice, and "
    "a value can be made of what the keys say together: a range has an upper figure."
)


def annotation_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one annotation, as a line of ``vstbpn annotate`` holds it (lược đồ chú giải).

    The kind decides which further keys there are. Every annotation that ``annotate`` makes is valid.

    >>> schema = annotation_schema()
    >>> schema["$schema"], schema["$defs"]["legal_basis"]["properties"]["kind"]["const"]
    ('https://json-schema.org/draft/2020-12/schema', 'legal_basis')
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Annotation",
        "description": "What stands where in a text, with offsets in code points (chú giải).",
        "$comment": _BEYOND,
        "type": "object",
        "required": ["kind"],
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in KINDS],
        "$defs": {name: _of_kind(kind) for name, kind in KINDS.items()},
    }


def _of_kind(kind: Kind) -> dict[str, Any]:
    schema = schema_of_keys(keys_of(kind))
    schema["properties"]["kind"] = {"const": kind.name}
    return {"description": kind.marks, **schema}
