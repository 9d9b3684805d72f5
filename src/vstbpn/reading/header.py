"""Reading the header of a document: bodies, number and symbol, place and date, type and title."""

import re
from itertools import pairwise
from typing import NamedTuple

from vstbpn.dates import PartialDate, read_date
from vstbpn.organisations.names.keys import loose_key, name_key
from vstbpn.organisations.names.places import province_names
from vstbpn.plans.header import Header
from vstbpn.reading.lines import Line
from vstbpn.reading.regions import ATTACHED, NATIONAL, NUMBER_LINE, PARTY, Region
from vstbpn.reading.type_lines import DRAFT, read_type_line, title_type, type_of_line
from vstbpn.references.symbols.symbol import DocumentSymbol, read_symbol
from vstbpn.text import CAPITAL, Folded, clean
from vstbpn.values import Passage, Span
from vstbpn.vocabulary import DocumentFamily, SymbolStyle

_NUMBER = re.compile(r"[Ss]ố\s{0,3}:?\s{0,40}(?:[.…_]{1,40}\s{0,8}(?=/))?")
_PLACE = re.compile(
    r"(?P<place>[^\W\d_][^,;:\d]{1,48}?)\s{0,2},\s{0,2}(?=ngày|[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4})"
)
_PLACE_WITH_FIGURE = re.compile(
    r"(?P<place>(?:[^\W\d_][^;:\d,]{0,40}?[ -]\s?)?"
    r"(?:Quận|quận|Q\.|Phường|phường|P\.|Khóm|khóm|Ấp|ấp|Tổ|tổ|Khu\s+phố|khu\s+phố|Thôn|thôn|Buôn|Khu\s+vực|khu\s+vực|Tiểu\s+khu|Đội)"
    r"\s{0,2}[0-9]{1,2}(?:\s?[,–-]\s?[^\W\d_][^,;:\d]{1,40}?(?:\s[0-9]{1,2})?){0,2}?)\s{0,2},\s{0,2}"
    r"(?=ngày|[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4})"
)
"""A place numbered, not named: "Quận 1", "Bến Nghé - Quận 1", "Khóm 5, phường 1"."""

_DAY = r"ngày(?:[\s0-9….]{1,60}tháng\s|\s{1,3}[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4}(?![0-9]))"
_PLACE_WITHOUT_COMMA = re.compile(
    rf"(?P<place>{CAPITAL}[^\W\d_]{{0,6}}\.?(?: {CAPITAL}[^\W\d_]{{0,6}}){{1,5}}) {{1,3}}(?={_DAY})"
)
_SMALL_PLACE_WITHOUT_COMMA = re.compile(
    rf"(?P<place>{CAPITAL}[^\W\d_]{{0,6}}(?: [^\W\d_]{{1,7}}){{1,3}}?) {{1,3}}(?={_DAY})"
)
"""Only the name of a province is a place then: "Bản thảo ngày …" has the same letters."""

_TERRITORY = re.compile(
    r"(?:TỈNH|THÀNH\s+PHỐ|TP\.?|HUYỆN|QUẬN|THỊ\s+XÃ|XÃ|PHƯỜNG|THỊ\s+TRẤN|ĐẶC\s+KHU)\s", re.IGNORECASE
)
_COUNCIL = re.compile(
    r"(?:[ỦU][ỶY]|UỶ|ỦY)\s+BAN\s+NHÂN\s+DÂN|HỘI\s+ĐỒNG\s+NHÂN\s+DÂN|BAN\s+CHẤP\s+HÀNH|U[ỶY]\s+BAN", re.IGNORECASE
)
_SUPERIOR = re.compile(r"(?:UBND|[ỦU][ỶY]\s+BAN\s+NHÂN\s+DÂN|UỶ\s+BAN\s+NHÂN\s+DÂN|SỞ|PHÒNG)\s")
_BODY_BELOW = re.compile(
    r" (?=(?:SỞ|CHI\s+CỤC)\s|(?<!HẢI )PHÒNG\s|TRƯỜNG\s+(?:MẦM|MẪU|TIỂU|TRUNG|THCS|THPT|PTDT|CAO|ĐẠI)(?!\w))"
)
_JOINED = re.compile(r"(?:VÀ|CỦA|[-–])\s")
_ORNAMENT = re.compile(r"\s*[-–—_*]{3,}\s*")
_SUBJECT = re.compile(r"V/v\s*:?\s*")
_TO = re.compile(r"Kính\s+gửi\s*:?\s*")
_COUNTRY_ALONE = re.compile(r"VIỆT\s+NAM|XÃ\s+HỘI\s+CHỦ\s+NGHĨA")


class _Number(NamedTuple):
    symbol: DocumentSymbol
    span: Span
    end: int


def read_header(folded: Folded, lines: list[Line], region: Region) -> Header:
    """Read the header of a region; what is not there stays None."""
    text = folded.text
    head = lines[region.start : region.type_line if region.type_line is not None else region.title_end]
    number = _number(folded, head)
    place, date, date_span = _place_and_date(folded, head)
    superior, issuer = _bodies(folded, head)
    kind, title, type_span, attached = _type_and_title(folded, lines, region)
    return Header(
        family=_family(text, head, number.symbol if number else None),
        superior=superior,
        issuer=issuer,
        symbol=number.symbol if number else None,
        place=place,
        date=date,
        type=kind,
        title=title or _subject(folded, head),
        addressees=_addressees(folded, head),
        attached_to=attached,
        symbol_span=number.span if number else None,
        date_span=date_span,
        type_span=type_span,
        span=folded.span(lines[region.start].start, lines[region.title_end - 1].end)
        if region.title_end > region.start
        else None,
    )


def _family(text: str, head: list[Line], symbol: DocumentSymbol | None) -> DocumentFamily | None:
    for line in head:
        if PARTY.search(text, line.start, line.end):
            return DocumentFamily.PARTY
        if NATIONAL.search(text, line.start, line.end):
            return DocumentFamily.STATE
    if symbol is None:
        return None
    return DocumentFamily.PARTY if symbol.style is SymbolStyle.PARTY else DocumentFamily.STATE


def _number(folded: Folded, head: list[Line]) -> _Number | None:
    text = folded.text
    for line in head:
        if not NUMBER_LINE.match(text, line.start, line.end):
            continue
        word = _NUMBER.match(text, line.start, line.end)
        found = word and read_symbol(text, word.end(), line.end, marked=True)
        if word and found:
            return _Number(found.symbol, folded.span(word.end(), found.end), found.end)
    return None


def _place_and_date(folded: Folded, head: list[Line]) -> tuple[Passage | None, PartialDate | None, Span | None]:
    text = folded.text
    for number, line in enumerate(head):
        start = _past_the_number(text, line)
        match = _PLACE.match(text, start, line.end) or _PLACE_WITH_FIGURE.match(text, start, line.end)
        alone = None if match else _place_without_comma(text, start, line.end)
        match = match or alone
        if not match:
            continue
        # The date may run over the line end where the page was wrapped.
        limit = head[number + 1].end if number + 1 < len(head) else line.end
        found = read_date(text, match.end())
        # Without its comma the line has to hold nothing else.
        if found and found[1] <= limit and (alone is None or text[found[1] : line.end].strip(" .") == ""):
            place = Passage(text=clean(match["place"]), span=folded.span(*match.span("place")))
            return place, found[0], folded.span(match.end(), found[1])
    return None, None, None


def _place_without_comma(text: str, start: int, end: int) -> re.Match[str] | None:
    """A place that lost its comma ("Hà Nội ngày …"), and that of a province its capitals too ("Hà nội ngày …")."""
    if match := _PLACE_WITHOUT_COMMA.match(text, start, end):
        return match
    small = _SMALL_PLACE_WITHOUT_COMMA.match(text, start, end)
    return small if small is not None and loose_key(name_key(small["place"])) in province_names() else None


def _past_the_number(text: str, line: Line) -> int:
    """Where the place may begin: behind the number where a table put both on one line ("Số: 23/KH-UBND Hà Nội, ngày …")."""
    word = _NUMBER.match(text, line.start, line.end) if NUMBER_LINE.match(text, line.start, line.end) else None
    found = read_symbol(text, word.end(), line.end, marked=True) if word else None
    if found is None:
        return line.start
    end = found.end
    while end < line.end and text[end] == " ":
        end += 1
    return end


def _bodies(folded: Folded, head: list[Line]) -> tuple[Passage | None, Passage | None]:
    """The superior and the issuer: the bodies' lines above the number, of which a territory's line goes on the one above."""
    text = folded.text
    names: list[list[tuple[int, int]]] = []
    for line in head:
        end = _name_end(text, line)
        for start, stop in _names_on(text, line.start, end) if end is not None else ():
            if names and _continues(text, names[-1], start, stop):
                names[-1].append((start, stop))
            else:
                names.append([(start, stop)])
    made = [_body(folded, pieces) for pieces in names[:3]]
    if len(made) > 1:
        return made[-2], made[-1]
    return None, made[0] if made else None


def _names_on(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The names on one line: a flattened table puts a superior and its body side by side ("UBND XÃ … TRƯỜNG MẦM NON …")."""
    names = []
    if _SUPERIOR.match(text, start, end):
        for gap in _BODY_BELOW.finditer(text, start, end):
            names.append((start, gap.start()))
            start = gap.end()
    return [*names, (start, end)]


def _name_end(text: str, line: Line) -> int | None:
    """Where the name of a body ends on a line, or None where the line holds none."""
    words = text[line.start : line.end]
    if NUMBER_LINE.match(words) or NATIONAL.search(words) or PARTY.match(words) or DRAFT.fullmatch(words):
        return None
    if _PLACE.match(words) or _PLACE_WITH_FIGURE.match(words):
        return None
    ornament = _ORNAMENT.search(text, line.start, line.end)
    end = ornament.start() if ornament else line.end
    is_name = end > line.start and text[line.start : end].isupper() and type_of_line(text, line) is None
    return end if is_name and not _COUNTRY_ALONE.fullmatch(words) else None


def _body(folded: Folded, pieces: list[tuple[int, int]]) -> Passage:
    """A body's name; in a printed header the lines of the other column may stand between its own."""
    text = folded.text
    together = all(not text[above[1] : below[0]].strip() for above, below in pairwise(pieces))
    end = pieces[-1][1] if together else pieces[0][1]
    return Passage(
        text=clean(" ".join(text[start:stop] for start, stop in pieces)), span=folded.span(pieces[0][0], end)
    )


def _continues(text: str, above: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a line names the territory of the council above it ("ỦY BAN NHÂN DÂN" / "TỈNH BẮC NINH")."""
    name = clean(" ".join(text[first:last] for first, last in above))
    if _COUNCIL.fullmatch(name) or _JOINED.match(text, start, end):
        return True
    return (
        bool(_TERRITORY.match(text, start, end))
        and not name.startswith(("UBND", "HĐND"))
        and len(name.split()) <= 5
        and not _TERRITORY.search(name)
    )


def _type_and_title(
    folded: Folded, lines: list[Line], region: Region
) -> tuple[str | None, Passage | None, Span | None, Passage | None]:
    text = folded.text
    if region.type_line is None:
        return _title_without_type_line(folded, lines, region)
    line = lines[region.type_line]
    named = read_type_line(text, line)
    kind = named.kind.vi if named else None
    type_span = folded.span(named.start, named.end) if named else folded.span(line.start, line.end)
    begins = named.title if named else None
    if region.title_end <= region.type_line + 1 and begins is None:
        return kind, None, type_span, None
    start = begins if begins is not None else lines[region.type_line + 1].start
    end = lines[region.title_end - 1].end
    if begins is None and (draft := DRAFT.match(text, start, end)) and "(" in draft[0]:
        start = draft.end()
    attached = None
    bracket = ATTACHED.search(text, start, end)
    if bracket:
        begin = bracket.start() + len(bracket[0]) - len(bracket[0].lstrip())
        attached = Passage(text=clean(text[begin:end]).strip("() "), span=folded.span(begin, end))
        end = begin
    while end > start and text[end - 1] in " \n-–_":
        end -= 1
    words = clean(text[start:end])
    passage = Passage(text=words, span=folded.span(start, end)) if words else None
    return kind, passage, type_span, attached


def _title_without_type_line(
    folded: Folded, lines: list[Line], region: Region
) -> tuple[str | None, Passage | None, Span | None, Passage | None]:
    """The type and title of a text whose first line is "Kế hoạch … năm 2021"."""
    text = folded.text
    if region.title_end != region.start + 1:
        return None, None, None, None
    line = lines[region.start]
    words = clean(text[line.start : line.end])
    kind = title_type(words)
    if kind is None:
        return None, None, None, None
    rest = words[len(kind.vi) :].strip()
    begin = line.end - len(text[line.start : line.end][len(kind.vi) :].lstrip())
    return (
        kind.vi,
        Passage(text=rest, span=folded.span(begin, line.end)),
        folded.span(line.start, line.start + len(kind.vi)),
        None,
    )


def _subject(folded: Folded, head: list[Line]) -> Passage | None:
    """The subject of a dispatch (V/v …), which goes on over the lines below that begin with a small letter."""
    text = folded.text
    for number, line in enumerate(head):
        match = _SUBJECT.search(text, line.start, line.end)
        if not match:
            continue
        pieces, end = [text[match.end() : line.end]], line.end
        for below in head[number + 1 :]:
            if below.after_blank or not text[below.start].islower():
                break
            pieces.append(text[below.start : below.end])
            end = below.end
        return Passage(text=clean(" ".join(pieces)), span=folded.span(match.end(), end))
    return None


def _addressees(folded: Folded, head: list[Line]) -> tuple[Passage, ...]:
    text = folded.text
    for line in head:
        if (match := _TO.match(text, line.start, line.end)) and match.end() < line.end:
            return (Passage(text=clean(text[match.end() : line.end]), span=folded.span(match.end(), line.end)),)
    return ()
