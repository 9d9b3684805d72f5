"""The sections of a document that stand side by side, without those it quotes from another text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vstbpn.plans.outline import Section
from vstbpn.plans.plan import Plan
from vstbpn.validation.rule import Context
from vstbpn.validation.rules.quotations import QuotationMarks, quotation_marks
from vstbpn.vocabulary import SectionStyle

Kind = tuple[SectionStyle, str, bool]
"""What sections that are counted together have in common."""


class Family(NamedTuple):
    """The sections that stand side by side, and the pointer of each."""

    sections: Sequence[Section]
    pointers: Sequence[str]

    def placed(self) -> Iterator[tuple[str, Section]]:
        """Each pointer with its section."""
        return zip(self.pointers, self.sections, strict=True)


def stem(section: Section) -> str:
    """What of a number must be the same among siblings: the part of ``2.1`` before its last dot, the word of a goal."""
    if section.style is SectionStyle.GOAL:
        return section.marker.rsplit(" ", 1)[0].casefold()
    return section.number.rpartition(".")[0]


def kind(section: Section) -> Kind:
    """The kind of a section; "1)" below "1." opens a list of its own."""
    return section.style, stem(section), section.marker.endswith(")")


def is_quoted(section: Section, plan: Plan, context: Context) -> bool:
    """Whether a section stands in a quotation over several lines: an article of a law, a part of a plan that is amended."""
    return quotation_marks(plan, context).hold(section.heading)


def families(plan: Plan, context: Context) -> tuple[Family, ...]:
    """Every list of sections of a plan; made once for the rules that walk through them.

    What is quoted over several lines is left out, and the numbering goes on behind it: own sections that were read as
    parts of a quoted one stand among those they are counted with.
    """
    marks = quotation_marks(plan, context)
    if any(marks.hold(section.heading) for section in plan.outline) if marks.starts else False:
        return _Gathering(marks).families(plan.outline.sections)
    found = [_family("/outline/sections", plan.outline.sections)]
    # The list grows while it is walked through, so that no recursion is needed.
    for family in found:
        found.extend(
            _family(f"{pointer}/sections", section.sections) for pointer, section in family.placed() if section.sections
        )
    return tuple(found)


def _family(pointer: str, sections: tuple[Section, ...]) -> Family:
    return Family(sections, [f"{pointer}/{number}" for number in range(len(sections))])


class _Siblings:
    """A family that grows."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.pointers: list[str] = []
        self.kinds: set[Kind | SectionStyle] = set()


class _Gathering:
    """The own sections of a document, gathered in reading order from between those it quotes."""

    def __init__(self, marks: QuotationMarks) -> None:
        self._marks = marks
        root = _Siblings()
        self._all = [root]
        # The families that may go on, from the outermost to the one below the last section.
        self._open = [root]

    def families(self, sections: tuple[Section, ...]) -> tuple[Family, ...]:
        """The families of the own sections among some and all below them."""
        self._gather(sections, "/outline/sections", self._open[0])
        return tuple(Family(family.sections, family.pointers) for family in self._all if family.sections)

    def _gather(self, sections: tuple[Section, ...], pointer: str, home: _Siblings | None) -> None:
        """Take sections and those below them, which nest no deeper than an outline may."""
        for number, section in enumerate(sections):
            place = f"{pointer}/{number}"
            below = None
            if not self._marks.hold(section.heading):
                below = self._taken(section, place, home)
            if section.sections:
                self._gather(section.sections, f"{place}/sections", below)

    def _taken(self, section: Section, place: str, home: _Siblings | None) -> _Siblings:
        """Put a section into its family; gives the one that may be below it."""
        if home is None or home not in self._open:
            home = self._fitting(section)
        home.sections.append(section)
        home.pointers.append(place)
        home.kinds.update((kind(section), section.style))
        below = _Siblings()
        self._all.append(below)
        del self._open[self._open.index(home) + 1 :]
        self._open.append(below)
        return below

    def _fitting(self, section: Section) -> _Siblings:
        """The innermost family that may go on with a section: with its kind, or its style, or else below the last one."""
        for key in (kind(section), section.style):
            for family in reversed(self._open):
                if key in family.kinds:
                    return family
        return self._open[-1]
