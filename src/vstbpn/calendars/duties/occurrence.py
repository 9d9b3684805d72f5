"""One turn of a duty to report."""

import datetime

import attrs

from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.errors import InvalidValueError
from vstbpn.organisations.units.intervals import plain_day
from vstbpn.values import frozen
from vstbpn.vocabulary import Term


class Precision(Term):
    """How exactly a due day is known (độ chính xác)."""

    DAY = ("day", "ngày", "day")
    WEEK = ("week", "tuần", "week")
    MONTH = ("month", "tháng", "month")
    QUARTER = ("quarter", "quý", "quarter")
    HALF = ("half", "6 tháng", "half-year")
    YEAR = ("year", "năm", "year")


@frozen
class Occurrence:
    """One turn of a duty to report (một kỳ báo cáo): period, window of its data, and the day it is due.

    A datetime is cut to its day.

    Args:
        period: What is reported on.
        window_start: The first day of the data.
        window_end: The last day of the data.
        nominal_due: The last day by the wording.
        effective_due: The day after rolling.
        precision: How exactly the day is known.
        provisional: Whether it may still move: it was counted in working days, or is to be rolled, and the days off
            about it are not announced yet.

    Raises:
        InvalidValueError: The window ends before it starts, or one of the days is no date.
    """

    period: ReportingPeriod
    window_start: datetime.date = attrs.field(converter=plain_day)
    window_end: datetime.date = attrs.field(converter=plain_day)
    nominal_due: datetime.date = attrs.field(converter=plain_day)
    effective_due: datetime.date = attrs.field(converter=plain_day)
    precision: Precision = Precision.DAY
    provisional: bool = False

    def __attrs_post_init__(self) -> None:
        if self.window_end < self.window_start:
            raise InvalidValueError(
                "window end", str(self.window_end), f"it lies before its start, {self.window_start}"
            )
