"""Deadlines as a document words them."""

import datetime
import re

import attrs

from vstbpn.calendars.mentions.period import PeriodMention
from vstbpn.constraints import one_of, told
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.text import comparison_key
from vstbpn.values import Passage, Span, frozen
from vstbpn.vocabulary import Relation, Term

_PART_OF_MONTH = re.compile(
    r"(?<!\w)(?:tuần (?:lễ )?(?:(?P<first>đầu(?: tiên)?|(?:thứ )?(?:nhất|một|1))|(?:thứ )?(?:(?P<second>hai|2)|(?P<third>ba|3)|(?P<fourth>tư|4)))"
    r"|(?P<middle>(?:ngày )?giữa)|(?P<last>tuần (?:lễ )?cuối(?: cùng)?)|(?:ngày )?(?P<end>cuối(?: cùng)?)) (?:của )?tháng(?!\w)"
)
_LAST_DAYS = {"first": 7, "second": 14, "third": 21, "fourth": 28, "middle": 15}
_WEEKS = ("first", "second", "third", "fourth", "last")
_DAYS_OF_WEEK = 7
"""The middle of a month is its 15th and the end its last day (Bộ luật Dân sự 2015, Điều 146); that the first week is
its first 7 days is the common reading. The beginning of a month is left out: by the same article it is the first
day, but offices that write "đầu tháng" mean the first days, so that no day of it can be told."""

RECURRENCES = ("yearly", "half-yearly", "quarterly", "monthly", "weekly")
"""How often a deadline may come back."""

_RECURRENCE_TAKEN = one_of("recurrence", RECURRENCES)


class BeforePolicy(Term):
    """How "trước ngày 15/6" is read (cách hiểu "trước ngày").

    No act settles it. The common reading leaves the day itself out, and agrees with the data cut-off on the 14th of
    Nghị định 09/2019/NĐ-CP, Điều 12.
    """

    DAY_BEFORE = ("day-before", "không kể ngày đó", "the day itself is too late")
    SAME_DAY = ("same-day", "kể cả ngày đó", "the day itself is in time")

    def last_day(self, date: datetime.date) -> datetime.date:
        """The last day in time for what is due "before" a date.

        Raises:
            InvalidValueError: There is no day before it.
        """
        if date == datetime.date.min:
            raise InvalidValueError("day", str(date), "there is no day before the first of year 1")
        return date - datetime.timedelta(days=1) if self is BeforePolicy.DAY_BEFORE else date


@frozen
class Deadline:
    """A deadline (thời hạn) as a document words it.

    Args:
        due: The day or period; without a year it recurs. None where it is relative ("trong vòng 10 ngày kể từ ngày …")
            or no day of the calendar.
        start: The first day, where a stretch of time is given; ``due`` is its end. "Quý III năm 2024" runs from
            2024-07 to 2024-09.
        relation: How what is due is tied to that day; "trước 17 giờ ngày 05/12" is ``Relation.BY``: the day itself is in time.
        what: The words of the duty.
        who: Those who owe it, as written ("Các trường"); None where the sentence names nobody.
        to_whom: Those it is owed to, as written ("Phòng Giáo dục và Đào tạo").
        period: The reporting period that is reported on, where the words name one ("báo cáo 6 tháng đầu năm").
        recurring: ``"yearly"``, ``"half-yearly"``, ``"quarterly"``, ``"monthly"`` or ``"weekly"``, where the document says so.
        impossible: Whether the date written is none ("trước ngày 31/6/2026").
        text: The date words as written.
        span: Where they stand.

    Raises:
        InvalidValueError: There is no such ``recurring``, or the date is impossible and there is one all the same.

    >>> Deadline(due=PartialDate.parse("2021-06-15"), relation=Relation.BEFORE).last_day()
    datetime.date(2021, 6, 14)
    """

    due: PartialDate | None = None
    start: PartialDate | None = None
    relation: Relation
    what: str | None = None
    who: Passage | None = None
    to_whom: Passage | None = None
    period: PeriodMention | None = None
    recurring: str | None = attrs.field(default=None, metadata=told(_RECURRENCE_TAKEN))
    impossible: bool = False
    text: str = ""
    span: Span | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.recurring is not None:
            _RECURRENCE_TAKEN.check(self.recurring)
        if self.impossible and self.due is not None:
            raise InvalidValueError("deadline", str(self.due), "an impossible date is no date")

    def last_day(self, policy: BeforePolicy = BeforePolicy.DAY_BEFORE) -> datetime.date | None:
        """The last day in time, or None for a deadline that recurs or is relative.

        Of a month the words may name a part: "giữa tháng" is the 15th (Bộ luật Dân sự 2015, Điều 146), "cuối tháng"
        the last day; "tuần đầu" ends on the 7th, "tuần thứ hai" on the 14th, as is the common reading. "Đầu tháng"
        names no day and leaves the whole month.

        >>> Deadline(due=PartialDate.parse("2020-04"), relation=Relation.DURING).last_day()
        datetime.date(2020, 4, 30)
        >>> Deadline(due=PartialDate.parse("2026-06"), relation=Relation.DURING, text="trong tuần đầu tháng 6/2026").last_day()
        datetime.date(2026, 6, 7)
        """
        if self.due is None:
            return None
        if part := self.part_of_month():
            first, last = part
            return policy.last_day(first) if self.relation is Relation.BEFORE else last
        if self.relation is not Relation.BEFORE:
            return self.due.latest()
        # What is due before a quarter is due before its first day.
        days = [date.earliest() for date in (self.start, self.due) if date is not None]
        return policy.last_day(min(day for day in days if day)) if self.due.year else None

    def part_of_month(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day of the part of a month (tuần đầu tháng, giữa tháng) that the words name, or None.

        A week has seven days; the middle and the end of a month are one day.

        >>> first_week = Deadline(due=PartialDate.parse("2026-06"), relation=Relation.DURING, text="tuần đầu tháng 6/2026")
        >>> [str(day) for day in first_week.part_of_month()]
        ['2026-06-01', '2026-06-07']
        """
        due = self.due
        if due is None or due.day is not None or due.month is None:
            return None
        match = _PART_OF_MONTH.search(comparison_key(self.text))
        last = due.latest() if match else None
        if match is None or last is None:
            return None
        if match.lastgroup in _LAST_DAYS:
            last = last.replace(day=_LAST_DAYS[match.lastgroup])
        return (last - datetime.timedelta(days=_DAYS_OF_WEEK - 1) if match.lastgroup in _WEEKS else last), last
