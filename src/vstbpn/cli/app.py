"""The command line: one command a module, put together here.

Exit codes of ``check``: 0 nothing found, 1 findings, 2 unusable input or settings; of the others 0, or 2 for unusable input.
"""

import sys
from typing import Annotated

import typer

from vstbpn.cli.annotating import annotate
from vstbpn.cli.checking import check
from vstbpn.cli.documents import read_command
from vstbpn.cli.progress import progress
from vstbpn.cli.rules import rule
from vstbpn.cli.schemas import schema
from vstbpn.cli.shared import INTERRUPTED, put, stopped
from vstbpn.cli.tables import table
from vstbpn.cli.year import calendar
from vstbpn.version import VERSION

app = typer.Typer(
    name="vstbpn",
    help="Read and check Vietnamese administrative plans (kế hoạch).",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command(name="read")(read_command)
app.command()(check)
app.command()(rule)
app.command()(annotate)
app.command()(table)
app.command()(schema)
app.command()(calendar)
app.command()(progress)


def _show_version(asked: bool) -> None:
    if asked:
        put(f"vstbpn {VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read and check Vietnamese administrative plans (kế hoạch)."""


def run() -> None:
    """Run the command line on this process's arguments."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A terminal set to another encoding would stop at the first Vietnamese letter.
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
        # Pages of help are printed by others, and may still be held back.
    except OSError as error:
        raise SystemExit(stopped(error)) from None
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
