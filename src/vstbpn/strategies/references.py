"""Strategies of references: symbols, provisions, whole references, mentions."""

import datetime
from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.dates import PartialDate
from vstbpn.references.provision import Provision
from vstbpn.references.reference import Reference
from vstbpn.references.scanning import Mention
from vstbpn.references.symbol import TYPE_CODES, DocumentSymbol
from vstbpn.strategies.dates import FIRST_DAY, LAST_DAY, complete_dates
from vstbpn.strategies.values import places, spans
from vstbpn.strategies.words import NAMED_ACTS, SERIES, Series
from vstbpn.text import POINT_LETTERS, roman_numeral
from vstbpn.values import Span
from vstbpn.vocabulary import DocumentType, SymbolStyle

_CAPITALS = "ABCDĐEGHIKLMNOPQRSTUVXY"
_TYPE_CODES = tuple(sorted(TYPE_CODES))
_TYPES = tuple(kind for kind in DocumentType if kind.abbreviation)
_TWO_YEARS = datetime.timedelta(days=731)
_LEVELS = ("point", "clause", "article", "section", "chapter", "part", "appendix")


def document_symbols(
    *, styles: Sequence[SymbolStyle] = tuple(SymbolStyle), numbered: bool = False
) -> SearchStrategy[DocumentSymbol]:
    """Numbers and symbols (số, ký hiệu) of every style, with codes that are known and codes made up.

    A symbol without a number is of the styles that put a slash after it: what a draft of the Party leaves blank before
    its hyphen is read as no symbol.

    Args:
        styles: The styles to draw from.
        numbered: Whether each has its number.

    Use: ``@given(strategies.document_symbols(styles=[SymbolStyle.PARTY]))``.
    """
    return st.sampled_from(list(styles)).flatmap(lambda style: _symbols(style, numbered=numbered))


@st.composite
def _symbols(draw: DrawFn, style: SymbolStyle, *, numbered: bool) -> DocumentSymbol:
    needed = numbered or style in {SymbolStyle.PARTY, SymbolStyle.OLD}
    number = draw(_numbers() if needed else st.none() | _numbers())
    known = [series.code for series in SERIES if series.style is style]
    code = draw(st.sampled_from(known) | _codes(style))
    year = draw(st.integers(1945, 2035)) if style is SymbolStyle.STATE_NORMATIVE else None
    return DocumentSymbol(number=number, year=year, code=code, style=style)


def _numbers() -> SearchStrategy[str]:
    """Numbers as documents bear them: ``15``, ``09``, ``30a``, ``66.7``."""
    plain = st.integers(1, 9999).map(lambda number: f"{number:02}")
    return (
        plain | plain.map("{}a".format) | st.tuples(plain, st.integers(1, 9)).map(lambda parts: "{}.{}".format(*parts))
    )


def _codes(style: SymbolStyle) -> SearchStrategy[str]:
    """Codes made up for a style."""
    bodies = st.text(_CAPITALS, min_size=2, max_size=7).filter(lambda body: body not in TYPE_CODES)
    types = st.sampled_from(_TYPE_CODES)
    if style is SymbolStyle.PARTY:
        return st.tuples(types, bodies).map("/".join)
    if style is SymbolStyle.DISPATCH:
        return st.lists(bodies, min_size=1, max_size=3).map("-".join)
    if style is SymbolStyle.OLD:
        return st.just("TTg")
    return st.tuples(types, bodies).map("-".join)


@st.composite
def provisions(draw: DrawFn) -> Provision:
    """Provisions (điều khoản): an article, clause, point or higher level, or a range at the lowest level given.

    Only the lowest level may be a range: "điểm a từ khoản 1 đến khoản 3" would name several points. Levels have no gap
    between point, clause and article, for "điểm a Điều 5" is how an article without clauses is cited and "điểm a
    Chương II" is none.

    Use: ``@given(strategies.provisions())``.
    """
    lowest = draw(st.sampled_from(["point", "clause", "article", "article", "appendix", "chapter", "section", "part"]))
    parts: dict[str, str] = {}
    if lowest in {"point", "clause", "article"}:
        chain = ("point", "clause", "article")
        for level in chain[chain.index(lowest) :]:
            parts[level] = draw(_labels(level))
        if draw(st.booleans()) and draw(st.booleans()):
            first, last = draw(_ranges(lowest))
            parts[lowest], parts[f"{lowest}_to"] = first, last
    else:
        parts[lowest] = draw(_labels(lowest))
    above = _LEVELS[max(_LEVELS.index(lowest), 2) + 1 :]
    for level in draw(st.sets(st.sampled_from(above), max_size=2)) if above else ():
        parts[level] = draw(_labels(level))
    return Provision(**parts)


def _labels(level: str) -> SearchStrategy[str]:
    if level == "point":
        return st.sampled_from(POINT_LETTERS)
    if level in {"article", "clause"}:
        return st.integers(1, 300).map(str)
    return st.integers(1, 20).map(roman_numeral) | st.integers(1, 20).map(str)


def _ranges(level: str) -> SearchStrategy[tuple[str, str]]:
    """Two labels of a level, the first before the last."""
    if level == "point":
        letters = st.lists(st.sampled_from(POINT_LETTERS), min_size=2, max_size=2, unique=True)
        return letters.map(lambda pair: sorted(pair, key=POINT_LETTERS.index)).map(lambda pair: (pair[0], pair[1]))
    numbers = st.lists(st.integers(1, 300), min_size=2, max_size=2, unique=True)
    return numbers.map(sorted).map(lambda pair: (str(pair[0]), str(pair[1])))


def references(*, first: datetime.date = FIRST_DAY, last: datetime.date = LAST_DAY) -> SearchStrategy[Reference]:
    """References (dẫn chiếu văn bản) by number and symbol, by name, or both; ``str`` of each is read back.

    What is not read back is left out: the title, which follows nothing that ends it; the year alone of an act cited by
    name, which is the year of its name; an issuer of an act cited by name with neither number nor date.

    Args:
        first: The earliest date of an act.
        last: The latest date of an act.

    Use: ``@given(strategies.references())``.
    """
    return _numbered(first, last) | _named(first, last)


@st.composite
def _numbered(draw: DrawFn, first: datetime.date, last: datetime.date) -> Reference:
    series = draw(st.sampled_from(SERIES) | _made_up_series())
    dates = st.none() | complete_dates(first=first, last=last)
    if last - first > _TWO_YEARS:
        # The Party puts a comma before its date, which a bare year does not stand after.
        dates |= (
            _months(first, last) if series.style is SymbolStyle.PARTY else _months(first, last) | _years(first, last)
        )
    date = draw(dates)
    year = None
    if series.style is SymbolStyle.STATE_NORMATIVE:
        year = date.year if date is not None else draw(st.integers(first.year, last.year))
    symbol = DocumentSymbol(number=draw(_numbers()), year=year, code=series.code, style=series.style)
    return Reference(
        type=series.type,
        symbol=symbol,
        date=date,
        issuer=draw(st.sampled_from([series.issuer, None])),
        provisions=draw(_provision_lists()),
    )


def _made_up_series() -> SearchStrategy[Series]:
    """Series of every type that has an abbreviation, with an issuer nobody knows."""
    bodies = st.text(_CAPITALS, min_size=3, max_size=6).filter(lambda body: body not in TYPE_CODES)
    return st.tuples(st.sampled_from(_TYPES), bodies).map(
        lambda parts: Series(
            parts[0].vi, f"{parts[0].abbreviation}-{parts[1]}", "Sở Giáo dục và Đào tạo", SymbolStyle.STATE
        )
    )


def _months(first: datetime.date, last: datetime.date) -> SearchStrategy[PartialDate]:
    """Dates of which month and year are known, the whole of each month within the days."""
    months = st.dates(first, last).map(lambda day: PartialDate(year=day.year, month=day.month))
    return months.filter(lambda date: _lies_within(date, first, last))


def _years(first: datetime.date, last: datetime.date) -> SearchStrategy[PartialDate]:
    """Years that lie within the days as a whole."""
    years = st.dates(first, last).map(lambda day: PartialDate(year=day.year))
    return years.filter(lambda date: _lies_within(date, first, last))


def _lies_within(date: PartialDate, first: datetime.date, last: datetime.date) -> bool:
    earliest, latest = date.earliest(), date.latest()
    return earliest is not None and latest is not None and first <= earliest and latest <= last


@st.composite
def _named(draw: DrawFn, first: datetime.date, last: datetime.date) -> Reference:
    name = draw(st.sampled_from(NAMED_ACTS))
    kind = "Hiến pháp" if name == "Hiến pháp" else "Luật" if name.startswith("Luật") else " ".join(name.split()[:2])
    date = draw(st.none() | complete_dates(first=first, last=last))
    symbol = None
    if kind in {"Luật", "Bộ luật"} and draw(st.booleans()):
        year = date.year if date else draw(st.integers(first.year, last.year))
        symbol = DocumentSymbol(number=draw(_numbers()), year=year, code="QH13", style=SymbolStyle.STATE_NORMATIVE)
    year = draw(st.none() | st.integers(first.year, last.year))
    issuer = draw(st.sampled_from(["Quốc hội", None])) if date or symbol else None
    return Reference(
        type=kind,
        symbol=symbol,
        name=name,
        name_year=year,
        qualifier=draw(st.sampled_from([None, None, "sửa đổi"])) if kind != "Hiến pháp" else None,
        date=date,
        issuer=issuer,
        provisions=draw(_provision_lists()),
    )


def _provision_lists() -> SearchStrategy[tuple[Provision, ...]]:
    return st.just(()) | st.tuples(provisions()) | st.lists(_articles(), min_size=2, max_size=3, unique=True).map(tuple)


def _articles() -> SearchStrategy[Provision]:
    """Provisions of an article each, of which several can stand in a row."""
    return st.builds(
        Provision,
        article=_labels("article"),
        clause=st.none() | _labels("clause"),
    )


@st.composite
def mentions(draw: DrawFn, *, reference: SearchStrategy[Reference] | None = None) -> Mention:
    """Mentions (lần dẫn chiếu): references where they stand.

    Use: ``@given(strategies.mentions())``.
    """
    named = draw(references() if reference is None else reference)
    whole = draw(spans())
    after = Span(whole.end, whole.end + 20)
    return Mention(
        reference=named,
        span=whole,
        date_span=after if named.date else None,
        issuer_span=draw(places()) if named.issuer else None,
        provisions_span=draw(places()) if named.provisions else None,
    )
