"""Bytes to text: UTF-8 and UTF-16; anything else is named, with what to do about it."""

import re

from vstbpn.errors import UnusableInputError

_MAGIC = (
    (
        b"PK\x03\x04",
        "a Word document (.docx) or another zipped file",
        "save it as plain text in UTF-8 and give that file",
    ),
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc)", "save it as plain text in UTF-8 and give that file"),
    (b"%PDF", "a PDF document", "extract its text as UTF-8 (for instance with pdftotext) and give that file"),
    (b"{\\rtf", "a rich text document (.rtf)", "save it as plain text in UTF-8 and give that file"),
    (b"\x89PNG", "a picture (PNG)", "have its text recognised (OCR) and give the text in UTF-8"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "have its text recognised (OCR) and give the text in UTF-8"),
)
_CONVERT = "convert it to Unicode (for instance with UniKey's toolkit), save it as UTF-8 and give that file"
# Letters with marks as single bytes of TCVN 5712:1993 (TCVN3, the .VnTime fonts), which no Western text strings together.
_TCVN3 = re.compile(rb"[\xa8-\xae\xb5-\xb9\xbb-\xbe\xc6-\xcb\xce\xcf\xd0-\xd4\xd6-\xde\xdf\xe1-\xe5\xe7-\xfe]")
# VNI writes a base letter and then the mark: "Uyû", "phuï", "nöõ".
_VNI = re.compile(
    rb"[aeouyAEOUY][\xd8\xd9\xdb\xcf\xd5\xc1\xc0\xc5\xc3\xc4\xf8\xf9\xfb\xef\xf5\xe1\xe0\xe5\xe3\xe4\xe2\xea\xfa\xfc\xeb\xfd]|\xf1|\xd1|\xf6|\xf4"
)
_WORDS_IN_VNI = (b"\xf6", b"\xf4", b"\xf1")
_SCARCE = 0.02


def decode(data: bytes) -> str:
    """The text of a file's bytes.

    Reads UTF-8 and UTF-16, with or without a byte order mark.

    Raises:
        UnusableInputError: The bytes are a Word or PDF file, a legacy Vietnamese encoding (TCVN3, VNI) or no text;
            the error names what they are and what to do.

    >>> decode("Kế hoạch".encode("utf-16"))
    'Kế hoạch'
    """
    for magic, what, advice in _MAGIC:
        if data.startswith(magic):
            raise UnusableInputError(what, advice)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode(data, "utf-16")
    if (guess := _utf16_without_mark(data)) is not None:
        return _decode(data, guess)
    if b"\x00" in data:
        raise UnusableInputError("a binary file", "give a text file in UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _legacy(data, error) from None


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnusableInputError("a damaged UTF-16 text", "save it again as UTF-8 and give that file") from None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 tells itself by the zero bytes beside its ASCII letters, all on one side."""
    sample = data[:4096]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 8 and even == 0:
        return "utf-16-le"
    if even > len(sample) // 8 and odd == 0:
        return "utf-16-be"
    return None


def _legacy(data: bytes, error: UnicodeDecodeError) -> UnusableInputError:
    high = sum(byte >= 0x80 for byte in data)
    broken = data.decode("utf-8", "replace").count("\ufffd")
    if broken < len(data) * _SCARCE or broken < high * _SCARCE:
        line = data.count(b"\n", 0, error.start) + 1
        return UnusableInputError(f"a damaged UTF-8 text (line {line})", "save it again as UTF-8 and give that file")
    if (
        sum(map(data.count, _WORDS_IN_VNI))
        and len(_VNI.findall(data)) > high * 0.6
        and data.count(b"\xa9") + data.count(b"\xad") < high * 0.05
    ):
        return UnusableInputError("a text in the legacy encoding VNI", _CONVERT)
    if len(_TCVN3.findall(data)) > high * 0.6:
        return UnusableInputError("a text in the legacy encoding TCVN3 (ABC)", _CONVERT)
    return UnusableInputError("a text in an unknown encoding", "save it as UTF-8 and give that file")
