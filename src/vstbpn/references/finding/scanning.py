"""Finding references in prose (nhận diện dẫn chiếu).

Cheap literals anchor the search (a number before a slash or hyphen, the word "luật"); around each a bounded window is
parsed, so that time is linear in the text. A reference never runs over ``;``, a blank line or the end of a sentence.
"""

import re
import unicodedata
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.blanks import spaced
from vstbpn.references.finding.leads import (
    Lead,
    is_form_number,
    read_lead,
    type_and_issuer_further_back,
    type_by_code,
    type_further_back,
)
from vstbpn.references.finding.mention import Mention
from vstbpn.references.finding.named import NamedAct, scan_named_acts
from vstbpn.references.finding.surroundings import (
    Dated,
    date_after,
    date_ahead,
    date_before,
    issuer_after,
    issuer_before,
)
from vstbpn.references.finding.titles import title_after
from vstbpn.references.provisions.scanning import ProvisionMention, read_provisions_before
from vstbpn.references.symbols.symbol import DocumentSymbol, as_written, read_symbol
from vstbpn.text import CAPITAL, Folded, clean, fold
from vstbpn.values import Span, evolve
from vstbpn.vocabulary import SymbolStyle

_MARKS = (
    re.compile(rf"/\s{{0,6}}(?:[0-9]{{4}}\s{{0,2}}/\s{{0,2}})?(?={CAPITAL})"),
    re.compile(rf"-(?:(?<=[0-9a-zđ].)|(?<=[0-9][ \n].))\s{{0,6}}(?={CAPITAL})"),
    re.compile(rf"–(?:(?<=[0-9a-zđ].)|(?<=[0-9][ \n].))\s{{0,6}}(?={CAPITAL})"),
)
"""What stands between a number and its symbol. Each begins with one literal character: that is searched for fastest."""

_WITHOUT_MARK = tuple(
    re.compile(rf"{word}[ :]{{1,3}}(?P<number>[0-9]{{1,6}}[a-zđ]?)[ ]{{0,2}}(?={CAPITAL}{{2}})")
    for word in ("ố", "Ố", "ăn")
)
"""A number whose slash was lost: "số 36 VSTBPN&BĐG", "công văn 36 VSTBPN&BĐG"."""

_NUMBER_BACK = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?[a-zđ]?\s{0,2}\Z")
_GLUED_CODE_BACK = re.compile(rf"[0-9]{{1,6}}[ ]{{0,2}}{CAPITAL}{{2}}[\w&]{{0,8}}\Z")
_WIDEST_NUMBER, _WIDEST_BLANK = 20, 24
_TO_BE_FILLED_IN = " .…_"
_GLUED_NUMBER_WORDS = (" số", " Số", "\nsố", "(số")
_GLUED_TYPE = re.compile(r"(?:(?<=[\s(“\"\[,;:])|^)[^\W\d_]{2,4}\Z")
_NUMBER_AFTER_NAME = spaced(r"(?:~,)? (?:\(?(?:số|Số|SỐ) (?=[0-9])|\(?(?=[0-9]{1,3}/[0-9]{4}/))")
_SHARED = re.compile(r"\n[ \t]*\n|[;.]\s")
_LIST_JOINT = spaced(r"(?:~[,;]|(?:~,)? (?:và|hoặc)) ")
_ISSUING = ("ban hành", "ký")
_ISSUER_JOINT = spaced(r"(?:~,|(?:~,)? (?:và|hoặc)) ")
_WINDOW_PROVISIONS, _WINDOW_SHARED = 4000, 160


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
    found = _with_shared_issuers(text, _numbered(folded, start, end, named))
    claimed = {one.dated for one in found}
    found.extend(_with_surroundings(folded, core, start, end, claimed) for core in named)
    return tuple(one.mention for one in sorted(found, key=lambda one: one.start))


class _Core(NamedTuple):
    """An act without what stands beside it: from its type word through its symbol, or its name through its year."""

    type: str
    start: int
    end: int
    type_place: tuple[int, int] | None
    symbol: DocumentSymbol | None = None
    symbol_start: int = 0
    act: NamedAct | None = None
    issuer: tuple[int, int] | None = None  # Where it stands between type and number.
    shares_type: bool = False


class _Found(NamedTuple):
    """A mention, where it begins and ends in folded text, and where the date stands that it claims."""

    mention: Mention
    start: int
    end: int
    dated: int | None
    issued: tuple[int, int] | None
    type_place: tuple[int, int] | None
    symbol_start: int


def _named(text: str, act: NamedAct, end: int) -> _Core:
    """A named act, with its number where one follows the name."""
    type_place = (act.start, act.type_end)
    word = _NUMBER_AFTER_NAME.match(text, act.end, end)
    symbol = word and read_symbol(text, word.end(), end, marked=True)
    if word and symbol:
        return _Core(act.type, act.start, symbol.end, type_place, symbol.symbol, word.end(), act)
    return _Core(act.type, act.start, act.end, type_place, act=act)


def _numbered(folded: Folded, start: int, end: int, named: list[_Core]) -> list[_Found]:
    text = folded.text
    made: list[_Found] = []
    done = named_before = start
    inside = iter([(core.start, core.end) for core in named] + [(end + 1, end + 1)])
    skip = next(inside)
    for place in number_places(text, start, end):
        at = place[0]
        if at < done:
            continue
        while skip[1] <= at:
            named_before, skip = skip[1], next(inside)
        if skip[0] <= at:
            continue
        core = _core(text, place, max(done, named_before), end, made[-1] if made else None)
        if core is not None:
            made.append(_with_surroundings(folded, core, done, end, frozenset()))
            done = made[-1].end
    return made


def number_places(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a number and symbol may begin and where what leads to it ends, in order.

    The two are one place, save for a document not yet numbered: there the blank stands between them.
    """
    places: set[tuple[int, int]] = set()
    for pattern in _MARKS:
        for found in pattern.finditer(text, start, end):
            mark = found.start()
            begin = max(start, mark - _WIDEST_NUMBER)
            number = _NUMBER_BACK.search(text, begin, mark)
            if number is None and text[mark] == "/":
                if mark > start and text[mark - 1] in _TO_BE_FILLED_IN:
                    begin = max(start, mark - _WIDEST_BLANK)
                    places.add((mark, begin + len(text[begin:mark].rstrip(_TO_BE_FILLED_IN))))
                    continue
                # "số 4155QĐ/ BTP"
                number = _GLUED_CODE_BACK.search(text, begin, mark)
            if number and _may_begin(text, number.start(), start):
                places.add((number.start(), number.start()))
    for pattern in _WITHOUT_MARK:
        places.update((found.start("number"), found.start("number")) for found in pattern.finditer(text, start, end))
    return sorted(places)


def _may_begin(text: str, at: int, start: int) -> bool:
    """Whether a number stands for itself there, and is not the end of a word, a longer number or a fraction."""
    before = text[at - 1] if at > start else " "
    if text.endswith(_GLUED_NUMBER_WORDS, start, at):
        return True
    if before.isalpha():
        # "TT22/2021/TT-BGDĐT"
        glued = _GLUED_TYPE.search(text, max(start, at - 5), at)
        return glued is not None and type_by_code(glued[0]) is not None
    return not (before.isdigit() or before in "_.,/&-")


def _core(text: str, place: tuple[int, int], floor: int, end: int, previous: _Found | None) -> _Core | None:
    """The act whose number begins at a place, or None where the number is none of an act."""
    at, lead_end = place
    lead = read_lead(text, lead_end, floor)
    numbered = at == lead_end
    if not numbered and (not lead.number_word or lead.own):
        return None
    found = read_symbol(text, at, end, marked=lead.number_word or lead.type is not None)
    if found is None:
        return None
    symbol = found.symbol
    if lead.type:
        return _Core(lead.type, lead.start, found.end, lead.type_place, symbol, at)
    if lead.own or is_form_number(text, lead):
        return None
    code = symbol.type_code or ""
    if previous and (shared := _shared_type(text, lead, at, code, previous)):
        word = previous.type_place if shared == previous.mention.reference.type else None
        return _Core(shared, lead.start, found.end, word, symbol, at, shares_type=word is not None)
    if lead.number_word:
        if back := type_further_back(text, floor, lead.start, code):
            return _Core(back.type, back.start, found.end, (back.start, back.end), symbol, at)
        if issued := type_and_issuer_further_back(text, floor, lead.start):
            lead, issuer = issued
            return _Core(lead.type or "", lead.start, found.end, lead.type_place, symbol, at, issuer=issuer)
    kind = type_by_code(code)
    return _Core(kind, lead.start, found.end, None, symbol, at) if kind and numbered else None


def _shared_type(text: str, lead: Lead, at: int, code: str, previous: _Found) -> str | None:
    """The type a number shares with the one before it in a list: "Quyết định số A, số B và số C"."""
    if at - previous.end > _WINDOW_SHARED:
        return None
    if lead.number_word:
        if not _LIST_JOINT.fullmatch(text, previous.end, lead.start) and _SHARED.search(text, previous.end, at):
            return None
    elif not _LIST_JOINT.fullmatch(text, previous.end, at):
        return None
    shared = previous.mention.reference.type
    own = type_by_code(code)
    agrees = shared is None or own is None or shared.startswith((own, "Quy định", "Văn bản"))
    return shared if agrees else own


class _Following(NamedTuple):
    """What stands after an act, and where the last of it but the title ends."""

    dated: Dated | None
    issued: tuple[int, int] | None
    titled: tuple[int, int] | None
    end: int


def _following(text: str, core: _Core, end: int, claimed: AbstractSet[int | None]) -> _Following:
    """The date, the issuer and the title that follow an act's number or name."""
    at, symbol, named = core.end, core.symbol, core.act is not None
    if at >= end or text[at] not in " \n,(":
        return _Following(None, core.issuer, None, at)
    dated = date_after(text, at, end, None if named else symbol)
    if dated and dated.start in claimed:
        # The date after an act named inside another's title may be the other's, which then has claimed it.
        dated = None
    last = dated.after if dated else at
    issued = core.issuer
    if issued is None and (not named or symbol or (dated and dated.date)):
        issued = issuer_after(text, last, end, joint="liên" in core.type)
        last = issued[1] if issued else last
        if issued and not dated and symbol and (dated := date_ahead(text, last, end)):
            # "Nghị định số 30/2020/NĐ-CP của Chính phủ ngày 05/3/2020"
            last = dated.after
    titled = None
    if not named:
        # The older way puts the title between number and date.
        titled = title_after(text, at, dated.start) if dated and dated.start > at + 2 else None
        titled = titled or title_after(text, last, end)
    return _Following(dated, issued, titled, last)


def _with_surroundings(folded: Folded, core: _Core, floor: int, end: int, claimed: AbstractSet[int | None]) -> _Found:
    """Add what stands beside the act itself: provisions and issuer before it; date, issuer and title after it."""
    text, act, symbol = folded.text, core.act, core.symbol
    around = _following(text, core, end, claimed)
    dated, issued, last = around.dated, around.issued, around.end
    if issued is None and symbol and act is None:
        issued = issuer_before(text, floor, core.start, symbol)
        if issued and not dated and text[issued[1] : core.start].rstrip().endswith(_ISSUING):
            dated = date_before(text, floor, issued[0])
    titled = around.titled
    provisions = read_provisions_before(text, max(floor, core.start - _WINDOW_PROVISIONS), core.start)
    span = folded.span if folded.cuts else Span
    symbol_span = None
    if symbol:
        symbol_span = span(core.symbol_start, core.symbol_start + len(symbol.raw or ""))
        if text is not folded.source:
            symbol = as_written(symbol, unicodedata.normalize("NFC", symbol_span.of(folded.source)))
    reference = Reference(
        type=core.type,
        symbol=symbol,
        name=act.name if act else None,
        name_year=act.year if act else None,
        qualifier=act.qualifier if act else None,
        date=dated.date if dated else None,
        issuer=clean(text[issued[0] : issued[1]]) if issued else None,
        title=clean(text[titled[0] : titled[1]]) if titled else None,
        provisions=provisions.provisions if provisions else (),
        raw=text[core.start : core.end],
    )
    mention = Mention(
        reference=reference,
        span=span(core.start, core.end),
        type_span=span(*core.type_place) if core.type_place else None,
        symbol_span=symbol_span,
        name_span=span(act.start, act.name_end) if act else None,
        date_span=span(dated.start, dated.end) if dated else None,
        issuer_span=span(*issued) if issued else None,
        title_span=span(*titled) if titled else None,
        provisions_span=span(provisions.start, provisions.end) if provisions else None,
        provisions=tuple(
            [
                ProvisionMention(provision=item.provision, span=span(item.start, item.end), inherited=item.inherited)
                for item in provisions.items
            ]
        )
        if provisions
        else (),
        shared=("type",) if core.shares_type else (),
    )
    return _Found(mention, core.start, last, dated.start if dated else None, issued, core.type_place, core.symbol_start)


def _with_shared_issuers(text: str, found: list[_Found]) -> list[_Found]:
    """Give the members of a list the issuer that stands once, after the last or before the first.

    "số A ngày …, số B ngày … của Thủ tướng Chính phủ", "các Quyết định của Thủ tướng Chính phủ: số A ngày …, số B ngày …".
    """
    for number in range(len(found) - 2, -1, -1):
        if _may_share(text, found[number], found[number + 1]):
            found[number] = _sharing(found[number], found[number + 1])
    for number in range(1, len(found)):
        one = found[number - 1]
        if one.issued and one.issued[0] < one.symbol_start and _may_share(text, found[number], one):
            found[number] = _sharing(found[number], one)
    return found


def _may_share(text: str, one: _Found, other: _Found) -> bool:
    """Whether two neighbours of a list are of one issuer, whose name stands beside the other."""
    if one.issued or not other.issued:
        return False
    mine, theirs = one.mention.reference.symbol, other.mention.reference.symbol
    if mine is None or theirs is None or _issuer_codes(mine) != _issuer_codes(theirs):
        return False
    first, last = sorted((one, other), key=lambda member: member.start)
    return _ISSUER_JOINT.fullmatch(text, first.end, last.start) is not None


def _issuer_codes(symbol: DocumentSymbol) -> tuple[str, ...]:
    """What names the issuers in a symbol; in a dispatch's the field or drafting unit comes after."""
    return symbol.issuer_codes[:1] if symbol.style is SymbolStyle.DISPATCH else symbol.issuer_codes


def _sharing(one: _Found, other: _Found) -> _Found:
    mention = evolve(
        one.mention,
        reference=evolve(one.mention.reference, issuer=other.mention.reference.issuer),
        issuer_span=other.mention.issuer_span,
        shared=(*one.mention.shared, "issuer"),
    )
    return one._replace(mention=mention, issued=other.issued)
