"""Sums and comparisons of whole columns at once (tính theo cột)."""

from collections.abc import Iterable, Sequence
from itertools import compress
from operator import add, or_
from typing import Any


def summed(columns: Sequence[list[int]]) -> list[int]:
    """The sum of some columns, place by place; of a single one that column itself.

    >>> summed([[1, 2], [3, 4]])
    [4, 6]
    """
    sums = columns[0]
    for other in columns[1:]:
        sums = list(map(add, sums, other))
    return sums


def places(flags: Iterable[object]) -> list[int]:
    """The places of what is so.

    >>> places([0, 1, 1])
    [1, 2]
    """
    numbered = flags if isinstance(flags, bytes | bytearray) else list(flags)
    return list(compress(range(len(numbered)), numbered))


def either(columns: Sequence[bytearray], size: int) -> bytearray:
    """Where any of some columns of flags is set."""
    found = bytearray(columns[0]) if columns else bytearray(size)
    for flags in columns:
        # Most columns are told by the same units.
        if flags != found:
            found = bytearray(map(or_, found, flags))
    return found


def mark(flags: bytearray, where: Iterable[int]) -> None:
    """Set flags at some places."""
    for place in where:
        flags[place] = 1


def marked(where: Iterable[int], size: int) -> bytearray:
    """Flags that are set at some places.

    >>> list(marked([1], 3))
    [0, 1, 0]
    """
    flags = bytearray(size)
    mark(flags, where)
    return flags


def filled(cells: list[Any]) -> list[int]:
    """A column with 0 where there is nothing.

    >>> filled([1, None])
    [1, 0]
    """
    return [cell or 0 for cell in cells] if None in cells else cells
