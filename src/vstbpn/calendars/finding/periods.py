"""Finding reporting periods (kỳ báo cáo) in prose: what a report, a review or a figure is of."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vstbpn.calendars.finding.moments import EACH, words
from vstbpn.calendars.mentions.period import PeriodMention
from vstbpn.calendars.reporting.period import PeriodKind
from vstbpn.errors import InvalidValueError
from vstbpn.text import Folded, clean, fold
from vstbpn.values import evolve

_HEAD = re.compile(
    r"(?:áo cáo|áo\ncáo|ÁO CÁO|ơ kết|ơ\nkết|Ơ KẾT|ổng kết|ổng\nkết|ỔNG KẾT|ánh giá|ánh\ngiá|ố liệu|ố\nliệu|ống kê|ống\nkê"
    r"|ịnh kỳ|ịnh\nkỳ|ịnh kì|ỊNH KỲ|ằng|àng|ỗi)(?![^\W_])"
)
"""The ends of the words a period may follow: without first letters the pattern runs on literals alone."""

_REGULAR, _EACH_WORDS, _FIGURES = ("ịnh", "ỊNH"), ("ằng", "àng", "ỗi"), ("ánh", "ố l", "ố\n", "ống")

_AT_REGULAR_TIMES = ["định", "kỳ"]

_REACH = 160
"""How far behind such a word its period is looked for."""

_STOP = re.compile(r"[;:?!.\n](?:(?<=[;:?!])|(?<=[.])(?=\s)|(?<=\n)[ ]*(?=\n|[-+•*–]))")
"""What parts a period from the word before it."""

_YEAR = r"(?P<y>[0-9]{4})(?![0-9]|~[-–/]~[0-9])"
_ONCE = words(r"(?:~/~lần|,? (?:một|01|1) lần)(?![^\W_])")
_EACH = rf"(?P<each>(?:{EACH}|từng) )?"
_EDGE = r"(?:cuối |cả )?"
_NUMERAL = r"(?P<n>IV|I{1,3}|[1-4])(?![^\W_])"
_PLAIN_YEAR = words(rf" {_YEAR}")
_YEAR_OF_PART = words(rf"~[/-]~{_YEAR}|,?(?: của)? năm {_YEAR.replace('<y>', '<worded>')}")
_YEAR_OF_STRETCH = words(rf"~[/-]~{_YEAR}|,?(?: của)?(?: năm)? {_YEAR.replace('<y>', '<worded>')}")
_SCHOOL_YEAR = r"(?P<y>[0-9]{4})~[-–/]~(?P<next>[0-9]{4})(?![0-9])"
_YEAR_OF_SCHOOLS = words(rf" {_SCHOOL_YEAR}")
_YEAR_OF_TERM = words(rf"(?:~[/,(]|,| của)?(?:~năm học)?~{_SCHOOL_YEAR}")


_REPORT = words(r"(?<![^\W_])(?:báo cáo|sơ kết|tổng kết|kiểm điểm)(?![^\W_])")
_OTHER_WORK = words(
    r"(?<![^\W_])(?:cung cấp|kiểm tra|tổ chức|họp|sinh hoạt|rà soát|khám|tập huấn|giao ban|thanh tra|giám sát|bảo trì|kiểm định|luân phiên)(?![^\W_])"
)


class _Form(NamedTuple):
    """How a kind of period is written, and how its year stands behind it."""

    kind: PeriodKind
    pattern: re.Pattern[str]
    year: re.Pattern[str]
    needs_number: bool = False
    """Whether a year stands behind a numbered one alone: "tháng 2026" is no month."""


_FORMS = (
    _Form(PeriodKind.HALF, words(rf"{_EACH}(?:0?6|sáu) tháng(?: (?P<half>đầu|cuối)(?: năm(?! học))?)?"), _YEAR_OF_STRETCH),
    _Form(PeriodKind.NINE_MONTHS, words(r"(?:0?9|chín) tháng(?: đầu(?: năm)?)?"), _YEAR_OF_STRETCH),
    _Form(PeriodKind.QUARTER, words(rf"{_EACH}quý(?: {_NUMERAL})?|(?:0?3|ba) tháng"), _YEAR_OF_PART, needs_number=True),
    _Form(PeriodKind.MONTH, words(rf"{_EACH}(?:0?1 |một )?tháng(?: (?P<n>1[0-2]|0?[1-9])(?![0-9]))?"), _YEAR_OF_PART, needs_number=True),
    _Form(PeriodKind.TERM, words(rf"{_EACH}{_EDGE}(?:học kỳ|học kì|HK)(?:~(?P<n>I{{1,2}}|1|2)(?![^\W_]))?"), _YEAR_OF_TERM, needs_number=True),
    _Form(PeriodKind.SCHOOL_YEAR, words(rf"{_EACH}{_EDGE}năm học"), _YEAR_OF_SCHOOLS),
    _Form(PeriodKind.YEAR, words(rf"{_EACH}{_EDGE}(?:0?1 |một )?năm(?! học)"), _PLAIN_YEAR),
)  # fmt: skip
_ANY = re.compile(r"(?:háng|uý|ăm|ọc kỳ|ọc\nkỳ|ọc kì|HK(?=[I12])|HÁNG|UÝ|ĂM)(?:(?<=K)|(?![^\W_]|\s?:))")
_WHOLE = re.compile(
    rf"(?<![^\W_])(?:(?:{EACH}|từng|cuối|cả|(?:0?[1369])|một|ba|sáu|chín)\s{{1,3}}){{0,2}}[tqnh]?\Z",
    re.IGNORECASE,
)
"""What may stand before the end of such a word and be part of the period."""

_NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

_ABOUT = words(
    r"(?: (?:định kỳ|nhanh|thống kê|tổng hợp|tổng kết|sơ kết|đánh giá|kết quả|tình hình|công tác|thực hiện|chuyên đề|số liệu|hoạt động|của|theo))*~"
)
"""What may stand between a report and a bare "tháng", "quý", "năm" that is its period."""

_JOINT = words(r"(?:~\([^()]{0,60}\))?(?:~[,/]~|,? (?:và|hoặc) )(?:báo cáo (?=(?:cả )?năm [0-9]))?")
_NEXT_NUMERAL = words(_NUMERAL)
_TIMES = frozenset(
    {
        "trong",
        "vào",
        "từ",
        "đến",
        "tới",
        "hết",
        "trước",
        "sau",
        "ngày",
        "đầu",
        "giữa",
        "cuối",
        "kể",
        "tuổi",
        "với",
        "hạn",
        "gian",
        "tháng",
        "tuần",
        "khóa",
    }
)
_TIMES_OF_TWO = frozenset(
    {("giai", "đoạn"), ("nhiệm", "kỳ"), ("cùng", "kỳ"), *(("quý", numeral) for numeral in ("i", "ii", "iii", "iv"))}
)
"""Behind such words the period is a time, not what is reported on: "vào quý II", "ngày 25 hằng tháng"."""

_NO_PERIOD_AFTER = words(
    r" (?:kể|tuổi|trở|lương|tù|liên tục|liền|gần|tới|qua|nay|sau|làm việc|đó|thứ|cuối|hành động|"
    r"trước(?! (?:ngày|tháng|[0-9])))"
)
_OF_WORK = words(
    r"(?<![^\W_])(?:kế hoạch|chương trình|đề án|dự án|phương hướng|mục tiêu|chỉ tiêu|dự toán|kinh phí|nghị quyết|quyết định|"
    r"chỉ thị|hướng dẫn|phấn đấu|tháng hành động|đăng ký|triển khai (?!thực)|xây dựng|ban hành|so với|đến|từ|giai đoạn)(?![^\W_])"
)
"""Between a report and a year they make it the year of something else: "báo cáo kết quả thực hiện Kế hoạch năm 2026"."""

_OUTLOOK = words(r"(?<![^\W_])(?:nhiệm vụ|giải pháp|trọng tâm|dự kiến|ước)(?![^\W_])")
"""Between two periods of a report they make the second one that lies ahead: "quý III và nhiệm vụ quý IV"."""

_RESULTS = words(r"(?<![^\W_])(?:kết quả|tình hình)(?![^\W_])")
_RESULTS_OF = words(r"(?<![^\W_])(?:kết quả|tình hình) $")
_BY_A_DAY = words(r"~\(?(?:(?:gửi|nộp) )?(?:trước|chậm nhất|muộn nhất|vào|đến|hạn)(?![^\W_])")
_NEAR = 40
_REPORT_NEAR = words(r"(?<![^\W_])(?:báo cáo|sơ kết|tổng kết|thống kê|số liệu)(?![^\W_])")


class FoundPeriod(NamedTuple):
    """One period as written, from ``start`` to ``end``."""

    mention: PeriodMention
    start: int
    end: int


def find_periods(text: str) -> Iterator[PeriodMention]:
    """All reporting periods of a text that reports, reviews or figures are of, in reading order.

    >>> found = find_periods("Báo cáo 6 tháng đầu năm trước ngày 15/6, báo cáo năm 2026 trước ngày 15/12.")
    >>> [(period.text, period.kind.value, period.number, period.year) for period in found]
    [('6 tháng đầu năm', 'half', 1, None), ('năm 2026', 'year', None, 2026)]
    """
    folded = fold(text)
    return scan_periods(folded, 0, len(folded.text))


def scan_periods(folded: Folded, start: int, end: int) -> Iterator[PeriodMention]:
    """The reporting periods of ``folded.text[start:end]``, in reading order; their spans are in the source.

    A stretch of time in which something is done ("trong năm 2026", "vào quý II") is none, nor is the year of a plan, nor
    a day something is due on.
    """
    for item in period_items(folded, start, end):
        yield item.mention


def period_items(folded: Folded, start: int, end: int) -> Iterator[FoundPeriod]:
    """The same with their places in the folded text."""
    text = folded.text
    end = min(end, len(text))
    start = done = max(start, 0)
    for head in _HEAD.finditer(text, start, end):
        if head.end() < done:
            continue
        limit = min(end, head.end() + _REACH)
        stop = _STOP.search(text, head.end(), limit)
        limit = stop.start() if stop else limit
        for item in _after_head(folded, head, max(done, head.end()), limit):
            yield item
            done = item.end


def _after_head(folded: Folded, head: re.Match[str], at: int, limit: int) -> Iterator[FoundPeriod]:
    text = folded.text
    if head[0].startswith(_EACH_WORDS):
        # "Hằng quý, … báo cáo": the report stands after it, and the word itself opens the period.
        at = text.rfind("h", max(0, head.start() - 2), head.end())
        at = at if at >= 0 else max(text.rfind(letter, max(0, head.start() - 2), head.end()) for letter in "HmM")
        if at < 0 or _is_time(text, at) or (at and text[at - 1].isalnum()):
            return
        item = _item(folded, at, limit)
        reported = item and item.mention.each and _REPORT_NEAR.search(text, item.end, limit)
        if item and reported:
            yield from _listed(folded, item, limit)
        return
    if head[0].startswith(_REGULAR) and _is_of_other_work(text, head, limit):
        return
    found = _first(folded, head, at, limit)
    while found is not None:
        last = found
        for last in _listed(folded, found, limit):
            yield last
        after = last.end
        found = _first(folded, head, after, limit)
        if found and _OUTLOOK.search(text, after, found.start) and not _RESULTS.search(text, after, found.start):
            return


def _is_of_other_work(text: str, head: re.Match[str], limit: int) -> bool:
    """Whether what comes back is no report: "định kỳ 6 tháng kiểm tra"."""
    low = max(0, head.start() - _REACH)
    return not _REPORT.search(text, low, limit) and bool(_OTHER_WORK.search(text, low, limit))


def _first(folded: Folded, head: re.Match[str], at: int, limit: int) -> FoundPeriod | None:
    """The first period behind a word of reporting."""
    text = folded.text
    for place in _ANY.finditer(text, at, limit):
        whole = _WHOLE.search(text, max(at, place.start() - 16), place.start())
        if whole is None or _is_time(text, whole.start()):
            continue
        regular = head[0].startswith(_REGULAR) and whole.start() - head.end() < 3
        # Of "báo cáo Sở Nội vụ định kỳ quý" the second word of reporting tells what kind of period it is.
        regular = regular or text[max(at, whole.start() - 8) : whole.start()].casefold().split() == _AT_REGULAR_TIMES
        item = _item(folded, whole.start(), limit, regular=regular)
        if item is None or _NO_PERIOD_AFTER.match(text, item.end, limit):
            continue
        if _belongs(text, head, item):
            return item
    return None


def _is_time(text: str, at: int) -> bool:
    """Whether the words before a place make what stands there a time at which something is done."""
    before = text[max(0, at - 16) : at].lower().split()
    if not before:
        return False
    last = before[-1]
    return last in _TIMES or last[-1].isdigit() or tuple(before[-2:]) in _TIMES_OF_TWO


def _belongs(text: str, head: re.Match[str], item: FoundPeriod) -> bool:
    """Whether a period is that of the report before it."""
    mention = item.mention
    if _stands_by(text, head.end(), item.start) or _is_of_results(text, item):
        return True
    nearer = _REPORT.finditer(text, max(head.end(), item.start - _NEAR), item.start)
    if any(_stands_by(text, report.end(), item.start) for report in nearer):
        return True
    if head[0].startswith(_REGULAR) and not mention.each:
        return False
    if mention.kind is PeriodKind.MONTH and mention.year is None and not mention.each:
        return False
    told = mention.each or mention.number is not None or mention.year is not None
    told = told or mention.kind in {PeriodKind.HALF, PeriodKind.NINE_MONTHS}
    if mention.each and head[0].startswith(_FIGURES):
        return False
    if mention.each and _RESULTS.search(text, head.end(), item.start):
        return True
    return told and not _OF_WORK.search(text, head.end(), item.start)


def _stands_by(text: str, end: int, start: int) -> bool:
    """Whether nothing but what may stand between a report and its period does."""
    about = _ABOUT.match(text, end, start)
    return about is not None and about.end() == start


def _is_of_results(text: str, item: FoundPeriod) -> bool:
    """Whether it is the quarter or year of results handed in by a day: "báo cáo UBND tỉnh kết quả năm trước ngày …"."""
    if item.mention.kind not in {PeriodKind.QUARTER, PeriodKind.YEAR}:
        return False
    return bool(_RESULTS_OF.search(text, item.start - _NEAR, item.start)) and bool(_BY_A_DAY.match(text, item.end))


def _listed(folded: Folded, item: FoundPeriod, limit: int) -> Iterator[FoundPeriod]:
    """A period and those joined to it: "hằng tháng, quý, 6 tháng, năm"."""
    text = folded.text
    items = [item]
    while joint := _JOINT.match(text, items[-1].end, limit):
        before = items[-1].mention
        following = _item(folded, joint.end(), limit, regular=before.each)
        if following is None and before.kind is PeriodKind.QUARTER and before.number:
            following = _quarter(folded, joint.end(), limit)
        if following is None or _NO_PERIOD_AFTER.match(text, following.end, limit):
            break
        items.append(following)
    last = items[-1].mention
    for one in items:
        mention = one.mention
        shares = mention.kind.is_of_schools == last.kind.is_of_schools and (mention.number or not mention.each)
        if mention.year is None and last.year and shares:
            mention = evolve(mention, year=last.year)
        yield one._replace(mention=mention)


def _quarter(folded: Folded, at: int, limit: int) -> FoundPeriod | None:
    """A quarter of a list that names its word once: "quý I, II"."""
    match = _NEXT_NUMERAL.match(folded.text, at, limit)
    return _made(folded, _FORMS[2], match, limit, each=False) if match else None


def _item(folded: Folded, at: int, limit: int, *, regular: bool = False) -> FoundPeriod | None:
    """The period whose words begin at ``at``; ``regular`` says that it comes back."""
    for form in _FORMS:
        if match := form.pattern.match(folded.text, at, limit):
            return _made(folded, form, match, limit, each=regular)
    return None


def period_at(folded: Folded, at: int, limit: int) -> PeriodMention | None:
    """The period whose words begin at ``at``, where something else tells that it is reported on; None for none."""
    item = _item(folded, at, limit)
    return item.mention if item else None


def _made(folded: Folded, form: _Form, match: re.Match[str], limit: int, *, each: bool) -> FoundPeriod | None:
    text, end = folded.text, match.end()
    told = match.groupdict()
    numeral, half = told.get("n"), told.get("half")
    number = _number(numeral, half)
    year = form.year.match(text, end, limit) if number or not form.needs_number else None
    dated = year.groupdict() if year else {}
    first = dated.get("y") or dated.get("worded")
    if first and dated.get("next") and int(dated["next"] or 0) != int(first) + 1:
        return None
    end = year.end() if year else end
    once = _ONCE.match(text, end, limit)
    end = once.end() if once else end
    if end < limit and text[end].isalnum():
        return None
    try:
        mention = PeriodMention(
            kind=form.kind,
            number=number,
            year=int(first) if first else None,
            each=bool(told.get("each") or once or (each and number is None and year is None)),
            text=clean(text[match.start() : end]),
            span=folded.span(match.start(), end),
        )
    except InvalidValueError:
        return None
    return FoundPeriod(mention, match.start(), end)


def _number(numeral: str | None, half: str | None) -> int | None:
    if half:
        return 1 if half.casefold() == "đầu" else 2
    if not numeral:
        return None
    # A pattern that ignores case takes the dotted and the dotless I of other languages for an I.
    return int(numeral) if numeral.isdecimal() else _NUMERALS.get(numeral.casefold())
