"""Goals (mục tiêu): a heading and the targets under it."""

import attrs

from vstbpn.errors import InvalidValueError
from vstbpn.goals.targets.kinds import check_kind, check_span, check_tuple
from vstbpn.goals.targets.target import Target
from vstbpn.values import Span, frozen


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
    qualitative: tuple[Target, ...] = ()
    span: Span | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        check_kind("marker", self.marker, str, is_optional=True)
        check_kind("title", self.title, str)
        check_tuple("targets", self.targets, Target)
        check_tuple("qualitative", self.qualitative, Target)
        check_span(self.span)
        for target in self.qualitative:
            if target.value is not None:
                raise InvalidValueError("qualitative", str(target), "a goal in words alone has no figure")

    @property
    def years(self) -> tuple[int, ...]:
        """The years by which its targets are due, each once, the earliest first."""
        due = (target.year for target in (*self.targets, *self.qualitative))
        return tuple(sorted({year for year in due if year is not None}))
