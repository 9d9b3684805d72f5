"""The plan as models of pydantic v2, written out for speed: what ``benchmarks/serialisation.py`` compares with.

Field for field the model of ``vstbpn.plans.plan``: immutable, strict, no unknown keys, the same ranges and patterns checked
in Rust, the same rules over several fields as validators of the models, dates and figures as values and not as texts. Where
a rule of the classes needs code that a model has no words for (whether a code is made of abbreviations, whether the labels
of a range rise), the model has its pattern alone: it does somewhat less than the classes, never more. Terms are literals,
which pydantic writes faster than enumerations.

The same classes can be built as models or as pydantic's dataclasses with slots, which are faster than its models.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from types import new_class
from typing import Annotated, Any, Literal, NamedTuple, Self, TypeVar, cast, dataclass_transform

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetPydanticSchema, TypeAdapter, model_validator
from pydantic.dataclasses import dataclass
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")

BUILD: str = globals().get("BUILD", "models")
"""``models`` for models, ``dataclasses`` for pydantic's dataclasses with slots; whoever loads the module may set it before."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
DEEPEST = 32
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_DATE = re.compile(r"(?:([0-9]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?|--(?:([0-9]{2})(?:-([0-9]{2}))?|-([0-9]{2})))")
_YEARS = re.compile(r"([0-9]{4})-([0-9]{4})")
_NOTHING = (None,) * 9
_PER_YEAR = {"month": 12, "quarter": 4, "half": 2, "nine-months": 1, "year": 1, "term": 2, "school-year": 1}


class Day(NamedTuple):
    """A date of which parts may be unknown."""

    year: int | None
    month: int | None
    day: int | None

    @classmethod
    def parse(cls, text: str) -> "Day":
        """Read EDTF, or a date that recurs."""
        match = _DATE.fullmatch(text)
        if match is None:
            raise ValueError("expected a date such as 2021-04-12")
        y, m, d, each_month, each_day, day_alone = match.groups()
        year = int(y) if y else None
        month = int(m or each_month) if (m and m != "XX") or each_month else None
        day = int(d or each_day or day_alone) if (d and d != "XX") or each_day or day_alone else None
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError("the year is out of range")
        if month is not None and not 1 <= month <= 12:
            raise ValueError("a year has 12 months")
        if day is not None and not 1 <= day <= (monthrange(year or 2000, month)[1] if month else 31):
            raise ValueError("that month has fewer days")
        return cls(year, month, day)

    def __str__(self) -> str:
        if self.year is None:
            if self.month is None:
                return f"---{self.day:02}"
            return f"--{self.month:02}" if self.day is None else f"--{self.month:02}-{self.day:02}"
        if self.day is not None:
            return f"{self.year}-{'XX' if self.month is None else f'{self.month:02}'}-{self.day:02}"
        return f"{self.year}" if self.month is None else f"{self.year}-{self.month:02}"


class Years(NamedTuple):
    """A run of years."""

    start: int
    end: int

    @classmethod
    def parse(cls, text: str) -> "Years":
        """Read ``2016-2020``."""
        match = _YEARS.fullmatch(text)
        if match is None or not FIRST_YEAR <= int(match[1]) <= int(match[2]) <= LAST_YEAR:
            raise ValueError("expected two years such as 2016-2020")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


def _as_text(parse: Callable[[str], Any], pattern: str | None = None) -> GetPydanticSchema:
    """What JSON holds as a text: its schema checks the text in Rust, reads it once for each text and writes ``str``."""
    read = lru_cache(maxsize=4096)(parse)

    def schema(_source: object, _handler: object) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            read,
            core_schema.str_schema(strict=True, pattern=pattern),
            serialization=core_schema.to_string_ser_schema(),
        )

    return GetPydanticSchema(schema)


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


Date = Annotated[Day, _as_text(Day.parse)]
Period = Annotated[Years, _as_text(Years.parse)]
Figure = Annotated[Decimal, _as_text(Decimal, r"^(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?$")]
Composed = Annotated[str, AfterValidator(_composed)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]

_NUMBER = rf"0?[1-9][0-9]{{0,2}}[{_LETTERS}]?(?:\.[0-9]{{1,3}}[{_LETTERS}]?){{0,4}}"
_ROMAN = rf"[IVXLC]{{1,7}}[{_LETTERS}]?(?:\.[0-9]{{1,3}}){{0,3}}"
_SMALL = f"[{_LETTERS}][0-9]{{0,2}}"
_HIGH = rf"{_NUMBER}|{_ROMAN}|[A-ZĐ][0-9]{{0,2}}(?:\.(?:[0-9]{{1,3}}|[IVX]{{1,5}})){{0,3}}"
_ORDINAL = "thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
_CODIFIED = r"[1-9][0-9]?\.[0-9]{1,3}\.(?:LQ|PL|NQ|NĐ|QĐ|TT|TL|CT)(?:\.[0-9]{1,3}){1,3}"
Appendix = Annotated[str, Field(pattern=f"^(?:{_HIGH})?$")]
Part = Annotated[str, Field(pattern=f"^(?:{_HIGH}|{_ORDINAL})$")]
Division = Annotated[str, Field(pattern=f"^(?:{_HIGH}|{_SMALL})$")]
Article = Annotated[str, Field(pattern=f"^(?:{_CODIFIED}|{_NUMBER}|{_ROMAN})$")]
Low = Annotated[str, Field(pattern=f"^(?:{_NUMBER}|{_SMALL})$")]

_WORD = r"[^\W\d_][^\W_]*(?:&[^\W_]+)*"
Code = Annotated[str, Field(pattern=rf"^{_WORD}(?:[-/.]{_WORD})*$")]
Number = Annotated[str, Field(pattern=r"^[0-9]{1,6}[a-zđ]?(?:\.[0-9]{1,3})?$")]
Unit = Annotated[
    str, Field(pattern=r"^(?:|%|‰|/[1-9][0-9.]*|[^\W\d_][\w.,/²³ -]*)$", max_length=400), AfterValidator(_composed)
]
Words = Annotated[str, Field(pattern=r"^\S+(?: \S+)*$"), AfterValidator(_composed)]

Family = Literal["state", "party"]
Style = Literal[
    "state-normative", "state", "dispatch", "legislature", "council", "joint", "consolidated", "party", "old"
]
Basis = Literal["based-on", "implementing", "at-proposal"]
Numbering = Literal[
    "appendix", "part", "chapter", "upper-letter", "headed-section", "roman", "article", "arabic", "decimal", "goal", "letter"
]  # fmt: skip
Mark = Literal["", "-", "+", "*", "•"]
Prefix = Literal["TM.", "Q.", "KT.", "TL.", "TUQ."]
Comparator = Literal[">=", ">", "<=", "<", "=", "~", "between", "qualitative"]
Direction = Literal["raise", "lower"]
When = Literal["by", "each-year", "onwards"]
Relation = Literal["before", "by", "on", "during", "every"]
Recurrence = Literal["yearly", "half-yearly", "quarterly", "monthly", "weekly"]
PeriodKind = Literal["month", "quarter", "half", "nine-months", "year", "term", "school-year"]


class Value(BaseModel):
    """What every model is: immutable, strict, without unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


def _model(cls: type[T]) -> type[T]:
    members = {name: member for name, member in vars(cls).items() if name not in {"__dict__", "__weakref__"}}
    return cast("type[T]", new_class(cls.__name__, (Value,), exec_body=lambda namespace: namespace.update(members)))


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def value(cls: type[T]) -> type[T]:
    """Build a class in the way the module is loaded for."""
    if BUILD == "models":
        return _model(cls)
    config = ConfigDict(strict=True, extra="forbid")
    return cast("type[T]", dataclass(frozen=True, slots=True, kw_only=True, config=config)(cls))


@value
class Span:
    """A range of characters."""

    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise ValueError("a span ends no earlier than it starts")
        return self


@value
class Passage:
    """Words and where they stand."""

    text: str
    span: Span | None = None


@value
class DocumentSymbol:
    """A number and symbol."""

    number: Number | None = None
    year: Year | None = None
    code: Code
    style: Style
    raw: str | None = None
    repairs: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _year_fits(self) -> Self:
        if self.year is not None and self.style in {"party", "old"}:
            raise ValueError("the style has no year")
        return self


@value
class Provision:
    """A provision of an act, or a range of them."""

    part: Part | None = None
    part_to: Part | None = None
    chapter: Part | None = None
    chapter_to: Part | None = None
    section: Division | None = None
    section_to: Division | None = None
    subsection: Division | None = None
    subsection_to: Division | None = None
    appendix: Appendix | None = None
    appendix_to: Appendix | None = None
    article: Article | None = None
    article_to: Article | None = None
    clause: Low | None = None
    clause_to: Low | None = None
    point: Low | None = None
    point_to: Low | None = None
    item: Low | None = None
    item_to: Low | None = None

    @model_validator(mode="after")
    def _ranges_begin(self) -> Self:
        firsts = (
            self.part, self.chapter, self.section, self.subsection, self.appendix,
            self.article, self.clause, self.point, self.item,
        )  # fmt: skip
        if firsts == _NOTHING:
            raise ValueError("at least one level must be given")
        lasts = (
            self.part_to, self.chapter_to, self.section_to, self.subsection_to, self.appendix_to,
            self.article_to, self.clause_to, self.point_to, self.item_to,
        )  # fmt: skip
        if lasts != _NOTHING and any(
            last is not None and first is None for first, last in zip(firsts, lasts, strict=True)
        ):
            raise ValueError("a range has a first label")
        return self


@value
class Reference:
    """A reference to an act."""

    type: str | None = None
    symbol: DocumentSymbol | None = None
    name: str | None = None
    name_year: int | None = None
    qualifier: str | None = None
    date: Date | None = None
    issuer: str | None = None
    title: str | None = None
    provisions: tuple[Provision, ...] = ()
    raw: str | None = None

    @model_validator(mode="after")
    def _names_an_act(self) -> Self:
        if self.symbol is None and self.name is None:
            raise ValueError("an act is referred to by symbol or by name")
        return self


@value
class ProvisionMention:
    """A provision where it stands."""

    provision: Provision
    span: Span
    inherited: tuple[str, ...] = ()


@value
class Mention:
    """A reference where it stands."""

    reference: Reference
    span: Span
    type_span: Span | None = None
    symbol_span: Span | None = None
    name_span: Span | None = None
    date_span: Span | None = None
    issuer_span: Span | None = None
    title_span: Span | None = None
    provisions_span: Span | None = None
    provisions: tuple[ProvisionMention, ...] = ()
    shared: tuple[str, ...] = ()


@value
class Header:
    """What stands above the body."""

    family: Family | None = None
    superior: Passage | None = None
    issuer: Passage | None = None
    symbol: DocumentSymbol | None = None
    place: Passage | None = None
    date: Date | None = None
    type: str | None = None
    title: Passage | None = None
    addressees: tuple[Passage, ...] = ()
    attached_to: Passage | None = None
    symbol_span: Span | None = None
    date_span: Span | None = None
    type_span: Span | None = None
    span: Span | None = None


@value
class LegalBasis:
    """A legal basis."""

    kind: Basis
    text: str
    mentions: tuple[Mention, ...] = ()
    span: Span | None = None


@value
class Item:
    """A paragraph or an item."""

    mark: Mark = ""
    text: str
    items: tuple["Item", ...] = ()
    span: Span | None = None

    @model_validator(mode="after")
    def _not_too_deep(self) -> Self:
        depth, below = 1, self.items
        while below:
            depth += 1
            below = tuple(inner for item in below for inner in item.items)
            if depth > DEEPEST:
                raise ValueError("items nest too deeply")
        return self


@value
class Section:
    """A numbered section."""

    marker: str
    style: Numbering
    number: str
    level: int = Field(ge=1, le=DEEPEST)
    title: str | None = None
    items: tuple[Item, ...] = ()
    sections: tuple["Section", ...] = ()
    heading: Span | None = None
    span: Span | None = None

    @model_validator(mode="after")
    def _deeper_below(self) -> Self:
        for section in self.sections:
            if section.level <= self.level:
                raise ValueError("below a section stand deeper ones")
        return self


@value
class Outline:
    """The sections of a document."""

    sections: tuple[Section, ...] = ()


@value
class Target:
    """A target."""

    comparator: Comparator
    value: Figure | None
    value_max: Figure | None = None
    unit: Unit = ""
    direction: Direction | None = None
    is_change: bool = False
    population: Words | None = None
    year: Year | None = None
    when: When = "by"
    period: Period | None = None
    baseline: Figure | None = None
    text: Composed = ""
    span: Span | None = None

    @model_validator(mode="after")
    def _parts_go_together(self) -> Self:
        if self.value is None:
            self._check_words()
        else:
            self._check_figures(self.value)
        year, period = self.year, self.period
        if period is not None and (period.start == period.end or year != period.end):
            raise ValueError("a target of a run of years is due in its last year")
        if self.when == "by" and self.unit.endswith("/năm"):
            raise ValueError("so much a year is due in each year")
        if self.when == "onwards" and (year is None or period is not None):
            raise ValueError("a target that holds from a year on names that year")
        return self

    def _check_words(self) -> None:
        if self.comparator != "qualitative" or self.population is None:
            raise ValueError("a target without a figure is qualitative, and has words")
        if self.value_max is not None or self.unit or self.direction or self.is_change or self.baseline is not None:
            raise ValueError("a target without a figure has words, and nothing else")

    def _check_figures(self, value: Decimal) -> None:
        if self.comparator == "qualitative":
            raise ValueError("a target with a figure compares it")
        if not self.unit:
            raise ValueError("a figure needs a unit")
        if (self.comparator == "between") != (self.value_max is not None):
            raise ValueError("a range has an upper figure, and nothing else has")
        if self.value_max is not None and value >= self.value_max:
            raise ValueError("the range does not rise")
        if self.direction is None and (self.is_change or self.baseline is not None):
            raise ValueError("a change or a baseline needs a direction")
        if self.is_change and self.baseline is not None:
            raise ValueError("the size of a change has no baseline")


@value
class Goal:
    """A goal and its targets."""

    marker: str | None = None
    title: str
    targets: tuple[Target, ...] = ()
    qualitative: tuple[Target, ...] = ()
    span: Span | None = None

    @model_validator(mode="after")
    def _words_alone(self) -> Self:
        for target in self.qualitative:
            if target.value is not None:
                raise ValueError("a goal in words alone has no figure")
        return self


@value
class PeriodMention:
    """A reporting period as a document names it."""

    kind: PeriodKind
    number: int | None = None
    year: Year | None = None
    each: bool = False
    text: str = ""
    span: Span | None = None

    @model_validator(mode="after")
    def _number_fits(self) -> Self:
        if self.number is not None and not 1 <= self.number <= _PER_YEAR[self.kind]:
            raise ValueError("a year has fewer of that kind")
        return self


@value
class Deadline:
    """A deadline."""

    due: Date | None = None
    start: Date | None = None
    relation: Relation
    what: str | None = None
    who: Passage | None = None
    to_whom: Passage | None = None
    period: PeriodMention | None = None
    recurring: Recurrence | None = None
    impossible: bool = False
    text: str = ""
    span: Span | None = None

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if self.impossible and self.due is not None:
            raise ValueError("an impossible date is no date")
        return self


@value
class Task:
    """A task."""

    text: str
    unit: Passage | None = None
    partners: tuple[Passage, ...] = ()
    path: str | None = None
    deadlines: tuple[Deadline, ...] = ()
    mentions: tuple[Mention, ...] = ()
    span: Span | None = None


@value
class CampaignMention:
    """A campaign."""

    name: str
    start: Date | None = None
    end: Date | None = None
    impossible: bool = False
    text: str = ""
    span: Span | None = None

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if self.impossible != (self.start is None or self.end is None):
            raise ValueError("it has a start and an end, unless one of them is impossible")
        return self


@value
class ObservanceMention:
    """A feast day."""

    observance: str | None = None
    day: Date | None = None
    impossible: bool = False
    text: str = ""
    span: Span | None = None

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if self.impossible != (self.day is None):
            raise ValueError("it has a day, unless the day is impossible")
        return self


@value
class Recipient:
    """A recipient."""

    name: str
    qualifier: str | None = None
    archive: bool = False
    span: Span | None = None


@value
class Signature:
    """The signature block."""

    prefixes: tuple[Prefix, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    positions: tuple[Passage, ...] = ()
    name: Passage | None = None
    span: Span | None = None


@value
class PlanDocument:
    """A plan in its envelope."""

    schema_name: str = Field(alias="$schema")
    format: Literal["vstbpn/plan"]
    version: str = Field(pattern=r"^[1-9]\.(?:0|[1-9][0-9]{0,8})$")
    header: Header = Header()
    bases: tuple[LegalBasis, ...] = ()
    preamble: tuple[Passage, ...] = ()
    outline: Outline = Outline()
    goals: tuple[Goal, ...] = ()
    tasks: tuple[Task, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    periods: tuple[PeriodMention, ...] = ()
    campaigns: tuple[CampaignMention, ...] = ()
    observances: tuple[ObservanceMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    closing: Passage | None = None
    recipients: tuple[Recipient, ...] = ()
    recipients_span: Span | None = None
    signature: Signature | None = None
    span: Span | None = None


_ADAPTER = TypeAdapter(PlanDocument)


def load(text: str | bytes) -> PlanDocument:
    """A plan from JSON."""
    return _ADAPTER.validate_json(text)


def dump(plan: PlanDocument) -> str:
    """A plan as JSON; what is at its default is left out."""
    return _ADAPTER.dump_json(plan, by_alias=True, exclude_defaults=True).decode()
