"""National strategies (chiến lược quốc gia): an act with its goals and targets."""

import datetime
from collections.abc import Sequence
from itertools import groupby

from vstbpn.dates import YearRange
from vstbpn.errors import InvalidValueError
from vstbpn.goals.national.target import NationalTarget
from vstbpn.goals.targets.goal import Goal
from vstbpn.references.citing.reference import Reference
from vstbpn.values import frozen
from vstbpn.vocabulary import Term

_LONGEST = 6


class StrategyKind(Term):
    """What an act that sets national targets is (loại chương trình): a strategy, or a programme under it."""

    STRATEGY = ("strategy", "chiến lược", "strategy")
    PROGRAMME = ("programme", "chương trình", "programme")


@frozen
class NationalStrategy:
    """A national strategy or programme (chiến lược quốc gia), or a province's own.

    Args:
        id: The id of the act.
        act: The act itself.
        kind: Whether it is a strategy or a programme.
        period: The years it is of; None where its title names no first one.
        title: What the act is about, as the catalogue of acts has it.
        targets: Its targets and those of its amendments, in the order of the act.

    Raises:
        InvalidValueError: A target is of another strategy.

    >>> from vstbpn.goals import NationalFrame
    >>> strategy = NationalFrame.bundled().strategy("2351/QĐ-TTg")
    >>> str(strategy.period), strategy.kind.en, len(strategy.goals())
    ('2011-2020', 'strategy', 7)
    """

    id: str
    act: Reference
    kind: StrategyKind = StrategyKind.STRATEGY
    period: YearRange | None = None
    title: str = ""
    targets: tuple[NationalTarget, ...] = ()

    def __attrs_post_init__(self) -> None:
        for target in self.targets:
            if target.strategy != self.id:
                raise InvalidValueError(
                    "strategy of a target", target.strategy[:60], f"these targets are of {self.id[:60]}"
                )

    def goals(self, on: datetime.date | None = None) -> tuple[Goal, ...]:
        """Its goals (mục tiêu) with the targets that hold on a day; by default with those that held last.

        A goal has its number for a marker and no title: the tables of targets hold none.

        >>> from vstbpn.goals import NationalFrame
        >>> first = NationalFrame.bundled().strategy("28/NQ-CP").goals()[0]
        >>> first.marker, first.title, [str(target.value) for target in first.targets]
        ('Mục tiêu 1', '', ['60', '75'])
        """
        held = sorted(self.in_force(on), key=lambda target: _order(target.goal))
        return tuple(_goal(number, tuple(targets)) for number, targets in groupby(held, key=lambda target: target.goal))

    def in_force(self, on: datetime.date | None = None) -> tuple[NationalTarget, ...]:
        """Its targets that hold on a day; by default those that held last: what an amendment took the place of is not."""
        if on is not None:
            return tuple(target for target in self.targets if target.holds(on))
        ends = [target.valid_to for target in self.targets if target.valid_to is not None]
        last = max(ends, default=None)
        return tuple(target for target in self.targets if target.valid_to is None or target.valid_to == last)


def _goal(number: str, nationals: Sequence[NationalTarget]) -> Goal:
    targets = [national.target for national in nationals]
    return Goal(
        marker=f"Mục tiêu {number}" if number else None,
        title="",
        targets=tuple(target for target in targets if target.value is not None),
        qualitative=tuple(target for target in targets if target.value is None),
    )


def _order(number: str) -> tuple[int, str]:
    """The order of numbers of goals: 2 before 10, and what is no number behind them."""
    is_plain = number.isascii() and number.isdigit() and len(number) <= _LONGEST
    return (int(number) if is_plain else 10**_LONGEST, number)
