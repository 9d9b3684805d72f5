"""The rule of whose symbol it is (STR): the issuer named and the body the symbol names are two.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3: the symbol holds the abbreviation of the issuer, and an advisory
body that issues in its own name keeps numbers of its own. Each head of agency chooses the abbreviation, so that only a
body that is known, and whose letters cannot come from the issuer's name, tells a contradiction.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from vstbpn.catalogue.tables import issuers
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.references.issuers.names import canonical_issuer
from vstbpn.references.symbols.issuing_bodies import BodyKind, kind_of_body
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.structure.head import head_of, number_line_of
from vstbpn.vocabulary import DocumentFamily, SymbolStyle

_BODIES = re.compile(
    r"(?:ủy ban nhân dân|bộ|sở|phòng|hội đồng nhân dân|trường|cục|chi cục|tổng cục|văn phòng|ban|hội đồng|tổ|thanh tra|"
    r"thủ tướng|chính phủ|viện|trung tâm) ",
    re.IGNORECASE,
)
_OF_THE_PARTY = re.compile(
    r"ban (?:thường vụ|chấp hành|tuyên giáo|tổ chức|dân vận|nội chính|kinh tế|bí thư|thường trực)|[^\W\d_]+ ủy(?! ban)|"
    r".{0,40}(?:trung ương|đảng|công đoàn|phụ nữ việt nam|đoàn thanh niên)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile("[aeiouy]")
_WITH_VOWELS = frozenset(["ubnd", "ub", "vpubnd", "ubqg"])
"""Abbreviations that have a vowel, as names hold them."""

_STYLES = frozenset({SymbolStyle.STATE, SymbolStyle.STATE_NORMATIVE})
_DIGITS = "0123456789"


def other_bodys_symbol(plan: Plan, context: Context) -> Iterator[Finding]:
    """The symbol is another body's: SỞ Y TẾ numbering 15/KH-SNV."""
    symbol, issuer = plan.symbol, plan.issuer
    if symbol is None or issuer is None or plan.header.attached_to is not None or symbol.type_code is None:
        return
    if plan.header.family is DocumentFamily.PARTY or symbol.style not in _STYLES or not symbol.issuer_codes:
        return
    code = symbol.issuer_codes[0]
    if not _is_other(code, issuer):
        return
    if head_of(plan, context) is not None and number_line_of(plan, context) is None:
        return
    if stands_upside_down(plan):
        # The symbol is right, and the two names above it have changed places.
        return
    superior = plan.superior
    yield Finding.of(
        "STR019",
        args={"issuer": issuer, "symbol": symbol.canonical, "code": code, "body": _names()[code.rstrip(_DIGITS)]},
        pointer="/header/symbol",
        span=plan.header.symbol_span,
        variant="superior" if superior is not None and may_abbreviate(code, superior) else "",
    )


_BELOW_OTHERS = re.compile(r"(?:sở|phòng|trường|trung tâm|chi cục) ", re.IGNORECASE)
_ABOVE_OTHERS = re.compile(r"(?:ubnd|ủy ban nhân dân) |bộ (?!chỉ huy|tư lệnh|phận|môn)", re.IGNORECASE)


def stands_upside_down(plan: Plan) -> bool:
    """Whether the upper name of a header is that of the issuer, whose symbol it is, and the lower one of what is over it."""
    symbol, upper, lower = plan.symbol, plan.superior, plan.issuer
    if symbol is None or not upper or not lower or not symbol.issuer_codes or symbol.style not in _STYLES:
        return False
    if not (_BELOW_OTHERS.match(canonical_issuer(upper)) and _ABOVE_OTHERS.match(canonical_issuer(lower))):
        return False
    code = symbol.issuer_codes[0]
    return may_abbreviate(code, upper) and not may_abbreviate(code, lower)


@lru_cache(maxsize=1024)
def _is_other(code: str, issuer: str) -> bool:
    """Whether an abbreviation is surely that of another body than the one named."""
    if kind_of_body(code) is not BodyKind.STATE or code.rstrip(_DIGITS) not in _names():
        return False
    name = canonical_issuer(issuer)
    return _BODIES.match(name) is not None and not _OF_THE_PARTY.match(name) and not may_abbreviate(code, issuer)


@lru_cache(maxsize=1024)
def may_abbreviate(code: str, name: str) -> bool:
    """Whether the capitals of an abbreviation stand, in their order, among the initials of a name."""
    letters = [_bare(letter) for letter in code if letter.isupper()]
    return any(_are_among(letters, _initials(words)) for words in (canonical_issuer(name), name))


def _are_among(letters: list[str], initials: str) -> bool:
    at = -1
    for letter in letters:
        at = initials.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _initials(name: str) -> str:
    """The first letters of the words of a name; of a word without vowels, which is an abbreviation itself, all letters."""
    words = (_bare(word) for word in _WORD.findall(name))
    return "".join(word[0] if _VOWEL.search(word) and word not in _WITH_VOWELS else word for word in words)


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@cache
def _names() -> dict[str, str]:
    """The names of the bodies in the bundled table by abbreviation."""
    return {row.abbreviation.rstrip(_DIGITS): row.name_vi.partition(" (")[0] for row in reversed(issuers())}


_HEADER = (
    "UBND TỈNH HƯNG YÊN\n{}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 15/KH-SNV\n\n"
    "Hưng Yên, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác nữ công\n"
)

OWN_SERIES_RULES = (
    Rule(
        code="STR019",
        inspect=other_bodys_symbol,
        violating=_HEADER.format("SỞ Y TẾ"),
        conforming=_HEADER.format("SỞ NỘI VỤ"),
    ),
)
