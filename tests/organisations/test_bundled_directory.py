"""The directory the library ships."""

import datetime

import pytest

from vstbpn.catalogue.tables import Confidence
from vstbpn.organisations.bundled import CABINET_OF_2025, GSO, PROVINCES_OF_2025, SYMBOL, bundled, slug
from vstbpn.organisations.kinds import Line, UnitKind
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.unit import EventKind

EVE = datetime.timedelta(days=1)


def names(snapshot: Snapshot, kind: UnitKind) -> list[str]:
    return [snapshot.name(unit) for unit in snapshot.units if unit.kind is kind]


def bearer(date: datetime.date, code: str) -> str:
    snapshot = bundled().at(date)
    unit = snapshot.find_by_code(GSO, code)
    assert unit is not None
    return snapshot.name(unit)


class TestProvinces:
    def test_were_63_and_are_34(self) -> None:
        assert len(names(bundled().at(PROVINCES_OF_2025 - EVE), UnitKind.PROVINCE)) == 63
        after = names(bundled().at(PROVINCES_OF_2025), UnitKind.PROVINCE)
        assert (len(after), len(set(after))) == (34, 34)

    def test_seven_codes_changed_meaning(self) -> None:
        old = {code: bearer(PROVINCES_OF_2025 - EVE, code) for code in ("15", "24", "44", "52", "80", "82", "91")}
        new = {code: bearer(PROVINCES_OF_2025, code) for code in old}
        assert all(old[code] != new[code] for code in old)
        assert (old["24"], new["24"]) == ("Tỉnh Bắc Giang", "Tỉnh Bắc Ninh")
        assert (old["91"], new["91"]) == ("Tỉnh Kiên Giang", "Tỉnh An Giang")

    def test_every_one_has_one_code(self) -> None:
        for date in (PROVINCES_OF_2025 - EVE, PROVINCES_OF_2025):
            snapshot = bundled().at(date)
            provinces = [unit for unit in snapshot.units if unit.kind is UnitKind.PROVINCE]
            assert all(len(snapshot.codes(unit, GSO)) == 1 for unit in provinces)

    def test_merged_by_resolution_202(self) -> None:
        mergers = [event for event in bundled().events if event.date == PROVINCES_OF_2025]
        assert {event.kind for event in mergers} == {EventKind.MERGE}
        assert {event.legal_basis for event in mergers} == {"202/2025/QH15"}
        assert len(mergers) == 23
        assert sum(len(event.sources) for event in mergers) == 52

    def test_one_that_kept_its_name_is_another_unit(self) -> None:
        directory = bundled()
        assert [unit.id for unit in directory.find("tỉnh An Giang")] == ["tinh-an-giang", "tinh-an-giang-2025"]
        assert [unit.id for unit in directory.successors("tinh-kien-giang", PROVINCES_OF_2025)] == [
            "tinh-an-giang-2025"
        ]
        before = directory.predecessors("tinh-an-giang-2025", PROVINCES_OF_2025 - EVE)
        assert [unit.id for unit in before] == ["tinh-an-giang", "tinh-kien-giang"]

    def test_unchanged_ones_are_the_same_unit(self) -> None:
        assert [unit.id for unit in bundled().successors("tinh-lang-son", PROVINCES_OF_2025)] == ["tinh-lang-son"]

    def test_ha_noi_took_ha_tay_in(self) -> None:
        directory = bundled()
        assert [unit.id for unit in directory.successors("tinh-ha-tay", datetime.date(2008, 8, 1))] == [
            "thanh-pho-ha-noi"
        ]
        assert directory.stands("tinh-ha-tay", datetime.date(2008, 7, 31))
        assert not directory.stands("tinh-ha-tay", datetime.date(2008, 8, 1))
        event = next(event for event in directory.events if "tinh-ha-tay" in event.sources)
        assert event.legal_basis == "15/2008/QH12"

    @pytest.mark.parametrize(
        ("unit", "date", "before", "after", "basis"),
        [
            ("thanh-pho-hue", datetime.date(2025, 1, 1), "Tỉnh Thừa Thiên Huế", "Thành phố Huế", "175/2024/QH15"),
            ("tinh-dong-nai-2025", datetime.date(2026, 4, 30), "Tỉnh Đồng Nai", "Thành phố Đồng Nai", "30/2026/QH16"),
        ],
    )
    def test_two_became_cities(self, unit: str, date: datetime.date, before: str, after: str, basis: str) -> None:
        directory = bundled()
        assert directory.at(date - EVE).name(unit) == before
        assert directory.at(date).name(unit) == after
        event = next(event for event in directory.events if event.kind is EventKind.RENAME and unit in event.sources)
        assert (event.date, event.legal_basis) == (date, basis)

    def test_there_are_seven_cities_in_2026(self) -> None:
        provinces = names(bundled().at(datetime.date(2026, 5, 1)), UnitKind.PROVINCE)
        assert sum(name.startswith("Thành phố") for name in provinces) == 7


class TestMinistries:
    def test_are_14_with_3_agencies_since_march_2025(self) -> None:
        snapshot = bundled().at(CABINET_OF_2025)
        assert len(names(snapshot, UnitKind.MINISTRY)) == 14
        assert len(names(snapshot, UnitKind.MINISTERIAL_AGENCY)) == 3

    def test_hang_under_the_government(self) -> None:
        snapshot = bundled().at(CABINET_OF_2025)
        assert [unit.id for unit in snapshot.ancestors("bo-gddt", Line.PROFESSIONAL)] == ["chinh-phu"]
        assert len(snapshot.children("chinh-phu", Line.PROFESSIONAL)) == 17

    @pytest.mark.parametrize(
        ("unit", "successors"),
        [
            ("bo-ldtbxh", ["bo-ca", "bo-gddt", "bo-nnmt", "bo-nv", "bo-yt"]),
            ("bo-tttt", ["bo-khcn", "bo-vhttdl"]),
            ("bo-khdt", ["bo-tc"]),
            ("bo-gtvt", ["bo-xd"]),
            ("bo-tnmt", ["bo-nnmt"]),
            ("uy-ban-dan-toc", ["bo-dttg"]),
            ("bo-nv", ["bo-dttg", "bo-nv"]),
            ("bo-tp", ["bo-tp"]),
        ],
    )
    def test_went_over_on_1_march_2025(self, unit: str, successors: list[str]) -> None:
        assert [unit.id for unit in bundled().successors(unit, CABINET_OF_2025)] == successors
        assert [unit.id for unit in bundled().successors(unit, CABINET_OF_2025 - EVE)] == [unit]

    def test_what_is_not_checked_is_marked(self) -> None:
        unchecked = [event for event in bundled().events if event.confidence is Confidence.UNCONFIRMED]
        assert {event.sources for event in unchecked} == {("bo-ldtbxh",)}
        assert {target for event in unchecked for target in event.targets} == {"bo-gddt", "bo-yt", "bo-nnmt", "bo-ca"}
        assert all(event.note for event in unchecked)

    def test_are_found_by_the_letters_of_their_symbols(self) -> None:
        snapshot = bundled().at(datetime.date(2024, 1, 1))
        for letters in ("BNN", "BNNPTNT"):
            unit = snapshot.find_by_code(SYMBOL, letters)
            assert unit is not None
            assert unit.id == "bo-nnptnt"
        assert bundled().at(CABINET_OF_2025).find_by_code(SYMBOL, "BLĐTBXH") is None

    def test_are_found_by_name(self) -> None:
        snapshot = bundled().at(CABINET_OF_2025)
        assert [unit.id for unit in snapshot.find_by_name("Bộ GD&ĐT")] == ["bo-gddt"]
        assert snapshot.find_by_name("Bộ LĐTBXH") == ()


class TestUserFacts:
    def test_hang_their_own_units_on_it(self) -> None:
        from vstbpn.organisations import DatedName, Link, OrganisationUnit

        department = OrganisationUnit(id="so-ldtbxh-an-giang", kind=UnitKind.DEPARTMENT)
        directory = bundled().with_facts(
            units=[department],
            names=[DatedName(unit=department.id, name="Sở LĐTBXH tỉnh An Giang", end=CABINET_OF_2025)],
            links=[
                Link(child=department.id, parent="bo-ldtbxh", line=Line.PROFESSIONAL),
                Link(child=department.id, parent="tinh-an-giang", line=Line.TERRITORIAL),
            ],
        )
        snapshot = directory.at(CABINET_OF_2025 - EVE)
        assert [unit.id for unit in snapshot.ancestors(department, "professional")] == ["bo-ldtbxh", "chinh-phu"]
        assert [unit.id for unit in snapshot.ancestors(department, "territorial")] == ["tinh-an-giang"]


class TestSlug:
    def test_has_no_accents(self) -> None:
        assert slug("Thành phố Đà Nẵng") == "thanh-pho-da-nang"

    def test_is_the_id_of_every_province(self) -> None:
        for name in bundled().names:
            if name.unit.startswith(("tinh-", "thanh-pho-")) and name.unit != "thanh-pho-hue":
                assert slug(name.name).removeprefix("thanh-pho-").removeprefix("tinh-") in name.unit
