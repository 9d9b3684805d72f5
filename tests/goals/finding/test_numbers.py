"""Numbers in words: what they say, and where such words are a figure at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.goals.finding.numbers import may_hold_figure, read_number, spelled_numbers

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones]
    words = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if ones == 0:
        return words
    last = "lăm" if ones == 5 else "mốt" if ones == 1 and tens > 1 else _DIGITS[ones]
    return f"{words} {last}"


def below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if hundreds == 0:
        return below_hundred(rest)
    words = f"{_DIGITS[hundreds]} trăm"
    if rest == 0:
        return words
    return f"{words} linh {_DIGITS[rest]}" if rest < 10 else f"{words} {below_hundred(rest)}"


def in_words(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    if thousands == 0:
        return below_thousand(rest)
    words = f"{below_thousand(thousands)} nghìn"
    if rest == 0:
        return words
    if rest < 10:
        return f"{words} không trăm linh {_DIGITS[rest]}"
    return f"{words} không trăm {below_hundred(rest)}" if rest < 100 else f"{words} {below_thousand(rest)}"


def found(text: str) -> list[tuple[str, str, str]]:
    return [
        (str(number.value), number.unit, text[number.start : number.end])
        for number in spelled_numbers(text, 0, len(text))
    ]


class TestReading:
    @given(st.integers(1, 999_999))
    def test_reads_every_number_back(self, number: int) -> None:
        assert read_number(in_words(number)) == number

    @pytest.mark.parametrize(
        ("words", "number"),
        [
            ("Hai  mươi mốt", "21"),
            ("mười lăm", "15"),
            ("bẩy mươi tư", "74"),
            ("ba trăm lẻ tám", "308"),
            ("hai ngàn", "2000"),
            ("bốn phẩy năm", "4.5"),
            ("không trăm hai mươi", "20"),
        ],
    )
    def test_spellings(self, words: str, number: str) -> None:
        assert read_number(words) == Decimal(number)

    @pytest.mark.parametrize(
        "words",
        [
            "hai mươi năm",
            "mười năm",
            "mươi",
            "một mươi",
            "trăm",
            "nghìn",
            "hai ba",
            "một trăm linh",
            "hai nghìn ba nghìn",
            "lăm",
            "năm phẩy mười",
            "không trăm",
            "mười trăm",
            "hai mươi mươi",
        ],
    )
    def test_what_is_no_number(self, words: str) -> None:
        assert read_number(words) is None

    @given(
        st.text() | st.lists(st.sampled_from([*_DIGITS, "mười", "mươi", "trăm", "nghìn", "linh", "phẩy"])).map(" ".join)
    )
    def test_never_fails(self, words: str) -> None:
        number = read_number(words)
        assert number is None or number >= 0


class TestFinding:
    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("có hai mươi lăm phần trăm số hộ", ("25", "%", "hai mươi lăm phần trăm")),
            ("một phần tư số thôn", ("1", "/4", "một phần tư")),
            ("ba phần năm tổng số", ("3", "/5", "ba phần năm")),
            ("Quá nửa số chi bộ", ("1", "/2", "nửa")),
            ("gần một nửa số bản", ("1", "/2", "một nửa")),
            ("ít nhất một phần ba số trạm", ("1", "/3", "một phần ba")),
            ("ít nhất một nửa số trạm", ("1", "/2", "một nửa")),
            ("tối thiểu ba câu lạc bộ", ("3", "", "ba")),
            ("trên hai mươi mô hình", ("20", "", "hai mươi")),
            ("tăng gấp đôi số lớp", ("2", "lần", "đôi")),
            ("gấp rưỡi năm ngoái", ("1.5", "lần", "rưỡi")),
            ("năm mươi phần trăm (50%) số xã", ("50", "%", "năm mươi phần trăm (50%)")),
        ],
    )
    def test_where_they_are_a_figure(self, text: str, number: tuple[str, str, str]) -> None:
        assert found(text) == [number]
        assert may_hold_figure(text, 0, len(text))

    @pytest.mark.parametrize(
        "text",
        [
            "một phần năm 2025 dành cho tập huấn",
            "một phần tư liệu được số hóa",
            "trong nửa đầu năm",
            "phụ nữ là một nửa thế giới",
            "năm phần việc chính",
            "phần trăm công việc",
            "trên một địa bàn, trên ba lĩnh vực",
            "ít nhất hai mươi năm kinh nghiệm",
            "mười hai tháng trong năm",
            "không phần ba",
            "ba phần hai",
            "một phần một",
        ],
    )
    def test_where_they_are_prose(self, text: str) -> None:
        assert found(text) == []

    def test_digits_are_seen_at_once(self) -> None:
        assert may_hold_figure("đạt 5", 0, 5)
        assert not may_hold_figure("đạt nhiều", 0, 9)
