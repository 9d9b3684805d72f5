"""Indicators: what is counted, and how it adds up."""

import unicodedata

import pytest

from vstbpn.errors import InvalidValueError
from vstbpn.goals.observing.indicator import Collection, Indicator
from vstbpn.goals.observing.observation import Observation, Sex
from vstbpn.goals.rolling.rollup import roll_up
from vstbpn.goals.targets.target import Target
from vstbpn.vocabulary import Direction


class TestParts:
    @pytest.mark.parametrize(("part", "words"), [("id", "an id"), ("name", "a name"), ("unit", "a unit")])
    def test_are_not_blank(self, part: str, words: str) -> None:
        with pytest.raises(InvalidValueError, match=f"an indicator has {words}"):
            Indicator(**{"id": "1", "name": "x", "unit": "%", part: ""})  # type: ignore[arg-type]  # All are texts.

    def test_the_share_of_a_sex_is_a_share(self) -> None:
        with pytest.raises(InvalidValueError, match="% or ‰"):
            Indicator(id="1", name="x", unit="/100", share_of=Sex.FEMALE)

    @pytest.mark.parametrize("sex", [Sex.TOTAL, Sex.UNSPECIFIED])
    def test_it_is_of_women_or_men(self, sex: Sex) -> None:
        with pytest.raises(InvalidValueError, match="women"):
            Indicator(id="1", name="x", unit="%", share_of=sex)

    @pytest.mark.parametrize(("unit", "scale"), [("%", 100), ("/100.000", 100_000), ("lần", 1), ("hộ", None)])
    def test_units_tell_the_scale(self, unit: str, scale: int | None) -> None:
        assert Indicator(id="1", name="x", unit=unit).scale == scale


class TestOfATarget:
    def test_it_takes_its_population_unit_and_direction(self) -> None:
        target = Target.parse("ít nhất 60% cơ quan có lãnh đạo chủ chốt là nữ vào năm 2025")
        indicator = Indicator.of(target, "1.1", collection=Collection.END)
        assert (indicator.name, indicator.unit) == ("cơ quan có lãnh đạo chủ chốt là nữ", "%")
        assert (indicator.direction, indicator.collection) == (Direction.RAISE, Collection.END)

    def test_a_target_without_a_figure_has_none(self) -> None:
        with pytest.raises(InvalidValueError, match="without a figure"):
            Indicator.of(Target.parse("đa số cán bộ được tập huấn"), "1")


class TestLetters:
    def test_are_composed(self) -> None:
        composed = {"id": "tỷ-lệ", "name": "tỷ lệ nữ", "unit": "người", "name_en": "é"}
        decomposed = {field: unicodedata.normalize("NFD", text) for field, text in composed.items()}
        assert Indicator(**decomposed) == Indicator(**composed)  # type: ignore[arg-type]  # They are texts.
        told = [Observation(numerator=1, period="2025", unit="a", indicator=decomposed["id"])]
        rolled = roll_up(told, indicators=[Indicator(**composed)], expected={decomposed["id"]: ["a"]})  # type: ignore[arg-type]  # As above.
        assert rolled.total(decomposed["id"]).numerator == 1
