"""Finding references in prose (nhận diện dẫn chiếu).

Cheap literals anchor the search (a digit before a slash or hyphen, the word "luật"); around each a bounded window is
parsed, so that time is linear in the text. A reference never runs over ``;``, a blank line or the end of a sentence.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import attrs

from vstbpn.dates import PartialDate, read_date
from vstbpn.references.blanks import spaced
from vstbpn.references.bodies import read_body
from vstbpn.references.leads import Lead, is_form_number, read_lead, type_by_code, type_further_back
from vstbpn.references.named import NamedAct, scan_named_acts
from vstbpn.references.provision import read_provisions_before
from vstbpn.references.reference import Reference
from vstbpn.references.symbol import DocumentSymbol, read_symbol
from vstbpn.text import Folded, clean, fold
from vstbpn.values import Span, frozen

_CANDIDATE = re.compile(
    r"[0-9](?:[a-zđ](?![^\W\d_]))?\s{0,2}(?:[/–-]\s{0,4}(?:[0-9]{4}\s{0,2}/\s{0,2})?|(?=[^\W\d_]{3}|[^\W\d_]{2}[/-]))"
    r"[^\W\d_]"
)
_NUMBER_BEFORE = re.compile(r"(?:[0-9]{1,6}\.)?[0-9]{1,6}$")
_GLUED_TYPE = re.compile(r"(?:(?<=[\s(“\"\[,;:])|^)[^\W\d_]{2,4}$")
_DATE_AHEAD = spaced(r"(?:~,)?~\(?(?:(?:được )?(?:ban hành|ký(?: ban hành)?) )?(?=ngày\s|NGÀY\s|tháng\s)")
_YEAR_AHEAD = spaced(r" (?P<words>năm ((?:19|20)[0-9]{2}))(?![0-9])")
_OF = spaced(r"(?:~,)? (?:của|Của|CỦA) ")
_LATER_DATE = re.compile(r"[ \n]ngày\s{1,2}[0-9]")
_BREAK = re.compile(r"[;()]|\n[ \t]*\n|[^\W\d_]\.\s")
_NUMBER_AFTER_NAME = spaced(r" (?:\(?số (?=[0-9])|\(?(?=[0-9]{1,3}/[0-9]{4}/))")
_SHARED = re.compile(r"\n[ \t]*\n|[;.]\s")
_LIST_JOINT = spaced(r"(?:~[,;]|(?:~,)? (?:và|hoặc)) ")
_WINDOW_PROVISIONS, _WINDOW_TITLE, _WINDOW_SHARED = 320, 240, 160


@frozen
class Mention:
    """A reference where it stands in a text (lần dẫn chiếu).

    Args:
        reference: What is referred to.
        span: From the type word through the symbol, or the name through its year.
        date_span, issuer_span, provisions_span: The places of these parts, where the text has them.
    """

    reference: Reference
    span: Span = attrs.field(eq=False)
    date_span: Span | None = attrs.field(default=None, eq=False)
    issuer_span: Span | None = attrs.field(default=None, eq=False)
    provisions_span: Span | None = attrs.field(default=None, eq=False)

    @property
    def whole(self) -> Span:
        """From the first part through the last."""
        spans = [span for span in (self.span, self.date_span, self.issuer_span, self.provisions_span) if span]
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def find_references(text: str) -> tuple[Mention, ...]:
    """Find every reference of a text, in reading order, with spans in the text given.

    >>> [str(mention.reference) for mention in find_references("Căn cứ Luật Trẻ em; Quyết định số 12/QĐ-BGDĐT")]
    ['Luật Trẻ em', 'Quyết định số 12/QĐ-BGDĐT']
    """
    folded = fold(text)
    return scan_references(folded, 0, len(folded.text))


def scan_references(folded: Folded, start: int, end: int) -> tuple[Mention, ...]:
    """Find the references between two places of folded text; spans are in its source."""
    text = folded.text
    named = [_named(text, act, end) for act in scan_named_acts(text, start, end)]
    found = list(_numbered(folded, start, end, named))
    claimed = {one.dated for one in found}
    found.extend(_with_surroundings(folded, core, start, end, claimed) for core in named)
    return tuple(one.mention for one in sorted(found, key=lambda one: one.start))


class _Core(NamedTuple):
    """An act without what stands beside it: from its type word through its symbol, or its name through its year."""

    type: str
    symbol: DocumentSymbol | None
    act: NamedAct | None
    start: int
    end: int


class _Found(NamedTuple):
    """A mention, where it begins and ends in folded text, and where the date stands that it claims."""

    mention: Mention
    start: int
    end: int
    dated: int | None


def _named(text: str, act: NamedAct, end: int) -> _Core:
    """A named act, with its number where one follows the name."""
    word = _NUMBER_AFTER_NAME.match(text, act.end, end)
    symbol = word and read_symbol(text, word.end(), end, marked=True)
    if symbol:
        return _Core(act.type, symbol.symbol, act, act.start, symbol.end)
    return _Core(act.type, None, act, act.start, act.end)


def _numbered(folded: Folded, start: int, end: int, named: list[_Core]) -> Iterator[_Found]:
    text = folded.text
    done = named_before = start
    previous: _Found | None = None
    inside = iter([(core.start, core.end) for core in named] + [(end + 1, end + 1)])
    skip = next(inside)
    for candidate in _CANDIDATE.finditer(text, start, end):
        at = _number_start(text, candidate, max(start, done))
        if at is None:
            continue
        while skip[1] <= at:
            named_before, skip = skip[1], next(inside)
        if skip[0] <= at:
            continue
        core = _core(text, at, max(done, named_before), end, previous)
        if core is None:
            continue
        previous = _with_surroundings(folded, core, done, end, frozenset())
        done = previous.end
        yield previous


def _number_start(text: str, candidate: re.Match[str], floor: int) -> int | None:
    """Where the number begins whose last digit opens the candidate, or None where it is part of something else."""
    if not text[candidate.end() - 1].isupper():
        return None
    number = _NUMBER_BEFORE.search(text, max(floor, candidate.start() - 13), candidate.start() + 1)
    if number is None:
        return None
    at = number.start()
    if at == floor:
        return at
    before = text[at - 1]
    if before.isalpha():
        # "TT22/2021/TT-BGDĐT"
        glued = _GLUED_TYPE.search(text, max(floor, at - 5), at)
        return at if glued and type_by_code(glued[0]) else None
    return None if before.isalnum() or before in "_-.,/&" else at


def _core(text: str, at: int, floor: int, end: int, previous: _Found | None) -> _Core | None:
    """The act whose number begins at ``at``, or None where the number is none of an act."""
    lead = read_lead(text, at, floor)
    symbol = read_symbol(text, at, end, marked=lead.number_word or lead.type is not None)
    if symbol is None:
        return None
    if lead.type:
        return _Core(lead.type, symbol.symbol, None, lead.start, symbol.end)
    if lead.own or is_form_number(text, lead):
        return None
    code = symbol.symbol.type_code or ""
    if shared := _shared_type(text, lead, at, code, previous):
        return _Core(shared, symbol.symbol, None, lead.start, symbol.end)
    if lead.number_word and (back := type_further_back(text, floor, lead.start, code)):
        return _Core(back[0], symbol.symbol, None, back[1], symbol.end)
    kind = type_by_code(code)
    return _Core(kind, symbol.symbol, None, lead.start, symbol.end) if kind else None


def _shared_type(text: str, lead: Lead, at: int, code: str, previous: _Found | None) -> str | None:
    """The type a number shares with the one before it in a list: "Quyết định số A, số B và số C"."""
    if previous is None or at - previous.end > _WINDOW_SHARED:
        return None
    if lead.number_word:
        if _SHARED.search(text, previous.end, at):
            return None
    elif not _LIST_JOINT.fullmatch(text, previous.end, at):
        return None
    shared = previous.mention.reference.type
    own = type_by_code(code)
    agrees = shared is None or own is None or shared.startswith((own, "Quy định", "Văn bản"))
    return shared if agrees else own


def _with_surroundings(folded: Folded, core: _Core, floor: int, end: int, claimed: AbstractSet[int | None]) -> _Found:
    """Add what stands beside the act itself: provisions before it, date and issuer after it."""
    text, act = folded.text, core.act
    dated = _date_after(text, core, end)
    if dated and dated.start in claimed:
        # The date after an act named inside another's title may be the other's, which then has claimed it.
        dated = None
    issued = None
    if act is None or core.symbol or dated:
        issued = _issuer_after(text, dated.end if dated else core.end, end, joint="liên" in core.type)
    if issued and not dated and core.symbol:
        # "Nghị định số 30/2020/NĐ-CP của Chính phủ ngày 05/3/2020"
        dated = _date_ahead(text, issued[1], end)
    provisions = read_provisions_before(text, _sentence_start(text, floor, core.start), core.start)
    reference = Reference(
        type=core.type,
        symbol=core.symbol,
        name=act.name if act else None,
        name_year=act.year if act else None,
        qualifier=act.qualifier if act else None,
        date=dated.date if dated else None,
        issuer=clean(text[issued[0] : issued[1]]) if issued else None,
        provisions=provisions.provisions if provisions else (),
        raw=text[core.start : core.end],
    )
    mention = Mention(
        reference=reference,
        span=folded.span(core.start, core.end),
        date_span=folded.span(dated.start, dated.end) if dated else None,
        issuer_span=folded.span(*issued) if issued else None,
        provisions_span=folded.span(provisions.start, provisions.end) if provisions else None,
    )
    last = max(core.end, dated.end if dated else 0, issued[1] if issued else 0)
    return _Found(mention, core.start, last, dated.start if dated else None)


def _sentence_start(text: str, floor: int, begin: int) -> int:
    window = max(floor, begin - _WINDOW_PROVISIONS)
    return max(window, text.rfind(";", window, begin) + 1, text.rfind("\n\n", window, begin) + 1)


class _Dated(NamedTuple):
    date: PartialDate | None
    start: int
    end: int


def _date_after(text: str, core: _Core, end: int) -> _Dated | None:
    at = core.end
    if found := _date_ahead(text, at, end):
        return found
    if year := _YEAR_AHEAD.match(text, at, end):
        return _Dated(PartialDate(year=int(year[2])), year.start("words"), year.end())
    if core.symbol is None or core.symbol.year is None:
        return None
    return _date_after_title(text, at, min(end, at + _WINDOW_TITLE), core.symbol.year)


def _date_ahead(text: str, at: int, end: int) -> _Dated | None:
    ahead = _DATE_AHEAD.match(text, at, end)
    return _read_date(text, ahead.end(), end) if ahead else None


def _date_after_title(text: str, at: int, end: int, act_year: int) -> _Dated | None:
    """The date of an act whose title stands between number and date: it is of the year the number gives."""
    stop = _BREAK.search(text, at, end)
    limit = stop.start() if stop else end
    later = _LATER_DATE.search(text, at, limit)
    found = later and _read_date(text, later.start() + 1, limit)
    if found and found.date and found.date.year == act_year and _OF.match(text, found.end, end):
        return found
    return None


def _read_date(text: str, at: int, end: int) -> _Dated | None:
    found = read_date(text, at)
    return _Dated(found[0], at, found[1]) if found and found[1] <= end else None


def _issuer_after(text: str, at: int, end: int, *, joint: bool) -> tuple[int, int] | None:
    word = _OF.match(text, at, end)
    if not word:
        return None
    body_end = read_body(text, word.end(), end, joint=joint)
    return (word.end(), body_end) if body_end else None
