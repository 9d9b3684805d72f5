"""What is wrong with figures that are added up (lỗi của số liệu), as findings."""

from collections.abc import Sequence
from typing import NamedTuple

from vstbpn.findings import Finding
from vstbpn.values import many

UNNAMED = "—"
"""What stands in a finding for what has no name."""


class Fault(NamedTuple):
    """A finding, with what it is sorted by (lỗi kèm khóa sắp xếp).

    Args:
        indicator: The place of its indicator among all.
        unit: The id of the unit.
        code: The rule's code.
        args: What the wording needs, as pairs.
    """

    indicator: int
    unit: str
    code: str
    args: tuple[tuple[str, str], ...]


def findings_of(faults: Sequence[Fault]) -> tuple[Finding, ...]:
    """The findings, by indicator, unit and code; each once."""
    several = sorted(set(faults))
    return many(
        Finding,
        code=[fault.code for fault in several],
        args=[fault.args for fault in several],
        variant=[_variant(fault) for fault in several],
    )


_MAY_BE_EMPTY = {"GOL017": "suggestion", "GOL018": "indicator"}
"""Which argument of a rule may be empty; then it is worded otherwise, so that no hole is left."""


def _variant(fault: Fault) -> str:
    return "none" if fault.code in _MAY_BE_EMPTY and not dict(fault.args)[_MAY_BE_EMPTY[fault.code]] else ""
