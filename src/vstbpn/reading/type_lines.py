"""The line that names the type of a document (tên loại văn bản), alone or with the title behind it.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5: the type stands on a line of its own, in capitals, the subject below
it. Plans often say more on that line ("KẾ HOẠCH PHỐI HỢP", "KẾ HOẠCH TRIỂN KHAI … NĂM 2026"), and a draft says so first.
"""

import re
from typing import NamedTuple

from vstbpn.plans.plan import PLAN_TYPES
from vstbpn.reading.lines import Line
from vstbpn.reading.markers import opens_item, read_marker
from vstbpn.text import clean
from vstbpn.vocabulary import DocumentType

DRAFT = re.compile(
    r"\(?\s{0,2}(?:DỰ\s+THẢO|Dự\s+thảo)(?:\s+(?:LẦN|lần)\s+[0-9IVX]{1,4})?\s{0,2}[):]{0,2}(?![^\W\d_])\s*"
)
_NAMES = "|".join(
    r"\s{1,3}".join(name.split()) for name in sorted((kind.vi.upper() for kind in PLAN_TYPES), key=len, reverse=True)
)
_TITLED = re.compile(rf"(?P<name>{_NAMES})\s{{1,3}}(?=[^\W\d_]|[(“\"])")
_TITLED_IN_SMALL = re.compile(
    r"(?P<name>Kế\s{1,3}hoạch|Chương\s{1,3}trình(?:\s{1,3}hành\s{1,3}động)?)\s{1,3}(?!này|số|đã|được|trên|và|của)(?=[^\W\d_])"
)
_PART_OF_A_NAME = re.compile(r"VÀ\s|TÀI\s+CHÍNH(?:\s*[-–]|$)|ĐẦU\s+TƯ$|KINH\s+PHÍ\s*$")
"""What follows "KẾ HOẠCH" in the names of bodies ("SỞ" / "KẾ HOẠCH VÀ ĐẦU TƯ") and of tables."""

_OWN_NUMBER = re.compile(r"SỐ\s?:?\s?[0-9.…]{0,10}\s?/")
_LONGEST_TYPE = 40
_LONGEST_TITLE = 300


class TypeLine(NamedTuple):
    """A line that opens a document: the type, where its name stands, and where the title begins if it does on this line."""

    kind: DocumentType
    start: int
    end: int
    title: int | None


def type_of_line(text: str, line: Line) -> DocumentType | None:
    """The type of document a line names and nothing else, or None."""
    if line.end - line.start > _LONGEST_TYPE:
        return None
    words = text[line.start : line.end]
    kind = DocumentType.named(clean(words))
    if kind is None and words.isupper():
        # A full stop or colon behind "KẾ HOẠCH" is a slip; "QUYẾT ĐỊNH:" is the line below which a decision decides.
        slipped = DocumentType.named(clean(words.rstrip(" .:")))
        kind = slipped if slipped in PLAN_TYPES else None
    return kind if kind is not None and (words.isupper() or words.istitle() or words[0].isupper()) else None


def read_type_line(text: str, line: Line) -> TypeLine | None:
    """The type a line names, alone or, if it is one that plans, in capitals before the title; None for any other line."""
    if text[line.start] not in "(DKCdk" and line.end - line.start > _LONGEST_TYPE:
        return None
    if (kind := type_of_line(text, line)) is not None:
        return TypeLine(kind, line.start, line.end, None)
    draft = DRAFT.match(text, line.start, line.end)
    start = draft.end() if draft else line.start
    if draft and start < line.end and (kind := type_of_line(text, line._replace(start=start))) is not None:
        return TypeLine(kind, start, line.end, None)
    match = _TITLED.match(text, start, line.end) or _TITLED_IN_SMALL.match(text, start, line.end)
    if match is None or line.end - start > _LONGEST_TITLE or not _reads_as_title(text, match.end(), line.end):
        return None
    kind = DocumentType.named(clean(match["name"]))
    return TypeLine(kind, *match.span("name"), match.end()) if kind is not None else None


def _reads_as_title(text: str, start: int, end: int) -> bool:
    """Whether what follows the name of a type may be a title or a qualifier of it: "PHỐI HỢP", "(ĐIỀU CHỈNH)"."""
    return (
        (not text[start].islower() or not text[start - 2].isupper())
        and text[end - 1] not in ";:./"
        and "|" not in text[start:end]
        and "\t" not in text[start:end]
        and _PART_OF_A_NAME.match(text, start, end) is None
        and _OWN_NUMBER.match(text, start, end) is None
    )


def title_type(words: str) -> DocumentType | None:
    """The type whose name opens a title, or None."""
    syllables = words.split()
    for count in (4, 3, 2):
        if len(syllables) > count and (kind := DocumentType.named(" ".join(syllables[:count]))):
            return kind
    return None


def is_prose(text: str, line: Line) -> bool:
    """Whether a line belongs to a body, so that no header stands here: a heading, an item, a long or closed sentence."""
    if read_marker(text, line.start, line.end) is not None or opens_item(text, line.start, line.end):
        return True
    return not text[line.start : line.end].isupper() and (
        line.end - line.start > 2 * _LONGEST_TYPE or text[line.end - 1] in ".;:!?"
    )
