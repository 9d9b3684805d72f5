"""Which act was meant by an id that is none (văn bản gần đúng): its number and symbol mended, of another year, or a name."""

from vstbpn.errors import ParseError
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.comparing import bare_number, code_key
from vstbpn.references.acts.index import ActIndex
from vstbpn.references.symbols.symbol import DocumentSymbol

_MOST = 5


def near_ids(index: ActIndex, given: str) -> tuple[str, ...]:
    """The ids of the acts that may be meant, the surest kind of likeness alone: symbol, then number and letters, then name."""
    citation = given.partition("@")[0]
    bearing = [act for act in index.acts if act.id.partition("@")[0] == citation]
    found = bearing or _of_symbol(index, citation) or list(index.of_name(given))
    return tuple(sorted(act.id for act in found)[:_MOST])


def _of_symbol(index: ActIndex, citation: str) -> list[Act]:
    """The acts of a number and symbol once it is mended; else those of its number and letters, whatever the year."""
    try:
        symbol = DocumentSymbol.parse(citation)
    except ParseError:
        return []
    meant = [symbol, *filter(None, (symbol.suggestion,))]
    if found := [act for one in meant for act in index.of_symbol(one)]:
        return found
    of_number = index.by_number.get(bare_number(symbol), ())
    return [act for act in of_number if act.symbol and code_key(act.symbol.code) == code_key(symbol.code)]
