"""The kinds of units (loại đơn vị), the levels they stand at and the lines they hang on.

What is known of each kind stands in two bundled tables, ``unit-kinds`` and ``unit-kind-parents``, with its source.
"""

import datetime
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, cached_property

from vstbpn.catalogue.unit_tables import UnitKindParentRow, UnitKindRow, unit_kind_parents, unit_kinds
from vstbpn.organisations.units.intervals import plain_day
from vstbpn.vocabulary import Term


class Level(Term):
    """At which level of the State a unit stands (cấp)."""

    CENTRAL = ("central", "trung ương", "central")
    PROVINCE = ("province", "cấp tỉnh", "province")
    DISTRICT = ("district", "cấp huyện", "district")
    COMMUNE = ("commune", "cấp xã", "commune")
    SCHOOL = ("school", "trường học", "school")
    UNIT = ("unit", "bộ phận", "unit inside an organisation")

    @property
    def depth(self) -> int:
        """How far below the centre it is: 0 for central, 5 for a unit inside an organisation."""
        return _DEPTHS[self]


_DEPTHS = {level: depth for depth, level in enumerate(Level)}


class Line(Term):
    """Along which line one unit hangs under another (tuyến trực thuộc).

    A Sở hangs on two at once (song trùng trực thuộc): its ministry by profession, its people's committee by territory.
    """

    PROFESSIONAL = ("professional", "ngành dọc", "professional")
    TERRITORIAL = ("territorial", "lãnh thổ", "territorial")
    PARTY = ("party", "tổ chức đảng", "Party")
    UNION = ("union", "công đoàn, đoàn thể", "union")


class UnitKind(Term):
    """What kind of body a unit is (loại đơn vị).

    ``level`` is None where the kind alone does not tell: "UBND" may be that of a province, a district or a commune.

    >>> UnitKind.DEPARTMENT.vi, UnitKind.DEPARTMENT.level, UnitKind.DEPARTMENT.name_patterns
    ('sở', Level.PROVINCE, ('Sở {field} {territory}',))
    """

    GOVERNMENT = ("government", "Chính phủ", "Government")
    PRIME_MINISTER = ("prime-minister", "Thủ tướng Chính phủ", "Prime Minister")
    NATIONAL_ASSEMBLY = ("national-assembly", "Quốc hội", "National Assembly")
    MINISTRY = ("ministry", "bộ", "ministry")
    MINISTERIAL_AGENCY = ("ministerial-agency", "cơ quan ngang bộ", "ministerial agency")
    CENTRAL_BODY = ("central-body", "cơ quan trung ương khác", "other central body")
    PROVINCE = ("province", "tỉnh, thành phố trực thuộc trung ương", "province")
    DISTRICT = ("district", "huyện, quận, thị xã, thành phố thuộc tỉnh", "district")
    COMMUNE = ("commune", "xã, phường, thị trấn, đặc khu", "commune")
    PEOPLES_COUNCIL = ("peoples-council", "hội đồng nhân dân", "people's council")
    PEOPLES_COMMITTEE = ("peoples-committee", "ủy ban nhân dân", "people's committee")
    PROVINCE_COMMITTEE = ("province-committee", "ủy ban nhân dân cấp tỉnh", "people's committee of a province")
    DISTRICT_COMMITTEE = ("district-committee", "ủy ban nhân dân cấp huyện", "people's committee of a district")
    COMMUNE_COMMITTEE = ("commune-committee", "ủy ban nhân dân cấp xã", "people's committee of a commune")
    DEPARTMENT = ("department", "sở", "department of a province")
    DIVISION = ("division", "phòng thuộc ủy ban nhân dân cấp huyện", "division of a district")
    COMMUNE_DIVISION = ("commune-division", "phòng thuộc ủy ban nhân dân cấp xã", "division of a commune")
    SERVICE_CENTRE = ("service-centre", "trung tâm phục vụ hành chính công", "public administration service centre")
    OFFICE = ("office", "phòng, văn phòng, khoa, tổ", "office inside an organisation")
    KINDERGARTEN = ("kindergarten", "trường mầm non, mẫu giáo", "kindergarten")
    PRIMARY_SCHOOL = ("primary-school", "trường tiểu học", "primary school")
    LOWER_SECONDARY_SCHOOL = ("lower-secondary-school", "trường trung học cơ sở", "lower secondary school")
    PRIMARY_AND_LOWER_SECONDARY_SCHOOL = (
        "primary-and-lower-secondary-school",
        "trường tiểu học và trung học cơ sở",
        "primary and lower secondary school",
    )
    UPPER_SECONDARY_SCHOOL = ("upper-secondary-school", "trường trung học phổ thông", "upper secondary school")
    MULTI_LEVEL_SCHOOL = ("multi-level-school", "trường phổ thông có nhiều cấp học", "school of several levels")
    ETHNIC_BOARDING_SCHOOL = (
        "ethnic-boarding-school",
        "trường phổ thông dân tộc nội trú",
        "boarding school for ethnic minorities",
    )
    ETHNIC_SEMI_BOARDING_SCHOOL = (
        "ethnic-semi-boarding-school",
        "trường phổ thông dân tộc bán trú",
        "semi-boarding school for ethnic minorities",
    )
    CONTINUING_EDUCATION_CENTRE = (
        "continuing-education-centre",
        "trung tâm giáo dục thường xuyên",
        "continuing education centre",
    )
    VOCATIONAL_EDUCATION_CENTRE = (
        "vocational-education-centre",
        "trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên",
        "vocational and continuing education centre",
    )
    COLLEGE = ("college", "trường cao đẳng", "college")
    UNIVERSITY = ("university", "trường đại học, học viện", "university")
    SCHOOL = ("school", "trường", "school")
    WOMENS_ADVANCEMENT = (
        "womens-advancement",
        "ban vì sự tiến bộ của phụ nữ",
        "committee for the advancement of women",
    )
    PARTY = ("party", "tổ chức đảng", "Party body")
    MASS_ORGANISATION = ("mass-organisation", "công đoàn, đoàn thể", "union or mass organisation")
    OTHER = ("other", "đơn vị khác", "other body")

    @cached_property
    def row(self) -> UnitKindRow:
        """What the bundled table says of the kind, with source and confidence."""
        return _rows()[str(self.value)]

    @cached_property
    def level(self) -> Level | None:
        """The level every unit of this kind stands at, or None where they stand at several."""
        return Level.of(self.row.level) if self.row.level else None

    @property
    def name_patterns(self) -> tuple[str, ...]:
        """How official names of the kind are built, in braces what differs; none where each has a name of its own."""
        return tuple(filter(None, self.row.name_pattern.split("; ")))

    @property
    def abbreviations(self) -> tuple[str, ...]:
        """The letters that stand for the kind in names and symbols."""
        return tuple(filter(None, self.row.abbreviations.split("; ")))

    def stands_on(self, date: datetime.date) -> bool:
        """Whether there are units of this kind on a day.

        Raises:
            InvalidValueError: ``date`` is no date.

        >>> UnitKind.DIVISION.stands_on(datetime.date(2025, 7, 1))
        False
        """
        return _holds(self.row, plain_day(date))

    def parents(self, line: Line | str, date: datetime.date) -> tuple["UnitKind", ...]:
        """The kinds it may stand under along a line on a day; none where the table knows of no such line.

        Raises:
            InvalidValueError: There is no such line, or ``date`` is no date.

        >>> kinds = (UnitKind.KINDERGARTEN.parents("professional", datetime.date(year, 9, 1)) for year in (2024, 2026))
        >>> list(kinds)
        [(UnitKind.DIVISION, UnitKind.DEPARTMENT), (UnitKind.DEPARTMENT,)]
        """
        day = plain_day(date)
        return tuple(UnitKind.of(row.parent) for row in self.parent_rows(line) if _holds(row, day))

    def parent_rows(self, line: Line | str) -> tuple[UnitKindParentRow, ...]:
        """What the bundled table says of the kinds it may stand under along a line, from when to when, with sources.

        Raises:
            InvalidValueError: There is no such line.
        """
        return tuple(_parent_rows().get((str(self.value), str(Line.of(line).value)), ()))

    def may_stand_under(self, parent: "UnitKind | str", line: Line | str, date: datetime.date) -> bool:
        """Whether a unit of this kind may hang under one of another along a line on a day.

        Where the table says nothing of a kind on a line, any parent will do whose level is not below its own.

        Raises:
            InvalidValueError: There is no such kind or line, or ``date`` is no date.

        >>> UnitKind.KINDERGARTEN.may_stand_under(UnitKind.DIVISION, "professional", datetime.date(2026, 9, 1))
        False
        """
        parent, line, date = UnitKind.of(parent), Line.of(line), plain_day(date)
        if UnitKind.OTHER in {self, parent}:
            return True
        if UnitKind.PEOPLES_COMMITTEE in {self, parent}:
            # One of a level that is not told stands for whichever fits.
            pairs = ((child, above) for child in _possible(self) for above in _possible(parent))
            return any(child.may_stand_under(above, line, date) for child, above in pairs)
        if self.parent_rows(line):
            return parent in self.parents(line, date)
        return self.level is None or parent.level is None or parent.level.depth <= self.level.depth

    def belongs_on(self, line: Line | str, date: datetime.date) -> bool:
        """Whether a unit of this kind has a place on a line on a day; where the table says nothing, it has.

        Raises:
            InvalidValueError: There is no such line, or ``date`` is no date.
        """
        return bool(self.parents(line, date)) or not self.parent_rows(line)

    def days_of_change(self, line: Line | str) -> tuple[datetime.date, ...]:
        """The days from which the kinds it may hang under along a line are others, in order.

        Raises:
            InvalidValueError: There is no such line.
        """
        rows = self.parent_rows(line)
        firsts = {row.valid_from for row in rows if row.valid_from}
        return tuple(sorted(firsts | {row.valid_to + datetime.timedelta(days=1) for row in rows if row.valid_to}))


_COMMITTEES = (UnitKind.PROVINCE_COMMITTEE, UnitKind.DISTRICT_COMMITTEE, UnitKind.COMMUNE_COMMITTEE)


def _possible(kind: UnitKind) -> tuple[UnitKind, ...]:
    """The kinds one may be: a people's committee of which the level is not told may be of each."""
    return _COMMITTEES if kind is UnitKind.PEOPLES_COMMITTEE else (kind,)


def _holds(row: UnitKindRow | UnitKindParentRow, date: datetime.date) -> bool:
    """Whether a row holds on a day; the tables give the last day, as acts do."""
    return (row.valid_from is None or row.valid_from <= date) and (row.valid_to is None or date <= row.valid_to)


@cache
def _rows() -> Mapping[str, UnitKindRow]:
    return {row.kind: row for row in unit_kinds()}


@cache
def _parent_rows() -> Mapping[tuple[str, str], list[UnitKindParentRow]]:
    rows = defaultdict(list)
    for row in unit_kind_parents():
        rows[row.kind, row.line].append(row)
    return dict(rows)
