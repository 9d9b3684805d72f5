"""W3C Web Annotations read back (đọc chú giải W3C), and put in their place again where the text was edited since."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import attrs

from vstbpn.errors import DecodeError, InvalidValueError, Problem, shown
from vstbpn.serialisation.annotations.anchoring import Quotation, anchors, stands_at
from vstbpn.serialisation.annotations.kinds import KINDS
from vstbpn.serialisation.annotations.reading import faults_of, parsed_line
from vstbpn.serialisation.annotations.writing import Annotation
from vstbpn.serialisation.problems import shown_in_json

_MOST_PROBLEMS = 1000
_NO_ANNOTATIONS = "a Web Annotation, a list or a page of them"


@attrs.frozen(kw_only=True)
class AnchoredAnnotations:
    """Annotations put in their place in a text (chú giải đã định vị).

    Args:
        annotations: Those whose place is certain, in reading order.
        moved: How many of them stand at another place than they tell, because the text was edited since.
        problems: Those whose place is not: the pointer of each, what was expected, and why it was not found.
    """

    annotations: tuple[Annotation, ...]
    moved: int = 0
    problems: tuple[Problem, ...] = ()


class _Web(NamedTuple):
    """What a Web Annotation says: the keys of an annotation, and where it stands."""

    pointer: str
    further: dict[str, Any]
    start: int | None
    end: int | None
    quotation: Quotation | None


def read_web(
    data: str | bytes | bytearray | Mapping[str, Any] | Iterable[Mapping[str, Any]],
    text: str,
    *,
    source: str | None = None,
) -> AnchoredAnnotations:
    """Web Annotations as annotations of a text (đọc chú giải W3C); the inverse of ``to_web`` and ``to_web_page``.

    Where the words stand at the position told, with what was around them, they stand there. Elsewhere they are found by
    what is quoted: with both surroundings, or with one of them where the other was edited. What is not in the text, or
    at several places, is told in ``problems`` and never guessed. The time is in proportion to text and annotations.

    Args:
        data: A page, a collection with its first page inside, one annotation, or several; or the JSON of these, also a line for each.
        text: The text, as it is now.
        source: The IRI of the text; annotations of other sources are passed over, and those that tell none are at fault.
            Where it is left out, all are taken.

    Raises:
        DecodeError: Something is no Web Annotation as ``to_web`` writes it; with every fault.
        InvalidValueError: An argument is of another kind.

    >>> from vstbpn.reading.reading import read
    >>> from vstbpn.serialisation.annotations.web import to_web
    >>> from vstbpn.serialisation.annotations.writing import annotate
    >>> text = "Theo Luật Trẻ em."
    >>> web = list(to_web(annotate(read(text)), text, "https://example.org/a.txt"))
    >>> read_web(web, text).annotations == tuple(annotate(read(text)))
    True
    >>> read_web(web, f"Điều 1. {text}").annotations[0]["start"]
    13
    >>> [problem.found for problem in read_web(web, "Theo Luật Trẻ em. Theo Luật Trẻ em.").problems]
    []
    """
    if not isinstance(text, str):
        raise InvalidValueError("text", shown(text), "expected the text annotated")
    if source is not None and not isinstance(source, str):
        raise InvalidValueError("source", shown(source), "expected an IRI")
    problems: list[Problem] = []
    found = []
    for pointer, item in _items(data):
        one = _web(item, pointer, source, problems)
        if one is not None:
            found.append(one)
        if len(problems) >= _MOST_PROBLEMS:
            break
    if problems:
        raise DecodeError(problems[:_MOST_PROBLEMS])
    return _anchored(found, text)


def _items(data: object) -> Iterator[tuple[str, Any]]:
    """Each annotation with its pointer."""
    if isinstance(data, str | bytes | bytearray):
        data = _parsed(data)
        if not isinstance(data, list | dict):
            raise DecodeError([Problem("", _NO_ANNOTATIONS, shown_in_json(data))])
    if isinstance(data, Mapping):
        where = ""
        if _is_a(data, "AnnotationCollection"):
            data, where = data.get("first"), "/first"
        if isinstance(data, Mapping) and _is_a(data, "Annotation"):
            yield where, data
            return
        items = data.get("items") if isinstance(data, Mapping) else None
        if not isinstance(items, list):
            found = "nothing" if items is None else shown_in_json(items)
            raise DecodeError([Problem(f"{where}/items", "a list of annotations", found)])
        yield from ((f"{where}/items/{place}", item) for place, item in enumerate(items))
        return
    if not isinstance(data, Iterable) or hasattr(data, "read"):
        raise InvalidValueError(
            "data", shown(data), "expected Web Annotations, or the JSON of these, as read from a file"
        )
    yield from ((f"/{place}", item) for place, item in enumerate(data))


def _parsed(data: str | bytes | bytearray) -> object:
    """The data of one JSON text, or of JSON Lines."""
    whole, faults = parsed_line(data)
    if not faults:
        return [] if whole is None else whole
    lines: Iterable[str | bytes | bytearray] = data.split("\n") if isinstance(data, str) else data.split(b"\n")
    made: list[object] = []
    for number, line in enumerate(lines, 1):
        one, wrong = parsed_line(line)
        if wrong:
            # Of one text over several lines what is wrong with the whole is told, not with each of its lines.
            raise DecodeError(wrong, line=number) if made else DecodeError(faults)
        if one is not None:
            made.append(one)
    return made


def _web(item: object, pointer: str, source: str | None, problems: list[Problem]) -> _Web | None:
    """What a Web Annotation says; None where it is of another source, or wrong, which is told."""
    before = len(problems)
    if not isinstance(item, Mapping):
        problems.append(Problem(pointer, "an object", shown_in_json(item)))
        return None
    if not _is_a(item, "Annotation"):
        problems.append(_wrong(item, "type", f"{pointer}/type", '"Annotation"'))
    given = item.get("target")
    targets = [
        (f"{pointer}/target/{place}" if isinstance(given, list) else f"{pointer}/target", target)
        for place, target in enumerate(_listed(given))
        if source is None or _source_of(target) in {None, source}
    ]
    if given != [] and not targets:
        return None
    if len(targets) != 1 or not isinstance(targets[0][1], Mapping):
        problems.append(
            _wrong(item, "target", f"{pointer}/target", "an object with source and selector, and one alone")
        )
        return None
    where, target = targets[0]
    if source is not None and _source_of(target) is None:
        problems.append(_wrong(target, "source", f"{where}/source", "an IRI, or an object with an IRI as its id"))
    further = _body(item, pointer, problems)
    start, end, quotation = _selectors(target, where, problems)
    if len(problems) > before or further is None:
        return None
    return _Web(pointer, further, start, end, quotation)


def _source_of(target: object) -> str | None:
    """The IRI of what is annotated: a whole source, or part of one, which may be described in an object of its own."""
    if isinstance(target, Mapping):
        target = target.get("source")
    if isinstance(target, Mapping):
        target = target.get("id")
    return target if isinstance(target, str) else None


def _is_a(item: Mapping[str, Any], kind: str) -> bool:
    """Whether a thing is of a class; it may be of several."""
    return kind in _listed(item.get("type"))


def _wrong(item: Mapping[str, Any], key: str, pointer: str, expected: str) -> Problem:
    return Problem(pointer, expected, shown_in_json(item[key]) if key in item else "nothing")


def _listed(value: object) -> list[Any]:
    """One thing or several: Web Annotations may leave the brackets of a single one out."""
    return value if isinstance(value, list) else [value]


def _body(item: Mapping[str, Any], pointer: str, problems: list[Problem]) -> dict[str, Any] | None:
    """The kind and the further keys."""
    kind: str | None = None
    further: Any = None
    bodies = [body for body in _listed(item.get("body")) if isinstance(body, Mapping)]
    for body in bodies:
        value = body.get("value")
        if "tagging" in _listed(body.get("purpose")) and isinstance(value, str) and value in KINDS:
            kind = value
        elif "application/json" in _listed(body.get("format")) and isinstance(value, str):
            further, faults = parsed_line(value)
            if faults or not isinstance(further, dict):
                found = faults[0].found if faults else shown_in_json(further)
                problems.append(Problem(f"{pointer}/body", "the further keys as the JSON of an object", found))
                return None
    if kind is None or further is None:
        expected = "a tag with the kind of annotation, and a text of JSON with its further keys"
        problems.append(Problem(f"{pointer}/body", expected, "nothing" if kind is None and not bodies else "others"))
        return None
    made = {"kind": kind, "start": 0, "end": 1, "text": "x"} | further
    # The place comes from the selectors; the rest is looked at as strictly as in JSON Lines.
    faults = [fault for fault in faults_of(made) if fault.pointer not in {"/start", "/end", "/text"}]
    faults += [
        Problem(f"/{key}", "no such key", shown_in_json(further[key]))
        for key in ("kind", "start", "end", "text")
        if key in further
    ]
    problems.extend(Problem(f"{pointer}/body{fault.pointer}", fault.expected, fault.found) for fault in faults)
    return {"kind": kind, **further}


def _selectors(
    target: Mapping[str, Any], pointer: str, problems: list[Problem]
) -> tuple[int | None, int | None, Quotation | None]:
    start, end, quotation = None, None, None
    for selector in _listed(target.get("selector")):
        if not isinstance(selector, Mapping):
            continue
        if _is_a(selector, "TextPositionSelector"):
            start, end = selector.get("start"), selector.get("end")
            if type(start) is not int or type(end) is not int or not 0 <= start < end:
                found = f"{shown_in_json(start)}–{shown_in_json(end)}"
                problems.append(Problem(f"{pointer}/selector", "a position: start, and an end after it", found))
        elif _is_a(selector, "TextQuoteSelector"):
            parts = [selector.get("exact"), selector.get("prefix", ""), selector.get("suffix", "")]
            if not all(isinstance(part, str) for part in parts) or not parts[0]:
                problems.append(Problem(f"{pointer}/selector", "a quotation: exact, prefix, suffix as texts", "others"))
            else:
                quotation = Quotation(*parts)
    if start is None and quotation is None:
        expected = "a TextPositionSelector, a TextQuoteSelector, or both"
        problems.append(Problem(f"{pointer}/selector", expected, "none"))
    return start, end, quotation


def _anchored(found: list[_Web], text: str) -> AnchoredAnnotations:
    placed: list[tuple[_Web, int, int]] = []
    lost: list[_Web] = []
    problems: list[tuple[int, Problem]] = []
    order = {one.pointer: number for number, one in enumerate(found)}
    for one in found:
        if one.quotation is None:
            if one.start is None or one.end is None or one.end > len(text):
                reason = f"a position after the end of the text, {len(text)}"
                problems.append((order[one.pointer], Problem(one.pointer, "a position in the text", reason)))
            else:
                placed.append((one, one.start, one.end))
        elif one.start is not None and stands_at(text, one.quotation, one.start):
            placed.append((one, one.start, one.start + len(one.quotation.exact)))
        else:
            lost.append(one)
    quotations = [one.quotation for one in lost if one.quotation is not None]
    moved = 0
    for one, quotation, anchor in zip(lost, quotations, anchors(text, quotations), strict=True):
        if anchor.start is None:
            expected = f"one place of {shown_in_json(quotation.exact)}"
            problems.append((order[one.pointer], Problem(one.pointer, expected, anchor.reason)))
        else:
            moved += anchor.start != one.start
            placed.append((one, anchor.start, anchor.start + len(quotation.exact)))
    placed.sort(key=lambda entry: (entry[1], -entry[2], order[entry[0].pointer]))
    return AnchoredAnnotations(
        annotations=tuple(_annotation(one, start, end, text) for one, start, end in placed),
        moved=moved,
        problems=tuple(problem for _, problem in sorted(problems)),
    )


def _annotation(one: _Web, start: int, end: int, text: str) -> Annotation:
    further = dict(one.further)
    return {"kind": further.pop("kind"), "start": start, "end": end, "text": text[start:end], **further}
