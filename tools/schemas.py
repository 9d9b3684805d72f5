"""Write the JSON Schemas of all kinds of documents into docs/schema, from where they are committed and packed.

Use: ``python tools/schemas.py``. Tests hold the committed files against what the classes say.
"""

from pathlib import Path

from vstbpn.serialisation.kinds import ANNOTATION, KINDS
from vstbpn.serialisation.schema import json_schema, schema_text

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "schema"


def schema_files() -> dict[str, str]:
    """The name of each file and what it holds."""
    return {f"{name}.schema.json": schema_text(json_schema(name)) + "\n" for name in (*KINDS, ANNOTATION)}


def main() -> None:
    """Write the files, and take away those of kinds there are no more."""
    FOLDER.mkdir(exist_ok=True)
    files = schema_files()
    for path in FOLDER.glob("*.schema.json"):
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
