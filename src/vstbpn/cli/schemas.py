"""The command that prints the schema of a kind of document."""

from typing import Annotated

import typer

from vstbpn.cli.shared import UNUSABLE, note, put
from vstbpn.errors import NotFoundError
from vstbpn.serialisation.kinds import ANNOTATION, KINDS
from vstbpn.serialisation.schema import json_schema, schema_text


def schema(
    kind: Annotated[str | None, typer.Argument(metavar="[KIND]", help="The kind; without one, all are listed.")] = None,
) -> None:
    """Print the JSON Schema (2020-12) of a kind of document, or list the kinds there are."""
    if kind is None:
        put("\n".join((*KINDS, ANNOTATION)))
        return
    try:
        found = json_schema(kind)
    except NotFoundError as error:
        note(f"vstbpn: {error}")
        raise typer.Exit(UNUSABLE) from None
    put(schema_text(found))
