"""``vstbpn check``: many files, ways out, mending, settings, exit codes."""

import json
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from typer.testing import CliRunner, Result

from vstbpn import strategies
from vstbpn.cli.app import app
from vstbpn.cli.files import Loaded, bytes_of, encoded, with_line_ends
from vstbpn.errors import UnusableInputError
from vstbpn.reading.decoding import decode
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check

PLAN = """UBND TỈNH HẢI DƯƠNG
SỞ NỘI VỤ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 5/KH-SNV

Hải Dương, ngày 05 tháng 4 năm 2025

KẾ HOẠCH
Công tác nữ công năm 2025

I. MỤC TIÊU
1.1. Tăng tỷ lệ nữ lãnh đạo
1.2 Giảm giờ làm thêm

II. NHIỆM VỤ
1. Sở Nội vụ báo cáo trước ngày 31/6/2025./.
"""
MENDED = PLAN.replace("Số: 5/", "Số: 05/").replace("1.2 Giảm", "1.2. Giảm")
ONLY = ("--select", "STR002,STR010,CAL002", "--lang", "en")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands are given in a folder of their own, with nothing above it that settings could come from."""
    monkeypatch.chdir(tmp_path)


def run(*arguments: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, arguments)], input=data)


def put(name: str, text: str = PLAN, encoding: str = "utf-8") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def heads(result: Result) -> list[str]:
    """File, line, column and code of each finding shown."""
    return [
        line.split(" ", 2)[0] + line.split(" ", 2)[1] for line in result.stdout.splitlines() if not line.startswith(" ")
    ]


class TestFiles:
    """Files, folders, standard input."""

    def test_a_folder_in_order(self) -> None:
        for name in ("b.txt", "a/z.md", "a.TXT", "c.docx", ".hidden/x.txt", "a/.x.txt"):
            put(name)
        result = run(".", *ONLY)
        assert list(dict.fromkeys(head.split(":")[0] for head in heads(result))) == ["a/z.md", "a.TXT", "b.txt"]
        assert result.stderr == "3 files checked; 3 errors, 6 warnings; 6 can be mended with --fix\n"

    def test_each_file_once(self) -> None:
        put("a.txt")
        assert run("a.txt", "./a.txt", ".", *ONLY).stderr.startswith("1 file checked;")

    def test_of_a_file_named_the_suffix_does_not_count(self) -> None:
        assert run(put("a.text"), *ONLY).exit_code == 1

    def test_a_folder_without_texts(self) -> None:
        put("a/b.docx")
        result = run("a")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == (
            "vstbpn: a: there is no text to check in this folder: *.txt or *.md, no README, CHANGELOG, LICENSE\n"
        )

    def test_after_an_unusable_file_the_others_are_checked(self) -> None:
        put("a.txt")
        Path("b.txt").write_bytes(b"%PDF-1.7")
        put("c.txt", MENDED)
        result = run("a.txt", "b.txt", "none.txt", "c.txt", "", *ONLY)
        assert result.exit_code == 2
        assert [head.split(":")[0] for head in heads(result)] == ["a.txt"] * 3 + ["c.txt"]
        told = result.stderr.splitlines()
        assert told[0].startswith("vstbpn: b.txt: this is a PDF document")
        assert told[1:3] == ["vstbpn: none.txt: No such file or directory", "vstbpn: : No such file or directory"]
        assert told[3].endswith("; 3 could not be used")

    def test_standard_input_beside_files(self) -> None:
        put("a.txt")
        result = run("-", "a.txt", *ONLY, data=PLAN.encode())
        assert [head.split(":")[0] for head in heads(result)] == ["-"] * 3 + ["a.txt"] * 3

    def test_a_name_no_file_can_have(self) -> None:
        result = run("a\0b")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == "vstbpn: a\ufffdb: embedded null byte\n"

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
    def test_what_might_never_end_is_not_read(self) -> None:
        put("a/a.txt")
        Path("a/b.txt").parent.mkdir(exist_ok=True)
        os.mkfifo("a/b.txt")
        assert run("a", *ONLY).stderr.startswith("1 file checked;")
        result = run("a/b.txt", "a", *ONLY)
        assert result.exit_code == 2
        assert result.stderr.startswith(
            "vstbpn: a/b.txt: this is a pipe, a socket or a device, not a file\n1 file checked;"
        )

    @pytest.mark.skipif(not Path("/dev/fd").exists(), reason="shells hand nothing over by name")
    def test_what_a_shell_hands_over_is_read(self) -> None:
        ours, theirs = os.pipe()
        os.write(theirs, PLAN.encode())
        os.close(theirs)
        try:
            assert len(heads(run(f"/dev/fd/{ours}", *ONLY))) == 3
        finally:
            os.close(ours)

    def test_of_a_folder_what_tells_of_it_is_left_out(self) -> None:
        for name in ("a.txt", "README.md", "b/readme.txt", "CHANGELOG.md", "LICENSE.txt", "License-MIT.txt"):
            put(name)
        assert run(".", *ONLY).stderr.startswith("1 file checked;")
        assert run("README.md", "b/readme.txt", *ONLY).stderr.startswith("2 files checked;")

    def test_a_link_to_nothing_is_told(self) -> None:
        put("a/a.txt")
        Path("a/b.txt").symlink_to("none")
        result = run("a", *ONLY)
        assert (result.exit_code, result.stderr.splitlines()[0]) == (2, "vstbpn: a/b.txt: No such file or directory")

    def test_a_file_that_may_not_be_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        real = Path.read_bytes

        def read_bytes(path: Path) -> bytes:
            if path.name == "a.txt":
                raise PermissionError(13, "Permission denied", str(path))
            return real(path)

        put("a.txt")
        put("b.txt")
        monkeypatch.setattr(Path, "read_bytes", read_bytes)
        result = run(".", *ONLY)
        assert result.exit_code == 2
        assert {head.split(":")[0] for head in heads(result)} == {"b.txt"}
        assert result.stderr.splitlines()[0] == "vstbpn: a.txt: Permission denied"
        assert result.stderr.splitlines()[1].endswith("; 1 could not be used")

    def test_names_cannot_steer_the_terminal(self) -> None:
        put("a\x1b[2J\n.txt")
        Path("b\x1b").mkdir()
        result = run(".", "b\x1b", "c\x08\n.txt", *ONLY)
        assert result.stderr.splitlines()[0].startswith("vstbpn: b\ufffd: ")
        assert result.stderr.splitlines()[1].startswith("vstbpn: c\ufffd\ufffd.txt: ")
        assert {head.split(":")[0] for head in heads(result)} == {"a\ufffd[2J\ufffd.txt"}

    def test_closed_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", None)
        with pytest.raises(OSError, match="closed"):
            bytes_of("-")

    def test_a_folder_that_may_not_be_looked_into(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def closed(path: str) -> None:
            raise PermissionError(13, "Permission denied", path)

        put("a/b.txt")
        monkeypatch.setattr(os, "scandir", closed)
        assert run("a").stderr.splitlines()[0] == "vstbpn: a: Permission denied"
        monkeypatch.setattr(Path, "is_dir", closed)
        monkeypatch.setattr(Path, "read_bytes", closed)
        assert run("a").stderr == "vstbpn: a: Permission denied\n"

    def test_no_path(self) -> None:
        assert run().exit_code == 2


class TestForms:
    """Ways out."""

    def test_text(self) -> None:
        put("a.txt")
        result = run("a.txt", *ONLY)
        assert heads(result) == ["a.txt:7:5:STR010", "a.txt:16:1:STR002", "a.txt:19:22:CAL002"]
        assert "a.txt:7:5: STR010 warning: [*] " in result.stdout

    def test_vietnamese(self) -> None:
        result = run(put("a.txt"), "--select", "STR010")
        assert "STR010 cảnh báo: [*] số “5” nhỏ hơn 10" in result.stdout
        assert result.stderr == "đã kiểm tra 1 tệp; 1 cảnh báo; 1 chỗ sửa được bằng --fix\n"

    def test_json(self) -> None:
        put("a.txt")
        put("b.txt", MENDED)
        data = json.loads(run("a.txt", "b.txt", *ONLY, "--format", "json").stdout)
        assert [(file["name"], len(file["findings"])) for file in data["files"]] == [("a.txt", 3), ("b.txt", 1)]

    def test_sarif(self) -> None:
        put("a/nháp.txt")
        log = json.loads(run("a", *ONLY, "--format", "sarif").stdout)
        (result, *_) = log["runs"][0]["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a/nh%C3%A1p.txt"

    def test_github(self) -> None:
        lines = run(put("a.txt"), *ONLY, "--format", "github").stdout.splitlines()
        assert lines[0].startswith("::warning file=a.txt,line=7,col=5,")
        assert len(lines) == 3

    @pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
    def test_into_a_file(self, form: str) -> None:
        put("a.txt")
        result = run("a.txt", *ONLY, "--format", form, "--output", "out")
        assert (result.exit_code, result.stdout) == (1, "")
        assert Path("out").read_text(encoding="utf-8") == run("a.txt", *ONLY, "--format", form).stdout

    def test_a_file_that_cannot_be_written(self) -> None:
        result = run(put("a.txt"), "--output", ".")
        assert result.exit_code == 2
        assert result.stderr.startswith("vstbpn: .: ")

    def test_into_a_file_that_is_checked(self) -> None:
        path = put("a.txt")
        result = run(".", "--output", "./a.txt")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("vstbpn: --output: ./a.txt is to be read, and would be overwritten")
        assert path.read_text(encoding="utf-8") == PLAN
        assert run("-", "none.txt", "--output", "out", data=PLAN.encode()).exit_code == 2

    def test_statistics(self) -> None:
        put("a.txt")
        put("b.txt", PLAN.replace("\nII.", "1.3 Thi đua\n\nII."))
        assert run(".", *ONLY, "--statistics").stdout.splitlines() == [
            "3  STR002  [*]  Marker without its dot",
            "2  CAL002       Impossible day",
            "2  STR010  [*]  Number below 10 without a zero",
        ]
        assert run(put("c.txt", MENDED), "--select", "STR010", "--statistics").stdout == ""


class TestExitCodes:
    """0 nothing, 1 findings, 2 what cannot be used."""

    def test_codes(self) -> None:
        put("a.txt")
        assert run("a.txt", *ONLY).exit_code == 1
        assert run("a.txt", *ONLY, "--exit-zero").exit_code == 0
        assert run("a.txt", "--select", "STR003").exit_code == 0
        assert run("none.txt", "--exit-zero").exit_code == 2

    @pytest.mark.parametrize(
        ("code", "level", "exit_code"),
        [("CAL002", "error", 1), ("STR002", "error", 0), ("STR002", "warning", 1), ("STR002", "note", 1)],
    )
    def test_how_grave_a_finding_fails(self, code: str, level: str, exit_code: int) -> None:
        put("a.txt", PLAN.replace("\nII.", "1.3 Thi đua\n\nII."))
        assert run("a.txt", "--select", code, "--fail-on", level).exit_code == exit_code

    @pytest.mark.parametrize(
        "options",
        [
            ("--isolated", "--config", "x.toml"),
            ("--diff", "--format", "json"),
            ("--statistics", "--format", "sarif"),
            ("--diff", "--statistics"),
            ("--config", "none.toml"),
            ("--select", "XYZ"),
            ("--select", ""),
            ("--select", ","),
            ("--ignore", "STR01x"),
            ("--on", "31/2/2026"),
            ("--format", "xml"),
        ],
    )
    def test_options_that_cannot_be_used(self, options: tuple[str, ...]) -> None:
        result = run(put("a.txt"), *options)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr


class TestSettings:
    """Files of settings, and options before them."""

    def test_the_nearest_file(self) -> None:
        put("a.txt")
        put("b/a.txt")
        put("vstbpn.toml", 'select = ["STR010"]')
        put("b/pyproject.toml", 'tool.vstbpn.select = ["CAL002"]')
        assert heads(run(".")) == ["a.txt:7:5:STR010", "b/a.txt:19:22:CAL002"]
        assert heads(run("b", "--config", "vstbpn.toml")) == ["b/a.txt:7:5:STR010"]
        assert len(heads(run("b", "--isolated"))) > 3

    def test_options_go_before(self) -> None:
        put("a.txt")
        put("vstbpn.toml", 'select = ["STR010", "CAL002"]\nignore = ["STR002"]')
        assert heads(run("a.txt", "--ignore", "CAL")) == ["a.txt:7:5:STR010"]
        assert heads(run("a.txt", "--select", "str002", "--select", "CAL")) == [
            "a.txt:16:1:STR002",
            "a.txt:19:22:CAL002",
        ]

    def test_for_some_files(self) -> None:
        put("nhap/a.txt")
        put("a.txt")
        put("vstbpn.toml", 'select = ["STR010", "CAL002"]\n[per-file."nhap/**"]\nignore = ["STR"]')
        assert heads(run(".")) == ["a.txt:7:5:STR010", "a.txt:19:22:CAL002", "nhap/a.txt:19:22:CAL002"]

    def test_standard_input_goes_by_the_present_folder(self) -> None:
        put("vstbpn.toml", 'select = ["STR010"]')
        assert heads(run("-", data=PLAN.encode())) == ["-:7:5:STR010"]

    def test_the_day(self) -> None:
        put("a.txt", PLAN.replace("Hải Dương, ngày 05 tháng 4 năm 2025\n", ""))
        put("vstbpn.toml", 'select = ["STR010"]\non = 2018-01-01')
        # The decree the rule rests on is of 2020.
        assert run("a.txt").exit_code == 0
        assert run("a.txt", "--on", "2026-01-01").exit_code == 1
        assert run("a.txt", "--isolated", "--select", "STR010", "--on", "01/01/2018").exit_code == 0

    def test_a_slip_in_them_is_told_once_and_the_other_files_are_checked(self) -> None:
        put("a/a.txt")
        put("a/b.txt")
        put("a/vstbpn.toml", "selct = []")
        put("b.txt")
        result = run(".", *ONLY)
        assert result.exit_code == 2
        told = result.stderr.splitlines()
        assert len(told) == 2
        assert "selct: no such setting; did you mean select?" in told[0]
        assert told[1].endswith("; 2 could not be used")
        assert {head.split(":")[0] for head in heads(result)} == {"b.txt"}

    def test_near_codes_are_named(self) -> None:
        result = run(put("a.txt"), "--select", "STRR")
        assert result.stderr == "vstbpn: --select: no rule begins with 'STRR'; did you mean STR?\n"

    def test_of_codes_like_none_the_families_are_named(self) -> None:
        result = run(put("a.txt"), "--select", "XYZ")
        assert result.stderr == "vstbpn: --select: no rule begins with 'XYZ'; there are CAL, DOC, GOL, ORG, REF, STR\n"

    def test_to_select_nothing_is_refused(self) -> None:
        path = put("a.txt")
        assert run(path, "--select", "").stderr.startswith("vstbpn: --select: it names no rule; ")
        put("vstbpn.toml", "select = []")
        result = run(path)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "select: an empty list would apply no rule; leave the key out" in result.stderr

    def test_keys_cannot_steer_the_terminal(self) -> None:
        put("vstbpn.toml", '"a\\u001b[2J\\n" = 1')
        told = run(put("a.txt")).stderr
        assert told.count("\n") == 1
        assert "\x1b" not in told


class TestFix:
    """Mending in place."""

    def test_what_is_sure_is_mended_and_the_rest_told(self) -> None:
        path = put("a.txt")
        result = run("a.txt", *ONLY, "--fix")
        assert result.exit_code == 1
        assert path.read_text(encoding="utf-8") == MENDED
        assert heads(result) == ["a.txt:19:22:CAL002"]
        assert result.stderr == "1 file checked; 2 findings in 1 file mended; left: 1 error\n"

    def test_nothing_left(self) -> None:
        result = run(put("a.txt"), "--select", "STR010", "--fix")
        assert (result.exit_code, result.stdout) == (0, "")

    def test_twice_changes_nothing(self) -> None:
        path = put("a.txt")
        run("a.txt", "--fix")
        once, at = path.read_bytes(), path.stat().st_mtime_ns
        result = run("a.txt", "--fix", "--lang", "en")
        assert (path.read_bytes(), path.stat().st_mtime_ns) == (once, at)
        assert "; nothing to be mended for sure; left: " in result.stderr
        assert run("a.txt", "--diff").stdout == ""

    @pytest.mark.parametrize("encoding", ENCODINGS)
    @pytest.mark.parametrize("line_end", ["\n", "\r\n"])
    def test_encoding_mark_and_line_ends_stay(self, encoding: str, line_end: str) -> None:
        path = put("a.txt", PLAN.replace("\n", line_end), encoding)
        run("a.txt", *ONLY, "--fix")
        assert path.read_bytes() == MENDED.replace("\n", line_end).encode(encoding)

    def test_a_big_endian_mark_stays(self) -> None:
        path = Path("a.txt")
        path.write_bytes(b"\xfe\xff" + PLAN.encode("utf-16-be"))
        run("a.txt", *ONLY, "--fix")
        assert path.read_bytes() == b"\xfe\xff" + MENDED.encode("utf-16-be")

    def test_the_mode_stays_and_nothing_is_left_behind(self) -> None:
        path = put("a.txt")
        path.chmod(0o640)
        run("a.txt", *ONLY, "--fix")
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        assert [file.name for file in Path().iterdir()] == ["a.txt"]

    def test_what_a_link_points_to_is_mended(self) -> None:
        path = put("b/a.txt")
        link = Path("a.txt")
        link.symlink_to(path)
        run("a.txt", *ONLY, "--fix")
        assert link.is_symlink()
        assert path.read_text(encoding="utf-8") == MENDED

    def test_a_file_that_cannot_be_written_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        path = put("a.txt")
        monkeypatch.setattr(os, "access", lambda *_: False)
        result = run("a.txt", *ONLY, "--fix")
        assert (result.exit_code, result.stderr) == (2, "vstbpn: a.txt: Permission denied\n")
        assert path.read_text(encoding="utf-8") == PLAN

    def test_a_file_that_changed_meanwhile_is_left(self, monkeypatch: pytest.MonkeyPatch) -> None:
        path = put("a.txt")

        def changed(text: str, loaded: Loaded) -> bytes:
            path.write_text("Bản mới", encoding="utf-8")
            return encoded(text, loaded)

        monkeypatch.setattr("vstbpn.cli.checking.encoded", changed)
        result = run("a.txt", *ONLY, "--fix")
        assert result.exit_code == 2
        assert result.stderr.startswith("vstbpn: a.txt: the file was changed meanwhile, and is left as it is")
        assert path.read_text(encoding="utf-8") == "Bản mới"

    def test_in_a_folder_that_cannot_be_written(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def closed(**_: object) -> None:
            raise PermissionError(13, "Permission denied", "a/.vstbpn-x")

        path = put("a.txt")
        put("b.txt", MENDED)
        monkeypatch.setattr(tempfile, "mkstemp", closed)
        result = run("a.txt", "b.txt", *ONLY, "--fix")
        assert result.exit_code == 2
        assert result.stderr.splitlines()[0] == "vstbpn: a.txt: Permission denied"
        assert [head.split(":")[0] for head in heads(result)] == ["b.txt"]
        assert path.read_text(encoding="utf-8") == PLAN

    def test_what_breaks_off_leaves_the_file_as_it_was(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        path = put("a.txt")
        monkeypatch.setattr(Path, "replace", full)
        result = run("a.txt", *ONLY, "--fix")
        assert (result.exit_code, result.stderr) == (2, "vstbpn: a.txt: No space left on device\n")
        assert path.read_text(encoding="utf-8") == PLAN
        assert [file.name for file in Path().iterdir()] == ["a.txt"]

    @pytest.mark.parametrize("encoding", ENCODINGS)
    def test_standard_input_comes_out_mended(self, encoding: str) -> None:
        result = run("-", *ONLY, "--fix", data=PLAN.encode(encoding))
        assert result.stdout_bytes == MENDED.encode(encoding)
        assert "CAL002 error" in result.stderr

    def test_standard_input_in_another_form_needs_a_file(self) -> None:
        result = run("-", "--fix", "--format", "json", data=PLAN.encode())
        assert (result.exit_code, result.stdout) == (2, "")
        result = run("-", *ONLY, "--fix", "--format", "json", "--output", "out.json", data=PLAN.encode())
        assert result.stdout == MENDED
        assert json.loads(Path("out.json").read_text(encoding="utf-8"))["files"][0]["name"] == "-"

    @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.plan_texts())
    def test_after_mending_nothing_is_left_to_mend(self, text: str) -> None:
        result = CliRunner().invoke(app, ["check", "--isolated", "--fix", "-"], input=text.encode())
        mended = decode(result.stdout_bytes)
        assert check(read(mended)).fixable == ()


class TestDiff:
    """What --fix would do."""

    def test_it_is_shown_and_nothing_is_written(self) -> None:
        path = put("a.txt")
        result = run("a.txt", *ONLY, "--diff", "--fix")
        assert result.exit_code == 1
        assert [line for line in result.stdout.splitlines() if line[:1] in {"-", "+"}] == [
            "--- a.txt", "+++ a.txt", "-Số: 5/KH-SNV", "+Số: 05/KH-SNV",
            "-1.2 Giảm giờ làm thêm", "+1.2. Giảm giờ làm thêm",
        ]  # fmt: skip
        assert result.stderr == "1 file checked; 2 findings in 1 file would be mended; left: 1 error\n"
        assert path.read_text(encoding="utf-8") == PLAN

    def test_nothing_to_mend(self) -> None:
        result = run(put("a.txt", MENDED), *ONLY, "--diff")
        assert (result.exit_code, result.stdout) == (0, "")

    def test_standard_input(self) -> None:
        assert run("-", *ONLY, "--diff", data=PLAN.encode()).stdout.startswith("--- -\n+++ -\n")


class TestFileParts:
    """What reading and writing files is made of."""

    def test_line_ends_of_both_kinds_are_left(self) -> None:
        assert with_line_ends("a\nb", "a\r\nb\nc") == "a\nb"
        assert with_line_ends("a\r\nb\nc", "a\r\nb\r\n") == "a\r\nb\r\nc"

    def test_what_would_not_be_written_back_the_same_is_refused(self) -> None:
        with pytest.raises(UnusableInputError):
            encoded("a", Loaded("a.txt", "b", b"c"))


class TestProgress:
    """A bar on a terminal, where there is much to do."""

    pty = pytest.importorskip("pty")

    def seen(self, count: int) -> bytes:
        """What the terminal shows while so many files are checked."""
        for number in range(count):
            put(f"{number}.txt", MENDED)
        ours, theirs = self.pty.openpty()
        command = [sys.executable, "-m", "vstbpn", "check", ".", "--isolated", "--select", "STR010"]
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=theirs, check=False, env={**os.environ, "TERM": "xterm"}
        )
        os.close(theirs)
        assert (done.returncode, done.stdout) == (0, b"")
        shown = os.read(ours, 1 << 16)
        os.close(ours)
        return shown

    def test_a_few_files(self) -> None:
        assert "Đang kiểm tra".encode() not in self.seen(2)

    def test_many_files(self) -> None:
        shown = self.seen(9)
        assert "Đang kiểm tra".encode() in shown
        assert shown.rstrip().endswith("đã kiểm tra 9 tệp; không phát hiện gì".encode())
