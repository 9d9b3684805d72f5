"""Keep the message catalogues: ``python tools/messages.py update`` and ``python tools/messages.py compile``.

``update`` extracts every text the library says (with Babel) and brings the catalogue of each language up to it: new texts
come without translation, those no longer said are taken out. ``compile`` makes the files the library reads; building the
library does the same.
"""

import csv
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "vstbpn"
LOCALES = PACKAGE / "messages" / "locales"
RULES = PACKAGE / "catalogue" / "data" / "rules.csv"
KEYWORDS = {"say": None, "said": None}
"""The functions whose first argument is a text to be translated."""

HEADER = """# What vstbpn says ({0}).
msgid ""
msgstr ""
"Language: {0}\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
"""What a catalogue begins with; nothing of who wrote it when."""

Message = tuple[str, str, str]
"""A context (the code of a rule, or empty), an English text, and where it is said."""


def messages() -> Iterator[Message]:
    """Every text the library says, each with its context once."""
    seen = set()
    for context, text, place in (*_of_rules(), *_of_modules()):
        if text and (context, text) not in seen:
            seen.add((context, text))
            yield context, text, place


def _of_rules() -> Iterator[Message]:
    """Title, message, remedy and reason of each rule."""
    with RULES.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            for column in ("title", "message", "remedy", "why"):
                yield row["code"], row[column], row["code"]


def _of_modules() -> Iterator[Message]:
    for path in sorted(PACKAGE.rglob("*.py")):
        with path.open("rb") as source:
            for _, text, _, _ in extract("python", source, keywords=KEYWORDS):
                if isinstance(text, str) and re.search("[^\\W_]", text):
                    yield "", text, path.relative_to(PACKAGE).as_posix()


def catalogues() -> dict[str, Path]:
    """The source of each language's catalogue."""
    return {path.parent.parent.name: path for path in sorted(LOCALES.glob("*/LC_MESSAGES/vstbpn.po"))}


def read(path: Path) -> Catalog:
    """The catalogue in a file."""
    return read_po(io.BytesIO(path.read_bytes()))


def update() -> None:
    """Bring every catalogue up to what the library says."""
    said = sorted(messages())
    for language, path in catalogues().items():
        old = read(path)
        new = Catalog(locale=language, fuzzy=False)
        for context, text, place in said:
            known = old.get(text, context or None)
            new.add(text, known.string if known else "", context=context or None, auto_comments=[place])
        made = io.BytesIO()
        write_po(made, new, width=120, omit_header=True)
        path.write_bytes(HEADER.format(language).encode() + made.getvalue())


def compile_all() -> None:
    """Make the file the library reads of every catalogue."""
    for path in catalogues().values():
        with path.with_suffix(".mo").open("wb") as made:
            write_mo(made, read(path))


if __name__ == "__main__":
    {"update": update, "compile": compile_all}[sys.argv[1]]()
