"""What checking costs beside reading, and which rules it goes to: ``python benchmarks/checking.py [FOLDER]``.

Without a folder the example plans are checked. Each figure is the least of several rounds in one run; ratios say
something, milliseconds are those of the machine.
"""

import sys
from functools import partial
from pathlib import Path

from timing import least_seconds

from vstbpn.reading.reading import Reading, read
from vstbpn.validation import DEFAULT_RULES, RuleSet, check

RUNS = 7
SHOWN = 10


def read_all(texts: list[str]) -> list[Reading]:
    """Every text read."""
    return [read(text) for text in texts]


def check_all(readings: list[Reading], rules: RuleSet = DEFAULT_RULES) -> None:
    """Every reading checked."""
    for reading in readings:
        check(reading, rules=rules)


def main() -> None:
    """Print the times of reading and checking, and those of the costliest rules, each asked alone."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "docs" / "examples"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    readings = read_all(texts)
    check_all(readings)
    reading_time, checking_time = least_seconds([partial(read_all, texts), partial(check_all, readings)], RUNS)
    print(f"{len(texts)} texts, {sum(map(len, texts))} characters, {len(DEFAULT_RULES)} rules")
    print(f"reading   {1000 * reading_time:8.1f} ms")
    print(f"checking  {1000 * checking_time:8.1f} ms  {checking_time / reading_time:.2f} of reading")
    alone = [partial(check_all, readings, RuleSet(rules=(rule,))) for rule in DEFAULT_RULES]
    costs = dict(zip((rule.code for rule in DEFAULT_RULES), least_seconds(alone, RUNS), strict=True))
    for code, cost in sorted(costs.items(), key=lambda pair: -pair[1])[:SHOWN]:
        print(f"{code}    {1000 * cost:8.1f} ms")


if __name__ == "__main__":
    main()
