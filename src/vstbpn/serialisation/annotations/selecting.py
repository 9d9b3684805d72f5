"""Which annotations go into flat labels (chọn nhãn): some kinds, none over another where none may be."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from vstbpn.errors import InvalidValueError, shown
from vstbpn.serialisation.annotations.kinds import KINDS

_NO_ANNOTATION = "expected a mapping of keys, as annotate gives it, or a LabelledSpan"


class LabelledSpan(NamedTuple):
    """A stretch of a text and what it is (đoạn được gán nhãn); the label is the kind of annotation."""

    start: int
    end: int
    label: str


Labelled: TypeAlias = Mapping[str, Any] | LabelledSpan
"""What has a place and a label: an annotation, or a span made of whatever else."""


def spans_of(
    annotations: Iterable[Labelled], length: int, kinds: Collection[str] | None = None
) -> tuple[LabelledSpan, ...]:
    """The spans of annotations, each once, in order; a deadline of several days is one span.

    Args:
        annotations: What ``annotate`` or ``read_annotations`` gives, of one text; or labelled spans.
        length: How long the text is.
        kinds: The kinds wanted; all where it is left out.

    Raises:
        InvalidValueError: A kind is none, or an annotation stands at no place of the text.
    """
    wanted = _wanted(kinds)
    found = dict.fromkeys(_placed(one, length) for one in _each(annotations) if one.label in wanted)
    return tuple(sorted(found, key=lambda span: (span.start, -span.end)))


def _wanted(kinds: Collection[str] | None) -> Collection[str]:
    if kinds is None:
        return KINDS
    if not hasattr(kinds, "__iter__"):
        raise InvalidValueError("kinds", shown(kinds), "expected the names of kinds, such as ['reference']")
    wanted = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    for kind in wanted:
        _check_kind(kind)
    return wanted


def _check_kind(kind: object) -> None:
    if not isinstance(kind, str) or kind not in KINDS:
        raise InvalidValueError("kind", shown(kind), f"expected one of {', '.join(KINDS)}")


def _each(annotations: Iterable[Labelled]) -> Iterator[LabelledSpan]:
    """The span and the kind that each tells, whatever its place may be."""
    if isinstance(annotations, str | bytes | Mapping | LabelledSpan) or not hasattr(annotations, "__iter__"):
        raise InvalidValueError("annotations", shown(annotations), "expected annotations, as annotate gives them")
    for one in annotations:
        if isinstance(one, Mapping):
            one = LabelledSpan(one.get("start"), one.get("end"), one.get("kind"))  # type: ignore[arg-type]  # noqa: PLW2901  # Looked at below.
        elif not isinstance(one, LabelledSpan):
            raise InvalidValueError("annotation", shown(one), _NO_ANNOTATION)
        _check_kind(one.label)
        yield one


def _placed(one: LabelledSpan, length: int) -> LabelledSpan:
    if type(one.start) is not int or type(one.end) is not int or not 0 <= one.start < one.end <= length:
        reason = f"expected a place in the text, from 0 to {length}; annotations go with the text they are of"
        raise InvalidValueError("place", f"{shown(one.start)}–{shown(one.end)}", reason)
    return one


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
