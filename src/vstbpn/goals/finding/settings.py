"""What headings say of the text under them (đề mục): whether it sets goals, tells results or lays down rules, and by when."""

import re
from enum import Enum
from typing import NamedTuple

from vstbpn.goals.finding.years import find_years
from vstbpn.vocabulary import When

_GOALS = re.compile(
    r"(?P<other>kết\s+quả(?!\s+(?:học\s+tập|rèn\s+luyện|giáo\s+dục))|đánh\s+giá|tình\s+hình|thực\s+trạng|đặc\s+điểm|khái\s+quát|sự\s+cần\s+thiết|tồn\s+tại|hạn\s+chế|nhiệm\s+vụ|giải\s+pháp|kinh\s+phí|tổ\s+chức|chương\s+trình\s+mục\s+tiêu)|(?P<goals>m[ụu]c\s+ti[êe]u|ch[ỉi]\s+ti[êe]u)",
    re.IGNORECASE,
)
# A heading that names nothing but a time ("1. Đến năm 2030", "Giai đoạn 2026 - 2030:") leads in what is due by then.
_ONLY_A_TIME = re.compile(
    r"[\s\-–+•*#·]{0,8}(?:[0-9a-zđivx.]{1,8}[.)]\s{1,3})?(?:(?:phấn\s+đấu\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+)?năm\s+[0-9]{4}|(?:trong\s+)?giai\s+đoạn\s+[0-9]{4}\s?[-–]\s?[0-9]{4})\s?:?",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(
    r"(?<!hiện\s)(?<!với\s)năm\s+(?P<year>(?:19|20)[0-9]{2})(?![0-9]|\s?[-–]\s?[0-9])", re.IGNORECASE
)
_AT_HEAD = re.compile(r"[\s\-–+•*#·]{0,8}(?:[0-9a-zđivx.]{1,8}[.)]\s)?\s{0,3}", re.IGNORECASE)
# Scanned texts lose the marks over capitals.
_PLANNING = r"K[ẾÊE] HO[ẠA]CH|CHƯƠNG TRÌNH|Đ[ỀÊ] ÁN|DỰ ÁN|CHI[ẾÊ]N LƯỢC|NGHỊ QUY[ẾÊ]T|CH[ỈI] THỊ"
_TELLING = r"BÁO CÁO|BIÊN BẢN|THÔNG CÁO"
_RULING = (
    r"BỘ LUẬT|LUẬT|PHÁP LỆNH|NGHỊ ĐỊNH|THÔNG TƯ|QUY CHẾ|QUY ĐỊNH|QUY CHUẨN|TIÊU CHUẨN|ĐIỀU LỆ|NỘI QUY|THỂ LỆ|HỢP ĐỒNG"
)
_TYPE = rf"(?P<planning>{_PLANNING})|(?P<telling>{_TELLING})|(?:{_RULING})"
_TITLE = re.compile(rf"[#\s]{{0,8}}(?:{_TYPE})(?!\w)")
_TITLE_LINE = re.compile(rf"^[#* ]{{0,8}}(?:{_TYPE})(?=[ *]{{0,8}}$)", re.MULTILINE)
_ARTICLE = re.compile(r"[#\s]*đi[ềê]u\s+[0-9]{1,3}", re.IGNORECASE)
_APPROVING = re.compile(
    r"[#\s]*điều\s+[0-9]{1,3}\W{1,4}(?:phê\s+duyệt|ban\s+hành|thông\s+qua|giao|nhất\s+trí|tán\s+thành|phấn\s+đấu|quyết\s+nghị)",
    re.IGNORECASE,
)
_NUMBERED_GOAL = re.compile(r"(?:[^\W\d_]{1,8}\s+){0,2}(?:mục|chỉ)\s+tiêu\s+(?:số\s+)?[0-9]{1,2}(?!\w)", re.IGNORECASE)
_RESULTS = re.compile(r"kết|đánh|tình|thực|đặc|khái|sự|tồn|hạn", re.IGNORECASE)
# What is needed to be granted something is no goal, nor is what words mean.
_STANDARDS = re.compile(
    r"\W{0,4}(?:điều\s+[0-9]{1,3}\W{0,3}|[0-9a-zđ]{1,4}[.)]\s{0,3})?(?:điều\s+kiện|tiêu\s+(?:chí|chuẩn)\s+(?:xét|xếp|đánh|khen|thi|danh)|giải\s+thích\s+từ|mức\s+(?:hưởng|hỗ\s+trợ|chi|đóng|(?:khen\s+)?thưởng))",
    re.IGNORECASE,
)
_STANDARDS_FOLLOW = re.compile(r"(?:tiêu\s+chuẩn|điều\s+kiện)\s+sau(?:\s+đây)?\s?:\Z", re.IGNORECASE)
_LONGEST_LEAD = 5
_SUBJECT_LINE = re.compile(r"(?:V/v|Về\s+việc)(?!\w)", re.IGNORECASE)


class Topic(Enum):
    """What a part of a document is about, as its headings say.

    ``RESULTS`` tell what was reached, ``RULES`` what somebody needs or may have, ``WORK`` what is to be done, by whom and
    from what money.
    """

    UNTOLD = 0
    GOALS = 1
    RESULTS = 2
    RULES = 3
    WORK = 4


class Setting(NamedTuple):
    """What the headings over a paragraph say: what it is about, and by, in each of or from which year.

    ``in_plan`` tells that the title of the document is that of a plan.
    """

    topic: Topic = Topic.UNTOLD
    year: int | None = None
    when: When = When.BY
    in_plan: bool = False

    @property
    def in_goals(self) -> bool:
        """Whether it sets goals."""
        return self.topic is Topic.GOALS

    @property
    def in_results(self) -> bool:
        """Whether it tells results."""
        return self.topic is Topic.RESULTS


def setting_of_title(title: str) -> Setting | None:
    """What holds in a document with a title line; None where the line is none.

    >>> setting_of_title("BÁO CÁO").in_results, setting_of_title("KẾ HOẠCH").in_plan
    (True, True)
    """
    match = _TITLE.match(title) if title.isupper() else None
    if match is None:
        return None
    if match["planning"]:
        return Setting(in_plan=True)
    return Setting(Topic.RESULTS if match["telling"] else Topic.RULES)


def setting_before(text: str, start: int, end: int) -> Setting:
    """What holds in a document by the last title line in a stretch of its folded text."""
    lines = list(_TITLE_LINE.finditer(text, start, end))
    return (setting_of_title(lines[-1][0].strip(" *#\n")) if lines else None) or Setting()


def setting_under(heading: str, outer: Setting) -> Setting:
    """What holds under a heading that stands in a setting itself.

    >>> setting = setting_under("CHỈ TIÊU ĐẾN NĂM 2030", Setting())
    >>> setting.in_goals, setting.year
    (True, 2030)
    >>> setting_under("Kết quả thực hiện mục tiêu", Setting()).in_goals
    False
    """
    word = None if _SUBJECT_LINE.match(heading) else _GOALS.search(heading)
    topic = _topic(heading, word, outer)
    if topic is Topic.RULES:
        return outer._replace(topic=topic)
    in_goals = topic is Topic.GOALS
    year, when = outer.year, outer.when
    dated = yearly = None
    for mention in find_years(heading, 0, len(heading), named=True):
        if mention.year is None:
            yearly = yearly or (in_goals and (word is not None or _AT_HEAD.fullmatch(heading, 0, mention.start)))
        else:
            dated = dated or mention
    if dated and (in_goals or not _APPROVING.match(heading)):  # What is approved is named as in a title.
        year, when = dated.year, dated.when
    elif word is not None and word["goals"] and (stated := _OF_A_YEAR.search(heading, word.end())):
        year, when = int(stated["year"]), When.BY
    return outer._replace(topic=topic, year=year, when=When.EACH_YEAR if yearly else when)


def _topic(heading: str, word: re.Match[str] | None, outer: Setting) -> Topic:
    """What a part is about under a heading, the first telling ``word`` of it, and those over it."""
    if _STANDARDS.match(heading) or (heading.endswith(":") and _STANDARDS_FOLLOW.search(heading)):
        return Topic.RULES
    if word is None:
        if _ARTICLE.match(heading) and not (outer.in_plan or _APPROVING.match(heading)):
            return Topic.RULES
        is_due = outer.topic is Topic.UNTOLD and _ONLY_A_TIME.fullmatch(heading.strip())
        return Topic.GOALS if is_due else outer.topic
    if word["goals"]:
        # "Mục tiêu 1" among results tells what became of it.
        begin = _marker_end(heading)
        return Topic.RESULTS if outer.in_results and _NUMBERED_GOAL.match(heading, begin) else Topic.GOALS
    if outer.in_goals and word.start() > _marker_end(heading) + _LONGEST_LEAD:
        return outer.topic  # "Đối với tổ chức Hội" is one of those who have goals.
    return Topic.RESULTS if _RESULTS.match(word[0]) else Topic.WORK


def _marker_end(heading: str) -> int:
    """Where the words of a heading begin, behind its bullet and number, if it has other words."""
    match = _AT_HEAD.match(heading)
    return match.end() if match else 0


def names_goals(heading: str) -> bool:
    """Whether a heading holds a word that tells goals from the rest of a document."""
    return _GOALS.search(heading) is not None
