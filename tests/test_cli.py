"""The command line: what it prints, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from vstbpn import __version__
from vstbpn.cli.app import app
from vstbpn.reading.reading import read
from vstbpn.serialisation.documents import from_json

PLAN = """UBND TỈNH HẢI DƯƠNG
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: /KH-SNV
Hải Dương, ngày   tháng 4 năm 2025

KẾ HOẠCH
Công tác bình đẳng giới năm 2025

Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006;

I. MỤC TIÊU
1.1 Tăng tỷ lệ nữ lãnh đạo
- Ít nhất 60% đơn vị có lãnh đạo là nữ vào năm 2025.

II. NHIỆM VỤ
1. Sở Nội vụ
- Báo cáo trước ngày 15/6/2025./.

Nơi nhận:
- UBND tỉnh (bc);
- Lưu: VT.

GIÁM ĐỐC

Trần Thị Ví Dụ
"""
NEWS = "Sáng 08/3, Hội Liên hiệp Phụ nữ xã tổ chức tọa đàm về bình đẳng giới.\n"


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8", newline="")
    return path


def run(*arguments: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=data)


class TestRead:
    def test_shows_a_summary(self, plan_file: Path) -> None:
        result = run("read", plan_file)
        assert result.exit_code == 0
        assert result.stdout.startswith("KẾ HOẠCH: Công tác bình đẳng giới năm 2025\n")
        assert "Cơ quan ban hành" in result.stdout
        assert result.stderr == ""

    def test_in_english(self, plan_file: Path) -> None:
        result = run("read", plan_file, "--lang", "en")
        assert "Issued by" in result.stdout
        assert "Cơ quan ban hành" not in result.stdout

    def test_as_json(self, plan_file: Path) -> None:
        result = run("read", "--json", plan_file)
        assert result.exit_code == 0
        assert from_json(result.stdout) == read(PLAN).plan

    def test_standard_input(self) -> None:
        assert run("read", "-", data=PLAN.encode()).stdout == run("read", "-", data=PLAN.encode("utf-16")).stdout

    def test_no_plan_has_a_summary_but_no_json(self) -> None:
        assert run("read", "-", data=NEWS.encode()).exit_code == 0
        result = run("read", "--json", "-", data=NEWS.encode())
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.count("\n") == 1
        english = run("read", "--json", "--lang", "en", "-", data=NEWS.encode())
        assert english.stderr == "vstbpn: -: this text is no plan\n"

    @pytest.mark.parametrize("data", [b"", b"\n", NEWS.encode()])
    def test_texts_with_nothing_in_them(self, data: bytes) -> None:
        result = run("read", "-", data=data)
        assert result.exit_code == 0
        assert result.stdout.strip()


class TestCheck:
    def test_a_clean_plan(self, kindergarten_plan: str) -> None:
        result = run("check", "-", data=kindergarten_plan.encode())
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr == "đã kiểm tra 1 tệp; không phát hiện gì\n"

    def test_findings(self, plan_file: Path) -> None:
        result = run("check", plan_file)
        assert result.exit_code == 1
        first = result.stdout.split("\n", 1)[0]
        assert first.startswith(f"{plan_file}:")
        assert "→" in result.stdout

    def test_a_finding_tells_place_code_source_line_and_remedy(self, plan_file: Path) -> None:
        lines = run("check", plan_file, "--lang", "en").stdout.splitlines()
        place = next(number for number, line in enumerate(lines) if "STR004" in line)
        assert lines[place].startswith(f"{plan_file}:5:5: STR004 warning: ")
        assert lines[place + 1] == "  Số: /KH-SNV"
        assert lines[place + 2] == "      ^^^^^^^"
        assert lines[place + 3].startswith("  → ")

    def test_languages(self, plan_file: Path) -> None:
        assert run("check", plan_file).stdout != run("check", plan_file, "--lang", "en").stdout

    @pytest.mark.parametrize(("data", "code"), [(NEWS.encode(), "DOC001"), (b" \n", "DOC002"), (b"", "DOC002")])
    def test_what_is_no_plan_is_a_finding(self, data: bytes, code: str) -> None:
        result = run("check", "-", data=data)
        assert result.exit_code == 1
        assert code in result.stdout


class TestAnnotate:
    @pytest.mark.parametrize("source", [PLAN, f"\ufeff{PLAN}", PLAN.replace("\n", "\r\n"), NEWS])
    def test_every_line_is_an_annotation_of_the_file_as_decoded(self, source: str) -> None:
        result = run("annotate", "-", data=source.encode())
        assert result.exit_code == 0
        annotations = [json.loads(line) for line in result.stdout.splitlines()]
        assert all(one["text"] == source[one["start"] : one["end"]] for one in annotations)
        starts = [one["start"] for one in annotations]
        assert starts == sorted(starts)

    def test_kinds(self, plan_file: Path) -> None:
        kinds = {json.loads(line)["kind"] for line in run("annotate", plan_file).stdout.splitlines()}
        assert kinds >= {
            "reference",
            "section",
            "target",
            "deadline",
            "task",
            "recipient",
            "header",
            "legal_basis",
            "signature",
        }

    def test_nothing_found_prints_nothing(self) -> None:
        result = run("annotate", "-", data=b"")
        assert (result.exit_code, result.stdout) == (0, "")


class TestUnusableInput:
    @pytest.mark.parametrize("command", ["read", "check", "annotate"])
    @pytest.mark.parametrize(
        ("data", "what"),
        [
            (b"PK\x03\x04\x14\x00", ".docx"),
            (b"%PDF-1.7", "PDF"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", ".doc"),
            ("uû ban nh©n d©n x· thùc hiÖn c«ng t¸c phô n÷".encode("latin-1"), "TCVN3"),
            (b"\x00\x01\x02\x03\x00\x00", "binary"),
        ],
    )
    def test_one_clear_line(self, command: str, data: bytes, what: str) -> None:
        result = run(command, "-", data=data)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("vstbpn: -: this is ")
        assert what in result.stderr
        assert result.stderr.count("\n") == 1

    @pytest.mark.parametrize("command", ["read", "check", "annotate"])
    def test_a_missing_file(self, command: str, tmp_path: Path) -> None:
        result = run(command, tmp_path / "khong-co.txt")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == f"vstbpn: {tmp_path / 'khong-co.txt'}: No such file or directory\n"

    def test_a_directory(self, tmp_path: Path) -> None:
        result = run("read", tmp_path)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"vstbpn: {tmp_path}: ")

    def test_a_name_no_file_can_have(self) -> None:
        result = run("read", "a\0b")
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1

    def test_a_language_there_is_not(self, plan_file: Path) -> None:
        assert run("check", plan_file, "--lang", "fr").exit_code == 2


class TestHelp:
    @pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["check", "--help"], ["annotate", "--help"]])
    def test_is_there(self, arguments: list[str]) -> None:
        result = run(*arguments)
        assert result.exit_code == 0
        assert "Usage" in result.stdout


def python(code: str, *arguments: str | Path, data: bytes | None = None) -> "subprocess.CompletedProcess[bytes]":
    """Run the command line in a process of its own, with an encoding that knows no Vietnamese."""
    return subprocess.run(
        [sys.executable, *(["-c", code] if code else ["-m", "vstbpn"]), *map(str, arguments)],
        input=data,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )


class TestProcess:
    def test_annotates_in_utf_8_whatever_the_terminal(self, plan_file: Path) -> None:
        done = python("", "annotate", plan_file)
        assert (done.returncode, done.stderr) == (0, b"")
        annotations = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
        assert {"reference", "section", "target", "deadline"} <= {one["kind"] for one in annotations}

    def test_standard_input(self) -> None:
        done = python("", "check", "-", data=b"%PDF-1.4")
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"PDF" in done.stderr

    def test_without_its_packages_it_says_what_to_install(self) -> None:
        done = python("import sys; sys.modules['typer'] = None; from vstbpn.__main__ import main; main()")
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"pip install 'vstbpn[cli]'" in done.stderr
        assert done.stderr.count(b"\n") == 1

    def test_another_missing_module_is_no_matter_of_installing(self) -> None:
        done = python("import sys; sys.modules['attrs'] = None; from vstbpn.__main__ import main; main()")
        assert done.returncode == 1
        assert b"attrs" in done.stderr


class TestVersion:
    def test_it_is_printed(self) -> None:
        result = CliRunner().invoke(app, ["--version"])
        assert result.exit_code == 0
        assert result.stdout == f"vstbpn {__version__}\n"


class TestProgress:
    """Figures held against the targets of a plan, for each unit."""

    EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"
    PLAN = EXAMPLES / "so-gddt-2020.txt"
    FIGURES = EXAMPLES / "so-gddt-2020-figures.csv"
    UNITS = EXAMPLES / "so-gddt-2020-units.csv"

    def test_a_table_of_a_unit_and_those_below_it(self) -> None:
        result = run(
            "progress", self.PLAN, self.FIGURES, "--units", self.UNITS, "--under", "so-gddt", "--on", "2020-12-31"
        )
        assert result.exit_code == 0
        assert "Phòng Giáo dục và Đào tạo thành phố Ví Dụ" in result.stdout
        assert "Trường Mầm non Bắc Ví Dụ" not in result.stdout
        assert "55,56%" in result.stdout

    def test_all_units_with_figures_by_default(self) -> None:
        result = run("progress", self.PLAN, self.FIGURES, "--units", self.UNITS)
        assert "Trường Mầm non Bắc Ví Dụ" in result.stdout

    @pytest.mark.parametrize(("form", "sign"), [("svg", "<svg"), ("markdown", "| --- |"), ("text", "┃")])
    def test_as_picture_or_table(self, form: str, sign: str) -> None:
        result = run("progress", self.PLAN, self.FIGURES, "--under", "mn-bac", "--format", form, "--lang", "en")
        assert sign in result.stdout

    def test_a_day_before_the_end_of_the_year_is_too_early(self) -> None:
        result = run(
            "progress", self.PLAN, self.FIGURES, "--units", self.UNITS, "--under", "so-gddt", "--on", "2020-11-30"
        )
        assert "chưa đến hạn" in result.stdout

    def test_what_is_wrong_with_the_figures_goes_to_standard_error(self, tmp_path: Path) -> None:
        figures = tmp_path / "figures.csv"
        figures.write_text("indicator,unit,period,numerator,denominator\n4.1,mn-bac,2020,3,2\n9.9,mn-bac,2020,1,1\n")
        result = run("progress", self.PLAN, figures, "--lang", "en")
        assert result.exit_code == 0
        assert [line.split(": ")[1] for line in result.stderr.splitlines() if not line.startswith(" ")] == [
            "GOL011",
            "GOL018",
        ]

    def figures(self, folder: Path, *rows: str) -> Path:
        path = folder / "figures.csv"
        path.write_text("\n".join(["indicator,unit,period,numerator,denominator", *rows]), encoding="utf-8")
        return path

    def test_parts_of_one_year_make_the_year(self, tmp_path: Path) -> None:
        figures = self.figures(tmp_path, "4.1,mn-bac,2020-H1,4,10", "4.1,mn-bac,2020-H2,6,10")
        assert "50%" in run("progress", self.PLAN, figures).stdout

    def test_of_several_years_one_is_asked_for(self, tmp_path: Path) -> None:
        figures = self.figures(tmp_path, "4.1,a,2019,5,10", "4.1,a,2020,6,10")
        assert "2019" in run("progress", self.PLAN, figures).stderr
        assert "60%" in run("progress", self.PLAN, figures, "--period", "2020").stdout

    def test_a_change_is_measured_from_an_earlier_period(self, tmp_path: Path) -> None:
        plan = tmp_path / "plan.txt"
        change = (
            "- Giảm 20% số vụ bạo lực học đường so với năm 2024;\n- Khoảng 60% cán bộ nữ được tập huấn vào năm 2025."
        )
        plan.write_text(PLAN.replace("- Ít nhất 60% đơn vị có lãnh đạo là nữ vào năm 2025.", change), encoding="utf-8")
        figures = self.figures(tmp_path, "1.1,a,2024,10,", "1.1,a,2025,7,", "1.2,a,2025,58,100")
        options = ("--period", "2025", "--lang", "en")
        assert run("progress", plan, figures, *options).stdout.count("not assessable") > 0
        result = run("progress", plan, figures, *options, "--baseline", "2024", "--tolerance", "2,5")
        assert "not assessable" not in result.stdout
        assert result.stdout.count("✓") >= 2

    def test_figures_of_merged_units_go_over(self, tmp_path: Path) -> None:
        units = tmp_path / "units.csv"
        units.write_text(
            "id,name,valid_from,valid_to,professional,event,successors\n"
            "so,Sở Giáo dục và Đào tạo tỉnh Ví Dụ,,,bo-gddt,,\n"
            "mn-a,Trường Mầm non A,,30/6/2020,so,merge,mn-ab\n"
            "mn-b,Trường Mầm non B,,30/6/2020,so,merge,mn-ab\n"
            "mn-ab,Trường Mầm non AB,01/7/2020,,so,,\n",
            encoding="utf-8",
        )
        figures = self.figures(tmp_path, "4.1,mn-a,2020-H1,1,4", "4.1,mn-b,2020-H1,2,4", "4.1,mn-ab,2020-H2,5,8")
        result = run("progress", self.PLAN, figures, "--units", units, "--under", "mn-ab", "--on", "31/12/2020")
        assert (result.stderr, result.exit_code) == ("", 0)
        assert "50%" in result.stdout

    def test_the_plan_tells_the_year_its_targets_leave_out(self) -> None:
        result = run("progress", self.PLAN, self.FIGURES, "--under", "mn-bac", "--on", "2020-12-31", "--lang", "en")
        assert "by 2020" in result.stdout.split("1.2.")[0]

    @pytest.mark.parametrize("text", ["", "unit\n", "indicator,unit,period,numerator\n4.1,a,2020,62%\n"])
    def test_unusable_figures(self, tmp_path: Path, text: str) -> None:
        figures = tmp_path / "figures.csv"
        figures.write_text(text)
        result = run("progress", self.PLAN, figures)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"vstbpn: {figures}: ")

    def test_no_such_files_or_units(self, tmp_path: Path) -> None:
        for arguments in (
            (self.PLAN, tmp_path / "none.csv"),
            (self.PLAN, self.FIGURES, "--units", tmp_path / "none.csv"),
            (self.PLAN, self.FIGURES, "--units", self.UNITS, "--under", "nobody"),
            (self.PLAN, self.FIGURES, "--under", "nobody"),
        ):
            assert run("progress", *arguments).exit_code == 2

    def test_no_plan(self, tmp_path: Path) -> None:
        news = tmp_path / "news.txt"
        news.write_text(NEWS, encoding="utf-8")
        result = run("progress", news, self.FIGURES)
        assert result.exit_code == 2
        assert "no plan" in result.stderr
