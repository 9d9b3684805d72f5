"""The number and symbol of a document (số, ký hiệu): its grammar, styles and repairs.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 for the State; Hướng dẫn 36-HD/VPTW for the Party. Issuers choose
their own abbreviations, so that any code is read, known or not.
"""

import re
from typing import NamedTuple

import attrs

from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.values import Span, frozen
from vstbpn.vocabulary import DocumentType, SymbolStyle

TYPE_CODES = frozenset(kind.abbreviation for kind in DocumentType if kind.abbreviation) | {
    "CTPH", "CTrPH", "KHPH", "QCPH", "QĐi", "NQLT", "HDLN", "HDLT", "KHLT", "PC", "GP", "TTLB", "TP", "TC",
}  # fmt: skip
"""Abbreviations of types that open a symbol; they tell a plan's symbol from a dispatch's."""

_NUMBER = r"[0-9]{1,6}(?:[a-zđ](?![^\W\d_]))?(?:\.[0-9]{1,3})?"
_HEAD = re.compile(
    rf"(?P<number>{_NUMBER})?"
    r"(?P<gap>[ ]{0,2}\n?)(?P<mark>[/–-]?)(?P<after>\s{0,4})"
    r"(?:(?P<year>[0-9]{4})[ ]{0,2}/[ ]{0,2}\n?)?(?=[^\W\d_])"
)
_SEGMENT = re.compile(r"[^\W\d_][\w&]*")
_JOINT = re.compile(r"(?P<before>[ ]{0,2})(?P<mark>[/–-])(?P<after>\s{0,3})(?=[^\W\d_])")
_SPLIT_BY_BLANK = re.compile(r"\s(?=(?P<word>[^\W\d_]{2,})(?:\s{1,2}ngày\s|-[^\W\d_]))")
_DOT = re.compile(r"\.(?=[^\W\d_]{2})")
_NO_CODE = frozenset(["NGÀY", "CỦA", "VỀ", "VÀ", "SỐ", "TẠI", "THEO", "CHO"])
_LOWER_CASE_CODES = frozenset(["ttg", "cp"])
"""Issuers whose abbreviation is met in lower case ("QĐ-ttg")."""

_OLD_ISSUERS = frozenset(["TTg", "CP", "HĐBT"])
"""The Prime Minister, the Government and the Council of Ministers, as they were written before 1999."""

_SHORTEST_CODE_WITHOUT_MARK = 3

MISSING_MARK = "missing-mark"
BLANK = "blank-inside"
DASH = "dash-for-hyphen"
DOT = "dot-for-hyphen"


@frozen
class DocumentSymbol:
    """The number and symbol of a document (số, ký hiệu).

    Compared canonically: leading zeros of the number do not count, and neither does how it was written (``raw``).

    Args:
        number: The number as written (``09``, ``30a``, ``66.7``); None while not yet numbered.
        year: The year between number and symbol, if it has one.
        code: Everything after them, repaired: ``QĐ-TTg``, ``CT/TW``, ``QH14``, ``BNV-CTTN&BĐG``.
        style: The scheme it is written by.
        raw: As it was written.
        repairs: What was mended in reading: ``missing-mark``, ``blank-inside``,
            ``dash-for-hyphen``, ``dot-for-hyphen``.

    >>> symbol = DocumentSymbol.parse("30/2020/NĐ-CP")
    >>> symbol.number, symbol.year, symbol.code, symbol.type_code, symbol.issuer_codes
    ('30', 2020, 'NĐ-CP', 'NĐ', ('CP',))
    >>> str(DocumentSymbol.parse("365/KH- VSTBPN&BĐG")), DocumentSymbol.parse("365/KH- VSTBPN&BĐG").canonical
    ('365/KH- VSTBPN&BĐG', '365/KH-VSTBPN&BĐG')
    """

    number: str | None = attrs.field(default=None, eq=lambda number: number and (number.lstrip("0") or "0"))
    year: int | None = None
    code: str
    style: SymbolStyle
    raw: str | None = attrs.field(default=None, eq=False)
    repairs: tuple[str, ...] = attrs.field(default=(), eq=False)

    def __attrs_post_init__(self) -> None:
        if self.number is not None and not re.fullmatch(_NUMBER, self.number):
            raise InvalidValueError("document number", self.number, "expected digits, as in 15, 30a or 66.7")
        segments = re.split(r"[-/]", self.code)
        if not all(_SEGMENT.fullmatch(segment) for segment in segments):
            raise InvalidValueError("symbol", self.code, "expected letters joined by '-', '/' or '&', as in QĐ-TTg")
        if self.year is not None and not 1900 <= self.year <= 2199:
            raise InvalidValueError("year of a symbol", str(self.year), "years run from 1900 to 2199")

    @classmethod
    def parse(cls, text: str) -> "DocumentSymbol":
        """Read a number and symbol, with or without "Số:" before it; the inverse of ``str``.

        Raises:
            ParseError: The text is none, or has more after it.
        """
        start = _PREFIX.match(text).end()  # type: ignore[union-attr]  # The pattern matches the empty text.
        found = read_symbol(text, start, len(text), marked=True)
        if found is None:
            raise ParseError(
                text, Span(start, len(text)), "expected a number and symbol such as 15/KH-SGDĐT or 21-CT/TW"
            )
        if text[found.end :].strip():
            raise ParseError(text, Span(found.end, len(text)), "expected nothing after the symbol")
        return found.symbol

    def __str__(self) -> str:
        return self.raw or self.canonical

    @property
    def canonical(self) -> str:
        """The symbol as the rules write it."""
        mark = "-" if self.style in {SymbolStyle.PARTY, SymbolStyle.OLD} else "/"
        year = f"{self.year}/" if self.year is not None else ""
        return f"{self.number or ''}{mark}{year}{self.code}"

    @property
    def segments(self) -> tuple[str, ...]:
        """The parts of the code between its hyphens and slashes."""
        return tuple(re.split(r"[-/]", self.code))

    @property
    def type_code(self) -> str | None:
        """The abbreviation of the document's type ("QĐ"), or None where the symbol shows none."""
        first = self.segments[0]
        return (
            first
            if first in TYPE_CODES and (len(self.segments) > 1 or self.style is not SymbolStyle.DISPATCH)
            else None
        )

    @property
    def issuer_codes(self) -> tuple[str, ...]:
        """The abbreviations after the type's, first the issuer's, then its drafting unit's or the joint issuers'."""
        return self.segments[1:] if self.type_code else self.segments


_PREFIX = re.compile(r"\s*(?:[Ss][Ốố]\s*:?\s*)?")


class FoundSymbol(NamedTuple):
    """A symbol and where it ends."""

    symbol: DocumentSymbol
    end: int


def read_symbol(text: str, start: int, end: int, *, marked: bool) -> FoundSymbol | None:
    """Read the symbol that begins at ``start``, or None where none does.

    Args:
        text: Folded text.
        start: Where the number (or, of a document not yet numbered, the slash) stands.
        end: Where the text to be read ends.
        marked: Whether the words before say that a symbol follows ("số", a type); only then is damage repaired.
    """
    head = _HEAD.match(text, start, end)
    if not head or (not head["number"] and head["mark"] != "/" and not (marked and head["mark"] == "-")):
        return None
    repairs = []
    if not head["mark"]:
        if not marked or head["year"] or "\n" in head["after"]:
            return None
        repairs.append(MISSING_MARK)
    if (head["gap"] and head["mark"]) or head["after"]:
        if not marked:
            return None
        repairs.append(BLANK)
    code = _read_code(text, head.end(), end, repairs, marked=marked)
    if code is None:
        return None
    letters, code_end = code
    if not head["mark"] and (len(letters) < _SHORTEST_CODE_WITHOUT_MARK or not letters[:2].isupper()):
        return None
    style = _style(letters, head["mark"], year=head["year"] is not None)
    if style is None or (style is SymbolStyle.OLD and not _is_old(head["number"], letters, repairs, marked=marked)):
        return None
    year = int(head["year"]) if head["year"] else None
    if year is not None and not 1900 <= year <= 2199:
        return None
    symbol = DocumentSymbol(
        number=head["number"],
        year=year,
        code=letters,
        style=style,
        raw=text[start:code_end],
        repairs=tuple(dict.fromkeys(repairs)),
    )
    return FoundSymbol(symbol, code_end)


def _is_old(number: str | None, code: str, repairs: list[str], *, marked: bool) -> bool:
    """Whether a number before a hyphen can be one of the 1990s: "Kế hoạch 2021-UBND" names a year."""
    if not marked or repairs or number is None:
        return False
    return code in _OLD_ISSUERS or not re.fullmatch(r"(?:19|20)[0-9]{2}", number)


def _style(code: str, mark: str, *, year: bool) -> SymbolStyle | None:
    first = re.split(r"[-/]", code, maxsplit=1)[0]
    if mark in {"-", "–"}:
        if year:
            return None
        if "/" in code:
            return SymbolStyle.PARTY
        # Before 1999 the State too put a hyphen after the number: 646-TTg, 85-CP, 163-HĐBT.
        return SymbolStyle.OLD if code == "TTg" or (code.isupper() and len(code) > 1) else None
    if year:
        return SymbolStyle.STATE_NORMATIVE
    if not mark and "/" in code:
        return SymbolStyle.PARTY
    return SymbolStyle.STATE if first in TYPE_CODES and first != code else SymbolStyle.DISPATCH


def _read_code(text: str, start: int, end: int, repairs: list[str], *, marked: bool) -> tuple[str, int] | None:
    """The code that begins at ``start`` and where it ends; what is mended on the way is added to ``repairs``."""
    segment = _SEGMENT.match(text, start, end)
    if not segment or not _is_abbreviation(segment[0]):
        return None
    code, at = segment[0], segment.end()
    while joined := _next_segment(text, at, end, code, marked=marked):
        code += joined.letters
        at = joined.end
        repairs.extend(joined.repairs)
    return code, at


class _Joined(NamedTuple):
    """What goes on a code: the letters with their hyphen or slash, what was mended, and where they end."""

    letters: str
    repairs: tuple[str, ...]
    end: int


def _next_segment(text: str, at: int, end: int, code: str, *, marked: bool) -> _Joined | None:
    if joint := _JOINT.match(text, at, end):
        segment = _SEGMENT.match(text, joint.end(), end)
        if not segment or not _joins(joint, segment[0], code, marked=marked):
            return None
        blank = (BLANK,) if joint["before"] or joint["after"] else ()
        dash = (DASH,) if joint["mark"] == "–" else ()
        return _Joined(f"{'/' if joint['mark'] == '/' else '-'}{segment[0]}", blank + dash, segment.end())
    if not marked:
        return None
    if split := _SPLIT_BY_BLANK.match(text, at, end):
        segment = _SEGMENT.match(text, split.end(), end)
        if not segment or not _is_code(split["word"]):
            return None
        return _Joined(segment[0] if "-" not in code else f"-{segment[0]}", (BLANK,), segment.end())
    if (dot := _DOT.match(text, at, end)) and (code in TYPE_CODES or code == "CV"):
        segment = _SEGMENT.match(text, dot.end(), end)
        return _Joined(f"-{segment[0]}", (DOT,), segment.end()) if segment and segment[0].isupper() else None
    return None


def _is_abbreviation(word: str) -> bool:
    """Whether a word is made of initials ("QĐ", "TTr", "L") and not merely capitalised ("Dự")."""
    return word[0].isupper() and (len(word) == 1 or sum(map(str.isupper, word)) > 1)


def _joins(joint: re.Match[str], word: str, code: str, *, marked: bool) -> bool:
    """Whether a hyphen or slash joins a code to the word after it, or only stands between two words."""
    if not joint["before"] and not joint["after"]:
        return word[0].isupper() or word in _LOWER_CASE_CODES
    if not marked or not word.isupper() or len(word) < 2 or word in _NO_CODE:
        return False
    return not joint["before"] or code in TYPE_CODES


def _is_code(word: str) -> bool:
    return word.isupper() and word not in _NO_CODE
