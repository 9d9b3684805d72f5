"""Targets in English (viết chỉ tiêu bằng tiếng Anh): the words of whom they are about stay Vietnamese."""

from typing import TYPE_CHECKING

from vstbpn.errors import VstbpnError
from vstbpn.goals.targets.numbers import write_number
from vstbpn.goals.targets.order import inside_sentence, stands_before
from vstbpn.goals.targets.reading_english import read_english
from vstbpn.goals.targets.units import english_after_figure, is_count, is_share
from vstbpn.vocabulary import Comparator, Direction, When

if TYPE_CHECKING:
    from decimal import Decimal

    from vstbpn.goals.targets.target import Target


def write_english(target: "Target") -> str:
    """A target in English, which ``read_english`` reads back.

    Whom it is about stands in quotation marks where the words alone would be taken for something else.
    """
    plain = _written(target, target.population, marks=("", ""))
    if target.population is None or _says(plain, target):
        return plain
    return _written(target, target.population, marks=("“", "”"))


def _says(text: str, target: "Target") -> bool:
    """Whether a text is read as a target, and as no other one."""
    try:
        return read_english(text) == target
    except VstbpnError:
        return False


def _written(target: "Target", whom: str | None, *, marks: tuple[str, str]) -> str:
    when = _when(target)
    if whom is None:
        return when + _aim(target)
    opening, closing = marks
    inside = whom if opening else inside_sentence(whom)
    subject = f"{opening}{inside if when else whom}{closing}"
    if target.value is None:
        return f"{when}{subject} (no figure)"
    if target.direction is not None or stands_before(whom, target.unit, target.text):
        return f"{when}{subject}: {_aim(target)}"
    marked = f"{opening}{inside}{closing}"
    # The words behind a Vietnamese noun go on in Vietnamese: "20 hộ (nghèo được vay vốn)".
    return f"{when}{_aim(target)} ({marked})" if is_count(target.unit) else f"{when}{_aim(target)} of {marked}"


def _when(target: "Target") -> str:
    if target.when is When.ONWARDS:
        return f"From {target.year} onwards, "
    if target.when is When.EACH_YEAR:
        years = "" if target.year is None else f" until {target.year}"
        return f"Each year{years if target.period is None else f' in {target.period}'}, "
    if target.period is not None:
        return f"In {target.period}, "
    return "" if target.year is None else f"By {target.year}, "


def _aim(target: "Target") -> str:
    """How the figure is to move, how it is compared, and the figure itself."""
    figure = _figure(target)
    if target.comparator is not Comparator.EQUAL:
        figure = f"{target.comparator.en} {figure}"
    if target.direction is None:
        return figure
    moved = "lowered" if target.direction is Direction.LOWER else "raised"
    if target.is_change:
        return f"{moved} by {figure}"
    origin = "" if target.baseline is None else f" from {_first_of_two(target.baseline, target.unit)}"
    return f"{moved}{origin} to {figure}"


def _figure(target: "Target") -> str:
    assert target.value is not None  # noqa: S101  # Narrows the type; callers have asked.
    last = target.value if target.value_max is None else target.value_max
    first = "" if target.value_max is None else f"{_first_of_two(target.value, target.unit)} and "
    return f"{first}{write_number(last, 'en')}{english_after_figure(target.unit)}"


def _first_of_two(value: "Decimal", unit: str) -> str:
    """The first of two figures: a share has its sign at each, other units stand behind the second alone."""
    return f"{write_number(value, 'en')}{unit if is_share(unit) else ''}"
