"""The years a clause names (mốc thời gian): by which year, in each of which, or from which on a target is due."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vstbpn.dates import FIRST_YEAR, LAST_YEAR, YearRange
from vstbpn.vocabulary import When

_PREPOSITIONS = "đến|tới|vào|trong|hết|cuối|đầu|từ|trước|kể|tính|sau"
_RUNS = r"giai\s{1,3}đoạn|nhiệm\s{1,3}kỳ|thời\s{1,3}kỳ|năm\s{1,3}học|các\s{1,3}năm"
_YEAR = re.compile(
    rf"(?<!\w)(?P<prep>(?:(?:{_PREPOSITIONS})\s{{1,3}}){{0,3}})"
    rf"(?:(?P<what>{_RUNS}|năm)\s{{1,3}}(?:từ\s{{1,3}}(?:năm\s{{1,3}})?)?|(?P<day>(?:ngày|tháng|quý)\s{{1,3}}[0-9IV./-]{{1,6}}[/-])|(?P<bracket>(?<=\()(?=[0-9]{{4}}\)))|(?<=đến\s)|(?<=tới\s)|(?<=vào\s))"
    r"(?P<first>[0-9]{4})(?![0-9]|[.,/][0-9])"
    r"(?:\s{0,3}(?:[-–—]|đến\s{1,3}năm|đến)\s{0,3}(?P<last>[0-9]{4})(?![0-9/]))?"
    r"(?P<onwards>\s{1,3}trở\s{1,3}(?:đi|về\s{1,3}sau)"
    r"|\s{1,3}và\s{1,3}(?:các|những)\s{1,3}năm\s{1,3}(?:tiếp\s{1,3}(?:theo|sau)|kế\s{1,3}tiếp|về\s{1,3}sau|sau(?:\s{1,3}đó)?))?",
    re.IGNORECASE,
)
# It begins with a class of letters, as only such a pattern is searched for quickly.
_EACH = re.compile(
    r"[HhMm](?<!\w.)(?:ằng|àng|ỗi|ọi|ẰNG|ÀNG|ỖI|ỌI)\s{1,3}(?:năm|NĂM)(?:\s{1,3}học)?(?!\w|\s{1,3}[0-9]{4})(?:\s{1,3}(?:bình\s{1,3}quân|trung\s{1,3}bình)(?!\w))?"
)
_TIMED = re.compile(r"[12][0-9]{3}|[HhMm](?:ằng|àng|ỗi|ọi|ẰNG|ÀNG|ỖI|ỌI)\s")
_AVERAGE = re.compile(r"(?<!\w)(?:bình\s{1,3}quân|trung\s{1,3}bình)\s{1,3}\Z", re.IGNORECASE)
# What is called so after the year it belongs to is no time a target is due.
_ATTRIBUTE = re.compile(
    r"(?<!\w)(?:kế\s{1,3}hoạch|chương\s{1,3}trình|báo\s{1,3}cáo|dự\s{1,3}toán|ngân\s{1,3}sách|kinh\s{1,3}phí|nhiệm\s{1,3}vụ|nhu\s{1,3}cầu|công\s{1,3}tác"
    r"|tuyển\s{1,3}(?:dụng|sinh|mới)|kết\s{1,3}quả|hội\s{1,3}nghị|diễn\s{1,3}đàn|sinh\s{1,3}ra|(?:chỉ|mục)\s{1,3}tiêu|số|số\s{1,3}lượng|đánh\s{1,3}giá"
    r"|xếp\s{1,3}loại|định\s{1,3}mức|hành\s{1,3}động|thu\s{1,3}nhập|tăng\s{1,3}trưởng)\s{1,3}\Z",
    re.IGNORECASE,
)
# The same words, with a few that tell which plan is meant: "kế hoạch giao quân năm 2026".
_CALLED = re.compile(
    r"(?<!\w)(?:kế\s{1,3}hoạch|chương\s{1,3}trình|báo\s{1,3}cáo|dự\s{1,3}toán|ngân\s{1,3}sách|kinh\s{1,3}phí|nhiệm\s{1,3}vụ|(?:chỉ|mục)\s{1,3}tiêu|kết\s{1,3}quả)"
    r"(?:\s{1,3}[^\W\d_]{1,12}){0,4}\s{1,3}\Z",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\s{0,3}(?:[.;]|\Z|và\s{1,3}(?:ít|tối|trên|dưới|không|khoảng|[0-9]{1,3}(?![0-9])))", re.IGNORECASE
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
    """A year, run of years or "hằng năm" where it stands.

    ``year`` is None for "hằng năm" alone; ``shared`` tells that its words may speak for the clauses before it.
    """

    start: int
    end: int
    year: int | None
    period: YearRange | None
    shared: bool
    when: When = When.BY


def find_years(text: str, start: int, end: int, *, named: bool = False, closing: bool = False) -> Iterator[YearMention]:
    """The years by which, in each of which or from which on something is due in a stretch of folded text.

    Years of dates in full and of comparisons ("so với năm 2020") are left out, and, unless ``named``, those in the
    names of acts and programmes, and the "hằng năm" of what is called so ("kế hoạch hằng năm"). Only where it is
    ``closing`` does a year at the very end need no word before it: "50% hiệu trưởng là nữ năm 2026".
    """
    if _TIMED.search(text, start, end) is None:
        return
    each = [
        _each_year(text, start, match)
        for match in _EACH.finditer(text, start, end)
        if named or not _ATTRIBUTE.search(text, max(start, match.start() - 16), match.start())
    ]
    dated = _dated_years(text, start, end, named=named, closing=closing)
    yield from sorted((*each, *dated), key=lambda mention: mention.start) if each else dated


def _each_year(text: str, start: int, match: re.Match[str]) -> YearMention:
    average = _AVERAGE.search(text, max(start, match.start() - 18), match.start())
    begin = average.start() if average else match.start()
    return YearMention(begin, match.end(), None, None, shared=False, when=When.EACH_YEAR)


def _dated_years(text: str, start: int, end: int, *, named: bool, closing: bool) -> Iterator[YearMention]:
    for match in _YEAR.finditer(text, start, end):
        first = int(match["first"])
        last = int(match["last"]) if match["last"] else first
        if not (FIRST_YEAR <= first <= LAST_YEAR and FIRST_YEAR <= last <= LAST_YEAR):
            continue
        if not _is_due(text, start, match, named=named) and not (closing and _closes(text, start, end, match)):
            continue
        yield _mention(match, first, last)


def _closes(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether a bare year ends its clause and tells when all of it is due, and not which plan or which other year is meant."""
    at = match.start()
    if (match["what"] or "").casefold() != "năm" or match["last"] or not _CLOSED.match(text, match.end(), end):
        return False
    return not (
        _COMPARED_WITH.search(text, max(start, at - 16), at)
        or _ATTRIBUTE.search(text, max(start, at - 16), at)
        or _CALLED.search(text, max(start, at - 70), at)
        or _NAMED.search(text, max(start, at - 170), at)
    )


def _mention(match: re.Match[str], first: int, last: int) -> YearMention:
    prepositions = match["prep"].casefold().split()
    what = (match["what"] or "").casefold()
    by_one_year = not what or (what == "năm" and set(prepositions) - {"từ"})
    is_run = first < last and not by_one_year
    begins = "từ" in prepositions
    if match["onwards"] and begins and is_run:
        # "từ năm học 2025 - 2026 trở đi"
        is_run, last = False, first
    onwards = not is_run and (match["onwards"] is not None or (begins and first == last))
    return YearMention(
        match.start(),
        match.end(),
        last,
        YearRange(start=first, end=last) if is_run else None,
        "vào" in prepositions or "đến" in prepositions,
        When.ONWARDS if onwards else When.BY,
    )


def _is_due(text: str, start: int, match: re.Match[str], *, named: bool) -> bool:
    at = match.start()
    prepositions = match["prep"].casefold().split()
    if _COMPARED_WITH.search(text, max(start, at - 16), at) or _DATED.search(text, max(start, at - 16), at):
        return False
    if match["bracket"] is not None:
        return True
    if match["what"] is None and match["day"] is None and not _ENDED.match(text, match.end()):
        return False  # "từ 1000 đến 2030 hộ" counts households.
    if "vào" in prepositions:
        return True
    if not named and _NAMED.search(text, max(start, at - 170), at):
        return False
    introduced = at == start or _INTRODUCED.search(text, max(start, at - 8), at) is not None
    if match["day"]:
        if not prepositions:
            return False
        return prepositions[0] in {"đến", "tới", "trước"} or ("từ" in prepositions and introduced)
    if prepositions or match["last"] or match["what"].casefold() != "năm":
        return True
    return introduced or _JOINED.match(text, match.end()) is not None
