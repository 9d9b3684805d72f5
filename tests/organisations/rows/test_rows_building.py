"""A directory from tables: what the rows of units mean, the other tables, and the way back."""

import csv
import datetime
import io
import unicodedata
from collections import Counter, UserDict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from vstbpn import strategies
from vstbpn.catalogue.tables import Confidence
from vstbpn.errors import InvalidValueError
from vstbpn.organisations.checking.faults import DirectoryError, FaultKind
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.rows.kinds import kind_words
from vstbpn.organisations.shipped.directory import bundled
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit, RoleKind
from vstbpn.values import evolve

DAY = datetime.date(2025, 7, 1)
AA, BB = {"id": "a", "name": "A"}, {"id": "b", "name": "B"}
PROVINCE = """\
mã;loại;tên;từ ngày;đến ngày;cấp trên (ngành dọc);cấp trên (lãnh thổ);mã: gso;sự kiện;đơn vị kế thừa;căn cứ
so;sở;Sở Giáo dục và Đào tạo tỉnh An Giang;;;;;;;;
huyen;;Ủy ban nhân dân huyện Thoại Sơn;;30/6/2025;;;;giải thể;;202/2025/QH15
phong;;Phòng Giáo dục và Đào tạo huyện Thoại Sơn;;30/6/2025;so;huyen;;giải thể;;202/2025/QH15
xa;;Ủy ban nhân dân xã Thoại Sơn;01/7/2025;;;;30685;;;
mn-8;mầm non;Trường Mầm non 8;;30/6/2025;phong;huyen;;;;
mn-8;MN;Trường Mầm non 8;01/7/2025;;so;xa;;;;
"""


class TestUnits:
    """Each row is a stretch of a unit's life."""

    def test_a_province_before_and_after_its_districts(self) -> None:
        directory = Directory.from_rows(PROVINCE)
        assert [unit.kind for unit in directory.units] == [
            UnitKind.DEPARTMENT,
            UnitKind.DISTRICT_COMMITTEE,
            UnitKind.DIVISION,
            UnitKind.COMMUNE_COMMITTEE,
            UnitKind.KINDERGARTEN,
        ]
        assert directory.names[-1] == DatedName(unit="mn-8", name="Trường Mầm non 8")
        assert [link for link in directory.links if link.child == "mn-8"] == [
            Link(child="mn-8", parent="phong", line=Line.PROFESSIONAL, end=DAY),
            Link(child="mn-8", parent="so", line=Line.PROFESSIONAL, start=DAY),
            Link(child="mn-8", parent="huyen", line=Line.TERRITORIAL, end=DAY),
            Link(child="mn-8", parent="xa", line=Line.TERRITORIAL, start=DAY),
        ]
        assert directory.codes == (DatedCode(unit="xa", scheme="gso", code="30685", start=DAY),)
        assert directory.events == tuple(
            ChangeEvent(date=DAY, kind=EventKind.ABOLISH, sources=(unit,), legal_basis="202/2025/QH15")
            for unit in ("huyen", "phong")
        )

    def test_what_goes_on_in_the_next_row_is_one_fact(self) -> None:
        first = {"party": "b", "code:x": "1", "end": DAY, "source": "1/QĐ-UBND", "confidence": "partly"}
        then = {"party": "b", "code:x": "2", "start": DAY, "source": "2/QĐ-UBND", "confidence": "unconfirmed"}
        rows: list[dict[str, Any]] = [AA | first, AA | then, BB]
        for given_rows in (rows, rows[::-1]):
            directory = Directory.from_rows(given_rows)
            both: Any = {"source": "1/QĐ-UBND; 2/QĐ-UBND", "confidence": Confidence.UNCONFIRMED}
            assert DatedName(unit="a", name="A", **both) in directory.names
            assert directory.links == (Link(child="a", parent="b", line=Line.PARTY, **both),)
            assert {(code.code, code.start, code.end) for code in directory.codes} == {
                ("1", None, DAY),
                ("2", DAY, None),
            }

    def test_the_name_tells_the_kind_where_none_is_written(self) -> None:
        rows = [
            {"id": "a", "name": "Đơn vị sự nghiệp", "valid_to": "2025-06-30"},
            {"id": "a", "name": "Sở Nội vụ", "valid_from": "2025-07-01", "kind": ""},
            {"id": "b", "name": "Sở Tài chính", "kind": "commune"},
            {"id": "c", "name": "Tên lạ"},
        ]
        assert [unit.kind for unit in Directory.from_rows(rows).units] == [
            UnitKind.DEPARTMENT,
            UnitKind.COMMUNE,
            UnitKind.OTHER,
        ]
        assert Directory.from_rows(rows[2:]).units == Directory.from_rows(rows).units[1:]

    @pytest.mark.parametrize(
        ("kind", "meant"),
        [(UnitKind.SCHOOL, "school"), ("Sở", "department"), ("XÃ", "commune"), ("primary school", "primary-school")],
    )
    def test_kinds_by_value_name_and_member(self, kind: object, meant: str) -> None:
        [unit] = Directory.from_rows([AA | {"kind": kind}]).units
        assert unit.kind.value == meant

    def test_every_kind_is_named_by_its_value_and_its_words(self) -> None:
        for kind in UnitKind:
            assert {kind_words()[str(kind.value)], kind_words()[kind.en.casefold()]} == {kind}

    @pytest.mark.parametrize(
        ("kind", "name", "meant"),
        [
            ("UBND", "UBND xã Tân Hạnh", UnitKind.COMMUNE_COMMITTEE),
            ("UBND", "Tân Hạnh", UnitKind.PEOPLES_COMMITTEE),
            ("UBND tỉnh", "Vĩnh Long", UnitKind.PROVINCE_COMMITTEE),
            ("UBND cấp xã", "Tân Hạnh", UnitKind.COMMUNE_COMMITTEE),
            ("ủy ban nhân dân thị trấn", "Long Hồ", UnitKind.COMMUNE_COMMITTEE),
            ("UBND thành phố", "UBND TP Cần Thơ", UnitKind.PROVINCE_COMMITTEE),
            ("khác", "Sở Nội vụ", UnitKind.OTHER),
            (" Phòng ", "Phòng Văn hóa - Xã hội xã Tân Hạnh", UnitKind.COMMUNE_DIVISION),
            ("TTGDTX", "Long Hồ", UnitKind.CONTINUING_EDUCATION_CENTRE),
            (None, "MN Hoa Sen", UnitKind.KINDERGARTEN),
            (None, "TH Tân Hạnh", UnitKind.PRIMARY_SCHOOL),
            (None, "THCS Lê Lợi", UnitKind.LOWER_SECONDARY_SCHOOL),
            (None, "THPT Lê Lợi", UnitKind.UPPER_SECONDARY_SCHOOL),
            (None, "TH&THCS Lê Lợi", UnitKind.PRIMARY_AND_LOWER_SECONDARY_SCHOOL),
            (None, "TTGDTX Long Hồ", UnitKind.CONTINUING_EDUCATION_CENTRE),
            (None, "TT GDNN-GDTX Long Hồ", UnitKind.VOCATIONAL_EDUCATION_CENTRE),
            (None, "UBND TT Long Hồ", UnitKind.COMMUNE_COMMITTEE),
            (None, "UBND P.3", UnitKind.COMMUNE_COMMITTEE),
            (None, "THÀNH VIÊN", UnitKind.OTHER),
        ],
    )
    def test_kinds_as_lists_write_them(self, kind: str | None, name: str, meant: UnitKind) -> None:
        assert Directory.from_rows([{"id": "a", "name": name, "kind": kind}]).units[0].kind is meant

    def test_columns_as_lists_name_them(self) -> None:
        header = (
            "STT;Mã trường;Tên trường;Ngày thành lập;Cấp trên (hành chính);Cấp trên (chuyên môn, nghiệp vụ);Ghi chú"
        )
        directory = Directory.from_rows(f"{header}\n1;a;Trường A;01/9/2020;b;b;gần chợ\n2;b;B;;;;\n")
        assert {(link.parent, link.line) for link in directory.links} == {
            ("b", Line.TERRITORIAL),
            ("b", Line.PROFESSIONAL),
        }
        assert directory.names[0].start == datetime.date(2020, 9, 1)

    def test_cells_of_other_types(self) -> None:
        rows: list[dict[str, Any]] = [
            {"id": 8, "name": "  Trường \n Mầm non 8 ", "start": datetime.date(1885, 1, 2), "end": None, "code:x": 1},
            {
                "id": "9",
                "name": "Chín",
                "start": datetime.datetime(2025, 7, 1, tzinfo=datetime.UTC),
                "end": float("nan"),
            },
        ]
        directory = Directory.from_rows([UserDict(row) for row in rows])
        assert [(name.unit, name.name, name.start) for name in directory.names] == [
            ("8", "Trường Mầm non 8", datetime.date(1885, 1, 2)),
            ("9", "Chín", DAY),
        ]
        assert directory.codes[0].code == "1"

    def test_rows_may_lack_cells(self) -> None:
        directory = Directory.from_rows([AA | {"party": "b"}, BB])
        assert directory.links == (Link(child="a", parent="b", line=Line.PARTY),)

    @pytest.mark.parametrize(
        "day", [datetime.date(1800, 1, 1), datetime.date(1874, 11, 14), datetime.date(2199, 12, 31)]
    )
    def test_days_long_ago_and_far_ahead_as_dates_and_as_texts(self, day: datetime.date) -> None:
        for cell in (day, day.isoformat(), f"{day.day}/{day.month}/{day.year}"):
            assert Directory.from_rows([AA | {"valid_from": cell}]).names[0].start == day

    def test_ids_that_tables_of_measurements_write_with_a_point(self) -> None:
        """A blank cell makes all numbers of its column such."""
        nan = float("nan")
        rows: list[dict[str, Any]] = [AA | {"id": 1.0, "party": nan}, AA | {"id": 2.0, "party": 1.0, "code:x": nan}]
        links = [{"child": 1.0, "parent": 2.0, "line": "union"}]
        directory = Directory.from_rows(rows, links=links)
        assert [unit.id for unit in directory.units] == ["1", "2"]
        assert [(link.child, link.parent) for link in directory.links] == [("2", "1"), ("1", "2")]
        assert not directory.codes

    def test_ids_however_their_letters_are_typed(self) -> None:
        apart = unicodedata.normalize("NFD", "sở")
        directory = Directory.from_rows([{"id": "sở", "name": "Sở"}, AA | {"party": apart}], names=[])
        assert directory.links[0].parent == "sở"
        assert Directory.from_rows([{"id": apart, "name": "Sở"}]).units[0].id == "sở"

    def test_schemes_are_kept_as_they_are_written(self) -> None:
        codes = [{"unit": "a", "scheme": "MOET", "code": "07"}]
        for column in ("code:MOET", "Mã: MOET"):
            assert Directory.from_rows([AA | {column: "07"}]).codes == Directory.from_rows([AA], codes=codes).codes


class TestEnds:
    """A row whose unit ended tells an event."""

    def test_sources_of_a_fact_of_many_rows_are_told_once(self) -> None:
        days = [f"{year}-01-01" for year in range(2001, 2006)]
        rows = [
            AA | {"source": source, "start": start, "end": end}
            for source, start, end in zip("ababa", ["", *days], [*days[:-1], ""], strict=False)
        ]
        assert [name.source for name in Directory.from_rows(rows).names] == ["a; b"]

    def test_units_merged_on_a_day_into_one_make_one_event(self) -> None:
        ended: dict[str, Any] = {"valid_to": "2025-06-30", "event": "sáp nhập"}
        directory = Directory.from_rows(
            [
                AA | ended | {"successors": "c", "legal_basis": "1/NQ-HĐND", "confidence": "partly"},
                BB | ended | {"successors": "c", "legal_basis": "1/NQ-HĐND"},
                {"id": "c", "name": "C", "valid_from": "2025-07-01"},
                {"id": "d", "name": "D"} | ended | {"successors": "e", "source": "Công báo"},
                {"id": "e", "name": "E"},
            ]
        )
        new: Any = {"date": DAY, "kind": EventKind.MERGE}
        basis: Any = {"legal_basis": "1/NQ-HĐND", "confidence": Confidence.PARTLY}
        assert directory.events == (
            ChangeEvent(sources=("a", "b"), targets=("c",), **new, **basis),
            # Who stood before is a source too.
            ChangeEvent(sources=("d", "e"), targets=("e",), source="Công báo", **new),
        )

    def test_a_split_and_a_successor_that_was_there_before(self) -> None:
        before = Directory.from_rows([AA])
        rows = [
            BB | {"end": DAY, "event": EventKind.SPLIT, "successors": "a; c"},
            {"id": "c", "name": "C", "start": DAY},
        ]
        assert before.with_rows(rows).events == (
            ChangeEvent(date=DAY, kind=EventKind.SPLIT, sources=("b",), targets=("a", "c")),
        )
        rows[0] |= {"event": "merge", "successors": "a"}
        assert before.with_rows(rows).events[0].sources == ("b", "a")


class TestTables:
    """The other tables give a fact a row."""

    def test_all_of_them(self) -> None:
        directory = Directory.from_rows(
            [{"id": "a", "kind": "other"}, BB],
            names=[
                {"unit": "a", "name": "A", "valid_to": "2025-06-30"},
                {"unit": "a", "name": "A2", "valid_from": DAY},
            ],
            codes=[{"unit": "a", "scheme": "moet", "code": "07"}],
            links="cấp dưới,cấp trên,tuyến\na,b,ngành dọc\n",
            roles=[{"unit": "a", "kind": RoleKind.HEAD, "holder": "Phó Chủ tịch", "holder_unit": "b", "note": "x"}],
            events=[{"date": DAY, "kind": "đổi tên", "sources": "a", "targets": "a", "note": "y"}],
        )
        assert directory.units == (OrganisationUnit(id="a"), OrganisationUnit(id="b"))
        assert [name.name for name in directory.names] == ["B", "A", "A2"]
        assert directory.codes == (DatedCode(unit="a", scheme="moet", code="07"),)
        assert directory.links == (Link(child="a", parent="b", line=Line.PROFESSIONAL),)
        assert directory.roles == (
            DatedRole(unit="a", kind=RoleKind.HEAD, holder="Phó Chủ tịch", holder_unit="b", note="x"),
        )
        assert directory.events == (
            ChangeEvent(date=DAY, kind=EventKind.RENAME, sources=("a",), targets=("a",), note="y"),
        )

    def test_every_kind_of_source(self, tmp_path: Path) -> None:
        text = "id,name\na,Đơn vị\n"
        path = tmp_path / "units.csv"
        path.write_text(text, encoding="utf-8-sig")
        expected = Directory.from_rows(text)
        for source in (path, str(path), text.encode(), io.StringIO(text), csv.DictReader(io.StringIO(text))):
            assert Directory.from_rows(source) == expected

    def test_nothing(self) -> None:
        assert Directory.from_rows([]) == Directory()
        assert Directory().with_rows() == Directory()

    def test_units_hang_under_those_that_are_there(self) -> None:
        row = {"id": "so-x", "kind": "sở", "name": "Sở Giáo dục và Đào tạo", "professional": "bo-gddt"}
        directory = bundled().with_rows([row])
        assert directory.at(DAY).parent("so-x", "professional") == directory.unit("bo-gddt")

    @pytest.mark.parametrize("days", [{}, {"valid_from": "2025-07-01"}, {"valid_to": "2025-06-30", "event": "abolish"}])
    def test_of_a_row_and_a_fact_that_was_there_the_row_is_told(self, days: dict[str, str]) -> None:
        before = Directory.from_rows([AA | {"code:x": "1"}])
        with pytest.raises(DirectoryError) as error:
            before.with_rows([BB | {"code:x": "1"} | days])
        [fault] = error.value.details
        assert (fault.kind, fault.place) == (FaultKind.SHARED_CODE, "units row 2, column 'code:x'")
        assert set(fault.units) == {"a", "b"}
        assert "(the other in" not in fault.message

    def test_a_fault_of_a_fact_that_was_there_has_no_place(self) -> None:
        link = {"child": "a", "parent": "b", "line": "party"}
        before = Directory.from_rows([AA, BB], links=[link | {"start": DAY}])
        with pytest.raises(DirectoryError) as error:
            before.with_rows(links=[link | {"end": "2020-01-01"}])
        [fault] = error.value.details
        assert (fault.kind, fault.fact, fault.place) == (FaultKind.GAP, before.links[0], "")


class TestBack:
    """What is written as tables is read as the same directory."""

    @given(strategies.directories())
    def test_rows(self, directory: Directory) -> None:
        assert Directory.from_rows(**directory.to_rows()) == directory

    @given(strategies.directories())
    def test_csv(self, directory: Directory) -> None:
        assert Directory.from_rows(**directory.to_csv()) == directory

    def test_the_bundled_one(self) -> None:
        assert Directory.from_rows(**bundled().to_rows()) == bundled()
        assert Directory.from_rows(**bundled().to_csv()) == bundled()

    def test_ids_with_semicolons_cannot_stand_in_events(self) -> None:
        directory = Directory(
            units=(OrganisationUnit(id="a;b"),),
            names=(DatedName(unit="a;b", name="A"),),
            events=(ChangeEvent(date=DAY, kind=EventKind.RENAME, sources=("a;b",), targets=("a;b",)),),
        )
        with pytest.raises(InvalidValueError, match="semicolons"):
            directory.to_rows()


def apart(directory: Directory) -> dict[str, Any]:
    """The facts of a directory with other ids, so that they may stand beside any; without codes, which might clash."""
    return {
        "units": [evolve(unit, id=f"x-{unit.id}") for unit in directory.units],
        "names": [evolve(name, unit=f"x-{name.unit}") for name in directory.names],
        "links": [evolve(link, child=f"x-{link.child}", parent=f"x-{link.parent}") for link in directory.links],
        "roles": [
            evolve(role, unit=f"x-{role.unit}", holder_unit=role.holder_unit and f"x-{role.holder_unit}")
            for role in directory.roles
        ],
        "events": [
            evolve(
                event,
                sources=tuple(f"x-{unit}" for unit in event.sources),
                targets=tuple(f"x-{unit}" for unit in event.targets),
            )
            for event in directory.events
        ],
    }


class TestBeside:
    """Who added units to a directory writes their own alone."""

    @given(strategies.directories(), strategies.directories())
    def test_what_is_left_makes_the_whole_again(self, base: Directory, other: Directory) -> None:
        whole = base.with_facts(**apart(other))
        for tables in (whole.to_rows(beside=base), whole.to_csv(beside=base)):
            again = base.with_rows(**tables)
            assert [*map(Counter, again.facts)] == [*map(Counter, whole.facts)]

    def test_of_the_bundled_one(self) -> None:
        whole = bundled().with_rows([{"id": "so", "kind": "sở", "name": "Sở Nội vụ", "professional": "bo-nv"}])
        tables = whole.to_csv(beside=bundled())
        assert tables["units"] == "id,kind\nso,department\n"
        assert bundled().with_rows(**tables) == whole

    @given(strategies.directories())
    def test_nothing_is_left_beside_itself(self, directory: Directory) -> None:
        assert not any(directory.to_rows(beside=directory).values())
        assert directory.to_rows(beside=Directory()) == directory.to_rows()

    def test_what_does_not_fit(self) -> None:
        with pytest.raises(InvalidValueError, match="facts are all in this one"):
            Directory.from_rows([AA]).to_rows(beside=Directory.from_rows([BB]))
        with pytest.raises(InvalidValueError, match="expected a Directory"):
            Directory().to_csv(beside="a")  # type: ignore[arg-type]  # That is what is tested.


class TestLetters:
    """A row typed on another machine, with marks apart from their letters, names the same unit and bears the same name."""

    def test_are_composed(self) -> None:
        apart = unicodedata.normalize("NFD", "Trường THCS An Thủy")
        rows = [
            {"id": "a", "name": "Trường THCS An Thủy", "valid_to": "2025-06-30"},
            {"id": "a", "name": apart, "valid_from": "2025-07-01"},
        ]
        [name] = Directory.from_rows(rows).names
        assert name.name == "Trường THCS An Thủy"
