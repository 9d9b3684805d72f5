"""Finding campaigns (tháng hành động) and feast days (ngày kỷ niệm) in prose."""

import re
from collections.abc import Iterator
from functools import cache

from vstbpn.calendars.finding.clauses import clause_around
from vstbpn.calendars.finding.moments import Moment, read_moments, read_range, words
from vstbpn.calendars.mentions.occasion import CampaignMention, ObservanceMention
from vstbpn.calendars.occasions.observance import Observance
from vstbpn.calendars.occasions.observances import observance_on, observances
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.text import CAPITAL, Folded, clean, fold
from vstbpn.values import evolve

_CAMPAIGN = re.compile(
    r"háng[ \n](?:(?:hành[ \n]động|cao điểm)(?![^\W_])|(?P<named>[^\W\d_a-zđăâêôơư])(?=[^\W\d_]))|"
    r"(?:uần[ \n](?:lễ|cao điểm)|ợt[ \n]cao điểm|hiến[ \n]dịch|gày[ \n]hành[ \n]động)(?![^\W_])|"
    r"(?P<drive>ợt(?<=[đĐ]ợt)[ \n](?=[^\W\d_]|[“\"])|hong[ \n]trào[ \n]thi[ \n]đua(?![^\W_]))"
)
"""The second letter of what a campaign is called to its end; after "Tháng" a name in capitals ("Tháng Công nhân").

Of a drive ("đợt …", "phong trào thi đua") the words after it must bear out that it is one.
"""
_DRIVE = words(
    r"(?:(?:cao điểm|thi đua|phát động|truyền thông|tuyên truyền|vận động|ra quân|hưởng ứng|sinh hoạt chính trị|hoạt động|"
    r"phong trào|hành động|quyên góp|ủng hộ|chào mừng|kỷ niệm|học tập và|tình nguyện|tổng vệ sinh|phổ biến)(?![^\W_])|"
    r"[“\"])"
)
"""What the words after "đợt" begin with where it is a campaign: people are roused to something, or it bears a name.

Rounds of work ("đợt kiểm tra", "đợt khám", "đợt 1", "đợt tuyển dụng", "đợt mưa") are none.
"""
_BESIDE = words(
    r"(?:,|và|hoặc|trong) (?:tổ chức |mở )?(?:các |một |đợt )?(?:lớp |buổi |cuộc |đợt )?"
    r"(?:tập huấn|bồi dưỡng|hội nghị|hội thảo|họp|khám|kiểm tra|giám sát|thanh tra|tham quan|lớp)(?![^\W_])"
)
"""What stands beside a drive and may have the dates after it for itself."""
_MONTHS_OF_THE_YEAR = words(r"(?:giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp|một)(?![^\W_])")
_QUOTED = r"(?<=[ \n])(?P<quote>[“\"])[^;:()\n“”\"]{1,160}[”\"]"
_NAME_ENDS = (
    rf"$|[;:.()“”\"]|\n\s*\n|\n[ ]{{0,9}}(?:[-+•*–]|{CAPITAL})|,?\s(?:từ|diễn ra|với chủ đề|do|theo)\s|"
    r"(?<!mừng)(?<!niệm)(?<!hưởng ứng)(?<!nhân)(?<!dịp),?\s(?:ngày\s)?"
    r"(?<!mừng ngày\s)(?<!niệm ngày\s)(?<!hưởng ứng ngày\s)(?<!nhân ngày\s)(?<!dịp ngày\s)[0-9]{1,2}/|"
    r"\s(?:bắt đầu|trong tháng|vào tháng|được)\s"
)
"""What ends a campaign's name: its dates among others, but not the feast it is held for ("chào mừng ngày 20/11")."""
_CAMPAIGN_NAME = re.compile(rf"[^;:.()“”\"]{{0,200}}?(?:{_QUOTED}|(?={_NAME_ENDS}))")
_IN_A_MONTH = words(r"(?:~[”\"])? (?:năm [0-9]{4},? )?(?:diễn ra |được tổ chức )?(?:trong|vào) (?=tháng [0-9])")
_RANGE_OPENING = words(r"(?<![^\W_])(?:từ (?=ngày|tháng|[0-9])|(?=ngày [0-9]|[0-9]{1,2}~[/.-]~[0-9]))")
_NEAR = 60
"""How near its stretch of time stands to a month that bears a name alone."""
_NUMBER_OF_ROUND = r"(?:[0-9]{1,2}|IV|I{1,3})(?![^\W_])"
_COUNT = words(rf"(?<![^\W_])(?:đợt {_NUMBER_OF_ROUND}|[0-9]{{1,2}}) $")
"""What counts a campaign's days ("16 ngày hành động") or tells which round of it is meant ("Đợt 1 chiến dịch")."""
_LONGEST_COUNT = 9
_ROUND = words(rf"(?<![^\W_])(?P<round>đợt {_NUMBER_OF_ROUND})[:,(]?~$")
_NEXT_ROUND = words(
    rf"[),;.]{{0,3}}\s{{0,9}}(?:[-+•*–]\s{{0,3}})?(?:và )?(?P<round>đợt {_NUMBER_OF_ROUND})[:,(]?~(?=từ|ngày|tháng|[0-9])"
)
_ROUND_OF = words(rf"đợt {_NUMBER_OF_ROUND} ")
_REACH = 260
_TIME = re.compile(r"hời[ \n]gian")
_AFTER_LABEL = 80
_YEARS_APART = 3
_FIGURES = re.compile(r"(?<![0-9])(?P<d>[0-9]{1,2})[ ]?[/.-][ ]?(?P<m>[0-9]{1,2})(?![0-9])")
_SAYS_DATE = re.compile(r"ngày|tháng|năm|[0-9]{4}", re.IGNORECASE)
_LAST_DAY, _LAST_MONTH = 31, 12

_FEAST = re.compile(r"(?:gày|iệm|ịp|hân|[ừứ]ng|ễ)[ \n]")
_DAY = r"(?P<d>[0-9]{1,2})(?:~[/-]~| tháng )(?P<m>[0-9]{1,2})(?:(?:~[/-]~| năm )(?P<y>[0-9]{4}))?(?![0-9/%])"
_ENDS_NAME = r"(?!(?:từ|đến|tới|trước|sau|hết|kể|lúc|hồi)(?![^\W_]))"
_NAMED_DAY = words(rf"(?:ngày|lễ) (?P<name>(?:{_ENDS_NAME}[^\W\d_]{{1,10}},? ){{1,14}}?)\(?(?:vào )?(?:ngày )?{_DAY}")
_KEPT_DAY = words(rf"(?:niệm|dịp|mừng|ứng)(?: lễ)?(?: các)? (?P<day>(?:ngày )?){_DAY}")
_OCCASION = words(rf"nhân (?:các )?(?P<day>ngày ){_DAY}")
_NEXT_DAY = words(rf"(?:,|,? (?:và|hoặc)) (?P<day>(?:ngày )?){_DAY}")
_NAMES_BEGIN = words(
    r"(?:lễ|hội|quốc tế|thế giới|phụ nữ|nhà giáo|gia đình|pháp luật|truyền thống|thành lập|toàn dân|dân số|quốc khánh|"
    r"giải phóng|thương binh|thầy thuốc|báo chí|chiến thắng|văn hóa|quyền|sức khỏe|môi trường|sách|chuyển đổi) "
)
_KEPT = words(r"(?<![^\W_])(?:kỷ niệm|kỉ niệm|chào mừng|hưởng ứng|nhân dịp|nhân|dịp|mừng)(?: lễ)?(?: các)? $")
_AFTER_KNOWN = (
    r"(?=~(?:$|[.;:,)”\"!?]|\n\x20{0,9}(?:\n|[-+•*–]))| (?:từ|đến|tới|trước|sau|vào|lúc|diễn ra|được|bắt đầu|tại|trong|bằng|do|với|"
    r"theo|hằng|hàng|năm|\(năm)(?![^\W_]))"
)
"""What follows the name of a feast that is told whole; a day of its own does not."""
_NAMES_HOLD = words(r"(?<![^\W_])(?:thế giới|quốc tế|Việt Nam|toàn quốc)(?![^\W_])")
_NO_NAMES = words(
    r"(?:hành động|cao điểm|thứ|chủ nhật|làm việc|nghỉ|ban hành|ký|sinh|luật|nghị|quyết|thông tư|họp|thi) "
)


def find_campaigns(text: str) -> Iterator[CampaignMention]:
    """All campaigns of a text that stand with their dates, in reading order.

    A campaign is what is called "tháng hành động", "tháng cao điểm", "tuần lễ", "tuần cao điểm", "ngày hành động",
    "chiến dịch" or "phong trào thi đua", a month under a name of its own ("Tháng Công nhân"), and a drive: "đợt" with
    "thi đua", "phát động", "truyền thông", "tuyên truyền", "cao điểm", "vận động", "ra quân" and the like, or with a name in
    quotation marks. Rounds of work ("đợt 1", "đợt khám", "các đợt kiểm tra"), trainings and meetings are none.

    One whose first or last day is none of the calendar is ``impossible``.

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
        if anchor["drive"] and not _names_drive(text, anchor):
            continue
        at = _name_start(text, anchor.start(), start)
        stretch = _stretch_near(text, at, anchor.end(), done, end)
        name = _CAMPAIGN_NAME.match(text, at, end)
        if anchor["named"] and not _is_named_month(text, anchor, stretch, name):
            continue
        if anchor["drive"] and not _is_drive(text, anchor, stretch):
            continue
        if stretch is None and name is not None and text.startswith("háng", anchor.start()):
            stretch = _month_after(text, name.end(), end)
        if stretch is None or stretch.start < done or name is None:
            continue
        for called, one in _rounds(text, clean(name[0]).rstrip(","), name.end(), stretch, end):
            yield _campaign(folded, called, one)
            done = one.end


def campaign_of_title(folded: Folded, start: int, end: int, title: str) -> CampaignMention | None:
    r"""The campaign a document's title names, with the dates it gives under "Thời gian", or None.

    >>> text = "2. Thời gian\n\nTừ ngày 15 tháng 11 năm 2025 đến ngày 15 tháng 12 năm 2025."
    >>> found = campaign_of_title(fold(text), 0, len(text), "Triển khai Tháng hành động vì bình đẳng giới năm 2025")
    >>> found.name, str(found.start), str(found.end)
    ('Tháng hành động vì bình đẳng giới năm 2025', '2025-11-15', '2025-12-15')
    """
    named = title.casefold()
    anchor = next((one for one in _CAMPAIGN.finditer(named) if not one["drive"] or _names_drive(named, one)), None)
    if anchor is None:
        return None
    name = clean(title[max(0, anchor.start() - 1) :])
    for label in _TIME.finditer(folded.text, start, end):
        for stretch in _stretches(folded.text, label.end(), min(label.end() + _AFTER_LABEL, end), end):
            first = stretch.first or stretch.due
            if first is None or first.day is not None:
                return _campaign(folded, name, stretch)
    return None


def _rounds(text: str, name: str, name_end: int, stretch: Moment, high: int) -> Iterator[tuple[str, Moment]]:
    """The stretch of a campaign, or of its first round, and those of its further ones, each under its name.

    Of "Chiến dịch truyền thông: đợt 1 từ ngày …; đợt 2 từ ngày …" all rounds bear the campaign's name.
    """
    told = _ROUND_OF.match(name)
    whole = name[told.end() :] if told else name
    first = _ROUND.search(text, max(name_end, stretch.start - _LONGEST_COUNT), stretch.start)
    yield (f"{clean(first['round'])} {whole}" if first else name), stretch
    while following := _NEXT_ROUND.match(text, stretch.end, high):
        one = read_range(text, following.end(), high)
        if one is None or not _is_one(text, one):
            return
        stretch = one
        yield f"{clean(following['round'])} {whole}", one


def _campaign(folded: Folded, name: str, stretch: Moment) -> CampaignMention:
    return CampaignMention(
        name=name,
        start=stretch.first,
        end=stretch.due,
        impossible=stretch.first is None or stretch.due is None,
        text=clean(folded.text[stretch.start : stretch.end]),
        span=folded.span(stretch.start, stretch.end),
    )


def _is_named_month(text: str, anchor: re.Match[str], stretch: Moment | None, name: re.Match[str] | None) -> bool:
    """Whether it is a month kept under a name of its own, in capitals, right before its dates: "Tháng Công nhân"."""
    at = anchor.start("named")
    if stretch is None or name is None or not text[at].isupper() or _MONTHS_OF_THE_YEAR.match(text, at):
        return False
    return 0 <= stretch.start - name.end() <= _NEAR


def _names_drive(text: str, anchor: re.Match[str]) -> bool:
    """Whether "đợt" or "phong trào thi đua" begins the name of a campaign, by the words after it."""
    return text[anchor.start()] != "ợ" or _DRIVE.match(text, anchor.end()) is not None


def _is_drive(text: str, anchor: re.Match[str], stretch: Moment | None) -> bool:
    """Whether a drive is a campaign with days or months of its own.

    A movement's dates come after it. What is held beside it ("và tập huấn từ …"), or a campaign it serves that has its
    dates in brackets, has those dates for itself.
    """
    if stretch is None:
        return False
    if any(date is not None and date.month is None for date in (stretch.first, stretch.due)):
        return False
    at = anchor.end()
    if stretch.start < at:
        return text[anchor.start()] == "ợ"
    if _BESIDE.search(text, at, stretch.start):
        return False
    bracketed = text[max(at, stretch.start - 1)] == "("
    return not bracketed or all(one["drive"] or one["named"] for one in _CAMPAIGN.finditer(text, at, stretch.start))


def _month_after(text: str, at: int, high: int) -> Moment | None:
    """The month a campaign is held in, where its name is followed by that alone: "trong tháng 6/2026"."""
    opening = _IN_A_MONTH.match(text, at, high)
    moments = read_moments(text, opening.end(), high) if opening else ()
    if len(moments) != 1 or moments[0].due is None:
        return None
    month = moments[0]
    return evolve(month, first=month.first or month.due)


def _name_start(text: str, anchor: int, low: int) -> int:
    """Where the name begins of which ``anchor`` is the second letter, its count of days or the number of its round included."""
    at = max(low, anchor - 1)
    count = _COUNT.search(text, max(low, at - _LONGEST_COUNT), at)
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
        stretch = read_range(text, opening.start(), high)
        if stretch is not None and _is_one(text, stretch):
            yield stretch


def _is_one(text: str, stretch: Moment) -> bool:
    """Whether it is a stretch in which something is held: no years of a jubilee (20/10/1930 - 20/10/2026), no shares."""
    first, last = stretch.first, stretch.due
    if first is None or last is None:
        return _says_date(text, stretch.start, stretch.end)
    return first.day is None or (last.year or 0) - (first.year or last.year or 0) < _YEARS_APART


def _says_date(text: str, start: int, end: int) -> bool:
    """Whether figures that name no day of the calendar are meant for one: "ngày 31/11", and not "45/63" of so many."""
    if _SAYS_DATE.search(text, start, end):
        return True
    return all(
        int(match["d"]) <= _LAST_DAY and int(match["m"]) <= _LAST_MONTH for match in _FIGURES.finditer(text, start, end)
    )


def find_observances(text: str) -> Iterator[ObservanceMention]:
    """All feast days of a text, in reading order.

    A feast stands with its day; one of the bundled table that is named whole without it, after words of celebrating ("chào
    mừng Ngày Nhà giáo Việt Nam từ ngày 05/9"), keeps its known day. A day written that is none of the calendar makes it
    ``impossible``.

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
        if anchor.start() >= done and (mention := _known_feast(folded, anchor.start(), start, end)):
            yield mention


def _known_feast(folded: Folded, anchor: int, low: int, high: int) -> ObservanceMention | None:
    """A feast of the bundled table that is kept, named without its day."""
    text = folded.text
    if not text.startswith("gày", anchor) or anchor <= low or not _KEPT.search(text, max(low, anchor - 25), anchor - 1):
        return None
    found = _known_at(text, anchor - 1, high)
    if found is None:
        return None
    feast, stop = found
    if not isinstance(feast.day, PartialDate):
        return None
    span = folded.span(anchor - 1, stop)
    return ObservanceMention(observance=feast.id, day=feast.day, text=clean(text[anchor - 1 : stop]), span=span)


def _known_at(text: str, at: int, high: int) -> tuple[Observance, int] | None:
    """The feast of the bundled table whose name stands whole at a place, no day right after it, and where it ends."""
    for feast, pattern in _known_feasts():
        if match := pattern.match(text, at, high):
            return feast, match.end("name")
    return None


@cache
def _known_feasts() -> tuple[tuple[Observance, re.Pattern[str]], ...]:
    """The feasts of the bundled table, each with its name as a pattern; "xóa" is written "xoá", too."""
    names = (" ".join(map(re.escape, feast.name.split())).replace("óa", "(?:óa|oá)") for feast in observances())
    patterns = (words(f"(?P<name>{name}){_AFTER_KNOWN}") for name in names)
    return tuple(zip(observances(), patterns, strict=True))


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
    """Whether the words between "ngày" and the day name a feast whose day it is."""
    day = _day(match)
    if (known := _known_at(text, match.start(), match.end())) and (day is None or observance_on(day) != known[0]):
        return False  # "Ngày Phụ nữ Việt Nam được tổ chức vào ngày 18/10/2026"
    if _NAMES_BEGIN.match(text, match.start("name"), match.end()):
        return True
    if _NO_NAMES.match(text, match.start("name"), match.end()):
        return False
    return day is not None and (observance_on(day) is not None or _bears_a_name(text, match))


def _is_mistaken(text: str, match: re.Match[str]) -> bool:
    """Whether figures after a feast that name no day are a mistaken one: "Ngày Phụ nữ Việt Nam 31/9"."""
    if match.re is not _NAMED_DAY and not match["day"]:
        return False
    return match["y"] is not None or _says_date(text, match.start("d"), match.end("m"))


def _bears_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether a day of each year is called after the world or the country: "Ngày Nhân quyền thế giới (10/12)"."""
    if match["y"] or not text[match.start("name")].isupper():
        return False
    return _NAMES_HOLD.search(text, match.start("name"), match.end("name")) is not None


def _observance(folded: Folded, match: re.Match[str]) -> ObservanceMention | None:
    day = _day(match)
    if day is None and not _is_mistaken(folded.text, match):
        return None
    known = observance_on(day) if day is not None else None
    start = match.start() if match.re is _NAMED_DAY else match.start("day")
    words = clean(folded.text[start : match.end()])
    span = folded.span(start, match.end())
    return ObservanceMention(
        observance=known.id if known else None, day=day, impossible=day is None, text=words, span=span
    )


def _day(match: re.Match[str]) -> PartialDate | None:
    try:
        return PartialDate(year=int(match["y"]) if match["y"] else None, month=int(match["m"]), day=int(match["d"]))
    except InvalidValueError:
        return None
