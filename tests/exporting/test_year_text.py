"""A year as lines of text: what is told of days off and of what has no day."""

import datetime

import pytest
from year_entries import deadline

from vstbpn.calendars.agenda.entry import EntryKind
from vstbpn.calendars.duties.occurrence import Precision
from vstbpn.calendars.working.swaps import Swap
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.exporting.year_page.markdown import year_to_markdown
from vstbpn.exporting.year_text import year_to_text
from vstbpn.values import evolve


class TestDaysOff:
    """A deadline on a day off says so, unless it was moved."""

    @pytest.mark.parametrize(("month", "day", "is_off"), [(2, 17, True), (6, 14, True), (6, 12, False)])
    def test_holidays_and_weekends(self, month: int, day: int, is_off: bool) -> None:
        told = [deadline(month, day)]
        assert ("(rơi vào ngày nghỉ)" in year_to_text(told)) is is_off
        assert ("falls on a day off" in year_to_text(told, "en")) is is_off
        assert ("| rơi vào ngày nghỉ |" in year_to_markdown(told, 2026)) is is_off
        assert ("falls on a day off" in year_to_markdown(told, 2026, lang="en")) is is_off

    def test_what_was_moved_and_what_is_no_deadline(self) -> None:
        sunday = deadline(6, 14)
        moved = evolve(sunday, moved_to=datetime.date(2026, 6, 12))
        feast = evolve(sunday, kind=EntryKind.OBSERVANCE)
        assert "ngày nghỉ" not in year_to_text([moved, feast])

    def test_days_given(self) -> None:
        swap = Swap(day_off=datetime.date(2026, 6, 12), day_worked=datetime.date(2026, 6, 20))
        days = WorkCalendar(swaps=(swap,))
        assert "ngày nghỉ" in year_to_text([deadline(6, 12)], days=days)
        assert "ngày nghỉ" in year_to_markdown([deadline(6, 12)], 2026, days)
        assert "ngày nghỉ" not in year_to_text([deadline(6, 20)], days=days)

    def test_years_whose_holidays_are_not_known(self) -> None:
        sunday, monday = datetime.date(2150, 3, 1), datetime.date(2150, 3, 2)
        assert "ngày nghỉ" in year_to_text([deadline(1, 1, start=sunday, end=sunday)])
        assert "ngày nghỉ" not in year_to_text([deadline(1, 1, start=monday, end=monday)])


class TestWithoutADay:
    """What is set by the month or the week says so, in one pair of brackets."""

    def test_months(self) -> None:
        line = year_to_text([deadline(7, 31, start=datetime.date(2026, 7, 1), precision=Precision.MONTH)])
        assert line.endswith("Báo cáo (chỉ ấn định theo tháng: tháng 7/2026)")

    def test_weeks(self) -> None:
        week = deadline(7, 14, start=datetime.date(2026, 7, 8), precision=Precision.WEEK)
        assert year_to_text([week]).endswith("Báo cáo (chỉ ấn định theo tuần: từ 08/7/2026 đến 14/7/2026)")
        assert year_to_text([week], "en").endswith("(set by the week only: 8 Jul 2026 to 14 Jul 2026)")
        before = deadline(7, 14, precision=Precision.WEEK)
        assert year_to_text([before]).endswith("(chỉ ấn định theo tuần, không nêu ngày)")
