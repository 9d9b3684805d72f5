"""Names of laws, codes and ordinances in use (tên luật, bộ luật, pháp lệnh): words that tell where such a name ends.

Nothing else hangs on this table, whose rows say how well each name is confirmed. A name that is not in it is read by the
grammar in ``vstbpn.references.finding.named``; one that is in it is read in any casing ("Luật trẻ em"), and to its very end
where the grammar could only guess ("Luật Thể dục, thể thao", "Luật Giáo dục quốc phòng và an ninh").
"""

import re
from functools import cache, lru_cache
from typing import Any

from vstbpn.catalogue.tables import law_names
from vstbpn.text import comparison_key

_STEP = re.compile(r"(?P<comma>,?)[ ]{0,12}\n?[ ]{0,12}(?P<word>\(?[^\W\d_][\w/]*\)?|-(?= ))")
_END = ""
_LONGEST_SYLLABLE = 8

Tree = dict[str, Any]
"""The names as a tree of syllables; a syllable after a comma bears the comma, and the end of a name is an empty key."""


def known_name_end(text: str, start: int, end: int, kind: str) -> int | None:
    """Where the longest known name of an act of that kind ends that begins at ``start``, or None.

    Casing, tone placement ("hoá", "hóa") and a comma left out do not matter.

    >>> text = "Luật phòng chống bạo lực gia đình năm 2022"
    >>> text[5:known_name_end(text, 5, len(text), "Luật")]
    'phòng chống bạo lực gia đình'
    """
    first = text.find(" ", start, start + _LONGEST_SYLLABLE)
    for name in _as_listed(kind).get(text[start:first], ()) if first > 0 else ():
        if text.startswith(name, start, end) and not text[start + len(name) : start + len(name) + 1].isalnum():
            return start + len(name)
    node: Tree | None = _tree(kind)
    at, found = start, None
    while node:
        step = _STEP.match(text, at, end)
        if not step:
            break
        word = _key(step["word"])
        # A name may be written without its commas, but a comma where the name has none ends it.
        node = node.get(f",{word}") if step["comma"] else node.get(word) or node.get(f",{word}")
        at = step.end()
        if node and _END in node:
            found = at
    return found


@cache
def _as_listed(kind: str) -> dict[str, tuple[str, ...]]:
    """The names as the table writes them, by their first syllable; without those another name goes on from."""
    names = sorted((row.name for row in law_names() if row.type == kind), key=str.casefold)
    by_first: dict[str, tuple[str, ...]] = {}
    # In order, a name that another goes on from stands right before one of those.
    for name, following in zip(names, [*names[1:], ""], strict=True):
        if not following.casefold().startswith(name.casefold()):
            first = name.split(" ", 1)[0]
            by_first[first] = (*by_first.get(first, ()), name)
    return by_first


@cache
def _tree(kind: str) -> Tree:
    root: Tree = {}
    for row in law_names():
        if row.type == kind:
            _plant(root, row.name)
    return root


def _plant(root: Tree, name: str) -> None:
    node, at = root, 0
    while step := _STEP.match(name, at):
        node = node.setdefault(("," if step["comma"] else "") + _key(step["word"]), {})
        at = step.end()
    if at:
        node[_END] = {}


@lru_cache(maxsize=2048)
def _key(word: str) -> str:
    return comparison_key(word)
