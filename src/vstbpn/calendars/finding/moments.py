"""The date words of prose: days, months, quarters and years; listed, recurring or in a range."""

import re
from typing import NamedTuple

from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.values import evolve, frozen

EACH = r"(?:hàng|hằng|mỗi)"
"""The word of recurrence, in its two spellings, and its synonym."""

_BLANK = r"(?:[ ]{1,9}|[ ]{0,9}\n[ ]{0,9})"
_LONGEST_LIST = 12
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
"""Quarters in Roman figures; those after the fourth are read to be told impossible."""


def words(pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Compile a pattern in which a blank is whatever may stand between two words, and ``~`` is one blank or none.

    Words are parted by blanks or by the line end of hard-wrapped text, never by a blank line.
    """
    return re.compile(pattern.replace(" ", _BLANK).replace("~", "[ ]?"), flags)


@frozen
class Moment:
    """A day, month, quarter or year as written (mốc thời gian), from ``start`` to ``end`` of folded text.

    ``due`` is None where the words name no day of the calendar; ``impossible`` tells 31/6 from "tháng cuối quý".
    ``first`` is the beginning of a stretch, of a quarter or of half a year; ``is_long`` is true of whole years and
    halves of years; ``names_hour`` of a day with an hour later than midnight, which is reached on the day itself.
    """

    due: PartialDate | None = None
    first: PartialDate | None = None
    recurring: str | None = None
    impossible: bool = False
    is_long: bool = False
    names_hour: bool = False
    start: int
    end: int


BEFORE = r"tr(?:ướ|uớ|ưó|ươ|uó|ưo)c"
"""The word "trước", with the marks that scanned text often puts on the wrong letter or loses."""

_DAY = r"(?:m[ồù]ng )?(?P<d>[0-9]{1,2})"
_SCANNED_DAY = r"(?:m[ồù]ng )?(?P<d>[0-9][0-9lo]?|[lo][0-9]|0 [1-9])"
_SCANNED_MONTH = r"(?P<m>[0-9][0-9lo]?|[lo][0-9])"
"""A day and a month in figures; scanned text has an l for a 1, an O for a 0, and parts a nought from its figure."""

_YEAR = r"(?P<y>[0-9]{4})(?![0-9])"
_SLASH_YEAR = rf"(?:~[/-]~{_YEAR})?(?![0-9/%])"
_NUMERIC_DAY = rf"(?:ngày(?: )?)?{_SCANNED_DAY}~(?P<sep>[/.-])~{_SCANNED_MONTH}(?:~(?P=sep)~{_YEAR})?"
_WORDED_DAY = rf"(?:ngày )?{_SCANNED_DAY} (?:của )?(?P<all>các )?tháng {_SCANNED_MONTH}(?![^\W_]){_SLASH_YEAR}"
_OTHER_MONTH = (
    r"tháng (?:sau|trước|tới|tiếp theo|tiếp sau|kế tiếp|liền kề|liền sau|đó|báo cáo|kế hoạch)(?: (?:đó|liền kề))?"
)
_OTHER_PERIOD = r"(?:sau|trước|tiếp theo|kế tiếp|liền kề|báo cáo)"
_NTH = r"(?:đầu(?: tiên)?|cuối(?: cùng)?|thứ [^\W_]{1,5})"
_PERIOD = rf"(?:{EACH} )?(?:quý|học kỳ|kỳ|năm)(?: {_OTHER_PERIOD})?"

_FORMS = {
    "day": words(rf"{_NUMERIC_DAY}(?![0-9/%]|[.,-][0-9])"),
    "worded day": words(_WORDED_DAY),
    "day of quarter": words(rf"ngày {_DAY} (?:của )?(?:tháng {_NTH}(?:(?: của| trong)? {_PERIOD})?|{EACH} quý|quý {_OTHER_PERIOD})"),
    "day of month": words(rf"ngày {_DAY} (?:của )?(?:{EACH} tháng|{_OTHER_MONTH})"),
    "lone day": words(rf"ngày {_DAY}(?![^\W_]|[/%]|[.,-][0-9])"),
    "weekday": words(rf"(?:(?:ngày|sáng|trưa|chiều) )?(?:thứ [^\W_]{{1,4}}|chủ nhật),? (?:của )?{EACH} tuần"),
    "month": words(rf"tháng (?:(?P<m1>[0-9]{{1,2}})~[-–]~(?:tháng )?)?(?P<m>[0-9]{{1,2}}){_SLASH_YEAR}"),
    "quarter": words(rf"quý (?:(?P<q1>IV|I{{1,3}}|[1-4])~[-–]~(?:quý )?)?(?P<q>IV|I{{1,3}}|VI{{0,3}}|[1-4]|[05-9](?! tháng))(?![^\W_]){_SLASH_YEAR}"),
    "half": words(r"(?:0?6|sáu) tháng (?P<half>đầu|cuối)(?= năm)"),
    "year": words(rf"năm (?:(?P<y1>[0-9]{{4}})~[-–]~)?{_YEAR}(?!~[-–/]~[0-9])"),
}  # fmt: skip
_FAMILIES = {
    "day": "day",
    "worded day": "day",
    "day of month": "day",
    "lone day": "day",
    "month": "month",
    "quarter": "quarter",
}
_BARE = {
    "month": words(rf"(?P<m>[0-9]{{1,2}})(?=~[,.;)/]| (?:và|{EACH}|năm)){_SLASH_YEAR}"),
    "quarter": words(rf"(?P<q>IV|I{{1,3}})(?![^\W_]){_SLASH_YEAR}"),
}
_OTHER_MONTHS = words(rf"tháng (?P<m>[0-9]{{1,2}}){_SLASH_YEAR}|(?P<n>[0-9]{{1,2}})(?=~[,.;)]| (?:và|{EACH}|năm))")
_OTHER_OF_ALL_MONTHS = words(rf"(?:tháng )?(?P<m>[0-9]{{1,2}})(?! tháng){_SLASH_YEAR}")
"""The months listed after "ngày 15 tháng 3" and after "ngày 15 các tháng 3"."""
_OTHER_DAY_OF_MONTH = words(rf"{_DAY}(?= (?:của )?{EACH} tháng)")
_RECURRENCES = {"day of month": "monthly", "weekday": "weekly"}
_LONG = {"year", "half"}
_RELATIVE = {"day of quarter", "weekday"}

_HOUR = (
    r"(?:(?P<hour>[0-9]{1,2})~(?:h|g|giờ|:)~(?:(?P<minute>[0-9]{2})~)?(?:phút|’|')?,?(?: (?:sáng|trưa|chiều|tối),?)? )?"
)
_WEEKDAY = r"(?:(?:ngày )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?:,|~\(|,? (?=ngày))~)?"
_EDGE = rf"(?:hết |khoảng |tuần (?:thứ )?[1-5] (?:của )?|(?:tuần |ngày )(?:giữa|{_NTH}) (?:của )?|(?:đầu|cuối|giữa) (?:của )?)?"
_LEAD = words(_HOUR + _WEEKDAY + _EDGE)
_TAIL = words(
    rf",? năm {_YEAR}|,? năm (?P<none>[0-9]{{1,9}})(?![\w/]|~[._…]{{2}}|~…|[.,][0-9]| (?:lần|đợt|kỳ|học))"
    rf"| (?:của )?(?P<each>(?:{EACH} năm|năm {_OTHER_PERIOD})(?: (?:liền kề|báo cáo))?)"
)
"""The year behind a day or month; figures that are no year ("năm 0") make it no date, not one of every year."""
_IN_BRACKETS = r"(?:~\([^()\n]{1,60}\))?"
"""What a listed date is for: "ngày 15/6 (báo cáo 6 tháng) và ngày 15/12 (báo cáo năm)"."""
_AND = words(rf"{_IN_BRACKETS},? (?:và|hoặc) (?P<cue>(?:trước|vào|trong) )?")
_COMMA_OR_AND = words(rf"{_IN_BRACKETS}(?:,|,? (?:và|hoặc)) (?P<cue>(?:trước|vào|trong) )?")
_TERM = r"(?:học k[ỳì](?: (?:I{1,3}|[1-3])(?![^\W_]))?(?: năm học(?: [0-9]{4}~[-–]~[0-9]{4})?)?|năm học(?: [0-9]{4}~[-–]~[0-9]{4})?)"
_EACH_MONTH = words(rf" (?:của )?{EACH} tháng")
_PLACE = words(
    rf"(?:(?:thứ [^\W_]{{1,4}}|chủ nhật),? )?(?:tuần |ngày (?:làm việc )?)?(?:{_NTH}|giữa) (?:của )?(?:{EACH} )?"
    rf"(?P<what>tháng|quý|{_TERM}|kỳ|năm)(?: thứ [0-9]{{1,2}})?"
    rf"(?:(?: của| trong) (?:{EACH} )?(?P<whole>quý|năm|kỳ))?(?! [0-9])"
)
_AT_TERM_END = words(rf"(?:khi |ngày )?kết thúc (?:{EACH} )?{_TERM}(?! [0-9])")
_PLACE_RECURRENCES = {"tháng": "monthly", "quý": "quarterly", "năm": "yearly", "năm học": "yearly"}


class _Part(NamedTuple):
    """One date of a list, its figures not yet checked."""

    form: str
    year: int | None
    month: int | None
    day: int | None
    recurring: str | None
    first: tuple[int | None, int | None] | None
    start: int
    end: int
    of_all: bool = False


def read_moments(text: str, start: int, end: int) -> tuple[Moment, ...]:
    """Read the date words that stand at ``start``: one date or a list of them that share a year or "hàng năm".

    >>> [str(moment.due) for moment in read_moments("tháng 6 và tháng 12 hàng năm", 0, 28)]
    ['--06', '--12']
    """
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else start
    parts: list[_Part] = []
    cue_at: int | None = None
    while len(parts) < _LONGEST_LIST:
        part = _read_part(text, at, end, parts[-1] if parts else None)
        if part is None:
            break
        parts.append(part if cue_at is None else part._replace(start=cue_at))
        separator = (_AND if part.year else _COMMA_OR_AND).match(text, part.end, end)
        if separator is None or part.form not in _FAMILIES:
            break
        at, cue_at = separator.end(), (separator.start("cue") if separator["cue"] else None)
    if not parts:
        return _read_place(text, start, end)
    parts[0] = parts[0]._replace(start=start)
    moments = tuple(map(_moment, _sharing(parts)))
    if lead and lead[0].endswith("(") and text.startswith(")", moments[-1].end, end):
        moments = (*moments[:-1], evolve(moments[-1], end=moments[-1].end + 1))
    if lead and any(map(_number, lead.group("hour", "minute"))):
        return tuple(evolve(moment, names_hour=True) for moment in moments)
    return moments


def read_range(text: str, start: int, end: int) -> Moment | None:
    """Read a stretch of time that stands at ``start``; ``first`` and ``due`` are its two ends.

    >>> moment = read_range("từ ngày 15/11 đến hết ngày 15/12/2025", 0, 37)
    >>> str(moment.first), str(moment.due)
    ('2025-11-15', '2025-12-15')
    """
    opening = _FROM.match(text, start, end)
    first = _read_end(text, opening.end() if opening else start, end)
    if first is None:
        return None
    closing = (_TO if opening else _DASH).match(text, first.end, end)
    last = _read_end(text, closing.end(), end) if closing else None
    if last is None or last.form == "lone day":
        return None
    return _stretch(first, last, start)


_FROM = words(r"từ (?:sáng |chiều )?")
_TO = words(r",? (?:và )?(?:đến|tới|kết thúc(?: vào)?) (?:hết )?|~[-–]~")
_DASH = words(r"~[-–]~")
_ENDS = (
    ("day", words(rf"{_NUMERIC_DAY}(?![0-9])")),
    ("worded day", words(_WORDED_DAY)),
    ("month", words(rf"tháng (?P<m>[0-9]{{1,2}}){_SLASH_YEAR}")),
    ("year", words(rf"năm {_YEAR}")),
    ("lone day", words(rf"(?:ngày )?{_DAY}(?![0-9%])")),
)


def _stretch(first: _Part, last: _Part, start: int) -> Moment:
    month, year = first.month or (last.month if first.day else None), first.year
    if year is None and last.year and month and not first.month:
        # Two days of one month stay in it, written the wrong way round as they may be.
        year = last.year
    elif year is None and last.year and month:
        # The year stands once, at the end: from 15/11 to 15/01/2026 begins the year before.
        later = (month, first.day or 0) > (last.month or 12, last.day or 31)
        year = last.year - later
    return evolve(_moment(last._replace(start=start)), first=_date(year, month, first.day))


def _read_end(text: str, start: int, end: int) -> _Part | None:
    for form, pattern in _ENDS:
        if match := pattern.match(text, start, end):
            return _part(text, form, match, end)
    return None


def _read_part(text: str, start: int, end: int, before: _Part | None) -> _Part | None:
    family = _FAMILIES[before.form] if before else None
    for form, pattern in _FORMS.items():
        if family is not None and _FAMILIES.get(form) != family:
            continue
        match = pattern.match(text, start, end)
        if match and not _is_doubtful(form, match, text, end):
            return _part(text, form, match, end)
    if before is None or family is None:
        return None
    if family == "day":
        return _read_other(text, start, end, before)
    bare = _BARE[family].match(text, start, end)
    return _part(text, family, bare, end) if bare else None


def _read_other(text: str, start: int, end: int, before: _Part) -> _Part | None:
    """What shares the day or the month of the date before: "ngày 15 tháng 6 và tháng 12", "ngày 10 và 25 hằng tháng"."""
    if before.form == "worded day":
        match = (_OTHER_OF_ALL_MONTHS if before.of_all else _OTHER_MONTHS).match(text, start, end)
        return _part(text, before.form, match, end)._replace(day=before.day, of_all=before.of_all) if match else None
    if before.form == "lone day" and (match := _OTHER_DAY_OF_MONTH.match(text, start, end)):
        each = _EACH_MONTH.match(text, match.end(), end)
        part = _part(text, before.form, match, end)
        return part._replace(recurring="monthly", end=each.end()) if each else part
    return None


def _is_doubtful(form: str, match: re.Match[str], text: str, end: int) -> bool:
    """Whether figures without "ngày" and year are rather a fraction, a range or a count."""
    if form == "day":
        if match["y"]:
            return False
        misread = not f"{match['d']}{match['m']}".isdigit()
        return misread or match["sep"] == "." or (match["sep"] == "-" and not _says_day(match))
    if form == "worded day":
        return not (match["y"] or _says_day(match) or _TAIL.match(text, match.end(), end))
    return False


def _says_day(match: re.Match[str]) -> bool:
    return match[0][0].casefold() in "nm"


def _part(text: str, form: str, match: re.Match[str], end: int) -> _Part:
    found = match.groupdict()
    year, day = _number(found.get("y")), _number(found.get("d"))
    month, first = _months(form, found)
    stop, recurring = match.end(), _recurrence(form, match[0])
    tail = _TAIL.match(text, stop, end) if year is None and month is not None else None
    if tail:
        stop, year = tail.end(), 0 if tail["none"] else _number(tail["y"])
        recurring = "yearly" if tail["each"] else None
    return _Part(form, year, month, day, recurring, first, match.start(), stop, bool(found.get("all")))


def _recurrence(form: str, written: str) -> str | None:
    """How often a date of this form comes back; "ngày 15 tháng cuối kỳ" leaves open how long the period is."""
    if form != "day of quarter":
        return _RECURRENCES.get(form)
    words_of_it = written.casefold().split()
    if "kỳ" in words_of_it and "quý" not in words_of_it:
        return None
    return "yearly" if "năm" in words_of_it else "quarterly"


def _months(form: str, found: dict[str, str | None]) -> tuple[int | None, tuple[int | None, int | None] | None]:
    """The month that figures name, and the year and month a stretch begins with."""
    if form == "quarter":
        last = _quarter(found["q"])
        first_quarter = _quarter(found.get("q1")) or last
        return 3 * last, (None, 3 * first_quarter - 2)
    if form == "half":
        return (6, (None, 1)) if (found["half"] or "").casefold() == "đầu" else (12, (None, 7))
    first = (_number(found.get("y1")), _number(found.get("m1")))
    return _number(found.get("m") or found.get("n")), (first if any(first) else None)


def _quarter(numeral: str | None) -> int:
    """The number of a quarter, in figures of either kind; 0 for none."""
    if not numeral:
        return 0
    # A pattern that ignores case takes the dotted and the dotless I of other languages for an I.
    return int(numeral) if numeral.isdecimal() else _QUARTERS.get(numeral.casefold(), 0)


_MISREAD = str.maketrans("lo", "10")


def _number(figures: str | None) -> int | None:
    return int("".join(figures.casefold().translate(_MISREAD).split())) if figures else None


def _sharing(parts: list[_Part]) -> list[_Part]:
    """The parts of a list, each with the month, year or recurrence that stands once, at the end."""
    last = parts[-1]
    return [
        part._replace(year=last.year, month=part.month or last.month, recurring=last.recurring)
        if part.year is None and part.recurring is None and part.form not in _RELATIVE
        else part
        for part in parts
    ]


def _moment(part: _Part) -> Moment:
    place = Moment(recurring=part.recurring, is_long=part.form in _LONG, start=part.start, end=part.end)
    if part.form in _RELATIVE:
        return place
    due = _date(part.year, part.month, part.day)
    if due is None:
        return evolve(place, impossible=True)
    first = _date(part.first[0] or part.year, part.first[1], None) if part.first else None
    return evolve(place, due=due, first=first)


def _date(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year=year, month=month, day=day)
    except InvalidValueError:
        return None


def _read_place(text: str, start: int, end: int) -> tuple[Moment, ...]:
    if match := _AT_TERM_END.match(text, start, end):
        return (Moment(start=start, end=match.end()),)
    match = _PLACE.match(text, start, end)
    if match is None:
        return ()
    recurring = _PLACE_RECURRENCES.get((match["whole"] or match["what"]).casefold())
    return (Moment(recurring=recurring, start=start, end=match.end()),)
