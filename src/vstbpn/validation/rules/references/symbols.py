"""Rules of symbols (REF): those that contradict type or organ, and damaged ones."""

import re
from collections.abc import Iterator, Mapping, Sequence

from vstbpn.catalogue.tables import Confidence
from vstbpn.findings import Edit, Finding
from vstbpn.plans.plan import Plan
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.comparing import bare_number
from vstbpn.references.acts.likeness import title_key, title_likeness
from vstbpn.references.finding.mention import Mention
from vstbpn.references.symbols.repairs import BLANK, CASE, DASH, ETH
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.references.symbols.type_pairs import type_contradicts, type_of_code
from vstbpn.text import composed
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.references.acts import cited
from vstbpn.validation.rules.references.mentions import symbol_mentions, written
from vstbpn.validation.rules.spoken_of import is_spoken_of
from vstbpn.validation.rules.structure.own_series import may_abbreviate
from vstbpn.vocabulary import SymbolStyle

_BLANKS = re.compile(r"\s+")
_SURE = frozenset([Confidence.CONFIRMED, Confidence.PARTLY])
_SAME_TITLE, _FEWEST_PAIRS = 0.75, 6
"""How much of two titles is the same for one act of that number; the pairs of syllables a title tells anything by."""
_DASHES = re.compile("[\u2010\u2011\u2012\u2013\u2212]")


def type_against_symbol(plan: Plan, context: Context) -> Iterator[Finding]:
    """The type word says one thing, the abbreviation in the symbol another: "công văn số 6382/KH-SGDĐT"."""
    for pointer, mention, symbol in context.shared(symbol_mentions, plan):
        stated = mention.reference.document_type
        shown = type_of_code(symbol.type_code)
        if stated is None or shown is None or not type_contradicts(stated.vi, symbol.type_code):
            continue
        # "15/KH-TC" of a Phòng Kế hoạch - Tài chính names no type, but the office that issued it.
        if mention.reference.issuer is not None and may_abbreviate(symbol.code, mention.reference.issuer):
            continue
        yield Finding.of(
            "REF001",
            args={
                "written": written(mention),
                "type": stated.vi,
                "code": symbol.type_code or "",
                "expected": shown.vi,
            },
            pointer=pointer,
            span=mention.span,
        )


def party_organ_in_state_style(plan: Plan, context: Context) -> Iterator[Finding]:
    """A Party organ with a State-style symbol: ``07/CT-TU`` for ``07-CT/TU``."""
    for pointer, mention, expected in context.shared(_suggestions, plan):
        if expected.style is SymbolStyle.PARTY:
            meant = _known_by_title(mention, plan, context)
            yield _style_finding("REF002", mention, expected.canonical, pointer, meant)


def state_organ_in_party_style(plan: Plan, context: Context) -> Iterator[Finding]:
    """A State organ with a Party-style symbol: ``938-ĐA/CP`` for ``938/ĐA-CP``."""
    for pointer, mention, expected in context.shared(_suggestions, plan):
        if expected.style is not SymbolStyle.PARTY:
            meant = _known_by_title(mention, plan, context)
            yield _style_finding("REF007", mention, expected.canonical, pointer, meant)


def _suggestions(plan: Plan, context: Context) -> tuple[tuple[str, Mention, DocumentSymbol], ...]:
    """The mentions whose symbol is in the style of another system than its issuer's, and how it should be."""
    mentions = context.shared(symbol_mentions, plan)
    expected = ((pointer, mention, symbol.suggestion) for pointer, mention, symbol in mentions)
    return tuple((pointer, mention, one) for pointer, mention, one in expected if one is not None and one.is_numbered)


def _style_finding(code: str, mention: Mention, expected: str, pointer: str, meant: Act | None) -> Finding:
    args = {"written": written(mention), "expected": expected if meant is None else _named(meant)}
    return Finding.of(code, args=args, pointer=pointer, span=mention.span, variant="" if meant is None else "act")


def _named(act: Act) -> str:
    """An act as it is to be written; of one that nobody has read whole, only what tells it."""
    return cited(act) if act.confidence is Confidence.CONFIRMED or act.symbol is None else f"{act.type} số {act.symbol}"


def _by_number(_: Plan, context: Context) -> Mapping[str, Sequence[Act]]:
    """The acts of the whole country that the catalogue is sure there are, by their numbers."""
    found: dict[str, list[Act]] = {}
    for act in context.catalogue:
        if act.symbol is not None and act.locality is None and act.confidence in _SURE:
            found.setdefault(bare_number(act.symbol), []).append(act)
    return found


def _known_by_title(mention: Mention, plan: Plan, context: Context) -> Act | None:
    """The act of the catalogue with the number and the title of a mention, whatever the letters of the symbol are.

    What a decision approves is often cited by the decision's number: "Đề án số 938" is that of ``938/QĐ-TTg``.
    """
    symbol, title = mention.reference.symbol, mention.reference.title
    if symbol is None or title is None or len(title_key(title).pairs) < _FEWEST_PAIRS:
        return None
    acts = context.shared(_by_number, plan).get(bare_number(symbol), ())
    alike = [act for act in acts if title_likeness(title, act.title) >= _SAME_TITLE]
    return alike[0] if len(alike) == 1 and alike[0].symbol != symbol.suggestion else None


def damaged_symbol(plan: Plan, context: Context) -> Iterator[Finding]:
    """A symbol was mended in reading. Where nothing but blanks and dashes are in the way, it is sure how to write it."""
    for pointer, mention, symbol in context.shared(symbol_mentions, plan):
        # A line end inside a symbol is the page's doing, not the writer's; and a heading in capitals has no small letters.
        if not symbol.repairs or "\n" in (symbol.raw or "") or _is_in_capitals(mention, symbol):
            continue
        if symbol.repairs == (ETH,) and context.source is not None:
            continue  # That is told, and mended, with all the other letters of another alphabet.
        if is_spoken_of(mention.symbol_span or mention.span, context):
            continue
        if symbol.suggestion is None:  # What is in the style of another system is told of by a rule of its own.
            yield Finding.of(
                "REF003",
                args={"written": written(mention), "expected": symbol.canonical},
                pointer=pointer,
                span=mention.symbol_span or mention.span,
                edits=_mending(mention, symbol, context),
            )


def _is_in_capitals(mention: Mention, symbol: DocumentSymbol) -> bool:
    return symbol.repairs == (CASE,) and (mention.reference.raw or "").isupper()


def _mending(mention: Mention, symbol: DocumentSymbol, context: Context) -> tuple[Edit, ...]:
    """The symbol without its blanks and with hyphens for dashes, if that is all there is to mend."""
    found = context.text(mention.symbol_span)
    if found is None or mention.symbol_span is None or not set(symbol.repairs) <= {BLANK, DASH}:
        return ()
    mended = _DASHES.sub("-", _BLANKS.sub("", found))
    if "\n" in found or composed(mended) != symbol.canonical:
        return ()
    return (Edit(span=mention.symbol_span, text=mended),)


SYMBOL_RULES = (
    Rule(
        code="REF001",
        inspect=type_against_symbol,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nThực hiện Công văn số 382/KH-SGDĐT của Sở Giáo dục và Đào tạo;\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nThực hiện Kế hoạch số 382/KH-SGDĐT của Sở Giáo dục và Đào tạo;\n",
    ),
    Rule(
        code="REF002",
        inspect=party_organ_in_state_style,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nThực hiện Chỉ thị số 15/CT-TU của Tỉnh ủy;\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nThực hiện Chỉ thị số 15-CT/TU của Tỉnh ủy;\n",
    ),
    Rule(
        code="REF003",
        inspect=damaged_symbol,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nThực hiện Kế hoạch số 75/KH- UBND của Ủy ban nhân dân tỉnh;\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nThực hiện Kế hoạch số 75/KH-UBND của Ủy ban nhân dân tỉnh;\n",
    ),
    Rule(
        code="REF007",
        inspect=state_organ_in_party_style,
        violating="KẾ HOẠCH\nCông tác năm 2026\n\nThực hiện Kế hoạch số 75-KH/UBND của Ủy ban nhân dân tỉnh;\n",
        conforming="KẾ HOẠCH\nCông tác năm 2026\n\nThực hiện Kế hoạch số 75/KH-UBND của Ủy ban nhân dân tỉnh;\n",
    ),
)
"""Rules of symbols (REF)."""
