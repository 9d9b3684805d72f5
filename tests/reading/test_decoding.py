"""Bytes to text: UTF-8 and UTF-16 are read, everything else is named with what to do about it."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import UnusableInputError
from vstbpn.reading.decoding import decode

SENTENCE = (
    "Ủy ban nhân dân xã ban hành Kế hoạch thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2025."
)
LEGACY = "uỷ ban nhân dân xã xây dựng kế hoạch thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2025"

# TCVN 5712:1993 (TCVN3): each letter with a mark is one byte.
TCVN3 = dict(
    zip(
        "àảãáạầẩẫấậâăđẻẽéẹềểễếệêìỉĩíịòỏõóọồổỗốộôờởỡớợơùủũúụừửữứựưỳỷỹýỵẳẵắằặ",
        bytes.fromhex(
            "b5b6b7b8b9c7c8c9cacba9a8aececfd0d1d2d3d4d5d6aad7d8dcdddedfe1e2e3e4e5e6e7e8e9abeaebecedeeac"
            "eff1f2f3f4f5f6f7f8f9adfafbfcfdfebcbdbebbc6"
        ),
        strict=True,
    )
)
# VNI for Windows: the base letter, and after it a byte for its mark; đ, ơ, ư and i have bytes of their own.
VNI = {
    "ã": b"a\xf5", "à": b"a\xf8", "á": b"a\xf9", "ạ": b"a\xef", "â": b"a\xe2", "ă": b"a\xea", "ẳ": b"a\xfa",
    "đ": b"\xf1", "ế": b"e\xe1", "ệ": b"e\xe4", "ì": b"\xec", "ó": b"o\xf9", "ộ": b"o\xe4", "ô": b"o\xe2",
    "ớ": b"\xf4\xf9", "ủ": b"u\xfb", "ụ": b"u\xef", "ự": b"\xf6\xef", "ữ": b"\xf6\xf5", "ỷ": b"y\xfb",
}  # fmt: skip


def refused(data: bytes) -> UnusableInputError:
    with pytest.raises(UnusableInputError) as caught:
        decode(data)
    return caught.value


class TestUnicode:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
    def test_without_more_ado(self, encoding: str) -> None:
        assert decode(SENTENCE.encode(encoding)) == SENTENCE

    @pytest.mark.parametrize(
        ("mark", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
    )
    def test_utf_16_with_its_mark(self, mark: bytes, encoding: str) -> None:
        assert decode(mark + SENTENCE.encode(encoding)) == SENTENCE

    def test_the_mark_of_utf_8_stays_a_character_of_the_text(self) -> None:
        # Offsets count the code points of the file as decoded.
        assert decode(codecs.BOM_UTF8 + SENTENCE.encode()) == f"\ufeff{SENTENCE}"

    def test_line_ends_stay_as_they_are(self) -> None:
        assert decode("một\r\nhai\rba\n".encode()) == "một\r\nhai\rba\n"

    def test_an_empty_file_is_an_empty_text(self) -> None:
        assert decode(b"") == ""


class TestOtherFiles:
    @pytest.mark.parametrize(
        ("data", "what"),
        [
            (b"PK\x03\x04\x14\x00\x06\x00", ".docx"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
            (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
            (b"{\\rtf1\\ansi", ".rtf"),
            (b"\x89PNG\r\n\x1a\n", "PNG"),
            (b"\xff\xd8\xff\xe0", "JPEG"),
        ],
    )
    def test_are_named(self, data: bytes, what: str) -> None:
        error = refused(data)
        assert what in error.what
        assert error.advice
        assert str(error) == f"this is {error.what}: {error.advice}"

    def test_binary(self) -> None:
        assert "binary" in refused(bytes(range(256)) * 4).what

    @pytest.mark.parametrize("data", [b"\xff\xfea\x00b", b"\xfe\xff\x00a\x00", "an".encode("utf-16-le") * 9 + b"a"])
    def test_damaged_utf_16(self, data: bytes) -> None:
        assert "UTF-16" in refused(data).what


class TestLegacyEncodings:
    def test_tcvn3(self) -> None:
        data = b"".join(bytes([TCVN3[letter]]) if letter in TCVN3 else letter.encode() for letter in LEGACY)
        error = refused(data)
        assert "TCVN3" in error.what
        assert "Unicode" in error.advice

    def test_vni(self) -> None:
        error = refused(b"".join(VNI.get(letter, letter.encode("latin-1", "replace")) for letter in LEGACY))
        assert "VNI" in error.what
        assert "Unicode" in error.advice

    def test_damaged_utf_8_names_the_line(self) -> None:
        line = "Kế hoạch thực hiện công tác bình đẳng giới của nhà trường.\n".encode()
        assert refused(line * 20 + line[:-5] + b"\n" + line * 20).what == "a damaged UTF-8 text (line 21)"

    def test_mostly_ascii_with_one_stray_byte(self) -> None:
        error = refused(b"Ke hoach cong tac nam hoc 2025\n" * 20 + b"\x96 2026\n")
        assert error.what == "a damaged UTF-8 text (line 21)"

    def test_unknown(self) -> None:
        assert "unknown" in refused("Привет, мир".encode("cp1251") * 3 + b"\x80\x81\x82" * 20).what


class TestLaws:
    @given(st.binary(max_size=200))
    def test_nothing_but_the_own_error(self, data: bytes) -> None:
        with contextlib.suppress(UnusableInputError):
            assert isinstance(decode(data), str)

    @given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60))
    def test_utf_8_is_read_back(self, text: str) -> None:
        try:
            assert decode(text.encode()) == text
        except UnusableInputError:
            assert text.startswith(("PK\x03\x04", "%PDF", "{\\rtf"))
