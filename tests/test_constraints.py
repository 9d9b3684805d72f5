"""What the fields of values take: each said once, for attrs, for the decoder and for JSON Schema."""

import datetime
import re
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # It ships no types.

from vstbpn.calendars.duties.due import DueDay, DueMonth, DueWorkingDays
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.calendars.mentions.period import PeriodMention
from vstbpn.calendars.occasions.campaign import Campaign, Theme
from vstbpn.calendars.occasions.lunar_day import LunarDay
from vstbpn.calendars.occasions.observance import Observance
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod
from vstbpn.calendars.reporting.windows import CutOff, DataWindow, NamedDays
from vstbpn.calendars.working.sectors import Sector
from vstbpn.calendars.working.swaps import Swap
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.constraints import (
    BLANKS,
    Constraint,
    any_text,
    constraints_of,
    differing,
    each,
    instance_of,
    matching,
    not_blank,
    one_line,
    one_of,
    one_word,
    such_that,
    told,
    whole_number,
)
from vstbpn.dates import PartialDate, YearRange
from vstbpn.errors import InvalidValueError, VstbpnError
from vstbpn.goals.evaluating.evaluation import Evaluation
from vstbpn.goals.evaluating.verdicts import Verdict
from vstbpn.goals.national.target import NationalTarget
from vstbpn.goals.observing.indicator import Indicator
from vstbpn.goals.observing.observation import Observation, Sex
from vstbpn.goals.picturing.board import ProgressBoard, ProgressColumn, ProgressRow
from vstbpn.goals.rolling.aggregate import Aggregate, Part
from vstbpn.goals.targets.goal import Goal
from vstbpn.goals.targets.target import Target
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import DatedCode, DatedName, DatedRole, Link, OrganisationUnit, RoleKind
from vstbpn.references.citing.reference import Reference
from vstbpn.values import Span, fields_of, frozen
from vstbpn.vocabulary import Comparator, Relation, Term

LEVEL = whole_number("level", 1, 32, "levels run from 1 to 32")
NAME = not_blank("name", "a name is a text that is not blank")
WORD = one_word("id", "an id is one word")
LINE = one_line("words", "expected words on one line")
MONTHS = each(whole_number("month", 1, 12, "a year has 12"), distinct=True, at_least=1, what="months")
STARTS = differing("places", Span, lambda span: span.start, "each begins elsewhere")
CONSTRAINTS = (
    LEVEL,
    NAME,
    WORD,
    LINE,
    MONTHS,
    STARTS,
    matching("number", "[0-9]{1,6}", "expected digits"),
    one_of("language", ("vi", "en")),
    any_text("title", "expected a title", at_least=1),
    instance_of("day", datetime.date, "expected a date"),
    such_that("even", lambda value: isinstance(value, int) and value % 2 == 0, "expected an even number"),
)

NOON = datetime.datetime(2026, 1, 1, 12, 0)  # noqa: DTZ001  # A time without a zone.
DAY = datetime.date(2026, 1, 2)
ODD: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 13, 32, 251, 1899, 2200, 10**18, 10**400, 10**5000, 1.5, float("nan"), 2 + 1j,
    "", " ", "\t\x1c\u3000", "a b", " a", "a  b", "\u2028", "weekly", "x", "/1000", "“hộ”", "2025-13", "2025-2027", "2026-Q2", "\ud800",
    Decimal(-1), Decimal("-0"), Decimal("1e30"), Decimal("1e-30"), Decimal("0.0000000000001"), Decimal("NaN"),
    Decimal("sNaN"), Decimal("Infinity"), Fraction(1, 3), Fraction(10**3001), Fraction(1, 10**3001), b"x",
    [], [1, 1], {}, {1}, (), (1, 1), (0,), ("a", "a"), ("a b",), (None,), ([],), object(), int, range(3),
    datetime.date.min, datetime.date.max, datetime.date(1900, 1, 1), datetime.date(2026, 1, 3), NOON,
    Sex.TOTAL, Sex.UNSPECIFIED, PartialDate(year=2026), PartialDate(month=3), YearRange(start=2026, end=2026), LunarDay(month=3, day=10),
    (Sector.STATE, Sector.STATE), (Theme(year=2026, title="a"), Theme(year=2026, title="b")),
    (Theme(year=cast("int", [1]), title="a"), Theme(year=10**5000, title="a"), Theme(year=10**5000, title="b")),
    (Span(0, 1), Span(0, 2)),
)  # fmt: skip
"""What somebody may hand in, or a document hold."""

TARGET = Target(comparator=Comparator.AT_LEAST, value=Decimal(60), unit="%", population="nữ", year=2025)
HALF = ReportingPeriod.parse("2026-H1")
CUT_OFF = CutOff(kind=PeriodKind.MONTH, day=14)
NAMED = NamedDays(period=HALF, start=datetime.date(2026, 1, 1), end=datetime.date(2026, 6, 30))
PART = Part(sex=Sex.FEMALE, numerator=1, denominator=2, reporting=1)
ODD += ((CUT_OFF, CUT_OFF), (NAMED, NAMED), (PART, PART), (TARGET,))
ODD += ((Swap(day_off=datetime.date(2026, 3, 3), day_worked=datetime.date(2026, 3, 4)),),)

RIGHT: Mapping[type, Mapping[str, Any]] = {
    Aggregate: {"period": "2025", "numerator": 1, "denominator": Decimal("2.5"), "parts": (PART,), "reporting": 1, "expected": 2, "gaps": ("2025-Q1",)},
    Campaign: {"id": "a", "name": "A", "start": PartialDate(month=11, day=15), "end": PartialDate(month=12, day=15), "themes": (Theme(year=2026, title="a"),)},
    ChangeEvent: {"date": DAY, "kind": EventKind.MERGE, "sources": ("a", "b"), "targets": ("b",)},
    CutOff: {"kind": PeriodKind.MONTH, "day": 14, "months_before": 1},
    DataWindow: {"cut_offs": (CUT_OFF,), "named": ()},
    DatedCode: {"unit": "a", "scheme": "gso", "code": "24", "start": DAY},
    DatedName: {"unit": "a", "name": "Sở Y tế", "start": DAY},
    DatedRole: {"unit": "a", "kind": RoleKind.HEAD, "holder": "Phó Chủ tịch", "holder_unit": "b", "start": DAY},
    Deadline: {"relation": Relation.BY, "recurring": "yearly"},
    DueDay: {"day": 15, "months_after": 0},
    DueMonth: {"months_after": 1},
    DueWorkingDays: {"days": 2},
    Evaluation: {"target": TARGET, "verdict": Verdict.MET, "actual": Fraction(62), "margin": Fraction(2), "period": "2025", "missing": ("2025-Q1",)},
    Goal: {"title": "A", "targets": (TARGET,), "qualitative": ()},
    Indicator: {"id": "1", "name": "nữ", "unit": "%", "share_of": Sex.FEMALE},
    Link: {"child": "a", "parent": "b", "line": Line.PARTY, "start": DAY, "end": datetime.date(2027, 1, 1)},
    NationalTarget: {"target": TARGET, "act": Reference.parse("Nghị quyết số 28/NQ-CP"), "strategy": "28/NQ-CP"},
    Observance: {"id": "a", "name": "A", "day": PartialDate(month=3, day=8)},
    Obligation: {"what": "báo cáo", "period": PeriodKind.HALF, "numbers": (1, 2), "due": DueDay(day=15), "unit": "a", "to_unit": "b"},
    Observation: {"numerator": 1, "denominator": Decimal("2.5"), "period": "2025", "unit": "a"},
    OrganisationUnit: {"id": "a"},
    Part: {"sex": Sex.FEMALE, "numerator": 1, "denominator": 2, "reporting": 1},
    PeriodMention: {"kind": PeriodKind.MONTH, "number": 6, "year": 2026},
    ProgressBoard: {"period": "2025"},
    ProgressColumn: {"target": TARGET, "year": 2025},
    ProgressRow: {"depth": 1},
    ReportingPeriod: {"kind": PeriodKind.MONTH, "year": 2026, "number": 6},
    Swap: {"day_off": DAY, "day_worked": datetime.date(2026, 1, 10), "sectors": (Sector.STATE,)},
    Target: {"comparator": Comparator.BETWEEN, "value": Decimal("1.5"), "value_max": Decimal(60), "unit": "buổi", "population": "nữ đại biểu"},
    WorkCalendar: {"swaps": (Swap(day_off=DAY, day_worked=datetime.date(2026, 1, 10)),)},
}  # fmt: skip
"""Values of each class whose fields have constraints."""

FIELDS = [
    pytest.param(cls, field, id=f"{cls.__name__}.{field.name}")
    for cls in RIGHT
    for field in fields_of(cls)
    if any(constraints_of(field))
]


def schema_takes(constraint: Constraint, data: object) -> bool:
    """Whether a validator of JSON Schema takes what a constraint's keywords are of."""
    return bool(Draft202012Validator(dict(constraint.keywords)).is_valid(data))


def json_form(value: Any) -> Any:  # noqa: ANN401  # Of values of any kind.
    """What JSON holds of a value; what it holds of none is told by TypeError."""
    if isinstance(value, Term):
        return value.value
    if isinstance(value, tuple):
        return [json_form(one) for one in value]
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, PartialDate | YearRange | LunarDay | Fraction) or type(value) is datetime.date:
        return str(value)
    # Validators show whole numbers in their errors, which Python does of no more than 4300 digits.
    if isinstance(value, str) or (isinstance(value, int) and value.bit_length() < 9000):
        return value
    raise TypeError(type(value))


class TestAsked:
    """A constraint is asked of any value, and raises nothing but its own error."""

    @pytest.mark.parametrize("constraint", CONSTRAINTS, ids=lambda constraint: constraint.what)
    def test_of_anything(self, constraint: Constraint) -> None:
        for value in ODD:
            taken = constraint.accepts(value)
            assert taken in {True, False}
            if not taken:
                with pytest.raises(InvalidValueError) as raised:
                    constraint.check(value)
                assert raised.value.what == constraint.what
                assert raised.value.reason == constraint.expected

    def test_what_is_taken_goes_through(self) -> None:
        LEVEL.check(1)
        LEVEL(None, None, 32)
        with pytest.raises(InvalidValueError, match="invalid level '33': levels run from 1 to 32"):
            LEVEL(None, None, 33)

    def test_the_error_shows_what_it_is_told_to(self) -> None:
        even = such_that("number", lambda value: value == 2, "expected two", shows=lambda value: f"<{value}>")
        with pytest.raises(InvalidValueError, match="invalid number '<3>': expected two"):
            even.check(3)


class TestBlanks:
    """Blanks are those of Python, spelt out, since those of ECMAScript are others."""

    def test_are_those_python_takes_for_blanks(self) -> None:
        blank = re.compile(f"[{BLANKS}]")
        letters = map(chr, range(sys.maxunicode + 1))
        assert [letter for letter in letters if (blank.match(letter) is not None) != letter.isspace()] == []

    @given(st.text(alphabet="a \t\u00a0\u2028\x1c\x85\ufeff\u200bđ", max_size=6))
    @example("\ufeff")
    @example("")
    def test_schema_and_class_agree(self, text: str) -> None:
        for constraint, taken in (
            (NAME, bool(text.strip())),
            (WORD, len(text.split()) == 1 and text.split(maxsplit=1)[0] == text),
            (LINE, text != "" and " ".join(text.split()) == text),
        ):
            assert constraint.accepts(text) is taken
            assert schema_takes(constraint, text) is taken


class TestKinds:
    """Each kind of constraint, with the keywords that say the same."""

    @given(st.integers(-3, 40))
    def test_whole_numbers(self, number: int) -> None:
        assert LEVEL.accepts(number) is schema_takes(LEVEL, number) is (1 <= number <= 32)
        open_ended = whole_number("ordinal", 1, None, "counted from 1")
        assert open_ended.accepts(number) is schema_takes(open_ended, number) is (number >= 1)
        assert not LEVEL.accepts(True)

    def test_patterns_match_whole(self) -> None:
        number = matching("number", "[0-9]|[0-9]{3}", "expected digits")
        for text, taken in (("1", True), ("123", True), ("12", False), ("1a", False), ("", False)):
            assert number.accepts(text) is schema_takes(number, text) is taken
        assert not number.accepts("1\n")

    def test_one_of_a_few(self) -> None:
        language = one_of("language", ("vi", "en"))
        assert (language.accepts("vi"), language.accepts("fr"), language.accepts(None)) == (True, False, False)
        assert (schema_takes(language, "vi"), schema_takes(language, "fr")) == (True, False)
        assert one_of("language", ("vi",), "only Vietnamese").expected == "only Vietnamese"

    def test_texts_from_a_length_on(self) -> None:
        assert any_text("note", "expected a text").accepts("")
        title = any_text("title", "expected a title", at_least=2)
        assert [title.accepts(text) for text in ("", "a", "ab")] == [
            schema_takes(title, text) for text in ("", "a", "ab")
        ]

    def test_values_of_a_class(self) -> None:
        day = instance_of("day", datetime.date, "expected a date")
        assert (day.accepts(DAY), day.accepts("2026-01-01"), dict(day.keywords)) == (True, False, {})

    def test_such_that_is_never_whole(self) -> None:
        assert not such_that("even", lambda value: value == 2, "expected two").is_whole


class TestEach:
    """Each element of a tuple, how many there are, and whether any stands twice."""

    @given(st.lists(st.integers(0, 13), max_size=4))
    def test_schema_and_class_agree(self, months: list[int]) -> None:
        taken = bool(months) and len(set(months)) == len(months) and all(1 <= month <= 12 for month in months)
        assert MONTHS.accepts(tuple(months)) is schema_takes(MONTHS, months) is taken

    def test_a_list_is_no_tuple(self) -> None:
        assert not MONTHS.accepts([1])

    @pytest.mark.parametrize(
        ("value", "told"), [((1, 13, 14), "13"), ((1, 1), "1, 1"), ((), ""), ([1], "list"), ((None,), "None")]
    )
    def test_the_error_shows_the_first_that_is_wrong(self, value: object, told: str) -> None:
        with pytest.raises(InvalidValueError) as raised:
            MONTHS.check(value)
        assert (raised.value.what, raised.value.value) == ("months", told)

    def test_what_has_no_keywords_says_nothing_of_items(self) -> None:
        days = each(instance_of("day", datetime.date, "expected dates"))
        assert dict(days.keywords) == {}
        assert days.what == "day"
        assert days.accepts((DAY, DAY))

    def test_what_cannot_be_hashed_is_compared(self) -> None:
        lists = each(instance_of("lists", list, "expected lists"), distinct=True)
        assert (lists.accepts(([1], [2])), lists.accepts(([1], [1]))) == (True, False)

    def test_a_part_is_no_whole(self) -> None:
        assert not each(such_that("even", lambda value: value == 2, "expected two")).is_whole
        assert each(LEVEL).is_whole


class TestDiffering:
    """Values of a class of which no two have one key."""

    def test_two_of_one_key_are_refused(self) -> None:
        assert STARTS.accepts((Span(0, 1), Span(1, 2)))
        with pytest.raises(InvalidValueError, match="invalid places '0, 0': each begins elsewhere"):
            STARTS.check((Span(0, 1), Span(0, 2)))

    def test_other_things_are_refused(self) -> None:
        for value in ([Span(0, 1)], (Span(0, 1), "x"), None):
            assert not STARTS.accepts(value)

    def test_the_schema_refuses_equal_ones_alone(self) -> None:
        assert not STARTS.is_whole
        assert dict(STARTS.keywords) == {"uniqueItems": True}


@frozen
class _Sample:
    plain: int = 0
    alone: int = attrs.field(default=1, validator=LEVEL)
    listed: str = attrs.field(default="a", validator=[NAME, WORD])
    optional: str | None = attrs.field(default=None, validator=attrs.validators.optional(NAME))
    nested: str | None = attrs.field(default=None, validator=attrs.validators.optional((NAME, WORD)))
    joined: str = attrs.field(default="a", validator=attrs.validators.and_(NAME, attrs.validators.and_(WORD, LINE)))
    beside: str = attrs.field(default="a", validator=[attrs.validators.instance_of(str), WORD])
    told: int = attrs.field(default=1, metadata=told(LEVEL))


class TestConstraintsOf:
    """Those of a field, in their order, however attrs was given them."""

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("plain", []),
            ("alone", [LEVEL]),
            ("listed", [NAME, WORD]),
            ("optional", [NAME]),
            ("nested", [NAME, WORD]),
            ("joined", [NAME, WORD, LINE]),
            ("beside", [WORD]),
            ("told", [LEVEL]),
        ],
    )
    def test_are_found(self, name: str, expected: list[Constraint]) -> None:
        assert [list(constraints_of(field)) for field in fields_of(_Sample) if field.name == name] == [expected]

    def test_none_is_taken_where_it_is_optional(self) -> None:
        assert _Sample().optional is None
        with pytest.raises(InvalidValueError, match="not blank"):
            _Sample(optional=" ")


def refused(field: "attrs.Attribute[Any]") -> Iterator[Any]:
    """Odd values that a constraint of a field refuses once they are converted."""
    converter: Any = field.converter
    for value in ODD:
        try:
            converted = value if converter is None else converter(value)
        except VstbpnError:
            continue
        if converted is None and type(None) in getattr(field.type, "__args__", ()):
            continue
        if not all(constraint.accepts(converted) for constraint in constraints_of(field)):
            yield value


def _is_alike(value: Any, right: Any) -> bool:  # noqa: ANN401  # Of values of any kind.
    """Whether a value is of the type of another, and JSON can hold it."""
    if isinstance(value, tuple) and isinstance(right, tuple):
        return {type(one) for one in value} <= {type(one) for one in right}
    if isinstance(value, Decimal) and not value.is_finite():
        return False
    return type(value) is type(right) and not (isinstance(value, int) and value.bit_length() >= 9000)


class TestFieldsOfValues:
    """What the fields of calendars, goals and organisations take is what their classes take."""

    @pytest.mark.parametrize(("cls", "field"), FIELDS)
    def test_what_a_constraint_refuses_the_class_refuses(self, cls: type, field: "attrs.Attribute[Any]") -> None:
        cls(**RIGHT[cls])
        wrong = list(refused(field))
        assert wrong
        for value in wrong:
            with pytest.raises(InvalidValueError):
                cls(**{**RIGHT[cls], field.name: value})

    @pytest.mark.parametrize(("cls", "field"), FIELDS)
    def test_what_a_value_holds_is_taken(self, cls: type, field: "attrs.Attribute[Any]") -> None:
        held = getattr(cls(**RIGHT[cls]), field.name)
        assert held is None or all(constraint.accepts(held) for constraint in constraints_of(field))

    @pytest.mark.parametrize(("cls", "field"), FIELDS)
    def test_the_schema_refuses_nothing_that_is_taken(self, cls: type, field: "attrs.Attribute[Any]") -> None:
        right = RIGHT[cls].get(field.name)
        for constraint in constraints_of(field):
            assert Draft202012Validator.check_schema(dict(constraint.keywords)) is None
            for value in filter(constraint.accepts, (right, *ODD)):
                try:
                    data = json_form(value)
                except TypeError:
                    continue
                assert schema_takes(constraint, data), value

    @pytest.mark.parametrize(("cls", "field"), FIELDS)
    def test_what_is_said_whole_the_schema_refuses_too(self, cls: type, field: "attrs.Attribute[Any]") -> None:
        right = RIGHT[cls].get(field.name)
        # Of what is of another type, or no JSON, the type of the field tells.
        alike = [value for value in ODD if right is not None and _is_alike(value, right)]
        for constraint in constraints_of(field):
            if constraint.keywords and constraint.is_whole:
                for value in alike:
                    assert constraint.accepts(value) or not schema_takes(constraint, json_form(value)), value

    def test_patterns_mean_the_same_everywhere(self) -> None:
        for cls in RIGHT:
            for field in fields_of(cls):
                for constraint in constraints_of(field):
                    pattern = constraint.keywords.get("pattern", "")
                    assert not re.search(r"\\[wWsSdDbBAZzpP]|\(\?(?!:)|[*+?}]\+", pattern), pattern
