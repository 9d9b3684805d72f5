"""Acts cited by name alone (văn bản dẫn theo tên): Hiến pháp, Bộ luật, Luật, Pháp lệnh.

Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 asks for nothing more than type and name. Where the name ends is known for
the names in ``vstbpn.references.finding.law_names`` and read from the grammar of such names otherwise, so that an unknown law
is read too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vstbpn.references.finding.blanks import spaced
from vstbpn.references.finding.law_names import known_name_end
from vstbpn.text import clean

_ANCHORS = tuple(
    (rare, spaced(pattern))
    for rare, pattern in (
        ("uật", r"uật(?=\s)"),
        ("UẬT", r"UẬT(?=\s)"),
        ("lệnh", r"háp lệnh(?=\s)"),
        ("LỆNH", r"HÁP LỆNH(?=\s)"),
        ("Hiến", "iến pháp"),
        ("HIẾN", "IẾN PHÁP"),
    )
)
"""The tails of the type words, each with letters seldom met: a text without them need not be searched."""

_TYPE_WORDS = spaced("(?:Bộ )?Luật|Pháp lệnh|Hiến pháp", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;.:()“”\"‘’\[\]…]+")
_GAP = spaced(r" |,~")
_BLANKS = spaced("~")
_WORD_BEFORE = spaced(r"(?:^|(?<=\W))(?P<word>\w+) \Z")
_AMENDING = spaced(
    r"sửa đổi,? (?:bổ sung )?(?P<what>một số điều|(?:khoản [0-9]{1,3} )?Điều [0-9]{1,3}|[0-9]{1,3} luật)?"
    r"(?: của)?(?: (?:các )?(?=(?:Bộ )?Luật\s|Pháp lệnh\s|Hiến pháp))?",
    re.IGNORECASE,
)
_AMENDED = spaced(
    r"~(?:và |, )?(?P<type>Bộ [Ll]uật|Luật|Pháp lệnh) |~(?P<many>(?:[0-9]{1,3}|các) [Ll]uật (?:có )?liên quan đến \w+ \w+)"
)
_QUALIFIER = spaced(r" \(~(sửa đổi[^()\n;]{0,60})\)")
_BARE_QUALIFIER = spaced(r" (sửa đổi(?:,? bổ sung)?)(?= (?:năm )?(?:19|20)[0-9]{2})")
_DATED = spaced(r" (?:năm [12]|ngày [0-9]|số [0-9]|\([0-9s])")
_YEAR = spaced(r" (?:(?:năm|NĂM) )?((?:19|20)[0-9]{2})(?![\w/.-]*[0-9])")
_BRACKETED_YEAR = spaced(r" \((?:năm )?((?:19|20)[0-9]{2})\)")
_COUNTRY = spaced(r" Việt Nam(?!\w)")
_STOPS = frozenset([
    "năm", "ngày", "tháng", "số", "về", "được", "đã", "có", "cho", "trong", "tại", "để", "theo", "là", "nhằm", "trên", "đến",
    "thì", "mà", "gồm", "do", "này", "hoặc", "hay", "cùng", "với", "hiện", "như", "khi", "nếu", "đối", "vào", "từ",
    "phải", "quy", "qui", "ban", "các", "những", "cũng", "còn", "tới", "nêu", "đó", "trước", "sau", "đang", "sẽ",
    "vừa", "không", "bằng", "và", "của", "đạt", "gắn", "qua", "trở", "hướng", "văn", "tuy", "thuộc", "vì", "mới",
    "khóa", "nói", "ra", "luôn", "nhưng", "-", "–", "—", "+", "/",
])  # fmt: skip
"""Words that end a name, unless one of the phrases below belongs to it."""

_STOP_PHRASE = spaced(
    r"(?:thông qua|bảo đảm|đảm bảo|góp phần|đi vào|giai đoạn|một cách|nhân (?:ngày|dịp)|ở (?:các|những|từng)|"
    r"sửa đổi|tiếp tục|tổ chức|giúp|nên|đưa)(?!\w)"
)
_INNER_PHRASE = spaced(
    r"(?:(?<=gười\s)có công(?: với cách mạng)?|(?<=hành\s)văn bản|(?<=[ỦU][ỷy]\s)ban|ban nhân dân|(?<=quốc\stế\s)của|"
    r"của (?:người|Nhà nước|công dân|Quốc hội)|tại Việt Nam|theo hợp đồng|trong (?:Công an|Quân đội)|(?<=nghệ\s)số|"
    r"(?<=[Dd]i\s)sản|ở cơ sở|và (?:gia đình|đại biểu|vừa|phát triển|sử dụng|hàng hóa|chữa|cứu|giáo dục|bảo vệ))(?!\w)"
)
_AFTER_COMMA = spaced(
    r"(?:chống|chữa|sử dụng|chăm sóc|bổ sung|xuất cảnh|nhập cảnh|khen thưởng|công chức|viên chức)(?!\w)"
)
_NUMBER = re.compile(r"số\s{1,3}[0-9]")
_END_OF_A_WORD = spaced(r"(?:lạc|nội|cán|toàn|đồng|tiến|sơ|cục|biên|đảng|liên|tỉnh|huyện|xã|trung) bộ \Z")
"""Words that end with "bộ": "câu lạc bộ Luật sư" names no code."""

_NO_SECOND_SYLLABLE = frozenset(["này", "năm", "ngày", "và", "của", "về", "đã", "được", "có", "cho", "do", "-", "–"])
_NO_LAW_AFTER = frozenset(["học", "ngành", "khoa", "trường", "viện", "cử", "ty", "phòng", "môn"])
_PART_OF_A_WORD = _NO_LAW_AFTER | {"pháp", "kỷ", "kỉ", "quy", "qui", "định", "âm", "nhạc", "môn", "hội"}
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
    type_end: int
    name_end: int
    end: int


def scan_named_acts(text: str, start: int, end: int) -> Iterator[NamedAct]:
    """The acts cited by name in folded text, in order; an amending act is one with the act it amends."""
    anchors = sorted(
        found.span()
        for rare, pattern in _ANCHORS
        if text.find(rare, start, end) >= 0
        for found in pattern.finditer(text, start, end)
    )
    done = start
    for anchor, after in anchors:
        if anchor <= done:
            continue
        found = _read(text, anchor - 1, after, start, end)
        if found:
            yield found
            done = found.end


def _read(text: str, letter: int, after: int, floor: int, end: int) -> NamedAct | None:
    """The act whose type word has its first letter (of "luật", "lệnh", "pháp": the syllable's) at that place."""
    if letter > floor and text[letter - 1].isalnum():
        return None
    first = text[letter]
    if first == "H":
        return _finished(text, "Hiến pháp", letter, known_name_end(text, after, end, "Hiến pháp") or after, end)
    if first not in "PLl":
        return None
    blanks = _BLANKS.match(text, after, end)
    at = blanks.end() if blanks else after
    if text[at : at + 1].isspace():
        return None  # A blank line.
    if first == "P":
        name_end = _in_capitals(text, at, end, "Pháp lệnh") or _name_end(text, at, end, "Pháp lệnh")
        return _finished(text, "Pháp lệnh", letter, name_end, end) if name_end else None
    return _law(text, letter, at, floor, end)


def _law(text: str, letter: int, at: int, floor: int, end: int) -> NamedAct | None:
    """The law or code whose word "luật" stands at ``letter`` and whose name may stand at ``at``."""
    before = _WORD_BEFORE.search(text, max(floor, letter - 12), letter)
    word = before["word"].casefold() if before else ""
    small = text[letter : letter + 2] == "lu"
    if before and word == "bộ" and not _END_OF_A_WORD.search(text, max(floor, letter - 20), letter):
        begin, kind = before.start("word"), "Bộ luật"
    elif word in (_PART_OF_A_WORD if small or text[letter + 1].isupper() else _NO_LAW_AFTER):
        return None
    else:
        begin, kind = letter, "Luật"
    if text[letter + 1].isupper():
        name_end = _in_capitals(text, at, end, kind)
    elif kind == "Luật" and small:
        # In lower case a law is told from law in general by its name alone.
        name_end = known_name_end(text, at, end, kind)
        if name_end and not text[at].isupper() and not _DATED.match(text, name_end, end):
            name_end = None
    else:
        name_end = _name_end(text, at, end, kind)
    return _finished(text, kind, begin, name_end, end) if name_end else None


def _in_capitals(text: str, start: int, end: int, kind: str) -> int | None:
    """The end of a name in a title set in capitals, where no casing shows it: known names only."""
    return known_name_end(text, start, end, kind) if text[start : start + 2].isupper() else None


def _finished(text: str, kind: str, begin: int, name_end: int, end: int) -> NamedAct:
    at = name_end
    qualifier = year = None
    words = _TYPE_WORDS.match(text, begin, end)
    type_end = words.end() if words else begin
    if at >= end or text[at] in ",;.)":
        return NamedAct(kind, clean(text[begin:name_end]), None, None, begin, type_end, name_end, at)
    if match := _QUALIFIER.match(text, at, end):
        following = _YEAR.match(text, match.end(), end)
        if following or not re.search(r"[0-9]{4}", match[1]):
            qualifier, at = clean(match[1]), match.end()
    elif match := _BARE_QUALIFIER.match(text, at, end):
        qualifier, at = clean(match[1]), match.end()
    if match := _YEAR.match(text, at, end) or _BRACKETED_YEAR.match(text, at, end):
        year, at = int(match[1]), match.end()
    return NamedAct(kind, clean(text[begin:name_end]), year, qualifier, begin, type_end, name_end, at)


def _name_end(text: str, at: int, end: int, kind: str) -> int | None:
    """Where the name ends that begins at ``at``, after the type word, or None where no name follows."""
    if amending := _AMENDING.match(text, at, end):
        return (
            _amended_end(text, amending.end(), end)
            if amending["what"] or _AMENDED.match(text, amending.end())
            else None
        )
    if known := known_name_end(text, at, end, kind):
        country = _COUNTRY.match(text, known, end)
        return country.end() if country else known
    return _guessed_end(text, at, end, lower_case=kind != "Luật")


def _amended_end(text: str, start: int, end: int) -> int:
    """Where the names of the amended acts end: "… một số điều của Luật A và Luật B"."""
    done = start
    while head := _AMENDED.match(text, done, end):
        if head["many"]:
            return head.end()
        kind = clean(head["type"]).capitalize()
        name_end = known_name_end(text, head.end(), end, kind) or _guessed_end(text, head.end(), end, lower_case=True)
        if not name_end:
            break
        done = name_end
    return done


def _guessed_end(text: str, at: int, end: int, *, lower_case: bool) -> int | None:
    """The end of a name that is not known, by the grammar of such names."""
    word = _WORD.match(text, at, end)
    if not word or word[0] in _STOPS or not word[0][0].isalpha():
        return None
    if not (word[0][0].isupper() or lower_case):
        return None
    done, words = word.end(), 1
    while words < _MOST_WORDS:
        gap = _GAP.match(text, done, end)
        following = gap and _WORD.match(text, gap.end(), end)
        if not gap or not following:
            break
        inner = _INNER_PHRASE.match(text, following.start(), end)
        if "," in gap[0]:
            goes_on = bool(_AFTER_COMMA.match(text, following.start(), end))
        elif words == 1 and following[0].islower():
            # A proper word has two syllables as a rule, so that "Dân số" and "Thực hiện" go on whatever the second is.
            goes_on = following[0] not in _NO_SECOND_SYLLABLE and not _NUMBER.match(text, following.start(), end)
        else:
            goes_on = bool(inner) or _goes_on(text, following, end)
        if not goes_on:
            break
        done, words = (inner or following).end(), words + 1
    return done if words > 1 or not lower_case else None


def _goes_on(text: str, word: re.Match[str], end: int) -> bool:
    """Whether a word still belongs to the name: a joint "và" does before a capital that opens no other act."""
    written = word[0]
    if written == "và":
        gap = _BLANKS.match(text, word.end(), end)
        after = gap and _WORD.match(text, gap.end(), end)
        return bool(after) and after[0][0].isupper() and after[0].casefold() not in _OTHER_ACT  # type: ignore[index]  # bool(after) has seen to None.
    if written[0].isdigit() or _STOP_PHRASE.match(text, word.start(), end):
        return False
    return written.casefold() not in _STOPS or (written[0].isupper() and written not in {"Văn", "Các", "Quy"})
