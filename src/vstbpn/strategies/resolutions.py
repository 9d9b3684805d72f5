"""Strategies of catalogues of acts, and of what references turn out to be in one."""

import datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.catalogue.tables import ActLink, Confidence
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.acts import Acts
from vstbpn.references.acts.resolution import Evidence, Resolution, Suggestion
from vstbpn.references.citing.reference import Reference
from vstbpn.strategies.acts import acts, citing_documents
from vstbpn.strategies.references import references
from vstbpn.values import evolve
from vstbpn.vocabulary import ActRelation

_FIRST, _LAST = datetime.date(2005, 1, 1), datetime.date(2030, 12, 31)


@st.composite
def act_catalogues(draw: DrawFn, *, most: int = 4) -> Acts:
    """Small catalogues of acts (danh mục văn bản), with relations between an act and those before it.

    ``most`` is the greatest number of acts.

    Use: ``@given(strategies.act_catalogues())``.
    """
    held = draw(st.lists(acts(), max_size=most, unique_by=lambda act: act.id))
    places = st.integers(0, max(0, len(held) - 1))
    pairs = draw(st.lists(st.tuples(places, places).map(sorted), max_size=most))
    relations = tuple(_link(draw, held[later], held[earlier]) for earlier, later in pairs if earlier < later)
    return Acts(acts=tuple(held), relations=relations)


def _link(draw: DrawFn, later: Act, earlier: Act) -> ActLink:
    relation = draw(st.sampled_from(list(ActRelation)))
    confidence = draw(st.sampled_from(list(Confidence)))
    return ActLink(act=later.id, relation=relation, other=earlier.id, confidence=confidence)


def _bundled() -> SearchStrategy[Reference]:
    return st.sampled_from(tuple(act for act in Acts.bundled() if act.type)).map(lambda act: act.reference)


@st.composite
def _misquoted(draw: DrawFn) -> Reference:
    """A reference to an act of the bundled catalogue, of which something is left out or miswritten."""
    reference = draw(_bundled())
    changes: dict[str, object] = {"raw": None}
    for part in draw(st.lists(st.sampled_from(["date", "issuer", "title"]), max_size=2, unique=True)):
        changes[part] = None
    symbol = reference.symbol
    if symbol is not None and draw(st.booleans()):
        changes["symbol"] = evolve(symbol, number=f"{symbol.number or ''}"[::-1] or "7", raw=None)
    return evolve(reference, **changes)


@st.composite
def resolutions(draw: DrawFn) -> Resolution:
    """What references turn out to be (kết quả tra cứu) in the bundled catalogue: known, misquoted and unknown ones.

    Use: ``@given(strategies.resolutions())``.
    """
    cited = draw(st.sampled_from([_bundled(), _bundled(), _misquoted(), references()]))
    return Acts.bundled().resolve(
        draw(cited),
        draw(st.none() | citing_documents()),
        on=draw(st.none() | st.dates(_FIRST, _LAST)),
    )


@st.composite
def evidence(draw: DrawFn) -> Evidence:
    """Parts of references held against acts of the bundled catalogue (bằng chứng).

    Use: ``@given(strategies.evidence())``.
    """
    resolved = (_bundled() | _misquoted()).map(Acts.bundled().resolve)
    return draw(st.sampled_from(draw(resolved.filter(lambda resolution: bool(resolution.evidence))).evidence))


@st.composite
def suggestions(draw: DrawFn) -> Suggestion:
    """What misquoted references may have meant (gợi ý).

    Use: ``@given(strategies.suggestions())``.
    """
    misquoted = _misquoted().map(Acts.bundled().resolve)
    return draw(st.sampled_from(draw(misquoted.filter(lambda resolution: bool(resolution.suggestions))).suggestions))
