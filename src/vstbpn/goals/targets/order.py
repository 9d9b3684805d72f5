"""The order of words (trật tự từ) of a written target: on which side of its figure whom it is about stands."""

import re

from vstbpn.goals.targets.units import RATIOS, SHARES, is_part, is_share

_RATE = re.compile(r"(?:(?:tổng|các)\s+)?(?:(?:tỷ|tỉ)\s+(?:lệ|số|suất|trọng)|cơ\s+cấu)(?!\w)", re.IGNORECASE)
_ORDINARY = re.compile(r"(?P<first>[^\W\d_]+)[,]?\s+(?P<second>[^\W\d_])")
# These are written with a capital wherever they stand, though their second word has none.
_BODIES = re.compile(
    r"(?:Ủy ban|Uỷ ban|Hội đồng nhân dân|Chính phủ|Quốc hội|Mặt trận|Trung ương|Nhà nước|Thủ tướng)(?!\w)"
)
# What is done takes what is counted at once, behind the verb: "tổ chức ít nhất 2 lớp tập huấn".
_DOING = (
    r"(?:tổ\s+chức|kết\s+nạp|xây\s+dựng|thành\s+lập|mở(?:\s+(?:mới|rộng))?|duy\s+trì|hỗ\s+trợ|giúp(?:\s+đỡ)?|vận\s+động|thu\s+hút|huy\s+động|phát\s+hiện"
    r"|tuyên\s+truyền|đào\s+tạo|bồi\s+dưỡng|tập\s+huấn|dạy\s+nghề|tư\s+vấn|giới\s+thiệu|trồng|nhận|đỡ\s+đầu|phát\s+triển|ban\s+hành|in|phát|đăng|trao|tặng"
    r"|biên\s+soạn|kiểm\s+tra|giám\s+sát|khám|sửa\s+chữa|xóa|xoá|bố\s+trí|lắp\s+đặt|thực\s+hiện|triển\s+khai|tạo|bổ\s+sung|tuyển(?:\s+dụng)?|cử|cấp)"
)
_DEED = re.compile(
    rf"{_DOING}(?!\w)|.{{0,200}}(?<!\w)(?<!mỗi\s)(?<!các\s)(?<!từng\s)(?:{_DOING}|cho|tới|với|được)\Z", re.IGNORECASE
)
_ONE_DEED = re.compile(_DOING, re.IGNORECASE)
# Whoever has what is counted, where nothing is done: "toàn ngành có không quá 10 vụ".
_HAVING = re.compile(r"(?:toàn|cả|các|mỗi|từng)\s+\w+(?:\s+\w+)?", re.IGNORECASE)
_JOINING = re.compile(r"\s+(?P<verb>đạt|có|chiếm|là|bằng)(?!\w)", re.IGNORECASE)


def same_but_capital(words: str | None) -> str | None:
    """The words as they are compared: the case of the first letter only tells where in a sentence they stood."""
    return words and words[:1].lower() + words[1:]


def inside_sentence(words: str) -> str:
    """The words as they stand inside a sentence: an ordinary first word loses its capital, a name keeps it.

    >>> inside_sentence("Tỷ lệ nữ thạc sĩ"), inside_sentence("Hà Nội"), inside_sentence("UBND xã")
    ('tỷ lệ nữ thạc sĩ', 'Hà Nội', 'UBND xã')
    """
    is_ordinary = _opens_a_sentence(words) or (_ONE_DEED.fullmatch(words) and words[1:] == words[1:].lower())
    return words[:1].lower() + words[1:] if is_ordinary else words


def is_measured(words: str, unit: str) -> bool:
    """Whether what a figure is of is itself a measure: a rate by its words, or told out of so many or as a ratio.

    >>> is_measured("Tỷ lệ nữ thạc sĩ", "%"), is_measured("mức sinh", "con/phụ nữ"), is_measured("Kinh tế số", "%")
    (True, True, False)
    """
    return _RATE.match(words) is not None or (unit.startswith("/") and not is_share(unit)) or unit in RATIOS


def stands_before(words: str, unit: str, text: str) -> bool:
    """Whether whom a target is about stands before its figure.

    A rate does. Of what else is counted in shares, or is things counted, the clause as written (``text``) tells; where
    it does not, a capital does, or else the unit.

    >>> stands_before("Tỷ lệ nữ thạc sĩ", "%", ""), stands_before("cơ quan có nữ", "%", "")
    (True, False)
    >>> stands_before("kinh tế số", "%", "kinh tế số chiếm 45% GRDP")
    True
    """
    if is_measured(words, unit):
        return True
    opening = _found(" ".join(words.split()[:2]), text)
    if opening is None:
        return not is_share(unit) or _opens_a_sentence(words)
    noun = r"(?:[%‰]|phần\s+trăm)" if unit in SHARES else re.escape(unit).replace(r"\ ", r"\s+")
    figure = rf"[0-9]\s*{noun}|phần\s" if is_part(unit) else rf"[0-9]\s*{noun}"
    return re.compile(figure, re.IGNORECASE).search(text, 0, opening.start()) is None


def is_joined(words: str, text: str) -> bool:
    """Whether a verb joins the words to their figure ("xã có ít nhất 20 hộ"); they may be one ("tổ chức 2 - 3 buổi").

    Where the clause as written (``text``) does not tell, one does unless the words are a verb. "Toàn ngành không quá 10
    vụ" has none and is told with one all the same.

    >>> is_joined("xã", ""), is_joined("Tổ chức", ""), is_joined("toàn ngành", "toàn ngành không quá 10 vụ")
    (True, False, True)
    """
    found = _found(words, text)
    if found is not None and _JOINING.match(text, found.end()):
        return True
    if _DEED.match(words):
        return False
    return found is None or _HAVING.fullmatch(words) is not None


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
