"""Strategies of organisations: units, their dated facts, whole directories."""

import datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.organisations.directory import Directory
from vstbpn.organisations.kinds import Line, UnitKind
from vstbpn.organisations.unit import ChangeEvent, DatedCode, DatedName, EventKind, Link, OrganisationUnit
from vstbpn.strategies.words import SCHEMES, UNITS

_FIRST, _LAST = datetime.date(2000, 1, 1), datetime.date(2035, 12, 31)
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
def directories(draw: DrawFn, *, most: int = 6) -> Directory:
    """Small directories (danh bạ đơn vị) whose facts hold together.

    Units hang under units given before them, so that no ring closes; some bear a code; some were renamed on a day; two
    of them may have merged into a new one on a day. ``most`` is the greatest number of units before the merger.

    Use: ``@given(strategies.directories(most=4))``.
    """
    ids = draw(st.lists(_ids(), min_size=1, max_size=most, unique=True))
    units = [OrganisationUnit(id=unit, kind=draw(st.sampled_from(list(UnitKind)))) for unit in ids]
    merged = (
        draw(st.sets(st.sampled_from(ids), min_size=2, max_size=2)) if len(ids) > 1 and draw(st.booleans()) else set()
    )
    ended = draw(st.dates(datetime.date(2020, 1, 1), _LAST)) if merged else None
    names: list[DatedName] = []
    for unit in ids:
        names += _names_of(draw, unit, ended if unit in merged else None)
    events: list[ChangeEvent] = []
    if ended is not None:
        taker = "-".join(sorted(merged)) + "-moi"
        units.append(OrganisationUnit(id=taker))
        names.append(DatedName(unit=taker, name=f"{draw(st.sampled_from(UNITS))} mới", start=ended))
        events.append(ChangeEvent(date=ended, kind=EventKind.MERGE, sources=tuple(sorted(merged)), targets=(taker,)))
    return Directory(
        units=tuple(units),
        names=tuple(names),
        codes=tuple(
            DatedCode(unit=unit, scheme="gso", code=f"{number:02}")
            for number, unit in enumerate(ids)
            if draw(st.booleans())
        ),
        links=tuple(
            Link(child=unit, parent=draw(st.sampled_from(ids[:number])), line=line)
            for number, unit in enumerate(ids)
            if number
            for line in draw(st.sets(st.sampled_from([Line.PROFESSIONAL, Line.TERRITORIAL]), max_size=2))
        ),
        events=tuple(events),
    )


def _names_of(draw: DrawFn, unit: str, end: datetime.date | None) -> list[DatedName]:
    """The names of a unit through its life, of which there may be two."""
    first, second = draw(st.lists(st.sampled_from(UNITS), min_size=2, max_size=2, unique=True))
    if not draw(st.booleans()):
        return [DatedName(unit=unit, name=first, end=end)]
    renamed = draw(st.dates(_FIRST, datetime.date(2019, 12, 31)))
    return [DatedName(unit=unit, name=first, end=renamed), DatedName(unit=unit, name=second, start=renamed, end=end)]
