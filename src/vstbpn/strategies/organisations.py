"""Strategies of organisations: units, their dated facts, whole directories."""

import datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.organisations.directory import Directory
from vstbpn.organisations.names.unit_name import UnitName, read_unit_name
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit, RoleKind
from vstbpn.plans.units import PlanRole, PlanUnit
from vstbpn.strategies.histories import CHANGES, History
from vstbpn.strategies.values import passages, sentences
from vstbpn.strategies.words import SCHEMES, UNITS

_FIRST, _LAST = datetime.date(2000, 1, 1), datetime.date(2035, 12, 31)
_ABBREVIATED = ("UBND tỉnh An Giang", "Phòng GD&ĐT huyện Thoại Sơn", "SỞ NỘI VỤ", "Hội LHPN xã Phú Lương")
_LETTERS = "abcdeghiklmnopqrstuvxy"

_Interval = tuple[datetime.date | None, datetime.date | None]


def _ids() -> SearchStrategy[str]:
    return st.lists(st.text(_LETTERS, min_size=1, max_size=4), min_size=1, max_size=3).map("-".join)


def organisation_units() -> SearchStrategy[OrganisationUnit]:
    """Units (đơn vị) of every kind.

    Use: ``@given(strategies.organisation_units())``.
    """
    return st.builds(OrganisationUnit, id=_ids(), kind=st.sampled_from(list(UnitKind)))


@st.composite
def _intervals(draw: DrawFn) -> _Interval:
    """Half-open intervals that hold at least one day; each side may be open."""
    first, last = sorted(draw(st.lists(st.dates(_FIRST, _LAST), min_size=2, max_size=2, unique=True)))
    return draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None]))


@st.composite
def dated_names(draw: DrawFn, *, unit: SearchStrategy[str] | None = None) -> DatedName:
    """Names units bear for a time (tên gọi).

    Use: ``@given(strategies.dated_names())``.
    """
    start, end = draw(_intervals())
    return DatedName(
        unit=draw(_ids() if unit is None else unit), name=draw(st.sampled_from(UNITS)), start=start, end=end
    )


@st.composite
def dated_codes(draw: DrawFn, *, unit: SearchStrategy[str] | None = None) -> DatedCode:
    """Codes units bear for a time (mã đơn vị).

    Use: ``@given(strategies.dated_codes())``.
    """
    start, end = draw(_intervals())
    code = draw(st.integers(1, 99).map("{:02}".format))
    return DatedCode(
        unit=draw(_ids() if unit is None else unit),
        scheme=draw(st.sampled_from(SCHEMES)),
        code=code,
        start=start,
        end=end,
    )


@st.composite
def links(draw: DrawFn) -> Link:
    """Links of one unit under another (quan hệ trực thuộc).

    Use: ``@given(strategies.links())``.
    """
    start, end = draw(_intervals())
    child, parent = draw(st.lists(_ids(), min_size=2, max_size=2, unique=True))
    return Link(child=child, parent=parent, line=draw(st.sampled_from(list(Line))), start=start, end=end)


@st.composite
def dated_roles(draw: DrawFn) -> DatedRole:
    """Who heads a body, or is its standing body, for a time (người đứng đầu, cơ quan thường trực).

    Use: ``@given(strategies.dated_roles())``.
    """
    start, end = draw(_intervals())
    return DatedRole(
        unit=draw(_ids()),
        kind=draw(st.sampled_from(list(RoleKind))),
        holder=draw(st.sampled_from(UNITS)),
        holder_unit=draw(st.none() | _ids()),
        start=start,
        end=end,
    )


@st.composite
def change_events(draw: DrawFn) -> ChangeEvent:
    """Changes of units (sự kiện thay đổi tổ chức): as many sources and targets as the kind asks for.

    Use: ``@given(strategies.change_events())``.
    """
    kind = draw(st.sampled_from(list(EventKind)))
    one, other, third = draw(st.lists(_ids(), min_size=3, max_size=3, unique=True))
    sources, targets = {
        EventKind.CREATE: ((), (one,)),
        EventKind.MERGE: ((one, other), (third,)),
        EventKind.SPLIT: ((one,), (other, third)),
        EventKind.ABOLISH: ((one,), ()),
    }.get(kind, ((one,), (one,)))
    return ChangeEvent(
        date=draw(st.dates(_FIRST, _LAST)),
        kind=kind,
        sources=sources,
        targets=targets,
        legal_basis=draw(st.sampled_from([None, "176/2025/QH15"])),
    )


@st.composite
def directories(draw: DrawFn, *, most: int = 6, changes: int = 4) -> Directory:
    """Small directories (danh bạ đơn vị) with a history, whose facts hold together.

    Units hang under others on the professional and the territorial line; on some days one is founded, renamed or moved,
    two merge, one splits, gives a part away or is dissolved. ``most`` is the greatest number of units to begin with,
    ``changes`` that of the days on which something happens.

    Use: ``@given(strategies.directories(most=4))``.
    """
    history = History(draw)
    for _ in range(draw(st.integers(1, most))):
        history.found(None)
    for date in sorted(draw(st.sets(st.dates(_FIRST, _LAST), max_size=changes))):
        change = draw(st.sampled_from(CHANGES)) if history.names else History.found
        change(history, date)
    return history.directory()


def unit_names() -> SearchStrategy[UnitName]:
    """Names of units as documents write them (tên đơn vị), and such words as name none.

    Use: ``@given(strategies.unit_names())``.
    """
    return (st.sampled_from([*UNITS, *_ABBREVIATED]) | sentences()).map(read_unit_name)


_POINTERS = {
    PlanRole.ISSUER: "/header/issuer",
    PlanRole.SUPERIOR: "/header/superior",
    PlanRole.TASK_OWNER: "/tasks/{}/unit",
    PlanRole.PARTNER: "/tasks/{}/partners/0",
    PlanRole.RECIPIENT: "/recipients/{}",
}


@st.composite
def plan_units(draw: DrawFn) -> PlanUnit:
    """Units a plan names (đơn vị trong kế hoạch): known, unknown, ended, and such as may be several.

    Use: ``@given(strategies.plan_units())``.
    """
    role = draw(st.sampled_from(list(PlanRole)))
    candidates = tuple(draw(st.lists(organisation_units(), max_size=2, unique=True)))
    return PlanUnit(
        role=role,
        words=draw(passages(text=st.sampled_from(UNITS))),
        pointer=_POINTERS[role].format(draw(st.integers(0, 20))),
        candidates=candidates,
        ended=() if candidates else tuple(draw(st.lists(organisation_units(), max_size=1))),
    )
