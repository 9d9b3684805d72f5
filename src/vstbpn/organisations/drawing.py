"""Pictures of a hierarchy (sơ đồ tổ chức): Mermaid for Markdown pages, DOT for Graphviz."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vstbpn.errors import InvalidValueError, shown
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import OrganisationUnit

if TYPE_CHECKING:
    from vstbpn.organisations.snapshot import Snapshot

MOST_UNITS = 500
"""How many units a picture may hold: one of more is no picture any longer."""

_MERMAID_ARROWS = {
    Line.PROFESSIONAL: "-.->",
    Line.TERRITORIAL: "-->",
    Line.PARTY: "==>",
    Line.UNION: "--o",
}
_DOT_STYLES = {
    Line.PROFESSIONAL: "dashed",
    Line.TERRITORIAL: "solid",
    Line.PARTY: "bold",
    Line.UNION: "dotted",
}


class Arrow(NamedTuple):
    """That one unit hangs under another along a line; units by their number in the picture."""

    parent: int
    child: int
    line: Line


class Picture(NamedTuple):
    """What is to be drawn: the names of the units, and the arrows between them."""

    names: tuple[str, ...]
    arrows: tuple[Arrow, ...]


def picture(
    snapshot: "Snapshot",
    lines: Iterable[Line | str] | Line | str | None,
    unit: OrganisationUnit | str | None,
    depth: int | None,
    *,
    above: bool,
) -> Picture:
    """The units to be drawn, each once however many lines it hangs on.

    Raises:
        NotFoundError: The unit does not stand on the day.
        InvalidValueError: There is no such line, or none was given; the depth is no count, no unit is given to look up
            from, or there are more than ``MOST_UNITS`` units.
    """
    if depth is not None and (type(depth) is not int or depth < 0):
        raise InvalidValueError("depth", shown(depth), "expected how many levels to draw from the first units on")
    if above and unit is None:
        raise InvalidValueError("unit", "None", "say above which unit to draw")
    chosen = _lines(lines)
    if above and unit is not None:
        drawn = _numbered(reversed(_few(_above(snapshot, chosen, unit, depth))))
    else:
        drawn = _numbered(_few(_below(snapshot, chosen, unit, depth)))
    arrows = (
        Arrow(drawn[parent.id], number, line)
        for line in chosen
        for child, number in drawn.items()
        if (parent := snapshot.parent(child, line)) is not None and parent.id in drawn
    )
    return Picture(tuple(map(snapshot.name, drawn)), tuple(arrows))


def _few(units: Iterable[OrganisationUnit]) -> Sequence[str]:
    """The ids of units, each once; no more of them are looked for than a picture holds."""
    found: dict[str, None] = {}
    for unit in units:
        found[unit.id] = None
        if len(found) > MOST_UNITS:
            advice = "give a unit and a depth, or one line alone"
            raise InvalidValueError("picture", f"more than {MOST_UNITS} units", advice)
    return tuple(found)


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {unit: number for number, unit in enumerate(ids)}


def _below(
    snapshot: "Snapshot", lines: Sequence[Line], unit: OrganisationUnit | str | None, depth: int | None
) -> Iterator[OrganisationUnit]:
    """A unit and those below it, line by line."""
    first = None if unit is None else (snapshot.unit(unit),)
    for line in lines:
        forest = snapshot.forest(line)
        for found, _ in forest.with_depths(forest.roots if first is None else first, depth):
            yield found


def _above(
    snapshot: "Snapshot", lines: Sequence[Line], unit: OrganisationUnit | str, depth: int | None
) -> Iterator[OrganisationUnit]:
    """A unit and those above it, the lowest first; each of them with its superiors on all the lines."""
    first = snapshot.unit(unit)
    level, seen = [first], {first.id}
    while level:
        yield from level
        if depth == 0:
            return
        depth = None if depth is None else depth - 1
        parents = [snapshot.parent(one, line) for one in level for line in lines]
        above = {one.id: one for one in parents if one is not None and one.id not in seen}
        seen |= above.keys()
        level = list(above.values())


def _lines(lines: Iterable[Line | str] | Line | str | None) -> Sequence[Line]:
    if lines is None:
        return tuple(Line)
    if isinstance(lines, Line | str):
        return (Line.of(lines),)
    if not isinstance(lines, Iterable):
        raise InvalidValueError("lines", shown(lines), "expected a line, or several")
    chosen = tuple(dict.fromkeys(map(Line.of, lines)))
    if not chosen:
        raise InvalidValueError("lines", "none", "give at least one line; without any all are drawn")
    return chosen


def mermaid(drawn: Picture) -> str:
    """A picture as a Mermaid flow chart."""
    rows = ["flowchart TD", *(f'  u{number}["{_mermaid_text(name)}"]' for number, name in enumerate(drawn.names))]
    rows += (f"  u{arrow.parent} {_MERMAID_ARROWS[arrow.line]} u{arrow.child}" for arrow in drawn.arrows)
    return "\n".join(rows) + "\n"


def dot(drawn: Picture) -> str:
    """A picture in the language of Graphviz."""
    rows = [
        "digraph organisation {",
        "  rankdir=TB;",
        '  node [shape=box, fontname="sans-serif"];',
        *(f'  u{number} [label="{_dot_text(name)}"];' for number, name in enumerate(drawn.names)),
        *(f"  u{arrow.parent} -> u{arrow.child} [style={_DOT_STYLES[arrow.line]}];" for arrow in drawn.arrows),
        "}",
    ]
    return "\n".join(rows) + "\n"


def _mermaid_text(name: str) -> str:
    """A name inside quotes, where Mermaid reads numbered entities, and would take other marks for its own."""
    return "".join(
        character if character.isalnum() or character in " ,.-–()/" else f"#{ord(character)};"
        for character in " ".join(name.split())
    )


def _dot_text(name: str) -> str:
    return " ".join(name.split()).replace("\\", "\\\\").replace('"', '\\"')
