"""Rules of targets (GOL): their units, their years, and whether they agree with each other."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from vstbpn.findings import Finding
from vstbpn.goals.targets.target import Target
from vstbpn.plans.outline import Item, Section
from vstbpn.plans.plan import PLAN_TYPES, Plan
from vstbpn.text import fold, format_decimal, parse_decimal
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.goals.goals import written
from vstbpn.validation.rules.word_places import place_within
from vstbpn.values import Span
from vstbpn.vocabulary import Comparator, Direction, DocumentType, When

_GOALS = re.compile(r"mục\s+tiêu|chỉ\s+tiêu", re.IGNORECASE)
_LONGEST = 2000
"""How much of an item is looked at."""

_BARE = re.compile(
    r"(?<!\w)(?:đạt|ít\s+nhất|tối\s+thiểu|trên|dưới|từ)\s+(?P<figure>[0-9]{1,3}(?:,[0-9]{1,2})?)"
    r"(?=\s*(?:[.;]?\s*$|;|\s(?:trở\s+lên|vào\s+(?:cuối\s+)?năm\s+[0-9]{4}|(?:vào\s+)?(?:năm\s+)?[0-9]{4})\s*[.;]?\s*$))",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?<!\w)t[ỷỉ]\s+lệ\s", re.IGNORECASE)
# Of these "tỷ lệ" is said as well, and they are counted by the hundred, the thousand or the woman.
_NO_SHARE = re.compile(
    r"[%‰/⁰°]|khi\s+sinh|tử\s+vong|t[ỷỉ]\s+s(?:uất|ố)|chỉ\s+số|hệ\s+số|thứ\s+hạng|vị\s+trí|điểm|phần\s+(?:trăm|nghìn)|mức\s+sinh|sinh\s+con",
    re.IGNORECASE,
)
_DOWN = re.compile(r"giảm|xuống|hạ|còn|thay\s+vì|lùi", re.IGNORECASE)
_FROM_TO = re.compile(
    r"(?<!\w)từ\s+(?P<first>[0-9]{1,3}(?:[.,][0-9]{1,2})?)\s?(?P<unit>%)?\s*(?:đến|tới|[-–])\s*(?P<last>[0-9]{1,3}(?:[.,][0-9]{1,2})?)\s?%",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"so\s+với|đã\s+đạt|đã\s+có|kết\s+quả|hiện\s+nay|hiện\s+có|giai\s+đoạn\s+trước|tính\s+đến|thực\s+hiện\s+năm",
    re.IGNORECASE,
)
_REVIEW = re.compile(r"tổng\s+kết|sơ\s+kết|đánh\s+giá|kết\s+quả|báo\s+cáo", re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9/])(?:19|20)[0-9]{2}(?![0-9])")
_OTHERS = re.compile(r":|(?<!\w)(?:cấp|vùng|khối|đối\s+với|riêng|trong\s+đó|ở|tại)(?!\w)", re.IGNORECASE)
_FEWEST_WORDS = 4
_MOST_MILESTONES = 40
_WHOLE = 100


def share_without_unit(plan: Plan, context: Context) -> Iterator[Finding]:
    """A rate is set as a bare figure: "tỷ lệ nữ lãnh đạo đạt 50" lacks its sign."""
    for title, item in _goal_items(plan):
        text = item.text[:_LONGEST]
        share = _SHARE.search(text)
        bare = _BARE.search(text, share.end()) if share is not None else None
        if bare is None or _NO_SHARE.search(text) or "%" in title or parse_decimal(bare["figure"]) > _WHOLE:
            continue
        span = place_within(bare[0], item.span, context)
        yield Finding.of("GOL005", args={"written": bare[0], "figure": bare["figure"]}, pointer="/goals", span=span)


def _goal_items(plan: Plan) -> Iterator[tuple[str, Item]]:
    """The items that stand under a heading of goals, each with that heading."""
    waiting: list[tuple[Section, str]] = [(section, "") for section in reversed(plan.outline.sections)]
    while waiting:
        section, title = waiting.pop()
        if section.title is not None and _GOALS.search(section.heading_text):
            title = section.heading_text
        if title:
            for item in section.items:
                yield title, item
                yield from ((title, inner) for inner in item.items)
        waiting.extend((child, title) for child in reversed(section.sections))


def nobody_follows_up(plan: Plan, context: Context) -> Iterator[Finding]:
    """Targets are set, the work is organised, and not a word tells who follows up how far they were reached."""
    # Only of a document that is there to its end can it be said what is not in it.
    if not plan.is_plan or plan.recipients_span is None or not any(target.value is not None for target in plan.targets):
        return
    organising = next((section for section in plan.outline.sections if _ORGANISES.search(section.title or "")), None)
    if organising is None or any(_follows_up(section) for section in plan.outline.sections):
        return
    # Where all that stands below its heading ends the document, no item was read from it.
    if not (organising.items or organising.sections) and organising.heading is not None:
        end = plan.recipients_span.start
        if organising.heading.end < end and _FOLLOW_UP.search(
            fold((context.text(Span(organising.heading.end, end)) or "")[:_LONGEST]).text
        ):
            return
    yield Finding.of("GOL006", pointer="/goals", span=organising.heading)


def _follows_up(top: Section) -> bool:
    return any(
        _FOLLOW_UP.search(section.title or "") or any(map(_item_follows_up, section.items)) for section in top.walk()
    )


def _item_follows_up(item: Item) -> bool:
    return _FOLLOW_UP.search(item.text) is not None or any(map(_item_follows_up, item.items))


_ORGANISES = re.compile(r"tổ\s+chức\s+thực\s+hiện", re.IGNORECASE)
_FOLLOW_UP = re.compile(
    r"theo\s+dõi|giám\s+sát|kiểm\s+tra|đôn\s+đốc|đánh\s+giá|tổng\s+hợp|báo\s+cáo|sơ\s+kết|tổng\s+kết|rà\s+soát|thống\s+kê|kết\s+quả",
    re.IGNORECASE,
)


def two_figures_for_one(plan: Plan, context: Context) -> Iterator[Finding]:
    """Two items of one section set the very same target for the same year, and the figures differ."""
    homes = context.shared(_homes, plan)
    for number, goal in enumerate(plan.goals):
        first: dict[tuple[object, ...], Target] = {}
        for place, target in enumerate(goal.targets):
            home = homes.of(target.span)
            if home is None or home.section < 0 or not _is_told_whole(target, home.item):
                continue
            when = (target.year, target.when, target.is_change, target.direction, target.comparator.side)
            other = first.setdefault((home.section, _subject(target), target.unit, *when), target)
            if _figures(other) != _figures(target):
                yield Finding.of(
                    "GOL007",
                    args={"written": written(target), "other": _figure(other), "figure": _figure(target)},
                    pointer=f"/goals/{number}/targets/{place}",
                    span=target.span,
                )


class _Home(NamedTuple):
    """Where a target stands: its item, and the section of it; -1 where a heading within tells whom its items are about."""

    item: Item
    section: int


class _Homes:
    """The items under headings of goals by their places."""

    def __init__(self, plan: Plan) -> None:
        found: list[tuple[Span, _Home]] = []
        led = {id(item) for section in plan.outline if _is_led(section) for item in section.items}
        numbers: dict[int, int] = {}
        for number, section in enumerate(plan.outline):
            numbers.update(dict.fromkeys(map(id, section.items), number))
        for _, item in _goal_items(plan):
            if item.span is not None:
                place = -1 if id(item) in led else numbers.get(id(item), -1)
                found.append((item.span, _Home(item, place)))
        self._found = sorted(found, key=lambda one: one[0].start)
        self._starts = [span.start for span, _ in self._found]

    def of(self, span: Span | None) -> _Home | None:
        """The innermost item a place lies in."""
        at = bisect_right(self._starts, span.start) - 1 if span is not None else -1
        if span is None or at < 0 or span not in self._found[at][0]:
            return None
        return self._found[at][1]


def _homes(plan: Plan, _: Context) -> _Homes:
    return _Homes(plan)


def _is_led(section: Section) -> bool:
    """Whether words within a section may say whom its items are about: it has no heading, or a lead-in among its items."""
    marks = {item.mark for item in section.items}
    return (
        section.title is None
        or len(marks) > 1
        or any(item.items or item.text.rstrip().endswith(":") for item in section.items)
    )


def _is_told_whole(target: Target, item: Item) -> bool:
    """Whether a target opens its item and names whom it is about itself, in words enough to be nobody else."""
    subject, clause = _subject(target), _plain(target.text)
    return (
        target.value is not None
        and subject.count(" ") >= _FEWEST_WORDS - 1
        and subject in clause
        and _plain(item.text[:_LONGEST]).startswith(clause)
    )


def _subject(target: Target) -> str:
    return _plain(target.population or "")


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _figures(target: Target) -> tuple[Decimal | None, Decimal | None]:
    return target.value, target.value_max


def year_gone_by(plan: Plan, context: Context) -> Iterator[Finding]:
    """A target is due in a year before the one the plan begins with."""
    first = _first_year(plan)
    if first is None:
        return
    if all(target.year is None or target.year >= first for target in plan.targets):
        return
    homes = context.shared(_homes, plan)
    # Where a later milestone follows, the earlier one may stand there as the one that it goes on from.
    ahead = {
        id(home.item) for target in plan.targets if (target.year or 0) >= first and (home := homes.of(target.span))
    }
    for number, goal in enumerate(plan.goals):
        for place, target in enumerate(goal.targets):
            if target.year is None or target.year >= first or target.when is not When.BY or target.baseline is not None:
                continue
            # Only what stands in an item under a heading of goals is to be reached for sure.
            home = homes.of(target.span)
            if home is None or id(home.item) in ahead:
                continue
            # "Đạt 130% năm 2025" is held against that year.
            if target.unit.startswith("%") and (target.value or 0) > _WHOLE:
                continue
            if _HISTORY.search(home.item.text, 0, _LONGEST) or str(target.year) not in target.text:
                continue
            yield Finding.of(
                "GOL008",
                args={"written": written(target), "year": target.year, "first": first},
                pointer=f"/goals/{number}/targets/{place}",
                span=place_within(str(target.year), target.span, context),
            )


def _first_year(plan: Plan) -> int | None:
    """The first year a plan is for: the earliest one of its title and its date; None for what looks back."""
    title = plan.title or ""
    kind = DocumentType.named(plan.type) if plan.type is not None else None
    if kind not in PLAN_TYPES or _REVIEW.search(title):
        return None
    years = [int(year[0]) for year in _YEAR.finditer(title)]
    if plan.date is not None and plan.date.year is not None:
        years.append(plan.date.year)
    return min(years, default=None)


def range_upside_down(plan: Plan, context: Context) -> Iterator[Finding]:
    """A range begins with its higher figure, and nothing tells that it is to fall ("từ 50% đến 40%")."""
    for number, goal in enumerate(plan.goals):
        for place, target in enumerate(goal.targets):
            if target.comparator is not Comparator.BETWEEN or _DOWN.search(target.text):
                continue
            found = _FROM_TO.search(target.text, 0, _LONGEST)
            if found is None or target.direction is not None:
                continue
            if parse_decimal(found["first"]) > parse_decimal(found["last"]):
                yield Finding.of(
                    "GOL009",
                    args={"written": found[0], "first": found["first"], "last": found["last"]},
                    pointer=f"/goals/{number}/targets/{place}",
                    span=place_within(found[0], target.span, context),
                )


def milestone_falls_back(plan: Plan, context: Context) -> Iterator[Finding]:
    """A later milestone of what is to rise is lower than an earlier one: at least 60% by 2025, 50% by 2030."""
    homes = context.shared(_homes, plan)
    for number, goal in enumerate(plan.goals):
        reached: dict[tuple[object, ...], list[Target]] = {}
        for place, target in enumerate(goal.targets):
            home = homes.of(target.span)
            if home is None or not _rises(target):
                continue
            # Those of one item belong together, and of one section those that name their subject themselves.
            places = [("item", id(home.item))]
            if home.section >= 0 and _is_told_whole(target, home.item):
                places.append(("section", home.section))
            held = [reached.setdefault((where, _subject(target), target.unit), []) for where in places]
            other = next((one for milestones in held for one in milestones if _falls_back(one, target, context)), None)
            if other is not None:
                earlier, later = sorted((other, target), key=_year_of)
                yield Finding.of(
                    "GOL020",
                    args={
                        "figure": _figure(later),
                        "year": later.year,
                        "earlier": _figure(earlier),
                        "earlier_year": earlier.year,
                    },
                    pointer=f"/goals/{number}/targets/{place}",
                    span=target.span,
                )
            for milestones in held:
                if len(milestones) < _MOST_MILESTONES:
                    milestones.append(target)


def _year_of(target: Target) -> int:
    return target.year or 0


def _falls_back(one: Target, other: Target, context: Context) -> bool:
    """Whether the later of two milestones is lower, and no words between them turn to somebody else."""
    earlier, later = sorted((one, other), key=_year_of)
    if earlier.year == later.year or (later.value or 0) >= (earlier.value or 0):
        return False
    if one.span is None or other.span is None or one.span.end > other.span.start:
        return True
    between = context.text(Span(one.span.end, other.span.start)) or ""
    return not _OTHERS.search(fold(f"{between[-_LONGEST:]}{other.text}").text)


def _rises(target: Target) -> bool:
    """Whether a target is a milestone of a level that is to rise."""
    return (
        target.value is not None
        and target.year is not None
        and target.when is When.BY
        and not target.is_change
        and target.direction is not Direction.LOWER
        and target.comparator.side is Direction.RAISE
        and _subject(target).count(" ") >= _FEWEST_WORDS - 1
    )


def _figure(target: Target) -> str:
    if target.value is None:
        return ""
    figures = [target.value] if target.value_max is None else [target.value, target.value_max]
    unit = target.unit if target.unit.startswith(("%", "‰", "/")) else f" {target.unit}"
    return f"{' - '.join(map(format_decimal, figures))}{unit}"


_PLAN = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nI. MỤC TIÊU\n{}\n"
_WHOLE_PLAN = (
    "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nI. MỤC TIÊU\n- Ít nhất 90% cán bộ được tập huấn.\n\n"
    "II. TỔ CHỨC THỰC HIỆN\n- Tổ Văn phòng {}.\n\nNơi nhận:\n- UBND xã;\n- Lưu: VT.\n"
)

TARGET_RULES = (
    Rule(
        code="GOL005",
        inspect=share_without_unit,
        violating=_PLAN.format("- Tỷ lệ nữ lãnh đạo cấp phòng đạt 50 vào năm 2026."),
        conforming=_PLAN.format("- Tỷ lệ nữ lãnh đạo cấp phòng đạt 50% vào năm 2026."),
    ),
    Rule(
        code="GOL006",
        inspect=nobody_follows_up,
        violating=_WHOLE_PLAN.format("mở lớp tập huấn"),
        conforming=_WHOLE_PLAN.format("mở lớp tập huấn, theo dõi việc thực hiện chỉ tiêu"),
    ),
    Rule(
        code="GOL007",
        inspect=two_figures_for_one,
        violating=_PLAN.format(
            "- Ít nhất 60% cán bộ nữ được bồi dưỡng nghiệp vụ.\n- Ít nhất 50% cán bộ nữ được bồi dưỡng nghiệp vụ."
        ),
        conforming=_PLAN.format(
            "- Ít nhất 60% cán bộ nữ được bồi dưỡng nghiệp vụ.\n- Ít nhất 50% cán bộ nữ được bồi dưỡng ngoại ngữ."
        ),
    ),
    Rule(
        code="GOL008",
        inspect=year_gone_by,
        violating=_PLAN.format("- Đến năm 2025, ít nhất 60% cán bộ nữ được bồi dưỡng nghiệp vụ."),
        conforming=_PLAN.format("- Đến năm 2026, ít nhất 60% cán bộ nữ được bồi dưỡng nghiệp vụ."),
    ),
    Rule(
        code="GOL009",
        inspect=range_upside_down,
        violating=_PLAN.format("- Tỷ lệ nữ lãnh đạo cấp phòng đạt từ 50% đến 40%."),
        conforming=_PLAN.format("- Tỷ lệ nữ lãnh đạo cấp phòng đạt từ 40% đến 50%."),
    ),
    Rule(
        code="GOL020",
        inspect=milestone_falls_back,
        violating=_PLAN.format(
            "- Tỷ lệ nữ lãnh đạo cấp phòng đạt ít nhất 60% vào năm 2026 và ít nhất 50% vào năm 2030."
        ),
        conforming=_PLAN.format(
            "- Tỷ lệ nữ lãnh đạo cấp phòng đạt ít nhất 50% vào năm 2026 và ít nhất 60% vào năm 2030."
        ),
    ),
)
