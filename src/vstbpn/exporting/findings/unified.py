"""What mending changes in a text, as a unified diff, line by line and in time that grows with the text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vstbpn.lines import harmless, harmless_name

_CONTEXT = 3
_AHEAD = 200
"""How many lines two texts may run apart before they are held to each other line by line again."""


class _Change(NamedTuple):
    """Lines that differ: ``old[start:end]`` gave way to ``new[new_start:new_end]``."""

    start: int
    end: int
    new_start: int
    new_end: int


def unified_diff(name: str, source: str, text: str) -> str:
    r"""A text against what it became (khác biệt), in the form that ``patch`` and people read; empty where nothing changed.

    Characters that would steer a terminal are shown as �; of lines that hold some it is for reading alone.

    >>> print(unified_diff("ke-hoach.txt", "Số: 5/KH-SYT\nKẾ HOẠCH\n", "Số: 05/KH-SYT\nKẾ HOẠCH\n"))
    --- ke-hoach.txt
    +++ ke-hoach.txt
    @@ -1,2 +1,2 @@
    -Số: 5/KH-SYT
    +Số: 05/KH-SYT
     KẾ HOẠCH
    """
    if source == text:
        return ""
    old, new = _lines(source), _lines(text)
    named = harmless_name(name)
    shown = [f"--- {named}\n+++ {named}\n"]
    for hunk in _hunks(_changes(old, new)):
        shown.extend(_hunk(hunk, old, new))
    return harmless("".join(shown)).removesuffix("\n")


def _lines(text: str) -> list[str]:
    """The lines of a text with their line feeds; other marks that Python breaks lines at are left inside."""
    lines = text.split("\n")
    last = lines.pop()
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    """Where two lists of lines differ, in order."""
    here, there = 0, 0
    while here < len(old) or there < len(new):
        if here < len(old) and there < len(new) and old[here] == new[there]:
            here, there = here + 1, there + 1
            continue
        start, new_start = here, there
        here, there = _together(old, new, here, there)
        yield _Change(start, here, new_start, there)


def _together(old: Sequence[str], new: Sequence[str], here: int, there: int) -> tuple[int, int]:
    """Where two lists that differ run together again, soonest; a while on where they do not do so in sight."""
    first: dict[str, int] = {}
    for place in range(min(len(new), there + _AHEAD) - 1, there - 1, -1):
        first[new[place]] = place
    meeting = [(place, first[old[place]]) for place in range(here, min(len(old), here + _AHEAD)) if old[place] in first]
    if meeting:
        # Of two that are as near, the one where as many lines went as came: a line was mended.
        return min(meeting, key=lambda at: (at[0] - here + at[1] - there, abs(at[0] - here - at[1] + there)))
    return min(len(old), here + _AHEAD), min(len(new), there + _AHEAD)


def _hunks(changes: Iterator[_Change]) -> Iterator[list[_Change]]:
    """Changes that stand so near to each other that their surroundings touch."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.start - hunk[-1].end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _hunk(changes: list[_Change], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    before = min(_CONTEXT, changes[0].start)
    after = min(_CONTEXT, len(old) - changes[-1].end)
    start, end = changes[0].start - before, changes[-1].end + after
    new_start, new_end = changes[0].new_start - before, changes[-1].new_end + after
    yield f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@\n"
    done = start
    for change in changes:
        yield from (_line(" ", line) for line in old[done : change.start])
        yield from (_line("-", line) for line in old[change.start : change.end])
        yield from (_line("+", line) for line in new[change.new_start : change.new_end])
        done = change.end
    yield from (_line(" ", line) for line in old[done:end])


def _range(start: int, end: int) -> str:
    """Lines as diffs count them; of none, the line before."""
    length = end - start
    return f"{start + 1 if length else start},{length}"


def _line(mark: str, line: str) -> str:
    return f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"
