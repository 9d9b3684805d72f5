"""Observations: counts that can be added up."""

from decimal import Decimal

import pytest

from vstbpn.errors import InvalidValueError
from vstbpn.goals.observing.observation import Observation, Sex
from vstbpn.organisations.units.unit import OrganisationUnit


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

    def test_nothing_is_counted_out_of_nothing(self) -> None:
        assert Observation(numerator=0, denominator=0, period="2025", unit="a").denominator == 0
        with pytest.raises(InvalidValueError, match="1 cannot be counted out of nothing"):
            Observation(numerator=1, denominator=0, period="2025", unit="a")

    def test_a_numerator_may_exceed_its_denominator(self) -> None:
        assert Observation(numerator=113, denominator=100, period="2025", unit="a").numerator == 113


class TestPeriod:
    @pytest.mark.parametrize("period", ["2025-H3", "năm 2025", "", 2025, None])
    def test_is_one_there_is(self, period: str) -> None:
        with pytest.raises(InvalidValueError, match="period"):
            Observation(numerator=1, period=period, unit="a")


class TestUnit:
    def test_is_given_by_its_id_or_as_it_is(self) -> None:
        told = Observation(numerator=1, period="2025", unit=OrganisationUnit(id="so-y-te"))  # type: ignore[arg-type]  # It is converted.
        assert told.unit == "so-y-te"
        with pytest.raises(InvalidValueError, match="unit"):
            Observation(numerator=1, period="2025", unit=5)  # type: ignore[arg-type]  # It is refused.


class TestSex:
    def test_codes_are_those_of_sdmx(self) -> None:
        assert [sex.value for sex in Sex] == ["F", "M", "_T", "_U"]
