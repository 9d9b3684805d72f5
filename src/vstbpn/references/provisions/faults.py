"""Reading provisions strictly (kiểm tra cách viện dẫn điều khoản): what is wrong with words that are none, and where."""

import re
import unicodedata
from typing import NamedTuple

from vstbpn.errors import ParseError
from vstbpn.references.provisions.labels import LABELS_OF, RANK, VIETNAMESE, is_label
from vstbpn.references.provisions.runs import (
    BARE,
    BLANK,
    JOINT,
    TOKEN,
    Run,
    Token,
    level_of,
    named,
    read_run,
    read_token,
)
from vstbpn.references.provisions.scanning import ProvisionMention
from vstbpn.text import POINT_LETTERS, fold

_START = re.compile(rf"\s*(?=(?P<lead>(?:[Cc]ác|CÁC|[Tt]ừ|TỪ){BLANK})?)")
_REST = re.compile(r"\s*(?:,\s*)?(?:của\s*)?")
_CHUNK = re.compile(r"[^\s,;()]+")
_NUMBER_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_ENGLISH = {
    "article": "article", "articles": "article", "clause": "clause", "clauses": "clause", "paragraph": "clause",
    "point": "point", "points": "point", "chapter": "chapter", "section": "section", "part": "part",
    "appendix": "appendix", "annex": "appendix", "item": "item",
}  # fmt: skip
_WITHOUT_MARKS = {
    "dieu": "article", "khoan": "clause", "diem": "point", "chuong": "chapter", "muc": "section", "phan": "part",
    "tiet": "item", "phu": "appendix", "tieu": "subsection",
}  # fmt: skip
_EXAMPLES = {
    "appendix": "I", "part": "I", "chapter": "II", "section": "1", "subsection": "1", "article": "5", "clause": "2",
    "point": "a", "item": "a",
}  # fmt: skip
_ACT = re.compile(
    r"(?:Bộ )?[Ll]uật|[Nn]ghị (?:định|quyết)|Thông tư|Quyết định|Pháp lệnh|Hiến pháp|Chỉ thị|Công văn|Kế hoạch|Lệnh"
    r"|Quy (?:chế|định|chuẩn)|Hướng dẫn|Điều lệ|Đề án|Chương trình|Công ước|Hiệp định|Văn bản|số [0-9]"
)
_ANY_WORD = re.compile(
    rf"(?<![^\W_])(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Cc]hương|[Pp]hần|[Tt]iết|[Pp]hụ{BLANK}lục|[Tt]iểu{BLANK}mục"
    rf"|ĐIỀU|KHOẢN|ĐIỂM|MỤC|CHƯƠNG|PHẦN|PHỤ{BLANK}LỤC|TIỂU{BLANK}MỤC)(?![^\W_])"
)
_JOINTS = frozenset(["và", "hoặc", "và/hoặc", "đến", "-", "–", "từ", "các"])
_GLUED = re.compile(r"([Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Cc]hương|[Pp]hần|ĐIỀU)([0-9]{1,3}[a-zđ]?|[IVX]{1,5})")
_LABEL_CHUNK = re.compile(r"\s+(?:số\s+)?(\([^\W_]{1,5}\)|[^\s,;()]+)")
_LONGEST_QUOTE = 60
_SAMPLE = "a provision such as 'khoản 2 Điều 5'"


class _Fault(NamedTuple):
    start: int
    end: int
    reason: str


def read_strictly(text: str) -> tuple[ProvisionMention, ...]:
    """Read a text that is provisions and nothing else; ``;`` keeps lists apart.

    Raises:
        ParseError: It is not; the span is what could not be read, the reason how to mend it.
    """
    folded = fold(text)
    words, found, start = folded.text, [], 0
    while start <= len(words):
        cut = words.find(";", start)
        end = len(words) if cut < 0 else cut
        run = _read(words, start, end)
        if isinstance(run, _Fault):
            raise ParseError(text, folded.span(run.start, run.end), run.reason)
        found += [
            ProvisionMention(provision=item.provision, span=folded.span(item.start, item.end), inherited=item.inherited)
            for item in named(words, run)
        ]
        start = end + 1
    return tuple(found)


def _read(text: str, start: int, end: int) -> Run | _Fault:
    opening = _START.match(text, start, end)
    begin = opening.end() if opening else start
    at = opening.end("lead") if opening and opening["lead"] else begin
    if begin == end:
        if start and text[start - 1] == ";":
            return _Fault(start - 1, start, f"nothing follows ';': expected {_SAMPLE} after it, or no ';'")
        return _Fault(start, end, f"found nothing, expected {_SAMPLE}")
    first = TOKEN.match(text, at, end) or BARE.match(text, at, end)
    run = read_run(first, begin, end) if first else None
    if run is None or not _REST.fullmatch(text, run.end, end):
        return _first_fault(text, begin, at, end)
    return _fault_within(text, run) or run


def _fault_within(text: str, run: Run) -> _Fault | None:
    """What is wrong with words that are all of levels and labels."""
    if run.fault:
        return _range_fault(text, *run.fault)
    tokens = run.tokens
    if tokens[0].led == "từ" and not any(label.last for label in tokens[0].labels):
        word = _shown(text[tokens[0].start : tokens[0].end])
        return _Fault(
            run.start, run.start + 2, f"'từ' begins a range that has no end: expected 'từ {word} đến …' or no 'từ'"
        )
    for left, right, kind in zip(tokens, tokens[1:], run.joints, strict=False):
        if kind == "tight" and left.level == right.level:
            between = f"'{_shown(text[left.start : left.end])}' and '{_shown(text[right.start : right.end])}'"
            return _Fault(right.start, right.end, f"nothing joins {between}: expected ',' or 'và' between them")
    return None


def _range_fault(text: str, start: int, end: int) -> _Fault:
    words = _shown(text[start:end])
    levels = {level_of(word[0]) for word in _ANY_WORD.finditer(words)}
    if len(levels) > 1:
        return _Fault(start, end, f"the range '{words}' runs over two levels: expected both ends to be of one level")
    return _Fault(start, end, f"the range '{words}' runs backwards or mixes kinds: expected the lower label first")


def _first_fault(text: str, begin: int, at: int, end: int) -> _Fault:
    """The first place, reading from the left, where the words are no provision."""
    if at == end or not _ANY_WORD.match(text, at, end):
        return _no_word(text, begin, at, end)
    previous: Token | None = None
    while True:
        match = TOKEN.match(text, at, end)
        token = read_token(match)[0] if match else None
        if token is None:
            word = _ANY_WORD.match(text, at, end)
            if word is None:
                return _no_provision_after(text, previous, at, end)
            bare = BARE.match(text, at, end)
            if bare is None or _label_ahead(text, bare.end(), end):
                return _no_label(text, word, end)
            token = Token("appendix", (), at, bare.end(), "")
        joint = JOINT.match(text, token.end, end)
        if joint is None or not _CHUNK.match(text, joint.end(), end):
            return _wrong_ending(text, token, end)
        previous, at = token, joint.end()


def _no_word(text: str, begin: int, at: int, end: int) -> _Fault:
    chunk = _CHUNK.search(text, at, end)
    if chunk is None:
        return _Fault(begin, end, f"'{_shown(text[begin:end].strip())}' is no provision: expected {_SAMPLE}")
    word = _shown(chunk[0])
    span = chunk.span()
    if chunk.start() > at:
        return _Fault(at, at + 1, f"found '{text[at]}' before the provision: expected it without brackets and marks")
    if glued := _GLUED.fullmatch(word):
        return _Fault(*span, f"'{word}' lacks a blank: expected '{glued[1]} {glued[2]}'")
    if level := _ENGLISH.get(word.lower()):
        return _Fault(*span, f"'{word}' is English: expected the Vietnamese word '{VIETNAMESE[level]}'")
    if level := _WITHOUT_MARKS.get(word.lower()):
        return _Fault(*span, f"'{word}' lacks its marks: expected '{VIETNAMESE[level]}'")
    later = _ANY_WORD.search(text, chunk.end(), end)
    if any(is_label(level, word) for level in ("article", "point", "chapter")):
        if later:
            return _Fault(*span, f"the label '{word}' stands before its word: expected '{later[0]} {word}'")
        return _Fault(*span, f"'{word}' has no word of level before it: expected for example 'Điều 5' or 'khoản 2'")
    if later:
        words = text[at : later.start()].strip()
        return _Fault(
            at,
            at + len(words),
            f"'{_shown(words)}' stands before the provision: expected it alone; find_provisions reads provisions out of prose",
        )
    return _Fault(*span, f"'{word}' is no word of level: expected Điều, khoản, điểm, Mục, Chương, Phần or Phụ lục")


def _label_ahead(text: str, at: int, end: int) -> bool:
    """Whether what follows "Phụ lục" is meant for its label."""
    chunk = _CHUNK.match(text, at + 1, end)
    return chunk is not None and chunk[0][0] in "0123456789IVXLC"


def _no_label(text: str, word: re.Match[str], end: int) -> _Fault:
    """A word of level that no label follows, or one it cannot bear."""
    level = level_of(word[0])
    example = f"{VIETNAMESE[level]} {_EXAMPLES[level]}"
    chunk = _LABEL_CHUNK.match(text, word.end(), end)
    if (
        chunk is None
        or _ANY_WORD.match(text, chunk.start(1), end)
        or chunk[1] in {"và", "hoặc", "đến", "của", "…", "..."}
    ):
        return _Fault(*word.span(), f"'{word[0]}' bears no label: expected {LABELS_OF[level]}, as in '{example}'")
    reason = _label_reason(level, _shown(chunk[1]))
    return _Fault(*chunk.span(1), reason)


def _label_reason(level: str, label: str) -> str:
    """Why a level cannot bear a label, and what it can."""
    word = VIETNAMESE[level]
    bare = label.strip(".:!?")
    if label.startswith("("):
        return f"'{label}' has brackets: expected '{word} {label.strip('()')}'"
    if bare.lower() in _NUMBER_WORDS:
        return f"'{bare}' is a number in words: expected digits, '{word} {_NUMBER_WORDS[bare.lower()]}'"
    reason = _number_reason(word, bare) if bare.isascii() else None
    if reason is None and len(bare) == 1 and RANK[level] > RANK["article"]:
        reason = _letter_reason(word, bare)
    if reason is None and level not in {"clause", "point", "item"} and re.fullmatch(r"[IVXLCDM]+", bare):
        reason = f"'{bare}' is no Roman numeral in its usual form: expected one such as IV, VIII or XII"
    return (
        reason
        or f"'{bare or label}' is no label of this level: expected {LABELS_OF[level]}, as in '{word} {_EXAMPLES[level]}'"
    )


def _number_reason(word: str, label: str) -> str | None:
    if label.isdecimal():
        if not label.strip("0"):
            return f"'{label}' is no number of a provision: numbers begin at 1, expected '{word} 1'"
        return f"'{label}' is too great for a provision: expected a number of at most three digits"
    if re.fullmatch(r"-[0-9]+", label):
        return f"'{label}' is below zero: numbers begin at 1, expected '{word} {label[1:]}'"
    if re.fullmatch(r"[0-9]{1,3}[A-Z]", label):
        return f"'{label}' has a capital: expected '{word} {label.lower()}'"
    return None


def _letter_reason(word: str, letter: str) -> str | None:
    plain = unicodedata.normalize("NFD", letter.lower())[0]
    if letter in "fjwz":
        return f"'{letter}' is no letter of a {word}: the letters are {', '.join(POINT_LETTERS)}"
    if letter.lower() in POINT_LETTERS:
        return f"'{letter}' is a capital: expected '{word} {letter.lower()}'"
    if plain in POINT_LETTERS:
        return f"'{letter}' bears a mark that labels do not: expected '{word} {plain}'"
    return None


def _no_provision_after(text: str, previous: Token | None, at: int, end: int) -> _Fault:
    """What follows a provision and its joint is neither a word of level nor a label."""
    if fault := _act_after(text, at, end):
        return fault
    chunk = _CHUNK.match(text, at, end)
    span = chunk.span() if chunk else (at, end)
    word = _shown(text[span[0] : span[1]])
    if word in _JOINTS:
        if text[span[1] : end].strip():
            return _Fault(*span, f"'{word}' follows another joint: expected one ',' or 'và' between two provisions")
        return _nothing_after(*span, word, previous)
    number_word = word.lower() in _NUMBER_WORDS
    if previous and (number_word or len(word) <= 1 or re.fullmatch(r"[0-9]\S*|[IVXLC]+", word)):
        return _Fault(*span, _label_reason(previous.level, word))
    if level := _ENGLISH.get(word.lower()) or _WITHOUT_MARKS.get(word.lower()):
        return _Fault(*span, f"'{word}' is no word of level: expected '{VIETNAMESE[level]}'")
    return _Fault(*span, f"found '{word}' after the provision: expected its end, or another one after ',' or 'và'")


def _act_after(text: str, at: int, end: int) -> _Fault | None:
    act = _ACT.match(text, at, end)
    if act is None:
        return None
    return _Fault(*act.span(), f"'{act[0]}' begins the act: expected the provision alone; Reference.parse reads both")


def _wrong_ending(text: str, token: Token, end: int) -> _Fault:
    """What stands right after the last label is no joint."""
    rest = text[token.end : end]
    at = end - len(rest.lstrip())
    found = text[at : _chunk_end(text, at, end)]
    if text.count("\n", token.end, at) > 1:
        return _Fault(
            at, at + len(found), f"found '{_shown(found)}' after a blank line, which ends a provision: expected nothing"
        )
    if not text[at + 1 : end].strip() and found in {",", "("}:
        return _nothing_after(at, at + 1, found, token)
    return _Fault(
        at,
        at + len(found),
        f"found '{_shown(found)}' after '{_shown(text[token.start : token.end])}': expected the end, or another provision after ',' or 'và'",
    )


def _shown(words: str) -> str:
    """The words on one line, cut where they are long."""
    flat = " ".join(words[: 4 * _LONGEST_QUOTE].split())
    return flat if len(flat) <= _LONGEST_QUOTE else f"{flat[:_LONGEST_QUOTE]}…"


def _chunk_end(text: str, at: int, end: int) -> int:
    chunk = _CHUNK.match(text, at, end)
    return chunk.end() if chunk else min(at + 1, end)


def _nothing_after(start: int, end: int, joint: str, previous: Token | None) -> _Fault:
    """A joint that nothing follows."""
    level = previous.level if previous else "article"
    example = f"{VIETNAMESE[level]} {_EXAMPLES[level]}"
    return _Fault(start, end, f"nothing follows '{joint}': expected another provision, such as '{example}'")
