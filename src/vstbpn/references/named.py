"""Acts cited by name alone (văn bản dẫn theo tên): Hiến pháp, Bộ luật, Luật, Pháp lệnh.

Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 asks for nothing more than type and name. Where the name ends is read
from the grammar of such names, so that an unknown law is read too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vstbpn.text import clean

_ANCHOR = re.compile(r"(?<=[Ll])uật\s|(?<=P)háp\s{1,2}lệnh\s|(?<=H)iến\s{1,2}pháp")
_WORD = re.compile(r"[^\s,;.:()“”\"‘’\[\]…]+")
_GAP = re.compile(r"[ \n]{1,12}|, ?[ \n]?")
_AMENDING = re.compile(
    r"[Ss]ửa\s{1,3}đổi,?\s{1,3}(?:bổ\s{1,3}sung\s{1,3})?(?:một\s{1,3}số\s{1,3}điều|[0-9]{1,3}\s{1,3}[Ll]uật)?"
    r"(?:\s{1,3}của)?(?:\s{1,3}(?:các\s{1,3})?(?=Luật|Bộ\s{1,3}luật|Pháp\s{1,3}lệnh|Hiến\s{1,3}pháp))?"
)
_QUALIFIER = re.compile(r"\s{1,3}\(\s{0,2}(sửa\s{1,3}đổi[^()\n;]{0,60})\)")
_YEAR = re.compile(r"\s{1,3}(?:năm\s{1,3})?((?:19|20)[0-9]{2})(?![\w/.-]*[0-9])")
_BLANKS = re.compile(r"\s{1,3}")
_STOPS = frozenset(
    [
        "năm",
        "ngày",
        "số",
        "về",
        "được",
        "đã",
        "có",
        "cho",
        "trong",
        "tại",
        "để",
        "theo",
        "là",
        "nhằm",
        "trên",
        "đến",
        "thì",
        "mà",
        "gồm",
        "do",
        "này",
        "hoặc",
        "hay",
        "cùng",
        "với",
        "hiện",
        "như",
        "khi",
        "nếu",
        "đối",
        "vào",
        "từ",
        "phải",
        "quy",
        "qui",
        "ban",
        "các",
        "những",
        "cũng",
        "còn",
        "tới",
        "nêu",
        "đó",
        "trước",
        "sau",
        "đang",
        "sẽ",
        "vừa",
        "không",
        "bằng",
        "và",
        "của",
        "đạt",
        "gắn",
        "qua",
        "trở",
        "hướng",
        "văn",
        "tuy",
        "thuộc",
        "vì",
        "mới",
        "khóa",
        "nói",
        "ra",
        "luôn",
    ]
)
_INNER_PHRASES = re.compile(
    r"(?:(?<=gười )có công(?: với cách mạng)?|(?<=hành )văn bản (?:quy phạm pháp luật|QPPL)|(?<=[ỦỦU][ỷy] )ban|"
    r"ban nhân dân|(?<=quốc tế )của|của người (?:nước ngoài|tiêu dùng|lao động)|tại Việt Nam|theo hợp đồng|"
    r"trong (?:Công an|Quân đội)|(?<=nghệ )số|(?<=chủ )ở cơ sở|"
    r"và (?:gia đình|đại biểu Hội đồng nhân dân|vừa|phát triển rừng|sử dụng|hàng hóa))(?![^\W\d_])"
)
_AFTER_COMMA = (
    "chống", "chữa cháy", "sử dụng", "chăm sóc", "bổ sung", "xuất cảnh", "quá cảnh", "cư trú", "an toàn", "cứu hộ",
    "cứu nạn", "ứng phó", "tài sản", "lãng phí", "hỗ trợ", "bảo vệ",
    "vệ sinh", "công chức", "viên chức", "khen thưởng",
)  # fmt: skip
_NO_SECOND_SYLLABLE = frozenset(["này", "năm", "ngày", "và", "của", "về", "đã", "được", "có", "cho", "do"])
_NO_NAME_BEFORE = frozenset(["học", "ngành", "khoa", "trường", "viện", "cử"])
_OTHER_ACT = frozenset(
    ["luật", "bộ", "nghị", "pháp", "quyết", "thông", "chỉ", "chiến", "chương", "kế", "đề", "công", "hiến"]
)
_MOST_WORDS = 24


class NamedAct(NamedTuple):
    """An act found by name: its parts and where they stand."""

    type: str
    name: str
    year: int | None
    qualifier: str | None
    start: int
    name_end: int
    end: int


def scan_named_acts(text: str, start: int, end: int) -> Iterator[NamedAct]:
    """The acts cited by name in folded text, in order; an amending act is one with the act it amends."""
    done = start
    for anchor in _ANCHOR.finditer(text, start, end):
        if anchor.start() < done:
            continue
        found = _read(text, anchor, start, end)
        if found:
            yield found
            done = found.end


def _read(text: str, anchor: re.Match[str], floor: int, end: int) -> NamedAct | None:
    letter = anchor.start() - 1
    if letter > floor and text[letter - 1].isalnum():
        return None
    if text[letter] == "H":
        return _finished(text, "Hiến pháp", letter, anchor.end(), end)
    begin, kind = letter, "Pháp lệnh"
    if text[letter] in "Ll":
        kind = "Luật"
        before = re.compile(r"(?:^|(?<=\W))(?P<word>\w+)\s{1,3}$").search(text, max(floor, letter - 12), letter)
        if before and before["word"] in {"Bộ", "bộ"}:
            begin, kind = before.start("word"), "Bộ luật"
        elif text[letter] == "l" or (before and before["word"].casefold() in _NO_NAME_BEFORE):
            return None
    name_end = _name_end(text, anchor.end(), end, lower_case=kind != "Luật")
    return _finished(text, kind, begin, name_end, end) if name_end else None


def _finished(text: str, kind: str, begin: int, name_end: int, end: int) -> NamedAct:
    at = name_end
    qualifier = year = None
    if match := _QUALIFIER.match(text, at, end):
        following = _YEAR.match(text, match.end(), end)
        if following or not re.search(r"[0-9]{4}", match[1]):
            qualifier, at = clean(match[1]), match.end()
    if match := _YEAR.match(text, at, end):
        year, at = int(match[1]), match.end()
    return NamedAct(kind, clean(text[begin:name_end]), year, qualifier, begin, name_end, at)


def _name_end(text: str, start: int, end: int, *, lower_case: bool) -> int | None:
    """Where the name ends that begins after the word Luật, or None where no name follows."""
    first = _BLANKS.match(text, start, end)
    at = first.end() if first else start
    if amending := _AMENDING.match(text, at, end):
        return _amended_end(text, amending.end(), end)
    word = _WORD.match(text, at, end)
    if not word or word[0] in _STOPS or not word[0][0].isalpha():
        return None
    if not (word[0][0].isupper() or lower_case):
        return None
    done, words = word.end(), 1
    while words < _MOST_WORDS:
        gap = _GAP.match(text, done, end)
        following = gap and _WORD.match(text, gap.end(), end)
        if not gap or not following or "\n\n" in gap[0]:
            break
        inner = _INNER_PHRASES.match(text, following.start(), end)
        if "," in gap[0]:
            goes_on = _after_comma(text, following)
        elif words == 1 and following[0].islower():
            # A proper word has two syllables as a rule, so that "Dân số" and "Thực hiện" go on whatever the second is.
            goes_on = following[0] not in _NO_SECOND_SYLLABLE
        else:
            goes_on = bool(inner) or _goes_on(text, following, end)
        if not goes_on:
            break
        done, words = (inner or following).end(), words + 1
    return done if words > 1 or not lower_case else None


def _amended_end(text: str, start: int, end: int) -> int | None:
    """Where the names of the amended acts end: "… một số điều của Luật A và Luật B"."""
    at = start
    done = None
    while True:
        head = re.compile(r"\s{0,3}(?:và\s{1,3}|,\s{1,3})?(?:Bộ\s{1,3}[Ll]uật|Luật|Pháp\s{1,3}lệnh)\s").match(
            text, at, end
        )
        name_end = head and _name_end(text, head.end(), end, lower_case=True)
        if not name_end:
            return done or (start if start > 0 else None)
        at = done = name_end


def _after_comma(text: str, word: re.Match[str]) -> bool:
    return any(text.startswith(phrase, word.start()) for phrase in _AFTER_COMMA)


def _goes_on(text: str, word: re.Match[str], end: int) -> bool:
    """Whether a word still belongs to the name: a joint "và" does before a capital that opens no other act."""
    written = word[0]
    if written == "và":
        gap = _BLANKS.match(text, word.end(), end)
        after = gap and _WORD.match(text, gap.end(), end)
        if not after:
            return False
        if after[0][0].isupper():
            return after[0].casefold() not in _OTHER_ACT
        return after[0] in {"cứu", "giáo", "chữa", "bảo", "phát"}
    if written == "của":
        gap = _BLANKS.match(text, word.end(), end)
        return bool(gap) and text.startswith("người", gap.end())  # type: ignore[union-attr]  # bool(gap) has seen to None.
    if written[0].isdigit():
        return False
    return written.casefold() not in _STOPS or (written[0].isupper() and written not in {"Văn", "Các", "Quy"})
