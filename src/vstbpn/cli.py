"""The command line: read a document, check it, annotate it.

Exit codes of ``check``: 0 nothing found, 1 findings, 2 unusable input; of the others 0, or 2 for unusable input.
"""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from vstbpn.errors import UnusableInputError, caret
from vstbpn.findings import Finding
from vstbpn.reading.decoding import decode
from vstbpn.reading.reading import Reading, read
from vstbpn.serialisation.annotations import annotate as annotations_of
from vstbpn.serialisation.documents import to_json
from vstbpn.summary import summarise
from vstbpn.validation.check import check as check_plan
from vstbpn.version import VERSION

app = typer.Typer(
    name="vstbpn",
    help="Read and check Vietnamese administrative plans (kế hoạch).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

FINDINGS, UNUSABLE = 1, 2


class Language(StrEnum):
    """The language of the output."""

    VI = "vi"
    EN = "en"


File = Annotated[str, typer.Argument(metavar="FILE", help="A text file in UTF-8 or UTF-16; - reads standard input.")]
Lang = Annotated[Language, typer.Option("--lang", help="The language of the output.")]


def _show_version(asked: bool) -> None:
    if asked:
        _print(f"vstbpn {VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read and check Vietnamese administrative plans (kế hoạch)."""


@app.command(name="read")
def read_command(
    file: File,
    as_json: Annotated[bool, typer.Option("--json", help="Print the plan as JSON instead of a summary.")] = False,
    lang: Lang = Language.VI,
) -> None:
    """Show what a document holds: issuer, number, bases, goals, tasks, deadlines."""
    reading = _reading(file)
    if not as_json:
        _print(summarise(reading, lang.value))
        return
    if reading.plan is None:
        _fail(file, reading.findings[0].message(lang.value) if reading.findings else "no plan")
    _print(to_json(reading.plan, indent=2))


@app.command()
def check(file: File, lang: Lang = Language.VI) -> None:
    """Check a plan: one finding each, with its place, its rule and what to write instead."""
    reading = _reading(file)
    documents = reading.documents if reading.plan is not None else ()
    findings = [*reading.findings, *(finding for document in documents for finding in check_plan(document))]
    for finding in findings:
        _print(_line(file, reading.source, finding, lang.value))
    if findings:
        raise typer.Exit(FINDINGS)


@app.command()
def annotate(file: File) -> None:
    """Print what was found as JSON Lines: one annotation a line, with code point offsets."""
    for annotation in annotations_of(_reading(file)):
        _print(json.dumps(annotation, ensure_ascii=False))


def run() -> None:
    """Run the command line on this process's arguments."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A terminal set to another encoding would stop at the first Vietnamese letter.
            reconfigure(encoding="utf-8", errors="backslashreplace")
    app()


def _reading(file: str) -> Reading:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        _fail(file, getattr(error, "strerror", None) or str(error))
    try:
        return read(decode(data))
    except UnusableInputError as error:
        _fail(file, str(error))


def _line(file: str, source: str, finding: Finding, language: str) -> str:
    """A finding as ``file:line:column: code severity: message``, its source line with a caret, remedy and basis."""
    start = finding.span.start if finding.span else 0
    line = source.count("\n", 0, start) + 1
    column = start - (source.rfind("\n", 0, start) + 1) + 1
    severity = finding.severity.vi if language == "vi" else finding.severity.en
    parts = [f"{file}:{line}:{column}: {finding.code} {severity}: {finding.message(language)}"]
    if finding.span is not None and len(finding.span) < len(source):
        parts.append(caret(source, finding.span))
    basis = f" ({finding.basis.format(language)})" if finding.basis else ""
    parts.append(f"  → {finding.remedy(language)}{basis}")
    return "\n".join(parts)


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _fail(file: str, reason: str) -> NoReturn:
    sys.stderr.write(f"vstbpn: {file}: {reason}\n")
    raise typer.Exit(UNUSABLE)
