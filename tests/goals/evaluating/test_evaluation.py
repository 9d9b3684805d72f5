"""The value of an evaluation: what goes together, progress, and words."""

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from vstbpn import strategies
from vstbpn.errors import InvalidValueError
from vstbpn.goals.evaluating.evaluation import Evaluation
from vstbpn.goals.evaluating.judging import evaluate
from vstbpn.goals.evaluating.verdicts import Reason, Verdict
from vstbpn.goals.observing.observation import Observation
from vstbpn.goals.rolling.aggregate import Aggregate
from vstbpn.goals.targets.target import Target
from vstbpn.serialisation.values import value_from_json, value_to_json
from vstbpn.values import evolve
from vstbpn.vocabulary import Comparator, Direction

SHARE = Target.parse("ít nhất 60% hộ")
MORE = Target.parse("trên 60% hộ")


def reached(target: Target | str, part: int, whole: int | None, **terms: Any) -> Evaluation:  # noqa: ANN401  # Terms of any kind.
    total = Aggregate(period="2025", numerator=part, denominator=whole, reporting=3, expected=4)
    return evaluate(Target.parse(target) if isinstance(target, str) else target, total, **terms)


class TestParts:
    MET = Evaluation(target=SHARE, verdict=Verdict.MET, actual=Fraction(62), margin=Fraction(2))

    @pytest.mark.parametrize(
        ("changes", "what"),
        [
            ({"actual": 62}, "actual"),
            ({"margin": 2.0}, "margin"),
            ({"actual": None}, "actual"),
            ({"margin": None}, "margin"),
            ({"reason": Reason.NO_FIGURES}, "reason"),
            ({"verdict": Verdict.NOT_MET}, "verdict"),
            ({"verdict": Verdict.NO_DATA}, "reason"),
            ({"margin": Fraction(-2)}, "verdict"),
            ({"missing": ("2025-H3",)}, "period"),
            ({"on": "2025-12-31"}, "on"),
            ({"on": datetime.datetime(2025, 12, 31, tzinfo=datetime.UTC)}, "on"),
            ({"target": MORE, "margin": Fraction(0)}, "verdict"),
        ],
    )
    def test_what_does_not_go_together(self, changes: dict[str, Any], what: str) -> None:
        with pytest.raises(InvalidValueError, match=f"invalid {what}"):
            evolve(self.MET, **changes)

    def test_no_margin_is_enough(self) -> None:
        assert evolve(self.MET, margin=Fraction(0)).verdict is Verdict.MET


class TestProgress:
    @pytest.mark.parametrize(
        ("text", "part", "progress"),
        [
            ("ít nhất 60% hộ", 30, Fraction(1, 2)),
            ("ít nhất 60% hộ", 90, Fraction(3, 2)),
            ("đạt 60% hộ", 30, Fraction(1, 2)),
            ("tăng tỷ lệ nữ từ 20% lên 60%", 30, Fraction(1, 4)),
            ("tăng tỷ lệ nữ từ 20% lên 60%", 10, Fraction(-1, 4)),
            ("giảm tỷ lệ hộ nghèo từ 23% xuống 18%", 20, Fraction(3, 5)),
        ],
    )
    def test_of_the_way_from_the_baseline(self, text: str, part: int, progress: Fraction) -> None:
        assert reached(text, part, 100).progress == progress

    @pytest.mark.parametrize(
        "text", ["không quá 60% hộ", "giảm tỷ lệ hộ nghèo xuống 18%", "từ 50% đến 60% hộ", "khoảng 6% hộ"]
    )
    def test_none_without_a_start(self, text: str) -> None:
        assert reached(text, 30, 100, tolerance=1).progress is None

    def test_none_without_a_figure(self) -> None:
        assert reached("đa số hộ", 1, 2).progress is None
        assert evaluate(SHARE, []).progress is None

    def test_none_where_there_is_no_way(self) -> None:
        none = Target(comparator=Comparator.AT_LEAST, value=Decimal(0), unit="%")
        assert reached(none, 1, 2).progress is None

    def test_to_the_near_end_of_a_range(self) -> None:
        rise = Target(
            comparator=Comparator.BETWEEN,
            value=Decimal(40),
            value_max=Decimal(50),
            unit="%",
            direction=Direction.RAISE,
            baseline=Decimal(20),
        )
        assert reached(rise, 30, 100).progress == Fraction(1, 2)
        assert reached(evolve(rise, direction=Direction.LOWER, baseline=Decimal(90)), 70, 100).progress == Fraction(
            1, 2
        )

    def test_of_a_change(self) -> None:
        before = Aggregate(period="2020", numerator=80, reporting=4, expected=4)
        now = Aggregate(period="2025", numerator=60, reporting=4, expected=4)
        assert evaluate(Target.parse("giảm 50% số vụ"), now, baseline=before).progress == Fraction(1, 2)
        twice = Target(
            comparator=Comparator.EQUAL, value=Decimal(2), unit="lần", direction=Direction.RAISE, is_change=True
        )
        assert evaluate(twice, evolve(now, numerator=120), baseline=before).progress == Fraction(1, 2)

    def test_where_there_is_no_verdict(self) -> None:
        assert reached("ít nhất 60% hộ", 30, 100, least_coverage=1).progress == Fraction(1, 2)


class TestWords:
    @pytest.mark.parametrize(
        ("text", "part", "whole", "vi", "en"),
        [
            ("ít nhất 60% hộ", 62, 100, "đạt: 62% so với ít nhất 60%, vượt 2 điểm phần trăm", "met: 62% as against at least 60%, 2 percentage points above"),
            ("ít nhất 60% hộ", 50, 100, "chưa đạt: 50% so với ít nhất 60%, còn thiếu 10 điểm phần trăm", "not met: 50% as against at least 60%, short by 10 percentage points"),
            ("ít nhất 60% hộ", 61, 100, "đạt: 61% so với ít nhất 60%, vượt 1 điểm phần trăm", "met: 61% as against at least 60%, 1 percentage point above"),
            ("ít nhất 60% hộ", 60, 100, "đạt: 60% so với ít nhất 60%, vừa đủ", "met: 60% as against at least 60%, just enough"),
            ("trên 60% hộ", 60, 100, "chưa đạt: 60% so với trên 60%, mới bằng mức, phải vượt mức này", "not met: 60% as against more than 60%, level with it, and more is asked for"),
            ("dưới 60% hộ", 60, 100, "chưa đạt: 60% so với dưới 60%, mới bằng mức, phải thấp hơn", "not met: 60% as against less than 60%, level with it, and less is asked for"),
            ("tỷ số không quá 111/100", 1125, 1000, "chưa đạt: 112,5/100 so với không quá 111/100, còn cao hơn 1,5/100", "not met: 112.5 per 100 as against at most 111 per 100, too high by 1.5 per 100"),
            ("ít nhất 1.000 hộ", 1250, None, "đạt: 1.250 hộ so với ít nhất 1.000 hộ, vượt 250 hộ", "met: 1,250 hộ as against at least 1,000 hộ, 250 hộ above"),
            ("từ 50% đến 60% hộ", 55, 100, "đạt: 55% so với mức 50% - 60%, cách giới hạn gần nhất 5 điểm phần trăm", "met: 55% as against a range of 50% to 60%, 5 percentage points inside the nearer limit"),
            ("khoảng 60% hộ", 55, 100, "chưa đạt: 55% so với khoảng 60%, thấp hơn 5 điểm phần trăm, quá mức chênh lệch cho phép 4 điểm phần trăm", "not met: 55% as against about 60%, 5 percentage points below, 4 percentage points outside the tolerance"),
            ("khoảng 60% hộ", 605, 1000, "đạt: 60,5% so với khoảng 60%, cao hơn 0,5 điểm phần trăm, trong mức chênh lệch cho phép", "met: 60.5% as against about 60%, 0.5 percentage points above, within the tolerance"),
            ("khoảng 60% hộ", 60, 100, "đạt: 60% so với khoảng 60%, vừa đúng mức, trong mức chênh lệch cho phép", "met: 60% as against about 60%, just at it, within the tolerance"),
            ("khoảng 60% hộ", 61, 100, "đạt: 61% so với khoảng 60%, cao hơn 1 điểm phần trăm, vừa ở mức chênh lệch cho phép", "met: 61% as against about 60%, 1 percentage point above, just at the tolerance"),
            ("1/3 số xã có nữ lãnh đạo", 5, 12, "đạt: 41,67% so với chỉ tiêu 1/3, vượt 8,33 điểm phần trăm", "met: 41.67% as against a target of 1/3, 8.33 percentage points above"),
            ("ít nhất 2/3 số xã", 1, 2, "chưa đạt: 50% so với ít nhất 2/3, còn thiếu 16,67 điểm phần trăm", "not met: 50% as against at least 2/3, short by 16.67 percentage points"),
            ("giảm xuống 1,5 lần", 150, 100, "đạt: 1,5 lần so với chỉ tiêu 1,5 lần, vừa đúng mức", "met: 1.5 times as against a target of 1.5 times, just at the limit"),
        ],
    )  # fmt: skip
    def test_answers(self, text: str, part: int, whole: int | None, vi: str, en: str) -> None:
        answer = reached(text, part, whole, tolerance=1)
        assert answer.explain("vi") == f"{vi}; 3/4 đơn vị báo cáo" == str(answer)
        assert answer.explain("en") == f"{en}; 3/4 units have reported"

    def test_not_due(self) -> None:
        answer = reached(evolve(SHARE, year=2026), 50, 100)
        assert answer.explain() == (
            "chưa đến hạn: hạn là năm 2026, số liệu là của năm 2025; "
            "hiện 50% so với ít nhất 60%, còn thiếu 10 điểm phần trăm; 3/4 đơn vị báo cáo"
        )

    def test_figures_of_a_time_that_is_not_over(self) -> None:
        day = datetime.date(2025, 7, 1)
        answer = reached(evolve(SHARE, year=2025), 50, 100, on=day)
        assert answer.explain() == (
            "chưa đến hạn: hạn là hết năm 2025; số liệu đến hết năm 2025, sau ngày đánh giá 01/7/2025: "
            "50% so với ít nhất 60%, còn thiếu 10 điểm phần trăm; 3/4 đơn vị báo cáo"
        )
        assert reached("khoảng 60% hộ", 1, 2, on=day).explain("en") == (
            "not assessable: “about” needs a tolerance to be held against; "
            "figures up to the end of 2025, after the day of the evaluation, 2025-07-01: 50%; 3/4 units have reported"
        )

    def test_nor_all_told(self) -> None:
        total = Aggregate(period="2025", numerator=1, denominator=2, reporting=1, expected=1, gaps=("2025-Q4",))
        answer = evaluate(evolve(SHARE, year=2025), total, on=datetime.date(2025, 7, 1))
        assert "số liệu đến hết tháng 9 năm 2025, sau ngày đánh giá 01/7/2025: 50%" in answer.explain()
        assert "hiện 50%" in evaluate(evolve(SHARE, year=2025), total, on=datetime.date(2025, 9, 30)).explain()

    def test_fractions_of_a_change(self) -> None:
        before = Aggregate(period="2024", numerator=12, reporting=1, expected=1)
        now = Aggregate(period="2025", numerator=7, reporting=1, expected=1)
        answer = evaluate(Target.parse("giảm 1/3 số vụ tảo hôn"), now, baseline=before)
        assert (answer.actual, answer.margin) == (Fraction(5, 4), Fraction(1, 4))
        assert answer.explain().startswith("đạt: giảm 41,67% so với giảm 1/3, vượt 8,33 điểm phần trăm")

    def test_it_is_saved_with_its_target(self) -> None:
        answer = reached(SHARE, 50, 100, on=datetime.date(2025, 7, 1))
        again = value_from_json(value_to_json(answer), Evaluation)
        assert again == answer
        assert again.explain() == answer.explain()

    def test_low_coverage(self) -> None:
        answer = reached(SHARE, 2, 3, least_coverage=Decimal("0.9"))
        assert answer.explain("en") == (
            "not assessable: only 3/4 units have reported, and at least 9/10 is asked for; the figure is 66.67%"
        )

    def test_changes(self) -> None:
        before = Aggregate(period="2020", numerator=80, reporting=1, expected=1)
        target = Target.parse("giảm ít nhất 50% số vụ")
        now = Aggregate(period="2025", numerator=30, reporting=1, expected=1)
        assert (
            evaluate(target, now, baseline=before).explain("vi").startswith("đạt: giảm 62,5% so với giảm ít nhất 50%, ")
        )
        more = evaluate(target, evolve(now, numerator=100), baseline=before)
        assert more.explain("en").startswith("not met: a rise of 25% as against a fall of at least 50%, short by 75 ")
        same = evaluate(target, evolve(now, numerator=80), baseline=before)
        assert same.explain("vi").startswith("chưa đạt: 0% so với giảm ít nhất 50%, ")
        times = Target(
            comparator=Comparator.EQUAL, value=Decimal(2), unit="lần", direction=Direction.RAISE, is_change=True
        )
        answer = evaluate(times, evolve(now, numerator=60), baseline=before)
        assert answer.explain("vi").startswith("chưa đạt: 0,75 lần so với tăng 2 lần, còn thiếu 1,25 lần")

    def test_faults_are_told(self) -> None:
        twice = [
            Observation(numerator=part, denominator=9, period="2025", unit=f"u{place}")
            for place in range(5)
            for part in (1, 2)
        ]
        answer = evaluate(SHARE, twice)
        for language, fault, more in (("vi", "có 2 số liệu", "và 2 lỗi khác"), ("en", "2 figures of", "and 2 more")):
            words = answer.explain(language)  # type: ignore[arg-type]  # One of the two.
            assert words.count(fault) == 3
            assert more in words

    def test_warnings_are_counted(self) -> None:
        counted = [Observation(numerator=3, denominator=2, period="2025", unit="a")]
        assert evaluate(SHARE, counted).explain().endswith("; 1 lưu ý về số liệu")

    @pytest.mark.parametrize("language", ["fr", "", None, 1, []])
    def test_other_languages(self, language: Any) -> None:  # noqa: ANN401  # Anything.
        with pytest.raises(InvalidValueError, match="language"):
            evaluate(SHARE, []).explain(language)

    def test_a_missing_argument_shows_its_name(self) -> None:
        answer = Evaluation(target=SHARE, verdict=Verdict.NO_DATA, reason=Reason.OTHER_YEARS, args=(("found", "{x}"),))
        assert answer.explain("en") == "no data: there are figures of {x}, none of {year}"
        bare = Evaluation(target=SHARE, verdict=Verdict.NOT_ASSESSABLE, reason=Reason.FAULTY_FIGURES)
        assert bare.explain("vi") == "không đánh giá được: số liệu có lỗi"

    @pytest.mark.parametrize("reason", Reason)
    def test_every_reason_has_words_with_the_same_arguments(self, reason: Reason) -> None:
        names = (
            "found",
            "year",
            "unit",
            "target",
            "indicator",
            "reporting",
            "expected",
            "least",
            "now",
            "before",
            "baseline",
            "period",
        )
        given = {name: name for name in names}
        assert reason.vi.format_map(given) != ""
        assert [name for name in names if f"{{{name}}}" in reason.vi] == [
            name for name in names if f"{{{name}}}" in reason.en
        ]

    @given(strategies.evaluations())
    def test_every_evaluation_has_words(self, evaluation: Evaluation) -> None:
        for words in (evaluation.explain("vi"), evaluation.explain("en")):
            assert words.count("{") == 0
            assert "\n" not in words
        assert evaluation.explain("vi").startswith(f"{evaluation.verdict.vi}: ")


class TestRounding:
    """Numbers are rounded in words only, and never so that they say something else than the verdict."""

    def test_as_many_decimals_as_tell_the_difference(self) -> None:
        near = reached("ít nhất 60% hộ", 5_999_999, 10_000_000)
        assert near.explain("en").startswith("not met: 59.99999% as against at least 60%, short by 0.00001 ")
        assert near.actual == Fraction(5_999_999, 100_000)

    def test_two_are_enough_else(self) -> None:
        assert reached("ít nhất 60% hộ", 2, 3).explain("vi").startswith("đạt: 66,67% so với ít nhất 60%, vượt 6,67 ")

    @given(strategies.evaluations())
    def test_fields_are_as_exact_as_before(self, evaluation: Evaluation) -> None:
        again = evolve(evaluation)
        evaluation.explain("vi")
        assert evaluation == again
