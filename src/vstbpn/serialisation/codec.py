"""Values to plain JSON data and back, strictly: nothing is coerced, and every fault is told with its JSON pointer.

cattrs walks the classes; the hooks here replace its coercing ones (it would take ``5`` for ``"5"`` and ``"x"`` for True).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice, repeat
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter

from vstbpn.constraints import Constraint, constraints_of
from vstbpn.errors import DecodeError, InvalidValueError, Problem, VstbpnError
from vstbpn.serialisation.fields import is_union, stored_fields, telling_keys, type_of
from vstbpn.serialisation.forms import PLAIN, UnexpectedError, form_of
from vstbpn.serialisation.problems import MISSING, Fault, GatheredError, problems_of
from vstbpn.serialisation.under_way import (
    DEEPEST,
    MOST_FAULTS,
    TOO_DEEP,
    TOO_MANY,
    Decoding,
    decoding_now,
    is_deeper,
    keep,
    write_unknown,
)
from vstbpn.values import UNKNOWN, Span

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]


def unstructure(value: object) -> Any:  # noqa: ANN401  # JSON data of any shape.
    """A value as plain JSON data: dicts, lists, text, whole numbers, booleans. Fields at their default are left out.

    Raises:
        InvalidValueError: It is nested too deeply, or a field holds what is not of its type.
    """
    try:
        return _converter().unstructure(value)
    except VstbpnError:
        raise
    except RecursionError:  # The caller's own stack may be nearly full.
        raise InvalidValueError("value", type(value).__name__, "it is nested too deeply to be written") from None
    except (AttributeError, TypeError, ValueError) as error:  # Not every class looks at what its fields are given.
        raise InvalidValueError("value", type(value).__name__, f"a field holds what it may not: {error}") from None


def structure(data: object, kind: type[T], newer: str | None = None) -> T:
    """Plain JSON data as a value.

    Args:
        data: Dicts, lists, texts and so on.
        kind: The class of the value.
        newer: The format and version they are of, where that is a newer minor one: then keys that are not known are kept.

    Raises:
        DecodeError: Everything in the data that does not fit, each with its JSON pointer.
    """
    reading = Decoding(newer)
    token = decoding_now.set(reading)
    try:
        return _converter().structure(data, kind)
    except (VstbpnError, RecursionError) as error:
        problems = _problems(error, data, DEEPEST if newer is None else 2 * DEEPEST)
        if reading.room <= 0:
            problems.insert(0, TOO_MANY)
    finally:
        decoding_now.reset(token)
    # Raised here, so that what was gathered, which may be much, is not held by the error as its context.
    raise DecodeError(problems)


def _problems(error: VstbpnError | RecursionError, data: object, deepest: int) -> list[Problem]:
    """What is wrong with data; of those that nest too deeply no more than that."""
    # No value nests deeper than the bound, so that depth need not be looked at where all is well.
    if isinstance(error, RecursionError) or is_deeper(data, deepest):
        return [TOO_DEEP]
    try:
        return sorted(set(islice(problems_of(error, data), MOST_FAULTS)))
    except RecursionError:  # The caller's own stack may be nearly full.
        return [TOO_DEEP]


@cache
def is_codable(kind: Any) -> bool:  # noqa: ANN401  # A class or a generic alias.
    """Whether values of a class can be written and read back: not where it holds functions, for example."""
    seen: set[Any] = set()
    waiting: list[Any] = [kind]
    while waiting:
        one = waiting.pop()
        if one in seen or form_of(one) is not None:
            continue
        seen.add(one)
        if _is_value(one):
            waiting += [type_of(field)[0] for field in stored_fields(one)]
        elif _is_sequence(one) or _is_choice(one):
            waiting += [element for element in get_args(one) if element is not ...]
        else:
            return False
    return True


@cache
def _converter() -> Converter:
    converter = Converter()
    converter.register_structure_hook_factory(_has_form, lambda kind: _reader_of(converter, kind))
    converter.register_unstructure_hook_factory(_has_form, lambda kind: _writer_of(converter, kind))
    converter.register_structure_hook_factory(_is_choice, lambda kind: _choice_reader(converter, kind))
    converter.register_structure_hook_factory(_is_value, lambda kind: _value_reader(converter, kind))
    converter.register_unstructure_hook_factory(_is_value, lambda kind: _object_writer(converter, kind))
    converter.register_structure_hook_factory(_is_sequence, lambda kind: _sequence_reader(converter, kind))
    converter.register_unstructure_hook_factory(_is_sequence, lambda kind: _sequence_writer(converter, kind))
    return converter


def _has_form(kind: object) -> bool:
    return form_of(kind) is not None


def _reader_of(converter: Converter, kind: Any) -> Hook:  # noqa: ANN401  # A class, a union or a generic alias.
    # Forms are asked first: cattrs has hooks of its own for texts and numbers, which coerce.
    form = form_of(kind)
    if form is not None:
        return form.read
    hook: Hook = converter.get_structure_hook(kind)
    return hook


def _writer_of(converter: Converter, kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401  # As above.
    form = form_of(kind)
    if form is not None:
        return form.write or _itself
    hook: Callable[[Any], Any] = converter.get_unstructure_hook(kind)
    return hook


def _is_value(kind: object) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and not _has_form(kind)


def _is_sequence(kind: object) -> bool:
    return get_origin(kind) is tuple


def _is_choice(kind: object) -> bool:
    """Whether it is a union of classes that are told apart by their keys."""
    return is_union(kind) and all(map(_is_value, get_args(kind)))


class _Table(NamedTuple):
    """How the objects of a class are read."""

    kind: type[Any]
    readers: Mapping[str, tuple[str, type | None, Hook]]
    optional: frozenset[str]
    required: frozenset[str]
    constraints: Mapping[str, tuple[Constraint, ...]]

    @classmethod
    def of(cls, converter: Converter, kind: type[attrs.AttrsInstance]) -> "_Table":
        fields = stored_fields(kind)
        kinds = {field.name: type_of(field)[0] for field in fields}
        return cls(
            kind,
            # What is JSON data already is told by its type, which saves a call for most of all parts. The name stands in the
            # table, too: Python is quick to call with the very names a function was made with, not with others like them.
            {name: (name, one if one in PLAIN else None, _reader_of(converter, one)) for name, one in kinds.items()},
            frozenset(field.name for field in fields if type_of(field)[1]),
            frozenset(field.name for field in fields if field.default is attrs.NOTHING),
            {field.name: told for field in fields if (told := tuple(constraints_of(field)))},
        )

    def error(
        self, made: dict[str, Any], data: dict[str, Any], faults: list[Fault], refused: Exception | None
    ) -> Exception:
        """Everything that is wrong with an object.

        Args:
            made: The parts that could be read.
            data: All parts.
            faults: What is wrong with the others.
            refused: How the class refused the parts; it asks for what it needs, and holds its fields to their constraints.
        """
        every = [*faults, *self._faults_told_by_fields(made, data)]
        decoding_now.get().room -= len(every) - len(faults)
        return GatheredError(every) if every or refused is None else refused

    def _faults_told_by_fields(self, made: dict[str, Any], data: dict[str, Any]) -> Iterator[Fault]:
        yield from ((key, UnexpectedError("a value", MISSING)) for key in self.required - data.keys())
        for name, held in self.constraints.items():
            if made.get(name) is not None:
                broken = next((constraint for constraint in held if not constraint.accepts(made[name])), None)
                if broken is not None:
                    # Of a list what is told is which of its elements is not taken.
                    found = broken.shows(made[name]) if isinstance(data[name], list) else data[name]
                    yield name, UnexpectedError(broken.expected.removeprefix("expected "), found)


def _value_reader(converter: Converter, kind: type[attrs.AttrsInstance]) -> Hook:
    read = _object_reader(converter, kind)
    return _span_reader(read) if kind is Span else read


def _object_reader(converter: Converter, kind: type[attrs.AttrsInstance]) -> Hook:
    """What reads an object: each key with the reader of its field, and then the class of them all."""
    table = _Table.of(converter, kind)
    readers, optional = table.readers, table.optional

    def read(data: Any, _: Any) -> Any:  # noqa: ANN401  # JSON data of any shape.
        if type(data) is not dict:
            raise UnexpectedError("an object", data)
        made: dict[str, Any] = {}
        faults: list[Fault] = []
        unknown: dict[str, Any] = {}
        for key, part in data.items():
            try:
                name, plain, reader = readers[key]
            except KeyError:
                unknown[key] = part
                continue
            if type(part) is plain or (part is None and name in optional):
                made[name] = part
                continue
            try:
                made[name] = reader(part, None)
            except VstbpnError as error:
                decoding_now.get().take(faults, name, error)
        if unknown:
            keep(unknown, kind, made, faults)
        refused: Exception | None = None
        if not faults:
            try:
                return kind(**made)
            except (VstbpnError, TypeError) as error:
                refused = error
        raise table.error(made, data, faults, refused) from None

    return read


def _span_reader(read: Hook) -> Hook:
    """Reads spans, which are half of all objects, without much ado; what is none is told by what reads any object."""

    def read_span(data: Any, _: Any) -> Any:  # noqa: ANN401  # JSON data of any shape.
        if type(data) is dict and len(data) == 2 and "start" in data and "end" in data:
            start, end = data["start"], data["end"]
            if type(start) is int and type(end) is int and 0 <= start <= end:
                return Span(start, end)
        return read(data, None)

    return read_span


def _choice_reader(converter: Converter, kind: Any) -> Hook:  # noqa: ANN401  # A union of classes.
    """Reads an object of one of several classes, told by a key that only one of them has and needs; one class may have none."""
    hooks = {key: _reader_of(converter, one) for key, one in telling_keys(get_args(kind)).items()}
    expected = "an object with one of the keys " + ", ".join(f'"{key}"' for key in hooks if key is not None)

    def read(data: Any, _: Any) -> Any:  # noqa: ANN401  # JSON data of any shape.
        if type(data) is not dict:
            raise UnexpectedError(expected, data)
        meant = [hook for key, hook in hooks.items() if key in data] or [hooks[key] for key in hooks if key is None]
        if len(meant) != 1:
            raise UnexpectedError(expected, data)
        return meant[0](data, None)

    return read


def _sequence_reader(converter: Converter, kind: Any) -> Hook:  # noqa: ANN401  # A generic alias.
    elements = get_args(kind)
    if elements[-1] is not ...:
        return _row_reader(converter, elements)
    # The hook of the elements is looked up when first needed: a class may hold a sequence of itself.
    hook = cache(lambda: _reader_of(converter, elements[0]))

    def read(data: Any, _: Any) -> Any:  # noqa: ANN401  # JSON data of any shape.
        if type(data) is not list:
            raise UnexpectedError("a list", data)
        return _gathered(data, repeat(hook())) if data else ()

    return read


def _row_reader(converter: Converter, elements: tuple[Any, ...]) -> Hook:
    """Reads a list of fixed length, such as a pair."""
    hooks = tuple(_reader_of(converter, element) for element in elements)

    def read(data: Any, _: Any) -> Any:  # noqa: ANN401  # JSON data of any shape.
        if type(data) is not list or len(data) != len(hooks):
            raise UnexpectedError(f"a list of {len(hooks)}", data)
        return _gathered(data, hooks)

    return read


def _gathered(data: list[Any], hooks: Iterable[Hook]) -> tuple[Any, ...]:
    """What hooks make of the elements of a list, one of each; all faults at once."""
    made: list[Any] = []
    faults: list[Fault] = []
    for element, hook in zip(data, hooks, strict=False):
        try:
            made.append(hook(element, None))
        except VstbpnError as error:
            if not decoding_now.get().take(faults, len(made) + len(faults), error):
                break
    if faults:
        raise GatheredError(faults)
    return tuple(made)


def _sequence_writer(converter: Converter, kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401  # A generic alias.
    elements = get_args(kind)
    if elements[-1] is not ...:
        hooks = tuple(_writer_of(converter, element) for element in elements)
        return lambda row: [hook(value) for value, hook in zip(row, hooks, strict=True)]
    hook = cache(lambda: _writer_of(converter, elements[0]))

    def write(values: Any) -> Any:  # noqa: ANN401  # A tuple of values of any class.
        one = hook()
        return list(values) if one is _itself else [one(value) for value in values]

    return write


def _itself(value: Any) -> Any:  # noqa: ANN401  # What is JSON data already.
    return value


def _object_writer(converter: Converter, kind: type[attrs.AttrsInstance]) -> Callable[[Any], dict[str, Any]]:
    """What writes the values of a class: its fields in order, those at their default left out.

    The function is made as source once for each class, as attrs and cattrs make theirs; the one of cattrs puts the fields
    that have no default before the others, and compares with ``!=`` where ``is not None`` says it ten times faster.
    """
    lines, names = ["def write(value):"], dict[str, Any](kind=kind)
    if kind is not Span:
        # What a class derived from it has besides would be lost.
        lines.append(
            ' if type(value) is not kind: raise TypeError(f"{type(value).__name__} instead of {kind.__name__}")'
        )
    lines.append(" made = {}")
    for field in stored_fields(kind):
        name = field.name
        names |= {f"write_{name}": _field_writer(converter, field), f"default_{name}": field.default}
        written = "part" if names[f"write_{name}"] is _itself else f"write_{name}(part)"
        lines += [f" part = value.{name}", f" {_unless_default(field, name)} made[{name!r}] = {written}"]
    if UNKNOWN in attrs.fields_dict(kind):
        lines += [f" if value.{UNKNOWN} is not None: write_unknown(made, value.{UNKNOWN})"]
        names["write_unknown"] = write_unknown
    lines.append(" return made")
    exec("\n".join(lines), names)  # noqa: S102  # Made of the names of fields alone.
    write: Callable[[Any], dict[str, Any]] = names["write"]
    return write


def _unless_default(field: "attrs.Attribute[Any]", name: str) -> str:
    default: Any = field.default
    if default is attrs.NOTHING:
        return "if True:"
    if default is None:
        return "if part is not None:"
    if default == () or default is False or default == "":
        return "if part:"
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # Factory is a class at run time, a function to type checkers.
        # Spans are not compared, so that a header of spans alone equals the empty one, and is written all the same.
        return f"if write_{name}(part):"
    return f"if part != default_{name}:"


def _field_writer(converter: Converter, field: "attrs.Attribute[Any]") -> Callable[[Any], Any]:
    kind, is_optional = type_of(field)
    if _is_choice(kind):
        return converter.unstructure
    hook = _writer_of(converter, kind)
    if is_optional and field.default is not None and hook is not _itself:
        return lambda value: None if value is None else hook(value)
    return hook
