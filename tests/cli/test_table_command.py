"""``vstbpn table``: what documents hold, as CSV."""

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from vstbpn.cli.app import app
from vstbpn.cli.tables import TableName
from vstbpn.exporting.tables.csv_text import to_csv
from vstbpn.exporting.tables.tables import TABLES
from vstbpn.reading.reading import read

PLAN = """UBND XÃ SƠN HÒA
TRƯỜNG MẦM NON HOA SIM

Số: 07/KH-MNHS
Sơn Hòa, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Công tác bình đẳng giới năm 2026

Căn cứ Luật Bình đẳng giới ngày 29/11/2006;

I. MỤC TIÊU
- Đến năm 2030, ít nhất 62,5% tổ trưởng là nữ.

II. CHẾ ĐỘ BÁO CÁO
- Các tổ gửi báo cáo về Ban Giám hiệu trước ngày 15/6/2026.
"""


def run(*arguments: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["table", *map(str, arguments)], input=given)


def rows(done: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(done.stdout_bytes.decode("utf-8-sig"), newline="")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "b.txt").write_text(PLAN.replace("62,5", "70"), encoding="utf-8")
    return tmp_path


class TestTables:
    """Each table of the library is one of the command."""

    def test_the_names(self) -> None:
        assert [name.value for name in TableName] == list(TABLES)

    @pytest.mark.parametrize("name", TABLES)
    def test_what_is_printed(self, name: str, folder: Path) -> None:
        asked = ["--year", "2026"] if name == "calendar" else []
        done = run(name, folder / "a.txt", "--lang", "en", *asked)
        assert done.exit_code == 0
        expected = to_csv([(str(folder / "a.txt"), read(PLAN))], name, year=2026 if asked else None)
        assert done.stdout_bytes == expected

    def test_headings_are_vietnamese(self, folder: Path) -> None:
        (row,) = rows(run("references", folder / "a.txt"))
        assert row["Tên văn bản"] == "Luật Bình đẳng giới"

    def test_a_folder(self, folder: Path) -> None:
        found = rows(run("goals", folder, "--lang", "en"))
        assert [(Path(row["file"]).name, row["value"]) for row in found] == [("a.txt", "62.5"), ("b.txt", "70")]

    def test_standard_input(self) -> None:
        (row,) = rows(run("goals", "-", "--lang", "en", given=PLAN.encode()))
        assert (row["file"], row["document"][:24]) == ("'-", "Kế hoạch số 07/KH-MNHS n")

    def test_decimal_commas(self, folder: Path) -> None:
        assert ";62,5;" in run("goals", folder / "a.txt", "--decimal-comma").stdout.replace('"', "")

    @pytest.mark.parametrize("option", ["--output", "--out"])
    def test_into_a_file(self, option: str, folder: Path) -> None:
        done = run("goals", folder / "a.txt", option, folder / "goals.csv")
        assert (done.exit_code, done.stdout) == (0, "")
        assert (folder / "goals.csv").read_bytes() == run("goals", folder / "a.txt").stdout_bytes


class TestWhatCannotBeUsed:
    """It is told on standard error in one line; the exit code is 2."""

    def test_a_file_that_is_not_there(self, folder: Path) -> None:
        done = run("goals", folder / "c.txt", folder / "a.txt", "--lang", "en")
        assert done.exit_code == 2
        assert "c.txt" in done.stderr
        assert len(rows(done)) == 1

    def test_a_calendar_without_a_year(self, folder: Path) -> None:
        done = run("calendar", folder)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "--year 2026" in done.stderr

    def test_a_year_that_nothing_is_of(self, folder: Path) -> None:
        done = run("goals", folder, "--year", "2026")
        assert done.exit_code == 2
        assert "leave it out" in done.stderr

    def test_a_table_there_is_not(self, folder: Path) -> None:
        assert run("people", folder).exit_code == 2

    def test_a_document_is_not_overwritten(self, folder: Path) -> None:
        done = run("goals", folder, "--output", folder / "a.txt")
        assert done.exit_code == 2
        assert "would be overwritten" in done.stderr
        assert (folder / "a.txt").read_text(encoding="utf-8") == PLAN

    def test_a_place_that_cannot_be_written(self, folder: Path) -> None:
        done = run("goals", folder, "--output", folder / "none" / "goals.csv")
        assert done.exit_code == 2
        assert "goals.csv" in done.stderr
