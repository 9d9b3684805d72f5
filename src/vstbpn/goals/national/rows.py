"""Rows of tables as national strategies (đọc bảng chỉ tiêu quốc gia); every fault of a table told at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vstbpn.catalogue.sources import Source, csv_rows, read_text
from vstbpn.catalogue.tables import TargetRow, read_row
from vstbpn.dates import YearRange
from vstbpn.errors import CatalogueError, InvalidValueError, NotFoundError, VstbpnError
from vstbpn.goals.national.strategy import NationalStrategy, StrategyKind
from vstbpn.goals.national.target import NationalTarget
from vstbpn.goals.targets.target import Target
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.acts import Acts
from vstbpn.references.citing.reference import Reference
from vstbpn.values import fields_of
from vstbpn.vocabulary import Comparator, Direction, When

_TABLE = "targets"
_NEEDED = ("strategy", "text_vi", "comparator")
_COLUMNS = tuple(field.name for field in fields_of(TargetRow))
_DEFAULTS = {"kind": "strategy", "when": "by", "confidence": "unconfirmed"}
_YES = {"yes": True, "": False}
_YEAR_DIGITS = 4


class Rows(NamedTuple):
    """What a table holds: its rows by their numbers as a spreadsheet counts them, and what is wrong with the others."""

    rows: Mapping[int, TargetRow]
    faults: Mapping[int, tuple[str, ...]]


def numbered(rows: Iterable[TargetRow]) -> Rows:
    """Rows as a table under a header holds them."""
    return Rows(dict(enumerate(rows, start=2)), {})


def strategies_of(table: Rows, acts: Acts) -> tuple[NationalStrategy, ...]:
    """The strategies whose targets the rows are, in the order they first stand in.

    Raises:
        CatalogueError: Everything in the table that does not hold, with row and column.
    """
    heads: dict[str, tuple[int, TargetRow]] = {}
    targets: dict[str, list[NationalTarget]] = {}
    faults = dict(table.faults)
    for number, row in table.rows.items():
        first, head = heads.setdefault(row.strategy, (number, row))
        try:
            target = _target(row, acts)
            _check_head(row, head, first)
        except VstbpnError as error:
            faults[number] = (f": {error}".split("\n", 1)[0],)
            continue
        targets.setdefault(row.strategy, []).append(target)
    if faults:
        raise CatalogueError(_TABLE, [f"row {number}{fault}" for number in sorted(faults) for fault in faults[number]])
    return tuple(_strategy(heads[id_][1], tuple(held), acts) for id_, held in targets.items())


def rows_of(source: Source) -> Rows:
    """The rows of a CSV table that has the columns of ``TargetRow``, or some of them.

    Raises:
        CatalogueError: It cannot be opened, or has not the columns of such a table.
        InvalidValueError: The source is none.
    """
    table = csv_rows(read_text(source, _TABLE), _TABLE)
    _, header = next(table, (0, []))
    _check_columns(header)
    rows: dict[int, TargetRow] = {}
    faults: dict[int, tuple[str, ...]] = {}
    for number, cells in table:
        row, troubles = read_row(_with_defaults(header, cells), TargetRow)
        troubles = (*_trouble_of_line(header, cells), *troubles)
        if troubles:
            faults[number] = troubles
        elif row is not None:
            rows[number] = row
    return Rows(rows, faults)


def _check_columns(header: Sequence[str]) -> None:
    faults = [f"there is no column {name!r}" for name in _NEEDED if name not in header]
    faults += [
        f"unknown column {name[:60]!r}: expected some of {', '.join(_COLUMNS)}"
        for name in header
        if name not in _COLUMNS
    ]
    faults += [f"there are two columns {name!r}" for name in _COLUMNS if header.count(name) > 1]
    if faults:
        raise CatalogueError(_TABLE, faults)


def _with_defaults(header: Sequence[str], cells: Sequence[str]) -> Mapping[str, str]:
    """The cells of a line by their columns; what is left out or empty is as by default."""
    given = {name: cell for name, cell in zip(header, cells, strict=False) if cell}
    return {name: _DEFAULTS.get(name, "") for name in _COLUMNS} | given


def _trouble_of_line(header: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
    """Cells behind the last column, and needed ones that are empty."""
    if any(cells[len(header) :]):
        yield f" has {len(cells)} cells, and the table {len(header)} columns"
    held = dict(zip(header, cells, strict=False))
    yield from (f", column {name!r} is empty" for name in _NEEDED if not held.get(name))


def _target(row: TargetRow, acts: Acts) -> NationalTarget:
    if row.change not in _YES:
        raise InvalidValueError("change", row.change[:60], "expected 'yes' or nothing")
    period = _years("term", row.term)
    target = Target(
        comparator=Comparator.of(row.comparator),
        value=row.value,
        value_max=row.value_max,
        unit=row.unit,
        direction=Direction.of(row.direction) if row.direction else None,
        is_change=_YES[row.change],
        population=row.text_vi or None,
        year=period.end if period else _year(row.year),
        when=When.of(row.when),
        period=period,
        text=row.wording,
    )
    return NationalTarget(
        target=target,
        act=_act(row.act or row.strategy, acts),
        strategy=row.strategy,
        goal=row.goal_no,
        number=row.target_no,
        population_en=row.population_en,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        sources=tuple(source for source in row.source.split("; ") if source),
        confidence=row.confidence,
        note=row.note,
    )


def _check_head(row: TargetRow, head: TargetRow, first: int) -> None:
    """What a row says of its strategy, and whether the first row of that one says the same."""
    StrategyKind.of(row.kind)
    _years("period", row.period)
    for name in ("kind", "period"):
        here, there = getattr(row, name), getattr(head, name)
        if here != there:
            raise InvalidValueError(name, here[:60], f"row {first}, of the same strategy, has {there[:60]!r}")


def _years(column: str, cell: str) -> YearRange | None:
    if not cell:
        return None
    try:
        return YearRange.parse(cell)
    except VstbpnError as error:
        raise InvalidValueError(column, cell[:60], getattr(error, "reason", "expected two years")) from None


def _strategy(row: TargetRow, targets: tuple[NationalTarget, ...], acts: Acts) -> NationalStrategy:
    act = _act(row.strategy, acts)
    return NationalStrategy(
        id=row.strategy,
        act=act,
        kind=StrategyKind.of(row.kind),
        period=_years("period", row.period),
        title=act.title or "",
        targets=targets,
    )


def _act(id_: str, acts: Acts) -> Reference:
    """The act of an id, or what its number and symbol alone say."""
    try:
        return acts.get(id_).reference
    except NotFoundError:
        return Act.cited(id_).reference


def _year(cell: str) -> int | None:
    if not cell:
        return None
    if not (len(cell) == _YEAR_DIGITS and cell.isascii() and cell.isdigit()):
        raise InvalidValueError("year", cell[:60], "expected a year such as 2025")
    return int(cell)
