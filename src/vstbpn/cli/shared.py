"""What the commands share: the file they read, the language they speak, how they print and how they fail."""

import datetime
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn, TypeVar

import typer

from vstbpn.errors import UnusableInputError, VstbpnError
from vstbpn.plans.plan import Plan
from vstbpn.reading.decoding import decode
from vstbpn.reading.reading import Reading, read

T = TypeVar("T")

FINDINGS, UNUSABLE = 1, 2
"""The exit codes of commands that found faults, and that could not use what they were given."""


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


def usable(file: str, read: Callable[[], T]) -> T:
    """What is read from a file; where it cannot be, say so and stop."""
    try:
        return read()
    except (VstbpnError, OSError) as error:
        fail(file, getattr(error, "strerror", None) or str(error))


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
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        fail(file, getattr(error, "strerror", None) or str(error))
    try:
        return read(decode(data))
    except UnusableInputError as error:
        fail(file, str(error))


def day(given: datetime.datetime | None) -> datetime.date | None:
    """The day of what was given as one."""
    return given.date() if given else None


def put(text: str) -> None:
    """Print a text and end its line."""
    sys.stdout.write(f"{text}\n")


def note(text: str) -> None:
    """Tell something beside the output, on standard error."""
    sys.stderr.write(f"{text}\n")


def fail(file: str, reason: str) -> NoReturn:
    """Say on standard error why a file cannot be used, and stop."""
    note(f"vstbpn: {file}: {reason}")
    raise typer.Exit(UNUSABLE)
