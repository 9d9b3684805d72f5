"""Files written at once or not at all."""

import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from vstbpn.errors import InvalidValueError
from vstbpn.replacing import replacing

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions, links and pipes")


class TestWhole:
    """When all is written the new file stands there, and nothing beside it."""

    def test_a_new_file(self, tmp_path: Path) -> None:
        with replacing(tmp_path / "a.txt") as out:
            out.write("đủ".encode())
        assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
        assert (tmp_path / "a.txt").read_bytes() == "đủ".encode()

    def test_one_that_was_there(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(b"old and longer")
        with replacing(str(path)) as out:
            out.write(b"new")
            assert path.read_bytes() == b"old and longer"
        assert path.read_bytes() == b"new"


def _break_off(path: Path, error: type[BaseException]) -> None:
    with replacing(path) as out:
        out.write(b"half")
        raise error


class TestNotAtAll:
    """Where anything goes wrong what there was stays, and nothing is left behind."""

    @pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
    def test_it(self, tmp_path: Path, error: type[BaseException]) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(b"old")
        with pytest.raises(error):
            _break_off(path, error)
        assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]

    def test_the_folder_that_is_not_there_is_told_by_the_name_asked_for(self, tmp_path: Path) -> None:
        path = tmp_path / "none" / "a.txt"
        with pytest.raises(FileNotFoundError) as caught, replacing(path):
            pass
        assert caught.value.filename == str(path)

    @pytest.mark.parametrize("path", [b"a.txt", "a\0.txt", 5.5, None])
    def test_what_is_no_path(self, path: Any) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
        with pytest.raises(InvalidValueError, match="expected the path of a file"), replacing(path):
            pass


@POSIX
class TestWhatItWas:
    """A file stays what it was: its permissions, the link that leads to it, a pipe."""

    def test_permissions(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.touch(mode=0o640)
        path.chmod(0o640)
        with replacing(path):
            pass
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_permissions_of_a_new_one(self, tmp_path: Path) -> None:
        mask = os.umask(0o027)
        try:
            with replacing(tmp_path / "a.txt"):
                pass
        finally:
            os.umask(mask)
        assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640

    def test_a_link_stays_one(self, tmp_path: Path) -> None:
        (tmp_path / "there").mkdir()
        target = tmp_path / "there" / "a.txt"
        target.write_bytes(b"old")
        (tmp_path / "link.txt").symlink_to(target)
        with replacing(tmp_path / "link.txt") as out:
            out.write(b"new")
        assert (tmp_path / "link.txt").is_symlink()
        assert target.read_bytes() == b"new"

    def test_a_device_is_written_to(self) -> None:
        with replacing("/dev/null") as out:
            out.write(b"gone")
        assert stat.S_ISCHR(os.stat("/dev/null").st_mode)  # noqa: PTH116  # The device, whatever a path makes of it.
