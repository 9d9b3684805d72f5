"""A reference where it stands in a text (lần dẫn chiếu), with the place of each of its parts."""

import attrs

from vstbpn.references.citing.reference import Reference
from vstbpn.references.provisions.scanning import ProvisionMention
from vstbpn.values import Span, frozen


@frozen
class Mention:
    """A reference where it stands in a text (lần dẫn chiếu).

    Every place is in the text that was given. A part a list shares stands beside another member of the list: "các
    Quyết định số 12/QĐ-TTg, số 15/QĐ-TTg của Thủ tướng Chính phủ" has one type word and one issuer for two decisions.

    Args:
        reference: What is referred to.
        span: From the type word through the symbol, or the name through its year.
        type_span: The place of the type word, where the text has one; and so for the other parts.
        symbol_span: That of number and symbol.
        name_span: That of the name.
        date_span: That of the date.
        issuer_span: That of the issuing body.
        title_span: That of the title.
        provisions_span: That of the provisions.
        provisions: Each of the reference's provisions where it stands, and what it takes over from words around it.
        shared: The parts taken from another member of a list: ``type``, ``issuer``.

    >>> from vstbpn.references.finding.scanning import find_references
    >>> text = "theo khoản 2, 3 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư"
    >>> (mention,) = find_references(text)
    >>> mention.symbol_span.of(text), mention.issuer_span.of(text), mention.title_span.of(text)
    ('30/2020/NĐ-CP', 'Chính phủ', 'về công tác văn thư')
    >>> [(str(one.provision), one.span.of(text), one.inherited) for one in mention.provisions]
    [('khoản 2 Điều 5', 'khoản 2', ('article',)), ('khoản 3 Điều 5', '3', ('article',))]
    """

    reference: Reference
    span: Span = attrs.field(eq=False)
    type_span: Span | None = attrs.field(default=None, eq=False)
    symbol_span: Span | None = attrs.field(default=None, eq=False)
    name_span: Span | None = attrs.field(default=None, eq=False)
    date_span: Span | None = attrs.field(default=None, eq=False)
    issuer_span: Span | None = attrs.field(default=None, eq=False)
    title_span: Span | None = attrs.field(default=None, eq=False)
    provisions_span: Span | None = attrs.field(default=None, eq=False)
    provisions: tuple[ProvisionMention, ...] = attrs.field(default=(), eq=False)
    shared: tuple[str, ...] = attrs.field(default=(), eq=False)

    @property
    def whole(self) -> Span:
        """From the first part through the last, without what a list shares."""
        issuer = None if "issuer" in self.shared else self.issuer_span
        parts = (self.span, self.date_span, issuer, self.title_span, self.provisions_span)
        spans = [span for span in parts if span is not None]
        return Span(min(span.start for span in spans), max(span.end for span in spans))
