"""Sums and their parts: what they may hold, and what derives from them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from vstbpn.errors import InvalidValueError
from vstbpn.goals.observing.indicator import Indicator
from vstbpn.goals.observing.observation import Sex
from vstbpn.goals.rolling.aggregate import Aggregate, Part

WOMEN = Part(sex=Sex.FEMALE, numerator=3, denominator=Decimal("4.5"), reporting=1)


class TestNumbers:
    @pytest.mark.parametrize(
        "wrong", [-1, 1.5, True, Decimal("NaN"), Decimal("Infinity"), Decimal(-1), "1", Fraction(1, 2)]
    )
    def test_are_exact_and_not_negative(self, wrong: object) -> None:
        for name in ("numerator", "denominator"):
            with pytest.raises(InvalidValueError, match=name):
                Aggregate(**{name: wrong})  # type: ignore[arg-type]  # It is refused.
            with pytest.raises(InvalidValueError, match=name):
                Part(sex=Sex.MALE, **{name: wrong})  # type: ignore[arg-type]  # It is refused.

    @pytest.mark.parametrize("wrong", [-1, 1.5, True, None, "1", Decimal(1)])
    def test_of_units_are_whole(self, wrong: object) -> None:
        for counts in ({"reporting": wrong, "expected": 5}, {"expected": wrong}):
            with pytest.raises(InvalidValueError, match="how many units"):
                Aggregate(**counts)  # type: ignore[arg-type]  # It is refused.
        with pytest.raises(InvalidValueError, match="how many units"):
            Part(sex=Sex.MALE, reporting=wrong)  # type: ignore[arg-type]  # It is refused.

    def test_no_more_report_than_are_expected(self) -> None:
        with pytest.raises(InvalidValueError, match="only 2 were expected"):
            Aggregate(reporting=3, expected=2)

    def test_may_be_of_any_size(self) -> None:
        assert Aggregate(period="2025", numerator=10**40, denominator=Decimal(10**30)).share == 10**10


class TestParts:
    def test_are_one_of_each_sex(self) -> None:
        with pytest.raises(InvalidValueError, match="each sex has one part"):
            Aggregate(parts=(WOMEN, Part(sex=Sex.MALE), WOMEN))

    @pytest.mark.parametrize("wrong", [Sex.TOTAL, "F", None])
    def test_are_of_one_sex(self, wrong: object) -> None:
        with pytest.raises(InvalidValueError, match="sex"):
            Part(sex=wrong)  # type: ignore[arg-type]  # It is refused.

    def test_are_found_by_sex(self) -> None:
        total = Aggregate(parts=(WOMEN,))
        assert (total.part(Sex.FEMALE), total.part(Sex.MALE)) == (WOMEN, None)
        assert WOMEN.share == Fraction(2, 3)


class TestPeriods:
    @pytest.mark.parametrize("wrong", [{"period": "2025-Q5"}, {"period": 2025}, {"period": "2025", "gaps": ("x",)}])
    def test_are_periods(self, wrong: dict[str, object]) -> None:
        with pytest.raises(InvalidValueError, match="period"):
            Aggregate(**wrong)  # type: ignore[arg-type]  # It is refused.


class TestValue:
    RATIO = Indicator(id="4.2", name="tỷ số giới tính khi sinh", unit="/100")

    def test_is_in_the_unit_of_the_indicator(self) -> None:
        assert Aggregate(indicator=self.RATIO, period="2025", numerator=11, denominator=10).value == 110
        assert Aggregate(period="2025", numerator=11, denominator=10).value == Fraction(11, 10)
        assert Aggregate(period="2025", numerator=11).value == 11

    def test_is_none_where_something_is_missing(self) -> None:
        assert Aggregate(indicator=self.RATIO, period="2025", numerator=11).value is None
        assert Aggregate(indicator=self.RATIO, period="2025", denominator=0).value is None
        assert (Aggregate().value, Aggregate().coverage, Part(sex=Sex.MALE).share) == (None, None, None)
