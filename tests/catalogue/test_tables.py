"""The bundled tables: every row reads, holds together and says where it comes from."""

import csv
import datetime
import re
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from importlib import resources
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.catalogue import tables, unit_tables
from vstbpn.catalogue.tables import ActLink, ActRow, CalendarRow, Confidence, GroundRow, TargetRow, read_rows
from vstbpn.errors import CatalogueError
from vstbpn.values import frozen

LOADERS: dict[str, Callable[[], tuple[Any, ...]]] = {
    "act-relations": tables.act_relations,
    "acts": tables.acts,
    "calendar": tables.calendar,
    "committee-roles": unit_tables.committee_roles,
    "data-windows": tables.data_windows,
    "document-types": tables.document_types,
    "issuer-units": unit_tables.issuer_units,
    "issuers": tables.issuers,
    "law-names": tables.law_names,
    "provinces": tables.provinces,
    "rule-grounds": tables.rule_grounds,
    "rules": tables.rules,
    "targets": tables.targets,
    "unit-events": unit_tables.unit_events,
    "unit-kind-parents": unit_tables.unit_kind_parents,
    "unit-kinds": unit_tables.unit_kinds,
    "unit-links": unit_tables.unit_links,
    "unit-names": unit_tables.unit_names,
}


@frozen
class Sample:
    """A row with every kind of cell."""

    name: str
    day: datetime.date | None
    value: Decimal | None
    confidence: Confidence


GOOD = {"name": "a", "day": "2024-03-05", "value": "1.5", "confidence": "confirmed"}


class TestReadingRows:
    """Text in, typed rows out; every fault at once."""

    def test_a_row(self) -> None:
        row = Sample(name="a", day=datetime.date(2024, 3, 5), value=Decimal("1.5"), confidence=Confidence.CONFIRMED)
        assert read_rows("sample", [GOOD], Sample) == (row,)

    def test_empty_cells_are_unknown(self) -> None:
        (row,) = read_rows("sample", [{**GOOD, "day": "", "value": ""}], Sample)
        assert (row.day, row.value) == (None, None)

    @pytest.mark.parametrize(
        ("column", "cell"),
        [
            ("day", "20240305"), ("day", "2024-02-30"), ("day", "5/3/2024"), ("day", "٢٠٢٤-03-05"), ("day", "2024-W10-2"),
            ("value", "1,5"), ("value", "x"), ("value", "NaN"), ("value", "Infinity"), ("confidence", "sure"),
            ("confidence", ""),
        ],
    )  # fmt: skip
    def test_a_cell_that_cannot_be_read(self, column: str, cell: str) -> None:
        with pytest.raises(CatalogueError) as caught:
            read_rows("sample", [{**GOOD, column: cell}], Sample)
        (fault,) = caught.value.faults
        assert fault.startswith(f"row 2, column {column!r}: cannot read {cell!r}")

    def test_an_event_has_a_day(self) -> None:
        row = {"date": "", "kind": "abolish", "confidence": "confirmed"}
        rest = dict.fromkeys(("sources", "targets", "legal_basis", "source", "note"), "")
        with pytest.raises(CatalogueError, match="row 2, column 'date': cannot read ''"):
            read_rows("sample", [{**rest, **row}], unit_tables.UnitEventRow)

    def test_a_row_that_is_too_short(self) -> None:
        rows = csv.DictReader(["name,day,value,confidence\n", "a,2024-03-05\n"])
        with pytest.raises(CatalogueError) as caught:
            read_rows("sample", rows, Sample)
        assert caught.value.faults == (
            "row 2 has no column 'value'",
            "row 2 has no column 'confidence'",
        )

    def test_a_column_that_is_not_there(self) -> None:
        with pytest.raises(CatalogueError, match="has no column 'day'"):
            read_rows("sample", [{"name": "a", "value": "", "confidence": "confirmed"}], Sample)

    def test_all_faults_are_told(self) -> None:
        with pytest.raises(CatalogueError) as caught:
            read_rows("sample", [{**GOOD, "day": "x", "value": "y"}, GOOD, {**GOOD, "day": "z"}], Sample)
        assert [fault.partition(",")[0] for fault in caught.value.faults] == ["row 2", "row 2", "row 4"]

    @given(
        st.dictionaries(st.sampled_from([*GOOD, "other"]), st.text(max_size=12) | st.sampled_from(list(GOOD.values())))
    )
    def test_nothing_but_the_library_s_own_errors(self, row: dict[str, str]) -> None:
        with suppress(CatalogueError):
            (read,) = read_rows("sample", [row], Sample)
            assert read.name == row["name"]


class TestEveryTable:
    """The laws all bundled tables keep."""

    @pytest.mark.parametrize("table", LOADERS)
    def test_every_row_is_loaded_once(self, table: str) -> None:
        text = (resources.files("vstbpn.catalogue") / "data" / f"{table}.csv").read_text(encoding="utf-8")
        assert len(LOADERS[table]()) == sum(1 for _ in csv.DictReader(text.splitlines(keepends=True))) > 0
        assert LOADERS[table]() is LOADERS[table]()

    @pytest.mark.parametrize("table", sorted(set(LOADERS) - {"rules", "rule-grounds", "issuer-units"}))
    def test_every_row_says_where_it_comes_from(self, table: str) -> None:
        # A rule names the act it rests on; which unit an issuer is rests on the row of the issuer.
        assert not [row for row in LOADERS[table]() if not row.source]

    @pytest.mark.parametrize("table", LOADERS)
    def test_every_column_is_known(self, table: str) -> None:
        text = (resources.files("vstbpn.catalogue") / "data" / f"{table}.csv").read_text(encoding="utf-8")
        columns = next(csv.reader(text.splitlines()))
        row = LOADERS[table]()[0]
        assert sorted(columns) == sorted(name for name in dir(row) if name in columns)

    def test_every_table_is_held_here(self) -> None:
        folder = resources.files("vstbpn.catalogue") / "data"
        assert {entry.name.removesuffix(".csv") for entry in folder.iterdir() if entry.name.endswith(".csv")} == set(
            LOADERS
        )


class TestActs:
    """An act is told from every other, and its dates are in order."""

    def test_ids_are_unique(self) -> None:
        assert [key for key, count in Counter(act.id for act in tables.acts()).items() if count > 1] == []

    @pytest.mark.parametrize("act", tables.acts(), ids=lambda act: act.id)
    def test_dates_are_in_order(self, act: ActRow) -> None:
        days = [day for day in (act.date_issued, act.effective_from, act.effective_to) if day]
        assert days == sorted(days)

    @pytest.mark.parametrize("act", tables.acts(), ids=lambda act: act.id)
    def test_the_id_opens_with_number_and_symbol(self, act: ActRow) -> None:
        joined = {f"{act.number}{joiner}{act.symbol}" for joiner in ("/", "-")}
        assert act.id.partition("@")[0] in joined or act.type in {"Hiến pháp", "Công ước"}

    def test_two_of_one_number_and_symbol_differ_by_place(self) -> None:
        an_giang, ha_noi = (act for act in tables.acts() if act.id.startswith("22-CT/TU@"))
        assert an_giang.issuer != ha_noi.issuer


class TestActRelations:
    """A relation joins two acts, one of them at least in the catalogue, and is stated once."""

    IDS = frozenset(act.id for act in tables.acts())

    def test_each_is_stated_once(self) -> None:
        stated = Counter((link.act, link.relation, link.other) for link in tables.act_relations())
        assert [link for link, count in stated.items() if count > 1] == []

    @pytest.mark.parametrize(
        "link", tables.act_relations(), ids=lambda link: f"{link.act} {link.relation.value} {link.other}"
    )
    def test_its_ends(self, link: ActLink) -> None:
        assert link.act != link.other
        assert {link.act, link.other} & self.IDS
        # An act that shares its number with others is named by its id.
        assert not {end for end in (link.act, link.other) if any(name.startswith(f"{end}@") for name in self.IDS)}

    def test_what_is_later_bears_on_what_is_earlier(self) -> None:
        issued = {act.id: act.date_issued for act in tables.acts()}
        for link in tables.act_relations():
            later, earlier = issued.get(link.act), issued.get(link.other)
            assert later is None or earlier is None or earlier <= later, link


class TestTargets:
    """A target is a number with a comparator, or words; it is of acts that are in the catalogue."""

    ACTS: ClassVar = {act.id: act for act in tables.acts()}

    @pytest.mark.parametrize("row", tables.targets(), ids=lambda row: f"{row.act} {row.target_no} {row.year}")
    def test_a_number_has_a_unit(self, row: TargetRow) -> None:
        assert row.comparator in {">=", ">", "<=", "<", "=", "between", "qualitative"}
        assert (row.value is None) == (not row.unit) == (row.comparator == "qualitative")

    @pytest.mark.parametrize("row", tables.targets(), ids=lambda row: f"{row.act} {row.target_no} {row.year}")
    def test_it_holds_while_its_acts_do(self, row: TargetRow) -> None:
        act, strategy = self.ACTS[row.act], self.ACTS[row.strategy]
        assert row.valid_from == act.effective_from
        assert row.valid_to is not None
        assert strategy.effective_to is not None
        assert row.valid_to <= strategy.effective_to

    def test_an_amended_one_ends_the_day_before(self) -> None:
        ended = {row.target_no for row in tables.targets() if row.valid_to == datetime.date(2018, 7, 1)}
        assert ended == {"3.1", "6.2a", "6.2b"}
        amendment = self.ACTS["800/QĐ-TTg"].effective_from
        assert amendment == datetime.date(2018, 7, 2)
        assert {row.target_no for row in tables.targets() if row.valid_from == amendment} == ended | {"5.2"}


class TestRules:
    """A rule has a code that is never used twice, words, and a ground."""

    ROWS = tables.rules()

    def test_codes_are_unique(self) -> None:
        keys = [(row.code, row.variant) for row in self.ROWS]
        assert sorted(set(keys)) == sorted(keys)

    def test_codes_and_words(self) -> None:
        for row in self.ROWS:
            assert re.fullmatch(r"(?:STR|REF|ORG|GOL|CAL|DOC)[0-9]{3}", row.code)
            if row.variant:
                assert (row.code, "") in {(other.code, other.variant) for other in self.ROWS}
                assert any((row.title, row.message, row.remedy))
            else:
                assert all((row.severity, row.title, row.message, row.remedy)), row.code

    def test_each_has_a_ground_and_each_ground_a_rule(self) -> None:
        assert {row.code for row in tables.rule_grounds()} == {row.code for row in self.ROWS}

    @pytest.mark.parametrize("row", tables.rule_grounds(), ids=lambda row: f"{row.code}-{row.family}-{row.since}")
    def test_what_it_rests_on_is_in_the_catalogue(self, row: GroundRow) -> None:
        assert row.family in {"", "state", "party"}
        symbols = re.findall(r"số ([0-9][^ ,]*)", row.basis)
        # A code or a law is cited by its name and year.
        names = re.findall(r"((?:Bộ luật|Luật) .+) năm ([0-9]{4})$", row.basis) if not symbols else []
        assert bool(symbols or names) == bool(row.basis)
        cited = [
            *([act for act in tables.acts() if act.id.partition("@")[0] == symbol] for symbol in symbols),
            *(
                [
                    act
                    for act in tables.acts()
                    if act.title_vi == name and act.date_issued and act.date_issued.year == int(year)
                ]
                for name, year in names
            ),
        ]
        for known in cited:
            assert known
            # A rule does not hold before the act it rests on.
            assert row.since is not None
            assert any(act.date_issued is not None and act.date_issued <= row.since for act in known)


class TestCalendar:
    """Days and rules of the year."""

    def test_ids_are_unique(self) -> None:
        assert len({row.id for row in tables.calendar()}) == len(tables.calendar())

    def test_the_action_month(self) -> None:
        row = next(row for row in tables.calendar() if row.id == "thang-hanh-dong")
        assert (row.start, row.end, row.confidence) == ("11-15", "12-15", Confidence.CONFIRMED)

    @pytest.mark.parametrize(
        "row", [row for row in tables.calendar() if row.kind == "working_day_swap"], ids=lambda row: row.id
    )
    def test_a_swap_gives_a_weekday_for_a_saturday(self, row: CalendarRow) -> None:
        off, worked = datetime.date.fromisoformat(row.start), datetime.date.fromisoformat(row.end)
        assert off.weekday() < 5
        assert worked.weekday() == 5


class TestProvinces:
    """63 provinces became 34 on 1 July 2025 (Nghị quyết 202/2025/QH15)."""

    BEFORE = tuple(row for row in tables.provinces() if row.old_gso_code and row.valid_to in {"", "2025-06-30"})

    def test_the_counts(self) -> None:
        assert len(self.BEFORE) == len({row.old_gso_code for row in self.BEFORE}) == 63
        assert len({row.successor for row in self.BEFORE}) == len({row.new_code for row in self.BEFORE}) == 34

    def test_seven_codes_changed_their_meaning(self) -> None:
        old = {row.old_gso_code: _bare(row.old_name) for row in self.BEFORE}
        new = {row.new_code: _bare(row.successor) for row in self.BEFORE}
        changed = {code for code in old.keys() & new.keys() if old[code] != new[code]}
        assert changed == {"15", "24", "44", "52", "80", "82", "91"}


def _bare(name: str) -> str:
    """A name without its kind: a province that became a city kept its code."""
    return name.removeprefix("Tỉnh ").removeprefix("Thành phố ")
