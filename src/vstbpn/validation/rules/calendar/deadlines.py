"""Rules of deadlines (CAL): over when the plan was issued, outside its years, on a day off."""

import datetime
import re
from collections.abc import Iterator

from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.calendars.working.reasons import DayReasonKind
from vstbpn.calendars.working.work_calendar import FIRST_WORK_YEAR, LAST_WORK_YEAR, WorkCalendar
from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.findings import Finding
from vstbpn.plans.lasting import is_next_year, years_of_plan
from vstbpn.plans.plan import Plan
from vstbpn.plans.turns import PlanDeadline, deadlines_of
from vstbpn.text import comparison_key
from vstbpn.validation.rule import Context, Rule
from vstbpn.values import Span, evolve
from vstbpn.vocabulary import Relation

_TO_BE_DONE = re.compile(
    r"(?<!\w)(?:báo cáo|gửi|nộp|hoàn thành|hoàn tất|xong|đăng ký|trình|tổng hợp|ban hành|xây dựng|kiện toàn|lập kế hoạch|"
    r"triển khai|tổ chức|phản hồi|đề xuất|rà soát|thành lập)(?!\w)"
)
_OF_THE_PAST = re.compile(
    r"(?<!\w)(?:đã|tính đến|từng|kể từ|tuyển dụng|bổ nhiệm|nghỉ hưu|sinh|nhập học|phát sinh|xảy ra|được cấp|có hiệu lực|hết hiệu lực|kỷ niệm|"
    r"kỉ niệm|số liệu|hoạt động cách mạng|thành lập trước|ban hành trước|ký trước|trở về trước|người có công|năm trước|kỳ trước)(?!\w)"
)
_TOLD_OF_ANOTHER = re.compile(
    r"[-+•*0-9.) ]{0,8}(?:theo|tại)(?: (?:yêu cầu|chỉ đạo|quy định|nội dung))?(?: (?:của|tại|trong))? (?:kế hoạch|công văn|quyết định|chỉ thị|thông báo|"
    r"văn bản|hướng dẫn|chương trình|nghị quyết|kết luận)(?!\w)"
)
"""The opening of a sentence that tells what another document set."""
_DATED = re.compile(
    r"(?<![0-9/])(?:(?P<d>[0-9]{1,2})(?:/| tháng )(?P<m>[0-9]{1,2})(?:/| năm )|năm )(?P<y>20[0-9]{2})(?![0-9/])"
)
_SET_BEFORE = re.compile(
    r"[-+•*0-9.) ]{0,8}(?:trên cơ sở|sau khi|căn cứ|từ (?:kết quả|báo cáo|đề xuất)) [^,;:]{2,160}$"
)
"""The opening of a clause that tells what the work after it rests on."""
_TOO_LATE = re.compile(r"(?<!\w)(?:chậm|trễ|quá)(?: so với)?(?: thời)? hạn(?!\w)")
_WHAT_CAME_OF_IT = re.compile(
    r"(?<!\w)(?:đến nay|tuy nhiên|hiện còn|đã đôn đốc|đã nhắc|đã có công văn|quá hạn|chậm so với|(?:vẫn|mà) chưa|nhưng)(?!\w)"
)
"""What follows a deadline that was not kept."""
_NOT_DONE = re.compile(
    r"(?<!\w)(?:chưa|chậm|không)(?: (?:kịp|được|thực hiện|tổ chức|việc))? (?:gửi|nộp|báo cáo|hoàn thành|thực hiện|đăng ký|ban hành|xây dựng)(?!\w)"
)
_OF_SOME = re.compile(
    r"(?:^|[;,(] ?|(?<!\w)(?:đối với|với|của|là|về|các|những|số|mọi|cho|rà soát|thay thế|sửa đổi|bãi bỏ) )[^;,(:]{2,80}? (?:được |đã được )?"
    r"(?:thành lập|ban hành|ký(?: kết)?|xây dựng|cấp|khởi công|thi công|trang bị|mua sắm|xếp hạng|công nhận|giao|phê duyệt|đăng ký|nộp|gửi|lập)$"
)
"""What is told by the day before which it was made: "các đơn vị thành lập trước ngày 01/01/2026"."""
_LOOKED_THROUGH = re.compile(
    r"(?<!\w)(?:rà soát|thống kê|kiểm kê|sửa đổi|bãi bỏ|hủy bỏ|thay thế|lập danh sách|xử lý|kiểm tra|số hóa) [^;,(:]{2,80}? (?:được |đã được )?"
    r"(?:thành lập|ban hành|ký(?: kết)?|cấp|quy hoạch|trang bị|mua sắm|công nhận|xây dựng)$"
)
_FOR_THOSE = re.compile(
    r"[ )]{0,3}(?:thì|vẫn|không phải|áp dụng|bị|tiếp tục|được (?:hưởng|xét|giải quyết|tính|cộng|miễn|bảo lưu|công nhận|áp dụng|ưu tiên|rà soát|chuyển))(?!\w)"
)
"""What is said of those who had done something by a day: that they get something, or need not do it again."""
_GOES_ON = re.compile(
    r"[ )]{0,3}(?!để(?!\w)|về |qua |theo địa chỉ|bằng |gửi |cho |và(?!\w)|đồng thời|nhằm |kèm|kịp |của |tại |trên |đến |như )[^\W\d_]"
)
"""Words that go on behind a deadline and are not its own."""
_STILL_IT, _WIDEST_REST = re.compile(r"\n|[.;](?=\s|$)|\./"), 120

_LOOKING_BACK = re.compile(
    r"(?<!\w)(?:kết quả|đánh giá|tình hình|thực trạng|kiểm điểm|đặc điểm|tồn tại|hạn chế|căn cứ)(?!\w)"
)
_LOOKING_ON = re.compile(
    r"(?<!\w)(?:thực hiện kế hoạch|tổ chức thực hiện|nhiệm vụ|giải pháp|báo cáo|phân công|tiến độ|nội dung)(?!\w)"
)
_WIDEST_LEAD = 300
_ONE_DAY = datetime.timedelta(days=1)
_TWO_YEARS = datetime.timedelta(days=731)
_AUTUMN, _SUMMER = 10, 6
_SATURDAY, _SUNDAY = 5, 6
_LAST_OF_THE_YEAR = (12, 31)
_NO_HOLIDAYS = frozenset({6, 7, 8, 10, 12})
"""Months of which no weekday is a holiday by statute: the New Year of either calendar, Giỗ Tổ, 30/4, 1/5, 2/9 and 24/11 lie in others."""


def _deadlines(plan: Plan, _: Context) -> tuple[PlanDeadline, ...]:
    return deadlines_of(plan)


def over_when_issued(plan: Plan, context: Context) -> Iterator[Finding]:
    """What is to be done by a day was due before the plan was issued: most often the year of the plan before was left standing."""
    issued = plan.date.earliest() if plan.date is not None else None
    if issued is None or not plan.is_plan:
        return
    for told in context.shared(_deadlines, plan):
        deadline = told.deadline
        last = _last_named(deadline)
        if last is None or not issued - _TWO_YEARS < last < issued or not _is_to_be_done(plan, told):
            continue
        if _is_told_of(told, last, context):
            continue
        yield Finding.of(
            "CAL004",
            args={"written": _written(deadline), "issued": _day(issued)},
            pointer=told.pointer,
            span=deadline.span,
            # Of a draft the day is blank, and then it is the month that is told.
            variant="" if plan.date is not None and plan.date.is_complete else "undated",
        )


_LOOKS_FURTHER = re.compile(r"(?:định hướng|tầm nhìn|hướng (?:tới|đến))(?: đến)?(?: hết)?(?: năm)? ([0-9]{4})(?![0-9])")
_SEVERAL_YEARS = re.compile(
    r"năm [0-9]{4}(?![0-9])(?:(?:,| và| &)(?: các)?(?: năm| giai đoạn)? [0-9]{4}(?![0-9])(?: ?[-–] ?[0-9]{4}(?![0-9]))?){1,8}"
)
_ONE_YEAR = re.compile(r"[0-9]{4}")


def _all_years(plan: Plan) -> tuple[int | None, int | None]:
    """The years of a plan with all its title names beside them: "năm 2024 và năm 2025", "định hướng đến năm 2030"."""
    first, last = years_of_plan(plan)
    if first is None or last is None:
        return first, last
    title = comparison_key(plan.title or "")
    years = [int(year) for year in _LOOKS_FURTHER.findall(title)]
    for several in _SEVERAL_YEARS.finditer(title):
        years += map(int, _ONE_YEAR.findall(several[0]))
    years = [year for year in years if FIRST_YEAR <= year <= LAST_YEAR]
    return min((first, *years)), max((last, *years))


def outside_the_years(plan: Plan, context: Context) -> Iterator[Finding]:
    """What is to be done by a day is due in a year the plan is not for.

    The report of the last year may be due in the months after it, and what prepares a plan before its first; what was
    over when it was issued is told as that.
    """
    first, last = _all_years(plan)
    if first is None or last is None or not plan.is_plan:
        return
    issued = plan.date.earliest() if plan.date is not None else None
    years = str(first) if first == last else f"{first} - {last}"
    for told in context.shared(_deadlines, plan):
        deadline = told.deadline
        day = _last_named(deadline)
        if day is None or not _is_to_be_done(plan, told):
            continue
        before = day.year < first and issued is None and not (day.year == first - 1 and day.month >= _AUTUMN)
        if (before and first - day.year <= 2) or (day.year > last and not _may_be_later(deadline, day, last)):
            yield Finding.of(
                "CAL005",
                args={"written": _written(deadline), "years": years},
                pointer=told.pointer,
                span=deadline.span,
                variant="" if before else "later",
            )


def _last_named(deadline: Deadline) -> datetime.date | None:
    """The day or the end of the month that is written, of what is due by one."""
    due = deadline.due
    if (
        due is None
        or due.year is None
        or due.month is None
        or deadline.start is not None
        or deadline.recurring is not None
    ):
        return None
    return due.latest() if deadline.relation in {Relation.BEFORE, Relation.BY} else None


def _may_be_later(deadline: Deadline, day: datetime.date, last: int) -> bool:
    """Whether it may well be due after the plan's years: a report of the last one, in the first months of the next."""
    if day.year > last + 1:
        return False
    return day.month <= _SUMMER or is_next_year(deadline)


def _is_to_be_done(plan: Plan, told: PlanDeadline) -> bool:
    """Whether the words of a deadline order something, and do not look back on what was."""
    words = comparison_key(f"{told.deadline.what or ''} ; {told.deadline.text}")
    if _OF_THE_PAST.search(words) or not _TO_BE_DONE.search(words):
        return False
    return not _stands_in_review(plan, told.deadline.span)


def _is_told_of(told: PlanDeadline, last: datetime.date, context: Context) -> bool:
    """Whether a deadline in the past is only told of: one another document set, or was not kept, or by which some are told from others."""
    what = comparison_key(told.deadline.what or "")
    before, after = _around(told.deadline.span, context)
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return True
    sentence, after = before.rpartition(". ")[2], after.partition(". ")[0]
    if _TOLD_OF_ANOTHER.match(sentence) and _is_dated_before(sentence, last):
        return True
    if _TOO_LATE.search(what) or (after.startswith(",") and _SET_BEFORE.match(sentence)):
        return True
    rest = _STILL_IT.split(after, maxsplit=1)[0]
    goes_on = _GOES_ON.match(rest) is not None
    if _WHAT_CAME_OF_IT.search(after) or (_NOT_DONE.search(what) and (goes_on or before.endswith("("))):
        return True
    if _LOOKED_THROUGH.search(what) or _FOR_THOSE.match(rest):
        return True
    return _OF_SOME.search(what) is not None and (goes_on or before.rpartition(")")[2].count("(") > 0)


def _around(span: Span | None, context: Context) -> tuple[str, str]:
    """The words of the line before a place, and those behind it."""
    if context.source is None or span is None:
        return "", ""
    before = context.source[max(0, span.start - _WIDEST_LEAD) : span.start].rpartition("\n")[2]
    after = context.source[span.end : span.end + _WIDEST_REST].partition("\n")[0]
    return comparison_key(before), comparison_key(after)


def _is_dated_before(words: str, last: datetime.date) -> bool:
    """Whether the first date in some words lies before a day, by no more than two years: what is told there set that day."""
    found = _DATED.search(words)
    if found is None:
        return False
    year, month, day = (int(found[name] or 0) for name in "ymd")
    return last.year - year <= 1 and (year, month, day) <= (last.year, last.month, last.day)


def _stands_in_review(plan: Plan, span: Span | None) -> bool:
    """Whether a place lies in a part that tells of what was done: "Đánh giá kết quả thực hiện năm 2025"."""
    for section in plan.outline.sections if span is not None else ():
        if section.span is not None and section.title and span is not None and span in section.span:
            title = comparison_key(section.title)
            return _LOOKING_BACK.search(title) is not None and _LOOKING_ON.search(title) is None
    return False


def on_a_day_off(plan: Plan, context: Context) -> Iterator[Finding]:
    """The day written is a Saturday, a Sunday or a public holiday, and so is the last day in time.

    "Trước ngày 15/6" names a Monday, though the day before, the last in time, is a Sunday: nobody doubts what is meant;
    nor is there any doubt about "trước ngày 13/6", a Saturday, which ends on a working day. What was over when the plan was
    issued is not told once more.
    """
    first, last_year = years_of_plan(plan)
    year = first if first == last_year else None
    issued = plan.date.earliest() if plan.date is not None else None
    for told in context.shared(_deadlines, plan):
        day = _day_written(told.deadline, year)
        if day is None or not FIRST_WORK_YEAR < day.year < LAST_WORK_YEAR:
            continue
        if issued is not None and day < issued:
            continue
        days = context.calendar
        if not _is_off(day, days) or (told.deadline.relation is Relation.BEFORE and _is_clear(day, days)):
            continue
        variant, name = _why_off(days, day)
        args = {
            "written": _written(told.deadline),
            "day": _day(day),
            "name": name,
            "before": _day(days.preceding(day)),
            "after": _day(days.following(day)),
        }
        yield Finding.of("CAL006", args=args, pointer=told.pointer, span=told.deadline.span, variant=variant)


def _is_off(day: datetime.date, days: WorkCalendar) -> bool:
    # Most days are seen to be worked without working out the holidays of their year.
    if day.weekday() < _SATURDAY and day.month in _NO_HOLIDAYS and not _is_swapped(day, days):
        return False
    return not days.is_working_day(day)


def _is_clear(day: datetime.date, days: WorkCalendar) -> bool:
    """Whether nobody doubts what "trước" a day off means: the day before is worked, or what is meant is the end of the year."""
    return (day.month, day.day) == _LAST_OF_THE_YEAR or not _is_off(day - _ONE_DAY, days)


def _is_swapped(day: datetime.date, days: WorkCalendar) -> bool:
    return any(day in swap.days for swap in days.swaps)


def _day_written(deadline: Deadline, year: int | None) -> datetime.date | None:
    """The day written of what is due by or before one; where no year is written, in the one year of the plan."""
    due = deadline.due
    if due is None or due.day is None or due.month is None or deadline.start is not None:
        return None
    if deadline.relation not in {Relation.BEFORE, Relation.BY} or deadline.recurring is not None:
        return None
    if due.year is None:
        period = deadline.period
        if year is None or is_next_year(deadline) or (period is not None and period.each):
            return None
        if due.month == 2 and due.day == 29:
            return None
        due = evolve(due, year=year)
    return due.latest()


def _why_off(days: WorkCalendar, day: datetime.date) -> tuple[str, str]:
    """Which wording tells why a day is off, and the name of the holiday."""
    reason = days.why(day)
    if reason is not None and reason.kind is DayReasonKind.HOLIDAY:
        return ("provisional" if days.is_provisional(day) else "holiday"), reason.name
    if day.weekday() == _SATURDAY:
        return "saturday", ""
    return ("sunday", "") if day.weekday() == _SUNDAY else ("swapped", "")


def _written(deadline: Deadline) -> str:
    return deadline.text or (deadline.due.vi if deadline.due is not None else "")


def _day(date: datetime.date) -> str:
    """A day as running text has it, months 1 and 2 with a zero (15/6/2026, 05/02/2026)."""
    return (
        f"{date.day:02}/{date.month:02}/{date.year}" if date.month <= 2 else f"{date.day:02}/{date.month}/{date.year}"
    )


_PLAN = "Số: 12/KH-SYT\nAn Giang, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nI. TỔ CHỨC THỰC HIỆN\n\n"

DEADLINE_RULES = (
    Rule(
        code="CAL004",
        inspect=over_when_issued,
        violating=f"{_PLAN}Các đơn vị gửi báo cáo về Sở trước ngày 15/12/2025.\n",
        conforming=f"{_PLAN}Các đơn vị gửi báo cáo về Sở trước ngày 15/12/2026.\n",
    ),
    Rule(
        code="CAL005",
        inspect=outside_the_years,
        violating=f"{_PLAN}Các đơn vị gửi báo cáo về Sở trước ngày 15/12/2027.\n",
        conforming=f"{_PLAN}Các đơn vị gửi báo cáo về Sở trước ngày 15/01/2027.\n",
    ),
    Rule(
        code="CAL006",
        inspect=on_a_day_off,
        violating=f"{_PLAN}Các đơn vị gửi báo cáo về Sở chậm nhất ngày 14/6/2026.\n",
        conforming=f"{_PLAN}Các đơn vị gửi báo cáo về Sở chậm nhất ngày 12/6/2026.\n",
    ),
)
