"""Reading tasks: which items of the outline ask for work, and whose it is."""

import re
from collections.abc import Callable, Iterator

from vstbpn.calendars.deadlines import Deadline
from vstbpn.organisations.names.unit_name import scan_leading_unit
from vstbpn.plans.outline import Item, Outline, Section
from vstbpn.plans.task import Task
from vstbpn.references.finding.mention import Mention
from vstbpn.text import Folded
from vstbpn.values import Passage, Span, evolve

_WORK = re.compile(
    r"nhiệm vụ|giải pháp|nội dung|tổ chức thực hiện|phân công|trách nhiệm|hoạt động|triển khai|biện pháp|tổ chức",
    re.IGNORECASE,
)
_NO_WORK = re.compile(r"mục đích|yêu cầu|mục tiêu|chỉ tiêu|quan điểm|phạm vi|đối tượng|căn cứ", re.IGNORECASE)
_LEAD = re.compile(r"(?:Đơn vị|Cơ quan)\s+(?:chủ trì|thực hiện)[^:]{0,24}:\s*(?P<units>\S[^.;]{1,200})", re.IGNORECASE)
_PARTNER = re.compile(r"(?:Đơn vị|Cơ quan)\s+phối hợp[^:]{0,24}:\s*(?P<units>\S[^.]{1,300})", re.IGNORECASE)
_TIME = re.compile(r"Thời\s+(?:gian|hạn)[^:]{0,24}:", re.IGNORECASE)

Within = Callable[[Span], tuple[tuple[Mention, ...], tuple[Deadline, ...]]]


def read_tasks(folded: Folded, outline: Outline, within: Within) -> tuple[Task, ...]:
    """Read the tasks of an outline.

    Args:
        folded: The text the outline was read from.
        outline: The outline.
        within: Gives the references and the deadlines that stand in a span.
    """
    tasks: list[Task] = []
    for top in outline.sections:
        if top.title is None or not _WORK.search(top.title) or _NO_WORK.search(top.title):
            continue
        for path, owner, items in _work(folded, top):
            for item in items:
                _take(folded, tasks, item, path, owner, within)
    return tuple(tasks)


def _work(folded: Folded, top: Section) -> Iterator[tuple[str, Passage | None, tuple[Item, ...]]]:
    """The items of a section and of all below it, with their path and the unit their heading names."""
    waiting: list[tuple[Section, str, Passage | None]] = [(top, top.label, None)]
    while waiting:
        section, path, owner = waiting.pop()
        if section.title and section.level > 1:
            owner = _unit_of_heading(folded, section) or owner
        yield path, owner, section.items
        waiting.extend((child, f"{path}.{child.label}", owner) for child in reversed(section.sections))


def _take(  # noqa: PLR0917  # What a task is made of, handed down from item to item.
    folded: Folded, tasks: list[Task], item: Item, path: str, owner: Passage | None, within: Within
) -> None:
    if tasks and tasks[-1].path == path and _completes(folded, tasks, item, within):
        return
    if item.items and item.text.endswith(":"):
        below = _subject(folded, item) or owner
        for inner in item.items:
            _take(folded, tasks, inner, path, below, within)
        return
    mentions, deadlines = within(item.span) if item.span else ((), ())
    unit = _subject(folded, item) or owner
    tasks.append(Task(text=item.text, unit=unit, path=path, deadlines=deadlines, mentions=mentions, span=item.span))
    for inner in item.items:
        _take(folded, tasks, inner, path, unit, within)


def _unit_of_heading(folded: Folded, section: Section) -> Passage | None:
    """The unit a heading names after its marker."""
    if section.heading is None:
        return None
    start, end = folded.index(section.heading.start), folded.index(section.heading.end)
    start += len(section.marker)
    while start < end and folded.text[start].isspace():
        start += 1
    return scan_leading_unit(folded, start, end)


def _subject(folded: Folded, item: Item) -> Passage | None:
    """The unit that is the subject of an item's sentence."""
    return scan_leading_unit(folded, folded.index(item.span.start), folded.index(item.span.end)) if item.span else None


def _completes(folded: Folded, tasks: list[Task], item: Item, within: Within) -> bool:
    """Whether an item only says who or when of the task above it: "Đơn vị chủ trì: …", "Thời gian hoàn thành: …"."""
    task = tasks[-1]
    if match := _LEAD.match(item.text):
        tasks[-1] = evolve(task, unit=_words(folded, item, match["units"].strip()))
    elif match := _PARTNER.match(item.text):
        names = [name.strip(" .") for name in match["units"].split(";")]
        tasks[-1] = evolve(task, partners=tuple(_words(folded, item, name) for name in names if name))
    elif _TIME.match(item.text):
        deadlines = within(item.span)[1] if item.span else ()
        tasks[-1] = evolve(task, deadlines=(*task.deadlines, *deadlines))
    else:
        return False
    return True


_WITHIN_REACH = 1000
"""How far into an item the units it names are looked for: none is named later."""


def _words(folded: Folded, item: Item, words: str) -> Passage:
    """Some words of an item with their place; that of the item where they stand there with other blanks."""
    if item.span is None:
        return Passage(text=words)
    first = folded.index(item.span.start)
    end = min(folded.index(item.span.end), first + _WITHIN_REACH)
    at = folded.text[first:end].replace("\n", " ").find(words)
    start = first + at
    return Passage(text=words, span=item.span if at < 0 else folded.span(start, start + len(words)))
