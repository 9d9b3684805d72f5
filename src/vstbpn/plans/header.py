"""The header of a document (phần mở đầu): Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1 to II.5."""

import attrs

from vstbpn.dates import PartialDate
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import Passage, Span, frozen
from vstbpn.vocabulary import DocumentFamily


@frozen
class Header:
    """What stands above the body (phần mở đầu). Every part may be missing: drafts and copies leave them out.

    Args:
        family: Whose layout it follows; None where nothing tells.
        superior: The issuer's direct superior (cơ quan chủ quản).
        issuer: The issuing body (cơ quan ban hành).
        symbol: Number and symbol; the number is None while not yet given.
        place: The place of issue.
        date: The date; parts, or all of it, may be blank.
        type: The type in dictionary form ("Kế hoạch").
        title: What the document is about (trích yếu).
        addressees: Whom it is addressed to (Kính gửi).
        attached_to: The decision this document was issued with ("Ban hành kèm theo Quyết định số …").
    """

    family: DocumentFamily | None = None
    superior: Passage | None = None
    issuer: Passage | None = None
    symbol: DocumentSymbol | None = None
    place: Passage | None = None
    date: PartialDate | None = None
    type: str | None = None
    title: Passage | None = None
    addressees: tuple[Passage, ...] = ()
    attached_to: Passage | None = None
    symbol_span: Span | None = attrs.field(default=None, eq=False)
    date_span: Span | None = attrs.field(default=None, eq=False)
    type_span: Span | None = attrs.field(default=None, eq=False)
    span: Span | None = attrs.field(default=None, eq=False)
