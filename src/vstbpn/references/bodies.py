"""Where the name of an issuing body ends in prose (tên cơ quan ban hành).

No list of bodies is consulted: Vietnamese capitalises the first syllable of each proper word, and what else belongs
to a body's name is a small stock of common words.
"""

import re

_LOWER_PHRASES = (
    "vì sự tiến bộ của phụ nữ", "vì sự tiến bộ phụ nữ", "vì sự tiến bộ", "và bình đẳng giới", "bình đẳng giới",
    "giáo dục và đào tạo", "giáo dục đào tạo", "giáo dục", "nhân dân", "chính trị", "bí thư", "chính phủ", "thường vụ",
    "thường trực", "chấp hành", "trung ương", "tỉnh ủy", "tỉnh uỷ", "thành ủy", "thành uỷ", "huyện ủy", "huyện uỷ",
    "quận ủy", "quận uỷ", "đảng ủy", "đảng uỷ", "đảng bộ", "quốc hội", "tối cao", "thành phố", "thị xã", "thị trấn",
    "đặc khu", "ủy ban", "uỷ ban", "liên hiệp phụ nữ", "phụ nữ", "lao động", "cao đẳng", "đại học", "mầm non", "tiểu học",
    "trung học cơ sở", "trung học phổ thông", "tỉnh", "huyện", "quận", "xã", "phường", "ngành", "cấp", "khóa", "khoá",
    "nhiệm kỳ", "đảng", "bộ", "trưởng", "cơ quan", "nhà nước", "lần thứ",
)  # fmt: skip
_LOWER = re.compile("(?:" + "|".join(_LOWER_PHRASES).replace(" ", r"\s{1,12}") + r")(?![^\W\d_])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w&]*|[0-9]+(?:/[0-9]+)?")
_BETWEEN = re.compile(r"(?P<dash>[ \n]{0,3}[-–][ \n]{0,3})|(?P<comma>,[ \n]{1,3})|[ \n]{1,12}")
_STOP_PHRASE = re.compile(
    r"(?:quy\s+định|hướng\s+dẫn|phê\s+duyệt|ban\s+hành|sửa\s+đổi|triển\s+khai|thực\s+hiện|về\s|v/v|giai\s+đoạn)",
    re.IGNORECASE,
)
_ANOTHER_ACT = re.compile(
    r"(?:luật|bộ luật|pháp lệnh|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|công văn|kết luận|văn bản)(?![^\W\d_])|"
    r"[^\W\d_]+(?:\s+[^\W\d_]+){0,4}?\s+(?:số\s+)?[0-9]",
    re.IGNORECASE,
)
_BODY_HEADS = frozenset(
    [
        "Ban",
        "Bộ",
        "Sở",
        "Ủy",
        "Uỷ",
        "UBND",
        "HĐND",
        "Phòng",
        "Công",
        "Hội",
        "Liên",
        "Tỉnh",
        "Thành",
        "Huyện",
        "Quận",
        "Trường",
        "Văn",
        "Chủ",
        "Giám",
    ]
)
_FOLLOWING = re.compile(r"[ \n]{1,3}")
_LIST_OF_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2},? (?:và )?[^\W\d_]")
_ORDINALS = frozenset(["nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"])
_NOT_A_TAIL = frozenset(
    # A verb or preposition after a capitalised syllable does not belong to the name.
    [
        "về",
        "ban",
        "phê",
        "quy",
        "qui",
        "hướng",
        "sửa",
        "triển",
        "thực",
        "truyền",
        "tại",
        "trong",
        "tiếp",
        "tăng",
        "để",
        "do",
        "ngày",
        "năm",
        "số",
        "đã",
        "được",
        "có",
        "là",
        "và",
        "theo",
        "thông",
        "yêu",
        "giao",
        "cho",
        "ký",
        "nêu",
        "gửi",
        "đề",
        "kèm",
        "thay",
        "bãi",
        "trình",
        "tổ",
        "khai",
        "với",
        "trên",
        "như",
        "nhằm",
        "đến",
        "từ",
        "của",
        "hoặc",
        "công",
    ]
)
_NOT_IN_CAPITALS = frozenset(["VỀ", "TẠI", "NGÀY", "SỐ", "NĂM", "THEO", "TRONG", "ĐẾN", "TRÊN"])
_MOST_WORDS = 40


def read_body(text: str, start: int, end: int) -> int | None:
    """Where the body's name that begins at ``start`` ends, or None where no name begins there.

    Folded text; the name may run over a line end, but not over a blank line.

    >>> text = "Bộ Lao động - Thương binh và Xã hội hướng dẫn thi hành"
    >>> text[: read_body(text, 0, len(text))]
    'Bộ Lao động - Thương binh và Xã hội'
    """
    first = _WORD.match(text, start, end)
    if not first or not first[0][0].isupper():
        return None
    capitals = text[start : min(end, start + 24)].isupper()
    at, done = start, start
    tail_allowed = False
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, at, end)
        if not word:
            break
        taken = _take(text, word, end, tail_allowed=tail_allowed, capitals=capitals)
        if taken is None:
            break
        done, tail_allowed = taken
        step = _step(text, done, end, capitals=capitals)
        if step is None:
            break
        at = step
    return done if done > start else None


def _take(text: str, word: re.Match[str], end: int, *, tail_allowed: bool, capitals: bool) -> tuple[int, bool] | None:
    """Where the name goes on to with this word, and whether one lower-case syllable may still follow it."""
    written = word[0]
    if _STOP_PHRASE.match(text, word.start(), end):
        return None
    if phrase := _LOWER.match(text, word.start(), end):
        return phrase.end(), phrase[0] == written and written[0].isupper() and not capitals
    if written.casefold() in _ORDINALS and text[: word.start()].rstrip().endswith("thứ"):
        return word.end(), False
    if capitals:
        return (word.end(), False) if written.isupper() and written not in _NOT_IN_CAPITALS else None
    if written[0].isupper():
        acronym = len(written) > 1 and written.isupper()
        return word.end(), not acronym
    if written[0].isdigit():
        return word.end(), False
    if tail_allowed and written not in _NOT_A_TAIL:
        return word.end(), False
    return None


def _step(text: str, at: int, end: int, *, capitals: bool) -> int | None:
    """Where the next word of the name begins, past a blank, a hyphen, "và", "của" or a comma between proper words."""
    between = _BETWEEN.match(text, at, end)
    if not between or "\n\n" in between[0] or "\n \n" in between[0]:
        return None
    word = _WORD.match(text, between.end(), end)
    if not word:
        return None
    written = word[0]
    joined = written in {"và", "của"} or (capitals and written == "VÀ")
    if between["comma"] or between["dash"]:
        return word.start() if _opens_proper_word(text, word, end, between["comma"] is not None) else None
    if joined and not _LOWER.match(text, word.start(), end):
        following = _FOLLOWING.match(text, word.end(), end)
        after = following and _WORD.match(text, following.end(), end)
        if (
            after
            and not _ANOTHER_ACT.match(text, after.start(), min(end, after.start() + 48))
            and (after[0][0].isupper() or (written == "của" and _LOWER.match(text, after.start(), end)))
        ):
            return after.start()
        return None
    return word.start()


def _opens_proper_word(text: str, word: re.Match[str], end: int, after_comma: bool) -> bool:
    """After a comma a name goes on only in a list that closes with "và": "Bộ Văn hóa, Thể thao và Du lịch"."""
    if not word[0][0].isupper():
        return False
    if not after_comma:
        return True
    if word[0] in _BODY_HEADS or not _LIST_OF_WORDS.match(text, word.start(), end):
        return False
    return " và " in text[word.end() : min(end, word.end() + 16)]
