"""The closed lists of kinds, levels and lines."""

import datetime
import re
from collections import Counter

import pytest

from vstbpn.catalogue.tables import Confidence
from vstbpn.catalogue.unit_tables import UnitKindParentRow, UnitKindRow, unit_kind_parents, unit_kinds
from vstbpn.errors import InvalidValueError
from vstbpn.organisations.units.kinds import Level, Line, UnitKind


class TestLine:
    def test_is_given_as_member_or_by_value(self) -> None:
        assert Line.of(Line.PARTY) is Line.PARTY
        assert [Line.of(str(line.value)) for line in Line] == list(Line)

    def test_unknown_line_is_told_with_the_known_ones(self) -> None:
        with pytest.raises(InvalidValueError, match="professional, territorial, party, union"):
            Line.of("sideways")


class TestUnitKind:
    def test_kinds_of_one_level_tell_it(self) -> None:
        assert UnitKind.MINISTRY.level is Level.CENTRAL
        assert UnitKind.DEPARTMENT.level is Level.PROVINCE
        assert UnitKind.DIVISION.level is Level.DISTRICT
        assert UnitKind.COMMUNE_DIVISION.level is Level.COMMUNE
        assert UnitKind.SCHOOL.level is Level.SCHOOL
        assert UnitKind.OFFICE.level is Level.UNIT

    @pytest.mark.parametrize("kind", [UnitKind.PEOPLES_COMMITTEE, UnitKind.WOMENS_ADVANCEMENT, UnitKind.PARTY])
    def test_kinds_of_several_levels_tell_none(self, kind: UnitKind) -> None:
        assert kind.level is None


LAST_DISTRICT_DAY = datetime.date(2025, 6, 30)

LOWER_SCHOOLS = (UnitKind.KINDERGARTEN, UnitKind.PRIMARY_SCHOOL, UnitKind.LOWER_SECONDARY_SCHOOL)


class TestKindsTable:
    """What the table says of each kind."""

    def test_every_kind_has_one_row(self) -> None:
        assert [row.kind for row in unit_kinds()] == [kind.value for kind in UnitKind]

    @pytest.mark.parametrize("row", unit_kinds(), ids=lambda row: row.kind)
    def test_a_source_is_an_act_or_published_or_own_knowledge(self, row: UnitKindRow) -> None:
        assert row.source
        assert "bundled" not in row.source
        if row.source == "own knowledge":
            assert row.confidence is Confidence.UNCONFIRMED

    def test_the_district_level_ended(self) -> None:
        ended = {row.kind: row.valid_to for row in unit_kinds() if row.valid_to}
        assert ended == dict.fromkeys(("district", "district-committee", "division"), LAST_DISTRICT_DAY)
        assert {row.legal_basis for row in unit_kinds() if row.valid_to} == {"203/2025/QH15"}

    def test_the_divisions_of_communes_began(self) -> None:
        begun = {row.kind: row.valid_from for row in unit_kinds() if row.valid_from}
        assert begun == {"commune-division": datetime.date(2025, 7, 1)}


class TestParentsTable:
    """Which kinds may stand under which, from when to when."""

    @pytest.mark.parametrize("row", unit_kind_parents(), ids=lambda row: f"{row.kind} {row.line} {row.parent}")
    def test_a_row(self, row: UnitKindParentRow) -> None:
        assert UnitKind.of(row.kind) is not UnitKind.of(row.parent)
        assert Line.of(row.line) in {Line.PROFESSIONAL, Line.TERRITORIAL}
        if row.source == "own knowledge":
            assert row.confidence is Confidence.UNCONFIRMED
        else:
            assert re.search(r"(?:Nghị quyết|Nghị định|Thông tư) [0-9]+/|^github:", row.source)

    def test_each_is_stated_once(self) -> None:
        stated = Counter((row.kind, row.line, row.parent, row.valid_from) for row in unit_kind_parents())
        assert [key for key, count in stated.items() if count > 1] == []

    def test_nothing_hangs_under_the_district_level_after_it_ended(self) -> None:
        ended = {row.kind for row in unit_kinds() if row.valid_to}
        rows = [row for row in unit_kind_parents() if {row.kind, row.parent} & ended]
        assert {row.valid_to for row in rows} == {LAST_DISTRICT_DAY}

    def test_a_department_obeys_two(self) -> None:
        for year in (2020, 2026):
            day = datetime.date(year, 1, 1)
            assert UnitKind.DEPARTMENT.parents("professional", day)[0] is UnitKind.MINISTRY
            assert UnitKind.DEPARTMENT.parents("territorial", day)[0] is UnitKind.PROVINCE_COMMITTEE

    @pytest.mark.parametrize("kind", LOWER_SCHOOLS)
    def test_a_lower_school_went_from_the_division_to_department_and_commune(self, kind: UnitKind) -> None:
        before, after = LAST_DISTRICT_DAY, LAST_DISTRICT_DAY + datetime.timedelta(days=1)
        assert kind.parents("professional", before)[0] is UnitKind.DIVISION
        assert kind.parents("professional", after) == (UnitKind.DEPARTMENT,)
        assert kind.parents("territorial", before)[0] is UnitKind.DISTRICT_COMMITTEE
        assert kind.parents("territorial", after)[0] is UnitKind.COMMUNE_COMMITTEE

    @pytest.mark.parametrize("kind", LOWER_SCHOOLS)
    def test_a_practice_school_hangs_under_the_department_itself(self, kind: UnitKind) -> None:
        for year in (2020, 2026):
            for line in (Line.PROFESSIONAL, Line.TERRITORIAL):
                assert kind.may_stand_under(UnitKind.DEPARTMENT, line, datetime.date(year, 1, 1))

    def test_a_committee_whose_level_is_not_told_may_be_of_each(self) -> None:
        before, after = LAST_DISTRICT_DAY, LAST_DISTRICT_DAY + datetime.timedelta(days=1)
        committee = UnitKind.PEOPLES_COMMITTEE
        for kind in (UnitKind.DEPARTMENT, UnitKind.DIVISION, UnitKind.KINDERGARTEN, committee):
            assert kind.may_stand_under(committee, Line.TERRITORIAL, before)
        assert not UnitKind.DIVISION.may_stand_under(committee, Line.TERRITORIAL, after)
        assert committee.may_stand_under(UnitKind.GOVERNMENT, Line.TERRITORIAL, after)
        assert not committee.may_stand_under(UnitKind.MINISTRY, Line.TERRITORIAL, after)

    def test_an_upper_secondary_school_stays_under_the_department(self) -> None:
        for year in (2020, 2026):
            day = datetime.date(year, 1, 1)
            assert UnitKind.UPPER_SECONDARY_SCHOOL.parents("professional", day) == (UnitKind.DEPARTMENT,)

    def test_committees_for_the_advancement_of_women_hang_under_any_body(self) -> None:
        day = datetime.date(2024, 1, 1)
        for kind in (UnitKind.MINISTRY, UnitKind.PROVINCE_COMMITTEE, UnitKind.DEPARTMENT, UnitKind.KINDERGARTEN):
            assert UnitKind.WOMENS_ADVANCEMENT.may_stand_under(kind, Line.TERRITORIAL, day)
