"""Targets: what can be made, reading a clause, writing it again."""

from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.dates import YearRange
from vstbpn.errors import InvalidValueError, ParseError, VstbpnError
from vstbpn.goals.targets.target import Target
from vstbpn.text import clean
from vstbpn.values import Span
from vstbpn.vocabulary import Comparator, Direction, When

DEGREES = (
    "đa số phụ nữ trong Ngành được tập huấn",
    "bố trí đủ cán bộ ở các cấp",
    "không để xảy ra bạo lực học đường",
)
PERIOD = YearRange(start=2026, end=2030)


def made(**parts: Any) -> Target:  # noqa: ANN401  # Any parts, wrong ones too.
    """A target of 60 %, but for the parts told."""
    return Target(**{"comparator": Comparator.AT_LEAST, "value": Decimal(60), "unit": "%", **parts})


def in_words(**parts: Any) -> Target:  # noqa: ANN401  # As above.
    """A target without a figure, but for the parts told."""
    return Target(**{"comparator": Comparator.QUALITATIVE, "value": None, "population": "đa số hộ", **parts})


class TestFigures:
    @pytest.mark.parametrize("name", ["value", "value_max", "baseline"])
    @pytest.mark.parametrize("value", [60.0, True, "60", 60, [60], 10**5000], ids=lambda value: type(value).__name__)
    def test_are_exact_decimals(self, name: str, value: object) -> None:
        with pytest.raises(InvalidValueError, match=rf"invalid {name} .*expected a Decimal"):
            made(**{name: value})

    @pytest.mark.parametrize(
        "value", ["NaN", "sNaN", "Infinity", "-1", "1E+15", "0.0000001", "0E+99", pytest.param("9" * 5000, id="long")]
    )
    def test_are_finite_and_of_a_usual_size(self, value: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            made(value=Decimal(value))
        assert len(str(caught.value)) < 200

    @pytest.mark.parametrize("name", ["value_max", "baseline"])
    def test_are_so_where_the_target_has_words_alone(self, name: str) -> None:
        wrong: dict[str, Any] = {name: Decimal("-0")}
        with pytest.raises(InvalidValueError, match=f"invalid {name} .*figures run from 0"):
            Target(comparator=Comparator.QUALITATIVE, value=None, population="đa số cán bộ nữ", **wrong)

    def test_an_upper_one_has_a_range_and_nothing_else(self) -> None:
        with pytest.raises(InvalidValueError, match="value_max"):
            made(value_max=Decimal(70))
        with pytest.raises(InvalidValueError, match="value_max"):
            made(comparator=Comparator.BETWEEN)
        with pytest.raises(InvalidValueError, match="begins at 60"):
            made(comparator=Comparator.BETWEEN, value_max=Decimal(60))


class TestUnits:
    def test_a_figure_needs_one(self) -> None:
        with pytest.raises(InvalidValueError, match="a figure needs a unit"):
            Target(comparator=Comparator.EQUAL, value=Decimal(1))

    @pytest.mark.parametrize("unit", [" %", "hộ ", "hộ\nnghèo", "/1000", "/0", "%/năm", "12", None, 5, b"%"])
    def test_are_those_of_the_library_or_nouns(self, unit: object) -> None:
        with pytest.raises(InvalidValueError, match=r"invalid unit .*expected %"):
            made(unit=unit)

    def test_words_alone_have_none(self) -> None:
        with pytest.raises(InvalidValueError, match="invalid unit '%'"):
            in_words(unit="%")


class TestDirections:
    def test_a_change_or_a_baseline_has_one(self) -> None:
        with pytest.raises(InvalidValueError, match="direction"):
            made(is_change=True)
        with pytest.raises(InvalidValueError, match="direction"):
            made(baseline=Decimal(2))

    def test_a_change_has_no_baseline(self) -> None:
        with pytest.raises(InvalidValueError, match="baseline"):
            made(baseline=Decimal(2), is_change=True, direction=Direction.RAISE)


class TestTimes:
    @pytest.mark.parametrize(
        "year", [0, 1899, 2200, pytest.param(10**5000, id="huge"), "2025", 2025.0, True, Decimal(2025)]
    )
    def test_years_are_those_of_the_library(self, year: object) -> None:
        with pytest.raises(InvalidValueError, match=r"invalid year .*from 1900 to 2199"):
            made(year=year)

    def test_a_target_of_a_period_is_due_in_its_last_year(self) -> None:
        assert made(period=PERIOD, year=2030).period == PERIOD
        with pytest.raises(InvalidValueError, match="last year"):
            made(period=PERIOD, year=2028)
        with pytest.raises(InvalidValueError, match="last year"):
            made(period=PERIOD)

    def test_one_year_is_no_period(self) -> None:
        with pytest.raises(InvalidValueError, match="single year"):
            made(period=YearRange(start=2025, end=2025), year=2025)

    def test_from_a_year_on_names_that_year_alone(self) -> None:
        assert made(when=When.ONWARDS, year=2025).when is When.ONWARDS
        for wrong in ({}, {"year": 2030, "period": PERIOD}):
            with pytest.raises(InvalidValueError, match="onwards"):
                made(when=When.ONWARDS, **wrong)

    def test_so_much_a_year_is_due_in_each_year(self) -> None:
        assert made(unit="buổi/năm", when=When.EACH_YEAR).year is None
        assert made(unit="buổi/năm", when=When.ONWARDS, year=2025).year == 2025
        with pytest.raises(InvalidValueError, match="in each year"):
            made(unit="buổi/năm", year=2025)


class TestWords:
    @pytest.mark.parametrize("words", ["", " ", " hộ", "hộ ", "hộ  nghèo", "hộ\nnghèo", "hộ\u00a0nghèo"])
    def test_of_whom_stand_on_one_line(self, words: str) -> None:
        with pytest.raises(InvalidValueError, match=r"invalid population .*one line"):
            made(population=words)

    def test_without_a_figure_say_all(self) -> None:
        assert in_words(year=2030, period=PERIOD, when=When.EACH_YEAR).value is None
        with pytest.raises(InvalidValueError, match="says in words"):
            in_words(population=None)
        with pytest.raises(InvalidValueError, match="is qualitative"):
            in_words(comparator=Comparator.AT_LEAST)
        for wrong in (
            {"value_max": Decimal(2)},
            {"unit": "%"},
            {"direction": Direction.RAISE},
            {"is_change": True},
            {"baseline": Decimal(2)},
        ):
            with pytest.raises(InvalidValueError, match="words, and nothing else"):
                in_words(**wrong)

    def test_with_a_figure_are_not_qualitative(self) -> None:
        with pytest.raises(InvalidValueError, match="compares it"):
            made(comparator=Comparator.QUALITATIVE)


class TestKinds:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("comparator", ">="),
            ("is_change", 1),
            ("when", None),
            ("text", None),
            ("direction", "raise"),
            ("population", 5),
            ("period", "2026-2030"),
            ("span", (0, 5)),
        ],
    )
    def test_each_part_is_of_its_own(self, name: str, value: object) -> None:
        with pytest.raises(InvalidValueError, match=f"invalid {name} .*expected a "):
            made(**{name: value})


class TestEquality:
    def test_text_place_and_a_first_capital_are_no_part_of_it(self) -> None:
        plain = made(population="hộ nghèo")
        other = made(value=Decimal("60.0"), population="Hộ nghèo", text="ít nhất 60% hộ nghèo", span=Span(3, 10))
        assert plain == other
        assert hash(plain) == hash(other)

    def test_when_is(self) -> None:
        assert made(year=2025) != made(year=2025, when=When.EACH_YEAR)

    @given(strategies.targets())
    def test_repr_evaluates_back(self, target: Target) -> None:
        assert eval(repr(target)) == target  # noqa: S307  # The library's own repr.


class TestParsing:
    def test_of_a_clause_as_documents_write_it(self) -> None:
        target = Target.parse("Tỷ lệ nữ thạc sỹ đạt 50% vào năm 2020")
        assert target == Target(
            comparator=Comparator.EQUAL, value=Decimal(50), unit="%", population="Tỷ lệ nữ thạc sỹ", year=2020
        )
        assert target.text == "Tỷ lệ nữ thạc sỹ đạt 50% vào năm 2020"
        assert target.span is None

    def test_the_text_is_one_line(self) -> None:
        assert Target.parse("đạt\n 50%  hộ").text == "đạt 50% hộ"

    @pytest.mark.parametrize("words", DEGREES)
    def test_words_of_degree_make_a_qualitative_target(self, words: str) -> None:
        target = Target.parse(f"Đến năm 2030, {words}.")
        assert (target.value, target.population, target.year) == (None, words, 2030)

    def test_a_degree_of_nothing_is_an_error(self) -> None:
        with pytest.raises(ParseError):
            Target.parse("Đến năm 2030, .")

    def test_a_plain_count_is_one_here(self) -> None:
        target = Target.parse("Xã đạt 20 hộ")
        assert (target.value, target.unit, target.population) == (Decimal(20), "hộ", "Xã")


class TestErrors:
    """What is no target is told so, with its place and what was expected."""

    @pytest.mark.parametrize(
        ("text", "place", "reason"),
        [
            ("", "", "a figure with its unit"),
            ("Không có gì", "Không có gì", "a figure with its unit"),
            ("ngày 12/4/2021", "12", "this figure has no unit"),
            ("hỗ trợ 100 triệu đồng", "100", "this figure has no unit"),
            ("đạt 50% và giảm 20%", "giảm 20%", "2: the second begins here"),
        ],
    )
    def test_none_or_several(self, text: str, place: str, reason: str) -> None:
        with pytest.raises(ParseError, match=rf"expected one target, found (none: .*)?{reason}") as caught:
            Target.parse(text)
        assert caught.value.span.of(text) == place

    @pytest.mark.parametrize("text", [None, 5, b"60%"])
    def test_what_is_no_text(self, text: Any) -> None:  # noqa: ANN401  # Anything a caller may hand in.
        with pytest.raises(InvalidValueError, match="expected a text"):
            Target.parse(text)

    @pytest.mark.parametrize("language", ["fr", "", None, "EN"])
    def test_languages_are_two(self, language: Any) -> None:  # noqa: ANN401  # As above.
        with pytest.raises(InvalidValueError, match="expected vi or en"):
            Target.parse("đạt 50%", language)
        with pytest.raises(InvalidValueError, match="expected vi or en"):
            made().format(language)


class TestFormatting:
    @given(strategies.targets(), st.sampled_from(["vi", "en"]))
    def test_parse_is_the_inverse(self, target: Target, language: Any) -> None:  # noqa: ANN401  # A language.
        written = target.format(language)
        again = Target.parse(written, language)
        assert again == target
        assert again.text == clean(written)
        assert again.format(language) == written

    @given(strategies.targets())
    def test_one_language_leads_to_the_other(self, target: Target) -> None:
        assert Target.parse(str(Target.parse(target.format("en"), "en"))) == target

    def test_vietnamese_is_what_str_gives(self) -> None:
        assert str(made()) == made().format() == made().format("vi") == "ít nhất 60%"


class TestRobustness:
    @given(st.text() | st.text(alphabet="đạt ít nhất0123456789%.,;:/-–()“”từxuốngnăm \n"))
    @example("0" * 5000 + "%")
    def test_nothing_but_library_errors(self, text: str) -> None:
        with suppress(VstbpnError):
            Target.parse(text)
