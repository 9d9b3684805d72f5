"""Rules of the national title and motto (STR): Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1; of the Party's title likewise."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from vstbpn.findings import Edit, Finding
from vstbpn.plans.plan import Plan
from vstbpn.references.symbols.issuing_bodies import BodyKind
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.structure.head import Head, below_type, head_of, number_line_of
from vstbpn.vocabulary import DocumentFamily

_NAME_IS_THERE = re.compile(r"con\W{0,2}ghoa|xahoich|chunghia|viet\W{0,2}nam|chxhcn|danchu")
_MOTTO_IS_THERE = re.compile(r"doclap|tudo|hanhphuc")
_BELOW_THE_TYPE = re.compile(r"conghoaxahoi|chunghiavietnam|doclaptudo|tudohanhphuc")
_PARTY_IS_THERE = re.compile(r"dangcongsan|congsanviet|dcsvn")
_YOUTH = re.compile(r"doant(?:hanhnien|ncs)|hochiminh")
_BELOW = 700

_NAME = ("CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM")
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_PARTY_NAME = "ĐẢNG CỘNG SẢN VIỆT NAM"
_TONE = {"HÒA": "HOÀ"}
"""Words that are spelt in two ways, either of which is right."""

_BLANKS = r"\s{0,12}"


@lru_cache(maxsize=512)
def _bare_letter(letter: str) -> str:
    """A letter in small form without its marks; one character for one, whatever is given."""
    if letter in "đĐ":
        return "d"
    bare = unicodedata.normalize("NFD", letter)[0].lower()
    return bare if len(bare) == 1 else letter


def _bare(text: str) -> str:
    return text.lower() if text.isascii() else "".join(map(_bare_letter, text))


def _pattern(words: str) -> re.Pattern[str]:
    """Words as they may be met: without marks, in any case, any dash, a comma, a dot or none for a hyphen, blanks or none."""
    pieces = [
        f"(?:{_BLANKS}(?:[-–—]{{1,2}}|[,;.•·]))?" if word == "-" else f"({_bare(word)})" for word in words.split()
    ]
    return re.compile(rf"(?<![^\W_]){_BLANKS.join(pieces)}(?![^\W_])")


_WORDS_AND_PATTERNS = tuple((words, _pattern(words)) for words in (*_NAME, _MOTTO))
_OF_THE_PARTY = ((_PARTY_NAME, _pattern(_PARTY_NAME)),)
# The two lines of the national title may have lost the blank between them.
_NAME_ON_ONE_LINE = (" ".join(_NAME), _pattern(" ".join(_NAME)))


def no_national_title(plan: Plan, context: Context) -> Iterator[Finding]:
    """A header with number or issuer has no national title, no motto, or no title of the Party."""
    head = head_of(plan, context)
    if head is None or plan.header.attached_to is not None or not _is_a_header(plan, context):
        return
    below = below_type(plan, context, _BELOW)
    letters = re.sub(r"[\W\d_]", "", _bare(head.text))
    if _YOUTH.search(letters):
        # The Youth Union (Đoàn TNCS Hồ Chí Minh) puts its own name there.
        return
    # Where columns were set one below the other, the right one may have come below the type.
    # A text says "Việt Nam" and "hạnh phúc" anyhow: only several words of a title together are one there.
    if below is not None:
        letters += " ".join(_BELOW_THE_TYPE.findall(re.sub(r"[\W\d_]", "", _bare(below.text))))
    variant = _missing(plan, letters)
    if variant is not None:
        first = re.search(r"\S[^\n]*", head.text)
        span = head.span(first.start(), first.end()) if first else None
        yield Finding.of("STR012", pointer="/header", span=span, variant=variant)


def _is_a_header(plan: Plan, context: Context) -> bool:
    """Whether what stands above the type is the header of a document, and not the words of a text cut out."""
    symbol = plan.symbol
    if symbol is not None and symbol.issuer_kind is BodyKind.MASS:
        return False
    if plan.header.family is DocumentFamily.PARTY and (symbol is None or symbol.issuer_kind is not BodyKind.PARTY):
        return False
    return number_line_of(plan, context) is not None or (plan.issuer is not None and plan.header.date_span is not None)


def _missing(plan: Plan, letters: str) -> str | None:
    """Which part is missing: the variant of the wording; None where all are there."""
    if plan.header.family is DocumentFamily.PARTY:
        return None if _PARTY_IS_THERE.search(letters) else "party"
    name, motto = _NAME_IS_THERE.search(letters), _MOTTO_IS_THERE.search(letters)
    if name and motto:
        return None
    return "motto" if name else "name" if motto else ""


def wrong_national_title(plan: Plan, context: Context) -> Iterator[Finding]:
    """The national title, the motto or the Party's title is not written as it should be."""
    head = head_of(plan, context)
    if head is None:
        return
    bare = _bare(head.text)
    party = plan.header.family is DocumentFamily.PARTY
    wanted = _OF_THE_PARTY if party else _WORDS_AND_PATTERNS
    if not party and (whole := _NAME_ON_ONE_LINE[1].search(bare)) and _opens_line(bare, whole.start()):
        wanted = (_NAME_ON_ONE_LINE, wanted[-1])
    for words, pattern in wanted:
        found = pattern.search(bare)
        if found is not None and _opens_line(bare, found.start()):
            yield from _compared(head, found, words)


def _opens_line(text: str, at: int) -> bool:
    """Whether nothing but a rule or another column stands before on the line, or the title and its motto."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return not before.strip(" -–—_*.:~#>") or before.endswith(("  ", "viet nam ", "- ", "hoi "))


def _compared(head: Head, found: re.Match[str], words: str) -> Iterator[Finding]:
    """What was found held against what it should be: words that differ, and gaps between them."""
    wanted = words.replace(" - ", " ").split()
    edits = [
        Edit(span=head.span(*found.span(number)), text=_spelt(word, head.text[found.start(number) : found.end(number)]))
        for number, word in enumerate(wanted, start=1)
        if not _is_same(head.text[found.start(number) : found.end(number)], word)
    ]
    gaps = [
        Edit(span=head.span(found.end(number), found.start(number + 1)), text=gap)
        for number, gap in enumerate(_gaps(words), start=1)
        if not _is_gap(head.text[found.end(number) : found.start(number + 1)], gap)
    ]
    if not edits and not gaps:
        return
    written = " ".join(head.text[found.start() : found.end()].split())
    yield Finding.of(
        "STR013",
        args={"written": written, "expected": words},
        pointer="/header",
        span=head.span(found.start(), found.end()),
        edits=tuple(sorted((*edits, *gaps), key=lambda edit: edit.span.start)),
        variant="" if edits else "hyphens",
    )


def _gaps(words: str) -> list[str]:
    """What stands between the words: a blank, or a hyphen with blanks around it."""
    tokens = words.split()
    return [" - " if after == "-" else " " for before, after in pairwise(tokens) if before != "-"]


def _is_same(written: str, word: str) -> bool:
    return written in (word, _TONE.get(word))


def _spelt(word: str, written: str) -> str:
    """The word as it should be, in the spelling of tones that was chosen."""
    other = _TONE.get(word)
    return other if other is not None and written.upper() == other else word


def _is_gap(written: str, gap: str) -> bool:
    if gap == " ":
        return written.isspace()
    return written.strip() == "-" and written[0].isspace() and written[-1].isspace()


_UP_TO_NUMBER = "UBND TỈNH HƯNG YÊN\nSỞ Y TẾ\n\n{}Số: 15/KH-SYT\n\nHưng Yên, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác nữ công\n"
_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"

NATIONAL_TITLE_RULES = (
    Rule(
        code="STR012",
        inspect=no_national_title,
        violating=_UP_TO_NUMBER.format(""),
        conforming=_UP_TO_NUMBER.format(_TITLE),
    ),
    Rule(
        code="STR013",
        inspect=wrong_national_title,
        violating=_UP_TO_NUMBER.format(_TITLE.replace(" - H", " – H")),
        conforming=_UP_TO_NUMBER.format(_TITLE),
    ),
)
