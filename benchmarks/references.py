"""How fast references are found, beside regular expressions written in a hurry and two extractors of other languages.

Run with ``python benchmarks/references.py``; the dependency group ``benchmark`` installs the extractors (refex is the
package legal-reference-extraction). One that is not installed is left out, and the output says so. Each reads text of its
own language, made up and as dense in references. All take turns in one run.

``found`` are the references put into the text that a contender sees at least in part; ``exact`` those whose type and
symbol, or name and year, it bounds exactly.
"""

import logging
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple

import foreign_texts
import naive
import texts
from timing import least_seconds, seconds

from vstbpn.references.finding.scanning import find_references

MEGABYTE = 1_000_000
REFEX = ("refex", "refex, older")
HOSTILE_ROUNDS = 3
PATIENCE = 3
"""Seconds for a tenth of a text after which the whole is not tried."""

OTHER_SIZE = 400_000
"""Bytes of text in other languages: their extractors are slow, and get documents of the same length, only fewer."""

Spans = Iterable[tuple[int, int]]
Results = Sequence[Any]
"""What a contender gives: mentions, matches, citations or markers."""


class Contender(NamedTuple):
    """Something that finds references: what is timed, and how its results are read afterwards."""

    name: str
    read: Callable[[str], Results]
    spans: Callable[[Results], Spans]


class Entry(NamedTuple):
    """A contender on a text; ``text`` is the kind of text, alike in all languages."""

    text: str
    language: str
    contender: Contender
    pages: list[texts.Page]

    def run(self) -> None:
        for page in self.pages:
            self.contender.read(page.text)


def vietnamese_contenders() -> list[Contender]:
    """The library, and the regular expressions, which make their matches and nothing more."""
    library = Contender("vstbpn", find_references, lambda found: ((one.span.start, one.span.end) for one in found))
    return [
        library,
        *(_expression(name, pattern) for name, pattern in (("naive", naive.FULL), ("naive, small", naive.SMALL))),
    ]


def _expression(name: str, pattern: re.Pattern[str]) -> Contender:
    return Contender(name, lambda text: list(pattern.finditer(text)), lambda found: (one.span("act") for one in found))


def german_contenders() -> list[Contender]:
    """Both interfaces of refex."""
    try:
        old, new = (
            import_module("refex.extractor").RefExtractor(),
            import_module("refex.orchestrator").CitationExtractor(),
        )
    except ImportError as error:
        print(f"refex is left out, and the German text with it: {error} (install the group benchmark)")
        return []
    logging.getLogger("refex").setLevel(logging.ERROR)  # Its warnings would cost it time.
    return [
        Contender("refex", lambda text: new.extract(text).citations, lambda found: ((one.span.start, one.span.end) for one in found)),
        Contender("refex, older", lambda text: old.extract(text)[1], lambda found: ((one.start, one.end) for one in found)),
    ]  # fmt: skip


def american_contenders() -> list[Contender]:
    """Eyecite with the tokenizer it has by default."""
    try:
        get_citations = import_module("eyecite").get_citations
    except ImportError as error:
        print(f"eyecite is left out, and the American text with it: {error} (install the group benchmark)")
        return []
    return [Contender("eyecite", get_citations, lambda found: (one.span() for one in found))]


def entries() -> list[Entry]:
    """Everybody on both kinds of text in his language."""
    plan, law = texts.plan_pages(MEGABYTE), texts.law_pages(MEGABYTE)
    made = [Entry("sparse", "Vietnamese", contender, plan) for contender in vietnamese_contenders()]
    made += [Entry("dense", "Vietnamese", contender, law) for contender in vietnamese_contenders()]
    for language, contenders, write in (
        ("German", german_contenders(), foreign_texts.german_pages),
        ("American", american_contenders(), foreign_texts.american_pages),
    ):
        for kind in ("sparse", "dense") if contenders else ():
            pages = write(OTHER_SIZE, dense=kind == "dense")
            made += [Entry(kind, language, contender, pages) for contender in contenders]
    return made


def compare() -> None:
    """Measure all contenders and print a table of what they did."""
    measured = entries()
    for entry in measured:
        entry.contender.read(entry.pages[0].text)  # Some load their tables when first used.
    speeds = {
        (entry.text, entry.contender.name): _megabytes(entry.pages) / taken
        for entry, taken in zip(measured, least_seconds([entry.run for entry in measured]), strict=True)
    }
    print(
        f"{'text':<19}{'MB':>5}{'refs':>7}{'chars/ref':>10}  {'contender':<14}{'found':>7}{'exact':>7}"
        f"{'MB/s':>8}{'refs/s':>9}{': naive':>9}{': refex':>9}{': eyecite':>10}"
    )
    for entry in measured:
        print(_row(entry, speeds))
    print("Ratios are of MB/s on text of the same density; that to refex is to the faster of its interfaces.")
    if refex := max(speeds.get(("dense", name), 0) for name in REFEX):
        print(f"vstbpn on plans by refex on its dense text, MB/s: {speeds['sparse', 'vstbpn'] / refex:.2f}")


def _row(entry: Entry, speeds: dict[tuple[str, str], float]) -> str:
    speed = speeds[entry.text, entry.contender.name]
    there = sum(len(page.references) for page in entry.pages)
    letters = sum(len(page.text) for page in entry.pages)
    listed = found = exact = 0
    for page in entry.pages:
        spans = sorted(entry.contender.spans(entry.contender.read(page.text)))
        listed += len(spans)
        found += len(touched(page.references, spans))
        exact += len(set(page.references) & set(spans))
    per_second = listed / _megabytes(entry.pages) * speed
    row = (
        f"{entry.language + ', ' + entry.text:<19}{_megabytes(entry.pages):>5.2f}{there:>7}{letters / there:>10.0f}  "
        f"{entry.contender.name:<14}{found / there:>7.1%}{exact / there:>7.1%}{speed:>8.2f}{per_second:>9.0f}"
    )
    if entry.language != "Vietnamese":
        return row
    refex = max(speeds.get((entry.text, name), 0) for name in REFEX)
    rivals = (speeds[entry.text, "naive"], refex, speeds.get((entry.text, "eyecite"), 0))
    return row + "".join(
        f"{speed / rival:>{width}.2f}" if rival else f"{'-':>{width}}"
        for rival, width in zip(rivals, (9, 9, 10), strict=True)
    )


def touched(references: Iterable[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The references that a span overlaps; both are in order."""
    seen, at = [], 0
    for start, end in references:
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at < len(spans) and spans[at][0] < end:
            seen.append((start, end))
    return seen


def _megabytes(pages: Iterable[texts.Page]) -> float:
    return sum(len(page.text.encode()) for page in pages) / MEGABYTE


def grow() -> None:
    """Print how the time grows from half a text to the whole: 2 is linear, and 2.2 the most that is allowed."""
    print(f"\n{'text in one piece':<50}{'MB/s':>8}{'1 MB : 500 kB':>16}")
    for name, pages in (("plans", texts.plan_pages), ("law text", texts.law_pages)):
        half, whole = (texts.joined(pages(size))[: size * 3 // 4] for size in (MEGABYTE // 2, MEGABYTE))
        _growth(name, half, whole, rounds=5)
    for unit in texts.HOSTILE:
        half, whole = (unit * (size // len(unit)) for size in (MEGABYTE // 2, MEGABYTE))
        _growth(f"{unit!r} again and again", half, whole, rounds=HOSTILE_ROUNDS)
    for name, opening, closing in (("quotes, opened alone", "“", ""), ("quotes in quotes", "“", "”")):
        half, whole = (opening * (size // 2) + (closing or opening) * (size // 2) for size in (MEGABYTE // 2, MEGABYTE))
        _growth(name, half, whole, rounds=HOSTILE_ROUNDS)


def _growth(name: str, half: str, whole: str, rounds: int) -> None:
    tenth = seconds(partial(find_references, whole[: len(whole) // 10]))
    if tenth > PATIENCE:
        print(f"{name:<50}100 kB take {tenth:.1f} s; no more was tried")
        return
    shorter, longer = least_seconds([partial(find_references, half), partial(find_references, whole)], rounds)
    print(f"{name:<50}{len(whole.encode()) / MEGABYTE / longer:>8.2f}{longer / shorter:>16.2f}")


def main() -> None:
    compare()
    grow()


if __name__ == "__main__":
    main()
