"""Reporting periods as Vietnamese tables write them (kỳ báo cáo viết bằng chữ): "Quý I/2026", "6 tháng đầu năm 2026"."""

import re
from functools import lru_cache

from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod
from vstbpn.errors import InvalidValueError
from vstbpn.text import comparison_key

_MOST_LETTERS = 60

# What stands between a part and its year, without which their numbers would run into one.
_JOINT = r"(?: ?[/.-] ?|,? ?(?:của )?năm |,? )"
_YEAR = r"(?P<year>[0-9]{4})"
_SCHOOL_YEAR = r"(?P<year>[0-9]{4}) ?[-/] ?(?P<next>[0-9]{4})"
_SCHOOL_JOINT = r"(?: ?[/.-] ?|,? (?:của )?)(?:năm học )?"

_WORDS = {
    PeriodKind.MONTH: rf"(?:tháng|t\.?) ?(?P<number>1[0-2]|0?[1-9]){_JOINT}{_YEAR}",
    PeriodKind.QUARTER: rf"(?:qu[ýí]|q\.?) ?(?P<number>iv|i{{1,3}}|0?[1-4]){_JOINT}{_YEAR}",
    PeriodKind.HALF: rf"(?:0?6|sáu) tháng (?P<number>đầu|cuối){_JOINT}{_YEAR}",
    PeriodKind.NINE_MONTHS: rf"(?:0?9|chín) tháng(?: đầu)?{_JOINT}{_YEAR}",
    PeriodKind.YEAR: rf"(?:cả )?năm {_YEAR}",
    PeriodKind.TERM: rf"(?:(?:học )?k[ỳì]|hk) ?(?P<number>i{{1,2}}|[12]){_SCHOOL_JOINT}{_SCHOOL_YEAR}",
    PeriodKind.SCHOOL_YEAR: rf"(?:năm học|nh) {_SCHOOL_YEAR}",
}
"""How each kind is written, in small letters; the number of those that are one a year is not."""

_PATTERNS = tuple((kind, re.compile(rf"(?:kỳ (?:báo cáo )?)?{words}")) for kind, words in _WORDS.items())
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "đầu": 1, "cuối": 2}


@lru_cache(maxsize=4096)
def period_in_words(text: str) -> ReportingPeriod | None:
    """The period that a text names in Vietnamese, as ``ReportingPeriod.vi`` writes it or shorter; None if it names none.

    >>> str(period_in_words("Quý I/2026")), str(period_in_words("6 tháng cuối năm 2026")), period_in_words("đầu năm")
    ('2026-Q1', '2026-H2', None)
    >>> str(period_in_words("HK2 2025-2026")), str(period_in_words("năm học 2025 - 2026"))
    ('2025-2026-T2', '2025-2026')
    """
    if len(text) > _MOST_LETTERS:
        return None
    key = comparison_key(text)
    for kind, pattern in _PATTERNS:
        if match := pattern.fullmatch(key):
            return _period(kind, match.groupdict())
    return None


def _period(kind: PeriodKind, found: dict[str, str]) -> ReportingPeriod | None:
    year, number = int(found["year"]), found.get("number", "1")
    if kind.is_of_schools and int(found["next"]) != year + 1:
        return None
    try:
        return ReportingPeriod(kind=kind, year=year, number=_NUMBERS.get(number) or int(number))
    except InvalidValueError:
        return None
