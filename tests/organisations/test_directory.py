"""The directory: what its facts must keep, snapshots, and what became of units."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import InvalidValueError, NotFoundError
from vstbpn.organisations.checking.checks import lives_of
from vstbpn.organisations.checking.faults import DirectoryError, DirectoryFault, FaultKind
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.intervals import LAST
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit, RoleKind

BEFORE, DAY, AFTER = datetime.date(2025, 6, 30), datetime.date(2025, 7, 1), datetime.date(2026, 1, 1)
PROFESSIONAL, TERRITORIAL = Line.PROFESSIONAL, Line.TERRITORIAL


def unit(unit_id: str, kind: UnitKind = UnitKind.OTHER) -> OrganisationUnit:
    return OrganisationUnit(id=unit_id, kind=kind)


def named(*unit_ids: str, **dates: Any) -> tuple[DatedName, ...]:  # noqa: ANN401  # Any of its fields.
    return tuple(DatedName(unit=unit_id, name=f"Trường {unit_id}", **dates) for unit_id in unit_ids)


def link(child: str, parent: str, line: Line = TERRITORIAL, **dates: Any) -> Link:  # noqa: ANN401  # Any of its fields.
    return Link(child=child, parent=parent, line=line, **dates)


def directory_of(*unit_ids: str, **facts: Any) -> Directory:  # noqa: ANN401  # Any facts of a directory.
    return Directory(units=tuple(map(unit, unit_ids)), **{"names": named(*unit_ids), **facts})


def ids(units: tuple[OrganisationUnit, ...]) -> list[str]:
    return [unit.id for unit in units]


def education() -> Directory:
    """A school of before and after the end of the districts, under a people's committee and a Sở."""
    return Directory(
        units=(
            unit("bo", UnitKind.MINISTRY),
            unit("tinh", UnitKind.PROVINCE_COMMITTEE),
            unit("so", UnitKind.DEPARTMENT),
            unit("huyen", UnitKind.DISTRICT_COMMITTEE),
            unit("phong", UnitKind.DIVISION),
            unit("xa", UnitKind.COMMUNE_COMMITTEE),
            unit("mn", UnitKind.SCHOOL),
        ),
        names=(
            DatedName(unit="bo", name="Bộ Giáo dục và Đào tạo"),
            DatedName(unit="tinh", name="Ủy ban nhân dân tỉnh An Giang"),
            DatedName(unit="so", name="Sở Giáo dục và Đào tạo tỉnh An Giang"),
            DatedName(unit="huyen", name="Ủy ban nhân dân huyện Thoại Sơn", end=DAY),
            DatedName(unit="phong", name="Phòng Giáo dục và Đào tạo huyện Thoại Sơn", end=DAY),
            DatedName(unit="xa", name="Ủy ban nhân dân xã Thoại Sơn", start=DAY),
            DatedName(unit="mn", name="Trường Mầm non Núi Sập"),
        ),
        codes=(DatedCode(unit="mn", scheme="moet", code="893001"),),
        links=(
            link("so", "bo", PROFESSIONAL),
            link("so", "tinh"),
            link("huyen", "tinh"),
            link("phong", "so", PROFESSIONAL),
            link("phong", "huyen"),
            link("mn", "phong", PROFESSIONAL, end=DAY),
            link("mn", "huyen", end=DAY),
            link("xa", "tinh"),
            link("mn", "so", PROFESSIONAL, start=DAY),
            link("mn", "xa", start=DAY),
        ),
        events=(
            ChangeEvent(date=DAY, kind=EventKind.REPARENT, sources=("mn",), targets=("mn",)),
            ChangeEvent(date=DAY, kind=EventKind.ABOLISH, sources=("huyen", "phong")),
            ChangeEvent(date=DAY, kind=EventKind.CREATE, targets=("xa",)),
        ),
    )


class TestFaults:
    """What does not hold together is refused, with every fault and its remedy."""

    def faults(self, **facts: Any) -> list[tuple[FaultKind, str]]:  # noqa: ANN401  # Any facts of a directory.
        with pytest.raises(DirectoryError) as caught:
            Directory(**facts)
        assert caught.value.faults == tuple(map(str, caught.value.details))
        assert all(fault.remedy and fault.fact is not None for fault in caught.value.details)
        return [(fault.kind, fault.message) for fault in caught.value.details]

    def test_an_id_is_given_once_and_every_unit_has_a_name(self) -> None:
        faults = self.faults(units=(unit("a"), unit("a"), unit("b")), names=named("a"))
        assert faults == [
            (FaultKind.REPEATED_UNIT, "unit 'a' is given twice"),
            (FaultKind.NO_NAME, "unit 'b' has no name"),
        ]

    def test_facts_are_about_units_that_are_there(self) -> None:
        faults = self.faults(
            units=(unit("a"),),
            names=named("a", "b"),
            codes=(DatedCode(unit="c", scheme="gso", code="01"),),
            links=(link("a", "d"),),
            roles=(DatedRole(unit="a", kind=RoleKind.HEAD, holder="Giám đốc", holder_unit="f"),),
            events=(ChangeEvent(date=DAY, kind=EventKind.RENAME, sources=("e",), targets=("e",)),),
        )
        assert faults == [
            (FaultKind.UNKNOWN_UNIT, "name 'Trường b' of 'b': unknown unit 'b'"),
            (FaultKind.UNKNOWN_UNIT, "code gso 01 of 'c': unknown unit 'c'"),
            (FaultKind.UNKNOWN_UNIT, "link a -> d (territorial): unknown unit 'd'"),
            (FaultKind.UNKNOWN_UNIT, "head of 'a': unknown unit 'f'"),
            (FaultKind.UNKNOWN_UNIT, "event rename on 2025-07-01: unknown unit 'e'"),
        ]

    def test_a_unit_has_one_name_at_a_time(self) -> None:
        long = DatedName(unit="a", name="Một")
        faults = self.faults(units=(unit("a"),), names=(*named("a", start=BEFORE, end=DAY), long))
        assert faults == [(FaultKind.OVERLAP, "unit 'a' is named 'Một' and 'Trường a' at the same time")]

    def test_a_long_interval_overlaps_a_later_one_across_a_short_one(self) -> None:
        names = (
            DatedName(unit="a", name="Một", start=BEFORE, end=datetime.date(2030, 1, 1)),
            DatedName(unit="a", name="Hai", start=DAY, end=AFTER),
            DatedName(unit="a", name="Ba", start=datetime.date(2027, 1, 1)),
        )
        assert [kind for kind, _ in self.faults(units=(unit("a"),), names=names)] == [FaultKind.OVERLAP] * 2

    def test_a_unit_bears_a_name_on_all_the_days_between(self) -> None:
        names = (*named("a", end=BEFORE), *named("a", start=DAY))
        assert self.faults(units=(unit("a"),), names=names) == [
            (FaultKind.GAP, "unit 'a' bears no name from 2025-06-30 to 2025-06-30")
        ]

    def test_a_code_has_one_bearer_at_a_time(self) -> None:
        codes = tuple(DatedCode(unit=unit_id, scheme="gso", code="24") for unit_id in "ab")
        assert self.faults(units=(unit("a"), unit("b")), names=named("a", "b"), codes=codes) == [
            (FaultKind.SHARED_CODE, "code gso 24 is borne by 'a' and 'b' at all times"),
        ]
        directory_of("a", "b", codes=(DatedCode(unit="a", scheme="gso", code="24", end=DAY),
                                      DatedCode(unit="b", scheme="gso", code="24", start=DAY)))  # fmt: skip

    def test_a_code_is_borne_while_its_unit_stands(self) -> None:
        codes = tuple(DatedCode(unit=unit_id, scheme="gso", code="24") for unit_id in "ab")
        directory = Directory(
            units=(unit("a"), unit("b")),
            names=(*named("a", end=DAY), *named("b", start=DAY)),
            codes=codes,
            events=(ChangeEvent(date=DAY, kind=EventKind.MERGE, sources=("a",), targets=("b",)),),
        )
        assert directory.at(BEFORE).find_by_code("gso", "24") == unit("a")
        assert directory.at(DAY).find_by_code("gso", "24") == unit("b")

    def test_a_unit_hangs_under_one_other_on_a_line(self) -> None:
        facts = {"units": tuple(map(unit, "abc")), "names": named(*"abc")}
        assert self.faults(**facts, links=(link("a", "b"), link("a", "c"))) == [
            (FaultKind.OVERLAP, "'a' hangs under 'b' and 'c' at the same time (territorial)"),
        ]
        Directory(**facts, links=(link("a", "b"), link("a", "c", PROFESSIONAL)))  # type: ignore[arg-type]  # A mapping of facts.

    def test_a_line_has_no_gap(self) -> None:
        facts = {"units": tuple(map(unit, "abc")), "names": named(*"abc")}
        assert self.faults(**facts, links=(link("a", "b", end=BEFORE), link("a", "c", start=DAY))) == [
            (FaultKind.GAP, "'a' hangs under no unit from 2025-06-30 to 2025-06-30 (territorial)"),
        ]
        assert self.faults(**facts, links=(link("a", "b", end=DAY),)) == [
            (FaultKind.GAP, "'a' hangs under no unit since 2025-07-01 (territorial)"),
        ]

    def test_a_line_may_begin_later_than_the_unit(self) -> None:
        assert directory_of("a", "b", links=(link("a", "b", start=DAY),)).at(BEFORE).parent("a", TERRITORIAL) is None

    def test_a_kind_that_has_left_a_line_hangs_nowhere_on_it(self) -> None:
        """A kind that once had a place on a line and has none today."""
        directory = Directory(
            units=(unit("xa", UnitKind.COMMUNE), unit("huyen", UnitKind.DISTRICT), unit("tinh", UnitKind.PROVINCE)),
            names=(
                DatedName(unit="xa", name="Xã Vĩnh Trạch", end=DAY),
                DatedName(unit="huyen", name="Huyện Thoại Sơn", end=DAY),
                DatedName(unit="tinh", name="Tỉnh An Giang"),
            ),
            links=(link("xa", "huyen", end=DAY), link("huyen", "tinh")),
            events=(ChangeEvent(date=DAY, kind=EventKind.ABOLISH, sources=("xa", "huyen")),),
        )
        assert ids(directory.at(BEFORE).ancestors("xa", TERRITORIAL)) == ["huyen", "tinh"]

    def test_no_unit_outlives_its_parent(self) -> None:
        abolished = (ChangeEvent(date=DAY, kind=EventKind.ABOLISH, sources=("b",)),)
        facts = {"units": (unit("a"), unit("b")), "names": (*named("a"), *named("b", end=DAY)), "events": abolished}
        assert self.faults(**facts, links=(link("a", "b"),)) == [
            (
                FaultKind.OUTLIVES_PARENT,
                "'a' hangs under 'b' (territorial) at all times, but 'b' stands until 2025-06-30",
            ),
        ]

    def test_a_link_holds_on_some_day_of_its_child(self) -> None:
        facts = {"units": (unit("a"), unit("b")), "names": (*named("a", start=AFTER), *named("b"))}
        assert self.faults(**facts, links=(link("a", "b", end=DAY), link("a", "b", start=AFTER))) == [
            (
                FaultKind.OUTSIDE_LIFE,
                "'a' hangs under 'b' (territorial) until 2025-06-30, but stands since 2026-01-01",
            ),
        ]

    def test_a_parent_is_of_a_kind_that_holds_the_child_that_day(self) -> None:
        units = (unit("mn", UnitKind.KINDERGARTEN), unit("so", UnitKind.DEPARTMENT), unit("bo", UnitKind.MINISTRY))
        facts = {"units": units, "names": named("mn", "so", "bo")}
        Directory(**facts, links=(link("mn", "so", PROFESSIONAL),))  # type: ignore[arg-type]  # A mapping of facts.
        assert self.faults(**facts, links=(link("mn", "bo", PROFESSIONAL, start=DAY),)) == [
            (
                FaultKind.WRONG_PARENT,
                "'mn' hangs under 'bo' (professional), but a kindergarten cannot hang under a ministry on 2025-07-01",
            ),
        ]
        with pytest.raises(DirectoryError, match=r"that can hold it then \(department of a province\)"):
            Directory(**facts, links=(link("mn", "bo", PROFESSIONAL, start=DAY),))  # type: ignore[arg-type]  # A mapping of facts.

    def test_a_kind_holds_a_child_on_all_days_of_the_link(self) -> None:
        units = (unit("mn", UnitKind.KINDERGARTEN), unit("phong", UnitKind.DIVISION))
        faults = self.faults(units=units, names=named("mn", "phong"), links=(link("mn", "phong", PROFESSIONAL),))
        assert faults == [
            (
                FaultKind.ENDED_KIND,
                "unit 'phong' stands at all times, but there is no division of a district after 2025-06-30",
            ),
            (
                FaultKind.WRONG_PARENT,
                (
                    "'mn' hangs under 'phong' (professional), but a kindergarten cannot hang under a division of a district "
                    "on 2025-07-01"
                ),
            ),
        ]

    def test_there_are_units_of_its_kind_on_all_its_days(self) -> None:
        faults = self.faults(units=(unit("p", UnitKind.COMMUNE_DIVISION),), names=named("p", start=BEFORE))
        assert faults == [
            (
                FaultKind.ENDED_KIND,
                "unit 'p' stands since 2025-06-30, but there is no division of a commune before 2025-07-01",
            ),
        ]

    def test_no_unit_hangs_under_itself_on_any_day(self) -> None:
        facts = {"units": tuple(map(unit, "abc")), "names": named(*"abc", end=AFTER)}
        over = (ChangeEvent(date=AFTER, kind=EventKind.ABOLISH, sources=("a", "b", "c")),)
        ring = (link("a", "b"), link("b", "c", start=BEFORE), link("c", "a", start=DAY))
        assert self.faults(**facts, links=ring, events=over) == [
            (FaultKind.CYCLE, "cycle on the territorial line from 2025-07-01: c -> a -> b -> c"),
        ]
        assert self.faults(**facts, links=(link("a", "a"),), events=over) == [
            (FaultKind.CYCLE, "cycle on the territorial line: a -> a"),
        ]

    def test_a_ring_that_is_never_closed_on_one_day_is_none(self) -> None:
        directory = directory_of(
            "a", "b", "c", links=(link("a", "b", end=DAY), link("a", "c", start=DAY), link("b", "a", start=DAY))
        )
        assert ids(directory.at(BEFORE).ancestors("a", TERRITORIAL)) == ["b"]
        assert ids(directory.at(DAY).ancestors("b", TERRITORIAL)) == ["a", "c"]

    def test_a_unit_that_ended_bears_no_name(self) -> None:
        event = ChangeEvent(date=DAY, kind=EventKind.MERGE, sources=("a", "b"), targets=("b",))
        assert self.faults(units=(unit("a"), unit("b")), names=named("a", "b"), events=(event,)) == [
            (FaultKind.WRONG_EVENT, "unit 'a' ended on 2025-07-01 but still bears a name on that day"),
        ]

    def test_a_unit_does_not_end_without_an_event(self) -> None:
        assert self.faults(units=(unit("a"),), names=named("a", end=DAY)) == [
            (FaultKind.NO_EVENT, "unit 'a' ends on 2025-06-30 and no event says what became of it"),
        ]

    def test_sources_stand_the_day_before_and_targets_on_the_day(self) -> None:
        facts = {"units": (unit("a"), unit("b")), "names": (*named("a", start=DAY), *named("b", start=AFTER))}
        event = ChangeEvent(date=DAY, kind=EventKind.SPLIT, sources=("a",), targets=("a", "b"))
        assert self.faults(**facts, events=(event,)) == [
            (FaultKind.WRONG_EVENT, "event split on 2025-07-01: 'a' is among its sources, but stands since 2025-07-01"),
            (FaultKind.WRONG_EVENT, "event split on 2025-07-01: 'b' takes over, but stands since 2026-01-01"),
        ]

    def test_a_founding_is_on_the_first_day(self) -> None:
        event = ChangeEvent(date=AFTER, kind=EventKind.CREATE, targets=("a",))
        assert self.faults(units=(unit("a"),), names=named("a", start=DAY), events=(event,)) == [
            (FaultKind.WRONG_EVENT, "event create on 2026-01-01: 'a' stands since 2025-07-01"),
        ]

    def test_all_faults_are_told_at_once(self) -> None:
        faults = self.faults(units=(unit("a"), unit("b")), names=named("b"), links=(link("b", "b"), link("a", "z")))
        assert [kind for kind, _ in faults] == [FaultKind.NO_NAME, FaultKind.UNKNOWN_UNIT, FaultKind.CYCLE]

    def test_more_facts_are_held_to_the_same(self) -> None:
        directory = directory_of("a")
        with pytest.raises(DirectoryError):
            directory.with_facts(units=[unit("a")])
        assert ids(directory.with_facts(units=[unit("b")], names=named("b")).units) == ["a", "b"]
        assert ids(directory.units) == ["a"]

    def test_a_fault_names_its_place(self) -> None:
        fault = DirectoryFault(FaultKind.GAP, "a gap", "close it", table="units", row=3)
        assert (fault.place, str(fault)) == ("units row 3", "units row 3: a gap: close it")
        assert str(DirectoryFault(FaultKind.GAP, "a gap", "close it")) == "a gap: close it"


class TestSnapshot:
    def test_has_the_units_that_bear_a_name(self) -> None:
        before, after = education().at(BEFORE), education().at(DAY)
        assert set(ids(before.units)) - set(ids(after.units)) == {"huyen", "phong"}
        assert set(ids(after.units)) - set(ids(before.units)) == {"xa"}
        assert "xa" in after
        assert unit("xa") in after
        assert "xa" not in before

    def test_a_school_hangs_on_two_lines(self) -> None:
        before = education().at(BEFORE)
        assert ids(before.ancestors("mn", "professional")) == ["phong", "so", "bo"]
        assert ids(before.ancestors("mn", "territorial")) == ["huyen", "tinh"]
        assert before.ancestors("mn", Line.PARTY) == ()

    def test_a_school_moves_with_its_links(self) -> None:
        after = education().at(DAY)
        assert ids(after.ancestors("mn", PROFESSIONAL)) == ["so", "bo"]
        assert ids(after.ancestors("mn", TERRITORIAL)) == ["xa", "tinh"]
        parent = after.parent("mn", TERRITORIAL)
        assert parent is not None
        assert parent.id == "xa"
        assert after.parent("tinh", TERRITORIAL) is None

    def test_children_and_descendants_look_down(self) -> None:
        before = education().at(BEFORE)
        assert ids(before.children("tinh", TERRITORIAL)) == ["so", "huyen"]
        assert ids(before.descendants("tinh", TERRITORIAL)) == ["so", "huyen", "phong", "mn"]
        assert before.descendants("mn", TERRITORIAL) == ()
        assert before.children("mn", Line.UNION) == ()

    def test_walks_down_a_line(self) -> None:
        before = education().at(BEFORE)
        assert [(one.id, depth) for one, depth in before.walk(TERRITORIAL)] == [
            ("tinh", 0), ("so", 1), ("huyen", 1), ("phong", 2), ("mn", 2),
        ]  # fmt: skip
        assert [(one.id, depth) for one, depth in before.walk("professional", "phong")] == [("phong", 0), ("mn", 1)]
        assert ids(before.roots(PROFESSIONAL)) == ["bo"]
        assert list(before.walk(Line.UNION)) == []

    def test_tells_roles(self) -> None:
        role = DatedRole(unit="a", kind=RoleKind.HEAD, holder="Phó Chủ tịch UBND", holder_unit="b", start=DAY)
        directory = directory_of("a", "b", roles=(role,))
        assert (directory.at(BEFORE).roles("a"), directory.at(DAY).roles("a")) == ((), (role,))
        assert directory.at(DAY).roles("b") == ()

    def test_looks_forward_and_back(self) -> None:
        before, after = education().at(BEFORE), education().at(DAY)
        assert ids(before.successors("mn", DAY)) == ["mn"]
        assert before.successors("huyen", DAY) == ()
        assert ids(after.predecessors("mn", BEFORE)) == ["mn"]

    def test_finds_by_name_in_any_writing(self) -> None:
        before = education().at(BEFORE)
        assert ids(before.find_by_name("Phòng GD&ĐT huyện Thoại Sơn")) == ["phong"]
        assert ids(before.find_by_name("TRƯỜNG MN NÚI SẬP")) == ["mn"]
        assert education().at(DAY).find_by_name("Phòng GD&ĐT huyện Thoại Sơn") == ()

    def test_finds_several_of_one_name(self) -> None:
        directory = Directory(
            units=(unit("a"), unit("b")),
            names=tuple(DatedName(unit=unit_id, name="Trường Mầm non 8") for unit_id in "ab"),
        )
        assert ids(directory.at(DAY).find_by_name("Trường Mầm non 8")) == ["a", "b"]

    def test_finds_by_code(self) -> None:
        snapshot = education().at(DAY)
        assert snapshot.find_by_code("moet", "893001") == snapshot.unit("mn")
        assert snapshot.find_by_code("moet", "1") is None
        assert snapshot.codes("mn", "moet") == ("893001",)
        assert snapshot.codes("mn", "gso") == ()

    def test_tells_names_and_what_it_is(self) -> None:
        snapshot = education().at(DAY)
        assert snapshot.name(unit("mn")) == "Trường Mầm non Núi Sập"
        assert repr(snapshot) == "<Snapshot of 2025-07-01: 5 units>"
        assert repr(education()) == "<Directory: 7 units, 10 links, 3 events>"

    def test_unknown_units_and_lines_are_told(self) -> None:
        snapshot = education().at(DAY)
        with pytest.raises(NotFoundError):
            snapshot.name("huyen")
        with pytest.raises(NotFoundError):
            snapshot.descendants("nobody", TERRITORIAL)
        with pytest.raises(InvalidValueError):
            snapshot.ancestors("mn", "sideways")

    def test_a_time_of_day_is_cut_to_its_day(self) -> None:
        assert education().at(datetime.datetime(2025, 7, 1, 8, 0)).date == DAY  # noqa: DTZ001  # A time without a zone.
        with pytest.raises(InvalidValueError, match="date"):
            education().at("2025-07-01")  # type: ignore[arg-type]  # What a careless script passes.


class TestFind:
    def test_looks_through_all_times(self) -> None:
        directory = education()
        assert ids(directory.find("UBND huyện Thoại Sơn")) == ["huyen"]
        assert directory.find("Sở Y tế") == ()
        assert directory.unit("huyen").kind is UnitKind.DISTRICT_COMMITTEE
        with pytest.raises(NotFoundError):
            directory.unit("nobody")

    @given(st.text())
    def test_has_an_answer_for_any_text(self, text: str) -> None:
        directory = education()
        assert set(directory.at(DAY).find_by_name(text)) <= set(directory.find(text))


class TestSuccession:
    def merged_then_split(self) -> Directory:
        return Directory(
            units=tuple(map(unit, ("a", "b", "ab", "c", "d"))),
            names=(*named("a", "b", end=BEFORE), *named("ab", start=BEFORE, end=AFTER), *named("c", "d", start=AFTER)),
            events=(
                ChangeEvent(date=AFTER, kind=EventKind.SPLIT, sources=("ab",), targets=("c", "d")),
                ChangeEvent(date=BEFORE, kind=EventKind.MERGE, sources=("a", "b"), targets=("ab",)),
            ),
        )

    def test_follows_chains_of_events(self) -> None:
        directory = self.merged_then_split()
        assert ids(directory.successors("a", datetime.date(2020, 1, 1))) == ["a"]
        assert ids(directory.successors("a", DAY)) == ["ab"]
        assert ids(directory.successors(unit("a"), AFTER)) == ["c", "d"]
        assert ids(directory.predecessors("d", DAY)) == ["ab"]
        assert ids(directory.predecessors("d", datetime.date(2020, 1, 1))) == ["a", "b"]

    def test_of_an_abolished_unit_there_are_none(self) -> None:
        assert education().successors("huyen", DAY) == ()
        assert education().predecessors("xa", BEFORE) == ()

    def test_of_a_renamed_or_moved_unit_it_is_itself(self) -> None:
        assert ids(education().successors("mn", DAY)) == ["mn"]

    def test_events_of_one_day_happen_at_once(self) -> None:
        """The ministry that gives a part away on the day it takes another in gives none of that on."""
        directory = Directory(
            units=tuple(map(unit, ("labour", "home", "faith"))),
            names=(*named("labour", end=DAY), *named("home"), *named("faith", start=DAY)),
            events=(
                ChangeEvent(date=DAY, kind=EventKind.SPLIT, sources=("labour",), targets=("home",)),
                ChangeEvent(date=DAY, kind=EventKind.SPLIT, sources=("home",), targets=("home", "faith")),
            ),
        )
        assert ids(directory.successors("labour", DAY)) == ["home"]
        assert ids(directory.successors("home", DAY)) == ["faith", "home"]
        assert ids(directory.predecessors("faith", BEFORE)) == ["home"]

    def test_a_unit_that_lives_on_is_meant_as_of_a_day(self) -> None:
        directory = Directory(
            units=(unit("a"), unit("b")),
            names=(*named("a"), *named("b", start=DAY)),
            events=(ChangeEvent(date=DAY, kind=EventKind.SPLIT, sources=("a",), targets=("a", "b")),),
        )
        assert ids(directory.successors("a", AFTER)) == ["a", "b"]
        assert ids(directory.successors("a", AFTER, since=DAY)) == ["a"]

    def test_of_a_unit_that_ended_it_is_meant_as_of_its_last_day(self) -> None:
        directory = self.merged_then_split()
        assert ids(directory.predecessors("ab", datetime.date(2020, 1, 1))) == ["a", "b"]
        assert ids(directory.predecessors("ab", DAY)) == ["ab"]
        assert directory.predecessors("ab", AFTER) == ()

    def test_the_other_direction_is_refused_with_what_to_ask_instead(self) -> None:
        directory = education()
        with pytest.raises(InvalidValueError, match="ask for the predecessors"):
            directory.at(DAY).successors("mn", BEFORE)
        with pytest.raises(InvalidValueError, match="ask for the predecessors"):
            directory.successors("mn", BEFORE, since=DAY)
        with pytest.raises(InvalidValueError, match="ask for the successors"):
            directory.at(BEFORE).predecessors("mn", DAY)
        with pytest.raises(InvalidValueError, match="ask for the successors"):
            directory.predecessors("mn", DAY, until=BEFORE)
        assert ids(directory.at(DAY).successors("mn", DAY)) == ids(directory.at(DAY).predecessors("mn", DAY)) == ["mn"]

    def test_who_stands_for_ever_stands_on_the_last_day_there_is(self) -> None:
        directory = education()
        assert (directory.stands("mn", datetime.date.max), directory.stands("huyen", datetime.date.max)) == (
            True,
            False,
        )
        assert ids(directory.successors("mn", datetime.date.max)) == ["mn"]

    def test_unknown_units_are_told(self) -> None:
        with pytest.raises(NotFoundError):
            education().successors("nobody", DAY)


class TestItDoesNotChange:
    """Nothing a directory or a snapshot hands out is a way to change its answers."""

    def test_a_snapshot_has_its_day_and_directory_for_good(self) -> None:
        today: Any = education().at(DAY)
        for name in ("date", "directory", "units"):
            with pytest.raises(AttributeError):
                setattr(today, name, BEFORE)
        assert today.date == DAY

    def test_what_is_kept_for_the_next_call_cannot_be_changed(self) -> None:
        directory = education()
        today = directory.at(DAY)
        forest, row = today.forest(TERRITORIAL), today.row(TERRITORIAL)
        maps: tuple[Any, ...] = (forest.parents, forest.children, row.places, directory.links_of)
        for changed in maps:
            with pytest.raises(AttributeError):
                changed.clear()
            with pytest.raises(TypeError):
                del changed[next(iter(changed))]
        rows: tuple[object, ...] = (forest.roots, row.units, row.ids, row.ends)
        for kept in (*rows, *forest.children.values(), *directory.links_of.values()):
            assert isinstance(kept, tuple)
        unchanging: Any = forest
        for name in ("parents", "children", "roots"):
            with pytest.raises(AttributeError):
                setattr(unchanging, name, {})
        moves: Any = [moves for _, moves in directory.succession.between(BEFORE, AFTER)]
        with pytest.raises(AttributeError):
            moves[0].clear()
        assert ids(today.children("tinh", TERRITORIAL)) == ["so", "xa"]


DATES = st.dates(datetime.date(1999, 1, 1), datetime.date(2036, 12, 31))


class TestLaws:
    @given(strategies.directories(), DATES)
    def test_nothing_is_above_itself_and_down_is_the_inverse_of_up(
        self, directory: Directory, date: datetime.date
    ) -> None:
        snapshot = directory.at(date)
        for line in Line:
            for one in snapshot.units:
                above = snapshot.ancestors(one, line)
                assert one not in above
                assert len(set(above)) == len(above)
                assert all(one in snapshot.descendants(other, line) for other in above)
                for child in snapshot.children(one, line):
                    assert snapshot.parent(child, line) == one
                for below in snapshot.descendants(one, line):
                    assert one in snapshot.ancestors(below, line)

    @given(strategies.directories(), DATES, DATES)
    def test_successors_and_predecessors_are_inverse(
        self, directory: Directory, one: datetime.date, other: datetime.date
    ) -> None:
        earlier, later = sorted([one, other])
        for before in directory.at(earlier).units:
            for after in directory.at(later).units:
                forward = after in directory.successors(before, later, since=earlier)
                assert forward == (before in directory.predecessors(after, earlier, until=later))

    @given(strategies.directories(), DATES)
    def test_they_are_inverse_where_a_unit_is_meant_as_of_its_first_or_last_day(
        self, directory: Directory, day: datetime.date
    ) -> None:
        lives = lives_of(directory.names)
        for one in directory.at(day).units:
            for other in directory.units:
                life = lives[other.id]
                if life.start <= day:
                    became = one in directory.successors(other, day)
                    assert became == (other in directory.predecessors(one, life.start, until=day))
                last = life.end if life.end == LAST else life.end - datetime.timedelta(days=1)
                if day <= last:
                    was = one in directory.predecessors(other, day)
                    assert was == (other in directory.successors(one, last, since=day))

    @given(strategies.directories(), DATES)
    def test_codes_and_roles_are_those_of_the_facts(self, directory: Directory, date: datetime.date) -> None:
        today = directory.at(date)
        for one in today.units:
            codes = [code.code for code in directory.codes if code.unit == one.id and code.holds(date)]
            assert list(today.codes(one, "moet")) == codes
            assert list(today.roles(one)) == [
                role for role in directory.roles if role.unit == one.id and role.holds(date)
            ]

    @given(strategies.directories(), DATES)
    def test_every_answer_stands_on_the_day(self, directory: Directory, date: datetime.date) -> None:
        for one in directory.units:
            for answer in (*directory.successors(one, date), *directory.predecessors(one, date)):
                assert directory.stands(answer, date)
                assert answer in directory.at(date)

    @given(strategies.directories())
    def test_half_open_intervals_partition_a_life(self, directory: Directory) -> None:
        """On each day of its life a unit has one name, and from its first link on one parent on each line."""
        days = {day for name in directory.names for day in (name.start, name.end) if day}
        days |= {day - datetime.timedelta(days=1) for day in days}
        for day in days:
            snapshot = directory.at(day)
            for one in directory.units:
                assert sum(name.unit == one.id and name.holds(day) for name in directory.names) == (one in snapshot)
                for line in Line if one in snapshot else ():
                    links = [link for link in directory.links if link.child == one.id and link.line is line]
                    begun = any(link.start is None or link.start <= day for link in links)
                    assert sum(link.holds(day) for link in links) == begun
                    assert (snapshot.parent(one, line) is not None) == begun

    @given(strategies.directories())
    def test_the_order_of_facts_does_not_matter(self, directory: Directory) -> None:
        turned = Directory(**{kind: facts[::-1] for kind, facts in directory.facts._asdict().items()})
        for day in {name.start for name in directory.names if name.start}:
            one, other = directory.at(day), turned.at(day)
            assert set(one.units) == set(other.units)
            for unit in one.units:
                for line in Line:
                    assert one.parent(unit, line) == other.parent(unit, line)
                assert directory.predecessors(unit, BEFORE) == turned.predecessors(unit, BEFORE)
