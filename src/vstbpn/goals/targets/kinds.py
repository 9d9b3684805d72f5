"""Of which kind the fields of a value are (kiểu của trường), checked when it is made."""

from fractions import Fraction
from typing import Any

from vstbpn.constraints import Constraint
from vstbpn.errors import InvalidValueError, shown
from vstbpn.values import Span

MOST_DIGITS = 400
"""How many digits a number given by a caller may have; more could not be shown to anybody."""

_LARGEST: int = 10**MOST_DIGITS


def check_kind(name: str, value: object, kind: type, *, is_optional: bool = False) -> None:
    """Refuse a field of another kind; True is no number.

    Raises:
        InvalidValueError: It is of another.

    >>> check_kind("name", None, str)
    Traceback (most recent call last):
    vstbpn.errors.InvalidValueError: invalid name 'None': expected a str
    """
    if is_optional and value is None:
        return
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise InvalidValueError(name, shown(value), f"expected a {kind.__name__}")


def check_tuple(name: str, values: Any, kind: type) -> None:  # noqa: ANN401  # Whatever stands in the field.
    """Refuse a field that is no tuple of values of a kind. Raises as ``check_kind``."""
    check_kind(name, values, tuple)
    for value in values:
        check_kind(name, value, kind)


def tuple_taken(name: str, kind: type) -> Constraint:
    """Takes tuples of values of a kind; it stands before the constraint that says which of them are taken.

    >>> tuple_taken("gaps", str).check(("2025-Q1", 2))
    Traceback (most recent call last):
    vstbpn.errors.InvalidValueError: invalid gaps '2': expected a str
    """

    def accepts(values: object) -> bool:
        return isinstance(values, tuple) and all(isinstance(value, kind) for value in values)

    def shows(values: object) -> str:
        return shown(
            next((one for one in values if not isinstance(one, kind)), values) if isinstance(values, tuple) else values
        )

    return Constraint(name, f"expected a {kind.__name__}", accepts, {}, shows=shows)


def check_pairs(name: str, values: Any) -> None:  # noqa: ANN401  # As above.
    """Refuse a field that is no tuple of pairs of texts. Raises as ``check_kind``."""
    check_tuple(name, values, tuple)
    for pair in values:
        if len(pair) != 2 or not all(isinstance(text, str) for text in pair):
            raise InvalidValueError(name, shown(pair), "expected pairs of texts")


def check_span(span: object) -> None:
    """Refuse what is no place. Raises as ``check_kind``."""
    check_kind("span", span, Span, is_optional=True)


def is_long(number: int | Fraction) -> bool:
    """Whether a number has more digits than anybody can read."""
    return abs(number.numerator) >= _LARGEST or number.denominator >= _LARGEST
