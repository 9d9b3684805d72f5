"""Rules of references (REF): symbols that contradict type or organ, and what the catalogue of acts knows."""

import datetime
from collections.abc import Iterator

from vstbpn.catalogue.tables import Confidence
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.references.finding.mention import Mention
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.references.symbols.type_pairs import type_contradicts, type_of_code
from vstbpn.validation.rules import Context, Rule
from vstbpn.vocabulary import SymbolStyle


def _mentions(plan: Plan) -> Iterator[tuple[str, Mention, DocumentSymbol]]:
    for number, mention in enumerate(plan.mentions):
        if mention.reference.symbol is not None:
            yield f"/mentions/{number}", mention, mention.reference.symbol


def type_against_symbol(plan: Plan, _: Context) -> Iterator[Finding]:
    """The type word says one thing, the abbreviation in the symbol another: "công văn số 6382/KH-SGDĐT"."""
    for pointer, mention, symbol in _mentions(plan):
        stated = mention.reference.document_type
        shown = type_of_code(symbol.type_code)
        if stated is None or shown is None or not type_contradicts(stated.vi, symbol.type_code):
            continue
        yield Finding.of(
            "REF001",
            args={
                "written": _written(mention),
                "type": stated.vi,
                "code": symbol.type_code or "",
                "expected": shown.vi,
            },
            pointer=pointer,
            span=mention.span,
        )


def party_organ_in_state_style(plan: Plan, _: Context) -> Iterator[Finding]:
    """A Party organ with a State-style symbol: ``07/CT-TU`` for ``07-CT/TU``."""
    for pointer, mention, expected in _suggestions(plan):
        if expected.style is SymbolStyle.PARTY:
            yield _style_finding("REF002", mention, expected.canonical, pointer)


def state_organ_in_party_style(plan: Plan, _: Context) -> Iterator[Finding]:
    """A State organ with a Party-style symbol: ``938-ĐA/CP`` for ``938/ĐA-CP``."""
    for pointer, mention, expected in _suggestions(plan):
        if expected.style is not SymbolStyle.PARTY:
            yield _style_finding("REF007", mention, expected.canonical, pointer)


def _suggestions(plan: Plan) -> Iterator[tuple[str, Mention, DocumentSymbol]]:
    """The mentions whose symbol is in the style of another system than its issuer's, and how it should be."""
    for pointer, mention, symbol in _mentions(plan):
        expected = symbol.suggestion
        if expected is not None and expected.is_numbered:
            yield pointer, mention, expected


def _style_finding(code: str, mention: Mention, expected: str, pointer: str) -> Finding:
    args = {"written": _written(mention), "expected": expected}
    return Finding.of(code, args=args, pointer=pointer, span=mention.span)


def damaged_symbol(plan: Plan, _: Context) -> Iterator[Finding]:
    """A symbol was mended in reading."""
    for pointer, mention, symbol in _mentions(plan):
        # A line end inside a symbol is the page's doing, not the writer's.
        if symbol.repairs and "\n" not in (symbol.raw or ""):
            yield Finding.of(
                "REF003",
                args={"written": _written(mention), "expected": symbol.canonical},
                pointer=pointer,
                span=mention.span,
            )


def basis_after_plan(plan: Plan, _: Context) -> Iterator[Finding]:
    """A basis is of a later day than the plan it is a basis of."""
    day = plan.date.latest() if plan.date else None
    if day is None:
        return
    for number, basis in enumerate(plan.bases):
        for place, mention in enumerate(basis.mentions):
            dated = mention.reference.date
            first = dated.earliest() if dated else None
            if dated is not None and first is not None and first > day:
                yield Finding.of(
                    "REF004",
                    args={"written": _written(mention), "date": f"{first:%d/%m/%Y}"},
                    pointer=f"/bases/{number}/mentions/{place}",
                    span=mention.span,
                )


def date_against_catalogue(plan: Plan, context: Context) -> Iterator[Finding]:
    """The catalogue knows the number in that year, but of another day."""
    for pointer, mention, symbol in _mentions(plan):
        dated = mention.reference.date
        day = dated.to_date() if dated else None
        if dated is None or day is None or not _is_central(symbol):
            continue
        known = context.acts.same_number(mention.reference)
        same_year = [act for act in known if act.date_issued and act.date_issued.year == day.year]
        # Any row may bear a date out; only a date that somebody has read in a source is held against it.
        confirmed = [act for act in same_year if act.confidence is Confidence.CONFIRMED]
        if confirmed and all(act.date_issued != day for act in same_year):
            expected = ", ".join(f"{act.date_issued:%d/%m/%Y}" for act in confirmed)
            yield Finding.of(
                "REF005",
                args={"written": _written(mention), "date": f"{day:%d/%m/%Y}", "expected": expected},
                pointer=pointer,
                span=mention.span,
            )


def expired_basis(plan: Plan, context: Context) -> Iterator[Finding]:
    """A basis was no longer in force on the day of the plan."""
    for number, basis in enumerate(plan.bases):
        for place, mention in enumerate(basis.mentions):
            act = context.acts.resolve(mention.reference, plan, on=context.on).expired
            # Where nobody has read when an act ended, nothing is said.
            if act is not None and act.effective_to is not None and act.confidence is Confidence.CONFIRMED:
                ended = act.effective_to + datetime.timedelta(days=1)
                yield Finding.of(
                    "REF006",
                    args={"written": _written(mention), "date": f"{ended:%d/%m/%Y}"},
                    pointer=f"/bases/{number}/mentions/{place}",
                    span=mention.span,
                )


def _is_central(symbol: DocumentSymbol) -> bool:
    """Whether the symbol is of a central body: only there does a number name one act in a year."""
    return bool(symbol.issuer_codes) and symbol.issuer_codes[0] not in {"UBND", "HĐND", "TU", "VSTBPN", "BVSTBPN"}


def _written(mention: Mention) -> str:
    reference = mention.reference
    return " ".join((reference.raw or reference.format("vi-short")).split())


REFERENCE_RULES = (
    Rule(code="REF001", inspect=type_against_symbol),
    Rule(code="REF002", inspect=party_organ_in_state_style),
    Rule(code="REF003", inspect=damaged_symbol),
    Rule(code="REF004", inspect=basis_after_plan),
    Rule(code="REF005", inspect=date_against_catalogue),
    Rule(code="REF006", inspect=expired_basis),
    Rule(code="REF007", inspect=state_organ_in_party_style),
)
