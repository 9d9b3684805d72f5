"""The legal bases a document rests on (căn cứ ban hành)."""

import attrs

from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.values import Span, frozen
from vstbpn.vocabulary import BasisKind


@frozen
class LegalBasis:
    """One basis (căn cứ): how it is introduced, its words, and the acts it names.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.

    Args:
        kind: Căn cứ, Thực hiện or Theo đề nghị.
        text: The whole basis on one line.
        mentions: The references it holds; none for "Căn cứ tình hình thực tế".
    """

    kind: BasisKind
    text: str
    mentions: tuple[Mention, ...] = ()
    span: Span | None = attrs.field(default=None, eq=False)

    @property
    def references(self) -> tuple[Reference, ...]:
        """The acts named, in reading order."""
        return tuple(mention.reference for mention in self.mentions)

    @property
    def reference(self) -> Reference | None:
        """The first act named, or None."""
        return self.mentions[0].reference if self.mentions else None

    def __str__(self) -> str:
        return self.text
