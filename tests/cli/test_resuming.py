"""Outputs that are gone on with: cut at every byte, they are what one run from the beginning would have written."""

import itertools
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
            *itertools.product(range(len(out) + 1), [0, *lines]),
            *itertools.product([3, len(out)], range(len(record))),
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

    def test_no_output_but_a_folder(self, name: str) -> None:
        Path(name).mkdir()
        Path(f"{name}.done").touch()
        with pytest.raises(OSError, match=r".+"):
            run(name)
