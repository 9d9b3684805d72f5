"""Observations put in columns (gom số liệu theo cột): one pass over any number of them, none of which is kept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress
from typing import Any, NamedTuple

from vstbpn.errors import InvalidValueError, shown
from vstbpn.goals.observing.observation import Count, Observation, several

Key = str | None
"""The id of an indicator; None where observations name none."""

_AT_FIRST = 64
_THIN = 32
"""Of how many units at most one has told of a column that is thin."""


class Column(NamedTuple):
    """The figures of one indicator, period and sex by the place of the unit (cột số liệu).

    Args:
        told: Who told of it: 1 or 0.
        numerators: The numerators; 0 where it was not told.
        denominators: The denominators, 0 where it was not told; None where it was told without one.
    """

    told: bytearray
    numerators: list[Any]
    denominators: list[Any]


def blank(size: int) -> Column:
    """The column of what nobody told."""
    return Column(bytearray(size), [0] * size, [0] * size)


Double = tuple[str, str, int]
"""Of which period, sex and place there are several figures."""


class Gathered(NamedTuple):
    """What was observed (số liệu đã gom).

    Args:
        columns: By indicator, period and the value of the sex.
        several: By indicator, all figures there are of one period, sex and place where there are several.
        ids: The ids of the units by their place.
        rows: Of which places the columns of an indicator are, where few units told of it; else they are of all.
        strangers: The units with figures that have no place.
        unknown: Of which unit, period and indicator there are figures, though there is no such indicator.
    """

    columns: dict[Key, dict[str, Mapping[str, Column]]]
    several: Mapping[Key, Mapping[Double, list[tuple[Count, Count | None]]]]
    ids: list[str]
    rows: Mapping[Key, Sequence[int]]
    strangers: Mapping[str, None]
    unknown: Mapping[tuple[str, str, Key], None]


class _Zeros(dict[int, Any]):
    """What is 0 at all places but some."""

    def __missing__(self, place: int) -> int:
        return 0


class _BySex(dict[str, Column]):
    """The columns of an indicator and period, made when the first figure comes.

    As long as few units told of a column it has room for them alone, and is no item but one of ``thin``.
    """

    def __init__(self, size: Callable[[], int]) -> None:
        super().__init__()
        self._size = size
        self.thin: dict[str, Column] = {}

    def __missing__(self, sex: str) -> Column:
        column = self.thin.get(sex)
        if column is None:
            none: Any = _Zeros
            column = self.thin[sex] = Column(none(), none(), none())
        elif len(column.told) * _THIN > self._size():
            column = self[sex] = _spread(self.thin.pop(sex), range(self._size()))
        return column

    def grow(self, size: int) -> None:
        """Make room for more units in the columns of which many have told, and save it in the others."""
        for sex, column in list(self.items()):
            if column.told.count(1) * _THIN * 2 < size:
                del self[sex]
                where = list(compress(range(len(column.told)), column.told))
                thin: list[Any] = [_Zeros((place, held[place]) for place in where) for held in column]
                self.thin[sex] = Column(*thin)
            else:
                more = blank(size - len(column.told))
                column.told.extend(more.told)
                column.numerators.extend(more.numerators)
                column.denominators.extend(more.denominators)

    def columns(self, row: Sequence[int]) -> dict[str, Column]:
        """All columns, of the units at some places alone; those of which many have told are of as many as there are."""
        for column in self.values():
            del column.told[len(row) :], column.numerators[len(row) :], column.denominators[len(row) :]
        return {**self, **{sex: _spread(column, row) for sex, column in self.thin.items()}}


def _spread(column: Column, row: Sequence[int]) -> Column:
    """A thin column as one of the units at some places."""
    told, numerators, denominators = column
    if isinstance(row, range):
        spread = blank(len(row))
        for place in told:
            spread.told[place] = 1
            spread.numerators[place] = numerators[place]
            spread.denominators[place] = denominators[place]
        return spread
    return Column(
        bytearray(told[place] for place in row),
        [numerators[place] for place in row],
        [denominators[place] for place in row],
    )


class _ByIndicator(dict[Key, _BySex | None]):
    """The columns of a period; None for an indicator that is not known."""

    def __init__(self, make: Callable[[Key], _BySex | None]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, indicator: Key) -> _BySex | None:
        by_sex = self[indicator] = self._make(indicator)
        return by_sex


class _ByPeriod(dict[str, _ByIndicator | None]):
    """The columns of all periods; None for a period that is not asked about."""

    def __init__(self, make: Callable[[str], _ByIndicator | None]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, period: str) -> _ByIndicator | None:
        by_indicator = self[period] = self._make(period)
        return by_indicator


class _Places(dict[str, int | None]):
    """The place of each unit; units that have none get the next one, or None where no other units are there."""

    def __init__(self, ids: Iterable[str], grow: Callable[[int], None] | None) -> None:
        super().__init__((unit, place) for place, unit in enumerate(ids))
        self._grow = grow

    def __missing__(self, unit: str) -> int | None:
        if self._grow is None:
            return None
        place = self[unit] = len(self)
        self._grow(place)
        return place


class Gatherer:
    """Puts observations in columns.

    Args:
        ids: The units there are, in order.
        is_closed: Whether there are no others.
        known: The ids of the indicators; empty where any is taken.
        takes: Whether a period is asked about.
    """

    def __init__(
        self, ids: Iterable[str], *, is_closed: bool, known: Iterable[str], takes: Callable[[str], bool]
    ) -> None:
        self._places = _Places(ids, None if is_closed else self._grow)
        self._size = len(self._places) if is_closed else max(_AT_FIRST, len(self._places))
        self._known = frozenset(known)
        self._takes = takes
        self._made: list[_BySex] = []
        self._periods = _ByPeriod(self._open_period)
        self._columns: dict[Key, dict[str, _BySex]] = {}
        self._several: dict[Key, dict[Double, list[tuple[Count, Count | None]]]] = {}
        self._strangers: dict[str, None] = {}
        self._unknown: dict[tuple[str, str, Key], None] = {}

    def gather(self, observations: Iterable[Observation]) -> Gathered:
        """What some observations tell.

        Raises:
            InvalidValueError: Something else than observations was given.
        """
        periods, places = self._periods, self._places
        # Most observations are of the period and the unit of the one before, which then need not be looked up.
        period: object = None
        unit: object = None
        of_period: _ByIndicator | None = None
        place: int | None = None
        for observation in several(observations):
            if type(observation) is not Observation and not isinstance(observation, Observation):
                raise InvalidValueError("observations", shown(observation), "expected values of Observation")
            if observation.period is not period:
                period = observation.period
                of_period = periods[observation.period]
            if of_period is None:
                continue
            if observation.unit is not unit:
                unit = observation.unit
                place = places[observation.unit]
            of_indicator = of_period[observation.indicator]
            if of_indicator is None or place is None:
                self._note(observation, is_known=of_indicator is not None, is_there=place is not None)
                continue
            told, numerators, denominators = of_indicator[observation.sex._value_]
            if not told[place]:
                told[place] = 1
                numerators[place] = observation.numerator
                denominators[place] = observation.denominator
            else:
                self._note_again(observation, place, (numerators[place], denominators[place]))
        columns, rows = self._settled(len(places))
        # What was gathered is handed over, so that it is gone as soon as nobody needs it.
        self._made.clear()
        for by_indicator in periods.values():
            if by_indicator is not None:
                by_indicator.clear()
        return Gathered(columns, self._several, list(places), rows, self._strangers, self._unknown)

    def _settled(self, size: int) -> tuple[dict[Key, dict[str, Mapping[str, Column]]], dict[Key, Sequence[int]]]:
        """The columns, and of which places they are where few units told of an indicator."""
        columns: dict[Key, dict[str, Mapping[str, Column]]] = {}
        rows: dict[Key, Sequence[int]] = {}
        for key, by_period in self._columns.items():
            row: Sequence[int] = range(size)
            if not any(by_period.values()):
                told = {place for by_sex in by_period.values() for thin in by_sex.thin.values() for place in thin.told}
                row = rows[key] = sorted(told)
                if key in self._several:
                    places = {place: number for number, place in enumerate(row)}
                    several = self._several[key].items()
                    self._several[key] = {(when, sex, places[at]): figures for (when, sex, at), figures in several}
            columns[key] = {period: by_sex.columns(row) for period, by_sex in by_period.items()}
        self._columns.clear()
        return columns, rows

    def _note(self, observation: Observation, *, is_known: bool, is_there: bool) -> None:
        if not is_known:
            self._unknown[observation.unit, observation.period, observation.indicator] = None
        if not is_there:
            self._strangers[observation.unit] = None

    def _note_again(self, observation: Observation, place: int, first: tuple[Count, Count | None]) -> None:
        key = observation.period, observation.sex._value_, place
        several = self._several.setdefault(self._key(observation.indicator), {})
        several.setdefault(key, [first]).append((observation.numerator, observation.denominator))

    def _key(self, indicator: Key) -> Key:
        """The id that columns stand under: of a single indicator observations need not name it."""
        return next(iter(self._known)) if indicator is None and len(self._known) == 1 else indicator

    def _open_period(self, period: str) -> _ByIndicator | None:
        if not self._takes(period):
            return None

        def of_indicator(indicator: Key) -> _BySex | None:
            key = self._key(indicator)
            if self._known and key not in self._known:
                return None
            if indicator != key:
                return of_period[key]
            by_sex = _BySex(lambda: self._size)
            self._made.append(by_sex)
            self._columns.setdefault(key, {})[period] = by_sex
            return by_sex

        of_period = _ByIndicator(of_indicator)
        return of_period

    def _grow(self, place: int) -> None:
        if place >= self._size:
            self._size *= 2
            for by_sex in self._made:
                by_sex.grow(self._size)
