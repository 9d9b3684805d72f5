"""Reading goals (đọc mục tiêu): the sections that set them, their targets and their items without a number."""

import re
from collections.abc import Iterator

from vstbpn.goals.finding.degrees import sets_degree, words_target
from vstbpn.goals.finding.due import Due
from vstbpn.goals.finding.numbers import may_hold_figure
from vstbpn.goals.finding.scanning import scan_under
from vstbpn.goals.finding.settings import Setting, setting_before, setting_under
from vstbpn.goals.targets.goal import Goal
from vstbpn.goals.targets.target import Target
from vstbpn.plans.outline import Item, Outline, Section
from vstbpn.text import Folded
from vstbpn.values import Span
from vstbpn.vocabulary import SectionStyle

_TARGET = re.compile(r"chỉ\s+tiêu", re.IGNORECASE)
_FARTHEST_TITLE = 6_000
_NUMBERED_GOAL = re.compile(r"(?P<marker>(?:Mục tiêu|MỤC TIÊU|Chỉ tiêu|CHỈ TIÊU) (?:số )?[0-9]{1,2})\s?(?:[:.]|$)")


def read_goals(folded: Folded, outline: Outline) -> tuple[Goal, ...]:
    """Read the goals of an outline: one for each titled section that sets targets or is numbered as a goal.

    What stands in numbered paragraphs ("a) Ít nhất 90% …") belongs to the goal of the section above them.
    """
    goals: list[Goal] = []
    outermost = _of_document(folded, outline)
    stack: list[tuple[Section, Setting]] = [(section, outermost) for section in reversed(outline.sections)]
    while stack:
        section, outer = stack.pop()
        setting = setting_under(section.heading_text, outer) if section.title is not None else outer
        goal = _goal(folded, section, setting)
        if goal is not None:
            goals.append(goal)
        stack.extend((child, setting) for child in reversed(list(_titled(section))))
    return tuple(goals)


def _of_document(folded: Folded, outline: Outline) -> Setting:
    """What the title over an outline says of all that stands in it."""
    first = next((section.span for section in outline.sections if section.span), None)
    if first is None:
        return Setting()
    end = folded.index(first.start)
    return setting_before(folded.text, max(0, end - _FARTHEST_TITLE), end)


def _untitled(section: Section) -> Iterator[Section]:
    """The numbered paragraphs below a section, and those below them."""
    for child in section.sections:
        if child.title is None:
            yield child
            yield from _untitled(child)


def _titled(section: Section) -> Iterator[Section]:
    """The next titled sections below a section, be it under a numbered paragraph."""
    for child in section.sections:
        if child.title is None:
            yield from _titled(child)
        else:
            yield child


def _goal(folded: Folded, section: Section, setting: Setting) -> Goal | None:
    targets: list[Target] = []
    qualitative: list[Target] = []
    marker = _goal_marker(section)
    if marker is not None:
        targets.extend(_in_title(folded, section, setting))
        if not targets and _TARGET.match(marker) and not (section.items or section.sections):
            qualitative.extend(_title_in_words(folded, section, setting))
    for item in (item for part in (section, *_untitled(section)) for item in _items(part)):
        found = tuple(_targets(folded, item, setting))
        targets.extend(found)
        if not found and (words := _in_words(folded, item, setting, numbered=marker is not None)):
            qualitative.append(words)
    if not targets and not qualitative and marker is None:
        return None
    return Goal(
        marker=marker,
        title=section.title or section.heading_text,
        targets=tuple(targets),
        qualitative=tuple(qualitative),
        span=section.span,
    )


def _in_title(folded: Folded, section: Section, setting: Setting) -> tuple[Target, ...]:
    """The targets a numbered goal names in its own title ("Chỉ tiêu 1: Đến năm 2030, …")."""
    return () if section.heading is None else tuple(_between(folded, section.heading, setting))


def _title_in_words(folded: Folded, section: Section, setting: Setting) -> Iterator[Target]:
    """A numbered target whose title has no figure, and nothing stands below it."""
    if section.heading is None:
        return
    start, end = folded.index(section.heading.start), folded.index(section.heading.end)
    if words := words_target(folded, start, end, Due(setting.year, when=setting.when)):
        yield words


def _in_words(folded: Folded, item: Item, setting: Setting, *, numbered: bool) -> Target | None:
    """An item without a figure as a target: any under a ``numbered`` goal, elsewhere where a word tells how many.

    What only leads in the items below it ("Chỉ tiêu cụ thể:") is none.
    """
    if item.span is None or (item.items and item.text.endswith(":")):
        return None
    start, end = folded.index(item.span.start), folded.index(item.span.end)
    if not numbered and not (setting.in_goals and sets_degree(folded.text, start, end)):
        return None
    return words_target(folded, start, end, Due(setting.year, when=setting.when))


def _goal_marker(section: Section) -> str | None:
    """How a goal is numbered, as its section ("Mục tiêu 1:") or in the title of one ("1. Mục tiêu 1: …")."""
    if section.style is SectionStyle.GOAL:
        return section.label
    named = _NUMBERED_GOAL.match(section.title or "")
    return named["marker"] if named else None


def _items(section: Section) -> Iterator[Item]:
    for item in section.items:
        yield item
        yield from item.items


def _targets(folded: Folded, item: Item, setting: Setting) -> Iterator[Target]:
    return iter(()) if item.span is None else _between(folded, item.span, setting)


def _between(folded: Folded, span: Span, setting: Setting) -> Iterator[Target]:
    start, end = folded.index(span.start), folded.index(span.end)
    if not may_hold_figure(folded.text, start, end):
        return iter(())
    return scan_under(folded, start, end, setting)
