"""Words beside a figure (từ so sánh, từ chỉ mức đạt): what compares it, what joins it to its subject, where it moves."""

import re
from collections.abc import Iterable

from vstbpn.vocabulary import Comparator, Direction

COMPARING = {
    "không vượt quá": Comparator.AT_MOST,
    "không vượt": Comparator.AT_MOST,
    "không quá": Comparator.AT_MOST,
    "không cao hơn": Comparator.AT_MOST,
    "không trên": Comparator.AT_MOST,
    "không hơn": Comparator.AT_MOST,
    "nhiều nhất": Comparator.AT_MOST,
    "tối đa": Comparator.AT_MOST,
    "không dưới": Comparator.AT_LEAST,
    "không thấp hơn": Comparator.AT_LEAST,
    "không ít hơn": Comparator.AT_LEAST,
    "ít nhất": Comparator.AT_LEAST,
    "tối thiểu": Comparator.AT_LEAST,
    "thấp hơn": Comparator.LESS_THAN,
    "nhỏ hơn": Comparator.LESS_THAN,
    "ít hơn": Comparator.LESS_THAN,
    "dưới": Comparator.LESS_THAN,
    "vượt quá": Comparator.MORE_THAN,
    "quá": Comparator.MORE_THAN,
    "vượt": Comparator.MORE_THAN,
    "cao hơn": Comparator.MORE_THAN,
    "lớn hơn": Comparator.MORE_THAN,
    "nhiều hơn": Comparator.MORE_THAN,
    "hơn": Comparator.MORE_THAN,
    "trên": Comparator.MORE_THAN,
    "khoảng": Comparator.ABOUT,
    "xấp xỉ": Comparator.ABOUT,
    "chừng": Comparator.ABOUT,
    "gần": Comparator.ABOUT,
    # Scanned texts print them so.
    "tôi thiểu": Comparator.AT_LEAST,
    "tối thiêu": Comparator.AT_LEAST,
    "ít nhât": Comparator.AT_LEAST,
    ">=": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
    "<=": Comparator.AT_MOST,
    "≤": Comparator.AT_MOST,
    ">": Comparator.MORE_THAN,
    "<": Comparator.LESS_THAN,
}
"""The words that compare, and what they say."""

_REACHING = (
    "đạt được", "đạt", "chiếm", "là", "bằng", "còn", "ở mức", "xuống", "lên", "giảm", "tăng", "nâng", "gấp",
)  # fmt: skip
_FILLING = (
    "có", "từ", "mức", "tỷ lệ", "tỉ lệ", "thêm", "bình quân", "duy trì", "hằng năm", "hàng năm", "mỗi năm", "mọi năm",
)  # fmt: skip


def words(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first, with any blanks between their words."""
    return "|".join(phrase.replace(" ", r"\s{1,3}") for phrase in sorted(phrases, key=len, reverse=True))


_WORD = r"[^\W\d_]{1,12}"
# The "lên" of "trở lên" moves nothing.
_LEAD = re.compile(
    rf"(?<!\w)(?:(?<!trở\s)(?:{words((*COMPARING, *_REACHING, *_FILLING))})\s{{1,3}}|(?:[≥≤]|[<>]=?)\s{{0,3}}){{1,6}}\Z",
    re.IGNORECASE,
)
_SIGN = r"[<>]=|[≥≤<>]"
_COMPARED = re.compile(
    rf"{_SIGN}|(?<!\w)(?:{words(word for word in COMPARING if word[0].isalpha())})(?!\w)", re.IGNORECASE
)
_REACHED = re.compile(rf"(?<!\w)(?:{words(_REACHING)})(?!\w)", re.IGNORECASE)
_MOVED = re.compile(r"(?<!\w)(?:(giảm|xuống|còn)|(tăng|nâng|lên|gấp))(?!\w)", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?<!\w)(?:giảm|tăng|gấp)(?!\w)(?!.{0,30}(?<!\w)(?:xuống|còn|lên|đạt|là|bằng|ở)(?!\w))", re.IGNORECASE | re.DOTALL
)
FROM = re.compile(r"(?<!\w)từ\s", re.IGNORECASE)
_GRADES = "đạt|có|là|được|trình|loại|hạng|bậc|mức|khá|giỏi|tốt|từ|đại|cao|trung|sơ|thạc|tiến|tuổi|lớp|cấp"
_AND_MORE = re.compile(
    rf"(?:\s{{1,3}}(?!(?:{_GRADES})\b){_WORD}){{0,4}}?(?P<more>\s{{1,3}}trở\s{{1,3}}(?:(?P<up>lên)|xuống))\b",
    re.IGNORECASE,
)
LEADING = words(COMPARING)
"""A pattern for words that compare."""
_WINDOW = 60


def lead_of(text: str, start: int, at: int) -> int:
    """Where the words begin that compare a figure or join it to its subject, the figure standing at a place.

    >>> text = "Tỷ lệ hộ đạt ít nhất 60%"
    >>> text[lead_of(text, 0, 21):]
    'đạt ít nhất 60%'
    """
    match = _LEAD.search(text, max(start, at - _WINDOW), at)
    return match.start() if match else at


def comparing_word(said: str) -> str | None:
    """The last word that compares among some words, in one spelling."""
    found = _COMPARED.findall(said)
    return " ".join(found[-1].casefold().split()) if found else None


def is_reached(said: str) -> bool:
    """Whether a verb among some words joins a figure to what stands before it."""
    return _REACHED.search(said) is not None


def is_changed(said: str) -> bool:
    """Whether a verb among some words tells the size of a change, and no level."""
    return _CHANGED.search(said) is not None


def and_more(text: str, end: int) -> re.Match[str] | None:
    """The words "trở lên" or "trở xuống" (group ``more``) that touch the figure ending at a place.

    Up to four words may stand between ("50% tỷ lệ nữ trở lên"), but none that makes a grade or an age of them
    ("đạt loại khá trở lên").
    """
    return _AND_MORE.match(text, end)


def moved(said: str) -> Direction | None:
    """The direction the last word of movement in a few words tells."""
    found = _MOVED.findall(said)
    if not found:
        return None
    return Direction.LOWER if found[-1][0] else Direction.RAISE
