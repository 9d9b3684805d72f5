"""Strategies of numbers and symbols: every style, codes known and made up, sound and damaged."""

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.references.symbols.repairs import BLANK, CASE, DASH, ETH, MARKS, MISSING_MARK, mended
from vstbpn.references.symbols.styles import JOINT_TYPES, TYPE_CODES, segments_of, style_of
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.strategies.words import SERIES
from vstbpn.values import evolve
from vstbpn.vocabulary import SymbolStyle

WITH_YEAR = frozenset([SymbolStyle.STATE_NORMATIVE, SymbolStyle.LEGISLATURE, SymbolStyle.JOINT])
"""Styles that a year always stands in, or nearly always."""

_MAY_HAVE_YEAR = frozenset([SymbolStyle.LEGISLATURE, SymbolStyle.COUNCIL, SymbolStyle.JOINT, SymbolStyle.CONSOLIDATED])
_CAPITALS = "ABCDĐEGHIKLMNOPQRSTUVXY"
_OLD_CODES = ("TTg", "CP", "HĐBT", "L/CTN", "LCT/HĐNN8", "TT/LB")
_SHORTEST_CODE_WITHOUT_MARK = 3


def document_symbols(
    *, styles: Sequence[SymbolStyle] = tuple(SymbolStyle), numbered: bool = False, damaged: bool = False
) -> SearchStrategy[DocumentSymbol]:
    """Numbers and symbols (số, ký hiệu) of every style, with codes that are known and codes made up.

    Every symbol is read back from its ``str``. Those of before 1999 always have their number: they are no drafts.

    Args:
        styles: The styles to draw from.
        numbered: Whether each has its number.
        damaged: Whether they are written with damage where one can be made: blanks inside, an en dash, Eth, lost
            marks. ``raw`` and ``repairs`` are as reading gives them.

    Use: ``@given(strategies.document_symbols(styles=[SymbolStyle.PARTY]))``.
    """
    made = st.sampled_from(list(styles)).flatmap(lambda style: _symbols(style, numbered=numbered))
    return made.flatmap(_damaged) if damaged else made


def symbol_numbers() -> SearchStrategy[str]:
    """Numbers as documents bear them (số văn bản): ``15``, ``09``, ``30a``, ``66.7``."""
    plain = st.integers(1, 9999).map(lambda number: f"{number:02}")
    return (
        plain | plain.map("{}a".format) | st.tuples(plain, st.integers(1, 9)).map(lambda parts: "{}.{}".format(*parts))
    )


@st.composite
def _symbols(draw: DrawFn, style: SymbolStyle, *, numbered: bool) -> DocumentSymbol:
    needed = numbered or style is SymbolStyle.OLD
    number = draw(symbol_numbers() if needed else st.none() | symbol_numbers())
    years = st.integers(1945, 2035)
    year = draw(
        years if style is SymbolStyle.STATE_NORMATIVE else st.none() | years if style in _MAY_HAVE_YEAR else st.none()
    )
    known = st.sampled_from([series.code for series in SERIES if series.style is style])
    code = draw((known | _codes(style)).filter(lambda code: _is_of(code, style, year=year is not None)))
    return DocumentSymbol(number=number, year=year, code=code, style=style)


def _is_of(code: str, style: SymbolStyle, *, year: bool) -> bool:
    """Whether a code made up is sound and, read again, of the style: chance may make it one of the National Assembly."""
    return not mended(code).repairs and style_of(code, style.mark, year=year) is style


def _codes(style: SymbolStyle) -> SearchStrategy[str]:
    """Codes made up for a style."""
    bodies = st.text(_CAPITALS, min_size=2, max_size=7).filter(lambda body: body not in TYPE_CODES)
    types = st.sampled_from(sorted(TYPE_CODES))
    terms = st.integers(1, 16).map(str) | st.just("")
    if style is SymbolStyle.PARTY:
        return st.tuples(types, st.lists(bodies, min_size=1, max_size=2).map("-".join)).map("/".join)
    if style is SymbolStyle.DISPATCH:
        return st.lists(bodies, min_size=1, max_size=3).map("-".join)
    if style is SymbolStyle.OLD:
        return st.sampled_from(_OLD_CODES)
    if style is SymbolStyle.LEGISLATURE:
        return st.tuples(st.sampled_from(["QH", "UBTVQH", "NQ-QH", "NQ-UBTVQH", "PL-UBTVQH"]), terms).map("".join)
    if style is SymbolStyle.COUNCIL:
        return st.tuples(types, st.just("-HĐND"), terms).map("".join)
    if style is SymbolStyle.JOINT:
        issuers = st.lists(bodies, min_size=2, max_size=3).map("-".join)
        return st.tuples(st.sampled_from(sorted(JOINT_TYPES)), st.sampled_from("-/"), issuers).map("".join)
    if style is SymbolStyle.CONSOLIDATED:
        return bodies.map("VBHN-{}".format)
    fields = st.text(_CAPITALS, min_size=2, max_size=4).filter(lambda field: field not in TYPE_CODES)
    plain = st.tuples(types, bodies).map("-".join)
    # Some issuers put a full stop before the field: 12/QĐ-UBND.HC.
    dotted = st.tuples(plain, fields).filter(lambda parts: parts[1] not in parts[0].split("-")).map(".".join)
    return plain | dotted


def _damaged(symbol: DocumentSymbol) -> SearchStrategy[DocumentSymbol]:
    """The symbol as careless hands write it; itself where nothing can be done to it."""
    written = [evolve(symbol, raw=raw, repairs=repairs) for raw, repairs in _damages(symbol)]
    return st.sampled_from(written or [symbol])


def _damages(symbol: DocumentSymbol) -> list[tuple[str, tuple[str, ...]]]:
    """Ways to write a symbol with damage, and what is mended in reading each."""
    whole, code = symbol.canonical, symbol.code
    before = whole.removesuffix(code)
    found: list[tuple[str, tuple[str, ...]]] = []
    if symbol.number is not None:
        found.append((f"{before} {code}", (BLANK,)))
        found.append((f"{symbol.number} {whole.removeprefix(symbol.number)}", (BLANK,)))
    else:
        found.append((f"…{whole}", ()))
    if "-" in whole and (symbol.number is not None or symbol.style.mark == "/"):
        found.append((whole.replace("-", "–"), (DASH,)))
    if "-" in whole:
        found.append((whole.replace("-", "\u2011"), (DASH,)))
    if "Đ" in code:
        found.append((whole.replace("Đ", "\u00d0"), (ETH,)))
        found.append((whole.replace("Đ", "\u0189"), (ETH,)))
    if mended(code.replace("Đ", "D")) == (code, (MARKS,)):
        found.append((before + code.replace("Đ", "D"), (MARKS,)))
    if mended(code.upper()) == (code, (CASE,)):
        found.append((before + code.upper(), (CASE,)))
    if _may_lack_mark(symbol):
        found.append((f"{symbol.number} {code}", (MISSING_MARK,)))
    # Where the date before 1999 would be as good a reading, a blank is not mended.
    return [one for one in found if symbol.style is not SymbolStyle.OLD or BLANK not in one[1]]


def _may_lack_mark(symbol: DocumentSymbol) -> bool:
    code = symbol.code
    return (
        symbol.number is not None
        and symbol.year is None
        and len(code) >= _SHORTEST_CODE_WITHOUT_MARK
        and code[:2].isalpha()
        and code[:2].isupper()
        and bool(segments_of(code))
        and style_of(code, "", year=False) is symbol.style
    )
