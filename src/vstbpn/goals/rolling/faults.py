"""What is wrong with figures that are added up (lỗi của số liệu), as findings."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from vstbpn.catalogue.tables import RuleRow
from vstbpn.findings import Finding, rule_row
from vstbpn.values import evolve, many

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
        wording=[_wording(fault) if fault.code in _MAY_BE_EMPTY else None for fault in several],
    )


_MAY_BE_EMPTY = {"GOL017": "suggestion", "GOL018": "indicator"}
"""Which argument of a rule may be empty; then it is worded otherwise, so that no hole is left."""


def _wording(fault: Fault) -> RuleRow | None:
    return None if dict(fault.args)[_MAY_BE_EMPTY[fault.code]] else _wording_of_none(fault.code)


@cache
def _wording_of_none(code: str) -> RuleRow:
    row = rule_row(code)
    if code == "GOL017":
        fix_vi, fix_en = row.fix_vi.replace("{suggestion}", "không có"), row.fix_en.replace("{suggestion}", "none")
        return evolve(row, fix_vi=fix_vi, fix_en=fix_en)
    return evolve(
        row,
        message_vi="{unit}, {period}: số liệu không ghi chỉ số",
        message_en="{unit}, {period}: the figures name no indicator",
    )
