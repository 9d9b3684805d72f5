"""National targets and strategies: what they hold, when, and how they are written."""

import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from vstbpn import strategies
from vstbpn.errors import InvalidValueError
from vstbpn.goals.national.frame import NationalFrame
from vstbpn.goals.national.strategy import NationalStrategy
from vstbpn.goals.national.target import NationalTarget
from vstbpn.goals.targets.target import Target
from vstbpn.references.acts.acts import Acts
from vstbpn.values import evolve
from vstbpn.vocabulary import When

FRAME = NationalFrame.bundled()
OLD, NEW = FRAME.strategy("2351/QĐ-TTg"), FRAME.strategy("28/NQ-CP")


def numbered(number: str, *, of: NationalStrategy = NEW, place: int = 0) -> NationalTarget:
    return [national for national in of.targets if national.number == number][place]


class TestWhatTheyHold:
    """Each is a target with the act that sets it, in Vietnamese and English, with its sources."""

    @pytest.mark.parametrize("national", FRAME.targets(), ids=lambda one: f"{one.strategy} {one.number}")
    def test_their_acts_are_in_the_catalogue(self, national: NationalTarget) -> None:
        acts = Acts.bundled()
        assert acts.resolve(national.act).act is not None
        assert national.strategy in acts
        assert national.sources
        assert national.population_en
        assert national.valid_from is not None
        assert national.valid_to is not None

    def test_levels_and_changes(self) -> None:
        biased = numbered("5.1", of=OLD).target
        assert (biased.is_change, biased.direction, biased.unit) == (True, biased.direction.LOWER, "%")  # type: ignore[union-attr]  # It has one.
        # The act has "ở mức", which is no "giảm".
        assert numbered("4.1").target.direction is None

    def test_the_sides_of_rates(self) -> None:
        assert str(numbered("4.1").target) == "Đến năm 2025, tỷ số giới tính khi sinh không quá 111 bé trai/100 bé gái"
        assert str(numbered("4.2").target) == "Đến năm 2025, tỷ số tử vong mẹ không quá 42/100.000 trẻ đẻ sống"
        assert numbered("4.1").population_en == "live births, boys per 100 girls"

    def test_the_share_of_women_is_no_share_of_those_women(self) -> None:
        assert str(numbered("2.3").target) == (
            "Đến năm 2025, tỷ lệ nữ giám đốc, chủ doanh nghiệp, hợp tác xã đạt ít nhất 27%"
        )
        shares = [one.target for one in FRAME.targets() if one.target.unit == "%" and not one.target.is_change]
        for target in shares:
            words = target.population or ""
            if words.startswith(("nữ ", "biết chữ", "mỗi giới")):
                assert "15-60 tuổi biết chữ" in words

    @pytest.mark.parametrize("national", FRAME.targets(), ids=lambda one: f"{one.strategy} {one.number}")
    def test_they_are_read_back(self, national: NationalTarget) -> None:
        target = national.target
        assert Target.parse(target.format("en"), "en") == target
        # Of "2 chuyên mục" reading takes "chuyên" alone for the unit, and words alone are read where a word tells how many.
        if target.unit != "chuyên mục" and target.value is not None:
            assert Target.parse(str(target)) == target

    def test_terms_and_open_ends(self) -> None:
        committees, trafficked, yearly = numbered("1.1a", of=OLD), numbered("3.3"), numbered("6.4")
        assert str(committees.target.period) == "2016-2020"
        assert (trafficked.target.when, trafficked.target.year) == (When.ONWARDS, 2025)
        assert (yearly.target.when, yearly.target.year) == (When.EACH_YEAR, None)

    def test_words_without_a_figure(self) -> None:
        (curriculum,) = [one for one in NEW.targets if one.target.value is None]
        assert curriculum.figure() == curriculum.figure("en") == curriculum.target.population

    def test_what_does_not_go_together(self) -> None:
        first = numbered("1.1")
        with pytest.raises(InvalidValueError, match="holds from 2021-03-03 on"):
            evolve(first, valid_to=datetime.date(2021, 3, 2))
        with pytest.raises(InvalidValueError, match="the strategy it is of"):
            evolve(first, strategy="")
        with pytest.raises(InvalidValueError, match="these targets are of 15/KH-UBND"):
            NationalStrategy(id="15/KH-UBND", act=first.act, targets=(first,))


class TestWhenTheyHold:
    """A target holds with its act, up to its amendment."""

    def test_days(self) -> None:
        first = numbered("1.1")
        assert [first.holds(datetime.date(2021, 3, day)) for day in (2, 3)] == [False, True]
        assert not first.holds(datetime.date(2031, 1, 1))
        unknown = evolve(first, valid_from=None, valid_to=None)
        assert unknown.holds(datetime.date(1990, 1, 1))
        assert unknown.speaks_of(2090)

    @pytest.mark.parametrize(
        ("national", "years"),
        [
            (numbered("1.1"), range(2025, 2031)),
            (numbered("1.1", place=1), range(2030, 2031)),
            (numbered("3.3"), range(2025, 2031)),
            (numbered("6.4"), range(2021, 2031)),
            (numbered("1.1a", of=OLD), range(2016, 2021)),
            # An amendment ended it in 2018, before it was due.
            (numbered("6.2b", of=OLD, place=1), range(2020, 2021)),
        ],
        ids=lambda value: getattr(value, "number", ""),
    )
    def test_years(self, national: NationalTarget, years: range) -> None:
        assert [year for year in range(2000, 2050) if national.speaks_of(year)] == list(years)

    def test_the_last_goals_are_those_after_the_amendment(self) -> None:
        third = OLD.goals()[2]
        assert [str(target.value) for target in third.targets if target.unit == "%"][:2] == ["40", "50"]
        assert {"98", "94", "90"} <= {str(target.value) for target in third.targets}
        before = OLD.goals(datetime.date(2015, 1, 1))[2]
        assert {str(target.value) for target in before.targets} == {"90", "95", "40", "50", "20", "25"}

    def test_goals_without_a_figure(self) -> None:
        (staff,) = OLD.goals()[6].qualitative
        assert staff.population == "bố trí đủ cán bộ làm công tác bình đẳng giới ở các cấp"

    def test_goals_stand_in_the_order_of_their_numbers(self) -> None:
        first = numbered("1.1")
        numbers = ("10", "2", "", "A", "²")
        mixed = NationalStrategy(
            id=first.strategy, act=first.act, targets=tuple(evolve(first, goal=one) for one in numbers)
        )
        assert [goal.marker for goal in mixed.goals()] == [
            "Mục tiêu 2",
            "Mục tiêu 10",
            None,
            "Mục tiêu A",
            "Mục tiêu ²",
        ]
        assert NationalStrategy(id="15/KH-UBND", act=first.act).goals() == ()


class TestWording:
    """The figure, when it is due, and the act."""

    @pytest.mark.parametrize(
        ("national", "vi", "en"),
        [
            (numbered("1.1"), "60% đến năm 2025", "60% for 2025"),
            (numbered("5.2a"), "trên 90% đến năm 2025", "more than 90% for 2025"),
            (numbered("3.1"), "1,7 lần đến năm 2025", "1.7 times for 2025"),
            (numbered("4.2", place=1), "dưới 42/100.000 đến năm 2030", "less than 42 per 100,000 for 2030"),
            (numbered("3.3"), "100% từ năm 2025 trở đi", "100% from 2025 on"),
            (numbered("6.4"), "100% hằng năm", "100% each year"),
            (numbered("1.1c", of=OLD), "trên 35% trong giai đoạn 2016 - 2020", "more than 35% for 2016-2020"),
            (numbered("3", of=FRAME.strategy("1790/QĐ-TTg")), "10 - 15% đến năm 2030", "10 - 15% for 2030"),
        ],
        ids=lambda value: getattr(value, "number", ""),
    )
    def test_figures(self, national: NationalTarget, vi: str, en: str) -> None:
        assert f"{national.figure()} {national.due()}" == vi
        assert f"{national.figure('en')} {national.due('en')}" == en

    def test_acts(self) -> None:
        first = numbered("1.1")
        assert first.cited() == "Nghị quyết số 28/NQ-CP, chỉ tiêu 1.1"
        assert evolve(first, number="").cited("en") == "Resolution No. 28/NQ-CP"
        assert str(first).endswith("là nữ (Nghị quyết số 28/NQ-CP, chỉ tiêu 1.1)")
        assert evolve(first, target=evolve(first.target, year=None)).due() == ""

    @pytest.mark.parametrize("write", [numbered("1.1").figure, numbered("1.1").due, numbered("1.1").cited])
    def test_there_are_two_languages(self, write: Any) -> None:  # noqa: ANN401  # A method.
        with pytest.raises(InvalidValueError, match="expected vi or en"):
            write("fr")

    @given(strategies.national_targets())
    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    def test_any_can_be_written(self, national: NationalTarget) -> None:
        for language in ("vi", "en"):
            words = f"{national.figure(language)} {national.due(language)} {national.cited(language)}"
            assert national.number in words
