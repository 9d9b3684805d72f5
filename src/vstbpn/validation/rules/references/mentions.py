"""What the rules of references walk through: mentions with a symbol, how they are written, and what stands around them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vstbpn.plans.basis import LegalBasis
from vstbpn.plans.plan import Plan
from vstbpn.references.acts.comparing import bare_number, code_key
from vstbpn.references.finding.mention import Mention
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.text import Folded, fold
from vstbpn.validation.rule import Context
from vstbpn.values import Span
from vstbpn.vocabulary import DocumentType

WIDEST_LOOK = 80
"""How far around a mention is looked; a date, or a type word, is no longer than that."""

BY_NAME = frozenset([DocumentType.CONSTITUTION, DocumentType.CODE, DocumentType.LAW, DocumentType.ORDINANCE])
"""Types that need no number and issuer (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6)."""

_CENTRAL = frozenset(["TTg", "CP", "TW", "TƯ", "CTN", "HĐBT"])
_LEGISLATURE = re.compile(r"(?:UBTV|TV)?QH[0-9]{0,2}")


def symbol_mentions(plan: Plan, _: Context) -> tuple[tuple[str, Mention, DocumentSymbol], ...]:
    """The mentions that have a symbol, each with its pointer; made to be shared."""
    return tuple(
        (f"/mentions/{number}", mention, mention.reference.symbol)
        for number, mention in enumerate(plan.mentions)
        if mention.reference.symbol is not None
    )


def written(mention: Mention) -> str:
    """The words of a mention on one line."""
    reference = mention.reference
    return " ".join((reference.raw or reference.format("vi-short")).split())


def cited_bases(plan: Plan, _: Context) -> tuple[tuple[str, LegalBasis, Mention], ...]:
    """The acts the bases rest on, each with its pointer, without those in another act's title; made to be shared."""
    return tuple(_cited_bases(plan))


def _cited_bases(plan: Plan) -> Iterator[tuple[str, LegalBasis, Mention]]:
    for number, basis in enumerate(plan.bases):
        reach = -1
        for place, mention in enumerate(basis.mentions):
            if mention.span.start >= reach:
                yield f"/bases/{number}/mentions/{place}", basis, mention
            reach = max(reach, mention.whole.end)


class NumberKey(NamedTuple):
    """What a number is told by in one document: a later short mention has the same."""

    number: str
    year: int
    code: str


def number_key(symbol: DocumentSymbol) -> NumberKey:
    """The key of a number and symbol, whatever its zeros and capitals."""
    return NumberKey(bare_number(symbol), symbol.year or 0, code_key(symbol.code))


def is_of_one_body(symbol: DocumentSymbol) -> bool:
    """Whether the letters name one body in the country: of these a number is given once a year, or once a term."""
    return any(code in _CENTRAL or _LEGISLATURE.fullmatch(code) for code in symbol.issuer_codes[:1])


class Piece(NamedTuple):
    """A piece of the source made uniform, with the way back to the whole source."""

    folded: Folded
    start: int

    @property
    def text(self) -> str:
        """The uniform text."""
        return self.folded.text

    def span(self, start: int, end: int) -> Span:
        """The place in the whole source."""
        found = self.folded.span(start, end)
        return Span(self.start + found.start, self.start + found.end)


def piece(context: Context, start: int, end: int) -> Piece | None:
    """A piece of the source, or None where the source is not known."""
    if context.source is None:
        return None
    start = max(0, start)
    return Piece(fold(context.source[start:end]), start)
