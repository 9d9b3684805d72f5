"""Where the facts of the shipped directories come from, and how sure they are."""

import datetime
import re
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from vstbpn.catalogue.evidence import weakest
from vstbpn.catalogue.tables import Confidence, acts, issuers, provinces
from vstbpn.catalogue.unit_tables import committee_roles, issuer_units, unit_events, unit_links, unit_names
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.shipped.cells import combined, month_after
from vstbpn.organisations.shipped.directory import bundled, typical
from vstbpn.organisations.shipped.provinces import slug
from vstbpn.organisations.units.events import EventKind
from vstbpn.organisations.units.facts import Facts
from vstbpn.organisations.units.kinds import UnitKind

DIRECTORIES = pytest.mark.parametrize("directory", [bundled(), typical()], ids=["bundled", "typical"])

ISSUERS = {row.abbreviation: row for row in issuers()}


def facts(directory: Directory) -> Iterator[Any]:
    """All dated facts and events of a directory."""
    for kind in (directory.names, directory.codes, directory.links, directory.roles, directory.events):
        yield from kind


class TestEveryFact:
    """Each tells where it comes from."""

    @DIRECTORIES
    def test_has_a_source(self, directory: Directory) -> None:
        assert not [fact for fact in facts(directory) if not fact.source.strip()]

    @DIRECTORIES
    def test_none_is_confirmed_that_is_own_knowledge(self, directory: Directory) -> None:
        assert not [
            fact
            for fact in facts(directory)
            if fact.source == "own knowledge" and fact.confidence is not Confidence.UNCONFIRMED
        ]

    @DIRECTORIES
    def test_none_is_surer_than_the_row_it_comes_from(self, directory: Directory) -> None:
        confidence = {row.code: ISSUERS[row.abbreviation].confidence for row in issuer_units() if row.code}
        for code in directory.codes:
            if code.scheme == "symbol":
                assert weakest(code.confidence, confidence[code.code]) is code.confidence

    @DIRECTORIES
    def test_half_known_days_are_not_confirmed(self, directory: Directory) -> None:
        half_known = {
            row.unit
            for row in issuer_units()
            if re.fullmatch(r"[0-9]{4}(?:-[0-9]{2})?", ISSUERS[row.abbreviation].valid_to or "0")
        }
        own = [name for name in directory.names if name.unit in half_known and name.end is not None]
        assert Confidence.CONFIRMED not in {name.confidence for name in own}

    def test_weakest(self) -> None:
        assert weakest(Confidence.CONFIRMED, Confidence.SINGLE) is Confidence.SINGLE
        assert weakest(Confidence.UNCONFIRMED, Confidence.PARTLY) is Confidence.UNCONFIRMED


class TestEveryEvent:
    """Each names the act it rests on, and that act is in the catalogue."""

    @DIRECTORIES
    def test_names_its_act(self, directory: Directory) -> None:
        nameless = [event for event in directory.events if not event.legal_basis]
        # Of the general departments that became departments of the Ministry of Finance no act was read.
        assert {event.sources[0] for event in nameless} == {"tong-cuc-thong-ke", "tong-cuc-thue", "tong-cuc-hai-quan"}
        assert all(event.confidence is Confidence.UNCONFIRMED and event.note for event in nameless)

    @DIRECTORIES
    def test_the_act_is_in_the_catalogue(self, directory: Directory) -> None:
        held = {act.id.partition("@")[0] for act in acts()}
        named = {event.legal_basis for event in directory.events if event.legal_basis}
        # The laws on single provinces are told by the table of provinces alone.
        assert named - held <= {row.legal_basis for row in provinces()}


class TestEveryRow:
    """Each row of the tables is used, or it is said why not."""

    def test_each_issuer_is_a_unit_or_none_with_a_reason(self) -> None:
        rows = issuer_units()
        assert {row.abbreviation for row in rows} == set(ISSUERS)
        assert not [row for row in rows if not row.unit and not row.note]
        several = {row for row, count in Counter(row.abbreviation for row in rows).items() if count > 1}
        assert several == {"TW", "UBND", "KT"}

    def test_each_unit_of_an_issuer_is_held(self) -> None:
        held = {"central": bundled(), "typical": typical()}
        for row in issuer_units():
            assert bool(row.unit) == bool(row.kind) == bool(row.directory)
            if row.unit:
                unit = held[row.directory].unit(row.unit)
                assert unit.kind is UnitKind.of(row.kind)
                assert row.code in {"", row.abbreviation}

    def test_each_further_name_is_held(self) -> None:
        held = {"central": bundled(), "typical": typical()}
        for row in unit_names():
            assert row.name in {name.name for name in held[row.directory].names if name.unit == row.unit}
            assert held[row.directory].unit(row.unit).kind is UnitKind.of(row.kind)

    def test_each_link_role_and_event_is_held(self) -> None:
        # The typical directory holds the central bodies too.
        directory = typical()
        links = {(link.child, link.parent, link.line.value) for link in directory.links}
        assert {(row.child, row.parent, row.line) for row in unit_links()} <= links
        assert {(row.unit, row.kind, row.holder) for row in committee_roles()} == {
            (role.unit, role.kind.value, role.holder) for role in directory.roles
        }
        assert len(directory.events) == len(unit_events())

    def test_each_province_is_held(self) -> None:
        named = {name.name for name in bundled().names}
        assert {row.old_name.split(" (")[0] for row in provinces()} | {row.successor for row in provinces()} <= named

    def test_central_units_are_those_of_the_typical_directory(self) -> None:
        central = {unit for unit in bundled().units if not re.match(r"(?:ubnd-)?(?:tinh|thanh-pho)-", unit.id)}
        assert central < set(typical().units)


class TestSuccessors:
    """The events carry out what the tables name as successors."""

    @DIRECTORIES
    def test_of_each_issuer_that_ended(self, directory: Directory) -> None:
        letters = {row.code: row.unit for row in issuer_units() if row.code}
        letters.update({"KT": "phong-kt", "VP": "van-phong-hdnd-ubnd-cap-xa"})
        held = {unit.id for unit in directory.units}
        for row in issuer_units():
            issuer = ISSUERS[row.abbreviation]
            end = month_after(issuer.valid_to)
            if row.unit not in held or end is None or not issuer.successor:
                continue
            expected = {letters[code] for code in issuer.successor.split("; ") if code in letters}
            after = {unit.id for unit in directory.successors(row.unit, end)}
            # One that ended the same day gave what it got to its own successors.
            assert {unit for unit in expected if directory.stands(unit, end)} <= after

    def test_a_source_that_lives_on_is_a_target(self) -> None:
        for directory in (bundled(), typical()):
            for event in directory.events:
                if event.kind is not EventKind.ABOLISH:
                    assert all(
                        directory.stands(source, event.date) == (source in event.targets)
                        or event.kind is EventKind.SPLIT
                        for source in event.sources
                    )


class TestCells:
    @pytest.mark.parametrize(
        ("cell", "end"),
        [
            ("2025-02", datetime.date(2025, 3, 1)), ("2024-12", datetime.date(2025, 1, 1)),
            ("2025-06-30", datetime.date(2025, 7, 1)), ("2007", None), ("", None),
        ],
    )  # fmt: skip
    def test_a_month_ends_with_its_last_day(self, cell: str, end: datetime.date | None) -> None:
        assert month_after(cell) == end

    def test_nothing_joined_is_nothing(self) -> None:
        assert combined(Facts(), Facts()) == Facts()


class TestSpeed:
    @pytest.mark.parametrize("directory", ["bundled", "typical"])
    def test_is_made_in_less_than_a_tenth_of_a_second(self, directory: str) -> None:
        make = {"bundled": bundled, "typical": typical}[directory]
        first = make()
        durations = []
        for _ in range(3):
            begun = time.perf_counter()
            made = make.__wrapped__()
            durations.append(time.perf_counter() - begun)
            assert made == first
        assert min(durations) < 0.1


class TestIds:
    @DIRECTORIES
    def test_are_plain(self, directory: Directory) -> None:
        assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", unit.id) for unit in directory.units)

    def test_of_a_province_follow_its_name(self) -> None:
        assert slug("Tỉnh Đắk Lắk") == "tinh-dak-lak"
