"""The cells of a table of acts (ô của bảng văn bản): types, and the acts that another bears on."""

import re
from collections.abc import Container, Iterator

from vstbpn.errors import ParseError
from vstbpn.references.citing.faults import meant_type
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.references.symbols.type_pairs import type_of_code
from vstbpn.vocabulary import DocumentType

CITATIONS = 'ids or numbers and symbols, with ";" between them'

_AND = re.compile(r"(?:,| và )\s*")
_NUMBER_ALONE = re.compile(r".{0,60}\bsố [0-9]{1,6}", re.IGNORECASE)
_BY_NAME = frozenset({DocumentType.CODE, DocumentType.LAW, DocumentType.ORDINANCE, DocumentType.CONSTITUTION})
_OF_LAWS = _BY_NAME | {DocumentType.ORDER}
"""What the symbol of a law may show: those of the 1990s bear the symbol of the order that promulgated them."""


def type_expected(given: str, symbol: DocumentSymbol | None) -> str | None:
    """What was expected of a type that lost its marks, or of a law with the symbol of another type; None if it may be so.

    >>> type_expected("Nghi dinh", None), type_expected("Luật", DocumentSymbol.parse("30/2020/NĐ-CP"))
    ("'Nghị định'", "'Nghị định', the type in the symbol 30/2020/NĐ-CP")
    """
    stated = DocumentType.named(given)
    if stated is None:
        meant = meant_type(given) if given else None
        return f"{meant!r}" if meant else None
    shown = type_of_code(symbol.type_code) if symbol is not None else None
    if symbol is None or shown is None or stated not in _BY_NAME or shown in _OF_LAWS:
        return None
    return f"{shown.vi!r}, the type in the symbol {symbol.canonical}"


def citations(cell: str, ids: Container[str]) -> Iterator[str]:
    """The acts a cell names, kept apart by semicolons, or by "và" and commas after a number and symbol.

    >>> list(citations("2/2019/NĐ-CP; 3/2019/NĐ-CP và Luật Giá và phí", ()))
    ['2/2019/NĐ-CP', '3/2019/NĐ-CP', 'Luật Giá và phí']
    """
    for part in filter(None, map(str.strip, cell.split(";"))):
        rest = part
        # What joins two numbers may as well stand within a name.
        while rest not in ids and (joint := _AND.search(rest)) and _is_symbol(rest[: joint.start()]):
            yield rest[: joint.start()].strip()
            rest = rest[joint.end() :].strip()
        if rest:
            yield rest


def _is_symbol(words: str) -> bool:
    try:
        DocumentSymbol.parse(words)
    except ParseError:
        return False
    return True


def is_citation(words: str) -> bool:
    """Whether words can be an id or a citation: not where they are marks alone, or a number without its symbol."""
    return bool(re.search(r"\w", words)) and not _NUMBER_ALONE.fullmatch(words)
