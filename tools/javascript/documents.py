"""Write what the checks in JavaScript read: documents with the decoder's verdict on each, and the plan of the example.

Use: ``python documents.py FOLDER``. ``cases.jsonl`` is of all kinds, made by the strategies; most have something wrong in
them. ``plan.json`` is a plan as the library writes it.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from json_mutations import View, mutated  # noqa: E402  # The path has to be there before.
from schema_exceptions import LINE_END, verdict  # noqa: E402  # As above.
from test_strategies import VALUES  # noqa: E402  # As above.
from vstbpn.reading.reading import read  # noqa: E402  # As above.
from vstbpn.serialisation.documents import to_json  # noqa: E402  # As above.
from vstbpn.serialisation.kinds import KINDS, DocumentKind  # noqa: E402  # As above.
from vstbpn.serialisation.schema import json_schema  # noqa: E402  # As above.

EXAMPLE = ROOT / "docs" / "examples" / "so-gddt-2024.txt"
DOCUMENTS = 25
"""How many good documents of each kind."""
MUTANTS = 24
"""How many ways each is changed in."""


def good_documents(kind: DocumentKind) -> list[Any]:
    """Documents of a kind as JSON data, the same in every run."""
    made: list[Any] = []

    @seed(8)
    @settings(
        max_examples=DOCUMENTS,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(VALUES[kind.cls.__name__]())
    def collect(value: object) -> None:
        made.append(json.loads(to_json(value)))

    collect()
    return made


def cases(kind: DocumentKind) -> Iterator[dict[str, Any]]:
    """Documents of a kind, good and bad, with the decoder's verdict."""
    view = View(json_schema(kind.name))
    random = Random(kind.name)  # noqa: S311  # Nothing is to be kept secret.
    for good in good_documents(kind):
        for document in (good, *(mutated(good, view, random) for _ in range(MUTANTS))):
            found = verdict(document, kind, view)
            # ECMAScript ends a text where it ends.
            explained = not {None, LINE_END} & set(found.names)
            allowed = found.is_other_version if found.is_read else explained
            yield {"kind": kind.name, "document": document, "read": found.is_read, "allowed": allowed}


def main(folder: Path) -> None:
    """Write both files."""
    plan = read(EXAMPLE.read_text(encoding="utf-8")).plan
    (folder / "plan.json").write_text(to_json(plan), encoding="utf-8")
    with (folder / "cases.jsonl").open("w", encoding="utf-8") as file:
        for kind in KINDS.values():
            for case in cases(kind):
                file.write(json.dumps(case) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
