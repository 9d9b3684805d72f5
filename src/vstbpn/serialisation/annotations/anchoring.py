"""Quotations found again in a text that was edited since (tìm lại đoạn trích): for certain or not at all, in linear time."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

_PROBE = 32
"""How many code points at most are looked up of each side of a quotation."""
_MOST_PLACES = 200
"""So many places of one side are looked at; words that stand more often are not told apart by it."""


class Quotation(NamedTuple):
    """Words and what stood before and after them (đoạn trích); what is empty tells nothing."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class Anchor(NamedTuple):
    """Where a quotation stands (chỗ của đoạn trích), or why that cannot be told; no reason was looked for where it is empty."""

    start: int | None
    reason: str = ""


_LOST = Anchor(None)


def stands_at(text: str, quotation: Quotation, start: int) -> bool:
    """Whether a quotation stands at a place, with all that is around it.

    >>> stands_at("Theo Luật Trẻ em.", Quotation("Luật", "Theo ", " Trẻ"), 5)
    True
    """
    return text.startswith(quotation.exact, start) and all(_sides(text, quotation, start))


def anchors(text: str, quotations: Iterable[Quotation]) -> tuple[Anchor, ...]:
    """Where quotations stand in a text, in their order.

    One stands where its words are found with both their surroundings; where there is no such place, with one of the two
    (the other was edited); where it tells none, by its words alone. There must be one such place: of several none is
    taken, and neither are words around which nothing is as before.

    >>> anchors("Theo Luật Trẻ em và Luật Trẻ em.", [Quotation("Luật Trẻ em", "và "), Quotation("Luật Trẻ em", "Theo ", "!")])
    (Anchor(start=20, reason=''), Anchor(start=5, reason=''))
    >>> anchors("a Luật, b Luật", [Quotation("Luật"), Quotation("Bộ luật")])
    (Anchor(start=None, reason='it stands at 2 places'), Anchor(start=None, reason='its words are not in the text'))
    """
    quotations = tuple(quotations)
    places = _places(text, {probe for quotation in quotations for probe, _ in _probes(quotation)})
    found = [_anchor(text, quotation, places) for quotation in quotations]
    lost = {quotation.exact for quotation, anchor in zip(quotations, found, strict=True) if anchor == _LOST}
    openings = _places(text, {_opening(exact) for exact in lost})
    return tuple(
        Anchor(None, _why_none(text, quotation.exact, openings)) if anchor == _LOST else anchor
        for quotation, anchor in zip(quotations, found, strict=True)
    )


def _probes(quotation: Quotation) -> Iterator[tuple[str, int]]:
    """What to look up of a quotation, with how far behind its beginning the words begin (before it, if negative)."""
    exact, prefix, suffix = quotation
    before = prefix[-_PROBE:]
    yield before + exact[: _PROBE - len(before)], len(before)
    after = suffix[:_PROBE]
    kept = min(len(exact), _PROBE - len(after))
    yield exact[len(exact) - kept :] + after, kept - len(exact)


def _places(text: str, probes: set[str]) -> dict[str, list[int]]:
    """Where each probe stands, in one walk through the text for each length there is; these are few."""
    found: dict[str, list[int]] = {probe: [] for probe in probes}
    for length in {len(probe) for probe in probes if probe}:
        for start in range(len(text) - length + 1):
            places = found.get(text[start : start + length])
            # One more than are looked at, to know that there are more.
            if places is not None and len(places) <= _MOST_PLACES:
                places.append(start)
    return found


def _anchor(text: str, quotation: Quotation, places: dict[str, list[int]]) -> Anchor:
    if not quotation.exact:
        return Anchor(None, "it quotes no words")
    starts: set[int] = set()
    too_many = []
    for probe, offset in _probes(quotation):
        found = places[probe]
        too_many.append(len(found) > _MOST_PLACES)
        if not too_many[-1]:
            starts.update(place + offset for place in found)
    sides = {
        start: _sides(text, quotation, start)
        for start in starts
        if start >= 0 and text.startswith(quotation.exact, start)
    }
    # Where both surroundings stand, either is found: it is enough to have looked at all places of one.
    whole = [start for start in sides if all(sides[start])]
    if not whole and not any(too_many):
        given = (bool(quotation.prefix), bool(quotation.suffix))
        whole = [start for start in sides if any(held and told for held, told in zip(sides[start], given, strict=True))]
    if len(whole) == 1:
        return Anchor(whole[0])
    if whole:
        return Anchor(None, f"it stands at {len(whole)} places")
    if any(too_many):
        return Anchor(None, f"what stands around it is in the text more than {_MOST_PLACES} times")
    return _LOST


def _opening(exact: str) -> str:
    """The first words of a quotation, of one of a few lengths: each length is one more walk through the text."""
    return exact[: 1 << min(len(exact), _PROBE).bit_length() - 1]


def _why_none(text: str, exact: str, openings: dict[str, list[int]]) -> str:
    """Why words were not found; they are not looked for one by one, which would take a walk through the text for each."""
    starts = openings[_opening(exact)]
    if any(text.startswith(exact, start) for start in starts):
        return "nothing around its words is as before"
    if len(starts) > _MOST_PLACES:
        return f"its first words are in the text more than {_MOST_PLACES} times"
    return "its words are not in the text"


def _sides(text: str, quotation: Quotation, start: int) -> tuple[bool, bool]:
    """Whether what stands before and after the words is what stood there."""
    end = start + len(quotation.exact)
    prefix, suffix = quotation.prefix, quotation.suffix
    before = start >= len(prefix) and text.startswith(prefix, start - len(prefix))
    return before, text.startswith(suffix, end)
