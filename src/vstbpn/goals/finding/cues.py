"""Cues (dấu hiệu): words that tell a target from a fact, a rate or a condition."""

import re
from bisect import bisect_left

EFFORT = r"ph[ấầâ]n\s+đ[ấâ]u|ph[ầâ]n\s+đầu(?=\s+(?:đạt|đến|có|t[ỷỉ]|[0-9]))"
"""Words of effort (phấn đấu), as scanned texts print them too."""

# What is compared with a goal, or has reached one, is a result.
_REACHED_GOAL = r"(?<!với\s)(?<!vượt\s)(?<!đạt\s)(?<!thành\s)(?<!các\s)(?<!%\s)"
_AIM = rf"{_REACHED_GOAL}(?:mục\s+tiêu(?!\s+quốc\s+gia)|chỉ\s+tiêu)|đến\s+(?:hết\s+|cuối\s+)?năm\s+[0-9]{{4}}"
_WEAK = (
    r"đạt|ít\s+nhất|tối\s+thiểu|trở\s+lên|bảo\s+đảm|đảm\s+bảo|không\s+(?:vượt\s+)?quá|không\s+dưới|không\s+thấp\s+hơn|tối\s+đa|duy\s+trì"
    r"|rút\s+ngắn|(?<!suy\s)giảm|tăng(?!\s+cường)|nâng(?!\s+cao)|hoàn\s+thành"
)
_FACT = (
    r"(?:qua|sau)\s+[0-9]{1,2}\s+năm|(?:qua|theo)\s+khảo\s+sát|(?<!phát\s)(?<!thực\s)(?<!thể\s)hiện\s+(?:nay|tại|có|đạt|mới|đang|đã)|hiện(?=\s+[0-9])|(?:đến|tới)\s+nay|tính\s+đến|vừa\s+qua|thời\s+gian\s+qua"
    r"|(?<!thôn\s)(?<!làm\s)(?<!viên\s)(?<!sinh\s)(?<!lập\s)(?<!xây\s)(?<!dụng\s)mới\s+(?:đạt|chỉ|có)|mới\s+được(?=\s+(?:[^\W\d_]{1,8}\s+){0,3}[0-9])|đã\s+(?:đạt|giảm|tăng|hoàn\s+thành|giải\s+ngân|thực\s+hiện)"
    r"|ước\s+(?:đạt|thực\s+hiện|tăng|giảm)|thực\s+trạng"
)
# Outside goals a figure is known that is held against an earlier one or a goal, or that somebody tells or foresees.
_KNOWN = (
    r"cùng\s+kỳ|(?:năm|năm\s+học|quý|kỳ|tháng|tuần|phiên|nhiệm\s+kỳ|giai\s+đoạn)\s+(?:trước|ngoái|qua)|so\s+với\s+đầu\s+năm"
    r"|(?:chưa|không)\s+(?:đạt|hoàn\s+thành)|(?:đạt|vượt|đạt\s+và\s+vượt)\s+(?:(?:mục|chỉ)\s+tiêu|kế\s+hoạch)|(?:con\s+số|tỷ\s+lệ)\s+này"
    r"|dự\s+báo|ước\s+tính|cho\s+(?:biết|thấy|hay)|ghi\s+nhận|theo\s+(?:thống\s+kê|điều\s+tra|kết\s+quả)"
)
_CONDITION = (
    r"nếu|khi\s+có|trường\s+hợp|kết\s+quả|vẫn\s+còn|chỉ\s+(?:đạt|có|chiếm)|nơi\s+có|có\s+thể"
    r"|là\s+(?:xã|thôn|hộ|người|doanh\s+nghiệp|đơn\s+vị|cơ\s+quan|vùng|tình\s+trạng)"
)
_CUE = re.compile(
    rf"(?<!\w)(?:(?P<effort>(?:{EFFORT})(?!\s+chưa))|(?P<aim>{_AIM})|(?P<fact>{_FACT})|(?P<known>{_KNOWN})|(?P<done>đã)|(?P<condition>{_CONDITION})|(?P<weak>{_WEAK}))(?!\w)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?<!\w)(?:suy\s+giảm|tổn\s+thương|thương\s+tật|khuyết\s+tật|mức\s+(?:hưởng|hỗ\s+trợ|chi|đóng|phạt|thu|trích|giảm)|mức\s+lương|tiền\s+lương|phụ\s+cấp"
    r"|trợ\s+cấp|thuế|lãi\s+suất|phí|chi\s+phí|kinh\s+phí|học\s+phí|tạm\s+ứng|thanh\s+toán|quyết\s+toán|hỗ\s+trợ|tiền|giá|vốn|cổ\s+phần|ngân\s+sách"
    r"|xếp\s+loại|ưu\s+tiên|được\s+(?:hưởng|miễn|giảm)|danh\s+hiệu|xét\s+tặng|được\s+thưởng|biểu\s+quyết|tán\s+thành|phiếu|thành\s+viên\s+(?:có\s+mặt|dự)|điểm)(?!\w)",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"(?<!\w)(?:(?<!không\s)phải|tập\s+trung|bảo\s+đảm|đảm\s+bảo|giữ\s+(?:vững|cho)|yêu\s+cầu|giao)(?!\w)",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:bảo\s+đảm|đảm\s+bảo|duy\s+trì|giữ\s+(?:vững|cho)|khống\s+chế|không\s+để|đưa|nâng(?!\s+cao)|(?:kéo\s+)?giảm|tăng(?!\s+(?:cường|trưởng))"
    r"|hạ|rút\s+ngắn|thu\s+hẹp|phủ|hoàn\s+thành)(?!\w)(?!\s+[0-9.,]{1,6}\s?%\s?(?:[,;.]|so\s))",
    re.IGNORECASE,
)
_THRESHOLD = re.compile(
    r"[^.;:]{0,60}?(?<!\w)(?:nhất\s+thiết|(?:thì|đều|bắt\s+buộc)\s+phải)(?!\w)|\s+[^,.;:]{0,40}?trở\s+(?:lên|xuống)\s+(?:đều|phải|thì)(?!\w)",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\s+(?:tổng\s+)?(?:mức|tiền|học\s+phí|chi\s+phí|kinh\s+phí|giá|lương|phí|lãi)(?!\w)",
    re.IGNORECASE,
)
_PAYING = re.compile(
    r"(?<!\w)(?:hỗ\s+trợ|đóng|hưởng|miễn|cấp|đối\s+ứng|bằng|trả)\s+(?:[^\W\d_]{1,8}\s+){0,3}\Z", re.IGNORECASE
)
_GRANTED = re.compile(
    r"(?<!\w)(?:hỗ\s+trợ|đóng|hưởng|miễn|đối\s+ứng)\s+(?:tối\s+đa\s+|tối\s+thiểu\s+|thêm\s+)?\Z", re.IGNORECASE
)
_TO_WHOM = re.compile(r"\s+đối\s+với(?!\w)", re.IGNORECASE)
_LEVIED = re.compile(r"(?<!\w)mức\s+(?:đóng|hưởng|chi|phạt|thu|trích|lương|hỗ\s+trợ|trợ\s+cấp)(?!\w)", re.IGNORECASE)
_VOTING = re.compile(
    r"\s+(?:(?:tổng\s+)?số\s+)?(?:đại\s+biểu|thành\s+viên|ý\s+kiến|phiếu|ủy\s+viên|uỷ\s+viên|cử\s+tri)(?!\w)[^.;:]{0,60}?(?<!\w)(?:biểu\s+quyết|tán\s+thành|thông\s+qua|đồng\s+ý|nhất\s+trí)(?!\w)",
    re.IGNORECASE,
)


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
        return not self._places.keys().isdisjoint(("effort", "aim", "weak"))


def is_rate(text: str, start: int, end: int) -> bool:
    """Whether a clause speaks of money, a vote or a degree of harm, whose percentages are rates and no targets."""
    return _RATE.search(text, start, end) is not None


def ordered_at(text: str, start: int, end: int) -> int:
    """Where words first tell somebody to do something ("các xã phải …", "tập trung …"), or -1."""
    match = _ORDERED.search(text, start, end)
    return match.start() if match else -1


def is_order(text: str, start: int) -> bool:
    """Whether a sentence begins with the verb of an order: "Giảm tỷ lệ …", "Bảo đảm …", and not "Tăng 5%, …"."""
    return _ORDER.match(text, start) is not None


def is_threshold(text: str, end: int, limit: int) -> bool:
    """Whether the figure that ends at a place tells of whom something is asked: "có 30% nữ trở lên, nhất thiết phải …"."""
    return _THRESHOLD.match(text, end, limit) is not None


def is_paid_or_voted(text: str, start: int, lead: int, end: int) -> bool:
    """Whether a figure is a rate of money somebody pays or gets, or a vote, wherever it stands."""
    if _VOTING.match(text, end):
        return True
    since = max(start, lead - 40)
    if _MONEY.match(text, end):
        return _PAYING.search(text, since, lead) is not None
    return _TO_WHOM.match(text, end) is not None and _GRANTED.search(text, since, lead) is not None


def is_levied(text: str, start: int, lead: int) -> bool:
    """Whether a figure tells how much is paid, as the words before it say: "mức đóng bằng 22%"."""
    return _LEVIED.search(text, start, lead) is not None
