"""The title of an act in prose (trích yếu): what it is about, right after its number, date or issuer.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.
"""

import re

from vstbpn.references.finding.act_openings import A_SYMBOL
from vstbpn.references.finding.blanks import has_blank_line, spaced
from vstbpn.text import CAPITAL

_DEEDS = (
    "phê duyệt", "ban hành", "quy định", "qui định", "hướng dẫn", "sửa đổi", "bổ sung", "triển khai", "thực hiện", "tổ chức",
    "thành lập", "kiện toàn", "điều chỉnh", "công bố", "công nhận", "tăng cường", "đẩy mạnh", "tiếp tục", "giao ", "đề nghị",
    "tổng kết", "kết quả", "kiểm tra", "phân công", "phân cấp", "khen thưởng", "cho phép", "xếp hạng", "thông báo", "trả lời",
    "kết luận", "công tác", "quyết định", "thông qua", "bãi bỏ", "hợp nhất", "xử phạt", "xử lý", "phê chuẩn", "thi hành",
    "lãnh đạo",
)  # fmt: skip
_MEETING = r"(?:~,? (?:tại )?(?:[Kk]ỳ họp|Hội nghị|Đại hội)(?: \w+){1,8}?)?"
"""What may stand between an issuer and a title: ", kỳ họp thứ Hai"."""

_OPENING = spaced(
    rf"{_MEETING}(?P<gap> |~, (?=[Vv]ề|[Vv]/v))(?P<title>(?:[Vv]ề|VỀ|[Vv]/v|"
    rf"{'|'.join(f'[{deed[0].upper()}{deed[0]}]{deed[1:]}' for deed in _DEEDS)})(?!\w))(?! (?:được|đã|nêu|trên|này))"
)
"""The words a title opens with: "về", or the verb of what the act does."""

_QUOTED = spaced(rf'{_MEETING}(?:~,)? (?P<mark>[“"])(?=[^\W\d_])')
_MARK = re.compile(r"[;.,:\n()“”\[\]]")
_CLOSING = {"(": ")", "“": "”", "[": "]", '"': '"'}
_REMARK = spaced(
    r"~(?:sau đây|gọi tắt|viết tắt|có hiệu lực|gọi chung|kèm theo|đính kèm|(?:đã )?(?:được )?sửa đổi|được thay thế|thay thế)(?!\w)"
)
_NEW_LINE = re.compile(
    r"\n[ ]{0,12}(?:\n|[-_=*]{3}|[-+*•–][ ]|Căn cứ|Thực hiện|Theo |[0-9]{1,2}[.)][ ]|[a-zđ]\)[ ]|[IVX]{1,5}\.[ ])"
)
_ABBREVIATED = ("TP", "Tp", "TX", "Tx", "Q", "P", "ThS", "TS")
_AFTER_COMMA = spaced(r",(?: (?P<word>\w[\w/]*)(?P<list>(?: \w+){0,3} và [^\W\d_])?)?")
_OWN_CLAUSE = frozenset([
    "căn", "đề", "yêu", "trong", "đồng", "nhằm", "để", "cụ", "như", "nay", "số", "tôi", "ngày",
    "các", "đã", "được", "theo", "tại", "do"])  # fmt: skip
"""Words that after a comma open the clause the act is cited in, not more of its title."""

_SMALL_BODY = spaced(rf", (?:trường|phòng|sở|ban|chi bộ) (?={CAPITAL})")
_NEXT_ACT = spaced(
    r"(?:và|hoặc) (?:các )?(?=(?:[^\W\d_]+ ){1,4}(?:số~:?~)?[0-9]{1,6}(?:[a-zđ]|\.[0-9])?[/-](?:[0-9]{4}/)?[^\W\d_])"
)
_LONGEST = 1200


def opens_title(text: str, at: int, end: int) -> bool:
    """Whether words that open a title follow."""
    return _OPENING.match(text, at, end) is not None


def title_after(text: str, at: int, end: int) -> tuple[int, int] | None:
    """Where the title begins and ends that follows the parts of an act ending at ``at`` of folded text, or None.

    A title in quotation marks, as the Party writes it, is what stands between them. Any other goes on to the end of the
    sentence, to a list's next line, a closing bracket, the next act of a list, or the clause in which the act is cited. What runs on for longer than any title is none.

    >>> text = "của Chính phủ về công tác văn thư; các đơn vị"
    >>> begin, end = title_after(text, 13, len(text))
    >>> text[begin:end]
    'về công tác văn thư'
    """
    if quoted := _QUOTED.match(text, at, end):
        start = quoted.end()
        closing = text.find(_CLOSING[quoted["mark"]], start, min(end, start + _LONGEST))
        return (start, closing) if closing > start and not has_blank_line(text, start, closing) else None
    opening = _OPENING.match(text, at, end)
    if not opening or ("\n" in opening["gap"] and opening["title"][0].isupper() and opening["title"] != "VỀ"):
        return None
    start = opening.start("title")
    stop = _stop(text, opening.end(), min(end, start + _LONGEST))
    if stop is None:
        if end > start + _LONGEST:
            return None
        stop = end
    if (another := _NEXT_ACT.search(text, opening.end(), stop)) and not A_SYMBOL.search(text, start, another.start()):
        stop = another.start()
    stop = start + len(text[start:stop].rstrip())
    return (start, stop) if stop > opening.end() else None


def _stop(text: str, at: int, limit: int) -> int | None:
    """Where what is read as a title from ``at`` on ends, or None where nothing before ``limit`` ends it."""
    while mark := _MARK.search(text, at, limit):
        place, at = mark.start(), mark.end()
        if mark[0] in _CLOSING:
            closing = text.find(_CLOSING[mark[0]], at, limit)
            if closing < 0 or (mark[0] == "(" and _REMARK.match(text, at, limit)):
                return place
            at = closing + 1
        elif _ends(mark[0], text, place, limit):
            return place
    return None


def _ends(mark: str, text: str, place: int, limit: int) -> bool:
    """Whether a title ends at a mark."""
    if mark == ",":
        return _ends_at_comma(text, place, limit)
    if mark == "\n":
        return _NEW_LINE.match(text, place, limit) is not None
    if mark == ":":
        return not text.endswith(("việc", "v/v", "V/v"), 0, place)
    return mark != "." or _ends_sentence(text, place, limit)


def _ends_sentence(text: str, place: int, limit: int) -> bool:
    """Whether a full stop ends a sentence, and not an abbreviation or a part of a number."""
    if place + 1 < limit and not (text[place + 1].isspace() or text[place + 1] in "/”)"):
        return False
    return not text.endswith(_ABBREVIATED, max(0, place - 3), place)


def _ends_at_comma(text: str, place: int, limit: int) -> bool:
    """Whether the title ends at a comma: before a new subject or act, not within "phòng, chống" or a list of names."""
    after = _AFTER_COMMA.match(text, place, limit)
    if not after or after["word"] is None:
        return False
    if after["word"][0].isupper():
        return after["list"] is None
    if _SMALL_BODY.match(text, place, limit):
        return True
    return after["word"] in _OWN_CLAUSE
