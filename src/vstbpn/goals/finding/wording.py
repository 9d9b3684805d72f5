"""The words of a clause (lời của chỉ tiêu): how far it runs, whom it speaks of and where its figure is to go."""

import re
from collections.abc import Sequence
from decimal import Decimal

from vstbpn.goals.finding.clauses import FILLER, Clause, is_bare
from vstbpn.goals.finding.comparing import and_more
from vstbpn.goals.finding.counted import counted, counted_end, counts_things
from vstbpn.goals.finding.cues import EFFORT
from vstbpn.goals.finding.figures import Figure
from vstbpn.goals.finding.years import YearMention
from vstbpn.goals.targets.units import is_share
from vstbpn.text import clean, parse_decimal
from vstbpn.vocabulary import Comparator, Direction

_LEADING_IN = re.compile(
    rf"(?:[\s,:.\-–]|(?:{EFFORT}|bảo\s+đảm|đảm\s+bảo|duy\s+trì|hàng\s+năm|hằng\s+năm|mỗi\s+năm|bình\s+quân|mục\s+tiêu|trong\s+đó|cụ\s+thể|riêng|giữ\s+vững|giữ\s+cho|khống\s+chế|không\s+để(?=\s+t[ỷỉ]\s+lệ)|hoàn\s+thành(?=\s+[0-9])|và|đạt|có|là)(?!\w))+",
    re.IGNORECASE,
)
_MOVE = re.compile(
    r"(?P<down>giảm|rút\s+ngắn|thu\s+hẹp|hạ\s+thấp)(?!\s+nghèo|\w)|(?P<up>tăng(?!\s+(?:cường|trưởng))|nâng(?!\s+cao))(?!\w)",
    re.IGNORECASE,
)
_LEADING_OUT = re.compile(
    rf"(?<![,\s])(?:[,\s]+(?:bảo đảm|đảm bảo|{EFFORT}|phân đấu|đạt|có|trong đó|cụ thể|riêng)){{1,6}}[\s,:]*\Z",
    re.IGNORECASE,
)
# What follows with one of these verbs is something else to be done.
_ANOTHER_DEED = re.compile(
    r"\s?(?:,|(?<=\s)và)\s+(?:không\s+để|giữ\s+vững|tiếp\s+tục|duy\s+trì|phấn\s+đấu|bảo\s+đảm|đảm\s+bảo|góp\s+phần|tiến\s+tới)(?!\w).*",
    re.IGNORECASE | re.DOTALL,
)
# The unit in a column of its own, or in brackets.
_UNIT_BEHIND = re.compile(r"\s\(?%\)?\s?\Z")
_ACTING = re.compile(
    r"(?:vận\s+động|xây\s+dựng|tổ\s+chức|mở|tập\s+huấn|bồi\s+dưỡng|kiểm\s+tra|khám|đăng|phát|tuyên\s+truyền)(?!\w)",
    re.IGNORECASE,
)
_DEEDS = r"huy\s+động|vận\s+động|thu\s+hút|niêm\s+yết(?:\s+công\s+khai)?|quản\s+lý|phát\s+hiện|tuyên\s+truyền"
_DEED = re.compile(rf"(?:{_DEEDS})(?:,\s{{1,3}}(?:{_DEEDS}))?\s{{1,3}}", re.IGNORECASE)
# Words that tell no subject of their own: grades, and what somebody has or does.
_PREDICATE = re.compile(
    r"(?:tốt|khá|giỏi|xuất\s+sắc|trung\s+bình|yếu|kém|đạt|có|được|sử\s+dụng|biết|hoàn\s+thành|trên\s+chuẩn)(?!\w)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<label>[^\W\d_]{1,12}(?:\s{1,3}[^\W\d_]{1,12}){0,5})\s?:\s")
_NO_SUBJECT = re.compile(
    r"(?:mục\s+tiêu|chỉ\s+tiêu|cụ\s+thể|trong\s+đó|giai\s+đoạn|đến|về|yêu\s+cầu|kế\s+hoạch|phấn\s+đấu)(?!\w)",
    re.IGNORECASE,
)
_COMPARISON = re.compile(r"\A\s*so\s+với\s.*", re.IGNORECASE | re.DOTALL)
_TAIL = re.compile(r"(?!\s{0,3}[0-9])\s?\(?[^,;:.(]*")
_SERVING = re.compile(r"\s(?:phục\s+vụ|cho|để|nhằm|được|trong|tại|theo|về|trên|so\s+với)\s", re.IGNORECASE)
_LONGEST_TAIL = 5
_OF_TOTAL = re.compile(
    r"\s{1,3}(?:trên|trong|so\s{1,3}với|của)\s{1,3}tổng(?:\s{1,3}(?!(?:vào|đến|và|đạt|trong\s{1,3}đó)(?!\w))[^\s,;:.()0-9]{1,20}){1,14}",
    re.IGNORECASE,
)
# What follows with one of these words tells something else than what the figure is a share of.
_NOUN_OF_WHOLE = re.compile(
    r"(?!(?:trở|hằng|hàng|mỗi|một|và|hoặc|là|có|được|vào|đến|trở|so|hơn|của|trên|như|này|kế|nếu|khi|do|bằng|đạt|không|mà|lên|xuống|thì|cho|với|đối|từ|số\s+còn|chỉ\s+tiêu|yêu\s+cầu|nhu\s+cầu)(?!\w))[^\W\d_]",
    re.IGNORECASE,
)
_QUOTATION = re.compile(rf"[“\"]?{FILLER}{{30}}")
_PASSIVE = re.compile(r"(?<!\w)được\s", re.IGNORECASE)
_FOR = re.compile(r"(?<!\w)(?:cho|tới)\s{1,3}\Z", re.IGNORECASE)
_OWN = re.compile(r"(?:[^\W\d_]{1,8}\s{1,3}){0,2}(?:có|duy\s+trì)(?!\w)", re.IGNORECASE)
_KNOWN_BEFORE = re.compile(
    r"\s?\(\s?(?:(?:của\s)?năm\s[0-9]{4}|hiện\s(?:nay|tại|có|là))\s?(?:là|:|còn|ở\smức)?\s?(?P<number>[0-9]{1,3}(?:[.,][0-9]{1,3})?)\s?(?P<unit>[%‰])\s?\)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\A[0-9][0-9.,]*\s{0,3}(?:(?:[-–—]|đến|tới)\s{0,3}[0-9][0-9.,]*\s{0,3})?(?:\([^()]{0,40}\)\s{0,3})?(?:(?:nghìn|ngàn|triệu|vạn)\s)?"
)
_COMPARED_TO = re.compile(r"\s{1,3}so\s{1,3}với\s[^,;.:()]{1,50}", re.IGNORECASE)
_SAID_AGAIN = re.compile(r"\s?\(\s?[0-9][0-9.,/]{0,8}\s?%?\s?\)")
_PAIRED = re.compile(r"\w+\s+\w+,\s", re.IGNORECASE)
_AFTER_PASSIVE = re.compile(r"[,;:(]|\s(?:và|về|cho|nhằm|để)\s|\.\s", re.IGNORECASE)
_AFTER_ACTIVE = re.compile(r"[;:]|\s(?:cho|nhằm|để|theo)\s|\.\s", re.IGNORECASE)
_TRIMMED = " \n,;:.-–" + FILLER


def clause_end(text: str, clause: Clause, years: Sequence[YearMention]) -> int:
    """Where the words of a target end: behind its figure and year, or behind what those counted are to have.

    ``years`` are those of the clause alone.
    """
    figure = clause.figure
    quotation = _QUOTATION.search(text, figure.end, clause.end)
    limit = _trimmed(text, figure.end, quotation.start() if quotation else clause.end)
    begin = _content_start(text, clause.start, figure.lead, years)
    if begin < figure.lead and not (figure.unit == "%" and _is_only_acting(text, begin, figure)):
        return _end_behind_figure(text, clause, years, limit)
    passive = _PASSIVE.search(text, figure.end, limit)
    if passive is None:
        stop = _AFTER_ACTIVE.search(text, figure.end, limit)
    else:
        # "được tập huấn, bồi dưỡng": the comma joins two verbs.
        paired = _PAIRED.match(text, passive.end(), limit)
        stop = _AFTER_PASSIVE.search(text, paired.end() if paired else passive.end(), limit)
    return _trimmed(text, figure.end, stop.start() if stop else limit)


def _end_behind_figure(text: str, clause: Clause, years: Sequence[YearMention], limit: int) -> int:
    """Where a clause ends whose subject stands before the figure: behind its year or the few words it is a share of."""
    start = clause.figure.end
    tail = _TAIL.match(text, start, limit)
    end = tail.end() if tail else start
    after = next((year for year in years if start <= year.start and year.end <= end), None)
    if after:
        return after.end + text.startswith(")", after.end)
    serving = _SERVING.search(text, start, end)
    end = _trimmed(text, start, serving.start() if serving else end)
    end = max(end, counted_end(text, clause.figure, limit))
    if not clause.figure.counts and len(text[start:end].split()) > _LONGEST_TAIL:
        end = start
    compared = _COMPARED_TO.match(text, end, limit)
    return _trimmed(text, end, compared.end()) if compared else end


def unit(source: str, clause: Clause, years: Sequence[YearMention]) -> str:
    """The unit of a figure: where a subject or a verb stands before things counted, their noun with all it is told by.

    "Tổ chức ít nhất 2 lớp tập huấn" counts "lớp tập huấn", and "2 lớp tập huấn" alone counts "lớp".
    """
    figure = clause.figure
    if not figure.counts or _content_start(source, clause.start, figure.lead, years) >= figure.lead:
        return figure.unit
    return counted(source, figure, clause.end)


def population(source: str, clause: Clause, years: Sequence[YearMention]) -> str | None:
    """Whom or what a figure is about: the words before it, or those behind it where it stands first.

    ``source`` is the text with nothing filled up; ``years`` are those of the clause alone.
    """
    figure = clause.figure
    begin = _content_start(source, clause.start, figure.lead, years)
    if begin < figure.lead and _acts_on(source, begin, figure):
        words = _without_years(source, begin, figure.lead, years)
        if not counts_things(figure) and (behind := clean(_behind(source, clause, years)).strip(_TRIMMED)):
            words = f"{words} {_counted(source, figure)} {behind}"
        whole = None
    elif begin < figure.lead:
        move = _MOVE.match(source, begin, figure.lead)
        words = _without_years(source, move.end() if move else begin, figure.lead, years)
        whole = None if move else share_of(source, clause, years)
    else:
        if not is_share(figure.unit) and not figure.counts:
            return rated(source, figure)
        words = _COMPARISON.sub("", _behind(source, clause, years))
        whole = None
    words = _UNIT_BEHIND.sub("", _ANOTHER_DEED.sub("", clean(words)))
    words = "" if words.startswith("(") else _LEADING_OUT.sub("", words).strip(_TRIMMED)
    return f"{words}{whole or ''}" or None if words else None


def _acts_on(source: str, begin: int, figure: Figure) -> bool:
    """Whether what is counted is what somebody is to act on: "giúp ít nhất 02 hộ nghèo", "dạy nghề cho 500 lao động".

    A verb such as "có" and "đạt" tells of somebody's own figure, and a plain number of things has none.
    """
    if figure.unit.partition("/")[0] == "lần" and _ACTING.match(source, begin):
        return True  # "Tổ chức 02 lần/năm tuyên truyền …"
    if figure.unit == "%" and _is_only_acting(source, begin, figure):
        return True
    if figure.is_change or figure.reached or figure.yearly or figure.baseline is not None:
        return False
    if _FOR.search(source, begin, figure.lead):
        return figure.counts or is_share(figure.unit)
    return figure.counts and _OWN.match(source, figure.lead, figure.start) is None


def _is_only_acting(source: str, begin: int, figure: Figure) -> bool:
    """Whether nothing but verbs stands before a figure: "Huy động 95% trẻ em …", "Vận động, thu hút …"."""
    return _DEED.fullmatch(source, begin, figure.lead) is not None and not is_bare(source, figure.end)


def _counted(source: str, figure: Figure) -> str:
    """The noun of what a figure counts, as written; nothing for a share."""
    if not figure.counts or figure.unit.partition("/")[0] == "lần":
        return ""
    noun = _NUMBER.sub("", source[figure.start : figure.end])
    return noun if noun.strip() else figure.unit


def with_subject(text: str, start: int, words: str | None) -> str | None:
    """Words without a subject of their own behind the label their sentence begins with: "Giáo viên: 100% đạt chuẩn"."""
    if words is None or not _PREDICATE.match(words):
        return words
    label = _LABEL.match(text, start)
    if label is None or _NO_SUBJECT.match(label["label"]):
        return words
    return clean(f"{label['label']} {words}")


def rated(source: str, figure: Figure) -> str | None:
    """Whom a rate without a subject is about: "9 bác sĩ/10.000 dân"."""
    words = clean(_NUMBER.sub("", source[figure.start : figure.end]).partition("/")[0])
    return words if figure.unit.startswith("/") and words[:1].isalpha() else None


def _behind(source: str, clause: Clause, years: Sequence[YearMention]) -> str:
    """The words behind a figure without its years and without the "trở lên" that compares it."""
    start = clause.figure.end
    if again := _SAID_AGAIN.match(source, start):
        start = again.end()
    more = and_more(source, start)
    if more is None:
        return _without_years(source, start, clause.end, years)
    return f"{source[start : more.start('more')]} {_without_years(source, more.end(), clause.end, years)}"


def known_beside(source: str, figure: Figure) -> Decimal | None:
    """What a figure was before, as a bracket behind it tells: "giảm còn 11% (năm 2022: 12,1%)"."""
    match = _KNOWN_BEFORE.match(source, figure.end) if not figure.is_change else None
    if match is None or match["unit"] != figure.unit:
        return None
    return parse_decimal(match["number"])


def share_of(source: str, clause: Clause, years: Sequence[YearMention]) -> str | None:
    """What a figure behind its subject is a share of, as it is to stand behind that subject; None if no words tell.

    "Kinh tế số chiếm 45% GRDP" speaks of "Kinh tế số (GRDP)", "nữ thạc sĩ đạt 50% trên tổng số thạc sĩ" of "nữ thạc sĩ
    trên tổng số thạc sĩ".
    """
    figure = clause.figure
    if not is_share(figure.unit):
        return None
    limit = next((year.start for year in years if year.start >= figure.end), clause.end)
    whole = _OF_TOTAL.match(source, figure.end, limit)
    if whole:
        return " " + clean(whole[0]).rstrip(_TRIMMED)
    tail = _TAIL.match(source, figure.end, limit)
    end = tail.end() if tail else figure.end
    serving = _SERVING.search(source, figure.end, end)
    words = clean(source[figure.end : serving.start() if serving else end]).strip(_TRIMMED)
    if not words or len(words.split()) > _LONGEST_TAIL or not _NOUN_OF_WHOLE.match(words):
        return None
    return f" ({words})"


def said_direction(text: str, clause: Clause, years: Sequence[YearMention]) -> tuple[Direction | None, bool]:
    """Where a figure is to move, by the verb at the head of its clause or the words beside it, and whether by that much.

    "Giảm tỷ lệ hộ nghèo từ 1 - 1,5%" tells the size of a change, "giảm tỷ lệ hộ nghèo xuống 3%" a level.
    """
    figure = clause.figure
    if figure.direction is not None:
        return figure.direction, figure.is_change
    begin = _content_start(text, clause.start, figure.lead, years)
    move = _MOVE.match(text, begin, figure.lead)
    if move is None:
        return None, figure.is_change
    by_that_much = (
        move[0].casefold() in {"giảm", "tăng"}
        and not figure.reached
        and is_share(figure.unit)
        and figure.comparator not in {Comparator.LESS_THAN, Comparator.AT_MOST, Comparator.MORE_THAN}
    )
    return (Direction.LOWER if move["down"] else Direction.RAISE), figure.is_change or by_that_much


def _content_start(text: str, start: int, end: int, years: Sequence[YearMention]) -> int:
    """Where the words begin that say more than when and that something is to be."""
    at = start
    for year in years:
        if year.start >= end:
            break
        if _leads_in(text, at, year.start) < year.start:
            break
        at = year.end
    return _leads_in(text, at, end)


def _leads_in(text: str, start: int, end: int) -> int:
    # Such words may look at what stands behind them ("phần đầu đạt"), and so they are matched beyond the end.
    match = _LEADING_IN.match(text, start)
    return min(match.end(), max(start, end)) if match else start


def _without_years(text: str, start: int, end: int, years: Sequence[YearMention]) -> str:
    pieces = []
    at = start
    for year in years:
        if year.start >= at and year.end <= end:
            pieces.append(text[at : year.start])
            at = year.end
    pieces.append(text[at:end])
    return " ".join(pieces)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    return end
