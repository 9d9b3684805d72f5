"""Which types an abbreviation in a symbol may stand for (tên loại và chữ viết tắt tên loại)."""

from functools import lru_cache

from vstbpn.vocabulary import DocumentType

_TYPE_OF_CODE = {kind.abbreviation: kind for kind in DocumentType if kind.abbreviation}
_ALSO = {
    "QĐ": {DocumentType.REGULATION, DocumentType.STATUTE},
    "TT": {DocumentType.PARTY_NOTICE},
    "CTr": {DocumentType.ACTION_PROGRAMME},
    "KL": {DocumentType.NOTICE},
    "TB": {DocumentType.CONCLUSION},
}
"""Codes that stand for several types: QĐ also for the Party's Quy định, TT also for its Thông tri, CTr for programmes
of every kind (Hướng dẫn 36-HD/VPTW; Nghị định 30/2020/NĐ-CP, Phụ lục III)."""


def type_of_code(code: str | None) -> DocumentType | None:
    """The type an abbreviation stands for first of all, or None for one that stands for none.

    >>> type_of_code("KH")
    DocumentType.PLAN
    """
    return _TYPE_OF_CODE.get(code) if code else None


@lru_cache(maxsize=1024)
def type_contradicts(type: str, code: str | None) -> bool:  # noqa: A002  # The word of the values.
    """Whether a type and the abbreviation in a symbol are those of two types.

    >>> type_contradicts("Công văn", "KH"), type_contradicts("Quy định", "QĐ"), type_contradicts("Luật", None)
    (True, False, False)
    """
    stated, shown = DocumentType.named(type), type_of_code(code)
    # A law of the 1990s bears the symbol of the order that promulgated it: "Luật số 12/L-CTN".
    if stated is None or shown is None or stated in {DocumentType.LAW, DocumentType.CODE}:
        return False
    return stated is not shown and stated not in _ALSO.get(code or "", ())
