"""Reading what stands before the first section: legal bases and the sentence that issues the document."""

import re
from typing import NamedTuple

from vstbpn.plans.basis import LegalBasis
from vstbpn.reading.lines import Paragraph
from vstbpn.reading.regions import BASIS
from vstbpn.references.finding.mention import Mention
from vstbpn.text import Folded, clean
from vstbpn.values import Passage
from vstbpn.vocabulary import BasisKind, DocumentType

_KINDS = {
    "căn cứ": BasisKind.BASED_ON,
    "thực hiện": BasisKind.IMPLEMENTING,
    "triển khai thực hiện": BasisKind.IMPLEMENTING,
    "theo đề nghị": BasisKind.AT_PROPOSAL,
    "xét đề nghị": BasisKind.AT_PROPOSAL,
    "xét": BasisKind.AT_PROPOSAL,
    "theo": BasisKind.BASED_ON,
}
_BODY_WORD = r"[^\W\d_][\w&]*"
_ISSUING = re.compile(
    rf"(?P<body>{_BODY_WORD}(?:[ \n]{{1,4}}(?:[-–][ \n])?(?!xây[ \n]dựng|ban[ \n]hành|triển[ \n]khai)[\w&]{{1,24}}){{0,16}})[ \n]{{1,4}}"
    r"(?:xây[ \n]dựng|ban[ \n]hành|triển[ \n]khai)(?:[ \n]và[ \n][^\W\d_]+[ \n][^\W\d_]+)?[ \n]{1,4}"
    r"(?P<type>[Kk]ế[ \n]hoạch|[Cc]hương[ \n]trình|[Hh]ướng[ \n]dẫn|[Pp]hương[ \n]án|[Đđ]ề[ \n]án)(?![ \n]số)"
)
_CLAUSE_START = re.compile(r"[.,;][ \n]{1,4}(?=[^\W\d_])")


class Issuing(NamedTuple):
    """The clause that issues a document: by whom, what, and where the clause begins."""

    body: Passage
    type: DocumentType | None
    start: int


def read_basis(folded: Folded, paragraph: Paragraph, mentions: tuple[Mention, ...]) -> LegalBasis:
    """Read a paragraph that opens with Căn cứ, Thực hiện or Theo đề nghị."""
    text = folded.text
    match = BASIS.match(text, paragraph.start, paragraph.end)
    start = match.start("words") if match else paragraph.start
    words = clean(match["words"]).casefold() if match else "căn cứ"
    return LegalBasis(
        kind=_KINDS[words],
        text=clean(text[start : paragraph.end]),
        mentions=mentions,
        span=folded.span(start, paragraph.end),
    )


def is_basis(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a legal basis."""
    match = BASIS.match(text, paragraph.start, paragraph.end)
    return match is not None and match["words"] != "Theo"


def find_issuing(folded: Folded, paragraph: Paragraph) -> Issuing | None:
    """The clause "Sở … xây dựng Kế hoạch …" of a paragraph, or None."""
    text = folded.text
    starts = [paragraph.start, *(match.end() for match in _CLAUSE_START.finditer(text, paragraph.start, paragraph.end))]
    for start in starts[:40]:
        if not text[start].isalpha() or BASIS.match(text, start, paragraph.end):
            continue
        match = _ISSUING.match(text, start, paragraph.end)
        if match and (match["body"][0].isupper() or match["body"].startswith("trường ")):
            body = Passage(text=clean(match["body"]), span=folded.span(*match.span("body")))
            return Issuing(body, DocumentType.named(clean(match["type"])), start)
    return None
