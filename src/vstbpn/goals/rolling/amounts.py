"""The counts of an indicator in parts of one size (đưa số đếm về cùng cỡ), so that they add up as whole numbers."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from vstbpn.organisations.figures.figures import Amounts, read_figures


def in_parts(columns: Sequence[list[Any]]) -> Amounts:
    """Count the numbers of some columns in parts of one size, in place; how they are given back.

    >>> column = [Decimal("1.5"), None, 2]
    >>> in_parts([column]).parts, column
    (10, [15, None, 20])
    """
    if all(map(_is_whole, columns)):
        return Amounts({})
    given = [number for column in columns for number in column if number is not None]
    # Figures are told apart by their keys, which are texts there.
    amounts = read_figures({str(place): number for place, number in enumerate(given)}, lambda _: [])
    counts = iter(amounts.counts.values())
    for column in columns:
        column[:] = [None if number is None else next(counts) for number in column]
    return amounts._replace(counts={})


def writer(amounts: Amounts) -> Callable[[int], str]:
    """What writes a count of parts as a number, in the same way whatever size the parts are of.

    >>> writer(in_parts([[Decimal("1.5"), 2]]))(20)
    '2'
    """

    def write(count: int) -> str:
        written = f"{amounts.number(count):f}" if amounts.kind is Decimal else str(count)
        return written.rstrip("0").rstrip(".") if "." in written else written

    return write


def _is_whole(column: list[Any]) -> bool:
    """Whether all numbers of a column are whole ones, as their sum tells."""
    try:
        return type(sum(column)) is int
    except (TypeError, ArithmeticError):
        return not set(map(type, column)) - {int, type(None)}
