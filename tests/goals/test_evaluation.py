"""Evaluation: the four answers, the exact margin."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError
from vstbpn.goals.evaluation import Evaluation, Verdict, evaluate, scale_of
from vstbpn.goals.observation import Observation, Sex
from vstbpn.goals.target import Target
from vstbpn.vocabulary import Comparator, Direction

COUNTS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), min_size=1, max_size=6)


def observed(counts: Sequence[tuple[int, int]]) -> list[Observation]:
    return [
        Observation(numerator=part, denominator=whole, period="2025", unit=f"đơn vị {index}")
        for index, (part, whole) in enumerate(counts)
    ]


def judged(text: str, part: int, whole: int) -> Evaluation:
    return evaluate(Target.parse(text), observed([(part, whole)]))


class TestComparators:
    @pytest.mark.parametrize(
        ("text", "met", "not_met"),
        [
            ("ít nhất 60% hộ", (60, 61), (59,)),
            ("trên 60% hộ", (61,), (60, 59)),
            ("không quá 60% hộ", (60, 59), (61,)),
            ("dưới 60% hộ", (59,), (60, 61)),
            ("từ 50% đến 60% hộ", (50, 55, 60), (49, 61)),
            ("đạt 60% hộ", (60, 61), (59,)),
            ("giảm tỷ lệ hộ nghèo xuống 60%", (60, 59), (61,)),
            ("tăng tỷ lệ nữ lên 60%", (60, 61), (59,)),
        ],
    )
    def test_say_when_a_target_is_met(self, text: str, met: tuple[int, ...], not_met: tuple[int, ...]) -> None:
        assert {judged(text, part, 100).verdict for part in met} == {Verdict.MET}
        assert {judged(text, part, 100).verdict for part in not_met} == {Verdict.NOT_MET}

    def test_about_needs_a_tolerance(self) -> None:
        target = Target.parse("khoảng 60% hộ")
        answer = evaluate(target, observed([(62, 100)]))
        assert answer.verdict is Verdict.NOT_ASSESSABLE
        assert answer.actual == 62
        assert evaluate(target, observed([(62, 100)]), tolerance=2).verdict is Verdict.MET
        assert evaluate(target, observed([(62, 100)]), tolerance=Decimal("1.9")).margin == Fraction(-1, 10)

    @pytest.mark.parametrize(
        "tolerance", [-1, Decimal("NaN"), Decimal("Infinity"), pytest.param(10**5000, id="huge"), Decimal("1E-99")]
    )
    def test_a_tolerance_is_a_number_from_0_up(self, tolerance: Decimal | int) -> None:
        with pytest.raises(InvalidValueError, match="tolerance"):
            evaluate(Target.parse("khoảng 60% hộ"), [], tolerance=tolerance)


class TestUnits:
    def test_scale(self) -> None:
        assert [scale_of(unit) for unit in ("%", "‰", "/100", "/1.000", "lần", "con/phụ nữ")] == [
            100, 1000, 100, 1000, 1, 1,
        ]  # fmt: skip
        assert [scale_of(unit) for unit in ("hộ", "", "/năm", "/²", "/9999999999")] == [None] * 5

    def test_per_hundred(self) -> None:
        answer = judged("tỷ số không quá 115/100", 1130, 1000)
        assert answer == Evaluation(verdict=Verdict.MET, actual=Fraction(113), margin=Fraction(2))

    def test_times(self) -> None:
        assert judged("giảm xuống 1,5 lần", 150, 90).margin == Fraction(-1, 6)

    def test_counts_are_added(self) -> None:
        target = Target.parse("ít nhất 20 câu lạc bộ")
        counted = [Observation(numerator=count, period="2025", unit=unit) for unit, count in (("a", 12), ("b", 9))]
        assert evaluate(target, counted) == Evaluation(verdict=Verdict.MET, actual=Fraction(21), margin=Fraction(1))


class TestNoAnswer:
    def test_without_observations(self) -> None:
        assert evaluate(Target.parse("đạt 5% hộ"), []).verdict is Verdict.NO_DATA

    @pytest.mark.parametrize("text", ["đa số hộ", "giảm 50% số vụ"])
    def test_no_level_to_hold_against(self, text: str) -> None:
        assert judged(text, 1, 2).verdict is Verdict.NOT_ASSESSABLE

    def test_a_share_needs_denominators(self) -> None:
        counted = [Observation(numerator=3, period="2025", unit="a")]
        assert evaluate(Target.parse("đạt 5% hộ"), counted).reason == "a target in % needs denominators"

    def test_what_cannot_be_added(self) -> None:
        twice = [
            *observed([(1, 2)]),
            Observation(numerator=1, denominator=2, period="2025", unit="đơn vị 0", sex=Sex.MALE),
        ]
        assert "counted twice" in evaluate(Target.parse("đạt 5% hộ"), twice).reason


class TestLaws:
    @given(COUNTS, st.integers(0, 200), st.sampled_from(Comparator), st.sampled_from((None, *Direction)))
    def test_agrees_with_exact_fractions(
        self, counts: list[tuple[int, int]], value: int, comparator: Comparator, direction: Direction | None
    ) -> None:
        target = Target(
            comparator=comparator,
            value=Decimal(value),
            value_max=Decimal(value + 5) if comparator is Comparator.BETWEEN else None,
            unit="%",
            direction=direction,
        )
        answer = evaluate(target, observed(counts), tolerance=3)
        actual = Fraction(100 * sum(part for part, _ in counts), sum(whole for _, whole in counts))
        met = {
            Comparator.AT_LEAST: actual >= value,
            Comparator.MORE_THAN: actual > value,
            Comparator.AT_MOST: actual <= value,
            Comparator.LESS_THAN: actual < value,
            Comparator.EQUAL: actual <= value if direction is Direction.LOWER else actual >= value,
            Comparator.ABOUT: abs(actual - value) <= 3,
            Comparator.BETWEEN: value <= actual <= value + 5,
        }[comparator]
        assert answer.actual == actual
        assert answer.verdict is (Verdict.MET if met else Verdict.NOT_MET)

    @given(COUNTS)
    def test_the_order_of_observations_does_not_matter(self, counts: list[tuple[int, int]]) -> None:
        target = Target.parse("ít nhất 50% hộ")
        assert evaluate(target, observed(counts)) == evaluate(target, reversed(observed(counts)))
