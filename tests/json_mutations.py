"""JSON data with something wrong in them, made of good data: to see whether two readers take the same.

Half of the changes know nothing but JSON; the others look into the schema for the keys that might stand in a place and for
what might be their values, so that they come to parts which no good document of the day has.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from random import Random
from typing import Any

Path = tuple[str | int, ...]
Schema = Mapping[str, Any]

STRANGERS: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 1.0, 1.5, 10**30, "", " ", "0", "x", "không", [], {}, [None], [[]], {"x": 1},
)  # fmt: skip
"""What is of another type nearly everywhere."""
TEXTS = (
    "2025-02-30", "2025-02-29", "2024-02-29", "20250201", "2025-13-01", "0000-01-01", "2025-01-01T00:00", "2025-06-XX",
    "XXXX-06", "--06-31", "---31", "2020-2016", "2016-2020", "31/2 âm lịch", "10/3 âm lịch", "2025-Q5", "2025-06",
    "+5", "05", "5.", ".5", "-0", "-5", "1e3", "99.50", "1/0", "187/3", "1,5", "NaN", "%", "12", "1a", "IV", "đ",
    "a b", "a  b", "a\nb", "\u00a0", "x" * 401, "9" * 101, "12/KH-UBND", "01/2025/TT-BTC", "Luật", "{name}", "{", "vi",
)  # fmt: skip
LETTERS = " \t\n\r\x1c\u00a0\u200b\u2028x0A９đ'-/.,;:&_{}\u0301"
STRAY_KEYS = ("format", "version", "$schema", "unknown", "type", "x")
MOST_LEVELS = 4


class View:
    """A schema as seen from a document that follows it."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema

    def resolved(self, schema: Schema) -> list[Schema]:
        """What a schema may stand for: its references followed, or each of its choices."""
        if "anyOf" in schema:
            return [one for choice in schema["anyOf"] for one in self.resolved(choice)]
        found = [self.resolved(part)[0] for part in schema.get("allOf", ())]
        if "$ref" in schema:
            found.append(self.schema["$defs"][schema["$ref"].rpartition("/")[2]])
        made = {key: value for one in (*found, schema) for key, value in one.items() if key not in {"$ref", "allOf"}}
        if "properties" in made:
            made["properties"] = {
                key: value for one in (*found, schema) for key, value in one.get("properties", {}).items()
            }
        return [made]

    def at(self, path: Path) -> list[Schema]:
        """What the schema has to say of a place in a document; several schemas, where there is a choice."""
        found = self.resolved(self.schema)
        for key in path:
            found = [inner for one in found for step in _steps(one, key) for inner in self.resolved(step)]
        return found

    def example(self, schema: Schema, pool: Sequence[str], random: Random, level: int = 0) -> Any:  # noqa: ANN401  # JSON data.
        """Data a schema takes, as far as one can tell without going into patterns."""
        schema = random.choice(self.resolved(schema))
        if "const" in schema or "enum" in schema:
            return schema["const"] if "const" in schema else random.choice(schema["enum"])
        match schema.get("type"):
            case "object":
                return self._object(schema, pool, random, level)
            case "array":
                items = [*schema.get("prefixItems", [])]
                if schema.get("items"):
                    count = max(schema.get("minItems", 0), random.randint(0, 2) if level < MOST_LEVELS else 0)
                    items += [schema["items"]] * count
                return [self.example(item, pool, random, level + 1) for item in items]
            case "string":
                fitting = _fitting(schema.get("pattern", ""), (*TEXTS, *pool))
                return random.choice(fitting or TEXTS)
            case "integer":
                first = schema.get("minimum", -2)
                return random.choice([first, first + 1, schema.get("maximum", 2025), 2025])
            case "boolean":
                return random.random() < 0.5
        return None

    def _object(self, schema: Schema, pool: Sequence[str], random: Random, level: int) -> dict[str, Any]:
        share = 0.3 if level < MOST_LEVELS else 0.0
        return {
            key: self.example(value, pool, random, level + 1)
            for key, value in schema["properties"].items()
            if key in schema.get("required", ()) or random.random() < share
        }


def _steps(schema: Schema, key: str | int) -> Iterator[Schema]:
    if isinstance(key, str):
        if key in schema.get("properties", ()):
            yield schema["properties"][key]
    elif key < len(schema.get("prefixItems", ())):
        yield schema["prefixItems"][key]
    elif schema.get("items"):
        yield schema["items"]


@lru_cache(maxsize=512)
def _fitting(pattern: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    compiled = re.compile(pattern)
    return tuple(text for text in texts if compiled.search(text))


def places(data: object, path: Path = ()) -> Iterator[Path]:
    """All places in data, the whole first."""
    yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from places(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from places(value, (*path, number))


def part_of(data: Any, path: Path) -> Any:  # noqa: ANN401  # JSON data.
    """What stands in a place."""
    for key in path:
        data = data[key]
    return data


def replaced(data: Any, path: Path, part: object) -> Any:  # noqa: ANN401  # JSON data.
    """Data with another part in a place; the data given stay as they are."""
    if not path:
        return part
    made: Any = dict(data) if isinstance(data, dict) else list(data)
    made[path[0]] = replaced(data[path[0]], path[1:], part)
    return made


def mutated(document: Any, view: View, random: Random) -> Any:  # noqa: ANN401  # JSON data.
    """A document with one to three changes anywhere in it."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        by_shape: dict[Path, list[Path]] = {}
        for path in places(document):
            # A long list is no likelier to be changed than a short one.
            by_shape.setdefault(tuple("*" if isinstance(key, int) else key for key in path), []).append(path)
        path = random.choice(random.choice(list(by_shape.values())))
        document = replaced(document, path, _changed(document, path, view, random))
    return document


def _changed(document: Any, path: Path, view: View, random: Random) -> Any:  # noqa: ANN401  # JSON data.
    part = part_of(document, path)
    elsewhere = [part_of(document, place) for place in places(document)]
    chance = random.random()
    if chance < 0.15:
        return random.choice(STRANGERS)
    if chance < 0.2:
        return random.choice(elsewhere)
    if chance < 0.3 and path and (found := view.at(path)):
        return view.example(random.choice(found), _texts(elsewhere), random)
    match part:
        case bool():
            return random.choice([not part, int(part), str(part).lower()])
        case int():
            return _other_number(part, view.at(path), random)
        case str():
            return _other_text(part, _texts(elsewhere), random)
        case list():
            return _other_list(part, elsewhere, random)
        case dict():
            return _other_object(part, elsewhere, view, path, random)
    return random.choice(STRANGERS)


def _texts(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if isinstance(value, str)}))


def _other_number(number: int, schemas: Sequence[Schema], random: Random) -> object:
    bounds = [schema[key] for schema in schemas for key in ("minimum", "maximum") if key in schema]
    near = [bound + step for bound in bounds for step in (-1, 0, 1)]
    return random.choice(
        [number + 1, number - 1, -number, number * 10, float(number), number + 0.5, str(number), *near]
    )


def _other_text(text: str, others: Sequence[str], random: Random) -> str:
    place = random.randint(0, len(text))
    cut = place + 1 if text else 0
    letter = random.choice(LETTERS)
    return random.choice(
        [
            text[:place] + text[cut:],
            text[:place] + letter + text[place:],
            text[:place] + letter + text[cut:],
            text + random.choice(" \n0x"),
            " " + text,
            text.upper(),
            unicodedata.normalize("NFD", text),
            text.translate({48 + digit: 0x0660 + digit for digit in range(10)}),
            re.sub("[0-9]", lambda match: str((int(match[0]) + 1) % 10), text, count=random.randint(1, 3)),
            random.choice(TEXTS),
            random.choice(others) if others else "",
            text * 200,
        ]
    )


def _other_list(values: list[Any], elsewhere: Sequence[Any], random: Random) -> list[Any]:
    place = random.randint(0, max(len(values) - 1, 0))
    return random.choice(
        [
            [],
            values[:place] + values[place + 1 :],
            values[: place + 1] + values[place:],
            values[::-1],
            [*values, *(unicodedata.normalize("NFD", value) for value in values if isinstance(value, str))],
            [*values, random.choice(elsewhere)],
            [*values, random.choice(STRANGERS)],
        ]
    )


def _other_object(
    members: dict[str, Any], elsewhere: Sequence[Any], view: View, path: Path, random: Random
) -> dict[str, Any]:
    chance = random.random()
    if members and chance < 0.3:
        dropped = random.choice(list(members))
        return {key: value for key, value in members.items() if key != dropped}
    if members and chance < 0.4:
        renamed = random.choice(list(members))
        return {key.upper() if key == renamed else key: value for key, value in members.items()}
    if chance < 0.5:
        return {**members, random.choice(STRAY_KEYS): random.choice([*elsewhere, *STRANGERS])}
    known = [(key, value) for schema in view.at(path) for key, value in schema.get("properties", {}).items()]
    if not known:
        return members
    key, schema = random.choice([(key, value) for key, value in known if key not in members] or known)
    likely = view.example(schema, _texts(elsewhere), random)
    return {**members, key: likely if random.random() < 0.8 else random.choice([*elsewhere, *STRANGERS])}
