"""The days off that the law sets: public holidays, and the days in lieu of those that fall on a weekly rest."""

import datetime
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from vstbpn.catalogue.tables import CalendarRow, calendar
from vstbpn.errors import InvalidValueError, shown

FIRST_WORK_YEAR, LAST_WORK_YEAR = 1901, 2100
"""The years whose lunar feasts are known to the tables of the ``holidays`` library."""

HOLIDAY_SOURCE = "PyPI holidays, holidays/countries/vietnam.py"
"""Where the days off of a year come from."""

_IN_LIEU = "(nghỉ bù)"
_LABOUR_CODE_ROW, _IN_LIEU_RULE_ROW = "le-tet-duong", "blld-111-3"


def check_work_year(date: datetime.date) -> datetime.date:
    """The day itself.

    Raises:
        InvalidValueError: It lies outside the years whose days off are known.
    """
    if not FIRST_WORK_YEAR <= date.year <= LAST_WORK_YEAR:
        reason = f"working days are known from {FIRST_WORK_YEAR} to {LAST_WORK_YEAR}"
        raise InvalidValueError("day", str(date), reason)
    return date


@cache
def statutory_holidays(year: int) -> Mapping[datetime.date, str]:
    """The days off of a year by law with their Vietnamese names, in order; no announced swap among them.

    Bộ luật Lao động 45/2019/QH14, Điều 112; days in lieu by Điều 111 khoản 3; 24/11 by Nghị quyết 28/2026/QH16. Which
    days of Tết are off, and which day beside 2/9, is announced each year; until then it is as the library reckons.

    Raises:
        InvalidValueError: The year is outside 1901 to 2100.

    >>> statutory_holidays(2026)[datetime.date(2026, 4, 27)]
    'Ngày Giỗ Tổ Hùng Vương (nghỉ bù)'
    """
    if not FIRST_WORK_YEAR <= year <= LAST_WORK_YEAR:
        reason = f"holidays are known from {FIRST_WORK_YEAR} to {LAST_WORK_YEAR}"
        raise InvalidValueError("year", shown(year), reason)
    import holidays  # It takes a while to load.

    table = holidays.country_holidays("VN", language="vi")
    # The library's swaps are incomplete; swaps are data of our own, laid over these days.
    table.special_public_holidays = {}
    table.get(datetime.date(year, 1, 1))  # The library fills in a year when it is first asked about it.
    return MappingProxyType({date: name for date, name in sorted(table.items()) if date.year == year})


def holiday_basis(date: datetime.date, name: str) -> str | None:
    """The provision by which a holiday is off, where the bundled table tells it for that day."""
    rows = _rows()
    rule = rows[_IN_LIEU_RULE_ROW]
    if date < datetime.date.fromisoformat(rule.valid_from):
        return None  # Older codes ordered the same days by other articles.
    if name.endswith(_IN_LIEU):
        return rule.legal_basis
    for row in rows.values():
        if row.kind == "public_holiday" and row.calendar == "solar" and row.start == f"{date:%m-%d}":
            return row.legal_basis
    return rows[_LABOUR_CODE_ROW].legal_basis


@cache
def _rows() -> Mapping[str, CalendarRow]:
    return {row.id: row for row in calendar() if row.kind == "public_holiday" or row.id == _IN_LIEU_RULE_ROW}
