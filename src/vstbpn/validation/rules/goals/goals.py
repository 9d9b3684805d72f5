"""Rules of goals and targets (GOL)."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from vstbpn.catalogue.tables import Confidence
from vstbpn.findings import Finding
from vstbpn.goals.national.comparison import Ambition
from vstbpn.goals.national.frame import NationalFrame
from vstbpn.goals.national.target import NationalTarget
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import is_share, scale_of
from vstbpn.plans.plan import Plan
from vstbpn.text import format_decimal
from vstbpn.validation.rule import Context, Rule
from vstbpn.values import Span
from vstbpn.vocabulary import Comparator, When

# A figure that is held against another one is no part of a whole: "tăng trưởng 120%", "bằng 105% so với năm 2020".
_HELD_AGAINST = re.compile(
    r"(?<!\w)(?:so\s+với|năm\s+trước|cùng\s+kỳ|tăng\s+trưởng|vượt(?!\s+quá)|(?:gấp|bằng)(?:\s+(?:khoảng|trên|hơn|ít\s+nhất))?\s+[0-9])",
    re.IGNORECASE,
)
# "Đạt 120% kế hoạch"; "Chỉ tiêu 1: …" only numbers the target, and "kế hoạch hóa gia đình" is no plan.
_OF_A_PLAN = re.compile(
    r"(?<!\w)(?:kế\s+hoạch(?!\s+ho[áa]|\s+hóa)|chỉ\s+tiêu(?!\s*[0-9:.]))(?!\w)"
    r"|[%‰]\s+(?:(?:các|tổng|mức|của)\s+){0,2}(?:dự\s+toán|định\s+mức|tiêu\s+chuẩn|công\s+suất|nghị\s+quyết|nhiệm\s+vụ)(?!\w)",
    re.IGNORECASE,
)
# A gross rate counts also those who are older or younger, or come from elsewhere, and may pass the whole; and what is
# no number of people out of all is held against what was planned or was before, though it is not said.
_GROSS = re.compile(
    r"(?<!\w)(?:GER|số\s+lượt|doanh\s+thu|số\s+thu|sản\s+lượng|năng\s+suất|mức\s+độ\s+hoàn\s+thành|(?:nhập|đi)\s+học\s+(?:chung|thô|gộp)|tính\s+cả|t[ỷỉ]\s+lệ\s+(?:[^\W\d_]{1,8}\s+){0,6}?(?:thô|gộp))(?!\w)",
    re.IGNORECASE,
)
_SIGNS = {Comparator.MORE_THAN: ">", Comparator.LESS_THAN: "<", Comparator.ABOUT: "~"}


def goal_without_figure(plan: Plan, context: Context) -> Iterator[Finding]:
    """A numbered goal has no target with a figure, so that nobody can say whether it was reached."""
    measured = [
        goal.span for goal in plan.goals if goal.span and any(target.value is not None for target in goal.targets)
    ]
    headings = {section.span: section.heading for section in plan.outline}
    for number, goal in enumerate(plan.goals):
        if goal.marker is None or any(target.value is not None for target in goal.targets):
            continue
        # The targets of a goal may be numbered parts of it ("Chỉ tiêu 1: …"), or have figures that are of no target.
        if goal.span is not None and any(span in goal.span for span in measured):
            continue
        if "%" in (context.text(goal.span) or ""):
            continue
        span = headings.get(goal.span) or goal.span
        yield Finding.of("GOL001", args={"marker": goal.marker}, pointer=f"/goals/{number}", span=span)


def target_without_year(plan: Plan, _: Context) -> Iterator[Finding]:
    """A target names no year, and the plan's title covers no single one."""
    for number, goal in enumerate(plan.goals):
        for place, target in enumerate(goal.targets):
            is_undated = target.year is None and target.period is None and target.when is When.BY
            if is_undated and plan.year is None:
                yield Finding.of(
                    "GOL002",
                    args={"written": target.text, "year": "2030"},
                    pointer=f"/goals/{number}/targets/{place}",
                    span=target.span,
                )


def share_above_the_whole(plan: Plan, _: Context) -> Iterator[Finding]:
    """A target sets a share that is more than the whole, and tells nothing else that it is a share of."""
    items = _Items(plan)
    for pointer, target in _targets(plan):
        whole = scale_of(target.unit) if is_share(target.unit) else None
        figure = target.value if target.value_max is None else target.value_max
        if whole is None or figure is None or figure <= whole or target.is_change:
            continue
        words = f"{target.text} {target.population or ''}"
        around = f"{words} {items.around(target.span)}"
        if not (_OF_A_PLAN.search(words) or _GROSS.search(around) or _HELD_AGAINST.search(around)):
            yield Finding.of(
                "GOL003",
                args={"written": written(target), "value": f"{format_decimal(figure)}{target.unit}"},
                pointer=pointer,
                span=target.span,
            )


def lower_than_the_nation(plan: Plan, context: Context) -> Iterator[Finding]:
    """A target aims lower than the national one of that very year, which was read in a source and is in force.

    Acts of the Government and its head set these targets; plans of Party bodies are not held against them (the table of
    rules gives this one to documents of the State).
    """
    for pointer, target in _targets(plan):
        found = NationalFrame.bundled().compare(target, on=context.on)
        if found is None or found.ambition is not Ambition.LOWER:
            continue
        national = found.national
        if national.confidence is Confidence.CONFIRMED and _is_due_with(national, target):
            yield Finding.of(
                "GOL004",
                args={
                    "written": written(target),
                    "national": _figure(national),
                    "year": national.target.period or target.year,
                    "strategy": national.act.format("vi-short"),
                    "number": national.number,
                },
                pointer=pointer,
                span=target.span,
            )


def _targets(plan: Plan) -> Iterator[tuple[str, Target]]:
    """The targets of the goals of a plan, each with its place in it."""
    for number, goal in enumerate(plan.goals):
        for place, target in enumerate(goal.targets):
            yield f"/goals/{number}/targets/{place}", target


class _Items:
    """The items of a plan by their places: the words around a target tell what it is held against."""

    def __init__(self, plan: Plan) -> None:
        items = [item for section in plan.outline for item in section.items]
        for item in items:
            items.extend(item.items)
        placed = [(item.span, item.text) for item in items if item.span is not None]
        self.placed = sorted(placed, key=lambda place: place[0].start)
        self.starts = [span.start for span, _ in self.placed]

    def around(self, span: Span | None) -> str:
        """The words of the innermost item that a place lies in; "" where there is none."""
        at = bisect_right(self.starts, span.start) - 1 if span is not None else -1
        if span is None or at < 0 or span not in self.placed[at][0]:
            return ""
        return self.placed[at][1]


def written(target: Target) -> str:
    """A target as its document words it, or else as the library does."""
    return target.text or str(target)


def _is_due_with(national: NationalTarget, target: Target) -> bool:
    """Whether it is due in the year of the target: a milestone that lies behind that year is not."""
    return national.target.when is not When.BY or national.target.year == target.year


def _figure(national: NationalTarget) -> str:
    """The figure as both languages read it: a sign for the word that compares it."""
    target = national.target
    plain = national.figure().removeprefix(f"{target.comparator.vi} ")
    return f"{_SIGNS.get(target.comparator, '')}{plain}"


_PLAN = "KẾ HOẠCH\nCông tác bình đẳng giới{}\n\nI. MỤC TIÊU\n{}\n"

GOAL_RULES = (
    Rule(
        code="GOL001",
        inspect=goal_without_figure,
        violating=_PLAN.format(
            " năm 2026", "Mục tiêu 1: Nâng cao nhận thức\n- Tăng cường tuyên truyền về bình đẳng giới."
        ),
        conforming=_PLAN.format(
            " năm 2026", "Mục tiêu 1: Nâng cao nhận thức\n- Ít nhất 90% cán bộ được tập huấn về bình đẳng giới."
        ),
    ),
    Rule(
        code="GOL002",
        inspect=target_without_year,
        violating=_PLAN.format("", "- Ít nhất 90% cán bộ được tập huấn về bình đẳng giới."),
        conforming=_PLAN.format("", "- Đến năm 2026, ít nhất 90% cán bộ được tập huấn về bình đẳng giới."),
    ),
    Rule(
        code="GOL003",
        inspect=share_above_the_whole,
        violating=_PLAN.format(" năm 2026", "- Có 105% cán bộ được tập huấn về bình đẳng giới."),
        conforming=_PLAN.format(" năm 2026", "- Có 100% cán bộ được tập huấn về bình đẳng giới."),
    ),
    Rule(
        code="GOL004",
        inspect=lower_than_the_nation,
        violating=_PLAN.format(
            " năm 2025", "- Đến năm 2025, ít nhất 50% cơ quan quản lý nhà nước có lãnh đạo chủ chốt là nữ."
        ),
        conforming=_PLAN.format(
            " năm 2025", "- Đến năm 2025, ít nhất 60% cơ quan quản lý nhà nước có lãnh đạo chủ chốt là nữ."
        ),
    ),
)
