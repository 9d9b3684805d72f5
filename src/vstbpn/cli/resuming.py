"""An output file that a command goes on with where it was stopped (tệp kết quả ghi tiếp được), at whatever moment.

Beside it stands a record, ``<name>.done``, with a line for each file done: its name, a digest of what it held, and how much of the
output is of it, with a digest, too. From the first file that is new or changed, gone or torn, all is made anew, so that the
output is always what one run from the beginning would have written. An output that somebody changed is never written over.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple, Self

from vstbpn.errors import InvalidValueError

_LONGEST_LINE = 1 << 20


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
        InvalidValueError: The output is somebody else's, of other settings, or was changed.
    """

    def __init__(self, name: str, settings: Mapping[str, Any]) -> None:
        out, record = Path(name), Path(f"{name}.done")
        self._name = name
        if not record.exists() and out.exists() and out.stat().st_size:
            raise self._refused("it is there already and was not written by this command")
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
        found = self._record.readline(_LONGEST_LINE)
        if found == head:
            self._agreed = len(head)
        elif found.endswith(b"\n"):
            raise self._refused("it was written with other options, or by another version")
        else:
            self._cut()
            self._record.write(head)
            self._record.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None and self._goes_on:
                self._finish()
        finally:
            self._close()

    def _finish(self) -> None:
        """Leave off what is of files that are gone."""
        if not self._record.readline(_LONGEST_LINE) and self._out.read(1):
            raise self._refused("it holds more than was written")
        self._record.seek(self._agreed)
        self._look_through()
        self._cut()

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
            self._look_through()
        self._cut()
        return None

    def add(self, file: str, held: str | None, data: bytes, problem: str | None = None) -> None:
        """Write what is of a file, and then that it is done.

        Raises:
            OSError: It cannot be written.
        """
        self._out.write(data)
        self._out.flush()
        entry = Done(file, held, len(data), digest_of(data), problem)
        self._record.write(_line(entry._asdict()))
        self._record.flush()

    def _holds(self, entry: Done) -> bool:
        """Whether the output holds, from where it was read to, all that was written of a file."""
        data = self._out.read(entry.size)
        if len(data) < entry.size:
            return False
        if digest_of(data) != entry.wrote:
            raise self._refused("it was changed since it was written")
        return True

    def _look_through(self) -> None:
        """Look through the rest of what was written, which is to be made anew, for what somebody changed."""
        entry = _entry(self._record.readline(_LONGEST_LINE))
        while entry is not None and self._holds(entry):
            entry = _entry(self._record.readline(_LONGEST_LINE))

    def _refused(self, why: str) -> InvalidValueError:
        advice = f"name another file, or delete it and {Path(self._name).name}.done to begin anew"
        return InvalidValueError("--out", self._name, f"{why}; {advice}")

    def _cut(self) -> None:
        """Leave off what does not agree, and write from there on."""
        self._goes_on = False
        # The record first again: it must never tell of more than there is.
        for file, end in ((self._record, self._agreed), (self._out, self._end)):
            file.seek(end)
            file.truncate()


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
