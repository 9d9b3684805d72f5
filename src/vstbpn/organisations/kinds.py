"""The kinds of units (loại đơn vị), the levels they stand at and the lines they hang on."""

from vstbpn.errors import InvalidValueError
from vstbpn.vocabulary import Term


class Level(Term):
    """At which level of the State a unit stands (cấp)."""

    CENTRAL = ("central", "trung ương", "central")
    PROVINCE = ("province", "cấp tỉnh", "province")
    DISTRICT = ("district", "cấp huyện", "district")
    COMMUNE = ("commune", "cấp xã", "commune")
    SCHOOL = ("school", "trường học", "school")
    UNIT = ("unit", "bộ phận", "unit inside an organisation")


class Line(Term):
    """Along which line one unit hangs under another (tuyến trực thuộc).

    A Sở hangs on two at once (song trùng trực thuộc): its ministry by profession, its people's committee by territory.
    """

    PROFESSIONAL = ("professional", "ngành dọc", "professional")
    TERRITORIAL = ("territorial", "lãnh thổ", "territorial")
    PARTY = ("party", "tổ chức đảng", "Party")
    UNION = ("union", "công đoàn, đoàn thể", "union")

    @classmethod
    def of(cls, line: "Line | str") -> "Line":
        """The line itself or the one of that value.

        Raises:
            InvalidValueError: There is no such line.

        >>> Line.of("territorial")
        Line.TERRITORIAL
        """
        if isinstance(line, Line):
            return line
        for member in cls:
            if member.value == line:
                return member
        raise InvalidValueError("line", str(line), f"the lines are {', '.join(str(member.value) for member in cls)}")


class UnitKind(Term):
    """What kind of body a unit is (loại đơn vị).

    ``level`` is None where the kind alone does not tell: "UBND" may be that of a province, a district or a commune.

    >>> UnitKind.DEPARTMENT.vi, UnitKind.DEPARTMENT.level
    ('sở', Level.PROVINCE)
    """

    GOVERNMENT = ("government", "Chính phủ", "Government")
    PRIME_MINISTER = ("prime-minister", "Thủ tướng Chính phủ", "Prime Minister")
    NATIONAL_ASSEMBLY = ("national-assembly", "Quốc hội", "National Assembly")
    MINISTRY = ("ministry", "bộ", "ministry")
    MINISTERIAL_AGENCY = ("ministerial-agency", "cơ quan ngang bộ", "ministerial agency")
    PROVINCE = ("province", "tỉnh, thành phố trực thuộc trung ương", "province")
    DISTRICT = ("district", "huyện, quận, thị xã", "district")
    COMMUNE = ("commune", "xã, phường, thị trấn, đặc khu", "commune")
    PEOPLES_COUNCIL = ("peoples-council", "hội đồng nhân dân", "people's council")
    PEOPLES_COMMITTEE = ("peoples-committee", "ủy ban nhân dân", "people's committee")
    PROVINCE_COMMITTEE = ("province-committee", "ủy ban nhân dân cấp tỉnh", "people's committee of a province")
    DISTRICT_COMMITTEE = ("district-committee", "ủy ban nhân dân cấp huyện", "people's committee of a district")
    COMMUNE_COMMITTEE = ("commune-committee", "ủy ban nhân dân cấp xã", "people's committee of a commune")
    DEPARTMENT = ("department", "sở", "department of a province")
    DIVISION = ("division", "phòng thuộc ủy ban nhân dân cấp huyện", "division of a district")
    COMMUNE_DIVISION = ("commune-division", "phòng thuộc ủy ban nhân dân cấp xã", "division of a commune")
    OFFICE = ("office", "phòng, văn phòng, khoa, tổ", "office inside an organisation")
    SCHOOL = ("school", "trường", "school")
    WOMENS_ADVANCEMENT = (
        "womens-advancement",
        "ban vì sự tiến bộ của phụ nữ",
        "committee for the advancement of women",
    )
    PARTY = ("party", "tổ chức đảng", "Party body")
    MASS_ORGANISATION = ("mass-organisation", "công đoàn, đoàn thể", "union or mass organisation")
    OTHER = ("other", "đơn vị khác", "other body")

    @property
    def level(self) -> Level | None:
        """The level every unit of this kind stands at, or None where they stand at several."""
        return _LEVELS.get(self)


_LEVELS = {
    UnitKind.GOVERNMENT: Level.CENTRAL,
    UnitKind.PRIME_MINISTER: Level.CENTRAL,
    UnitKind.NATIONAL_ASSEMBLY: Level.CENTRAL,
    UnitKind.MINISTRY: Level.CENTRAL,
    UnitKind.MINISTERIAL_AGENCY: Level.CENTRAL,
    UnitKind.PROVINCE: Level.PROVINCE,
    UnitKind.PROVINCE_COMMITTEE: Level.PROVINCE,
    UnitKind.DEPARTMENT: Level.PROVINCE,
    UnitKind.DISTRICT: Level.DISTRICT,
    UnitKind.DISTRICT_COMMITTEE: Level.DISTRICT,
    UnitKind.DIVISION: Level.DISTRICT,
    UnitKind.COMMUNE: Level.COMMUNE,
    UnitKind.COMMUNE_COMMITTEE: Level.COMMUNE,
    UnitKind.COMMUNE_DIVISION: Level.COMMUNE,
    UnitKind.SCHOOL: Level.SCHOOL,
    UnitKind.OFFICE: Level.UNIT,
}
