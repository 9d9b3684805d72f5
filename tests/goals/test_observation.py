"""Observations: counts that can be added up."""

from decimal import Decimal

import pytest

from vstbpn.errors import InvalidValueError
from vstbpn.goals.observation import Observation, Sex, fault_of


def observe(
    unit: str = "a", *, period: str = "2025", sex: Sex = Sex.TOTAL, denominator: int | None = 10
) -> Observation:
    return Observation(numerator=1, denominator=denominator, period=period, unit=unit, sex=sex)


class TestCounts:
    @pytest.mark.parametrize("count", [-1, Decimal("-0.5"), pytest.param(-(10**5000), id="huge")])
    def test_are_not_negative(self, count: int | Decimal) -> None:
        with pytest.raises(InvalidValueError, match="0 or more"):
            Observation(numerator=count, period="2025", unit="a")

    @pytest.mark.parametrize("count", [10**18, pytest.param(10**5000, id="huge"), Decimal("1E+18"), Decimal("1E-13")])
    def test_are_of_a_usual_size(self, count: int | Decimal) -> None:
        with pytest.raises(InvalidValueError, match="10\\^18"):
            Observation(numerator=1, denominator=count, period="2025", unit="a")

    @pytest.mark.parametrize("count", [Decimal("NaN"), Decimal("Infinity"), 0.5])
    def test_are_exact_numbers(self, count: Decimal) -> None:
        with pytest.raises(InvalidValueError, match="expected"):
            Observation(numerator=count, period="2025", unit="a")

    def test_a_share_of_nothing_is_none(self) -> None:
        with pytest.raises(InvalidValueError, match="denominator"):
            Observation(numerator=0, denominator=0, period="2025", unit="a")

    def test_a_numerator_may_exceed_its_denominator(self) -> None:
        assert Observation(numerator=113, denominator=100, period="2025", unit="a").numerator == 113


class TestSex:
    def test_codes_are_those_of_sdmx(self) -> None:
        assert [sex.value for sex in Sex] == ["F", "M", "_T", "_U"]


class TestAdding:
    def test_of_one_period_and_each_unit_once(self) -> None:
        assert fault_of((observe("a"), observe("b"))) is None
        assert fault_of(()) is None

    def test_women_and_men_add_up(self) -> None:
        assert fault_of((observe(sex=Sex.FEMALE), observe(sex=Sex.MALE), observe(sex=Sex.UNSPECIFIED))) is None

    def test_a_total_beside_its_parts_counts_twice(self) -> None:
        assert fault_of((observe(sex=Sex.FEMALE), observe(sex=Sex.TOTAL))) == "unit a is counted twice"
        assert fault_of((observe(), observe())) == "unit a is counted twice"

    def test_periods_do_not_mix(self) -> None:
        assert fault_of((observe(period="2024"), observe("b"))) == "they are of several periods: 2024, 2025"

    def test_denominators_for_all_or_none(self) -> None:
        assert fault_of((observe(), observe("b", denominator=None))) == "some have a denominator and some have none"
