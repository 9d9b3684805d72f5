"""Targets in official Vietnamese: when, on which side whom, how units are written; and that each is read back."""

import itertools
from decimal import Decimal
from typing import Any

import pytest

from vstbpn.dates import YearRange
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.vietnamese import write_vietnamese
from vstbpn.vocabulary import Comparator, Direction, When

PERIOD = YearRange(start=2021, end=2025)
RATE = "tỷ lệ học sinh bỏ học"


def made(value: str = "60", **parts: Any) -> Target:  # noqa: ANN401  # Any parts.
    return Target(**{"comparator": Comparator.AT_LEAST, "value": Decimal(value), "unit": "%", **parts})


class TestTimes:
    @pytest.mark.parametrize(
        ("parts", "written"),
        [
            ({}, "ít nhất 60% hộ"),
            ({"year": 2025}, "Đến năm 2025, ít nhất 60% hộ"),
            ({"year": 2025, "period": PERIOD}, "Trong giai đoạn 2021 - 2025, ít nhất 60% hộ"),
            ({"when": When.EACH_YEAR}, "Hằng năm, ít nhất 60% hộ"),
            ({"when": When.EACH_YEAR, "year": 2025}, "Hằng năm đến năm 2025, ít nhất 60% hộ"),
            (
                {"when": When.EACH_YEAR, "year": 2025, "period": PERIOD},
                "Hằng năm trong giai đoạn 2021 - 2025, ít nhất 60% hộ",
            ),
            ({"when": When.ONWARDS, "year": 2025}, "Từ năm 2025 trở đi, ít nhất 60% hộ"),
        ],
    )
    def test_stand_first(self, parts: dict[str, Any], written: str) -> None:
        target = made(population="hộ", **parts)
        assert write_vietnamese(target) == written
        assert Target.parse(written) == target

    def test_words_alone_have_them_too(self) -> None:
        target = Target(
            comparator=Comparator.QUALITATIVE, value=None, population="Không để xảy ra bạo lực", when=When.EACH_YEAR
        )
        assert write_vietnamese(target) == "Hằng năm, không để xảy ra bạo lực"


class TestShapes:
    @pytest.mark.parametrize(
        ("parts", "written"),
        [
            ({"comparator": Comparator.EQUAL}, "đạt 60%"),
            ({"comparator": Comparator.EQUAL, "population": RATE}, f"{RATE} đạt 60%"),
            ({"comparator": Comparator.MORE_THAN, "population": RATE}, f"{RATE} đạt trên 60%"),
            ({"comparator": Comparator.MORE_THAN, "value": Decimal(120)}, "hơn 120%"),
            ({"comparator": Comparator.BETWEEN, "value_max": Decimal(70), "population": "hộ"}, "đạt 60 - 70% hộ"),
            ({"direction": Direction.RAISE, "population": "hộ có nước sạch"}, "tăng hộ có nước sạch lên ít nhất 60%"),
            (
                {"direction": Direction.LOWER, "population": RATE, "baseline": Decimal(70)},
                f"giảm {RATE} từ 70% xuống ít nhất 60%",
            ),
            ({"direction": Direction.LOWER, "baseline": Decimal(70)}, "giảm từ 70% xuống ít nhất 60%"),
            ({"direction": Direction.RAISE}, "tăng lên ít nhất 60%"),
            ({"direction": Direction.LOWER, "is_change": True, "population": "số vụ"}, "giảm ít nhất 60% số vụ"),
            ({"direction": Direction.LOWER, "is_change": True, "population": RATE}, f"{RATE} giảm ít nhất 60%"),
            ({"direction": Direction.LOWER, "is_change": True}, "giảm ít nhất 60%"),
        ],
    )
    def test_of_shares(self, parts: dict[str, Any], written: str) -> None:
        target = made(**parts)
        assert write_vietnamese(target) == written
        assert Target.parse(written) == target

    @pytest.mark.parametrize(
        ("parts", "written"),
        [
            ({}, "Xã Hoa Lư có ít nhất 5 vụ"),
            ({"text": "ít nhất 5 vụ tại xã Hoa Lư", "population": "tại xã Hoa Lư"}, "ít nhất 5 vụ tại xã Hoa Lư"),
            ({"direction": Direction.LOWER, "is_change": True}, "Xã Hoa Lư giảm ít nhất 5 vụ"),
            (
                {"direction": Direction.LOWER, "is_change": True, "text": "5 vụ bạo lực", "population": "bạo lực"},
                "giảm ít nhất 5 vụ bạo lực",
            ),
            (
                {"direction": Direction.LOWER, "baseline": Decimal(1200), "population": "số vụ bạo lực"},
                "giảm số vụ bạo lực từ 1.200 vụ xuống ít nhất 5 vụ",
            ),
        ],
    )
    def test_of_counts(self, parts: dict[str, Any], written: str) -> None:
        target = made(**{"value": "5", "unit": "vụ", "population": "Xã Hoa Lư", **parts})
        assert write_vietnamese(target) == written
        assert Target.parse(written) == target


class TestVerbs:
    """A floor is reached, a ceiling kept; whoever is counted for has so many, and a number reaches so many."""

    @pytest.mark.parametrize(
        ("parts", "written"),
        [
            ({"comparator": Comparator.AT_MOST, "population": RATE}, f"{RATE} không quá 60%"),
            ({"comparator": Comparator.LESS_THAN, "population": RATE}, f"{RATE} dưới 60%"),
            ({"population": RATE}, f"{RATE} đạt ít nhất 60%"),
            ({"comparator": Comparator.ABOUT, "population": RATE}, f"{RATE} đạt khoảng 60%"),
            ({"comparator": Comparator.AT_MOST, "population": "Kinh tế số"}, "Kinh tế số đạt không quá 60%"),
            (
                {"comparator": Comparator.AT_MOST, "population": "thời gian làm việc nhà", "unit": "lần"},
                "thời gian làm việc nhà không quá 60 lần",
            ),
            ({"unit": "câu lạc bộ", "population": "xã Hoa Lư"}, "xã Hoa Lư có ít nhất 60 câu lạc bộ"),
            (
                {"unit": "câu lạc bộ", "population": "xã Hoa Lư", "comparator": Comparator.EQUAL},
                "xã Hoa Lư đạt 60 câu lạc bộ",
            ),
            ({"unit": "vụ", "population": "số vụ bạo lực"}, "số vụ bạo lực đạt ít nhất 60 vụ"),
        ],
    )
    def test_fit_the_figure(self, parts: dict[str, Any], written: str) -> None:
        target = made(**parts)
        assert write_vietnamese(target) == written
        assert Target.parse(written) == target

    @pytest.mark.parametrize(
        ("due", "written"),
        [
            ({}, "Sở Y tế có ít nhất 60 buổi/năm"),
            ({"year": 2025}, "Đến năm 2025, Sở Y tế có ít nhất 60 buổi/năm"),
            ({"year": 2025, "period": PERIOD}, "Trong giai đoạn 2021 - 2025, Sở Y tế có ít nhất 60 buổi/năm"),
        ],
    )
    def test_so_much_a_year_says_each_year_once(self, due: dict[str, Any], written: str) -> None:
        target = made(unit="buổi/năm", population="Sở Y tế", when=When.EACH_YEAR, **due)
        assert write_vietnamese(target) == written
        assert Target.parse(written) == target


class TestUnits:
    @pytest.mark.parametrize(
        ("value", "unit", "written"),
        [
            ("50", "%", "50%"),
            ("0.5", "‰", "0,5‰"),
            ("1.5", "lần", "1,5 lần"),
            ("24", "/100", "24/100"),
            ("1234.5", "/100.000", "1.234,5/100.000"),
            ("2.1", "con/phụ nữ", "2,1 con/phụ nữ"),
            ("1", "/3", "1/3"),
            ("71000", "hộ", "71.000 hộ"),
            ("0.000001", "%", "0,000001%"),
        ],
    )
    def test_as_documents_write_them(self, value: str, unit: str, written: str) -> None:
        target = made(value, unit=unit, comparator=Comparator.EQUAL, population=RATE)
        assert write_vietnamese(target) == f"{RATE} đạt {written}"
        assert Target.parse(str(target)) == target

    def test_a_range_repeats_the_lower_number_of_a_fraction_alone(self) -> None:
        ranges = {"comparator": Comparator.BETWEEN, "value_max": Decimal(2), "population": RATE}
        assert write_vietnamese(made("1", unit="/3", **ranges)) == f"{RATE} đạt 1/3 - 2/3"
        assert write_vietnamese(made("1", unit="/100", **ranges)) == f"{RATE} đạt 1 - 2/100"


class TestSides:
    """Those counted on both sides of a rate are told where the clause told them."""

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            (
                "Tỷ số giới tính khi sinh không vượt quá 115 bé trai/100 bé gái",
                "Tỷ số giới tính khi sinh không quá 115 bé trai/100 bé gái",
            ),
            (
                "Tỷ số tử vong mẹ dưới 42/100.000 trẻ đẻ sống vào năm 2030",
                "Đến năm 2030, tỷ số tử vong mẹ dưới 42/100.000 trẻ đẻ sống",
            ),
            (
                "Giảm tỷ suất sinh từ 23/1.000 xuống 18/1.000 phụ nữ",
                "giảm tỷ suất sinh từ 23/1.000 phụ nữ xuống 18/1.000 phụ nữ",
            ),
            ("Tỷ lệ phá thai dưới 24/100", "Tỷ lệ phá thai dưới 24/100"),
        ],
    )
    def test_are_kept(self, text: str, written: str) -> None:
        target = Target.parse(text)
        assert write_vietnamese(target) == written
        assert Target.parse(written) == target
        assert str(Target.parse(written)) == written

    def test_of_another_rate_are_not(self) -> None:
        assert (
            write_vietnamese(made(unit="/100", population=RATE, text="5/1.000 phụ nữ")) == f"{RATE} đạt ít nhất 60/100"
        )


UNITS = (
    "%",
    "‰",
    "/3",
    "/10",
    "lần",
    "con/phụ nữ",
    "con/bà mẹ",
    "/100",
    "/1.000",
    "/100.000",
    "/1.000.000",
    "hộ",
    "câu lạc bộ",
    "tin, bài",
    "tin, bài/quý",
)
TIMES: tuple[dict[str, Any], ...] = (
    {},
    {"year": 2025},
    {"year": 2025, "period": PERIOD},
    {"when": When.EACH_YEAR, "year": 2025, "period": PERIOD},
    {"when": When.ONWARDS, "year": 2025},
)
AIMS: tuple[dict[str, Any], ...] = (
    {},
    {"direction": Direction.RAISE},
    {"direction": Direction.LOWER, "baseline": Decimal(3)},
    {"direction": Direction.LOWER, "is_change": True},
)
WHOM = (None, RATE, "số vụ bạo lực", "cha mẹ có con dưới 16 tuổi", "UBND xã", "hộ nghèo (theo chuẩn mới)")


class TestEveryCombination:
    @pytest.mark.parametrize("unit", UNITS)
    def test_is_read_back(self, unit: str) -> None:
        for comparator, times, aim, whom in itertools.product(Comparator, TIMES, AIMS, WHOM):
            if comparator is Comparator.QUALITATIVE:
                continue
            value_max = Decimal(2) if comparator is Comparator.BETWEEN else None
            target = made("1", comparator=comparator, value_max=value_max, unit=unit, population=whom, **times, **aim)
            assert Target.parse(str(target)) == target
