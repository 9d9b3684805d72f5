"""Cues (dấu hiệu): words that tell a target from a fact, a rate or a condition."""

import re
from bisect import bisect_left

EFFORT = r"ph[ấầâ]n\s+đấu|ph[ầâ]n\s+đầu(?=\s+(?:đạt|đến|có|t[ỷỉ]|[0-9]))"
"""Words of effort (phấn đấu), as scanned texts print them too."""

_STRONG = rf"{EFFORT}|mục\s+tiêu(?!\s+quốc\s+gia)|chỉ\s+tiêu|đến\s+(?:hết\s+|cuối\s+)?năm\s+[0-9]{{4}}"
_WEAK = (
    r"đạt|ít\s+nhất|tối\s+thiểu|trở\s+lên|bảo\s+đảm|đảm\s+bảo|không\s+(?:vượt\s+)?quá|không\s+dưới|không\s+thấp\s+hơn|tối\s+đa|duy\s+trì"
    r"|rút\s+ngắn|(?<!suy\s)giảm|tăng(?!\s+cường)|nâng(?!\s+cao)|hoàn\s+thành"
)
_FACT = (
    r"hiện\s+(?:nay|tại|có|đạt|mới|đang)|(?:đến|tới)\s+nay|tính\s+đến|(?:so\s+với\s+)?(?:cùng\s+kỳ|năm\s+(?:trước|ngoái|qua))|vừa\s+qua|thời\s+gian\s+qua"
    r"|mới\s+(?:được|đạt|chỉ|có)|đã\s+(?:đạt|giảm|tăng|hoàn\s+thành|giải\s+ngân|thực\s+hiện)|ước\s+(?:tính|đạt|thực\s+hiện)|thực\s+trạng"
)
_CONDITION = r"nếu|khi\s+có|trường\s+hợp|kết\s+quả|vẫn\s+còn|chỉ\s+(?:đạt|có|chiếm)"
_CUE = re.compile(
    rf"(?<!\w)(?:(?P<strong>{_STRONG})|(?P<fact>{_FACT})|(?P<done>đã)|(?P<condition>{_CONDITION})|(?P<weak>{_WEAK}))(?!\w)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?<!\w)(?:suy\s+giảm|tổn\s+thương|thương\s+tật|khuyết\s+tật|mức\s+(?:hưởng|hỗ\s+trợ|chi|đóng|phạt|thu|trích|giảm)|mức\s+lương|tiền\s+lương|phụ\s+cấp"
    r"|trợ\s+cấp|thuế|lãi\s+suất|phí|chi\s+phí|kinh\s+phí|học\s+phí|tạm\s+ứng|thanh\s+toán|quyết\s+toán|hỗ\s+trợ|tiền|giá|vốn|cổ\s+phần|ngân\s+sách"
    r"|xếp\s+loại|ưu\s+tiên|được\s+(?:hưởng|miễn|giảm)|biểu\s+quyết|tán\s+thành|phiếu|thành\s+viên\s+(?:có\s+mặt|dự)|điểm)(?!\w)",
    re.IGNORECASE,
)
_DUTY = re.compile(r"(?<!\w)(?:phải|phấn\s+đấu|hoàn\s+thành|bảo\s+đảm|đảm\s+bảo|thực\s+hiện)(?!\w)", re.IGNORECASE)


class Cues:
    """Where the cues of a sentence stand."""

    __slots__ = ("_places",)

    def __init__(self, text: str, start: int, end: int) -> None:
        """Find the cues of a sentence of folded text."""
        self._places: dict[str, list[int]] = {}
        for match in _CUE.finditer(text, start, end):
            self._places.setdefault(match.lastgroup or "", []).append(match.start())

    def last(self, kind: str, before: int, since: int = 0) -> int:
        """The last cue of a kind before a place, or -1."""
        places = self._places.get(kind, [])
        index = bisect_left(places, before) - 1
        return places[index] if index >= 0 and places[index] >= since else -1

    @property
    def wants_something(self) -> bool:
        """Whether any word of a target stands in the sentence."""
        return "strong" in self._places or "weak" in self._places


def is_rate(text: str, start: int, end: int) -> bool:
    """Whether a clause speaks of money, a vote or a degree of harm, whose percentages are rates and no targets."""
    return _RATE.search(text, start, end) is not None


def is_duty(text: str, start: int, end: int) -> bool:
    """Whether a clause tells somebody to do something."""
    return _DUTY.search(text, start, end) is not None
