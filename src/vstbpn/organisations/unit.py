"""A unit (đơn vị) and the dated facts about it: its names, codes and links, and the events that changed it.

All intervals are half-open: a fact holds from ``start`` on and no longer on ``end``. An open side is None: not known, or
not yet over.
"""

import datetime
import re
from enum import Enum

import attrs

from vstbpn.catalogue.tables import Confidence
from vstbpn.errors import InvalidValueError
from vstbpn.organisations.kinds import Line, UnitKind
from vstbpn.values import frozen
from vstbpn.vocabulary import Term

_ID = re.compile(r"\S+")


def check_interval(start: datetime.date | None, end: datetime.date | None) -> None:
    """Refuse an interval that holds no day.

    Raises:
        InvalidValueError: ``end`` is not after ``start``.
    """
    if start is not None and end is not None and start >= end:
        raise InvalidValueError("interval", f"{start}..{end}", "it ends after its start; the end is the first day out")


def holds(start: datetime.date | None, end: datetime.date | None, date: datetime.date) -> bool:
    """Whether a day lies in a half-open interval."""
    return (start is None or start <= date) and (end is None or date < end)


def _check_id(instance: object, attribute: "attrs.Attribute[str]", value: str) -> None:
    del instance  # Validators of attrs are handed it.
    if not _ID.fullmatch(value):
        raise InvalidValueError(attribute.name, value, "an id is one word without blanks")


@frozen
class OrganisationUnit:
    """A unit (đơn vị): an opaque id that never changes, and a kind. All else about it is dated and stands beside it.

    >>> OrganisationUnit(id="so-gddt-an-giang", kind=UnitKind.DEPARTMENT).kind.level
    Level.PROVINCE
    """

    id: str = attrs.field(validator=_check_id)
    kind: UnitKind = UnitKind.OTHER


@frozen
class DatedName:
    """A name a unit bears for a time (tên gọi). A unit stands on the days it bears a name.

    Raises:
        InvalidValueError: The name is blank, or the interval holds no day.

    >>> name = DatedName(unit="thanh-pho-hue", name="Thành phố Huế", start=datetime.date(2025, 1, 1))
    >>> name.holds(datetime.date(2024, 12, 31)), name.holds(datetime.date(2025, 1, 1))
    (False, True)
    """

    unit: str
    name: str
    start: datetime.date | None = None
    end: datetime.date | None = None

    def __attrs_post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidValueError("name", self.name, "a name is not blank")
        check_interval(self.start, self.end)

    def holds(self, date: datetime.date) -> bool:
        """Whether the unit bears the name on that day."""
        return holds(self.start, self.end, date)


@frozen
class DatedCode:
    """A code a unit bears in a scheme for a time (mã đơn vị).

    A code is no identity: in the scheme "gso" 24 was Bắc Giang until 30 June 2025 and is Bắc Ninh since.
    """

    unit: str
    scheme: str
    code: str
    start: datetime.date | None = None
    end: datetime.date | None = None

    def __attrs_post_init__(self) -> None:
        check_interval(self.start, self.end)

    def holds(self, date: datetime.date) -> bool:
        """Whether the unit bears the code on that day."""
        return holds(self.start, self.end, date)


@frozen
class Link:
    """That one unit hangs under another along a line for a time (quan hệ trực thuộc)."""

    child: str
    parent: str
    line: Line
    start: datetime.date | None = None
    end: datetime.date | None = None

    def __attrs_post_init__(self) -> None:
        check_interval(self.start, self.end)

    def holds(self, date: datetime.date) -> bool:
        """Whether the link holds on that day."""
        return holds(self.start, self.end, date)


class EventKind(Term):
    """How units changed (hình thức thay đổi)."""

    CREATE = ("create", "thành lập", "founding")
    RENAME = ("rename", "đổi tên", "renaming")
    RECODE = ("recode", "đổi mã", "new code")
    MERGE = ("merge", "sáp nhập, hợp nhất", "merger")
    SPLIT = ("split", "chia, tách", "split")
    REPARENT = ("reparent", "chuyển cơ quan quản lý", "new superior")
    ABOLISH = ("abolish", "giải thể", "dissolution")

    @property
    def moves(self) -> bool:
        """Whether what a source was goes over to the targets; otherwise the units stay what they are."""
        return self in {EventKind.MERGE, EventKind.SPLIT, EventKind.ABOLISH}


class _Count(Enum):
    NONE = "none"
    ONE = "one"
    SOME = "at least one"


_SHAPES = {
    EventKind.CREATE: (_Count.NONE, _Count.SOME),
    EventKind.MERGE: (_Count.SOME, _Count.ONE),
    EventKind.SPLIT: (_Count.ONE, _Count.SOME),
    EventKind.ABOLISH: (_Count.SOME, _Count.NONE),
}


@frozen
class ChangeEvent:
    """A change of units on one day (sự kiện thay đổi tổ chức), by an act.

    ``sources`` are the units as they stood the day before, ``targets`` those that took over what the sources were. A
    source that lives on is a target too: a ministry that takes another in is both. A renamed, recoded or moved unit is
    source and target alike.

    Raises:
        InvalidValueError: The units do not fit the kind, such as a merger into two.

    >>> ChangeEvent(date=datetime.date(2025, 3, 1), kind=EventKind.MERGE, sources=("bo-gtvt", "bo-xd"),
    ...             targets=("bo-xd",), legal_basis="176/2025/QH15").kind.vi
    'sáp nhập, hợp nhất'
    """

    date: datetime.date
    kind: EventKind
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    legal_basis: str | None = None
    confidence: Confidence = Confidence.CONFIRMED
    note: str = ""

    def __attrs_post_init__(self) -> None:
        shape = _SHAPES.get(self.kind)
        if shape is None:
            if not self.sources or self.sources != self.targets:
                raise self._misfit("the same units as sources and targets")
        elif not (_fits(self.sources, shape[0]) and _fits(self.targets, shape[1])):
            raise self._misfit(f"{shape[0].value} as source and {shape[1].value} as target")

    def _misfit(self, expected: str) -> InvalidValueError:
        given = f"{self.kind.value}: {', '.join(self.sources)} -> {', '.join(self.targets)}"
        return InvalidValueError("event", given, f"expected {expected}")


def _fits(units: tuple[str, ...], count: _Count) -> bool:
    if count is _Count.SOME:
        return bool(units)
    return len(units) == (0 if count is _Count.NONE else 1)
