"""Rules of the wording of references (REF): capitals of provisions, a type word written twice."""

import re
from collections.abc import Iterator

from vstbpn.findings import Edit, Finding
from vstbpn.plans.plan import Plan
from vstbpn.text import comparison_key
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.references.mentions import Piece, piece, written
from vstbpn.validation.rules.spoken_of import is_spoken_of
from vstbpn.values import Span
from vstbpn.vocabulary import DocumentType

_MISWRITTEN = re.compile(
    r"(?<![^\W_])(?:(?P<low>điều)(?= [0-9])|(?P<high>Khoản)(?= [0-9])|(?P<point>Điểm)(?= [a-zđ](?![^\W_])))"
)
_OPENS_A_SENTENCE = re.compile(r"(?:^|[.:;!?\n“\"(+–-])\s*$")
_LOOK_BACK = 12
_FIRST_CELL = re.compile(r"(?:^|[\n\r|])[ \u00a0]{0,8}[0-9]{1,4}[ \u00a0]\Z")
_WIDEST_CELL = 16
"""A number alone before some words is the first cell of a row whose columns one blank parts."""
_ALSO_VERBS = frozenset([
    DocumentType.DECISION, DocumentType.NOTICE, DocumentType.REPORT, DocumentType.GUIDANCE, DocumentType.CONCLUSION,
    DocumentType.DIRECTIVE,
])  # fmt: skip
"""Types whose word is a verb too: "thông báo Thông báo số 12/TB-SYT"."""


def provision_case(plan: Plan, context: Context) -> Iterator[Finding]:
    """Điểm and khoản with a capital inside a sentence, or Điều without one."""
    for number, mention in enumerate(plan.mentions):
        place = mention.provisions_span
        found = piece(context, place.start, place.end) if place is not None else None
        if found is None or place is None:
            continue
        for match in _MISWRITTEN.finditer(found.text):
            if match["low"] is None and _opens_a_sentence(context, found, match.start()):
                continue
            if is_spoken_of(found.span(*match.span()), context):
                continue
            words = match[0].capitalize() if match["low"] is not None else match[0].lower()
            first = found.span(match.start(), match.start() + 1)
            yield Finding.of(
                "REF019",
                args={"written": match[0], "expected": words},
                pointer=f"/mentions/{number}",
                span=found.span(*match.span()),
                edits=(Edit(span=first, text=words[0]),),
                variant="article" if match["low"] is not None else "",
            )


def _opens_a_sentence(context: Context, found: Piece, at: int) -> bool:
    """Whether a sentence or an item begins there, whose first letter is a capital anyway."""
    if at and not found.text[:at].isspace():
        return found.text[at - 1] == "\n"
    before = piece(context, found.start - _LOOK_BACK, found.start)
    return before is None or _OPENS_A_SENTENCE.search(before.text) is not None


def doubled_type(plan: Plan, context: Context) -> Iterator[Finding]:
    """The type word stands twice: "Kế hoạch Kế hoạch số 365/KH-UBND"."""
    for number, mention in enumerate(plan.mentions):
        words = context.text(mention.type_span)
        kind = mention.reference.document_type
        if not words or mention.type_span is None or kind is None or "type" in mention.shared:
            continue
        before = _same_words_before(context, mention.type_span, words, exactly=kind in _ALSO_VERBS)
        if before is None or is_spoken_of(mention.type_span, context):
            continue
        yield Finding.of(
            "REF020",
            args={"written": " ".join(words.split()), "act": written(mention)},
            pointer=f"/mentions/{number}",
            span=Span(before, mention.type_span.start),
            edits=(Edit(span=Span(before, mention.type_span.start), text=""),),
        )


def _same_words_before(context: Context, place: Span, words: str, *, exactly: bool) -> int | None:
    """Where the same words begin that stand before some words, with one blank between; None if they do not.

    A tab or several blanks part the columns of a table. And where one has a capital and the other has none, the first may
    be a part of the sentence: "Sở Y tế lập kế hoạch Kế hoạch số 3/KH-UBND".
    """
    source = context.source or ""
    end = place.start - 1
    start = end - len(words)
    if end < 0 or source[end] not in " \u00a0" or start < 0 or source[start - 1 : start].isalnum():
        return None
    if _FIRST_CELL.search(source, max(0, start - _WIDEST_CELL), start) is not None:
        return None
    found = source[start:end]
    if found[:1].isspace() or [letter.isupper() for letter in found[:2]] != [letter.isupper() for letter in words[:2]]:
        return None
    same = found == words if exactly else comparison_key(found) == comparison_key(words)
    return start if same else None


_HEAD = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\n"
CITING_WORD_RULES = (
    Rule(
        code="REF019",
        inspect=provision_case,
        violating=f"{_HEAD}Theo quy định tại Khoản 2 Điều 5 Luật Bình đẳng giới, các đơn vị báo cáo kết quả.\n",
        conforming=f"{_HEAD}Theo quy định tại khoản 2 Điều 5 Luật Bình đẳng giới, các đơn vị báo cáo kết quả.\n",
    ),
    Rule(
        code="REF020",
        inspect=doubled_type,
        violating=f"{_HEAD}Căn cứ Kế hoạch Kế hoạch số 365/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh;\n",
        conforming=f"{_HEAD}Căn cứ Kế hoạch số 365/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh;\n",
    ),
)
"""Rules of the wording of references (REF)."""
