"""Whatever is handed to the directory, a snapshot, a kind or a fact: nothing but the library's own errors comes back."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from inspect import Parameter, isfunction, ismethod, signature
from typing import Any

import pytest

from vstbpn.errors import VstbpnError
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.kinds import Level, Line, UnitKind
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit, RoleKind, unit_id
from vstbpn.values import fields_of

DAY = datetime.date(2026, 1, 1)
NOON = datetime.datetime(2026, 1, 1, 12, 0)  # noqa: DTZ001  # A time without a zone.
WRONG: tuple[object, ...] = (None, 5, -1, 10**5000, 1.5, True, "", "x", "a", "\ud800", b"", b"x", (), [], {}, [None], {"a": 1}, [[]], object(), DAY, NOON, DatedName(unit="a", name="A"))  # fmt: skip
DIRECTORY = Directory(
    units=(OrganisationUnit(id="a"), OrganisationUnit(id="b")),
    names=(DatedName(unit="a", name="Sở Nội vụ"), DatedName(unit="b", name="Sở Y tế")),
    links=(Link(child="a", parent="b", line=Line.PARTY),),
    codes=(DatedCode(unit="a", scheme="gso", code="24"),),
    roles=(DatedRole(unit="a", kind=RoleKind.HEAD, holder="Giám đốc"),),
)
RIGHT = {
    "unit": "a", "line": "party", "lines": "party", "date": DAY, "scheme": "gso", "code": "24", "parent": UnitKind.OFFICE,
    "kind": "head", "text": "Sở", "name": "Sở", "figures": {}, "reported": DAY, "by": "then", "child": "a", "holder": "A",
    "id": "a", "directory": DIRECTORY, "units": (), "term": "head",
}  # fmt: skip


def methods(owner: object) -> Iterator[Callable[..., object]]:
    """The public methods of an object or a class."""
    for name in dir(owner):
        found = getattr(owner, name)
        if not name.startswith("_") and (isfunction(found) or ismethod(found)):
            yield found


FACTS = (OrganisationUnit, DatedName, DatedCode, DatedRole, Link, ChangeEvent)
TERMS = (UnitKind, Line, Level, RoleKind, EventKind)
CALLS: list[Callable[..., Any]] = [
    unit_id,
    Directory,
    *FACTS,
    *methods(DIRECTORY),
    *methods(DIRECTORY.at(DAY)),
    *methods(UnitKind.KINDERGARTEN),
    *methods(DIRECTORY.names[0]),
    *methods(DIRECTORY.codes[0]),
    *methods(DIRECTORY.links[0]),
    *methods(DIRECTORY.roles[0]),
    *(term.of for term in TERMS),
    DIRECTORY.at(DAY).__contains__,
    DIRECTORY.at(DAY).__len__,
]


def label(call: Callable[..., object]) -> str:
    return f"{getattr(getattr(call, '__self__', None), '__class__', type).__name__}.{call.__qualname__}"


def call_with(call: Callable[..., Any], values: dict[str, object]) -> None:
    """Call it, and go through what comes back; only the library's own errors are let pass."""
    with suppress(VstbpnError):
        found = call(**values)
        if isinstance(found, Iterator):
            list(found)


def parameters(call: Callable[..., Any]) -> Sequence[Parameter]:
    return [one for one in signature(call).parameters.values() if one.name != "self"]


class TestNothingElseLeaves:
    """Each parameter in turn is given everything wrong, and all of them at once."""

    @pytest.mark.parametrize("call", CALLS, ids=label)
    def test_of(self, call: Callable[..., Any]) -> None:
        asked = parameters(call)
        needed = {one.name: RIGHT.get(one.name, "a") for one in asked if one.default is Parameter.empty}
        call_with(call, needed)
        for wrong in WRONG if asked else ():
            for one in asked:
                call_with(call, {**needed, one.name: wrong})
            call_with(call, {one.name: wrong for one in asked})

    def test_every_public_method_is_called(self) -> None:
        called = {call.__name__ for call in CALLS}
        for cls in (Directory, Snapshot, UnitKind, *FACTS):
            public = {
                name for name, member in vars(cls).items()
                if not name.startswith("_") and not isinstance(member, property | cached_property | UnitKind)
                and (callable(member) or isinstance(member, classmethod))
            }  # fmt: skip
            assert public <= called

    def test_every_fact_checks_its_fields(self) -> None:
        """No fact can be made of a field that is none of its type, so that nobody comes upon it later."""
        made: dict[type[Any], dict[str, object]] = {
            OrganisationUnit: {"id": "a"},
            DatedName: {"unit": "a", "name": "A"},
            DatedCode: {"unit": "a", "scheme": "gso", "code": "24"},
            DatedRole: {"unit": "a", "kind": "head", "holder": "A"},
            Link: {"child": "a", "parent": "b", "line": "party"},
            ChangeEvent: {"date": DAY, "kind": "rename", "sources": ("a",), "targets": ("a",)},
        }
        for cls, right in made.items():
            cls(**right)
            for field in fields_of(cls):
                for wrong in (5, {}, object(), b"", NOON):
                    with pytest.raises(VstbpnError):
                        cls(**{**right, field.name: wrong})


class TestWhatIsSaid:
    """The error tells what was expected."""

    @pytest.mark.parametrize(
        ("call", "said"),
        [
            (lambda: DIRECTORY.at(DAY).find_by_code("gso", 24), '"24"'),  # type: ignore[arg-type]  # What a careless script passes.
            (lambda: DIRECTORY.at(DAY).find_by_code(5, "24"), "scheme"),  # type: ignore[arg-type]  # As above.
            (lambda: DIRECTORY.at(DAY).parent([], "party"), "expected a unit or its id"),  # type: ignore[arg-type]  # As above.
            (lambda: DIRECTORY.at(DAY).parent("a", []), "professional, territorial"),  # type: ignore[arg-type]  # As above.
            (lambda: DIRECTORY.unit([]), "invalid unit 'list'"),  # type: ignore[arg-type]  # As above.
            (lambda: UnitKind.OFFICE.stands_on("x"), "date"),  # type: ignore[arg-type]  # As above.
            (lambda: UnitKind.OFFICE.may_stand_under("x", "party", DAY), "invalid unit kind 'x'"),
            (lambda: Directory(units=[None]), "expected values of OrganisationUnit"),  # type: ignore[arg-type]  # As above.
            (lambda: Directory(units=5), "invalid units '5'"),  # type: ignore[arg-type]  # As above.
            (lambda: Directory(names={}), "several values of DatedName"),  # type: ignore[arg-type]  # As above.
            (lambda: DIRECTORY.with_facts(links=5), "several values of Link"),  # type: ignore[arg-type]  # As above.
        ],
    )  # fmt: skip
    def test_of(self, call: Callable[[], object], said: str) -> None:
        with pytest.raises(VstbpnError) as caught:
            call()
        assert said in str(caught.value)

    def test_of_other_things_it_is_said_that_they_are_no_units_there(self) -> None:
        snapshot = DIRECTORY.at(DAY)
        things: tuple[object, ...] = ([], {}, None, 5, "x", "a")
        assert [thing in snapshot for thing in things] == [False] * 5 + [True]


class TestKindsByTheirValue:
    """A kind, a line and the like are given as members or by their value."""

    def test_may_stand_under(self) -> None:
        day = datetime.date(2026, 9, 1)
        assert UnitKind.KINDERGARTEN.may_stand_under("department", "professional", day)
        assert not UnitKind.KINDERGARTEN.may_stand_under("division", "professional", day)

    def test_of_facts(self) -> None:
        role = DatedRole(unit="a", kind="standing", holder="A", confidence="partly")  # type: ignore[arg-type]  # By value.
        assert (role.kind, role.confidence.value) == (RoleKind.STANDING, "partly")
