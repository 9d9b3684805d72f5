"""Building the outline: numbering decides the level, not mark-up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from vstbpn.plans.outline import DEEPEST, Item, Outline, Section
from vstbpn.reading.lines import Paragraph
from vstbpn.reading.markers import Marker, item_mark
from vstbpn.text import Folded, clean, roman_value
from vstbpn.vocabulary import ItemMark, SectionStyle

_RANKS: dict[SectionStyle, float] = {style: 10.0 * number for number, style in enumerate(SectionStyle)}
_SENTENCE_BREAK = re.compile(r"[^\W\d_)”\"]{2}[.;!?…]\s+[^\W\d_]")
_LABEL = re.compile(r"[^.;:\n]{2,90}?:(?=\s)")
_LONGEST_TITLE = 400
_ALWAYS_TITLED = frozenset(
    {
        SectionStyle.PART,
        SectionStyle.CHAPTER,
        SectionStyle.UPPER_LETTER,
        SectionStyle.HEADED_SECTION,
        SectionStyle.ROMAN,
        SectionStyle.GOAL,
    }
)


@dataclass
class Node:
    """A section while it is being built."""

    marker: Marker
    rank: float
    level: int
    start: int
    end: int
    title_start: int = 0
    title_end: int = 0
    items: list["ItemNode"] = field(default_factory=list)
    sections: list["Node"] = field(default_factory=list)


@dataclass
class ItemNode:
    """An item while it is being built."""

    mark: ItemMark
    start: int
    end: int
    items: list["ItemNode"] = field(default_factory=list)


def styles_in(markers: Sequence[Marker | None]) -> frozenset[SectionStyle]:
    """The styles a document numbers with, but for letters that first come right under a Roman heading, which is above them."""
    styles = frozenset(marker.style for marker in markers if marker)
    for above, marker in pairwise(markers):
        if marker is not None and marker.style is SectionStyle.UPPER_LETTER:
            divides = marker.number == "A" and above is not None and above.style is SectionStyle.ROMAN
            return styles - {SectionStyle.UPPER_LETTER} if divides else styles
    return styles


class OutlineBuilder:
    """Takes the paragraphs of a body in order and nests them by their numbering."""

    def __init__(self, folded: Folded, styles: frozenset[SectionStyle]) -> None:
        self._folded = folded
        self._styles = styles
        self._stack: list[Node] = []
        self._top: list[Node] = []
        self._top_styles = {SectionStyle.GOAL, SectionStyle.APPENDIX}
        self._item: ItemNode | None = None

    def add_section(self, paragraph: Paragraph, marker: Marker) -> None:
        """Add a numbered paragraph."""
        rank = self._rank(marker)
        while self._stack and self._stack[-1].rank >= rank:
            self._stack.pop()
        above = self._stack[-1].level if self._stack else self._orphan_base(rank)
        node = Node(marker, rank, min(above + 1, DEEPEST), paragraph.start, paragraph.end)
        if self._stack:
            self._stack[-1].sections.append(node)
        else:
            self._top.append(node)
            self._top_styles.add(marker.style)
        self._stack.append(node)
        self._item = None

    def add_title(self, paragraph: Paragraph) -> bool:
        """Take a paragraph as the title of the section just added ("Chương I" / "QUY ĐỊNH CHUNG"), if it lacks one."""
        node = self._stack[-1] if self._stack else None
        if node is None or node.items or node.sections or node.marker.text_start < node.end or node.title_end:
            return False
        node.title_start, node.title_end = paragraph.start, paragraph.end
        return True

    def add_item(self, paragraph: Paragraph) -> None:
        """Add a paragraph that a dash, plus or bullet opens."""
        text = self._folded.text
        mark = item_mark(text[paragraph.start])
        start = paragraph.start + 1
        while start < paragraph.end and text[start].isspace():
            start += 1
        node = ItemNode(mark, start, paragraph.end)
        if mark is ItemMark.PLUS and self._item is not None and self._item.mark is not ItemMark.PLUS:
            self._item.items.append(node)
            return
        self._place(node)
        self._item = node

    def add_paragraph(self, paragraph: Paragraph) -> None:
        """Add a plain paragraph of the section that is open."""
        self._place(ItemNode(ItemMark.NONE, paragraph.start, paragraph.end))
        self._item = None

    @property
    def is_open(self) -> bool:
        """Whether a section has begun."""
        return bool(self._stack)

    @property
    def is_bare(self) -> bool:
        """Whether the section that is open holds nothing but its heading."""
        node = self._stack[-1] if self._stack else None
        return node is not None and node.marker.style in _ALWAYS_TITLED and not node.items and not node.sections

    def _place(self, node: ItemNode) -> None:
        if self._stack:
            self._stack[-1].items.append(node)

    def _rank(self, marker: Marker) -> float:
        """The rank of a marker: a goal's is just below what it first stood under, a decimal's grows with its parts."""
        if marker.style is SectionStyle.DECIMAL:
            return _RANKS[SectionStyle.ARABIC] + marker.number.count(".")
        if marker.style in {SectionStyle.UPPER_LETTER, SectionStyle.ROMAN}:
            return self._rank_below_roman(marker)
        if marker.style is not SectionStyle.GOAL:
            return _RANKS[marker.style]
        word = marker.word.casefold()
        for node in self._stack:
            if node.marker.style is SectionStyle.GOAL and node.marker.word.casefold() == word:
                return node.rank
        return self._stack[-1].rank + 0.1 if self._stack else _RANKS[SectionStyle.GOAL]

    def _rank_below_roman(self, marker: Marker) -> float:
        """The rank of A., B. and I., II.: as usual, but for letters that divide a Roman section which has no words yet.

        "II. NHIỆM VỤ" / "A. …" / "B. …": the letters lie below II., and so does a Roman list that begins anew below one.
        """
        upper, roman = _RANKS[SectionStyle.UPPER_LETTER], _RANKS[SectionStyle.ROMAN]
        inner = next((node for node in self._stack if node.rank == roman + 0.1), None)
        if marker.style is SectionStyle.UPPER_LETTER:
            lettered = SectionStyle.UPPER_LETTER in self._top_styles or any(node.rank == upper for node in self._stack)
            below = self.is_bare and self._stack[-1].rank == roman and marker.number == "A"
            return roman + 0.1 if inner is not None or (below and not lettered) else upper
        if inner is None:
            return roman
        outer = next((roman_value(node.marker.number) or 0 for node in self._stack if node.rank == roman), 0)
        last = next((roman_value(node.marker.number) or 0 for node in self._stack if node.rank == roman + 0.2), 0)
        number = roman_value(marker.number)
        return roman + 0.2 if number == last + 1 and number != outer + 1 else roman

    def _orphan_base(self, rank: float) -> int:
        """How deep a section is that comes before any of a higher style which the document also uses."""
        return int(any(_RANKS[style] < rank for style in self._styles - self._top_styles))

    def finish(self) -> Outline:
        """The outline, frozen."""
        return Outline(sections=tuple(self._section(node) for node in self._top))

    def _section(self, node: Node) -> Section:
        # The depth of recursion is bounded: ranks grow from node to child, and there are few of them.
        folded, text = self._folded, self._folded.text
        items = [self._frozen_item(item) for item in node.items]
        sections = tuple(self._section(child) for child in node.sections)
        words_end = node.title_end or node.end
        words = clean(text[node.title_start or node.marker.text_start : words_end])
        title, body_start = self._title(node, words, has_content=bool(items or sections))
        if title is None and words:
            start = node.marker.text_start
            items.insert(0, Item(text=words, span=folded.span(start, node.end)))
        elif body_start is not None:
            items.insert(0, Item(text=clean(text[body_start : node.end]), span=folded.span(body_start, node.end)))
        heading_end = body_start if body_start is not None else words_end
        while heading_end > node.start and text[heading_end - 1].isspace():
            heading_end -= 1
        return Section(
            marker=clean(text[node.marker.start : node.marker.end]),
            style=node.marker.style,
            number=node.marker.number,
            level=node.level,
            title=title,
            items=tuple(items),
            sections=sections,
            heading=folded.span(node.start, heading_end),
            span=folded.span(node.start, self._last_end(node)),
        )

    def _frozen_item(self, node: ItemNode) -> Item:
        text = self._folded.text
        return Item(
            mark=node.mark,
            text=clean(text[node.start : node.end]),
            items=tuple(self._frozen_item(item) for item in node.items),
            span=self._folded.span(node.start, node.end),
        )

    def _last_end(self, node: Node) -> int:
        """Where the last of what stands in a section ends: paragraphs come in order, so only the last ones count."""
        while node.sections:
            node = node.sections[-1]
        ends = [node.end, node.title_end]
        for item in node.items[-1:]:
            ends += [item.end, *(inner.end for inner in item.items[-1:])]
        return max(ends)

    def _title(self, node: Node, words: str, *, has_content: bool) -> tuple[str | None, int | None]:
        """The title of a section, and where its first paragraph begins if that stands on the same line.

        A numbered paragraph has no title; "4. Sở Tư pháp: Phối hợp với …" has one before the colon.
        """
        if not words:
            return None, None
        if node.marker.style in _ALWAYS_TITLED:
            return words, None
        text, start = self._folded.text, node.marker.text_start
        broken = _SENTENCE_BREAK.search(words) is not None
        if not broken and len(words) <= _LONGEST_TITLE and (has_content or words[-1] not in ".;,"):
            return words, None
        label = _LABEL.match(text, start, min(node.end, start + 120))
        if label and len(words) > len(label[0]) + 1:
            body = label.end()
            while text[body].isspace():
                body += 1
            return clean(label[0]).rstrip(":"), body
        return None, None
