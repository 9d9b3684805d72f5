"""What stands before a number (phần dẫn trước số): the type of the document, the word "số", both or neither."""

import re
from typing import NamedTuple

from vstbpn.references.blanks import has_blank_line
from vstbpn.vocabulary import DocumentType

_OTHER_TYPES = (
    "Văn bản", "Chương trình phối hợp", "Kế hoạch phối hợp", "Quy chế phối hợp", "Kế hoạch liên tịch", "Kế hoạch liên ngành",
    "Hướng dẫn liên ngành", "Hướng dẫn liên tịch", "Công văn liên ngành", "Quy chế liên ngành", "Thông báo kết luận",
    "Công thư", "Giấy phép", "Thông tư liên bộ", "Thông tư liên ngành", "Kế hoạch hành động", "Sắc lệnh", "Phụ lục",
    "Bản án", "Thông cáo", "Bản ghi nhớ", "Bản thỏa thuận", "Bản thoả thuận", "Giấy ủy quyền", "Giấy uỷ quyền",
    "Giấy giới thiệu", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư công", "Quy hoạch", "Chiến lược", "Tuyên bố",
    "Lời kêu gọi", "Nội quy",
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

_WINDOW = 56
_WIDEST_GAP = 7
_WORDS = re.compile(r"[^\W\d_]+")
_OPENING = "(“\"'‘["
_FORM_WORDS = frozenset(["mẫu", "biểu", "bảng", "sổ", "thẻ", "nhà", "lô", "phòng", "khoản"])
_RUN_OF_WORDS = re.compile(r"(?:(?<=\W)|^)[^\W\d_]+(?:\s{1,3}[^\W\d_]+){1,8}\s{1,3}$")


class Lead(NamedTuple):
    """What stands before a number, and where it begins."""

    type: str | None
    start: int
    number_word: bool
    own: bool = False  # The number is that of the document itself, as its header gives it: "Số: 15/KH-UBND".


def read_lead(text: str, at: int, floor: int) -> Lead:
    """Read what stands before the number at ``at`` of folded text, looking no further back than ``floor``.

    >>> read_lead("theo Quyết định số 12/QĐ-UBND", 19, 0)
    Lead(type='Quyết định', start=5, number_word=True, own=False)
    """
    floor = max(floor, at - _WINDOW)
    begin, colon = _number_word(text, at, floor)
    window = text[floor:begin].rstrip()
    if begin == at and window.endswith("“"):
        # "Chỉ thị “05-CT/TW”"
        window = window[:-1].rstrip()
    gap = text[floor + len(window) : begin]
    found = None if has_blank_line(gap, 0, len(gap)) else _type_at_end(window)
    if found:
        return Lead(found[0], floor + len(window) - found[1], begin < at)
    if begin < at and window.endswith(":") and text[begin] == "s" and (listed := _type_at_end(window[:-1].rstrip())):
        # A list after a colon, as in "các công văn: số 12/SNV-VP, số 13/SNV-VP".
        return Lead(listed[0], begin, number_word=True)
    opens_line = "\n" in gap or (not window and (floor == 0 or text[floor - 1] == "\n"))
    own = begin < at and (opens_line or (colon and text[begin] == "S"))
    return Lead(None, begin, begin < at, own)


def _number_word(text: str, at: int, floor: int) -> tuple[int, bool]:
    """Where the word "số" before a number begins (the number's own place if there is none), and whether a colon follows."""
    head = text[floor:at]
    stripped = head.rstrip(" \n:")
    if (
        len(head) - len(stripped) > _WIDEST_GAP
        or not stripped.endswith(("số", "Số", "SỐ"))
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


def type_by_code(code: str) -> str | None:
    """The type an abbreviation in a symbol stands for, or None."""
    return ABBREVIATED.get(code)


def type_further_back(text: str, floor: int, begin: int, code: str) -> tuple[str, int] | None:
    """The type and its place where words stand between it and "số": "Nghị quyết chuyên đề số 04-NQ/TU"."""
    name = ABBREVIATED.get(code)
    run = name and _RUN_OF_WORDS.search(text, max(floor, begin - _WINDOW), begin)
    if not name or not run:
        return None
    place = run[0].casefold().rfind(f"{name.casefold()} ")
    between = run[0][place + len(name) :]
    if place < 0 or not between.islower() or (place and run[0][place - 1].isalpha()):
        return None
    return name, run.start() + place


def is_form_number(text: str, lead: Lead) -> bool:
    """Whether the word before says that the number is that of a form, a house or the like: "biểu số 04/BC-TH"."""
    words = text[max(0, lead.start - 8) : lead.start].split()
    return bool(words) and words[-1].casefold() in _FORM_WORDS
