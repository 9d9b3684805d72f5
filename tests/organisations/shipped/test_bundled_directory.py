"""The directory the library ships."""

import datetime

import pytest

from vstbpn.catalogue.tables import Confidence, ProvinceRow, provinces
from vstbpn.organisations.shipped import CABINET_OF_2025, GSO, PROVINCES_OF_2025, SYMBOL, bundled, slug
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.units.events import EventKind
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import RoleKind

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
        mergers = [
            event
            for event in bundled().events
            if event.date == PROVINCES_OF_2025 and bundled().unit(event.targets[0]).kind is UnitKind.PROVINCE
        ]
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
        unchecked = [
            event
            for event in bundled().events
            if event.confidence is Confidence.UNCONFIRMED and event.kind is not EventKind.RENAME
        ]
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


class TestCommitteesOfProvinces:
    """Each province has its people's committee, which changed with it."""

    def test_there_is_one_for_each(self) -> None:
        for date in (datetime.date(2008, 7, 31), PROVINCES_OF_2025 - EVE, PROVINCES_OF_2025):
            snapshot = bundled().at(date)
            provinces = [unit.id for unit in snapshot.units if unit.kind is UnitKind.PROVINCE]
            committees = [unit.id for unit in snapshot.units if unit.kind is UnitKind.PROVINCE_COMMITTEE]
            assert committees == [f"ubnd-{unit}" for unit in provinces]

    def test_all_hang_under_the_government(self) -> None:
        for date, count in ((PROVINCES_OF_2025 - EVE, 63), (PROVINCES_OF_2025, 34)):
            snapshot = bundled().at(date)
            children = snapshot.children("chinh-phu", Line.TERRITORIAL)
            assert len(children) == len(snapshot.descendants("chinh-phu", Line.TERRITORIAL)) == 2 * count
            assert {unit.kind for unit in children} == {UnitKind.PROVINCE, UnitKind.PROVINCE_COMMITTEE}

    @pytest.mark.parametrize(
        ("unit", "date", "name"),
        [
            ("ubnd-tinh-an-giang", datetime.date(2024, 1, 1), "Ủy ban nhân dân tỉnh An Giang"),
            ("ubnd-tinh-an-giang-2025", datetime.date(2026, 1, 1), "Ủy ban nhân dân tỉnh An Giang"),
            ("ubnd-tinh-ba-ria-vung-tau", datetime.date(2024, 1, 1), "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"),
            ("ubnd-thanh-pho-ho-chi-minh", datetime.date(2024, 1, 1), "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
            ("ubnd-thanh-pho-da-nang", datetime.date(2024, 1, 1), "Ủy ban nhân dân thành phố Đà Nẵng"),
            ("ubnd-thanh-pho-hue", datetime.date(2024, 12, 31), "Ủy ban nhân dân tỉnh Thừa Thiên Huế"),
            ("ubnd-thanh-pho-hue", datetime.date(2025, 1, 1), "Ủy ban nhân dân thành phố Huế"),
            ("ubnd-tinh-dong-nai-2025", datetime.date(2026, 4, 29), "Ủy ban nhân dân tỉnh Đồng Nai"),
            ("ubnd-tinh-dong-nai-2025", datetime.date(2026, 4, 30), "Ủy ban nhân dân thành phố Đồng Nai"),
        ],
    )
    def test_are_named_after_the_province(self, unit: str, date: datetime.date, name: str) -> None:
        snapshot = bundled().at(date)
        assert snapshot.name(unit) == name
        assert [found.id for found in snapshot.find_by_name(name.replace("Ủy ban nhân dân", "UBND"))] == [unit]

    def test_succeed_as_the_provinces_do(self) -> None:
        directory = bundled()
        for unit in directory.units:
            if unit.kind is UnitKind.PROVINCE:
                for date in (datetime.date(2008, 8, 1), PROVINCES_OF_2025, datetime.date(2026, 11, 22)):
                    after = [later.id for later in directory.successors(unit, date)]
                    of_committee = directory.successors(f"ubnd-{unit.id}", date)
                    assert [later.id for later in of_committee] == [f"ubnd-{later}" for later in after]


class TestAllMergers:
    """Every province went over to the one the table names (Nghị quyết 202/2025/QH15)."""

    @pytest.mark.parametrize(
        "row", [row for row in provinces() if row.valid_to in {"", "2025-06-30"}], ids=lambda row: row.old_name
    )
    def test_went_to_its_successor(self, row: ProvinceRow) -> None:
        directory, after = bundled(), bundled().at(PROVINCES_OF_2025)
        [unit] = [
            unit for unit in directory.find(row.old_name) if directory.stands(unit, PROVINCES_OF_2025 - EVE)
        ]  # fmt: skip
        [successor] = directory.successors(unit, PROVINCES_OF_2025)
        assert after.name(successor) == row.successor
        assert after.find_by_code(GSO, row.new_code) == successor
        assert directory.at(PROVINCES_OF_2025 - EVE).find_by_code(GSO, row.old_gso_code) == unit


class TestNationalCommittee:
    """Ủy ban Quốc gia vì sự tiến bộ của phụ nữ Việt Nam."""

    UNIT = "uy-ban-quoc-gia-vstbpn"

    def held(self, date: datetime.date) -> dict[RoleKind, str]:
        return {role.kind: role.holder for role in bundled().at(date).roles(self.UNIT)}

    def test_was_renamed_by_decision_72(self) -> None:
        [event] = [event for event in bundled().events if self.UNIT in event.sources]
        assert (event.kind, event.legal_basis) == (EventKind.RENAME, "72-TTg")
        assert bundled().at(event.date).name(self.UNIT) == "Ủy ban Quốc gia vì sự tiến bộ của phụ nữ Việt Nam"
        assert bundled().at(event.date - EVE).name(self.UNIT) == "Ủy ban Quốc gia về thập kỷ phụ nữ"

    def test_its_standing_body_is_the_ministry_of_gender_equality(self) -> None:
        assert self.held(CABINET_OF_2025 - EVE) == {
            RoleKind.HEAD: "Bộ trưởng Bộ Lao động - Thương binh và Xã hội",
            RoleKind.STANDING: "Bộ Lao động - Thương binh và Xã hội",
        }

    def test_who_heads_it_since_is_not_known(self) -> None:
        assert self.held(CABINET_OF_2025) == {RoleKind.STANDING: "Bộ Nội vụ"}

    def test_who_headed_it_before_has_no_days(self) -> None:
        assert self.held(datetime.date(2000, 1, 1)) == {}

    def test_roles_are_not_checked(self) -> None:
        assert {role.confidence for role in bundled().roles} == {Confidence.UNCONFIRMED}
        assert all(bundled().unit(role.holder_unit or "") for role in bundled().roles)


class TestOtherCentralBodies:
    @pytest.mark.parametrize(
        ("letters", "name", "kind"),
        [
            ("VPQH", "Văn phòng Quốc hội", UnitKind.CENTRAL_BODY), ("CTN", "Chủ tịch nước", UnitKind.CENTRAL_BODY),
            ("TANDTC", "Tòa án nhân dân tối cao", UnitKind.CENTRAL_BODY),
            ("VKSTC", "Viện kiểm sát nhân dân tối cao", UnitKind.CENTRAL_BODY),
            ("VKSNDTC", "Viện kiểm sát nhân dân tối cao", UnitKind.CENTRAL_BODY),
            ("KTNN", "Kiểm toán nhà nước", UnitKind.CENTRAL_BODY),
            ("BHXH", "Bảo hiểm xã hội Việt Nam", UnitKind.CENTRAL_BODY),
            ("TTXVN", "Thông tấn xã Việt Nam", UnitKind.CENTRAL_BODY),
            ("THVN", "Đài Truyền hình Việt Nam", UnitKind.CENTRAL_BODY),
            ("TNVN", "Đài Tiếng nói Việt Nam", UnitKind.CENTRAL_BODY),
            ("VPTW", "Văn phòng Trung ương Đảng", UnitKind.PARTY), ("QUTW", "Quân ủy Trung ương", UnitKind.PARTY),
            ("TLĐ", "Tổng Liên đoàn Lao động Việt Nam", UnitKind.MASS_ORGANISATION),
            ("UBQG", "Ủy ban Quốc gia vì sự tiến bộ của phụ nữ Việt Nam", UnitKind.WOMENS_ADVANCEMENT),
            ("CT", "Cục Thuế", UnitKind.CENTRAL_BODY),
        ],
    )  # fmt: skip
    def test_are_found_by_letters(self, letters: str, name: str, kind: UnitKind) -> None:
        snapshot = bundled().at(datetime.date(2026, 1, 1))
        unit = snapshot.find_by_code(SYMBOL, letters)
        assert unit is not None
        assert (snapshot.name(unit), unit.kind) == (name, kind)

    def test_three_share_the_letters_of_the_centre(self) -> None:
        snapshot = bundled().at(datetime.date(2026, 1, 1))
        assert snapshot.find_by_code(SYMBOL, "TW") is None
        assert {"ban-chap-hanh-trung-uong", "bo-chinh-tri", "ban-bi-thu"} <= {unit.id for unit in snapshot.units}

    def test_letters_of_a_term_are_no_code(self) -> None:
        snapshot = bundled().at(datetime.date(2026, 1, 1))
        assert snapshot.name("quoc-hoi") == "Quốc hội"
        assert snapshot.find_by_code(SYMBOL, "QH15") is None

    @pytest.mark.parametrize(
        ("unit", "before", "after"),
        [
            ("tong-cuc-thong-ke", "Tổng cục Thống kê", "Cục Thống kê"),
            ("tong-cuc-thue", "Tổng cục Thuế", "Cục Thuế"),
            ("tong-cuc-hai-quan", "Tổng cục Hải quan", "Cục Hải quan"),
        ],
    )
    def test_three_are_under_the_ministry_of_finance(self, unit: str, before: str, after: str) -> None:
        assert bundled().at(CABINET_OF_2025 - EVE).name(unit) == before
        snapshot = bundled().at(CABINET_OF_2025)
        assert snapshot.name(unit) == after
        assert [above.id for above in snapshot.ancestors(unit, "professional")] == ["bo-tc", "chinh-phu"]

    def test_party_and_mass_organisations_hang_under_none(self) -> None:
        apart = {unit.id for unit in bundled().units if unit.kind in {UnitKind.PARTY, UnitKind.MASS_ORGANISATION}}
        assert len(apart) > 15
        assert not apart & {end for link in bundled().links for end in (link.child, link.parent)}


class TestUserFacts:
    def test_hang_their_own_units_on_it(self) -> None:
        from vstbpn.organisations import ChangeEvent, DatedName, Link, OrganisationUnit

        labour = OrganisationUnit(id="so-ldtbxh-an-giang", kind=UnitKind.DEPARTMENT)
        directory = bundled().with_facts(
            units=[labour],
            names=[DatedName(unit=labour.id, name="Sở LĐTBXH tỉnh An Giang", end=CABINET_OF_2025)],
            links=[
                Link(child=labour.id, parent="bo-ldtbxh", line=Line.PROFESSIONAL),
                Link(child=labour.id, parent="ubnd-tinh-an-giang", line=Line.TERRITORIAL),
            ],
            events=[ChangeEvent(date=CABINET_OF_2025, kind=EventKind.ABOLISH, sources=(labour.id,))],
        )
        snapshot = directory.at(CABINET_OF_2025 - EVE)
        assert [unit.id for unit in snapshot.ancestors(labour, "professional")] == ["bo-ldtbxh", "chinh-phu"]
        assert [unit.id for unit in snapshot.ancestors(labour, "territorial")] == ["ubnd-tinh-an-giang", "chinh-phu"]


class TestSlug:
    def test_has_no_accents(self) -> None:
        assert slug("Thành phố Đà Nẵng") == "thanh-pho-da-nang"

    def test_is_the_id_of_every_province(self) -> None:
        for name in bundled().names:
            if name.unit.startswith(("tinh-", "thanh-pho-")) and name.unit != "thanh-pho-hue":
                assert slug(name.name).removeprefix("thanh-pho-").removeprefix("tinh-") in name.unit
