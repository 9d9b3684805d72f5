"""Indicators (chỉ số): what is counted, in which unit, and how it adds up over time and sexes."""

import attrs

from vstbpn.constraints import Constraint, any_text, instance_of
from vstbpn.errors import InvalidValueError, shown
from vstbpn.goals.observing.observation import Sex
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import SHARES, scale_of
from vstbpn.text import composed
from vstbpn.values import frozen
from vstbpn.vocabulary import Direction, Term

_SEXES_OF_SHARES = (Sex.FEMALE, Sex.MALE)


def _one_of(kind: type[Term]) -> str:
    return "expected one of " + ", ".join(f"{kind.__name__}.{name}" for name in kind.__members__)


def _shown_term(term: object) -> str:
    return str(term.value) if isinstance(term, Term) else shown(term)


def _words_taken(what: str, expected: str) -> list[Constraint]:
    return [any_text(what, "expected a text"), any_text(what, expected, at_least=1)]


_IS_SEX = instance_of("share_of", Sex, _one_of(Sex))
_SHARE_TAKEN = Constraint(
    "share of",
    "expected women (F) or men (M)",
    # Asked by identity: what is given for a sex may be anything.
    lambda sex: any(sex is one for one in _SEXES_OF_SHARES),
    {"enum": [sex.value for sex in _SEXES_OF_SHARES]},
    shows=_shown_term,
)


class Collection(Term):
    """How figures of parts of a period make the figure of the whole (cách thu thập), by the SDMX list CL_TIME_COLLECT.

    A flow (số thời kỳ) is summed: trainings of four quarters make those of the year. A snapshot (số thời điểm) is what
    there is at the end: the last one in the year tells of it.

    >>> Collection.SUMMED.value, Collection.END.vi
    ('S', 'số thời điểm')
    """

    SUMMED = ("S", "số thời kỳ", "summed through period")
    END = ("E", "số thời điểm", "end of period")


@frozen
class Indicator:
    """An indicator (chỉ số): what observations of one kind are about.

    Args:
        id: What observations name it by ("1.1").
        name: What it tells ("tỷ lệ nữ thạc sĩ").
        name_en: The same in English, or "".
        unit: "%", "lần", "/100.000" or the noun counted, as in a target.
        share_of: The sex whose share of all who were counted it is: the numerator is the count of that sex, the
            denominator the count of all, and observations have no denominators. None where they bring their own, or
            it is a plain count.
        collection: Whether it is summed over time, or the last figure counts.
        direction: Which way is better; None where nothing says so.

    Raises:
        InvalidValueError: The share of a sex is told in another unit than % or ‰, or a field is of another kind.

    >>> masters = Indicator(id="3.1", name="tỷ lệ nữ thạc sĩ", unit="%", share_of=Sex.FEMALE, collection=Collection.END)
    >>> masters.scale
    100
    """

    id: str = attrs.field(converter=composed, validator=_words_taken("id", "an indicator has an id"))
    name: str = attrs.field(converter=composed, validator=_words_taken("name", "an indicator has a name"))
    name_en: str = attrs.field(default="", converter=composed)
    unit: str = attrs.field(converter=composed, validator=_words_taken("unit", "an indicator has a unit"))
    share_of: Sex | None = attrs.field(default=None, validator=attrs.validators.optional((_IS_SEX, _SHARE_TAKEN)))
    collection: Collection = Collection.SUMMED
    direction: Direction | None = None

    def __attrs_post_init__(self) -> None:
        _check_kinds(self)
        if self.share_of is not None and self.unit not in SHARES:
            raise InvalidValueError("unit", self.unit, "the share of a sex is told in % or ‰")

    @property
    def scale(self) -> int | None:
        """By what a part of a whole is multiplied to be in its unit; None for a count."""
        return scale_of(self.unit)

    @classmethod
    def of(
        cls,
        target: Target,
        id: str,  # noqa: A002  # The field's own name.
        *,
        share_of: Sex | None = None,
        collection: Collection = Collection.SUMMED,
    ) -> "Indicator":
        """The indicator a target is held against: of its population and unit, better the way its comparator points.

        Raises:
            InvalidValueError: The target is none or has no figure, or the parts do not go together.

        >>> Indicator.of(Target.parse("Tỷ lệ nữ thạc sĩ đạt 50% vào năm 2025"), "3.1", share_of=Sex.FEMALE).name
        'Tỷ lệ nữ thạc sĩ'
        """
        if not isinstance(target, Target):
            raise InvalidValueError("target", shown(target), "expected a Target")
        if target.value is None:
            raise InvalidValueError("target", target.population or "", "a target without a figure has no indicator")
        return cls(
            id=id,
            name=target.population or target.text or id,
            unit=target.unit,
            share_of=share_of,
            collection=collection,
            direction=target.direction or target.comparator.side,
        )


def _check_kinds(indicator: Indicator) -> None:
    """Refuse fields that hold something else than a text or a member of their list."""
    if not isinstance(indicator.name_en, str):
        raise InvalidValueError("name_en", shown(indicator.name_en), "expected a text")
    for what, kind in (("collection", Collection), ("direction", Direction)):
        term: object = getattr(indicator, what)
        if not isinstance(term, kind) and (term is not None or kind is Collection):
            raise InvalidValueError(what, shown(term), _one_of(kind))
