"""What the errors of ``DocumentSymbol.parse`` say: the place of the fault, and how to mend it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import ParseError
from vstbpn.references.symbols.symbol import DocumentSymbol

FAULTS = [
    # text, the words the span is of, what the reason says
    ("", "", "write them as in 15/KH-SGDĐT"),
    ("  ", "", "found no number and symbol"),
    ("Số:", "", "found no number and symbol"),
    ("/", "/", "found nothing after “/”, expected a symbol; add the type"),
    ("…/", "/", "found nothing after “/”"),
    ("15–", "–", "found nothing after “–”"),
    ("15", "15", "found only the number “15”, expected a slash and a symbol after it; write 15/KH-UBND"),
    ("30a", "30a", "found only the number “30a”"),
    ("66.7", "66.7", "found only the number “66.7”"),
    ("NĐ-CP", "NĐ-CP", "without a number, expected one before it; put the number and a slash before it"),
    ("TTg", "TTg", "found “TTg” without a number"),
    ("số mười hai", "mười hai", "expected a number in digits"),
    ("Quyết định số 12/QĐ-UBND", "Quyết định số", "leave that out, or read a whole reference with Reference.parse"),
    ("#12/KH-UBND", "#", "found “#”, expected the number in digits"),
    ("٣/KH-UBND", "٣", "digits 0 to 9"),
    ("1234567/KH-UBND", "1234567", "found a number of 7 digits, expected at most 6"),
    ("1.2345/NQ-CP", ".2345", "at most three digits after the dot"),
    ("12A/KH-UBND", "A", "right after the number “12”, expected a small letter or none; write 12a"),
    ("12ab/KH-UBND", "ab", "expected one small letter at most"),
    ("12QĐ", "QĐ", "expected a slash between number and symbol; write 12/QĐ"),
    ("15b2/KH", "2", "found “2” after the number “15b”"),
    ("12_KH_UBND", "_", "found “_” after the number “12”, expected a slash"),
    ("12.KH-UBND", ".", "found “.” after the number"),
    ("12,5/KH-UBND", ",", "found “,” after the number"),
    ("12 AB", " ", "found a blank between “12” and “AB”, expected a slash, or the Party's hyphen; write 12/AB"),
    ("1 2/KH-UBND", " ", "expected one number; write it without blanks"),
    ("30//NĐ-CP", "/", "found a second mark, “/”, expected letters; leave one of the two out"),
    ("30/2020//NĐ-CP", "/", "found a second mark"),
    ("30/2020", "2020", "found nothing after the year “2020”, expected a slash and a symbol"),
    ("30/2020/", "/", "found nothing after “2020/”, expected a symbol"),
    ("30/20/NĐ-CP", "20", "expected a year of four digits or a symbol; write the year in full"),
    ("24/100", "100", "expected a year of four digits"),
    ("30/9999/NĐ-CP", "9999", "expected one from 1900 to 2199; correct it or leave it out"),
    ("7-2020/NĐ-CP", "2020", "found “2020” after a hyphen"),
    ("30/2020-NĐ-CP", "-", "found “-” after the year “2020”, expected a slash"),
    ("30/2020NĐ-CP", "N", "put one right after the year"),
    ("10/2020/5/NĐ-CP", "5", "found “5” where the symbol should begin"),
    ("30/2020/nđ-CP", "nđ", "write it in capitals: NĐ"),
    ("12/kh-ubnd", "kh", "write it in capitals: KH"),
    ("2/Dự án 5", "Dự", "write the initials in capitals"),
    ("12/&BNV", "&", "found “&” after “/”"),
    ("12/A3", "A3", "expected an abbreviation of letters, or a field after it, as in C06-P2"),
    ("2021-UBND", "-UBND", "write a slash for the hyphen if the document is the State's"),
    ("12/KH-", "-", "found nothing after “-”, expected the issuing body; add its abbreviation or leave the mark out"),
    ("12/KH-UBND/", "/", "found nothing after “/”, expected the issuing body"),
    ("12/KH--UBND", "-", "found a second mark, “-”"),
    ("12/KH-ubnd", "ubnd", "write it in capitals: UBND"),
    ("12/KH-2020", "2020", "found “2020” after “-”, expected letters"),
    ("12/KH-(x)", "(", "found “(” after “-”, expected letters; leave it out"),
    ("12/KH_ubnd", "_", "found “_” inside the symbol, expected a hyphen"),
    ("30/2020/NĐ CP", " CP", "write a hyphen for the blank if that belongs to the symbol"),
    ("12/KH-UBND;", ";", "found “;”, expected nothing after the symbol; leave that out"),
    ("12/KH-UBND và 13/KH-UBND", " và 13/KH-UBND", "find the symbols of a longer text with find_references"),
    ("15/KH-UBND - về việc", " - về việc", "expected nothing after the symbol"),
]


@pytest.mark.parametrize(("text", "place", "reason"), FAULTS)
class TestFaults:
    def test_the_place_and_the_remedy_are_told(self, text: str, place: str, reason: str) -> None:
        with pytest.raises(ParseError) as caught:
            DocumentSymbol.parse(text)
        assert caught.value.text == text
        assert caught.value.span.of(text) == place
        assert reason in caught.value.reason

    def test_so_they_are_in_decomposed_text(self, text: str, place: str, reason: str) -> None:
        decomposed = unicodedata.normalize("NFD", text)
        with pytest.raises(ParseError) as caught:
            DocumentSymbol.parse(decomposed)
        assert unicodedata.normalize("NFC", caught.value.span.of(decomposed)) == place
        assert reason in caught.value.reason


def test_long_words_are_cut() -> None:
    with pytest.raises(ParseError) as caught:
        DocumentSymbol.parse(f"12/KH-UBND {'về việc tổ chức ' * 9}")
    assert "“về việc tổ chức về việc…”" in caught.value.reason


def fault(text: str) -> ParseError | None:
    """The error of a text that is no symbol."""
    try:
        DocumentSymbol.parse(text)
    except ParseError as error:
        return error
    return None


@given(st.text(alphabet="012/–-.&… _\u200b*KHQĐgđ:Số", max_size=12) | st.text(max_size=12))
def test_every_text_is_read_or_told_what_is_wrong(text: str) -> None:
    error = fault(text)
    if error is not None:
        assert 0 <= error.span.start <= error.span.end <= len(text)
        assert error.reason.startswith("found ")
        assert ";" in error.reason
