"""The end of a document: recipients (nơi nhận) and signature (chữ ký).

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7 and II.9; for the Party Hướng dẫn 36-HD/VPTW.
"""

import attrs

from vstbpn.values import Passage, Span, frozen
from vstbpn.vocabulary import SigningPrefix


@frozen
class Recipient:
    """One line of Nơi nhận (nơi nhận).

    Args:
        name: Who receives it, without the qualifier.
        qualifier: What stands in brackets: ``bc``, ``để báo cáo``, ``qua Phòng …``.
        archive: Whether it is the line ``Lưu: VT, TCCB``; then ``name`` holds what follows "Lưu".
    """

    name: str
    qualifier: str | None = None
    archive: bool = False
    span: Span | None = attrs.field(default=None, eq=False)


@frozen
class Signature:
    """The signature block (chữ ký).

    Args:
        prefixes: By what authority, outermost first: ``TM.``, then ``KT.`` for a deputy who signs for a collective's
            head; empty for a head who signs alone.
        on_behalf_of: For whom each prefix speaks ("ỦY BAN NHÂN DÂN", "CHỦ TỊCH").
        positions: The positions, outermost first ("TRƯỞNG BAN", "PHÓ GIÁM ĐỐC SỞ …").
        name: Who signs.
    """

    prefixes: tuple[SigningPrefix, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    positions: tuple[Passage, ...] = ()
    name: Passage | None = None
    span: Span | None = attrs.field(default=None, eq=False)
