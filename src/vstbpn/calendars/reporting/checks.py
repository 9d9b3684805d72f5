"""Refusing at once what is not of the type a calendar takes."""

from vstbpn.errors import InvalidValueError, shown


def check_is(what: str, value: object, kind: type | tuple[type, ...], example: str) -> None:
    """Refuse a value that is of another type than the one, or one of those, that are taken.

    Raises:
        InvalidValueError: It is of another; the one expected is told, with an example.

    >>> check_is("year", "2026", int, "2026")
    Traceback (most recent call last):
    vstbpn.errors.InvalidValueError: invalid year '2026': expected a value of type int, as in 2026
    """
    # What is true or false counts as a number, but is none to anybody who writes it.
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        names = " or ".join(one.__name__ for one in (kind if isinstance(kind, tuple) else (kind,)))
        raise InvalidValueError(what, shown(value), f"expected a value of type {names}, as in {example}")
