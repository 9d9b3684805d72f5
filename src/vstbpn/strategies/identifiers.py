"""Strategies of identifiers of acts."""

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.dates import PartialDate
from vstbpn.references.identifiers.akoma_ntoso import AknIri
from vstbpn.references.identifiers.folding import fold_symbol, fold_words
from vstbpn.references.identifiers.urn_lex import UrnLex
from vstbpn.strategies.dates import complete_dates
from vstbpn.strategies.references import provisions
from vstbpn.strategies.symbols import document_symbols
from vstbpn.strategies.words import NAMED_ACTS, SERIES


@st.composite
def akn_iris(draw: DrawFn) -> AknIri:
    """Akoma Ntoso IRIs (định danh Akoma Ntoso) of acts, of versions and files of them, and of provisions in them.

    Use: ``@given(strategies.akn_iris())``.
    """
    language = draw(st.sampled_from([None, "vie", "eng"]))
    provision = draw(st.none() | provisions())
    return AknIri(
        kind=draw(st.sampled_from(["act", "doc"])),
        type=draw(_folded_words("-", ["Nghị định", "Kế hoạch", "Văn bản"])),
        actor=draw(st.none() | _folded_words("-", [series.issuer for series in SERIES])),
        date=draw(_dates_of_issue()),
        number=draw(_folded_numbers("-")),
        language=language,
        version=draw(_dates_of_issue()) if language else None,
        format=draw(st.sampled_from([None, "xml"])) if language and provision is None else None,
        provision=provision,
    )


@st.composite
def urn_lexes(draw: DrawFn) -> UrnLex:
    """URNs of the namespace LEX (định danh URN LEX) of acts, of versions of them, and of provisions in them.

    Use: ``@given(strategies.urn_lexes())``.
    """
    return UrnLex(
        actor=draw(_folded_words(".", [*(series.issuer for series in SERIES), "Không rõ"])),
        type=draw(_folded_words(".", ["Nghị định", "Kế hoạch", "Văn bản"])),
        date=draw(_dates_of_issue()),
        number=draw(_folded_numbers(".")),
        version=draw(_dates_of_issue()),
        language=draw(st.sampled_from([None, "vi", "en"])),
        manifestation=draw(st.sampled_from([None, "xml", "xml:bo.tu.phap"])),
        provision=draw(st.none() | provisions()),
    )


def _folded_words(mark: str, names: Sequence[str]) -> SearchStrategy[str]:
    return st.sampled_from(names).map(lambda name: mark.join(fold_words(name, lead="")))


def _folded_numbers(mark: str) -> SearchStrategy[str]:
    return document_symbols().map(fold_symbol) | _folded_words(mark, NAMED_ACTS)


def _dates_of_issue() -> SearchStrategy[PartialDate | None]:
    """Days, months and years, and none where it is not known."""
    return (
        st.none()
        | complete_dates()
        | complete_dates().map(lambda date: PartialDate(year=date.year, month=date.month))
        | complete_dates().map(lambda date: PartialDate(year=date.year))
    )
