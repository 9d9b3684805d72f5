"""The order of words (trật tự từ) of a written target: on which side of its figure whom it is about stands."""

import re

SHARES = frozenset({"%", "‰"})
"""Units of a share of the whole."""

_UNITS_OF_LEVELS = frozenset({"lần", "con/phụ nữ", "con/bà mẹ"})
_RATE = re.compile(r"(?:(?:tổng|các)\s+)?(?:(?:tỷ|tỉ)\s+(?:lệ|số|suất|trọng)|cơ\s+cấu)(?!\w)", re.IGNORECASE)
_ORDINARY = re.compile(r"(?P<first>[^\W\d_]+)[,]?\s+(?P<second>[^\W\d_])")
# These are written with a capital wherever they stand, though their second word has none.
_BODIES = re.compile(
    r"(?:Ủy ban|Uỷ ban|Hội đồng nhân dân|Chính phủ|Quốc hội|Mặt trận|Trung ương|Nhà nước|Thủ tướng)(?!\w)"
)
_JOINING = re.compile(r"\s+(?P<verb>đạt|có|chiếm|là|bằng)(?!\w)", re.IGNORECASE)


def same_but_capital(words: str | None) -> str | None:
    """The words as they are compared: the case of the first letter only tells where in a sentence they stood."""
    return words and words[:1].lower() + words[1:]


def inside_sentence(words: str) -> str:
    """The words as they stand inside a sentence: an ordinary first word loses its capital, a name keeps it.

    >>> inside_sentence("Tỷ lệ nữ thạc sĩ"), inside_sentence("Hà Nội"), inside_sentence("UBND xã")
    ('tỷ lệ nữ thạc sĩ', 'Hà Nội', 'UBND xã')
    """
    return words[:1].lower() + words[1:] if _opens_a_sentence(words) else words


def stands_before(words: str, unit: str, text: str) -> bool:
    """Whether whom a target is about stands before its figure.

    A rate does. Of what else is counted in shares, or is things counted, the clause as written (``text``) tells; where
    it does not, a capital does, or else the unit.

    >>> stands_before("Tỷ lệ nữ thạc sĩ", "%", ""), stands_before("cơ quan có nữ", "%", "")
    (True, False)
    >>> stands_before("kinh tế số", "%", "kinh tế số chiếm 45% GRDP")
    True
    """
    if _RATE.match(words) or unit.startswith("/") or unit in _UNITS_OF_LEVELS:
        return True
    opening = _found(" ".join(words.split()[:2]), text)
    if opening is None:
        return unit not in SHARES or _opens_a_sentence(words)
    noun = r"(?:[%‰]|phần\s+trăm)" if unit in SHARES else re.escape(unit).replace(r"\ ", r"\s+")
    return re.compile(rf"[0-9]\s*{noun}", re.IGNORECASE).search(text, 0, opening.start()) is None


def is_joined(words: str, text: str) -> bool:
    """Whether a verb joins the words to their figure ("xã có ít nhất 20 hộ"); they may be one ("tổ chức 2 - 3 buổi").

    Where the clause as written (``text``) does not tell, one does.
    """
    found = _found(words, text)
    return found is None or _JOINING.match(text, found.end()) is not None


def _opens_a_sentence(words: str) -> bool:
    """Whether the words begin with an ordinary word that has a capital."""
    match = _ORDINARY.match(words)
    if match is None or _BODIES.match(words):
        return False
    first = match["first"]
    return first[0].isupper() and first[1:] == first[1:].lower() and match["second"].islower()


def _found(words: str, text: str) -> re.Match[str] | None:
    if not words or not text:
        return None
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) if pattern else None
