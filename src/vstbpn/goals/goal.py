"""Goals (mục tiêu): a heading and the targets under it."""

import attrs

from vstbpn.goals.target import Target
from vstbpn.values import Span, frozen


@frozen
class Goal:
    """A goal (mục tiêu) and its targets (chỉ tiêu).

    Args:
        marker: How it is numbered ("Mục tiêu 1"), or None.
        title: What is to be reached, in words.
        targets: Its items with a figure, in reading order.
        qualitative: Its items without one, as written.
        span: Where it stands.

    >>> Goal(marker="Mục tiêu 1", title="Tăng tỷ lệ nữ lãnh đạo", targets=(Target.parse("đạt 50% nữ lãnh đạo"),)).years
    ()
    """

    marker: str | None = None
    title: str
    targets: tuple[Target, ...] = ()
    qualitative: tuple[str, ...] = ()
    span: Span | None = attrs.field(default=None, eq=False)

    @property
    def years(self) -> tuple[int, ...]:
        """The years by which its targets are due, each once, the earliest first."""
        return tuple(sorted({target.year for target in self.targets if target.year is not None}))
