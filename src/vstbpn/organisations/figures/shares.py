"""Shares (tỷ lệ phân chia): which part of the figure of a unit that was divided or dissolved went to whom."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from vstbpn.errors import InvalidValueError, NotFoundError
from vstbpn.organisations.figures.figures import FigureFault, FiguresError, id_of, number_fault
from vstbpn.organisations.succession import Moves
from vstbpn.organisations.units.intervals import plain_day

if TYPE_CHECKING:
    from vstbpn.organisations.directory import Directory

Days = Sequence[tuple[datetime.date, Moves]]
"""The days on which units went over to others, in order, with who went over to whom."""

Parts = Mapping[str, int | Fraction]
PartsOf = Mapping[tuple[str, datetime.date], Parts]
"""Which part each taker got of a unit that was divided on a day."""

_SHORT = 10**9


class Split(NamedTuple):
    """That a unit went over to several, or to none (chia, tách hoặc giải thể): its figure goes where shares say.

    Args:
        source: The id of the unit.
        date: The day from which it was so.
        takers: The ids of the units that took over; it may be among them; none where it was dissolved.
    """

    source: str
    date: datetime.date
    takers: tuple[str, ...]

    def __str__(self) -> str:
        if not self.takers:
            return f"{self.source!r} was dissolved on {self.date} and nobody took over"
        return f"{self.source!r} went over to {_listed(self.takers)} on {self.date}"


class SharesNeededError(InvalidValueError):
    """Figures of units that were divided or dissolved (cần tỷ lệ phân chia số liệu). All such units are in ``splits``.

    >>> print(SharesNeededError([Split("thcs-a", datetime.date(2025, 9, 1), ("thcs-b", "thcs-c"))]))
    the figures of 1 unit cannot be carried without shares
      'thcs-a' went over to 'thcs-b', 'thcs-c' on 2025-09-01
    say which part went where, all parts of a unit making 1, such as
      shares={('thcs-a', 'thcs-b'): Fraction(1, 2), ('thcs-a', 'thcs-c'): Fraction(1, 2)}
    """

    def __init__(self, splits: Sequence[Split]) -> None:
        reason = "their figures cannot be carried without shares"
        super().__init__("figures", ", ".join(split.source for split in splits), reason)
        self.splits = tuple(splits)
        self.args = (self.splits,)

    def __str__(self) -> str:
        sources = [split.source for split in self.splits]
        several = len(set(sources)) != 1
        lines = [f"the figures of {len(set(sources))} unit{'s' if several else ''} cannot be carried without shares"]
        lines += [f"  {split}" for split in self.splits]
        lines.append("say which part went where, all parts of a unit making 1, such as")
        first = self.splits[0]
        # A unit that was divided twice has its shares told apart by the day.
        day = f", {first.date!r}" if sources.count(first.source) > 1 else ""
        takers = [repr(taker) for taker in first.takers] or ["a unit that stands on that day"]
        part = f"Fraction(1, {len(takers)})" if len(takers) > 1 else "1"
        shares = ", ".join(f"({first.source!r}, {taker}{day}): {part}" for taker in takers)
        return "\n".join([*lines, f"  shares={{{shares}}}"])


def read_shares(directory: "Directory", shares: object, days: Days) -> PartsOf:
    """The parts of each unit that was divided or dissolved, by unit and day.

    Raises:
        FiguresError: They name units that were not divided, or others than took over, or do not make 1; all faults are
            told.
        InvalidValueError: It is no mapping.
    """
    if not isinstance(shares, Mapping):
        raise InvalidValueError("shares", type(shares).__name__, "expected a mapping from (source, target) to parts")
    given: dict[tuple[str, datetime.date | None], dict[str, int | Fraction]] = {}
    faults = [
        FigureFault(_key_words(key), fault) for key, value in shares.items() if (fault := _add_share(given, key, value))
    ]
    divisions = _divisions(days, {source for source, _ in given})
    read: dict[tuple[str, datetime.date], Parts] = {}
    for (source, date), parts in given.items():
        splits = divisions.get(source, {})
        fault = _day_fault(date, splits)
        if fault is None:
            split = splits[next(iter(splits)) if date is None else date]
            fault = _parts_fault(directory, parts, split)
            if (source, split.date) in read:
                fault = "its shares are given both with and without the day"
            read[source, split.date] = parts
        if fault is not None:
            faults.append(FigureFault(source, fault))
    if faults:
        raise FiguresError("shares", faults)
    return read


def _divisions(days: Days, sources: AbstractSet[str]) -> dict[str, dict[datetime.date, Split]]:
    """On which days each of some units was divided or dissolved."""
    divisions: dict[str, dict[datetime.date, Split]] = {}
    for date, moves in days:
        for source in moves.keys() & sources:
            if len(moves[source]) != 1:
                divisions.setdefault(source, {})[date] = Split(source, date, moves[source])
    return divisions


def _day_fault(date: datetime.date | None, splits: Mapping[datetime.date, Split]) -> str | None:
    """Why it cannot be told which division the shares of a unit are of, if it cannot."""
    if not splits or (date is not None and date not in splits):
        when = "in that time" if date is None else f"on {date}"
        return f"it was neither divided nor dissolved {when}, so it takes no shares"
    if date is None and len(splits) > 1:
        on = " and ".join(map(str, splits))
        return f"it was divided on {on}: add the day to the key, as in (source, target, date)"
    return None


def _add_share(
    given: dict[tuple[str, datetime.date | None], dict[str, int | Fraction]], key: object, value: object
) -> str | None:
    """Note one share; what is wrong with it, if anything."""
    match key:
        case (one, other):
            source, target, date = id_of(one), id_of(other), None
        case (one, other, datetime.date() as day):
            source, target, date = id_of(one), id_of(other), plain_day(day)
        case _:
            source = target = date = None
    if source is None or target is None:
        return "expected the key (source, target) or (source, target, date), of units or their ids"
    fault = number_fault(value, "share")
    if fault is not None:
        return fault
    part = Fraction(value)  # type: ignore[call-overload]  # It is a number, as was just checked.
    if not 0 <= part <= 1:
        return "a share is between 0 and 1"
    parts = given.setdefault((source, date), {})
    if target in parts:
        return "it is given twice, as a unit and by its id"
    parts[target] = part.numerator if part.denominator == 1 else part
    return None


def _parts_fault(directory: "Directory", parts: Parts, split: Split) -> str | None:
    """What is wrong with the shares of one division, if anything."""
    takers, date = split.takers, split.date
    if takers and (strangers := [target for target in parts if target not in takers]):
        return f"{_listed(strangers)} took nothing over on {date}; the takers are {_listed(takers)}"
    if not takers and (strangers := [target for target in parts if not _stands(directory, target, date)]):
        return f"no unit {_listed(strangers)} stands on {date}"
    whole = sum(parts.values(), Fraction(0))
    if whole == 1:
        return None
    made = f" ({whole})" if whole.denominator < _SHORT else ""
    return f"its shares make {'less' if whole < 1 else 'more'} than 1{made}"


def _stands(directory: "Directory", unit: str, date: datetime.date) -> bool:
    try:
        return directory.stands(unit, date)
    except NotFoundError:
        return False


def _listed(units: Iterable[str]) -> str:
    return ", ".join(map(repr, units))


def _key_words(key: object) -> str:
    """The key of a share in words, whatever was given."""
    if not isinstance(key, tuple):
        return type(key).__name__
    return ", ".join(
        str(part) if isinstance(part, datetime.date) else id_of(part) or type(part).__name__ for part in key
    )
