"""Tables as CSV for spreadsheets: the form of the file, formulas, and the way back."""

import csv
import datetime
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from growth import assert_linear
from vstbpn import strategies
from vstbpn.errors import InvalidValueError
from vstbpn.exporting.tables.columns import Cell
from vstbpn.exporting.tables.csv_text import guarded, to_csv, unguarded, write_csv
from vstbpn.exporting.tables.tables import TABLES, to_rows
from vstbpn.goals.targets.goal import Goal
from vstbpn.goals.targets.target import Target
from vstbpn.plans.plan import Plan
from vstbpn.plans.task import Task
from vstbpn.reading.reading import Reading, read
from vstbpn.vocabulary import Comparator

TEXTS = st.text(st.one_of(st.sampled_from("=+-@'\"\t\r\n;, aê＝\0"), st.characters(codec="utf-8")), max_size=12)
SOME = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def plan_of(*texts: str) -> Plan:
    return Plan(tasks=tuple(Task(text=text) for text in texts))


def target(value: str, value_max: str | None = None) -> Target:
    comparator = Comparator.BETWEEN if value_max else Comparator.AT_LEAST
    return Target(
        comparator=comparator, value=Decimal(value), value_max=Decimal(value_max) if value_max else None, unit="%"
    )


def read_back(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a CSV file by the csv module, with the apostrophes taken back."""
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    rows = csv.DictReader(text, delimiter=delimiter, strict=True)
    return [{name: unguarded(cell) for name, cell in row.items()} for row in rows]


def as_text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)


class TestTheFile:
    """UTF-8 with a byte order mark, CR LF behind each record, headings first (RFC 4180)."""

    def test_mark_headings_and_line_ends(self) -> None:
        data = to_csv(plan_of("Rà soát"), "tasks")
        assert data.startswith(b"\xef\xbb\xbffile,document,path,text,")
        assert data.endswith(b"\r\n")
        assert data.count(b"\r\n") == data.count(b"\n") == 2

    def test_headings_in_vietnamese(self) -> None:
        header = to_csv([], "tasks", language="vi").decode("utf-8-sig").rstrip("\r\n")
        assert header.split(",")[:4] == ["Tệp", "Văn bản", "Mục", "Nhiệm vụ"]
        (row,) = csv.reader([header])
        assert row == [column.heading("vi") for column in TABLES["tasks"].columns]

    def test_a_language_there_is_not(self) -> None:
        with pytest.raises(InvalidValueError, match="vi or en"):
            to_csv([], "tasks", language="fr")  # type: ignore[arg-type]  # What is tested.

    @pytest.mark.parametrize(
        "text", ["a;b", "a,b", 'gọi là "X"', "hai\ndòng", "hai\r\ndòng", "a\tb", " a", "a ", "a\u2028b"]
    )
    def test_what_needs_quotation_marks(self, text: str) -> None:
        data = to_csv(plan_of(text), "tasks")
        assert f'"{text.replace(chr(34), chr(34) * 2)}"' in data.decode() or "\u2028" in text
        assert read_back(data)[0]["text"] == text

    def test_numbers_days_and_truth_values(self) -> None:
        plan = Plan(
            goals=(Goal(title="Chính trị", targets=(target("60", "62.50"), target("1E+3"), target("0.000001"))),)
        )
        first, second, third = read_back(to_csv(plan, "goals"))
        assert (first["value"], first["value_max"], first["is_change"]) == ("60", "62.5", "false")
        assert (second["value"], third["value"]) == ("1000", "0.000001")

    def test_decimal_commas(self) -> None:
        plan = Plan(goals=(Goal(title="Học tập; lao động", targets=(target("60", "62.5"),)),))
        (row,) = read_back(to_csv(plan, "goals", decimal_comma=True), ";")
        assert (row["value"], row["value_max"], row["goal_title"]) == ("60", "62,5", "Học tập; lao động")

    def test_what_is_no_character(self) -> None:
        assert read_back(to_csv(plan_of("a\ud800b"), "tasks"))[0]["text"] == "a\\ud800b"


class TestFormulas:
    """No text is one that a spreadsheet reckons with, and each can be had back."""

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\u00a0+", "＝", "＠"])
    def test_texts_that_might_be_formulas(self, start: str) -> None:
        text = f"{start}HYPERLINK(1)"
        cell = guarded(text)
        assert (cell, unguarded(cell)) == (f"'{text}", text)
        assert f"'{text}" in to_csv(plan_of(text), "tasks").decode()

    @given(TEXTS)
    def test_the_way_back(self, text: str) -> None:
        assert unguarded(guarded(text)) == text
        assert guarded(text)[:1] not in set("=+-@\t\r\n")

    def test_numbers_and_days_stay(self) -> None:
        text = "KẾ HOẠCH\nBình đẳng giới năm 2026\n\nI. CHẾ ĐỘ BÁO CÁO\n- Các tổ báo cáo trước ngày 15/6 hằng năm."
        (row,) = csv.DictReader(io.StringIO(to_csv(read(text), "obligations").decode("utf-8-sig"), newline=""))
        # Below 0, and so with a sign.
        assert row["months_after"] == "-6"
        assert datetime.date.fromisoformat(row["start"]) == datetime.date(2026, 1, 1)

    def test_what_is_no_text(self) -> None:
        with pytest.raises(InvalidValueError, match="cell"):
            unguarded(None)  # type: ignore[arg-type]  # What is tested.


class TestTheWayBack:
    """What the csv module reads are the cells of the rows."""

    @SOME
    @given(st.lists(TEXTS, max_size=4))
    def test_any_texts(self, texts: list[str]) -> None:
        rows = read_back(to_csv(plan_of(*texts), "tasks"))
        assert [row["text"] for row in rows] == texts

    @SOME
    @given(st.one_of(strategies.plans(), strategies.plan_texts().map(read)), st.booleans())
    def test_any_plan(self, plan: Plan | Reading, decimal_comma: bool) -> None:  # Drawn.
        for table, told in TABLES.items():
            year = 2026 if table == "calendar" else None
            data = to_csv(plan, table, year=year, decimal_comma=decimal_comma)
            rows = list(to_rows(plan, table, year=year))
            read = read_back(data, ";" if decimal_comma else ",")
            assert len(read) == len(rows)
            for row, cells in zip(rows, read, strict=True):
                assert list(cells) == list(told.types)
                for name, cell in row.items():
                    if isinstance(cell, Decimal):
                        assert Decimal(cells[name].replace(",", ".")) == cell
                    else:
                        assert cells[name] == as_text(cell)


class TestWriting:
    """A file is written document by document."""

    def test_to_a_path_or_an_open_file(self, tmp_path: Path) -> None:
        expected = to_csv([plan_of("a"), plan_of("b")], "tasks")
        out = io.BytesIO()
        write_csv(iter([plan_of("a"), plan_of("b")]), "tasks", out)
        write_csv([plan_of("a"), plan_of("b")], "tasks", tmp_path / "a.csv")
        write_csv([plan_of("a"), plan_of("b")], "tasks", str(tmp_path / "b.csv"))
        assert out.getvalue() == (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes() == expected

    @pytest.mark.parametrize("file", [None, 5, io.StringIO(), "a\0b"])
    def test_to_what_is_no_file(self, file: object) -> None:
        with pytest.raises(InvalidValueError, match="file"):
            write_csv(plan_of("a"), "tasks", file)  # type: ignore[arg-type]  # What is tested.

    def test_nothing_is_opened_for_a_table_there_is_not(self, tmp_path: Path) -> None:
        with pytest.raises(InvalidValueError, match="table"):
            write_csv(plan_of("a"), "task", tmp_path / "a.csv")
        assert not list(tmp_path.iterdir())

    def test_linear_in_blanks_and_marks(self) -> None:
        def work(size: int) -> Callable[[], object]:
            plan = plan_of(" " * size + '"' * size + "\n" * size)
            return lambda: to_csv(plan, "tasks")

        assert_linear(work, 100_000, 400_000)
