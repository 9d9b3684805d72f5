"""When a report is due, told from the period it is about."""

import datetime

import attrs

from vstbpn.calendars.mentions.deadline import BeforePolicy
from vstbpn.calendars.reporting.checks import of_type
from vstbpn.calendars.reporting.period import ReportingPeriod, day_of_month, last_of_month
from vstbpn.constraints import whole_number
from vstbpn.values import frozen

FEWEST_MONTHS, MOST_MONTHS = -12, 24
_MOST_DAYS = 31

_DAY_TAKEN = whole_number("day", 1, _MOST_DAYS, "a month has 31 days at most")
_MONTHS_TAKEN = whole_number(
    "months after the period", FEWEST_MONTHS, MOST_MONTHS, f"expected {FEWEST_MONTHS} to {MOST_MONTHS}"
)
_WORKING_DAYS_TAKEN = whole_number("working days", 1, 250, "expected 1 to 250")
_IS_NUMBER_OF_MONTHS = of_type("months after the period", int, "1")


def _policy_or_none(policy: BeforePolicy | None) -> BeforePolicy | None:
    return None if policy is None else BeforePolicy.of(policy)


@frozen
class DueDay:
    """Due on a day of a month (hạn vào một ngày), or before it.

    It is a rule for each month, not a date: day 30 is the last day of a February, and one month after December is
    January. A date written wrong ("trước ngày 31/6/2026") is found in a text as an impossible ``Deadline``.

    Args:
        day: The day; past the month's end it is the month's last. "Before" it is by the day that goes before: before
            the 31st is by 30 April, and by 28 or 29 February.
        months_after: How many months that month comes after the last one of the period, -12 to 24; below 0 it comes before.
        before: The reading of "trước ngày", or None where the day itself is meant ("chậm nhất ngày").

    Raises:
        InvalidValueError: No month has such a day, or the month is further off.

    >>> str(DueDay(day=15, before=BeforePolicy.DAY_BEFORE).of(ReportingPeriod.parse("2026-H1")))
    '2026-06-14'
    """

    day: int = attrs.field(validator=[of_type("day", int, "15"), _DAY_TAKEN])
    months_after: int = attrs.field(default=0, validator=[_IS_NUMBER_OF_MONTHS, _MONTHS_TAKEN])
    before: BeforePolicy | None = attrs.field(default=None, converter=_policy_or_none)

    def of(self, period: ReportingPeriod) -> datetime.date:
        """The last day in time for a period."""
        month, day = period.last_month + self.months_after, self.day
        if self.before is BeforePolicy.DAY_BEFORE:
            # Before the 31st is by the 30th, and before the 1st by the end of the month before.
            month, day = (month, day - 1) if day > 1 else (month - 1, _MOST_DAYS)
        return day_of_month(period.year, month, day)


@frozen
class DueMonth:
    """Due some time in a month (hạn trong tháng): "vào tháng 6"; its last day stands for it.

    Args:
        months_after: How many months it comes after the last one of the period, -12 to 24.

    Raises:
        InvalidValueError: It is further off.

    >>> str(DueMonth().of(ReportingPeriod.parse("2026-H1")))
    '2026-06-30'
    """

    months_after: int = attrs.field(default=0, validator=[_IS_NUMBER_OF_MONTHS, _MONTHS_TAKEN])

    def of(self, period: ReportingPeriod) -> datetime.date:
        """The last day of the month due for a period."""
        return last_of_month(period.year, period.last_month + self.months_after)


@frozen
class DueWorkingDays:
    """Due a number of working days after the data are cut off (hạn theo ngày làm việc).

    At least one lies between cut-off and sending (Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5 điểm b).

    Args:
        days: How many, 1 to 250.

    Raises:
        InvalidValueError: There are fewer or more.
    """

    days: int = attrs.field(validator=[of_type("working days", int, "2"), _WORKING_DAYS_TAKEN])


DueRule = DueDay | DueMonth | DueWorkingDays
"""How a due day is found."""
