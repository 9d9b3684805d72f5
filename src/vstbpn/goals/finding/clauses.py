"""Sentences and clauses (câu, mệnh đề): where the words of a figure begin and end."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vstbpn.goals.finding.cues import EFFORT
from vstbpn.goals.finding.figures import Figure
from vstbpn.goals.finding.numbers import SPELLED_INSIDE
from vstbpn.goals.finding.years import YearMention

_QUOTED = re.compile(r"“[^“”]{0,300}”|\"[^\"]{0,300}\"")
# A bracket that holds a year alone dates the figure before it: "3% (năm 2025)"; one with a number in words repeats it.
_ASIDE = re.compile(
    rf"\((?!{SPELLED_INSIDE}|\s?(?:(?:(?:vào|đến|trong)\s)?năm\s)?[0-9]{{4}}\s?\))[^()]{{0,400}}\)", re.IGNORECASE
)
FILLER = "·"
"""Stands for each character that is not to be read."""
# A line that begins as targets do, be it behind the number of a row, begins a sentence, though the one before has no
# full stop.
_STOP = re.compile(
    r"[.!?…][”\"')\]]{0,2}\s+|\n\s*\n|\n(?:[0-9]{1,2}\s{1,3})?(?=(?:Đến|Từ\s+năm|Trong|Hằng\s+năm|Hàng\s+năm|Mỗi\s+năm|Phấn\s+đấu|Tỷ\s+lệ|Tỉ\s+lệ|Ít\s+nhất|Tối\s+thiểu|Trên|Giảm|Tăng|Nâng|[0-9.,]{1,6}\s?%)\s)"
)
_ABBREVIATED = re.compile(r"(?<!\w)(?:TP|Tp|tp|TS|ThS|GS|PGS|BS|Q|P|TX|TT|tr|St)\.?\Z")
_MARKER = re.compile(
    r"\s*(?:[-+•*–#·]+\s+)*(?:(?:[0-9]{1,2}\.){1,4}(?=\s)|(?:[0-9]{1,2}|[a-zđ])-(?=\s)|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=\s[^\W\d_])|[0-9]{1,2}\)|[a-zđ]\)|[IVX]{1,5}[.)])?\s*"
    r"(?:(?:Mục\s+tiêu|Chỉ\s+tiêu)\s+[0-9]{1,2}(?:\.[0-9]{1,2})*\s*[:.]\s*)?",
    re.IGNORECASE,
)
_INDICATOR = r"(?:tỷ|tỉ)\s+(?:lệ|số|trọng|suất)|số\s+lượng|cơ\s+cấu|tổng\s+tỷ\s+suất|tốc\s+độ"
_VERB = (
    rf"{EFFORT}|giảm|tăng(?!\s+(?:cường|trưởng))|nâng(?!\s+cao)|duy\s+trì|bảo\s+đảm|đảm\s+bảo|rút\s+ngắn|hoàn\s+thành"
    r"|không\s+để|giữ\s+(?:cho|vững|ở)|đưa|kéo\s+giảm|khống\s+chế|hạ(?=\s+(?:tỷ|tỉ))"
)
_NEW_SUBJECT = re.compile(
    rf"(?:[,:]|(?<!\w)và)\s{{1,3}}(?=(?:trong\s{{1,3}}đó,?\s{{1,3}})?(?:{_INDICATOR}|{_VERB}|mỗi(?!\s+(?:năm|quý|tháng|tuần|ngày)))(?!\w))|,\s{{1,3}}(?=trong\s{{1,3}}đó)",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"(?:[,:(]|(?<!\w)(?:và|hoặc|còn|trong\s{1,3}đó))\s{1,3}", re.IGNORECASE)
_MEASURED = re.compile(
    rf"(?<!\w)(?:(?<!suy\s)giảm|rút\s+ngắn|thu\s+hẹp|nâng(?!\s+cao)|tăng(?!\s+(?:cường|trưởng))|{_INDICATOR})(?!\w)",
    re.IGNORECASE,
)
_OPENING = re.compile(rf"(?:{_INDICATOR}|{_VERB})(?!\w)", re.IGNORECASE)
_INDICATED = re.compile(rf"\s{{0,3}}(?:{_INDICATOR})(?!\w)", re.IGNORECASE)
_ANOTHER = re.compile(r",\s{1,3}\Z")
_LONGEST_JOINT = 6
_WORD_BEHIND = re.compile(r"\s{1,3}(?P<word>[^\W\d_]{1,12})")
_BARE_TAIL = re.compile(
    r"\s{0,3}(?:\([^()]{0,60}\)|trở\s{1,3}(?:lên|xuống))?\s{0,3}(?:\Z|\n|[.,;:]|(?:và|vào|đến|trong|so|năm|hằng|hàng|mỗi)(?!\w))",
    re.IGNORECASE,
)
# A plain label before a figure makes it a member of a list: "giỏi 15%, khá 65%, yếu dưới 2%".
_LABEL = re.compile(
    r"(?!(?:trên|dưới|từ|có|được)(?!\w))[^\W\d_]{1,12}(?:\s{1,3}(?!(?:có|được|là|với|của|từ|trong|tại|theo|để|cho|mà|nếu|khi)(?!\w))[^\W\d_]{1,12}){0,7}\s{1,3}",
    re.IGNORECASE,
)
_AMONG = re.compile(r"trong\s{1,3}đó,?\s{1,3}\Z", re.IGNORECASE)
_BARE = re.compile(r"(?:[\s,:]|và\s|còn\s|phấn đấu\s){0,8}", re.IGNORECASE)
_REACH_BACK = 200
_MOST_YEARS = 4
_HAVING = re.compile(r"có\s", re.IGNORECASE)
_OF_RATE = re.compile(r"(?:\s{1,3}(?!(?:vào|đến|tới|trong|năm|và)(?!\w))[^\W\d_]{1,10}){1,5}", re.IGNORECASE)
_OF_TOTAL = re.compile(
    r"\s{1,3}(?:trên|trong|của)\s{1,3}tổng(?:\s{1,3}(?!(?:vào|đến|tới|năm|và)(?!\w))[^\s,;:.()0-9]{1,20}){1,14}",
    re.IGNORECASE,
)
_INTRODUCING = re.compile(r"[;:]\s{1,3}")


class Clause(NamedTuple):
    """One figure with the words that belong to it; ``elliptic`` when only a year stands between it and the one before."""

    start: int
    end: int
    figure: Figure
    elliptic: bool


class _Opening(NamedTuple):
    """Where the clause of a figure begins, and where the one before it is cut off."""

    begin: int
    cut: int
    figure: Figure
    elliptic: bool = False


def masked(text: str, pattern: re.Pattern[str]) -> str:
    """The text with what matches filled up, so that every place stays where it is."""
    return pattern.sub(lambda match: FILLER * len(match[0]), text)


def without_quotations(text: str) -> str:
    """The text with what stands between quotation marks filled up."""
    return masked(text, _QUOTED) if "“" in text or '"' in text else text


def asides(text: str) -> list[tuple[int, int]]:
    """The insides of the brackets of a text."""
    return [(match.start() + 1, match.end() - 1) for match in _ASIDE.finditer(text)] if "(" in text else []


def without_asides(text: str) -> str:
    """The text with its brackets filled up."""
    return masked(text, _ASIDE) if "(" in text else text


def after_marker(text: str, start: int, end: int) -> int:
    """Where the words of a paragraph begin, behind its bullet or number."""
    match = _MARKER.match(text, start, end)
    return match.end() if match else start


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph, without the blanks around them."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends(text, start, stop):
            yield begin, stop.start() + 1
            begin = stop.end()
    if begin < end:
        yield begin, end


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    after = text[stop.end()]
    if stop[0].isspace():
        return True
    if not (after.isupper() or after.isdigit() or after in '“"-+(•'):
        return False
    return text[stop.start()] != "." or not _ABBREVIATED.search(text, max(start, stop.start() - 4), stop.start())


def cut(text: str, start: int, end: int, figures: Sequence[Figure], years: Sequence[YearMention]) -> list[Clause]:
    """The clauses of a sentence, one a figure; figures that only qualify another one are left out."""
    openings: list[_Opening] = []
    done = start
    for figure in figures:
        if not openings:
            openings.append(_Opening(_first_start(text, start, figure, years), start, figure))
        elif opening := _next_opening(text, done, openings[-1].figure, figure, years):
            adjacent = done == openings[-1].figure.end
            openings.append(opening._replace(elliptic=opening.elliptic and adjacent))
        elif _takes_over(text, figure, openings[-1].figure) and _qualifies(text, openings[-1], years):
            openings[-1] = openings[-1]._replace(figure=figure)
        done = figure.end
    clauses = []
    for index, (begin, _, figure, elliptic) in enumerate(openings):
        limit = openings[index + 1].cut if index + 1 < len(openings) else end
        semicolon = text.find(";", figure.end, limit)
        clauses.append(Clause(begin, limit if semicolon < 0 else semicolon, figure, elliptic))
    return clauses


def _first_start(text: str, start: int, figure: Figure, years: Sequence[YearMention]) -> int:
    """Where the first clause of a sentence begins.

    Behind the last colon or semicolon before the figure, unless the colon joins the figure to its subject ("Tỷ lệ hộ
    nghèo: dưới 3%"); where others act first ("Tuyên truyền … giảm tỷ lệ …"), with what is measured; and where a change
    of something else is told ("Duy trì mức sinh, giảm 5% số vụ"), with that.
    """
    begin = start
    for stop in _INTRODUCING.finditer(text, start, figure.lead):
        if text[stop.start()] == ":" and _joins(text, begin, stop, figure, years):
            continue
        begin = stop.end()
    is_head = _only_years(text, begin, figure.lead, years)
    if (
        figure.is_change
        and not is_head
        and _ANOTHER.search(text, max(begin, figure.lead - _LONGEST_JOINT), figure.lead)
    ):
        behind = _WORD_BEHIND.match(text, figure.end)
        if behind and behind["word"].casefold() != "so":
            return figure.lead
    if _OPENING.match(text, begin, figure.lead) or any(year.start <= begin < year.end for year in years[:1]):
        return begin
    measured = _MEASURED.search(text, begin, figure.lead)
    return measured.start() if measured else begin


def _joins(text: str, begin: int, colon: re.Match[str], figure: Figure, years: Sequence[YearMention]) -> bool:
    """Whether a colon stands between a figure and its subject."""
    if not _only_years(text, colon.end(), figure.lead, years) or _only_years(text, begin, colon.start(), years):
        return False
    return _INDICATED.match(text, begin, colon.start()) is not None or is_bare(text, figure.end)


def is_indicated(text: str, start: int) -> bool:
    """Whether a clause begins with what is measured: "Tỷ lệ …", "Số lượng …"."""
    return _INDICATED.match(text, start) is not None


def is_bare(text: str, end: int) -> bool:
    """Whether nothing stands behind the figure that ends at a place: no noun of what it is a share of."""
    return _BARE_TAIL.match(text, end) is not None


def _next_opening(
    text: str, start: int, before: Figure, figure: Figure, years: Sequence[YearMention]
) -> _Opening | None:
    """Where a further figure opens a clause; None where it qualifies the one before."""
    lead = figure.lead
    semicolon = text.rfind(";", start, lead)
    if semicolon >= 0:
        return _Opening(_skip_blanks(text, semicolon + 1, lead), semicolon, figure)
    if named := _NEW_SUBJECT.search(text, start, lead):
        return _Opening(named.end(), named.start(), figure)
    last = None
    for conjunction in _CONJUNCTION.finditer(text, max(start, lead - _REACH_BACK), lead):
        # "…, và đến năm 2030 đạt 75%": the first conjunction with nothing but years behind it opens the clause.
        if _only_years(text, conjunction.end(), lead, years):
            elliptic = not figure.reached and _only_years(text, _behind_rate(text, start), conjunction.start(), years)
            return _Opening(conjunction.end(), conjunction.start(), figure, elliptic)
        last = conjunction
    if last is None or not (figure.reached or _goes_on(text, last.end(), before, figure)):
        return None
    return _Opening(last.end(), last.start(), figure)


def _goes_on(text: str, start: int, before: Figure, figure: Figure) -> bool:
    """Whether a figure without a verb goes on with a list, its words beginning behind a conjunction.

    "giỏi 15%, khá 65%"; "05 mô hình, mỗi xã ít nhất 01 mô hình"; "90% xã có câu lạc bộ, trong đó ít nhất 04 câu lạc bộ …".
    """
    if figure.counts:
        return figure.compared and (before.counts or _AMONG.search(text, max(0, start - 12), start) is not None)
    alike = figure.unit == before.unit and _LABEL.fullmatch(text, start, figure.lead) is not None
    return alike and is_bare(text, figure.end)


def _behind_rate(text: str, end: int) -> int:
    """Where the words end that a figure is out of, which ends at a place: "109 bé trai/100 bé gái", "5% trên tổng số hộ"."""
    match = _OF_RATE.match(text, end) if text[end - 2 : end] == "00" else _OF_TOTAL.match(text, end)
    return match.end() if match else end


def _takes_over(text: str, figure: Figure, before: Figure) -> bool:
    """Whether a figure may be the one of its clause and not the one before it: "xã có trên 10 hộ nghèo không quá 5%"."""
    return figure.reached or (before.counts and figure.compared and not figure.counts and is_bare(text, figure.end))


def _qualifies(text: str, opening: _Opening, years: Sequence[YearMention]) -> bool:
    """Whether the figure of a clause only tells which ones are meant, a later figure being joined to them.

    "Tỷ lệ phụ nữ được tầm soát ít nhất 4 bệnh đạt 70%", "cơ quan có từ 30% nữ trở lên đạt 70%".
    """
    figure = opening.figure
    if figure.reached or not figure.compared or _only_years(text, opening.begin, figure.lead, years):
        return False
    if not figure.counts or _INDICATED.match(text, opening.begin):
        return True
    return _HAVING.match(text, figure.lead, figure.start) is None


def _only_years(text: str, start: int, end: int, years: Sequence[YearMention]) -> bool:
    """Whether nothing but years, conjunctions and commas stands between two places."""
    at = start
    first = bisect_left(years, start, key=lambda mention: mention.start)
    for year in years[first : first + _MOST_YEARS]:
        if year.end > end:
            break
        if not _BARE.fullmatch(text, at, year.start):
            return False
        at = year.end
    return _BARE.fullmatch(text, at, end) is not None


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
