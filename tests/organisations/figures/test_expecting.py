"""Who is expected to report: by default, by name, by kind and by level, in a directory as real ones are."""

import datetime
from fractions import Fraction
from functools import cache, partial
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.figures.figures import FiguresError
from vstbpn.organisations.figures.rolling_up import Total, Totals
from vstbpn.organisations.shipped.directory import bundled
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.units.kinds import Level, Line, UnitKind
from vstbpn.organisations.units.unit import DatedName, Link, OrganisationUnit

REPORTED, ON = datetime.date(2024, 12, 31), datetime.date(2026, 1, 1)
LINE = "territorial"

UNITS = """\
id,name,valid_from,valid_to,territorial,event,successors
so-gddt,Sở Giáo dục và Đào tạo tỉnh An Giang,,30/6/2025,ubnd-tinh-an-giang,,
so-gddt,Sở Giáo dục và Đào tạo tỉnh An Giang,01/7/2025,,ubnd-tinh-an-giang-2025,,
ubnd-huyen-dong,Ủy ban nhân dân huyện Đông,,30/6/2025,ubnd-tinh-an-giang,abolish,
ubnd-huyen-tay,Ủy ban nhân dân huyện Tây,,30/6/2025,ubnd-tinh-an-giang,abolish,
phong-dong,Phòng Giáo dục và Đào tạo huyện Đông,,30/6/2025,ubnd-huyen-dong,abolish,
phong-tay,Phòng Giáo dục và Đào tạo huyện Tây,,30/6/2025,ubnd-huyen-tay,abolish,
phong-nv-tay,Phòng Nội vụ huyện Tây,,30/6/2025,ubnd-huyen-tay,abolish,
ubnd-xa-1,Ủy ban nhân dân xã Một,,30/6/2025,ubnd-huyen-dong,merge,ubnd-xa-dong
ubnd-xa-2,Ủy ban nhân dân xã Hai,,30/6/2025,ubnd-huyen-dong,merge,ubnd-xa-dong
ubnd-xa-3,Ủy ban nhân dân xã Ba,,30/6/2025,ubnd-huyen-tay,merge,ubnd-xa-tay
ubnd-xa-4,Ủy ban nhân dân xã Bốn,,30/6/2025,ubnd-huyen-tay,merge,ubnd-xa-tay
ubnd-xa-5,Ủy ban nhân dân xã Năm,,30/6/2025,ubnd-huyen-tay,,
ubnd-xa-5,Ủy ban nhân dân xã Năm,01/7/2025,,ubnd-tinh-an-giang-2025,,
ubnd-xa-dong,Ủy ban nhân dân xã Đông,01/7/2025,,ubnd-tinh-an-giang-2025,,
ubnd-xa-tay,Ủy ban nhân dân xã Tây,01/7/2025,,ubnd-tinh-an-giang-2025,,
mn-mai,Trường Mầm non Mai,,30/6/2025,phong-dong,merge,mn-mai-cuc
mn-cuc,Trường Mầm non Cúc,,30/6/2025,phong-tay,merge,mn-mai-cuc
mn-mai-cuc,Trường Mầm non Mai Cúc,01/7/2025,,ubnd-xa-dong,,
mn-sen,Trường Mầm non Hoa Sen,,30/6/2025,ubnd-huyen-dong,,
mn-sen,Trường Mầm non Hoa Sen,01/7/2025,,ubnd-xa-dong,,
th-dao,Trường Tiểu học Đào,,30/6/2025,ubnd-huyen-dong,,
th-dao,Trường Tiểu học Đào,01/7/2025,,ubnd-xa-dong,,
th-ban-1,Trường Tiểu học Ban,,30/6/2025,ubnd-huyen-dong,,
th-ban-1,Trường Tiểu học Ban,01/7/2025,,ubnd-xa-dong,,
th-ban-2,Trường Tiểu học Ban,,30/6/2025,ubnd-huyen-tay,,
th-ban-2,Trường Tiểu học Ban,01/7/2025,,ubnd-xa-tay,,
thcs-lan,Trường THCS Lan,,30/6/2025,phong-tay,,
thcs-lan,Trường THCS Lan,01/7/2025,31/8/2025,ubnd-xa-tay,split,thcs-lan-1; thcs-lan-2
thcs-lan-1,Trường THCS Lan 1,01/9/2025,,ubnd-xa-tay,,
thcs-lan-2,Trường THCS Lan 2,01/9/2025,,ubnd-xa-dong,,
"""

FIGURES = {"mn-mai": 18, "mn-cuc": 12, "th-dao": 25, "th-ban-1": 9, "th-ban-2": 7}


@cache
def directory() -> Directory:
    return bundled().with_rows(UNITS)


def then() -> Snapshot:
    return directory().at(REPORTED)


def now(figures: Any, **more: Any) -> Totals:  # noqa: ANN401  # Whatever is passed.
    return directory().roll_up(figures, LINE, reported=REPORTED, by="now", on=ON, **more)


def missing(totals: Totals, unit: str | None = None) -> set[str]:
    return {one.id for one in totals.missing(unit)}


def reasons(error: FiguresError) -> list[tuple[str, str]]:
    return [(fault.key, fault.reason) for fault in error.faults]


class TestByDefault:
    def test_all_schools_are_expected_if_schools_report_and_nobody_else(self) -> None:
        totals = then().roll_up(FIGURES, LINE)
        assert missing(totals) == {"mn-sen", "thcs-lan"}
        assert totals.grand_total == totals["ubnd-tinh-an-giang"] == Total(71, 5, 7)
        for unit in ("so-gddt", "ubnd-xa-1", "phong-nv-tay", "tinh-ca-mau"):
            assert totals[unit].coverage is None

    def test_one_report_is_enough(self) -> None:
        assert then().roll_up({"mn-sen": 1}, LINE).grand_total == Total(1, 1, 7)

    def test_each_level_that_reported_is_expected(self) -> None:
        totals = then().roll_up({"mn-sen": 1, "ubnd-xa-1": 1}, LINE)
        assert totals["ubnd-huyen-tay"].expected == 3 + 3
        assert totals["phong-nv-tay"].expected == 0

    def test_a_unit_with_others_below_is_expected_only_if_it_reported(self) -> None:
        totals = then().roll_up({"ubnd-huyen-dong": 1}, LINE)
        assert totals["ubnd-huyen-dong"] == Total(1, 1, 1)
        assert missing(totals) == {"phong-nv-tay"}  # A Phòng stands at the level of the district and has none below it.

    def test_kinds_without_a_level_make_one_level(self) -> None:
        facts = {
            "a": UnitKind.OTHER,
            "b": UnitKind.MASS_ORGANISATION,
            "c": UnitKind.KINDERGARTEN,
        }
        snapshot = Directory(
            units=(OrganisationUnit(id="top"), *(OrganisationUnit(id=unit, kind=kind) for unit, kind in facts.items())),
            names=tuple(DatedName(unit=unit, name=unit) for unit in ("top", *facts)),
            links=tuple(Link(child=unit, parent="top", line=Line.UNION) for unit in facts),
        ).at(ON)
        assert missing(snapshot.roll_up({"a": 1}, "union")) == {"b"}
        assert missing(snapshot.roll_up({"c": 1}, "union")) == set()

    def test_nobody_is_expected_where_nobody_reported(self) -> None:
        for totals in (then().roll_up({}, LINE), now({})):
            assert totals.grand_total == Total(0, 0, 0)
            assert totals.grand_total.coverage is None
            assert totals.missing() == ()


class TestKindsAndLevels:
    def test_a_kind_stands_for_all_its_units_on_the_line(self) -> None:
        totals = then().roll_up(FIGURES, LINE, expected=[UnitKind.KINDERGARTEN])
        assert totals.grand_total == Total(71, 2, 3)
        assert missing(totals) == {"mn-sen"}

    def test_a_level_stands_for_all_its_kinds(self) -> None:
        assert missing(then().roll_up(FIGURES, LINE, expected=[Level.SCHOOL])) == {"mn-sen", "thcs-lan"}

    def test_also_for_units_with_others_below(self) -> None:
        totals = then().roll_up({"ubnd-huyen-dong": 1}, LINE, expected=(Level.DISTRICT,))
        assert missing(totals) == {"ubnd-huyen-tay", "phong-dong", "phong-tay", "phong-nv-tay"}

    def test_they_go_together_with_units(self) -> None:
        day = then()
        expected: list[OrganisationUnit | str | UnitKind] = [
            UnitKind.DIVISION,
            day.unit("mn-sen"),
            "mn-mai",
            UnitKind.KINDERGARTEN,
        ]
        totals = day.roll_up(FIGURES, LINE, expected=iter(expected))
        assert totals.grand_total == Total(71, 2, 6)

    def test_none_may_stand_on_the_line(self) -> None:
        assert then().roll_up(FIGURES, LINE, expected=[UnitKind.COLLEGE]).grand_total == Total(71, 0, 0)
        assert then().roll_up({}, LINE, expected=[]).grand_total.coverage is None

    @pytest.mark.parametrize("wrong", [Level.SCHOOL, UnitKind.SCHOOL, "school", OrganisationUnit(id="mn-sen"), 5])
    def test_one_alone_is_refused(self, wrong: Any) -> None:  # noqa: ANN401  # Whatever is passed.
        with pytest.raises(
            InvalidValueError, match=r"several units, their ids, kinds or levels, as in \[Level.SCHOOL\]"
        ):
            then().roll_up(FIGURES, LINE, expected=wrong)

    def test_all_that_is_wrong_is_told_together(self) -> None:
        wrong: list[Any] = [Level.SCHOOL, Line.PARTY, None, "Trường Mầm non Hoa Sen", "mn-sen", "mn-mai-cuc"]
        for roll_up in (partial(then().roll_up, line=LINE), now):
            with pytest.raises(FiguresError) as caught:
                roll_up({}, expected=wrong)
            assert reasons(caught.value) == [
                ("Line", "expected a unit or its id, a kind or a level"),
                ("NoneType", "expected a unit or its id, a kind or a level"),
                ("Trường Mầm non Hoa Sen", "that is the name of 'mn-sen': give its id"),
                ("mn-mai-cuc", "it does not stand on 2024-12-31"),
            ]


class TestNow:
    def test_only_schools_are_missing(self) -> None:
        """Old communes were leaves and went over to those of now, which are not expected for that."""
        totals = now(FIGURES)
        assert missing(totals) == {"mn-sen", "thcs-lan-1", "thcs-lan-2"}
        assert totals.grand_total == totals["ubnd-tinh-an-giang-2025"] == Total(71, 4, 7)
        assert totals["ubnd-xa-dong"] == Total(64, 3, 5)
        assert totals["ubnd-xa-tay"].coverage == Fraction(1, 2)
        assert totals["ubnd-xa-5"].coverage is None
        assert totals["so-gddt"].coverage is None

    def test_a_merged_school_has_reported_if_both_had(self) -> None:
        figures = {unit: figure for unit, figure in FIGURES.items() if unit != "mn-cuc"}
        assert "mn-mai-cuc" in missing(now(figures))

    def test_communes_are_expected_if_communes_reported(self) -> None:
        totals = now({"ubnd-xa-1": 3, "ubnd-xa-2": 4, "ubnd-xa-3": 5})
        assert missing(totals) == {"ubnd-xa-tay", "ubnd-xa-5"}
        assert totals["ubnd-xa-dong"] == Total(7, 1, 1)

    def test_kinds_and_levels_are_of_the_units_of_then(self) -> None:
        assert missing(now(FIGURES, expected=[Level.SCHOOL])) == {"mn-sen", "thcs-lan-1", "thcs-lan-2"}
        assert missing(now(FIGURES, expected=[UnitKind.KINDERGARTEN, "thcs-lan"])) == missing(now(FIGURES))
        assert missing(now({}, expected=[UnitKind.COMMUNE_COMMITTEE])) == {"ubnd-xa-dong", "ubnd-xa-tay", "ubnd-xa-5"}
        # Districts ended without anyone to take over.
        assert now({}, expected=[Level.DISTRICT]).grand_total.expected == 0

    def test_a_unit_off_the_line_counts_with_its_level(self) -> None:
        more = directory().with_rows("id,name\nmn-le,Trường Mầm non Lẻ\n")
        with pytest.raises(FiguresError, match="'mn-le': it hangs on no tree"):
            more.roll_up({"mn-le": 1}, LINE, reported=REPORTED, by="now", on=ON)
        joined = directory().with_rows(
            "id,name,valid_to,event,successors\nmn-le,Trường Mầm non Lẻ,30/6/2025,merge,mn-sen\n"
        )
        totals = joined.roll_up({"mn-le": 1}, LINE, reported=REPORTED, by="now", on=ON)
        assert totals["mn-sen"] == Total(1, 0, 1)  # It did not report itself.
        assert totals["ubnd-tinh-an-giang-2025"].expected == 7


class TestFaults:
    FAULTY: ClassVar[dict[Any, Any]] = {
        "mn-mai": 1.5,
        7: 1,
        "Trường Mầm non Hoa Sen": 3,
        "TRƯỜNG TH BAN": 4,
        "mn-mai-cuc": True,
        "Trường Mầm non Không Có": 5,
        "th-dao": -2,
    }

    def test_wrong_figures_and_wrong_units_are_told_together(self) -> None:
        for roll_up in (partial(then().roll_up, line=LINE), now):
            with pytest.raises(FiguresError) as caught:
                roll_up(self.FAULTY)
            assert reasons(caught.value) == [
                ("int", "expected a unit or its id"),
                ("mn-mai", "a figure is an int, a Decimal or a Fraction, not a float"),
                ("mn-mai-cuc", "a figure is an int, a Decimal or a Fraction, not a bool"),
                ("Trường Mầm non Hoa Sen", "that is the name of 'mn-sen': give its id"),
                ("TRƯỜNG TH BAN", "that is the name of 2 units: give the id of the one that is meant"),
                ("mn-mai-cuc", "it does not stand on 2024-12-31"),
                ("Trường Mầm non Không Có", "there is no such unit"),
            ]

    def test_figures_below_nought_are_taken_as_they_are(self) -> None:
        assert then().roll_up({"th-dao": -2, "mn-sen": 5}, LINE)["ubnd-huyen-dong"] == Total(3, 2, 4)


KINDS = st.sampled_from([UnitKind.OTHER, UnitKind.PARTY, UnitKind.KINDERGARTEN, UnitKind.SCHOOL, UnitKind.COMMUNE])


@st.composite
def trees(draw: st.DrawFn) -> tuple[Snapshot, dict[str, int]]:
    """A tree of units of all sorts of kinds, and figures of some."""
    kinds = draw(st.lists(KINDS, min_size=2, max_size=9))
    units = [
        OrganisationUnit(id=f"u{place}", kind=kind if place else UnitKind.OTHER) for place, kind in enumerate(kinds)
    ]
    # On this line any kind may hang under one of a level above its own; the first is above all.
    links = []
    for place, unit in enumerate(units[1:], start=1):
        above = [one for one in units[:place] if unit.kind.may_stand_under(one.kind, Line.UNION, ON)]
        links.append(Link(child=unit.id, parent=draw(st.sampled_from(above)).id, line=Line.UNION))
    names = tuple(DatedName(unit=unit.id, name=unit.id) for unit in units)
    directory = Directory(units=tuple(units), names=names, links=tuple(links))
    figures = draw(st.dictionaries(st.sampled_from([unit.id for unit in units]), st.integers(-9, 9)))
    return directory.at(ON), figures


class TestLaws:
    @given(trees())
    def test_expected_are_who_reported_and_the_leaves_of_their_levels(
        self, drawn: tuple[Snapshot, dict[str, int]]
    ) -> None:
        snapshot, figures = drawn
        levels = [snapshot.unit(unit).kind.level for unit in figures]
        expected = {
            unit.id
            for unit in snapshot.units
            if unit.id in figures or (not snapshot.children(unit, "union") and unit.kind.level in levels)
        }
        totals = snapshot.roll_up(figures, "union")
        assert missing(totals) == expected - figures.keys()
        assert totals.grand_total == Total(sum(figures.values()), len(figures), len(expected))
        same_day = snapshot.directory.roll_up(figures, "union", reported=ON, by="now", on=ON)
        assert dict(same_day.items()) == dict(totals.items())

    @given(trees(), st.lists(KINDS))
    def test_a_kind_is_as_good_as_its_units(
        self, drawn: tuple[Snapshot, dict[str, int]], kinds: list[UnitKind]
    ) -> None:
        snapshot, figures = drawn
        units = [unit for unit in snapshot.units if unit.kind in kinds]
        by_kind, by_unit = (snapshot.roll_up(figures, "union", expected=who) for who in (kinds, units))
        assert dict(by_kind.items()) == dict(by_unit.items())
