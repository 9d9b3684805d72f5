"""Units that are named beside figures and are not there (đơn vị không có mặt): on the day, or on the line."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vstbpn.errors import NotFoundError
from vstbpn.organisations.figures.figures import FigureFault, FiguresError
from vstbpn.organisations.units.kinds import Line

if TYPE_CHECKING:
    from vstbpn.organisations.snapshot import Snapshot


def absent(snapshot: "Snapshot", line: Line, units: Iterable[str]) -> list[FigureFault]:
    """The faults of those units that do not stand on the day; the line tells of most that they do."""
    absences = [(unit, _absence(snapshot, unit)) for unit in _off_line(snapshot, line, units)]
    return [FigureFault(unit, absence) for unit, absence in absences if absence is not None]


def misplaced(snapshot: "Snapshot", line: Line, units: Iterable[str]) -> list[FigureFault]:
    """The faults of those units that would be in no total: they do not stand on the day or hang on no tree of the line."""
    away = _off_line(snapshot, line, units)
    hangs_nowhere = f"it hangs on no tree of the {line.value} line on {snapshot.date}"
    return [FigureFault(unit, _absence(snapshot, unit) or hangs_nowhere) for unit in away]


def suggested(snapshot: "Snapshot", line: Line, given: str) -> tuple[str, ...]:
    """The ids of units of a line that may be meant by an id that is none of theirs: who took over, or bears it as a name."""
    try:
        found = snapshot.directory.successors(given, snapshot.date)
    except NotFoundError:
        found = snapshot.find_by_name(given)
    ids = [unit.id for unit in found if unit.id != given]
    away = set(_off_line(snapshot, line, ids))
    return tuple(unit for unit in ids if unit not in away)


def refuse(what: str, faults: list[FigureFault]) -> None:
    """Refuse what has faults.

    Raises:
        FiguresError: There are some; all are told.
    """
    if faults:
        raise FiguresError(what, faults)


def _off_line(snapshot: "Snapshot", line: Line, units: Iterable[str]) -> list[str]:
    """Those of some units that hang on no tree of a line, in their order."""
    forest = snapshot.forest(line)
    ids = units if isinstance(units, dict) else dict.fromkeys(units)
    # Most often all of them hang under some other, which is found without making a set of them.
    if ids.keys() <= forest.parents.keys():
        return []
    return [unit for unit in ids if unit not in forest.parents and unit not in forest.children]


def _absence(snapshot: "Snapshot", unit: str) -> str | None:
    """Why a unit is not there on a day; None if it is."""
    if unit in snapshot:
        return None
    try:
        snapshot.directory.unit(unit)
    except NotFoundError:
        return _no_id(snapshot, unit)
    return f"it does not stand on {snapshot.date}"


def _no_id(snapshot: "Snapshot", given: str) -> str:
    """What is told of an id that no unit has: it may be a name."""
    bearers = snapshot.find_by_name(given)
    if len(bearers) == 1:
        return f"that is the name of {bearers[0].id!r}: give its id"
    if bearers:
        return f"that is the name of {len(bearers)} units: give the id of the one that is meant"
    return "there is no such unit"
