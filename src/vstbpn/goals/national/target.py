"""A target of a national strategy (chỉ tiêu quốc gia), with where it was read and how sure that is."""

import datetime

import attrs

from vstbpn.catalogue.tables import Confidence
from vstbpn.constraints import any_text
from vstbpn.errors import InvalidValueError
from vstbpn.goals.targets.numbers import write_number
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import english_after_figure, unit_after_figure
from vstbpn.references.citing.reference import Reference
from vstbpn.values import evolve, frozen
from vstbpn.vocabulary import Comparator, Language, When, check_language

_PLAIN = frozenset({Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.EQUAL})

_STRATEGY_TAKEN = any_text("strategy", "a national target is told by the strategy it is of", at_least=1)


@frozen
class NationalTarget:
    """A target of a national strategy (chỉ tiêu quốc gia), or of whatever else a plan is to be held against.

    Args:
        target: The figure, when it is due, and whom it is about, in Vietnamese.
        act: The act that sets it: the strategy itself, or its amendment.
        strategy: The id of the strategy or programme it belongs to.
        goal: The number of its goal ("1").
        number: Its own number ("1.1"), with a letter where one target of the act holds several figures ("5.2a").
        population_en: Whom it is about, in English.
        valid_from: The first day it holds, or None where that is not known.
        valid_to: The last day it holds; None where that is not known.
        sources: Where it was read: addresses, or words.
        confidence: How sure it is.
        note: What else is to be said.

    Raises:
        InvalidValueError: It ends before it begins, or has no strategy.

    >>> from vstbpn.goals import NationalFrame
    >>> leaders = NationalFrame.bundled().strategy("28/NQ-CP").targets[0]
    >>> print(leaders.target)
    Đến năm 2025, ít nhất 60% cơ quan quản lý nhà nước, chính quyền địa phương có lãnh đạo chủ chốt là nữ
    >>> leaders.number, leaders.confidence.value, leaders.act.symbol.canonical
    ('1.1', 'confirmed', '28/NQ-CP')
    """

    target: Target
    act: Reference
    strategy: str = attrs.field(validator=_STRATEGY_TAKEN)
    goal: str = ""
    number: str = ""
    population_en: str = ""
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.UNCONFIRMED
    note: str = ""

    def __attrs_post_init__(self) -> None:
        if self.valid_from is not None and self.valid_to is not None and self.valid_to < self.valid_from:
            raise InvalidValueError("last day", f"{self.valid_to}", f"it holds from {self.valid_from} on")

    def holds(self, on: datetime.date) -> bool:
        """Whether it holds on a day, as far as its days are known: none is taken for without end."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)

    def speaks_of(self, year: int) -> bool:
        """Whether a result of that year may be held against it: it is then due, or was due before.

        A target of a term is due in each year of it, one that holds from a year on in that one and each after it, and
        one for each year in all of them; none of them before the strategy begins or after it ends.
        """
        if self.valid_from is not None and year < self.valid_from.year:
            return False
        # One that an amendment ended before it was due was nevertheless of the year it was due in.
        if self.valid_to is not None and year > max(self.valid_to.year, self.target.year or 0):
            return False
        if self.target.period is not None:
            return year in self.target.period
        return self.target.when is When.EACH_YEAR or self.target.year is None or self.target.year <= year

    def figure(self, language: Language = "vi") -> str:
        """The figure with its unit, and with the word that compares it where it is beyond the figure ("trên 90%").

        >>> from vstbpn.goals import NationalFrame
        >>> primary = next(one for one in NationalFrame.bundled().targets() if one.number == "5.2a")
        >>> primary.figure(), primary.figure("en")
        ('trên 90%', 'more than 90%')
        """
        check_language(language)
        target = self.target
        if target.value is None:
            return target.population or ""
        unit = english_after_figure(target.unit) if language == "en" else unit_after_figure(target.unit)
        figure = write_number(target.value, language)
        if target.value_max is not None:
            return f"{figure} - {write_number(target.value_max, language)}{unit}"
        if target.comparator in _PLAIN:
            return figure + unit
        return f"{target.comparator.en if language == 'en' else target.comparator.vi} {figure}{unit}"

    def due(self, language: Language = "vi") -> str:
        """When it is due, as it follows the figure: "đến năm 2025", "for 2025"."""
        check_language(language)
        target, is_english = self.target, language == "en"
        if target.period is not None:
            return f"for {target.period}" if is_english else f"trong {target.period.vi}"
        if target.when is When.EACH_YEAR:
            return target.when.en if is_english else target.when.vi
        if target.year is None:
            return ""
        if target.when is When.ONWARDS:
            return f"from {target.year} on" if is_english else f"từ năm {target.year} trở đi"
        return f"for {target.year}" if is_english else f"đến năm {target.year}"

    def cited(self, language: Language = "vi") -> str:
        """The act and the number of the target: "Nghị quyết số 28/NQ-CP, chỉ tiêu 1.1"."""
        check_language(language)
        short = self.act.format("vi-short")
        if language == "en":
            short = evolve(self.act, date=None, issuer=None, title=None, raw=None).format("en")
        word = "target" if language == "en" else "chỉ tiêu"
        return f"{short}, {word} {self.number}" if self.number else short

    def __str__(self) -> str:
        return f"{self.target} ({self.cited()})"
