"""Reading goals: the sections that set them, their targets and their items without a number."""

import re
from collections.abc import Iterator

from vstbpn.goals.goal import Goal
from vstbpn.goals.paragraphs import Setting, is_goal_item, setting_under
from vstbpn.goals.scanning import scan_targets
from vstbpn.goals.target import Target
from vstbpn.plans.outline import Item, Outline, Section
from vstbpn.text import Folded
from vstbpn.vocabulary import SectionStyle

_FIGURE = re.compile(r"[0-9]")
_NUMBERED_GOAL = re.compile(r"(?P<marker>(?:Mục tiêu|MỤC TIÊU|Chỉ tiêu|CHỈ TIÊU) (?:số )?[0-9]{1,2})\s?(?:[:.]|$)")


def read_goals(folded: Folded, outline: Outline) -> tuple[Goal, ...]:
    """Read the goals of an outline: one for each titled section that sets targets or is numbered as a goal.

    What stands in numbered paragraphs ("a) Ít nhất 90% …") belongs to the goal of the section above them.
    """
    goals: list[Goal] = []
    stack: list[tuple[Section, Setting]] = [(section, Setting()) for section in reversed(outline.sections)]
    while stack:
        section, outer = stack.pop()
        setting = setting_under(section.heading_text, outer) if section.title is not None else outer
        goal = _goal(folded, section, setting)
        if goal is not None:
            goals.append(goal)
        stack.extend((child, setting) for child in reversed(list(_titled(section))))
    return tuple(goals)


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
    qualitative: list[str] = []
    marker = _goal_marker(section)
    numbered = marker is not None
    for item in (item for part in (section, *_untitled(section)) for item in _items(part)):
        found = list(_targets(folded, item, setting))
        targets.extend(found)
        if numbered and not found:
            qualitative.append(item.text)
    if not targets and not numbered:
        return None
    return Goal(
        marker=marker,
        title=section.title or section.heading_text,
        targets=tuple(targets),
        qualitative=tuple(qualitative),
        span=section.span,
    )


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
    if item.span is None or not _FIGURE.search(item.text):
        return iter(())
    start, end = folded.index(item.span.start), folded.index(item.span.end)
    return scan_targets(
        folded,
        start,
        end,
        in_goals=setting.in_goals or is_goal_item(folded.text, start, end),
        in_results=setting.in_results,
        heading_year=setting.year,
    )
