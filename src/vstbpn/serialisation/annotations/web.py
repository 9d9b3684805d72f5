"""Annotations as W3C Web Annotations (chú giải theo chuẩn W3C): JSON-LD that other annotation tools read.

Source: https://www.w3.org/TR/annotation-model/ (W3C Recommendation of 23 February 2017).
"""

import json
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vstbpn.errors import DecodeError, InvalidValueError, shown
from vstbpn.serialisation.annotations.kinds import COMMON, FILE
from vstbpn.serialisation.annotations.reading import faults_of, plain

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The JSON-LD context of Web Annotations."""

AROUND = 32
"""How many code points before and after the words a quote tells at most."""

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:vstbpn:annotation")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,63}:[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f]+")
_OUTSIDE_BODY = frozenset(key.name for key in (FILE, *COMMON))

WebAnnotation = dict[str, Any]
"""A Web Annotation as plain data for JSON."""


def to_web(annotations: Iterable[Mapping[str, Any]], text: str, source: str) -> Iterator[WebAnnotation]:
    """Annotations of a text as Web Annotations (chú giải W3C), one by one; ``read_web`` is the inverse.

    The target names the place twice: by position (``start``, ``end`` in code points) and by quotation, with at most 32
    code points before and after, by which it is found again where the text was edited since. The body has two parts: the
    kind as a tag, and the further keys as a text of JSON. The ``id`` rests on source, kind and place, and so is the same in
    every run; correcting a body does not change it. Of several of one kind at one place it rests also on how many of these
    came before, so that no two of one call are alike; keep those in their order. To tell them apart, the places are held.

    Args:
        annotations: What ``annotate`` or ``read_annotations`` gives.
        text: The text annotated.
        source: The IRI of the text, such as ``https://example.org/ke-hoach.txt`` or ``urn:isbn:…``.

    Raises:
        InvalidValueError: The source is no IRI, or words do not stand at their place in the text.
        DecodeError: An annotation is none.

    >>> from vstbpn.reading.reading import read
    >>> from vstbpn.serialisation.annotations.writing import annotate
    >>> text = "Theo Luật Trẻ em."
    >>> (one,) = to_web(annotate(read(text)), text, "https://example.org/a.txt")
    >>> one["target"]["selector"][1]
    {'type': 'TextQuoteSelector', 'exact': 'Luật Trẻ em', 'prefix': 'Theo ', 'suffix': '.'}
    >>> one["body"][0]
    {'type': 'TextualBody', 'purpose': 'tagging', 'value': 'reference'}
    """
    check_source(source)
    if not isinstance(text, str):
        raise InvalidValueError("text", shown(text), "expected the text annotated")
    if isinstance(annotations, str | bytes | Mapping) or not hasattr(annotations, "__iter__"):
        raise InvalidValueError("annotations", shown(annotations), "expected annotations, as annotate gives them")
    return _made(annotations, text, source)


def _made(annotations: Iterable[Mapping[str, Any]], text: str, source: str) -> Iterator[WebAnnotation]:
    before: Counter[tuple[int, int, str]] = Counter()
    for given in annotations:
        one = plain(given)
        if faults := faults_of(one):
            raise DecodeError(faults)
        start, end, kind = one["start"], one["end"], one["kind"]
        if text[start:end] != one["text"]:
            raise InvalidValueError("text", one["text"][:60], f"the text holds other words at {start}–{end}")
        # Several deadlines may stand in the same words: they are told apart by their order.
        before[start, end, kind] += 1
        yield _web(one, text, source, before[start, end, kind])


def _web(one: Mapping[str, Any], text: str, source: str, number: int) -> WebAnnotation:
    start, end, kind = one["start"], one["end"], one["kind"]
    further = {key: value for key, value in one.items() if key not in _OUTSIDE_BODY}
    name = json.dumps([source, kind, start, end, number])
    return {
        "@context": CONTEXT,
        "id": uuid.uuid5(_NAMESPACE, name).urn,
        "type": "Annotation",
        "motivation": "tagging",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": kind},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": json.dumps(further, ensure_ascii=False),
            },
        ],
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": one["text"],
                    "prefix": text[max(0, start - AROUND) : start],
                    "suffix": text[end : end + AROUND],
                },
            ],
        },
    }


def to_web_page(
    annotations: Iterable[Mapping[str, Any]], text: str, source: str, *, identifier: str | None = None
) -> dict[str, Any]:
    """All annotations of a text as one page of a collection (trang chú giải W3C): one JSON document.

    Args:
        annotations: What ``annotate`` or ``read_annotations`` gives.
        text: The text annotated.
        source: The IRI of the text.
        identifier: The IRI of the collection; by default one made of the source.

    Raises:
        InvalidValueError: An IRI is none, or words do not stand at their place in the text.
        DecodeError: An annotation is none.

    >>> page = to_web_page([], "Theo Luật Trẻ em.", "https://example.org/a.txt")
    >>> page["type"], page["partOf"]["type"], page["partOf"]["total"]
    ('AnnotationPage', 'AnnotationCollection', 0)
    """
    if identifier is not None:
        check_source(identifier)
    items = list(to_web(annotations, text, source))
    for item in items:
        del item["@context"]  # The page tells it for all.
    collection = identifier or uuid.uuid5(_NAMESPACE, source).urn
    return {
        "@context": CONTEXT,
        "id": uuid.uuid5(_NAMESPACE, f"{collection} 1").urn,
        "type": "AnnotationPage",
        "partOf": {"id": collection, "type": "AnnotationCollection", "total": len(items)},
        "startIndex": 0,
        "items": items,
    }


def check_source(source: object) -> None:
    """Refuse what is no IRI.

    Raises:
        InvalidValueError: It is none.
    """
    if not isinstance(source, str) or not _IRI.fullmatch(source):
        reason = "expected an IRI with its scheme, such as https://example.org/ke-hoach.txt or urn:example:ke-hoach"
        raise InvalidValueError("source", shown(source), reason)
