"""Targets in English: how they are written, that whatever can be made is read back, and what is said of others."""

from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from vstbpn.dates import YearRange
from vstbpn.errors import ParseError
from vstbpn.goals.targets.english import write_english
from vstbpn.goals.targets.reading_english import read_english
from vstbpn.goals.targets.target import Target
from vstbpn.text import clean
from vstbpn.vocabulary import Comparator, Direction, When

PERIOD = YearRange(start=2021, end=2025)
WOMEN = "cơ quan có lãnh đạo chủ chốt là nữ"
UNITS = (
    "%", "‰", "/2", "/3", "/10", "/99", "/100", "/1.000", "/1.000.000", "lần", "con/phụ nữ", "con/bà mẹ", "hộ", "tin, bài", "km²", "of",
    "per 100", "times", "a of b", "hộ: a", "hộ (no figure)",
)  # fmt: skip
PIECES = (
    "By 2025,", "In 2021-2025,", "Each year,", "x:", ":", "of", "to", "and", "“", "”", "“a”", "”:", "(no figure)", "50%", "5 hộ", "at least",
    "lowered", "raised", "by", "from 5%", "Tỷ lệ nữ", "UBND xã", "İa b", "per 100", "between", "dưới 16 tuổi",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join) | st.text().map(clean).filter(bool)
FIGURES = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent), st.integers(0, 10**15 - 1), st.integers(-6, 0)
)


def made(value: str = "60", **parts: Any) -> Target:  # noqa: ANN401  # Any parts.
    return Target(**{"comparator": Comparator.AT_LEAST, "value": Decimal(value), "unit": "%", **parts})


def in_words(population: str) -> Target:
    return Target(comparator=Comparator.QUALITATIVE, value=None, population=population)


@st.composite
def times(draw: DrawFn) -> dict[str, Any]:
    """When a target may be due."""
    first = draw(st.none() | st.integers(1900, 2190))
    if first is None:
        return {"when": draw(st.sampled_from([When.BY, When.EACH_YEAR]))}
    if draw(st.booleans()):
        return {"year": first, "when": draw(st.sampled_from(When))}
    period = YearRange(start=first, end=first + draw(st.integers(1, 9)))
    return {"year": period.end, "period": period, "when": draw(st.sampled_from([When.BY, When.EACH_YEAR]))}


@st.composite
def any_targets(draw: DrawFn) -> Target:
    """Whatever can be made, be it sense or not."""
    comparator = draw(st.sampled_from(Comparator))
    due = draw(times())
    if comparator is Comparator.QUALITATIVE:
        return Target(comparator=comparator, value=None, population=draw(WORDS), **due)
    low, high = sorted(draw(st.lists(FIGURES, min_size=2, max_size=2, unique=True)))
    direction = draw(st.none() | st.sampled_from(Direction))
    is_change = direction is not None and draw(st.booleans())
    return Target(
        comparator=comparator,
        value=low,
        value_max=high if comparator is Comparator.BETWEEN else None,
        unit=draw(st.sampled_from(UNITS)),
        direction=direction,
        is_change=is_change,
        population=draw(st.none() | WORDS),
        baseline=draw(st.none() | FIGURES) if direction and not is_change else None,
        text=draw(st.sampled_from(["", "50% x", "x 50%", "5 hộ x: By 2025, of to and UBND xã"])),
        **due,
    )


class TestWriting:
    @pytest.mark.parametrize(
        ("parts", "written"),
        [
            ({}, "at least 60%"),
            ({"population": WOMEN, "year": 2025}, f"By 2025, at least 60% of {WOMEN}"),
            ({"year": 2025, "period": PERIOD}, "In 2021-2025, at least 60%"),
            ({"when": When.EACH_YEAR}, "Each year, at least 60%"),
            ({"when": When.EACH_YEAR, "year": 2025}, "Each year until 2025, at least 60%"),
            ({"when": When.EACH_YEAR, "year": 2025, "period": PERIOD}, "Each year in 2021-2025, at least 60%"),
            ({"when": When.ONWARDS, "year": 2025}, "From 2025 onwards, at least 60%"),
            ({"comparator": Comparator.EQUAL, "population": "Tỷ lệ nữ"}, "Tỷ lệ nữ: 60%"),
            ({"population": "Tỷ lệ nữ", "year": 2025}, "By 2025, tỷ lệ nữ: at least 60%"),
            ({"comparator": Comparator.MORE_THAN, "value": Decimal("1234.5"), "unit": "hộ"}, "more than 1,234.5 hộ"),
            ({"comparator": Comparator.BETWEEN, "value_max": Decimal(70)}, "between 60% and 70%"),
            ({"comparator": Comparator.BETWEEN, "value_max": Decimal(70), "unit": "/100"}, "between 60 and 70 per 100"),
            ({"value": Decimal(1), "unit": "/3", "population": "xã"}, "at least 1/3 of xã"),
            ({"unit": "buổi", "population": "tập huấn", "text": "60 buổi tập huấn"}, "at least 60 buổi (tập huấn)"),
            ({"unit": "buổi", "population": "Sở Y tế"}, "Sở Y tế: at least 60 buổi"),
            ({"direction": Direction.RAISE}, "raised to at least 60%"),
            (
                {"direction": Direction.LOWER, "is_change": True, "population": "số vụ"},
                "số vụ: lowered by at least 60%",
            ),
            ({"direction": Direction.RAISE, "baseline": Decimal(50)}, "raised from 50% to at least 60%"),
            (
                {
                    "direction": Direction.LOWER,
                    "baseline": Decimal(90),
                    "unit": "/100.000",
                    "population": "tỷ số tử vong",
                },
                "tỷ số tử vong: lowered from 90 to at least 60 per 100,000",
            ),
            ({"unit": "lần"}, "at least 60 times"),
            ({"unit": "con/phụ nữ"}, "at least 60 children per woman"),
        ],
    )
    def test_reads_well(self, parts: dict[str, Any], written: str) -> None:
        target = made(**parts)
        assert write_english(target) == written
        assert read_english(written) == target

    def test_words_alone_say_that_they_have_no_figure(self) -> None:
        assert write_english(in_words("Đa số hộ")) == "Đa số hộ (no figure)"


class TestMarks:
    """Words are marked where they would be taken for another part of the target, and only there."""

    @pytest.mark.parametrize(
        ("population", "written"),
        [
            ("hộ nghèo: vùng cao", "at least 60% of hộ nghèo: vùng cao"),
            ("“hộ”", "at least 60% of ““hộ””"),
            ("“hộ” nghèo", "at least 60% of “hộ” nghèo"),
            ("hộ (no figure)", "at least 60% of “hộ (no figure)”"),
            ("cha mẹ có con dưới 16 tuổi", "at least 60% of cha mẹ có con dưới 16 tuổi"),
            ("tỷ lệ: nữ", "tỷ lệ: nữ: at least 60%"),
            ("tỷ lệ “a”: b", "tỷ lệ “a”: b: at least 60%"),
        ],
    )
    def test_around_whom(self, population: str, written: str) -> None:
        target = made(population=population)
        assert write_english(target) == written
        assert read_english(written) == target

    @pytest.mark.parametrize(
        ("population", "written"),
        [
            ("nghèo", "at least 60 hộ (nghèo)"),
            ("nghèo (mới)", "at least 60 hộ (nghèo (mới))"),
            ("nghèo of x", "at least 60 hộ (nghèo of x)"),
            ("“nghèo”", "at least 60 hộ (““nghèo””)"),
            ("no figure", "at least 60 hộ (“no figure”)"),
        ],
    )
    def test_around_which_things_are_counted(self, population: str, written: str) -> None:
        target = made(unit="hộ", population=population, text=f"60 hộ {population}")
        assert write_english(target) == written
        assert read_english(written) == target

    @pytest.mark.parametrize(
        ("population", "written"),
        [
            ("By 2025, hộ", "“By 2025, hộ”: raised to at least 60%"),
            ("lowered by 5%", "lowered by 5%: raised to at least 60%"),
            ("“a”: b", "““a”: b”: raised to at least 60%"),
            ("5% of x", "“5% of x”: raised to at least 60%"),
        ],
    )
    def test_around_what_moves(self, population: str, written: str) -> None:
        target = made(population=population, direction=Direction.RAISE)
        assert write_english(target) == written
        assert read_english(written) == target

    def test_around_words_alone(self) -> None:
        assert write_english(in_words("By 2025, đủ")) == "“By 2025, đủ” (no figure)"


class TestLaw:
    @given(any_targets())
    def test_reading_is_the_inverse_for_whatever_can_be_made(self, target: Target) -> None:
        written = write_english(target)
        assert read_english(written) == target
        assert read_english(written).text == written


class TestErrors:
    @pytest.mark.parametrize(
        ("text", "place", "reason"),
        [
            ("", "", "a figure, such as"),
            ("đạt 50%", "đạt", "a figure, such as"),
            ("By 2025 at least 60%", "By", "a figure, such as"),
            ("By 1850, 60%", "By 1850, 60%", "year: expected a whole number from 1900"),
            ("In 2030-2021, 60%", "2030-2021", "the first year comes before the last"),
            ("By 2025, at least sixty%", "sixty%", "a figure, such as"),
            ("at least 60", "", "a unit"),
            ("at least 60 per 1000", " per", "a unit"),
            ("at least 60%% of hộ", "%%", "a unit"),
            ("at least 12,34%", ",34%", "a unit"),
            ("raised from 5% at least 60%", "%", "'to' and a second number"),
            ("between 5 and 6%", "%", "% at both numbers"),
            ("between 5% and 6 hộ", " hộ", "the unit of the number before, %"),
            ("between 6% and 5%", "between 6% and 5%", "value_max: the range begins at 6"),
            ("raised by 5% of hộ", " of", "stands before 'lowered' or 'raised'"),
            ("Tỷ lệ nữ: at least 60% of hộ", " of", "stands before the colon"),
            ("Tỷ lệ nữ: at least", "at", "a figure"),
            (" (no figure)", " (no figure)", "population: expected words on one line"),
            ("60% of ", "60% of ", "population: expected words on one line"),
            ("60% (hộ)", " (hộ)", "'of' and whom the share is of"),
            ("60 hộ of nghèo", " of", "in brackets which hộ are meant"),
            ("60 hộ (nghèo", " (nghèo", "in brackets which hộ are meant"),
            ("60% of hộ\n", "60% of hộ\n", "population: expected words on one line"),
            ("“Tỷ lệ nữ: 60%", "“Tỷ", "a figure, such as"),
        ],
    )
    def test_tell_where_and_what_was_expected(self, text: str, place: str, reason: str) -> None:
        with pytest.raises(ParseError) as caught:
            read_english(text)
        assert reason in caught.value.reason
        assert caught.value.span.of(text) == place

    @given(st.text() | st.lists(st.sampled_from([*PIECES, "By 2025, ", " of ", "1/3 ", "hộ", "\n", " "])).map(" ".join))
    @example("0" * 5000 + "%")
    @example("By 9999, 5%")
    def test_are_the_librarys_own(self, text: str) -> None:
        with suppress(ParseError):
            read_english(text)
