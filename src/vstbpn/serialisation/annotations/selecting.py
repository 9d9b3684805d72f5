"""Which annotations go into flat labels (chọn nhãn): some kinds, none over another where none may be."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from vstbpn.errors import InvalidValueError, shown
from vstbpn.serialisation.annotations.kinds import KINDS


class LabelledSpan(NamedTuple):
    """A stretch of a text and what it is (đoạn được gán nhãn); the label is the kind of annotation."""

    start: int
    end: int
    label: str


def spans_of(
    annotations: Iterable[Mapping[str, Any]], length: int, kinds: Collection[str] | None = None
) -> tuple[LabelledSpan, ...]:
    """The spans of annotations, each once, in order; a deadline of several days is one span.

    Args:
        annotations: What ``annotate`` or ``read_annotations`` gives, of one text.
        length: How long the text is.
        kinds: The kinds wanted; all where it is left out.

    Raises:
        InvalidValueError: A kind is none, or an annotation stands at no place of the text.
    """
    wanted = _wanted(kinds)
    found = dict.fromkeys(_span(one, length) for one in _each(annotations) if one.get("kind") in wanted)
    return tuple(sorted(found, key=lambda span: (span.start, -span.end)))


def _wanted(kinds: Collection[str] | None) -> Collection[str]:
    if kinds is None:
        return KINDS
    if not hasattr(kinds, "__iter__"):
        raise InvalidValueError("kinds", shown(kinds), "expected the names of kinds, such as ['reference']")
    wanted = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    for kind in wanted:
        if str(kind) not in KINDS:
            raise InvalidValueError("kind", shown(kind), f"expected one of {', '.join(KINDS)}")
    return wanted


def _each(annotations: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    if isinstance(annotations, str | bytes | Mapping) or not hasattr(annotations, "__iter__"):
        raise InvalidValueError("annotations", shown(annotations), "expected annotations, as annotate gives them")
    for one in annotations:
        if not isinstance(one, Mapping):
            raise InvalidValueError("annotation", shown(one), "expected a mapping of keys, as annotate gives it")
        yield one


def _span(one: Mapping[str, Any], length: int) -> LabelledSpan:
    start, end = one.get("start"), one.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= length:
        reason = f"expected a place in the text, from 0 to {length}; annotations go with the text they are of"
        raise InvalidValueError("place", f"{shown(start)}–{shown(end)}", reason)
    return LabelledSpan(start, end, one["kind"])


def without_overlaps(spans: Iterable[LabelledSpan]) -> tuple[LabelledSpan, ...]:
    """Spans of which none lies over another: the longest stay, of equal ones the first; so the outermost stays.

    >>> without_overlaps([LabelledSpan(0, 9, "task"), LabelledSpan(3, 6, "reference"), LabelledSpan(9, 12, "deadline")])
    (LabelledSpan(start=0, end=9, label='task'), LabelledSpan(start=9, end=12, label='deadline'))
    """
    ordered = sorted(spans, key=lambda span: (span.start - span.end, span.start))
    taken = bytearray(max((span.end for span in ordered), default=0))
    kept = []
    for span in ordered:
        # What was taken before is no shorter, so that it covers an end of whatever it overlaps.
        if not (taken[span.start] or taken[span.end - 1]):
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
            kept.append(span)
    return tuple(sorted(kept))
