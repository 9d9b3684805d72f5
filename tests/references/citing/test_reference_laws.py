"""Laws that hold for references in any text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import VstbpnError
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.scanning import find_references
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.text import fold

PIECES = [
    "Căn cứ", "Quyết định", "Nghị quyết", "QĐ", "số", "Số:", "12/QĐ-UBND", "30/2020/NĐ-CP", "21-CT/TW", "36 VSTBPN", "10-",
    "NQ/TW", "646-TTg", "ngày", "05/3/2020", "tháng", "năm 2021", "của", "Chính phủ", "UBND tỉnh", "Bộ Y tế,", "và", ",",
    ";", ".", "\n", "\n\n", "\r\n", "**", "\u00a0", "Điều 5", "khoản 1,", "điểm đ", "các", "Luật", "Trẻ em", "Bộ luật",
    "Phòng, chống", "(sửa đổi)", "Hiến pháp", "sửa đổi, bổ sung một số điều của", "15/", "/KH-X", "về công tác", "“", "”", "phê duyệt Đề án", "24/100", "TT22/2021/TT-BGDĐT",
]  # fmt: skip
TEXTS = st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)


class TestAnyText:
    @given(TEXTS)
    def test_spans_are_ordered_apart_and_inside(self, text: str) -> None:
        done = 0
        for mention in find_references(text):
            assert done <= mention.span.start < mention.span.end <= len(text)
            assert 0 <= mention.whole.start <= mention.whole.end <= len(text)
            done = mention.span.end

    @given(TEXTS)
    def test_the_words_of_a_symbol_read_again_give_it(self, text: str) -> None:
        for mention in find_references(text):
            symbol = mention.reference.symbol
            if symbol is not None:
                assert symbol.raw is not None
                assert fold(mention.span.of(text)).text.endswith(fold(symbol.raw).text)
                assert DocumentSymbol.parse(symbol.raw) == symbol

    @given(TEXTS)
    def test_decomposed_text_gives_the_same(self, text: str) -> None:
        composed = unicodedata.normalize("NFC", text)
        decomposed = unicodedata.normalize("NFD", composed)
        assert [mention.reference for mention in find_references(composed)] == [
            mention.reference for mention in find_references(decomposed)
        ]

    @given(TEXTS)
    def test_parse_raises_nothing_but_library_errors(self, text: str) -> None:
        try:
            reference = Reference.parse(text)
        except VstbpnError:
            return
        assert reference.symbol is not None or reference.name is not None

    @pytest.mark.parametrize("text", ["Luật A 0/2000/A", "Luật Dân số số 5/2000/QH10", "0/QĐ/A của Hiến pháp"])
    def test_short_names_and_numbers_stay_apart(self, text: str) -> None:
        for mention in find_references(text):
            written = str(mention.reference)
            assert str(Reference.parse(written)) == written

    @given(TEXTS)
    def test_what_is_written_reads_back(self, text: str) -> None:
        for mention in find_references(text):
            written = str(mention.reference)
            assert Reference.parse(written) == mention.reference
            assert str(Reference.parse(written)) == written
