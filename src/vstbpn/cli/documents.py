"""The command that reads a document."""

from typing import Annotated

import typer

from vstbpn.cli.shared import File, Lang, Language, fail, put, reading_of
from vstbpn.lines import harmless
from vstbpn.serialisation.documents import to_json
from vstbpn.summary import summarise


def read_command(
    file: File,
    as_json: Annotated[bool, typer.Option("--json", help="Print the plan as JSON instead of a summary.")] = False,
    lang: Lang = Language.VI,
) -> None:
    """Show what a document holds: issuer, number, bases, goals, tasks, deadlines."""
    reading = reading_of(file)
    if not as_json:
        put(harmless(summarise(reading, lang.value)))
        return
    if reading.plan is None:
        fail(file, reading.findings[0].message(lang.value) if reading.findings else "no plan")
    put(to_json(reading.plan, indent=2))
