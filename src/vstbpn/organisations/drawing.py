"""Pictures of a hierarchy (sơ đồ tổ chức): Mermaid for Markdown pages, DOT for Graphviz."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vstbpn.errors import InvalidValueError
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
        InvalidValueError: There is no such line, the depth is no count, no unit is given to look up from, or there are
            more than ``MOST_UNITS`` units.
    """
    if depth is not None and (type(depth) is not int or depth < 0):
        raise InvalidValueError("depth", str(depth)[:60], "expected how many levels to draw from the first units on")
    if above and unit is None:
        raise InvalidValueError("unit", "None", "say above which unit to draw")
    chosen = _lines(lines)
    found = (
        _above(snapshot, chosen, unit, depth) if above and unit is not None else _below(snapshot, chosen, unit, depth)
    )
    drawn: dict[str, int] = {}
    for one in found:
        drawn.setdefault(one.id, len(drawn))
        if len(drawn) > MOST_UNITS:
            advice = "give a unit and a depth, or one line alone"
            raise InvalidValueError("picture", f"more than {MOST_UNITS} units", advice)
    arrows = (
        Arrow(drawn[parent.id], number, line)
        for line in chosen
        for child, number in drawn.items()
        if (parent := snapshot.parent(child, line)) is not None and parent.id in drawn
    )
    return Picture(tuple(map(snapshot.name, drawn)), tuple(arrows))


def _below(
    snapshot: "Snapshot", lines: Sequence[Line], unit: OrganisationUnit | str | None, depth: int | None
) -> Iterator[OrganisationUnit]:
    """A unit and those below it, line by line."""
    for line in lines:
        for found, level in snapshot.walk(line, unit):
            if depth is None or level <= depth:
                yield found


def _above(
    snapshot: "Snapshot", lines: Sequence[Line], unit: OrganisationUnit | str, depth: int | None
) -> Sequence[OrganisationUnit]:
    """A unit and those above it, the uppermost first; each of them with its superiors on all the lines."""
    level = [snapshot.unit(unit.id if isinstance(unit, OrganisationUnit) else unit)]
    found: list[OrganisationUnit] = []
    while level and (depth is None or depth >= 0):
        found += level
        parents = (snapshot.parent(one, line) for one in level for line in lines)
        level = [one for one in dict.fromkeys(parents) if one is not None and one not in found]
        depth = None if depth is None else depth - 1
    return found[::-1]


def _lines(lines: Iterable[Line | str] | Line | str | None) -> Sequence[Line]:
    if lines is None:
        return tuple(Line)
    if isinstance(lines, Line | str):
        return (Line.of(lines),)
    return tuple(dict.fromkeys(map(Line.of, lines)))


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
