"""A directory from tables: what the rows of units mean, the other tables, and the way back."""

import csv
import datetime
import io
from collections import UserDict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from vstbpn import strategies
from vstbpn.catalogue.tables import Confidence
from vstbpn.errors import InvalidValueError
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.rows.cells import unit_kinds
from vstbpn.organisations.shipped.directory import bundled
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit, RoleKind

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
            assert {unit_kinds()[str(kind.value)], unit_kinds()[kind.en.casefold()]} == {kind}

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

    def test_the_last_day_there_is(self) -> None:
        assert Directory.from_rows([AA | {"valid_to": datetime.date.max}]).names[0].end is None


class TestEnds:
    """A row whose unit ended tells an event."""

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

    def test_a_fault_of_a_fact_that_was_there_has_no_place(self) -> None:
        before = Directory.from_rows([AA | {"code:x": "1"}])
        with pytest.raises(InvalidValueError, match="interval"):
            DatedName(unit="a", name="A", start=DAY, end=DAY)
        rows = [BB | {"code:x": "1"}]
        with pytest.raises(Exception, match="code x 1 is borne by 'a' and 'b' at all times"):
            before.with_rows(rows)


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
