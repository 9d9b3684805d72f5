"""The floors of the library, held against its real imports: imports go downward, and only where they may."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
PACKAGE = SOURCE / "vstbpn"

FLOORS = (
    ("values", "version", "lazy"),
    ("errors",),
    ("constraints", "replacing"),
    ("text", "dates", "vocabulary", "lines"),
    ("catalogue", "messages"),
    ("references",),
    ("findings",),
    ("organisations",),
    ("calendars",),
    ("goals",),
    ("plans",),
    ("reading", "validation", "serialisation", "exporting"),
    ("summary",),
    ("strategies", "cli"),
    ("__main__",),
    ("",),  # The façade.
)
"""The rooms of the library from the ground up. A room is a module or a package right under ``vstbpn``."""

FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

SIBLINGS = {("serialisation", "reading"), ("validation", "reading")}
"""Pairs (importer, imported) on one floor that are allowed: annotations are what a reading found, written as JSON; what was
read is checked, and read again after it was mended."""

UPWARD = {("vstbpn.values", "vstbpn.errors")}
"""Pairs (importer, imported) that go up, inside a function: an error carries a span, and a span that cannot be raises one."""

HEAVY = ("babel", "cattrs", "dateutil.rrule", "holidays", "hypothesis", "icalendar", "rich", "typer")
"""Modules that are slow to import. Functions import them when they need them."""

MAY_BE_HEAVY = {"cli", "serialisation", "strategies"}
"""Rooms that nobody enters without needing what they load."""


class Import(NamedTuple):
    """One import: what is imported by which module, on which line, and when."""

    importer: str
    imported: str
    line: int
    when: str
    """``load`` (when the module is loaded), ``call`` (inside a function) or ``typing`` (for type checkers only)."""


@cache
def modules() -> dict[str, Path]:
    """Every module of the library by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def is_package(name: str) -> bool:
    return name in modules() and modules()[name].name == "__init__.py"


def room(module: str) -> str:
    """The part of a dotted name right under ``vstbpn``."""
    return module.partition(".")[2].partition(".")[0]


@cache
def imports() -> tuple[Import, ...]:
    """Every import of every module of the library."""
    return tuple(
        entry
        for name, path in modules().items()
        for entry in _imports_under(ast.parse(path.read_text(encoding="utf-8"), path), name, "load")
    )


def _imports_under(node: ast.AST, importer: str, when: str) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            for imported in _named(child):
                yield Import(importer, imported, child.lineno, when)
        elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _imports_under(child, importer, "call" if when == "load" else when)
        elif isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING"):
            yield from _imports_under(ast.Module(child.body, []), importer, "typing")
            yield from _imports_under(ast.Module(child.orelse, []), importer, when)
        else:
            yield from _imports_under(child, importer, when)


def _named(statement: ast.Import | ast.ImportFrom) -> Iterator[str]:
    """The modules a statement imports, or imports from."""
    if isinstance(statement, ast.Import):
        yield from (alias.name for alias in statement.names)
        return
    source = "." * statement.level + (statement.module or "")
    yield source
    # "from vstbpn.goals import target" imports a module too, "from vstbpn.goals.targets.target import Target" a name only.
    wholes = (f"{source}.{alias.name}" for alias in statement.names)
    yield from (whole for whole in wholes if whole in modules() or whole in HEAVY)


def inside() -> Iterator[Import]:
    """The imports of one module of the library by another."""
    return (entry for entry in imports() if entry.imported.partition(".")[0] == "vstbpn")


def shown(entries: list[Import]) -> str:
    return "\n".join(f"{entry.importer}:{entry.line} imports {entry.imported} ({entry.when})" for entry in entries)


def is_heavy(module: str) -> bool:
    return any(module == heavy or module.startswith(f"{heavy}.") for heavy in HEAVY)


class TestFloors:
    """Imports go downward."""

    def test_every_module_has_a_floor(self) -> None:
        unlisted = [name for name in modules() if room(name) not in FLOOR_OF]
        assert not unlisted, f"name the floor of {', '.join(unlisted)} in FLOORS"

    def test_no_import_goes_up(self) -> None:
        up = [
            entry
            for entry in inside()
            if FLOOR_OF[room(entry.imported)] > FLOOR_OF[room(entry.importer)]
            and not (entry.when == "call" and (entry.importer, entry.imported) in UPWARD)
        ]
        assert not up, shown(up)

    def test_neighbours_do_not_import_each_other(self) -> None:
        sideways = [
            entry
            for entry in inside()
            if room(entry.imported) != room(entry.importer)
            and FLOOR_OF[room(entry.imported)] == FLOOR_OF[room(entry.importer)]
            and (room(entry.importer), room(entry.imported)) not in SIBLINGS
        ]
        assert not sideways, shown(sideways)

    def test_modules_form_no_cycle(self) -> None:
        graph: dict[str, set[str]] = {name: set() for name in modules()}
        for entry in inside():
            if entry.when == "load" and entry.imported != entry.importer:
                graph[entry.importer].add(entry.imported)
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            pytest.fail(f"modules import each other: {' -> '.join(error.args[1])}")


class TestManner:
    """Names are imported from the module that defines them."""

    def test_no_relative_import(self) -> None:
        relative = [entry for entry in imports() if entry.imported.startswith(".")]
        assert not relative, shown(relative)

    def test_no_module_imports_from_a_package(self) -> None:
        through = [
            entry
            for entry in inside()
            if is_package(entry.imported) and not is_package(entry.importer) and entry.imported != entry.importer
        ]
        assert not through, shown(through)

    def test_a_package_imports_from_no_other_package(self) -> None:
        through = [
            entry
            for entry in inside()
            if is_package(entry.imported)
            and is_package(entry.importer)
            and entry.importer not in {"vstbpn", entry.imported}
        ]
        assert not through, shown(through)


class TestWeight:
    """Importing the library costs little."""

    def test_heavy_modules_load_when_first_used(self) -> None:
        early = [
            entry
            for entry in imports()
            if is_heavy(entry.imported) and entry.when == "load" and room(entry.importer) not in MAY_BE_HEAVY
        ]
        assert not early, shown(early)

    def test_hypothesis_is_for_the_strategies_alone(self) -> None:
        elsewhere = [
            entry
            for entry in imports()
            if entry.imported.partition(".")[0] == "hypothesis" and room(entry.importer) != "strategies"
        ]
        assert not elsewhere, shown(elsewhere)

    def test_the_facade_loads_nothing_heavy(self) -> None:
        code = "import sys, vstbpn; print(*sys.modules)"
        loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
        assert not [name for name in loaded if is_heavy(name)]
