"""The command line: what it prints, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from vstbpn import __version__
from vstbpn.cli import app
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
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")

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
