"""What changed units (sự kiện thay đổi tổ chức): mergers, splits, renamings, by which act."""

import datetime
from enum import Enum
from typing import Any

import attrs

from vstbpn.catalogue.tables import Confidence
from vstbpn.constraints import Constraint, each
from vstbpn.errors import InvalidValueError, shown
from vstbpn.organisations.units.unit import check_text, id_taken
from vstbpn.text import composed
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


def _composed_ids(units: Any) -> Any:  # noqa: ANN401  # What is no list of ids is told by the check of the field.
    return tuple(map(composed, units)) if isinstance(units, tuple | list) else units


def _ids_taken(what: str) -> Constraint:
    expected = (
        f"expected several ids in a tuple or a list, each unit once among the {what}; an id is one word without blanks"
    )
    # To a schema the same letters in NFC and NFD are two ids.
    return attrs.evolve(each(id_taken(what), distinct=True, expected=expected), is_whole=False)


def _basis_or_none(basis: Any) -> Any:  # noqa: ANN401  # As in _composed_ids.
    return None if isinstance(basis, str) and not basis.strip() else basis


@frozen
class ChangeEvent:
    """A change of units on one day (sự kiện thay đổi tổ chức), by an act.

    A source that lives on is a target too: a ministry that takes another in is both. A renamed, recoded or moved unit is
    source and target alike.

    Args:
        date: The day of the change, the first of what is new.
        kind: How the units changed.
        sources: The ids of the units as they stood the day before.
        targets: The ids of those that took over what the sources were.
        legal_basis: The act that ordered it, by number and symbol; a blank one is none.
        source: Where the fact was read.
        confidence: How well it is confirmed.
        note: What else there is to say.

    Raises:
        InvalidValueError: The units do not fit the kind, such as a merger into two; one is named twice among sources or
            targets, or is no id; or ``date`` is no date.

    >>> ChangeEvent(date=datetime.date(2025, 3, 1), kind=EventKind.MERGE, sources=("bo-gtvt", "bo-xd"),
    ...             targets=("bo-xd",), legal_basis="176/2025/QH15").kind.vi
    'sáp nhập, hợp nhất'
    """

    date: datetime.date
    kind: EventKind = attrs.field(converter=EventKind.of)
    sources: tuple[str, ...] = attrs.field(default=(), converter=_composed_ids, validator=_ids_taken("sources"))
    targets: tuple[str, ...] = attrs.field(default=(), converter=_composed_ids, validator=_ids_taken("targets"))
    legal_basis: str | None = attrs.field(
        default=None, converter=_basis_or_none, validator=attrs.validators.optional(check_text)
    )
    source: str = attrs.field(default="", validator=check_text)
    confidence: Confidence = attrs.field(default=Confidence.CONFIRMED, converter=Confidence.of)
    note: str = attrs.field(default="", validator=check_text)

    def __attrs_post_init__(self) -> None:
        if type(self.date) is not datetime.date:
            raise InvalidValueError("date", shown(self.date), "the day of an event is of type datetime.date")
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
