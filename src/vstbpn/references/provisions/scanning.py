"""Finding provisions in prose (nhận diện điều khoản): those cited with an act, and those that stand alone.

Which words name a provision is the grammar of ``provision_runs``. Here they are told from what only looks like them:
the heading of an article ("Điều 5. Phạm vi điều chỉnh"), a mark in a test ("điểm 9"), an amount ("khoản 5 triệu đồng").
"""

import re
from functools import lru_cache
from typing import NamedTuple

import attrs

from vstbpn.references.provisions.labels import ORDINALS
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.provisions.runs import BARE, BLANK, TOKEN, FoundProvision, Run, Token, named, read_run
from vstbpn.references.provisions.usual import usual_provisions
from vstbpn.text import Folded, fold
from vstbpn.values import Span, frozen


@frozen
class ProvisionMention:
    """A provision where it stands in a text (lần viện dẫn điều khoản).

    Args:
        provision: The provision, with every level that is meant.
        span: Its own words, which serve it alone. In "điểm a, b khoản 2 và khoản 3 Điều 5" these are "điểm a", "b" and
            "khoản 3"; a provision that shares no words has all of them ("khoản 2 Điều 5").
        inherited: The levels whose label stands outside the span, in words shared with others, the lowest first:
            ``("clause", "article")`` for "điểm a" above.

    >>> [(str(one.provision), one.span, one.inherited) for one in find_provisions("Tại khoản 2, 3 Điều 5 Luật này")]
    [('khoản 2 Điều 5', Span(4, 11), ('article',)), ('khoản 3 Điều 5', Span(13, 14), ('article',))]
    """

    provision: Provision
    span: Span = attrs.field(eq=False)
    inherited: tuple[str, ...] = ()


class FoundProvisions(NamedTuple):
    """The provisions named before an act, where their words begin and end, and where each stands."""

    provisions: tuple[Provision, ...]
    start: int
    end: int
    items: tuple[FoundProvision, ...] = ()


_GAP_WORDS = ("và", "hoặc", "của", "tại", "trong", "thuộc", "các", "được", "ban", "hành", "kèm", "theo", "đến", "từ")
_LEVEL_WORDS = (
    "điều", "Điều", "khoản", "Khoản", "điểm", "Điểm", "mục", "Mục", "chương", "Chương", "phần", "Phần", "tiết", "Tiết",
    "phụ", "Phụ", "lục", "tiểu", "Tiểu", "số", "thứ", "hết", "Các", "Từ",
    "ĐIỀU", "KHOẢN", "ĐIỂM", "MỤC", "CHƯƠNG", "PHẦN", "PHỤ", "LỤC", "TIỂU", "SỐ",
)  # fmt: skip


def _backwards(words: tuple[str, ...]) -> str:
    return "|".join(word[::-1] for word in words)


_LABEL_BACK = (
    r"(?:[a-zđ]?[0-9]{1,3}|[a-zđ]?[IVXLC]{1,7}|[0-9]{0,2}[a-zđA-ZĐ])(?:\.[0-9A-ZĐa-zđ]{1,5}){0,5}"
    r"(?:[-–][0-9a-zđA-ZĐ]{1,7})?(?![^\W_])"
)
_SEPARATORS = r"[ \n,()/–-]{1,24}"
_ENDS = re.compile(
    rf"[ \n,)]{{0,14}}(?:(?:{_backwards(_GAP_WORDS)})[ \n,]{{1,14}}){{0,5}}\)?"
    rf"(?:{_LABEL_BACK}|(?:{_backwards(ORDINALS)}) ?\n? ?ứht|cụl[ \n]{{1,12}}ụh[pP])"
)
_BACK = re.compile(
    rf"(?:{_SEPARATORS}|(?:{_backwards(_LEVEL_WORDS + _GAP_WORDS + ORDINALS)})(?![^\W_])|{_LABEL_BACK}){{1,4000}}"
)
_WIDEST_GAP = 48
_NEAR = 320
_WIDEST_EXCEPTION = 80
_GAP = re.compile(rf"{BLANK}?(?:,{BLANK}?)?(?:(?:của|tại|trong|thuộc|và|hoặc){BLANK}|(?:các|từ|theo){BLANK}){{0,2}}")
_OF = re.compile(rf"{BLANK}(?:của{BLANK})?")
_ATTACHED = re.compile(rf"{BLANK}(?:(?:được{BLANK})?ban{BLANK}hành{BLANK})?kèm{BLANK}(?:theo{BLANK})?")


def read_provisions_before(text: str, start: int, end: int) -> FoundProvisions | None:
    """Read the list of provisions that ends at ``end`` of folded text, not looking further back than ``start``.

    "điểm a, b khoản 2 và khoản 3 Điều 5" gives one provision each: 5.2.a, 5.2.b and 5.3. Before an act every word of
    level is one, capital or not.
    """
    # Most acts are cited whole, and the few characters before them show it.
    if _ENDS.match(text[max(start, end - _WIDEST_GAP) : end][::-1]) is None:
        return None
    near = max(start, end - _NEAR)
    if text.find("(trừ ", max(near, end - _WIDEST_EXCEPTION), end) >= 0:
        # What is left out must not be read as what is cited: "khoản 3 (trừ điểm a) Điều 5".
        return None
    back = _BACK.match(text[near:end][::-1])
    if back and near > start and back.end() > _NEAR // 2:
        # Most lists are short; only a long one is worth the look at all that may hold it.
        back = _BACK.match(text[start:end][::-1])
    if back is None:
        return None
    begin = end - back.end()
    if begin > start and text[begin - 1].isalnum():
        begin += 1
    found = _read_words(text[begin:end])
    if found is None:
        return None
    if begin == 0:
        return found
    return FoundProvisions(
        found.provisions,
        begin + found.start,
        begin + found.end,
        tuple([FoundProvision(item[0], begin + item[1], begin + item[2], item[3]) for item in found.items]),
    )


@lru_cache(maxsize=4096)
def _read_words(words: str) -> FoundProvisions | None:
    """The run that reaches the end of the words; texts cite the same provisions over and over."""
    end = len(words)
    if usual := usual_provisions(words):
        items, start, stop = usual
        return FoundProvisions(tuple([item.provision for item in items]), start, stop, items)
    at = 0
    while found := TOKEN.search(words, at) or BARE.search(words, at):
        run = read_run(found, at, end)
        if run is None:
            at = found.start() + 1
            continue
        if _reaches(words, run, end):
            items = named(words, run)
            return FoundProvisions(tuple([item.provision for item in items]), run.start, run.end, items)
        at = max(run.end, found.start() + 1)
    return None


def _reaches(words: str, run: Run, end: int) -> bool:
    last = run.tokens[-1]
    if last.level == "appendix" and _ATTACHED.fullmatch(words, run.end, end):
        return run.tokens[0].led != "các" or last.labels[0].first != ""
    if not last.labels[-1].first:
        return run.tokens[0].led != "các" and _OF.fullmatch(words, run.end, end) is not None
    return _GAP.fullmatch(words, run.end, end) is not None


def find_provisions(text: str) -> tuple[ProvisionMention, ...]:
    """Find every provision of a text, cited with an act or alone, in reading order.

    Headings are none: "Điều 5. Phạm vi điều chỉnh" at the start of a line names the article, and cites nothing.

    >>> [str(one.provision) for one in find_provisions("Thực hiện khoản 2 Điều 5 của Quy chế này và Chương II.")]
    ['khoản 2 Điều 5', 'Chương II']
    """
    folded = fold(text)
    return scan_provisions(folded, 0, len(folded.text))


def scan_provisions(folded: Folded, start: int, end: int) -> tuple[ProvisionMention, ...]:
    """Find the provisions between two places of folded text; spans are in its source."""
    text = folded.text
    found: list[ProvisionMention] = []
    done = start
    for anchor in _ANCHOR.finditer(text, start, end):
        at = anchor.start() - 1
        if at < done:
            continue
        first = TOKEN.match(text, at, end) or BARE.match(text, at, end)
        run = read_run(first, done, end) if first else None
        if run is None:
            continue
        done = run.end
        kept = _without_headings(text, run, start, end)
        if kept is not None and _is_cited(text, kept, start, end):
            found.extend(
                ProvisionMention(
                    provision=item.provision, span=folded.span(item.start, item.end), inherited=item.inherited
                )
                for item in named(text, kept)
            )
    return tuple(found)


_ANCHOR = re.compile(
    r"(?:(?:iều|hoản|iểm|hương|hần|iết|ục|IỀU|HOẢN|IỂM|HƯƠNG|HẦN|ỤC)[ \n]{1,12}(?:số[ \n]{1,12}|thứ(?=[ \n]))?"
    r"(?:(?<=thứ)|(?:[0-9]{1,3}[a-zđ]?|[IVXLC]{1,7}[a-z]?|[a-zđA-ZĐ][0-9]{0,2})(?![^\W_]))"
    r"|hụ[ \n]{1,12}lục(?![^\W_])|HỤ[ \n]{1,12}LỤC[ \n]|iểu[ \n]{1,12}mục[ \n]|IỂU[ \n]{1,12}MỤC[ \n])"
)
"""The end of a word of level with what may be a label: rarer than the words, and quick to search."""


_LINE_HEAD = re.compile(r"(?:(?:\A|\n)[ #>+–-]{0,12}|[“\"«]\s?)\Z")
_HEADING_TAIL = re.compile(r"[.:](?![0-9])(?=\s|[^\W\d_]|\Z)| {0,12}(?:\n|\Z)| {0,3}[-–](?= )")
_TITLE = re.compile(r" {1,12}(?=[^\W\d_])")
_CUES = frozenset({
    "tại", "theo", "của", "ở", "trong", "về", "xem", "thuộc", "như", "hiện", "cứ", "định", "đổi", "sung", "bỏ",
    "thay", "thế", "cả", "dẫn", "dụng", "trừ", "ghi", "vào", "với", "và", "hoặc", "các", "từ", "nêu", "thi",
    "phạm",
})  # fmt: skip
"""The last syllable of what brings in a provision: tại, quy định, thực hiện, căn cứ, sửa đổi, bổ sung, bãi bỏ …"""
_COMPOUNDS = frozenset({
    "tài", "điều", "địa", "thời", "trọng", "quan", "ưu", "nhược", "đặc", "thí", "chấm", "cho", "đạt", "tổng", "số",
    "thang", "mức", "cao", "giao", "kiểm", "danh", "hạng", "chuyên", "đề", "thư", "thành", "cổ", "học", "một",
    "hai", "góp", "cấu", "hợp", "bài", "cộng", "trừ", "yếu", "khuyết", "huy", "văn", "được", "nửa", "đa", "bộ",
    "tâm",
})  # fmt: skip
"""Syllables that make another word of what follows: tài khoản, địa điểm, danh mục, thành phần, đạt điểm."""
_FOLLOWED_BY_ACT = re.compile(
    rf"{BLANK}(?:(?:của|tại|trong){BLANK})?(?:này|nêu{BLANK}trên|nói{BLANK}trên|(?:Bộ{BLANK})?[Ll]uật|Nghị{BLANK}(?:định|quyết)"
    rf"|Thông{BLANK}tư|Quyết{BLANK}định|Pháp{BLANK}lệnh|Hiến{BLANK}pháp|Quy{BLANK}(?:chế|định|chuẩn)|Kế{BLANK}hoạch"
    rf"|Chỉ{BLANK}thị|Hướng{BLANK}dẫn|Công{BLANK}văn|Điều{BLANK}lệ|Chương{BLANK}trình|Đề{BLANK}án|Văn{BLANK}bản"
    rf"|Hiệp{BLANK}định|Công{BLANK}ước|Phụ{BLANK}lục)(?![^\W_])"
)
_MEASURED = re.compile(
    rf"{BLANK}(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|lần|người|phút|giờ|điểm(?!{BLANK}[a-zđ0-9](?![^\W_]))|trường|lớp|năm|tháng|"
    r"ngày|trên|trở)(?![^\W_])|,[0-9]|[.][0-9]"
)
_MARK = re.compile(r"[0-9],[0-9]")
"""A mark in a test: "điểm 8,5" is no list of points."""
_ISSUED_WITH = re.compile(rf"{BLANK}(?:(?:(?:được{BLANK})?ban{BLANK}hành{BLANK})?kèm{BLANK}theo|của|này)(?![^\W_])")
_STRONG = frozenset(["article", "clause"])
_WEAK_WORDS = frozenset(["clause", "point", "item"])
"""Levels written small, so that a capital says no more than where the sentence begins."""


def _without_headings(text: str, run: Run, start: int, end: int) -> Run | None:
    """The run without the headings it begins with: "Chương II" alone on its line, "Điều 5. Phạm vi điều chỉnh"."""
    headings = 0
    while headings < len(run.tokens) and _is_heading(text, run.tokens, headings, start, end):
        headings += 1
    if not headings:
        return run
    tokens = run.tokens[headings:]
    return Run(tokens, run.joints[headings:], tokens[0].start, run.end, run.fault) if tokens else None


def _is_heading(text: str, tokens: tuple[Token, ...], number: int, start: int, end: int) -> bool:
    token = tokens[number]
    if token.led or len(token.labels) > 1 or token.labels[0].last or not text[token.start].isupper():
        return False
    head = _LINE_HEAD.search(text, max(start, token.start - 14), token.start)
    if head is None and token.start - start > 0:
        return False
    if head and text[head.start()] == "\n" and _continues(text, start, head.start()):
        return False
    if _HEADING_TAIL.match(text, token.end, end):
        return True
    followed = number + 1 < len(tokens) and text.find("\n", token.end, tokens[number + 1].start) < 0
    if token.level in _WEAK_WORDS or followed:
        return False
    title = _TITLE.match(text, token.end, end)
    return bool(title and text[title.end()].isupper() and not _FOLLOWED_BY_ACT.match(text, token.end, end))


def _continues(text: str, start: int, line_end: int) -> bool:
    """Whether the line before ends in the middle of a clause: "quy định tại" and then "Điều 5" on the next."""
    before = text[max(start, line_end - 14) : line_end].rstrip(" ")
    return before.endswith(",") or before.rpartition(" ")[2].lower() in _CUES


def _is_cited(text: str, run: Run, start: int, end: int) -> bool:
    """Whether the words cite a provision; small words in everyday use need something that says so."""
    first, last = run.tokens[0], run.tokens[-1]
    before = text[max(start, run.start - 12) : run.start].split()
    syllable = before[-1].lower() if before and text[run.start - 1].isspace() else ""
    small = not text[first.start].isupper()
    if last.labels[-1].first == "":
        if len(run.tokens) == 1 and (first.led == "các" or not _ISSUED_WITH.match(text, run.end, end)):
            return False
        return not (small and syllable in _COMPOUNDS)
    if small and syllable in _COMPOUNDS:
        return False
    levels = {token.level for token in run.tokens}
    if len(levels) > 1 and (levels & _STRONG or any(text[token.start].isupper() for token in run.tokens[1:])):
        return True
    if (
        not small
        and first.level not in _WEAK_WORDS
        and not (first.level == "part" and not first.labels[0].first.isupper())
    ):
        return True
    if _MEASURED.match(text, run.end, end) or (levels == {"point"} and _MARK.search(text, run.start, run.end)):
        return False
    label = first.labels[0].first
    if first.level in {"point", "item"} and label.isalpha():
        return True
    if "item" in levels and label[0].isdecimal() and not levels & _STRONG:
        # "tiết 1" is the first lesson of a day.
        return False
    if label.isupper() and first.level not in _WEAK_WORDS:
        return small and (label != "A" or syllable in _CUES)
    return syllable in _CUES or _FOLLOWED_BY_ACT.match(text, run.end, end) is not None
