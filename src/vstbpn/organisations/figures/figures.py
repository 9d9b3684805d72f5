"""Exact figures of units (số liệu của đơn vị): whole numbers, decimals and fractions that add up without rounding.

To be added, all figures are counted in parts of one size: whole numbers as they are, decimals in tenths, hundredths or
less, fractions in parts of their common denominator. Whole numbers are exact, and fast.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction
from typing import Any, NamedTuple, cast

from vstbpn.errors import InvalidValueError
from vstbpn.organisations.units.unit import OrganisationUnit, unit_id

Number = int | Decimal | Fraction
"""What a figure may be."""

# A mapping takes keys of one type, or a dictionary of ids would not do where units may stand too; so the keys are left open.
Figures = Mapping[Any, Number]
"""The figures of units (số liệu), by the units or their ids."""

Shares = Mapping[Any, Number]
"""Which part of its figure a divided unit gave to whom (tỷ lệ phân chia): by (source, target) or (source, target, date)."""

_MOST_PLACES = 1000
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])


class FigureFault(NamedTuple):
    """What is wrong with one figure, or with one unit named beside the figures (lỗi của một số liệu).

    Args:
        key: The unit's id; of a share, its ids as they were given.
        reason: What is wrong, as a clause.
    """

    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.key!r}: {self.reason}"


UnitFaults = Callable[[Iterable[str]], list[FigureFault]]
"""Tells what is wrong with some units, given by id."""


class FiguresError(InvalidValueError):
    """Figures that cannot be rolled up (số liệu không tổng hợp được). All faults are in ``faults``.

    >>> print(FiguresError("figures", [FigureFault("mn-8", "a figure is an int, a Decimal or a Fraction, not a float")]))
    1 fault in the figures
      'mn-8': a figure is an int, a Decimal or a Fraction, not a float
    """

    def __init__(self, what: str, faults: Sequence[FigureFault]) -> None:
        super().__init__(what, ", ".join(fault.key for fault in faults), "; ".join(fault.reason for fault in faults))
        self.faults = tuple(faults)
        self.args = (what, self.faults)

    def __str__(self) -> str:
        count = len(self.faults)
        head = f"{count} fault{'s' if count != 1 else ''} in the {self.what}"
        return "\n".join([head, *(f"  {fault}" for fault in self.faults)])


class Amounts(NamedTuple):
    """Figures by unit, counted in parts of one size.

    Args:
        counts: How many parts each unit has.
        parts: How many parts make one.
        kind: What the figures are given back as.
    """

    counts: Mapping[str, int]
    parts: int = 1
    kind: type[int | Decimal | Fraction] = int

    def number(self, count: int) -> Number:
        """The number that some parts make, exactly."""
        if self.kind is int:
            return count
        if self.kind is Fraction:
            return Fraction(count, self.parts)
        return _EXACT.scaleb(Decimal(count), 1 - len(str(self.parts)))

    def divided(self, counts: Mapping[str, int | Fraction]) -> "Amounts":
        """The same figures after some parts were divided: counted in smaller ones, given back as fractions."""
        if Fraction not in set(map(type, counts.values())):
            return Amounts(cast("Mapping[str, int]", counts), self.parts, self.kind)
        finer = math.lcm(*{count.denominator for count in counts.values()})
        pieces = {unit: count.numerator * (finer // count.denominator) for unit, count in counts.items()}
        return Amounts(pieces, self.parts * finer, Fraction)


def read_figures(figures: object, unit_faults: UnitFaults) -> Amounts:
    """The figures as they were given, by the ids of their units.

    ``unit_faults`` tells what is wrong with the units. It is asked only if something else is wrong, so that all is told
    together; else whoever adds the figures up sees at once whether a unit is not there.

    Raises:
        FiguresError: A figure is no exact number, a key is no unit, or a unit is given twice; all faults are told.
        InvalidValueError: It is no mapping.
    """
    if not isinstance(figures, Mapping):
        raise InvalidValueError("figures", type(figures).__name__, "expected a mapping from units to figures")
    given = dict(figures)
    faults: list[FigureFault] = []
    if set(map(type, given)) - {str}:
        given, faults = _by_id(given)
    kinds = set(map(type, given.values()))
    if kinds - {int}:
        faults += [
            FigureFault(unit, fault) for unit, value in given.items() if (fault := number_fault(value, "figure"))
        ]
    if faults:
        raise FiguresError("figures", faults + unit_faults(given))
    if not kinds - {int}:
        return Amounts(given)
    if any(issubclass(kind, Fraction) for kind in kinds):
        return _in_parts({unit: Fraction(value) for unit, value in given.items()})
    if any(issubclass(kind, Decimal) for kind in kinds):
        return _in_decimals(given)
    return Amounts({unit: int(value) for unit, value in given.items()})


def number_fault(value: object, what: str) -> str | None:
    """Why a value is no exact number, as a clause; None if it is one."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        return f"a {what} is an int, a Decimal or a Fraction, not a {type(value).__name__}"
    if isinstance(value, Decimal) and not value.is_finite():
        return f"a {what} is a finite number, not {value}"
    # Such a number of few digits would take as many to write out as its exponent says, which may be more than there is room.
    if isinstance(value, Decimal) and abs(value.as_tuple().exponent) > _MOST_PLACES:  # type: ignore[arg-type]  # It is finite.
        return f"a {what} has at most {_MOST_PLACES} places, not as many as {str(value)[:60]}"
    return None


def id_of(unit: object) -> str | None:
    """The id of a unit that is given as it is or by its id; None if it is neither."""
    return unit_id(unit) if isinstance(unit, OrganisationUnit | str) else None


def _by_id(given: Mapping[object, Number]) -> tuple[dict[str, Number], list[FigureFault]]:
    """The figures by id, and the faults of the keys."""
    figures: dict[str, Number] = {}
    faults = []
    for key, value in given.items():
        unit = id_of(key)
        if unit is None:
            faults.append(FigureFault(type(key).__name__, "expected a unit or its id"))
        elif unit in figures:
            faults.append(FigureFault(unit, "it is given twice, as a unit and by its id"))
        else:
            figures[unit] = value
    return figures, faults


def _in_parts(given: Mapping[str, Fraction]) -> Amounts:
    parts = math.lcm(*{value.denominator for value in given.values()})
    counts = {unit: value.numerator * (parts // value.denominator) for unit, value in given.items()}
    return Amounts(counts, parts, Fraction)


def _in_decimals(given: Mapping[str, int | Decimal]) -> Amounts:
    places = 0
    for value in given.values():
        if isinstance(value, Decimal):
            places = max(places, -int(value.as_tuple().exponent))
    parts = 10**places
    counts = {
        unit: int(_EXACT.scaleb(value, places)) if isinstance(value, Decimal) else int(value) * parts
        for unit, value in given.items()
    }
    return Amounts(counts, parts, Decimal)
