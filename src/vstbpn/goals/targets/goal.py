"""Goals (mục tiêu): a heading and the targets under it."""

import attrs

from vstbpn.constraints import Constraint
from vstbpn.errors import shown
from vstbpn.goals.targets.kinds import check_kind, check_span, check_tuple, tuple_taken
from vstbpn.goals.targets.target import Target
from vstbpn.values import Span, frozen


def _first_with_figure(targets: object) -> object:
    """The first of some targets that has a figure, or the first thing that is no target; None where there is neither."""
    if not isinstance(targets, tuple):
        return targets
    return next((one for one in targets if not isinstance(one, Target) or one.value is not None), None)


def _shown(targets: object) -> str:
    found = _first_with_figure(targets)
    return str(found) if isinstance(found, Target) else shown(found)


_QUALITATIVE_TAKEN = Constraint(
    "qualitative",
    "a goal in words alone has no figure",
    lambda targets: isinstance(targets, tuple) and _first_with_figure(targets) is None,
    {"items": {"properties": {"value": {"type": "null"}}}},
    shows=_shown,
)


@frozen
class Goal:
    """A goal (mục tiêu) and its targets (chỉ tiêu).

    Args:
        marker: How it is numbered ("Mục tiêu 1"), or None.
        title: What is to be reached, in words.
        targets: Its items with a figure, in reading order.
        qualitative: Its items without one, as targets with ``Comparator.QUALITATIVE``.
        span: Where it stands.

    Raises:
        InvalidValueError: A target among the ``qualitative`` ones has a figure, or a field is of another kind.

    >>> goal = Goal(marker="Mục tiêu 1", title="Tăng tỷ lệ nữ lãnh đạo", targets=(Target.parse("đạt 50% nữ lãnh đạo"),),
    ...             qualitative=(Target.parse("Đến năm 2030, đa số cán bộ nữ được bồi dưỡng"),))
    >>> goal.years, goal.qualitative[0].population
    ((2030,), 'đa số cán bộ nữ được bồi dưỡng')
    """

    marker: str | None = None
    title: str
    targets: tuple[Target, ...] = ()
    qualitative: tuple[Target, ...] = attrs.field(
        default=(), validator=[tuple_taken("qualitative", Target), _QUALITATIVE_TAKEN]
    )
    span: Span | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        check_kind("marker", self.marker, str, is_optional=True)
        check_kind("title", self.title, str)
        check_tuple("targets", self.targets, Target)
        check_span(self.span)

    @property
    def years(self) -> tuple[int, ...]:
        """The years by which its targets are due, each once, the earliest first."""
        due = (target.year for target in (*self.targets, *self.qualitative))
        return tuple(sorted({year for year in due if year is not None}))
