"""A rule of the calendar (CAL): the day of the week written beside a date is the one it falls on."""

import datetime
import re
from collections.abc import Iterator

from vstbpn.findings import Finding
from vstbpn.plans.lasting import years_of_plan
from vstbpn.plans.plan import Plan
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.pieces import Piece, piece

_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAY = r"(?:thứ (?P<{0}>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?P<{0}s>chủ nhật))(?![^\W_])"
_DATE = r"(?P<d{0}>[0-9]{{1,2}})(?:[ ]?[/.-][ ]?|[ ]tháng[ ])(?P<m{0}>[0-9]{{1,2}})(?![0-9])(?:(?:[ ]?[/.-][ ]?|,?[ ]năm[ ])(?P<y{0}>[12][0-9]{{3}})(?![0-9]))?"
_ANCHOR = re.compile("[ứỨủỦ] (?:(?<=[ứỨ] )(?=[hbtnscHBTNSC2-7])|(?<=[ủỦ] )[nN](?=[hH]))")
"""The rare letter of "thứ" and "chủ nhật", which stands third."""
_BEFORE_DATE = re.compile(rf"{_WEEKDAY.format('w')}[ ]?[,(]?[ ]?(?:\()?ngày {_DATE.format('')}", re.IGNORECASE)
_AFTER_DATE = re.compile(rf"(?<![0-9/.-]){_DATE.format('')}[ ]?\([ ]?{_WEEKDAY.format('w')}[ ]?\)", re.IGNORECASE)
_NUMBERS = {
    "hai": 0,
    "2": 0,
    "ba": 1,
    "3": 1,
    "tư": 2,
    "4": 2,
    "năm": 3,
    "5": 3,
    "sáu": 4,
    "6": 4,
    "bảy": 5,
    "bẩy": 5,
    "7": 5,
}
_SUNDAY = 6
_MAY_STAND_BEFORE = re.compile(
    r"(?:^|[\n(\[“\"'*+•,;:.–/-]|(?<![^\W_])(?:sáng|trưa|chiều|tối|ngày|vào|hôm|từ|đến|hết|là|và|trước|sau|chậm nhất|muộn nhất))[ ]{0,3}$"
)
"""What a day of the week follows; after "lần", "phiên", "kỳ họp" the words "thứ hai" count something."""
_CALLED_A_DAY = re.compile(r"thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy|Bẩy), ngày ")
_COUNTED = re.compile(
    r"(?<![^\W_])(?:lần|phiên|kỳ|kì|khóa|khoá|đại hội|đợt|vòng|cuộc|buổi|bài|tập|phần|nhóm|năm|trung ương|quốc hội)(?![^\W_])"
    r"|(?<![^\W_])(?:họp|hội nghị|hội|tuần|quý|số|điểm|việc|hạng|bậc|bước|người)[ ]{0,3}$",
    re.IGNORECASE,
)
"""What "thứ Hai" may count though it is written with a capital, as the days of the week are."""
_ENOUGH_BEFORE, _SAME_WORDS, _LONGEST = 12, 50, 40
_FIRST_OF_A_COUNT = re.compile(r"thứ nhất", re.IGNORECASE)


def weekday_against_date(plan: Plan, context: Context) -> Iterator[Finding]:
    """What is called "thứ Hai, ngày 16/6/2026" where that day is a Tuesday; "thứ hai" that counts what is said is none."""
    found = piece(plan, context)
    if found is None:
        return
    text = found.folded.text
    years = years_of_plan(plan)
    counts: bool | None = None
    for anchor in _ANCHOR.finditer(text):
        match = _near(text, anchor.start() - 2) if anchor.start() > 1 else None
        if match is None:
            continue
        date, is_said = _date_of(match, years)
        if date is None or (match["w"] is None and match["ws"] is None):
            continue
        weekday = _SUNDAY if match["w"] is None else _NUMBERS[match["w"].lower()]
        if weekday == date.weekday():
            continue
        if counts is None:
            counts = _FIRST_OF_A_COUNT.search(text) is not None
        if counts and match["w"] is not None and not match["w"].isdigit() and match.re is _BEFORE_DATE:
            continue
        yield _finding(found, match, date, is_said=is_said)


def _near(text: str, at: int) -> re.Match[str] | None:
    """The date right after a day of the week, or the one it stands behind in brackets."""
    if match := _BEFORE_DATE.match(text, at):
        return match if match["w"] is None or _is_a_day(text, at, match) else None
    bracket = text.rfind("(", max(0, at - 2), at)
    if bracket < 0:
        return None
    for match in _AFTER_DATE.finditer(text, max(0, bracket - _LONGEST), min(len(text), at + _LONGEST)):
        if match.start() < at < match.end():
            return match
    return None


def _is_a_day(text: str, at: int, match: re.Match[str]) -> bool:
    """Whether "thứ Hai" is a day of the week: by the words before it, or by its capital where nothing there is counted."""
    if _MAY_STAND_BEFORE.search(text, max(0, at - _ENOUGH_BEFORE), at):
        return True
    if match["y"] is None or _CALLED_A_DAY.match(text, at) is None:
        return False
    return _COUNTED.search(text[max(0, at - _SAME_WORDS) : at].rpartition("\n\n")[2]) is None


def _date_of(match: re.Match[str], years: tuple[int | None, int | None]) -> tuple[datetime.date | None, bool]:
    """The date written, and whether its year is said; where it is not, that of a plan of one year is meant."""
    year = int(match["y"]) if match["y"] else None
    if year is None and years[0] == years[1]:
        year = years[0]
    if year is None:
        return None, False
    try:
        return datetime.date(year, int(match["m"]), int(match["d"])), match["y"] is not None
    except ValueError:
        return None, False


def _finding(found: Piece, match: re.Match[str], date: datetime.date, *, is_said: bool) -> Finding:
    name = "w" if match["w"] is not None else "ws"
    first = match.start("d") if match.re is _AFTER_DATE else match.start(name) - (len("thứ ") if name == "w" else 0)
    last = match.end() if match.re is _AFTER_DATE else match.end("y" if match["y"] else "m")
    args = {
        "written": match[0][first - match.start() : last - match.start()],
        "day": f"{match['d']}/{match['m']}/{date.year}",
        "weekday": _NAMES[date.weekday()],
    }
    return Finding.of("CAL007", args=args, span=found.folded_span(first, last), variant="" if is_said else "year")


WEEKDAY_RULES = (
    Rule(
        code="CAL007",
        inspect=weekday_against_date,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nI. THỜI GIAN\n\n- Khai mạc: thứ Hai, ngày 16/6/2026.\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nI. THỜI GIAN\n\n- Khai mạc: thứ Ba, ngày 16/6/2026.\n",
    ),
)
