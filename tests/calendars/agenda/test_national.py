"""What a year holds for the whole country."""

import datetime

import pytest

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.calendars.agenda.national import national_calendar
from vstbpn.calendars.working.sectors import Sector
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.errors import InvalidValueError

YEAR = national_calendar(2026)


def named(entries: tuple[CalendarEntry, ...], kind: EntryKind) -> dict[str, str]:
    return {f"{entry.start:%d/%m}-{entry.end:%d/%m}": entry.what for entry in entries if entry.kind is kind}


class TestHolidays:
    """Public holidays, and days off by swap."""

    def test_the_days_off_of_2026(self) -> None:
        """9441/TB-BNV (2025-10-16), 12729/VPCP-KGVX (2025-12-25), Nghị quyết 28/2026/QH16."""
        assert named(YEAR, EntryKind.HOLIDAY) == {
            "01/01-01/01": "Tết Dương lịch",
            "02/01-02/01": "Nghỉ hoán đổi, làm bù ngày 10/01/2026",
            "16/02-20/02": "Tết Nguyên Đán",
            "26/04-27/04": "Ngày Giỗ Tổ Hùng Vương",
            "30/04-30/04": "Ngày Chiến thắng",
            "01/05-01/05": "Ngày Quốc tế Lao động",
            "31/08-31/08": "Nghỉ hoán đổi, làm bù ngày 22/8/2026",
            "01/09-02/09": "Quốc khánh",
            "24/11-24/11": "Ngày Văn hóa Việt Nam",
        }

    def test_days_in_lieu_that_stand_alone_say_so(self) -> None:
        """2022: 30/4 and 1/5 fell on a weekend, and Monday and Tuesday were off."""
        found = named(national_calendar(2022), EntryKind.HOLIDAY)
        assert found["02/05-02/05"] == "Ngày Chiến thắng (nghỉ bù)"
        assert found["03/05-03/05"] == "Ngày Quốc tế Lao động (nghỉ bù)"

    def test_other_employers_have_no_swaps(self) -> None:
        others = national_calendar(2026, WorkCalendar.bundled(Sector.OTHER))
        assert [entry for entry in YEAR if entry not in others] == [entry for entry in YEAR if "hoán đổi" in entry.what]

    def test_a_year_not_announced_is_provisional(self) -> None:
        for year in (2026, 2027):
            entries = national_calendar(year)
            assert {entry.provisional for entry in entries if entry.kind is EntryKind.HOLIDAY} == {year == 2027}
            assert not any(entry.provisional for entry in entries if entry.kind is not EntryKind.HOLIDAY)

    @pytest.mark.parametrize("year", [*range(1995, 2040), 1901, 2100])
    def test_they_are_the_days_off_of_the_work_calendar(self, year: int) -> None:
        days = WorkCalendar.bundled()
        entries = [entry for entry in national_calendar(year) if entry.kind is EntryKind.HOLIDAY]
        off = [
            entry.start + datetime.timedelta(days=number)
            for entry in entries
            for number in range((entry.end - entry.start).days + 1)
        ]
        swapped = {swap.day_off for swap in days.swaps if swap.confirmed and swap.day_off.year == year}
        assert sorted(off) == sorted({*days.public_holidays(year), *swapped})


class TestOccasions:
    """Feast days and campaigns."""

    def test_feast_days(self) -> None:
        found = named(YEAR, EntryKind.OBSERVANCE)
        assert found["08/03-08/03"] == "Ngày Quốc tế Phụ nữ"
        assert {"28/06-28/06", "20/10-20/10", "25/11-25/11"} <= set(found)

    def test_the_action_month_has_the_theme_of_the_year(self) -> None:
        (month,) = [entry for entry in national_calendar(2025) if entry.what.startswith("Tháng hành động vì bình đẳng")]
        assert (str(month.start), str(month.end), month.kind) == ("2025-11-15", "2025-12-15", EntryKind.CAMPAIGN)
        assert (month.theme or "").startswith("bình đẳng giới và an toàn")

    def test_there_was_none_before_2016(self) -> None:
        assert "Tháng hành động vì bình đẳng giới" not in " ".join(entry.what for entry in national_calendar(2015))


def test_entries_come_in_order_of_their_last_day() -> None:
    ends = [entry.end for entry in YEAR]
    assert ends == sorted(ends)


@pytest.mark.parametrize("year", [0, -5, 1900, 2101, 9999, 10**40])
def test_wild_years_are_refused(year: int) -> None:
    with pytest.raises(InvalidValueError):
        national_calendar(year)
