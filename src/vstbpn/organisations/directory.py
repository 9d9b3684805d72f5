"""All units with their history (danh bạ đơn vị): what stood on a day, and what became of it."""

import datetime
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, cast

import attrs

from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.organisations.checking.checks import directory_faults, lives_of
from vstbpn.organisations.checking.faults import DirectoryError
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.succession import Succession
from vstbpn.organisations.units.events import ChangeEvent
from vstbpn.organisations.units.facts import Facts
from vstbpn.organisations.units.intervals import LAST, Bounds, plain_day
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit, unit_id
from vstbpn.values import frozen

if TYPE_CHECKING:
    from vstbpn.organisations.figures.expecting import Expected
    from vstbpn.organisations.figures.figures import Figures, Shares
    from vstbpn.organisations.figures.rolling_up import Totals
    from vstbpn.organisations.rows.tables import Rows

_CLASSES: Mapping[str, type] = {
    "units": OrganisationUnit,
    "names": DatedName,
    "codes": DatedCode,
    "links": Link,
    "roles": DatedRole,
    "events": ChangeEvent,
}
"""Of which class the facts of each sort are."""

_DAY = datetime.timedelta(days=1)


def _tuple_of(facts: Any) -> Any:  # noqa: ANN401  # What is no collection is told by the directory.
    return tuple(facts) if _is_collection(facts) else facts


def _is_collection(facts: object) -> bool:
    return isinstance(facts, Iterable) and not isinstance(facts, str | bytes | bytearray | Mapping)


@frozen
class Directory:
    """All units with their dated facts (danh bạ đơn vị). It does not change; ``with_facts`` returns a new one.

    A unit stands on the days it bears a name. Events of one day happen at once: their sources are the units of the day
    before.

    Args:
        units: The units: an id and a kind each.
        names, codes, links, roles: What is true of them, and when.
        events: What changed them.

    Raises:
        DirectoryError: The facts do not hold together; all faults are told.
        InvalidValueError: Something else than facts was given.

    >>> school = OrganisationUnit(id="mn-8")
    >>> directory = Directory(units=(school,), names=(DatedName(unit="mn-8", name="Trường Mầm non 8"),))
    >>> directory.find("trường MN 8")
    (OrganisationUnit(id='mn-8'),)
    """

    units: tuple[OrganisationUnit, ...] = attrs.field(default=(), converter=_tuple_of)
    names: tuple[DatedName, ...] = attrs.field(default=(), converter=_tuple_of)
    codes: tuple[DatedCode, ...] = attrs.field(default=(), converter=_tuple_of)
    links: tuple[Link, ...] = attrs.field(default=(), converter=_tuple_of)
    roles: tuple[DatedRole, ...] = attrs.field(default=(), converter=_tuple_of)
    events: tuple[ChangeEvent, ...] = attrs.field(default=(), converter=_tuple_of)
    _by_id: Mapping[str, OrganisationUnit] = attrs.field(init=False, eq=False)
    _lives: Mapping[str, Bounds] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        for name, cls in _CLASSES.items():
            _check_class(name, cls, getattr(self, name))
        # A frozen class sets its own indexes this way.
        object.__setattr__(self, "_by_id", {unit.id: unit for unit in self.units})
        object.__setattr__(self, "_lives", lives_of(self.names))
        faults = directory_faults(self.facts, self._by_id, self._lives)
        if faults:
            raise DirectoryError(faults)

    def __repr__(self) -> str:
        return f"<Directory: {len(self.units)} units, {len(self.links)} links, {len(self.events)} events>"

    @property
    def facts(self) -> Facts:
        """All facts, as ``with_facts`` takes them."""
        return Facts(self.units, self.names, self.codes, self.links, self.roles, self.events)

    def with_facts(
        self,
        *,
        units: Iterable[OrganisationUnit] = (),
        names: Iterable[DatedName] = (),
        codes: Iterable[DatedCode] = (),
        links: Iterable[Link] = (),
        roles: Iterable[DatedRole] = (),
        events: Iterable[ChangeEvent] = (),
    ) -> "Directory":
        """A directory with more facts.

        Raises:
            DirectoryError: The facts do not hold together with those that are there; all faults are told.
            InvalidValueError: Something else than facts was given.
        """
        given = zip(_CLASSES, self.facts, (units, names, codes, links, roles, events), strict=True)
        return Directory(**{name: (*held, *_several(name, more)) for name, held, more in given})

    @classmethod
    def from_rows(
        cls,
        units: "Rows",
        *,
        names: "Rows" = (),
        codes: "Rows" = (),
        links: "Rows" = (),
        roles: "Rows" = (),
        events: "Rows" = (),
    ) -> "Directory":
        """A directory from tables: rows that map columns to cells, or CSV as a path, text, bytes or open file.

        Columns may be named in English or Vietnamese. A stretch is told by its last day (``valid_from``, ``valid_to``)
        or by the first day out (``start``, ``end``); several units in a cell have ";" between them. Columns of running
        numbers (STT) are passed over, and those of notes where a table has none.

        Args:
            units: ``id``, ``kind``, ``name``, a stretch; the parent on each line (``professional``, ``territorial``,
                ``party``, ``union``); codes (``code:gso``); ``source``, ``confidence``; and where the unit ended
                ``event`` (merge, split or abolish), ``successors`` and ``legal_basis``. Only ``id`` is needed. Each row
                is a stretch of a unit's life; what goes on from one row to the next is one fact. Without a kind the
                name tells it, and where it does not the kind is ``OTHER``. Units merged on one day into one make one
                event, and that one is among its sources if it stood the day before.
            names: ``unit``, ``name``, a stretch, ``source``, ``confidence``.
            codes: ``unit``, ``scheme``, ``code``, and the like.
            links: ``child``, ``parent``, ``line``, and the like.
            roles: ``unit``, ``kind``, ``holder``, ``holder_unit``, ``note``, and the like.
            events: ``date``, ``kind``, ``sources``, ``targets``, ``legal_basis``, ``source``, ``confidence``, ``note``.

        Raises:
            DirectoryError: Everything wrong in any of the tables, each with table, row, column and how to mend it.

        >>> directory = Directory.from_rows([
        ...     {"id": "thoai-son", "name": "Xã Thoại Sơn", "valid_from": "01/7/2025"},
        ...     {"id": "mn-8", "name": "Trường Mầm non 8", "valid_from": "01/7/2025", "territorial": "thoai-son"},
        ... ])
        >>> directory.at(datetime.date(2026, 1, 1)).parent("mn-8", "territorial")
        OrganisationUnit(id='thoai-son', kind=UnitKind.COMMUNE)
        """
        return cls().with_rows(units, names=names, codes=codes, links=links, roles=roles, events=events)

    def with_rows(
        self,
        units: "Rows" = (),
        *,
        names: "Rows" = (),
        codes: "Rows" = (),
        links: "Rows" = (),
        roles: "Rows" = (),
        events: "Rows" = (),
    ) -> "Directory":
        """A directory with the facts of tables added, as ``from_rows`` reads them; they may name units that are there.

        Raises:
            DirectoryError: Everything wrong in any of the tables, or between them and the facts that are there.
        """
        # Who reads no tables need not load what reads them.
        from vstbpn.organisations.rows.building import read_facts

        tables = {"units": units, "names": names, "codes": codes, "links": links, "roles": roles, "events": events}
        read = read_facts(self.facts, tables)
        try:
            return Directory(**read.facts._asdict())
        except DirectoryError as error:
            found = read.placed(error)
        raise found

    def to_rows(self, *, beside: "Directory | None" = None) -> "dict[str, list[dict[str, Any]]]":
        """The six tables that ``from_rows`` takes, each fact a row: ``Directory.from_rows(**directory.to_rows())``.

        Reading them gives an equal directory, if its texts hold no blanks but single ones between words. Days before 1800 and
        after 2199 are written, but refused when they are read.

        Args:
            beside: A directory whose facts are left out, for who added their own to them with ``with_rows``.

        Raises:
            InvalidValueError: The id of a unit in an event holds a semicolon, or ``beside`` a fact that is not here.

        >>> Directory(units=(OrganisationUnit(id="bo"),), names=(DatedName(unit="bo", name="Bộ"),)).to_rows()["units"]
        [{'id': 'bo', 'kind': 'other'}]
        """
        from vstbpn.organisations.rows.writing import write_rows  # Who writes no tables need not load what writes them.

        return write_rows(self.facts, beside)

    def to_csv(self, *, beside: "Directory | None" = None) -> dict[str, str]:
        """The tables of ``to_rows`` as CSV texts by their names, for a spreadsheet; ``from_rows`` takes these too.

        Raises:
            InvalidValueError: As for ``to_rows``.
        """
        from vstbpn.organisations.rows.writing import write_csv  # As in to_rows.

        return write_csv(self.facts, beside)

    def unit(self, unit: OrganisationUnit | str) -> OrganisationUnit:
        """The unit of that id, of whatever time.

        Raises:
            NotFoundError: There is none.
            InvalidValueError: It is no id.
        """
        return self._by_id[self._id(unit)]

    def find(self, name: str) -> tuple[OrganisationUnit, ...]:
        """The units that bear or once bore a name, however abbreviated or spelt; none or several are answers too.

        Raises:
            InvalidValueError: Something else than a text was given.

        >>> from vstbpn.organisations.shipped.directory import bundled
        >>> [unit.id for unit in bundled().find("Kiên Giang") if unit.id.startswith("tinh-")]
        ['tinh-kien-giang']
        """
        # Who looks nothing up by name need not load what reads names in prose.
        from vstbpn.organisations.names.finding import find_at_any_time

        return tuple(self._by_id[unit] for unit in dict.fromkeys(find_at_any_time(self.name_index, name)))

    def stands(self, unit: OrganisationUnit | str, date: datetime.date) -> bool:
        """Whether a unit stands on a day.

        Raises:
            NotFoundError: There is no such unit.
            InvalidValueError: ``date`` is no date.
        """
        life, day = self._lives[self._id(unit)], plain_day(date)
        # The last day there is stands for an open end, and belongs to those who stand for ever.
        return life.start <= day and (day < life.end or life.end == LAST)

    def at(self, date: datetime.date) -> Snapshot:
        """All units as they stood on a day.

        Raises:
            InvalidValueError: ``date`` is no date.
        """
        return Snapshot(self, plain_day(date))

    def successors(
        self, unit: OrganisationUnit | str, date: datetime.date, *, since: datetime.date | None = None
    ) -> tuple[OrganisationUnit, ...]:
        """The units that on a day hold what a unit held, by id: itself where nothing befell it, several after a split.

        Args:
            unit: The unit, or its id.
            date: The day asked about.
            since: The day the unit is meant as of, for one that gave parts away and lived on; by default its first.

        Raises:
            NotFoundError: There is no such unit.
            InvalidValueError: One of the days is no date, or ``since`` is after ``date``.

        >>> from vstbpn.organisations.shipped.directory import bundled
        >>> [unit.id for unit in bundled().successors("bo-tttt", datetime.date(2025, 3, 1))]
        ['bo-khcn', 'bo-vhttdl']
        """
        wanted, last = self._id(unit), plain_day(date)
        first = self._lives[wanted].start if since is None else plain_day(since)
        if since is not None and last < first:
            reason = f"successors are those of {first} or later; ask for the predecessors on an earlier day"
            raise InvalidValueError("date", str(last), reason)
        return self._standing(self.succession.after(wanted, first, last), last)

    def predecessors(
        self, unit: OrganisationUnit | str, date: datetime.date, *, until: datetime.date | None = None
    ) -> tuple[OrganisationUnit, ...]:
        """The units that on a day held what a unit came to hold, by id; the inverse of ``successors``.

        Args:
            unit: The unit, or its id.
            date: The day asked about.
            until: The day the unit is meant as of, for one that took in others; by default its last.

        Raises:
            NotFoundError: There is no such unit.
            InvalidValueError: One of the days is no date, or ``until`` is before ``date``.

        >>> from vstbpn.organisations.shipped.directory import bundled
        >>> [unit.id for unit in bundled().predecessors("tinh-an-giang-2025", datetime.date(2025, 6, 30))]
        ['tinh-an-giang', 'tinh-kien-giang']
        """
        wanted, first = self._id(unit), plain_day(date)
        end = self._lives[wanted].end
        last = (LAST if end == LAST else end - _DAY) if until is None else plain_day(until)
        if until is not None and last < first:
            reason = f"predecessors are those of {last} or earlier; ask for the successors on a later day"
            raise InvalidValueError("date", str(first), reason)
        return self._standing(self.succession.before(wanted, first, last), first)

    def roll_up(
        self,
        figures: "Figures",
        line: Line | str,
        *,
        reported: datetime.date,
        by: Literal["then", "now"],
        on: datetime.date | None = None,
        shares: "Shares | None" = None,
        expected: "Expected | None" = None,
    ) -> "Totals":
        """Add up figures of one day over the units of that day, or over those of a later one (tổng hợp số liệu).

        With ``by="now"`` figures are carried through all that befell the units in between. Across a merger they add.
        Those of a unit that was divided, or dissolved without anyone to take over, are carried by shares only.

        A unit of the later day is expected to report if anything expected then went over to it or lives on as it, and
        it has reported if all of these have. Units that are new are not expected.

        Args:
            figures: The own figure of each unit that reported: a count or a sum, never a percentage or an average. Those
                below 0 are taken as they are.
            line: The line to add up along.
            reported: The day the figures and the units they are of are meant as of.
            by: Over which units: "then" for those of ``reported``, "now" for those of ``on``.
            on: The day whose units the figures are added up over; with "now" alone.
            shares: Which part of its figure each divided unit gave to whom, with "now" alone: ``{(source, target):
                part}``. The parts of a unit make exactly 1; a taker that is not named gets nothing. That of a dissolved
                unit goes to any units that stand on the day. For a unit that was divided on several days the key takes
                the day as well: ``(source, target, date)``.
            expected: Who was to report, of the units of ``reported``: units, ids, and kinds and levels, which stand for
                all their units on the line. By default whoever reported, and the units with none under them on the
                line at the ``level`` of one that reported; nobody where none did.

        Raises:
            SharesNeededError: Units with figures were divided or dissolved and have no shares. All of them are told.
            FiguresError: Figures, shares or expected units are at fault, or what they are carried to does not hang on
                the line. All faults of one sort are told.
            InvalidValueError: ``by`` is something else, ``on`` is missing or too early, or there is no such line.

        >>> from vstbpn.organisations.shipped.directory import bundled
        >>> totals = bundled().roll_up({"bo-gtvt": 120, "bo-xd": 80}, "professional", reported=datetime.date(2025, 2, 1),
        ...                            by="now", on=datetime.date(2026, 1, 1))
        >>> totals["bo-xd"].value, totals.own("chinh-phu"), totals.grand_total.value
        (200, 0, 200)
        """
        from vstbpn.organisations.figures.carrying import roll_up_through_time

        return roll_up_through_time(
            self, figures, line, reported=reported, by=by, on=on, shares=shares, expected=expected
        )

    @cached_property
    def succession(self) -> Succession:
        """Who took over what, event by event."""
        return Succession(self.events)

    @cached_property
    def links_of(self) -> Mapping[Line, tuple[Link, ...]]:
        """The links of each line."""
        return MappingProxyType({line: tuple(link for link in self.links if link.line is line) for line in Line})

    @cached_property
    def name_index(self) -> Any:  # noqa: ANN401  # A NameIndex: who writes a directory as JSON resolves this annotation, and has loaded no index.
        """All names by the keys under which they are found; every snapshot of the directory uses it."""
        from vstbpn.organisations.names.finding import NameIndex

        return NameIndex(self.names)

    def _standing(self, units: Iterable[str], date: datetime.date) -> tuple[OrganisationUnit, ...]:
        return tuple(self._by_id[unit] for unit in sorted(units) if self.stands(unit, date))

    def _id(self, unit: OrganisationUnit | str) -> str:
        wanted = unit_id(unit)
        if wanted not in self._by_id:
            raise NotFoundError("unit", shown(wanted))
        return wanted


def _several(name: str, facts: Any) -> Iterable[Any]:  # noqa: ANN401  # As in _tuple_of.
    if _is_collection(facts):
        return cast("Iterable[Any]", facts)
    raise InvalidValueError(name, shown(facts), f"expected several values of {_CLASSES[name].__name__}")


def _check_class(name: str, cls: type, facts: object) -> None:
    """Refuse what is no collection of values of a class; most are of one class alone, so that classes are looked at, not values."""
    for kind in set(map(type, _several(name, facts))):
        if not issubclass(kind, cls):
            raise InvalidValueError(name, kind.__name__, f"expected values of {cls.__name__}")
