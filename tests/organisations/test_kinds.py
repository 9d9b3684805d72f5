"""The closed lists of kinds, levels and lines."""

import pytest

from vstbpn.errors import InvalidValueError
from vstbpn.organisations.kinds import Level, Line, UnitKind


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
