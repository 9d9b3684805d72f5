"""Reading tasks: which items of the outline ask for work, and whose it is."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vstbpn.calendars.finding.parties import same_unit
from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.organisations.names.unit_name import scan_leading_unit, starts_like_unit
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
_BODY = r"(?P<body>(?:Đơn vị|Cơ quan|Bộ phận|Người)\s+)?"
_NO_STOP = r"(?<=[Tt][Pp]|TX|TT)\.|(?<=\b[QPHX])\."  # The dot of a rank that is cut short ends nothing.
_LEAD = re.compile(
    rf"(?:{_BODY}(?:chủ trì|thực hiện|phụ trách)|Phân công)[^:]{{0,24}}:\s*(?P<units>\S(?:[^.;]|{_NO_STOP}){{1,200}})",
    re.IGNORECASE,
)
_PARTNER = re.compile(rf"{_BODY}phối hợp[^:]{{0,24}}:\s*(?P<units>\S(?:[^.]|{_NO_STOP}){{1,300}})", re.IGNORECASE)
_DUTIES_OF = re.compile(r"(?:trách\s{1,3}nhiệm|nhiệm\s{1,3}vụ)\s{1,3}của\s", re.IGNORECASE)
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
        for section, path, owner in _work(folded, top):
            if section.items and section.title and section.heading and _is_label(section.items[0].text):
                # The heading says what is to be done, and what stands under it by whom.
                mentions, deadlines = within(section.heading)
                tasks.append(
                    Task(
                        text=section.title,
                        unit=owner,
                        path=path,
                        deadlines=deadlines,
                        mentions=mentions,
                        span=section.heading,
                    )
                )
            for item in section.items:
                _take(folded, tasks, item, path, owner, within)
    return tuple(tasks)


def with_owners(
    folded: Folded, outline: Outline, tasks: tuple[Task, ...], deadlines: tuple[Deadline, ...]
) -> tuple[tuple[Task, ...], tuple[Deadline, ...]]:
    """Tasks and deadlines where each deadline whose sentence names nobody is owed by whoever the task or its heading names.

    A deadline in a task and the same one among all of the document stay equal.
    """
    if all(deadline.who for deadline in deadlines):
        return tasks, deadlines
    owners: dict[Span, Passage] = {}
    places = [deadline.span for deadline in deadlines if deadline.span]
    starts = [place.start for place in places]
    for section, owner in _owned(folded, outline):
        if not section.span or not (owner or _is_of_others(section)):
            continue
        for place in places[bisect_left(starts, section.span.start) : bisect_left(starts, section.span.end)]:
            if owner:
                owners[place] = owner
            else:
                owners.pop(place, None)
    for task in tasks:
        if unit := task.unit:
            owners.update({deadline.span: unit for deadline in task.deadlines if deadline.span})
    return (
        tuple(evolve(task, deadlines=_owed(task.deadlines, owners)) if task.deadlines else task for task in tasks),
        _owed(deadlines, owners),
    )


def _owned(folded: Folded, outline: Outline) -> Iterator[tuple[Section, Passage | None]]:
    """All sections from the outside inwards, with the unit their heading names."""
    for top in outline.sections:
        for section in top.walk():
            if section.title and section.level > 1:
                yield section, _unit_of_heading(folded, section)


def _owed(deadlines: tuple[Deadline, ...], owners: Mapping[Span, Passage]) -> tuple[Deadline, ...]:
    return tuple(_owed_by(deadline, owners) for deadline in deadlines)


def _owed_by(deadline: Deadline, owners: Mapping[Span, Passage]) -> Deadline:
    """A deadline with its owner, where its own words name none and it is not the one it is owed to."""
    owner = owners.get(deadline.span) if deadline.span else None
    if deadline.who or owner is None or (deadline.to_whom and same_unit(owner, deadline.to_whom)):
        return deadline
    if owner.span and deadline.span and owner.span.end > deadline.span.start > owner.span.start:
        return deadline
    return evolve(deadline, who=owner)


def _work(folded: Folded, top: Section) -> Iterator[tuple[Section, str, Passage | None]]:
    """A section and all below it, with their path and the unit their heading names."""
    waiting: list[tuple[Section, str, Passage | None]] = [(top, top.label, None)]
    while waiting:
        section, path, owner = waiting.pop()
        if section.title and section.level > 1:
            owner = _unit_of_heading(folded, section) or (None if _is_of_others(section) else owner)
        yield section, path, owner
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


def _is_of_others(section: Section) -> bool:
    """Whether a heading says whose duties follow, so that those of the heading above it have no part in them."""
    return bool(section.title) and _DUTIES_OF.match(section.title) is not None  # type: ignore[arg-type]  # As just asked.


def _subject(folded: Folded, item: Item) -> Passage | None:
    """The unit that is the subject of an item's sentence."""
    return scan_leading_unit(folded, folded.index(item.span.start), folded.index(item.span.end)) if item.span else None


def _completes(folded: Folded, tasks: list[Task], item: Item, within: Within) -> bool:
    """Whether an item only says who or when of the task above it: "Đơn vị chủ trì: …", "Thời gian hoàn thành: …"."""
    task = tasks[-1]
    if match := _named_after(_LEAD, item.text):
        tasks[-1] = evolve(
            task, unit=next(_passages(folded, item, [_stripped(match["units"], match.start("units"), "")]))
        )
    elif match := _named_after(_PARTNER, item.text):
        names = [
            _stripped(part[0], match.start("units") + part.start(), ".") for part in _PART.finditer(match["units"])
        ]
        tasks[-1] = evolve(task, partners=tuple(_passages(folded, item, [name for name in names if name.words])))
    elif _TIME.match(item.text):
        deadlines = within(item.span)[1] if item.span else ()
        tasks[-1] = evolve(task, deadlines=(*task.deadlines, *deadlines))
    else:
        return False
    return True


def _is_label(text: str) -> bool:
    """Whether an item only says who of something said before it."""
    return any(_named_after(label, text) for label in (_LEAD, _PARTNER))


def _named_after(label: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A label and the units after it; one that names no body ("Chủ trì: …") only where a unit's name begins there."""
    match = label.match(text)
    if match is None or match.groupdict().get("body") or starts_like_unit(match["units"]):
        return match
    return None


_PART = re.compile(r"[^;]+")


class _Part(NamedTuple):
    """Some words of an item's text, and where in it they start."""

    words: str
    start: int


def _stripped(words: str, start: int, marks: str) -> _Part:
    """Words without the blanks and marks at their edges."""
    edges = " " + marks
    return _Part(words.strip(edges), start + len(words) - len(words.lstrip(edges)))


_WITHIN_REACH = 1000
"""How far into an item the units it names are looked for: none is named later."""


def _passages(folded: Folded, item: Item, parts: Sequence[_Part]) -> Iterator[Passage]:
    """Parts of an item's text with their places; that of the whole item for one that stands farther on than is looked.

    An item's text is what stands at its place with other blanks alone, so that its letters are counted off there.
    """
    if item.span is None:
        yield from (Passage(text=part.words) for part in parts)
        return
    first = folded.index(item.span.start)
    end = min(folded.index(item.span.end), first + _WITHIN_REACH)
    places = [place for place in range(first, end) if not folded.text[place].isspace()]
    for words, start in parts:
        before = _letters(item.text[:start])
        after = before + _letters(words)
        span = folded.span(places[before], places[after - 1] + 1) if after <= len(places) else item.span
        yield Passage(text=words, span=span)


def _letters(text: str) -> int:
    """How many characters of a text are no blanks."""
    return sum(map(len, text.split()))
