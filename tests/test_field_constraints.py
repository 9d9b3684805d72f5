"""What the fields of public values take: said once, refused in Python, and said in JSON Schema by words that mean the same."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # It ships no types.

from test_strategies import CLASSES, VALUES
from vstbpn.constraints import Constraint, constraints_of
from vstbpn.errors import InvalidValueError
from vstbpn.serialisation.codec import unstructure
from vstbpn.serialisation.fields import stored_fields, type_of

NAMES = sorted(name for name in VALUES if any(list(constraints_of(field)) for field in attrs.fields(CLASSES[name])))
FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
WRONG: tuple[object, ...] = (object(), 5.5, b"x", [], ["x"], {"a": 1}, (object(),), {1})
"""What no field with a constraint takes; some of it cannot be hashed."""

PYTHON_ONLY = re.compile(r"\\[wWdDsSZAB]|\(\?P|\(\?>|[*+?}]\+|\(\?[aiLmsux]")
"""What patterns of Python have that those of ECMAScript lack, or mean otherwise."""


def fields(name: str) -> Iterator[tuple["attrs.Attribute[Any]", list[Constraint]]]:
    """The fields of a class that have constraints."""
    for field in stored_fields(CLASSES[name]):
        if constraints := list(constraints_of(field)):
            yield field, constraints


TEXTS = [
    pytest.param(constraint, id=f"{name}.{field.name}")
    for name in NAMES
    for field, constraints in fields(name)
    for constraint in constraints
    if type_of(field)[0] is str and constraint.keywords
]
"""What fields of text take, where JSON Schema can say some of it."""


def patterns(keywords: object) -> Iterator[str]:
    """The patterns in keywords of JSON Schema."""
    if isinstance(keywords, Mapping):
        for key, value in keywords.items():
            if key == "pattern":
                yield value
            else:
                yield from patterns(value)
    elif isinstance(keywords, list | tuple):
        for one in keywords:
            yield from patterns(one)


def says(constraint: Constraint, text: str) -> bool:
    """Whether the keywords take a text, with patterns that end where ECMAScript ends them: before no line end."""
    others = {key: value for key, value in constraint.keywords.items() if key != "pattern"}
    pattern = constraint.keywords.get("pattern", "")
    if pattern.endswith("$"):
        pattern = f"{pattern}(?!\n)"
    return Draft202012Validator(others).is_valid(text) and re.search(pattern, text) is not None


def texts(constraint: Constraint) -> st.SearchStrategy[str]:
    """Texts that fit the pattern, and others, a letter of which may be one of what the pattern speaks of."""
    pattern = constraint.keywords.get("pattern")
    alphabet = st.sampled_from("aAđĐ0159IVX.,:;-/& _\n{}é") | st.characters()
    near = st.text(alphabet, max_size=8)
    if not isinstance(pattern, str):
        return near
    fitting = st.from_regex(re.compile(pattern))
    return near | fitting | fitting.map(lambda text: text[1:])


class TestPatterns:
    """Patterns mean the same in Python and in ECMAScript."""

    @pytest.mark.parametrize("name", NAMES)
    def test_they_use_what_both_know(self, name: str) -> None:
        for field, constraints in fields(name):
            for pattern in patterns([constraint.keywords for constraint in constraints]):
                assert not PYTHON_ONLY.search(pattern), f"{field.name}: {pattern}"
                re.compile(pattern)


class TestWrongKinds:
    """What is of another type is refused with the library's own error."""

    @pytest.mark.parametrize("name", NAMES)
    def test_each_field(self, name: str) -> None:
        @given(VALUES[name]().filter(lambda value: type(value) is CLASSES[name]))
        @settings(max_examples=2, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
        def law(value: Any) -> None:  # noqa: ANN401  # A value of any class.
            for field, constraints in fields(name):
                for wrong in WRONG:
                    assert not all(constraint.accepts(wrong) for constraint in constraints), field.name
                    try:
                        made = attrs.evolve(value, **{field.name: wrong})
                    except InvalidValueError:
                        continue
                    # Only a converter can have made something of it, as of a list for a tuple.
                    assert all(constraint.accepts(getattr(made, field.name)) for constraint in constraints), field.name

        law()


class TestKeywords:
    """JSON Schema refuses nothing that a field takes; and where the keywords are the whole, takes nothing that it refuses."""

    @pytest.mark.parametrize("name", NAMES)
    def test_what_values_hold(self, name: str) -> None:
        @given(VALUES[name]().filter(lambda value: type(value) is CLASSES[name]))
        @settings(FEW, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
        def law(value: Any) -> None:  # noqa: ANN401  # A value of any class.
            written = unstructure(value)
            if not isinstance(written, dict):
                return  # A date, which is a text with a pattern of its own.
            for field, constraints in fields(name):
                for constraint in constraints:
                    if written.get(field.name) is not None:
                        Draft202012Validator(dict(constraint.keywords)).validate(written[field.name])

        law()

    @pytest.mark.parametrize("constraint", TEXTS)
    def test_texts(self, constraint: Constraint) -> None:
        @given(texts(constraint))
        @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
        def law(text: str) -> None:
            if constraint.accepts(text):
                assert says(constraint, text)
            elif constraint.is_whole:
                assert not says(constraint, text)

        law()
