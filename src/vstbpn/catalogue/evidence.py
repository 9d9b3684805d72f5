"""What several sources tell together (căn cứ của dữ liệu): all of them named, and as sure as the least sure."""

from collections.abc import Iterable

from vstbpn.catalogue.tables import Confidence

_STRENGTHS = {confidence: strength for strength, confidence in enumerate(Confidence)}


def weakest(*confidences: Confidence) -> Confidence:
    """How sure is what rests on several facts, one at least: as sure as the least sure of them.

    >>> weakest(Confidence.CONFIRMED, Confidence.UNCONFIRMED, Confidence.PARTLY)
    Confidence.UNCONFIRMED
    """
    return max(confidences, key=_STRENGTHS.__getitem__)


def together(cells: Iterable[str]) -> str:
    """Several cells of sources as one, with semicolons between them, each source once.

    >>> together(["12/QĐ-UBND; 15/QĐ-UBND", "", "15/QĐ-UBND; 16/QĐ-UBND"])
    '12/QĐ-UBND; 15/QĐ-UBND; 16/QĐ-UBND'
    """
    return "; ".join(dict.fromkeys(source for cell in cells for source in cell.split("; ") if source))
