"""The typical units, without names of places."""

import datetime

import pytest

from vstbpn.catalogue.tables import Confidence
from vstbpn.organisations.shipped import CABINET_OF_2025, PROVINCES_OF_2025, typical
from vstbpn.organisations.units.events import EventKind
from vstbpn.organisations.units.kinds import Level, Line, UnitKind
from vstbpn.organisations.units.unit import RoleKind

EVE = datetime.timedelta(days=1)
BEFORE, AFTER = datetime.date(2024, 9, 1), datetime.date(2026, 9, 1)


def above(unit: str, date: datetime.date, line: Line) -> list[str]:
    return [ancestor.id for ancestor in typical().at(date).ancestors(unit, line)]


def after(unit: str, date: datetime.date) -> list[str]:
    return [successor.id for successor in typical().successors(unit, date)]


class TestChains:
    """What units hang under, on both lines, before and after the district level ended."""

    @pytest.mark.parametrize("school", ["truong-mam-non", "truong-mau-giao", "truong-tieu-hoc", "truong-thcs"])
    @pytest.mark.parametrize(
        ("date", "line", "chain"),
        [
            (BEFORE, Line.PROFESSIONAL, ["phong-gddt", "so-gddt", "bo-gddt", "chinh-phu"]),
            (BEFORE, Line.TERRITORIAL, ["ubnd-cap-huyen", "ubnd-cap-tinh", "chinh-phu"]),
            (PROVINCES_OF_2025 - EVE, Line.PROFESSIONAL, ["phong-gddt", "so-gddt", "bo-gddt", "chinh-phu"]),
            (PROVINCES_OF_2025, Line.PROFESSIONAL, ["so-gddt", "bo-gddt", "chinh-phu"]),
            (AFTER, Line.PROFESSIONAL, ["so-gddt", "bo-gddt", "chinh-phu"]),
            (AFTER, Line.TERRITORIAL, ["ubnd-cap-xa", "ubnd-cap-tinh", "chinh-phu"]),
        ],
    )
    def test_of_a_school_of_the_lower_levels(
        self, school: str, date: datetime.date, line: Line, chain: list[str]
    ) -> None:
        assert above(school, date, line) == chain

    @pytest.mark.parametrize("date", [BEFORE, AFTER])
    def test_of_an_upper_secondary_school(self, date: datetime.date) -> None:
        assert above("truong-thpt", date, Line.PROFESSIONAL) == ["so-gddt", "bo-gddt", "chinh-phu"]
        assert above("truong-thpt", date, Line.TERRITORIAL) == ["so-gddt", "ubnd-cap-tinh", "chinh-phu"]

    def test_of_a_commune(self) -> None:
        assert above("ubnd-cap-xa", BEFORE, Line.TERRITORIAL) == ["ubnd-cap-huyen", "ubnd-cap-tinh", "chinh-phu"]
        assert above("ubnd-cap-xa", AFTER, Line.TERRITORIAL) == ["ubnd-cap-tinh", "chinh-phu"]
        assert above("phong-vhxh", AFTER, Line.TERRITORIAL) == ["ubnd-cap-xa", "ubnd-cap-tinh", "chinh-phu"]

    def test_every_department_is_under_the_committee(self) -> None:
        snapshot = typical().at(BEFORE)
        departments = [unit for unit in snapshot.units if unit.kind is UnitKind.DEPARTMENT]
        assert len(departments) == 19
        assert {snapshot.parent(unit, "territorial") for unit in departments} == {snapshot.unit("ubnd-cap-tinh")}

    @pytest.mark.parametrize("date", [BEFORE, AFTER])
    def test_a_department_is_under_the_ministry_of_its_name(self, date: datetime.date) -> None:
        snapshot = typical().at(date)
        for unit in snapshot.units:
            if unit.kind is UnitKind.DEPARTMENT:
                ministry = snapshot.parent(unit, "professional")
                namesakes = snapshot.find_by_name(snapshot.name(unit).replace("Sở ", "Bộ "))
                if snapshot.name(unit).startswith("Sở "):
                    assert ([ministry] if ministry else []) == [*namesakes]

    def test_departments_without_such_a_ministry(self) -> None:
        snapshot = typical().at(BEFORE)
        without = {
            unit.id
            for unit in snapshot.units
            if unit.kind is UnitKind.DEPARTMENT and snapshot.parent(unit, "professional") is None
        }
        assert without == {"so-vhtt", "so-dl", "so-ngv", "ban-dan-toc"}

    def test_a_division_whose_department_ended_first_has_no_professional_line(self) -> None:
        assert above("phong-ldtbxh", BEFORE, Line.PROFESSIONAL) == []
        assert above("phong-nv", BEFORE, Line.PROFESSIONAL) == ["so-nv", "bo-nv", "chinh-phu"]

    def test_the_sides_of_a_vocational_centre_are_not_all_known(self) -> None:
        assert above("trung-tam-gdnn-gdtx", AFTER, Line.PROFESSIONAL) == []
        assert above("trung-tam-gdnn-gdtx", AFTER, Line.TERRITORIAL)[0] == "ubnd-cap-xa"

    def test_no_district_is_left(self) -> None:
        snapshot = typical().at(PROVINCES_OF_2025)
        assert not [unit for unit in snapshot.units if unit.kind.level is Level.DISTRICT]
        assert [unit for unit in snapshot.units if unit.kind is UnitKind.COMMUNE_DIVISION]


class TestSuccessors:
    """What the departments and divisions became in 2025."""

    @pytest.mark.parametrize(
        ("unit", "date", "successors"),
        [
            ("so-ldtbxh", CABINET_OF_2025, ["so-gddt", "so-nv", "so-yt"]),
            ("so-ldtbxh", CABINET_OF_2025 - EVE, ["so-ldtbxh"]),
            ("so-tttt", CABINET_OF_2025, ["so-khcn", "so-vhttdl"]),
            ("so-khdt", CABINET_OF_2025, ["so-tc"]),
            ("so-gtvt", CABINET_OF_2025, ["so-xd"]),
            ("so-tnmt", CABINET_OF_2025, ["so-nnmt"]),
            ("so-nnptnt", CABINET_OF_2025, ["so-nnmt"]),
            ("ban-dan-toc", CABINET_OF_2025, ["so-dttg"]),
            ("phong-gddt", PROVINCES_OF_2025, ["phong-vhxh", "so-gddt"]),
            ("phong-ldtbxh", PROVINCES_OF_2025, ["phong-vhxh"]),
            ("phong-nv", PROVINCES_OF_2025, ["phong-vhxh"]),
            ("phong-tckh", PROVINCES_OF_2025, ["phong-kt", "phong-kthtdt"]),
            ("phong-tp", PROVINCES_OF_2025, ["van-phong-hdnd-ubnd-cap-xa"]),
            ("ubnd-cap-huyen", PROVINCES_OF_2025, []),
            ("truong-mam-non", PROVINCES_OF_2025, ["truong-mam-non"]),
        ],
    )
    def test_of_a_unit(self, unit: str, date: datetime.date, successors: list[str]) -> None:
        assert after(unit, date) == successors

    def test_one_known_by_the_year_begins_when_those_before_it_end(self) -> None:
        for unit in ("so-nnmt", "so-dttg"):
            assert typical().stands(unit, CABINET_OF_2025)
            assert not typical().stands(unit, CABINET_OF_2025 - EVE)

    def test_the_days_of_departments_are_never_confirmed(self) -> None:
        moved = {
            "so-ldtbxh",
            "so-tttt",
            "so-khdt",
            "so-gtvt",
            "so-tnmt",
            "so-nnptnt",
            "ban-dan-toc",
            "so-nnmt",
            "so-dttg",
        }
        confidences = [
            *(name.confidence for name in typical().names if name.unit in moved),
            *(code.confidence for code in typical().codes if code.unit in moved),
            *(link.confidence for link in typical().links if link.child in moved),
            *(event.confidence for event in typical().events if moved & {*event.sources, *event.targets}),
        ]
        assert len(confidences) > 40
        assert Confidence.CONFIRMED not in confidences

    def test_what_is_own_knowledge_is_marked(self) -> None:
        unchecked = {
            (event.sources[0], event.targets)
            for event in typical().events
            if event.confidence is Confidence.UNCONFIRMED and event.sources[0].startswith("so-")
        }
        assert unchecked == {("so-ldtbxh", ("so-yt", "so-gddt")), ("so-tttt", ("so-khcn", "so-vhttdl"))}

    def test_the_district_level_was_abolished(self) -> None:
        [event] = [event for event in typical().events if "ubnd-cap-huyen" in event.sources]
        assert (event.kind, event.legal_basis) == (EventKind.ABOLISH, "203/2025/QH15")


class TestCommittees:
    """The committees for the advancement of women (Quyết định 1855/QĐ-TTg)."""

    def held(self, unit: str, date: datetime.date) -> dict[RoleKind, tuple[str, str | None]]:
        return {role.kind: (role.holder, role.holder_unit) for role in typical().at(date).roles(unit)}

    def test_of_a_province(self) -> None:
        unit = "ban-vstbpn-cap-tinh"
        head = ("Phó Chủ tịch Ủy ban nhân dân cấp tỉnh", "ubnd-cap-tinh")
        labour = ("Sở Lao động - Thương binh và Xã hội", "so-ldtbxh")
        assert self.held(unit, BEFORE) == {RoleKind.HEAD: head, RoleKind.STANDING: labour}
        assert self.held(unit, CABINET_OF_2025 - EVE)[RoleKind.STANDING] == labour
        assert self.held(unit, CABINET_OF_2025)[RoleKind.STANDING] == ("Sở Nội vụ", "so-nv")
        assert self.held(unit, AFTER) == {RoleKind.HEAD: head, RoleKind.STANDING: ("Sở Nội vụ", "so-nv")}

    def test_of_a_district(self) -> None:
        unit = "ban-vstbpn-cap-huyen"
        assert self.held(unit, BEFORE) == {
            RoleKind.STANDING: ("Phòng Lao động - Thương binh và Xã hội", "phong-ldtbxh")
        }
        assert not typical().stands(unit, PROVINCES_OF_2025)
        assert after(unit, PROVINCES_OF_2025) == []

    def test_of_a_department(self) -> None:
        assert self.held("ban-vstbpn-nganh-gddt", BEFORE) == {
            RoleKind.HEAD: ("Phó Giám đốc Sở", "so-gddt"),
            RoleKind.STANDING: ("Phòng Tổ chức cán bộ của Sở", None),
        }

    def test_of_a_school(self) -> None:
        [role] = typical().at(BEFORE).roles("ban-vstbpn-truong-mam-non")
        assert (role.kind, role.holder) == (RoleKind.HEAD, "Hiệu trưởng hoặc Phó Hiệu trưởng")
        assert role.confidence is Confidence.UNCONFIRMED

    @pytest.mark.parametrize(
        ("unit", "chain"),
        [
            ("ban-vstbpn-cap-tinh", ["ubnd-cap-tinh", "chinh-phu"]),
            ("ban-vstbpn-cap-huyen", ["ubnd-cap-huyen", "ubnd-cap-tinh", "chinh-phu"]),
            ("ban-vstbpn-nganh-gddt", ["so-gddt", "ubnd-cap-tinh", "chinh-phu"]),
            ("ban-vstbpn-truong-mam-non", ["truong-mam-non", "ubnd-cap-huyen", "ubnd-cap-tinh", "chinh-phu"]),
        ],
    )
    def test_hang_under_the_body_they_belong_to(self, unit: str, chain: list[str]) -> None:
        assert above(unit, BEFORE, Line.TERRITORIAL) == chain
        assert above(unit, BEFORE, Line.PROFESSIONAL) == []

    def test_a_commune_has_none_that_is_known(self) -> None:
        committees = {unit.id for unit in typical().at(AFTER).units if unit.kind is UnitKind.WOMENS_ADVANCEMENT}
        assert committees == {
            "uy-ban-quoc-gia-vstbpn", "ban-vstbpn-cap-tinh", "ban-vstbpn-nganh-gddt", "ban-vstbpn-truong-mam-non",
        }  # fmt: skip


class TestNames:
    def test_name_no_place(self) -> None:
        assert not [unit for unit in typical().units if unit.kind in {UnitKind.PROVINCE, UnitKind.COMMUNE}]
        assert not [name for name in typical().names if name.name.endswith(("An Giang", "Kon Tum", "Hà Nội"))]

    @pytest.mark.parametrize(
        ("text", "unit"),
        [
            ("Sở GD&ĐT", "so-gddt"),
            ("Phòng GDĐT", "phong-gddt"),
            ("Sở LĐ-TB&XH", "so-ldtbxh"),
            ("Trường MN", "truong-mam-non"),
        ],
    )
    def test_are_found_however_abbreviated(self, text: str, unit: str) -> None:
        assert [found.id for found in typical().at(BEFORE).find_by_name(text)] == [unit]

    @pytest.mark.parametrize(
        ("letters", "unit"), [("SGDĐT", "so-gddt"), ("SNN", "so-nnptnt"), ("SNNPTNT", "so-nnptnt"), ("TP", "phong-tp")]
    )
    def test_letters_and_their_variants_are_codes(self, letters: str, unit: str) -> None:
        assert typical().at(BEFORE).find_by_code("symbol", letters) == typical().unit(unit)
