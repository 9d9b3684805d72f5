"""The units a plan names in its header, as owners and partners of tasks and as recipients, each at its own words."""

import datetime
import re
from collections.abc import Iterator

from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.organisations.names.unit_name import scan_leading_unit
from vstbpn.organisations.names.wording import UNIT_START
from vstbpn.plans.plan import Plan
from vstbpn.plans.task import Task
from vstbpn.text import fold
from vstbpn.validation.rule import Context
from vstbpn.validation.rules.word_places import place_within
from vstbpn.values import Passage, Span, frozen


@frozen
class Named:
    """A unit as a plan names it: its words, their place, and what part of the plan they are."""

    words: str
    pointer: str
    span: Span | None = None


_LONGEST_NAME = 160
_FARTHEST = 2000
"""How far into a task those it is done with are looked for."""

_WITH = re.compile(
    r"(?:phối|kết)\s+hợp(?:\s+(?:chặt\s+chẽ|thường\s+xuyên|đồng\s+bộ))?\s+(?:với|cùng)\s+(?=[^\W\d_])", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:chủ\s+trì|phụ\s+trách|phối\s+hợp)(?:\s+thực\s+hiện)?\s?:\s{0,3}(?P<units>[^\W\d_][^.;:\n]{1,160})",
    re.IGNORECASE,
)
_OLD_NAME = re.compile(r"\s{0,3}\(?(?:cũ|trước\s+đây|nay\s+là|đã\s+giải\s+thể)(?!\w)", re.IGNORECASE)
_LEFT_BEHIND = re.compile(
    r"(?<!\w)(?:(?:hồ\s+sơ|con\s+dấu|tài\s+liệu|trụ\s+sở|tài\s+sản|nhiệm\s+vụ|chức\s+năng|biên\s+chế|sổ\s+sách|dữ\s+liệu|số\s+liệu|kinh\s+phí"
    r"|nhân\s+sự|trang\s+thiết\s+bị|cơ\s+sở\s+vật\s+chất|kết\s+quả|công\s+việc|văn\s+bản|lưu\s+trữ)(?:,?\s+[^\W\d_]{1,8}){0,6}?\s+(?:của|từ|do)"
    r"|(?:kế\s+thừa|tiếp\s+quản|thay\s+thế|thu\s+hồi|chỉnh\s+lý|bàn\s+giao\s+từ|tiếp\s+nhận\s+từ)(?:\s+từ)?(?=\s+(?:các\s+)?(?:UBND|HĐND|phòng|ban|ủy|uỷ|sở|bộ)\s))\s",
    re.IGNORECASE,
)
"""What a unit of old left to others: it has nothing to do with it itself."""
_WIDEST_BEHIND = 20


def heads(plan: Plan) -> Iterator[Named]:
    """Issuer and superior."""
    for name, passage in (("issuer", plan.header.issuer), ("superior", plan.header.superior)):
        if passage is not None:
            yield Named(words=passage.text, pointer=f"/header/{name}", span=passage.span)


def addressed(plan: Plan, context: Context) -> tuple[Named, ...]:
    """Whom a plan gives work to or is sent to, each unit of a list for itself."""
    found: list[Named] = []
    for number, addressee in enumerate(plan.header.addressees):
        found.extend(_listed(addressee, f"/header/addressees/{number}", context))
    done: set[tuple[str, Span | None]] = set()
    for number, task in enumerate(plan.tasks):
        # The heading above several tasks names the owner of all of them, and is one place.
        if task.unit is not None and (task.unit.text, task.unit.span) not in done:
            done.add((task.unit.text, task.unit.span))
            found.extend(_listed(_acting(task.unit, context), f"/tasks/{number}/unit", context))
        for place, partner in enumerate(task.partners):
            found.extend(_listed(_acting(partner, context), f"/tasks/{number}/partners/{place}", context))
    for number, task in enumerate(plan.tasks):
        found.extend(_beside(task, f"/tasks/{number}", context))
    for number, deadline in enumerate(plan.deadlines):
        whom = deadline.to_whom
        if whom is not None and (whom.text, whom.span) not in done and not _is_told_of(deadline, plan):
            done.add((whom.text, whom.span))
            found.append(Named(words=whom.text, pointer=f"/deadlines/{number}/to_whom", span=whom.span))
    for number, recipient in enumerate(plan.recipients):
        if not recipient.archive:
            words = Passage(text=recipient.name, span=recipient.span)
            found.extend(_listed(words, f"/recipients/{number}", context))
    return tuple(found)


def _acting(passage: Passage, context: Context) -> Passage:
    """Some words without what they tell of a unit that left something behind: "Văn phòng Sở thu hồi con dấu của Phòng …"."""
    left = _LEFT_BEHIND.search(passage.text, 0, _FARTHEST)
    words = passage.text[: left.start()].rstrip() if left is not None else ""
    return Passage(text=words, span=place_within(words, passage.span, context)) if words else passage


def is_called_old(named: Named, context: Context) -> bool:
    """Whether the words right behind a unit tell that it is one of old."""
    if context.source is None or named.span is None:
        return False
    behind = fold(context.source[named.span.end : named.span.end + _WIDEST_BEHIND]).text
    return _OLD_NAME.match(behind) is not None


def _is_told_of(deadline: Deadline, plan: Plan) -> bool:
    """Whether a deadline was over when the plan was made, so that a report of old times is told of."""
    due = deadline.due.latest() if deadline.due is not None else None
    first = plan.date.earliest() if plan.date is not None else None
    return due is not None and first is not None and due < first


def _beside(task: Task, pointer: str, context: Context) -> Iterator[Named]:
    """The units that the words of a task say it is done by or with: "Chủ trì: Sở Nội vụ", "phối hợp với Sở Tư pháp"."""
    near = task.span
    if near is not None:
        near = Span(near.start, min(near.end, near.start + 2 * _FARTHEST))
    places = [(word.end(), word.end() + _LONGEST_NAME) for word in _WITH.finditer(task.text, 0, _FARTHEST)]
    for label in _LABEL.finditer(task.text, 0, _FARTHEST) if ":" in task.text else ():
        first, units = label.start("units"), label["units"]
        left = _LEFT_BEHIND.search(units)
        units = units if left is None else units[: left.start()]
        places.extend((first + start, first + end) for start, end in parts_of_list(units))
    for words in filter(None, (_name_at(task.text, *place) for place in places)):
        yield Named(words=words, pointer=pointer, span=place_within(words, near, context))


def _name_at(text: str, start: int, end: int) -> str | None:
    """The name of the unit that begins there in a task; None where none does, or it is told that it is one of old."""
    folded = fold(text[start:end])
    unit = scan_leading_unit(folded, 0, len(folded.text))
    if unit is None or unit.span is None or _OLD_NAME.match(folded.text, folded.index(unit.span.end)):
        return None
    return text[start + unit.span.start : start + unit.span.end]


def _listed(passage: Passage, pointer: str, context: Context) -> Iterator[Named]:
    places = parts_of_list(passage.text)
    if len(places) == 1 and pointer.startswith("/tasks"):
        yield Named(words=passage.text, pointer=pointer, span=passage.span)
        return
    for start, end in places:
        words = passage.text[start:end]
        yield Named(words=words, pointer=pointer, span=place_within(words, passage.span, context))


_JOINT = re.compile(r"\s?[,;]\s{0,3}(?:(?:và|cùng với|cùng)\s)?|\s(?:và|cùng với|cùng)\s", re.IGNORECASE)
_MANY = re.compile(r"(?:các|những|mỗi|từng)\s")
_EDGES = " \t.,;:"


def parts_of_list(text: str) -> list[tuple[int, int]]:
    """The places of the units in a list, cut where another unit's name begins.

    >>> [text[slice(*place)] for text in ("Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch",) for place in parts_of_list(text)]
    ['Sở Nội vụ', 'Sở Văn hóa, Thể thao và Du lịch']
    """
    starts, ends = [0], []
    for joint in _JOINT.finditer(text):
        at = joint.end()
        is_marked = text[at : at + 1].isupper() or _MANY.match(text, at) is not None
        if is_marked and UNIT_START.match(text, at):
            ends.append(joint.start())
            starts.append(at)
    ends.append(len(text.rstrip(_EDGES)))
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def own_days(plan: Plan) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day a plan may be of, by its date alone: the years of a title may lie far off."""
    first = plan.date.earliest() if plan.date is not None else None
    last = plan.date.latest() if plan.date is not None else None
    return (first, last) if first is not None and last is not None else None


def judged_days(plan: Plan, context: Context) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day to judge those a plan addresses by: those of its date, or the later day one asks for."""
    days, asked = own_days(plan), context.on
    if asked is None:
        return days
    if days is not None:
        return days if days[0] <= asked <= days[1] else (asked, asked)
    # The last day of a year that only a title names was not asked for by anybody.
    return None if plan.year is not None and asked == _last_day(plan.year) else (asked, asked)


def _last_day(year: int) -> datetime.date | None:
    return datetime.date(year, 12, 31) if datetime.MINYEAR <= year <= datetime.MAXYEAR else None
