"""What a reference may have meant (gợi ý văn bản): acts it comes near, and the symbol its body would have written.

A wrong suggestion does more harm than none, so that each must be borne out by parts of the reference that do not hang
together: a number and a year, a date and a symbol, a title and an issuer.
"""

from collections.abc import Iterable, Iterator

from vstbpn.references.acts.act import Act
from vstbpn.references.acts.comparing import Circumstances, bare_number, code_key, compare, year_of
from vstbpn.references.acts.index import ActIndex
from vstbpn.references.acts.likeness import name_likeness, title_key
from vstbpn.references.acts.resolution import Agreement, Evidence, IdentityPart, Suggestion
from vstbpn.references.citing.reference import Reference
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.references.symbols.type_pairs import type_of_code
from vstbpn.text import comparison_key
from vstbpn.values import evolve

_MOST = 5
_TITLE_COVERED = 0.75
_FEWEST_PAIRS = 3
_NAME_ALIKE, _SAME_TITLE = 0.75, 0.85
_NEIGHBOURS = 3
"""Numbers so near to each other are given on one day to different acts; they are no slip of the pen."""

_LEEWAY = 1.5
"""What is suggested for its title alone must come this near to the best suggestion: programmes of two periods, or two
decrees on one matter, bear all but one title."""

_WEIGHTS = {
    IdentityPart.TITLE: 8, IdentityPart.DATE: 4, IdentityPart.NUMBER: 3, IdentityPart.CODE: 2, IdentityPart.LOCALITY: 2,
    IdentityPart.YEAR: 1, IdentityPart.ISSUER: 1, IdentityPart.TYPE: 1,
}  # fmt: skip
_HEADS_OF_GOVERNMENT = frozenset({"cp", "ttg"})


def suggestions(
    index: ActIndex, reference: Reference, around: Circumstances, *, besides: Act | None = None
) -> tuple[Suggestion, ...]:
    """What may have been meant, the likeliest first; deterministic, whatever the order of the catalogue.

    Args:
        index: The catalogue.
        reference: What was looked up.
        around: What the citing document adds.
        besides: The act the reference was resolved to all the same.
    """
    tried = {act.id: act for act in _near(index, reference) if besides is None or act.id != besides.id}
    # Where a law's number is another act's, its name is all there is to go by.
    asked = evolve(reference, symbol=None) if besides is not None and reference.name else reference
    weighed = []
    for act in tried.values():
        if _is_borne_out(asked, act, compare(asked, act, around)):
            evidence = compare(reference, act, around)
            made = Suggestion(act=act, symbol=act.symbol, evidence=evidence)
            weighed.append((-_weight(reference, act, evidence), act.id, made))
    weighed.sort(key=lambda one: one[:2])
    found = [one for weight, _, one in weighed if weight <= weighed[0][0] + _LEEWAY or not _is_by_title_alone(one)]
    mended = reference.symbol.suggestion if reference.symbol is not None else None
    if mended is not None and all(one.symbol != mended for one in found):
        found.append(Suggestion(symbol=mended))
    return tuple(found[:_MOST])


def _near(index: ActIndex, reference: Reference) -> Iterator[Act]:
    """Acts that share something with a reference."""
    symbol, day = reference.symbol, reference.date.to_date() if reference.date else None
    if symbol is not None:
        number = bare_number(symbol)
        yield from index.by_number.get(number, ()) if number else ()
        if day is not None:
            code = code_key(symbol.code)
            for slip in _slips(number):
                yield from index.by_symbol.get((slip, symbol.year or 0, code), ())
    if day is not None:
        yield from index.by_date.get(day, ())
    if words := reference.title or reference.name:
        yield from index.of_name(words)
        yield from index.like(words)


def _slips(number: str) -> Iterator[str]:
    """The numbers one slip away: a digit wrong, left out, put in, or two of them swapped."""
    if not number.isdigit() or not number.isascii():
        return
    for written in {number, number.zfill(2)}:
        for at in range(len(written) + 1):
            head, tail = written[:at], written[at:]
            yield from ((head + digit + tail).lstrip("0") for digit in "0123456789")
            if tail:
                yield (head + tail[1:]).lstrip("0")
                yield from ((head + digit + tail[1:]).lstrip("0") for digit in "0123456789")
            if len(tail) > 1:
                yield (head + tail[1] + tail[0] + tail[2:]).lstrip("0")


def _weight(reference: Reference, act: Act, evidence: Iterable[Evidence]) -> float:
    """How much speaks for an act: what agrees, less half of what contradicts; of a title, as much as the two share."""
    total = 0.0
    for one in evidence:
        weight = _WEIGHTS[one.part]
        if one.agreement is Agreement.DISAGREES:
            total -= weight / 2
        elif one.agreement is Agreement.AGREES and one.part is IdentityPart.TITLE:
            total += weight * name_likeness(reference.title or reference.name or "", act.title)
        elif one.agreement is Agreement.AGREES:
            total += weight
    return total


def _is_by_title_alone(suggestion: Suggestion) -> bool:
    agreeing = {one.part for one in suggestion.evidence if one.agreement is Agreement.AGREES}
    return not agreeing & {IdentityPart.NUMBER, IdentityPart.DATE}


def _is_borne_out(reference: Reference, act: Act, evidence: tuple[Evidence, ...]) -> bool:
    says = {one.part: one.agreement for one in evidence}
    placed = act.locality is None or says[IdentityPart.LOCALITY] is Agreement.AGREES
    if says[IdentityPart.LOCALITY] is Agreement.DISAGREES or _is_too_young(reference, says):
        return False
    if placed and _is_borne_out_by_title(reference, act, says):
        return True
    symbol = reference.symbol
    if says[IdentityPart.TITLE] is Agreement.DISAGREES or symbol is None or act.symbol is None:
        return False
    on_that_day = _is_on_that_day(reference, says)
    if says[IdentityPart.NUMBER] is Agreement.AGREES:
        return (placed or on_that_day) and (
            _is_borne_out_by_number(reference, act, says) or _is_named_in_title(reference, act, says)
        )
    return on_that_day and says[IdentityPart.CODE] is Agreement.AGREES and _is_slip(symbol, act.symbol)


def _is_too_young(reference: Reference, says: dict[IdentityPart, Agreement]) -> bool:
    return reference.date is None and says[IdentityPart.DATE] is Agreement.DISAGREES


def _is_on_that_day(reference: Reference, says: dict[IdentityPart, Agreement]) -> bool:
    whole = reference.date is not None and reference.date.is_complete
    return whole and says[IdentityPart.DATE] is Agreement.AGREES


def _is_borne_out_by_title(reference: Reference, act: Act, says: dict[IdentityPart, Agreement]) -> bool:
    """The title is the act's, and so is something else that a title does not bring along."""
    if reference.title is None:
        if reference.name is None or name_likeness(reference.name, act.title) < _NAME_ALIKE:
            return False
        # A law of that name and another year is most likely an older or a newer one.
        near = says[IdentityPart.YEAR] is not Agreement.DISAGREES or _years_apart(reference, act) == 1
        return near and says[IdentityPart.TYPE] is Agreement.AGREES
    found, known = title_key(reference.title), title_key(act.title)
    shared = len(found.pairs & known.pairs)
    if says[IdentityPart.TITLE] is not Agreement.AGREES or shared < min(_FEWEST_PAIRS, len(known.pairs)):
        return False
    if shared < _TITLE_COVERED * len(found.pairs):
        return False
    if says[IdentityPart.YEAR] is Agreement.DISAGREES and name_likeness(reference.title, act.title) < _SAME_TITLE:
        return False
    return Agreement.AGREES in {says[IdentityPart.CODE], says[IdentityPart.ISSUER]} or _is_on_that_day(reference, says)


def _is_borne_out_by_number(reference: Reference, act: Act, says: dict[IdentityPart, Agreement]) -> bool:
    """The number is the act's, and so are its letters or its day."""
    letters = says[IdentityPart.CODE] is Agreement.AGREES or _is_twin(reference.symbol, act.symbol)
    if letters:
        # Numbers begin anew each year: without the year, number and letters are those of many acts.
        same_year = says[IdentityPart.YEAR] is Agreement.AGREES
        return same_year or _is_a_year_off(reference, act) or year_of(reference) is None
    return _is_on_that_day(reference, says) and Agreement.AGREES in {says[IdentityPart.TYPE], says[IdentityPart.ISSUER]}


def _is_twin(one: DocumentSymbol | None, other: DocumentSymbol | None) -> bool:
    """Whether two symbols differ in nothing but hyphen and slash."""
    return one is not None and other is not None and one.segments == other.segments


def _years_apart(reference: Reference, act: Act) -> int | None:
    year = year_of(reference)
    return abs(year - act.date_issued.year) if year is not None and act.date_issued is not None else None


def _is_a_year_off(reference: Reference, act: Act) -> bool:
    """Whether day and month are the act's and the year is one too many or too few."""
    date, issued = reference.date, act.date_issued
    if date is None or issued is None:
        return False
    return (date.month, date.day) == (issued.month, issued.day) and _years_apart(reference, act) == 1


def _is_named_in_title(reference: Reference, act: Act, says: dict[IdentityPart, Agreement]) -> bool:
    """Whether a paper of the Government, such as "Đề án 938", is cited for the decision that approves it."""
    symbol = reference.symbol
    if symbol is None or act.symbol is None or says[IdentityPart.DATE] is Agreement.DISAGREES:
        return False
    heads = {code_key(code) for one in (symbol, act.symbol) for code in one.issuer_codes}
    kind = type_of_code(symbol.type_code)
    name = kind.vi if kind else reference.type
    return name is not None and heads <= _HEADS_OF_GOVERNMENT and comparison_key(name) in comparison_key(act.title)


def _is_slip(one: DocumentSymbol, other: DocumentSymbol) -> bool:
    first, second = bare_number(one), bare_number(other)
    if not (first.isdigit() and second.isdigit()):
        return False
    return abs(int(first) - int(second)) > _NEIGHBOURS and first in set(_slips(second))
