"""The directory: what its facts must keep, snapshots, and what became of units."""

import datetime
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import CatalogueError, InvalidValueError, NotFoundError
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.kinds import Line, UnitKind
from vstbpn.organisations.unit import ChangeEvent, DatedCode, DatedName, EventKind, Link, OrganisationUnit

BEFORE, DAY, AFTER = datetime.date(2025, 6, 30), datetime.date(2025, 7, 1), datetime.date(2026, 1, 1)
PROFESSIONAL, TERRITORIAL = Line.PROFESSIONAL, Line.TERRITORIAL


def unit(unit_id: str, kind: UnitKind = UnitKind.OTHER) -> OrganisationUnit:
    return OrganisationUnit(id=unit_id, kind=kind)


def named(*unit_ids: str, **dates: datetime.date) -> tuple[DatedName, ...]:
    return tuple(DatedName(unit=unit_id, name=f"Trường {unit_id}", **dates) for unit_id in unit_ids)


def link(child: str, parent: str, line: Line = TERRITORIAL, **dates: datetime.date) -> Link:
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
    def faults(self, **facts: Any) -> tuple[str, ...]:  # noqa: ANN401  # Any facts of a directory.
        with pytest.raises(CatalogueError) as caught:
            Directory(**facts)
        return caught.value.faults

    def test_an_id_is_given_once_and_every_unit_has_a_name(self) -> None:
        faults = self.faults(units=(unit("a"), unit("a"), unit("b")), names=named("a"))
        assert faults == ("unit 'a' is given twice", "unit 'b' has no name")

    def test_facts_are_about_units_that_are_there(self) -> None:
        faults = self.faults(
            units=(unit("a"),),
            names=named("a", "b"),
            codes=(DatedCode(unit="c", scheme="gso", code="01"),),
            links=(link("a", "d"),),
            events=(ChangeEvent(date=DAY, kind=EventKind.RENAME, sources=("e",), targets=("e",)),),
        )
        assert [fault.rpartition(" ")[2] for fault in faults] == ["'b'", "'c'", "'d'", "'e'"]

    def test_a_unit_has_one_name_at_a_time(self) -> None:
        long = DatedName(unit="a", name="Một")
        faults = self.faults(units=(unit("a"),), names=(*named("a", start=BEFORE, end=DAY), long))
        assert faults == ("unit 'a' is named 'Một' and 'Trường a' at the same time",)

    def test_a_long_interval_overlaps_a_later_one_across_a_short_one(self) -> None:
        names = (
            DatedName(unit="a", name="Một", start=BEFORE, end=datetime.date(2030, 1, 1)),
            DatedName(unit="a", name="Hai", start=DAY, end=AFTER),
            DatedName(unit="a", name="Ba", start=datetime.date(2027, 1, 1)),
        )
        assert len(self.faults(units=(unit("a"),), names=names)) == 2

    def test_a_code_has_one_bearer_at_a_time(self) -> None:
        codes = tuple(DatedCode(unit=unit_id, scheme="gso", code="24") for unit_id in "ab")
        assert self.faults(units=(unit("a"), unit("b")), names=named("a", "b"), codes=codes) == (
            "code gso 24 is borne by 'a' and 'b' at the same time",
        )
        directory_of("a", "b", codes=(DatedCode(unit="a", scheme="gso", code="24", end=DAY),
                                      DatedCode(unit="b", scheme="gso", code="24", start=DAY)))  # fmt: skip

    def test_a_unit_hangs_under_one_other_on_a_line(self) -> None:
        facts = {"units": tuple(map(unit, "abc")), "names": named(*"abc")}
        assert self.faults(**facts, links=(link("a", "b"), link("a", "c"))) == (
            "'a' hangs under 'b' and 'c' at the same time (territorial)",
        )
        Directory(**facts, links=(link("a", "b"), link("a", "c", PROFESSIONAL)))  # type: ignore[arg-type]  # A mapping of facts.

    def test_no_unit_hangs_under_itself_on_any_day(self) -> None:
        facts = {"units": tuple(map(unit, "abc")), "names": named(*"abc")}
        ring = (link("a", "b"), link("b", "c", start=BEFORE), link("c", "a", start=DAY, end=AFTER))
        assert self.faults(**facts, links=ring) == ("cycle on the territorial line from 2025-07-01: c -> a -> b -> c",)
        assert self.faults(**facts, links=(link("a", "a"),)) == ("cycle on the territorial line: a -> a",)

    def test_a_ring_that_is_never_closed_on_one_day_is_none(self) -> None:
        directory = directory_of("a", "b", links=(link("a", "b", end=DAY), link("b", "a", start=DAY)))
        assert ids(directory.at(BEFORE).ancestors("a", TERRITORIAL)) == ["b"]
        assert ids(directory.at(DAY).ancestors("b", TERRITORIAL)) == ["a"]

    def test_a_unit_that_ended_bears_no_name(self) -> None:
        event = ChangeEvent(date=DAY, kind=EventKind.MERGE, sources=("a", "b"), targets=("b",))
        assert self.faults(units=(unit("a"), unit("b")), names=named("a", "b"), events=(event,)) == (
            "unit 'a' ended on 2025-07-01 but still bears a name on that day",
        )

    def test_all_faults_are_told_at_once(self) -> None:
        assert len(self.faults(units=(unit("a"),), links=(link("a", "a"), link("a", "z")))) == 4

    def test_more_facts_are_held_to_the_same(self) -> None:
        directory = directory_of("a")
        with pytest.raises(CatalogueError):
            directory.with_facts(units=[unit("a")])
        assert ids(directory.with_facts(units=[unit("b")], names=named("b")).units) == ["a", "b"]
        assert ids(directory.units) == ["a"]


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

    def test_links_to_units_that_do_not_stand_are_left_out(self) -> None:
        directory = Directory(
            units=(unit("a"), unit("b")), names=(*named("a"), *named("b", end=DAY)), links=(link("a", "b"),)
        )
        assert directory.at(AFTER).parent("a", TERRITORIAL) is None

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

    def test_unknown_units_are_told(self) -> None:
        with pytest.raises(NotFoundError):
            education().successors("nobody", DAY)


DATES = [datetime.date(2025, month, 1) for month in range(1, 8)]
IDS = "abcdef"


@st.composite
def directories(draw: st.DrawFn) -> Directory:
    """Directories of six units that split and hang under each other at random; facts that would not hold are left out."""
    ids_drawn = st.sampled_from(IDS)
    spans = st.lists(st.sampled_from(DATES), min_size=2, max_size=2, unique=True).map(sorted)
    lines = st.sampled_from([PROFESSIONAL, TERRITORIAL])
    takers = st.lists(ids_drawn, min_size=1, max_size=3, unique=True).map(tuple)
    names = [
        DatedName(unit=unit_id, name=unit_id, start=start, end=end)
        for unit_id in IDS
        for start, end in [draw(st.one_of(st.just([None, None]), spans))]
    ]
    directory = Directory(units=tuple(map(unit, IDS)), names=tuple(names))
    for child, parent, line, (start, end) in draw(st.lists(st.tuples(ids_drawn, ids_drawn, lines, spans), max_size=6)):
        with suppress(CatalogueError):
            directory = directory.with_facts(links=[link(child, parent, line, start=start, end=end)])
    for date, source, targets in draw(st.lists(st.tuples(st.sampled_from(DATES), ids_drawn, takers), max_size=4)):
        split = ChangeEvent(date=date, kind=EventKind.SPLIT, sources=(source,), targets=targets)
        with suppress(CatalogueError):
            directory = directory.with_facts(events=[split])
    return directory


class TestLaws:
    @given(directories(), st.sampled_from(DATES))
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

    @given(directories(), st.sampled_from(DATES), st.sampled_from(DATES))
    def test_successors_and_predecessors_are_inverse(
        self, directory: Directory, one: datetime.date, other: datetime.date
    ) -> None:
        earlier, later = sorted([one, other])
        for before in directory.at(earlier).units:
            for after in directory.at(later).units:
                forward = after in directory.successors(before, later, since=earlier)
                assert forward == (before in directory.predecessors(after, earlier, until=later))

    @given(directories(), st.sampled_from(DATES))
    def test_every_answer_stands_on_the_day(self, directory: Directory, date: datetime.date) -> None:
        for one in directory.units:
            for answer in (*directory.successors(one, date), *directory.predecessors(one, date)):
                assert directory.stands(answer, date)
                assert answer in directory.at(date)
