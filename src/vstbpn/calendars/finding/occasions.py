"""Finding campaigns (tháng hành động) and feast days (ngày kỷ niệm) in prose."""

import re
from collections.abc import Iterator

from vstbpn.calendars.finding.clauses import clause_around
from vstbpn.calendars.finding.moments import Moment, read_moments, read_range, words
from vstbpn.calendars.mentions.occasion import CampaignMention, ObservanceMention
from vstbpn.calendars.occasions.observances import observance_on
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.text import CAPITAL, Folded, clean, fold
from vstbpn.values import evolve

_CAMPAIGN = re.compile(
    r"háng[ \n](?:(?:hành[ \n]động|cao điểm)(?![^\W_])|(?P<named>[^\W\d_a-zđăâêôơư])(?=[^\W\d_]))|"
    r"(?:uần[ \n](?:lễ|cao điểm)|ợt[ \n]cao điểm|hiến[ \n]dịch|gày[ \n]hành[ \n]động)(?![^\W_])"
)
"""The second letter of what a campaign is called to its end; after "Tháng" a name in capitals ("Tháng Công nhân")."""
_MONTHS_OF_THE_YEAR = words(r"(?:giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp|một)(?![^\W_])")
_QUOTED = r"(?<=[ \n])(?P<quote>[“\"])[^;:()\n“”\"]{1,160}[”\"]"
_NAME_ENDS = (
    rf"$|[;:.()“”\"]|\n\s*\n|\n[ ]{{0,9}}(?:[-+•*–]|{CAPITAL})|,?\s(?:từ|diễn ra|với chủ đề|do|theo)\s|"
    r",?\s(?:ngày\s)?[0-9]{1,2}/|\s(?:bắt đầu|trong tháng|vào tháng|được)\s"
)
_CAMPAIGN_NAME = re.compile(rf"[^;:.()“”\"]{{0,200}}?(?:{_QUOTED}|(?={_NAME_ENDS}))")
_IN_A_MONTH = words(r"(?:~[”\"])? (?:năm [0-9]{4},? )?(?:diễn ra |được tổ chức )?(?:trong|vào) (?=tháng [0-9])")
_RANGE_OPENING = words(r"(?<![^\W_])(?:từ (?=ngày|tháng|[0-9])|(?=ngày [0-9]|[0-9]{1,2}~[/.-]~[0-9]))")
_NEAR = 60
"""How near its stretch of time stands to a month that bears a name alone."""
_COUNT = re.compile(r"[0-9]{1,2} $")
_REACH = 260
_TIME = re.compile(r"hời[ \n]gian")
_AFTER_LABEL = 80

_FEAST = re.compile(r"(?:gày|iệm|ịp|hân|[ừứ]ng|ễ)[ \n]")
_DAY = r"(?P<d>[0-9]{1,2})(?:~[/-]~| tháng )(?P<m>[0-9]{1,2})(?:(?:~[/-]~| năm )(?P<y>[0-9]{4}))?(?![0-9/%])"
_NAMED_DAY = words(rf"(?:ngày|lễ) (?P<name>(?:[^\W\d_]{{1,10}},? ){{1,14}}?)\(?(?:vào )?(?:ngày )?{_DAY}")
_KEPT_DAY = words(rf"(?:niệm|dịp|mừng|ứng)(?: lễ)?(?: các)? (?P<day>(?:ngày )?){_DAY}")
_OCCASION = words(rf"nhân (?:các )?(?P<day>ngày ){_DAY}")
_NEXT_DAY = words(rf"(?:,|,? (?:và|hoặc)) (?P<day>(?:ngày )?){_DAY}")
_NAMES_BEGIN = words(
    r"(?:lễ|hội|quốc tế|thế giới|phụ nữ|nhà giáo|gia đình|pháp luật|truyền thống|thành lập|toàn dân|dân số|quốc khánh|"
    r"giải phóng|thương binh|thầy thuốc|báo chí|chiến thắng|văn hóa|quyền|sức khỏe|môi trường|sách|chuyển đổi) "
)
_NAMES_HOLD = words(r"(?<![^\W_])(?:thế giới|quốc tế|Việt Nam|toàn quốc)(?![^\W_])")
_NO_NAMES = words(
    r"(?:hành động|cao điểm|thứ|chủ nhật|làm việc|nghỉ|ban hành|ký|sinh|luật|nghị|quyết|thông tư|họp|thi) "
)


def find_campaigns(text: str) -> Iterator[CampaignMention]:
    """All campaigns of a text that stand with their dates, in reading order.

    >>> found = next(find_campaigns("Tổ chức Tháng hành động vì trẻ em từ ngày 01/6 đến ngày 30/6/2025."))
    >>> found.name, str(found.start), str(found.end)
    ('Tháng hành động vì trẻ em', '2025-06-01', '2025-06-30')
    """
    folded = fold(text)
    return scan_campaigns(folded, 0, len(folded.text))


def scan_campaigns(folded: Folded, start: int, end: int) -> Iterator[CampaignMention]:
    """The campaigns of ``folded.text[start:end]`` with their dates, in reading order; spans are those of the dates."""
    text = folded.text
    end = min(end, len(text))
    start = done = max(start, 0)
    for anchor in _CAMPAIGN.finditer(text, start, end):
        at = _name_start(text, anchor.start(), start)
        stretch = _stretch_near(text, at, anchor.end(), done, end)
        name = _CAMPAIGN_NAME.match(text, at, end)
        if anchor["named"] and not _is_named_month(text, anchor, stretch, name):
            continue
        if stretch is None and name is not None and text.startswith("háng", anchor.start()):
            stretch = _month_after(text, name.end(), end)
        if stretch is None or stretch.start < done or stretch.due is None or stretch.first is None or name is None:
            continue
        yield CampaignMention(
            name=clean(name[0]).rstrip(","),
            start=stretch.first,
            end=stretch.due,
            text=clean(text[stretch.start : stretch.end]),
            span=folded.span(stretch.start, stretch.end),
        )
        done = stretch.end


def campaign_of_title(folded: Folded, start: int, end: int, title: str) -> CampaignMention | None:
    r"""The campaign a document's title names, with the dates it gives under "Thời gian", or None.

    >>> text = "2. Thời gian\n\nTừ ngày 15 tháng 11 năm 2025 đến ngày 15 tháng 12 năm 2025."
    >>> found = campaign_of_title(fold(text), 0, len(text), "Triển khai Tháng hành động vì bình đẳng giới năm 2025")
    >>> found.name, str(found.start), str(found.end)
    ('Tháng hành động vì bình đẳng giới năm 2025', '2025-11-15', '2025-12-15')
    """
    anchor = _CAMPAIGN.search(title.casefold())
    if anchor is None:
        return None
    name = clean(title[max(0, anchor.start() - 1) :])
    for label in _TIME.finditer(folded.text, start, end):
        for stretch in _stretches(folded.text, label.end(), min(label.end() + _AFTER_LABEL, end), end):
            if stretch.first is None or stretch.due is None or stretch.first.day is None:
                continue
            words = clean(folded.text[stretch.start : stretch.end])
            span = folded.span(stretch.start, stretch.end)
            return CampaignMention(name=name, start=stretch.first, end=stretch.due, text=words, span=span)
    return None


def _is_named_month(text: str, anchor: re.Match[str], stretch: Moment | None, name: re.Match[str] | None) -> bool:
    """Whether it is a month kept under a name of its own, in capitals, right before its dates: "Tháng Công nhân"."""
    at = anchor.start("named")
    if stretch is None or name is None or not text[at].isupper() or _MONTHS_OF_THE_YEAR.match(text, at):
        return False
    return 0 <= stretch.start - name.end() <= _NEAR


def _month_after(text: str, at: int, high: int) -> Moment | None:
    """The month a campaign is held in, where its name is followed by that alone: "trong tháng 6/2026"."""
    opening = _IN_A_MONTH.match(text, at, high)
    moments = read_moments(text, opening.end(), high) if opening else ()
    if len(moments) != 1 or moments[0].due is None:
        return None
    month = moments[0]
    return evolve(month, first=month.first or month.due)


def _name_start(text: str, anchor: int, low: int) -> int:
    """Where the name begins of which ``anchor`` is the second letter, its count of days included."""
    at = max(low, anchor - 1)
    count = _COUNT.search(text, max(low, at - 4), at)
    return count.start() if count else at


def _stretch_near(text: str, at: int, name_end: int, low: int, high: int) -> Moment | None:
    """The first stretch of time after a campaign's name in its clause, or else the last before it."""
    clause = clause_around(text, at, name_end, low, high)
    after = _stretches(text, name_end, min(clause.right, name_end + _REACH), high)
    if found := next(after, None):
        return found
    found = None
    for stretch in _stretches(text, max(clause.left, at - _REACH), at, high):
        found = stretch
    return found


def _stretches(text: str, start: int, end: int, high: int) -> Iterator[Moment]:
    for opening in _RANGE_OPENING.finditer(text, start, end):
        if stretch := read_range(text, opening.start(), high):
            yield stretch


def find_observances(text: str) -> Iterator[ObservanceMention]:
    """All feast days of a text, in reading order.

    >>> [found.observance for found in find_observances("nhân ngày Quốc tế Phụ nữ 8/3, ngày Phụ nữ Việt Nam (20/10)")]
    ['8-3', '20-10']
    """
    folded = fold(text)
    return scan_observances(folded, 0, len(folded.text))


def scan_observances(folded: Folded, start: int, end: int) -> Iterator[ObservanceMention]:
    """The feast days of ``folded.text[start:end]``, in reading order; their spans are in the source."""
    text = folded.text
    end = min(end, len(text))
    start = done = max(start, 0)
    for anchor in _FEAST.finditer(text, start, end):
        if anchor.start() < done:
            continue
        for match in _days_at(text, anchor.start(), start, end):
            mention = _observance(folded, match)
            if mention is None:
                break
            yield mention
            done = match.end()


def _days_at(text: str, anchor: int, low: int, high: int) -> Iterator[re.Match[str]]:
    """The day a feast's words name, and those listed after it."""
    at = max(low, anchor - 1)
    match = _NAMED_DAY.match(text, at, high)
    if match is None or not _is_feast(text, match):
        match = _KEPT_DAY.match(text, at, high) or _KEPT_DAY.match(text, anchor, high) or _occasion(text, at, high)
    while match is not None:
        yield match
        match = _NEXT_DAY.match(text, match.end(), high)


def _occasion(text: str, at: int, high: int) -> re.Match[str] | None:
    """The known feast day after "nhân ngày"."""
    match = _OCCASION.match(text, at, high)
    day = _day(match) if match else None
    return match if day is not None and observance_on(day) is not None else None


def _is_feast(text: str, match: re.Match[str]) -> bool:
    """Whether the words between "ngày" and the day name a feast."""
    if _NAMES_BEGIN.match(text, match.start("name"), match.end()):
        return True
    if _NO_NAMES.match(text, match.start("name"), match.end()):
        return False
    day = _day(match)
    return day is not None and (observance_on(day) is not None or _bears_a_name(text, match))


def _bears_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether a day of each year is called after the world or the country: "Ngày Nhân quyền thế giới (10/12)"."""
    if match["y"] or not text[match.start("name")].isupper():
        return False
    return _NAMES_HOLD.search(text, match.start("name"), match.end("name")) is not None


def _observance(folded: Folded, match: re.Match[str]) -> ObservanceMention | None:
    day = _day(match)
    if day is None:
        return None
    known = observance_on(day)
    start = match.start() if match.re is _NAMED_DAY else match.start("day")
    words = clean(folded.text[start : match.end()])
    span = folded.span(start, match.end())
    return ObservanceMention(observance=known.id if known else None, day=day, text=words, span=span)


def _day(match: re.Match[str]) -> PartialDate | None:
    try:
        return PartialDate(year=int(match["y"]) if match["y"] else None, month=int(match["m"]), day=int(match["d"]))
    except InvalidValueError:
        return None
