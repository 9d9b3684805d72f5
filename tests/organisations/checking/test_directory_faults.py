"""The faults of a directory, and the error that carries them."""

import copy
import datetime
import pickle
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from vstbpn.organisations.checking.faults import DirectoryError, DirectoryFault, FaultKind
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit, RoleKind


class TestDirectoryError:
    """It says the same in another process."""

    @pytest.mark.parametrize("again", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy])  # noqa: S301  # Our own.
    def test_it_is_pickled_and_copied_with_all_its_faults(self, again: Callable[[DirectoryError], object]) -> None:
        with pytest.raises(DirectoryError) as caught:
            Directory(
                units=(OrganisationUnit(id="a"), OrganisationUnit(id="b")),
                names=(DatedName(unit="a", name="A"),),
                links=(Link(child="a", parent="a", line=Line.PARTY), Link(child="a", parent="z", line=Line.PARTY)),
            )
        error = caught.value
        found = again(error)
        assert isinstance(found, DirectoryError)
        assert (found.details, found.faults, found.table, str(found)) == (
            error.details,
            error.faults,
            "directory",
            str(error),
        )
        assert len(found.details) == 4


def year(number: int) -> datetime.date:
    return datetime.date(number, 1, 1)


def faults_of(units: str, **facts: Any) -> list[DirectoryFault]:  # noqa: ANN401  # Facts of any sort.
    """The faults of facts beside units that bear names at all times."""
    names = (*(DatedName(unit=unit, name=unit) for unit in units), *facts.pop("names", ()))
    with pytest.raises(DirectoryError) as caught:
        Directory(units=tuple(OrganisationUnit(id=unit) for unit in units), names=names, **facts)
    return list(caught.value.details)


def party(child: str, parent: str, start: int | None = None, end: int | None = None) -> Link:
    first, out = (None if number is None else year(number) for number in (start, end))
    return Link(child=child, parent=parent, line=Line.PARTY, start=first, end=out)


def code(unit: str, start: int, end: int) -> DatedCode:
    return DatedCode(unit=unit, scheme="x", code="1", start=year(start), end=year(end))


class TestCodes:
    """A code that several bear is told of each of them."""

    def test_two_that_bear_it_within_the_days_of_a_third(self) -> None:
        told = faults_of("abc", codes=(code("a", 2000, 2020), code("b", 2001, 2002), code("c", 2010, 2011)))
        assert [fault.units for fault in told] == [("a", "b"), ("a", "c")]

    def test_one_that_bears_it_longer_than_the_first(self) -> None:
        told = faults_of("abc", codes=(code("a", 2000, 2005), code("b", 2004, 2020), code("c", 2010, 2011)))
        assert [fault.units for fault in told] == [("a", "b"), ("b", "c")]

    def test_one_that_bears_it_twice(self) -> None:
        [fault] = faults_of("a", codes=(code("a", 2000, 2005), code("a", 2004, 2020)))
        assert (fault.units, fault.part) == (("a",), "code")


class TestLinksToUnknownUnits:
    """Gaps and overlaps are told also where no parent on a line is there."""

    def test_overlaps_and_gaps(self) -> None:
        told = faults_of(
            "ab", links=(party("a", "x"), party("a", "y"), party("b", "x", None, 2000), party("b", "x", 2001))
        )
        assert Counter(fault.kind for fault in told) == {
            FaultKind.UNKNOWN_UNIT: 4,
            FaultKind.OVERLAP: 1,
            FaultKind.GAP: 1,
        }


SPLIT: dict[str, Any] = {"date": year(2000), "kind": EventKind.SPLIT}
"""A day before which, and after which, units of the cases stand."""


class TestWhatAFaultIsAbout:
    """Each fault names its units, and the field of its fact that is wrong."""

    @pytest.mark.parametrize(
        ("facts", "kind", "units", "part"),
        [
            ({"names": [DatedName(unit="x", name="X")]}, FaultKind.UNKNOWN_UNIT, ("x",), "unit"),
            ({"codes": [code("x", 2000, 2001)]}, FaultKind.UNKNOWN_UNIT, ("x",), "unit"),
            ({"links": [party("x", "a")]}, FaultKind.UNKNOWN_UNIT, ("x",), "child"),
            ({"links": [party("a", "x")]}, FaultKind.UNKNOWN_UNIT, ("x",), "parent"),
            ({"links": [party("x", "x")]}, FaultKind.UNKNOWN_UNIT, ("x",), "child"),
            (
                {"roles": [DatedRole(unit="a", kind=RoleKind.HEAD, holder="A", holder_unit="x")]},
                FaultKind.UNKNOWN_UNIT,
                ("x",),
                "holder_unit",
            ),
            (
                {"roles": [DatedRole(unit="x", kind=RoleKind.HEAD, holder="A", holder_unit="x")]},
                FaultKind.UNKNOWN_UNIT,
                ("x",),
                "unit",
            ),
            (
                {"events": [ChangeEvent(**SPLIT, sources=("a",), targets=("a", "x"))]},
                FaultKind.UNKNOWN_UNIT,
                ("x",),
                "targets",
            ),
            (
                {"events": [ChangeEvent(**SPLIT, sources=("x",), targets=("a", "x"))]},
                FaultKind.UNKNOWN_UNIT,
                ("x",),
                "sources",
            ),
            ({"events": [ChangeEvent(**SPLIT, sources=("a",), targets=("b",))]}, FaultKind.WRONG_EVENT, ("a",), "date"),
            ({"names": [DatedName(unit="a", name="A")]}, FaultKind.OVERLAP, ("a",), "start"),
            ({"links": [party("a", "b", None, 2000)]}, FaultKind.GAP, ("a",), "end"),
            ({"links": [party("a", "b", None, 2000), party("a", "b", 2001)]}, FaultKind.GAP, ("a",), "start"),
            ({"links": [party("a", "b"), party("b", "a")]}, FaultKind.CYCLE, ("a", "b"), "parent"),
        ],
    )
    def test_of_units_that_stand(
        self, facts: dict[str, Any], kind: FaultKind, units: tuple[str, ...], part: str
    ) -> None:
        [fault] = faults_of("ab", **facts)
        assert (fault.kind, fault.units, fault.part) == (kind, units, part)

    @pytest.mark.parametrize(
        ("link", "kind", "part"),
        [
            (party("late", "always", None, 1999), FaultKind.OUTSIDE_LIFE, "end"),
            (party("early", "always", 2001), FaultKind.OUTSIDE_LIFE, "start"),
            (party("early", "always", 2001, 2002), FaultKind.OUTSIDE_LIFE, "start"),
            (party("always", "late"), FaultKind.OUTLIVES_PARENT, "start"),
            (party("always", "early"), FaultKind.OUTLIVES_PARENT, "end"),
        ],
    )
    def test_of_links_and_lives(self, link: Link, kind: FaultKind, part: str) -> None:
        names = (
            DatedName(unit="always", name="A"),
            DatedName(unit="late", name="L", start=year(2000)),
            DatedName(unit="early", name="E", end=year(2000)),
        )
        units = tuple(OrganisationUnit(id=name.unit, kind=UnitKind.OTHER) for name in names)
        ended = ChangeEvent(date=year(2000), kind=EventKind.ABOLISH, sources=("early",))
        with pytest.raises(DirectoryError) as caught:
            Directory(units=units, names=names, links=(link,), events=(ended,))
        [fault] = caught.value.details
        assert (fault.kind, fault.units, fault.part) == (kind, (link.child, link.parent), part)
