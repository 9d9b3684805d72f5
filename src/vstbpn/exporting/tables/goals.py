"""The table of goals (bảng mục tiêu, chỉ tiêu): one row a target, and one for a goal without any."""

from collections.abc import Iterator
from decimal import Decimal

from vstbpn.exporting.tables.columns import SPAN, Cell, Column, figure, place, term, words
from vstbpn.goals.targets.goal import Goal
from vstbpn.goals.targets.target import Target
from vstbpn.plans.plan import Plan

COLUMNS = (
    Column("goal", str, "số mục tiêu", 'how the goal is numbered ("Mục tiêu 1")'),
    Column("goal_title", str, "mục tiêu", "what the goal wants, in words"),
    Column("number", str, "số chỉ tiêu", "the number of a target with a figure, as ``Plan.numbered_targets`` gives it"),
    Column("text", str, "chỉ tiêu", "the clause of the target as written"),
    Column("comparator", str, "phép so sánh", "how a result is compared: >=, >, <=, <, =, ~, between, qualitative"),
    Column("value", Decimal, "giá trị", "the figure; none for a qualitative target"),
    Column("value_max", Decimal, "giá trị trên", "the upper figure of a range"),
    Column("unit", str, "đơn vị tính", "what the figure counts: %, lần, /100 or a noun"),
    Column("direction", str, "chiều mong muốn", "where the figure is to move, where words say so: raise, lower"),
    Column("is_change", bool, "là mức thay đổi", "whether the figure is the size of a change and no level"),
    Column("population", str, "đối tượng", "whom or what it is about"),
    Column("baseline", Decimal, "mức xuất phát", "the level it starts from"),
    Column("year", int, "năm", "the year it is due in"),
    Column("when", str, "thời hạn", "whether by that year, in each year or from it on: by, each-year, onwards"),
    Column("period_start", int, "giai đoạn từ năm", "the first year of the run of years it belongs to"),
    Column("period_end", int, "giai đoạn đến năm", "the last year of it"),
    *SPAN,
)
"""What each row tells. Without a target all from ``number`` on is None but for the place, which is the goal's."""

_NO_TARGET: tuple[Cell, ...] = (None,) * (len(COLUMNS) - 4)


def goals_of(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    """The rows of a plan's targets, in reading order."""
    numbers = iter(plan.numbered_targets)
    for goal in plan.goals:
        of_goal = words(goal.marker), words(goal.title)
        told = [(target, next(numbers)) for target in goal.targets]
        for target, number in _in_reading_order(goal, told):
            yield (*of_goal, number, *_target(target))
        if not goal.targets and not goal.qualitative:
            yield (*of_goal, *_NO_TARGET, *place(goal.span))


def _in_reading_order(goal: Goal, told: list[tuple[Target, str]]) -> list[tuple[Target, str | None]]:
    """Targets with figures and those without as they stand in the text; in a goal made by hand, those without last."""
    both = [*told, *((target, None) for target in goal.qualitative)]
    if all(target.span is not None for target, _ in both):
        both.sort(key=lambda one: one[0].span.start if one[0].span is not None else 0)
    return both


def _target(target: Target) -> tuple[Cell, ...]:
    period = target.period
    return (
        words(target.text),
        term(target.comparator),
        figure(target.value),
        figure(target.value_max),
        words(target.unit),
        term(target.direction),
        target.is_change,
        target.population,
        figure(target.baseline),
        target.year,
        term(target.when),
        period.start if period is not None else None,
        period.end if period is not None else None,
        *place(target.span),
    )
