"""Annotations read back (đọc chú giải): JSON Lines to annotations, strictly and in constant memory."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from typing import Any, TypeGuard

from vstbpn.errors import DecodeError, InvalidValueError, Problem, VstbpnError, shown
from vstbpn.serialisation.annotations.kinds import COMMON, FILE, KINDS, keys_of
from vstbpn.serialisation.annotations.shapes import faults_of_keys
from vstbpn.serialisation.annotations.writing import Annotation
from vstbpn.serialisation.json_text import read_data
from vstbpn.serialisation.line_sources import Lines, each_line, is_blank
from vstbpn.serialisation.problems import shown_in_json

_NO_LINES = "expected the text of JSON Lines, or its lines: an open file, or a list of texts or bytes"
_NO_SOURCE = "expected the source text, or a mapping of the names of files to their texts"


def read_annotations(
    lines: Lines,
    source: str | Mapping[str, str] | None = None,
    *,
    on_error: Callable[[DecodeError], object] | None = None,
) -> Iterator[Annotation]:
    """Annotations from JSON Lines (đọc chú giải), one by one; the inverse of writing each as a line of JSON.

    Strict: no value is converted, no key is unknown, missing or repeated, and the words are as long as their place. Keys
    added by a later version may be missing, so that lines written before are read. Empty lines are passed over.

    Args:
        lines: A path, an open file, lines, or a whole text. Of a file only the present line is held.
        source: The text annotated; the words of each annotation must stand at its place. Where annotations are of several
            files, a mapping of the names in ``file`` to texts.
        on_error: What to do with the error of a line; reading then goes on with the next. Without it the error is raised.

    Raises:
        DecodeError: A line is no annotation; with all its faults, and its number in ``line``, from 1.
        InvalidValueError: An argument is none of these.
        UnusableInputError: A file opened as text is none in UTF-8.
        OSError: The file cannot be read.

    >>> text = "Theo Luật Trẻ em."
    >>> line = '{"kind": "observance", "start": 5, "end": 16, "text": "Luật Trẻ Em", "day": "2021-02-30"}'
    >>> list(read_annotations([line], text))
    Traceback (most recent call last):
    vstbpn.errors.DecodeError: 2 problems in line 1
      /day: expected a date such as 2021-04-12, 2021-04-XX, 2021 or --06-15 that the calendar has or null, found "2021-02-30"
      /text: expected the words at 5–16, "Luật Trẻ em", found "Luật Trẻ Em"
    """
    if isinstance(lines, Mapping) or not (isinstance(lines, os.PathLike) or hasattr(lines, "__iter__")):
        raise InvalidValueError("lines", shown_type(lines), _NO_LINES)
    if not (source is None or isinstance(source, str | Mapping)):
        raise InvalidValueError("source", shown_type(source), _NO_SOURCE)
    if on_error is not None and not callable(on_error):
        raise InvalidValueError("on_error", shown(on_error), "expected a function of a DecodeError")
    return _read(lines, source, on_error)


def _read(
    lines: Lines,
    source: str | Mapping[str, str] | None,
    on_error: Callable[[DecodeError], object] | None,
) -> Iterator[Annotation]:
    # Closed here, not when the error is forgotten or the rest never asked for.
    with closing(each_line(lines)) as each:
        for number, line in enumerate(each, 1):
            data, faults = parsed_line(line)
            if data is None and not faults:
                continue
            faults = faults or [*faults_of(data), *_misplaced(data, source)]
            faults = faults or list(_senseless(data))
            if not faults:
                yield data
                continue
            error = DecodeError(faults, line=number)
            if on_error is None:
                raise error
            on_error(error)


def _senseless(data: Annotation) -> Iterator[Problem]:
    """Why no value can be made of an annotation whose keys are right one by one, such as a range without an upper figure."""
    from vstbpn.serialisation.annotations.values import value_of  # It looks at the keys by this module.

    try:
        value_of(data)
    except VstbpnError as error:
        yield Problem("", f"an annotation of something that may be ({getattr(error, 'reason', error)})", "an object")


def shown_type(value: object) -> str:
    """The name of what was given instead of something else."""
    return type(value).__name__


def faults_of(data: object) -> list[Problem]:
    """What is wrong with one annotation, its source unseen.

    >>> faults_of({"kind": "verse"})[0].expected[:32]
    'one of "reference", "section", "'
    """
    if not isinstance(data, dict):
        return [Problem("", "an object", shown_in_json(data))]
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        found = shown_in_json(kind) if "kind" in data else "nothing"
        expected = f"one of {', '.join(map(shown_in_json, KINDS))}"
        faults = [fault for fault in faults_of_keys(data, (FILE, *COMMON), "") if fault.expected != "no such key"]
        return [Problem("/kind", expected, found), *(fault for fault in faults if fault.pointer != "/kind")]
    faults = list(faults_of_keys(data, keys_of(KINDS[kind]), ""))
    if not any(fault.pointer in {"/start", "/end", "/text"} for fault in faults):
        faults += _place_faults(data)
    return faults


def plain(annotation: object) -> Any:  # noqa: ANN401  # What was given, whatever it is.
    """An annotation given as any mapping as the plain object that ``faults_of`` looks at; all else as it is."""
    return dict(annotation) if isinstance(annotation, Mapping) else annotation


def _place_faults(data: Mapping[str, Any]) -> Iterator[Problem]:
    start, end, words = data["start"], data["end"], data["text"]
    if start >= end:
        yield Problem("/end", f"a place after the start, {shown_in_json(start)}", shown_in_json(end))
    elif len(words) != end - start:
        yield Problem(
            "/text", f"as many code points as from start to end, {shown_in_json(end - start)}", str(len(words))
        )


def _misplaced(data: object, source: str | Mapping[str, str] | None) -> Iterator[Problem]:
    """What is wrong with the place of an annotation in its source."""
    if source is None or not isinstance(data, dict):
        return
    start, end, words = data.get("start"), data.get("end"), data.get("text")
    if not (_is_place(start) and _is_place(end) and isinstance(words, str) and start < end):
        return
    text = source
    if not isinstance(text, str):
        name = data.get("file")
        found = text.get(name) if isinstance(name, str) else None
        if not isinstance(found, str):
            yield Problem(
                "/file", "the name of a file whose text was given", shown_in_json(name) if name else "nothing"
            )
            return
        text = found
    if end > len(text):
        yield Problem("/end", f"a place in the text, {len(text)} at most", shown_in_json(end))
    elif text[start:end] != words and len(words) == end - start:
        yield Problem("/text", f"the words at {start}–{end}, {shown_in_json(text[start:end])}", shown_in_json(words))


def _is_place(value: object) -> TypeGuard[int]:
    return type(value) is int and value >= 0


def parsed_line(line: Any) -> tuple[Any, list[Problem]]:  # noqa: ANN401  # What is no line is told.
    """The data of a line, or what is wrong with it; neither where it is empty."""
    if is_blank(line):
        return None, []
    try:
        data = read_data(line)
    except DecodeError as error:
        return None, list(error.problems)
    return data, [] if data is not None else [Problem("", "an object", "null")]
