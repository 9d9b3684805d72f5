"""Targets (chỉ tiêu): a figure to be reached, how it is to be compared, by when and by whom."""

import re
from decimal import Decimal

import attrs

from vstbpn.constraints import Constraint, one_line, such_that, told, whole_number
from vstbpn.dates import FIRST_YEAR, LAST_YEAR, YearRange
from vstbpn.errors import InvalidValueError, ParseError, shown
from vstbpn.goals.targets.english import write_english
from vstbpn.goals.targets.order import same_but_capital
from vstbpn.goals.targets.reading_english import read_english
from vstbpn.goals.targets.units import UNIT_TAKEN, check_unit, is_yearly
from vstbpn.goals.targets.vietnamese import write_vietnamese
from vstbpn.text import composed, fold
from vstbpn.values import Span, frozen
from vstbpn.vocabulary import Comparator, Direction, Language, When, check_language

_LARGEST = Decimal(10) ** 15
_MOST_DECIMALS = 6
_MOST_ZEROS = 15
_DIGITS = re.compile(r"[0-9][0-9.,]*")
_NEEDED: tuple[tuple[str, type], ...] = (("comparator", Comparator), ("is_change", bool), ("when", When), ("text", str))
_EMPTY_IN_WORDS = (("value_max", None), ("unit", ""), ("direction", None), ("is_change", False), ("baseline", None))
"""What a target without a figure says nothing of."""
_OPTIONAL: tuple[tuple[str, type], ...] = (
    ("direction", Direction),
    ("population", str),
    ("period", YearRange),
    ("span", Span),
)


def _is_figure(value: object) -> bool:
    return (
        isinstance(value, Decimal)
        and value.is_finite()
        and not value.is_signed()
        and value < _LARGEST
        and -_MOST_DECIMALS <= int(value.as_tuple().exponent) <= _MOST_ZEROS
    )


def _figure_taken(name: str) -> Constraint:
    pattern = rf"^(?:0|[1-9][0-9]{{0,14}})(?:\.[0-9]{{1,{_MOST_DECIMALS}}})?$"
    return Constraint(name, _FIGURES, _is_figure, {"pattern": pattern})


# Documents hold many targets, so that what their fields take is asked in one go, and of those alone that are told.
_FIGURES = f"figures run from 0 to 10^15 with at most {_MOST_DECIMALS} decimals"
_FIGURES_TAKEN = {name: _figure_taken(name) for name in ("value", "value_max", "baseline")}
_POPULATION_TAKEN = one_line("population", "expected words on one line, with single blanks between")
_YEAR_TAKEN = whole_number("year", FIRST_YEAR, LAST_YEAR, f"expected a whole number from {FIRST_YEAR} to {LAST_YEAR}")
_PERIOD_TAKEN = such_that(
    "period",
    lambda period: isinstance(period, YearRange) and period.start != period.end,
    "a single year is the year, and no run of years",
)


@frozen
class Target:
    """A target (chỉ tiêu): comparator, value, unit, when and of whom.

    Args:
        comparator: How a result is held against the value, as the words alone say (see ``Comparator``).
        value: The figure; None for a qualitative target ("đa số", "đủ"), which no count can decide.
        value_max: The upper figure, for ``Comparator.BETWEEN`` and for no other.
        unit: "%", "‰", "lần", "con/phụ nữ", "/100" (also "/1.000" to "/1.000.000"), "/3" for thirds (also the others
            from "/2" to "/99") or the noun counted; "" for a qualitative target.
        direction: Where the figure is to move, when words say so ("giảm", "tăng").
        is_change: Whether the figure is the size of a change ("giảm 50% số cặp tảo hôn") and no level.
        population: Whom or what the figure is about, as written; whether its first letter is a capital is no part of
            what the target is.
        year: The year it is due in; None where no words tell one.
        when: Whether it is due by that year, in each year (up to that one, if there is one), or from that year on.
        period: The run of years it belongs to ("giai đoạn 2026 - 2030"); the target is due in its last year.
        baseline: The level it starts from ("giảm từ 23% xuống 18%").
        text: The clause as written, on one line; no part of what the target is.
        span: Where the clause stands.

    Raises:
        InvalidValueError: A part is not of its kind (figures are ``Decimal``, from 0 up to 10^15), or parts do not go
            together: a comparison without a figure; a figure without a unit or a unit without a figure; a range without an upper
            figure or that does not rise; a baseline or a
            size of change without a direction, or both at once; a year that is not the last one of the period; "from
            … on" without a year or with a period; so much a year ("buổi/năm") by a year; a target without a figure that says more than words and when.

    >>> target = Target.parse("ít nhất 60% cơ quan có lãnh đạo chủ chốt là nữ vào năm 2025")
    >>> target.comparator, target.value, target.unit, target.year, target.population
    (Comparator.AT_LEAST, Decimal('60'), '%', 2025, 'cơ quan có lãnh đạo chủ chốt là nữ')
    >>> print(target)
    Đến năm 2025, ít nhất 60% cơ quan có lãnh đạo chủ chốt là nữ
    """

    comparator: Comparator
    value: Decimal | None = attrs.field(metadata=told(_FIGURES_TAKEN["value"]))
    value_max: Decimal | None = attrs.field(default=None, metadata=told(_FIGURES_TAKEN["value_max"]))
    unit: str = attrs.field(default="", converter=composed, metadata=told(UNIT_TAKEN))
    direction: Direction | None = None
    is_change: bool = False
    population: str | None = attrs.field(
        default=None, converter=composed, eq=same_but_capital, metadata=told(_POPULATION_TAKEN)
    )
    year: int | None = attrs.field(default=None, metadata=told(_YEAR_TAKEN))
    when: When = When.BY
    period: YearRange | None = attrs.field(default=None, metadata=told(_PERIOD_TAKEN))
    baseline: Decimal | None = attrs.field(default=None, metadata=told(_FIGURES_TAKEN["baseline"]))
    text: str = attrs.field(default="", converter=composed, eq=False)
    span: Span | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        for name, kind in _NEEDED:
            _check_kind(name, getattr(self, name), kind)
        for name, kind in _OPTIONAL:
            if getattr(self, name) is not None:
                _check_kind(name, getattr(self, name), kind)
        if self.population is not None:
            _POPULATION_TAKEN.check(self.population)
        for name, taken in _FIGURES_TAKEN.items():
            _check_figure(taken, getattr(self, name))
        if self.value is None:
            self._check_qualitative()
        else:
            self._check_figures()
        self._check_when()

    def _check_qualitative(self) -> None:
        if self.comparator is not Comparator.QUALITATIVE:
            raise InvalidValueError(
                "value", "None", "a target that compares needs a figure; one without is qualitative"
            )
        if self.population is None:
            raise InvalidValueError("population", "None", "a target without a figure says in words what it wants")
        for name, empty in _EMPTY_IN_WORDS:
            if getattr(self, name) != empty:
                raise InvalidValueError(
                    name, shown(getattr(self, name)), "a target without a figure has words, and nothing else"
                )

    def _check_figures(self) -> None:
        if self.comparator is Comparator.QUALITATIVE:
            raise InvalidValueError("comparator", "qualitative", "a target with a figure compares it")
        if self.unit == "":
            raise InvalidValueError("unit", "", "a figure needs a unit: %, lần, /100 and the like, or the noun counted")
        check_unit(self.unit)
        if (self.comparator is Comparator.BETWEEN) != (self.value_max is not None):
            raise InvalidValueError(
                "value_max", str(self.value_max), "a range has an upper figure, and nothing else has"
            )
        if self.value is not None and self.value_max is not None and self.value >= self.value_max:
            raise InvalidValueError("value_max", str(self.value_max), f"the range begins at {self.value}")
        if self.direction is None and (self.is_change or self.baseline is not None):
            raise InvalidValueError("direction", "None", "a change or a baseline needs a direction")
        if self.is_change and self.baseline is not None:
            raise InvalidValueError("baseline", str(self.baseline), "the size of a change has no baseline")

    def _check_when(self) -> None:
        year, period = self.year, self.period
        if year is not None:
            _YEAR_TAKEN.check(year)
        if period is not None and not _PERIOD_TAKEN.accepts(period):
            raise InvalidValueError("period", str(period), _PERIOD_TAKEN.expected)
        if period is not None and year != period.end:
            raise InvalidValueError("year", shown(year), f"a target of {period} is due in its last year")
        if is_yearly(self.unit) and self.when is When.BY:
            raise InvalidValueError(
                "when", "by", f"so much a year ({self.unit}) is due in each year, or from one year on"
            )
        if self.when is When.ONWARDS and (year is None or period is not None):
            raise InvalidValueError(
                "when", "onwards", "a target that holds from a year on names that year, and no run of years"
            )

    @classmethod
    def parse(cls, text: str, language: Language = "vi") -> "Target":
        """Read the one target of a clause; ``format`` in the same language is its inverse.

        Vietnamese is read as documents write it, a clause without a figure where a word tells how many ("đa số", "đủ",
        "không để xảy ra"). English is read as ``format`` writes it, and in no other way.

        Args:
            text: The clause.
            language: ``vi`` or ``en``.

        Raises:
            ParseError: The clause holds no target, or several.
            InvalidValueError: It is no text, or there is no such language.

        >>> Target.parse("By 2025, tỷ lệ nữ thạc sĩ: at least 50%", "en").comparator
        Comparator.AT_LEAST
        >>> Target.parse("tỷ lệ nữ thạc sỹ đạt 50% và tỷ lệ nữ tiến sỹ đạt 25%")
        Traceback (most recent call last):
        vstbpn.errors.ParseError: expected one target, found 2: the second begins here
          tỷ lệ nữ thạc sỹ đạt 50% và tỷ lệ nữ tiến sỹ đạt 25%
                                      ^^^^^^^^^^^^^^^^^^^^^^^^
        """
        if not isinstance(text, str):
            raise InvalidValueError("text", shown(text), "expected a text")
        check_language(language)
        if language == "en":
            return read_english(composed(text))
        from vstbpn.goals.finding.scanning import read_clause  # Reading makes targets, so it imports this module.

        found = read_clause(text)
        if len(found) != 1:
            raise _not_one(text, len(found))
        return found[0]

    def format(self, language: Language = "vi") -> str:
        """The target in official Vietnamese or in English, which ``parse`` reads back.

        The words of the population stay as they are, but for a capital inside a sentence. A rate stands before its
        figure, and so does any other subject that stood there in ``text``. Vietnamese leads back to an equal target
        where the words of the population hold no figure, year or divider of their own that prose would be read at ("nữ;
        nam"), as those of plans do not; English always does. In English the words of the population
        stand in quotation marks where they could be taken for another part of the target.

        Raises:
            InvalidValueError: There is no such language.

        >>> print(Target.parse("Tỷ lệ nữ thạc sĩ đạt ít nhất 50% vào năm 2025"))
        Đến năm 2025, tỷ lệ nữ thạc sĩ đạt ít nhất 50%
        >>> target = Target(comparator=Comparator.LESS_THAN, value=Decimal(24), unit="/100", direction=Direction.LOWER,
        ...                 population="tỷ lệ phá thai", year=2020)
        >>> print(target)
        Đến năm 2020, giảm tỷ lệ phá thai xuống dưới 24/100
        >>> target.format("en")
        'By 2020, tỷ lệ phá thai: lowered to less than 24 per 100'
        """
        check_language(language)
        return write_english(self) if language == "en" else write_vietnamese(self)

    def __str__(self) -> str:
        return self.format()


def _check_kind(name: str, value: object, kind: type) -> None:
    if not isinstance(value, kind):
        raise InvalidValueError(name, shown(value), f"expected a {kind.__name__}")


def _not_one(text: str, found: int) -> ParseError:
    """What is wrong with a clause that holds no target, or several."""
    from vstbpn.goals.finding.scanning import scan_targets  # As above.

    if not found:
        figure = _DIGITS.search(text)
        reason = "expected one target, found none: " + (
            "this figure has no unit that can be reached, such as %, lần, /100 or a noun"
            if figure
            else "expected a figure with its unit, such as 'ít nhất 60%', or a word such as 'đa số' or 'không để xảy ra'"
        )
        return ParseError(text, Span(*figure.span()) if figure else Span(0, len(text)), reason)
    folded = fold(text)
    spans = [target.span for target in scan_targets(folded, 0, len(folded.text), in_goals=True)]
    second = spans[1] if len(spans) > 1 else None
    told = ": the second begins here" if second else ""
    return ParseError(text, second or Span(0, len(text)), f"expected one target, found {found}{told}")


def _check_figure(taken: Constraint, value: Decimal | None) -> None:
    if value is None or taken.accepts(value):
        return
    if not isinstance(value, Decimal):
        raise InvalidValueError(taken.what, shown(value), "figures are exact: expected a Decimal, such as Decimal(60)")
    if not value.is_finite():
        raise InvalidValueError(taken.what, str(value), "expected a finite number")
    raise InvalidValueError(taken.what, "…" if len(str(value)) > 40 else str(value), taken.expected)
