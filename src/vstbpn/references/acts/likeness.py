"""How alike two titles are (độ giống nhau của trích yếu), by the pairs of syllables they share."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from vstbpn.text import comparison_key

ALIKE, UNLIKE = 0.6, 0.25
"""From where on two titles are taken for one, and up to where for those of two acts; between them nobody can say."""

_OPENING = re.compile(r"(?:(?:về việc|v/v|về|việc|phê duyệt|ban hành|quy định) )+")
_SYLLABLE = re.compile(r"[^\W_]+")


class TitleKey(NamedTuple):
    """What of a title is compared: its pairs of syllables, and the figures in it."""

    pairs: frozenset[str]
    figures: frozenset[str]


@lru_cache(maxsize=16384)
def title_key(title: str) -> TitleKey:
    """What of a title is compared; the words that open titles of every kind do not count.

    >>> sorted(title_key("phê duyệt Chiến lược phát triển gia đình").pairs)
    ['chiến lược', 'gia đình', 'lược phát', 'phát triển', 'triển gia']
    """
    syllables = _SYLLABLE.findall(_OPENING.sub("", comparison_key(title), count=1))
    pairs = [" ".join(pair) for pair in pairwise(syllables)]
    figures = [syllable.lstrip("0") for syllable in syllables if syllable[0] in "0123456789"]
    return TitleKey(frozenset(pairs if len(syllables) > 2 else syllables), frozenset(figures))


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A name as it is looked up: whatever its casing, tone placement and commas.

    >>> name_key("Luật phòng chống mua bán người") == name_key("Luật Phòng, chống mua bán người")
    True
    """
    return " ".join(_SYLLABLE.findall(comparison_key(name.replace("&", " và "))))


@lru_cache(maxsize=4096)
def title_likeness(one: str, other: str) -> float:
    """How much of the shorter of two titles stands in the other, from 0 to 1.

    Documents cut titles short, so that what is left out counts little; the programme of one period is not that of the
    next, nor what carries out one resolution what carries out another, so that titles without a figure in common are
    never alike where both have some.

    >>> title_likeness("về công tác văn thư", "Về công tác văn thư, lưu trữ")
    1.0
    >>> title_likeness("phê duyệt Chiến lược phát triển gia đình", "về công tác văn thư")
    0.0
    """
    first, second = title_key(one), title_key(other)
    shared = len(first.pairs & second.pairs)
    if not shared:
        return 0.0
    likeness = shared / min(len(first.pairs), len(second.pairs))
    if first.figures and second.figures and not first.figures & second.figures:
        return min(likeness, UNLIKE)
    return likeness


@lru_cache(maxsize=4096)
def name_likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1, what only one of them has counted against it: names are not cut short.

    >>> name_likeness("Luật Trẻ em", "luật trẻ em"), name_likeness("Luật Trẻ em", "Luật sửa đổi Luật Trẻ em") < 0.7
    (1.0, True)
    """
    first, second = title_key(one).pairs, title_key(other).pairs
    together = len(first) + len(second)
    return 2 * len(first & second) / together if together else 0.0
