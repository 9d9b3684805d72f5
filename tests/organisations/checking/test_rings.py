"""Rings of units, their first day, and that they are found in time linear in the links whatever their days are."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.organisations.checking.faults import DirectoryError, DirectoryFault, FaultKind
from vstbpn.organisations.checking.rings import Ring, rings
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.intervals import ALWAYS, FIRST, Bounds, bounds
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import DatedName, Link, OrganisationUnit

DAY = datetime.timedelta(days=1)
START = datetime.date(1900, 1, 1)


def day(number: int) -> datetime.date:
    return START + number * DAY


def link(child: str, parent: str, start: int | None = None, end: int | None = None) -> Link:
    first, out = (None if number is None else day(number) for number in (start, end))
    return Link(child=child, parent=parent, line=Line.PARTY, start=first, end=out)


def found(links: Sequence[Link], lives: Mapping[str, Bounds] | None = None) -> list[Ring]:
    units = {unit for link in links for unit in (link.child, link.parent)}
    return list(rings(links, dict.fromkeys(units, ALWAYS) | dict(lives or {})))


def faults_of(
    links: Iterable[Link], names: Iterable[DatedName], events: Iterable[ChangeEvent] = ()
) -> list[DirectoryFault]:
    names = tuple(names)
    with pytest.raises(DirectoryError) as error:
        Directory(
            units=tuple(OrganisationUnit(id=name.unit) for name in names),
            names=names,
            links=tuple(links),
            events=tuple(events),
        )
    return list(error.value.details)


def named(units: str) -> list[DatedName]:
    return [DatedName(unit=unit, name=unit) for unit in units]


class TestRings:
    """Each is told once, on its first day, at the link that closes it."""

    def test_the_link_that_starts_last_closes_it(self) -> None:
        links = [link("a", "b", 1), link("b", "c", 3), link("c", "a", 2, 9)]
        assert found(links) == [Ring(links[1], day(3), ["b", "c", "a"])]

    def test_a_unit_under_itself(self) -> None:
        assert [ring.units for ring in found([link("a", "a")])] == [["a"]]

    def test_a_unit_under_two_at_once(self) -> None:
        """The one that leads into the ring is found, whichever comes first."""
        links = [link("a", "b"), link("a", "c"), link("c", "a")]
        for ordered in (links, links[::-1], [links[1], links[0], links[2]]):
            assert {fault.kind for fault in faults_of(ordered, named("abc"))} == {FaultKind.OVERLAP, FaultKind.CYCLE}

    def test_a_ring_of_which_a_link_is_renewed_is_told_once(self) -> None:
        links = [
            link("a", "b"),
            link("b", "a", None, 5),
            link("b", "a", 5, 9),
            link("b", "c", 9, 12),
            link("b", "a", 12),
        ]
        assert [ring.date for ring in found(links)] == [FIRST]

    def test_two_rings(self) -> None:
        links = [
            link("a", "b", 7),
            link("b", "a"),
            link("c", "d"),
            link("d", "c", 3, 5),
            link("d", "e"),
            link("x", "c"),
        ]
        assert [(ring.date, set(ring.units)) for ring in found(links)] == [(day(3), {"c", "d"}), (day(7), {"a", "b"})]

    def test_days_on_which_a_unit_does_not_stand_do_not_count(self) -> None:
        links = [link("a", "b"), link("b", "a")]
        apart = {"a": Bounds(FIRST, day(5)), "b": Bounds(day(5), day(9))}
        assert not found(links, apart)
        assert [ring.date for ring in found(links, apart | {"a": Bounds(day(6), day(7))})] == [day(6)]

    def test_a_spurious_ring_is_no_fault(self) -> None:
        ended = ChangeEvent(date=day(5), kind=EventKind.ABOLISH, sources=("a",))
        names = [DatedName(unit="a", name="A", end=day(5)), DatedName(unit="b", name="B", start=day(5))]
        told = faults_of([link("a", "b"), link("b", "a")], names, [ended])
        assert {fault.kind for fault in told} == {FaultKind.OUTLIVES_PARENT}

    def test_what_it_tells(self) -> None:
        [fault] = faults_of([link("a", "b"), link("b", "a", 3)], named("ab"))
        assert (fault.kind, fault.units, fault.part) == (FaultKind.CYCLE, ("b", "a"), "parent")
        assert fault.message == "cycle on the party line from 1900-01-04: b -> a -> b"


_LINKS = st.lists(
    st.builds(
        lambda child, parent, start, length: link(child, parent, start or None, start + length if length < 9 else None),
        *(st.sampled_from("abcdefg"), st.sampled_from("abcdefg"), st.integers(0, 12), st.integers(1, 9)),
    ),
    max_size=18,
)
_LIVES = st.dictionaries(
    st.sampled_from("abcdefg"),
    st.builds(lambda start, length: Bounds(day(start), day(start + length)), st.integers(0, 9), st.integers(1, 9)),
    max_size=3,
)


def has_ring(upwards: Mapping[str, set[str]]) -> bool:
    """Whether anything is left when units under which no unit hangs are taken away again and again."""
    while (parents := set().union(*upwards.values())) and upwards.keys() - parents:
        upwards = {child: above for child, above in upwards.items() if child in parents}
    return bool(parents) and bool(upwards)


def on(date: datetime.date, links: Iterable[Link], lives: Mapping[str, Bounds]) -> dict[str, set[str]]:
    upwards: dict[str, set[str]] = {}
    for one in links:
        days = bounds(one).within(lives.get(one.child, ALWAYS)).within(lives.get(one.parent, ALWAYS))
        if days.start <= date < days.end:
            upwards.setdefault(one.child, set()).add(one.parent)
    return upwards


class TestAgainstDays:
    """What is found by halving is what is found day by day."""

    @given(_LINKS, _LIVES)
    def test_rings(self, links: list[Link], lives: dict[str, Bounds]) -> None:
        told = found(links, lives)
        days = [FIRST, *map(day, range(30))]
        for ring in told:
            upwards = on(ring.date, links, lives)
            above = [*ring.units[1:], ring.units[0]]
            assert all(parent in upwards[child] for child, parent in zip(ring.units, above, strict=True))
            assert (ring.link.child, ring.link.parent) == (ring.units[0], above[0])
            before = on(ring.date - DAY, links, lives) if ring.date > FIRST else {}
            assert not all(parent in before.get(child, ()) for child, parent in zip(ring.units, above, strict=True))
        # Without the units of the rings that are told there is none left, on any day.
        in_rings = {unit for ring in told for unit in ring.units}
        assert len(in_rings) == sum(len(ring.units) for ring in told)
        left = [one for one in links if not in_rings & {one.child, one.parent}]
        assert not any(has_ring(on(date, left, lives)) for date in days)
        first = next((date for date in days if has_ring(on(date, links, lives))), None)
        assert first == (told[0].date if told else None)


def around(size: int, days: Iterable[int | None]) -> list[Link]:
    return [
        link(f"u{number}", f"u{(number + 1) % size}", start) for number, start in zip(range(size), days, strict=False)
    ]


class TestManyDays:
    """Rings of thousands of units and days, which would take hours if each day were walked alone."""

    SIZE = 20_000

    def test_links_that_start_on_as_many_days(self) -> None:
        for days in (range(self.SIZE), range(self.SIZE, 0, -1)):
            [ring] = found(around(self.SIZE, days))
            assert len(ring.units) == self.SIZE

    def test_a_unit_that_alternates(self) -> None:
        alternating = [link("u0", f"u{1 + number % 2}", number, number + 1) for number in range(self.SIZE)]
        [ring] = found([*around(self.SIZE, [None] * self.SIZE)[1:], *alternating])
        assert (ring.date, len(ring.units)) == (day(0), self.SIZE)

    def test_a_ring_that_never_closes(self) -> None:
        """One of two links is always missing."""
        missing = [
            link("u0" if number % 2 else "u1", "u1" if number % 2 else "u2", number, number + 1)
            for number in range(self.SIZE)
        ]
        assert not found([*around(self.SIZE, [None] * self.SIZE)[2:], *missing])
