"""Rules of goals and tasks (GOL, ORG)."""

from collections.abc import Iterator

from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.validation.rules import Context, Rule


def goal_without_figure(plan: Plan, _: Context) -> Iterator[Finding]:
    """A numbered goal has no target with a figure, so that nobody can say whether it was reached."""
    for number, goal in enumerate(plan.goals):
        if goal.marker is not None and not any(target.value is not None for target in goal.targets):
            yield Finding.of("GOL001", args={"marker": goal.marker}, pointer=f"/goals/{number}", span=goal.span)


def target_without_year(plan: Plan, _: Context) -> Iterator[Finding]:
    """A target names no year, and the plan's title covers no single one."""
    for number, goal in enumerate(plan.goals):
        for place, target in enumerate(goal.targets):
            if target.year is None and target.period is None and plan.year is None:
                yield Finding.of(
                    "GOL002",
                    args={"written": target.text, "year": "2030"},
                    pointer=f"/goals/{number}/targets/{place}",
                    span=target.span,
                )


def task_without_owner(plan: Plan, _: Context) -> Iterator[Finding]:
    """No task of a section that organises the work names a unit."""
    owned: dict[str, bool] = {}
    for task in plan.tasks:
        path = task.path or ""
        owned[path] = owned.get(path, False) or task.unit is not None
    sections = dict(plan.outline.paths())
    for path, has_owner in owned.items():
        top = sections.get(path.split(".", maxsplit=1)[0])
        section = sections.get(path)
        organises = top is not None and top.title is not None and "tổ chức thực hiện" in top.title.casefold()
        titled = section is not None and section.title is not None and "kinh phí" not in section.title.casefold()
        if organises and not has_owner and section is not None and titled:
            yield Finding.of("ORG001", args={"path": path}, pointer="/tasks", span=section.heading)


GOAL_RULES = (
    Rule(code="GOL001", inspect=goal_without_figure),
    Rule(code="GOL002", inspect=target_without_year),
    Rule(code="ORG001", inspect=task_without_owner),
)
