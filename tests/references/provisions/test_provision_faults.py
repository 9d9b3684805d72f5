"""Malformed provisions: each fault is named with its place, what was expected and how to mend it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import ParseError
from vstbpn.references.provisions.provision import Provision
from vstbpn.text import fold

WORDS = st.sampled_from(
    ["Điều", "khoản", "điểm", "Mục", "Chương", "Phụ lục", "5", "a", "f", "IIX", "II", "và", ",", "đến", "từ", "các", ";",
     "(", ")", "\n", "\n\n", "của", "0", "năm", "Nghị định", ".", "-", "Điều 5", "khoản 2", "**", "5a", "thứ nhất"]
)  # fmt: skip


def fault(text: str) -> ParseError:
    with pytest.raises(ParseError) as caught:
        Provision.parse(text)
    return caught.value


class TestEachFault:
    @pytest.mark.parametrize(
        ("text", "place", "reason"),
        [
            ("", "", "found nothing, expected a provision such as 'khoản 2 Điều 5'"),
            ("   ", "   ", "found nothing"),
            ("Điều", "Điều", "'Điều' bears no label"),
            ("khoản Điều 5", "khoản", "as in 'khoản 2'"),
            ("Điều 5 khoản", "khoản", "'khoản' bears no label"),
            ("Điều 5 khoản …", "khoản", "'khoản' bears no label"),
            ("điểm f khoản 2", "f", "'f' is no letter of a điểm: the letters are a, b, c, d, đ, e, g"),
            ("Điều 0", "0", "numbers begin at 1, expected 'Điều 1'"),
            ("Điều 1000", "1000", "at most three digits"),
            ("khoản -1 Điều 5", "-1", "below zero"),
            ("điểm a, b khoản 2", "b", "found 2 provisions where one was expected, this is the second: Provision.parse_all"),
            ("Điều 5; Điều 6", "Điều 6", "Provision.parse_all reads lists"),
            ("từ khoản 5 đến khoản 2", "khoản 5 đến khoản 2", "runs backwards or mixes kinds: expected the lower label first"),
            ("Điều 9-5", "9-5", "runs backwards"),
            ("Điều 5 đến khoản 3", "Điều 5 đến khoản 3", "runs over two levels"),
            ("từ Điều 5", "từ", "begins a range that has no end: expected 'từ Điều 5 đến …'"),
            ("Điều 5 và", "và", "nothing follows 'và': expected another provision, such as 'Điều 5'"),
            ("từ Điều 5 đến", "đến", "nothing follows 'đến'"),
            ("Điều 5 (", "(", "nothing follows '('"),
            ("Điều 5 và và Điều 6", "và", "follows another joint: expected one ',' or 'và'"),
            ("Điều 5;", ";", "nothing follows ';'"),
            ("khoản 2 Điều 5 Nghị định", "Nghị định", "begins the act: expected the provision alone; Reference.parse reads both"),
            ("khoản 2 Điều 5 của Luật Trẻ em", "Luật", "begins the act"),
            ("Article 5", "Article", "is English: expected the Vietnamese word 'Điều'"),
            ("Điều 5, clause 2", "clause", "expected 'khoản'"),
            ("dieu 5", "dieu", "lacks its marks: expected 'Điều'"),
            ("Điều năm", "năm", "a number in words: expected digits, 'Điều 5'"),
            ("Điều 5, 6 và bảy", "bảy", "expected digits, 'Điều 7'"),
            ("Chương IIX", "IIX", "no Roman numeral in its usual form"),
            ("Phụ lục IIX", "IIX", "no Roman numeral in its usual form"),
            ("điểm A", "A", "a capital: expected 'điểm a'"),
            ("điểm á khoản 2", "á", "a mark that labels do not: expected 'điểm a'"),
            ("Điều 5A", "5A", "expected 'Điều 5a'"),
            ("Điều V5", "V5", "expected a number such as 5 or 5a"),
            ("khoản (1) Điều 5", "(1)", "brackets: expected 'khoản 1'"),
            ("5", "5", "has no word of level before it"),
            ("10 Điều", "10", "stands before its word: expected 'Điều 10'"),
            ("theo Điều 5", "theo", "find_provisions reads provisions out of prose"),
            ("Quyết định này", "Quyết", "is no word of level"),
            ("(Điều 5)", "(", "expected it without brackets and marks"),
            ("Điều5", "Điều5", "lacks a blank: expected 'Điều 5'"),
            ("Điều 5 Điều 6", "Điều 6", "nothing joins 'Điều 5' and 'Điều 6': expected ',' or 'và'"),
            ("Điều 5.", ".", "found '.' after 'Điều 5'"),
            ("Điều 5 quy định", "quy", "expected its end, or another one after ',' or 'và'"),
            ("Điều 5\n\nĐiều 6", "Điều", "after a blank line, which ends a provision"),
            ("Phụ lục ban hành kèm theo", "ban", "expected its end"),
            (",", ",", "is no provision"),
        ],
    )  # fmt: skip
    def test_it_is_told_with_its_place(self, text: str, place: str, reason: str) -> None:
        error = fault(text)
        assert error.span.of(text) == place
        assert reason in error.reason
        assert error.text == text

    def test_the_place_is_in_the_text_given(self) -> None:
        text = unicodedata.normalize("NFD", "**Điều 5** và điểm f khoản 2")
        assert fault(text).span.of(text) == "f"
        assert fault(text).span.start == text.index("f")


class TestNothingElseIsRaised:
    @given(st.lists(WORDS, max_size=9).map(" ".join) | st.text(max_size=40))
    def test_for_any_text(self, text: str) -> None:
        error = None
        try:
            assert Provision.parse_all(text)
        except ParseError as raised:
            error = raised
        if error is not None:
            assert 0 <= error.span.start <= error.span.end <= len(text)
            assert error.reason

    @given(st.lists(WORDS, max_size=9).map(" ".join))
    def test_decomposed_text_is_read_alike(self, text: str) -> None:
        def outcome(given: str) -> object:
            try:
                return Provision.parse_all(given)
            except ParseError as error:
                return fold(error.reason).text

        assert outcome(unicodedata.normalize("NFD", text)) == outcome(text)


class TestLongTexts:
    @pytest.mark.parametrize(
        "text",
        [
            "30/" * 3000,
            "Điều " + "9" * 5000,
            "Điều 5 và " + "x" * 5000,
            "Điều 5 " + "khoản 3 " * 2000,
            "Điều 5 z" + "z" * 5000,
        ],
    )
    def test_they_are_shown_in_part(self, text: str) -> None:
        with pytest.raises(ParseError) as caught:
            Provision.parse(text)
        assert len(caught.value.reason) < 300
        assert len(str(caught.value)) < 500
