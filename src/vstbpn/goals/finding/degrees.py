"""Goals in words alone (mục tiêu định tính): "đa số", "đủ", "không để xảy ra" and their like tell how many, and no figure."""

import re

from vstbpn.goals.finding.clauses import after_marker
from vstbpn.goals.finding.due import Due
from vstbpn.goals.finding.years import YearMention, find_years
from vstbpn.goals.targets.target import Target
from vstbpn.text import Folded, clean
from vstbpn.vocabulary import Comparator

_DEGREE = re.compile(
    r"(?<!\w)(?:đa\s+số|phần\s+lớn|hầu\s+hết|toàn\s+bộ|toàn\s+thể|tất\s+cả|không\s+để(?:\s+xảy\s+ra)?|không\s+còn"
    r"|(?:phấn\s+đấu|bảo\s+đảm|đảm\s+bảo)\s+không\s+(?:có|phát\s+sinh)"
    r"|(?<!từ\s)(?P<enough>đầy\s+đủ|đủ)(?!\s+(?:[0-9]|tuổi|điều\s+kiện|năng\s+lực|sức|khả\s+năng|tư\s+cách|thẩm\s+quyền)))(?!\w)",
    re.IGNORECASE,
)
_PROVIDED = re.compile(
    r"(?<!\w)(?:bố\s+trí|bảo\s+đảm|đảm\s+bảo|có|cấp|cung\s+cấp|trang\s+bị|bổ\s+sung|được|số\s+lượng)\s+\Z",
    re.IGNORECASE,
)
_COMMAS = re.compile(r"\s?,(?:\s,)*")
_TRIMMED = " \n,;:.-–/"


def tells_degree(text: str, start: int, end: int) -> bool:
    """Whether a word tells how many, or that all is to be there or nothing to happen.

    >>> tells_degree("Đa số phụ nữ được tập huấn", 0, 26), tells_degree("Nâng cao nhận thức", 0, 18)
    (True, False)
    """
    return _DEGREE.search(text, start, end) is not None


def sets_degree(text: str, start: int, end: int) -> bool:
    """Whether the same is said so that it is to be reached, in prose: "bố trí đủ cán bộ", and not "hiểu đầy đủ"."""
    for match in _DEGREE.finditer(text, start, end):
        if match["enough"] is None or _PROVIDED.search(text, max(start, match.start() - 14), match.start()):
            return True
    return False


def words_target(folded: Folded, start: int, end: int, outer: Due) -> Target | None:
    """An item without a figure as a target: its words without marker and time, and when it is due.

    ``outer`` is when it is due by its headings. None where no words are left.
    """
    text = folded.text
    begin = after_marker(text, start, end)
    while end > begin and text[end - 1] in _TRIMMED:
        end -= 1
    mentions = list(find_years(text, begin, end))
    dated = next((mention for mention in mentions if mention.year is not None), None)
    yearly = next((mention for mention in mentions if mention.year is None), None)
    words = _without(text, begin, end, [mention for mention in mentions if mention in (dated, yearly)])
    if not words:
        return None
    due = Due.of(dated) if dated else outer
    if yearly:
        due = due.each_year()
    return Target(
        comparator=Comparator.QUALITATIVE,
        value=None,
        population=words,
        year=due.year,
        when=due.when,
        period=due.period,
        text=clean(text[begin:end]),
        span=folded.span(begin, end),
    )


def _without(text: str, begin: int, end: int, mentions: list[YearMention]) -> str:
    """The words without some mentions of years, and without the commas these leave behind."""
    pieces = []
    at = begin
    for mention in mentions:
        pieces.append(text[at : mention.start])
        at = mention.end
    pieces.append(text[at:end])
    return _COMMAS.sub(",", clean(" ".join(pieces))).strip(_TRIMMED)
