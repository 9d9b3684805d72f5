"""What the library is measured against: the regular expressions that one writes first.

``FULL`` is written as somebody competent writes it in a hurry: one alternation with every type by name, provisions before,
date and issuer after it, and no regard to case, since titles are set in capitals. ``SMALL`` finds less: a type as it is
written in a sentence, and the number and symbol after it.
"""

import re

from vstbpn.vocabulary import DocumentType

_NAMED = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
_TYPES = "|".join(sorted((kind.vi for kind in DocumentType if kind.vi not in _NAMED), key=len, reverse=True))
_LABEL = r"(?:\d{1,3}[a-zđ]?|[ivxlc]{1,6}|[a-zđ])\b"
_LABELS = rf"{_LABEL}(?:(?:, | và | đến |-){_LABEL})*"
_PROVISION = rf"(?:điểm|khoản|điều|mục|chương|phần|phụ lục) {_LABELS}"
_PROVISIONS = rf"{_PROVISION}(?:(?:, | và | đến | ){_PROVISION})*"
_SYMBOL = r"\d{1,6}[a-zđ]?(?:/\d{4})?[/-][^\W\d_][\w&]*(?:[-/][^\W\d_][\w&]*)*"
_DATE = r"ngày (?:\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})"
_CAPITALISED = r"(?-i:[A-ZĐÀ-Ỹ]\w*)"  # Ranges of capitals as they are usually written: À to Ỹ holds small letters too.
_ISSUER = rf"của {_CAPITALISED}(?: (?:{_CAPITALISED}|nhân dân|và|-|tỉnh|\w+(?= (?:và|-) )))*"

FULL = re.compile(
    rf"(?:\b(?P<provisions>{_PROVISIONS}) (?:của )?)?"
    rf"\b(?P<act>(?P<type>{_TYPES}|Luật) (?:số )?(?P<symbol>{_SYMBOL})"
    rf"|(?P<name>(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)[^,;.:()\n]{{1,80}}?(?: năm (?P<year>\d{{4}})|(?= số \d| ngày \d|[,;.:()\n]))))"
    rf"(?:,? (?P<date>{_DATE}))?(?: (?P<issuer>{_ISSUER}))?",
    re.IGNORECASE,
)
SMALL = re.compile(rf"\b(?P<act>(?:{_TYPES}|Luật) (?:số )?{_SYMBOL})")


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Where a pattern sees acts, from the type word through the symbol, or the name through its year."""
    return [found.span("act") for found in pattern.finditer(text)]
