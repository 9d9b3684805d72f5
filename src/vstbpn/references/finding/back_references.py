"""References back (dẫn chiếu lại): "Luật này", "Nghị định trên", and a document's words for itself.

A document speaks of itself as "Kế hoạch này", and of an act it has cited as "Nghị định trên" or "Luật này". Such words cite
nothing new: ``find_references`` leaves them out, and here they are tied to what they mean.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.blanks import has_blank_line
from vstbpn.references.finding.leads import read_lead, type_before
from vstbpn.references.finding.mention import Mention
from vstbpn.references.finding.scanning import number_places, scan_references
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.provisions.scanning import read_provisions_before
from vstbpn.references.symbols.symbol import DocumentSymbol, read_symbol
from vstbpn.text import Folded, fold
from vstbpn.values import Span, evolve, frozen

_POINTERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"này(?![^\W\d_])",
        r"trên(?=[,.;:)”\s]|$)(?!\s{1,3}(?:địa bàn|cơ sở|toàn|cả|các|lĩnh|phạm|môi|mạng|hệ|trang|website|báo|internet|[0-9]))",
        r"đó(?=[,.;:)”\s]|$)",
    )
)
_SAID = re.compile(r"(?:nêu|nói|kể|đã nêu)\s{1,3}\Z")
_TITLE_LINE = re.compile(r"^[ \t]*([^\W\d_a-z][^\W\d_]*(?: [^\W\d_]+){0,2})[ \t]*$", re.MULTILINE)
_WINDOW = 320


@frozen
class BackReference:
    """Words that mean an act named before, or the document itself (dẫn chiếu lại): "Luật này", "Số: 15/KH-UBND".

    Args:
        type: The type the words name; None for the document's own number.
        span: Where they stand.
        own: Whether the document itself is meant.
        mention: The act meant, where it was cited before; None for the document itself, and where nothing tells.
        symbol: The document's own number and symbol, where the words are it.
        provisions: The provisions named with them: "khoản 2 Điều 5 Nghị định này".

    >>> text = "Căn cứ Luật Trẻ em số 102/2016/QH13. Theo Điều 5 Luật này và Mục II Kế hoạch này"
    >>> law, plan = find_back_references(text, own_type="Kế hoạch")
    >>> law.mention.reference.name, law.provisions[0].article, plan.own
    ('Luật Trẻ em', '5', True)
    """

    type: str | None = None
    span: Span = attrs.field(eq=False)
    own: bool = False
    mention: Mention | None = None
    symbol: DocumentSymbol | None = None
    provisions: tuple[Provision, ...] = ()

    @property
    def reference(self) -> Reference | None:
        """The act meant, with the provisions named here, or None where it is the document itself or cannot be told."""
        if self.mention is None:
            return None
        return evolve(self.mention.reference, provisions=self.provisions, raw=None)


def find_back_references(text: str, *, own_type: str | None = None) -> tuple[BackReference, ...]:
    """Find the words that mean an act named before or the document itself, in reading order.

    Args:
        text: A document, or a part of one.
        own_type: The type of the document ("Kế hoạch"); where it is not given, a line of the text in capitals that
            is a type alone tells it.
    """
    folded = fold(text)
    return scan_back_references(folded, 0, len(folded.text), own_type=own_type)


def scan_back_references(
    folded: Folded, start: int, end: int, *, own_type: str | None = None, mentions: Sequence[Mention] | None = None
) -> tuple[BackReference, ...]:
    """Find them between two places of folded text; the mentions found there may be given, so as not to find them twice."""
    if mentions is None:
        mentions = scan_references(folded, start, end)
    own = own_type or _type_of_title(folded.text, start, end)
    found = [*_own_numbers(folded, start, end), *_pointers(folded, start, end, own, mentions)]
    return tuple(sorted(found, key=lambda one: one.span.start))


def _own_numbers(folded: Folded, start: int, end: int) -> list[BackReference]:
    """The document's own number, as its header gives it."""
    text = folded.text
    made = []
    for at, lead_end in number_places(text, start, end):
        lead = read_lead(text, lead_end, start)
        found = read_symbol(text, at, end, marked=True) if lead.own else None
        if found:
            made.append(BackReference(span=folded.span(lead.start, found.end), own=True, symbol=found.symbol))
    return made


def _pointers(
    folded: Folded, start: int, end: int, own: str | None, mentions: Sequence[Mention]
) -> list[BackReference]:
    text = folded.text
    by_type: dict[str, list[Mention]] = {}
    for one in mentions:
        by_type.setdefault((one.reference.type or "").casefold(), []).append(one)
    own_key = own.casefold() if own else None
    made = []
    for pattern in _POINTERS:
        for word in pattern.finditer(text, start, end):
            said = _SAID.search(text, max(start, word.start() - 12), word.start())
            if said and has_blank_line(text, said.start(), word.start()):
                continue
            kind = type_before(text, start, said.start() if said else word.start())
            if kind is None:
                continue
            place = folded.span(kind.start, word.end())
            if _lies_in(mentions, place):
                continue
            near = word[0] == "này" and said is None
            key = kind.type.casefold()
            is_own = near and key == own_key
            mention = None if is_own else _last_before(by_type.get(key, ()), place.start)
            capital = text[kind.start].isupper()
            if not is_own and mention is None and not capital:
                # "quy định này", "chương trình này" in lower case are mostly no documents.
                continue
            provisions = read_provisions_before(text, max(start, kind.start - _WINDOW), kind.start)
            made.append(
                BackReference(
                    type=kind.type,
                    span=place,
                    own=is_own or (near and mention is None and own_key is None),
                    mention=mention,
                    provisions=provisions.provisions if provisions else (),
                )
            )
    return made


def _lies_in(mentions: Sequence[Mention], place: Span) -> bool:
    """Whether a place overlaps what cites an act: "Luật Kế hoạch này" was read as the name of a law."""
    last = _last_before(mentions, place.end)
    return last is not None and last.span.end > place.start


def _last_before(mentions: Sequence[Mention], place: int) -> Mention | None:
    """The last mention that begins before a place of the source."""
    number = bisect_left(mentions, place, key=lambda mention: mention.span.start)
    return mentions[number - 1] if number else None


def _type_of_title(text: str, start: int, end: int) -> str | None:
    """The type a line in capitals names that holds nothing else: "KẾ HOẠCH"."""
    for line in _TITLE_LINE.finditer(text, start, min(end, start + 4000)):
        if (
            line[1].isupper()
            and (kind := type_before(text, line.start(1), line.end(1)))
            and kind.start == line.start(1)
        ):
            return kind.type
    return None
