"""Where the name of an issuing body ends in prose (tên cơ quan ban hành).

No list of bodies is consulted: Vietnamese capitalises the first syllable of each proper word, and what else belongs
to a body's name is a small stock of common words.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from vstbpn.references.blanks import has_blank_line, spaced

_ANY_CASE = (
    "vì sự tiến bộ của phụ nữ", "vì sự tiến bộ phụ nữ", "vì sự tiến bộ", "và bình đẳng giới", "bình đẳng giới",
    "giáo dục và đào tạo", "giáo dục đào tạo", "giáo dục", "nhân dân", "chính trị", "bí thư", "chính phủ", "thường vụ",
    "thường trực", "chấp hành", "trung ương", "tỉnh ủy", "tỉnh uỷ", "thành ủy", "thành uỷ", "huyện ủy", "huyện uỷ",
    "quận ủy", "quận uỷ", "đảng ủy", "đảng uỷ", "đảng bộ", "quốc hội", "tối cao", "thành phố", "thị xã", "thị trấn",
    "đặc khu", "ủy ban", "uỷ ban", "liên hiệp phụ nữ", "phụ nữ", "lao động", "cao đẳng", "đại học", "mầm non", "tiểu học",
    "trung học cơ sở", "trung học phổ thông", "tỉnh", "huyện", "quận", "xã", "phường", "ngành", "cấp", "khóa", "khoá",
    "nhiệm kỳ", "đảng", "bộ", "trưởng", "cơ quan", "nhà nước", "lần thứ", "nước", "kiểm sát", "cơ sở",
)  # fmt: skip
"""Common words that belong to a body's name in any casing."""

_CAPITALISED = (
    "Bảo hiểm xã hội", "Chính sách xã hội", "Chỉ huy quân sự", "Chữ thập đỏ", "Công tác người cao tuổi",
    "Công nghệ thông tin", "Cựu chiến binh", "Dân số", "Dân tộc và tôn giáo", "Đại hội đại biểu toàn quốc",
    "Đại hội đại biểu", "Đoàn đại biểu", "Giao thông vận tải", "Giao thông", "Hội đồng quản lý", "Hợp tác xã",
    "Kế hoạch hóa gia đình", "Kế hoạch và đầu tư", "Khoa học và công nghệ", "Khu công nghiệp", "Khu kinh tế",
    "Kinh tế quốc tế", "Ngoại giao", "Nông nghiệp và môi trường", "Nông nghiệp và phát triển nông thôn",
    "Người cao tuổi", "Người khuyết tật", "Phát triển nông thôn", "Phát triển", "Phòng thủ dân sự",
    "Phổ thông dân tộc nội trú", "Phổ thông dân tộc bán trú", "Phổ thông", "Tài nguyên và môi trường", "Thanh niên",
    "Thông tin và truyền thông", "Thương binh và xã hội", "THPT chuyên", "Tiếp công dân", "Truyền thông",
    "Trường chuyên", "Tuyên truyền", "Văn hóa, thể thao và du lịch", "Văn hóa và thể thao", "Vận tải", "Viễn thông",
    "Việt Nam",
)  # fmt: skip
"""Words of several syllables that belong to a name if they begin with a capital: some are verbs otherwise."""


def _by_first_syllable(phrases: Iterable[str]) -> dict[str, re.Pattern[str]]:
    """One pattern for all phrases that begin alike, the longest first."""
    gathered: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        first = re.split(r"\W", phrase, maxsplit=1)[0].casefold()
        gathered.setdefault(first, []).append(phrase)
    return {first: spaced(f"(?:{'|'.join(alike)})(?![^\\W\\d_])", re.IGNORECASE) for first, alike in gathered.items()}


def _with_both_tones(phrases: Iterable[str]) -> set[str]:
    return {spelling for phrase in phrases for spelling in (phrase, phrase.replace("óa", "oá"))}


_PHRASES = _by_first_syllable(_with_both_tones(_ANY_CASE))
_CAPITALISED_PHRASES = _by_first_syllable(_with_both_tones((*_ANY_CASE, *_CAPITALISED)))
_STOP_PHRASES = _by_first_syllable([
    "quy định", "qui định", "hướng dẫn", "phê duyệt", "ban hành", "sửa đổi", "triển khai", "thực hiện", "về", "v/v",
    "giai đoạn", "công bố", "thông báo",
])  # fmt: skip
_TERRITORIES = frozenset(["tỉnh", "huyện", "quận", "xã", "phường", "phố", "trấn", "khu"])
_WORD = re.compile(r"[^\W\d_][\w&]*(?:['’][^\W\d_]+)?|[0-9]+(?:/[0-9]+)?")
_BETWEEN = re.compile(r"(?P<dash>[ \n]{0,3}[-–][ \n]{0,3})|(?P<comma>,[ \n]{1,3})|(?P<and> & )|[ \n]{1,12}")
_FOLLOWING = spaced(" ")
_SHORTENED = re.compile(r"(?<!\w)(?:TP|Tp|TX|Tx|tp|tx|[QPH])\.[ ]?(?=[^\W\d_]|[0-9])")
"""The short words of a territory's rank, written with a dot ("UBND TP. Hồ Chí Minh")."""

_LOWER_CASE_HEAD = spaced(
    r"liên (?=[Bb]ộ|[Ss]ở|[Nn]gành)|(?:chính phủ|quốc hội)(?!\w)|"
    r"(?:bộ|sở|phòng|ban|thủ tướng|bộ trưởng|giám đốc|chủ tịch|hiệu trưởng|[uủ][ỷy] ban|hội đồng) (?=[^\W\d_])"
)
_CAPITAL_AHEAD = spaced(r"(?:nhân dân )?(?P<next>[^\W\d_])")
_ACT_TYPES = r"(?:hiến pháp|luật|bộ luật|pháp lệnh|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|công văn|kết luận|văn bản)(?![^\W\d_])"
_AN_ACT = spaced(_ACT_TYPES, re.IGNORECASE)
_ANOTHER_ACT = spaced(
    rf"{_ACT_TYPES}|"
    r"[^\W\d_]+(?: [^\W\d_]+){0,4}? (?:số )?[0-9]",
    re.IGNORECASE,
)
_BODY_HEADS = frozenset([
    "Ban", "Bộ", "Sở", "Ủy", "Uỷ", "UBND", "HĐND", "Phòng", "Công", "Hội", "Liên", "Tỉnh", "Thành", "Huyện", "Quận",
    "Trường", "Văn", "Chủ", "Giám",
])  # fmt: skip
_NO_HEADS = frozenset(["Các", "Những", "Một", "Đối", "Trong", "Khi", "Về", "Tiếp", "Tổ", "Phối", "Nội", "Căn", "Theo"])
"""Words that open an item or a remark after a dash rather than the next part of a name."""

_AFTER_A_WRAPPED_DASH = spaced(r"(?:Thương binh|Xã hội|Vũng Tàu|Đào tạo)(?!\w)")
_LARGER_TERRITORY = spaced(r"(?:huyện|quận|thị xã|[Tt]hành phố|tỉnh|TP\.?|Tp\.?) (?=(?P<proper>[^\W\d_])|[0-9])")
_LIST_OF_WORDS = spaced(r"[^\W\d_]+(?: [^\W\d_]+){0,2},? (?:và )?[^\W\d_]")
_ORDINALS = frozenset(["nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"])
_NOT_A_TAIL = frozenset([
    "về", "ban", "phê", "quy", "qui", "hướng", "sửa", "triển", "thực", "truyền", "tại", "trong", "tiếp", "tăng", "để",
    "do", "ngày", "năm", "số", "đã", "được", "có", "là", "và", "theo", "thông", "yêu", "giao", "cho", "ký", "nêu", "gửi",
    "đề", "kèm", "thay", "bãi", "trình", "tổ", "khai", "với", "trên", "như", "nhằm", "đến", "từ", "của", "hoặc", "công",
    "phát", "phối", "đẩy", "xây", "mở", "đưa", "gồm", "nhưng", "nên", "mà", "thì", "vào", "ra", "sẽ", "phải", "đang",
    "cũng", "xác", "xem", "hỗ", "áp", "khắc", "lựa", "đối", "này", "nhân", "nói", "còn",
])  # fmt: skip
"""Verbs and prepositions: after a capitalised syllable they do not belong to the name."""

_NOT_IN_CAPITALS = frozenset(["VỀ", "TẠI", "NGÀY", "SỐ", "NĂM", "THEO", "TRONG", "ĐẾN", "TRÊN"])
_MOST_WORDS = 40


class _Taken(NamedTuple):
    """How far the name goes with a word, and what may follow."""

    end: int
    tail_allowed: bool = False  # One lower-case syllable, the second of a proper word ("Nội vụ").
    of_territory: bool = False  # The word is the rank or name of a territory; such names are all capitals.


def read_body(text: str, start: int, end: int, *, joint: bool = False) -> int | None:
    """Where the body's name that begins at ``start`` ends, or None where no name begins there.

    Folded text; the name may run over a line end, but not over a blank line.

    Args:
        text: Folded text.
        start: Where the first word of the name stands.
        end: Where the text to be read ends.
        joint: Whether the act is of several bodies, whose names then stand in one list.

    >>> text = "Bộ Lao động - Thương binh và Xã hội hướng dẫn thi hành"
    >>> text[: read_body(text, 0, len(text))]
    'Bộ Lao động - Thương binh và Xã hội'
    """
    first = _WORD.match(text, start, end)
    if not first or _AN_ACT.match(text, start, end):
        return None
    at = start
    done = None
    if not first[0][0].isupper():
        head = _lower_case_head(text, start, end)
        if head is None:
            return None
        at = head
        done = start + len(text[start:head].rstrip())
    capitals = text[start : min(end, start + 24)].isupper()
    taken = _Taken(start)
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, at, end)
        step = word and _take(text, word, end, taken, capitals=capitals)
        if not step:
            break
        taken = step
        done = taken.end
        following = _next_word(text, taken, end, capitals=capitals, joint=joint)
        if following is None:
            break
        at = following
        if taken.of_territory and text[taken.end : at].strip(" \n.-–"):
            taken = taken._replace(of_territory=False)
    return done


def _lower_case_head(text: str, start: int, end: int) -> int | None:
    """Where the proper part begins of a name that opens in lower case: "liên Bộ", "sở Tài chính", "chính phủ"."""
    head = _LOWER_CASE_HEAD.match(text, start, end)
    if not head:
        return None
    if not head[0][-1].isspace() or head[0].startswith("liên"):
        return head.end()
    ahead = _CAPITAL_AHEAD.match(text, head.end(), end)
    return head.end() if ahead and ahead["next"].isupper() else None


def _take(text: str, word: re.Match[str], end: int, before: _Taken, *, capitals: bool) -> _Taken | None:
    """How far the name goes on with this word, or None where it does not belong to the name."""
    written = word[0]
    key = written.casefold()
    stop = _STOP_PHRASES.get(key)
    if stop and stop.match(text, word.start(), end):
        return None
    upper = written[0].isupper()
    if phrase := _phrase(text, word.start(), end, key, upper=upper):
        alone = phrase[0] == written
        return _Taken(phrase.end(), alone and upper and not capitals, phrase[0].split()[-1].casefold() in _TERRITORIES)
    if key in _ORDINALS and text[max(0, word.start() - 16) : word.start()].rstrip().endswith("thứ"):
        return _Taken(word.end())
    if capitals:
        return _Taken(word.end()) if written.isupper() and written not in _NOT_IN_CAPITALS else None
    if upper:
        shortened = _SHORTENED.match(text, word.start(), end)
        acronym = len(written) > 1 and written.isupper()
        return _Taken(word.end(), not acronym and not before.of_territory, before.of_territory or bool(shortened))
    if written[0].isdigit():
        return _Taken(word.end(), of_territory=before.of_territory)
    return _Taken(word.end()) if before.tail_allowed and written not in _NOT_A_TAIL else None


def _phrase(text: str, at: int, end: int, key: str, *, upper: bool) -> re.Match[str] | None:
    """The stock phrase that stands there."""
    pattern = (_CAPITALISED_PHRASES if upper else _PHRASES).get(key)
    return pattern.match(text, at, end) if pattern else None


def _next_word(text: str, taken: _Taken, end: int, *, capitals: bool, joint: bool) -> int | None:
    """Where the next word of the name begins, past a blank, a hyphen, "và", "của" or a comma between proper words."""
    at = taken.end
    if at < end and text[at] == "." and taken.of_territory and (dot := _SHORTENED.search(text, max(0, at - 2), end)):
        return dot.end() if dot.start() <= at < dot.end() else None
    between = _BETWEEN.match(text, at, end)
    if not between or has_blank_line(text, between.start(), between.end()):
        return None
    word = _WORD.match(text, between.end(), end)
    if not word:
        return None
    if between["comma"]:
        return word.start() if _goes_on_after_comma(text, word, end, taken, joint=joint) else None
    if between["dash"]:
        return word.start() if _goes_on_after_dash(text, word, between[0], end) else None
    if between["and"]:
        return word.start() if word[0][0].isupper() else None
    joined = word[0] in {"và", "của"} or (capitals and word[0] == "VÀ")
    if joined and not _phrase(text, word.start(), end, word[0].casefold(), upper=False):
        return _after_and(text, word, end)
    return word.start()


def _after_and(text: str, word: re.Match[str], end: int) -> int | None:
    """After "và" and "của" a name goes on with a proper word that opens no other act."""
    following = _FOLLOWING.match(text, word.end(), end)
    after = following and _WORD.match(text, following.end(), end)
    if not after or _ANOTHER_ACT.match(text, after.start(), min(end, after.start() + 48)):
        return None
    if after[0][0].isupper():
        return after.start()
    key = after[0].casefold()
    return after.start() if word[0] == "của" and _phrase(text, after.start(), end, key, upper=False) else None


def _goes_on_after_comma(text: str, word: re.Match[str], end: int, taken: _Taken, *, joint: bool) -> bool:
    """After a comma come the larger territory, the next of several bodies or a list that closes with "và"."""
    if taken.of_territory and (larger := _LARGER_TERRITORY.match(text, word.start(), end)):
        return not larger["proper"] or larger["proper"].isupper()
    if not word[0][0].isupper():
        return False
    if word[0] in _BODY_HEADS:
        return joint
    # "Bộ Văn hóa, Thể thao và Du lịch".
    return (
        bool(_LIST_OF_WORDS.match(text, word.start(), end)) and " và " in text[word.end() : min(end, word.end() + 16)]
    )


def _goes_on_after_dash(text: str, word: re.Match[str], dash: str, end: int) -> bool:
    if word[0].isdigit():
        return len(word[0]) == 4 and text[word.start() - len(dash) - 1].isdigit()  # "nhiệm kỳ 2020-2025"
    if not word[0][0].isupper() or word[0] in _NO_HEADS:
        return False
    # A dash that opens a line is the mark of an item, save where a well-known name was wrapped.
    opens_line = "\n" in dash[: len(dash) - len(dash.lstrip())]
    return not opens_line or bool(_AFTER_A_WRAPPED_DASH.match(text, word.start(), end))
