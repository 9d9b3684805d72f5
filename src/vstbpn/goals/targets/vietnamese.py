"""Targets in official Vietnamese (viết chỉ tiêu): when, whom, how compared, how much."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from vstbpn.goals.targets.numbers import write_number
from vstbpn.goals.targets.order import inside_sentence, is_joined, is_measured, stands_before
from vstbpn.goals.targets.units import is_count, is_part, is_yearly, unit_after_figure
from vstbpn.vocabulary import Comparator, Direction, When

if TYPE_CHECKING:
    from vstbpn.goals.targets.target import Target

_WHOLE = Decimal(100)
# What is a number itself reaches one; whoever has, holds or sets up what is counted has so many.
_NUMBER = re.compile(r"(?:(?:tổng|các)\s+)?(?:số|mức|chỉ\s+số|quy\s+mô|doanh\s+thu|thu\s+nhập)(?!\w)", re.IGNORECASE)
# Those counted on both sides of a rate are told where the clause told them: "115 bé trai/100 bé gái".
_SIDES = re.compile(
    r"[0-9](?P<over> (?:bé|trẻ|trẻ em) (?:trai|nam))? ?/ ?(?P<per>1[0.]{2,8})"
    r"(?P<under> (?:(?:bé|trẻ|trẻ em) (?:gái|nữ)|(?:trẻ|ca) (?:đẻ|sinh)(?: ra)?(?: sống)?|phụ nữ|bà mẹ|người dân|dân))(?!\w)",
    re.IGNORECASE,
)


def write_vietnamese(target: "Target") -> str:
    """A target in official Vietnamese."""
    when = _when(target)
    return when + _core(target, is_first=not when)


def _when(target: "Target") -> str:
    if target.when is When.ONWARDS:
        return f"Từ năm {target.year} trở đi, "
    years = ""
    if target.period is not None:
        years = f"trong {target.period.vi}"
    elif target.year is not None:
        years = f"đến năm {target.year}"
    # "2 buổi/năm" says each year itself.
    if target.when is When.EACH_YEAR and not is_yearly(target.unit):
        return f"{f'Hằng năm {years}'.rstrip()}, "
    return f"{years[:1].upper()}{years[1:]}, " if years else ""


def _core(target: "Target", *, is_first: bool) -> str:
    """The target without its time; ``is_first`` where it opens the sentence."""
    whom = target.population or ""
    inside = inside_sentence(whom)
    subject = whom if is_first else inside
    if target.value is None:
        return subject
    figure = _compared(target) + _figure(target)
    is_before = bool(whom) and stands_before(whom, target.unit, target.text)
    if target.direction is not None:
        move, to = ("giảm", "xuống") if target.direction is Direction.LOWER else ("tăng", "lên")
        if target.is_change:
            return f"{subject} {move} {figure}" if is_before else f"{move} {figure} {inside}".rstrip()
        origin = "" if target.baseline is None else f"từ {write_number(target.baseline, 'vi')}{_unit(target)}"
        return " ".join(filter(None, (move, inside, origin, to, figure)))
    if not is_before:
        return f"{'' if _says_how(target) else 'đạt '}{figure} {inside}".rstrip()
    verb = _verb(target, whom)
    return f"{subject} {verb} {figure}" if verb else f"{subject} {figure}"


def _verb(target: "Target", whom: str) -> str:
    """What joins whom a target is about to the figure behind it; a plain number needs one to be read as a target."""
    if target.comparator is Comparator.EQUAL:
        return "đạt"
    if is_count(target.unit):
        if not is_joined(whom, target.text):
            return ""
        return "đạt" if _NUMBER.match(whom) else "có"
    # A ceiling is kept, not reached: "tỷ số tử vong mẹ dưới 42/100.000".
    return "" if target.comparator.side is Direction.LOWER and is_measured(whom, target.unit) else "đạt"


def _says_how(target: "Target") -> bool:
    """Whether a word stands before the figure that compares it."""
    return target.comparator not in {Comparator.EQUAL, Comparator.BETWEEN}


def _compared(target: "Target") -> str:
    if not _says_how(target):
        return ""
    # "Trên 100%" is said of the whole, which nothing is more than.
    beyond = target.comparator is Comparator.MORE_THAN and target.unit == "%" and (target.value or 0) >= _WHOLE
    return "hơn " if beyond else f"{target.comparator.vi} "


def _figure(target: "Target") -> str:
    assert target.value is not None  # noqa: S101  # Narrows the type; callers have asked.
    low, unit = write_number(target.value, "vi"), _unit(target)
    if target.value_max is None:
        return low + unit
    return f"{low}{unit if is_part(target.unit) else ''} - {write_number(target.value_max, 'vi')}{unit}"


def _unit(target: "Target") -> str:
    unit = unit_after_figure(target.unit)
    sides = _SIDES.search(target.text) if "/" in target.text else None
    if sides is None or f"/{sides['per']}" != unit:
        return unit
    return f"{sides['over'] or ''}{unit}{sides['under']}"
