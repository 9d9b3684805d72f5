"""How fast the library reads: megabytes a second on the example plans, and how time grows with the text.

Run with ``python benchmarks/reading.py``. The last column is the time for 1 MB by the time for 500 kB: 2 is linear.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from timing import least_seconds

from vstbpn.reading.reading import read
from vstbpn.references.finding.scanning import find_references
from vstbpn.serialisation.documents import from_json, to_json
from vstbpn.text import fold

EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "examples"
MEGABYTE = 1_000_000
RUNS = 5


def plans(size: int) -> str:
    """The example plans one after the other, again and again, up to a size in bytes."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    whole = text * (1 + size // len(text.encode()))
    return whole.encode()[:size].decode(errors="ignore")


def whole_plan(text: str) -> object:
    """The first document of a text, to be written as JSON; it holds all of the text."""
    return read(text.replace("KẾ HOẠCH\n", "Kế hoạch\n").replace("Kế hoạch\n", "KẾ HOẠCH\n", 1)).documents[0]


def main() -> None:
    """Measure every step on 500 kB and on 1 MB of text, and print what came out."""
    halves, wholes = plans(MEGABYTE // 2), plans(MEGABYTE)
    plan, larger = whole_plan(halves), whole_plan(wholes)
    steps: tuple[tuple[str, Callable[[Any], object], object, object], ...] = (
        ("fold", fold, halves, wholes),
        ("find_references", find_references, halves, wholes),
        ("read", read, halves, wholes),
        ("to_json", to_json, plan, larger),
        ("from_json", from_json, to_json(plan), to_json(larger)),  # type: ignore[arg-type]  # Both are plans.
    )
    print(f"{'step':<18}{'MB/s':>8}{'1 MB : 500 kB':>16}")
    for name, function, half, whole in steps:
        taken, shorter = least_seconds([partial(function, whole), partial(function, half)], RUNS)
        print(f"{name:<18}{MEGABYTE / 1e6 / taken:>8.2f}{taken / shorter:>16.2f}")


if __name__ == "__main__":
    main()
