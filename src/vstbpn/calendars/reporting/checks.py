"""Refusing at once what is not of the type a calendar takes."""

from vstbpn.constraints import Constraint
from vstbpn.errors import InvalidValueError, shown


def check_is(what: str, value: object, kind: type | tuple[type, ...], example: str) -> None:
    """Refuse a value that is of another type than the one, or one of those, that are taken.

    Raises:
        InvalidValueError: It is of another; the one expected is told, with an example.

    >>> check_is("year", "2026", int, "2026")
    Traceback (most recent call last):
    vstbpn.errors.InvalidValueError: invalid year '2026': expected a value of type int, as in 2026
    """
    if not _is(value, kind):
        raise InvalidValueError(what, shown(value), _expected(kind, example))


def of_type(what: str, kind: type | tuple[type, ...], example: str) -> Constraint:
    """Takes values of a type, and refuses others as ``check_is`` does; JSON Schema tells the type of a field anyway.

    It stands before the constraint that says which values of the type are taken.

    >>> of_type("year", int, "2026").check("2026")
    Traceback (most recent call last):
    vstbpn.errors.InvalidValueError: invalid year '2026': expected a value of type int, as in 2026
    """
    return Constraint(what, _expected(kind, example), lambda value: _is(value, kind), {})


def tuple_of(what: str, kind: type) -> Constraint:
    """Takes a tuple of values of a type; as ``of_type``.

    >>> tuple_of("years", int).check([2026])
    Traceback (most recent call last):
    vstbpn.errors.InvalidValueError: invalid years 'list': expected a tuple of values of type int
    """
    return Constraint(
        what,
        f"expected a tuple of values of type {kind.__name__}",
        lambda values: isinstance(values, tuple) and all(_is(value, kind) for value in values),
        {},
    )


def _is(value: object, kind: type | tuple[type, ...]) -> bool:
    # What is true or false counts as a number, but is none to anybody who writes it.
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))


def _expected(kind: type | tuple[type, ...], example: str) -> str:
    names = " or ".join(one.__name__ for one in (kind if isinstance(kind, tuple) else (kind,)))
    return f"expected a value of type {names}, as in {example}"
