"""The clause date words stand in, and whether it speaks of a duty or of a fact."""

import re
from collections.abc import Iterator

from vstbpn.calendars.finding.moments import words
from vstbpn.calendars.finding.shared_duties import BARE_PERIOD
from vstbpn.text import CAPITAL, clean
from vstbpn.values import frozen

_REACH = 600
"""How far a clause is followed each way: longer ones exist, but what bears on a date stands near it."""

_LONGEST_WHAT = 400

_BOUNDARY = re.compile(
    r"[;?!\n./](?:(?<=[;?!])|(?<=\n)[ ]*(?:\n|(?=[-+•*–]|[0-9]{1,2}[.)]|[^\W\d_][.)]))"
    r"|(?<=[.])(?:(?<![A-ZĐ][.])(?=\s+([^\W\d_]|[-+•–]))|/)|(?<=/)[.])"
)
"""What may end a clause: a semicolon, the end of a sentence, a blank line, the mark of an item on a new line."""

_REPORT = r"báo c(?:áo|aó)"
_SUBMIT = r"trình(?<!chương\strình)(?<!quá\strình)(?<!công\strình)(?<!quy\strình)(?<!tiến\strình)(?<!giáo\strình)(?<!hành\strình)(?<!lập\strình)(?<!tờ\strình)(?! độ| bày| diễn| báo(?! cáo))"
_FINISH = r"hoàn thành|hoàn thiện|hoàn tất|xong|dứt điểm|giải quyết|kết thúc|chấm dứt|khắc phục|giải ngân"
_STRONG = (
    rf"{_FINISH}|{_REPORT}|gửi|nộp|{_SUBMIT}|ban hành|tổng kết|sơ kết|tổng hợp|đăng ký|cung cấp|phát hành|bàn giao|quyết toán|"
    r"thanh toán|chuyển(?! biến| đổi| dịch)|thông báo|đề xuất|công bố|phản hồi|góp ý|cập nhật|đăng tải|thẩm định|tham mưu|phải|thành lập|lập(?<!độc\slập)(?<!công\slập)(?<!dân\slập)|"
    r"xây dựng|phê duyệt|rà soát|đánh giá|kê khai|công khai|chi trả|"
    r"nhận (?:hồ sơ|bài|đơn|ý kiến|đăng ký|tác phẩm|sản phẩm)"
)
_WEAK = r"thực hiện|triển khai|tổ chức|kiểm tra|chuẩn bị|tiến hành|bảo đảm|đảm bảo|xử lý|bố trí|khai giảng|đưa"
_FACT = (
    rf"(?:đã|chưa)(?: được)?(?: (?:{_STRONG}|{_WEAK})){{0,2}}|"
    r"có hiệu lực|hết hiệu lực|phát sinh|tính (?:đến|từ)|kể từ|xảy ra|diễn ra|hoạt động cách mạng|tham gia kháng chiến|"
    r"(?<!phải\x20)(?<!cần\x20)được (?:phê duyệt|thông qua|công bố|giải quyết|cấp|ký|ban hành|tuyển dụng|thành lập|bổ nhiệm|hưởng|công nhận|xác nhận|đưa vào|xây dựng|tổ chức)|"
    r"mức độ hoàn thành|hoàn thành (?:tốt |xuất sắc )?nhiệm vụ|thời điểm|đến trước|từ trước"
)
_EVENT = r"sinh hoạt|họp|giao ban|tiếp công dân|khai mạc|mít tinh"
_FACT_AT_ONCE = words(
    r"(?:đến|từ|ngay|(?<!đăng\x20)ký|(?<!học\x20)sinh|hiệu lực|phát sinh|đã|chưa|không|mức độ|tỷ lệ|thời điểm|áp dụng|(?<!giới\x20)(?<!máy\x20)(?<!bảng\x20)tính|kể|"
    r"tuyển dụng|tốt nghiệp|khởi công|nhập học|nghỉ hưu|từ trần|(?<!cùng\x20)(?<!các\x20)cấp|vào ngành) $"
)
_CASE = words(
    r"(?:[^\w]|[^\W_][.)]){0,12}(?:đối với|trường hợp|những|người|hồ sơ|công trình|dự án|hợp đồng|giấy|văn bản|hành vi|thí sinh) "
)
_FACT_AFTER = words(r",? ?(?:đạt|tăng|giảm|ghi nhận|cho thấy|thì|mà|nhưng|vẫn|chưa được|có hiệu lực|đã )")
_VERDICT = words(
    rf"(?<![^\W_])(?:(?P<fact>{_FACT})|(?P<event>{_EVENT})|(?P<strong>{_STRONG})|(?P<weak>{_WEAK}))(?![^\W_])",
    re.NOFLAG,
)
_COURSE = words(
    r"[^\w]{0,12}(?:[^\W_]{1,3}[.)] )?(?:học k[ỳì]|năm học|khóa học|kỳ nghỉ)(?: (?:I{1,3}|[1-3]|hè|[0-9]{4}~[-–]~[0-9]{4}))?"
    r",? (?:kết thúc|bế giảng|hoàn thành chương trình)(?![^\W_])"
)
_ENDS = words(r"(?:kết thúc|bế mạc) $")
_BEGINS = words(r"(?<![^\W_])(?:từ|bắt đầu|khởi công|khai mạc)(?![^\W_])")
_ON_THE_PERIOD = words(r"(?:tình hình|kết quả|số liệu|hoạt động|công tác|nhiệm vụ)(?: [^\W\d_]{1,9}){0,12} $")
_HANDING_IN = words(r"(?<![^\W_])(?:gửi|nộp|trình|hoàn thành|xong|ban hành)(?![^\W_])")
_ADDRESSED = words(r"(?<![^\W_])(?:(?<!đối\x20)với|về|cho|tới|đến|lên) (?=[^\W\d_])")
_PROMPT = words(rf"(?<![^\W_])(?:gửi|nộp|trình|{_REPORT}|đăng ký|ban hành|hoàn thành)(?![^\W_])")
_COUNTED = words(r"(?<![^\W_])(?:có|còn|chỉ|mới|được|là|gồm|đạt|tổng)(?![^\W_])")
_NEXT_WORD = 5
_FINISHING = words(rf"(?<![^\W_])(?:{_FINISH})(?![^\W_])")
_COUNT_AFTER = words(rf"(?<![^\W_])(?:{_FINISH}|tiếp nhận|phát hiện|xử lý|xảy ra)(?: được)? [1-9][0-9]")
"""What tells how many were dealt with, not that something is to be."""
_JOINED = words(r",? (?:và|đồng thời|sau đó) ")
_GOAL = words(r"(?<![^\W_])(?:mục tiêu|chỉ tiêu)(?![^\W_])")
_FIGURE = re.compile(r"%|[0-9]/10{1,5}\b|\btỷ lệ\b|\btỉ lệ\b|[0-9] ?lần\b", re.IGNORECASE)
_SCHEDULE = words(r"thời (?:gian|hạn|điểm)(?: (?:thực hiện|tổ chức|triển khai|tiến hành|dự kiến|áp dụng))*~:[^:]*$")
_EACH_PERIOD = (
    ("monthly", words(r"(?:hàng|hằng|mỗi) tháng")),
    ("quarterly", words(r"(?:hàng|hằng|mỗi) quý")),
    (
        "half-yearly",
        words(r"(?:định kỳ|hàng|hằng|mỗi|cứ) (?:0?6|sáu) tháng|(?:0?6|sáu) tháng(?:~/~|~/?~(?:một|0?1)~)lần"),
    ),
    ("weekly", words(r"(?:hàng|hằng|mỗi) tuần")),
    ("yearly", words(r"(?:hàng|hằng|mỗi) năm")),
)
_OPENING = re.compile(
    r"(?:\s{0,9}\([^()\n]{0,80}\))?[\s\-+•*–—.,:;()/]{0,20}(?:(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[^\W\d_])[.)]\s{1,9})?"
    r"[\s\-+•*–—]{0,20}(?:(?:và|hoặc)\s{1,9})?"
    rf"(?:(?i:(?:(?:chế độ|công tác) )?(?:thông tin,? (?:và )?)?báo cáo)[*: ]{{0,9}}\n\s{{0,9}}(?={CAPITAL}))?"
)
"""What opens a clause without being of it: a bracket that belongs to the date before, marks, numbers, joints, the heading
of those who report."""


@frozen
class Clause:
    """The clause (mệnh đề) around ``text[start:end]``: it runs from ``left`` to ``right``."""

    text: str
    left: int
    start: int
    end: int
    right: int

    def tells_a_fact(self) -> bool:
        """Whether the words at the date tell what was or holds: "đã … trước ngày", "có hiệu lực từ ngày"."""
        if _FACT_AT_ONCE.search(self.text, max(self.left, self.start - 24), self.start):
            return True
        if _FACT_AFTER.match(self.text, self.end, self.right) or self.ends_a_course():
            return True
        return self._nearest(weak=True) == "fact"

    def ends_a_course(self) -> bool:
        """Whether the date ends a term or a stretch of time: "Học kỳ I kết thúc trước ngày", "từ … kết thúc ngày"."""
        ends = _ENDS.search(self.text, max(self.left, self.start - 12), self.start)
        if ends and _BEGINS.search(self.text, max(self.left, ends.start() - 80), ends.start()):
            return True
        return _COURSE.match(self.text, self.left, self.start) is not None

    def orders(self, *, weak: bool) -> bool:
        """Whether what stands nearest orders something done, before the date or else after it.

        ``weak`` lets all verbs of doing count ("tổ chức"), not only those of handing in or finishing.
        """
        if self.tells_a_fact():
            return False
        nearest = self._nearest(weak=weak)
        if nearest is None:
            if _JOINED.match(self.text, self.end, self.right) or _COUNT_AFTER.search(self.text, self.end, self.right):
                return False
            nearest = next(self._telling(self.end, self.right, weak=weak), None)
        return nearest == "strong" or (weak and nearest in {"weak", "event"})

    def speaks_of_a_case(self) -> bool:
        """Whether it opens with whom or what a rule is for and orders nothing: "Trường hợp … trước ngày"."""
        return bool(_CASE.match(self.text, self.left, self.start)) and self._nearest(weak=False) is None

    def orders_finishing(self) -> bool:
        """Whether something is to be finished, and no figure is to be reached: that would be a target."""
        if self.names_a_figure() or not self.orders(weak=True):
            return False
        return _FINISHING.search(self.text, self.left, self.right) is not None

    def orders_before(self, *, weak: bool) -> bool:
        """Whether the words before the date order something done: no figure, no past, no period reported on."""
        if self.names_a_figure() or self.tells_a_fact() or _ON_THE_PERIOD.search(self.text, self.left, self.start):
            return False
        return self._nearest(weak=weak) in {"strong", "weak"}

    def opens_an_order(self) -> bool:
        """Whether it begins with the date and then has something handed in: "Đến hết tháng 6/2026, các xã báo cáo …"."""
        if self.names_a_figure() or _phrase(self.text, self.left, self.start):
            return False
        if next(self._telling(self.end, self.right, weak=True), None) != "strong":
            return False
        prompt = _PROMPT.search(self.text, self.end, self.right)
        return prompt is not None and not _COUNTED.search(
            self.text, self.end, min(prompt.end() + _NEXT_WORD, self.right)
        )

    def names_a_goal(self) -> bool:
        """Whether what is to be finished are goals ("hoàn thành các mục tiêu … vào năm 2025")."""
        return _GOAL.search(self.text, self.left, self.start) is not None

    def names_a_figure(self) -> bool:
        """Whether a percentage or rate stands in it."""
        return _FIGURE.search(self.text, self.left, self.right) is not None

    def is_about_the_period(self) -> bool:
        """Whether the date says what a report is about, not when it is due: "tình hình thực hiện trong tháng 6"."""
        about = _ON_THE_PERIOD.search(self.text, max(self.left, self.start - 120), self.start)
        if about is None or _HANDING_IN.search(self.text, self.left, self.start):
            return False
        return not any(
            self.text[to.end()].isupper() for to in _ADDRESSED.finditer(self.text, about.start(), self.start)
        )

    def _nearest(self, *, weak: bool) -> str | None:
        """What the last telling word before the date is: a fact, an event, a strong verb or a weak one."""
        nearest = None
        for told in self._telling(self.left, self.start, weak=weak):
            nearest = told
        return nearest

    def _telling(self, start: int, end: int, *, weak: bool) -> Iterator[str]:
        # On a small piece in lower case the pattern runs three times as fast as one that ignores case.
        for match in _VERDICT.finditer(self.text[start:end].lower()):
            if match.lastgroup and (match.lastgroup != "weak" or weak):
                yield match.lastgroup

    def is_schedule(self) -> bool:
        """Whether a label such as "Thời gian thực hiện:" stands before: when a thing is done, not by when."""
        return _SCHEDULE.search(self.text, max(self.left, self.start - 120), self.start) is not None

    def recurrence(self) -> str | None:
        """How often the duty comes back, by the words before its date."""
        for recurrence, pattern in _EACH_PERIOD:
            if pattern.search(self.text, self.left, self.start):
                return recurrence
        return None

    def what(self, since: int = 0) -> str | None:
        """The words of the duty: those before the date, from ``since`` on, or else those after it."""
        return _phrase(self.text, max(self.left, since), self.start) or _phrase(self.text, self.end, self.right)

    def what_before(self, since: int = 0) -> str | None:
        """The words before the date alone."""
        return _phrase(self.text, max(self.left, since), self.start)


def clause_around(text: str, start: int, end: int, low: int, high: int) -> Clause:
    """The clause around ``text[start:end]``, looked for between ``low`` and ``high``.

    >>> clause = clause_around("- Ban hành kế hoạch; gửi báo cáo trước ngày 15/6.", 33, 48, 0, 49)
    >>> clause.what()
    'gửi báo cáo'
    """
    left, right = max(low, start - _REACH), min(high, end + _REACH)
    for boundary in _boundaries(text, left, start):
        left = boundary.end()
    after = next(_boundaries(text, end, right), None)
    return Clause(text=text, left=left, start=start, end=end, right=after.start() if after else right)


def _boundaries(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The ends of clauses between two places; a full stop is one only before a capital or the mark of an item."""
    for boundary in _BOUNDARY.finditer(text, start, end):
        if boundary[1] is None or not boundary[1].islower():
            yield boundary


def _phrase(text: str, start: int, end: int) -> str | None:
    """The words between two places without marks and joints; None for no words.

    Where a colon announces the duty, it begins after it, but for one that is a period alone ("Báo cáo: 6 tháng đầu năm").
    """
    if (colon := text.rfind(": ", start, end)) >= 0 and len(text[colon:end].split()) > 3:
        start = start if BARE_PERIOD.match(text, colon + 2, end) else colon + 1
    opening = _OPENING.match(text, start, end)
    phrase = _without_open_bracket(clean(text[opening.end() if opening else start : end]).rstrip(" ,:;(.-–/"))
    if not any(character.isalpha() for character in phrase):
        return None
    if len(phrase) <= _LONGEST_WHAT:
        return phrase
    return phrase[phrase.find(" ", len(phrase) - _LONGEST_WHAT) + 1 :]


def _without_open_bracket(phrase: str) -> str:
    """The words without the mark of a bracket the date closes: "kết quả (6 tháng" of "kết quả (6 tháng trước ngày 15/6, …)"."""
    at = phrase.rfind(")") + 1
    return clean(phrase[:at] + phrase[at:].replace("(", " ")) if "(" in phrase[at:] else phrase
