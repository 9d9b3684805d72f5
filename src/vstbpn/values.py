"""What every value of the library is made of: immutable classes and the span a value stood at."""

from collections import deque
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any, TypeVar, cast, dataclass_transform

import attrs

T = TypeVar("T")

UNKNOWN = "unknown"
"""The field every value has beside those its class names: what a newer version of the library wrote of it that this one does
not know, as the text of a JSON object, or None. It is no part of what a value is; ``evolve`` keeps it."""


def short_repr(self: attrs.AttrsInstance) -> str:
    """A repr that evaluates back to an equal value and leaves out what is at its default."""
    shown = []
    for field in attrs.fields(type(self)):
        value = getattr(self, field.name)
        default = field.default
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # Factory is a class at run time, a function to type checkers.
            default = cast("Any", default).factory()
        if value != default or default is attrs.NOTHING:
            shown.append(f"{field.alias}={value!r}")
    return f"{type(self).__name__}({', '.join(shown)})"


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a class an immutable value: slots, keyword-only, compared by its fields, with a repr that evaluates back."""
    if "__repr__" not in vars(cls):
        cls.__repr__ = short_repr  # type: ignore[assignment]  # The function is written for any attrs instance.
    if UNKNOWN not in vars(cls):
        cls.__annotations__[UNKNOWN] = str | None
        setattr(cls, UNKNOWN, attrs.field(default=None, eq=False))
    return cast("Callable[[type[T]], type[T]]", attrs.frozen(kw_only=True, repr=False))(cls)


def fields_of(cls: type) -> tuple["attrs.Attribute[Any]", ...]:
    """The fields that a class names itself, in order.

    >>> [field.name for field in fields_of(Passage)]
    ['text', 'span']
    """
    return tuple(field for field in attrs.fields(cast("type[attrs.AttrsInstance]", cls)) if field.name != UNKNOWN)


def evolve(value: T, /, **changes: Any) -> T:  # noqa: ANN401  # Any field of any value may change.
    """A copy of a value with some fields changed.

    >>> evolve(Span(1, 5), end=7)
    Span(1, 7)
    """
    return attrs.evolve(value, **changes)  # type: ignore[misc]  # T is a class made by frozen.


def many(cls: type[T], **columns: Sequence[Any]) -> tuple[T, ...]:
    """Values of one class, made at once from columns: a sequence for each field, all of one length.

    Fields without a column take their defaults. It does by far less work than making the values one by one, because
    **nothing is checked**: no validator, converter or ``__attrs_post_init__`` runs. So it may be used only for columns
    whose every value has been checked to be what the class takes; it is for tables of tens of thousands of rows.

    >>> many(Passage, text=["Sở Tài chính", "Sở Tư pháp"])
    (Passage(text='Sở Tài chính'), Passage(text='Sở Tư pháp'))
    """
    count = len(next(iter(columns.values()), ()))
    values = tuple(map(object.__new__, repeat(cls, count)))
    for field in attrs.fields(cast("type[attrs.AttrsInstance]", cls)):
        put = getattr(cls, field.name).__set__  # Values have slots, and slots set without asking whether they may.
        column: Any = columns.get(field.name)
        if column is None:
            default = cast("Any", field.default)
            is_made = isinstance(default, attrs.Factory)  # type: ignore[arg-type]  # As above.
            column = [default.factory() for _ in values] if is_made else repeat(default)
        deque(map(put, values, column), maxlen=0)
    return values


KEYWORDS = "vstbpn.keywords"
"""Where the metadata of a field hold keywords of JSON Schema, if it cannot hold the constraint: constraints stand above values."""

_LAST = 2**53 - 1
"""The last place a span can tell: no text is as long, and every language can count so far exactly."""
_PLACE = {KEYWORDS: {"minimum": 0, "maximum": _LAST}}


@attrs.frozen(repr=False, order=True, init=False)
class Span:
    """A half-open range of code points (khoảng ký tự) of a text: ``text[start:end]``.

    Where a value stood is no part of what it is: values hold their span, but do not compare it.

    Args:
        start: The first code point, from 0.
        end: The one after the last.

    Raises:
        InvalidValueError: It starts before 0, or ends before it starts.

    >>> Span(3, 6).of("số 12/KH")
    '12/'
    """

    start: int = attrs.field(metadata=_PLACE)
    end: int = attrs.field(metadata=_PLACE)

    def __init__(self, start: int, end: int) -> None:
        # Written by hand, since no other value is made so often.
        if not 0 <= start <= end <= _LAST:
            from vstbpn.errors import InvalidValueError, shown  # Errors hold spans, so they import this module.

            place = f"{shown(start)}:{shown(end)}"
            raise InvalidValueError("span", place, "a span starts at 0 or later and ends no earlier")
        _set_start(self, start)
        _set_end(self, end)

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: "Span | int") -> bool:
        if isinstance(other, int):
            return self.start <= other < self.end
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The piece of ``text`` the span names."""
        return text[self.start : self.end]


_set_start, _set_end = Span.start.__set__, Span.end.__set__  # type: ignore[attr-defined]  # They are slots at run time.


@frozen
class Passage:
    """Words of a document (đoạn chữ) and where they stand.

    Args:
        text: The words.
        span: Where they stand; None where that is not known.

    >>> str(Passage(text="Sở Tài chính", span=Span(0, 12)))
    'Sở Tài chính'
    """

    text: str
    span: Span | None = attrs.field(default=None, eq=False)

    def __str__(self) -> str:
        return self.text
