"""Folding with its way back, comparison keys, numerals and decimals."""

import time
import unicodedata
from contextlib import suppress
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError, ParseError, VstbpnError
from vstbpn.text import (
    POINT_LETTERS,
    clean,
    comparison_key,
    fold,
    format_decimal,
    parse_decimal,
    roman_numeral,
    roman_value,
)
from vstbpn.values import Span

VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậeèẻẽéẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđĐÐƉỦỶHÒA .,;:/-–0123456789\n\t\u00a0\u200b\u2011*|_#"
vietnamese = st.text(st.sampled_from(VIETNAMESE), max_size=60)
any_text = st.text(max_size=60)
texts = vietnamese | any_text


def without_marks(text: str) -> str:
    """A text without marks of emphasis: whether a mark is one hangs on its neighbours, which a cut takes away."""
    return text.translate(dict.fromkeys(map(ord, "*_\\")))


class TestFolding:
    """One letter is one code point, and mark-up is gone."""

    @pytest.mark.parametrize(
        ("source", "folded"),
        [
            ("Căn cứ\u00a0Luật\tsố", "Căn cứ Luật số"),
            ("**KẾ HOẠCH**", "KẾ HOẠCH"),
            ("***Nơi nhận:***", "Nơi nhận:"),
            ("TTLT\u2011BLĐTBXH", "TTLT-BLĐTBXH"),
            ("giai đoạn 2016–2020", "giai đoạn 2016–2020"),
            ("BLÐTBXH, BLƉTBXH", "BLĐTBXH, BLĐTBXH"),
            ("| a | b |", "\n a \n b \n"),
            ("a\r\nb\rc", "a \nb\nc"),
            ("\ufeffSố:\u200b 12", "Số: 12"),
            ("Ke\u0302\u0301 hoa\u0323ch", "Kế hoạch"),
            ("a\u2000b\u3000c", "a b c"),
            ("", ""),
        ],
    )
    def test_what_becomes_of_a_text(self, source: str, folded: str) -> None:
        assert fold(source).text == folded

    @pytest.mark.parametrize("source", ["*", "* mục", "ĐẢNG BỘ\n*\nSố 05-NQ/ĐU", "a * b"])
    def test_a_lone_asterisk_stays(self, source: str) -> None:
        assert fold(source).text == source

    def test_a_plan_in_nfd_gives_the_same_text(self, department_plan: str) -> None:
        decomposed = unicodedata.normalize("NFD", department_plan)
        assert decomposed != department_plan
        assert fold(decomposed).text == fold(department_plan).text == department_plan

    @given(texts)
    def test_both_forms_give_the_same_text(self, text: str) -> None:
        nfc, nfd = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
        assert fold(nfc).text == fold(nfd).text

    @given(texts)
    def test_the_folded_text_is_nfc(self, text: str) -> None:
        assert unicodedata.is_normalized("NFC", fold(text).text)

    @given(texts)
    def test_folding_twice_changes_nothing(self, text: str) -> None:
        once = fold(text).text
        assert fold(once).text == once


class TestTheWayBack:
    """Every place in the folded text leads to its place in the source."""

    def test_a_mark_before_and_after(self) -> None:
        folded = fold("**Căn cứ** Luật")
        assert folded.span(0, 6).of(folded.source) == "Căn cứ"
        assert folded.span(7, 11).of(folded.source) == "Luật"

    def test_a_decomposed_letter_is_whole(self) -> None:
        source = unicodedata.normalize("NFD", "Số: 15/KH-SGDĐT của Sở")
        folded = fold(source)
        start = folded.text.index("Sở")
        assert folded.span(start, start + 2).of(source) == unicodedata.normalize("NFD", "Sở")

    def test_an_empty_range_is_an_empty_span(self) -> None:
        folded = fold("**a** b")
        assert len(folded.span(1, 1)) == 0

    @given(texts, st.data())
    def test_every_span_slices_back(self, text: str, data: st.DataObject) -> None:
        folded = fold(text)
        start = data.draw(st.integers(0, len(folded.text)))
        end = data.draw(st.integers(start, len(folded.text)))
        piece = folded.span(start, end).of(text)
        assert without_marks(fold(piece).text) == without_marks(folded.text[start:end])

    @given(texts)
    def test_spans_of_letters_do_not_overlap(self, text: str) -> None:
        folded = fold(text)
        spans = [folded.span(index, index + 1) for index in range(len(folded.text))]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(left.start <= right.start for left, right in pairwise(spans))
        assert all(left.end <= right.start or left == right for left, right in pairwise(spans))

    def test_the_outer_place_takes_in_what_is_deleted(self) -> None:
        folded = fold("**Căn cứ** Luật**")
        assert folded.outer(0, 6).of(folded.source) == "**Căn cứ**"
        assert folded.outer(7, 11).of(folded.source) == "Luật**"

    @given(texts, st.data())
    def test_the_outer_place_holds_the_inner_one(self, text: str, data: st.DataObject) -> None:
        folded = fold(text)
        start = data.draw(st.integers(0, len(folded.text)))
        end = data.draw(st.integers(start, len(folded.text)))
        outer = folded.outer(start, end)
        assert folded.span(start, end) in outer
        assert without_marks(fold(outer.of(text)).text) == without_marks(folded.text[start:end])
        assert folded.outer(0, len(folded.text)) == Span(0, len(text))

    @given(vietnamese | vietnamese.map(lambda text: unicodedata.normalize("NFD", text)), st.data())
    def test_there_and_back(self, text: str, data: st.DataObject) -> None:
        folded = fold(text)
        end = data.draw(st.integers(0, len(folded.text)))
        start = data.draw(st.integers(0, max(0, end - 1)))
        span = folded.span(start, end)
        assert folded.index(span.start) == start
        assert folded.index(span.end) == end

    @given(texts, st.data())
    def test_any_place_in_the_source_has_one_in_the_folded_text(self, text: str, data: st.DataObject) -> None:
        folded = fold(text)
        one = data.draw(st.integers(0, len(text)))
        other = data.draw(st.integers(one, len(text)))
        assert 0 <= folded.index(one) <= folded.index(other) <= len(folded.text)

    @given(st.text(st.sampled_from("aăâđ /-1"), max_size=40))
    def test_a_text_that_needs_no_folding_keeps_its_places(self, text: str) -> None:
        folded = fold(text)
        assert (folded.text, folded.cuts) == (text, ())
        assert all(folded.span(0, end).of(text) == text[:end] for end in range(len(text)))

    def test_time_grows_linearly(self, department_plan: str) -> None:
        marked = unicodedata.normalize("NFD", department_plan).replace("Căn cứ", "**Căn cứ**") * 10

        assert _seconds(marked * 4) < 10 * _seconds(marked)


def _seconds(text: str) -> float:
    """The best of three foldings of a text."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        fold(text)
        best = min(best, time.perf_counter() - start)
    return best


class TestComparing:
    """Spellings of the same words have one key; different words have two."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Ủy ban nhân dân", "UỶ BAN  NHÂN\nDÂN"),
            ("văn hóa", "văn hoá"),
            ("sức khỏe", "sức khoẻ"),
            ("thủy lợi", "thuỷ lợi"),
            ("BLĐTBXH", "BLÐTBXH"),
            ("2016 – 2020", "2016 - 2020"),
            ("TTLT\u2011BYT", "ttlt-byt"),
            (" a ", "a"),
        ],
    )
    def test_the_same(self, one: str, other: str) -> None:
        assert comparison_key(one) == comparison_key(other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [("hoàn", "hòan"), ("quý", "qúy"), ("điểm d", "điểm đ"), ("ma", "má"), ("kỹ", "kĩ")],
    )
    def test_not_the_same(self, one: str, other: str) -> None:
        assert comparison_key(one) != comparison_key(other)

    @given(texts)
    def test_form_does_not_matter(self, text: str) -> None:
        assert comparison_key(unicodedata.normalize("NFD", text)) == comparison_key(text)

    @given(texts)
    def test_a_key_is_its_own_key(self, text: str) -> None:
        key = comparison_key(text)
        assert comparison_key(key) == key

    @given(texts)
    def test_clean_is_one_line(self, text: str) -> None:
        line = clean(text)
        assert "\n" not in line
        assert line == line.strip()
        assert clean(line) == line
        assert line.split() == text.split()


class TestPointLetters:
    """The letters of points in the order of the Vietnamese alphabet."""

    def test_d_with_stroke_follows_d(self) -> None:
        assert POINT_LETTERS[:7] == "abcdđeg"

    def test_no_letter_twice_and_none_that_is_not_used(self) -> None:
        assert len(set(POINT_LETTERS)) == len(POINT_LETTERS) == 23
        assert not set(POINT_LETTERS) & set("fjwzăâêôơư")


class TestRomanNumerals:
    """Each number has one numeral."""

    @pytest.mark.parametrize(
        ("numeral", "value"), [("I", 1), ("IV", 4), ("XIX", 19), ("MCMXLV", 1945), ("MMXXVI", 2026)]
    )
    def test_known_ones(self, numeral: str, value: int) -> None:
        assert (roman_value(numeral), roman_numeral(value)) == (value, numeral)

    @pytest.mark.parametrize("text", ["", "IIX", "IIII", "VV", "MMMM", "ii", "I ", "I\n", "Ⅳ", "A", "IVI"])
    def test_what_is_none(self, text: str) -> None:
        assert roman_value(text) is None

    @given(st.integers(1, 3999))
    def test_inverse(self, value: int) -> None:
        assert roman_value(roman_numeral(value)) == value

    @given(st.text("IVXLCDM", max_size=8) | any_text)
    def test_what_has_a_value_is_written_back(self, text: str) -> None:
        value = roman_value(text)
        assert value is None or roman_numeral(value) == text

    @given(st.integers().filter(lambda number: not 1 <= number <= 3999))
    def test_numbers_out_of_range(self, value: int) -> None:
        with pytest.raises(InvalidValueError, match="1 to 3999"):
            roman_numeral(value)


class TestDecimals:
    """Comma and dot as Vietnamese documents use them."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("60", "60"), ("05", "5"), ("1,5", "1.5"), ("1.5", "1.5"), ("99,95", "99.95"), ("71.000", "71000"),
            ("1.234.567,8", "1234567.8"), ("0,125", "0.125"), ("0.125", "0.125"), ("12.34", "12.34"),
        ],
    )  # fmt: skip
    def test_what_a_text_means(self, text: str, value: str) -> None:
        assert parse_decimal(text) == Decimal(value)

    @pytest.mark.parametrize(
        "text",
        ["", " 1", "1,", ",5", "1.2.3", "1,2,3", "-1", "1e5", "NaN", "60%", "１２", "٣", "1_000", "1.0000.000", "2\n"],
    )
    def test_what_is_no_number(self, text: str) -> None:
        with pytest.raises(ParseError, match="expected a number"):
            parse_decimal(text)

    @pytest.mark.parametrize(
        ("value", "text"),
        [("60", "60"), ("99.5", "99,5"), ("1234567.80", "1.234.567,80"), ("-1234.5", "-1.234,5"), ("1E+3", "1.000")],
    )
    def test_how_a_number_is_written(self, value: str, text: str) -> None:
        assert format_decimal(Decimal(value)) == text

    @pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+100000", "1E-100000"])
    def test_what_cannot_be_written(self, value: str) -> None:
        with pytest.raises(InvalidValueError, match="number"):
            format_decimal(Decimal(value))

    def test_a_number_of_very_many_digits(self) -> None:
        assert parse_decimal(format_decimal(Decimal("1" * 6000))) == Decimal("1" * 6000)

    @given(st.decimals(min_value=0, allow_nan=False, allow_infinity=False))
    def test_inverse(self, value: Decimal) -> None:
        try:
            text = format_decimal(value)
        except InvalidValueError:
            assert abs(int(value.as_tuple().exponent)) > 1000
        else:
            assert parse_decimal(text) == value

    @given(st.text("0123456789.,-% ", max_size=12) | any_text)
    def test_nothing_but_the_library_s_own_errors(self, text: str) -> None:
        with suppress(VstbpnError):
            value = parse_decimal(text)
            assert parse_decimal(format_decimal(value)) == value


class TestMarkUp:
    """What other programs put around the words goes; what the writer put there stays."""

    @pytest.mark.parametrize(
        ("written", "folded"),
        [
            ("_Hà Nội, ngày 05_", "Hà Nội, ngày 05"),
            ("__Căn cứ__ (_trích_)", "Căn cứ (trích)"),
            ("**_Căn cứ_** luật", "Căn cứ luật"),
            (r"\- Nội dung 1\. Mục đích", "- Nội dung 1. Mục đích"),
            ("* Lưu ý", "* Lưu ý"),
            ("ngày __ tháng ___ năm", "ngày __ tháng ___ năm"),
            ("tai_lieu_noi_bo", "tai_lieu_noi_bo"),
            ("a\\b c\\", "a\\b c\\"),
        ],
    )
    def test_emphasis_and_escapes(self, written: str, folded: str) -> None:
        assert fold(written).text == folded

    @pytest.mark.parametrize("tag", ["<br>", "<br/>", "<br />", "<BR>"])
    def test_a_line_break_of_html_is_one(self, tag: str) -> None:
        text = f"Nơi nhận:{tag}- Sở Nội vụ;"
        folded = fold(text)
        assert folded.text.split() == ["Nơi", "nhận:", "-", "Sở", "Nội", "vụ;"]
        assert "\n" in folded.text
        assert folded.span(len(folded.text) - 7, len(folded.text)).of(text) == "Nội vụ;"

    @pytest.mark.parametrize("text", ["각 가", "\u212b ngày", "क\u093c", "\u1100\u1161 Sở"])
    def test_letters_of_other_scripts_compose_too(self, text: str) -> None:
        decomposed = unicodedata.normalize("NFD", text)
        assert fold(decomposed).text == fold(unicodedata.normalize("NFC", text)).text


class TestWrongInput:
    @pytest.mark.parametrize("value", [None, b"K\xe1", 5, ["a"]])
    def test_what_is_no_text_is_told(self, value: object) -> None:
        with pytest.raises(InvalidValueError, match="expected a str"):
            fold(value)  # type: ignore[arg-type]  # The error is what is tested.


class TestEndlessMarks:
    """More marks than any letter bears are no letters: putting them in order would take time as their number squared."""

    def test_a_letter_with_usual_marks_is_composed(self) -> None:
        assert fold("u\u031b\u0323").text == "ự"

    def test_what_goes_beyond_stays_in_its_place(self) -> None:
        text = "a" + "\u0301\u0323" * 100 + "b"
        folded = fold(text)
        assert folded.text.endswith("\ufffdb")
        assert folded.span(len(folded.text) - 1, len(folded.text)).of(text) == "b"
