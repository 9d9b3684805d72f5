"""The indicator of a target: told by its words and by how it was counted."""

import pytest

from vstbpn.goals.observing.choosing import indicators_for
from vstbpn.goals.observing.indicator import Collection, Indicator
from vstbpn.goals.observing.observation import Observation, Sex
from vstbpn.goals.targets.target import Target
from vstbpn.vocabulary import Direction


def chosen(target: str, *sexes: Sex, denominator: int | None = None) -> Indicator:
    observations = [
        Observation(numerator=1, denominator=denominator, period="2025", unit="a", indicator="1", sex=sex)
        for sex in sexes
    ]
    (indicator,) = indicators_for({"1": Target.parse(target)}, observations)
    return indicator


class TestShareOfASex:
    """A percentage counted by sex, without denominators, is the share of a sex."""

    @pytest.mark.parametrize("sexes", [(Sex.FEMALE, Sex.MALE), (Sex.FEMALE, Sex.TOTAL)])
    def test_of_women(self, sexes: tuple[Sex, ...]) -> None:
        indicator = chosen("Tỷ lệ nữ thạc sĩ đạt 50%", *sexes)
        assert (indicator.share_of, indicator.collection) == (Sex.FEMALE, Collection.END)

    def test_of_men_where_the_words_speak_of_them_alone(self) -> None:
        assert chosen("Tỷ lệ giáo viên mầm non là nam đạt 5%", Sex.FEMALE, Sex.MALE).share_of is Sex.MALE
        assert chosen("Tỷ lệ nữ so với nam đạt 50%", Sex.FEMALE, Sex.MALE).share_of is Sex.FEMALE
        assert chosen("Tỷ lệ cán bộ vùng Nam Bộ đạt 50%", Sex.FEMALE, Sex.MALE).share_of is Sex.FEMALE

    def test_none_where_there_are_denominators(self) -> None:
        indicator = chosen("Tỷ lệ nữ được tập huấn đạt 50%", Sex.FEMALE, Sex.MALE, denominator=2)
        assert (indicator.share_of, indicator.collection) == (None, Collection.SUMMED)

    def test_none_where_nothing_is_split(self) -> None:
        assert chosen("Tỷ lệ nữ thạc sĩ đạt 50%", Sex.TOTAL).share_of is None

    def test_none_of_a_count(self) -> None:
        assert chosen("ít nhất 5 câu lạc bộ", Sex.FEMALE, Sex.MALE).share_of is None


class TestChanges:
    """Of a change in percent what is counted is the indicator."""

    @pytest.mark.parametrize(
        ("target", "unit"),
        [
            ("Giảm 20% số vụ bạo lực học đường", "vụ"),
            ("Giảm 20% tổng số trẻ em bỏ học", "trẻ"),
            ("Giảm 20% tảo hôn", "đơn vị tính"),
        ],
    )
    def test_counts_have_a_unit_of_their_own(self, target: str, unit: str) -> None:
        indicator = chosen(target, Sex.TOTAL)
        assert (indicator.unit, indicator.direction) == (unit, Direction.LOWER)

    def test_shares_stay_shares(self) -> None:
        assert chosen("Giảm 20% tỷ lệ tảo hôn", Sex.TOTAL, denominator=5).unit == "%"


def test_goals_without_a_figure_have_no_indicator() -> None:
    assert indicators_for({"1": Target.parse("đa số phụ nữ được tập huấn")}, []) == ()
