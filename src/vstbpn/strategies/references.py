"""Strategies of references: symbols, provisions, whole references, mentions."""

import datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.dates import PartialDate
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.back_references import BackReference
from vstbpn.references.finding.mention import Mention
from vstbpn.references.provisions.labels import LEVELS
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.provisions.scanning import ProvisionMention
from vstbpn.references.symbols.repairs import mended
from vstbpn.references.symbols.styles import TYPE_CODES, style_of
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.strategies.dates import FIRST_DAY, LAST_DAY, complete_dates
from vstbpn.strategies.symbols import WITH_YEAR, document_symbols, symbol_numbers
from vstbpn.strategies.values import places, spans
from vstbpn.strategies.words import NAMED_ACTS, SERIES, Series
from vstbpn.text import POINT_LETTERS, roman_numeral
from vstbpn.values import Span
from vstbpn.vocabulary import DocumentType, SymbolStyle

_CAPITALS = "ABCDĐEGHIKLMNOPQRSTUVXY"
_TYPES = tuple(kind for kind in DocumentType if kind.abbreviation)
_TITLES = (
    "về công tác văn thư",
    "về việc tăng cường công tác cán bộ nữ trong tình hình mới",
    "phê duyệt Chiến lược quốc gia về bình đẳng giới giai đoạn 2021-2030",
    "ban hành Quy chế hoạt động của Ban Vì sự tiến bộ của phụ nữ",
    "quy định chi tiết và hướng dẫn thi hành một số điều về phòng, chống bạo lực gia đình",
    "triển khai Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới",
)
"""What acts are about (trích yếu), as it follows their number."""

_TWO_YEARS = datetime.timedelta(days=731)
_LEVELS = tuple(reversed(LEVELS))
_ARTICLE = _LEVELS.index("article")


@st.composite
def provisions(draw: DrawFn) -> Provision:
    """Provisions (điều khoản) of any level, or a range at the lowest level given.

    Only the lowest level may be a range: "điểm a từ khoản 1 đến khoản 3" would name several points. Levels have no gap
    between item, point, clause and article, for "điểm a Điều 5" is how an article without clauses is cited and "điểm a
    Chương II" is none.

    Use: ``@given(strategies.provisions())``.
    """
    lowest = draw(st.sampled_from(["point", "clause", "article", "article", *_LEVELS]))
    chain = _LEVELS[_LEVELS.index(lowest) : _ARTICLE + 1] or (lowest,)
    parts = {level: draw(_labels(level)) for level in chain}
    if draw(st.integers(0, 3)) == 0:
        parts[lowest], parts[f"{lowest}_to"] = draw(_ranges(lowest))
    above = _LEVELS[_LEVELS.index(chain[-1]) + 1 :]
    for level in draw(st.sets(st.sampled_from(above), max_size=2)) if above else ():
        parts[level] = draw(_labels(level))
    return Provision(**parts)


def _labels(level: str) -> SearchStrategy[str]:
    if level in {"point", "item"}:
        return st.sampled_from(POINT_LETTERS)
    if level in {"article", "clause"}:
        return st.integers(1, 300).map(str) | st.tuples(st.integers(1, 300), st.sampled_from("abcdđ")).map(
            lambda parts: "{}{}".format(*parts)
        )
    return st.integers(1, 20).map(roman_numeral) | st.integers(1, 20).map(str)


def _ranges(level: str) -> SearchStrategy[tuple[str, str]]:
    """Two labels of a level, the first before the last."""
    if level in {"point", "item"}:
        letters = st.lists(st.sampled_from(POINT_LETTERS), min_size=2, max_size=2, unique=True)
        return letters.map(lambda pair: sorted(pair, key=POINT_LETTERS.index)).map(lambda pair: (pair[0], pair[1]))
    numbers = st.lists(st.integers(1, 300), min_size=2, max_size=2, unique=True)
    return numbers.map(sorted).map(lambda pair: (str(pair[0]), str(pair[1])))


@st.composite
def provision_lists(draw: DrawFn, *, max_size: int = 5) -> tuple[Provision, ...]:
    """Lists of provisions (danh sách điều khoản), many of them of one article or clause, as texts cite them.

    A list has at most ``max_size`` provisions.

    Use: ``@given(strategies.provision_lists())``.
    """
    article, clause = draw(_labels("article")), draw(_labels("clause"))
    shared = {"article": st.just(article), "clause": st.just(clause), "point": _labels("point")}
    near = st.sampled_from([("article",), ("article", "clause"), ("article", "clause", "point")]).flatmap(
        lambda levels: st.builds(
            Provision, **{level: _labels(level) if level == levels[-1] else shared[level] for level in levels}
        )
    )
    return tuple(draw(st.lists(near | near | provisions(), min_size=1, max_size=max_size)))


@st.composite
def provision_mentions(draw: DrawFn) -> ProvisionMention:
    """Mentions of provisions (lần viện dẫn điều khoản): where one stands, and what it takes from words outside.

    Use: ``@given(strategies.provision_mentions())``.
    """
    provision = draw(provisions())
    levels = [level for level, _, _ in provision.labels]
    first = draw(st.integers(1, len(levels)))
    return ProvisionMention(provision=provision, span=draw(spans()), inherited=tuple(levels[first:]))


def references(*, first: datetime.date = FIRST_DAY, last: datetime.date = LAST_DAY) -> SearchStrategy[Reference]:
    """References (dẫn chiếu văn bản) by number and symbol, by name, or both; ``str`` of each is read back.

    Prose gives each back as well. What it does not is left out: a title that stands in quotation marks or names another
    act; the year alone of an act cited by name, which is the year of its name; an issuer of an act cited by name with
    neither number nor date.

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
    if series.style in WITH_YEAR:
        year = date.year if date is not None else draw(st.integers(first.year, last.year))
    symbol = DocumentSymbol(number=draw(symbol_numbers()), year=year, code=series.code, style=series.style)
    return Reference(
        type=series.type,
        symbol=symbol,
        date=date,
        issuer=draw(st.sampled_from([series.issuer, None])),
        title=draw(st.none() | st.sampled_from(_TITLES)),
        provisions=draw(_provision_lists()),
    )


def _made_up_series() -> SearchStrategy[Series]:
    """Series of every type that has an abbreviation, with an issuer nobody knows."""
    bodies = st.text(_CAPITALS, min_size=3, max_size=6).filter(lambda body: body not in TYPE_CODES)
    pairs = st.tuples(st.sampled_from(_TYPES), bodies).map(
        lambda pair: (pair[0].vi, f"{pair[0].abbreviation}-{pair[1]}")
    )
    return pairs.filter(lambda pair: not mended(pair[1]).repairs).map(
        lambda pair: Series(*pair, "Sở Giáo dục và Đào tạo", style_of(pair[1], "/", year=False) or SymbolStyle.STATE)
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
        symbol = DocumentSymbol(number=draw(symbol_numbers()), year=year, code="QH13", style=SymbolStyle.LEGISLATURE)
    own_year = date.year if date else symbol.year if symbol else draw(st.integers(first.year, last.year))
    year = draw(st.sampled_from([None, own_year]))
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
    shared = [part for part, given in (("type", named.type), ("issuer", named.issuer)) if given]
    return Mention(
        reference=named,
        span=whole,
        type_span=draw(places()) if named.type else None,
        symbol_span=draw(places()) if named.symbol else None,
        name_span=draw(places()) if named.name else None,
        date_span=after if named.date else None,
        issuer_span=draw(places()) if named.issuer else None,
        title_span=draw(places()) if named.title else None,
        provisions_span=draw(places()) if named.provisions else None,
        provisions=tuple(ProvisionMention(provision=one, span=draw(spans())) for one in named.provisions),
        shared=tuple(draw(st.lists(st.sampled_from(shared), unique=True))) if shared else (),
    )


@st.composite
def back_references(draw: DrawFn) -> BackReference:
    """References back (dẫn chiếu lại): to an act named before, to the document itself, by its own number.

    Use: ``@given(strategies.back_references())``.
    """
    place = draw(spans())
    if draw(st.booleans()):
        return BackReference(span=place, own=True, symbol=draw(document_symbols()))
    mention = draw(st.none() | mentions())
    return BackReference(
        type=draw(st.sampled_from(_TYPES)).vi,
        span=place,
        own=mention is None and draw(st.booleans()),
        mention=mention,
        provisions=draw(_provision_lists()),
    )
