"""The command that puts what documents hold into a table: goals, tasks, deadlines, a year, duties to report, references."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from vstbpn.cli.check_summary import Tally
from vstbpn.cli.files import STANDARD_INPUT, found_files, load
from vstbpn.cli.shared import UNUSABLE, Language, fail, put_bytes, reason_of, refuse_overwriting
from vstbpn.errors import InvalidValueError, VstbpnError
from vstbpn.exporting.tables.csv_text import csv_pieces
from vstbpn.reading.reading import Reading, read
from vstbpn.replacing import replacing


class TableName(StrEnum):
    """Which table."""

    GOALS = "goals"
    TASKS = "tasks"
    DEADLINES = "deadlines"
    CALENDAR = "calendar"
    OBLIGATIONS = "obligations"
    REFERENCES = "references"


def table(  # noqa: PLR0917  # One parameter for each option.
    name: Annotated[TableName, typer.Argument(metavar="TABLE", help="Which table: a row is one of these.")],
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS",
            help="Text files in UTF-8 or UTF-16; folders, of which *.txt and *.md are read "
            "(but no README, CHANGELOG, LICENSE); - reads standard input.",
        ),
    ],
    output: Annotated[
        str | None, typer.Option("--output", "--out", metavar="FILE", help="Write there instead of to standard output.")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="The year of the table calendar.")] = None,
    decimal_comma: Annotated[
        bool,
        typer.Option(
            "--decimal-comma",
            help="Write 62,5 and put semicolons between cells, for spreadsheets set to Vietnamese.",
        ),
    ] = False,
    lang: Annotated[
        Language,
        typer.Option("--lang", help="The language of the headings; in English they are the names of the columns."),
    ] = Language.VI,
) -> None:
    """Put what documents hold into a table for spreadsheets (CSV): goals, tasks, deadlines, calendar, obligations, references.

    Exit codes: 0, or 2 where something could not be used.
    """
    tally = Tally()
    files = found_files(paths, tally.tell)
    refuse_overwriting(output, files, paths)
    try:
        pieces = csv_pieces(
            _read(files, tally), name.value, language=lang.value, decimal_comma=decimal_comma, year=year
        )
    except InvalidValueError as error:
        fail("--year", error.reason.replace("year=", "--year "))
    if output is None or output == STANDARD_INPUT:
        for piece in pieces:
            put_bytes(piece)
    else:
        _write(output, pieces)
    if tally.unusable:
        raise typer.Exit(UNUSABLE)


def _read(files: Iterable[str], tally: Tally) -> Iterator[tuple[str, Reading]]:
    """What each file holds, one after the other; what cannot be read is told, and passed over."""
    for file in files:
        try:
            reading = read(load(file).text)
        except (VstbpnError, OSError) as error:
            tally.tell(file, reason_of(error))
        else:
            yield file, reading


def _write(output: str, pieces: Iterable[bytes]) -> None:
    try:
        with replacing(output) as out:
            out.writelines(pieces)
    except (OSError, VstbpnError) as error:
        fail(output, reason_of(error))
