"""An output file that a command goes on with where it was stopped (tệp kết quả ghi tiếp được), at whatever moment.

Beside it stands a record, ``<name>.done``, with a line for each file done: its name, a digest of what it held, and how much of the
output is of it, with a digest, too. The line is written before the output is, so that whatever the output holds is known from the
record. From the first file that is new or changed, gone or torn, all is made anew, so that the output is always what one run from
the beginning would have written. An output that somebody changed or added to is never written over.
"""

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple, Self

from vstbpn.errors import InvalidValueError

_LONGEST_LINE = 1 << 20
_NOT_OURS = "it is there already and was not written by this command"
_MORE = (
    "it holds more than was written: lines of somebody, or a torn end, and texts before it or its own were changed or removed since; "
    "keep what is yours"
)

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    _FAR = (1 << 31) - 2

    def _locks(file: BinaryIO) -> bool:
        """Whether no other run writes a file; from now on none can. A byte far behind its end stands for it."""
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(0)
        return True
else:
    import fcntl

    def _locks(file: BinaryIO) -> bool:
        """Whether no other run writes a file; from now on none can, unless the file system knows no locks."""
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True


class Done(NamedTuple):
    """What the record says of a file (tệp đã xử lý).

    Args:
        file: Its name.
        held: The digest of its bytes; None where it could not be read.
        size: How many bytes of the output are of it.
        wrote: Their digest.
        problem: Why it could not be used, if so.
    """

    file: str
    held: str | None
    size: int
    wrote: str
    problem: str | None


def digest_of(data: bytes) -> str:
    """A digest that tells whether bytes are still the same.

    >>> digest_of(b"")
    'cae66941d9efbd404e4d88758ea67670'
    """
    return hashlib.blake2b(data, digest_size=16).hexdigest()


class ResumedOutput:
    """An output file and its record, gone through file by file in one order (tệp kết quả ghi tiếp được).

    Args:
        name: The output file.
        settings: What decides what is written, beside the files; an output of other settings is made anew.

    Raises:
        OSError: One of the two cannot be opened.
        InvalidValueError: The output is somebody else's, of other settings, was changed, or another run writes it.
    """

    def __init__(self, name: str, settings: Mapping[str, Any]) -> None:
        out, record = Path(name), Path(f"{name}.done")
        self._name = name
        if not record.exists() and out.exists() and out.stat().st_size:
            raise self._refused(_NOT_OURS)
        # The record first: an output that holds something is never without one.
        self._record = _opened(record)
        try:
            self._out = _opened(out)
        except OSError:
            self._record.close()
            raise
        self._agreed = 0
        self._end = 0
        self._goes_on = True
        try:
            self._begin(_line(settings))
        except BaseException:
            self._close()
            raise

    def _begin(self, head: bytes) -> None:
        if not _locks(self._out):
            why = "another run is writing it; wait for its end, or name another file"
            raise InvalidValueError("--out", self._name, why)
        found = self._record.readline(_LONGEST_LINE)
        if found != head:
            if found.endswith(b"\n"):
                raise self._refused("it was written with other options, or by another version")
            # Nothing is written before the first line is whole.
            if not head.startswith(found) or self._out.read(1):
                raise self._refused(_NOT_OURS)
            self._cut_record()
            self._record.write(head)
            self._record.flush()
        self._agreed = len(head)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._close()

    def _finish(self) -> None:
        """Leave off what is of files that are gone."""
        if self._goes_on:
            self._leave_off()
        elif self._out.read(1):
            raise self._refused(_MORE)

    def _close(self) -> None:
        self._out.close()
        self._record.close()

    def done(self, file: str, held: str | None) -> Done | None:
        """What was done with the next file before; None where it is to be done now, as are all after it.

        Args:
            file: Its name.
            held: The digest of what it holds now; None where it cannot be read.

        Raises:
            OSError: The output cannot be read or written.
            InvalidValueError: Somebody changed it.
        """
        if not self._goes_on:
            return None
        line = self._record.readline(_LONGEST_LINE)
        entry = _entry(line)
        if entry is not None and self._holds(entry):
            if entry[:2] == (file, held):
                self._agreed += len(line)
                self._end += entry.size
                return entry
            self._leave_off()
        else:
            # What is left of the output stays, to be compared with what is now written.
            self._out.seek(self._end)
            self._cut_record()
        return None

    def add(self, file: str, held: str | None, data: bytes, problem: str | None = None) -> None:
        """Write that a file is done, and then what is of it.

        Raises:
            OSError: It cannot be written.
            InvalidValueError: Something else stands there, which this command did not write.
        """
        if not data.startswith(self._out.read(len(data))):
            raise self._refused(_MORE)
        self._out.seek(self._end)
        # The record first: of what is torn off, it tells what it was.
        entry = Done(file, held, len(data), digest_of(data), problem)
        self._record.write(_line(entry._asdict()))
        self._record.flush()
        self._out.write(data)
        self._out.flush()
        self._end += len(data)

    def _holds(self, entry: Done) -> bool:
        """Whether the output holds, from where it was read to, all that was written of a file."""
        data = self._out.read(entry.size)
        if len(data) < entry.size:
            self._out.seek(-len(data), os.SEEK_CUR)
            return False
        if digest_of(data) != entry.wrote:
            raise self._refused("it was changed since it was written")
        return True

    def _leave_off(self) -> None:
        """Leave off the rest of what was written, which is to be made anew, unless somebody changed it or added to it."""
        entry = _entry(self._record.readline(_LONGEST_LINE))
        while entry is not None and self._holds(entry):
            entry = _entry(self._record.readline(_LONGEST_LINE))
        if self._out.read(1):
            raise self._refused(_MORE)
        # The output first: it must never hold more than the record tells of.
        self._out.seek(self._end)
        self._out.truncate()
        self._cut_record()

    def _refused(self, why: str) -> InvalidValueError:
        advice = f"name another file, or delete it and {Path(self._name).name}.done to begin anew"
        return InvalidValueError("--out", self._name, f"{why}; {advice}")

    def _cut_record(self) -> None:
        """Leave off what does not agree, and write from there on."""
        self._goes_on = False
        self._record.seek(self._agreed)
        self._record.truncate()


def _opened(path: Path) -> BinaryIO:
    """A file to be read and written, made where there is none."""
    path.touch()
    return path.open("r+b")


def _line(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data).encode("ascii") + b"\n"


def _entry(line: bytes) -> Done | None:
    """What a line of the record says; None where it is not whole."""
    try:
        entry = Done(**json.loads(line)) if line.endswith(b"\n") else None
    except (ValueError, TypeError, RecursionError):
        return None
    return entry if entry is not None and type(entry.size) is int and entry.size >= 0 else None
