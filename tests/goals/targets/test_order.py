"""On which side of its figure whom a target is about stands, and how it is written there."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.goals.targets.order import inside_sentence, is_joined, same_but_capital, stands_before
from vstbpn.goals.targets.target import Target
from vstbpn.text import clean
from vstbpn.vocabulary import Comparator

RATES = ("Tỷ lệ nữ thạc sĩ", "Tỉ lệ nữ tiến sĩ", "tỷ trọng lao động nữ", "Tỷ suất tăng dân số", "Tỷ số phụ thuộc chung")
COMPARATORS = [one for one in Comparator if one not in {Comparator.BETWEEN, Comparator.QUALITATIVE}]


class TestWriting:
    @pytest.mark.parametrize(
        ("text", "vietnamese", "english"),
        [
            ("Tỷ lệ nữ thạc sĩ đạt 50%", "Tỷ lệ nữ thạc sĩ đạt 50%", "Tỷ lệ nữ thạc sĩ: 50%"),
            (
                "Tỷ lệ nữ thạc sĩ đạt 50% vào năm 2025",
                "Đến năm 2025, tỷ lệ nữ thạc sĩ đạt 50%",
                "By 2025, tỷ lệ nữ thạc sĩ: 50%",
            ),
            (
                "Đạt 50% tỷ lệ nữ trở lên tham gia cấp ủy",
                "tỷ lệ nữ tham gia cấp ủy đạt ít nhất 50%",
                "tỷ lệ nữ tham gia cấp ủy: at least 50%",
            ),
            ("Kinh tế số chiếm 45%", "Kinh tế số đạt 45%", "Kinh tế số: 45%"),
            ("Tỷ lệ phá thai giảm còn 5%", "giảm tỷ lệ phá thai xuống 5%", "Tỷ lệ phá thai: lowered to 5%"),
            (
                "ít nhất 60% cơ quan có lãnh đạo chủ chốt là nữ",
                "ít nhất 60% cơ quan có lãnh đạo chủ chốt là nữ",
                "at least 60% of cơ quan có lãnh đạo chủ chốt là nữ",
            ),
            ("tổ chức 2 - 3 buổi", "tổ chức 2 - 3 buổi", "tổ chức: between 2 and 3 buổi"),
            ("Xã Hoa Lư có ít nhất 20 hộ", "Xã Hoa Lư có ít nhất 20 hộ", "Xã Hoa Lư: at least 20 hộ"),
            ("có tối thiểu 5 buổi tập huấn", "ít nhất 5 buổi tập huấn", "at least 5 buổi (tập huấn)"),
        ],
    )
    def test_as_documents_order_it(self, text: str, vietnamese: str, english: str) -> None:
        target = Target.parse(text)
        assert str(target) == vietnamese
        assert target.format("en") == english
        assert Target.parse(vietnamese) == target
        assert str(Target.parse(vietnamese)) == vietnamese

    @given(st.sampled_from(RATES), st.sampled_from(COMPARATORS), st.integers(1, 99), st.none() | st.just(2025))
    def test_rates_are_read_back(self, rate: str, comparator: Comparator, value: int, year: int | None) -> None:
        target = Target(comparator=comparator, value=Decimal(value), unit="%", population=rate, year=year)
        assert Target.parse(str(target)) == target
        assert str(Target.parse(str(target))) == str(target)

    @given(st.text().map(clean).filter(bool), st.text(), st.sampled_from(["%", "hộ", "/100"]))
    def test_any_words_are_written(self, words: str, text: str, unit: str) -> None:
        target = Target(comparator=Comparator.AT_LEAST, value=Decimal(5), unit=unit, population=words, text=text)
        assert str(target)
        assert target.format("en")


class TestCapitals:
    @pytest.mark.parametrize(
        ("words", "inside"),
        [
            ("Kinh tế số", "kinh tế số"),
            ("Đào tạo, bồi dưỡng", "đào tạo, bồi dưỡng"),
            ("Ủy ban nhân dân xã", "Ủy ban nhân dân xã"),
            ("Hà Nội", "Hà Nội"),
            ("UBND xã", "UBND xã"),
            ("Huế", "Huế"),
            ("", ""),
        ],
    )
    def test_names_keep_theirs(self, words: str, inside: str) -> None:
        assert inside_sentence(words) == inside

    def test_they_are_no_part_of_a_target(self) -> None:
        first, second = (
            Target(comparator=Comparator.EQUAL, value=Decimal(5), unit="%", population=words)
            for words in ("Kinh tế số", "kinh tế số")
        )
        assert first == second
        assert hash(first) == hash(second)
        assert same_but_capital(None) is None


class TestSides:
    @pytest.mark.parametrize("rate", RATES)
    def test_a_rate_stands_before(self, rate: str) -> None:
        assert stands_before(rate, "%", f"đạt 5% {rate}")

    def test_the_clause_tells_of_others(self) -> None:
        assert stands_before("kinh tế số", "%", "kinh tế số chiếm 45%")
        assert not stands_before("hộ nghèo", "%", "45% hộ nghèo")
        assert not stands_before("hội viên nữ", "buổi", "2 buổi hội viên nữ")

    def test_without_it_a_capital_or_the_unit_does(self) -> None:
        assert stands_before("Kinh tế số", "%", "")
        assert not stands_before("hộ nghèo", "%", "đạt 75% vào năm 2030")
        assert stands_before("xã", "hộ", "")

    def test_a_verb_may_join(self) -> None:
        assert is_joined("xã", "xã có ít nhất 20 hộ")
        assert is_joined("xã", "")
        assert not is_joined("tổ chức", "tổ chức 2 - 3 buổi")


class TestVerbs:
    @pytest.mark.parametrize(
        ("words", "text", "joined"),
        [
            ("Tổ chức", "", False),
            ("Mỗi ấp trồng", "", False),
            ("Mỗi tổ chức", "", True),
            ("mỗi ấp", "", True),
            ("toàn huyện", "toàn huyện không quá 7 vụ", True),
            ("Ấp Bến Cát ươm", "Ấp Bến Cát ươm ít nhất 7 cây", False),
            ("Tổ chức", "Tổ chức có ít nhất 7 nữ", True),
        ],
    )
    def test_take_what_is_counted_at_once(self, words: str, text: str, joined: bool) -> None:  # A parameter of a table.
        assert is_joined(words, text) is joined

    def test_lose_their_capital_alone(self) -> None:
        assert [inside_sentence(words) for words in ("Mở", "Kết nạp", "Huế", "MỞ")] == ["mở", "kết nạp", "Huế", "MỞ"]
