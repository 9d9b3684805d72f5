"""``vstbpn calendar``: what falls in a year, what falls due soon, and the calendar file."""

import datetime
from pathlib import Path

import icalendar
import pytest
from typer.testing import CliRunner, Result

from vstbpn.cli.app import app

PLAN = """UBND XÃ SƠN HÒA
TRƯỜNG MẦM NON HOA SIM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 07/KH-MNHS
Sơn Hòa, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Công tác bình đẳng giới năm 2026

I. NHIỆM VỤ
1. Kỷ niệm Ngày Phụ nữ Việt Nam 20/10.
2. Hưởng ứng Tháng hành động vì bình đẳng giới từ ngày 15/11/2026 đến ngày 15/12/2026.

II. CHẾ ĐỘ BÁO CÁO
- Các tổ gửi báo cáo về Ban Giám hiệu trước ngày 15/6/2026.
- Nhà trường báo cáo UBND xã chậm nhất ngày 03/01/2027./.
"""
PLAN_OF_A_WARD = PLAN.replace("XÃ SƠN HÒA", "PHƯỜNG HOA SIM").replace("15/6/2026", "22/6/2026")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["calendar", *map(str, arguments)])


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


class TestAYear:
    """A plan's year, by default its own, one line an entry."""

    def test_the_year_of_the_plan(self, plan_file: Path) -> None:
        done = run(plan_file)
        assert done.exit_code == 0
        assert [line.split()[0] for line in done.stdout.splitlines()] == ["14/6/2026", "20/10/2026", "15/11"]
        assert "Các tổ gửi báo cáo về Ban Giám hiệu" in done.stdout

    def test_another_year(self, plan_file: Path) -> None:
        assert run(plan_file, "--year", "2027").stdout.startswith("03/01/2027")

    def test_a_day_off_is_moved_when_asked(self, plan_file: Path) -> None:
        # 14 June 2026 is a Sunday.
        assert "15/6/2026" in run(plan_file, "--roll", "following").stdout.splitlines()[0]
        assert "12/6/2026" in run(plan_file, "--roll", "preceding").stdout.splitlines()[0]

    def test_what_is_moved_stands_where_it_went(self, tmp_path: Path) -> None:
        # 31 August and 1 and 2 September 2026 are days off.
        path = tmp_path / "ke-hoach.txt"
        path.write_text(
            PLAN.replace("15/6/2026", "01/9/2026").replace("Phụ nữ Việt Nam 20/10", "Quốc khánh 02/9"), encoding="utf-8"
        )
        lines = run(path, "--roll", "following").stdout.splitlines()
        days = [line.split()[0] for line in lines if "/9/2026" in line.split()[0]]
        assert days == sorted(days)
        assert days[-1] == "03/9/2026"

    def test_the_other_reading_of_before(self, plan_file: Path) -> None:
        assert run(plan_file, "--before", "same-day").stdout.startswith("15/6/2026")

    def test_english(self, plan_file: Path) -> None:
        first = run(plan_file, "--lang", "en").stdout.splitlines()[0]
        assert first.startswith("14 Jun 2026")
        assert "Sun  deadline" in first

    def test_several_plans_are_named(self, plan_file: Path, tmp_path: Path) -> None:
        other = tmp_path / "phuong.txt"
        other.write_text(PLAN_OF_A_WARD, encoding="utf-8")
        lines = run(plan_file, other).stdout.splitlines()
        assert lines[0] == f"{plan_file}:"
        assert f"{other}:" in lines

    def test_markdown_and_svg(self, plan_file: Path) -> None:
        assert "| **Tháng 6** |" in run(plan_file, "--format", "markdown").stdout
        assert run(plan_file, "--format", "svg").stdout.startswith("<svg ")


class TestWithoutAPlan:
    """Without a file, the calendar of the State."""

    def test_the_year(self) -> None:
        done = run("--year", "2026")
        assert done.exit_code == 0
        assert "Ngày Văn hóa Việt Nam" in done.stdout

    def test_what_comes_soon(self) -> None:
        lines = run("--due-within", "30d", "--on", "2026-11-22").stdout.splitlines()
        assert lines[0].startswith("24/11/2026")
        assert all("/11" in line or "/12" in line for line in lines)

    def test_the_present_day_is_the_default(self) -> None:
        # A year and a day hold each feast day once at least.
        assert "Ngày Phụ nữ Việt Nam" in run("--due-within", "366d").stdout


class TestDueSoon:
    """What falls within so many days, the first and the last one counted."""

    @pytest.mark.parametrize(("on", "within", "found"), [
        ("2026-06-01", "13d", True), ("2026-06-01", "12d", False), ("2026-06-14", "0d", True),
        ("2026-06-15", "30d", False), ("01/06/2026", "2w", True), ("2026-06-01", "13", True),
    ])  # fmt: skip
    def test_a_deadline(self, plan_file: Path, on: str, within: str, found: bool) -> None:
        done = run(plan_file, "--due-within", within, "--on", on)
        assert done.exit_code == 0
        assert ("14/6/2026" in done.stdout) is found

    def test_over_the_end_of_the_year(self, plan_file: Path) -> None:
        assert "03/01/2027" in run(plan_file, "--due-within", "30d", "--on", "2026-12-20").stdout

    def test_a_day_moved_into_the_stretch(self, plan_file: Path) -> None:
        # 3 January 2027 is a Sunday.
        assert "04/01/2027" in run(plan_file, "--due-within", "0d", "--on", "2027-01-04", "--roll", "following").stdout

    def test_a_campaign_that_runs(self, plan_file: Path) -> None:
        assert run(plan_file, "--due-within", "0d", "--on", "2026-12-01").stdout.count("\n") == 1


class TestTheCalendarFile:
    """``--ics`` writes a file that calendar programs read; ``--previous`` goes on from the one before."""

    def test_it_holds_the_entries(self, plan_file: Path, tmp_path: Path) -> None:
        out = tmp_path / "lich.ics"
        assert run(plan_file, "--ics", out).exit_code == 0
        events = icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")
        assert [event.decoded("dtstart") for event in events] == [
            datetime.date(2026, 6, 14), datetime.date(2026, 10, 20), datetime.date(2026, 11, 15),
        ]  # fmt: skip

    def test_a_changed_day_is_told_as_a_change(self, plan_file: Path, tmp_path: Path) -> None:
        first, second = tmp_path / "1.ics", tmp_path / "2.ics"
        run(plan_file, "--ics", first)
        plan_file.write_text(PLAN.replace("15/6/2026", "20/6/2026"), encoding="utf-8")
        assert run(plan_file, "--ics", second, "--previous", first).exit_code == 0
        sequences = [
            int(str(event["sequence"])) for event in icalendar.Calendar.from_ical(second.read_bytes()).walk("VEVENT")
        ]
        assert sorted(sequences) == [0, 0, 1]

    def test_tasks(self, plan_file: Path, tmp_path: Path) -> None:
        out = tmp_path / "lich.ics"
        run(plan_file, "--ics", out, "--todos")
        assert len(icalendar.Calendar.from_ical(out.read_bytes()).walk("VTODO")) == 1


class TestUnusableInput:
    """What cannot be used is told in one line, and the exit code is 2."""

    @pytest.mark.parametrize(("arguments", "words"), [
        (["--due-within", "soon"], "expected a number of days or weeks"),
        (["--due-within", "99999d"], "expected a number of days or weeks"),
        (["--due-within", "9999w", "--on", "2090-01-01"], "holidays are known"),
        (["--due-within", "9w", "--on", "9999-12-31"], "the calendar ends"),
        (["--year", "0"], "invalid year '0'"),
        (["--year", "9999"], "invalid year '9999'"),
        (["--due-within", "3d", "--format", "svg"], "shows lines of text"),
        (["--due-within", "3d", "--year", "2026"], "leave --year out"),
        (["--due-within", "3d", "--ics", "lich.ics", "--previous", "cu.ics"], "would be cancelled"),
        (["--ics", "lich.ics", "--format", "svg"], "leave --format out"),
        (["--previous", "cu.ics"], "say with --ics"),
        (["--todos"], "say with --ics"),
        (["none-such.txt"], "No such file"),
    ])  # fmt: skip
    def test_it_is_told(self, arguments: list[str], words: str) -> None:
        done = run(*arguments)
        assert done.exit_code == 2
        assert words in done.stderr
        assert done.stderr.count("\n") == 1

    def test_a_calendar_file_of_several_plans(self, plan_file: Path, tmp_path: Path) -> None:
        done = run(plan_file, plan_file, "--ics", tmp_path / "lich.ics")
        assert done.exit_code == 2
        assert "of one plan" in done.stderr

    def test_a_damaged_file_before(self, plan_file: Path, tmp_path: Path) -> None:
        old = tmp_path / "alt.ics"
        old.write_text("no calendar", encoding="utf-8")
        done = run(plan_file, "--ics", tmp_path / "lich.ics", "--previous", old)
        assert done.exit_code == 2
        assert done.stderr.startswith(f"vstbpn: {old}: ")

    def test_a_place_that_cannot_be_written(self, plan_file: Path, tmp_path: Path) -> None:
        done = run(plan_file, "--ics", tmp_path)
        assert done.exit_code == 2
        assert "Is a directory" in done.stderr
