"""Where a due day goes that is no working day."""

import datetime

from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.vocabulary import Term


class Roll(Term):
    """Where a due day goes that is no working day (cách dời hạn).

    Following is the rule of Bộ luật Dân sự 2015, Điều 148 khoản 5; many offices prefer preceding.
    """

    NONE = ("none", "giữ nguyên", "stays")
    FOLLOWING = ("following", "ngày làm việc tiếp theo", "next working day")
    PRECEDING = ("preceding", "ngày làm việc liền trước", "preceding working day")

    def apply(self, date: datetime.date, days: WorkCalendar) -> datetime.date:
        """The day after rolling.

        Raises:
            InvalidValueError: The day is outside the years of the calendar.
        """
        if self is Roll.FOLLOWING:
            return days.following(date)
        return days.preceding(date) if self is Roll.PRECEDING else date
