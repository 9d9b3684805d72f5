"""Who is expected to report which indicator (đơn vị phải báo cáo từng chỉ số)."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.goals.observing.indicator import Indicator
from vstbpn.organisations.figures.expecting import Expected, Wanted, read_expected
from vstbpn.organisations.figures.figures import UnitFaults
from vstbpn.text import composed

# A mapping takes keys of one type, so they are left open: indicators or their ids.
ExpectedOf = Expected | Mapping[Any, Expected]
"""Who was to report (đơn vị phải báo cáo): of all indicators, or by indicator."""

_SHOWN = 10


class Expecting:
    """Who was named as expected to report, by indicator.

    Args:
        of_all: Those named for all indicators that are not named themselves; None where nobody was.
        by_indicator: Those named for one indicator, by its id.
    """

    def __init__(self, of_all: Wanted | None, by_indicator: Mapping[str, Wanted]) -> None:
        self._of_all = of_all
        self._by_indicator = by_indicator
        self._flags: dict[str | None, bytearray] = {}

    @property
    def indicators(self) -> Iterable[str]:
        """The ids of the indicators that were named."""
        return self._by_indicator.keys()

    @property
    def named(self) -> Sequence[Wanted]:
        """All that were named."""
        return [*self._by_indicator.values(), *([] if self._of_all is None else [self._of_all])]

    def flags(
        self, indicator: str | None, ids: Sequence[str], units: Callable[[Wanted], Collection[str]]
    ) -> bytearray | None:
        """Who of the units of some ids is expected, 1 or 0; None where nobody was named.

        ``units`` tells the ids of the units that were named.
        """
        key = indicator if indicator in self._by_indicator else None
        wanted = self._of_all if key is None else self._by_indicator[key]
        if wanted is None:
            return None
        if key not in self._flags:
            self._flags[key] = bytearray(map(units(wanted).__contains__, ids))
        return self._flags[key]


def read_expecting(expected: object, known: Collection[str], unit_faults: UnitFaults) -> Expecting:
    """Whom a caller expects to report; ``unit_faults`` tells what is wrong with units.

    Args:
        expected: What the caller gave.
        known: The ids of the indicators; empty where any is taken.
        unit_faults: Tells what is wrong with the units.

    Raises:
        NotFoundError: An indicator is not known; the candidates come near, or are those there are.
        FiguresError: Some of those expected are not there, or no units, kinds or levels.
        InvalidValueError: It is no collection of these, or an indicator is none or named twice.
    """
    if not isinstance(expected, Mapping):
        return Expecting(None if expected is None else read_expected(expected, unit_faults), {})
    by_indicator: dict[str, Wanted] = {}
    for key, units in expected.items():
        indicator = key.id if isinstance(key, Indicator) else composed(key)
        if not isinstance(indicator, str):
            raise InvalidValueError("expected", shown(key), "expected who reports by indicator: an Indicator or its id")
        if known and indicator not in known:
            near = get_close_matches(indicator, known)
            raise NotFoundError("indicator in expected", shown(indicator), near or list(known)[:_SHOWN])
        if indicator in by_indicator:
            raise InvalidValueError("expected", shown(indicator), "it is given twice, as an indicator and by its id")
        by_indicator[indicator] = read_expected(units, unit_faults)
    return Expecting(None, by_indicator)
