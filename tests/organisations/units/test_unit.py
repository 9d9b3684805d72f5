"""Units, dated facts and events by themselves."""

import datetime
import unicodedata
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import (
    DatedCode,
    DatedName,
    DatedRole,
    Link,
    OrganisationUnit,
    RoleKind,
    is_id,
    unit_id,
)

DAY = datetime.date(2025, 7, 1)
DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 12, 31))


class TestOrganisationUnit:
    @pytest.mark.parametrize("unit_id", ["", " ", "so y te", "so\n"])
    def test_has_an_id_of_one_word(self, unit_id: str) -> None:
        with pytest.raises(InvalidValueError, match="one word"):
            OrganisationUnit(id=unit_id)

    def test_is_the_same_however_its_letters_were_typed(self) -> None:
        """Marks apart from their letters (NFD) look the same and would be another id."""
        whole, apart = (unicodedata.normalize(form, "sở-y-tế") for form in ("NFC", "NFD"))
        assert whole != apart
        assert OrganisationUnit(id=apart) == OrganisationUnit(id=whole)
        assert (is_id(whole), is_id(apart)) == (True, False)
        assert unit_id(apart) == whole
        for fact in (
            DatedName(unit=apart, name="A"),
            DatedCode(unit=apart, scheme="gso", code="1"),
            DatedRole(unit="a", kind=RoleKind.HEAD, holder="A", holder_unit=apart),
            Link(child=apart, parent=apart, line=Line.PARTY),
            ChangeEvent(date=DAY, kind=EventKind.RENAME, sources=(apart,), targets=(whole,)),
        ):
            assert apart not in repr(fact)
            assert whole in repr(fact)
        directory = Directory(units=(OrganisationUnit(id=whole),), names=(DatedName(unit=apart, name="Sở Y tế"),))
        assert directory.unit(apart) == directory.at(DAY).unit(apart) == OrganisationUnit(id=whole)
        assert apart in directory.at(DAY)

    def test_is_shown_so_that_it_evaluates_back(self) -> None:
        unit = OrganisationUnit(id="so-yt")
        assert eval(repr(unit)) == unit  # noqa: S307  # What a repr of this library is for.


class TestHalfOpenInterval:
    @given(DAYS, DAYS, DAYS)
    def test_holds_from_its_start_on_and_no_longer_on_its_end(
        self, start: datetime.date, end: datetime.date, date: datetime.date
    ) -> None:
        if start >= end:
            with pytest.raises(InvalidValueError, match="ends after its start"):
                DatedName(unit="a", name="A", start=start, end=end)
            return
        for fact in (
            DatedName(unit="a", name="A", start=start, end=end),
            DatedCode(unit="a", scheme="gso", code="01", start=start, end=end),
            Link(child="a", parent="b", line=Line.PARTY, start=start, end=end),
        ):
            assert fact.holds(date) == (start <= date < end)

    @given(DAYS)
    def test_two_that_meet_hold_every_day_once(self, date: datetime.date) -> None:
        before, after = DatedName(unit="a", name="A", end=DAY), DatedName(unit="a", name="B", start=DAY)
        assert before.holds(date) != after.holds(date)

    def test_an_open_side_holds_for_ever(self) -> None:
        name = DatedName(unit="a", name="A")
        assert name.holds(datetime.date.min)
        assert name.holds(datetime.date.max)

    def test_a_name_is_not_blank(self) -> None:
        with pytest.raises(InvalidValueError, match="not blank"):
            DatedName(unit="a", name=" \t")


class TestChangeEvent:
    @pytest.mark.parametrize(
        ("kind", "sources", "targets"),
        [
            (EventKind.CREATE, (), ("a",)),
            (EventKind.MERGE, ("a", "b"), ("c",)),
            (EventKind.MERGE, ("a", "b"), ("b",)),
            (EventKind.SPLIT, ("a",), ("b", "c")),
            (EventKind.SPLIT, ("a",), ("a", "b")),
            (EventKind.ABOLISH, ("a", "b"), ()),
            (EventKind.RENAME, ("a",), ("a",)),
            (EventKind.RECODE, ("a", "b"), ("a", "b")),
            (EventKind.REPARENT, ("a",), ("a",)),
        ],
    )
    def test_takes_the_units_its_kind_has(
        self, kind: EventKind, sources: tuple[str, ...], targets: tuple[str, ...]
    ) -> None:
        assert ChangeEvent(date=DAY, kind=kind, sources=sources, targets=targets).kind is kind

    @pytest.mark.parametrize(
        ("kind", "sources", "targets"),
        [
            (EventKind.CREATE, ("a",), ("b",)),
            (EventKind.CREATE, (), ()),
            (EventKind.MERGE, ("a", "b"), ("c", "d")),
            (EventKind.MERGE, (), ("c",)),
            (EventKind.SPLIT, ("a", "b"), ("c",)),
            (EventKind.ABOLISH, ("a",), ("b",)),
            (EventKind.RENAME, ("a",), ("b",)),
            (EventKind.REPARENT, (), ()),
        ],
    )
    def test_refuses_others(self, kind: EventKind, sources: tuple[str, ...], targets: tuple[str, ...]) -> None:
        with pytest.raises(InvalidValueError, match="expected"):
            ChangeEvent(date=DAY, kind=kind, sources=sources, targets=targets)

    RENAMED: ClassVar[dict[str, Any]] = {"date": DAY, "kind": EventKind.RENAME, "sources": ("a",), "targets": ("a",)}

    @pytest.mark.parametrize(
        ("field", "wrong", "said"),
        [
            ("date", datetime.datetime(2025, 7, 1, 8, 0), "date"),  # noqa: DTZ001  # A time without a zone.
            ("date", "2025-07-01", "date"),
            ("date", None, "date"),
            ("kind", "vanish", "create, rename"),
            ("sources", "a", "several ids"),
            ("sources", {"a"}, "several ids"),
            ("sources", ("a b",), "one word"),
            ("targets", ("a", 5), "one word"),
            ("targets", ("a", "a"), "each unit once among the targets"),
            ("sources", ("a", "b", "a"), "each unit once among the sources"),
            ("legal_basis", 5, "a text"),
            ("source", None, "a text"),
            ("confidence", "sure", "confirmed, partly"),
        ],
    )
    def test_refuses_what_is_none(self, field: str, wrong: object, said: str) -> None:
        with pytest.raises(InvalidValueError, match=said):
            ChangeEvent(**{**self.RENAMED, field: wrong})

    def test_takes_lists_and_values(self) -> None:
        event = ChangeEvent(**{**self.RENAMED, "kind": "rename", "sources": ["a"], "confidence": "partly"})
        assert event == ChangeEvent(**self.RENAMED, confidence=event.confidence)
        assert event.sources == ("a",)

    @pytest.mark.parametrize("blank", ["", " "])
    def test_a_blank_basis_is_none(self, blank: str) -> None:
        assert ChangeEvent(**self.RENAMED, legal_basis=blank).legal_basis is None

    def test_only_some_kinds_hand_a_unit_over(self) -> None:
        assert {kind for kind in EventKind if kind.moves} == {EventKind.MERGE, EventKind.SPLIT, EventKind.ABOLISH}
