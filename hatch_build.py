"""Build the message catalogues into the library: each ``.po`` is compiled to the ``.mo`` that is read."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALES = "src/vstbpn/messages/locales"


class CompileMessages(BuildHookInterface[Any]):
    """Runs before every wheel is made, editable ones too."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # The hook's own names.
        """Compile each catalogue beside its source, and have it packed."""
        for source in sorted(Path(self.root, LOCALES).glob("*/LC_MESSAGES/*.po")):
            made = source.with_suffix(".mo")
            with source.open("rb") as catalogue, made.open("wb") as compiled:
                write_mo(compiled, read_po(catalogue))
            build_data["artifacts"].append(f"/{made.relative_to(self.root).as_posix()}")
