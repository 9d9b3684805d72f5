"""The years a clause names (mốc thời gian): by which year, or in which run of years, a target is due."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vstbpn.dates import FIRST_YEAR, LAST_YEAR, YearRange

_PREPOSITIONS = "đến|tới|vào|trong|hết|cuối|đầu|từ|trước|kể|tính|sau"
_RUNS = r"giai\s{1,3}đoạn|nhiệm\s{1,3}kỳ|thời\s{1,3}kỳ|năm\s{1,3}học|các\s{1,3}năm"
_YEAR = re.compile(
    rf"(?<!\w)(?P<prep>(?:(?:{_PREPOSITIONS})\s{{1,3}}){{0,3}})"
    rf"(?:(?P<what>{_RUNS}|năm)\s{{1,3}}(?:từ\s{{1,3}}(?:năm\s{{1,3}})?)?|(?P<day>(?:ngày|tháng|quý)\s{{1,3}}[0-9IV./-]{{1,6}}[/-])|(?<=đến\s)|(?<=tới\s)|(?<=vào\s))"
    r"(?P<first>[0-9]{4})(?![0-9]|[.,/][0-9])"
    r"(?:\s{0,3}(?:[-–—]|đến\s{1,3}năm|đến)\s{0,3}(?P<last>[0-9]{4})(?![0-9/]))?"
    r"(?:\s{1,3}trở\s{1,3}đi)?",
    re.IGNORECASE,
)
_COMPARED_WITH = re.compile(
    r"(?<!\w)(?:so\s{1,3}với|hơn|cùng\s{1,3}kỳ|của|như|thực\s{1,3}hiện)\s{1,3}\Z", re.IGNORECASE
)
_DATED = re.compile(r"(?<!\w)(?:tháng|ngày)[\s\d/.…]{1,8}\Z", re.IGNORECASE)
_NAMED = re.compile(
    r"(?<!\w)(?:Chương trình|Đề án|Chiến lược|Kế hoạch|Dự án|Nghị quyết|Quyết định|Chỉ thị|Luật|Bộ luật|Pháp lệnh|Thông tư|Nghị định|Kết luận"
    r"|CHƯƠNG TRÌNH|ĐỀ ÁN|CHIẾN LƯỢC|KẾ HOẠCH|DỰ ÁN)\s[^,;:.]{0,150}\Z"
)
_INTRODUCED = re.compile(r"(?:\A|[,;:(%–-]|(?<!\w)(?:và|hoặc|còn))\s{0,3}\Z", re.IGNORECASE)
_FOLLOWED = r"(?:đạt|là|có|phấn|ít|tối|trên|dưới|không|khoảng|giảm|tăng|còn|tỷ|tỉ)(?!\w)"
_ENDED = re.compile(rf"\s{{0,3}}(?:[,:;.)]|\Z|{_FOLLOWED})", re.IGNORECASE)
_JOINED = re.compile(rf"\s{{0,3}}(?:[,:)]|{_FOLLOWED})", re.IGNORECASE)


class YearMention(NamedTuple):
    """A year or run of years where it stands; ``shared`` when its words may speak for the clauses before it."""

    start: int
    end: int
    year: int
    period: YearRange | None
    shared: bool


def find_years(text: str, start: int, end: int, *, named: bool = False) -> Iterator[YearMention]:
    """The years by which something is due in a stretch of folded text.

    Years of dates in full and of comparisons ("so với năm 2020") are left out, and, unless ``named``, those in the
    names of acts and programmes.
    """
    for match in _YEAR.finditer(text, start, end):
        first = int(match["first"])
        last = int(match["last"]) if match["last"] else first
        if not (FIRST_YEAR <= first <= LAST_YEAR and FIRST_YEAR <= last <= LAST_YEAR):
            continue
        if not _is_due(text, start, match, named=named):
            continue
        prepositions = match["prep"].casefold().split()
        by_one_year = match["what"] is None or (match["what"].casefold() == "năm" and set(prepositions) - {"từ"})
        is_run = first < last and not by_one_year
        yield YearMention(
            match.start(),
            match.end(),
            last,
            YearRange(start=first, end=last) if is_run else None,
            "vào" in prepositions or "đến" in prepositions,
        )


def _is_due(text: str, start: int, match: re.Match[str], *, named: bool) -> bool:
    at = match.start()
    prepositions = match["prep"].casefold().split()
    if _COMPARED_WITH.search(text, max(start, at - 16), at) or _DATED.search(text, max(start, at - 16), at):
        return False
    if match["what"] is None and match["day"] is None and not _ENDED.match(text, match.end()):
        return False  # "từ 1000 đến 2030 hộ" counts households.
    if "vào" in prepositions:
        return True
    if not named and _NAMED.search(text, max(start, at - 170), at):
        return False
    if match["day"]:
        return bool(prepositions) and prepositions[0] in {"đến", "tới", "trước"}
    if prepositions or match["last"] or match["what"].casefold() != "năm":
        return True
    introduced = at == start or _INTRODUCED.search(text, max(start, at - 8), at) is not None
    return introduced or _JOINED.match(text, match.end()) is not None
