"""Outputs that are gone on with: cut at every byte, they are what one run from the beginning would have written."""

import errno
import itertools
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.cli.resuming import ResumedOutput, digest_of
from vstbpn.errors import InvalidValueError

FILES = {"a": b"x\n", "b": b"", "c": b"yy\nz\n"}
"""What is written of each file, and what it holds as well."""


def run(name: str, files: Mapping[str, bytes] = FILES, *, stop_after: int | None = None) -> list[str]:
    """The names of the files that were done in a run."""
    made = []
    with ResumedOutput(name, {"form": "x"}) as output:
        for number, (file, data) in enumerate(files.items()):
            if number == stop_after:
                raise KeyboardInterrupt
            if output.done(file, digest_of(data)) is None:
                output.add(file, digest_of(data), data)
                made.append(file)
    return made


@pytest.fixture
def name(tmp_path: Path) -> str:
    return str(tmp_path / "out")


def held(name: str) -> tuple[bytes, bytes]:
    return Path(name).read_bytes(), Path(f"{name}.done").read_bytes()


class TestGoingOn:
    """Whatever was cut off is made again, and no more than that."""

    def test_a_whole_run(self, name: str) -> None:
        assert run(name) == ["a", "b", "c"]
        assert held(name)[0] == b"x\nyy\nz\n"
        assert run(name) == []

    def test_cut_at_every_byte(self, name: str) -> None:
        run(name)
        out, record = held(name)
        lines = [place + 1 for place, byte in enumerate(record) if byte == ord("\n")]
        cuts = {
            *itertools.product(range(len(out) + 1), lines),
            *itertools.product([3, len(out)], range(lines[0], len(record))),
            *itertools.product([0], range(len(record))),
        }
        for end, end_of_record in cuts:
            Path(name).write_bytes(out[:end])
            Path(f"{name}.done").write_bytes(record[:end_of_record])
            run(name)
            assert held(name) == (out, record)

    @pytest.mark.parametrize("stop", range(4))
    def test_stopped_between_files(self, name: str, stop: int) -> None:
        if stop < len(FILES):
            with pytest.raises(KeyboardInterrupt):
                run(name, stop_after=stop)
        else:
            run(name)
        assert run(name) == list(FILES)[stop:]
        assert held(name)[0] == b"x\nyy\nz\n"

    def test_stopped_while_writing(self, name: str) -> None:
        with pytest.raises(KeyboardInterrupt):
            run(name, stop_after=2)
        with Path(name).open("ab") as out:
            out.write(b"yy")
        assert run(name) == ["c"]
        assert held(name)[0] == b"x\nyy\nz\n"

    @given(
        st.dictionaries(st.sampled_from("abcdef"), st.binary(max_size=3)),
        st.dictionaries(st.sampled_from("abcdef"), st.binary(max_size=3)),
    )
    def test_of_other_files(self, before: dict[str, bytes], now: dict[str, bytes]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            gone_on_with, anew = str(Path(folder) / "out"), str(Path(folder) / "anew")
            run(gone_on_with, before)
            run(gone_on_with, now)
            run(anew, now)
            assert held(gone_on_with) == held(anew)


class TestRefusal:
    """What was changed is not written over."""

    @pytest.mark.parametrize("files", [FILES, {"a": b"new"}, {"c": b"yy\nz\n"}, {}])
    def test_at_every_byte(self, name: str, files: dict[str, bytes]) -> None:
        run(name)
        out, record = held(name)
        for place in range(len(out)):
            Path(name).write_bytes(out[:place] + b"?" + out[place + 1 :])
            Path(f"{name}.done").write_bytes(record)
            with pytest.raises(InvalidValueError, match="changed"):
                run(name, files)
            assert Path(name).read_bytes()[place : place + 1] == b"?"

    def test_what_stands_beside_a_torn_head(self, name: str) -> None:
        run(name)
        out, record = held(name)
        head = record[: record.index(b"\n")]
        for torn in (b"", b"stamp", *(head[:end] for end in range(len(head) + 1))):
            Path(name).write_bytes(out)
            Path(f"{name}.done").write_bytes(torn)
            with pytest.raises(InvalidValueError, match="not written by this command"):
                run(name)
            assert held(name) == (out, torn)

    def test_a_record_of_somebody_else(self, name: str) -> None:
        Path(f"{name}.done").write_bytes(b"stamp")
        with pytest.raises(InvalidValueError, match="not written by this command"):
            run(name)
        assert Path(f"{name}.done").read_bytes() == b"stamp"

    @pytest.mark.parametrize(
        "files",
        [
            {**FILES, "d": b"new\n"},
            {"a": b"x\n", "b": b"", "bb": b"new\n", "c": b"yy\nz\n"},
            {"a": b"new\n"},
            {"a": b"x\n"},
            FILES,
            {},
        ],
    )
    @pytest.mark.parametrize("lines", [4, 3, 1])
    @pytest.mark.parametrize("end", [7, 5, 0])
    def test_what_was_added(self, name: str, files: dict[str, bytes], lines: int, end: int) -> None:
        run(name)
        out, record = held(name)
        out, record = out[:end] + b"MINE\n", b"".join(record.splitlines(keepends=True)[:lines])
        Path(name).write_bytes(out)
        Path(f"{name}.done").write_bytes(record)
        with pytest.raises(InvalidValueError, match=r"holds more than was written|changed"):
            run(name, files)
        assert Path(name).read_bytes() == out

    def test_the_torn_end_of_a_file_that_is_gone(self, name: str) -> None:
        run(name)
        out, record = held(name)
        for lines in (4, 3):
            Path(name).write_bytes(out[:-1])
            Path(f"{name}.done").write_bytes(b"".join(record.splitlines(keepends=True)[:lines]))
            with pytest.raises(
                InvalidValueError, match=r"changed or removed since; .* delete it and out\.done to begin anew"
            ):
                run(name, {"a": b"x\n", "b": b""})

    def test_a_file_that_is_gone_before_anything_of_it_was_written(self, name: str) -> None:
        run(name)
        Path(name).write_bytes(b"x\n")
        assert run(name, {"a": b"x\n", "b": b""}) == []
        assert Path(name).read_bytes() == b"x\n"

    def test_two_runs_at_once(self, name: str) -> None:
        with ResumedOutput(name, {"form": "x"}) as output:
            with pytest.raises(InvalidValueError, match="another run is writing it"):
                run(name)
            output.add("a", digest_of(b"x\n"), b"x\n")
        assert run(name) == ["b", "c"]

    @pytest.mark.skipif(sys.platform == "win32", reason="there are always locks there")
    def test_where_there_are_no_locks(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        def unknown(*_: object) -> None:
            raise OSError(errno.ENOTSUP, "not supported")

        monkeypatch.setattr("fcntl.flock", unknown)
        assert run(name) == ["a", "b", "c"]

    def test_no_output_but_a_folder(self, name: str) -> None:
        Path(name).mkdir()
        Path(f"{name}.done").touch()
        with pytest.raises(OSError, match=r".+"):
            run(name)
