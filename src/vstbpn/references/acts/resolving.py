"""Which act a reference means (xác định văn bản được dẫn chiếu).

A symbol is no identity: numbers begin anew each year, and every province has its own. An act is told by type, number,
symbol, year and its issuer's locality together, and what else a reference says must not contradict it.
"""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from vstbpn.references.acts.act import Act
from vstbpn.references.acts.comparing import Circumstances, compare
from vstbpn.references.acts.index import ActIndex
from vstbpn.references.acts.resolution import Agreement, Evidence, Resolution, Verdict
from vstbpn.references.acts.suggesting import suggestions
from vstbpn.references.citing.reference import Reference
from vstbpn.references.symbols.type_pairs import type_contradicts

_TYPE, _YEAR, _DATE, _LOCALITY, _TITLE = 0, 3, 4, 6, 7
"""Where in the evidence ``compare`` puts each part."""


class Held(NamedTuple):
    """An act and what a reference says for and against it."""

    act: Act
    evidence: tuple[Evidence, ...]


def resolve(index: ActIndex, reference: Reference, around: Circumstances, on: datetime.date | None) -> Resolution:
    """Look a reference up.

    Args:
        index: The catalogue.
        reference: What to look up.
        around: What the citing document adds.
        on: The day whose validity is asked for, if any.
    """
    symbol = reference.symbol
    pool = index.of_symbol(symbol) if symbol is not None else index.of_name(reference.name or "")
    held = [Held(act, compare(reference, act, around)) for act in pool]
    fitting = [one for one in held if _fits(reference, one)]
    if symbol is None and len(fitting) > 1:
        fitting = _of_that_day(fitting, around.day or on)
    if len(fitting) > 1:
        fitting = _narrowed(fitting)
    borne_out = any(one.evidence[_TYPE].agreement is not Agreement.DISAGREES for one in fitting)
    if not borne_out and contradicts_itself(reference):
        return Resolution(
            reference=reference, verdict=Verdict.MALFORMED, on=on, suggestions=suggestions(index, reference, around)
        )
    if not fitting:
        return _not_found(index, reference, around, on, held)
    if len(fitting) > 1 or not _is_told(reference, fitting[0]):
        return Resolution(
            reference=reference,
            verdict=Verdict.AMBIGUOUS,
            candidates=tuple(one.act for one in fitting),
            evidence=fitting[0].evidence,
            on=on,
        )
    return _resolved(index, reference, around, on, fitting[0])


def _resolved(
    index: ActIndex, reference: Reference, around: Circumstances, on: datetime.date | None, held: Held
) -> Resolution:
    act, evidence = held
    verdict, in_force = _validity(index, act, on)
    doubtful = any(evidence[part].agreement is Agreement.DISAGREES for part in (_TYPE, _DATE, _TITLE))
    return Resolution(
        reference=reference,
        verdict=verdict,
        candidates=(act,),
        evidence=evidence,
        in_force=in_force,
        chain=index.chain(act, on) if verdict in {Verdict.EXPIRED, Verdict.REPLACED} else (),
        suggestions=suggestions(index, reference, around, besides=act) if doubtful else (),
        on=on,
    )


def _not_found(
    index: ActIndex, reference: Reference, around: Circumstances, on: datetime.date | None, held: list[Held]
) -> Resolution:
    """Nothing fits: the reference is unknown, or its number says one act and its title another."""
    meant = suggestions(index, reference, around)
    against = [one for one in held if _breaking(reference, one) == [_TITLE]]
    others = [one.act for one in meant if one.act is not None and all(one.act is not it.act for it in against)]
    if against and others:
        return Resolution(
            reference=reference,
            verdict=Verdict.AMBIGUOUS,
            candidates=(*(one.act for one in against), others[0]),
            evidence=against[0].evidence,
            suggestions=meant,
            on=on,
        )
    return Resolution(reference=reference, verdict=Verdict.UNKNOWN, suggestions=meant, on=on)


def _validity(index: ActIndex, act: Act, on: datetime.date | None) -> tuple[Verdict, bool | None]:
    if on is None:
        return Verdict.RESOLVED, None
    start = act.effective_from or act.date_issued
    if start is not None and on < start:
        return Verdict.NOT_YET_IN_FORCE, False
    if index.is_replaced(act, on):
        return Verdict.REPLACED, False
    in_force = act.in_force(on)
    return (Verdict.EXPIRED if in_force is False else Verdict.RESOLVED), in_force


def _breaking(reference: Reference, held: Held) -> list[int]:
    """The parts that speak against an act's being the one meant."""
    symbol, evidence = reference.symbol, held.evidence
    against = [part for part in (_DATE, _LOCALITY, _TITLE) if evidence[part].agreement is Agreement.DISAGREES]
    same_year = evidence[_YEAR].agreement is Agreement.AGREES
    if evidence[_YEAR].agreement is Agreement.DISAGREES and _DATE not in against:
        against.append(_YEAR)
    if _DATE in against and symbol is None and (same_year or reference.date is None):
        # A name is known by its year; one cited before its day is not yet in force.
        against.remove(_DATE)
    if _DATE in against and reference.date is None and symbol is not None and symbol.year is not None:
        against.remove(_DATE)
    if evidence[_TYPE].agreement is Agreement.DISAGREES and (symbol is None or symbol.type_code is None):
        against.append(_TYPE)  # Numbers such as 202/2025/QH15 run apart for laws and resolutions.
    return against


def _fits(reference: Reference, held: Held) -> bool:
    against = _breaking(reference, held)
    if not against:
        return True
    # A number of that year, or of that day, is the act's own: one slip beside it does not make it another's.
    if reference.symbol is None or len(against) > 1:
        return False
    if against == [_DATE]:
        return reference.date is not None and reference.date.year == reference.symbol.year
    return against == [_TITLE] and (
        reference.symbol.year is not None or held.evidence[_DATE].agreement is Agreement.AGREES
    )


def _narrowed(held: list[Held]) -> list[Held]:
    """Those of several acts for which most speaks, if one part decides."""
    for part in (_LOCALITY, _DATE, _TITLE, _TYPE):
        agreeing = [one for one in held if one.evidence[part].agreement is Agreement.AGREES]
        if agreeing and len(agreeing) < len(held):
            held = agreeing
    return held


def _of_that_day(held: list[Held], day: datetime.date | None) -> list[Held]:
    """Of several acts of one name the one in force on a day, or else the last that had been issued by then."""
    if day is None:
        return held
    standing = [one for one in held if one.act.in_force(day) is not False]
    if standing:
        return standing
    issued = [one for one in held if one.act.date_issued is not None and one.act.date_issued <= day]
    return _latest(issued) if issued else held


def _latest(held: Iterable[Held]) -> list[Held]:
    ordered = sorted(held, key=lambda one: (one.act.date_issued or datetime.date.min, one.act.id))
    return ordered[-1:]


def _is_told(reference: Reference, held: Held) -> bool:
    """Whether the words say whose act it is: each province has its own ``67/KH-UBND``."""
    if held.act.locality is None or held.evidence[_LOCALITY].agreement is Agreement.AGREES:
        return True
    whole_date = reference.date is not None and reference.date.is_complete
    return (whole_date and held.evidence[_DATE].agreement is Agreement.AGREES) or (
        held.evidence[_TITLE].agreement is Agreement.AGREES
    )


def contradicts_itself(reference: Reference) -> bool:
    """Whether no act can be so cited: the symbol's style is not its body's, its type is another, or its year.

    >>> contradicts_itself(Reference.parse("Chỉ thị số 07/CT-TU"))
    True
    >>> contradicts_itself(Reference.parse("Chỉ thị số 07-CT/TU"))
    False
    """
    symbol = reference.symbol
    if symbol is None:
        return False
    if symbol.year is not None and reference.date is not None and reference.date.year not in {None, symbol.year}:
        return True
    return _type_contradicts(reference) or symbol.suggestion is not None


def _type_contradicts(reference: Reference) -> bool:
    symbol = reference.symbol
    return symbol is not None and reference.type is not None and type_contradicts(reference.type, symbol.type_code)
