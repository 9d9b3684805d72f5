"""JSON Schema (lược đồ JSON) of each kind of document, made of the same fields, forms and constraints as the codec."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

import attrs

from vstbpn.constraints import constraints_of
from vstbpn.serialisation.codec import unstructure
from vstbpn.serialisation.descriptions import Description, description_of, plain_words
from vstbpn.serialisation.fields import is_union, stored_fields, type_of
from vstbpn.serialisation.forms import PLAIN, Form, form_of
from vstbpn.serialisation.kinds import ANNOTATION, DocumentKind, kind_named, kind_of
from vstbpn.values import KEYWORDS
from vstbpn.vocabulary import Term

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_ABOUT = {
    "integer": {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"},
    "string": {"pattern", "minLength", "maxLength"},
    "array": {"items", "minItems", "maxItems", "uniqueItems"},
    "object": {"properties", "required"},
}
"""The keywords that have to do with one type alone."""

_BEYOND = "What the library refuses, whether or not this schema can say so: "


def json_schema(kind: str | type) -> Schema:
    """The JSON Schema (2020-12) of a kind of document (lược đồ JSON).

    It says of documents of the newest version exactly what ``from_json`` takes, but for what a ``$comment`` tells: what has to
    do with several fields.

    Args:
        kind: The name of the kind: ``plan``, ``reading``, ``directory`` …; ``KINDS`` holds them all. Or its class. The name
            ``annotation`` is for what ``annotate`` gives.

    Raises:
        NotFoundError: There is no such kind; the candidates are those of a name like it, or all.
        InvalidValueError: Values of that class are no documents.

    >>> schema = json_schema("plan")
    >>> schema["$id"], schema["$defs"]["Section"]["properties"]["level"]["maximum"]
    ('urn:vstbpn:schema:plan:2.1', 32)
    """
    if kind == ANNOTATION:
        from vstbpn.serialisation.annotations.schema import annotation_schema

        return annotation_schema()
    return _Writer().document(kind_of(kind) if isinstance(kind, type) else kind_named(kind))


def schema_text(schema: Schema) -> str:
    r"""A schema as it is published (văn bản lược đồ): on many lines, and what cannot be seen as an escape.

    >>> print(schema_text({"pattern": "[^\u3000]"}))
    {
      "pattern": "[^\u3000]"
    }
    """
    text = json.dumps(schema, ensure_ascii=False, indent=2)
    return "".join(one if one.isprintable() or one == "\n" else f"\\u{ord(one):04x}" for one in text)


class _Writer:
    """Writes one schema, and each class it comes upon once."""

    def __init__(self) -> None:
        self._definitions: dict[str, Schema] = {}
        self._waiting: list[type[attrs.AttrsInstance]] = []

    def document(self, kind: DocumentKind) -> Schema:
        body = self._object(kind.cls)
        envelope: Schema = {
            "$schema": {"type": "string", "description": "The schema the document follows."},
            "format": {"const": kind.format, "description": "What the document is."},
            "version": {"const": kind.version, "description": "Minor versions add keys, major versions break."},
        }
        while self._waiting:
            cls = self._waiting.pop(0)
            self._definitions[cls.__name__] = self._object(cls)
        return {
            "$schema": DIALECT,
            "$id": kind.schema,
            "title": kind.cls.__name__,
            **body,
            "properties": {**envelope, **body["properties"]},
            "required": ["format", "version", *body.get("required", [])],
            "$defs": dict(sorted(self._definitions.items())),
        }

    def _object(self, cls: type[attrs.AttrsInstance]) -> Schema:
        described = description_of(cls)
        fields = stored_fields(cls)
        schema: Schema = {"description": described.summary, "type": "object"}
        if comment := _comment(cls, described):
            schema["$comment"] = comment
        schema["properties"] = {field.name: self._field(field, described) for field in fields}
        if required := [field.name for field in fields if field.default is attrs.NOTHING]:
            schema["required"] = required
        schema["additionalProperties"] = False
        return schema

    def _field(self, field: "attrs.Attribute[Any]", described: Description) -> Schema:
        kind, is_optional = type_of(field)
        schema = self._of(kind)
        for keywords in (field.metadata.get(KEYWORDS, {}), *(one.keywords for one in constraints_of(field))):
            schema = self._merged(schema, keywords)
        if is_optional:
            schema = {"anyOf": [schema, {"type": "null"}]}
        told: Schema = {}
        if words := described.fields.get(field.name) or _place(field.name):
            told["description"] = words
        if field.default is not attrs.NOTHING:
            told["default"] = _default(field)
        return {**told, **_with_room(schema)} if told else schema

    def _of(self, kind: Any) -> Schema:  # noqa: ANN401  # A class or a generic alias.
        form = form_of(kind)
        if form is not None:
            return self._form(kind, form)
        if get_origin(kind) is tuple:
            return self._sequence(get_args(kind))
        if is_union(kind):
            return {"anyOf": [self._of(one) for one in get_args(kind)]}
        if kind.__name__ not in self._definitions:
            self._definitions[kind.__name__] = {}
            self._waiting.append(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def _form(self, kind: Any, form: Form) -> Schema:  # noqa: ANN401  # A class or a union of classes.
        if is_union(kind):
            return {"anyOf": [self._of(one) for one in get_args(kind)]}
        if kind in PLAIN:
            return dict(form.schema)
        name = _name(kind)
        comment = {"$comment": _BEYOND + form.beyond} if form.beyond else {}
        self._definitions[name] = {"description": _meaning(kind, form), **comment, **form.schema}
        return {"$ref": f"#/$defs/{name}"}

    def _sequence(self, elements: tuple[Any, ...]) -> Schema:
        if elements[-1] is ...:
            return {"type": "array", "items": self._of(elements[0])}
        count = len(elements)
        row = [self._of(element) for element in elements]
        return {"type": "array", "prefixItems": row, "items": False, "minItems": count, "maxItems": count}

    def _merged(self, schema: Schema, keywords: Mapping[str, Any]) -> Schema:
        """A schema with further keywords, each where the type stands it has to do with, as strict validators want it.

        Of a choice those of its parts get them that are of the type; of a list its elements get those for them. A keyword
        that is there already with another value, such as a pattern, is to hold beside it.
        """
        if not keywords:
            return schema
        if "anyOf" in schema:
            return {**schema, "anyOf": [self._merged(one, self._about(one, keywords)) for one in schema["anyOf"]]}
        made = {**_with_room(schema), "type": self._type_of(schema)}
        for key, value in keywords.items():
            if key == "items" and isinstance(made.get(key), dict):
                made[key] = self._merged(made[key], value)
            elif made.get(key, value) != value:
                made["allOf"] = [*made.get("allOf", ()), {key: value}]
            else:
                made[key] = value
        return made

    def _about(self, schema: Schema, keywords: Mapping[str, Any]) -> Mapping[str, Any]:
        """The keywords that have to do with what a schema takes, and those that have with anything."""
        others = {key for kind, keys in _ABOUT.items() if kind != self._type_of(schema) for key in keys}
        return {key: value for key, value in keywords.items() if key not in others}

    def _type_of(self, schema: Schema) -> str:
        """The type of what a schema takes, its reference followed; classes are not written yet when they are referred to."""
        if "$ref" in schema:
            schema = self._definitions[schema["$ref"].rpartition("/")[2]] or {"type": "object"}
        kind: str = schema.get("type", "string")  # Terms are texts.
        return kind


def _place(name: str) -> str | None:
    """What there is to say of a field that holds a place, where its class says nothing of it."""
    if name == "span":
        return "Where it stands in the text (vị trí trong văn bản)."
    return f"Where the {name.removesuffix('_span')} stands." if name.endswith("_span") else None


def _with_room(schema: Schema) -> Schema:
    """A schema that further keywords may stand in; generators of types copy a definition that is referred to beside others."""
    return {"allOf": [schema]} if "$ref" in schema else dict(schema)


def _name(kind: type) -> str:
    """The name of a definition; they begin with capitals."""
    return kind.__name__[0].upper() + kind.__name__[1:]


def _meaning(kind: type, form: Form) -> str:
    """What a text means: of a closed list, each of its words; of days and numbers, how they are written."""
    if issubclass(kind, Term):
        words = "; ".join(f'"{term.value}" {term.en} ({term.vi})' for term in kind)
        return f"{description_of(kind).summary} {words}."
    return f"{form.expected[0].upper()}{form.expected[1:]} ({form.term})."


def _default(field: "attrs.Attribute[Any]") -> Any:  # noqa: ANN401  # JSON data of any shape.
    default: Any = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # Factory is a class at run time, a function to type checkers.
        default = default.factory()
    return list(map(unstructure, default)) if isinstance(default, tuple) else unstructure(default)


def _comment(cls: type[attrs.AttrsInstance], described: Description) -> str:
    """What of a class the schema cannot say, in words."""
    # Classes without either are checked by the constraints of their fields alone, of which the schema tells.
    checks_more = hasattr(cls, "__attrs_post_init__") or hasattr(cls, "__attrs_init__")
    said = [described.raises] if checks_more and described.raises else []
    said += _constraints_in_part(cls)
    return _BEYOND + " ".join(said) if said else ""


def _constraints_in_part(cls: type[attrs.AttrsInstance]) -> Iterator[str]:
    for field in stored_fields(cls):
        for constraint in constraints_of(field):
            if not constraint.is_whole:
                yield f"{field.name}: {plain_words(constraint.expected)}."
