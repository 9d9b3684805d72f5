"""Reporting periods as Vietnamese tables write them (kỳ báo cáo viết bằng chữ): "Quý I/2026", "6 tháng đầu năm 2026"."""

import re
from functools import lru_cache

from vstbpn.calendars.periods import PeriodKind, ReportingPeriod
from vstbpn.errors import InvalidValueError
from vstbpn.text import comparison_key

_MOST_LETTERS = 40
_WORDS = re.compile(
    r"(?:(?:qu[ýí] ?(?P<quarter>iv|i{1,3}|0?[1-4])"
    r"|tháng ?(?P<month>1[0-2]|0?[1-9])"
    r"|(?:0?6|sáu) tháng (?P<half>đầu|cuối)"
    r"|(?P<nine>(?:0?9|chín) tháng(?: đầu)?))"
    # What stands between a part and its year, without which their numbers would run into one.
    r"(?: ?[/.-] ?|,? ?(?:của )?năm |,? )"
    r"|(?:cả )?năm )"
    r"(?P<year>[0-9]{4})"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_HALVES = {"đầu": 1, "cuối": 2}


@lru_cache(maxsize=4096)
def period_in_words(text: str) -> ReportingPeriod | None:
    """The period that a text names in Vietnamese, as ``ReportingPeriod.vi`` writes it or shorter; None if it names none.

    >>> str(period_in_words("Quý I/2026")), str(period_in_words("6 tháng cuối năm 2026")), period_in_words("đầu năm")
    ('2026-Q1', '2026-H2', None)
    """
    if len(text) > _MOST_LETTERS:
        return None
    match = _WORDS.fullmatch(comparison_key(text))
    if match is None:
        return None
    kind, number = PeriodKind.YEAR, 1
    if match["quarter"]:
        kind, number = PeriodKind.QUARTER, _QUARTERS.get(match["quarter"]) or int(match["quarter"])
    elif match["month"]:
        kind, number = PeriodKind.MONTH, int(match["month"])
    elif match["half"]:
        kind, number = PeriodKind.HALF, _HALVES[match["half"]]
    elif match["nine"]:
        kind = PeriodKind.NINE_MONTHS
    try:
        return ReportingPeriod(kind=kind, year=int(match["year"]), number=number)
    except InvalidValueError:
        return None
