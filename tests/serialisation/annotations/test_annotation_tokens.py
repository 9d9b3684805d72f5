"""Words of a text: nothing lost, places exact, symbols whole."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import assert_linear
from vstbpn.errors import InvalidValueError
from vstbpn.serialisation.annotations.spacy_form import spacy_words
from vstbpn.serialisation.annotations.tokens import tokens_of


class TestTokens:
    """A symbol, a figure, a day, a code or a syllable is one word."""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("số 2351/QĐ-TTg,", "số 2351/QĐ-TTg ,"),
            ("30/2020/NĐ-CP; 21-CT/TW", "30/2020/NĐ-CP ; 21-CT/TW"),
            ("05/BNV-CTTN&BĐG.", "05/BNV-CTTN&BĐG ."),
            ("/KH-STTTT", "/ KH-STTTT"),
            ("99,5% và 100.000 lượt", "99,5 % và 100.000 lượt"),
            ("15/6/2021, 2016-2020", "15/6/2021 , 2016 - 2020"),
            ("1.1. Mục tiêu", "1.1 . Mục tiêu"),
            ("a) Nữ/nam", "a ) Nữ / nam"),
            ("Sở GD&ĐT (bc)", "Sở GD&ĐT ( bc )"),
            ("nam,nữ./.", "nam , nữ . / ."),
        ],
    )
    def test_it(self, text: str, words: str) -> None:
        assert [token.text for token in tokens_of(text)] == words.split()

    def test_decomposed_letters_stay_together(self) -> None:
        text = unicodedata.normalize("NFD", "Quyết định số 2351/QĐ-TTg của Thủ tướng")
        assert [unicodedata.normalize("NFC", token.text) for token in tokens_of(text)] == [
            "Quyết", "định", "số", "2351/QĐ-TTg", "của", "Thủ", "tướng",
        ]  # fmt: skip

    @given(st.text() | st.text("a1ĐQ/-&., \n\u0301"))
    def test_all_but_blanks_is_in_one_word(self, text: str) -> None:
        end, tokens = 0, tokens_of(text)
        for token in tokens:
            assert not text[end : token.start].strip()
            assert token.text == text[token.start : token.end] != ""
            end = token.end
        assert not text[end:].strip()

    @given(st.text() | st.text(" \n\tLuật.", max_size=20))
    def test_words_for_spacy_make_the_text(self, text: str) -> None:
        words, spaces = spacy_words(text)
        assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == text
        assert all(words)

    @pytest.mark.parametrize("given_", [None, 5, b"a"])
    def test_what_is_no_text(self, given_: Any) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
        with pytest.raises(InvalidValueError):
            tokens_of(given_)

    @pytest.mark.parametrize("piece", ["a", "Đ", "1/", "1", "Đ-", "1/A", "a\u0301", "-", "ĐĐ/"])
    def test_linear_time(self, piece: str) -> None:
        assert_linear(lambda size: lambda: tokens_of(piece * size), 20_000, 80_000)
