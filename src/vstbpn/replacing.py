"""Files written at once or not at all (ghi tệp trọn vẹn): what stood there stays until all of the new is written."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from vstbpn.errors import InvalidValueError, shown


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """A file of bytes to write; it takes the place of the one at a path when all went well.

    So a file may be made out of the one it replaces, and whoever is interrupted keeps what there was. A pipe or a device is
    written to as it is.

    Raises:
        InvalidValueError: No file can have such a path.
        OSError: The file cannot be written.
    """
    try:
        target = Path(os.path.realpath(path))
        is_special = target.exists() and not stat.S_ISREG(target.stat().st_mode)
    except (TypeError, ValueError):  # A path of bytes, or with a letter that no path has.
        raise InvalidValueError("path", shown(path), "expected the path of a file") from None
    if is_special:
        with target.open("wb") as out:
            yield out
        return
    with _beside(target) as out:
        yield out


@contextmanager
def _beside(target: Path) -> Iterator[IO[bytes]]:
    import shutil
    import tempfile

    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".vstbpn-")
    except OSError as error:  # It tells the name of a file that nobody asked for.
        raise type(error)(error.errno, error.strerror, str(target)) from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            yield cast("IO[bytes]", out)
        if target.exists():
            shutil.copymode(target, temporary)
        else:
            temporary.chmod(0o666 & ~_mask())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mask() -> int:
    """What new files of this process may not be; it can only be asked for by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
