"""Targets: what can be made, reading a clause, writing it again."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vstbpn.dates import YearRange
from vstbpn.errors import InvalidValueError, ParseError, VstbpnError
from vstbpn.goals.target import Target
from vstbpn.text import clean
from vstbpn.values import Span
from vstbpn.vocabulary import Comparator, Direction

POPULATIONS = (
    "cơ quan có lãnh đạo chủ chốt là nữ",
    "nữ cán bộ, giáo viên và nhân viên trong toàn ngành",
    "cha mẹ có con dưới 16 tuổi được cung cấp thông tin",
    "dân số từ 15 tuổi trở lên có tài khoản",
    "phụ nữ mang thai được tầm soát ít nhất 4 loại bệnh",
    "tỷ lệ học sinh bỏ học",
    "hộ nghèo (theo chuẩn mới) được vay vốn",
)
QUALITATIVE = (
    "đa số phụ nữ trong Ngành được tập huấn",
    "bố trí đủ cán bộ ở các cấp",
    "không để xảy ra bạo lực học đường",
)
UNITS = ("%", "‰", "lần", "/100", "/1.000", "/100.000", "con/phụ nữ", "hộ", "tập dữ liệu", "câu lạc bộ", "buổi/năm")


def figures(largest: int = 10**9) -> st.SearchStrategy[Decimal]:
    """Figures as documents write them, with up to two decimals."""
    return st.tuples(st.integers(0, largest * 100), st.sampled_from((1, 10, 100))).map(
        lambda made: Decimal(made[0] // 100) if made[1] == 1 else Decimal(made[0] // (100 // made[1])) / made[1]
    )


@st.composite
def targets(draw: st.DrawFn) -> Target:
    """Targets whose population is read back from its words."""
    period = draw(st.none() | st.integers(1991, 2090).map(lambda year: YearRange(start=year, end=year + 4)))
    year = period.end if period else draw(st.none() | st.integers(1946, 2199))
    if draw(st.integers(0, 9)) == 0:
        words = draw(st.sampled_from(QUALITATIVE))
        return Target(comparator=Comparator.EQUAL, value=None, population=words, year=year, period=period)
    comparator = draw(st.sampled_from(Comparator))
    value = draw(figures())
    unit = draw(st.sampled_from(UNITS))
    direction = draw(st.none() | st.sampled_from(Direction))
    move = draw(st.sampled_from(("level", "change", "baseline"))) if direction else "level"
    if unit == "%" and comparator is Comparator.MORE_THAN:
        value %= 100
    return Target(
        comparator=comparator,
        value=value,
        value_max=value + draw(st.integers(1, 50)) if comparator is Comparator.BETWEEN else None,
        unit=unit,
        direction=direction,
        is_change=move == "change",
        baseline=draw(figures()) if move == "baseline" else None,
        population=draw(st.none() | st.sampled_from(POPULATIONS)) if move != "change" or unit in "%‰" else None,
        year=year,
        period=period,
    )


class TestConstruction:
    def test_a_figure_needs_a_unit(self) -> None:
        with pytest.raises(InvalidValueError, match="unit"):
            Target(comparator=Comparator.EQUAL, value=Decimal(1))

    @pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-1", "1E+15", "0.0000001", "0E+99"])
    def test_figures_are_finite_and_of_a_usual_size(self, value: str) -> None:
        with pytest.raises(InvalidValueError):
            Target(comparator=Comparator.EQUAL, value=Decimal(value), unit="%")

    def test_only_a_range_has_an_upper_figure(self) -> None:
        with pytest.raises(InvalidValueError, match="value_max"):
            Target(comparator=Comparator.EQUAL, value=Decimal(1), value_max=Decimal(2), unit="%")
        with pytest.raises(InvalidValueError, match="value_max"):
            Target(comparator=Comparator.BETWEEN, value=Decimal(1), unit="%")
        with pytest.raises(InvalidValueError, match="begins at 2"):
            Target(comparator=Comparator.BETWEEN, value=Decimal(2), value_max=Decimal(2), unit="%")

    def test_a_change_or_a_baseline_has_a_direction(self) -> None:
        with pytest.raises(InvalidValueError, match="direction"):
            Target(comparator=Comparator.EQUAL, value=Decimal(1), unit="%", is_change=True)
        with pytest.raises(InvalidValueError, match="direction"):
            Target(comparator=Comparator.EQUAL, value=Decimal(1), unit="%", baseline=Decimal(2))
        with pytest.raises(InvalidValueError, match="baseline"):
            Target(
                comparator=Comparator.EQUAL,
                value=Decimal(1),
                unit="%",
                baseline=Decimal(2),
                is_change=True,
                direction=Direction.RAISE,
            )

    @pytest.mark.parametrize("year", [0, 1899, 2200, pytest.param(10**5000, id="huge")])
    def test_years_are_those_of_the_library(self, year: int) -> None:
        with pytest.raises(InvalidValueError, match="year"):
            Target(comparator=Comparator.EQUAL, value=Decimal(1), unit="%", year=year)

    def test_a_target_of_a_period_is_due_in_its_last_year(self) -> None:
        with pytest.raises(InvalidValueError, match="last year"):
            Target(
                comparator=Comparator.EQUAL,
                value=Decimal(1),
                unit="%",
                year=2028,
                period=YearRange(start=2026, end=2030),
            )

    def test_a_qualitative_target_is_words_alone(self) -> None:
        with pytest.raises(InvalidValueError, match="words"):
            Target(comparator=Comparator.EQUAL, value=None)
        with pytest.raises(InvalidValueError, match="words"):
            Target(comparator=Comparator.AT_LEAST, value=None, population="đa số phụ nữ")
        with pytest.raises(InvalidValueError, match="no baseline"):
            Target(
                comparator=Comparator.EQUAL,
                value=None,
                population="đa số phụ nữ",
                baseline=Decimal(2),
                direction=Direction.RAISE,
            )

    def test_text_and_place_are_no_part_of_what_it_is(self) -> None:
        plain = Target(comparator=Comparator.EQUAL, value=Decimal(50), unit="%")
        placed = Target(comparator=Comparator.EQUAL, value=Decimal("50.0"), unit="%", text="đạt 50%", span=Span(3, 10))
        assert plain == placed
        assert hash(plain) == hash(placed)

    def test_repr_evaluates_back(self) -> None:
        target = Target.parse("giảm từ 5% xuống 3% học sinh bỏ học vào năm 2030")
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

    @pytest.mark.parametrize("text", ["", "Không có gì", "ngày 12/4/2021", "đạt 50% và giảm 20%", "100 triệu đồng"])
    def test_none_or_several_are_an_error(self, text: str) -> None:
        with pytest.raises(ParseError, match="expected one target"):
            Target.parse(text)

    @pytest.mark.parametrize("words", QUALITATIVE)
    def test_words_of_degree_make_a_qualitative_target(self, words: str) -> None:
        target = Target.parse(f"Đến năm 2030, {words}.")
        assert (target.value, target.population, target.year) == (None, words, 2030)

    def test_a_degree_of_nothing_is_an_error(self) -> None:
        with pytest.raises(ParseError):
            Target.parse("Đến năm 2030, .")

    def test_a_plain_count_is_one_here(self) -> None:
        target = Target.parse("Xã đạt 20 hộ")
        assert (target.value, target.unit, target.population) == (Decimal(20), "hộ", "Xã")


class TestFormatting:
    @given(targets())
    def test_parse_is_the_inverse(self, target: Target) -> None:
        assert Target.parse(target.format()) == target

    @given(targets())
    def test_text_is_what_was_written(self, target: Target) -> None:
        written = str(target)
        assert Target.parse(written).text == clean(written)

    @pytest.mark.parametrize(
        ("text", "vietnamese", "english"),
        [
            (
                "trên 80% nữ cán bộ vào năm 2025",
                "Đến năm 2025, trên 80% nữ cán bộ",
                "By 2025, more than 80% of nữ cán bộ",
            ),
            ("đạt 50% hộ", "đạt 50% hộ", "50% of hộ"),
            ("giảm ít nhất 10% số vụ", "giảm ít nhất 10% số vụ", "số vụ: lowered by at least 10%"),
            ("10 - 15% hộ", "đạt 10 - 15% hộ", "between 10 and 15% of hộ"),
            ("tỷ số đạt 109/100", "tỷ số đạt 109/100", "tỷ số: 109 per 100"),
            ("giảm từ 23% xuống 18%", "giảm từ 23% xuống 18%", "lowered from 23% to 18%"),
            ("tỷ suất đạt 2,1 con/phụ nữ", "tỷ suất đạt 2,1 con/phụ nữ", "tỷ suất: 2.1 children per woman"),
            ("khoảng 71.000 hộ", "đạt khoảng 71.000 hộ", "about 71,000 hộ"),
            ("đa số hộ", "đa số hộ", "đa số hộ"),
            (
                "Trong giai đoạn 2026-2030, 5% hộ",
                "Trong giai đoạn 2026 - 2030, đạt 5% hộ",
                "In 2026-2030, 5% of hộ",
            ),
        ],
    )
    def test_in_both_languages(self, text: str, vietnamese: str, english: str) -> None:
        target = Target.parse(text)
        assert str(target) == vietnamese
        assert target.format("en") == english

    @given(targets())
    def test_english_never_fails(self, target: Target) -> None:
        assert target.format("en")


class TestRobustness:
    @given(st.text() | st.text(alphabet="đạt ít nhất0123456789%.,;:/-–()“”từxuốngnăm \n"))
    @example("0" * 5000 + "%")
    def test_nothing_but_library_errors(self, text: str) -> None:
        with suppress(VstbpnError):
            Target.parse(text)
