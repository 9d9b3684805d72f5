"""Figures added up over the units of a line (tổng hợp số liệu theo tuyến), with how many units reported.

The units of a line stand in one row, each before those under it. A unit and all below it are one stretch of that row, and
the sum of a stretch is the difference of two running sums. So each total costs one subtraction, whatever hangs below.
"""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import accumulate, compress
from operator import gt, or_
from typing import TYPE_CHECKING, NamedTuple

from vstbpn.errors import NotFoundError
from vstbpn.organisations.figures.absences import misplaced, refuse
from vstbpn.organisations.figures.expecting import Expected, kinds_like, read_expected
from vstbpn.organisations.figures.figures import Amounts, Number, id_of, read_figures
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import OrganisationUnit

if TYPE_CHECKING:
    from vstbpn.organisations.snapshot import Snapshot


class Total(NamedTuple):
    """The sum of the figures of a unit and all below it (số tổng hợp), and how many units reported.

    Args:
        value: The sum, exact; 0 where none reported.
        reporting: How many of the expected units reported.
        expected: How many units were expected to report.

    >>> Total(value=640, reporting=3, expected=4).coverage
    Fraction(3, 4)
    """

    value: Number
    reporting: int
    expected: int

    @property
    def coverage(self) -> Fraction | None:
        """Units reporting of units expected (độ bao phủ); None where none is expected."""
        return Fraction(self.reporting, self.expected) if self.expected else None


class Totals:
    """The totals of all units of a line on a day (bảng tổng hợp số liệu), made by ``Snapshot.roll_up``.

    Units are given by id or as they are. Going through it yields the units, each before those under it. All values are
    of one type: ``int``, or ``Decimal`` where one of the figures was, or ``Fraction`` where one was or was divided.

    >>> from vstbpn.organisations.shipped.directory import bundled
    >>> from vstbpn.organisations.units.kinds import UnitKind
    >>> cabinet = bundled().at(datetime.date(2026, 1, 1))
    >>> totals = cabinet.roll_up({"bo-gddt": 410, "bo-yt": 322}, "professional", expected=[UnitKind.MINISTRY])
    >>> totals["chinh-phu"]
    Total(value=732, reporting=2, expected=14)
    >>> len(totals.missing("chinh-phu"))
    12
    """

    __slots__ = ("_amounts", "_due", "_expected", "_reporting", "_row", "_sums", "date", "line")

    def __init__(
        self, snapshot: "Snapshot", line: Line, amounts: Amounts, reported: Mapping[str, bool] | None = None
    ) -> None:
        """``reported`` tells of each expected unit whether it reported; without it these are who reported and their like.

        Raises:
            FiguresError: Units with figures hang on no tree of the line; all are told.
        """
        self.date: datetime.date = snapshot.date
        self.line: Line = line
        self._amounts = amounts
        self._row = row = snapshot.row(line)
        # Looking up is what takes longest here, so each unit is looked up once.
        own = list(map(amounts.counts.get, row.ids))
        given = [count is not None for count in own]
        if sum(given) < len(amounts.counts):
            refuse("figures", misplaced(snapshot, line, amounts.counts))
        if reported is None:
            like = kinds_like(set(compress(row.kinds, given)))
            reporting, expected = given, list(map(or_, given, map(like.__contains__, row.leaf_kinds)))
        else:
            answers = list(map(reported.get, row.ids))
            reporting, expected = [answer is True for answer in answers], [answer is not None for answer in answers]
        self._due: Sequence[bool] = list(map(gt, expected, reporting))
        self._sums: Sequence[int] = list(accumulate([count or 0 for count in own], initial=0))
        self._reporting: Sequence[int] = list(accumulate(reporting, initial=0))
        self._expected: Sequence[int] = list(accumulate(expected, initial=0))

    def __repr__(self) -> str:
        total = self.grand_total
        reported = f"{total.reporting} of {total.expected} reporting"
        return f"<Totals of {self.date} ({self.line.value}): {len(self)} units, {reported}>"

    def __len__(self) -> int:
        return len(self._row.units)

    def __iter__(self) -> Iterator[OrganisationUnit]:
        return iter(self._row.units)

    def __contains__(self, unit: object) -> bool:
        return id_of(unit) in self._row.places

    def __getitem__(self, unit: OrganisationUnit | str) -> Total:
        place = self._place(unit)
        return self._total(place, self._row.ends[place])

    @property
    def grand_total(self) -> Total:
        """The sum over all trees of the line: of all figures there are (tổng cộng)."""
        return self._total(0, len(self._row.units))

    def items(self) -> Iterator[tuple[OrganisationUnit, Total]]:
        """Each unit with its total, each before those under it."""
        return zip(self._row.units, map(self._total, range(len(self)), self._row.ends), strict=True)

    def own(self, unit: OrganisationUnit | str) -> Number:
        """The figure of the unit alone, without those below it; 0 where it has none.

        Raises:
            NotFoundError: The unit hangs on no tree of the line on the day.
        """
        place = self._place(unit)
        return self._amounts.number(self._sums[place + 1] - self._sums[place])

    def missing(self, unit: OrganisationUnit | str | None = None) -> tuple[OrganisationUnit, ...]:
        """The expected units that did not report (đơn vị chưa báo cáo): the unit and those below it, by default all.

        Raises:
            NotFoundError: The unit hangs on no tree of the line on the day.
        """
        start = 0 if unit is None else self._place(unit)
        end = len(self._row.units) if unit is None else self._row.ends[start]
        return tuple(compress(self._row.units[start:end], self._due[start:end]))

    def _total(self, start: int, end: int) -> Total:
        return Total(
            self._amounts.number(self._sums[end] - self._sums[start]),
            self._reporting[end] - self._reporting[start],
            self._expected[end] - self._expected[start],
        )

    def _place(self, unit: OrganisationUnit | str) -> int:
        wanted = id_of(unit)
        if wanted is None or wanted not in self._row.places:
            raise NotFoundError(f"unit on the {self.line.value} line on {self.date}", str(wanted)[:60])
        return self._row.places[wanted]


def roll_up(snapshot: "Snapshot", figures: object, line: Line | str, expected: Expected | None) -> Totals:
    """What ``Snapshot.roll_up`` gives."""
    line = Line.of(line)
    unit_faults = partial(misplaced, snapshot, line)
    amounts = read_figures(figures, unit_faults)
    if expected is None:
        return Totals(snapshot, line, amounts)
    wanted = read_expected(expected, unit_faults)
    return Totals(snapshot, line, amounts, reports(snapshot.row(line).wanted(wanted), amounts))


def reports(expected: Collection[str], amounts: Amounts) -> dict[str, bool]:
    """Of each expected unit, whether it reported."""
    return dict(zip(expected, map(amounts.counts.__contains__, expected), strict=True))
