"""Rules of campaigns and feast days (CAL): the days of the Action Month and its name, feasts on other days than theirs."""

import re
from collections.abc import Iterator

from vstbpn.calendars.mentions.occasion import CampaignMention, ObservanceMention
from vstbpn.calendars.occasions.campaign import Campaign
from vstbpn.calendars.occasions.observance import Observance
from vstbpn.calendars.occasions.observances import NATIONAL_CAMPAIGN, campaigns, observances
from vstbpn.dates import PartialDate
from vstbpn.findings import Finding
from vstbpn.plans.lasting import years_of_plan
from vstbpn.plans.plan import Plan
from vstbpn.plans.year import is_national
from vstbpn.text import comparison_key
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.pieces import piece

_MONTH_NAME = "tháng hành động"
_PART_OF_IT = re.compile(r"(?<!\w)(?:trong|nhân|dịp|hưởng ứng|chào mừng|cao điểm|thuộc|khuôn khổ)[ ]{1,2}[“\"*]{0,3}$")
_HUNG_OUT = re.compile(r"(?<!\w)(?:treo|trang trí|băng rôn|băng zôn|khẩu hiệu|pa ?nô|áp phích)(?!\w)")
_YEAR_BEFORE = re.compile(r"năm (20[0-9]{2})(?![0-9])")
_LONGEST_LEAD = 240

_CLAUSE = re.compile(r"[;\n]|\.\s")
_HELD_FOR_IT = re.compile(
    r"(?<!\w)(?:cuộc thi|hội thi|vòng thi|bài thi|bài dự thi|tác phẩm|triển lãm|trưng bày|hội thảo|tọa đàm|toạ đàm|hội thao|hội diễn|ngày hội|"
    r"liên hoan|giải (?:chạy|bóng|thể thao)|đợt thi đua|đợt truyền thông|lớp tập huấn|chuyên mục|chuyên đề|phóng sự|tin bài|tin, bài|bài viết|tiểu phẩm|video|sáng tác|bình chọn|vẽ tranh|chiếu phim|chuỗi (?:sự kiện|hoạt động))(?!\w)"
)
"""What is held for the month, or about it, on days of its own."""
_BESIDE_IT = re.compile(
    r"(?<!\w)(?:trước|sau|cao điểm|đỉnh điểm|chuẩn bị|kết thúc)"
    r"(?: (?:cho|của|công tác|việc|các điều kiện|điều kiện|tổ chức|triển khai|thực hiện|phát động|lễ|và)){0,4}[ ]{1,2}[“\"*]{0,3}$"
)
"""What stands right before the name and turns to days before or after the month, or to a part of it."""
_WORK_FOR_IT = re.compile(
    r"(?<!\w)(?:kết quả|kế hoạch|tổng kết|sơ kết|tổng hợp|đánh giá|báo cáo|rút kinh nghiệm|kịch bản|dự thảo|hướng dẫn|tham mưu|tài liệu|"
    r"sản phẩm|hồ sơ|kinh phí|đăng ký|hoạt động|tập huấn|khảo sát|giám sát|kiểm tra|truyền thông|tuyên truyền|khen thưởng|tổng duyệt)"
    r"(?: (?:cho|của|về|việc|công tác|tổ chức|triển khai|thực hiện|phát động|hưởng ứng|nhân|chào mừng|các|hoạt động|lễ)){0,5}[ ]{1,2}[“\"*]{0,3}$"
)
"""Work that the month makes, which may be done on other days; where it is the month that is meant, its days are near the right ones."""
_NOVEMBER, _DECEMBER = 11, 12


def campaign_dates(plan: Plan, context: Context) -> Iterator[Finding]:
    """The Action Month for gender equality runs between the same days all over the country, since its first year.

    What is written without a day ("trong tháng 11") is held against it as far as it goes. What is told of the month of a year
    before the plan's is past, and the days of something held within it, or of the banners for it, are not its own.
    """
    first_year, _ = years_of_plan(plan)
    national = next(known for known in campaigns() if known.id == NATIONAL_CAMPAIGN)
    days = _day_of_the_year(national.start), _day_of_the_year(national.end)
    for number, campaign in enumerate(plan.campaigns):
        year = (campaign.start.year if campaign.start is not None else None) or plan.year
        if year is not None and national.since is not None and year < national.since:
            continue
        if not is_national(plan, campaign) or not _differs(campaign, national):
            continue
        lead = _words_before(campaign, context)
        told = _year_told(campaign, lead)
        if told is not None and first_year is not None and told < first_year:
            continue
        if _is_of_something_else(campaign, national, lead.rpartition(_MONTH_NAME)[0]):
            continue
        yield Finding.of(
            "CAL001",
            args={"written": campaign.text, "expected": f"từ ngày {days[0]} đến ngày {days[1]}"},
            pointer=f"/campaigns/{number}",
            span=campaign.span,
        )


_NEW_ITEM = re.compile(r"\n[ \t]{0,8}(?:[-–+*•]|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)]|[^\W\d_][.)])[ \t]{1,4}")


def _words_before(campaign: CampaignMention, context: Context) -> str:
    """The words of the paragraph before the dates of a campaign."""
    if context.source is None or campaign.span is None:
        return ""
    end = campaign.span.start
    before = context.source[max(0, end - _LONGEST_LEAD) : end].replace("\r", "").rpartition("\n\n")[2]
    return comparison_key(_NEW_ITEM.split(before)[-1])


def _year_told(campaign: CampaignMention, lead: str) -> int | None:
    """The year a campaign is of, by its dates or the words before: "Tháng hành động năm 2019 từ ngày 10/11"."""
    for date in (campaign.start, campaign.end):
        if date is not None and date.year is not None:
            return date.year
    years = _YEAR_BEFORE.findall(lead)
    return int(years[-1]) if years else None


def _is_of_something_else(campaign: CampaignMention, national: Campaign, lead: str) -> bool:
    """Whether dates are those of something held within the month ("hội thi trong Tháng hành động"), or of what is hung out for it."""
    clause = _CLAUSE.split(lead)[-1]
    if _HUNG_OUT.search(lead) or _HELD_FOR_IT.search(clause) or _BESIDE_IT.search(clause):
        return True
    pairs = ((campaign.start, national.start), (campaign.end, national.end))
    # Where one of the two days is that of the month, its own days are meant, and the other is a slip.
    is_within = all(
        date is None or (_lies_within(date, national) and (date.month, date.day) != (known.month, known.day))
        for date, known in pairs
    )
    if _WORK_FOR_IT.search(clause):
        return is_within or not _runs_into_december(campaign)
    return is_within and _PART_OF_IT.search(lead) is not None


def _runs_into_december(campaign: CampaignMention) -> bool:
    """Whether dates run from November into December, as those of the month do."""
    start, end = campaign.start, campaign.end
    return start is not None and end is not None and start.month in {_NOVEMBER, None} and end.month in {_DECEMBER, None}


def _lies_within(date: PartialDate, national: Campaign) -> bool:
    """Whether a day, or a month as far as it is written, is one of those of the national campaign."""
    first, last = (((known.month or 0), (known.day or 0)) for known in (national.start, national.end))
    if date.month is None:
        return True
    if date.day is None:
        return first[0] <= date.month <= last[0]
    return first <= (date.month, date.day) <= last


def _day_of_the_year(date: PartialDate) -> str:
    """A day as plans write it without its year (``15/11``); parts that are blank stay so."""
    return "/".join(str(part or "…") for part in (date.day, date.month))


def _differs(campaign: CampaignMention, national: Campaign) -> bool:
    """Whether the first or the last day differs, as far as month and day are written and possible."""
    pairs = ((campaign.start, national.start), (campaign.end, national.end))
    return any(
        (date.month not in {None, known.month}) or (date.day not in {None, known.day})
        for date, known in pairs
        if date is not None
    )


_FIRST_WORD = re.compile(r"(?:ngày|lễ) ")
_THEN_THE_DAY = re.compile(r" ?\(?(?:ngày )?[0-9]")
_GOES_ON = re.compile(r"\s{0,3}(?:[-–—]|đến|tới|và)")


def feast_on_another_day(plan: Plan, context: Context) -> Iterator[Finding]:
    """A feast of the bundled table is given with another day than its own: "ngày Phụ nữ Việt Nam 20/11".

    Only a day right behind the name is the feast's; "được tổ chức vào ngày 18/10" tells when it is celebrated.
    """
    for number, mention in enumerate(plan.observances):
        known = _named(mention)
        if known is None or mention.day is None or not isinstance(known.day, PartialDate):
            continue
        day = mention.day
        if day.day is None or (day.month, day.day) == (known.day.month, known.day.day) or _is_stretch(mention, context):
            continue
        yield Finding.of(
            "CAL008",
            args={"written": _closed(mention.text), "name": known.name, "expected": _two_figures(known.day)},
            pointer=f"/observances/{number}",
            span=mention.span,
        )


def _named(mention: ObservanceMention) -> Observance | None:
    """The feast of the bundled table whose name stands right before the day."""
    key = comparison_key(mention.text)
    opening = _FIRST_WORD.match(key)
    if opening is None:
        return None
    for known in observances():
        name = comparison_key(known.name).removeprefix("ngày ")
        if key.startswith(name, opening.end()) and _THEN_THE_DAY.match(key, opening.end() + len(name)):
            return known
    return None


def _is_stretch(mention: ObservanceMention, context: Context) -> bool:
    """Whether the day begins a stretch of several ("15/10 - 20/10")."""
    if context.source is None or mention.span is None:
        return False
    return _GOES_ON.match(context.source, mention.span.end) is not None


def _closed(words: str) -> str:
    """Words to be shown, with the bracket they end in."""
    return f"{words})" if words.count("(") > words.count(")") else words


def _two_figures(date: PartialDate) -> str:
    """A day of the year as documents write it: 08/3, 20/10."""
    month = f"{date.month:02}" if (date.month or 0) <= 2 else str(date.month)
    return f"{date.day:02}/{month}"


_OLD_NAME = re.compile(
    r"háng\shành\sđộng\svì\sbình\sđẳng\sgiới\s(?:và\s)?(?P<old>phòng,?\s(?:và\s)?chống)\sbạo\slực\strên\scơ\ssở\sgiới",
    re.IGNORECASE,
)
_ANCHOR = re.compile(r"[ốỐ](?:ng\sbạo\slực\strên|NG\sBẠO\sLỰC\sTRÊN)")
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_NAME_SINCE = 2021
_BEFORE, _AFTER = 60, 60


def former_name(plan: Plan, context: Context) -> Iterator[Finding]:
    """The Action Month is named as it was until 2020: "phòng, chống" for "phòng ngừa, ứng phó với" bạo lực trên cơ sở giới.

    The months of earlier years keep their name, and so does what a document of those years is called.
    """
    _, last = years_of_plan(plan)
    year = last or plan.year
    found = piece(plan, context)
    if found is None or year is None or year < _NAME_SINCE:
        return
    text = found.folded.text
    for anchor in _ANCHOR.finditer(text):
        match = _OLD_NAME.search(text, max(0, anchor.start() - _BEFORE), anchor.end() + _AFTER)
        if match is None:
            continue
        around = text[max(0, match.start() - _BEFORE) : match.end() + _AFTER]
        if any(int(told) < _NAME_SINCE for told in _YEAR.findall(around)):
            continue
        span = found.folded_span(match.start("old"), match.end("old"))
        if any(mention.title_span is not None and span in mention.title_span for mention in plan.mentions):
            continue
        yield Finding.of("CAL009", args={"written": " ".join(match["old"].split())}, span=span)
        return


_MONTH = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\nI. NỘI DUNG\n\n- Tổ chức Tháng hành động vì bình đẳng giới"

OCCASION_RULES = (
    Rule(
        code="CAL001",
        inspect=campaign_dates,
        violating=f"{_MONTH} từ ngày 10/11/2026 đến ngày 10/12/2026.\n",
        conforming=f"{_MONTH} từ ngày 15/11/2026 đến ngày 15/12/2026.\n",
    ),
    Rule(
        code="CAL008",
        inspect=feast_on_another_day,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Tọa đàm kỷ niệm ngày Phụ nữ Việt Nam 20/11.\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n- Tọa đàm kỷ niệm ngày Phụ nữ Việt Nam 20/10.\n",
    ),
    Rule(
        code="CAL009",
        inspect=former_name,
        violating=f"{_MONTH} và phòng, chống bạo lực trên cơ sở giới năm 2026.\n",
        conforming=f"{_MONTH} và phòng ngừa, ứng phó với bạo lực trên cơ sở giới năm 2026.\n",
    ),
)
