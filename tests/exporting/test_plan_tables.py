"""What plans hold as flat rows: the columns, the rows, and what readers of tables make of them."""

import datetime
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any, cast

import duckdb
import pandas as pd  # type: ignore[import-untyped]  # It ships no types.
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from growth import assert_linear
from vstbpn import strategies
from vstbpn.calendars.duties.due import DueWorkingDays
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.calendars.reporting.period import PeriodKind
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, VstbpnError
from vstbpn.exporting.tables.columns import Row
from vstbpn.exporting.tables.documents import Documents
from vstbpn.exporting.tables.tables import TABLES, to_rows
from vstbpn.goals.targets.goal import Goal
from vstbpn.goals.targets.target import Target
from vstbpn.plans.header import Header
from vstbpn.plans.plan import Plan
from vstbpn.plans.task import Task
from vstbpn.reading.reading import read
from vstbpn.references.finding.scanning import find_references
from vstbpn.values import Passage, Span
from vstbpn.vocabulary import Comparator, Relation

ROOT = Path(__file__).resolve().parent.parent.parent
SHARE = Target.parse("ít nhất 62,5% cơ quan có lãnh đạo chủ chốt là nữ vào năm 2030")
MOST = Target.parse("Đến năm 2030, đa số cán bộ nữ được bồi dưỡng")
PLAN = Plan(
    header=Header(type="Kế hoạch", title=Passage(text="Bình đẳng giới giai đoạn 2026 - 2030")),
    goals=(
        Goal(marker="Mục tiêu 2", title="Chính trị", targets=(SHARE,), qualitative=(MOST,)),
        Goal(marker="Mục tiêu 3", title="Gia đình"),
    ),
    tasks=(
        Task(
            text="Rà soát tài liệu",
            unit=Passage(text="Sở Nội vụ"),
            partners=(Passage(text="Sở Tài chính"), Passage(text="Sở Y tế")),
            path="III.2",
            deadlines=(
                Deadline(due=PartialDate.parse("2026-09-30"), relation=Relation.BY, text="chậm nhất ngày 30/9/2026"),
                Deadline(due=PartialDate.parse("2026-06-15"), relation=Relation.BEFORE, text="trước ngày 15/6/2026"),
                Deadline(due=PartialDate.parse("--12-10"), relation=Relation.BY, text="ngày 10/12 hằng năm"),
            ),
            mentions=find_references("theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ"),
            span=Span(100, 140),
        ),
    ),
    deadlines=(
        Deadline(due=PartialDate.parse("--06-15"), relation=Relation.BEFORE, what="Báo cáo", recurring="yearly"),
        Deadline(relation=Relation.BEFORE, impossible=True, text="trước ngày 31/6/2026"),
    ),
    mentions=find_references(
        "Căn cứ Luật Bình đẳng giới ngày 29/11/2006; Nghị định số 09/2019/NĐ-CP; Điều 5 và khoản 2 Điều 7 Quyết định số 2351/QĐ-TTg"
    ),
)
EMPTY = Plan()
PLANS = st.one_of(strategies.plans(), strategies.plan_texts().map(read))
SOME = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def rows_of(documents: Documents, table: str) -> list[Row]:
    return list(to_rows(documents, table, year=2026 if table == "calendar" else None))


@pytest.fixture(params=TABLES)
def table(request: pytest.FixtureRequest) -> str:
    return cast("str", request.param)


class TestColumns:
    """Each column is defined once: its name, type, Vietnamese term and description."""

    def test_names_and_headings_are_unique(self, table: str) -> None:
        columns = TABLES[table].columns
        assert len({column.name for column in columns}) == len(columns)
        assert len({column.heading("vi").casefold() for column in columns}) == len(columns)
        assert all(column.name.isidentifier() and column.vi and column.en for column in columns)

    def test_a_heading_in_no_language(self) -> None:
        with pytest.raises(InvalidValueError, match="vi or en"):
            TABLES["goals"].columns[0].heading("fr")  # type: ignore[arg-type]  # What is tested.

    def test_the_reference_lists_them(self, table: str) -> None:
        page = (ROOT / "docs" / "reference" / "exporting.md").read_text(encoding="utf-8")
        _, _, section = page.partition(f"### `{table}`")
        listed = [line for line in section.partition("\n#")[0].splitlines() if line.startswith("| `")]
        names = {str: "text", int: "whole number", bool: "truth value", Decimal: "number", datetime.date: "day"}
        assert listed == [
            f"| `{column.name}` | {column.heading('vi')} | {names[column.type]} | {column.en.replace('``', '`')} |"
            for column in TABLES[table].columns
        ]


class TestRows:
    """Every row has every column, in one order, with cells of one type."""

    @SOME
    @given(st.lists(PLANS, max_size=2))
    def test_whatever_the_plans_hold(self, plans: list[Any]) -> None:
        for table, told in TABLES.items():
            for row in rows_of(plans, table):
                assert list(row) == list(told.types)
                for name, kind in told.types.items():
                    assert row[name] is None or type(row[name]) is kind, name
                    assert row[name] != ""

    @SOME
    @given(strategies.plans())
    def test_as_many_rows_as_the_plan_holds(self, plan: Plan) -> None:
        goals = sum(max(1, len(goal.targets) + len(goal.qualitative)) for goal in plan.goals)
        assert len(rows_of(plan, "goals")) == goals
        assert len(rows_of(plan, "tasks")) == len(plan.tasks)
        assert len(rows_of(plan, "references")) == len(plan.mentions)
        assert len(rows_of(plan, "obligations")) == len(plan.obligations())
        assert len(rows_of(plan, "calendar")) == len(plan.calendar(2026))
        assert len(rows_of(plan, "deadlines")) >= len(plan.deadlines)

    @SOME
    @given(strategies.plans())
    def test_the_values_are_those_of_the_plan(self, plan: Plan) -> None:
        figures = [(row["value"], row["value_max"], row["baseline"], row["unit"]) for row in rows_of(plan, "goals")]
        for target in plan.targets:
            assert (target.value, target.value_max, target.baseline, target.unit) in figures
        numbers = [row["number"] for row in rows_of(plan, "goals") if row["number"]]
        assert sorted(map(str, numbers)) == sorted(plan.numbered_targets)
        for task, row in zip(plan.tasks, rows_of(plan, "tasks"), strict=True):
            assert row["text"] == (task.text or None)
            assert row["unit"] == (task.unit.text if task.unit else None)
        for mention, row in zip(plan.mentions, rows_of(plan, "references"), strict=True):
            symbol = mention.reference.symbol
            assert row["symbol"] == (symbol.canonical if symbol else None)
            assert (row["span_start"], row["span_end"]) == (mention.whole.start, mention.whole.end)
        for duty, row in zip(plan.obligations(), rows_of(plan, "obligations"), strict=True):
            assert (row["what"], row["period"], row["start"]) == (duty.what, duty.period.value, duty.start)
        for entry, row in zip(plan.calendar(2026), rows_of(plan, "calendar"), strict=True):
            assert (row["start"], row["end"], row["due"]) == (entry.start, entry.end, entry.due)


class TestGoals:
    """One row a target, with a figure or without; a goal without any has one."""

    def test_the_rows(self) -> None:
        share, most, family = rows_of(PLAN, "goals")
        assert (share["goal"], share["number"], share["comparator"]) == ("Mục tiêu 2", "2.1", ">=")
        assert (share["value"], share["unit"], share["year"], share["when"]) == (Decimal("62.5"), "%", 2030, "by")
        assert (most["number"], most["comparator"], most["value"], most["unit"]) == (None, "qualitative", None, None)
        assert (family["goal_title"], family["text"], family["comparator"], family["is_change"]) == (
            "Gia đình", None, None, None,
        )  # fmt: skip

    def test_in_the_order_of_the_text(self) -> None:
        text = "Đa số cán bộ nữ được bồi dưỡng"
        first = Target(comparator=Comparator.QUALITATIVE, value=None, population=text, span=Span(5, 9))
        second = Target(comparator=Comparator.EQUAL, value=Decimal(5), unit="%", span=Span(10, 19))
        plan = Plan(goals=(Goal(title="Chính trị", targets=(second,), qualitative=(first,)),))
        assert [row["span_start"] for row in rows_of(plan, "goals")] == [5, 10]

    def test_figures_are_exact_in_any_context(self) -> None:
        large = Decimal("999999999999999.123456")
        plan = Plan(goals=(Goal(title="", targets=(Target(comparator=Comparator.EQUAL, value=large, unit="%"),)),))
        with localcontext() as context:
            context.prec = 3
            assert rows_of(plan, "goals")[0]["value"] == large


class TestTasks:
    """One row a task, what it has several of as one text."""

    def test_the_row(self) -> None:
        (row,) = rows_of(PLAN, "tasks")
        assert (row["unit"], row["partners"], row["path"]) == ("Sở Nội vụ", "Sở Tài chính; Sở Y tế", "III.2")
        assert row["deadlines"] == "chậm nhất ngày 30/9/2026; trước ngày 15/6/2026; ngày 10/12 hằng năm"
        assert (row["due"], row["last_day"]) == ("2026-09-30; 2026-06-15; --12-10", datetime.date(2026, 6, 14))
        assert (row["references"], row["span_start"]) == ("khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP", 100)


class TestDeadlines:
    """One row a deadline, as it is worded; those in tasks alone come last."""

    def test_the_rows(self) -> None:
        yearly, never, *of_task = rows_of(PLAN, "deadlines")
        assert (yearly["what"], yearly["due"], yearly["last_day"]) == ("Báo cáo", "--06-15", None)
        assert (yearly["recurring"], yearly["relation"]) == ("yearly", "before")
        assert (never["due"], never["impossible"]) == (None, True)
        assert [row["path"] for row in of_task] == ["III.2"] * 3
        assert of_task[0]["pointer"] == "/tasks/0/deadlines/0"


class TestDuties:
    """Duties to report, and what a year holds."""

    def test_an_obligation(self) -> None:
        row = rows_of(PLAN, "obligations")[0]
        assert (row["what"], row["period"], row["due_in"], row["due_day"]) == ("Báo cáo", "year", "day", 15)
        assert (row["before"], row["months_after"], row["start"]) == ("day-before", -6, datetime.date(2026, 1, 1))

    def test_one_due_in_a_month(self) -> None:
        june = Deadline(due=PartialDate.parse("--06"), relation=Relation.DURING, what="Báo cáo", recurring="yearly")
        (row,) = rows_of(Plan(deadlines=(june,)), "obligations")
        assert (row["due_in"], row["due_day"], row["working_days"]) == ("month", None, None)

    def test_one_due_in_working_days(self, monkeypatch: pytest.MonkeyPatch) -> None:
        # No plan is read so, but a duty may be made so.
        duty = Obligation(what="Báo cáo", period=PeriodKind.YEAR, due=DueWorkingDays(days=5))
        monkeypatch.setattr(Plan, "obligations", lambda _: (duty,))
        (row,) = rows_of(EMPTY, "obligations")
        assert (row["due_in"], row["working_days"], row["months_after"]) == ("working-days", 5, None)

    def test_a_year(self) -> None:
        first = rows_of(PLAN, "calendar")[0]
        assert (first["kind"], first["due"], first["what"]) == ("deadline", datetime.date(2026, 6, 14), "Báo cáo")

    @pytest.mark.parametrize("year", [None, "2026", True, 10**30, 1, 2026.0])
    def test_no_year(self, year: object) -> None:
        with pytest.raises(InvalidValueError, match="year"):
            to_rows(PLAN, "calendar", year=year)  # type: ignore[arg-type]  # What is tested.

    def test_a_year_for_what_has_none(self) -> None:
        with pytest.raises(InvalidValueError, match="leave it out"):
            to_rows(PLAN, "goals", year=2026)


class TestReferences:
    """One row a mention; provisions as one text."""

    def test_the_rows(self) -> None:
        law, decree, decision = rows_of(PLAN, "references")
        assert (law["act"], law["day"]) == ("Luật Bình đẳng giới", datetime.date(2006, 11, 29))
        assert (decree["number"], decree["code"], decree["year"]) == ("09", "NĐ-CP", 2019)
        assert decision["act"] == "Quyết định số 2351/QĐ-TTg"
        assert (decision["provisions"], decision["articles"]) == ("Điều 5; khoản 2 Điều 7", "5; 7")

    def test_a_range_of_articles(self) -> None:
        plan = Plan(mentions=find_references("từ Điều 5 đến Điều 9 Nghị định số 30/2020/NĐ-CP"))
        assert rows_of(plan, "references")[0]["articles"] == "5–9"


class TestDocuments:
    """A plan, a reading, or many of them, with a column that tells which."""

    def test_one_of_each(self) -> None:
        text = "KẾ HOẠCH\nBình đẳng giới năm 2026\n\nCăn cứ Luật Bình đẳng giới;"
        (row,) = rows_of(read(text), "references")
        assert (row["file"], row["document"]) == (None, "Kế hoạch “Bình đẳng giới năm 2026”")
        assert rows_of([read(text), PLAN], "references")[0] == row

    def test_all_documents_of_a_reading(self) -> None:
        text = (
            "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\n\nCăn cứ Luật Trẻ em;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Kế hoạch."
            "\n\nKẾ HOẠCH\nBình đẳng giới\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)\n\nI. MỤC ĐÍCH\nTheo Luật Bình đẳng giới."
        )
        reading = read(text)
        assert len(reading.documents) > 1
        assert len(rows_of(reading, "references")) == len(reading.mentions)

    def test_names(self) -> None:
        pairs: list[tuple[str | Path, Plan]] = [("a.txt", PLAN), (Path("b/c.txt"), PLAN)]
        assert [row["file"] for row in rows_of(pairs, "tasks")] == ["a.txt", str(Path("b/c.txt"))]
        assert rows_of(dict(pairs), "tasks") == rows_of(pairs, "tasks")
        assert rows_of((PLAN, PLAN), "tasks") == rows_of(PLAN, "tasks") * 2

    @pytest.mark.parametrize(
        "given", [None, 5, "ke-hoach.txt", b"", "x" * 9, ["ke-hoach.txt"], [None], [("a.txt", None)], [(5, PLAN)],
                  [(b"a", PLAN)], [(PLAN, PLAN)], {"a.txt": 5}, [(1, 2, 3)]],
    )  # fmt: skip
    def test_what_is_none(self, given: object) -> None:
        with pytest.raises(InvalidValueError, match="document"):
            rows_of(given, "goals")  # type: ignore[arg-type]  # What is tested.

    @pytest.mark.parametrize("name", ["goal", "", None, 5, ["goals"]])
    def test_no_table(self, name: object) -> None:
        with pytest.raises(InvalidValueError, match="goals, tasks, deadlines"):
            to_rows(PLAN, name)  # type: ignore[arg-type]  # What is tested.

    @given(st.one_of(st.none(), st.integers(), st.text(max_size=9), st.lists(st.text(max_size=3), max_size=2)))
    def test_nothing_else_is_raised(self, given: object) -> None:
        with suppress(VstbpnError):
            rows_of(given, "tasks")  # type: ignore[arg-type]  # What is tested.

    def test_many_are_taken_one_by_one(self) -> None:
        taken = 0

        def plans() -> Iterator[Plan]:
            nonlocal taken
            while True:
                taken += 1
                yield PLAN

        rows = to_rows(plans(), "tasks")
        next(rows), next(rows)
        assert taken == 2

    def test_many_need_no_more_memory(self) -> None:
        def most(count: int) -> int:
            tracemalloc.start()
            for _ in to_rows((("a.txt", PLAN) for _ in range(count)), "goals"):
                pass
            _, peak = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            return peak

        # The first tuples are kept by the interpreter for later ones.
        some = most(1_000)
        assert most(3_000) < some + 20_000


class TestReaders:
    """pandas, polars and DuckDB take the rows as they are, exactly and with the right types."""

    @staticmethod
    def later() -> Plan:
        """Whole figures for longer than readers look, then one with decimals, and the first cells of some columns."""
        whole = Target(comparator=Comparator.EQUAL, value=Decimal(60), unit="%")
        fine = Target(comparator=Comparator.EQUAL, value=Decimal("999999999999999.333333"), unit="%", year=2030)
        return Plan(goals=(Goal(title="Chính trị", targets=(whole,) * 150 + (fine,)),))

    def test_polars_cuts_no_decimals_off(self) -> None:
        assert pl.DataFrame(to_rows(self.later(), "goals"), infer_schema_length=None)["value"][150] == Decimal(
            "999999999999999.333333"
        )

    def test_polars_with_the_types_of_the_columns(self, table: str) -> None:
        types = TABLES[table].types
        schema: Mapping[str, Any] = {
            name: pl.Decimal(21, 6) if kind is Decimal else kind for name, kind in types.items()
        }
        for plan in (PLAN, EMPTY, self.later()):
            rows = rows_of(plan, table)
            frame = pl.DataFrame(rows, schema=schema)
            assert frame.rows(named=True) == rows
            assert [dtype.to_python() for dtype in frame.dtypes] == list(types.values())

    def test_pandas(self, table: str) -> None:
        for plan in (PLAN, self.later()):
            rows = rows_of(plan, table)
            frame = pd.DataFrame(iter(rows), columns=list(TABLES[table].types))
            assert len(frame) == len(rows)
            held = [
                {name: None if pd.isna(cell) else cell for name, cell in row.items()}
                for row in frame.convert_dtypes().astype(object).to_dict("records")
            ]
            assert held == rows

    def test_duckdb(self, table: str) -> None:
        fields = TABLES[table].sql
        rows = [row for plan in (PLAN, self.later()) for row in rows_of(plan, table)]
        with duckdb.connect() as database:
            database.execute(f"create table made ({fields})")
            for some in (rows, rows_of(EMPTY, table)):
                asked = f"insert into made select unnest($rows::struct({fields})[], recursive := true)"
                database.execute(asked, {"rows": some})
            held = database.execute("from made").fetchall()
            # Without types of ours, those of the cells are found.
            found = database.execute("select unnest($rows, recursive := true)", {"rows": rows}).fetchall()
        assert held == found == [tuple(row.values()) for row in rows]


class TestLinearTime:
    """Twice the plan takes twice the time."""

    def test_of_each_table(self, table: str) -> None:
        def plan(size: int) -> Plan:
            return Plan(
                goals=PLAN.goals * size, tasks=PLAN.tasks * size, deadlines=PLAN.deadlines * size, mentions=PLAN.mentions * size
            )  # fmt: skip

        def work(size: int) -> Callable[[], object]:
            made = plan(size)
            return lambda: rows_of(made, table)

        assert_linear(work, 100, 400)
