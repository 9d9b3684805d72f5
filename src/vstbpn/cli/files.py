"""The files a command is given: found in folders, read as they are, and written back the way they were."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from vstbpn.errors import UnusableInputError
from vstbpn.reading.decoding import decode
from vstbpn.replacing import replacing

STANDARD_INPUT = "-"
_HANDED_OVER = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""Where shells put what they hand over already open, as in ``<(pandoc -t plain ke-hoach.docx)``."""
_SUFFIXES = (".txt", ".md")
_PASSED_OVER = (".", "readme", "changelog", "license")
"""How names begin of what is hidden in a folder, or tells of the folder and is no plan."""
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


class Loaded(NamedTuple):
    """A file's text and the bytes it was read from."""

    name: str
    text: str
    data: bytes


def found_files(paths: Iterable[str], tell: Callable[[str, str], None]) -> list[str]:
    """The files that paths mean, each once, by whatever names it is reached: files as they are given, of folders the texts in them, in order.

    Args:
        paths: Files and folders, ``-`` for standard input.
        tell: What to do with a path of which there is nothing to check, and why.
    """
    found: dict[str, str] = {}
    for path in paths:
        for file in _meant(path, tell):
            found.setdefault(_place_of(file), file)
    return list(found.values())


def _place_of(file: str) -> str:
    """Where a file really is: behind a link, ``..`` leads elsewhere than its name says."""
    with suppress(OSError, ValueError):
        return file if file in {"", STANDARD_INPUT} else os.path.realpath(file)
    return file


def would_be_found(output: str, paths: Sequence[str]) -> bool:
    """Whether a file that may not be there yet would be among the texts that paths mean."""
    with suppress(OSError, ValueError):
        if _place_of(output) in {_place_of(path) for path in paths if not is_folder(path)}:
            return True
        if not _is_text(Path(output).name):
            return False
        here = Path(os.path.realpath(Path(output).parent))
        for folder in filter(is_folder, paths):
            root = Path(os.path.realpath(folder))
            if here.is_relative_to(root) and not any(part.startswith(".") for part in here.relative_to(root).parts):
                return True
    return False


def _meant(path: str, tell: Callable[[str, str], None]) -> Iterator[str]:
    if not is_folder(path):
        yield path
        return
    files = sorted(_texts_in(path, tell), key=lambda file: Path(file).parts)
    if not files:
        tell(path, "there is no text to check in this folder: *.txt or *.md, no README, CHANGELOG, LICENSE")
    yield from files


def is_folder(path: str) -> bool:
    """Whether a path is a folder; where that cannot be told, reading it will tell why."""
    with suppress(OSError, ValueError):
        return path not in {"", STANDARD_INPUT} and Path(path).is_dir()
    return False


def _is_text(name: str) -> bool:
    """Whether a file of that name is taken for a text where it is found in a folder."""
    return name.lower().endswith(_SUFFIXES) and not name.lower().startswith(_PASSED_OVER)


def _texts_in(folder: str, tell: Callable[[str, str], None]) -> Iterator[str]:
    """The texts in a folder and those below it; what is hidden, or tells of the folder itself, is passed over."""

    def told(error: OSError) -> None:
        tell(str(error.filename), error.strerror or str(error))

    for here, folders, names in os.walk(folder, onerror=told):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if _is_text(name):
                path = (Path(here) / name).as_posix()
                if not never_ends(path):
                    yield path


def load(name: str) -> Loaded:
    """A file's text.

    Raises:
        OSError: It cannot be read, or no file can have such a name.
        UnusableInputError: It holds no text.
    """
    data = bytes_of(name)
    return Loaded(name, decode(data), data)


def bytes_of(name: str) -> bytes:
    """What a file holds, or standard input.

    Raises:
        OSError: It cannot be read, no file can have such a name, or it is something that might never end.
    """
    if name == STANDARD_INPUT:
        # It is None, whatever its type says, where whoever started this closed it.
        if sys.stdin is None:
            raise OSError(errno.EBADF, "it is closed")
        return sys.stdin.buffer.read()
    if not name:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
    try:
        if never_ends(name) and not name.startswith(_HANDED_OVER):
            raise OSError(errno.EINVAL, "this is a pipe, a socket or a device, not a file", name)
        return Path(name).read_bytes()
    except ValueError as error:
        raise OSError(errno.EINVAL, str(error), name) from None


def never_ends(name: str) -> bool:
    """Whether something is neither a file nor a folder: reading it might wait for ever. Reading tells if it is not there."""
    try:
        mode = os.stat(name).st_mode  # noqa: PTH116  # Names are texts here.
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def encoded(text: str, loaded: Loaded) -> bytes:
    """A text as bytes, in the encoding of the file it came from, with its byte order mark.

    Raises:
        UnusableInputError: What the file holds would not be written back the same.
    """
    mark = loaded.data[:2] if loaded.data[:2] in _MARKS else b""
    for encoding in (_MARKS[mark],) if mark else _ENCODINGS:
        if mark + loaded.text.encode(encoding, "surrogatepass") == loaded.data:
            return mark + text.encode(encoding, "surrogatepass")
    raise UnusableInputError("a text that would not be written back the same", "save it as UTF-8 and give that file")


def with_line_ends(text: str, source: str) -> str:
    """A mended text with the line ends of its source, where those are all of one kind."""
    feeds = source.count("\n")
    if not feeds or source.count("\r\n") < feeds:
        return text
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def replace_file(name: str, data: bytes, before: bytes) -> None:
    """Put bytes in the place of a file's; it holds the old or the new ones, whatever happens meanwhile.

    Args:
        name: The file.
        data: What it is to hold.
        before: What it must hold until then.

    Raises:
        OSError: It cannot be written, or somebody wrote into it meanwhile.
    """
    target = Path(os.path.realpath(name))
    if bytes_of(name) != before:
        raise OSError(errno.EBUSY, "the file was changed meanwhile, and is left as it is; check it again", name)
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), name)
    with replacing(target) as out:
        out.write(data)
