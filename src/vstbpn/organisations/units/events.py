"""What changed units (sự kiện thay đổi tổ chức): mergers, splits, renamings, by which act."""

import datetime
from enum import Enum

from vstbpn.catalogue.tables import Confidence
from vstbpn.errors import InvalidValueError
from vstbpn.values import frozen
from vstbpn.vocabulary import Term


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
    source: str = ""
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
