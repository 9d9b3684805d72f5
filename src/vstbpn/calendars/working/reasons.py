"""Why a day is off, or worked although it is a Saturday."""

from vstbpn.calendars.working.swaps import Swap
from vstbpn.values import frozen
from vstbpn.vocabulary import Term


class DayReasonKind(Term):
    """What makes a day one of rest or of work (lý do nghỉ hoặc làm việc)."""

    HOLIDAY = ("holiday", "nghỉ lễ, tết", "public holiday")
    WEEKLY_REST = ("weekly-rest", "nghỉ hằng tuần", "weekly rest")
    SWAPPED_OFF = ("swapped-off", "nghỉ hoán đổi", "day off worked for on another day")
    SWAPPED_WORKED = ("swapped-worked", "làm bù", "worked for another day off")
    PROPOSED = ("proposed", "mới đề xuất nghỉ hoán đổi", "worked, unless a swap that is only proposed is announced")


@frozen
class DayReason:
    """Why a day is off, worked out of turn, or worked only as long as a swap is not announced (lý do nghỉ, làm bù).

    Args:
        kind: What makes it so.
        name: The holiday's name, or the kind's in Vietnamese.
        basis: The act or provision that orders it, where known.
        source: Where that was read.
        swap: The swap that makes it so, or would.
    """

    kind: DayReasonKind
    name: str
    basis: str | None = None
    source: str | None = None
    swap: Swap | None = None

    @property
    def is_worked(self) -> bool:
        """Whether the day is worked, as things stand: one that is only proposed to be off still is."""
        return self.kind in {DayReasonKind.SWAPPED_WORKED, DayReasonKind.PROPOSED}

    def __str__(self) -> str:
        return f"{self.name} ({self.basis})" if self.basis else self.name
