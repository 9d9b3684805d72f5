"""What the commands share: the file they read, the language they speak, how they print and how they fail."""

import datetime
import errno
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn, TextIO, TypeVar

import typer

from vstbpn.cli.files import STANDARD_INPUT, bytes_of, would_be_found
from vstbpn.errors import UnusableInputError, VstbpnError
from vstbpn.lines import harmless, harmless_name
from vstbpn.plans.plan import Plan
from vstbpn.reading.decoding import decode
from vstbpn.reading.reading import Reading, read

T = TypeVar("T")

FINDINGS, UNUSABLE = 1, 2
"""The exit codes of commands that found faults, and that could not use what they were given."""

INTERRUPTED = 130
"""The exit code shells give to programs that were stopped by their user."""

_PIPE_CLOSED = 141
"""The exit code shells give to programs that nobody listened to any more."""


class Form(StrEnum):
    """How something is shown."""

    TEXT = "text"
    MARKDOWN = "markdown"
    SVG = "svg"


class Language(StrEnum):
    """The language of the output."""

    VI = "vi"
    EN = "en"


FILE_HELP = "A text file in UTF-8 or UTF-16; - reads standard input."
File = Annotated[str, typer.Argument(metavar="FILE", help=FILE_HELP)]
Lang = Annotated[Language, typer.Option("--lang", help="The language of the output.")]
Shape = Annotated[Form, typer.Option("--format", help="How to show it.")]
DAY_FORMS = ["%Y-%m-%d", "%d/%m/%Y"]
"""How days are given on the command line."""


def reason_of(error: Exception) -> str:
    """Why something cannot be used, in the words of the system where it is the system that says so."""
    return getattr(error, "strerror", None) or str(error)


def usable(file: str, read: Callable[[], T]) -> T:
    """What is read from a file; where it cannot be, say so and stop."""
    try:
        return read()
    except (VstbpnError, OSError) as error:
        fail(file, reason_of(error))


def plan_in(file: str) -> Plan:
    """The plan a file holds."""
    return plan_and_text(file)[0]


def plan_and_text(file: str) -> tuple[Plan, str]:
    """The plan a file holds, and the text it was read from."""
    reading = reading_of(file)
    if reading.plan is None:
        fail(file, reading.findings[0].message("en") if reading.findings else "no plan")
    return reading.plan, reading.source


def reading_of(file: str) -> Reading:
    """What a file holds."""
    try:
        data = bytes_of(file)
    except OSError as error:
        fail(file, reason_of(error))
    try:
        return read(decode(data))
    except UnusableInputError as error:
        fail(file, str(error))


def day(given: datetime.datetime | None) -> datetime.date | None:
    """The day of what was given as one."""
    return given.date() if given else None


def put(text: str) -> None:
    """Print a text and end its line; where it cannot be printed, say so and stop."""
    try:
        stdout = _standard_output()
        stdout.write(f"{text}\n")
        stdout.flush()
    except OSError as error:
        raise typer.Exit(stopped(error)) from None


def put_bytes(data: bytes) -> None:
    """Print bytes as they are; where they cannot be printed, say so and stop."""
    try:
        stdout = _standard_output()
        stdout.flush()
        stdout.buffer.write(data)
        stdout.buffer.flush()
    except OSError as error:
        raise typer.Exit(stopped(error)) from None


def _standard_output() -> TextIO:
    # It is None, whatever its type says, where whoever started this closed it.
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    return sys.stdout


def stopped(error: OSError) -> int:
    """The exit code where nothing can be printed any more; why is told, unless who listened has just gone."""
    with suppress(OSError, ValueError, AttributeError):
        # What is still held back would be tried again, and told again, when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return _PIPE_CLOSED
    note(f"vstbpn: standard output: {reason_of(error)}")
    return UNUSABLE


def note(text: str) -> None:
    """Tell something beside the output, on standard error, where it can be told at all."""
    with suppress(OSError, AttributeError):
        sys.stderr.write(f"{harmless(text)}\n")


def fail(file: str, reason: str) -> NoReturn:
    """Say on standard error why a file cannot be used, and stop."""
    note(f"vstbpn: {harmless_name(file)}: {reason}")
    raise typer.Exit(UNUSABLE)


def refuse_overwriting(
    output: str | None, files: Iterable[str], paths: Sequence[str] = (), option: str = "--output"
) -> None:
    """Refuse to write what is found in documents over one of them, or where the next run would take it for one.

    Args:
        output: Where it is to be written.
        files: The documents.
        paths: The files and folders they were found in.
        option: The option that names the output.
    """
    if output is None or output == STANDARD_INPUT:
        return
    for file in files:
        with suppress(OSError, ValueError):  # What is not there is not overwritten.
            if file != STANDARD_INPUT and Path(file).samefile(output):
                fail(option, f"{harmless_name(output)} is to be read, and would be overwritten; name another file")
    if would_be_found(output, paths):
        why = "would lie among the texts to be read, and be read the next time; name a file elsewhere, or with another end"
        fail(option, f"{harmless_name(output)} {why}")
