"""Targets (chỉ tiêu): a figure to be reached, how it is to be compared, by when and by whom."""

from decimal import Decimal
from typing import Literal

import attrs

from vstbpn.dates import FIRST_YEAR, LAST_YEAR, YearRange
from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.goals.order import SHARES, inside_sentence, is_joined, same_but_capital, stands_before
from vstbpn.text import format_decimal
from vstbpn.values import Span, frozen
from vstbpn.vocabulary import Comparator, Direction

Language = Literal["vi", "en"]

_LARGEST = Decimal(10) ** 15
_MOST_DECIMALS = 6
_MOST_ZEROS = 15
_TIMES_EN = {"lần": " times", "con/phụ nữ": " children per woman", "con/bà mẹ": " children per mother"}


@frozen
class Target:
    """A target (chỉ tiêu): comparator, value, unit, when and of whom.

    Args:
        comparator: How a result is held against the value, as the words alone say (see ``Comparator``).
        value: The figure; None for a qualitative target, which no count can decide.
        value_max: The upper figure, for ``Comparator.BETWEEN`` and for no other.
        unit: "%", "lần", "/100", "/100.000", "con/phụ nữ" or the noun counted; "" for a qualitative target.
        direction: Where the figure is to move, when words say so ("giảm", "tăng").
        is_change: Whether the figure is the size of a change ("giảm 50% số cặp tảo hôn") and no level.
        population: Whom or what the figure is about, as written; whether its first letter is a capital is no part of
            what the target is.
        year: By which year.
        period: The run of years it belongs to ("giai đoạn 2026 - 2030"); the target is due in its last year.
        baseline: The level it starts from ("giảm từ 23% xuống 18%").
        text: The clause as written, on one line; no part of what the target is.
        span: Where the clause stands.

    Raises:
        InvalidValueError: The parts do not go together.

    >>> target = Target.parse("ít nhất 60% cơ quan có lãnh đạo chủ chốt là nữ vào năm 2025")
    >>> target.comparator, target.value, target.unit, target.year, target.population
    (Comparator.AT_LEAST, Decimal('60'), '%', 2025, 'cơ quan có lãnh đạo chủ chốt là nữ')
    >>> print(target)
    Đến năm 2025, ít nhất 60% cơ quan có lãnh đạo chủ chốt là nữ
    """

    comparator: Comparator
    value: Decimal | None
    value_max: Decimal | None = None
    unit: str = ""
    direction: Direction | None = None
    is_change: bool = False
    population: str | None = attrs.field(default=None, eq=same_but_capital)
    year: int | None = None
    period: YearRange | None = None
    baseline: Decimal | None = None
    text: str = attrs.field(default="", eq=False)
    span: Span | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        for name in ("value", "value_max", "baseline"):
            _check_figure(name, getattr(self, name))
        if self.value is None:
            self._check_qualitative()
        elif not self.unit:
            raise InvalidValueError("unit", self.unit, "a figure needs a unit")
        self._check_range()
        self._check_direction()
        if self.year is not None and not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise InvalidValueError(
                "year", "…" if abs(self.year) > 9999 else str(self.year), f"years run from {FIRST_YEAR} to {LAST_YEAR}"
            )
        if self.period is not None and self.year != self.period.end:
            raise InvalidValueError("year", str(self.year), f"a target of {self.period} is due in its last year")

    def _check_qualitative(self) -> None:
        if self.comparator is not Comparator.EQUAL or self.unit or self.value_max is not None or not self.population:
            raise InvalidValueError(
                "value", "None", "a target without a figure has words (population) and nothing else"
            )
        if self.baseline is not None or self.is_change:
            raise InvalidValueError("value", "None", "a target without a figure has no baseline and no size of change")

    def _check_range(self) -> None:
        if (self.comparator is Comparator.BETWEEN) != (self.value_max is not None):
            raise InvalidValueError(
                "value_max", str(self.value_max), "a range has an upper figure, and nothing else has"
            )
        if self.value is not None and self.value_max is not None and self.value >= self.value_max:
            raise InvalidValueError("value_max", str(self.value_max), f"the range begins at {self.value}")

    def _check_direction(self) -> None:
        if self.direction is None and (self.is_change or self.baseline is not None):
            raise InvalidValueError("direction", "None", "a change or a baseline needs a direction")
        if self.is_change and self.baseline is not None:
            raise InvalidValueError("baseline", str(self.baseline), "the size of a change has no baseline")

    @classmethod
    def parse(cls, text: str) -> "Target":
        """Read the one target of a clause; ``format`` is its inverse.

        A clause without a figure is read where a word tells how many ("đa số", "đủ", "không để xảy ra").

        Raises:
            ParseError: The clause holds no target, or several.

        >>> Target.parse("tỷ lệ nữ thạc sỹ đạt 50% và tỷ lệ nữ tiến sỹ đạt 25%")
        Traceback (most recent call last):
        vstbpn.errors.ParseError: expected one target, found 2
          tỷ lệ nữ thạc sỹ đạt 50% và tỷ lệ nữ tiến sỹ đạt 25%
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """
        from vstbpn.goals.scanning import read_clause  # Reading makes targets, so it imports this module.

        found = read_clause(text)
        if len(found) != 1:
            raise ParseError(text, Span(0, len(text)), f"expected one target, found {len(found) or 'none'}")
        return found[0]

    def format(self, language: Language = "vi") -> str:
        """The target in official Vietnamese, which ``parse`` reads back, or in English.

        The words of the population stay as they are, but for a capital inside a sentence. A rate stands before its
        figure, and so does any other subject that stood there in ``text``.

        >>> print(Target.parse("Tỷ lệ nữ thạc sĩ đạt ít nhất 50% vào năm 2025"))
        Đến năm 2025, tỷ lệ nữ thạc sĩ đạt ít nhất 50%
        >>> target = Target(comparator=Comparator.LESS_THAN, value=Decimal(24), unit="/100", direction=Direction.LOWER,
        ...                 population="tỷ lệ phá thai", year=2020)
        >>> print(target)
        Đến năm 2020, giảm tỷ lệ phá thai xuống dưới 24/100
        >>> target.format("en")
        'By 2020, tỷ lệ phá thai: lowered to less than 24 per 100'
        """
        return _english(self) if language == "en" else _vietnamese(self)

    def __str__(self) -> str:
        return self.format()


def _check_figure(name: str, value: Decimal | None) -> None:
    if value is None:
        return
    if not value.is_finite():
        raise InvalidValueError(name, str(value), "expected a finite number")
    if not 0 <= value < _LARGEST or not -_MOST_DECIMALS <= int(value.as_tuple().exponent) <= _MOST_ZEROS:
        raise InvalidValueError(name, str(value), f"figures run from 0 to 10^15 with at most {_MOST_DECIMALS} decimals")


def _vietnamese(target: Target) -> str:
    when = ""
    if target.period is not None:
        when = f"Trong {target.period.vi}, "
    elif target.year is not None:
        when = f"Đến năm {target.year}, "
    return when + _core(target, is_first=not when)


def _core(target: Target, *, is_first: bool) -> str:
    """The target without its time, in Vietnamese; ``is_first`` where it opens the sentence."""
    whom = target.population or ""
    inside = inside_sentence(whom)
    subject = whom if is_first else inside
    if target.value is None:
        return subject
    figure = _figure(target)
    compared = "" if target.comparator in {Comparator.EQUAL, Comparator.BETWEEN} else f"{target.comparator.vi} "
    if target.direction is not None:
        move, to = ("giảm", "xuống") if target.direction is Direction.LOWER else ("tăng", "lên")
        if target.is_change:
            return f"{move} {compared}{figure} {inside}".rstrip()
        origin = "" if target.baseline is None else f"từ {_with_unit(target.baseline, target.unit)} "
        return " ".join(f"{move} {inside} {origin}{to} {compared}{figure}".split())
    if not stands_before(whom, target.unit, target.text):
        return f"{compared or 'đạt '}{figure} {inside}".rstrip()
    # A plain number needs its verb to be read as a target.
    if target.comparator is not Comparator.EQUAL and _counts(target) and not is_joined(whom, target.text):
        return f"{subject} {compared}{figure}"
    return f"{subject} đạt {compared}{figure}".lstrip()


def _counts(target: Target) -> bool:
    """Whether the unit is the noun of what is counted."""
    return target.unit not in SHARES and not target.unit.startswith("/") and target.unit not in _TIMES_EN


def _figure(target: Target) -> str:
    assert target.value is not None  # noqa: S101  # Narrows the type; callers have asked.
    if target.value_max is None:
        return _with_unit(target.value, target.unit)
    return f"{format_decimal(target.value)} - {_with_unit(target.value_max, target.unit)}"


def _with_unit(value: Decimal, unit: str) -> str:
    return f"{format_decimal(value)}{unit}" if unit[0] in "%‰/" else f"{format_decimal(value)} {unit}"


def _english(target: Target) -> str:
    when = ""
    if target.period is not None:
        when = f"In {target.period.start}-{target.period.end}, "
    elif target.year is not None:
        when = f"By {target.year}, "
    whom = target.population or ""
    if when:
        whom = inside_sentence(whom)
    if target.value is None:
        return f"{when}{whom}"
    figure = _english_figure(target)
    if target.comparator is not Comparator.EQUAL:
        figure = f"{target.comparator.en} {figure}"
    if target.direction is not None:
        moved = "lowered" if target.direction is Direction.LOWER else "raised"
        origin = "" if target.baseline is None else f" from {_english_unit(target.baseline, target.unit)}"
        moved = f"{moved} by" if target.is_change else f"{moved}{origin} to"
        return f"{when}{whom}{': ' if whom else ''}{moved} {figure}"
    if not whom:
        return f"{when}{figure}"
    if stands_before(whom, target.unit, target.text):
        return f"{when}{whom}: {figure}"
    return f"{when}{figure} {'of ' if target.unit in SHARES else ''}{inside_sentence(whom)}"


def _english_figure(target: Target) -> str:
    assert target.value is not None  # noqa: S101  # Narrows the type; callers have asked.
    figure = _english_unit(target.value, target.unit)
    return (
        figure if target.value_max is None else f"{target.value:,f} and {_english_unit(target.value_max, target.unit)}"
    )


def _english_unit(value: Decimal, unit: str) -> str:
    if unit.startswith("/"):
        return f"{value:,f} per {unit[1:].replace('.', ',')}"
    return f"{value:,f}{unit if unit in {'%', '‰'} else _TIMES_EN.get(unit, f' {unit}')}"
