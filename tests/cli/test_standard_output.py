"""Standard output that cannot be written, or that nobody reads any more."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from vstbpn.cli import shared
from vstbpn.cli.app import run
from vstbpn.cli.shared import note, put, put_bytes

COMMANDS = (
    ["check", "-"],
    ["check", "--fix", "-"],
    ["read", "-"],
    ["annotate", "-"],
    ["rule"],
    ["--version"],
    ["--help"],
)
SOURCE = "KẾ HOẠCH\nCông tác năm 2025\n\nI. MỤC TIÊU\n1.1. Một việc\n1.2 Hai việc\n".encode()


def done(arguments: list[str], stdout: int) -> tuple[int, bytes]:
    """The exit code of a command that prints there, and what it tells on standard error."""
    command = [sys.executable, "-m", "vstbpn", *arguments]
    result = subprocess.run(command, input=SOURCE, stdout=stdout, stderr=subprocess.PIPE, check=False)
    return result.returncode, result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_full_disk_is_told_in_one_line(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        code, told = done(arguments, full.fileno())
    assert code == 2
    assert [line for line in told.splitlines() if line.startswith(b"vstbpn:")] == [
        b"vstbpn: standard output: No space left on device"
    ]
    assert b"Traceback" not in told
    assert b"Exception" not in told


@pytest.mark.skipif(os.name != "posix", reason="pipes break in another way")
@pytest.mark.parametrize("arguments", [["check", "-", "--select", "STR002"], ["rule"], ["annotate", "-"]])
def test_a_closed_pipe_ends_a_command_quietly(arguments: list[str]) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    try:
        assert done(arguments, theirs) == (141, b"")
    finally:
        os.close(theirs)


class Broken:
    """A stream that takes nothing."""

    def __init__(self, error: OSError) -> None:
        self.error = error

    def write(self, _: str) -> int:
        raise self.error

    flush = write


class TestPut:
    """What printing does where it cannot be done."""

    def test_it_is_told(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.setattr(sys, "stdout", Broken(OSError(28, "No space left on device")))
        with pytest.raises(typer.Exit) as caught:
            put("a")
        assert caught.value.exit_code == 2
        assert capsys.readouterr().err == "vstbpn: standard output: No space left on device\n"

    def test_a_closed_pipe_is_not(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.setattr(sys, "stdout", Broken(BrokenPipeError(32, "Broken pipe")))
        with pytest.raises(typer.Exit) as caught:
            put("a")
        assert (caught.value.exit_code, capsys.readouterr().err) == (141, "")

    def test_closed_streams(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.setattr(sys, "stdout", None)
        with pytest.raises(typer.Exit):
            put_bytes(b"a")
        assert capsys.readouterr().err == "vstbpn: standard output: it is closed\n"
        monkeypatch.setattr(sys, "stderr", None)
        note("a")
        monkeypatch.setattr(sys, "stderr", Broken(OSError(28, "No space left on device")))
        note("a")

    def test_what_is_told_cannot_steer_the_terminal(self, capsys: pytest.CaptureFixture[str]) -> None:
        note("a\x1b[2J\nb")
        assert capsys.readouterr().err == "a\ufffd[2J\nb\n"

    def test_pages_of_help(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def full() -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("vstbpn.cli.app.app", full)
        monkeypatch.setattr(shared, "note", lambda _: None)
        with pytest.raises(SystemExit) as caught:
            run()
        assert caught.value.code == 2
