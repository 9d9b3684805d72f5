"""What stands beside an act's number or name (ngày, cơ quan ban hành): its date and its issuer, before or after it."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from vstbpn.dates import PartialDate, read_date
from vstbpn.errors import InvalidValueError
from vstbpn.references.finding.act_openings import A_SYMBOL
from vstbpn.references.finding.blanks import has_blank_line, spaced
from vstbpn.references.finding.bodies import read_body
from vstbpn.references.finding.titles import opens_title
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.text import CAPITAL, comparison_key

_USUAL_DATE = re.compile(
    r",?[ \n](?P<words>(?:ngày|NGÀY)[ \n](?:([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![0-9/])|"
    r"([0-9]{1,2})[ \n](?:tháng|THÁNG)[ \n]([0-9]{1,2})[ \n](?:năm|NĂM)[ \n]([0-9]{4})(?![0-9])))"
)
_DATE_AHEAD = spaced(
    r"(?:(?:~,)?~(?P<open>\()?(?:(?:được )?(?:ban hành|ký(?: ban hành)?|ra|cùng|hồi [0-9]{1,2} giờ(?: [0-9]{1,2} phút)?) )?(?=(?:ngày|NGÀY)(?:\s|[0-9….])|tháng\s)|"
    r"~(?P<bare>[(,])~(?=[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}))"
)
_GLUED_DAY = re.compile(r"(?:ngày|NGÀY)(?=[0-9])")
_UNREADABLE_DATE = re.compile(
    r"(?:ngày|NGÀY)[ \n]{0,12}(?:[0-9OoIl]{0,2}[ ….]{0,24}[/-][ ]{0,4}(?P<month>[0-9]{1,2})?[ ….]{0,12}[/-][ ]{0,4}(?P<year>(?:19|20)[0-9]{2})?"
    r"[0-9OoIl….]{0,6}|[0-9]{1,2}[ \n]tháng[ \n][0-9]{1,2}(?![ \n]năm))"
)
"""A date of which the day or more is left blank ("ngày …/5/2021"), or that no calendar has ("31/4/2021")."""

_YEAR_AHEAD = spaced(r" (?P<words>năm ((?:19|20)[0-9]{2}))(?![0-9])")
_OF = spaced(r"(?:~,)? (?:của|Của|CỦA) (?=\S)")
_BY = spaced(r"(?:~,)? do ")
_ISSUES = spaced(r" (?:đã )?(?:ban hành|ký|phê duyệt|phát động)(?!\w)")
_OPEN_A_DATE, _OPEN_AN_ISSUER = "nNtTbBđkKrR(, \n0123456789", "cCdD, \n"
_LATER_DATE = re.compile(r"(?<!từ)(?<!đến)(?<!trước)(?<!sau)(?<!vào)(?<!hết)[ \n]ngày\s{1,2}[0-9]")
_BREAK = re.compile(r"[;()]|\n[ \t]*\n|[^\W\d_]\.\s")
_WINDOW_TITLE = 700
_LONGEST_LINK = 24

_LINKS = frozenset([
    "tại", "theo", "trong", "bằng", "hành", "có", "ký", "trình", "số", "qua", "là", "các", "ra", "duyệt",
])  # fmt: skip
"""The ends of what stands between an issuer and its act: "của Bộ Nội vụ tại Công văn", "UBND tỉnh ban hành Kế hoạch"."""

_CITING = spaced(
    r"(?: (?:(?:đã|cũng|vừa|mới) )?(?:ban hành|ký ban hành|chỉ đạo,? ban hành|thông qua|phê duyệt|có|ký|ra|trình|là)|"
    r"(?:~,)?(?: (?:đã )?(?P<verb>[^\W\d_]+(?: [^\W\d_]+){0,3}))?(?: ban hành)? (?:tại|theo|trong|bằng|qua)|~:)"
    r"(?: (?:các|nội dung|những))?(?: số)? |~\((?:tại )?"
)
_BODY_STARTS = (
    # Words that open a sentence, an act or a provision open no body's name.
    re.compile(
        rf"{CAPITAL}(?<![^\s(“].)(?!(?:ăn|hực|heo|ghị|uyết|uật|hông|hỉ|iều|hoản|iểm|ế|gày|ại|ác|hững|rên|rong|hương|ục|hần|iệc|hi)\s)"
    ),
    re.compile(r"(?:bộ|sở|phòng|ủy ban|uỷ ban|thủ tướng|chính phủ|tỉnh ủy|thành ủy)(?=\s)"),
)
_ASKING = (
    "hướng dẫn", "chỉ đạo", "đề nghị", "yêu cầu", "ý kiến", "kết luận", "thông báo", "văn bản", "tờ trình", "công văn", "trình",
)  # fmt: skip
_WINDOW_ISSUER = 160
_WIDEST_DATE = 48
_COMMA_ALONE = spaced(r"~,?(?: đồng chí)? ")
_SYLLABLE = re.compile(r"[^\W_]+")
_CENTRAL = {
    "tw": ("bí thư", "chính trị", "trung ương"),
    "tư": ("bí thư", "chính trị", "trung ương"),
    "ttg": ("thủ tướng",),
    "qh": ("quốc hội",),
}
"""Central organs whose abbreviation is not made of their initials."""


class Dated(NamedTuple):
    """A date and where it stands in folded text; None for what a draft leaves blank."""

    date: PartialDate | None
    start: int
    end: int
    after: int  # Where what follows it begins, past a closing bracket.


def date_after(text: str, at: int, end: int, symbol: DocumentSymbol | None) -> Dated | None:
    """The date of the act whose number or name ends at ``at`` of folded text."""
    if _may_be(_OPEN_A_DATE, text, at):
        if found := date_ahead(text, at, end):
            return found
        if year := _YEAR_AHEAD.match(text, at, end):
            return Dated(PartialDate(year=int(year[2])), year.start("words"), year.end(), year.end())
    if symbol is None or symbol.year is None:
        return None
    if not text[at + 1 : at + 2].isupper() and not opens_title(text, at, end):
        # What stands there is no title, nor the name of a law behind its number.
        return None
    return _date_after_title(text, at, min(end, at + _WINDOW_TITLE), symbol.year)


def _may_be(openings: str, text: str, at: int) -> bool:
    """Whether what follows a blank may be what opens with one of some letters: a look that spares most of the others."""
    return text[at : at + 1] != " " or text[at + 1 : at + 2] in openings


def date_ahead(text: str, at: int, end: int) -> Dated | None:
    """The date that follows at once; without its value where it cannot be read."""
    if usual := _USUAL_DATE.match(text, at, end):
        day, month, year = usual.groups()[1:4] if usual[2] else usual.groups()[4:]
        date = _date(int(year), int(month), int(day))
        if date is not None:
            return Dated(date, usual.start("words"), usual.end(), usual.end())
    ahead = _DATE_AHEAD.match(text, at, end)
    if not ahead:
        return None
    begin = ahead.end()
    glued = _GLUED_DAY.match(text, begin, end)
    found = _read_date(text, glued.end() if glued else begin, end) or _unreadable(text, begin, end)
    if not found:
        return None
    closed = (ahead["open"] or ahead["bare"] == "(") and text[found.end : found.end + 1] == ")"
    return Dated(found.date, begin, found.end, found.end + 1 if closed else found.end)


def _unreadable(text: str, at: int, end: int) -> Dated | None:
    """Words that are a date, of which only month and year can be read, or nothing."""
    found = _UNREADABLE_DATE.match(text, at, end)
    if not found or has_blank_line(text, at, found.end()):
        return None
    known = found["month"] and found["year"] and not text[at : found.start("month")].strip(" ngàyNGÀY….\n/-")
    try:
        date = PartialDate(year=int(found["year"]), month=int(found["month"])) if known else None
    except InvalidValueError:
        date = None
    return Dated(date, at, found.end(), found.end())


@lru_cache(maxsize=4096)
def _date(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate(year=year, month=month, day=day)
    except InvalidValueError:
        return None


def _date_after_title(text: str, at: int, end: int, act_year: int) -> Dated | None:
    """The date of an act whose title stands between number and date: it is of the year the number gives."""
    stop = _BREAK.search(text, at, end)
    limit = stop.start() if stop else end
    later = _LATER_DATE.search(text, at, limit)
    if later and A_SYMBOL.search(text, at, later.start()):
        return None
    found = later and _read_date(text, later.start() + 1, limit)
    if found and found.date and found.date.year == act_year and _OF.match(text, found.end, end):
        return found
    return None


def _read_date(text: str, at: int, end: int) -> Dated | None:
    found = read_date(text, at)
    if found and has_blank_line(text, at, found[1]):
        return None
    return Dated(found[0], at, found[1], found[1]) if found and found[1] <= end else None


def issuer_after(text: str, at: int, end: int, *, joint: bool) -> tuple[int, int] | None:
    """Where the name of the issuer stands that follows at once, after "của", or after "do" with "ban hành" behind it."""
    if not _may_be(_OPEN_AN_ISSUER, text, at):
        return None
    if word := _OF.match(text, at, end):
        body_end = read_body(text, word.end(), end, joint=joint)
        return (word.end(), body_end) if body_end else None
    if word := _BY.match(text, at, end):
        body_end = read_body(text, word.end(), end, joint=joint)
        return (word.end(), body_end) if body_end and _ISSUES.match(text, body_end, end) else None
    return None


def issuer_before(text: str, floor: int, at: int, symbol: DocumentSymbol) -> tuple[int, int] | None:
    """Where the name of the issuer stands before the act that begins at ``at``, or None.

    "hướng dẫn của Bộ Nội vụ tại Công văn số 8935/BNV-CTTN&BĐG", "UBND tỉnh ban hành Kế hoạch số 12/KH-UBND". The
    body must ask, guide or report there, or its initials must be those of the symbol: "nhiệm vụ của Sở Nội vụ tại Quyết
    định số 12/QĐ-UBND" names no issuer.
    """
    last = text[max(floor, at - _LONGEST_LINK) : at].split()[-1:]
    if not last or (last[0] not in _LINKS and last[0][-1] not in "(:"):
        return None
    begin = max(floor, at - _WINDOW_ISSUER)
    begin = max(begin, text.rfind(";", begin, at) + 1, text.rfind(". ", begin, at) + 1)
    for pattern in _BODY_STARTS:
        for found in pattern.finditer(text, begin, at):
            start = found.start()
            body_end = read_body(text, start, at)
            link = body_end and _CITING.fullmatch(text, body_end, at)
            if not body_end or not link or has_blank_line(text, start, at):
                continue
            if _may_issue(text, start, body_end, link["verb"], symbol):
                return start, body_end
    return None


def date_before(text: str, floor: int, at: int) -> Dated | None:
    """The date that opens a sentence before the issuer at ``at``: "Ngày 04/6/2025, HĐND tỉnh ban hành Nghị quyết số …"."""
    day = text.rfind("gày ", max(floor, at - _WIDEST_DATE), at)
    if day < 1 or text[day - 1] not in "Nn":
        return None
    found = _read_date(text, day - 1, at)
    return found if found and found.date and _COMMA_ALONE.fullmatch(text, found.end, at) else None


def _may_issue(text: str, start: int, end: int, verb: str | None, symbol: DocumentSymbol) -> bool:
    if bears_initials(text[start:end], symbol):
        return True
    before = comparison_key(text[max(0, start - 24) : start])
    asks = before.endswith(tuple(f"{word} của" for word in _ASKING))
    return asks or (verb is not None and comparison_key(verb).endswith(_ASKING))


def bears_initials(body: str, symbol: DocumentSymbol) -> bool:
    """Whether a body's initials hold the abbreviation of the issuer in a symbol.

    >>> bears_initials("Sở Lao động - Thương binh và Xã hội", DocumentSymbol.parse("4965/LĐTBXH-KH"))
    True
    """
    code = symbol.issuer_codes[0].casefold().rstrip("0123456789") if symbol.issuer_codes else ""
    if any(words in body.casefold() for words in _CENTRAL.get(code, ())):
        return True
    initials = "".join(_initials(word) for word in _SYLLABLE.findall(body) if word.casefold() not in {"và", "của"})
    return len(code) > 1 and code in initials


def _initials(word: str) -> str:
    """The letters of an abbreviation, or the first of a syllable without its marks, as abbreviations write it."""
    return word.casefold() if word.isupper() else unicodedata.normalize("NFD", word[0])[0].casefold()
