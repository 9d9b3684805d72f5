"""What stands before a number (phần dẫn trước số): the type of the document, the word "số", both or neither."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from vstbpn.references.finding.blanks import has_blank_line, spaced
from vstbpn.references.finding.bodies import read_body
from vstbpn.vocabulary import DocumentType

_OTHER_TYPES = (
    "Văn bản", "Chương trình phối hợp", "Kế hoạch phối hợp", "Quy chế phối hợp", "Kế hoạch liên tịch", "Kế hoạch liên ngành",
    "Hướng dẫn liên ngành", "Hướng dẫn liên tịch", "Công văn liên ngành", "Quy chế liên ngành", "Thông báo kết luận",
    "Công thư", "Giấy phép", "Thông tư liên bộ", "Thông tư liên ngành", "Kế hoạch hành động", "Sắc lệnh", "Phụ lục",
    "Bản án", "Thông cáo", "Bản ghi nhớ", "Bản thỏa thuận", "Bản thoả thuận", "Giấy ủy quyền", "Giấy uỷ quyền",
    "Giấy giới thiệu", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư công", "Quy hoạch", "Chiến lược", "Tuyên bố",
    "Lời kêu gọi", "Nội quy", "Sắc luật", "Quy trình",
)  # fmt: skip
"""Types beside ``DocumentType``: Nghị định 30/2020/NĐ-CP, Điều 7, the Party's rules, and joint documents."""

_TYPES = {name.casefold(): name for name in (*(kind.vi for kind in DocumentType), *_OTHER_TYPES)}
_BY_LAST_SYLLABLE: dict[str, list[str]] = {}
for _name in sorted(_TYPES, key=len, reverse=True):
    _BY_LAST_SYLLABLE.setdefault(_name.split()[-1], []).append(_name)

ABBREVIATED = {kind.abbreviation: kind.vi for kind in DocumentType if kind.abbreviation} | {
    "CV": "Công văn", "Cv": "Công văn", "cv": "Công văn", "VB": "Văn bản",
}  # fmt: skip
"""Types by the abbreviations that stand for them in prose ("QĐ số 45/QĐ-TTg") and in symbols."""

_WINDOW = 72
_WIDEST_GAP = 26
_WORDS = re.compile(r"[^\W\d_]+")
_OPENING = "(“\"'‘["
_HEADER_WORDS = spaced(r"(?:Số|SỐ)(?:/|, ?| và )[Kk]ý hiệu~:?~\Z")
_NUMBER_WORDS = ("số", "Số", "SỐ", "sô", "sổ", "sồ")
"""The word "số", with the marks that scanning loses or swaps."""

_FORM_WORDS = frozenset(["mẫu", "biểu", "bảng", "sổ", "thẻ", "nhà", "lô", "phòng", "khoản"])
_AFTER_OF = spaced("của ")
_WINDOW_ISSUER = 120
_WORD_BETWEEN = re.compile(r"(?<=[ \n])[^\W\d_]+\s{1,3}\Z")
_MOST_WORDS_BETWEEN = 4


_SUFFIXES = {
    name.casefold().split(" ", first)[-1] for name in _TYPES.values() for first in range(1, name.count(" ") + 1)
}
_PLAIN = {
    written: name
    for name in _TYPES.values()
    if name.count(" ") == 1 and name.casefold() not in _SUFFIXES
    for written in (name, name[0].lower() + name[1:])
}
"""Types of two syllables that no longer type ends with, as they are written most often."""


class TypeBefore(NamedTuple):
    """A type and where its words stand."""

    type: str
    start: int
    end: int


class Lead(NamedTuple):
    """What stands before a number, where it begins, and where the words of the type stand."""

    type: str | None
    start: int
    number_word: bool
    own: bool = False  # The number is that of the document itself, as its header gives it: "Số: 15/KH-UBND".
    type_place: tuple[int, int] | None = None


def read_lead(text: str, at: int, floor: int) -> Lead:
    """Read what stands before the number at ``at`` of folded text, looking no further back than ``floor``.

    >>> read_lead("theo Quyết định số 12/QĐ-UBND", 19, 0)
    Lead(type='Quyết định', start=5, number_word=True, own=False, type_place=(5, 15))
    """
    floor = max(floor, at - _WINDOW)
    if usual := _usual_lead(text, at, floor):
        return usual
    if text.endswith(("hiệu: ", "hiệu:", "hiệu "), floor, at) and (header := _HEADER_WORDS.search(text, floor, at)):
        return Lead(None, header.start(), number_word=True, own=True)
    begin, colon = _number_word(text, at, floor)
    window = text[floor:begin].rstrip()
    if window.endswith("“" if begin == at else "("):
        # What stands between type and number may be "“" alone, or "(" before the word "số".
        window = window[:-1].rstrip()
    gap = text[floor + len(window) : begin]
    found = None if has_blank_line(gap, 0, len(gap)) else _type_at_end(window)
    if found:
        type_end = floor + len(window)
        return Lead(found[0], type_end - found[1], begin < at, type_place=(type_end - found[1], type_end))
    if begin < at and window.endswith(":") and text[begin] == "s" and (listed := _type_at_end(window[:-1].rstrip())):
        # A list after a colon, as in "các công văn: số 12/SNV-VP, số 13/SNV-VP".
        type_end = floor + len(window[:-1].rstrip())
        return Lead(listed[0], begin, number_word=True, type_place=(type_end - listed[1], type_end))
    if begin == at:
        return Lead(None, begin, number_word=False)
    opens = (not window and floor == 0) or has_blank_line(gap, 0, len(gap))
    in_header = colon or "\n" in gap or window.endswith("*") or (not window and text[floor - 1] == "\n")
    # A header writes "Số"; "số" opens a line where one was wrapped.
    return Lead(None, begin, number_word=True, own=opens or (text[begin] == "S" and in_header))


def _usual_lead(text: str, at: int, floor: int) -> Lead | None:
    """The lead of most numbers, "Quyết định số " or "Quyết định ", or None for the careful look."""
    end = at - 4 if text.startswith(" số ", at - 4) else at - 1
    if end <= floor or text[at - 1] != " ":
        return None
    begin = text.rfind(" ", floor, text.rfind(" ", floor, end)) + 1
    name = _PLAIN.get(text[begin:end]) if begin else None
    return Lead(name, begin, end < at - 1, type_place=(begin, end)) if name else None


def _number_word(text: str, at: int, floor: int) -> tuple[int, bool]:
    """Where the word "số" before a number begins (the number's own place if there is none), and whether a colon follows."""
    head = text[floor:at]
    stripped = head.rstrip(" \n:")
    if (
        len(head) - len(stripped) > _WIDEST_GAP
        or not stripped.endswith(_NUMBER_WORDS)
        or has_blank_line(head, len(stripped), len(head))
    ):
        return at, False
    if len(stripped) > 2 and stripped[-3] not in " \n" + _OPENING:
        return at, False
    return floor + len(stripped) - 2, ":" in head[len(stripped) :]


def _type_at_end(window: str) -> tuple[str, int] | None:
    """The type whose words end the window, and how many characters it takes; the longest that fits."""
    last = len(window)
    while last and window[last - 1].isalpha():
        last -= 1
    word = window[last:]
    if name := ABBREVIATED.get(word):
        return name, len(word)
    for name in _BY_LAST_SYLLABLE.get(word.casefold(), ()):
        begin = _begin_of(name, window)
        if begin is not None and not (begin and window[begin - 1].isalpha()):
            return _TYPES[name], len(window) - begin
    return None


def _begin_of(name: str, window: str) -> int | None:
    """Where the words of a type begin that end the window, or None; they may be wrapped over a line end."""
    begin = len(window) - len(name)
    if begin >= 0 and window[begin:].casefold() == name:
        return begin
    words = list(_WORDS.finditer(window))[-name.count(" ") - 1 :] if " " in name else []
    if not words or has_blank_line(window, words[0].start(), len(window)):
        return None
    return words[0].start() if " ".join(window[words[0].start() :].split()).casefold() == name else None


def type_before(text: str, floor: int, at: int) -> TypeBefore | None:
    """The type whose words stand right before a place, and where they stand.

    >>> type_before("theo Kế hoạch này", 0, 14)
    TypeBefore(type='Kế hoạch', start=5, end=13)
    """
    floor = max(floor, at - _WINDOW)
    window = text[floor:at].rstrip()
    found = _type_at_end(window)
    if not found or has_blank_line(text, floor + len(window), at):
        return None
    end = floor + len(window)
    return TypeBefore(found[0], end - found[1], end)


def type_by_code(code: str) -> str | None:
    """The type an abbreviation in a symbol stands for, or None."""
    return ABBREVIATED.get(code)


def type_further_back(text: str, floor: int, begin: int, code: str) -> TypeBefore | None:
    """The type and its place where words stand between it and "số": "Nghị quyết chuyên đề số", "Công văn khẩn số".

    A symbol that shows its type ("NQ") must show that one. Where the type's words have lost their marks ("Quyêt định số
    12/QĐ-UBND"), what the symbol shows tells what they were.
    """
    shown = ABBREVIATED.get(code)
    floor = max(floor, begin - _WINDOW)
    at = begin
    for _ in range(_MOST_WORDS_BETWEEN + 1):
        found = type_before(text, floor, at)
        if found and (shown is None or found[0] == shown):
            return found
        if shown and (damaged := _damaged_type(text, floor, at, shown)):
            return damaged
        word = _WORD_BETWEEN.search(text, floor, at)
        if not word or not word[0].islower() or has_blank_line(text, word.start(), at):
            return None
        at = word.start()
    return None


def _damaged_type(text: str, floor: int, at: int, name: str) -> TypeBefore | None:
    """The type whose words end at a place, if they lack nothing but marks."""
    words = list(_WORDS.finditer(text, floor, at))[-name.count(" ") - 1 :]
    if not words or text[words[-1].end() : at].strip() or has_blank_line(text, words[0].start(), at):
        return None
    written = " ".join(word[0] for word in words)
    if _without_marks(written) != _without_marks(name):
        return None
    return TypeBefore(name, words[0].start(), words[-1].end())


@lru_cache(maxsize=1024)
def _without_marks(words: str) -> str:
    letters = unicodedata.normalize("NFD", words.casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def type_and_issuer_further_back(text: str, floor: int, begin: int) -> tuple[Lead, tuple[int, int]] | None:
    """The type and the issuer that stand before "số": "Nghị quyết của Hội đồng nhân dân tỉnh số 12/NQ-HĐND"."""
    word = text.rfind("của", max(floor, begin - _WINDOW_ISSUER), begin)
    if word < 0:
        return None
    after = _AFTER_OF.match(text, word, begin)
    body_end = after and read_body(text, after.end(), begin)
    if not after or not body_end or text[body_end:begin].strip(" \n:"):
        return None
    window = text[max(floor, word - _WINDOW) : word].rstrip()
    found = _type_at_end(window)
    if not found or has_blank_line(text, word, begin):
        return None
    type_end = max(floor, word - _WINDOW) + len(window)
    place = (type_end - found[1], type_end)
    return Lead(found[0], place[0], number_word=True, type_place=place), (after.end(), body_end)


def is_form_number(text: str, lead: Lead) -> bool:
    """Whether the word before says that the number is that of a form, a house or the like: "biểu số 04/BC-TH"."""
    words = text[max(0, lead.start - 8) : lead.start].split()
    return bool(words) and words[-1].casefold().lstrip(_OPENING) in _FORM_WORDS
