"""``vstbpn calendar``: what falls in a year, what falls due soon, and the calendar file."""

import datetime
import sys
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

    def test_a_plan_for_the_year_to_come(self, plan_file: Path) -> None:
        plan_file.write_text(PLAN.replace("12 tháng 01 năm 2026", "20 tháng 12 năm 2025"), encoding="utf-8")
        assert run(plan_file).stdout.startswith("14/6/2026")

    def test_of_several_years_the_present_one(self, plan_file: Path) -> None:
        plan_file.write_text(PLAN.replace("giới năm 2026", "giới giai đoạn 2024 - 2028"), encoding="utf-8")
        assert run(plan_file, "--on", "2027-03-01").stdout.startswith("03/01/2027")

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

    def test_a_stretch_stands_where_it_begins_and_has_no_day_of_the_week(self, tmp_path: Path) -> None:
        path = tmp_path / "ke-hoach.txt"
        path.write_text(PLAN.replace("15/6/2026", "01/12/2026"), encoding="utf-8")
        lines = run(path).stdout.splitlines()
        assert [line.split("  ")[0] for line in lines] == ["20/10/2026", "15/11 – 15/12/2026", "30/11/2026"]
        assert lines[1] == "15/11 – 15/12/2026      đợt hoạt động  Tháng hành động vì bình đẳng giới"
        assert lines[2].startswith("30/11/2026          T2  hạn  ")
        only_stretch = run(path, "--due-within", "0d", "--on", "2026-12-10").stdout
        assert only_stretch == "15/11 – 15/12/2026  đợt hoạt động  Tháng hành động vì bình đẳng giới\n"

    def test_markdown_and_svg(self, plan_file: Path) -> None:
        assert "| **Tháng 6** |" in run(plan_file, "--format", "markdown").stdout
        assert run(plan_file, "--format", "svg").stdout.startswith("<svg ")
        assert run(plan_file, "--format", "svg").stderr == ""


class TestSeveralPlans:
    """One list in the order of days, each line with the name of its file before it."""

    def test_each_line_names_its_file(self, plan_file: Path, ward_file: Path) -> None:
        done = run(plan_file, ward_file)
        assert done.exit_code == 0
        found = [line.split(": ", 1) for line in done.stdout.splitlines()]
        assert [Path(file).name for file, _ in found[:2]] == ["ke-hoach.txt", "phuong.txt"]
        assert [line.split()[0] for _, line in found] == ["14/6/2026", "21/6/2026", *["20/10/2026"] * 2, *["15/11"] * 2]

    def test_what_comes_soon_of_all(self, plan_file: Path, ward_file: Path) -> None:
        lines = run(ward_file, plan_file, "--due-within", "30d", "--on", "2026-06-01").stdout.splitlines()
        assert [line.split(": ")[0] for line in lines] == [str(plan_file), str(ward_file)]

    def test_what_cannot_be_read_is_told_and_the_others_are_shown(self, plan_file: Path, tmp_path: Path) -> None:
        empty = tmp_path / "trong.txt"
        empty.write_text("Kính gửi các tổ.", encoding="utf-8")
        done = run("none-such.txt", plan_file, empty)
        assert done.exit_code == 2
        assert done.stdout.count(f"{plan_file}: ") == 3
        assert "vstbpn: none-such.txt: No such file" in done.stderr
        assert f"vstbpn: {empty}: " in done.stderr

    def test_where_none_can_be_read(self) -> None:
        for more in ([], ["--due-within", "30d"]):
            done = run("none-such.txt", "nor-this.txt", *more)
            assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 2)

    @pytest.mark.parametrize("form", ["svg", "markdown"])
    def test_a_page_is_of_one(self, plan_file: Path, form: str) -> None:
        done = run(plan_file, plan_file, "--format", form)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == f"vstbpn: --format: a page is of one plan: give one FILE with --format {form}\n"


class TestWhatHasNoPlace:
    """What no line of the year shows is told on standard error."""

    def test_other_years(self, plan_file: Path) -> None:
        assert run(plan_file).stderr == f"{plan_file}: 1 thời hạn rơi vào năm khác: 2027\n"
        assert run(plan_file, "--lang", "en").stderr == f"{plan_file}: 1 deadline falls in another year: 2027\n"
        assert run(plan_file, "--year", "2027", "--lang", "en").stderr.endswith("falls in another year: 2026\n")
        assert run(plan_file, "--roll", "following").stderr.endswith("2027\n")
        plan_file.write_text(PLAN.replace("03/01/2027", "03/01/2199"), encoding="utf-8")
        assert run(plan_file).stderr.endswith("2199\n")
        # A year whose working days are not known is left out.
        assert run(plan_file, "--roll", "following").stderr == ""

    def test_a_day_counts_for_the_year_it_falls_in(self, tmp_path: Path) -> None:
        path = tmp_path / "ke-hoach.txt"
        path.write_text(PLAN.replace("chậm nhất ngày 03/01/2027", "trước ngày 01/01/2028"), encoding="utf-8")
        assert run(path).stderr.endswith("1 thời hạn rơi vào năm khác: 2027\n")
        path.write_text(PLAN.replace("chậm nhất ngày 03/01/2027", "trước ngày 01/01/2027"), encoding="utf-8")
        assert run(path).stderr == ""
        path.write_text(PLAN.replace("./.", ";\n- Các tổ báo cáo chậm nhất ngày 05/02/2028./."), encoding="utf-8")
        assert run(path, "--lang", "en").stderr.endswith("2 deadlines fall in other years: 2027, 2028\n")

    def test_days_of_the_next_year_without_a_number(self, tmp_path: Path) -> None:
        path = tmp_path / "ke-hoach.txt"
        due = "Nhà trường báo cáo UBND xã chậm nhất ngày 03/01/2027"
        path.write_text(PLAN.replace(due, "Báo cáo năm: trước ngày 15/01 năm sau"), encoding="utf-8")
        assert run(path).stderr == f"{path}: 1 thời hạn rơi vào năm khác: 2027\n"
        assert run(path, "--year", "2027").stderr == f"{path}: 1 thời hạn rơi vào năm khác: 2026\n"
        path.write_text(PLAN.replace(due, "Báo cáo năm: trước ngày 15/12 hằng năm"), encoding="utf-8")
        assert run(path).stderr == ""
        path.write_text(PLAN.replace(due, "Các tổ báo cáo trước ngày 10 hằng tháng"), encoding="utf-8")
        assert run(path).stderr == ""

    def test_deadlines_without_a_day(self, tmp_path: Path) -> None:
        path = tmp_path / "ke-hoach.txt"
        more = ";\n- Các tổ báo cáo trong vòng 24 giờ kể từ khi phát hiện vụ việc;\n- Các lớp gửi danh sách trước ngày 31/6/2026./."
        path.write_text(PLAN.replace("./.", more), encoding="utf-8")
        done = run(path)
        assert done.exit_code == 0
        first, second, last = done.stderr.splitlines()
        line = PLAN.count("\n") + 1
        assert first.startswith(f"{path}:{line}: thời hạn không định ngày: “trong vòng 24 giờ")
        assert second.startswith(f"{path}:{line + 1}: thời hạn ghi một ngày không có thật: “trước ngày 31/6/2026”")
        assert "năm khác" in last
        assert run(path, "--due-within", "366d", "--on", "2026-03-01").stderr == ""

    def test_nothing_at_all(self, plan_file: Path) -> None:
        done = run(plan_file, "--due-within", "3d", "--on", "2026-03-01")
        assert (done.exit_code, done.stdout) == (0, "")
        assert done.stderr == "không có mốc nào từ 01/3/2026 đến 04/3/2026\n"
        plan_file.write_text("KẾ HOẠCH\nCông tác năm 2026\n\nI. NHIỆM VỤ\n1. Tập huấn.", encoding="utf-8")
        assert run(plan_file, "--lang", "en").stderr == f"{plan_file}: nothing falls in 2026\n"


class TestWithoutAPlan:
    """Without a file, the calendar of the State."""

    def test_the_year(self) -> None:
        done = run("--year", "2026")
        assert done.exit_code == 0
        assert "Ngày Văn hóa Việt Nam" in done.stdout

    def test_what_comes_soon(self) -> None:
        lines = run("--due-within", "30d", "--on", "2026-11-22").stdout.splitlines()
        assert [line.split()[0] for line in lines[:2]] == ["15/11", "24/11/2026"]
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


@pytest.fixture
def ward_file(tmp_path: Path) -> Path:
    path = tmp_path / "phuong.txt"
    path.write_text(PLAN_OF_A_WARD, encoding="utf-8")
    return path


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

    def test_what_was_done_is_told(self, plan_file: Path, tmp_path: Path) -> None:
        out = tmp_path / "lich.ics"
        assert run(plan_file, "--ics", out).stderr == f"{out}: 3 mới\n"
        changed = PLAN.replace("15/6/2026", "20/6/2026").replace("Kỷ niệm Ngày Phụ nữ Việt Nam 20/10", "Tập huấn")
        plan_file.write_text(changed, encoding="utf-8")
        done = run(plan_file, "--ics", out, "--previous", out, "--todos")
        assert done.stderr == f"{out}: 1 thay đổi, 1 hủy, 1 như trước; việc cần làm: 1 mới\n"
        again = run(plan_file, "--ics", out, "--previous", out, "--todos")
        assert again.stderr == f"{out}: 2 như trước; việc cần làm: 1 như trước\n"
        assert run(plan_file, "--ics", out, "--year", "2025", "--lang", "en").stderr == f"{out}: nothing to tell\n"

    def test_another_year_goes_into_the_same_file(self, plan_file: Path, tmp_path: Path) -> None:
        out = tmp_path / "lich.ics"
        run(plan_file, "--ics", out)
        assert run(plan_file, "--year", "2027", "--ics", out, "--previous", out).exit_code == 0
        events = icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")
        assert len(events) > 3
        assert all(event["status"] == "CONFIRMED" for event in events)
        # A year in which nothing falls takes nothing away from the others.
        plan_file.write_text(PLAN.replace("1. Kỷ niệm Ngày Phụ nữ Việt Nam 20/10.\n", ""), encoding="utf-8")
        done = run(plan_file, "--year", "2025", "--ics", out, "--previous", out)
        assert "hủy" not in done.stderr

    def test_another_document_is_refused(self, plan_file: Path, ward_file: Path, tmp_path: Path) -> None:
        out = tmp_path / "lich.ics"
        run(ward_file, "--ics", out)
        written = out.read_bytes()
        plan_file.write_text(PLAN.replace("07/KH", "08/KH"), encoding="utf-8")
        done = run(plan_file, "--ics", out, "--previous", out)
        assert done.exit_code == 2
        assert done.stderr.startswith(f"vstbpn: {out}: ")
        assert "07/KH-MNHS" in done.stderr
        assert "08/KH-MNHS" in done.stderr
        assert "leave --previous out" in done.stderr
        assert done.stderr.endswith("give the same name both times with --document\n")
        assert "`" not in done.stderr
        assert "document=" not in done.stderr
        assert done.stderr.count("\n") == 1
        assert out.read_bytes() == written

    def test_a_draft_that_gets_its_number(self, plan_file: Path, tmp_path: Path) -> None:
        out = tmp_path / "lich.ics"
        plan_file.write_text(PLAN.replace("07/KH", "  /KH"), encoding="utf-8")
        run(plan_file, "--ics", out, "--document", "Bình đẳng giới 2026")
        plan_file.write_text(PLAN, encoding="utf-8")
        done = run(plan_file, "--ics", out, "--previous", out, "--document", "Bình đẳng giới 2026")
        assert done.stderr == f"{out}: 3 như trước\n"

    @pytest.mark.parametrize(("options", "days"), [([], [7, 1]), (["--remind", "0", "--remind", "14"], [14, 0])])
    def test_reminders(self, plan_file: Path, tmp_path: Path, options: list[str], days: list[int]) -> None:
        out = tmp_path / "lich.ics"
        assert run(plan_file, "--ics", out, "--todos", *options).exit_code == 0
        alarms = icalendar.Calendar.from_ical(out.read_bytes()).walk("VALARM")
        assert [alarm.decoded("trigger") for alarm in alarms] == [-datetime.timedelta(days=number) for number in days]

    def test_reminders_that_cannot_be(self, plan_file: Path, tmp_path: Path) -> None:
        done = run(plan_file, "--ics", tmp_path / "lich.ics", "--remind", "99999")
        assert done.exit_code == 2
        assert done.stderr.startswith("vstbpn: --remind: ")

    def test_tasks(self, plan_file: Path, tmp_path: Path) -> None:
        out = tmp_path / "lich.ics"
        run(plan_file, "--ics", out, "--todos")
        assert len(icalendar.Calendar.from_ical(out.read_bytes()).walk("VTODO")) == 1


class TestUnusableInput:
    """What cannot be used is told in one line, and the exit code is 2."""

    @pytest.mark.parametrize(("arguments", "words"), [
        (["--due-within", "soon"], "expected a number of days or weeks"),
        (["--due-within", "99999999d"], "the most is 9999d"),
        (["--due-within", "9" * 9999], "the most is 9999d"),
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
        (["--remind", "3"], "say with --ics"),
        (["--document", "Kế hoạch"], "say with --ics"),
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
        assert done.stderr.startswith(f"vstbpn: {old}: this is no former calendar file (")
        assert done.stderr.endswith("give the file that --ics made before, or leave --previous out\n")

    def test_the_package_may_be_missing(self, plan_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "icalendar", None)
        done = run(plan_file, "--ics", tmp_path / "lich.ics")
        assert done.exit_code == 2
        assert "pip install 'vstbpn[ics]'" in done.stderr

    def test_a_place_that_cannot_be_written(self, plan_file: Path, tmp_path: Path) -> None:
        done = run(plan_file, "--ics", tmp_path)
        assert done.exit_code == 2
        assert "Is a directory" in done.stderr
