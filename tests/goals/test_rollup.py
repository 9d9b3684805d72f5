"""Roll-ups: sums over units, with coverage."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError
from vstbpn.goals.observation import Observation, Sex
from vstbpn.goals.rollup import RollUp, roll_up


@st.composite
def observations(draw: st.DrawFn) -> list[Observation]:
    """Observations of one period, each unit once."""
    units = draw(st.lists(st.sampled_from("abcdefgh"), unique=True))
    return [
        Observation(numerator=draw(st.integers(0, 99)), denominator=draw(st.integers(1, 99)), period="2025", unit=unit)
        for unit in units
    ]


class TestCoverage:
    def test_tells_who_is_missing_and_who_was_not_asked(self) -> None:
        total = roll_up([Observation(numerator=3, denominator=4, period="2025", unit=unit) for unit in "ax"], "abc")
        assert (total.reporting, total.missing, total.unexpected) == (("a",), ("b", "c"), ("x",))
        assert total.coverage == Fraction(1, 3)
        assert total.share == Fraction(3, 4)

    def test_of_nothing_expected(self) -> None:
        assert roll_up([], ()) == RollUp()
        assert roll_up([], ()).coverage is None

    def test_of_plain_counts_has_no_share(self) -> None:
        total = roll_up([Observation(numerator=3, period="2025", unit="a")], "a")
        assert (total.numerator, total.denominator, total.share) == (Fraction(3), None, None)

    def test_women_and_men_of_one_unit_are_one_report(self) -> None:
        total = roll_up(
            [
                Observation(numerator=1, denominator=2, period="2025", unit="a", sex=sex)
                for sex in (Sex.FEMALE, Sex.MALE)
            ],
            "a",
        )
        assert (total.reporting, total.denominator) == (("a",), Fraction(4))


class TestRefusal:
    def test_a_unit_counted_twice(self) -> None:
        with pytest.raises(InvalidValueError, match="counted twice"):
            roll_up([Observation(numerator=1, period="2025", unit="a")] * 2, "a")

    def test_what_was_not_asked_does_no_harm(self) -> None:
        assert roll_up([Observation(numerator=1, period="2025", unit="x")] * 2, "a").unexpected == ("x",)


class TestLaws:
    @given(observations(), st.randoms(use_true_random=False))
    def test_the_order_does_not_matter(self, given_: list[Observation], random: Random) -> None:
        shuffled = list(given_)
        random.shuffle(shuffled)
        assert roll_up(shuffled, "abcd") == roll_up(given_, "abcd")

    @given(observations())
    def test_equals_the_sum_over_leaves(self, given_: list[Observation]) -> None:
        total = roll_up(given_, "abcdefgh")
        assert total.numerator == sum(observation.numerator for observation in given_)
        assert (total.denominator or 0) == sum(observation.denominator or 0 for observation in given_)
        assert len(total.reporting) + len(total.missing) == 8
