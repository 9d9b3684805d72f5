"""Two targets side by side: which asks for more, and by how much."""

import decimal
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from vstbpn import strategies
from vstbpn.errors import InvalidValueError
from vstbpn.goals.national.comparison import Ambition, compare
from vstbpn.goals.national.frame import NationalFrame
from vstbpn.goals.national.target import NationalTarget
from vstbpn.goals.targets.target import Target
from vstbpn.values import evolve
from vstbpn.vocabulary import Comparator

LEADERS = NationalFrame.bundled().strategy("28/NQ-CP").targets[0]

LAWS = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])


def national(text: str) -> NationalTarget:
    return evolve(LEADERS, target=Target.parse(text))


class TestAmbition:
    """Lower means less ambitious."""

    @pytest.mark.parametrize(
        ("ours", "theirs", "ambition", "difference"),
        [
            ("ít nhất 50% cán bộ nữ", "ít nhất 60% cán bộ nữ", Ambition.LOWER, "-10"),
            ("ít nhất 60,5% cán bộ nữ", "ít nhất 60% cán bộ nữ", Ambition.HIGHER, "0.5"),
            ("đạt 60% cán bộ nữ", "ít nhất 60% cán bộ nữ", Ambition.EQUAL, "0"),
            # What is to be passed is more than what is to be reached.
            ("trên 60% cán bộ nữ", "ít nhất 60% cán bộ nữ", Ambition.HIGHER, "0"),
            ("ít nhất 60% cán bộ nữ", "trên 60% cán bộ nữ", Ambition.LOWER, "0"),
            ("trên 60% cán bộ nữ", "trên 60% cán bộ nữ", Ambition.EQUAL, "0"),
            # Where less is better, the larger figure aims lower.
            ("tỷ lệ phá thai không quá 24/100", "tỷ lệ phá thai không quá 25/100", Ambition.HIGHER, "1"),
            ("tỷ lệ phá thai không quá 26/100", "tỷ lệ phá thai không quá 25/100", Ambition.LOWER, "-1"),
            ("tỷ lệ phá thai dưới 25/100", "tỷ lệ phá thai không quá 25/100", Ambition.HIGHER, "0"),
            ("tỷ lệ phá thai đạt 26/100", "tỷ lệ phá thai dưới 25/100", Ambition.LOWER, "-1"),
            ("giảm tỷ lệ phá thai xuống 24/100", "tỷ lệ phá thai đạt 25/100", Ambition.HIGHER, "1"),
            # A range asks for its near end.
            ("55 - 65% cán bộ nữ", "ít nhất 60% cán bộ nữ", Ambition.LOWER, "-5"),
            ("tỷ lệ phá thai đạt 20 - 24/100", "tỷ lệ phá thai không quá 25/100", Ambition.HIGHER, "1"),
            ("khoảng 50% cán bộ nữ", "ít nhất 60% cán bộ nữ", Ambition.LOWER, "-10"),
            ("khoảng 60% cán bộ nữ", "ít nhất 60% cán bộ nữ", Ambition.EQUAL, "0"),
            # Of a change more is more, whichever way it goes.
            ("giảm 50% sản phẩm", "giảm ít nhất 60% sản phẩm", Ambition.LOWER, "-10"),
            ("tăng 55% sản phẩm", "tăng ít nhất 50% sản phẩm", Ambition.HIGHER, "5"),
            ("đạt 100% xã", "đạt 100% xã", Ambition.EQUAL, "0"),
            ("đạt 90% xã", "đạt 100% xã", Ambition.LOWER, "-10"),
        ],
    )
    def test_of_two_figures(self, ours: str, theirs: str, ambition: Ambition, difference: str) -> None:
        found = compare(Target.parse(ours), national(theirs))
        assert (found.ambition, found.difference, found.reason) == (ambition, Decimal(difference), "")

    @pytest.mark.parametrize(
        ("ours", "theirs", "reason"),
        [
            ("đa số cán bộ nữ được tập huấn", "ít nhất 60% cán bộ nữ", "without a figure"),
            ("ít nhất 60% cán bộ nữ", "đủ cán bộ nữ", "without a figure"),
            ("phấn đấu có ít nhất 60 câu lạc bộ", "ít nhất 60% cán bộ nữ", "the units differ: câu lạc bộ and %"),
            ("giảm 60% sản phẩm", "ít nhất 60% sản phẩm", "the size of a change"),
            ("tối đa 60% cán bộ nữ", "ít nhất 60% cán bộ nữ", "one is to be raised"),
            ("giảm 60% sản phẩm", "tăng 60% sản phẩm", "one is an increase"),
        ],
    )
    def test_what_cannot_be_compared(self, ours: str, theirs: str, reason: str) -> None:
        found = compare(Target.parse(ours), national(theirs))
        assert found.ambition is Ambition.NOT_COMPARABLE
        assert found.difference is None
        assert reason in found.reason
        assert found.message("en").startswith("cannot be compared with the national")


class TestLaws:
    """What holds of any two targets."""

    @LAWS
    @given(strategies.targets(), strategies.national_targets())
    def test_each_side_says_the_opposite(self, target: Target, other: NationalTarget) -> None:
        there = compare(target, other)
        back = compare(other.target, evolve(other, target=target))
        opposite = {Ambition.LOWER: Ambition.HIGHER, Ambition.HIGHER: Ambition.LOWER}
        assert back.ambition is opposite.get(there.ambition, there.ambition)
        assert (there.difference is None) == (back.difference is None) == (there.ambition is Ambition.NOT_COMPARABLE)
        if there.difference is not None and back.difference is not None:
            assert type(there.difference) is Decimal
            assert there.difference == back.difference.copy_negate()
        assert there.message()
        assert there.message("en")

    @LAWS
    @given(strategies.national_targets())
    def test_a_target_is_as_high_as_itself(self, other: NationalTarget) -> None:
        found = compare(other.target, other)
        # The two ends of a range are held against each other at the same end.
        expected = Ambition.NOT_COMPARABLE if other.target.value is None else Ambition.EQUAL
        assert found.ambition is expected

    def test_the_difference_is_exact_whatever_the_precision_set(self) -> None:
        ours, theirs = Target(comparator=Comparator.AT_LEAST, value=Decimal("99999999999999.000001"), unit="%"), LEADERS
        with decimal.localcontext(decimal.Context(prec=2)):
            assert str(compare(ours, theirs).difference) == "99999999999939.000001"


class TestMessage:
    """The comparison in words."""

    def test_in_two_languages(self) -> None:
        found = compare(Target.parse("ít nhất 70% cơ quan có lãnh đạo chủ chốt là nữ"), LEADERS)
        assert str(found) == "cao hơn chỉ tiêu quốc gia 60% đến năm 2025 (Nghị quyết số 28/NQ-CP, chỉ tiêu 1.1)"
        assert found.message("en") == "aims higher than the national 60% for 2025 (Resolution No. 28/NQ-CP, target 1.1)"
        with pytest.raises(InvalidValueError, match="expected vi or en"):
            found.message("de")  # type: ignore[arg-type]  # None of the two.

    def test_a_target_that_is_always_due(self) -> None:
        always = evolve(LEADERS, target=evolve(LEADERS.target, year=None), number="")
        assert (
            compare(LEADERS.target, always).message("en")
            == "aims as high as the national 60% (Resolution No. 28/NQ-CP)"
        )
