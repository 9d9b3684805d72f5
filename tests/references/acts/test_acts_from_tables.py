"""Acts from the caller's own tables: what is read, and every fault with its row."""

import datetime
import io
import json
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from vstbpn import strategies
from vstbpn.catalogue.tables import ActLink, Confidence
from vstbpn.errors import CatalogueError
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.acts import Acts
from vstbpn.references.acts.columns import ALIASES, COLUMNS, RELATIONS
from vstbpn.vocabulary import ActRelation

HEADER = "type,symbol,title,date_issued\n"
GOOD = "Quyết định,15/QĐ-XYZ,ban hành Quy chế,2024-02-01\n"
DATA = ROOT / "src" / "vstbpn" / "catalogue" / "data"


def faults(source: str | bytes) -> tuple[str, ...]:
    """What is wrong with a table."""
    with pytest.raises(CatalogueError) as caught:
        Acts.from_csv(source)
    return caught.value.faults


def json_faults(data: object) -> tuple[str, ...]:
    """What is wrong with JSON data."""
    with pytest.raises(CatalogueError) as caught:
        Acts.from_json(json.dumps(data).encode())
    return caught.value.faults


class TestColumns:
    """A few columns are needed, in any order and by any of their names."""

    def test_the_bundled_tables_are_read(self) -> None:
        assert Acts.from_csv(DATA / "acts.csv", relations=DATA / "act-relations.csv") == Acts.bundled()

    def test_number_and_symbol_may_stand_apart(self) -> None:
        apart = Acts.from_csv("title,symbol,number,type\nvề công tác phụ nữ,CT/TW,21,Chỉ thị\n")
        assert [str(act.symbol) for act in apart] == ["21-CT/TW"]

    def test_vietnamese_names(self) -> None:
        (act,) = Acts.from_csv(
            "LOẠI VĂN BẢN;Số, ký hiệu;Trích yếu;Ngày ban hành\nQuyết định;15/QĐ-XYZ;ban hành Quy chế;1/2/2024\n"
        )
        assert (act.type, act.title, str(act.date_issued)) == ("Quyết định", "ban hành Quy chế", "2024-02-01")

    def test_a_name_alone(self) -> None:
        (act,) = Acts.from_csv("type,symbol,title\nCông ước,,Công ước về quyền trẻ em\n")
        assert (act.id, act.symbol) == ("Công ước về quyền trẻ em", None)

    def test_unknown_ones_are_told_with_the_nearest(self) -> None:
        assert faults("type,symbol,title,isuer,xyz\n") == (
            "unknown column 'isuer' (did you mean 'issuer'?)",
            "unknown column 'xyz'",
        )

    def test_missing_and_doubled_ones(self) -> None:
        assert faults("type,title,Title\n") == ("there is no column 'symbol'", "there are 2 columns 'title'")
        assert faults("") == tuple(f"there is no column {name!r}" for name in ("type", "symbol", "title"))

    def test_no_rows_is_no_acts(self) -> None:
        assert len(Acts.from_csv(HEADER)) == 0

    def test_relations_are_columns_too(self) -> None:
        mine = Acts.from_csv(
            "id,type,symbol,title,replaces,source,confidence\na,Quyết định,21/QĐ-XYZ,quy chế,15/QĐ-XYZ; 16/QĐ-XYZ,công báo,confirmed\n"
        )
        assert mine.relations == tuple(
            ActLink(
                act="a", relation=ActRelation.REPLACES, other=other, source="công báo", confidence=Confidence.CONFIRMED
            )
            for other in ("15/QĐ-XYZ", "16/QĐ-XYZ")
        )


class TestCells:
    """Each fault names row, column, what is expected and what stands there; all are told at once."""

    @pytest.mark.parametrize(
        ("row", "fault"),
        [
            (",15/QĐ-XYZ,quy chế,", "'type': expected a type such as \"Quyết định\", found ''"),
            ("Quyết định,15/QĐ-XYZ,,", "'title': expected what the act is about, or its name, found ''"),
            (
                "Quyết định,,quy chế,",
                "'symbol': expected a number and symbol such as 30/2020/NĐ-CP or 21-CT/TW, found ''",
            ),
            (
                "Quyết định,/QĐ-XYZ,quy chế,",
                "'symbol': expected a number before the symbol, as in 15/KH-UBND, found '/QĐ-XYZ'",
            ),
            (
                "Quyết định,15/QĐ-XYZ,quy chế,2024-02-30",
                "'date_issued': expected a day such as 2021-03-05 or 05/3/2021, found '2024-02-30'",
            ),
            (
                "Quyết định,15/QĐ-XYZ,quy chế,01/01/1492",
                "'date_issued': expected a day such as 2021-03-05 or 05/3/2021, found '01/01/1492'",
            ),
            (
                "Nghị định,30/2020/NĐ-CP,văn thư,2021-03-05",
                "'date_issued': expected a day of 2020, the year in the number, found '2021-03-05'",
            ),
        ],
    )
    def test_each(self, row: str, fault: str) -> None:
        assert faults(HEADER + GOOD + row + "\n") == (f"row 3, column {fault}",)

    def test_an_end_before_the_beginning(self) -> None:
        table = "type,symbol,title,effective_from,effective_to\nLuật,10/2020/QH14,Luật A,2021-01-01,2020-12-31\n"
        assert faults(table) == (
            "row 2, column 'effective_to': expected a day no earlier than 2021-01-01, found '2020-12-31'",
        )

    def test_a_confidence_that_is_none(self) -> None:
        found = faults("type,symbol,title,confidence\nLuật,10/2020/QH14,Luật A,sure\n")
        assert found == (
            "row 2, column 'confidence': expected one of confirmed, partly, single-document, unconfirmed, found 'sure'",
        )

    def test_all_at_once_by_the_rows_of_a_spreadsheet(self) -> None:
        table = f'{HEADER}{GOOD}\nQuyết định,16/QĐ-XYZ,"quy chế\nlàm việc",x\nQuyết định,17,quy chế,y\n'
        assert [fault.partition(":")[0] for fault in faults(table)] == [
            "row 4, column 'date_issued'",
            "row 5, column 'symbol'",
            "row 5, column 'date_issued'",
        ]

    def test_more_cells_than_columns(self) -> None:
        assert faults(HEADER + GOOD.strip() + ",thừa\n") == ("row 2 has 5 cells, and the header 4",)
        assert len(Acts.from_csv(HEADER + GOOD.strip() + ",,\nQuyết định,16/QĐ-XYZ,quy chế\n")) == 2

    def test_two_of_one_id(self) -> None:
        (fault,) = faults(HEADER + GOOD + GOOD)
        assert fault.startswith("row 2 and row 3 have the same id '15/QĐ-XYZ@2024': give each one of its own in 'id'")
        assert "as in '15/QĐ-XYZ@An Giang-2024', or leave one out" in fault
        apart = Acts.from_csv("id,type,symbol,title\na,Quyết định,1/2019/QĐ-UBND,A\nb,Quyết định,1/2019/QĐ-UBND,B\n")
        assert [act.id for act in apart] == ["a", "b"]

    def test_an_act_that_replaces_itself(self) -> None:
        table = "id,type,symbol,title,replaces\na,Quyết định,15/QĐ-XYZ,quy chế,a\n"
        assert faults(table) == ("'a' replaces itself",)

    def test_acts_that_replace_each_other(self) -> None:
        table = "id,type,symbol,title,replaces\na,Luật,15/2020/QH14,Luật A,b\nb,Luật,16/2020/QH14,Luật B,a\n"
        assert faults(table) == ("acts replace each other in a circle: a, b",)


class TestHeaders:
    """Headers that offices write: some are taken, of others it is told what is meant."""

    @pytest.mark.parametrize(
        ("header", "hint"),
        [
            ("Số hiệu", "did you mean 'symbol'?"),
            ("LOẠI", "did you mean 'type'?"),
            ("Tên văn bản", "did you mean 'title'?"),
            ("Ngày ký", "did you mean 'date_issued'?"),
            (
                "Ngày hết hiệu lực",
                "name it 'effective_to' if it holds the last day in force; else write the day before",
            ),
            ("Sửa đổi", "did you mean 'amends'?"),
            ("Bãi bỏ", "name it 'replaces' if the whole act is repealed, 'repeals-part' if a part of it is"),
            ("Trích yêu", "did you mean 'trích yếu'?"),
        ],
    )
    def test_what_is_meant(self, header: str, hint: str) -> None:
        assert faults(f"type,symbol,title,{header}\n") == (f"unknown column {header!r} ({hint})",)
        assert json_faults([{"type": "Luật", "symbol": "1/2020/QH14", "title": "A", header: ""}]) == (
            f"act 1: unknown key {header!r} ({hint})",
        )

    def test_all_that_are_taken_are_in_the_documentation(self) -> None:
        page = (ROOT / "docs" / "how-to" / "resolve-references.md").read_text(encoding="utf-8").casefold()
        assert [name for name in (*COLUMNS, *RELATIONS, *ALIASES) if name not in page] == []

    def test_json_takes_them_too(self) -> None:
        (act,) = Acts.from_json('[{"Loại văn bản": "Luật", "Số ký hiệu": "1/2020/QH14", "Trích yếu": "Luật A"}]')
        assert act.id == "1/2020/QH14"


class TestCellsThatContradict:
    @pytest.mark.parametrize(
        ("row", "fault"),
        [
            ("Nghi dinh,30/2020/NĐ-CP", "expected 'Nghị định', found 'Nghi dinh'"),
            ("Luật,30/2020/NĐ-CP", "expected 'Nghị định', the type in the symbol 30/2020/NĐ-CP, found 'Luật'"),
            ("Pháp lệnh,1/2020/TT-BYT", "expected 'Thông tư', the type in the symbol 1/2020/TT-BYT, found 'Pháp lệnh'"),
        ],
    )
    def test_types(self, row: str, fault: str) -> None:
        assert faults(f"type,symbol,title\n{row},a\n") == (f"row 2, column 'type': {fault}",)

    @pytest.mark.parametrize(
        "row", ["Luật,12/L-CTN", "Luật,1/2020/QH14", "Quy định,5/QĐ-SYT", "Sắc lệnh,5/SL", "Đề án,5/QĐ-SYT"]
    )
    def test_types_that_may_be_so(self, row: str) -> None:
        assert len(Acts.from_csv(f"type,symbol,title\n{row},a\n")) == 1

    def test_days_with_a_time(self) -> None:
        (act,) = Acts.from_csv(HEADER + "Quyết định,15/QĐ-XYZ,quy chế,2024-02-01 00:00:00\n")
        assert act.date_issued == datetime.date(2024, 2, 1)
        (fault,) = faults(HEADER + "Quyết định,15/QĐ-XYZ,quy chế,2024-02-01 10:30\n")
        assert fault.endswith("2021-03-05 or 05/3/2021, without a time, found '2024-02-01 10:30'")


class TestCitedActs:
    """A cell of a relation holds ids or symbols, between them semicolons; "và" and commas after a symbol are read too."""

    TABLE = 'id,type,symbol,title,replaces\nA và B,Luật,1/2020/QH14,A,\nc,Luật,2/2020/QH14,C,"{}"\n'

    @pytest.mark.parametrize(
        ("cell", "others"),
        [
            ("2/2019/NĐ-CP; 3/2019/NĐ-CP", ["2/2019/NĐ-CP", "3/2019/NĐ-CP"]),
            ("2/2019/NĐ-CP, 3/2019/NĐ-CP và 4/2019/NĐ-CP", ["2/2019/NĐ-CP", "3/2019/NĐ-CP", "4/2019/NĐ-CP"]),
            ("Luật Giá và phí; A và B", ["Luật Giá và phí", "A và B"]),
            ("2/2019/NĐ-CP và A và B", ["2/2019/NĐ-CP", "A và B"]),
            ("2/2019/NĐ-CP và ", ["2/2019/NĐ-CP và"]),
            (";", []),
        ],
    )
    def test_each(self, cell: str, others: list[str]) -> None:
        assert [link.other for link in Acts.from_csv(self.TABLE.format(cell)).relations] == others

    @pytest.mark.parametrize(
        ("cell", "found"), [("???", "???"), ("2/2019/NĐ-CP; 3/2019/NĐ-CP và Luật số 3", "Luật số 3")]
    )
    def test_what_names_no_act(self, cell: str, found: str) -> None:
        assert faults(self.TABLE.format(cell)) == (
            f"row 3, column 'replaces': expected ids or numbers and symbols, with \";\" between them, found {found!r}",
        )


class TestSources:
    """A path, a text, bytes or a file; UTF-8, with or without a mark at its start."""

    def test_all_kinds(self, tmp_path: Path) -> None:
        text = HEADER + GOOD
        path = tmp_path / "acts.csv"
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
        expected = Acts.from_csv(text)
        with path.open("rb") as file:
            assert Acts.from_csv(file) == expected
        assert Acts.from_csv(path) == Acts.from_csv(str(path)) == Acts.from_csv(text.encode()) == expected
        assert Acts.from_csv(io.StringIO("\ufeff" + text)) == Acts.from_csv(text.replace("\n", "\r\n")) == expected
        assert Acts.from_csv(text.replace(",", "\t")) == expected

    def test_what_cannot_be_opened(self, tmp_path: Path) -> None:
        for source in (tmp_path / "none.csv", "none.csv", "a\x00b", tmp_path):
            assert faults(source)[0].startswith("cannot be opened: ")  # type: ignore[arg-type]  # A path among them.

    def test_a_file_that_gives_neither_text_nor_bytes(self) -> None:
        class Odd:
            def read(self) -> int:
                return 5

        assert faults(Odd()) == ("cannot be read: expected text or bytes, found int",)  # type: ignore[arg-type]  # The point of the test.

    def test_other_encodings(self) -> None:
        text = HEADER + GOOD
        assert "UTF-16" in faults(text.encode("utf-16"))[0]
        assert "NUL" in faults(HEADER.encode("utf-16-le"))[0]
        assert faults(text.encode() + "Quyết định".encode("cp1258", "replace"))[0].startswith("row 3 is not UTF-8")

    def test_a_quote_that_never_ends(self) -> None:
        assert faults(f'{HEADER}{GOOD}Quyết định,"15')[0].startswith("row 3 is no CSV")

    @given(st.text(max_size=80) | st.binary(max_size=80))
    def test_nothing_but_the_library_s_own_errors(self, rest: str | bytes) -> None:
        with suppress(CatalogueError):
            Acts.from_csv(HEADER + rest if isinstance(rest, str) else HEADER.encode() + rest)
        with suppress(CatalogueError):
            Acts.from_json("[" + rest if isinstance(rest, str) else b"[" + rest)


class TestRelations:
    """A table of relations of its own."""

    def test_its_rows(self) -> None:
        mine = Acts.from_csv(
            HEADER + GOOD, relations="act,relation,other,note\n15/QĐ-XYZ@2024,follows,9/QĐ-XYZ,một phần\n"
        )
        link = ActLink(act="15/QĐ-XYZ@2024", relation=ActRelation.FOLLOWS, other="9/QĐ-XYZ", note="một phần")
        assert mine.relations == (link,)
        assert Acts.from_csv(mine.to_csv(), relations=mine.relations_to_csv()) == mine

    def test_its_faults(self) -> None:
        with pytest.raises(CatalogueError) as caught:
            Acts.from_csv(HEADER + GOOD, relations="act,relation,other,confidence\na,repeals,,sure\n")
        assert [fault.partition(", found")[0] for fault in caught.value.faults] == [
            "row 2, column 'other': expected an id or a number and symbol",
            f"row 2, column 'relation': expected one of {', '.join(one.value for one in ActRelation)}",
            "row 2, column 'confidence': expected one of confirmed, partly, single-document, unconfirmed",
        ]


class TestJson:
    """A list of acts, or acts and relations; faults name the act by its number."""

    def test_a_list(self) -> None:
        data = [{"type": "Quyết định", "symbol": "15/QĐ-XYZ", "title": "quy chế", "note": None, "amends": ["9/QĐ-XYZ"]}]
        mine = Acts.from_json(json.dumps(data))
        assert [act.id for act in mine] == ["15/QĐ-XYZ"]
        assert [link.other for link in mine.relations] == ["9/QĐ-XYZ"]

    def test_faults(self) -> None:
        data = {
            "acts": [
                {"type": "Quyết định", "symbol": 15, "title": "a", "isuer": "b"},
                "act",
                {"type": "Luật", "title": "Luật A", "date_issued": "x"},
            ],
            "relations": [{"act": "a", "relation": "x", "other": "b"}],
            "act": 1,
        }
        found = json_faults(data)
        assert found[:4] == (
            "unknown key 'act' (did you mean 'acts'?)",
            "act 1, key 'symbol': expected a text, found the number 15",
            "act 1: unknown key 'isuer' (did you mean 'issuer'?)",
            "act 2: expected an object, found a text",
        )
        assert any(fault.startswith("relation 1, key 'relation': expected one of") for fault in found)
        assert any(fault.startswith("act 3, key 'date_issued'") for fault in found)

    @pytest.mark.parametrize("data", [5, "acts", True, {"acts": 5}, {"acts": {}}])
    def test_no_list(self, data: object) -> None:
        assert json_faults(data)[0].startswith("expected a list of acts, found")

    @pytest.mark.parametrize("data", [{}, {"act": []}, {"type": "Luật"}])
    def test_an_object_without_acts(self, data: object) -> None:
        assert json_faults(data)[-1] == (
            "expected a list of acts, or an object with 'acts' and 'relations', found one with neither"
        )

    def test_no_json(self) -> None:
        with pytest.raises(CatalogueError, match="is no JSON"):
            Acts.from_json("{acts")
        with pytest.raises(CatalogueError, match="is no JSON"):
            Acts.from_json("[" * 100_000)


@st.composite
def catalogues(draw: st.DrawFn) -> Acts:
    """Small catalogues with a few relations."""
    acts = draw(st.lists(strategies.acts(), max_size=5, unique_by=lambda act: act.id))
    links = [
        ActLink(act=later.id, relation=draw(st.sampled_from(list(ActRelation))), other=earlier.id, note="một phần")
        for earlier, later in pairwise(acts)
    ]
    return Acts(acts=tuple(acts), relations=tuple(links))


class TestRoundTrips:
    """What is written is read back."""

    @given(catalogues())
    def test_csv(self, acts: Acts) -> None:
        assert Acts.from_csv(acts.to_csv(), relations=acts.relations_to_csv()) == acts

    @given(catalogues())
    def test_json(self, acts: Acts) -> None:
        assert Acts.from_json(acts.to_json()) == acts

    def test_the_bundled_one(self) -> None:
        bundled = Acts.bundled()
        assert Acts.from_json(bundled.to_json()) == bundled
        assert Acts.from_csv(bundled.to_csv(), relations=bundled.relations_to_csv()) == bundled

    def test_an_act_made_by_hand(self) -> None:
        act = Act.of("Kế hoạch", "15/KH-UBND", 'công tác "năm 2024", bổ sung', issuer="UBND tỉnh An Giang")
        assert Acts.from_csv(Acts(acts=(act,)).to_csv()).acts == (act,)
