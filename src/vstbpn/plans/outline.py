"""The outline of a document (bố cục): nested numbered sections with their paragraphs and items."""

import re
from collections.abc import Iterator

import attrs

from vstbpn.constraints import such_that, whole_number
from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.text import POINT_LETTERS, roman_value
from vstbpn.values import Span, frozen
from vstbpn.vocabulary import ItemMark, SectionStyle

DEEPEST = 32
"""Sections and items nest no deeper than this; real documents stay below ten."""

_MOST_DIGITS = 9
_LEVEL = whole_number("level", 1, DEEPEST, f"levels run from 1 to {DEEPEST}")


def _nest_no_deeper(items: object) -> bool:
    """Whether items and those below them, under an item of their own, are of no more levels than may be."""
    if items == ():  # So it is of nearly all of them.
        return True
    below: object = items
    for _ in range(DEEPEST):
        if below == ():
            return True
        if not isinstance(below, tuple) or not all(isinstance(item, Item) for item in below):
            return False
        below = tuple(inner for item in below for inner in item.items)
    return False


def _first_words(items: object) -> str:
    first = items[0] if items and isinstance(items, tuple) else items
    return shown(first.text if isinstance(first, Item) else first)


_ITEMS = such_that(
    "items",
    _nest_no_deeper,
    f"expected a tuple of items, and items nest no deeper than {DEEPEST}",
    shows=_first_words,
)


@frozen
class Item:
    """A paragraph or an item (đoạn, gạch đầu dòng), with the items below it.

    Args:
        mark: What opens it: nothing (a paragraph), a dash, a plus …
        text: Its words on one line, without the mark.
        items: The items below it (``+`` under ``-``).

    Raises:
        InvalidValueError: Items nest too deep.
    """

    mark: ItemMark = ItemMark.NONE
    text: str
    items: tuple["Item", ...] = attrs.field(default=(), validator=_ITEMS)
    span: Span | None = attrs.field(default=None, eq=False)


@frozen
class Section:
    """A numbered section (mục) and all that stands under it.

    Args:
        marker: The marker as written, without mark-up: ``II.``, ``1.1``, ``a)``, ``Điều 3.``, ``Mục tiêu 1:``.
        style: How it is numbered.
        number: The number alone: ``II``, ``1.1``, ``a``, ``3``.
        level: Its depth in the document, from 1.
        title: Its heading; None for a numbered paragraph, whose words are the first of ``items``.
        items: The paragraphs and items before the first subsection.
        sections: The subsections.
        heading: Where marker and title stand.

    Raises:
        InvalidValueError: The level is none, or a subsection is of no deeper level than the section it stands in.
    """

    marker: str
    style: SectionStyle
    number: str
    level: int = attrs.field(validator=_LEVEL)
    title: str | None = None
    items: tuple[Item, ...] = ()
    sections: tuple["Section", ...] = ()
    heading: Span | None = attrs.field(default=None, eq=False)
    span: Span | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        for section in self.sections:
            if section.level <= self.level:
                raise InvalidValueError(
                    "level", str(section.level), f"below a section of level {self.level} stand deeper ones"
                )

    @property
    def label(self) -> str:
        """The last part of its number, as a path names it (``1`` of ``2.1``); a goal keeps its word, as does what has no number."""
        if self.style is SectionStyle.GOAL or not self.number:
            return " ".join(self.marker.rstrip(".:) ").split())
        return self.number.rsplit(".", 1)[-1]

    @property
    def ordinal(self) -> int | None:
        """Its place in the numbering as a number (II is 2, đ is 5), or None where the label counts nothing."""
        label = self.number.rsplit(".", 1)[-1]
        if label.isascii() and label.isdigit() and len(label) <= _MOST_DIGITS:
            return int(label)
        if self.style is SectionStyle.LETTER:
            return POINT_LETTERS.find(label) + 1 or None
        if self.style is SectionStyle.UPPER_LETTER:
            return POINT_LETTERS.find(label.lower()) + 1 or None
        return roman_value(label)

    @property
    def heading_text(self) -> str:
        """Marker and title as one line."""
        return " ".join(part for part in (self.marker, self.title) if part)

    def walk(self) -> Iterator["Section"]:
        """This section and all below it, in reading order."""
        waiting = [self]
        while waiting:
            section = waiting.pop()
            yield section
            waiting.extend(reversed(section.sections))


def _plain_path(path: str) -> str:
    """A path with dots alone between its labels."""
    return ".".join(label.strip() for label in re.split(r"[./]", path))


@frozen
class Outline:
    """The sections of a document (bố cục).

    Args:
        sections: Those of the highest level, in order, each with those below it.

    >>> part = Section(marker="1.", style=SectionStyle.ARABIC, number="1", level=2, title="Mục đích")
    >>> outline = Outline(sections=(Section(marker="I.", style=SectionStyle.ROMAN, number="I", level=1, sections=(part,)),))
    >>> outline.find("I.1").title
    'Mục đích'
    """

    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Every section, in reading order."""
        for section in self.sections:
            yield from section.walk()

    def __iter__(self) -> Iterator[Section]:
        return self.walk()

    def __len__(self) -> int:
        return sum(1 for _ in self.walk())

    def find(self, path: str) -> Section:
        """The section of a path of labels, such as ``II.1.b`` or ``I.2.Mục tiêu 3``.

        Raises:
            NotFoundError: No section has that path; the candidates are those at the last place that fits.
        """
        sections, rest = self.sections, _plain_path(path)
        while True:
            # A goal keeps the dot of its number ("Mục tiêu 1.2"), so that the longest label that fits is meant.
            fitting = [section for section in sections if f"{rest}.".startswith(f"{_plain_path(section.label)}.")]
            if not fitting:
                raise NotFoundError("section", path, [section.label for section in sections[:12]])
            found = max(fitting, key=lambda section: len(section.label))
            label = _plain_path(found.label)
            if rest == label:
                return found
            sections, rest = found.sections, rest[len(label) + 1 :]

    def paths(self) -> Iterator[tuple[str, Section]]:
        """Every section with its path, in reading order."""
        waiting = [(section.label, section) for section in reversed(self.sections)]
        while waiting:
            path, section = waiting.pop()
            yield path, section
            waiting.extend((f"{path}.{child.label}", child) for child in reversed(section.sections))
