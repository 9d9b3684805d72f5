"""All units as they stood on one day (trạng thái tổ chức tại một ngày)."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.organisations.forest import Forest
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import DatedRole, OrganisationUnit, unit_id

if TYPE_CHECKING:
    from vstbpn.organisations.directory import Directory
    from vstbpn.organisations.figures.expecting import Expected
    from vstbpn.organisations.figures.figures import Figures
    from vstbpn.organisations.figures.rolling_up import Totals
    from vstbpn.organisations.figures.row import Row
    from vstbpn.organisations.names.finding import Finder

_Units = tuple[OrganisationUnit, ...]


class Snapshot:
    """All units on one day (trạng thái tổ chức tại một ngày), made by ``Directory.at``; it does not change.

    Units are given by id or as they are, lines as ``Line`` or by their value ("professional", "territorial").
    """

    def __init__(self, directory: "Directory", date: datetime.date) -> None:
        self._directory = directory
        self._date = date
        self._names = {
            name.unit: name.name
            for name in directory.names
            if (name.start is None or name.start <= date) and (name.end is None or date < name.end)
        }
        self._units = {unit.id: unit for unit in directory.units if unit.id in self._names}
        self._forests: dict[str, Forest] = {}
        self._rows: dict[str, Row] = {}

    def __repr__(self) -> str:
        return f"<Snapshot of {self.date}: {len(self._units)} units>"

    def __len__(self) -> int:
        return len(self._units)

    def __contains__(self, unit: object) -> bool:
        return isinstance(unit, OrganisationUnit | str) and unit_id(unit) in self._units

    @property
    def directory(self) -> "Directory":
        """The directory whose units these are."""
        return self._directory

    @property
    def date(self) -> datetime.date:
        """The day."""
        return self._date

    @property
    def units(self) -> _Units:
        """The units that stand on the day."""
        return tuple(self._units.values())

    def unit(self, unit: OrganisationUnit | str) -> OrganisationUnit:
        """The unit of that id.

        Raises:
            NotFoundError: No such unit stands on the day.
            InvalidValueError: It is no id.
        """
        return self._units[self._id(unit)]

    def name(self, unit: OrganisationUnit | str) -> str:
        """The name the unit bears on the day.

        Raises:
            NotFoundError: The unit does not stand on the day.
        """
        return self._names[self._id(unit)]

    def codes(self, unit: OrganisationUnit | str, scheme: str) -> tuple[str, ...]:
        """The codes the unit bears in a scheme on the day, most often one.

        Raises:
            NotFoundError: The unit does not stand on the day.
            InvalidValueError: The unit or the scheme is something else than that.
        """
        return self._codes_of.get((self._id(unit), _scheme(scheme)), ())

    def roles(self, unit: OrganisationUnit | str) -> tuple[DatedRole, ...]:
        """Who heads a body on the day, and which is its standing body (người đứng đầu, cơ quan thường trực).

        Raises:
            NotFoundError: The unit does not stand on the day.
        """
        return self._roles_of.get(self._id(unit), ())

    def parent(self, unit: OrganisationUnit | str, line: Line | str) -> OrganisationUnit | None:
        """The unit it hangs under along a line (cơ quan cấp trên trực tiếp).

        Raises:
            NotFoundError: The unit does not stand on the day.
            InvalidValueError: There is no such line.
        """
        return self.forest(line).parents.get(self._id(unit))

    def ancestors(self, unit: OrganisationUnit | str, line: Line | str) -> _Units:
        """The units above it along a line, the nearest first (các cấp trên). Raises as ``parent``."""
        return self.forest(line).above(self._id(unit))

    def children(self, unit: OrganisationUnit | str, line: Line | str) -> _Units:
        """The units that hang directly under it along a line (đơn vị trực thuộc). Raises as ``parent``."""
        return self.forest(line).children.get(self._id(unit), ())

    def descendants(self, unit: OrganisationUnit | str, line: Line | str) -> _Units:
        """All units below it along a line, each before those under it (các cấp dưới). Raises as ``parent``."""
        forest = self.forest(line)
        return tuple(forest.below(forest.children.get(self._id(unit), ())))

    def roots(self, line: Line | str) -> _Units:
        """The units others hang under along a line and that hang under none. Raises as ``parent``."""
        return self.forest(line).roots

    def walk(
        self, line: Line | str, unit: OrganisationUnit | str | None = None
    ) -> Iterator[tuple[OrganisationUnit, int]]:
        """A unit and all below it along a line, each before those under it, with how far below it is.

        Args:
            line: The line to walk down.
            unit: Where to begin; by default at every root of the line.

        Raises:
            NotFoundError: The unit does not stand on the day.
            InvalidValueError: There is no such line.

        >>> from vstbpn.organisations.shipped.directory import bundled
        >>> walk = bundled().at(datetime.date(2026, 1, 1)).walk("professional", "chinh-phu")
        >>> [(unit.id, depth) for unit, depth in walk][:2]
        [('chinh-phu', 0), ('van-phong-chinh-phu', 1)]
        """
        forest = self.forest(line)
        return forest.with_depths(forest.roots if unit is None else (self.unit(unit),))

    def find_by_name(self, text: str, *, within: OrganisationUnit | str | None = None) -> _Units:
        """The units of that name on the day, however abbreviated or spelt; none or several are answers too.

        A name that fits exactly goes before those that fit more loosely, without "tỉnh" or with a part of their place left
        out; last of all stand initials of an office ("Phòng GDMN") and names without any marks, if one unit alone fits.
        Several come in the order of the directory.

        Args:
            text: The name as written.
            within: In which context it is meant: a unit, its id, or the name of a unit or a place ("An Giang"). Then
                "UBND tỉnh", "Sở Nội vụ" and "Sở" are understood, as names less their place. Of the units that may be
                meant the nearest are given: the unit itself and those above it, the nearest first, on whatever line;
                else those below it; else those beside it, the nearest first by what both hang under. Beside it a short
                name is one of the whole province ("HĐND tỉnh"), or of the same huyện or xã, never of another one; an
                office is that of a body above. What is no one's there may lie outside all provinces, as a ministry
                does, or name its own place. A province and its people's committee go together. A name that tells whose
                it is ("Văn phòng Sở") is found right under that body alone.

        Raises:
            NotFoundError: No unit or place is called as ``within`` says.
            InvalidValueError: ``text`` or ``within`` is something else than a text.

        >>> from vstbpn.organisations.shipped.directory import bundled
        >>> bundled().at(datetime.date(2020, 6, 1)).find_by_name("Bộ LĐ-TB&XH")
        (OrganisationUnit(id='bo-ldtbxh', kind=UnitKind.MINISTRY),)
        >>> bundled().at(datetime.date(2026, 6, 1)).find_by_name("Tỉnh", within="An Giang")
        (OrganisationUnit(id='tinh-an-giang-2025', kind=UnitKind.PROVINCE),)
        """
        return self._finder.find(text, within)

    def named(self, text: str, *, within: OrganisationUnit | str | None = None) -> OrganisationUnit:
        """The one unit of that name on the day; takes what ``find_by_name`` takes.

        Raises:
            NotFoundError: There is none, or there are several; the candidates are near misses, or the several, each as
                an id with the name in brackets. Where the name was borne once, ``reason`` says until when, and the
                candidates are those it went over to. Or no unit or place is called as ``within`` says.
            InvalidValueError: ``text`` or ``within`` is something else than a text.

        >>> from vstbpn.organisations.shipped.directory import bundled
        >>> bundled().at(datetime.date(2026, 6, 1)).named("BỘ GD&ĐT").id
        'bo-gddt'
        """
        return self._finder.named(text, within)

    def find_by_code(self, scheme: str, code: str) -> OrganisationUnit | None:
        """The unit that bears a code on the day, if any.

        Raises:
            InvalidValueError: The scheme or the code is no text.

        >>> from vstbpn.organisations.shipped.directory import bundled
        >>> before, after = (bundled().at(datetime.date(2025, month, 1)) for month in (6, 7))
        >>> before.name(before.find_by_code("gso", "24")), after.name(after.find_by_code("gso", "24"))
        ('Tỉnh Bắc Giang', 'Tỉnh Bắc Ninh')
        """
        if not isinstance(code, str):
            raise InvalidValueError("code", shown(code), 'codes are texts, which keep their zeros: "24", "01"')
        bearer = self._codes.get((_scheme(scheme), code))
        return None if bearer is None else self._units[bearer]

    def successors(self, unit: OrganisationUnit | str, date: datetime.date) -> _Units:
        """The units that on a later day hold what the unit holds on this one.

        Raises:
            NotFoundError: The unit does not stand on this day.
            InvalidValueError: ``date`` is no date, or earlier than this day.
        """
        return self.directory.successors(self._id(unit), date, since=self.date)

    def predecessors(self, unit: OrganisationUnit | str, date: datetime.date) -> _Units:
        """The units that on an earlier day held what the unit holds on this one.

        Raises:
            NotFoundError: The unit does not stand on this day.
            InvalidValueError: ``date`` is no date, or later than this day.
        """
        return self.directory.predecessors(self._id(unit), date, until=self.date)

    def to_mermaid(
        self,
        lines: Iterable[Line | str] | Line | str | None = None,
        *,
        unit: OrganisationUnit | str | None = None,
        depth: int | None = None,
        above: bool = False,
    ) -> str:
        """The hierarchy as a Mermaid flow chart (sơ đồ tổ chức), which many Markdown viewers draw.

        The territorial line is drawn plain, the professional one dashed, the Party's thick, the unions' with a round end.

        Args:
            lines: The line or lines to draw; by default all.
            unit: Where to begin; by default at every root.
            depth: How many levels to draw from the first units on; by default all.
            above: Whether to draw what is above the unit, instead of what is below it.

        Raises:
            NotFoundError: The unit does not stand on the day.
            InvalidValueError: There is no such line, or none was given; the depth is no count, ``above`` has no unit to
                look up from, or there are too many units for a picture.

        >>> from vstbpn.organisations.shipped.directory import bundled
        >>> snapshot = bundled().at(datetime.date(2025, 6, 30))
        >>> print(snapshot.to_mermaid("professional", unit="chinh-phu", depth=1).splitlines()[:2])
        ['flowchart TD', '  u0["Chính phủ"]']
        """
        from vstbpn.organisations.drawing import mermaid, picture

        return mermaid(picture(self, lines, unit, depth, above=above))

    def to_dot(
        self,
        lines: Iterable[Line | str] | Line | str | None = None,
        *,
        unit: OrganisationUnit | str | None = None,
        depth: int | None = None,
        above: bool = False,
    ) -> str:
        """The hierarchy in the language of Graphviz (sơ đồ tổ chức). Takes and raises as ``to_mermaid``."""
        from vstbpn.organisations.drawing import dot, picture

        return dot(picture(self, lines, unit, depth, above=above))

    def roll_up(self, figures: "Figures", line: Line | str, *, expected: "Expected | None" = None) -> "Totals":
        """Add up the figures of units over all that is above them along a line (tổng hợp số liệu).

        Args:
            figures: The own figure of each unit that reported, by the unit or its id: a count or a sum, never a percentage
                or an average. A figure below 0 is taken as it is, since corrections and differences may be; that no
                head count is one is for you to check.
            line: The line to add up along.
            expected: Who was to report: units, ids, and kinds and levels, which stand for all their units on the line.
                By default whoever reported, and the units with none under them on the line at the ``level`` of one
                that reported (kinds without a level make one level together): if a school reports, all schools are
                expected, and no commune. Without any figure nobody is. Who reported without being expected is in the
                values, not in the coverage.

        Raises:
            FiguresError: A figure is no int, Decimal or Fraction (a float is not exact), or a unit with a figure does
                not stand on the day or does not hang on the line; or so it is with expected ones. All faults of one
                sort are told.
            InvalidValueError: There is no such line.

        >>> from vstbpn.organisations.shipped.directory import bundled
        >>> totals = bundled().at(datetime.date(2026, 1, 1)).roll_up({"bo-gddt": 410, "bo-yt": 322}, "professional")
        >>> totals["chinh-phu"].value
        732
        """
        from vstbpn.organisations.figures.rolling_up import roll_up

        return roll_up(self, figures, line, expected)

    def forest(self, line: Line | str) -> Forest:
        """The trees of a line on the day.

        Raises:
            InvalidValueError: There is no such line.
        """
        # Looked up by the line's value: an enumeration member takes longer to hash, and this is asked for at each step.
        forest = self._forests.get(line) if isinstance(line, str) else None
        if forest is None:
            key = str(Line.of(line)._value_)
            forest = self._forests.get(key)
            if forest is None:
                forest = self._forests[key] = self._forest(Line.of(line))
        return forest

    def row(self, line: Line | str) -> "Row":
        """The units of the trees of a line in one row, made once. Raises as ``forest``."""
        forest = self.forest(line)
        key = str(Line.of(line).value)
        if key not in self._rows:
            from vstbpn.organisations.figures.row import Row

            self._rows[key] = Row(forest)
        return self._rows[key]

    def _forest(self, line: Line) -> Forest:
        date, units = self.date, self._units
        parents = {
            link.child: units[link.parent]
            for link in self.directory.links_of[line]
            if link.child in units
            and (link.start is None or link.start <= date)
            and (link.end is None or date < link.end)
        }
        return Forest(units, parents)

    @cached_property
    def _finder(self) -> "Finder":
        from vstbpn.organisations.names.finding import Finder

        return Finder(self)

    @cached_property
    def _codes(self) -> Mapping[tuple[str, str], str]:
        return {
            (code.scheme, code.code): code.unit
            for code in self.directory.codes
            if code.unit in self._units and code.holds(self.date)
        }

    @cached_property
    def _codes_of(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        codes: dict[tuple[str, str], list[str]] = defaultdict(list)
        for (scheme, code), bearer in self._codes.items():
            codes[bearer, scheme].append(code)
        return {key: tuple(borne) for key, borne in codes.items()}

    @cached_property
    def _roles_of(self) -> Mapping[str, tuple[DatedRole, ...]]:
        roles: dict[str, list[DatedRole]] = defaultdict(list)
        for role in self.directory.roles:
            if role.holds(self.date):
                roles[role.unit].append(role)
        return {unit: tuple(held) for unit, held in roles.items()}

    def _id(self, unit: OrganisationUnit | str) -> str:
        wanted = unit_id(unit)
        if wanted not in self._units:
            raise NotFoundError(f"unit on {self.date}", shown(wanted))
        return wanted


def _scheme(scheme: object) -> str:
    if isinstance(scheme, str):
        return scheme
    raise InvalidValueError("scheme", shown(scheme), 'expected the name of a scheme of codes, such as "gso"')
