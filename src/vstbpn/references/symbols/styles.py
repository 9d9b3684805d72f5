"""By which scheme a code is written (thể thức ký hiệu), told from its letters and the mark before it."""

import re
from functools import lru_cache

from vstbpn.vocabulary import DocumentType, SymbolStyle

JOINT_TYPES = frozenset(["TTLT", "TTLB", "NQLT", "KHLT", "HDLT", "HDLN", "CTPH", "CTrPH", "KHPH", "QCPH"])
"""Abbreviations of types that several bodies issue together."""

TYPE_CODES = frozenset(kind.abbreviation for kind in DocumentType if kind.abbreviation) | JOINT_TYPES | {
    "QĐi", "LCT", "PC", "GP", "TP", "TC",
}  # fmt: skip
"""Abbreviations of types that open a symbol; they tell a plan's symbol from a dispatch's."""

DISPATCH_CODE = "CV"
"""Công văn: the Party's abbreviation (``86-CV/VPTU``), which the State's rules do without and many offices write."""

_LEGISLATURE = re.compile(r"(?:(?P<type>[^\W\d_]+)[-/])?(?:UBTV|TV)?QH[0-9]{0,2}")
_COUNCIL = re.compile(r"(?P<type>[^\W\d_]+)[-/]HĐND[0-9]{0,2}")
_ORDER_TYPES = frozenset(["L", "LCT"])
"""Lệnh: an order of the head of state. The Party gives none, so that ``46-L/CTN`` is the State's of before 1999."""

_ALL_MINISTRIES = "LB"
"""Liên bộ: the ministries together."""

_SEGMENT = re.compile(r"[^\W\d_][^\W_]*(?:&[^\W_]+)*")
_JOINTS = re.compile(r"[-/.]")
_LETTER_AND_DIGITS = re.compile(r"[^\W\d_]\d+")
_LOWER_CASE_CODES = frozenset(["ttg", "cp"])
"""Issuers whose abbreviation is met in lower case ("QĐ-ttg")."""

_ECMA_CAPITAL = r"[^\x00-@\[-\x7F]"
_ECMA_ALPHANUMERIC = r"[^\x00-/:-@\[-`{-\x7F]"
_ECMA_SEGMENT = f"{_ECMA_CAPITAL}{_ECMA_ALPHANUMERIC}*(?:&{_ECMA_ALPHANUMERIC}+)*"
CODE_PATTERN = f"{_ECMA_SEGMENT}(?:[-/.](?:{_ECMA_SEGMENT}|{'|'.join(sorted(_LOWER_CASE_CODES))}))*"
"""As much of ``segments_of`` as a pattern of JSON Schema can say: what is beyond ASCII is taken for a letter."""


@lru_cache(maxsize=8192)
def segments_of(code: str) -> tuple[str, ...]:
    """The parts of a code between its hyphens and slashes; none where it is not well formed.

    >>> segments_of("TTLT/BTC-BNV"), segments_of("QĐ--UBND")
    (('TTLT', 'BTC', 'BNV'), ())
    """
    segments = tuple(_JOINTS.split(code))
    if not all(map(_SEGMENT.fullmatch, segments)) or not is_abbreviation(segments[0]):
        return ()
    if len(segments) == 1 and _LETTER_AND_DIGITS.fullmatch(code):
        # A letter and digits alone are a house or a form: "số 12/A3". With a field after them they are a unit: C06-P2.
        return ()
    return segments if all(map(may_follow, segments[1:])) else ()


def is_abbreviation(word: str) -> bool:
    """Whether a word is made of initials ("QĐ", "TTr", "L", "C06") and not merely capitalised ("Dự").

    >>> is_abbreviation("TTr"), is_abbreviation("C06"), is_abbreviation("Dự")
    (True, True, False)
    """
    return word[0].isupper() and (len(word) == 1 or word[1:].isdecimal() or sum(map(str.isupper, word)) > 1)


def may_follow(word: str) -> bool:
    """Whether a word may stand after a hyphen or slash of a code.

    >>> may_follow("UBND"), may_follow("ttg"), may_follow("ubnd")
    (True, True, False)
    """
    return word[0].isupper() or word in _LOWER_CASE_CODES


@lru_cache(maxsize=8192)
def style_of(code: str, mark: str, *, year: bool) -> SymbolStyle | None:
    """The scheme of a code after its number's mark, or None where no scheme is so written.

    Args:
        code: A code well formed.
        mark: ``/`` or ``-``; empty where it was lost.
        year: Whether a year stands between number and code.

    >>> style_of("QĐ-TTg", "/", year=False), style_of("CT/TW", "-", year=False)
    (SymbolStyle.STATE, SymbolStyle.PARTY)
    """
    first = _JOINTS.split(code, maxsplit=1)[0]
    if mark == "-":
        return None if year else _hyphenated(code, first)
    if not mark and "/" in code and first not in JOINT_TYPES:
        return SymbolStyle.PARTY
    return _by_letters(code, first) or _slashed(code, first, year=year)


def _hyphenated(code: str, first: str) -> SymbolStyle | None:
    if "/" in code:
        old = first in _ORDER_TYPES or code.endswith(f"/{_ALL_MINISTRIES}")
        return SymbolStyle.OLD if old else SymbolStyle.PARTY
    # Before 1999 the State too put a hyphen after the number: 646-TTg, 85-CP, 163-HĐBT.
    return SymbolStyle.OLD if code == "TTg" or (code.isupper() and len(code) > 1) else None


def _by_letters(code: str, first: str) -> SymbolStyle | None:
    """The style of what is told by its letters, whether or not it has a year."""
    for pattern, style in ((_LEGISLATURE, SymbolStyle.LEGISLATURE), (_COUNCIL, SymbolStyle.COUNCIL)):
        found = pattern.fullmatch(code)
        if found and (found["type"] is None or found["type"] in TYPE_CODES):
            return style
    if first == code:
        return None
    if first in JOINT_TYPES or (first in TYPE_CODES and _JOINTS.split(code)[1] == _ALL_MINISTRIES):
        return SymbolStyle.JOINT
    return SymbolStyle.CONSOLIDATED if first == DocumentType.CONSOLIDATION.abbreviation else None


def _slashed(code: str, first: str, *, year: bool) -> SymbolStyle:
    if year:
        return SymbolStyle.STATE_NORMATIVE
    return SymbolStyle.STATE if first in TYPE_CODES and first != code else SymbolStyle.DISPATCH
