"""Reading one reference that stands alone (đọc một dẫn chiếu): what is found must be all there is."""

import re
from collections.abc import Callable
from typing import NamedTuple

from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.references.citing.faults import after_reference, another_reference, before_reference, no_reference
from vstbpn.references.citing.reference import Reference
from vstbpn.references.citing.wording import UNFINISHED_TITLES
from vstbpn.references.finding.mention import Mention
from vstbpn.references.finding.scanning import find_references
from vstbpn.references.finding.titles import title_after
from vstbpn.text import Folded, clean, fold
from vstbpn.values import evolve

_OPENING_MARK = re.compile('[“"]')
_MARK = re.compile("[“”]")
_DIGIT = re.compile("[0-9]")
_NUMBER_ALONE = re.compile(r"\s*(?:số|Số|SỐ)\s{0,3}:?\s{0,3}(?=[0-9/-])")
_STAND_IN = "Công văn "
"""Put before a number that stands without a type, which in prose would be taken for the document's own."""


class _Quoted(NamedTuple):
    """A title in quotation marks, and where it stands with them."""

    words: str | None
    start: int
    end: int


def parse_reference(text: str) -> Reference:
    """Read one reference with nothing around it.

    Raises:
        ParseError: The text holds none, or something besides one.
        InvalidValueError: Something else than a text was given.
    """
    if not isinstance(text, str):
        raise InvalidValueError("reference", type(text).__name__, "expected a str such as 'Nghị định số 30/2020/NĐ-CP'")
    return _read(text, may_be_quoted=True)


def _read(text: str, *, may_be_quoted: bool) -> Reference:
    folded = fold(text)
    mentions = find_references(folded.text)
    if (not mentions or folded.text[: mentions[0].span.start].strip()) and _NUMBER_ALONE.match(folded.text):
        return _without_type(folded, may_be_quoted=may_be_quoted)
    if not mentions:
        raise no_reference(folded)
    if may_be_quoted and (quoted := _quoted_title(folded.text, mentions[0].span.end)):
        return _with_quoted_title(folded, quoted)
    first = mentions[0]
    if first.date_span and not first.reference.date and _DIGIT.search(first.date_span.of(folded.text)):
        # In prose a date that no calendar has is passed over, to read what stands after it.
        raise after_reference(folded, first.span.end, first.reference)
    return _alone(folded, mentions)


def _without_type(folded: Folded, *, may_be_quoted: bool) -> Reference:
    """Read "số 15/UBND-VX": a number and symbol whose type the text leaves open."""
    start = len(folded.text) - len(folded.text.lstrip())
    added = len(_STAND_IN)
    helped = _STAND_IN + folded.text[start:]
    mentions = find_references(helped)
    if not mentions or mentions[0].span.start:
        raise no_reference(folded)
    found = _read_again(folded, helped, lambda place: max(start, place - added + start), may_be_quoted=may_be_quoted)
    return evolve(found, type=None, raw=(found.raw or "")[added:])


def _with_quoted_title(folded: Folded, quoted: _Quoted) -> Reference:
    """Read what stands around a title in quotation marks, in which nothing is a date, an issuer or another act."""
    text, length = folded.text, quoted.end - quoted.start
    around = text[: quoted.start] + text[quoted.end :]
    found = _read_again(
        folded, around, lambda place: place if place < quoted.start else place + length, may_be_quoted=False
    )
    if found.title:
        raise after_reference(folded, quoted.start, found)
    return evolve(found, title=quoted.words)


def _read_again(folded: Folded, text: str, place_of: Callable[[int], int], *, may_be_quoted: bool) -> Reference:
    """Read a text made of the folded one; faults are told where they stand in the one that was given."""
    try:
        return _read(text, may_be_quoted=may_be_quoted)
    except ParseError as error:
        first, last = place_of(error.span.start), place_of(error.span.end)
        raise ParseError(folded.source, folded.span(first, max(first, last)), error.reason) from None


def _quoted_title(text: str, at: int) -> _Quoted | None:
    """The title in quotation marks of the act whose number or name ends there; not what a title quotes in its turn."""
    opening = _OPENING_MARK.search(text, at)
    if opening is None:
        return None
    start = opening.start()
    before = find_references(text[:start])
    if not before or text[_end(before[0]) : start].strip(" \n,"):
        return None
    end = _closing(text, start)
    return _Quoted(clean(text[start + 1 : end - 1]) or None, start, end) if end else None


def _closing(text: str, start: int) -> int | None:
    """The end of what is quoted from there; marks within it close what they open."""
    if text[start] == '"':
        return text.find('"', start + 1) + 1 or None
    depth = 0
    for mark in _MARK.finditer(text, start):
        depth += 1 if mark[0] == "“" else -1
        if not depth:
            return mark.end()
    return None


def _end(mention: Mention) -> int:
    """Where an act's number or name, its date and its issuer end."""
    places = (mention.span, mention.date_span, mention.issuer_span)
    return max(place.end for place in places if place)


def _alone(folded: Folded, mentions: tuple[Mention, ...]) -> Reference:
    """The first reference of a text, if it is all that stands there."""
    text, first = folded.text, mentions[0]
    start = min(place.start for place in (first.span, first.provisions_span) if place)
    if text[:start].strip():
        raise before_reference(folded, start, first.reference)
    end, dated = _end(first), first.date_span
    if dated and dated.start > first.span.end and title_after(text, first.span.end, dated.start):
        # "Nghị định số 30/2020/NĐ-CP về công tác văn thư ngày 05/3/2020 của Chính phủ"
        title: str | None = clean(text[first.span.end : dated.start]).strip(" ,")
    else:
        title, end = _title(text, end)
    reference = evolve(first.reference, title=title)
    if not text[end:].strip():
        return reference
    following = next((other for other in mentions[1:] if other.span.start >= end), None)
    if following is not None:
        raise another_reference(folded, end, following.whole.start, following.span.end)
    raise after_reference(folded, end, reference)


def _title(text: str, at: int) -> tuple[str | None, int]:
    """The title that begins there, and where what is read ends."""
    found = title_after(text, at, len(text))
    # A title in quotation marks was read before all else; another one is too many.
    quoted = found is not None and text[found[0] - 1] in '“"'
    if not found or quoted or text[found[0] : found[1]].casefold() in UNFINISHED_TITLES:
        return None, at
    return clean(text[found[0] : found[1]]), found[1]
